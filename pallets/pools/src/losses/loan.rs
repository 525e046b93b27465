// SPDX-License-Identifier: Apache-2.0

//! The reserve's loan to a pool: the draw for a loss, the pledge for it, and its end.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use breakwater_primitives::{Backstop, Balance, IncidentId, Tranche};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Book the reserve's payment as a loan. Only the premium that is unearned now is pledged for
	/// it. The amount still owed from earlier loans is pledged for anew.
	pub(super) fn lend(book: &mut Book<T>, incident: IncidentId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			let pool = &mut book.pool;
			let owed = add(pool.pledge.map_or(0, |pledge| pledge.owed), amount)?;
			pool.generation = pool.generation.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			pool.pledge = Some(Pledge { owed, books: pool.books });
			Self::deposit_event(Event::LoanTaken { pool: book.id, incident, amount, owed });
		}
		// Without premium to come the loan is lost at once. Dust of an exhausted tranche may also
		// have repaid an earlier loan.
		book.close_pledge()
	}

	/// Ask the reserve for the amount that the pool lacks. Returns the money, and the amount that
	/// the reserve owes beyond it.
	pub(super) fn draw(
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
}

impl<T: Config> Book<T> {
	/// Close the pledge if it is over: if the debt is zero, or if all its premium is earned. In the
	/// latter case the rest is written off, so that later capital does not enter into debt.
	pub(crate) fn close_pledge(&mut self) -> DispatchResult {
		let Some(pledge) = self.pool.pledge else {
			return Ok(());
		};
		if pledge.owed > 0 && !pledge.books.unearned.is_zero() {
			return Ok(());
		}
		self.news.written_off = add(self.news.written_off, pledge.owed)?;
		self.pool.pledge = None;
		self.pool.rests.loan = 0;
		Ok(())
	}

	/// Give away the dust of an exhausted tranche, which belongs to no account. It repays the loan,
	/// and the rest goes to the other tranche. If that tranche is not live, the rest goes to the
	/// reserve, and is no contribution of the pool.
	pub(super) fn give_dust(&mut self, exhausted: Tranche, dust: Balance) -> DispatchResult {
		let pool = &mut self.pool;
		let owed = pool.pledge.map_or(0, |pledge| pledge.owed);
		let loan = dust.min(owed);
		let rest = dust.saturating_sub(loan);
		if let Some(pledge) = &mut pool.pledge {
			pledge.owed = owed.saturating_sub(loan);
		}
		pool.fees_payable.loan = add(pool.fees_payable.loan, loan)?;
		let other = pool.tranche_mut(exhausted.other());
		if other.is_live() {
			other.assets = add(other.assets, rest)?;
		} else {
			pool.fees_payable.residual = add(pool.fees_payable.residual, rest)?;
		}
		Ok(())
	}
}
