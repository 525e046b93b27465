// SPDX-License-Identifier: Apache-2.0

//! The invariants of cover: premium, exposure, capacity and places.

use super::{Checked, OVERFLOW};
use crate::{pallet::*, types::*};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use breakwater_math::stream;
use breakwater_primitives::{ActiveClock, Balance, PoolId, ProductId};
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The books are the sums of the buckets, in rate and in unearned premium, and `carry` is below
	/// a unit. The premium that no policy has any more is a part of each bucket.
	pub(super) fn check_streams(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut rate = U256::zero();
		let mut unearned = U256::zero();
		for (day, bucket) in PremiumEnds::<T>::iter_prefix(id) {
			let millis = start_of(day).checked_sub(pool.accrued_to).filter(|millis| *millis > 0);
			let millis = millis.ok_or(DispatchError::Other("a premium bucket is over"))?;
			ensure!(!bucket.is_empty(), "an empty premium bucket is kept");
			let is_part =
				bucket.retained_rate <= bucket.rate && bucket.retained_remainder <= bucket.remainder;
			ensure!(is_part, "more premium is retained than there is");
			rate = rate.checked_add(bucket.rate).ok_or(OVERFLOW)?;
			let left = stream::unearned(bucket.rate, bucket.remainder, millis).ok_or(OVERFLOW)?;
			unearned = unearned.checked_add(left).ok_or(OVERFLOW)?;
		}
		ensure!(rate == pool.books.rate, "the rate differs from the buckets");
		ensure!(unearned == pool.books.unearned, "unearned premium differs from the buckets");
		ensure!(pool.books.is_sound(), "premium is not exact to the unit");
		Ok(())
	}

	/// Returns the part of a pool's unearned premium that no policy has any more, in scaled units,
	/// at the moment up to which the pool is caught up. Together with the policies' premium it is
	/// all unearned premium of the pool.
	pub fn retained(id: PoolId) -> Option<U256> {
		let accrued_to = Pools::<T>::get(id)?.accrued_to;
		PremiumEnds::<T>::iter_prefix(id).try_fold(U256::zero(), |sum, (day, bucket)| {
			let millis = start_of(day).checked_sub(accrued_to)?;
			sum.checked_add(stream::unearned(bucket.retained_rate, bucket.retained_remainder, millis)?)
		})
	}

	/// Exposures are the sums over the buckets not released yet.
	pub(super) fn check_exposures(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut sums: BTreeMap<ProductId, Balance> = BTreeMap::new();
		for (day, bucket) in CoverEnds::<T>::iter_prefix(id) {
			ensure!(day > pool.released_to, "a cover bucket is over");
			ensure!(!bucket.is_empty(), "an empty cover bucket is kept");
			for (product, cover) in bucket {
				ensure!(cover > 0, "an empty entry of a cover bucket is kept");
				let sum = sums.entry(product).or_default();
				*sum = sum.checked_add(cover).ok_or(OVERFLOW)?;
			}
		}
		for line in &pool.lines {
			let sum = sums.remove(&line.product).unwrap_or(0);
			ensure!(sum == line.exposure, "an exposure differs from its buckets");
		}
		ensure!(sums.is_empty(), "a bucket has cover of a product that the pool does not underwrite");
		Ok(())
	}

	/// Assets cover the required capital. Only a settled loss excuses a lack, as no governed number
	/// enters into the required capital.
	pub(super) fn check_capital(pool: &Pool<T::AccountId>) -> Checked {
		let lines: Vec<_> = pool.lines.iter().map(Into::into).collect();
		let required = breakwater_math::capacity::required(&lines, pool.leverage).ok_or(OVERFLOW)?;
		let assets = pool.assets().ok_or(OVERFLOW)?;
		ensure!(
			assets >= required || pool.is_undercapitalised,
			"a pool lacks required capital without a loss"
		);
		Ok(())
	}

	/// Fees payable were not handed over on a day to come.
	pub(super) fn check_sweep(pool: &Pool<T::AccountId>) -> Checked {
		let today = day_of(T::Clock::now()).ok_or(OVERFLOW)?;
		ensure!(pool.swept_on <= today, "fees_payable were handed over on a day to come");
		Ok(())
	}

	/// A pool has a line for a product exactly if it has a place among the product's underwriters.
	/// The line has the pool's asset and the product's group. A pool has one place on a product,
	/// and no weight if it runs off.
	pub(super) fn check_underwriters() -> Checked {
		for (product, places) in Underwriters::<T>::iter() {
			let pools: Vec<PoolId> = places.iter().collect();
			let unique: BTreeSet<_> = pools.iter().collect();
			ensure!(unique.len() == pools.len(), "an underwriter is listed twice");
			for id in pools {
				let pool = Pools::<T>::get(id);
				let line =
					pool.as_ref().and_then(|pool| pool.lines.iter().find(|line| line.product == product));
				let line = line.ok_or(DispatchError::Other("an underwriter has no line"))?;
				let runs_off = places.running_off.contains(&id);
				ensure!(!runs_off || line.weight.is_zero(), "a pool that runs off has a weight");
			}
		}
		for (id, pool) in Pools::<T>::iter() {
			let lines = &pool.lines;
			let unique: BTreeSet<_> = lines.iter().map(|line| line.product).collect();
			ensure!(unique.len() == lines.len(), "a product has two lines in a pool");
			for line in lines {
				let is_listed = Underwriters::<T>::get(line.product).iter().any(|other| other == id);
				ensure!(is_listed, "a line is not listed");
				let known =
					Products::<T>::get(line.product).ok_or(DispatchError::Other("a line has no product"))?;
				ensure!(
					known == ProductRef { asset: pool.asset.clone(), group: line.group },
					"a line is odd"
				);
			}
		}
		Ok(())
	}
}
