// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each call at its worst.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::{pallet::*, types::*};
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::Permill;

/// The set-up that the benchmarks need of the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper<AccountId> {
	/// A product of a sponsor, in an asset with a minimum balance of one unit. Cover on it is in
	/// force in as many pools as there can be.
	fn product(sponsor: &AccountId) -> ProductId;

	/// Let time pass on both clocks.
	fn pass(millis: Moment);
}

/// A reward.
const AMOUNT: Balance = 1_000_000;

/// The longest time in which a reward vests.
const LONGEST: Moment = *VESTING.end();

/// Fails if an invariant does not hold: no benchmark ends in a state that cannot be.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// An origin with the power of referenda.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The longest terms. A reward vests in the time given.
fn terms(vesting: Moment) -> BountyTerms {
	let (low, medium, high, critical) = (1, 2, AMOUNT / 2, AMOUNT);
	BountyTerms {
		rewards: Rewards { low, medium, high, critical },
		acknowledgement: DAY,
		decision: DAY,
		vesting,
		rescue_share: Permill::from_percent(10),
		uri: BoundedVec::truncate_from(alloc::vec![b'a'; MAX_URI as usize]),
	}
}

/// The account of the pallet, which genesis endows.
fn endow<T: Config>() {
	let account = Pallet::<T>::account().expect("the pallet has an account");
	let least = T::Assets::minimum_balance(AssetId::Native);
	if T::Assets::balance(AssetId::Native, &account) < least {
		T::Assets::mint_into(AssetId::Native, &account, least).expect("it can hold that");
	}
}

/// An account with native tokens, and units of a product's asset.
fn rich<T: Config>(name: &'static str, asset: &AssetId) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	let native = T::Assets::minimum_balance(AssetId::Native)
		.saturating_add(T::ReportDeposit::get().saturating_mul(4))
		.saturating_add(T::DisputeBond::get())
		.saturating_mul(2);
	T::Assets::mint_into(AssetId::Native, &who, native).expect("it can hold that");
	T::Assets::mint_into(asset.clone(), &who, 10 * AMOUNT).expect("it can hold that");
	who
}

/// A programme with money, and its manager.
struct Scene<T: Config> {
	product: ProductId,
	asset: AssetId,
	manager: T::AccountId,
}

impl<T: Config> Scene<T> {
	/// A programme with terms, without money.
	fn empty() -> Self {
		endow::<T>();
		let manager: T::AccountId = account("manager", 0, 0);
		let product = T::BenchmarkHelper::product(&manager);
		let asset = T::Products::asset(product).expect("it is listed");
		let manager = rich::<T>("manager", &asset);
		Pallet::<T>::do_open(Some(manager.clone()), product, None, terms(LONGEST)).expect("it can be opened");
		Self { product, asset, manager }
	}

	/// A programme with money.
	fn new() -> Self {
		let scene = Self::empty();
		Pallet::<T>::do_fund(scene.manager.clone(), scene.product, 3 * AMOUNT).expect("it can be funded");
		scene
	}

	fn signed(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.manager.clone())
	}

	/// A report that is committed.
	fn committed(&self, claim: Claim) -> T::AccountId {
		let reporter = rich::<T>("reporter", &self.asset);
		let hashes = (H256::zero(), H256::zero());
		let commitment = commitment_of(Pallet::<T>::genesis(), self.product, &reporter, &claim, hashes);
		let terms = terms(LONGEST).hash();
		Pallet::<T>::do_commit(reporter.clone(), self.product, commitment, AMOUNT, terms)
			.expect("it can be committed");
		reporter
	}

	/// A report of a critical bug that is revealed.
	fn revealed(&self) -> T::AccountId {
		let claim = Claim::Finding(Severity::Critical);
		let reporter = self.committed(claim);
		let (hash, salt) = (H256::zero(), H256::zero());
		Pallet::<T>::do_reveal(reporter.clone(), 0, claim, hash, salt).expect("it can be revealed");
		reporter
	}

	/// A report of a critical bug on which the manager has decided.
	fn decided(&self, severity: Severity) -> T::AccountId {
		self.answered(ReportDecision::Severity(severity))
	}

	/// A report of a critical bug with a decision of the manager.
	fn answered(&self, decision: ReportDecision) -> T::AccountId {
		let reporter = self.revealed();
		Pallet::<T>::do_decide(self.manager.clone(), 0, decision).expect("it can be decided");
		reporter
	}
}

/// One for each function of [`crate::WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// By the sponsor, with the longest place of the rules.
	#[benchmark]
	pub fn open_programme() -> Result<(), BenchmarkError> {
		let caller: T::AccountId = whitelisted_caller();
		let product = T::BenchmarkHelper::product(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), product, None, terms(NOTICE));

		assert_eq!(Programmes::<T>::get(product).map(|programme| programme.manager), Some(caller));
		check::<T>();
		Ok(())
	}

	/// The longest place of the rules. New terms of before come in force.
	#[benchmark]
	pub fn set_terms() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::empty();
		Pallet::<T>::do_set_terms(scene.manager.clone(), scene.product, terms(NOTICE))?;
		T::BenchmarkHelper::pass(NOTICE);

		#[extrinsic_call]
		_(scene.signed(), scene.product, terms(LONGEST));

		let programme = Programmes::<T>::get(scene.product).expect("it is open");
		assert_eq!(programme.terms, terms(NOTICE));
		assert_eq!(programme.pending.map(|pending| pending.terms), Some(terms(LONGEST)));
		check::<T>();
		Ok(())
	}

	/// The first money in the asset.
	#[benchmark]
	pub fn fund() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::empty();

		#[extrinsic_call]
		_(scene.signed(), scene.product, AMOUNT);

		assert_eq!(Programmes::<T>::get(scene.product).map(|programme| programme.book.free), Some(AMOUNT));
		check::<T>();
		Ok(())
	}

	/// Every case is the worst.
	#[benchmark]
	pub fn request_withdrawal() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();

		#[extrinsic_call]
		_(scene.signed(), scene.product, AMOUNT);

		assert!(Programmes::<T>::get(scene.product).is_some_and(|programme| programme.withdrawal.is_some()));
		Ok(())
	}

	/// All of the money.
	#[benchmark]
	pub fn withdraw() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		Pallet::<T>::do_request(scene.manager.clone(), scene.product, Balance::MAX)?;
		T::BenchmarkHelper::pass(NOTICE);

		#[extrinsic_call]
		_(scene.signed(), scene.product);

		assert_eq!(T::Assets::balance(scene.asset, &scene.manager), 10 * AMOUNT);
		check::<T>();
		Ok(())
	}

	/// With free money.
	#[benchmark]
	pub fn close_programme() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		Pallet::<T>::do_request(scene.manager.clone(), scene.product, Balance::MAX)?;
		T::BenchmarkHelper::pass(NOTICE);

		#[extrinsic_call]
		_(scene.signed(), scene.product);

		assert_eq!(T::Assets::balance(scene.asset, &scene.manager), 10 * AMOUNT);
		check::<T>();
		Ok(())
	}

	/// On a product that as many pools back as can.
	#[benchmark]
	pub fn commit_report() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let caller = rich::<T>("reporter", &scene.asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), scene.product, H256::zero(), AMOUNT, terms(LONGEST).hash());

		assert!(Reports::<T>::get(0).is_some_and(|report| report.cover > 0));
		check::<T>();
		Ok(())
	}

	/// A rescue.
	#[benchmark]
	pub fn reveal_report() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let claim = Claim::Rescue { returned: AMOUNT, occurred_at: T::Clock::now() };
		let caller = scene.committed(claim);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0, claim, H256::zero(), H256::zero());

		assert_eq!(Reports::<T>::get(0).map(|report| report.claimed()), Some(AMOUNT / 10));
		check::<T>();
		Ok(())
	}

	/// Every case is the worst.
	#[benchmark]
	pub fn acknowledge() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.revealed();

		#[extrinsic_call]
		_(scene.signed(), 0);

		let is_it = |report: ReportOf<T>| matches!(report.stage, Stage::Acknowledged { .. });
		assert!(Reports::<T>::get(0).is_some_and(is_it));
		Ok(())
	}

	/// The manager concedes a critical bug, which the product counts, in a dispute that waits.
	#[benchmark]
	pub fn decide() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let reporter = scene.decided(Severity::High);
		Pallet::<T>::do_dispute(reporter, 0, Balance::MAX)?;
		// As if the adjudicator had no room.
		Programmes::<T>::mutate_extant(scene.product, |programme| programme.cases = 0);
		Reports::<T>::mutate_extant(0, |report| report.stage = Stage::Disputed { case: None });

		#[extrinsic_call]
		_(scene.signed(), 0, ReportDecision::Severity(Severity::Critical));

		assert!(Reports::<T>::get(0).is_some_and(|report| report.is_critical()));
		check::<T>();
		Ok(())
	}

	/// With a bond, and a case that begins.
	#[benchmark]
	pub fn dispute() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let caller = scene.decided(Severity::High);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0, Balance::MAX);

		assert!(Reports::<T>::get(0).is_some_and(|report| report.bond > 0));
		check::<T>();
		Ok(())
	}

	/// A choice that was not made, which is found last.
	#[benchmark]
	pub fn adopt_decision() -> Result<(), BenchmarkError> {
		let (origin, scene) = (admin::<T>()?, Scene::<T>::new());
		let reporter = scene.decided(Severity::High);
		Pallet::<T>::do_dispute(reporter, 0, Balance::MAX)?;
		let result;

		#[block]
		{
			result = Pallet::<T>::adopt_decision(origin, 0, Choice::NotCovered);
		}

		assert_eq!(result, Err(Error::<T>::NotChosen.into()));
		Ok(())
	}

	/// The call `process` on a report that was not revealed.
	#[benchmark]
	pub fn process_expired() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.committed(Claim::Finding(Severity::Low));
		T::BenchmarkHelper::pass(REVEAL_PERIOD);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		process(RawOrigin::Signed(caller), 0);

		assert!(!Reports::<T>::contains_key(0));
		check::<T>();
		Ok(())
	}

	/// The call `process` on a report that was not disputed and has a reward.
	#[benchmark]
	pub fn process_decided() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.decided(Severity::High);
		T::BenchmarkHelper::pass(DISPUTE_PERIOD);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		process(RawOrigin::Signed(caller), 0);

		assert!(Reports::<T>::get(0).is_some_and(|report| report.vesting.is_some()));
		check::<T>();
		Ok(())
	}

	/// The manager's rejection was chosen, and bonds and deposit are lost to a reserve that has
	/// none of the asset.
	#[benchmark]
	pub fn end_case() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let reporter = scene.answered(ReportDecision::Rejected);
		Pallet::<T>::do_dispute(reporter, 0, Balance::MAX)?;

		#[block]
		{
			let report = Reports::<T>::get(0).expect("it is disputed");
			let programme = Programmes::<T>::get(scene.product).expect("it is open");
			Pallet::<T>::end_case(0, report, programme, Some(Choice::NotCovered))?;
		}

		assert!(!Reports::<T>::contains_key(0));
		check::<T>();
		Ok(())
	}

	/// A part of the reward, which vests on.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let reporter = scene.decided(Severity::Critical);
		T::BenchmarkHelper::pass(LONGEST / 2);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		assert_eq!(T::Assets::balance(scene.asset, &reporter), 10 * AMOUNT + AMOUNT / 2);
		check::<T>();
		Ok(())
	}

	/// Every case is the worst.
	#[benchmark]
	pub fn match_reward() -> Result<(), BenchmarkError> {
		let (origin, scene) = (admin::<T>()?, Scene::<T>::new());
		scene.decided(Severity::Critical);
		let money = T::Assets::issue(scene.asset.clone(), 100 * AMOUNT);
		T::Reserve::receive(scene.asset.clone(), Source::LostBond, money)
			.map_err(|_| "the reserve refuses")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);

		let matched = Reports::<T>::get(0).and_then(|report| report.vesting).map(|vesting| vesting.matched);
		assert!(matched.is_some_and(|matched| matched > 0));
		check::<T>();
		Ok(())
	}

	/// A reward that the reserve has matched.
	#[benchmark]
	pub fn revoke_unvested() -> Result<(), BenchmarkError> {
		let (origin, scene) = (admin::<T>()?, Scene::<T>::new());
		scene.decided(Severity::Critical);
		let money = T::Assets::issue(scene.asset.clone(), 100 * AMOUNT);
		T::Reserve::receive(scene.asset.clone(), Source::LostBond, money)
			.map_err(|_| "the reserve refuses")?;
		Pallet::<T>::do_approve(0)?;
		T::BenchmarkHelper::pass(LONGEST / 2);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);

		let vesting = Reports::<T>::get(0).and_then(|report| report.vesting);
		assert!(vesting.is_some_and(|vesting| vesting.is_revoked));
		check::<T>();
		Ok(())
	}

	/// A match that was approved.
	#[benchmark]
	pub fn begin_match() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.decided(Severity::Critical);
		let approve = |report: &mut ReportOf<T>| {
			report.vesting.as_mut().expect("it has a reward").is_match_approved = true;
		};
		Reports::<T>::mutate_extant(0, approve);
		let money = T::Assets::issue(scene.asset.clone(), 100 * AMOUNT);
		T::Reserve::receive(scene.asset.clone(), Source::LostBond, money)
			.map_err(|_| "the reserve refuses")?;
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		let matched = Reports::<T>::get(0).and_then(|report| report.vesting).map(|vesting| vesting.matched);
		assert!(matched.is_some_and(|matched| matched > 0));
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
