// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::types::RenewalTerms;
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, traits::UnfilteredDispatchable};
use sp_runtime::{DispatchError::BadOrigin, Permill};

#[derive(Clone, Copy, PartialEq)]
enum Who {
	Signed,
	Holder,
}

/// Every call with arguments that succeed, and the origins that may make it. The list is held
/// against the macro's count of calls.
fn calls() -> Vec<(crate::Call<Test>, Who)> {
	vec![
		(crate::Call::buy { order: order(1_000, 30 * DAY), beneficiary: None }, Who::Signed),
		(crate::Call::prune { policy: 0 }, Who::Signed),
		(crate::Call::increase { policy: 1, by: 100, max_premium: Balance::MAX }, Who::Holder),
		(crate::Call::extend { policy: 1, time: DAY, max_premium: Balance::MAX }, Who::Holder),
		(crate::Call::decrease { policy: 1, by: 100, min_refund: 0 }, Who::Holder),
		(crate::Call::cancel { policy: 1, min_refund: 0 }, Who::Holder),
		(crate::Call::transfer { policy: 1, to: BOB }, Who::Holder),
		(
			crate::Call::buy_with {
				order: order(1_000, 30 * DAY),
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			},
			Who::Signed,
		),
		(
			crate::Call::set_renewal {
				policy: 1,
				renewal: Some(RenewalTerms { period: 7 * DAY, max_premium: 100, prepaid: 100 }),
			},
			Who::Holder,
		),
		(crate::Call::renew { policy: 3 }, Who::Signed),
		(crate::Call::collect_commission { policy: 2 }, Who::Signed),
	]
}

#[test]
fn calls_should_refuse_when_the_origin_is_wrong() {
	use frame_support::traits::GetCallName;
	let table = calls();
	let names: Vec<_> = table.iter().map(|(call, _)| call.get_call_name()).collect();
	assert_eq!(names, crate::Call::<Test>::get_call_names());
	for (call, who) in table {
		ExtBuilder::default().build_and_execute(|| {
			buy(1_000, 7 * DAY);
			pass(30 * DAY);
			buy(1_000, 60 * DAY);
			let commission = Some(Commission { distributor: BOB, part: Permill::from_percent(10) });
			let brokered = Order { commission, ..order(1_000_000, 60 * DAY) };
			assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), brokered, None));
			// Its renewal lapses.
			let ended = buy(1_000, 7 * DAY);
			let renewal = Some(RenewalTerms { period: 7 * DAY, max_premium: 1, prepaid: 1 });
			assert_ok!(Policies::set_renewal(RuntimeOrigin::signed(ALICE), ended, renewal));
			pass(8 * DAY);
			let dispatch = |origin| call.clone().dispatch_bypass_filter(origin);
			let bad = |origin: RuntimeOrigin| {
				assert_noop!(dispatch(origin).map_err(|error| error.error), BadOrigin);
			};
			bad(RuntimeOrigin::none());
			match who {
				Who::Signed => bad(RuntimeOrigin::root()),
				Who::Holder => {
					bad(RuntimeOrigin::root());
					let refused = dispatch(RuntimeOrigin::signed(BOB)).map_err(|error| error.error);
					assert_noop!(refused, crate::Error::<Test>::NotHolder);
				}
			}
			let right = match who {
				Who::Signed => RuntimeOrigin::signed(BOB),
				Who::Holder => RuntimeOrigin::signed(ALICE),
			};
			assert!(dispatch(right).is_ok(), "{call:?} has an origin it works with");
		});
	}
}
