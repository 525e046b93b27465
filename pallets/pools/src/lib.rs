#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod accrual;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod capacity;
mod clock;
mod cover;
mod deposits;
mod exits;
mod glue;
mod incidents;
mod losses;
mod manage;
mod sweep;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use breakwater_primitives::{
		AssetId, Backstop, Balance, Day, IncidentId, Moment, PoolId, ProductId, MAX_POOLS_PER_PRODUCT,
		MAX_PRODUCTS_PER_POOL,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, tokens::Preservation, Consideration, Footprint},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Permill;

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The assets that pools hold.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Balanced<Self::AccountId>
			+ fungibles::Mutate<Self::AccountId>;
		/// The shared reserve: takes its part of premiums, stands behind losses.
		type Backstop: Backstop<Self::AccountId, Credit = CreditOf<Self>>;
		/// The account of the treasury, which gets its part of premiums.
		type Treasury: Get<Self::AccountId>;
		/// Who lists assets, and suspends pools and opens them again: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// What a manager puts up for the storage of a pool. Keeps pools without purpose rare.
		type PoolDeposit: Consideration<Self::AccountId, Footprint>;
		/// The numbers that governance sets; every one is used within its hard bound.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// What the benchmarks cannot set up themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	/// The storage version of the pallet.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Why the pallet holds native tokens of an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for a pool, held of the account that opened it.
		#[codec(index = 0)]
		PoolDeposit,
	}

	/// Underwriting capital.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Wall-clock and active time of this block.
	#[pallet::storage]
	pub type Clock<T: Config> = StorageValue<_, ClockState, ValueQuery>;

	/// The assets that pools may be opened in.
	#[pallet::storage]
	pub type ListedAssets<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, AssetRules>;

	/// The id of the next pool.
	#[pallet::storage]
	pub type NextPool<T: Config> = StorageValue<_, PoolId, ValueQuery>;

	/// The pools.
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Twox64Concat, PoolId, Pool<T::AccountId>>;

	/// Who put up the deposit for each pool, and its ticket. Kept for the pool's life: a pool is never removed.
	#[pallet::storage]
	pub type Deposits<T: Config> = StorageMap<_, Twox64Concat, PoolId, (T::AccountId, T::PoolDeposit)>;

	/// The products of each pool.
	#[pallet::storage]
	pub type PoolLines<T: Config> = StorageMap<_, Twox64Concat, PoolId, Lines, ValueQuery>;

	/// The products that pools may underwrite.
	#[pallet::storage]
	pub type Products<T: Config> = StorageMap<_, Twox64Concat, ProductId, ProductRef>;

	/// The pools that underwrite each product.
	#[pallet::storage]
	pub type Underwriters<T: Config> = StorageMap<
		_,
		Twox64Concat,
		ProductId,
		BoundedVec<PoolId, ConstU32<MAX_POOLS_PER_PRODUCT>>,
		ValueQuery,
	>;

	/// Shares of each underwriter that do not wait to leave.
	#[pallet::storage]
	pub type Positions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The premium streams that end at the beginning of a wall-clock day.
	#[pallet::storage]
	pub type PremiumEnds<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, Day, PremiumBucket>;

	/// The cover that ends at the beginning of an active day.
	#[pallet::storage]
	pub type CoverEnds<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, Day, CoverBucket, ValueQuery>;

	/// The exit queues.
	#[pallet::storage]
	pub type Exits<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Twox64Concat, u32, Exit<T::AccountId>>;

	/// The open incidents that touch each pool.
	#[pallet::storage]
	pub type Frozen<T: Config> = StorageMap<
		_,
		Twox64Concat,
		PoolId,
		BoundedVec<IncidentId, ConstU32<MAX_PRODUCTS_PER_POOL>>,
		ValueQuery,
	>;

	/// What each open incident could at most cost each pool.
	#[pallet::storage]
	pub type Pins<T: Config> = StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Pin>;

	/// Exits that could not be paid out, by pool and payee.
	#[pallet::storage]
	pub type Claimable<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PoolId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The pool at which the next block's idle visits begin.
	#[pallet::storage]
	pub type IdleCursor<T: Config> = StorageValue<_, PoolId, ValueQuery>;

	/// The assets listed from the beginning: asset, smallest deposit, smallest exit.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Asset, smallest deposit, smallest exit; the amounts in the asset's units.
		pub listed_assets: Vec<(AssetId, Balance, Balance)>,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (asset, min_deposit, min_exit) in &self.listed_assets {
				ListedAssets::<T>::insert(
					asset,
					AssetRules { min_deposit: *min_deposit, min_exit: *min_exit },
				);
			}
		}
	}

	/// What happened. Amounts are in the smallest units of the pool's asset.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Pools may be opened in an asset, or its minima changed.
		AssetListed {
			/// The asset.
			asset: AssetId,
			/// The minima before; nothing for a new asset.
			old: Option<AssetRules>,
			/// The minima now.
			new: AssetRules,
		},
		/// A pool was opened.
		PoolCreated {
			/// The pool.
			pool: PoolId,
			/// Its manager.
			manager: T::AccountId,
			/// Its asset.
			asset: AssetId,
			/// Its leverage in hundredths: 100 is fully collateralised.
			leverage: u32,
			/// The manager's part of what reserve and treasury leave of an earned premium.
			fee: Permill,
			/// The account that holds its money.
			account: T::AccountId,
			/// What the manager put into that account to keep it alive; not part of any book.
			endowment: Balance,
		},
		/// Pools may underwrite a product from now on.
		ProductRegistered {
			/// The product.
			product: ProductId,
			/// The asset of its cover.
			asset: AssetId,
			/// Its correlation group.
			group: breakwater_primitives::GroupId,
		},
		/// The weight of a product in a pool changed. Only new cover is concerned.
		WeightSet {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The weight before; nothing if the pool did not underwrite the product.
			old: Option<Permill>,
			/// The weight now; nothing if the pool no longer underwrites the product.
			new: Option<Permill>,
		},
		/// A pool without exposure to a product made room for a larger one.
		PoolDisplaced {
			/// The product.
			product: ProductId,
			/// The pool that no longer underwrites it.
			pool: PoolId,
			/// The pool that took its place.
			by: PoolId,
		},
		/// A pool opened, paused or was suspended.
		StatusChanged {
			/// The pool.
			pool: PoolId,
			/// The status before.
			old: PoolStatus,
			/// The status now.
			new: PoolStatus,
		},
		/// An underwriter put capital into a pool.
		Deposited {
			/// The pool.
			pool: PoolId,
			/// The underwriter.
			who: T::AccountId,
			/// What was paid in.
			amount: Balance,
			/// The shares it bought.
			shares: Balance,
			/// The pool's assets now.
			assets: Balance,
			/// All shares now.
			total_shares: Balance,
		},
		/// An underwriter asked to leave.
		ExitRequested {
			/// The pool.
			pool: PoolId,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that wait.
			shares: Balance,
			/// What they are worth today; they are paid at the price of the day of payment.
			value: Balance,
			/// Active time from which they can be paid, in milliseconds.
			ready_at: Moment,
		},
		/// Shares left a pool and were paid.
		ExitPaid {
			/// The pool.
			pool: PoolId,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were paid.
			shares: Balance,
			/// What was paid for them.
			amount: Balance,
			/// The shares of this request that still wait for free capital.
			shares_left: Balance,
			/// The pool's assets now.
			assets: Balance,
		},
		/// Shares worth nothing were dropped from the queue.
		ExitDropped {
			/// The pool.
			pool: PoolId,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were dropped.
			shares: Balance,
		},
		/// A payee could not receive his money: it waits for him, see `collect`.
		PaymentBooked {
			/// The pool.
			pool: PoolId,
			/// The payee.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
			/// Everything that waits for him in this pool.
			total: Balance,
		},
		/// A payee took what waited for him.
		Collected {
			/// The pool.
			pool: PoolId,
			/// The payee.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
		},
		/// Premium was earned and split.
		PremiumEarned {
			/// The pool.
			pool: PoolId,
			/// The reserve's part.
			reserve: Balance,
			/// The treasury's part.
			treasury: Balance,
			/// The manager's part.
			manager: Balance,
			/// The underwriters' part.
			underwriters: Balance,
			/// The pool's assets now.
			assets: Balance,
		},
		/// Earned parts of premiums were handed over.
		DuesPaid {
			/// The pool.
			pool: PoolId,
			/// To the reserve.
			reserve: Balance,
			/// To the treasury.
			treasury: Balance,
			/// To the manager.
			manager: Balance,
			/// What could not be handed over and waits.
			left: Dues,
		},
		/// A pool backs a new policy.
		CoverOpened {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover.
			cover: Balance,
			/// The premium, earned until the boundary.
			premium: Balance,
			/// The active day at whose beginning the exposure ends.
			expiry: Day,
			/// The wall-clock day at whose beginning the premium is earned.
			boundary: Day,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover was used up by a claim; the same part of its unearned premium is earned.
		CoverUsed {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover used.
			used: Balance,
			/// The premium earned by it.
			earned: Balance,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover ended.
		CoverEnded {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// An incident froze a pool and pinned its exposure.
		IncidentPinned {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What the incident could at most cost.
			amount: Balance,
		},
		/// The claims of an upheld incident on a pool are known: they are all it can still cost.
		PinTallied {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What was pinned until now.
			old: Balance,
			/// What is pinned from now on: the sum of the claims.
			new: Balance,
		},
		/// An incident no longer touches a pool.
		IncidentReleased {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What had been pinned.
			amount: Balance,
		},
		/// A loss was charged to a pool.
		LossSettled {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The sum of the claims.
			loss: Balance,
			/// Paid out of the pool's assets.
			from_pool: Balance,
			/// Paid by the reserve.
			from_reserve: Balance,
			/// Owed by the reserve.
			owed_by_reserve: Balance,
			/// Owed by the pool.
			owed_by_pool: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// Whether the pool now has less capital than the cover in force requires.
			is_short: bool,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// No such pool: use the id of the event that told of its creation.
		UnknownPool,
		/// No such asset.
		UnknownAsset,
		/// The asset is not listed: pools are opened only in assets that a referendum listed.
		AssetNotListed,
		/// A smallest deposit or exit of zero would let dust in.
		MinimumMissing,
		/// The leverage must be at least 100 (fully collateralised) and at most what governance allows.
		LeverageOutOfRange,
		/// The fee is above what governance allows.
		FeeTooHigh,
		/// Only the pool's manager may do this, or a referendum where the call says so.
		NotManager,
		/// Only a referendum may suspend a pool or change the status of a suspended one.
		OnlyReferendum,
		/// The pool has this status already.
		StatusUnchanged,
		/// No such product.
		UnknownProduct,
		/// The product is known already.
		ProductKnown,
		/// The pool does not underwrite the product.
		NotUnderwritten,
		/// The asset differs from the pool's.
		WrongAsset,
		/// A weight is at most 100 %.
		WeightTooHigh,
		/// The pool underwrites as many products as it may: take one without exposure out first.
		TooManyProducts,
		/// As many pools as may underwrite the product, and none of them is idle in it and smaller.
		TooManyPools,
		/// The pool is paused or suspended: choose another one or wait.
		PoolPaused,
		/// An open incident touches the pool: wait until it is decided and settled.
		PoolFrozen,
		/// The pool's capital is lost: shares would have no sensible price.
		PoolWiped,
		/// The pool was untouched for long: call `poke` until it is caught up, then try again.
		PokeFirst,
		/// The amount is below the asset's smallest deposit.
		DepositTooSmall,
		/// The deposit would buy fewer shares than the limit: the price moved.
		SharesBelowLimit,
		/// The deposit would buy no share, or no share is to leave.
		ZeroShares,
		/// The position has fewer shares.
		NotEnoughShares,
		/// The shares are worth less than the asset's smallest exit; only a whole position may be smaller.
		ExitTooSmall,
		/// The shares are worth less than the limit, or nothing: the price moved.
		ValueBelowLimit,
		/// Nothing can be paid: the queue is empty, its head is in its cooldown, or no capital is free.
		NothingToServe,
		/// A count must be at least one and at most the call's maximum.
		CountOutOfRange,
		/// Nothing waits for the caller in this pool.
		NothingToCollect,
		/// Cover or premium is zero.
		ZeroAmount,
		/// The cover would end before it begins.
		EndInThePast,
		/// The cover is more than the pool's limits leave room for.
		NoCapacity,
		/// The pool's account could not take the money.
		NotReceived,
		/// A claim uses at most the cover that is left.
		UsedAboveCover,
		/// The incident has not pinned the pool, or it is settled already.
		NotPinned,
		/// A loss is never above what the incident pinned.
		LossAbovePin,
		/// The claims of the incident on the pool are known already.
		AlreadyTallied,
		/// The claims of the incident on the pool are not known yet.
		NotTallied,
		/// The pool may not have enough for this incident and an older one whose claims are not known yet. It is charged
		/// once they are.
		WaitsForOthers,
		/// The reserve gave something else than it was asked for.
		DrawMismatch,
		/// The books contradict each other. Please report it: this must never happen.
		BooksBroken,
		/// An asset that is not native must have a minimum balance of one unit: a smaller rest would be destroyed.
		MinimumBalanceTooHigh,
		/// An account that has nothing else cannot receive the asset: it must be sufficient.
		NotSufficient,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// The clock is set by the timestamp inherent, which knows nothing of its cost.
			T::WeightInfo::tick()
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::visit_pools(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let accounts = [0, 1, 2, PoolId::MAX].map(|id| Self::account_of(id).ok());
			assert!(accounts.iter().all(Option::is_some), "a hash must be decodable as an account");
			for (i, a) in accounts.iter().enumerate() {
				for b in accounts.iter().skip(i.saturating_add(1)) {
					assert!(a != b, "accounts must keep enough bits of the hash to differ");
				}
			}
			assert!(
				accounts.iter().all(|account| *account != Some(T::Treasury::get())),
				"the treasury must not be a pool"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Open a pool.
		///
		/// ## Dispatch Origin
		///
		/// Signed. The caller becomes the pool's manager.
		///
		/// ## Details
		///
		/// The pool is empty and underwrites nothing. The caller pays the asset's smallest balance into the pool's
		/// account once, so that the account always exists; it belongs to nobody and does not come back. Besides, a
		/// deposit in the native token is held on the caller's account for the storage of the pool. A pool is never
		/// removed, so it is held for good; it is no part of the pool's capital.
		///
		/// ## Parameters
		///
		/// - `asset`: What the pool holds and covers in. Listed by referendum.
		/// - `leverage`: Total exposure the pool may bear, in hundredths of its committed capital: 100 to the maximum.
		/// - `fee`: The manager's part of what reserve and treasury leave of an earned premium.
		///
		/// ## Errors
		///
		/// - `AssetNotListed`, `LeverageOutOfRange`, `FeeTooHigh`, or the asset's own error if the caller lacks it.
		/// - `Token::FundsUnavailable`: the caller's free native tokens do not pay the deposit.
		/// - `Token::CannotCreateHold`: the caller's account does not exist or can bear no more holds.
		///
		/// ## Events
		///
		/// - `PoolCreated`
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_pool())]
		pub fn create_pool(
			origin: OriginFor<T>,
			asset: AssetId,
			leverage: u32,
			fee: Permill,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_create_pool(manager, asset, leverage, fee)
		}

		/// Set how much of a pool's capital may be exposed to a product.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the pool's manager.
		///
		/// ## Details
		///
		/// Only new cover is concerned: cover in force stays backed. A weight of zero takes a product without exposure
		/// out of the pool. At most 32 products a pool and 16 pools a product; in a full product the smallest pool
		/// without exposure to it is displaced if the caller's is larger.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `product`: The product, in the pool's asset.
		/// - `weight`: The part of the committed capital, at most 100 %.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `NotManager`, `UnknownProduct`, `WrongAsset`, `WeightTooHigh`.
		/// - `NotUnderwritten`: a weight of zero for a product that the pool does not have.
		/// - `TooManyProducts`, `TooManyPools`: no place is left.
		///
		/// ## Events
		///
		/// - `WeightSet`, and `PoolDisplaced` if another pool had to go.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_weight())]
		pub fn set_weight(
			origin: OriginFor<T>,
			pool: PoolId,
			product: ProductId,
			weight: Permill,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_weight(who, pool, product, weight)
		}

		/// Put capital into a pool.
		///
		/// ## Dispatch Origin
		///
		/// Signed.
		///
		/// ## Details
		///
		/// Buys shares at the price of this block, rounded down. Shares earn premium and bear losses. They leave by
		/// `request_exit`, not before a cooldown.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `amount`: What is paid in, in the asset's units; at least the asset's smallest deposit.
		/// - `min_shares`: The fewest shares the caller accepts.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `PoolPaused`, `PoolFrozen`, `PoolWiped`, `PokeFirst`: the pool takes no deposit now.
		/// - `DepositTooSmall`, `ZeroShares`, `SharesBelowLimit`, or the asset's own error if the caller lacks it.
		///
		/// ## Events
		///
		/// - `Deposited`
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::deposit())]
		pub fn deposit(
			origin: OriginFor<T>,
			pool: PoolId,
			#[pallet::compact] amount: Balance,
			#[pallet::compact] min_shares: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deposit(who, pool, amount, min_shares)
		}

		/// Ask to leave a pool with some shares.
		///
		/// ## Dispatch Origin
		///
		/// Signed.
		///
		/// ## Details
		///
		/// The shares go to the end of the pool's exit queue. From now on they back no new cover; they still back old
		/// cover, earn and bear losses, and are paid at the price of the day of payment: after the cooldown in active
		/// time, first come first served, while no open incident touches the pool, as far as capital is free. A request
		/// cannot be taken back. It is possible at any time, also while the pool is frozen or paused.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `shares`: The shares that are to leave: worth the asset's smallest exit, or the whole position.
		/// - `min_out`: The least they must be worth today, in the asset's units. Later losses are borne.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `PokeFirst`, `ZeroShares`, `NotEnoughShares`, `ExitTooSmall`.
		/// - `ValueBelowLimit`: they are worth less than `min_out`, or nothing.
		///
		/// ## Events
		///
		/// - `ExitRequested`
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::request_exit())]
		pub fn request_exit(
			origin: OriginFor<T>,
			pool: PoolId,
			#[pallet::compact] shares: Balance,
			#[pallet::compact] min_out: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_exit(who, pool, shares, min_out)
		}

		/// Pay the exits of a pool that can be paid.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone. The chain does the same by itself when blocks have room.
		///
		/// ## Details
		///
		/// The head of the queue is paid in part if there is not enough free capital. Shares worth nothing are dropped.
		/// Money that a payee cannot receive waits for him (`collect`).
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `max`: The most requests to work on, 1 to 100.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `CountOutOfRange`, `PoolFrozen`, `PokeFirst`, `NothingToServe`.
		///
		/// ## Events
		///
		/// - `ExitPaid`, `ExitDropped`, `PaymentBooked`
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::serve_exits((*max).min(MAX_SERVE)))]
		pub fn serve_exits(origin: OriginFor<T>, pool: PoolId, max: u32) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_serve_exits(pool, max)
		}

		/// Catch a pool up and hand over what it owes of earned premiums.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// A pool that was untouched for more than 32 days refuses to price anything until it is poked. Whoever cannot
		/// receive his part of the premiums gets it at a later poke.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `days`: The most days to catch up, of premiums and of ending cover each; 1 to 400.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `CountOutOfRange`.
		///
		/// ## Events
		///
		/// - `PremiumEarned`, `CoverEnded`, `DuesPaid`
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::poke((*days).min(MAX_POKE)))]
		pub fn poke(origin: OriginFor<T>, pool: PoolId, days: u32) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_poke(pool, days)
		}

		/// Open, pause or suspend a pool.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the pool's manager, or a referendum.
		///
		/// ## Details
		///
		/// A pool that is not open takes neither deposits nor new cover. Cover in force, exits and losses do not depend
		/// on it. Only a referendum can suspend a pool and open a suspended one.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		/// - `status`: The new status.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `NotManager`, `OnlyReferendum`, `StatusUnchanged`.
		///
		/// ## Events
		///
		/// - `StatusChanged`
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_status())]
		pub fn set_status(origin: OriginFor<T>, pool: PoolId, status: PoolStatus) -> DispatchResult {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_set_status(who, pool, status)
		}

		/// Let pools be opened in an asset, or change its minima.
		///
		/// ## Dispatch Origin
		///
		/// A referendum.
		///
		/// ## Details
		///
		/// Every account must be able to receive every amount of the asset, or payments would wait and rests be destroyed.
		/// So an asset that is not native has a minimum balance of one unit and is sufficient.
		///
		/// ## Parameters
		///
		/// - `asset`: An existing asset. Its team must be keyless: whoever can freeze or burn it holds all its pools.
		/// - `min_deposit`: The smallest deposit, in the asset's units; above zero.
		/// - `min_exit`: The smallest exit, in the asset's units; above zero.
		///
		/// ## Errors
		///
		/// - `UnknownAsset`, `MinimumMissing`.
		/// - `MinimumBalanceTooHigh`: its minimum balance is not one unit.
		/// - `NotSufficient`: an account without anything else cannot receive it.
		///
		/// ## Events
		///
		/// - `AssetListed`
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::list_asset())]
		pub fn list_asset(
			origin: OriginFor<T>,
			asset: AssetId,
			min_deposit: Balance,
			min_exit: Balance,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_list_asset(asset, AssetRules { min_deposit, min_exit })
		}

		/// Take the money that could not be paid out to the caller.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the payee.
		///
		/// ## Parameters
		///
		/// - `pool`: The pool.
		///
		/// ## Errors
		///
		/// - `UnknownPool`, `NothingToCollect`, or the asset's own error if the caller still cannot receive it.
		///
		/// ## Events
		///
		/// - `Collected`
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>, pool: PoolId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_collect(who, pool)
		}
	}

	impl<T: Config> Pallet<T> {
		/// How a pool's account pays: the account's endowment keeps it alive whatever is paid.
		pub(crate) const PAYS: Preservation = Preservation::Expendable;
	}
}
