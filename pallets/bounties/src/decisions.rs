// SPDX-License-Identifier: Apache-2.0

//! Decisions on reports: the manager's, those by silence, and those of the adjudicator.

use crate::*;
use breakwater_primitives::{
	deadline, ActiveClock, Adjudicator, Balance, Ballot, Choice, Conflicts, Dispute, DisputeFee, Moment,
	PastIncidents, Source, Subject,
};
use frame_support::{dispatch::DispatchResult, ensure, traits::Get, weights::Weight};

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

	/// Write the manager's decision. One that is all that is claimed is final, and can come late.
	pub(crate) fn do_decide(who: T::AccountId, id: ReportId, decision: ReportDecision) -> DispatchResult {
		let (mut report, programme) = Self::managed_by(&who, id)?;
		let claim = report.claim.ok_or(Error::<T>::WrongStage)?;
		ensure!(decision.fits(&claim), Error::<T>::WrongDecision);
		let is_whole = decision.covers(&claim);
		let at = Self::decidable_at(&report, is_whole)?;
		Self::set_decision(id, &mut report, &programme, decision, at, false);
		if is_whole {
			Self::return_bonds(&mut report)?;
			return Self::settle(id, report, programme);
		}
		Reports::<T>::insert(id, report);
		Ok(())
	}

	/// The moment from which the reward of a manager's decision vests. After the deadline, or in
	/// place of an earlier decision, the manager can only concede the claim, as long as it can be
	/// disputed or the dispute waits for a case.
	fn decidable_at(report: &ReportOf<T>, is_whole: bool) -> Result<Moment, sp_runtime::DispatchError> {
		let now = T::Clock::active();
		let decided_at = report.decided.map_or(now, |decided| decided.at);
		let (at, until) = match report.stage {
			Stage::Revealed { until } | Stage::Acknowledged { until } if now < until => (now, until),
			Stage::Revealed { until } | Stage::Acknowledged { until } => {
				ensure!(is_whole, Error::<T>::TooLate);
				(until, deadline(until, DISPUTE_PERIOD))
			}
			Stage::Decided { until } if is_whole => (decided_at, until),
			Stage::Disputed { case: None } if is_whole => (decided_at, Moment::MAX),
			_ => return Err(Error::<T>::WrongStage.into()),
		};
		ensure!(now < until, Error::<T>::TooLate);
		Ok(at)
	}

	/// Write a decision that can be disputed, unless it is all that is claimed.
	fn set_decision(
		id: ReportId,
		report: &mut ReportOf<T>,
		programme: &ProgrammeOf<T>,
		decision: ReportDecision,
		at: Moment,
		is_by_silence: bool,
	) {
		let reward = report.terms.reward_of(decision).min(programme.reserved_for(id));
		report.decided = Some(Decided { decision, reward, at, is_by_silence });
		let until = deadline(at, DISPUTE_PERIOD);
		report.stage = Stage::Decided { until };
		let claimed = report.claimed();
		let until = report.is_disputable().then_some(until);
		Self::deposit_event(Event::ReportDecided {
			report: id,
			decision,
			reward,
			claimed,
			is_by_silence,
			until,
		});
	}

	/// Reject a report whose manager has let a deadline pass. Returns true if that was done.
	fn end_silence(id: ReportId, report: &mut ReportOf<T>, programme: &ProgrammeOf<T>) -> bool {
		let now = T::Clock::active();
		let Some(at) = report.stage.managers_deadline().filter(|until| now >= *until) else { return false };
		Self::set_decision(id, report, programme, ReportDecision::Rejected, at, true);
		true
	}

	/// Dispute a decision. If there is no room for the case, a later call begins it.
	pub(crate) fn do_dispute(who: T::AccountId, id: ReportId, max_bond: Balance) -> DispatchResult {
		let mut report = Self::report_of(id)?;
		ensure!(report.reporter == who, Error::<T>::NotReporter);
		let mut programme = Self::programme_of(report.product)?;
		Self::end_silence(id, &mut report, &programme);
		let Stage::Decided { until } = report.stage else { return Err(Error::<T>::WrongStage.into()) };
		ensure!(T::Clock::active() < until, Error::<T>::TooLate);
		ensure!(report.is_disputable(), Error::<T>::NothingToDispute);
		let reserved = programme.reserved_for(id);
		let (difference, least) = (report.difference(reserved), Self::least_of(&programme.asset));
		let bond = report.dispute_bond(reserved, least);
		ensure!(bond <= max_bond, Error::<T>::BondAboveLimit);
		if bond > 0 {
			programme.book = programme.book.put_up(bond).ok_or(Error::<T>::Overflow)?;
			Self::take_from(&who, &programme.asset, bond)?;
		}
		let native_bond = T::DisputeBond::get();
		Self::hold_deposit(&who, native_bond)?;
		report.fees = T::Adjudicator::charge(&who)?;
		(report.bond, report.native_bond) = (bond, native_bond);
		report.stage = Stage::Disputed { case: None };
		Self::deposit_event(Event::DecisionDisputed { report: id, bond, native_bond, difference });
		// Without room, the dispute waits.
		let _ = Self::begin_case(id, &mut report, &mut programme);
		Programmes::<T>::insert(report.product, programme);
		Reports::<T>::insert(id, report);
		Ok(())
	}

	/// Ask the adjudicator to choose, unless an earlier report of the programme waits for its case.
	/// Otherwise later disputes of an accomplice would take each place that becomes free. Returns
	/// true if a case was begun.
	fn begin_case(id: ReportId, report: &mut ReportOf<T>, programme: &mut ProgrammeOf<T>) -> bool {
		let waits = |place: &Place| {
			let stage = Reports::<T>::get(place.report).map(|report| report.stage);
			stage == Some(Stage::Disputed { case: None })
		};
		let mut earlier = programme.open.iter().take_while(|place| place.report < id);
		if programme.cases >= MAX_CASES || earlier.any(waits) {
			return false;
		}
		// A rescue names what it has saved, and gets no more than can be reserved.
		let at_stake = report.claimed().min(programme.wanted_by(id));
		let dispute = Dispute::new(Subject::Report(id), BALLOT)
			.over(programme.asset.clone(), at_stake)
			.paid(report.fees);
		let Ok(case) = T::Adjudicator::begin(dispute) else { return false };
		// Below the bound.
		programme.cases = programme.cases.saturating_add(1);
		report.stage = Stage::Disputed { case: Some(case) };
		Self::deposit_event(Event::CaseBegun { report: id, case });
		true
	}

	/// Give the bonds of a dispute back: that in the asset is due, the native one is released.
	fn return_bonds(report: &mut ReportOf<T>) -> DispatchResult {
		let native_bond = core::mem::take(&mut report.native_bond);
		if native_bond > 0 {
			Self::release(&report.reporter, native_bond)?;
		}
		report.due = core::mem::take(&mut report.bond);
		Ok(())
	}

	/// Give the reserve the bonds of a dispute. Returns that in the asset, and the native one.
	fn lose_bonds(
		report: &mut ReportOf<T>,
		programme: &mut ProgrammeOf<T>,
	) -> Result<(Balance, Balance), sp_runtime::DispatchError> {
		let (bond, native_bond) =
			(core::mem::take(&mut report.bond), core::mem::take(&mut report.native_bond));
		if bond > 0 {
			programme.book = programme.book.let_go(bond).ok_or(Error::<T>::Overflow)?;
			Self::give_to_reserve(&programme.asset, bond, Source::LostBond)?;
		}
		if native_bond > 0 {
			Self::lose(&report.reporter, native_bond)?;
		}
		Ok((bond, native_bond))
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
		let (mut programme, stage) = (Self::programme_of(report.product)?, report.stage);
		match stage {
			Stage::Committed { until } if now >= until => Self::expire(id, report, programme),
			Stage::Revealed { .. } | Stage::Acknowledged { .. }
				if Self::end_silence(id, &mut report, &programme) =>
			{
				Reports::<T>::insert(id, report);
				Ok(())
			}
			Stage::Decided { until } if now >= until => {
				ensure!(Self::can_end(id, &report, &programme), Error::<T>::NothingToDo);
				Self::end_report(id, report, programme)
			}
			Stage::Disputed { case: None } if Self::begin_case(id, &mut report, &mut programme) => {
				Programmes::<T>::insert(report.product, programme);
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
		let deposit = core::mem::take(&mut report.deposit);
		Self::lose(&report.reporter, deposit)?;
		let freed = programme.end(id, 0).ok_or(Error::<T>::Overflow)?;
		report.stage = Stage::Ended;
		Self::deposit_event(Event::ReportExpired { report: id, freed, deposit });
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// End a case. The reporter's bonds are lost to the reserve only if the manager's decision was
	/// chosen.
	pub(crate) fn end_case(
		id: ReportId,
		mut report: ReportOf<T>,
		mut programme: ProgrammeOf<T>,
		choice: Option<Choice>,
	) -> DispatchResult {
		programme.cases = programme.cases.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		let (bond_lost, native_bond_lost) = match choice {
			Some(Choice::NotCovered) => Self::lose_bonds(&mut report, &mut programme)?,
			_ => {
				Self::return_bonds(&mut report)?;
				(0, 0)
			}
		};
		if choice.is_none() {
			// Neither court nor voters found that the report is junk.
			Self::release(&report.reporter, core::mem::take(&mut report.deposit))?;
		}
		if choice == Some(Choice::Proposal(0)) {
			let (claim, decided) = (report.claim, report.decided);
			let (claim, decided) = claim.zip(decided).ok_or(Error::<T>::WrongStage)?;
			report.decided = Some(Decided { decision: claim.into(), ..decided });
		}
		let bond_due = report.due;
		Self::deposit_event(Event::CaseEnded { report: id, choice, bond_due, bond_lost, native_bond_lost });
		Self::settle(id, report, programme)
	}

	/// True if a decided report has the money that its terms give, or no older one holds any.
	fn can_end(id: ReportId, report: &ReportOf<T>, programme: &ProgrammeOf<T>) -> bool {
		let by_terms = report.decided.map_or(0, |decided| report.terms.reward_of(decided.decision));
		programme.can_end(id, by_terms)
	}

	/// End a report whose decision is final. One that lacks money waits for the older ones.
	/// Otherwise the manager could decide on it at once, while an accomplice's report in front of
	/// it holds all money.
	fn settle(id: ReportId, mut report: ReportOf<T>, programme: ProgrammeOf<T>) -> DispatchResult {
		if Self::can_end(id, &report, &programme) {
			return Self::end_report(id, report, programme);
		}
		report.stage = Stage::Decided { until: T::Clock::active() };
		Programmes::<T>::insert(report.product, programme);
		Reports::<T>::insert(id, report);
		Ok(())
	}

	/// End a report: its decision is final. The reward begins to vest, and the rest of the reserved
	/// money is for the other reports. The deposit comes back if the terms give a reward, and is
	/// the reserve's otherwise, unless a case without a choice gave it back before.
	pub(crate) fn end_report(
		id: ReportId,
		mut report: ReportOf<T>,
		mut programme: ProgrammeOf<T>,
	) -> DispatchResult {
		let decided = report.decided.ok_or(Error::<T>::WrongStage)?;
		let Decided { decision, at: since, .. } = decided;
		let by_terms = report.terms.reward_of(decision);
		let reward = by_terms.min(programme.reserved_for(id));
		let freed = programme.end(id, reward).ok_or(Error::<T>::Overflow)?;
		let deposit = core::mem::take(&mut report.deposit);
		let deposit_lost = if by_terms > 0 { 0 } else { deposit };
		match deposit_lost {
			0 => Self::release(&report.reporter, deposit)?,
			_ => Self::lose(&report.reporter, deposit)?,
		}
		let (ended_at, period) = (T::Clock::active(), report.terms.vesting);
		report.decided = Some(Decided { reward, ..decided });
		report.vesting = (reward > 0).then_some(Vesting {
			reward,
			matched: 0,
			collected: 0,
			since,
			ended_at,
			is_match_approved: false,
			period,
			is_revoked: false,
		});
		report.stage = Stage::Ended;
		Self::count(&report);
		Self::deposit_event(Event::ReportEnded {
			report: id,
			decision,
			reward,
			freed,
			deposit_lost,
			since,
			period,
		});
		Self::keep_report(id, report, programme);
		Ok(())
	}

	/// Count a critical bug among the past incidents of its product: one with a reward that is
	/// worth something beside the cover, and not too often. Otherwise a manager could make the
	/// product dearer for good by own reports.
	fn count(report: &ReportOf<T>) {
		let (product, now) = (report.product, T::Clock::active());
		let is_apart = |last: Moment| now >= deadline(last, INCIDENT_INTERVAL);
		if report.is_proof() && LastCounted::<T>::get(product).is_none_or(is_apart) {
			LastCounted::<T>::insert(product, now);
			T::Products::count_incident(product);
		}
	}
}

/// The reporter of a bug and the manager of the programme are parties of the dispute over it.
impl<T: Config> Conflicts<T::AccountId> for Pallet<T> {
	fn is_party(subject: Subject, who: &T::AccountId) -> bool {
		let Subject::Report(id) = subject else { return false };
		let Some(report) = Reports::<T>::get(id) else { return false };
		let manager = Programmes::<T>::get(report.product).map(|programme| programme.manager);
		report.reporter == *who || manager.as_ref() == Some(who)
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads(2)
	}
}
