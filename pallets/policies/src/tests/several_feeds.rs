// SPDX-License-Identifier: Apache-2.0

//! Triggers that watch several feeds: the sale of their cover, and its price.

use super::mock::*;
use crate::{Error, Ready};
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::DispatchError;

const OTHER: FeedId = FEED + 1;
const THIRD: FeedId = FEED + 2;

fn all() -> FeedSet {
	FeedSet::All { first: FEED, second: OTHER, third: None }
}

fn any() -> FeedSet {
	FeedSet::Any { first: FEED, second: OTHER, third: None }
}

fn three() -> FeedSet {
	FeedSet::Any { first: FEED, second: OTHER, third: Some(THIRD) }
}

/// A product on sale whose feeds' prices move by 10 % a year; all of them are at one.
fn moving(feeds: FeedSet, test: impl FnOnce()) {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.price.volatility = ONE / 10;
			terms.grace = 0;
		})
		.with_trigger(|trigger| {
			trigger.threshold = ONE / 10 * 9;
			trigger.feeds = feeds;
		})
		.build_and_execute(|| {
			set_price_of(OTHER, Some(ONE));
			set_price_of(THIRD, Some(ONE));
			test();
		});
}

fn option_rate() -> u128 {
	quoted(PRODUCT, 1_000_000, 365 * DAY).unwrap().option_rate
}

/// The value of the option with one feed at this price.
fn alone(price: u128) -> u128 {
	let mut rate = 0;
	moving(FeedSet::One(FEED), || {
		set_price(price);
		rate = option_rate();
	});
	rate
}

fn sale() -> Result<(), DispatchError> {
	quoted(PRODUCT, 1_000, 30 * DAY).map(|_| ())
}

/// Guard: no cover is sold while the price of one feed is unknown, with all or any of them
/// deciding.
#[test]
fn nothing_should_be_sold_when_one_feed_is_stale() {
	for feeds in [all(), any(), three()] {
		moving(feeds, || {
			assert_ok!(sale());
			set_price_of(OTHER, None);
			assert_eq!(sale(), Err(Error::<Test>::FeedStale.into()));
			set_price_of(OTHER, Some(ONE));
			FeedPrice::set(&None);
			assert_eq!(sale(), Err(Error::<Test>::FeedStale.into()));
		});
	}
}

#[test]
fn nothing_should_be_sold_of_any_when_one_feed_is_breached() {
	moving(three(), || {
		set_price_of(THIRD, Some(ONE / 10 * 9));
		assert_eq!(sale(), Err(Error::<Test>::FeedBreached.into()));
		set_price_of(THIRD, Some(ONE / 10 * 9 + 1));
		assert_ok!(sale());
	});
}

#[test]
fn nothing_should_be_sold_of_all_when_every_feed_is_breached() {
	moving(all(), || {
		// The other feed alone still stands between the cover and a breach. It costs as much as
		// cover on that feed.
		set_price(ONE / 2);
		assert_eq!(option_rate(), alone(ONE));
		set_price_of(OTHER, Some(ONE / 10 * 9));
		assert_eq!(sale(), Err(Error::<Test>::FeedBreached.into()));
		set_price(ONE);
		assert_eq!(option_rate(), alone(ONE));
		// Readiness is checked first, for the deciding average.
		Ready::<Test>::remove(PRODUCT);
		assert_eq!(sale(), Err(Error::<Test>::TriggerNotReady.into()));
		Ready::<Test>::insert(PRODUCT, ());
	});
}

/// Guard: the seller of cover against a breach of any feed bears the chance of each.
#[test]
fn option_of_any_should_be_the_sum_of_its_feeds() {
	let (near, middle, far) = (ONE / 100 * 92, ONE / 100 * 95, 2 * ONE);
	let parts = [near, middle, far].map(alone);
	moving(three(), || {
		set_price(far);
		set_price_of(OTHER, Some(middle));
		set_price_of(THIRD, Some(far));
		assert_eq!(option_rate(), parts[1] + 2 * parts[2]);
		// At most certainty, which is one a year here.
		set_price_of(THIRD, Some(near));
		assert!(parts[0] + parts[1] > ONE);
		assert_eq!(option_rate(), ONE);
	});
}

#[test]
fn option_of_all_should_be_the_lowest_of_its_feeds() {
	let (near, far) = (ONE / 100 * 92, ONE);
	let lowest = alone(far);
	moving(FeedSet::All { first: FEED, second: OTHER, third: Some(THIRD) }, || {
		set_price(near);
		assert_eq!(option_rate(), lowest);
		set_price_of(OTHER, Some(near));
		assert_eq!(option_rate(), lowest);
	});
}

/// Guard: added time costs the option of each feed as well.
#[test]
fn extension_of_any_should_cost_what_its_feeds_do() {
	let paid = |feeds: FeedSet| {
		let mut paid = 0;
		moving(feeds, || {
			let policy = buy(100_000, 30 * DAY);
			let money = usd(ALICE);
			set_price(ONE / 100 * 96);
			set_price_of(OTHER, Some(ONE / 100 * 96));
			assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 60 * DAY, Balance::MAX));
			paid = money - usd(ALICE);
		});
		paid
	};
	let (one, all, any) = (paid(FeedSet::One(FEED)), paid(all()), paid(any()));
	assert_eq!(one, all);
	assert!(any > one * 19 / 10 && any <= 2 * one, "{any} of {one}");
}
