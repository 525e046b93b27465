// SPDX-License-Identifier: Apache-2.0

//! Triggers that watch several feeds, of which all or any decide.

use super::mock::*;
use crate::WeightInfo as _;

const OTHER: FeedId = FEED + 1;
const THIRD: FeedId = FEED + 2;
/// A little below the threshold: an average from good to this one reaches it after five minutes.
const MILD: u128 = 99 * ONE / 100;

fn all() -> Trigger {
	Trigger { feeds: FeedSet::All { first: FEED, second: OTHER, third: None }, ..trigger() }
}

fn any() -> Trigger {
	Trigger { feeds: FeedSet::Any { first: FEED, second: OTHER, third: None }, ..trigger() }
}

fn with(trigger: Trigger) -> ExtBuilder {
	ExtBuilder::default().product(PRODUCT, trigger).policy(1, ALICE, 100)
}

/// A block at `at` in which the operators give these prices.
fn block_of(at: Moment, prices: &[(FeedId, u128)]) {
	pass_to(at);
	poll(Weight::MAX);
	for (id, value) in prices {
		feed(*id, *value);
	}
	idle(Weight::MAX);
	check();
}

/// Good data of all feeds for a window. Ends at `START + WINDOW`, from which the moments of the
/// tests are counted.
fn arm_all() {
	let good: Vec<_> = [FEED, OTHER, THIRD].map(|id| (id, GOOD)).to_vec();
	block_of(START, &good);
	block_of(START + WINDOW, &good);
	assert!(watch().ready);
}

/// The moment that long after everything is armed.
fn after(time: Moment) -> Moment {
	START + WINDOW + time
}

fn incidents() -> u32 {
	breakwater_claims::NextIncident::<Test>::get()
}

fn products_of(id: FeedId) -> Vec<ProductId> {
	breakwater_triggers::Feeds::<Test>::get(id).unwrap().products.into_inner()
}

#[test]
fn breach_of_all_should_begin_with_the_last_feed() {
	with(all()).build_and_execute(|| {
		arm_all();
		feed(FEED, BAD);
		block_of(after(MINUTE), &[(OTHER, BAD)]);
		block(after(MINUTE + 30 * SECOND - 1));
		assert_eq!((incidents(), watch().ready), (0, true));
		block(after(5 * MINUTE));
		assert_eq!(incident(0).occurred_at, after(MINUTE + 30 * SECOND));
	});
}

#[test]
fn breach_of_any_should_begin_with_the_first_feed() {
	with(any()).build_and_execute(|| {
		arm_all();
		feed(OTHER, BAD);
		block_of(after(MINUTE), &[(FEED, BAD)]);
		block(after(5 * MINUTE));
		assert_eq!(incident(0).occurred_at, after(30 * SECOND));
	});
}

/// The first is in a breach from 0:30 to 11:30, the second from 9:30 on.
fn one_after_the_other() {
	arm_all();
	feed(FEED, BAD);
	block_of(after(9 * MINUTE), &[(OTHER, BAD)]);
	block_of(after(10 * MINUTE), &[(FEED, GOOD)]);
	block_of(after(30 * MINUTE), &[(FEED, GOOD), (OTHER, BAD)]);
}

#[test]
fn breach_of_any_should_last_when_one_feed_takes_over_from_another() {
	with(any()).build_and_execute(|| {
		one_after_the_other();
		assert_eq!(incident(0).occurred_at, after(30 * SECOND));
		assert_eq!(stage(0), Stage::Observing { until: after(30 * SECOND) + DURATION });
		block(after(30 * SECOND) + DURATION);
		assert_eq!((stage(0), binding(0), usd(&ALICE)), (Stage::Paid, Some(BAD), 100));
	});
}

#[test]
fn breach_of_all_should_end_with_the_first_recovery() {
	with(all()).build_and_execute(|| {
		one_after_the_other();
		assert_eq!((incident(0).occurred_at, stage(0)), (after(9 * MINUTE + 30 * SECOND), Stage::Rejected));
		// Breached at 0.995 itself: recovered with the millisecond after it.
		let at = after(10 * MINUTE + 30 * SECOND);
		let (incident, product, reason) = (0, PRODUCT, Reason::Recovered);
		assert!(!has_event(ClaimsEvent::IncidentRejected { incident, product, reason, at }));
		let at = after(10 * MINUTE) + WINDOW - 30 * SECOND + 1;
		assert!(has_event(ClaimsEvent::IncidentRejected { incident, product, reason, at }));
		assert_eq!(usd(&ALICE), 0);
	});
}

/// From this millisecond on the second is below the first: they cross while both are linear.
#[test]
fn averages_should_change_places_at_the_exact_millisecond() {
	// The first falls to 0.99 at 0:00, the second to 0.9 at 4:00. Times are in ms, over the window
	// of 600 s, from 1 in steps of 10^-2. The first is at t, the second at 10 (t - 240 s). They
	// meet at 266,666.7 ms, at 1 - 0.00444.
	let threshold = ONE - ONE / 100 * 266_700 / 600_000;
	for (rule, wanted) in [
		// The mildest: the second until they meet, then the first, which is then the higher one.
		(Trigger { threshold, ..all() }, 266_700),
		// The worst: the second from the meeting on. It was 0.00444 down there, 3 ms before.
		(Trigger { threshold, ..any() }, 266_670),
	] {
		with(rule).build_and_execute(|| {
			arm_all();
			feed(FEED, MILD);
			block_of(after(4 * MINUTE), &[(OTHER, BAD)]);
			block(after(9 * MINUTE));
			assert_eq!(incident(0).occurred_at, after(wanted), "{rule:?}");
		});
	}
}

#[test]
fn worst_average_should_be_that_of_the_deciding_feed() {
	for (rule, binding) in [(all(), MILD), (any(), BAD)] {
		with(rule).build_and_execute(|| {
			arm_all();
			feed(FEED, BAD);
			feed(OTHER, MILD);
			for minutes in [30, 60, 90] {
				block_of(after(minutes * MINUTE), &[(FEED, BAD), (OTHER, MILD)]);
			}
			assert_eq!(super::mock::binding(0), Some(binding));
			assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().average, Some(binding));
		});
	}
}

#[test]
fn three_feeds_should_decide_as_two_do() {
	let third = Some(THIRD);
	let all = FeedSet::All { first: FEED, second: OTHER, third };
	let any = FeedSet::Any { first: FEED, second: OTHER, third };
	for (feeds, minutes) in [(all, 2), (any, 0)] {
		with(Trigger { feeds, ..trigger() }).build_and_execute(|| {
			arm_all();
			feed(THIRD, BAD);
			block_of(after(MINUTE), &[(FEED, BAD)]);
			block_of(after(2 * MINUTE), &[(OTHER, BAD)]);
			block(after(5 * MINUTE));
			assert_eq!(incident(0).occurred_at, after(minutes * MINUTE + 30 * SECOND));
		});
	}
}

#[test]
fn product_should_be_watched_on_all_its_feeds_when_one_has_data() {
	with(any()).build_and_execute(|| {
		block_with(START, GOOD);
		assert_eq!((products_of(FEED), products_of(OTHER)), (vec![PRODUCT], vec![PRODUCT]));
		assert_eq!(breakwater_triggers::WatchedFeeds::<Test>::get(), vec![FEED, OTHER]);
		// The other one has no data yet.
		block(START + HOUR);
		assert_eq!((watch().phase, watch().ready), (Phase::Starting, false));
		block_of(START + HOUR, &[(OTHER, GOOD)]);
		block(START + HOUR + WINDOW - 1);
		assert_eq!(watch().phase, Phase::Starting);
		assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().average, None);
		block(START + HOUR + WINDOW);
		assert!(watch().ready);
		assert_eq!(Triggers::trigger_state(PRODUCT).unwrap().average, Some(GOOD));
	});
}

#[test]
fn product_should_use_what_its_other_feed_knows_already() {
	with(trigger()).product(2, any()).build_and_execute(|| {
		arm_all();
		// Both feeds have a full window; the product comes later.
		world(|w| w.triggers.insert(3, all()));
		block_of(after(MINUTE), &[(OTHER, GOOD)]);
		block(after(MINUTE) + 3 * SECOND);
		assert!(Triggers::trigger_state(3).unwrap().ready);
	});
}

#[test]
fn stale_feed_should_leave_an_observation_undecided() {
	for rule in [all(), any()] {
		with(rule).build_and_execute(|| {
			arm_all();
			feed(FEED, BAD);
			feed(OTHER, BAD);
			block(after(30 * MINUTE));
			assert!(matches!(stage(0), Stage::Observing { .. }));
			// One feed is enough to know of a breach of any, but no decision is made without the
			// other.
			pass_to(after(40 * MINUTE));
			feed_nothing(OTHER);
			block_of(after(50 * MINUTE), &[(FEED, BAD)]);
			let until = TestClock::block_time().active + DAY;
			assert!(matches!(stage(0), Stage::Undecided { .. }), "{rule:?}");
			block_of(after(DURATION) + 30 * SECOND, &[(FEED, BAD)]);
			assert!(matches!(stage(0), Stage::Undecided { .. }));
			// It never comes back.
			while TestClock::block_time().active < until {
				block_of(TestClock::block_time().now + HOUR, &[(FEED, BAD)]);
			}
			assert!(matches!(stage(0), Stage::Open { .. }));
			assert_eq!(usd(&ALICE), 0);
		});
	}
}

#[test]
fn observation_should_begin_anew_when_the_missing_feed_comes_back_in_a_breach() {
	for rule in [all(), any()] {
		with(rule).build_and_execute(|| {
			arm_all();
			feed(FEED, BAD);
			feed(OTHER, BAD);
			block(after(20 * MINUTE));
			pass_to(after(30 * MINUTE));
			feed_nothing(OTHER);
			block_of(after(40 * MINUTE), &[(FEED, BAD), (OTHER, BAD)]);
			let back = after(40 * MINUTE) + WINDOW;
			block(back);
			assert_eq!(stage(0), Stage::Observing { until: back + DURATION });
		});
	}
}

#[test]
fn halt_should_void_what_was_observed_of_all_feeds() {
	for rule in [all(), any()] {
		with(rule).max_gap(MINUTE).build_and_execute(|| {
			for minute in 0..=30 {
				let value = if minute > 10 { BAD } else { GOOD };
				block_of(START + minute * MINUTE, &[(FEED, value), (OTHER, value)]);
			}
			assert!(matches!(stage(0), Stage::Observing { .. }));
			// Only the first is fed after the halt.
			block_of(START + 50 * MINUTE, &[(FEED, BAD)]);
			for feed in [FEED, OTHER] {
				let (from, until) = (START + 30 * MINUTE, START + 50 * MINUTE);
				assert!(has_event(TriggerEvent::FeedInterrupted { feed, from, until }));
			}
			for minute in 51..=70 {
				block_of(START + minute * MINUTE, &[(FEED, BAD)]);
			}
			assert!(matches!(stage(0), Stage::Undecided { .. }));
		});
	}
}

/// Guard: the feed that is polled first is evaluated only after the other feeds are brought up to
/// this block.
#[test]
fn data_of_one_feed_should_not_be_evaluated_with_a_price_of_another_that_is_stale() {
	for rule in [all(), any()] {
		with(rule).build_and_execute(|| {
			arm_all();
			feed(FEED, BAD);
			feed(OTHER, BAD);
			// Both are fresh until `after(HEARTBEAT)`. The first is fed in time.
			let long = Trigger { duration: 3 * HOUR, ..rule };
			breakwater_triggers::TriggerStates::<Test>::mutate(PRODUCT, |w| {
				w.as_mut().unwrap().trigger = long
			});
			block_of(after(HOUR), &[(FEED, BAD)]);
			pass_to(after(HEARTBEAT) + 5 * MINUTE);
			poll(Weight::MAX);
			assert_eq!(watch().next, after(HEARTBEAT) + 5 * MINUTE + 1);
			assert_eq!(watch().phase, Phase::Undecided);
			assert!(has_event(TriggerEvent::PriceLogged {
				feed: OTHER,
				at: after(HEARTBEAT),
				old: Some(BAD),
				new: None
			}));
			check();
		});
	}
}

/// The attack: an attacker controls one feed of two. They open no incident with any data if all
/// feeds have to breach.
#[test]
fn one_manipulated_feed_should_not_open_an_incident_when_it_takes_all() {
	with(all()).build_and_execute(|| {
		arm_all();
		for minute in 1..=180 {
			block_of(after(minute * MINUTE), &[(FEED, 1), (OTHER, GOOD)]);
		}
		assert_eq!((incidents(), watch().ready), (0, true));
		// Nor does the silence of that feed make one.
		pass_to(after(181 * MINUTE));
		feed_nothing(FEED);
		for minute in 181..=240 {
			block_of(after(minute * MINUTE), &[(OTHER, GOOD)]);
		}
		assert_eq!(incidents(), 0);
	});
}

/// The attack: silence on one feed neither makes a breach nor takes one away. The breach is found
/// as soon as the feed is back.
#[test]
fn one_silent_feed_should_neither_make_nor_hide_a_breach_of_any() {
	with(any()).build_and_execute(|| {
		arm_all();
		feed_nothing(OTHER);
		for minute in 1..=60 {
			block_of(after(minute * MINUTE), &[(FEED, GOOD)]);
		}
		assert_eq!((incidents(), watch().ready), (0, false));
		for minute in 61..=90 {
			block_of(after(minute * MINUTE), &[(FEED, BAD)]);
		}
		// Not sold, not decided.
		assert_eq!((incidents(), watch().phase, watch().ready), (0, Phase::Armed, false));
		for minute in 91..=200 {
			block_of(after(minute * MINUTE), &[(FEED, BAD), (OTHER, GOOD)]);
		}
		// The first millisecond at which both are known.
		assert_eq!(incident(0).occurred_at, after(91 * MINUTE) + WINDOW);
		assert_eq!((stage(0), usd(&ALICE)), (Stage::Paid, 100));
	});
}

#[test]
fn delisted_product_should_leave_all_its_feeds() {
	with(trigger()).product(2, any()).build_and_execute(|| {
		arm_all();
		assert_eq!(products_of(OTHER), vec![2]);
		world(|w| w.triggers.remove(&2));
		block_of(after(MINUTE), &[(FEED, GOOD)]);
		assert_eq!(Triggers::trigger_state(2), None);
		assert_eq!(products_of(FEED), vec![PRODUCT]);
		let feeds = any().feeds;
		assert!(has_event(TriggerEvent::ProductUnwatched { product: 2, feeds }));
		// The other feed has no product any more.
		assert_eq!(breakwater_triggers::WatchedFeeds::<Test>::get(), vec![FEED]);
		assert!(breakwater_triggers::Feeds::<Test>::get(OTHER).is_none());
		assert_eq!(breakwater_triggers::Observations::<Test>::iter_prefix(OTHER).count(), 0);
		assert!(has_event(TriggerEvent::FeedUnwatched { feed: OTHER }));
	});
}

/// Guard: with room for only one of the feeds, the product leaves the others at once as well.
#[test]
fn delisted_product_should_leave_all_its_feeds_when_there_is_little_room() {
	let other = Trigger { feeds: FeedSet::One(OTHER), ..trigger() };
	with(trigger()).product(2, any()).product(3, other).build_and_execute(|| {
		arm_all();
		assert_eq!(products_of(OTHER), vec![2, 3]);
		world(|w| w.triggers.remove(&2));
		pass_to(after(MINUTE));
		poll(W::poll() + W::sync_feed() + Triggers::forgetting_weight());
		assert_eq!((products_of(FEED), products_of(OTHER)), (vec![PRODUCT], vec![3]));
		check();
	});
}

#[test]
fn feed_should_be_let_go_a_part_at_a_time() {
	with(trigger()).product(2, Trigger { feeds: FeedSet::One(OTHER), ..trigger() }).build_and_execute(|| {
		arm_all();
		for minute in 1..=100u64 {
			block_of(after(minute * MINUTE), &[(FEED, GOOD), (OTHER, GOOD + u128::from(minute))]);
		}
		let observations = || breakwater_triggers::Observations::<Test>::iter_prefix(OTHER).count();
		assert_eq!(observations(), 101);
		world(|w| w.triggers.remove(&2));
		block(after(101 * MINUTE));
		assert_eq!(observations(), 101 - crate::types::MAX_OBSERVATIONS_DROPPED as usize);
		assert!(breakwater_triggers::WatchedFeeds::<Test>::get().contains(&OTHER));
		// Without room no more work is done.
		pass_to(after(102 * MINUTE));
		poll(W::poll() + W::sync_feed());
		assert_eq!(observations(), 101 - crate::types::MAX_OBSERVATIONS_DROPPED as usize);
		(103..=105).for_each(|minute| block(after(minute * MINUTE)));
		assert_eq!(observations(), 0);
		assert_eq!(breakwater_triggers::WatchedFeeds::<Test>::get(), vec![FEED]);
		// Another product brings it back.
		world(|w| w.triggers.insert(3, Trigger { feeds: FeedSet::One(OTHER), ..trigger() }));
		block_of(after(110 * MINUTE), &[(FEED, GOOD), (OTHER, GOOD)]);
		block(after(110 * MINUTE) + WINDOW);
		assert!(Triggers::trigger_state(3).unwrap().ready && watch().ready);
		assert_eq!(observations(), 1);
	});
}

type W = <Test as crate::Config>::WeightInfo;

#[test]
fn feed_that_is_being_let_go_should_go_on_with_the_rest_of_its_log() {
	with(trigger()).product(2, Trigger { feeds: FeedSet::One(OTHER), ..trigger() }).build_and_execute(|| {
		arm_all();
		for minute in 1..=100u64 {
			block_of(after(minute * MINUTE), &[(FEED, GOOD), (OTHER, GOOD + u128::from(minute))]);
		}
		world(|w| w.triggers.remove(&2));
		block(after(101 * MINUTE));
		world(|w| w.triggers.insert(3, any()));
		block_of(after(102 * MINUTE), &[(FEED, GOOD), (OTHER, GOOD)]);
		block(after(103 * MINUTE));
		assert!(Triggers::trigger_state(3).unwrap().ready);
		assert_eq!(products_of(OTHER), vec![3]);
	});
}

/// Guard: a product is watched on all its feeds or on none.
#[test]
fn product_should_not_be_watched_when_there_is_a_place_for_one_of_its_feeds_only() {
	let mut builder = with(trigger());
	for product in 2..MAX_FEEDS {
		builder = builder.product(product, Trigger { feeds: FeedSet::One(100 + product), ..trigger() });
	}
	builder.build_and_execute(|| {
		arm_all();
		for product in 2..MAX_FEEDS {
			feed(100 + product, GOOD);
		}
		assert_eq!(breakwater_triggers::WatchedFeeds::<Test>::get().len(), MAX_FEEDS as usize - 1);
		let new = Trigger { feeds: FeedSet::Any { first: 1_000, second: 1_001, third: None }, ..trigger() };
		world(|w| w.triggers.insert(99, new));
		block_of(after(MINUTE), &[(1_000, GOOD)]);
		assert_eq!(Triggers::trigger_state(99), None);
		// The feed keeps its place, as a product is listed on it.
		block(after(MINUTE) + SECOND);
		assert!(breakwater_triggers::WatchedFeeds::<Test>::get().contains(&1_000));
		assert!(!has_event(TriggerEvent::FeedUnwatched { feed: 1_000 }));
		// A place becomes free.
		world(|w| w.triggers.remove(&2));
		block_of(after(2 * MINUTE), &[(1_000, GOOD)]);
		block_of(after(3 * MINUTE), &[(1_000, GOOD), (1_001, GOOD)]);
		assert!(Triggers::trigger_state(99).is_some());
		block(after(3 * MINUTE) + WINDOW);
		assert!(Triggers::trigger_state(99).unwrap().ready);
	});
}

#[test]
fn data_should_stay_within_their_weight_when_products_have_as_many_feeds_as_can_be() {
	let mut builder = ExtBuilder::default();
	for product in 1..=MAX_PRODUCTS_PER_FEED {
		let (second, third) = (100 + 2 * product, Some(101 + 2 * product));
		let feeds = match product % 2 {
			0 => FeedSet::All { first: FEED, second, third },
			_ => FeedSet::Any { first: FEED, second, third },
		};
		builder =
			builder.product(product, Trigger { feeds, ..trigger() }).policy_on(product, ALICE, product, 1, 5);
	}
	builder.build_and_execute(|| {
		let others = || (102..104 + 2 * MAX_PRODUCTS_PER_FEED).take(2 * MAX_PRODUCTS_PER_FEED as usize);
		let set = |id: FeedId, value: u128| {
			TestPrices::set(id, value, TestClock::now() + HEARTBEAT);
			assert!(Triggers::on_data(id).all_lte(Triggers::on_data_weight()));
			assert!(Triggers::on_cleared(id).all_lte(Triggers::on_cleared_weight()));
			check();
		};
		set(FEED, GOOD);
		assert_eq!(breakwater_triggers::WatchedFeeds::<Test>::get().len(), 33);
		others().for_each(|id| set(id, GOOD));
		pass_to(START + WINDOW);
		set(FEED, BAD);
		others().for_each(|id| set(id, BAD));
		// Only data come here, and the work that they leave is done by the polls.
		pass_to(START + WINDOW + HOUR);
		set(FEED, BAD);
		poll(Weight::MAX);
		assert_eq!(incidents(), MAX_PRODUCTS_PER_FEED);
		check();
	});
}
