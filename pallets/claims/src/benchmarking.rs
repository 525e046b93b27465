// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst cost of each piece of work, with the other pallets' part in it. The sums
//! and maxima of them that calls and hooks are charged are in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{types::*, work::MAX_ROUND, *};
use alloc::vec::Vec;
use breakwater_primitives::interest::{AccountSignature, InsuredAccount};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::fungibles::{Balanced, Inspect, Mutate},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::{crypto::KeyTypeId, H256};
use sp_runtime::traits::{BlakeTwo256, Hash};

/// The benchmarks' needs from the runtime. The pallet cannot set them up through its own storage
/// and its `Config`.
pub trait BenchmarkHelper {
	/// List a product with a trigger, in an asset with a minimum balance of one unit.
	fn product() -> ProductId;

	/// List a product whose events people assess, in such an asset.
	fn assessed() -> ProductId;

	/// Put as many pools behind a product as there can be, each exposed to it and in the worst
	/// state.
	///
	/// Each pool is exposed to as many other products as it can be, each of them with an open
	/// incident numbered below `incident` whose claims are known and are all that the pool has. It
	/// is as far behind as one piece of work catches up, with something ending on each day. A
	/// reserve is behind it that gives a part of what it is asked for, owes another, and leaves the
	/// pool the rest. Time passes.
	fn pools(product: ProductId, incident: IncidentId);

	/// Put one pool behind a product, which underwrites no other, and was touched today.
	fn pool(product: ProductId);

	/// A policy in force on a product, backed by as many of its pools as can back one, of a holder
	/// whose account is still empty. An average of [`WORST`] gives it a claim with a part on each
	/// of them. If it `is_full`, it was renewed since and has a commission.
	fn policy(product: ProductId, is_full: bool) -> PolicyId;

	/// Name an insured account in the policy of a product whose events people assess.
	fn name(policy: PolicyId, insured_account: InsuredAccount);

	/// Make the pools of a product, which [`Self::pools`] made, unable to pay all that they have
	/// locked.
	fn impoverish(_product: ProductId) {}

	/// Give the pools of a product enough for everything that they could have to pay.
	fn enrich(product: ProductId);

	/// Leave only so many of the pools behind a product that [`Self::pools`] put there.
	fn keep_pools(product: ProductId, count: u32);

	/// Let so much active time pass that payouts are not kept any more.
	fn pass_a_year();

	/// Leave as many records of an incident's assessment as there can be.
	fn assessment(_incident: IncidentId, _product: ProductId) {}
}

/// The incident.
const INCIDENT: IncidentId = 1_000;
/// The binding average of the incident.
pub const WORST: u128 = ONE / 2;

/// A new product with a trigger, without pools.
fn product<T: Config>() -> ProductId {
	T::BenchmarkHelper::product()
}

/// The incident, with everything that an incident can have, the open one of its product.
fn incident<T: Config>(product: ProductId, stage: Stage) -> Incident {
	let (now, limits) = (T::Clock::block_time(), T::Limits::get());
	let incident = Incident {
		upheld: Some(Upheld::Average(WORST)),
		cutoff: INCIDENT + 1,
		stage,
		..Incident::new(product, now.now, now, Decider::Trigger, limits)
	};
	NextIncident::<T>::put(INCIDENT + 1);
	Incidents::<T>::insert(INCIDENT, &incident);
	Open::<T>::insert(product, ProductIncidents { first: Some(INCIDENT), second: None });
	if stage.is_working() {
		Working::<T>::insert(INCIDENT, ());
	}
	incident
}

/// A product of which the incident has locked so many pools.
fn locked_product<T: Config>(pools: u32) -> ProductId {
	let product = product::<T>();
	T::BenchmarkHelper::pools(product, INCIDENT);
	T::BenchmarkHelper::keep_pools(product, pools);
	T::OnIncident::opened(INCIDENT, product);
	assert_eq!(T::Settlement::locks(INCIDENT).len(), pools as usize);
	product
}

/// The incident on a product with one small pool, whose lock is reserved for it. Another incident
/// waits behind it.
fn reserved_pool<T: Config>(stage: Stage) -> PolicyId {
	let product = T::BenchmarkHelper::assessed();
	T::BenchmarkHelper::pool(product);
	let policy = T::BenchmarkHelper::policy(product, false);
	T::BenchmarkHelper::enrich(product);
	T::OnIncident::opened(INCIDENT, product);
	assessed_incident::<T>(product, stage);
	write_settlements::<T>(|_, lock| PoolSettlement { lock, is_reserved: true, ..Default::default() });
	for (pool, _) in T::Settlement::locks(INCIDENT) {
		assert!(T::Settlement::reserve_lock(INCIDENT, pool));
	}
	T::OnIncident::opened(INCIDENT + 1, product);
	policy
}

/// Parts of so many pools in the incident, all of them final.
fn final_settlements<T: Config>(pools: u32) {
	let settlement = Settlement { is_final: true, ..Default::default() };
	for pool in 0..pools {
		let part = PoolSettlement { is_charged: true, settlement, ..Default::default() };
		PoolSettlements::<T>::insert(INCIDENT, pool, part);
	}
}

/// A part for each pool that the incident has locked.
fn write_settlements<T: Config>(part: impl Fn(PoolId, Balance) -> PoolSettlement) {
	for (pool, lock) in T::Settlement::locks(INCIDENT) {
		PoolSettlements::<T>::insert(INCIDENT, pool, part(pool, lock));
	}
}

/// The last claim of the incident that is to be paid, on one small pool. Its holder has no such
/// asset yet.
fn last_claim<T: Config>(stage: Stage, status: ClaimStatus) -> (PolicyId, Balance) {
	let product = product::<T>();
	T::BenchmarkHelper::pool(product);
	let policy = T::BenchmarkHelper::policy(product, false);
	T::OnIncident::opened(INCIDENT, product);
	let incident = incident::<T>(product, stage);
	let Incident { occurred_at, opened, .. } = incident;
	let finding = Finding { occurred_at, opened_active: opened.active, measure: Measure::Average(WORST) };
	let parts = T::Book::assess(policy, &finding).expect("the policy has a claim");
	assert_eq!(parts.len(), 1);
	T::Book::register(policy, INCIDENT, &finding, &parts).expect("the claim can be registered");

	for (pool, amount) in parts.iter().copied() {
		let settlement = Settlement { loss: amount, from_pool: amount, is_final: true, ..Default::default() };
		let part = PoolSettlement {
			lock: amount,
			loss: amount,
			claims: 1,
			settlement,
			is_charged: true,
			funded: amount,
			..Default::default()
		};
		PoolSettlements::<T>::insert(INCIDENT, pool, part);
	}
	let asset = T::Settlement::asset_of(parts[0].0).expect("the pool exists");
	let amount = sum(&parts).expect("the claim is a number");
	let paid = if status == ClaimStatus::Paid { [amount, 0, 0] } else { [0; MAX_ALLOCATIONS as usize] };
	Claims::<T>::insert(INCIDENT, policy, Claim { parts, paid, status });
	let escrow = amount + 1;
	let account = Pallet::<T>::escrow_account().expect("the pallet has an account");
	T::Assets::mint_into(asset.clone(), &account, escrow).expect("the escrow can receive");
	Incidents::<T>::insert(INCIDENT, Incident { claims: 1, asset: Some(asset), escrow, ..incident });
	(policy, amount)
}

/// True if the last claim is paid and the incident's book is empty.
fn is_paid<T: Config>(policy: PolicyId, amount: Balance) -> bool {
	let incident = Incidents::<T>::get(INCIDENT).expect("the incident is kept");
	let claim = Claims::<T>::get(INCIDENT, policy).expect("the claim is kept");
	let is_paid = claim.status == ClaimStatus::Paid && claim.paid.iter().sum::<Balance>() == amount;
	is_paid && incident.escrow == 1
}

/// The type of the keys of insured accounts.
const KEY: KeyTypeId = KeyTypeId(*b"posi");
/// A product whose events people assess, with as many pools as there can be.
fn assessed_product<T: Config>() -> ProductId {
	let product = T::BenchmarkHelper::assessed();
	T::BenchmarkHelper::pools(product, INCIDENT);
	product
}

/// The same with so many pools, locked by the incident; and its asset.
fn assessed_and_locked<T: Config>(pools: u32) -> (ProductId, AssetId) {
	let product = assessed_product::<T>();
	T::BenchmarkHelper::keep_pools(product, pools);
	T::OnIncident::opened(INCIDENT, product);
	let locks = T::Settlement::locks(INCIDENT);
	assert_eq!(locks.len(), pools as usize);
	(product, T::Settlement::asset_of(locks[0].0).expect("the pool exists"))
}

/// An account that can put up any bond.
fn purse<T: Config>(asset: AssetId) -> T::AccountId {
	let who = whitelisted_caller();
	T::Assets::mint_into(asset, &who, Balance::from(u64::MAX)).expect("anyone can hold the asset");
	who
}

/// The incident of a product whose events people assess, with its asset known.
fn assessed_incident<T: Config>(product: ProductId, stage: Stage) -> Incident {
	let asset = T::Settlement::locks(INCIDENT).first().and_then(|(pool, _)| T::Settlement::asset_of(*pool));
	let incident = Incident { asset, ..incident::<T>(product, stage) };
	Incidents::<T>::insert(INCIDENT, &incident);
	incident
}

/// Charge all pools of the incident what they have locked, and put the money into its escrow. Locks
/// of incidents from `cut-off` on do not count. Returns the pools.
fn settle_all<T: Config>(incident: &mut Incident, cutoff: IncidentId) -> Vec<PoolId> {
	let locks = T::Settlement::locks(INCIDENT);
	for (pool, lock) in &locks {
		T::Settlement::totalled(INCIDENT, *pool, *lock).expect("the pool is locked");
		let (settlement, credit) =
			T::Settlement::settle(INCIDENT, *pool, cutoff).expect("the pool can be charged");
		let mut part = PoolSettlement {
			lock: *lock,
			loss: *lock,
			claims: 1,
			is_charged: true,
			settlement,
			..Default::default()
		};
		Pallet::<T>::put_in_escrow(incident, &mut part, credit).expect("the escrow can receive");
		PoolSettlements::<T>::insert(INCIDENT, *pool, part);
	}
	locks.into_iter().map(|(pool, _)| pool).collect()
}

/// The benchmarks: one for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// A claim on one pool, whose holder could not receive before. The holder's account is new to
	/// the asset.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paid, ClaimStatus::Waiting);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT, policy);

		assert!(is_paid::<T>(policy, amount));
		Ok(())
	}

	/// A policy on one pool without other products, which pays at once. The proof is the longest,
	/// with a Substrate signature of the plain statement. The holder's account is new to the asset.
	#[benchmark]
	pub fn claim() -> Result<(), BenchmarkError> {
		let policy = reserved_pool::<T>(Stage::Claiming { until: Moment::MAX });
		let key = sp_io::crypto::sr25519_generate(KEY, None);
		let insured_account = InsuredAccount::Substrate { genesis: [0; 32], account: key.0 };
		T::BenchmarkHelper::name(policy, insured_account);
		let statement = interest::statement(&Pallet::<T>::genesis(), policy, INCIDENT, &insured_account);
		let signature = sp_io::crypto::sr25519_sign(KEY, &key, &statement).expect("the key is there");
		let signature = AccountSignature::Sr25519(signature.0);
		let loss = Balance::from(u64::MAX);
		let proof: Vec<_> = (0..MAX_PROOF).map(|n| BlakeTwo256::hash_of(&n)).collect();
		let leaf = BlakeTwo256::hash_of(&(insured_account, loss));
		let root = proof.iter().fold(leaf, |left, right| BlakeTwo256::hash_of(&(left, right)));
		Incidents::<T>::mutate(INCIDENT, |slot| {
			let table = LossTable { root, leaves: u32::MAX, total: Balance::MAX };
			slot.as_mut().unwrap().upheld = Some(Upheld::Losses(table));
		});
		let (proof, who) = (Proof::truncate_from(proof), whitelisted_caller());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), INCIDENT, policy, loss, 0, proof, signature);

		let booked = Claims::<T>::get(INCIDENT, policy).expect("the claim is registered");
		assert_eq!(booked.parts.len(), 1);
		assert_eq!(booked.status, ClaimStatus::Paid);
		Ok(())
	}

	/// The longest reference.
	#[benchmark]
	pub fn file_evidence() -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>();
		let policy = T::BenchmarkHelper::policy(product, true);
		let who = T::Book::holder(policy).expect("the policy has a holder");
		assessed_incident::<T>(product, Stage::Undecided(Decider::Assessment));
		let uri = Uri::truncate_from(Vec::from([b'u'; MAX_URI as usize]));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), INCIDENT, policy, H256::zero(), uri);

		Ok(())
	}

	/// Money for a pool that was short: the claims, the reserve's obligation, the loan and the
	/// underwriters get a part.
	#[benchmark]
	pub fn recover() -> Result<(), BenchmarkError> {
		let (product, asset) = assessed_and_locked::<T>(MAX_POOLS_PER_PRODUCT);
		let who = purse::<T>(asset.clone());
		let mut incident = assessed_incident::<T>(product, Stage::Paid);
		T::BenchmarkHelper::impoverish(product);
		let pool = settle_all::<T>(&mut incident, INCIDENT + 1)[0];
		Incidents::<T>::insert(INCIDENT, &incident);
		let before = T::Assets::balance(asset.clone(), &who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), INCIDENT, pool, before / 2);

		assert!(T::Assets::balance(asset, &who) < before);
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Paying { after: None });
		Ok(())
	}

	/// An incident with `p` pools.
	#[benchmark]
	pub fn close(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = assessed_product::<T>();
		let mut incident = assessed_incident::<T>(product, Stage::Paid);
		incident.settled_at = Some(0);
		Incidents::<T>::insert(INCIDENT, &incident);
		final_settlements::<T>(p);
		T::BenchmarkHelper::pass_a_year();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), INCIDENT);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Closing);
		Ok(())
	}

	/// A claim is removed, which still keeps its policy.
	#[benchmark]
	pub fn drop_claim() -> Result<(), BenchmarkError> {
		let (policy, _) = last_claim::<T>(Stage::Closing, ClaimStatus::Waiting);
		ByPolicy::<T>::insert(policy, INCIDENT, ());

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert!(!Claims::<T>::contains_key(INCIDENT, policy));
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Closing);
		Ok(())
	}

	/// The last record is gone. `p` pools, all short, are closed, as many outcome proposals as
	/// there can be are removed, and what is left goes to the reserve.
	#[benchmark]
	pub fn close_step(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let (product, _) = assessed_and_locked::<T>(p);
		let mut incident = assessed_incident::<T>(product, Stage::Closing);
		settle_all::<T>(&mut incident, INCIDENT + 1);
		Incidents::<T>::insert(INCIDENT, &incident);
		Working::<T>::insert(INCIDENT, ());
		// An incident closes when the reserve owes no amount for it.
		for (pool, part) in PoolSettlements::<T>::iter_prefix(INCIDENT) {
			T::Settlement::reserve_paid(INCIDENT, pool, part.settlement.owed_by_reserve);
		}
		T::BenchmarkHelper::assessment(INCIDENT, product);

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Closed);
		Ok(())
	}

	/// One pool, which is not short any more: the work on the incident ends.
	#[benchmark]
	pub fn top_up_step() -> Result<(), BenchmarkError> {
		incident::<T>(product::<T>(), Stage::Paid);
		final_settlements::<T>(1);
		Working::<T>::insert(INCIDENT, ());
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::work(INCIDENT, &mut meter);
		}

		assert!(!Working::<T>::contains_key(INCIDENT));
		Ok(())
	}

	/// Money of a pool. The escrow account never held the asset.
	#[benchmark]
	pub fn put_in_escrow() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		T::BenchmarkHelper::pool(product);
		T::BenchmarkHelper::policy(product, false);
		T::OnIncident::opened(INCIDENT, product);
		let mut incident = incident::<T>(product, Stage::Settling { after: None });
		let (pool, loss) = T::Settlement::locks(INCIDENT)[0];
		let asset = T::Settlement::asset_of(pool).expect("the pool exists");
		let mut part = PoolSettlement { lock: loss, loss, ..Default::default() };
		let credit = T::Assets::issue(asset, loss);

		#[block]
		{
			Pallet::<T>::put_in_escrow(&mut incident, &mut part, credit)?;
		}

		assert_eq!((incident.escrow, part.funded), (loss, loss));
		Ok(())
	}

	/// `p` pools are locked.
	#[benchmark]
	pub fn begin_claims(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = locked_product::<T>(p);
		let incident = incident::<T>(product, Stage::Undecided(Decider::Trigger));
		Incidents::<T>::insert(INCIDENT, Incident { upheld: None, ..incident });

		#[block]
		{
			Pallet::<T>::do_uphold(INCIDENT, 0, Upheld::Average(WORST));
		}

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::AssessingClaims { after: None });
		assert_eq!(Pallet::<T>::pools_in(INCIDENT), p);
		assert!(Working::<T>::contains_key(INCIDENT));
		Ok(())
	}

	/// The incident behind another is the first of its product now. As many pools as there can be
	/// are locked.
	#[benchmark]
	pub fn next_incident() -> Result<(), BenchmarkError> {
		let product = locked_product::<T>(MAX_POOLS_PER_PRODUCT);
		incident::<T>(product, Stage::Undecided(Decider::Trigger));

		#[block]
		{
			T::OnIncident::next(INCIDENT, product);
		}

		assert_eq!(T::Settlement::locks(INCIDENT).len(), MAX_POOLS_PER_PRODUCT as usize);
		Ok(())
	}

	/// One incident fewer than a round has room for, all behind the one that was served last and is
	/// done. The list is gone through twice. No weight for any step.
	#[benchmark]
	pub fn work_round() -> Result<(), BenchmarkError> {
		let now = T::Clock::block_time();
		for id in 0..MAX_ROUND as IncidentId {
			Working::<T>::insert(id, ());
			let new = Incident::new(0, 0, now, Decider::Trigger, T::Limits::get());
			Incidents::<T>::insert(id, Incident { stage: Stage::AssessingClaims { after: None }, ..new });
		}
		let first = Working::<T>::iter_keys().next().expect("there are some");
		Working::<T>::remove(first);
		LastServed::<T>::put(first);
		let mut meter = WeightMeter::with_limit(Pallet::<T>::round_weight());

		#[block]
		{
			Pallet::<T>::work_all(&mut meter);
		}

		assert_eq!(meter.remaining(), Weight::zero());
		assert_eq!(LastServed::<T>::get(), Some(first));
		Ok(())
	}

	/// A policy with a claim on one pool without other products.
	#[benchmark]
	pub fn assess_step() -> Result<(), BenchmarkError> {
		let product = product::<T>();
		T::BenchmarkHelper::pool(product);
		let policy = T::BenchmarkHelper::policy(product, false);
		T::OnIncident::opened(INCIDENT, product);
		incident::<T>(product, Stage::AssessingClaims { after: None });
		write_settlements::<T>(|_, lock| PoolSettlement { lock, ..Default::default() });

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		let booked = Claims::<T>::get(INCIDENT, policy).expect("the claim is registered");
		assert_eq!(booked.parts.len(), 1);
		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().claims, 1);
		Ok(())
	}

	/// No policy is left. `p` pools get the sums of the claims.
	#[benchmark]
	pub fn end_assessing(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = locked_product::<T>(p);
		let after = T::Book::walk(product, None, u32::MAX).pop();
		incident::<T>(product, Stage::AssessingClaims { after });
		write_settlements::<T>(|_, lock| PoolSettlement {
			lock,
			loss: lock - 1,
			claims: 1,
			..Default::default()
		});

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Settling { after: None });
		for (pool, lock) in T::Settlement::locks(INCIDENT) {
			assert_eq!(PoolSettlements::<T>::get(INCIDENT, pool).unwrap().loss, lock);
		}
		Ok(())
	}

	/// One pool, which was charged one claim at a time, is let go. The charge of other pools is the
	/// pools' work.
	#[benchmark]
	pub fn settle_step() -> Result<(), BenchmarkError> {
		reserved_pool::<T>(Stage::Settling { after: None });

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert!(T::Settlement::locks(INCIDENT).is_empty());
		assert!(PoolSettlements::<T>::iter_prefix_values(INCIDENT).all(|part| part.is_final()));
		Ok(())
	}

	/// `p` pools are charged. The end of the incident comes on top.
	#[benchmark]
	pub fn end_settlement(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let product = product::<T>();
		// Charged pools have no locks.
		T::OnIncident::opened(INCIDENT, product);
		incident::<T>(product, Stage::Settling { after: Some(0) });
		final_settlements::<T>(p);

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert_eq!(Incidents::<T>::get(INCIDENT).unwrap().stage, Stage::Paying { after: None });
		Ok(())
	}

	/// A claim on one pool. Its holder's account is new to the asset.
	#[benchmark]
	pub fn pay_step() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paying { after: None }, ClaimStatus::Registered);

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		assert!(is_paid::<T>(policy, amount));
		Ok(())
	}

	/// A claim on one pool that was paid before and still keeps its policy.
	#[benchmark]
	pub fn skip_step() -> Result<(), BenchmarkError> {
		let (policy, amount) = last_claim::<T>(Stage::Paying { after: None }, ClaimStatus::Paid);

		#[extrinsic_call]
		process(RawOrigin::Signed(whitelisted_caller()), INCIDENT, 1);

		let incident = Incidents::<T>::get(INCIDENT).expect("the incident is kept");
		assert_eq!((incident.stage, incident.escrow), (Stage::Paying { after: Some(policy) }, amount + 1));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
