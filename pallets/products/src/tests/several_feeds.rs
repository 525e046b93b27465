// SPDX-License-Identifier: Apache-2.0

//! Triggers that watch several feeds: their places on the feeds.

use super::mock::*;
use crate::{Error, Event, OnFeed};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

const OTHER: FeedId = FEED + 1;
const THIRD: FeedId = FEED + 2;

fn all() -> FeedSet {
	FeedSet::All { first: FEED, second: OTHER, third: None }
}

fn three() -> FeedSet {
	FeedSet::Any { first: FEED, second: OTHER, third: Some(THIRD) }
}

fn list_on(feeds: FeedSet) -> DispatchResult {
	list(listing(Trigger { feeds, ..trigger() }, terms()))
}

#[test]
fn product_should_be_listed_under_each_of_its_feeds() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(list_on(three()));
		assert_ok!(list_on(FeedSet::One(OTHER)));
		assert_eq!(
			[FEED, OTHER, THIRD].map(|feed| OnFeed::<Test>::get(feed).into_inner()),
			[vec![0], vec![0, 1], vec![0]]
		);
		assert_eq!(<Products as Catalogue>::products_on(OTHER), vec![0, 1]);
		assert_eq!(<Products as Catalogue>::trigger(0).unwrap().feeds, three());
	});
}

/// Guard: one feed under two names would count twice.
#[test]
fn product_should_be_refused_when_a_feed_is_named_twice() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for (first, second, third) in
			[(FEED, FEED, None), (FEED, OTHER, Some(FEED)), (OTHER, FEED, Some(FEED))]
		{
			for feeds in [FeedSet::All { first, second, third }, FeedSet::Any { first, second, third }] {
				assert_noop!(list_on(feeds), Error::<Test>::FeedNamedTwice);
			}
		}
	});
}

/// Guard: places are checked on each feed.
#[test]
fn product_should_be_refused_when_one_of_its_feeds_is_full() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(list_on(FeedSet::One(THIRD)));
		}
		assert_noop!(list_on(three()), Error::<Test>::TooManyProductsOnFeed);
		assert_ok!(list_on(all()));
	});
}

#[test]
fn delist_should_free_the_places_on_all_feeds() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(list_on(three()));
		assert_ok!(list_on(FeedSet::One(OTHER)));
		assert_ok!(Products::set_status(RuntimeOrigin::root(), 0, ProductStatus::Retired));
		assert_ok!(Products::delist(RuntimeOrigin::signed(BOB), 0));
		assert_eq!(OnFeed::<Test>::iter().map(|(feed, _)| feed).collect::<Vec<_>>(), vec![OTHER]);
		assert_eq!(OnFeed::<Test>::get(OTHER), vec![1]);
		System::assert_last_event(Event::Delisted { product: 0, feeds: Some(three()), sponsor: None }.into());
	});
}
