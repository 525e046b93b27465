// SPDX-License-Identifier: Apache-2.0

//! Every call with every wrong origin.

use super::mock::*;
use crate::*;
use breakwater_testing::Plain;
use frame_support::{
	assert_noop,
	traits::{GetCallName, UnfilteredDispatchable},
};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn calls_should_be_refused_when_the_origin_is_wrong() {
	let none = RuntimeOrigin::none;
	let referendum = || vec![none(), signed(1)];
	let anyone = || vec![none(), root()];
	let who = || person(1);
	let table = [
		(Call::<Test>::register { bond: BOND }, anyone()),
		(Call::approve { who: who() }, referendum()),
		(Call::remove { who: who() }, referendum()),
		(Call::retire {}, anyone()),
		(Call::withdraw_bond {}, anyone()),
		(Call::add_bond { amount: 1 }, anyone()),
		(Call::resume {}, anyone()),
		(Call::fund { amount: 1 }, anyone()),
	];
	assert_eq!(table.len(), Call::<Test>::get_call_names().len(), "every call is in the table");
	run(chain(3, 2), || {
		for (call, origins) in table {
			for origin in origins {
				assert_noop!(call.clone().dispatch_bypass_filter(origin).plain(), BadOrigin);
			}
		}
	});
}
