//! The rules of a feed.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn set_feed_should_rule_the_price_and_have_the_feed_read() {
	ExtBuilder::default().with_operators(5).build_and_execute(|| {
		for (number, value) in [(1, 10), (2, 20), (3, 30), (4, 40), (5, 50)] {
			feed(number, FEED, value);
			feed(number, OTHER, value);
		}
		let own = FeedRules { max_price: Some(40), min_operators: 4, ..rules() };
		assert_ok!(Feeds::set_feed(root(), FEED, Some(own)));
		assert_eq!(Reads::get(), [(FEED, Some(25))]);
		assert_eq!(last_event(), Event::FeedRulesSet { feed: FEED, old: None, new: Some(own) }.into());
		let stricter = FeedRules { min_operators: 5, ..own };
		assert_ok!(Feeds::set_feed(root(), FEED, Some(stricter)));
		assert_eq!(Feeds::price(FEED, 0), None);
		// Other feeds have the rules of all.
		assert_eq!(Feeds::price(OTHER, 0).map(|price| price.value), Some(30));
		assert_ok!(Feeds::set_feed(root(), FEED, None));
		let event = Event::FeedRulesSet { feed: FEED, old: Some(stricter), new: None };
		assert_eq!(last_event(), event.into());
		assert_eq!(Feeds::price(FEED, 0), Feeds::price(OTHER, 0));
	});
}

#[test]
fn heartbeat_should_be_the_feeds_own() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		assert_ok!(Feeds::set_feed(root(), FEED, Some(FeedRules { heartbeat: 60_000, ..rules() })));
		for number in 1..=3 {
			feed(number, FEED, 10);
			feed(number, OTHER, 10);
		}
		pass(59_999);
		assert_eq!(Feeds::price(FEED, 0).map(|price| price.fresh_until), Some(START + 60_000));
		pass(1);
		assert_eq!(Feeds::price(FEED, 0), None);
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
			(FeedRules { pace: 0, ..good }, Error::PaceOutOfRange),
			(FeedRules { reward: MAX_REWARD + 1, ..good }, Error::RewardOutOfRange),
		] {
			assert_noop!(Feeds::set_feed(root(), FEED, Some(bad)), error);
		}
		assert_noop!(Feeds::set_feed(root(), FEED, None), Error::<Test>::RulesUnchanged);
		assert_ok!(Feeds::set_feed(root(), FEED, Some(good)));
		assert_noop!(Feeds::set_feed(root(), FEED, Some(good)), Error::<Test>::RulesUnchanged);
	});
}
