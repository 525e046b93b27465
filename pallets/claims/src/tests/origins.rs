// SPDX-License-Identifier: Apache-2.0

//! The origins that may make each call.

use super::mock::*;

#[test]
fn every_call_should_refuse_the_wrong_origin() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		uphold();
		let calls: Vec<(RuntimeCall, bool, bool)> = vec![
			// (call, a signed account may, root may)
			(breakwater_claims::Call::process { incident: 0, max: 1 }.into(), true, false),
			(breakwater_claims::Call::collect { incident: 0, policy: 1 }.into(), true, false),
			(
				breakwater_claims::Call::claim {
					incident: 0,
					policy: 1,
					loss: 1,
					index: 0,
					proof: Proof::default(),
					signature: AccountSignature::Ed25519([0; 64]),
				}
				.into(),
				true,
				false,
			),
			(
				breakwater_claims::Call::file_evidence {
					incident: 0,
					policy: 1,
					hash: Default::default(),
					uri: Uri::default(),
				}
				.into(),
				true,
				false,
			),
			(breakwater_claims::Call::recover { incident: 0, pool: 1, amount: 1 }.into(), true, false),
			(breakwater_claims::Call::close { incident: 0 }.into(), true, false),
		];
		check_origins::<breakwater_claims::Call<Test>>(calls);
	});
}
