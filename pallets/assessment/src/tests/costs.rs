// SPDX-License-Identifier: Apache-2.0

//! The charges of calls and steps, by what they did.

use super::mock::*;
use crate::WeightInfo as _;
use frame_support::dispatch::DispatchResultWithPostInfo;

type W = <Test as crate::Config>::WeightInfo;

/// The weight that a call was charged, whether it succeeded or not.
fn charge_of(result: DispatchResultWithPostInfo) -> Weight {
	result.map_or_else(|refused| refused.post_info.actual_weight, |info| info.actual_weight).unwrap()
}

fn report(max_bond: Balance) -> DispatchResultWithPostInfo {
	let (at, uri) = (TestClock::now(), Uri::default());
	Assessment::report_incident(signed(REPORTER), ASSESSED, at, Default::default(), uri, max_bond)
}

fn proposal(id: IncidentId, verdict: Verdict) -> DispatchResultWithPostInfo {
	Assessment::propose_outcome(signed(PROPOSER), id, verdict, Uri::default(), PURSE)
}

/// The assessed product with policies on so many pools.
fn on_pools(pools: u32) -> ExtBuilder {
	let builder = (1..=pools).fold(ExtBuilder::default(), |builder, pool| builder.pool(pool, USD, 100_000));
	let on_pool = |builder: ExtBuilder, pool| builder.policy_on(10 + pool, ALICE, ASSESSED, pool, 1_000);
	(2..=pools).fold(builder.assessed(&[600]), on_pool)
}

#[test]
fn report_should_cost_by_the_pools_that_it_freezes() {
	for pools in [1, 4] {
		on_pools(pools).build_and_execute(|| {
			assert_eq!(charge_of(report(PURSE)), W::report_incident(pools));
		});
	}
	assert!(W::report_incident(4).all_gt(W::report_incident(1)));
	assert_eq!(Assessment::most_report_weight(), W::report_incident(MAX_POOLS_PER_PRODUCT));
}

#[test]
fn refused_report_should_cost_what_it_did() {
	on_pools(2).build_and_execute(|| {
		// Everything was done, and undone.
		let undone = frame_support::storage::with_storage_layer(|| {
			let used = charge_of(report(0));
			Err::<(), _>((used, sp_runtime::DispatchError::Unavailable)).map_err(|(used, error)| {
				assert_eq!(used, W::report_incident(2));
				error
			})
		});
		assert!(undone.is_err());
		let origin = signed(REPORTER);
		let (evidence, uri) = (Default::default(), Uri::default());
		let refused = charge_of(Assessment::report_incident(origin, 77, START, evidence, uri, PURSE));
		assert_eq!(refused, Assessment::refused_report_weight());
		assert!((refused * 4).all_lt(W::report_incident(1)));
	});
}

#[test]
fn proposal_should_cost_by_those_before_it() {
	on_pools(1).build_and_execute(|| {
		assert_ok!(report(PURSE));
		assert_eq!(charge_of(proposal(0, Verdict::NotCovered)), W::propose_outcome(0));
		let same = charge_of(proposal(0, Verdict::NotCovered));
		assert_eq!(same, Assessment::refused_proposal_weight(1));
		assert!(same.all_lt(W::propose_outcome(1)));
		assert_eq!(charge_of(proposal(0, Table::of(&[300]).verdict(START))), W::propose_outcome(1));
		assert_eq!(charge_of(proposal(7, Verdict::NotCovered)), Assessment::look_weight());
	});
}

/// The weight of ending an assessment on pools of a size, on which no outcome was proposed.
fn ending(pools: u32, size: PoolSize) -> Weight {
	on_pools(pools).build_and_execute(|| {
		world(|w| w.sizes = (1..=pools).map(|pool| (pool, size)).collect());
		assert_ok!(report(PURSE));
		pass_to(START + 7 * DAY);
		let refused = charge_of(Assessment::process(signed(STRANGER), 9));
		assert_eq!(refused, Assessment::look_weight());
		let room = Assessment::room_for(&assessment(0).unwrap(), TestClock::active());
		let used = charge_of(Assessment::process(signed(STRANGER), 0));
		assert_eq!(stage(0), Stage::Rejected);
		assert!(used.all_lte(room + Assessment::look_weight()));
		used
	})
}

#[test]
fn end_of_an_assessment_should_cost_by_its_pools_and_their_days() {
	let one = ending(1, PoolSize::LEAST);
	assert!(ending(4, PoolSize::LEAST).all_gt(one));
	let deciding = |size| Assessment::deciding_weight(0, &[size]);
	let behind = PoolSize { days: 2, ..PoolSize::LEAST };
	assert_eq!(ending(1, behind) - one, deciding(behind) - deciding(PoolSize::LEAST));
	assert!((one * 2).all_lt(Assessment::process_weight()));
}

#[test]
fn refused_collection_and_sweep_should_cost_a_look() {
	on_pools(1).build_and_execute(|| {
		assert_ok!(report(PURSE));
		let look = Assessment::look_weight();
		assert_eq!(charge_of(Assessment::collect_bond(signed(BOB), 0, BOB)), look * 2);
		assert_eq!(charge_of(Assessment::sweep_bonds(signed(BOB), 0)), look);
		assert_eq!(charge_of(Assessment::process(signed(BOB), 0)), look);
		let [one, most] = [Assessment::sweeping_weight(1), Assessment::most_sweeping_weight()];
		assert!(one.ref_time() < most.ref_time());
	});
}
