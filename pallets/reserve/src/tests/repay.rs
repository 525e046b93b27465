// SPDX-License-Identifier: Apache-2.0

//! Loans: repaid and written off.

use super::mock::*;
use crate::*;
use breakwater_primitives::Backstop;
use frame_support::traits::fungibles::Inspect;

#[test]
fn repay_should_raise_own_funds_and_lower_the_loan() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		assert_eq!(repay(POOL, &USD, 60), Ok(()));
		assert_eq!(
			book(&USD),
			Book {
				own: 910,
				owed: 0,
				received: income(&[(IncomeLine::Premiums, 1_000), (IncomeLine::Repayments, 60)]),
				paid_out: 150,
				lent: 90,
				..Default::default()
			}
		);
		assert_eq!(Reserve::lent(POOL, &USD), 90);
		assert_eq!(balance(&USD, &account()), 910);
		let event = Event::<Test>::LoanRepaid {
			pool: POOL,
			asset: USD,
			amount: 60,
			split: Split { own: 60, ..Default::default() },
			own: 910,
			lent: 90,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!(repay(POOL, &USD, 90), Ok(()));
		assert_eq!(Reserve::lent(POOL, &USD), 0);
		assert_eq!(book(&USD).own, 1_000);
	});
}

#[test]
fn repay_should_serve_all_draws_of_a_pool_together() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 100);
		draw(2, POOL, 100);
		assert_eq!(Reserve::lent(POOL, &USD), 200);
		assert_eq!(repay(POOL, &USD, 200), Ok(()));
		assert_eq!(book(&USD).lent, 0);
		// The draws of the incidents stay drawn.
		assert_eq!(Incidents::<Test>::get(1).map(|account| account.drawn), Some(100));
	});
}

#[test]
fn repay_should_not_be_a_contribution() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		assert_eq!(repay(POOL, &USD, 150), Ok(()));
		assert_eq!(Pools::<Test>::get(POOL, USD).contributed, 1_000);
	});
}

#[test]
fn repay_should_be_taken_when_the_pool_is_not_admitted_any_more() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		Admitted::<Test>::remove(POOL);
		assert_eq!(repay(POOL, &USD, 150), Ok(()));
		assert_eq!(Reserve::lent(POOL, &USD), 0);
	});
}

#[test]
fn repay_should_change_nothing_when_the_credit_is_zero() {
	ExtBuilder::default().build_and_execute(|| {
		let before = snapshot();
		assert!(Reserve::repay(POOL, USD, CreditOf::<Test>::zero(USD)).is_ok());
		assert_eq!(snapshot(), before);
	});
}

#[test]
fn repay_should_give_back_a_credit_of_another_asset() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		let credit = Reserve::repay(POOL, USD, money(NATIVE, 50)).expect_err("not the asset that is lent");
		assert_eq!((credit.asset(), credit.peek()), (NATIVE, 50));
		assert_eq!(Reserve::lent(POOL, &USD), 150);
	});
}

#[test]
fn repay_should_give_back_what_overflows() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		let right = book(&USD);
		let full = Book { received: income(&[(IncomeLine::Premiums, u128::MAX)]), ..right };
		Books::<Test>::insert(USD, full);
		assert_eq!(repay(POOL, &USD, 5), Err(5));
		assert_eq!(book(&USD), full);
		Books::<Test>::insert(USD, right);
	});
}

#[test]
fn written_off_should_lower_the_loan_and_move_no_money() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		let before = book(&USD);
		Reserve::written_off(POOL, USD, 100);
		assert_eq!(book(&USD), Book { lent: 50, ..before });
		assert_eq!(Reserve::lent(POOL, &USD), 50);
		assert_eq!(
			last_event(),
			Event::<Test>::LoanWrittenOff { pool: POOL, asset: USD, amount: 100, lent: 50 }.into()
		);
		assert_eq!(AllAssets::total_balance(USD, &account()), 850);
		// A forgiven amount cannot be repaid.
		assert_eq!(repay(POOL, &USD, 51), Err(51));
	});
}

#[test]
fn written_off_should_change_nothing_when_there_is_no_loan() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		let before = snapshot();
		Reserve::written_off(POOL, USD, 100);
		Reserve::written_off(STRANGE, USD, 100);
		Reserve::written_off(POOL, USD, 0);
		assert_eq!(snapshot(), before);
	});
}

/// Guard: waiting until a loan is written off must not move a recovery from the reserve to the
/// underwriters, behind whom it stood.
#[test]
fn recovery_should_make_good_what_was_written_off_for_the_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 150);
		let restore =
			|amount| Reserve::restore(1, POOL, USD, money(USD, amount)).map_err(|credit| credit.peek());
		assert_eq!((Reserve::forgiven(1, POOL, &USD), restore(1)), (0, Err(1)));
		Reserve::written_off(POOL, USD, 100);
		let before = book(&USD);
		// No more than was lent for the incident.
		assert_eq!([1, 2].map(|incident| Reserve::forgiven(incident, POOL, &USD)), [100, 0]);
		assert_eq!((restore(101), restore(60)), (Err(101), Ok(())));
		let after = book(&USD);
		assert_eq!((after.own, after.lent), (before.own + 60, before.lent));
		assert_eq!(after.received.repayments, before.received.repayments + 60);
		let account = Pools::<Test>::get(POOL, USD);
		assert_eq!((account.repaid, account.written_off, account.lent()), (60, 40, Some(50)));
		assert_eq!(Reserve::forgiven(1, POOL, &USD), 40);
		assert_eq!((repay(POOL, &USD, 51), repay(POOL, &USD, 50)), (Err(51), Ok(())));
	});
}

/// Guard: by many small recoveries one incident must not pay what was lent for another.
#[test]
fn recoveries_of_one_incident_should_make_good_no_more_than_was_lent_for_it() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 50);
		draw(2, POOL, 100);
		Reserve::written_off(POOL, USD, 150);
		let restore = |incident, amount| {
			Reserve::restore(incident, POOL, USD, money(USD, amount)).map_err(|credit| credit.peek())
		};
		assert_eq!((restore(1, 30), restore(1, 20), restore(1, 1)), (Ok(()), Ok(()), Err(1)));
		assert_eq!([1, 2].map(|incident| Reserve::forgiven(incident, POOL, &USD)), [0, 100]);
		assert_eq!(restore(2, 100), Ok(()));
	});
}
