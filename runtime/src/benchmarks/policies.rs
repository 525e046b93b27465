//! Worst cases of the policies.

use super::*;
use crate::{configs::oracle::MAX_OPERATORS, parameters::bounded};
use breakwater_policies::benchmarking::BenchmarkHelper;
use breakwater_pools::{CoverEnds, Line, NextPool, PoolLines, Positions, MAX_BUCKETS};
use breakwater_primitives::*;
use frame_benchmarking::account;
use frame_support::{
	traits::{fungibles::Balanced, Get},
	BoundedVec,
};
use sp_runtime::{FixedU128, Permill};

impl BenchmarkHelper for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn pools(product: ProductId, cover: Balance) {
		// To the beginning of an active day.
		pass(DAY - <Pools as ActiveClock>::active() % DAY);
		for _ in 0..MAX_POOLS_PER_PRODUCT {
			busy_pool(product, cover);
		}
		pass(Moment::from(MAX_BUCKETS) * DAY);
	}

	fn feed(feed: FeedId, price: u128) {
		let mut operators: Vec<AccountId> = (0..MAX_OPERATORS).map(|n| account("operator", n, 0)).collect();
		operators.sort();
		for (operator, value) in operators.iter().zip(price..) {
			let value = FixedU128::from_inner(value);
			pallet_oracle::RawValues::<Runtime>::insert(
				operator,
				feed,
				pallet_oracle::TimestampedValue { value, timestamp: Timestamp::get() },
			);
		}
		let operators = BoundedVec::truncate_from(operators);
		pallet_membership::Members::<Runtime, OracleMembershipInstance>::put(operators);
	}
}

/// A new pool that underwrites a product and as many others as it can. On each of the next [`MAX_BUCKETS`] days a premium
/// and cover on all of its products end. Seven tenths of the product's capacity are used for a year; `cover` is two
/// tenths. Shares wait to leave, and a loss left it short, so that its books take the most reckoning.
fn busy_pool(product: ProductId, cover: Balance) -> PoolId {
	let pool = NextPool::<Runtime>::get();
	let known = breakwater_pools::Products::<Runtime>::get(product).expect("the product is listed");
	let asset = known.asset;
	let manager: AccountId = account("manager", pool, 0);
	let capital = cover * 50;
	let weight = Permill::from_percent(10);
	// One unit more, for the endowment.
	fund(&manager, asset.clone(), capital + 2);
	let origin = RuntimeOrigin::signed(manager.clone());
	Pools::create_pool(origin.clone(), asset.clone(), 100, bounded::MaxManagerFee::get())
		.expect("the asset is listed");
	Pools::deposit(origin.clone(), pool, capital, 0).expect("the manager has the money");
	Pools::set_weight(origin.clone(), pool, product, weight).expect("the product has a place left");

	let (now, active) = (<Pools as ActiveClock>::now(), <Pools as ActiveClock>::active());
	let back = |cover: Balance, days: u32| {
		let time = Moment::from(days) * DAY;
		let premium = NativeAndAssets::issue(asset.clone(), cover / 10 + 1);
		// The cover ends with the day of its end, which begins a whole day after the last.
		Pools::open_cover(pool, product, cover, premium, active + time + 1, now + time)
			.map_err(|(error, _)| error)
			.expect("there is room");
	};
	let part = cover / 1_000 + 1;
	for days in 0..MAX_BUCKETS {
		back(part, days);
	}
	back(cover * 7 / 2, 365);
	let shares = Positions::<Runtime>::get(pool, &manager) / 100;
	Pools::request_exit(origin, pool, shares, 0).expect("the manager has the shares");

	// The other products, which only their numbers tell from this one.
	let others = (1..MAX_PRODUCTS_PER_POOL).map(|n| ProductId::MAX - n);
	PoolLines::<Runtime>::mutate(pool, |lines| {
		let exposure = part * Balance::from(MAX_BUCKETS);
		for product in others.clone() {
			let line = Line { product, group: known.group, weight, exposure, pinned: 0 };
			lines.try_push(line).expect("the pool has a place left");
		}
	});
	let today = breakwater_pools::day_of(active).expect("days are counted in 32 bits");
	for day in 1..=MAX_BUCKETS {
		CoverEnds::<Runtime>::mutate(pool, today + day, |bucket| {
			for product in others.clone() {
				bucket.try_push((product, part)).expect("the bucket has a place left");
			}
		});
	}
	breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |pool| pool.is_short = true);
	pool
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_pools::PremiumEnds;
	use frame_support::{assert_noop, assert_ok};

	#[test]
	fn pools_should_be_as_far_behind_as_they_may() {
		const PRODUCT: ProductId = 7;
		const COVER: Balance = 1_000_000_000;
		sp_io::TestExternalities::default().execute_with(|| {
			assert_ok!(Pools::register_product(PRODUCT, stablecoin(), 0));
			Setup::pools(PRODUCT, COVER);
			let pools = Pools::pools_of(PRODUCT);
			assert_eq!(pools.len(), MAX_POOLS_PER_PRODUCT as usize);
			for pool in pools {
				// Those of the days, and the one of the cover for a year.
				assert_eq!(PremiumEnds::<Runtime>::iter_prefix(pool).count(), MAX_BUCKETS as usize + 1);
				let full = |bucket: &breakwater_pools::CoverBucket| bucket.is_full();
				let buckets = CoverEnds::<Runtime>::iter_prefix_values(pool).filter(full);
				assert_eq!(buckets.count(), MAX_BUCKETS as usize);
				assert!(Pools::line(pool, PRODUCT).unwrap().room >= COVER);
			}
			pass(DAY);
			for pool in Pools::pools_of(PRODUCT) {
				assert_noop!(Pools::line(pool, PRODUCT), breakwater_pools::Error::<Runtime>::PokeFirst);
			}
		});
	}

	#[test]
	fn feed_should_be_of_as_many_operators_as_there_can_be() {
		sp_io::TestExternalities::default().execute_with(|| {
			pass(DAY);
			Setup::feed(9, ONE);
			let price = <Runtime as breakwater_policies::Config>::Feed::price(9, 0).unwrap();
			assert_eq!(price.oldest, DAY);
			// The mean of the middle two of 32, rounded down.
			assert_eq!(price.value, ONE + 15);
		});
	}
}
