// SPDX-License-Identifier: Apache-2.0

//! A depeg from the first deposit to the last payment, exact to the unit.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::Permill;

type PolicyError = breakwater_policies::Error<Runtime>;
type PoolError = breakwater_pools::Error<Runtime>;

fn incident(env: &mut Env) -> Incident {
	env.run(|| incident_of(0)).expect("incident 0")
}

/// Feeds `thousandths` every hour until the incident is decided and worked off.
fn live_through(env: &mut Env, thousandths: u128) {
	env.pass_time_with_price(27 * HOUR, thousandths);
	env.pass_blocks(3);
}

#[test]
fn buyer_should_be_charged_what_was_quoted() {
	let mut env = Env::insured(true);
	let quote =
		env.run(|| Policies::quote(0, 5_000 * USD, 30 * DAY, Permill::zero())).expect("cover is for sale");
	let before = env.usd(Who::Dave);
	assert_ok!(env.submit(buy_call(5_000 * USD), Who::Dave));
	assert_eq!(before - env.usd(Who::Dave), quote.premium);
	env.pass_blocks(1);
}

#[test]
fn policy_should_be_paid_in_full_when_the_peg_breaks() {
	let mut env = Env::insured(true);
	let before = env.usd(Who::Ferdie);
	let capital = env.run(|| Pools::state(0)).expect("pool 0").junior.assets;
	live_through(&mut env, 900);
	let state = incident(&mut env);
	assert_eq!(state.phase, Phase::Paid);
	assert_eq!((state.claims, state.claims_paid), (1, 1));
	assert_eq!(env.usd(Who::Ferdie), before + 10_000 * USD);
	let settled = state.pools.first().expect("one pool").settlement;
	assert_eq!(settled.loss, 10_000 * USD);
	assert_eq!(settled.from_pool, 10_000 * USD);
	assert_eq!(settled.funded(), Some(10_000 * USD));
	let left = env.run(|| Pools::state(0)).expect("pool 0");
	// The claim uses the cover up, so the rest of its premium is earned and the books are the
	// pool's again.
	assert!(left.junior.assets > capital - 10_000 * USD);
	assert_eq!(left.unearned, 0);
	assert!(left.incidents.is_empty());
	assert_eq!(env.balance(USDB, &state.escrow), 0);
}

#[test]
fn price_should_rise_when_an_incident_was_upheld() {
	let mut env = Env::insured(true);
	let risk_rate = |env: &mut Env| {
		let quote = env.run(|| Policies::quote(0, 1_000 * USD, 30 * DAY, Permill::zero()));
		quote.expect("cover is for sale").risk_rate
	};
	let before = risk_rate(&mut env);
	live_through(&mut env, 900);
	// The trigger is armed again, and cover for sale.
	env.pass_time_with_price(2 * DAY, 1_000);
	assert_eq!(incident(&mut env).phase, Phase::Paid);
	// One more past incident.
	assert_eq!(risk_rate(&mut env), before * 3 / 2);
}

#[test]
fn policy_should_be_paid_by_the_curve_when_the_payout_is_linear() {
	let mut env = Env::insured(false);
	let before = env.usd(Who::Ferdie);
	live_through(&mut env, 942);
	// (0.970 − 0.942) / (0.970 − 0.900) = 0.4
	assert_eq!(incident(&mut env).phase, Phase::Paid);
	assert_eq!(incident(&mut env).binding, 942 * ONE / 1_000);
	assert_eq!(env.usd(Who::Ferdie), before + 4_000 * USD);
}

#[test]
fn incident_should_be_rejected_when_the_peg_recovers_in_time() {
	let mut env = Env::insured(true);
	let before = env.usd(Who::Ferdie);
	env.pass_time_with_price(5 * HOUR, 900);
	assert!(matches!(incident(&mut env).phase, Phase::Observing { .. }));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_eq!(incident(&mut env).phase, Phase::Rejected);
	assert_eq!(env.usd(Who::Ferdie), before);
	assert!(env.run(|| Pools::state(0)).expect("pool 0").incidents.is_empty());
}

#[test]
fn incident_should_be_assessed_when_too_few_operators_are_left() {
	let mut env = Env::insured(true);
	let before = env.usd(Who::Ferdie);
	env.pass_time_with_price(3 * HOUR, 900);
	for gone in [Who::Dave, Who::Eve] {
		assert_ok!(env.root(dismiss_call(gone)));
	}
	assert_ok!(env.submit(feed_call(FEED, 900), Who::Charlie));
	env.pass_time(HOUR);
	assert!(matches!(incident(&mut env).phase, Phase::Undecided { .. }));
	let occurred_at = incident(&mut env).occurred_at;
	let proposal = propose_call(0, Verdict::Average { occurred_at, average: 9 * ONE / 10 });
	let early = breakwater_assessment::Error::<Runtime>::NotInAssessment;
	assert_eq!(env.submit(proposal.clone(), Who::Dave), Err(early.into()));
	env.pass_time(3 * DAY);
	assert!(matches!(incident(&mut env).phase, Phase::Assessment { .. }));
	assert_ok!(env.submit(proposal, Who::Dave));
	env.pass_time(2 * DAY);
	env.pass_blocks(3);
	assert_eq!(incident(&mut env).phase, Phase::Paid);
	assert_eq!(env.usd(Who::Ferdie), before + 10_000 * USD);
}

#[test]
fn incident_should_be_upheld_when_the_last_price_stays_fresh_long_enough() {
	let mut env = Env::insured(true);
	env.pass_time_with_price(3 * HOUR, 900);
	// No operator feeds any more. The last price is fresh for 25 hours, and the observation needs
	// 24.
	for _ in 0..24 {
		env.pass_time(HOUR);
	}
	env.pass_blocks(3);
	assert_eq!(incident(&mut env).phase, Phase::Paid);
}

#[test]
fn late_buyers_and_withdrawals_should_wait_when_an_incident_is_open() {
	let mut env = Env::insured(true);
	let shares = env.run(|| Pools::position(0, &Who::Bob.to_account_id())).expect("pool 0").junior.shares;
	let tranche = Tranche::Junior;
	let withdrawal =
		|shares| breakwater_pools::Call::request_withdrawal { pool: 0, tranche, shares, min_out: 1 };
	assert_ok!(env.submit(withdrawal(shares / 2), Who::Bob));
	env.pass_time_with_price(15 * DAY, 1_000);
	let bob = env.usd(Who::Bob);
	// The time for the withdrawal came, and blocks had room: it was paid before the event.
	assert!(bob >= (1_000_000_000 - 500_000) * USD, "{bob}");
	assert_ok!(env.submit(withdrawal(shares / 10), Who::Bob));
	env.pass_time_with_price(3 * HOUR, 900);
	assert_eq!(env.submit(buy_call(USD), Who::Dave), Err(PolicyError::IncidentOpen.into()));
	for tranche in Tranche::ALL {
		let deposit = deposit_call(0, tranche, 100 * USD);
		assert_eq!(env.submit(deposit, Who::Dave), Err(PoolError::PoolFrozen.into()));
	}
	// No holder who knows of the loss sells shares, and no withdrawal that waits becomes free.
	let give =
		breakwater_pools::Call::transfer { pool: 0, tranche, to: Who::Dave.to_account_id(), shares: 1 };
	assert_eq!(env.submit(give, Who::Bob), Err(PoolError::PoolFrozen.into()));
	let cancel = breakwater_pools::Call::cancel_withdrawal { pool: 0, tranche, index: 1 };
	assert_eq!(env.submit(cancel, Who::Bob), Err(PoolError::PoolFrozen.into()));
	let serve = breakwater_pools::Call::process_withdrawals { pool: 0, max: 10 };
	assert_eq!(env.submit(serve, Who::Dave), Err(PoolError::PoolFrozen.into()));
	assert_eq!(env.usd(Who::Bob), bob);
}

#[test]
fn reserve_should_take_its_share_when_premium_is_earned() {
	let mut env = Env::insured(true);
	env.pass_time_with_price(5 * DAY, 1_000);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 10 }, Who::Dave));
	let reserve = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert!(reserve.own > 0);
	assert_eq!(env.balance(USDB, &reserve.account), reserve.own);
	assert!(env.balance(USDB, &treasury()) > 0);
	env.pass_blocks(1);
}
