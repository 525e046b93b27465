// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;
// The mock of the tests names the pallets that decide and pay incidents by their crates.
#[cfg(test)]
extern crate self as breakwater_assessment;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod bonds;
mod cost;
mod decisions;
mod errors;
mod events;
mod glue;
mod proposals;
mod reports;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;
mod work;

use breakwater_primitives::{contracts::incidents::Incidents, *};
use frame_support::{
	dispatch::DispatchResult,
	pallet_macros::import_section,
	traits::{fungibles, Get},
	weights::Weight,
};
pub use pallet::*;
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub},
	ArithmeticError, DispatchError,
};
use types::*;
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::assessment";

// The macro's own code repeats the paths of its attributes.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The pallet's needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The money of bonds.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The products.
		type Catalogue: Catalogue;
		/// The pools.
		type Settlement: LossSettlement<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// The incidents that are assessed.
		type Incidents: Incidents;
		/// The reserve's income: its part of lost bonds, and bonds that are not taken.
		type Income: Income<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The stake that incidents freeze beside pools: the reserve's.
		type Stake: FrozenStake;
		/// The body that chooses between outcome proposals.
		type Adjudicator: Adjudicator + DisputeFee<Self::AccountId>;
		/// The origin of the adjudicator's choices, and of reports without a bond: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Numbers that governance sets. An assessment keeps those of the block that opened the
		/// incident.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Incidents that people report and decide.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The assessments of incidents: of those that are open, and of those with records or bonds
	/// left.
	#[pallet::storage]
	pub type Assessments<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Assessment>;

	/// The reporter of an incident, and their bond.
	#[pallet::storage]
	pub type Reports<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Report<T::AccountId>>;

	/// The outcome proposals on an incident, by their numbers.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, u32, Proposal<T::AccountId>, OptionQuery>;

	/// The amount due to an account of the bonds of an incident that could not be paid.
	#[pallet::storage]
	pub type BondsDue<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The ends, in active time, of the periods in which failed reports on a pool raise the bonds
	/// of later ones.
	#[pallet::storage]
	pub type Rejections<T: Config> =
		StorageMap<_, Twox64Concat, PoolId, BoundedVec<Moment, ConstU32<MAX_REJECTIONS>>, ValueQuery>;

	/// The last assessment of the last round of work.
	#[pallet::storage]
	pub type LastServed<T: Config> = StorageValue<_, IncidentId>;

	/// The assessment for whose next step the last round of work had no room. It is the first of
	/// the next round.
	#[pallet::storage]
	pub type Delayed<T: Config> = StorageValue<_, IncidentId>;

	/// The genesis of the pallet: its account.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// No settings.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on an impossible state: a chain specification is wrong or right as a whole.
		fn build(&self) {
			Pallet::<T>::endow_bond_account();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::work_all(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(Self::bond_account().is_some(), "a hash must be decodable as an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Report an incident, an event that a product covers, with a bond in its asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account, for a product whose events people assess. A referendum, for any
		/// product, without a bond.
		///
		/// ## Details
		/// In this block sales, changes and withdrawals stop, and the exposure is locked. An
		/// outcome then has to be proposed within seven days of active time.
		///
		/// For each pool that is frozen, the bond is half a percent of what is locked of it, or
		/// 0.05 % of its capital, whichever is more. Both are governed. It is doubled for each
		/// other open incident on that pool, and for each report on it that failed within 90 days.
		/// If a frozen pool is admitted to the reserve, 0.05 % of the stake behind the reserve in
		/// the asset comes on top, doubled as that of the admitted pool with most doublings. A
		/// report has failed if the incident was rejected, or had claims of less than half a
		/// percent (as governed) of what was locked.
		///
		/// The bond is returned, unless the outcome that is accepted says "not covered" or none is
		/// proposed. If an incident is open on the product, this one waits behind it. Only one can
		/// wait.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `occurred_at`: the moment of the event, in milliseconds of wall-clock time; at most
		///   two years ago.
		/// - `evidence`: the hash of the caller's statement.
		/// - `uri`: the place where it can be read, in UTF-8, at most 256 bytes.
		/// - `max_bond`: the largest bond that the caller accepts, in the product's asset's units.
		///
		/// ## Errors
		/// - [`Error::NotYet`]: If `occurred_at` lies in the future.
		/// - [`Error::TooLongAgo`]: If `occurred_at` is more than two years ago.
		/// - [`Error::UnknownProduct`]: If there is no such product, or it is delisted.
		/// - [`Error::TriggerDecides`]: If the product has a trigger, and the caller is no
		///   referendum.
		/// - [`Error::AlreadyOpen`]: If the product has a trigger, and an incident is open on it.
		/// - [`Error::AlreadyWaiting`]: If people assess the product, and one incident is open on
		///   it and another waits.
		/// - [`Error::CannotOpen`]: If all numbers of incidents are used.
		/// - [`Error::NothingInsured`]: If no pool is exposed to the product.
		/// - [`Error::BondAboveLimit`]: If the bond is above `max_bond`.
		/// - [`Error::CannotPay`]: If the caller has less than the bond in the product's asset.
		///
		/// ## Events
		/// - [`Event::IncidentReported`], and those of the pools and policies that are frozen.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::most_report_weight())]
		pub fn report_incident(
			origin: OriginFor<T>,
			product: ProductId,
			occurred_at: Moment,
			evidence: H256,
			uri: Uri,
			#[pallet::compact] max_bond: Balance,
		) -> DispatchResultWithPostInfo {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_report(who, product, occurred_at, evidence, uri, max_bond)
		}

		/// Propose an incident's outcome or challenge earlier ones, with a bond in its asset.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// A proposal that is not challenged for 48 hours of active time is accepted, and its bond
		/// is returned. With each proposal that time begins anew. When it is over and there is more
		/// than one proposal, a case chooses between them. If it chooses none, the one with the
		/// largest bond is accepted; of equal bonds the earlier one.
		///
		/// A challenge also pays the fees of the court's seats, in native tokens
		/// (`court.disputeFee`), while the court has enough stake to sit.
		///
		/// The proposer of the chosen outcome gets their bond back and half of each other bond. The
		/// other halves go to the reserve. The bond of each of the first two proposals is that of
		/// `report_incident` without doublings. The bond of each further one is double the one
		/// before.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `verdict`: not covered; or the moment of the event and a table of losses (people
		///   assess) or the binding average (a trigger).
		/// - `uri`: the place where the reasons and the table can be read, in UTF-8, at most 256
		///   bytes.
		/// - `max_bond`: the largest bond that the caller accepts, in the incident's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessment`]: If no assessment of such an incident is known.
		/// - [`Error::NotInAssessment`]: If the assessment has not begun, a case is open, or the
		///   incident is decided.
		/// - [`Error::TooLate`]: If the time for a first proposal, or for a challenge, is over.
		/// - [`Error::WrongVerdict`]: If the verdict is a table of losses for a product with a
		///   trigger, or an average for another one.
		/// - [`Error::EmptyTable`]: If the table has no insured account or no loss.
		/// - [`Error::NotABreach`]: If the average is on the good side of the trigger's threshold.
		/// - [`Error::OccurredAfterOpening`]: If the moment of the event is after the opening of
		///   the incident.
		/// - [`Error::TooManyProposals`]: If there are 8 proposals on the incident, as many as can
		///   be.
		/// - [`Error::SameOutcome`]: If this very verdict was proposed already.
		/// - [`Error::NothingInsured`]: If a trigger opened the incident, and no pool is exposed to
		///   it.
		/// - [`Error::BondAboveLimit`]: If the bond is above `max_bond`.
		/// - [`Error::CannotPay`]: If the caller has less than the bond in the incident's asset.
		/// - `court.CannotPay`: If the caller has less than the fees.
		///
		/// ## Events
		/// - [`Event::OutcomeProposed`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::most_propose_weight())]
		pub fn propose_outcome(
			origin: OriginFor<T>,
			incident: IncidentId,
			verdict: Verdict,
			uri: Uri,
			#[pallet::compact] max_bond: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, incident, verdict, uri, max_bond)
		}

		/// Vote aye if this outcome is true of the incident.
		///
		/// ## Dispatch Origin
		/// The adjudicator: a referendum.
		///
		/// ## Details
		/// Where no panel of the court decides a case for good, the chain opens a referendum on
		/// each choice with this call. Voters can vote on all of them. When they end, the choice
		/// with the largest margin of ayes over nays is accepted, if enough tokens voted on it.
		///
		/// Where two have the largest margin, none has one, or too few tokens voted, none is
		/// chosen. Then the choice of the last panel that made one is accepted. If there is none,
		/// it is the proposal with the largest bond; of equal bonds the earlier one.
		///
		/// Other referenda with more ayes than nays pass too, and their calls fail. The chain acts
		/// on the votes by itself, also where this call is late.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `choice`: an outcome proposal by its number, or "not covered" if no proposal says so.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessment`]: If no assessment of such an incident is known.
		/// - [`Error::NotInCase`]: If no case is open on the incident.
		/// - [`Error::UnknownChoice`]: If there is no such choice in the case.
		/// - [`Error::NotChosen`]: If it is not the choice of the case: the votes are not counted
		///   yet, another choice has a larger margin, or too few tokens voted.
		///
		/// ## Events
		/// - [`Event::OutcomeAdopted`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::adopt_outcome())]
		pub fn adopt_outcome(origin: OriginFor<T>, incident: IncidentId, choice: Choice) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_adopt(incident, choice)
		}

		/// Act on a deadline of an assessment now, instead of waiting for the blocks to do it.
		///
		/// ## Dispatch Origin
		/// Any signed account. The caller pays for the work done.
		///
		/// ## Details
		/// The chain does this work by itself in the room that blocks leave.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessment`]: If no assessment of such an incident is known.
		/// - [`Error::NothingToDo`]: If no deadline of it has passed, its case is not over, or the
		///   adjudicator or the reserve cannot take their part now.
		///
		/// ## Events
		/// - Those of the step: [`Event::OutcomeAccepted`], [`Event::CaseBegun`] and others.
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::process_weight())]
		pub fn process(origin: OriginFor<T>, incident: IncidentId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_process(incident)
		}

		/// Pay an account the amount due to it of an incident's bonds, in the incident's asset.
		///
		/// ## Dispatch Origin
		/// Any signed account. `who` is paid, not the caller.
		///
		/// ## Details
		/// This call is for an amount that could not be paid before.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `who`: the account to which it is due.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessment`]: If there is no such incident, or no bond of it is left.
		/// - [`Error::NoBondDue`]: If no bond is due to the account.
		/// - [`Error::CannotReceive`]: If the account still cannot receive the asset.
		///
		/// ## Events
		/// - [`Event::BondPaid`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::collect_bond())]
		pub fn collect_bond(
			origin: OriginFor<T>,
			incident: IncidentId,
			who: T::AccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_collect_bond(incident, &who)
		}

		/// Give the reserve the bonds not taken in the year after an incident's end, in its asset.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The chain does it by itself in the room that blocks leave. The year is in active time,
		/// and the one that was in force when the incident was opened.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessment`]: If there is no such incident, or no record of its
		///   assessment is left.
		/// - [`Error::NotOver`]: If the incident has not ended, or no bond of it is left.
		/// - [`Error::TooEarly`]: If bonds can still be taken.
		/// - [`Error::ReserveRefuses`]: If the reserve cannot take them now.
		///
		/// ## Events
		/// - [`Event::BondsSwept`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::most_sweeping_weight())]
		pub fn sweep_bonds(origin: OriginFor<T>, incident: IncidentId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::sweep_for_any(incident)
		}
	}
}
