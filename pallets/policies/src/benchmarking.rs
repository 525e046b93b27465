//! Benchmarks: what each call costs at its worst. What the claims call through `CoverBook` and `OnIncident` is part of
//! the claims' own steps and is measured with them.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{pallet::*, Policy, ProductName};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungibles::Balanced, EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// What the benchmarks need of the runtime: the pallet cannot set it up through its own storage.
pub trait BenchmarkHelper {
	/// A new asset that pools can be opened in, with a minimum balance of one unit.
	fn asset() -> AssetId;

	/// Put as many pools behind a product as there can be, each in the worst state in which it still names a price: as
	/// far behind as it may be, with something ending on each of the days. A policy of `cover` takes each from below to
	/// above four fifths of its capacity. Time passes.
	fn pools(product: ProductId, cover: Balance);

	/// Have as many operators as there can be give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);
}

/// The feed that the products watch.
const FEED: FeedId = FeedId::MAX;
/// The cover that is bought.
const COVER: Balance = 1_000_000_000;
/// For how long it is bought.
const PERIOD: Moment = 365 * DAY;

/// The longest name: its letters are of two bytes.
fn name() -> ProductName {
	"ß".repeat(32).into_bytes().try_into().expect("64 bytes are a name")
}

fn trigger() -> Trigger {
	Trigger {
		feed: FEED,
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: MAX_WINDOW,
		duration: DAY,
	}
}

/// Terms with everything that terms can have. Those of another wording differ.
fn terms(wording: u8) -> Terms {
	Terms {
		wording: [wording; 32],
		min_period: 7 * DAY,
		max_period: PERIOD,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::from_percent(10),
		deductible: 1,
		min_cover: 1_000,
		max_cover: Balance::MAX,
		payout: Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 },
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
		},
	}
}

/// A new product in an asset.
fn listed<T: Config>(asset: AssetId) -> Result<ProductId, BenchmarkError> {
	let product = NextProduct::<T>::get();
	Pallet::<T>::do_list_product(asset, 0, name(), trigger(), terms(0))?;
	Ok(product)
}

/// An origin that may do what referenda do.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The longest name, and the last place on the feed.
	#[benchmark]
	fn list_product() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = T::BenchmarkHelper::asset();
		let product = NextProduct::<T>::get();
		let most = T::MaxProductsPerFeed::get();
		let others: Vec<ProductId> = (1..most).map(|n| ProductId::MAX - n).collect();
		OnFeed::<T>::insert(FEED, BoundedVec::truncate_from(others));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset, 0, name(), trigger(), terms(0));

		assert_eq!(OnFeed::<T>::get(FEED).last(), Some(&product));
		assert_eq!(OnFeed::<T>::decode_len(FEED), Some(most as usize));
		assert_eq!(Products::<T>::get(product).unwrap().name, name());
		Ok(())
	}

	/// New terms of a product with the longest name.
	#[benchmark]
	fn update_terms() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = listed::<T>(T::BenchmarkHelper::asset())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, terms(1));

		assert_eq!(TermsOf::<T>::get(product, 2), Some(terms(1)));
		Ok(())
	}

	/// A product with the longest name.
	#[benchmark]
	fn set_status() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = listed::<T>(T::BenchmarkHelper::asset())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, ProductStatus::Retired);

		assert_eq!(Products::<T>::get(product).unwrap().status, ProductStatus::Retired);
		Ok(())
	}

	/// All pools that a product can have name a price, which lies on both sides of the curve's kink; each is as far behind
	/// as it may be, and the one that sells catches up for good. As many operators as there can be are fresh. The policy
	/// is the first of a holder who is not the buyer.
	#[benchmark]
	fn buy() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let product = listed::<T>(asset.clone())?;
		T::BenchmarkHelper::pools(product, COVER);
		T::BenchmarkHelper::feed(FEED, ONE);
		Ready::<T>::insert(product, ());
		let pools = T::Underwriting::pools_of(product);
		assert_eq!(pools.len(), MAX_POOLS_PER_PRODUCT as usize);
		for pool in pools {
			assert!(T::Underwriting::line(pool, product)?.room >= COVER);
		}
		let quote = Pallet::<T>::do_quote(product, COVER, PERIOD)?.quote;
		assert!(quote.utilisation_before < terms(0).price.kink);
		assert!(quote.utilisation_after > terms(0).price.kink);

		let buyer: T::AccountId = whitelisted_caller();
		let holder: T::AccountId = account("holder", 0, 0);
		let money = T::Assets::issue(asset, COVER);
		T::Assets::resolve(&buyer, money).map_err(|_| "the buyer cannot be given money")?;
		let id = NextPolicy::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(buyer),
			product,
			quote.version,
			COVER,
			PERIOD,
			quote.premium,
			Some(holder.clone()),
		);

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!(policy.holder, holder);
		assert_eq!(policy.pool, quote.pool);
		assert!(ByHolder::<T>::contains_key(&holder, id));
		assert!(ByProduct::<T>::contains_key(product, id));
		Ok(())
	}

	/// A record that can go, of a policy backed by a pool. There is no worse: nothing grows with what happened to it.
	#[benchmark]
	fn prune() -> Result<(), BenchmarkError> {
		let product = listed::<T>(T::BenchmarkHelper::asset())?;
		T::BenchmarkHelper::pools(product, COVER);
		let holder: T::AccountId = account("holder", 0, 0);
		let id = NextPolicy::<T>::get();
		let policy = Policy {
			holder: holder.clone(),
			product,
			version: 1,
			pool: T::Underwriting::pools_of(product)[0],
			cover: COVER,
			cover_left: COVER,
			premium: 1,
			stream: Stream::default(),
			bought_at: 0,
			starts_at: 0,
			ends_at: 0,
			expires: T::Clock::active(),
			last_claim: Some(0),
			open_claims: 0,
		};
		NextPolicy::<T>::put(id + 1);
		Policies::<T>::insert(id, policy);
		ByProduct::<T>::insert(product, id, ());
		ByHolder::<T>::insert(&holder, id, ());

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id);

		assert!(!Policies::<T>::contains_key(id));
		assert!(!ByProduct::<T>::contains_key(product, id));
		assert!(!ByHolder::<T>::contains_key(&holder, id));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
