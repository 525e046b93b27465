// SPDX-License-Identifier: Apache-2.0

//! Catching up, and handing over fees payable.

use super::mock::*;
use crate::{types::*, Error, Event, Pools as PoolMap};
use sp_runtime::DispatchError;

fn call_all(expected: DispatchError) {
	let shares = shares_of(&ALICE, 0);
	for tranche in [Junior, Senior] {
		assert_noop!(Pools::deposit(signed(ALICE), 0, tranche, MIN_DEPOSIT, 0).plain(), expected);
	}
	assert_noop!(Pools::request_withdrawal(signed(ALICE), 0, Junior, shares, 0).plain(), expected);
	assert_noop!(Pools::cancel_withdrawal(signed(BOB), 0, Junior, 0).plain(), expected);
	assert_noop!(Pools::process_withdrawals(signed(ALICE), 0, 1).plain(), expected);
	assert_noop!(Pools::set_fee(signed(MANAGER), 0, Permill::from_percent(1)).plain(), expected);
	assert_eq!(try_sell(0, 1, D, D, 30).unwrap_err(), expected);
	assert_eq!(Pools::line(0, 1, Sale::New).unwrap_err(), expected);
}

#[test]
fn calls_should_ask_for_a_accrue_when_the_pool_was_untouched_for_a_year() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(BOB, 0, 100 * D);
		leave(BOB, 0, 100);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 365);
		TestClock::pass(360 * DAY);
		call_all(Error::<Test>::AccrualRequired.into());
		assert_eq!(reduce(&mut policy, D), Err(Error::<Test>::AccrualRequired.into()));
		assert!(Pools::state(0).unwrap().behind);
		assert_ok!(Pools::accrue(signed(BOB), 0, 300));
		call_all(Error::<Test>::AccrualRequired.into());
		assert_ok!(Pools::accrue(signed(BOB), 0, 300));
		assert!(!Pools::state(0).unwrap().behind);
		deposit(ALICE, 0, MIN_DEPOSIT);
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
fn shares_should_return_without_a_accrue_when_nothing_else_is_to_be_caught_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		pass(1_000 * DAY);
		deposit(ALICE, 0, 1_000 * D);
		leave(ALICE, 0, 50);
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		pass(1_000 * DAY);
		deposit(ALICE, 0, MIN_DEPOSIT);
		assert_eq!(record(0).junior.unlocking, 0);
	});
}

#[test]
fn freezing_should_not_be_refused_when_the_pool_is_behind() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 365);
		pass(360 * DAY);
		open(1, 1);
		assert_eq!(line(0, 1).locked, 100 * D);
	});
}

#[test]
fn accrue_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::accrue(origin, 0, 1).plain(), DispatchError::BadOrigin);
		}
		assert_noop!(Pools::accrue(signed(BOB), 1, 1).plain(), Error::<Test>::UnknownPool);
		for days in [0, 401, u32::MAX] {
			assert_noop!(Pools::accrue(signed(BOB), 0, days).plain(), Error::<Test>::CountOutOfRange);
		}
	});
}

#[test]
fn cover_should_end_with_its_active_day_and_tell_so() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 7);
		pass(21 * DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 100 * D, "the right to claim lasts until the day is over");
		pass(DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 0);
		let told = Event::CoverEnded { pool: 0, product: 1, old_exposure: 100 * D, new_exposure: 0 };
		System::assert_has_event(told.into());
	});
}

#[test]
fn cover_should_not_end_when_the_chain_halts() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		TestClock::set_max_gap(60_000);
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 7);
		leave(ALICE, 0, 50);
		pass(100 * DAY);
		accrue(0);
		// The premium is earned by wall-clock time. The right to claim and the cooldown go by
		// active time.
		assert!(record(0).books.unearned.is_zero());
		assert_eq!(line(0, 1).exposure, 100 * D);
		assert_noop!(
			Pools::process_withdrawals(signed(ALICE), 0, 1).plain(),
			Error::<Test>::NothingToProcess
		);
	});
}

#[test]
fn buckets_should_be_bounded_constants() {
	assert_eq!((MAX_DAYS_BEHIND, MAX_ACCRUAL, MAX_PROCESSED), (2, 400, 100));
}

/// A pool with a fee of 10 % that earned 100 dollars.
fn earned(test: impl FnOnce()) {
	let builder = ExtBuilder::default().with_pool_as(|options| options.fee = Permill::from_percent(10));
	builder.build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 100 * D, 7);
		TestClock::pass(20 * DAY);
		test();
	});
}

const DUES: FeesPayable =
	FeesPayable { reserve: 15 * D, treasury: 5 * D, manager: 8 * D, residual: 0, loan: 0 };

#[test]
fn accrue_should_hand_over_every_part_and_tell_it() {
	earned(|| {
		accrue(0);
		let told = Event::PremiumEarned {
			pool: 0,
			reserve: DUES.reserve,
			treasury: DUES.treasury,
			manager: DUES.manager,
			loan: 0,
			senior: 0,
			residual: 0,
			junior: 72 * D,
			senior_assets: 0,
			junior_assets: 1_072 * D,
		};
		System::assert_has_event(told.into());
		let told = Event::FeesPaid { pool: 0, paid: DUES, left: FeesPayable::default() };
		System::assert_last_event(told.into());
		assert_eq!(balance(USD, &RESERVE_ACCOUNT), PURSE + DUES.reserve);
		assert_eq!(balance(USD, &TREASURY), PURSE + DUES.treasury);
		assert_eq!(balance(USD, &MANAGER), PURSE - 1 + DUES.manager);
		assert_eq!(record(0).fees_payable, FeesPayable::default());
	});
}

#[test]
fn dues_should_wait_when_their_receivers_refuse_them() {
	earned(|| {
		set_reserve(|reserve| reserve.refuses = true);
		for who in [TREASURY, MANAGER] {
			assert_ok!(Assets::block(signed(MANAGER), 1, who));
		}
		accrue(0);
		assert_eq!(record(0).fees_payable, DUES);
		check();
		// The fees payable can be handed over one after the other.
		set_reserve(|reserve| reserve.refuses = false);
		accrue(0);
		assert_eq!(record(0).fees_payable, FeesPayable { reserve: 0, ..DUES });
		for who in [TREASURY, MANAGER] {
			assert_ok!(Assets::thaw(signed(MANAGER), 1, who));
		}
		accrue(0);
		assert_eq!(record(0).fees_payable, FeesPayable::default());
		assert_eq!(balance(USD, &account(0)), 1_072 * D + 1);
	});
}

#[test]
fn calls_should_leave_dues_in_the_pool() {
	earned(|| {
		cross_days();
		deposit(BOB, 0, 100 * D);
		assert_eq!(record(0).fees_payable, DUES);
		assert_eq!(record(0).held(), Some(1_172 * D + DUES.total().unwrap()));
	});
}

#[test]
fn refused_calls_should_write_nothing_of_what_they_caught_up() {
	earned(|| {
		cross_days();
		pass(DAY / 2);
		let before = PoolMap::<Test>::get(0);
		assert_noop!(Pools::deposit(signed(ALICE), 0, Junior, 1, 0).plain(), Error::<Test>::DepositTooSmall);
		assert_eq!(PoolMap::<Test>::get(0), before);
	});
}

#[test]
fn pool_should_be_far_behind_when_one_piece_of_work_does_not_catch_it_up() {
	let is_far = <Pools as LossSettlement<_>>::is_far_behind;
	let days = |pool| <Pools as Underwriting<_>>::size_of(pool).days;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 300);
		assert!(!is_far(0) && !is_far(9));
		assert_eq!((days(0), days(9)), (0, 0));
		TestClock::pass(MAX_DAYS_BEHIND as Moment * DAY);
		assert_eq!((is_far(0), days(0)), (false, 2));
		TestClock::pass(DAY);
		// It is charged for no more than is done.
		assert_eq!((is_far(0), days(0)), (true, 2));
		accrue(0);
		assert_eq!((is_far(0), days(0)), (false, 0));
		// A pool without days to go through is never far behind.
		TestClock::pass(400 * DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 0);
		TestClock::pass(400 * DAY);
		assert_eq!((is_far(0), days(0)), (false, 0));
	});
}

/// Guard: a call is charged for the pool as it found it, and declares the most beforehand.
#[test]
fn calls_should_be_charged_by_products_and_days() {
	use crate::{Call, WeightInfo};
	use breakwater_primitives::PoolSize;
	use frame_support::dispatch::GetDispatchInfo;
	let deposit = || Pools::deposit(signed(ALICE), 0, Junior, MIN_DEPOSIT, 0);
	let used = || deposit().expect("it is open").actual_weight.expect("it is known");
	let measured = <() as WeightInfo>::deposit;
	let day = <() as WeightInfo>::cross_day(3);
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let call = Call::<Test>::deposit { pool: 0, tranche: Junior, amount: MIN_DEPOSIT, min_shares: 0 };
		let most = call.get_dispatch_info().call_weight;
		assert_eq!(most, Pools::weight_on(PoolSize::MOST, measured));
		assert_eq!(used(), measured(3));
		deposit_to(ALICE, 0, Junior, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 300);
		TestClock::pass(2 * DAY);
		assert_eq!(used(), measured(3) + day * 2);
		assert!((measured(3) + day * 2).all_lte(most));
		TestClock::pass(DAY);
		// Rejected calls, too.
		assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Paused));
		let refused = deposit().expect_err("it is paused").post_info.actual_weight;
		assert_eq!(refused, Some(measured(3) + day));
	});
}
