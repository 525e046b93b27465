// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod tests;
pub mod weights;

use breakwater_primitives::{ActiveClock, BlockTime, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{Get, OnTimestampSet};
pub use pallet::*;
use scale_info::TypeInfo;

/// The chain's two clocks as of this block.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClockState {
	/// Wall-clock time, in milliseconds of the Unix epoch; zero before the first block.
	pub now: Moment,
	/// Active time, in milliseconds since genesis.
	pub active: Moment,
	/// Wall-clock time of the first block after the last halt; zero if there was none.
	pub resumed_at: Moment,
}

impl ClockState {
	/// Returns the clocks at wall-clock time `now`. Active time goes on by the gap, at most by
	/// `max_gap`. It stands still at the first block, which has no gap before it. A longer gap is a
	/// halt.
	pub fn tick(self, now: Moment, max_gap: Moment) -> Self {
		let gap = if self.now == 0 { 0 } else { now.saturating_sub(self.now) };
		// Saturation: 2^64 milliseconds are half a billion years.
		let resumed_at = if gap > max_gap { now } else { self.resumed_at };
		Self { now: now.max(self.now), active: self.active.saturating_add(gap.min(max_gap)), resumed_at }
	}
}

/// The clock's pallet.
#[frame_support::pallet]
pub mod pallet {
	use super::{weights::WeightInfo, *};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	/// Requirements on the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The longest gap between blocks that counts in full, in milliseconds. A longer one is a
		/// halt.
		type MaxGap: Get<Moment>;
		/// Weights of the pallet's work.
		type WeightInfo: WeightInfo;
	}

	/// The chain's two clocks.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Wall-clock time, active time, and the end of the last halt.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Times<T: Config> = StorageValue<_, ClockState, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// The timestamp inherent sets the clocks, and its benchmark counts the work too. The
			// record is a part of the weight of an empty block.
			T::WeightInfo::tick()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The invariant: the last halt is over.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		let ClockState { now, resumed_at, .. } = Times::<T>::get();
		frame_support::ensure!(resumed_at <= now, "the last halt is over");
		Ok(())
	}
}

impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
	fn on_timestamp_set(now: Moment) {
		Times::<T>::mutate(|times| *times = times.tick(now, T::MaxGap::get()));
	}
}

impl<T: Config> ActiveClock for Pallet<T> {
	fn now() -> Moment {
		Times::<T>::get().now
	}

	fn resumed_at() -> Moment {
		Times::<T>::get().resumed_at
	}

	fn active() -> Moment {
		Times::<T>::get().active
	}

	/// Reads the record once.
	fn block_time() -> BlockTime {
		let ClockState { now, active, .. } = Times::<T>::get();
		BlockTime { now, active }
	}
}
