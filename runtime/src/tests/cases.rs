// SPDX-License-Identifier: Apache-2.0

//! Cases before the voters: how votes decide, and what wallets can read of them.

use super::{
	assessed::{insured, open_call, phase, Table},
	env::*,
};
use crate::{
	cases::{Event, Matter, Open, OpenCase, Votes, MAX_REFERENDA},
	constants::*,
	*,
};
use breakwater_primitives::*;
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Bounded, Get, PalletsInfoAccess},
};
use pallet_democracy::{AccountVote, Conviction, ReferendumInfo, ReferendumInfoOf, Vote};
use pallet_preimage::{PreimageFor, RequestStatus, RequestStatusFor};
use sp_runtime::Permill;

/// Proposal 0, which is true, and proposal 1, which is nearly the same. The third choice is "not
/// covered".
const TRUTH: u32 = 0;
const COPY: u32 = 1;
const NO: u32 = 2;

/// The reporter of the incident, the proposer of the truth, and the proposer of the near copy.
const PEOPLE: [Who; 3] = [Who::Ferdie, Who::Charlie, Who::Bob];

/// Returns an incident whose case has just begun, and the balances of the people before it.
fn case() -> (Env, [Balance; 3]) {
	let mut env = insured();
	let purses = PEOPLE.map(|who| env.usd(who));
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let (truth, copy) = (Table(vec![4_000 * USD, 10_000 * USD]), Table(vec![4_000 * USD, 10_000 * USD + 1]));
	assert_ok!(env.submit(propose_call(0, truth.verdict(occurred_at)), Who::Charlie));
	assert_ok!(env.submit(propose_call(0, copy.verdict(occurred_at)), Who::Bob));
	env.pass_time_with_price(2 * DAY, 1_000);
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Assessment(breakwater_assessment::Event::CaseBegun { .. }))
	});
	assert!(matches!(phase(&mut env), Phase::Case { choices: 3, .. }));
	(env, purses)
}

/// Returns the case that is under way.
fn open(env: &mut Env) -> OpenCase<BlockNumber> {
	env.run(Open::<Runtime>::get).first().expect("a case is under way").clone()
}

fn vote_with(env: &mut Env, choice: u32, who: Who, vote: AccountVote<Balance>) {
	let ref_index = open(env).number + choice;
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index, vote }, who));
}

fn ballot(aye: bool, balance: Balance) -> AccountVote<Balance> {
	AccountVote::Standard { vote: Vote { aye, conviction: Conviction::Locked1x }, balance }
}

/// Votes aye on a choice, and nay on the others.
fn support(env: &mut Env, choice: u32, who: Who, balance: Balance) {
	for other in 0..3 {
		vote_with(env, other, who, ballot(other == choice, balance));
	}
}

/// Passes blocks until the last one in which votes count is open.
fn last_block(env: &mut Env) {
	let end = open(env).end;
	while env.run(System::block_number) < end - 1 {
		env.pass_blocks(1);
	}
}

/// The choices of the cases: two proposals, and "not covered" behind them.
const BALLOT: Ballot = Ballot { proposals: 2, has_not_covered: true };

/// Passes blocks until the case has ended. Returns the place of the choice that was made; `None` if
/// the largest bond has decided.
fn end(env: &mut Env) -> Option<u32> {
	let number = open(env).number;
	let (mut stands, mut is_chosen) = (None, true);
	env.take_events();
	while env.run(Open::<Runtime>::get).iter().any(|case| case.number == number) {
		env.pass_blocks(1);
	}
	env.pass_blocks(1);
	for event in env.take_events() {
		match event {
			RuntimeEvent::Assessment(breakwater_assessment::Event::NoneChosen { .. }) => is_chosen = false,
			RuntimeEvent::Assessment(breakwater_assessment::Event::OutcomeAccepted { choice, .. }) => {
				stands = BALLOT.iter().find(|(_, one)| *one == choice).map(|(place, _)| place);
			}
			_ => {}
		}
	}
	// Both bonds are equal, so that the first proposal counts.
	assert!(is_chosen || stands == Some(TRUTH), "{stands:?} is accepted by its bond");
	stands.filter(|_| is_chosen)
}

/// Returns the gains and losses of the people.
fn gains(env: &mut Env, before: [Balance; 3]) -> [i128; 3] {
	let mut gain = |n: usize| env.usd(PEOPLE[n]) as i128 - before[n] as i128;
	[gain(0), gain(1), gain(2)]
}

fn bond(env: &mut Env) -> i128 {
	env.run(|| breakwater_assessment::Assessments::<Runtime>::get(0)).expect("assessment 0").bond as i128
}

fn set_parameter(env: &mut Env, parameter: dynamic_params::democracy::Parameters) {
	let key_value = RuntimeParameters::Democracy(parameter);
	assert_ok!(env.root(pallet_parameters::Call::set_parameter { key_value }));
}

#[test]
fn one_unit_should_not_annul_what_the_others_have_decided() {
	let (mut env, purses) = case();
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 100_000 * BRKW));
	vote_with(&mut env, TRUTH, Who::Dave, ballot(true, 100_000 * BRKW));
	// One vote on each choice without opposition, in the last block.
	last_block(&mut env);
	vote_with(&mut env, NO, Who::Ferdie, ballot(true, 1));
	vote_with(&mut env, COPY, Who::Bob, ballot(true, 1));
	env.take_events();
	let paid = bond(&mut env) / 2;
	let mut passed = 0;
	let mut enacted = Vec::new();
	env.pass_blocks(10);
	for event in env.take_events() {
		match event {
			RuntimeEvent::Democracy(pallet_democracy::Event::Passed { .. }) => passed += 1,
			RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result, .. }) => {
				enacted.push(result)
			}
			_ => {}
		}
	}
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	// Democracy approves all three, and two of them fail.
	let not_chosen = Err(breakwater_assessment::Error::<Runtime>::NotChosen.into());
	assert_eq!((passed, enacted), (3, vec![Ok(()), not_chosen, not_chosen]));
	// The odd unit goes to the reserve.
	let lost = bond(&mut env);
	assert_eq!(gains(&mut env, purses), [0, paid, -lost]);
}

#[test]
fn one_unit_should_not_adopt_a_proposal_when_it_is_the_only_vote() {
	let (mut env, purses) = case();
	let bond = bond(&mut env);
	vote_with(&mut env, COPY, Who::Bob, ballot(true, 1));
	assert_eq!(end(&mut env), None);
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	assert_eq!(gains(&mut env, purses), [0, bond / 2, -bond]);
}

#[test]
fn choice_should_need_the_least_turnout() {
	for (missing, stands) in [(0, Some(TRUTH)), (1, None)] {
		let (mut env, _) = case();
		let least = open(&mut env).least_turnout;
		let issuance = env.run(Balances::total_issuance);
		assert_eq!(least, issuance.div_ceil(100));
		vote_with(&mut env, TRUTH, Who::Alice, ballot(true, least - missing));
		assert_eq!(end(&mut env), stands);
	}
}

#[test]
fn none_should_be_chosen_when_two_choices_have_the_same_margin() {
	let (mut env, purses) = case();
	let bond = bond(&mut env);
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 200_000 * BRKW));
	vote_with(&mut env, COPY, Who::Bob, ballot(true, 300_000 * BRKW));
	vote_with(&mut env, COPY, Who::Dave, ballot(false, 100_000 * BRKW));
	assert_eq!(end(&mut env), None);
	assert_eq!(gains(&mut env, purses), [0, bond / 2, -bond]);
}

#[test]
fn nays_should_count_against_a_choice() {
	let (mut env, _) = case();
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 300_000 * BRKW));
	vote_with(&mut env, TRUTH, Who::Dave, ballot(false, 200_000 * BRKW));
	vote_with(&mut env, NO, Who::Eve, ballot(true, 150_000 * BRKW));
	assert_eq!(end(&mut env), Some(NO));
	assert_eq!(phase(&mut env), Phase::Rejected);
}

#[test]
fn conviction_should_count_and_not_replace_turnout() {
	let (mut env, _) = case();
	let locked = |balance| AccountVote::Standard {
		vote: Vote { aye: true, conviction: Conviction::Locked6x },
		balance,
	};
	// Six times as many votes, but hardly any tokens.
	vote_with(&mut env, COPY, Who::Bob, locked(100_000 * BRKW));
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 500_000 * BRKW));
	assert_eq!(end(&mut env), None);
	let (mut env, _) = case();
	vote_with(&mut env, TRUTH, Who::Alice, locked(130_000 * BRKW));
	vote_with(&mut env, COPY, Who::Bob, ballot(true, 700_000 * BRKW));
	assert_eq!(end(&mut env), Some(TRUTH));
}

#[test]
fn delegated_votes_should_count() {
	let (mut env, _) = case();
	let to: Address = Who::Alice.to_account_id().into();
	let delegate =
		pallet_democracy::Call::delegate { to, conviction: Conviction::Locked1x, balance: 150_000 * BRKW };
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, BRKW));
	assert_ok!(env.submit(delegate, Who::Eve));
	assert_eq!(end(&mut env), Some(TRUTH));
}

#[test]
fn cancelled_referendum_should_be_no_choice() {
	let (mut env, _) = case();
	let ref_index = open(&mut env).number;
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 300_000 * BRKW));
	vote_with(&mut env, COPY, Who::Dave, ballot(true, 200_000 * BRKW));
	vote_with(&mut env, COPY, Who::Eve, ballot(false, 200_000 * BRKW));
	assert_ok!(env.root(pallet_democracy::Call::cancel_referendum { ref_index }));
	assert_eq!(end(&mut env), None);
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
}

#[test]
fn case_should_end_without_a_choice_when_all_its_referenda_are_cancelled() {
	let (mut env, _) = case();
	let first = open(&mut env).number;
	support(&mut env, COPY, Who::Alice, 300_000 * BRKW);
	for ref_index in first..first + 3 {
		assert_ok!(env.root(pallet_democracy::Call::cancel_referendum { ref_index }));
	}
	assert_eq!(end(&mut env), None);
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
}

#[test]
fn votes_should_be_counted_as_democracy_counts_them() {
	let (mut env, _) = case();
	let OpenCase { number, end, .. } = open(&mut env);
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 200_000 * BRKW));
	vote_with(&mut env, COPY, Who::Bob, AccountVote::Split { aye: 30_000 * BRKW, nay: 10_000 * BRKW });
	// A call of the scheduler changes a vote in the block in which they end, before they are
	// counted.
	let late =
		pallet_democracy::Call::<Runtime>::vote { ref_index: number, vote: ballot(false, 300_000 * BRKW) };
	let late = pallet_utility::Call::<Runtime>::dispatch_as {
		as_origin: Box::new(frame_system::RawOrigin::Signed(Who::Dave.to_account_id()).into()),
		call: Box::new(late.into()),
	};
	assert_ok!(env.root(pallet_scheduler::Call::schedule {
		when: end,
		maybe_periodic: None,
		priority: 0,
		call: Box::new(late.into()),
	}));
	last_block(&mut env);
	env.take_events();
	env.pass_blocks(2);
	let events = env.take_events();
	let counted = events.iter().find_map(|event| match event {
		RuntimeEvent::Cases(Event::VotesCounted { case, choice, votes, .. }) => {
			Some((*case, *choice, votes.clone()))
		}
		_ => None,
	});
	let votes =
		|ayes, nays, turnout| Some(Votes { ayes: ayes * BRKW, nays: nays * BRKW, turnout: turnout * BRKW });
	// Split votes have no conviction: a tenth.
	let expected = vec![votes(200_000, 300_000, 500_000), votes(3_000, 1_000, 40_000), votes(0, 0, 0)];
	assert_eq!(counted, Some((number, None, expected)));
	let approved: Vec<_> = (number..number + 3)
		.map(|index| match env.run(|| ReferendumInfoOf::<Runtime>::get(index)) {
			Some(ReferendumInfo::Finished { approved, end: at }) if at == end => approved,
			other => panic!("{other:?}"),
		})
		.collect();
	assert_eq!(approved, vec![false, true, false]);
}

#[test]
fn case_should_keep_the_rules_with_which_it_began() {
	use dynamic_params::democracy::*;
	let (mut env, _) = case();
	let before = open(&mut env);
	set_parameter(&mut env, Parameters::VotingPeriod(VotingPeriod, Some(100)));
	set_parameter(&mut env, Parameters::EnactmentPeriod(EnactmentPeriod, Some(100)));
	set_parameter(&mut env, Parameters::LeastTurnout(LeastTurnout, Some(Permill::from_percent(20))));
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 200_000 * BRKW));
	assert_eq!(end(&mut env), Some(TRUTH));
	// In the block of the enactment. One more block has passed.
	assert_eq!(env.run(System::block_number), before.final_at + 2);
}

#[test]
fn case_should_be_decided_when_nothing_can_be_enacted() {
	let (mut env, _) = case();
	let case = open(&mut env);
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 200_000 * BRKW));
	// The agenda of the block is full.
	let remark: RuntimeCall = frame_system::Call::<Runtime>::remark { remark: vec![] }.into();
	let agenda = <<Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock as Get<u32>>::get();
	for _ in 0..agenda {
		assert_ok!(env.root(pallet_scheduler::Call::schedule {
			when: case.final_at,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(remark.clone()),
		}));
	}
	assert_eq!(end(&mut env), Some(TRUTH));
}

/// Six cases of nine choices in one block, each with a unit of ayes, and a public proposal that
/// ends with them.
#[test]
fn all_that_is_approved_at_once_should_be_enacted() {
	let mut env = Env::development();
	let agenda = <<Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock as Get<u32>>::get();
	assert!(MAX_REFERENDA < agenda);
	let least = dynamic_params::democracy::Parameters::LeastTurnout(
		dynamic_params::democracy::LeastTurnout,
		Some(Permill::from_percent(2)),
	);
	let call: RuntimeCall =
		pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Democracy(least) }.into();
	let proposal = Bounded::Inline(call.encode().try_into().expect("a small call"));
	assert_ok!(env.submit(pallet_democracy::Call::propose { proposal, value: 100 * BRKW }, Who::Alice));
	env.pass_blocks(9);
	assert_eq!(env.run(System::block_number), 10);
	let (cases, choices) = (MAX_REFERENDA / MAX_CHOICES, MAX_CHOICES);
	let longest = Ballot { proposals: MAX_CHOICES - 1, has_not_covered: true };
	env.run(|| {
		for incident in 0..cases {
			assert_ok!(Cases::begin(Dispute::new(Subject::Incident(incident), longest)));
		}
		assert_eq!(
			Cases::begin(Dispute::new(Subject::Incident(cases), longest)),
			Err(sp_runtime::DispatchError::Exhausted)
		);
	});
	let referenda = cases * choices + 1;
	for ref_index in 0..referenda {
		let call = pallet_democracy::Call::vote { ref_index, vote: ballot(true, 1) };
		assert_ok!(env.submit(call, Who::Bob));
	}
	env.take_events();
	env.pass_blocks(40);
	let events = env.take_events();
	let count = |is: fn(&RuntimeEvent) -> bool| events.iter().filter(|event| is(event)).count() as u32;
	let passed = count(|e| matches!(e, RuntimeEvent::Democracy(pallet_democracy::Event::Passed { .. })));
	let enacted = count(|e| matches!(e, RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { .. })));
	let updated = count(|e| matches!(e, RuntimeEvent::Parameters(pallet_parameters::Event::Updated { .. })));
	assert_eq!((passed, enacted, updated), (referenda, referenda, 1));
	// Guard: no case is closed, and as many others can begin. Otherwise those whose outcome waits
	// to be acted on would keep them out.
	env.run(|| {
		for incident in 0..cases {
			assert_ok!(Cases::begin(Dispute::new(Subject::Incident(incident), longest)));
		}
		assert_eq!(
			Cases::begin(Dispute::new(Subject::Incident(cases), longest)),
			Err(sp_runtime::DispatchError::Exhausted)
		);
		(0..2 * cases).for_each(|case| <Cases as Adjudicator>::close(1 + case * choices));
	});
}

#[test]
fn votes_should_be_read_after_the_scheduler_and_before_democracy() {
	let names: Vec<_> = AllPalletsWithSystem::infos().iter().map(|info| info.name).collect();
	let place = |name| names.iter().position(|other| *other == name).expect("a pallet");
	assert!(place("Scheduler") < place("Cases") && place("Cases") < place("Democracy"));
}

// The view of wallets.

/// Returns the call that a referendum is on, read as Polkadot.js Apps does: the preimage by its
/// hash and length, decoded.
fn read(env: &mut Env, index: u32) -> Option<RuntimeCall> {
	env.run(|| {
		let ReferendumInfo::Ongoing(status) = ReferendumInfoOf::<Runtime>::get(index)? else { return None };
		let Bounded::Lookup { hash, len } = status.proposal else { return None };
		let bytes = PreimageFor::<Runtime>::get((hash, len))?;
		assert_eq!(bytes.len(), len as usize);
		RuntimeCall::decode(&mut &bytes[..]).ok()
	})
}

fn adopt(place: u32) -> RuntimeCall {
	let choice = BALLOT.at(place).expect("a choice");
	breakwater_assessment::Call::adopt_outcome { incident: 0, choice }.into()
}

type Status = RequestStatus<AccountId, <Runtime as pallet_preimage::Config>::Consideration>;

fn status(env: &mut Env, proposal: u32) -> Option<Status> {
	let (_, hash) = preimage(&adopt(proposal));
	env.run(|| RequestStatusFor::<Runtime>::get(hash))
}

/// Returns the number of requests for the preimage, and the account with a deposit on it.
fn requests(env: &mut Env, proposal: u32) -> (u32, Option<AccountId>) {
	match status(env, proposal) {
		Some(RequestStatus::Requested { maybe_ticket, count, maybe_len: Some(_) }) => {
			(count, maybe_ticket.map(|(who, _)| who))
		}
		other => panic!("{other:?}"),
	}
}

fn is_noted(env: &mut Env, proposal: u32) -> bool {
	let (bytes, hash) = preimage(&adopt(proposal));
	env.run(|| PreimageFor::<Runtime>::contains_key((hash, bytes.len() as u32)))
}

fn note(env: &mut Env, proposal: u32, who: Who) -> frame_support::dispatch::DispatchResult {
	let (bytes, _) = preimage(&adopt(proposal));
	env.submit(pallet_preimage::Call::note_preimage { bytes }, who)
}

fn unnote(env: &mut Env, proposal: u32, who: Who) -> frame_support::dispatch::DispatchResult {
	let (_, hash) = preimage(&adopt(proposal));
	env.submit(pallet_preimage::Call::unnote_preimage { hash }, who)
}

/// Returns the deposits of an account for preimages.
fn held(env: &mut Env, who: Who) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	let reason = RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	env.run(|| Balances::balance_on_hold(&reason, &who.to_account_id()))
}

#[test]
fn voters_should_read_the_call_of_each_choice_until_the_case_is_over() {
	let (mut env, _) = case();
	let state = env.run(|| Assessment::assessment_state(0)).expect("assessment 0");
	assert_eq!(state.choices.len(), 3);
	for (at, choice) in (0..).zip(&state.choices) {
		let matter = Matter::Proposals(Subject::Incident(0));
		let index = env.run(|| Cases::referendum_on(matter, choice.choice)).expect("a referendum");
		assert_eq!(read(&mut env, index), Some(adopt(at)));
		assert_eq!(requests(&mut env, at), (1, None));
	}
	let verdicts: Vec<_> = state.choices.iter().map(|choice| choice.verdict).collect();
	let proposals: Vec<_> = state.proposals.iter().map(|proposal| proposal.verdict).collect();
	assert_eq!((&verdicts[..2], verdicts[2]), (&proposals[..], Verdict::NotCovered));
	assert_eq!(end(&mut env), None);
	for proposal in 0..3 {
		assert_eq!((status(&mut env, proposal), is_noted(&mut env, proposal)), (None, false));
	}
	assert_eq!(env.run(|| RequestStatusFor::<Runtime>::iter().count()), 0);
}

#[test]
fn preimages_should_be_released_when_the_case_is_decided() {
	let (mut env, _) = case();
	vote_with(&mut env, TRUTH, Who::Alice, ballot(true, 200_000 * BRKW));
	vote_with(&mut env, COPY, Who::Bob, ballot(true, 1));
	last_block(&mut env);
	env.pass_blocks(1);
	// The scheduler asks for the approved calls.
	assert_eq!([0, 1, 2].map(|proposal| requests(&mut env, proposal).0), [2, 2, 1]);
	assert_eq!(end(&mut env), Some(TRUTH));
	assert_eq!([0, 1, 2].map(|proposal| status(&mut env, proposal)), [None, None, None]);
}

#[test]
fn preimage_of_another_account_should_be_its_own_again_when_the_case_is_over() {
	let mut env = insured();
	// An account has noted the calls before there is a case.
	let deposits = [0, 1, 2].map(|proposal| {
		let before = held(&mut env, Who::Dave);
		assert_ok!(note(&mut env, proposal, Who::Dave));
		held(&mut env, Who::Dave) - before
	});
	assert!(deposits.iter().all(|deposit| *deposit > 0));
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	for (n, who) in [(1, Who::Charlie), (2, Who::Bob)] {
		assert_ok!(env.submit(propose_call(0, Table(vec![n]).verdict(occurred_at)), who));
	}
	env.pass_time_with_price(2 * DAY, 1_000);
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Assessment(breakwater_assessment::Event::CaseBegun { .. }))
	});
	let dave = Who::Dave.to_account_id();
	assert_eq!(requests(&mut env, 0), (1, Some(dave.clone())));
	// The account takes one back. It stays as long as it is asked for.
	assert_ok!(unnote(&mut env, 1, Who::Dave));
	assert_eq!(held(&mut env, Who::Dave), deposits[0] + deposits[2]);
	assert_eq!(requests(&mut env, 1), (1, None));
	let first = open(&mut env).number;
	assert_eq!(read(&mut env, first + 1), Some(adopt(1)));
	assert_noop_unnote(&mut env, 1, Who::Dave);
	assert_eq!(end(&mut env), None);
	assert_eq!((status(&mut env, 1), is_noted(&mut env, 1)), (None, false));
	for proposal in [0, 2] {
		let RequestStatus::Unrequested { ticket: (who, _), .. } =
			status(&mut env, proposal).expect("it is his")
		else {
			panic!("it is asked for");
		};
		assert_eq!((who, is_noted(&mut env, proposal)), (dave.clone(), true));
		assert_ok!(unnote(&mut env, proposal, Who::Dave));
	}
	assert_eq!(held(&mut env, Who::Dave), 0);
	assert_eq!(env.run(|| RequestStatusFor::<Runtime>::iter().count()), 0);
}

/// Checks that an account cannot take away a preimage of the chain.
fn assert_noop_unnote(env: &mut Env, proposal: u32, who: Who) {
	let (_, hash) = preimage(&adopt(proposal));
	env.run(|| {
		let origin = RuntimeOrigin::signed(who.to_account_id());
		assert_noop!(
			Preimage::unnote_preimage(origin, hash),
			pallet_preimage::Error::<Runtime>::NotAuthorized
		);
	});
}

#[test]
fn preimage_noted_again_during_a_case_should_cost_and_leave_nothing() {
	let (mut env, _) = case();
	let before = held(&mut env, Who::Dave);
	assert_ok!(note(&mut env, 0, Who::Dave));
	assert_eq!((held(&mut env, Who::Dave), requests(&mut env, 0)), (before, (1, None)));
	assert_noop_unnote(&mut env, 0, Who::Dave);
	assert_eq!(end(&mut env), None);
	assert_eq!((status(&mut env, 0), is_noted(&mut env, 0)), (None, false));
}

#[test]
fn public_proposal_of_the_same_call_should_neither_decide_nor_disturb_the_count() {
	let (mut env, _) = case();
	let (bytes, hash) = preimage(&adopt(COPY));
	let proposal = Bounded::Lookup { hash, len: bytes.len() as u32 };
	let propose = pallet_democracy::Call::propose { proposal, value: 100 * BRKW };
	assert_ok!(env.submit(propose, Who::Bob));
	let tabled = open(&mut env).number + 3;
	env.pass_until(20, |event| {
		matches!(event, RuntimeEvent::Democracy(pallet_democracy::Event::Tabled { .. }))
	});
	let vote = ballot(true, 300_000 * BRKW);
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index: tabled, vote }, Who::Bob));
	assert_eq!(end(&mut env), None);
	env.pass_blocks(20);
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	for proposal in 0..3 {
		assert_eq!((status(&mut env, proposal), is_noted(&mut env, proposal)), (None, false));
	}
}
