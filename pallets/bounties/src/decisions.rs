// SPDX-License-Identifier: Apache-2.0

//! Decisions on reports: the manager's, those by silence, and those of the adjudicator.

use crate::*;
use breakwater_primitives::{
	deadline, ActiveClock, Adjudicator, Balance, Ballot, Choice, Moment, PastIncidents, Source, Subject,
};
use frame_support::{dispatch::DispatchResult, ensure};

/// The choices of a case: the claim, proposal 0, and the manager's decision, "not covered".
pub const BALLOT: Ballot = Ballot { proposals: 1, has_not_covered: true };

impl<T: Config> Pallet<T> {
	/// Note that the manager has seen a report.
	pub(crate) fn do_acknowledge(who: T::AccountId, id: ReportId) -> DispatchResult {
		let (mut report, _) = Self::managed_by(&who, id)?;
		let Stage::Revealed { until } = report.stage else { return Err(Error::<T>::WrongStage.into()) };
		let now = T::Clock::active();
		ensure!(now < until, Error::<T>::TooLate);
		let until = deadline(now, report.terms.decision);
		report.stage = Stage::Acknowledged { until };
		Reports::<T>::insert(id, report);
		Self::deposit_event(Event::ReportAcknowledged { report: id, until });
		Ok(())
	}

	/// Write the manager's decision. One that gives what is claimed is final.
	pub(crate) fn do_decide(who: T::AccountId, id: ReportId, decision: ReportDecision) -> DispatchResult {
		let (mut report, programme) = Self::managed_by(&who, id)?;
		let until = report.stage.managers_deadline().ok_or(Error::<T>::WrongStage)?;
		let now = T::Clock::active();
		ensure!(now < until, Error::<T>::TooLate);
		ensure!(report.claim.is_some_and(|claim| decision.fits(&claim)), Error::<T>::WrongDecision);
		Self::set_decision(id, &mut report, decision, now, false)?;
		match report.difference() {
			0 => Self::end_report(id, report, programme),
			_ => {
				Reports::<T>::insert(id, report);
				Ok(())
			}
		}
	}

	/// Write a decision that can be disputed, and give the deposit back.
	fn set_decision(
		id: ReportId,
		report: &mut ReportOf<T>,
		decision: ReportDecision,
		at: Moment,
		is_by_silence: bool,
	) -> DispatchResult {
		Self::release_deposit(report)?;
		let reward = report.reward_of(decision);
		report.decided = Some(Decided { decision, reward, at, is_by_silence });
		let until = deadline(at, DISPUTE_PERIOD);
		report.stage = Stage::Decided { until };
		let claimed = report.claimed();
		let until = (report.difference() > 0).then_some(until);
		Self::deposit_event(Event::ReportDecided {
			report: id,
			decision,
			reward,
			claimed,
			is_by_silence,
			until,
		});
		Ok(())
	}

	/// Reject a report whose manager has let a deadline pass. Returns true if that was done.
	fn end_silence(id: ReportId, report: &mut ReportOf<T>) -> Result<bool, sp_runtime::DispatchError> {
		let now = T::Clock::active();
		let Some(at) = report.stage.managers_deadline().filter(|until| now >= *until) else {
			return Ok(false);
		};
		Self::set_decision(id, report, ReportDecision::Rejected, at, true)?;
		Ok(true)
	}

	/// Dispute a decision. If the adjudicator has no room for the case, a later call begins it.
	pub(crate) fn do_dispute(who: T::AccountId, id: ReportId, max_bond: Balance) -> DispatchResult {
		let mut report = Self::report_of(id)?;
		ensure!(report.reporter == who, Error::<T>::NotReporter);
		Self::end_silence(id, &mut report)?;
		let Stage::Decided { until } = report.stage else { return Err(Error::<T>::WrongStage.into()) };
		ensure!(T::Clock::active() < until, Error::<T>::TooLate);
		let difference = report.difference();
		ensure!(difference > 0, Error::<T>::NothingToDispute);
		let mut programme = Self::programme_of(report.product)?;
		let bond = report.dispute_bond(Self::least_of(&programme.asset));
		ensure!(bond <= max_bond, Error::<T>::BondAboveLimit);
		if bond > 0 {
			programme.book = programme.book.put_up(bond).ok_or(Error::<T>::Overflow)?;
			Self::take_from(&who, &programme.asset, bond)?;
			Programmes::<T>::insert(report.product, programme);
		}
		report.bond = bond;
		report.stage = Stage::Disputed { case: None };
		Self::deposit_event(Event::DecisionDisputed { report: id, bond, difference });
		// Without room, the dispute waits.
		let _ = Self::begin_case(id, &mut report);
		Reports::<T>::insert(id, report);
		Ok(())
	}

	/// Ask the adjudicator to choose. Returns true if a case was begun.
	fn begin_case(id: ReportId, report: &mut ReportOf<T>) -> bool {
		let Ok(case) = T::Adjudicator::begin(Subject::Report(id), BALLOT) else { return false };
		report.stage = Stage::Disputed { case: Some(case) };
		Self::deposit_event(Event::CaseBegun { report: id, case });
		true
	}

	/// Announce the adjudicator's choice. The case ends by `process` and does not depend on this.
	pub(crate) fn do_adopt(id: ReportId, choice: Choice) -> DispatchResult {
		let report = Self::report_of(id)?;
		let Stage::Disputed { case: Some(case) } = report.stage else {
			return Err(Error::<T>::NotInCase.into());
		};
		ensure!(BALLOT.iter().any(|(_, one)| one == choice), Error::<T>::UnknownChoice);
		let chosen = T::Adjudicator::outcome(case).and_then(|outcome| outcome.choice);
		ensure!(chosen == Some(choice), Error::<T>::NotChosen);
		Self::deposit_event(Event::DecisionAdopted { report: id, choice });
		Ok(())
	}

	/// Act on a deadline that has passed, or on the end of a case.
	pub(crate) fn do_process(id: ReportId) -> DispatchResult {
		let (mut report, now) = (Self::report_of(id)?, T::Clock::active());
		let (programme, stage) = (Self::programme_of(report.product)?, report.stage);
		match stage {
			Stage::Committed { until } if now >= until => Self::expire(id, report, programme),
			Stage::Revealed { .. } | Stage::Acknowledged { .. } if Self::end_silence(id, &mut report)? => {
				Reports::<T>::insert(id, report);
				Ok(())
			}
			Stage::Decided { until } if now >= until => Self::end_report(id, report, programme),
			Stage::Disputed { case: None } if Self::begin_case(id, &mut report) => {
				Reports::<T>::insert(id, report);
				Ok(())
			}
			Stage::Disputed { case: Some(case) } => {
				let outcome = T::Adjudicator::outcome(case).ok_or(Error::<T>::NothingToDo)?;
				Self::end_case(id, report, programme, outcome.choice)?;
				T::Adjudicator::close(case);
				Ok(())
			}
			Stage::Ended if report.is_over(now) => {
				Self::keep_report(id, report, programme);
				Ok(())
			}
			_ => Err(Error::<T>::NothingToDo.into()),
		}
	}

	/// End a report that was not revealed: its deposit goes to the reserve.
	fn expire(id: ReportId, mut report: ReportOf<T>, mut programme: ProgrammeOf<T>) -> DispatchResult {
		Self::lose_deposit(&report)?;
		let (freed, deposit) = (core::mem::take(&mut report.reserved), core::mem::take(&mut report.deposit));
		programme.book = programme.book.reward(freed, 0).ok_or(Error::<T>::Overflow)?;
		programme.open = programme.open.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		report.stage = Stage::Ended;
		Self::deposit_event(Event::ReportExpired { report: id, freed, deposit });
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// End a case. The reporter's bond is lost to the reserve only if the manager's decision was
	/// chosen.
	pub(crate) fn end_case(
		id: ReportId,
		mut report: ReportOf<T>,
		mut programme: ProgrammeOf<T>,
		choice: Option<Choice>,
	) -> DispatchResult {
		let bond = core::mem::take(&mut report.bond);
		let mut bond_lost = 0;
		match choice {
			Some(Choice::NotCovered) if bond > 0 => {
				programme.book = programme.book.let_go(bond).ok_or(Error::<T>::Overflow)?;
				Self::give_to_reserve(&programme.asset, bond, Source::LostBond)?;
				bond_lost = bond;
			}
			_ => report.due = bond,
		}
		if choice == Some(Choice::Proposal(0)) {
			let (claim, decided) = (report.claim, report.decided);
			let (claim, decided) = claim.zip(decided).ok_or(Error::<T>::WrongStage)?;
			let decision = ReportDecision::from(claim);
			report.decided = Some(Decided { decision, reward: report.reward_of(decision), ..decided });
		}
		let bond_due = report.due;
		Self::deposit_event(Event::CaseEnded { report: id, choice, bond_due, bond_lost });
		Self::end_report(id, report, programme)
	}

	/// End a report: its decision is final. The reward begins to vest, and the rest of the reserved
	/// money is free. A critical bug counts as a past incident of the product.
	pub(crate) fn end_report(
		id: ReportId,
		mut report: ReportOf<T>,
		mut programme: ProgrammeOf<T>,
	) -> DispatchResult {
		let Decided { decision, reward, at, .. } = report.decided.ok_or(Error::<T>::WrongStage)?;
		let reserved = core::mem::take(&mut report.reserved);
		programme.book = programme.book.reward(reserved, reward).ok_or(Error::<T>::Overflow)?;
		programme.open = programme.open.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		let period = report.terms.vesting;
		report.vesting = (reward > 0).then_some(Vesting {
			reward,
			matched: 0,
			collected: 0,
			since: at,
			period,
			is_revoked: false,
		});
		report.stage = Stage::Ended;
		if report.is_critical() {
			T::Products::count_incident(report.product);
		}
		// The book has checked it.
		let freed = reserved.saturating_sub(reward);
		Self::deposit_event(Event::ReportEnded { report: id, decision, reward, freed, since: at, period });
		Self::keep_report(id, report, programme);
		Ok(())
	}
}
