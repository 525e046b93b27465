// SPDX-License-Identifier: Apache-2.0

//! Appointing, accepting, resigning, dismissing.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok, traits::SortedMembers};

#[test]
fn accept_should_hold_the_bond_and_make_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Feeds::appoint(root(), person(5)));
		assert_eq!(last_event(), Event::OperatorAppointed { who: person(5), bond: 0 }.into());
		assert!(members().is_empty());
		assert_ok!(Feeds::accept(signed(5)));
		let accepted = Event::OperatorAccepted { who: person(5), bond_before: 0, bond: BOND };
		assert_eq!(last_event(), accepted.into());
		assert_eq!((held(&person(5)), free(&person(5))), (BOND, RICH - BOND));
		assert_eq!(members(), [person(5)]);
		assert!(Feeds::contains(&person(5)) && !Feeds::contains(&person(6)));
	});
}

#[test]
fn members_should_be_in_order_when_they_accept_in_another() {
	ExtBuilder::default().build_and_execute(|| {
		for number in [3, 1, 2] {
			assert_ok!(Feeds::appoint(root(), person(number)));
			assert_ok!(Feeds::accept(signed(number)));
		}
		assert_eq!(Feeds::sorted_members(), [person(1), person(2), person(3)]);
		assert_eq!(<Feeds as SortedMembers<_>>::count(), 3);
	});
}

#[test]
fn accept_should_be_refused_when_not_appointed() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_noop!(Feeds::accept(signed(1)), Error::<Test>::NotAppointed);
		assert_noop!(Feeds::accept(signed(2)), Error::<Test>::NotAppointed);
		assert_ok!(Feeds::resign(signed(1)));
		assert_noop!(Feeds::accept(signed(1)), Error::<Test>::NotAppointed);
	});
}

#[test]
fn accept_should_be_refused_when_the_account_lacks_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		Numbers::mutate(|limits| limits.bond = RICH - ED + 1);
		assert_ok!(Feeds::appoint(root(), person(5)));
		assert_noop!(Feeds::accept(signed(5)), Error::<Test>::CannotHoldBond);
		Numbers::mutate(|limits| limits.bond = RICH - ED);
		assert_ok!(Feeds::accept(signed(5)));
	});
}

#[test]
fn appoint_should_be_refused_when_seated_already() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_noop!(Feeds::appoint(root(), person(1)), Error::<Test>::AlreadyOperator);
		assert_ok!(Feeds::appoint(root(), person(2)));
		assert_noop!(Feeds::appoint(root(), person(2)), Error::<Test>::AlreadyOperator);
		assert_ok!(Feeds::slash(root(), person(1), 1, [0; 32]));
		assert_noop!(Feeds::appoint(root(), person(1)), Error::<Test>::AlreadyOperator);
	});
}

#[test]
fn appoint_should_be_refused_when_all_places_are_taken() {
	ExtBuilder::default().with_operators(31).build_and_execute(|| {
		// An appointment takes a place, and so does a suspended operator.
		assert_ok!(Feeds::appoint(root(), person(32)));
		assert_ok!(Feeds::slash(root(), person(1), 1, [0; 32]));
		assert_noop!(Feeds::appoint(root(), person(33)), Error::<Test>::TooManyOperators);
		assert_ok!(Feeds::dismiss(root(), person(32)));
		assert_eq!(operator(32), None);
		assert_ok!(Feeds::appoint(root(), person(33)));
		assert_ok!(Feeds::accept(signed(33)));
		assert_ok!(Feeds::top_up(signed(1)));
		assert_eq!(members().len(), 32);
	});
}

#[test]
fn resign_should_end_the_membership_at_once_and_the_readings_in_idle_blocks() {
	ExtBuilder::default().with_operators(4).build_and_execute(|| {
		for (number, value) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
			feed(number, FEED, value);
		}
		feed(4, OTHER, 7);
		assert_eq!(Feeds::price(FEED, 0).map(|price| price.value), Some(25));
		assert_ok!(Feeds::resign(signed(4)));
		let until = YOUNG + NOTICE;
		assert_eq!(stage(4), Some(OperatorStage::Leaving { until }));
		let cleared = |feed| Event::ValueCleared { who: person(4), feed };
		let left = Event::OperatorLeft {
			who: person(4),
			stage: OperatorStage::Active,
			bond: BOND,
			until: Some(until),
		};
		assert_eq!(events(), [left, cleared(FEED), cleared(OTHER)]);
		// No price counts the resigned operator. The listener is called in idle blocks only, as the
		// call's weight has no room for it.
		assert_eq!(Feeds::price(FEED, 0).map(|price| price.value), Some(20));
		assert_eq!(held(&person(4)), BOND);
		assert!(Reads::get().is_empty());
		assert_eq!(ToRead::<Test>::get().into_inner(), [FEED, OTHER]);
		let one = idle(1);
		assert_eq!(Reads::get(), [(FEED, Some(20))]);
		assert_eq!(
			one,
			<() as WeightInfo>::idle() + <() as WeightInfo>::read_again() + Reader::on_cleared_weight()
		);
		idle(5);
		assert_eq!(Reads::get(), [(FEED, Some(20)), (OTHER, None)]);
		assert!(ToRead::<Test>::get().is_empty());
		assert_eq!(idle(5), <() as WeightInfo>::idle());
	});
}

#[test]
fn idle_should_do_nothing_when_there_is_no_room() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		feed(1, FEED, 10);
		assert_ok!(Feeds::resign(signed(1)));
		use frame_support::{traits::Hooks, weights::Weight};
		assert_eq!(Feeds::on_idle(1, Weight::zero()), Weight::zero());
		idle(0);
		assert_eq!(ToRead::<Test>::get().into_inner(), [FEED]);
	});
}

#[test]
fn two_who_resign_should_have_a_feed_read_once() {
	ExtBuilder::default().with_operators(5).build_and_execute(|| {
		for number in 1..=5 {
			feed(number, FEED, 10);
		}
		assert_ok!(Feeds::resign(signed(4)));
		assert_ok!(Feeds::resign(signed(5)));
		assert_eq!(ToRead::<Test>::get().into_inner(), [FEED]);
	});
}

#[test]
fn resign_should_decline_when_only_appointed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Feeds::appoint(root(), person(5)));
		assert_ok!(Feeds::resign(signed(5)));
		assert_eq!(operator(5), None);
		let left =
			Event::OperatorLeft { who: person(5), stage: OperatorStage::Appointed, bond: 0, until: None };
		assert_eq!(last_event(), left.into());
	});
}

#[test]
fn resign_should_be_refused_when_there_is_no_place_to_give_up() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_noop!(done(Feeds::resign(signed(2))), Error::<Test>::NotOperator);
		assert_ok!(Feeds::resign(signed(1)));
		assert_noop!(done(Feeds::resign(signed(1))), Error::<Test>::NotOperator);
	});
}

#[test]
fn dismiss_should_clear_values_and_read_the_feeds_at_once() {
	ExtBuilder::default().with_operators(4).build_and_execute(|| {
		for (number, value) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
			feed(number, FEED, value);
		}
		feed(4, UNWATCHED, 7);
		assert_ok!(Feeds::dismiss(root(), person(4)));
		assert_eq!(Reads::get(), [(FEED, Some(20))]);
		assert!(!RawValues::contains_key(person(4), FEED));
		// A feed that is not watched is not read.
		assert!(RawValues::contains_key(person(4), UNWATCHED));
		assert_noop!(done(Feeds::dismiss(root(), person(4))), Error::<Test>::NotOperator);
		assert_noop!(done(Feeds::dismiss(root(), person(9))), Error::<Test>::NotOperator);
	});
}

#[test]
fn operator_should_come_back_with_the_bond_when_appointed_in_the_notice() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		for number in 1..=3 {
			feed(number, FEED, 10);
		}
		assert_ok!(Feeds::dismiss(root(), person(3)));
		assert_ok!(Feeds::appoint(root(), person(3)));
		assert_eq!(operator(3), Some(Operator { stage: OperatorStage::Appointed, bond: BOND }));
		assert_noop!(Feeds::withdraw_bond(signed(3)), Error::<Test>::NotLeaving);
		Numbers::mutate(|limits| limits.bond = BOND + 5);
		assert_ok!(Feeds::accept(signed(3)));
		assert_eq!(held(&person(3)), BOND + 5);
		// The operator has to feed anew.
		assert_eq!(Feeds::price(FEED, 0), None);
		feed(3, FEED, 10);
		assert!(Feeds::price(FEED, 0).is_some());
	});
}

#[test]
fn genesis_should_be_refused_when_it_cannot_be() {
	use sp_runtime::BuildStorage;
	let build = |operators, reward_pool| {
		let config = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: vec![(person(1), RICH)],
				..Default::default()
			},
			feeds: crate::GenesisConfig { operators, reward_pool },
			..Default::default()
		};
		std::panic::catch_unwind(|| config.build_storage()).is_ok()
	};
	assert!(build(vec![(person(1), BOND)], 0));
	assert!(!build(vec![(person(1), RICH)], 0));
	assert!(!build(vec![(person(1), 1), (person(1), 1)], 0));
	assert!(!build(vec![], 1));
}
