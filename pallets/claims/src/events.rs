// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the pallet. Prices and averages are in 10^-18, amounts in the product's asset.
	/// Moments are in milliseconds of wall-clock time unless the text says active time.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A feed is watched from now on.
		FeedWatched {
			/// The feed.
			feed: FeedId,
		},
		/// No product watches a feed any more. Its log is gone, and another feed can have its
		/// place.
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
		/// The product is delisted. Its trigger does not watch its feeds any more.
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
			/// The moment from which the new price holds.
			at: Moment,
			/// The price before; `None` in a gap.
			old: Option<u128>,
			/// The price from then on; `None` begins a gap.
			new: Option<u128>,
		},
		/// The chain stood still. Prices from before the halt do not count any more.
		FeedInterrupted {
			/// The feed.
			feed: FeedId,
			/// The moment of the last block before the halt.
			from: Moment,
			/// The moment of the first block after it.
			until: Moment,
		},
		/// The trigger of a product is ready, or no longer is. Cover is sold only while it is
		/// ready.
		ReadinessChanged {
			/// The product.
			product: ProductId,
			/// True if it is armed with a full window of fresh data; it was the opposite before.
			ready: bool,
		},
		/// A breach of the trigger counts from now on. Its first average was good, or a recovery
		/// lasted long enough.
		TriggerArmed {
			/// The product.
			product: ProductId,
			/// The moment since which it counts.
			at: Moment,
		},
		/// The average reached the threshold. The product is frozen and its exposure pinned.
		IncidentOpened {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment when the average reached it, to the millisecond.
			occurred_at: Moment,
			/// The moment until which the breach has to last.
			until: Moment,
		},
		/// Data went missing during the observation. The incident is undecided.
		IncidentUndecided {
			/// The incident.
			incident: IncidentId,
			/// The first millisecond without an average.
			since: Moment,
			/// The moment when it goes to judgement, in active time.
			until: Moment,
		},
		/// Data are back and the breach is still there. The observation begins anew.
		ObservationResumed {
			/// The incident.
			incident: IncidentId,
			/// The moment when the observation began anew.
			since: Moment,
			/// The moment until which the breach has to last.
			until: Moment,
		},
		/// Data have decided an incident, or cannot. The next step waits for the end of the
		/// incident before it on the product.
		IncidentWaits {
			/// The incident.
			incident: IncidentId,
			/// `Queued`: it is upheld, and the policies are walked then. `Waiting`: people judge it
			/// then.
			stage: Stage,
		},
		/// An incident of a product was opened. Its inconclusive incidents can be opened again for
		/// as long as before, but that time stands still until no incident of the product is open.
		ReopeningStopped {
			/// The product.
			product: ProductId,
		},
		/// No incident of a product is open. Its inconclusive incidents can be opened again.
		ReopeningResumed {
			/// The product.
			product: ProductId,
			/// The active time at which the last of their windows ends, in milliseconds.
			until: Moment,
		},
		/// The incident before it has ended. The policies are walked for this one now.
		AssessingBegun {
			/// The incident.
			incident: IncidentId,
		},
		/// People opened an incident. The product is frozen and its exposure pinned.
		IncidentFiled {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment of the event, as the opener states it.
			occurred_at: Moment,
			/// The opener; `None` for a referendum.
			who: Option<T::AccountId>,
			/// The opener's bond, in the product's asset.
			bond: Balance,
			/// The hash of the opener's statement.
			evidence: H256,
			/// The place where the statement can be read.
			uri: Uri,
			/// The stage in which it begins: it waits for a ruling, or for the end of the incident
			/// before it.
			stage: Stage,
		},
		/// An incident waits for a ruling from now on. Data were missing for too long, or the
		/// incident before it has ended.
		JudgementBegun {
			/// The incident.
			incident: IncidentId,
			/// The moment when it is rejected without a ruling, in active time.
			until: Moment,
		},
		/// A ruling was proposed.
		RulingProposed {
			/// The incident.
			incident: IncidentId,
			/// The number of the ruling in it.
			ruling: u32,
			/// The proposer.
			who: T::AccountId,
			/// The proposer's bond, in the incident's asset.
			bond: Balance,
			/// The verdict of the ruling.
			verdict: Verdict,
			/// The place where the reasons, and the table, can be read.
			uri: Uri,
			/// The moment until which it can be challenged, in active time.
			until: Moment,
		},
		/// There is more than one ruling, and the adjudicator chooses.
		CaseBegun {
			/// The incident.
			incident: IncidentId,
			/// The adjudicator's number of the case. For referenda, it is the index of the one on
			/// the first choice; the others follow.
			case: u32,
			/// The number of choices: the rulings, and "not covered" if none of them says so.
			choices: u32,
			/// True if a first case has chosen none.
			is_second: bool,
		},
		/// The referendum on the choice that was made is enacted. The case ends in this block or
		/// the next.
		RulingAdopted {
			/// The incident.
			incident: IncidentId,
			/// The number of the ruling. A number beyond the last means "not covered".
			ruling: u32,
		},
		/// A ruling stands.
		RulingStands {
			/// The incident.
			incident: IncidentId,
			/// The number of the ruling. A number beyond the last means "not covered".
			ruling: u32,
			/// The verdict of the ruling.
			verdict: Verdict,
		},
		/// A bond was paid back, or a part of another's lost bond was paid out.
		BondPaid {
			/// The incident.
			incident: IncidentId,
			/// The account that was paid.
			who: T::AccountId,
			/// The amount paid.
			amount: Balance,
		},
		/// An account could not be paid what is due to it of the bonds. The amount waits for
		/// `collect_bond`.
		BondWaits {
			/// The incident.
			incident: IncidentId,
			/// The account.
			who: T::AccountId,
			/// The amount due to the account.
			amount: Balance,
			/// The error of the payment.
			error: DispatchError,
		},
		/// An account lost its bond.
		BondLost {
			/// The incident.
			incident: IncidentId,
			/// The account that put up the bond.
			who: T::AccountId,
			/// The amount of the bond.
			bond: Balance,
			/// The part of it that goes to the reserve.
			to_reserve: Balance,
			/// The part of it that goes to the winner, or to the frozen pools.
			to_other: Balance,
		},
		/// The holder of a policy states what a ruling has wrong about it.
		EvidenceFiled {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// The holder.
			who: T::AccountId,
			/// The hash of the holder's statement.
			hash: H256,
			/// The place where the statement can be read.
			uri: Uri,
		},
		/// The incident is rejected. Freeze and pins end.
		IncidentRejected {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The reason of the rejection.
			reason: Reason,
			/// The moment when the average was back, or when the incident was decided.
			at: Moment,
		},
		/// The incident is upheld. The policies are walked, now or after the incident before it, or
		/// claims are registered.
		IncidentUpheld {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment of the event.
			occurred_at: Moment,
			/// The worst average, rounded towards the threshold's good side, or the table of
			/// losses.
			upheld: Upheld,
		},
		/// A policy's claim was computed and booked.
		ClaimRegistered {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// The amount to be paid of each pool, above zero.
			parts: ClaimParts,
			/// The amount to be paid of all pools together.
			amount: Balance,
		},
		/// A claim could not be booked and is left out. This does not happen while the books are
		/// consistent.
		ClaimSkipped {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// The amount it would have been of each pool that backs the policy.
			parts: ClaimParts,
			/// The amount it would have been of all pools together.
			amount: Balance,
			/// The error of the booking.
			error: DispatchError,
		},
		/// All policies were looked at, or the window for claims is over.
		IncidentTallied {
			/// The incident.
			incident: IncidentId,
			/// The number of claims.
			claims: u32,
		},
		/// A pool was charged for all claims, or for one of those that come one by one.
		PoolCharged {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The result of the charge.
			settlement: Settlement,
		},
		/// A pool could not be charged. It is tried again in every block; this event is emitted
		/// once.
		SettlementDelayed {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The error of the charge.
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
			/// The result of all charges by now.
			settlement: Settlement,
		},
		/// Every pool was charged. The freeze ends, and claims are being paid.
		IncidentSettled {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The money that is there for the claims.
			funded: Balance,
		},
		/// A claim was paid.
		ClaimPaid {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// The account that was paid.
			who: T::AccountId,
			/// The amount paid now, of all its pools together.
			amount: Balance,
			/// The amount claimed.
			claimed: Balance,
		},
		/// A holder could not be paid. The money waits for the holder in the escrow.
		PaymentDelayed {
			/// The incident.
			incident: IncidentId,
			/// The policy.
			policy: PolicyId,
			/// The error of the payment.
			error: DispatchError,
		},
		/// Money was recovered after a loss.
		Recovered {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The account that brought it.
			who: T::AccountId,
			/// The amount taken from that account.
			taken: Balance,
			/// The part of it that is for the claims. The rest repaid the pool's loan.
			for_claims: Balance,
		},
		/// The records of an incident that is long over are being removed.
		ClosingBegun {
			/// The incident.
			incident: IncidentId,
		},
		/// The records of an incident are gone.
		IncidentClosed {
			/// The incident.
			incident: IncidentId,
			/// The payouts that were not taken. The reserve has them now.
			unclaimed: Balance,
		},
		/// Every claim was paid, or tried.
		IncidentPaid {
			/// The incident.
			incident: IncidentId,
			/// The number of claims.
			claims: u32,
			/// The number of claims paid.
			claims_paid: u32,
		},
		/// Bonds of an incident that is long over were not taken, and went to the reserve.
		BondsSwept {
			/// The incident.
			incident: IncidentId,
			/// The amount.
			amount: Balance,
		},
	}
}
