// SPDX-License-Identifier: Apache-2.0

//! Money that is recovered after a final settlement.

use super::mock::*;
use crate::{Error, Event};

/// A pool of 100 with a loss of 180 in two incidents. Of the second, 10 came from the pool and 30
/// from the reserve, which owes 20. The pool owes 30 less two units of premium that the claims have
/// earned. 50 of premium are pledged for the loan.
fn indebted(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| {
			reserve.share = Permill::zero();
			(reserve.gives, reserve.holds_back) = (Some(30 * D), 20 * D);
		});
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 60);
		let mut three = sell(0, 3, 90 * D, 1, 60);
		sell_premium_only(0, 50 * D, 60);
		strike(1, &mut one, 90 * D);
		strike(2, &mut three, 90 * D);
		System::reset_events();
		test();
	});
}

#[test]
fn recover_should_pay_the_pools_debt_then_the_reserves_then_the_loan() {
	indebted(|| {
		let old = short(2, 0).unwrap().settlement;
		let (first, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((claims, back), (25 * D, 0));
		let expected = Settlement { from_pool: 35 * D + 2, owed_by_pool: 5 * D - 2, ..old };
		assert_eq!((first, short(2, 0).unwrap().settlement), (expected, expected));
		System::assert_has_event(
			Event::Recovered { incident: 2, pool: 0, old, new: first, loan: 0, back: 0 }.into(),
		);
		let (second, claims, _) = recover(2, 0, 10 * D - 2).unwrap();
		assert_eq!((claims + 2, second.owed_by_pool, second.owed_by_reserve), (10 * D, 0, 15 * D));
		assert_eq!(reserve().owes[&(2, 0)], 15 * D);
		let (third, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((claims, back, third.owed_by_reserve), (15 * D, 0, 0));
		assert_eq!((lent(0), reserve().repaid, record(0).pledge.unwrap().owed), (20 * D, 10 * D, 20 * D));
		assert_eq!(third.funded(), Some(90 * D));
		let (last, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((last, claims, back), (third, 0, 5 * D));
		assert_eq!((lent(0), record(0).pledge, short(2, 0)), (0, None, None));
		assert_eq!(recover(2, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
	});
}

#[test]
fn reserve_paid_should_lower_the_debt_of_the_reserve_alone() {
	indebted(|| {
		use breakwater_primitives::LossSettlement;
		let old = short(2, 0).unwrap().settlement;
		<Pools as LossSettlement<Money>>::reserve_paid(2, 0, 5 * D);
		let expected =
			Settlement { from_reserve: 35 * D, owed_by_reserve: old.owed_by_reserve - 5 * D, ..old };
		assert_eq!(short(2, 0).unwrap().settlement, expected);
		// One that the pool does not keep has no effect.
		let before = snapshot();
		<Pools as LossSettlement<Money>>::reserve_paid(9, 0, 5 * D);
		assert_eq!(snapshot(), before);
		// Without a debt of the pool and a loan it is forgotten.
		recover(2, 0, 30 * D - 2).unwrap();
		pass(61 * DAY);
		accrue(0);
		<Pools as LossSettlement<Money>>::reserve_paid(2, 0, 20 * D);
		assert_eq!(short(2, 0), None);
	});
}

#[test]
fn recover_should_give_the_rest_back_when_the_pledge_is_over() {
	indebted(|| {
		pass(61 * DAY);
		accrue(0);
		assert_eq!(record(0).pledge, None);
		let (_, claims, back) = recover(2, 0, 100 * D).unwrap();
		assert_eq!((claims, back), (50 * D - 2, 50 * D + 2));
		assert_eq!(short(2, 0), None);
	});
}

#[test]
fn recover_should_give_the_loans_part_back_when_the_reserve_refuses() {
	indebted(|| {
		set_reserve(|reserve| reserve.refuses = true);
		let before = record(0);
		let (_, claims, back) = recover(2, 0, 100 * D).unwrap();
		assert_eq!((claims, back, lent(0)), (50 * D - 2, 50 * D + 2, 30 * D));
		assert_eq!(record(0), before);
		assert!(short(2, 0).is_some(), "the loan is still there");
	});
}

#[test]
fn recover_should_be_refused_when_not_final_unknown_or_nothing() {
	indebted(|| {
		assert_eq!(recover(2, 0, 0).unwrap_err(), Error::<Test>::ZeroAmount.into());
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
		assert_eq!(recover(2, 7, D).unwrap_err(), Error::<Test>::NotPartial.into());
		let credit = <AllAssets as frame_support::traits::fungibles::Balanced<_>>::issue(NATIVE, D);
		let other = <Pools as LossSettlement<_>>::recover(2, 0, credit).map(|_| ());
		let (error, credit) = other.unwrap_err();
		assert_eq!((error, credit.peek()), (Error::<Test>::WrongAsset.into(), D));
		drop(credit);
		TestClock::pass(40 * DAY);
		assert_eq!(recover(2, 0, D).unwrap_err(), Error::<Test>::AccrualRequired.into());
		accrue(0);
	});
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		settle(1, 0, 900 * D).unwrap();
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotFinal.into());
	});
}
