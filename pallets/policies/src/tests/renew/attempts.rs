// SPDX-License-Identifier: Apache-2.0

//! The cases in which a policy is renewed, and those in which it is not.

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
		assert_eq!((after.premium, renewal_balance(policy)), (first.premium + PREMIUM, 1_000 - PREMIUM));
		assert_eq!(unearned(policy), before + (U256::from(PREMIUM) << 64));
		assert_eq!(usd(account()), 1_000 - PREMIUM);
		System::assert_last_event(
			Event::Renewed {
				policy,
				premium: PREMIUM,
				old_ends_at: first.ends_at,
				ends_at: after.ends_at,
				renewal_balance: 1_000 - PREMIUM,
			}
			.into(),
		);
		let last = Renewed::<Test>::get(policy).unwrap();
		assert_eq!(
			(last.at, last.old_ends_at, last.old_expires),
			(TestClock::now(), first.ends_at, first.expires)
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
		assert_eq!((stored(policy), renewal_balance(policy)), (before.clone(), 1_000));
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
		System::assert_last_event(
			Event::RenewalLapsed { policy, holder: ALICE, renewal_balance: 1_000 }.into(),
		);
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
		System::assert_last_event(
			Event::RenewalLapsed { policy, holder: ALICE, renewal_balance: 1_000 }.into(),
		);
	});
}

#[test]
fn purse_should_wait_when_the_holder_cannot_receive_it() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = renewed_policy();
		assert_noop!(set(policy, 30 * DAY, 0, 0), Error::<Test>::RenewalBalanceTooSmall);
		assert_ok!(set(policy, 30 * DAY, 1, 0));
		assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, ALICE));
		pass(31 * DAY);
		idle();
		let [.., Event::RenewalBalanceNotPaid { renewal_balance: kept, .. }] = events()[..] else {
			panic!("{:?}", events())
		};
		assert_eq!((kept, renewal_balance(policy), renewal(policy).due), (1_000, 1_000, None));
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
		assert_eq!(renewal_balance(policy), 1_000 - PREMIUM);
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
		set_ready(PRODUCT, false);
		no(Error::TriggerNotReady);
		set_ready(PRODUCT, true);
		RefuseOpen::set(&true);
		assert_noop!(renew(policy), DispatchError::Other("refused"));
		RefuseOpen::set(&false);
		change_line(PRODUCT, POOL, |line| line.exposure = 99_999);
		no(Error::NoCapacity);
		change_line(PRODUCT, POOL, |line| line.exposure = 100_000);
		assert_ok!(Products::update_terms(
			RuntimeOrigin::root(),
			PRODUCT,
			Terms { wording: [8; 32], ..terms() },
			uri()
		));
		no(Error::TermsChanged);
	});
}
