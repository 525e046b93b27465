// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst cost of each piece of work, with the other pallets' part in it. The sums
//! and maxima of them that calls and hooks are charged are in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{incidents::MAX_ROUND, types::*, *};
use alloc::{collections::BTreeSet, vec::Vec};
use breakwater_primitives::interest::{Position, PositionSignature};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungibles::{Inspect, Mutate},
		EnsureOrigin,
	},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::{crypto::KeyTypeId, H256, U256};
use sp_runtime::traits::{BlakeTwo256, Hash};

/// The benchmarks' needs from the runtime. The pallet cannot set them up through its own storage
/// and its `Config`.
pub trait BenchmarkHelper {
	/// List products whose triggers watch `feed` and others that no other product watches, see
	/// [`feeds_of`]. Their asset has a minimum balance of one unit. The clocks are past the longest
	/// window afterwards.
	fn products(feed: FeedId, count: u32) -> Vec<ProductId>;

	/// Have as many operators as there can be give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);

	/// Put as many pools behind a product as there can be, each exposed to it and in the worst
	/// state.
	///
	/// Each pool is exposed to as many other products as it can be, each of them with an open
	/// incident numbered below `incident` whose claims are known and are all that the pool has. It
	/// is as far behind as one call catches up, with something ending on each day. A reserve is
	/// behind it that gives a part of what it is asked for, owes another, and leaves the pool the
	/// rest. Time passes.
	fn pools(product: ProductId, incident: IncidentId);

	/// A policy in force on a product, backed by as many of those pools as can back one, of a
	/// holder whose account is still empty. An average of [`WORST`] gives it a claim with a part on
	/// each of them.
	fn policy(product: ProductId) -> PolicyId;

	/// List a product that people judge, in an asset with a minimum balance of one unit.
	fn judged() -> ProductId;

	/// Name a position in the policy of a product that people judge.
	fn name(policy: PolicyId, position: Position);

	/// Make the pools of a product, which [`Self::pools`] made, unable to pay all that they have
	/// pinned.
	fn impoverish(_product: ProductId) {}

	/// Catch a pool up with time.
	fn catch_up(_pool: PoolId) {}

	/// Give the pools of a product enough for everything that they could have to pay.
	fn enrich(product: ProductId);

	/// Let so much active time pass that payouts are not kept any more.
	fn pass_a_year();

	/// Have the adjudicator begin a case of an incident and choose; it has as many other cases as
	/// it can have. Returns the case's number.
	fn decide(incident: IncidentId, choices: u32, choice: u32) -> u32;
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

/// An origin with the rights of referenda.
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
		behind: None,
		waits: None,
	}
}

/// A change of the price of a feed, which was one before.
fn write_observation<T: Config>(feed: FeedId, number: u32, time: Moment, price: u128) {
	let cumulative = U256::from(ONE) * U256::from(time);
	Observations::<T>::insert(feed, number, Observation { time, price: Some(price), cumulative });
}

/// A feed that was looked at last in the block of `seen`, with data in it.
fn feed_seen<T: Config>(feed: FeedId, products: &[ProductId], seen: Seen) {
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
fn before_halt<T: Config>() -> Seen {
	Seen { now: T::Clock::now() - DAY / 2, active: T::Clock::active() }
}

/// The feeds of the first product, not looked at since before a halt of the chain, with data in the
/// last block before it.
fn halted_feeds<T: Config>(product: ProductId) {
	for feed in trigger().feeds.iter() {
		feed_seen::<T>(feed, &[product], before_halt::<T>());
	}
}

/// The incident, with everything that an incident can have.
fn incident<T: Config>(product: ProductId, stage: Stage) -> Incident {
	let now = T::Clock::now();
	let incident = Incident {
		upheld: Some(Upheld::Worst(WORST)),
		judge_at: Some(Moment::MAX),
		horizon: INCIDENT + 1,
		..Incident::new(product, now, Pallet::<T>::seen(), stage, T::Limits::get())
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

/// True if a claim has as many parts as it can have, each on another pool.
fn has_all_parts(parts: &ClaimParts) -> bool {
	let pools: BTreeSet<_> = parts.iter().filter(|(_, part)| *part > 0).map(|(pool, _)| *pool).collect();
	pools.len() == MAX_ALLOCATIONS as usize
}

/// The last claim of the incident that is to be paid, on as many pools as a claim can be. Its
/// holder has no such asset yet.
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
		let settlement = Settlement { loss: amount, from_pool: amount, is_final: true, ..Default::default() };
		let part = Part {
			pin: amount,
			loss: amount,
			claims: 1,
			settlement,
			is_charged: true,
			funded: amount,
			..Default::default()
		};
		Parts::<T>::insert(INCIDENT, pool, part);
	}
	let asset = T::Settlement::asset_of(parts[0].0).expect("the pool exists");
	let amount = sum(&parts).expect("the claim is a number");
	Claims::<T>::insert(INCIDENT, policy, Claim { parts, paid: Default::default(), status });
	let escrow = amount + 1;
	let account = Pallet::<T>::escrow_account().expect("the pallet has an account");
	T::Assets::mint_into(asset.clone(), &account, escrow).expect("the escrow can receive");
	Incidents::<T>::insert(INCIDENT, Incident { claims: 1, asset: Some(asset), escrow, ..incident });
	(policy, amount)
}

/// True if the last claim is paid and the incident's book is empty.
fn is_paid<T: Config>(policy: PolicyId, amount: Balance) -> bool {
	let incident = Incidents::<T>::get(INCIDENT).expect("the incident is kept");
	let claim = Claims::<T>::get(INCIDENT, policy).expect("the claim is kept");
	let is_paid = claim.status == ClaimStatus::Paid && claim.paid.iter().sum::<Balance>() == amount;
	is_paid && incident.escrow == 1
}

/// The type of the keys of positions.
const KEY: KeyTypeId = KeyTypeId(*b"posi");
/// One bond.
const BOND: Balance = 1_000;

/// A product that people judge, with as many pools as there can be.
fn judged_product<T: Config>() -> ProductId {
	let product = T::BenchmarkHelper::judged();
	T::BenchmarkHelper::pools(product, INCIDENT);
	product
}

/// The same, pinned by the incident; and its asset.
fn judged_and_pinned<T: Config>() -> (ProductId, AssetId) {
	let product = judged_product::<T>();
	T::OnIncident::opened(INCIDENT, product);
	let pins = T::Settlement::pins(INCIDENT);
	assert_eq!(pins.len(), MAX_POOLS_PER_PRODUCT as usize);
	(product, T::Settlement::asset_of(pins[0].0).expect("the pool exists"))
}

/// Look at the pools that an incident would pin. Returns their asset.
fn pin_for_a_look<T: Config>(product: ProductId, look: impl Fn(PoolId)) -> AssetId {
	T::OnIncident::opened(INCIDENT, product);
	let pins = T::Settlement::pins(INCIDENT);
	pins.iter().for_each(|(pool, _)| look(*pool));
	T::OnIncident::rejected(INCIDENT, product);
	T::Settlement::asset_of(pins[0].0).expect("the pool exists")
}

/// An account that can put up any bond.
fn purse<T: Config>(asset: AssetId) -> T::AccountId {
	let who = whitelisted_caller();
	T::Assets::mint_into(asset, &who, Balance::from(u64::MAX)).expect("anyone can hold the asset");
	who
}

/// The incident, judged by people, the open one of its product.
fn judged_incident<T: Config>(product: ProductId, stage: Stage) -> Incident {
	let asset = T::Settlement::pins(INCIDENT).first().and_then(|(pool, _)| T::Settlement::asset_of(*pool));
	let incident = Incident { asset, upheld: None, bond: BOND, ..incident::<T>(product, stage) };
	Incidents::<T>::insert(INCIDENT, &incident);
	Judged::<T>::insert(product, INCIDENT);
	incident
}

/// Put so much into the account of the incident's bonds.
fn put_up<T: Config>(asset: AssetId, amount: Balance) {
	let account = Pallet::<T>::bond_account().expect("the pallet has an account");
	T::Assets::mint_into(asset, &account, amount).expect("the account can receive");
	Incidents::<T>::mutate(INCIDENT, |slot| slot.as_mut().expect("it is there").bonds = amount);
}

/// So many rulings with a bond each. The first says "not covered".
fn rulings<T: Config>(count: u32, bond: Balance) {
	for number in 0..count {
		let verdict = match number {
			0 => Verdict::NotCovered,
			_ => losses(number, H256::zero()),
		};
		let ruling = Ruling { who: account("ruler", number, 0), bond, verdict, uri: long_uri() };
		Rulings::<T>::insert(INCIDENT, number, ruling);
	}
	Incidents::<T>::mutate(INCIDENT, |slot| slot.as_mut().expect("it is there").rulings = count);
}

fn losses(leaves: u32, root: H256) -> Verdict {
	Verdict::Losses { occurred_at: 0, table: LossTable { root, leaves, total: Balance::MAX } }
}

/// A second case of the most choices, which has chosen the first.
fn case<T: Config>() -> Case {
	let number = T::BenchmarkHelper::decide(INCIDENT, MAX_CHOICES, 0);
	Case { number, choices: MAX_CHOICES, is_second: true, unsupported: Choices::default() }
}

fn long_uri() -> Uri {
	Uri::truncate_from(Vec::from([b'u'; MAX_URI as usize]))
}

/// Charge all pools of the incident what they have pinned, and put the money into its escrow. Pins
/// of incidents from `horizon` on do not count. Returns the pools.
fn settle_all<T: Config>(incident: &mut Incident, horizon: IncidentId) -> Vec<PoolId> {
	let pins = T::Settlement::pins(INCIDENT);
	for (pool, pin) in &pins {
		T::Settlement::tallied(INCIDENT, *pool, *pin).expect("the pool is pinned");
		let (settlement, credit) =
			T::Settlement::settle(INCIDENT, *pool, horizon).expect("the pool can be charged");
		let mut part =
			Part { pin: *pin, loss: *pin, claims: 1, is_charged: true, settlement, ..Default::default() };
		Pallet::<T>::put_in_escrow(incident, &mut part, credit).expect("the escrow can receive");
		Parts::<T>::insert(INCIDENT, *pool, part);
	}
	pins.into_iter().map(|(pool, _)| pool).collect()
}

/// The benchmarks: one for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// A claim on as many pools as can back a policy, whose holder could not receive before. The
	/// holder's account is new to the asset.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paid, ClaimStatus::Waiting);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT, policy);

		assert!(is_paid::<T>(policy, amount));
		Ok(())
	}

	/// Every pool has as many rejected filings on record as it can. As many incidents as are kept
	/// can be opened again: their pins stay in each pool, and their windows stop.
	#[benchmark]
	pub fn open() -> Result<(), BenchmarkError> {
		let product = judged_product::<T>();
		let who = purse::<T>(pin_for_a_look::<T>(product, |pool| {
			let times = (0..MAX_REJECTIONS).map(|_| Moment::MAX);
			Rejections::<T>::insert(pool, BoundedVec::truncate_from(times.collect()));
		}));
		NextIncident::<T>::put(INCIDENT);
		let now = T::Clock::now();
		let active = T::Clock::active();
		let inconclusive =
			|incident| Inconclusive { incident, opened_at: now, opened_active: active, left: YEAR };
		let incidents = BoundedVec::truncate_from((0..MAX_REOPENINGS).map(inconclusive).collect());
		Reopenings::<T>::insert(product, ReopeningWindows { free_since: Some(active), incidents });
		T::OnIncident::opened(0, product);
		T::OnIncident::unchosen(0, product, active);
		T::OnIncident::rejected(0, product);
		T::OnIncident::reopenable(product, Some(active.saturating_add(YEAR)));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), product, now, H256::zero(), long_uri(), Balance::MAX);

		assert_eq!(Judged::<T>::get(product), Some(INCIDENT));
		assert_eq!(T::Settlement::pins(INCIDENT).len(), MAX_POOLS_PER_PRODUCT as usize);
		Ok(())
	}

	/// The last ruling that there can be, on an incident of which the bond is not known yet.
	#[benchmark]
	pub fn propose_ruling() -> Result<(), BenchmarkError> {
		let (product, asset) = judged_and_pinned::<T>();
		let who = purse::<T>(asset);
		judged_incident::<T>(product, Stage::Challenge { until: Moment::MAX });
		rulings::<T>(MAX_RULINGS - 1, 0);
		Incidents::<T>::mutate(INCIDENT, |slot| slot.as_mut().unwrap().bond = 0);
		let verdict = losses(u32::MAX, H256::zero());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), INCIDENT, verdict, long_uri(), Balance::MAX);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().rulings, MAX_RULINGS);
		Ok(())
	}

	/// The choice that was made.
	#[benchmark]
	pub fn adopt_ruling() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = judged_product::<T>();
		let case = case::<T>();
		judged_incident::<T>(product, Stage::Case(case));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, INCIDENT, 0);

		// The case ends in a step of its own.
		assert_eq!(T::Adjudicator::outcome(case.number).unwrap().choice, Some(0));
		Ok(())
	}

	/// A policy on as many pools as can back one. Each of them catches up as much as one call does,
	/// has as many other products and incidents as it can have, and pays at once. The proof is the
	/// longest, with a Substrate signature of the plain statement. The holder's account is new to
	/// the asset.
	#[benchmark]
	pub fn claim() -> Result<(), BenchmarkError> {
		let product = judged_product::<T>();
		let policy = T::BenchmarkHelper::policy(product);
		T::BenchmarkHelper::enrich(product);
		T::OnIncident::opened(INCIDENT, product);
		judged_incident::<T>(product, Stage::Claiming { until: Moment::MAX });
		write_parts::<T>(|_, pin| Part { pin, is_reserved: true, ..Default::default() });
		for (pool, _) in T::Settlement::pins(INCIDENT) {
			assert!(T::Settlement::reserve_pin(INCIDENT, pool));
		}
		let key = sp_io::crypto::sr25519_generate(KEY, None);
		let position = Position::Substrate { genesis: [0; 32], account: key.0 };
		T::BenchmarkHelper::name(policy, position);
		let statement = interest::statement(&Pallet::<T>::genesis(), policy, INCIDENT, &position);
		let signature = sp_io::crypto::sr25519_sign(KEY, &key, &statement).expect("the key is there");
		let signature = PositionSignature::Sr25519(signature.0);
		let loss = Balance::from(u64::MAX);
		let proof: Vec<_> = (0..MAX_PROOF).map(|n| BlakeTwo256::hash_of(&n)).collect();
		let leaf = BlakeTwo256::hash_of(&(position, loss));
		let root = proof.iter().fold(leaf, |left, right| BlakeTwo256::hash_of(&(left, right)));
		Incidents::<T>::mutate(INCIDENT, |slot| {
			let table = LossTable { root, leaves: u32::MAX, total: Balance::MAX };
			slot.as_mut().unwrap().upheld = Some(Upheld::Losses(table));
		});
		let (proof, who) = (Proof::truncate_from(proof), whitelisted_caller());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), INCIDENT, policy, loss, 0, proof, signature);

		let booked = Claims::<T>::get(INCIDENT, policy).expect("the claim is registered");
		assert!(has_all_parts(&booked.parts));
		assert_eq!(booked.status, ClaimStatus::Paid);
		Ok(())
	}

	/// The longest reference.
	#[benchmark]
	pub fn file_evidence() -> Result<(), BenchmarkError> {
		let product = judged_product::<T>();
		let policy = T::BenchmarkHelper::policy(product);
		let who = T::Book::holder(policy).expect("the policy has a holder");
		judged_incident::<T>(product, Stage::Judgement { until: Moment::MAX });

		#[extrinsic_call]
		_(RawOrigin::Signed(who), INCIDENT, policy, H256::zero(), long_uri());

		Ok(())
	}

	/// Paid to an account that is new to the asset.
	#[benchmark]
	pub fn collect_bond() -> Result<(), BenchmarkError> {
		let (product, asset) = judged_and_pinned::<T>();
		judged_incident::<T>(product, Stage::Rejected);
		let who: T::AccountId = account("winner", 0, 0);
		put_up::<T>(asset, 7);
		BondsDue::<T>::insert(INCIDENT, &who, 7);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT, who.clone());

		assert!(!BondsDue::<T>::contains_key(INCIDENT, who));
		Ok(())
	}

	/// Money for a pool that was short: the claims, the reserve's debt and the loan get a part.
	#[benchmark]
	pub fn recover() -> Result<(), BenchmarkError> {
		let (product, asset) = judged_and_pinned::<T>();
		let who = purse::<T>(asset.clone());
		let mut incident = judged_incident::<T>(product, Stage::Paid);
		T::BenchmarkHelper::impoverish(product);
		let pool = settle_all::<T>(&mut incident, INCIDENT + 1)[0];
		Incidents::<T>::insert(INCIDENT, &incident);
		let before = T::Assets::balance(asset.clone(), &who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), INCIDENT, pool, before / 2);

		assert!(T::Assets::balance(asset, &who) < before);
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Paying { after: None });
		Ok(())
	}

	/// As many pools as there can be.
	#[benchmark]
	pub fn close() -> Result<(), BenchmarkError> {
		let product = judged_product::<T>();
		let mut incident = judged_incident::<T>(product, Stage::Paid);
		incident.ended_active = Some(0);
		Incidents::<T>::insert(INCIDENT, &incident);
		let settlement = Settlement { is_final: true, ..Default::default() };
		for pool in 0..MAX_POOLS_PER_PRODUCT {
			let part = Part { is_charged: true, settlement, ..Default::default() };
			Parts::<T>::insert(INCIDENT, pool, part);
		}
		T::BenchmarkHelper::pass_a_year();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Closing);
		Ok(())
	}

	/// A case of as many rulings as there can be is over, and says "not covered". The proposer of
	/// that ruling is paid the halves of all others, all of them new to the asset. As many pools as
	/// there can be are compensated and let go.
	#[benchmark]
	pub fn end_judgement() -> Result<(), BenchmarkError> {
		let (product, asset) = judged_and_pinned::<T>();
		judged_incident::<T>(product, Stage::Case(case::<T>()));
		put_up::<T>(asset, BOND * Balance::from(MAX_RULINGS + 1));
		rulings::<T>(MAX_RULINGS, BOND);
		let filing =
			Filing { who: account("filer", 0, 0), bond: BOND, evidence: H256::zero(), uri: long_uri() };
		Filings::<T>::insert(INCIDENT, filing);

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		let incident = Incidents::<T>::get(INCIDENT).unwrap();
		assert_eq!((incident.stage, incident.bonds), (Stage::Rejected, 0));
		Ok(())
	}

	/// The last record is gone. As many pools as there can be, all short, are closed, as many
	/// rulings as there can be are removed, and what is left goes to the reserve.
	#[benchmark]
	pub fn close_step() -> Result<(), BenchmarkError> {
		let (product, _) = judged_and_pinned::<T>();
		let mut incident = judged_incident::<T>(product, Stage::Closing);
		settle_all::<T>(&mut incident, INCIDENT + 1);
		Incidents::<T>::insert(INCIDENT, &incident);
		Working::<T>::insert(INCIDENT, ());
		rulings::<T>(MAX_RULINGS, 0);

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Closed);
		Ok(())
	}

	/// As many pools as there can be are short and wait for as many other incidents as they can
	/// have.
	#[benchmark]
	pub fn raise_step() -> Result<(), BenchmarkError> {
		let (product, _) = judged_and_pinned::<T>();
		let mut incident = judged_incident::<T>(product, Stage::Paid);
		settle_all::<T>(&mut incident, IncidentId::MAX);
		Incidents::<T>::insert(INCIDENT, &incident);
		Working::<T>::insert(INCIDENT, ());
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::work(INCIDENT, &mut meter);
		}

		assert_eq!(Parts::<T>::iter_prefix(INCIDENT).count(), MAX_POOLS_PER_PRODUCT as usize);
		Ok(())
	}

	/// The first price of one of the last feeds that can be watched. It has as many fresh operators
	/// and as many products, none of them watched yet, as there can be. Each of them has as many
	/// feeds as it can, the others all new as well.
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
		assert!(Pallet::<T>::observation(FEED, state.last).unwrap().price.is_some());
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

	/// After a halt of the chain; the last data came in the block before it. As many products watch
	/// the feed as can, and there is no weight for any.
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
		assert_eq!(Pallet::<T>::observation(FEED, 1).unwrap().price, None);
		Ok(())
	}

	/// No new data in the logs, which are up to date. The incident's time without data is over, so
	/// that it goes to judgement, and the other pallets get the report that the trigger is not
	/// ready.
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

	/// As many pools as there can be behind the product, each with as many products and incidents
	/// as it can have.
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

	/// As many pools are pinned as there can be, each with as many products and incidents as it can
	/// have.
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

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().upheld, Some(Upheld::Worst(WORST + 1)));
		assert_eq!(Parts::<T>::iter_prefix(INCIDENT).count(), MAX_POOLS_PER_PRODUCT as usize);
		assert!(Working::<T>::contains_key(INCIDENT));
		Ok(())
	}

	/// One incident fewer than a round has room for, all behind the one that was served last and is
	/// done. The list is gone through twice. No weight for any step.
	#[benchmark]
	pub fn work_round() -> Result<(), BenchmarkError> {
		let seen = Seen { now: T::Clock::now(), active: T::Clock::active() };
		for id in 0..MAX_ROUND as IncidentId {
			Working::<T>::insert(id, ());
			let stage = Stage::Tallying { after: None };
			Incidents::<T>::insert(id, Incident::new(0, 0, seen, stage, T::Limits::get()));
		}
		let first = Working::<T>::iter_keys().next().expect("there are some");
		Working::<T>::remove(first);
		LastServed::<T>::put(first);
		let mut meter = WeightMeter::with_limit(Pallet::<T>::round_weight());

		#[block]
		{
			Pallet::<T>::work_all(&mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(LastServed::<T>::get(), Some(first));
		Ok(())
	}

	/// A policy with a claim on as many pools as can back one, each of which was touched in this
	/// block. The cost of catching them up is charged beside it.
	#[benchmark]
	pub fn tally_step() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		T::BenchmarkHelper::pools(product, INCIDENT);
		let policy = T::BenchmarkHelper::policy(product);
		T::OnIncident::opened(INCIDENT, product);
		incident::<T>(product, Stage::Tallying { after: None });
		write_parts::<T>(|_, pin| Part { pin, ..Default::default() });
		for (pool, _) in T::Settlement::pins(INCIDENT) {
			T::BenchmarkHelper::catch_up(pool);
			assert_eq!(T::Settlement::catching_up(pool), Some(Weight::zero()));
		}

		#[extrinsic_call]
		push(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		let booked = Claims::<T>::get(INCIDENT, policy).expect("the claim is registered");
		assert!(has_all_parts(&booked.parts));
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().claims, 1);
		Ok(())
	}

	/// No policy is left. As many pools as there can be get the sums of the claims.
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

	/// The first of as many pools as there can be. It catches up as much as one call does, and has
	/// as many products and incidents as it can have and not enough for them. The reserve is asked,
	/// for the first time in the incident. The escrow account is new.
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
		let settled = Parts::<T>::iter_prefix_values(INCIDENT).filter(|part| part.is_charged);
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
			let part = Part { is_charged: true, ..Default::default() };
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

	/// A claim on as many pools as can back a policy. Its holder's account is new to the asset.
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
