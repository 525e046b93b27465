//! Losses are charged to the pool, then to the reserve, whatever the number of underwriters.

use crate::{accrual::Book, pallet::*, types::*};
use breakwater_math::loss::available;
use breakwater_primitives::{Backstop, Balance, IncidentId, PoolId, Settlement};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision},
	},
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Charge a tallied loss to a pool and to the reserve, and let the pool go. All or nothing.
	///
	/// A pool that has enough for every incident pays. One that has not waits until the claims of all incidents are known
	/// that were opened before this one was upheld; then each gets its proportional part, and the reserve is asked.
	pub(crate) fn do_settle(
		incident: IncidentId,
		id: PoolId,
		horizon: IncidentId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::settle_inner(incident, id, horizon))
	}

	fn settle_inner(
		incident: IncidentId,
		id: PoolId,
		horizon: IncidentId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		let pin = Pins::<T>::get(incident, id).ok_or(Error::<T>::NotPinned)?;
		ensure!(pin.is_tallied, Error::<T>::NotTallied);
		let loss = pin.amount;
		let mut book = Self::load(id, MAX_BUCKETS)?;
		Self::settle_catch_up(&mut book);
		let capital = book.pool.assets;
		let (known, unknown) = Self::other_pins(incident, id, horizon)?;
		let others = known.checked_add(unknown).ok_or(ArithmeticError::Overflow)?;
		let has_enough = loss.checked_add(others).is_some_and(|all| capital >= all);
		ensure!(has_enough || unknown == 0, Error::<T>::WaitsForOthers);
		// Rounded down, against those who claim.
		let from_pool = loss.min(available(capital, loss, others));
		let wanted = loss.checked_sub(from_pool).ok_or(ArithmeticError::Underflow)?;

		let mut credit = Self::withdraw(&book, from_pool)?;
		let (drawn, owed_by_reserve) = Self::draw(incident, &book, wanted)?;
		let from_reserve = drawn.peek();
		credit.subsume(drawn).map_err(|_| Error::<T>::DrawMismatch)?;
		let owed_by_pool = wanted
			.checked_sub(from_reserve)
			.and_then(|rest| rest.checked_sub(owed_by_reserve))
			.ok_or(Error::<T>::DrawMismatch)?;

		book.pool.assets = capital.checked_sub(from_pool).ok_or(ArithmeticError::Underflow)?;
		let new_assets = book.pool.assets;
		// Before the pin is released, which can only lower what is required: `save` clears the mark again.
		book.pool.is_short = true;
		Self::save(book)?;
		Self::do_release(incident, id);
		let is_short = Self::refresh_short(id)?;
		Self::deposit_event(Event::LossSettled {
			incident,
			pool: id,
			loss,
			from_pool,
			from_reserve,
			owed_by_reserve,
			owed_by_pool,
			old_assets: capital,
			new_assets,
			is_short,
		});
		Ok((Settlement { loss, from_pool, from_reserve, owed_by_reserve, owed_by_pool }, credit))
	}

	/// Ask the reserve for what the pool lacks. Returns the money and what the reserve owes beyond it.
	fn draw(
		incident: IncidentId,
		book: &Book<T>,
		wanted: Balance,
	) -> Result<(CreditOf<T>, Balance), DispatchError> {
		let asset = book.pool.asset.clone();
		let nothing = || (CreditOf::<T>::zero(asset.clone()), 0);
		if wanted == 0 {
			return Ok(nothing());
		}
		let drawn = T::Backstop::draw(incident, book.id, asset.clone(), book.pool.assets, wanted)?;
		Ok(drawn.map_or_else(nothing, |draw| (draw.credit, draw.held_back)))
	}

	/// Money out of the pool's account.
	fn withdraw(book: &Book<T>, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		let asset = book.pool.asset.clone();
		if amount == 0 {
			return Ok(CreditOf::<T>::zero(asset));
		}
		let account = Self::account_of(book.id)?;
		let credit =
			T::Assets::withdraw(asset, &account, amount, Precision::Exact, Self::PAYS, Fortitude::Polite)?;
		ensure!(credit.peek() == amount, Error::<T>::BooksBroken);
		Ok(credit)
	}

	/// Whether the pool is short now that a pin is gone.
	fn refresh_short(id: PoolId) -> Result<bool, DispatchError> {
		let book = Self::load(id, 0)?;
		let is_short = book.pool.is_short && book.pool.assets < Self::required(&book)?;
		Pools::<T>::mutate_extant(id, |pool: &mut Pool<T::AccountId>| pool.is_short = is_short);
		Ok(is_short)
	}
}
