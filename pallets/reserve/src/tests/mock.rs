// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the reserve.

use crate as pallet_reserve;
use crate::*;
pub use breakwater_primitives::IncomeLine;
pub use breakwater_primitives::DAY;
use breakwater_primitives::{
	Admission, AssetId, Backstop, Balance, Draw, Exposures, GroupId, IncidentId, Income, IncomeSums, Moment,
	Obligations, OnIncident, PoolExposure, PoolId, ProductId, ProductRisk, Risks, Source,
};
use breakwater_testing::{genesis, Genesis};
pub use breakwater_testing::{TestClock, ALICE, BOB, ED, NATIVE, USD};
use frame_support::{
	parameter_types, storage_alias,
	traits::{
		fungible::HoldConsideration,
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		ConstU128, Contains, LinearStoragePrice,
	},
	weights::Weight,
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
	pub static PerGroup: Permill = Permill::from_percent(40);
	pub static RewardShare: Permill = Permill::from_percent(30);
	pub const LeastPremiumShare: Permill = Permill::from_percent(10);
	pub const MostPremiumShare: Permill = Permill::from_percent(25);
	pub const PremiumShareStep: Permill = Permill::from_parts(5_000);
	pub const LeastTarget: Permill = Permill::from_percent(2);
	pub const StakeCooldown: Moment = COOLDOWN;
	pub const StakeWindow: Moment = WINDOW;
	pub const Treasury: AccountId = TREASURY;
	pub StakeReason: RuntimeHoldReason = RuntimeHoldReason::Reserve(HoldReason::Stake);
}

/// The cooldown and the window of stake.
pub const COOLDOWN: Moment = 20 * DAY;
pub const WINDOW: Moment = 2 * DAY;
/// The deposit for the record of a stake in native tokens.
pub const DEPOSIT: Balance = 2_000;

/// Products in two assets, in many groups: see [`product`].
pub struct Products;
impl Risks for Products {
	fn risk(product: ProductId) -> Option<ProductRisk> {
		let asset = if product.is_multiple_of(2) { USD } else { NATIVE };
		Some(ProductRisk { asset, group: (product / 2) as GroupId })
	}
	fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		Locks::get(incident).unwrap_or_else(|| (0..16).map(|pool| (pool, 1)).collect())
	}
	fn products_of(pool: PoolId) -> Vec<ProductId> {
		Covered::get(pool).unwrap_or_default()
	}
}

/// Products from [`UNFIT`] on are not good enough for the reserve.
impl Admission for Products {
	fn is_admissible(product: ProductId) -> bool {
		product < UNFIT
	}
}

/// The first product that is not good enough for the reserve.
pub const UNFIT: ProductId = 1_000;

#[storage_alias]
type Covered = StorageMap<Pools, frame_support::Twox64Concat, PoolId, Vec<ProductId>>;

/// A pool covers these products.
pub fn cover(pool: PoolId, products: &[ProductId]) {
	Covered::insert(pool, products);
}

impl Exposures for Products {
	fn exposure(pool: PoolId) -> Option<PoolExposure> {
		let (asset, capital, groups) = Exposed::get(pool)?;
		Some(PoolExposure { asset, capital, groups })
	}
}

#[storage_alias]
type Exposed =
	StorageMap<Pools, frame_support::Twox64Concat, PoolId, (AssetId, Balance, Vec<(GroupId, Balance)>)>;

/// A pool has so much capital, and these exposures by group.
pub fn expose(pool: PoolId, asset: AssetId, capital: Balance, groups: &[(GroupId, Balance)]) {
	Exposed::insert(pool, (asset, capital, groups.to_vec()));
}

#[storage_alias]
type Locks = StorageMap<Pools, frame_support::Twox64Concat, IncidentId, Vec<(PoolId, Balance)>>;

/// An incident that is opened locks these pools. By default they are those below 16.
pub fn set_locks(incident: IncidentId, locks: &[(PoolId, Balance)]) {
	Locks::insert(incident, locks.to_vec());
}

/// The product of a group in an asset.
pub fn product(asset: &AssetId, group: GroupId) -> ProductId {
	2 * ProductId::from(group) + ProductId::from(*asset == NATIVE)
}

/// An incident is opened on a product of a group.
pub fn open(incident: IncidentId, asset: &AssetId, group: GroupId) {
	Reserve::opened(incident, product(asset, group));
}

/// Every pool has its final settlement for an incident.
pub fn finalise(incident: IncidentId) {
	Reserve::finalised(incident, 0);
}

#[storage_alias]
type Closing = StorageMap<Claims, frame_support::Twox64Concat, IncidentId, ()>;

/// The account of the claims.
pub const CLAIMS: AccountId = AccountId32::new([78; 32]);

/// Claims that take the reserve's payments, unless their incident is closing.
pub struct Claims;
impl Obligations<Money> for Claims {
	fn pay(incident: IncidentId, _: PoolId, credit: Money) -> Result<(), Money> {
		match Closing::contains_key(incident) {
			true => Err(credit),
			false => AllAssets::resolve(&CLAIMS, credit),
		}
	}
	fn most_weight() -> Weight {
		Weight::from_parts(1_000, 0)
	}
}

/// The records of an incident's claims are being removed, or not.
pub fn set_closing(incident: IncidentId, is_closing: bool) {
	match is_closing {
		true => Closing::insert(incident, ()),
		false => Closing::remove(incident),
	}
}

impl Config for Test {
	type Assets = AllAssets;
	type ListedAssets = Listed;
	type PoolExists = Known;
	type AdminOrigin = EnsureRoot<AccountId>;
	type EmergencyOrigin = EnsureRoot<AccountId>;
	type PremiumShare = PremiumShare;
	type PerIncident = PerIncident;
	type PoolMultiple = PoolMultiple;
	type PerGroup = PerGroup;
	type RewardShare = RewardShare;
	type StakeCooldown = StakeCooldown;
	type StakeWindow = StakeWindow;
	type StakeDeposit = HoldConsideration<
		AccountId,
		Balances,
		StakeReason,
		LinearStoragePrice<ConstU128<DEPOSIT>, ConstU128<0>, Balance>,
	>;
	type Clock = TestClock;
	type Admission = Products;
	type Risks = Products;
	type Obligations = Claims;
	type LeastPremiumShare = LeastPremiumShare;
	type MostPremiumShare = MostPremiumShare;
	type PremiumShareStep = PremiumShareStep;
	type LeastTarget = LeastTarget;
	type Exposures = Products;
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

	fn exposed_pool() -> PoolId {
		let groups: Vec<_> = (0..32).map(|group| (group, 10)).collect();
		expose(STRANGE, USD, 1_000, &groups);
		cover(STRANGE, &(0..32).collect::<Vec<_>>());
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

/// A pool hands money over that was recovered for its underwriters, who held the shares at the end
/// of block 9. The part that is not taken is lost.
pub fn salvage(incident: IncidentId, pool: PoolId, asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	let money = money(asset.clone(), amount);
	Reserve::salvage(incident, pool, asset.clone(), 9, money).map_err(|credit| credit.peek())
}

/// Another pallet hands money over. The part that is not taken is lost.
pub fn take_in(asset: &AssetId, amount: Balance) -> Result<(), Balance> {
	Reserve::receive(asset.clone(), Source::LostBond, money(asset.clone(), amount))
		.map_err(|credit| credit.peek())
}

/// A pool with unlimited capital draws; the money goes to Bob. Returns the amounts paid and held
/// back. An incident without a record is opened for it, in a group of its own.
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
	if !Incidents::<Test>::contains_key(incident) {
		open(incident, asset, incident as GroupId);
	}
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
		PerGroup::set(Permill::from_percent(40));
		RewardShare::set(Permill::from_percent(30));
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
