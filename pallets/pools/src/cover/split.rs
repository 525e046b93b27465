// SPDX-License-Identifier: Apache-2.0

//! The split of earned premium: fees payable of reserve, treasury and manager, the part that repays
//! the reserve's loan, then the tranches.

use crate::{
	book::{add, sub, Book},
	limits::Limits,
	pallet::*,
	types::*,
};
use breakwater_math::premium::{self, Shares};
use breakwater_primitives::{AssetId, Balance, Income, PoolId, PremiumSplit};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

impl<T: Config> Book<T> {
	/// Split earned units, of which `pledged` came from streams pledged to the reserve, and book
	/// them. Then close the pledge if it is over.
	///
	/// Whole units of the pledge can come a step before those of all streams, as each has a carry
	/// of its own. Such units are held back for the next step.
	pub(super) fn book_earned(&mut self, earned: Balance, pledged: Balance) -> DispatchResult {
		let pledged = self.pool.pledge_step(|books| books.cap_pledged(pledged, earned));
		if earned > 0 {
			let split = self.split(earned, pledged)?;
			self.book_split(&split)?;
		}
		self.close_pledge()
	}

	/// Split earned units. The remainders of the roundings are kept.
	fn split(&mut self, earned: Balance, pledged: Balance) -> Result<Split, DispatchError> {
		let shares = Pallet::<T>::shares_at(&self.pool.asset, self.pool.fee, &self.limits());
		let Rests { reserve, treasury, manager, .. } = self.pool.rests;
		let rests = premium::Rests { reserve, treasury, manager };
		let (fees_payable, rests) =
			premium::split(earned, &shares, rests).ok_or(ArithmeticError::Overflow)?;
		let premium::Rests { reserve, treasury, manager } = rests;
		self.pool.rests = Rests { reserve, treasury, manager, ..self.pool.rests };
		let loan = self.loan_part(fees_payable.underwriters, pledged, earned)?;
		// The loan is at most the underwriters' part.
		let rest = fees_payable.underwriters.saturating_sub(loan);
		let (junior, senior) = (self.pool.junior.is_live(), self.pool.senior.is_live());
		let (of_tranches, left) =
			premium::between_tranches(rest, junior, senior, self.pool.senior_part, self.pool.rests.senior)
				.ok_or(ArithmeticError::Overflow)?;
		self.pool.rests.senior = left;
		Ok(Split {
			reserve: fees_payable.reserve,
			// If no tranche bears the risk, the underwriters' part goes to the reserve, and is no
			// contribution of the pool.
			residual: of_tranches.residual,
			treasury: fees_payable.treasury,
			manager: fees_payable.manager,
			loan,
			senior: of_tranches.senior,
			junior: of_tranches.junior,
		})
	}

	/// Returns the amount of the underwriters' part that repays the loan; see [`premium::loan`]. It
	/// is at most the amount owed.
	fn loan_part(
		&mut self,
		underwriters: Balance,
		pledged: Balance,
		earned: Balance,
	) -> Result<Balance, DispatchError> {
		let Some(pledge) = &self.pool.pledge else {
			return Ok(0);
		};
		let others = sub::<T>(earned, pledged)?;
		let (loan, rest) = premium::loan(underwriters, pledged, others, self.pool.rests.loan)
			.ok_or(ArithmeticError::Overflow)?;
		self.pool.rests.loan = rest;
		Ok(loan.min(pledge.owed))
	}

	/// Book a split.
	fn book_split(&mut self, split: &Split) -> DispatchResult {
		let pool = &mut self.pool;
		pool.fees_payable.reserve = add(pool.fees_payable.reserve, split.reserve)?;
		pool.fees_payable.residual = add(pool.fees_payable.residual, split.residual)?;
		pool.fees_payable.treasury = add(pool.fees_payable.treasury, split.treasury)?;
		pool.fees_payable.manager = add(pool.fees_payable.manager, split.manager)?;
		pool.fees_payable.loan = add(pool.fees_payable.loan, split.loan)?;
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
}

impl<T: Config> Pallet<T> {
	/// Returns the split of a premium at the shares of today, as if it were earned at once and no
	/// rest were left over.
	pub(crate) fn split_of(id: PoolId, premium: Balance) -> Option<PremiumSplit> {
		let pool = Pools::<T>::get(id)?;
		let shares = Self::shares_at(&pool.asset, pool.fee, &Self::limits());
		let (split, _) = premium::split(premium, &shares, premium::Rests::default())?;
		let premium::Split { reserve, treasury, manager, underwriters } = split;
		Some(PremiumSplit { reserve, treasury, manager, underwriters })
	}

	/// The shares of today in a pool of this asset with this manager's fee.
	fn shares_at(asset: &AssetId, fee: Permill, limits: &Limits) -> Shares {
		Shares { reserve: T::Income::premium_share(asset), treasury: limits.treasury_share, manager: fee }
	}
}
