// SPDX-License-Identifier: Apache-2.0

//! The test of the pallet's own constants.

use super::mock::*;
use frame_support::traits::Hooks;

#[test]
fn accounts_should_be_distinct_and_decodable() {
	ExtBuilder::default().build_and_execute(<Pools as Hooks<u64>>::integrity_test);
}
