//! What goes out of the reserve: the backstop of admitted pools.

use crate::*;
use breakwater_primitives::{AssetId, Balance, Draw, IncidentId, PoolId};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Pay for a pool's loss as far as all limits allow; see [`Ask::answer`] for their order.
	///
	/// `None`, and nothing is changed, if the pool is not admitted or there is nothing to pay and nothing to owe.
	pub(crate) fn do_draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<CreditOf<T>>>, DispatchError> {
		if !Admitted::<T>::contains_key(pool) {
			return Ok(None);
		}
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let book = Books::<T>::get(&asset);
		let limits = Incidents::<T>::get(incident, &asset);
		let first = limits.is_none();
		let limits = limits.unwrap_or_else(|| IncidentAccount::open(book.own, T::PerIncident::get()));
		let record = Pools::<T>::get(pool, &asset);
		let backing =
			Backings::<T>::get(incident, pool).unwrap_or(Backing { asset: asset.clone(), paid: 0, owed: 0 });
		// A pool has one asset for life.
		ensure!(backing.asset == asset, Error::<T>::AssetNotListed);

		let answer = Ask {
			wanted,
			capital,
			before: backing.paid.checked_add(backing.owed).ok_or(Error::<T>::Overflow)?,
			pool_left: record.left(T::PoolMultiple::get()),
			incident_left: limits.left(),
			funds: Self::payable(&asset, &account, book.own),
		}
		.answer();
		let Answer { paid, held_back } = answer;
		if paid == 0 && held_back == 0 {
			return Ok(None);
		}
		let after = book.draw(paid, held_back).ok_or(Error::<T>::Overflow)?;
		let limits =
			IncidentAccount { drawn: limits.drawn.checked_add(paid).ok_or(Error::<T>::Overflow)?, ..limits };
		let record = PoolAccount {
			paid: record.paid.checked_add(paid).ok_or(Error::<T>::Overflow)?,
			owed: record.owed.checked_add(held_back).ok_or(Error::<T>::Overflow)?,
			..record
		};
		let backing = Backing {
			paid: backing.paid.checked_add(paid).ok_or(Error::<T>::Overflow)?,
			owed: backing.owed.checked_add(held_back).ok_or(Error::<T>::Overflow)?,
			..backing
		};

		// Exact, or an error; the last step that can fail.
		let credit = if paid == 0 {
			CreditOf::<T>::zero(asset.clone())
		} else {
			T::Assets::withdraw(
				asset.clone(),
				&account,
				paid,
				Precision::Exact,
				Preservation::Preserve,
				Fortitude::Polite,
			)?
		};
		if first {
			Self::deposit_event(Event::IncidentLimitSet {
				incident,
				asset: asset.clone(),
				funds: limits.funds,
				limit: limits.limit,
			});
		}
		Books::<T>::insert(&asset, after);
		Incidents::<T>::insert(incident, &asset, limits);
		Pools::<T>::insert(pool, &asset, record);
		Backings::<T>::insert(incident, pool, backing);
		Self::deposit_event(Event::Drawn {
			incident,
			pool,
			asset,
			wanted,
			paid,
			held_back,
			own_before: book.own,
			own: after.own,
			owed_before: book.owed,
			owed: after.owed,
		});
		Ok(Some(Draw { credit, held_back }))
	}

	/// What of the reserve's `own` funds can leave its account: all but the minimum balance that keeps the account
	/// alive, as an account that dies takes its dust, and so money of the books, with it.
	fn payable(asset: &AssetId, account: &T::AccountId, own: Balance) -> Balance {
		T::Assets::reducible_balance(asset.clone(), account, Preservation::Preserve, Fortitude::Polite)
			.min(own)
	}
}
