// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the pallet. Amounts are in the product's asset. Moments are in milliseconds of
	/// active time unless the text says otherwise.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// People opened an incident. Sales of its product stop. The pools exposed to it are
		/// frozen, and that exposure is locked.
		IncidentReported {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment of the event, as the reporter states it.
			occurred_at: Moment,
			/// The reporter; `None` for a referendum.
			who: Option<T::AccountId>,
			/// The reporter's bond, in the product's asset.
			bond: Balance,
			/// The hash of the reporter's statement.
			evidence: H256,
			/// The place where the statement can be read.
			uri: Uri,
			/// True if the assessment waits for the end of the incident before it.
			waits: bool,
		},
		/// An incident waits for an outcome proposal from now on. Data were missing for too long,
		/// or the incident before it has ended.
		AssessmentBegun {
			/// The incident.
			incident: IncidentId,
			/// The moment when it is rejected without a proposal, in active time.
			until: Moment,
		},
		/// An outcome was proposed.
		OutcomeProposed {
			/// The incident.
			incident: IncidentId,
			/// The number of the proposal in it.
			proposal: u32,
			/// The proposer.
			who: T::AccountId,
			/// The proposer's bond, in the incident's asset.
			bond: Balance,
			/// The verdict of the proposal.
			verdict: Verdict,
			/// The place where the reasons, and the table, can be read.
			uri: Uri,
			/// The moment until which it can be challenged, in active time.
			until: Moment,
		},
		/// There is more than one proposal, and the adjudicator chooses.
		CaseBegun {
			/// The incident.
			incident: IncidentId,
			/// The court's number of the case.
			case: u32,
			/// The number of choices: the proposals, and "not covered" if none of them says so.
			choices: u32,
		},
		/// The referendum on the choice that was made is enacted. The case ends in this block or
		/// the next.
		OutcomeAdopted {
			/// The incident.
			incident: IncidentId,
			/// The choice.
			choice: Choice,
		},
		/// A case has ended, and none of its choices was made. The proposal with the largest bond
		/// is accepted; of equal bonds the earlier one.
		NoneChosen {
			/// The incident.
			incident: IncidentId,
			/// The adjudicator's number of the case.
			case: u32,
		},
		/// An outcome is accepted.
		OutcomeAccepted {
			/// The incident.
			incident: IncidentId,
			/// The choice.
			choice: Choice,
			/// The verdict of the proposal.
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
		/// Bonds of an incident that is long over were not taken, and went to the reserve.
		BondsSwept {
			/// The incident.
			incident: IncidentId,
			/// The amount.
			amount: Balance,
		},
	}
}
