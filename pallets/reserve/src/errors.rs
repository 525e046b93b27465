// SPDX-License-Identifier: Apache-2.0

//! The errors of the calls.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reasons why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// The asset is not listed. Only assets listed by referendum are taken.
		AssetNotListed,
		/// The pool is admitted already.
		AlreadyAdmitted,
		/// The pool is not admitted.
		NotAdmitted,
		/// The reserve's account cannot hold so little of the asset. Give at least its minimum
		/// balance.
		BelowMinimum,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The reserve's account cannot be derived. It cannot happen: the runtime tests it.
		NoAccount,
		/// No such pool: a pool is created before it is admitted.
		UnknownPool,
		/// The facts of a product of the pool do not meet the admission rules of its risk class, or
		/// are stale. The pool's manager takes the product out and waits until its cover has ended,
		/// or a referendum reviews its facts.
		NotAdmissible,
		/// The giver has less of the asset than the amount and the minimum balance, or may not move
		/// it.
		CannotPay,
		/// The reserve owes no amount in this asset.
		NoDebt,
		/// Too little is set aside for the oldest debt: a payment is at least a hundredth of it.
		TooLittleSetAside,
		/// The amount buys no share, or no shares were given. Give more.
		ZeroShares,
		/// The amount buys fewer shares than `min_shares`.
		TooFewShares,
		/// The shares are worth less than `min_amount`.
		TooLittle,
		/// The account has no stake in this asset.
		NoStake,
		/// The account has fewer shares.
		NotEnoughShares,
		/// The stake of the account's epoch was used up by losses. `unstake` gives the deposit
		/// back.
		StakeExhausted,
		/// There is no request to take stake out. Begin the cooldown first.
		NoRequest,
		/// The cooldown is not over.
		CoolingDown,
		/// The window for taking the stake out is over. Begin the cooldown again.
		WindowOver,
		/// The stake is frozen until the open incidents are settled: none comes or leaves.
		StakeFrozen,
		/// The account cannot hold the deposit for the record.
		CannotHoldDeposit,
		/// The account cannot receive the amount.
		CannotReceive,
		/// The number of leaves is not 1 to 65,536.
		LeavesOutOfRange,
		/// The period is not 1 day to 5 years.
		PeriodOutOfRange,
		/// An incident is open in the asset that can cost the reserve an amount. Wait until it is
		/// settled.
		IncidentOpen,
		/// Own funds are too low, or the reserve's account would be left with less than the asset's
		/// minimum balance.
		FundsTooLow,
		/// The programme waits for the end of incidents. Begin it with `begin_programme` then.
		ProgrammeWaits,
		/// There is no such programme. It was never approved, or is closed.
		UnknownProgramme,
		/// The period of the programme is over.
		ProgrammeOver,
		/// The period of the programme is not over.
		ProgrammeOpen,
		/// The proof does not lead from this account and amount to the root of the table.
		NotInTable,
		/// The account was paid already.
		AlreadyCollected,
		/// The programme has less left: the amounts of its table sum to more than its total.
		ProgrammeExhausted,
		/// There is no emergency budget in this asset, or it has ended.
		NoBudget,
		/// Less is left of the emergency budget.
		BudgetTooLow,
		/// The budget is above a twentieth of own funds.
		BudgetTooHigh,
		/// No money of this asset was recovered for the underwriters of this pool after this
		/// incident.
		NoSalvage,
		/// Less is left of the money that was recovered for these underwriters.
		SalvageTooLow,
	}
}
