// SPDX-License-Identifier: Apache-2.0

//! The debts of the reserve: the amounts that limits held back. They are paid out of the money set
//! aside for them, the oldest first.

use crate::*;
use breakwater_primitives::{AssetId, Balance, IncidentId, Obligations, PoolId};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{fungibles::Balanced, Get},
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;

/// The places behind the first that one payment looks at. Debts that were reduced to zero have left
/// them empty.
pub const MAX_EMPTY_PLACES: u64 = 16;

impl<T: Config> Pallet<T> {
	/// Append a debt to those in its asset. Returns its place.
	pub(crate) fn append_debt(asset: &AssetId, debt: Debt) -> Result<u64, Error<T>> {
		let queue = DebtQueues::<T>::get(asset);
		let place = queue.next;
		let next = place.checked_add(1).ok_or(Error::<T>::Overflow)?;
		Debts::<T>::insert(asset, place, debt);
		DebtQueues::<T>::insert(asset, DebtQueue { next, ..queue });
		Ok(place)
	}

	/// Take a debt off its place.
	pub(crate) fn remove_debt(asset: &AssetId, place: u64) {
		Debts::<T>::remove(asset, place);
		let queue = DebtQueues::<T>::get(asset);
		if queue.first == place {
			// There is a place behind each.
			Self::put_queue(asset, DebtQueue { first: place.saturating_add(1), ..queue });
		}
	}

	/// Write the ends of a queue; those of an empty one are forgotten.
	fn put_queue(asset: &AssetId, queue: DebtQueue) {
		if queue.first < queue.next {
			DebtQueues::<T>::insert(asset, queue);
		} else {
			DebtQueues::<T>::remove(asset);
		}
	}

	/// Passes over the empty places before the oldest debt in an asset, at most
	/// [`MAX_EMPTY_PLACES`] of them. Returns that debt and its place, or `None` if places were
	/// passed over: the next payment goes on from there.
	fn oldest_debt(asset: &AssetId) -> Result<Option<(u64, Debt)>, Error<T>> {
		let mut queue = DebtQueues::<T>::get(asset);
		ensure!(queue.first < queue.next, Error::<T>::NoDebt);
		let passed = queue.next.min(queue.first.saturating_add(MAX_EMPTY_PLACES));
		let old = queue.first;
		let mut debt = Debts::<T>::get(asset, queue.first);
		while debt.is_none() && queue.first < passed {
			queue.first = queue.first.saturating_add(1);
			debt = Debts::<T>::get(asset, queue.first);
		}
		if queue.first > old {
			Self::put_queue(asset, queue);
			return Ok(None);
		}
		Ok(debt.map(|debt| (queue.first, debt)))
	}

	/// Pay the oldest debt in an asset with the money that is set aside. A debt whose incident
	/// takes no money now goes behind the others. Empty places are only passed over.
	pub(crate) fn do_pay_debt(asset: &AssetId) -> DispatchResult {
		let Some((place, (incident, pool))) = Self::oldest_debt(asset)? else { return Ok(()) };
		let backing = Backings::<T>::get(incident, pool).ok_or(Error::<T>::NoDebt)?;
		let book = Books::<T>::get(asset);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let amount = Self::payable(asset, &account, book.set_aside).min(backing.owed);
		ensure!(amount > 0 && amount >= backing.least_payment(), Error::<T>::TooLittleSetAside);
		let credit = Self::take(&account, asset, amount)?;
		if let Err(credit) = T::Obligations::pay(incident, pool, credit) {
			// It has just been there.
			T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::BelowMinimum)?;
			return Self::postpone(asset, place, (incident, pool), backing);
		}
		let after = book.pay_debt(amount).ok_or(Error::<T>::Overflow)?;
		let record = Pools::<T>::get(pool, asset).pay_debt(amount).ok_or(Error::<T>::Overflow)?;
		let owed = backing.owed.checked_sub(amount).ok_or(Error::<T>::Overflow)?;
		let paid_later = backing.paid_later.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		Books::<T>::insert(asset, after);
		Pools::<T>::insert(pool, asset, record);
		let place = if owed == 0 {
			Self::remove_debt(asset, place);
			None
		} else {
			Some(place)
		};
		Backings::<T>::insert(incident, pool, Backing { owed, paid_later, place, ..backing });
		Self::deposit_event(Event::DebtPaid {
			incident,
			pool,
			asset: asset.clone(),
			amount,
			set_aside: after.set_aside,
			owed: after.owed,
		});
		Ok(())
	}

	/// Put a debt behind the others.
	fn postpone(asset: &AssetId, place: u64, debt: Debt, backing: Backing) -> DispatchResult {
		let new = Self::append_debt(asset, debt)?;
		Self::remove_debt(asset, place);
		let (incident, pool) = debt;
		Backings::<T>::insert(incident, pool, Backing { place: Some(new), ..backing });
		Ok(())
	}

	/// Reduce the obligation of the reserve for a pool's loss in an incident by `amount`, at most
	/// to zero. The amount was recovered elsewhere. It was never paid, so the pool's
	/// limit has that much more room again.
	pub(crate) fn do_reduce_obligation(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance) {
		let Some(backing) = Backings::<T>::get(incident, pool).filter(|backing| backing.asset == asset)
		else {
			return;
		};
		let amount = amount.min(backing.owed);
		if amount == 0 {
			return;
		}
		let before = Books::<T>::get(&asset);
		let record = Pools::<T>::get(pool, &asset);
		// All are there: the amount is at most the obligation for the incident and the pool. That
		// is a part of all obligations for the pool, and of all obligations in the asset.
		let (Some(book), Some(record), Some(owed)) = (
			before.reduce_obligation(amount),
			record.reduce_obligation(amount),
			backing.owed.checked_sub(amount),
		) else {
			return;
		};
		let mut backing = Backing { owed, ..backing };
		if owed == 0 {
			if let Some(place) = backing.place.take() {
				Self::remove_debt(&asset, place);
			}
		}
		if backing.total() == Some(0) {
			Backings::<T>::remove(incident, pool);
			Self::forget_incident(incident);
		} else {
			Backings::<T>::insert(incident, pool, backing);
		}
		Books::<T>::insert(&asset, book);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::ObligationReduced {
			incident,
			pool,
			asset,
			amount,
			owed_before: before.owed,
			owed: book.owed,
		});
	}

	/// The weight of a payment, with its part at the claims.
	pub(crate) fn pay_debt_weight() -> Weight {
		// It was measured without empty places.
		T::WeightInfo::pay_debt()
			.saturating_add(T::DbWeight::get().reads(MAX_EMPTY_PLACES))
			.saturating_add(T::Obligations::most_weight())
	}

	/// Pay at most one debt of each asset in a block, as far as the meter goes. The queues are as
	/// many as the listed assets in which the reserve owes an amount.
	pub(crate) fn pay_debts(meter: &mut WeightMeter) {
		let look = T::DbWeight::get().reads(3);
		if !meter.can_consume(look) {
			return;
		}
		meter.consume(look);
		let mut last = None;
		loop {
			let mut queues = match last {
				None => DebtQueues::<T>::iter_keys(),
				Some(key) => DebtQueues::<T>::iter_keys_from(key),
			};
			let Some(asset) = queues.next() else { return };
			last = Some(DebtQueues::<T>::hashed_key_for(&asset));
			if !meter.can_consume(look.saturating_add(Self::pay_debt_weight())) {
				return;
			}
			meter.consume(look);
			if Self::is_payable(&asset) {
				meter.consume(Self::pay_debt_weight());
				let paid = frame_support::storage::with_storage_layer(|| Self::do_pay_debt(&asset));
				Self::report(&asset, paid);
			}
		}
	}

	/// True if a payment in this asset would pay enough.
	fn is_payable(asset: &AssetId) -> bool {
		let queue = DebtQueues::<T>::get(asset);
		let debt = Debts::<T>::get(asset, queue.first);
		// An empty place is passed over by the payment.
		let Some((incident, pool)) = debt else { return true };
		let Some(account) = Self::account() else { return false };
		let most = Self::payable(asset, &account, Books::<T>::get(asset).set_aside);
		Backings::<T>::get(incident, pool).is_some_and(|backing| most > 0 && most >= backing.least_payment())
	}

	/// Log a payment that failed.
	fn report(asset: &AssetId, paid: Result<(), DispatchError>) {
		if let Err(error) = paid {
			log::debug!(target: "runtime::reserve", "no debt in {asset:?} was paid: {error:?}");
		}
	}
}
