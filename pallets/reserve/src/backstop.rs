// SPDX-License-Identifier: Apache-2.0

//! The money that goes out of the reserve: the backstop of admitted pools. It is lent;
//! its repayment is here too.

use crate::*;
use breakwater_math::draw::{Answer, Ask};
use breakwater_primitives::{ActiveClock, AssetId, Balance, Draw, IncidentId, IncomeLine, PoolId};
use frame_support::{ensure, traits::fungibles::Balanced};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Pay for a pool's loss as far as all limits allow; see [`Ask::answer`] for their order. Own
	/// funds are first, then stake.
	///
	/// Returns `None`, and changes no state, if the pool is not admitted, or was not when the
	/// incident was opened; if the incident is not open; or if the amounts to pay and to owe are
	/// both zero.
	pub(crate) fn do_draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<CreditOf<T>>>, DispatchError> {
		let open = Incidents::<T>::get(incident).filter(|limits| limits.is_open);
		let is_backed =
			|limits: &IncidentAccount| limits.pools.contains(&pool) && Admitted::<T>::contains_key(pool);
		let Some(limits) = open.filter(is_backed) else { return Ok(None) };
		// A product has one asset for life, and a pool too.
		ensure!(limits.asset == asset, Error::<T>::AssetNotListed);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let mut book = Books::<T>::get(&asset);
		book.stake = book.stake.release(T::Clock::active()).ok_or(Error::<T>::Overflow)?;
		let record = Pools::<T>::get(pool, &asset);
		let mut backing = Backings::<T>::get(incident, pool).unwrap_or_else(|| Backing::new(asset.clone()));
		let by_group = Self::drawn_by(&asset, limits.group, limits.opened).ok_or(Error::<T>::Overflow)?;
		let funds = book.funds().ok_or(Error::<T>::Overflow)?;
		let answer = Ask {
			wanted,
			capital,
			before: backing.total().ok_or(Error::<T>::Overflow)?,
			pool_left: record.left(limits.pool_multiple),
			limit_left: limits.left(by_group),
			funds: Self::payable(&asset, &account, funds),
		}
		.answer();
		let Answer { paid, held_back } = answer;
		if paid == 0 && held_back == 0 {
			return Ok(None);
		}
		let (after, from_stake) = book.draw(paid, held_back).ok_or(Error::<T>::Overflow)?;
		let record = record.draw(paid, held_back).ok_or(Error::<T>::Overflow)?;
		let lent = record.lent().ok_or(Error::<T>::Overflow)?;
		backing.paid = backing.paid.checked_add(paid).ok_or(Error::<T>::Overflow)?;
		backing.owed = backing.owed.checked_add(held_back).ok_or(Error::<T>::Overflow)?;
		if backing.owed > 0 && backing.place.is_none() {
			backing.place = Some(Self::append_debt(&asset, (incident, pool))?);
		}
		Self::count_draw(incident, limits, paid)?;

		// Exact, or an error; the last step that can fail.
		let credit = Self::take(&account, &asset, paid)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, record);
		Backings::<T>::insert(incident, pool, backing);
		if after.stake.epoch != book.stake.epoch {
			Self::deposit_event(Event::StakeExhausted { asset: asset.clone(), epoch: after.stake.epoch });
		}
		Self::deposit_event(Event::Drawn {
			incident,
			pool,
			asset,
			wanted,
			paid,
			from_stake,
			held_back,
			own: after.own,
			stake: after.stake.assets,
			owed: after.owed,
			lent,
		});
		Ok(Some(Draw { credit, held_back }))
	}

	/// Count a payment against the limits of its incident and of the group.
	fn count_draw(incident: IncidentId, limits: IncidentAccount, paid: Balance) -> Result<(), Error<T>> {
		if paid == 0 {
			return Ok(());
		}
		let drawn = limits.drawn.checked_add(paid).ok_or(Error::<T>::Overflow)?;
		Draws::<T>::try_mutate(&limits.asset, limits.group, |draws| {
			draws.add(Self::today(), paid).ok_or(Error::<T>::Overflow)
		})?;
		Incidents::<T>::insert(incident, IncidentAccount { drawn, ..limits });
		Ok(())
	}

	/// The amount that a pool still has to repay in an asset.
	pub fn lent(pool: PoolId, asset: &AssetId) -> Balance {
		// `None` cannot happen. Zero would be the safe answer, as no repayment is taken then.
		Pools::<T>::get(pool, asset).lent().unwrap_or(0)
	}

	/// Take back a part of a loan. The credit comes back, and no state is changed, if it is not in
	/// `asset`, the pool does not owe so much, a sum would not fit, or the account cannot hold it.
	pub(crate) fn do_repay(pool: PoolId, asset: AssetId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if credit.asset() != asset {
			return Err(credit);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(credit) };
		let before = Books::<T>::get(&asset);
		let record = Pools::<T>::get(pool, &asset);
		let repaid = before.repay(amount, &Self::income_rules());
		let (Some((after, split)), Some(record)) = (repaid, record.repay(amount)) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::LoanRepaid {
			pool,
			amount,
			split,
			own: after.own,
			lent: Self::lent(pool, &asset),
			asset,
		});
		Ok(())
	}

	/// Take back a part of a loan that was written off. The credit comes back, and no state is
	/// changed, if it is not in `asset`, so much was not written off, a sum would not fit, or the
	/// account cannot hold it.
	pub(crate) fn do_restore(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if amount == 0 {
			return Ok(());
		}
		let backing = Backings::<T>::get(incident, pool).and_then(|backing| backing.restore(amount));
		let Some(backing) = backing.filter(|backing| credit.asset() == asset && backing.asset == asset)
		else {
			return Err(credit);
		};
		let taken = Books::<T>::get(&asset).take(IncomeLine::Repayments, amount, &Self::income_rules());
		let record = Pools::<T>::get(pool, &asset).restore(amount);
		let (Some((after, split)), Some(record), Some(account)) = (taken, record, Self::account()) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, record);
		Backings::<T>::insert(incident, pool, backing);
		let lent = Self::lent(pool, &asset);
		Self::deposit_event(Event::LoanRepaid { pool, amount, split, own: after.own, lent, asset });
		Ok(())
	}

	/// Give up a part of a loan; at most the amount that is lent.
	pub(crate) fn do_write_off(pool: PoolId, asset: AssetId, amount: Balance) {
		// More than is lent cannot come: the runtime's tests compare the loans of pools and reserve
		// after every block.
		let amount = amount.min(Self::lent(pool, &asset));
		if amount == 0 {
			return;
		}
		let book = Books::<T>::get(&asset).write_off(amount);
		let record = Pools::<T>::get(pool, &asset).write_off(amount);
		// Both are there: the amount is at most the loan of the pool, and that loan is a part of
		// all loans.
		let (Some(book), Some(record)) = (book, record) else { return };
		Books::<T>::insert(&asset, book);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::LoanWrittenOff { pool, amount, lent: Self::lent(pool, &asset), asset });
	}
}
