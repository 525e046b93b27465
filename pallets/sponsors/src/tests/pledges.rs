// SPDX-License-Identifier: Apache-2.0

//! First loss: given, pledged, paid and taken back.

use super::mock::*;

#[test]
fn pledge_should_take_the_sponsors_money() {
	test(|| {
		assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, 100));
		assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, 50));
		assert_eq!(pledge(), Pledge { amount: 150, ..Pledge::new(BOB, USD) });
		assert_eq!((usd(&BOB), usd(&Sponsors::account().unwrap())), (RICH - 150, 150));
		assert_eq!(
			events().last(),
			Some(&Event::FirstLossAdded { product: PRODUCT, who: BOB, amount: 50, all: 150 })
		);
	});
}

#[test]
fn pledge_should_be_refused_when_it_cannot_be_taken() {
	test(|| {
		let pledge = |who, product, amount| Sponsors::pledge(signed(who), product, amount);
		assert_noop!(pledge(ALICE, PRODUCT, 1), Error::<Test>::NotSponsor);
		assert_noop!(pledge(BOB, 9, 1), Error::<Test>::UnknownProduct);
		assert_noop!(pledge(BOB, PRODUCT, 0), Error::<Test>::ZeroAmount);
		assert_noop!(pledge(BOB, PRODUCT, RICH), Error::<Test>::CannotPay);
		assert_noop!(pledge(BOB, OWNERLESS, 1), Error::<Test>::NotSponsor);
		assert_ok!(pledge(BOB, PRODUCT, 1));
		assert_noop!(pledge(BOB, PRODUCT, Balance::MAX), Error::<Test>::Overflow);
	});
}

#[test]
fn referendum_should_name_the_sponsor_of_a_product_without_one() {
	test(|| {
		let name = |origin, product| Sponsors::name_sponsor(origin, product, CHARLIE);
		assert_noop!(name(signed(CHARLIE), OWNERLESS), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(name(root(), PRODUCT), Error::<Test>::HasSponsor);
		assert_noop!(name(root(), 9), Error::<Test>::UnknownProduct);
		assert_ok!(name(root(), OWNERLESS));
		assert_ok!(Sponsors::pledge(signed(CHARLIE), OWNERLESS, 1));
		// One unit of the native token is below the smallest balance, and is kept all the same.
		assert_eq!(balance(NATIVE, &Sponsors::account().unwrap()), ED + 1);
		// The next sponsor takes the place, and the money goes back to the account that gave it.
		assert_ok!(Sponsors::name_sponsor(root(), OWNERLESS, ALICE));
		assert_ok!(Sponsors::pledge(signed(ALICE), OWNERLESS, 2));
		assert_eq!((balance(NATIVE, &CHARLIE), balance(NATIVE, &ALICE)), (RICH, RICH - 2));
		assert_noop!(Sponsors::pledge(signed(CHARLIE), OWNERLESS, 1), Error::<Test>::NotSponsor);
	});
}

#[test]
fn share_should_need_its_money() {
	test(|| {
		let set = |who, percent| Sponsors::set_share(signed(who), PRODUCT, Permill::from_percent(percent));
		assert_noop!(set(BOB, 10), Error::<Test>::NoFirstLoss);
		assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, 100));
		assert_noop!(set(ALICE, 10), Error::<Test>::NotSponsor);
		assert_noop!(set(BOB, 51), Error::<Test>::ShareTooHigh);
		insure(PRODUCT, 1_001);
		// 10 % of it, rounded up, are 101.
		assert_noop!(set(BOB, 10), Error::<Test>::MoneyNeeded);
		insure(PRODUCT, 1_000);
		assert_ok!(set(BOB, 10));
		let share = Permill::from_percent(10);
		let state = FirstLossState { amount: 100, share, held: share };
		assert_eq!(<Sponsors as FirstLoss<Money>>::first_loss(PRODUCT), state);
		assert_eq!(<Sponsors as FirstLoss<Money>>::first_loss(OWNERLESS), FirstLossState::default());
	});
}

#[test]
fn withdrawal_should_leave_the_pledged_share() {
	test(|| {
		pledged(500, 10);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::NoRequest);
		insure(PRODUCT, 3_001);
		let all = Sponsors::request_withdrawal(signed(BOB), PRODUCT, 501);
		assert_noop!(all, Error::<Test>::AmountTooHigh);
		assert_ok!(Sponsors::request_withdrawal(signed(BOB), PRODUCT, 400));
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::CoolingDown);
		TestClock::pass_active(14 * DAY);
		assert_noop!(Sponsors::withdraw(signed(ALICE), PRODUCT), Error::<Test>::NotSponsor);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
		// 301 are held for 3,001.
		assert_eq!((usd(&BOB), pledge().amount), (RICH - 301, 301));
		// The rest of the request is left.
		assert_eq!(pledge().request.map(|request| request.amount), Some(201));
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::MoneyNeeded);
		// A request can be taken back.
		assert_ok!(Sponsors::request_withdrawal(signed(BOB), PRODUCT, 0));
		assert_eq!(pledge().request, None);
	});
}

#[test]
fn record_should_go_with_the_last_unit_and_promise() {
	test(|| {
		assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, 5));
		request(5);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
		assert_eq!((Pledges::<Test>::get(PRODUCT), usd(&BOB)), (None, RICH));
	});
}

#[test]
fn claims_should_be_paid_out_of_it() {
	test(|| {
		pledged(500, 10);
		let paid = <Sponsors as FirstLoss<Money>>::take(PRODUCT, 120).unwrap();
		assert_eq!((paid.peek(), paid.asset(), pledge().amount), (120, USD, 380));
		drop(paid);
		let too_much = <Sponsors as FirstLoss<Money>>::take(PRODUCT, 381).map(|_| ());
		assert_eq!(too_much, Err(Error::<Test>::NoFirstLoss.into()));
		let unknown = <Sponsors as FirstLoss<Money>>::take(OWNERLESS, 1).map(|_| ());
		assert_eq!(unknown, Err(Error::<Test>::NoFirstLoss.into()));
		assert_eq!(pledge().amount, 380);
	});
}
