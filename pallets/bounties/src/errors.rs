// SPDX-License-Identifier: Apache-2.0

//! The errors of the calls.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reasons why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such product, or it is delisted.
		UnknownProduct,
		/// The product has a programme already.
		ProgrammeExists,
		/// The account is not the product's sponsor. A referendum opens the programme of a product
		/// without a sponsor.
		NotSponsor,
		/// The product has a sponsor, who opens the programme.
		HasSponsor,
		/// A referendum names a manager.
		NoManager,
		/// A number of the terms is out of its bounds, or the rewards fall with severity.
		TermsOutOfRange,
		/// The terms are those that were set last.
		NothingToChange,
		/// There is no programme for the product.
		UnknownProgramme,
		/// The account is not the programme's manager.
		NotManager,
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// A sum does not fit 128 bits.
		Overflow,
		/// The account has less of the asset than the amount, or may not move it.
		CannotPay,
		/// The account cannot receive the amount.
		CannotReceive,
		/// The manager has not asked to withdraw, or the time of the request is over.
		NoRequest,
		/// The notice of the request is not over.
		NoticeRunning,
		/// No money is free.
		NothingToWithdraw,
		/// Reports of the programme have records. Wait until they are decided, collected, and can
		/// not be matched any more.
		ReportsLeft,
		/// Money is free for which no notice has passed. Ask to withdraw first.
		FundsLeft,
		/// As many reports are open, or have records, as can be.
		TooManyReports,
		/// The terms are not those whose hash was given. Read them again.
		TermsChanged,
		/// Less money is free for the report than `min_reserved`.
		ReservedBelowLimit,
		/// The account cannot hold the deposit, or the bond in native tokens.
		CannotHoldDeposit,
		/// All numbers of reports are used.
		NoNumberLeft,
		/// There is no such report, or it is over.
		UnknownReport,
		/// The account is not the reporter.
		NotReporter,
		/// The report is at another stage.
		WrongStage,
		/// The time for it is over.
		TooLate,
		/// The commitment is to another claim, report, salt, product or reporter.
		WrongCommitment,
		/// The terms have no reward for a rescue.
		NoRescueReward,
		/// The rescue is later than the commitment.
		NotYet,
		/// The report was committed more than 72 hours after the rescue.
		RescueTooLate,
		/// The decision does not answer the claim: a finding has a severity, a rescue returned
		/// money.
		WrongDecision,
		/// The decision gives all that is claimed.
		NothingToDispute,
		/// The bond is above `max_bond`.
		BondAboveLimit,
		/// There is no case on the report.
		NotInCase,
		/// There is no such choice in the case.
		UnknownChoice,
		/// It is not the choice of the case.
		NotChosen,
		/// No deadline of the report has passed, its case is not over, there is no room for its
		/// case, or an older report holds money that it needs.
		NothingToDo,
		/// Nothing has vested since the last time, and no bond is due.
		NothingToCollect,
		/// All has vested, or there is no reward.
		NothingToRevoke,
		/// Only a reward for a critical bug is matched.
		NotCritical,
		/// No cover was in force on the product when the report was committed.
		NoCoverInForce,
		/// No referendum has approved the match.
		NotApproved,
		/// The reward was matched already.
		AlreadyMatched,
		/// The reward was revoked.
		RewardRevoked,
		/// The reward is too small to be matched.
		NothingToMatch,
		/// The reserve cannot take its part now.
		ReserveRefuses,
		/// The pallet's account cannot be derived. It cannot happen: the runtime tests it.
		NoAccount,
	}
}
