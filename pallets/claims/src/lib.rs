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

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The money of claims.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The policies.
		type Book: CoverBook<Self::AccountId>;
		/// The pools.
		type Settlement: LossSettlement<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The prices.
		type Feed: PriceFeed;
		/// The chain's clocks. They have to be set before the poll hook runs.
		type Clock: ActiveClock;
		/// Told of incidents: pools and policies.
		type OnIncident: OnIncident;
		/// The reserve's income: its part of lost bonds, and payouts that nobody takes.
		type Income: Income<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// Who chooses between rulings.
		type Adjudicator: Adjudicator;
		/// The adjudicator's voice, and who opens incidents without a bond: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Numbers that governance sets. An incident keeps those of the block that opened it.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// What the benchmarks cannot set up themselves.
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

	/// Where the next poll begins: the place of the feed, and of its product.
	#[pallet::storage]
	pub type Cursor<T: Config> = StorageValue<_, (u32, u32), ValueQuery>;

	/// What is known of a feed.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedState>;

	/// The last changes of a feed's price: knot number `n` is at `n` modulo [`MAX_KNOTS`].
	#[pallet::storage]
	pub type Knots<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FeedId, Twox64Concat, u32, Knot, OptionQuery>;

	/// The trigger of a product and how far it has read its feeds.
	#[pallet::storage]
	pub type Watches<T: Config> = StorageMap<_, Twox64Concat, ProductId, Watch>;

	/// The number of the next incident.
	#[pallet::storage]
	pub type NextIncident<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// All incidents.
	#[pallet::storage]
	pub type Incidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Incident>;

	/// Incidents that the hooks look at: those that people judge, for their deadlines, and those upheld, to tally, to settle, to
	/// pay and to raise.
	#[pallet::storage]
	pub type Working<T: Config> = StorageMap<_, Twox64Concat, IncidentId, ()>;

	/// The incident that the last round of work ended with.
	#[pallet::storage]
	pub type LastServed<T: Config> = StorageValue<_, IncidentId>;

	/// The incident for whose next step the last round of work had no room: it is the first of the next one.
	#[pallet::storage]
	pub type Delayed<T: Config> = StorageValue<_, IncidentId>;

	/// The number of the incident of which is looked next whether payouts are kept for it any longer.
	#[pallet::storage]
	pub type NextLook<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// What a pool has to do with an upheld incident.
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

	/// What was claimed for a position under a table of losses, by the position's hash.
	#[pallet::storage]
	pub type ClaimedOn<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, H256, Balance, ValueQuery>;

	/// The open incident of a product that people judge.
	#[pallet::storage]
	pub type Judged<T: Config> = StorageMap<_, Twox64Concat, ProductId, IncidentId>;

	/// The incident that waits behind the open one of a product.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageMap<_, Twox64Concat, ProductId, IncidentId>;

	/// Who opened an incident, and with which bond.
	#[pallet::storage]
	pub type Filings<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Filing<T::AccountId>>;

	/// The rulings on an incident, by their numbers.
	#[pallet::storage]
	pub type Rulings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, u32, Ruling<T::AccountId>, OptionQuery>;

	/// What is due to somebody of the bonds of an incident, and could not be paid.
	#[pallet::storage]
	pub type BondsDue<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// Until when filings on a pool that came to nothing make the next ones dearer, in active time.
	#[pallet::storage]
	pub type Rejections<T: Config> =
		StorageMap<_, Twox64Concat, PoolId, BoundedVec<Moment, ConstU32<MAX_REJECTIONS>>, ValueQuery>;

	/// Inconclusive incidents of a product that can be opened again.
	#[pallet::storage]
	pub type Reopenings<T: Config> = StorageMap<_, Twox64Concat, ProductId, ReopeningWindows, ValueQuery>;

	/// What there is from the beginning: the two accounts of the pallet.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Nothing to say.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on what cannot be: a chain specification is wrong or right as a whole.
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
		/// The chain does this work by itself in the room that blocks leave. One step is one policy looked at, one pool
		/// charged, one claim paid, or one deadline acted on. Stops early when there is nothing more to do.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `max`: the most steps to take, from 1 to 16; you pay for what was done.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::BadStepCount`]: `max` is zero or above 16.
		/// - [`Error::NothingToDo`]: nothing can be done on it now.
		///
		/// ## Events
		/// Those of the work: [`Event::ClaimRegistered`], [`Event::PoolCharged`], [`Event::ClaimPaid`] and others.
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
		/// Any signed account; the holder is paid, whoever calls.
		///
		/// ## Details
		/// The chain pays claims by itself. This is for a holder who could not receive the money at that time, or does
		/// not want to wait for his turn.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::UnknownClaim`]: the policy has no claim in it.
		/// - [`Error::NotPayableYet`]: the pools have not been charged yet, and there is nothing for the claim.
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

		/// Open an incident: something happened that a product covers.
		///
		/// ## Dispatch Origin
		/// Any signed account, for a product that people judge; a referendum, for any product, without a bond.
		///
		/// ## Details
		/// In this block sales, changes and exits stop, and the exposure is pinned. Then somebody has to propose a ruling, within
		/// seven days of active time. The bond is, for each pool that is frozen, half a percent of what is pinned of it, or 0.05 % of
		/// its capital, whichever is more (both governed), doubled for each other open incident and each filing that came to
		/// nothing within 90 days on that pool: rejected, without a choice, or with claims of less than half a percent of what
		/// was pinned (half a percent: as governed). It comes back unless the ruling that stands says "not covered", or none is proposed. If an incident is
		/// open on the product, this one waits behind it; one can.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `occurred_at`: when it happened, in milliseconds of wall-clock time; at most two years ago.
		/// - `evidence`: the hash of what you say.
		/// - `uri`: where it can be read, in UTF-8, at most 256 bytes.
		/// - `max_bond`: the most you put up, in the product's asset's units.
		///
		/// ## Errors
		/// - [`Error::NotYet`], [`Error::TooLongAgo`], [`Error::OccurredAfterOpening`]: `occurred_at` cannot be.
		/// - [`Error::UnknownProduct`], [`Error::TriggerDecides`], [`Error::AlreadyOpen`], [`Error::AlreadyWaiting`]: no incident can
		///   be opened on the product now.
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

		/// Propose what an incident means, or challenge what others have proposed.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// A ruling that nobody challenges for 48 hours of active time stands, and its bond comes back. With each ruling that time
		/// begins anew; when it is over and there is more than one, a case chooses between them. Who proposed the chosen one gets
		/// his bond back and half of each other; the other halves go to the reserve. The bond of the first two is that of `open` without
		/// doublings; that of each further one is double the one before.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `verdict`: not covered; or when it happened and a table of losses (people judge) or the worst average (a trigger).
		/// - `uri`: where the reasons and the table can be read, in UTF-8, at most 256 bytes.
		/// - `max_bond`: the most you put up, in the incident's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotInJudgement`], [`Error::TooLate`]: no ruling can be proposed on it now.
		/// - [`Error::WrongVerdict`], [`Error::OccurredAfterOpening`], [`Error::NotABreach`], [`Error::EmptyTable`]: it cannot be true.
		/// - [`Error::SameRuling`], [`Error::TooManyRulings`]: there is one like it, or as many as can be.
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
		/// When a case begins, the chain opens a referendum on each choice with this call. You can
		/// vote on all of them. When they end, the choice with the largest margin of ayes over nays
		/// stands, if enough tokens voted on it. Where two have the largest, none has one, or too
		/// few voted, the referenda are opened once more; then the incident ends without a choice:
		/// the freeze is lifted and bonds come back, but for those of rulings with less than a
		/// hundredth of the ayes of the choice with most. Other referenda with more ayes than nays
		/// pass too, and their calls fail.
		///
		/// The chain acts on the votes by itself, also where this call is late.
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
		/// Any signed account; the holder is paid, whoever calls.
		///
		/// ## Details
		/// The chain computes the amount by the policy's terms: the loss less the coinsurance, the deductible and all earlier claims on the
		/// position, at most the cover that was in force and is left, and what is left of the table's sum. Pools that have enough for
		/// everything are charged, and pay, at once; others when the window of 14 days of active time is over, all claims with the same
		/// fraction.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		/// - `loss`: the loss of its position as the table says it, in the asset's units.
		/// - `index`: the number of the position's leaf in the table, counted from zero.
		/// - `proof`: the hashes beside the way from the leaf to the root, from below.
		/// - `signature`: the signature of the position's key under the statement for this policy and incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NoClaimWindow`], [`Error::TooLate`]: no claim can be registered in it now.
		/// - [`Error::AlreadyClaimed`], [`Error::NoPosition`], [`Error::NotCovered`]: the policy has no claim to make.
		/// - [`Error::NotInTable`]: the proof does not fit.
		/// - [`Error::WrongSignatureKind`], [`Error::SignatureNotCanonical`], [`Error::PositionWithoutKey`], [`Error::WrongSigner`]: the
		///   position's key did not sign.
		/// - [`Error::NothingLeft`]: all that can be paid on the position, or under the table, is claimed.
		/// - The error of a pool that has to be poked first.
		///
		/// ## Events
		/// - [`Event::ClaimRegistered`], and [`Event::PoolCharged`] and [`Event::ClaimPaid`] for pools that pay at once.
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

		/// Say what a ruling has wrong about your policy, so that others can see it and challenge.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// Nothing is kept but the event. It does not challenge the ruling: that takes a ruling of your own.
		///
		/// ## Parameters
		/// - `incident`: the incident, which must be open.
		/// - `policy`: your policy.
		/// - `hash`: the hash of what you say.
		/// - `uri`: where it can be read, in UTF-8, at most 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotInJudgement`]: there is no such incident, or it is not open any more.
		/// - [`Error::NotCovered`]: the policy is on another product.
		/// - [`Error::NotTheHolder`]: it is not your policy.
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

		/// Pay what is due to somebody of an incident's bonds, and could not be paid before.
		///
		/// ## Dispatch Origin
		/// Any signed account; `who` is paid, whoever calls.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `who`: to whom it is due.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::NoBondDue`]: nothing is due to him.
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

		/// Bring money that was recovered after an incident: salvage, or what a thief gave back.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// It pays what is still owed to the claims on one pool, and then what the pool was lent by the reserve. Nobody who has bought
		/// into the pool since has a part in it. No more is taken than that.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `pool`: the pool.
		/// - `amount`: the most to take of you, in the pool's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotPayableYet`]: there is no such incident, or it is not settled.
		/// - [`Error::PoolNotPinned`]: the pool has no part in it.
		/// - [`Error::NotFinal`]: the pool may still pay by itself.
		/// - [`Error::NothingOwed`]: nothing is owed.
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

		/// Remove the records of an incident that is over since a year of active time.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Payouts and bonds that were not taken go to the reserve, what is still owed is given up, and the policies' records are
		/// free to be pruned. The chain begins with it by itself too, and does the work in the room that blocks leave. The year
		/// is the one that was in force when the incident was opened.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`], [`Error::NotOver`]: there is no such incident, it is not over, or nothing is left of it.
		/// - [`Error::NotFinal`]: a pool may still pay more.
		/// - [`Error::TooEarly`]: payouts and bonds can still be taken.
		/// - [`Error::ReserveRefuses`]: the reserve cannot take the bonds of a rejected incident now.
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
