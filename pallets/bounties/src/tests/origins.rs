// SPDX-License-Identifier: Apache-2.0

//! Every call with every wrong origin.

use super::mock::*;
use crate::*;
use breakwater_primitives::Choice;
use frame_support::{assert_noop, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn calls_should_be_refused_when_the_origin_is_wrong() {
	let (product, report) = (PRODUCT, 0);
	let (claim, report_hash, salt) = (CRITICAL, HASHES.0, HASHES.1);
	// Those of accounts, then those of referenda.
	let signed_calls = [
		Call::<Test>::set_terms { product, terms: terms() },
		Call::fund { product, amount: 1 },
		Call::request_withdrawal { product, amount: 1 },
		Call::withdraw { product },
		Call::close_programme { product },
		Call::commit_report { product, commitment: HASHES.0, min_reserved: 0, terms: HASHES.1 },
		Call::reveal_report { report, claim, report_hash, salt },
		Call::acknowledge { report },
		Call::decide { report, decision: ReportDecision::Rejected },
		Call::dispute { report, max_bond: 1 },
		Call::process { report },
		Call::collect { report },
		Call::begin_match { report },
	];
	let root_calls = [
		Call::<Test>::adopt_decision { report, choice: Choice::NotCovered },
		Call::match_reward { report },
		Call::revoke_unvested { report },
	];
	let open = Call::<Test>::open_programme { product, manager: None, terms: terms() };
	ExtBuilder::default().build_and_execute(|| {
		let none = RuntimeOrigin::none();
		assert_noop!(open.dispatch_bypass_filter(none.clone()), BadOrigin);
		for (calls, wrong) in [(&signed_calls[..], root()), (&root_calls[..], signed(SPONSOR))] {
			for call in calls {
				assert_noop!(call.clone().dispatch_bypass_filter(none.clone()), BadOrigin);
				assert_noop!(call.clone().dispatch_bypass_filter(wrong.clone()), BadOrigin);
			}
		}
	});
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	use frame_support::traits::GetCallName;
	let names = [
		"open_programme",
		"set_terms",
		"fund",
		"request_withdrawal",
		"withdraw",
		"close_programme",
		"commit_report",
		"reveal_report",
		"acknowledge",
		"decide",
		"dispute",
		"adopt_decision",
		"process",
		"collect",
		"match_reward",
		"revoke_unvested",
		"begin_match",
	];
	assert_eq!(Call::<Test>::get_call_names(), &names);
}
