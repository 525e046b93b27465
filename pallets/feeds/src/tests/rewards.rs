// SPDX-License-Identifier: Apache-2.0

//! Useful values and their rewards.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

const REWARD_POOL: Balance = 10_000;

fn three() -> ExtBuilder {
	ExtBuilder::default().with_operators(3).with_rewards(REWARD_POOL)
}

/// Three operators agree. The price is there with the third.
fn agree(value: u128) {
	for number in 1..=3 {
		feed(number, FEED, value);
	}
}

#[test]
fn value_should_be_rewarded_when_useful() {
	three().build_and_execute(|| {
		agree(1_000);
		// The first two were fed before there was a price.
		assert_eq!([earned(1), earned(2), earned(3)], [0, 0, REWARD]);
		let event = Event::RewardBooked {
			who: person(3),
			feed: FEED,
			interval: START / PACE,
			amount: REWARD,
			earned: REWARD,
			booked: REWARD,
		};
		assert_eq!(last_event(), event.into());
		// They can still earn in this interval.
		agree(1_000);
		assert_eq!([earned(1), earned(2), earned(3)], [REWARD; 3]);
		assert_eq!(reward_pool(), RewardBook { book: REWARD_POOL, booked: 3 * REWARD });
	});
}

#[test]
fn value_should_be_rewarded_once_an_interval() {
	three().build_and_execute(|| {
		for _ in 0..5 {
			agree(1_000);
		}
		assert_eq!(reward_pool().booked, 3 * REWARD);
		// The interval is that of the clock, not of the last reward.
		pass(PACE - START % PACE - 1);
		agree(1_000);
		assert_eq!(reward_pool().booked, 3 * REWARD);
		pass(1);
		agree(1_000);
		assert_eq!(reward_pool().booked, 6 * REWARD);
	});
}

#[test]
fn value_should_not_be_rewarded_when_out_of_the_band() {
	three().build_and_execute(|| {
		agree(1_000);
		pass(PACE);
		feed(1, FEED, 989);
		assert_eq!(earned(1), 0);
		feed(2, FEED, 1_010);
		assert_eq!(earned(2), REWARD);
		// A value that was not useful does not use the interval up.
		feed(1, FEED, 1_000);
		assert_eq!(earned(1), REWARD);
	});
}

#[test]
fn value_should_be_counted_in_before_it_is_rewarded() {
	three().build_and_execute(|| {
		feed(1, FEED, 1_000);
		feed(2, FEED, 2_000);
		// The value is the median itself.
		feed(3, FEED, 1_500);
		assert_eq!(earned(3), REWARD);
	});
}

#[test]
fn value_should_not_be_rewarded_when_too_few_are_fresh() {
	three().build_and_execute(|| {
		agree(1_000);
		let before = reward_pool().booked;
		pass(BEAT);
		feed(1, FEED, 1_000);
		feed(2, FEED, 1_000);
		assert_eq!(reward_pool().booked, before);
	});
}

#[test]
fn value_should_not_be_rewarded_by_values_from_before_a_halt() {
	three().build_and_execute(|| {
		agree(1_000);
		let before = reward_pool().booked;
		pass(1);
		TestClock::set_resumed_at(TestClock::now());
		feed(1, FEED, 1_000);
		feed(2, FEED, 1_000);
		assert_eq!(reward_pool().booked, before);
		feed(3, FEED, 1_000);
		// The third operator had the reward in this interval.
		assert_eq!(reward_pool().booked, before);
		feed(1, FEED, 1_000);
		assert_eq!(earned(1), REWARD);
	});
}

#[test]
fn value_should_not_be_rewarded_when_not_sound() {
	ExtBuilder::default().with_operators(4).with_rewards(REWARD_POOL).build_and_execute(|| {
		Rules::<Test>::insert(FEED, FeedRules { max_price: Some(1_000), ..rules() });
		agree(1_000);
		// The value is within the tolerance of the median, but above the largest price. The price
		// of the others is there.
		feed(4, FEED, 1_001);
		assert!(Feeds::price(FEED, 0).is_some());
		feed(4, FEED, 0);
		assert_eq!(earned(4), 0);
		feed(4, FEED, 1_000);
		assert_eq!(earned(4), REWARD);
	});
}

#[test]
fn value_should_not_be_rewarded_when_nothing_watches_the_feed() {
	three().build_and_execute(|| {
		assert_ok!(Feeds::set_feed(root(), UNWATCHED, Some(rules())));
		for number in 1..=3 {
			feed(number, UNWATCHED, 1_000);
		}
		assert_eq!(reward_pool().booked, 0);
		Watched::mutate(|feeds| feeds.push(UNWATCHED));
		feed(3, UNWATCHED, 1_000);
		assert_eq!(earned(3), REWARD);
	});
}

#[test]
fn value_should_not_be_rewarded_when_the_feed_has_no_reward() {
	three().build_and_execute(|| {
		for number in 1..=3 {
			feed(number, OTHER, 1_000);
		}
		assert_eq!(reward_pool().booked, 0);
	});
}

#[test]
fn value_should_be_rewarded_as_far_as_the_pot_reaches() {
	ExtBuilder::default().with_operators(3).with_rewards(2 * REWARD + 30 + ED).build_and_execute(|| {
		agree(1_000);
		agree(1_000);
		// The minimum balance stays.
		assert_eq!([earned(1), earned(2), earned(3)], [REWARD, 30, REWARD]);
		assert_eq!(reward_pool().free(ED), 0);
		pass(PACE);
		agree(1_000);
		assert_eq!(reward_pool().booked, 2 * REWARD + 30);
		// Their values were useful, and free of charge: they earn again in the next interval.
		assert_ok!(Feeds::fund(signed(20), 1_000));
		feed(1, FEED, 1_000);
		assert_eq!(earned(1), REWARD);
		pass(PACE);
		feed(1, FEED, 1_000);
		assert_eq!(earned(1), 2 * REWARD);
	});
}

#[test]
fn empty_reward_pool_should_be_reported_once_and_shown() {
	ExtBuilder::default().with_operators(3).with_rewards(2 * REWARD + 30 + ED).build_and_execute(|| {
		let told = || events().iter().filter(|event| matches!(event, Event::RewardPoolEmpty { .. })).count();
		let left = || Feeds::price_state(FEED).rewards_left;
		agree(1_000);
		assert_eq!((told(), left()), (0, REWARD + 30));
		agree(1_000);
		let (book, booked) = (2 * REWARD + 30 + ED, 2 * REWARD + 30);
		assert_eq!(last_event(), Event::RewardPoolEmpty { book, booked }.into());
		for _ in 0..3 {
			pass(PACE);
			agree(1_000);
			assert_eq!((told(), left()), (1, 0));
		}
		assert_ok!(Feeds::fund(signed(20), REWARD));
		assert_eq!(left(), REWARD);
		pass(PACE);
		agree(1_000);
		assert_eq!((told(), left()), (2, 0));
	});
}

#[test]
fn feeds_should_have_intervals_of_their_own() {
	three().build_and_execute(|| {
		assert_ok!(Feeds::set_feed(
			root(),
			OTHER,
			Some(FeedRules { reward: 7, reward_interval: PACE, ..limits().default_rules() })
		));
		for _ in 0..2 {
			agree(1_000);
			for number in 1..=3 {
				feed(number, OTHER, 500);
			}
		}
		assert_eq!([earned(1), earned(2), earned(3)], [REWARD + 7; 3]);
	});
}

#[test]
fn collect_should_pay_what_is_booked() {
	three().build_and_execute(|| {
		agree(1_000);
		assert_ok!(Feeds::collect(signed(3)));
		assert_eq!(free(&person(3)), RICH - BOND + REWARD);
		assert_eq!((earned(3), reward_pool()), (0, RewardBook { book: REWARD_POOL - REWARD, booked: 0 }));
		let event = Event::RewardsCollected {
			who: person(3),
			amount: REWARD,
			book_before: REWARD_POOL,
			book: REWARD_POOL - REWARD,
		};
		assert_eq!(last_event(), event.into());
		assert_noop!(Feeds::collect(signed(3)), Error::<Test>::NothingToCollect);
		assert_noop!(Feeds::collect(signed(9)), Error::<Test>::NothingToCollect);
	});
}

#[test]
fn collect_should_pay_everything_when_the_pot_is_booked_to_the_last_unit() {
	ExtBuilder::default().with_operators(3).with_rewards(3 * REWARD + ED).build_and_execute(|| {
		agree(1_000);
		agree(1_000);
		for number in 1..=3 {
			assert_ok!(Feeds::collect(signed(number)));
		}
		assert_eq!(reward_pool(), RewardBook { book: ED, booked: 0 });
		assert_eq!(free(&reward_pool_account()), ED);
	});
}

#[test]
fn rewards_should_stay_when_the_operator_is_gone() {
	three().build_and_execute(|| {
		agree(1_000);
		assert_ok!(Feeds::dismiss(root(), person(3)));
		pass(NOTICE);
		assert_ok!(Feeds::withdraw_bond(signed(3)));
		assert_ok!(Feeds::collect(signed(3)));
		assert_eq!(free(&person(3)), RICH + REWARD);
	});
}
