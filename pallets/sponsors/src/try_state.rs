// SPDX-License-Identifier: Apache-2.0

//! The pallet's invariants. Each returns an error and never panics.

use crate::*;
use breakwater_primitives::{AssetId, Balance};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_pledges()?;
		Self::check_routes()
	}

	/// The first loss of all products is on the account, beside its endowment. No more than half of
	/// all cover is pledged, and a share that is lowered is held.
	fn check_pledges() -> Result<(), TryRuntimeError> {
		let account = Self::account().ok_or("sponsors: no account")?;
		let mut sums: alloc::vec::Vec<(AssetId, Balance)> =
			alloc::vec![(AssetId::Native, T::Assets::minimum_balance(AssetId::Native))];
		for Pledge { asset, amount, share, lowered, .. } in Pledges::<T>::iter_values() {
			ensure!(share <= MOST_SHARE, "sponsors: a share is too high");
			let is_lower = lowered.is_none_or(|Lowered { held, .. }| share < held && held <= MOST_SHARE);
			ensure!(is_lower, "sponsors: only a larger share is held");
			match sums.iter_mut().find(|(of, _)| *of == asset) {
				Some((_, sum)) => *sum = sum.checked_add(amount).ok_or("sponsors: a sum does not fit")?,
				None => sums.push((asset, amount)),
			}
		}
		for (asset, sum) in sums {
			let balance = T::Assets::total_balance(asset, &account);
			ensure!(sum <= balance, "sponsors: the books exceed the balance");
		}
		Ok(())
	}

	/// The parts of each route are together at most one.
	fn check_routes() -> Result<(), TryRuntimeError> {
		ensure!(
			Routes::<T>::iter_values().all(|route| route.is_sound()),
			"sponsors: a route gives more than comes"
		);
		Ok(())
	}
}
