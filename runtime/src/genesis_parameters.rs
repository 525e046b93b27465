// SPDX-License-Identifier: Apache-2.0

//! Parameters at genesis. `pallet-parameters` has no genesis of its own, and the development preset
//! needs other numbers than a chain for the public: short referenda, and a year as the longest gap
//! of active time. These are beyond the hard bounds of a chain for the public. So genesis also sets
//! whether the chain is one for development, and how long its sessions are: a network that is tried
//! has no hour for each. The pallet has no calls, so its state never changes after genesis.

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
	use crate::constants::EPOCH_DURATION_IN_SLOTS;
	use alloc::{string::String, vec::Vec};
	use codec::Decode;
	use frame_support::{
		pallet_prelude::*,
		traits::{dynamic_params::AggregatedKeyValue, ConstU64},
	};

	#[pallet::config]
	pub trait Config: frame_system::Config + pallet_parameters::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// True if the chain is one for development, on which parameters have wider bounds. Written at
	/// genesis only.
	#[pallet::storage]
	pub type IsDevelopment<T> = StorageValue<_, bool, ValueQuery>;

	/// The slots of a session: those of a public chain, unless genesis sets another number.
	#[pallet::storage]
	pub type SessionSlots<T> = StorageValue<_, u64, ValueQuery, ConstU64<EPOCH_DURATION_IN_SLOTS>>;

	/// The least number of slots of a session. In fewer, BABE's votes on the randomness of the next
	/// one do not get into blocks that are final.
	pub const LEAST_SESSION_SLOTS: u64 = 10;

	/// The genesis configuration: the parameters that differ from their defaults.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The parameters. Each is the argument of `parameters.setParameter`, SCALE-encoded, as
		/// hex.
		pub parameters: Vec<String>,
		/// True if the chain is one for development.
		pub is_development: bool,
		/// The slots of a session, 10 to 1,200, if they are not the 1,200 of a public chain.
		pub session_slots: Option<u64>,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				parameters: Vec::new(),
				is_development: false,
				session_slots: None,
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Writes the parameters. Panics on a parameter that cannot be read: a chain specification
		/// is wrong or right as a whole.
		fn build(&self) {
			if self.is_development {
				IsDevelopment::<T>::put(true);
			}
			if let Some(slots) = self.session_slots {
				let is_sound = (LEAST_SESSION_SLOTS..=EPOCH_DURATION_IN_SLOTS).contains(&slots);
				assert!(is_sound, "a session has 10 to 1,200 slots");
				SessionSlots::<T>::put(slots);
			}
			for hex in &self.parameters {
				let parameter = sp_core::bytes::from_hex(hex)
					.ok()
					.and_then(|bytes| T::RuntimeParameters::decode(&mut &bytes[..]).ok());
				let Some(parameter) = parameter else { panic!("genesis parameter {hex} cannot be decoded") };
				let (key, value) = parameter.into_parts();
				if let Some(value) = value {
					pallet_parameters::Parameters::<T>::insert(key, value);
				}
			}
		}
	}
}
