//! What people read: a pool and a position as of this block.

use crate::{pallet::*, types::MAX_BUCKETS};
use alloc::vec::Vec;
use breakwater_math::{shares, stream};
use breakwater_primitives::{Balance, PoolId, PoolLine, PoolState, ONE};

impl<T: Config> Pallet<T> {
	/// A pool as of this block: what was earned and what ended until now is counted in, as a call would do it, and
	/// nothing is written. `None` for an unknown pool.
	pub fn state(pool: PoolId) -> Option<PoolState<T::AccountId>> {
		let book = Self::load(pool, MAX_BUCKETS).ok()?;
		let lines: Option<Vec<PoolLine>> = book
			.lines
			.iter()
			.enumerate()
			.map(|(index, line)| {
				let sells = Self::ensure_sells(&book).is_ok();
				Some(PoolLine {
					product: line.product,
					group: line.group,
					weight: line.weight,
					exposure: line.exposure,
					pinned: line.pinned,
					room: if sells { Self::room(&book, index).ok()? } else { 0 },
				})
			})
			.collect();
		let record = &book.pool;
		Some(PoolState {
			asset: record.asset.clone(),
			manager: record.manager.clone(),
			account: Self::account_of(pool).ok()?,
			assets: record.assets,
			shares: record.shares,
			share_price: price(record.assets, record.shares)?,
			queued_shares: record.queued_shares,
			committed: Self::committed(&book).ok()?,
			required: Self::required(&book).ok()?,
			unearned: stream::units_up(record.books.unearned)?,
			incidents: Frozen::<T>::get(pool).into_inner(),
			lines: lines?,
			behind: book.is_behind,
		})
	}

	/// An underwriter's shares that do not wait to leave, and what they are worth as of this block, rounded down. Zero
	/// for an unknown pool.
	pub fn position(pool: PoolId, who: &T::AccountId) -> (Balance, Balance) {
		let shares = Positions::<T>::get(pool, who);
		let value = Self::load(pool, MAX_BUCKETS).ok().and_then(|book| book.pool.value(shares));
		(shares, value.unwrap_or(0))
	}
}

/// What 10^18 shares would be worth, rounded down: `10^18 × (assets + 1) / (shares + V)`.
fn price(assets: Balance, shares: Balance) -> Option<Balance> {
	let assets = sp_core::U256::from(assets).checked_add(1.into())?;
	let shares = sp_core::U256::from(shares).checked_add(shares::VIRTUAL_SHARES.into())?;
	assets.checked_mul(ONE.into())?.checked_div(shares)?.try_into().ok()
}
