// SPDX-License-Identifier: Apache-2.0

//! The poll hook under a meter.

use super::mock::*;
use crate::WeightInfo as _;

#[test]
fn poll_should_go_on_where_it_ended() {
	let mut builder = ExtBuilder::default();
	for product in 1..=10 {
		builder = builder.product(product, Trigger { feeds: FeedSet::One(1 + product % 3), ..trigger() });
	}
	builder.build_and_execute(|| {
		for id in 1..=3 {
			feed(id, GOOD);
		}
		pass_to(START + WINDOW);
		// Enough for one product a block.
		for _ in 0..80 {
			poll(super::one_trigger());
		}
		for product in 1..=10 {
			assert!(Triggers::trigger_state(product).unwrap().ready, "product {product}");
		}
	});
}

/// Guard: data decide nothing when they come. Blocks without room for the poll delay the incident,
/// and change none of its numbers.
#[test]
fn breach_should_be_found_at_its_millisecond_when_blocks_are_full() {
	let opened = |full_blocks: u64| {
		ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
			arm();
			let start = START + WINDOW;
			feed(FEED, BAD);
			let before = watch();
			for number in 1..=full_blocks {
				pass_to(start + number * 3 * SECOND);
				poll(Weight::zero());
				feed(FEED, BAD + u128::from(number % 2));
				check();
				// A value is written down. The trigger has not moved.
				assert_eq!(watch(), before);
			}
			block(start + 10 * MINUTE);
			assert_eq!(incident(0).opened.now, start + 10 * MINUTE);
			block(start + DURATION + WINDOW);
			(incident(0).occurred_at, binding(0), usd(&ALICE))
		})
	};
	let (occurred_at, binding, paid) = opened(0);
	assert_eq!((occurred_at, binding, paid), (START + WINDOW + 30 * SECOND, Some(BAD), 100));
	// The prices of full blocks are a unit of 10^-18 higher or not, so that each is in the log.
	let (late, late_binding, late_paid) = opened(199);
	assert_eq!((late, late_paid), (occurred_at + 1, paid));
	assert!(late_binding.is_some_and(|found| found - BAD < 2));
}

#[test]
fn data_should_cost_the_log_and_the_triggers_that_begin() {
	let logged = <Test as crate::Config>::WeightInfo::log_data;
	ExtBuilder::default().product(2, Trigger { threshold: 8 * ONE / 10, ..trigger() }).build_and_execute(
		|| {
			TestPrices::set(FEED, GOOD, START + HEARTBEAT);
			assert_eq!(Triggers::on_data(FEED), logged(2));
			assert_eq!((Triggers::on_data(FEED), Triggers::on_cleared(FEED)), (logged(0), logged(0)));
			world(|w| w.triggers.insert(3, trigger()));
			// A value that is cleared begins with no trigger.
			assert_eq!(Triggers::on_cleared(FEED), logged(0));
			assert_eq!(Triggers::trigger_state(3), None);
			assert_eq!(Triggers::on_data(FEED), logged(1));
			assert!(Triggers::on_data_weight().all_gte(logged(MAX_PRODUCTS_PER_FEED)));
			assert_eq!(Triggers::on_data(99), logged(0));
		},
	);
}

#[test]
fn cleared_values_should_end_the_price_and_watch_no_feed() {
	ExtBuilder::default().build_and_execute(|| {
		clear(FEED);
		assert!(breakwater_triggers::WatchedFeeds::<Test>::get().is_empty());
		arm();
		pass_to(START + WINDOW + MINUTE);
		clear(FEED);
		let (at, old) = (START + WINDOW + MINUTE, Some(GOOD));
		assert!(has_event(TriggerEvent::PriceLogged { feed: FEED, at, old, new: None }));
		block(at + MINUTE);
		assert!(!watch().ready);
	});
}

/// Guard: no cover is sold in the block after a halt of the chain that has no room for a poll. The
/// price is back before the trigger has looked at the halt.
#[test]
fn trigger_should_not_be_ready_after_a_halt_before_it_is_polled() {
	ExtBuilder::default().max_gap(HOUR).build_and_execute(|| {
		arm();
		let halted = START + WINDOW + 2 * HOUR;
		pass_to(halted);
		poll(Weight::zero());
		feed(FEED, GOOD);
		assert!(!Triggers::is_ready(PRODUCT) && !Triggers::trigger_state(PRODUCT).unwrap().ready);
		block(halted + 3 * SECOND);
		assert!(!Triggers::is_ready(PRODUCT));
		block(halted + WINDOW);
		assert!(Triggers::is_ready(PRODUCT));
		// Without a halt a block without a poll changes no readiness.
		pass_to(halted + WINDOW + 3 * SECOND);
		assert!(Triggers::is_ready(PRODUCT));
	});
}

type W = <Test as crate::Config>::WeightInfo;

/// The weight of the poll in which the trigger breaches, on a product with so many pools.
fn breaching(pools: u32) -> Weight {
	let builder = (1..=pools).fold(ExtBuilder::default(), |builder, pool| {
		builder.pool(pool, USD, 1_000).policy_on(pool, ALICE, PRODUCT, pool, 10)
	});
	builder.build_and_execute(|| {
		pass_to(breach());
		let used = poll(Weight::MAX);
		assert_eq!(locks(0).len(), pools as usize);
		used
	})
}

#[test]
fn breach_should_cost_by_the_pools_that_it_freezes() {
	let (one, four) = (breaching(1), breaching(4));
	assert_eq!(four - one, W::open_incident(4) - W::open_incident(1));
	assert!(W::open_incident(1).all_lt(one));
	assert!(one.ref_time() < Triggers::turn_weight().ref_time());
}

#[test]
fn poll_should_cost_what_it_evaluated() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		arm();
		pass_to(TestClock::now() + MINUTE);
		let used = poll(Weight::MAX);
		// No price has ended, no incident is referred to people, and no turn comes.
		let look = W::poll() + Triggers::syncing_weight(false) + Triggers::evaluating_weight();
		let (pieces, piece) = ((used - look).ref_time(), Triggers::reading_weight(1).ref_time());
		assert!(pieces > 0 && pieces % piece == 0 && pieces / piece <= 3, "{pieces} of {piece}");
		// A price that has ended is written down.
		pass_to(TestClock::now() + 3 * HOUR);
		assert!(poll(Weight::MAX).all_gte(look + W::sync_feed() - Triggers::syncing_weight(false)));
		assert!(Triggers::syncing_weight(false).ref_time() < W::sync_feed().ref_time());
		assert!(Triggers::evaluating_weight().ref_time() < W::evaluate_trigger().ref_time());
	});
}
