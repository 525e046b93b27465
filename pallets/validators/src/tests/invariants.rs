// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves bonds, seats and rewards.

use super::mock::*;
use crate::*;
use frame_support::traits::fungibles::Inspect;
use proptest::prelude::*;
use sp_runtime::Perbill;
use sp_staking::offence::ReportOffence;

#[derive(Clone, Debug)]
enum Step {
	Register(u8, Balance),
	Approve(u8),
	Remove(u8),
	Retire(u8),
	WithdrawBond(u8),
	AddBond(u8, Balance),
	Resume(u8),
	Fund(u8, Balance),
	Fees(Balance),
	NoteAuthor(Vec<u8>, u32),
	OnOffence(u8, u64, u32, u32),
	PurgeKeys(u8),
	SetKeys(u8),
	Limits(u32, u32, Balance),
	Refuse(bool),
	Pass(u32),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1u8..9;
	prop_oneof![
		3 => (who(), 0..3 * BOND).prop_map(|(w, n)| Step::Register(w, n)),
		1 => who().prop_map(Step::Approve),
		1 => who().prop_map(Step::Remove),
		1 => who().prop_map(Step::Retire),
		2 => who().prop_map(Step::WithdrawBond),
		1 => (who(), 0..BOND).prop_map(|(w, n)| Step::AddBond(w, n)),
		2 => who().prop_map(Step::Resume),
		1 => (who(), 0..5_000u128).prop_map(|(w, n)| Step::Fund(w, n)),
		2 => (0..5_000u128).prop_map(Step::Fees),
		4 => (prop::collection::vec(0u8..5, 1..5), 1u32..30).prop_map(|(w, n)| Step::NoteAuthor(w, n)),
		3 => (who(), 0u64..4, 0u32..101, 0u32..4).prop_map(|(w, s, p, b)| Step::OnOffence(w, s, p, b)),
		1 => who().prop_map(Step::PurgeKeys),
		1 => who().prop_map(Step::SetKeys),
		1 => (1u32..7, 0u32..4, 1..2 * BOND).prop_map(|(m, o, b)| Step::Limits(m, o, b)),
		1 => any::<bool>().prop_map(Step::Refuse),
		6 => prop_oneof![3 => 1u32..3, 1 => Just(REMEMBERED)].prop_map(Step::Pass),
	]
}

/// A call either works or changes nothing.
fn called(result: frame_support::dispatch::DispatchResult, before: Vec<u8>) {
	if result.is_err() {
		assert_eq!(snapshot(), before);
	}
}

fn run_step(step: Step) {
	let before = snapshot();
	match step {
		Step::Register(who, bond) => called(Validators::register(signed(who), bond), before),
		Step::Approve(who) => called(Validators::approve(root(), person(who)), before),
		Step::Remove(who) => called(Validators::remove(root(), person(who)), before),
		Step::Retire(who) => called(Validators::retire(signed(who)), before),
		Step::WithdrawBond(who) => called(Validators::withdraw_bond(signed(who)), before),
		Step::AddBond(who, amount) => called(Validators::add_bond(signed(who), amount), before),
		Step::Resume(who) => called(Validators::resume(signed(who)), before),
		Step::Fund(who, amount) => called(Validators::fund(signed(who), amount), before),
		Step::Fees(amount) => {
			let _ = move_fees(amount);
		}
		Step::NoteAuthor(places, blocks) => {
			let validators = validators();
			places
				.iter()
				.filter_map(|place| validators.get(*place as usize))
				.for_each(|who| author(&[*who], blocks));
		}
		Step::OnOffence(who, slot, percent, back) => {
			let fraction = Perbill::from_percent(percent);
			let session = Session::current_index().saturating_sub(back);
			let _ =
				Offences::report_offence(vec![], Equivocation { session, slot, who: person(who), fraction });
		}
		Step::PurgeKeys(who) => {
			// A chain whose last candidate has no session keys stops.
			let has_keys = |one: &Candidate<AccountId>| Session::load_keys(&one.who).is_some();
			if Candidates::<Test>::get().iter().any(|one| one.who != person(who) && has_keys(one)) {
				let _ = Session::purge_keys(signed(who));
			}
		}
		Step::SetKeys(who) => set_keys(&person(who)),
		Step::Limits(max_validators, open_seats, min_bond) => {
			Numbers::set(Limits { max_validators, open_seats, min_bond, ..limits() });
		}
		Step::Refuse(refuses) => set_reserve(|reserve| reserve.refuses = refuses),
		Step::Pass(sessions) => {
			for _ in 0..sessions {
				Session::rotate_session();
			}
			assert!(!Session::validators().is_empty(), "the chain goes on");
		}
	}
}

/// Fees come from an account that pays them.
fn move_fees(amount: Balance) -> frame_support::dispatch::DispatchResult {
	use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
	AllAssets::transfer(AssetId::Native, &person(9), &pot(), amount, Preservation::Preserve).map(drop)
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(256),
		max_shrink_iters: 2_000,
		..Default::default()
	})]

	#[test]
	fn books_should_hold_in_random_sequences(steps in prop::collection::vec(step(), 1..120)) {
		chain(9, 3).execute_with(|| {
			let issued = AllAssets::total_issuance(AssetId::Native);
			for step in steps {
				run_step(step);
				check_invariants();
				assert_eq!(AllAssets::total_issuance(AssetId::Native), issued, "value only moves");
			}
		});
	}
}
