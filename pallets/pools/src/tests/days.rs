// SPDX-License-Identifier: Apache-2.0

//! The round that takes pools over the day boundaries.

use super::mock::*;
use crate::{DayRounds, Error, WeightInfo, ROUND_PART};
use frame_support::{
	traits::{Get, Hooks},
	weights::{Weight, WeightMeter},
};
use sp_core::U256;

/// The weight of a round's part that looks at so many pools and takes the pools of the mock, which
/// have three products, over so many boundaries.
fn round(pools: u64, days: u64) -> Weight {
	let peek = Pools::peek_weight();
	<() as WeightInfo>::day_round() + peek * pools + <() as WeightInfo>::cross_day(3) * days
}

/// Runs the polls of a block with so much room. Returns the weight used.
fn poll_within(limit: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(limit);
	Pools::on_poll(2, &mut meter);
	meter.consumed()
}

/// `count` pools, each with a policy of a hundred days, long enough ago that `days` boundaries are
/// to be crossed.
fn behind(count: u32, days: u64, test: impl FnOnce()) {
	let builder = (0..count).fold(ExtBuilder::default(), |builder, _| builder.with_pool());
	builder.build_and_execute(|| {
		poll();
		for pool in 0..count {
			deposit(ALICE, pool, 1_000 * D);
			sell(pool, 1, 100 * D, 10 * D, 100);
		}
		TestClock::pass(days * DAY);
		test();
	});
}

fn is_behind(pool: PoolId) -> bool {
	Pools::days_behind(pool) > 0
}

#[test]
fn round_should_take_every_pool_over_a_boundary_in_the_block_after_it() {
	behind(3, 1, || {
		assert!((0..3).all(is_behind));
		assert_eq!(poll_within(Weight::MAX), round(3, 3));
		assert!(!(0..3).any(is_behind));
		assert_eq!(record(0).accrued_to, now());
		// It is over until the next day.
		assert_eq!(poll_within(Weight::MAX), round(0, 0));
	});
}

#[test]
fn round_should_go_on_where_it_stopped() {
	behind(3, 1, || {
		let limit = round(1, 1);
		for pool in 0..3 {
			assert_eq!(poll_within(limit), limit);
			assert_eq!(DayRounds::<Test>::get().next, (pool < 2).then_some(pool + 1));
			assert_eq!([0, 1, 2].map(is_behind), [0, 1, 2].map(|other| other > pool));
		}
		poll();
		assert_eq!(DayRounds::<Test>::get().next, None);
	});
}

#[test]
fn round_should_stop_before_a_pool_that_does_not_fit() {
	behind(1, 2, || {
		for limit in [Weight::zero(), round(0, 0), round(1, 0), round(1, 1)] {
			assert!(poll_within(limit).all_lte(limit));
			assert!(is_behind(0));
		}
		assert_eq!(poll_within(round(1, 2)), round(1, 2));
		assert!(!is_behind(0));
	});
}

/// Guard: a pool that is further behind than one piece of work has no part in sales, and comes back
/// by itself, a few days in each of the round's steps.
#[test]
fn round_should_bring_back_a_pool_after_a_long_time() {
	behind(2, 31, || {
		let offer = || Pools::line(0, 1, Sale::New);
		assert_eq!(offer().map(|_| ()), Err(Error::<Test>::AccrualRequired.into()));
		poll();
		assert!(!is_behind(0) && !is_behind(1));
		assert!(offer().is_ok());
	});
}

/// Guard: no pool is passed over when days begin sooner than a round ends.
#[test]
fn round_should_reach_every_pool_before_the_next_begins() {
	behind(3, 1, || {
		let next = || DayRounds::<Test>::get().next;
		let poll = || poll_within(round(1, 2));
		poll();
		assert_eq!((next(), is_behind(0)), (Some(1), false));
		TestClock::pass(DAY);
		poll();
		assert_eq!((next(), is_behind(0), is_behind(1)), (Some(2), true, false));
		TestClock::pass(DAY);
		// The last pool has three boundaries by now.
		poll();
		assert_eq!((next(), is_behind(2)), (Some(2), true));
		poll();
		assert_eq!((next(), is_behind(2)), (None, false));
		poll();
		assert_eq!((next(), is_behind(0)), (Some(1), false));
	});
}

/// Guard: the work of a block is bounded.
#[test]
fn round_should_use_no_more_than_its_part_of_a_block() {
	let block: frame_system::limits::BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
	let most = block.max_block / ROUND_PART;
	behind(12, 90, || {
		let used = poll_within(Weight::MAX);
		assert!(used.all_lte(most) && used.ref_time() * 10 > most.ref_time() * 9);
		assert!(!is_behind(0) && is_behind(11));
		while is_behind(11) {
			assert!(poll_within(Weight::MAX).all_lte(most));
		}
	});
}

/// Guard: a pool whose books are broken does not stop the round.
#[test]
fn round_should_pass_a_pool_that_cannot_cross() {
	behind(2, 1, || {
		let sound = record(0);
		crate::Pools::<Test>::mutate_extant(0, |pool| pool.books.rate = U256::MAX);
		poll();
		assert_eq!([0, 1].map(is_behind), [true, false]);
		crate::Pools::<Test>::insert(0, sound);
		accrue(0);
	});
}

/// Guard: a round that begins with an active day also comes when wall-clock time stands still for
/// it, and the other way round.
#[test]
fn round_should_begin_with_a_day_of_either_clock() {
	behind(1, 0, || {
		poll();
		let days = || (DayRounds::<Test>::get().day, DayRounds::<Test>::get().active_day);
		let (day, active_day) = days();
		TestClock::halt(DAY);
		poll();
		assert_eq!(days(), (day + 1, active_day));
		TestClock::set(now(), active() + DAY);
		poll();
		assert_eq!(days(), (day + 1, active_day + 1));
	});
}
