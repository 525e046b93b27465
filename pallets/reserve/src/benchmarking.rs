// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each call at its worst. The calls of the pools through `Backstop` are
//! part of their own work and are measured with it.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::{
	pallet::*,
	types::{
		BackedPools, Backing, Book, Collected, CompensationTable, DebtQueue, GroupDraws, PoolAccount,
		Position, ProgrammeSource, Proof, StakeBook, SurveyStage, SurveyState, Tally, DRAWS_KEPT,
		LEAST_PERIOD, MAX_CHUNKS, MAX_GROUPS, MAX_LEAVES, MAX_PROOF,
	},
	weights::WeightInfo,
};
use breakwater_primitives::*;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungibles::{Balanced, Inspect},
		Consideration, EnsureOrigin, Footprint, Get,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// The set-up that the benchmarks need of the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper {
	/// A new listed asset with a minimum balance of one unit.
	fn asset() -> AssetId;

	/// A pool that is not admitted.
	fn pool() -> PoolId;

	/// A pool that is not admitted, with cover on as many products as a pool can have. The products
	/// are of all risk classes, each with rules of its own, and good enough for the reserve.
	fn exposed_pool() -> PoolId;
}

/// Open an incident of a group, or add a pool to it, as the reserve sees it. It is on the first day
/// after as many draws of the group as there can be.
pub fn open_incident<T: Config>(incident: IncidentId, pool: PoolId, asset: AssetId, group: GroupId) {
	let known = Incidents::<T>::mutate_extant(incident, |account| {
		if !account.pools.contains(&pool) {
			account.pools.try_push(pool).expect("a place for each pool");
		}
		true
	});
	if known {
		return;
	}
	let pools = BackedPools::truncate_from(alloc::vec![pool]);
	let risk = ProductRisk { asset: asset.clone(), group };
	Pallet::<T>::record_incident(incident, risk, pools);
	let today = Pallet::<T>::today();
	let days = today.saturating_sub(DRAWS_KEPT)..today;
	let draws = days.map(|day| (day, 0)).collect::<alloc::vec::Vec<_>>();
	Draws::<T>::insert(asset, group, GroupDraws(draws.try_into().expect("a place for each day")));
}

/// The amount given.
const AMOUNT: Balance = 1_000_000;

/// Fails if an invariant does not hold: no benchmark ends in a state that cannot be.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// An origin with the power of referenda.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A tally with as many groups as it can have, beyond those of products.
fn full_tally() -> Tally {
	let groups: alloc::vec::Vec<_> = (1_000..).take(MAX_GROUPS as usize).map(|group| (group, 1)).collect();
	let mut tally = Tally::default();
	tally.add(&groups, 1);
	tally
}

/// Give the reserve own funds.
fn endow<T: Config>(asset: &AssetId, amount: Balance) -> Result<(), BenchmarkError> {
	let money = T::Assets::issue(asset.clone(), amount);
	let taken = Pallet::<T>::do_take_in(asset.clone(), IncomeLine::LostBonds, money);
	taken.map_err(|_| "the reserve cannot be given money")?;
	Ok(())
}

/// Give the reserve money for the underwriters of a pool. Returns it as the source of a programme.
fn salvage<T: Config>(asset: &AssetId) -> Result<ProgrammeSource, BenchmarkError> {
	let (incident, pool) = (7, 7);
	let money = T::Assets::issue(asset.clone(), AMOUNT);
	let taken = Pallet::<T>::do_salvage(incident, pool, asset.clone(), 0, money);
	taken.map_err(|_| "the reserve cannot be given money")?;
	Ok(ProgrammeSource::Salvage { incident, pool })
}

/// An account that can stake, and a reserve with some of the asset.
fn staker<T: Config>(asset: &AssetId) -> Result<T::AccountId, BenchmarkError> {
	let caller: T::AccountId = whitelisted_caller();
	let ticket = Footprint::from_mel::<Position<T::StakeDeposit>>();
	T::StakeDeposit::ensure_successful(&caller, ticket);
	let money = T::Assets::issue(asset.clone(), 3 * AMOUNT);
	T::Assets::resolve(&caller, money).map_err(|_| "the caller cannot be given money")?;
	Pallet::<T>::do_donate(caller.clone(), asset.clone(), AMOUNT)?;
	Ok(caller)
}

/// Stake for an account. Returns its shares.
fn staked<T: Config>(who: &T::AccountId, asset: &AssetId) -> Result<Balance, BenchmarkError> {
	Pallet::<T>::do_stake(who.clone(), asset.clone(), AMOUNT, 0)?;
	Ok(Positions::<T>::get(asset, who).map_or(0, |position| position.shares))
}

/// One for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The first gift in an asset that is not the native token, by an account that keeps some.
	#[benchmark]
	pub fn donate() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let caller: T::AccountId = whitelisted_caller();
		let money = T::Assets::issue(asset.clone(), 2 * AMOUNT);
		T::Assets::resolve(&caller, money).map_err(|_| "the caller cannot be given money")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), asset.clone(), AMOUNT);

		assert_eq!(Books::<T>::get(&asset).own, AMOUNT);
		assert_eq!(T::Assets::balance(asset, &caller), AMOUNT);
		check::<T>();
		Ok(())
	}

	/// A pool with as many products as it can have, of every risk class.
	#[benchmark]
	pub fn admit_pool() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let pool = T::BenchmarkHelper::exposed_pool();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, pool);

		assert!(Admitted::<T>::contains_key(pool));
		Ok(())
	}

	/// Every case is the worst: a removal is the same for every pool.
	#[benchmark]
	pub fn remove_pool() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let pool = T::BenchmarkHelper::pool();
		Pallet::<T>::do_admit_pool(pool)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, pool);

		assert!(!Admitted::<T>::contains_key(pool));
		Ok(())
	}

	/// The first money in an asset that is not the native token, from a treasury that keeps some.
	#[benchmark]
	pub fn replenish() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = T::BenchmarkHelper::asset();
		let treasury = T::Treasury::get();
		let money = T::Assets::issue(asset.clone(), 2 * AMOUNT);
		T::Assets::resolve(&treasury, money).map_err(|_| "the treasury cannot be given money")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), AMOUNT);

		assert_eq!(Books::<T>::get(&asset).own, AMOUNT);
		assert_eq!(T::Assets::balance(asset, &treasury), AMOUNT);
		check::<T>();
		Ok(())
	}

	/// The oldest debt, which goes behind the others: that writes as much as a payment in part, and
	/// a place more. The claims' part is not measured: see `Obligations`.
	#[benchmark]
	pub fn pay_debt() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let caller: T::AccountId = whitelisted_caller();
		let (incident, pool, owed) = (0, 0, 2 * AMOUNT);
		let account = Pallet::<T>::account().ok_or("there is an account")?;
		let money = T::Assets::issue(asset.clone(), 2 * AMOUNT);
		T::Assets::resolve(&account, money).map_err(|_| "the reserve cannot be given money")?;
		let received = IncomeSums { donations: AMOUNT, ..Default::default() };
		Books::<T>::insert(&asset, Book { set_aside: AMOUNT, owed, received, ..Default::default() });
		Pools::<T>::insert(pool, &asset, PoolAccount { owed, ..Default::default() });
		let backing = Backing { owed, place: Some(0), ..Backing::new(asset.clone()) };
		Backings::<T>::insert(incident, pool, backing);
		Debts::<T>::insert(&asset, 0, (incident, pool));
		DebtQueues::<T>::insert(&asset, DebtQueue { first: 0, next: 1 });
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), asset.clone());

		// Its claims are unknown to a runtime. The tests' claims take any payment.
		let after = Backings::<T>::get(incident, pool).ok_or("the debt is there")?;
		assert!(after.place == Some(1) || after.paid_later == AMOUNT);
		check::<T>();
		Ok(())
	}

	/// The first stake of an account, in an asset that is not the native token, beside rewards that
	/// are due.
	#[benchmark]
	pub fn stake() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let caller = staker::<T>(&asset)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), asset.clone(), AMOUNT, 1);

		assert!(Positions::<T>::contains_key(&asset, &caller));
		check::<T>();
		Ok(())
	}

	/// A request that replaces another one.
	#[benchmark]
	pub fn cooldown() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let caller = staker::<T>(&asset)?;
		let shares = staked::<T>(&caller, &asset)?;
		Pallet::<T>::do_cooldown(caller.clone(), asset.clone(), shares)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), asset.clone(), 1);

		let request = Positions::<T>::get(&asset, &caller).and_then(|position| position.request);
		assert_eq!(request.map(|request| request.shares), Some(1));
		check::<T>();
		Ok(())
	}

	/// The last shares of an account leave, and its deposit comes back.
	#[benchmark]
	pub fn unstake() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let caller = staker::<T>(&asset)?;
		let shares = staked::<T>(&caller, &asset)?;
		Pallet::<T>::do_cooldown(caller.clone(), asset.clone(), shares)?;
		Positions::<T>::mutate(&asset, &caller, |position| {
			if let Some(request) = position.as_mut().and_then(|position| position.request.as_mut()) {
				request.ready_at = 0;
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), asset.clone(), 1);

		assert!(!Positions::<T>::contains_key(&asset, &caller));
		check::<T>();
		Ok(())
	}

	/// A look on a day whose survey is not over, which goes no further.
	#[benchmark]
	pub fn survey_look() -> Result<(), BenchmarkError> {
		let state = SurveyState { day: 0, stage: SurveyStage::Pools { after: None } };
		Survey::<T>::put(state.clone());
		let mut meter = WeightMeter::with_limit(T::WeightInfo::survey_look());

		#[block]
		{
			Pallet::<T>::survey(&mut meter);
			// Where it goes further, the state is written once.
			Survey::<T>::put(state);
		}

		assert!(meter.consumed().any_gt(Weight::zero()));
		Ok(())
	}

	/// A pool with as many products as it can have, in an asset whose groups are all counted apart.
	#[benchmark]
	pub fn survey_pool() -> Result<(), BenchmarkError> {
		let pool = T::BenchmarkHelper::exposed_pool();
		let asset = T::Exposures::exposure(pool).ok_or("the pool has an exposure")?.asset;
		Pallet::<T>::do_admit_pool(pool)?;
		Books::<T>::insert(&asset, Book::default());
		Tallies::<T>::insert(&asset, full_tally());
		let stage;

		#[block]
		{
			stage = Pallet::<T>::survey_pool(None);
		}

		assert_eq!(stage, SurveyStage::Pools { after: Some(pool) });
		assert!(Tallies::<T>::get(&asset).exposure > Balance::from(MAX_GROUPS));
		Ok(())
	}

	/// An asset whose groups are all counted apart, in a year that has begun, on a day whose place
	/// has a record.
	#[benchmark]
	pub fn survey_asset() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let book = Book { stake: StakeBook { rewards: 1, ..Default::default() }, ..Default::default() };
		Books::<T>::insert(&asset, book);
		Tallies::<T>::insert(&asset, full_tally());
		Pallet::<T>::survey_asset(1, None);
		Tallies::<T>::insert(&asset, full_tally());
		let stage;

		#[block]
		{
			stage = Pallet::<T>::survey_asset(1, None);
		}

		assert_eq!(stage, SurveyStage::Assets { after: Some(asset.clone()) });
		assert_eq!(Years::<T>::get(&asset, 1970).map(|year| year.days), Some(2));
		Ok(())
	}

	/// In an asset with a book.
	#[benchmark]
	pub fn approve_programme() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = T::BenchmarkHelper::asset();
		let source = salvage::<T>(&asset)?;
		let table = CompensationTable { root: Default::default(), leaves: MAX_LEAVES, total: AMOUNT };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset, table, LEAST_PERIOD, source);

		assert_eq!(Programmes::<T>::get(0).map(|programme| programme.left), Some(AMOUNT));
		check::<T>();
		Ok(())
	}

	/// A programme that was approved while an incident was open.
	#[benchmark]
	pub fn begin_programme() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		endow::<T>(&asset, 2 * AMOUNT)?;
		let caller: T::AccountId = whitelisted_caller();
		let table = CompensationTable { root: Default::default(), leaves: MAX_LEAVES, total: AMOUNT };
		Freezes::<T>::mutate(&asset, |freeze| freeze.incidents = 1);
		let source = ProgrammeSource::OwnFunds;
		Pallet::<T>::do_approve_programme(asset.clone(), table, LEAST_PERIOD, source)?;
		Freezes::<T>::mutate(&asset, |freeze| freeze.incidents = 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		assert_eq!(Programmes::<T>::get(0).map(|programme| programme.left), Some(AMOUNT));
		check::<T>();
		Ok(())
	}

	/// The longest proof, for an account that has none of the asset.
	#[benchmark]
	pub fn collect_compensation() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		endow::<T>(&asset, 2 * AMOUNT)?;
		let who: T::AccountId = account("compensated", 0, 0);
		let leaf = BlakeTwo256::hash(&(&who, AMOUNT).encode());
		let proof: alloc::vec::Vec<_> = (0..MAX_PROOF).map(|n| BlakeTwo256::hash_of(&n)).collect();
		let root = proof.iter().fold(leaf, |left, right| BlakeTwo256::hash_of(&(left, right)));
		let table = CompensationTable { root, leaves: MAX_LEAVES, total: AMOUNT };
		let source = ProgrammeSource::OwnFunds;
		Pallet::<T>::do_approve_programme(asset.clone(), table, LEAST_PERIOD, source)?;
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0, who.clone(), AMOUNT, 0, Proof::truncate_from(proof));

		assert_eq!(T::Assets::balance(asset, &who), AMOUNT);
		check::<T>();
		Ok(())
	}

	/// The largest table, out of recovered money. It has `c` records of collected leaves.
	#[benchmark]
	pub fn close_programme(c: Linear<0, MAX_CHUNKS>) -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let source = salvage::<T>(&asset)?;
		let table = CompensationTable { root: Default::default(), leaves: MAX_LEAVES, total: AMOUNT };
		Pallet::<T>::do_approve_programme(asset.clone(), table, LEAST_PERIOD, source)?;
		Programmes::<T>::mutate_extant(0, |programme| programme.until = 0);
		for chunk in 0..c {
			CollectedLeaves::<T>::insert(0, chunk, Collected::default());
		}
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		assert_eq!((Books::<T>::get(&asset).salvage, CollectedLeaves::<T>::iter().count()), (AMOUNT, 0));
		check::<T>();
		Ok(())
	}

	/// A budget in place of another one.
	#[benchmark]
	pub fn grant_emergency() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = T::BenchmarkHelper::asset();
		endow::<T>(&asset, 20 * AMOUNT)?;
		Pallet::<T>::do_grant_emergency(asset.clone(), 1, LEAST_PERIOD)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), AMOUNT, LEAST_PERIOD);

		assert_eq!(EmergencyBudgets::<T>::get(asset).map(|budget| budget.left), Some(AMOUNT));
		Ok(())
	}

	/// For an account that has none of the asset; a part of the budget is left.
	#[benchmark]
	pub fn advance() -> Result<(), BenchmarkError> {
		let origin = T::EmergencyOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let asset = T::BenchmarkHelper::asset();
		endow::<T>(&asset, 40 * AMOUNT)?;
		Pallet::<T>::do_grant_emergency(asset.clone(), 2 * AMOUNT, LEAST_PERIOD)?;
		let to: T::AccountId = account("advanced", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), to.clone(), AMOUNT);

		assert_eq!(T::Assets::balance(asset, &to), AMOUNT);
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
