// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves the bounties' money.

use super::mock::*;
use crate::*;
use breakwater_primitives::Choice;
use frame_support::storage::with_storage_layer;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use sp_runtime::{DispatchResult, Permill};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Open(bool, u8, u16),
	SetTerms(u8, u8, u16),
	Fund(u8, u8, Balance),
	Request(u8, u8, Balance),
	Withdraw(u8, u8),
	Close(u8, u8),
	Commit(u8, u8),
	Reveal(u8, bool),
	Acknowledge(u8),
	Decide(u8, u8, Balance),
	Dispute(u8),
	/// Voters have chosen, or there is no choice.
	Vote(u8, u8),
	Adopt(u8, bool),
	Process(u8),
	Collect(u8),
	Match(u8),
	Begin(u8),
	Revoke(u8),
	Insure(u8, Balance),
	Full(bool),
	Incident(bool),
	Gift(u8, Balance),
	Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || (0..400_000u128, 0u32..18).prop_map(|(n, shift)| n >> shift);
	let any = any::<u8>;
	prop_oneof![
		2 => (prop::bool::ANY, any(), prop::num::u16::ANY).prop_map(|(r, p, t)| Step::Open(r, p, t)),
		1 => (any(), any(), prop::num::u16::ANY).prop_map(|(w, p, t)| Step::SetTerms(w, p, t)),
		4 => (any(), any(), amount()).prop_map(|(w, p, n)| Step::Fund(w, p, n)),
		2 => (any(), any(), amount()).prop_map(|(w, p, n)| Step::Request(w, p, n)),
		3 => (any(), any()).prop_map(|(w, p)| Step::Withdraw(w, p)),
		1 => (any(), any()).prop_map(|(w, p)| Step::Close(w, p)),
		6 => (any(), any()).prop_map(|(w, p)| Step::Commit(w, p)),
		6 => (any(), prop::bool::weighted(0.9)).prop_map(|(r, own)| Step::Reveal(r, own)),
		3 => any().prop_map(Step::Acknowledge),
		4 => (any(), any(), amount()).prop_map(|(r, d, n)| Step::Decide(r, d, n)),
		4 => any().prop_map(Step::Dispute),
		3 => (any(), any()).prop_map(|(c, choice)| Step::Vote(c, choice)),
		3 => (any(), prop::bool::ANY).prop_map(|(r, claim)| Step::Adopt(r, claim)),
		5 => any().prop_map(Step::Process),
		5 => any().prop_map(Step::Collect),
		5 => any().prop_map(Step::Match),
		4 => any().prop_map(Step::Begin),
		1 => any().prop_map(Step::Revoke),
		1 => (any(), amount()).prop_map(|(p, n)| Step::Insure(p, n)),
		1 => prop::bool::weighted(0.2).prop_map(Step::Full),
		1 => prop::bool::weighted(0.4).prop_map(Step::Incident),
		1 => (any(), amount()).prop_map(|(p, n)| Step::Gift(p, n)),
		3 => (0..12u64, 0..DAY).prop_map(|(days, rest)| Step::Pass(days * DAY / 2 + rest)),
	]
}

/// Mostly the manager of the programmes.
fn person_of(seed: u8) -> AccountId {
	[SPONSOR, HUNTER, OTHER][usize::from(seed) % 3].clone()
}

fn product_of(seed: u8) -> ProductId {
	[PRODUCT, FREE_PRODUCT, SECOND, 9][usize::from(seed % 8) / 2]
}

/// Mostly one of those that fit, otherwise any number.
fn report_of(seed: u8, fits: impl Fn(&ReportOf<Test>) -> bool) -> ReportId {
	let known = Reports::<Test>::iter().filter(|(_, report)| fits(report));
	let mut known: Vec<_> = known.map(|(id, _)| id).collect();
	known.sort();
	match known.is_empty() || seed.is_multiple_of(8) {
		true => u32::from(seed / 8),
		false => known[usize::from(seed) % known.len()],
	}
}

fn is_revealed(report: &ReportOf<Test>) -> bool {
	report.stage.managers_deadline().is_some()
}

/// Sound terms, and sometimes others.
fn terms_of(seed: u16) -> BountyTerms {
	let base = Balance::from(seed % 97);
	let rewards = Rewards { low: base, medium: base * 3, high: base * 100, critical: base * 1_009 };
	BountyTerms {
		rewards,
		acknowledgement: Moment::from(1 + seed % 3) * DAY,
		decision: Moment::from(1 + seed % 5) * DAY,
		vesting: NOTICE + Moment::from(seed % 5) * 20 * DAY,
		rescue_share: Permill::from_percent(u32::from(seed % 12)),
		..terms()
	}
}

/// The claim of the report with a number.
fn claim_of(id: ReportId) -> Claim {
	match id % 6 {
		0 => Claim::Finding(Severity::Low),
		1 => Claim::Finding(Severity::High),
		// The beginning of the tests' time: too long ago after three days.
		2 => Claim::Rescue { returned: 5_000 * Balance::from(id), occurred_at: START },
		_ => CRITICAL,
	}
}

/// The wall-clock time at the beginning.
const START: Moment = 1_700_000_000_000;

fn decision_of(seed: u8, amount: Balance) -> ReportDecision {
	match seed % 8 {
		0 => ReportDecision::Rejected,
		1 => ReportDecision::Severity(Severity::Low),
		2 => ReportDecision::Severity(Severity::Medium),
		3 => ReportDecision::Severity(Severity::High),
		4 => ReportDecision::Returned(amount),
		5 => ReportDecision::Rejected,
		_ => ReportDecision::Severity(Severity::Critical),
	}
}

/// Done, or refused without a trace.
fn layer(call: impl FnOnce() -> DispatchResult) -> bool {
	let before = snapshot();
	let done = with_storage_layer(call).is_ok();
	assert!(done || snapshot() == before, "a refused call changed the state");
	done
}

/// Takes a step. Returns true if it was done.
fn take(step: Step) -> bool {
	let manager = |product: ProductId| Programmes::<Test>::get(product).map_or(SPONSOR, |one| one.manager);
	let owner = |id: ReportId| Reports::<Test>::get(id).map_or(HUNTER, |one| one.reporter);
	// Mostly the account that may.
	let by = |seed: u8, right: AccountId| if seed.is_multiple_of(4) { person_of(seed / 4) } else { right };
	match step {
		Step::Open(by_referendum, product, seed) => {
			let origin = if by_referendum { root() } else { signed(SPONSOR) };
			let named = (by_referendum || seed % 3 == 0).then_some(OTHER);
			layer(|| Bounties::open_programme(origin, product_of(product), named, terms_of(seed)))
		}
		Step::SetTerms(who, product, seed) => {
			let product = product_of(product);
			let who = by(who, manager(product));
			layer(|| Bounties::set_terms(signed(who), product, terms_of(seed)))
		}
		Step::Fund(who, product, amount) => {
			layer(|| Bounties::fund(signed(person_of(who)), product_of(product), amount))
		}
		Step::Request(who, product, amount) => {
			let product = product_of(product);
			let who = by(who, manager(product));
			let amount = if amount % 3 == 0 { Balance::MAX } else { amount };
			layer(|| Bounties::request_withdrawal(signed(who), product, amount))
		}
		Step::Withdraw(who, product) => {
			let product = product_of(product);
			let who = by(who, manager(product));
			layer(|| Bounties::withdraw(signed(who), product))
		}
		Step::Close(who, product) => {
			let product = product_of(product);
			let who = by(who, manager(product));
			layer(|| Bounties::close_programme(signed(who), product))
		}
		Step::Commit(seed, product) => {
			let (who, product) = (person_of(seed), product_of(product));
			let claim = claim_of(NextReport::<Test>::get());
			let hash = commitment(product, &who, claim);
			// Now and then with a limit that does not hold, or the hash of other terms.
			let min_reserved = if seed % 16 == 1 { 100_000 } else { 0 };
			let terms = if seed % 16 == 2 { HASHES.0 } else { terms_hash(product) };
			layer(|| Bounties::commit_report(signed(who), product, hash, min_reserved, terms))
		}
		Step::Reveal(seed, is_own) => {
			let id = report_of(seed, |report| report.claim.is_none());
			let who = if is_own { owner(id) } else { person_of(seed) };
			layer(|| Bounties::reveal_report(signed(who), id, claim_of(id), HASHES.0, HASHES.1))
		}
		Step::Acknowledge(seed) => {
			let id = report_of(seed, is_revealed);
			let who = Reports::<Test>::get(id).map_or(SPONSOR, |report| manager(report.product));
			layer(|| Bounties::acknowledge(signed(who), id))
		}
		Step::Decide(seed, decision, amount) => {
			// Now and then a concession.
			let can_concede = |report: &ReportOf<Test>| report.claim.is_some() && report.stage.is_open();
			let is_late = decision % 3 == 0;
			let id = report_of(seed, |report| is_revealed(report) || (is_late && can_concede(report)));
			let who = Reports::<Test>::get(id).map_or(SPONSOR, |report| manager(report.product));
			let claim = Reports::<Test>::get(id).and_then(|report| report.claim);
			let decision = match claim {
				Some(Claim::Rescue { .. }) => ReportDecision::Returned(amount),
				_ => decision_of(decision, amount),
			};
			layer(|| Bounties::decide(signed(who), id, decision))
		}
		Step::Dispute(seed) => {
			let id = report_of(seed, |report| report.decided.is_some() && report.stage.is_open());
			layer(|| Bounties::dispute(signed(owner(id)), id, Balance::MAX))
		}
		Step::Vote(seed, choice) => {
			let open = (0..CaseList::get().len() as u32).filter(|case| !Outcomes::get().contains_key(case));
			let open: Vec<_> = open.collect();
			let Some(case) = open.get(usize::from(seed) % open.len().max(1)) else { return false };
			decide_case(
				*case,
				[None, Some(Choice::Proposal(0)), Some(Choice::NotCovered)][usize::from(choice) % 3],
			);
			true
		}
		Step::Adopt(seed, is_claim) => {
			let choice = if is_claim { Choice::Proposal(0) } else { Choice::NotCovered };
			let id = report_of(seed, |report| matches!(report.stage, Stage::Disputed { .. }));
			layer(|| Bounties::adopt_decision(root(), id, choice))
		}
		Step::Process(seed) => layer(|| Bounties::process(signed(OTHER), report_of(seed, |_| true))),
		Step::Collect(seed) => {
			let id = report_of(seed, |report| !report.stage.is_open());
			let asset = Reports::<Test>::get(id).and_then(|report| Programmes::<Test>::get(report.product));
			let asset = asset.map_or(USD, |programme| programme.asset);
			let expected = Bounties::report_state(id).map_or(0, |state| state.collectable);
			let (who, before) = (owner(id), total(&asset, &owner(id)));
			let done = layer(|| Bounties::collect(signed(OTHER), id));
			assert_eq!(total(&asset, &who) - before, if done { expected } else { 0 });
			done
		}
		Step::Match(seed) => {
			let (id, before) = (
				report_of(seed, |report| report.is_critical()),
				total(&USD, &RESERVE) + total(&NATIVE, &RESERVE),
			);
			let report = Reports::<Test>::get(id);
			let done = layer(|| Bounties::match_reward(root(), id));
			let given = before - total(&USD, &RESERVE) - total(&NATIVE, &RESERVE);
			let most =
				report.map_or(0, |report| report.cover.min(report.vesting.map_or(0, |v| v.reward / 2)));
			assert!(given == 0 || done && given <= most, "the reserve gives no more than half and the cover");
			done
		}
		Step::Begin(seed) => {
			let is_waiting = |vesting: Vesting| vesting.is_match_approved && vesting.matched == 0;
			let id = report_of(seed, |report| report.vesting.is_some_and(is_waiting));
			let can = Reports::<Test>::get(id).and_then(|report| report.vesting).is_some_and(is_waiting);
			let done = layer(|| Bounties::begin_match(signed(OTHER), id));
			assert!(can || !done, "the reserve gives what a referendum has approved, once");
			done
		}
		Step::Revoke(seed) => {
			let id = report_of(seed, |report| report.vesting.is_some());
			layer(|| Bounties::revoke_unvested(root(), id))
		}
		Step::Insure(product, amount) => {
			insure(product_of(product), amount);
			true
		}
		Step::Full(is_full) => {
			IsFull::set(&is_full);
			true
		}
		Step::Incident(is_open) => {
			IsOpen::set(&is_open);
			true
		}
		Step::Gift(seed, amount) => {
			let asset = if seed % 2 == 0 { USD } else { NATIVE };
			give(asset, &account(), amount + ED);
			true
		}
		Step::Pass(time) => {
			TestClock::pass(time);
			true
		}
	}
}

/// All money, which only gifts add to.
fn issuance(asset: &AssetId) -> Balance {
	[SPONSOR, HUNTER, OTHER, RESERVE, account()].iter().map(|who| total(asset, who)).sum()
}

fn hold(step: Step) -> bool {
	let before = (issuance(&USD), issuance(&NATIVE));
	let is_gift = matches!(step, Step::Gift(..));
	let done = take(step);
	assert!(is_gift || before == (issuance(&USD), issuance(&NATIVE)), "money comes from nowhere, or is lost");
	Bounties::do_try_state().expect("the invariants hold");
	done
}

fn sequences() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(128)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(sequences()))]

	#[test]
	fn books_should_hold_after_every_step(steps in prop::collection::vec(step(), 1..160)) {
		ExtBuilder::default().build_and_execute(|| {
			insure(PRODUCT, 1_000_000);
			for step in steps {
				hold(step);
			}
		});
	}
}

/// A sample of sequences, always the same, in which every kind of step succeeds.
#[test]
fn random_sequences_should_reach_every_step() {
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
	let mut reached = BTreeMap::<String, u32>::new();
	for _ in 0..150 {
		let steps = prop::collection::vec(step(), 160).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			insure(PRODUCT, 1_000_000);
			for step in steps {
				let name = format!("{step:?}").split('(').next().unwrap_or_default().to_owned();
				*reached.entry(name).or_default() += u32::from(hold(step));
			}
		});
	}
	let missing: Vec<_> = reached.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
	assert_eq!(reached.len(), 23, "every kind of step was tried");
}
