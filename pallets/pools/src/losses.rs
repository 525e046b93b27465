//! Losses are charged to junior, then to senior, then to the reserve, whatever the number of underwriters.

use crate::{
	accrual::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	classes::{self, Taken},
	loss::available,
};
use breakwater_primitives::{Backstop, Balance, Class, IncidentId, PoolId, Settlement};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision},
	},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

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
		// What was earned until now bears the loss too, and is not pledged for the loan.
		let mut book = Self::load_caught_up(id)?;
		Self::settle_catch_up(&mut book);
		let capital = book.assets()?;
		let (known, unknown) = Self::other_pins(incident, id, horizon)?;
		let others = add(known, unknown)?;
		let has_enough = loss.checked_add(others).is_some_and(|all| capital >= all);
		ensure!(has_enough || unknown == 0, Error::<T>::WaitsForOthers);
		// Rounded down, against those who claim.
		let from_pool = loss.min(available(capital, loss, others));

		let Taken { junior: from_junior, senior: from_senior } = Self::charge(&mut book, loss, from_pool)?;
		let from_pool = add(from_junior, from_senior)?;
		let wanted = sub::<T>(loss, from_pool)?;
		let mut credit = Self::withdraw(&book, from_pool)?;
		let (drawn, owed_by_reserve) = Self::draw(incident, &book, capital, wanted)?;
		let from_reserve = drawn.peek();
		credit.subsume(drawn).map_err(|_| Error::<T>::DrawMismatch)?;
		let owed_by_pool = wanted
			.checked_sub(from_reserve)
			.and_then(|rest| rest.checked_sub(owed_by_reserve))
			.ok_or(Error::<T>::DrawMismatch)?;
		Self::lend(&mut book, incident, from_reserve)?;

		let new_assets = book.assets()?;
		// Before the pin is released, which can only lower what is required: then it is looked at again.
		book.pool.is_short = true;
		Self::save(book)?;
		Self::do_release(incident, id);
		let is_short = Self::refresh_short(id)?;
		Self::deposit_event(Event::LossSettled {
			incident,
			pool: id,
			loss,
			from_pool,
			from_junior,
			from_senior,
			from_reserve,
			owed_by_reserve,
			owed_by_pool,
			old_assets: capital,
			new_assets,
			is_short,
		});
		Ok((Settlement { loss, from_pool, from_reserve, owed_by_reserve, owed_by_pool, is_final: true }, credit))
	}

	/// Take `from_pool` of a `loss` out of the classes: junior first, and senior only what junior has not. A class whose
	/// shares are worth next to nothing after it is wiped: its dust goes to what the loss still lacks, then see
	/// [`Book::give_dust`]. Returns what was taken of each, dust included.
	fn charge(book: &mut Book<T>, loss: Balance, from_pool: Balance) -> Result<Taken, DispatchError> {
		let (junior, senior) = (book.pool.junior, book.pool.senior);
		let mut taken =
			classes::waterfall(from_pool, junior.assets, senior.assets).ok_or(Error::<T>::BooksBroken)?;
		book.pool.junior.assets = sub::<T>(junior.assets, taken.junior)?;
		book.pool.senior.assets = sub::<T>(senior.assets, taken.senior)?;
		let mut lacks = sub::<T>(loss, from_pool)?;
		for (class, before) in [(Class::Junior, junior), (Class::Senior, senior)] {
			let record = book.pool.class_mut(class);
			if !before.is_live() || !record.is_wiped() {
				continue;
			}
			let dust = core::mem::take(&mut record.assets);
			let used = dust.min(lacks);
			// What it lacks is at least what is used.
			lacks = lacks.saturating_sub(used);
			let of_class = match class {
				Class::Junior => &mut taken.junior,
				Class::Senior => &mut taken.senior,
			};
			*of_class = add(*of_class, used)?;
			book.give_dust(class, sub::<T>(dust, used)?)?;
			Self::deposit_event(Event::ClassWiped { pool: book.id, class, dust });
		}
		// A loss of nothing moves no capital.
		if (book.pool.junior, book.pool.senior) != (junior, senior) {
			book.pool.refresh_senior_part();
		}
		Ok(taken)
	}

	/// Book what the reserve gave as a loan, for which the premium that is unearned now is pledged, and nothing else. What
	/// was still owed from earlier loans is pledged for anew.
	fn lend(book: &mut Book<T>, incident: IncidentId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			let pool = &mut book.pool;
			let owed = add(pool.pledge.map_or(0, |pledge| pledge.owed), amount)?;
			pool.generation = pool.generation.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			pool.pledge = Some(Pledge { owed, books: pool.books });
			Self::deposit_event(Event::LoanTaken { pool: book.id, incident, amount, owed });
		}
		// Without premium to come the loan is lost at once. And dust of a wiped class may have repaid an earlier one.
		book.close_pledge()
	}

	/// Ask the reserve for what the pool lacks. Returns the money and what the reserve owes beyond it.
	fn draw(
		incident: IncidentId,
		book: &Book<T>,
		capital: Balance,
		wanted: Balance,
	) -> Result<(CreditOf<T>, Balance), DispatchError> {
		let asset = book.pool.asset.clone();
		let nothing = || (CreditOf::<T>::zero(asset.clone()), 0);
		if wanted == 0 {
			return Ok(nothing());
		}
		let drawn = T::Backstop::draw(incident, book.id, asset.clone(), capital, wanted)?;
		Ok(drawn.map_or_else(nothing, |draw| (draw.credit, draw.held_back)))
	}

	/// Money out of the pool's account.
	pub(crate) fn withdraw(book: &Book<T>, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
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
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let required = Self::required_of(&PoolLines::<T>::get(id), pool.leverage)?;
		pool.is_short = pool.is_short && pool.assets().ok_or(ArithmeticError::Overflow)? < required;
		let is_short = pool.is_short;
		Pools::<T>::insert(id, pool);
		Ok(is_short)
	}
}
