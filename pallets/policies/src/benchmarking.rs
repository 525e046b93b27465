// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the worst-case cost of each call. The functions that the claims call through
//! `CoverBook` and `OnIncident` are part of the claims' own steps and are measured with them.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{
	pallet::*,
	renewals::LEAD,
	types::{Increase, Renewal, RenewalTerms, MAX_INCREASES},
	weights::WeightInfo,
};
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::weights::WeightMeter;
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// The helper of the runtime: the pallet cannot set this up through its own storage.
pub trait BenchmarkHelper<AccountId> {
	/// A new asset that pools can be opened in, with a minimum balance of one unit.
	fn asset() -> AssetId;

	/// A new product in an asset, with the longest name. Its facts leave every factor between its
	/// bounds.
	fn product(asset: AssetId, trigger: Trigger, terms: Terms) -> ProductId;

	/// Put as many pools behind a product as there can be, each with room for `cover`. Each is used
	/// to three quarters at least, but less than four fifths. On each of the days that follow an
	/// entry ends in each.
	fn pools(product: ProductId, cover: Balance);

	/// Let time pass until the pools are in the worst state in which they still name a price: as
	/// far behind as they may be.
	fn fall_behind();

	/// Give an account units of an asset, and native tokens for deposits.
	fn fund(who: &AccountId, asset: AssetId, amount: Balance);

	/// Have as many operators as there can be give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);

	/// Have the trigger of a product ready.
	fn make_ready(product: ProductId);
}

/// The feeds that the products watch: as many as can be.
const FEEDS: FeedSet =
	FeedSet::Any { first: FeedId::MAX, second: FeedId::MAX - 1, third: Some(FeedId::MAX - 2) };
/// The cover that is bought.
const COVER: Balance = 1_000_000_000;
/// The amount in a renewal balance: it pays any price.
const PURSE: Balance = 40 * COVER;
/// The period of a policy.
const PERIOD: Moment = *Terms::PERIODS.end();

/// As many operators as there can be give a price for each of the feeds: the value of the option is
/// a sum of as many as can be.
fn feed<T: Config>() {
	for feed in FEEDS.iter() {
		T::BenchmarkHelper::feed(feed, ONE);
	}
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

/// A product on sale, with as many pools as there can be, see [`BenchmarkHelper::pools`], and a
/// buyer with money.
fn market<T: Config>() -> Result<(ProductId, T::AccountId), BenchmarkError> {
	let asset = T::BenchmarkHelper::asset();
	let product = T::BenchmarkHelper::product(asset.clone(), trigger(), terms(0));
	T::BenchmarkHelper::pools(product, COVER);
	T::BenchmarkHelper::make_ready(product);
	feed::<T>();
	let pools = T::Underwriting::pools_of(product);
	assert_eq!(pools.len(), MAX_SELLING_POOLS as usize);
	for pool in pools {
		assert!(T::Underwriting::line(pool, product, Sale::New)?.room >= COVER);
	}
	let buyer: T::AccountId = whitelisted_caller();
	T::BenchmarkHelper::fund(&buyer, asset, 100 * COVER);
	Ok((product, buyer))
}

/// The most that can be backed: it takes as many pools as may share it.
fn most<T: Config>(product: ProductId) -> Result<Balance, BenchmarkError> {
	Ok(Pallet::<T>::market(product).room())
}

/// The pools are as far behind as they may be, and as many operators as there can be are fresh.
fn fall_behind<T: Config>() {
	T::BenchmarkHelper::fall_behind();
	feed::<T>();
}

/// An order with every part that an order can have. The distributor has no account yet.
fn order<T: Config>(product: ProductId, cover: Balance) -> Order<T::AccountId> {
	let commission = Commission { distributor: account("distributor", 0, 0), part: terms(0).max_commission };
	Order {
		product,
		version: 1,
		cover,
		period: PERIOD,
		max_premium: Balance::MAX,
		insured_account: None,
		commission: Some(commission),
	}
}

/// A policy of `buyer`, or of a holder for whom they buy it.
fn bought<T: Config>(
	product: ProductId,
	buyer: &T::AccountId,
	cover: Balance,
	beneficiary: Option<T::AccountId>,
) -> Result<PolicyId, BenchmarkError> {
	Ok(Pallet::<T>::do_buy(buyer.clone(), &order::<T>(product, cover), beneficiary)?)
}

/// Have a policy renewed by its holder, with a renewal balance that pays any price.
fn renewed<T: Config>(id: PolicyId) -> Result<(), BenchmarkError> {
	let holder = Policies::<T>::get(id).ok_or(BenchmarkError::Weightless)?.holder;
	let renewal = RenewalTerms { period: PERIOD, max_premium: PURSE, prepaid: PURSE };
	Ok(Pallet::<T>::do_set_renewal(holder, id, Some(renewal))?)
}

/// Have the cover of a policy end so soon that it is renewed now, and its next attempt be due.
fn make_due<T: Config>(id: PolicyId) {
	Policies::<T>::mutate_extant(id, |policy| {
		let ends_at = T::Clock::now() + LEAD - HOUR;
		policy.expires -= policy.ends_at - ends_at;
		policy.ends_at = ends_at;
	});
	Renewals::<T>::mutate_extant(id, |renewal| {
		let hour = Hour::try_from(T::Clock::now() / HOUR).expect("hours are counted in 32 bits");
		RenewalsDue::<T>::remove(renewal.due.expect("it is scheduled"), id);
		RenewalsDue::<T>::insert(hour, id, ());
		renewal.due = Some(hour);
		NextDueHour::<T>::put(hour);
	});
}

/// The benchmarks, one for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// All pools that a product can have name a price, which lies on both sides of the curve's
	/// kink. Each is as far behind as it may be. No pool has room for all of the cover, so that as
	/// many as can be share it and catch up for good. As many operators as there can be are fresh.
	/// The policy is the first of a holder who is not the buyer.
	#[benchmark]
	pub fn buy() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		fall_behind::<T>();
		let cover = most::<T>(product)?;
		let quote = Pallet::<T>::do_quote(product, cover, PERIOD, terms(0).max_commission)?.quote;
		assert_eq!(quote.placement.len(), MAX_ALLOCATIONS as usize);
		assert!(quote.utilisation_before < terms(0).price.kink);
		assert!(quote.utilisation_after > terms(0).price.kink);
		let holder: T::AccountId = account("holder", 0, 0);
		let id = NextPolicy::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), order::<T>(product, cover), Some(holder.clone()));

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!(policy.holder, holder);
		assert_eq!(policy.allocations.len(), MAX_ALLOCATIONS as usize);
		assert!(ByHolder::<T>::contains_key(&holder, id));
		assert!(ByProduct::<T>::contains_key(product, id));
		Ok(())
	}

	/// A record that can go, of a policy backed by as many pools as can be. A buyer bought it for
	/// its holder. Its renewal balance is paid out.
	#[benchmark]
	pub fn prune() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let holder: T::AccountId = account("holder", 0, 0);
		let id = bought::<T>(product, &buyer, most::<T>(product)?, Some(holder.clone()))?;
		let asset = T::Listings::product(product).unwrap().asset;
		T::BenchmarkHelper::fund(&holder, asset, 2 * PURSE);
		renewed::<T>(id)?;
		Policies::<T>::mutate_extant(id, |policy| {
			policy.expires = T::Clock::active();
			policy.allocations.iter_mut().for_each(|part| part.stream = Default::default());
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id);

		assert!(!Policies::<T>::contains_key(id));
		assert!(!ByProduct::<T>::contains_key(product, id));
		assert!(!ByHolder::<T>::contains_key(&holder, id));
		Ok(())
	}

	/// A policy without cover left, with all increases but one, to which as many pools as can be
	/// are added; see `buy`.
	#[benchmark]
	pub fn increase() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, terms(0).min_cover, None)?;
		let starts_at = T::Clock::now();
		Policies::<T>::mutate_extant(id, |policy| {
			policy.allocations.clear();
			for _ in 1..MAX_INCREASES {
				policy.increases.try_push(Increase { starts_at, cover: 1 }).expect("there are places left");
			}
		});
		fall_behind::<T>();
		let by = most::<T>(product)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, by, Balance::MAX);

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!(policy.allocations.len(), MAX_ALLOCATIONS as usize);
		assert_eq!(policy.increases.len(), MAX_INCREASES as usize);
		Ok(())
	}

	/// A policy of as many pools as can be, which are as far behind as they may be; all pools of
	/// the product are asked for their lines.
	#[benchmark]
	pub fn extend() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		let before = Policies::<T>::get(id).unwrap();
		fall_behind::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, DAY, Balance::MAX);

		assert_eq!(Policies::<T>::get(id).unwrap().ends_at, before.ends_at + DAY);
		Ok(())
	}

	/// A policy of as many pools as can be, which are as far behind as they may be, gives back all
	/// of the last ones and a part of the first.
	#[benchmark]
	pub fn decrease() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		fall_behind::<T>();
		let cover = Policies::<T>::get(id).unwrap().cover;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, cover - terms(0).min_cover, 1);

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!((policy.cover, policy.allocations.len()), (terms(0).min_cover, 1));
		Ok(())
	}

	/// A policy of as many pools as can be, which are as far behind as they may be; its renewal
	/// balance is paid out.
	#[benchmark]
	pub fn cancel() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		renewed::<T>(id)?;
		fall_behind::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, 1);

		assert!(!Policies::<T>::contains_key(id));
		Ok(())
	}

	/// The first commission of a distributor who has no account yet.
	#[benchmark]
	pub fn collect_commission() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		fall_behind::<T>();
		let before = Commissions::<T>::get(id).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id);

		assert!(Commissions::<T>::get(id).unwrap().unearned < before.unearned);
		Ok(())
	}

	/// A policy of as many pools as can be; its renewal balance is paid out.
	#[benchmark]
	pub fn transfer() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		renewed::<T>(id)?;
		let to: T::AccountId = account("holder", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, to.clone());

		assert_eq!(Policies::<T>::get(id).unwrap().holder, to);
		Ok(())
	}

	/// The first renewal in an asset, of a policy of as many pools as can be.
	#[benchmark]
	pub fn set_renewal() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		let renewal = Some(RenewalTerms { period: PERIOD, max_premium: PURSE, prepaid: PURSE });

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, renewal);

		assert!(Renewals::<T>::get(id).is_some_and(|renewal| renewal.renewal_balance == PURSE));
		Ok(())
	}

	/// A renewal of a policy of as many pools as can be, which are as far behind as they may be;
	/// all pools of the product are asked for their lines. An earlier one is replaced.
	#[benchmark]
	pub fn renew() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(product, &buyer, most::<T>(product)?, None)?;
		renewed::<T>(id)?;
		Renewals::<T>::mutate_extant(id, |renewal: &mut Renewal<_>| renewal.period = DAY);
		fall_behind::<T>();
		// The pools know the cover by the day of its end, so that only the clock of the premium is
		// moved.
		let before = Policies::<T>::get(id).unwrap();
		make_due::<T>(id);
		Policies::<T>::mutate_extant(id, |policy| policy.expires = before.expires);

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id);

		assert_eq!(Policies::<T>::get(id).unwrap().expires, before.expires + DAY);
		assert!(Renewed::<T>::contains_key(id));
		Ok(())
	}

	/// The visits of a block in which an hour is passed.
	#[benchmark]
	pub fn due_round() -> Result<(), BenchmarkError> {
		NextDueHour::<T>::put(0);
		let mut meter =
			WeightMeter::with_limit(T::WeightInfo::due_round().saturating_add(T::WeightInfo::due_hour()));

		#[block]
		{
			Pallet::<T>::visit_renewals(&mut meter);
		}

		assert_eq!(NextDueHour::<T>::get(), Some(1));
		Ok(())
	}

	/// An hour in which one renewal is due.
	#[benchmark]
	pub fn due_hour() -> Result<(), BenchmarkError> {
		RenewalsDue::<T>::insert(1, PolicyId::MAX, ());
		let due;

		#[block]
		{
			due = RenewalsDue::<T>::iter_key_prefix(1).next();
		}

		assert_eq!(due, Some(PolicyId::MAX));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
