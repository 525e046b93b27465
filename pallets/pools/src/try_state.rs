// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet, one function each. None panics.

use crate::{pallet::*, positions::PositionOf, types::*, withdrawals::WithdrawalOf};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use breakwater_math::stream;
use breakwater_primitives::{ActiveClock, Balance, Class, Day, IncidentId, PoolId, ProductId, Settlement};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_core::U256;
use sp_runtime::{DispatchError, Permill};

type Checked = Result<(), DispatchError>;

const OVERFLOW: DispatchError = DispatchError::Other("a sum overflows");

impl<T: Config> Pallet<T> {
	/// Check all invariants.
	pub fn do_try_state() -> Checked {
		for (id, pool) in Pools::<T>::iter() {
			ensure!(id < NextPool::<T>::get(), "a pool has an id that was not given out");
			Self::check_balance(id, &pool)?;
			for class in Class::ALL {
				Self::check_shares(id, &pool, class)?;
				Self::check_queue(id, &pool, class)?;
				Self::check_returning(id, &pool, class)?;
			}
			Self::check_classes(id, &pool)?;
			Self::check_streams(id, &pool)?;
			Self::check_pledge(id, &pool)?;
			Self::check_exposures(id, &pool)?;
			Self::check_run_off(id)?;
			Self::check_pins(id)?;
			Self::check_reserved(id, &pool)?;
			Self::check_shorts(id, &pool)?;
			Self::check_capital(id, &pool)?;
			Self::check_sweep(&pool)?;
			Self::check_claimable(id, &pool)?;
			Self::check_history(id, &pool)?;
		}
		Self::check_underwriters()?;
		Self::check_deposits()?;
		Self::check_allowed()?;
		Self::check_orphans()
	}

	/// Both classes' assets, premium not given out, dues and claimable money are at most the
	/// account's balance.
	fn check_balance(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let held = pool.held().ok_or(OVERFLOW)?;
		let balance = T::Assets::balance(pool.asset.clone(), &Self::account_of(id)?);
		ensure!(held <= balance, "the books of a pool exceed its balance");
		Ok(())
	}

	/// Positions of the current series sum to the shares of their class, and their queued shares to
	/// its queued shares. Positions of an earlier series have no queued shares. No position is
	/// empty.
	fn check_shares(id: PoolId, pool: &Pool<T::AccountId>, class: Class) -> Checked {
		let record = pool.class(class);
		let (mut free, mut queued): (Balance, Balance) = (0, 0);
		for (_, position) in Positions::<T>::iter_prefix((id, class)) {
			let position: PositionOf<T> = position;
			ensure!(!position.is_empty(), "an empty position is kept");
			ensure!(position.returning <= position.shares, "more shares return than there are");
			if position.series == record.series {
				free = free.checked_add(position.shares).ok_or(OVERFLOW)?;
				queued = queued.checked_add(position.queued).ok_or(OVERFLOW)?;
			} else {
				ensure!(position.series < record.series, "a position is of a series to come");
				ensure!(position.queued == 0, "worthless shares wait to leave");
			}
		}
		ensure!(queued == record.queued, "queued shares differ from the positions");
		ensure!(free.checked_add(queued) == Some(record.shares), "shares differ from the positions");
		Ok(())
	}

	/// A queue is linked in both directions, from its head to its last, without a hole. Its
	/// requests sum to the queued shares. The requests of an account sum to the queued shares of
	/// its position.
	fn check_queue(id: PoolId, pool: &Pool<T::AccountId>, class: Class) -> Checked {
		let record = pool.class(class);
		let Queue { head, last, tail, length } = record.queue;
		let withdrawals: BTreeMap<u32, WithdrawalOf<T>> =
			Withdrawals::<T>::iter_prefix((id, class)).collect();
		ensure!(u32::try_from(withdrawals.len()) == Ok(length), "the length of a queue is wrong");
		ensure!(length > 0 || head == tail, "an empty queue has a head");
		let mut sums: BTreeMap<T::AccountId, Balance> = BTreeMap::new();
		let mut next = if length > 0 { Some(head) } else { None };
		let mut before = None;
		for _ in 0..length {
			let index = next.ok_or(DispatchError::Other("a queue ends early"))?;
			let withdrawal = withdrawals.get(&index).ok_or(DispatchError::Other("a queue has a hole"))?;
			ensure!(before < Some(index) && index < tail, "a queue is out of order");
			ensure!(before.is_none() || withdrawal.before == before, "a queue is not linked backwards");
			ensure!(withdrawal.shares > 0, "an empty withdrawal is kept");
			let sum = sums.entry(withdrawal.who.clone()).or_default();
			*sum = sum.checked_add(withdrawal.shares).ok_or(OVERFLOW)?;
			(before, next) = (Some(index), withdrawal.after);
		}
		ensure!(next.is_none(), "a queue does not end");
		ensure!(length == 0 || before == Some(last), "the last of a queue is not the last");
		let mut queued: Balance = 0;
		for (who, sum) in sums {
			queued = queued.checked_add(sum).ok_or(OVERFLOW)?;
			let position = Self::position_in(id, class, &who, record.series);
			ensure!(
				position.is_some_and(|position| position.queued == sum),
				"a position misses its requests"
			);
		}
		ensure!(queued == record.queued, "queued shares differ from the withdrawals");
		Ok(())
	}

	/// The returning shares of a class are the sum of its days. While a day has not come, its
	/// shares are those of the positions. No day is over.
	fn check_returning(id: PoolId, pool: &Pool<T::AccountId>, class: Class) -> Checked {
		let record = pool.class(class);
		let today = day_of(T::Clock::active()).ok_or(OVERFLOW)?;
		let mut days: BTreeMap<Day, Balance> = BTreeMap::new();
		for (_, position) in Positions::<T>::iter_prefix((id, class)) {
			if position.series == record.series && position.returning_on(today) > 0 {
				let sum = days.entry(position.returns_on).or_default();
				*sum = sum.checked_add(position.returning).ok_or(OVERFLOW)?;
			}
		}
		let mut all: Balance = 0;
		for (day, shares) in ReturnEnds::<T>::iter_prefix((id, class)) {
			ensure!(day > pool.released_to, "a day of returning shares is over");
			ensure!(shares > 0, "an empty day of returning shares is kept");
			all = all.checked_add(shares).ok_or(OVERFLOW)?;
			ensure!(day <= today || days.remove(&day) == Some(shares), "returning shares differ on a day");
		}
		ensure!(days.is_empty(), "returning shares have no day");
		ensure!(all == record.returning, "returning shares differ from their days");
		Ok(())
	}

	/// A class whose shares are worth almost zero has no assets left. Shares that are in the queue
	/// or returning are at most all shares of the class. Senior's factor and its part are at most
	/// one. A pool in which no class bears risk has no cover in force, unless a loss left it short.
	fn check_classes(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		for class in Class::ALL {
			let record = pool.class(class);
			ensure!(!record.is_wiped() || record.assets == 0, "a wiped class has assets");
			let idle = record.queued.checked_add(record.returning).ok_or(OVERFLOW)?;
			ensure!(idle <= record.shares, "more shares are idle than there are");
		}
		ensure!(pool.senior_factor <= Permill::one(), "a senior factor is above one");
		// Senior's part is above its factor if junior was below its least part when capital moved
		// last.
		ensure!(pool.senior_part <= stream::SCALE, "senior's part is above everything");
		let is_live = pool.junior.shares > 0 || pool.senior.shares > 0;
		let is_idle = PoolLines::<T>::get(id).iter().all(|line| line.backed() == 0);
		ensure!(is_live || is_idle || pool.is_short, "nobody bears the cover in force");
		Ok(())
	}

	/// The books are the sums of the buckets, in rate and in unearned premium, and `carry` is below
	/// a unit. The premium that no policy has any more is a part of each bucket.
	fn check_streams(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
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

	/// A debt to the reserve exists only while premium is pledged for it. The pledge's books are
	/// the sums of the pledged parts of the buckets.
	fn check_pledge(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let Some(pledge) = pool.pledge else {
			return Ok(());
		};
		ensure!(pledge.owed > 0, "a pledge is kept for nothing");
		ensure!(!pledge.books.unearned.is_zero(), "a loan is kept without premium to repay it");
		ensure!(pool.generation > 0, "a loan was never taken");
		let mut rate = U256::zero();
		let mut unearned = U256::zero();
		for (day, bucket) in PremiumEnds::<T>::iter_prefix(id) {
			ensure!(bucket.generation <= pool.generation, "a bucket knows of a loan to come");
			let pledged = bucket.pledged(pool.generation);
			let (of_rate, of_remainder) =
				pledged.ok_or(DispatchError::Other("a bucket is fresher than it is"))?;
			// The check of all streams has shown that the day is to come.
			let millis = start_of(day).saturating_sub(pool.accrued_to);
			rate = rate.checked_add(of_rate).ok_or(OVERFLOW)?;
			let left = stream::unearned(of_rate, of_remainder, millis).ok_or(OVERFLOW)?;
			unearned = unearned.checked_add(left).ok_or(OVERFLOW)?;
		}
		ensure!(rate == pledge.books.rate, "the pledged rate differs from the buckets");
		ensure!(unearned == pledge.books.unearned, "pledged premium differs from the buckets");
		ensure!(pledge.books.is_pledge_of(&pool.books), "a pledge is not part of the whole");
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

	/// The amount set aside for cover that has run off is at most the pin that stays. A pin that
	/// was let go is gone as a whole.
	fn check_run_off(id: PoolId) -> Checked {
		for Line { run_off, .. } in PoolLines::<T>::get(id) {
			ensure!(run_off.cover <= run_off.pin, "more is set aside than stays pinned");
			ensure!(run_off.pin > 0 || run_off == RunOff::default(), "a pin is let go in part");
		}
		Ok(())
	}

	/// The pin of a line is the total of its product's pins. With one incident it is that
	/// incident's pin. With more it is the largest, unless known claims add up. A pool is frozen by
	/// exactly the incidents that pin it.
	fn check_pins(id: PoolId) -> Checked {
		let mut sums: BTreeMap<ProductId, Shared> = BTreeMap::new();
		let mut incidents: BTreeSet<(IncidentId, ProductId)> = BTreeSet::new();
		for (incident, _, pin) in Pins::<T>::iter().filter(|(_, pool, _)| *pool == id) {
			let shared = sums.entry(pin.product).or_default();
			*shared = pin.added_to(*shared).ok_or(OVERFLOW)?;
			incidents.insert((incident, pin.product));
		}
		for line in PoolLines::<T>::get(id) {
			let shared = sums.remove(&line.product).unwrap_or_default();
			ensure!(shared.total() == Some(line.pinned), "a line differs from its pins");
		}
		let is_nothing = |shared: &Shared| shared.total() == Some(0);
		ensure!(sums.values().all(is_nothing), "a pin is on a product that the pool does not underwrite");
		let frozen = Frozen::<T>::get(id);
		ensure!(frozen.len() == incidents.len(), "freezes differ from open incidents");
		ensure!(frozen.iter().all(|entry| incidents.contains(entry)), "a freeze has no pin");
		Ok(())
	}

	/// The assets cover the amounts reserved for incidents and all that could be lost as dust of
	/// wiped classes. A product has at most one reserved pin.
	fn check_reserved(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut products: BTreeSet<ProductId> = BTreeSet::new();
		let mut reserved: Balance = 0;
		for (incident, product) in Frozen::<T>::get(id) {
			let pin = Pins::<T>::get(incident, id).filter(|pin| pin.stage == PinStage::Reserved);
			let Some(pin) = pin else {
				continue;
			};
			ensure!(products.insert(product), "a product has two reserved pins");
			reserved = reserved.checked_add(pin.amount).ok_or(OVERFLOW)?;
		}
		let dust = if reserved > 0 { pool.most_dust().ok_or(OVERFLOW)? } else { 0 };
		let needed = reserved.checked_add(dust).ok_or(OVERFLOW)?;
		ensure!(needed <= pool.assets().ok_or(OVERFLOW)?, "what is reserved exceeds the assets");
		Ok(())
	}

	/// A short settlement accounts for its loss to the unit, got less than the loss from the pool,
	/// and is settled once. A settlement that is not final has zero of the reserve. The amounts
	/// that short settlements wait for sum to the pool's debt.
	fn check_shorts(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut incidents: BTreeSet<IncidentId> = BTreeSet::new();
		let mut owed: Balance = 0;
		let shorts = ShortSettlements::<T>::get(id);
		ensure!(
			!shorts.is_empty() || !ShortSettlements::<T>::contains_key(id),
			"an empty list of short settlements is kept"
		);
		for short in shorts {
			let Settlement { loss, from_pool, from_reserve, owed_by_reserve, owed_by_pool, is_final } =
				short.settlement;
			let all = [from_pool, from_reserve, owed_by_reserve, owed_by_pool]
				.iter()
				.try_fold(0, |sum: Balance, part| sum.checked_add(*part));
			ensure!(all == Some(loss), "a short settlement does not add up");
			ensure!(from_pool < loss, "a settlement that was paid in full is kept");
			ensure!(incidents.insert(short.incident), "an incident has two short settlements");
			ensure!(!Pins::<T>::contains_key(short.incident, id), "a settled incident pins the pool");
			ensure!(is_final || from_reserve == 0, "the reserve paid before its turn");
			ensure!(is_final || owed_by_reserve == 0, "the reserve owes before its turn");
			owed = owed.checked_add(short.waits_for()).ok_or(OVERFLOW)?;
		}
		ensure!(owed == pool.owed, "what a pool owes differs from its short settlements");
		Ok(())
	}

	/// Assets cover the required capital. Only a settled loss excuses a lack, as no governed number
	/// enters into the required capital.
	fn check_capital(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let lines = PoolLines::<T>::get(id);
		let lines: Vec<_> = lines.iter().map(Into::into).collect();
		let required = breakwater_math::capacity::required(&lines, pool.leverage).ok_or(OVERFLOW)?;
		let assets = pool.assets().ok_or(OVERFLOW)?;
		ensure!(assets >= required || pool.is_short, "a pool lacks required capital without a loss");
		Ok(())
	}

	/// Dues were not handed over on a day to come.
	fn check_sweep(pool: &Pool<T::AccountId>) -> Checked {
		let today = day_of(T::Clock::now()).ok_or(OVERFLOW)?;
		ensure!(pool.swept_on <= today, "dues were handed over on a day to come");
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

	/// Every recorded price is in its day's place, and none is of a day or a series to come.
	fn check_history(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		for (slot, prices) in History::<T>::iter_prefix(id) {
			ensure!(slot == slot_of(prices.day), "prices are in the place of another day");
			ensure!(prices.day <= pool.recorded_on, "prices of a day to come are recorded");
			ensure!(prices.junior_series <= pool.junior.series, "prices of a junior series to come");
			ensure!(prices.senior_series <= pool.senior.series, "prices of a senior series to come");
		}
		Ok(())
	}

	/// A pool has a line for a product exactly if it has a place among the product's underwriters.
	/// The line has the pool's asset and the product's group. A pool has one place on a product,
	/// and no weight if it runs off.
	fn check_underwriters() -> Checked {
		for (product, places) in Underwriters::<T>::iter() {
			let pools: Vec<PoolId> = places.iter().collect();
			let unique: BTreeSet<_> = pools.iter().collect();
			ensure!(unique.len() == pools.len(), "an underwriter is listed twice");
			for id in pools {
				let lines = PoolLines::<T>::get(id);
				let line = lines.iter().find(|line| line.product == product);
				let line = line.ok_or(DispatchError::Other("an underwriter has no line"))?;
				let runs_off = places.running_off.contains(&id);
				ensure!(!runs_off || line.weight.is_zero(), "a pool that runs off has a weight");
			}
		}
		for (id, lines) in PoolLines::<T>::iter() {
			let pool = Pools::<T>::get(id).ok_or(DispatchError::Other("a line has no pool"))?;
			let unique: BTreeSet<_> = lines.iter().map(|line| line.product).collect();
			ensure!(unique.len() == lines.len(), "a product has two lines in a pool");
			for line in &lines {
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

	/// Every pool has a deposit, and every deposit a pool.
	fn check_deposits() -> Checked {
		ensure!(Pools::<T>::iter_keys().all(Deposits::<T>::contains_key::<PoolId>), "a pool has no deposit");
		ensure!(Deposits::<T>::iter_keys().all(Pools::<T>::contains_key::<PoolId>), "a deposit has no pool");
		Ok(())
	}

	/// Only private pools have a list of the accounts that may hold shares.
	fn check_allowed() -> Checked {
		for (id, _) in Allowed::<T>::iter_keys() {
			let pool = Pools::<T>::get(id).ok_or(DispatchError::Other("a list has no pool"))?;
			ensure!(pool.is_private, "a pool that is open to all has a list");
		}
		Ok(())
	}

	/// No record belongs to a pool that does not exist.
	fn check_orphans() -> Checked {
		let is_known = Pools::<T>::contains_key::<PoolId>;
		ensure!(Positions::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "a position has no pool");
		ensure!(Withdrawals::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "a withdrawal has no pool");
		ensure!(ReturnEnds::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "returning shares have no pool");
		ensure!(PremiumEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a premium bucket has no pool");
		ensure!(CoverEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a cover bucket has no pool");
		ensure!(Pins::<T>::iter_keys().all(|(_, id)| is_known(id)), "a pin has no pool");
		ensure!(Frozen::<T>::iter_keys().all(is_known), "a freeze has no pool");
		ensure!(ShortSettlements::<T>::iter_keys().all(is_known), "a short settlement has no pool");
		ensure!(Claimable::<T>::iter_keys().all(|(id, _)| is_known(id)), "claimable money has no pool");
		ensure!(History::<T>::iter_keys().all(|(id, _)| is_known(id)), "a history has no pool");
		Ok(())
	}
}
