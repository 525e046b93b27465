// SPDX-License-Identifier: Apache-2.0

//! Adding to a bond and taking it back.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn top_up_should_make_a_suspended_operator_active() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		assert_ok!(Feeds::slash(root(), person(1), 4_000, [0; 32]));
		assert_eq!(stage(1), Some(OperatorStage::Suspended));
		assert_ok!(Feeds::top_up(signed(1)));
		assert_eq!(operator(1), Some(Operator { stage: OperatorStage::Active, bond: BOND }));
		let event = Event::BondToppedUp { who: person(1), bond_before: BOND - 4_000, bond: BOND };
		assert_eq!(last_event(), event.into());
		assert_eq!(members().len(), 3);
		assert_eq!(held(&person(1)), BOND);
	});
}

#[test]
fn top_up_should_follow_a_higher_bond() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		Numbers::mutate(|limits| limits.bond = 2 * BOND);
		// The higher bond does not reach back to active operators.
		assert_eq!(stage(1), Some(OperatorStage::Active));
		assert_ok!(Feeds::top_up(signed(1)));
		assert_eq!(held(&person(1)), 2 * BOND);
		assert_noop!(Feeds::top_up(signed(1)), Error::<Test>::NothingToAdd);
	});
}

#[test]
fn top_up_should_need_no_money_when_less_is_asked_by_now() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_ok!(Feeds::slash(root(), person(1), 4_000, [0; 32]));
		Numbers::mutate(|limits| limits.bond = BOND / 2);
		assert_ok!(Feeds::top_up(signed(1)));
		assert_eq!(operator(1), Some(Operator { stage: OperatorStage::Active, bond: 6_000 }));
	});
}

#[test]
fn top_up_should_be_refused_when_no_operator() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_noop!(Feeds::top_up(signed(2)), Error::<Test>::NotOperator);
		assert_ok!(Feeds::appoint(root(), person(2)));
		assert_noop!(Feeds::top_up(signed(2)), Error::<Test>::NotOperator);
		assert_ok!(Feeds::resign(signed(1)));
		assert_noop!(Feeds::top_up(signed(1)), Error::<Test>::NotOperator);
	});
}

#[test]
fn withdraw_bond_should_pay_all_back_after_the_notice_in_active_time() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_ok!(Feeds::resign(signed(1)));
		// The time of a halt of the chain does not count for the notice.
		TestClock::stand_still(2 * NOTICE);
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::NoticeNotOver);
		pass(NOTICE - 1);
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::NoticeNotOver);
		pass(1);
		assert_ok!(Feeds::withdraw_bond(signed(1)));
		assert_eq!(last_event(), Event::BondWithdrawn { who: person(1), amount: BOND }.into());
		assert_eq!((free(&person(1)), held(&person(1)), operator(1)), (RICH, 0, None));
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::UnknownOperator);
	});
}

#[test]
fn withdraw_bond_should_be_refused_when_still_an_operator() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::NotLeaving);
		assert_ok!(Feeds::slash(root(), person(2), 1, [0; 32]));
		assert_noop!(Feeds::withdraw_bond(signed(2)), Error::<Test>::NotLeaving);
	});
}

#[test]
fn notice_should_be_that_of_the_day_it_began() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_ok!(Feeds::resign(signed(1)));
		Numbers::mutate(|limits| limits.notice = 0);
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::NoticeNotOver);
		Numbers::mutate(|limits| limits.notice = 10 * NOTICE);
		pass(NOTICE);
		assert_ok!(Feeds::withdraw_bond(signed(1)));
	});
}
