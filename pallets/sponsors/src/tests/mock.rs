// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the sponsors. Products, cover and incidents are set by the
//! tests.

use crate as pallet_sponsors;
pub use crate::{Error, Event, Lowered, Pledge, Pledges, Route, Routes};
use breakwater_primitives::contracts::incidents::Incidents;
pub use breakwater_primitives::{
	ActiveClock, AssetId, Balance, FirstLoss, FirstLossState, ProductId, ProductIncidents, DAY,
};
use breakwater_primitives::{
	BlockTime, Decider, IncidentId, Moment, ProductUse, Reason, Sponsorship, Upheld,
};
pub use breakwater_testing::{
	genesis, reserve, set_reserve, test_runtime, Genesis, TestClock, TestReserve, ALICE, BOB, CHARLIE, ED,
	NATIVE, RESERVE_ACCOUNT, USD,
};
pub use frame_support::{assert_noop, assert_ok};
use frame_support::{
	pallet_prelude::{OptionQuery, ValueQuery},
	parameter_types, storage_alias,
	weights::Weight,
	Blake2_128Concat,
};
use frame_system::EnsureRoot;
pub use sp_runtime::Permill;
use sp_runtime::{AccountId32, BuildStorage, DispatchResult};

pub type AccountId = AccountId32;

test_runtime! { Test of AccountId { Sponsors: pallet_sponsors } }

/// The product of the tests, in dollars, which Bob has proposed.
pub const PRODUCT: ProductId = 1;
/// A product that no account has proposed, in the native token.
pub const OWNERLESS: ProductId = 2;
/// The money of each account.
pub const RICH: Balance = 1_000_000_000;

#[storage_alias]
type Insured = StorageMap<Prefix, Blake2_128Concat, ProductId, Balance, ValueQuery>;
#[storage_alias]
type Open = StorageMap<Prefix, Blake2_128Concat, ProductId, IncidentId, OptionQuery>;

/// Products, cover and incidents as the tests set them.
pub struct World;

/// Set the cover in force on a product.
pub fn insure(product: ProductId, cover: Balance) {
	Insured::insert(product, cover);
}

/// Open or end an incident on a product.
pub fn set_incident(product: ProductId, is_open: bool) {
	match is_open {
		true => Open::insert(product, 7),
		false => Open::remove(product),
	}
}

impl Sponsorship<AccountId> for World {
	fn sponsor(product: ProductId) -> Option<AccountId> {
		(product == PRODUCT).then_some(BOB)
	}
	fn asset(product: ProductId) -> Option<AssetId> {
		match product {
			PRODUCT => Some(USD),
			OWNERLESS => Some(NATIVE),
			_ => None,
		}
	}
}

impl ProductUse for World {
	fn ensure_unused(_: ProductId) -> DispatchResult {
		Ok(())
	}
	fn insured(product: ProductId) -> Balance {
		Insured::get(product)
	}
}

impl Incidents for World {
	fn open_on(product: ProductId) -> ProductIncidents {
		ProductIncidents { first: Open::get(product), second: None }
	}
	fn decider(_: IncidentId) -> Option<Decider> {
		None
	}
	fn opened(_: IncidentId) -> Option<BlockTime> {
		None
	}
	fn open(_: ProductId, _: Moment, _: BlockTime, _: Decider) -> Option<(IncidentId, Weight)> {
		None
	}
	fn refer(_: IncidentId) -> Weight {
		Weight::zero()
	}
	fn uphold(_: IncidentId, _: Moment, _: Upheld) -> Weight {
		Weight::zero()
	}
	fn reject(_: IncidentId, _: Reason, _: Moment) -> Weight {
		Weight::zero()
	}
	fn pools_of(_: IncidentId) -> u32 {
		0
	}
	fn most_ending() -> Weight {
		Weight::zero()
	}
	fn most_upholding() -> Weight {
		Weight::zero()
	}
}

parameter_types! {
	pub const Cooldown: Moment = 14 * DAY;
	pub const Longest: Moment = 425 * DAY;
}

impl crate::Config for Test {
	type Assets = AllAssets;
	type Sponsorship = World;
	type Use = World;
	type Incidents = World;
	type Income = TestReserve<AllAssets>;
	type Clock = TestClock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type WithdrawalCooldown = Cooldown;
	type LongestCover = Longest;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for World {
	fn product(sponsor: &AccountId) -> (ProductId, AssetId) {
		assert_ok!(Sponsors::name_sponsor(root(), OWNERLESS, sponsor.clone()));
		(OWNERLESS, NATIVE)
	}
	fn ownerless() -> ProductId {
		OWNERLESS
	}
}

/// Run a test on a chain on which Alice, Bob and Charlie are rich.
pub fn test(test: impl FnOnce()) {
	run(ext(), test);
}

/// A chain on which Alice, Bob and Charlie are rich.
pub fn ext() -> sp_io::TestExternalities {
	let people = [ALICE, BOB, CHARLIE];
	let mut storage = Genesis::new(ALICE)
		.with_native(&people, RICH)
		.with_assets(&[(1, true, 1), (2, true, 1)])
		.with_holdings(&[1, 2], &people, RICH)
		.storage::<Test>();
	pallet_sponsors::GenesisConfig::<Test>::default()
		.assimilate_storage(&mut storage)
		.expect("the account of the first loss can be kept");
	genesis::chain::<Test>(storage)
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	ext()
}

/// The dollars of an account.
pub fn usd(who: &AccountId) -> Balance {
	balance(USD, who)
}

/// The first loss of the product.
pub fn pledge() -> Pledge<AccountId> {
	Pledges::<Test>::get(PRODUCT).expect("the product has first loss")
}

/// Bob puts first loss before the product's underwriters, with a share in per cent.
pub fn pledged(amount: Balance, percent: u32) {
	assert_ok!(Sponsors::pledge(signed(BOB), PRODUCT, amount));
	assert_ok!(Sponsors::set_share(signed(BOB), PRODUCT, Permill::from_percent(percent)));
}

/// Bob asks for money back and waits.
pub fn request(amount: Balance) {
	assert_ok!(Sponsors::request_withdrawal(signed(BOB), PRODUCT, amount));
	TestClock::pass_active(14 * DAY);
}
