// SPDX-License-Identifier: Apache-2.0

//! Attacks on renewals. Each fails when its guard is taken out.

use super::*;

/// Guard: no policy is renewed for less than its price.
#[test]
fn renewal_should_not_be_made_when_the_cap_or_the_purse_is_below_the_price() {
	ExtBuilder::default().build_and_execute(|| {
		let (capped, empty) = (buy(100_000, 30 * DAY), buy(100_000, 30 * DAY));
		assert_ok!(set(capped, 30 * DAY, SECOND_PREMIUM - 1, 1_000));
		assert_ok!(set(empty, 30 * DAY, SECOND_PREMIUM, SECOND_PREMIUM));
		let ends = [capped, empty].map(|policy| stored(policy).ends_at);
		Renewals::<Test>::mutate_extant(empty, |renewal| {
			renewal.renewal_balance -= 1;
			renewal.max_premium = Balance::MAX;
		});
		pass_to(capped, DAY);
		assert_noop!(renew(capped), Error::<Test>::PremiumAboveLimit);
		assert_noop!(renew(empty), Error::<Test>::RenewalBalanceTooSmall);
		idle();
		assert_eq!([capped, empty].map(|policy| stored(policy).ends_at), ends);
	});
}

/// Guard: a renewal balance is spent once. Others' money on the account is not touched.
#[test]
fn renewal_should_stop_when_the_purse_is_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		let (rich, policy) = (renewed_policy(), buy(100_000, 30 * DAY));
		assert_ok!(set(policy, 30 * DAY, SECOND_PREMIUM, SECOND_PREMIUM));
		pass_to(policy, DAY);
		idle();
		assert_eq!((renewal_balance(policy), renewal_balance(rich)), (0, 1_000 - SECOND_PREMIUM));
		pass_to(policy, DAY);
		assert_noop!(renew(policy), Error::<Test>::RenewalBalanceTooSmall);
	});
}

/// Guard: a renewal is no way around a product that is not sold.
#[test]
fn renewal_should_not_be_made_when_the_product_is_paused() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		let status = |status| {
			assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, status));
		};
		pass_to(policy, DAY);
		status(ProductStatus::Paused);
		assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
		opened(1);
		assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
		status(ProductStatus::Retired);
		assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
	});
}

/// Guard: a pool is not bound for longer than it chose.
#[test]
fn renewal_should_not_be_made_when_the_pool_has_lowered_its_weight() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		pass_to(policy, DAY);
		change_line(PRODUCT, POOL, |line| line.capacity = 99_999);
		assert!(renew(policy).is_err());
		change_line(PRODUCT, POOL, |line| line.capacity = 1_000_000);
		assert_ok!(renew(policy));
	});
}

/// Guard: more cover that is bought after a renewal does not come back with it.
#[test]
fn refund_should_not_be_above_what_was_paid_when_cover_was_added() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		pass_to(policy, DAY);
		let occurred_at = TestClock::now() - 1;
		idle();
		let ends_at = stored(policy).ends_at;
		assert_ok!(Policies::increase(RuntimeOrigin::signed(ALICE), policy, 900_000, Balance::MAX));
		opened(1);
		assert_ok!(register_at(policy, 1, occurred_at, 1_000));
		assert_eq!((renewal_balance(policy), stored(policy).ends_at), (1_000 - PREMIUM, ends_at));
	});
}

#[test]
fn renewal_should_be_confirmed_when_the_policy_is_extended_by_hand() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		pass_to(policy, DAY);
		let occurred_at = TestClock::now() - 1;
		idle();
		assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, DAY, 500));
		let ends_at = stored(policy).ends_at;
		opened(1);
		assert_ok!(register_at(policy, 1, occurred_at, 1_000));
		assert_eq!((renewal_balance(policy), stored(policy).ends_at), (1_000 - PREMIUM, ends_at));
	});
}

/// Guard: a holder who decreases the cover first does not get more back.
#[test]
fn refunds_should_not_be_above_what_was_paid_when_cover_was_given_back() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		pass_to(policy, DAY);
		let occurred_at = TestClock::now() - 1;
		idle();
		let (all, money) = (unearned(policy) / STREAM_SCALE, usd(ALICE));
		assert_ok!(Policies::decrease(RuntimeOrigin::signed(ALICE), policy, 50_000, 0));
		opened(1);
		assert_ok!(register_at(policy, 1, occurred_at, 1_000));
		let back = usd(ALICE) - money + renewal_balance(policy) + PREMIUM - 1_000;
		assert!(U256::from(back) <= all, "{back} of {all}");
	});
}

/// Guard: a renewal balance is not given away with the policy.
#[test]
fn purse_should_go_to_the_old_holder_when_the_policy_is_given_away() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		let (alice, bob) = (usd(ALICE), usd(BOB));
		assert_ok!(Policies::transfer(RuntimeOrigin::signed(ALICE), policy, BOB));
		assert_eq!((usd(ALICE) - alice, usd(BOB), held(ALICE)), (1_000, bob, DEPOSIT));
		assert_eq!(Renewals::<Test>::get(policy), None);
		pass(29 * DAY);
		assert_noop!(renew(policy), Error::<Test>::NoRenewal);
	});
}

#[test]
fn transfer_should_be_refused_when_the_purse_cannot_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, ALICE));
		assert_noop!(
			Policies::transfer(RuntimeOrigin::signed(ALICE), policy, BOB),
			Error::<Test>::NotReceived
		);
	});
}

#[test]
fn purse_should_be_paid_out_when_the_policy_is_cancelled_or_pruned() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (renewed_policy(), renewed_policy());
		pass_to(one, DAY);
		idle();
		let money = usd(ALICE);
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(ALICE), one, 0));
		assert!(usd(ALICE) - money > 1_000 - SECOND_PREMIUM);
		assert!(!Renewals::<Test>::contains_key(one) && !Renewed::<Test>::contains_key(one));
		pass(90 * DAY);
		let money = usd(ALICE);
		assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), two));
		assert_eq!(usd(ALICE) - money, 1_000 - SECOND_PREMIUM);
		assert!(!Renewals::<Test>::contains_key(two) && !Renewed::<Test>::contains_key(two));
		assert_eq!(held(ALICE), 0);
	});
}

/// Guard: money that is sent to the account changes no renewal balance. A renewal balance is never
/// more than was paid in.
#[test]
fn purse_should_not_grow_by_gifts() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		let gift = AllAssets::transfer(
			USD,
			&BOB,
			&account(),
			5_000,
			frame_support::traits::tokens::Preservation::Preserve,
		);
		assert_ok!(gift);
		assert_ok!(end(policy));
		assert_eq!(AllAssets::balance(USD, &account()), 5_000);
	});
}
