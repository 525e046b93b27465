// SPDX-License-Identifier: Apache-2.0

//! The charges of the steps, by what they did.

use super::mock::*;
use crate::WeightInfo;
use frame_support::{dispatch::DispatchResultWithPostInfo, weights::RuntimeDbWeight};
use std::collections::BTreeMap;

type W = <Test as crate::Config>::WeightInfo;

/// The weight that a call was charged, whether it succeeded or not.
fn charge_of(result: DispatchResultWithPostInfo) -> Weight {
	result.map_or_else(|refused| refused.post_info.actual_weight, |info| info.actual_weight).unwrap()
}

/// The weight of the next step of incident 0.
fn step() -> Weight {
	charge_of(Claims::process(signed(STRANGER), 0, 1))
}

/// Takes steps until incident 0 is at a stage.
fn step_until(is_there: impl Fn(Stage) -> bool) {
	while !is_there(stage(0)) {
		step();
	}
}

fn db(reads: u64, writes: u64) -> Weight {
	let weight: RuntimeDbWeight = <Test as frame_system::Config>::DbWeight::get();
	weight.reads_writes(reads, writes)
}

fn lines(lines: u32) -> PoolSize {
	PoolSize { lines, ..PoolSize::LEAST }
}

/// The charge of settling pool 1, which has so many products, in an incident with so many pools.
fn settling(pools: u32, size: PoolSize) -> Weight {
	let mut builder = ExtBuilder::default();
	for pool in 1..=pools {
		builder = builder.pool(pool, USD, 1_000).policy_on(pool, ALICE, PRODUCT, pool, 10);
	}
	builder.build_and_execute(|| {
		world(|w| w.sizes.insert(1, size));
		uphold();
		step_until(|stage| matches!(stage, Stage::Settling { .. }));
		step()
	})
}

#[test]
fn settlement_should_cost_by_the_pools_and_their_products() {
	let work = |size| MockPools::weight(LossWork::Settle, size);
	let one = settling(1, lines(1));
	// One more product of the pool, and one more pool whose part is looked at.
	assert_eq!(settling(1, lines(2)) - one, work(lines(2)) - work(lines(1)));
	assert_eq!(settling(1, PoolSize::MOST) - one, work(PoolSize::MOST) - work(lines(1)));
	assert_eq!(settling(4, lines(1)) - one, db(3, 0));
	// It is a part of the most that is asked for beforehand.
	assert!((one * 2).all_lt(Claims::step_weight()));
}

#[test]
fn payment_should_cost_by_what_it_did() {
	let builder = ExtBuilder::default().pool(1, FRAGILE, 1_000).pool(2, FRAGILE, 1_000);
	let both = [(1, 10), (2, 20)];
	let builder = builder.policy_in(1, ALICE, PRODUCT, &both).policy(2, BOB, 10);
	// This holder cannot hold the asset.
	builder.policy(3, STRANGER, 10).build_and_execute(|| {
		uphold();
		step_until(|stage| matches!(stage, Stage::Paying { .. }));
		let mut charges = BTreeMap::new();
		while stage(0) != Stage::Paid {
			let used = step() - Claims::look_weight();
			if let Stage::Paying { after: Some(policy) } = stage(0) {
				charges.insert(policy, used);
			} else {
				assert_eq!(used, Claims::end_of_payments_weight(2));
			}
		}
		let [two, one, failed] = [1, 2, 3].map(|policy| charges[&policy]);
		assert_eq!((one, two - one), (W::pay_step(), db(1, 1)));
		assert_eq!(claim(0, 3).unwrap().status, ClaimStatus::Waiting);
		assert_eq!(one - failed, db(0, 3));
		assert!(W::skip_step().ref_time() < failed.ref_time());

		// One that waits for its holder is passed over when more money comes.
		crate::Incidents::<Test>::mutate(0, |slot| {
			slot.as_mut().unwrap().stage = ClaimStage::Paying { after: None };
		});
		let mut skipped = vec![];
		while stage(0) != Stage::Paid {
			skipped.push(step() - Claims::look_weight());
		}
		skipped.pop();
		skipped.sort_by_key(|used| used.ref_time());
		assert_eq!(skipped, vec![W::skip_step(), W::skip_step(), W::skip_step() + db(1, 0)]);
	});
}

#[test]
fn waiting_pool_should_cost_less_than_one_that_has_more() {
	ExtBuilder::default().pool(1, USD, 50).policy(1, ALICE, 200).build_and_execute(|| {
		world(|w| w.not_final.push(1));
		uphold();
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Paid);
		let size = MockPools::size_of(1);
		assert_eq!(step(), Claims::asking_weight(1, size) + Claims::look_weight());
		give_pool(1, 100);
		world(|w| w.top_ups.insert(1, 100));
		assert_eq!(step(), Claims::topping_up_weight(1, size) + Claims::look_weight());
		assert!(Claims::asking_weight(1, size).all_lt(Claims::topping_up_weight(1, size)));
		world(|w| w.not_final.clear());
		idle(Weight::MAX);
	});
}

#[test]
fn closing_should_cost_by_the_record_that_is_removed() {
	ExtBuilder::default().policy(1, ALICE, 200).policy(2, BOB, 200).build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		pass_active(YEAR);
		assert_eq!(charge_of(Claims::close(signed(STRANGER), 0)), <W as WeightInfo>::close(1));
		assert!(<W as WeightInfo>::close(1).all_lt(Claims::most_close_weight()));
		let used: Vec<_> = (0..3).map(|_| step() - Claims::look_weight()).collect();
		assert_eq!(used, vec![W::drop_claim(), W::drop_claim(), W::close_step(1)]);
		assert_eq!(stage(0), Stage::Closed);
	});
}

#[test]
fn rejections_should_cost_what_they_looked_at() {
	ExtBuilder::default().policy(1, ALICE, 200).build_and_execute(|| {
		let look = Claims::look_weight();
		assert_eq!(charge_of(Claims::process(signed(ALICE), 7, 1)), look);
		assert_eq!(charge_of(Claims::process(signed(ALICE), 0, 0)), look);
		uphold();
		idle(Weight::MAX);
		// Nothing is left to do: the incident was looked at.
		assert_eq!(charge_of(Claims::process(signed(ALICE), 0, MAX_STEPS)), look);
		let refused = charge_of(Claims::collect(signed(ALICE), 0, 1));
		assert_eq!(refused, Claims::refused_collect_weight());
		assert!((refused * 2).all_lt(Claims::collect_weight(1)));
		let refused = charge_of(Claims::recover(signed(ALICE), 0, 7, 1));
		assert_eq!(refused, Claims::refused_recover_weight());
		assert!((refused * 2).all_lt(Claims::recover_weight(PoolSize::LEAST)));
		assert!(charge_of(Claims::close(signed(ALICE), 7)).all_lt(<W as WeightInfo>::close(1)));
	});
}

#[test]
fn collect_should_cost_by_the_pools_of_the_claim() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000).policy(1, ALICE, 10);
	builder.policy_in(2, BOB, PRODUCT, &[(1, 10), (2, 20), (1, 30)]).build_and_execute(|| {
		uphold();
		step_until(|stage| matches!(stage, Stage::Paying { .. }));
		assert_eq!(charge_of(Claims::collect(signed(ALICE), 0, 1)), W::collect());
		assert_eq!(charge_of(Claims::collect(signed(ALICE), 0, 2)), W::collect() + db(2, 2));
		assert_eq!(Claims::most_collect_weight(), Claims::collect_weight(3));
	});
}

/// Guard: a step that uses more than was asked for overdraws the block without a trace, because the
/// charge ends at what the meter has left.
#[test]
fn step_should_never_use_more_than_the_room_that_was_asked_for() {
	let pools = MAX_POOLS_PER_PRODUCT;
	let mut builder = ExtBuilder::default();
	for pool in 1..=pools {
		// Some are short, and one of the holders cannot be paid.
		let money = if pool % 3 == 0 { 5 } else { 1_000 };
		let backing = [(pool, 10), (1 + pool % pools, 10), (1 + (pool + 1) % pools, 10)];
		let who = if pool == 5 { STRANGER } else { AccountId::new([100 + pool as u8; 32]) };
		builder = builder.pool(pool, USD, money).policy_in(pool, who, PRODUCT, &backing);
	}
	builder.build_and_execute(|| {
		world(|w| {
			w.sizes = (1..=pools).map(|pool| (pool, PoolSize::MOST)).collect();
			w.not_final = vec![3, 6];
		});
		uphold();
		let mut seen = vec![];
		let mut take = || {
			let room = Claims::room_for(&incident(0), TestClock::active());
			let (most, mut meter) = (Claims::process_weight(1), frame_support::weights::WeightMeter::new());
			let before = stage(0);
			let progress = Claims::work(0, &mut meter);
			assert!(meter.consumed().all_lte(room), "{before:?}: {:?} of {room:?}", meter.consumed());
			assert!(meter.consumed().all_lte(most), "{before:?}");
			seen.push(core::mem::discriminant(&before));
			progress == crate::types::Progress::Stepped
		};
		while take() {}
		assert_eq!(stage(0), Stage::Paid);
		world(|w| w.top_ups = [(3, 20), (6, 20)].into());
		give_pool(3, 100);
		give_pool(6, 100);
		for at in 1..=20u64 {
			System::set_block_number(at);
			take();
		}
		world(|w| w.not_final.clear());
		for at in 1..=100u64 {
			System::set_block_number(at);
			take();
		}
		pass_active(YEAR);
		assert_ok!(Claims::close(signed(STRANGER), 0));
		while take() {}
		assert_eq!(stage(0), Stage::Closed);
		seen.sort_by_key(|stage| format!("{stage:?}"));
		seen.dedup();
		assert_eq!(seen.len(), 6, "every stage was seen");
	});
}
