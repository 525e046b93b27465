//! Renewals: `set_renewal`, `renew`, the idle visits, and renewals that an incident makes void.

use super::mock::*;
use crate::{
	renewals::{HOUR, MAX_HOURS, MAX_RENEWALS},
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

type Weights = <Test as crate::Config>::WeightInfo;

/// What 30 days of 100,000 cost at 2 % a year and 1.00625 times that, rounded up.
const PREMIUM: Balance = 166;
/// The same for the second 100,000: 1.01875 times.
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

fn purse(policy: PolicyId) -> Balance {
	Renewals::<Test>::get(policy).map_or(0, |renewal| renewal.purse)
}

/// The idle visits of one block.
fn idle_block() -> Weight {
	Policies::on_idle(1, Weight::MAX)
}

/// The idle visits of as many blocks as it takes to come to this hour.
fn idle() {
	for _ in 0..200 {
		idle_block();
	}
}

/// A policy of 100,000 for 30 days that is renewed for 30 days at a time, with a purse of a thousand.
fn renewed_policy() -> PolicyId {
	let policy = buy(100_000, 30 * DAY);
	assert_ok!(set(policy, 30 * DAY, 500, 1_000));
	policy
}

/// Time passes until some time before the end of a policy.
fn pass_to(policy: PolicyId, before: Moment) {
	pass(stored(policy).ends_at - before - Now::get());
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
			assert_eq!((set.purse, set.max_premium, set.period, set.due), (1_000, 500, 30 * DAY, Some(due)));
			System::assert_last_event(
				Event::RenewalSet {
					policy,
					holder: ALICE,
					period: 30 * DAY,
					max_premium: 500,
					old_purse: 0,
					purse: 1_000,
					due,
				}
				.into(),
			);
			let shown = Policies::policy_state(policy).unwrap().renewal.unwrap();
			assert_eq!((shown.purse, shown.next_attempt), (1_000, Some(Moment::from(due) * HOUR)));
		});
	}

	#[test]
	fn set_renewal_should_add_to_the_purse_when_it_is_set_again() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let money = usd(ALICE);
			assert_ok!(set(policy, 60 * DAY, 1_200, 200));
			assert_eq!((purse(policy), money - usd(ALICE), held(ALICE)), (1_200, 200, 2 * DEPOSIT));
			assert_ok!(set(policy, 60 * DAY, 1, 0));
			assert_eq!((purse(policy), renewal(policy).max_premium), (1_200, 1));
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
			System::assert_last_event(Event::RenewalEnded { policy, holder: ALICE, purse: 1_000 }.into());
			assert_noop!(end(policy), Error::<Test>::NoRenewal);
		});
	}

	#[test]
	fn set_renewal_should_be_refused_when_it_is_not_allowed() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			assert_noop!(set(9, 30 * DAY, 1, 1), Error::<Test>::UnknownPolicy);
			assert_noop!(set(policy, 30 * DAY, 101, 100), Error::<Test>::PurseTooSmall);
			assert_noop!(set(policy, 7 * DAY - 1, 1, 1), Error::<Test>::PeriodOutOfRange);
			assert_noop!(set(policy, 365 * DAY + 1, 1, 1), Error::<Test>::PeriodOutOfRange);
			assert_noop!(
				Policies::set_renewal(RuntimeOrigin::signed(BOB), policy, None),
				Error::<Test>::NotHolder
			);
			let token = sp_runtime::TokenError::FundsUnavailable;
			assert!(set(policy, 30 * DAY, 1, 10 * MONEY).is_err_and(
				|error| error == token.into() || error == pallet_assets::Error::<Test>::BalanceLow.into()
			));
			opened(1);
			assert_ok!(register(policy, 1, 100_000));
			settled(1);
			assert_noop!(set(policy, 30 * DAY, 1, 1), Error::<Test>::NothingLeft);
			let other = buy(100_000, 30 * DAY);
			pass(30 * DAY);
			assert_noop!(set(other, 30 * DAY, 1, 1), Error::<Test>::TooLate);
		});
	}

	/// Guard: who may know of an event does not order what goes on in spite of it.
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
			assert_eq!(purse(policy), 1_000);
			pass(HOUR);
			idle();
			assert_eq!(purse(policy), 1_000 - PREMIUM);
		});
	}

	/// The smallest balance of the asset is another one from now on.
	fn set_smallest(least: Balance) {
		let origin = RuntimeOrigin::root();
		let status = Assets::force_asset_status(origin, 1, 100, 100, 100, 100, least, true, false);
		assert_ok!(status);
	}

	/// Guard: a purse that would leave dust takes nothing of the others' with it.
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
			assert_ok!(NativeAndAssets::mint_into(USD, &account(), 49));
			assert_ok!(end(one));
			assert_eq!((usd(ALICE) - money, usd(account())), (1_000, 52));
		});
	}
}

mod attempts {
	use super::*;

	#[test]
	fn renewal_should_extend_the_policy_in_its_last_day() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let first = stored(policy);
			pass_to(policy, DAY + 1);
			idle();
			assert_eq!((stored(policy), failures()), (first.clone(), vec![]));
			pass(1);
			let before = unearned(policy);
			idle();
			let after = stored(policy);
			assert_eq!((after.ends_at, after.expires), (first.ends_at + 30 * DAY, first.expires + 30 * DAY));
			assert_eq!((after.premium, purse(policy)), (first.premium + PREMIUM, 1_000 - PREMIUM));
			assert_eq!(unearned(policy), before + (U256::from(PREMIUM) << 64));
			assert_eq!(usd(account()), 1_000 - PREMIUM);
			System::assert_last_event(
				Event::Renewed {
					policy,
					premium: PREMIUM,
					old_ends_at: first.ends_at,
					ends_at: after.ends_at,
					purse: 1_000 - PREMIUM,
				}
				.into(),
			);
			let last = Renewed::<Test>::get(policy).unwrap();
			assert_eq!(
				(last.at, last.old_ends_at, last.old_expires),
				(Now::get(), first.ends_at, first.expires)
			);
			assert_eq!((last.premium, last.incident), (PREMIUM, None));
			assert_eq!(U256::from(last.before), (before >> 64) + 1);
			// And so on.
			pass_to(policy, DAY);
			idle();
			assert_eq!(stored(policy).ends_at, first.ends_at + 60 * DAY);
		});
	}

	#[test]
	fn renewal_should_cost_what_extending_costs() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			change_line(PRODUCT, POOL, |line| line.exposure += 6_000_000);
			pass_to(policy, DAY);
			let money = usd(ALICE);
			frame_support::storage::with_transaction(|| {
				assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 30 * DAY, 500));
				frame_support::storage::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			})
			.unwrap();
			assert_eq!(usd(ALICE), money);
			idle();
			let [.., Event::Extended { premium: paid, .. }, Event::Renewed { premium, .. }] = &events()[..]
			else {
				panic!("{:?}", events())
			};
			assert_eq!(paid, premium);
			assert_eq!(money - usd(ALICE), 0);
			assert!(*premium > PREMIUM);
		});
	}

	#[test]
	fn renewal_should_be_as_long_as_the_terms_allow() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			assert_ok!(set(policy, 365 * DAY, 3_000, 3_000));
			let ends_at = stored(policy).ends_at;
			pass_to(policy, DAY);
			idle();
			assert_eq!((stored(policy).ends_at, failures()), (ends_at + 365 * DAY, vec![]));
		});
	}

	#[test]
	fn renewal_should_be_tried_again_every_six_hours_when_it_fails() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let before = stored(policy);
			pass_to(policy, DAY);
			FeedPrice::set(&None);
			for hour in 0..18 {
				idle();
				assert_eq!(failures().len(), hour / 6 + 1, "after {hour} hours");
				pass(HOUR);
			}
			assert!(failures().iter().all(|error| *error == Error::<Test>::FeedStale.into()));
			assert_eq!((stored(policy), purse(policy)), (before.clone(), 1_000));
			set_price(ONE);
			idle();
			assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY);
		});
	}

	#[test]
	fn renewal_should_lapse_when_cover_has_ended() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(100_000, 30 * DAY);
			let money = usd(ALICE);
			assert_ok!(set(policy, 30 * DAY, 500, 1_000));
			pass_to(policy, DAY);
			set_price(ONE / 2);
			for _ in 0..25 {
				idle();
				pass(HOUR);
			}
			assert_eq!(failures(), [Error::<Test>::FeedBreached.into(); 4]);
			System::assert_last_event(Event::RenewalLapsed { policy, holder: ALICE, purse: 1_000 }.into());
			assert_eq!((money - usd(ALICE), held(ALICE)), (0, DEPOSIT));
			assert_eq!((Renewals::<Test>::get(policy), RenewalsDue::<Test>::iter().count()), (None, 0));
		});
	}

	#[test]
	fn renewal_should_lapse_when_all_is_claimed() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			opened(1);
			assert_ok!(register(policy, 1, 100_000));
			pass_to(policy, DAY);
			idle();
			System::assert_last_event(Event::RenewalLapsed { policy, holder: ALICE, purse: 1_000 }.into());
		});
	}

	#[test]
	fn purse_should_wait_when_the_holder_cannot_receive_it() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			assert_noop!(set(policy, 30 * DAY, 0, 0), Error::<Test>::PurseTooSmall);
			assert_ok!(set(policy, 30 * DAY, 1, 0));
			assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, ALICE));
			pass(31 * DAY);
			idle();
			let [.., Event::PurseNotPaid { purse: kept, .. }] = events()[..] else {
				panic!("{:?}", events())
			};
			assert_eq!((kept, purse(policy), renewal(policy).due), (1_000, 1_000, None));
			assert_eq!(Policies::policy_state(policy).unwrap().renewal.unwrap().next_attempt, None);
			assert_noop!(renew(policy), Error::<Test>::NotDue);
			assert_noop!(end(policy), Error::<Test>::NotReceived);
			pass(60 * DAY);
			let prune = || Policies::prune(RuntimeOrigin::signed(BOB), policy);
			assert_noop!(prune().map_err(|error| error.error), Error::<Test>::NotReceived);
			assert_ok!(Assets::thaw(RuntimeOrigin::signed(100), 1, ALICE));
			let money = usd(ALICE);
			assert_ok!(end(policy));
			assert_eq!(usd(ALICE) - money, 1_000);
		});
	}

	#[test]
	fn attempt_should_be_put_off_when_the_policy_was_extended() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 10 * DAY, 500));
			pass(29 * DAY);
			let before = (stored(policy), events().len());
			assert_noop!(renew(policy), Error::<Test>::NotDue);
			idle();
			assert_eq!((stored(policy), events().len()), before);
			let due = u32::try_from((START + 39 * DAY) / HOUR).unwrap();
			assert_eq!(renewal(policy).due, Some(due));
			pass(10 * DAY);
			idle();
			assert_eq!(stored(policy).ends_at, START + 70 * DAY);
		});
	}

	#[test]
	fn renew_should_be_free_when_something_is_done() {
		use frame_support::pallet_prelude::Pays;
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			assert_noop!(renew(9), Error::<Test>::UnknownPolicy);
			assert_noop!(renew(policy), Error::<Test>::NotDue);
			pass_to(policy, DAY);
			let done = Policies::renew(RuntimeOrigin::signed(BOB), policy).unwrap();
			assert_eq!(done.pays_fee, Pays::No);
			assert_eq!(purse(policy), 1_000 - PREMIUM);
			assert_noop!(renew(policy), Error::<Test>::NotDue);
			pass(31 * DAY);
			assert_ok!(renew(policy));
			assert_eq!(Renewals::<Test>::get(policy), None);
			assert_noop!(renew(policy), Error::<Test>::NoRenewal);
		});
	}

	#[test]
	fn renew_should_be_refused_with_the_reason_when_it_cannot_be_done() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			let no = |error: Error<Test>| {
				assert_noop!(renew(policy), error);
			};
			set_price(ONE / 2);
			no(Error::FeedBreached);
			FeedPrice::set(&None);
			no(Error::FeedStale);
			set_price(ONE);
			<Policies as OnIncident>::readiness(PRODUCT, false);
			no(Error::TriggerNotReady);
			<Policies as OnIncident>::readiness(PRODUCT, true);
			RefuseOpen::set(&true);
			assert_noop!(renew(policy), DispatchError::Other("refused"));
			RefuseOpen::set(&false);
			change_line(PRODUCT, POOL, |line| line.exposure = 99_999);
			no(Error::NoCapacity);
			change_line(PRODUCT, POOL, |line| line.exposure = 100_000);
			assert_ok!(Policies::update_terms(
				RuntimeOrigin::root(),
				PRODUCT,
				Terms { wording: [8; 32], ..terms() },
				uri()
			));
			no(Error::TermsChanged);
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
			let all = one.saturating_add(Weights::renew());
			for (limit, used) in [
				(Weight::zero(), Weight::zero()),
				(round, round),
				(all - Weight::from_parts(1, 0), one),
				(all - Weight::from_parts(0, 1), one),
			] {
				assert_eq!(Policies::on_idle(1, limit), used);
				assert_eq!(purse(policy), 1_000, "nothing is done");
			}
			assert_eq!(Policies::on_idle(1, all), all);
			assert_eq!(purse(policy), 1_000 - PREMIUM);
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
			while purse(policy) == 1_000 {
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
			let done = || policies.iter().filter(|policy| purse(**policy) < 1_000).count();
			let used = idle_block();
			let visits = Weights::renew().saturating_mul(u64::from(MAX_RENEWALS));
			let looks = Weights::due_hour().saturating_mul(u64::from(MAX_RENEWALS) + 1);
			assert_eq!(used, Weights::due_round().saturating_add(visits).saturating_add(looks));
			assert_eq!(done(), MAX_RENEWALS as usize);
			idle_block();
			assert_eq!(done(), policies.len());
		});
	}

	/// Guard: those that fail make way for those behind them.
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
			assert!(purse(policy) < 1_000);
			assert_eq!(failures(), vec![Error::<Test>::PremiumAboveLimit.into(); poor.len()]);
		});
	}
}

mod incidents {
	use super::*;

	/// A policy whose renewal is made a day after an event, while the incident is open. What it was before, and when the
	/// event was.
	fn renewed_under_incident() -> (PolicyId, crate::PolicyOf<Test>, Moment) {
		let policy = renewed_policy();
		let before = stored(policy);
		pass_to(policy, 2 * DAY);
		let occurred_at = Now::get();
		opened(1);
		<Policies as OnIncident>::readiness(PRODUCT, false);
		change_line(PRODUCT, POOL, |line| line.frozen = true);
		pass(DAY);
		idle();
		assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY, "{:?}", failures());
		(policy, before, occurred_at)
	}

	#[test]
	fn renewal_should_go_on_while_an_incident_is_open() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, _) = renewed_under_incident();
			assert_noop!(
				Policies::extend(RuntimeOrigin::signed(ALICE), policy, DAY, 500),
				Error::<Test>::IncidentOpen
			);
			rejected(1);
			pass(20 * DAY);
			assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY);
			assert_eq!(assess(policy, &finding(0)), Some(100_000));
		});
	}

	#[test]
	fn renewal_should_stand_when_the_policy_gets_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, _) = renewed_under_incident();
			settled(1);
			assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY);
			assert!(Renewed::<Test>::contains_key(policy));
		});
	}

	#[test]
	fn renewal_should_stand_when_the_event_is_after_it() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, _) = renewed_under_incident();
			assert_ok!(register_at(policy, 1, Now::get(), 1_000));
			assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY);
			assert_eq!(purse(policy), 1_000 - PREMIUM);
		});
	}

	/// Guard: who is paid for an event before a renewal does not keep the later cover.
	#[test]
	fn renewal_should_be_void_when_the_event_was_before_it() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, occurred_at) = renewed_under_incident();
			let last = Renewed::<Test>::get(policy).unwrap();
			pass(10 * DAY);
			let held = usd(pool_account(POOL));
			let refund = unearned(policy) * U256::from(last.premium)
				/ U256::from(last.premium + last.before)
				/ U256::from(STREAM_SCALE);
			let refund = refund.as_u128();
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			let after = stored(policy);
			assert_eq!((after.ends_at, after.expires), (before.ends_at, before.expires));
			assert_eq!((left(policy), after.last_claim), (75_000, Some(1)));
			// 20 of 30 days are not earned, a bit more as it was renewed a day before.
			assert!(refund > PREMIUM * 60 / 100 && refund < PREMIUM * 70 / 100, "{refund}");
			let money = 1_000 - PREMIUM + refund;
			assert_eq!((purse(policy), held - usd(pool_account(POOL))), (money, refund));
			assert_eq!(usd(account()), money);
			assert!(!Renewed::<Test>::contains_key(policy));
			let voided = Event::RenewalVoided {
				policy,
				incident: 1,
				refund,
				purse: money,
				old_ends_at: before.ends_at + 30 * DAY,
				ends_at: before.ends_at,
				expires: before.expires,
			};
			System::assert_has_event(voided.into());
			// The old end is over, and what was left for it is earned.
			assert!(unearned(policy).is_zero());
			settled(1);
			// The purse is paid out, as cover has ended.
			let alice = usd(ALICE);
			pass(HOUR);
			idle();
			assert_eq!((usd(ALICE) - alice, Renewals::<Test>::get(policy)), (money, None));
		});
	}

	/// Guard: nothing is paid for an event in the time that is void.
	#[test]
	fn claim_should_be_nothing_when_the_event_is_in_the_voided_time() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, _, occurred_at) = renewed_under_incident();
			pass(10 * DAY);
			let later = finding(0);
			assert_eq!(assess(policy, &later), Some(100_000));
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			settled(1);
			assert_eq!(assess(policy, &later), None);
		});
	}

	/// Guard: who could not claim without his renewal has needed it, and pays for it.
	#[test]
	fn renewal_should_stand_when_there_was_no_claim_without_it() {
		ExtBuilder::default().with_terms(|terms| terms.grace = DAY).build_and_execute(|| {
			let policy = renewed_policy();
			let before = stored(policy);
			pass_to(policy, DAY);
			let occurred_at = Now::get();
			pass(1);
			idle();
			pass(2 * DAY);
			opened(1);
			assert!(before.expired(Active::get()));
			let left = purse(policy);
			assert_ok!(register_at(policy, 1, occurred_at, 1_000));
			assert_eq!((stored(policy).ends_at, purse(policy)), (before.ends_at + 30 * DAY, left));
		});
	}

	/// Guard: between two attempts of the chain anybody may try.
	#[test]
	fn renew_should_be_possible_between_the_attempts() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			FeedPrice::set(&None);
			idle();
			assert_eq!(failures(), [Error::<Test>::FeedStale.into()]);
			pass(HOUR);
			set_price(ONE);
			idle();
			assert_eq!(purse(policy), 1_000);
			assert_ok!(renew(policy));
			assert_eq!(purse(policy), 1_000 - PREMIUM);
			assert_noop!(renew(policy), Error::<Test>::NotDue);
		});
	}

	/// Guard: a renewal is taken back once.
	#[test]
	fn renewal_should_be_void_only_once() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, occurred_at) = renewed_under_incident();
			assert_ok!(register_at(policy, 1, occurred_at, 1_000));
			settled(1);
			let money = purse(policy);
			opened(2);
			assert_ok!(register_at(policy, 2, occurred_at, 1_000));
			assert_eq!((stored(policy).ends_at, purse(policy)), (before.ends_at, money));
		});
	}

	/// Guard: all that was renewed while an incident was open is void with it.
	#[test]
	fn renewals_should_be_void_together_when_they_were_made_under_one_incident() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = buy(1_000_000, 30 * DAY);
			assert_ok!(set(policy, 7 * DAY, 600, 3_000));
			let before = stored(policy);
			pass_to(policy, 2 * DAY);
			let occurred_at = Now::get();
			opened(1);
			for _ in 0..24 {
				pass(DAY);
				idle();
			}
			assert_eq!(stored(policy).ends_at, before.ends_at + 28 * DAY);
			let paid = 3_000 - purse(policy);
			let last = Renewed::<Test>::get(policy).unwrap();
			assert_eq!((last.old_ends_at, last.at), (before.ends_at, before.ends_at - DAY));
			let unearned = unearned(policy);
			assert!(U256::from(last.premium + last.before) * U256::from(STREAM_SCALE) >= unearned);
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			assert_eq!(stored(policy).ends_at, before.ends_at);
			let refund = purse(policy) + paid - 3_000;
			assert!(refund > 0 && refund <= paid && U256::from(refund) <= unearned / STREAM_SCALE);
		});
	}

	#[test]
	fn refund_should_wait_when_the_holder_has_ended_the_renewal() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, _, occurred_at) = renewed_under_incident();
			assert_ok!(end(policy));
			assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, ALICE));
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			let refund = purse(policy);
			assert!(refund > 0);
			assert_eq!((renewal(policy).due, renewal(policy).ticket), (None, None));
			assert_ok!(Assets::thaw(RuntimeOrigin::signed(100), 1, ALICE));
			let (money, deposits) = (usd(ALICE), held(ALICE));
			assert_ok!(end(policy));
			assert_eq!((usd(ALICE) - money, held(ALICE)), (refund, deposits));
		});
	}

	/// Guard: a claim is booked whatever becomes of the renewal.
	#[test]
	fn claim_should_be_booked_when_the_renewal_cannot_be_taken_back() {
		ExtBuilder::default().build_and_execute(|| {
			let (policy, before, occurred_at) = renewed_under_incident();
			RefuseShorten::set(&true);
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			assert_eq!((left(policy), stored(policy).ends_at), (75_000, before.ends_at + 30 * DAY));
			// The words of an error are not kept in events.
			let error = DispatchError::Other("");
			System::assert_has_event(Event::RenewalKept { policy, incident: 1, error }.into());
		});
	}

	#[test]
	fn renewal_should_be_void_in_all_pools_of_the_policy() {
		ExtBuilder::default().build_and_execute(|| {
			for pool in [1, 2] {
				add_pool(PRODUCT, pool, CAPACITY);
				change_line(PRODUCT, pool, |line| line.largest = 300_000);
			}
			change_line(PRODUCT, POOL, |line| line.largest = 600_000);
			let policy = buy(1_000_000, 30 * DAY);
			assert_ok!(set(policy, 30 * DAY, 5_000, 5_000));
			pass_to(policy, DAY);
			let occurred_at = Now::get() - 1;
			idle();
			let last = Renewed::<Test>::get(policy).unwrap();
			let all = unearned(policy) / STREAM_SCALE;
			assert_eq!(all, U256::from(last.premium + last.before - 1));
			opened(1);
			assert_ok!(register_at(policy, 1, occurred_at, 25_000));
			let refund = purse(policy) + last.premium - 5_000;
			assert!(refund <= last.premium && refund >= last.premium - 3, "{refund} of {last:?}");
		});
	}
}

mod attacks {
	use super::*;

	/// Guard: nothing is renewed for less than its price.
	#[test]
	fn renewal_should_not_be_made_when_the_cap_or_the_purse_is_below_the_price() {
		ExtBuilder::default().build_and_execute(|| {
			let (capped, empty) = (buy(100_000, 30 * DAY), buy(100_000, 30 * DAY));
			assert_ok!(set(capped, 30 * DAY, SECOND_PREMIUM - 1, 1_000));
			assert_ok!(set(empty, 30 * DAY, SECOND_PREMIUM, SECOND_PREMIUM));
			let ends = [capped, empty].map(|policy| stored(policy).ends_at);
			Renewals::<Test>::mutate_extant(empty, |renewal| {
				renewal.purse -= 1;
				renewal.max_premium = Balance::MAX;
			});
			pass_to(capped, DAY);
			assert_noop!(renew(capped), Error::<Test>::PremiumAboveLimit);
			assert_noop!(renew(empty), Error::<Test>::PurseTooSmall);
			idle();
			assert_eq!([capped, empty].map(|policy| stored(policy).ends_at), ends);
		});
	}

	/// Guard: a purse is spent once. Others' money on the account is not touched.
	#[test]
	fn renewal_should_stop_when_the_purse_is_used_up() {
		ExtBuilder::default().build_and_execute(|| {
			let (rich, policy) = (renewed_policy(), buy(100_000, 30 * DAY));
			assert_ok!(set(policy, 30 * DAY, SECOND_PREMIUM, SECOND_PREMIUM));
			pass_to(policy, DAY);
			idle();
			assert_eq!((purse(policy), purse(rich)), (0, 1_000 - SECOND_PREMIUM));
			pass_to(policy, DAY);
			assert_noop!(renew(policy), Error::<Test>::PurseTooSmall);
		});
	}

	/// Guard: a renewal is no way around a product that is not sold.
	#[test]
	fn renewal_should_not_be_made_when_the_product_is_paused() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let status = |status| {
				assert_ok!(Policies::set_status(RuntimeOrigin::root(), PRODUCT, status));
			};
			pass_to(policy, DAY);
			status(ProductStatus::Paused);
			assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
			opened(1);
			assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
			status(ProductStatus::Retired);
			assert_noop!(renew(policy), Error::<Test>::ProductNotForSale);
		});
	}

	/// Guard: a pool is not bound for longer than it chose.
	#[test]
	fn renewal_should_not_be_made_when_the_pool_has_lowered_its_weight() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			change_line(PRODUCT, POOL, |line| line.capacity = 99_999);
			assert!(renew(policy).is_err());
			change_line(PRODUCT, POOL, |line| line.capacity = 1_000_000);
			assert_ok!(renew(policy));
		});
	}

	/// Guard: more cover that is bought after a renewal does not come back with it.
	#[test]
	fn refund_should_not_be_above_what_was_paid_when_cover_was_added() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			let occurred_at = Now::get() - 1;
			idle();
			let ends_at = stored(policy).ends_at;
			assert_ok!(Policies::increase(RuntimeOrigin::signed(ALICE), policy, 900_000, Balance::MAX));
			opened(1);
			assert_ok!(register_at(policy, 1, occurred_at, 1_000));
			assert_eq!((purse(policy), stored(policy).ends_at), (1_000 - PREMIUM, ends_at));
		});
	}

	#[test]
	fn renewal_should_be_confirmed_when_the_policy_is_extended_by_hand() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			let occurred_at = Now::get() - 1;
			idle();
			assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, DAY, 500));
			let ends_at = stored(policy).ends_at;
			opened(1);
			assert_ok!(register_at(policy, 1, occurred_at, 1_000));
			assert_eq!((purse(policy), stored(policy).ends_at), (1_000 - PREMIUM, ends_at));
		});
	}

	/// Guard: who decreases his cover first does not get more back.
	#[test]
	fn refunds_should_not_be_above_what_was_paid_when_cover_was_given_back() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			pass_to(policy, DAY);
			let occurred_at = Now::get() - 1;
			idle();
			let (all, money) = (unearned(policy) / STREAM_SCALE, usd(ALICE));
			assert_ok!(Policies::decrease(RuntimeOrigin::signed(ALICE), policy, 50_000, 0));
			opened(1);
			assert_ok!(register_at(policy, 1, occurred_at, 1_000));
			let back = usd(ALICE) - money + purse(policy) + PREMIUM - 1_000;
			assert!(U256::from(back) <= all, "{back} of {all}");
		});
	}

	/// Guard: a purse is not given away with the policy.
	#[test]
	fn purse_should_go_to_the_old_holder_when_the_policy_is_given_away() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let (alice, bob) = (usd(ALICE), usd(BOB));
			assert_ok!(Policies::transfer(RuntimeOrigin::signed(ALICE), policy, BOB));
			assert_eq!((usd(ALICE) - alice, usd(BOB), held(ALICE)), (1_000, bob, DEPOSIT));
			assert_eq!(Renewals::<Test>::get(policy), None);
			pass(29 * DAY);
			assert_noop!(renew(policy), Error::<Test>::NoRenewal);
		});
	}

	#[test]
	fn transfer_should_be_refused_when_the_purse_cannot_be_paid() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, ALICE));
			assert_noop!(
				Policies::transfer(RuntimeOrigin::signed(ALICE), policy, BOB),
				Error::<Test>::NotReceived
			);
		});
	}

	#[test]
	fn purse_should_be_paid_out_when_the_policy_is_cancelled_or_pruned() {
		ExtBuilder::default().build_and_execute(|| {
			let (one, two) = (renewed_policy(), renewed_policy());
			pass_to(one, DAY);
			idle();
			let money = usd(ALICE);
			assert_ok!(Policies::cancel(RuntimeOrigin::signed(ALICE), one, 0));
			assert!(usd(ALICE) - money > 1_000 - SECOND_PREMIUM);
			assert!(!Renewals::<Test>::contains_key(one) && !Renewed::<Test>::contains_key(one));
			pass(90 * DAY);
			let money = usd(ALICE);
			assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), two));
			assert_eq!(usd(ALICE) - money, 1_000 - SECOND_PREMIUM);
			assert!(!Renewals::<Test>::contains_key(two) && !Renewed::<Test>::contains_key(two));
			assert_eq!(held(ALICE), 0);
		});
	}

	/// Guard: money that is sent to the account changes nothing, and a purse is never more than what was paid in.
	#[test]
	fn purse_should_not_grow_by_gifts() {
		ExtBuilder::default().build_and_execute(|| {
			let policy = renewed_policy();
			let gift = NativeAndAssets::transfer(
				USD,
				&BOB,
				&account(),
				5_000,
				frame_support::traits::tokens::Preservation::Preserve,
			);
			assert_ok!(gift);
			assert_ok!(end(policy));
			assert_eq!(NativeAndAssets::balance(USD, &account()), 5_000);
		});
	}
}

mod checks {
	use super::*;
	use frame_support::storage::{with_transaction, TransactionOutcome};

	/// What the invariants say of a state that `corrupt` makes of a policy that was renewed. Nothing of it is left.
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
		let more = |id| Renewals::<Test>::mutate_extant(id, |renewal| renewal.purse += 2);
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
