// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst cost of each piece of work, with the other pallets' part in it. The sums
//! and maxima of them that calls and hooks are charged are in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungibles::Mutate, EnsureOrigin},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;

/// The benchmarks' needs from the runtime. The pallet cannot set them up through its own storage
/// and its `Config`.
pub trait BenchmarkHelper {
	/// List a product whose events people assess, in an asset with a minimum balance of one unit.
	fn assessed() -> ProductId;

	/// Put so many pools behind a product, at most as many as there can be, each exposed to it and
	/// with everything that a pool can have.
	fn pools(product: ProductId, count: u32);

	/// Have the adjudicator begin a case of an incident and choose; it has as many other cases as
	/// it can have. Returns the case's number.
	fn decide(incident: IncidentId, ballot: Ballot, choice: Choice) -> u32;
}

/// One bond.
const BOND: Balance = 1_000;

/// An origin with the rights of referenda.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A product whose events people assess, with so many pools.
fn assessed_product<T: Config>(pools: u32) -> ProductId {
	let product = T::BenchmarkHelper::assessed();
	T::BenchmarkHelper::pools(product, pools);
	product
}

/// Open an incident on a product, which locks its pools. Returns its number and the asset.
fn open<T: Config>(product: ProductId) -> (IncidentId, AssetId) {
	let seen = T::Clock::block_time();
	let opened = T::Incidents::open(product, seen.now, seen, Decider::Assessment);
	let (incident, _) = opened.expect("no incident of the product is open");
	let locks = T::Settlement::locks(incident);
	(incident, T::Settlement::asset_of(locks[0].0).expect("the pool exists"))
}

/// Look at the pools that an incident would lock. Returns their asset.
fn lock_for_a_look<T: Config>(product: ProductId, look: impl Fn(PoolId)) -> AssetId {
	let (incident, asset) = open::<T>(product);
	T::Settlement::locks(incident).iter().for_each(|(pool, _)| look(*pool));
	T::Incidents::reject(incident, Reason::NotCovered, T::Clock::now());
	asset
}

/// An account that can put up any bond.
fn purse<T: Config>(asset: AssetId) -> T::AccountId {
	let who = whitelisted_caller();
	T::Assets::mint_into(asset, &who, Balance::from(u64::MAX)).expect("anyone can hold the asset");
	who
}

/// Change the assessment of an incident.
fn change<T: Config>(incident: IncidentId, change: impl FnOnce(&mut Assessment)) {
	Assessments::<T>::mutate(incident, |slot| change(slot.as_mut().expect("it is there")));
}

/// An incident in a stage of its assessment, with the bond of its proposals known.
fn incident<T: Config>(product: ProductId, stage: Stage) -> (IncidentId, AssetId) {
	let (id, asset) = open::<T>(product);
	change::<T>(id, |assessment| {
		assessment.stage = stage;
		(assessment.asset, assessment.bond) = (Some(asset.clone()), BOND);
	});
	(id, asset)
}

/// Put so much into the account of an incident's bonds.
fn put_up<T: Config>(incident: IncidentId, asset: AssetId, amount: Balance) {
	let account = Pallet::<T>::bond_account().expect("the pallet has an account");
	T::Assets::mint_into(asset, &account, amount).expect("the account can receive");
	change::<T>(incident, |assessment| assessment.bonds = amount);
}

/// So many proposals with a bond each. The first says "not covered".
fn proposals<T: Config>(incident: IncidentId, count: u32, bond: Balance) {
	for number in 0..count {
		let verdict = match number {
			0 => Verdict::NotCovered,
			_ => losses(number, H256::zero()),
		};
		let proposal = Proposal { who: account("proposer", number, 0), bond, verdict, uri: long_uri() };
		Proposals::<T>::insert(incident, number, proposal);
	}
	change::<T>(incident, |assessment| assessment.proposals = count);
}

fn losses(leaves: u32, root: H256) -> Verdict {
	Verdict::Losses { occurred_at: 0, table: LossTable { root, leaves, total: Balance::MAX } }
}

/// A case of the most choices, which has chosen the first.
fn case<T: Config>(incident: IncidentId) -> Case {
	let ballot = Ballot { proposals: MAX_PROPOSALS, has_not_covered: true };
	let number = T::BenchmarkHelper::decide(incident, ballot, Choice::Proposal(0));
	Case { number, ballot }
}

fn long_uri() -> Uri {
	Uri::truncate_from(Vec::from([b'u'; MAX_URI as usize]))
}

/// The benchmarks: one for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// Each of `p` pools has as many failed reports on record as it can.
	#[benchmark]
	pub fn report_incident(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>(p);
		let who = purse::<T>(lock_for_a_look::<T>(product, |pool| {
			let times = (0..MAX_REJECTIONS).map(|_| Moment::MAX);
			Rejections::<T>::insert(pool, BoundedVec::truncate_from(times.collect()));
		}));
		let now = T::Clock::now();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), product, now, H256::zero(), long_uri(), Balance::MAX);

		let incident = T::Incidents::open_on(product).first.expect("it is open");
		assert_eq!(T::Settlement::locks(incident).len(), p as usize);
		assert_eq!(Reports::<T>::get(incident).expect("it is reported").uri, long_uri());
		Ok(())
	}

	/// The bonds on `p` pools, each with as many failed reports on record as it can have.
	#[benchmark]
	pub fn bond_terms(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>(p);
		let (incident, _) = incident::<T>(product, Stage::Challenge { until: Moment::MAX });
		for (pool, _) in T::Settlement::locks(incident) {
			let times = (0..MAX_REJECTIONS).map(|_| Moment::MAX);
			Rejections::<T>::insert(pool, BoundedVec::truncate_from(times.collect()));
		}
		let terms;

		#[block]
		{
			terms = Pallet::<T>::bond_terms(incident, &T::Limits::get());
		}

		assert!(terms?.report > 0);
		Ok(())
	}

	/// A proposal after `n` others, with the bond known.
	#[benchmark]
	pub fn propose_outcome(n: Linear<0, { MAX_PROPOSALS - 1 }>) -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>(1);
		let (incident, asset) = incident::<T>(product, Stage::Challenge { until: Moment::MAX });
		let who = purse::<T>(asset);
		proposals::<T>(incident, n, 0);
		let verdict = losses(u32::MAX, H256::zero());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), incident, verdict, long_uri(), Balance::MAX);

		assert_eq!(Assessments::<T>::get(incident).unwrap().proposals, n + 1);
		Ok(())
	}

	/// The choice that was made.
	#[benchmark]
	pub fn adopt_outcome() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = assessed_product::<T>(1);
		let (incident, _) = open::<T>(product);
		let case = case::<T>(incident);
		change::<T>(incident, |assessment| assessment.stage = Stage::Case(case));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, incident, Choice::Proposal(0));

		// The case ends in a step of its own.
		assert_eq!(T::Adjudicator::outcome(case.number).unwrap().choice, Some(Choice::Proposal(0)));
		Ok(())
	}

	/// Paid to an account that is new to the asset.
	#[benchmark]
	pub fn collect_bond() -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>(1);
		let (incident, asset) = incident::<T>(product, Stage::Decided);
		let who: T::AccountId = account("winner", 0, 0);
		put_up::<T>(incident, asset, 7);
		BondsDue::<T>::insert(incident, &who, 7);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), incident, who.clone());

		assert!(!BondsDue::<T>::contains_key(incident, who));
		Ok(())
	}

	/// A case of `n` proposals is over, and says "not covered". The proposer of that outcome is
	/// paid the halves of all others, and is new to the asset. `p` pools that are up to date are
	/// compensated and let go.
	#[benchmark]
	pub fn end_assessment(
		n: Linear<1, MAX_PROPOSALS>,
		p: Linear<1, MAX_POOLS_PER_PRODUCT>,
	) -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>(p);
		let (incident, asset) = incident::<T>(product, Stage::Waiting);
		let case = case::<T>(incident);
		change::<T>(incident, |assessment| assessment.stage = Stage::Case(case));
		put_up::<T>(incident, asset, BOND * Balance::from(n + 1));
		proposals::<T>(incident, n, BOND);
		let report =
			Report { who: account("reporter", 0, 0), bond: BOND, evidence: H256::zero(), uri: long_uri() };
		Reports::<T>::insert(incident, report);

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), incident);

		assert_eq!(T::Incidents::open_on(product).first, None);
		assert!(!Assessments::<T>::contains_key(incident));
		Ok(())
	}

	/// As many assessments as a round has room for, all behind the one that was served last and is
	/// done. The list is gone through twice. No weight for any step.
	#[benchmark]
	pub fn work_round() -> Result<(), BenchmarkError> {
		for id in 0..=work::MAX_ROUND as IncidentId {
			let assessment = Assessment::new(0, T::Clock::block_time(), T::Limits::get());
			Assessments::<T>::insert(id, assessment);
		}
		let first = Assessments::<T>::iter_keys().next().expect("there are some");
		Assessments::<T>::remove(first);
		LastServed::<T>::put(first);
		let mut meter = WeightMeter::with_limit(T::WeightInfo::work_round());

		#[block]
		{
			Pallet::<T>::work_all(&mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		let is_another = |id: Option<IncidentId>| id.is_some_and(|id| id != first);
		assert!(is_another(LastServed::<T>::get()) || is_another(Delayed::<T>::get()));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
