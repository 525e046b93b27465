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
mod cost;
mod feeds;
mod glue;
mod incidents;
mod payment;
mod settlement;
mod tally;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod watch;
pub mod weights;

use breakwater_primitives::*;
use frame_support::{
	dispatch::DispatchResult,
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

const LOG_TARGET: &str = "runtime::claims";

// The macro of this SDK release writes such paths itself.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;

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
		type Settlement: LossSettlement<
			Self::AccountId,
			Credit = fungibles::Credit<Self::AccountId, Self::Assets>,
		>;
		/// The prices.
		type Feed: PriceFeed;
		/// The chain's clocks. They have to be set before the poll hook runs.
		type Clock: ActiveClock;
		/// Told of incidents: pools and policies.
		type OnIncident: OnIncident;
		/// Who decides incidents in judgement: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Numbers that governance sets. They bind incidents from then on.
		type Limits: Get<Limits>;
		/// Who gets what rounding leaves of an incident's money.
		type DustAccount: Get<Self::AccountId>;
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

	/// Upheld incidents with work to do: to tally, to settle or to pay.
	#[pallet::storage]
	pub type Working<T: Config> = StorageMap<_, Twox64Concat, IncidentId, ()>;

	/// The incident that the last round of work ended with.
	#[pallet::storage]
	pub type LastServed<T: Config> = StorageValue<_, IncidentId>;

	/// What a pool has to do with an upheld incident.
	#[pallet::storage]
	pub type Parts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, Part, OptionQuery>;

	/// The claims of an incident, by policy.
	#[pallet::storage]
	pub type Claims<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PolicyId, Claim, OptionQuery>;

	/// What happened. Prices and averages are in 10^-18, moments in milliseconds of wall-clock time unless the text says
	/// active time, amounts in the product's asset.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A feed is watched from now on.
		FeedWatched {
			/// The feed.
			feed: FeedId,
		},
		/// No product watches a feed any more: its log is gone, and another feed can have its place.
		FeedUnwatched {
			/// The feed.
			feed: FeedId,
		},
		/// A product's trigger watches its feeds from now on.
		ProductWatched {
			/// The product.
			product: ProductId,
			/// The feeds.
			feeds: FeedSet,
		},
		/// The product is delisted: its trigger does not watch its feeds any more.
		ProductUnwatched {
			/// The product.
			product: ProductId,
			/// The feeds.
			feeds: FeedSet,
		},
		/// The price of a feed changed.
		PriceLogged {
			/// The feed.
			feed: FeedId,
			/// From when on the new price holds.
			at: Moment,
			/// The price before; nothing in a gap.
			old: Option<u128>,
			/// The price from then on; nothing begins a gap.
			new: Option<u128>,
		},
		/// The chain stood still. Prices from before the halt do not count any more.
		FeedInterrupted {
			/// The feed.
			feed: FeedId,
			/// The last block before the halt.
			from: Moment,
			/// The first block after it.
			until: Moment,
		},
		/// The trigger of a product is ready, or no longer is. Cover is sold only while it is.
		ReadinessChanged {
			/// The product.
			product: ProductId,
			/// Whether it is armed with a full window of fresh data; it was the opposite before.
			ready: bool,
		},
		/// A breach of the trigger counts from now on: its first average was good, or a recovery lasted long enough.
		TriggerArmed {
			/// The product.
			product: ProductId,
			/// Since when.
			at: Moment,
		},
		/// The average reached the threshold: the product is frozen and its exposure pinned.
		IncidentOpened {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// When the average reached it, to the millisecond.
			occurred_at: Moment,
			/// Until when the breach has to last.
			until: Moment,
		},
		/// Data went missing during the observation: nothing is decided.
		IncidentUndecided {
			/// The incident.
			incident: IncidentId,
			/// The first millisecond without an average.
			since: Moment,
			/// When it goes to judgement, in active time.
			until: Moment,
		},
		/// Data are back and the breach is still there: the observation begins anew.
		ObservationResumed {
			/// The incident.
			incident: IncidentId,
			/// Since when.
			since: Moment,
			/// Until when the breach has to last.
			until: Moment,
		},
		/// Data were missing for too long: a referendum has to decide.
		JudgementBegun {
			/// The incident.
			incident: IncidentId,
			/// When it is rejected if nobody does, in active time.
			until: Moment,
		},
		/// The incident came to nothing: freeze and pins end.
		IncidentRejected {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// Why.
			reason: Reason,
			/// When the average was back, or when it was decided.
			at: Moment,
		},
		/// The incident happened: the policies are walked now.
		IncidentUpheld {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// When it happened.
			occurred_at: Moment,
			/// The worst average, rounded towards the threshold's good side.
			worst: u128,
		},
		/// A policy's claim was computed and booked.
		ClaimRegistered {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// What it is to be paid of each pool, above zero.
			parts: ClaimParts,
			/// What it is to be paid of all of them together.
			amount: Balance,
		},
		/// A claim could not be booked and is left out. Does not happen while the books are consistent.
		ClaimSkipped {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// What it would have been of each pool that backs the policy.
			parts: ClaimParts,
			/// What it would have been of all of them together.
			amount: Balance,
			/// Why not.
			error: DispatchError,
		},
		/// All policies were looked at.
		IncidentTallied {
			/// The incident.
			incident: IncidentId,
			/// How many claims there are.
			claims: u32,
		},
		/// A pool was charged.
		PoolCharged {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// What it came to.
			settlement: Settlement,
		},
		/// A pool could not be charged. It is tried again in every block; this is told once.
		SettlementDelayed {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// Why not.
			error: DispatchError,
		},
		/// Every pool was charged: the freeze ends, claims are being paid.
		IncidentSettled {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// What there is for the claims.
			funded: Balance,
		},
		/// A claim was paid.
		ClaimPaid {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// Who was paid.
			who: T::AccountId,
			/// How much, of all its pools together; less than claimed if one of them and the reserve were short.
			amount: Balance,
			/// How much was claimed.
			claimed: Balance,
		},
		/// A holder could not be paid. The money waits for him in the escrow.
		PaymentDelayed {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// Why not.
			error: DispatchError,
		},
		/// Every claim was paid, or tried.
		IncidentPaid {
			/// The incident.
			incident: IncidentId,
			/// How many claims there are.
			claims: u32,
			/// How many are paid.
			claims_paid: u32,
		},
		/// The last claim was paid and what rounding left was taken out of the incident's book.
		DustSwept {
			/// The incident.
			incident: IncidentId,
			/// How much.
			amount: Balance,
			/// Whether the dust account received it; otherwise it is left on the escrow account.
			received: bool,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no incident of this number.
		UnknownIncident,
		/// The policy has no claim in this incident.
		UnknownClaim,
		/// Claims are paid once every pool was charged. Wait, or push the incident.
		NotPayableYet,
		/// The claim was paid already.
		AlreadyPaid,
		/// The incident is not waiting for a judgement.
		NotInJudgement,
		/// The event cannot have happened after its incident was opened. Give the moment of the event.
		OccurredAfterOpening,
		/// The average given is on the good side of the threshold. Reject the incident instead.
		NotABreach,
		/// Ask for at least one step and at most [`MAX_PUSH`].
		BadStepCount,
		/// The incident has no work that could be done now.
		NothingToDo,
		/// The policy has a claim in this incident already.
		AlreadyClaimed,
		/// None of the pools that back the policy has a pin left for this incident.
		PoolNotPinned,
		/// The escrow account cannot take the money. The native token needs an existential deposit there.
		EscrowRefused,
		/// What the pools report does not fit the money they gave.
		SettlementMismatch,
		/// The policy's holder is not known.
		HolderUnknown,
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
			let first = Self::escrow_account(0);
			assert!(first.is_some() && first != Self::escrow_account(1), "escrow accounts are distinct");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Do some of an upheld incident's work now, instead of waiting for the blocks to do it.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The chain does this work by itself in the room that blocks leave. One step is one policy looked at, one pool
		/// charged or one claim paid. Stops early when there is nothing more to do.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `max`: the most steps to take, from 1 to 32; you pay for what was done.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::BadStepCount`]: `max` is zero or above 32.
		/// - [`Error::NothingToDo`]: the incident is not upheld yet, or done.
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
		/// - [`Error::NotPayableYet`]: the pools have not been charged yet.
		/// - [`Error::AlreadyPaid`]: the claim was paid.
		/// - [`Error::HolderUnknown`]: the policy has no holder.
		/// - The error of the asset if the holder still cannot receive.
		///
		/// ## Events
		/// - [`Event::ClaimPaid`], and [`Event::DustSwept`] after the last claim.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>, incident: IncidentId, policy: PolicyId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect(incident, policy)
		}

		/// Decide an incident that missing data left undecided for too long.
		///
		/// ## Dispatch Origin
		/// A referendum.
		///
		/// ## Details
		/// Upheld, the policies are walked and paid as after a completed observation. Rejected, freeze and pins end.
		/// Without a decision in time the incident is rejected by itself.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `verdict`: whether it happened; if so, when (milliseconds, not after the opening) and the worst average
		///   (10^-18, on the breached side of the threshold).
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: there is no such incident.
		/// - [`Error::NotInJudgement`]: it is not waiting for a judgement.
		/// - [`Error::OccurredAfterOpening`]: the moment is after the opening.
		/// - [`Error::NotABreach`]: the average would not have been a breach.
		///
		/// ## Events
		/// - [`Event::IncidentUpheld`] or [`Event::IncidentRejected`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::decide_weight())]
		pub fn decide(origin: OriginFor<T>, incident: IncidentId, verdict: Verdict) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_decide(incident, verdict)
		}
	}
}
