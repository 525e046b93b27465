// SPDX-License-Identifier: Apache-2.0

//! The life of a policy that two pools back: longer, larger, smaller, given away, and claimed.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::Permill;

type Cover = breakwater_policies::Call<Runtime>;

/// The state of [`Env::insured`] with pool 1 of 20,000 USDB of Dave for the product, of which one
/// policy may have a fifth, and policy 1 of Eve over 50,000 USDB.
fn shared() -> Env {
	let mut env = Env::insured(true);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 5)), Who::Alice));
	let weight = Permill::one();
	let weigh = breakwater_pools::Call::set_weight { pool: 1, product: 0, weight };
	assert_ok!(env.submit(weigh, Who::Alice));
	assert_ok!(env.submit(deposit_call(1, Tranche::Junior, 20_000 * USD), Who::Dave));
	assert_ok!(env.submit(buy_call(50_000 * USD), Who::Eve));
	env.pass_blocks(1);
	env
}

fn placement(env: &mut Env) -> Vec<(PoolId, Balance)> {
	let state = env.run(|| Policies::policy_state(1)).expect("policy 1");
	state.placement.iter().map(|part| (part.pool, part.cover)).collect()
}

#[test]
fn policy_of_two_pools_should_be_paid_by_both_to_the_unit() {
	let mut env = shared();
	// The pool that is used least has room for a fifth of its capital.
	assert_eq!(placement(&mut env), [(1, 4_000 * USD), (0, 46_000 * USD)]);
	let max_premium = Balance::MAX;
	assert_ok!(env.submit(Cover::extend { policy: 1, time: 30 * DAY, max_premium }, Who::Eve));
	assert_ok!(env.submit(Cover::increase { policy: 1, by: 1_000 * USD, max_premium }, Who::Eve));
	assert_ok!(env.submit(Cover::decrease { policy: 1, by: 500 * USD, min_refund: 1 }, Who::Eve));
	assert_ok!(env.submit(Cover::transfer { policy: 1, to: Who::Bob.to_account_id() }, Who::Eve));
	assert_eq!(placement(&mut env), [(1, 4_000 * USD), (0, 46_500 * USD)]);
	env.pass_time_with_price(35 * DAY, 1_000);

	let before = env.usd(Who::Bob);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	let incident = env.run(|| incident_of(0)).expect("incident 0");
	assert_eq!(incident.phase, Phase::Paid);
	// Policy 0 has ended by then; the increase has begun.
	assert_eq!(env.usd(Who::Bob), before + 50_500 * USD);
	let losses: Vec<_> = incident.pools.iter().map(|part| (part.pool, part.settlement.loss)).collect();
	assert_eq!(losses, [(0, 46_500 * USD), (1, 4_000 * USD)]);
}

/// Guard: no policy has more in a pool than its limit, in any number of steps.
#[test]
fn increases_should_not_pass_the_limit_of_one_policy_in_a_pool() {
	let mut env = shared();
	let increase = Cover::increase { policy: 1, by: USD, max_premium: Balance::MAX };
	assert_ok!(env.submit(increase, Who::Eve));
	assert_eq!(placement(&mut env), [(1, 4_000 * USD), (0, 46_001 * USD)]);
	let all = Cover::increase { policy: 1, by: 160_000 * USD, max_premium: Balance::MAX };
	let error = breakwater_policies::Error::<Runtime>::NoCapacity;
	assert_eq!(env.submit(all, Who::Eve), Err(error.into()));
}

#[test]
fn cancelled_policy_should_give_both_pools_their_room_back() {
	let mut env = shared();
	let rooms = |env: &mut Env| {
		[0, 1].map(|pool| env.run(|| Pools::line(pool, 0, Sale::New)).expect("sells").exposure)
	};
	assert_eq!(rooms(&mut env), [56_000 * USD, 4_000 * USD]);
	env.pass_time_with_price(3 * DAY, 1_000);
	let state = env.run(|| Policies::policy_state(1)).expect("policy 1");
	let before = env.usd(Who::Eve);
	let cancel = Cover::cancel { policy: 1, min_refund: state.refund };
	assert_ok!(env.submit(cancel, Who::Eve));
	// The shown refund is of this block. The paid one is of the pools' books, which the call
	// catches up to it.
	assert_eq!(env.usd(Who::Eve), before + state.refund);
	assert_eq!(rooms(&mut env), [10_000 * USD, 0]);
	env.pass_blocks(1);
}

/// Guard: the premium that the pool keeps of a cancelled policy streams on. A holder who bought
/// near the threshold cancels when the price has recovered. Just before, in one batch, the same
/// holder deposits a hundred times the pool. Of the premium that the terms do not give back, none
/// is earned in the block.
#[test]
fn holder_should_have_nothing_of_what_is_kept_when_they_deposit_before_they_cancel() {
	let mut env = Env::development();
	let mut near = listing(true);
	near.terms.price.volatility = breakwater_primitives::ONE / 20;
	assert_ok!(env.root(list_call(near)));
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
	let weight = Permill::from_percent(90);
	assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product: 0, weight }, Who::Alice));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000_000 * USD), Who::Bob));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(buy_call(10_000 * USD), Who::Eve));
	env.pass_time_with_price(HOUR, 1_200);
	let state = env.run(|| Policies::policy_state(0)).expect("policy 0");
	assert!(state.refund * 2 < state.unearned, "{} of {}", state.refund, state.unearned);
	let (before, amount) = (env.usd(Who::Eve), 100_000_000 * USD);
	let calls = vec![
		deposit_call(0, Tranche::Junior, amount).into(),
		Cover::cancel { policy: 0, min_refund: 1 }.into(),
	];
	assert_ok!(env.submit(pallet_utility::Call::batch_all { calls }, Who::Eve));
	let refund = env.usd(Who::Eve) + amount - before;
	assert!(refund <= state.refund, "{refund} of {}", state.refund);
	let eve = Who::Eve.to_account_id();
	let value = |env: &mut Env| env.run(|| Pools::position(0, &eve)).expect("pool 0").junior.value;
	let worth = value(&mut env);
	assert!(worth <= amount, "{worth}: she bought in at the price of all that is earned");
	// While the deposit stays there it is paid for the time, as all deposits are. 31 days at most.
	let kept = state.unearned - refund;
	env.pass_time_with_price(HOUR, 1_000);
	let earned = value(&mut env).saturating_sub(worth);
	assert!(earned <= kept / 200, "{earned} of {kept} in an hour");
}

/// A pool that lost its place to a larger one sells and renews no cover. The cover that it has sold
/// is locked and paid.
#[test]
fn policy_of_a_pool_that_runs_off_should_be_paid_but_not_extended() {
	let mut env = Env::insured(true);
	let weight = Permill::from_percent(90);
	let weigh = |pool| breakwater_pools::Call::set_weight { pool, product: 0, weight };
	for pool in 1..MAX_SELLING_POOLS {
		assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
		assert_ok!(env.submit(deposit_call(pool, Tranche::Junior, 2_000_000 * USD), Who::Bob));
		assert_ok!(env.submit(weigh(pool), Who::Alice));
		// The least used pool backs it.
		assert_ok!(env.submit(buy_call(10_000 * USD), Who::Dave));
	}
	let large = MAX_SELLING_POOLS;
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
	assert_ok!(env.submit(deposit_call(large, Tranche::Junior, 20_000_000 * USD), Who::Dave));
	assert_ok!(env.submit(weigh(large), Who::Alice));
	let places = env.run(|| breakwater_pools::Underwriters::<Runtime>::get(0));
	assert_eq!(places.running_off.to_vec(), [0]);
	let extend = Cover::extend { policy: 0, time: 30 * DAY, max_premium: Balance::MAX };
	let error = breakwater_policies::Error::<Runtime>::NoCapacity;
	assert_eq!(env.submit(extend, Who::Ferdie), Err(error.into()));
	let before = env.usd(Who::Ferdie);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	assert_eq!(env.usd(Who::Ferdie), before + 10_000 * USD);
}
