// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the bounties. Amounts are in the programme's asset's units.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A programme was opened.
		ProgrammeOpened {
			/// The product.
			product: ProductId,
			/// The manager.
			manager: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The terms.
			terms: BountyTerms,
		},
		/// New terms were set. Reports have them after a notice.
		TermsChanged {
			/// The product.
			product: ProductId,
			/// The terms of now.
			old_terms: BountyTerms,
			/// The new terms.
			new_terms: BountyTerms,
			/// The active time from which reports have them.
			from: Moment,
		},
		/// A programme was given money.
		Funded {
			/// The product.
			product: ProductId,
			/// The giver.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
			/// The free money after it.
			free: Balance,
		},
		/// The notice of a withdrawal has begun.
		WithdrawalRequested {
			/// The product.
			product: ProductId,
			/// The amount, or what is free then.
			amount: Balance,
			/// The active time at which the notice ends.
			ready_at: Moment,
			/// The active time until which the request can be used.
			ends_at: Moment,
		},
		/// Free money was withdrawn.
		Withdrawn {
			/// The product.
			product: ProductId,
			/// The manager, who was paid.
			manager: T::AccountId,
			/// The amount.
			amount: Balance,
			/// The free money after it.
			free: Balance,
		},
		/// A programme was closed.
		ProgrammeClosed {
			/// The product.
			product: ProductId,
			/// The free money, which the manager was paid.
			returned: Balance,
		},
		/// A report was committed.
		ReportCommitted {
			/// The report.
			report: ReportId,
			/// The product.
			product: ProductId,
			/// The reporter.
			reporter: T::AccountId,
			/// The commitment.
			commitment: H256,
			/// The money that is reserved for it.
			reserved: Balance,
			/// The cover in force on the product.
			cover: Balance,
			/// The native tokens that are held.
			deposit: Balance,
			/// The end of the time to reveal it, in active time.
			until: Moment,
		},
		/// A report was revealed.
		ReportRevealed {
			/// The report.
			report: ReportId,
			/// The claim.
			claim: Claim,
			/// The reward that the terms give for it.
			claimed: Balance,
			/// The hash of the report.
			report_hash: H256,
			/// The end of the time to acknowledge it, in active time.
			until: Moment,
		},
		/// A report was not revealed in time. Its reserved money is free, and its deposit is the
		/// reserve's.
		ReportExpired {
			/// The report.
			report: ReportId,
			/// The money that is free again.
			freed: Balance,
			/// The deposit, in native tokens.
			deposit: Balance,
		},
		/// The manager has acknowledged a report.
		ReportAcknowledged {
			/// The report.
			report: ReportId,
			/// The end of the time to decide, in active time.
			until: Moment,
		},
		/// The manager has decided on a report, or was silent.
		ReportDecided {
			/// The report.
			report: ReportId,
			/// The decision.
			decision: ReportDecision,
			/// Its reward of the money that is reserved now.
			reward: Balance,
			/// The reward that the terms give for the claim.
			claimed: Balance,
			/// True if the manager let the deadline pass.
			is_by_silence: bool,
			/// The end of the time to dispute it, in active time. `None`: it is what is claimed.
			until: Option<Moment>,
		},
		/// The reporter disputes the decision.
		DecisionDisputed {
			/// The report.
			report: ReportId,
			/// The reporter's bond.
			bond: Balance,
			/// The native tokens that are held beside it.
			native_bond: Balance,
			/// The part of the claimed reward that is disputed.
			difference: Balance,
		},
		/// The adjudicator has begun a case on a report. Its choices are the claim, proposal 0, and
		/// the manager's decision, "not covered".
		CaseBegun {
			/// The report.
			report: ReportId,
			/// The case's number.
			case: u32,
		},
		/// A referendum names the choice of the case.
		DecisionAdopted {
			/// The report.
			report: ReportId,
			/// The choice.
			choice: Choice,
		},
		/// A case on a report is over.
		CaseEnded {
			/// The report.
			report: ReportId,
			/// The choice; `None` if there is none. The manager's decision then stands.
			choice: Option<Choice>,
			/// The bond that the reporter gets back.
			bond_due: Balance,
			/// The bond that went to the reserve.
			bond_lost: Balance,
			/// The native tokens that went to the reserve with it; otherwise they are released.
			native_bond_lost: Balance,
		},
		/// A report is decided for good.
		ReportEnded {
			/// The report.
			report: ReportId,
			/// The decision.
			decision: ReportDecision,
			/// The reward.
			reward: Balance,
			/// The rest of the reserved money, which is for other reports, or free again.
			freed: Balance,
			/// The deposit that went to the reserve, in native tokens; otherwise it is released.
			deposit_lost: Balance,
			/// The active time from which the reward vests.
			since: Moment,
			/// The time in which it vests, in milliseconds.
			period: Moment,
		},
		/// The reporter was paid.
		Collected {
			/// The report.
			report: ReportId,
			/// The reporter.
			reporter: T::AccountId,
			/// The part of the reward.
			reward: Balance,
			/// The returned bond.
			bond: Balance,
		},
		/// A referendum has approved the reserve's part of a reward. If the reserve refuses for
		/// now, `begin_match` adds it later.
		MatchApproved {
			/// The report.
			report: ReportId,
		},
		/// The reserve has added to a reward, by referendum.
		RewardMatched {
			/// The report.
			report: ReportId,
			/// The amount.
			amount: Balance,
		},
		/// The part of a reward that had not vested was revoked, by referendum.
		RewardRevoked {
			/// The report.
			report: ReportId,
			/// The programme's part, which is free again.
			freed: Balance,
			/// The reserve's part, which it got back.
			returned: Balance,
		},
		/// The record of a report was removed.
		ReportRemoved {
			/// The report.
			report: ReportId,
		},
	}
}
