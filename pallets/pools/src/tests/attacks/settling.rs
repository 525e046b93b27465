// SPDX-License-Identifier: Apache-2.0

//! Attacks on settlements: short pools, reserved locks, recoveries and compensation.

use super::super::mock::*;
use crate::Error;

/// A leveraged pool of 1,000 with cover of 800, 600 and 200 on products 1, 3 and 2.
fn leveraged(test: impl FnOnce([Policy; 3])) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		test([sell(0, 1, 800 * D, 1, 60), sell(0, 3, 600 * D, 1, 60), sell(0, 2, 200 * D, 1, 60)]);
	});
}

/// Guard: the amount of an upheld incident is measured by the incidents before it. Further
/// reports do not lower it.
#[test]
fn new_reports_should_not_lower_what_an_upheld_incident_gets() {
	leveraged(|_| {
		open(1, 1);
		open(2, 3);
		// It is upheld before 2 was opened.
		let settlement = settle_before(1, 0, 800 * D, 2).unwrap();
		assert_eq!((settlement.from_pool, settlement.is_final), (800 * D, true));
	});
}

/// Guard: the pool stays frozen until the last partial settlement is final, also when no open
/// incident is left.
#[test]
fn no_underwriter_should_leave_or_come_between_a_rejection_and_the_raise() {
	leveraged(|_| {
		leave(ALICE, 0, 50);
		pass(14 * DAY);
		open(1, 1);
		open(2, 3);
		settle(1, 0, 800 * D).unwrap();
		reject(2, 3);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 1).plain(), Error::<Test>::PoolFrozen);
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		assert_noop!(Pools::transfer(signed(ALICE), 0, Junior, BOB, D), Error::<Test>::PoolFrozen);
		assert_eq!(Pools::state(0).unwrap().incidents, vec![1]);
		assert_eq!(top_up(1, 0).unwrap().0.from_pool, 800 * D);
		deposit(BOB, 0, 600 * D);
	});
}

/// Guard: capital that is kept for a lock stays, whatever comes later. See `raised` in the maths.
#[test]
fn later_incident_should_not_take_what_is_kept_for_an_older_lock() {
	leveraged(|_| {
		open(1, 3);
		open(2, 1);
		let second = settle_before(2, 0, 800 * D, 3).unwrap();
		assert_eq!(second.from_pool, 800 * D * 1_000 / 1_400);
		open(3, 2);
		let left = assets(0);
		// 428 dollars are left, for a lock of 600 and claims of 200.
		let third = settle_before(3, 0, 200 * D, 4).unwrap();
		assert_eq!(third.from_pool, 200 * left / 800);
		assert!(assets(0) * 200 >= third.from_pool * 600, "the lock keeps at least the same fraction");
		assert_eq!(top_up(2, 0).unwrap().1, 0);
		assert_eq!(settle_before(1, 0, 600 * D, 4).unwrap().from_pool, left - third.from_pool);
		assert!(top_up(2, 0).unwrap().0.is_final && top_up(3, 0).unwrap().0.is_final);
	});
}

/// Guard: a reserved lock counts in full against all other incidents. That includes those that were
/// upheld before it was opened.
#[test]
fn reserved_lock_should_not_be_used_for_another_incident() {
	leveraged(|policies| {
		let [_, mut three, _] = policies;
		open(1, 3);
		assert!(reserve_lock(1, 0));
		open(2, 1);
		// 400 less the amount that could be lost as dust, although its cut-off is before all
		// others.
		let second = settle_before(2, 0, 800 * D, 1).unwrap();
		assert!((399 * D..400 * D).contains(&second.from_pool), "{second:?}");
		// The part of the reserved lock that is not claimed would still be free for it.
		assert!(!second.is_final);
		claim(&mut three, 600 * D).unwrap();
		for _ in 0..600 {
			charge(1, 0, D).unwrap();
		}
		finish(1, 0).unwrap();
		assert!(top_up(2, 0).unwrap().0.is_final);
	});
}

/// Guard: while a reserved lock of another incident can still become free, a debt is not final. The
/// reserve is not asked until then.
#[test]
fn reserved_lock_should_go_to_those_who_are_short_when_it_is_not_claimed() {
	leveraged(|_| {
		open(1, 3);
		assert!(reserve_lock(1, 0));
		open(2, 1);
		let second = settle_before(2, 0, 800 * D, 1).unwrap();
		assert!(!second.is_final && second.from_pool < 400 * D);
		finish(1, 0).unwrap();
		let (settlement, more) = top_up(2, 0).unwrap();
		assert_eq!((settlement.from_pool, settlement.is_final), (800 * D, true));
		assert_eq!(more, 800 * D - second.from_pool);
	});
}

/// Guard: the amount that a tranche could lose as dust is kept beside the reserved lock.
#[test]
fn exhausted_tranche_should_not_take_reserved_money_with_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		let mut policy = sell(0, 1, 900 * D, 1, 30);
		open(1, 1);
		assert!(reserve_lock(1, 0));
		claim(&mut policy, 900 * D).unwrap();
		// Less than 300 units of junior are dust: a millionth of 300 dollars. The claims have
		// earned a unit of premium.
		charge(1, 0, 300 * D - 298).unwrap();
		assert!(record(0).junior.is_exhausted());
		charge(1, 0, 600 * D + 297).unwrap();
		charge(1, 0, 1).unwrap();
		assert_eq!(assets(0), 100 * D + 1);
	});
}

/// Guard: the same, for a pool without capital beside the lock.
#[test]
fn lock_should_not_be_reserved_when_dust_could_take_of_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 30);
		open(1, 1);
		assert!(!reserve_lock(1, 0));
		let give = |amount| compensate(0, amount).unwrap();
		give(999);
		assert!(!reserve_lock(1, 0));
		give(1);
		assert!(reserve_lock(1, 0), "a millionth of the first price");
		charge(1, 0, 1_000 * D - 1).unwrap();
		charge(1, 0, 1).unwrap();
		finish(1, 0).unwrap();
	});
}

/// Guard: a claim is at most the reserved lock.
#[test]
fn claim_above_the_lock_should_be_refused() {
	leveraged(|_| {
		open(1, 2);
		assert!(reserve_lock(1, 0));
		charge(1, 0, 150 * D).unwrap();
		assert_noop!(charge(1, 0, 50 * D + 1), Error::<Test>::LossAboveLock);
		charge(1, 0, 50 * D).unwrap();
		assert_noop!(charge(1, 0, 1), Error::<Test>::LossAboveLock);
	});
}

/// A pool of 100 with two losses of 90, and a new deposit. The second loss left a debt of 30, less
/// two units, of its own and of 20 of the reserve's.
fn indebted(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| {
			reserve.share = Permill::zero();
			reserve.gives = Some(30 * D);
			reserve.holds_back = 20 * D;
		});
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 60);
		let mut three = sell(0, 3, 90 * D, 1, 60);
		// The premium stays, and is pledged for the loan.
		sell_premium_only(0, 50 * D, 60);
		strike(1, &mut one, 90 * D);
		let lost = strike(2, &mut three, 90 * D);
		// Two units of premium were earned by the claims.
		assert_eq!((lost.from_pool, lost.from_reserve, lost.owed_by_reserve), (10 * D + 2, 30 * D, 20 * D));
		assert_eq!((lost.owed_by_pool, lost.is_final), (30 * D - 2, true));
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		test();
	});
}

/// Guard: no recovered money enters a tranche's book.
#[test]
fn deposit_before_a_recovery_should_gain_nothing() {
	indebted(|| {
		let before = (record(0).junior, record(0).senior, worth_of(&BOB, 0));
		let (settlement, claims, back) = recover(2, 0, 1_000 * D).unwrap();
		assert_eq!((claims, back), (50 * D - 2, 910 * D), "30 repay the loan");
		assert_eq!(reserve().salvage[&(2, 0)].0, 10 * D + 2, "and the holders of the day have the loss");
		assert_eq!((settlement.owed_by_pool, settlement.owed_by_reserve), (0, 0));
		assert_eq!((record(0).junior, record(0).senior, worth_of(&BOB, 0)), before);
		assert_eq!((lent(0), reserve().repaid), (0, 30 * D));
		assert!(record(0).pledge.is_none());
	});
}

/// Guard: the same of an incident that the pool paid in full. All is for those who held the shares.
#[test]
fn deposit_before_a_recovery_should_gain_nothing_when_the_pool_paid_all() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 60);
		strike(1, &mut policy, 200 * D);
		deposit(BOB, 0, 1_000 * D);
		accrue(0);
		let before = (record(0).junior, record(0).senior, worth_of(&BOB, 0));
		assert_eq!(recover(1, 0, 1_000 * D).unwrap(), (Settlement::default(), 0, 800 * D));
		assert_eq!((record(0).junior, record(0).senior, worth_of(&BOB, 0)), before);
		assert_eq!(reserve().salvage[&(1, 0)].0, 200 * D);
	});
}

/// Guard: new deposits do not pay debts that are older.
#[test]
fn final_debt_should_not_be_paid_by_new_deposits() {
	indebted(|| {
		assert_eq!(top_up(2, 0).unwrap(), (short(2, 0).unwrap().settlement, 0));
		assert_eq!((record(0).owed, worth_of(&BOB, 0)), (0, 1_000 * D));
	});
}

/// Guard: only frozen capital is compensated, so that a deposit cannot be made for it.
#[test]
fn deposit_before_a_compensation_should_be_impossible() {
	leveraged(|_| {
		open(1, 1);
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		assert_eq!(compensate(0, 10 * D), Ok(()));
		let alice = worth_of(&ALICE, 0);
		assert!(alice >= 1_010 * D - 1, "{alice}");
		reject(1, 1);
		deposit(BOB, 0, 1_000 * D);
		assert_eq!(compensate(0, 10 * D), Err(10 * D), "it is open to all again");
		assert!(worth_of(&ALICE, 0) <= alice + 1 && worth_of(&BOB, 0) <= 1_000 * D);
	});
}

/// Guard: money that is owed to others is kept, and is no capital that backs more.
#[test]
fn lock_should_not_be_reserved_out_of_what_is_owed() {
	leveraged(|_| {
		open(1, 3);
		open(2, 1);
		open(3, 2);
		settle(2, 0, 800 * D).unwrap();
		// 200 are locked and 1,000 less 500 are there, but 300 and 600 of them are wanted.
		reject(1, 3);
		assert_eq!((assets(0), record(0).owed), (500 * D, 300 * D));
		assert!(!reserve_lock(3, 0), "dust could be lost");
		compensate(0, D).unwrap();
		assert!(reserve_lock(3, 0));
		assert_eq!(top_up(2, 0).unwrap().1, 300 * D);
		charge(3, 0, 200 * D).unwrap();
	});
}

/// Guard: the third incident of a product, opened when all cover has ended, locks the amount that
/// the second can leave.
#[test]
fn incident_should_lock_what_the_one_before_it_locks_when_all_cover_has_ended_since() {
	let lock_of = |incident| crate::Locks::<Test>::get(incident, 0).map(|lock| lock.amount);
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		open(2, 1);
		pass(60 * DAY);
		accrue(0);
		assert_eq!((line(0, 1).exposure, line(0, 1).locked), (0, 100 * D));
		reject(1, 1);
		open(3, 1);
		check();
		assert_eq!(lock_of(3), Some(100 * D));
		reject(2, 1);
		reject(3, 1);
		// No lock is before it and no cover is in force: it has no lock.
		open(4, 1);
		assert_eq!(lock_of(4), None);
	});
}
