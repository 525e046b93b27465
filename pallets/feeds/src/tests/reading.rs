// SPDX-License-Identifier: Apache-2.0

//! The price from the operators' own values, and its view for people.

use super::mock::*;
use crate::*;
use frame_support::assert_ok;

#[test]
fn price_should_come_from_active_members_only() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		feed(1, FEED, 10);
		feed(2, FEED, 20);
		feed(9, FEED, 30);
		assert_eq!(Feeds::price(FEED, 0), None);
		feed(3, FEED, 30);
		let price = Price { value: 20, oldest: START, fresh_until: START + BEAT };
		assert_eq!(Feeds::price(FEED, 0), Some(price));
		assert_eq!(Feeds::price(FEED, START), Some(price));
		assert_eq!(Feeds::price(FEED, START + 1), None);
	});
}

#[test]
fn state_of_a_feed_should_show_each_value() {
	ExtBuilder::default().with_operators(4).with_rewards(1_000).build_and_execute(|| {
		feed(1, FEED, 1_000);
		pass(1_000);
		feed(2, FEED, 0);
		feed(3, FEED, 1_000);
		feed(4, FEED, 1_000);
		let state = Feeds::price_state(FEED);
		assert_eq!(state.price, Feeds::price(FEED, 0));
		assert_eq!((state.rules, state.by_default, state.watched), (rules(), false, true));
		let counts: Vec<_> = state.values.iter().map(|value| value.counts).collect();
		assert_eq!(counts, [true, false, true, true]);
		let first = OperatorValue {
			who: person(1),
			value: 1_000,
			at: START,
			age: 1_000,
			counts: true,
			rewarded: false,
			earned: 0,
		};
		assert_eq!(state.values.first(), Some(&first));
		let last = state.values.last().expect("four values");
		assert!(last.rewarded && last.earned == REWARD);
		// Values from before a halt do not count.
		TestClock::set_resumed_at(START + 1);
		let state = Feeds::price_state(FEED);
		assert_eq!(state.price, None);
		assert_eq!(state.values.iter().filter(|value| value.counts).count(), 2);
		let state = Feeds::price_state(UNWATCHED);
		assert!(state.by_default && !state.watched && state.values.is_empty() && state.price.is_none());
		assert_eq!((state.rules.heartbeat, state.rules.min_operators, state.rules.reward), (BEAT, 3, 0));
	});
}

#[test]
fn list_of_operators_should_show_everyone_who_is_known() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		assert_ok!(Feeds::resign(signed(1)));
		assert_ok!(Feeds::slash(root(), person(2), 4_000, [0; 32]));
		assert_ok!(Feeds::appoint(root(), person(9)));
		let mut shown = Feeds::operators();
		shown.sort_by(|a, b| a.who.cmp(&b.who));
		let rows: Vec<_> = shown.iter().map(|state| (state.stage, state.bond, state.missing)).collect();
		let until = YOUNG + NOTICE;
		assert_eq!(
			rows,
			[
				(OperatorStage::Leaving { until }, BOND, 0),
				(OperatorStage::Suspended, BOND - 4_000, 4_000),
				(OperatorStage::Active, BOND, 0),
				(OperatorStage::Appointed, 0, BOND),
			]
		);
	});
}
