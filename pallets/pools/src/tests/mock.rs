// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and pools. Its reserve lends, takes repayments and does as a
//! test says.

mod steps;

use crate as pallet_pools;
use crate::{types::*, Limits};
pub use breakwater_primitives::{
	Active, ActiveClock, AssetId, Backing, Balance, Ends, Fraction, IncidentId, LossSettlement, Moment,
	OnIncident, PoolId, ProductId, ProductRegistry, Recovered, Refund, Sale, Settlement, Stream, Tranche,
	Underwriting, Wall, DAY, MAX_DAYS_BEHIND,
};
pub use breakwater_testing::{
	account as person, clock::START, reserve, set_reserve, Plain, TestClock, ALICE, BOB, CHARLIE, ED,
	LENDER_ACCOUNT, NATIVE, RESERVE_ACCOUNT, STRANGER, USD,
};
use breakwater_testing::{genesis, Genesis, TestAdmission, TestReserve};
pub use frame_support::{assert_noop, assert_ok};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU128, Equals, EverythingBut, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;
use sp_core::crypto::AccountId32;
pub use sp_runtime::Permill;
use sp_runtime::{BuildStorage, DispatchError};
use std::{cell::RefCell, collections::BTreeMap};
pub use steps::*;
pub use Tranche::{Junior, Senior};

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Pools: pallet_pools }
}

parameter_types! {
	pub Treasury: AccountId = TREASURY;
	pub Keyed: AssetId = KEYED;
	pub static GovernedLimits: Limits = Limits::default();
	pub DepositReason: RuntimeHoldReason = RuntimeHoldReason::Pools(pallet_pools::HoldReason::PoolDeposit);
	pub RecordReason: RuntimeHoldReason = RuntimeHoldReason::Pools(pallet_pools::HoldReason::Record);
}

pub fn set_limits(change: impl FnOnce(&mut Limits)) {
	GovernedLimits::mutate(change);
}

pub fn limits() -> Limits {
	GovernedLimits::get()
}

/// Returns the loan of a pool that the reserve has not got back.
pub fn lent(pool: PoolId) -> Balance {
	reserve().lent.get(&pool).copied().unwrap_or(0)
}

/// The deposit for a pool in native tokens, besides [`DEPOSIT_BYTE`] for each byte of its record.
pub const DEPOSIT_BASE: Balance = 50_000;
pub const DEPOSIT_BYTE: Balance = 10;
/// The deposit for a position, a request or an entry of a list in native tokens, besides
/// [`RECORD_BYTE`] for each byte.
pub const RECORD_BASE: Balance = 2_000;
pub const RECORD_BYTE: Balance = 1;

impl pallet_pools::Config for Test {
	type Admission = TestAdmission;
	type Assets = AllAssets;
	type Clock = TestClock;
	type Backstop = TestReserve<AllAssets>;
	type Income = TestReserve<AllAssets>;
	type KeylessAssets = EverythingBut<Equals<Keyed>>;
	type Treasury = Treasury;
	type AdminOrigin = EnsureRoot<AccountId>;
	type PoolDeposit = HoldConsideration<
		AccountId,
		Balances,
		DepositReason,
		LinearStoragePrice<ConstU128<DEPOSIT_BASE>, ConstU128<DEPOSIT_BYTE>, Balance>,
	>;
	type RecordDeposit = HoldConsideration<
		AccountId,
		Balances,
		RecordReason,
		LinearStoragePrice<ConstU128<RECORD_BASE>, ConstU128<RECORD_BYTE>, Balance>,
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

	fn set_clock(now: Moment, active: Moment) {
		TestClock::set(now, active);
	}

	fn admit(pool: PoolId, _: ProductId, _: AssetId) {
		set_reserve(|reserve| {
			reserve.admitted.insert(pool);
		});
	}

	fn backstop(_: PoolId, _: IncidentId, _: AssetId, wanted: Balance) {
		set_reserve(|reserve| {
			reserve.gives = Some(wanted / 4);
			reserve.holds_back = wanted / 4;
		});
	}
}

/// A chain without state, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	GovernedLimits::set(Limits::default());
	genesis::empty::<Test>()
}

pub const MANAGER: AccountId = person(4);
pub const BUYER: AccountId = person(5);
pub const DAVE: AccountId = person(6);
pub const TREASURY: AccountId = person(10);
/// The account for settled losses.
pub const ESCROW: AccountId = person(12);

/// An asset that is not sufficient: an account needs native tokens to hold it.
pub const FRAGILE: AssetId = AssetId::WithId(2);
/// A sufficient asset with a minimum balance of ten.
pub const COARSE: AssetId = AssetId::WithId(4);
/// An asset like the dollar, but with a key of its team.
pub const KEYED: AssetId = AssetId::WithId(5);
/// An asset that exists, but is not listed.
pub const UNLISTED: AssetId = AssetId::WithId(3);

/// A dollar.
pub const D: Balance = 1_000_000;
/// The shares that a unit buys in a new tranche.
pub const V: Balance = 1_000_000;
/// The balance that every account starts with, in every asset.
pub const PURSE: Balance = 100_000_000 * D;
pub const MIN_DEPOSIT: Balance = 10 * D;
pub const MIN_WITHDRAWAL: Balance = D;

/// An open pool without a fee, whose seniors earn half of their proportional part.
pub const OPTIONS: PoolOptions = PoolOptions {
	leverage: 100,
	fee: Permill::from_percent(0),
	senior_factor: Permill::from_percent(50),
	is_private: false,
};

pub struct ExtBuilder {
	pools: Vec<(AssetId, PoolOptions)>,
	limits: Limits,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			pools: Vec::new(),
			limits: Limits {
				group_cap: Permill::one(),
				max_policy_share: Permill::one(),
				min_manager_part: Permill::zero(),
				..Limits::default()
			},
		}
	}
}

impl ExtBuilder {
	/// Adds a pool in dollars. Products 1 (group 1), 2 (group 1) and 3 (group 2) are known and at
	/// full weight.
	pub fn with_pool(self) -> Self {
		self.with_pool_as(|_| ())
	}

	/// The same in `asset`, with a leverage.
	pub fn with_pool_of(mut self, asset: AssetId, leverage: u32) -> Self {
		self.pools.push((asset, PoolOptions { leverage, ..OPTIONS }));
		self
	}

	/// The same in dollars, with other options.
	pub fn with_pool_as(mut self, change: impl FnOnce(&mut PoolOptions)) -> Self {
		let mut options = OPTIONS;
		change(&mut options);
		self.pools.push((USD, options));
		self
	}

	pub fn with_limits(mut self, change: impl FnOnce(&mut Limits)) -> Self {
		change(&mut self.limits);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let people =
			[ALICE, BOB, CHARLIE, DAVE, MANAGER, BUYER, TREASURY, RESERVE_ACCOUNT, LENDER_ACCOUNT, ESCROW];
		GovernedLimits::set(self.limits);
		let listed = [NATIVE, USD, FRAGILE].map(|asset| (asset, MIN_DEPOSIT, MIN_WITHDRAWAL)).to_vec();
		let mut storage = Genesis::new(MANAGER)
			.with_native(&people, PURSE)
			.with_assets(&[(1, true, 1), (2, false, 1), (3, true, 1), (4, true, 10), (5, true, 1)])
			.with_holdings(&[1, 2, 3], &people, PURSE)
			.storage::<Test>();
		pallet_pools::GenesisConfig::<Test> { listed_assets: listed, ..Default::default() }
			.assimilate_storage(&mut storage)
			.expect("genesis is valid");
		let mut ext = genesis::chain::<Test>(storage);
		ext.execute_with(|| {
			for (id, (asset, options)) in (0u32..).zip(self.pools) {
				assert_ok!(Pools::create_pool(signed(MANAGER), asset.clone(), options));
				for (product, group) in [(1, 1), (2, 1), (3, 2)] {
					if !pallet_pools::Products::<Test>::contains_key(product) {
						assert_ok!(<Pools as ProductRegistry>::register_product(
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

thread_local! {
	static CHAINS: RefCell<BTreeMap<u32, sp_io::TestExternalities>> = const { RefCell::new(BTreeMap::new()) };
}

/// Runs one case of a property on a chain with one pool of the given leverage. The chain is built
/// once a thread. The changes of a case are undone after it, so that ten thousand cases take
/// seconds.
pub fn on_chain<R>(leverage: u32, case: impl FnOnce() -> R) -> R {
	CHAINS.with(|chains| {
		let mut chains = chains.borrow_mut();
		let builder = || ExtBuilder::default().with_pool_of(USD, leverage);
		let ext = chains.entry(leverage).or_insert_with(|| builder().build());
		GovernedLimits::set(builder().limits);
		let mut result = None;
		ext.execute_with(|| {
			let undone = frame_support::storage::with_transaction(|| {
				result = Some(case());
				check();
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			});
			assert_ok!(undone);
		});
		result.expect("the case ran")
	})
}

/// Checks all invariants: those of the pallets, and those that only this mock can see.
pub fn check() {
	check_invariants();
	for (id, pool) in pallet_pools::Pools::<Test>::iter() {
		assert_eq!(pool.loan(), Some(lent(id)), "what a pool owes is what the reserve has lent to it");
		for short in pallet_pools::PartialSettlements::<Test>::get(id) {
			let owes = reserve().owes.get(&(short.incident, id)).copied().unwrap_or(0);
			assert_eq!(short.settlement.owed_by_reserve, owes, "what the reserve owes");
		}
	}
	for (incident, id, borne) in pallet_pools::BorneLosses::<Test>::iter() {
		let kept = reserve().salvage.get(&(incident, id)).map_or(0, |(sum, _)| *sum);
		assert_eq!(borne.recovered, kept, "what the reserve keeps for underwriters");
	}
	check_records();
}

/// Checks that every account's hold for records is the sum of its tickets.
fn check_records() {
	let mut sums: BTreeMap<AccountId, Balance> = BTreeMap::new();
	for (_, position) in pallet_pools::Positions::<Test>::iter() {
		*sums.entry(position.depositor).or_default() += worth(&position.ticket);
	}
	for (_, withdrawal) in pallet_pools::Withdrawals::<Test>::iter() {
		*sums.entry(withdrawal.who).or_default() += worth(&withdrawal.ticket);
	}
	for (pool, _, ticket) in pallet_pools::Allowed::<Test>::iter() {
		*sums.entry(record(pool).manager).or_default() += worth(&ticket);
	}
	for who in [ALICE, BOB, CHARLIE, DAVE, MANAGER, BUYER] {
		assert_eq!(held(&who), sums.remove(&who).unwrap_or(0), "records are paid for, no more and no less");
	}
}

/// Returns the amount that a ticket holds, which is its encoding.
fn worth(ticket: &impl codec::Encode) -> Balance {
	codec::Decode::decode(&mut &ticket.encode()[..]).expect("a hold's ticket is an amount")
}

/// Returns the native tokens of an account that are held for records.
pub fn held(who: &AccountId) -> Balance {
	Balances::balance_on_hold(&RecordReason::get(), who)
}
