//! `decide`, and judgement without it.

use super::mock::*;
use crate::Error;

fn judgement() -> Moment {
	let at = breach();
	block(at + MINUTE);
	pass_to(at + 2 * MINUTE);
	feed_nothing(FEED);
	block(at + 3 * MINUTE);
	block(at + 3 * MINUTE + DAY - 1);
	assert!(matches!(stage(0), Stage::Undecided { .. }));
	block(at + 3 * MINUTE + DAY);
	assert_eq!(stage(0), Stage::Judgement { until: world(|w| w.active) + 7 * DAY });
	at
}

fn upheld(occurred_at: Moment, worst: u128) -> Verdict {
	Verdict::Upheld { occurred_at, worst }
}

#[test]
fn decide_should_uphold_and_pay_when_the_referendum_says_so() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = judgement();
		assert_ok!(Claims::decide(RuntimeOrigin::root(), 0, upheld(at - 5, BAD)));
		assert_eq!((incident(0).occurred_at, incident(0).worst), (at - 5, Some(BAD)));
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Paid);
		assert_eq!(usd(&ALICE), 100);
	});
}

#[test]
fn decide_should_reject_when_the_referendum_says_so() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		judgement();
		assert_ok!(Claims::decide(RuntimeOrigin::root(), 0, Verdict::Rejected));
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(watch().open, None);
		assert_eq!(count_events(|e| matches!(e, Event::IncidentRejected { reason: Reason::Judged, .. })), 1);
	});
}

#[test]
fn incident_should_be_rejected_when_nobody_decides() {
	ExtBuilder::default().build_and_execute(|| {
		judgement();
		let until = world(|w| w.now) + 7 * DAY;
		block(until - 1);
		assert!(matches!(stage(0), Stage::Judgement { .. }));
		block(until);
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(
			count_events(|e| matches!(e, Event::IncidentRejected { reason: Reason::NotJudged, .. })),
			1
		);
	});
}

#[test]
fn judgement_should_end_when_a_second_breach_waits_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		let at = judgement();
		let until = world(|w| w.now) + 7 * DAY;
		block_with(at + 2 * DAY, GOOD);
		block_with(at + 2 * DAY + 2 * HOUR, BAD);
		block_with(at + 2 * DAY + 2 * HOUR + 20 * MINUTE, GOOD);
		assert_eq!(watch().phase, Phase::Armed);
		assert!(watch().next < world(|w| w.now));
		block(until);
		assert_eq!(stage(0), Stage::Rejected);
		// What waited is looked at in the same block, with its own moment.
		assert_eq!(incident(1).occurred_at, at + 2 * DAY + 2 * HOUR + 30 * SECOND);
		assert_eq!(stage(1), Stage::Rejected);
	});
}

#[test]
fn judgement_should_run_on_active_time() {
	ExtBuilder::default().max_gap(MINUTE).build_and_execute(|| {
		for minute in 0..=30 {
			block_with(START + minute * MINUTE, if minute < 11 { GOOD } else { BAD });
		}
		block(START + 3 * DAY);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		// Days of wall-clock time are minutes of active time.
		for day in 4..20 {
			block(START + day * DAY);
		}
		assert!(matches!(stage(0), Stage::Undecided { .. }));
	});
}

#[test]
fn data_that_come_back_should_not_decide_an_incident_in_judgement() {
	ExtBuilder::default().build_and_execute(|| {
		let at = judgement();
		for hour in 0..5 {
			block_with(at + 2 * DAY + hour * HOUR, GOOD);
		}
		assert!(matches!(stage(0), Stage::Judgement { .. }));
		assert!(!watch().ready);
		assert_ok!(Claims::decide(RuntimeOrigin::root(), 0, Verdict::Rejected));
		assert!(watch().ready);
	});
}

#[test]
fn decide_should_be_refused_when_the_incident_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Claims::decide(RuntimeOrigin::root(), 0, Verdict::Rejected),
			Error::<Test>::UnknownIncident
		);
	});
}

#[test]
fn decide_should_be_refused_when_the_incident_is_not_in_judgement() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach();
		block(at);
		for _ in 0..2 {
			for verdict in [Verdict::Rejected, upheld(at, BAD)] {
				assert_noop!(
					Claims::decide(RuntimeOrigin::root(), 0, verdict),
					Error::<Test>::NotInJudgement
				);
			}
			block(at + DURATION);
		}
	});
}

#[test]
fn decide_should_be_refused_when_the_moment_is_after_the_opening() {
	ExtBuilder::default().build_and_execute(|| {
		judgement();
		let late = incident(0).opened_at + 1;
		assert_noop!(
			Claims::decide(RuntimeOrigin::root(), 0, upheld(late, BAD)),
			Error::<Test>::OccurredAfterOpening
		);
		assert_ok!(Claims::decide(RuntimeOrigin::root(), 0, upheld(late - 1, BAD)));
	});
}

#[test]
fn decide_should_be_refused_when_the_average_is_no_breach() {
	ExtBuilder::default().build_and_execute(|| {
		let at = judgement();
		let threshold = trigger().threshold;
		for worst in [threshold + 1, u128::MAX] {
			assert_noop!(
				Claims::decide(RuntimeOrigin::root(), 0, upheld(at, worst)),
				Error::<Test>::NotABreach
			);
		}
		assert_ok!(Claims::decide(RuntimeOrigin::root(), 0, upheld(at, threshold)));
	});
}
