// SPDX-License-Identifier: Apache-2.0

//! The call `feed`: the values that are taken, their cost, and their effects.

use super::mock::*;
use crate::*;
use frame_support::{assert_err, assert_noop, assert_ok, dispatch::Pays};
use sp_runtime::DispatchError;

#[test]
fn feed_should_keep_the_values_and_have_each_feed_read() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		for number in 1..=3 {
			assert_ok!(call(number, &[value(FEED, 10 * u128::from(number)), value(OTHER, 7)]));
		}
		assert_eq!(RawValues::get(person(2), FEED), Some((20, START)));
		assert_eq!(Feeds::price(FEED, 0).map(|price| price.value), Some(20));
		let (none, both) = ([(FEED, None), (OTHER, None)], [(FEED, Some(20)), (OTHER, Some(7))]);
		assert_eq!(Reads::get(), [none, none, both].concat());
	});
}

#[test]
fn feed_should_be_refused_when_it_cannot_be_taken() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		let refused = |number, values: &[FeedValue], error: Error<Test>| {
			let (before, error) = (Reads::get(), DispatchError::from(error));
			let result = call(number, values);
			assert!(result.unwrap_err().post_info.actual_weight.is_some());
			assert_err!(result.map_err(|refused| refused.error), error);
			assert_noop!(done(call(number, values)), error);
			assert_eq!(Reads::get(), before);
		};
		refused(9, &[value(FEED, 10)], Error::NotActive);
		refused(1, &[], Error::NoValues);
		refused(1, &[value(FEED, 10), value(OTHER, 10), value(FEED, 10)], Error::FeedNamedTwice);
		refused(1, &[value(FEED, 10), value(UNWATCHED, 10)], Error::NotListed);
		assert_ok!(Feeds::slash(root(), person(2), 1, [0; 32]));
		refused(2, &[value(FEED, 10)], Error::NotActive);
		assert_ok!(call(1, &[value(FEED, 10)]));
		refused(1, &[value(OTHER, 10), value(FEED, 11)], Error::AlreadyFed);
		// Another feed can be fed in the same block, and each in the next one.
		assert_ok!(call(1, &[value(OTHER, 10)]));
		pass(3_000);
		assert_ok!(call(1, &[value(OTHER, 10), value(FEED, 11)]));
	});
}

#[test]
fn feed_should_be_free_only_when_the_value_is_useful() {
	ExtBuilder::default().with_operators(5).with_rewards(1_000).build_and_execute(|| {
		// There is no price yet.
		assert_eq!([1, 2, 3, 4].map(|number| is_free(number, FEED, 1_000)), [false, false, true, true]);
		// Out of the tolerance, and not sound.
		assert!(!is_free(5, FEED, 989));
		pass(1_000);
		assert!(!is_free(5, FEED, 0));
		// Once an interval.
		assert_eq!([1, 2, 3, 4].map(|number| is_free(number, FEED, 1_000)), [true, true, false, false]);
		pass(PACE);
		assert_eq!([1, 2, 3, 4, 5].map(|number| is_free(number, FEED, 1_000)), [true; 5]);
		assert_eq!(reward_pool().booked, 9 * REWARD);
	});
}

#[test]
fn feed_should_be_free_for_useful_values_when_there_is_no_reward() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		let heartbeat = 2 * crate::types::DEFAULT_PACE;
		Rules::<Test>::insert(OTHER, FeedRules { heartbeat, ..limits().default_rules() });
		assert_eq!([1, 2, 3].map(|number| is_free(number, OTHER, 1_000)), [false, false, true]);
		let interval = START / crate::types::DEFAULT_PACE;
		let event = Event::UsefulValueFed { who: person(3), feed: OTHER, interval };
		assert_eq!(last_event(), event.into());
		pass(1_000);
		assert_eq!([1, 2, 3].map(|number| is_free(number, OTHER, 1_000)), [true, true, false]);
		pass(crate::types::DEFAULT_PACE);
		assert_eq!([1, 2, 3].map(|number| is_free(number, OTHER, 1_000)), [true; 3]);
		assert_eq!(reward_pool(), RewardBook::default());
	});
}

#[test]
fn feed_should_cost_a_fee_when_one_of_its_values_is_of_no_use() {
	ExtBuilder::default().with_operators(4).build_and_execute(|| {
		let others_feed = || {
			for number in 1..=3 {
				assert_ok!(call(number, &[value(FEED, 1_000), value(OTHER, 1_000)]));
			}
		};
		let pays = |values: &[FeedValue]| call(4, values).expect("it is fed").pays_fee;
		others_feed();
		assert_eq!(pays(&[value(FEED, 1_000), value(OTHER, 2_000)]), Pays::Yes);
		pass(1_000);
		// The first feed has had its useful value.
		assert_eq!(pays(&[value(FEED, 1_000), value(OTHER, 1_000)]), Pays::Yes);
		pass(crate::types::DEFAULT_PACE);
		others_feed();
		assert_eq!(pays(&[value(FEED, 1_000), value(OTHER, 1_000)]), Pays::No);
	});
}

#[test]
fn crash_should_be_reported_in_every_block() {
	ExtBuilder::default().with_operators(5).with_rewards(100_000).build_and_execute(|| {
		for block in 0..100 {
			let price = 1_000_000 - 9_000 * block;
			for number in 1..=5 {
				assert_ok!(call(number, &[value(FEED, price)]));
			}
			assert_eq!(Feeds::price(FEED, 0).map(|price| price.value), Some(price));
			pass(3_000);
		}
	});
}

#[test]
fn value_from_before_a_membership_should_not_count_when_the_feed_is_watched_again() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		for number in 1..=3 {
			assert_ok!(call(number, &[value(FEED, 1_000)]));
		}
		// The feed is let go first, and the operator afterwards. So the value fed on it is not
		// cleared.
		Watched::set(vec![OTHER]);
		Listed::set(vec![OTHER]);
		pass(1_000);
		assert_ok!(Feeds::dismiss(root(), person(3)));
		pass(1_000);
		assert_ok!(Feeds::appoint(root(), person(3)));
		assert_ok!(Feeds::accept(signed(3)));
		Watched::set(vec![FEED, OTHER]);
		Listed::set(vec![FEED, OTHER]);
		assert!(RawValues::contains_key(person(3), FEED));
		assert_eq!(Feeds::price(FEED, 0), None);
		let counts: Vec<_> = Feeds::price_state(FEED).values.iter().map(|value| value.counts).collect();
		assert_eq!(counts, [true, true, false]);
		assert_ok!(call(3, &[value(FEED, 1_000)]));
		assert!(Feeds::price(FEED, 0).is_some());
	});
}

#[test]
fn value_of_another_key_should_not_count_when_the_key_gets_the_place() {
	ExtBuilder::default().with_operators(3).build_and_execute(|| {
		for number in [1, 2, 3, 9] {
			RawValues::insert(person(number), FEED, (1_000, START));
		}
		pass(1_000);
		assert_ok!(Feeds::swap_key(root(), person(3), person(9)));
		assert_eq!(Feeds::price(FEED, 0), None);
	});
}
