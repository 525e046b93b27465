// SPDX-License-Identifier: Apache-2.0

//! The life of an incident, without any call.

use super::mock::*;

#[test]
fn trigger_should_be_ready_when_a_full_window_of_data_is_there() {
	ExtBuilder::default().build_and_execute(|| {
		block_with(START, GOOD);
		assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().phase, TriggerPhase::Starting);
		block(START + WINDOW - 1);
		assert!(readiness(PRODUCT).is_empty());
		block(START + WINDOW);
		assert_eq!(readiness(PRODUCT), vec![true]);
		let state = Triggers::trigger_state(PRODUCT).unwrap();
		assert_eq!(state.average, Some(GOOD));
		assert_eq!((state.phase, state.evaluated_to), (TriggerPhase::Armed, START + WINDOW));
	});
}

#[test]
fn incident_should_open_at_the_exact_moment_when_blocks_are_far_apart() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach();
		block(at + 17 * MINUTE);
		let found = incident(0);
		assert_eq!(found.occurred_at, at);
		assert_eq!(found.opened.now, at + 17 * MINUTE);
		assert_eq!(stage(0), Stage::Observing { until: at + DURATION });
		assert_eq!((notices(), readiness(PRODUCT)), (vec![Notice::Opened(0, PRODUCT)], vec![true, false]));
		assert_eq!(locks(0), vec![(1, 100)]);
	});
}

#[test]
fn incident_should_not_open_a_millisecond_earlier() {
	ExtBuilder::default().build_and_execute(|| {
		let at = breach();
		block(at - 1);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
		block(at);
		assert_eq!(incident(0).occurred_at, at);
	});
}

#[test]
fn incident_should_open_in_the_poll_of_the_block_at_which_the_average_is_there() {
	ExtBuilder::default().build_and_execute(|| {
		let at = breach();
		pass_to(at);
		poll(Weight::MAX);
		assert!(has_event(ClaimsEvent::IncidentOpened {
			incident: 0,
			product: PRODUCT,
			occurred_at: at,
			decider: Decider::Trigger
		}));
		assert!(has_event(TriggerEvent::ObservationBegun {
			incident: 0,
			product: PRODUCT,
			since: at,
			until: at + DURATION
		}));
	});
}

#[test]
fn incident_should_be_paid_without_any_call() {
	ExtBuilder::default().policy(1, ALICE, 300).policy(2, BOB, 200).build_and_execute(|| {
		let before = issuance();
		let at = uphold();
		idle(Weight::MAX);
		check();
		assert_eq!(stage(0), Stage::Paid);
		assert_eq!((usd(&ALICE), usd(&BOB)), (300, 200));
		assert_eq!(usd(&pool_account(1)), 1_000_000 - 500);
		assert_eq!((incident(0).claims, incident(0).claims_paid, incident(0).escrow), (2, 2, 0));
		assert!(has_event(ClaimsEvent::IncidentUpheld {
			incident: 0,
			product: PRODUCT,
			occurred_at: at,
			upheld: Upheld::Average(BAD)
		}));
		assert_eq!(notices()[1..], [Notice::Settled(0, PRODUCT)]);
		assert_eq!(issuance(), before);
		let state = Claims::incident_state(0).unwrap();
		assert_eq!(
			(state.phase, state.upheld, state.occurred_at),
			(IncidentPhase::Paid, Some(Upheld::Average(BAD)), at)
		);
		assert_eq!(state.pools[0].settlement.from_pool, 500);
		assert_eq!(state.pools[0].paid, 500);
	});
}

#[test]
fn incident_should_be_rejected_when_the_average_recovers() {
	ExtBuilder::default().policy(1, ALICE, 300).build_and_execute(|| {
		let at = breach();
		block(at);
		// Half a minute of 0.9 is in the window. It is out again ten minutes after the price went
		// up.
		block_with(at + 30 * SECOND, GOOD);
		block(at + HOUR);
		let out = START + 2 * WINDOW + 30 * SECOND;
		assert_eq!(stage(0), Stage::Rejected);
		assert!(has_event(ClaimsEvent::IncidentRejected {
			incident: 0,
			product: PRODUCT,
			reason: Reason::Recovered,
			at: out + 1
		}));
		assert_eq!(locks(0), vec![]);
		assert!(notices().contains(&Notice::Rejected(0, PRODUCT)));
		assert_eq!(usd(&ALICE), 0);
	});
}

#[test]
fn worst_average_should_be_the_worst_of_the_observation_only() {
	ExtBuilder::default().policy(1, ALICE, 1_000).build_and_execute(|| {
		world(|w| w.curve = Some((97 * ONE / 100, 90 * ONE / 100)));
		let at = breach();
		// Ten minutes of 0.90 and then 0.935 until the end: the binding average is 0.90.
		block_with(START + 2 * WINDOW, 935 * ONE / 1000);
		block(at + DURATION);
		assert_eq!(binding(0), Some(BAD));
		// Far worse prices after the observation change no result.
		block_with(at + DURATION + MINUTE, 1);
		block(at + 2 * DURATION);
		assert_eq!(usd(&ALICE), 1_000);
	});
}

#[test]
fn curve_should_pay_the_part_of_the_worst_average() {
	ExtBuilder::default().policy(1, ALICE, 7_000).build_and_execute(|| {
		world(|w| w.curve = Some((97 * ONE / 100, 90 * ONE / 100)));
		arm();
		feed(FEED, 96 * ONE / 100);
		block(START + 2 * HOUR);
		assert_eq!(binding(0), Some(96 * ONE / 100));
		assert_eq!(usd(&ALICE), 1_000);
	});
}

#[test]
fn trigger_should_rearm_only_after_the_duration_of_recovery() {
	ExtBuilder::default().build_and_execute(|| {
		let at = uphold();
		idle(Weight::MAX);
		// Never recovered: no second incident.
		block_with(at + 2 * HOUR, BAD);
		block_with(at + 3 * HOUR, GOOD);
		block(at + 3 * HOUR + 30 * MINUTE);
		let Phase::Disarmed { recovered_since: Some(since) } = watch().phase else { panic!("recovering") };
		// A dip during the recovery begins it anew.
		block_with(at + 3 * HOUR + 40 * MINUTE, BAD);
		block_with(at + 3 * HOUR + 50 * MINUTE, GOOD);
		block(since + DURATION);
		assert!(matches!(watch().phase, Phase::Disarmed { .. }));
		block(at + 5 * HOUR + 30 * MINUTE);
		assert_eq!(watch().phase, Phase::Armed);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 1);
		assert_eq!(readiness(PRODUCT).last(), Some(&true));
		block_with(at + 5 * HOUR + 31 * MINUTE, BAD);
		block(at + 5 * HOUR + 40 * MINUTE);
		assert_eq!(stage(1), Stage::Observing { until: incident(1).occurred_at + DURATION });
	});
}

#[test]
fn rising_prices_should_trigger_above() {
	let trigger = Trigger { direction: Direction::Above, threshold: 11 * ONE / 10, ..trigger() };
	ExtBuilder::default().product(PRODUCT, trigger).policy(1, ALICE, 10).build_and_execute(|| {
		arm();
		feed(FEED, 12 * ONE / 10);
		block(START + 2 * HOUR);
		assert_eq!(incident(0).occurred_at, START + WINDOW + 5 * MINUTE);
		assert_eq!(binding(0), Some(12 * ONE / 10));
		assert_eq!(usd(&ALICE), 10);
	});
}

#[test]
fn products_on_one_feed_should_be_watched_apart() {
	let other = Trigger { threshold: 8 * ONE / 10, ..trigger() };
	ExtBuilder::default().product(2, other).policy(1, ALICE, 10).build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 1);
		assert!(Triggers::trigger_state(2).unwrap().ready);
		assert!(!Triggers::trigger_state(PRODUCT).unwrap().ready);
	});
}
