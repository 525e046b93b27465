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
		/// An incident was opened. Sales of its product stop. The pools exposed to it are
		/// frozen, and that exposure is locked.
		IncidentOpened {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment of the event, as the average or the reporter gives it.
			occurred_at: Moment,
			/// The product's trigger, or the assessment by people.
			decider: Decider,
		},
		/// Data cannot decide an incident. People do, now or at the end of the incident before it.
		IncidentReferred {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
		},
		/// Data have upheld an incident. The policies are walked at the end of the incident before
		/// it on the product.
		IncidentQueued {
			/// The incident.
			incident: IncidentId,
		},
		/// The incident before it has ended. The policies are walked for this one now.
		AssessingClaimsBegun {
			/// The incident.
			incident: IncidentId,
		},
		/// The holder of a policy states what an outcome proposal has wrong about it.
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
		/// The incident is rejected. Freeze and locks end.
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
			/// The binding average, rounded towards the threshold's good side, or the table of
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
			parts: ClaimShares,
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
			parts: ClaimShares,
			/// The amount it would have been of all pools together.
			amount: Balance,
			/// The error of the booking.
			error: DispatchError,
		},
		/// All policies were looked at, or the window for claims is over.
		ClaimsTotalled {
			/// The incident.
			incident: IncidentId,
			/// The number of claims.
			claims: u32,
		},
		/// Sponsors' first loss paid for claims before a pool was charged.
		FirstLossUsed {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The amount, in the asset's units.
			amount: Balance,
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
		SettlementToppedUp {
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
			/// The part of it that is for the claims. The rest repaid the pool's loan, or is kept
			/// for the underwriters who bore the loss.
			for_claims: Balance,
		},
		/// The reserve paid a part of its debt to the claims on a pool.
		ReservePaid {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The amount, in the units of the pool's asset.
			amount: Balance,
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
	}
}
