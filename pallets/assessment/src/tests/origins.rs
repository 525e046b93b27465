// SPDX-License-Identifier: Apache-2.0

//! The origins that may make each call.

use super::mock::*;

#[test]
fn every_call_should_refuse_the_wrong_origin() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		uphold();
		let calls: Vec<(RuntimeCall, bool, bool)> = vec![
			// (call, a signed account may, root may)
			(
				breakwater_assessment::Call::report_incident {
					product: ASSESSED,
					occurred_at: START,
					evidence: Default::default(),
					uri: Uri::default(),
					max_bond: PURSE,
				}
				.into(),
				true,
				true,
			),
			(
				breakwater_assessment::Call::propose_outcome {
					incident: 0,
					verdict: Verdict::NotCovered,
					uri: Uri::default(),
					max_bond: PURSE,
				}
				.into(),
				true,
				false,
			),
			(
				breakwater_assessment::Call::adopt_outcome { incident: 0, choice: Choice::Proposal(0) }
					.into(),
				false,
				true,
			),
			(breakwater_assessment::Call::process { incident: 0 }.into(), true, false),
			(breakwater_assessment::Call::collect_bond { incident: 0, who: ALICE }.into(), true, false),
			(breakwater_assessment::Call::sweep_bonds { incident: 0 }.into(), true, false),
		];
		check_origins::<breakwater_assessment::Call<Test>>(calls);
	});
}
