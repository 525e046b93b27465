// SPDX-License-Identifier: Apache-2.0

//! The loan of the reserve for a loss, and its repayment out of the premiums that were unearned
//! then.

use super::mock::*;
use crate::Event;
use proptest::prelude::*;

/// A pool of 100 dollars, 100 of which the first incident takes. It earns the premium `first`. But
/// for a unit that is all the pool has for the second incident of 10 dollars. The reserve lends the
/// rest. Then `second` is the only premium left: of the policy that the test is given, over 30
/// days, for 80 dollars of cover on product 3.
fn lend(first: Balance, second: Balance, test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 100 * D, first, 30);
		let two = sell(0, 3, 80 * D, second, 30);
		let mut three = sell(0, 3, 10 * D, 1, 30);
		strike(1, &mut one, 100 * D);
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		strike(2, &mut three, 10 * D);
		test(two);
	});
}

/// Everything earned goes to the underwriters and the loan.
fn without_fees_payable() {
	set_reserve(|reserve| reserve.share = Permill::zero());
	set_limits(|limits| limits.treasury_share = Permill::zero());
}

fn owed() -> Balance {
	record(0).pledge.map_or(0, |pledge| pledge.owed)
}

#[test]
fn loan_should_be_what_the_reserve_gave() {
	lend(D, 50 * D, |_| {
		assert_eq!((lent(0), owed()), (9 * D - 1, 9 * D - 1));
		assert_eq!((record(0).generation, Pools::state(0).unwrap().loan), (1, 9 * D - 1));
		let told = events().into_iter().find(|event| matches!(event, Event::LoanTaken { .. }));
		let Some(Event::LoanTaken { pool: 0, incident: 2, amount, .. }) = told else { panic!("{told:?}") };
		assert_eq!(amount, 9 * D - 1);
	});
}

#[test]
fn loan_should_be_repaid_from_the_underwriters_part_of_the_pledged_premium() {
	lend(D, 50 * D, |_| {
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		pass(31 * DAY);
		accrue(0);
		assert_eq!((lent(0), record(0).pledge), (0, None));
		assert_eq!(reserve().repaid, 9 * D - 1);
		assert_eq!(balance(USD, &LENDER_ACCOUNT), PURSE + 9 * D - 1);
		// The part of the premium that the loan left is for those who bear the risk now.
		assert_eq!(assets(0), 100 * D + 41 * D + 1);
	});
}

#[test]
fn loan_should_be_written_off_when_the_pledged_premium_is_earned() {
	lend(D, 4 * D, |_| {
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		pass(31 * DAY);
		accrue(0);
		assert_eq!((reserve().repaid, reserve().written_off, lent(0)), (4 * D, 5 * D - 1, 0));
		System::assert_has_event(Event::LoanWrittenOff { pool: 0, amount: 5 * D - 1 }.into());
		assert_eq!(record(0).pledge, None);
		assert_eq!(worth_of(&BOB, 0), 100 * D, "new capital does not enter into debt");
	});
}

#[test]
fn premium_sold_after_the_loan_should_not_repay_it() {
	lend(D, 4 * D, |_| {
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 200 * D);
		let fresh = sell(0, 1, 10 * D, 60 * D, 30);
		assert_eq!(fresh.stream.generation, 1);
		pass(15 * DAY);
		accrue(0);
		let repaid = reserve().repaid;
		assert!(repaid > D && repaid < 4 * D, "{repaid}");
		pass(16 * DAY);
		accrue(0);
		let repaid = reserve().repaid;
		assert!((4 * D - 2..=4 * D).contains(&repaid), "{repaid}");
		assert_eq!(assets(0), 264 * D - repaid);
	});
}

#[test]
fn loan_should_be_written_off_at_once_when_no_premium_is_unearned() {
	with_a_loan_written_off(|| {
		assert_eq!((lent(0), record(0).pledge), (0, None));
		assert!(reserve().written_off > 99 * D);
	});
}

#[test]
fn second_loan_should_pledge_everything_unearned_for_both() {
	lend(D, 4 * D, |mut two| {
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 90 * D);
		let mut fresh = sell(0, 1, 80 * D, 6 * D, 30);
		sell_premium_only(0, 5 * D, 30);
		assert_eq!(record(0).pledge.and_then(|pledge| pledge.books.owed_units()), Some(4 * D));
		strike(3, &mut fresh, 80 * D);
		assert_eq!((owed(), assets(0)), (9 * D - 1, 16 * D), "fresh premium is earned for the underwriters");
		// Three quarters of the pledged policy: 3 of its 4 dollars repay, 44 of 60 are lent.
		strike(4, &mut two, 60 * D);
		assert_eq!((owed(), record(0).generation), (50 * D - 1, 2));
		assert_eq!(record(0).pledge.and_then(|pledge| pledge.books.owed_units()), Some(6 * D));
		pass(31 * DAY);
		accrue(0);
		assert_eq!((reserve().repaid, lent(0)), (9 * D, 0));
		assert_eq!(reserve().written_off, 44 * D - 1);
	});
}

#[test]
fn repayments_should_wait_when_the_reserve_does_not_take_them() {
	lend(D, 50 * D, |_| {
		set_reserve(|reserve| reserve.refuses = true);
		pass(31 * DAY);
		accrue(0);
		assert_eq!((record(0).fees_payable.loan, lent(0)), (9 * D - 1, 9 * D - 1));
		assert_eq!(Pools::state(0).unwrap().loan, 9 * D - 1);
		set_reserve(|reserve| reserve.refuses = false);
		accrue(0);
		assert_eq!((record(0).fees_payable.loan, lent(0)), (0, 0));
	});
}

#[test]
fn premium_of_a_exhausted_pool_should_repay_the_loan_then_go_to_the_reserve() {
	lend(D, 50 * D, |_| {
		pass(31 * DAY);
		accrue(0);
		assert_eq!(assets(0), 0);
		assert_eq!(balance(USD, &LENDER_ACCOUNT), PURSE + 9 * D - 1);
		assert_eq!(balance(USD, &RESERVE_ACCOUNT), PURSE + 41 * D + 1);
	});
}

#[test]
fn claim_on_a_pledged_policy_should_repay_with_what_it_earns() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		without_fees_payable();
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 100 * D, 1, 30);
		let mut three = sell(0, 3, 90 * D, 9 * D, 30);
		strike(1, &mut one, 100 * D);
		open(2, 3);
		// A third of the cover earns a third of its premium before the pool is charged: the
		// exhausted tranche has no part in it.
		claim(&mut three, 30 * D).unwrap();
		settle(2, 0, 30 * D).unwrap();
		let first = owed();
		assert!(first > 0);
		open(3, 3);
		claim(&mut three, 30 * D).unwrap();
		assert_eq!(owed(), first - 3 * D, "the pledged premium that the second claim earned");
		settle(3, 0, 30 * D).unwrap();
		assert_eq!(owed(), first - 3 * D + 30 * D);
	});
}

#[test]
fn refund_of_a_pledged_policy_should_leave_the_pledge() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		without_fees_payable();
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 30);
		let mut two = sell(0, 2, 10 * D, 6 * D, 30);
		let mut three = sell(0, 3, 90 * D, 9 * D, 30);
		strike(1, &mut one, 90 * D);
		strike(2, &mut three, 90 * D);
		let pledge = record(0).pledge.expect("lent");
		assert_eq!(pledge.books.owed_units(), Some(6 * D));
		assert_eq!(reduce(&mut two, 5 * D), Ok(3 * D));
		assert_eq!(record(0).pledge.expect("lent").books.owed_units(), Some(3 * D));
		assert_eq!(reduce(&mut two, 5 * D), Ok(3 * D));
		assert_eq!(record(0).pledge, None, "nothing is left to repay it with");
		assert_eq!(lent(0), 0);
	});
}

/// Guard: the part that is kept of a pledged policy's premium is pledged, and streams on.
#[test]
fn what_is_kept_of_a_pledged_policy_should_repay_the_loan() {
	lend(D, 50 * D, |mut two| {
		assert!(record(0).is_pledged(two.stream.generation));
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		let half = Refund { worth: breakwater_primitives::ONE / 2, fee: Permill::zero() };
		assert_eq!(reduce_for(&mut two, 80 * D, half), Ok(25 * D));
		assert_eq!((worth_of(&BOB, 0), reserve().repaid), (100 * D, 0), "nothing is earned by it");
		assert_eq!(record(0).pledge.expect("lent").books.owed_units(), Some(25 * D));
		check();
		pass(31 * DAY);
		accrue(0);
		assert_eq!((reserve().repaid, reserve().written_off), (9 * D - 1, 0));
		assert_eq!(assets(0), 100 * D + 16 * D + 1, "and the rest is for who bears the risk");
	});
}

/// The part that is kept of a policy sold after the loan repays none of it.
#[test]
fn what_is_kept_of_a_policy_sold_after_the_loan_should_not_repay_it() {
	lend(D, 2 * D, |_| {
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		let mut fresh = sell(0, 1, 100 * D, 50 * D, 40);
		let half = Refund { worth: breakwater_primitives::ONE / 2, fee: Permill::zero() };
		assert_eq!(reduce_for(&mut fresh, 100 * D, half), Ok(25 * D));
		check();
		pass(42 * DAY);
		accrue(0);
		let repaid = reserve().repaid;
		assert!((2 * D - 2..=2 * D).contains(&repaid), "{repaid}: all that was pledged");
		assert_eq!(assets(0), 1_000 * D + 25 * D + 2 * D - repaid);
	});
}

#[test]
fn dust_of_a_exhausted_tranche_should_repay_a_loan() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		without_fees_payable();
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 30);
		let mut three = sell(0, 3, 90 * D, 1, 30);
		sell_premium_only(0, 50 * D, 60);
		strike(1, &mut one, 90 * D);
		strike(2, &mut three, 90 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		let mut four = sell(0, 1, 1_000 * D - 1, 1, 30);
		let (before, fees_payable) = (owed(), record(0).fees_payable.loan);
		strike(3, &mut four, 1_000 * D - 500);
		let dust = before - owed();
		assert!((500..=501).contains(&dust), "{dust}: five hundred units, and a premium of one unit");
		assert_eq!(record(0).fees_payable.loan, fees_payable + dust);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(100)))]

	/// A pool repays the amount that the pledged premiums earn for underwriters, to three units,
	/// and at most its loan. The rest is written off. Underwriters who come after the loss get
	/// their own deposit back and all the rest of the premiums.
	#[test]
	fn loans_should_be_repaid_by_pledged_premium_only(
		pledged in prop::collection::vec((1u128..20 * D, 1u64..40), 1..4),
		fresh in prop::collection::vec((1u128..20 * D, 1u64..40, 0u64..20 * DAY), 0..4),
		loss in 1u128..99 * D,
		touches in prop::collection::vec(1u64..5 * DAY, 1..20),
		share in 0u32..=500_000,
	) {
		ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
			set_limits(|limits| limits.treasury_share = Permill::zero());
			set_reserve(|reserve| {
				reserve.share = Permill::from_parts(share);
				reserve.gives = Some(PURSE);
			});
			deposit(ALICE, 0, 100 * D);
			let mut one = sell(0, 1, 99 * D, 1, 30);
			let mut three = sell(0, 3, 99 * D, 1, 30);
			let mut streams = 0;
			for (premium, days) in &pledged {
				sell_premium_only(0, *premium, *days);
				streams += premium;
			}
			strike(1, &mut one, 99 * D);
			strike(2, &mut three, loss);
			let drawn = lent(0);
			if record(0).junior.is_exhausted() {
				assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
			}
			deposit(BOB, 0, 100 * D);
			let fees_payable = record(0).fees_payable;
			let before = (assets(0), balance(USD, &RESERVE_ACCOUNT) + fees_payable.reserve + fees_payable.residual);
			let unearned = record(0).books.owed_units().unwrap();
			let mut sold = 0;
			for (premium, days, wait) in &fresh {
				pass(*wait);
				accrue(0);
				sell_premium_only(0, *premium, *days);
				sold += premium;
			}
			for touch in &touches {
				pass(*touch);
				accrue(0);
			}
			pass(60 * DAY);
			accrue(0);
			assert_eq!(record(0).books, Default::default());
			let repaid = reserve().repaid;
			let fair = streams - Permill::from_parts(share).mul_floor(streams);
			let fair = fair.min(drawn);
			assert!(repaid <= fair + 3 && repaid + 3 >= fair, "{repaid} of {drawn}, fair {fair}");
			assert_eq!(repaid + reserve().written_off, drawn);
			// All other premium went to the reserve's share and to those who bear the risk now.
			let earned = assets(0) - before.0;
			let shared = balance(USD, &RESERVE_ACCOUNT) - before.1;
			assert_eq!(repaid + earned + shared, unearned + sold);
			let fair = u128::from(share) * (unearned + sold) / 1_000_000;
			assert!(shared <= fair + 1 && shared + 1 >= fair, "{shared} {fair}");
		});
	}
}
