// SPDX-License-Identifier: Apache-2.0

//! The state of the whole chain in a few numbers, for those who watch over it.

use super::{clocks, units::*, FeedPrice, ReserveState, MAX_LOOKED_AT};
use crate::{Feeds, Pools, Runtime, Session};
use alloc::{collections::BTreeMap, vec::Vec};
use breakwater_primitives::{FeedId, PoolId};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// The state of the whole chain as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Vitals {
	/// The block's time.
	pub time: Date,
	/// The incidents that are neither rejected nor settled, of the last 1,024.
	pub incidents_open: u32,
	/// The claims that wait for a decision or a payment, in the last 1,024 incidents.
	pub claims_waiting: u32,
	/// The validators of this session.
	pub validators: u32,
	/// The candidates that are suspended.
	pub suspended: u32,
	/// The feeds that products watch.
	pub feeds: Vec<FeedVitals>,
	/// The capital of the first 1,024 pools.
	pub pools: Vec<PoolVitals>,
	/// The reserve in each of its assets.
	pub reserves: Vec<ReserveVitals>,
}

/// A feed that products watch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeedVitals {
	/// The feed's number.
	pub feed: FeedId,
	/// The median of the fresh values; none if there are too few.
	pub price: Option<FeedPrice>,
	/// The time since the oldest value of the price.
	pub age: Option<Span>,
}

/// A pool's capital.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolVitals {
	/// The pool's number.
	pub pool: PoolId,
	/// The pool's asset.
	pub asset: Asset,
	/// The capital of both tranches.
	pub capital: Amount,
	/// The capital that must stay for the cover in force.
	pub required: Amount,
}

/// The reserve in one asset, and what it stands behind.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReserveVitals {
	/// The reserve.
	pub reserve: ReserveState,
	/// The capital that must stay for the cover in force, in all pools of this asset.
	pub required: Amount,
}

impl Vitals {
	/// Returns the state of the chain.
	pub fn now() -> Self {
		let clocks = clocks();
		let incidents = falling(None, breakwater_claims::NextIncident::<Runtime>::get())
			.take(MAX_LOOKED_AT as usize)
			.filter_map(breakwater_claims::Incidents::<Runtime>::get);
		let (mut open, mut waiting) = (0u32, 0u32);
		for incident in incidents {
			let (is_open, is_payable) = (incident.stage.is_open(), incident.stage.is_payable());
			open = open.saturating_add(is_open.into());
			if is_open || is_payable {
				waiting = waiting.saturating_add(incident.claims.saturating_sub(incident.claims_paid));
			}
		}
		let pools = PoolVitals::all();
		Self {
			time: clocks.now.into(),
			incidents_open: open,
			claims_waiting: waiting,
			validators: count(Session::validators()),
			suspended: count(
				breakwater_validators::Candidates::<Runtime>::get()
					.iter()
					.filter(|candidate| candidate.suspended),
			),
			feeds: breakwater_triggers::WatchedFeeds::<Runtime>::get()
				.into_iter()
				.map(|feed| FeedVitals::of(feed, clocks))
				.collect(),
			reserves: ReserveVitals::all(&pools),
			pools,
		}
	}
}

fn count(items: impl IntoIterator) -> u32 {
	u32::try_from(items.into_iter().count()).unwrap_or(u32::MAX)
}

impl FeedVitals {
	fn of(feed: FeedId, clocks: Clocks) -> Self {
		let price = Feeds::price_state(feed).price;
		Self {
			feed,
			age: price.map(|price| clocks.now.saturating_sub(price.oldest).into()),
			price: price.map(|price| FeedPrice::of(price, clocks)),
		}
	}
}

impl PoolVitals {
	fn all() -> Vec<Self> {
		let end = breakwater_pools::NextPool::<Runtime>::get().min(MAX_LOOKED_AT);
		let of = |pool| {
			let state = Pools::state(pool)?;
			let asset = Asset::of(state.asset);
			Some(Self {
				pool,
				capital: asset.amount(state.junior.assets.saturating_add(state.senior.assets)),
				required: asset.amount(state.required),
				asset,
			})
		};
		rising(None, end).filter_map(of).collect()
	}
}

impl ReserveVitals {
	fn all(pools: &[PoolVitals]) -> Vec<Self> {
		let mut required = BTreeMap::<_, u128>::new();
		for pool in pools {
			let sum = required.entry(pool.asset.id.encode()).or_default();
			*sum = sum.saturating_add(pool.required.units);
		}
		let of = |reserve: ReserveState| {
			let units = required.get(&reserve.asset.id.encode()).copied().unwrap_or_default();
			Self { required: reserve.asset.amount(units), reserve }
		};
		breakwater_reserve::Books::<Runtime>::iter_keys().filter_map(ReserveState::of).map(of).collect()
	}
}
