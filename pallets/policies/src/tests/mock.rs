// SPDX-License-Identifier: Apache-2.0

//! A runtime of the policies and the products with balances and assets, and models of the other
//! pallets. The models keep their books in storage, so that they are rolled back with everything
//! else.

use crate::pallet as pallet_policies;
pub use breakwater_primitives::ActiveClock;
use breakwater_primitives::*;
use breakwater_products::Listing;
use breakwater_testing::{genesis, Genesis};
pub use breakwater_testing::{
	standard::{facts, linear, terms, trigger, FEED},
	TestClock, ED, USD,
};
use codec::{Decode, Encode};
use frame_support::{
	pallet_prelude::{DispatchResultWithPostInfo, Weight},
	parameter_types,
	traits::{
		fungible::HoldConsideration,
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		ConstU128, ConstU32, ConstU64, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult, Permill};
use std::collections::BTreeMap;

pub type AccountId = u64;

breakwater_testing::test_runtime! {
	Test of AccountId {
		Policies: pallet_policies,
		Products: breakwater_products,
		Lender: super::bundle::lender,
	}
}

impl pallet_policies::Config for Test {
	type Assets = AllAssets;
	type Underwriting = Pools;
	type FirstLoss = FirstLossOfAll;
	type Feed = Feed;
	type Clock = TestClock;
	type Triggers = Triggers;
	type Listings = Products;
	type RecordDeposit = HoldConsideration<
		AccountId,
		Balances,
		RecordReason,
		LinearStoragePrice<ConstU128<DEPOSIT>, ConstU128<0>, Balance>,
	>;
	type RuntimeCall = RuntimeCall;
	type Treasury = ConstU64<TREASURY>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

parameter_types! {
	/// The first loss of every product. No claim takes it here.
	pub static FirstLossOfAll: FirstLossState = FirstLossState::default();
}

impl FirstLoss<Money> for FirstLossOfAll {
	fn first_loss(_: ProductId) -> FirstLossState {
		Self::get()
	}
	fn take(_: ProductId, _: Balance) -> Result<Money, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

impl breakwater_products::Config for Test {
	type Registry = Pools;
	type Use = Policies;
	type Feed = Feed;
	type Clock = TestClock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type MaxProductsPerFeed = ConstU32<3>;
	type ListingDeposit = HoldConsideration<
		AccountId,
		Balances,
		ListingReason,
		LinearStoragePrice<ConstU128<LISTING_DEPOSIT>, ConstU128<0>, Balance>,
	>;
	type WeightInfo = breakwater_products::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		Assets::force_create(RuntimeOrigin::root(), 1, ALICE, true, 1).unwrap();
		USD
	}

	fn product(asset: AssetId, trigger: Trigger, terms: Terms) -> ProductId {
		let product = <Products as Listings>::next();
		let listing = breakwater_products::benchmarking::listing_of(asset, Decision::Trigger(trigger), terms);
		list(listing).unwrap();
		product
	}

	fn pool(product: ProductId, cover: Balance) {
		add_pool(product, POOL, cover * 5);
		change_line(product, POOL, |line| line.exposure = cover * 39 / 10);
	}

	fn pass_hours() {
		pass(DAY / 2);
	}

	fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
		give(AssetId::Native, who, MONEY);
		give(asset, who, amount);
	}

	fn feed(feed: FeedId, price: u128) {
		set_price_of(feed, Some(price));
	}

	fn make_ready(product: ProductId) {
		set_ready(product, true);
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl breakwater_products::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		<Self as crate::benchmarking::BenchmarkHelper<AccountId>>::asset()
	}

	fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
		<Self as crate::benchmarking::BenchmarkHelper<AccountId>>::fund(who, asset, amount)
	}
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut ext = genesis::empty::<Test>();
	ext.execute_with(begin);
	ext
}

/// The products whose trigger is ready.
#[frame_support::storage_alias]
pub type Ready = StorageMap<Model, frame_support::Twox64Concat, ProductId, ()>;

pub struct Triggers;
impl Readiness for Triggers {
	fn is_ready(product: ProductId) -> bool {
		Ready::contains_key(product)
	}
}

/// Set the readiness of a product's trigger.
pub fn set_ready(product: ProductId, ready: bool) {
	Ready::set(product, ready.then_some(()));
}

/// A pool's place for a product, in the model.
#[derive(Clone, Copy, Default, Encode, Decode)]
pub struct Line {
	pub exposure: Balance,
	pub capacity: Balance,
	/// The largest policy by other limits than capacity.
	pub largest: Balance,
	pub frozen: bool,
}

parameter_types! {
	pub const RecordReason: RuntimeHoldReason = RuntimeHoldReason::Policies(pallet_policies::HoldReason::Record);
	pub const ListingReason: RuntimeHoldReason = RuntimeHoldReason::Products(breakwater_products::HoldReason::Listing);
	/// True if a loss left the pools with less than they need.
	pub storage Short: bool = false;
	/// When the last incident was opened, in active time.
	pub storage OpenedActive: Moment = 0;
	/// The prices of other feeds than [`FEED`]; no others are asked for.
	pub storage OtherPrices: BTreeMap<FeedId, Option<Price>> = BTreeMap::new();
	pub storage FeedPrice: Option<Price> = Some(Price { value: ONE, oldest: START, fresh_until: Moment::MAX });
	pub storage Lines: BTreeMap<(ProductId, PoolId), Line> = BTreeMap::new();
	pub storage RefuseOpen: bool = false;
	pub storage RefuseUse: bool = false;
	pub storage RefuseShorten: bool = false;
	/// The size of every pool.
	pub storage PoolSizes: PoolSize = PoolSize { lines: LINES as u32, days: 0, has_loan: false };
	/// The moment up to which the pools are caught up. `None` if they always are.
	pub storage CaughtUp: Option<Moment> = None;
}

pub const START: Moment = 19_427 * DAY + 5 * HOUR;
pub const ACTIVE_START: Moment = 1_000 * SECOND;

/// The deposit for a policy's record.
pub const DEPOSIT: Balance = 5;
/// The deposit for a proposed product.
pub const LISTING_DEPOSIT: Balance = 70;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const POOR: AccountId = 3;
/// The distributor that brings buyers.
pub const BROKER: AccountId = 4;
pub const TREASURY: AccountId = 9_000;
pub const MONEY: Balance = 1_000_000_000;

pub const PRODUCT: ProductId = 0;
pub const POOL: PoolId = 5;
pub const CAPACITY: Balance = 10_000_000;
/// The weight of one read of a price in the model.
pub const PRICE_WEIGHT: Weight = Weight::from_parts(1_000_000, 0);
/// The weight of one request for a pool's place in the model, for each of the pool's products.
pub const LINE_WEIGHT: Weight = Weight::from_parts(2_000_000, 0);
/// The products of each pool in the model.
pub const LINES: u64 = 2;
/// The weight of other work with a pool in the model, for each of the pool's products.
pub const WORK_WEIGHT: Weight = Weight::from_parts(3_000_000, 0);
/// The number of times that the reserve has lent to every pool of the model.
pub const GENERATION: u32 = 3;

/// The feeds in the model. A price is given out as it is, so that a stale one reaches the pallet.
pub struct Feed;
impl PriceFeed for Feed {
	fn price(feed: FeedId, not_before: Moment) -> Option<Price> {
		let price = match feed {
			FEED => FeedPrice::get(),
			_ => *OtherPrices::get().get(&feed).expect("no other feed is asked"),
		};
		price.filter(|price| price.oldest >= not_before)
	}
	fn largest(_: FeedId) -> u128 {
		MAX_PRICE
	}
	fn bind(_: FeedId) {}

	fn price_weight() -> Weight {
		PRICE_WEIGHT
	}

	fn least_price_weight() -> Weight {
		PRICE_WEIGHT / 4
	}

	fn most_price_weight() -> Weight {
		PRICE_WEIGHT
	}
}

/// The pools' account in the model.
pub fn pool_account(pool: PoolId) -> AccountId {
	1_000 + AccountId::from(pool)
}

pub struct Pools;

fn stream(scaled: U256, boundary: Day) -> Stream {
	let millis = (Moment::from(boundary) * DAY).saturating_sub(TestClock::now());
	if millis == 0 {
		return Stream { boundary, ..Default::default() };
	}
	Stream { rate: scaled / millis, remainder: scaled % millis, boundary, generation: GENERATION }
}

impl ProductRegistry for Pools {
	fn register_product(_: ProductId, _: AssetId, _: GroupId) -> DispatchResult {
		Ok(())
	}
}

impl Underwriting<Money> for Pools {
	fn pools_of(product: ProductId) -> Vec<PoolId> {
		Lines::get().keys().filter(|(of, _)| *of == product).map(|(_, pool)| *pool).rev().collect()
	}

	fn line(pool: PoolId, product: ProductId, sale: Sale) -> Result<LineState, DispatchError> {
		let line = Lines::get().get(&(product, pool)).copied().ok_or(DispatchError::Other("no line"))?;
		match sale {
			Sale::New if line.frozen => return Err(DispatchError::Other("frozen")),
			Sale::New => {}
			Sale::Renewal { incident } => {
				assert_eq!(incident, crate::OpenIncidents::<Test>::get(product), "the incident that is open")
			}
		}
		let room = line.capacity.saturating_sub(line.exposure).min(line.largest);
		Ok(LineState { exposure: line.exposure, capacity: line.capacity, room, largest: line.largest })
	}

	fn size_of(_: PoolId) -> PoolSize {
		PoolSizes::get()
	}

	fn weight(work: CoverWork, size: PoolSize) -> Weight {
		let each = if work == CoverWork::Line { LINE_WEIGHT } else { WORK_WEIGHT };
		each * u64::from(size.lines)
	}

	fn open_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: Money,
		ends: Ends,
	) -> Result<Stream, (DispatchError, Money)> {
		let Ends { expires: Active(expires), until: Wall(until) } = ends;
		if RefuseOpen::get() {
			return Err((DispatchError::Other("refused"), premium));
		}
		let line = Self::line(pool, product, Sale::New);
		assert!(line.is_ok_and(|line| line.room >= cover), "room was asked before");
		assert!(expires > TestClock::active() && until > TestClock::now());
		change_line(product, pool, |line| line.exposure += cover);
		let scaled = U256::from(premium.peek()) * U256::from(STREAM_SCALE);
		AllAssets::resolve(&pool_account(pool), premium)
			.map_err(|credit| (DispatchError::Other("cannot be paid"), credit))?;
		Ok(stream(scaled, Day::try_from(until / DAY).unwrap() + 1))
	}

	fn use_cover(backing: &Backing, used: Balance) -> Result<Stream, DispatchError> {
		let Backing { pool, product, cover, stream: old, .. } = *backing;
		assert!(used <= cover);
		change_line(product, pool, |line| line.exposure -= used);
		if RefuseUse::get() {
			return Err(DispatchError::Other("refused"));
		}
		let left = Self::unearned(pool, &old) * U256::from(cover - used) / U256::from(cover);
		Ok(stream(left, old.boundary))
	}

	fn reduce_cover(
		backing: &Backing,
		by: Balance,
		refund: Refund,
	) -> Result<(Stream, Money), DispatchError> {
		let Backing { pool, product, cover, stream: old, .. } = *backing;
		assert!(by <= cover);
		Self::line(pool, product, Sale::New)?;
		change_line(product, pool, |line| line.exposure -= by);
		let unearned = Self::unearned(pool, &old);
		let back = unearned * U256::from(by) / U256::from(cover) / U256::from(STREAM_SCALE);
		let refund = if Short::get() { Refund::WHOLE } else { refund };
		let back = U256::from(refund.of(back.as_u128()));
		let credit = AllAssets::withdraw(
			USD,
			&pool_account(pool),
			back.as_u128(),
			Precision::Exact,
			Preservation::Expendable,
			Fortitude::Polite,
		)?;
		let left = unearned * U256::from(cover - by) / U256::from(cover);
		Ok((stream(left, old.boundary), credit))
	}

	fn extend_cover(
		backing: &Backing,
		premium: Money,
		ends: Ends,
		sale: Sale,
	) -> Result<Stream, (DispatchError, Money)> {
		let Backing { pool, product, cover, expires, stream: old } = *backing;
		let Wall(until) = ends.until;
		if RefuseOpen::get() {
			return Err((DispatchError::Other("refused"), premium));
		}
		match Self::line(pool, product, sale) {
			Ok(line) if sale != Sale::New && line.exposure > line.capacity => {
				return Err((DispatchError::Other("no room"), premium));
			}
			Ok(line) => assert!(line.exposure >= cover),
			Err(error) => return Err((error, premium)),
		}
		assert!(ends.expires > expires && until > TestClock::now());
		let scaled = U256::from(premium.peek()) * U256::from(STREAM_SCALE) + Self::unearned(pool, &old);
		AllAssets::resolve(&pool_account(pool), premium)
			.map_err(|credit| (DispatchError::Other("cannot be paid"), credit))?;
		Ok(stream(scaled, Day::try_from(until / DAY).unwrap() + 1))
	}

	fn shorten_cover(
		backing: &Backing,
		ends: Ends,
		back: Fraction,
	) -> Result<(Stream, Money), DispatchError> {
		let Backing { pool, product, cover, expires, stream: old } = *backing;
		let (Wall(until), Fraction { part, of }) = (ends.until, back);
		assert!(ends.expires < expires && part <= of);
		assert!(exposure(product, pool) >= cover);
		if RefuseShorten::get() {
			return Err(DispatchError::Other("refused"));
		}
		let unearned = Self::unearned(pool, &old);
		let refund = unearned * U256::from(part) / U256::from(of) / U256::from(STREAM_SCALE);
		let credit = AllAssets::withdraw(
			USD,
			&pool_account(pool),
			refund.as_u128(),
			Precision::Exact,
			Preservation::Expendable,
			Fortitude::Polite,
		)?;
		let left = unearned - unearned * U256::from(part) / U256::from(of);
		Ok((stream(left, Day::try_from(until / DAY).unwrap() + 1), credit))
	}

	fn unearned(_: PoolId, stream: &Stream) -> U256 {
		let at = CaughtUp::get().unwrap_or(TestClock::now());
		match (Moment::from(stream.boundary) * DAY).checked_sub(at) {
			None | Some(0) => U256::zero(),
			Some(millis) => stream.rate * millis + stream.remainder,
		}
	}

	/// Three twentieths for the reserve, one for the treasury, two for the manager.
	fn split(_: PoolId, premium: Balance) -> Option<PremiumSplit> {
		let twentieth = premium / 20;
		let (reserve, treasury, manager) = (3 * twentieth, twentieth, 2 * twentieth);
		let underwriters = premium - reserve - treasury - manager;
		Some(PremiumSplit { reserve, treasury, manager, underwriters })
	}
}

pub fn change_line(product: ProductId, pool: PoolId, change: impl FnOnce(&mut Line)) {
	let mut lines = Lines::get();
	change(lines.entry((product, pool)).or_default());
	Lines::set(&lines);
}

pub fn exposure(product: ProductId, pool: PoolId) -> Balance {
	Lines::get().get(&(product, pool)).map(|line| line.exposure).unwrap_or_default()
}

/// Open a pool for a product.
pub fn add_pool(product: ProductId, pool: PoolId, capacity: Balance) {
	change_line(product, pool, |line| {
		line.capacity = capacity;
		line.largest = capacity;
	});
}

pub fn set_price(value: u128) {
	FeedPrice::set(&Some(Price { value, oldest: TestClock::now(), fresh_until: Moment::MAX }));
}

/// Set the price of another feed. `None` makes it stale.
pub fn set_price_of(feed: FeedId, value: Option<u128>) {
	let price = value.map(|value| Price { value, oldest: TestClock::now(), fresh_until: Moment::MAX });
	let mut prices = OtherPrices::get();
	prices.insert(feed, price);
	OtherPrices::set(&prices);
}

/// Begin at [`START`]. All time that passes is active time.
fn begin() {
	TestClock::set(START, ACTIVE_START);
	TestClock::set_max_gap(Moment::MAX);
}

/// Advance both clocks.
pub fn pass(time: Moment) {
	TestClock::pass(time);
}

/// Advance the wall clock while the chain stands still.
pub fn halt(time: Moment) {
	TestClock::stand_still(time);
}

pub fn name() -> ProductName {
	b"USDC depeg".to_vec().try_into().unwrap()
}

pub fn uri() -> WordingUri {
	b"wording/usdc-depeg.md".to_vec().try_into().unwrap()
}

/// A product as it is listed.
pub fn listing(trigger: Trigger, terms: Terms) -> Listing {
	Listing {
		asset: USD,
		group: 3,
		class: RiskClass::Depeg,
		name: name(),
		uri: uri(),
		decision: Decision::Trigger(trigger),
		facts: facts(),
		terms,
	}
}

/// A product that people assess.
pub fn assessed() -> Listing {
	let mut terms = terms();
	terms.price.volatility = 0;
	Listing {
		class: RiskClass::SmartContract,
		decision: Decision::Assessment { chain: interest::InsuredChain::Ethereum { chain_id: 1 } },
		..listing(trigger(), terms)
	}
}

/// An insured account on that product's chain.
pub const INSURED_ACCOUNT: interest::InsuredAccount =
	interest::InsuredAccount::Ethereum { chain_id: 1, address: [7; 20] };

/// List a product by referendum.
pub fn list(listing: Listing) -> DispatchResult {
	Products::list_product(RuntimeOrigin::root(), Box::new(listing))
}

/// The deposits held of an account for products that it has proposed.
pub fn listing_deposit(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&ListingReason::get(), &who)
}

/// The version of a product's current terms.
pub fn version(product: ProductId) -> TermsVersion {
	<Products as Listings>::product(product).map_or(0, |product| product.version)
}

/// Returns the result of a call without its charge.
pub fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|refused| refused.error)
}

/// Buy with Alice's money at any premium. Returns the policy's id.
pub fn buy(cover: Balance, period: Moment) -> PolicyId {
	let id = crate::NextPolicy::<Test>::get();
	let order = Order { version: version(PRODUCT), ..order(cover, period) };
	frame_support::assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), order, None));
	id
}

/// An order for cover under the first terms, at any premium.
pub fn order(cover: Balance, period: Moment) -> Order<AccountId> {
	Order {
		product: PRODUCT,
		version: 1,
		cover,
		period,
		max_premium: Balance::MAX,
		insured_account: None,
		commission: None,
	}
}

/// The quote for cover, without a commission.
pub fn quoted(product: ProductId, cover: Balance, period: Moment) -> Result<Quote, DispatchError> {
	Policies::quote(product, cover, period, Permill::zero())
}

/// Change the current terms of a product, even to some that cannot be listed.
pub fn change_terms(product: ProductId, change: impl FnOnce(&mut Terms)) {
	breakwater_products::Products::<Test>::mutate_extant(product, |listed| change(&mut listed.terms));
}

/// Set the fee for cover that is given back, in the current terms.
pub fn set_cancel_fee(fee: Permill) {
	change_terms(PRODUCT, |terms| terms.cancel_fee = fee);
}

/// A policy as it is stored.
pub fn stored(policy: PolicyId) -> crate::PolicyOf<Test> {
	crate::Policies::<Test>::get(policy).expect("the policy is stored")
}

/// The cover of a policy that is not claimed.
pub fn left(policy: PolicyId) -> Balance {
	stored(policy).cover_left().expect("it can be counted")
}

/// The part of a policy's premium that is not earned, in scaled units.
pub fn unearned(policy: PolicyId) -> U256 {
	let parts = stored(policy).allocations;
	parts.iter().fold(U256::zero(), |sum, part| sum + Pools::unearned(part.pool, &part.stream.into()))
}

/// The claim of a policy.
pub fn assess(policy: PolicyId, finding: &Finding) -> Option<Balance> {
	let parts = <Policies as CoverBook<AccountId>>::assess(policy, finding)?;
	Some(parts.iter().map(|(_, amount)| amount).sum())
}

/// Book a claim on the first of a policy's pools, for an event at the current time.
pub fn register(policy: PolicyId, incident: IncidentId, amount: Balance) -> DispatchResult {
	register_at(policy, incident, TestClock::now(), amount)
}

/// Book the same claim for an event at a given time.
pub fn register_at(
	policy: PolicyId,
	incident: IncidentId,
	occurred_at: Moment,
	amount: Balance,
) -> DispatchResult {
	let allocations =
		crate::Policies::<Test>::get(policy).map(|policy| policy.allocations).unwrap_or_default();
	let mut parts: Vec<_> = allocations.iter().map(|part| (part.pool, 0)).collect();
	match parts.first_mut() {
		Some(first) => first.1 = amount,
		None => parts.push((POOL, amount)),
	}
	let parts = parts.try_into().expect("as many as a policy has");
	let finding = Finding { occurred_at, opened_active: OpenedActive::get(), ..finding(0) };
	<Policies as CoverBook<AccountId>>::register(policy, incident, &finding, &parts)
}

/// A finding at the current time.
pub fn finding(binding: u128) -> Finding {
	Finding {
		occurred_at: TestClock::now(),
		opened_active: TestClock::active(),
		measure: Measure::Average(binding),
	}
}

pub fn opened(incident: IncidentId) {
	OpenedActive::set(&TestClock::active());
	<Policies as OnIncident>::opened(incident, PRODUCT);
}

pub fn usd(who: AccountId) -> Balance {
	<AllAssets as Inspect<AccountId>>::balance(USD, &who)
}

pub struct ExtBuilder {
	terms: Terms,
	trigger: Trigger,
	listed: bool,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { terms: terms(), trigger: trigger(), listed: true }
	}
}

impl ExtBuilder {
	pub fn with_terms(mut self, change: impl FnOnce(&mut Terms)) -> Self {
		change(&mut self.terms);
		self
	}

	pub fn with_trigger(mut self, change: impl FnOnce(&mut Trigger)) -> Self {
		change(&mut self.trigger);
		self
	}

	/// Leave out the product that is listed by default.
	pub fn without_product(mut self) -> Self {
		self.listed = false;
		self
	}

	/// Run the test and check the invariants at the end.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		let storage = Genesis::new(100)
			.with_native(&[ALICE, BOB], MONEY)
			.with_native(&[POOR], ED + 9)
			.with_assets(&[(1, true, 1)])
			.with_holdings(&[1], &[ALICE, BOB], MONEY)
			.with_holdings(&[1], &[POOR], 10)
			.storage::<Test>();
		FirstLossOfAll::set(FirstLossState::default());
		run(genesis::chain::<Test>(storage), || {
			begin();
			if self.listed {
				list(listing(self.trigger, self.terms)).unwrap();
				set_ready(PRODUCT, true);
				add_pool(PRODUCT, POOL, CAPACITY);
			}
			test();
			Products::do_try_state().unwrap();
		});
	}
}
