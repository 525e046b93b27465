// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the court, and models of the other pallets. The models keep
//! their books in storage, so that they are rolled back with everything else.

use crate as pallet_court;
pub use crate::*;
use breakwater_testing::{genesis, Genesis};
pub use breakwater_testing::{TestClock, ED, NATIVE, USD};
use codec::{Decode, Encode};
use frame_support::traits::fungibles::Balanced;
pub use frame_support::{
	assert_noop, assert_ok, parameter_types,
	traits::{fungible::InspectHold, Get, Hooks},
	weights::Weight,
};
use frame_system::EnsureRoot;
pub use sp_core::{crypto::AccountId32, H256};
pub use sp_runtime::{BuildStorage, DispatchError, Permill};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Court: pallet_court }
}

/// The account of a number of up to 16 bits.
pub fn person(number: u16) -> AccountId {
	let mut bytes = [7; 32];
	bytes[..2].copy_from_slice(&number.to_be_bytes());
	AccountId32::new(bytes)
}

/// The account of the model of the reserve.
pub const RESERVE: AccountId = AccountId32::new([250; 32]);
/// An account that pays for appeals.
pub const PAYER: AccountId = AccountId32::new([251; 32]);
/// Another one.
pub const OTHER: AccountId = AccountId32::new([252; 32]);
pub const RICH: Balance = 1_000_000_000;
/// The least stake of an assessor.
pub const LEAST: Balance = 1_000;
/// The stake of a seat.
pub const SEAT: Balance = 100;
/// The fee of a seat.
pub const FEE: Balance = 7;
/// The bond of a first appeal.
pub const BOND: Balance = 6_400;
/// The length of an epoch.
pub const EPOCH: Moment = HOUR;
/// The time of a vote of token holders.
pub const VOTE: Moment = 21 * DAY;

/// The numbers of the tests.
pub fn limits() -> Limits {
	Limits {
		least_stake: LEAST,
		least_total: 31 * SEAT,
		seat_stake: SEAT,
		seat_fee: FEE,
		seat_cap: Permill::from_percent(10),
		commit_period: 2 * DAY,
		reveal_period: 2 * DAY,
		appeal_period: 2 * DAY,
		response_period: DAY,
		appeal_bond: BOND,
		finality: 10,
		unclaimed_after: 365 * DAY,
	}
}

/// A vote on a last appeal, or a case of the voters.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Asked {
	pub of: u32,
	pub choice: Option<Choice>,
	/// The result, once there is one.
	pub result: Option<Option<Choice>>,
	pub is_closed: bool,
}

parameter_types! {
	pub storage TheLimits: Limits = limits();
	pub storage Epoch: u32 = 10;
	pub storage SeedBytes: Option<[u8; 32]> = Some([1; 32]);
	/// The parties of all disputes.
	pub storage Parties: BTreeSet<AccountId> = BTreeSet::new();
	pub storage Appeals: Vec<Asked> = Vec::new();
	pub storage VoterCases: Vec<Asked> = Vec::new();
	/// The most that can be open at once of each.
	pub storage Room: u32 = 8;
	/// True if the reserve takes no money.
	pub storage Refuses: bool = false;
	/// True if blocks make no randomness.
	pub storage Seedless: bool = false;
}

pub struct Models;

impl DrawSeed for Models {
	fn epoch() -> u32 {
		Epoch::get()
	}
	fn length() -> Moment {
		EPOCH
	}
	fn seed() -> Option<[u8; 32]> {
		SeedBytes::get().filter(|_| !Seedless::get())
	}
}

impl Conflicts<AccountId> for Models {
	fn is_party(_: Subject, who: &AccountId) -> bool {
		Parties::get().contains(who)
	}
	fn weight() -> Weight {
		Weight::from_parts(1_000, 0)
	}
}

impl Income<Money> for Models {
	fn premium_share(_: &AssetId) -> Permill {
		Permill::zero()
	}
	fn receive(asset: AssetId, source: Source, credit: Money) -> Result<(), Money> {
		assert_eq!((asset, credit.asset()), (NATIVE, NATIVE), "the money is native");
		assert!(matches!(source, Source::LostBond | Source::Unclaimed | Source::Fees));
		if Refuses::get() {
			return Err(credit);
		}
		AllAssets::resolve(&RESERVE, credit)
	}
}

fn open_of(all: &[Asked]) -> usize {
	all.iter().filter(|one| !one.is_closed).count()
}

/// One of two lists of the model.
macro_rules! asked {
	($list:ident, $number:expr, $change:expr) => {{
		let mut all = $list::get();
		let result = all.get_mut($number as usize).map($change);
		$list::set(&all);
		result
	}};
}

pub struct MockAppeal;

impl FinalAppeal for MockAppeal {
	fn open_appeal(case: u32, _: Subject, choice: Choice) -> Result<u32, DispatchError> {
		let mut all = Appeals::get();
		frame_support::ensure!(open_of(&all) < Room::get() as usize, DispatchError::Exhausted);
		all.push(Asked { of: case, choice: Some(choice), result: None, is_closed: false });
		Appeals::set(&all);
		Ok(all.len() as u32 - 1)
	}
	fn is_granted(number: u32) -> Option<bool> {
		let all = Appeals::get();
		let one = all.get(number as usize).filter(|one| !one.is_closed);
		one.map_or(Some(false), |one| Some(one.result?.is_some()))
	}
	fn close_appeal(number: u32) {
		asked!(Appeals, number, |one| {
			assert!(one.result.is_some() && !one.is_closed, "a vote is closed once, after its end");
			one.is_closed = true;
		});
	}
	fn appeal_period() -> Moment {
		VOTE
	}
	fn appeal_weight() -> Weight {
		Weight::from_parts(1_000, 0)
	}
}

pub struct MockVoters;

impl Adjudicator for MockVoters {
	fn begin(dispute: Dispute) -> Result<u32, DispatchError> {
		let mut all = VoterCases::get();
		frame_support::ensure!(open_of(&all) < Room::get() as usize, DispatchError::Exhausted);
		let (Subject::Incident(of) | Subject::Report(of)) = dispute.subject;
		all.push(Asked { of, choice: None, result: None, is_closed: false });
		VoterCases::set(&all);
		Ok(all.len() as u32 - 1)
	}
	fn outcome(case: u32) -> Option<Outcome> {
		let all = VoterCases::get();
		let one = all.get(case as usize).filter(|one| !one.is_closed);
		one.map_or(Some(Outcome::default()), |one| one.result.map(|choice| Outcome { choice }))
	}
	fn close(case: u32) {
		asked!(VoterCases, case, |one| {
			assert!(one.result.is_some() && !one.is_closed, "a case is closed once, after its end");
			one.is_closed = true;
		});
	}
	fn weight(_: u32) -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn closing_weight(_: u32) -> Weight {
		Weight::from_parts(500, 0)
	}
}

/// The vote on the last appeal ends.
pub fn end_appeal(number: u32, is_granted: bool) {
	asked!(Appeals, number, |one| one.result = Some(one.choice.filter(|_| is_granted)));
}

/// The voters choose, or do not.
pub fn end_voters(number: u32, choice: Option<Choice>) {
	asked!(VoterCases, number, |one| one.result = Some(choice));
}

impl Config for Test {
	type Assets = AllAssets;
	type Native = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Income = Models;
	type Seed = Models;
	type Conflicts = Models;
	type Voters = MockVoters;
	type FinalAppeal = MockAppeal;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Clock = TestClock;
	type Limits = TheLimits;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Setup {
	fn pass(millis: Moment) {
		pass(millis);
	}
	fn next_epoch() {
		next_epoch();
	}
	fn grant_appeal(case: CaseId, choice: Choice) -> u32 {
		let number = MockAppeal::open_appeal(case, Subject::Incident(case), choice).unwrap();
		end_appeal(number, true);
		number
	}
}

/// A chain without assessors, on which the payers are rich.
pub fn empty() -> sp_io::TestExternalities {
	let payers = [RESERVE, PAYER, OTHER];
	let mut storage =
		Genesis::new(PAYER).with_native(&payers, RICH).with_assets(&[(1, true, 1)]).storage::<Test>();
	let court = pallet_court::GenesisConfig::<Test>::default();
	court.assimilate_storage(&mut storage).expect("genesis builds");
	genesis::chain::<Test>(storage)
}

/// Run a test on a chain with so many assessors, each with the same stake, which counts.
pub fn with_assessors<R>(count: u16, stake: Balance, test: impl FnOnce() -> R) -> R {
	with_stakes(&vec![stake; count.into()], test)
}

/// Run a test on a chain with assessors of these stakes, which count.
pub fn with_stakes<R>(stakes: &[Balance], test: impl FnOnce() -> R) -> R {
	run(empty(), || {
		for (number, stake) in (0..).zip(stakes) {
			join(&person(number), *stake);
		}
		next_epoch();
		next_epoch();
		System::reset_events();
		test()
	})
}

/// An account is given money and stakes it. The stake is in the tree at once, as if it were old.
pub fn join(who: &AccountId, stake: Balance) {
	give(NATIVE, who, stake + RICH);
	assert_ok!(Court::stake(signed(who.clone()), stake));
	let now = TestClock::active();
	Assessors::<Test>::mutate(who, |one| one.as_mut().unwrap().arriving.at = now);
	assert_ok!(Court::activate(signed(who.clone()), who.clone()));
}

/// Time passes, on both clocks. The epochs are those of the time.
pub fn pass(time: Moment) {
	let before = TestClock::active() / EPOCH;
	TestClock::pass_active(time);
	let epochs = (TestClock::active() / EPOCH - before) as u32;
	Epoch::set(&(Epoch::get() + epochs));
	if epochs > 0 {
		reseed();
	}
}

/// The next epoch begins, with other randomness.
pub fn next_epoch() {
	pass(EPOCH);
}

/// Other randomness.
pub fn reseed() {
	SeedBytes::set(&Some(sp_io::hashing::blake2_256(&(b"seed", Epoch::get()).encode())));
}

/// A block's idle work.
pub fn work() {
	Court::on_idle(1, Weight::MAX);
}

/// Two proposals and "not covered".
pub const BALLOT: Ballot = Ballot { proposals: 2, has_not_covered: true };
/// The first choice.
pub const A: Choice = Choice::Proposal(0);
/// The second choice.
pub const B: Choice = Choice::Proposal(1);
/// The third choice.
pub const C: Choice = Choice::NotCovered;

/// A dispute over so many native tokens, whose parties have paid for all seats.
pub fn dispute(at_stake: Balance) -> Dispute {
	let fees = FEE * Balance::from(ALL_SEATS);
	Dispute::new(Subject::Incident(5), BALLOT).over(NATIVE, at_stake).paid(fees)
}

/// Put money into the pool of fees.
pub fn fill_fees(amount: Balance) {
	assert_ok!(Court::take_fees(&PAYER, amount));
}

/// A case over little.
pub fn open() -> CaseId {
	Court::begin(dispute(1)).unwrap()
}

/// A case over so much that no panel can decide on it for good.
pub fn open_large() -> CaseId {
	Court::begin(dispute(Balance::MAX)).unwrap()
}

pub fn case(id: CaseId) -> Case {
	Cases::<Test>::get(id).unwrap()
}

pub fn assessor(who: &AccountId) -> AssessorOf<Test> {
	Assessors::<Test>::get(who).unwrap()
}

/// The panel that votes now.
pub fn panel_of(id: CaseId) -> PanelId {
	match case(id).stage {
		Stage::Commit { panel, .. } | Stage::Reveal { panel, .. } => panel,
		stage => panic!("no panel votes: {stage:?}"),
	}
}

/// The voters of a panel, and their seats.
pub fn voters(panel: PanelId) -> Vec<(AccountId, u32)> {
	let mut all: Vec<_> = Seats::<Test>::iter_prefix(panel).map(|(who, seat)| (who, seat.count())).collect();
	all.sort();
	all
}

/// The panel of a case is drawn.
pub fn draw(id: CaseId) -> PanelId {
	next_epoch();
	next_epoch();
	assert_ok!(process(id));
	panel_of(id)
}

pub const SALT: [u8; 32] = [9; 32];

/// A voter commits to a vote.
pub fn commit(id: CaseId, who: &AccountId, vote: &Vote) {
	let ranks = vote.ranks(case(id).dispute.ballot).unwrap();
	let hash = Court::commitment(panel_of(id), who, &ranks, &SALT);
	assert_ok!(Court::commit_vote(signed(who.clone()), id, hash));
}

/// The reasons of a vote.
pub fn reasons() -> Option<(H256, Uri)> {
	Some((H256([4; 32]), Uri::try_from(b"ipfs://reasons".to_vec()).unwrap()))
}

/// A voter reveals a vote, with reasons.
pub fn reveal(id: CaseId, who: &AccountId, vote: &Vote) {
	assert_ok!(Court::reveal_vote(signed(who.clone()), id, vote.clone(), SALT, reasons()));
}

/// The time of the stage is over, and the next step is taken.
pub fn end_stage(id: CaseId) {
	let until = match case(id).stage {
		Stage::Commit { until, .. } | Stage::Reveal { until, .. } | Stage::Appeal { until } => until,
		stage => panic!("no deadline: {stage:?}"),
	};
	pass(until - TestClock::active());
	assert_ok!(process(id));
}

/// A panel is drawn and votes: each voter as `vote` says, by the number of voters before it and of
/// seats before it. `None` is absent.
pub fn vote_by_seats(id: CaseId, vote: impl Fn(usize, u32) -> Option<Vote>) -> PanelId {
	let panel = draw(id);
	let mut seats_before = 0;
	let mut votes = BTreeMap::new();
	for (number, (who, seats)) in voters(panel).into_iter().enumerate() {
		votes.insert(who, vote(number, seats_before));
		seats_before += seats;
	}
	for (who, vote) in &votes {
		if let Some(vote) = vote {
			commit(id, who, vote);
		}
	}
	end_stage(id);
	for (who, vote) in &votes {
		if let Some(vote) = vote {
			reveal(id, who, vote);
		}
	}
	end_stage(id);
	panel
}

/// A panel is drawn, and all of it votes for a choice.
pub fn decide_all(id: CaseId, choice: Choice) -> PanelId {
	vote_by_seats(id, |_, _| Some(Vote::For(choice)))
}

/// A panel is drawn, and no seat votes.
pub fn fail(id: CaseId) -> PanelId {
	vote_by_seats(id, |_, _| None)
}

/// The choice with which a case has ended.
pub fn outcome(id: CaseId) -> Option<Choice> {
	Court::outcome(id).expect("the case has ended").choice
}

/// The native tokens of all accounts, which never change by what the court does.
pub fn issuance() -> Balance {
	Balances::total_issuance()
}

/// The native tokens of an account, on hold or not.
pub fn wealth(who: &AccountId) -> Balance {
	use frame_support::traits::fungibles::Inspect;
	AllAssets::total_balance(NATIVE, who)
}

/// Take the steps of cases until none is due.
pub fn settle() {
	for _ in 0..20 {
		work();
	}
}

/// Take the next step of a case.
pub fn process(id: CaseId) -> Result<(), DispatchError> {
	Court::process(signed(PAYER), id).map(|_| ()).map_err(|refused| refused.error)
}
