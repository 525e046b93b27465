// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the court. Amounts are in units of the native token.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account has staked. The new stake does not count yet.
		Staked {
			/// The assessor.
			who: T::AccountId,
			/// The amount that was added.
			amount: Balance,
			/// All of the stake that does not count yet.
			arriving: Balance,
			/// The active time from which it can be activated.
			from: Moment,
		},
		/// The new stake of an assessor was put into the draw.
		StakeActivated {
			/// The assessor.
			who: T::AccountId,
			/// The stake in the draw before.
			old_stake: Balance,
			/// The stake in the draw from the second epoch after this one.
			new_stake: Balance,
		},
		/// An assessor has taken stake out of the draw.
		Unstaked {
			/// The assessor.
			who: T::AccountId,
			/// The amount that did not count yet, and was released at once.
			released: Balance,
			/// The amount that leaves the draw.
			leaving: Balance,
			/// The stake in the draw from the second epoch after this one.
			new_stake: Balance,
			/// The active time from which all that leaves can be withdrawn.
			from: Moment,
		},
		/// An assessor has got stake back.
		Withdrawn {
			/// The assessor.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
			/// True if the assessor has no stake left and was removed.
			is_removed: bool,
		},
		/// Another account votes for a stake from an epoch on.
		Delegated {
			/// The assessor.
			who: T::AccountId,
			/// The account that has voted until now; none for the assessor.
			old_voter: Option<T::AccountId>,
			/// The account that votes then; none for the assessor.
			new_voter: Option<T::AccountId>,
			/// The epoch of the first draw with it.
			from: Epoch,
		},
		/// An assessor has said where their way of assessing can be read.
		ProfileSet {
			/// The assessor.
			who: T::AccountId,
			/// The place before.
			old_uri: Uri,
			/// The place.
			new_uri: Uri,
		},
		/// A case was opened.
		CaseOpened {
			/// The case.
			case: CaseId,
			/// The dispute.
			dispute: Dispute,
			/// True if a panel is drawn. Otherwise the voters choose, as there is too little stake.
			has_panel: bool,
		},
		/// Evidence was named.
		EvidenceSubmitted {
			/// The case.
			case: CaseId,
			/// The account that named it.
			who: T::AccountId,
			/// The hash of the evidence.
			hash: H256,
			/// The place where it can be read.
			uri: Uri,
		},
		/// A panel was drawn. Its seats commit to their votes now.
		PanelDrawn {
			/// The case.
			case: CaseId,
			/// The level: 0 for the first panel, 1 for the second.
			level: u8,
			/// The panel.
			panel: PanelId,
			/// The voters, and the number of seats of each.
			seats: alloc::vec::Vec<(T::AccountId, u32)>,
			/// The deadline, in active time.
			until: Moment,
		},
		/// No panel could be drawn: too few assessors without a conflict have a free stake.
		PanelNotDrawn {
			/// The case.
			case: CaseId,
			/// The level.
			level: u8,
			/// The seats that could be filled.
			seats: u32,
		},
		/// A drawn account has committed to its vote.
		VoteCommitted {
			/// The case.
			case: CaseId,
			/// The account.
			who: T::AccountId,
			/// The hash of the vote.
			commitment: H256,
		},
		/// The seats of a panel reveal their votes now.
		RevealBegun {
			/// The case.
			case: CaseId,
			/// The panel.
			panel: PanelId,
			/// The deadline, in active time.
			until: Moment,
		},
		/// A drawn account has revealed its vote.
		VoteRevealed {
			/// The case.
			case: CaseId,
			/// The account.
			who: T::AccountId,
			/// The number of its seats.
			seats: u32,
			/// The vote.
			vote: Vote,
			/// The hash of the reasons, and the place where they can be read.
			reasons: Option<(H256, Uri)>,
		},
		/// A vote that became known too early was denounced. It does not count.
		VoteDenounced {
			/// The case.
			case: CaseId,
			/// The account whose vote it is.
			who: T::AccountId,
			/// The account that denounced it.
			by: T::AccountId,
			/// The stake of the seats, which is lost.
			lost: Balance,
			/// The part of it for `by`.
			reward: Balance,
		},
		/// A panel made no choice: too few seats have voted, or preferred one.
		PanelFailed {
			/// The case.
			case: CaseId,
			/// The panel.
			panel: PanelId,
			/// The seats whose votes were revealed. More than half have to be.
			present: u32,
			/// The seats among them that preferred a choice. More than a third have to.
			votes: u32,
		},
		/// A panel has made a choice.
		Decided {
			/// The case.
			case: CaseId,
			/// The level.
			level: u8,
			/// The panel.
			panel: PanelId,
			/// The choice.
			choice: Choice,
			/// The seats that preferred a choice.
			votes: u32,
			/// The end of the time to appeal, in active time. None if there is no appeal: the
			/// choice is final, or more is at stake than the panel can decide on for good.
			appeal_until: Option<Moment>,
		},
		/// A panel has got what its seats gain and lose.
		PanelSettled {
			/// The case.
			case: CaseId,
			/// The panel.
			panel: PanelId,
			/// The sum that its seats have lost.
			lost: Balance,
			/// The seats that gained.
			rewarded: u32,
			/// The gain of each from others' losses and lost bonds.
			each: Balance,
			/// The fee of each.
			fee: Balance,
			/// The rest, which goes to the reserve.
			rest: Balance,
		},
		/// Money was put up for or against a decision.
		AppealFunded {
			/// The case.
			case: CaseId,
			/// The level of the decision.
			level: u8,
			/// The account.
			who: T::AccountId,
			/// The choice.
			choice: Choice,
			/// The amount.
			amount: Balance,
			/// All the money for the choice.
			funds: Balance,
			/// The bond of a side.
			bond: Balance,
		},
		/// A decision was appealed with a full bond.
		Appealed {
			/// The case.
			case: CaseId,
			/// The level of the decision.
			level: u8,
			/// The choice that is put against it.
			choice: Choice,
			/// The end of the time for the other side's money, in active time.
			until: Moment,
		},
		/// An appeal has ended with its case.
		AppealResolved {
			/// The case.
			case: CaseId,
			/// The level of the decision.
			level: u8,
			/// The choice of the side that has won. None if none has, or all money comes back.
			winner: Option<Choice>,
			/// The money for those who paid for the winner, beside their own.
			prize: Balance,
			/// The lost money for assessors and the reserve.
			others: Balance,
		},
		/// Money of an appeal was paid out.
		AppealCollected {
			/// The case.
			case: CaseId,
			/// The level of the decision.
			level: u8,
			/// The account.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
		},
		/// A case waits in line for its last appeal.
		LastAppealQueued {
			/// The case.
			case: CaseId,
			/// The cases before it.
			ahead: u32,
		},
		/// The token holders vote on the last appeal.
		LastAppealOpened {
			/// The case.
			case: CaseId,
			/// The number of the vote: the index of a referendum.
			vote: u32,
			/// The choice that it can restore.
			choice: Choice,
		},
		/// The last appeal restores the first panel's choice.
		ChoiceRestored {
			/// The case.
			case: CaseId,
			/// The choice.
			choice: Choice,
		},
		/// The token holders choose, as no panel has decided for good.
		VotersAsked {
			/// The case.
			case: CaseId,
			/// The index of the first of their referenda.
			number: u32,
		},
		/// A case has ended. The outcome is final.
		CaseEnded {
			/// The case.
			case: CaseId,
			/// The choice. None if neither assessors nor voters have chosen.
			choice: Option<Choice>,
		},
		/// The rest of an appeal's money went to the reserve: fractions of units, and money that
		/// was not taken for too long.
		AppealSwept {
			/// The case.
			case: CaseId,
			/// The level of the decision.
			level: u8,
			/// The amount.
			amount: Balance,
		},
		/// The record of a case was removed.
		CaseRemoved {
			/// The case.
			case: CaseId,
		},
		/// A challenge or dispute has paid for the seats that its case can call.
		FeesCharged {
			/// The payer.
			who: T::AccountId,
			/// The amount, in units of the native token.
			amount: Balance,
			/// The money for fees now, in units of the native token.
			pool: Balance,
		},
		/// The value of an asset's unit was set.
		AssetValueSet {
			/// The asset.
			asset: AssetId,
			/// The value before, in units of the native token in 10^-18.
			old_value: Option<FixedU128>,
			/// The value.
			new_value: Option<FixedU128>,
		},
	}
}
