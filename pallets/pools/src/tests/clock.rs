//! The chain's two clocks.

use super::mock::*;
use breakwater_primitives::ActiveClock;
use frame_support::traits::{Hooks, OnTimestampSet};

#[test]
fn active_time_should_stop_at_the_longest_gap_when_the_chain_halts() {
	ExtBuilder::default().with_limits(|limits| limits.max_gap = 60_000).build_and_execute(|| {
		assert_eq!((now(), active()), (START, 0));
		pass(3_000);
		assert_eq!(active(), 3_000);
		pass(10 * DAY);
		assert_eq!(active(), 63_000);
		assert_eq!(<Pools as ActiveClock>::now(), START + 3_000 + 10 * DAY);
		assert_eq!(<Pools as ActiveClock>::active(), 63_000);
	});
}

#[test]
fn clock_should_not_go_back_when_a_timestamp_does() {
	ExtBuilder::default().build_and_execute(|| {
		Pools::on_timestamp_set(START - 1);
		assert_eq!((now(), active()), (START, 0));
	});
}

#[test]
fn accounts_should_be_distinct_and_decodable() {
	ExtBuilder::default().build_and_execute(<Pools as Hooks<u64>>::integrity_test);
}

#[test]
fn setting_the_clock_should_be_paid_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(<Pools as Hooks<u64>>::on_initialize(2).ref_time() > 0);
	});
}
