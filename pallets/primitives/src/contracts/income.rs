// SPDX-License-Identifier: Apache-2.0

//! The reserve's income. Implemented by the reserve, used by all pallets that have money for it.

use crate::{AssetId, Balance, PoolId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{
	fungible::hold,
	fungibles::{Balanced, Credit},
	tokens::{Fortitude, Precision, Preservation},
};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, Permill};

/// The source of money that goes to the reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
	/// The share of a pool's earned premium. It counts as the pool's contribution, which bounds the
	/// amount that the reserve gives for the pool.
	Premium(PoolId),
	/// A bond of a report, of an outcome proposal or of an operator that is lost, or never taken
	/// back.
	LostBond,
	/// A part of a validator's bond.
	Slash,
	/// Payouts that were never taken.
	Unclaimed,
	/// Premium that no tranche of a pool takes.
	Residual,
	/// A share of the fees for transactions.
	Fees,
	/// A share of what a protocol sends to its product's fee route.
	FeeRoute,
}

/// A line of the reserve's income.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum IncomeLine {
	/// Shares of pools' earned premiums.
	#[codec(index = 0)]
	Premiums,
	/// Gifts.
	#[codec(index = 1)]
	Donations,
	/// Lost bonds.
	#[codec(index = 2)]
	LostBonds,
	/// Parts of validators' bonds.
	#[codec(index = 3)]
	Slashes,
	/// Payouts that were never taken.
	#[codec(index = 4)]
	Unclaimed,
	/// Premium that no tranche of a pool takes.
	#[codec(index = 5)]
	Residuals,
	/// Money of the treasury, by referendum.
	#[codec(index = 6)]
	Replenishments,
	/// Repayments of loans.
	#[codec(index = 7)]
	Repayments,
	/// Shares of the fees for transactions.
	#[codec(index = 8)]
	Fees,
	/// Shares of what protocols send to their products' fee routes.
	#[codec(index = 9)]
	FeeRoutes,
}

impl From<Source> for IncomeLine {
	fn from(source: Source) -> Self {
		match source {
			Source::Premium(_) => Self::Premiums,
			Source::LostBond => Self::LostBonds,
			Source::Slash => Self::Slashes,
			Source::Unclaimed => Self::Unclaimed,
			Source::Residual => Self::Residuals,
			Source::Fees => Self::Fees,
			Source::FeeRoute => Self::FeeRoutes,
		}
	}
}

/// The reserve's income in one asset since the beginning, by line, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct IncomeSums {
	/// Shares of pools' earned premiums.
	pub premiums: Balance,
	/// Gifts.
	pub donations: Balance,
	/// Lost bonds.
	pub lost_bonds: Balance,
	/// Parts of validators' bonds.
	pub slashes: Balance,
	/// Payouts that were never taken.
	pub unclaimed: Balance,
	/// Premium that no tranche of a pool takes.
	pub residuals: Balance,
	/// Money of the treasury, by referendum.
	pub replenishments: Balance,
	/// Repayments of loans.
	pub repayments: Balance,
	/// Shares of the fees for transactions.
	pub fees: Balance,
	/// Shares of what protocols send to their products' fee routes.
	pub fee_routes: Balance,
}

impl IncomeSums {
	/// Returns the sum of all lines. `None` if it does not fit, which cannot happen to a sum that
	/// [`Self::add`] has made.
	pub fn total(&self) -> Option<Balance> {
		let Self {
			premiums,
			donations,
			lost_bonds,
			slashes,
			unclaimed,
			residuals,
			replenishments,
			repayments,
			fees,
			fee_routes,
		} = self;
		let lines = [
			donations,
			lost_bonds,
			slashes,
			unclaimed,
			residuals,
			replenishments,
			repayments,
			fees,
			fee_routes,
		];
		lines.into_iter().try_fold(*premiums, |sum, line| sum.checked_add(*line))
	}

	/// Returns the sums after income of `amount`. `None` if the total does not fit.
	pub fn add(mut self, line: IncomeLine, amount: Balance) -> Option<Self> {
		let sum = match line {
			IncomeLine::Premiums => &mut self.premiums,
			IncomeLine::Donations => &mut self.donations,
			IncomeLine::LostBonds => &mut self.lost_bonds,
			IncomeLine::Slashes => &mut self.slashes,
			IncomeLine::Unclaimed => &mut self.unclaimed,
			IncomeLine::Residuals => &mut self.residuals,
			IncomeLine::Replenishments => &mut self.replenishments,
			IncomeLine::Repayments => &mut self.repayments,
			IncomeLine::Fees => &mut self.fees,
			IncomeLine::FeeRoutes => &mut self.fee_routes,
		};
		*sum = sum.checked_add(amount)?;
		self.total().map(|_| self)
	}
}

/// The reserve's income.
pub trait Income<Credit> {
	/// The part of every earned premium in an asset that goes to the reserve.
	fn premium_share(asset: &AssetId) -> Permill;
	/// Take in money for good. Money that cannot be taken comes back.
	fn receive(asset: AssetId, source: Source, credit: Credit) -> Result<(), Credit>;
}

/// Take native tokens that are held on an account out of it, all of the amount or none. Locks of
/// votes do not protect a bond, nor does the minimum balance that it has brought.
pub fn withdraw_held<AccountId, Bonds, Assets>(
	reason: &Bonds::Reason,
	who: &AccountId,
	amount: Balance,
) -> Result<Credit<AccountId, Assets>, DispatchError>
where
	Bonds: hold::Mutate<AccountId, Balance = Balance>,
	Assets: Balanced<AccountId, AssetId = AssetId, Balance = Balance>,
{
	Bonds::release(reason, who, amount, Precision::Exact)?;
	let (preservation, fortitude) = (Preservation::Expendable, Fortitude::Force);
	Assets::withdraw(AssetId::Native, who, amount, Precision::Exact, preservation, fortitude)
}

impl<Credit> Income<Credit> for () {
	fn premium_share(_: &AssetId) -> Permill {
		Permill::zero()
	}
	fn receive(_: AssetId, _: Source, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
}
