// SPDX-License-Identifier: Apache-2.0

//! The storage.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod storage {
	/// The assets that pools may be opened in.
	#[pallet::storage]
	pub type ListedAssets<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, AssetRules>;

	/// The correlation group of an asset itself. No pool in it covers products of this group.
	#[pallet::storage]
	pub type AssetGroups<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, GroupId>;

	/// The id of the next pool.
	#[pallet::storage]
	pub type NextPool<T: Config> = StorageValue<_, PoolId, ValueQuery>;

	/// The pools, each with the products that it underwrites and the incidents that freeze it.
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Twox64Concat, PoolId, Pool<T::AccountId>>;

	/// The account that put up the deposit for each pool, and the deposit's ticket. Kept for the
	/// pool's life: a pool is never removed.
	#[pallet::storage]
	pub type Deposits<T: Config> = StorageMap<_, Twox64Concat, PoolId, (T::AccountId, T::PoolDeposit)>;

	/// The products that pools may underwrite.
	#[pallet::storage]
	pub type Products<T: Config> = StorageMap<_, Twox64Concat, ProductId, ProductRef>;

	/// The pools that underwrite each product: those that sell cover, and those that run off.
	#[pallet::storage]
	pub type Underwriters<T: Config> = StorageMap<_, Twox64Concat, ProductId, Places, ValueQuery>;

	/// The positions of all accounts in each tranche of each pool.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, PoolId>,
			NMapKey<Twox64Concat, Tranche>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		Position<T::AccountId, T::RecordDeposit>,
	>;

	/// The accounts that may hold shares of a private pool besides its manager, and the deposit for
	/// each.
	#[pallet::storage]
	pub type Allowed<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, T::AccountId, T::RecordDeposit>;

	/// The premium streams that end at the beginning of a wall-clock day.
	#[pallet::storage]
	pub type PremiumEnds<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, Day, PremiumBucket>;

	/// The cover that ends at the beginning of an active day.
	#[pallet::storage]
	pub type CoverEnds<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, Day, CoverBucket, ValueQuery>;

	/// The shares of cancelled withdrawals that back new cover again from the beginning of an
	/// active day on.
	#[pallet::storage]
	pub type ReturnEnds<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, PoolId>, NMapKey<Twox64Concat, Tranche>, NMapKey<Twox64Concat, Day>),
		Balance,
		ValueQuery,
	>;

	/// The withdrawal queues, one for each tranche.
	#[pallet::storage]
	pub type Withdrawals<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, PoolId>, NMapKey<Twox64Concat, Tranche>, NMapKey<Twox64Concat, u32>),
		Withdrawal<T::AccountId, T::RecordDeposit>,
	>;

	/// The share prices of each pool: one record for each day on which the pool was touched. A day
	/// takes the place of the one 366 days before it.
	#[pallet::storage]
	pub type History<T: Config> = StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, u16, DayPrices>;

	/// The most that each open incident could cost each pool.
	#[pallet::storage]
	pub type Locks<T: Config> = StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Lock>;

	/// The settlements of each pool that it could not pay in full. They are those that can still be
	/// raised, and the final ones of which something is owed or was lent.
	#[pallet::storage]
	pub type PartialSettlements<T: Config> = StorageMap<_, Twox64Concat, PoolId, Partials, ValueQuery>;

	/// The losses that the tranches of each pool bore in each incident, until the incident closes.
	#[pallet::storage]
	pub type BorneLosses<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, BorneLoss>;

	/// Withdrawals that could not be paid out, by pool and payee.
	#[pallet::storage]
	pub type Claimable<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The pool at which the next block's idle visits begin.
	#[pallet::storage]
	pub type IdleCursor<T: Config> = StorageValue<_, PoolId, ValueQuery>;

	/// The round that takes the pools over the day boundaries.
	#[pallet::storage]
	pub type DayRounds<T: Config> = StorageValue<_, DayRound, ValueQuery>;
}
