//! Benchmarks: what each piece of work costs at its worst, with what the other pallets do in it. The sums and maxima of
//! them that calls and hooks are charged are in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{incidents::MAX_ROUND, types::*, *};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungibles::Mutate, EnsureOrigin},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::U256;

/// What the benchmarks need of the runtime: the pallet cannot set it up through its own storage and its `Config`.
pub trait BenchmarkHelper {
	/// List products whose triggers watch `feed` and others that no other product watches, see [`feeds_of`]. Their asset has a
	/// minimum balance of one unit. The clocks are past the longest window afterwards.
	fn products(feed: FeedId, count: u32) -> Vec<ProductId>;

	/// Have as many operators as there can be give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);

	/// Put as many pools behind a product as there can be, each exposed to it and in the worst state: exposed to as many
	/// other products as it can be, each of them with an open incident numbered below `incident` whose claims are known and
	/// are all that the pool has; as far behind as one call catches up, with something ending on each day; with a reserve
	/// behind it that gives a part of what it is asked for, owes another, and leaves the pool the rest. Time passes.
	fn pools(product: ProductId, incident: IncidentId);

	/// A policy in force on a product, backed by as many of those pools as can back one, of a holder who has nothing yet. An
	/// average of [`WORST`] gives it a claim with a part on each of them.
	fn policy(product: ProductId) -> PolicyId;
}

/// The feed that all products watch.
const FEED: FeedId = FeedId::MAX;
/// The incident.
const INCIDENT: IncidentId = 1_000;
/// The worst average of the incident.
pub const WORST: u128 = ONE / 2;

/// The feeds of product number `number` of those that watch `feed`: as many as a trigger can have.
pub fn feeds_of(feed: FeedId, number: u32) -> FeedSet {
	let second = feed - 1 - 2 * number;
	FeedSet::Any { first: feed, second, third: Some(second - 1) }
}

/// An origin that may do what referenda do.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A new product of as many feeds as can be, without pools.
fn product<T: Config>() -> ProductId {
	T::BenchmarkHelper::products(FEED, 1)[0]
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

/// A watch that has looked at everything until now.
fn watch<T: Config>(phase: Phase, open: Option<IncidentId>) -> Watch {
	Watch {
		trigger: trigger(),
		phase,
		next: T::Clock::now() + 1,
		readers: Default::default(),
		defined: true,
		ready: false,
		open,
	}
}

/// A change of the price of a feed; it was one before.
fn write_knot<T: Config>(feed: FeedId, number: u32, time: Moment, price: u128) {
	let cumulative = U256::from(ONE) * U256::from(time);
	Knots::<T>::insert(feed, number, Knot { time, price: Some(price), cumulative });
}

/// A feed that was looked at last in the block of `seen`, with data in it.
fn feed_seen<T: Config>(feed: FeedId, products: &[ProductId], seen: Seen) {
	write_knot::<T>(feed, 0, seen.now - 1, ONE);
	write_knot::<T>(feed, 1, seen.now, ONE + 1);
	let products = BoundedVec::truncate_from(products.to_vec());
	let fresh_until = T::Clock::now();
	Feeds::<T>::insert(
		feed,
		FeedState { first: 0, last: 1, run: 0, fresh_until, not_before: 0, seen, products },
	);
}

/// The block before a halt of the chain.
fn before_halt<T: Config>() -> Seen {
	Seen { now: T::Clock::now() - DAY / 2, active: T::Clock::active() }
}

/// The feeds of the first product, not looked at since before a halt of the chain, with data in the last block before it.
fn halted_feeds<T: Config>(product: ProductId) {
	for feed in trigger().feeds.iter() {
		feed_seen::<T>(feed, &[product], before_halt::<T>());
	}
}

/// The incident, with everything that an incident can have.
fn incident<T: Config>(product: ProductId, stage: Stage) -> Incident {
	let incident = Incident {
		product,
		occurred_at: T::Clock::now(),
		opened_at: T::Clock::now(),
		opened_active: T::Clock::active(),
		worst: Some(WORST),
		stage,
		judge_at: Some(Moment::MAX),
		horizon: INCIDENT + 1,
		claims: 0,
		claims_paid: 0,
		asset: None,
		escrow: 0,
		dust: 0,
	};
	NextIncident::<T>::put(INCIDENT + 1);
	Incidents::<T>::insert(INCIDENT, &incident);
	if stage.is_working() {
		Working::<T>::insert(INCIDENT, ());
	}
	incident
}

/// A product of which the incident has pinned as many pools as there can be.
fn pinned_product<T: Config>() -> ProductId {
	let product = product::<T>();
	T::BenchmarkHelper::pools(product, INCIDENT);
	T::OnIncident::opened(INCIDENT, product);
	assert_eq!(T::Settlement::pins(INCIDENT).len(), MAX_POOLS_PER_PRODUCT as usize);
	product
}

/// A part for each pool that the incident has pinned.
fn write_parts<T: Config>(part: impl Fn(PoolId, Balance) -> Part) {
	for (pool, pin) in T::Settlement::pins(INCIDENT) {
		Parts::<T>::insert(INCIDENT, pool, part(pool, pin));
	}
}

/// Whether a claim has as many parts as it can have, each on another pool.
fn has_all_parts(parts: &ClaimParts) -> bool {
	let pools: BTreeSet<_> = parts.iter().filter(|(_, part)| *part > 0).map(|(pool, _)| *pool).collect();
	pools.len() == MAX_ALLOCATIONS as usize
}

/// The last claim of the incident that is to be paid, on as many pools as a claim can be. Whoever gets it, and what rounding
/// left, has no such asset yet.
fn last_claim<T: Config>(stage: Stage, status: ClaimStatus) -> (PolicyId, Balance) {
	let product = product::<T>();
	T::BenchmarkHelper::pools(product, INCIDENT);
	let policy = T::BenchmarkHelper::policy(product);
	T::OnIncident::opened(INCIDENT, product);
	let incident = incident::<T>(product, stage);
	let Incident { occurred_at, opened_active, .. } = incident;
	let finding = Finding { occurred_at, opened_active, measure: Measure::Worst(WORST) };
	let parts = T::Book::assess(policy, &finding).expect("the policy has a claim");
	assert!(has_all_parts(&parts));
	T::Book::register(policy, INCIDENT, &finding, &parts).expect("the claim can be registered");

	for (pool, amount) in parts.iter().copied() {
		let settlement = Settlement { loss: amount, from_pool: amount, ..Default::default() };
		let part = Part {
			pin: amount,
			loss: amount,
			claims: 1,
			settlement: Some(settlement),
			funded: amount,
			..Default::default()
		};
		Parts::<T>::insert(INCIDENT, pool, part);
	}
	let asset = T::Settlement::asset_of(parts[0].0).expect("the pool exists");
	let amount = sum(&parts).expect("the claim is a number");
	Claims::<T>::insert(INCIDENT, policy, Claim { parts, status });
	let escrow = amount + 1;
	let account = Pallet::<T>::escrow_account(INCIDENT).expect("an incident has an account");
	T::Assets::mint_into(asset.clone(), &account, escrow).expect("the escrow can receive");
	Incidents::<T>::insert(INCIDENT, Incident { claims: 1, asset: Some(asset), escrow, ..incident });
	(policy, amount)
}

/// Whether the last claim is paid and the incident's book is empty.
fn is_paid<T: Config>(policy: PolicyId, amount: Balance) -> bool {
	let incident = Incidents::<T>::get(INCIDENT).expect("the incident is kept");
	let claim = Claims::<T>::get(INCIDENT, policy).expect("the claim is kept");
	claim.status == ClaimStatus::Paid { amount } && (incident.escrow, incident.dust) == (0, 1)
}

/// One for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The last claim, on as many pools as can back a policy, whose holder could not receive before; what rounding left is
	/// swept. Two transfers to accounts that are new to the asset, and the escrow account goes.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paid, ClaimStatus::Waiting);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT, policy);

		assert!(is_paid::<T>(policy, amount));
		Ok(())
	}

	/// As many pools are pinned as there can be.
	#[benchmark]
	pub fn decide_upheld() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = pinned_product::<T>();
		incident::<T>(product, Stage::Judgement { until: Moment::MAX });
		Watches::<T>::insert(
			product,
			watch::<T>(Phase::Disarmed { recovered_since: Some(0) }, Some(INCIDENT)),
		);
		let occurred_at = T::Clock::now();

		#[extrinsic_call]
		decide(origin as T::RuntimeOrigin, INCIDENT, Verdict::Upheld { occurred_at, worst: WORST });

		assert_eq!(Parts::<T>::iter_prefix(INCIDENT).count(), MAX_POOLS_PER_PRODUCT as usize);
		assert!(Working::<T>::contains_key(INCIDENT));
		Ok(())
	}

	/// As many pools are pinned as there can be. The watch goes on, with feeds that were not looked at since before a halt,
	/// and tells that it is not ready. Pieces of time that it finds come on top.
	#[benchmark]
	pub fn decide_rejected() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = pinned_product::<T>();
		incident::<T>(product, Stage::Judgement { until: Moment::MAX });
		let phase = Phase::Disarmed { recovered_since: Some(0) };
		Watches::<T>::insert(product, Watch { ready: true, ..watch::<T>(phase, Some(INCIDENT)) });
		T::OnIncident::readiness(product, true);
		halted_feeds::<T>(product);

		#[extrinsic_call]
		decide(origin as T::RuntimeOrigin, INCIDENT, Verdict::Rejected);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Rejected);
		assert!(T::Settlement::pins(INCIDENT).is_empty());
		let watch = Watches::<T>::get(product).unwrap();
		assert!(watch.open.is_none() && !watch.ready);
		Ok(())
	}

	/// The first price of one of the last feeds that can be watched, with as many fresh operators and as many products, none of
	/// them watched yet, as there can be. Each of them has as many feeds as it can, the others all new as well.
	#[benchmark]
	pub fn log_data() -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::products(FEED, MAX_PRODUCTS_PER_FEED);
		T::BenchmarkHelper::feed(FEED, ONE);
		let new = 1 + (MAX_FEEDS_PER_TRIGGER - 1) * MAX_PRODUCTS_PER_FEED;
		WatchedFeeds::<T>::put(BoundedVec::truncate_from((new..MAX_FEEDS).collect()));

		#[block]
		{
			Pallet::<T>::log_data(FEED);
		}

		let state = Feeds::<T>::get(FEED).unwrap();
		assert!(Pallet::<T>::knot(FEED, state.last).unwrap().price.is_some());
		assert!(state.products.is_full());
		assert!(state.products.iter().all(Watches::<T>::contains_key));
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

	/// After a halt of the chain; the last data came in the block before it. As many products watch the feed as can, and
	/// there is no weight for any.
	#[benchmark]
	pub fn sync_feed() -> Result<(), BenchmarkError> {
		let products = T::BenchmarkHelper::products(FEED, MAX_PRODUCTS_PER_FEED);
		feed_seen::<T>(FEED, &products, before_halt::<T>());
		let seen = Pallet::<T>::seen();
		let mut meter = WeightMeter::with_limit(T::WeightInfo::sync_feed());

		#[block]
		{
			Pallet::<T>::poll_feed(FEED, 0, seen, &mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(Feeds::<T>::get(FEED).unwrap().not_before, seen.now);
		assert_eq!(Pallet::<T>::knot(FEED, 1).unwrap().price, None);
		Ok(())
	}

	/// Nothing new in the logs, which are up to date; the incident's time without data is over, so that it goes to judgement, and
	/// the others are told that the trigger is not ready.
	#[benchmark]
	pub fn evaluate_watch() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		let seen = Pallet::<T>::seen();
		trigger().feeds.iter().for_each(|feed| feed_seen::<T>(feed, &[product], seen));
		incident::<T>(product, Stage::Undecided { until: 0 });
		Watches::<T>::insert(product, Watch { ready: true, ..watch::<T>(Phase::Undecided, Some(INCIDENT)) });
		T::OnIncident::readiness(product, true);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::evaluate(product, seen, 1, &mut meter);
		}

		assert_eq!(meter.consumed(), T::WeightInfo::evaluate_watch());
		assert!(matches!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Judgement { .. }));
		let watch = Watches::<T>::get(product).unwrap();
		assert!(matches!(watch.phase, Phase::Disarmed { .. }) && !watch.ready);
		Ok(())
	}

	/// A piece of one feed with an average, for which both ends of the window move on, the hind one because its knot is lost.
	/// The trigger takes three steps; any further one is the consequence of a turn that is charged for by itself. With several
	/// feeds it is charged for each.
	#[benchmark]
	pub fn evaluate_piece() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		let now = T::Clock::now();
		let next = now - 1_000;
		write_knot::<T>(FEED, 1, next - MAX_WINDOW - 10, ONE);
		write_knot::<T>(FEED, 2, next - MAX_WINDOW + 2_000, ONE);
		write_knot::<T>(FEED, 10, next - 2, ONE);
		write_knot::<T>(FEED, 11, next - 1, ONE - 1);
		write_knot::<T>(FEED, 12, now, ONE);
		let seen = Pallet::<T>::seen();
		let products = BoundedVec::default();
		let state = FeedState { first: 1, last: 12, run: 0, fresh_until: now, not_before: 0, seen, products };
		Feeds::<T>::insert(FEED, state);
		let phase = Phase::Observing { since: next - 1, worst: U256::zero() };
		let mut watch = Watch { next, ..watch::<T>(phase, None) };
		watch.readers[0].front = 10;
		watch.trigger.feeds = FeedSet::One(FEED);
		watch.trigger.duration = 2;
		let logs = Pallet::<T>::logs_of(&watch.trigger.feeds).expect("the feed is known");
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::read_logs(product, &logs, &mut watch, seen, 1, &mut meter);
		}

		assert_eq!((watch.phase, watch.next), (Phase::Armed, now + 1));
		assert_eq!((watch.readers[0].front, watch.readers[0].tail), (11, 1));
		assert!(watch.defined);
		Ok(())
	}

	/// As many pools as there can be behind the product, each with as many products and incidents as it can have.
	#[benchmark]
	pub fn open_incident() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		T::BenchmarkHelper::pools(product, INCIDENT);
		NextIncident::<T>::put(INCIDENT);
		let seen = Pallet::<T>::seen();
		let mut watch = watch::<T>(Phase::Armed, None);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::turn(product, &mut watch, Turn::Breached { at: seen.now }, seen, &mut meter);
		}

		assert_eq!(watch.open, Some(INCIDENT));
		assert_eq!(T::Settlement::pins(INCIDENT).len(), MAX_POOLS_PER_PRODUCT as usize);
		Ok(())
	}

	/// As many pools are pinned as there can be, each with as many products and incidents as it can have.
	#[benchmark]
	pub fn reject_incident() -> Result<(), BenchmarkError> {
		let product = pinned_product::<T>();
		incident::<T>(product, Stage::Observing { until: Moment::MAX });
		let seen = Pallet::<T>::seen();
		let phase = Phase::Observing { since: 0, worst: U256::MAX };
		let mut watch = watch::<T>(phase, Some(INCIDENT));
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::turn(product, &mut watch, Turn::Recovered { at: seen.now }, seen, &mut meter);
		}

		assert_eq!(watch.open, None);
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Rejected);
		assert!(T::Settlement::pins(INCIDENT).is_empty());
		Ok(())
	}

	/// As many pools are pinned as there can be.
	#[benchmark]
	pub fn uphold_incident() -> Result<(), BenchmarkError> {
		let product = pinned_product::<T>();
		incident::<T>(product, Stage::Observing { until: 0 });
		let seen = Pallet::<T>::seen();
		let worst = U256::from(WORST) * U256::from(MAX_WINDOW) + U256::one();
		let mut watch = watch::<T>(Phase::Observing { since: 0, worst }, Some(INCIDENT));
		let mut meter = WeightMeter::new();

		#[block]
		{
			let turn = Turn::Completed { at: seen.now, worst };
			Pallet::<T>::turn(product, &mut watch, turn, seen, &mut meter);
		}

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().worst, Some(WORST + 1));
		assert_eq!(Parts::<T>::iter_prefix(INCIDENT).count(), MAX_POOLS_PER_PRODUCT as usize);
		assert!(Working::<T>::contains_key(INCIDENT));
		Ok(())
	}

	/// One incident fewer than a round has room for, all behind the one that was served last and is done: the list is gone
	/// through twice. No weight for any step.
	#[benchmark]
	pub fn work_round() -> Result<(), BenchmarkError> {
		for id in 0..MAX_ROUND as IncidentId {
			Working::<T>::insert(id, ());
		}
		let first = Working::<T>::iter_keys().next().expect("there are some");
		Working::<T>::remove(first);
		LastServed::<T>::put(first);
		let mut meter = WeightMeter::with_limit(T::WeightInfo::work_round());

		#[block]
		{
			Pallet::<T>::work_all(&mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(LastServed::<T>::get(), Some(first));
		Ok(())
	}

	/// A policy with a claim on as many pools as can back one, each of which catches up as much as one call does.
	#[benchmark]
	pub fn tally_step() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		T::BenchmarkHelper::pools(product, INCIDENT);
		let policy = T::BenchmarkHelper::policy(product);
		T::OnIncident::opened(INCIDENT, product);
		incident::<T>(product, Stage::Tallying { after: None });
		write_parts::<T>(|_, pin| Part { pin, ..Default::default() });

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		let claim = Claims::<T>::get(INCIDENT, policy).expect("the claim is registered");
		assert!(has_all_parts(&claim.parts));
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().claims, 1);
		Ok(())
	}

	/// No policy is left; as many pools as there can be are told what the claims come to.
	#[benchmark]
	pub fn end_tally() -> Result<(), BenchmarkError> {
		let product = pinned_product::<T>();
		let after = T::Book::walk(product, None, u32::MAX).pop();
		incident::<T>(product, Stage::Tallying { after });
		write_parts::<T>(|_, pin| Part { pin, loss: pin - 1, claims: 1, ..Default::default() });

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Settling { after: None });
		for (pool, pin) in T::Settlement::pins(INCIDENT) {
			assert_eq!(Parts::<T>::get(INCIDENT, pool).unwrap().loss, pin);
		}
		Ok(())
	}

	/// The first of as many pools as there can be: it catches up as much as one call does, has as many products and
	/// incidents as it can have and not enough for them, and the reserve is asked, for the first time in the incident. The
	/// escrow account is new.
	#[benchmark]
	pub fn settle_step() -> Result<(), BenchmarkError> {
		let product = pinned_product::<T>();
		incident::<T>(product, Stage::Settling { after: None });
		for (pool, pin) in T::Settlement::pins(INCIDENT) {
			T::Settlement::tallied(INCIDENT, pool, pin)?;
		}
		write_parts::<T>(|_, pin| Part { pin, loss: pin, claims: 1, ..Default::default() });

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(T::Settlement::pins(INCIDENT).len() + 1, MAX_POOLS_PER_PRODUCT as usize);
		let settled = Parts::<T>::iter_prefix_values(INCIDENT).filter(|part| part.settlement.is_some());
		assert_eq!(settled.count(), 1);
		assert!(Incidents::<T>::get(INCIDENT).unwrap().escrow > 0);
		Ok(())
	}

	/// As many pools as there can be are charged. The watch that is to go on comes on top.
	#[benchmark]
	pub fn end_settlement() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		// Charged pools have no pins.
		T::OnIncident::opened(INCIDENT, product);
		incident::<T>(product, Stage::Settling { after: Some(0) });
		for pool in 0..MAX_POOLS_PER_PRODUCT {
			let part = Part { settlement: Some(Settlement::default()), ..Default::default() };
			Parts::<T>::insert(INCIDENT, pool, part);
		}

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Paying { after: None });
		Ok(())
	}

	/// No weight for the evaluation, which comes on top.
	#[benchmark]
	pub fn reopen_watch() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		Watches::<T>::insert(product, watch::<T>(Phase::Armed, Some(INCIDENT)));
		halted_feeds::<T>(product);
		let mut meter = WeightMeter::with_limit(T::WeightInfo::reopen_watch());

		#[block]
		{
			Pallet::<T>::reopen_watch(product, INCIDENT, &mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(Watches::<T>::get(product).unwrap().open, None);
		Ok(())
	}

	/// The last claim, on as many pools as can back a policy; what rounding left is swept. Two transfers to accounts that are
	/// new to the asset, and the escrow account goes.
	#[benchmark]
	pub fn pay_step() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paying { after: None }, ClaimStatus::Registered);

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert!(is_paid::<T>(policy, amount));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
