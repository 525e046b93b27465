// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{ByHolder, ByProduct, Error, Event, OpenClaims, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, dispatch::Pays};

fn prune(policy: PolicyId) -> frame_support::pallet_prelude::DispatchResultWithPostInfo {
	Policies::prune(RuntimeOrigin::signed(BOB), policy)
}

#[test]
fn prune_should_remove_an_expired_policy_for_free() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(44 * DAY);
		assert_eq!(prune(policy).unwrap().pays_fee, Pays::No);
		assert!(!Stored::<Test>::contains_key(policy));
		assert!(!ByProduct::<Test>::contains_key(PRODUCT, policy));
		assert!(!ByHolder::<Test>::contains_key(ALICE, policy));
		System::assert_last_event(
			Event::Pruned { policy, holder: ALICE, product: PRODUCT, cover_left: 1_000 }.into(),
		);
		assert_noop!(prune(policy), Error::<Test>::UnknownPolicy);
	});
}

#[test]
fn prune_should_refuse_when_the_policy_can_be_claimed_on() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		assert_noop!(prune(policy), Error::<Test>::NotExpired);
		pass(44 * DAY - 1);
		// A halt of any length does not count.
		halt(400 * DAY);
		assert_noop!(prune(policy), Error::<Test>::NotExpired);
		pass(1);
		assert_ok!(prune(policy));
	});
}

#[test]
fn prune_should_refuse_when_an_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(10 * DAY);
		opened(1);
		pass(100 * DAY);
		assert_noop!(prune(policy), Error::<Test>::IncidentOpen);
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert_ok!(prune(policy));
	});
}

#[test]
fn prune_should_refuse_when_a_claim_is_not_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(10 * DAY);
		opened(1);
		assert_ok!(register(policy, 1, 1_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		pass(1_000 * DAY);
		assert_noop!(prune(policy), Error::<Test>::ClaimOpen);
		assert_eq!(<Policies as CoverBook<_>>::holder(policy), Some(ALICE));
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 1);
		System::assert_last_event(Event::ClaimClosed { policy, incident: 1, amount: 1_000 }.into());
		assert_ok!(prune(policy));
		assert_eq!(OpenClaims::<Test>::iter().count(), 0);
	});
}

#[test]
fn prune_should_refuse_when_premium_is_not_earned() {
	ExtBuilder::default().with_terms(|terms| terms.grace = 0).build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		// Expired, but the stream runs to the end of the day.
		pass(30 * DAY);
		assert_noop!(prune(policy), Error::<Test>::PremiumUnearned);
		pass(DAY);
		// Run out, but the pool has not caught up with it.
		CaughtUp::set(&Some(START + 29 * DAY));
		assert_noop!(prune(policy), Error::<Test>::PremiumUnearned);
		CaughtUp::set(&None);
		assert_ok!(prune(policy));
	});
}

#[test]
fn prune_should_refuse_when_the_policy_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(prune(0), Error::<Test>::UnknownPolicy);
		assert_noop!(prune(PolicyId::MAX), Error::<Test>::UnknownPolicy);
	});
}
