// SPDX-License-Identifier: Apache-2.0

//! Numbers of other systems' own tests that concern shares, slashes and queues
//! (`shared/vectors/peers.json`), here through the pallet's calls. Where the pallet differs by
//! design the test says so.

use super::mock::*;
use crate::{Error, Event};

/// A pool of native tokens, whose units are as small as the peers'.
const TOKEN: Balance = 1_000_000_000;

fn pool(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(NATIVE, 100).build_and_execute(test);
}

/// The shares that a token buys now.
fn rate() -> Balance {
	let before = shares_of(&BOB, 0);
	deposit(BOB, 0, TOKEN);
	shares_of(&BOB, 0) - before
}

/// `stktoken-exchange-rate`: after a slash of 20 of 100 a token buys 1.25 shares. The pallet rounds
/// against the depositor, the peer's rate up. The virtual shares take part with a millionth of a
/// unit.
#[test]
fn token_should_buy_a_quarter_more_shares_after_a_slash_of_a_fifth() {
	pool(|| {
		deposit(ALICE, 0, 100 * TOKEN);
		let mut policy = sell(0, 1, 20 * TOKEN, 1, 30);
		strike(1, &mut policy, 20 * TOKEN);
		let shares = rate();
		assert!(shares.abs_diff(TOKEN * V / 4 * 5) <= 20 * V, "{shares}");
	});
}

/// `stktoken-exchange-rate`: redeeming 100 shares after a slash of 20 of 100 pays 80. Exact, but
/// for a premium of a unit that this test needs.
#[test]
fn redeeming_everything_after_a_slash_should_pay_what_is_left() {
	pool(|| {
		deposit(ALICE, 0, 100 * TOKEN);
		let before = balance(NATIVE, &ALICE) + held(&ALICE);
		let mut policy = sell(0, 1, 20 * TOKEN, 1, 30);
		strike(1, &mut policy, 20 * TOKEN);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		let paid = balance(NATIVE, &ALICE) + held(&ALICE) - before;
		assert!((80 * TOKEN..=80 * TOKEN + 1).contains(&paid), "{paid}");
	});
}

/// `stktoken-exchange-rate`: after 100 were returned to 100 a token buys half a share. The pallet
/// differs by design: money that comes back never enters a tranche's book, as a deposit could be
/// made just before it. Premium does, and is the means of this test.
#[test]
fn token_should_buy_half_a_share_when_the_assets_have_doubled() {
	pool(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * TOKEN);
		sell(0, 1, TOKEN, 100 * TOKEN, 7);
		pass(9 * DAY);
		let shares = rate();
		assert!(shares.abs_diff(TOKEN * V / 2) <= V, "{shares}");
	});
}

/// `umbrella-slash` takes from the stake up to all but a unit. The pallet differs by design: a
/// tranche worth less than a millionth of its first price is exhausted. Its dust pays the rest of
/// the loss.
#[test]
fn slash_of_everything_should_leave_nothing() {
	ExtBuilder::default().with_pool_of(NATIVE, 150).build_and_execute(|| {
		deposit(ALICE, 0, 10_000 * TOKEN);
		let mut one = sell(0, 1, 9_000 * TOKEN, 1, 30);
		let mut two = sell(0, 3, 5_000 * TOKEN, 1, 30);
		assert_eq!(strike(1, &mut one, 9_000 * TOKEN).from_pool, 9_000 * TOKEN);
		let second = strike(2, &mut two, 5_000 * TOKEN);
		assert!(second.from_pool.abs_diff(1_000 * TOKEN) <= 2);
		assert_eq!(assets(0), 0);
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::TrancheExhausted { tranche: Junior, .. })));
	});
}

/// `cozy-redeem-queue`: a queued request that bears two losses of half receives a quarter.
#[test]
fn queued_request_should_receive_a_quarter_after_two_losses_of_half() {
	pool(|| {
		deposit(ALICE, 0, 100 * TOKEN);
		deposit(BOB, 0, 100 * TOKEN);
		let mut one = sell(0, 1, 100 * TOKEN, 1, 60);
		let mut two = sell(0, 3, 50 * TOKEN, 1, 60);
		let before = balance(NATIVE, &ALICE) + held(&ALICE);
		leave(ALICE, 0, 100);
		strike(1, &mut one, 100 * TOKEN);
		strike(2, &mut two, 50 * TOKEN);
		pass(14 * DAY);
		serve(0);
		let paid = balance(NATIVE, &ALICE) + held(&ALICE) - before;
		assert!((25 * TOKEN..=25 * TOKEN + 2).contains(&paid), "{paid}");
	});
}

/// `cozy-redeem-queue`: losses of a tenth and of a quarter leave 0.9 × 0.75 to a queued request.
/// The result is exact here: the peer multiplies rounded factors, while a share's part of the
/// assets is the only number of the pallet.
#[test]
fn queued_request_should_receive_what_a_tenth_and_a_quarter_leave() {
	pool(|| {
		deposit(ALICE, 0, 100 * TOKEN);
		deposit(BOB, 0, 100 * TOKEN);
		let mut one = sell(0, 1, 20 * TOKEN, 1, 60);
		let mut two = sell(0, 3, 45 * TOKEN, 1, 60);
		let before = balance(NATIVE, &ALICE) + held(&ALICE);
		leave(ALICE, 0, 100);
		strike(1, &mut one, 20 * TOKEN);
		strike(2, &mut two, 45 * TOKEN);
		pass(14 * DAY);
		serve(0);
		let paid = balance(NATIVE, &ALICE) + held(&ALICE) - before;
		let expected = 135 * TOKEN / 2;
		assert!((expected..=expected + 2).contains(&paid), "{paid}");
	});
}

/// The peers' queues pay from the assets there are. The pallet holds back the required capital.
#[test]
fn queued_request_should_wait_for_the_cover_it_backs() {
	pool(|| {
		deposit(ALICE, 0, 100 * TOKEN);
		sell(0, 1, 100 * TOKEN, 1, 60);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 1).plain(), Error::<Test>::NothingToProcess);
	});
}
