// SPDX-License-Identifier: Apache-2.0

//! Numbers that peers assert for the same matters in their own tests. Where the reserve differs by
//! design, the test says so.

use super::mock::*;
use crate::*;
use breakwater_primitives::Balance;
use sp_runtime::Permill;

/// Ten thousand units, so that the virtual shares take less than one unit.
const M: Balance = 10_000;

/// The reserve with so much of own funds and of Alice's stake, and without limits but the funds.
fn reserve(own: Balance, staked: Balance, test: impl FnOnce()) {
	ExtBuilder::default().with_contribution(POOL, USD, own).build_and_execute(|| {
		PerIncident::set(Permill::one());
		PerGroup::set(Permill::one());
		PoolMultiple::set(u32::MAX);
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, staked, 0).is_ok());
		test();
	});
}

/// The worth of Alice's shares.
fn worth() -> Balance {
	let shares = Positions::<Test>::get(USD, ALICE).expect("a stake").shares;
	book(&USD).stake.worth(shares).expect("it fits")
}

/// Aave Umbrella, `tests/umbrella/Umbrella.t.sol` at 759147d: a deficit of 1,000 takes 1,000 of a
/// stake of 10,000. Umbrella books it as pending, the reserve as lent.
#[test]
fn deficit_should_be_slashed_from_the_stake() {
	reserve(1, 10_000 * M, || {
		assert_eq!(draw(1, POOL, 1_000 * M), Some((1_000 * M, 0)));
		assert_eq!((book(&USD).stake.assets, book(&USD).lent), (9_000 * M + 1, 1_000 * M));
	});
}

/// The same: a deficit of the whole stake leaves one unit. Umbrella leaves it to the stake; here
/// the account's minimum balance is left.
#[test]
fn deficit_of_the_whole_stake_should_leave_the_minimum() {
	reserve(1, 9_999, || {
		assert_eq!(draw(1, POOL, 10_000), Some((9_999, 0)));
		assert_eq!(balance(&USD, &account()), 1);
	});
}

/// The same: an offset of 1,000 of a deficit of 1,000 is not the stakers'. Umbrella sets an offset;
/// here own funds are first. With 500 of them the stake bears the other 500.
#[test]
fn own_funds_should_be_the_offset_of_a_deficit() {
	reserve(1_000 * M, 10_000 * M, || {
		assert_eq!(draw(1, POOL, 1_000 * M), Some((1_000 * M, 0)));
		assert_eq!((book(&USD).own, book(&USD).stake.assets), (0, 10_000 * M));
	});
	reserve(500 * M, 10_000 * M, || {
		assert_eq!(draw(1, POOL, 1_000 * M), Some((1_000 * M, 0)));
		assert_eq!((book(&USD).own, book(&USD).stake.assets), (0, 9_500 * M));
	});
}

/// The same, finding H-01 of an audit: of a deficit of 600 with an offset of 100, 500 is pending,
/// not the 750 that are slashed with a fee of 50 %. The reserve has no such fee: 500 are slashed.
#[test]
fn amount_lent_should_be_the_amount_paid() {
	reserve(100 * M, 10_000 * M, || {
		assert_eq!(draw(1, POOL, 600 * M), Some((600 * M, 0)));
		assert_eq!((book(&USD).stake.assets, book(&USD).lent), (9_500 * M, 600 * M));
	});
}

/// Aave's stake token, `tests/Slashing.t.sol` at 5346765: a slash of 20 of 100 makes a share worth
/// 0.8, a rate of 1.25. Its `returnFunds` doubles the worth; here no money but rewards comes to a
/// stake.
#[test]
fn slash_should_lower_the_price_of_all_shares() {
	reserve(1, 100 * M, || {
		assert_eq!(draw(1, POOL, 20 * M + 1), Some((20 * M + 1, 0)));
		finalise(1);
		assert_eq!(worth(), 80 * M);
	});
}

/// The same: a cooldown of 100 stays one of 100 when 50 are added.
#[test]
fn cooldown_should_not_grow_with_later_stake() {
	reserve(1, 100 * M, || {
		let shares = Positions::<Test>::get(USD, ALICE).expect("a stake").shares;
		assert!(Reserve::cooldown(RuntimeOrigin::signed(ALICE), USD, shares).is_ok());
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, 50 * M, 0).is_ok());
		let position = Positions::<Test>::get(USD, ALICE).expect("a stake");
		assert_eq!(position.request.map(|request| request.shares), Some(shares));
		assert_eq!(position.shares, shares / 2 * 3);
	});
}

/// Cozy, `test/Redeemer.t.sol` at 0af8d5e: a queued request that meets two slashes of a half gets a
/// quarter.
#[test]
fn request_should_bear_the_losses_until_it_is_taken() {
	reserve(1, 100 * M, || {
		let shares = Positions::<Test>::get(USD, ALICE).expect("a stake").shares;
		assert!(Reserve::cooldown(RuntimeOrigin::signed(ALICE), USD, shares).is_ok());
		assert_eq!(draw(1, POOL, 50 * M + 1), Some((50 * M + 1, 0)));
		finalise(1);
		assert_eq!(draw(2, POOL, 25 * M), Some((25 * M, 0)));
		finalise(2);
		TestClock::pass(COOLDOWN);
		let before = balance(&USD, &ALICE);
		assert!(Reserve::unstake(RuntimeOrigin::signed(ALICE), USD, 0).is_ok());
		assert_eq!(balance(&USD, &ALICE) - before, 25 * M);
	});
}
