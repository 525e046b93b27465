// SPDX-License-Identifier: Apache-2.0

//! A second breach of a trigger while the first incident is assessed, on the real runtime.

use super::env::*;
use crate::*;
use breakwater_primitives::*;
use frame_support::assert_ok;

fn incident(env: &mut Env, id: IncidentId) -> Incident {
	env.run(|| incident_of(id)).expect("the incident")
}

fn phase(env: &mut Env, id: IncidentId) -> Phase {
	incident(env, id).phase
}

/// Starts a chain with Ferdie's cover of 10,000 for 30 days. Data are missing in a breach `days`
/// after its beginning, and come back good. Incident 0 is in assessment, and the trigger is armed
/// again.
fn assessed(days: Moment) -> Env {
	let mut env = Env::insured(true);
	env.pass_time_with_price(days * DAY, 1_000);
	env.pass_time_with_price(3 * HOUR, 900);
	for who in [Who::Dave, Who::Eve] {
		assert_ok!(env.root(dismiss_call(who)));
	}
	assert_ok!(env.submit(feed_call(FEED, 900), Who::Charlie));
	env.pass_time(HOUR);
	assert!(matches!(phase(&mut env, 0), Phase::Undecided { .. }));
	for who in [Who::Dave, Who::Eve] {
		make_operator(&mut env, who);
	}
	env.pass_time_with_price(27 * HOUR, 1_000);
	assert!(matches!(phase(&mut env, 0), Phase::Assessment { .. }));
	env
}

/// c2a: the right to claim ends on day 44 (30 of cover and 14 of grace), while the first incident
/// is disputed.
#[test]
fn holder_should_be_paid_for_a_second_breach_when_the_first_is_disputed_for_weeks() {
	let mut env = assessed(24);
	let ferdie = env.usd(Who::Ferdie);
	// Within the cover, a day and more long.
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_time_with_price(DAY, 1_000);
	assert_eq!(phase(&mut env, 1), Phase::Queued);
	let occurred_at = incident(&mut env, 0).occurred_at;
	// The first proposal comes as late as it can, and seven more each as late as they can.
	env.pass_time_with_price(3 * DAY + 12 * HOUR, 1_000);
	for binding in 0..8 {
		// No vote is cast, and the last proposal has the largest bond.
		let verdict = match binding {
			7 => Verdict::NotCovered,
			_ => Verdict::Average { occurred_at, average: 9 * ONE / 10 + binding },
		};
		assert_ok!(env.submit(propose_call(0, verdict), Who::Alice));
		env.pass_time_with_price(DAY + 20 * HOUR, 1_000);
	}
	env.pass_time_with_price(6 * HOUR, 1_000);
	assert!(matches!(phase(&mut env, 0), Phase::Case { .. }));
	let expires = env.run(|| breakwater_policies::Policies::<Runtime>::get(0)).expect("the policy").expires;
	assert!(env.run(<Clock as ActiveClock>::active) > expires, "the right to claim would be over");
	assert_eq!((phase(&mut env, 1), env.usd(Who::Ferdie)), (Phase::Queued, ferdie));
	env.pass_until(80, |event| {
		matches!(event, RuntimeEvent::Claims(breakwater_claims::Event::IncidentRejected { incident: 0, .. }))
	});
	env.pass_blocks(4);
	assert_eq!(phase(&mut env, 1), Phase::Paid);
	assert_eq!(env.usd(Who::Ferdie), ferdie + 10_000 * USD);
}

/// c2b: the operator who is the median changes it by 10^-18 in every block, for longer than a log
/// can be.
#[test]
fn second_breach_should_be_seen_when_one_operator_changes_the_median_in_every_block() {
	let mut env = assessed(10);
	let ferdie = env.usd(Who::Ferdie);
	let feed = |env: &mut Env, who, inner: u128| {
		assert_ok!(env.submit(values_call(&[(FEED, inner)]), who));
	};
	feed(&mut env, Who::Charlie, 9 * ONE / 10 - 1_000);
	feed(&mut env, Who::Eve, 9 * ONE / 10 + 1_000);
	for n in 0..u128::from(breakwater_triggers::types::MAX_OBSERVATIONS) + 100 {
		feed(&mut env, Who::Dave, 9 * ONE / 10 + n % 2);
		env.quick_block();
	}
	env.pass_time_with_price(20 * HOUR, 900);
	env.pass_time_with_price(DAY, 1_000);
	assert_eq!(phase(&mut env, 1), Phase::Queued);
	// No account proposes an outcome on the first.
	env.pass_time_with_price(7 * DAY, 1_000);
	env.pass_blocks(4);
	assert_eq!((phase(&mut env, 0), phase(&mut env, 1)), (Phase::Rejected, Phase::Paid));
	assert_eq!(env.usd(Who::Ferdie), ferdie + 10_000 * USD);
}
