// SPDX-License-Identifier: Apache-2.0

//! `collect`.

use super::mock::*;

/// Incident 0 is paid, except for policy 2, whose holder cannot hold the asset.
fn one_waits() {
	uphold();
	idle(Weight::MAX);
	check();
	assert_eq!(stage(0), Stage::Paid);
	assert_eq!(claim(0, 2).unwrap().status, ClaimStatus::Waiting);
	assert_eq!(AllAssets::balance(FRAGILE, &ALICE), 300);
}

use frame_support::traits::fungibles::{Inspect, Mutate};

fn fragile() -> ExtBuilder {
	ExtBuilder::default().pool(1, FRAGILE, 1_000).policy(1, ALICE, 300).policy(2, STRANGER, 200)
}

fn endow(who: &AccountId) {
	assert_ok!(AllAssets::mint_into(NATIVE, who, ED));
}

#[test]
fn collect_should_pay_when_the_holder_can_receive_again() {
	fragile().build_and_execute(|| {
		one_waits();
		assert_eq!((incident(0).escrow, incident(0).claims_paid), (200, 1));
		assert_eq!(
			count_events(|e| matches!(
				e,
				RuntimeEvent::Claims(ClaimsEvent::PaymentDelayed { policy: 2, .. })
			)),
			1
		);
		assert!(Claims::collect(signed(ALICE), 0, 2).is_err());
		endow(&STRANGER);
		assert_ok!(Claims::collect(signed(ALICE), 0, 2));
		assert_eq!(AllAssets::balance(FRAGILE, &STRANGER), 200);
		assert_eq!((incident(0).escrow, incident(0).claims_paid), (0, 2));
		assert_noop!(Claims::collect(signed(ALICE), 0, 2).plain(), ClaimsError::<Test>::AlreadyPaid);
	});
}

#[test]
fn collect_should_change_nothing_when_the_holder_still_cannot_receive() {
	fragile().build_and_execute(|| {
		one_waits();
		let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert!(frame_support::storage::with_storage_layer(|| Claims::collect(signed(ALICE), 0, 2).plain())
			.is_err());
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
	});
}

#[test]
fn collect_should_pay_before_the_hooks_when_a_holder_is_in_a_hurry() {
	ExtBuilder::default().policy(1, ALICE, 300).policy(2, BOB, 200).build_and_execute(|| {
		uphold();
		while !matches!(stage(0), Stage::Paying { .. }) {
			assert_ok!(Claims::process(signed(ALICE), 0, 1));
		}
		assert_ok!(Claims::collect(signed(BOB), 0, 2));
		assert_eq!(usd(&BOB), 200);
		idle(Weight::MAX);
		assert_eq!((usd(&ALICE), usd(&BOB), stage(0)), (300, 200, Stage::Paid));
	});
}

#[test]
fn collect_should_be_refused_when_incident_or_claim_is_unknown() {
	ExtBuilder::default().policy(1, ALICE, 300).build_and_execute(|| {
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::UnknownIncident);
		uphold();
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::UnknownClaim);
		idle(Weight::MAX);
		assert_noop!(Claims::collect(signed(ALICE), 0, 2).plain(), ClaimsError::<Test>::UnknownClaim);
	});
}

#[test]
fn collect_should_be_refused_when_the_pools_are_not_charged() {
	ExtBuilder::default().policy(1, ALICE, 300).build_and_execute(|| {
		uphold();
		assert_ok!(Claims::process(signed(ALICE), 0, 1));
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::NotPayableYet);
		assert_ok!(Claims::process(signed(ALICE), 0, 1));
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::NotPayableYet);
	});
}

#[test]
fn collect_should_be_refused_when_the_claim_is_paid() {
	ExtBuilder::default().policy(1, ALICE, 300).build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::AlreadyPaid);
	});
}
