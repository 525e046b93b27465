// SPDX-License-Identifier: Apache-2.0

//! Renewals: `set_renewal`, `renew`, the idle visits, and renewals that an incident makes void.

use super::mock::*;
use crate::{
	renewals::{MAX_HOURS, MAX_RENEWALS},
	types::{Renewal, RenewalTerms},
	weights::WeightInfo,
	Error, Event, NextDueHour, Renewals, RenewalsDue, Renewed,
};
use breakwater_primitives::*;
use frame_support::{
	assert_noop, assert_ok,
	pallet_prelude::{DispatchResult, Hooks, Weight},
	traits::{
		fungible::InspectHold,
		fungibles::{Inspect, Mutate},
	},
};
use sp_core::U256;
use sp_runtime::DispatchError;

mod attacks;
mod attempts;
mod incidents;

type Weights = <Test as crate::Config>::WeightInfo;

/// The premium of 30 days of 100,000 at 1.00625 times 2 % a year, rounded up.
const PREMIUM: Balance = 166;
/// The premium of the second 100,000: 1.01875 times.
const SECOND_PREMIUM: Balance = 168;

fn set(policy: PolicyId, period: Moment, max_premium: Balance, prepaid: Balance) -> DispatchResult {
	let terms = RenewalTerms { period, max_premium, prepaid };
	Policies::set_renewal(RuntimeOrigin::signed(ALICE), policy, Some(terms))
}

fn end(policy: PolicyId) -> DispatchResult {
	Policies::set_renewal(RuntimeOrigin::signed(ALICE), policy, None)
}

fn renew(policy: PolicyId) -> DispatchResult {
	Policies::renew(RuntimeOrigin::signed(BOB), policy).map(|_| ()).map_err(|error| error.error)
}

fn renewal(policy: PolicyId) -> Renewal<<Test as crate::Config>::RecordDeposit> {
	Renewals::<Test>::get(policy).expect("the policy has a renewal")
}

fn renewal_balance(policy: PolicyId) -> Balance {
	Renewals::<Test>::get(policy).map_or(0, |renewal| renewal.renewal_balance)
}

/// The idle visits of one block.
fn idle_block() -> Weight {
	Policies::on_idle(1, Weight::MAX)
}

/// The idle visits of the blocks that it takes to come to this hour.
fn idle() {
	for _ in 0..200 {
		idle_block();
	}
}

/// A policy of 100,000 for 30 days with a renewal balance of 1,000. It is renewed for 30 days at a
/// time.
fn renewed_policy() -> PolicyId {
	let policy = buy(100_000, 30 * DAY);
	assert_ok!(set(policy, 30 * DAY, 500, 1_000));
	policy
}

/// Advance the time to `before` ahead of a policy's end.
fn pass_to(policy: PolicyId, before: Moment) {
	pass(stored(policy).ends_at - before - TestClock::now());
}

fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&RecordReason::get(), &who)
}

fn account() -> AccountId {
	Policies::account().unwrap()
}

fn failures() -> Vec<DispatchError> {
	let error = |event| match event {
		Event::RenewalFailed { error, .. } => Some(error),
		_ => None,
	};
	events().into_iter().filter_map(error).collect()
}

fn rejected(incident: IncidentId) {
	<Policies as OnIncident>::rejected(incident, PRODUCT);
}

fn settled(incident: IncidentId) {
	<Policies as OnIncident>::settled(incident, PRODUCT);
}

mod set_renewal {
	use super::*;

	#[test]
	fn set_renewal_should_fill_the_purse_and_plan_the_first_attempt() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			let money = usd(ALICE);
			assert_ok!(set(policy, 30 * DAY, 500, 1_000));
			assert_eq!((money - usd(ALICE), usd(account())), (1_000, 1_000));
			assert_eq!(held(ALICE), 2 * DEPOSIT);
			let due = u32::try_from((START + 29 * DAY) / HOUR).unwrap();
			let set = renewal(policy);
			assert_eq!(
				(set.renewal_balance, set.max_premium, set.period, set.due),
				(1_000, 500, 30 * DAY, Some(due))
			);
			System::assert_last_event(
				Event::RenewalSet {
					policy,
					holder: ALICE,
					period: 30 * DAY,
					max_premium: 500,
					old_renewal_balance: 0,
					renewal_balance: 1_000,
					due,
				}
				.into(),
			);
			let shown = Policies::policy_state(policy).unwrap().renewal.unwrap();
			assert_eq!((shown.renewal_balance, shown.next_attempt), (1_000, Some(Moment::from(due) * HOUR)));
		});
	}

	#[test]
	fn set_renewal_should_add_to_the_purse_when_it_is_set_again() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let money = usd(ALICE);
			assert_ok!(set(policy, 60 * DAY, 1_200, 200));
			assert_eq!((renewal_balance(policy), money - usd(ALICE), held(ALICE)), (1_200, 200, 2 * DEPOSIT));
			assert_ok!(set(policy, 60 * DAY, 1, 0));
			assert_eq!((renewal_balance(policy), renewal(policy).max_premium), (1_200, 1));
		});
	}

	#[test]
	fn set_renewal_should_give_the_purse_and_the_deposit_back_when_it_is_ended() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			let money = usd(ALICE);
			assert_ok!(set(policy, 30 * DAY, 500, 1_000));
			assert_ok!(end(policy));
			assert_eq!((money - usd(ALICE), usd(account()), held(ALICE)), (0, 0, DEPOSIT));
			assert_eq!((Renewals::<Test>::get(policy), RenewalsDue::<Test>::iter().count()), (None, 0));
			System::assert_last_event(
				Event::RenewalEnded { policy, holder: ALICE, renewal_balance: 1_000 }.into(),
			);
			assert_noop!(end(policy), Error::<Test>::NoRenewal);
		});
	}

	#[test]
	fn set_renewal_should_be_refused_when_it_is_not_allowed() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			assert_noop!(set(9, 30 * DAY, 1, 1), Error::<Test>::UnknownPolicy);
			assert_noop!(set(policy, 30 * DAY, 101, 100), Error::<Test>::RenewalBalanceTooSmall);
			assert_noop!(set(policy, 7 * DAY - 1, 1, 1), Error::<Test>::PeriodOutOfRange);
			assert_noop!(set(policy, 365 * DAY + 1, 1, 1), Error::<Test>::PeriodOutOfRange);
			assert_noop!(
				Policies::set_renewal(RuntimeOrigin::signed(BOB), policy, None),
				Error::<Test>::NotHolder
			);
			assert_noop!(set(policy, 30 * DAY, 1, 10 * MONEY), Error::<Test>::CannotPay);
			opened(1);
			assert_ok!(register(policy, 1, 100_000));
			settled(1);
			assert_noop!(set(policy, 30 * DAY, 1, 1), Error::<Test>::NothingLeft);
			let other = buy(100_000, 30 * DAY);
			pass(30 * DAY);
			assert_noop!(set(other, 30 * DAY, 1, 1), Error::<Test>::TooLate);
		});
	}

	/// Guard: a holder who may know of an event orders no renewal that goes on in spite of it.
	#[test]
	fn set_renewal_should_only_end_it_when_an_incident_is_open() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, other) = (renewed_policy(), buy(100_000, 30 * DAY));
			opened(1);
			for policy in [policy, other] {
				assert_noop!(set(policy, 30 * DAY, 500, 1_000), Error::<Test>::IncidentOpen);
			}
			assert_ok!(end(policy));
			rejected(1);
			assert_ok!(set(policy, 30 * DAY, 500, 1_000));
		});
	}

	#[test]
	fn set_renewal_should_be_possible_during_the_last_day() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			pass_to(policy, 90 * 60 * SECOND);
			assert_ok!(set(policy, 30 * DAY, 500, 1_000));
			idle();
			assert_eq!(renewal_balance(policy), 1_000);
			pass(HOUR);
			idle();
			assert_eq!(renewal_balance(policy), 1_000 - PREMIUM);
		});
	}

	/// Set another smallest balance of the asset.
	fn set_smallest(least: Balance) {
		let origin = RuntimeOrigin::root();
		let status = Assets::force_asset_status(origin, 1, 100, 100, 100, 100, least, true, false);
		assert_ok!(status);
	}

	/// Guard: a renewal balance that would leave dust takes no money of the other renewal balances
	/// with it.
	#[test]
	fn purses_should_not_be_swept_as_dust_when_another_is_paid_out() {
		ExtBuilder::default().build_and_execute(|| {
			set_smallest(50);
			let (one, two) = (buy(100_000, 30 * DAY), buy(100_000, 30 * DAY));
			assert_ok!(set(one, 30 * DAY, 1, 1_000));
			assert_ok!(set(two, 30 * DAY, 1, 3));
			let money = usd(ALICE);
			assert_ok!(end(one));
			assert_eq!((usd(ALICE) - money, usd(account())), (1_000, 53));
			assert_ok!(end(two));
			assert_eq!(usd(account()), 50);
		});
	}

	/// Guard: nor when the asset's smallest balance is higher than when the account was opened.
	#[test]
	fn purses_should_not_be_swept_as_dust_when_the_smallest_balance_rises() {
		ExtBuilder::default().build_and_execute(|| {
			let (one, two) = (buy(100_000, 30 * DAY), buy(100_000, 30 * DAY));
			assert_ok!(set(one, 30 * DAY, 1, 1_000));
			assert_ok!(set(two, 30 * DAY, 1, 3));
			set_smallest(50);
			let money = usd(ALICE);
			assert_noop!(end(one), pallet_assets::Error::<Test>::BalanceLow);
			assert_ok!(AllAssets::mint_into(USD, &account(), 49));
			assert_ok!(end(one));
			assert_eq!((usd(ALICE) - money, usd(account())), (1_000, 52));
		});
	}
}

mod hook {
	use super::*;

	#[test]
	fn idle_visits_should_do_nothing_when_there_is_no_weight() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			NextDueHour::<Test>::put(renewal(policy).due.unwrap());
			let round = Weights::due_round();
			let one = round.saturating_add(Weights::due_hour());
			let all = one.saturating_add(Policies::renewal_weight(policy));
			for (limit, used) in [
				(Weight::zero(), Weight::zero()),
				(round, round),
				(all - Weight::from_parts(1, 0), one),
				(all - Weight::from_parts(0, 1), one),
			] {
				// Half of the weight that a block leaves.
				assert_eq!(Policies::on_idle(1, limit * 2), used);
				assert_eq!(renewal_balance(policy), 1_000, "nothing is done");
			}
			assert_eq!(Policies::on_idle(1, all * 2), all);
			assert_eq!(renewal_balance(policy), 1_000 - PREMIUM);
		});
	}

	#[test]
	fn idle_visits_should_begin_when_the_first_renewal_is_set() {
		ExtBuilder::default().build_and_execute(|| {
			assert_eq!((idle_block(), NextDueHour::<Test>::get()), (Weights::due_round(), None));
			renewed_policy();
			assert_eq!(NextDueHour::<Test>::get(), Some(u32::try_from(START / HOUR).unwrap()));
		});
	}

	#[test]
	fn idle_visits_should_walk_a_long_halt_over_blocks() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			idle_block();
			pass_to(policy, DAY);
			let (hours, mut blocks) = (29 * 24u32, 0);
			while renewal_balance(policy) == 1_000 {
				idle_block();
				blocks += 1;
				assert!(blocks <= hours / MAX_HOURS + 1, "the walk comes to the hour");
			}
			assert_eq!(blocks, hours.div_ceil(MAX_HOURS));
		});
	}

	/// Guard: many policies that are due together do not fill a block.
	#[test]
	fn idle_visits_should_be_bounded_when_many_renewals_are_due() {
		ExtBuilder::default().build_and_execute(|| {
			let policies: Vec<_> = (0..MAX_RENEWALS + 5).map(|_| renewed_policy()).collect();
			NextDueHour::<Test>::put(renewal(0).due.unwrap());
			pass_to(0, DAY);
			let done = || policies.iter().filter(|policy| renewal_balance(**policy) < 1_000).count();
			let used = idle_block();
			let visits = Policies::renewal_weight(0).saturating_mul(u64::from(MAX_RENEWALS));
			let looks = Weights::due_hour().saturating_mul(u64::from(MAX_RENEWALS) + 1);
			assert_eq!(used, Weights::due_round().saturating_add(visits).saturating_add(looks));
			assert_eq!(done(), MAX_RENEWALS as usize);
			idle_block();
			assert_eq!(done(), policies.len());
		});
	}

	/// Guard: renewals that fail make way for those behind them.
	#[test]
	fn idle_visits_should_go_on_when_renewals_fail() {
		ExtBuilder::default().build_and_execute(|| {
			let poor: Vec<_> = (0..2 * MAX_RENEWALS)
				.map(|_| {
					let policy = buy(100_000, 30 * DAY);
					assert_ok!(set(policy, 30 * DAY, 1, 1));
					policy
				})
				.collect();
			let policy = renewed_policy();
			NextDueHour::<Test>::put(renewal(policy).due.unwrap());
			pass_to(policy, DAY);
			(0..3).for_each(|_| {
				idle_block();
			});
			assert!(renewal_balance(policy) < 1_000);
			assert_eq!(failures(), vec![Error::<Test>::PremiumAboveLimit.into(); poor.len()]);
		});
	}
}

mod checks {
	use super::*;
	use frame_support::storage::{with_transaction, TransactionOutcome};

	/// The error of the invariants after `corrupt` changes the state of a renewed policy. The
	/// change is rolled back.
	fn says(corrupt: impl FnOnce(PolicyId)) -> &'static str {
		let mut said = Ok(());
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			idle();
			let undone = with_transaction(|| {
				corrupt(policy);
				said = Policies::do_try_state();
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			});
			assert_ok!(undone);
		});
		match said {
			Err(DispatchError::Other(words)) => words,
			other => panic!("{other:?}"),
		}
	}

	#[test]
	fn purses_without_money_should_be_seen() {
		let more = |id| Renewals::<Test>::mutate_extant(id, |renewal| renewal.renewal_balance += 2);
		assert_eq!(says(more), "the account holds less than it owes");
	}

	#[test]
	fn renewals_that_are_not_scheduled_should_be_seen() {
		let hour = |id| renewal(id).due.unwrap();
		assert_eq!(says(|id| RenewalsDue::<Test>::remove(hour(id), id)), "a renewal is not in the index");
		assert_eq!(says(|id| RenewalsDue::<Test>::insert(0, id, ())), "the index holds no renewal");
		assert_eq!(says(|id| NextDueHour::<Test>::put(hour(id) + 1)), "a renewal was passed by");
		assert_eq!(
			says(|id| Renewals::<Test>::mutate_extant(id, |renewal| renewal.ticket = None)),
			"a renewal has no deposit"
		);
	}

	#[test]
	fn renewals_that_cannot_be_undone_should_be_seen() {
		let change = |change: fn(&mut crate::types::LastRenewal)| {
			says(|id| Renewed::<Test>::mutate_extant(id, change))
		};
		assert_eq!(change(|last| last.at = last.old_ends_at), "a policy was renewed in the future");
		assert_eq!(change(|last| last.premium = 0), "a renewal cost nothing");
		assert_eq!(change(|last| last.old_expires += 1), "a renewal moved the ends of a policy apart");
		assert_eq!(change(|last| last.old_ends_at += 30 * DAY), "a renewal is shorter than a day");
		assert_eq!(
			says(|id| Renewed::<Test>::insert(id + 1, Renewed::<Test>::get(id).unwrap())),
			"a last renewal belongs to no policy"
		);
	}
}
