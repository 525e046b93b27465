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
		/// or process the incident.
		NotPayableYet,
		/// The claim was paid already.
		AlreadyPaid,
		/// The incident is decided, or its claims are paid.
		NotOpen,
		/// The deadline has passed. See the event that named it.
		TooLate,
		/// The caller has less than the bond or the amount in the asset of the incident's pools.
		/// Get more of it.
		CannotPay,
		/// The account cannot receive the asset. It is frozen there, or it does not exist and the
		/// amount is below the asset's minimum balance. Mend that, and collect again.
		CannotReceive,
		/// No claims are registered now: the incident was not upheld by a table of losses, or the
		/// window is over.
		NoClaimWindow,
		/// The policy names no insured account.
		NoInsuredAccount,
		/// The insured account with this loss is not in the table at this place. Check the loss,
		/// the number of the leaf and the proof.
		NotInTable,
		/// The kind of the signature is not that of the insured account's chain.
		WrongSignatureKind,
		/// The signature is not of the one form that wallets make: `v` of 0, 1, 27 or 28, and a low
		/// `s`.
		SignatureNotCanonical,
		/// No key to the insured account exists.
		InsuredAccountWithoutKey,
		/// The insured account's key did not sign this statement. See `claim_statement` of the
		/// runtime API.
		WrongSigner,
		/// The whole loss of the insured account, or the whole sum of the table, is claimed
		/// already.
		NothingLeft,
		/// The policy is on another product, was not in force when the event happened, expired
		/// before the incident was opened, or has no amount left to pay. The last means that its
		/// cover is used up, or that coinsurance, deductible and earlier claims on the insured
		/// account take the whole loss.
		NotCovered,
		/// Only the holder of the policy can make this statement.
		NotTheHolder,
		/// The pool waits for other incidents before its part is final. Try again later.
		NotFinal,
		/// The reserve still owes an amount to the claims, and pays it out of later income.
		ReserveOwes,
		/// No amount is owed, neither to the claims nor to the reserve.
		NothingOwed,
		/// The amount is too small, as every claim is paid a part of it. Bring all that is owed to
		/// the claims, or more than a thousandth of the loss.
		TooLittle,
		/// The incident is not over, or all of it is gone already.
		NotOver,
		/// Payouts can still be taken. Try again when the time is over.
		TooEarly,
		/// Ask for at least one step and at most [`MAX_STEPS`].
		StepsOutOfRange,
		/// The incident has no work that could be done now.
		NothingToDo,
		/// The policy has a claim in this incident already.
		AlreadyClaimed,
		/// None of the pools that back the policy has a lock left for this incident.
		PoolNotLocked,
		/// The escrow account cannot take the money: the team of the asset has blocked it.
		EscrowRefused,
		/// The pools' report does not match the money they gave.
		SettlementMismatch,
		/// The policy's holder is not known.
		HolderUnknown,
		/// A pool of the policy is days behind, as after a halt. Try again in a few blocks, or call
		/// `pools.accrue` for it.
		PoolBehind,
	}
}
