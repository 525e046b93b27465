// SPDX-License-Identifier: Apache-2.0

//! A runtime of the products with balances and assets, and models of the other pallets. The models
//! keep their books in storage, so that they are rolled back with everything else.

use crate::{pallet as pallet_products, types::Listing};
use breakwater_primitives::*;
use breakwater_testing::{genesis, Genesis};
pub use breakwater_testing::{
	standard::{facts, linear, terms, trigger, FEED},
	TestClock, TestPrices, ED, USD,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU128, ConstU32, LinearStoragePrice},
};
use frame_system::EnsureRoot;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::BTreeSet;

pub type AccountId = u64;

breakwater_testing::test_runtime! {
	Test of AccountId { Products: pallet_products }
}

impl pallet_products::Config for Test {
	type Registry = Pools;
	type Use = Policies;
	type Feed = TestPrices;
	type Clock = TestClock;
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
	let mut ext = genesis::empty::<Test>();
	ext.execute_with(|| TestClock::set(START, 0));
	ext
}

parameter_types! {
	pub const ListingReason: RuntimeHoldReason = RuntimeHoldReason::Products(pallet_products::HoldReason::Listing);
	/// The products that the pools know, in order.
	pub storage Registered: Vec<(ProductId, AssetId, GroupId)> = Vec::new();
	/// The products that policies or incidents still need.
	pub storage Used: BTreeSet<ProductId> = BTreeSet::new();
}

pub const START: Moment = 19_427 * DAY + 5 * HOUR;

/// The deposit for a proposed product.
pub const LISTING_DEPOSIT: Balance = 70;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const POOR: AccountId = 3;
pub const MONEY: Balance = 1_000_000_000;

pub const PRODUCT: ProductId = 0;

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

	fn insured(_: ProductId) -> Balance {
		0
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

/// List a product by referendum.
pub fn list(listing: Listing) -> DispatchResult {
	Products::list_product(RuntimeOrigin::root(), Box::new(listing))
}

/// The deposits held of an account for products that it has proposed.
pub fn listing_deposit(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&ListingReason::get(), &who)
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
		let storage = Genesis::new(ALICE)
			.with_clocks(START, 0)
			.with_native(&[ALICE, BOB], MONEY)
			.with_native(&[POOR], ED + 9)
			.storage::<Test>();
		run(genesis::chain::<Test>(storage), || {
			if self.listed {
				list(listing(trigger(), terms())).unwrap();
			}
			test();
		});
	}
}
