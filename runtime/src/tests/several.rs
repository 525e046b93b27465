// SPDX-License-Identifier: Apache-2.0

//! Products on two feeds, on the real runtime.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::Permill;

const OTHER: FeedId = FEED + 1;

/// Feeds both prices of all three operators, in thousandths. A price that is `None` is not fed.
fn feed_both(env: &mut Env, prices: [Option<u128>; 2]) {
	let values: Vec<_> = [FEED, OTHER]
		.into_iter()
		.zip(prices)
		.filter_map(|(feed, price)| Some((feed, price? * ONE / 1_000)))
		.collect();
	for operator in OPERATORS {
		assert_ok!(env.submit(values_call(&values), operator));
	}
}

/// Passes time with these prices fed every hour.
fn pass(env: &mut Env, hours: u64, prices: [Option<u128>; 2]) {
	for _ in 0..hours {
		feed_both(env, prices);
		env.pass_time(HOUR);
	}
}

/// Starts a chain as [`Env::insured`] does, with a product on two feeds, both of them good.
fn insured(feeds: FeedSet) -> Env {
	let mut env = Env::development();
	let decision = Decision::Trigger(Trigger { feeds, ..trigger() });
	assert_ok!(env.root(list_call(Listing { decision, ..listing(true) })));
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
	let weight = Permill::from_percent(90);
	assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product: 0, weight }, Who::Alice));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000_000 * USD), Who::Bob));
	// One feed alone is not enough to sell cover.
	pass(&mut env, 3, [Some(1_000), None]);
	let not_ready = breakwater_policies::Error::<Runtime>::TriggerNotReady;
	assert_eq!(env.submit(buy_call(10_000 * USD), Who::Ferdie), Err(not_ready.into()));
	pass(&mut env, 3, [Some(1_000); 2]);
	assert_ok!(env.submit(buy_call(10_000 * USD), Who::Ferdie));
	pass(&mut env, 25, [Some(1_000); 2]);
	env
}

fn phase(env: &mut Env) -> Option<Phase> {
	env.run(|| incident_of(0)).map(|incident| incident.phase)
}

#[test]
fn policy_should_be_paid_when_both_of_two_feeds_break() {
	let mut env = insured(FeedSet::All { first: FEED, second: OTHER, third: None });
	let before = env.usd(Who::Ferdie);
	pass(&mut env, 30, [Some(900), Some(1_000)]);
	assert_eq!(phase(&mut env), None, "one of them is not enough");
	let trigger = env.run(|| Triggers::trigger_state(0)).expect("the trigger is watched");
	assert_eq!((trigger.average, trigger.ready), (Some(ONE), true));
	pass(&mut env, 27, [Some(900), Some(950)]);
	env.pass_blocks(3);
	assert_eq!(phase(&mut env), Some(Phase::Paid));
	let state = env.run(|| incident_of(0)).expect("incident 0");
	assert_eq!(state.binding, ONE / 1_000 * 950);
	assert_eq!(env.usd(Who::Ferdie), before + 10_000 * USD);
}

#[test]
fn policy_should_be_paid_when_one_of_two_feeds_breaks() {
	let mut env = insured(FeedSet::Any { first: FEED, second: OTHER, third: None });
	let before = env.usd(Who::Ferdie);
	pass(&mut env, 27, [Some(1_000), Some(900)]);
	env.pass_blocks(3);
	assert_eq!(phase(&mut env), Some(Phase::Paid));
	assert_eq!(env.usd(Who::Ferdie), before + 10_000 * USD);
}

#[test]
fn incident_should_be_undecided_when_one_of_two_feeds_is_silent() {
	let mut env = insured(FeedSet::Any { first: FEED, second: OTHER, third: None });
	pass(&mut env, 3, [Some(1_000), Some(900)]);
	assert!(matches!(phase(&mut env), Some(Phase::Observing { .. })));
	// No operator feeds the first one for a while. Its last price is fresh for 25 hours. The
	// observation would need 24.
	pass(&mut env, 1, [None, Some(900)]);
	for operator in OPERATORS.into_iter().skip(1) {
		// Two of the three operators are replaced, which removes their values.
		assert_ok!(env.root(dismiss_call(operator)));
		make_operator(&mut env, operator);
	}
	pass(&mut env, 30, [None, Some(900)]);
	assert!(matches!(phase(&mut env), Some(Phase::Undecided { .. })));
	pass(&mut env, 60, [None, Some(900)]);
	assert!(matches!(phase(&mut env), Some(Phase::Assessment { .. })));
}
