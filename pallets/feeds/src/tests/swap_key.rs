// SPDX-License-Identifier: Apache-2.0

//! Another account for an operator.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_core::crypto::AccountId32;

#[test]
fn swap_key_should_move_place_bond_and_rewards() {
	ExtBuilder::default().with_operators(4).with_rewards(1_000).build_and_execute(|| {
		for (number, value) in [(1, 1_000), (2, 1_000), (3, 1_000), (4, 1_001)] {
			feed(number, FEED, value);
		}
		assert_eq!(earned(4), REWARD);
		Reads::set(vec![]);
		assert_ok!(Feeds::swap_key(root(), person(4), person(9)));
		assert_eq!((operator(4), stage(9)), (None, Some(OperatorStage::Active)));
		assert_eq!((held(&person(4)), held(&person(9))), (0, BOND));
		assert_eq!((free(&person(4)), free(&person(9))), (RICH - BOND, RICH));
		assert_eq!((earned(4), earned(9)), (0, REWARD));
		assert_eq!(members(), [person(1), person(2), person(3), person(9)]);
		assert_eq!(Reads::get(), [(FEED, Some(1_000))]);
		assert!(!RawValues::contains_key(person(4), FEED));
		let swapped = Event::KeySwapped { old: person(4), new: person(9), bond: BOND, earned: REWARD };
		assert!(events().contains(&swapped));
	});
}

#[test]
fn swap_key_should_keep_the_stage() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		assert_ok!(Feeds::slash(root(), person(1), 1, [0; 32]));
		assert_ok!(Feeds::swap_key(root(), person(1), person(9)));
		assert_eq!(stage(9), Some(OperatorStage::Suspended));
		assert_ok!(Feeds::resign(signed(2)));
		assert_ok!(Feeds::swap_key(root(), person(2), person(8)));
		assert_eq!(stage(8), Some(OperatorStage::Leaving { until: YOUNG + NOTICE }));
		assert!(members().is_empty());
		pass(NOTICE);
		assert_ok!(Feeds::withdraw_bond(signed(8)));
		assert_eq!(free(&person(8)), RICH + BOND);
	});
}

#[test]
fn swap_key_should_be_refused_when_an_account_does_not_fit() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		assert_noop!(done(Feeds::swap_key(root(), person(9), person(8))), Error::<Test>::UnknownOperator);
		assert_noop!(done(Feeds::swap_key(root(), person(1), person(2))), Error::<Test>::AlreadyOperator);
		assert_noop!(done(Feeds::swap_key(root(), person(1), person(1))), Error::<Test>::AlreadyOperator);
		// An account that does not exist cannot hold a bond.
		let nobody = AccountId32::new([200; 32]);
		assert!(Feeds::swap_key(root(), person(1), nobody).is_err());
		assert_eq!(members(), [person(1), person(2)]);
	});
}
