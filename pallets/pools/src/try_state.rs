//! The invariants of the pallet, one function each. None panics.

use crate::{pallet::*, types::*};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use breakwater_math::stream;
use breakwater_primitives::{Balance, IncidentId, PoolId, ProductId};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_core::U256;
use sp_runtime::DispatchError;

type Checked = Result<(), DispatchError>;

const OVERFLOW: DispatchError = DispatchError::Other("a sum overflows");

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Checked {
		for (id, pool) in Pools::<T>::iter() {
			ensure!(id < NextPool::<T>::get(), "a pool has an id that was not given out");
			Self::check_balance(id, &pool)?;
			Self::check_shares(id, &pool)?;
			Self::check_streams(id, &pool)?;
			Self::check_exposures(id, &pool)?;
			Self::check_pins(id)?;
			Self::check_capital(id, &pool)?;
			Self::check_claimable(id, &pool)?;
		}
		Self::check_underwriters()?;
		Self::check_deposits()?;
		Self::check_orphans()
	}

	/// Assets, premium not given out, dues and claimable money are at most the account's balance.
	fn check_balance(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let held = pool.held().ok_or(OVERFLOW)?;
		let balance = T::Assets::balance(pool.asset.clone(), &Self::account_of(id)?);
		ensure!(held <= balance, "the books of a pool exceed its balance");
		Ok(())
	}

	/// Positions and exits sum to the shares; exits sum to the queued shares; the queue has no hole; a pool without
	/// shares has no cover in force, unless a loss left it short.
	fn check_shares(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut sum: Balance = 0;
		for (_, shares) in Positions::<T>::iter_prefix(id) {
			ensure!(shares > 0, "an empty position is kept");
			sum = sum.checked_add(shares).ok_or(OVERFLOW)?;
		}
		let mut queued: Balance = 0;
		let mut count = 0u32;
		for (index, exit) in Exits::<T>::iter_prefix(id) {
			ensure!((pool.queue.head..pool.queue.tail).contains(&index), "an exit is outside its queue");
			ensure!(exit.shares > 0, "an empty exit is kept");
			queued = queued.checked_add(exit.shares).ok_or(OVERFLOW)?;
			count = count.checked_add(1).ok_or(OVERFLOW)?;
		}
		ensure!(pool.queue.tail.checked_sub(pool.queue.head) == Some(count), "the exit queue has a hole");
		ensure!(queued == pool.queued_shares, "queued shares differ from the exits");
		ensure!(sum.checked_add(queued) == Some(pool.shares), "shares differ from positions and exits");
		let is_idle = PoolLines::<T>::get(id).iter().all(|line| line.exposure == 0);
		ensure!(pool.shares > 0 || is_idle || pool.is_short, "nobody bears the cover in force");
		Ok(())
	}

	/// The books sum the buckets: rates, and what is not earned yet; `carry` is below a unit.
	fn check_streams(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut rate = U256::zero();
		let mut unearned = U256::zero();
		for (day, bucket) in PremiumEnds::<T>::iter_prefix(id) {
			let millis = start_of(day).checked_sub(pool.accrued_to).filter(|millis| *millis > 0);
			let millis = millis.ok_or(DispatchError::Other("a premium bucket is over"))?;
			rate = rate.checked_add(bucket.rate).ok_or(OVERFLOW)?;
			let left = stream::unearned(bucket.rate, bucket.remainder, millis).ok_or(OVERFLOW)?;
			unearned = unearned.checked_add(left).ok_or(OVERFLOW)?;
		}
		ensure!(rate == pool.books.rate, "the rate differs from the buckets");
		ensure!(unearned == pool.books.unearned, "unearned premium differs from the buckets");
		ensure!(pool.books.is_sound(), "premium is not exact to the unit");
		Ok(())
	}

	/// Exposures are the sums over the buckets not released yet.
	fn check_exposures(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
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
		for line in PoolLines::<T>::get(id) {
			let sum = sums.remove(&line.product).unwrap_or(0);
			ensure!(sum == line.exposure, "an exposure differs from its buckets");
		}
		ensure!(sums.is_empty(), "a bucket has cover of a product that the pool does not underwrite");
		Ok(())
	}

	/// Pins on the lines are the sums of the incidents' pins; a pool is frozen by exactly the incidents that pin it.
	fn check_pins(id: PoolId) -> Checked {
		let mut sums: BTreeMap<ProductId, Balance> = BTreeMap::new();
		let mut incidents: BTreeSet<IncidentId> = BTreeSet::new();
		for (incident, pool, pin) in Pins::<T>::iter().filter(|(_, pool, _)| *pool == id) {
			ensure!(pool == id && (pin.amount > 0 || pin.is_tallied), "an empty pin is kept");
			let sum = sums.entry(pin.product).or_default();
			*sum = sum.checked_add(pin.amount).ok_or(OVERFLOW)?;
			incidents.insert(incident);
		}
		for line in PoolLines::<T>::get(id) {
			ensure!(sums.remove(&line.product).unwrap_or(0) == line.pinned, "a line differs from its pins");
		}
		ensure!(sums.is_empty(), "a pin is on a product that the pool does not underwrite");
		let frozen = Frozen::<T>::get(id);
		ensure!(frozen.len() == incidents.len(), "freezes differ from open incidents");
		ensure!(frozen.iter().all(|incident| incidents.contains(incident)), "a freeze has no pin");
		Ok(())
	}

	/// Assets cover what is required. Excused only by a settled loss: no governed number enters into what is required.
	fn check_capital(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let lines = PoolLines::<T>::get(id);
		let lines: Vec<_> = lines.iter().map(Into::into).collect();
		let required = breakwater_math::capacity::required(&lines, pool.leverage).ok_or(OVERFLOW)?;
		ensure!(pool.assets >= required || pool.is_short, "a pool lacks required capital without a loss");
		Ok(())
	}

	/// Claimable money sums to the pool's book of it.
	fn check_claimable(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let sum = Claimable::<T>::iter_prefix(id)
			.try_fold(0, |sum: Balance, (_, amount)| sum.checked_add(amount))
			.ok_or(OVERFLOW)?;
		ensure!(sum == pool.claimable, "claimable money differs from its book");
		Ok(())
	}

	/// A pool has a line for a product exactly if it is among the product's underwriters, of the same asset and group.
	fn check_underwriters() -> Checked {
		for (product, pools) in Underwriters::<T>::iter() {
			let unique: BTreeSet<_> = pools.iter().collect();
			ensure!(unique.len() == pools.len(), "an underwriter is listed twice");
			for id in &pools {
				let has_line = PoolLines::<T>::get(id).iter().any(|line| line.product == product);
				ensure!(has_line, "an underwriter has no line");
			}
		}
		for (id, lines) in PoolLines::<T>::iter() {
			let pool = Pools::<T>::get(id).ok_or(DispatchError::Other("a line has no pool"))?;
			let unique: BTreeSet<_> = lines.iter().map(|line| line.product).collect();
			ensure!(unique.len() == lines.len(), "a product has two lines in a pool");
			for line in &lines {
				ensure!(Underwriters::<T>::get(line.product).contains(&id), "a line is not listed");
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

	/// Every pool has a deposit, and every deposit a pool.
	fn check_deposits() -> Checked {
		ensure!(Pools::<T>::iter_keys().all(Deposits::<T>::contains_key::<PoolId>), "a pool has no deposit");
		ensure!(Deposits::<T>::iter_keys().all(Pools::<T>::contains_key::<PoolId>), "a deposit has no pool");
		Ok(())
	}

	/// Nothing hangs on a pool that does not exist.
	fn check_orphans() -> Checked {
		let is_known = Pools::<T>::contains_key::<PoolId>;
		ensure!(Positions::<T>::iter_keys().all(|(id, _)| is_known(id)), "a position has no pool");
		ensure!(Exits::<T>::iter_keys().all(|(id, _)| is_known(id)), "an exit has no pool");
		ensure!(PremiumEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a premium bucket has no pool");
		ensure!(CoverEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a cover bucket has no pool");
		ensure!(Pins::<T>::iter_keys().all(|(_, id)| is_known(id)), "a pin has no pool");
		ensure!(Frozen::<T>::iter_keys().all(is_known), "a freeze has no pool");
		ensure!(Claimable::<T>::iter_keys().all(|(id, _)| is_known(id)), "claimable money has no pool");
		Ok(())
	}
}
