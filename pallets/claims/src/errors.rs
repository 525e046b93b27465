// SPDX-License-Identifier: Apache-2.0

//! The reasons for which calls are rejected.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reason for which a call was rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no incident of this number.
		UnknownIncident,
		/// The policy has no claim in this incident.
		UnknownClaim,
		/// No money is there for the claim yet. The rest is paid once every pool was charged. Wait,
		/// or push the incident.
		NotPayableYet,
		/// The claim was paid already.
		AlreadyPaid,
		/// The incident does not wait for a ruling, or is decided. See its phase.
		NotInJudgement,
		/// No case is open on the incident.
		NotInCase,
		/// There is no choice of this number in the case.
		UnknownRuling,
		/// The case has not chosen this: the votes are not counted yet, another choice has a larger
		/// margin, or too few tokens voted.
		NotChosen,
		/// The deadline has passed. See the event that named it.
		TooLate,
		/// The event cannot have happened after its incident was opened. Give the moment of the
		/// event.
		OccurredAfterOpening,
		/// The average given is on the good side of the threshold. Propose "not covered" instead.
		NotABreach,
		/// This kind of verdict does not fit the product. A product with a trigger needs its worst
		/// average, others need a table of losses.
		WrongVerdict,
		/// A table needs at least one position and a loss. Propose "not covered" instead.
		EmptyTable,
		/// This very verdict was proposed already.
		SameRuling,
		/// There are as many rulings on the incident as there can be.
		TooManyRulings,
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
		/// The caller has less than the bond or the amount in the asset of the incident's pools.
		/// Get more of it.
		CannotPay,
		/// The account cannot receive the asset. It is frozen there, or it does not exist and the
		/// amount is below the asset's minimum balance. Mend that, and collect again.
		CannotReceive,
		/// No bond of the incident is due to this account.
		NoBondDue,
		/// No claims are registered now: the incident was not upheld by a table of losses, or the
		/// window is over.
		NoClaimWindow,
		/// The policy names no position.
		NoPosition,
		/// The position with this loss is not in the table at this place. Check the loss, the
		/// number of the leaf and the proof.
		NotInTable,
		/// The kind of the signature is not that of the position's chain.
		WrongSignatureKind,
		/// The signature is not of the one form that wallets make: `v` of 0, 1, 27 or 28, and a low
		/// `s`.
		SignatureNotCanonical,
		/// No key to the position exists.
		PositionWithoutKey,
		/// The position's key did not sign this statement. See `claim_statement` of the runtime
		/// API.
		WrongSigner,
		/// The whole loss of the position, or the whole sum of the table, is claimed already.
		NothingLeft,
		/// The policy is on another product, was not in force when the event happened, expired
		/// before the incident was opened, or has no amount left to pay. The last means that its
		/// cover is used up, or that coinsurance, deductible and earlier claims on the position
		/// take the whole loss.
		NotCovered,
		/// Only the holder of the policy can make this statement.
		NotTheHolder,
		/// The pool waits for other incidents before its part is final. Try again later.
		NotFinal,
		/// No amount is owed, neither to the claims nor to the reserve.
		NothingOwed,
		/// The amount is too small, as every claim is paid a part of it. Bring all that is owed to
		/// the claims, or more than a thousandth of the loss.
		TooLittle,
		/// The incident is not over, or all of it is gone already.
		NotOver,
		/// Payouts and bonds can still be taken. Try again when the time is over.
		TooEarly,
		/// Ask for at least one step and at most [`MAX_PUSH`].
		BadStepCount,
		/// The incident has no work that could be done now.
		NothingToDo,
		/// The policy has a claim in this incident already.
		AlreadyClaimed,
		/// None of the pools that back the policy has a pin left for this incident.
		PoolNotPinned,
		/// The escrow account cannot take the money: the team of the asset has blocked it.
		EscrowRefused,
		/// The pools' report does not match the money they gave.
		SettlementMismatch,
		/// The policy's holder is not known.
		HolderUnknown,
		/// The reserve cannot take the bonds that are left now. Try again later.
		ReserveRefuses,
	}
}
