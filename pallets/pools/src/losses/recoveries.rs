// SPDX-License-Identifier: Apache-2.0

//! Money that comes to a pool outside premium and deposits: recoveries after a loss, with the loss
//! that they make good, and the payment of a lost bond for a freeze.

use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	loss::{self, Debts},
	tranches::{self, Taken},
};
use breakwater_primitives::{AssetId, Backstop, Balance, IncidentId, PoolId, Recovered, Settlement};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced};
use sp_runtime::{traits::UniqueSaturatedInto, DispatchError, DispatchResult};

/// The records that money is recovered for.
struct Recoverable<T: Config> {
	/// The pool.
	book: Book<T>,
	/// Its partial settlements.
	partials: Partials,
	/// That of the incident, if an amount is owed on it or was lent for it.
	short: Option<Short>,
	/// The loss that the tranches bore, if they did.
	borne: Option<BorneLoss>,
	/// The part of the loan for the incident that the reserve wrote off.
	forgiven: Balance,
}

impl<T: Config> Pallet<T> {
	/// Take in money that was recovered after a final settlement. It pays the pool's debt to the
	/// claims, then the reserve's debt to the claims, then the pool's loan and what was written off
	/// of it for the incident. The reserve keeps the rest for the holders who bore the loss, up to
	/// that loss. The tranches' books are not touched. The credit comes back with an error.
	pub(crate) fn do_recover(
		incident: IncidentId,
		id: PoolId,
		credit: CreditOf<T>,
	) -> Result<Recovered<CreditOf<T>>, (DispatchError, CreditOf<T>)> {
		let Recoverable { book, partials, short, borne, forgiven } =
			match Self::recoverable(incident, id, &credit) {
				Ok(found) => found,
				Err(error) => return Err((error, credit)),
			};
		let asset = book.pool.asset.clone();
		let shares = Self::shares_of(&book, short, borne, forgiven, credit.peek());
		// Both are parts of the credit: the sum fits.
		let (for_claims, rest) = credit.split(shares.pool.saturating_add(shares.reserve));
		let (for_loan, rest) = rest.split(shares.loan);
		let (for_forgiven, rest) = rest.split(shares.forgiven);
		let (for_underwriters, mut back) = rest.split(shares.underwriters);
		let mut loan = for_loan.peek();
		let mut owes_loan = book.pool.pledge.is_some_and(|pledge| pledge.owed > loan);
		let mut paid_before = true;
		if let Err(refused) = Self::repay(book, for_loan) {
			(loan, owes_loan, paid_before) = (0, true, false);
			Self::rejoin(id, &mut back, refused);
		}
		let restored = for_forgiven.peek();
		match T::Backstop::restore(incident, id, asset.clone(), for_forgiven) {
			// Both are parts of the credit: the sum fits.
			Ok(()) => loan = loan.saturating_add(restored),
			Err(refused) => {
				paid_before &= restored == 0;
				Self::rejoin(id, &mut back, refused);
			}
		}
		let mut salvage = for_underwriters.peek();
		// After all debts only.
		let borne = borne.filter(|_| paid_before);
		if let Err(refused) = Self::keep_salvage(incident, id, asset.clone(), borne, for_underwriters) {
			salvage = 0;
			Self::rejoin(id, &mut back, refused);
		}

		let old = short.map(|short| short.settlement);
		let new = short.map(|short| Self::lower_debts(id, partials, short, &shares, owes_loan));
		if shares.reserve > 0 {
			T::Backstop::reduce_obligation(incident, id, asset, shares.reserve);
		}
		Self::deposit_event(Event::Recovered {
			incident,
			pool: id,
			old,
			new,
			loan,
			salvage,
			back: back.peek(),
		});
		Ok(Recovered { settlement: new, for_claims, back })
	}

	/// Lower the debts of a settlement to the claims by the recovered parts, and forget it if the
	/// pool owes no amount any more. Returns the settlement.
	fn lower_debts(
		id: PoolId,
		mut partials: Partials,
		mut short: Short,
		shares: &Debts,
		owes_loan: bool,
	) -> Settlement {
		let new = &mut short.settlement;
		// At most the owed amounts, and all sums are parts of the loss.
		new.owed_by_pool = new.owed_by_pool.saturating_sub(shares.pool);
		new.from_pool = new.from_pool.saturating_add(shares.pool);
		new.owed_by_reserve = new.owed_by_reserve.saturating_sub(shares.reserve);
		new.from_reserve = new.from_reserve.saturating_add(shares.reserve);
		Self::put(&mut partials, short);
		if short.is_paid() && !owes_loan && Self::find(&partials, short.incident).is_ok() {
			Self::forget(id, &mut partials, &short);
		}
		Self::write(id, partials);
		short.settlement
	}

	/// Add a credit to another one of the same asset.
	fn rejoin(id: PoolId, to: &mut CreditOf<T>, credit: CreditOf<T>) {
		if let Err(lost) = to.subsume(credit) {
			log::error!(target: "runtime::pools", "a credit of pool {id} is lost: {:?}", lost.peek());
		}
	}

	/// Let the reserve keep money for the holders who bore a loss. The credit comes back, and the
	/// state is unchanged, if the reserve does not take it.
	fn keep_salvage(
		incident: IncidentId,
		id: PoolId,
		asset: AssetId,
		borne: Option<BorneLoss>,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		let Some(borne) = borne.filter(|_| amount > 0) else { return Err(credit) };
		T::Backstop::salvage(incident, id, asset, borne.held_at, credit)?;
		// At most the loss that is not recovered.
		let recovered = borne.recovered.saturating_add(amount);
		BorneLosses::<T>::insert(incident, id, BorneLoss { recovered, ..borne });
		Ok(())
	}

	/// Note the part of a payment to an incident that the tranches gave. The pool is frozen from
	/// the opening of the incident until its settlement here is final, so that no share changes
	/// hands between the payments: the holders before the last one are those before the first.
	pub(crate) fn note_loss(incident: IncidentId, id: PoolId, taken: Taken) -> DispatchResult {
		let Taken { junior, senior } = taken;
		if junior == 0 && senior == 0 {
			return Ok(());
		}
		let borne = BorneLosses::<T>::get(incident, id).unwrap_or_default();
		let block: u32 = frame_system::Pallet::<T>::block_number().unique_saturated_into();
		let borne = BorneLoss {
			junior: add(borne.junior, junior)?,
			senior: add(borne.senior, senior)?,
			// The first block has no payments.
			held_at: block.saturating_sub(1),
			..borne
		};
		BorneLosses::<T>::insert(incident, id, borne);
		Ok(())
	}

	/// Note that the reserve has paid a part of its debt on a final settlement. One that the pool
	/// keeps no more has no effect here.
	pub(crate) fn do_reserve_paid(incident: IncidentId, id: PoolId, amount: Balance) {
		let mut partials = PartialSettlements::<T>::get(id);
		let Ok(mut short) = Self::find(&partials, incident).copied() else { return };
		let old = short.settlement;
		let amount = amount.min(old.owed_by_reserve);
		// At most the owed amount, and both are parts of the loss.
		short.settlement.owed_by_reserve = old.owed_by_reserve.saturating_sub(amount);
		short.settlement.from_reserve = old.from_reserve.saturating_add(amount);
		Self::put(&mut partials, short);
		let owes_loan = Pools::<T>::get(id).is_some_and(|pool| pool.pledge.is_some_and(|p| p.owed > 0));
		if short.is_paid() && !owes_loan {
			Self::forget(id, &mut partials, &short);
		}
		Self::write(id, partials);
	}

	/// Returns the pool, and the records that money is recovered for.
	fn recoverable(
		incident: IncidentId,
		id: PoolId,
		credit: &CreditOf<T>,
	) -> Result<Recoverable<T>, DispatchError> {
		let partials = PartialSettlements::<T>::get(id);
		// A settlement with debts to the claims is kept. Without one, it has none.
		let short = Self::find(&partials, incident).ok().copied();
		let borne = BorneLosses::<T>::get(incident, id);
		// The whole loss can have been the reserve's.
		let forgiven = T::Backstop::forgiven(incident, id, &credit.asset());
		ensure!(short.is_some() || borne.is_some() || forgiven > 0, Error::<T>::NotPartial);
		ensure!(short.is_none_or(|short| short.settlement.is_final), Error::<T>::NotFinal);
		// Its claims are charged one by one, and more can come.
		ensure!(!Locks::<T>::contains_key(incident, id), Error::<T>::NotFinal);
		ensure!(credit.peek() > 0, Error::<T>::ZeroAmount);
		// Caught up, so that the loan is current.
		let book = Self::load_caught_up(id)?;
		ensure!(book.pool.asset == credit.asset(), Error::<T>::WrongAsset);
		Ok(Recoverable { book, partials, short, borne, forgiven })
	}

	/// Split `amount` by the debts that it pays, and the loss that it makes good.
	fn shares_of(
		book: &Book<T>,
		short: Option<Short>,
		borne: Option<BorneLoss>,
		forgiven: Balance,
		amount: Balance,
	) -> Debts {
		let Settlement { owed_by_pool: pool, owed_by_reserve: reserve, .. } =
			short.map(|short| short.settlement).unwrap_or_default();
		let loan = book.pool.pledge.map_or(0, |pledge| pledge.owed);
		let underwriters = borne.map_or(0, |borne| borne.left());
		loss::recovered(amount, Debts { pool, reserve, loan, forgiven, underwriters })
	}

	/// Repay a part of the pool's debt to the reserve. If the reserve does not take it, the credit
	/// comes back and the state is unchanged.
	fn repay(mut book: Book<T>, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let (id, asset, amount) = (book.id, book.pool.asset.clone(), credit.peek());
		if amount == 0 {
			return Ok(());
		}
		let mut slot = Some(credit);
		let repaid = with_storage_layer(|| {
			Self::settle_catch_up(&mut book);
			if let Some(pledge) = &mut book.pool.pledge {
				pledge.owed = sub::<T>(pledge.owed, amount)?;
			}
			book.close_pledge()?;
			Self::save(book)?;
			// The money is last, as every other step can be rolled back.
			if let Some(credit) = slot.take() {
				if let Err(credit) = T::Backstop::repay(id, asset.clone(), credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok::<_, DispatchError>(())
		});
		repaid.map_err(|_| slot.unwrap_or_else(|| CreditOf::<T>::zero(asset)))
	}

	/// Give money to the holders whose capital is frozen, to each tranche in proportion to its
	/// assets. If the pool is not frozen or not caught up, or if no tranche bears risk in it, the
	/// credit comes back and the state is unchanged.
	pub(crate) fn do_compensate(id: PoolId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let asset = credit.asset();
		let amount = credit.peek();
		if amount == 0 {
			return Ok(());
		}
		let mut slot = Some(credit);
		let given = with_storage_layer(|| {
			Self::give_to_tranches(id, &asset, amount)?;
			// The money is last, as every other step can be rolled back.
			if let Some(credit) = slot.take() {
				let account = Self::account_of(id)?;
				if let Err(credit) = T::Assets::resolve(&account, credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok::<_, DispatchError>(())
		});
		given.map_err(|_| slot.unwrap_or_else(|| CreditOf::<T>::zero(asset)))
	}

	/// Book money that the tranches share in proportion to their assets.
	fn give_to_tranches(id: PoolId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		ensure!(book.pool.asset == *asset, Error::<T>::WrongAsset);
		// While the pool is frozen, no account can have bought in for this money.
		ensure!(book.is_frozen(), Error::<T>::NotLocked);
		let of_live = |tranche: &TrancheBook| if tranche.is_live() { tranche.assets } else { 0 };
		let (junior, senior) = (of_live(&book.pool.junior), of_live(&book.pool.senior));
		let parts = tranches::by_capital(amount, junior, senior).ok_or(Error::<T>::TrancheExhausted)?;
		Self::settle_catch_up(&mut book);
		book.pool.junior.assets = add(book.pool.junior.assets, parts.junior)?;
		book.pool.senior.assets = add(book.pool.senior.assets, parts.senior)?;
		// Fails here if the assets do not sum up, so that later computations do not.
		book.assets()?;
		book.pool.refresh_senior_part(book.limits().min_junior);
		let (junior_assets, senior_assets) = (book.pool.junior.assets, book.pool.senior.assets);
		Self::save(book)?;
		Self::deposit_event(Event::Compensated {
			pool: id,
			junior: parts.junior,
			senior: parts.senior,
			junior_assets,
			senior_assets,
		});
		Ok(())
	}
}
