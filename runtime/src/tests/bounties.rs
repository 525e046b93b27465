// SPDX-License-Identifier: Apache-2.0

//! Bounties with the real pallets: a sponsor's product, its pool, the reserve and the voters.

use super::{
	assessed::{assessed_buy, assessed_listing},
	env::*,
};
use crate::{constants::*, *};
use breakwater_bounties::{
	commitment_of, Book, BountyTerms, Call, Claim, Error, ReportDecision, Rewards, Severity, BALLOT,
	MAX_CASES,
};
use breakwater_primitives::*;
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	traits::{fungible::InspectHold, fungibles::Inspect},
};
use pallet_democracy::{AccountVote, Conviction, Vote};
use sp_core::H256;
use sp_runtime::{DispatchError, Permill};

/// The sponsor and manager, the white hat, and an accomplice of the sponsor.
pub const SPONSOR: Who = Who::Dave;
pub const HUNTER: Who = Who::Ferdie;
const ACCOMPLICE: Who = Who::Eve;
/// The sponsor's product, which people assess.
const PRODUCT: ProductId = 1;

pub const CRITICAL: Claim = Claim::Finding(Severity::Critical);
const CRITICALLY: ReportDecision = ReportDecision::Severity(Severity::Critical);

/// Rewards up to 50,000 USDB, which vest over 90 days.
pub fn bounty_terms() -> BountyTerms {
	BountyTerms {
		rewards: Rewards { low: 100 * USD, medium: 1_000 * USD, high: 10_000 * USD, critical: 50_000 * USD },
		acknowledgement: 3 * DAY,
		decision: 14 * DAY,
		vesting: 90 * DAY,
		rescue_share: Permill::from_percent(10),
		uri: b"rules.md".to_vec().try_into().expect("a short text"),
	}
}

/// The commitment of an account to a claim, with a hash and a salt of zeros. It has to be made in
/// the state in which it is sent.
pub fn bounty_commitment(product: ProductId, who: Who, claim: Claim) -> H256 {
	let hashes = (H256::zero(), H256::zero());
	commitment_of(System::block_hash(0), product, who.to_account_id(), &claim, hashes)
}

/// The hash of the terms in force of a programme, as a reporter reads them. It has to be made in
/// the state in which it is sent.
pub fn bounty_terms_hash(product: ProductId) -> H256 {
	breakwater_bounties::Programmes::<Runtime>::get(product).map_or(H256::zero(), |mut programme| {
		programme.renew_terms(Clock::active());
		programme.terms.hash()
	})
}

/// A chain with the sponsor's product, of which pool 0 has sold so much cover. The programme has
/// 120,000 USDB, and the reserve two million of its own.
pub fn scene(cover: Balance) -> Env {
	let mut env = Env::insured(true);
	let listing = Box::new(assessed_listing());
	assert_ok!(env.submit(breakwater_products::Call::propose_product { listing }, SPONSOR));
	assert_ok!(env.root(breakwater_products::Call::approve_product { proposal: 0 }));
	let weight = Permill::from_percent(90);
	let set = breakwater_pools::Call::set_weight { pool: 0, product: PRODUCT, weight };
	assert_ok!(env.submit(set, Who::Alice));
	if cover > 0 {
		assert_ok!(env.submit(assessed_buy(PRODUCT, cover, 0), Who::Charlie));
	}
	let donate = breakwater_reserve::Call::donate { asset: USDB, amount: 2_000_000 * USD };
	assert_ok!(env.submit(donate, Who::Bob));
	let open = Call::open_programme { product: PRODUCT, manager: None, terms: bounty_terms() };
	assert_ok!(env.submit(open, SPONSOR));
	assert_ok!(env.submit(Call::fund { product: PRODUCT, amount: 120_000 * USD }, SPONSOR));
	env
}

fn commit(env: &mut Env, who: Who, claim: Claim) -> ReportId {
	let commitment = env.run(|| bounty_commitment(PRODUCT, who, claim));
	let terms = env.run(|| bounty_terms_hash(PRODUCT));
	let id = env.run(breakwater_bounties::NextReport::<Runtime>::get);
	let commit = Call::commit_report { product: PRODUCT, commitment, min_reserved: 0, terms };
	assert_ok!(env.submit(commit, who));
	id
}

fn reveal(env: &mut Env, who: Who, report: ReportId, claim: Claim) -> DispatchResult {
	let (report_hash, salt) = (H256::zero(), H256::zero());
	env.submit(Call::reveal_report { report, claim, report_hash, salt }, who)
}

/// A report that is revealed.
pub fn revealed(env: &mut Env, who: Who, claim: Claim) -> ReportId {
	let report = commit(env, who, claim);
	assert_ok!(reveal(env, who, report, claim));
	report
}

fn book(env: &mut Env) -> Book {
	env.run(|| breakwater_bounties::Programmes::<Runtime>::get(PRODUCT)).expect("it is open").book
}

/// The reserve's own funds.
fn own(env: &mut Env) -> Balance {
	env.run(|| breakwater_reserve::Books::<Runtime>::get(USDB)).own
}

fn price(env: &mut Env) -> Balance {
	let quote = env.run(|| Policies::quote(PRODUCT, 1_000 * USD, 30 * DAY, Permill::zero()));
	quote.expect("it is for sale").premium
}

fn refused(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

#[test]
fn white_hat_should_be_paid_and_matched_to_the_unit() {
	let mut env = scene(40_000 * USD);
	let (before, price_before) = (env.usd(HUNTER), price(&mut env));
	let report = revealed(&mut env, HUNTER, CRITICAL);
	let held = |env: &mut Env| {
		let reason = RuntimeHoldReason::Bounties(breakwater_bounties::HoldReason::Report);
		env.run(|| Balances::balance_on_hold(&reason, &HUNTER.to_account_id()))
	};
	assert_eq!(held(&mut env), BRKW);
	assert_ok!(env.submit(Call::acknowledge { report }, SPONSOR));
	assert_ok!(env.submit(Call::decide { report, decision: CRITICALLY }, SPONSOR));
	assert_eq!(held(&mut env), 0);
	// The product is dearer from now on.
	assert!(price(&mut env) > price_before);
	// Half of the reward is below the cover and below a twentieth of the reserve.
	let funds = own(&mut env);
	assert_ok!(env.root(Call::match_reward { report }));
	assert_eq!(own(&mut env), funds - 25_000 * USD);
	assert_eq!(env.root(Call::match_reward { report }), refused(Error::AlreadyMatched));
	env.jump(30 * DAY);
	let elapsed = env.run(Clock::active) - env.run(|| since(report));
	assert_ok!(env.submit(Call::collect { report }, Who::Alice));
	let vested = 75_000 * USD * Balance::from(elapsed) / Balance::from(90 * DAY);
	assert_eq!(env.usd(HUNTER), before + vested);
	env.jump(60 * DAY);
	assert_ok!(env.submit(Call::collect { report }, Who::Alice));
	assert_eq!(env.usd(HUNTER), before + 75_000 * USD);
	assert!(env.run(|| !breakwater_bounties::Reports::<Runtime>::contains_key(report)));
	assert_eq!((book(&mut env).free, book(&mut env).vesting), (70_000 * USD, 0));
	env.pass_blocks(1);
}

/// The moment from which a reward vests.
fn since(report: ReportId) -> Moment {
	let report = breakwater_bounties::Reports::<Runtime>::get(report).expect("it has a record");
	report.vesting.expect("it has a reward").since
}

/// A sponsor reports an own bug through an accomplice, and has the reserve pay half. Only a
/// referendum can make it do so: what is left moves the sponsor's own money.
#[test]
fn bounty_for_an_own_bug_should_gain_nothing() {
	let mut env = scene(40_000 * USD);
	let together = |env: &mut Env| env.usd(SPONSOR) + env.usd(ACCOMPLICE) + book(env).total().expect("a sum");
	let (before, funds) = (together(&mut env), own(&mut env));
	let report = revealed(&mut env, ACCOMPLICE, CRITICAL);
	assert_ok!(env.submit(Call::decide { report, decision: CRITICALLY }, SPONSOR));
	for who in [SPONSOR, ACCOMPLICE, Who::Alice] {
		let tried = env.submit(Call::match_reward { report }, who);
		assert_eq!(tried, Err(DispatchError::BadOrigin));
	}
	env.jump(90 * DAY);
	assert_ok!(env.submit(Call::collect { report }, ACCOMPLICE));
	assert_eq!(together(&mut env), before);
	assert!(own(&mut env) >= funds, "only premiums have come in");
	assert_eq!(env.run(|| breakwater_reserve::Books::<Runtime>::get(USDB)).bounties, 0);
	env.pass_blocks(1);
}

#[test]
fn match_should_be_refused_for_a_bug_that_no_cover_had() {
	let mut env = scene(0);
	let report = commit(&mut env, HUNTER, CRITICAL);
	// Cover that is bought for the sake of the match comes too late.
	assert_ok!(env.submit(assessed_buy(PRODUCT, 40_000 * USD, 0), Who::Charlie));
	assert_ok!(reveal(&mut env, HUNTER, report, CRITICAL));
	assert_ok!(env.submit(Call::decide { report, decision: CRITICALLY }, SPONSOR));
	assert_eq!(env.root(Call::match_reward { report }), refused(Error::NoCoverInForce));
	env.pass_blocks(1);
}

/// The voters on the two choices of a dispute: so many votes for the claim.
fn vote(env: &mut Env, report: ReportId, for_claim: bool) {
	let open = env.run(cases::Open::<Runtime>::get);
	let case = open
		.iter()
		.find(|case| case.matter == cases::Matter::Proposals(Subject::Report(report)))
		.expect("a case is open");
	let number = case.number;
	for (place, aye) in [(0, for_claim), (1, !for_claim)] {
		let vote = Vote { aye, conviction: Conviction::Locked1x };
		let vote = AccountVote::Standard { vote, balance: 300_000 * BRKW };
		assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index: number + place, vote }, Who::Alice));
	}
	env.take_events();
	env.pass_blocks(20);
}

#[test]
fn voters_should_choose_between_the_claim_and_the_decision() {
	for for_claim in [true, false] {
		let mut env = scene(40_000 * USD);
		let before = env.usd(HUNTER);
		let report = revealed(&mut env, HUNTER, CRITICAL);
		let decision = ReportDecision::Severity(Severity::Low);
		assert_ok!(env.submit(Call::decide { report, decision }, SPONSOR));
		let max_bond = 4_990 * USD;
		assert_ok!(env.submit(Call::dispute { report, max_bond }, HUNTER));
		assert_eq!(env.usd(HUNTER), before - max_bond);
		let nothing = refused(Error::NothingToDo);
		assert_eq!(env.submit(Call::process { report }, Who::Bob), nothing);
		vote(&mut env, report, for_claim);
		// The referendum on the choice passed, with the call that names it.
		let adopted = |event: &RuntimeEvent| {
			let choice = if for_claim { Choice::Proposal(0) } else { Choice::NotCovered };
			*event == RuntimeEvent::Bounties(breakwater_bounties::Event::DecisionAdopted { report, choice })
		};
		assert!(env.take_events().iter().any(adopted));
		let income =
			|env: &mut Env| env.run(|| breakwater_reserve::Books::<Runtime>::get(USDB)).received.lost_bonds;
		let lost_before = income(&mut env);
		assert_ok!(env.submit(Call::process { report }, Who::Bob));
		let lost = if for_claim { 0 } else { max_bond };
		assert_eq!(income(&mut env), lost_before + lost);
		let reward = if for_claim { 50_000 * USD } else { 100 * USD };
		assert_eq!(book(&mut env).vesting, reward);
		env.jump(90 * DAY);
		assert_ok!(env.submit(Call::collect { report }, Who::Bob));
		assert_eq!(env.usd(HUNTER), before + reward - lost);
		env.pass_blocks(1);
	}
}

#[test]
fn silent_sponsor_should_be_overruled_without_a_bond_in_the_asset() {
	let mut env = scene(0);
	let before = env.usd(HUNTER);
	let report = revealed(&mut env, HUNTER, CRITICAL);
	assert_ok!(env.submit(Call::request_withdrawal { product: PRODUCT, amount: Balance::MAX }, SPONSOR));
	env.jump(3 * DAY);
	assert_eq!(env.submit(Call::acknowledge { report }, SPONSOR), refused(Error::TooLate));
	assert_ok!(env.submit(Call::dispute { report, max_bond: 0 }, HUNTER));
	env.jump(11 * DAY);
	// Only what is not reserved leaves.
	assert_ok!(env.submit(Call::withdraw { product: PRODUCT }, SPONSOR));
	assert_eq!((book(&mut env).free, book(&mut env).reserved), (0, 50_000 * USD));
	vote(&mut env, report, true);
	assert_ok!(env.submit(Call::process { report }, HUNTER));
	env.jump(90 * DAY);
	assert_ok!(env.submit(Call::collect { report }, HUNTER));
	assert_eq!(env.usd(HUNTER), before + 50_000 * USD);
	// Nothing is left: the programme can be closed.
	assert_ok!(env.submit(Call::close_programme { product: PRODUCT }, SPONSOR));
	let account = env.run(Bounties::account).expect("the bounties have an account");
	assert_eq!(env.run(|| NativeAndAssets::balance(USDB, &account)), 0);
	env.pass_blocks(1);
}

#[test]
fn report_that_is_not_revealed_should_cost_its_deposit() {
	let mut env = scene(0);
	let report = commit(&mut env, HUNTER, CRITICAL);
	let copied = env.run(|| bounty_commitment(PRODUCT, HUNTER, CRITICAL));
	// A copy of the commitment opens nothing for the copier.
	let terms = env.run(|| bounty_terms_hash(PRODUCT));
	let copy = Call::commit_report { product: PRODUCT, commitment: copied, min_reserved: 0, terms };
	assert_ok!(env.submit(copy, ACCOMPLICE));
	let copy = report + 1;
	assert_eq!(reveal(&mut env, ACCOMPLICE, copy, CRITICAL), refused(Error::WrongCommitment));
	assert_eq!(reveal(&mut env, ACCOMPLICE, report, CRITICAL), refused(Error::NotReporter));
	env.jump(7 * DAY);
	let native = |env: &mut Env| env.run(|| breakwater_reserve::Books::<Runtime>::get(AssetId::Native)).own;
	let before = native(&mut env);
	assert_ok!(env.submit(Call::process { report: copy }, Who::Bob));
	// One report was open before it.
	assert_eq!(native(&mut env), before + 2 * BRKW);
	assert_eq!(book(&mut env).reserved, 50_000 * USD);
	env.pass_blocks(1);
}

/// Guard: a rescue named any amount, and took a small dispute to all levels without a bond.
#[test]
fn dispute_should_be_over_no_more_than_the_choice_can_move() {
	let mut env = scene(0);
	let claim = Claim::Rescue { returned: 10u128.pow(30), occurred_at: env.now() };
	// Of the third report only a part is reserved yet. It can get all when an earlier one ends.
	for _ in 0..2 {
		commit(&mut env, Who::Bob, CRITICAL);
	}
	let report = revealed(&mut env, HUNTER, claim);
	let reserved = env.run(|| breakwater_bounties::Programmes::<Runtime>::get(PRODUCT));
	assert_eq!(reserved.expect("it is open").reserved_for(report), 20_000 * USD);
	env.jump(3 * DAY);
	assert_ok!(env.submit(Call::dispute { report, max_bond: 0 }, HUNTER));
	let case = env.run(|| breakwater_court::Cases::<Runtime>::get(0)).expect("it is open");
	assert_eq!(case.dispute.at_stake, 50_000 * USD);
	assert_eq!(case.dispute.fees, env.run(Court::dispute_fee));
}

/// Guards: two cases of a programme at once, and the room of reports. Disputes that cost little, as
/// the manager is silent, keep neither other programmes nor incidents from their cases.
#[test]
fn disputes_should_leave_room_for_incidents() {
	let mut env = scene(0);
	assert_ok!(env.submit(Call::fund { product: PRODUCT, amount: 1_000_000 * USD }, SPONSOR));
	let reports: Vec<_> = (0..6).map(|_| revealed(&mut env, HUNTER, CRITICAL)).collect();
	env.jump(3 * DAY);
	for report in &reports {
		assert_ok!(env.submit(Call::dispute { report: *report, max_bond: 0 }, HUNTER));
	}
	let open = |env: &mut Env| env.run(cases::Open::<Runtime>::get).len() as u32;
	assert_eq!(open(&mut env), MAX_CASES);
	// Other programmes fill the rest of the room.
	for report in MAX_CASES..cases::MAX_REPORT_REFERENDA / 2 {
		assert_ok!(env.run(|| Cases::begin(Dispute::new(Subject::Report(900 + report), BALLOT))));
	}
	let beyond = env.run(|| Cases::begin(Dispute::new(Subject::Report(990), BALLOT)));
	assert_eq!(beyond, Err(DispatchError::Exhausted));
	let ballot = Ballot { proposals: MAX_CHOICES, has_not_covered: false };
	for incident in 0..(cases::MAX_REFERENDA - cases::MAX_REPORT_REFERENDA) / MAX_CHOICES {
		assert_ok!(env.run(|| Cases::begin(Dispute::new(Subject::Incident(900 + incident), ballot))));
	}
	// Those that wait begin as the others end. A case that is over takes its room until then.
	let mut ended = 0;
	for _ in 0..4 {
		env.pass_blocks(20);
		for report in &reports {
			ended += u32::from(env.submit(Call::process { report: *report }, Who::Bob).is_ok());
		}
	}
	// Each ended, and four of them had to begin first.
	assert_eq!(ended, 6 + 4);
	assert_eq!(book(&mut env).reserved, 0);
	env.pass_blocks(1);
}
