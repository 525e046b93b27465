// SPDX-License-Identifier: Apache-2.0

//! Renewals on the real runtime: by the chain itself, while an incident is open, and taken back.

use super::env::*;
use crate::*;
use breakwater_policies::types::RenewalTerms;
use breakwater_primitives::*;
use frame_support::assert_ok;

type Cover = breakwater_policies::Call<Runtime>;

/// Starts a chain in which policy 0 of Ferdie, of 30 days, is renewed for 30 days at a time.
fn renewed() -> Env {
	renewed_for(30 * DAY, 100 * USD)
}

/// Starts a chain in which the policy is renewed for `period` at a time, as long as the prepaid
/// amount lasts.
fn renewed_for(period: Moment, prepaid: Balance) -> Env {
	let mut env = Env::insured(true);
	let renewal = RenewalTerms { period, max_premium: prepaid, prepaid };
	assert_ok!(env.submit(Cover::set_renewal { policy: 0, renewal: Some(renewal) }, Who::Ferdie));
	env
}

fn policy(env: &mut Env) -> PolicyState<AccountId> {
	env.run(|| Policies::policy_state(0)).expect("policy 0")
}

fn renewal_balance(env: &mut Env) -> Balance {
	policy(env).renewal.map_or(0, |renewal| renewal.renewal_balance)
}

#[test]
fn policy_should_be_renewed_by_the_chain_until_its_purse_is_empty() {
	let mut env = renewed_for(7 * DAY, 10 * USD);
	let before = policy(&mut env);
	let (start, money) = (before.ends_at, env.usd(Who::Ferdie));
	env.pass_time_with_price(29 * DAY, 1_000);
	let after = policy(&mut env);
	assert_eq!(after.ends_at, start + 7 * DAY);
	let premium = 10 * USD - renewal_balance(&mut env);
	// 2 % a year of 10,000 for 7 days, and a bit for the use of the pool.
	assert!(premium > 3_830_000 && premium < 3_970_000, "{premium}");
	assert_eq!(after.premium, before.premium + premium);
	env.pass_time_with_price(7 * DAY, 1_000);
	// The cap is the whole renewal balance, so that the next one is paid as well.
	let ended = policy(&mut env);
	assert_eq!(ended.ends_at, start + 14 * DAY);
	let left = renewal_balance(&mut env);
	assert!(left < premium, "{left}");
	env.pass_time_with_price(8 * DAY, 1_000);
	assert_eq!((policy(&mut env).ends_at, policy(&mut env).renewal), (ended.ends_at, None));
	assert_eq!(env.usd(Who::Ferdie), money + left);
}

/// Breaks the price, then lets no operator feed until the incident waits for an assessment. Then
/// all is as before, and the policy is renewed. Returns the time of the event.
fn renewed_before_the_assessment(env: &mut Env) -> Moment {
	let start = policy(env).ends_at;
	env.pass_time_with_price(24 * DAY, 1_000);
	env.pass_time_with_price(3 * HOUR, 900);
	let incident = |env: &mut Env| env.run(|| incident_of(0)).expect("incident 0");
	let occurred_at = incident(env).occurred_at;
	// So few that there is no price.
	let members = |env: &mut Env, is_member: bool| {
		for operator in [Who::Dave, Who::Eve] {
			if is_member {
				make_operator(env, operator);
			} else {
				assert_ok!(env.root(dismiss_call(operator)));
			}
		}
	};
	members(env, false);
	assert_ok!(env.submit(feed_call(FEED, 900), Who::Charlie));
	env.pass_time(HOUR);
	env.pass_time(3 * DAY);
	assert!(matches!(incident(env).phase, Phase::Assessment { .. }));
	members(env, true);
	env.pass_time_with_price(DAY, 1_000);
	assert!(matches!(incident(env).phase, Phase::Assessment { .. }));
	assert_eq!(policy(env).ends_at, start + 30 * DAY);
	assert!(policy(env).ends_at > start && env.now() < start);
	occurred_at
}

fn decide(env: &mut Env, verdict: Verdict) {
	assert_ok!(env.submit(propose_call(0, verdict), Who::Dave));
	env.pass_time_with_price(2 * DAY, 1_000);
	env.pass_blocks(3);
}

#[test]
fn renewal_should_be_void_when_an_incident_before_it_is_upheld() {
	let mut env = renewed();
	let (before, money) = (policy(&mut env), env.usd(Who::Ferdie));
	let occurred_at = renewed_before_the_assessment(&mut env);
	let left = renewal_balance(&mut env);
	decide(&mut env, Verdict::Average { occurred_at, average: 9 * ONE / 10 });
	// All cover is claimed, so that the renewal balance with the returned amount is paid out at the
	// next visit.
	assert_eq!(policy(&mut env).ends_at, before.ends_at);
	let back = renewal_balance(&mut env) - left;
	let premium = 100 * USD - left;
	assert!(back > premium * 9 / 10 && back <= premium, "{back} of {premium}");
	assert_eq!(env.usd(Who::Ferdie), money + 10_000 * USD);
	env.pass_time_with_price(2 * HOUR, 1_000);
	assert_eq!(env.usd(Who::Ferdie), money + 10_000 * USD + left + back);
	assert_eq!(policy(&mut env).renewal, None);
}

#[test]
fn renewal_should_stand_when_an_incident_before_it_is_rejected() {
	let mut env = renewed();
	let start = policy(&mut env).ends_at;
	renewed_before_the_assessment(&mut env);
	decide(&mut env, Verdict::NotCovered);
	env.pass_time_with_price(10 * DAY, 1_000);
	assert_eq!(policy(&mut env).ends_at, start + 30 * DAY);
	assert_eq!(policy(&mut env).phase, PolicyPhase::InForce);
}
