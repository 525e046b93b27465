//! Capital leaves: one queue a pool, served at the price of the day, as far as capital is free.

use crate::{accrual::Book, pallet::*, types::*, weights::WeightInfo};
use breakwater_math::shares;
use breakwater_primitives::{AssetId, Balance, PoolId};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Mutate, weights::WeightMeter};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request_exit(
		who: T::AccountId,
		id: PoolId,
		shares: Balance,
		min_out: Balance,
	) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		let position = Positions::<T>::get(id, &who);
		let left = position.checked_sub(shares).ok_or(Error::<T>::NotEnoughShares)?;
		// Rounded down, against the one who leaves.
		let value = book.pool.value(shares).ok_or(ArithmeticError::Overflow)?;
		ensure!(value > 0 && value >= min_out, Error::<T>::ValueBelowLimit);
		let min_exit = ListedAssets::<T>::get(&book.pool.asset).map_or(0, |rules| rules.min_exit);
		ensure!(left == 0 || value >= min_exit, Error::<T>::ExitTooSmall);
		let ready_at =
			Self::clocks().active.checked_add(Self::limits().cooldown).ok_or(ArithmeticError::Overflow)?;
		let index = book.pool.queue.tail;
		let tail = index.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let queued = book.pool.queued_shares.checked_add(shares).ok_or(ArithmeticError::Overflow)?;

		Self::settle_catch_up(&mut book);
		book.pool.queue.tail = tail;
		book.pool.queued_shares = queued;
		Self::save(book)?;
		Exits::<T>::insert(id, index, Exit { who: who.clone(), shares, ready_at });
		if left == 0 {
			Positions::<T>::remove(id, &who);
		} else {
			Positions::<T>::insert(id, &who, left);
		}
		Self::deposit_event(Event::ExitRequested { pool: id, who, index, shares, value, ready_at });
		Ok(())
	}

	pub(crate) fn do_serve_exits(id: PoolId, max: u32) -> DispatchResult {
		ensure!((1..=MAX_SERVE).contains(&max), Error::<T>::CountOutOfRange);
		let mut book = Self::load_caught_up(id)?;
		ensure!(!Self::is_frozen(id), Error::<T>::PoolFrozen);
		Self::settle_catch_up(&mut book);
		let mut served = 0u32;
		while served < max && Self::serve_head(&mut book)? {
			served = served.saturating_add(1);
		}
		ensure!(served > 0, Error::<T>::NothingToServe);
		Self::save(book)
	}

	/// Work on the head of the queue. `false`: nothing can be done now.
	pub(crate) fn serve_head(book: &mut Book<T>) -> Result<bool, DispatchError> {
		let Queue { head, tail } = book.pool.queue;
		if head >= tail {
			return Ok(false);
		}
		let exit = Exits::<T>::get(book.id, head).ok_or(Error::<T>::BooksBroken)?;
		if Self::clocks().active < exit.ready_at {
			return Ok(false);
		}
		let value = book.pool.value(exit.shares).ok_or(ArithmeticError::Overflow)?;
		if value == 0 || book.pool.is_wiped() {
			Self::burn(book, &exit, exit.shares)?;
			Self::deposit_event(Event::ExitDropped {
				pool: book.id,
				who: exit.who,
				index: head,
				shares: exit.shares,
			});
			return Ok(true);
		}
		// Saturates after a loss that left the pool short: then nothing is free.
		let free = book.pool.assets.saturating_sub(Self::required(book)?);
		if free == 0 {
			return Ok(false);
		}
		let (amount, shares) = if value <= free {
			(value, exit.shares)
		} else {
			// Rounded up, against the one who leaves; never more than all, as all are worth more than what is free.
			let cost =
				shares::cost(free, book.pool.assets, book.pool.shares).ok_or(ArithmeticError::Overflow)?;
			(free, cost.min(exit.shares))
		};
		Self::burn(book, &exit, shares)?;
		book.pool.assets = book.pool.assets.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		let shares_left = exit.shares.checked_sub(shares).ok_or(ArithmeticError::Underflow)?;
		Self::deposit_event(Event::ExitPaid {
			pool: book.id,
			who: exit.who.clone(),
			index: head,
			shares,
			amount,
			shares_left,
			assets: book.pool.assets,
		});
		if !Self::pay(book.id, &book.pool.asset, &exit.who, amount)? {
			Self::book_payment(book, exit.who, amount)?;
		}
		Ok(true)
	}

	/// Take `shares` of the head out of the queue and out of existence.
	fn burn(book: &mut Book<T>, exit: &Exit<T::AccountId>, shares: Balance) -> DispatchResult {
		let pool = &mut book.pool;
		pool.shares = pool.shares.checked_sub(shares).ok_or(Error::<T>::BooksBroken)?;
		pool.queued_shares = pool.queued_shares.checked_sub(shares).ok_or(Error::<T>::BooksBroken)?;
		let left = exit.shares.checked_sub(shares).ok_or(Error::<T>::BooksBroken)?;
		let head = pool.queue.head;
		if left == 0 {
			Exits::<T>::remove(book.id, head);
			pool.queue.head = head.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		} else {
			Exits::<T>::insert(book.id, head, Exit { shares: left, ..exit.clone() });
		}
		Ok(())
	}

	/// Pay out of a pool's account. `false`: the payee cannot receive it, and nothing was changed.
	pub(crate) fn pay(
		id: PoolId,
		asset: &AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<bool, DispatchError> {
		let account = Self::account_of(id)?;
		let paid = with_storage_layer(|| {
			let moved = T::Assets::transfer(asset.clone(), &account, who, amount, Self::PAYS)?;
			ensure!(moved == amount, Error::<T>::BooksBroken);
			Ok::<_, DispatchError>(())
		});
		Ok(paid.is_ok())
	}

	/// Book money that its payee cannot receive.
	fn book_payment(book: &mut Book<T>, who: T::AccountId, amount: Balance) -> DispatchResult {
		book.pool.claimable = book.pool.claimable.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		let total =
			Claimable::<T>::get(book.id, &who).checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Claimable::<T>::insert(book.id, &who, total);
		Self::deposit_event(Event::PaymentBooked { pool: book.id, who, amount, total });
		Ok(())
	}

	pub(crate) fn do_collect(who: T::AccountId, id: PoolId) -> DispatchResult {
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let amount = Claimable::<T>::take(id, &who);
		ensure!(amount > 0, Error::<T>::NothingToCollect);
		pool.claimable = pool.claimable.checked_sub(amount).ok_or(Error::<T>::BooksBroken)?;
		T::Assets::transfer(pool.asset.clone(), &Self::account_of(id)?, &who, amount, Self::PAYS)?;
		Pools::<T>::insert(id, pool);
		Self::deposit_event(Event::Collected { pool: id, who, amount });
		Ok(())
	}

	/// The idle visits: pools in turn are looked at, and those with something to do are caught up, hand over their dues
	/// and serve their exits. Ends with the meter, after a whole round, or after [`MAX_IDLE_POOLS`].
	pub(crate) fn visit_pools(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::idle_round()).is_err() {
			return;
		}
		let count = NextPool::<T>::get();
		if count == 0 {
			return;
		}
		let first = IdleCursor::<T>::get().checked_rem(count).unwrap_or(0);
		let mut id = first;
		for _ in 0..count.min(MAX_IDLE_POOLS) {
			if meter.try_consume(T::WeightInfo::idle_peek()).is_err() {
				break;
			}
			if Self::has_work(id) {
				// With room for one exit at least, so that no queue is passed by. A pool without room is the next block's
				// first.
				let least = T::WeightInfo::idle_visit().saturating_add(T::WeightInfo::idle_exit());
				if !meter.can_consume(least) {
					break;
				}
				meter.consume(T::WeightInfo::idle_visit());
				let visited = with_storage_layer(|| Self::visit(id, meter));
				if let Err(error) = visited {
					log::error!(target: "runtime::pools", "idle visit of pool {id} failed: {error:?}");
				}
			}
			id = next_in_round(id, count);
		}
		if id != first {
			IdleCursor::<T>::put(id);
		}
	}

	/// Whether an idle visit could do something: premium to earn, cover to end, dues to hand over, or exits.
	pub(crate) fn has_work(id: PoolId) -> bool {
		let Some(pool) = Pools::<T>::get(id) else {
			return false;
		};
		let ends_cover = || {
			day_of(Self::clocks().active).is_some_and(|today| pool.released_to < today)
				&& PoolLines::<T>::get(id).iter().any(|line| line.exposure > 0)
		};
		!pool.books.unearned.is_zero()
			|| pool.queue.head < pool.queue.tail
			|| pool.dues != Dues::default()
			|| ends_cover()
	}

	pub(crate) fn visit(id: PoolId, meter: &mut WeightMeter) -> DispatchResult {
		let mut book = Self::load(id, MAX_BUCKETS)?;
		Self::settle_catch_up(&mut book);
		Self::sweep(&mut book)?;
		if !book.is_behind && !Self::is_frozen(id) {
			for _ in 0..MAX_IDLE_EXITS {
				if meter.try_consume(T::WeightInfo::idle_exit()).is_err() || !Self::serve_head(&mut book)? {
					break;
				}
			}
		}
		Self::save(book)
	}
}
