// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets, and the pallets that decide and pay incidents: triggers,
//! assessment and claims. The tests of all three use it. The policies and pools of the tests keep
//! their books in storage, so that they are undone with everything else when a step fails.

// The default configurations of the SDK ask for a feature that this crate does not have.
// Each of the pallets' tests uses a part of it.
#![allow(unexpected_cfgs, dead_code, unused_imports)]

mod models;
mod steps;

use breakwater_assessment as pallet_assessment;
pub use breakwater_assessment::{
	types::{Assessment as AssessmentRecord, Case, MAX_AGE, MAX_PROPOSALS, MAX_REJECTIONS},
	Error as AssessmentError, Event as AssessmentEvent,
};
use breakwater_claims as pallet_claims;
pub use breakwater_claims::{
	types::{Claim, ClaimStatus, Incident, PoolSettlement, Proof, Stage as ClaimStage, MAX_STEPS},
	Error as ClaimsError, Event as ClaimsEvent,
};
pub use breakwater_primitives::interest::{AccountSignature, InsuredAccount};
pub use breakwater_primitives::{contracts::incidents::Incidents as _, *};
pub use breakwater_testing::{
	clock::START, reserve, set_reserve, standard::FEED, Plain, TestClock, TestFirstLoss, TestPrices,
	TestReserve, ALICE, BOB, CHARLIE, ED, FIRST_LOSS_ACCOUNT, NATIVE, RESERVE_ACCOUNT, STRANGER, USD,
};
use breakwater_testing::{genesis, standard, Genesis};
use breakwater_triggers as pallet_triggers;
pub use breakwater_triggers::{
	types::{
		FeedState, Observation, Observed, Phase, Reader, TriggerState, MAX_FEEDS, MAX_OBSERVATIONS,
		MAX_PRODUCTS_PER_FEED,
	},
	Event as TriggerEvent,
};
pub use frame_support::{assert_noop, assert_ok, weights::Weight};
use frame_support::{
	parameter_types, storage_alias,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Hooks,
	},
	weights::{constants::ParityDbWeight, WeightMeter},
	Twox64Concat,
};
use frame_system::EnsureRoot;
pub use models::*;
use sp_core::{crypto::AccountId32, storage::Storage};
pub use sp_runtime::Permill;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, PerThing};
use std::{cell::RefCell, collections::BTreeMap};
pub use steps::*;

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Claims: pallet_claims, Triggers: pallet_triggers, Assessment: pallet_assessment }
	with database ParityDbWeight
}

impl pallet_triggers::Config for Test {
	type Catalogue = MockBook;
	type Feed = TestPrices;
	type Clock = TestClock;
	type Incidents = Claims;
	type MaxUndecided = MaxUndecided;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

impl pallet_assessment::Config for Test {
	type Assets = AllAssets;
	type Catalogue = MockBook;
	type Settlement = MockPools;
	type Stake = TestReserve<AllAssets>;
	type Clock = TestClock;
	type Incidents = Claims;
	type Income = TestReserve<AllAssets>;
	type Adjudicator = MockAdjudicator;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Limits = AssessmentLimits;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

impl pallet_claims::Config for Test {
	type Assets = AllAssets;
	type Book = MockBook;
	type FirstLoss = TestFirstLoss<AllAssets>;
	type Settlement = MockPools;
	type Clock = TestClock;
	type OnIncident = (MockPools, Recorder, Triggers, Assessment);
	type Income = TestReserve<AllAssets>;
	type Limits = ClaimLimits;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_triggers::benchmarking::BenchmarkHelper for Setup {
	fn products(feed: FeedId, count: u32) -> Vec<ProductId> {
		let products: Vec<_> = (1..=count).collect();
		let triggers = products.iter().zip(0..).map(|(product, number)| {
			let feeds = pallet_triggers::benchmarking::feeds_of(feed, number);
			(*product, Trigger { feeds, ..trigger() })
		});
		world(|w| w.triggers.extend(triggers));
		products
	}

	fn feed(feed: FeedId, value: u128) {
		TestPrices::set(feed, value, TestClock::now() + HEARTBEAT);
	}

	fn pools(product: ProductId, count: u32) {
		<Self as pallet_claims::benchmarking::BenchmarkHelper>::pools(product, 0);
		<Self as pallet_claims::benchmarking::BenchmarkHelper>::keep_pools(product, count);
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_assessment::benchmarking::BenchmarkHelper for Setup {
	fn assessed() -> ProductId {
		world(|w| w.assessed.push(ASSESSED));
		ASSESSED
	}

	fn pools(product: ProductId, count: u32) {
		<Self as pallet_claims::benchmarking::BenchmarkHelper>::pools(product, 0);
		<Self as pallet_claims::benchmarking::BenchmarkHelper>::keep_pools(product, count);
	}

	fn decide(incident: IncidentId, ballot: Ballot, choice: Choice) -> u32 {
		let number = MockAdjudicator::begin(Dispute::new(Subject::Incident(incident), ballot)).unwrap();
		decide(number, ballot.iter().find(|(_, one)| *one == choice).map(|(place, _)| place));
		number
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_claims::benchmarking::BenchmarkHelper for Setup {
	fn product() -> ProductId {
		<Self as pallet_triggers::benchmarking::BenchmarkHelper>::products(FEED, 1)[0]
	}

	fn assessed() -> ProductId {
		<Self as pallet_assessment::benchmarking::BenchmarkHelper>::assessed()
	}

	fn pools(product: ProductId, _: IncidentId) {
		for id in 0..MAX_POOLS_PER_PRODUCT {
			PoolAssets::insert(id, USD);
			AllAssets::mint_into(USD, &pool_account(id), 1_000).unwrap();
			// The first policy is backed by as many pools as can back one.
			let backing: Vec<_> = match id {
				0 => (0..MAX_ALLOCATIONS).map(|pool| (pool, 100)).collect(),
				_ => vec![(id, 100)],
			};
			Policies::insert(id, MockPolicy::new(STRANGER, product, &backing));
		}
	}

	fn pool(product: ProductId) {
		PoolAssets::insert(0, USD);
		AllAssets::mint_into(USD, &pool_account(0), 1_000).unwrap();
		Policies::insert(0, MockPolicy::new(STRANGER, product, &[(0, 100)]));
	}

	fn policy(product: ProductId, _: bool) -> PolicyId {
		MockBook::walk(product, None, 1)[0]
	}

	fn name(policy: PolicyId, insured_account: InsuredAccount) {
		change_policy(policy, |p| p.insured_account = Some(insured_account));
	}

	fn impoverish(_: ProductId) {
		(0..MAX_POOLS_PER_PRODUCT).for_each(|pool| burn(&pool_account(pool), usd(&pool_account(pool)) - 7));
	}

	fn enrich(_: ProductId) {
		world(|w| w.reserves = (0..MAX_POOLS_PER_PRODUCT).collect());
		(0..MAX_POOLS_PER_PRODUCT).for_each(|pool| give_pool(pool, PURSE));
	}

	fn keep_pools(_: ProductId, count: u32) {
		(count..MAX_POOLS_PER_PRODUCT).for_each(Policies::remove);
		change_policy(0, |policy| policy.places.retain(|place| place.pool < count));
	}

	fn pass_a_year() {
		TestClock::pass_active(YEAR);
	}
}

/// A chain without products and pools, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	world(|w| *w = World::default());
	let mut storage =
		Genesis::new(ALICE).with_clocks(START, DAY).with_assets(&[(1, true, 1)]).storage::<Test>();
	with_genesis_of_pallets(&mut storage);
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.register_extension(sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new()));
	ext
}

/// The genesis of the pallets themselves.
fn with_genesis_of_pallets(storage: &mut Storage) {
	pallet_assessment::GenesisConfig::<Test>::default()
		.assimilate_storage(storage)
		.expect("the account of the bonds can be kept");
	pallet_claims::GenesisConfig::<Test>::default()
		.assimilate_storage(storage)
		.expect("the account of the payouts can be kept");
}

/// The numbers that governance has set for all three pallets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	pub max_undecided: Moment,
	pub proposal_period: Moment,
	pub challenge_period: Moment,
	pub claim_window: Moment,
	pub rejection_memory: Moment,
	pub unclaimed_after: Moment,
	pub locked_bond: Permill,
	pub frozen_bond: Permill,
}

parameter_types! {
	pub static TestLimits: Limits = LIMITS;
	pub MaxUndecided: Moment = TestLimits::get().max_undecided;
	pub AssessmentLimits: pallet_assessment::types::Limits = {
		let Limits { proposal_period, challenge_period, rejection_memory, .. } = TestLimits::get();
		let Limits { unclaimed_after, locked_bond, frozen_bond, .. } = TestLimits::get();
		pallet_assessment::types::Limits {
			proposal_period,
			challenge_period,
			rejection_memory,
			unclaimed_after,
			locked_bond,
			frozen_bond,
		}
	};
	pub ClaimLimits: pallet_claims::types::Limits = {
		let Limits { claim_window, unclaimed_after, .. } = TestLimits::get();
		pallet_claims::types::Limits { claim_window, unclaimed_after }
	};
}

/// The limits that governance has set at the beginning of each test.
pub const LIMITS: Limits = Limits {
	max_undecided: DAY,
	proposal_period: 7 * DAY,
	challenge_period: 2 * DAY,
	claim_window: 14 * DAY,
	rejection_memory: 90 * DAY,
	unclaimed_after: YEAR,
	locked_bond: Permill::from_parts(5_000),
	frozen_bond: Permill::from_parts(500),
};

/// The cases of a property that runs a chain of its own in each: a twentieth of `BREAKWATER_CASES`
/// (10,000), at least one.
pub fn chain_cases() -> u32 {
	let cases = std::env::var("BREAKWATER_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000u32);
	(cases / 20).max(1)
}

/// The account that opens incidents.
pub const REPORTER: AccountId = AccountId::new([4; 32]);
/// The account that proposes proposals.
pub const PROPOSER: AccountId = AccountId::new([5; 32]);
/// The account that challenges proposals.
pub const RIVAL: AccountId = AccountId::new([6; 32]);
/// The balance of each of these three accounts, in dollars.
pub const PURSE: Balance = 1_000_000;
/// A product that people assess.
pub const ASSESSED: ProductId = 50;
/// An asset that is not sufficient: an account needs native tokens to hold it.
pub const FRAGILE: AssetId = AssetId::WithId(2);

pub const HEARTBEAT: Moment = 2 * HOUR;
pub const WINDOW: Moment = 10 * MINUTE;
pub const DURATION: Moment = HOUR;
pub const PRODUCT: ProductId = 1;
pub const GOOD: u128 = ONE;
/// A price below the threshold of 0.995.
pub const BAD: u128 = 9 * ONE / 10;

/// One pool (1) in dollars with a million; one product; no policies.
pub struct ExtBuilder {
	products: Vec<(ProductId, Trigger)>,
	pools: Vec<(PoolId, AssetId, Balance)>,
	policies: Vec<(PolicyId, MockPolicy)>,
	assessed: Vec<ProductId>,
	max_gap: Moment,
	heartbeat: Moment,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			products: vec![(PRODUCT, trigger())],
			pools: vec![(1, USD, 1_000_000)],
			policies: vec![],
			assessed: vec![],
			max_gap: YEAR,
			heartbeat: HEARTBEAT,
		}
	}
}

impl ExtBuilder {
	pub fn product(mut self, product: ProductId, trigger: Trigger) -> Self {
		self.products.retain(|(p, _)| *p != product);
		self.products.push((product, trigger));
		self
	}
	pub fn pool(mut self, pool: PoolId, asset: AssetId, money: Balance) -> Self {
		self.pools.retain(|(p, _, _)| *p != pool);
		self.pools.push((pool, asset, money));
		self
	}
	pub fn policy(self, id: PolicyId, holder: AccountId, cover: Balance) -> Self {
		self.policy_on(id, holder, PRODUCT, 1, cover)
	}
	pub fn policy_on(
		self,
		id: PolicyId,
		holder: AccountId,
		product: ProductId,
		pool: PoolId,
		cover: Balance,
	) -> Self {
		self.policy_in(id, holder, product, &[(pool, cover)])
	}
	/// A policy that is backed by several pools.
	pub fn policy_in(
		mut self,
		id: PolicyId,
		holder: AccountId,
		product: ProductId,
		backing: &[(PoolId, Balance)],
	) -> Self {
		self.policies.push((id, MockPolicy::new(holder, product, backing)));
		self
	}
	/// A product that people assess, with pool 1 behind policies of `cover` each. They are numbered
	/// from zero, on the insured accounts of [`key`] of the same numbers.
	pub fn assessed(mut self, covers: &[Balance]) -> Self {
		self.assessed.push(ASSESSED);
		for (id, cover) in (0..).zip(covers) {
			let mut policy = MockPolicy::new(holder(id), ASSESSED, &[(1, *cover)]);
			policy.insured_account = Some(insured_account(id));
			self.policies.push((id, policy));
		}
		self
	}
	pub fn max_gap(mut self, gap: Moment) -> Self {
		self.max_gap = gap;
		self
	}
	pub fn heartbeat(mut self, heartbeat: Moment) -> Self {
		self.heartbeat = heartbeat;
		self
	}
	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		let mut storage = Genesis::new(ALICE)
			.with_clocks(START, 0)
			.with_native(&[ALICE, BOB], 1_000_000)
			.with_native(&[RESERVE_ACCOUNT], ED)
			.with_assets(&[(1, true, 1), (2, false, 1)])
			.with_holdings(&[1], &[REPORTER, PROPOSER, RIVAL], PURSE)
			.storage::<Test>();
		with_genesis_of_pallets(&mut storage);
		genesis::chain::<Test>(storage).execute_with(|| {
			world(|w| {
				*w = World {
					triggers: self.products.into_iter().collect(),
					assessed: self.assessed,
					heartbeat: self.heartbeat,
					..Default::default()
				}
			});
			TestClock::set_max_gap(self.max_gap);
			TestLimits::set(LIMITS);
			for (pool, asset, money) in self.pools {
				if asset != USD {
					AllAssets::mint_into(NATIVE, &pool_account(pool), ED).unwrap();
				}
				if money > 0 {
					AllAssets::mint_into(asset.clone(), &pool_account(pool), money).unwrap();
				}
				PoolAssets::insert(pool, asset);
			}
			for (id, policy) in self.policies {
				Policies::insert(id, policy);
			}
			let result = test();
			check();
			result
		})
	}
}
