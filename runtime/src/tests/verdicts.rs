// SPDX-License-Identifier: Apache-2.0

//! The verdicts that claims have to come to, through the court with assessors who were drawn: the
//! payments of each policy, and the bonds of reporter and proposers, to the unit.

use super::{
	assessed::{assessed_buy, assessed_listing, open_call, phase, Table},
	env::*,
	panels::*,
};
use crate::{constants::*, *};
use breakwater_assessment::Event as Assessed;
use breakwater_claims::Error as Claim;
use breakwater_court::types::Stage;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::DispatchError;

/// The accounts that propose, in their order.
const PROPOSERS: [Who; 3] = [Who::Charlie, Who::BobStash, Who::AliceStash];
/// The holders of policies 1 to 3, on the insured accounts of keys 0 to 2.
const HOLDERS: [Who; 3] = [Who::Dave, Who::Eve, Who::Bob];

/// The result of a claim: the payment in units, or the reason of its refusal.
type Paid = Result<Balance, DispatchError>;

/// A verdict: the losses of the insured accounts from key 0 on, in units, or "not covered".
type Told = Option<&'static [Balance]>;

/// A case and its right end.
struct Row {
	name: &'static str,
	proposals: &'static [Told],
	/// The choice that the panel makes.
	truth: Choice,
	/// The claims of the three holders under the true verdict.
	paid: [Paid; 3],
}

fn refused(reason: Claim<Runtime>) -> Paid {
	Err(reason.into())
}

/// Without an incident that is upheld there are no claims.
fn no_window() -> [Paid; 3] {
	[0; 3].map(|_| refused(Claim::NoClaimWindow))
}

/// Holders bear a tenth of a loss, and 500 USDB of the rest. Dave's cover is 10,000 USDB, Eve's
/// 20,000. Bob has bought 5,000 within the hour after the event.
fn rows() -> [Row; 11] {
	[
		Row {
			name: "cover bought after the event",
			proposals: &[Some(&[4_000 * USD, 0, 3_000 * USD]), None],
			truth: Choice::Proposal(0),
			paid: [Ok(3_100 * USD), refused(Claim::NothingLeft), refused(Claim::NotCovered)],
		},
		Row {
			name: "insured account that is not in the table",
			proposals: &[Some(&[4_000 * USD]), Some(&[4_000 * USD, 9_000 * USD])],
			truth: Choice::Proposal(0),
			paid: [Ok(3_100 * USD), refused(Claim::NotInTable), refused(Claim::NotInTable)],
		},
		Row {
			name: "insured account with a loss of zero",
			proposals: &[Some(&[4_000 * USD, 9_000 * USD]), Some(&[4_000 * USD, 0])],
			truth: Choice::Proposal(1),
			paid: [Ok(3_100 * USD), refused(Claim::NothingLeft), refused(Claim::NotInTable)],
		},
		Row {
			name: "loss below the deductible",
			proposals: &[Some(&[500 * USD, 20_000 * USD]), None],
			truth: Choice::Proposal(0),
			paid: [refused(Claim::NotCovered), Ok(17_500 * USD), refused(Claim::NotInTable)],
		},
		Row {
			// Nine tenths of it are the deductible and a unit.
			name: "loss a unit above the deductible",
			proposals: &[Some(&[555_555_557, 555_555_556]), None],
			truth: Choice::Proposal(0),
			paid: [Ok(1), refused(Claim::NotCovered), refused(Claim::NotInTable)],
		},
		Row {
			name: "report of an event that has not happened yet",
			proposals: &[Some(&[4_000 * USD, 9_000 * USD]), None],
			truth: Choice::Proposal(1),
			paid: no_window(),
		},
		Row {
			name: "amount above the loss",
			proposals: &[Some(&[10_000 * USD, 20_000 * USD]), Some(&[4_000 * USD, 10_000 * USD])],
			truth: Choice::Proposal(1),
			paid: [Ok(3_100 * USD), Ok(8_500 * USD), refused(Claim::NotInTable)],
		},
		Row {
			name: "loss above the cover",
			proposals: &[Some(&[30_000 * USD, 0]), None],
			truth: Choice::Proposal(0),
			paid: [Ok(10_000 * USD), refused(Claim::NothingLeft), refused(Claim::NotInTable)],
		},
		Row {
			// 2,500 of 4,000 came back by other ways.
			name: "loss that is reimbursed already",
			proposals: &[Some(&[4_000 * USD, 10_000 * USD]), Some(&[1_500 * USD, 0])],
			truth: Choice::Proposal(1),
			paid: [Ok(850 * USD), refused(Claim::NothingLeft), refused(Claim::NotInTable)],
		},
		Row {
			name: "wrong first proposal that a second one corrects",
			proposals: &[None, Some(&[4_000 * USD, 10_000 * USD]), Some(&[4_000 * USD, 10_001 * USD])],
			truth: Choice::Proposal(1),
			paid: [Ok(3_100 * USD), Ok(8_500 * USD), refused(Claim::NotInTable)],
		},
		Row {
			name: "not covered, as no proposal says",
			proposals: &[Some(&[4_000 * USD]), Some(&[4_000 * USD, 10_000 * USD])],
			truth: Choice::NotCovered,
			paid: no_window(),
		},
	]
}

/// Returns the chain before the report, and the moment of the event.
fn scene() -> (Env, Moment) {
	let mut listing = assessed_listing();
	(listing.terms.deductible, listing.terms.min_cover) = (500 * USD, 1_000 * USD);
	let mut env = chain(listing);
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(assessed_buy(1, 5_000 * USD, 2), Who::Bob));
	env.pass_time_with_price(2 * DAY, 1_000);
	(env, occurred_at)
}

fn verdict(told: Told, occurred_at: Moment) -> Verdict {
	told.map_or(Verdict::NotCovered, |losses| Table(losses.to_vec()).verdict(occurred_at))
}

fn lost_bonds(env: &mut Env) -> Balance {
	env.run(|| breakwater_reserve::Books::<Runtime>::get(USDB)).received.lost_bonds
}

/// A claim of the holder of key `n`. Without an entry of its own it shows the first.
fn claim(env: &mut Env, losses: &[Balance], n: usize) -> Paid {
	let (table, policy) = (Table(losses.to_vec()), n as PolicyId + 1);
	let entry = if n < losses.len() { n } else { 0 };
	let before = env.usd(HOLDERS[n]);
	let call = env.run(|| table.claim_call(0, policy, entry as u8));
	env.submit(call, Who::Ferdie).map(|()| env.usd(HOLDERS[n]) - before)
}

/// Plays a row to the end of its claims.
fn play(mut env: Env, occurred_at: Moment, row: &Row) {
	let name = row.name;
	let purses = PROPOSERS.map(|who| env.usd(who));
	let tokens = PROPOSERS.map(|who| env.balance(AssetId::Native, &who.to_account_id()));
	let (reporter, reserve) = (env.usd(Who::Ferdie), lost_bonds(&mut env));
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let report_bond = reporter - env.usd(Who::Ferdie);
	for (told, who) in row.proposals.iter().zip(PROPOSERS) {
		assert_ok!(env.submit(propose_call(0, verdict(*told, occurred_at)), who));
	}
	// Each challenge pays the fees of the seats that it can call.
	let paid = [0, 1, 2].map(|n| tokens[n] - env.balance(AssetId::Native, &PROPOSERS[n].to_account_id()));
	let charge = |n: usize| if (1..row.proposals.len()).contains(&n) { 94 * 300 * MILLI_BRKW } else { 0 };
	assert_eq!(paid, [0, 1, 2].map(charge), "{name}: the fees of the court");
	let bonds: Vec<_> = PROPOSERS.iter().zip(purses).map(|(who, had)| had - env.usd(*who)).collect();
	env.pass_time(2 * DAY);
	env.pass_blocks(4);
	let Phase::Case { case: id, .. } = phase(&mut env) else { panic!("{name}: no case") };
	env.take_events();
	decide(&mut env, id, row.truth);
	end_appeal(&mut env, id);
	env.pass_blocks(4);
	let is_ended = |stage| matches!(stage, Stage::Ended { choice: Some(_), .. });
	let ended = env.run(|| breakwater_court::Cases::<Runtime>::get(id));
	assert!(ended.is_none_or(|case| is_ended(case.stage)), "{name}");

	// The bonds. The odd unit of a lost one is the reserve's.
	let accepted = match row.truth {
		Choice::Proposal(number) => Some(number as usize),
		Choice::NotCovered => None,
	};
	let is_covered = accepted.is_some_and(|number| row.proposals[number].is_some());
	let lost = |number: usize| if Some(number) == accepted { 0 } else { bonds[number] };
	let won: Balance = match accepted {
		Some(_) => (0..bonds.len()).map(|number| lost(number) / 2).sum(),
		None => 0,
	};
	for (number, who) in PROPOSERS.into_iter().enumerate() {
		let gained = if Some(number) == accepted { won } else { 0 };
		assert_eq!(env.usd(who), purses[number] + gained - lost(number), "{name}: proposer {number}");
	}
	let report_lost = if is_covered { 0 } else { report_bond };
	assert_eq!(env.usd(Who::Ferdie), reporter - report_lost, "{name}: the reporter");
	let to_pools = report_lost / 2;
	let all: Balance = (0..bonds.len()).map(lost).sum::<Balance>() + report_lost;
	assert_eq!(lost_bonds(&mut env) - reserve, all - won - to_pools, "{name}: the reserve");
	let of_report = env.take_events().into_iter().find_map(|event| match event {
		RuntimeEvent::Assessment(Assessed::BondLost { who, to_other, .. })
			if who == Who::Ferdie.to_account_id() =>
		{
			Some(to_other)
		}
		_ => None,
	});
	assert_eq!(of_report, (!is_covered).then_some(to_pools), "{name}: the frozen pools");

	// The claims. No other table counts.
	let is_claiming = matches!(phase(&mut env), Phase::Claiming { .. });
	assert_eq!((is_claiming, phase(&mut env) == Phase::Rejected), (is_covered, !is_covered), "{name}");
	let others = (0..).zip(row.proposals).filter(|(number, _)| Some(*number) != accepted);
	for losses in others.filter_map(|(_, told)| *told) {
		let reason = if is_covered { Claim::NotInTable } else { Claim::NoClaimWindow };
		let was = claim(&mut env, losses, losses.len() - 1);
		assert_eq!(was, refused(reason), "{name}: another table");
	}
	let told = accepted.and_then(|number| row.proposals[number]).unwrap_or(&[1]);
	for (n, paid) in row.paid.iter().enumerate() {
		let was = claim(&mut env, told, n);
		assert_eq!(was, *paid, "{name}: {:?}", HOLDERS[n]);
	}
	env.pass_time(15 * DAY);
	let last = if is_covered { Phase::Paid } else { Phase::Rejected };
	assert_eq!(phase(&mut env), last, "{name}");
}

#[test]
fn verdicts_should_pay_what_is_true_to_the_unit() {
	let (mut env, occurred_at) = scene();
	for row in rows() {
		play(env.fork(), occurred_at, &row);
	}
}

/// A report that names a moment to come is refused and takes no bond. One that names a moment of
/// the past for an event that has not happened is "not covered", see the table, and costs its bond.
#[test]
fn report_should_be_refused_without_a_bond_when_its_event_lies_in_the_future() {
	let (mut env, _) = scene();
	let before = env.usd(Who::Ferdie);
	let to_come = env.now() + 1;
	let not_yet = breakwater_assessment::Error::<Runtime>::NotYet;
	assert_eq!(env.submit(open_call(1, to_come), Who::Ferdie), Err(not_yet.into()));
	assert_eq!(env.usd(Who::Ferdie), before);
	assert_ok!(env.submit(assessed_buy(1, 1_000 * USD, 3), Who::Ferdie));
	env.pass_blocks(1);
}
