// SPDX-License-Identifier: Apache-2.0

//! Losses, charged to the tranches and the reserve.

use super::mock::*;
use crate::{Error, Event};
use breakwater_primitives::{LossSettlement, Settlement};
use frame_support::traits::fungibles::Balanced;

/// A pool of a thousand with full cover sold on product 1, and an incident on it.
fn struck(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let policy = sell(0, 1, 1_000 * D, 1, 30);
		open(1, 1);
		test(policy);
	});
}

#[test]
fn settle_should_take_the_loss_from_the_pool_when_it_has_enough() {
	struck(|mut policy| {
		claim(&mut policy, 600 * D).unwrap();
		let settlement = settle(1, 0, 600 * D).unwrap();
		assert_eq!(
			settlement,
			Settlement { loss: 600 * D, from_pool: 600 * D, is_final: true, ..Default::default() }
		);
		assert_eq!(assets(0), 400 * D);
		assert_eq!((line(0, 1).locked, line(0, 1).exposure), (0, 400 * D));
		assert_eq!(Pools::asset_of(0), Some(USD));
		System::assert_has_event(
			Event::LossSettled {
				incident: 1,
				pool: 0,
				loss: 600 * D,
				from_pool: 600 * D,
				from_junior: 600 * D,
				from_senior: 0,
				from_reserve: 0,
				owed_by_reserve: 0,
				owed_by_pool: 0,
				old_assets: 1_000 * D,
				new_assets: 400 * D,
				is_undercapitalised: false,
				is_final: true,
			}
			.into(),
		);
		assert_eq!(balance(USD, &ESCROW), PURSE + 600 * D);
		// Settled once.
		assert_noop!(settle(1, 0, 1), Error::<Test>::NotLocked);
	});
}

#[test]
fn settle_should_lift_the_freeze_when_there_is_no_loss() {
	struck(|_| {
		assert_eq!(settle(1, 0, 0).unwrap(), Settlement { is_final: true, ..Default::default() });
		assert_eq!(line(0, 1).locked, 0);
		deposit(BOB, 0, 100 * D);
	});
}

#[test]
fn settle_should_be_refused_when_not_locked_or_above_the_lock() {
	struck(|_| {
		assert_noop!(settle(2, 0, 1), Error::<Test>::NotLocked);
		assert_noop!(settle(1, 3, 1), Error::<Test>::NotLocked);
		assert_noop!(settle(1, 0, 1_000 * D + 1), Error::<Test>::LossAboveLock);
	});
}

/// Two incidents of a leveraged pool: capital of 1,000, locks of 900 and 600.
fn race(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		test();
	});
}

#[test]
fn settle_should_give_racing_incidents_their_proportional_parts() {
	race(|| {
		total(2, 0, 600 * D).unwrap();
		let first = settle(1, 0, 900 * D).unwrap();
		assert_eq!(first.from_pool, 600 * D, "1,000 × 900 / (900 + 600)");
		assert_eq!((first.owed_by_pool, first.owed_by_reserve, first.is_final), (300 * D, 0, false));
		let second = settle(2, 0, 600 * D).unwrap();
		assert_eq!(second.from_pool, 400 * D);
		assert_eq!((second.owed_by_pool, second.is_final), (200 * D, true));
		assert_eq!(assets(0), 0);
	});
}

#[test]
fn settle_should_give_the_same_parts_in_the_other_order() {
	race(|| {
		total(1, 0, 900 * D).unwrap();
		assert_eq!(settle(2, 0, 600 * D).unwrap().from_pool, 400 * D);
		assert_eq!(settle(1, 0, 900 * D).unwrap().from_pool, 600 * D);
	});
}

#[test]
fn settle_should_pay_the_part_that_is_certain_when_another_incident_is_undecided() {
	race(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		let first = settle(1, 0, 900 * D).unwrap();
		let expected =
			Settlement { loss: 900 * D, from_pool: 600 * D, owed_by_pool: 300 * D, ..Settlement::default() };
		assert_eq!(first, expected, "the reserve is not asked yet");
		// The second is rejected: neither the holders nor the reserve paid for it.
		reject(2, 3);
		let (settlement, more) = top_up(1, 0).unwrap();
		assert_eq!((settlement.from_pool, settlement.from_reserve, more), (900 * D, 0, 300 * D));
		assert!(settlement.is_final);
	});
}

#[test]
fn settle_should_pay_in_full_when_the_other_incident_is_younger_than_the_verdict() {
	race(|| {
		total(1, 0, 900 * D).unwrap();
		let (settlement, credit) = <Pools as LossSettlement<_>>::settle(1, 0, 2).unwrap();
		assert_eq!((settlement.from_pool, credit.peek()), (900 * D, 900 * D));
		AllAssets::resolve(&ESCROW, credit).unwrap();
		reject(2, 3);
	});
}

#[test]
fn settle_should_pay_at_once_when_the_claims_are_less_than_the_locks() {
	race(|| {
		// 900 were locked, 300 are claimed. With the other lock of 600 that is less than the
		// capital.
		assert_eq!(settle(1, 0, 300 * D).unwrap().from_pool, 300 * D);
	});
}

#[test]
fn total_should_be_refused_when_done_or_above_the_lock_and_settle_before_it() {
	struck(|_| {
		let settle = || <Pools as LossSettlement<_>>::settle(1, 0, 9).map(|_| ());
		assert_noop!(settle(), Error::<Test>::NotTotalled);
		assert_noop!(total(1, 0, 1_000 * D + 1), Error::<Test>::LossAboveLock);
		assert_noop!(total(2, 0, 1), Error::<Test>::NotLocked);
		total(1, 0, 100 * D).unwrap();
		assert_eq!(line(0, 1).locked, 100 * D);
		assert_noop!(total(1, 0, 100 * D), Error::<Test>::AlreadyTotalled);
	});
}

#[test]
fn settle_should_draw_on_the_reserve_when_the_pool_lacks() {
	race(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		settle(1, 0, 900 * D).unwrap();
		settle(2, 0, 600 * D).unwrap();
		assert_eq!(reserve().capital, 400 * D, "the capital before the loss");
		let (first, _) = top_up(1, 0).unwrap();
		assert_eq!((first.from_pool, first.from_reserve, first.owed_by_pool), (600 * D, 300 * D, 0));
		assert_eq!(reserve().capital, 1_000 * D, "the capital before its own loss");
		assert_eq!(balance(USD, &ESCROW), PURSE + 1_500 * D);
	});
}

#[test]
fn settle_should_record_what_the_reserve_holds_back_and_what_the_pool_owes() {
	race(|| {
		set_reserve(|reserve| {
			reserve.gives = Some(100 * D);
			reserve.holds_back = 120 * D;
		});
		settle(1, 0, 900 * D).unwrap();
		settle(2, 0, 600 * D).unwrap();
		let (first, _) = top_up(1, 0).unwrap();
		assert_eq!(
			first,
			Settlement {
				loss: 900 * D,
				from_pool: 600 * D,
				from_reserve: 100 * D,
				owed_by_reserve: 120 * D,
				owed_by_pool: 80 * D,
				is_final: true,
			}
		);
	});
}

#[test]
fn settle_should_change_nothing_when_the_reserve_fails() {
	race(|| {
		settle(1, 0, 900 * D).unwrap();
		set_reserve(|reserve| reserve.fails = true);
		total(2, 0, 600 * D).unwrap();
		let before = (record(0), short(1, 0), balance(USD, &account(0)));
		assert!(settle(2, 0, 600 * D).is_err());
		assert_eq!((record(0), short(1, 0), balance(USD, &account(0))), before);
		assert_eq!(line(0, 3).locked, 600 * D);
	});
}

#[test]
fn settle_should_mark_the_pool_short_until_its_cover_is_backed_again() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		claim(&mut policy, 900 * D).unwrap();
		assert_eq!(settle(1, 0, 900 * D).unwrap().from_pool, 900 * D);
		assert!(record(0).is_undercapitalised, "100 stand for 600");
		check();
		leave(ALICE, 0, 50);
		pass(14 * DAY);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 1).plain(), Error::<Test>::NothingToProcess);
		deposit(BOB, 0, 600 * D);
		assert!(!record(0).is_undercapitalised);
	});
}

/// A pool of 300 junior and 700 senior dollars with cover of 1,000 sold on product 1.
fn two_tranches(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		test(sell(0, 1, 1_000 * D, 1, 30));
	});
}

/// Returns the assets that a loss left in the two tranches.
fn tranches() -> (Balance, Balance) {
	(record(0).junior.assets, record(0).senior.assets)
}

#[test]
fn junior_should_pay_first() {
	two_tranches(|mut policy| {
		strike(1, &mut policy, 299 * D);
		assert_eq!(tranches(), (D, 700 * D));
		let charged = |event: &Event<Test>| matches!(event, Event::LossSettled { from_junior, from_senior: 0, .. } if *from_junior == 299 * D);
		assert!(events().iter().any(charged));
	});
}

#[test]
fn senior_should_pay_what_junior_has_not() {
	two_tranches(|mut policy| {
		strike(1, &mut policy, 500 * D);
		assert_eq!(tranches(), (0, 500 * D));
		let charged = |event: &Event<Test>| {
			matches!(event, Event::LossSettled { from_junior, from_senior, .. }
				if (*from_junior, *from_senior) == (300 * D, 200 * D))
		};
		assert!(events().iter().any(charged));
	});
}

#[test]
fn queued_shares_should_bear_the_loss_of_their_tranche() {
	two_tranches(|mut policy| {
		leave(ALICE, 0, 50);
		leave_from(BOB, 0, Senior, 50);
		strike(1, &mut policy, 150 * D);
		assert_eq!((worth_of(&ALICE, 0), worth_in(&BOB, 0, Senior)), (150 * D, 700 * D));
	});
}

#[test]
fn tranche_should_be_exhausted_when_worth_less_than_a_millionth_of_its_first_price() {
	two_tranches(|mut policy| {
		// A millionth of 300 dollars is 300 units: one less is left.
		strike(1, &mut policy, 300 * D - 299);
		let told = Event::TrancheExhausted { pool: 0, tranche: Junior, dust: 299 };
		assert!(events().contains(&told), "{:?}", events());
		// The loss is paid and no debt is left: the dust goes to senior.
		assert_eq!(tranches(), (0, 700 * D + 299));
		assert!(record(0).junior.is_exhausted());
	});
}

#[test]
fn tranche_should_live_when_worth_a_millionth_of_its_first_price() {
	two_tranches(|mut policy| {
		strike(1, &mut policy, 300 * D - 300);
		assert_eq!(tranches(), (300, 700 * D));
		assert!(!record(0).junior.is_exhausted());
	});
}

#[test]
fn dust_of_a_exhausted_tranche_should_pay_what_the_loss_still_lacks() {
	race(|| {
		// 1,000 dollars for claims of 900 less 300 units, and of 600: the rest after the second is
		// dust.
		settle(1, 0, 900 * D - 300).unwrap();
		let second = settle(2, 0, 600 * D).unwrap();
		assert_eq!(assets(0), 0);
		assert!(second.owed_by_pool > 0);
		assert!(top_up(1, 0).unwrap().0.is_final);
	});
}

#[test]
fn dust_of_the_last_tranche_should_go_to_the_reserve() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 1, 30);
		strike(1, &mut policy, 1_000 * D - 500);
		assert!(record(0).junior.is_exhausted());
		assert_eq!((assets(0), record(0).fees_payable.residual), (0, 500));
	});
}

#[test]
fn senior_exhausted_alone_with_junior_should_leave_nothing_behind() {
	two_tranches(|mut policy| {
		strike(1, &mut policy, 1_000 * D);
		assert!(record(0).junior.is_exhausted() && record(0).senior.is_exhausted());
		assert_eq!((worth_of(&ALICE, 0), worth_in(&BOB, 0, Senior)), (0, 0));
		assert_eq!(record(0).held().unwrap() + 1, balance(USD, &account(0)));
	});
}

#[test]
fn reset_tranche_and_new_capital_should_not_pay_for_old_losses() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut first = sell(0, 1, 900 * D, 1, 30);
		let mut second = sell(0, 3, 600 * D, 1, 30);
		strike(1, &mut first, 900 * D);
		let lost = strike(2, &mut second, 600 * D);
		assert!(lost.owed_by_pool > 499 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		pass(31 * DAY);
		accrue(0);
		assert_eq!(worth_of(&BOB, 0), 1_000 * D);
	});
}

/// Guard: premium earned before a loss is booked before it. It bears the loss and is not pledged
/// for a loan.
#[test]
fn settle_should_wait_until_the_pool_is_caught_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		sell_premium_only(0, 300 * D, 299);
		let mut policy = sell(0, 1, 90 * D, 1, 299);
		TestClock::pass(250 * DAY);
		open(1, 1);
		claim(&mut policy, 90 * D).unwrap();
		total(1, 0, 90 * D).unwrap();
		assert_noop!(settle(1, 0, 90 * D), Error::<Test>::AccrualRequired);
		accrue(0);
		let capital = assets(0);
		assert!(capital > 349 * D);
		assert_eq!(settle(1, 0, 90 * D).unwrap().from_pool, 90 * D);
		assert_eq!(assets(0), capital - 90 * D);
	});
}

/// Guard: the pool's contributions bound the amount that the reserve gives for it. Its share is
/// handed over before the reserve is asked, and not a day later.
#[test]
fn reserve_should_have_the_pools_share_when_it_is_asked() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 100 * D, 10 * D, 30);
		let mut three = sell(0, 3, 80 * D, 10 * D, 30);
		strike(1, &mut one, 90 * D);
		assert!(
			record(0).fees_payable.reserve > 0 && reserve().income.premiums == 0,
			"the pool could pay by itself"
		);
		let due = record(0).fees_payable;
		strike(2, &mut three, 80 * D);
		assert!(lent(0) > 0);
		let contributed = reserve().income.premiums;
		assert!(contributed > due.reserve, "with what the claim has earned");
		assert_eq!((record(0).fees_payable.reserve, record(0).fees_payable.manager), (0, due.manager));
		assert!(record(0).fees_payable.treasury >= due.treasury, "the others wait");
	});
}
