// SPDX-License-Identifier: Apache-2.0

//! Reports: a commitment first, then the claim.

use crate::*;
use breakwater_primitives::{deadline, ActiveClock, CoverInForce};
use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Reserve money of a programme for a report that is revealed later.
	pub(crate) fn do_commit(who: T::AccountId, product: ProductId, commitment: H256) -> DispatchResult {
		let mut programme = Self::programme_of(product)?;
		ensure!(programme.open < MAX_OPEN, Error::<T>::TooManyReports);
		let reserved = programme.terms.rewards.critical.min(programme.book.free);
		ensure!(reserved > 0, Error::<T>::EscrowEmpty);
		let id = NextReport::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::NoNumberLeft)?;
		programme.book = programme.book.reserve(reserved).ok_or(Error::<T>::Overflow)?;
		programme.open = programme.open.checked_add(1).ok_or(Error::<T>::Overflow)?;
		programme.reports = programme.reports.checked_add(1).ok_or(Error::<T>::Overflow)?;
		let (committed, deposit) = (T::Clock::block_time(), T::ReportDeposit::get());
		Self::hold_deposit(&who, deposit)?;
		let (cover, until) = (T::Cover::cover_on(product), deadline(committed.active, REVEAL_PERIOD));
		let report = Report {
			product,
			reporter: who.clone(),
			commitment,
			committed,
			terms: programme.terms.clone(),
			cover,
			reserved,
			deposit,
			claim: None,
			stage: Stage::Committed { until },
			decided: None,
			vesting: None,
			bond: 0,
			due: 0,
		};
		NextReport::<T>::put(next);
		Programmes::<T>::insert(product, programme);
		Reports::<T>::insert(id, report);
		Self::deposit_event(Event::ReportCommitted {
			report: id,
			product,
			reporter: who,
			commitment,
			reserved,
			cover,
			deposit,
			until,
		});
		Ok(())
	}

	/// Open the commitment of a report.
	pub(crate) fn do_reveal(
		who: T::AccountId,
		id: ReportId,
		claim: Claim,
		report_hash: H256,
		salt: H256,
	) -> DispatchResult {
		let mut report = Self::report_of(id)?;
		ensure!(report.reporter == who, Error::<T>::NotReporter);
		let Stage::Committed { until } = report.stage else { return Err(Error::<T>::WrongStage.into()) };
		let now = T::Clock::active();
		ensure!(now < until, Error::<T>::TooLate);
		// The product, the account and the chain are in it: a copy of another's opens nothing.
		let commitment = commitment_of(Self::genesis(), report.product, &who, &claim, (report_hash, salt));
		ensure!(commitment == report.commitment, Error::<T>::WrongCommitment);
		Self::ensure_claimable(&report, &claim)?;
		let until = deadline(now, report.terms.acknowledgement);
		report.claim = Some(claim);
		report.stage = Stage::Revealed { until };
		let claimed = report.claimed();
		Reports::<T>::insert(id, report);
		Self::deposit_event(Event::ReportRevealed { report: id, claim, claimed, report_hash, until });
		Ok(())
	}

	/// Ensure that a claim can be made under the terms of a report. A rescue is committed soon
	/// after it.
	fn ensure_claimable(report: &ReportOf<T>, claim: &Claim) -> DispatchResult {
		let Claim::Rescue { occurred_at, .. } = claim else { return Ok(()) };
		ensure!(!report.terms.rescue_share.is_zero(), Error::<T>::NoRescueReward);
		let age = report.committed.now.checked_sub(*occurred_at).ok_or(Error::<T>::NotYet)?;
		ensure!(age <= RESCUE_WINDOW, Error::<T>::RescueTooLate);
		Ok(())
	}
}
