// SPDX-License-Identifier: Apache-2.0

//! Fee routes.

use super::mock::*;

fn route() -> Route<AccountId> {
	Route {
		to_reserve: Permill::from_percent(20),
		to_first_loss: Permill::from_percent(30),
		rest_to: CHARLIE,
	}
}

fn pay(asset: AssetId) -> sp_runtime::DispatchResult {
	Sponsors::pay_route(signed(ALICE), PRODUCT, asset)
}

#[test]
fn route_should_divide_what_comes_to_the_unit() {
	test(|| {
		pledged(10, 0);
		assert_ok!(Sponsors::set_route(signed(BOB), PRODUCT, Some(route())));
		let account = Sponsors::route_account(PRODUCT).unwrap();
		give(USD, &account, 1_009);
		assert_ok!(pay(USD));
		let paid =
			Event::RoutePaid { product: PRODUCT, asset: USD, reserve: 201, first_loss: 302, rest: 506 };
		assert_eq!(events().last(), Some(&paid));
		assert_eq!((usd(&account), usd(&RESERVE_ACCOUNT), usd(&CHARLIE)), (0, 201, RICH + 506));
		assert_eq!((pledge().amount, reserve().income.fee_routes), (312, 201));
		assert_noop!(pay(USD), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn parts_that_are_not_taken_should_go_to_the_receiver() {
	test(|| {
		assert_ok!(Sponsors::set_route(signed(BOB), PRODUCT, Some(route())));
		let account = Sponsors::route_account(PRODUCT).unwrap();
		// The product has no first loss, and the reserve takes none.
		set_reserve(|reserve| reserve.refuses = true);
		give(USD, &account, 100);
		assert_ok!(pay(USD));
		assert_eq!(usd(&CHARLIE), RICH + 100);
		// First loss is of the product's asset alone.
		set_reserve(|reserve| reserve.refuses = false);
		pledged(10, 0);
		give(NATIVE, &account, 100);
		assert_ok!(pay(NATIVE));
		assert_eq!((balance(NATIVE, &CHARLIE), pledge().amount), (RICH + 80, 10));
	});
}

#[test]
fn route_should_end_and_be_refused_without_one() {
	test(|| {
		assert_noop!(pay(USD), Error::<Test>::NoRoute);
		assert_noop!(Sponsors::set_route(signed(BOB), PRODUCT, None), Error::<Test>::NothingToChange);
		assert_ok!(Sponsors::set_route(signed(BOB), PRODUCT, Some(route())));
		assert_ok!(Sponsors::set_route(signed(BOB), PRODUCT, None));
		give(USD, &Sponsors::route_account(PRODUCT).unwrap(), 100);
		assert_noop!(pay(USD), Error::<Test>::NoRoute);
		assert_eq!(Routes::<Test>::iter().count(), 0);
	});
}

#[test]
fn route_should_be_refused_when_the_receiver_cannot_receive() {
	test(|| {
		let route = Route { rest_to: breakwater_testing::STRANGER, ..route() };
		assert_ok!(Sponsors::set_route(signed(BOB), PRODUCT, Some(route)));
		give(NATIVE, &RESERVE_ACCOUNT, ED);
		give(NATIVE, &Sponsors::route_account(PRODUCT).unwrap(), ED);
		// The rest is below the smallest balance.
		assert_noop!(pay(NATIVE), Error::<Test>::CannotReceive);
	});
}
