// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and pools. Its reserve lends, takes repayments and does as a
//! test says.

use crate as pallet_pools;
use crate::{types::*, Limits};
pub use breakwater_primitives::{
	Active, ActiveClock, AssetId, Backing, Backstop, Balance, Class, Draw, Ends, Fraction, IncidentId,
	Income, LossSettlement, Moment, OnIncident, PoolId, ProductId, Recovered, Refund, Sale, Settlement,
	Source, Stream, Underwriting, Wall, DAY,
};
pub use frame_support::{assert_noop, assert_ok};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold, NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{Balanced, Credit, Inspect, Mutate},
		AsEnsureOriginWithArg, ConstU128, ConstU32, Equals, EverythingBut, LinearStoragePrice,
		OnTimestampSet,
	},
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::crypto::AccountId32;
pub use sp_runtime::Permill;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};
pub use Class::{Junior, Senior};

pub type AccountId = AccountId32;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		Clock: breakwater_clock,
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

/// The behaviour and the books of the reserve of the tests.
#[derive(Clone, Debug)]
pub struct Reserve {
	pub share: Permill,
	/// True if it takes neither premiums nor repayments.
	pub refuses: bool,
	/// The most that it gives. `None`: the pool is not admitted.
	pub gives: Option<Balance>,
	/// The most that is held back of the amount it does not give.
	pub holds_back: Balance,
	/// True if it fails.
	pub fails: bool,
	/// The capital that it was given at the last draw.
	pub capital: Balance,
	/// The loan of each pool that is neither repaid nor forgiven.
	pub lent: BTreeMap<PoolId, Balance>,
	/// The sum that the pools paid in as their share, and the sum that they handed over besides.
	pub contributed: Balance,
	pub donated: Balance,
	/// The sum of all repayments.
	pub repaid: Balance,
	/// The sum of all that was written off.
	pub written_off: Balance,
	/// The debt for the loss of a pool in an incident.
	pub owes: BTreeMap<(IncidentId, PoolId), Balance>,
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
			lent: BTreeMap::new(),
			contributed: 0,
			donated: 0,
			repaid: 0,
			written_off: 0,
			owes: BTreeMap::new(),
		}
	}
}

pub fn set_reserve(change: impl FnOnce(&mut Reserve)) {
	RESERVE.with(|reserve| change(&mut reserve.borrow_mut()));
}

pub fn reserve() -> Reserve {
	RESERVE.with(|reserve| reserve.borrow().clone())
}

/// Returns the loan of a pool that the reserve has not got back.
pub fn lent(pool: PoolId) -> Balance {
	reserve().lent.get(&pool).copied().unwrap_or(0)
}

pub fn set_limits(change: impl FnOnce(&mut Limits)) {
	LIMITS.with(|limits| change(&mut limits.borrow_mut()));
}

pub fn limits() -> Limits {
	LIMITS.with(|limits| *limits.borrow())
}

pub struct MockBackstop;

type Money = Credit<AccountId, AllAssets>;

impl Income<Money> for MockBackstop {
	fn premium_share() -> Permill {
		reserve().share
	}

	fn receive(_: AssetId, source: Source, credit: Money) -> Result<(), Money> {
		if reserve().refuses {
			return Err(credit);
		}
		let amount = credit.peek();
		AllAssets::resolve(&RESERVE_ACCOUNT, credit)?;
		set_reserve(|reserve| match source {
			Source::Premium(_) => reserve.contributed += amount,
			Source::Other => reserve.donated += amount,
		});
		Ok(())
	}
}

impl Backstop<Money> for MockBackstop {
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Money>>, DispatchError> {
		set_reserve(|reserve| reserve.capital = capital);
		if reserve().fails {
			return Err(DispatchError::Other("reserve fails"));
		}
		let Some(gives) = reserve().gives else { return Ok(None) };
		let amount = gives.min(wanted);
		set_reserve(|reserve| *reserve.lent.entry(pool).or_default() += amount);
		// The money of the tests' reserve comes from nowhere.
		let credit = AllAssets::issue(asset, amount);
		let held_back = (wanted - amount).min(reserve().holds_back);
		if held_back > 0 {
			set_reserve(|reserve| {
				let _ = reserve.owes.insert((incident, pool), held_back);
			});
		}
		Ok(Some(Draw { credit, held_back }))
	}

	fn relieved(incident: IncidentId, pool: PoolId, _: AssetId, amount: Balance) {
		set_reserve(|reserve| {
			let owes = reserve.owes.remove(&(incident, pool)).unwrap_or(0);
			if owes > amount {
				reserve.owes.insert((incident, pool), owes - amount);
			}
		});
	}

	fn repay(pool: PoolId, _: AssetId, credit: Money) -> Result<(), Money> {
		if reserve().refuses {
			return Err(credit);
		}
		let amount = credit.peek();
		AllAssets::resolve(&LENDER_ACCOUNT, credit)?;
		set_reserve(|reserve| {
			let lent = reserve.lent.get_mut(&pool).expect("only what was lent is repaid");
			*lent = lent.checked_sub(amount).expect("no more than was lent is repaid");
			reserve.repaid += amount;
		});
		Ok(())
	}

	fn written_off(pool: PoolId, _: AssetId, amount: Balance) {
		set_reserve(|reserve| {
			let lent = reserve.lent.get_mut(&pool).expect("only what was lent is written off");
			*lent = lent.checked_sub(amount).expect("no more than was lent is written off");
			reserve.written_off += amount;
		});
	}
}

parameter_types! {
	pub Treasury: AccountId = TREASURY;
	pub Keyed: AssetId = KEYED;
	pub GovernedLimits: Limits = limits();
	pub DepositReason: RuntimeHoldReason = RuntimeHoldReason::Pools(pallet_pools::HoldReason::PoolDeposit);
	pub RecordReason: RuntimeHoldReason = RuntimeHoldReason::Pools(pallet_pools::HoldReason::Record);
}

/// The deposit for a pool in native tokens, besides [`DEPOSIT_BYTE`] for each byte of its record.
pub const DEPOSIT_BASE: Balance = 50_000;
pub const DEPOSIT_BYTE: Balance = 10;
/// The deposit for a position, a request or an entry of a list in native tokens, besides
/// [`RECORD_BYTE`] for each byte.
pub const RECORD_BASE: Balance = 2_000;
pub const RECORD_BYTE: Balance = 1;

parameter_types! {
	/// So long that a test's time is active time, unless the test says otherwise.
	pub storage MaxGap: Moment = 366 * DAY;
}

impl breakwater_clock::Config for Test {
	type MaxGap = MaxGap;
	type WeightInfo = ();
}

impl pallet_pools::Config for Test {
	type Assets = AllAssets;
	type Clock = Clock;
	type Backstop = MockBackstop;
	type Income = MockBackstop;
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
		breakwater_clock::Times::<Test>::mutate(|times| (times.now, times.active) = (now, active));
	}

	fn backstop(_: PoolId, _: AssetId, wanted: Balance) {
		set_reserve(|reserve| {
			reserve.gives = Some(wanted / 4);
			reserve.holds_back = wanted / 4;
		});
	}
}

/// A chain without state, for the benchmarks.
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
pub const DAVE: AccountId = AccountId::new([6; 32]);
/// An account without any balance.
pub const STRANGER: AccountId = AccountId::new([9; 32]);
pub const TREASURY: AccountId = AccountId::new([10; 32]);
/// The account of the reserve for premiums.
pub const RESERVE_ACCOUNT: AccountId = AccountId::new([11; 32]);
/// The account for settled losses.
pub const ESCROW: AccountId = AccountId::new([12; 32]);
/// The account of the reserve for repayments.
pub const LENDER_ACCOUNT: AccountId = AccountId::new([13; 32]);

pub const USD: AssetId = NativeOrWithId::WithId(1);
/// An asset that is not sufficient: an account needs native tokens to hold it.
pub const FRAGILE: AssetId = NativeOrWithId::WithId(2);
/// A sufficient asset with a minimum balance of ten.
pub const COARSE: AssetId = NativeOrWithId::WithId(4);
/// An asset like the dollar, but with a key of its team.
pub const KEYED: AssetId = NativeOrWithId::WithId(5);
/// An asset that exists, but is not listed.
pub const UNLISTED: AssetId = NativeOrWithId::WithId(3);
pub const NATIVE: AssetId = NativeOrWithId::Native;

/// A dollar.
pub const D: Balance = 1_000_000;
/// The shares that a unit buys in a new class.
pub const V: Balance = 1_000_000;
pub const START: Moment = 1_700_000_000_000;
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
		LIMITS.with(|limits| *limits.borrow_mut() = self.limits);
		RESERVE.with(|reserve| *reserve.borrow_mut() = Reserve::default());
		let listed = [NATIVE, USD, FRAGILE].map(|asset| (asset, MIN_DEPOSIT, MIN_WITHDRAWAL)).to_vec();
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
					(5, MANAGER, true, 1),
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
			Clock::on_timestamp_set(START);
			for (id, (asset, options)) in (0u32..).zip(self.pools) {
				assert_ok!(Pools::create_pool(signed(MANAGER), asset.clone(), options));
				for (product, group) in [(1, 1), (2, 1), (3, 2)] {
					if !pallet_pools::Products::<Test>::contains_key(product) {
						assert_ok!(<Pools as Underwriting<_>>::register_product(
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
		LIMITS.with(|limits| *limits.borrow_mut() = builder().limits);
		RESERVE.with(|reserve| *reserve.borrow_mut() = Reserve::default());
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
	Pools::do_try_state().expect("the invariants hold");
	#[cfg(feature = "try-runtime")]
	{
		use frame_support::traits::{TryState, TryStateSelect};
		<AllPalletsWithSystem as TryState<u64>>::try_state(System::block_number(), TryStateSelect::All)
			.expect("the invariants of all pallets hold");
	}
	for (id, pool) in pallet_pools::Pools::<Test>::iter() {
		assert_eq!(pool.loan(), Some(lent(id)), "what a pool owes is what the reserve has lent to it");
		for short in pallet_pools::ShortSettlements::<Test>::get(id) {
			let owes = reserve().owes.get(&(short.incident, id)).copied().unwrap_or(0);
			assert_eq!(short.settlement.owed_by_reserve, owes, "what the reserve owes");
		}
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

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn weigh(pool: PoolId, product: ProductId, percent: u32) {
	assert_ok!(Pools::set_weight(signed(MANAGER), pool, product, Permill::from_percent(percent)));
}

/// Lets time pass in one block.
pub fn pass(millis: Moment) {
	let now = now().checked_add(millis).expect("time goes on");
	Clock::on_timestamp_set(now);
}

pub fn now() -> Moment {
	Clock::now()
}

pub fn active() -> Moment {
	Clock::active()
}

/// Deposits into the junior class.
pub fn deposit(who: AccountId, pool: PoolId, amount: Balance) {
	deposit_to(who, pool, Junior, amount);
}

pub fn deposit_to(who: AccountId, pool: PoolId, class: Class, amount: Balance) {
	assert_ok!(Pools::deposit(signed(who), pool, class, amount, 0));
}

/// Asks to leave with a part of the free shares of a junior position.
pub fn leave(who: AccountId, pool: PoolId, percent: u32) {
	leave_from(who, pool, Junior, percent);
}

pub fn leave_from(who: AccountId, pool: PoolId, class: Class, percent: u32) {
	let shares = Permill::from_percent(percent).mul_floor(shares_in(&who, pool, class));
	assert_ok!(Pools::request_withdrawal(signed(who), pool, class, shares, 0));
}

pub fn serve(pool: PoolId) {
	assert_ok!(Pools::process_withdrawals(signed(CHARLIE), pool, 10));
}

pub fn accrue(pool: PoolId) {
	assert_ok!(Pools::accrue(signed(CHARLIE), pool, 400));
}

/// Returns the junior shares of an account outside the queue.
pub fn shares_of(who: &AccountId, pool: PoolId) -> Balance {
	shares_in(who, pool, Junior)
}

pub fn shares_in(who: &AccountId, pool: PoolId, class: Class) -> Balance {
	pallet_pools::Positions::<Test>::get((pool, class, who)).map_or(0, |position| position.shares)
}

pub fn position_in(who: &AccountId, pool: PoolId, class: Class) -> Position<AccountId, Ticket> {
	pallet_pools::Positions::<Test>::get((pool, class, who)).expect("a position")
}

pub type Ticket = <Test as pallet_pools::Config>::RecordDeposit;

/// Returns the worth of an account's shares of a class, in and outside the queue.
pub fn worth_in(who: &AccountId, pool: PoolId, class: Class) -> Balance {
	let state = Pools::position(pool, who).expect("the pool exists");
	let holding = match class {
		Junior => state.junior,
		Senior => state.senior,
	};
	holding.value + holding.queued_value
}

/// Returns the worth of an account's junior shares.
pub fn worth_of(who: &AccountId, pool: PoolId) -> Balance {
	worth_in(who, pool, Junior)
}

pub fn withdrawal_at(pool: PoolId, class: Class, index: u32) -> Option<Withdrawal<AccountId, Ticket>> {
	pallet_pools::Withdrawals::<Test>::get((pool, class, index))
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

/// Returns the sum of both classes' assets.
pub fn assets(pool: PoolId) -> Balance {
	record(pool).assets().expect("a sum")
}

/// Returns the junior class's queue.
pub fn queue(pool: PoolId) -> Queue {
	record(pool).junior.queue
}

pub fn line(pool: PoolId, product: ProductId) -> Line {
	let lines = pallet_pools::PoolLines::<Test>::get(pool);
	*lines.iter().find(|line| line.product == product).expect("the pool underwrites it")
}

pub fn account(pool: PoolId) -> AccountId {
	Pools::account_of(pool).expect("decodable")
}

/// Returns the pallet's events since they were reset.
pub fn events() -> Vec<crate::Event<Test>> {
	let pools = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Pools(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(pools).collect()
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

impl Policy {
	/// The policy as the pool knows it.
	pub fn backing(&self) -> Backing {
		let Self { pool, product, cover, expires, stream } = *self;
		Backing { pool, product, cover, expires: Active(expires), stream }
	}
}

/// Returns the ends of cover and premium.
pub fn ends(expires: Moment, until: Moment) -> Ends {
	Ends { expires: Active(expires), until: Wall(until) }
}

/// Sells cover for `days` of period and 14 days of grace.
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
	Pools::open_cover(pool, product, cover, credit, ends(expires, until))
		.map(|stream| Policy { pool, product, cover, expires, stream })
		.map_err(|(error, credit)| {
			assert_eq!(credit.peek(), premium, "the premium comes back");
			error
		})
}

pub fn sell(pool: PoolId, product: ProductId, cover: Balance, premium: Balance, days: Moment) -> Policy {
	try_sell(pool, product, cover, premium, days).expect("sold")
}

/// Sells cover that ends with today. Its premium streams on for `days`.
pub fn sell_premium_only(pool: PoolId, premium: Balance, days: Moment) -> Policy {
	let credit = AllAssets::issue(record(pool).asset, premium);
	let (cover, expires) = (1, active() + 1);
	let stream = Pools::open_cover(pool, 1, cover, credit, ends(expires, now() + days * DAY));
	Policy { pool, product: 1, cover, expires, stream: stream.map_err(|(error, _)| error).expect("sold") }
}

/// Uses cover up by a claim.
pub fn claim(policy: &mut Policy, used: Balance) -> Result<(), DispatchError> {
	policy.stream = Pools::use_cover(&policy.backing(), used)?;
	policy.cover -= used;
	Ok(())
}

/// Gives cover back for the holder. The part of the premium that comes back goes to the buyer.
pub fn reduce(policy: &mut Policy, by: Balance) -> Result<Balance, DispatchError> {
	reduce_for(policy, by, Refund::WHOLE)
}

/// Gives cover back like `reduce`, with the terms of `refund`.
pub fn reduce_for(policy: &mut Policy, by: Balance, refund: Refund) -> Result<Balance, DispatchError> {
	let (stream, credit) = Pools::reduce_cover(&policy.backing(), by, refund)?;
	policy.stream = stream;
	policy.cover -= by;
	let back = credit.peek();
	if back > 0 {
		AllAssets::resolve(&BUYER, credit).expect("the buyer takes it");
	}
	Ok(back)
}

/// Lets a policy go on for `days` more, for a premium.
pub fn prolong(policy: &mut Policy, premium: Balance, until: Moment, days: Moment) -> DispatchResult {
	let (credit, new) = (AllAssets::issue(record(policy.pool).asset, premium), policy.expires + days * DAY);
	let extended = Pools::extend_cover(&policy.backing(), credit, ends(new, until), Sale::New);
	policy.stream = extended.map_err(|(error, _)| error)?;
	policy.expires = new;
	Ok(())
}

pub fn open(incident: IncidentId, product: ProductId) {
	Pools::opened(incident, product);
}

pub fn reject(incident: IncidentId, product: ProductId) {
	Pools::rejected(incident, product);
}

/// Sets the sum of the claims of an incident on a pool.
pub fn tally(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult {
	<Pools as LossSettlement<_>>::tallied(incident, pool, loss)
}

/// Tallies, if that is not done, and settles. The money goes to the escrow.
pub fn settle(incident: IncidentId, pool: PoolId, loss: Balance) -> Result<Settlement, DispatchError> {
	settle_before(incident, pool, loss, IncidentId::MAX)
}

/// Settles like `settle`, for an incident that was upheld before `horizon` was opened.
pub fn settle_before(
	incident: IncidentId,
	pool: PoolId,
	loss: Balance,
	horizon: IncidentId,
) -> Result<Settlement, DispatchError> {
	if !crate::Pins::<Test>::get(incident, pool).is_some_and(|pin| pin.stage == PinStage::Tallied) {
		tally(incident, pool, loss)?;
	}
	let (settlement, credit) = <Pools as LossSettlement<_>>::settle(incident, pool, horizon)?;
	assert_eq!(Some(credit.peek()), settlement.funded());
	assert_eq!(sum(&settlement), loss, "a loss is accounted for to the unit");
	to_escrow(credit);
	Ok(settlement)
}

/// Returns the sum of all parts of a loss.
pub fn sum(settlement: &Settlement) -> Balance {
	settlement.from_pool + settlement.from_reserve + settlement.owed_by_reserve + settlement.owed_by_pool
}

fn to_escrow(credit: Credit<AccountId, AllAssets>) {
	if credit.peek() > 0 {
		AllAssets::resolve(&ESCROW, credit).expect("the escrow takes it");
	}
}

/// Raises a short settlement. The additional money goes to the escrow.
pub fn raise(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Balance), DispatchError> {
	let old = short(incident, pool);
	let (settlement, credit) = <Pools as LossSettlement<_>>::raise(incident, pool)?;
	let more = credit.peek();
	let before = old.expect("it is short").settlement;
	assert_eq!(before.funded().map(|funded| funded + more), settlement.funded());
	assert_eq!((sum(&settlement), settlement.loss), (before.loss, before.loss), "accounted for to the unit");
	to_escrow(credit);
	Ok((settlement, more))
}

/// Returns the record of a short settlement.
pub fn short(incident: IncidentId, pool: PoolId) -> Option<Short> {
	let shorts = pallet_pools::ShortSettlements::<Test>::get(pool);
	shorts.into_iter().find(|short| short.incident == incident)
}

pub fn reserve_pin(incident: IncidentId, pool: PoolId) -> bool {
	<Pools as LossSettlement<_>>::reserve_pin(incident, pool)
}

/// Charges a claim on a reserved pin. The money goes to the escrow.
pub fn charge(incident: IncidentId, pool: PoolId, amount: Balance) -> DispatchResult {
	let (settlement, credit) = <Pools as LossSettlement<_>>::charge(incident, pool, amount)?;
	let expected = Settlement { loss: amount, from_pool: amount, is_final: true, ..Default::default() };
	assert_eq!((settlement, credit.peek()), (expected, amount), "in full");
	to_escrow(credit);
	Ok(())
}

pub fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult {
	<Pools as LossSettlement<_>>::finish(incident, pool)
}

pub fn close(incident: IncidentId, pool: PoolId) -> DispatchResult {
	<Pools as LossSettlement<_>>::close(incident, pool)
}

/// Pays new dollars to those whose capital is frozen. The amount that is not taken is lost.
pub fn compensate(pool: PoolId, amount: Balance) -> Result<(), Balance> {
	let credit = AllAssets::issue(USD, amount);
	<Pools as LossSettlement<_>>::compensate(pool, credit).map_err(|credit| credit.peek())
}

/// Hands over new dollars as recovered money. Returns the amount for the claims and the amount that
/// comes back. The claims' part goes to the escrow, the rest is lost.
pub fn recover(
	incident: IncidentId,
	pool: PoolId,
	amount: Balance,
) -> Result<(Settlement, Balance, Balance), DispatchError> {
	let credit = AllAssets::issue(USD, amount);
	match <Pools as LossSettlement<_>>::recover(incident, pool, credit) {
		Ok(Recovered { settlement, for_claims, back }) => {
			let (claims, rest) = (for_claims.peek(), back.peek());
			assert_eq!(sum(&settlement), settlement.loss, "accounted for to the unit");
			to_escrow(for_claims);
			Ok((settlement, claims, rest))
		}
		Err((error, credit)) => {
			assert_eq!(credit.peek(), amount, "the money comes back");
			Err(error)
		}
	}
}

/// Runs a whole incident on the policy's product: `loss` is claimed on the policy and charged to
/// its pool.
pub fn strike(incident: IncidentId, policy: &mut Policy, loss: Balance) -> Settlement {
	open(incident, policy.product);
	claim(policy, loss).expect("using cover is never refused");
	settle(incident, policy.pool, loss).expect("settled")
}
