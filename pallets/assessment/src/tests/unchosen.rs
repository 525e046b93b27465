// SPDX-License-Identifier: Apache-2.0

//! Cases in which none is chosen: the proposal with the largest bond is accepted.

use super::mock::*;

const NO: Verdict = Verdict::NotCovered;

type Proposal = crate::types::Proposal<AccountId>;

/// Report an incident, make these proposals on it, and begin its case.
fn case_of(proposals: &[(AccountId, Verdict)]) {
	assert_ok!(report_now());
	for (who, verdict) in proposals {
		assert_ok!(propose(who.clone(), 0, *verdict));
	}
	block_after(2 * DAY);
	assert!(matches!(stage(0), Stage::Case(_)));
}

/// The case is over, and neither assessors nor voters chose.
fn choose_none() {
	decide(0, None);
	block_after(MINUTE);
}

fn losses(amount: Balance) -> Verdict {
	Table::of(&[amount]).verdict(START)
}

/// The gain or loss of each of the three accounts that put up bonds.
fn gains() -> [i128; 3] {
	[REPORTER, PROPOSER, RIVAL].map(|who| gain(&who))
}

/// The proposal that was accepted after its case chose none.
fn accepted() -> Option<u32> {
	let events = || System::events().into_iter().map(|record| record.event);
	let is_told = |event| matches!(event, RuntimeEvent::Assessment(AssessmentEvent::NoneChosen { .. }));
	assert_eq!(events().filter(|event| is_told(event.clone())).count(), 1);
	events().skip_while(|event| !is_told(event.clone())).find_map(|event| match event {
		RuntimeEvent::Assessment(AssessmentEvent::OutcomeAccepted {
			choice: Choice::Proposal(n), ..
		}) => Some(n),
		_ => None,
	})
}

#[test]
fn first_of_two_proposals_should_be_accepted_when_none_is_chosen() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let before = issuance();
		case_of(&[(PROPOSER, losses(300)), (RIVAL, losses(600))]);
		choose_none();
		// "Not covered" was a choice of the case. It has no bond, and is not the outcome.
		assert_eq!(world(|w| w.cases.clone()), vec![(0, ballot(2, true))]);
		assert_eq!(
			(accepted(), incident(0).upheld),
			(Some(0), Some(Upheld::Losses(Table::of(&[300]).losses())))
		);
		// Both bonds are 500, and are settled as when the first is chosen.
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([0, 250, -500], 250));
		assert_eq!((bonds_of(0), issuance()), (0, before));
		assert_eq!(world(|w| w.closed_cases.clone()), vec![0]);
	});
}

#[test]
fn last_of_three_proposals_should_be_accepted_when_none_is_chosen() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let before = issuance();
		case_of(&[(PROPOSER, losses(300)), (RIVAL, NO), (REPORTER, losses(600))]);
		choose_none();
		assert_eq!(
			(accepted(), incident(0).upheld),
			(Some(2), Some(Upheld::Losses(Table::of(&[600]).losses())))
		);
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([500, -500, -500], 500));
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

/// The bond decides, not the place, whatever the bonds are.
#[test]
fn largest_bond_should_count_and_not_the_place() {
	let put_up = |bonds: [Balance; 3]| {
		for (number, bond) in (0..).zip(bonds) {
			let change = |slot: &mut Option<_>| slot.iter_mut().for_each(|p: &mut Proposal| p.bond = bond);
			breakwater_assessment::Proposals::<Test>::mutate(0, number, change);
		}
	};
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_eq!(Assessment::largest_bond(0), None);
		case_of(&[(PROPOSER, losses(300)), (RIVAL, losses(600)), (RIVAL, losses(500))]);
		for (bonds, largest) in [([500, 700, 600], 1), ([900, 700, 900], 0), ([500, 700, 700], 1)] {
			put_up(bonds);
			assert_eq!(Assessment::largest_bond(0), Some(Choice::Proposal(largest)));
		}
		put_up([500, 500, 1_000]);
	});
}

#[test]
fn not_covered_should_be_accepted_when_its_bond_is_the_largest() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let before = issuance();
		case_of(&[(PROPOSER, losses(300)), (RIVAL, losses(600)), (RIVAL, NO)]);
		choose_none();
		assert_eq!((stage(0), accepted(), locks(0)), (Stage::Rejected, Some(2), vec![]));
		assert!(has_event(ClaimsEvent::IncidentRejected {
			incident: 0,
			product: ASSESSED,
			reason: Reason::NotCovered,
			at: TestClock::now()
		}));
		// The report is unfounded: half of its bond goes to the pool, and the next one is dearer.
		assert_eq!((gains(), usd(&RESERVE_ACCOUNT)), ([-500, -500, 250 - 250], 250 + 250 + 250));
		assert_eq!(usd(&pool_account(1)), 1_000_250);
		assert!(Assessment::report_bond(ASSESSED).unwrap() >= 1_000);
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

#[test]
fn not_covered_should_count_like_any_other_when_the_bonds_are_equal() {
	for (first, second, is_rejected) in [(NO, losses(300), true), (losses(300), NO, false)] {
		ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
			case_of(&[(PROPOSER, first), (RIVAL, second)]);
			choose_none();
			assert_eq!((accepted(), stage(0) == Stage::Rejected), (Some(0), is_rejected));
		});
	}
}

#[test]
fn bonds_should_be_conserved_to_the_unit_when_none_is_chosen() {
	for count in 2..=MAX_PROPOSALS {
		// Half a percent of the locked amount is odd.
		ExtBuilder::default().assessed(&[900_200]).build_and_execute(|| {
			let (before, base) = (issuance(), 4_501);
			let people = [PROPOSER, RIVAL].into_iter().cycle();
			let proposals: Vec<_> = people.zip(1..=count.into()).map(|(who, n)| (who, losses(n))).collect();
			case_of(&proposals);
			assert_eq!(bonds_of(0), base + (base << (count - 1)));
			choose_none();
			let largest = if count == 2 { 0 } else { count - 1 };
			assert_eq!(accepted(), Some(largest));
			assert_eq!((bonds_of(0), issuance()), (0, before));
			// The odd unit of each half is the reserve's.
			let lost: Balance =
				(0..count).filter(|n| *n != largest).map(|n| (base << n.saturating_sub(1)).div_ceil(2)).sum();
			assert_eq!((usd(&RESERVE_ACCOUNT), gains()[0]), (lost, 0));
			assert_eq!(gains().iter().sum::<i128>(), -(lost as i128));
		});
	}
}

#[test]
fn claims_should_be_paid_by_the_largest_bond_when_voters_are_silent() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let truth = Table::of(&[600, 100]);
		case_of(&[(RIVAL, NO), (RIVAL, losses(5)), (PROPOSER, truth.verdict(START))]);
		choose_none();
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		for n in 0..2 {
			assert_ok!(truth.claim(0, n));
		}
		block_after(14 * DAY);
		assert_eq!((stage(0), usd(&holder(0)), usd(&holder(1))), (Stage::Paid, 600, 100));
	});
}

/// A case of which the adjudicator knows no record has no choice either.
#[test]
fn largest_bond_should_count_when_the_case_is_unknown_to_the_adjudicator() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		case_of(&[(PROPOSER, losses(300)), (RIVAL, NO)]);
		world(|w| {
			w.over.push(0);
			w.cases.clear();
		});
		block_after(MINUTE);
		assert_eq!((accepted(), matches!(stage(0), Stage::Claiming { .. })), (Some(0), true));
	});
}

#[test]
fn choice_should_count_and_not_the_bond_when_there_is_one() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		case_of(&[(PROPOSER, losses(300)), (RIVAL, losses(600)), (RIVAL, NO)]);
		decide(0, Some(0));
		block_after(MINUTE);
		assert_eq!(incident(0).upheld, Some(Upheld::Losses(Table::of(&[300]).losses())));
		assert_eq!(gains(), [0, 250 + 500, -1_500]);
		assert_eq!(
			count_events(|e| matches!(e, RuntimeEvent::Assessment(AssessmentEvent::NoneChosen { .. }))),
			0
		);
	});
}

#[test]
fn incident_of_a_trigger_should_be_decided_by_the_largest_bond_too() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach();
		block(at + MINUTE);
		feed_nothing(FEED);
		block(at + 2 * MINUTE);
		block(at + 2 * MINUTE + DAY);
		let average = Verdict::Average { occurred_at: at, average: BAD };
		assert_ok!(propose(PROPOSER, 0, average));
		assert_ok!(propose(RIVAL, 0, NO));
		block_after(2 * DAY);
		choose_none();
		assert_eq!((accepted(), stage(0), binding(0)), (Some(0), Stage::Paid, Some(BAD)));
		assert_eq!(usd(&ALICE), 100);
	});
}
