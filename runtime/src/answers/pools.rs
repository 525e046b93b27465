// SPDX-License-Identifier: Apache-2.0

//! Pools and positions of underwriters.

use super::{clocks, name_of, units::*, MAX_LOOKED_AT, MAX_PAGE};
use crate::{AccountId, AssetId, Balance, Pools, Runtime};
use alloc::{string::String, vec::Vec};
use breakwater_math::shares;
use breakwater_primitives as raw;
use codec::{Decode, Encode};
use raw::{GroupId, IncidentId, PoolId, ProductId, Tranche, DAY};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// A pool as of this block. Everything earned until now is included.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolState {
	/// The pool's number.
	pub pool: PoolId,
	/// The pool's asset.
	pub asset: Asset,
	/// The manager.
	pub manager: AccountId,
	/// The account that holds the pool's money.
	pub account: AccountId,
	/// The tranche that bears losses first.
	pub junior: TrancheState,
	/// The tranche that bears losses when junior has no assets left.
	pub senior: TrancheState,
	/// The manager's part of the underwriters' premium.
	pub fee: Permill,
	/// The rise of the fee that is announced.
	pub next_fee: Option<NextFee>,
	/// The part of its proportional premium that senior gets. The rest goes to junior.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may deposit.
	pub is_private: bool,
	/// The total exposure that the pool may bear, in percent of its available capital.
	pub leverage_percent: u32,
	/// The capital that can back new cover.
	pub available: Amount,
	/// The capital that must stay for the cover in force.
	pub required: Amount,
	/// The premium received and not earned yet.
	pub unearned: Amount,
	/// The loan that the pool still has to repay to the reserve.
	pub loan: Amount,
	/// The open incidents that touch the pool. While there are any, deposits and withdrawals are
	/// closed.
	pub incidents: Vec<IncidentId>,
	/// The products that the pool underwrites.
	pub lines: Vec<PoolLine>,
	/// True if `pools.accrue` has to be called before the pool can price anything.
	pub is_behind: bool,
}

impl PoolState {
	/// Returns a pool, or `None` for an unknown one.
	pub fn of(pool: PoolId) -> Option<Self> {
		let state = Pools::state(pool)?;
		let asset = Asset::of(state.asset);
		let clocks = clocks();
		Some(Self {
			pool,
			manager: state.manager,
			account: state.account,
			junior: TrancheState::of(&state.junior, &asset),
			senior: TrancheState::of(&state.senior, &asset),
			fee: state.fee,
			next_fee: state
				.next_fee
				.map(|next| NextFee { fee: next.fee, from: clocks.until_active(next.ready_at) }),
			senior_factor: state.senior_factor,
			is_private: state.is_private,
			leverage_percent: state.leverage,
			available: asset.amount(state.available),
			required: asset.amount(state.required),
			unearned: asset.amount(state.unearned),
			loan: asset.amount(state.loan),
			incidents: state.incidents,
			lines: state.lines.iter().map(|line| PoolLine::of(line, &asset)).collect(),
			is_behind: state.behind,
			asset,
		})
	}

	/// Returns a page of all pools, by number.
	pub fn page(after: Option<PoolId>, limit: u32) -> Page<Self> {
		let end = breakwater_pools::NextPool::<Runtime>::get();
		Page::of(rising(after, end), limit, MAX_PAGE, Self::of)
	}
}

/// A rise of a pool manager's fee that is announced and not in force yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct NextFee {
	/// The manager's part of the underwriters' premium from then on.
	pub fee: Permill,
	/// The active time from which it applies.
	pub from: Deadline,
}

/// A tranche of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TrancheState {
	/// The tranche's capital.
	pub assets: Amount,
	/// All shares, including those in the withdrawal queue.
	pub shares: Balance,
	/// The worth of 10^18 shares.
	pub share_price: Amount,
	/// The yields a year, by the change of the share price.
	pub yields: Yields,
	/// The shares in the withdrawal queue.
	pub queued: Balance,
	/// The requests in the withdrawal queue.
	pub queue_length: u32,
	/// The shares whose withdrawal was cancelled and that do not back new cover yet.
	pub unlocking: Balance,
	/// The number of times that the tranche began anew. Shares of an earlier epoch have no value.
	pub epoch: u32,
	/// True if losses took all assets. The tranche takes no deposits until `pools.resetClass`.
	pub is_exhausted: bool,
}

impl TrancheState {
	fn of(tranche: &raw::TrancheState, asset: &Asset) -> Self {
		let mut yields = tranche.yields.iter().map(|known| known.map(Yield::from));
		let mut next = || yields.next().flatten();
		Self {
			assets: asset.amount(tranche.assets),
			shares: tranche.shares,
			share_price: asset.amount(tranche.share_price),
			yields: Yields { week: next(), month: next(), quarter: next() },
			queued: tranche.queued,
			queue_length: tranche.queue_length,
			unlocking: tranche.unlocking,
			epoch: tranche.epoch,
			is_exhausted: tranche.is_exhausted,
		}
	}
}

/// The yields of a tranche, each a year. A yield is none without a record so old, or if the tranche
/// began anew since.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Yields {
	/// The yield over the last 7 days.
	pub week: Option<Yield>,
	/// The yield over the last 30 days.
	pub month: Option<Yield>,
	/// The yield over the last 90 days.
	pub quarter: Option<Yield>,
}

/// A product's place in a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolLine {
	/// The product.
	pub product: ProductId,
	/// The product's name.
	pub name: String,
	/// The correlation group.
	pub group: GroupId,
	/// The part of the available capital that may be exposed to the product.
	pub weight: Permill,
	/// The cover in force.
	pub exposure: Amount,
	/// The most that open incidents could cost.
	pub locked: Amount,
	/// The most that may be exposed to the product.
	pub capacity: Amount,
	/// The largest policy that could be backed now.
	pub room: Amount,
}

impl PoolLine {
	fn of(line: &raw::PoolLine, asset: &Asset) -> Self {
		Self {
			product: line.product,
			name: name_of(line.product),
			group: line.group,
			weight: line.weight,
			exposure: asset.amount(line.exposure),
			locked: asset.amount(line.locked),
			capacity: asset.amount(line.capacity),
			room: asset.amount(line.room),
		}
	}
}

/// The shares and money of one account in a pool as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PositionState {
	/// The pool.
	pub pool: PoolId,
	/// The pool's asset.
	pub asset: Asset,
	/// The shares in the junior tranche.
	pub junior: Holding,
	/// The shares in the senior tranche.
	pub senior: Holding,
	/// The money of withdrawals that could not be paid out. `pools.collect` takes it.
	pub claimable: Amount,
}

impl PositionState {
	/// Returns the position of an account, or `None` for an unknown pool.
	pub fn of(pool: PoolId, who: &AccountId) -> Option<Self> {
		let state = Pools::position(pool, who)?;
		let tranches = Pools::state(pool)?;
		let asset = Asset::of(tranches.asset);
		let holding = |tranche, holding, book| Holding::of(pool, tranche, who, holding, book, &asset);
		Some(Self {
			pool,
			junior: holding(Tranche::Junior, &state.junior, &tranches.junior),
			senior: holding(Tranche::Senior, &state.senior, &tranches.senior),
			claimable: asset.amount(state.claimable),
			asset,
		})
	}

	/// Returns a page of an account's positions, by the number of the pool. It looks at
	/// [`MAX_LOOKED_AT`] pools, and can be empty although there is a next one.
	pub fn page(who: &AccountId, after: Option<PoolId>, limit: u32) -> Page<Self> {
		let count = usize::try_from(if limit == 0 { MAX_PAGE } else { limit.min(MAX_PAGE) }).unwrap_or(0);
		let end = breakwater_pools::NextPool::<Runtime>::get();
		let (mut items, mut looked_at, mut last) = (Vec::new(), 0u32, None);
		let mut pools = rising(after, end).peekable();
		while looked_at < MAX_LOOKED_AT && items.len() < count {
			let Some(pool) = pools.next() else { break };
			looked_at = looked_at.saturating_add(1);
			last = Some(pool);
			if has_something(pool, who) {
				items.extend(Self::of(pool, who));
			}
		}
		Page { items, next: last.filter(|_| pools.peek().is_some()) }
	}
}

/// Returns true if an account has shares or money in a pool.
fn has_something(pool: PoolId, who: &AccountId) -> bool {
	let has_shares = |tranche| breakwater_pools::Positions::<Runtime>::contains_key((pool, tranche, who));
	Tranche::ALL.into_iter().any(has_shares)
		|| breakwater_pools::Claimable::<Runtime>::contains_key(pool, who)
}

/// The shares of one account in one tranche of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holding {
	/// The shares outside the withdrawal queue.
	pub shares: Balance,
	/// Their worth, rounded down.
	pub value: Amount,
	/// The shares in the withdrawal queue.
	pub queued: Balance,
	/// Their worth, rounded down. They are paid at the price of the day of payment.
	pub queued_value: Amount,
	/// The requests to leave, in the order of the queue. Requests far behind in a long queue can be
	/// missing.
	pub withdrawals: Vec<WithdrawalState>,
	/// The part of `shares` whose withdrawal was cancelled and that cannot be moved yet.
	pub unlocking: Balance,
	/// The active time from which the unlocking shares can be moved. None if no shares are
	/// unlocking.
	pub returns: Option<Deadline>,
	/// The shares of an earlier epoch of the tranche. They have no value since the tranche was
	/// reset.
	pub void_shares: Balance,
	/// The deposit for the record, in the native token. It comes back when the record goes: with
	/// the last share, or by `pools.dropPosition` where the shares are void.
	pub deposit: Amount,
}

impl Holding {
	fn of(
		pool: PoolId,
		tranche: Tranche,
		who: &AccountId,
		holding: &raw::Holding,
		book: &raw::TrancheState,
		asset: &Asset,
	) -> Self {
		let clocks = clocks();
		let places = Pools::withdrawal_places(pool, tranche, who);
		let worth = |part| asset.amount(shares::value(part, book.assets, book.shares).unwrap_or_default());
		let withdrawals = places.into_iter().map(|place| WithdrawalState {
			index: place.index,
			shares: place.shares,
			value: worth(place.shares),
			min_out: asset.amount(place.min_out),
			ready: clocks.until_active(place.ready_at),
			requests_ahead: place.requests_ahead,
			ahead: worth(place.shares_ahead),
		});
		// A day of active time begins at a multiple of its length. Beyond the end of time is never.
		let returns = u64::from(holding.unlocks_on).saturating_mul(DAY);
		Self {
			shares: holding.shares,
			value: asset.amount(holding.value),
			queued: holding.queued,
			queued_value: asset.amount(holding.queued_value),
			withdrawals: withdrawals.collect(),
			unlocking: holding.unlocking,
			returns: (holding.unlocking > 0).then(|| clocks.until_active(returns)),
			void_shares: holding.void_shares,
			deposit: Asset::of(AssetId::Native).amount(holding.deposit),
		}
	}
}

/// A request to leave a tranche.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct WithdrawalState {
	/// The index of the request, as `pools.cancelWithdrawal` takes it.
	pub index: u32,
	/// The shares still to be paid.
	pub shares: Balance,
	/// Their worth now, rounded down. They are paid at the price of the day of payment.
	pub value: Amount,
	/// The least worth at which the shares are paid. Below it they go back into the position.
	pub min_out: Amount,
	/// The end of the cooldown. Then the request is paid as far as capital is free, and while no
	/// incident is open.
	pub ready: Deadline,
	/// The number of requests before it in the queue.
	pub requests_ahead: u32,
	/// The worth now of the requests before it, which are paid first.
	pub ahead: Amount,
}

/// The share prices of a pool on one day: the worth of 10^18 shares at the first touch of the day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DayPrices {
	/// The day of wall-clock time.
	pub day: Calendar,
	/// The price of junior; zero if no account bore risk in it.
	pub junior: Amount,
	/// The price of senior; zero if no account bore risk in it.
	pub senior: Amount,
	/// The epoch of junior. Prices of different epoch cannot be compared.
	pub junior_epoch: u32,
	/// The epoch of senior.
	pub senior_epoch: u32,
}

impl DayPrices {
	/// Returns the prices of the last `days` days on which a pool was touched, the newest first.
	pub fn history(pool: PoolId, days: u32) -> Vec<Self> {
		let Some(record) = breakwater_pools::Pools::<Runtime>::get(pool) else { return Vec::new() };
		let asset = Asset::of(record.asset);
		let shown = |prices: raw::DayPrices| Self {
			day: prices.day.into(),
			junior: asset.amount(prices.junior),
			senior: asset.amount(prices.senior),
			junior_epoch: prices.junior_epoch,
			senior_epoch: prices.senior_epoch,
		};
		Pools::history(pool, days).into_iter().map(shown).collect()
	}
}
