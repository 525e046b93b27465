// SPDX-License-Identifier: Apache-2.0

//! Junior and senior through a real loss, and the reserve's loan to its last unit.

use super::{
	env::*,
	short::{buy, list, set},
};
use crate::{constants::*, *};
use breakwater_primitives::*;
use frame_support::{assert_ok, traits::fungible::InspectHold};
use sp_runtime::{DispatchError, Permill};

type PoolCall = breakwater_pools::Call<Runtime>;

fn pool(env: &mut Env) -> PoolState<AccountId> {
	env.run(|| Pools::state(0)).expect("pool 0")
}

fn position(env: &mut Env, who: Who) -> PositionState {
	env.run(|| Pools::position(0, &who.to_account_id())).expect("pool 0")
}

fn deposits(env: &mut Env, who: Who) -> Balance {
	let reason = RuntimeHoldReason::Pools(breakwater_pools::HoldReason::Record);
	env.run(|| Balances::balance_on_hold(&reason, &who.to_account_id()))
}

#[test]
fn loss_should_be_junior_s_when_junior_can_bear_it() {
	let mut env = Env::insured(true);
	assert_ok!(env.submit(deposit_call(0, Tranche::Senior, 500_000 * USD), Who::Dave));
	let before = pool(&mut env);
	let holder = env.usd(Who::Ferdie);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	assert_eq!(env.usd(Who::Ferdie), holder + 10_000 * USD);
	let after = pool(&mut env);
	assert!(after.junior.assets < before.junior.assets - 9_000 * USD);
	assert!(after.senior.assets >= before.senior.assets, "senior lost nothing");
	assert_eq!(after.loan, 0);
	// Each sees their own side of it.
	let (junior, senior) = (position(&mut env, Who::Bob).junior, position(&mut env, Who::Dave).senior);
	assert!(junior.value < 992_000 * USD && junior.value <= after.junior.assets);
	assert!(senior.value >= 500_000 * USD - 1 && senior.value <= after.senior.assets);
	assert_eq!(position(&mut env, Who::Dave).junior, Holding::default());
}

#[test]
fn senior_should_be_refused_when_junior_is_too_thin() {
	let mut env = Env::insured(true);
	// A fifth of all has to be junior's.
	let junior = pool(&mut env).junior.assets;
	let most = 4 * junior;
	let error: DispatchError = breakwater_pools::Error::<Runtime>::TooLittleJunior.into();
	assert_eq!(env.submit(deposit_call(0, Tranche::Senior, most + USD), Who::Dave), Err(error));
	assert_ok!(env.submit(deposit_call(0, Tranche::Senior, most - USD), Who::Dave));
	// A referendum can ask for more.
	use dynamic_params::pools::{MinJunior, Parameters};
	let half = Some(Permill::from_percent(50));
	set(&mut env, RuntimeParameters::Pools(Parameters::MinJunior(MinJunior, half)));
	assert_eq!(env.submit(deposit_call(0, Tranche::Senior, USD), Who::Dave), Err(error));
	env.pass_blocks(1);
}

#[test]
fn records_should_cost_a_deposit_that_is_given_back() {
	let mut env = Env::insured(true);
	assert_eq!(deposits(&mut env, Who::Dave), 0);
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000 * USD), Who::Dave));
	let one = deposits(&mut env, Who::Dave);
	assert!(one > 100 * MILLI_BRKW && one < 200 * MILLI_BRKW, "{one}");
	// A second deposit needs no second record.
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000 * USD), Who::Dave));
	assert_eq!(deposits(&mut env, Who::Dave), one);
	let shares = position(&mut env, Who::Dave).junior.shares;
	let tranche = Tranche::Junior;
	assert_ok!(env.submit(PoolCall::request_withdrawal { pool: 0, tranche, shares, min_out: 1 }, Who::Dave));
	assert!(deposits(&mut env, Who::Dave) > one);
	env.pass_time_with_price(15 * DAY, 1_000);
	assert_eq!(position(&mut env, Who::Dave), PositionState::default());
	assert_eq!(deposits(&mut env, Who::Dave), 0);
}

/// Returns a pool of 100,000 at twice its capital. It has cover of 95 % and 90 % of its capital on
/// two products that fail at 0.995, and of 10 % on one that fails at 0.8 only.
fn stretched() -> Env {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let mut env = Env::development();
	let all = Some(Permill::one());
	set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	list(&mut env, 1);
	list(&mut env, 2);
	list_deep(&mut env);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Alice));
	for product in 0..3 {
		let weight = Permill::one();
		assert_ok!(env.submit(PoolCall::set_weight { pool: 0, product, weight }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 40_000 * USD), Who::Bob));
	assert_ok!(env.submit(deposit_call(0, Tranche::Senior, 60_000 * USD), Who::Charlie));
	let amount = 1_000_000 * USD;
	assert_ok!(env.submit(breakwater_reserve::Call::donate { asset: USDB, amount }, Who::Bob));
	assert_ok!(env.root(breakwater_reserve::Call::admit_pool { pool: 0 }));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(buy(2, 10_000 * USD), Who::Eve));
	assert_ok!(env.submit(buy(0, 95_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(buy(1, 90_000 * USD), Who::Dave));
	env.pass_time_with_price(3 * DAY, 1_000);
	assert_ok!(env.submit(PoolCall::accrue { pool: 0, days: 10 }, Who::Alice));
	env
}

fn list_deep(env: &mut Env) {
	let decision = Decision::Trigger(Trigger { threshold: 8 * ONE / 10, ..trigger() });
	assert_ok!(env.root(list_call(Listing { group: 3, decision, ..listing(true) })));
}

fn account(env: &mut Env) -> breakwater_reserve::PoolAccount {
	env.run(|| breakwater_reserve::Pools::<Runtime>::get(0, USDB))
}

#[test]
fn loan_should_be_repaid_from_premiums_sold_before_it_and_the_rest_written_off() {
	let mut env = stretched();
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	// Both tranches lost everything, and the reserve lent.
	let after = pool(&mut env);
	assert!(after.junior.is_exhausted && after.senior.is_exhausted);
	assert_eq!((after.junior.assets, after.senior.assets), (0, 0));
	let drawn = account(&mut env);
	assert!(drawn.paid > 0 && after.loan > 0);
	// New capital comes into a clean tranche, and takes on no debt.
	env.pass_time_with_price(30 * DAY, 1_000);
	let late = account(&mut env);
	assert!(late.repaid > 0, "the premium of the third product repays");
	for tranche in Tranche::ALL {
		assert_ok!(env.submit(PoolCall::reopen_tranche { pool: 0, tranche }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Eve));
	assert!(position(&mut env, Who::Eve).junior.value >= 100_000 * USD - 1);
	let bob = position(&mut env, Who::Bob).junior;
	assert_eq!(bob.value, 0, "shares of the tranche that was exhausted are void");
	let (pool_id, tranche, who) = (0, Tranche::Junior, Who::Bob.to_account_id());
	assert_ok!(env.submit(PoolCall::remove_position { pool: pool_id, tranche, who }, Who::Dave));
	assert_eq!(deposits(&mut env, Who::Bob), 0);
	env.pass_time_with_price(5 * DAY, 1_000);
	assert!(position(&mut env, Who::Eve).junior.value >= 100_000 * USD - 1);
	// All premium that was pledged is earned. The part of the loan that it did not repay is given
	// up.
	let end = account(&mut env);
	assert_eq!(pool(&mut env).loan, 0);
	assert_eq!(end.lent(), Some(0));
	assert_eq!(end.repaid + end.written_off, end.paid);
	assert!(end.written_off > 0);
}

#[test]
fn history_should_show_the_days_and_a_yield() {
	let mut env = Env::insured(true);
	env.pass_time_with_price(10 * DAY, 1_000);
	let history = env.run(|| Pools::history(0, 366));
	assert!(history.len() >= 10, "{}", history.len());
	assert!(history.windows(2).all(|two| two[0].day > two[1].day && two[0].junior >= two[1].junior));
	assert_eq!(env.run(|| Pools::history(0, 3)).len(), 3);
	let yields = pool(&mut env).junior.yields;
	assert!(yields[0].expect("there is a record of a week ago") > 0);
	assert_eq!(yields[2], None);
}
