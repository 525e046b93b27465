// SPDX-License-Identifier: Apache-2.0

//! The rules of a feed.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn set_feed_should_rule_the_price_of_a_feed_without_products() {
	ExtBuilder::default().with_operators(5).build_and_execute(|| {
		for (number, value) in [(1, 10), (2, 20), (3, 30), (4, 40), (5, 50)] {
			feed(number, UNWATCHED, value);
			feed(number, OTHER, value);
		}
		let own = FeedRules { max_price: Some(40), min_operators: 4, ..rules() };
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(own)));
		assert_eq!(Feeds::price(UNWATCHED, 0).map(|price| price.value), Some(25));
		assert_eq!(last_event(), Event::FeedRulesSet { feed: UNWATCHED, old: None, new: Some(own) }.into());
		let stricter = FeedRules { min_operators: 5, ..own };
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(stricter)));
		assert_eq!(Feeds::price(UNWATCHED, 0), None);
		// Other feeds have the rules of all.
		assert_eq!(Feeds::price(OTHER, 0).map(|price| price.value), Some(30));
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, None));
		let event = Event::FeedRulesSet { feed: UNWATCHED, old: Some(stricter), new: None };
		assert_eq!(last_event(), event.into());
		assert_eq!(Feeds::price(UNWATCHED, 0), Feeds::price(OTHER, 0));
		// No listener is called for it.
		assert!(Reads::get().is_empty());
	});
}

/// Checks a feed with a product, or one whose log is still there.
fn is_in_use(feed: FeedId) {
	let own = Rules::<Test>::get(feed).expect("it has rules");
	for other in [
		FeedRules { heartbeat: own.heartbeat + 1, ..own },
		FeedRules { min_operators: own.min_operators + 1, ..own },
		FeedRules { max_price: Some(ONE), ..own },
	] {
		assert_noop!(Feeds::set_feed(root(), feed, Some(other)), Error::<Test>::FeedInUse);
	}
	assert_noop!(Feeds::set_feed(root(), feed, None), Error::<Test>::FeedInUse);
	// The operators' rewards do not concern the buyers of cover.
	let other = FeedRules { reward_interval: own.reward_interval + 1, reward: own.reward + 1, ..own };
	assert_ok!(Feeds::set_feed(root(), feed, Some(other)));
}

#[test]
fn set_feed_should_not_change_a_price_on_which_something_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		is_in_use(FEED);
		Listed::set(vec![OTHER]);
		is_in_use(FEED);
		Listed::set(vec![FEED, OTHER]);
		Watched::set(vec![OTHER]);
		is_in_use(FEED);
		Listed::set(vec![OTHER]);
		assert_ok!(Feeds::set_feed(root(), FEED, None));
	});
}

#[test]
fn listing_should_bind_the_rules_of_a_feed() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		let (first, second) = (UNWATCHED, UNWATCHED + 1);
		assert_ok!(Feeds::set_feed(root(), second, Some(rules())));
		for feed in [first, second] {
			Feeds::bind(feed);
			Listed::mutate(|feeds| feeds.push(feed));
			Watched::mutate(|feeds| feeds.push(feed));
		}
		let bound = limits().default_rules();
		assert_eq!(last_event(), Event::FeedRulesSet { feed: first, old: None, new: Some(bound) }.into());
		for number in 1..=3 {
			feed(number, first, 1_000);
			feed(number, second, 1_000);
		}
		let before = [first, second].map(|feed| Feeds::price(feed, 0));
		// No parameter reaches a feed with a product.
		Numbers::mutate(|limits| (limits.heartbeat, limits.min_operators) = (60_000, 4));
		assert_eq!([first, second].map(|feed| Feeds::price(feed, 0)), before);
		assert!(before.iter().all(Option::is_some));
		Feeds::bind(first);
		assert_eq!([first, second].map(Rules::<Test>::get), [Some(bound), Some(rules())]);
		assert_eq!(Feeds::rules_of(UNWATCHED + 2).0.min_operators, 4);
	});
}

#[test]
fn largest_price_should_be_that_of_the_rules() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Feeds::largest(UNWATCHED), MAX_PRICE);
		let own = FeedRules { max_price: Some(40), ..rules() };
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(own)));
		assert_eq!(Feeds::largest(UNWATCHED), 40);
	});
}

#[test]
fn heartbeat_should_be_the_feeds_own() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(FeedRules { heartbeat: 60_000, ..rules() })));
		for number in 1..=3 {
			feed(number, UNWATCHED, 10);
			feed(number, OTHER, 10);
		}
		pass(59_999);
		assert_eq!(Feeds::price(UNWATCHED, 0).map(|price| price.fresh_until), Some(START + 60_000));
		pass(1);
		assert_eq!(Feeds::price(UNWATCHED, 0), None);
		assert!(Feeds::price(OTHER, 0).is_some());
		pass(BEAT - 60_000);
		assert_eq!(Feeds::price(OTHER, 0), None);
	});
}

#[test]
fn set_feed_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let good = rules();
		for (bad, error) in [
			(FeedRules { heartbeat: 59_999, ..good }, Error::<Test>::HeartbeatOutOfRange),
			(FeedRules { heartbeat: 7 * DAY + 1, ..good }, Error::HeartbeatOutOfRange),
			(FeedRules { min_operators: 2, ..good }, Error::OperatorsOutOfRange),
			(FeedRules { min_operators: 33, ..good }, Error::OperatorsOutOfRange),
			(FeedRules { max_price: Some(0), ..good }, Error::PriceOutOfRange),
			(FeedRules { max_price: Some(MAX_PRICE + 1), ..good }, Error::PriceOutOfRange),
			(FeedRules { reward_interval: 0, ..good }, Error::RewardIntervalOutOfRange),
			(FeedRules { reward: MAX_REWARD + 1, ..good }, Error::RewardOutOfRange),
		] {
			assert_noop!(Feeds::set_feed(root(), UNWATCHED, Some(bad)), error);
		}
		assert_noop!(Feeds::set_feed(root(), UNWATCHED, None), Error::<Test>::RulesUnchanged);
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(good)));
		assert_noop!(Feeds::set_feed(root(), UNWATCHED, Some(good)), Error::<Test>::RulesUnchanged);
	});
}
