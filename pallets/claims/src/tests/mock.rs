//! A runtime with balances, assets and claims. The policies and pools of the tests keep their books in storage, so that
//! they are undone with everything else when a step fails.

// The default configurations of the SDK ask for a feature that this crate does not have.
#![allow(unexpected_cfgs)]

use crate as pallet_claims;
pub use crate::{types::*, Event, WeightInfo as _};
pub use breakwater_primitives::interest::{Position, PositionSignature};
pub use breakwater_primitives::*;
pub use frame_support::{assert_noop, assert_ok, weights::Weight};
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{
		fungible::{NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{self, Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		AsEnsureOriginWithArg, ConstU128, ConstU32, Hooks,
	},
	weights::WeightMeter,
	Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::crypto::AccountId32;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult, Permill};
use std::{cell::RefCell, collections::BTreeMap};

pub type AccountId = AccountId32;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		Claims: pallet_claims,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

/// The existential deposit of the native token.
pub const ED: Balance = 1_000;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = u32;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Holder = ();
	type Freezer = ();
	type RemoveItemsLimit = ConstU32<5>;
}

pub type AllAssets = UnionOf<Balances, Assets, NativeFromLeft, NativeOrWithId<u32>, AccountId>;

impl pallet_claims::Config for Test {
	type Assets = AllAssets;
	type Book = MockBook;
	type Settlement = MockPools;
	type Feed = MockFeed;
	type Clock = MockClock;
	type OnIncident = (MockPools, Told);
	type AdminOrigin = EnsureRoot<AccountId>;
	type Limits = TestLimits;
	type Backstop = MockReserve;
	type Adjudicator = MockAdjudicator;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Setup {
	fn products(feed: FeedId, count: u32) -> Vec<ProductId> {
		let products: Vec<_> = (1..=count).collect();
		let triggers = products.iter().zip(0..).map(|(product, number)| {
			let feeds = crate::benchmarking::feeds_of(feed, number);
			(*product, Trigger { feeds, ..trigger() })
		});
		world(|w| w.triggers.extend(triggers));
		products
	}

	fn feed(feed: FeedId, value: u128) {
		let price = world(|w| Price { value, oldest: w.now, fresh_until: w.now + HEARTBEAT });
		world(|w| w.prices.insert(feed, price));
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

	fn policy(product: ProductId) -> PolicyId {
		MockBook::walk(product, None, 1)[0]
	}

	fn judged() -> ProductId {
		world(|w| w.judged.push(JUDGED));
		JUDGED
	}

	fn name(policy: PolicyId, position: Position) {
		change_policy(policy, |p| p.position = Some(position));
	}

	fn impoverish(_: ProductId) {
		(0..MAX_POOLS_PER_PRODUCT).for_each(|pool| burn(&pool_account(pool), usd(&pool_account(pool)) - 7));
	}

	fn enrich(_: ProductId) {
		world(|w| w.reserves = (0..MAX_POOLS_PER_PRODUCT).collect());
		(0..MAX_POOLS_PER_PRODUCT).for_each(|pool| give_pool(pool, PURSE));
	}

	fn pass_a_year() {
		world(|w| w.active += YEAR);
	}
}

/// A chain without products and pools, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	world(|w| *w = World { now: START, active: DAY, ..Default::default() });
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let assets = vec![(1, ALICE, true, 1)];
	pallet_assets::GenesisConfig::<Test> { assets, ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = sp_io::TestExternalities::from(storage);
	ext.register_extension(sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new()));
	ext
}

parameter_types! {
	pub TestLimits: Limits = Limits {
		max_undecided: DAY,
		ruling_period: 7 * DAY,
		challenge_period: 2 * DAY,
		claim_window: 14 * DAY,
		retry_period: 30 * DAY,
		rejection_memory: 90 * DAY,
		unclaimed_after: YEAR,
		pinned_bond: Permill::from_parts(5_000),
		frozen_bond: Permill::from_parts(500),
	};
}

pub const ALICE: AccountId = AccountId::new([1; 32]);
pub const BOB: AccountId = AccountId::new([2; 32]);
pub const CHARLIE: AccountId = AccountId::new([3; 32]);
/// Opens incidents.
pub const FILER: AccountId = AccountId::new([4; 32]);
/// Proposes rulings.
pub const RULER: AccountId = AccountId::new([5; 32]);
/// Challenges them.
pub const RIVAL: AccountId = AccountId::new([6; 32]);
/// What each of these three has, in dollars.
pub const PURSE: Balance = 1_000_000;
/// A product that people judge.
pub const JUDGED: ProductId = 50;
/// Has nothing at all.
pub const STRANGER: AccountId = AccountId::new([9; 32]);
/// The reserve of the tests.
pub const RESERVE: AccountId = AccountId::new([10; 32]);

pub const USD: AssetId = NativeOrWithId::WithId(1);
/// Not sufficient: an account needs native tokens to hold it.
pub const FRAGILE: AssetId = NativeOrWithId::WithId(2);
pub const NATIVE: AssetId = NativeOrWithId::Native;

pub const START: Moment = 1_700_000_000_000;
pub const MINUTE: Moment = 60 * SECOND;
pub const HOUR: Moment = 60 * MINUTE;
pub const HEARTBEAT: Moment = 2 * HOUR;
pub const WINDOW: Moment = 10 * MINUTE;
pub const DURATION: Moment = HOUR;
pub const FEED: FeedId = 7;
pub const PRODUCT: ProductId = 1;
pub const GOOD: u128 = ONE;
/// Below the threshold of 0.995.
pub const BAD: u128 = 9 * ONE / 10;

/// A policy of the tests.
#[derive(Clone, Debug, codec::Encode, codec::Decode)]
pub struct MockPolicy {
	pub holder: AccountId,
	pub product: ProductId,
	pub places: Vec<Place>,
	pub starts_at: Moment,
	pub position: Option<Position>,
}

/// A place of a policy in a pool.
#[derive(Clone, Copy, Debug, codec::Encode, codec::Decode)]
pub struct Place {
	pub pool: PoolId,
	pub cover: Balance,
	pub left: Balance,
}

impl MockPolicy {
	fn new(holder: AccountId, product: ProductId, backing: &[(PoolId, Balance)]) -> Self {
		let place = |(pool, cover): &(PoolId, Balance)| Place { pool: *pool, cover: *cover, left: *cover };
		Self { holder, product, places: backing.iter().map(place).collect(), starts_at: 0, position: None }
	}
	/// Set what is left in the place of that number.
	pub fn leave(&mut self, place: usize, left: Balance) {
		self.places[place].left = left;
	}
	/// All of the cover is left again.
	pub fn refill(&mut self) {
		self.places.iter_mut().for_each(|place| place.left = place.cover);
	}
	/// The policy is backed by something else from now on.
	pub fn back_by(&mut self, backing: &[(PoolId, Balance)]) {
		self.places = Self::new(self.holder.clone(), self.product, backing).places;
	}
}

#[storage_alias]
type Policies = StorageMap<Mock, Twox64Concat, PolicyId, MockPolicy>;
#[storage_alias]
type PoolAssets = StorageMap<Mock, Twox64Concat, PoolId, AssetId>;
#[storage_alias]
type Settlements = StorageDoubleMap<Mock, Twox64Concat, IncidentId, Twox64Concat, PoolId, Settlement>;
#[storage_alias]
type Pins = StorageDoubleMap<Mock, Twox64Concat, IncidentId, Twox64Concat, PoolId, Balance>;

/// What a test wants of the others, and what they were told.
#[derive(Default)]
pub struct World {
	pub triggers: BTreeMap<ProductId, Trigger>,
	pub prices: BTreeMap<FeedId, Price>,
	pub now: Moment,
	pub active: Moment,
	pub max_gap: Moment,
	pub heartbeat: Moment,
	pub curve: Option<(u128, u128)>,
	/// The pools that have to catch up with time.
	pub behind: Vec<PoolId>,
	/// What that costs, in picoseconds.
	pub catching_up: u64,
	pub refuse_settlement: Vec<PoolId>,
	pub refuse_register: Vec<PolicyId>,
	/// Products that people judge.
	pub judged: Vec<ProductId>,
	/// Pools whose pins are reserved when they are asked to.
	pub reserves: Vec<PoolId>,
	/// What a pool that is short gets more when it is asked the next time.
	pub raises: BTreeMap<PoolId, Balance>,
	/// Pools that wait for other incidents: their settlements are not final.
	pub not_final: Vec<PoolId>,
	/// Pools that take no compensation.
	pub refuse_compensation: Vec<PoolId>,
	/// The reserve takes nothing.
	pub refuse_donations: bool,
	/// Cases that were begun: the incident, and how many choices there were. Their numbers are their places.
	pub cases: Vec<(IncidentId, u32)>,
	/// Cases that are over.
	pub over: Vec<u32>,
	pub refuse_cases: bool,
	/// Claims that were closed.
	pub closed: Vec<(PolicyId, IncidentId)>,
	pub told: Vec<Call>,
}

/// What the others were told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
	Opened(IncidentId, ProductId),
	Rejected(IncidentId, ProductId),
	Unchosen(IncidentId, ProductId, Moment),
	Settled(IncidentId, ProductId),
	Next(IncidentId, ProductId),
	Ready(ProductId, bool),
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

pub fn world<R>(f: impl FnOnce(&mut World) -> R) -> R {
	WORLD.with(|w| f(&mut w.borrow_mut()))
}

pub fn told() -> Vec<Call> {
	world(|w| w.told.clone())
}

pub struct MockClock;
impl ActiveClock for MockClock {
	fn now() -> Moment {
		world(|w| w.now)
	}
	fn resumed_at() -> Moment {
		0
	}
	fn active() -> Moment {
		world(|w| w.active)
	}
}

pub struct MockFeed;
impl PriceFeed for MockFeed {
	fn price(feed: FeedId, not_before: Moment) -> Option<Price> {
		let sound = |w: &World, p: &Price| p.fresh_until > w.now && p.oldest >= not_before;
		world(|w| w.prices.get(&feed).copied().filter(|p| sound(w, p)))
	}
}

pub struct MockBook;
impl CoverBook<AccountId> for MockBook {
	fn trigger(product: ProductId) -> Option<Trigger> {
		world(|w| w.triggers.get(&product).copied())
	}
	fn is_judged(product: ProductId) -> bool {
		world(|w| w.judged.contains(&product))
	}
	fn product_of(policy: PolicyId) -> Option<ProductId> {
		Policies::get(policy).map(|p| p.product)
	}
	fn position(policy: PolicyId) -> Option<Position> {
		Policies::get(policy)?.position
	}
	fn claim_closed(policy: PolicyId, incident: IncidentId) {
		world(|w| w.closed.push((policy, incident)));
	}
	fn products_on(feed: FeedId) -> Vec<ProductId> {
		world(|w| w.triggers.iter().filter(|(_, t)| t.feeds.contains(feed)).map(|(p, _)| *p).collect())
	}
	fn walk(product: ProductId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId> {
		let mut all: Vec<_> =
			Policies::iter().filter(|(_, p)| p.product == product).map(|(id, _)| id).collect();
		all.sort();
		all.into_iter().filter(|id| after.is_none_or(|a| *id > a)).take(limit as usize).collect()
	}
	fn assess(policy: PolicyId, finding: &Finding) -> Option<ClaimParts> {
		let p = Policies::get(policy)?;
		if p.starts_at > finding.occurred_at {
			return None;
		}
		let mut left = match finding.measure {
			Measure::Loss { loss, most } => loss.min(most),
			Measure::Worst(_) => 0,
		};
		let parts = p.places.iter().map(|place| {
			let loss = match (finding.measure, world(|w| w.curve)) {
				(Measure::Worst(worst), Some((a, e))) => {
					breakwater_math::payout::loss(place.cover, worst, a, e)?
				}
				(Measure::Worst(_), None) => place.cover,
				// The places pay one after the other.
				(Measure::Loss { .. }, _) => {
					let part = left.min(place.left);
					left -= part;
					return Some((place.pool, part));
				}
			};
			Some((place.pool, loss.min(place.left)))
		});
		let parts = ClaimParts::try_from(parts.collect::<Option<Vec<_>>>()?).unwrap();
		parts.iter().any(|(_, amount)| *amount > 0).then_some(parts)
	}
	fn register(policy: PolicyId, _: IncidentId, _: &Finding, parts: &ClaimParts) -> DispatchResult {
		Policies::try_mutate(policy, |p| {
			let p = p.as_mut().ok_or(DispatchError::CannotLookup)?;
			assert!(parts.iter().any(|(_, amount)| *amount > 0), "a claim is above zero");
			assert_eq!(parts.len(), p.places.len(), "a part for each place");
			for (place, (pool, amount)) in p.places.iter_mut().zip(parts) {
				assert_eq!(place.pool, *pool, "the parts are in the order of the places");
				place.left = place.left.checked_sub(*amount).ok_or(DispatchError::Other("too much"))?;
			}
			Ok::<_, DispatchError>(())
		})?;
		// What was done until then has to be undone.
		match world(|w| w.refuse_register.contains(&policy)) {
			true => Err(DispatchError::Other("refused")),
			false => Ok(()),
		}
	}
	fn holder(policy: PolicyId) -> Option<AccountId> {
		Policies::get(policy).map(|p| p.holder)
	}
}

pub struct MockPools;
impl LossSettlement<AccountId> for MockPools {
	type Credit = fungibles::Credit<AccountId, AllAssets>;
	fn pins(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		Pins::iter_prefix(incident).collect()
	}
	fn asset_of(pool: PoolId) -> Option<AssetId> {
		PoolAssets::get(pool)
	}
	fn capital(pool: PoolId) -> Balance {
		Self::money(pool)
	}
	fn catching_up(pool: PoolId) -> Weight {
		match world(|w| w.behind.contains(&pool)) {
			true => Self::most_catching_up(),
			false => Weight::zero(),
		}
	}
	fn most_catching_up() -> Weight {
		Weight::from_parts(world(|w| w.catching_up), 0)
	}
	fn incidents_on(pool: PoolId) -> u32 {
		Pins::iter_keys().filter(|(_, pinned)| *pinned == pool).count() as u32
	}
	fn reserve_pin(incident: IncidentId, pool: PoolId) -> bool {
		Pins::contains_key(incident, pool) && world(|w| w.reserves.contains(&pool))
	}
	fn charge(
		incident: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(Settlement, Self::Credit), DispatchError> {
		let pin = Pins::get(incident, pool).ok_or(DispatchError::Other("no pin"))?;
		if world(|w| w.refuse_settlement.contains(&pool)) {
			return Err(DispatchError::Other("pool refuses"));
		}
		Pins::insert(incident, pool, pin.checked_sub(amount).ok_or(DispatchError::Other("above pin"))?);
		let credit = Self::give(pool, amount)?;
		Ok((Settlement { loss: amount, from_pool: amount, ..Default::default() }, credit))
	}
	fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult {
		Pins::take(incident, pool).map(|_| ()).ok_or(DispatchError::Other("no pin"))
	}
	fn raise(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Self::Credit), DispatchError> {
		let mut settlement = Settlements::get(incident, pool).ok_or(DispatchError::Other("not short"))?;
		let more = world(|w| w.raises.remove(&pool)).unwrap_or(0);
		let more = more.min(settlement.owed_by_pool).min(Self::money(pool));
		settlement.from_pool += more;
		settlement.owed_by_pool -= more;
		settlement.is_final = !world(|w| w.not_final.contains(&pool));
		Settlements::insert(incident, pool, settlement);
		Ok((settlement, Self::give(pool, more)?))
	}
	fn compensate(pool: PoolId, credit: Self::Credit) -> Result<(), Self::Credit> {
		assert!(Pins::iter_keys().any(|(_, pinned)| pinned == pool), "only frozen pools are compensated");
		match world(|w| w.refuse_compensation.contains(&pool)) {
			true => Err(credit),
			false => AllAssets::resolve(&pool_account(pool), credit),
		}
	}
	fn recover(
		incident: IncidentId,
		pool: PoolId,
		credit: Self::Credit,
	) -> Result<Recovered<Self::Credit>, (DispatchError, Self::Credit)> {
		let Some(mut settlement) = Settlements::get(incident, pool) else {
			return Err((DispatchError::Other("not settled"), credit));
		};
		let (for_claims, back) = credit.split(settlement.owed_by_pool);
		settlement.from_pool += for_claims.peek();
		settlement.owed_by_pool -= for_claims.peek();
		Settlements::insert(incident, pool, settlement);
		Ok(Recovered { settlement, for_claims, back })
	}
	fn close(incident: IncidentId, pool: PoolId) -> DispatchResult {
		Settlements::remove(incident, pool);
		Ok(())
	}
	fn tallied(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult {
		let pin = Pins::get(incident, pool).ok_or(DispatchError::Other("no pin"))?;
		assert!(loss <= pin, "a loss is within its pin");
		Pins::insert(incident, pool, loss);
		Ok(())
	}
	fn settle(
		incident: IncidentId,
		pool: PoolId,
		horizon: IncidentId,
	) -> Result<(Settlement, Self::Credit), DispatchError> {
		// The benchmarks have no other incidents.
		assert!(horizon == 0 || horizon > incident, "an incident is upheld after it was opened");
		let loss = Pins::take(incident, pool).ok_or(DispatchError::Other("no pin"))?;
		if world(|w| w.refuse_settlement.contains(&pool)) {
			return Err(DispatchError::Other("pool refuses"));
		}
		let from_pool = loss.min(Self::money(pool));
		let credit = Self::give(pool, from_pool)?;
		let is_final = !world(|w| w.not_final.contains(&pool));
		let owed_by_pool = loss - from_pool;
		let settlement = Settlement { loss, from_pool, owed_by_pool, is_final, ..Default::default() };
		Settlements::insert(incident, pool, settlement);
		Ok((settlement, credit))
	}
}

impl MockPools {
	/// What a pool has. The deposit that keeps its account is not part of it.
	fn money(pool: PoolId) -> Balance {
		let Some(asset) = PoolAssets::get(pool) else { return 0 };
		AllAssets::balance(asset.clone(), &pool_account(pool)) - if asset == NATIVE { ED } else { 0 }
	}
	fn give(pool: PoolId, amount: Balance) -> Result<fungibles::Credit<AccountId, AllAssets>, DispatchError> {
		let asset = PoolAssets::get(pool).ok_or(DispatchError::CannotLookup)?;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		AllAssets::withdraw(asset, &pool_account(pool), amount, exact, Preservation::Expendable, polite)
	}
}

pub struct MockReserve;
impl Backstop<AccountId> for MockReserve {
	type Credit = fungibles::Credit<AccountId, AllAssets>;
	fn premium_share() -> Permill {
		unreachable!("claims have no premiums")
	}
	fn accept(_: PoolId, _: AssetId, _: Self::Credit) -> Result<(), Self::Credit> {
		unreachable!("claims have no premiums")
	}
	fn draw(
		_: IncidentId,
		_: PoolId,
		_: AssetId,
		_: Balance,
		_: Balance,
	) -> Result<Option<Draw<Self::Credit>>, DispatchError> {
		unreachable!("the pools draw")
	}
	fn repay(_: PoolId, _: AssetId, _: Self::Credit) -> Result<(), Self::Credit> {
		unreachable!("the pools repay")
	}
	fn donate(asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit> {
		assert_eq!(asset, credit.asset());
		match world(|w| w.refuse_donations) {
			true => Err(credit),
			false => AllAssets::resolve(&RESERVE, credit),
		}
	}
	fn relieved(_: IncidentId, _: PoolId, _: AssetId, _: Balance) {
		unreachable!("the pools tell it")
	}
	fn written_off(_: PoolId, _: AssetId, _: Balance) {
		unreachable!("the pools tell it")
	}
}

pub struct MockAdjudicator;
impl Adjudicator for MockAdjudicator {
	fn begin(incident: IncidentId, choices: u32) -> Result<u32, DispatchError> {
		world(|w| {
			if w.refuse_cases {
				return Err(DispatchError::Exhausted);
			}
			w.cases.push((incident, choices));
			Ok(w.cases.len() as u32 - 1)
		})
	}
	fn is_over(case: u32, choices: u32) -> bool {
		world(|w| match w.cases.get(case as usize) {
			Some((_, begun)) => {
				assert_eq!(*begun, choices, "a case keeps its choices");
				w.over.contains(&case)
			}
			// The benchmarks begin none.
			None => true,
		})
	}
}

impl OnIncident for MockPools {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		let places = Policies::iter_values().filter(|p| p.product == product).flat_map(|p| p.places);
		for Place { pool, left, .. } in places.filter(|place| place.left > 0) {
			Pins::mutate(incident, pool, |pin| *pin = Some(pin.unwrap_or(0) + left));
		}
		Weight::zero()
	}
	fn rejected(incident: IncidentId, _: ProductId) -> Weight {
		let _ = Pins::clear_prefix(incident, u32::MAX, None);
		Weight::zero()
	}
	fn settled(incident: IncidentId, _: ProductId) -> Weight {
		assert_eq!(Self::pins(incident), vec![], "every pin is lifted");
		Weight::zero()
	}
	fn next(_: IncidentId, _: ProductId) -> Weight {
		Weight::zero()
	}
	fn readiness(_: ProductId, _: bool) -> Weight {
		Weight::zero()
	}
}

pub struct Told;
impl OnIncident for Told {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		world(|w| w.told.push(Call::Opened(incident, product)));
		Weight::from_parts(1, 1)
	}
	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		world(|w| w.told.push(Call::Rejected(incident, product)));
		Weight::from_parts(1, 1)
	}
	fn unchosen(incident: IncidentId, product: ProductId, until: Moment) -> Weight {
		world(|w| w.told.push(Call::Unchosen(incident, product, until)));
		Weight::from_parts(1, 1)
	}
	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		world(|w| w.told.push(Call::Settled(incident, product)));
		Weight::from_parts(1, 1)
	}
	fn next(incident: IncidentId, product: ProductId) -> Weight {
		world(|w| w.told.push(Call::Next(incident, product)));
		Weight::from_parts(1, 1)
	}
	fn readiness(product: ProductId, ready: bool) -> Weight {
		world(|w| w.told.push(Call::Ready(product, ready)));
		Weight::from_parts(1, 1)
	}
}

pub fn pool_account(pool: PoolId) -> AccountId {
	derived_account(b"pool", pool).unwrap()
}

pub fn escrow(incident: IncidentId) -> AccountId {
	Claims::escrow_account(incident).unwrap()
}

pub fn usd(who: &AccountId) -> Balance {
	AllAssets::balance(USD, who)
}

pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: 995 * ONE / 1000,
		window: WINDOW,
		duration: DURATION,
	}
}

/// One pool (1) in dollars with a million; one product; no policies.
pub struct ExtBuilder {
	products: Vec<(ProductId, Trigger)>,
	pools: Vec<(PoolId, AssetId, Balance)>,
	policies: Vec<(PolicyId, MockPolicy)>,
	judged: Vec<ProductId>,
	max_gap: Moment,
	heartbeat: Moment,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			products: vec![(PRODUCT, trigger())],
			pools: vec![(1, USD, 1_000_000)],
			policies: vec![],
			judged: vec![],
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
	/// A product that people judge, with pool 1 behind policies of `cover` each, numbered from zero, on the positions of
	/// [`key`] of the same numbers.
	pub fn judged(mut self, covers: &[Balance]) -> Self {
		self.judged.push(JUDGED);
		for (id, cover) in (0..).zip(covers) {
			let mut policy = MockPolicy::new(holder(id), JUDGED, &[(1, *cover)]);
			policy.position = Some(position(id));
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
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(ALICE, 1_000_000), (BOB, 1_000_000), (RESERVE, ED)],
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		pallet_assets::GenesisConfig::<Test> {
			assets: vec![(1, ALICE, true, 1), (2, ALICE, false, 1)],
			accounts: [FILER, RULER, RIVAL].map(|who| (1, who, PURSE)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		sp_io::TestExternalities::new(storage).execute_with(|| {
			world(|w| {
				*w = World {
					triggers: self.products.into_iter().collect(),
					judged: self.judged,
					now: START,
					max_gap: self.max_gap,
					heartbeat: self.heartbeat,
					..Default::default()
				}
			});
			System::set_block_number(1);
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

/// The key of a position of the tests.
pub fn key(n: u32) -> sp_core::ed25519::Pair {
	let mut seed = [77; 32];
	seed[..4].copy_from_slice(&n.to_le_bytes());
	sp_core::Pair::from_seed(&seed)
}

pub fn position(n: u32) -> Position {
	Position::Substrate { genesis: [1; 32], account: sp_core::Pair::public(&key(n)).0 }
}

/// The holder of a policy on a judged product.
pub fn holder(n: u32) -> AccountId {
	AccountId::new([100 + n as u8; 32])
}

/// The signature of the key of position `n` for a policy's claim.
pub fn signature(n: u32, incident: IncidentId, policy: PolicyId) -> PositionSignature {
	let statement = Claims::claim_statement(incident, policy).unwrap();
	PositionSignature::Ed25519(sp_core::Pair::sign(&key(n), &statement).0)
}

/// A table of losses of positions, with its leaves.
pub struct Table(pub Vec<(Position, Balance)>);

impl Table {
	/// The losses of the positions of [`key`] by their numbers from zero.
	pub fn of(losses: &[Balance]) -> Self {
		Self((0..).zip(losses).map(|(n, loss)| (position(n), *loss)).collect())
	}
	fn leaves(&self) -> Vec<Vec<u8>> {
		self.0.iter().map(codec::Encode::encode).collect()
	}
	pub fn losses(&self) -> LossTable {
		let root = binary_merkle_tree::merkle_root::<sp_runtime::traits::BlakeTwo256, _>(self.leaves());
		let total = self.0.iter().map(|(_, loss)| loss).sum();
		LossTable { root, leaves: self.0.len() as u32, total }
	}
	pub fn verdict(&self, occurred_at: Moment) -> Verdict {
		Verdict::Losses { occurred_at, table: self.losses() }
	}
	pub fn proof(&self, index: u32) -> Proof {
		let proof =
			binary_merkle_tree::merkle_proof::<sp_runtime::traits::BlakeTwo256, _, _>(self.leaves(), index);
		proof.proof.try_into().unwrap()
	}
	/// Claim for policy and position `n`, whose leaf has the same number.
	pub fn claim(&self, incident: IncidentId, n: u32) -> DispatchResult {
		let signature = signature(n, incident, n);
		let (_, loss) = self.0[n as usize];
		let call = || Claims::claim(signed(STRANGER), incident, n, loss, n, self.proof(n), signature);
		frame_support::storage::with_storage_layer(call)
	}
}

/// Open an incident on the judged product, which happened just now.
pub fn file() -> DispatchResult {
	let at = world(|w| w.now);
	let call = || Claims::open(signed(FILER), JUDGED, at, Default::default(), Uri::default(), PURSE);
	frame_support::storage::with_storage_layer(call)
}

/// Propose a ruling.
pub fn propose(who: AccountId, incident: IncidentId, verdict: Verdict) -> DispatchResult {
	let call = || Claims::propose_ruling(signed(who), incident, verdict, Uri::default(), PURSE);
	frame_support::storage::with_storage_layer(call)
}

/// A block after `time`.
pub fn block_after(time: Moment) {
	block(world(|w| w.now) + time);
}

/// Incident 0 on the judged product is upheld by a table; claims can be registered.
pub fn claiming(losses: &[Balance]) -> Table {
	let table = Table::of(losses);
	assert_ok!(file());
	assert_ok!(propose(RULER, 0, table.verdict(START)));
	block_after(2 * DAY);
	assert!(matches!(stage(0), Stage::Claiming { .. }));
	table
}

pub fn change_policy(id: PolicyId, change: impl FnOnce(&mut MockPolicy)) {
	Policies::mutate(id, |p| change(p.as_mut().unwrap()));
}

pub fn policy(id: PolicyId) -> MockPolicy {
	Policies::get(id).unwrap()
}

/// The pin of a pool is something else, or gone.
pub fn change_pin(incident: IncidentId, pool: PoolId, pin: Option<Balance>) {
	Pins::set(incident, pool, pin);
}

pub fn pins(incident: IncidentId) -> Vec<(PoolId, Balance)> {
	MockPools::pins(incident)
}

pub fn check() {
	Claims::do_try_state().unwrap();
}

/// The time passes to `at`, in one block gap.
pub fn pass_to(at: Moment) {
	world(|w| {
		let gap = at - w.now;
		w.now = at;
		w.active += gap.min(w.max_gap);
	});
	System::set_block_number(System::block_number() + 1);
}

pub fn poll(limit: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(limit);
	Claims::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

pub fn idle(limit: Weight) -> Weight {
	Claims::on_idle(System::block_number(), limit)
}

/// A block at `at` with all the weight there is and no data.
pub fn block(at: Moment) {
	pass_to(at);
	poll(Weight::MAX);
	idle(Weight::MAX);
	check();
}

/// A block at `at` in which the operators agree on `value`.
pub fn block_with(at: Moment, value: u128) {
	pass_to(at);
	poll(Weight::MAX);
	feed(FEED, value);
	idle(Weight::MAX);
	check();
}

/// The operators of `feed` agree on `value` now.
pub fn feed(feed: FeedId, value: u128) {
	world(|w| {
		let price = Price { value, oldest: w.now, fresh_until: w.now + w.heartbeat };
		w.prices.insert(feed, price);
	});
	Claims::on_data(feed);
}

/// There are not enough operators now.
pub fn feed_nothing(feed: FeedId) {
	world(|w| w.prices.remove(&feed));
	Claims::on_data(feed);
}

/// Good data for a window: the trigger is armed and ready. Ends at `START + WINDOW`.
pub fn arm() {
	block_with(START, GOOD);
	block(START + WINDOW);
	assert!(Claims::trigger_state(PRODUCT).unwrap().ready);
}

/// Armed, and the price falls to 0.9 at `START + WINDOW`; the average over ten minutes reaches 0.995 half a minute
/// later. Returns that moment.
pub fn breach() -> Moment {
	arm();
	feed(FEED, BAD);
	START + WINDOW + 30 * SECOND
}

/// Feeds and blocks until the breach has lasted for its duration. Incident 0 is upheld in the last block, whose hooks
/// have not run for it yet.
pub fn uphold() -> Moment {
	let at = breach();
	block_with(at + HOUR / 2, BAD);
	pass_to(at + DURATION);
	poll(Weight::MAX);
	assert!(matches!(stage(0), Stage::Tallying { .. }));
	at
}

pub fn stage(incident: IncidentId) -> Stage {
	crate::Incidents::<Test>::get(incident).unwrap().stage
}

pub fn incident(id: IncidentId) -> Incident {
	crate::Incidents::<Test>::get(id).unwrap()
}

pub fn claim(incident: IncidentId, policy: PolicyId) -> Option<Claim> {
	crate::Claims::<Test>::get(incident, policy)
}

/// What was paid of a claim.
pub fn paid(incident: IncidentId, policy: PolicyId) -> Option<Balance> {
	Claims::claim_state(incident, policy).map(|claim| claim.paid)
}

/// What an incident that a trigger decided cost.
pub fn worst(id: IncidentId) -> Option<u128> {
	match incident(id).upheld? {
		Upheld::Worst(worst) => Some(worst),
		Upheld::Losses(_) => None,
	}
}

pub fn part(incident: IncidentId, pool: PoolId) -> Part {
	crate::Parts::<Test>::get(incident, pool).unwrap()
}

pub fn parts(of: &[(PoolId, Balance)]) -> ClaimParts {
	of.to_vec().try_into().unwrap()
}

pub fn watch() -> Watch {
	crate::Watches::<Test>::get(PRODUCT).unwrap()
}

pub fn has_event(event: Event<Test>) -> bool {
	let event = RuntimeEvent::from(event);
	System::events().iter().any(|e| e.event == event)
}

pub fn count_events(matches: impl Fn(&Event<Test>) -> bool) -> usize {
	System::events()
		.iter()
		.filter(|e| matches!(&e.event, RuntimeEvent::Claims(event) if matches(event)))
		.count()
}

pub fn issuance() -> Vec<Balance> {
	[NATIVE, USD, FRAGILE].into_iter().map(AllAssets::total_issuance).collect()
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Take dollars away.
pub fn burn(who: &AccountId, amount: Balance) {
	let (exact, force) = (Precision::Exact, Fortitude::Force);
	assert_ok!(AllAssets::burn_from(USD, who, amount, Preservation::Expendable, exact, force));
}

/// More money comes into a pool.
pub fn give_pool(pool: PoolId, amount: Balance) {
	assert_ok!(AllAssets::mint_into(USD, &pool_account(pool), amount));
}
