// SPDX-License-Identifier: Apache-2.0

//! Reports: a commitment first, then the claim.

use crate::*;
use breakwater_primitives::{deadline, ActiveClock, Balance, CoverInForce};
use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Take a report that is revealed later, and reserve money of the programme for it.
	pub(crate) fn do_commit(
		who: T::AccountId,
		product: ProductId,
		commitment: H256,
		min_reserved: Balance,
		terms: H256,
	) -> DispatchResult {
		let (mut programme, committed) = (Self::programme_of(product)?, T::Clock::block_time());
		programme.renew_terms(committed.active);
		ensure!(programme.terms.hash() == terms, Error::<T>::TermsChanged);
		ensure!(programme.reports < MAX_RECORDS, Error::<T>::TooManyReports);
		let deposit = Self::deposit_beside(programme.open.len()).ok_or(Error::<T>::Overflow)?;
		let id = NextReport::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::NoNumberLeft)?;
		let reserved = programme.enter(id).ok_or(Error::<T>::TooManyReports)?;
		ensure!(reserved >= min_reserved, Error::<T>::ReservedBelowLimit);
		programme.reports = programme.reports.checked_add(1).ok_or(Error::<T>::Overflow)?;
		Self::hold_deposit(&who, deposit)?;
		let (cover, until) = (T::Cover::cover_on(product), deadline(committed.active, REVEAL_PERIOD));
		let report = Report {
			product,
			reporter: who.clone(),
			commitment,
			committed,
			resumed_at: T::Clock::resumed_at(),
			terms: programme.terms.clone(),
			cover,
			deposit,
			claim: None,
			stage: Stage::Committed { until },
			decided: None,
			vesting: None,
			bond: 0,
			native_bond: 0,
			fees: 0,
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

	/// The deposit for a report beside so many open ones: each of the first ones doubles it.
	fn deposit_beside(open: usize) -> Option<Balance> {
		let doublings = u32::try_from(open).ok()?.min(MAX_DOUBLINGS);
		T::ReportDeposit::get().checked_mul(Balance::from(2u32).checked_pow(doublings)?)
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
	/// after it. A halt runs no time out: if one was between, the time begins at its end.
	fn ensure_claimable(report: &ReportOf<T>, claim: &Claim) -> DispatchResult {
		let Claim::Rescue { occurred_at, .. } = claim else { return Ok(()) };
		ensure!(!report.terms.rescue_share.is_zero(), Error::<T>::NoRescueReward);
		let until = deadline((*occurred_at).max(report.resumed_at), RESCUE_WINDOW);
		ensure!(*occurred_at <= report.committed.now, Error::<T>::NotYet);
		ensure!(report.committed.now <= until, Error::<T>::RescueTooLate);
		Ok(())
	}
}
