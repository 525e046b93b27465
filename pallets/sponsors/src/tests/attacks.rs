// SPDX-License-Identifier: Apache-2.0

//! The attacks of sponsors. Each test fails when its guard is taken out.

use super::mock::*;

#[test]
fn sponsor_should_not_leave_when_an_incident_is_open() {
	test(|| {
		pledged(500, 0);
		request(500);
		set_incident(PRODUCT, true);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::IncidentOpen);
		set_incident(PRODUCT, false);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
	});
}

#[test]
fn sponsor_should_not_leave_just_before_a_report() {
	test(|| {
		pledged(500, 0);
		assert_ok!(Sponsors::request_withdrawal(signed(BOB), PRODUCT, 500));
		TestClock::pass_active(14 * DAY - 1);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::CoolingDown);
	});
}

#[test]
fn share_should_be_held_for_the_cover_that_it_made_cheaper() {
	test(|| {
		pledged(500, 10);
		insure(PRODUCT, 5_000);
		assert_ok!(Sponsors::set_share(signed(BOB), PRODUCT, Permill::zero()));
		// New prices do not count it any more.
		let state = <Sponsors as FirstLoss<Money>>::first_loss(PRODUCT);
		assert_eq!((state.share, state.held), (Permill::zero(), Permill::from_percent(10)));
		TestClock::pass_active(410 * DAY);
		request(500);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::MoneyNeeded);
		TestClock::pass_active(DAY - 1);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::MoneyNeeded);
		TestClock::pass_active(1);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
	});
}

#[test]
fn share_should_be_held_when_it_is_lowered_twice_or_raised_between() {
	test(|| {
		pledged(500, 10);
		insure(PRODUCT, 5_000);
		let set = |percent| {
			assert_ok!(Sponsors::set_share(signed(BOB), PRODUCT, Permill::from_percent(percent)));
		};
		set(5);
		TestClock::pass_active(400 * DAY);
		set(8);
		set(4);
		request(500);
		// The 10 % are held for as long as cover can last from the last change on.
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::MoneyNeeded);
		TestClock::pass_active(400 * DAY);
		request(500);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
		assert_eq!(pledge().amount, 200);
	});
}

#[test]
fn gift_to_the_account_should_change_no_book() {
	test(|| {
		pledged(500, 10);
		give(USD, &Sponsors::account().unwrap(), 1_000);
		assert_eq!(pledge().amount, 500);
		request(500);
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
		assert_eq!(usd(&BOB), RICH);
	});
}

#[test]
fn route_should_not_give_more_than_comes() {
	test(|| {
		let parts = |to_reserve, to_first_loss| Route {
			to_reserve: Permill::from_percent(to_reserve),
			to_first_loss: Permill::from_percent(to_first_loss),
			rest_to: CHARLIE,
		};
		let set = |who, route| Sponsors::set_route(signed(who), PRODUCT, Some(route));
		assert_noop!(set(BOB, parts(60, 41)), Error::<Test>::ShareTooHigh);
		assert_noop!(set(ALICE, parts(60, 40)), Error::<Test>::NotSponsor);
		assert_ok!(set(BOB, parts(60, 40)));
	});
}

/// Guard: a share that is held is not sold with, so that the same share again holds nothing longer.
#[test]
fn hold_should_not_begin_again_while_no_larger_share_was_promised() {
	test(|| {
		pledged(500, 10);
		insure(PRODUCT, 5_000);
		let set = |percent| {
			assert_ok!(Sponsors::set_share(signed(BOB), PRODUCT, Permill::from_percent(percent)));
		};
		set(0);
		let held = pledge().lowered;
		TestClock::pass_active(300 * DAY);
		set(0);
		set(5);
		assert_eq!(pledge().lowered, held);
		set(10);
		assert_eq!(pledge().lowered, None, "the larger share is promised again");
	});
}

/// Guard: a request that is kept ready, or made for money that comes later, would be no cooldown.
#[test]
fn request_should_not_be_kept_ready_nor_count_for_later_money() {
	test(|| {
		pledged(1, 0);
		let request_all = Sponsors::request_withdrawal(signed(BOB), PRODUCT, Balance::MAX);
		assert_noop!(request_all, Error::<Test>::AmountTooHigh);
		request(1);
		assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, 1_000_000));
		assert_ok!(Sponsors::withdraw(signed(BOB), PRODUCT));
		assert_eq!(pledge().amount, 1_000_000);
		request(1_000_000);
		TestClock::pass_active(7 * DAY);
		assert_noop!(Sponsors::withdraw(signed(BOB), PRODUCT), Error::<Test>::WindowOver);
	});
}

/// Guard: the fees that a new sponsor routes are not the old one's, and no dust locks the new one
/// out.
#[test]
fn earlier_sponsor_should_not_take_fees_nor_keep_the_place() {
	test(|| {
		let name = |who| {
			assert_ok!(Sponsors::name_sponsor(root(), OWNERLESS, who));
		};
		name(CHARLIE);
		assert_ok!(Sponsors::pledge(signed(CHARLIE), OWNERLESS, 1_000));
		assert_ok!(Sponsors::set_share(signed(CHARLIE), OWNERLESS, Permill::from_percent(50)));
		insure(OWNERLESS, 10);
		name(ALICE);
		let route = Route { to_reserve: Permill::zero(), to_first_loss: Permill::one(), rest_to: ALICE };
		assert_ok!(Sponsors::set_route(signed(ALICE), OWNERLESS, Some(route)));
		give(NATIVE, &Sponsors::route_account(OWNERLESS).unwrap(), 5_000);
		assert_ok!(Sponsors::pay_route(signed(BOB), OWNERLESS, NATIVE));
		assert_eq!(Pledges::<Test>::get(OWNERLESS).unwrap().amount, 1_000);
		assert_eq!(balance(NATIVE, &ALICE), RICH + 5_000);
		// Neither a new promise nor the same share again keeps the place for longer.
		let again = Sponsors::set_share(signed(CHARLIE), OWNERLESS, Permill::from_percent(50));
		assert_eq!(again, Err(Error::<Test>::NotSponsor.into()));
		// The money is held for the cover that was sold with it, and then makes place.
		assert_noop!(Sponsors::pledge(signed(ALICE), OWNERLESS, 1), Error::<Test>::MoneyNeeded);
		TestClock::pass_active(425 * DAY);
		// An incident can cost all of it.
		set_incident(OWNERLESS, true);
		assert_noop!(Sponsors::pledge(signed(ALICE), OWNERLESS, 1), Error::<Test>::IncidentOpen);
		set_incident(OWNERLESS, false);
		assert_ok!(Sponsors::pledge(signed(ALICE), OWNERLESS, 1));
		assert_eq!(balance(NATIVE, &CHARLIE), RICH);
	});
}
