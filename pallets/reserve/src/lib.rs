// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod account;
mod admission;
mod backstop;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod debts;
mod errors;
mod events;
mod glue;
mod incidents;
mod income;
mod programmes;
mod salvage;
mod stake;
mod survey;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The reserve's pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::{
		ActiveClock, Admission, AssetId, Balance, Day, Exposures, GroupId, IncidentId, IncomeLine, Moment,
		Obligations, PoolId, Risks,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungibles::{Balanced, Credit, Inspect},
			Consideration, Contains, Footprint,
		},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
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
		/// The requirements for the products of a pool that is admitted.
		type Admission: Admission;
		/// The origin that admits pools to the backstop and removes them: referenda.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The origin that pays advances out of the emergency budget.
		type EmergencyOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The part of every earned premium that goes to the reserve when its funds are at the
		/// target. The share of each asset moves with the funds.
		type PremiumShare: Get<Permill>;
		/// The least share of premium.
		type LeastPremiumShare: Get<Permill>;
		/// The greatest share of premium.
		type MostPremiumShare: Get<Permill>;
		/// The most by which a share of premium moves in a day.
		type PremiumShareStep: Get<Permill>;
		/// The least target, as a part of the exposure of the admitted pools.
		type LeastTarget: Get<Permill>;
		/// The exposures of pools.
		type Exposures: Exposures;
		/// The part of its funds that the reserve gives for one incident.
		type PerIncident: Get<Permill>;
		/// The part of its funds that the reserve gives for the incidents of one correlation group
		/// within 30 days of active time.
		type PerGroup: Get<Permill>;
		/// The multiple of its contributions that a pool may get, over its whole life.
		type PoolMultiple: Get<u32>;
		/// The account of the treasury, out of which a referendum replenishes the reserve.
		type Treasury: Get<Self::AccountId>;
		/// The most of each premium share that stakers get.
		type RewardShare: Get<Permill>;
		/// The active time between a request to take stake out and its window, in milliseconds.
		type StakeCooldown: Get<Moment>;
		/// The active time in which stake can be taken out, in milliseconds.
		type StakeWindow: Get<Moment>;
		/// The deposit for the record of a stake.
		type StakeDeposit: Consideration<Self::AccountId, Footprint> + Parameter + MaxEncodedLen;
		/// The two clocks.
		type Clock: ActiveClock;
		/// The assets and the correlation groups of products, and the pools that incidents lock.
		type Risks: Risks;
		/// The claims to which the reserve owes money.
		type Obligations: Obligations<CreditOf<Self>>;
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

	/// The limit and the draws of each incident. Written when it is opened. Kept if a pool got or
	/// is owed an amount for it.
	#[pallet::storage]
	pub type Incidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, IncidentAccount>;

	/// The amounts that each correlation group of each asset drew within its last 30 days.
	#[pallet::storage]
	pub type Draws<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, AssetId, Twox64Concat, GroupId, GroupDraws, ValueQuery>;

	/// The freeze of the stake of each asset.
	#[pallet::storage]
	pub type Freezes<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, Freeze, ValueQuery>;

	/// The shares of each account in the stake of each asset.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		Position<T::StakeDeposit>,
	>;

	/// The ends of the queue of debts in each asset. Without debts there is none.
	#[pallet::storage]
	pub type DebtQueues<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, DebtQueue, ValueQuery>;

	/// The debts in each asset by their places. A place is empty once its debt is paid or reduced
	/// to zero.
	#[pallet::storage]
	pub type Debts<T: Config> = StorageDoubleMap<_, Blake2_128Concat, AssetId, Twox64Concat, u64, Debt>;

	/// The programmes of compensation that are not closed.
	#[pallet::storage]
	pub type Programmes<T: Config> = StorageMap<_, Twox64Concat, ProgrammeId, Programme>;

	/// The number of the next programme.
	#[pallet::storage]
	pub type NextProgramme<T: Config> = StorageValue<_, ProgrammeId, ValueQuery>;

	/// The money that was recovered for the underwriters of each pool after each incident. Kept for
	/// good, as the record of the draws is.
	#[pallet::storage]
	pub type Salvages<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Salvage>;

	/// The leaves of each programme that are collected, in chunks of 256.
	#[pallet::storage]
	pub type CollectedLeaves<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProgrammeId, Twox64Concat, u32, Collected, ValueQuery>;

	/// The budget for advances in each asset.
	#[pallet::storage]
	pub type EmergencyBudgets<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, EmergencyBudget>;

	/// The share of premium in each asset, from the last survey.
	#[pallet::storage]
	pub type PremiumShares<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, Permill>;

	/// The survey of the day.
	#[pallet::storage]
	pub type Survey<T: Config> = StorageValue<_, SurveyState, ValueQuery>;

	/// The exposures that the survey of the day has seen in each asset.
	#[pallet::storage]
	pub type Tallies<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, Tally, ValueQuery>;

	/// The record of each asset of the last days. The place of a day is its rest by the days kept.
	#[pallet::storage]
	pub type Records<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, AssetId, Twox64Concat, Day, SolvencyRecord>;

	/// The record of each asset and calendar year.
	#[pallet::storage]
	pub type Years<T: Config> = StorageDoubleMap<_, Blake2_128Concat, AssetId, Twox64Concat, u32, YearRecord>;

	/// The amounts that each pool got and is owed for its loss in each incident.
	#[pallet::storage]
	pub type Backings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Backing>;

	/// The reasons for holds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for the record of a stake.
		#[codec(index = 0)]
		Stake,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(Self::account().is_some(), "the reserve has an account");
			assert!(T::PoolMultiple::get() > 0, "an admitted pool can draw");
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::pay_debts(&mut meter);
			Self::survey(&mut meter);
			meter.consumed()
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
		/// Losses of incidents that are opened from now on may draw on the reserve, within the
		/// limits of the pool, of each incident and of its correlation group. The pool's earlier
		/// contributions count.
		///
		/// Each product that the pool has a weight for, or cover of, must meet the admission rules
		/// of its risk class now, and its facts must not be stale. See
		/// `products.setAdmissionRules`. From now on the pool can add and raise such products only.
		///
		/// ## Parameters
		/// - `pool`: the pool's id.
		///
		/// ## Errors
		/// - [`Error::UnknownPool`]: If there is no such pool.
		/// - [`Error::AlreadyAdmitted`]: If it is admitted already.
		/// - [`Error::NotAdmissible`]: If a product of the pool does not meet the rules.
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

		/// Pay the oldest debt of the reserve in an asset out of what is set aside.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Each block pays one debt of each asset by itself. The call is for the case that blocks
		/// are full. A debt whose incident takes no money now goes behind the others.
		///
		/// ## Parameters
		/// - `asset`: the asset.
		///
		/// ## Errors
		/// - [`Error::NoDebt`]: If the reserve owes no amount in the asset.
		/// - [`Error::TooLittleSetAside`]: If less than a hundredth of the debt is set aside.
		///
		/// ## Events
		/// - [`Event::DebtPaid`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::pay_debt_weight())]
		pub fn pay_debt(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_debt(&asset)
		}

		/// Stake behind the reserve, in the asset's units: earns rewards, bears losses.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The stake pays for losses of admitted pools after the reserve's own funds, within the
		/// limits of each incident and correlation group, also while a request to take it out
		/// waits. It earns a part of the premium shares of admitted pools, released over 30 days.
		/// While an incident is open that can cost the reserve an amount, no stake comes or leaves.
		/// The first stake in an asset takes a deposit. The account is kept alive.
		///
		/// ## Parameters
		/// - `asset`: the native token or an asset listed by referendum.
		/// - `amount`: in the asset's units, at least 1.
		/// - `min_shares`: the least number of shares to get.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::AssetNotListed`]: If the asset is not listed.
		/// - [`Error::StakeFrozen`]: If an incident is open in the asset.
		/// - [`Error::ZeroShares`]: If `amount` buys no share.
		/// - [`Error::TooFewShares`]: If it buys fewer than `min_shares`.
		/// - [`Error::CannotHoldDeposit`]: If the account cannot hold the deposit.
		/// - [`Error::CannotPay`]: If it has less than `amount` and the asset's minimum balance.
		/// - [`Error::BelowMinimum`]: If the reserve has none of the asset yet and `amount` is
		///   below its minimum balance.
		/// - [`Error::Overflow`]: If a sum would not fit.
		///
		/// ## Events
		/// - [`Event::Staked`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::stake())]
		pub fn stake(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
			#[pallet::compact] min_shares: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stake(who, asset, amount, min_shares)
		}

		/// Begin the cooldown for some shares of a stake.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// After the cooldown the shares can be taken out within the window. They earn and bear
		/// losses until then. The request replaces an earlier one. Shares staked later are not in
		/// it.
		///
		/// ## Parameters
		/// - `asset`: the asset of the stake.
		/// - `shares`: 1 to all shares of the account.
		///
		/// ## Errors
		/// - [`Error::NoStake`]: If the account has no stake in the asset.
		/// - [`Error::StakeExhausted`]: If losses have used up the stake.
		/// - [`Error::ZeroShares`]: If `shares` is zero.
		/// - [`Error::NotEnoughShares`]: If the account has fewer.
		///
		/// ## Events
		/// - [`Event::CooldownBegun`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::cooldown())]
		pub fn cooldown(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] shares: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cooldown(who, asset, shares)
		}

		/// Take out the stake whose cooldown is over, unless an incident is open.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// All shares of the request leave. While an incident is open in the asset that can cost
		/// the reserve an amount, none does. The window is open at least so long after that as
		/// after the cooldown, if the incident was opened before it had ended. On a stake that
		/// losses have used up, the call gives the deposit back.
		///
		/// ## Parameters
		/// - `asset`: the asset of the stake.
		/// - `min_amount`: the least amount to get, in the asset's units.
		///
		/// ## Errors
		/// - [`Error::NoStake`]: If the account has no stake in the asset.
		/// - [`Error::NoRequest`]: If no cooldown was begun.
		/// - [`Error::CoolingDown`]: If the cooldown is not over.
		/// - [`Error::WindowOver`]: If the window is over.
		/// - [`Error::StakeFrozen`]: If an incident is open in the asset.
		/// - [`Error::ZeroAmount`]: If the shares are worth less than one unit, and are not the
		///   last ones of the account.
		/// - [`Error::TooLittle`]: If the shares are worth less than `min_amount`.
		/// - [`Error::BelowMinimum`]: If the reserve's account would be left with less than the
		///   asset's minimum balance. A donation of that amount helps.
		/// - [`Error::CannotReceive`]: If the account cannot receive the amount.
		///
		/// ## Events
		/// - [`Event::Unstaked`].
		/// - [`Event::PositionRemoved`]: If no shares are left.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::unstake())]
		pub fn unstake(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] min_amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unstake(who, asset, min_amount)
		}

		/// Compensate the accounts of a table out of own funds or recovered money, in the asset's
		/// units.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The total leaves its source at once: own funds, or the money that was recovered for the
		/// underwriters who bore a pool's loss in an incident (`claims.recover`). That money is put
		/// aside while incidents are open too, as it backs no pool. Own funds are not, as the
		/// limits of incidents count on them: the programme then waits, and any account begins it
		/// within 365 days of active time (`begin_programme`). Each account of the table
		/// collects its amount with a proof (`collect_compensation`). The rest returns to the
		/// source after the period (`close_programme`). A leaf of the table is the SCALE encoding
		/// of an account and its amount. The tree is that of the crate `binary-merkle-tree` with
		/// the hash blake2-256.
		///
		/// ## Parameters
		/// - `asset`: the asset.
		/// - `table`: the root of the table, the number of its leaves (1 to 65,536), and the sum of
		///   its amounts.
		/// - `period`: the active time for collecting, in milliseconds; 1 day to 5 years.
		/// - `source`: own funds, or an incident and a pool whose underwriters bore the loss.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If the total is zero.
		/// - [`Error::LeavesOutOfRange`]: If the number of leaves is out of its range.
		/// - [`Error::PeriodOutOfRange`]: If the period is out of its range.
		/// - [`Error::FundsTooLow`]: If own funds are the source, and below the total.
		/// - [`Error::NoSalvage`]: If no money of the asset was recovered for the underwriters.
		/// - [`Error::SalvageTooLow`]: If less of it is left than the total.
		///
		/// ## Events
		/// - [`Event::ProgrammeApproved`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::approve_programme())]
		pub fn approve_programme(
			origin: OriginFor<T>,
			asset: AssetId,
			table: CompensationTable,
			period: Moment,
			source: ProgrammeSource,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve_programme(asset, table, period, source)
		}

		/// Pay an account of a programme's table its amount, in the asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Parameters
		/// - `programme`: the number of the programme.
		/// - `who`: the account of the leaf, which is paid.
		/// - `amount`: the amount of the leaf.
		/// - `index`: the place of the leaf in the table, from zero.
		/// - `proof`: the hashes beside the way from the leaf to the root, from below; at most 16.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If there is no such programme.
		/// - [`Error::ProgrammeOver`]: If its period is over.
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::NotInTable`]: If the proof does not lead from the leaf to the root.
		/// - [`Error::AlreadyCollected`]: If the leaf was paid already.
		/// - [`Error::ProgrammeExhausted`]: If the programme has less left, as the amounts of its
		///   table sum to more than its total.
		/// - [`Error::CannotReceive`]: If the account cannot receive the amount.
		/// - [`Error::FundsTooLow`]: If the reserve's account would be left with less than the
		///   asset's minimum balance.
		///
		/// ## Events
		/// - [`Event::CompensationCollected`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::collect_compensation())]
		pub fn collect_compensation(
			origin: OriginFor<T>,
			programme: ProgrammeId,
			who: T::AccountId,
			#[pallet::compact] amount: Balance,
			index: u32,
			proof: Proof,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect_compensation(programme, who, amount, index, &proof)
		}

		/// Give what accounts of a programme have not collected back to its source.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// It returns to own funds, or to the money for the underwriters whom the programme was
		/// for. The call is charged for the records that it removes, one for 256 leaves.
		///
		/// ## Parameters
		/// - `programme`: the number of a programme whose period is over.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If there is no such programme.
		/// - [`Error::ProgrammeOpen`]: If its period is not over.
		///
		/// ## Events
		/// - [`Event::ProgrammeClosed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::close_programme(MAX_CHUNKS))]
		pub fn close_programme(origin: OriginFor<T>, programme: ProgrammeId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::close_for_any(programme)
		}

		/// Grant a small budget for advances in an emergency, in the asset's units.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// No money moves. The budget takes the place of an earlier one. It is at most a twentieth
		/// of own funds, as an advance lessens what open incidents find.
		///
		/// ## Parameters
		/// - `asset`: the asset.
		/// - `amount`: the budget; zero ends it.
		/// - `period`: the active time until its end, in milliseconds; 1 day to 5 years.
		///
		/// ## Errors
		/// - [`Error::PeriodOutOfRange`]: If the period is out of its range.
		/// - [`Error::BudgetTooHigh`]: If `amount` is above a twentieth of own funds.
		///
		/// ## Events
		/// - [`Event::EmergencyGranted`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::grant_emergency())]
		pub fn grant_emergency(
			origin: OriginFor<T>,
			asset: AssetId,
			#[pallet::compact] amount: Balance,
			period: Moment,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_grant_emergency(asset, amount, period)
		}

		/// Pay an advance out of own funds, within the emergency budget, in the asset's units.
		///
		/// ## Dispatch Origin
		/// The origin for emergencies: a referendum (Root) until there is a committee.
		///
		/// ## Parameters
		/// - `asset`: the asset.
		/// - `to`: the account that is paid.
		/// - `amount`: in the asset's units, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::NoBudget`]: If no budget was granted, or it has ended.
		/// - [`Error::BudgetTooLow`]: If less is left of it.
		/// - [`Error::FundsTooLow`]: If own funds are below `amount`, or the reserve's account
		///   would be left with less than the asset's minimum balance.
		/// - [`Error::CannotReceive`]: If the account cannot receive the amount.
		///
		/// ## Events
		/// - [`Event::Advanced`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::advance())]
		pub fn advance(
			origin: OriginFor<T>,
			asset: AssetId,
			to: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			T::EmergencyOrigin::ensure_origin(origin)?;
			Self::do_advance(asset, to, amount)
		}

		/// Put aside the money of a programme that waits for the end of incidents.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// A referendum has approved the programme while an incident was open, whose limits count
		/// on own funds. From now on its accounts collect, for the time that was approved.
		///
		/// ## Parameters
		/// - `programme`: the number of the programme.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If there is no such programme.
		/// - [`Error::ProgrammeOpen`]: If it does not wait.
		/// - [`Error::ProgrammeOver`]: If it was not begun within 365 days.
		/// - [`Error::IncidentOpen`]: If an incident is open in its asset.
		/// - [`Error::FundsTooLow`]: If own funds are below its total.
		///
		/// ## Events
		/// - [`Event::ProgrammeBegun`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::begin_programme())]
		pub fn begin_programme(origin: OriginFor<T>, programme: ProgrammeId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_begin_programme(programme)
		}
	}
}
