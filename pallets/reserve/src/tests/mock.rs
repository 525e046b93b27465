// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the reserve.

use crate as pallet_reserve;
use crate::*;
pub use breakwater_primitives::IncomeLine;
use breakwater_primitives::{
	AssetId, Backstop, Balance, Draw, IncidentId, Income, IncomeSums, PoolId, Source,
};
use breakwater_testing::{genesis, Genesis};
pub use breakwater_testing::{ALICE, BOB, ED, NATIVE, USD};
use frame_support::{
	parameter_types,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Contains,
	},
};
use frame_system::EnsureRoot;
use sp_core::crypto::AccountId32;
use sp_runtime::Permill;

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Reserve: pallet_reserve }
}

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
	pub const Treasury: AccountId = TREASURY;
}

impl Config for Test {
	type Assets = AllAssets;
	type ListedAssets = Listed;
	type PoolExists = Known;
	type AdminOrigin = EnsureRoot<AccountId>;
	type PremiumShare = PremiumShare;
	type PerIncident = PerIncident;
	type PoolMultiple = PoolMultiple;
	type Treasury = Treasury;
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
		assert!(Assets::force_create(RuntimeOrigin::root(), 1, ALICE, true, 1).is_ok());
		USD
	}

	fn pool() -> PoolId {
		STRANGE
	}
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	genesis::empty::<Test>()
}

pub const JUNK: AssetId = AssetId::WithId(2);
/// The treasury.
pub const TREASURY: AccountId = AccountId32::new([77; 32]);
pub const RICH: Balance = 1_000_000_000;
/// A pool that is admitted.
pub const POOL: PoolId = 1;
/// A pool that is not admitted.
pub const STRANGE: PoolId = 2;
/// A pool that does not exist.
pub const UNKNOWN: PoolId = 100;

pub fn account() -> AccountId {
	Reserve::account().expect("the reserve has an account")
}

pub fn balance(asset: &AssetId, who: &AccountId) -> Balance {
	AllAssets::total_balance(asset.clone(), who)
}

/// Returns income of which these lines have so much.
pub fn income(lines: &[(IncomeLine, Balance)]) -> IncomeSums {
	let add = |sums: IncomeSums, (line, amount): &(_, _)| sums.add(*line, *amount).expect("it fits");
	lines.iter().fold(IncomeSums::default(), add)
}

pub fn book(asset: &AssetId) -> Book {
	Books::<Test>::get(asset)
}

/// A pool pays its premium share.
pub fn contribute(pool: PoolId, asset: &AssetId, amount: Balance) {
	assert!(Reserve::receive(asset.clone(), Source::Premium(pool), money(asset.clone(), amount)).is_ok());
}

/// A pool repays a part of its loan. The part that is not taken is lost.
pub fn repay(pool: PoolId, asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	Reserve::repay(pool, asset.clone(), money(asset.clone(), amount)).map_err(|credit| credit.peek())
}

/// Another pallet hands money over. The part that is not taken is lost.
pub fn take_in(asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	Reserve::receive(asset.clone(), Source::LostBond, money(asset.clone(), amount))
		.map_err(|credit| credit.peek())
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
		assert!(AllAssets::resolve(&BOB, credit).is_ok());
		(paid, held_back)
	})
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
		let people = [ALICE, BOB, TREASURY];
		let storage = Genesis::new(ALICE)
			.with_native(&people, RICH)
			.with_assets(&[(1, true, 1), (2, true, 1)])
			.with_holdings(&[1, 2], &people, RICH)
			.storage::<Test>();
		run(genesis::chain::<Test>(storage), || {
			Admitted::<Test>::insert(POOL, ());
			for (asset, amount) in &self.donations {
				assert!(
					Reserve::donate(RuntimeOrigin::signed(ALICE), asset.clone(), *amount).is_ok(),
					"donation"
				);
			}
			for (pool, asset, amount) in &self.contributions {
				contribute(*pool, asset, *amount);
			}
			System::reset_events();
			test();
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
