// SPDX-License-Identifier: Apache-2.0

//! A referendum, from the preimage to the changed parameter.

use super::env::*;
use crate::{constants::*, dynamic_params::reserve, parameters::bounded, *};
use codec::Encode;
use frame_support::{assert_ok, traits::Bounded, traits::Get};
use pallet_democracy::{AccountVote, Conviction, Vote};
use sp_runtime::Permill;

fn share_call(percent: u32) -> RuntimeCall {
	let share = Some(Permill::from_percent(percent));
	pallet_parameters::Call::set_parameter {
		key_value: RuntimeParameters::Reserve(reserve::Parameters::PremiumShare(
			reserve::PremiumShare,
			share,
		)),
	}
	.into()
}

fn propose(env: &mut Env, call: &RuntimeCall) {
	let (bytes, hash) = preimage(call);
	let len = bytes.len() as u32;
	assert_ok!(env.submit(pallet_preimage::Call::note_preimage { bytes }, Who::Alice));
	let proposal = Bounded::Lookup { hash, len };
	assert_ok!(env.submit(pallet_democracy::Call::propose { proposal, value: 100 * BRKW }, Who::Alice));
}

fn vote(env: &mut Env, who: Who, aye: bool, balance: Balance) {
	let vote = AccountVote::Standard { vote: Vote { aye, conviction: Conviction::Locked1x }, balance };
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index: 0, vote }, who));
}

#[test]
fn referendum_should_change_the_premium_share_when_approved() {
	let mut env = Env::development();
	assert_eq!(env.run(bounded::PremiumShare::get), Permill::from_percent(15));
	propose(&mut env, &share_call(25));
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Democracy(pallet_democracy::Event::Started { ref_index: 0, .. }))
	});
	vote(&mut env, Who::Alice, true, 500_000 * BRKW);
	vote(&mut env, Who::Bob, false, 100_000 * BRKW);
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Parameters(pallet_parameters::Event::Updated { .. }))
	});
	assert_eq!(env.run(bounded::PremiumShare::get), Permill::from_percent(25));
	assert_eq!(
		env.run(|| Reserve::state(USDB)).map(|state| state.base_share),
		Some(Permill::from_percent(25))
	);
}

#[test]
fn referendum_should_change_nothing_when_rejected() {
	let mut env = Env::development();
	propose(&mut env, &share_call(25));
	env.pass_blocks(11);
	vote(&mut env, Who::Alice, true, 100_000 * BRKW);
	vote(&mut env, Who::Bob, false, 500_000 * BRKW);
	env.pass_blocks(30);
	assert_eq!(env.run(bounded::PremiumShare::get), Permill::from_percent(15));
}

#[test]
fn votes_should_stay_locked_until_the_enactment() {
	use crate::dynamic_params::democracy;
	let mut env = Env::development();
	for parameter in [
		democracy::Parameters::VoteLockingPeriod(democracy::VoteLockingPeriod, Some(1)),
		democracy::Parameters::EnactmentPeriod(democracy::EnactmentPeriod, Some(1_000)),
	] {
		let key_value = RuntimeParameters::Democracy(parameter);
		assert_ok!(env.root(pallet_parameters::Call::set_parameter { key_value }));
	}
	let locked = env.run(<Runtime as pallet_democracy::Config>::VoteLockingPeriod::get);
	assert_eq!(locked, 1_000);
}

#[test]
fn parameters_should_be_set_by_referendum_only() {
	let mut env = Env::development();
	for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(Who::Alice.to_account_id())] {
		assert_eq!(env.dispatch(share_call(25), origin), Err(sp_runtime::DispatchError::BadOrigin));
	}
}

#[test]
fn assets_should_be_created_by_referendum_only() {
	let mut env = Env::development();
	let admin: Address = Who::Alice.to_account_id().into();
	let create = pallet_assets::Call::create { id: 7.into(), admin: admin.clone(), min_balance: 1 };
	assert_eq!(env.submit(create, Who::Alice), Err(sp_runtime::DispatchError::BadOrigin));
	let create =
		pallet_assets::Call::force_create { id: 7.into(), owner: admin, is_sufficient: true, min_balance: 1 };
	assert_eq!(env.submit(create.clone(), Who::Alice), Err(sp_runtime::DispatchError::BadOrigin));
	assert_ok!(env.root(create));
}

/// Guard: the holder of a key of an asset's team could mint, freeze or burn the holdings of its
/// pools.
#[test]
fn asset_should_be_listed_only_when_its_team_has_no_keys() {
	let mut env = Env::from_preset("local_testnet");
	type PoolCall = breakwater_pools::Call<Runtime>;
	let list = |id| PoolCall::list_asset { asset: AssetId::WithId(id), min_deposit: 5, min_withdrawal: 5 };
	let create = |id: u32, owner: AccountId| pallet_assets::Call::<Runtime>::force_create {
		id: id.into(),
		owner: owner.into(),
		is_sufficient: true,
		min_balance: 1,
	};
	let nobody = |id| crate::genesis_config_presets::asset_owner(id).expect("a hash is an account");
	// As clients compute it.
	let known = "0x655111db2bc96df8fc6d3b0af1e841cacd2588d50d679c15f34681d923f17337";
	assert_eq!(format!("{:?}", sp_core::H256(nobody(1).into())), known);
	let error = Err(breakwater_pools::Error::<Runtime>::TeamHasKeys.into());
	assert_ok!(env.root(create(7, Who::Alice.to_account_id())));
	assert_eq!(env.root(list(7)), error);
	// The keyless account of another asset is not that of this one, which keeps the rule simple.
	assert_ok!(env.root(create(8, nobody(7))));
	assert_eq!(env.root(list(8)), error);
	assert_ok!(env.root(create(9, nobody(9))));
	assert_ok!(env.root(list(9)));
	// Each of the four roles counts.
	let team = |freezer: AccountId| pallet_assets::Call::<Runtime>::force_asset_status {
		id: 9.into(),
		owner: nobody(9).into(),
		issuer: nobody(9).into(),
		admin: nobody(9).into(),
		freezer: freezer.into(),
		min_balance: 1,
		is_sufficient: true,
		is_frozen: false,
	};
	assert_ok!(env.root(team(Who::Bob.to_account_id())));
	assert_eq!(env.root(list(9)), error);
	assert_ok!(env.root(team(nobody(9))));
	assert_ok!(env.root(list(9)));
	assert_ok!(env.root(PoolCall::list_asset { asset: USDB, min_deposit: 5, min_withdrawal: 5 }));
	let error = Err(breakwater_pools::Error::<Runtime>::MinWithdrawalTooHigh.into());
	let call = PoolCall::list_asset { asset: USDB, min_deposit: 1, min_withdrawal: Balance::MAX };
	assert_eq!(env.root(call), error);
}

#[test]
fn treasury_should_pay_a_stablecoin_by_referendum_only() {
	let mut env = Env::development();
	let spend = pallet_treasury::Call::spend {
		asset_kind: Box::new(USDB),
		amount: 5 * USD,
		beneficiary: Box::new(Who::Bob.to_account_id()),
		valid_from: None,
	};
	let gift = pallet_assets::Call::transfer { id: 1.into(), target: treasury().into(), amount: 7 * USD };
	assert_ok!(env.submit(gift, Who::Alice));
	assert_eq!(env.submit(spend.clone(), Who::Alice), Err(sp_runtime::DispatchError::BadOrigin));
	assert_ok!(env.root(spend));
	let before = env.usd(Who::Bob);
	assert_ok!(env.submit(pallet_treasury::Call::payout { index: 0 }, Who::Charlie));
	assert_eq!(env.usd(Who::Bob), before + 5 * USD);
	assert_eq!(env.balance(USDB, &treasury()), 2 * USD);
	env.pass_blocks(1);
}

/// Notes a call, and proposes it in the same batch.
fn note_and_propose(call: &RuntimeCall, value: Balance) -> pallet_utility::Call<Runtime> {
	let (bytes, hash) = preimage(call);
	let proposal = Bounded::Lookup { hash, len: bytes.len() as u32 };
	let calls = vec![
		pallet_preimage::Call::note_preimage { bytes }.into(),
		pallet_democracy::Call::propose { proposal, value }.into(),
	];
	pallet_utility::Call::batch_all { calls }
}

fn remark(n: u8) -> RuntimeCall {
	frame_system::Call::remark { remark: vec![n] }.into()
}

fn least_deposit(env: &mut Env) -> Balance {
	env.run(<Runtime as pallet_democracy::Config>::MinimumDeposit::get)
}

#[test]
fn one_account_should_not_shut_others_out_of_proposing() {
	let mut env = Env::from_preset("local_testnet");
	// As often as it can, each time at the least price.
	let mut submit = |n| {
		let value = least_deposit(&mut env);
		env.submit(note_and_propose(&remark(n), value), Who::Ferdie)
	};
	let n = (0..=200).take_while(|n| submit(*n).is_ok()).count();
	// A million does not fill the list, and others get in for less than a tenth of it.
	assert_eq!(n, 99);
	let price = least_deposit(&mut env);
	assert_eq!(price, 51_200 * BRKW);
	assert_ok!(env.submit(note_and_propose(&remark(200), price), Who::Alice));
	let low = pallet_democracy::Error::<Runtime>::ValueLow;
	assert_eq!(env.submit(note_and_propose(&remark(201), price - 1), Who::Bob), Err(low.into()));
}

#[test]
fn deposit_for_a_proposal_should_double_with_every_ten_that_wait() {
	let mut env = Env::from_preset("local_testnet");
	for n in 0..35u8 {
		let value = least_deposit(&mut env);
		assert_eq!(value, (100 * BRKW) << (n / 10), "{n}");
		assert_ok!(env.submit(note_and_propose(&remark(n), value), Who::Ferdie));
	}
	// An account that seconds a proposal puts up the deposit of that proposal, not more.
	let free = env.run(|| Balances::free_balance(Who::Bob.to_account_id()));
	assert_ok!(env.submit(pallet_democracy::Call::second { proposal: 12 }, Who::Bob));
	let left = env.run(|| Balances::free_balance(Who::Bob.to_account_id()));
	assert_eq!(free - left, 200 * BRKW);
	// The deposit falls again.
	assert_ok!(env.root(pallet_democracy::Call::cancel_proposal { prop_index: 12 }));
	for prop_index in 30..34 {
		assert_ok!(env.root(pallet_democracy::Call::cancel_proposal { prop_index }));
	}
	assert_eq!(least_deposit(&mut env), 800 * BRKW);
	assert_ok!(env.root(pallet_democracy::Call::cancel_proposal { prop_index: 0 }));
	assert_eq!(least_deposit(&mut env), 400 * BRKW);
	let set = dynamic_params::democracy::Parameters::MinimumDeposit(
		dynamic_params::democracy::MinimumDeposit,
		Some(Balance::MAX),
	);
	let key_value = RuntimeParameters::Democracy(set);
	assert_ok!(env.root(pallet_parameters::Call::set_parameter { key_value }));
	assert_eq!(least_deposit(&mut env), 4_000_000 * BRKW);
}

#[test]
fn proposal_should_be_refused_when_its_preimage_is_not_there() {
	let mut env = Env::development();
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let (bytes, hash) = preimage(&share_call(25));
	let len = bytes.len() as u32;
	let propose = |proposal| pallet_democracy::Call::propose { proposal, value: 100 * BRKW };
	assert_eq!(env.submit(propose(Bounded::Lookup { hash, len }), Who::Alice), filtered);
	assert_ok!(env.submit(pallet_preimage::Call::note_preimage { bytes: bytes.clone() }, Who::Alice));
	// With another length it would not be found when it is to run.
	for len in [0, len - 1, len + 1, u32::MAX] {
		assert_eq!(env.submit(propose(Bounded::Lookup { hash, len }), Who::Alice), filtered);
	}
	assert_ok!(env.submit(propose(Bounded::Lookup { hash, len }), Who::Alice));
	assert_ok!(env.submit(propose(Bounded::Legacy { hash, dummy: Default::default() }), Who::Alice));
	assert_ok!(env.submit(propose(Bounded::Inline(bytes.try_into().expect("a short call"))), Who::Alice));
	let unknown = Bounded::Legacy { hash: Hash::zero(), dummy: Default::default() };
	assert_eq!(env.submit(propose(unknown), Who::Alice), filtered);
}

#[test]
fn proposal_should_be_refused_when_it_cannot_be_decoded() {
	let mut env = Env::development();
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let batch = |calls| RuntimeCall::from(pallet_utility::Call::batch { calls });
	// Batches of one around one another.
	let small = remark(0).encode();
	let mut around = batch(vec![remark(0)]).encode();
	around.truncate(around.len() - small.len());
	let nested = |depth: usize| [around.repeat(depth), small.clone()].concat();
	// Many small calls take much more memory than bytes.
	let many = batch(vec![remark(0); 400_000]).encode();
	let rest = [small.clone(), vec![0]].concat();
	for bytes in [vec![], vec![255; 9], rest, nested(1_000), nested(100_000), many] {
		let hash = <BlakeTwo256 as sp_runtime::traits::Hash>::hash(&bytes);
		let proposal = Bounded::Lookup { hash, len: bytes.len() as u32 };
		assert_ok!(env.root(pallet_preimage::Call::note_preimage { bytes }));
		let propose = pallet_democracy::Call::propose { proposal, value: 100 * BRKW };
		assert_eq!(env.submit(propose, Who::Alice), filtered);
	}
}

#[test]
fn proposal_should_be_refused_when_it_is_too_heavy_to_run() {
	use breakwater_claims::types::MAX_STEPS;
	let mut env = Env::development();
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let push: RuntimeCall = breakwater_claims::Call::process { incident: 0, max: MAX_STEPS }.into();
	let batch =
		|count| RuntimeCall::from(pallet_utility::Call::batch_all { calls: vec![push.clone(); count] });
	let fitting = (1..40).take_while(|count| can_propose(&mut env, &batch(*count))).last();
	// A call that is accepted runs. A call that is refused would have been dropped.
	let fitting = fitting.expect("a single one runs");
	assert!(fitting < 39);
	for (count, runs) in [(fitting, true), (fitting + 1, false)] {
		let call = batch(count);
		let (bytes, hash) = preimage(&call);
		let len = bytes.len() as u32;
		assert_ok!(env.root(pallet_preimage::Call::note_preimage { bytes }));
		// As democracy does.
		let when = env.run(System::block_number) + 2;
		assert_ok!(env.run(|| {
			use frame_support::traits::schedule::{v3::Named, DispatchTime};
			let root = frame_system::RawOrigin::Root.into();
			let call = Bounded::Lookup { hash, len };
			<Scheduler as Named<_, _, _>>::schedule_named(
				[count as u8; 32],
				DispatchTime::At(when),
				None,
				63,
				root,
				call,
			)
		}));
		env.take_events();
		env.pass_blocks(4);
		let ran = env.take_events().iter().any(|event| {
			matches!(event, RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { .. }))
		});
		assert_eq!(ran, runs, "{count} calls");
	}
	// Also within a batch, and by proxy.
	let heavy = note_and_propose(&batch(fitting + 1), 100 * BRKW);
	assert_eq!(env.submit(heavy, Who::Alice), filtered);
}

/// Returns true if a call can be proposed. It is not.
fn can_propose(env: &mut Env, call: &RuntimeCall) -> bool {
	use frame_support::storage::{with_transaction, TransactionOutcome};
	let call = note_and_propose(call, 100 * BRKW);
	env.run(|| {
		with_transaction(|| {
			let origin = RuntimeOrigin::signed(Who::Alice.to_account_id());
			let result = sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(call), origin);
			TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(result.is_ok()))
		})
	})
	.expect("it is rolled back")
}

#[test]
fn proposing_should_weigh_the_reading_of_the_proposal() {
	use frame_support::dispatch::GetDispatchInfo;
	let inline = Bounded::Inline(Default::default());
	let propose: RuntimeCall = pallet_democracy::Call::propose { proposal: inline, value: 0 }.into();
	let weight = propose.get_dispatch_info().call_weight;
	let fetch = <crate::weights::pallet_scheduler::WeightInfo<Runtime> as pallet_scheduler::WeightInfo>::service_task_fetched;
	assert!(weight.all_gt(fetch(pallet_preimage::MAX_SIZE)), "{weight:?}");
	let limits = crate::configs::system::RuntimeBlockWeights::get();
	let most = limits.get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic.expect("a bound");
	for call in [
		propose,
		pallet_democracy::Call::undelegate {}.into(),
		pallet_democracy::Call::remove_vote { index: 0 }.into(),
	] {
		assert!(call.get_dispatch_info().call_weight.all_lt(most.div(4)), "{call:?}");
	}
}
