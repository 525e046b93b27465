// SPDX-License-Identifier: Apache-2.0

//! Breaches while an incident of the same trigger is open.

use super::mock::*;
use crate::WeightInfo as _;
use frame_support::dispatch::GetDispatchInfo;

/// Below the threshold too, and better than [`BAD`].
const POOR: u128 = 95 * ONE / 100;

/// Incident 0 is in assessment: data were missing during the breach and came back good. Returns the
/// moment at which the trigger is armed again.
fn assessed() -> Moment {
	let at = breach();
	block(at + MINUTE);
	pass_to(at + 2 * MINUTE);
	feed_nothing(FEED);
	block_with(at + 10 * MINUTE, GOOD);
	block_with(at + HOUR, GOOD);
	assert!(matches!(stage(0), Stage::Open { .. }));
	let now = at + 90 * MINUTE;
	block_with(now, GOOD);
	assert_eq!(watch().phase, Phase::Armed);
	now
}

/// A breach from now on. Returns its moment. Half a minute of 0.9 is enough for it, or a minute of
/// 0.95.
fn breach_again(value: u128) -> Moment {
	let now = TestClock::now();
	feed(FEED, value);
	let at = now + if value == BAD { 30 * SECOND } else { MINUTE };
	block(at);
	at
}

/// A breach that lasts for its duration, and its recovery.
fn lasting_breach(value: u128) -> Moment {
	let at = breach_again(value);
	block_with(at + DURATION, value);
	block_with(at + DURATION + MINUTE, GOOD);
	block_with(at + 2 * DURATION + 2 * WINDOW, GOOD);
	at
}

/// Run without a proposal until the incident is rejected.
fn let_pass(id: IncidentId) {
	let Stage::Open { until } = stage(id) else { panic!("incident {id} is not in assessment") };
	block(TestClock::now() + until - TestClock::active());
	assert_eq!(stage(id), Stage::Rejected);
}

#[test]
fn second_breach_should_be_opened_at_once_when_the_first_incident_is_in_assessment() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = breach_again(BAD);
		let active = TestClock::active();
		assert_eq!(stage(1), Stage::Observing { until: at + DURATION });
		let second = incident(1);
		assert_eq!((second.occurred_at, second.opened), (at, BlockTime { now: at, active }));
		assert_eq!((locks(0), locks(1)), (vec![(1, 100)], vec![(1, 100)]));
		assert_eq!(notices().last(), Some(&Notice::Opened(1, PRODUCT)));
		assert_eq!((open().first, open().second, watch().ready), (Some(0), Some(1), false));
		// The binding average that is shown is that of the incident that is observed.
		let shown = |id| Triggers::observation_state(PRODUCT, id).and_then(|observed| observed.binding);
		assert_eq!((shown(0), shown(1) > Some(0)), (None, true));
		let state = Triggers::trigger_state(PRODUCT).unwrap();
		assert_eq!((state.incident, state.behind), (Some(0), Some(1)));
	});
}

#[test]
fn second_incident_should_be_upheld_by_its_data_and_paid_after_the_first() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = lasting_breach(BAD);
		assert_eq!((stage(1), binding(1)), (Stage::Queued, Some(BAD)));
		assert!(has_event(ClaimsEvent::IncidentQueued { incident: 1 }));
		assert_eq!(Claims::incident_state(1).unwrap().phase, IncidentPhase::Queued);
		// No account can hurry it, and no money moves, while the first is open.
		assert_noop!(Claims::process(signed(ALICE), 1, 1).plain(), ClaimsError::<Test>::NothingToDo);
		assert_noop!(propose(PROPOSER, 1, Verdict::NotCovered), AssessmentError::<Test>::NotInAssessment);
		assert!(matches!(stage(0), Stage::Open { .. }));
		assert_eq!((usd(&ALICE), incident(1).occurred_at), (0, at));
		let_pass(0);
		assert!(has_event(ClaimsEvent::AssessingClaimsBegun { incident: 1 }));
		assert!(notices().contains(&Notice::Next(1, PRODUCT)));
		block_after(MINUTE);
		assert_eq!((stage(1), usd(&ALICE), locks(1)), (Stage::Paid, 100, vec![]));
		assert_eq!((open().first, open().second), (None, None));
	});
}

/// c2a: the right to claim ends while the first incident is in assessment.
#[test]
fn holder_should_be_paid_for_a_second_breach_when_the_right_ends_before_the_first_is_closed() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		change_policy(1, |p| p.expires = TestClock::active() + DAY);
		lasting_breach(BAD);
		let_pass(0);
		assert!(TestClock::active() > policy(1).expires);
		block_after(MINUTE);
		assert_eq!((stage(1), usd(&ALICE)), (Stage::Paid, 100));
	});
}

/// c2b: an operator who can be the median changes it a little in every block, until the log is full
/// of these changes.
#[test]
fn second_breach_should_be_seen_when_an_operator_fills_the_log() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = breach_again(BAD);
		for i in 0..u64::from(MAX_OBSERVATIONS) + 100 {
			pass_to(at + (i + 1) * 3 * SECOND);
			feed(FEED, BAD + u128::from(i % 2));
			poll(Weight::MAX);
		}
		block_with(at + DURATION, BAD);
		block_with(at + DURATION + MINUTE, GOOD);
		assert_eq!((stage(1), incident(1).occurred_at, binding(1)), (Stage::Queued, at, Some(BAD + 1)));
		let_pass(0);
		block_after(MINUTE);
		assert_eq!((stage(1), usd(&ALICE)), (Stage::Paid, 100));
	});
}

#[test]
fn second_incident_should_be_rejected_beside_the_first_when_its_average_recovers() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = breach_again(BAD);
		block_with(at + 10 * SECOND, GOOD);
		block_with(at + HOUR, GOOD);
		assert_eq!(stage(1), Stage::Rejected);
		assert!(notices().contains(&Notice::Rejected(1, PRODUCT)));
		assert_eq!((locks(0), locks(1)), (vec![(1, 100)], vec![]));
		assert_eq!((open().first, open().second), (Some(0), None));
		// Its place is free for the next one.
		block_with(at + 3 * HOUR, GOOD);
		let at = breach_again(BAD);
		assert_eq!(stage(2), Stage::Observing { until: at + DURATION });
		assert_eq!(open().second, Some(2));
	});
}

#[test]
fn second_incident_should_be_assessed_after_the_first_when_its_data_are_missing() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = breach_again(BAD);
		pass_to(at + MINUTE);
		feed_nothing(FEED);
		block(at + 2 * MINUTE);
		assert!(matches!(stage(1), Stage::Undecided { .. }));
		block(at + 2 * MINUTE + DAY);
		assert_eq!(stage(1), Stage::Waiting);
		assert!(has_event(ClaimsEvent::IncidentReferred { incident: 1, product: PRODUCT }));
		let verdict = Verdict::Average { occurred_at: at, average: BAD };
		assert_noop!(propose(PROPOSER, 1, verdict), AssessmentError::<Test>::NotInAssessment);
		let_pass(0);
		assert_eq!(stage(1), Stage::Open { until: TestClock::active() + 7 * DAY });
		let late = Verdict::Average { occurred_at: incident(1).opened.now + 1, average: BAD };
		assert_noop!(propose(PROPOSER, 1, late), AssessmentError::<Test>::OccurredAfterOpening);
		assert_ok!(propose(PROPOSER, 1, verdict));
		block_after(2 * DAY);
		assert_eq!((stage(1), usd(&ALICE)), (Stage::Paid, 100));
	});
}

#[test]
fn second_incident_should_be_observed_on_when_the_first_ends_meanwhile() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let Stage::Open { until } = stage(0) else { panic!("in assessment") };
		let end = TestClock::now() + until - TestClock::active();
		let mut now = TestClock::now();
		while now + HOUR < end {
			now += HOUR;
			block_with(now, GOOD);
		}
		let at = breach_again(BAD);
		block_with(end, BAD);
		assert_eq!((stage(0), stage(1)), (Stage::Rejected, Stage::Observing { until: at + DURATION }));
		assert_eq!(
			(open().first, open().second, notices().last()),
			(Some(1), None, Some(&Notice::Next(1, PRODUCT)))
		);
		block_with(at + DURATION, BAD);
		assert_eq!((stage(1), usd(&ALICE)), (Stage::Paid, 100));
	});
}

#[test]
fn second_breach_should_be_opened_at_once_when_the_first_cannot_be_settled() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		world(|w| w.refuse_settlement.push(1));
		let at = uphold();
		idle(Weight::MAX);
		block_with(at + HOUR + MINUTE, GOOD);
		block_with(at + 3 * HOUR, GOOD);
		assert_eq!((watch().phase, watch().ready), (Phase::Armed, false));
		block_with(at + 4 * HOUR, BAD);
		block_with(at + 4 * HOUR + MINUTE, GOOD);
		assert_eq!(incident(1).occurred_at, at + 4 * HOUR + 30 * SECOND);
		assert!(matches!(stage(0), Stage::Settling { .. }));
		block(at + 5 * HOUR);
		assert_eq!(stage(1), Stage::Rejected);
	});
}

/// Incident 0 in assessment, incident 1 upheld behind it, and a third breach. Returns the moment of
/// that breach.
fn third() -> Moment {
	assessed();
	lasting_breach(POOR);
	assert_eq!(stage(1), Stage::Queued);
	let now = TestClock::now();
	feed(FEED, BAD);
	block(now + 2 * MINUTE);
	now + 30 * SECOND
}

fn curve() -> ExtBuilder {
	ExtBuilder::default().policy(1, ALICE, 7_000).policy(2, BOB, 700)
}

/// 0.95 is two sevenths of the way from 0.97 to 0.90.
fn with_curve() {
	world(|w| w.curve = Some((97 * ONE / 100, 90 * ONE / 100)));
}

#[test]
fn third_breach_should_wait_with_its_own_time_when_two_incidents_are_open() {
	curve().build_and_execute(|| {
		with_curve();
		let at = third();
		let found = (TestClock::now(), TestClock::active());
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 2);
		assert_eq!((watch().next, watch().waits), (at, Some(BlockTime { now: found.0, active: found.1 })));
		// It lasts for its duration while it waits, and Bob's right to claim ends.
		block_with(at + HOUR, BAD);
		block_with(at + HOUR + MINUTE, GOOD);
		change_policy(2, |p| p.expires = found.1 + DAY);
		let_pass(0);
		// Opened in the same block, before the claims of the second are known.
		assert_eq!(
			(incident(2).occurred_at, incident(2).opened.now, incident(2).opened.active),
			(at, found.0, found.1)
		);
		assert_eq!(watch().waits, None);
		block_after(MINUTE);
		block_after(MINUTE);
		assert_eq!((stage(1), stage(2), binding(2)), (Stage::Paid, Stage::Paid, Some(BAD)));
		assert_eq!((usd(&ALICE), usd(&BOB)), (7_000, 700));
	});
}

/// The third breach is assessed if it is over or still lasts when the first incident ends. Later
/// data cannot tell.
#[test]
fn third_breach_should_be_assessed_when_its_data_are_lost() {
	for value in [GOOD, BAD] {
		curve().build_and_execute(|| {
			with_curve();
			let at = third();
			let found = TestClock::active();
			let start = TestClock::now();
			for i in 0..u64::from(MAX_OBSERVATIONS) + 100 {
				pass_to(start + (i + 1) * 3 * SECOND);
				feed(FEED, BAD + u128::from(i % 2));
				poll(Weight::MAX);
			}
			block_with(start + HOUR, value);
			block_with(start + 2 * HOUR, value);
			assert!(watch().readers[0].front < breakwater_triggers::Feeds::<Test>::get(FEED).unwrap().first);
			let_pass(0);
			// The incident is opened in any case: it counts from when the breach was found.
			assert_eq!((incident(2).occurred_at, incident(2).opened.active), (at, found));
			// The second is paid in the same block, and people assess the third.
			let until = TestClock::active() + 7 * DAY;
			assert_eq!((stage(1), stage(2)), (Stage::Paid, Stage::Open { until }));
			feed(FEED, value);
			block_after(MINUTE);
			assert_eq!(stage(2), Stage::Open { until });
			assert_ok!(propose(PROPOSER, 2, Verdict::Average { occurred_at: at, average: BAD }));
			block_after(2 * DAY);
			assert_eq!((stage(2), usd(&ALICE), usd(&BOB)), (Stage::Paid, 7_000, 700));
		});
	}
}

#[test]
fn fourth_breach_should_be_seen_when_the_third_was_found() {
	curve().build_and_execute(|| {
		with_curve();
		let at = third();
		block_with(at + 10 * MINUTE, GOOD);
		block_with(at + 2 * HOUR, GOOD);
		// Recovered after twenty minutes, and again below from the third hour on.
		block_with(at + 3 * HOUR, BAD);
		block_with(at + 3 * HOUR + 2 * MINUTE, GOOD);
		let_pass(0);
		block_after(MINUTE);
		assert_eq!(stage(1), Stage::Paid);
		assert_eq!((stage(2), incident(2).occurred_at), (Stage::Rejected, at));
		assert_eq!((stage(3), incident(3).occurred_at), (Stage::Rejected, at + 3 * HOUR + 30 * SECOND));
	});
}

/// End incident 0 by the call. Returns the weight that it used.
fn end_first() -> Weight {
	let Stage::Open { until } = stage(0) else { panic!("in assessment") };
	pass_to(TestClock::now() + until - TestClock::active());
	let most = breakwater_assessment::Call::<Test>::process { incident: 0 }.get_dispatch_info().call_weight;
	let used = Assessment::process(signed(STRANGER), 0).unwrap().actual_weight.unwrap();
	assert!(used.all_lte(most));
	assert_eq!(stage(0), Stage::Rejected);
	used
}

#[test]
fn work_should_stay_within_its_weight_and_be_charged_when_an_incident_with_others_behind_it_ends() {
	let alone = curve().build_and_execute(|| {
		assessed();
		end_first()
	});
	let used = curve().build_and_execute(|| {
		with_curve();
		third();
		let used = end_first();
		assert_eq!(stage(1), Stage::AssessingClaims { after: None });
		assert_eq!((open().first, open().second), (Some(1), Some(2)));
		used
	});
	let opened = <Test as breakwater_triggers::Config>::WeightInfo::open_incident(1);
	assert!(used.all_gte(alone + opened), "{used} for three, {alone} for one, {opened} for the opening");
}

#[test]
fn second_breach_should_be_assessed_when_the_case_of_the_first_has_chosen_none() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		assessed();
		let at = breach_again(BAD);
		feed_nothing(FEED);
		block(at + MINUTE);
		block(at + MINUTE + DAY);
		assert_eq!(stage(1), Stage::Waiting);
		let occurred_at = incident(0).occurred_at;
		assert_ok!(propose(PROPOSER, 0, Verdict::NotCovered));
		assert_ok!(propose(RIVAL, 0, Verdict::Average { occurred_at, average: BAD }));
		block_after(2 * DAY);
		decide(0, None);
		block_after(MINUTE);
		// Both bonds are equal: the first proposal is accepted.
		assert_eq!(stage(0), Stage::Rejected);
		assert!(matches!(stage(1), Stage::Open { .. }));
		assert_ok!(propose(PROPOSER, 1, Verdict::Average { occurred_at: at, average: BAD }));
		block_after(2 * DAY);
		assert_eq!((stage(1), usd(&ALICE)), (Stage::Paid, 100));
	});
}
