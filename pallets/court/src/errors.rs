// SPDX-License-Identifier: Apache-2.0

//! The errors of the calls.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reasons why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The stake is below the least stake, `parameters` of the court. Stake more, or take all
		/// of it out.
		StakeTooSmall,
		/// The account has less than the amount, or no more of it can be held.
		CannotHold,
		/// Each place of an assessor is taken. Places become free when assessors leave.
		TooManyAssessors,
		/// A sum does not fit.
		Overflow,
		/// The account is no assessor.
		UnknownAssessor,
		/// The assessor has no new stake.
		NothingToActivate,
		/// It is too early: `assessorState` shows the time. A stake that has left the draw counts
		/// for two epochs more.
		TooEarly,
		/// The amount is zero.
		ZeroAmount,
		/// The stake is less than the amount.
		StakeTooLow,
		/// No stake is on its way out: `unstake` comes first.
		NothingToWithdraw,
		/// Open seats lock the stake until their cases have ended.
		StakeLocked,
		/// An assessor cannot delegate to itself, nor to one who delegates.
		CannotDelegate,
		/// It is so already.
		NothingToChange,
		/// The last change does not act yet: its event names the epoch.
		ChangePending,
		/// There is no such case.
		UnknownCase,
		/// No panel of the case commits to votes, or its time is over.
		NotInCommit,
		/// No panel of the case reveals votes, or its time is over.
		NotInReveal,
		/// The account has no seat in the panel.
		NoSeat,
		/// The account has committed to its vote, or was denounced.
		AlreadyCommitted,
		/// The account has not committed to a vote, has revealed it, or was denounced.
		NotCommitted,
		/// The vote does not fit the choices of the case.
		WrongVote,
		/// Vote and salt are not those of the commitment.
		WrongCommitment,
		/// The time is over.
		TooLate,
		/// No decision of the case can be appealed now.
		NotInAppeal,
		/// There is no such choice, or it cannot be put against this decision.
		UnknownChoice,
		/// The choice's bond is full, or another choice challenges the decision.
		AlreadyFunded,
		/// The amount is below a 64th of the bond, and does not fill it.
		ContributionTooSmall,
		/// The account has less than the amount.
		CannotPay,
		/// The account cannot receive the amount.
		CannotReceive,
		/// Nothing is due to the account.
		NothingDue,
		/// The value of the asset's unit is out of its bounds, 10^-9 to 10^12 units of the native
		/// token.
		ValueOutOfRange,
		/// The case has not ended.
		NotEnded,
		/// No step of the case is due.
		NothingToDo,
		/// The votes do not restore the choice.
		NotGranted,
		/// The reserve does not take the money now.
		ReserveRefuses,
		/// The court has no account, which cannot happen.
		NoAccount,
	}
}
