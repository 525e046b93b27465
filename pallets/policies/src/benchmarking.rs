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

	/// Put a pool behind a product that underwrites no other, with room for `cover`. It is used to
	/// three quarters at least, but less than four fifths.
	fn pool(product: ProductId, cover: Balance);

	/// Let some hours pass, within a day.
	fn pass_hours();

	/// Give an account units of an asset, and native tokens for deposits.
	fn fund(who: &AccountId, asset: AssetId, amount: Balance);

	/// Have as many operators as it takes give a price, in 10^-18, in this block.
	fn feed(feed: FeedId, price: u128);

	/// Have the trigger of a product ready.
	fn make_ready(product: ProductId);
}

/// The feed that the products watch.
const FEED: FeedId = FeedId::MAX;
/// The cover that is bought.
const COVER: Balance = 1_000_000_000;
/// The amount in a renewal balance: it pays any price.
const PURSE: Balance = 40 * COVER;
/// The period of a policy.
const PERIOD: Moment = *Terms::PERIODS.end();

/// Operators give a price near the threshold.
fn feed<T: Config>() {
	T::BenchmarkHelper::feed(FEED, ONE);
}

fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
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

/// A product on sale, with one pool, see [`BenchmarkHelper::pool`], and a buyer with money.
fn market<T: Config>() -> Result<(ProductId, T::AccountId), BenchmarkError> {
	let asset = T::BenchmarkHelper::asset();
	let product = T::BenchmarkHelper::product(asset.clone(), trigger(), terms(0));
	T::BenchmarkHelper::pool(product, COVER);
	T::BenchmarkHelper::make_ready(product);
	feed::<T>();
	let pools = T::Underwriting::pools_of(product);
	assert_eq!(pools.len(), 1);
	for pool in pools {
		assert!(T::Underwriting::line(pool, product, Sale::New)?.room >= COVER);
	}
	let buyer: T::AccountId = whitelisted_caller();
	T::BenchmarkHelper::fund(&buyer, asset, 100 * COVER);
	Ok((product, buyer))
}

/// The most that can be backed.
fn most<T: Config>(product: ProductId) -> Result<Balance, BenchmarkError> {
	Ok(Pallet::<T>::market(product).room())
}

/// Hours pass, and the operators are fresh.
fn pass_hours<T: Config>() {
	T::BenchmarkHelper::pass_hours();
	feed::<T>();
}

/// An order through a distributor, who has no account yet.
fn distributed<T: Config>(product: ProductId, cover: Balance) -> Order<T::AccountId> {
	let commission = Commission { distributor: account("distributor", 0, 0), part: terms(0).max_commission };
	Order { commission: Some(commission), ..order::<T>(product, cover) }
}

/// An order without a distributor.
fn order<T: Config>(product: ProductId, cover: Balance) -> Order<T::AccountId> {
	Order {
		product,
		version: 1,
		cover,
		period: PERIOD,
		max_premium: Balance::MAX,
		insured_account: None,
		commission: None,
	}
}

/// A policy of `buyer`, or of a holder for whom they buy it.
fn bought<T: Config>(
	buyer: &T::AccountId,
	order: Order<T::AccountId>,
	beneficiary: Option<T::AccountId>,
) -> Result<PolicyId, BenchmarkError> {
	Ok(Pallet::<T>::do_buy(buyer.clone(), &order, beneficiary)?.0)
}

/// Checks of a purchase that its price lies on both sides of the curve's kink.
fn check_price<T: Config>(order: &Order<T::AccountId>) -> Result<(), BenchmarkError> {
	let part = order.commission.as_ref().map_or(Permill::zero(), |commission| commission.part);
	let quote = Pallet::<T>::do_quote(order.product, order.cover, PERIOD, part)?.quote;
	assert!(quote.utilisation_before < terms(0).price.kink);
	assert!(quote.utilisation_after > terms(0).price.kink);
	Ok(())
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

	/// One pool names a price, which lies on both sides of the curve's kink. The policy is the
	/// first of a holder who is not the buyer.
	#[benchmark]
	pub fn buy() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		pass_hours::<T>();
		let order = order::<T>(product, most::<T>(product)?);
		check_price::<T>(&order)?;
		let holder: T::AccountId = account("holder", 0, 0);
		let id = NextPolicy::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), order, Some(holder.clone()));

		assert_eq!(Policies::<T>::get(id).unwrap().holder, holder);
		assert!(ByHolder::<T>::contains_key(&holder, id));
		assert!(ByProduct::<T>::contains_key(product, id));
		Ok(())
	}

	/// The same through a distributor. The pallet has no account in the asset yet.
	#[benchmark]
	pub fn buy_through_distributor() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		pass_hours::<T>();
		let order = distributed::<T>(product, most::<T>(product)?);
		check_price::<T>(&order)?;
		let holder: T::AccountId = account("holder", 0, 0);
		let id = NextPolicy::<T>::get();

		#[extrinsic_call]
		buy(RawOrigin::Signed(buyer), order, Some(holder.clone()));

		assert!(Commissions::<T>::get(id).is_some_and(|earning| earning.unearned > 0));
		Ok(())
	}

	/// The value of the option with a price near the threshold.
	#[benchmark]
	pub fn option() -> Result<(), BenchmarkError> {
		let (product, _) = market::<T>()?;
		let shelf = Pallet::<T>::on_sale(product, Sale::New)?;
		let ends_at = shelf.now + PERIOD;
		let rate;

		#[block]
		{
			rate = shelf.option_rate(ends_at);
		}

		assert!(rate.is_some_and(|rate| rate > 0));
		Ok(())
	}

	/// A record that can go. A buyer bought it for its holder. Its commission and its renewal
	/// balance are paid out.
	#[benchmark]
	pub fn prune() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let holder: T::AccountId = account("holder", 0, 0);
		let id = bought::<T>(&buyer, distributed::<T>(product, most::<T>(product)?), Some(holder.clone()))?;
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

	/// A policy without cover left, with all increases but one, to which a pool is added.
	#[benchmark]
	pub fn increase() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, terms(0).min_cover), None)?;
		let starts_at = T::Clock::now();
		Policies::<T>::mutate_extant(id, |policy| {
			policy.allocations.clear();
			for _ in 1..MAX_INCREASES {
				policy.increases.try_push(Increase { starts_at, cover: 1 }).expect("there are places left");
			}
		});
		pass_hours::<T>();
		let by = most::<T>(product)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, by, Balance::MAX);

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!(policy.allocations.len(), 1);
		assert_eq!(policy.increases.len(), MAX_INCREASES as usize);
		Ok(())
	}

	/// A policy of one pool.
	#[benchmark]
	pub fn extend() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(
			&buyer,
			Order { period: PERIOD - DAY, ..order::<T>(product, most::<T>(product)?) },
			None,
		)?;
		let before = Policies::<T>::get(id).unwrap();
		pass_hours::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, DAY, Balance::MAX);

		assert_eq!(Policies::<T>::get(id).unwrap().ends_at, before.ends_at + DAY);
		Ok(())
	}

	/// A policy of one pool gives back nearly all of its cover.
	#[benchmark]
	pub fn decrease() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, most::<T>(product)?), None)?;
		// So that the price is read.
		assert!(Policies::<T>::get(id).unwrap().allocations[0].surcharge > 0);
		pass_hours::<T>();
		let cover = Policies::<T>::get(id).unwrap().cover;

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, cover - terms(0).min_cover, 1);

		let policy = Policies::<T>::get(id).unwrap();
		assert_eq!((policy.cover, policy.allocations.len()), (terms(0).min_cover, 1));
		Ok(())
	}

	/// A policy of one pool, without a commission and a renewal.
	#[benchmark]
	pub fn cancel() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, most::<T>(product)?), None)?;
		// So that the price is read.
		assert!(Policies::<T>::get(id).unwrap().allocations[0].surcharge > 0);
		pass_hours::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, 1);

		assert!(!Policies::<T>::contains_key(id));
		Ok(())
	}

	/// The first commission of a distributor who has no account yet.
	#[benchmark]
	pub fn collect_commission() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, distributed::<T>(product, most::<T>(product)?), None)?;
		pass_hours::<T>();
		let before = Commissions::<T>::get(id).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id);

		assert!(Commissions::<T>::get(id).unwrap().unearned < before.unearned);
		Ok(())
	}

	/// A policy whose renewal balance is paid out.
	#[benchmark]
	pub fn transfer() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, most::<T>(product)?), None)?;
		renewed::<T>(id)?;
		let to: T::AccountId = account("holder", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, to.clone());

		assert_eq!(Policies::<T>::get(id).unwrap().holder, to);
		Ok(())
	}

	/// The first renewal in an asset.
	#[benchmark]
	pub fn set_renewal() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, most::<T>(product)?), None)?;
		let renewal = Some(RenewalTerms { period: PERIOD, max_premium: PURSE, prepaid: PURSE });

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), id, renewal);

		assert!(Renewals::<T>::get(id).is_some_and(|renewal| renewal.renewal_balance == PURSE));
		Ok(())
	}

	/// A renewal of a policy of one pool. An earlier one is replaced.
	#[benchmark]
	pub fn renew() -> Result<(), BenchmarkError> {
		let (product, buyer) = market::<T>()?;
		let id = bought::<T>(&buyer, order::<T>(product, most::<T>(product)?), None)?;
		renewed::<T>(id)?;
		Renewals::<T>::mutate_extant(id, |renewal: &mut Renewal<_>| renewal.period = DAY);
		pass_hours::<T>();
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
