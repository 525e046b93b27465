// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst cost of each piece of work, with the other pallets' part in it. The sums
//! and maxima of them that calls and hooks are charged are in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{weights::WeightMeter, BoundedVec};
use sp_core::U256;

/// The benchmarks' needs from the runtime. The pallet cannot set them up through its own storage
/// and its `Config`.
pub trait BenchmarkHelper {
	/// List products whose triggers watch `feed` and others that no other product watches, see
	/// [`feeds_of`]. Their asset has a minimum balance of one unit. The clocks are past the longest
	/// window afterwards.
	fn products(feed: FeedId, count: u32) -> Vec<ProductId>;

	/// Have the fewest operators that make one give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);

	/// Put so many pools behind a product, at most as many as there can be, each exposed to it and
	/// with everything that a pool can have.
	fn pools(product: ProductId, count: u32);
}

/// The feed that all products watch.
const FEED: FeedId = FeedId::MAX;
/// The binding average of the incident.
const WORST: u128 = ONE / 2;

/// The feeds of product number `number` of those that watch `feed`: as many as a trigger can have.
pub fn feeds_of(feed: FeedId, number: u32) -> FeedSet {
	let second = feed - 1 - 2 * number;
	FeedSet::Any { first: feed, second, third: Some(second - 1) }
}

/// A new product of as many feeds as can be, without pools.
fn product<T: Config>() -> ProductId {
	T::BenchmarkHelper::products(FEED, 1)[0]
}

/// The same, with so many pools.
fn insured_product<T: Config>(pools: u32) -> ProductId {
	let product = product::<T>();
	T::BenchmarkHelper::pools(product, pools);
	product
}

/// A trigger with the longest window.
fn trigger() -> Trigger {
	Trigger {
		feeds: feeds_of(FEED, 0),
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: MAX_WINDOW,
		duration: DAY,
	}
}

/// A trigger that has looked at everything until now.
fn state<T: Config>(phase: Phase, observed: Option<IncidentId>) -> TriggerState {
	let observe = |incident| Observed { incident, since: 0, max_undecided: DAY, assess_at: Some(0) };
	TriggerState {
		trigger: trigger(),
		phase,
		next: T::Clock::now() + 1,
		readers: Default::default(),
		defined: true,
		ready: false,
		observed: observed.map(observe),
		waits: None,
	}
}

/// An incident of a product that its trigger observes.
fn open<T: Config>(product: ProductId) -> IncidentId {
	let seen = T::Clock::block_time();
	let opened = T::Incidents::open(product, seen.now, seen, Decider::Trigger);
	opened.expect("no incident of the product is open").0
}

/// A change of the price of a feed, which was one before.
fn write_observation<T: Config>(feed: FeedId, number: u32, time: Moment, price: u128) {
	let cumulative = U256::from(ONE) * U256::from(time);
	Observations::<T>::insert(feed, number, Observation { time, price: Some(price), cumulative });
}

/// A feed that was looked at last in the block of `seen`, with data in it.
fn feed_seen<T: Config>(feed: FeedId, products: &[ProductId], seen: BlockTime) {
	write_observation::<T>(feed, 0, seen.now - 1, ONE);
	write_observation::<T>(feed, 1, seen.now, ONE + 1);
	let products = BoundedVec::truncate_from(products.to_vec());
	let fresh_until = T::Clock::now();
	Feeds::<T>::insert(
		feed,
		FeedState { first: 0, last: 1, run: 0, fresh_until, not_before: 0, seen, products },
	);
}

/// The block before a halt of the chain.
fn before_halt<T: Config>() -> BlockTime {
	BlockTime { now: T::Clock::now() - DAY / 2, active: T::Clock::active() }
}

/// The feeds of the first product, not looked at since before a halt of the chain, with data in the
/// last block before it.
fn halted_feeds<T: Config>(product: ProductId) {
	for feed in trigger().feeds.iter() {
		feed_seen::<T>(feed, &[product], before_halt::<T>());
	}
}

/// The benchmarks: one for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The first price after a halt of the chain; the last data came in the block before it. As
	/// many products as can be are listed on the feed. `n` of them are not watched yet, and each of
	/// those has as many feeds as it can, the others all new.
	#[benchmark]
	pub fn log_data(n: Linear<0, MAX_PRODUCTS_PER_FEED>) -> Result<(), BenchmarkError> {
		let products = T::BenchmarkHelper::products(FEED, MAX_PRODUCTS_PER_FEED);
		T::BenchmarkHelper::feed(FEED, ONE);
		let known = products.len() - n as usize;
		feed_seen::<T>(FEED, &products[..known], before_halt::<T>());
		let new = 1 + (MAX_FEEDS_PER_TRIGGER - 1) * n;
		let watched = core::iter::once(FEED).chain(new..MAX_FEEDS);
		WatchedFeeds::<T>::put(BoundedVec::truncate_from(watched.collect()));

		#[block]
		{
			Pallet::<T>::log_data(FEED);
		}

		let state = Feeds::<T>::get(FEED).unwrap();
		assert!(Pallet::<T>::observation(FEED, state.last).unwrap().price.is_some());
		assert!(state.products.is_full());
		assert!(products[known..].iter().all(TriggerStates::<T>::contains_key));
		assert!(WatchedFeeds::<T>::get().is_full());
		Ok(())
	}

	/// As many feeds as can be watched, and no weight for any.
	#[benchmark]
	pub fn poll() -> Result<(), BenchmarkError> {
		WatchedFeeds::<T>::put(BoundedVec::truncate_from((0..MAX_FEEDS).collect()));
		let place = (MAX_FEEDS - 1, MAX_PRODUCTS_PER_FEED - 1);
		Cursor::<T>::put(place);
		let mut meter = WeightMeter::with_limit(T::WeightInfo::poll());

		#[block]
		{
			Pallet::<T>::poll(&mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(Cursor::<T>::get(), place);
		Ok(())
	}

	/// After a halt of the chain; the last data came in the block before it. As many products watch
	/// the feed as can, and there is no weight for any.
	#[benchmark]
	pub fn sync_feed() -> Result<(), BenchmarkError> {
		let products = T::BenchmarkHelper::products(FEED, MAX_PRODUCTS_PER_FEED);
		feed_seen::<T>(FEED, &products, before_halt::<T>());
		let seen = T::Clock::block_time();
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sync_feed());

		#[block]
		{
			Pallet::<T>::poll_feed(FEED, 0, seen, &mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(Feeds::<T>::get(FEED).unwrap().not_before, seen.now);
		assert_eq!(Pallet::<T>::observation(FEED, 1).unwrap().price, None);
		Ok(())
	}

	/// No new data in the logs, which are up to date. The incident's time without data is over, so
	/// that people assess it, and the trigger is not ready any more.
	#[benchmark]
	pub fn evaluate_trigger() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		let seen = T::Clock::block_time();
		trigger().feeds.iter().for_each(|feed| feed_seen::<T>(feed, &[product], seen));
		let incident = open::<T>(product);
		let late = TriggerState { ready: true, ..state::<T>(Phase::Undecided, Some(incident)) };
		TriggerStates::<T>::insert(product, late);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::evaluate(product, seen, &mut meter);
		}

		assert_eq!(meter.consumed(), T::WeightInfo::evaluate_trigger());
		assert_eq!(T::Incidents::decider(incident), Some(Decider::Assessment));
		let state = TriggerStates::<T>::get(product).unwrap();
		assert!(matches!(state.phase, Phase::Disarmed { .. }) && !state.ready);
		Ok(())
	}

	/// A piece of one feed with an average, for which both ends of the window move on, the hind one
	/// because its observation is lost. The trigger takes three steps. Any further step is the
	/// consequence of a turn that is charged by itself. With several feeds it is charged for each.
	#[benchmark]
	pub fn evaluate_piece() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		let now = T::Clock::now();
		let next = now - 1_000;
		write_observation::<T>(FEED, 1, next - MAX_WINDOW - 10, ONE);
		write_observation::<T>(FEED, 2, next - MAX_WINDOW + 2_000, ONE);
		write_observation::<T>(FEED, 10, next - 2, ONE);
		write_observation::<T>(FEED, 11, next - 1, ONE - 1);
		write_observation::<T>(FEED, 12, now, ONE);
		let seen = T::Clock::block_time();
		let products = BoundedVec::default();
		let feed = FeedState { first: 1, last: 12, run: 0, fresh_until: now, not_before: 0, seen, products };
		Feeds::<T>::insert(FEED, feed);
		let phase = Phase::Observing { since: next - 1, binding: U256::zero() };
		let mut state = TriggerState { next, ..state::<T>(phase, None) };
		state.readers[0].front = 10;
		state.trigger.feeds = FeedSet::One(FEED);
		state.trigger.duration = 2;
		let logs = Pallet::<T>::logs_of(&state.trigger.feeds).expect("the feed is known");
		// Enough for one piece.
		let mut meter = WeightMeter::with_limit(Pallet::<T>::piece_weight());

		#[block]
		{
			Pallet::<T>::read_logs(product, &logs, &mut state, seen, &mut meter);
		}

		assert_eq!((state.phase, state.next), (Phase::Armed, now + 1));
		assert_eq!((state.readers[0].front, state.readers[0].tail), (11, 1));
		assert!(state.defined);
		Ok(())
	}

	/// `p` pools are behind the product, each with as many products and incidents as it can have.
	#[benchmark]
	pub fn open_incident(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = insured_product::<T>(p);
		let seen = T::Clock::block_time();
		let mut state = state::<T>(Phase::Armed, None);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::turn(product, &mut state, Turn::Breached { at: seen.now }, seen, &mut meter);
		}

		let observed = state.observed.expect("an incident is opened").incident;
		assert_eq!(T::Incidents::open_on(product).first, Some(observed));
		Ok(())
	}

	/// `p` pools are locked, each with as many products and incidents as it can have.
	#[benchmark]
	pub fn reject_incident(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = insured_product::<T>(p);
		let incident = open::<T>(product);
		let seen = T::Clock::block_time();
		let phase = Phase::Observing { since: 0, binding: U256::MAX };
		let mut state = state::<T>(phase, Some(incident));
		TriggerStates::<T>::insert(product, state);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::turn(product, &mut state, Turn::Recovered { at: seen.now }, seen, &mut meter);
		}

		assert_eq!((state.observed, T::Incidents::decider(incident)), (None, None));
		assert_eq!(T::Incidents::open_on(product).first, None);
		Ok(())
	}

	/// `p` pools are locked.
	#[benchmark]
	pub fn uphold_incident(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = insured_product::<T>(p);
		let incident = open::<T>(product);
		let seen = T::Clock::block_time();
		let binding = U256::from(WORST) * U256::from(MAX_WINDOW) + U256::one();
		let mut state = state::<T>(Phase::Observing { since: 0, binding }, Some(incident));
		let mut meter = WeightMeter::new();

		#[block]
		{
			let turn = Turn::Completed { at: seen.now, binding };
			Pallet::<T>::turn(product, &mut state, turn, seen, &mut meter);
		}

		assert_eq!((state.observed, T::Incidents::decider(incident)), (None, None));
		assert_eq!(T::Incidents::open_on(product).first, Some(incident));
		Ok(())
	}

	/// No breach waits: the turn that opens its incident comes on top.
	#[benchmark]
	pub fn resume_trigger() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		let waiting = TriggerState { ready: true, ..state::<T>(Phase::Starting, None) };
		TriggerStates::<T>::insert(product, waiting);
		halted_feeds::<T>(product);

		#[block]
		{
			Pallet::<T>::go_on(IncidentId::MAX, product);
		}

		assert!(!TriggerStates::<T>::get(product).unwrap().ready);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
