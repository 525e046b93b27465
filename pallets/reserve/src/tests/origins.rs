// SPDX-License-Identifier: Apache-2.0

//! Every call with every wrong origin.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn calls_should_be_refused_when_the_origin_is_wrong() {
	let (none, signed, root) = (RuntimeOrigin::none(), RuntimeOrigin::signed(ALICE), RuntimeOrigin::root());
	let table = [
		(Call::<Test>::donate { asset: USD, amount: 1 }, vec![none.clone(), root]),
		(Call::admit_pool { pool: STRANGE }, vec![none.clone(), signed.clone()]),
		(Call::remove_pool { pool: POOL }, vec![none.clone(), signed.clone()]),
		(Call::replenish { asset: USD, amount: 1 }, vec![none, signed]),
	];
	ExtBuilder::default().build_and_execute(|| {
		for (call, origins) in table {
			for origin in origins {
				assert_noop!(call.clone().dispatch_bypass_filter(origin), BadOrigin);
			}
		}
	});
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	use frame_support::traits::GetCallName;
	assert_eq!(Call::<Test>::get_call_names(), &["donate", "admit_pool", "remove_pool", "replenish"]);
}
