// SPDX-License-Identifier: Apache-2.0

//! The actions about the court: of assessors, of those who appeal, and of referenda.

use super::*;
use crate::tests::panels::{commit_call, reasons, salt_of};
use breakwater_court::types::{Case, CaseId, PanelId, Ranks, SeatVote, Stage, Vote};
use codec::Encode;
use sp_runtime::FixedU128;

/// The assessors of the world, who take part in nothing else. Those who act can stake too.
pub const ASSESSORS: [Who; 6] =
	[Who::AliceStash, Who::BobStash, Who::CharlieStash, Who::DaveStash, Who::EveStash, Who::FerdieStash];

/// Returns the name of an account.
fn name_of(account: &AccountId) -> Option<Who> {
	Who::from_account_id(account)
}

/// Returns mostly one of the assessors.
fn assessor(dice: &mut Dice) -> Who {
	let known = any(dice, breakwater_court::Assessors::<Runtime>::iter_keys());
	let known = known.and_then(|account| name_of(&account));
	known.filter(|_| dice.below(8) > 0).unwrap_or_else(|| dice.who())
}

/// Returns a case, mostly one at a stage.
fn some_case(dice: &mut Dice, fits: impl Fn(&Case) -> bool) -> (CaseId, Option<Case>) {
	let is_any = dice.below(8) == 0;
	let known = breakwater_court::Cases::<Runtime>::iter();
	let found = any(dice, known.filter(|(_, case)| is_any || fits(case)));
	found.map_or((dice.id(), None), |(id, case)| (id, Some(case)))
}

/// The numbers that say how an account votes in a panel, and what most of the panel vote for. They
/// are kept by their hash, so that votes can be revealed.
fn kept(panel: PanelId, who: Option<&AccountId>) -> [u8; 32] {
	sp_io::hashing::blake2_256(&(panel, who).encode())
}

/// Returns the vote of an account: mostly that of most of its panel, as people see the same truth.
fn vote_of(case: &Case, panel: PanelId, who: &AccountId) -> Vote {
	let (own, most) = (kept(panel, Some(who)), kept(panel, None));
	let ballot = case.dispute.ballot;
	let choice = |n: u8| ballot.at(u32::from(n) % ballot.count()).map_or(Vote::Abstain, Vote::For);
	match own[0] % 16 {
		0 => Vote::Abstain,
		1 => Vote::Ranked(Ranks::truncate_from(own[..ballot.count() as usize].to_vec())),
		2 => choice(own[1]),
		_ => choice(most[0]),
	}
}

/// Returns the calls of the accounts with seats: they commit to their votes, and reveal them most
/// of the time. Now and then a vote becomes known too early and is denounced.
pub fn attend(dice: &mut Dice) -> Vec<Act> {
	use breakwater_court::Call as Court;
	let mut acts = Vec::new();
	for (id, case) in breakwater_court::Cases::<Runtime>::iter() {
		let (panel, is_committing) = match case.stage {
			Stage::Commit { panel, .. } => (panel, true),
			Stage::Reveal { panel, .. } => (panel, false),
			_ => continue,
		};
		for (account, seat) in breakwater_court::Seats::<Runtime>::iter_prefix(panel) {
			let Some(who) = name_of(&account) else { continue };
			let (vote, salt) = (vote_of(&case, panel, &account), salt_of(&account));
			// Some never do what they should.
			let is_absent = kept(panel, Some(&account))[2].is_multiple_of(16);
			let (name, call, who): (_, Court<Runtime>, _) = match (is_committing, &seat.vote) {
				(true, SeatVote::Drawn) if !is_absent && dice.below(3) > 0 => {
					let Some(call) = commit_call(id, &account, &vote) else { continue };
					("commit_vote", call, who)
				}
				(true, SeatVote::Committed(_)) if dice.below(100) == 0 => {
					let denounce = Court::denounce_vote { case: id, who: account, vote, salt };
					("denounce_vote", denounce, dice.who())
				}
				(false, SeatVote::Committed(_)) if dice.below(16) > 5 => {
					let reasons = if dice.below(6) > 0 { reasons() } else { None };
					("reveal_vote", Court::reveal_vote { case: id, vote, salt, reasons }, who)
				}
				_ => continue,
			};
			acts.push((name, call.into(), who));
		}
	}
	acts
}

/// Returns a call of an assessor about the own stake.
pub(super) fn hold_seats(dice: &mut Dice) -> Act {
	use breakwater_court::Call as Court;
	let who = assessor(dice);
	let record = breakwater_court::Assessors::<Runtime>::get(who.to_account_id());
	let (name, call, who): (_, Court<Runtime>, _) = match dice.below(11) {
		0..=2 => {
			let who = if dice.below(2) == 0 { dice.who() } else { ASSESSORS[dice.below(6) as usize] };
			let amount = BRKW * Balance::from(400 + dice.below(4_000));
			("stake_in_court", Court::stake { amount }, who)
		}
		3..=5 => {
			let known = breakwater_court::Assessors::<Runtime>::iter();
			let new = any(dice, known.filter(|(_, one)| one.arriving.amount > 0)).map(|(account, _)| account);
			let of = new.unwrap_or_else(|| who.to_account_id());
			("activate_stake", Court::activate { who: of }, dice.who())
		}
		6 => {
			// All of it, or a part.
			let stake = record.map_or(BRKW, |one| one.stake + one.arriving.amount);
			let amount = stake / if dice.below(6) == 0 { 1 } else { 4 + Balance::from(dice.below(30)) };
			("unstake_in_court", Court::unstake { amount }, who)
		}
		7 | 8 => {
			let known = breakwater_court::Assessors::<Runtime>::iter();
			let out = any(dice, known.filter(|(_, one)| one.leaving.amount > 0)).map(|(account, _)| account);
			let of = out.unwrap_or_else(|| who.to_account_id());
			("withdraw_stake", Court::withdraw { who: of }, dice.who())
		}
		9 => {
			let to = (dice.below(2) == 0).then(|| assessor(dice).to_account_id());
			("delegate_seats", Court::delegate { to }, who)
		}
		_ => {
			let uri = Uri::truncate_from(vec![b'a' + dice.below(26) as u8]);
			("set_profile", Court::set_profile { uri }, who)
		}
	};
	(name, call.into(), who)
}

/// Returns the place of a choice that money is put up for, mostly one that can be put against the
/// decision.
fn appealed_place(dice: &mut Dice, case: &Case) -> u32 {
	let decided = case.last_round().map_or(0, |round| round.choice);
	match (dice.below(4), case.rounds[0]) {
		(0, _) => decided,
		(1 | 2, Some(first)) if case.level > 0 => first.choice,
		_ => {
			(decided + 1 + dice.below(u64::from(case.dispute.ballot.count())) as u32)
				% case.dispute.ballot.count()
		}
	}
}

/// Returns a payment for or against a decision that can be appealed.
pub(super) fn appeal(dice: &mut Dice) -> Act {
	use breakwater_court::Call as Court;
	let (case, record) = some_case(dice, |case| matches!(case.stage, Stage::Appeal { .. }));
	let choice = record.and_then(|record| record.dispute.ballot.at(appealed_place(dice, &record)));
	// Mostly all of it. A part of it is at least a 64th.
	let amount = if dice.below(4) > 0 { Balance::MAX } else { BRKW * Balance::from(dice.below(200)) };
	let choice = choice.unwrap_or(Choice::NotCovered);
	("fund_appeal", Court::fund_appeal { case, choice, amount }.into(), dice.who())
}

/// True if a decision can be appealed.
pub(super) fn is_appealable() -> bool {
	let mut cases = breakwater_court::Cases::<Runtime>::iter_values();
	cases.any(|case| matches!(case.stage, Stage::Appeal { .. }))
}

/// Returns a call that any account may make about a case.
pub(super) fn plead(dice: &mut Dice) -> Act {
	use breakwater_court::Call as Court;
	let (name, call): (_, Court<Runtime>) = match dice.below(6) {
		0 => {
			let is_early = |case: &Case| matches!(case.stage, Stage::Draw { .. } | Stage::Commit { .. });
			let case = some_case(dice, is_early).0;
			(
				"submit_evidence",
				Court::submit_evidence { case, hash: Default::default(), uri: Uri::default() },
			)
		}
		1 | 2 => {
			let due = any(dice, breakwater_court::Contributions::<Runtime>::iter_keys());
			let (case, level, who, _) = due.unwrap_or((0, 0, dice.who().to_account_id(), 0));
			("collect_appeal", Court::collect { case, level, who })
		}
		3 | 4 => ("process_case", Court::process { case: some_case(dice, |_| true).0 }),
		_ => return appeal(dice),
	};
	(name, call.into(), dice.who())
}

/// Returns a call of a referendum about the court.
pub(super) fn rule_court(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use crate::dynamic_params::court::{CourtStake, Parameters};
	use breakwater_court::Call as Court;
	match dice.below(4) {
		0 => {
			let (case, record) = some_case(dice, |case| matches!(case.stage, Stage::LastAppeal { .. }));
			let first = record.and_then(|record| record.dispute.ballot.at(record.rounds[0]?.choice));
			let choice = first.unwrap_or(Choice::NotCovered);
			("restore_choice", Court::restore_choice { case, choice }.into())
		}
		1 => ("court_stake", {
			// Now and then more than there is, so that the voters choose.
			let least = if dice.below(6) == 0 { 1_000_000 } else { 20_000 };
			let value = Parameters::CourtStake(CourtStake, Some(least * BRKW));
			pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Court(value) }.into()
		}),
		_ => ("set_asset_value", {
			// A thousandth of a BRKW for a USDB, or a BRKW: then no panel decides for good.
			let value = [None, Some(1_000), Some(10_000), Some(1_000_000)][dice.below(4) as usize];
			Court::set_asset_value { asset: USDB, value: value.map(FixedU128::from_u32) }.into()
		}),
	}
}
