// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 that concern pools. Each test names its guard and fails
//! if the guard is taken out.

mod access;
mod queue;
mod settling;

use super::mock::*;
use crate::Error;
use frame_support::{
	traits::{fungibles::Mutate, tokens::Preservation, Hooks},
	weights::Weight,
};

fn donate(amount: Balance) {
	AllAssets::transfer(USD, &BOB, &account(0), amount, Preservation::Preserve).expect("anyone may");
}

/// Everything earned goes to the underwriters.
fn without_fees_payable() {
	set_reserve(|reserve| reserve.share = Permill::zero());
	set_limits(|limits| limits.treasury_share = Permill::zero());
}

/// Guard: the books count, not the account's balance.
#[test]
fn first_depositor_should_not_take_the_next_deposit_by_a_donation() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, MIN_DEPOSIT);
		// Bob leaves a single share, then donates.
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Junior, all - 1, 0));
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).junior.shares, 1);
		donate(1_000_000 * D);
		deposit(ALICE, 0, 1_000 * D);
		let value = worth_of(&ALICE, 0);
		assert!(value >= 1_000 * D - 3, "{value}");
	});
}

/// Guard: the virtual shares. The premium comes when the attacker has a single share left. Most of
/// it belongs to no account.
#[test]
fn first_depositor_should_not_take_the_next_deposit_by_a_premium() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		// Premium in the books does move the price.
		deposit(BOB, 0, MIN_DEPOSIT);
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Junior, all - 1, 0));
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).junior.shares, 1);
		sell_premium_only(0, 1_000 * D, 7);
		pass(8 * DAY);
		accrue(0);
		assert!(assets(0) >= 1_000 * D);
		// Without virtual shares a share would cost a thousand: Alice would get one, and Bob half
		// of all.
		deposit(ALICE, 0, 1_500 * D);
		let value = worth_of(&ALICE, 0);
		assert!(value >= 1_500 * D - D / 100, "{value}");
		assert!(worth_of(&BOB, 0) <= D / 100);
	});
}

/// Guard: `min_shares`.
#[test]
fn deposit_should_not_be_sandwiched() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, MIN_DEPOSIT);
		let mut policy = sell(0, 1, MIN_DEPOSIT, MIN_DEPOSIT, 30);
		let expected = 100 * D * V;
		// A claim moves the price before Alice's deposit comes in.
		claim(&mut policy, MIN_DEPOSIT / 2).unwrap();
		let call = Pools::deposit(signed(ALICE), 0, Junior, 100 * D, expected).plain();
		assert_noop!(call, Error::<Test>::SharesBelowLimit);
	});
}

/// Guard: the books count, not the account's balance.
#[test]
fn donation_should_change_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let (state, pool) = (Pools::state(0), record(0));
		donate(1_000_000 * D);
		assert_eq!((Pools::state(0), record(0)), (state, pool));
	});
}

/// Guard: premium is earned up to now before anything is priced.
#[test]
fn sandwiching_accrual_should_earn_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 300 * D, 30);
		pass(29 * DAY);
		// No call has touched the pool for 29 days. Bob comes in now and leaves as soon as
		// possible.
		let large = 1_000_000 * D;
		deposit(BOB, 0, large);
		assert!(worth_of(&BOB, 0) <= large, "the past is priced in");
		accrue(0);
		assert!(worth_of(&BOB, 0) <= large);
	});
}

/// Guard: premium that is earned until now is split at the part until now. Only then the part is
/// set anew.
#[test]
fn senior_deposit_should_have_no_part_in_what_was_earned_before() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 300 * D, 7);
		pass(9 * DAY);
		deposit_to(BOB, 0, Senior, 4_000 * D);
		accrue(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (1_300 * D, 4_000 * D));
	});
}

/// Guard: senior's part is in proportion to its capital.
#[test]
fn tiny_senior_deposit_should_not_take_the_senior_yield() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 1_000 * D);
		deposit_to(BOB, 0, Senior, MIN_DEPOSIT);
		sell(0, 1, 900 * D, 300 * D, 7);
		pass(9 * DAY);
		accrue(0);
		let earned = worth_in(&BOB, 0, Senior) - MIN_DEPOSIT;
		assert!(earned <= 300 * D * MIN_DEPOSIT / (1_000 * D + MIN_DEPOSIT) / 2, "{earned}");
	});
}

/// Guard: the amounts that the rounding of a split took count at the next split.
#[test]
fn frequent_accrues_should_take_nothing_from_reserve_treasury_and_senior() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit_to(BOB, 0, Senior, 1_000 * D);
		// About one unit in three seconds: each accrual alone would give the three of them zero.
		sell(0, 1, D, 201_600, 7);
		for _ in 0..1_000 {
			pass(3_000);
			accrue(0);
		}
		let earned = 201_600 - record(0).books.owed_units().unwrap();
		assert!(earned > 800);
		let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
		let treasury = balance(USD, &TREASURY) - PURSE;
		assert_eq!((reserve, treasury), (earned * 15 / 100, earned * 5 / 100));
		assert_eq!(record(0).senior.assets - 1_000 * D, (earned - reserve - treasury) / 4);
	});
}

/// Guard: the whole premium is unearned at first, and comes back as it is.
#[test]
fn buying_and_cancelling_should_move_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let before = record(0);
		for premium in [1, 7, 1_000 * D + 1, 10_000_000 * D] {
			let mut policy = sell(0, 1, 500 * D, premium, 30);
			assert_eq!(reduce(&mut policy, 500 * D), Ok(premium));
		}
		accrue(0);
		let after = record(0);
		assert_eq!(
			(after.junior, after.fees_payable, after.rests),
			(before.junior, before.fees_payable, before.rests)
		);
		assert_eq!(after.books, before.books);
	});
}

/// Guard: a refund is rounded down.
#[test]
fn giving_cover_back_in_small_parts_should_not_give_more_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000, 1_999, 30);
		let back: Balance = (0..1_000).map(|_| reduce(&mut policy, 1).expect("reduced")).sum();
		assert!(back <= 1_999);
		assert_eq!(record(0).held().unwrap(), 1_000 * D + 1_999 - back);
	});
}

/// Gives back a policy of 100 dollars. It was bought near its threshold for 10, nine tenths of it
/// surcharge. The price has recovered.
fn cancelled(policy: &mut Policy) -> Balance {
	let tenth = Refund { worth: breakwater_primitives::ONE / 10, fee: Permill::zero() };
	reduce_for(policy, 100 * D, tenth).expect("in force")
}

/// Guard: the part that the pool keeps of a cancelled policy is earned by the day, not in the
/// block.
#[test]
fn deposit_before_a_cancellation_should_take_nothing_of_what_is_kept() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		// The depositor is the holder, or an account that sees the cancellation come.
		deposit(BOB, 0, 99_000 * D);
		assert_eq!(cancelled(&mut policy), D);
		assert!(worth_of(&BOB, 0) <= 99_000 * D && worth_of(&ALICE, 0) <= 1_000 * D);
		leave(BOB, 0, 100);
		// Both bear the risk until the end, and are paid for that time.
		pass(31 * DAY);
		accrue(0);
		assert_eq!(assets(0), 100_000 * D + 9 * D);
	});
}

/// Guard: senior's discount counts as far as junior stands before it. Any account can reopen a
/// exhausted junior tranche. The first to put the smallest deposit into it would have half of all
/// premium of cover for which senior is in truth the first to lose.
#[test]
fn tiny_junior_deposit_after_a_reset_should_take_about_its_proportion() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		let mut policy = sell(0, 1, 300 * D, 1, 60);
		sell(0, 3, 700 * D, 100 * D, 29);
		strike(1, &mut policy, 300 * D);
		assert!(record(0).junior.is_exhausted());
		assert_ok!(Pools::reopen_tranche(signed(DAVE), 0, Junior));
		deposit(DAVE, 0, MIN_DEPOSIT);
		let senior = record(0).senior.assets;
		pass(31 * DAY);
		accrue(0);
		let (junior, senior) = (record(0).junior.assets - MIN_DEPOSIT, record(0).senior.assets - senior);
		assert!((100 * D - 1..=100 * D).contains(&(junior + senior)), "{junior} {senior}");
		// Its proportion of 710 is 1.4; a junior that is large enough has 3.5 times its proportion
		// here.
		assert!(junior > 100 * D * 10 / 710 && junior < 5 * D, "{junior}");
	});
}

/// Guard: reserve and treasury take their parts of every premium.
#[test]
fn manager_who_underwrites_and_buys_from_their_own_pool_should_lose() {
	ExtBuilder::default().with_pool_as(|options| options.fee = Permill::from_percent(10)).build_and_execute(
		|| {
			let before = balance(USD, &MANAGER);
			deposit(MANAGER, 0, 1_000 * D);
			// The manager's own money, though the mock makes it.
			sell(0, 1, 1_000 * D, 100 * D, 7);
			leave(MANAGER, 0, 100);
			pass(23 * DAY);
			accrue(0);
			serve(0);
			let after = balance(USD, &MANAGER);
			assert!(after - before <= 80 * D, "he paid 100 for it");
		},
	);
}

/// Guard: no withdrawal is paid while an incident touches the pool, and queued shares bear losses.
#[test]
fn leaving_just_before_a_loss_should_not_avoid_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(BOB, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 1, 60);
		// Bob knows of the hack, and the cooldown is over when the incident is opened.
		leave(BOB, 0, 100);
		pass(14 * DAY);
		open(1, 1);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 1).plain(), Error::<Test>::PoolFrozen);
		Pools::on_idle(2, Weight::MAX);
		claim(&mut policy, 1_000 * D).unwrap();
		settle(1, 0, 1_000 * D).unwrap();
		serve(0);
		let lost = PURSE - balance(USD, &BOB);
		assert!((500 * D..=500 * D + 1).contains(&lost), "{lost}: queued shares bear the loss");
	});
}

/// Guard: the cooldown.
#[test]
fn leaving_on_the_day_of_a_hack_should_be_too_late() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(BOB, 0, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 60);
		leave(BOB, 0, 100);
		// No incident is reported yet, for days.
		pass(13 * DAY);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 1).plain(), Error::<Test>::NothingToProcess);
	});
}

/// Guard: transfers stop with the incident.
#[test]
fn known_loss_should_not_be_sold() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit_to(BOB, 0, Senior, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 60);
		open(1, 1);
		let all = shares_of(&ALICE, 0);
		assert_noop!(Pools::transfer(signed(ALICE), 0, Junior, DAVE, all), Error::<Test>::PoolFrozen);
		assert_noop!(Pools::transfer(signed(BOB), 0, Senior, DAVE, all), Error::<Test>::PoolFrozen);
	});
}

/// Guard: no deposit while an incident touches the pool.
#[test]
fn deposit_between_incident_and_settlement_should_be_refused() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		let call = Pools::deposit(signed(BOB), 0, Junior, 1_000 * D, 0).plain();
		assert_noop!(call, Error::<Test>::PoolFrozen);
	});
}

/// Guard: a tranche that is exhausted takes no deposit. The premium to come cannot be bought for
/// next to zero.
#[test]
fn premium_of_a_exhausted_tranche_should_not_be_bought_for_a_small_deposit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D - 1, 1, 30);
		sell_premium_only(0, 40 * D, 60);
		strike(1, &mut policy, 100 * D - 1);
		let call = Pools::deposit(signed(BOB), 0, Junior, MIN_DEPOSIT, 0).plain();
		assert_noop!(call, Error::<Test>::TrancheExhausted);
	});
}

/// Guard: junior pays first, and its withdrawals leave senior protected while something is
/// required.
#[test]
fn junior_should_not_leave_senior_alone_with_the_cover() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 400 * D);
		deposit_to(BOB, 0, Senior, 600 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 60);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).junior.assets, 150 * D, "a fifth of 750");
		strike(1, &mut policy, 100 * D);
		assert_eq!(record(0).senior.assets, 600 * D);
	});
}

/// Guard: each incident gets its proportional part, in any order.
#[test]
fn two_incidents_should_not_race_for_one_pool() {
	let outcome = |first_is_fast: bool| {
		let mut parts = (0, 0);
		ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			sell(0, 1, 900 * D, 1, 30);
			sell(0, 3, 600 * D, 1, 30);
			open(1, 1);
			open(2, 3);
			let (fast, slow) =
				if first_is_fast { ((1, 900 * D), (2, 600 * D)) } else { ((2, 600 * D), (1, 900 * D)) };
			let early = settle(fast.0, 0, fast.1).unwrap().from_pool;
			let late = settle(slow.0, 0, slow.1).unwrap().from_pool;
			assert_eq!(top_up(fast.0, 0).unwrap().0.from_pool, early, "nothing is left");
			parts = if first_is_fast { (early, late) } else { (late, early) };
		});
		parts
	};
	assert_eq!(outcome(true), (600 * D, 400 * D));
	assert_eq!(outcome(false), (600 * D, 400 * D));
}

/// Guard: the lock, which does not end with the day of the cover.
#[test]
fn grace_should_not_end_before_an_incident_that_was_opened_in_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 800 * D, 1, 7);
		open(1, 1);
		pass(30 * DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 0);
		let state = Pools::state(0).unwrap();
		assert_eq!((state.required, state.available), (800 * D, state.junior.assets - 800 * D));
		// The loss can be charged in full.
		assert_eq!(settle(1, 0, 800 * D).unwrap().from_pool, 800 * D);
	});
}

/// Guard: only premium that was unearned at the loan is pledged for it. The rest of the loan is
/// written off.
#[test]
fn loan_should_not_swallow_new_deposits_and_their_premium() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 100 * D, 1, 30);
		let mut three = sell(0, 3, 99 * D, 1, 30);
		sell(0, 3, D, D, 10);
		strike(1, &mut one, 100 * D);
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		strike(2, &mut three, 99 * D);
		assert!(lent(0) > 98 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		sell(0, 1, 100 * D, 60 * D, 30);
		pass(20 * DAY);
		accrue(0);
		assert!(worth_of(&BOB, 0) >= 1_000 * D);
		assert_eq!(lent(0), 0, "given up");
		pass(20 * DAY);
		accrue(0);
		assert_eq!(worth_of(&BOB, 0), 1_060 * D);
		assert!(reserve().repaid <= D);
	});
}

/// Guard: shares of an earlier epoch are worth zero.
#[test]
fn worthless_shares_should_not_come_to_life_with_a_reset() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		assert!(Pools::request_withdrawal(signed(ALICE), 0, Junior, all, 0).is_err());
		assert!(Pools::transfer(signed(ALICE), 0, Junior, DAVE, all).is_err());
		// A new deposit into the same record does not revive them either.
		deposit(ALICE, 0, MIN_DEPOSIT);
		assert_eq!((worth_of(&ALICE, 0), worth_of(&BOB, 0)), (MIN_DEPOSIT, 100 * D));
	});
}
