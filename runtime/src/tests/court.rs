// SPDX-License-Identifier: Apache-2.0

//! The court on the real runtime: whole cases from the report to the payment, the last appeal
//! before the voters, the parties of disputes, and the fees of seats.

use super::{
	assessed::{assessed_buy, assessed_listing, open_call, phase, Table},
	bounties,
	env::*,
	panels::*,
};
use crate::{
	cases::{Matter, MAX_APPEALS},
	constants::*,
	*,
};
use breakwater_court::{types::*, Call, Event};
use breakwater_primitives::*;
use codec::Decode;
use frame_support::{
	assert_ok,
	traits::{fungibles::Inspect, Bounded, Get, QueryPreimage},
};
use pallet_democracy::{AccountVote, Conviction, ReferendumInfo, ReferendumInfoOf, Vote as Voted};
use sp_runtime::{DispatchError, Permill};

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

/// Fees that the seats of two panels can have.
const FEES: Balance = 100 * BRKW;

/// A case whose last appeal is open: the first panel has chosen the truth, and the second one has
/// not. Bob has paid for the false side both times, and Charlie for the true one. Returns the
/// number of the vote.
fn appealed() -> (Env, CaseId, u32) {
	let mut env = chain(assessed_listing());
	assert_ok!(env.submit(Call::fund { amount: FEES }, Who::Alice));
	report(&mut env);
	let id = begin(&mut env);
	env.take_events();
	decide(&mut env, id, TRUTH);
	fund(&mut env, id, FALSE, Who::Bob);
	fund(&mut env, id, TRUTH, Who::Charlie);
	end_appeal(&mut env, id);
	decide(&mut env, id, FALSE);
	fund(&mut env, id, TRUTH, Who::Charlie);
	fund(&mut env, id, FALSE, Who::Bob);
	end_appeal(&mut env, id);
	let Stage::LastAppeal { vote: Some(vote) } = case(&mut env, id).stage else {
		panic!("no last appeal: {:?}", case(&mut env, id).stage)
	};
	(env, id, vote)
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

#[test]
fn whole_case_should_end_with_the_claims_paid() {
	let mut env = chain(assessed_listing());
	assert_ok!(env.submit(Call::fund { amount: FEES }, Who::Alice));
	let purses = [Who::Ferdie, Who::Charlie, Who::Bob].map(|who| env.usd(who));
	let tokens = [Who::Charlie, Who::Bob].map(|who| native(&mut env, who));
	report(&mut env);
	let id = begin(&mut env);
	let bond = env.run(|| breakwater_assessment::Assessments::<Runtime>::get(0)).expect("it is open").bond;

	env.take_events();
	decide(&mut env, id, TRUTH);
	let drawn = |events: &[Event<Runtime>]| {
		events.iter().find_map(|event| match event {
			Event::PanelDrawn { level, seats, .. } => {
				Some((*level, seats.iter().map(|(_, seats)| seats).sum::<u32>()))
			}
			_ => None,
		})
	};
	let first = events(&mut env);
	assert_eq!(drawn(&first), Some((0, 31)));
	let decided = |events: &[Event<Runtime>]| {
		events.iter().find_map(|event| match event {
			Event::Decided { level, choice, votes, appeal_until, .. } => {
				Some((*level, *choice, *votes, appeal_until.is_some()))
			}
			_ => None,
		})
	};
	assert_eq!(decided(&first), Some((0, TRUTH, 31, true)));
	// The outcome is not final: the incident waits.
	assert!(matches!(phase(&mut env), Phase::Case { .. }));

	fund(&mut env, id, FALSE, Who::Bob);
	fund(&mut env, id, TRUTH, Who::Charlie);
	end_appeal(&mut env, id);
	decide(&mut env, id, FALSE);
	let second = events(&mut env);
	assert_eq!((drawn(&second), decided(&second)), (Some((1, 63)), Some((1, FALSE, 63, true))));
	// Only the first panel's choice can be put against it.
	let other = Call::fund_appeal { case: id, choice: Choice::NotCovered, amount: Balance::MAX };
	let unknown = breakwater_court::Error::<Runtime>::UnknownChoice;
	assert_eq!(env.submit(other, Who::Charlie), Err(unknown.into()));
	fund(&mut env, id, TRUTH, Who::Charlie);
	fund(&mut env, id, FALSE, Who::Bob);
	end_appeal(&mut env, id);
	let Stage::LastAppeal { vote: Some(vote) } = case(&mut env, id).stage else { panic!("no last appeal") };

	// Voters read the call until the case has ended.
	assert_eq!(env.run(|| Cases::referendum_on(Matter::LastAppeal(id), TRUTH)), Some(vote));
	assert_eq!(read(&mut env, vote), Some(restore(id)));
	cast(&mut env, vote, Who::Alice, true, 200_000 * BRKW);
	cast(&mut env, vote, Who::Eve, false, 100_000 * BRKW);
	assert!(is_noted(&mut env, &restore(id)));
	env.take_events();
	assert_eq!(end(&mut env, id), Some(TRUTH));
	assert!(!is_noted(&mut env, &restore(id)));
	assert!(env.run(cases::Open::<Runtime>::get).is_empty());

	let events = events(&mut env);
	assert!(events.contains(&Event::ChoiceRestored { case: id, choice: TRUTH }));
	let (seat, fee) = (50 * BRKW, 300 * MILLI_BRKW);
	// The second panel loses half of the stakes of all its seats, and gets none of the half of an
	// appeal's lost bond that is for it. The first one is paid its fees.
	let settled: Vec<_> = events
		.iter()
		.filter_map(|event| match event {
			Event::PanelSettled { lost, rewarded, each, fee, rest, .. } => {
				Some((*lost, *rewarded, *each, *fee, *rest))
			}
			_ => None,
		})
		.collect();
	let lost = 63 * seat / 2;
	assert_eq!(settled, [(lost, 0, 0, 0, lost + 250 * BRKW), (0, 31, 0, fee, 0)]);
	assert_eq!(env.run(breakwater_court::FeePool::<Runtime>::get), FEES - 31 * fee);
	// Bonds of appeals: 500 BRKW and 1,000 BRKW, of which the winner gets half.
	for (level, who) in [(0, Who::Charlie), (1, Who::Charlie), (0, Who::Bob), (1, Who::Bob)] {
		let collect = Call::collect { case: id, level, who: who.to_account_id() };
		assert_ok!(env.submit(collect, Who::Alice));
	}
	let gains = [Who::Charlie, Who::Bob].map(|who| native(&mut env, who));
	assert_eq!(gains, [tokens[0] + 750 * BRKW, tokens[1] - 1_500 * BRKW]);

	// The proposers' bonds, and the claims.
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	assert_eq!(
		[Who::Ferdie, Who::Charlie, Who::Bob].map(|who| env.usd(who)),
		[purses[0], purses[1] + bond / 2, purses[2] - bond]
	);
	for (n, policy, who, paid) in [(0, 1, Who::Dave, 3_600), (1, 2, Who::Eve, 9_000)] {
		let before = env.usd(who);
		let claim = env.run(|| truth().claim_call(0, policy, n));
		assert_ok!(env.submit(claim, Who::Ferdie));
		assert_eq!(env.usd(who), before + paid * USD);
	}
	// Nothing of the case is left.
	env.pass_blocks(4);
	assert!(env.run(|| !breakwater_court::Cases::<Runtime>::contains_key(id)));
	env.pass_time(15 * DAY);
	assert_eq!(phase(&mut env), Phase::Paid);
}

/// The last appeal restores the first panel's choice only if more votes are for it, of enough
/// tokens, while its referendum is open. Otherwise the last panel's choice stands.
#[test]
fn last_panel_should_stand_when_the_voters_do_not_restore_the_first() {
	let (mut env, id, vote) = appealed();
	let open = env.run(cases::Open::<Runtime>::get)[0].clone();
	let least = open.least_turnout;
	let issuance = env.run(Balances::total_issuance);
	assert_eq!(least, issuance.div_ceil(100));
	let granted = |env: &mut Env, name: &str| {
		assert_eq!(end(env, id), Some(TRUTH), "{name}");
		assert!(matches!(phase(env), Phase::Claiming { .. }), "{name}");
	};
	let refused = |mut env: Env, name: &str| {
		env.take_events();
		assert_eq!(end(&mut env, id), Some(FALSE), "{name}");
		let restored = Event::ChoiceRestored { case: id, choice: TRUTH };
		assert!(!events(&mut env).contains(&restored), "{name}");
		assert!(!is_noted(&mut env, &restore(id)), "{name}");
		// The false outcome is accepted, and its proposer gets half of the other's bond.
		let paid = env.run(|| truth().claim_call(0, 1, 0));
		let not_in_table = breakwater_claims::Error::<Runtime>::NotInTable;
		assert_eq!(env.submit(paid, Who::Dave), Err(not_in_table.into()), "{name}");
	};
	{
		let mut env = env.fork();
		cast(&mut env, vote, Who::Alice, true, least);
		granted(&mut env, "as many votes as are needed");
	}
	refused(env.fork(), "no vote");
	{
		let mut env = env.fork();
		cast(&mut env, vote, Who::Alice, true, least - 1);
		refused(env, "one unit too few");
	}
	{
		let mut env = env.fork();
		cast(&mut env, vote, Who::Alice, true, 200_000 * BRKW);
		cast(&mut env, vote, Who::Eve, false, 200_000 * BRKW);
		refused(env, "as many nays as ayes");
	}
	{
		let mut env = env.fork();
		cast(&mut env, vote, Who::Alice, true, 200_000 * BRKW);
		assert_ok!(env.root(pallet_democracy::Call::cancel_referendum { ref_index: vote }));
		refused(env, "cancelled");
	}
	{
		let mut env = env.fork();
		while env.run(System::block_number) < open.end {
			env.pass_blocks(1);
		}
		let late = pallet_democracy::Call::vote { ref_index: vote, vote: ballot(true, 200_000 * BRKW) };
		assert!(env.submit(late, Who::Alice).is_err());
		refused(env, "votes that come late");
	}
	// The chain acts on the votes also if the call of the referendum cannot be made in time.
	cast(&mut env, vote, Who::Alice, true, 200_000 * BRKW);
	let remark: RuntimeCall = frame_system::Call::<Runtime>::remark { remark: vec![] }.into();
	let agenda = <<Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock as Get<u32>>::get();
	for _ in 0..agenda {
		assert_ok!(env.root(pallet_scheduler::Call::schedule {
			when: open.final_at,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(remark.clone()),
		}));
	}
	env.take_events();
	granted(&mut env, "a call that comes late");
	let restored = Event::ChoiceRestored { case: id, choice: TRUTH };
	assert!(!events(&mut env).contains(&restored));
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
	pass_sessions(&mut env, DRAW_DELAY);
	env.take_events();
	for choice in [TRUTH, FALSE] {
		// As `decide` does it, for all at once.
		let mut until = 0;
		let panels: Vec<_> = ids
			.iter()
			.map(|id| match case(&mut env, *id).stage {
				Stage::Commit { panel, until: end } => {
					until = until.max(end);
					panel
				}
				other => panic!("no panel was drawn: {other:?}"),
			})
			.collect();
		let voters: Vec<_> = panels.iter().map(|panel| seats(&mut env, *panel)).collect();
		for (id, voters) in ids.iter().zip(&voters) {
			for (who, _) in voters {
				let call = env.run(|| commit_call(*id, who, &Vote::For(choice))).expect("it fits");
				assert_ok!(submit_as(&mut env, call, who));
			}
		}
		pass_to(&mut env, until);
		for (id, voters) in ids.iter().zip(&voters) {
			let Stage::Reveal { until: end, .. } = case(&mut env, *id).stage else { panic!("no reveal") };
			until = until.max(end);
			for (who, _) in voters {
				let (vote, salt) = (Vote::For(choice), salt_of(who));
				let reveal = Call::reveal_vote { case: *id, vote, salt, reasons: None };
				assert_ok!(submit_as(&mut env, reveal, who));
			}
		}
		pass_to(&mut env, until);
		if choice == TRUTH {
			pass_sessions(&mut env, DRAW_DELAY);
		}
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
	let line = |env: &mut Env| env.run(breakwater_court::AppealLine::<Runtime>::get).into_inner();
	let (first, rest) = queued.split_at(MAX_APPEALS as usize);
	assert_eq!((voted(&mut env), line(&mut env)), (first.to_vec(), rest.to_vec()));
	assert_eq!(env.run(|| Cases::open_appeal(999, TRUTH)), Err(DispatchError::Exhausted));
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

// The fees.

#[test]
fn court_should_have_its_share_of_the_fees_when_a_session_ends() {
	let mut env = Env::development();
	// The reserve has some of the token, so that it can take any amount.
	let donation = breakwater_reserve::Call::donate { asset: AssetId::Native, amount: BRKW };
	assert_ok!(env.submit(donation, Who::Eve));
	let fees = Validators::account().expect("the rewards have an account");
	let court = Court::account().expect("the court has an account");
	// Odd, so that each part is rounded.
	let paid = 12_345_678_901_237;
	let pay = pallet_balances::Call::transfer_keep_alive { dest: fees.into(), value: paid };
	assert_ok!(env.submit(pay, Who::Bob));
	let before = env.run(|| {
		(NativeAndAssets::balance(AssetId::Native, &court), breakwater_court::FeePool::<Runtime>::get())
	});
	assert_eq!(before, (EXISTENTIAL_DEPOSIT, 0));
	env.next_block(SESSION);
	// Half is the validators', a fifth of the rest the reserve's, and a tenth of that the court's.
	let rest = paid - paid / 2;
	let (of_reserve, of_court) = (rest / 5, rest / 5 / 10);
	env.run(|| {
		assert_eq!(breakwater_court::FeePool::<Runtime>::get(), of_court);
		assert_eq!(NativeAndAssets::balance(AssetId::Native, &court), EXISTENTIAL_DEPOSIT + of_court);
		let income = Reserve::state(AssetId::Native).expect("the reserve has a book").income;
		assert_eq!(income.fees, of_reserve - of_court);
	});
	// A referendum sets the share.
	use dynamic_params::court::{CourtFeeShare, Parameters};
	let share = Parameters::CourtFeeShare(CourtFeeShare, Some(Permill::zero()));
	super::short::set(&mut env, RuntimeParameters::Court(share));
	let fees = Validators::account().expect("the rewards have an account");
	let pay = pallet_balances::Call::transfer_keep_alive { dest: fees.into(), value: paid };
	assert_ok!(env.submit(pay, Who::Bob));
	env.next_block(SESSION);
	assert_eq!(env.run(breakwater_court::FeePool::<Runtime>::get), of_court);
	env.pass_blocks(1);
}
