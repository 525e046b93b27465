// SPDX-License-Identifier: Apache-2.0

//! The runtime API that people read. Polkadot.js Apps shows it under Developer > Runtime calls.
//!
//! The types of its answers are in [`crate::answers`]. Apps shows about the first 70 characters of
//! a method's documentation, and joins its lines with commas. So each line here is a sentence, and
//! the first says the most.

use crate::{answers::*, AccountId};
use alloc::vec::Vec;
use breakwater_primitives::{AssetId, Balance, FeedId, IncidentId, Moment, PolicyId, PoolId, ProductId};
use breakwater_products::ProposalId;
use sp_runtime::Permill;

sp_api::decl_runtime_apis! {
	/// Quotes, and the state of pools, policies, incidents, triggers, the reserve and price feeds,
	/// as of the block asked.
	///
	/// A list begins after the entry `after`, or with its first entry if `after` is none.
	/// It has at most `limit` entries. Zero is the most that a page can have.
	/// The `next` of a page is the `after` of the following one.
	pub trait BreakwaterApi {
		/// Premium for `cover` (smallest units), as `policies.buy` charges it.
		/// The period of cover is `period_millis` milliseconds.
		/// A refusal names the reason why `policies.buy` would refuse.
		/// A distributor's `commission` comes on top of the premium.
		/// It is in millionths of the premium, and zero for none.
		fn quote(
			product: ProductId,
			cover: Balance,
			period_millis: Moment,
			commission: Permill,
		) -> Result<Quote, Refusal>;

		/// Products by number: terms, rates, room, and whether they are for sale.
		/// A page has at most 16 products.
		fn products(after: Option<ProductId>, limit: u32) -> Page<ProductState>;

		/// Products that sponsors propose, the newest first.
		/// A page has at most 16 proposals.
		fn proposals(after: Option<ProposalId>, limit: u32) -> Page<ProposalState>;

		/// Pools by number: capital, yields, room and products.
		/// A page has at most 64 pools.
		fn pools(after: Option<PoolId>, limit: u32) -> Page<PoolState>;

		/// A pool: capital, yields over 7, 30 and 90 days, fee, room, products.
		/// Everything earned until this block is included.
		fn pool_state(pool: PoolId) -> Option<PoolState>;

		/// The shares of an account in a pool, their worth, and its withdrawals.
		/// None for an unknown pool.
		fn position(pool: PoolId, who: AccountId) -> Option<PositionState>;

		/// The shares of an account in all pools, by the pool's number.
		/// A page has at most 64 positions, out of at most 1,024 pools.
		/// A page can be empty although there is a next one.
		fn positions_of(who: AccountId, after: Option<PoolId>, limit: u32) -> Page<PositionState>;

		/// Share prices of a pool over the last `days`, the newest first.
		/// The list has at most 366 days, and zero is 366.
		/// A day on which the pool was not touched has no record.
		fn history(pool: PoolId, days: u32) -> Vec<DayPrices>;

		/// A policy: cover, times, premium, refund and renewal.
		/// None for an unknown or pruned policy.
		fn policy_state(policy: PolicyId) -> Option<PolicyState>;

		/// The policies of a holder, the newest first.
		/// A page has at most 128 policies.
		fn policies_of(who: AccountId, after: Option<PolicyId>, limit: u32) -> Page<PolicyState>;

		/// An incident: stage and time left, outcome proposals, claims and pools.
		/// None for an unknown incident.
		fn incident_state(incident: IncidentId) -> Option<IncidentState>;

		/// Incidents, the newest first.
		/// A page has at most 64 incidents.
		fn incidents(after: Option<IncidentId>, limit: u32) -> Page<IncidentState>;

		/// The claim of a policy in an incident: sum, paid, and due to collect.
		/// None if there is no claim.
		fn claim_state(incident: IncidentId, policy: PolicyId) -> Option<ClaimState>;

		/// The claims of a holder's policies, those of the newest policy first.
		/// A page covers at most 128 policies.
		/// A page can be empty although there is a next one.
		fn claims_of(who: AccountId, after: Option<PolicyId>, limit: u32) -> Page<ClaimState>;

		/// The text that the insured account's key signs for `claims.claim`.
		/// None if the policy names no insured account.
		fn claim_statement(incident: IncidentId, policy: PolicyId) -> Option<Statement>;

		/// The bond that `assessment.reportIncident` takes now on a product.
		/// A refusal names the reason why `assessment.reportIncident` would refuse.
		fn report_bond(product: ProductId) -> Result<ReportBond, Refusal>;

		/// A case of the court: stage and time left, choices, seats, appeals.
		/// None for an unknown case.
		fn court_case(case: u32) -> Option<CourtCase>;

		/// Cases of the court, the newest first.
		/// A page has at most 64 cases.
		fn court_cases(after: Option<u32>, limit: u32) -> Page<CourtCase>;

		/// An assessor: stake, statistics, and what to do in which case by when.
		/// None for an account without stake and seats.
		fn assessor_state(who: AccountId) -> Option<AssessorState>;

		/// The trigger of a product: average, stage, and whether cover is sold.
		/// None before the first data and for a delisted product.
		fn trigger_state(product: ProductId) -> Option<TriggerState>;

		/// The reserve in an asset: own funds, stake, debts, loans, premium share.
		/// The longest time for which an incident can freeze the stake is in it.
		fn reserve_state(asset: AssetId) -> Option<ReserveState>;

		/// The stake of an account behind the reserve, and its request to leave.
		/// None if the account has no stake in the asset.
		fn stake_state(asset: AssetId, who: AccountId) -> Option<StakeState>;

		/// The reserve's solvency in an asset, day by day, the newest first.
		/// The list has at most 366 days, and zero is 366.
		/// A day on which no block had spare weight has no record.
		fn solvency(asset: AssetId, days: u32) -> Vec<SolvencyState>;

		/// The reserve's solvency in an asset by calendar year, the newest first.
		fn solvency_years(asset: AssetId) -> Vec<SolvencyYear>;

		/// Operators of price feeds: stage, bond, and rewards to collect.
		/// Appointed operators, and former operators with a bond, are included.
		fn operators() -> Vec<OperatorState>;

		/// A price feed: price, freshness, rules, and each operator's value.
		fn feed_state(feed: FeedId) -> FeedState;

		/// The whole chain in a few numbers: incidents, feeds, pools, reserve, validators.
		/// The node shows them to Prometheus.
		fn vitals() -> Vitals;
	}
}
