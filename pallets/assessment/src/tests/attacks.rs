// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 on all that people decide: reports, outcome proposals
//! and bonds. Each test fails when its guard is taken out.

use super::mock::*;
use frame_support::traits::fungibles::Mutate;

const NO: Verdict = Verdict::NotCovered;

#[test]
fn freezing_a_pool_again_and_again_should_get_dearer() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let mut lost = vec![];
		for n in 0..6 {
			let before = usd(&REPORTER);
			assert_ok!(report_now());
			block_after(7 * DAY);
			assert_eq!(stage(n), Stage::Rejected);
			lost.push(before - usd(&REPORTER));
			// The money that the pool got top_ups its capital, and the bond a little.
			let more = usd(&pool_account(1)) - 1_000_000;
			burn(&pool_account(1), more);
		}
		assert_eq!(lost, vec![500, 1_000, 2_000, 4_000, 8_000, 16_000]);
		// Six weeks of freeze cost 3 % of the capital. The rejections are forgotten after 90 days
		// without another.
		block_after(91 * DAY);
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500));
	});
}

#[test]
fn freezing_by_another_product_of_the_same_pool_should_be_dearer_too() {
	ExtBuilder::default().assessed(&[600]).policy_on(90, ALICE, ASSESSED + 1, 1, 700).build_and_execute(
		|| {
			world(|w| w.assessed.push(ASSESSED + 1));
			let other = |at| {
				let call = Assessment::report_incident(
					signed(RIVAL),
					ASSESSED + 1,
					at,
					Default::default(),
					Uri::default(),
					PURSE,
				)
				.plain();
				assert_ok!(call);
			};
			assert_eq!(Assessment::report_bond(ASSESSED + 1), Ok(500));
			assert_ok!(report_now());
			// One is open.
			other(START);
			assert_eq!(gain(&RIVAL), -1_000);
			block_after(7 * DAY);
			let more = usd(&pool_account(1)) - 1_000_000;
			burn(&pool_account(1), more);
			// Two were rejected.
			assert_eq!(Assessment::report_bond(ASSESSED + 1), Ok(2_000));
		},
	);
}

#[test]
fn freezing_the_stake_through_a_small_pool_should_cost_a_part_of_the_stake() {
	let builder = ExtBuilder::default().pool(2, USD, 10_000).assessed(&[600]);
	builder.policy_on(90, ALICE, ASSESSED + 1, 2, 700).build_and_execute(|| {
		world(|w| w.assessed.push(ASSESSED + 1));
		let bonds = || [ASSESSED, ASSESSED + 1].map(|product| Assessment::report_bond(product).unwrap());
		assert_eq!(bonds(), [500, 5]);
		// 0.05 % of 200,000, for each of them.
		set_reserve(|reserve| (reserve.stake, reserve.admitted) = (200_000, [1, 2].into()));
		assert_eq!(bonds(), [600, 105]);
		let before = usd(&REPORTER);
		for doublings in 0..3 {
			let report = Assessment::report_incident(
				signed(REPORTER),
				ASSESSED + 1,
				TestClock::now(),
				Default::default(),
				Uri::default(),
				PURSE,
			);
			assert_ok!(report.plain());
			assert_eq!(bonds_of(doublings), 105 << doublings);
			block_after(7 * DAY);
			let more = usd(&pool_account(2)) - 10_000;
			burn(&pool_account(2), more);
		}
		assert_eq!(before - usd(&REPORTER), 105 * 7);
		// The bond of an outcome proposal has no part of it.
		assert_ok!(report_now());
		assert_eq!((bonds_of(3), assessment(3).unwrap().bond), (600, 500));
	});
}

/// Guard: reports on a pool that freezes no stake pay no part of it, and so make none dearer.
#[test]
fn pool_that_is_not_admitted_should_not_make_the_stakes_part_dearer() {
	let builder = ExtBuilder::default().pool(2, USD, 10_000).assessed(&[600]);
	builder.policy_on(90, ALICE, ASSESSED + 1, 2, 700).build_and_execute(|| {
		world(|w| w.assessed.push(ASSESSED + 1));
		change_policy(0, |p| p.back_by(&[(1, 500), (2, 100)]));
		let report = |product| {
			let at = TestClock::now();
			let call = Assessment::report_incident(
				signed(RIVAL),
				product,
				at,
				Default::default(),
				Uri::default(),
				PURSE,
			);
			assert_ok!(call.plain());
		};
		for _ in 0..3 {
			report(ASSESSED + 1);
			block_after(7 * DAY);
			let more = usd(&pool_account(2)) - 10_000;
			burn(&pool_account(2), more);
		}
		// Pool 1 alone is admitted. That of pool 2 is doubled three times.
		set_reserve(|reserve| (reserve.stake, reserve.admitted) = (200_000, [1].into()));
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500 + 8 * 5 + 100));
		set_reserve(|reserve| reserve.admitted = [1, 2].into());
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500 + 8 * 5 + 8 * 100));
	});
}

#[test]
fn small_pool_should_not_make_reports_on_others_dear() {
	// An attacker's own small pool has a part in the product, and is all that stands behind
	// another.
	let builder = ExtBuilder::default().pool(2, USD, 10_000).assessed(&[600]);
	builder.policy_on(90, ALICE, ASSESSED + 1, 2, 700).build_and_execute(|| {
		world(|w| w.assessed.push(ASSESSED + 1));
		change_policy(0, |p| p.back_by(&[(1, 500), (2, 100)]));
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500 + 5));
		for n in 0..8 {
			let at = TestClock::now();
			let open = Assessment::report_incident(
				signed(RIVAL),
				ASSESSED + 1,
				at,
				Default::default(),
				Uri::default(),
				PURSE,
			)
			.plain();
			assert_ok!(open);
			block_after(7 * DAY);
			assert_eq!(stage(n), Stage::Rejected);
			let more = usd(&pool_account(2)) - 10_000;
			burn(&pool_account(2), more);
		}
		// Nearly all that the small pool has, but not 256 times the bond on the other.
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500 + 5 * 256));
	});
}

#[test]
fn bond_should_not_be_small_because_little_is_insured() {
	// A cent of cover in a large pool would freeze all of it.
	ExtBuilder::default().pool(1, USD, 100_000_000).assessed(&[1]).build_and_execute(|| {
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(50_000));
	});
}

#[test]
fn second_incident_should_not_be_ruled_or_claimed_before_the_first_has_ended() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 400]);
		assert_ok!(report_now());
		assert_noop!(report_now(), AssessmentError::<Test>::AlreadyWaiting);
		assert_noop!(propose(RIVAL, 1, table.verdict(START)), AssessmentError::<Test>::NotInAssessment);
		assert_noop!(table.claim(1, 0), ClaimsError::<Test>::NoClaimWindow);
		assert_ok!(table.claim(0, 0));
		block_after(13 * DAY);
		assert_eq!(stage(1), Stage::Waiting);
		assert_noop!(propose(RIVAL, 1, table.verdict(START)), AssessmentError::<Test>::NotInAssessment);
		block_after(DAY);
		assert_ok!(propose(RIVAL, 1, table.verdict(START)));
	});
}

#[test]
fn proposal_should_not_be_slipped_in_after_its_time() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let table = Table::of(&[600]);
		assert_ok!(report_now());
		// Blocks are full: the hooks act on no deadline.
		pass_to(START + 7 * DAY);
		assert_noop!(propose(PROPOSER, 0, table.verdict(START)), AssessmentError::<Test>::TooLate);
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Rejected);

		assert_ok!(report_now());
		assert_ok!(propose(RIVAL, 1, NO));
		pass_to(TestClock::now() + 2 * DAY);
		assert_noop!(propose(PROPOSER, 1, table.verdict(START)), AssessmentError::<Test>::TooLate);
		idle(Weight::MAX);
		assert_eq!(stage(1), Stage::Rejected);
		assert_noop!(propose(PROPOSER, 1, table.verdict(START)), AssessmentError::<Test>::UnknownAssessment);
	});
}

#[test]
fn proposal_should_not_be_dated_after_the_report() {
	// Cover that was bought when the event was known.
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		change_policy(1, |p| p.starts_at = START + 1);
		assert_ok!(report_now());
		block_after(DAY);
		let table = Table::of(&[600, 400]);
		assert_noop!(
			propose(PROPOSER, 0, table.verdict(START + 1)),
			AssessmentError::<Test>::OccurredAfterOpening
		);
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(table.claim(0, 1), ClaimsError::<Test>::NotCovered);
	});
}

#[test]
fn halt_should_not_end_the_time_for_a_proposal() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		halt();
		assert!(matches!(stage(0), Stage::Open { .. }));
		assert_ok!(propose(PROPOSER, 0, NO));
	});
}

#[test]
fn halt_should_not_end_the_time_for_a_challenge() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Table::of(&[600]).verdict(START)));
		halt();
		assert!(matches!(stage(0), Stage::Challenge { .. }));
		assert_ok!(propose(RIVAL, 0, NO));
	});
}

#[test]
fn halt_should_not_make_freezing_cheap_again() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		block_after(7 * DAY);
		let more = usd(&pool_account(1)) - 1_000_000;
		burn(&pool_account(1), more);
		for _ in 0..4 {
			halt();
		}
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(1_000));
	});
}

#[test]
fn challenging_oneself_should_not_shut_others_out() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Table::of(&[600]).verdict(START)));
		// The proposal comes in the last millisecond, so that it looks like another account's
		// challenge.
		block_after(2 * DAY - 1);
		assert_ok!(propose(PROPOSER, 0, Table::of(&[599]).verdict(START)));
		block_after(2 * DAY - 1);
		assert_ok!(propose(RIVAL, 0, NO));
	});
}

#[test]
fn filling_all_proposals_should_cost_everything_and_leave_a_no() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let before = issuance();
		assert_ok!(report_now());
		for n in 1..=u128::from(MAX_PROPOSALS) {
			assert_ok!(propose(PROPOSER, 0, Table::of(&[n]).verdict(START)));
		}
		// 128 bonds: 64 % of the locked amount, or 6.4 % of the capital.
		assert_eq!(gain(&PROPOSER), -128 * 500);
		assert_noop!(propose(RIVAL, 0, NO), AssessmentError::<Test>::TooManyProposals);
		block_after(2 * DAY);
		assert_eq!(world(|w| w.cases.clone()), vec![(0, ballot(MAX_PROPOSALS, true))]);
		decide(0, Some(MAX_PROPOSALS));
		block_after(MINUTE);
		assert_eq!((stage(0), gain(&PROPOSER)), (Stage::Rejected, -128 * 500));
		assert_eq!((bonds_of(0), issuance()), (0, before));
	});
}

#[test]
fn proposal_should_not_be_adopted_by_a_referendum_that_is_not_of_its_case() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[600]).verdict(START)));
		block_after(2 * DAY);
		// An account has made a public proposal of the same call, and it has passed.
		assert_noop!(
			Assessment::adopt_outcome(RuntimeOrigin::root(), 0, Choice::Proposal(1)),
			AssessmentError::<Test>::NotChosen
		);
		decide(0, Some(0));
		assert_noop!(
			Assessment::adopt_outcome(RuntimeOrigin::root(), 0, Choice::Proposal(1)),
			AssessmentError::<Test>::NotChosen
		);
		block_after(MINUTE);
		assert_eq!((stage(0), gain(&RIVAL)), (Stage::Rejected, -500));
	});
}

#[test]
fn donation_to_the_bonds_should_change_nothing() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let account = bonds();
		assert_ok!(AllAssets::mint_into(USD, &account, 10_000));
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, NO));
		block_after(2 * DAY);
		assert_eq!((gain(&PROPOSER), gain(&REPORTER), usd(&RESERVE_ACCOUNT)), (0, -500, 250));
		assert_eq!(usd(&account), 10_000);
	});
}

#[test]
fn bond_should_not_be_collected_twice() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[600]).verdict(START)));
		// No bond is due before it is decided.
		assert_noop!(
			Assessment::collect_bond(signed(PROPOSER), 0, PROPOSER).plain(),
			AssessmentError::<Test>::NoBondDue
		);
		block_after(2 * DAY);
		decide(0, Some(0));
		block_after(MINUTE);
		assert_eq!(gain(&PROPOSER), 250);
		assert_noop!(
			Assessment::collect_bond(signed(PROPOSER), 0, PROPOSER).plain(),
			AssessmentError::<Test>::UnknownAssessment
		);
	});
}

#[test]
fn bond_should_not_be_taken_beyond_what_was_allowed() {
	// Another account's report doubles it in the same block.
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		let open = Assessment::report_incident(
			signed(RIVAL),
			ASSESSED,
			START,
			Default::default(),
			Uri::default(),
			500,
		)
		.plain();
		assert_noop!(open, AssessmentError::<Test>::BondAboveLimit);
		assert_eq!(gain(&RIVAL), 0);
	});
}

#[test]
fn trigger_should_not_be_passed_by_with_a_bond() {
	ExtBuilder::default().policy(1, ALICE, 500).build_and_execute(|| {
		arm();
		let open = Assessment::report_incident(
			signed(REPORTER),
			PRODUCT,
			START,
			Default::default(),
			Uri::default(),
			PURSE,
		)
		.plain();
		assert_noop!(open, AssessmentError::<Test>::TriggerDecides);
	});
}

/// Not a fault: a false proposal that is not challenged in two days stands, and pays. Against that
/// there are the bond, of which a challenger wins half, the days of the challenge, and the sum that
/// the table names. The cover and the loss bind every claim under it.
#[test]
fn false_proposal_should_stand_when_it_is_not_challenged() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		// No event has occurred. The liar has insured the second account.
		let lie = Table(vec![(insured_account(1), 5_000)]);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, lie.verdict(START)));
		block_after(2 * DAY);
		assert_ok!(claim_with(&lie, 0, 1, 0, signature(1, 0, 1)));
		// The liar's own cover is paid, not the five thousand, and no other holder's cover.
		assert_eq!((usd(&holder(1)), usd(&holder(0))), (400, 0));
		assert_eq!((gain(&REPORTER), gain(&PROPOSER)), (0, 0));
	});
}
