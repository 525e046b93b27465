// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use frame_support::assert_ok;

#[test]
fn proposals_should_page_from_the_newest_on() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..5 {
			let listing = Box::new(assessed());
			assert_ok!(Products::propose_product(RuntimeOrigin::signed(ALICE), listing));
		}
		assert_ok!(Products::withdraw_proposal(RuntimeOrigin::signed(ALICE), 3));
		let ids = |after, limit| -> Vec<u32> {
			Products::proposals(after, limit).into_iter().map(|(id, ..)| id).collect()
		};
		assert_eq!(ids(None, 0), [4, 2, 1, 0]);
		assert_eq!(ids(None, 2), [4, 2]);
		assert_eq!(ids(Some(2), 2), [1, 0]);
		assert_eq!(ids(Some(0), 2), Vec::<u32>::new());
		let (_, sponsor, shown) = Products::proposals(None, 1).remove(0);
		assert_eq!((sponsor, shown), (ALICE, assessed()));
	});
}
