// SPDX-License-Identifier: Apache-2.0

//! The hooks under a meter.

use super::mock::*;
use crate::WeightInfo as _;

type W = <Test as crate::Config>::WeightInfo;

/// The room that is enough for any step of an upheld incident.
fn step_room() -> Weight {
	let stages = [
		ClaimStage::AssessingClaims { after: None },
		ClaimStage::Settling { after: None },
		ClaimStage::Paying { after: None },
		ClaimStage::Closing,
	];
	stages.map(room).into_iter().fold(Weight::zero(), |a: Weight, b| a.max(b))
}

/// The room that a step of a stage needs.
fn room(stage: ClaimStage) -> Weight {
	let new = Incident::new(PRODUCT, 0, BlockTime::default(), Decider::Trigger, ClaimLimits::get());
	Claims::room_for(&Incident { stage, ..new }, 0)
}

#[test]
fn hooks_should_do_nothing_without_weight() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		uphold();
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(poll(Weight::zero()), Weight::zero());
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
	});
}

#[test]
fn hooks_should_stay_within_their_weight() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		let at = breach();
		for micros in [0u64, 1, 100, 1_000, 10_000, 100_000, 1_000_000] {
			let limit = Weight::from_parts(micros * 1_000_000, u64::MAX);
			pass_to(at + DURATION + micros);
			assert!(poll(limit).all_lte(limit));
			assert!(idle(limit).all_lte(limit));
		}
	});
}

/// Run an incident with 60 claims with `limit` a block. Returns all that was paid and the number of
/// blocks.
fn paid_with(limit: Weight) -> (Vec<Balance>, u32) {
	let mut builder = ExtBuilder::default().pool(1, USD, 1_000).pool(2, USD, 100_000);
	for id in 0..60u32 {
		let who = AccountId::new([100 + id as u8; 32]);
		// Every third is backed by both pools.
		let backing = [(1 + id % 2, 100 + u128::from(id)), (2 - id % 2, 50)];
		builder = builder.policy_in(id, who, PRODUCT, if id % 3 == 0 { &backing } else { &backing[..1] });
	}
	builder.build_and_execute(|| {
		uphold();
		let mut blocks = 0;
		while stage(0) != Stage::Paid {
			work(limit);
			check();
			blocks += 1;
			assert!(blocks < 1_000);
		}
		((0..60u8).map(|id| usd(&AccountId::new([100 + id; 32]))).collect(), blocks)
	})
}

#[test]
fn claims_should_be_paid_alike_when_blocks_leave_little_room() {
	let (at_once, blocks) = paid_with(Weight::MAX);
	assert_eq!(blocks, 1);
	// Room for one policy, or pool, and for some payments.
	let (bit_by_bit, blocks) = paid_with(Claims::round_weight() + step_room());
	assert!(blocks > 10, "{blocks}");
	assert_eq!(bit_by_bit, at_once);
	assert_eq!(at_once.iter().filter(|paid| **paid == 0).count(), 0);
}

#[test]
fn incidents_should_be_worked_on_in_turn() {
	let mut builder = ExtBuilder::default().product(2, trigger());
	for id in 0..20 {
		builder = builder.policy_on(id, ALICE, 1 + id % 2, 1, 10);
	}
	builder.build_and_execute(|| {
		uphold();
		assert!(matches!(stage(1), Stage::AssessingClaims { .. }));
		for _ in 0..8 {
			work(Claims::round_weight() + step_room());
		}
		assert!(incident(0).claims.abs_diff(incident(1).claims) <= 1);
		idle(Weight::MAX);
		assert_eq!((stage(0), stage(1), usd(&ALICE)), (Stage::Paid, Stage::Paid, 200));
	});
}

#[test]
fn incident_should_be_the_first_of_the_next_round_when_there_was_no_room_for_it() {
	let mut builder = ExtBuilder::default().product(2, trigger());
	for id in 0..8 {
		builder = builder.policy_on(id, ALICE, 1 + id % 2, 1, 10);
	}
	builder.build_and_execute(|| {
		uphold();
		for delayed in [0, 1] {
			let before = incident(delayed).claims;
			// The one served last comes last in a round.
			crate::LastServed::<Test>::put(1 - delayed);
			work(Claims::round_weight() + Claims::look_weight());
			assert_eq!(crate::Delayed::<Test>::get(), Some(delayed));
			crate::LastServed::<Test>::put(delayed);
			work(Claims::round_weight() + room(ClaimStage::AssessingClaims { after: None }));
			assert_eq!(incident(delayed).claims, before + 1);
		}
	});
}

#[test]
fn weights_should_rise_with_their_work() {
	assert!(Claims::process_weight(2).all_gt(Claims::process_weight(1)));
	assert!(Claims::step_weight().all_gte(W::assess_step().max(W::settle_step()).max(W::pay_step())));
	assert!(Claims::process_weight(1).all_gte(step_room()));
}

/// c11: each step is taken when there is room for the cost of its own stage.
#[test]
fn step_should_be_taken_when_there_is_room_for_its_own_stage() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		uphold();
		let mut seen = vec![];
		while stage(0) != Stage::Paid {
			let before = stage(0);
			let needed = Claims::round_weight() + room(incident(0).stage);
			let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
			assert!(work(needed - Weight::from_parts(1, 0)).all_lt(needed));
			assert_eq!(stage(0), before, "there is no room");
			let then = root();
			assert!(work(needed).all_lte(needed));
			assert_ne!(root(), then, "there is room for {before:?}");
			seen.push(needed.ref_time() / 1_000_000_000);
		}
		// In milliseconds, with as many pools as there can be.
		assert!(seen.iter().all(|room| *room <= 20), "{seen:?}");
		assert!(room(ClaimStage::Paying { after: None }).ref_time() < 2_000_000_000);
	});
}
