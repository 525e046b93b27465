// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{ByHolder, Error, Event};
use breakwater_primitives::*;
use frame_support::{
	assert_noop, assert_ok,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::InspectHold,
		tokens::nonfungibles_v2::{Inspect, Transfer},
	},
};

fn transfer(who: AccountId, policy: PolicyId, to: AccountId) -> DispatchResult {
	Policies::transfer(RuntimeOrigin::signed(who), policy, to)
}

fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&RecordReason::get(), &who)
}

#[test]
fn transfer_should_give_the_policy_with_everything_that_comes_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_ok!(transfer(ALICE, policy, BOB));
		System::assert_last_event(Event::Transferred { policy, from: ALICE, to: BOB }.into());
		assert_eq!(<Policies as CoverBook<AccountId>>::holder(policy), Some(BOB));
		assert!(ByHolder::<Test>::contains_key(BOB, policy));
		assert!(!ByHolder::<Test>::contains_key(ALICE, policy));
		assert_noop!(transfer(ALICE, policy, ALICE), Error::<Test>::NotHolder);
		// The refund goes to the new holder, the deposit to the account that paid it.
		assert_eq!((held(ALICE), held(BOB)), (DEPOSIT, 0));
		let money = usd(BOB);
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(BOB), policy, 1));
		assert!(usd(BOB) > money);
		assert_eq!((held(ALICE), held(BOB)), (0, 0));
	});
}

#[test]
fn transfer_should_be_refused_when_an_incident_is_open_or_a_claim_is_not_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_noop!(transfer(ALICE, policy, ALICE), Error::<Test>::NothingToChange);
		assert_noop!(transfer(ALICE, 9, BOB), Error::<Test>::UnknownPolicy);
		opened(1);
		assert!(!Policies::can_transfer(&PRODUCT, &policy));
		assert_noop!(transfer(ALICE, policy, BOB), Error::<Test>::IncidentOpen);
		assert_ok!(register(policy, 1, 1_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert!(!Policies::can_transfer(&PRODUCT, &policy));
		assert_noop!(transfer(ALICE, policy, BOB), Error::<Test>::ClaimOpen);
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 1);
		assert!(Policies::can_transfer(&PRODUCT, &policy));
		assert_ok!(transfer(ALICE, policy, BOB));
	});
}

#[test]
fn policies_should_be_items_of_their_products_collection() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_eq!(Policies::owner(&PRODUCT, &policy), Some(ALICE));
		assert_eq!(Policies::owner(&9, &policy), None);
		assert!(!Policies::can_transfer(&9, &policy));
		assert_noop!(
			<Policies as Transfer<AccountId>>::transfer(&9, &policy, &BOB),
			Error::<Test>::UnknownPolicy
		);
		assert_ok!(<Policies as Transfer<AccountId>>::transfer(&PRODUCT, &policy, &BOB));
		assert_eq!(Policies::owner(&PRODUCT, &policy), Some(BOB));
	});
}
