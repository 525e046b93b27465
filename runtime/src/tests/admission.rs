// SPDX-License-Identifier: Apache-2.0

//! Review dates of facts, and the products that the reserve stands behind.

use super::{
	assessed::{assessed_buy, assessed_listing},
	env::*,
};
use crate::{
	answers::{ProductState, Quote},
	*,
};
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::Permill;

type Catalogue = breakwater_products::Call<Runtime>;
type ReserveCall = breakwater_reserve::Call<Runtime>;

/// The product that people assess, in pool 0 of [`insured`].
const ASSESSED: ProductId = 1;

/// Starts a chain whose pool 0 covers product 0, a depeg, and a product with these facts that
/// people assess.
fn insured(facts: RiskFacts) -> Env {
	let mut env = Env::insured(true);
	assert_ok!(env.root(list_call(Listing { facts, ..assessed_listing() })));
	assert_ok!(weigh(&mut env, ASSESSED, 90));
	env
}

fn weigh(env: &mut Env, product: ProductId, percent: u32) -> sp_runtime::DispatchResult {
	let weight = Permill::from_percent(percent);
	env.submit(breakwater_pools::Call::set_weight { pool: 0, product, weight }, Who::Alice)
}

fn admit(env: &mut Env) -> sp_runtime::DispatchResult {
	env.root(ReserveCall::admit_pool { pool: 0 })
}

fn not_admitted() -> sp_runtime::DispatchResult {
	Err(breakwater_reserve::Error::<Runtime>::NotAdmissible.into())
}

fn today(env: &Env) -> Day {
	Day::try_from(env.now() / DAY).expect("a day")
}

fn review(env: &mut Env, product: ProductId, facts: RiskFacts) {
	let facts = RiskFacts { reviewed: today(env), ..facts };
	assert_ok!(env.root(Catalogue::update_facts { product, facts }));
}

fn quote(env: &mut Env) -> Quote {
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 400 }, Who::Bob));
	let quote = env.run(|| Quote::of(ASSESSED, 10_000 * USD, 30 * DAY, Permill::zero()));
	quote.expect("the pool has room")
}

/// True if two premiums are a thousandth apart at most. The capacity of the pool changes a little,
/// as premium is earned and other cover ends.
fn is_near(premium: Balance, other: Balance) -> bool {
	premium.abs_diff(other) * 1_000 <= other
}

fn state(env: &mut Env) -> ProductState {
	env.run(|| ProductState::of(ASSESSED)).expect("it is listed")
}

/// The age of the covered thing lowers its price for two years alone. These facts are older.
fn settled() -> RiskFacts {
	assessed_listing().facts
}

#[test]
fn quote_should_climb_when_facts_get_stale_and_fall_after_a_review() {
	let mut env = insured(settled());
	let fresh = quote(&mut env);
	assert_eq!(fresh.stale_factor.e18, ONE);
	assert_eq!(fresh.base_rate.e18, fresh.risk_rate.e18);
	env.pass_time(363 * DAY);
	assert_eq!(today(&env) - settled().reviewed, 364);
	let year = quote(&mut env);
	assert_eq!(year.risk_rate.e18, fresh.risk_rate.e18, "a year is no reason");
	assert!(is_near(year.premium.units, fresh.premium.units));
	let mut last = fresh.premium.units;
	for (days, least) in [(92, 124), (182, 174), (182, 200)] {
		env.pass_time(days * DAY);
		let stale = quote(&mut env);
		let factor = stale.stale_factor.e18;
		assert!(factor * 100 >= least * ONE && factor <= 2 * ONE, "{factor}");
		// Each is rounded up once.
		assert!((fresh.risk_rate.e18 * factor / ONE).abs_diff(stale.risk_rate.e18) <= 2);
		assert!(stale.premium.units > last, "it climbs");
		last = stale.premium.units;
	}
	// No further than twice, however long it waits for a review.
	env.pass_time(300 * DAY);
	let most = quote(&mut env);
	assert_eq!(most.stale_factor.e18, 2 * ONE);
	assert!(is_near(most.premium.units, 2 * fresh.premium.units));
	let shown = state(&mut env);
	assert_eq!(shown.facts.fresh_until.day, settled().reviewed + 365);
	assert_eq!((shown.facts.stale_factor.e18, shown.is_admissible), (2 * ONE, false));

	// A review that finds the numbers as they were.
	review(&mut env, ASSESSED, settled());
	let reviewed = quote(&mut env);
	assert_eq!(reviewed.stale_factor.e18, ONE);
	assert_eq!(reviewed.risk_rate.e18, fresh.risk_rate.e18);
	assert!(is_near(reviewed.premium.units, fresh.premium.units));
	assert!(state(&mut env).is_admissible);
}

#[test]
fn pool_should_not_be_admitted_when_facts_miss_one_requirement() {
	// The defaults of code: 90 days, one audit, a thousandth of the amount at stake.
	let young = RiskFacts { deployed: settled().reviewed - 80, ..settled() };
	let unaudited = RiskFacts { audits: 0, ..settled() };
	let poor = RiskFacts { bounty: settled().bounty - 1, ..settled() };
	let unknown = RiskFacts { at_stake: 0, ..settled() };
	for facts in [young, unaudited, poor, unknown] {
		let mut env = insured(facts);
		assert_eq!(admit(&mut env), not_admitted(), "{facts:?}");
		// With what was missing it is admitted.
		review(&mut env, ASSESSED, settled());
		assert_ok!(admit(&mut env));
	}
}

#[test]
fn pool_should_not_be_admitted_when_facts_are_stale() {
	let mut env = insured(settled());
	env.pass_time(363 * DAY);
	assert_ok!(admit(&mut env));
	assert_ok!(env.root(ReserveCall::remove_pool { pool: 0 }));
	env.pass_time(2 * DAY);
	assert_eq!(admit(&mut env), not_admitted());
	// Both products of the pool have to be reviewed.
	review(&mut env, ASSESSED, settled());
	assert_eq!(admit(&mut env), not_admitted());
	review(&mut env, 0, listing(true).facts);
	assert_ok!(admit(&mut env));
}

#[test]
fn pool_should_be_admitted_when_a_referendum_asks_for_less_of_the_class() {
	let mut env = insured(RiskFacts { audits: 0, bounty: 0, ..settled() });
	assert_eq!(admit(&mut env), not_admitted());
	let rules = AdmissionRules { min_age: 90, ..AdmissionRules::default() };
	assert_ok!(env.root(Catalogue::set_admission_rules { class: RiskClass::SmartContract, rules }));
	assert_ok!(admit(&mut env));
}

/// Guard: an admitted pool adds, and raises, products that are good enough only. Otherwise a
/// manager would have the reserve stand behind one that no referendum has seen in the pool.
#[test]
fn manager_should_not_smuggle_a_product_behind_the_reserve() {
	let refused = Err(breakwater_pools::Error::<Runtime>::NotAdmissible.into());
	let mut env = Env::insured(true);
	let facts = RiskFacts { audits: 0, bounty: 0, ..settled() };
	assert_ok!(env.root(list_call(Listing { facts, ..assessed_listing() })));
	assert_ok!(admit(&mut env));
	for percent in [1, 100] {
		assert_eq!(weigh(&mut env, ASSESSED, percent), refused);
	}
	assert!(env.submit(assessed_buy(ASSESSED, 1_000 * USD, 0), Who::Dave).is_err(), "no pool covers it");
	// Reviewed, it may come. Its facts get stale: it goes on being sold, and is not raised.
	review(&mut env, ASSESSED, settled());
	assert_ok!(weigh(&mut env, ASSESSED, 40));
	env.pass_time(367 * DAY);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 400 }, Who::Bob));
	assert_eq!(weigh(&mut env, ASSESSED, 41), refused);
	assert_ok!(weigh(&mut env, ASSESSED, 39));
	assert_ok!(env.submit(assessed_buy(ASSESSED, 1_000 * USD, 0), Who::Dave));
}

/// Guard: cover that a pool has sold counts at its admission, also if its weight is zero by then.
/// Otherwise a manager would sell it before, and take the weight away for the vote.
#[test]
fn manager_should_not_have_cover_admitted_that_was_sold_before() {
	let mut env = insured(RiskFacts { audits: 0, ..settled() });
	assert_ok!(env.submit(assessed_buy(ASSESSED, 10_000 * USD, 0), Who::Dave));
	assert_ok!(weigh(&mut env, ASSESSED, 0));
	assert_eq!(admit(&mut env), not_admitted());
	// Once the cover has ended, no more than product 0 is left.
	env.pass_time(46 * DAY);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 100 }, Who::Bob));
	assert_ok!(admit(&mut env));
}
