//! The runtime API that people read: Polkadot.js Apps shows it under Developer > Runtime calls.

use alloc::vec::Vec;
use breakwater_primitives::{
	AssetId, Balance, ClaimState, DayPrices, FeedId, IncidentId, IncidentState, Moment, OperatorState,
	PolicyId, PolicyState, PoolId, PoolState, PositionState, PriceState, ProductId, ProductState, Quote,
	ReserveState, TriggerState,
};
use codec::Codec;
use sp_runtime::{DispatchError, Permill};

sp_api::decl_runtime_apis! {
	/// Quotes, and the state of pools, policies, incidents, triggers, the reserve and price feeds, as of the block asked.
	///
	/// Amounts are in the asset's smallest units, times in milliseconds, prices in 10^-18.
	pub trait BreakwaterApi<AccountId> where AccountId: Codec {
		/// What `policies.buy` would charge in this block for `cover` (in the asset's units) over `period` (in
		/// milliseconds), by the same code, or the error with which it would refuse. `commission` is what a distributor
		/// asks for on top, as a part of the premium; zero for none.
		fn quote(
			product: ProductId,
			cover: Balance,
			period: Moment,
			commission: Permill,
		) -> Result<Quote, DispatchError>;

		/// The products after `after` (from the first if there is none), by number, at most `limit` (and 16) of them, as of this
		/// block: what each is, its terms and where their wording can be read, what is known of its risk, its rates for the
		/// longest period, whether the smallest cover can be bought now and if not why, and what its pools can still back.
		fn products(after: Option<ProductId>, limit: u32) -> Vec<(ProductId, ProductState)>;

		/// A pool as of this block: everything earned until now is counted in. Its classes with their share prices and
		/// what they yielded over 7, 30 and 90 days (in millionths a year), its fee and options, what it owes the reserve,
		/// and for each product the capacity and the room for new cover. Nothing for an unknown pool.
		fn pool_state(pool: PoolId) -> Option<PoolState<AccountId>>;

		/// What an underwriter has in a pool as of this block: in each class his shares and those in the exit queue, with
		/// their value in the asset's units, rounded down, and the shares that cannot be moved yet after a cancelled exit;
		/// and the money that waits for `pools.collect`. Nothing for an unknown pool.
		fn position(pool: PoolId, who: AccountId) -> Option<PositionState>;

		/// The share prices of a pool's classes day by day, the newest first, at most `days` (and 366) of them. A day on
		/// which nobody touched the pool has no record.
		fn history(pool: PoolId, days: u32) -> Vec<DayPrices>;

		/// A policy as of this block. Nothing for an unknown or pruned policy.
		fn policy_state(policy: PolicyId) -> Option<PolicyState<AccountId>>;

		/// The policies of a holder, at most `limit` (and 256) of them, in the order of storage, after the policy
		/// `after` if there is one.
		fn policies_of(who: AccountId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId>;

		/// An incident: its facts, where it is on its way, and what it costs each pool. Nothing for an unknown incident.
		fn incident_state(incident: IncidentId) -> Option<IncidentState<AccountId>>;

		/// The incidents after `after` (from the first if there is none), by number, at most `limit` (and 64) of them.
		fn incidents(after: Option<IncidentId>, limit: u32) -> Vec<(IncidentId, IncidentState<AccountId>)>;

		/// The claim of a policy in an incident: what each pool is to pay of it, what was paid, and what can be collected now.
		/// Nothing if there is none.
		fn claim_state(incident: IncidentId, policy: PolicyId) -> Option<ClaimState>;

		/// The claims of a holder's policies, at most `limit` (and 256) policies, in the order of storage, after the policy
		/// `after` if there is one; and the last policy that was looked at, from which the next page goes on. Nothing for it:
		/// there are no more.
		fn claims_of(
			who: AccountId,
			after: Option<PolicyId>,
			limit: u32,
		) -> (Vec<ClaimState>, Option<PolicyId>);

		/// The text that the key of a policy's position signs for a claim in an incident, see `claims.claim`. Nothing if the
		/// policy names no position.
		fn claim_statement(incident: IncidentId, policy: PolicyId) -> Option<Vec<u8>>;

		/// The bond that `claims.open` would take now on a product, in its asset's units, or the error with which it would
		/// refuse.
		fn opening_bond(product: ProductId) -> Result<Balance, DispatchError>;

		/// The trigger of a product: its time-weighted average, whether it is ready (nothing is sold while it is not),
		/// and its open incident. Nothing before the first data and for a delisted product.
		fn trigger_state(product: ProductId) -> Option<TriggerState>;

		/// The reserve in an asset: own funds, what it owes, what pools owe it, the premium share that goes to it.
		fn reserve_state(asset: AssetId) -> Option<ReserveState<AccountId>>;

		/// The operators of price feeds, and everyone who is appointed or was an operator and has a bond still: where each is
		/// in his life, his bond, what it lacks of what is asked today, and his rewards that wait for `feeds.collect`.
		fn operators() -> Vec<OperatorState<AccountId>>;

		/// A price feed as of this block: its price with its oldest value and until when it is fresh (nothing if too few
		/// operators are), its rules, whether something watches it, and each active operator's own value with its age,
		/// whether it counts, and whether he has had the reward of this interval.
		fn feed_state(feed: FeedId) -> PriceState<AccountId>;
	}
}
