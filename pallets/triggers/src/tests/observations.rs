// SPDX-License-Identifier: Apache-2.0

//! Data that are missing, stale, zero, too many, or interrupted.

use super::mock::*;

#[test]
fn feed_should_not_be_kept_when_no_product_watches_it() {
	ExtBuilder::default().build_and_execute(|| {
		feed(99, GOOD);
		assert!(breakwater_triggers::Feeds::<Test>::get(99).is_none());
		assert!(breakwater_triggers::WatchedFeeds::<Test>::get().is_empty());
	});
}

#[test]
fn product_should_be_watched_with_what_its_feed_knows_when_it_is_listed_later() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		world(|w| w.triggers.insert(2, trigger()));
		let at = START + WINDOW + MINUTE;
		block_with(at, GOOD);
		// It begins with the data, and the next poll looks at that moment.
		let state = breakwater_triggers::TriggerStates::<Test>::get(2).expect("it is watched");
		assert_eq!((state.next, state.phase, state.ready), (at, Phase::Starting, false));
		block(at + 3 * SECOND);
		assert!(Triggers::trigger_state(2).unwrap().ready);
		assert!(has_event(TriggerEvent::TriggerArmed { product: 2, at }));
	});
}

#[test]
fn product_that_is_listed_after_a_gap_should_not_look_across_it() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		// A gap of five minutes, shorter than the window.
		feed_nothing(FEED);
		let back = START + WINDOW + 5 * MINUTE;
		block_with(back, GOOD);
		world(|w| w.triggers.insert(2, trigger()));
		block_with(back + MINUTE, GOOD + 1);
		assert_eq!(Triggers::trigger_state(2).unwrap().phase, TriggerPhase::Starting);
		block(back + WINDOW - 1);
		assert_eq!(Triggers::trigger_state(2).unwrap().phase, TriggerPhase::Starting);
		block(back + WINDOW);
		assert!(Triggers::trigger_state(2).unwrap().ready);
	});
}

#[test]
fn product_should_need_a_recovery_when_it_is_listed_in_a_breach() {
	ExtBuilder::default().build_and_execute(|| {
		block_with(START, BAD);
		block_with(START + HOUR, BAD);
		assert_eq!(watch().phase, Phase::Disarmed { recovered_since: None });
		block_with(START + 2 * HOUR, GOOD);
		block_with(START + 4 * HOUR, GOOD);
		assert!(watch().ready);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
	});
}

#[test]
fn stale_price_should_make_the_incident_undecided() {
	ExtBuilder::default().build_and_execute(|| {
		let at = breach();
		let long = Trigger { duration: 3 * HOUR, ..trigger() };
		breakwater_triggers::TriggerStates::<Test>::mutate(PRODUCT, |w| w.as_mut().unwrap().trigger = long);
		block(at + MINUTE);
		let stale = START + WINDOW + HEARTBEAT;
		block(stale);
		assert!(matches!(stage(0), Stage::Observing { .. }));
		block(stale + 1);
		assert_eq!(stage(0), Stage::Undecided { until: TestClock::active() + DAY });
		assert!(has_event(TriggerEvent::ObservationSuspended {
			incident: 0,
			since: stale + 1,
			until: TestClock::active() + DAY
		}));
	});
}

fn undecided() -> Moment {
	let at = breach();
	block(at + MINUTE);
	pass_to(at + 2 * MINUTE);
	feed_nothing(FEED);
	block(at + 3 * MINUTE);
	assert!(matches!(stage(0), Stage::Undecided { .. }));
	at
}

#[test]
fn too_few_operators_should_make_the_incident_undecided() {
	ExtBuilder::default().build_and_execute(|| {
		undecided();
		assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().average, None);
	});
}

#[test]
fn undecided_incident_should_be_observed_anew_when_the_breach_is_still_there() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = undecided();
		let back = at + 10 * MINUTE;
		block_with(back, 99 * ONE / 100);
		block(back + WINDOW);
		assert_eq!(stage(0), Stage::Observing { until: back + WINDOW + DURATION });
		assert_eq!(incident(0).occurred_at, at);
		block(back + WINDOW + DURATION);
		// No data of the time before the gap count.
		assert_eq!(binding(0), Some(99 * ONE / 100));
		assert_eq!(stage(0), Stage::Paid);
	});
}

#[test]
fn undecided_incident_should_go_to_assessment_when_data_come_back_good() {
	ExtBuilder::default().build_and_execute(|| {
		let at = undecided();
		block_with(at + 10 * MINUTE, GOOD);
		block(at + 10 * MINUTE + WINDOW);
		// The breach may have lasted or not: the data cannot tell.
		let until = TestClock::active() + TestLimits::get().proposal_period;
		assert_eq!(stage(0), Stage::Open { until });
		assert!(open().first.is_some() && !watch().ready);
	});
}

#[test]
fn gaps_should_not_keep_an_incident_undecided_for_longer_when_they_come_again_and_again() {
	ExtBuilder::default().build_and_execute(|| {
		undecided();
		let Stage::Undecided { until } = stage(0) else { panic!("data are missing") };
		let mut now = TestClock::now();
		// Data come back for a window and a little, then are gone again.
		while TestClock::active() < until {
			assert_eq!(stage(0), Stage::Undecided { until });
			now += HOUR;
			block_with(now, BAD);
			now += WINDOW;
			block(now);
			assert!(matches!(stage(0), Stage::Observing { .. }));
			now += MINUTE;
			block(now);
			feed_nothing(FEED);
			now += MINUTE;
			block(now);
		}
		assert!(matches!(stage(0), Stage::Open { .. }));
	});
}

/// Arms the trigger, then feeds a breach and a price in bounds after it, neither of which is read
/// yet. Returns the moment of the breach's price.
fn breach_and_recovery() -> Moment {
	block_with(START, GOOD);
	let at = START + WINDOW;
	block(at);
	feed(FEED, BAD);
	pass_to(at + 20 * SECOND);
	feed(FEED, 996 * ONE / 1_000);
	at
}

#[test]
fn readiness_should_change_once_each_when_a_breach_and_its_recovery_are_read_together() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach_and_recovery();
		block(at + HOUR);
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(readiness(PRODUCT), vec![true, false]);
		block_with(at + HOUR, GOOD);
		block(at + 3 * HOUR);
		assert_eq!(readiness(PRODUCT), vec![true, false, true]);
	});
}

/// Guard: the trigger is armed again in the same look in which it has opened an incident and the
/// breach has lasted. The incident is still open.
#[test]
fn trigger_should_not_be_ready_when_a_breach_and_all_that_follows_are_read_together() {
	let short = Trigger { duration: 2 * MINUTE, ..trigger() };
	ExtBuilder::default().product(PRODUCT, short).policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach_and_recovery();
		pass_to(at + HOUR);
		poll(Weight::MAX);
		check();
		assert_eq!((stage(0), watch().phase), (Stage::AssessingClaims { after: None }, Phase::Armed));
		assert_eq!((watch().ready, readiness(PRODUCT)), (false, vec![true, false]));
	});
}

#[test]
fn readiness_should_end_when_the_price_is_stale() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		block(START + HEARTBEAT);
		assert!(watch().ready);
		block(START + HEARTBEAT + 1);
		assert_eq!(readiness(PRODUCT).last(), Some(&false));
		block_with(START + HEARTBEAT + HOUR, GOOD);
		assert!(!watch().ready);
		block(START + HEARTBEAT + HOUR + WINDOW);
		assert_eq!(readiness(PRODUCT).last(), Some(&true));
	});
}

#[test]
fn zero_price_should_count_as_no_price() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		feed(FEED, 0);
		block(START + WINDOW + 30 * MINUTE);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
		assert!(!watch().ready);
	});
}

#[test]
fn price_in_the_same_block_should_replace_the_one_before() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		feed_nothing(FEED);
		feed(FEED, 1);
		feed(FEED, GOOD);
		block(START + WINDOW + 30 * MINUTE);
		assert!(watch().ready);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
		assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().average, Some(GOOD));
	});
}

#[test]
fn halt_should_void_what_was_observed() {
	ExtBuilder::default().max_gap(MINUTE).build_and_execute(|| {
		for minute in 0..=10 {
			block_with(START + minute * MINUTE, GOOD);
		}
		for minute in 11..=30 {
			block_with(START + minute * MINUTE, BAD);
		}
		assert!(matches!(stage(0), Stage::Observing { .. }));
		block(START + 50 * MINUTE);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		assert!(has_event(TriggerEvent::FeedInterrupted {
			feed: FEED,
			from: START + 30 * MINUTE,
			until: START + 50 * MINUTE
		}));
	});
}

#[test]
fn values_from_before_a_halt_should_not_count_when_a_feed_is_watched_after_it() {
	ExtBuilder::default().max_gap(MINUTE).build_and_execute(|| {
		let end = START + 20 * MINUTE;
		pass_to(end);
		let old = Price { value: GOOD, oldest: START + 10 * MINUTE, fresh_until: end + HOUR };
		TestPrices::put(FEED, old);
		Triggers::on_data(FEED);
		for minute in 1..=30 {
			block(end + minute * MINUTE);
		}
		assert_eq!((watch().phase, watch().ready), (Phase::Starting, false));
	});
}

#[test]
fn values_from_before_a_halt_should_not_count_after_it() {
	ExtBuilder::default().max_gap(MINUTE).build_and_execute(|| {
		for minute in 0..=10 {
			block_with(START + minute * MINUTE, GOOD);
		}
		let end = START + 20 * MINUTE;
		pass_to(end);
		// One operator feeds; the price still rests on another's value from before the halt.
		let old = Price { value: BAD, oldest: START + 10 * MINUTE, fresh_until: end + HOUR };
		TestPrices::put(FEED, old);
		Triggers::on_data(FEED);
		for minute in 1..=30 {
			block(end + minute * MINUTE);
		}
		assert_eq!(watch().phase, Phase::Armed);
		assert!(!watch().ready);
		let new = Price { value: GOOD, oldest: end, fresh_until: end + 2 * HOUR };
		TestPrices::put(FEED, new);
		Triggers::on_data(FEED);
		for minute in 31..=40 {
			block(end + minute * MINUTE);
		}
		assert!(watch().ready);
	});
}

#[test]
fn full_log_should_never_decide() {
	let long = Trigger { window: 3 * HOUR, ..trigger() };
	ExtBuilder::default().product(PRODUCT, long).build_and_execute(|| {
		block_with(START, GOOD);
		block_with(START + 2 * HOUR, GOOD);
		block(START + 3 * HOUR);
		assert!(watch().ready);
		// 600 changes in the next 50 minutes: the window needs more than there are.
		let mut at = START + 3 * HOUR;
		for i in 0..600u128 {
			at += 5 * SECOND;
			block_with(at, ONE / 2 + i);
		}
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 1);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		let state = breakwater_triggers::Feeds::<Test>::get(FEED).unwrap();
		assert_eq!(state.last - state.first + 1, u64::from(MAX_OBSERVATIONS));
	});
}

#[test]
fn watch_that_was_left_behind_should_take_what_it_missed_as_a_gap() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		world(|w| w.refuse_settlement.push(1));
		let feed_state = breakwater_triggers::Feeds::<Test>::get(FEED).unwrap();
		// The watch sleeps through more changes than are kept.
		let asleep = watch();
		let mut at = START + WINDOW;
		for i in 0..600u128 {
			at += SECOND;
			pass_to(at);
			feed(FEED, ONE + i);
		}
		breakwater_triggers::TriggerStates::<Test>::insert(PRODUCT, asleep);
		block(at + SECOND);
		assert!(feed_state.last + 500 < breakwater_triggers::Feeds::<Test>::get(FEED).unwrap().last);
		assert_eq!(watch().next, at + SECOND + 1);
		assert_eq!(watch().phase, Phase::Armed);
		assert!(!watch().ready);
		// It has full data again a window after the oldest change that is kept.
		let oldest = at - u64::from(MAX_OBSERVATIONS - 1) * SECOND;
		assert_eq!(watch().readers[0].covered_from, oldest);
		block(oldest + WINDOW - 1);
		assert!(!watch().ready);
		block(oldest + WINDOW);
		assert!(watch().ready);
	});
}

#[test]
fn product_should_never_decide_when_its_window_is_empty() {
	ExtBuilder::default().product(PRODUCT, Trigger { window: 0, ..trigger() }).build_and_execute(|| {
		block_with(START, BAD);
		block_with(START + HOUR, BAD);
		assert_eq!(watch().phase, Phase::Starting);
		assert!(!watch().ready);
	});
}

#[test]
fn watch_should_be_forgotten_when_its_product_is_delisted() {
	ExtBuilder::default().product(2, trigger()).build_and_execute(|| {
		arm();
		world(|w| w.triggers.remove(&2));
		block_with(START + WINDOW + MINUTE, GOOD);
		assert_eq!(Triggers::trigger_state(2), None);
		assert_eq!(breakwater_triggers::Feeds::<Test>::get(FEED).unwrap().products, vec![PRODUCT]);
		assert!(Triggers::trigger_state(PRODUCT).unwrap().ready);
		let feeds = FeedSet::One(FEED);
		System::assert_has_event(TriggerEvent::ProductUnwatched { product: 2, feeds }.into());
	});
}

#[test]
fn watch_should_be_forgotten_when_its_feed_gets_no_more_values() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		world(|w| w.triggers.remove(&PRODUCT));
		block(START + WINDOW + MINUTE);
		assert_eq!(Triggers::trigger_state(PRODUCT), None);
		assert!(breakwater_triggers::Feeds::<Test>::get(FEED).is_none());
	});
}

#[test]
fn place_on_a_feed_should_be_free_when_a_product_is_delisted() {
	let first = PRODUCT + 1;
	let mut builder = ExtBuilder::default();
	for product in first..first + MAX_PRODUCTS_PER_FEED - 1 {
		builder = builder.product(product, trigger());
	}
	builder.build_and_execute(|| {
		arm();
		assert!(breakwater_triggers::Feeds::<Test>::get(FEED).unwrap().products.is_full());
		world(|w| w.triggers.remove(&first));
		world(|w| w.triggers.insert(99, trigger()));
		block_with(START + WINDOW + MINUTE, GOOD);
		block(START + WINDOW + 2 * MINUTE);
		assert!(Triggers::trigger_state(99).unwrap().ready);
		assert_eq!(Triggers::trigger_state(first), None);
	});
}

#[test]
fn watch_should_stay_until_its_incident_is_closed() {
	ExtBuilder::default().build_and_execute(|| {
		let at = breach();
		block(at);
		assert!(open().first.is_some());
		world(|w| w.triggers.remove(&PRODUCT));
		block(at + MINUTE);
		assert!(open().first.is_some());
	});
}

/// Guard: a watch that stays because an incident of its product is open freezes no pool again.
#[test]
fn delisted_product_should_open_no_incident() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		world(|w| w.refuse_settlement.push(1));
		let at = uphold();
		block_with(at + HOUR + MINUTE, GOOD);
		block_with(at + 3 * HOUR, GOOD);
		assert_eq!(watch().phase, Phase::Armed);
		world(|w| w.triggers.remove(&PRODUCT));
		block_with(at + 4 * HOUR, BAD);
		block(at + 5 * HOUR);
		assert!(breakwater_triggers::TriggerStates::<Test>::contains_key(PRODUCT));
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 1);
	});
}
