// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 that concern policies. Each test fails when its guard
//! is taken out.

use super::mock::*;
use crate::{Error, NextPolicy, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, traits::fungibles::Mutate};

fn buying() -> sp_runtime::DispatchResult {
	plain(Policies::buy(RuntimeOrigin::signed(ALICE), order(1_000, 30 * DAY), None))
}

#[test]
fn cover_should_not_pay_when_bought_after_the_event() {
	ExtBuilder::default().with_terms(|terms| terms.waiting = 0).build_and_execute(|| {
		// Even without a waiting time.
		let event = TestClock::now();
		pass(1);
		let policy = buy(1_000, 30 * DAY);
		pass(DAY);
		assert_eq!(assess(policy, &Finding { occurred_at: event, ..finding(0) }), None);
	});
}

#[test]
fn cover_should_not_pay_when_the_event_is_in_the_waiting_time() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(DAY - 1);
		let early = finding(0);
		pass(1);
		let due = finding(0);
		assert_eq!((assess(policy, &early), assess(policy, &due)), (None, Some(1_000)));
	});
}

#[test]
fn cover_should_not_pay_when_the_incident_is_dated_back() {
	ExtBuilder::default().build_and_execute(|| {
		pass(10 * DAY);
		let policy = buy(1_000, 30 * DAY);
		pass(5 * DAY);
		// The incident is opened while the policy is in force. The events are before the purchase,
		// at it, and in the waiting time.
		for ago in [15 * DAY, 5 * DAY, 4 * DAY + 1] {
			let back = Finding { occurred_at: TestClock::now() - ago, ..finding(0) };
			assert_eq!(assess(policy, &back), None);
		}
		let after = Finding { occurred_at: TestClock::now() - 4 * DAY, ..finding(0) };
		assert_eq!(assess(policy, &after), Some(1_000));
	});
}

#[test]
fn cover_should_not_be_sold_when_the_event_can_be_seen() {
	ExtBuilder::default().build_and_execute(|| {
		// The price has fallen; the average has not yet.
		set_price(trigger().threshold);
		assert_noop!(buying(), Error::<Test>::FeedBreached);
		// The feed went silent before it could show it.
		FeedPrice::set(&None);
		assert_noop!(buying(), Error::<Test>::FeedStale);
		FeedPrice::set(&Some(Price { value: ONE, oldest: 0, fresh_until: TestClock::now() }));
		assert_noop!(buying(), Error::<Test>::FeedStale);
		// The price is back, but the trigger has not re-armed.
		set_price(ONE);
		set_ready(PRODUCT, false);
		assert_noop!(buying(), Error::<Test>::TriggerNotReady);
		// Armed again, but an incident is still being settled.
		set_ready(PRODUCT, true);
		opened(1);
		assert_noop!(buying(), Error::<Test>::IncidentOpen);
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert_ok!(buying());
	});
}

#[test]
fn purchases_should_never_be_cheaper_when_split() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 7_500_000);
		let whole = quoted(PRODUCT, 1_000_000, 90 * DAY).unwrap().premium;
		let before = usd(ALICE);
		for _ in 0..10 {
			buy(100_000, 90 * DAY);
		}
		let split = before - usd(ALICE);
		assert!(split >= whole && split <= whole + 10, "{split} for the pieces of {whole}");
	});
}

#[test]
fn periods_should_never_be_cheaper_when_split() {
	ExtBuilder::default().build_and_execute(|| {
		let price = |days| quoted(PRODUCT, 100_000, days * DAY).unwrap().premium;
		assert!(price(10) + price(20) > price(30));
	});
}

#[test]
fn short_policies_should_pay_for_the_capacity_they_lock() {
	let price = |grace| {
		let mut premium = 0;
		ExtBuilder::default()
			.with_terms(|terms| {
				terms.min_period = DAY + 1;
				terms.grace = grace;
				terms.price.at_kink = ONE;
				terms.price.at_full = ONE;
			})
			.build_and_execute(|| {
				premium = quoted(PRODUCT, 1_000_000, 2 * DAY).unwrap().premium;
			});
		premium
	};
	// Two days of cover bind capital for sixteen. Nine of them are paid: seven are half the grace.
	assert_eq!(price(0), (1_000_000 * 2u128).div_ceil(50 * 365));
	assert_eq!(price(14 * DAY), (1_000_000 * 9u128).div_ceil(50 * 365));
}

#[test]
fn claims_should_never_exceed_the_cover() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 300 * DAY);
		pass(2 * DAY);
		let mut paid = 0;
		for incident in 1..10 {
			opened(incident);
			// If no cover is left of a policy, no pool has to pay.
			let error = if paid < 1_000 { Error::<Test>::AboveCoverLeft } else { Error::<Test>::WrongShares };
			assert_noop!(register(policy, incident, 1_001 - paid), error);
			if let Some(amount) = assess(policy, &finding(0)) {
				let part = amount.min(300);
				assert_ok!(register(policy, incident, part));
				paid += part;
			}
			<Policies as OnIncident>::settled(incident, PRODUCT);
		}
		assert_eq!(paid, 1_000);
		assert_eq!(exposure(PRODUCT, POOL), 0);
	});
}

#[test]
fn claims_should_be_registered_once_an_incident() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 300 * DAY);
		opened(7);
		assert_ok!(register(policy, 7, 300));
		assert_noop!(register(policy, 7, 300), Error::<Test>::AlreadyRegistered);
		// Nor after it was paid, nor under an incident before it.
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 7);
		assert_noop!(register(policy, 7, 300), Error::<Test>::AlreadyRegistered);
		<Policies as OnIncident>::settled(7, PRODUCT);
		opened(3);
		assert_noop!(register(policy, 3, 300), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn claims_should_not_be_registered_when_another_products_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(list(listing(trigger(), terms())));
		let policy = buy(1_000, 300 * DAY);
		<Policies as OnIncident>::opened(1, 1);
		assert_noop!(register(policy, 1, 300), Error::<Test>::WrongIncident);
	});
}

#[test]
fn claims_should_end_when_the_policy_expires() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(29 * DAY);
		let event = TestClock::now();
		// In the grace, an incident still finds the policy after a halt of any length.
		halt(100 * DAY);
		pass(15 * DAY - 1);
		let late = Finding { occurred_at: event, ..finding(0) };
		assert_eq!(assess(policy, &late), Some(1_000));
		pass(1);
		assert_eq!(assess(policy, &Finding { occurred_at: event, ..finding(0) }), None);
		// The incident opened in time stays good for any length of time.
		pass(100 * DAY);
		assert_eq!(assess(policy, &late), Some(1_000));
	});
}

#[test]
fn records_should_not_be_pruned_under_an_incident_opened_in_the_grace() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(43 * DAY);
		opened(1);
		let finding = Finding { occurred_at: START + 20 * DAY, ..finding(0) };
		pass(30 * DAY);
		assert_noop!(Policies::prune(RuntimeOrigin::signed(BOB), policy), Error::<Test>::IncidentOpen);
		assert_eq!(assess(policy, &finding), Some(1_000));
		assert_ok!(register(policy, 1, 1_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		// Settled is not paid: the holder to be paid is still known.
		assert_noop!(Policies::prune(RuntimeOrigin::signed(BOB), policy), Error::<Test>::ClaimOpen);
		assert_eq!(<Policies as CoverBook<AccountId>>::holder(policy), Some(ALICE));
	});
}

#[test]
fn donations_should_change_no_price() {
	ExtBuilder::default().build_and_execute(|| {
		let before = quoted(PRODUCT, 1_000, 30 * DAY);
		let pool = pool_account(POOL);
		assert_ok!(<AllAssets as Mutate<AccountId>>::transfer(
			USD,
			&BOB,
			&pool,
			1_000_000,
			frame_support::traits::tokens::Preservation::Expendable
		));
		assert_eq!(quoted(PRODUCT, 1_000, 30 * DAY), before);
	});
}

#[test]
fn refusals_should_leave_no_trace_when_the_pool_is_the_last_to_refuse() {
	ExtBuilder::default().build_and_execute(|| {
		RefuseOpen::set(&true);
		for _ in 0..3 {
			assert!(buying().is_err());
		}
		assert_eq!(usd(ALICE), MONEY);
		assert_eq!(NextPolicy::<Test>::get(), 0);
		assert_eq!(Stored::<Test>::iter().count(), 0);
		assert_eq!(exposure(PRODUCT, POOL), 0);
	});
}

#[test]
fn weights_should_not_be_below_the_databases_cost() {
	use crate::WeightInfo;
	use frame_support::weights::constants::ParityDbWeight;
	let db = ParityDbWeight::get();
	// The least that each call reads and writes. The purchase is from one pool.
	for (weight, reads, writes) in [
		(<() as WeightInfo>::buy(), 20, 10),
		(<() as WeightInfo>::cancel(), 12, 10),
		(<() as WeightInfo>::prune(), 4, 3),
	] {
		assert!(weight.all_gte(db.reads_writes(reads, writes)));
	}
}

#[test]
fn try_state_should_see_a_policy_that_expires_too_late() {
	use breakwater_primitives::DAY;
	use sp_runtime::DispatchError::Other;
	ExtBuilder::default().build_and_execute(|| {
		let id = buy(100_000, 30 * DAY);
		let stored = crate::Policies::<Test>::get(id).unwrap();
		let try_with = |expires| {
			crate::Policies::<Test>::insert(id, crate::Policy { expires, ..stored.clone() });
			Policies::do_try_state()
		};
		// Active time stands still: one millisecond more is from the future.
		assert_eq!(try_with(stored.expires + 1), Err(Other("a policy was bought in the future")));
		assert_eq!(try_with(START + 44 * DAY + 1), Err(Other("a policy expires after its period and grace")));
		assert_eq!(
			try_with(44 * DAY - 1),
			Err(Other("a policy expires before its period and grace are over"))
		);
		assert_eq!(try_with(stored.expires), Ok(()));
	});
}
