// SPDX-License-Identifier: Apache-2.0

//! Salvage: money that was recovered for the underwriters who bore a loss. The reserve keeps it for
//! programmes of compensation. It is never its own, and backs no pool.

use crate::*;
use breakwater_primitives::{AssetId, Balance, IncidentId, PoolId};
use frame_support::traits::fungibles::Balanced;

impl<T: Config> Pallet<T> {
	/// Keep money for the underwriters of a pool. The credit comes back, and no state is changed,
	/// if it is not in `asset`, if other money for them is in another asset or of other holders, if
	/// a sum would not fit, or if the account cannot hold it.
	pub(crate) fn do_salvage(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		held_at: u32,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if credit.asset() != asset {
			return Err(credit);
		}
		if amount == 0 {
			return Ok(());
		}
		let before = Salvages::<T>::get(incident, pool).unwrap_or_else(|| Salvage {
			asset: asset.clone(),
			received: 0,
			left: 0,
			held_at,
		});
		// A pool has one asset, and its settlement is final before money is recovered.
		if before.asset != asset || before.held_at != held_at {
			return Err(credit);
		}
		let sums = (Books::<T>::get(&asset).salvage(amount), before.receive(amount));
		let (Some(book), Some(salvage), Some(account)) = (sums.0, sums.1, Self::account()) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		let left = salvage.left;
		Books::<T>::insert(&asset, book);
		Salvages::<T>::insert(incident, pool, salvage);
		Self::deposit_event(Event::SalvageTaken { incident, pool, asset, amount, left, held_at });
		Ok(())
	}

	/// True if open incidents in an asset need the source of a programme: their limits count on own
	/// funds. Recovered money is for others.
	pub(crate) fn is_needed_by_incidents(asset: &AssetId, source: ProgrammeSource) -> bool {
		source == ProgrammeSource::OwnFunds && Freezes::<T>::get(asset).is_on()
	}

	/// Take the money of a programme out of its source.
	pub(crate) fn take_from_source(
		asset: &AssetId,
		total: Balance,
		source: ProgrammeSource,
	) -> Result<(), Error<T>> {
		if let ProgrammeSource::Salvage { incident, pool } = source {
			let salvage = Salvages::<T>::get(incident, pool).filter(|salvage| salvage.asset == *asset);
			let salvage = salvage.ok_or(Error::<T>::NoSalvage)?;
			let salvage = salvage.begin_programme(total).ok_or(Error::<T>::SalvageTooLow)?;
			Salvages::<T>::insert(incident, pool, salvage);
		}
		let book = Books::<T>::get(asset).begin_programme(total, source).ok_or(Error::<T>::FundsTooLow)?;
		Books::<T>::insert(asset, book);
		Ok(())
	}

	/// Give the rest of a programme back to its source.
	pub(crate) fn return_to_source(
		asset: &AssetId,
		left: Balance,
		source: ProgrammeSource,
	) -> Result<(), Error<T>> {
		if let ProgrammeSource::Salvage { incident, pool } = source {
			let salvage = Salvages::<T>::get(incident, pool).ok_or(Error::<T>::NoSalvage)?;
			let salvage = salvage.end_programme(left).ok_or(Error::<T>::Overflow)?;
			Salvages::<T>::insert(incident, pool, salvage);
		}
		let book = Books::<T>::get(asset).end_programme(left, source).ok_or(Error::<T>::Overflow)?;
		Books::<T>::insert(asset, book);
		Ok(())
	}
}
