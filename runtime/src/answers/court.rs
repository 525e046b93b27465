// SPDX-License-Identifier: Apache-2.0

//! The court: cases, assessors, and what they have to do by when.

use super::{clocks, units::*, MAX_PAGE};
use crate::{cases::Matter, AccountId, Balance, Cases, Court, Runtime};
use alloc::{string::String, vec::Vec};
use breakwater_court::types as raw;
use breakwater_primitives::{Choice, Subject};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// The stage of a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum CaseStage {
	/// A panel is to be drawn.
	#[codec(index = 0)]
	Draw {
		/// The session from which it is drawn.
		session: u32,
	},
	/// The panel commits to its votes (`court.commitVote`).
	#[codec(index = 1)]
	Commit {
		/// The end of this stage.
		until: Deadline,
	},
	/// The panel reveals its votes (`court.revealVote`).
	#[codec(index = 2)]
	Reveal {
		/// The end of this stage.
		until: Deadline,
	},
	/// The decision can be appealed (`court.fundAppeal`).
	#[codec(index = 3)]
	Appeal {
		/// The end of this stage.
		until: Deadline,
	},
	/// The token holders vote on the last appeal, or it waits in line.
	#[codec(index = 4)]
	LastAppeal {
		/// The referendum. None while it waits in line.
		referendum: Option<u32>,
	},
	/// The token holders choose, with a referendum on each choice.
	#[codec(index = 5)]
	Voters,
	/// The case has ended.
	#[codec(index = 6)]
	Ended,
}

impl CaseStage {
	/// Returns the stage of a case.
	pub fn of(case: &raw::Case, clocks: Clocks) -> Self {
		match case.stage {
			raw::Stage::Draw { since } => Self::Draw { session: since.saturating_add(raw::DRAW_DELAY) },
			raw::Stage::Commit { until, .. } => Self::Commit { until: clocks.until_active(until) },
			raw::Stage::Reveal { until, .. } => Self::Reveal { until: clocks.until_active(until) },
			raw::Stage::Appeal { until } => Self::Appeal { until: clocks.until_active(until) },
			raw::Stage::LastAppeal { vote } => Self::LastAppeal { referendum: vote },
			raw::Stage::Voters { .. } => Self::Voters,
			raw::Stage::Ended { .. } => Self::Ended,
		}
	}
}

/// A decision of a panel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PanelDecision {
	/// The panel.
	pub panel: u32,
	/// The choice.
	pub choice: Option<Choice>,
}

/// The money for a choice in an appeal.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AppealSide {
	/// The choice.
	pub choice: Choice,
	/// The money.
	pub funds: Amount,
}

/// An appeal against a decision.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AppealState {
	/// 0 for the appeal against the first panel, 1 for the last appeal.
	pub level: u8,
	/// The bond of each side.
	pub bond: Amount,
	/// The choice that was made.
	pub decided: Option<Choice>,
	/// The choice with a full bond against it.
	pub challenger: Option<Choice>,
	/// The money for each choice.
	pub sides: Vec<AppealSide>,
}

/// A choice of a case of the court.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CaseChoice {
	/// The choice.
	pub choice: Choice,
	/// The referendum on it, if the voters choose.
	pub referendum: Option<u32>,
}

/// A case of the court as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CourtCase {
	/// The case's number.
	pub case: u32,
	/// The subject: an incident, or the report of a bug.
	pub subject: Subject,
	/// The stage, with its deadline.
	pub stage: CaseStage,
	/// The choices, in the order in which a vote ranks them.
	pub choices: Vec<CaseChoice>,
	/// The level: 0 for a panel of 31 seats, 1 for one of 63.
	pub level: u8,
	/// The panels of this level that made no choice.
	pub failures: u8,
	/// The panel that votes, or the last that has.
	pub panel: Option<u32>,
	/// Its voters, with their seats and votes.
	pub seats: Vec<raw::SeatState<AccountId>>,
	/// The decisions of panels.
	pub decisions: Vec<PanelDecision>,
	/// The appeals.
	pub appeals: Vec<AppealState>,
	/// The outcome, once the case has ended. None if neither assessors nor voters have chosen.
	pub outcome: Option<Choice>,
}

impl CourtCase {
	/// Returns a case, or `None` for an unknown one, or one whose record is removed.
	pub fn of(case: u32) -> Option<Self> {
		let state = Court::case_state(case)?;
		let record = state.case;
		let (ballot, subject) = (record.dispute.ballot, record.dispute.subject);
		let at = |place: Option<u32>| place.and_then(|place| ballot.at(place));
		let matter = Matter::Proposals(subject);
		let native = |units: Balance| Asset::of(crate::AssetId::Native).amount(units);
		let appeal = |(level, appeal): (u8, raw::Appeal)| AppealState {
			level,
			bond: native(appeal.bond),
			decided: at(Some(appeal.decided)),
			challenger: at(appeal.challenger),
			sides: ballot
				.iter()
				.map(|(place, choice)| AppealSide { choice, funds: native(appeal.funds_of(place)) })
				.collect(),
		};
		Some(Self {
			case,
			subject,
			stage: CaseStage::of(&record, clocks()),
			choices: state
				.choices
				.into_iter()
				.map(|choice| CaseChoice { choice, referendum: Cases::referendum_on(matter, choice) })
				.collect(),
			level: record.level,
			failures: record.failures,
			panel: state.panel,
			seats: state.seats,
			decisions: record
				.rounds
				.iter()
				.flatten()
				.map(|round| PanelDecision { panel: round.panel, choice: at(Some(round.choice)) })
				.collect(),
			appeals: (0..)
				.zip(record.appeals)
				.filter_map(|(level, one)| Some((level, one?)))
				.map(appeal)
				.collect(),
			outcome: match record.stage {
				raw::Stage::Ended { choice, .. } => at(choice),
				_ => None,
			},
		})
	}

	/// Returns a page of all cases, the newest first.
	pub fn page(after: Option<u32>, limit: u32) -> Page<Self> {
		let end = breakwater_court::NextCase::<Runtime>::get();
		Page::of(falling(after, end), limit, MAX_PAGE, Self::of)
	}
}

/// The seats of an account in a panel, and its task.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DutyState {
	/// The case.
	pub case: u32,
	/// The panel, which a commitment names.
	pub panel: u32,
	/// The number of seats.
	pub seats: u32,
	/// The stake that they lock.
	pub stake: Amount,
	/// The task.
	pub task: raw::Task,
	/// Its deadline.
	pub until: Option<Deadline>,
}

/// An assessor as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AssessorState {
	/// The stake in the draw.
	pub stake: Amount,
	/// New stake that does not count yet.
	pub arriving: Amount,
	/// The time until it can be activated (`court.activate`).
	pub activation: Deadline,
	/// Stake on its way out.
	pub leaving: Amount,
	/// The time until it can be withdrawn (`court.withdraw`).
	pub withdrawal: Deadline,
	/// The stake that open seats lock.
	pub locked: Amount,
	/// The account that votes for this stake. None for the assessor.
	pub voter: Option<AccountId>,
	/// The place where the assessor says how they assess.
	pub uri: String,
	/// Seats that were drawn.
	pub drawn: u32,
	/// Seats whose votes agreed with the outcome.
	pub coherent: u32,
	/// Seats whose votes were not revealed.
	pub absent: u32,
	/// The open seats in which the account votes.
	pub duties: Vec<DutyState>,
}

impl AssessorState {
	/// Returns an assessor, or `None` for another account. A delegate that has left without a stake
	/// is shown as long as it votes.
	pub fn of(who: &AccountId) -> Option<Self> {
		let duties = Court::duties(who.clone());
		let known = breakwater_court::Assessors::<Runtime>::get(who);
		let record = known.or((!duties.is_empty()).then(|| raw::Assessor::new(0)))?;
		let native = |units: Balance| Asset::of(crate::AssetId::Native).amount(units);
		let clocks = clocks();
		let duty = |duty: raw::Duty| DutyState {
			case: duty.case,
			panel: duty.panel,
			seats: duty.seats,
			stake: native(duty.stake),
			task: duty.task,
			until: duty.until.map(|until| clocks.until_active(until)),
		};
		Some(Self {
			stake: native(record.stake),
			arriving: native(record.arriving.amount),
			activation: clocks.until_active(record.arriving.at),
			leaving: native(record.leaving.amount),
			withdrawal: clocks.until_active(record.leaving.at),
			locked: native(record.locked),
			voter: record.delegation.after,
			uri: text(&record.uri),
			drawn: record.statistics.drawn,
			coherent: record.statistics.coherent,
			absent: record.statistics.absent,
			duties: duties.into_iter().map(duty).collect(),
		})
	}
}
