// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances and the feeds. The operators' values are in the mock's own storage.

use crate as pallet_feeds;
use crate::*;
use frame_support::{
	derive_impl,
	dispatch::{DispatchResultWithPostInfo, Pays},
	parameter_types, storage_alias,
	traits::{
		fungible::{InspectHold, NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{Balanced, Inspect},
		AsEnsureOriginWithArg, ConstU128, ConstU32, Hooks,
	},
	weights::Weight,
	Blake2_128Concat, Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::crypto::AccountId32;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchResult, Permill};

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
	#[runtime::pallet_index(51)]
	pub type Feeds = pallet_feeds;
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
	type RuntimeHoldReason = RuntimeHoldReason;
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
		RawValues::insert(operator, feed, (value, Now::get()));
		Ok(())
	}
	fn put_weight() -> Weight {
		Weight::from_parts(2_000_000, 0)
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
impl OnData for Reader {
	fn on_data(feed: FeedId) -> Weight {
		Reads::mutate(|reads| reads.push((feed, Feeds::price(feed, 0).map(|price| price.value))));
		ReadUses::get().unwrap_or_else(Self::on_data_weight)
	}
	fn on_data_weight() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}

pub struct Clocks;
impl ActiveClock for Clocks {
	fn now() -> Moment {
		Now::get()
	}
	fn resumed_at() -> Moment {
		ResumedAt::get()
	}
	fn active() -> Moment {
		Active::get()
	}
}

/// A reserve that can refuse.
pub struct TestReserve;
impl Income<CreditOf<Test>> for TestReserve {
	fn premium_share() -> Permill {
		Permill::zero()
	}
	fn receive(asset: AssetId, _: Source, credit: CreditOf<Test>) -> Result<(), CreditOf<Test>> {
		if Refuses::get() || credit.asset() != asset {
			return Err(credit);
		}
		AllAssets::resolve(&reserve(), credit)
	}
}

pub const ED: Balance = 10;
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
	pub static Now: Moment = START;
	pub static ResumedAt: Moment = 0;
	pub static Active: Moment = YOUNG;
	pub static Watched: Vec<FeedId> = vec![FEED, OTHER];
	pub static Listed: Vec<FeedId> = vec![FEED, OTHER];
	/// The weight that reading a feed uses. `None` stands for the most.
	pub static ReadUses: Option<Weight> = None;
	pub static Reads: Vec<(FeedId, Option<u128>)> = vec![];
	pub static Refuses: bool = false;
	pub static Numbers: Limits = limits();
}

pub fn limits() -> Limits {
	Limits { bond: BOND, notice: NOTICE, band: Permill::from_percent(1), heartbeat: BEAT, min_operators: 3 }
}

impl Config for Test {
	type Currency = Balances;
	type Assets = AllAssets;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Income = TestReserve;
	type Clock = Clocks;
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
	fn watch_feeds() -> Vec<FeedId> {
		let feeds: Vec<FeedId> = (1..=MAX_FEEDS).collect();
		Watched::set(feeds.clone());
		feeds.iter().for_each(|feed| Feeds::bind(*feed));
		feeds
	}
	fn give_value(operator: &AccountId, feed: FeedId, value: u128) {
		RawValues::insert(operator, feed, (value, Now::get()));
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
	frame_system::GenesisConfig::<Test>::default().build_storage().expect("genesis builds").into()
}

fn reset() {
	Now::set(START);
	ResumedAt::set(0);
	Active::set(YOUNG);
	Watched::set(vec![FEED, OTHER]);
	Listed::set(vec![FEED, OTHER]);
	ReadUses::set(None);
	Reads::set(vec![]);
	Refuses::set(false);
	Numbers::set(limits());
}

/// An account with money.
pub fn person(number: u8) -> AccountId {
	AccountId32::new([number; 32])
}

/// The reserve's account.
pub fn reserve() -> AccountId {
	AccountId32::new([250; 32])
}

pub fn pot_account() -> AccountId {
	Feeds::account().expect("the pot has an account")
}

pub fn signed(number: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(person(number))
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// The balance that an account can spend.
pub fn free(who: &AccountId) -> Balance {
	AllAssets::balance(AssetId::Native, who)
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

pub fn pot() -> Pot {
	RewardPot::<Test>::get()
}

/// Both clocks go on.
pub fn pass(millis: Moment) {
	Now::mutate(|now| *now += millis);
	Active::mutate(|now| *now += millis);
}

/// A value for a feed in a call.
pub fn value(feed: FeedId, value: u128) -> FeedValue {
	FeedValue { feed, value }
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
/// value is there before it is judged.
pub fn feed(number: u8, feed: FeedId, value: u128) {
	let who = person(number);
	RawValues::insert(&who, feed, (value, Now::get()));
	Feeds::on_value(&who, feed, value);
}

/// An idle block with room for `readings`.
pub fn idle(readings: u64) -> Weight {
	let each = <() as WeightInfo>::read_again() + Reader::on_data_weight();
	Feeds::on_idle(1, <() as WeightInfo>::idle() + each * readings)
}

pub fn rules() -> FeedRules {
	FeedRules { heartbeat: BEAT, min_operators: 3, max_price: None, pace: PACE, reward: REWARD }
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("an event").event
}

/// All events of the pallet.
pub fn events() -> Vec<Event<Test>> {
	let own = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Feeds(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(own).collect()
}

#[derive(Default)]
pub struct ExtBuilder {
	operators: u8,
	pot: Balance,
	is_rewarded: bool,
}

impl ExtBuilder {
	/// Persons 1 to `count` are operators with the bond.
	pub fn with_operators(mut self, count: u8) -> Self {
		self.operators = count;
		self
	}

	/// The pot has this much; [`FEED`] has rules with a reward.
	pub fn with_rewards(mut self, pot: Balance) -> Self {
		self.pot = pot;
		self.is_rewarded = true;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		reset();
		let mut balances: Vec<_> = (1..=40).map(|number| (person(number), RICH)).collect();
		balances.push((reserve(), ED));
		if self.pot > 0 {
			let account: AccountId = derived_account(b"feeds", ()).expect("32 bytes are an account");
			balances.push((account, self.pot));
		}
		let operators = (1..=self.operators).map(|number| (person(number), BOND)).collect();
		let storage = RuntimeGenesisConfig {
			system: Default::default(),
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			assets: Default::default(),
			feeds: pallet_feeds::GenesisConfig { operators, pot: self.pot },
		}
		.build_storage()
		.expect("genesis builds");
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for feed in [FEED, OTHER] {
				Rules::<Test>::insert(feed, limits().default_rules());
			}
			if self.is_rewarded {
				Rules::<Test>::insert(FEED, rules());
			}
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let issuance = Balances::total_issuance();
			test();
			Feeds::do_try_state().expect("the invariants hold");
			assert_eq!(Balances::total_issuance(), issuance, "money only moves");
		});
	}
}
