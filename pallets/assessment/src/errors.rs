// SPDX-License-Identifier: Apache-2.0

//! The reasons for which calls are rejected.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reason for which a call was rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// No assessment of this incident is known: there is no such incident, or it is decided.
		UnknownAssessment,
		/// The deadline has passed. See the event that named it.
		TooLate,
		/// The assessment has no deadline that has passed.
		NothingToDo,
		/// The incident is not decided yet, or no bond of it is left.
		NotOver,
		/// Bonds can still be taken. Try again when the time is over.
		TooEarly,
		/// The account of the bonds cannot take the money: the team of the asset has blocked it.
		AccountRefused,
		/// No incident can be opened on the product now: two are open, or all numbers are used.
		CannotOpen,
		/// The incident does not wait for an outcome proposal, or is decided. See its phase.
		NotInAssessment,
		/// No case is open on the incident.
		NotInCase,
		/// There is no choice of this number in the case.
		UnknownChoice,
		/// The case has not chosen this: the votes are not counted yet, another choice has a larger
		/// margin, or too few tokens voted.
		NotChosen,
		/// The event cannot have happened after its incident was opened. Give the moment of the
		/// event.
		OccurredAfterOpening,
		/// The average given is on the good side of the threshold. Propose "not covered" instead.
		NotABreach,
		/// This kind of verdict does not fit the product. A product with a trigger needs its
		/// binding average, others need a table of losses.
		WrongVerdict,
		/// A table needs at least one insured account and a loss. Propose "not covered" instead.
		EmptyTable,
		/// This very verdict was proposed already.
		SameOutcome,
		/// There are as many proposals on the incident as there can be.
		TooManyProposals,
		/// There is no product of this number that cover could be on.
		UnknownProduct,
		/// The product's trigger decides. Only a referendum can open an incident beside it.
		TriggerDecides,
		/// An incident is open on the product.
		AlreadyOpen,
		/// An incident is open on the product, and another waits behind it.
		AlreadyWaiting,
		/// The event lies in the future.
		NotYet,
		/// The event is longer ago than any policy lasts.
		TooLongAgo,
		/// No pool is exposed to the product, so no policy could claim.
		NothingInsured,
		/// The bond is above the limit of the caller. Raise the limit, or do not call.
		BondAboveLimit,
		/// No bond of the incident is due to this account.
		NoBondDue,
		/// The reserve cannot take the bonds that are left now. Try again later.
		ReserveRefuses,
		/// The caller has less than the bond in the asset of the incident's pools. Get more of it.
		CannotPay,
		/// The account cannot receive the asset. It is frozen there, or it does not exist and the
		/// amount is below the asset's minimum balance. Mend that, and collect again.
		CannotReceive,
	}
}
