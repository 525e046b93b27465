// SPDX-License-Identifier: Apache-2.0

//! Losses: charged to junior, then to senior, then to the reserve, whatever the number of
//! underwriters. A pool that lacks assets for all incidents pays the certain part first, and the
//! rest as older incidents are decided.

use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	loss,
	tranches::{self, Taken},
};
use breakwater_primitives::{Balance, IncidentId, PoolId, Settlement, Tranche};
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{ArithmeticError, DispatchError};

/// The result of a payment to an incident.
struct Payment<T: Config> {
	/// The money, from the pool and from the reserve.
	pub credit: CreditOf<T>,
	/// The parts of it that the tranches gave.
	pub taken: Taken,
}

impl<T: Config> Pallet<T> {
	/// Charge a totalled loss to a pool. The incident's lock goes, and the freeze by that lock. All
	/// or nothing.
	///
	/// A pool that has enough for everything that stands against the incident pays the whole loss.
	/// Otherwise the incident gets the part that is certain, and the rest by [`Self::do_top_up`].
	/// The amount that the pool still owes by itself keeps it frozen until then: see
	/// [`Pool::is_frozen`].
	pub(crate) fn do_settle(
		incident: IncidentId,
		id: PoolId,
		cutoff: IncidentId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::settle_inner(incident, id, cutoff))
	}

	fn settle_inner(
		incident: IncidentId,
		id: PoolId,
		cutoff: IncidentId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		let lock = Locks::<T>::get(incident, id).ok_or(Error::<T>::NotLocked)?;
		ensure!(lock.stage == LockStage::Totalled, Error::<T>::NotTotalled);
		let loss = lock.amount;
		// Premium earned until now bears the loss too, and is not pledged for the loan.
		let mut book = Self::load_caught_up(id)?;
		Self::settle_catch_up(&mut book);
		let capital = book.assets()?;
		let others = Self::others(incident, &book, cutoff, Some((lock.product, loss)))?;
		let settlement = Settlement { loss, owed_by_pool: loss, ..Settlement::default() };
		let mut short = Short { incident, cutoff, capital, settlement };
		let mut partials = Partials::default();
		let target = if Self::pays_in_full(&book, loss, &others) {
			loss
		} else {
			partials = PartialSettlements::<T>::get(id);
			Self::topped_up(&book, &partials, &short, &others)?
		};
		let has_place = target == loss || Self::has_place(&partials);
		let payment = Self::pay_out(&mut book, &mut short, target, others.are_none() || !has_place)?;

		let settlement = short.settlement;
		let Settlement { from_pool, from_reserve, owed_by_reserve, owed_by_pool, is_final, .. } = settlement;
		if from_pool < loss {
			book.pool.owed = add(book.pool.owed, short.waits_for())?;
			// Without a place the settlement is final, and the amount owed on it is only emitted.
			Self::keep(id, partials, short);
		}
		// Claims that are owed come before the underwriters. Debts that are not kept are not known
		// at a recovery, so that no money is taken for this incident.
		if from_pool == loss || has_place {
			Self::note_loss(incident, id, payment.taken)?;
		}
		let new_assets = book.assets()?;
		// Set for the check in `save`, which clears it unless the pool has less than is required.
		// The release of the lock can only lower the required capital, and the flag is checked
		// again then.
		book.pool.is_undercapitalised = true;
		Self::save(book)?;
		Self::do_release(incident, id, loss);
		let is_undercapitalised = Self::refresh_partial(id)?;
		Self::deposit_event(Event::LossSettled {
			incident,
			pool: id,
			loss,
			from_pool,
			from_junior: payment.taken.junior,
			from_senior: payment.taken.senior,
			from_reserve,
			owed_by_reserve,
			owed_by_pool,
			old_assets: capital,
			new_assets,
			is_undercapitalised,
			is_final,
		});
		Ok((settlement, payment.credit))
	}

	/// Pay an incident that was settled in part the further amount that it gets by now. When no
	/// older incident is left, the reserve is asked and the settlement is final. All or nothing.
	pub(crate) fn do_top_up(
		incident: IncidentId,
		id: PoolId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::top_up_inner(incident, id))
	}

	fn top_up_inner(incident: IncidentId, id: PoolId) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		let mut partials = PartialSettlements::<T>::get(id);
		let mut short = *Self::find(&partials, incident)?;
		let old = short.settlement;
		if old.is_final {
			let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
			return Ok((old, CreditOf::<T>::zero(pool.asset)));
		}
		let mut book = Self::load_caught_up(id)?;
		let others = Self::others(incident, &book, short.cutoff, None)?;
		let target = Self::topped_up(&book, &partials, &short, &others)?;
		let is_last = others.are_none();
		// Premium comes in every block. A top-up of at most a thousandth of the loss waits for the
		// last one.
		let is_worth_it = loss::is_worth_a_step(target.saturating_sub(old.from_pool), old.loss);
		if !is_worth_it && !is_last {
			return Ok((old, CreditOf::<T>::zero(book.pool.asset)));
		}

		Self::settle_catch_up(&mut book);
		let (old_assets, waited_for) = (book.assets()?, short.waits_for());
		let Payment { credit, taken } = Self::pay_out(&mut book, &mut short, target, is_last)?;
		let new = short.settlement;
		book.pool.owed = add(sub::<T>(book.pool.owed, waited_for)?, short.waits_for())?;
		Self::put(&mut partials, short);
		Self::write(id, partials);
		Self::note_loss(incident, id, taken)?;
		let new_assets = book.assets()?;
		// Set for the check in `save`, which clears it unless the pool has less than is required.
		book.pool.is_undercapitalised = true;
		Self::save(book)?;
		let is_undercapitalised = Self::refresh_partial(id)?;
		Self::deposit_event(Event::SettlementToppedUp {
			incident,
			pool: id,
			old,
			new,
			from_junior: taken.junior,
			from_senior: taken.senior,
			old_assets,
			new_assets,
			is_undercapitalised,
		});
		Ok((new, credit))
	}

	/// True if the pool has enough for a loss, for the amounts that stand against it, and for all
	/// that the pool still owes.
	fn pays_in_full(book: &Book<T>, loss: Balance, others: &Others) -> bool {
		// Assets that do not fit are an error of the caller before this.
		let assets = book.assets().unwrap_or_default();
		loss::pays_in_full(assets, loss, others.reserved, others.locks, book.pool.owed)
	}

	/// Returns the total that `short` has from the pool after it is topped up, among the
	/// partial settlements that can be topped up.
	fn topped_up(
		book: &Book<T>,
		partials: &Partials,
		short: &Short,
		others: &Others,
	) -> Result<Balance, DispatchError> {
		// The reserved amount is never above the assets. Without free assets no settlement gets
		// more.
		let free = book.assets()?.saturating_sub(others.reserved);
		let mut shares = alloc::vec![short.share()];
		let others_of = |other: &&Short| other.incident != short.incident && other.waits_for() > 0;
		shares.extend(partials.iter().filter(others_of).map(Short::share));
		// Rounded down, against the claimants.
		Ok(loss::topped_up(free, &shares, 0, others.locks).ok_or(Error::<T>::BooksBroken)?)
	}

	/// Pay an incident out of the pool until it has got `target` from it. With `is_last` the
	/// reserve is asked for the rest, and the part that is not paid stays owed.
	fn pay_out(
		book: &mut Book<T>,
		short: &mut Short,
		target: Balance,
		is_last: bool,
	) -> Result<Payment<T>, DispatchError> {
		let Settlement { loss, from_pool, .. } = short.settlement;
		let taken = Self::take_loss(book, sub::<T>(loss, from_pool)?, sub::<T>(target, from_pool)?)?;
		let more = add(taken.junior, taken.senior)?;
		let from_pool = add(from_pool, more)?;
		let wanted = sub::<T>(loss, from_pool)?;
		let mut credit = Self::withdraw(book, more)?;
		let settlement = &mut short.settlement;
		settlement.from_pool = from_pool;
		settlement.owed_by_pool = wanted;
		settlement.is_final = is_last || wanted == 0;
		if settlement.is_final {
			if wanted > 0 {
				Self::contribute(book)?;
			}
			let (drawn, held_back) = Self::draw(short.incident, book, short.capital, wanted)?;
			settlement.from_reserve = drawn.peek();
			settlement.owed_by_reserve = held_back;
			settlement.owed_by_pool = wanted
				.checked_sub(drawn.peek())
				.and_then(|rest| rest.checked_sub(held_back))
				.ok_or(Error::<T>::DrawMismatch)?;
			credit.subsume(drawn).map_err(|_| Error::<T>::DrawMismatch)?;
			Self::lend(book, short.incident, settlement.from_reserve)?;
		} else {
			// Dust of an exhausted tranche can have repaid a loan.
			book.close_pledge()?;
		}
		Ok(Payment { credit, taken })
	}

	/// Take `from_pool` of a `loss` out of the tranches: junior first, and from senior only the
	/// part that junior lacks. A tranche whose shares are worth almost zero afterwards is
	/// exhausted. Its dust pays the part that the loss still lacks; for the rest see
	/// [`Book::give_dust`]. Returns the amounts taken of each tranche, dust included.
	pub(super) fn take_loss(
		book: &mut Book<T>,
		loss: Balance,
		from_pool: Balance,
	) -> Result<Taken, DispatchError> {
		let (junior, senior) = (book.pool.junior, book.pool.senior);
		let mut taken =
			tranches::waterfall(from_pool, junior.assets, senior.assets).ok_or(Error::<T>::BooksBroken)?;
		book.pool.junior.assets = sub::<T>(junior.assets, taken.junior)?;
		book.pool.senior.assets = sub::<T>(senior.assets, taken.senior)?;
		let mut lacks = sub::<T>(loss, from_pool)?;
		for (tranche, before) in [(Tranche::Junior, junior), (Tranche::Senior, senior)] {
			let record = book.pool.tranche_mut(tranche);
			if !before.is_live() || !record.is_exhausted() {
				continue;
			}
			let dust = core::mem::take(&mut record.assets);
			let used = dust.min(lacks);
			// At most the lacking amount is used.
			lacks = lacks.saturating_sub(used);
			let of_tranche = match tranche {
				Tranche::Junior => &mut taken.junior,
				Tranche::Senior => &mut taken.senior,
			};
			*of_tranche = add(*of_tranche, used)?;
			book.give_dust(tranche, sub::<T>(dust, used)?)?;
			Self::deposit_event(Event::TrancheExhausted { pool: book.id, tranche, dust });
		}
		// A loss of zero moves no capital.
		if (book.pool.junior, book.pool.senior) != (junior, senior) {
			book.pool.refresh_senior_part(book.limits().min_junior);
		}
		Ok(taken)
	}

	/// Update the mark of an undercapitalised pool after a lock is gone. Returns true if the pool
	/// is still undercapitalised.
	pub(super) fn refresh_partial(id: PoolId) -> Result<bool, DispatchError> {
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let required = Self::required_of(&pool.lines, pool.leverage)?;
		pool.is_undercapitalised =
			pool.is_undercapitalised && pool.assets().ok_or(ArithmeticError::Overflow)? < required;
		let is_undercapitalised = pool.is_undercapitalised;
		Pools::<T>::insert(id, pool);
		Ok(is_undercapitalised)
	}
}
