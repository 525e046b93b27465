// SPDX-License-Identifier: Apache-2.0

//! Plain types: assessors, cases with their rounds and appeals, seats and votes, and the numbers
//! that governance sets.

use breakwater_math::{court, ranking::MAX_CHOICES};
use breakwater_primitives::{Balance, Ballot, Choice, Dispute, Moment, Uri};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// The number of levels on which assessors decide, before the last appeal.
pub const LEVELS: usize = 2;
/// The seats of a panel on each level.
pub const SEATS: [u32; LEVELS] = [31, 63];
/// The most seats of a panel.
pub const MAX_SEATS: u32 = 63;
/// The seats of a panel of each level.
pub const ALL_SEATS: u32 = 94;
/// The panels that are drawn on one level at most before the case goes to the next.
pub const ATTEMPTS: u8 = 3;
/// The points that are drawn for a seat at most, on average over a panel.
pub const DRAWS_PER_SEAT: u32 = 8;
/// The cases that can be open at most.
pub const MAX_CASES: u32 = 64;
/// The open cases on reports of bugs at most. Incidents, whose pools are frozen, never wait for
/// them.
pub const MAX_REPORT_CASES: u32 = MAX_CASES / 4;
/// The epochs between the opening of a case, or of its next round, and the draw. A change of stake
/// or of delegation counts as many epochs later. So the randomness of a draw, which the blocks of
/// the epoch before it make, is not known while anything that decides the draw can still change.
pub const DRAW_DELAY: u32 = 2;
/// The epochs after which a panel for whose draw there is no seed is given up, and the next level
/// decides.
pub const SEED_DEADLINE: u32 = 8;
/// The least part of an appeal's bond that one contribution pays, as a divisor. It bounds the
/// number of contributions.
pub const CONTRIBUTIONS: u128 = 64;

/// The number of a case.
pub type CaseId = u32;
/// The number of a panel.
pub type PanelId = u32;
/// The number of an epoch.
pub type Epoch = u32;
/// The rank of each choice of a ballot by its place. Zero is the best; equal ranks tie.
pub type Ranks = BoundedVec<u8, ConstU32<{ MAX_CHOICES as u32 }>>;

/// Numbers that governance sets. Times are in milliseconds of active time, amounts in units of the
/// native token.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The least stake of an assessor.
	pub least_stake: Balance,
	/// The least sum of all stakes with which assessors decide. Below it the voters do.
	pub least_total: Balance,
	/// The stake of a seat: the most that a seat can lose, and that it can gain from others.
	pub seat_stake: Balance,
	/// The fee of a seat that votes with the outcome. In a case it is no more than its dispute has
	/// paid for each.
	pub seat_fee: Balance,
	/// The part of a panel's seats that one account can have at most.
	pub seat_cap: Permill,
	/// The time in which the seats of a panel commit to their votes.
	pub commit_period: Moment,
	/// The time in which they reveal them.
	pub reveal_period: Moment,
	/// The time in which a decision can be appealed.
	pub appeal_period: Moment,
	/// The time for the other side after an appeal.
	pub response_period: Moment,
	/// The bond of an appeal against a decision of the first level. It doubles with the level.
	pub appeal_bond: Balance,
	/// A panel decides for good on up to this multiple of the stakes of its seats.
	pub finality: u32,
	/// The time after the end of a case in which money of its appeals can be taken.
	pub unclaimed_after: Moment,
}

impl Limits {
	/// The most time for which a decision can be appealed.
	pub fn longest_appeal(&self) -> Moment {
		self.appeal_period.saturating_add(self.response_period)
	}

	/// The most time from the opening of a case to the end of its last panel's votes: all panels of
	/// all levels, each drawn in the last epoch in which it can be, and the appeals between them.
	pub fn longest_voting(&self, epoch: Moment) -> Moment {
		let draw = epoch.saturating_mul(Moment::from(SEED_DEADLINE).saturating_add(1));
		let panel = draw.saturating_add(self.commit_period).saturating_add(self.reveal_period);
		let levels = LEVELS as Moment;
		let panels = panel.saturating_mul(ATTEMPTS.into()).saturating_mul(levels);
		panels.saturating_add(self.longest_appeal().saturating_mul(levels.saturating_sub(1)))
	}
}

/// An amount of native tokens, and the moment of active time from which it can move on.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Timed {
	/// The amount, in units.
	pub amount: Balance,
	/// The moment, in milliseconds.
	pub at: Moment,
}

impl Timed {
	/// Returns the amount with more on top, all of which waits until `at`. `None` if it does not
	/// fit.
	pub fn add(self, amount: Balance, at: Moment) -> Option<Self> {
		Some(Self { amount: self.amount.checked_add(amount)?, at: self.at.max(at) })
	}
}

/// The account that votes for a stake, and the change to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Delegation<AccountId> {
	/// The account before the change. `None`: the assessor votes.
	pub before: Option<AccountId>,
	/// The account after it.
	pub after: Option<AccountId>,
	/// The epoch from which the change acts.
	pub from: Epoch,
}

impl<AccountId> Default for Delegation<AccountId> {
	fn default() -> Self {
		Self { before: None, after: None, from: 0 }
	}
}

impl<AccountId> Delegation<AccountId> {
	/// The account that votes in seats that are drawn in an epoch.
	pub fn at(&self, epoch: Epoch) -> Option<&AccountId> {
		match epoch >= self.from {
			true => self.after.as_ref(),
			false => self.before.as_ref(),
		}
	}
}

/// The seats that an assessor's stake has had, of cases that have ended.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Statistics {
	/// Seats that were drawn, those of open cases included.
	pub drawn: u32,
	/// Seats whose votes put the outcome first, and alone but for choices that few votes told apart
	/// from it. Those without reasons gain nothing.
	pub coherent: u32,
	/// Seats whose votes were not revealed.
	pub absent: u32,
}

/// An assessor. All of the stake is on hold on its account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Assessor<AccountId> {
	/// The place in the tree of stakes.
	pub place: u32,
	/// The stake that the tree holds.
	pub stake: Balance,
	/// New stake, which does not count yet.
	pub arriving: Timed,
	/// Stake on its way out, which counts no longer but answers for seats.
	pub leaving: Timed,
	/// The stakes of all seats.
	pub locked: Balance,
	/// The account that votes for this stake, if it is not the assessor.
	pub delegation: Delegation<AccountId>,
	/// The place where the assessor says how they assess.
	pub uri: Uri,
	/// The seats of this stake.
	pub statistics: Statistics,
}

impl<AccountId> Assessor<AccountId> {
	/// A new assessor without a stake.
	pub fn new(place: u32) -> Self {
		Self {
			place,
			stake: 0,
			arriving: Timed::default(),
			leaving: Timed::default(),
			locked: 0,
			delegation: Delegation::default(),
			uri: Uri::default(),
			statistics: Statistics::default(),
		}
	}

	/// All that is on hold. `None` if it does not fit.
	pub fn held(&self) -> Option<Balance> {
		self.stake.checked_add(self.arriving.amount)?.checked_add(self.leaving.amount)
	}

	/// The stake that is free of seats.
	pub fn free(&self) -> Balance {
		self.held().and_then(|held| held.checked_sub(self.locked)).unwrap_or(0)
	}

	/// True if nothing is on hold.
	pub fn is_empty(&self) -> bool {
		self.held() == Some(0)
	}

	/// The assessor after a loss of what is on hold: first of what leaves or arrives, then of the
	/// stake. `None` if less is there.
	pub fn slashed(mut self, amount: Balance) -> Option<Self> {
		let mut left = amount;
		for part in [&mut self.leaving.amount, &mut self.arriving.amount, &mut self.stake] {
			let taken = left.min(*part);
			*part = part.checked_sub(taken)?;
			left = left.checked_sub(taken)?;
		}
		(left == 0).then_some(self)
	}
}

/// A vote on the choices of a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Vote {
	/// No choice is better than another. It counts as present, and neither gains nor loses.
	#[codec(index = 0)]
	Abstain,
	/// One choice is better than all others.
	#[codec(index = 1)]
	For(Choice),
	/// The rank of each choice in the order of the ballot, zero for the best. Equal ranks tie, and
	/// ranking near copies of a proposal equal costs nothing. A tie of the outcome with a choice
	/// that more than a sixth of the seats put below it gains nothing.
	#[codec(index = 2)]
	Ranked(Ranks),
}

impl Vote {
	/// The ranks that the vote gives to the choices of a ballot. `None` if it does not fit the
	/// ballot.
	pub fn ranks(&self, ballot: Ballot) -> Option<Ranks> {
		let count = usize::try_from(ballot.count()).ok()?;
		match self {
			Vote::Abstain => Ranks::try_from(alloc::vec![0; count]).ok(),
			Vote::For(choice) => {
				ballot.iter().find(|(_, one)| one == choice)?;
				let ranks = ballot.iter().map(|(_, one)| u8::from(one != *choice));
				Ranks::try_from(ranks.collect::<alloc::vec::Vec<_>>()).ok()
			}
			Vote::Ranked(ranks) => (ranks.len() == count).then(|| ranks.clone()),
		}
	}
}

/// True if ranks prefer one choice to another.
pub fn prefers(ranks: &[u8]) -> bool {
	ranks.iter().any(|rank| Some(rank) != ranks.first())
}

/// The state of a seat's vote.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum SeatVote {
	/// No vote yet.
	#[codec(index = 0)]
	Drawn,
	/// The hash of the vote.
	#[codec(index = 1)]
	Committed(H256),
	/// The vote was made known before all had committed, and does not count.
	#[codec(index = 2)]
	Denounced,
	/// The vote.
	#[codec(index = 3)]
	Revealed {
		/// The rank of each choice.
		ranks: Ranks,
		/// True if reasons were given.
		has_reasons: bool,
	},
}

/// The seats of one voter in a panel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Seat<AccountId> {
	/// The assessors whose stakes were drawn, and the number of seats of each: the voter, or those
	/// who delegate to the voter.
	pub stakes: BoundedVec<(AccountId, u32), ConstU32<MAX_SEATS>>,
	/// The vote.
	pub vote: SeatVote,
}

impl<AccountId> Seat<AccountId> {
	/// The number of seats.
	pub fn count(&self) -> u32 {
		self.stakes.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
	}
}

/// A decision of a panel.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Round {
	/// The panel.
	pub panel: PanelId,
	/// The choice by its place on the ballot.
	pub choice: u32,
	/// True if its seats have got what they gain and lose.
	pub is_settled: bool,
}

/// The money for and against a decision. One choice is challenged, and one of the others challenges
/// it once its bond is full.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Appeal {
	/// The bond of each side.
	pub bond: Balance,
	/// The place of the choice that the panel made.
	pub decided: u32,
	/// The place of the choice with a full bond against it.
	pub challenger: Option<u32>,
	/// The money for each choice.
	pub funds: [Balance; MAX_CHOICES],
	/// The money that is left of this appeal.
	pub left: Balance,
	/// The result, once the case has ended.
	pub result: Option<AppealResult>,
}

/// The result of an appeal.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AppealResult {
	/// The place of the side that has won. `None` if none has.
	pub winner: Option<u32>,
	/// The money of the side that has lost for those who paid for the winner.
	pub prize: Balance,
}

impl Appeal {
	/// An appeal without money.
	pub fn new(bond: Balance, decided: u32) -> Self {
		Self { bond, decided, challenger: None, funds: [0; MAX_CHOICES], left: 0, result: None }
	}

	/// The money for a choice.
	pub fn funds_of(&self, place: u32) -> Balance {
		usize::try_from(place).ok().and_then(|place| self.funds.get(place)).copied().unwrap_or(0)
	}

	/// True if a choice takes part: its money is won or lost. Otherwise it comes back.
	pub fn is_side(&self, place: u32) -> bool {
		self.challenger.is_some_and(|challenger| place == challenger || place == self.decided)
	}

	/// The appeal after the end of its case with a choice, and the money that no payer wins: all
	/// that was put up for sides that have lost, less the winners' half of it, as far as their own
	/// bond is full. `None` if a sum does not fit.
	pub fn resolved(mut self, choice: u32) -> Option<(Self, Balance)> {
		let sides = [self.challenger.map(|_| self.decided), self.challenger];
		let winner = sides.into_iter().flatten().find(|side| *side == choice);
		let losers = sides.into_iter().flatten().filter(|side| Some(*side) != winner);
		let lost = losers.map(|side| self.funds_of(side)).try_fold(0, Balance::checked_add)?;
		// In proportion to what the winners have paid: a unit in the last block wins next to
		// nothing.
		let funds = winner.map_or(0, |winner| self.funds_of(winner));
		let prize = breakwater_math::payout::portion(lost / 2, 0, funds, self.bond)?;
		let others = lost.checked_sub(prize)?;
		self.left = self.left.checked_sub(others)?;
		self.result = Some(AppealResult { winner, prize });
		Some((self, others))
	}

	/// The amount due for a contribution to a choice. `None` before the result, or if it does not
	/// fit.
	pub fn due(&self, place: u32, amount: Balance) -> Option<Balance> {
		let result = self.result?;
		match () {
			() if !self.is_side(place) => Some(amount),
			() if Some(place) == result.winner => {
				let funds = self.funds_of(place);
				let share = breakwater_math::payout::portion(result.prize, 0, amount, funds)?;
				amount.checked_add(share)
			}
			() => Some(0),
		}
	}
}

/// The stage of a case. Deadlines are in active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// A panel is to be drawn, [`DRAW_DELAY`] epochs after this one.
	#[codec(index = 0)]
	Draw {
		/// The epoch in which the round was opened.
		since: Epoch,
	},
	/// The seats commit to their votes.
	#[codec(index = 1)]
	Commit {
		/// The panel.
		panel: PanelId,
		/// The deadline.
		until: Moment,
	},
	/// The seats reveal their votes.
	#[codec(index = 2)]
	Reveal {
		/// The panel.
		panel: PanelId,
		/// The deadline.
		until: Moment,
	},
	/// The decision can be appealed.
	#[codec(index = 3)]
	Appeal {
		/// The deadline.
		until: Moment,
	},
	/// The token holders vote on the last appeal. Without a number it waits in line.
	#[codec(index = 4)]
	LastAppeal {
		/// The number of the vote.
		vote: Option<u32>,
	},
	/// The token holders choose, as no panel has decided for good. Without a number it waits for
	/// room.
	#[codec(index = 5)]
	Voters {
		/// The index of the first of their referenda.
		case: Option<u32>,
	},
	/// The case has ended.
	#[codec(index = 6)]
	Ended {
		/// The place of the choice. `None` if neither assessors nor voters have chosen.
		choice: Option<u32>,
		/// The moment of the end.
		at: Moment,
	},
}

/// A dispute on its way through the court.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Case {
	/// The dispute.
	pub dispute: Dispute,
	/// The value at stake when the case was opened, in units of the native token; the largest
	/// number if it is not known.
	pub value: Balance,
	/// The governed numbers of the block that opened the case.
	pub limits: Limits,
	/// The level: 0 for the first panel, 1 for the second.
	pub level: u8,
	/// The panels of this level that made no choice.
	pub failures: u8,
	/// The stage.
	pub stage: Stage,
	/// The decision of each level.
	pub rounds: [Option<Round>; LEVELS],
	/// The appeal against each decision.
	pub appeals: [Option<Appeal>; LEVELS],
	/// True if the outcome was acted on.
	pub is_closed: bool,
}

/// The seats of a panel on a level.
pub fn seats_of(level: u8) -> u32 {
	SEATS.get(usize::from(level)).copied().unwrap_or(MAX_SEATS)
}

impl Case {
	/// A new case.
	pub fn new(dispute: Dispute, value: Balance, limits: Limits, stage: Stage) -> Self {
		Self {
			dispute,
			value,
			limits,
			level: 0,
			failures: 0,
			stage,
			rounds: [None; LEVELS],
			appeals: [None; LEVELS],
			is_closed: false,
		}
	}

	/// The seats of a panel on the case's level.
	pub fn seats(&self) -> u32 {
		seats_of(self.level)
	}

	/// The most points of a draw on the case's level.
	pub fn most_points(&self) -> u32 {
		self.seats().saturating_mul(DRAWS_PER_SEAT)
	}

	/// The most seats of one voter on the case's level.
	pub fn seat_cap(&self) -> u32 {
		court::seat_cap(self.seats(), self.limits.seat_cap)
	}

	/// The decision of the last panel that made one.
	pub fn last_round(&self) -> Option<Round> {
		self.rounds.iter().rev().flatten().next().copied()
	}

	/// The panels that have decided, each with its level.
	fn decisions(&self) -> impl Iterator<Item = (u8, Round)> + '_ {
		(0u8..).zip(&self.rounds).filter_map(|(level, round)| Some((level, (*round)?)))
	}

	/// The last panel that has made a choice, with its level.
	pub fn deciding(&self, choice: u32) -> Option<(u8, PanelId)> {
		let panels = self.decisions().filter(|(_, round)| round.choice == choice);
		panels.last().map(|(level, round)| (level, round.panel))
	}

	/// The panel that gets its gains and losses next after the end with a choice, with its level.
	/// The panel that has made the choice is the last, because its votes say what the others' cost.
	pub fn next_to_settle(&self, choice: u32) -> Option<(u8, PanelId)> {
		let deciding = self.deciding(choice);
		let open = self.decisions().filter(|(_, round)| !round.is_settled);
		open.map(|(level, round)| (level, round.panel)).min_by_key(|panel| Some(*panel) == deciding)
	}

	/// The appeal that is open now.
	pub fn appeal_mut(&mut self) -> Option<&mut Appeal> {
		self.appeals.get_mut(usize::from(self.level))?.as_mut()
	}

	/// True until the case ends.
	pub fn is_open(&self) -> bool {
		!matches!(self.stage, Stage::Ended { .. })
	}
}

/// The seats of a voter, for people to read.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SeatState<AccountId> {
	/// The voter.
	pub who: AccountId,
	/// The number of seats.
	pub seats: u32,
	/// The vote.
	pub vote: SeatVote,
}

/// A case as of a block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CaseState<AccountId> {
	/// The record.
	pub case: Case,
	/// The choices, by their places.
	pub choices: alloc::vec::Vec<Choice>,
	/// The panel that votes, or the last that has.
	pub panel: Option<PanelId>,
	/// Its seats.
	pub seats: alloc::vec::Vec<SeatState<AccountId>>,
}

/// A task of a voter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Task {
	/// Commit to a vote, until the deadline.
	#[codec(index = 0)]
	Commit,
	/// Wait until the deadline, and reveal the vote then.
	#[codec(index = 1)]
	WaitToReveal,
	/// Reveal the vote, until the deadline.
	#[codec(index = 2)]
	Reveal,
	/// Nothing: the stake is locked until the case has ended.
	#[codec(index = 3)]
	WaitForOutcome,
}

/// The seats of an account in a panel, and its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Duty {
	/// The case.
	pub case: CaseId,
	/// The panel.
	pub panel: PanelId,
	/// The number of seats.
	pub seats: u32,
	/// The stake that they lock, in units of the native token.
	pub stake: Balance,
	/// The task.
	pub task: Task,
	/// The deadline, in active time.
	pub until: Option<Moment>,
}

#[cfg(test)]
mod tests;
