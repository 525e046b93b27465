// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst-case cost of each call.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{
	pallet::*,
	risk::{default_admission, default_rules},
	types::{Listing, ProposalId},
};
use alloc::{boxed::Box, vec::Vec};
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// The helper of the runtime: the pallet cannot set this up through its own storage.
pub trait BenchmarkHelper<AccountId> {
	/// A new asset that pools can be opened in, with a minimum balance of one unit.
	fn asset() -> AssetId;

	/// Give an account units of an asset, and native tokens for deposits.
	fn fund(who: &AccountId, asset: AssetId, amount: Balance);
}

/// The feeds that the products watch: as many as can be.
const FEEDS: FeedSet =
	FeedSet::Any { first: FeedId::MAX, second: FeedId::MAX - 1, third: Some(FeedId::MAX - 2) };
/// The money of a sponsor.
const MONEY: Balance = 1_000_000_000;
/// The longest period of a policy.
const PERIOD: Moment = *Terms::PERIODS.end();

/// The longest name: its letters are of two bytes.
fn name() -> ProductName {
	"ß".repeat(32).into_bytes().try_into().expect("64 bytes are a name")
}

/// The longest `uri` of a wording.
fn uri() -> WordingUri {
	"ß".repeat(128).into_bytes().try_into().expect("256 bytes can say where a wording is")
}

/// Facts that leave every factor between its bounds.
fn facts() -> RiskFacts {
	RiskFacts { audits: 1, deployed: 0, bounty: 1, at_stake: Balance::MAX, incidents: 1, reviewed: 0 }
}

/// A product with every part that a product can have, under given terms and a given decision.
pub fn listing_of(asset: AssetId, decision: Decision, terms: Terms) -> Listing {
	Listing {
		asset,
		group: 0,
		class: RiskClass::Depeg,
		name: name(),
		uri: uri(),
		decision,
		facts: facts(),
		terms,
	}
}

/// The same product with a trigger.
fn listing(asset: AssetId) -> Listing {
	listing_of(asset, Decision::Trigger(trigger()), terms(0))
}

/// All places on the feeds but one are taken by others.
fn fill_feeds<T: Config>() {
	let others: Vec<ProductId> = (1..T::MaxProductsPerFeed::get()).map(|n| ProductId::MAX - n).collect();
	for feed in FEEDS.iter() {
		OnFeed::<T>::insert(feed, BoundedVec::truncate_from(others.clone()));
	}
}

/// A proposal by an account with native tokens.
fn proposed<T: Config>() -> Result<(ProposalId, T::AccountId), BenchmarkError> {
	let asset = T::BenchmarkHelper::asset();
	let sponsor: T::AccountId = whitelisted_caller();
	T::BenchmarkHelper::fund(&sponsor, asset.clone(), MONEY);
	let proposal = NextProposal::<T>::get();
	Pallet::<T>::do_propose_product(sponsor.clone(), listing(asset))?;
	Ok((proposal, sponsor))
}

fn trigger() -> Trigger {
	Trigger {
		feeds: FEEDS,
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: MAX_WINDOW,
		duration: DAY,
	}
}

/// Terms with every part that terms can have. Those of another wording differ.
fn terms(wording: u8) -> Terms {
	Terms {
		wording: [wording; 32],
		min_period: 7 * DAY,
		max_period: PERIOD,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::from_percent(10),
		deductible: 1,
		cancel_fee: Permill::from_percent(2),
		max_commission: Permill::from_percent(10),
		min_cover: 1_000,
		max_cover: Balance::MAX,
		max_total: Balance::MAX,
		payout: Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 },
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility: 10 * ONE,
		},
	}
}

/// A new product in an asset.
fn listed<T: Config>(asset: AssetId) -> Result<ProductId, BenchmarkError> {
	Ok(Pallet::<T>::do_list_product(listing(asset))?)
}

/// An origin that may do what referenda do.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The benchmarks, one for each function of [`WeightInfo`](crate::WeightInfo).
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The longest name and `uri`, and the last place on each of as many feeds as can be.
	#[benchmark]
	pub fn list_product() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = T::BenchmarkHelper::asset();
		let product = NextProduct::<T>::get();
		fill_feeds::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Box::new(listing(asset)));

		for feed in FEEDS.iter() {
			assert_eq!(OnFeed::<T>::get(feed).last(), Some(&product));
			assert_eq!(OnFeed::<T>::decode_len(feed), Some(T::MaxProductsPerFeed::get() as usize));
		}
		assert_eq!(Products::<T>::get(product).unwrap().name, name());
		Ok(())
	}

	/// New terms of a product with the longest name and `uri`.
	#[benchmark]
	pub fn update_terms() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = listed::<T>(T::BenchmarkHelper::asset())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, terms(1), uri());

		assert_eq!(Products::<T>::get(product).unwrap().terms, terms(1));
		Ok(())
	}

	/// A product with the longest name.
	#[benchmark]
	pub fn set_status() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = listed::<T>(T::BenchmarkHelper::asset())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, ProductStatus::Retired);

		assert_eq!(Products::<T>::get(product).unwrap().status, ProductStatus::Retired);
		Ok(())
	}

	/// A product with the longest name.
	#[benchmark]
	pub fn update_facts() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let product = listed::<T>(T::BenchmarkHelper::asset())?;
		let new = RiskFacts { audits: u8::MAX, ..facts() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, product, new);

		assert_eq!(Products::<T>::get(product).unwrap().facts, new);
		Ok(())
	}

	/// A class for which a referendum has set rules before.
	#[benchmark]
	pub fn set_class_rules() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let class = RiskClass::SmartContract;
		let old = default_rules(RiskClass::Nft);
		Rules::<T>::insert(class, old);
		let new = ClassRules { rate: 0, ..old };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, new);

		assert_eq!(Rules::<T>::get(class), Some(new));
		Ok(())
	}

	/// A class for which a referendum has set requirements before.
	#[benchmark]
	pub fn set_admission_rules() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let class = RiskClass::SmartContract;
		let old = default_admission(RiskClass::Custody);
		Admissions::<T>::insert(class, old);
		let new = AdmissionRules { min_audits: 3, ..old };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, new);

		assert_eq!(Admissions::<T>::get(class), Some(new));
		Ok(())
	}

	/// The longest name and `uri`, and the last place on each of as many feeds as can be.
	#[benchmark]
	pub fn propose_product() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let sponsor: T::AccountId = whitelisted_caller();
		T::BenchmarkHelper::fund(&sponsor, asset.clone(), MONEY);
		let proposal = NextProposal::<T>::get();
		fill_feeds::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor), Box::new(listing(asset.clone())));

		assert_eq!(Proposals::<T>::get(proposal).unwrap().listing, listing(asset));
		Ok(())
	}

	/// The longest name and `uri`, and the last place on each of as many feeds as can be.
	#[benchmark]
	pub fn approve_product() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let (proposal, _) = proposed::<T>()?;
		fill_feeds::<T>();
		let product = NextProduct::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, proposal);

		assert!(Products::<T>::contains_key(product) && Sponsors::<T>::contains_key(product));
		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// The longest name and `uri`.
	#[benchmark]
	pub fn withdraw_proposal() -> Result<(), BenchmarkError> {
		let (proposal, sponsor) = proposed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor), proposal);

		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// The last product on as many full feeds as can be, which was ready and has a sponsor.
	#[benchmark]
	pub fn delist() -> Result<(), BenchmarkError> {
		let (proposal, sponsor) = proposed::<T>()?;
		fill_feeds::<T>();
		let product = NextProduct::<T>::get();
		Pallet::<T>::do_approve_product(proposal)?;
		Pallet::<T>::do_set_status(product, ProductStatus::Retired)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor), product);

		assert_eq!(Products::<T>::get(product).unwrap().status, ProductStatus::Delisted);
		for feed in FEEDS.iter() {
			assert_eq!(OnFeed::<T>::decode_len(feed), Some(T::MaxProductsPerFeed::get() as usize - 1));
		}
		assert!(!Sponsors::<T>::contains_key(product));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
