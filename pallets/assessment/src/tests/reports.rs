// SPDX-License-Identifier: Apache-2.0

//! `report_incident`.

use super::mock::*;
use frame_support::traits::fungibles::Inspect;

#[test]
fn open_should_freeze_and_take_the_bond_in_the_same_block() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		assert_ok!(report_now());
		assert_eq!(notices(), vec![Notice::Opened(0, ASSESSED)]);
		assert_eq!(locks(0), vec![(1, 1_000)]);
		assert_eq!(stage(0), Stage::Open { until: 7 * DAY });
		// 0.05 % of the pool's million is more than 0.5 % of a thousand.
		assert_eq!(usd(&REPORTER), PURSE - 500);
		assert_eq!(usd(&bonds()), 500);
		assert_eq!(open_on(ASSESSED).first, Some(0));
	});
}

#[test]
fn open_should_take_half_a_percent_of_what_is_locked_when_that_is_more() {
	ExtBuilder::default().assessed(&[900_000]).build_and_execute(|| {
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(4_500));
		assert_ok!(report_now());
		assert_eq!(usd(&REPORTER), PURSE - 4_500);
	});
}

#[test]
fn opening_bond_should_change_nothing() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert_eq!(Assessment::report_bond(ASSESSED), Ok(500));
		assert_eq!(
			Assessment::report_bond(ASSESSED + 1),
			Err(AssessmentError::<Test>::UnknownProduct.into())
		);
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
	});
}

#[test]
fn open_should_be_refused_when_it_cannot_be() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let open = |product, at| {
			Assessment::report_incident(
				signed(REPORTER),
				product,
				at,
				Default::default(),
				Uri::default(),
				PURSE,
			)
			.plain()
		};
		assert_noop!(open(ASSESSED, START + 1), AssessmentError::<Test>::NotYet);
		assert_noop!(open(ASSESSED, START - MAX_AGE - 1), AssessmentError::<Test>::TooLongAgo);
		assert_noop!(open(ASSESSED + 1, START), AssessmentError::<Test>::UnknownProduct);
		assert_noop!(open(PRODUCT, START), AssessmentError::<Test>::TriggerDecides);
		let low = Assessment::report_incident(
			signed(REPORTER),
			ASSESSED,
			START,
			Default::default(),
			Uri::default(),
			499,
		)
		.plain();
		assert_noop!(low, AssessmentError::<Test>::BondAboveLimit);
		burn(&REPORTER, PURSE - 499);
		assert_noop!(open(ASSESSED, START), AssessmentError::<Test>::CannotPay);
		change_policy(0, |p| p.leave(0, 0));
		assert_noop!(open(ASSESSED, START), AssessmentError::<Test>::NothingInsured);
	});
}

#[test]
fn open_should_need_no_bond_when_a_referendum_does_it() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Assessment::report_incident(root, ASSESSED, START, Default::default(), Uri::default(), 0));
		assert_eq!((bonds_of(0), assessment(0).unwrap().bond), (0, 500));
		// No outcome is proposed: no account loses money.
		block_after(7 * DAY);
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(usd(&RESERVE_ACCOUNT), 0);
	});
}

#[test]
fn referendum_should_open_beside_a_trigger_without_data() {
	ExtBuilder::default().policy(1, ALICE, 500).build_and_execute(|| {
		arm();
		let at = TestClock::now();
		let report = || {
			Assessment::report_incident(
				RuntimeOrigin::root(),
				PRODUCT,
				at,
				Default::default(),
				Uri::default(),
				0,
			)
			.plain()
		};
		assert_ok!(report());
		assert_noop!(report(), AssessmentError::<Test>::AlreadyOpen);
		assert!(!Triggers::trigger_state(PRODUCT).unwrap().ready || open().first == Some(0));
		assert_ok!(propose(PROPOSER, 0, Verdict::Average { occurred_at: at, average: BAD }));
		block_after(2 * DAY);
		assert_eq!((stage(0), usd(&ALICE)), (Stage::Paid, 500));
		assert_eq!(usd(&PROPOSER), PURSE);
		assert_eq!(open().first, None);
	});
}

#[test]
fn incident_should_cost_its_reporter_when_no_outcome_is_proposed() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let before = issuance();
		assert_ok!(report_now());
		block_after(7 * DAY - 1);
		assert!(matches!(stage(0), Stage::Open { .. }));
		block_after(1);
		assert_eq!(stage(0), Stage::Rejected);
		assert!(has_event(ClaimsEvent::IncidentRejected {
			incident: 0,
			product: ASSESSED,
			reason: Reason::NoProposal,
			at: START + 7 * DAY
		}));
		// Half to the pools that were frozen, half to the reserve.
		assert_eq!((usd(&pool_account(1)), usd(&RESERVE_ACCOUNT)), (1_000_250, 250));
		assert_eq!((usd(&REPORTER), bonds_of(0), locks(0)), (PURSE - 500, 0, vec![]));
		assert_eq!(open_on(ASSESSED).first, None);
		assert_eq!(issuance(), before);
	});
}

#[test]
fn bond_should_double_for_every_rejected_report_and_open_incident() {
	ExtBuilder::default().assessed(&[600]).policy_on(90, ALICE, PRODUCT, 1, 100).build_and_execute(|| {
		let mut expected = 500;
		for n in 0..3 {
			assert_eq!(Assessment::report_bond(ASSESSED).unwrap(), expected);
			assert_ok!(report_now());
			block_after(7 * DAY);
			assert_eq!(stage(n), Stage::Rejected);
			expected *= 2;
			// The money that came back to the pool top_ups the capital a little.
			TestClock::stand_still(1);
			assert!(Assessment::report_bond(ASSESSED).unwrap() >= expected);
			let money = usd(&pool_account(1));
			burn(&pool_account(1), money - 1_000_000);
		}
	});
}

#[test]
fn second_report_should_wait_and_begin_when_the_first_ends() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		assert_ok!(report_now());
		block_after(DAY);
		assert_ok!(report_now());
		assert_eq!((stage(1), incident(1).opened.now), (Stage::Waiting, START + DAY));
		assert_noop!(report_now(), AssessmentError::<Test>::AlreadyWaiting);
		assert_noop!(propose(PROPOSER, 1, Verdict::NotCovered), AssessmentError::<Test>::NotInAssessment);
		block(START + 7 * DAY);
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(stage(1), Stage::Open { until: 14 * DAY });
		assert_eq!(notices().last(), Some(&Notice::Next(1, ASSESSED)));
		assert_eq!(locks(1), vec![(1, 600)]);
		// Its time is that of its report.
		assert_eq!(incident(1).opened.active, DAY);
	});
}

#[test]
fn holder_of_nothing_should_be_refused_the_bond() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let open = Assessment::report_incident(
			signed(STRANGER),
			ASSESSED,
			START,
			Default::default(),
			Uri::default(),
			PURSE,
		)
		.plain();
		assert!(open.is_err());
		assert_eq!(AllAssets::balance(USD, &STRANGER), 0);
	});
}

#[test]
fn referendum_should_end_the_readiness_of_a_trigger_in_the_same_block() {
	ExtBuilder::default().policy(1, ALICE, 500).build_and_execute(|| {
		arm();
		let at = TestClock::now();
		assert_ok!(Assessment::report_incident(
			RuntimeOrigin::root(),
			PRODUCT,
			at,
			Default::default(),
			Uri::default(),
			0
		));
		assert!(!watch().ready && !Triggers::is_ready(PRODUCT));
		assert!(has_event(TriggerEvent::ReadinessChanged { product: PRODUCT, ready: false }));
		check();
	});
}

#[test]
fn frozen_pools_should_get_their_half_when_little_is_locked() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000_000).assessed(&[1, 2]);
	builder.build_and_execute(|| {
		change_policy(1, |p| p.back_by(&[(2, 2)]));
		// 0.05 % of two million; three units are locked.
		assert_ok!(report_now());
		assert_eq!(bonds_of(0), 1_000);
		block_after(7 * DAY);
		assert_eq!((usd(&pool_account(1)), usd(&pool_account(2))), (1_000_166, 1_000_334));
		assert_eq!(usd(&RESERVE_ACCOUNT), 500);
	});
}

#[test]
fn reserve_should_get_what_pools_cannot_take() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		world(|w| w.refuse_compensation = vec![1]);
		assert_ok!(report_now());
		block_after(7 * DAY);
		assert_eq!((usd(&pool_account(1)), usd(&RESERVE_ACCOUNT), bonds_of(0)), (1_000_000, 500, 0));
		assert_eq!(breakwater_testing::reserve().income.lost_bonds, 500);
	});
}

#[test]
fn bonds_should_stay_in_their_book_when_the_reserve_refuses() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let before = issuance();
		set_reserve(|reserve| reserve.refuses = true);
		assert_ok!(report_now());
		block_after(7 * DAY);
		assert_eq!((stage(0), bonds_of(0)), (Stage::Rejected, 250));
		assert_eq!((usd(&bonds()), issuance()), (250, before));
	});
}

#[test]
fn waiting_report_should_begin_when_the_first_is_settled() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[100, 400]);
		// The first is open: this one costs twice as much.
		assert_ok!(report_now());
		assert_eq!((stage(1), usd(&REPORTER)), (Stage::Waiting, PURSE - 1_000));
		assert_noop!(Claims::process(signed(ALICE), 1, 1).plain(), ClaimsError::<Test>::NothingToDo);
		assert_ok!(table.claim(0, 0));
		let opened = incident(1).opened.active;
		block_after(14 * DAY);
		assert_eq!((stage(0), stage(1)), (Stage::Paid, Stage::Open { until: 23 * DAY }));
		assert_eq!((incident(1).opened.active, notices().last()), (opened, Some(&Notice::Next(1, ASSESSED))));
		assert_eq!(open_on(ASSESSED), ProductIncidents { first: Some(1), second: None });
	});
}

#[test]
fn waiting_report_should_begin_when_the_first_ends_without_a_choice() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		assert_ok!(report_now());
		block_after(DAY);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Verdict::NotCovered));
		assert_ok!(propose(RIVAL, 0, Table::of(&[5]).verdict(START)));
		block_after(2 * DAY);
		decide(0, None);
		block_after(MINUTE);
		assert_eq!(stage(0), Stage::Rejected);
		assert!(matches!(stage(1), Stage::Open { .. }));
		assert_eq!(incident(1).opened.active, DAY);
	});
}
