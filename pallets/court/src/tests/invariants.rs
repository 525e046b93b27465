// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves stakes, seats and the court's money.

use super::mock::*;
use frame_support::storage::with_storage_layer;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use sp_runtime::{DispatchResult, FixedU128};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Step {
	Stake(u8, Balance),
	Activate(u8),
	Unstake(u8, Balance),
	Withdraw(u8),
	Delegate(u8, u8),
	Profile(u8),
	Open(u8, u8),
	Evidence(u8),
	/// The voters of a panel commit, each to a vote by the seed.
	Commit(u8, u64),
	/// Those who have committed reveal, most of them.
	Reveal(u8, u64),
	Denounce(u8, u64),
	/// A panel is drawn, commits, reveals and decides, or fails.
	Panel(u8, u64),
	Appeal(u8, u8, u8, Balance),
	Collect(u8, u8, u8),
	Process(u8),
	/// The idle hook takes the steps of all cases.
	Idle,
	/// The time of a case's stage passes.
	Deadline(u8),
	Epoch,
	EndAppeal(u8, bool),
	EndVoters(u8, u8),
	Restore(u8),
	Close(u8),
	/// A dispute is paid for, and never comes before the court.
	Charge(u8),
	/// Blocks make no randomness for so many epochs.
	Seedless(u8),
	SetValue(u8),
	Parties(u64),
	Room(u8),
	/// Governance sets other numbers.
	Govern(u8),
	Refuse(bool),
	Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || (0..400_000u128, 0u32..18).prop_map(|(n, shift)| n >> shift);
	let (any, seed) = (any::<u8>, any::<u64>);
	prop_oneof![
		2 => (any(), amount()).prop_map(|(w, n)| Step::Stake(w, n)),
		1 => any().prop_map(Step::Activate),
		1 => (any(), amount()).prop_map(|(w, n)| Step::Unstake(w, n)),
		1 => any().prop_map(Step::Withdraw),
		1 => (any(), any()).prop_map(|(w, to)| Step::Delegate(w, to)),
		1 => any().prop_map(Step::Profile),
		3 => (any(), any()).prop_map(|(kind, n)| Step::Open(kind, n)),
		1 => any().prop_map(Step::Evidence),
		4 => (any(), seed()).prop_map(|(c, n)| Step::Commit(c, n)),
		4 => (any(), seed()).prop_map(|(c, n)| Step::Reveal(c, n)),
		2 => (any(), seed()).prop_map(|(c, n)| Step::Denounce(c, n)),
		9 => (any(), seed()).prop_map(|(c, n)| Step::Panel(c, n)),
		8 => (any(), any(), any(), amount()).prop_map(|(w, c, p, n)| Step::Appeal(w, c, p, n)),
		4 => (any(), any(), any()).prop_map(|(c, l, w)| Step::Collect(c, l, w)),
		4 => any().prop_map(Step::Process),
		8 => Just(Step::Idle),
		4 => any().prop_map(Step::Deadline),
		2 => Just(Step::Epoch),
		3 => (any(), prop::bool::ANY).prop_map(|(n, g)| Step::EndAppeal(n, g)),
		3 => (any(), any()).prop_map(|(n, c)| Step::EndVoters(n, c)),
		2 => any().prop_map(Step::Restore),
		4 => any().prop_map(Step::Close),
		1 => any().prop_map(Step::Charge),
		1 => any().prop_map(Step::Seedless),
		1 => any().prop_map(Step::SetValue),
		1 => seed().prop_map(Step::Parties),
		1 => any().prop_map(Step::Room),
		1 => any().prop_map(Step::Govern),
		1 => prop::bool::weighted(0.1).prop_map(Step::Refuse),
		1 => (0..80u64, 0..DAY).prop_map(|(days, rest)| Step::Pass(days * DAY / 4 + rest)),
	]
}

/// The accounts that were assessors at the beginning, and a few more.
const PEOPLE: u16 = 48;

fn one(seed: u8) -> AccountId {
	person(u16::from(seed) % PEOPLE)
}

fn choice_of(seed: u8) -> Choice {
	[A, B, C, Choice::Proposal(5)][usize::from(seed % 16) / 5]
}

/// Mostly a case that fits, otherwise any.
fn case_of(seed: u8, fits: impl Fn(&Case) -> bool) -> CaseId {
	let mut known: Vec<_> = Cases::<Test>::iter().filter(|(_, case)| fits(case)).map(|(id, _)| id).collect();
	known.sort();
	match known.is_empty() || seed.is_multiple_of(16) {
		true => u32::from(seed / 8),
		false => known[usize::from(seed) % known.len()],
	}
}

/// The vote of an account, by its salt: mostly for the choice that the seed has for all.
fn vote_of(seed: u64, who: &AccountId) -> Vote {
	let bytes: &[u8; 32] = who.as_ref();
	let mixed = seed ^ u64::from(bytes[1]).wrapping_mul(0x9e37_79b9);
	match mixed % 16 {
		0 => Vote::Abstain,
		1 => Vote::For(choice_of((mixed >> 8) as u8 % 15)),
		2 | 3 => Vote::Ranked(Ranks::try_from(vec![(seed % 3) as u8, (mixed >> 9) as u8 % 3, 1]).unwrap()),
		_ => Vote::For(choice_of(seed as u8 % 15)),
	}
}

/// The salt of an account's vote names it, so that it can be revealed.
fn salt_of(seed: u64) -> [u8; 32] {
	let mut salt = [0; 32];
	salt[..8].copy_from_slice(&seed.to_le_bytes());
	salt
}

thread_local! {
	/// The seeds of commitments, as their voters keep them.
	static KEPT: std::cell::RefCell<BTreeMap<(PanelId, AccountId), u64>> = Default::default();
}

fn kept(panel: PanelId, who: &AccountId) -> Option<u64> {
	KEPT.with(|kept| kept.borrow().get(&(panel, who.clone())).copied())
}

/// A call is done, or rolled back as the runtime does.
fn layer(call: impl FnOnce() -> DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

fn committing(case: &Case) -> bool {
	matches!(case.stage, Stage::Commit { .. })
}

fn voting_panel(id: CaseId) -> Option<PanelId> {
	match Cases::<Test>::get(id)?.stage {
		Stage::Commit { panel, .. } | Stage::Reveal { panel, .. } => Some(panel),
		_ => None,
	}
}

/// Each voter of a panel does something. True if one has.
fn each(id: CaseId, act: impl Fn(PanelId, &AccountId) -> bool) -> bool {
	let Some(panel) = voting_panel(id) else { return false };
	voters(panel).into_iter().fold(false, |done, (who, _)| act(panel, &who) || done)
}

/// The voters of a panel commit, each to a vote by the seed.
fn commit_all(id: CaseId, seed: u64) -> bool {
	each(id, |panel, who| {
		let Some(ranks) = vote_of(seed, who).ranks(BALLOT) else { return false };
		let hash = Court::commitment(panel, who, &ranks, &salt_of(seed));
		let done = with_storage_layer(|| Court::commit_vote(signed(who.clone()), id, hash)).is_ok();
		if done {
			KEPT.with(|kept| kept.borrow_mut().insert((panel, who.clone()), seed));
		}
		done
	})
}

/// Those who have committed reveal, most of them with reasons. One seed in four leaves half out.
fn reveal_all(id: CaseId, mask: u64) -> bool {
	each(id, |panel, who| {
		let bytes: &[u8; 32] = who.as_ref();
		let is_absent = mask.is_multiple_of(4) && (mask >> (bytes[1] % 32)) & 1 == 0;
		let Some(seed) = kept(panel, who).filter(|_| !is_absent) else { return false };
		let why = reasons().filter(|_| !bytes[1].is_multiple_of(5));
		let (vote, salt) = (vote_of(seed, who), salt_of(seed));
		let reveal = || Court::reveal_vote(signed(who.clone()), id, vote, salt, why);
		with_storage_layer(reveal).is_ok()
	})
}

fn is_voting(case: &Case) -> bool {
	matches!(case.stage, Stage::Draw { .. } | Stage::Commit { .. } | Stage::Reveal { .. })
}

/// A case is taken to the end of the votes of its panel, or as far as it goes.
fn panel(id: CaseId, seed: u64) -> bool {
	let mut done = false;
	for _ in 0..3 {
		let Some(case) = Cases::<Test>::get(id).filter(is_voting) else { return done };
		match case.stage {
			Stage::Commit { .. } => done |= commit_all(id, seed),
			Stage::Reveal { .. } => done |= reveal_all(id, seed),
			_ => pass(2 * EPOCH),
		}
		let now = TestClock::active();
		if let Stage::Commit { until, .. } | Stage::Reveal { until, .. } = case.stage {
			pass(until.saturating_sub(now));
		}
		if process(id).is_err() {
			return done;
		}
	}
	done
}

/// Takes a step. Returns true if it was done.
fn take(step: Step) -> bool {
	match step {
		Step::Stake(who, amount) => layer(|| Court::stake(signed(one(who)), amount)),
		Step::Activate(who) => layer(|| Court::activate(signed(PAYER), one(who))),
		Step::Unstake(who, amount) => {
			let amount = if amount % 3 == 0 { LEAST } else { amount };
			layer(|| Court::unstake(signed(one(who)), amount))
		}
		Step::Withdraw(who) => {
			let leaves = Assessors::<Test>::iter().find(|(_, one)| one.leaving.amount > 0);
			let who = leaves.map_or(one(who), |(who, _)| who);
			if Cases::<Test>::iter_values().all(|case| !is_voting(&case)) {
				pass(Court::cooldown());
			}
			layer(|| Court::withdraw(signed(PAYER), who))
		}
		Step::Delegate(who, to) => {
			let to = (!to.is_multiple_of(4)).then(|| one(to));
			layer(|| Court::delegate(signed(one(who)), to))
		}
		Step::Profile(who) => {
			let uri = Uri::try_from(vec![who; usize::from(who % 40)]).unwrap();
			layer(|| Court::set_profile(signed(one(who)), uri))
		}
		Step::Open(kind, number) => {
			let number = u32::from(number);
			let subject = if kind % 4 == 0 { Subject::Report(number) } else { Subject::Incident(number) };
			let asset = if kind % 5 == 0 { USD } else { NATIVE };
			let at_stake = if kind % 3 == 0 { Balance::MAX } else { Balance::from(kind) * 100 };
			let dispute = Dispute::new(subject, BALLOT).over(asset, at_stake);
			layer(|| {
				let fees = if kind % 7 == 0 { 0 } else { Court::charge(&PAYER)? };
				Court::begin(dispute.paid(fees)).map(|_| ())
			})
		}
		Step::Evidence(case) => {
			let id = case_of(case, committing);
			layer(|| Court::submit_evidence(signed(PAYER), id, H256::zero(), Uri::default()))
		}
		Step::Commit(case, seed) => commit_all(case_of(case, committing), seed),
		Step::Reveal(case, seed) => {
			reveal_all(case_of(case, |case| matches!(case.stage, Stage::Reveal { .. })), seed)
		}
		Step::Panel(case, seed) => panel(case_of(case, is_voting), seed),
		Step::Denounce(case, mask) => {
			let mut is_first = std::cell::Cell::new(true);
			each(case_of(case, committing), |panel, who| {
				let bytes: &[u8; 32] = who.as_ref();
				let is_leaked = (mask >> (bytes[1] % 32)) & 1 == 0 && is_first.get();
				let Some(seed) = kept(panel, who).filter(|_| is_leaked) else { return false };
				let id = PanelsOf::<Test>::get(who, panel).unwrap();
				let (vote, salt) = (vote_of(seed, who), salt_of(seed));
				let done = layer(|| Court::denounce_vote(signed(OTHER), id, who.clone(), vote, salt));
				is_first.set(!done);
				done
			}) && !*is_first.get_mut()
		}
		Step::Appeal(who, case, choice, amount) => {
			let who = [PAYER, OTHER, one(who)][usize::from(who) % 3].clone();
			let id = case_of(case, |case| matches!(case.stage, Stage::Appeal { .. }));
			let amount = if amount % 2 == 0 { 2 * BOND } else { amount };
			layer(|| Court::fund_appeal(signed(who), id, choice_of(choice), amount))
		}
		Step::Collect(case, level, who) => {
			let who = [PAYER, OTHER, one(who)][usize::from(who) % 3].clone();
			let id = case_of(case, |case| case.appeals[0].is_some_and(|appeal| appeal.left > 0));
			layer(|| Court::collect(signed(PAYER), id, level % 2, who))
		}
		Step::Process(case) => {
			let id = case_of(case, |_| true);
			layer(|| process(id))
		}
		Step::Idle => {
			let before = snapshot();
			work();
			snapshot() != before
		}
		Step::Deadline(case) => {
			let now = TestClock::active();
			let until = |case: &Case| match case.stage {
				Stage::Commit { until, .. } | Stage::Reveal { until, .. } | Stage::Appeal { until } => {
					until.checked_sub(now)
				}
				_ => None,
			};
			let id = case_of(case, |case| until(case).is_some());
			let wait = Cases::<Test>::get(id).and_then(|case| until(&case));
			wait.map(pass).is_some()
		}
		Step::Epoch => {
			next_epoch();
			true
		}
		Step::EndAppeal(number, is_granted) => {
			let open = Appeals::get().iter().position(|one| one.result.is_none());
			open.filter(|_| number % 2 == 0).map(|open| end_appeal(open as u32, is_granted)).is_some()
		}
		Step::EndVoters(number, choice) => {
			let open = VoterCases::get().iter().position(|one| one.result.is_none());
			let choice = Some(choice_of(choice)).filter(|one| BALLOT.iter().any(|(_, other)| *one == other));
			open.filter(|_| number % 2 == 0).map(|open| end_voters(open as u32, choice)).is_some()
		}
		Step::Restore(case) => {
			let id = case_of(case, |case| matches!(case.stage, Stage::LastAppeal { .. }));
			let first = Cases::<Test>::get(id).and_then(|case| case.rounds[0]);
			let choice = first.and_then(|round| BALLOT.at(round.choice)).unwrap_or(C);
			let stage = Cases::<Test>::get(id).map(|case| case.stage);
			if let Some(Stage::LastAppeal { vote: Some(vote) }) = stage {
				if Appeals::get()[vote as usize].result.is_none() {
					end_appeal(vote, true);
				}
			}
			layer(|| Court::restore_choice(root(), id, choice))
		}
		Step::Close(case) => {
			let id = case_of(case, |case| !case.is_open() && !case.is_closed);
			let can = Cases::<Test>::get(id).is_some_and(|case| !case.is_open() && !case.is_closed);
			if can {
				assert!(Court::outcome(id).is_some(), "a case that has ended has an outcome");
				Court::close(id);
			}
			can
		}
		Step::Charge(who) => layer(|| Court::charge(&one(who)).map(|_| ())),
		Step::Seedless(epochs) => {
			Seedless::set(&true);
			pass(EPOCH * Moment::from(epochs % 12));
			work();
			Seedless::set(&false);
			true
		}
		Step::SetValue(value) => {
			let value = (value % 3 > 0).then(|| FixedU128::from_rational(value.into(), 7));
			layer(|| Court::set_asset_value(root(), USD, value))
		}
		Step::Parties(seed) => {
			// One seed in four leaves too few for a panel.
			let mask = if seed % 4 == 0 { 1 } else { 7 };
			let is_party = |number: &u16| (seed >> (number % 60)) & mask == 0 || mask == 1 && *number > 6;
			Parties::set(&(0..PEOPLE).filter(is_party).map(person).collect::<BTreeSet<_>>());
			true
		}
		Step::Room(room) => {
			Room::set(&u32::from(room % 4));
			true
		}
		Step::Govern(seed) => {
			let changed = match seed % 4 {
				0 => Limits { least_total: Balance::MAX, ..limits() },
				1 => Limits { seat_stake: SEAT / 3, seat_fee: 50, appeal_bond: 99, ..limits() },
				2 => Limits { seat_cap: Permill::from_percent(40), least_stake: 1, finality: 1, ..limits() },
				_ => limits(),
			};
			TheLimits::set(&changed);
			true
		}
		Step::Refuse(refuses) => {
			Refuses::set(&refuses);
			true
		}
		Step::Pass(time) => {
			// Now and then so long that money is not kept any longer.
			pass(if time % 8 == 0 { time + limits().unclaimed_after } else { time });
			true
		}
	}
}

/// Takes a step. The invariants hold, and all money is there.
fn hold(step: Step) -> bool {
	let before = issuance();
	let done = take(step);
	assert_eq!(issuance(), before, "money comes from nowhere, or is lost");
	Court::do_try_state().expect("the invariants hold");
	// No step sends money straight to the account, so all of it is in the books.
	let account = Court::account().unwrap();
	assert_eq!(Some(balance(NATIVE, &account) - ED), Court::books(), "money is in no book");
	done
}

/// Run a test on a chain with 40 assessors and eight other accounts. Appeals are cheap.
fn on_a_chain<R>(test: impl FnOnce() -> R) -> R {
	KEPT.with(|kept| kept.borrow_mut().clear());
	with_assessors(40, 20 * LEAST, || {
		(40..PEOPLE).for_each(|number| give(NATIVE, &person(number), RICH));
		test()
	})
}

fn sequences() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(128)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(sequences()))]

	#[test]
	fn invariants_should_hold_after_every_step(steps in prop::collection::vec(step(), 1..80)) {
		on_a_chain(|| {
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
	let mut seen = BTreeMap::<String, u32>::new();
	for _ in 0..24 {
		let steps = prop::collection::vec(step(), 250).new_tree(&mut runner).unwrap().current();
		on_a_chain(|| {
			for step in steps {
				let name = format!("{step:?}").split('(').next().unwrap_or_default().to_owned();
				*reached.entry(name).or_default() += u32::from(hold(step));
			}
			for event in events() {
				let name = format!("{event:?}").split([' ', '{']).next().unwrap_or_default().to_owned();
				*seen.entry(name).or_default() += 1;
			}
		});
	}
	let missing: Vec<_> = reached.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
	assert_eq!(reached.len(), 30, "every kind of step was tried");
	for event in [
		"Event::Decided",
		"Event::PanelFailed",
		"Event::PanelNotDrawn",
		"Event::Appealed",
		"Event::LastAppealOpened",
		"Event::VotersAsked",
		"Event::CaseRemoved",
		"Event::AppealSwept",
	] {
		assert!(seen.contains_key(event), "{event} of {seen:#?}");
	}
}
