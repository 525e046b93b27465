// SPDX-License-Identifier: Apache-2.0

//! The split of earned premium: dues of reserve, treasury and manager, the reserve's loan, then the
//! classes.

use crate::{
	accrual::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::classes;
use breakwater_primitives::{Balance, Class, Income, PoolId, PremiumSplit, MILLION};
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

impl<T: Config> Book<T> {
	/// Split earned units, of which `pledged` came from streams pledged to the reserve, and book
	/// them. Then close the pledge if it is over.
	///
	/// Whole units of the pledge can come a step before those of all streams, as each has a carry
	/// of its own. Such units are held back for the next step.
	pub fn book_earned(&mut self, earned: Balance, pledged: Balance) -> DispatchResult {
		let pledged = self.pool.pledge_step(|books| books.cap_pledged(pledged, earned));
		if earned > 0 {
			let split = self.split(earned, pledged)?;
			self.book_split(&split)?;
		}
		self.close_pledge()
	}

	/// Split earned units. The remainders of the roundings are kept.
	fn split(&mut self, earned: Balance, pledged: Balance) -> Result<Split, DispatchError> {
		let shares = Pallet::<T>::shares_at(self.pool.fee);
		let (dues, rests) = dues(earned, &shares, self.pool.rests).ok_or(ArithmeticError::Overflow)?;
		let mut split = Split {
			reserve: dues.reserve,
			treasury: dues.treasury,
			manager: dues.manager,
			..Split::default()
		};
		self.pool.rests = rests;
		split.loan = self.loan_part(dues.underwriters, pledged, earned)?;
		// The loan is at most the underwriters' part.
		let rest = dues.underwriters.saturating_sub(split.loan);
		match (self.pool.junior.is_live(), self.pool.senior.is_live()) {
			(true, true) => {
				let (senior, left) = classes::split_stream(rest, self.pool.senior_part, rests.senior)
					.ok_or(ArithmeticError::Overflow)?;
				self.pool.rests.senior = left;
				split.senior = senior;
				// Senior's part is at most one.
				split.junior = rest.saturating_sub(senior);
			}
			(true, false) => split.junior = rest,
			(false, true) => split.senior = rest,
			// No class bears the risk: the underwriters' part goes to the reserve, and is no
			// contribution of the pool.
			(false, false) => split.residual = rest,
		}
		Ok(split)
	}

	/// Returns the amount of the underwriters' part that repays the loan:
	/// `floor(underwriters × pledged / earned)`, with the remainders of earlier roundings counted
	/// in. It is at most the amount owed.
	fn loan_part(
		&mut self,
		underwriters: Balance,
		pledged: Balance,
		earned: Balance,
	) -> Result<Balance, DispatchError> {
		let Some(pledge) = &self.pool.pledge else {
			return Ok(0);
		};
		// Shared like premium between classes, with the pledged units in the place of senior's
		// capital.
		let others = sub::<T>(earned, pledged)?;
		let (loan, rest) = classes::senior_part(others, pledged, MILLION, 0)
			.and_then(|part| classes::split_stream(underwriters, part, self.pool.rests.loan))
			.ok_or(ArithmeticError::Overflow)?;
		self.pool.rests.loan = rest;
		Ok(loan.min(pledge.owed))
	}

	/// Book a split.
	fn book_split(&mut self, split: &Split) -> DispatchResult {
		let pool = &mut self.pool;
		pool.dues.reserve = add(pool.dues.reserve, split.reserve)?;
		pool.dues.residual = add(pool.dues.residual, split.residual)?;
		pool.dues.treasury = add(pool.dues.treasury, split.treasury)?;
		pool.dues.manager = add(pool.dues.manager, split.manager)?;
		pool.dues.loan = add(pool.dues.loan, split.loan)?;
		pool.junior.assets = add(pool.junior.assets, split.junior)?;
		pool.senior.assets = add(pool.senior.assets, split.senior)?;
		if let Some(pledge) = &mut pool.pledge {
			// The loan's part is at most what is owed.
			pledge.owed = pledge.owed.saturating_sub(split.loan);
		}
		let total = &mut self.news.split;
		total.reserve = add(total.reserve, split.reserve)?;
		total.residual = add(total.residual, split.residual)?;
		total.treasury = add(total.treasury, split.treasury)?;
		total.manager = add(total.manager, split.manager)?;
		total.loan = add(total.loan, split.loan)?;
		total.junior = add(total.junior, split.junior)?;
		total.senior = add(total.senior, split.senior)?;
		Ok(())
	}

	/// Close the pledge if it is over: if the debt is zero, or if all its premium is earned. In the
	/// latter case the rest is written off, so that later capital does not enter into debt.
	pub fn close_pledge(&mut self) -> DispatchResult {
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

	/// Give away the dust of a wiped class, which belongs to no account. It repays the loan, and
	/// the rest goes to the other class. If that class is not live, the rest goes to the reserve,
	/// and is no contribution of the pool.
	pub fn give_dust(&mut self, wiped: Class, dust: Balance) -> DispatchResult {
		let pool = &mut self.pool;
		let owed = pool.pledge.map_or(0, |pledge| pledge.owed);
		let loan = dust.min(owed);
		let rest = dust.saturating_sub(loan);
		if let Some(pledge) = &mut pool.pledge {
			pledge.owed = owed.saturating_sub(loan);
		}
		pool.dues.loan = add(pool.dues.loan, loan)?;
		let other = pool.class_mut(wiped.other());
		if other.is_live() {
			other.assets = add(other.assets, rest)?;
		} else {
			pool.dues.residual = add(pool.dues.residual, rest)?;
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Returns the split of a premium at the shares of today, as if it were earned at once and no
	/// rest were left over.
	pub(crate) fn split_of(id: PoolId, premium: Balance) -> Option<PremiumSplit> {
		let shares = Self::shares_at(Pools::<T>::get(id)?.fee);
		dues(premium, &shares, Rests::default()).map(|(split, _)| split)
	}

	/// The shares of today in a pool with this manager's fee.
	fn shares_at(fee: Permill) -> Shares {
		Shares { reserve: T::Income::premium_share(), treasury: Self::limits().treasury_share, manager: fee }
	}
}

/// The shares of an earned premium, by payee.
struct Shares {
	/// The reserve's share of everything.
	reserve: Permill,
	/// The treasury's share of everything.
	treasury: Permill,
	/// The manager's share of the part that those two leave.
	manager: Permill,
}

/// Returns one part of `of`, at most `left`: `floor((of × share + rest) / 10^6)`, and the rest of
/// the division. The amount that `left` cuts off stays in the rest, up to one unit more.
fn part(of: Balance, share: Permill, rest: u32, left: Balance) -> Option<(Balance, u32)> {
	let parts = U256::from(of).checked_mul(share.min(Permill::one()).deconstruct().into())?;
	let parts = parts.checked_add(rest.into())?;
	let units = parts.checked_div(MILLION.into())?.min(left.into());
	// The amount that `left` cuts off is less than a unit as long as the shares sum to at most
	// everything. The cap only binds, and forgives, if they do not.
	let rest = parts
		.checked_sub(units.checked_mul(MILLION.into())?)?
		.min(MILLION.saturating_mul(2).saturating_sub(1).into());
	Some((units.try_into().ok()?, rest.try_into().ok()?))
}

/// Returns the dues of `earned` units. Reserve and treasury take their parts of them, the manager
/// takes a part of the remainder, and the underwriters get the rest. Each part is rounded down. The
/// amounts rounded off are in the rests and count at the next split, so that no payee gains by
/// having premium earned in small steps.
fn dues(earned: Balance, shares: &Shares, rests: Rests) -> Option<(PremiumSplit, Rests)> {
	let (reserve, reserve_rest) = part(earned, shares.reserve, rests.reserve, earned)?;
	let left = earned.checked_sub(reserve)?;
	let (treasury, treasury_rest) = part(earned, shares.treasury, rests.treasury, left)?;
	let left = left.checked_sub(treasury)?;
	let (manager, manager_rest) = part(left, shares.manager, rests.manager, left)?;
	let underwriters = left.checked_sub(manager)?;
	Some((
		PremiumSplit { reserve, treasury, manager, underwriters },
		Rests { reserve: reserve_rest, treasury: treasury_rest, manager: manager_rest, ..rests },
	))
}
