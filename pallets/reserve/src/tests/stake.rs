// SPDX-License-Identifier: Apache-2.0

//! The stake behind the reserve.

use super::mock::*;
use crate::*;
use breakwater_math::shares::VIRTUAL_SHARES;
use breakwater_primitives::{ActiveClock, Balance};
use frame_support::{assert_noop, dispatch::DispatchResult, traits::fungible::InspectHold};
use sp_runtime::Permill;

fn stake(who: AccountId, amount: Balance) -> DispatchResult {
	Reserve::stake(RuntimeOrigin::signed(who), USD, amount, 0)
}

fn cooldown(who: AccountId, shares: Balance) -> DispatchResult {
	Reserve::cooldown(RuntimeOrigin::signed(who), USD, shares)
}

fn unstake(who: AccountId) -> DispatchResult {
	Reserve::unstake(RuntimeOrigin::signed(who), USD, 0)
}

fn shares(who: &AccountId) -> Balance {
	Positions::<Test>::get(USD, who).map_or(0, |position| position.shares)
}

/// The whole position waits for the end of the cooldown.
fn cool_down(who: AccountId) {
	assert_eq!(cooldown(who.clone(), shares(&who)), Ok(()));
	TestClock::pass(COOLDOWN);
}

/// The amount that an account takes out now.
fn taken(who: AccountId) -> Balance {
	let before = balance(&USD, &who);
	assert_eq!(unstake(who.clone()), Ok(()));
	balance(&USD, &who) - before
}

#[test]
fn stake_should_give_shares_for_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		let event = Event::<Test>::Staked {
			who: ALICE,
			asset: USD,
			amount: 1_000,
			shares: 1_000 * VIRTUAL_SHARES,
			all_shares: 1_000 * VIRTUAL_SHARES,
			stake: 1_000,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!((balance(&USD, &account()), balance(&USD, &ALICE)), (1_000, RICH - 1_000));
		assert_eq!(Balances::balance_on_hold(&HoldReason::Stake.into(), &ALICE), DEPOSIT);
		assert_eq!(stake(ALICE, 500), Ok(()));
		assert_eq!(shares(&ALICE), 1_500 * VIRTUAL_SHARES);
		assert_eq!(Balances::balance_on_hold(&HoldReason::Stake.into(), &ALICE), DEPOSIT);
		assert_eq!(book(&USD).own, 0);
		let state = Reserve::state(USD).expect("there is an account");
		assert_eq!((state.stake, state.own, state.freezing_incidents), (1_500, 0, 0));
	});
}

#[test]
fn stake_should_be_refused_when_it_cannot_be_taken() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(stake(ALICE, 0), Error::<Test>::ZeroAmount);
		assert_noop!(stake(ALICE, RICH), Error::<Test>::CannotPay);
		let call = |asset, amount, least| Reserve::stake(RuntimeOrigin::signed(ALICE), asset, amount, least);
		assert_noop!(call(JUNK, 10, 0), Error::<Test>::AssetNotListed);
		assert_noop!(call(USD, 10, 10 * VIRTUAL_SHARES + 1), Error::<Test>::TooFewShares);
		assert_noop!(call(NATIVE, 1, 0), Error::<Test>::BelowMinimum);
		let poor = AccountId::new([99; 32]);
		give(USD, &poor, 100);
		assert_noop!(stake(poor, 10), Error::<Test>::CannotHoldDeposit);
	});
}

#[test]
fn stake_should_bear_losses_behind_own_funds() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		assert_eq!(stake(ALICE, 900), Ok(()));
		// 20 % of own funds and stake: 100 of the one and 100 of the other.
		assert_eq!(draw(1, POOL, 500), Some((200, 300)));
		assert_eq!((book(&USD).own, book(&USD).stake.assets), (0, 800));
		let is_drawn = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			matches!(
				record.event,
				RuntimeEvent::Reserve(Event::Drawn { paid: 200, from_stake: 100, stake: 800, own: 0, .. })
			)
		};
		assert!(System::events().iter().any(is_drawn));
		// A repayment is own funds, not the stakers', and pays debts first.
		assert_eq!(repay(POOL, &USD, 200), Ok(()));
		assert_eq!((book(&USD).own, book(&USD).set_aside, book(&USD).stake.assets), (0, 200, 800));
	});
}

/// Guard: the price of shares. A loss falls on all shares alike, also on those that cool down.
#[test]
fn loss_should_fall_on_all_stakers_in_proportion() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		assert_eq!((stake(ALICE, 600), stake(BOB, 300)), (Ok(()), Ok(())));
		assert_eq!(cooldown(ALICE, shares(&ALICE)), Ok(()));
		assert_eq!(draw(1, POOL, 500), Some((200, 300)));
		finalise(1);
		TestClock::pass(COOLDOWN);
		assert_eq!(taken(ALICE), 533);
		cool_down(BOB);
		assert_eq!(taken(BOB), 267);
		assert_eq!((book(&USD).stake.assets, book(&USD).own), (0, 0));
	});
}

#[test]
fn unstake_should_pay_after_the_cooldown_and_within_the_window() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		assert_noop!(unstake(ALICE), Error::<Test>::NoRequest);
		assert_noop!(unstake(BOB), Error::<Test>::NoStake);
		assert_eq!(cooldown(ALICE, 400 * VIRTUAL_SHARES), Ok(()));
		let event = Event::<Test>::CooldownBegun {
			who: ALICE,
			asset: USD,
			shares: 400 * VIRTUAL_SHARES,
			ready_at: COOLDOWN,
			ends_at: COOLDOWN + WINDOW,
		};
		assert_eq!(last_event(), event.into());
		TestClock::pass(COOLDOWN - 1);
		assert_noop!(unstake(ALICE), Error::<Test>::CoolingDown);
		TestClock::pass(1);
		let call = Reserve::unstake(RuntimeOrigin::signed(ALICE), USD, 401);
		assert!(call.is_err());
		assert_eq!(taken(ALICE), 400);
		let event = Event::<Test>::Unstaked {
			who: ALICE,
			asset: USD,
			amount: 400,
			shares: 400 * VIRTUAL_SHARES,
			all_shares: 600 * VIRTUAL_SHARES,
			stake: 600,
		};
		assert_eq!(last_event(), event.into());
		assert_noop!(unstake(ALICE), Error::<Test>::NoRequest);
		assert_eq!(cooldown(ALICE, 600 * VIRTUAL_SHARES), Ok(()));
		TestClock::pass(COOLDOWN + WINDOW + 1);
		assert_noop!(unstake(ALICE), Error::<Test>::WindowOver);
		cool_down(ALICE);
		TestClock::pass(WINDOW);
		assert_eq!(taken(ALICE), 600);
		assert_eq!(last_event(), Event::<Test>::PositionRemoved { who: ALICE, asset: USD, shares: 0 }.into());
		assert_eq!(Balances::balance_on_hold(&HoldReason::Stake.into(), &ALICE), 0);
		assert_eq!(balance(&USD, &ALICE), RICH);
	});
}

#[test]
fn cooldown_should_be_refused_when_there_are_not_so_many_shares() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(cooldown(ALICE, 1), Error::<Test>::NoStake);
		assert_eq!(stake(ALICE, 10), Ok(()));
		assert_noop!(cooldown(ALICE, 0), Error::<Test>::ZeroShares);
		assert_noop!(cooldown(ALICE, 10 * VIRTUAL_SHARES + 1), Error::<Test>::NotEnoughShares);
	});
}

/// Guard: the freeze. No stake leaves while an incident is open, however often it is asked for.
/// With a part of it free, those who leave shift their loss to those who stay, and a further
/// request frees what was held back.
#[test]
fn leaving_during_an_incident_should_not_shift_its_loss() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		assert_eq!((stake(ALICE, 900), stake(BOB, 100)), (Ok(()), Ok(())));
		cool_down(ALICE);
		open(1, &USD, 7);
		assert_noop!(unstake(ALICE), Error::<Test>::StakeFrozen);
		assert_eq!(cooldown(ALICE, shares(&ALICE)), Ok(()));
		TestClock::pass(COOLDOWN);
		assert_noop!(unstake(ALICE), Error::<Test>::StakeFrozen);
		assert_eq!(draw(1, POOL, 500), Some((220, 280)));
		// 120 of 1,000 are lost.
		assert_eq!(book(&USD).stake.worth(shares(&BOB)), Some(88));
		open(2, &USD, 8);
		finalise(1);
		assert_noop!(unstake(ALICE), Error::<Test>::StakeFrozen);
		finalise(2);
		assert_eq!(taken(ALICE), 792);
	});
}

/// Guard: new money never pays for an old loss.
#[test]
fn stake_should_not_come_while_an_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		open(1, &USD, 7);
		assert_noop!(stake(BOB, 1_000), Error::<Test>::StakeFrozen);
		assert!(Reserve::stake(RuntimeOrigin::signed(BOB), NATIVE, 1_000, 0).is_ok());
		finalise(1);
		assert_eq!(stake(BOB, 1_000), Ok(()));
	});
}

#[test]
fn freeze_of_one_asset_should_not_hold_back_stake_in_another() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		cool_down(ALICE);
		open(1, &NATIVE, 7);
		assert_eq!(taken(ALICE), 1_000);
	});
}

/// A request that a freeze meets can be taken for a whole window after it, however long the freeze
/// lasts.
#[test]
fn window_should_be_open_after_a_freeze() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		cool_down(ALICE);
		TestClock::pass(WINDOW);
		open(1, &USD, 7);
		TestClock::pass(50 * DAY);
		finalise(1);
		TestClock::pass(WINDOW);
		// The next freeze begins within the window, so it goes on with the last one.
		open(2, &USD, 8);
		TestClock::pass(50 * DAY);
		finalise(2);
		TestClock::pass(WINDOW);
		assert_eq!(taken(ALICE), 1_000);
	});
}

#[test]
fn window_should_be_over_some_time_after_a_freeze() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		cool_down(ALICE);
		open(1, &USD, 7);
		TestClock::pass(50 * DAY);
		finalise(1);
		TestClock::pass(WINDOW + 1);
		assert_noop!(unstake(ALICE), Error::<Test>::WindowOver);
		// A new freeze does not open it again.
		open(2, &USD, 7);
		finalise(2);
		assert_noop!(unstake(ALICE), Error::<Test>::WindowOver);
	});
}

/// Guard: a request whose window was over before an incident is not opened again by it. Otherwise
/// a staker with an old request would be out on the day of the incident.
#[test]
fn old_request_should_not_come_back_to_life_with_an_incident() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		cool_down(ALICE);
		TestClock::pass(WINDOW + 1);
		open(1, &USD, 7);
		assert_noop!(unstake(ALICE), Error::<Test>::StakeFrozen);
		finalise(1);
		assert_noop!(unstake(ALICE), Error::<Test>::WindowOver);
	});
}

/// The longest wait of a staker whose request one incident meets: the cooldown, or the incident if
/// it ends later. Nothing else, and no referendum, holds stake back.
#[test]
fn staker_should_wait_for_the_cooldown_or_the_incident_alone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		open(1, &USD, 7);
		assert_eq!(cooldown(ALICE, shares(&ALICE)), Ok(()));
		TestClock::pass(5 * DAY);
		finalise(1);
		TestClock::pass(COOLDOWN - 5 * DAY);
		PerGroup::set(Permill::one());
		assert_eq!(taken(ALICE), 1_000);
	});
}

/// Set the target of the reserve, as a survey does.
fn set_target(target: Balance) {
	Books::<Test>::mutate(USD, |book| book.target = target);
}

#[test]
fn rewards_should_be_a_part_of_premium_shares_alone() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(500);
		assert_eq!(book(&USD).stake.rewards, 0, "no stakers");
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		assert_eq!(take_in(&USD, 1_000), Ok(()));
		assert!(Reserve::donate(RuntimeOrigin::signed(BOB), USD, 1_000).is_ok());
		assert!(Reserve::replenish(RuntimeOrigin::root(), USD, 1_000).is_ok());
		assert_eq!((book(&USD).stake.rewards, book(&USD).own), (0, 4_000));
		// Far beyond the target the curve is at its end: 80 % of 30 %.
		contribute(POOL, &USD, 1_000);
		assert_eq!((book(&USD).stake.rewards, book(&USD).own), (240, 4_760));
		let is_split = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			let split = Split { own: 760, debts: 0, stakers: 240 };
			matches!(record.event, RuntimeEvent::Reserve(Event::PremiumShareTaken { split: s, .. }) if s == split)
		};
		assert!(System::events().iter().any(is_split));
	});
}

/// The curve is of the stake over the target: half of it gives three quarters.
#[test]
fn rewards_should_follow_the_target() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		for (target, rewards) in [(2_000, 225), (1_000, 300), (500, 240)] {
			set_target(target);
			let before = book(&USD).stake.rewards;
			contribute(POOL, &USD, 1_000);
			assert_eq!(book(&USD).stake.rewards - before, rewards, "target {target}");
		}
	});
}

/// Guard: stake that stands behind no cover bears no risk, and earns nothing: without a target, and
/// of the premium of pools that are not admitted.
#[test]
fn stake_without_risk_should_earn_nothing() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(stake(ALICE, 10), Ok(()));
		contribute(POOL, &USD, 1_000_000);
		set_target(10);
		contribute(STRANGE, &USD, 1_000_000);
		assert_eq!(book(&USD).stake.rewards, 0);
		contribute(POOL, &USD, 1_000);
		assert_eq!(book(&USD).stake.rewards, 300);
	});
}

/// Guard: the number of touches makes no difference to the release.
#[test]
fn rewards_should_be_released_over_thirty_days_also_with_a_daily_survey() {
	use frame_support::{traits::Hooks, weights::Weight};
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(stake(ALICE, 1_000_000), Ok(()));
		set_target(1_000_000);
		contribute(POOL, &USD, 1_000_000);
		let rewards = book(&USD).stake.rewards;
		assert_eq!(rewards, 300_000);
		for block in 1..=30u32 {
			TestClock::pass(DAY);
			Reserve::on_idle(block.into(), Weight::MAX);
			assert_eq!(stake(BOB, 1), Ok(()));
			let due = rewards * Balance::from(block) / 30;
			assert!(book(&USD).stake.rewards.abs_diff(rewards - due) <= 60, "day {block}");
		}
		assert_eq!(book(&USD).stake.rewards, 0);
	});
}

#[test]
fn rewards_should_be_released_over_thirty_days() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(500);
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		contribute(POOL, &USD, 1_000);
		TestClock::pass(15 * DAY);
		let state = || Reserve::state(USD).map(|state| (state.stake, state.rewards));
		assert_eq!(state(), Some((1_120, 120)));
		TestClock::pass(15 * DAY);
		assert_eq!(state(), Some((1_240, 0)));
		cool_down(ALICE);
		assert_eq!(taken(ALICE), 1_239, "rounded down");
		assert_eq!((book(&USD).stake.assets, book(&USD).stake.rewards), (0, 0));
	});
}

/// Guard: rewards are released over time. A staker who comes just before an income, with almost all
/// of the stake, has none of it in that block, and later the part of their time.
#[test]
fn staking_just_before_income_should_not_take_it() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(1_001_000);
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		TestClock::pass(100 * DAY);
		assert_eq!(stake(BOB, 1_000_000), Ok(()));
		contribute(POOL, &USD, 1_000_000);
		assert_eq!(book(&USD).stake.rewards, 300_000);
		// Another income in the block releases none of the first.
		contribute(POOL, &USD, 10);
		let worth = |who: &AccountId| book(&USD).stake.worth(shares(who)).expect("it has shares");
		assert!(worth(&BOB) <= 1_000_000 && worth(&ALICE) <= 1_000);
		TestClock::pass(3 * DAY);
		contribute(POOL, &USD, 10);
		let earned = worth(&BOB) - 1_000_000;
		assert!((29_900..=30_000).contains(&earned), "a tenth of thirty days, not {earned}");
	});
}

/// Guard: leavers give up their part of the unreleased rewards. The last unit of stake, or a staker
/// who comes when the others have left, does not get it.
#[test]
fn rewards_of_leavers_should_not_fall_to_those_who_stay() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(100_000);
		assert_eq!(stake(ALICE, 99_000), Ok(()));
		assert_eq!(stake(BOB, 1_000), Ok(()));
		contribute(POOL, &USD, 100_000);
		let promised = book(&USD).stake.rewards;
		assert_eq!(promised, 30_000);
		cool_down(ALICE);
		let left = book(&USD).stake.release(<TestClock as ActiveClock>::active()).unwrap().rewards;
		let own = book(&USD).own;
		taken(ALICE);
		assert_eq!((book(&USD).stake.rewards, book(&USD).own), (left / 100, own + left - left / 100));
		TestClock::pass(30 * DAY);
		let worth = Reserve::state(USD).expect("there is an account").stake;
		// And the unit that rounding kept from ALICE.
		assert_eq!(worth, 1_301, "BOB has a hundredth of the rewards, not all");
	});
}

/// Guard: the time that counts is weighed by amounts. Rewards too small to be released for long do
/// not let a large income out at once.
#[test]
fn dust_that_waits_should_not_release_an_income_at_once() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(500);
		assert_eq!(stake(ALICE, 1_000), Ok(()));
		contribute(POOL, &USD, 5);
		assert_eq!(book(&USD).stake.rewards, 0);
		contribute(POOL, &USD, 6);
		assert_eq!(book(&USD).stake.rewards, 0);
		contribute(POOL, &USD, 9);
		let rewards = book(&USD).stake.rewards;
		assert_eq!(rewards, 1);
		TestClock::pass(30 * DAY - 1);
		contribute(POOL, &USD, 1_000_000);
		assert_eq!(book(&USD).stake.assets, 1_000);
		TestClock::pass(1);
		assert!(Reserve::state(USD).expect("there is an account").stake <= 1_001);
	});
}

/// Guard: books, not balances. A first staker who gives money to the books' account, or to the
/// reserve, takes none of the next one's.
#[test]
fn donating_for_shares_should_not_pay() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
		assert_eq!(stake(ALICE, 1), Ok(()));
		let sent = AllAssets::transfer(USD, &ALICE, &account(), 1_000_000, Preservation::Preserve);
		assert!(sent.is_ok());
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 1_000_000).is_ok());
		assert_eq!(stake(BOB, 1_000), Ok(()));
		assert_eq!(book(&USD).stake.worth(shares(&BOB)), Some(1_000));
		assert_eq!(book(&USD).stake.worth(shares(&ALICE)), Some(1));
	});
}

/// Guard: the virtual shares. A first staker of one unit, to whom the premium of an own pool comes
/// as a reward, takes no more than a trifle from the next one.
#[test]
fn rewards_of_a_first_unit_should_not_take_from_the_next_staker() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		set_target(1);
		assert_eq!(stake(ALICE, 1), Ok(()));
		contribute(POOL, &USD, 100_000);
		TestClock::pass(30 * DAY);
		assert_eq!(stake(BOB, 20_000), Ok(()));
		assert_eq!(book(&USD).stake.assets, 50_001);
		assert!(book(&USD).stake.worth(shares(&BOB)) >= Some(19_999));
	});
}

/// Guard: the epoch. Stake that losses have used up does not dilute, or take from, the next.
#[test]
fn exhausted_stake_should_begin_anew() {
	ExtBuilder::default().with_contribution(POOL, USD, 10).build_and_execute(|| {
		PerIncident::set(Permill::one());
		PerGroup::set(Permill::one());
		PoolMultiple::set(u32::MAX);
		assert_eq!((stake(ALICE, 10_000_000), stake(BOB, 5_000_000)), (Ok(()), Ok(())));
		set_target(500);
		contribute(POOL, &USD, 1_000);
		let rewards = book(&USD).stake.rewards;
		assert_eq!(rewards, 240);
		// All but the minimum balance, which the rewards keep.
		let funds = book(&USD).funds().expect("it fits");
		assert_eq!(draw(1, POOL, u128::MAX).map(|(paid, _)| paid), Some(funds));
		let after = book(&USD);
		assert_eq!((after.stake.assets, after.stake.shares, after.stake.epoch), (0, 0, 1));
		assert_eq!(after.own, rewards, "they belong to no account");
		finalise(1);
		assert_noop!(cooldown(ALICE, 1), Error::<Test>::StakeExhausted);
		assert_eq!(unstake(ALICE), Ok(()));
		let worthless = 10_000_000 * VIRTUAL_SHARES;
		assert_eq!(
			last_event(),
			Event::<Test>::PositionRemoved { who: ALICE, asset: USD, shares: worthless }.into()
		);
		assert_eq!(Balances::balance_on_hold(&HoldReason::Stake.into(), &ALICE), 0);
		// Bob stakes again, on the same record.
		assert_eq!(stake(BOB, 700), Ok(()));
		assert_eq!(shares(&BOB), 700 * VIRTUAL_SHARES);
		cool_down(BOB);
		assert_eq!(taken(BOB), 700);
	});
}

/// Guard: the account keeps its minimum balance while money of the books is on it.
#[test]
fn last_staker_should_not_let_the_account_die() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = || RuntimeOrigin::signed(ALICE);
		assert!(Reserve::stake(origin(), NATIVE, 10 * ED, 0).is_ok());
		assert_eq!(take_in(&NATIVE, 1), Ok(()));
		let all = Positions::<Test>::get(NATIVE, ALICE).expect("a stake").shares;
		assert!(Reserve::cooldown(origin(), NATIVE, all).is_ok());
		TestClock::pass(COOLDOWN);
		assert_noop!(Reserve::unstake(origin(), NATIVE, 0), Error::<Test>::BelowMinimum);
		assert!(Reserve::donate(RuntimeOrigin::signed(BOB), NATIVE, ED).is_ok());
		assert!(Reserve::unstake(origin(), NATIVE, 0).is_ok());
		assert_eq!(book(&NATIVE).own, ED + 1);
	});
}
