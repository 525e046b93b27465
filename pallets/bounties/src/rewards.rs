// SPDX-License-Identifier: Apache-2.0

//! Rewards: they vest, are collected, matched by the reserve, and revoked.

use crate::*;
use breakwater_primitives::{ActiveClock, Balance, BountyMatch, Source};
use frame_support::{dispatch::DispatchResult, ensure, storage::with_storage_layer};

impl<T: Config> Pallet<T> {
	/// Pay the reporter what has vested, and a bond that is due.
	pub(crate) fn do_collect(id: ReportId) -> DispatchResult {
		let (mut report, now) = (Self::report_of(id)?, T::Clock::active());
		let mut programme = Self::programme_of(report.product)?;
		let mut reward = 0;
		if let Some(vesting) = &mut report.vesting {
			reward = vesting.collectable(now).ok_or(Error::<T>::Overflow)?;
			vesting.collected = vesting.collected.checked_add(reward).ok_or(Error::<T>::Overflow)?;
		}
		let bond = core::mem::take(&mut report.due);
		let amount = reward.checked_add(bond).ok_or(Error::<T>::Overflow)?;
		ensure!(amount > 0, Error::<T>::NothingToCollect);
		let book = programme.book.pay(reward).and_then(|book| book.let_go(bond));
		programme.book = book.ok_or(Error::<T>::Overflow)?;
		Self::pay_to(&report.reporter, &programme.asset, amount)?;
		let reporter = report.reporter.clone();
		Self::deposit_event(Event::Collected { report: id, reporter, reward, bond });
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// Approve the reserve's part of the reward for a critical bug. If the reserve refuses for now,
	/// a later call adds it: the referendum is not lost.
	pub(crate) fn do_approve(id: ReportId) -> DispatchResult {
		let (mut report, mut vesting, _) = Self::matchable(id)?;
		vesting.is_match_approved = true;
		report.vesting = Some(vesting);
		Reports::<T>::insert(id, report);
		Self::deposit_event(Event::MatchApproved { report: id });
		// An incident can be open, or own funds be too low.
		let _ = with_storage_layer(|| Self::do_match(id));
		Ok(())
	}

	/// A report whose reward can be matched, its reward, and the most that is added: half of it,
	/// rounded down, against the reporter, within the cover.
	fn matchable(id: ReportId) -> Result<(ReportOf<T>, Vesting, Balance), sp_runtime::DispatchError> {
		let (report, now) = (Self::report_of(id)?, T::Clock::active());
		ensure!(report.is_critical(), Error::<T>::NotCritical);
		ensure!(report.cover > 0, Error::<T>::NoCoverInForce);
		let vesting = report.vesting.ok_or(Error::<T>::NotCritical)?;
		ensure!(vesting.matched == 0, Error::<T>::AlreadyMatched);
		ensure!(!vesting.is_revoked, Error::<T>::RewardRevoked);
		ensure!(report.is_matchable(now), Error::<T>::TooLate);
		let most = (vesting.reward / 2).min(report.cover);
		ensure!(most > 0, Error::<T>::NothingToMatch);
		Ok((report, vesting, most))
	}

	/// Let the reserve add to a reward, if a referendum has approved it.
	pub(crate) fn do_match(id: ReportId) -> DispatchResult {
		let (mut report, mut vesting, most) = Self::matchable(id)?;
		ensure!(vesting.is_match_approved, Error::<T>::NotApproved);
		let mut programme = Self::programme_of(report.product)?;
		let credit = T::Reserve::give(programme.asset.clone(), most)?;
		let amount = credit.peek();
		programme.book = programme.book.add_match(amount).ok_or(Error::<T>::Overflow)?;
		Self::take_credit(credit)?;
		vesting.matched = amount;
		report.vesting = Some(vesting);
		Self::deposit_event(Event::RewardMatched { report: id, amount });
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// Take the part of a reward that has not vested back: the programme's is free, and the reserve
	/// gets its own.
	pub(crate) fn do_revoke(id: ReportId) -> DispatchResult {
		let (mut report, now) = (Self::report_of(id)?, T::Clock::active());
		let mut programme = Self::programme_of(report.product)?;
		let vesting = report.vesting.ok_or(Error::<T>::NothingToRevoke)?;
		let (after, Revoked { freed, returned }) = vesting.revoke(now).ok_or(Error::<T>::Overflow)?;
		ensure!(freed > 0 || returned > 0, Error::<T>::NothingToRevoke);
		programme.book = programme.book.revoke(freed, returned).ok_or(Error::<T>::Overflow)?;
		programme.distribute().ok_or(Error::<T>::Overflow)?;
		if returned > 0 {
			Self::give_to_reserve(&programme.asset, returned, Source::Unclaimed)?;
		}
		report.vesting = Some(after);
		Self::deposit_event(Event::RewardRevoked { report: id, freed, returned });
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// Write a report and its programme. A report that is over goes.
	pub(crate) fn keep_report(id: ReportId, report: ReportOf<T>, mut programme: ProgrammeOf<T>) {
		let product = report.product;
		if report.is_over(T::Clock::active()) {
			// It is one of them.
			programme.reports = programme.reports.saturating_sub(1);
			Reports::<T>::remove(id);
			Self::deposit_event(Event::ReportRemoved { report: id });
		} else {
			Reports::<T>::insert(id, report);
		}
		Programmes::<T>::insert(product, programme);
	}
}
