// SPDX-License-Identifier: Apache-2.0

//! The seeds of the court's draws, made of the VRF outputs of each epoch's primary blocks.
//!
//! BABE makes a number of its own, `NextRandomness`, of the same outputs, and leaves out the
//! segment of 256 that is being filled when the epoch ends. So in an epoch with fewer primary
//! blocks it adds nothing, and otherwise the last ones do not count. This pallet mixes in each
//! output as it comes.
//!
//! It stands behind BABE, which verifies and keeps the output of a block when the block ends. The
//! outputs of secondary blocks do not count: they have an author for each slot, which could
//! withhold its block for next to nothing where a primary author is needed to choose a draw.

use breakwater_primitives::{DrawSeed, Moment};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

pub use pallet::*;

/// The primary blocks of an epoch that make a seed, at least. An epoch of a public chain has 300 on
/// average. With fewer, some authors would choose it, and draws wait.
pub const LEAST_OUTPUTS: u32 = 32;

/// The outputs of an epoch so far, and the seed of those of the epoch before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct State {
	/// The epoch: the index of its session.
	pub epoch: u32,
	/// The hash of all outputs so far.
	pub mixed: [u8; 32],
	/// The outputs of this epoch.
	pub outputs: u32,
	/// The seed of draws in this epoch. `None` if too few outputs made it.
	pub seed: Option<[u8; 32]>,
}

impl State {
	/// The state in an epoch, of which no block has ended if it is another.
	pub fn in_epoch(self, epoch: u32, least: impl FnOnce() -> u32) -> Self {
		if epoch == self.epoch {
			return self;
		}
		let mixed = (self.mixed, epoch).using_encoded(blake2_256);
		// The next outputs make another number of it than the seed.
		let seed = (self.outputs >= least()).then(|| (b"seed", mixed).using_encoded(blake2_256));
		Self { epoch, mixed, outputs: 0, seed }
	}

	/// The state with one more output.
	pub fn mix(self, output: [u8; 32]) -> Self {
		let mixed = (self.mixed, output).using_encoded(blake2_256);
		Self { mixed, outputs: self.outputs.saturating_add(1), ..self }
	}
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{constants::SLOT_DURATION, genesis_parameters};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use pallet_babe::AuthorVrfRandomness;
	use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest};

	/// The configuration of the pallet.
	#[pallet::config]
	pub trait Config:
		frame_system::Config + pallet_babe::Config + pallet_session::Config + genesis_parameters::Config
	{
	}

	/// The seeds of draws.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// The outputs of this epoch, and the seed of its draws.
	#[pallet::storage]
	pub type Outputs<T> = StorageValue<_, State, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// The weight of the end of the block: the output, the session, the state, and whether the
		/// chain is one for development.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			T::DbWeight::get().reads_writes(4, 1)
		}

		/// Mixes in the output of a primary block, which BABE has just kept.
		fn on_finalize(_: BlockNumberFor<T>) {
			let before = Outputs::<T>::get();
			let state = before.in_epoch(Self::epoch(), Self::least);
			let output = AuthorVrfRandomness::<T>::get().filter(|_| Self::is_primary());
			let state = output.map_or(state, |output| state.mix(output));
			if state != before {
				Outputs::<T>::put(state);
			}
		}
	}

	impl<T: Config> Pallet<T> {
		/// True if a primary author has made this block.
		fn is_primary() -> bool {
			let digest = frame_system::Pallet::<T>::digest();
			let claim = digest.logs.iter().find_map(|log| log.as_babe_pre_digest());
			matches!(claim, Some(PreDigest::Primary(_)))
		}

		/// The outputs that make a seed. The blocks of a development chain have none.
		fn least() -> u32 {
			match genesis_parameters::IsDevelopment::<T>::get() {
				true => 0,
				false => LEAST_OUTPUTS,
			}
		}
	}

	impl<T: Config> DrawSeed for Pallet<T> {
		/// Sessions are BABE's epochs. Their numbers have no gaps after a halt, as those of epochs
		/// have.
		fn epoch() -> u32 {
			pallet_session::Pallet::<T>::current_index()
		}

		fn length() -> Moment {
			genesis_parameters::SessionSlots::<T>::get().saturating_mul(SLOT_DURATION)
		}

		fn seed() -> Option<[u8; 32]> {
			Outputs::<T>::get().in_epoch(Self::epoch(), Self::least).seed
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn seed_should_be_made_of_each_output_of_the_epoch_before() {
		let of = |outputs: &[u8]| {
			let state = outputs.iter().fold(State::default(), |state, output| state.mix([*output; 32]));
			state.in_epoch(1, || 2).seed
		};
		assert_eq!((of(&[]), of(&[1])), (None, None));
		let seeds = [of(&[1, 2]), of(&[1, 3]), of(&[2, 1]), of(&[1, 2, 3])];
		assert!(seeds.iter().all(Option::is_some));
		for (place, seed) in seeds.iter().enumerate() {
			assert!(!seeds[..place].contains(seed), "the last output counts, as do all others");
		}
	}

	#[test]
	fn seed_should_not_change_within_an_epoch() {
		let state = State::default().mix([1; 32]).in_epoch(4, || 1);
		assert_eq!(state.mix([2; 32]).in_epoch(4, || 1).seed, state.seed);
		let next = state.mix([2; 32]).in_epoch(5, || 1);
		assert!(next.seed.is_some() && next.seed != state.seed && next.outputs == 0);
		assert_eq!(next.in_epoch(6, || 1).seed, None);
		// On a chain for development, no output is needed, and each epoch has its own seed.
		assert!(next.in_epoch(6, || 0).seed.is_some() && next.in_epoch(6, || 0).seed != next.seed);
	}
}
