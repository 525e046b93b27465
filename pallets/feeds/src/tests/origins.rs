// SPDX-License-Identifier: Apache-2.0

//! Every call with every wrong origin.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn calls_should_be_refused_when_the_origin_is_wrong() {
	let none = RuntimeOrigin::none;
	let referendum = || vec![none(), signed(1)];
	let anyone = || vec![none(), root()];
	let who = || person(1);
	let table = [
		(Call::<Test>::appoint { who: person(9) }, referendum()),
		(Call::accept {}, anyone()),
		(Call::resign {}, anyone()),
		(Call::dismiss { who: who() }, referendum()),
		(Call::slash { who: who(), amount: 1, ruling: [0; 32] }, referendum()),
		(Call::top_up {}, anyone()),
		(Call::withdraw_bond {}, anyone()),
		(Call::swap_key { old: who(), new: person(9) }, referendum()),
		(Call::set_feed { feed: FEED, rules: Some(rules()) }, referendum()),
		(Call::fund { amount: 100 }, anyone()),
		(Call::collect {}, anyone()),
		(Call::feed { values: Default::default() }, anyone()),
	];
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		for (call, origins) in table {
			for origin in origins {
				assert_noop!(done(call.clone().dispatch_bypass_filter(origin)), BadOrigin);
			}
		}
	});
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	use frame_support::traits::GetCallName;
	assert_eq!(
		Call::<Test>::get_call_names(),
		&[
			"appoint",
			"accept",
			"resign",
			"dismiss",
			"slash",
			"top_up",
			"withdraw_bond",
			"swap_key",
			"set_feed",
			"fund",
			"collect",
			"feed",
		]
	);
}
