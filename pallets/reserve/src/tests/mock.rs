// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the reserve.

use crate as pallet_reserve;
use crate::*;
use breakwater_primitives::{AssetId, Backstop, Balance, Draw, IncidentId, Income, PoolId, Source};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{Balanced, Create, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		AsEnsureOriginWithArg, ConstU128, Contains,
	},
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::crypto::AccountId32;
use sp_runtime::{traits::IdentityLookup, BuildStorage, Permill};

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(12)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(41)]
	pub type Reserve = pallet_reserve;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type AssetDeposit = ConstU128<1>;
	type AssetAccountDeposit = ConstU128<1>;
	type MetadataDepositBase = ConstU128<1>;
	type MetadataDepositPerByte = ConstU128<1>;
	type ApprovalDeposit = ConstU128<1>;
}

/// The native token and the assets.
pub type AllAssets = UnionOf<Balances, Assets, NativeFromLeft, NativeOrWithId<u32>, AccountId>;

/// Every asset but [`JUNK`] is listed.
pub struct Listed;
impl Contains<AssetId> for Listed {
	fn contains(asset: &AssetId) -> bool {
		*asset == NATIVE || *asset == USD
	}
}

/// Pools exist below [`UNKNOWN`].
pub struct Known;
impl Contains<PoolId> for Known {
	fn contains(pool: &PoolId) -> bool {
		*pool < UNKNOWN
	}
}

parameter_types! {
	pub static PremiumShare: Permill = Permill::from_percent(15);
	pub static PerIncident: Permill = Permill::from_percent(20);
	pub static PoolMultiple: u32 = 10;
}

impl Config for Test {
	type Assets = AllAssets;
	type ListedAssets = Listed;
	type PoolExists = Known;
	type AdminOrigin = EnsureRoot<AccountId>;
	type PremiumShare = PremiumShare;
	type PerIncident = PerIncident;
	type PoolMultiple = PoolMultiple;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The listed asset and a pool as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Setup {
	fn asset() -> AssetId {
		assert!(Assets::force_create(RuntimeOrigin::root(), 1, alice(), true, 1).is_ok());
		USD
	}

	fn pool() -> PoolId {
		STRANGE
	}
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<Test>::default().build_storage().expect("genesis builds").into()
}

pub const ED: Balance = 10;
pub const NATIVE: AssetId = NativeOrWithId::Native;
pub const USD: AssetId = NativeOrWithId::WithId(1);
pub const JUNK: AssetId = NativeOrWithId::WithId(2);
pub const RICH: Balance = 1_000_000_000;
/// A pool that is admitted.
pub const POOL: PoolId = 1;
/// A pool that is not admitted.
pub const STRANGE: PoolId = 2;
/// A pool that does not exist.
pub const UNKNOWN: PoolId = 100;

pub fn alice() -> AccountId {
	AccountId32::new([1; 32])
}

pub fn bob() -> AccountId {
	AccountId32::new([2; 32])
}

pub fn account() -> AccountId {
	Reserve::account().expect("the reserve has an account")
}

pub fn balance(asset: &AssetId, who: &AccountId) -> Balance {
	AllAssets::total_balance(asset.clone(), who)
}

pub fn book(asset: &AssetId) -> Book {
	Books::<Test>::get(asset)
}

/// Money from nowhere, as a pool would bring it.
pub fn money(asset: &AssetId, amount: Balance) -> CreditOf<Test> {
	AllAssets::issue(asset.clone(), amount)
}

/// A pool pays its premium share.
pub fn contribute(pool: PoolId, asset: &AssetId, amount: Balance) {
	assert!(Reserve::receive(asset.clone(), Source::Premium(pool), money(asset, amount)).is_ok());
}

/// A pool repays a part of its loan. The part that is not taken is lost.
pub fn repay(pool: PoolId, asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	Reserve::repay(pool, asset.clone(), money(asset, amount)).map_err(|credit| credit.peek())
}

/// Another pallet hands money over. The part that is not taken is lost.
pub fn take_in(asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	Reserve::receive(asset.clone(), Source::Other, money(asset, amount)).map_err(|credit| credit.peek())
}

/// A pool with unlimited capital draws; the money goes to Bob. Returns the amounts paid and held
/// back.
pub fn draw(incident: IncidentId, pool: PoolId, wanted: Balance) -> Option<(Balance, Balance)> {
	draw_with(incident, pool, &USD, Balance::MAX, wanted)
}

pub fn draw_with(
	incident: IncidentId,
	pool: PoolId,
	asset: &AssetId,
	capital: Balance,
	wanted: Balance,
) -> Option<(Balance, Balance)> {
	let answer =
		Reserve::draw(incident, pool, asset.clone(), capital, wanted).expect("drawing does not fail");
	answer.map(|Draw { credit, held_back }| {
		let paid = credit.peek();
		assert_eq!(credit.asset(), *asset);
		assert!(AllAssets::resolve(&bob(), credit).is_ok());
		(paid, held_back)
	})
}

/// Everything a refused request could change.
pub fn snapshot() -> Vec<u8> {
	sp_io::storage::root(sp_runtime::StateVersion::V1)
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("an event").event
}

#[derive(Default)]
pub struct ExtBuilder {
	contributions: Vec<(PoolId, AssetId, Balance)>,
	donations: Vec<(AssetId, Balance)>,
}

impl ExtBuilder {
	/// A pool has paid premium shares.
	pub fn with_contribution(mut self, pool: PoolId, asset: AssetId, amount: Balance) -> Self {
		self.contributions.push((pool, asset, amount));
		self
	}

	/// Alice has donated.
	pub fn with_donation(mut self, asset: AssetId, amount: Balance) -> Self {
		self.donations.push((asset, amount));
		self
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		PremiumShare::set(Permill::from_percent(15));
		PerIncident::set(Permill::from_percent(20));
		PoolMultiple::set(10);
		let storage = RuntimeGenesisConfig {
			system: Default::default(),
			balances: pallet_balances::GenesisConfig {
				balances: vec![(alice(), RICH), (bob(), RICH)],
				..Default::default()
			},
			assets: Default::default(),
		}
		.build_storage()
		.expect("genesis builds");
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Admitted::<Test>::insert(POOL, ());
			for (id, min) in [(1, 1), (2, 1)] {
				assert!(<Assets as Create<AccountId>>::create(id, alice(), true, min).is_ok());
				for who in [alice(), bob()] {
					assert!(<Assets as Mutate<AccountId>>::mint_into(id, &who, RICH).is_ok());
				}
			}
			for (asset, amount) in &self.donations {
				assert!(
					Reserve::donate(RuntimeOrigin::signed(alice()), asset.clone(), *amount).is_ok(),
					"donation"
				);
			}
			for (pool, asset, amount) in &self.contributions {
				contribute(*pool, asset, *amount);
			}
			System::reset_events();
			test();
			Reserve::do_try_state().expect("the invariants hold");
		});
	}
}

/// Burn from the reserve's account behind its back: for tests of `try_state`.
pub fn rob(asset: &AssetId, amount: Balance) {
	let taken = AllAssets::burn_from(
		asset.clone(),
		&account(),
		amount,
		Preservation::Expendable,
		Precision::Exact,
		Fortitude::Force,
	);
	assert!(taken.is_ok());
}
