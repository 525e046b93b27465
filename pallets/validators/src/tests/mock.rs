// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, sessions, offences and the validators.

use crate as pallet_validators;
use crate::*;
pub use breakwater_testing::{account as person, reserve, set_reserve, ED, RESERVE_ACCOUNT};
use breakwater_testing::{genesis, Genesis, TestReserve};
use frame_support::{
	parameter_types,
	traits::{fungible::InspectHold, ConstU128, ConstU32, ConstU64},
	weights::constants::ParityDbWeight,
};
use frame_system::EnsureRoot;
use pallet_session::{historical, PeriodicSessions};
use sp_core::crypto::AccountId32;
use sp_runtime::{
	impl_opaque_keys,
	testing::UintAuthorityId,
	traits::{Convert, ConvertInto},
	BuildStorage, Perbill, Permill,
};
use sp_staking::{
	offence::{Kind, Offence, ReportOffence},
	SessionIndex,
};

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId {
		Validators: pallet_validators,
		Session: pallet_session,
		Historical: historical,
		Offences: pallet_offences,
	} with database ParityDbWeight
}

impl_opaque_keys! {
	pub struct Keys {
		pub key: UintAuthorityId,
	}
}

pub const RICH: Balance = 1_000_000;
pub const BOND: Balance = 10_000;
/// The number of sessions in which an offence can be reported.
pub const REMEMBERED: SessionIndex = 200;

parameter_types! {
	pub const TreasuryAccount: AccountId = person(249);
	pub static Numbers: Limits = limits();
}

pub fn limits() -> Limits {
	Limits {
		max_validators: 5,
		open_seats: 2,
		min_bond: BOND,
		fee_share: Permill::one(),
		reserve_share: Permill::zero(),
		session_budget: 1_000,
	}
}

pub struct NoIdentity;
impl Convert<AccountId, Option<()>> for NoIdentity {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = PeriodicSessions<ConstU64<1_000_000>, ConstU64<1_000_000>>;
	type NextSessionRotation = PeriodicSessions<ConstU64<1_000_000>, ConstU64<1_000_000>>;
	type SessionManager = historical::NoteHistoricalRoot<Self, Validators>;
	type SessionHandler = TestHandler;
	type Keys = Keys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ConstU128<0>;
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NoIdentity;
}

impl pallet_offences::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Validators;
}

impl Config for Test {
	type Bonds = Balances;
	type Assets = AllAssets;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Treasury = TreasuryAccount;
	type Income = TestReserve<AllAssets>;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Registration = Session;
	type Reports = Offences;
	type Remembered = ConstU32<REMEMBERED>;
	type Limits = Numbers;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The mock as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn set_keys(who: &AccountId) {
		set_keys(who);
	}
}

/// A handler that takes all sessions.
pub struct TestHandler;
impl pallet_session::SessionHandler<AccountId> for TestHandler {
	const KEY_TYPE_IDS: &'static [sp_runtime::KeyTypeId] = &[sp_runtime::key_types::DUMMY];
	fn on_genesis_session<Ks: sp_runtime::traits::OpaqueKeys>(_: &[(AccountId, Ks)]) {}
	fn on_new_session<Ks: sp_runtime::traits::OpaqueKeys>(
		_: bool,
		_: &[(AccountId, Ks)],
		_: &[(AccountId, Ks)],
	) {
	}
	fn on_disabled(_: u32) {}
}

/// An offence as BABE and GRANDPA report it, with a fraction that the test names.
#[derive(Clone)]
pub struct Equivocation {
	pub session: SessionIndex,
	pub slot: u64,
	pub who: AccountId,
	pub fraction: Perbill,
}

impl Offence<(AccountId, ())> for Equivocation {
	const ID: Kind = *b"test:equivocatio";
	type Slot = u64;
	fn offenders(&self) -> Vec<(AccountId, ())> {
		vec![(self.who.clone(), ())]
	}
	fn session_index(&self) -> SessionIndex {
		self.session
	}
	fn validator_set_count(&self) -> u32 {
		Session::validators().len() as u32
	}
	fn slot(&self) -> u64 {
		self.slot
	}
	fn slash_fraction(&self, _: u32) -> Perbill {
		self.fraction
	}
}

/// Report an equivocation of a validator in this session.
pub fn equivocate(number: u8, slot: u64, percent: u32) {
	equivocate_in(Session::current_index(), number, slot, percent)
}

pub fn equivocate_in(session: SessionIndex, number: u8, slot: u64, percent: u32) {
	let fraction = Perbill::from_percent(percent);
	let offence = Equivocation { session, slot, who: person(number), fraction };
	assert!(Offences::report_offence(vec![], offence).is_ok());
}

/// Give an account session keys of its own.
pub fn set_keys(who: &AccountId) {
	use pallet_session::SessionInterface;
	let bytes: &[u8; 32] = who.as_ref();
	let number = u64::from_le_bytes(bytes[..8].try_into().expect("eight bytes"));
	let keys = Keys { key: UintAuthorityId(number) };
	<Session as SessionInterface>::set_keys(who, keys).expect("no other account has the keys");
}

pub fn signed(number: u8) -> RuntimeOrigin {
	shared::signed(person(number))
}

pub fn free(number: u8) -> Balance {
	balance(AssetId::Native, &person(number))
}

pub fn held(number: u8) -> Balance {
	Balances::balance_on_hold(&HoldReason::Bond.into(), &person(number))
}

pub fn candidate(number: u8) -> Candidate<AccountId> {
	Validators::candidate(&person(number)).expect("the account is a candidate")
}

pub fn pot() -> AccountId {
	Validators::account().expect("the rewards have an account")
}

/// The numbers of the validators of this session.
pub fn validators() -> Vec<u8> {
	Session::validators().iter().map(number_of).collect()
}

pub fn number_of(who: &AccountId) -> u8 {
	<AccountId as AsRef<[u8; 32]>>::as_ref(who)[0]
}

/// Make blocks of this session, so many for each of these authors.
pub fn author(numbers: &[u8], blocks: u32) {
	use pallet_authorship::EventHandler;
	for number in numbers {
		for _ in 0..blocks {
			Validators::note_author(person(*number));
		}
	}
}

/// End sessions in which every validator made as many blocks as it should.
pub fn pass(sessions: u32) {
	for _ in 0..sessions {
		author(&validators(), ENOUGH_BLOCKS);
		Session::rotate_session();
	}
}

/// A chain with so many accounts, of which the first are approved validators.
pub fn chain(accounts: u8, approved: u8) -> sp_io::TestExternalities {
	Numbers::set(limits());
	let people: Vec<_> = (1..=accounts).map(person).collect();
	let all: Vec<_> = people.iter().cloned().chain([RESERVE_ACCOUNT, TreasuryAccount::get()]).collect();
	let mut storage = Genesis::new(person(100)).with_native(&all, RICH).storage::<Test>();
	let candidates = people[..approved as usize].iter().map(|who| (who.clone(), BOND)).collect();
	crate::GenesisConfig::<Test> { candidates }
		.assimilate_storage(&mut storage)
		.expect("the candidates are sound");
	let keys = |number: u8| Keys { key: UintAuthorityId(u64::from_le_bytes([number; 8])) };
	let keys = (1..=approved).map(|number| (person(number), person(number), keys(number))).collect();
	pallet_session::GenesisConfig::<Test> { keys, ..Default::default() }
		.assimilate_storage(&mut storage)
		.expect("the keys are sound");
	let mut ext = genesis::chain::<Test>(storage);
	ext.execute_with(|| (approved + 1..=accounts).for_each(|number| set_keys(&person(number))));
	ext
}

/// An empty chain, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	Numbers::set(Limits { max_validators: MAX_VALIDATORS, open_seats: MAX_VALIDATORS, ..limits() });
	genesis::empty::<Test>()
}
