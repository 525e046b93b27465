// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each call at its worst. The payment of claims is part of the claims' own
//! work and is measured with it.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::{pallet::*, types::*};
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungibles::{Balanced, Inspect},
	EnsureOrigin,
};
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// The set-up that the benchmarks need of the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper<AccountId> {
	/// A product that an account sponsors, and its asset.
	fn product(sponsor: &AccountId) -> (ProductId, AssetId);
	/// A product without a sponsor.
	fn ownerless() -> ProductId;
}

/// The amount given.
const AMOUNT: Balance = 1_000_000_000_000;

/// Fails if an invariant does not hold: no benchmark ends in a state that cannot be.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// A sponsor with money, and their product.
fn sponsor<T: Config>() -> Result<(T::AccountId, ProductId, AssetId), BenchmarkError> {
	let caller: T::AccountId = whitelisted_caller();
	let (product, asset) = T::BenchmarkHelper::product(&caller);
	let least = T::Assets::minimum_balance(asset.clone());
	for asset in [AssetId::Native, asset.clone()] {
		let money = T::Assets::issue(asset, AMOUNT.saturating_mul(3).saturating_add(least));
		T::Assets::resolve(&caller, money).map_err(|_| "the sponsor cannot be given money")?;
	}
	Ok((caller, product, asset))
}

/// A sponsor who has given first loss and pledged a share.
fn pledged<T: Config>() -> Result<(T::AccountId, ProductId, AssetId), BenchmarkError> {
	let (caller, product, asset) = sponsor::<T>()?;
	Pallet::<T>::do_pledge(caller.clone(), product, AMOUNT)?;
	Pallet::<T>::do_set_share(caller.clone(), product, MOST_SHARE)?;
	Ok((caller, product, asset))
}

/// One for each function of `WeightInfo`.
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The first money of a product.
	#[benchmark]
	pub fn pledge() -> Result<(), BenchmarkError> {
		let (caller, product, _) = sponsor::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product, AMOUNT);

		assert_eq!(Pledges::<T>::get(product).map(|record| record.amount), Some(AMOUNT));
		check::<T>();
		Ok(())
	}

	/// A share that is lowered.
	#[benchmark]
	pub fn set_share() -> Result<(), BenchmarkError> {
		let (caller, product, _) = pledged::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product, Permill::zero());

		assert!(Pledges::<T>::get(product).is_some_and(|record| record.lowered.is_some()));
		check::<T>();
		Ok(())
	}

	/// A first request.
	#[benchmark]
	pub fn request_withdrawal() -> Result<(), BenchmarkError> {
		let (caller, product, _) = pledged::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product, AMOUNT);

		assert!(Pledges::<T>::get(product).is_some_and(|record| record.request.is_some()));
		check::<T>();
		Ok(())
	}

	/// A part of the money is taken back.
	#[benchmark]
	pub fn withdraw() -> Result<(), BenchmarkError> {
		let (caller, product, _) = pledged::<T>()?;
		Pallet::<T>::do_request_withdrawal(caller.clone(), product, AMOUNT / 2)?;
		Pledges::<T>::mutate_extant(product, |record| {
			record.request =
				record.request.map(|request| Request { ready_at: 0, ends_at: u64::MAX, ..request });
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product);

		assert_eq!(Pledges::<T>::get(product).map(|record| record.amount), Some(AMOUNT / 2));
		check::<T>();
		Ok(())
	}

	/// A product that was listed by referendum.
	#[benchmark]
	pub fn name_sponsor() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let product = T::BenchmarkHelper::ownerless();
		let sponsor: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, sponsor);

		assert!(Named::<T>::contains_key(product));
		Ok(())
	}

	/// A first route.
	#[benchmark]
	pub fn set_route() -> Result<(), BenchmarkError> {
		let (caller, product, _) = sponsor::<T>()?;
		let half = Permill::from_percent(50);
		let route = Route { to_reserve: half, to_first_loss: half, rest_to: caller.clone() };

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product, Some(route));

		assert!(Routes::<T>::contains_key(product));
		check::<T>();
		Ok(())
	}

	/// Money in the product's asset, of which each gets a part.
	#[benchmark]
	pub fn pay_route() -> Result<(), BenchmarkError> {
		let (caller, product, asset) = pledged::<T>()?;
		let third = Permill::from_percent(30);
		let receiver: T::AccountId = account("receiver", 0, 0);
		let route = Route { to_reserve: third, to_first_loss: third, rest_to: receiver.clone() };
		Pallet::<T>::do_set_route(caller.clone(), product, Some(route))?;
		let account = Pallet::<T>::route_account(product).expect("an account");
		let money = T::Assets::issue(asset.clone(), AMOUNT);
		T::Assets::resolve(&account, money).map_err(|_| "the route cannot be given money")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), product, asset.clone());

		assert_eq!(T::Assets::balance(asset, &receiver), AMOUNT / 10 * 4);
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
