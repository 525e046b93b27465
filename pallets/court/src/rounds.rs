// SPDX-License-Identifier: Apache-2.0

//! The steps of a case: panels, decisions, appeals, the voters, and its end.

use crate::*;
use breakwater_math::court;
use frame_support::{dispatch::DispatchResult, traits::Get, weights::WeightMeter};
use sp_runtime::DispatchError;

/// A step that was taken, or the reason why there is none.
pub(crate) type Step = Result<bool, DispatchError>;

impl<T: Config> Pallet<T> {
	/// Take the next step of a case if it is due. Returns true if one was taken. An error changes
	/// nothing: the step is tried again later.
	pub(crate) fn step(id: CaseId, mut case: Case, meter: &mut WeightMeter) -> Step {
		let now = T::Clock::active();
		let is_stepped = match case.stage {
			Stage::Draw { since } => Self::draw_panel(id, &mut case, since, meter)?,
			Stage::Commit { panel, until } if now >= until => {
				charge(meter, T::WeightInfo::begin_reveal());
				let until = deadline(now, case.limits.reveal_period);
				case.stage = Stage::Reveal { panel, until };
				Self::deposit_event(Event::RevealBegun { case: id, panel, until });
				true
			}
			Stage::Reveal { panel, until } if now >= until => Self::decide(id, &mut case, panel, meter)?,
			Stage::Appeal { until } if now >= until => {
				charge(meter, T::WeightInfo::begin_reveal());
				Self::end_appeal(id, &mut case, meter)?;
				true
			}
			Stage::LastAppeal { vote } => Self::follow_last_appeal(id, &mut case, vote, meter)?,
			Stage::Voters { case: number } => Self::follow_voters(id, &mut case, number, meter)?,
			Stage::Ended { choice, at } => return Self::wind_up(id, case, (choice, at), meter),
			_ => false,
		};
		if is_stepped {
			Cases::<T>::insert(id, case);
		}
		Ok(is_stepped)
	}

	/// Draw the panel of a round that was opened in epoch `since`.
	fn draw_panel(id: CaseId, case: &mut Case, since: Epoch, meter: &mut WeightMeter) -> Step {
		let (level, epoch) = (case.level, T::Seed::epoch());
		if epoch < since.saturating_add(DRAW_DELAY) {
			return Ok(false);
		}
		let Some(seed) = T::Seed::seed() else {
			let is_late = epoch >= since.saturating_add(SEED_DEADLINE);
			if is_late {
				charge(meter, T::WeightInfo::begin_reveal());
				Self::deposit_event(Event::PanelNotDrawn { case: id, level, seats: 0 });
				Self::next_level(case);
			}
			charge(meter, T::DbWeight::get().reads(2));
			return Ok(is_late);
		};
		let panel = NextPanel::<T>::get();
		let drawn = Self::draw((id, case), seed, case.most_points());
		charge(meter, Self::draw_weight(drawn.points, drawn.count, drawn.accounts));
		if drawn.count < court::quorum(case.seats()) {
			Self::deposit_event(Event::PanelNotDrawn { case: id, level, seats: drawn.count });
			Self::next_level(case);
			return Ok(true);
		}
		let until = deadline(T::Clock::active(), case.limits.commit_period);
		let seats = drawn.seats.iter().map(|(voter, seat)| (voter.clone(), seat.count())).collect();
		Self::seat_panel(id, case, panel, drawn.seats)?;
		NextPanel::<T>::put(panel.saturating_add(1));
		case.stage = Stage::Commit { panel, until };
		Self::deposit_event(Event::PanelDrawn { case: id, level, panel, seats, until });
		Ok(true)
	}

	/// Count the votes of a panel, and act on its decision.
	fn decide(id: CaseId, case: &mut Case, panel: PanelId, meter: &mut WeightMeter) -> Step {
		charge(meter, T::WeightInfo::decide(case.seats()));
		let count = Self::count_votes(case, case.level, panel).ok_or(Error::<T>::Overflow)?;
		let (votes, present) = (count.votes(), Self::count_present(panel));
		let (least, quorum) = (court::least_votes(case.seats()), court::quorum(case.seats()));
		let is_enough = present >= quorum && votes >= least;
		let place = count.choice().filter(|_| is_enough).and_then(|place| u32::try_from(place).ok());
		let Some(place) = place else {
			charge(meter, Self::settle_weight(case.seats()));
			Self::deposit_event(Event::PanelFailed { case: id, panel, present, votes });
			Self::settle_panel((id, case), panel, None)?;
			case.failures = case.failures.saturating_add(1);
			match case.failures < ATTEMPTS {
				true => case.stage = Stage::Draw { since: T::Seed::epoch() },
				false => Self::next_level(case),
			}
			return Ok(true);
		};
		let level = case.level;
		if let Some(slot) = case.rounds.get_mut(usize::from(level)) {
			*slot = Some(Round { panel, choice: place, is_settled: false });
		}
		let appeal_until = Self::follow_decision(id, case, place, meter)?;
		let choice = case.dispute.ballot.at(place).ok_or(Error::<T>::UnknownChoice)?;
		Self::deposit_event(Event::Decided { case: id, level, panel, choice, votes, appeal_until });
		Ok(true)
	}

	/// The stage after a decision: an appeal, the next level if too much is at stake for this
	/// panel, or the end. Returns the end of the time to appeal.
	fn follow_decision(
		id: CaseId,
		case: &mut Case,
		place: u32,
		meter: &mut WeightMeter,
	) -> Result<Option<Moment>, DispatchError> {
		let Limits { seat_stake, finality, .. } = case.limits;
		let is_final = court::is_final(case.value, seat_stake, case.seats(), finality);
		let earlier = case.rounds.first().copied().flatten().filter(|_| case.level > 0);
		Ok(match (case.level, earlier) {
			(0, _) if is_final => Some(Self::open_appeal(case, place)),
			(0, _) => {
				Self::begin_level(case, 1);
				None
			}
			(_, Some(earlier)) if earlier.choice != place && is_final => Some(Self::open_appeal(case, place)),
			(_, Some(earlier)) if earlier.choice != place => {
				Self::queue_last_appeal(id, case, meter);
				None
			}
			// No panel has decided before, and this one cannot decide on so much.
			(_, None) if !is_final => {
				case.stage = Stage::Voters { case: None };
				None
			}
			// No other choice could be restored.
			_ => {
				Self::end(id, case, Some(place), meter)?;
				None
			}
		})
	}

	/// Begin the panels of a level.
	fn begin_level(case: &mut Case, level: u8) {
		(case.level, case.failures) = (level, 0);
		case.stage = Stage::Draw { since: T::Seed::epoch() };
	}

	/// Leave a level on which no panel has made a choice. After the second the token holders
	/// choose, also where the first has decided: it was appealed, or more is at stake than it can
	/// decide on.
	fn next_level(case: &mut Case) {
		match case.level {
			0 => Self::begin_level(case, 1),
			_ => case.stage = Stage::Voters { case: None },
		}
	}

	/// End the time to appeal.
	fn end_appeal(id: CaseId, case: &mut Case, meter: &mut WeightMeter) -> DispatchResult {
		let round = case.last_round().ok_or(Error::<T>::NotInAppeal)?;
		let is_appealed = case.appeal_mut().is_some_and(|appeal| appeal.challenger.is_some());
		match (is_appealed, case.level) {
			(false, _) => Self::end(id, case, Some(round.choice), meter)?,
			(true, 0) => Self::begin_level(case, 1),
			(true, _) => Self::queue_last_appeal(id, case, meter),
		}
		Ok(())
	}

	/// Put a case in line for its last appeal.
	fn queue_last_appeal(id: CaseId, case: &mut Case, meter: &mut WeightMeter) {
		charge(meter, T::DbWeight::get().reads_writes(1, 1));
		case.stage = Stage::LastAppeal { vote: None };
		// There is a place for each open case. Incidents, whose pools are frozen, stand before
		// reports.
		let is_report = matches!(case.dispute.subject, Subject::Report(_));
		let ahead = AppealLine::<T>::mutate(|line| {
			let ahead = line.partition_point(|(_, other)| is_report || !other);
			let _ = line.try_insert(ahead, (id, is_report));
			ahead
		});
		let ahead = u32::try_from(ahead).unwrap_or(u32::MAX);
		Self::deposit_event(Event::LastAppealQueued { case: id, ahead });
	}

	/// Open the vote on the last appeal of the first case in line, or act on its result.
	fn follow_last_appeal(id: CaseId, case: &mut Case, vote: Option<u32>, meter: &mut WeightMeter) -> Step {
		charge(meter, T::DbWeight::get().reads(2));
		let [Some(first), Some(last)] = case.rounds else { return Err(Error::<T>::NotInAppeal.into()) };
		let Some(vote) = vote else {
			if AppealLine::<T>::get().first().is_none_or(|(first, _)| *first != id) {
				return Ok(false);
			}
			charge(meter, T::FinalAppeal::appeal_weight());
			let choice = case.dispute.ballot.at(first.choice).ok_or(Error::<T>::UnknownChoice)?;
			let subject = case.dispute.subject;
			let Ok(vote) = T::FinalAppeal::open_appeal(id, subject, choice) else { return Ok(false) };
			charge(meter, T::DbWeight::get().writes(2));
			AppealLine::<T>::mutate(|line| line.retain(|(other, _)| *other != id));
			case.stage = Stage::LastAppeal { vote: Some(vote) };
			Self::deposit_event(Event::LastAppealOpened { case: id, vote, choice });
			return Ok(true);
		};
		let Some(is_granted) = T::FinalAppeal::is_granted(vote) else { return Ok(false) };
		charge(meter, T::FinalAppeal::appeal_weight());
		T::FinalAppeal::close_appeal(vote);
		Self::end(id, case, Some(if is_granted { first.choice } else { last.choice }), meter)?;
		Ok(true)
	}

	/// Ask the voters to choose, or act on their choice.
	fn follow_voters(id: CaseId, case: &mut Case, number: Option<u32>, meter: &mut WeightMeter) -> Step {
		let ballot = case.dispute.ballot;
		// The list of questions, and what a refused one looks at.
		charge(meter, T::DbWeight::get().reads(4));
		let Some(number) = number else {
			let Ok(number) = Self::ask_voters(id, case, meter) else { return Ok(false) };
			charge(meter, T::DbWeight::get().writes(1));
			case.stage = Stage::Voters { case: Some(number) };
			return Ok(true);
		};
		let Some(outcome) = T::Voters::outcome(number) else { return Ok(false) };
		charge(meter, T::Voters::closing_weight(ballot.count()));
		T::Voters::close(number);
		let chosen = ballot.iter().find(|(_, one)| outcome.choice == Some(*one)).map(|(place, _)| place);
		if chosen.is_none() {
			// No one has decided the appeal.
			case.appeals.iter_mut().flatten().for_each(|appeal| appeal.challenger = None);
		}
		let earlier = case.last_round().map(|round| round.choice);
		Self::end(id, case, chosen.or(earlier), meter)?;
		Ok(true)
	}

	/// Open a case of the voters.
	pub(crate) fn ask_voters(id: CaseId, case: &Case, meter: &mut WeightMeter) -> Result<u32, DispatchError> {
		let number = T::Voters::begin(case.dispute.clone())?;
		charge(meter, T::Voters::weight(case.dispute.ballot.count()));
		Self::deposit_event(Event::VotersAsked { case: id, number });
		Ok(number)
	}

	/// End a case with the place of its choice. The money of its appeals is divided.
	pub(crate) fn end(
		id: CaseId,
		case: &mut Case,
		choice: Option<u32>,
		meter: &mut WeightMeter,
	) -> DispatchResult {
		charge(meter, T::WeightInfo::end_case());
		if let Some(place) = choice {
			Self::resolve_appeals(id, case, place)?;
		}
		case.stage = Stage::Ended { choice, at: T::Clock::active() };
		Self::count_case(case.dispute.subject, false);
		let choice = choice.and_then(|place| case.dispute.ballot.at(place));
		Self::deposit_event(Event::CaseEnded { case: id, choice });
		Ok(())
	}

	/// Count a case that is opened or has ended.
	pub(crate) fn count_case(subject: Subject, is_opened: bool) {
		OpenCases::<T>::mutate(|(all, reports)| {
			let of_reports = matches!(subject, Subject::Report(_));
			for (count, counts) in [(all, true), (reports, of_reports)] {
				let step = u32::from(counts);
				*count = if is_opened { count.saturating_add(step) } else { count.saturating_sub(step) };
			}
		});
	}

	/// Settle one panel of a case that has ended, or remove its record. The votes of the panel that
	/// has chosen the outcome say what those of the others cost. If only the token holders have
	/// chosen it, each panel's own votes say it.
	fn wind_up(
		id: CaseId,
		mut case: Case,
		(choice, at): (Option<u32>, Moment),
		meter: &mut WeightMeter,
	) -> Step {
		let next = choice.and_then(|choice| Some((choice, case.next_to_settle(choice)?)));
		let Some((choice, (level, panel))) = next else {
			return Self::remove_case(id, case, at, meter);
		};
		charge(meter, Self::decide_weight(MAX_SEATS));
		let (deciding, votes_of) = case.deciding(choice).unwrap_or((level, panel));
		let count = Self::count_votes(&case, deciding, votes_of).ok_or(Error::<T>::Overflow)?;
		if let Some(round) = case.rounds.iter_mut().flatten().find(|round| round.panel == panel) {
			round.is_settled = true;
		}
		Self::settle_panel((id, &case), panel, Some((choice, count)))?;
		Cases::<T>::insert(id, case);
		Ok(true)
	}

	/// Remove a case that was acted on, once the money of its appeals is taken or its time is over.
	/// What is left of it is given away in the step that removes the record, once.
	fn remove_case(id: CaseId, case: Case, at: Moment, meter: &mut WeightMeter) -> Step {
		if !case.is_closed {
			return Ok(false);
		}
		let is_over = T::Clock::active() >= deadline(at, case.limits.unclaimed_after);
		for level in (0u8..).zip(&case.appeals).filter_map(|(level, appeal)| appeal.map(|_| level)) {
			charge(meter, T::DbWeight::get().reads(1));
			let is_left = || Contributions::<T>::iter_key_prefix((id, level)).next().is_some();
			if !is_left() {
				continue;
			}
			if !is_over {
				return Ok(false);
			}
			charge(meter, T::WeightInfo::sweep(SWEPT));
			Contributions::<T>::drain_prefix((id, level)).take(SWEPT as usize).for_each(drop);
			if is_left() {
				return Ok(true);
			}
		}
		charge(meter, T::WeightInfo::sweep(0));
		for (level, appeal) in (0u8..).zip(&case.appeals) {
			let Some(amount) = appeal.map(|appeal| appeal.left).filter(|left| *left > 0) else { continue };
			charge(meter, T::WeightInfo::charge());
			Self::give_away(amount, Source::Unclaimed)?;
			Self::deposit_event(Event::AppealSwept { case: id, level, amount });
		}
		Cases::<T>::remove(id);
		Self::deposit_event(Event::CaseRemoved { case: id });
		Ok(true)
	}
}

/// The contributions that one step removes.
pub(crate) const SWEPT: u32 = 64;
