// SPDX-License-Identifier: Apache-2.0

//! `propose_proposal`, `adopt_proposal`, and the end of the bonds.

use super::mock::*;

const NO: Verdict = Verdict::NotCovered;

/// No price is known for a day: incident 0 waits for an outcome proposal.
fn undecided() -> Moment {
	let at = breach();
	block(at + MINUTE);
	pass_to(at + 2 * MINUTE);
	feed_nothing(FEED);
	block(at + 3 * MINUTE);
	block(at + 3 * MINUTE + DAY - 1);
	assert!(matches!(stage(0), Stage::Undecided { .. }));
	block(at + 3 * MINUTE + DAY);
	assert_eq!(stage(0), Stage::Open { until: TestClock::active() + 7 * DAY });
	at
}

fn average_of(occurred_at: Moment, binding: u128) -> Verdict {
	Verdict::Average { occurred_at, average: binding }
}

/// The gain or loss of each of the three accounts that put up bonds.
fn gains() -> [i128; 3] {
	[REPORTER, PROPOSER, RIVAL].map(|who| usd(&who) as i128 - PURSE as i128)
}

/// A case is over, and a block passes.
fn choose(case: u32, choice: Option<u32>) {
	decide(case, choice);
	block_after(MINUTE);
}

fn adopt(place: u32) -> frame_support::dispatch::DispatchResult {
	let proposals = assessment(0).map_or(0, |assessment| assessment.proposals);
	let choice = if place < proposals { Choice::Proposal(place) } else { Choice::NotCovered };
	Assessment::adopt_outcome(RuntimeOrigin::root(), 0, choice)
}

/// An outcome proposal is challenged by another, and the case has begun.
fn case() -> Table {
	let table = Table::of(&[300, 0]);
	assert_ok!(report_now());
	assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
	block_after(DAY);
	assert_ok!(propose(RIVAL, 0, Table::of(&[600, 400]).verdict(START)));
	block_after(2 * DAY - 1);
	assert!(matches!(stage(0), Stage::Challenge { .. }));
	block_after(1);
	assert!(matches!(stage(0), Stage::Case(_)));
	assert_eq!(world(|w| w.cases.clone()), vec![(0, ballot(2, true))]);
	table
}

#[test]
fn unchallenged_proposal_should_stand_and_pay_when_data_were_missing() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = undecided();
		assert_ok!(propose(PROPOSER, 0, average_of(at - 5, BAD)));
		block_after(2 * DAY - 1);
		assert!(matches!(stage(0), Stage::Challenge { .. }));
		block_after(1);
		assert_eq!((incident(0).occurred_at, binding(0)), (at - 5, Some(BAD)));
		assert_eq!((stage(0), usd(&ALICE), gains()), (Stage::Paid, 100, [0, 0, 0]));
	});
}

#[test]
fn unchallenged_proposal_should_reject_when_it_says_so() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		undecided();
		assert_ok!(propose(PROPOSER, 0, NO));
		block_after(2 * DAY);
		assert_eq!((stage(0), open().first, gains()), (Stage::Rejected, None, [0, 0, 0]));
	});
}

#[test]
fn incident_should_be_rejected_when_no_outcome_is_proposed() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		undecided();
		block_after(7 * DAY - 1);
		assert!(matches!(stage(0), Stage::Open { .. }));
		block_after(1);
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(
			count_events(|e| matches!(
				e,
				RuntimeEvent::Claims(ClaimsEvent::IncidentRejected { reason: Reason::NoProposal, .. })
			)),
			1
		);
	});
}

#[test]
fn assessment_should_run_on_active_time() {
	ExtBuilder::default().max_gap(MINUTE).assessed(&[600]).build_and_execute(|| {
		for minute in 0..=30 {
			block_with(START + minute * MINUTE, if minute < 11 { GOOD } else { BAD });
		}
		block(START + 3 * DAY);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		assert_ok!(report_now());
		// Days of wall-clock time are minutes of active time.
		for day in 4..20 {
			block(START + day * DAY);
		}
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		assert!(matches!(stage(1), Stage::Open { .. }));
		assert_ok!(propose(PROPOSER, 1, NO));
		block_after(3 * DAY);
		assert!(matches!(stage(1), Stage::Challenge { .. }));
	});
}

#[test]
fn data_that_come_back_should_not_decide_an_incident_in_assessment() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = undecided();
		for hour in 0..5 {
			block_with(at + 2 * DAY + hour * HOUR, GOOD);
		}
		assert!(matches!(stage(0), Stage::Open { .. }));
		assert!(!watch().ready);
		assert_ok!(propose(PROPOSER, 0, NO));
		for hour in 0..50 {
			block_with(at + 3 * DAY + hour * HOUR, GOOD);
		}
		assert_eq!(stage(0), Stage::Rejected);
		assert!(watch().ready);
	});
}

#[test]
fn proposal_should_be_refused_when_it_cannot_be_true() {
	ExtBuilder::default().policy(90, ALICE, 100).assessed(&[600]).build_and_execute(|| {
		let at = undecided();
		assert_ok!(report_now());
		let table = Table::of(&[5]);
		let late = incident(0).opened.now + 1;
		assert_noop!(
			propose(PROPOSER, 0, average_of(late, BAD)),
			AssessmentError::<Test>::OccurredAfterOpening
		);
		let late = incident(1).opened.now + 1;
		assert_noop!(
			propose(PROPOSER, 1, table.verdict(late)),
			AssessmentError::<Test>::OccurredAfterOpening
		);
		for binding in [trigger().threshold + 1, u128::MAX] {
			assert_noop!(propose(PROPOSER, 0, average_of(at, binding)), AssessmentError::<Test>::NotABreach);
		}
		assert_noop!(propose(PROPOSER, 0, table.verdict(at)), AssessmentError::<Test>::WrongVerdict);
		assert_noop!(propose(PROPOSER, 1, average_of(at, BAD)), AssessmentError::<Test>::WrongVerdict);
		assert_noop!(propose(PROPOSER, 1, Table::of(&[0]).verdict(at)), AssessmentError::<Test>::EmptyTable);
		assert_noop!(propose(PROPOSER, 7, NO), AssessmentError::<Test>::UnknownAssessment);
		let low = Assessment::propose_outcome(signed(PROPOSER), 1, NO, Uri::default(), 499).plain();
		assert_noop!(low, AssessmentError::<Test>::BondAboveLimit);
		assert_ok!(propose(PROPOSER, 0, average_of(at, trigger().threshold)));
	});
}

#[test]
fn proposal_should_be_refused_when_it_is_too_late_or_too_early() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		// The hooks have not seen the deadline yet.
		pass_to(START + 7 * DAY);
		assert_noop!(propose(PROPOSER, 0, NO), AssessmentError::<Test>::TooLate);
		block_after(0);
		assert_noop!(propose(PROPOSER, 0, NO), AssessmentError::<Test>::UnknownAssessment);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 1, NO));
		assert_noop!(propose(RIVAL, 1, NO), AssessmentError::<Test>::SameOutcome);
		pass_to(TestClock::now() + 2 * DAY);
		assert_noop!(propose(RIVAL, 1, Table::of(&[5]).verdict(START)), AssessmentError::<Test>::TooLate);
	});
}

#[test]
fn proposals_should_double_from_the_third_on_and_be_eight_at_most() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		let mut all = 0;
		for n in 0..8u128 {
			let bond = 500 << n.saturating_sub(1);
			assert_eq!(Assessment::assessment_state(0).unwrap().next_bond, bond);
			assert_ok!(propose(PROPOSER, 0, Table::of(&[n + 1]).verdict(START)));
			all += bond;
			assert_eq!(gains(), [-500, -(all as i128), 0]);
		}
		assert_noop!(propose(RIVAL, 0, NO), AssessmentError::<Test>::TooManyProposals);
	});
}

#[test]
fn winner_should_get_half_of_the_losers_bond_when_a_case_is_decided() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let before = issuance();
		let table = case();
		choose(0, Some(0));
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		assert_eq!(incident(0).upheld, Some(Upheld::Losses(table.losses())));
		// As in UMA: of two bonds of 500, the winner gets 750 and 250 are burnt, here paid to the
		// reserve.
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([0, 250, -500], 250));
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

#[test]
fn all_should_lose_when_the_case_says_not_covered_and_no_proposal_does() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		case();
		choose(0, Some(2));
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([-500, -500, -500], 500 + 500 + 250));
		assert_eq!(usd(&pool_account(1)), 1_000_250);
	});
}

#[test]
fn challenger_should_win_when_the_challenge_says_not_covered() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Table::of(&[300]).verdict(START)));
		assert_ok!(propose(RIVAL, 0, NO));
		block_after(2 * DAY);
		// The challenger proposes "not covered": there is no third choice.
		assert_eq!(world(|w| w.cases.clone()), vec![(0, ballot(2, false))]);
		assert_noop!(adopt(2), AssessmentError::<Test>::UnknownChoice);
		choose(0, Some(1));
		assert_eq!((stage(0), gains()), (Stage::Rejected, [-500, -500, 250]));
	});
}

#[test]
fn reports_should_not_be_dearer_for_what_a_referendum_has_opened() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let (root, uri) = (RuntimeOrigin::root(), Uri::default());
		assert_ok!(Assessment::report_incident(root, ASSESSED, START, Default::default(), uri, 0));
		assert_ok!(propose(PROPOSER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[300]).verdict(START)));
		block_after(2 * DAY);
		choose(0, Some(0));
		assert_eq!((stage(0), Assessment::report_bond(ASSESSED)), (Stage::Rejected, Ok(500)));
	});
}

#[test]
fn reports_should_be_dearer_when_next_to_nothing_was_claimed() {
	// Half a percent of the locked amount is five.
	for (loss, next) in [(4, 1_000), (5, 500)] {
		ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
			let table = claiming(&[loss, 600]);
			assert_ok!(table.claim(0, 0));
			block_after(14 * DAY);
			assert_eq!(stage(0), Stage::Paid);
			let bond = Assessment::report_bond(ASSESSED).unwrap();
			assert!(bond.abs_diff(next) <= 5, "{bond} after {loss}");
		});
	}
}

#[test]
fn case_should_be_begun_later_when_the_adjudicator_cannot() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.refuse_cases = true);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[300]).verdict(START)));
		block_after(2 * DAY);
		assert!(matches!(stage(0), Stage::Challenge { .. }));
		world(|w| w.refuse_cases = false);
		block_after(MINUTE);
		assert!(matches!(stage(0), Stage::Case(_)));
	});
}

#[test]
fn adopt_should_be_refused_when_the_case_has_not_chosen_it() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		case();
		for choice in 0..3 {
			assert_noop!(adopt(choice), AssessmentError::<Test>::NotChosen);
		}
		decide(0, Some(1));
		let before = stage(0);
		assert_noop!(adopt(0), AssessmentError::<Test>::NotChosen);
		assert_noop!(adopt(2), AssessmentError::<Test>::NotChosen);
		let beyond = Assessment::adopt_outcome(RuntimeOrigin::root(), 0, Choice::Proposal(2));
		assert_noop!(beyond, AssessmentError::<Test>::UnknownChoice);
		assert_ok!(adopt(1));
		assert!(has_event(AssessmentEvent::OutcomeAdopted { incident: 0, choice: Choice::Proposal(1) }));
		// The event reports the choice, and the chain acts on it by itself.
		assert_eq!(stage(0), before);
		block_after(MINUTE);
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		assert_noop!(adopt(1), AssessmentError::<Test>::NotInCase);
	});
}

#[test]
fn incident_should_name_each_choice() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let choices = || Assessment::assessment_state(0).map_or(vec![], |state| state.choices);
		let choice = |place, verdict| {
			let choice = ballot(2, true).at(place).unwrap();
			ChoiceState { choice, verdict }
		};
		let (disclosed, other) = (Table::of(&[300, 0]).verdict(START), Table::of(&[600, 400]).verdict(START));
		case();
		assert_eq!(choices(), vec![choice(0, disclosed), choice(1, other), choice(2, NO)]);
		choose(0, None);
		assert_eq!(choices(), vec![]);
	});
}

#[test]
fn incident_should_name_no_choice_twice_when_a_proposal_says_not_covered() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, NO));
		assert_eq!(Assessment::assessment_state(0).unwrap().choices, vec![]);
		assert_ok!(propose(RIVAL, 0, Table::of(&[300]).verdict(START)));
		block_after(2 * DAY);
		let verdicts: Vec<_> =
			Assessment::assessment_state(0).unwrap().choices.iter().map(|choice| choice.verdict).collect();
		assert_eq!(verdicts, vec![NO, Table::of(&[300]).verdict(START)]);
	});
}

#[test]
fn adopt_should_be_refused_without_a_case() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_noop!(adopt(0), AssessmentError::<Test>::UnknownAssessment);
		assert_ok!(report_now());
		assert_noop!(adopt(0), AssessmentError::<Test>::NotInCase);
	});
}

#[test]
fn bond_should_wait_when_its_owner_cannot_receive() {
	use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
	ExtBuilder::default().pool(1, FRAGILE, 1_000_000).assessed(&[600]).build_and_execute(|| {
		let before = issuance();
		for who in [PROPOSER, STRANGER, RESERVE_ACCOUNT] {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, ED));
		}
		let minted = issuance();
		assert_ok!(AllAssets::mint_into(FRAGILE, &STRANGER, 500));
		assert_ok!(AllAssets::mint_into(FRAGILE, &PROPOSER, 500));
		let call = Assessment::report_incident(
			signed(STRANGER),
			ASSESSED,
			START,
			Default::default(),
			Uri::default(),
			PURSE,
		)
		.plain();
		assert_ok!(call);
		// Without native tokens the filer cannot hold the asset any more.
		assert_ok!(AllAssets::transfer(NATIVE, &STRANGER, &ALICE, ED, Preservation::Expendable));
		assert_ok!(propose(PROPOSER, 0, Table::of(&[5]).verdict(START)));
		block_after(2 * DAY);
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		assert_eq!((breakwater_assessment::BondsDue::<Test>::get(0, STRANGER), bonds_of(0)), (500, 500));
		assert_noop!(
			Assessment::collect_bond(signed(BOB), 0, ALICE).plain(),
			AssessmentError::<Test>::NoBondDue
		);
		assert!(Assessment::collect_bond(signed(BOB), 0, STRANGER).is_err());
		assert_ok!(AllAssets::transfer(NATIVE, &ALICE, &STRANGER, ED, Preservation::Preserve));
		assert_ok!(Assessment::collect_bond(signed(BOB), 0, STRANGER));
		assert_noop!(
			Assessment::collect_bond(signed(BOB), 0, STRANGER).plain(),
			AssessmentError::<Test>::NoBondDue
		);
		assert_eq!(bonds_of(0), 0);
		assert_eq!(issuance()[..2], minted[..2]);
		assert_eq!(issuance()[2], before[2] + 1_000);
	});
}

#[test]
fn halves_of_the_smallest_bond_should_not_be_burnt_as_dust() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	// 0.5 % of the locked amount is less than an account can hold.
	ExtBuilder::default().pool(1, NATIVE, 100 * ED).assessed(&[ED]).build_and_execute(|| {
		assert_ok!(AllAssets::mint_into(NATIVE, &REPORTER, 10 * ED));
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(2 * ED));
		let before = issuance();
		assert_ok!(report_now());
		block_after(7 * DAY);
		assert_eq!(stage(0), Stage::Rejected);
		let has = |who: &AccountId| AllAssets::balance(NATIVE, who);
		assert_eq!(
			(has(&REPORTER), has(&pool_account(1)), has(&RESERVE_ACCOUNT)),
			(8 * ED, 102 * ED, 2 * ED)
		);
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

#[test]
fn same_account_should_gain_nothing_when_it_files_rules_and_challenges() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let before = issuance();
		assert_ok!(report_now());
		assert_ok!(propose(REPORTER, 0, Table::of(&[300]).verdict(START)));
		assert_ok!(propose(REPORTER, 0, NO));
		assert_ok!(propose(REPORTER, 0, Table::of(&[1]).verdict(START)));
		block_after(2 * DAY);
		assert_eq!(usd(&REPORTER), PURSE - 500 - 500 - 500 - 1_000);
		choose(0, Some(2));
		// Of the two proposals that lose, 500 and 500, half is gone.
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([-500, 0, 0], 500));
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

/// Guard: an assessment waits for pools that are far behind. They could not take a lost bond, and
/// would not say that they cover their locks.
#[test]
fn decision_should_wait_when_a_locked_pool_is_far_behind() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		pass_active(7 * DAY);
		world(|w| w.far_behind = vec![1]);
		idle(Weight::MAX);
		assert!(matches!(stage(0), Stage::Open { .. }));
		let money = usd(&pool_account(1));
		world(|w| w.far_behind = vec![]);
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Rejected);
		assert!(usd(&pool_account(1)) > money, "the pool has its part of the bond");
	});
}

/// Guard: the same for a proposal that stands alone, and for a case that has its outcome.
#[test]
fn outcome_should_wait_when_a_locked_pool_is_far_behind() {
	let table = Table::of(&[300]);
	for (is_challenged, choice) in [(false, None), (true, Some(0)), (true, None)] {
		ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
			assert_ok!(report_now());
			assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
			if is_challenged {
				assert_ok!(propose(RIVAL, 0, Verdict::NotCovered));
				block_after(2 * DAY);
				decide(0, choice);
			} else {
				pass_active(2 * DAY);
			}
			let before = stage(0);
			world(|w| w.far_behind = vec![1]);
			idle(Weight::MAX);
			assert_eq!(stage(0), before);
			assert!(world(|w| w.closed_cases.is_empty()));
			world(|w| w.far_behind = vec![]);
			idle(Weight::MAX);
			assert!(matches!(stage(0), Stage::Claiming { .. }), "{:?}", stage(0));
		});
	}
}
