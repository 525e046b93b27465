// SPDX-License-Identifier: Apache-2.0

//! The reserve's income. Implemented by the reserve, used by all pallets that have money for it.

use crate::{AssetId, PoolId};
use sp_runtime::Permill;

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

impl<Credit> Income<Credit> for () {
	fn premium_share() -> Permill {
		Permill::zero()
	}
	fn receive(_: AssetId, _: Source, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
}
