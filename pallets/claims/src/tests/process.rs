// SPDX-License-Identifier: Apache-2.0

//! `process`.

use super::mock::*;
use crate::WeightInfo as _;
use breakwater_triggers::WeightInfo as _;
use frame_support::weights::RuntimeDbWeight;

#[test]
fn process_should_do_the_work_when_blocks_are_full() {
	ExtBuilder::default().policy(1, ALICE, 300).policy(2, BOB, 200).build_and_execute(|| {
		uphold();
		assert_ok!(Claims::process(signed(STRANGER), 0, 1));
		assert_eq!(stage(0), Stage::AssessingClaims { after: Some(1) });
		assert_ok!(Claims::process(signed(STRANGER), 0, MAX_STEPS));
		assert_eq!(stage(0), Stage::Paid);
		assert_eq!((usd(&ALICE), usd(&BOB)), (300, 200));
	});
}

#[test]
fn process_should_be_refused_when_the_incident_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Claims::process(signed(ALICE), u32::MAX, 1).plain(),
			ClaimsError::<Test>::UnknownIncident
		);
	});
}

#[test]
fn process_should_be_refused_when_the_steps_are_none_or_too_many() {
	ExtBuilder::default().build_and_execute(|| {
		uphold();
		for max in [0, MAX_STEPS + 1, u32::MAX] {
			assert_noop!(
				Claims::process(signed(ALICE), 0, max).plain(),
				ClaimsError::<Test>::StepsOutOfRange
			);
		}
	});
}

#[test]
fn process_should_be_refused_when_there_is_nothing_to_do() {
	ExtBuilder::default().build_and_execute(|| {
		let at = breach();
		block(at);
		assert_noop!(Claims::process(signed(ALICE), 0, 5).plain(), ClaimsError::<Test>::NothingToDo);
		block(at + DURATION);
		assert_eq!(stage(0), Stage::Paid);
		assert_noop!(Claims::process(signed(ALICE), 0, 5).plain(), ClaimsError::<Test>::NothingToDo);
	});
}

#[test]
fn process_should_cost_what_was_done() {
	type W = <Test as crate::Config>::WeightInfo;
	ExtBuilder::default().policy(1, ALICE, 300).build_and_execute(|| {
		uphold();
		let used = Claims::process(signed(STRANGER), 0, MAX_STEPS).unwrap().actual_weight;
		// A policy and the end of the policies, a pool and the end of the pools, a claim and the
		// end of the claims. Then a look at an incident that is done.
		let steps = Claims::assess_weight(1)
			+ W::end_assessing(1)
			+ Claims::settling_weight(1, MockPools::size_of(1), false)
			+ W::end_settlement(1)
			+ Claims::paying_weight(1)
			+ Claims::end_of_payments_weight(1);
		// The trigger looks if a breach has waited.
		let weight: RuntimeDbWeight = <Test as frame_system::Config>::DbWeight::get();
		let end = W::resume_trigger() + weight.reads(1);
		assert_eq!(used, Some(steps + end + Claims::look_weight() * 7));
		assert_eq!(stage(0), Stage::Paid);
	});
}

#[test]
fn process_should_cost_by_the_pools_of_a_claim() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000);
	let builder = builder.policy_in(1, ALICE, PRODUCT, &[(1, 10), (2, 20), (1, 30)]).policy(2, BOB, 10);
	builder.build_and_execute(|| {
		uphold();
		let step = || Claims::process(signed(STRANGER), 0, 1).unwrap().actual_weight.unwrap();
		let each = MockBook::register_weight(MockPools::size_of(1), false);
		assert_eq!(step(), Claims::assess_weight(1) + Claims::look_weight());
		// Each has its part, money in the escrow, and the record of its settlement.
		let weight: RuntimeDbWeight = <Test as frame_system::Config>::DbWeight::get();
		let others = each * 2 + weight.reads_writes(6, 6);
		assert_eq!(Claims::assess_weight(1), Claims::assess_weight(2) + others);
		assert!(Claims::assess_weight(1).all_lte(Claims::assessing_weight()));
	});
}

#[test]
fn walk_should_wait_when_a_pool_of_a_claim_is_far_behind() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000).policy(0, ALICE, 10);
	builder.policy_in(1, ALICE, PRODUCT, &[(1, 10), (2, 10)]).policy(2, BOB, 10).build_and_execute(|| {
		uphold();
		world(|w| w.far_behind = vec![2]);
		idle(Weight::MAX);
		assert!(matches!(stage(0), Stage::AssessingClaims { .. }));
		let before = incident(0).claims;
		assert_noop!(
			Claims::process(signed(STRANGER), 0, MAX_STEPS).plain(),
			ClaimsError::<Test>::NothingToDo
		);
		world(|w| w.far_behind = vec![]);
		idle(Weight::MAX);
		assert!(before < 3);
		assert_eq!((stage(0), incident(0).claims, usd(&ALICE), usd(&BOB)), (Stage::Paid, 3, 30, 10));
	});
}
