// SPDX-License-Identifier: Apache-2.0

//! Attacks on bonds, prices and the reward pool.

use super::mock::*;
use crate::*;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungibles::Mutate, tokens::Preservation},
};

fn gift(amount: Balance) {
	let moved = AllAssets::transfer(
		AssetId::Native,
		&person(30),
		&reward_pool_account(),
		amount,
		Preservation::Preserve,
	);
	assert_ok!(moved);
}

#[test]
fn donation_to_the_pot_should_change_nothing() {
	ExtBuilder::default().with_operators(3).with_rewards(ED).build_and_execute(|| {
		gift(5_000);
		for number in 1..=3 {
			feed(number, FEED, 1_000);
		}
		assert_eq!((reward_pool(), earned(3)), (RewardBook { book: ED, booked: 0 }, 0));
		let shown = Feeds::price_state(FEED);
		assert!(shown.values.iter().all(|value| value.earned == 0));
	});
}

#[test]
fn operator_who_feeds_in_every_block_should_earn_once_an_interval() {
	ExtBuilder::default().with_operators(3).with_rewards(100_000).build_and_execute(|| {
		for number in 2..=3 {
			feed(number, FEED, 1_000);
		}
		// Three days of blocks of a minute.
		for minute in 0..3 * 24 * 60u64 {
			if minute % 5 == 0 {
				RawValues::insert(person(2), FEED, (1_000, TestClock::now()));
				RawValues::insert(person(3), FEED, (1_000, TestClock::now()));
			}
			feed(1, FEED, 1_000);
			feed(1, FEED, 1_001);
			pass(60_000);
		}
		assert_eq!(earned(1), 3 * 24 * 6 * REWARD);
	});
}

#[test]
fn operators_should_not_earn_with_a_price_that_two_of_them_made() {
	ExtBuilder::default().with_operators(5).with_rewards(10_000).build_and_execute(|| {
		for number in 3..=5 {
			feed(number, FEED, 1_000);
		}
		let before = reward_pool().booked;
		// Both are far from the median, which the honest ones hold.
		feed(1, FEED, 5_000);
		feed(2, FEED, 5_000);
		assert_eq!(reward_pool().booked, before);
	});
}

#[test]
fn operator_should_not_earn_twice_by_leaving_and_coming_back() {
	ExtBuilder::default().with_operators(4).with_rewards(10_000).build_and_execute(|| {
		for number in 1..=4 {
			feed(number, FEED, 1_000);
		}
		assert_eq!(earned(4), REWARD);
		assert_ok!(Feeds::resign(signed(4)));
		assert_ok!(Feeds::appoint(root(), person(4)));
		assert_ok!(Feeds::accept(signed(4)));
		feed(4, FEED, 1_000);
		assert_eq!(earned(4), REWARD);
	});
}

#[test]
fn stranger_should_not_earn_and_not_count() {
	ExtBuilder::default().with_operators(3).with_rewards(10_000).build_and_execute(|| {
		for number in 1..=3 {
			feed(number, FEED, 1_000);
		}
		feed(9, FEED, 1_000);
		assert_ok!(Feeds::slash(root(), person(1), 1, [0; 32]));
		pass(PACE);
		feed(2, FEED, 1_000);
		feed(1, FEED, 1_000);
		feed(3, FEED, 1_000);
		assert_eq!([earned(9), earned(1)], [0, 0]);
	});
}

#[test]
fn bond_should_not_be_spent_while_it_is_held() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		let give = |amount| {
			AllAssets::transfer(AssetId::Native, &person(1), &person(2), amount, Preservation::Expendable)
		};
		assert!(give(RICH - BOND + 1).is_err());
		assert_ok!(give(RICH - BOND - ED));
		assert_ok!(Feeds::resign(signed(1)));
		assert!(give(ED + 1).is_err());
		assert_ok!(Feeds::slash(root(), person(1), BOND, [0; 32]));
		assert_eq!(free(&RESERVE_ACCOUNT), ED + BOND);
	});
}

#[test]
fn ruling_should_not_be_outrun_by_resigning() {
	ExtBuilder::default().with_operators(1).build_and_execute(|| {
		assert_ok!(Feeds::resign(signed(1)));
		pass(NOTICE - 1);
		assert_noop!(Feeds::withdraw_bond(signed(1)), Error::<Test>::NoticeNotOver);
		assert_ok!(Feeds::slash(root(), person(1), BOND, [0; 32]));
		assert_eq!((held(&person(1)), free(&RESERVE_ACCOUNT)), (0, ED + BOND));
	});
}

#[test]
fn two_thousand_gifts_of_rewards_should_not_make_the_list_grow() {
	ExtBuilder::default().with_operators(32).with_rewards(900_000).build_and_execute(|| {
		for _ in 0..3 {
			for number in 1..=32 {
				feed(number, FEED, 1_000);
			}
			let kept = Rewarded::<Test>::get(FEED).expect("rewards were booked");
			assert!(kept.operators.len() <= 32);
			pass(PACE);
		}
		assert_eq!(Rewarded::<Test>::iter().count(), 1);
	});
}
