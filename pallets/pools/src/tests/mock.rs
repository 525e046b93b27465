//! A runtime with balances, assets and pools, and a reserve that does what a test tells it.

use crate as pallet_pools;
use crate::types::*;
pub use breakwater_primitives::{
	AssetId, Backstop, Balance, Draw, IncidentId, LossSettlement, Moment, OnIncident, PoolId, ProductId,
	Stream, Underwriting, DAY,
};
pub use frame_support::{assert_noop, assert_ok};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{Balanced, Credit, Inspect, Mutate},
		AsEnsureOriginWithArg, ConstU128, ConstU32, LinearStoragePrice, OnTimestampSet,
	},
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::crypto::AccountId32;
pub use sp_runtime::Permill;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use std::cell::RefCell;

pub type AccountId = AccountId32;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		Pools: pallet_pools,
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

thread_local! {
	static LIMITS: RefCell<Limits> = RefCell::new(Limits::default());
	static RESERVE: RefCell<Reserve> = RefCell::new(Reserve::default());
}

/// What the reserve of the tests does.
#[derive(Clone, Debug)]
pub struct Reserve {
	pub share: Permill,
	pub refuses: bool,
	/// Gives up to this much; `None`: the pool is not admitted.
	pub gives: Option<Balance>,
	/// Of what it does not give, up to this much is held back.
	pub holds_back: Balance,
	/// Fails.
	pub fails: bool,
	/// The capital it was told at the last draw.
	pub capital: Balance,
}

impl Default for Reserve {
	fn default() -> Self {
		Self {
			share: Permill::from_percent(15),
			refuses: false,
			gives: None,
			holds_back: 0,
			fails: false,
			capital: 0,
		}
	}
}

pub fn set_reserve(change: impl FnOnce(&mut Reserve)) {
	RESERVE.with(|reserve| change(&mut reserve.borrow_mut()));
}

pub fn reserve() -> Reserve {
	RESERVE.with(|reserve| reserve.borrow().clone())
}

pub fn set_limits(change: impl FnOnce(&mut Limits)) {
	LIMITS.with(|limits| change(&mut limits.borrow_mut()));
}

pub struct MockBackstop;

impl Backstop<AccountId> for MockBackstop {
	type Credit = Credit<AccountId, AllAssets>;

	fn premium_share() -> Permill {
		reserve().share
	}

	fn accept(_: PoolId, _: AssetId, share: Self::Credit) -> Result<(), Self::Credit> {
		if reserve().refuses {
			return Err(share);
		}
		AllAssets::resolve(&RESERVE_ACCOUNT, share)
	}

	fn draw(
		_: IncidentId,
		_: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Self::Credit>>, DispatchError> {
		set_reserve(|reserve| reserve.capital = capital);
		if reserve().fails {
			return Err(DispatchError::Other("reserve fails"));
		}
		let Some(gives) = reserve().gives else { return Ok(None) };
		let amount = gives.min(wanted);
		// The money of the tests' reserve comes from nowhere.
		let credit = AllAssets::issue(asset, amount);
		Ok(Some(Draw { credit, held_back: (wanted - amount).min(reserve().holds_back) }))
	}
}

parameter_types! {
	pub Treasury: AccountId = TREASURY;
	pub GovernedLimits: Limits = LIMITS.with(|limits| *limits.borrow());
	pub DepositReason: RuntimeHoldReason = RuntimeHoldReason::Pools(pallet_pools::HoldReason::PoolDeposit);
}

/// What a pool costs in native tokens, besides [`DEPOSIT_BYTE`] for each byte of its record.
pub const DEPOSIT_BASE: Balance = 50_000;
pub const DEPOSIT_BYTE: Balance = 10;

impl pallet_pools::Config for Test {
	type Assets = AllAssets;
	type Backstop = MockBackstop;
	type Treasury = Treasury;
	type AdminOrigin = EnsureRoot<AccountId>;
	type PoolDeposit = HoldConsideration<
		AccountId,
		Balances,
		DepositReason,
		LinearStoragePrice<ConstU128<DEPOSIT_BASE>, ConstU128<DEPOSIT_BYTE>, Balance>,
	>;
	type Limits = GovernedLimits;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The tests' asset and reserve as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Setup {
	fn asset() -> AssetId {
		assert_ok!(Assets::force_create(RuntimeOrigin::root(), 1, MANAGER, true, 1));
		USD
	}

	fn backstop(_: PoolId, _: AssetId, wanted: Balance) {
		set_reserve(|reserve| {
			reserve.gives = Some(wanted / 4);
			reserve.holds_back = wanted / 4;
		});
	}
}

/// A chain without anything, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	LIMITS.with(|limits| *limits.borrow_mut() = Limits::default());
	RESERVE.with(|reserve| *reserve.borrow_mut() = Reserve::default());
	frame_system::GenesisConfig::<Test>::default().build_storage().expect("genesis is valid").into()
}

pub const ALICE: AccountId = AccountId::new([1; 32]);
pub const BOB: AccountId = AccountId::new([2; 32]);
pub const CHARLIE: AccountId = AccountId::new([3; 32]);
pub const MANAGER: AccountId = AccountId::new([4; 32]);
pub const BUYER: AccountId = AccountId::new([5; 32]);
/// Has nothing at all.
pub const STRANGER: AccountId = AccountId::new([9; 32]);
pub const TREASURY: AccountId = AccountId::new([10; 32]);
pub const RESERVE_ACCOUNT: AccountId = AccountId::new([11; 32]);
/// Where settled losses go.
pub const ESCROW: AccountId = AccountId::new([12; 32]);

pub const USD: AssetId = NativeOrWithId::WithId(1);
/// Not sufficient: an account needs native tokens to hold it.
pub const FRAGILE: AssetId = NativeOrWithId::WithId(2);
/// Sufficient, but its minimum balance is ten.
pub const COARSE: AssetId = NativeOrWithId::WithId(4);
/// Exists, but is not listed.
pub const UNLISTED: AssetId = NativeOrWithId::WithId(3);
pub const NATIVE: AssetId = NativeOrWithId::Native;

/// A dollar.
pub const D: Balance = 1_000_000;
pub const START: Moment = 1_700_000_000_000;
/// What everyone starts with, in every asset.
pub const PURSE: Balance = 100_000_000 * D;
pub const MIN_DEPOSIT: Balance = 10 * D;
pub const MIN_EXIT: Balance = D;

pub struct ExtBuilder {
	pools: Vec<(AssetId, u32)>,
	limits: Limits,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			pools: Vec::new(),
			limits: Limits {
				// So that a test's time is active time.
				max_gap: 366 * DAY,
				group_cap: Permill::one(),
				max_policy_share: Permill::one(),
				..Limits::default()
			},
		}
	}
}

impl ExtBuilder {
	/// A pool in `asset`, with products 1 (group 1), 2 (group 1) and 3 (group 2) known in that asset and at full weight.
	pub fn with_pool(mut self) -> Self {
		self.pools.push((USD, 100));
		self
	}

	pub fn with_pool_of(mut self, asset: AssetId, leverage: u32) -> Self {
		self.pools.push((asset, leverage));
		self
	}

	pub fn with_limits(mut self, change: impl FnOnce(&mut Limits)) -> Self {
		change(&mut self.limits);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let people = [ALICE, BOB, CHARLIE, MANAGER, BUYER, TREASURY, RESERVE_ACCOUNT, ESCROW];
		LIMITS.with(|limits| *limits.borrow_mut() = self.limits);
		RESERVE.with(|reserve| *reserve.borrow_mut() = Reserve::default());
		let listed = [NATIVE, USD, FRAGILE].map(|asset| (asset, MIN_DEPOSIT, MIN_EXIT)).to_vec();
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: people.iter().map(|who| (who.clone(), PURSE)).collect(),
				..Default::default()
			},
			assets: pallet_assets::GenesisConfig {
				assets: vec![
					(1, MANAGER, true, 1),
					(2, MANAGER, false, 1),
					(3, MANAGER, true, 1),
					(4, MANAGER, true, 10),
				],
				accounts: (1..=3)
					.flat_map(|asset| people.iter().map(move |who| (asset, who.clone(), PURSE)))
					.collect(),
				..Default::default()
			},
			pools: pallet_pools::GenesisConfig { listed_assets: listed, ..Default::default() },
			..Default::default()
		}
		.build_storage()
		.expect("genesis is valid");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Pools::on_timestamp_set(START);
			for (id, (asset, leverage)) in (0u32..).zip(self.pools) {
				assert_ok!(Pools::create_pool(
					RuntimeOrigin::signed(MANAGER),
					asset.clone(),
					leverage,
					Permill::zero()
				));
				for (product, group) in [(1, 1), (2, 1), (3, 2)] {
					if !pallet_pools::Products::<Test>::contains_key(product) {
						assert_ok!(<Pools as Underwriting<AccountId>>::register_product(
							product,
							asset.clone(),
							group
						));
					}
					if pallet_pools::Products::<Test>::get(product).is_some_and(|known| known.asset == asset)
					{
						weigh(id, product, 100);
					}
				}
			}
			System::reset_events();
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		let mut ext = self.build();
		ext.execute_with(|| {
			test();
			check();
		});
	}
}

/// All invariants hold.
pub fn check() {
	Pools::do_try_state().expect("the invariants hold");
}

pub fn weigh(pool: PoolId, product: ProductId, percent: u32) {
	assert_ok!(Pools::set_weight(
		RuntimeOrigin::signed(MANAGER),
		pool,
		product,
		Permill::from_percent(percent)
	));
}

/// Let time pass in one block.
pub fn pass(millis: Moment) {
	let now = now().checked_add(millis).expect("time goes on");
	Pools::on_timestamp_set(now);
}

pub fn now() -> Moment {
	pallet_pools::Clock::<Test>::get().now
}

pub fn active() -> Moment {
	pallet_pools::Clock::<Test>::get().active
}

pub fn deposit(who: AccountId, pool: PoolId, amount: Balance) {
	assert_ok!(Pools::deposit(RuntimeOrigin::signed(who), pool, amount, 0));
}

/// Ask to leave with a part of a position.
pub fn leave(who: AccountId, pool: PoolId, percent: u32) {
	let shares = Permill::from_percent(percent).mul_floor(shares_of(&who, pool));
	assert_ok!(Pools::request_exit(RuntimeOrigin::signed(who), pool, shares, 0));
}

pub fn serve(pool: PoolId) {
	assert_ok!(Pools::serve_exits(RuntimeOrigin::signed(CHARLIE), pool, 10));
}

pub fn poke(pool: PoolId) {
	assert_ok!(Pools::poke(RuntimeOrigin::signed(CHARLIE), pool, 400));
}

pub fn shares_of(who: &AccountId, pool: PoolId) -> Balance {
	pallet_pools::Positions::<Test>::get(pool, who)
}

pub fn balance(asset: AssetId, who: &AccountId) -> Balance {
	AllAssets::balance(asset, who)
}

pub fn give(asset: AssetId, who: &AccountId, amount: Balance) {
	AllAssets::mint_into(asset, who, amount).expect("can receive");
}

pub fn record(pool: PoolId) -> Pool<AccountId> {
	pallet_pools::Pools::<Test>::get(pool).expect("the pool exists")
}

pub fn line(pool: PoolId, product: ProductId) -> Line {
	let lines = pallet_pools::PoolLines::<Test>::get(pool);
	*lines.iter().find(|line| line.product == product).expect("the pool underwrites it")
}

pub fn account(pool: PoolId) -> AccountId {
	Pools::account_of(pool).expect("decodable")
}

/// A policy as the policies pallet would keep it.
#[derive(Clone, Debug)]
pub struct Policy {
	pub pool: PoolId,
	pub product: ProductId,
	pub cover: Balance,
	pub expires: Moment,
	pub stream: Stream,
}

/// Sell cover for `days` of period and 14 days of grace.
pub fn try_sell(
	pool: PoolId,
	product: ProductId,
	cover: Balance,
	premium: Balance,
	days: Moment,
) -> Result<Policy, DispatchError> {
	let credit = AllAssets::issue(record(pool).asset, premium);
	let expires = active() + (days + 14) * DAY;
	let until = now() + days * DAY;
	Pools::open_cover(pool, product, cover, credit, expires, until)
		.map(|stream| Policy { pool, product, cover, expires, stream })
		.map_err(|(error, credit)| {
			assert_eq!(credit.peek(), premium, "the premium comes back");
			error
		})
}

pub fn sell(pool: PoolId, product: ProductId, cover: Balance, premium: Balance, days: Moment) -> Policy {
	try_sell(pool, product, cover, premium, days).expect("sold")
}

/// A claim uses cover up.
pub fn claim(policy: &mut Policy, used: Balance) -> Result<(), DispatchError> {
	let Policy { pool, product, cover, expires, stream } = policy.clone();
	policy.stream = Pools::use_cover(pool, product, cover, used, expires, stream)?;
	policy.cover -= used;
	Ok(())
}

pub fn open(incident: IncidentId, product: ProductId) {
	Pools::opened(incident, product);
}

pub fn reject(incident: IncidentId, product: ProductId) {
	Pools::rejected(incident, product);
}

/// What the claims of an incident on a pool come to.
pub fn tally(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult {
	<Pools as LossSettlement<AccountId>>::tallied(incident, pool, loss)
}

/// Tally, if that is not done, and settle, the money going to the escrow.
pub fn settle(
	incident: IncidentId,
	pool: PoolId,
	loss: Balance,
) -> Result<breakwater_primitives::Settlement, DispatchError> {
	if !crate::Pins::<Test>::get(incident, pool).is_some_and(|pin| pin.is_tallied) {
		tally(incident, pool, loss)?;
	}
	let (settlement, credit) = <Pools as LossSettlement<AccountId>>::settle(incident, pool, IncidentId::MAX)?;
	assert_eq!(Some(credit.peek()), settlement.funded());
	let all =
		settlement.from_pool + settlement.from_reserve + settlement.owed_by_reserve + settlement.owed_by_pool;
	assert_eq!(all, loss, "a loss is accounted for to the unit");
	if credit.peek() > 0 {
		AllAssets::resolve(&ESCROW, credit).expect("the escrow takes it");
	}
	Ok(settlement)
}
