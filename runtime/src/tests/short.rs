// SPDX-License-Identifier: Apache-2.0

//! A pool that cannot pay all claims, and a chain that stands still.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::Permill;

pub fn set<V: Into<RuntimeParameters>>(env: &mut Env, parameter: V) {
	assert_ok!(env.root(pallet_parameters::Call::<Runtime>::set_parameter { key_value: parameter.into() }));
}

pub fn incident(env: &mut Env, id: IncidentId) -> Incident {
	env.run(|| incident_of(id)).expect("the incident is open or was")
}

pub fn list(env: &mut Env, group: GroupId) {
	assert_ok!(env.root(list_call(Listing { group, ..listing(true) })));
}

pub fn buy(product: ProductId, cover: Balance) -> breakwater_policies::Call<Runtime> {
	breakwater_policies::Call::buy { order: order(product, cover, 30 * DAY, Balance::MAX), beneficiary: None }
}

/// Starts a chain with a pool at twice its capital, with cover of 95 % and 90 % of it on two
/// products that fail together. The reserve stands behind it, with its premium shares and so much
/// that was donated.
fn stretched(donated: Balance) -> Env {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let mut env = Env::development();
	let all = Some(Permill::one());
	set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	list(&mut env, 1);
	list(&mut env, 2);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Alice));
	for product in 0..2 {
		let weight = Permill::one();
		assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product, weight }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Bob));
	if donated > 0 {
		let donation = breakwater_reserve::Call::donate { asset: USDB, amount: donated };
		assert_ok!(env.submit(donation, Who::Bob));
	}
	assert_ok!(env.root(breakwater_reserve::Call::admit_pool { pool: 0 }));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(buy(0, 95_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(buy(1, 90_000 * USD), Who::Dave));
	env.pass_time_with_price(3 * DAY, 1_000);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 10 }, Who::Alice));
	env
}

#[test]
fn incidents_should_share_a_short_pool_and_the_reserve_should_pay_within_its_limits() {
	let mut env = stretched(50_000 * USD);
	let before = [env.usd(Who::Ferdie), env.usd(Who::Dave)];
	let reserve = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert!(reserve.received > 50_000 * USD);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);

	let incidents = [incident(&mut env, 0), incident(&mut env, 1)];
	let paid = [env.usd(Who::Ferdie) - before[0], env.usd(Who::Dave) - before[1]];
	let mut from_reserve = 0;
	for (state, paid) in incidents.iter().zip(paid) {
		assert_eq!(state.phase, Phase::Paid);
		let settled = state.pools.first().expect("one pool").settlement;
		assert_eq!(settled.funded(), Some(paid), "the only claim gets all that came together");
		assert_eq!(
			paid + settled.owed_by_reserve + settled.owed_by_pool,
			settled.loss,
			"what is not paid is owed"
		);
		assert!(settled.from_pool < settled.loss && settled.from_pool > 0);
		from_reserve += settled.from_reserve;
	}
	// The first to come takes no more than their part: both get about the same fraction from the
	// pool.
	let [a, b] = incidents.map(|state| state.pools.first().expect("one pool").settlement);
	let difference = (a.from_pool * b.loss).abs_diff(b.from_pool * a.loss);
	assert!(
		difference < a.loss * b.loss / 100,
		"{} of {}, {} of {}",
		a.from_pool,
		a.loss,
		b.from_pool,
		b.loss
	);
	// The reserve gave at most ten times the amount that the pool has brought in until now, and its
	// books show the amount given.
	let after = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert!(from_reserve > 0);
	assert_eq!(after.paid_out, from_reserve);
	let account = env.run(|| breakwater_reserve::Pools::<Runtime>::get(0, USDB));
	assert!(from_reserve <= 10 * account.contributed);
	assert_eq!(after.owed, a.owed_by_reserve + b.owed_by_reserve);
	// The claims used all cover up, so that no premium was left to repay the reserve from.
	assert_eq!((after.lent, account.repaid, account.written_off), (0, 0, from_reserve));
	assert!(env.run(|| Pools::state(0)).expect("pool 0").incidents.is_empty());
}

/// Passes blocks a minute apart, the longest gap that counts as active time on a public chain.
fn minutes(env: &mut Env, count: u32) {
	for _ in 0..count {
		env.next_block(MINUTE);
	}
}

#[test]
fn halt_should_decide_nothing_and_run_no_deadline_out() {
	let mut env = Env::from_preset("local_testnet");
	list(&mut env, 1);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 0)), Who::Alice));
	let weight = Permill::one();
	assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product: 0, weight }, Who::Alice));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 2_000 * USD), Who::Alice));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Bob));
	env.feed(1_000);
	minutes(&mut env, 63);
	assert_ok!(env.submit(buy(0, 10_000 * USD), Who::Ferdie));
	// Cover begins during a halt. After it a full window of new data is needed before a decision.
	env.next_block(25 * HOUR);
	env.feed(1_000);
	assert_eq!(env.submit(buy(0, USD), Who::Dave), Err(NOT_READY.into()));
	minutes(&mut env, 63);
	env.feed(900);
	minutes(&mut env, 10);
	let Phase::Observing { until } = incident(&mut env, 0).phase else { panic!("a breach is observed") };
	let occurred_at = incident(&mut env, 0).occurred_at;

	let active = env.run(Clock::active);
	env.next_block(30 * HOUR);
	assert!(env.now() > until, "the wall clock is past the observation's end");
	assert_eq!(env.run(Clock::active), active + MINUTE, "active time is not");
	minutes(&mut env, 2);
	assert!(matches!(incident(&mut env, 0).phase, Phase::Undecided { .. }));

	// Data are back, and the price is still broken. Observation begins anew, and the date of the
	// event stays.
	env.feed(900);
	minutes(&mut env, 63);
	let again = incident(&mut env, 0);
	assert!(matches!(again.phase, Phase::Observing { until } if until > env.now()));
	assert_eq!(again.occurred_at, occurred_at);
}

const NOT_READY: breakwater_policies::Error<Runtime> = breakwater_policies::Error::<Runtime>::TriggerNotReady;

/// Guard: the premium that goes to the reserve because no account bears the risk is no contribution
/// of the pool. The pool's limit at the reserve is ten times its contributions.
#[test]
fn only_the_share_of_a_premium_should_count_as_a_contribution_when_no_tranche_bears_the_risk() {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let contributed =
		|env: &mut Env| env.run(|| breakwater_reserve::Pools::<Runtime>::get(0, USDB)).contributed;
	let unearned = |env: &mut Env| env.run(|| Pools::state(0)).expect("pool 0").unearned;
	let accrue = || breakwater_pools::Call::<Runtime>::accrue { pool: 0, days: 10 };
	let mut env = Env::development();
	let all = Some(Permill::one());
	set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	list(&mut env, 1);
	list(&mut env, 2);
	let decision = Decision::Trigger(Trigger { threshold: 8 * ONE / 10, ..trigger() });
	assert_ok!(env.root(list_call(Listing { group: 3, decision, ..listing(true) })));
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Alice));
	for product in 0..3 {
		let weight = Permill::one();
		assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product, weight }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Bob));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(buy(2, 10_000 * USD), Who::Eve));
	assert_ok!(env.submit(buy(0, 95_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(buy(1, 90_000 * USD), Who::Dave));
	env.pass_time_with_price(3 * DAY, 1_000);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	let state = env.run(|| Pools::state(0)).expect("pool 0");
	assert!(state.junior.is_exhausted && state.unearned > 0, "nobody bears the risk of the third product");
	assert_ok!(env.submit(accrue(), Who::Alice));
	let taken = |env: &mut Env| env.run(|| Reserve::state(USDB)).expect("a book").received;
	let before = (contributed(&mut env), unearned(&mut env), taken(&mut env));
	env.pass_time_with_price(20 * DAY, 1_000);
	assert_ok!(env.submit(accrue(), Who::Alice));
	let earned = before.1 - unearned(&mut env);
	let more = contributed(&mut env) - before.0;
	assert!(more <= earned * 15 / 100 + 2, "{more} of {earned} count");
	// The treasury has its twentieth. All else came to the reserve.
	assert!(taken(&mut env) - before.2 >= earned * 94 / 100);
}

/// The reserve owes what its limits hold back, and pays it out of later income: half of each, to
/// the claims that were short, in the blocks after it.
#[test]
fn reserve_should_pay_its_debt_out_of_later_income() {
	use dynamic_params::reserve::{Parameters, PerIncident};
	let mut env = stretched(50_000 * USD);
	let part = Some(Permill::from_parts(5_000));
	set(&mut env, RuntimeParameters::Reserve(Parameters::PerIncident(PerIncident, part)));
	let before = env.usd(Who::Ferdie);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	let settled = |env: &mut Env| incident(env, 0).pools.first().expect("one pool").settlement;
	let (first, paid) = (settled(&mut env), env.usd(Who::Ferdie) - before);
	let owed = first.owed_by_reserve;
	assert!(owed > 500 * USD && first.from_reserve > 200 * USD, "{first:?}");
	assert_eq!(paid, first.from_pool + first.from_reserve);

	assert_ok!(env.submit(breakwater_reserve::Call::donate { asset: USDB, amount: owed }, Who::Bob));
	env.pass_blocks(3);
	let second = settled(&mut env);
	assert_eq!(second.owed_by_reserve, owed - owed / 2, "half of the income");
	assert_eq!(second.from_reserve, first.from_reserve + owed / 2);
	assert_eq!(env.usd(Who::Ferdie) - before, paid + owed / 2);

	assert_ok!(env.submit(breakwater_reserve::Call::donate { asset: USDB, amount: 2 * owed }, Who::Bob));
	env.pass_blocks(3);
	let state = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert_eq!((state.owed, state.set_aside), (0, 0));
	assert_eq!(settled(&mut env).owed_by_reserve, 0);
	assert_eq!(env.usd(Who::Ferdie) - before, paid + owed);
}

/// Stakers run when a price breaks, before a loss is certain. They wait until the incidents are
/// settled, and their stake pays the claims.
#[test]
fn stake_should_pay_although_stakers_run() {
	let mut env = stretched(0);
	let stake = breakwater_reserve::Call::stake { asset: USDB, amount: 100_000 * USD, min_shares: 0 };
	assert_ok!(env.submit(stake, Who::Eve));
	let shares = env.run(|| breakwater_reserve::Positions::<Runtime>::get(USDB, Who::Eve.to_account_id()));
	let shares = shares.expect("Eve has a stake").shares;
	assert_ok!(env.submit(breakwater_reserve::Call::cooldown { asset: USDB, shares }, Who::Eve));
	env.pass_time_with_price(20 * DAY, 1_000);
	// The price is below the threshold: the incidents are open, and their outcome is not known.
	env.pass_time_with_price(2 * HOUR, 900);
	let before = env.usd(Who::Eve);
	let unstake = breakwater_reserve::Call::unstake { asset: USDB, min_amount: 0 };
	let frozen = breakwater_reserve::Error::<Runtime>::StakeFrozen;
	assert_eq!(env.submit(unstake.clone(), Who::Eve), Err(frozen.into()));
	env.pass_time_with_price(25 * HOUR, 900);
	env.pass_blocks(3);
	let after = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert!(after.paid_out > 500 * USD && after.stake < 99_500 * USD, "{after:?}");
	assert_eq!((after.own, after.freezing_incidents), (0, 0));
	assert_ok!(env.submit(unstake, Who::Eve));
	assert!(env.usd(Who::Eve) - before < 99_500 * USD);
}
