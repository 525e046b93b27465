// SPDX-License-Identifier: Apache-2.0

//! The court on the real runtime: whole cases from the report to the payment, the last appeal
//! before the voters, the parties of disputes, the fees of seats, and the commitments of scripts.

use super::{
	assessed::{assessed_buy, assessed_listing, open_call, phase, Table},
	bounties,
	env::*,
	panels::*,
};
use crate::{
	cases::{Matter, OpenCase, MAX_APPEALS},
	constants::*,
	*,
};
use breakwater_court::{types::*, Call, Event};
use breakwater_primitives::*;
use codec::Decode;
use frame_support::{
	assert_ok,
	traits::{Bounded, Get, QueryPreimage},
};
use pallet_democracy::{AccountVote, Conviction, ReferendumInfo, ReferendumInfoOf, Vote as Voted};
use sp_core::{crypto::Ss58Codec, H256};
use sp_runtime::DispatchError;

const TRUTH: Choice = Choice::Proposal(0);
const FALSE: Choice = Choice::Proposal(1);

fn truth() -> Table {
	Table(vec![4_000 * USD, 10_000 * USD])
}

/// Ferdie reports an incident. Charlie proposes what is true, and Bob what is not.
fn report(env: &mut Env) {
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let told = Table(vec![10_000 * USD, 0]);
	assert_ok!(env.submit(propose_call(0, truth().verdict(occurred_at)), Who::Charlie));
	assert_ok!(env.submit(propose_call(0, told.verdict(occurred_at)), Who::Bob));
}

/// Passes the time to challenge. Returns the case of the court that begins then.
fn begin(env: &mut Env) -> CaseId {
	env.pass_time(2 * DAY);
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Assessment(breakwater_assessment::Event::CaseBegun { .. }))
	});
	let Phase::Case { case, choices } = phase(env) else { panic!("no case") };
	assert_eq!(choices, 3);
	case
}

/// The events of the court since the last time.
fn events(env: &mut Env) -> Vec<Event<Runtime>> {
	let of_court = |event| match event {
		RuntimeEvent::Court(event) => Some(event),
		_ => None,
	};
	env.take_events().into_iter().filter_map(of_court).collect()
}

fn native(env: &mut Env, who: Who) -> Balance {
	env.balance(AssetId::Native, &who.to_account_id())
}

/// A case whose last appeal is open: the first panel has chosen the truth, and the second one has
/// not.
fn appealed() -> (Env, CaseId) {
	let mut env = chain(assessed_listing());
	report(&mut env);
	let id = begin(&mut env);
	decide(&mut env, id, TRUTH);
	fund(&mut env, id, FALSE, Who::Bob);
	end_appeal(&mut env, id);
	decide(&mut env, id, FALSE);
	fund(&mut env, id, TRUTH, Who::Charlie);
	end_appeal(&mut env, id);
	(env, id)
}

fn ballot(aye: bool, balance: Balance) -> AccountVote<Balance> {
	AccountVote::Standard { vote: Voted { aye, conviction: Conviction::Locked1x }, balance }
}

fn cast(env: &mut Env, ref_index: u32, who: Who, aye: bool, balance: Balance) {
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index, vote: ballot(aye, balance) }, who));
}

/// Returns the call that a referendum is on, read as wallets do.
fn read(env: &mut Env, index: u32) -> Option<RuntimeCall> {
	env.run(|| {
		let ReferendumInfo::Ongoing(status) = ReferendumInfoOf::<Runtime>::get(index)? else { return None };
		let Bounded::Lookup { hash, len } = status.proposal else { return None };
		let bytes = pallet_preimage::PreimageFor::<Runtime>::get((hash, len))?;
		RuntimeCall::decode(&mut &bytes[..]).ok()
	})
}

fn restore(id: CaseId) -> RuntimeCall {
	Call::restore_choice { case: id, choice: TRUTH }.into()
}

fn is_noted(env: &mut Env, call: &RuntimeCall) -> bool {
	let (_, hash) = preimage(call);
	env.run(|| <Preimage as QueryPreimage>::fetch(&hash, None).is_ok())
}

/// Passes blocks until the case has ended and its panels are settled. Returns the choice.
fn end(env: &mut Env, id: CaseId) -> Option<Choice> {
	for _ in 0..40 {
		if !case(env, id).is_open() {
			break;
		}
		env.pass_blocks(1);
	}
	// The panels are settled, one in a block.
	env.pass_blocks(4);
	let case = case(env, id);
	let Stage::Ended { choice, .. } = case.stage else { panic!("{:?}", case.stage) };
	choice.and_then(|place| case.dispute.ballot.at(place))
}

/// The level and the seats of the panel that was drawn, and its decision: level, choice, votes, and
/// whether it can be appealed.
type Seen = (Option<(u8, u32)>, Option<(u8, Choice, u32, bool)>);

/// The draw and the decision of a panel, of which there is at most one.
fn seen(events: &[Event<Runtime>]) -> Seen {
	let drawn = |event: &Event<Runtime>| match event {
		Event::PanelDrawn { level, seats, .. } => Some((*level, seats.iter().map(|(_, seats)| seats).sum())),
		_ => None,
	};
	let decided = |event: &Event<Runtime>| match event {
		Event::Decided { level, choice, votes, appeal_until, .. } => {
			Some((*level, *choice, *votes, appeal_until.is_some()))
		}
		_ => None,
	};
	(events.iter().find_map(drawn), events.iter().find_map(decided))
}

/// The settlements of panels: the loss, the seats that gain, the gain and the fee of each, and the
/// rest.
fn settled(events: &[Event<Runtime>]) -> Vec<(Balance, u32, Balance, Balance, Balance)> {
	let one = |event: &Event<Runtime>| match event {
		Event::PanelSettled { lost, rewarded, each, fee, rest, .. } => {
			Some((*lost, *rewarded, *each, *fee, *rest))
		}
		_ => None,
	};
	events.iter().filter_map(one).collect()
}

#[test]
fn whole_case_should_end_with_the_claims_paid() {
	let mut env = chain(assessed_listing());
	let purses = [Who::Ferdie, Who::Charlie, Who::Bob].map(|who| env.usd(who));
	let tokens = [Who::Charlie, Who::Bob].map(|who| native(&mut env, who));
	report(&mut env);
	// The challenge pays the fees of both panels.
	let charge = 94 * 300 * MILLI_BRKW;
	assert_eq!(env.run(breakwater_court::FeePool::<Runtime>::get), charge);
	let id = begin(&mut env);
	let bond = env.run(|| breakwater_assessment::Assessments::<Runtime>::get(0)).expect("it is open").bond;
	env.take_events();

	decide(&mut env, id, TRUTH);
	assert_eq!(seen(&events(&mut env)), (Some((0, 31)), Some((0, TRUTH, 31, true))));
	// The outcome is not final: the incident waits.
	assert!(matches!(phase(&mut env), Phase::Case { .. }));
	fund(&mut env, id, FALSE, Who::Bob);
	fund(&mut env, id, TRUTH, Who::Charlie);
	end_appeal(&mut env, id);
	decide(&mut env, id, FALSE);
	assert_eq!(seen(&events(&mut env)), (Some((1, 63)), Some((1, FALSE, 63, true))));
	// Only the first panel's choice can be put against it.
	let other = Call::fund_appeal { case: id, choice: Choice::NotCovered, amount: Balance::MAX };
	let unknown = breakwater_court::Error::<Runtime>::UnknownChoice;
	assert_eq!(env.submit(other, Who::Charlie), Err(unknown.into()));
	fund(&mut env, id, TRUTH, Who::Charlie);
	fund(&mut env, id, FALSE, Who::Bob);
	end_appeal(&mut env, id);
	restore_by_votes(&mut env, id);
	assert_eq!(end(&mut env, id), Some(TRUTH));
	assert!(!is_noted(&mut env, &restore(id)));
	assert!(env.run(cases::Open::<Runtime>::get).is_empty());

	let events = events(&mut env);
	assert!(events.contains(&Event::ChoiceRestored { case: id, choice: TRUTH }));
	// The second panel loses half of the stakes of all its seats, which goes to the reserve. The
	// first one is paid its fees.
	let (lost, fee) = (63 * 50 * BRKW / 2, 300 * MILLI_BRKW);
	assert_eq!(settled(&events), [(lost, 0, 0, 0, lost), (0, 31, 0, fee, 0)]);
	assert_eq!(env.run(breakwater_court::FeePool::<Runtime>::get), charge - 31 * fee);
	// Of the lost bonds, 500 BRKW and 1,000 BRKW, half is the winner's.
	for (level, who) in [(0, Who::Charlie), (1, Who::Charlie), (0, Who::Bob), (1, Who::Bob)] {
		let collect = Call::collect { case: id, level, who: who.to_account_id() };
		assert_ok!(env.submit(collect, Who::Alice));
	}
	let gains = [Who::Charlie, Who::Bob].map(|who| native(&mut env, who));
	assert_eq!(gains, [tokens[0] + 750 * BRKW, tokens[1] - 1_500 * BRKW - charge]);
	// The bonds of the report and of the proposals.
	let after = [Who::Ferdie, Who::Charlie, Who::Bob].map(|who| env.usd(who));
	assert_eq!(after, [purses[0], purses[1] + bond / 2, purses[2] - bond]);

	claim_all(&mut env);
	assert!(env.run(|| !breakwater_court::Cases::<Runtime>::contains_key(id)));
	env.pass_time(15 * DAY);
	assert_eq!(phase(&mut env), Phase::Paid);
}

/// The voters read the call of the last appeal, and vote for it.
fn restore_by_votes(env: &mut Env, id: CaseId) {
	let Stage::LastAppeal { vote: Some(vote) } = case(env, id).stage else { panic!("no last appeal") };
	assert_eq!(
		env.run(|| Cases::referendum_on(
			Matter::LastAppeal { case: id, subject: Subject::Incident(0) },
			TRUTH
		)),
		Some(vote)
	);
	assert_eq!(read(env, vote), Some(restore(id)));
	cast(env, vote, Who::Alice, true, 200_000 * BRKW);
	cast(env, vote, Who::Eve, false, 100_000 * BRKW);
	// It can be read until the case has ended.
	env.take_events();
	while case(env, id).is_open() {
		assert!(is_noted(env, &restore(id)));
		env.pass_blocks(1);
	}
}

/// Both holders are paid nine tenths of their losses.
fn claim_all(env: &mut Env) {
	assert!(matches!(phase(env), Phase::Claiming { .. }));
	for (n, policy, who, paid) in [(0, 1, Who::Dave, 3_600), (1, 2, Who::Eve, 9_000)] {
		let before = env.usd(who);
		let claim = env.run(|| truth().claim_call(0, policy, n));
		assert_ok!(env.submit(claim, Who::Ferdie));
		assert_eq!(env.usd(who), before + paid * USD);
	}
	env.pass_blocks(4);
}

/// A vote on a last appeal: its name, true if the first panel's choice is restored, and its events.
type Vote = (&'static str, bool, fn(&mut Env, &OpenCase<BlockNumber>));

const MUCH: Balance = 200_000 * BRKW;

/// The votes on a last appeal. Without enough of them in time the last panel's choice stands.
const VOTES: [Vote; 7] = [
	("as many votes as are needed", true, |env, open| {
		cast(env, open.number, Who::Alice, true, open.least_turnout);
	}),
	("no vote", false, |_, _| {}),
	("one unit too few", false, |env, open| {
		cast(env, open.number, Who::Alice, true, open.least_turnout - 1);
	}),
	("as many nays as ayes", false, |env, open| {
		cast(env, open.number, Who::Alice, true, MUCH);
		cast(env, open.number, Who::Eve, false, MUCH);
	}),
	("cancelled by Root", false, |env, open| {
		cast(env, open.number, Who::Alice, true, MUCH);
		assert_ok!(env.root(pallet_democracy::Call::cancel_referendum { ref_index: open.number }));
	}),
	("votes that come late", false, |env, open| {
		while env.run(System::block_number) < open.end {
			env.pass_blocks(1);
		}
		let late = pallet_democracy::Call::vote { ref_index: open.number, vote: ballot(true, MUCH) };
		let over = pallet_democracy::Error::<Runtime>::ReferendumInvalid;
		assert_eq!(env.submit(late, Who::Alice), Err(over.into()));
	}),
	// The chain acts on the votes also if there is no room for the call when it is due.
	("a call that comes late", true, |env, open| {
		cast(env, open.number, Who::Alice, true, MUCH);
		let remark: RuntimeCall = frame_system::Call::<Runtime>::remark { remark: vec![] }.into();
		let agenda = <<Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock as Get<u32>>::get();
		for _ in 0..agenda {
			let (when, call) = (open.final_at, Box::new(remark.clone()));
			let fill = pallet_scheduler::Call::schedule { when, maybe_periodic: None, priority: 0, call };
			assert_ok!(env.root(fill));
		}
	}),
];

#[test]
fn last_panel_should_stand_when_the_voters_do_not_restore_the_first() {
	let (mut env, id) = appealed();
	let open = env.run(cases::Open::<Runtime>::get)[0].clone();
	assert_eq!(open.least_turnout, env.run(Balances::total_issuance).div_ceil(100));
	for (name, is_restored, happens) in VOTES {
		let mut env = env.fork();
		happens(&mut env, &open);
		let choice = if is_restored { TRUTH } else { FALSE };
		assert_eq!(end(&mut env, id), Some(choice), "{name}");
		assert!(!is_noted(&mut env, &restore(id)), "{name}");
		let own = env.run(|| truth().claim_call(0, 1, 0));
		let not_in_table = Err(breakwater_claims::Error::<Runtime>::NotInTable.into());
		let expected = if is_restored { Ok(()) } else { not_in_table };
		assert_eq!(env.submit(own, Who::Dave), expected, "{name}");
	}
}

/// Ten cases come to their last appeal at once. Eight are voted on, and two wait in line. As the
/// first ones end, they begin in their order.
#[test]
fn further_last_appeals_should_wait_in_line() {
	let mut env = chain(assessed_listing());
	let count = MAX_APPEALS + 2;
	let two = Ballot { proposals: 2, has_not_covered: false };
	// The asset at stake has no value in native tokens, so that no panel decides for good.
	let dispute = |n| Dispute::new(Subject::Incident(900 + n), two).over(AssetId::WithId(77), 1);
	let ids: Vec<_> = (0..count)
		.map(|n| env.run(|| <Court as Adjudicator>::begin(dispute(n))).expect("there is room"))
		.collect();
	env.take_events();
	for choice in [TRUTH, FALSE] {
		pass_sessions(&mut env, DRAW_DELAY);
		let until = ids.iter().map(|id| commit_all(&mut env, *id, |_| choice)).max();
		pass_to(&mut env, until.expect("there are cases"));
		let until = ids.iter().map(|id| reveal_all(&mut env, *id, |_| choice)).max();
		pass_to(&mut env, until.expect("there are cases"));
	}
	env.pass_blocks(2);
	// Cases come into the line as the chain serves them.
	let queued: Vec<_> = events(&mut env)
		.iter()
		.filter_map(|event| match event {
			Event::LastAppealQueued { case, .. } => Some(*case),
			_ => None,
		})
		.collect();
	assert_eq!(queued.len(), ids.len());
	let voted = |env: &mut Env| -> Vec<_> {
		let open = queued.iter().filter(|id| {
			matches!(
				breakwater_court::Cases::<Runtime>::get(id).map(|case| case.stage),
				Some(Stage::LastAppeal { vote: Some(_) })
			)
		});
		env.run(|| open.copied().collect())
	};
	let line = |env: &mut Env| -> Vec<_> {
		env.run(breakwater_court::AppealLine::<Runtime>::get).into_iter().map(|(case, _)| case).collect()
	};
	let (first, rest) = queued.split_at(MAX_APPEALS as usize);
	assert_eq!((voted(&mut env), line(&mut env)), (first.to_vec(), rest.to_vec()));
	assert_eq!(
		env.run(|| Cases::open_appeal(999, Subject::Incident(999), TRUTH)),
		Err(DispatchError::Exhausted)
	);
	env.pass_blocks(10);
	assert_eq!(line(&mut env), rest);
	// All end without votes.
	env.pass_blocks(10);
	assert_eq!((voted(&mut env), line(&mut env)), (rest.to_vec(), vec![]));
	env.pass_blocks(20);
	for id in &ids {
		assert!(matches!(case(&mut env, *id).stage, Stage::Ended { choice: Some(1), .. }));
	}
	assert!(env.run(cases::Open::<Runtime>::get).is_empty());
}

/// Last appeals on the reports of bugs are at most two at once, and leave six places for incidents.
#[test]
fn last_appeals_of_incidents_should_not_wait_for_those_of_reports() {
	let mut env = Env::development();
	let mut open = |subject| env.run(|| Cases::open_appeal(7, subject, TRUTH)).is_ok();
	assert_eq!([0, 1, 2].map(|report| open(Subject::Report(report))), [true, true, false]);
	let incidents: Vec<_> = (0..MAX_APPEALS).map(|incident| open(Subject::Incident(incident))).collect();
	assert_eq!(incidents, [true, true, true, true, true, true, false, false]);
	env.pass_blocks(1);
}

// The parties of a dispute.

/// Much more than all other assessors have together.
const PARTYS: Balance = 100_000 * BRKW;

/// True if the stake of an account, or its vote, has a seat in a panel.
fn has_seat(env: &mut Env, panel: PanelId, who: &AccountId) -> bool {
	let seats = seats(env, panel);
	seats.iter().any(|(voter, seat)| voter == who || seat.stakes.iter().any(|(owner, _)| owner == who))
}

/// Guard: the conflicts of interest. Without one of them a party with so much stake has seats, and
/// with the deposits' owners left out an account that was given a policy or a position has none.
#[test]
fn parties_of_an_incident_should_have_no_seat_and_gifts_should_make_none() {
	let parties = [
		(Who::Ferdie, "the reporter"),
		(Who::Charlie, "the first proposer"),
		(Who::AliceStash, "the second proposer"),
		(Who::Dave, "a holder"),
		(Who::Bob, "a depositor"),
	];
	// A policy is a gift to the first, and a position to the second.
	let gifted = [Who::BobStash, Who::CharlieStash];
	let mut env = Env::insured(true);
	let mut stakes = assessors(&mut env);
	stakes.extend(parties.iter().map(|(who, _)| (who.to_account_id(), PARTYS)));
	stakes.extend(gifted.iter().map(|who| (who.to_account_id(), PARTYS / 4)));
	// The stake of one who is no party, and whose votes are a party's.
	let delegator = Who::DaveStash.to_account_id();
	stakes.push((delegator.clone(), PARTYS));
	stake_all(&mut env, &stakes);
	let to = Some(Who::Ferdie.to_account_id());
	assert_ok!(submit_as(&mut env, Call::delegate { to }, &delegator));
	super::assessed::insure(&mut env, assessed_listing());
	let policy = env.run(breakwater_policies::NextPolicy::<Runtime>::get);
	assert_ok!(env.submit(assessed_buy(1, 1_000 * USD, 2), Who::EveStash));
	let to = gifted[0].to_account_id();
	assert_ok!(env.submit(breakwater_policies::Call::transfer { policy, to }, Who::EveStash));
	let (pool, tranche, to) = (0, Tranche::Junior, gifted[1].to_account_id());
	let shares = 1_000_000 * Balance::from(USD);
	assert_ok!(env.submit(breakwater_pools::Call::transfer { pool, tranche, to, shares }, Who::Bob));

	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	assert_ok!(env.submit(propose_call(0, truth().verdict(occurred_at)), Who::Charlie));
	let verdict = Table(vec![1]).verdict(occurred_at);
	assert_ok!(env.submit(propose_call(0, verdict), Who::AliceStash));
	let id = begin(&mut env);
	let panel = draw(&mut env, id);
	let count: u32 = seats(&mut env, panel).iter().map(|(_, seat)| seat.count()).sum();
	assert!(count >= 16, "{count} seats");
	for (who, role) in parties {
		assert!(!has_seat(&mut env, panel, &who.to_account_id()), "{role} has a seat");
	}
	assert!(!has_seat(&mut env, panel, &delegator), "a party votes for another's stake");
	for who in gifted {
		assert!(has_seat(&mut env, panel, &who.to_account_id()), "{who:?} has no seat for a gift");
	}
}

#[test]
fn parties_of_a_report_should_have_no_seat() {
	let mut env = bounties::scene(0);
	let parties = [(bounties::HUNTER, "the reporter"), (bounties::SPONSOR, "the manager")];
	let mut stakes = assessors(&mut env);
	stakes.extend(parties.iter().map(|(who, _)| (who.to_account_id(), 2 * PARTYS)));
	stake_all(&mut env, &stakes);
	let report = bounties::revealed(&mut env, bounties::HUNTER, bounties::CRITICAL);
	let decision = breakwater_bounties::ReportDecision::Rejected;
	assert_ok!(env.submit(breakwater_bounties::Call::decide { report, decision }, bounties::SPONSOR));
	let dispute = breakwater_bounties::Call::dispute { report, max_bond: Balance::MAX };
	assert_ok!(env.submit(dispute, bounties::HUNTER));
	let id = env.run(breakwater_court::NextCase::<Runtime>::get) - 1;
	assert_eq!(case(&mut env, id).dispute.subject, Subject::Report(report));
	let panel = draw(&mut env, id);
	for (who, role) in parties {
		assert!(!has_seat(&mut env, panel, &who.to_account_id()), "{role} has a seat");
	}
}

// The commitments of votes.

/// Votes with their commitments, as `scripts/tests/assess.test.mjs` makes them.
const COMMITMENTS: &str = include_str!("../../../scripts/tests/vectors/court-commitments.json");

#[test]
fn commitment_should_be_that_of_the_scripts() {
	let vectors: Vec<serde_json::Value> = serde_json::from_str(COMMITMENTS).expect("the vectors are JSON");
	assert!(!vectors.is_empty());
	Env::development().run(|| {
		for vector in vectors {
			let text = |name: &str| vector[name].as_str().expect("a text").to_string();
			let bytes = |name: &str| sp_core::bytes::from_hex(&text(name)).expect("hexadecimal digits");
			frame_system::BlockHash::<Runtime>::insert(0, H256::from_slice(&bytes("genesis")));
			let ranks = vector["ranks"].as_array().expect("a list").iter();
			let ranks: Vec<u8> = ranks.map(|rank| rank.as_u64().expect("a rank") as u8).collect();
			let panel = vector["panel"].as_u64().expect("a number") as u32;
			let who = AccountId::from_ss58check(&text("account")).expect("an address");
			let salt: [u8; 32] = bytes("salt").try_into().expect("32 bytes");
			let commitment =
				Court::commitment(panel, &who, &Ranks::try_from(ranks).expect("at most nine ranks"), &salt);
			assert_eq!(commitment, H256::from_slice(&bytes("commitment")), "{vector}");
		}
	});
}
