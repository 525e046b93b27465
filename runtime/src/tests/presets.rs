// SPDX-License-Identifier: Apache-2.0

//! The presets build, and have the properties that they promise.

use super::env::*;
use crate::{configs::oracle::MAX_OPERATORS, constants::*, parameters::bounded, *};
use breakwater_primitives::{Moment, OperatorStage, OperatorState, YEAR};
use frame_support::traits::{fungibles::Inspect, Get, SortedMembers};
use sp_runtime::Permill;

/// The length of a session, in milliseconds.
const SESSION: breakwater_primitives::Moment = EPOCH_DURATION_IN_SLOTS * SLOT_DURATION;

#[test]
fn presets_should_all_build() {
	for name in genesis_config_presets::preset_names() {
		genesis(&name).execute_with(|| {
			let is_public = name == staging::STAGING_RUNTIME_PRESET;
			assert_eq!(System::account_exists(&Who::Alice.to_account_id()), !is_public, "{name}");
			assert!(Session::validators().iter().all(System::account_exists));
		});
	}
}

#[test]
fn accounts_of_payouts_and_bonds_should_be_alive_from_the_beginning() {
	for name in genesis_config_presets::preset_names() {
		genesis(&name).execute_with(|| {
			for account in [Claims::escrow_account(), Assessment::bond_account(), Bounties::account()] {
				let account = account.expect("the pallet has its accounts");
				assert_eq!(NativeAndAssets::balance(AssetId::Native, &account), EXISTENTIAL_DEPOSIT);
			}
		});
	}
}

#[test]
fn preset_should_be_unknown_when_not_named() {
	assert_eq!(genesis_config_presets::get_preset(&"mainnet".into()), None);
}

#[test]
fn development_should_be_rich_and_quick() {
	genesis("development").execute_with(|| {
		for who in Who::well_known() {
			let who = who.to_account_id();
			assert_eq!(NativeAndAssets::balance(AssetId::Native, &who), 1_000_000 * BRKW);
			assert_eq!(NativeAndAssets::balance(USDB, &who), 1_000_000_000 * USD);
		}
		assert_eq!(bounded::MaxGap::get(), YEAR);
		assert_eq!(bounded::MinOperators::get(), 3);
		assert_eq!(bounded::LaunchPeriod::get(), 10);
		assert_eq!(bounded::VotingPeriod::get(), 10);
		assert_eq!(bounded::EnactmentPeriod::get(), 5);
		assert_eq!(bounded::VoteLockingPeriod::get(), 5);
		assert_eq!(Session::validators().len(), 1);
		assert_eq!(Feeds::sorted_members().len(), 3);
		let bonded = |state: &OperatorState<AccountId>| {
			state.stage == OperatorStage::Active && state.missing == 0 && state.bond == 10_000 * BRKW
		};
		assert!(Feeds::operators().iter().all(bonded));
		let reward_pool = breakwater_feeds::RewardPool::<Runtime>::get();
		assert_eq!((reward_pool.book, reward_pool.booked), (1_000 * BRKW, 0));
		for asset in [AssetId::Native, USDB] {
			assert!(breakwater_pools::ListedAssets::<Runtime>::contains_key(asset));
		}
	});
}

#[test]
fn local_testnet_should_have_the_numbers_of_a_public_chain() {
	genesis("local_testnet").execute_with(|| {
		assert_eq!(pallet_parameters::Parameters::<Runtime>::iter().count(), 0);
		assert_eq!(bounded::MaxGap::get(), 60_000);
		assert_eq!(bounded::MinOperators::get(), 3);
		assert_eq!(bounded::LaunchPeriod::get(), 7 * DAYS);
		assert_eq!(Session::validators().len(), 3);
		assert_eq!(Feeds::sorted_members().len(), 5);
	});
}

#[test]
fn staging_should_be_a_public_chain_of_its_own_people() {
	let mut env = Env::from_preset(staging::STAGING_RUNTIME_PRESET);
	env.pass_blocks(2);
	env.run(|| {
		assert!(!genesis_parameters::IsDevelopment::<Runtime>::get());
		assert_eq!(pallet_parameters::Parameters::<Runtime>::iter().count(), 0);
		assert_eq!((Session::validators().len(), Feeds::sorted_members().len()), (4, 5));
		let candidates = breakwater_validators::Candidates::<Runtime>::get();
		assert!(candidates.iter().all(|one| one.approved && one.bond == 10_000 * BRKW));
		assert_eq!(pallet_assets::Asset::<Runtime>::iter().count(), 0);
		assert_eq!(NativeAndAssets::balance(AssetId::Native, &Treasury::account_id()), 3_000_000 * BRKW);
	});
}

#[test]
fn stablecoin_should_have_no_keys_to_its_team() {
	genesis("development").execute_with(|| {
		let usdb = pallet_assets::Asset::<Runtime>::get(genesis_config_presets::USDB).expect("it exists");
		let owner =
			genesis_config_presets::asset_owner(genesis_config_presets::USDB).expect("a hash is an account");
		for role in [usdb.owner, usdb.issuer, usdb.admin, usdb.freezer] {
			assert_eq!(role, owner);
		}
		assert!(usdb.is_sufficient);
		assert_eq!(usdb.min_balance, 1);
	});
}

#[test]
fn parameters_should_default_within_their_bounds() {
	sp_io::TestExternalities::default().execute_with(|| {
		let all = bounded::all();
		assert!(all.len() > 15);
		for (name, sound) in all {
			assert!(sound, "{name}");
		}
	});
}

#[test]
fn parameter_should_act_as_its_bound_when_set_beyond_it() {
	use dynamic_params::{democracy, oracle, reserve};
	let mut env = Env::development();
	let set = |key_value| pallet_parameters::Call::<Runtime>::set_parameter { key_value };
	let share = sp_runtime::Permill::one();
	let premium = reserve::Parameters::PremiumShare(reserve::PremiumShare, Some(share));
	let launch = democracy::Parameters::LaunchPeriod(democracy::LaunchPeriod, Some(0));
	let operators = oracle::Parameters::MinOperators(oracle::MinOperators, Some(u32::MAX));
	frame_support::assert_ok!(env.root(set(RuntimeParameters::Reserve(premium))));
	frame_support::assert_ok!(env.root(set(RuntimeParameters::Democracy(launch))));
	frame_support::assert_ok!(env.root(set(RuntimeParameters::Oracle(operators))));
	env.run(|| {
		assert_eq!(bounded::PremiumShare::get(), sp_runtime::Permill::from_percent(50));
		assert_eq!(bounded::LaunchPeriod::get(), 5);
		assert_eq!(bounded::MinOperators::get(), MAX_OPERATORS);
	});
	let operators = oracle::Parameters::MinOperators(oracle::MinOperators, Some(1));
	frame_support::assert_ok!(env.root(set(RuntimeParameters::Oracle(operators))));
	assert_eq!(env.run(bounded::MinOperators::get), 3);
	// A period of zero blocks would divide by zero in the next block.
	env.pass_blocks(3);
}

/// Sets parameters to the least and to the most that their types hold, and reads the values that
/// act.
fn extremes(preset: &str) -> [(Moment, BlockNumber, BlockNumber, BlockNumber, BlockNumber, Permill); 2] {
	use dynamic_params::{clock, democracy, pools};
	let mut env = Env::from_preset(preset);
	let set = |env: &mut Env, key_value| {
		frame_support::assert_ok!(env.root(pallet_parameters::Call::<Runtime>::set_parameter { key_value }));
	};
	[(0, 0, Permill::zero()), (Moment::MAX, BlockNumber::MAX, Permill::one())].map(|(gap, blocks, part)| {
		use democracy::Parameters as Votes;
		set(&mut env, RuntimeParameters::Clock(clock::Parameters::MaxGap(clock::MaxGap, Some(gap))));
		set(&mut env, RuntimeParameters::Pools(pools::Parameters::MinJunior(pools::MinJunior, Some(part))));
		for vote in [
			Votes::LaunchPeriod(democracy::LaunchPeriod, Some(blocks)),
			Votes::VotingPeriod(democracy::VotingPeriod, Some(blocks)),
			Votes::EnactmentPeriod(democracy::EnactmentPeriod, Some(blocks)),
			Votes::VoteLockingPeriod(democracy::VoteLockingPeriod, Some(blocks)),
		] {
			set(&mut env, RuntimeParameters::Democracy(vote));
		}
		env.run(|| {
			(
				bounded::MaxGap::get(),
				bounded::LaunchPeriod::get(),
				bounded::VotingPeriod::get(),
				bounded::EnactmentPeriod::get(),
				bounded::VoteLockingPeriod::get(),
				bounded::MinJunior::get(),
			)
		})
	})
}

/// A lone voter of one minute does not own the chain, two empty slots are no halt, and senior
/// capital always backs cover.
#[test]
fn public_chain_should_hold_its_parameters_within_bounds_that_protect() {
	let half = Permill::from_percent(50);
	assert_eq!(
		extremes("local_testnet"),
		[
			(30_000, DAYS, DAYS, 6 * HOURS, DAYS, Permill::from_percent(1)),
			(3_600_000, 28 * DAYS, 28 * DAYS, 28 * DAYS, 28 * DAYS, half),
		]
	);
	const { assert!(bounded::MaxGap::LEAST >= 10 * SLOT_DURATION) };
	for period in
		[bounded::ProposalPeriod::LEAST, bounded::ChallengePeriod::LEAST, bounded::ClaimWindow::LEAST]
	{
		assert!(period >= 24 * bounded::MaxGap::MOST, "a halt uses up a part of it at most");
	}
}

/// Stories of months are played in minutes.
#[test]
fn development_chain_should_have_bounds_of_its_own() {
	assert_eq!(
		extremes("development"),
		[
			(6_000, 5, 5, 1, 1, Permill::from_percent(1)),
			(YEAR, 28 * DAYS, 28 * DAYS, 28 * DAYS, 28 * DAYS, Permill::from_percent(50)),
		]
	);
}

/// Only genesis sets which bounds a chain has. The pallet that keeps the choice has no calls.
#[test]
fn no_call_should_make_a_public_chain_a_development_chain() {
	use frame_support::traits::GetCallMetadata;
	let is_development = genesis_parameters::IsDevelopment::<Runtime>::get;
	assert!(!Env::from_preset("local_testnet").run(is_development));
	assert!(Env::development().run(is_development));
	assert!(!RuntimeCall::get_module_names().contains(&"GenesisParameters"));
}

/// With one validator of three away, two empty slots in a row are common. They are no halt,
/// whatever value a referendum has set.
#[test]
fn two_empty_slots_should_be_no_halt_whatever_was_set() {
	use dynamic_params::clock::{MaxGap, Parameters};
	let mut env = Env::from_preset("local_testnet");
	let key_value = RuntimeParameters::Clock(Parameters::MaxGap(MaxGap, Some(1)));
	frame_support::assert_ok!(env.root(pallet_parameters::Call::<Runtime>::set_parameter { key_value }));
	env.pass_blocks(3);
	let resumed_at = <Clock as breakwater_primitives::ActiveClock>::resumed_at;
	let before = env.run(resumed_at);
	env.next_block(3 * MILLISECS_PER_BLOCK);
	env.pass_blocks(1);
	assert_eq!(env.run(resumed_at), before);
	env.next_block(11 * MILLISECS_PER_BLOCK);
	assert!(env.run(resumed_at) > before);
}

#[test]
fn chain_should_go_on_when_many_epochs_are_jumped_over() {
	let mut env = Env::from_preset("local_testnet");
	env.pass_blocks(5);
	env.pass_time(365 * breakwater_primitives::DAY);
	env.pass_blocks(3);
	let sessions = env.run(Session::current_index);
	env.pass_time(SESSION);
	env.pass_time(SESSION);
	assert!(env.run(Session::current_index) > sessions);
}

#[test]
fn validator_keys_should_be_provable_after_their_session() {
	use frame_support::traits::KeyOwnerProofSystem;
	let mut env = Env::from_preset("local_testnet");
	let key = (sp_consensus_babe::KEY_TYPE, sp_consensus_babe::AuthorityId::from(Who::Alice.public()));
	for _ in 0..4 {
		env.pass_time(SESSION);
	}
	let proof = env.run(|| Historical::prove(key.clone())).expect("Alice is a validator");
	for _ in 0..4 {
		env.pass_time(SESSION);
	}
	let owner = env.run(|| Historical::check_proof(key, proof));
	assert_eq!(owner, Some((Who::Alice.to_account_id(), ())));
}

#[test]
fn pool_should_cost_its_manager_a_deposit() {
	use codec::MaxEncodedLen;
	use frame_support::traits::fungible::InspectHold;
	let mut env = Env::insured(true);
	let reason = RuntimeHoldReason::Pools(breakwater_pools::HoldReason::PoolDeposit);
	let held = env.run(|| Balances::balance_on_hold(&reason, &Who::Alice.to_account_id()));
	let bytes = breakwater_pools::Pool::<AccountId>::max_encoded_len();
	assert_eq!(held, 10 * BRKW + bytes as Balance * 100 * MICRO_BRKW);
	assert!(held < 11 * BRKW);
}
