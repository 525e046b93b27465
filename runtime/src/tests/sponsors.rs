// SPDX-License-Identifier: Apache-2.0

//! First loss of a sponsor through a real loss, and a fee route.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use breakwater_sponsors::{Call as SponsorCall, Error, Route};
use frame_support::{assert_ok, traits::fungibles::Inspect};
use sp_runtime::Permill;

/// The dollars on the accounts of first loss.
fn held(env: &mut Env) -> Balance {
	let account = Sponsors::account().expect("an account");
	env.run(|| NativeAndAssets::balance(USDB, &account))
}

/// Returns a chain with a policy of 10,000 on product 0. Eve sponsors the product with first loss
/// of 4,000, pledged for 10 % of its cover.
fn sponsored() -> Env {
	let mut env = Env::insured(true);
	let sponsor = Who::Eve.to_account_id();
	assert_ok!(env.root(SponsorCall::name_sponsor { product: 0, sponsor }));
	assert_ok!(env.submit(SponsorCall::pledge { product: 0, amount: 4_000 * USD }, Who::Eve));
	let share = Permill::from_percent(10);
	assert_ok!(env.submit(SponsorCall::set_share { product: 0, share }, Who::Eve));
	env
}

#[test]
fn first_loss_should_pay_before_the_pool_and_lower_the_price() {
	let mut env = Env::insured(true);
	let quote = |env: &mut Env| {
		env.run(|| Policies::quote(0, 1_000 * USD, 30 * DAY, Permill::zero())).expect("a quote")
	};
	let before = quote(&mut env);
	let mut env = sponsored();
	let after = quote(&mut env);
	assert_eq!((before.relief, after.relief), (0, ONE / 10));
	// The least rate of these terms is above that of the risk: it does not fall.
	assert_eq!((after.premium, after.base_rate), (before.premium, terms(true).price.base));
	let state = env.run(|| Policies::product_state(0)).expect("product 0");
	assert_eq!(state.first_loss.amount, 4_000 * USD);

	// The price fails. In the incident no first loss leaves, however old the request is.
	let request = SponsorCall::request_withdrawal { product: 0, amount: 4_000 * USD };
	assert_ok!(env.submit(request, Who::Eve));
	let (holder, junior) = (env.usd(Who::Ferdie), env.run(|| Pools::state(0)).expect("pool 0").junior.assets);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	assert_eq!(env.usd(Who::Ferdie), holder + 10_000 * USD);
	let lost = junior - env.run(|| Pools::state(0)).expect("pool 0").junior.assets;
	// The sponsor bears 4,000, and the pool the rest less a day's premium.
	assert!(lost > 5_900 * USD && lost <= 6_000 * USD, "{lost}");
	assert_eq!(held(&mut env), 0);
	assert_eq!(env.run(|| Policies::product_state(0)).expect("product 0").first_loss.amount, 0);
}

#[test]
fn sponsor_should_not_leave_cover_that_was_sold_with_the_pledge() {
	let mut env = sponsored();
	let share = Permill::zero();
	assert_ok!(env.submit(SponsorCall::set_share { product: 0, share }, Who::Eve));
	let request = SponsorCall::request_withdrawal { product: 0, amount: 4_000 * USD };
	assert_ok!(env.submit(request, Who::Eve));
	let withdraw = SponsorCall::<Runtime>::withdraw { product: 0 };
	assert_eq!(env.submit(withdraw.clone(), Who::Eve), Err(Error::<Runtime>::CoolingDown.into()));
	env.pass_time_with_price(14 * DAY, 1_000);
	// 1,000 are held for the 10,000 of cover.
	assert_ok!(env.submit(withdraw.clone(), Who::Eve));
	assert_eq!(held(&mut env), 1_000 * USD);
	let request = SponsorCall::request_withdrawal { product: 0, amount: 1_000 * USD };
	assert_ok!(env.submit(request, Who::Eve));
	env.pass_time_with_price(14 * DAY, 1_000);
	assert_eq!(env.submit(withdraw, Who::Eve), Err(Error::<Runtime>::MoneyNeeded.into()));
}

#[test]
fn fee_route_should_pay_reserve_first_loss_and_receiver() {
	let mut env = sponsored();
	let route = Route {
		to_reserve: Permill::from_percent(25),
		to_first_loss: Permill::from_percent(50),
		rest_to: Who::Dave.to_account_id(),
	};
	assert_ok!(env.submit(SponsorCall::set_route { product: 0, route: Some(route) }, Who::Eve));
	let account = env.run(|| Sponsors::route_account(0)).expect("an account");
	let fees = pallet_assets::Call::transfer { id: 1.into(), target: account.into(), amount: 1_000 * USD };
	assert_ok!(env.submit(fees, Who::Bob));
	let dave = env.usd(Who::Dave);
	assert_ok!(env.submit(SponsorCall::pay_route { product: 0, asset: USDB }, Who::Ferdie));
	assert_eq!(env.usd(Who::Dave) - dave, 250 * USD);
	assert_eq!(held(&mut env), 4_500 * USD);
	let income = env.run(|| Reserve::state(USDB)).expect("a book").income;
	assert_eq!(income.fee_routes, 250 * USD);
}
