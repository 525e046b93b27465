// SPDX-License-Identifier: Apache-2.0

//! Episodes with which a life of [`super::lives`] begins: events that dice hardly ever bring about.

use super::{
	assessed::{assessed_buy, open_call},
	env::*,
	panels::{case, decide, end_appeal, fund, stake_all},
	random::{table_of, ASSESSED, ASSESSORS},
	short::{buy, list},
};
use crate::{constants::*, *};
use breakwater_court::types::Stage;
use breakwater_primitives::*;
use frame_support::assert_ok;
use pallet_democracy::{AccountVote, Conviction, Vote};
use sp_runtime::{FixedU128, Permill};

/// Returns the number of the next incident.
fn next_incident(env: &mut Env) -> IncidentId {
	env.run(breakwater_claims::NextIncident::<Runtime>::get)
}

/// Passes at most so many blocks, until an incident is in a stage.
fn pass_until(env: &mut Env, incident: IncidentId, blocks: u32, is_there: impl Fn(&Phase) -> bool) {
	let stage = |env: &mut Env| env.run(|| incident_of(incident)).expect("it was opened").phase;
	for _ in 0..blocks {
		if is_there(&stage(env)) {
			return;
		}
		env.pass_blocks(1);
	}
	panic!("incident {incident} is in {:?}", stage(env));
}

/// An incident on the assessed product is disputed, and no account votes. The proposal with the
/// largest bond is accepted, and is paid.
pub fn stay_silent(env: &mut Env) {
	let policy = env.run(breakwater_policies::NextPolicy::<Runtime>::get);
	assert_ok!(env.submit(assessed_buy(ASSESSED, 1_000 * USD, 0), Who::Dave));
	env.pass_time_with_price(26 * HOUR, 1_000);
	let (occurred_at, table) = (env.now() - HOUR, table_of(1));
	let incident = next_incident(env);
	assert_ok!(env.submit(open_call(ASSESSED, occurred_at), Who::Ferdie));
	assert_ok!(env.submit(propose_call(incident, Verdict::NotCovered), Who::Bob));
	assert_ok!(env.submit(propose_call(incident, table_of(2).verdict(occurred_at)), Who::Bob));
	assert_ok!(env.submit(propose_call(incident, table.verdict(occurred_at)), Who::Charlie));
	env.pass_time_with_price(4 * HOUR, 1_000);
	pass_until(env, incident, 60, |stage| matches!(stage, Phase::Claiming { .. }));

	let dave = env.usd(Who::Dave);
	let claim = env.run(|| table.claim_call(incident, policy, 0));
	assert_ok!(env.submit(claim, Who::Ferdie));
	assert!(env.usd(Who::Dave) > dave);
	env.pass_time_with_price(11 * HOUR, 1_000);
	pass_until(env, incident, 10, |stage| *stage == Phase::Paid);
}

/// Two products of a pool at twice its capital fail together. Both are settled in part, and raised.
/// The reserve lends, and a part of the amount owed is recovered.
pub fn fall_short(env: &mut Env) {
	let product = env.run(breakwater_products::NextProduct::<Runtime>::get);
	let pool = env.run(breakwater_pools::NextPool::<Runtime>::get);
	list(env, 1);
	list(env, 2);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Alice));
	for product in [product, product + 1] {
		let weight = Permill::one();
		assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool, product, weight }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(pool, Tranche::Junior, 100_000 * USD), Who::Bob));
	assert_ok!(env.root(breakwater_reserve::Call::admit_pool { pool }));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(buy(product, 95_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(buy(product + 1, 90_000 * USD), Who::Dave));
	env.pass_time_with_price(3 * DAY, 1_000);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool, days: 10 }, Who::Alice));
	let first = next_incident(env);
	env.pass_time_with_price(27 * HOUR, 900);
	for incident in first..next_incident(env) {
		pass_until(env, incident, 40, |stage| *stage == Phase::Paid);
	}
	let owes = |env: &mut Env| {
		let all = env.run(|| breakwater_pools::PartialSettlements::<Runtime>::get(pool));
		all.first().map(|short| short.incident)
	};
	let incident = owes(env).expect("the reserve had not enough for both");
	let recover = breakwater_claims::Call::recover { incident, pool, amount: 20_000 * USD };
	assert_ok!(env.submit(recover, Who::Eve));
	pass_until(env, incident, 40, |stage| *stage == Phase::Paid);
	// The price is good again, and triggers are armed.
	env.pass_time_with_price(26 * HOUR, 1_000);
}

/// The court gets assessors. An incident on the assessed product goes through both panels to the
/// voters, who restore the first panel's choice, and is paid.
pub fn hold_court(env: &mut Env) {
	let stakes = ASSESSORS.map(|who| (who.to_account_id(), 10_000 * BRKW));
	stake_all(env, &stakes);
	let value = Some(FixedU128::from_u32(1_000));
	assert_ok!(env.root(breakwater_court::Call::set_asset_value { asset: USDB, value }));
	let policy = env.run(breakwater_policies::NextPolicy::<Runtime>::get);
	assert_ok!(env.submit(assessed_buy(ASSESSED, 1_000 * USD, 0), Who::Dave));
	env.pass_time_with_price(26 * HOUR, 1_000);
	let (occurred_at, table) = (env.now() - HOUR, table_of(1));
	let incident = next_incident(env);
	assert_ok!(env.submit(open_call(ASSESSED, occurred_at), Who::Ferdie));
	assert_ok!(env.submit(propose_call(incident, Verdict::NotCovered), Who::Bob));
	assert_ok!(env.submit(propose_call(incident, table.verdict(occurred_at)), Who::Charlie));
	env.pass_time(4 * HOUR);
	pass_until(env, incident, 20, |stage| matches!(stage, Phase::Case { .. }));
	let id = env.run(breakwater_court::NextCase::<Runtime>::get) - 1;
	let (no, truth) = (Choice::Proposal(0), Choice::Proposal(1));
	decide(env, id, truth);
	fund(env, id, no, Who::Bob);
	end_appeal(env, id);
	decide(env, id, no);
	fund(env, id, truth, Who::Charlie);
	end_appeal(env, id);
	let Stage::LastAppeal { vote: Some(ref_index) } = case(env, id).stage else { panic!("no last appeal") };
	let vote = Vote { aye: true, conviction: Conviction::Locked1x };
	let vote = AccountVote::Standard { vote, balance: 200_000 * BRKW };
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index, vote }, Who::Alice));
	pass_until(env, incident, 60, |stage| matches!(stage, Phase::Claiming { .. }));

	let dave = env.usd(Who::Dave);
	let claim = env.run(|| table.claim_call(incident, policy, 0));
	assert_ok!(env.submit(claim, Who::Ferdie));
	assert!(env.usd(Who::Dave) > dave);
	env.pass_time_with_price(26 * HOUR, 1_000);
	pass_until(env, incident, 10, |stage| *stage == Phase::Paid);
}
