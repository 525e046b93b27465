// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod bonds;
mod claiming;
mod cost;
mod errors;
mod events;
mod feeds;
mod filing;
mod glue;
mod incidents;
mod payment;
mod recovery;
mod rulings;
mod settlement;
mod tally;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod watch;
pub mod weights;

use breakwater_math::bond;
use breakwater_primitives::*;
use frame_support::{
	dispatch::DispatchResult,
	pallet_macros::import_section,
	traits::{fungibles, Get},
	weights::Weight,
};
pub use pallet::*;
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	ArithmeticError, DispatchError,
};
use types::*;
pub use weights::WeightInfo;

type BlockNumberOf<T> = frame_system::pallet_prelude::BlockNumberFor<T>;

const LOG_TARGET: &str = "runtime::claims";

// The macro's own code repeats the paths of its attributes.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::interest::PositionSignature;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The pallet's needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The money of claims.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The policies.
		type Book: CoverBook<Self::AccountId>;
		/// The products.
		type Catalogue: Catalogue;
		/// The pools.
		type Settlement: LossSettlement<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The prices.
		type Feed: PriceFeed;
		/// The chain's clocks. They have to be set before the poll hook runs.
		type Clock: ActiveClock;
		/// The pallets that react to incidents: pools and policies.
		type OnIncident: OnIncident;
		/// The reserve's income: its part of lost bonds, and payouts that are not taken.
		type Income: Income<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The body that chooses between rulings.
		type Adjudicator: Adjudicator;
		/// The origin of the adjudicator's choices, and of incidents opened without a bond: a
		/// referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Numbers that governance sets. An incident keeps those of the block that opened it.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Triggers, incidents, claims and their payment.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The feeds that products watch, in the order in which they are polled.
	#[pallet::storage]
	pub type WatchedFeeds<T: Config> = StorageValue<_, BoundedVec<FeedId, ConstU32<MAX_FEEDS>>, ValueQuery>;

	/// The start of the next poll: the place of the feed, and of its product.
	#[pallet::storage]
	pub type Cursor<T: Config> = StorageValue<_, (u32, u32), ValueQuery>;

	/// The state of a watched feed.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedState>;

	/// The last changes of a feed's price: observation number `n` is at `n` modulo
	/// [`MAX_OBSERVATIONS`].
	#[pallet::storage]
	pub type Observations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FeedId, Twox64Concat, u32, Observation, OptionQuery>;

	/// The trigger of a product and how far it has read its feeds.
	#[pallet::storage]
	pub type Watches<T: Config> = StorageMap<_, Twox64Concat, ProductId, Watch>;

	/// The number of the next incident.
	#[pallet::storage]
	pub type NextIncident<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// All incidents.
	#[pallet::storage]
	pub type Incidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Incident>;

	/// The incidents that the hooks look at. Those that people judge are here for their deadlines,
	/// those upheld to be tallied, settled, paid and raised.
	#[pallet::storage]
	pub type Working<T: Config> = StorageMap<_, Twox64Concat, IncidentId, ()>;

	/// The last incident of the last round of work.
	#[pallet::storage]
	pub type LastServed<T: Config> = StorageValue<_, IncidentId>;

	/// The incident for whose next step the last round of work had no room. It is the first of the
	/// next round.
	#[pallet::storage]
	pub type Delayed<T: Config> = StorageValue<_, IncidentId>;

	/// The number of the incident that is looked at next, to see if its payouts are still kept.
	#[pallet::storage]
	pub type NextLook<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// The part of a pool in an upheld incident.
	#[pallet::storage]
	pub type Parts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Part, OptionQuery>;

	/// The claims of an incident, by policy.
	#[pallet::storage]
	pub type Claims<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PolicyId, Claim, OptionQuery>;

	/// The incidents in which a policy has a claim.
	#[pallet::storage]
	pub type ByPolicy<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PolicyId, Twox64Concat, IncidentId, (), OptionQuery>;

	/// The amount claimed for a position under a table of losses, by the position's hash.
	#[pallet::storage]
	pub type ClaimedOn<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, H256, Balance, ValueQuery>;

	/// The open incident of a product that people judge.
	#[pallet::storage]
	pub type Judged<T: Config> = StorageMap<_, Twox64Concat, ProductId, IncidentId>;

	/// The incident that waits behind the open one of a product.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageMap<_, Twox64Concat, ProductId, IncidentId>;

	/// The opener of an incident, and their bond.
	#[pallet::storage]
	pub type Filings<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Filing<T::AccountId>>;

	/// The rulings on an incident, by their numbers.
	#[pallet::storage]
	pub type Rulings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, u32, Ruling<T::AccountId>, OptionQuery>;

	/// The amount due to an account of the bonds of an incident that could not be paid.
	#[pallet::storage]
	pub type BondsDue<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The ends, in active time, of the periods in which failed filings on a pool raise the bonds
	/// of later ones.
	#[pallet::storage]
	pub type Rejections<T: Config> =
		StorageMap<_, Twox64Concat, PoolId, BoundedVec<Moment, ConstU32<MAX_REJECTIONS>>, ValueQuery>;

	/// Inconclusive incidents of a product that can be opened again.
	#[pallet::storage]
	pub type Reopenings<T: Config> = StorageMap<_, Twox64Concat, ProductId, ReopeningWindows, ValueQuery>;

	/// The genesis of the pallet: its two accounts.
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
			Pallet::<T>::endow_accounts();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::work_all(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let escrow = Self::escrow_account();
			assert!(escrow.is_some(), "a hash must be decodable as an account");
			assert!(escrow != Self::bond_account(), "bonds and payouts are apart");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Do some of an incident's work now, instead of waiting for the blocks to do it.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The chain does this work by itself in the room that blocks leave. One step is one policy
		/// looked at, one pool charged, one claim paid, or one deadline acted on. The call stops
		/// early when there is no more work.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `max`: the most steps to take, from 1 to 16. The caller pays for the work done.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::BadStepCount`]: `max` is zero or above 16.
		/// - [`Error::NothingToDo`]: no work on it can be done now.
		///
		/// ## Events
		/// Those of the work: [`Event::ClaimRegistered`], [`Event::PoolCharged`],
		/// [`Event::ClaimPaid`] and others.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::push_weight((*max).min(MAX_PUSH)))]
		pub fn push(origin: OriginFor<T>, incident: IncidentId, max: u32) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::do_push(incident, max)?;
			Ok(Some(used).into())
		}

		/// Pay a policy's claim now, to the policy's holder.
		///
		/// ## Dispatch Origin
		/// Any signed account. The holder is paid, not the caller.
		///
		/// ## Details
		/// The chain pays claims by itself. This call is for a holder who could not receive the
		/// money at that time, or who does not want to wait for their turn.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::UnknownClaim`]: the policy has no claim in it.
		/// - [`Error::NotPayableYet`]: the pools have not been charged yet, and no money is there
		///   for the claim.
		/// - [`Error::AlreadyPaid`]: the claim was paid.
		/// - [`Error::HolderUnknown`]: the policy has no holder.
		/// - [`Error::CannotReceive`]: the holder still cannot receive the asset.
		///
		/// ## Events
		/// - [`Event::ClaimPaid`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>, incident: IncidentId, policy: PolicyId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect(incident, policy)
		}

		/// Open an incident: an event that a product covers has happened.
		///
		/// ## Dispatch Origin
		/// Any signed account, for a product that people judge. A referendum, for any product,
		/// without a bond.
		///
		/// ## Details
		/// In this block sales, changes and withdrawals stop, and the exposure is pinned. A ruling
		/// then has to be proposed within seven days of active time.
		///
		/// For each pool that is frozen, the bond is half a percent of what is pinned of it, or
		/// 0.05 % of its capital, whichever is more. Both are governed. It is doubled for each
		/// other open incident on that pool, and for each filing on it that failed within 90 days.
		/// A filing has failed if it was rejected, ended without a choice, or had claims of less
		/// than half a percent (as governed) of what was pinned.
		///
		/// The bond is returned, unless the ruling that stands says "not covered" or no ruling is
		/// proposed. If an incident is open on the product, this one waits behind it. Only one can
		/// wait.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `occurred_at`: when it happened, in milliseconds of wall-clock time; at most two years
		///   ago.
		/// - `evidence`: the hash of the caller's statement.
		/// - `uri`: where it can be read, in UTF-8, at most 256 bytes.
		/// - `max_bond`: the largest bond that the caller accepts, in the product's asset's units.
		///
		/// ## Errors
		/// - [`Error::NotYet`], [`Error::TooLongAgo`], [`Error::OccurredAfterOpening`]:
		///   `occurred_at` cannot be.
		/// - [`Error::UnknownProduct`], [`Error::TriggerDecides`], [`Error::AlreadyOpen`],
		///   [`Error::AlreadyWaiting`]: no incident can be opened on the product now.
		/// - [`Error::NothingInsured`]: no pool is exposed to it.
		/// - [`Error::BondAboveLimit`]: the bond is above `max_bond`.
		/// - [`Error::CannotPay`]: the caller has less than the bond.
		///
		/// ## Events
		/// - [`Event::IncidentFiled`], and those of the pools and policies that are frozen.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::opening_weight())]
		pub fn open(
			origin: OriginFor<T>,
			product: ProductId,
			occurred_at: Moment,
			evidence: H256,
			uri: Uri,
			#[pallet::compact] max_bond: Balance,
		) -> DispatchResult {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_open(who, product, occurred_at, evidence, uri, max_bond)
		}

		/// Propose what an incident means, or challenge earlier rulings.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// A ruling that is not challenged for 48 hours of active time stands, and its bond is
		/// returned. With each ruling that time begins anew. When it is over and there is more than
		/// one ruling, a case chooses between them.
		///
		/// The proposer of the chosen ruling gets their bond back and half of each other bond. The
		/// other halves go to the reserve. The bond of each of the first two rulings is that of
		/// `open` without doublings. The bond of each further one is double the one before.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `verdict`: not covered; or when it happened and a table of losses (people judge) or
		///   the worst average (a trigger).
		/// - `uri`: where the reasons and the table can be read, in UTF-8, at most 256 bytes.
		/// - `max_bond`: the largest bond that the caller accepts, in the incident's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotInJudgement`], [`Error::TooLate`]: no ruling
		///   can be proposed on it now.
		/// - [`Error::WrongVerdict`], [`Error::OccurredAfterOpening`], [`Error::NotABreach`],
		///   [`Error::EmptyTable`]: it cannot be true.
		/// - [`Error::SameRuling`], [`Error::TooManyRulings`]: there is one like it, or as many as
		///   can be.
		/// - [`Error::BondAboveLimit`]: the bond is above `max_bond`.
		/// - [`Error::CannotPay`]: the caller has less than the bond.
		///
		/// ## Events
		/// - [`Event::RulingProposed`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::propose_ruling())]
		pub fn propose_ruling(
			origin: OriginFor<T>,
			incident: IncidentId,
			verdict: Verdict,
			uri: Uri,
			#[pallet::compact] max_bond: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, incident, verdict, uri, max_bond)
		}

		/// Vote aye if this ruling is true of the incident.
		///
		/// ## Dispatch Origin
		/// The adjudicator: a referendum.
		///
		/// ## Details
		/// When a case begins, the chain opens a referendum on each choice with this call. Voters
		/// can vote on all of them. When they end, the choice with the largest margin of ayes over
		/// nays stands, if enough tokens voted on it.
		///
		/// Where two have the largest margin, none has one, or too few tokens voted, the referenda
		/// are opened once more. If that fails too, the incident ends without a choice. The freeze
		/// is then lifted, and bonds are returned, except those of rulings with less than a
		/// hundredth of the ayes of the choice with most.
		///
		/// Other referenda with more ayes than nays pass too, and their calls fail. The chain acts
		/// on the votes by itself, also where this call is late.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `ruling`: the number of the ruling; the number after the last says "not covered" if
		///   none of them does.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotInCase`]: no case is open on it.
		/// - [`Error::UnknownRuling`]: there is no such choice.
		/// - [`Error::NotChosen`]: it is not the choice of the case.
		///
		/// ## Events
		/// - [`Event::RulingAdopted`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::adopt_ruling())]
		pub fn adopt_ruling(origin: OriginFor<T>, incident: IncidentId, ruling: u32) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_adopt(incident, ruling)
		}

		/// Register the claim of a policy under a table of losses.
		///
		/// ## Dispatch Origin
		/// Any signed account. The holder is paid, not the caller.
		///
		/// ## Details
		/// The chain computes the amount by the policy's terms. It is the loss less the
		/// coinsurance, the deductible and all earlier claims on the position. It is at most the
		/// cover that was in force and is left, and at most what is left of the table's sum.
		///
		/// Pools that have enough for everything are charged, and pay, at once. Others are charged
		/// when the window of 14 days of active time is over. They pay all claims with the same
		/// fraction.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		/// - `loss`: the loss of its position as the table says it, in the asset's units.
		/// - `index`: the number of the position's leaf in the table, counted from zero.
		/// - `proof`: the hashes beside the way from the leaf to the root, from below.
		/// - `signature`: the signature of the position's key under the statement for this policy
		///   and incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NoClaimWindow`], [`Error::TooLate`]: no claim can
		///   be registered in it now.
		/// - [`Error::AlreadyClaimed`], [`Error::NoPosition`], [`Error::NotCovered`]: the policy
		///   has no claim to make.
		/// - [`Error::NotInTable`]: the proof does not fit.
		/// - [`Error::WrongSignatureKind`], [`Error::SignatureNotCanonical`],
		///   [`Error::PositionWithoutKey`], [`Error::WrongSigner`]: the position's key did not
		///   sign.
		/// - [`Error::NothingLeft`]: all that can be paid on the position, or under the table, is
		///   claimed.
		/// - The error of a pool that has to be accrued first.
		///
		/// ## Events
		/// - [`Event::ClaimRegistered`], and [`Event::PoolCharged`] and [`Event::ClaimPaid`] for
		///   pools that pay at once.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::claim())]
		pub fn claim(
			origin: OriginFor<T>,
			incident: IncidentId,
			policy: PolicyId,
			#[pallet::compact] loss: Balance,
			#[pallet::compact] index: u32,
			proof: Proof,
			signature: PositionSignature,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim(incident, policy, loss, index, proof, &signature)
		}

		/// State what a ruling has wrong about your policy, for others to see.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// Only the event is kept. Others can see it and challenge the ruling. The call itself does
		/// not challenge it: that takes another ruling.
		///
		/// ## Parameters
		/// - `incident`: the incident, which must be open.
		/// - `policy`: the caller's policy.
		/// - `hash`: the hash of the statement.
		/// - `uri`: where it can be read, in UTF-8, at most 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotInJudgement`]: there is no such incident, or
		///   it is not open any more.
		/// - [`Error::NotCovered`]: the policy is on another product.
		/// - [`Error::NotTheHolder`]: the caller is not the holder of the policy.
		///
		/// ## Events
		/// - [`Event::EvidenceFiled`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::file_evidence())]
		pub fn file_evidence(
			origin: OriginFor<T>,
			incident: IncidentId,
			policy: PolicyId,
			hash: H256,
			uri: Uri,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_file_evidence(who, incident, policy, hash, uri)
		}

		/// Pay an account what is due to it of an incident's bonds.
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
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::NoBondDue`]: no bond is due to the account.
		/// - [`Error::CannotReceive`]: the account still cannot receive the asset.
		///
		/// ## Events
		/// - [`Event::BondPaid`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::collect_bond())]
		pub fn collect_bond(origin: OriginFor<T>, incident: IncidentId, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			let mut record = Incidents::<T>::get(incident).ok_or(Error::<T>::UnknownIncident)?;
			Self::pay_bond(incident, &mut record, &who)?;
			Incidents::<T>::insert(incident, record);
			Ok(())
		}

		/// Bring money recovered after an incident: salvage, or a thief's return.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The money pays what is still owed to the claims on one pool, and then what the reserve
		/// lent to the pool. Underwriters who have bought into the pool since have no part in it.
		/// No more is taken than that.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `pool`: the pool.
		/// - `amount`: the most to take from the caller, in the pool's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotPayableYet`]: there is no such incident, or it
		///   is not settled.
		/// - [`Error::PoolNotPinned`]: the pool has no part in it.
		/// - [`Error::NotFinal`]: the pool may still pay by itself.
		/// - [`Error::NothingOwed`]: no amount is owed.
		/// - [`Error::TooLittle`]: neither all that is owed nor more than a thousandth of the loss.
		/// - [`Error::CannotPay`]: the caller has less than the amount.
		///
		/// ## Events
		/// - [`Event::Recovered`].
		#[pallet::call_index(8)]
		#[pallet::weight(Pallet::<T>::recover_weight())]
		pub fn recover(
			origin: OriginFor<T>,
			incident: IncidentId,
			pool: PoolId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_recover(who, incident, pool, amount)
		}

		/// Remove the records of an incident that ended a year of active time ago.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Payouts and bonds that were not taken go to the reserve. Any amount still owed is given
		/// up, and the policies' records are free to be pruned. The chain also begins with it by
		/// itself, and does the work in the room that blocks leave. The year is the one that was in
		/// force when the incident was opened.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotOver`]: there is no such incident, it is not
		///   over, or all of it is gone already.
		/// - [`Error::NotFinal`]: a pool may still pay more.
		/// - [`Error::TooEarly`]: payouts and bonds can still be taken.
		/// - [`Error::ReserveRefuses`]: the reserve cannot take the bonds of a rejected incident
		///   now.
		///
		/// ## Events
		/// - [`Event::ClosingBegun`], and later [`Event::IncidentClosed`].
		/// - [`Event::BondsSwept`] if bonds were not taken.
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::close_weight())]
		pub fn close(origin: OriginFor<T>, incident: IncidentId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(incident)
		}
	}
}
