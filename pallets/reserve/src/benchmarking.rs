// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each call at its worst. The calls of the pools through `Backstop` are
//! part of their own work and are measured with it.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::pallet::*;
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungibles::{Balanced, Inspect},
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;

/// The set-up that the benchmarks need of the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper {
	/// A new listed asset with a minimum balance of one unit.
	fn asset() -> AssetId;

	/// A pool that is not admitted.
	fn pool() -> PoolId;
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

/// One for each function of [`WeightInfo`](crate::WeightInfo).
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

	/// Every case is the worst: an admission is the same for every pool.
	#[benchmark]
	pub fn admit_pool() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let pool = T::BenchmarkHelper::pool();

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

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
