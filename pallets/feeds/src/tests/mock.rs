// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances and the feeds. The operators' values are in the mock's own storage.

use crate as pallet_feeds;
use crate::*;
pub use breakwater_testing::{account as person, reserve, set_reserve, TestClock, ED, RESERVE_ACCOUNT};
use breakwater_testing::{genesis, Genesis, TestReserve};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, Pays},
	parameter_types, storage_alias,
	traits::{fungible::InspectHold, ConstU32, Hooks},
	weights::{constants::ParityDbWeight, Weight},
	Blake2_128Concat, Twox64Concat,
};
use frame_system::EnsureRoot;
use sp_core::crypto::AccountId32;
use sp_runtime::{BuildStorage, DispatchResult, Permill};

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Feeds: pallet_feeds } with database ParityDbWeight
}

/// The oracle's values.
#[storage_alias]
pub type RawValues =
	StorageDoubleMap<Mock, Blake2_128Concat, AccountId, Twox64Concat, FeedId, (u128, Moment)>;

pub struct Values;
impl RawFeed<AccountId> for Values {
	fn value(operator: &AccountId, feed: FeedId) -> Option<(u128, Moment)> {
		RawValues::get(operator, feed)
	}
	fn clear(operator: &AccountId, feed: FeedId) -> bool {
		RawValues::take(operator, feed).is_some()
	}
	fn put(operator: &AccountId, feed: FeedId, value: u128) -> DispatchResult {
		RawValues::insert(operator, feed, (value, TestClock::now()));
		Ok(())
	}
	fn put_weight(operators: u32) -> Weight {
		Weight::from_parts(2_000_000, 0) * u64::from(operators)
	}
	fn watched() -> Vec<FeedId> {
		Watched::get()
	}
	fn is_listed(feed: FeedId) -> bool {
		Listed::get().contains(&feed)
	}
}

/// A listener that notes the feeds read, and the price at that moment.
pub struct Reader;
impl Reader {
	fn read(feed: FeedId) {
		Reads::mutate(|reads| reads.push((feed, Feeds::price(feed, 0).map(|price| price.value))));
	}
}
impl OnData for Reader {
	fn on_data(feed: FeedId) -> Weight {
		Self::read(feed);
		ReadUses::get().unwrap_or_else(Self::on_data_weight)
	}
	fn on_data_weight() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn on_cleared(feed: FeedId) -> Weight {
		Self::read(feed);
		ReadUses::get().unwrap_or_else(Self::on_cleared_weight)
	}
	fn on_cleared_weight() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}
}

pub const RICH: Balance = 1_000_000;
pub const BOND: Balance = 10_000;
pub const NOTICE: Moment = 28 * DAY;
pub const START: Moment = 1_000 * DAY;
/// Active time at the start: the chain has stood still before.
pub const YOUNG: Moment = 300 * DAY;
pub const BEAT: Moment = 1_200_000;
pub const PACE: Moment = 600_000;
pub const REWARD: Balance = 100;
/// A listed and watched feed. In the tests of rewards it has rules with a reward, otherwise the
/// rules of all.
pub const FEED: FeedId = 1;
/// A listed and watched feed with the rules of all.
pub const OTHER: FeedId = 2;
/// A feed without a listed product and without a watch.
pub const UNWATCHED: FeedId = 9;
pub const MAX_FEEDS: u32 = 4;

parameter_types! {
	pub static Watched: Vec<FeedId> = vec![FEED, OTHER];
	pub static Listed: Vec<FeedId> = vec![FEED, OTHER];
	/// The weight that reading a feed uses. `None` stands for the most.
	pub static ReadUses: Option<Weight> = None;
	pub static Reads: Vec<(FeedId, Option<u128>)> = vec![];
	pub static Numbers: Limits = limits();
}

pub fn limits() -> Limits {
	Limits {
		bond: BOND,
		notice: NOTICE,
		tolerance: Permill::from_percent(1),
		heartbeat: BEAT,
		min_operators: 3,
	}
}

impl Config for Test {
	type Currency = Balances;
	type Assets = AllAssets;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Income = TestReserve<AllAssets>;
	type Clock = TestClock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Raw = Values;
	type OnData = Reader;
	type Limits = Numbers;
	type MaxFeeds = ConstU32<MAX_FEEDS>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The mock as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn watch_feeds(count: u32) -> Vec<FeedId> {
		let feeds: Vec<FeedId> = (1..=count).collect();
		Watched::set(feeds.clone());
		feeds.iter().for_each(|feed| Feeds::bind(*feed));
		feeds
	}
	fn give_value(operator: &AccountId, feed: FeedId, value: u128) {
		RawValues::insert(operator, feed, (value, TestClock::now()));
	}
	fn pass_time(millis: Moment) {
		pass(millis);
	}
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	reset();
	Listed::set(vec![]);
	Watched::set(vec![]);
	let mut ext = genesis::empty::<Test>();
	ext.execute_with(|| TestClock::set(START, YOUNG));
	ext
}

fn reset() {
	Watched::set(vec![FEED, OTHER]);
	Listed::set(vec![FEED, OTHER]);
	ReadUses::set(None);
	Reads::set(vec![]);
	Numbers::set(limits());
}

pub fn reward_pool_account() -> AccountId {
	Feeds::account().expect("the reward pool has an account")
}

pub fn signed(number: u8) -> RuntimeOrigin {
	shared::signed(person(number))
}

/// The balance that an account can spend.
pub fn free(who: &AccountId) -> Balance {
	balance(AssetId::Native, who)
}

pub fn held(who: &AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Bond.into(), who)
}

pub fn operator(number: u8) -> Option<Operator> {
	Operators::<Test>::get(person(number))
}

pub fn stage(number: u8) -> Option<OperatorStage> {
	operator(number).map(|operator| operator.stage)
}

pub fn members() -> Vec<AccountId> {
	Members::<Test>::get().into_iter().map(|member| member.who).collect()
}

pub fn earned(number: u8) -> Balance {
	Earned::<Test>::get(person(number))
}

pub fn reward_pool() -> RewardBook {
	RewardPool::<Test>::get()
}

/// Both clocks go on.
pub fn pass(millis: Moment) {
	TestClock::pass(millis);
}

/// A value for a feed in a call.
pub fn value(feed: FeedId, value: u128) -> FeedValue {
	FeedValue { feed, value }
}

/// The result of a call without its cost.
pub fn done(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|refused| refused.error)
}

/// A person's call of `feed`.
pub fn call(number: u8, values: &[FeedValue]) -> DispatchResultWithPostInfo {
	Feeds::feed(signed(number), values.to_vec().try_into().expect("they fit"))
}

/// A person's call of `feed` with one value. True if it was free of charge.
pub fn is_free(number: u8, feed: FeedId, price: u128) -> bool {
	call(number, &[value(feed, price)]).expect("it is fed").pays_fee == Pays::No
}

/// Feed without the call's checks, so that several values of a feed can come in one block. The
/// value is there before it is rewarded.
pub fn feed(number: u8, feed: FeedId, value: u128) {
	let who = person(number);
	RawValues::insert(&who, feed, (value, TestClock::now()));
	Feeds::on_value(&who, feed, value);
}

/// An idle block with room for `readings`.
pub fn idle(readings: u64) -> Weight {
	let each = <() as WeightInfo>::read_again() + Reader::on_cleared_weight();
	Feeds::on_idle(1, <() as WeightInfo>::idle() + each * readings)
}

pub fn rules() -> FeedRules {
	FeedRules { heartbeat: BEAT, min_operators: 3, max_price: None, reward_interval: PACE, reward: REWARD }
}

#[derive(Default)]
pub struct ExtBuilder {
	operators: u8,
	reward_pool: Balance,
	is_rewarded: bool,
}

impl ExtBuilder {
	/// Persons 1 to `count` are operators with the bond.
	pub fn with_operators(mut self, count: u8) -> Self {
		self.operators = count;
		self
	}

	/// The reward pool has this much; [`FEED`] has rules with a reward.
	pub fn with_rewards(mut self, reward_pool: Balance) -> Self {
		self.reward_pool = reward_pool;
		self.is_rewarded = true;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		reset();
		let people: Vec<_> = (1..=40).map(person).collect();
		let mut genesis = Genesis::new(person(1))
			.with_clocks(START, YOUNG)
			.with_native(&people, RICH)
			.with_native(&[RESERVE_ACCOUNT], ED);
		if self.reward_pool > 0 {
			let account: AccountId = derived_account(b"feeds", ()).expect("32 bytes are an account");
			genesis = genesis.with_native(&[account], self.reward_pool);
		}
		let operators = (1..=self.operators).map(|number| (person(number), BOND)).collect();
		let mut storage = genesis.storage::<Test>();
		pallet_feeds::GenesisConfig::<Test> { operators, reward_pool: self.reward_pool }
			.assimilate_storage(&mut storage)
			.expect("genesis builds");
		let mut ext = genesis::chain::<Test>(storage);
		ext.execute_with(|| {
			for feed in [FEED, OTHER] {
				Rules::<Test>::insert(feed, limits().default_rules());
			}
			if self.is_rewarded {
				Rules::<Test>::insert(FEED, rules());
			}
		});
		ext
	}

	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		run(self.build(), || {
			let issuance = Balances::total_issuance();
			let result = test();
			assert_eq!(Balances::total_issuance(), issuance, "money only moves");
			result
		})
	}
}
