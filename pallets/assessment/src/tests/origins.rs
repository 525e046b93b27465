// SPDX-License-Identifier: Apache-2.0

//! The origins that may make each call.

use super::mock::*;
use frame_support::dispatch::RawOrigin;
use sp_runtime::{traits::Dispatchable, DispatchError};

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
		assert_eq!(
			calls.len(),
			<breakwater_assessment::Call<Test> as frame_support::traits::GetCallName>::get_call_names().len()
		);
		for (call, signed, root) in calls {
			for (origin, may) in [
				(RawOrigin::None, false),
				(RawOrigin::Signed(STRANGER), signed),
				(RawOrigin::Signed(ALICE), signed),
				(RawOrigin::Root, root),
			] {
				let state = sp_io::storage::root(sp_runtime::StateVersion::V1);
				let result = frame_support::storage::with_storage_layer(|| {
					let result = call.clone().dispatch(origin.clone().into()).map_err(|e| e.error);
					// Undone in any case: the next origin finds the same state.
					Err::<(), _>(result.err().unwrap_or(DispatchError::Other("accepted")))
				});
				assert_eq!(result == Err(DispatchError::BadOrigin), !may, "{call:?} {origin:?}");
				assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), state);
			}
		}
	});
}
