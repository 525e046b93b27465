// SPDX-License-Identifier: Apache-2.0

//! The effect of an incident on a renewal.

use super::*;

/// A policy whose renewal is made a day after an event, while the incident is open. Returns the
/// policy's id, its state before the renewal, and the moment of the event.
fn renewed_under_incident() -> (PolicyId, crate::PolicyOf<Test>, Moment) {
	let policy = renewed_policy();
	let before = stored(policy);
	pass_to(policy, 2 * DAY);
	let occurred_at = TestClock::now();
	opened(1);
	set_ready(PRODUCT, false);
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
			plain(Policies::extend(RuntimeOrigin::signed(ALICE), policy, DAY, 500)),
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
		assert_ok!(register_at(policy, 1, TestClock::now(), 1_000));
		assert_eq!(stored(policy).ends_at, before.ends_at + 30 * DAY);
		assert_eq!(renewal_balance(policy), 1_000 - PREMIUM);
	});
}

/// Guard: a holder paid for an event before a renewal does not keep the later cover.
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
		assert_eq!((renewal_balance(policy), held - usd(pool_account(POOL))), (money, refund));
		assert_eq!(usd(account()), money);
		assert!(!Renewed::<Test>::contains_key(policy));
		let voided = Event::RenewalVoided {
			policy,
			incident: 1,
			refund,
			renewal_balance: money,
			old_ends_at: before.ends_at + 30 * DAY,
			ends_at: before.ends_at,
			expires: before.expires,
		};
		System::assert_has_event(voided.into());
		// The old end is over, and all that was left for it is earned.
		assert!(unearned(policy).is_zero());
		settled(1);
		// The renewal balance is paid out, as cover has ended.
		let alice = usd(ALICE);
		pass(HOUR);
		idle();
		assert_eq!((usd(ALICE) - alice, Renewals::<Test>::get(policy)), (money, None));
	});
}

/// Guard: no claim is paid for an event in the time that is void.
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

/// Guard: a holder who could not claim without the renewal has needed it, and pays for it.
#[test]
fn renewal_should_stand_when_there_was_no_claim_without_it() {
	ExtBuilder::default().with_terms(|terms| terms.grace = DAY).build_and_execute(|| {
		let policy = renewed_policy();
		let before = stored(policy);
		pass_to(policy, DAY);
		let occurred_at = TestClock::now();
		pass(1);
		idle();
		pass(2 * DAY);
		opened(1);
		assert!(before.expired(TestClock::active()));
		let left = renewal_balance(policy);
		assert_ok!(register_at(policy, 1, occurred_at, 1_000));
		assert_eq!((stored(policy).ends_at, renewal_balance(policy)), (before.ends_at + 30 * DAY, left));
	});
}

/// Guard: any account may try between two attempts of the chain.
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
		assert_eq!(renewal_balance(policy), 1_000);
		assert_ok!(renew(policy));
		assert_eq!(renewal_balance(policy), 1_000 - PREMIUM);
		assert_noop!(renew(policy), Error::<Test>::NotDue);
	});
}

#[test]
fn no_purse_should_be_made_when_nothing_comes_back_of_a_renewal_that_was_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let (policy, before, occurred_at) = renewed_under_incident();
		assert_ok!(Policies::set_renewal(RuntimeOrigin::signed(ALICE), policy, None));
		assert_eq!(Renewals::<Test>::get(policy), None);
		// All of the premium is earned.
		pass(70 * DAY);
		assert_ok!(register_at(policy, 1, occurred_at, 25_000));
		assert_eq!((stored(policy).ends_at, Renewals::<Test>::get(policy)), (before.ends_at, None));
	});
}

/// Guard: a renewal is taken back once.
#[test]
fn renewal_should_be_void_only_once() {
	ExtBuilder::default().build_and_execute(|| {
		let (policy, before, occurred_at) = renewed_under_incident();
		assert_ok!(register_at(policy, 1, occurred_at, 1_000));
		settled(1);
		let money = renewal_balance(policy);
		opened(2);
		assert_ok!(register_at(policy, 2, occurred_at, 1_000));
		assert_eq!((stored(policy).ends_at, renewal_balance(policy)), (before.ends_at, money));
	});
}

/// Guard: all renewals made while an incident was open are void with it.
#[test]
fn renewals_should_be_void_together_when_they_were_made_under_one_incident() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000_000, 30 * DAY);
		assert_ok!(set(policy, 7 * DAY, 600, 3_000));
		let before = stored(policy);
		pass_to(policy, 2 * DAY);
		let occurred_at = TestClock::now();
		opened(1);
		for _ in 0..24 {
			pass(DAY);
			idle();
		}
		assert_eq!(stored(policy).ends_at, before.ends_at + 28 * DAY);
		let paid = 3_000 - renewal_balance(policy);
		let last = Renewed::<Test>::get(policy).unwrap();
		assert_eq!((last.old_ends_at, last.at), (before.ends_at, before.ends_at - DAY));
		let unearned = unearned(policy);
		assert!(U256::from(last.premium + last.before) * U256::from(STREAM_SCALE) >= unearned);
		assert_ok!(register_at(policy, 1, occurred_at, 25_000));
		assert_eq!(stored(policy).ends_at, before.ends_at);
		let refund = renewal_balance(policy) + paid - 3_000;
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
		let refund = renewal_balance(policy);
		assert!(refund > 0);
		assert_eq!((renewal(policy).due, renewal(policy).ticket), (None, None));
		assert_ok!(Assets::thaw(RuntimeOrigin::signed(100), 1, ALICE));
		let (money, deposits) = (usd(ALICE), held(ALICE));
		assert_ok!(end(policy));
		assert_eq!((usd(ALICE) - money, held(ALICE)), (refund, deposits));
	});
}

/// Guard: a claim is booked even if the renewal cannot be taken back.
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
		let occurred_at = TestClock::now() - 1;
		idle();
		let last = Renewed::<Test>::get(policy).unwrap();
		let all = unearned(policy) / STREAM_SCALE;
		assert_eq!(all, U256::from(last.premium + last.before - 1));
		opened(1);
		assert_ok!(register_at(policy, 1, occurred_at, 25_000));
		let refund = renewal_balance(policy) + last.premium - 5_000;
		assert!(refund <= last.premium && refund >= last.premium - 3, "{refund} of {last:?}");
	});
}
