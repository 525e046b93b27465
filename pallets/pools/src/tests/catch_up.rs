use super::mock::*;
use crate::{types::*, Error, Event, Pools as PoolMap};
use sp_runtime::DispatchError;

fn call_all(expected: DispatchError) {
	let signed = || RuntimeOrigin::signed(ALICE);
	assert_noop!(Pools::deposit(signed(), 0, MIN_DEPOSIT, 0), expected);
	assert_noop!(Pools::request_exit(signed(), 0, shares_of(&ALICE, 0), 0), expected);
	assert_noop!(Pools::serve_exits(signed(), 0, 1), expected);
	assert_eq!(try_sell(0, 1, D, D, 30).unwrap_err(), expected);
	assert_eq!(Pools::line(0, 1).unwrap_err(), expected);
}

#[test]
fn calls_should_ask_for_a_poke_when_the_pool_was_untouched_for_a_year() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 365);
		pass(360 * DAY);
		call_all(Error::<Test>::PokeFirst.into());
		let state = Pools::state(0).unwrap();
		assert!(state.behind);
		assert_ok!(Pools::poke(RuntimeOrigin::signed(BOB), 0, 300));
		call_all(Error::<Test>::PokeFirst.into());
		assert_ok!(Pools::poke(RuntimeOrigin::signed(BOB), 0, 300));
		assert!(!Pools::state(0).unwrap().behind);
		assert_ok!(Pools::deposit(RuntimeOrigin::signed(ALICE), 0, MIN_DEPOSIT, 0));
		assert_eq!(record(0).accrued_to, now());
	});
}

#[test]
fn calls_should_catch_up_by_themselves_within_32_days() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 365);
		pass(32 * DAY);
		assert!(!Pools::state(0).unwrap().behind);
		deposit(ALICE, 0, MIN_DEPOSIT);
		assert_eq!(record(0).accrued_to, now());
	});
}

#[test]
fn pool_should_never_be_behind_when_it_has_neither_cover_nor_premium() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		pass(3_000 * DAY);
		assert!(!Pools::state(0).unwrap().behind);
		deposit(ALICE, 0, MIN_DEPOSIT);
	});
}

#[test]
fn freezing_should_not_be_refused_when_the_pool_is_behind() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 365);
		pass(360 * DAY);
		open(1, 1);
		assert_eq!(line(0, 1).pinned, 100 * D);
		assert_eq!(settle(1, 0, 40 * D).unwrap().from_pool, 40 * D);
	});
}

#[test]
fn poke_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(Pools::poke(RuntimeOrigin::root(), 0, 1), DispatchError::BadOrigin);
		assert_noop!(Pools::poke(RuntimeOrigin::none(), 0, 1), DispatchError::BadOrigin);
		assert_noop!(Pools::poke(RuntimeOrigin::signed(BOB), 1, 1), Error::<Test>::UnknownPool);
		for days in [0, 401, u32::MAX] {
			assert_noop!(Pools::poke(RuntimeOrigin::signed(BOB), 0, days), Error::<Test>::CountOutOfRange);
		}
	});
}

#[test]
fn cover_should_end_with_its_active_day_and_tell_so() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 7);
		pass(21 * DAY);
		poke(0);
		assert_eq!(line(0, 1).exposure, 100 * D, "the right to claim lasts until the day is over");
		pass(DAY);
		poke(0);
		assert_eq!(line(0, 1).exposure, 0);
		System::assert_has_event(
			Event::CoverEnded { pool: 0, product: 1, old_exposure: 100 * D, new_exposure: 0 }.into(),
		);
	});
}

#[test]
fn state_should_show_what_a_call_would_find_and_write_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 7);
		pass(5 * DAY);
		let before = PoolMap::<Test>::get(0);
		let state = Pools::state(0).unwrap();
		let position = Pools::position(0, &ALICE);
		assert_eq!(PoolMap::<Test>::get(0), before);
		poke(0);
		assert_eq!(state.assets, record(0).assets);
		assert!(state.assets > 1_000 * D);
		assert_eq!(position.1, record(0).value(position.0).unwrap());
		assert_eq!(Pools::state(0), Some(state.clone()));
		assert_eq!(state.unearned, record(0).books.owed_units().unwrap());
		assert_eq!((state.required, state.committed), (100 * D, state.assets));
		assert!(state.share_price > 1_000_000_000_000, "a millionth of a unit at first, and more since");
		assert_eq!(state.lines.len(), 3);
		assert_eq!(Pools::state(1), None);
		assert_eq!(Pools::position(1, &ALICE), (0, 0));
	});
}

#[test]
fn buckets_should_be_bounded_constants() {
	assert_eq!((MAX_BUCKETS, MAX_POKE), (32, 400));
}
