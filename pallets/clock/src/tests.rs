// SPDX-License-Identifier: Apache-2.0

//! The clocks alone.

use crate::{self as breakwater_clock, ClockState, Times};
use breakwater_primitives::{ActiveClock, Moment, DAY};
use frame_support::{
	derive_impl, parameter_types,
	traits::{Hooks, OnTimestampSet},
};
use sp_runtime::BuildStorage;

const START: Moment = 19_000 * DAY;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Clock = breakwater_clock;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub MaxGap: Moment = 60_000;
}

impl crate::Config for Test {
	type MaxGap = MaxGap;
	type WeightInfo = ();
}

/// A chain without a block.
pub fn new_test_ext() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().expect("a genesis");
	sp_io::TestExternalities::new(storage)
}

/// A chain with its first block at [`START`].
fn chain(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		Clock::on_timestamp_set(START);
		test();
		Clock::do_try_state().expect("the invariant holds");
	});
}

/// Wall-clock time, active time, and the end of the last halt.
fn times() -> (Moment, Moment, Moment) {
	(Clock::now(), Clock::active(), Clock::resumed_at())
}

#[test]
fn active_time_should_begin_with_the_first_block() {
	chain(|| assert_eq!(times(), (START, 0, 0)));
}

#[test]
fn active_time_should_stop_at_the_longest_gap_when_the_chain_halts() {
	chain(|| {
		Clock::on_timestamp_set(START + 3_000);
		assert_eq!(times(), (START + 3_000, 3_000, 0));
		Clock::on_timestamp_set(START + 63_000);
		assert_eq!(times(), (START + 63_000, 63_000, 0));
		let end = START + 63_000 + 10 * DAY;
		Clock::on_timestamp_set(end);
		assert_eq!(times(), (end, 123_000, end));
		Clock::on_timestamp_set(end + 60_001);
		assert_eq!(times(), (end + 60_001, 183_000, end + 60_001));
	});
}

#[test]
fn clock_should_not_go_back_when_a_timestamp_does() {
	chain(|| {
		Clock::on_timestamp_set(START - 1);
		assert_eq!(times(), (START, 0, 0));
	});
}

#[test]
fn setting_the_clock_should_be_paid_for() {
	chain(|| assert!(Clock::on_initialize(2).ref_time() > 0));
}

#[test]
fn halt_that_is_not_over_should_break_the_invariant() {
	chain(|| {
		Times::<Test>::put(ClockState { now: START, active: 0, resumed_at: START + 1 });
		assert!(Clock::do_try_state().is_err());
		Times::<Test>::put(ClockState { now: START, active: 0, resumed_at: START });
	});
}
