// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod admission;
mod backstop;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod glue;
mod income;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// The reserve's pallet.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::{AssetId, Balance, IncidentId, IncomeLine, PoolId};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungibles::{Balanced, Credit, Inspect},
			Contains,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Permill;

	/// The settings that the runtime gives to the reserve.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token and the assets.
		type Assets: Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ Balanced<Self::AccountId>;
		/// The assets that are listed by referendum. No others are taken as donations.
		type ListedAssets: Contains<AssetId>;
		/// The pools that exist. No others are admitted.
		type PoolExists: Contains<PoolId>;
		/// The origin that admits pools to the backstop and removes them: referenda.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The part of every earned premium that goes to the reserve.
		type PremiumShare: Get<Permill>;
		/// The part of its funds that the reserve gives for one incident.
		type PerIncident: Get<Permill>;
		/// The multiple of its contributions that a pool may get, over its whole life.
		type PoolMultiple: Get<u32>;
		/// The account of the treasury, out of which a referendum replenishes the reserve.
		type Treasury: Get<Self::AccountId>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// The set-up that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	/// Money in transit.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The reserve's book of each asset. Money sent to its account past the books does not count.
	#[pallet::storage]
	pub type Books<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, Book, ValueQuery>;

	/// The pools that the reserve stands behind.
	#[pallet::storage]
	pub type Admitted<T: Config> = StorageMap<_, Twox64Concat, PoolId, ()>;

	/// The amounts that each pool gave and got, admitted or not.
	#[pallet::storage]
	pub type Pools<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, AssetId, PoolAccount, ValueQuery>;

	/// The limit and the draws of each incident in each asset. Written at its first draw.
	#[pallet::storage]
	pub type Incidents<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, AssetId, IncidentAccount>;

	/// The amounts that each pool got and is owed for its loss in each incident.
	#[pallet::storage]
	pub type Backings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Backing>;

	/// The events of the reserve.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A pool's premium share came in.
		PremiumShareTaken {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
			/// All that the pool has contributed.
			contributed: Balance,
		},
		/// An account gave money to the reserve.
		Donated {
			/// The giver.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// A referendum gave money of the treasury to the reserve.
		Replenished {
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// Money came in that is neither a premium share nor a donation.
		IncomeTaken {
			/// The asset.
			asset: AssetId,
			/// The line of the income: lost bonds, slashes, payouts that were never taken.
			line: IncomeLine,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// An amount that the reserve owed for a pool's loss was recovered elsewhere, or is given
		/// up.
		ObligationReduced {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the reserve owed in this asset before it.
			owed_before: Balance,
			/// The amount that the reserve owes in this asset after it.
			owed: Balance,
		},
		/// The reserve stands behind a pool.
		PoolAdmitted {
			/// The pool.
			pool: PoolId,
		},
		/// The reserve does not stand behind a pool any more. The amounts that it paid and owes
		/// already stay.
		PoolRemoved {
			/// The pool.
			pool: PoolId,
		},
		/// An incident drew on the reserve for the first time in an asset: its limit is fixed.
		IncidentLimitSet {
			/// The incident.
			incident: IncidentId,
			/// The asset.
			asset: AssetId,
			/// The reserve's own funds at this moment.
			funds: Balance,
			/// The most that all pools together may draw for the incident.
			limit: Balance,
		},
		/// The reserve paid for a pool's loss. The money is lent.
		Drawn {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount that the pool asked for.
			wanted: Balance,
			/// The amount that the reserve paid.
			paid: Balance,
			/// The amount that the incident's limit held back. The reserve owes it.
			held_back: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
			/// The amount that the reserve owed in this asset before it.
			owed_before: Balance,
			/// The amount that the reserve owes in this asset after it.
			owed: Balance,
			/// The amount that the pool has to repay now, for all its draws.
			lent: Balance,
		},
		/// A pool repaid a part of its loan, out of premiums that were unearned when it drew.
		LoanRepaid {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds before it.
			own_before: Balance,
			/// The reserve's own funds after it.
			own: Balance,
			/// The amount that the pool still has to repay.
			lent: Balance,
		},
		/// The premiums that a pool repays from are all earned: the rest of the loan is given up.
		LoanWrittenOff {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the pool still has to repay.
			lent: Balance,
		},
	}

	/// The reasons why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// The asset is not listed. Only assets listed by referendum are taken.
		AssetNotListed,
		/// The pool is admitted already.
		AlreadyAdmitted,
		/// The pool is not admitted.
		NotAdmitted,
		/// The reserve's account cannot hold so little of the asset. Give at least its minimum
		/// balance.
		BelowMinimum,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The reserve's account cannot be derived. It cannot happen: the runtime tests it.
		NoAccount,
		/// No such pool: a pool is created before it is admitted.
		UnknownPool,
		/// The giver has less of the asset than the amount and the minimum balance, or may not move
		/// it.
		CannotPay,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(Self::account().is_some(), "the reserve has an account");
			assert!(T::PoolMultiple::get() > 0, "an admitted pool can draw");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Give money to the reserve for good, in the asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The money stands behind every admitted pool of the asset from now on. It cannot be taken
		/// back and gives no right. Limits of incidents that drew already do not change. The
		/// giver's account is kept alive.
		///
		/// ## Parameters
		/// - `asset`: the native token or an asset listed by referendum.
		/// - `amount`: in the asset's units, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::AssetNotListed`]: If the asset is not listed.
		/// - [`Error::Overflow`]: If the reserve's sums would not fit.
		/// - [`Error::CannotPay`]: If the giver has less than `amount` and the asset's minimum
		///   balance, or may not move it.
		/// - [`Error::BelowMinimum`]: If the reserve has none of the asset yet and `amount` is
		///   below its minimum balance.
		///
		/// ## Events
		/// - [`Event::Donated`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::donate())]
		pub fn donate(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_donate(who, asset, amount)
		}

		/// Let the reserve stand behind a pool.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// Losses settled from now on may draw on the reserve, within the limits of the pool and of
		/// each incident. The pool's earlier contributions count.
		///
		/// ## Parameters
		/// - `pool`: the pool's id.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AlreadyAdmitted`]: If it is admitted already.
		///
		/// ## Events
		/// - [`Event::PoolAdmitted`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::admit_pool())]
		pub fn admit_pool(origin: OriginFor<T>, pool: PoolId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_admit_pool(pool)
		}

		/// Take the reserve from behind a pool.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// Losses settled from now on are the pool's alone, those of open incidents included. The
		/// obligations that the reserve already has for the pool stay owed. The pool goes on
		/// repaying its loan. The pool's premiums go on paying their share.
		///
		/// ## Parameters
		/// - `pool`: the pool's id.
		///
		/// ## Errors
		/// - [`Error::NotAdmitted`]: If it is not admitted.
		///
		/// ## Events
		/// - [`Event::PoolRemoved`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::remove_pool())]
		pub fn remove_pool(origin: OriginFor<T>, pool: PoolId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove_pool(pool)
		}

		/// Give money of the treasury to the reserve for good, in the asset's units.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// As [`Pallet::donate`], out of the account of the treasury, which is kept alive.
		///
		/// ## Parameters
		/// - `asset`: the native token or an asset listed by referendum.
		/// - `amount`: in the asset's units, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::AssetNotListed`]: If the asset is not listed.
		/// - [`Error::Overflow`]: If the reserve's sums would not fit.
		/// - [`Error::CannotPay`]: If the treasury has less than `amount` and the asset's minimum
		///   balance.
		/// - [`Error::BelowMinimum`]: If the reserve has none of the asset yet and `amount` is
		///   below its minimum balance.
		///
		/// ## Events
		/// - [`Event::Replenished`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::replenish())]
		pub fn replenish(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_replenish(asset, amount)
		}
	}
}
