// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod accounts;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod book;
mod capital;
mod cost;
mod cover;
mod days;
mod errors;
mod events;
mod glue;
mod idle;
mod limits;
mod losses;
mod pool;
mod storage;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use capital::withdrawal_places;
pub use limits::*;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use breakwater_primitives::{
		ActiveClock, Admission, AssetId, Backstop, Balance, Day, DayPrices, GroupId, IncidentId, Income,
		Moment, PoolId, PoolSize, ProductId, Settlement, Tranche, MAX_DAYS_BEHIND,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, Consideration, Contains, Footprint},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Permill;

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	/// The pallet's requirements of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The assets that pools hold.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Balanced<Self::AccountId>
			+ fungibles::Mutate<Self::AccountId>;
		/// The requirements for the products of pools that the reserve stands behind.
		type Admission: Admission;
		/// The shared reserve, which stands behind losses.
		type Backstop: Backstop<CreditOf<Self>>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// The reserve's income: its part of premiums, and dust.
		type Income: Income<CreditOf<Self>>;
		/// The assets that no key can mint, freeze or burn: a holder of such a key would control
		/// every pool in the asset.
		type KeylessAssets: Contains<AssetId>;
		/// The account of the treasury, which gets its part of premiums.
		type Treasury: Get<Self::AccountId>;
		/// The origin that lists assets, suspends pools and opens them again: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The deposit that a manager puts up for the storage of a pool. It keeps pools without
		/// purpose rare.
		type PoolDeposit: Consideration<Self::AccountId, Footprint>;
		/// The deposit for the record of a position, of a request to leave, or of an account on a
		/// private pool's list. It is given back when the record goes.
		type RecordDeposit: Consideration<Self::AccountId, Footprint>;
		/// The numbers that governance sets. Each is used within its hard bound.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	/// The storage version of the pallet.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The reasons for which the pallet holds native tokens of an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for a pool, held on the account that opened it.
		#[codec(index = 0)]
		PoolDeposit,
		/// The deposits for positions, requests to leave and entries of lists.
		#[codec(index = 1)]
		Record,
	}

	/// Underwriting capital.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The assets listed from the beginning: asset, smallest deposit, smallest withdrawal.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Asset, smallest deposit, smallest withdrawal; the amounts in the asset's units.
		pub listed_assets: Vec<(AssetId, Balance, Balance)>,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (asset, min_deposit, min_withdrawal) in &self.listed_assets {
				ListedAssets::<T>::insert(
					asset,
					AssetRules { min_deposit: *min_deposit, min_withdrawal: *min_withdrawal },
				);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll_days(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			// Half of the room is left for other pallets: pools have work in every block.
			let mut meter = WeightMeter::with_limit(remaining.saturating_div(2));
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
		/// Open a pool in a listed asset.
		///
		/// ## Dispatch Origin
		/// Any signed account. The caller becomes the pool's manager.
		///
		/// ## Details
		/// The pool is empty and has no products. The caller pays the asset's smallest balance into
		/// the pool's account once, so that the account always exists. This balance belongs to no
		/// account and is not returned. Besides, a deposit in the native token is held on the
		/// caller's account for the storage of the pool. It is no part of the pool's capital. A
		/// pool is never removed, so the deposit is held for good.
		///
		/// ## Parameters
		/// - `asset`: the asset in which the pool holds its capital and covers. Listed by
		///   referendum.
		/// - `options`: the pool's options. All of them but the fee are for good.
		///   - `leverage`: the total exposure that the pool may bear, in hundredths of its
		///     available capital: 100 (fully collateralised) to the maximum.
		///   - `fee`: the manager's part of what reserve and treasury leave of an earned premium,
		///     in parts of a million.
		///   - `senior_factor`: the part of its proportional part of the premium that senior gets,
		///     in parts of a million; at most one. Junior gets the rest, for bearing losses first.
		///   - `is_private`: true if only accounts that the manager allows may hold shares.
		///
		/// ## Errors
		/// - [`Error::AssetNotListed`]: If no referendum has listed the asset.
		/// - [`Error::LeverageOutOfRange`]: If the leverage is below 100 or above the maximum.
		/// - [`Error::FeeTooHigh`]: If the fee is above the highest one that is allowed.
		/// - [`Error::SeniorFactorTooHigh`]: If the senior factor is above one.
		/// - [`Error::CannotHoldDeposit`]: If the caller's free native tokens do not pay the
		///   deposit.
		/// - [`Error::CannotPay`]: If the caller lacks the asset's smallest balance.
		///
		/// ## Events
		/// - [`Event::PoolCreated`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_pool())]
		pub fn create_pool(origin: OriginFor<T>, asset: AssetId, options: PoolOptions) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_create_pool(manager, asset, options)
		}

		/// Set a product's weight in a pool: a part of its capital, in millionths.
		///
		/// ## Dispatch Origin
		/// The pool's manager.
		///
		/// ## Details
		/// The weight concerns new cover only: cover in force stays backed. A weight of zero takes
		/// a product without exposure out of the pool. A pool has at most 32 products. At most 12
		/// pools sell cover on a product.
		///
		/// If all places are taken, pools are compared by the amount of the product that each can
		/// back: its weight of its capital at work. The smallest pool without exposure loses its
		/// place if it is smaller than the caller's. If there is no such pool, the smallest one
		/// with exposure loses its place if it is at least 16 times smaller. Its weight becomes
		/// zero, and it runs off: it sells and renews no cover, and backs the cover it has sold
		/// until that ends. At most 4 pools run off on a product at a time. A pool that runs off
		/// can ask for a place again.
		///
		/// While the reserve stands behind the pool, a product is added or its weight raised only
		/// if its facts meet the admission rules of its risk class and are not stale. See
		/// `products.setAdmissionRules`. The weights that the pool has stay as they are.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `product`: the product, in the pool's asset.
		/// - `weight`: the part of the available capital, at most 100 %.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::NotManager`]: If the caller is not the pool's manager.
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::WrongAsset`]: If the product is not in the pool's asset.
		/// - [`Error::WeightTooHigh`]: If the weight is above 100 %.
		/// - [`Error::NotUnderwritten`]: If the weight is zero and the pool does not have the
		///   product.
		/// - [`Error::NotAdmissible`]: If the reserve stands behind the pool, the weight is above
		///   the one of now, and the product does not meet the rules.
		/// - [`Error::TooManyProducts`]: If the pool has the most products that are allowed.
		/// - [`Error::TooManyPools`]: If all places on the product are taken, and no pool there is
		///   small enough to lose its own.
		/// - [`Error::TooManyRunOffs`]: If a pool there is small enough to lose its place, but as
		///   many run off as may.
		///
		/// ## Events
		/// - [`Event::WeightSet`], and [`Event::PoolDisplaced`] if another pool lost its place.
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

		/// Put capital into a tranche of a pool, in the units of the pool's asset.
		///
		/// ## Dispatch Origin
		/// Any signed account. In a private pool, its manager or an account that the manager
		/// allowed.
		///
		/// ## Details
		/// The caller buys shares at the price of this block, rounded down. Shares earn premium and
		/// bear losses, junior's before senior's. They leave by `request_withdrawal`, not before a
		/// cooldown. A deposit in the native token is held on the caller's account for the record
		/// of a new position, until the position is gone.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: junior or senior.
		/// - `amount`: the amount to pay in, in the asset's units; at least the asset's smallest
		///   deposit.
		/// - `min_shares`: the fewest shares the caller accepts.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::PoolPaused`]: If the pool is paused or suspended.
		/// - [`Error::PoolFrozen`]: If an open incident touches the pool.
		/// - [`Error::NotAllowed`]: If the pool is private and its manager has not allowed the
		///   caller.
		/// - [`Error::TrancheExhausted`]: If the capital of the tranche is lost.
		/// - [`Error::DepositTooSmall`]: If the amount is below the asset's smallest deposit.
		/// - [`Error::ZeroShares`]: If the amount buys no share.
		/// - [`Error::SharesBelowLimit`]: If the amount buys fewer shares than `min_shares`.
		/// - [`Error::TooLittleJunior`]: If junior would be too small a part of the pool beside
		///   senior.
		/// - [`Error::CannotPay`]: If the caller does not have `amount` of the pool's asset.
		/// - [`Error::CannotHoldDeposit`]: If the caller's free native tokens do not pay the
		///   deposit for a new position.
		///
		/// ## Events
		/// - [`Event::Deposited`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, T::WeightInfo::deposit))]
		pub fn deposit(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
			#[pallet::compact] amount: Balance,
			#[pallet::compact] min_shares: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::charged(pool, T::WeightInfo::deposit, || {
				Self::do_deposit(who, pool, tranche, amount, min_shares)
			})
		}

		/// Ask to leave a tranche of a pool with some shares.
		///
		/// ## Dispatch Origin
		/// The holder of the shares.
		///
		/// ## Details
		/// The shares go to the end of the tranche's withdrawal queue. From now on they back no new
		/// cover. They still back old cover, earn premium and bear losses.
		///
		/// They are paid at the price of the day of payment: after the cooldown in active time,
		/// first come first served, while no open incident touches the pool, as far as capital is
		/// free. While cover is in force, junior leaves only as far as enough of it stays for
		/// senior. If the shares are worth less than the limit when it is their turn, they go back
		/// into the position instead.
		///
		/// A request is possible at any time, also while the pool is frozen or paused. A deposit in
		/// the native token is held on the caller's account as long as the request waits.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: junior or senior.
		/// - `shares`: the shares to leave: worth the asset's smallest withdrawal, or the whole
		///   position.
		/// - `min_out`: the least value of the shares, today and when it is their turn, in the
		///   asset's units. Zero accepts any price. After a part payment it falls in proportion.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::ZeroShares`]: If `shares` is zero.
		/// - [`Error::TrancheExhausted`]: If the shares are worthless.
		/// - [`Error::NotEnoughShares`]: If the position has fewer shares outside the queue, or
		///   they are of an earlier epoch.
		/// - [`Error::StillUnlocking`]: If some of the shares came back from the queue a short time
		///   ago.
		/// - [`Error::ValueBelowLimit`]: If the shares are worth less than `min_out`, or their
		///   value is zero.
		/// - [`Error::WithdrawalTooSmall`]: If the shares are worth less than the asset's smallest
		///   withdrawal and are not the whole position.
		/// - [`Error::CannotHoldDeposit`]: If the caller's free native tokens do not pay the
		///   deposit.
		///
		/// ## Events
		/// - [`Event::WithdrawalRequested`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, T::WeightInfo::request_withdrawal))]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
			#[pallet::compact] shares: Balance,
			#[pallet::compact] min_out: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::charged(pool, T::WeightInfo::request_withdrawal, || {
				Self::do_request_withdrawal(who, pool, tranche, shares, min_out)
			})
		}

		/// Pay the withdrawals of a pool that can be paid, at most `max` requests.
		///
		/// ## Dispatch Origin
		/// Any signed account. The chain does the same by itself when blocks have room.
		///
		/// ## Details
		/// Of the heads of both queues, the one that could be paid first is served first. A head is
		/// paid in part if there is not enough free capital. A part payment is at least the asset's
		/// smallest withdrawal, or a hundredth of the pool's assets if that is less. Worthless
		/// shares are dropped. Shares worth less than their limit go back into their position.
		/// Money that a payee cannot receive is kept for them (`collect`).
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `max`: the largest number of requests to work on, 1 to 100.
		///
		/// ## Errors
		/// - [`Error::CountOutOfRange`]: If `max` is zero or above 100.
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::PoolFrozen`]: If an open incident touches the pool.
		/// - [`Error::NothingToProcess`]: If no request of the pool can be served now.
		///
		/// ## Events
		/// - [`Event::WithdrawalPaid`], [`Event::WithdrawalDropped`], [`Event::WithdrawalReturned`]
		///   and [`Event::PaymentBooked`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::processing_weight(PoolSize::MOST, *max))]
		pub fn process_withdrawals(
			origin: OriginFor<T>,
			pool: PoolId,
			max: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let size = Self::size_for(pool, MAX_DAYS_BEHIND);
			let mut served = 0;
			let result = Self::do_process_withdrawals(pool, max, &mut served);
			// The request that could not be served was looked at.
			let requests = served.saturating_add(1).min(max);
			Self::charged_for(size, |_| T::WeightInfo::process_withdrawals(requests), || result)
		}

		/// Catch a pool up by at most `days` days, and hand over its fees payable.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Every block takes pools over the day boundaries in turn. A pool that is more than two
		/// days behind, as after a halt, prices no shares and no cover until its turn comes, or
		/// until it is accrued by this call. This call also hands over the parts of reserve,
		/// treasury and manager of earned premiums, at any time. By itself the chain does so once a
		/// day. A part that its payee cannot receive stays due and is handed over later.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `days`: the largest number of days to catch up, of premiums and of ending cover each;
		///   1 to 400.
		///
		/// ## Errors
		/// - [`Error::CountOutOfRange`]: If `days` is zero or above 400.
		/// - [`Error::UnknownPool`]: If there is no such pool.
		///
		/// ## Events
		/// - [`Event::PremiumEarned`], [`Event::LoanWrittenOff`], [`Event::FeeRaised`],
		///   [`Event::CoverEnded`], [`Event::SharesReturned`],
		///   [`Event::PricesRecorded`] and [`Event::FeesPaid`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::accrue_weight(*days))]
		pub fn accrue(origin: OriginFor<T>, pool: PoolId, days: u32) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let size = Self::size_for(pool, days.min(MAX_ACCRUAL));
			Self::charged_for(size, T::WeightInfo::accrue, || Self::do_accrue(pool, days))
		}

		/// Open, pause or suspend a pool.
		///
		/// ## Dispatch Origin
		/// The pool's manager, or a referendum.
		///
		/// ## Details
		/// A pool that is not open takes neither deposits nor new cover. Cover in force,
		/// withdrawals and losses do not depend on the status. Only a referendum can suspend a pool
		/// and open a suspended one.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `status`: the new status.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::NotManager`]: If the caller is neither the pool's manager nor a referendum.
		/// - [`Error::OnlyReferendum`]: If the manager suspends the pool, or changes a suspended
		///   one.
		/// - [`Error::StatusUnchanged`]: If the pool has this status already.
		///
		/// ## Events
		/// - [`Event::StatusChanged`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_status())]
		pub fn set_status(origin: OriginFor<T>, pool: PoolId, status: PoolStatus) -> DispatchResult {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_set_status(who, pool, status)
		}

		/// Let pools be opened in an asset, or change its minima, in its units.
		///
		/// ## Dispatch Origin
		/// A referendum.
		///
		/// ## Details
		/// Every account must be able to receive every amount of the asset. Otherwise payments
		/// would wait and rests be destroyed. So an asset that is not native must have a minimum
		/// balance of one unit and be sufficient.
		///
		/// A holder of a key that can mint, freeze or burn the asset would control all its pools.
		/// So the asset's owner, issuer, admin and freezer must be the account without a key: the
		/// hash of `("breakwater", "asset", id)`.
		///
		/// ## Parameters
		/// - `asset`: an existing asset.
		/// - `min_deposit`: the smallest deposit, in the asset's units; above zero.
		/// - `min_withdrawal`: the smallest withdrawal, in the asset's units; above zero, at most
		///   the smallest deposit.
		///
		/// ## Errors
		/// - [`Error::UnknownAsset`]: If there is no such asset.
		/// - [`Error::MinimumMissing`]: If a minimum is zero.
		/// - [`Error::MinWithdrawalTooHigh`]: If the smallest withdrawal is above the smallest
		///   deposit.
		/// - [`Error::TeamHasKeys`]: If the asset's team is not the account without a key.
		/// - [`Error::MinimumBalanceTooHigh`]: If the asset is not native and its minimum balance
		///   is not one unit.
		/// - [`Error::NotSufficient`]: If an account without any other balance cannot receive the
		///   asset.
		///
		/// ## Events
		/// - [`Event::AssetListed`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::list_asset())]
		pub fn list_asset(
			origin: OriginFor<T>,
			asset: AssetId,
			min_deposit: Balance,
			min_withdrawal: Balance,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_list_asset(asset, AssetRules { min_deposit, min_withdrawal })
		}

		/// Take the caller's withdrawal money that the pool could not pay out, in its asset.
		///
		/// ## Dispatch Origin
		/// The payee.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::NothingToCollect`]: If no money waits for the caller in the pool.
		/// - [`Error::CannotReceive`]: If the caller still cannot receive the money.
		///
		/// ## Events
		/// - [`Event::Collected`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>, pool: PoolId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_collect(who, pool)
		}

		/// Take back a request to leave, with all its shares.
		///
		/// ## Dispatch Origin
		/// The account that made the request.
		///
		/// ## Details
		/// The caller loses the place in the queue and gets the deposit back. The shares go back
		/// into the position. From the beginning of the active day after the next one on, they back
		/// new cover, and can be transferred or asked to leave again. So do shares of the same
		/// position that are unlocking already.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: the tranche.
		/// - `index`: the place in the queue, as in `WithdrawalRequested`.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::UnknownWithdrawal`]: If there is no such request, or it was served.
		/// - [`Error::NotYourWithdrawal`]: If the request is that of another account.
		/// - [`Error::PoolFrozen`]: If an open incident touches the pool.
		/// - [`Error::TrancheExhausted`]: If the shares are worthless. Then `process_withdrawals`
		///   drops the request and gives the deposit back.
		///
		/// ## Events
		/// - [`Event::WithdrawalCancelled`].
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, T::WeightInfo::cancel_withdrawal))]
		pub fn cancel_withdrawal(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
			index: u32,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::charged(pool, T::WeightInfo::cancel_withdrawal, || {
				Self::do_cancel_withdrawal(who, pool, tranche, index)
			})
		}

		/// Transfer a number of shares of a tranche to another account.
		///
		/// ## Dispatch Origin
		/// The holder of the shares.
		///
		/// ## Details
		/// The shares are a whole position or a part of it. The transfer is rejected while an open
		/// incident touches the pool, so that no known loss is sold. If the receiver has no
		/// position in the tranche, the caller puts up the deposit for it, and gets it back when
		/// the position is gone. If the caller's position is empty after the transfer, its deposit
		/// goes back to its depositor.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: the tranche.
		/// - `to`: the receiver. In a private pool its manager, or an account that the manager
		///   allowed.
		/// - `shares`: the number of shares; none that wait to leave or are unlocking.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::ZeroShares`]: If `shares` is zero.
		/// - [`Error::SelfTransfer`]: If the receiver is the caller.
		/// - [`Error::PoolFrozen`]: If an open incident touches the pool.
		/// - [`Error::NotAllowed`]: If the pool is private and its manager has not allowed the
		///   receiver.
		/// - [`Error::NotEnoughShares`]: If the position has fewer shares outside the queue, or
		///   they are of an earlier epoch.
		/// - [`Error::StillUnlocking`]: If some of the shares came back from the queue a short time
		///   ago.
		/// - [`Error::CannotHoldDeposit`]: If the caller's free native tokens do not pay the
		///   deposit for a new position.
		///
		/// ## Events
		/// - [`Event::Transferred`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::transfer())]
		pub fn transfer(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
			to: T::AccountId,
			#[pallet::compact] shares: Balance,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			Self::do_transfer(from, pool, tranche, to, shares)
		}

		/// Reopen an exhausted tranche, with a new epoch of shares.
		///
		/// ## Dispatch Origin
		/// Any signed account: a former holder can get the deposit back without the manager.
		///
		/// ## Details
		/// A tranche is exhausted when a loss leaves its shares almost worthless. Its old shares
		/// end and are worthless. The tranche takes deposits again, at the first price, if the pool
		/// is open. The records of old positions can be removed with `remove_position`.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: the tranche.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::NotExhausted`]: If the tranche is not exhausted.
		/// - [`Error::PoolFrozen`]: If an open incident touches the pool.
		/// - [`Error::QueueNotEmpty`]: If requests wait in its queue. Then `process_withdrawals`
		///   drops them.
		/// - [`Error::StillUnlocking`]: If shares of cancelled requests are unlocking, for at most
		///   two active days.
		///
		/// ## Events
		/// - [`Event::TrancheReopened`].
		#[pallet::call_index(11)]
		#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, |_| T::WeightInfo::reopen_tranche()))]
		pub fn reopen_tranche(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::charged(
				pool,
				|_| T::WeightInfo::reopen_tranche(),
				|| Self::do_reopen_tranche(pool, tranche),
			)
		}

		/// Remove the worthless record of a position of an earlier epoch of its tranche.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The deposit goes back to the account that put it up.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `tranche`: the tranche.
		/// - `who`: the holder of the position.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::UnknownPosition`]: If the account has no position in the tranche.
		/// - [`Error::PositionCurrent`]: If the position is of the current epoch of the tranche.
		///
		/// ## Events
		/// - [`Event::PositionRemoved`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::remove_position())]
		pub fn remove_position(
			origin: OriginFor<T>,
			pool: PoolId,
			tranche: Tranche,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_position(pool, tranche, who)
		}

		/// Set the manager's part of earned premiums, in parts of a million.
		///
		/// ## Dispatch Origin
		/// The pool's manager.
		///
		/// ## Details
		/// A lower fee applies to premium that is earned from now on. A higher fee applies from the
		/// first touch of the pool after a notice of the withdrawal cooldown, in active time. So an
		/// underwriter who does not accept it can leave before. Setting the fee that applies today
		/// takes an announced one back.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `fee`: the manager's part of what reserve and treasury leave of an earned premium, in
		///   parts of a million.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AccrualRequired`]: If the pool has to be accrued first.
		/// - [`Error::NotManager`]: If the caller is not the pool's manager.
		/// - [`Error::FeeTooHigh`]: If the fee is above the highest one that is allowed.
		/// - [`Error::FeeUnchanged`]: If the pool has this fee already, and no other one is
		///   announced.
		///
		/// ## Events
		/// - [`Event::FeeSet`], and later [`Event::FeeRaised`] for a higher fee.
		#[pallet::call_index(13)]
		#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, |_| T::WeightInfo::set_fee()))]
		pub fn set_fee(origin: OriginFor<T>, pool: PoolId, fee: Permill) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::charged(pool, |_| T::WeightInfo::set_fee(), || Self::do_set_fee(who, pool, fee))
		}

		/// Put an account on a private pool's list, or take it off.
		///
		/// ## Dispatch Origin
		/// The pool's manager.
		///
		/// ## Details
		/// Accounts on the list may hold shares of the pool. An account that is taken off keeps its
		/// shares and can leave with them, but gets no more. A deposit in the native token is held
		/// on the manager's account for each account on the list. The manager needs no entry.
		///
		/// ## Parameters
		/// - `pool`: the pool.
		/// - `who`: the account.
		/// - `is_allowed`: true if the account may hold shares.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::NotManager`]: If the caller is not the pool's manager.
		/// - [`Error::NotPrivate`]: If the pool is open to all.
		/// - [`Error::AllowanceUnchanged`]: If the account is on the list already, or is not on it.
		/// - [`Error::CannotHoldDeposit`]: If the caller's free native tokens do not pay the
		///   deposit.
		///
		/// ## Events
		/// - [`Event::AllowanceSet`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_allowed())]
		pub fn set_allowed(
			origin: OriginFor<T>,
			pool: PoolId,
			who: T::AccountId,
			is_allowed: bool,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_set_allowed(manager, pool, who, is_allowed)
		}

		/// Name the correlation group of an asset itself, so that no pool in it covers its failure.
		///
		/// ## Dispatch Origin
		/// A referendum.
		///
		/// ## Details
		/// A pool whose asset fails with what it insures pays with worthless money. Products of
		/// this group are not listed in the asset, and pools give them no weight, except zero.
		/// Pools that have given one already sell and renew no cover of them. Cover that is in
		/// force stays as it is until its end.
		///
		/// ## Parameters
		/// - `asset`: a listed asset.
		/// - `group`: the group; `None` if its failure is no risk that can be covered.
		///
		/// ## Errors
		/// - [`Error::AssetNotListed`]: If the asset is not listed.
		///
		/// ## Events
		/// - [`Event::AssetGroupSet`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_asset_group())]
		pub fn set_asset_group(
			origin: OriginFor<T>,
			asset: AssetId,
			group: Option<GroupId>,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_asset_group(asset, group)
		}
	}
}
