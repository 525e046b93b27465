// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError::BadOrigin;

#[derive(Clone, Copy, PartialEq)]
enum Who {
	Signed,
	SponsorOrRoot,
	Root,
}

/// Every call with arguments that succeed, and the origins that may make it. The list is held
/// against the macro's count of calls.
fn calls() -> Vec<(crate::Call<Test>, Who)> {
	let mut new = terms();
	new.grace = 10 * DAY;
	vec![
		(crate::Call::list_product { listing: Box::new(listing(trigger(), terms())) }, Who::Root),
		(crate::Call::update_terms { product: PRODUCT, terms: new, uri: uri() }, Who::Root),
		(crate::Call::set_status { product: PRODUCT, status: ProductStatus::Paused }, Who::Root),
		(
			crate::Call::update_facts { product: PRODUCT, facts: RiskFacts { audits: 3, ..facts() } },
			Who::Root,
		),
		(
			crate::Call::set_class_rules {
				class: RiskClass::Nft,
				rules: crate::risk::default_rules(RiskClass::Depeg),
			},
			Who::Root,
		),
		(crate::Call::propose_product { listing: Box::new(listing(trigger(), terms())) }, Who::Signed),
		(crate::Call::approve_product { proposal: 0 }, Who::Root),
		(crate::Call::withdraw_proposal { proposal: 0 }, Who::SponsorOrRoot),
		(crate::Call::delist { product: 1 }, Who::Signed),
		(
			crate::Call::set_admission_rules { class: RiskClass::Nft, rules: AdmissionRules::default() },
			Who::Root,
		),
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
			let proposed = Box::new(listing(trigger(), terms()));
			assert_ok!(Products::propose_product(RuntimeOrigin::signed(ALICE), proposed));
			assert_ok!(list(listing(trigger(), terms())));
			assert_ok!(Products::set_status(RuntimeOrigin::root(), 1, ProductStatus::Retired));
			let dispatch = |origin| call.clone().dispatch_bypass_filter(origin);
			let bad = |origin: RuntimeOrigin| {
				assert_noop!(dispatch(origin).map_err(|error| error.error), BadOrigin);
			};
			bad(RuntimeOrigin::none());
			match who {
				Who::Signed => bad(RuntimeOrigin::root()),
				Who::SponsorOrRoot => {
					let refused = dispatch(RuntimeOrigin::signed(BOB)).map_err(|error| error.error);
					assert_noop!(refused, crate::Error::<Test>::NotSponsor);
				}
				Who::Root => {
					bad(RuntimeOrigin::signed(ALICE));
					bad(RuntimeOrigin::signed(77));
				}
			}
			let right = match who {
				Who::Signed => RuntimeOrigin::signed(BOB),
				Who::SponsorOrRoot => RuntimeOrigin::signed(ALICE),
				Who::Root => RuntimeOrigin::root(),
			};
			assert!(dispatch(right).is_ok(), "{call:?} has an origin it works with");
		});
	}
}
