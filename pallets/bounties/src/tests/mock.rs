// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, assets and the bounties, and models of the other pallets. The models
//! keep their books in storage, so that they are rolled back with everything else.

use crate as pallet_bounties;
use crate::*;
pub use breakwater_primitives::{ActiveClock, AssetId, Balance, Moment, DAY, HOUR};
use breakwater_primitives::{
	Adjudicator, Ballot, BountyMatch, Choice, CoverInForce, Dispute, DisputeFee, Income, Outcome,
	PastIncidents, Source, Sponsorship, Subject,
};
pub use breakwater_testing::{account as person, TestClock, ALICE, BOB, CHARLIE, ED, NATIVE, USD};
use breakwater_testing::{genesis, Genesis};
use frame_support::{
	parameter_types,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		ConstU128,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
use sp_core::{crypto::AccountId32, H256};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Permill};
use std::collections::BTreeMap;

pub type AccountId = AccountId32;

breakwater_testing::test_runtime! {
	Test of AccountId { Bounties: pallet_bounties }
}

/// The sponsor and the manager of [`PRODUCT`].
pub const SPONSOR: AccountId = ALICE;
/// A white hat.
pub const HUNTER: AccountId = BOB;
/// Another account, which copies or helps.
pub const OTHER: AccountId = CHARLIE;
/// The account of the model of the reserve.
pub const RESERVE: AccountId = person(250);
/// A product of the sponsor in dollars.
pub const PRODUCT: ProductId = 0;
/// A product in native tokens without a sponsor.
pub const FREE_PRODUCT: ProductId = 1;
/// Another product of the sponsor in dollars.
pub const SECOND: ProductId = 2;
pub const RICH: Balance = 1_000_000_000;
/// The deposit for a report.
pub const DEPOSIT: Balance = 500;
/// The native tokens that are held for a dispute.
pub const NATIVE_BOND: Balance = 5_000;

parameter_types! {
	/// The sponsor of [`PRODUCT`] and [`SECOND`].
	pub storage Sponsor: AccountId = SPONSOR;
	/// The cover in force by product.
	pub storage Cover: BTreeMap<ProductId, Balance> = BTreeMap::new();
	/// The past incidents by product.
	pub storage Counted: BTreeMap<ProductId, u32> = BTreeMap::new();
	/// The cases, and their outcomes.
	pub storage CaseList: Vec<(Subject, Ballot)> = Vec::new();
	pub storage Outcomes: BTreeMap<u32, Outcome> = BTreeMap::new();
	pub storage ClosedCases: Vec<u32> = Vec::new();
	/// True if the adjudicator has no room.
	pub storage IsFull: bool = false;
	/// True if an incident is open.
	pub storage IsOpen: bool = false;
	/// True if the reserve takes no money.
	pub storage Refuses: bool = false;
}

pub struct Models;

impl Sponsorship<AccountId> for Models {
	fn sponsor(product: ProductId) -> Option<AccountId> {
		[PRODUCT, SECOND].contains(&product).then(Sponsor::get)
	}
	fn asset(product: ProductId) -> Option<AssetId> {
		match product {
			PRODUCT | SECOND => Some(USD),
			FREE_PRODUCT => Some(NATIVE),
			_ => None,
		}
	}
}

impl PastIncidents for Models {
	fn count_incident(product: ProductId) {
		let mut counted = Counted::get();
		*counted.entry(product).or_default() += 1;
		Counted::set(&counted);
	}
}

impl CoverInForce for Models {
	fn cover_on(product: ProductId) -> Balance {
		Cover::get().get(&product).copied().unwrap_or(0)
	}
}

impl Income<Money> for Models {
	fn premium_share(_: &AssetId) -> Permill {
		Permill::zero()
	}
	fn receive(asset: AssetId, source: Source, credit: Money) -> Result<(), Money> {
		assert_eq!(credit.asset(), asset, "the money is of the asset");
		assert!(matches!(source, Source::LostBond | Source::Unclaimed));
		if Refuses::get() {
			return Err(credit);
		}
		AllAssets::resolve(&RESERVE, credit)
	}
}

impl BountyMatch<Money> for Models {
	fn give(asset: AssetId, most: Balance) -> Result<Money, DispatchError> {
		frame_support::ensure!(!IsOpen::get(), DispatchError::Other("an incident is open"));
		let amount = (balance(asset.clone(), &RESERVE) / 20).min(most);
		frame_support::ensure!(amount > 0, DispatchError::Other("the reserve is empty"));
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		AllAssets::withdraw(asset, &RESERVE, amount, exact, Preservation::Preserve, polite)
	}
}

impl Adjudicator for Models {
	fn begin(Dispute { subject, ballot, .. }: Dispute) -> Result<u32, DispatchError> {
		frame_support::ensure!(!IsFull::get(), DispatchError::Exhausted);
		let mut cases = CaseList::get();
		cases.push((subject, ballot));
		CaseList::set(&cases);
		Ok(cases.len() as u32 - 1)
	}
	fn outcome(case: u32) -> Option<Outcome> {
		assert!(!ClosedCases::get().contains(&case), "a case that is closed is of no interest");
		Outcomes::get().get(&case).copied()
	}
	fn close(case: u32) {
		let mut closed = ClosedCases::get();
		assert!(Outcomes::get().contains_key(&case) && !closed.contains(&case), "a case is closed once");
		closed.push(case);
		ClosedCases::set(&closed);
	}
	fn weight(_: u32) -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn closing_weight(_: u32) -> Weight {
		Weight::from_parts(500, 0)
	}
}

impl DisputeFee<AccountId> for Models {
	fn dispute_fee() -> Balance {
		0
	}
	fn charge(_: &AccountId) -> Result<Balance, DispatchError> {
		Ok(0)
	}
	fn charge_weight() -> Weight {
		Weight::zero()
	}
}

/// Voters have made a choice, or none.
pub fn decide_case(case: u32, choice: Option<Choice>) {
	let mut outcomes = Outcomes::get();
	outcomes.insert(case, Outcome { choice });
	Outcomes::set(&outcomes);
}

/// Cover is in force on a product.
pub fn insure(product: ProductId, amount: Balance) {
	let mut cover = Cover::get();
	cover.insert(product, amount);
	Cover::set(&cover);
}

/// The number of past incidents of a product.
pub fn past_incidents(product: ProductId) -> u32 {
	Counted::get().get(&product).copied().unwrap_or(0)
}

impl Config for Test {
	type Assets = AllAssets;
	type Native = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Products = Models;
	type Cover = Models;
	type Reserve = Models;
	type Adjudicator = Models;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Clock = TestClock;
	type ReportDeposit = ConstU128<DEPOSIT>;
	type DisputeBond = ConstU128<NATIVE_BOND>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Setup;
}

/// The models as the benchmarks' helper.
#[cfg(feature = "runtime-benchmarks")]
pub struct Setup;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn product(sponsor: &AccountId) -> ProductId {
		Sponsor::set(sponsor);
		PRODUCT
	}

	fn pass(millis: Moment) {
		TestClock::pass(millis);
	}
}

/// Terms: 100, 1,000, 10,000 and 100,000; a week and a month to act; vesting over 100 days; a tenth
/// for a rescue.
pub fn terms() -> BountyTerms {
	BountyTerms {
		rewards: Rewards { low: 100, medium: 1_000, high: 10_000, critical: 100_000 },
		acknowledgement: 7 * DAY,
		decision: 30 * DAY,
		vesting: 100 * DAY,
		rescue_share: Permill::from_percent(10),
		uri: b"rules.md".to_vec().try_into().unwrap(),
	}
}

pub const CRITICAL: Claim = Claim::Finding(Severity::Critical);

/// The hash of a report, and a salt.
pub const HASHES: (H256, H256) = (H256::repeat_byte(3), H256::repeat_byte(4));

/// The commitment of an account to a claim.
pub fn commitment(product: ProductId, who: &AccountId, claim: Claim) -> H256 {
	commitment_of(System::block_hash(0), product, who, &claim, HASHES)
}

/// Commit a claim. Returns the report's number.
pub fn commit(who: &AccountId, product: ProductId, claim: Claim) -> Result<ReportId, DispatchError> {
	let (id, hash) = (NextReport::<Test>::get(), commitment(product, who, claim));
	Bounties::commit_report(signed(who.clone()), product, hash, 0, terms_hash(product))?;
	Ok(id)
}

/// The hash of the terms in force of a programme, as a reporter reads them.
pub fn terms_hash(product: ProductId) -> H256 {
	Programmes::<Test>::get(product).map_or(H256::zero(), |mut programme| {
		programme.renew_terms(TestClock::active());
		programme.terms.hash()
	})
}

/// Reveal a claim.
pub fn reveal(who: &AccountId, report: ReportId, claim: Claim) -> DispatchResult {
	Bounties::reveal_report(signed(who.clone()), report, claim, HASHES.0, HASHES.1)
}

/// A report of the hunter that is revealed.
pub fn revealed(claim: Claim) -> ReportId {
	let id = commit(&HUNTER, PRODUCT, claim).unwrap();
	reveal(&HUNTER, id, claim).unwrap();
	id
}

/// A report of a critical bug by an account, as which the sponsor accepts it.
pub fn accepted(who: &AccountId) -> ReportId {
	let id = commit(who, PRODUCT, CRITICAL).unwrap();
	reveal(who, id, CRITICAL).unwrap();
	decide(id, ReportDecision::Severity(Severity::Critical)).unwrap();
	id
}

/// The sponsor's decision.
pub fn decide(id: ReportId, decision: ReportDecision) -> DispatchResult {
	Bounties::decide(signed(SPONSOR), id, decision)
}

pub fn process(id: ReportId) -> DispatchResult {
	Bounties::process(signed(OTHER), id)
}

pub fn collect(id: ReportId) -> DispatchResult {
	Bounties::collect(signed(OTHER), id)
}

pub fn book() -> Book {
	Programmes::<Test>::get(PRODUCT).expect("it is open").book
}

/// The money that is reserved for a report on [`PRODUCT`].
pub fn reserved(id: ReportId) -> Balance {
	Programmes::<Test>::get(PRODUCT).expect("it is open").reserved_for(id)
}

pub fn report(id: ReportId) -> ReportOf<Test> {
	Reports::<Test>::get(id).expect("it has a record")
}

pub fn usd(who: &AccountId) -> Balance {
	balance(USD, who)
}

/// All of an account, with what is held of it.
pub fn total(asset: &AssetId, who: &AccountId) -> Balance {
	AllAssets::total_balance(asset.clone(), who)
}

/// The account of the bounties.
pub fn account() -> AccountId {
	Bounties::account().expect("the bounties have an account")
}

pub struct ExtBuilder {
	terms: BountyTerms,
	funds: Balance,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { terms: terms(), funds: 250_000 }
	}
}

impl ExtBuilder {
	/// The programme of [`PRODUCT`] has so much money.
	pub fn with_funds(self, funds: Balance) -> Self {
		Self { funds, ..self }
	}

	/// It has other terms.
	pub fn with_terms(self, change: impl FnOnce(&mut BountyTerms)) -> Self {
		let mut terms = self.terms.clone();
		change(&mut terms);
		Self { terms, ..self }
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		run(new_chain(), || {
			let Self { terms, funds } = self;
			Bounties::open_programme(signed(SPONSOR), PRODUCT, None, terms).unwrap();
			if funds > 0 {
				Bounties::fund(signed(SPONSOR), PRODUCT, funds).unwrap();
			}
			System::reset_events();
			test();
		});
	}
}

/// A chain with accounts and a reserve.
pub fn new_chain() -> sp_io::TestExternalities {
	let people = [SPONSOR, HUNTER, OTHER, RESERVE];
	let mut storage = Genesis::new(ALICE)
		.with_native(&people, RICH)
		.with_assets(&[(1, true, 1)])
		.with_holdings(&[1], &people, RICH)
		.storage::<Test>();
	let bounties = pallet_bounties::GenesisConfig::<Test>::default();
	bounties.assimilate_storage(&mut storage).expect("genesis builds");
	genesis::chain::<Test>(storage)
}

/// A chain for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut ext = new_chain();
	ext.execute_with(|| insure(PRODUCT, 1_000_000_000));
	ext
}
