// SPDX-License-Identifier: Apache-2.0

//! Paying withdrawals.

use super::mock::*;
use crate::{Error, Event, Positions, Withdrawals};
use sp_runtime::DispatchError;

fn request(who: AccountId, shares: Balance, min_out: Balance) {
	assert_ok!(Pools::request_withdrawal(signed(who), 0, Junior, shares, min_out));
}

fn try_serve() -> sp_runtime::DispatchResult {
	Pools::process_withdrawals(signed(CHARLIE), 0, 100).plain()
}

/// Returns the amount that an account got after it paid `paid_in` out of its starting balance.
fn got(who: &AccountId, paid_in: Balance) -> Balance {
	balance(USD, who) + paid_in - PURSE
}

/// Returns the tranche, index and amount of every payment event.
fn payments() -> Vec<(Tranche, u32, Balance)> {
	let payment = |event| match event {
		Event::WithdrawalPaid { tranche, index, amount, .. } => Some((tranche, index, amount)),
		_ => None,
	};
	events().into_iter().filter_map(payment).collect()
}

/// Everything earned goes to the underwriters.
fn without_fees_payable() {
	set_reserve(|reserve| reserve.share = Permill::zero());
	set_limits(|limits| limits.treasury_share = Permill::zero());
}

#[test]
fn process_withdrawals_should_pay_at_the_price_of_the_day_when_the_cooldown_is_over() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		sell(0, 1, 50 * D, 20 * D, 7);
		pass(14 * DAY - 1);
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
		pass(1);
		assert_ok!(try_serve());
		// Half of the premium is Alice's: queued shares earn.
		let paid = got(&ALICE, 100 * D);
		assert!((110 * D - 2..=110 * D).contains(&paid), "{paid}");
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
	});
}

#[test]
fn process_withdrawals_should_take_the_record_and_the_entry_away_and_give_their_deposits_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		assert!(held(&ALICE) > 0);
		pass(14 * DAY);
		serve(0);
		assert_eq!((balance(USD, &ALICE), held(&ALICE)), (PURSE, 0));
		assert_eq!((Positions::<Test>::iter().count(), Withdrawals::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn process_withdrawals_should_tell_what_was_paid_and_what_is_left() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		let told = Event::WithdrawalPaid {
			pool: 0,
			tranche: Junior,
			who: ALICE,
			index: 0,
			shares: 100 * D * V,
			amount: 100 * D,
			shares_left: 0,
			assets: 100 * D,
			total_shares: 100 * D * V,
		};
		System::assert_has_event(told.into());
	});
}

#[test]
fn process_withdrawals_should_serve_one_tranche_first_come_first_served() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for who in [BOB, ALICE, DAVE] {
			deposit(who.clone(), 0, 100 * D);
			leave(who, 0, 100);
		}
		pass(14 * DAY);
		serve(0);
		assert_eq!(payments(), [0, 1, 2].map(|index| (Junior, index, 100 * D)));
	});
}

#[test]
fn process_withdrawals_should_serve_the_head_that_was_ready_first() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 300 * D);
		leave_from(BOB, 0, Senior, 10);
		pass(DAY);
		leave(ALICE, 0, 10);
		pass(DAY);
		leave_from(BOB, 0, Senior, 10);
		pass(14 * DAY);
		serve(0);
		let order: Vec<_> = payments().into_iter().map(|(tranche, index, _)| (tranche, index)).collect();
		assert_eq!(order, [(Senior, 0), (Junior, 0), (Senior, 1)]);
	});
}

#[test]
fn process_withdrawals_should_serve_senior_first_when_both_are_ready() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 300 * D);
		leave(ALICE, 0, 10);
		leave_from(BOB, 0, Senior, 10);
		pass(14 * DAY);
		serve(0);
		assert_eq!(payments()[0].0, Senior);
	});
}

#[test]
fn process_withdrawals_should_work_on_as_many_requests_as_asked() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for who in [BOB, ALICE, DAVE] {
			deposit(who.clone(), 0, 100 * D);
			leave(who, 0, 100);
		}
		pass(14 * DAY);
		assert_ok!(Pools::process_withdrawals(signed(CHARLIE), 0, 2));
		assert_eq!((payments().len(), queue(0).length, queue(0).head), (2, 1, 2));
	});
}

#[test]
fn process_withdrawals_should_pay_the_head_in_part_when_capital_is_bound() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		sell(0, 1, 150 * D, 1, 30);
		leave(ALICE, 0, 100);
		leave(BOB, 0, 100);
		pass(14 * DAY);
		assert_ok!(try_serve());
		assert_eq!((got(&ALICE, 100 * D), assets(0)), (50 * D, 150 * D));
		assert_eq!((queue(0).head, queue(0).length), (0, 2));
		assert_eq!(withdrawal_at(0, Junior, 0).map(|withdrawal| withdrawal.shares), Some(50 * D * V));
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
		// The cover ends: both are paid.
		pass(31 * DAY);
		assert_ok!(try_serve());
		assert_eq!(record(0).junior.shares, 0);
		assert!(assets(0) <= 4, "dust at most");
		assert!(got(&ALICE, 100 * D) + got(&BOB, 100 * D) >= 200 * D - 4);
	});
}

#[test]
fn process_withdrawals_should_not_pay_a_part_below_the_smallest_withdrawal() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 99 * D + 1, 1, 30);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		// A unit less than the smallest withdrawal is free: no queue is paid out unit by unit.
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
		deposit(BOB, 0, MIN_DEPOSIT);
		assert_ok!(try_serve());
	});
}

#[test]
fn process_withdrawals_should_pay_junior_only_as_far_as_senior_stays_protected() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		sell(0, 1, D, 1, 30);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		// A fifth of the capital that stays must be junior.
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (100 * D, 400 * D));
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
		// With each senior withdrawal more of junior is free.
		leave_from(BOB, 0, Senior, 50);
		pass(14 * DAY);
		serve(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (50 * D, 200 * D));
	});
}

#[test]
fn process_withdrawals_should_serve_senior_when_junior_waits_for_its_least_part() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		sell(0, 1, D, 1, 60);
		leave(ALICE, 0, 100);
		pass(DAY);
		leave_from(BOB, 0, Senior, 25);
		pass(14 * DAY);
		// The junior request is older, but may not leave. It does not hold up the senior one.
		assert_ok!(Pools::process_withdrawals(signed(CHARLIE), 0, 1));
		assert_eq!(payments(), [(Senior, 0, 100 * D)]);
		serve(0);
		assert_eq!(payments()[1], (Junior, 0, 25 * D));
	});
}

#[test]
fn process_withdrawals_should_let_no_request_overtake_one_for_the_same_capital() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 10 * D);
		sell(0, 1, 100 * D - 2 * D / 10, 1, 60);
		let senior = |shares| Pools::request_withdrawal(signed(BOB), 0, Senior, shares, 0).plain();
		assert_ok!(senior(95 * D * V / 10));
		pass(DAY);
		leave(ALICE, 0, 100);
		pass(DAY);
		assert_ok!(senior(5 * D * V / 10));
		pass(14 * DAY);
		// After the first payment 70 cents are free. They are too few for a part of Alice's
		// request, and enough for all of Bob's younger one.
		assert_ok!(try_serve());
		assert_eq!(payments(), [(Senior, 0, 95 * D / 10)]);
		assert_noop!(try_serve(), Error::<Test>::NothingToProcess);
	});
}

#[test]
fn process_withdrawals_should_pay_all_of_junior_when_nothing_is_required() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!((got(&ALICE, 100 * D), record(0).junior.shares), (100 * D, 0));
	});
}

#[test]
fn process_withdrawals_should_lower_the_limit_of_the_rest_in_proportion_rounded_down() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		sell(0, 1, 170 * D, 1, 30);
		request(ALICE, 90 * D * V, 80 * D + 2);
		pass(14 * DAY);
		serve(0);
		let withdrawal = withdrawal_at(0, Junior, 0).expect("paid in part");
		assert_eq!((withdrawal.shares, withdrawal.min_out), (60 * D * V, (80 * D + 2) * 60 / 90));
	});
}

#[test]
fn process_withdrawals_should_return_an_entry_worth_less_than_its_limit_and_move_on() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		deposit(BOB, 0, 200 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		request(ALICE, 100 * D * V, 90 * D);
		request(BOB, 100 * D * V, 75 * D);
		strike(1, &mut policy, 100 * D);
		pass(14 * DAY);
		let before = held(&ALICE);
		assert_ok!(try_serve());
		// A quarter is lost. Alice's request goes back into the position, Bob's is paid.
		assert_eq!(payments(), [(Junior, 1, 75 * D)]);
		let returned = |event: &Event<Test>| {
			matches!(event, Event::WithdrawalReturned { who: ALICE, index: 0, shares, .. } if *shares == 100 * D * V)
		};
		assert!(events().iter().any(returned));
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.queued), (200 * D * V, 0));
		assert_eq!((position.unlocking, position.unlocks_on), (100 * D * V, 16));
		assert_eq!(queue(0).length, 0);
		assert!(held(&ALICE) < before, "the deposit of the entry is back");
	});
}

#[test]
fn process_withdrawals_should_pay_an_entry_worth_exactly_its_limit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		request(ALICE, 100 * D * V, 100 * D);
		pass(14 * DAY);
		serve(0);
		assert_eq!(payments(), [(Junior, 0, 100 * D)]);
	});
}

#[test]
fn process_withdrawals_should_be_refused_when_an_incident_is_open() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		sell(0, 1, 50 * D, D, 30);
		leave(ALICE, 0, 10);
		pass(14 * DAY);
		open(1, 1);
		assert_noop!(try_serve(), Error::<Test>::PoolFrozen);
		// A request is still possible, and only waits.
		leave(ALICE, 0, 10);
		reject(1, 1);
		assert_ok!(try_serve());
	});
}

#[test]
fn process_withdrawals_should_drop_shares_of_a_exhausted_tranche_at_once() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		leave(ALICE, 0, 100);
		strike(1, &mut policy, 100 * D);
		// Its cooldown is not over, but there is no payment to wait for.
		assert_ok!(try_serve());
		let dropped = |event: &Event<Test>| {
			matches!(event, Event::WithdrawalDropped { who: ALICE, index: 0, shares, .. } if *shares == 100 * D * V)
		};
		assert!(events().iter().any(dropped));
		let tranche = record(0).junior;
		assert_eq!((tranche.shares, tranche.queued, tranche.queue.length), (0, 0, 0));
		assert_eq!((Withdrawals::<Test>::iter().count(), held(&ALICE)), (0, 0));
		// No shares are left: the tranche starts anew.
		deposit(BOB, 0, 100 * D);
	});
}

#[test]
fn process_withdrawals_should_serve_the_other_tranche_when_one_is_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 30);
		leave(ALICE, 0, 50);
		leave_from(BOB, 0, Senior, 50);
		strike(1, &mut policy, 200 * D);
		pass(14 * DAY);
		serve(0);
		assert_eq!(payments(), [(Senior, 0, 150 * D)]);
		assert_eq!(record(0).junior.queue.length, 0);
	});
}

#[test]
fn process_withdrawals_should_drop_an_entry_worth_nothing_and_move_on() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let all = shares_of(&ALICE, 0);
		request(ALICE, all - 1_200_000, 0);
		request(ALICE, 1_200_000, 0);
		deposit(BOB, 0, 10 * D);
		leave(BOB, 0, 100);
		// A loss of half of the assets makes the middle entry worthless.
		deposit(CHARLIE, 0, 501 * D);
		let mut policy = sell(0, 1, 500 * D, 1, 30);
		strike(1, &mut policy, 500 * D);
		pass(14 * DAY);
		assert_ok!(try_serve());
		let dropped = |event: &Event<Test>| matches!(event, Event::WithdrawalDropped { index: 1, .. });
		assert!(events().iter().any(dropped));
		assert_eq!(payments().len(), 2);
		assert_eq!(queue(0).length, 0);
	});
}

#[test]
fn process_withdrawals_should_book_the_money_when_the_payee_cannot_receive_it() {
	ExtBuilder::default().with_pool_of(FRAGILE, 100).build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		leave(BOB, 0, 100);
		pass(14 * DAY);
		// Alice's account of the asset is blocked.
		assert_ok!(Assets::block(signed(MANAGER), 2, ALICE));
		assert_ok!(try_serve());
		let told = Event::PaymentBooked { pool: 0, who: ALICE, amount: 100 * D, total: 100 * D };
		System::assert_has_event(told.into());
		assert_eq!(balance(FRAGILE, &BOB), PURSE, "the queue moves on");
		assert_eq!(record(0).claimable, 100 * D);
		assert_eq!(crate::Claimable::<Test>::get(0, &ALICE), 100 * D);
		assert_eq!(Pools::position(0, &ALICE).map(|position| position.claimable), Some(100 * D));
	});
}

#[test]
fn process_withdrawals_should_pay_in_full_when_there_are_many_other_underwriters() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		for n in 0..200u8 {
			let who = AccountId::new([n.saturating_add(20); 32]);
			give(USD, &who, 100 * D);
			give(NATIVE, &who, PURSE);
			deposit(who, 0, 10 * D);
		}
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		assert_ok!(try_serve());
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

#[test]
fn tranche_should_begin_a_new_epoch_when_its_last_share_leaves() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		let tranche = record(0).junior;
		assert_eq!((tranche.assets, tranche.shares, tranche.epoch), (0, 0, 1));
		deposit(BOB, 0, 100 * D);
		assert_eq!(shares_of(&BOB, 0), 100 * D * V);
	});
}

#[test]
fn native_pool_should_keep_its_account_when_the_last_underwriter_leaves() {
	ExtBuilder::default().with_pool_of(NATIVE, 100).build_and_execute(|| {
		deposit(ALICE, 0, MIN_DEPOSIT);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(assets(0), 0);
		assert_eq!(balance(NATIVE, &account(0)), ED);
		deposit(BOB, 0, MIN_DEPOSIT);
		assert_eq!(shares_of(&BOB, 0), MIN_DEPOSIT * V);
	});
}

#[test]
fn process_withdrawals_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let call = |origin, pool, max| Pools::process_withdrawals(origin, pool, max).plain();
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(call(origin, 0, 1), DispatchError::BadOrigin);
		}
		assert_noop!(call(signed(BOB), 1, 1), Error::<Test>::UnknownPool);
		for max in [0, 101, u32::MAX] {
			assert_noop!(call(signed(BOB), 0, max), Error::<Test>::CountOutOfRange);
		}
		assert_noop!(call(signed(BOB), 0, 1), Error::<Test>::NothingToProcess);
	});
}

/// Guard: `LARGEST_LEAST_PART` of `breakwater_math::withdrawal`. At any smallest withdrawal, a
/// queue goes on with a hundredth of the pool.
#[test]
fn process_withdrawals_should_pay_in_part_when_the_smallest_withdrawal_is_above_what_is_free() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 990 * D, 1, 60);
		leave(ALICE, 0, 100);
		let rules = crate::types::AssetRules { min_deposit: Balance::MAX, min_withdrawal: Balance::MAX };
		crate::ListedAssets::<Test>::insert(USD, rules);
		pass(15 * DAY);
		serve(0);
		let paid = balance(USD, &ALICE) + 1_000 * D - PURSE;
		assert!((10 * D..=10 * D + 1).contains(&paid), "{paid}");
	});
}
