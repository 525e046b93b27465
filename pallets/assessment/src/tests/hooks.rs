// SPDX-License-Identifier: Apache-2.0

//! The idle hook under a meter.

use super::mock::*;
use crate::WeightInfo as _;

#[test]
fn case_that_is_refused_should_cost_a_look() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Verdict::NotCovered));
		assert_ok!(propose(RIVAL, 0, Table::of(&[300]).verdict(START)));
		world(|w| w.refuse_cases = true);
		pass_to(START + 2 * DAY);
		let used = decide_deadlines(Weight::MAX);
		assert!(matches!(stage(0), Stage::Challenge { .. }));
		let pools = Assessment::pools_weight(Assessment::pools_of(0));
		let look = Assessment::look_weight() + Assessment::refused_case_weight(2) + pools;
		assert_eq!(used, <Test as crate::Config>::WeightInfo::work_round() + look);
		assert!(used.ref_time() < 2_000_000_000, "{used:?}");
		world(|w| w.refuse_cases = false);
		idle(Weight::MAX);
		assert!(matches!(stage(0), Stage::Case(_)));
	});
}

#[test]
fn assessment_without_room_should_be_the_first_of_the_next_block() {
	let round = <Test as crate::Config>::WeightInfo::work_round();
	ExtBuilder::default().assessed(&[600]).policy(10, ALICE, 100).policy(11, BOB, 100).build_and_execute(
		|| {
			uphold();
			assert_ok!(report_now());
			// No outcome was proposed for the second, and the first is to be paid.
			pass_to(TestClock::now() + 7 * DAY);
			for _ in 0..20 {
				idle(round + Assessment::look_weight());
			}
			// Claims are paid meanwhile.
			work(Weight::MAX);
			assert_eq!((stage(0), usd(&ALICE), usd(&BOB)), (Stage::Paid, 100, 100));
			assert!(matches!(stage(1), Stage::Open { .. }));
			assert_eq!(crate::Delayed::<Test>::get(), Some(1));
			let room = Assessment::room_for(&assessment(1).unwrap(), TestClock::active());
			let needed = round + Assessment::look_weight() + room;
			assert!(decide_deadlines(needed - Weight::from_parts(1, 0)).all_lt(needed));
			assert!(matches!(stage(1), Stage::Open { .. }));
			assert!(decide_deadlines(needed).all_lte(needed));
			assert_eq!((stage(1), crate::Delayed::<Test>::get()), (Stage::Rejected, None));
		},
	);
}

/// Guard: more assessments have work than a round looks at, and a block has room for one of them.
#[test]
fn assessments_should_be_served_one_after_the_other_when_blocks_have_room_for_one() {
	const COUNT: u32 = 62;
	ExtBuilder::default().build_and_execute(|| {
		for id in 0..COUNT {
			let new =
				AssessmentRecord::new(PRODUCT, BlockTime::default(), <Test as crate::Config>::Limits::get());
			let stage = breakwater_assessment::types::Stage::Decided;
			// The reserve takes no bond of an unknown asset: the work stays.
			let idle = AssessmentRecord { stage, bonds: 1, ended_at: Some(0), ..new };
			breakwater_assessment::Assessments::<Test>::insert(id, idle);
		}
		pass_to(TestClock::now() + 2 * YEAR);
		let room = <Test as crate::Config>::WeightInfo::work_round() + Assessment::most_sweeping_weight();
		let room = room + Assessment::look_weight();
		let served: std::collections::BTreeSet<_> = (0..COUNT)
			.map(|_| {
				decide_deadlines(room);
				crate::LastServed::<Test>::get().expect("there is room for one")
			})
			.collect();
		assert_eq!(served.len(), COUNT as usize);
		(0..COUNT).for_each(breakwater_assessment::Assessments::<Test>::remove);
		crate::LastServed::<Test>::kill();
		crate::Delayed::<Test>::kill();
	});
}
