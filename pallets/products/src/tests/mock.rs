// SPDX-License-Identifier: Apache-2.0

//! A runtime of the products with balances, and models of the other pallets. The models keep their
//! books in storage, so that they are rolled back with everything else.

// The SDK's default configs ask for features this crate does not have.
#![allow(unexpected_cfgs)]

use crate::{pallet as pallet_products, types::Listing};
use breakwater_primitives::*;
use frame_support::{
	derive_impl,
	pallet_prelude::Weight,
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, ConstU32, LinearStoragePrice},
};
use frame_system::EnsureRoot;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Permill};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Products: pallet_products,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_products::Config for Test {
	type Registry = Pools;
	type Use = Policies;
	type Feed = Feed;
	type Clock = Clock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type MaxProductsPerFeed = ConstU32<3>;
	type ListingDeposit = HoldConsideration<
		AccountId,
		Balances,
		ListingReason,
		LinearStoragePrice<ConstU128<LISTING_DEPOSIT>, ConstU128<0>, Balance>,
	>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		USD
	}

	fn fund(who: &AccountId, _: AssetId, _: Balance) {
		use frame_support::traits::fungible::Mutate;
		Balances::mint_into(who, MONEY).unwrap();
	}
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into()
}

parameter_types! {
	pub const ListingReason: RuntimeHoldReason = RuntimeHoldReason::Products(pallet_products::HoldReason::Listing);
	pub storage Now: Moment = START;
	/// The largest prices of feeds that have their own.
	pub storage Largest: BTreeMap<FeedId, u128> = BTreeMap::new();
	/// The feeds that were bound for a listed product, in order.
	pub storage Bound: Vec<FeedId> = Vec::new();
	/// The products that the pools know, in order.
	pub storage Registered: Vec<(ProductId, AssetId, GroupId)> = Vec::new();
	/// The products that policies or incidents still need.
	pub storage Used: BTreeSet<ProductId> = BTreeSet::new();
}

pub const START: Moment = 19_427 * DAY + 5 * 3_600 * SECOND;

/// The deposit for a proposed product.
pub const LISTING_DEPOSIT: Balance = 70;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const POOR: AccountId = 3;
pub const MONEY: Balance = 1_000_000_000;
pub const USD: AssetId = AssetId::WithId(1);

pub const PRODUCT: ProductId = 0;
pub const FEED: FeedId = 7;

pub struct Clock;
impl ActiveClock for Clock {
	fn now() -> Moment {
		Now::get()
	}
	fn resumed_at() -> Moment {
		0
	}
	fn active() -> Moment {
		0
	}
}

pub struct Feed;
impl PriceFeed for Feed {
	fn price(_: FeedId, _: Moment) -> Option<Price> {
		None
	}
	fn largest(feed: FeedId) -> u128 {
		Largest::get().get(&feed).copied().unwrap_or(MAX_PRICE)
	}
	fn bind(feed: FeedId) {
		let mut feeds = Bound::get();
		feeds.push(feed);
		Bound::set(&feeds);
	}
	fn price_weight() -> Weight {
		Weight::zero()
	}
}

pub struct Pools;
impl ProductRegistry for Pools {
	fn register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult {
		if asset == AssetId::WithId(99) {
			return Err(DispatchError::Other("asset not listed"));
		}
		let mut registered = Registered::get();
		registered.push((product, asset, group));
		Registered::set(&registered);
		Ok(())
	}
}

pub struct Policies;
impl ProductUse for Policies {
	fn ensure_unused(product: ProductId) -> DispatchResult {
		if Used::get().contains(&product) {
			return Err(USED);
		}
		Ok(())
	}
}

/// The refusal of the model of the policies.
pub const USED: DispatchError = DispatchError::Other("the product is used");

/// Have policies or incidents need a product, or no longer.
pub fn set_used(product: ProductId, is_used: bool) {
	let mut used = Used::get();
	if is_used {
		used.insert(product);
	} else {
		used.remove(&product);
	}
	Used::set(&used);
}

pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: 3_600 * SECOND,
		duration: DAY,
	}
}

pub fn terms() -> Terms {
	Terms {
		wording: [7; 32],
		min_period: 7 * DAY,
		max_period: 365 * DAY,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::zero(),
		deductible: 0,
		cancel_fee: Permill::zero(),
		max_commission: Permill::from_percent(10),
		min_cover: 100,
		max_cover: 1_000_000,
		max_total: Balance::MAX,
		payout: Payout::Full,
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility: ONE / 10_000,
		},
	}
}

pub fn linear() -> Payout {
	Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 }
}

pub fn name() -> ProductName {
	b"USDC depeg".to_vec().try_into().unwrap()
}

pub fn uri() -> WordingUri {
	b"wording/usdc-depeg.md".to_vec().try_into().unwrap()
}

/// Facts with two audits, an age of about four years and no incident. The class's rate is below
/// that of the terms.
pub fn facts() -> RiskFacts {
	RiskFacts { audits: 2, deployed: 18_000, bounty: 0, at_stake: 0, incidents: 0 }
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
		decision: Decision::Assessment { chain: interest::PositionChain::Ethereum { chain_id: 1 } },
		..listing(trigger(), terms)
	}
}

/// List a product by referendum.
pub fn list(listing: Listing) -> DispatchResult {
	Products::list_product(RuntimeOrigin::root(), Box::new(listing))
}

/// The deposits held of an account for products that it has proposed.
pub fn listing_deposit(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&ListingReason::get(), &who)
}

/// The pallet's events so far.
pub fn events() -> Vec<crate::Event<Test>> {
	let own = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Products(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(own).collect()
}

pub struct ExtBuilder {
	listed: bool,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { listed: true }
	}
}

impl ExtBuilder {
	/// Leave out the product that is listed by default.
	pub fn without_product(mut self) -> Self {
		self.listed = false;
		self
	}

	/// Run the test and check the invariants at the end.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(ALICE, MONEY), (BOB, MONEY), (POOR, 10)],
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if self.listed {
				list(listing(trigger(), terms())).unwrap();
			}
			test();
			Products::do_try_state().unwrap();
		});
	}
}
