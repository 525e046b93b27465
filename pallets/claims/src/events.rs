//! What is told.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// What happened. Prices and averages are in 10^-18, moments in milliseconds of wall-clock time unless the text says
	/// active time, amounts in the product's asset.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
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
		/// Data have decided an incident, or cannot: what follows waits for the end of the incident before it on the product.
		IncidentWaits {
			/// The incident.
			incident: IncidentId,
			/// `Queued`: it is upheld, and the policies are walked then. `Waiting`: people judge it then.
			stage: Stage,
		},
		/// An incident of a product was opened: inconclusive ones of it can be opened again for as long as before, but that
		/// time stands still until no incident of the product is open.
		ReopeningStopped {
			/// The product.
			product: ProductId,
		},
		/// No incident of a product is open: inconclusive ones of it can be opened again.
		ReopeningResumed {
			/// The product.
			product: ProductId,
			/// Active time at which the last of their windows ends, in milliseconds.
			until: Moment,
		},
		/// The incident before it has ended: the policies are walked for this one now.
		AssessingBegun {
			/// The incident.
			incident: IncidentId,
		},
		/// People opened an incident: the product is frozen and its exposure pinned.
		IncidentFiled {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// When it happened, as they say.
			occurred_at: Moment,
			/// Who; nothing for a referendum.
			who: Option<T::AccountId>,
			/// What he has put up, in the product's asset.
			bond: Balance,
			/// The hash of what he says.
			evidence: H256,
			/// Where it can be read.
			uri: Uri,
			/// Where it begins: it waits for a ruling, or for the end of the incident before it.
			stage: Stage,
		},
		/// An incident waits for a ruling from now on: data were missing for too long, or the incident before it has ended.
		JudgementBegun {
			/// The incident.
			incident: IncidentId,
			/// When it is rejected without one, in active time.
			until: Moment,
		},
		/// A ruling was proposed.
		RulingProposed {
			/// The incident.
			incident: IncidentId,
			/// The number of the ruling in it.
			ruling: u32,
			/// Who proposed it.
			who: T::AccountId,
			/// What he has put up, in the incident's asset.
			bond: Balance,
			/// What it says.
			verdict: Verdict,
			/// Where the reasons, and the table, can be read.
			uri: Uri,
			/// Until when it can be challenged, in active time.
			until: Moment,
		},
		/// There is more than one ruling: the adjudicator chooses.
		CaseBegun {
			/// The incident.
			incident: IncidentId,
			/// The adjudicator's number of the case. For referenda: the index of the one on the first choice; the others follow.
			case: u32,
			/// How many choices there are: the rulings, and "not covered" if none of them says so.
			choices: u32,
			/// Whether a first case has chosen nothing.
			is_second: bool,
		},
		/// The referendum on the choice that was made is enacted. The case ends in this block or
		/// the next.
		RulingAdopted {
			/// The incident.
			incident: IncidentId,
			/// The number of the ruling; beyond the last: "not covered".
			ruling: u32,
		},
		/// A ruling stands.
		RulingStands {
			/// The incident.
			incident: IncidentId,
			/// Its number; beyond the last: "not covered".
			ruling: u32,
			/// What it says.
			verdict: Verdict,
		},
		/// A bond was paid back, or a part of another's lost bond paid out.
		BondPaid {
			/// The incident.
			incident: IncidentId,
			/// To whom.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// Somebody could not be paid what is due to him of the bonds. It waits for him: `collect_bond`.
		BondWaits {
			/// The incident.
			incident: IncidentId,
			/// Who.
			who: T::AccountId,
			/// How much is due to him.
			amount: Balance,
			/// Why not.
			error: DispatchError,
		},
		/// Somebody lost his bond.
		BondLost {
			/// The incident.
			incident: IncidentId,
			/// Who.
			who: T::AccountId,
			/// How much.
			bond: Balance,
			/// What of it is the reserve's.
			to_reserve: Balance,
			/// What of it is the winner's, or the frozen pools'.
			to_other: Balance,
		},
		/// The holder of a policy says what a ruling has wrong about him.
		EvidenceFiled {
			/// The incident.
			incident: IncidentId,
			/// His policy.
			policy: PolicyId,
			/// Who.
			who: T::AccountId,
			/// The hash of what he says.
			hash: H256,
			/// Where it can be read.
			uri: Uri,
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
		/// The incident happened: the policies are walked, now or after the incident before it, or claims are registered.
		IncidentUpheld {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// When it happened.
			occurred_at: Moment,
			/// What it cost: the worst average, rounded towards the threshold's good side, or a table of losses.
			upheld: Upheld,
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
		/// All policies were looked at, or the window for claims is over.
		IncidentTallied {
			/// The incident.
			incident: IncidentId,
			/// How many claims there are.
			claims: u32,
		},
		/// A pool was charged for all claims, or for one of those that come one by one.
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
		/// A pool that was short gives more.
		SettlementRaised {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The new money for the claims.
			more: Balance,
			/// What charging it came to by now.
			settlement: Settlement,
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
			/// How much now, of all its pools together.
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
		/// Money was recovered after a loss.
		Recovered {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// Who brought it.
			who: T::AccountId,
			/// How much was taken of him.
			taken: Balance,
			/// What of it is for the claims. The rest repaid the pool's loan.
			for_claims: Balance,
		},
		/// The records of an incident that is long over are being removed.
		ClosingBegun {
			/// The incident.
			incident: IncidentId,
		},
		/// They are gone.
		IncidentClosed {
			/// The incident.
			incident: IncidentId,
			/// What nobody has taken; the reserve has it now.
			unclaimed: Balance,
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
		/// Bonds of an incident that is long over, which nobody took, went to the reserve.
		BondsSwept {
			/// The incident.
			incident: IncidentId,
			/// How much.
			amount: Balance,
		},
	}
}
