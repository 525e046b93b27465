// SPDX-License-Identifier: Apache-2.0

//! Locks that stay of inconclusive incidents until no account can open them again.

use super::mock::*;
use crate::{Error, Event, Locks, RunOff};
use frame_support::{traits::Hooks, weights::Weight};

/// The time for which an inconclusive incident can be opened again.
const WINDOW: Moment = 30 * DAY;

/// A pool of a thousand with 100 of cover on product 1: 40 that ends after 44 days, 60 after 144.
/// Incident 1 is open on it.
fn first(test: impl FnOnce(Policy, Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let (early, late) = (sell(0, 1, 40 * D, 1, 30), sell(0, 1, 60 * D, 1, 130));
		open(1, 1);
		test(early, late);
	});
}

/// Ends an incident as inconclusive now. Returns the time until which it can be opened again.
fn end_inconclusive(incident: IncidentId, product: ProductId) -> Moment {
	let until = active() + WINDOW;
	Pools::inconclusive(incident, product, active());
	reject(incident, product);
	Pools::reopenable(product, Some(until));
	check();
	until
}

/// Ends incident 1 the same way after so many days, in a pool that is caught up then.
fn end_inconclusive_after(days: Moment) -> Moment {
	pass(days * DAY);
	let until = end_inconclusive(1, 1);
	accrue(0);
	check();
	until
}

fn lock_of(incident: IncidentId) -> Balance {
	Locks::<Test>::get(incident, 0).expect("it locks").amount
}

/// Returns the exposure to product 1, and the amount that is set aside for its cover that has run
/// off.
fn backed() -> (Balance, Balance) {
	(line(0, 1).exposure, line(0, 1).run_off.cover)
}

#[test]
fn lock_should_stay_without_a_freeze_when_an_incident_can_be_opened_again() {
	first(|mut early, mut late| {
		// The early cover ends on day 45, when the incident is open. On day 120 the incident ends
		// inconclusive.
		let until = end_inconclusive_after(120);
		assert_eq!(line(0, 1).locked, 0);
		let run_off = RunOff { since: 1, lock: 100 * D, cover: 40 * D, until };
		assert_eq!((line(0, 1).exposure, line(0, 1).run_off), (60 * D, run_off));
		System::assert_has_event(
			Event::RunOffBegun { incident: 1, pool: 0, product: 1, amount: 100 * D }.into(),
		);
		let state = Pools::state(0).unwrap();
		assert_eq!((state.required, state.lines[0].run_off), (100 * D, 40 * D));
		// The freeze is lifted, but underwriters cannot leave the lock behind.
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		leave(BOB, 0, 100);
		pass(26 * DAY);
		serve(0);
		assert!((100 * D..100 * D + 10).contains(&assets(0)), "{}", assets(0));
		// The late cover has ended too.
		assert_eq!(backed(), (0, 100 * D));
		open(2, 1);
		assert_eq!((lock_of(2), line(0, 1).locked), (100 * D, 100 * D));
		// Claims come out of the lock.
		claim(&mut early, 30 * D).unwrap();
		claim(&mut late, 60 * D).unwrap();
		Pools::reopenable(1, None);
		assert_eq!((line(0, 1).run_off, line(0, 1).locked), (RunOff::default(), 100 * D));
		assert_eq!(settle(2, 0, 90 * D).unwrap().from_pool, 90 * D);
		assert_eq!(backed(), (0, 0));
	});
}

#[test]
fn cover_that_was_released_in_the_incident_should_be_backed_again() {
	first(|mut early, _| {
		pass(60 * DAY);
		accrue(0);
		assert_eq!((line(0, 1).exposure, line(0, 1).locked), (60 * D, 100 * D));
		end_inconclusive_after(1);
		assert_eq!(backed(), (60 * D, 40 * D));
		open(2, 1);
		assert_eq!(line(0, 1).locked, 100 * D);
		claim(&mut early, 40 * D).unwrap();
		assert_eq!(backed(), (60 * D, 40 * D));
		assert_eq!(settle(2, 0, 40 * D).unwrap().from_pool, 40 * D);
	});
}

#[test]
fn lock_should_be_let_go_by_any_touch_when_the_window_is_over() {
	first(|_, _| {
		let until = end_inconclusive_after(120);
		pass(WINDOW - 1);
		accrue(0);
		assert_eq!((active(), backed()), (until - 1, (0, 100 * D)));
		pass(1);
		assert_eq!(Pools::state(0).unwrap().required, 0, "also for who looks");
		deposit(BOB, 0, 100 * D);
		System::assert_has_event(Event::RunOffEnded { pool: 0, product: 1, amount: 100 * D }.into());
		assert_eq!(line(0, 1).run_off, RunOff::default());
		open(2, 1);
		assert_eq!(Locks::<Test>::get(2, 0), None, "nothing is insured");
	});
}

/// Guard: a lock is let go without a call that touches the pool.
#[test]
fn lock_should_not_be_locked_again_when_the_window_is_over() {
	first(|_, _| {
		end_inconclusive_after(10);
		sell(0, 1, 7 * D, 1, 300);
		TestClock::pass(150 * DAY);
		// The cover of the first has ended, but the pool has not looked.
		assert_eq!(line(0, 1).run_off.lock, 100 * D);
		open(2, 1);
		assert_eq!((lock_of(2), line(0, 1).run_off), (107 * D, RunOff::default()));
		System::assert_has_event(Event::RunOffEnded { pool: 0, product: 1, amount: 100 * D }.into());
		assert_eq!(Locks::<Test>::get(2, 0).unwrap().since, 2);
	});
}

#[test]
fn cover_should_end_on_its_own_day_when_the_lock_stays() {
	first(|_, _| {
		end_inconclusive_after(20);
		// This cover is sold after it and is backed besides.
		sell(0, 1, 5 * D, 1, 100);
		pass(29 * DAY);
		accrue(0);
		assert_eq!(backed(), (65 * D, 40 * D));
		pass(2 * DAY);
		accrue(0);
		assert_eq!(backed(), (65 * D, 0));
	});
}

/// The attack: a buyer takes short cover to have it lock capital for long.
#[test]
fn cover_that_was_sold_since_should_not_be_set_aside_beyond_the_lock() {
	first(|mut early, _| {
		end_inconclusive_after(10);
		// The cover ends before all of the other, on day 25.
		sell(0, 1, 300 * D, 1, 1);
		assert_eq!(Pools::state(0).unwrap().required, 400 * D);
		pass(18 * DAY);
		accrue(0);
		// The locked amount is set aside, of whatever cover ends: 100, besides the cover that goes
		// on.
		assert_eq!(backed(), (100 * D, 100 * D));
		pass(9 * DAY);
		open(2, 1);
		claim(&mut early, 40 * D).unwrap();
		settle(2, 0, 40 * D).unwrap();
		check();
		pass(30 * DAY);
		accrue(0);
		assert_eq!(backed(), (60 * D, 0));
	});
}

/// Guard: only cover that is sold since then needs new capital.
#[test]
fn pool_should_sell_and_prolong_as_before_when_a_lock_stays() {
	first(|_, mut late| {
		end_inconclusive_after(20);
		assert_eq!(Pools::line(0, 1, Sale::New).unwrap().room, 900 * D);
		pass(26 * DAY);
		// The early cover has ended.
		accrue(0);
		assert_eq!(backed(), (60 * D, 40 * D));
		sell(0, 1, 900 * D, 1, 1);
		assert_eq!(try_sell(0, 1, D, 1, 1).unwrap_err(), Error::<Test>::NoCapacity.into());
		// Cover in force goes on within the lock.
		let until = now() + 200 * DAY;
		assert_ok!(extend(&mut late, D, until, 10));
	});
}

#[test]
fn locks_should_stay_longer_when_nothing_is_chosen_again() {
	first(|_, _| {
		end_inconclusive_after(120);
		pass(20 * DAY);
		open(2, 1);
		assert_eq!(Locks::<Test>::get(2, 0).unwrap().since, 1);
		pass(5 * DAY);
		let until = end_inconclusive(2, 1);
		pass(29 * DAY);
		accrue(0);
		let run_off = RunOff { since: 1, lock: 100 * D, cover: 100 * D, until };
		assert_eq!((line(0, 1).exposure, line(0, 1).run_off), (0, run_off));
		pass(2 * DAY);
		accrue(0);
		assert_eq!(backed(), (0, 0));
	});
}

#[test]
fn nothing_should_stay_of_an_incident_that_locked_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		weigh(0, 1, 50);
		open(1, 1);
		end_inconclusive(1, 1);
		assert_eq!(line(0, 1).run_off, RunOff::default());
		assert!(!events().iter().any(|event| matches!(event, Event::RunOffBegun { .. })));
	});
}

#[test]
fn nothing_should_stay_of_an_incident_whose_cover_is_used_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 130);
		open(1, 1);
		open(2, 1);
		claim(&mut policy, 100 * D).unwrap();
		settle(1, 0, 100 * D).unwrap();
		Pools::next(2, 1);
		assert_eq!(lock_of(2), 0);
		end_inconclusive(2, 1);
		assert_eq!(line(0, 1).run_off, RunOff::default());
		assert!(!events().iter().any(|event| matches!(event, Event::RunOffBegun { .. })));
	});
}

/// Guard: a claim on cover that was not set aside for others used up capital that was kept for
/// them. An incident that was opened again found no insured cover.
#[test]
fn claim_in_another_incident_should_leave_the_lock_for_who_opens_again() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut old = sell(0, 1, 100 * D, 1, 16);
		open(1, 1);
		end_inconclusive_after(10);
		let mut since = sell(0, 1, 300 * D, 1, 2);
		pass(5 * DAY);
		open(2, 1);
		assert_eq!(lock_of(2), 400 * D);
		pass(16 * DAY);
		// Day 31: both have ended, and both can still claim.
		accrue(0);
		assert_eq!(backed(), (0, 100 * D));
		claim(&mut since, 300 * D).unwrap();
		assert_eq!(settle(2, 0, 300 * D).unwrap().from_pool, 300 * D);
		assert_eq!(backed(), (0, 100 * D));
		open(3, 1);
		assert_eq!((lock_of(3), line(0, 1).locked), (100 * D, 100 * D));
		claim(&mut old, 100 * D).unwrap();
		assert_eq!(settle(3, 0, 100 * D).unwrap().from_pool, 100 * D);
	});
}

/// The same beside cover in force: the lock is both.
#[test]
fn incident_opened_again_should_lock_what_ran_off_beside_cover_in_force() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut old = sell(0, 1, 100 * D, 1, 16);
		open(1, 1);
		end_inconclusive_after(10);
		sell(0, 1, 20 * D, 1, 100);
		pass(21 * DAY);
		open(2, 1);
		assert_eq!(line(0, 1).locked, 120 * D);
		claim(&mut old, 100 * D).unwrap();
		Pools::reopenable(1, None);
		settle(2, 0, 100 * D).unwrap();
		assert_eq!((backed(), Pools::state(0).unwrap().required), ((20 * D, 0), 20 * D));
	});
}

/// Guard: opening an incident again without effect does not take the lock from the others.
#[test]
fn lock_should_stay_until_an_incident_opened_again_is_decided() {
	first(|_, _| {
		let until = end_inconclusive_after(120);
		pass(10 * DAY);
		open(2, 1);
		pass(7 * DAY);
		// No outcome is proposed.
		reject(2, 1);
		assert_eq!((line(0, 1).run_off.until, line(0, 1).backed()), (until, 100 * D));
		open(3, 1);
		assert_eq!(lock_of(3), 100 * D);
		// The proposal is that it is not covered.
		Pools::reopenable(1, None);
		reject(3, 1);
		System::assert_has_event(Event::RunOffEnded { pool: 0, product: 1, amount: 100 * D }.into());
		assert_eq!((line(0, 1).run_off, line(0, 1).locked), (RunOff::default(), 0));
	});
}

#[test]
fn lock_should_stay_for_another_incident_when_one_is_decided() {
	first(|_, _| {
		open(2, 1);
		let first = end_inconclusive(1, 1);
		Pools::next(2, 1);
		pass(DAY);
		let second = end_inconclusive(2, 1);
		assert_eq!(line(0, 1).run_off, RunOff { since: 1, lock: 100 * D, cover: 0, until: second });
		// The second is decided: only the first can be opened again.
		Pools::reopenable(1, Some(first));
		assert_eq!(line(0, 1).run_off.until, first);
		Pools::reopenable(1, Some(active()));
		assert_eq!(line(0, 1).run_off, RunOff::default());
		Pools::reopenable(1, None);
	});
}

#[test]
fn lock_should_stay_for_as_long_as_the_window_stands_still_and_not_come_back_after_its_end() {
	first(|_, _| {
		let until = end_inconclusive_after(120);
		pass(29 * DAY);
		Pools::reopenable(1, Some(Moment::MAX));
		pass(60 * DAY);
		accrue(0);
		let run_off = RunOff { since: 1, lock: 100 * D, cover: 100 * D, until: Moment::MAX };
		assert_eq!((line(0, 1).exposure, line(0, 1).run_off), (0, run_off));
		let later = until + 60 * DAY;
		Pools::reopenable(1, Some(later));
		assert_eq!(line(0, 1).run_off.until, later);
		pass(2 * DAY);
		Pools::reopenable(1, Some(active() + DAY));
		assert_eq!((line(0, 1).run_off, backed()), (RunOff::default(), (0, 0)));
	});
}

#[test]
fn line_should_not_be_taken_out_when_a_lock_stays() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 1);
		open(1, 1);
		end_inconclusive_after(1);
		pass(20 * DAY);
		accrue(0);
		assert_eq!(backed(), (0, 100 * D));
		weigh(0, 1, 0);
		assert_eq!(line(0, 1).run_off.lock, 100 * D);
		pass(10 * DAY);
		// It is let go, also if no call has touched the pool since.
		weigh(0, 1, 0);
		assert!(!record(0).lines.iter().any(|line| line.product == 1));
	});
}

/// Guard: a kept lock does not pay others at once.
#[test]
fn lock_should_be_reserved_only_beside_what_stays() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 600 * D, 1, 100);
		sell(0, 3, 400 * D, 1, 100);
		open(1, 1);
		end_inconclusive_after(1);
		open(2, 3);
		assert!(!reserve_lock(2, 0), "a little is missing");
		pass(WINDOW);
		assert!(reserve_lock(2, 0), "nothing stays any more");
	});
}

/// Guard: cover that has run off counts once, as a claim or as cover that can be opened again.
#[test]
fn claims_on_cover_that_has_run_off_should_be_paid_when_they_leave_nothing_to_be_opened_again() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 60 * D);
		let mut policy = sell(0, 1, 50 * D, 1, 30);
		open(1, 1);
		open(2, 1);
		pass(60 * DAY);
		accrue(0);
		end_inconclusive(1, 1);
		assert_eq!(backed(), (0, 50 * D));
		Pools::next(2, 1);
		assert_ok!(claim(&mut policy, 50 * D));
		total(2, 0, 50 * D).unwrap();
		let lowered = Event::RunOffLowered { pool: 0, product: 1, old: 50 * D, new: 0 };
		System::assert_has_event(lowered.into());
		assert_eq!((backed(), line(0, 1).run_off), ((0, 0), RunOff::default()));
		check();
		assert_eq!(settle_before(2, 0, 50 * D, 3).unwrap().from_pool, 50 * D);
	});
}

/// Guard: the third incident of a product, opened when all cover has ended, locks the amount that
/// the second can leave.
#[test]
fn incident_should_lock_what_the_one_before_it_locks_when_all_cover_has_ended_since() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		open(2, 1);
		pass(60 * DAY);
		accrue(0);
		assert_eq!((backed(), line(0, 1).locked), ((0, 0), 100 * D));
		reject(1, 1);
		open(3, 1);
		check();
		assert_eq!(lock_of(3), 100 * D);
		reject(2, 1);
		reject(3, 1);
		// No lock is before it and no cover is in force: it has no lock.
		open(4, 1);
		assert!(!Locks::<Test>::contains_key(4, 0));
	});
}

/// Another product's incident locks the amount that stays there as well: it counts once.
#[test]
fn lock_should_be_reserved_when_what_stays_on_another_product_is_locked_again() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 500 * D, 1, 100);
		sell(0, 3, 400 * D, 1, 100);
		open(1, 1);
		end_inconclusive_after(1);
		open(2, 3);
		open(3, 1);
		assert!(reserve_lock(2, 0), "500 and 400 are the most that all can cost");
	});
}

/// No account has to call for an underwriter who waits to leave behind a lock that stayed.
#[test]
fn withdrawal_should_be_paid_by_the_chain_when_a_lock_that_stayed_is_let_go() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 200 * D, 1, 30);
		open(1, 1);
		pass(60 * DAY);
		accrue(0);
		end_inconclusive(1, 1);
		assert_eq!(backed(), (0, 200 * D));
		leave(ALICE, 0, 100);
		pass(WINDOW - 1);
		Pools::on_idle(1, Weight::MAX);
		assert_eq!(record(0).junior.queue.length, 1, "200 have to stay");
		// No premium, fees payable or end of cover is left to process.
		pass(1);
		Pools::on_idle(1, Weight::MAX);
		assert_eq!(record(0).junior.queue.length, 0);
	});
}

/// Another incident of the same product locks the amount that stays as well: it counts once.
#[test]
fn lock_should_be_reserved_when_what_stays_is_a_part_of_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 600 * D, 1, 100);
		open(1, 1);
		end_inconclusive_after(1);
		open(2, 1);
		assert!(reserve_lock(2, 0));
	});
}

/// A pool of a thousand that has sold 900 on product 1 and 600 on product 3. Incident 1 on product
/// 1 is inconclusive. Incident 2 on product 3 is settled in part.
fn short_beside_a_lock(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let first = sell(0, 1, 900 * D, 1, 100);
		let mut other = sell(0, 3, 600 * D, 1, 100);
		open(1, 1);
		end_inconclusive(1, 1);
		open(2, 3);
		claim(&mut other, 600 * D).unwrap();
		let settlement = settle_before(2, 0, 600 * D, 3).unwrap();
		assert_eq!((settlement.from_pool, settlement.is_final), (400 * D, false));
		assert_eq!((top_up(2, 0).unwrap().1, record(0).owed), (0, 200 * D));
		test(first);
	});
}

#[test]
fn settlement_should_be_topped_up_when_nothing_stays_any_more() {
	short_beside_a_lock(|_| {
		pass(WINDOW);
		let (settlement, more) = top_up(2, 0).unwrap();
		assert_eq!((settlement.is_final, more), (true, 200 * D));
	});
}

/// Guard: the capital that was set aside for an inconclusive incident is there when it is opened
/// again. It has a higher number then.
#[test]
fn incident_opened_again_should_get_its_part_when_others_were_settled_short() {
	short_beside_a_lock(|mut policy| {
		open(3, 1);
		// The proposal is that it is covered.
		Pools::reopenable(1, None);
		assert_eq!((top_up(2, 0).unwrap().1, record(0).owed), (0, 200 * D), "it still counts");
		claim(&mut policy, 900 * D).unwrap();
		let settlement = settle_before(3, 0, 900 * D, 4).unwrap();
		// Two thirds, as the other has, and a unit or two of premium.
		assert!((600 * D..600 * D + 5).contains(&settlement.from_pool) && settlement.is_final);
		let (settlement, more) = top_up(2, 0).unwrap();
		assert!(settlement.is_final && more < 5);
	});
}
