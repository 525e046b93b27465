// SPDX-License-Identifier: Apache-2.0

//! Rulings on bonds.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

const RULING: [u8; 32] = [7; 32];

#[test]
fn slash_should_give_the_money_to_the_reserve_and_suspend() {
	ExtBuilder::default().with_operators(4).build_and_execute(|| {
		for (number, value) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
			feed(number, FEED, value);
		}
		System::reset_events();
		assert_ok!(Feeds::slash(root(), person(4), 4_000, RULING));
		assert_eq!((held(&person(4)), free(&person(4))), (6_000, RICH - BOND));
		assert_eq!(free(&RESERVE_ACCOUNT), ED + 4_000);
		assert_eq!(reserve().income.lost_bonds, 4_000);
		let slashed = Event::BondSlashed {
			who: person(4),
			amount: 4_000,
			ruling: RULING,
			bond_before: BOND,
			bond: 6_000,
			stage_before: OperatorStage::Active,
			stage: Some(OperatorStage::Suspended),
		};
		assert_eq!(events(), [slashed, Event::ValueCleared { who: person(4), feed: FEED }]);
		assert_eq!(Reads::get(), [(FEED, Some(20))]);
		assert_eq!(members().len(), 3);
	});
}

#[test]
fn suspended_operator_should_not_count_although_their_value_is_there() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		for number in 1..=3 {
			feed(number, FEED, 10);
		}
		assert_ok!(Feeds::slash(root(), person(3), 1, RULING));
		feed(3, FEED, 10);
		assert_eq!(Feeds::price(FEED, 0), None);
		assert_ok!(Feeds::top_up(signed(3)));
		assert!(Feeds::price(FEED, 0).is_some());
	});
}

#[test]
fn slash_should_leave_an_operator_active_when_the_bond_is_still_enough() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		Numbers::mutate(|limits| limits.bond = BOND - 100);
		feed(1, FEED, 10);
		assert_ok!(Feeds::slash(root(), person(1), 100, RULING));
		assert_eq!(stage(1), Some(OperatorStage::Active));
		assert!(RawValues::contains_key(person(1), FEED) && Reads::get().is_empty());
	});
}

#[test]
fn slash_should_take_at_most_the_bond() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		assert_ok!(Feeds::slash(root(), person(1), Balance::MAX, RULING));
		assert_eq!((held(&person(1)), free(&person(1))), (0, RICH - BOND));
		assert_eq!(operator(1), Some(Operator { stage: OperatorStage::Suspended, bond: 0 }));
		assert_noop!(done(Feeds::slash(root(), person(1), 1, RULING)), Error::<Test>::NoBond);
		// No bond is held, so there is no notice to wait for.
		assert_ok!(Feeds::resign(signed(1)));
		assert_eq!(operator(1), None);
	});
}

#[test]
fn slash_should_reach_those_whose_notice_runs() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		for number in [1, 2] {
			assert_ok!(Feeds::resign(signed(number)));
		}
		assert_ok!(Feeds::slash(root(), person(1), 4_000, RULING));
		assert_ok!(Feeds::slash(root(), person(2), BOND, RULING));
		assert_eq!(operator(2), None);
		pass(NOTICE);
		assert_ok!(Feeds::withdraw_bond(signed(1)));
		assert_eq!(free(&person(1)), RICH - 4_000);
		assert_noop!(done(Feeds::slash(root(), person(1), 1, RULING)), Error::<Test>::UnknownOperator);
	});
}

#[test]
fn slash_should_change_nothing_when_the_reserve_refuses() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		set_reserve(|reserve| reserve.refuses = true);
		assert_noop!(done(Feeds::slash(root(), person(1), 4_000, RULING)), Error::<Test>::ReserveRefused);
		assert_eq!((held(&person(1)), free(&person(1))), (BOND, RICH - BOND));
	});
}

#[test]
fn slash_should_take_money_that_is_locked_for_a_vote() {
	use frame_support::traits::{LockableCurrency, WithdrawReasons};
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		Balances::set_lock(*b"democrac", &person(1), RICH, WithdrawReasons::all());
		assert_ok!(Feeds::slash(root(), person(1), 4_000, RULING));
		assert_eq!(held(&person(1)), 6_000);
		assert_eq!(free(&RESERVE_ACCOUNT), ED + 4_000);
	});
}

#[test]
fn slash_should_be_refused_when_there_is_nothing_to_take() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_noop!(done(Feeds::slash(root(), person(1), 0, RULING)), Error::<Test>::ZeroAmount);
		assert_noop!(done(Feeds::slash(root(), person(2), 1, RULING)), Error::<Test>::UnknownOperator);
		assert_ok!(Feeds::appoint(root(), person(2)));
		assert_noop!(done(Feeds::slash(root(), person(2), 1, RULING)), Error::<Test>::NoBond);
	});
}
