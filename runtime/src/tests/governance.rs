//! A referendum, from the preimage to the changed parameter.

use super::env::*;
use crate::{constants::*, dynamic_params::reserve, parameters::bounded, *};
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
		env.run(<Reserve as breakwater_primitives::Backstop<AccountId>>::premium_share),
		Permill::from_percent(25)
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
