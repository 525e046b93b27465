// SPDX-License-Identifier: Apache-2.0

//! The reserve's income. Implemented by the reserve, used by all pallets that have money for it.

use crate::{AssetId, Balance, PoolId};
use frame_support::traits::{
	fungible::hold,
	fungibles::{Balanced, Credit},
	tokens::{Fortitude, Precision, Preservation},
};
use sp_runtime::{DispatchError, Permill};

/// The source of money that goes to the reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
	/// The share of a pool's earned premium. It counts as the pool's contribution, which bounds the
	/// amount that the reserve gives for the pool.
	Premium(PoolId),
	/// Lost bonds, payouts that were never taken, and dust. They are no pool's contribution.
	Other,
}

/// The reserve's income.
pub trait Income<Credit> {
	/// The part of every earned premium that goes to the reserve.
	fn premium_share() -> Permill;
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
	fn premium_share() -> Permill {
		Permill::zero()
	}
	fn receive(_: AssetId, _: Source, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
}
