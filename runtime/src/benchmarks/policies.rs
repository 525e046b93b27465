// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the policies.

use super::*;
use crate::parameters::bounded;
use alloc::boxed::Box;
use breakwater_policies::benchmarking::BenchmarkHelper;
use breakwater_pools::{
	CoverEnds, Line, NextPool, Pledge, PoolOptions, Positions, ReturnEnds, MAX_RUN_OFFS, RETURN_DAYS,
};
use breakwater_primitives::*;
use frame_benchmarking::account;
use frame_support::{
	traits::{fungibles::Balanced, Get},
	BoundedVec,
};
use sp_runtime::{FixedU128, Permill};

/// The weight of each product in a pool.
const WEIGHT: Permill = Permill::from_percent(10);

impl BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn product(asset: AssetId, trigger: Trigger, terms: Terms) -> ProductId {
		let product = <Products as Listings>::next();
		let listing = breakwater_products::benchmarking::listing_of(asset, Decision::Trigger(trigger), terms);
		Products::list_product(RuntimeOrigin::root(), Box::new(listing)).expect("the product can be listed");
		product
	}

	fn pool(product: ProductId, cover: Balance) {
		begin_day();
		busy_pool(product, cover, 1);
	}

	fn pass_hours() {
		pass(DAY / 2);
	}

	fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
		fund(who, asset, amount);
	}

	fn feed(feed: FeedId, price: u128) {
		feed_by(feed, price, bounded::MinOperators::get());
	}

	fn make_ready(product: ProductId) {
		use breakwater_triggers::types::{Phase, TriggerState};
		let trigger = Products::trigger(product).expect("the product has a trigger");
		let state = TriggerState {
			trigger,
			phase: Phase::Armed,
			next: Moment::MAX,
			readers: Default::default(),
			defined: true,
			ready: true,
			observed: None,
			waits: None,
		};
		breakwater_triggers::TriggerStates::<Runtime>::insert(product, state);
	}
}

/// Goes to the beginning of an active day.
fn begin_day() {
	pass(DAY - <Clock as ActiveClock>::active() % DAY);
}

/// Puts as many pools behind a product as there can be, each with room for `cover` and with as many
/// products as it can have: those that sell, and those that lost their place and run off.
pub(super) fn full_market(product: ProductId, cover: Balance) {
	begin_day();
	for place in 0..MAX_POOLS_PER_PRODUCT {
		let pool = busy_pool(product, cover, MAX_PRODUCTS_PER_POOL);
		if place < MAX_RUN_OFFS {
			breakwater_pools::benchmarking::run_off::<Runtime>(pool, product);
		}
	}
}

/// Has so many operators give a price, in 10^-18, in this block.
pub(super) fn feed_by(feed: FeedId, price: u128, count: u32) {
	let mut operators: Vec<AccountId> = (0..count).map(|n| account("operator", n, 0)).collect();
	operators.sort();
	for (operator, value) in operators.iter().zip(price..) {
		let value = FixedU128::from_inner(value);
		pallet_oracle::RawValues::<Runtime>::insert(
			operator,
			feed,
			pallet_oracle::TimestampedValue { value, timestamp: Timestamp::get() },
		);
	}
	let member = |who| breakwater_feeds::types::Membership { who, since: 0 };
	let operators = BoundedVec::truncate_from(operators.into_iter().map(member).collect());
	breakwater_feeds::Members::<Runtime>::put(operators);
}

/// Opens a pool with both tranches that underwrites a product and others, `lines` in all. On each
/// of the next [`MAX_DAYS_BEHIND`] days a premium and cover on all of its products end. With the
/// last of them ends a loan of the reserve, for which these premiums are pledged. Of the product's
/// capacity, which is five times `cover`, 76 hundredths are used for a year. Shares of both
/// tranches wait to leave, others come back on the first days, and a loss left the pool short. So
/// its books take the most computation.
fn busy_pool(product: ProductId, cover: Balance, lines: u32) -> PoolId {
	let pool = open_pool(product, cover * 50);
	let record = breakwater_pools::Pools::<Runtime>::get(pool).expect("the pool is opened");
	let (asset, manager) = (record.asset, record.manager);
	let (now, active) = (<Clock as ActiveClock>::now(), <Clock as ActiveClock>::active());
	let back = |cover: Balance, days: u32| {
		let time = Moment::from(days) * DAY;
		let premium = NativeAndAssets::issue(asset.clone(), cover / 10 + 1);
		// The cover ends with the day of its end, which begins a whole day after the last.
		let ends = Ends { expires: Active(active + time + 1), until: Wall(now + time) };
		Pools::open_cover(pool, product, cover, premium, ends)
			.map_err(|(error, _)| error)
			.expect("there is room");
	};
	let part = cover / 1_000 + 1;
	for days in 0..MAX_DAYS_BEHIND {
		back(part, days);
	}
	lend(pool, asset.clone(), cover);
	back(cover * 38 / 10, 365);
	for tranche in Tranche::ALL {
		leave(pool, tranche, &manager);
	}
	add_products(pool, product, part, lines);
	breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |pool| pool.is_undercapitalised = true);
	pool
}

/// Opens a pool that underwrites a product, with capital of its manager, half of it in each
/// tranche.
fn open_pool(product: ProductId, capital: Balance) -> PoolId {
	let pool = NextPool::<Runtime>::get();
	let asset = breakwater_pools::Products::<Runtime>::get(product).expect("the product is listed").asset;
	let manager: AccountId = account("manager", pool, 0);
	// One unit for the pool's account, and one to keep.
	fund(&manager, asset.clone(), capital + 2);
	let origin = RuntimeOrigin::signed(manager);
	let options = PoolOptions {
		leverage: 100,
		fee: bounded::MaxManagerFee::get(),
		senior_factor: Permill::from_percent(50),
		is_private: false,
	};
	Pools::create_pool(origin.clone(), asset, options).expect("the asset is listed");
	for tranche in Tranche::ALL {
		Pools::deposit(origin.clone(), pool, tranche, capital / 2, 0).expect("the manager has the money");
	}
	Pools::set_weight(origin, pool, product, WEIGHT).expect("the product has a place left");
	pool
}

/// Makes the reserve lend to a pool. All premium that streams in now is pledged for the loan.
fn lend(pool: PoolId, asset: AssetId, wanted: Balance) {
	// A new one, as the amount that an incident may draw is fixed when it is opened.
	let incident = IncidentId::MAX - pool;
	<Setup as breakwater_pools::benchmarking::BenchmarkHelper>::backstop(
		pool,
		incident,
		asset.clone(),
		wanted,
	);
	let draw = <Reserve as Backstop<_>>::draw(incident, pool, asset, wanted, wanted)
		.expect("the reserve can be asked")
		.expect("the reserve stands behind the pool");
	breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |pool| {
		pool.generation = 1;
		pool.pledge = Some(Pledge { owed: draw.credit.peek(), books: pool.books });
	});
}

/// Lets a hundredth of a manager's shares of a tranche wait to leave. As much has just left the
/// queue again: it comes back on the first days, to others.
fn leave(pool: PoolId, tranche: Tranche, manager: &AccountId) {
	let origin = RuntimeOrigin::signed(manager.clone());
	let position =
		Positions::<Runtime>::get((pool, tranche, manager)).expect("the manager has capital in it");
	let shares = position.shares / 100;
	Pools::request_withdrawal(origin.clone(), pool, tranche, shares, 0).expect("the manager has the shares");

	let today = today();
	let shares = shares / Balance::from(RETURN_DAYS);
	for day in (1..=RETURN_DAYS).map(|days| today + days) {
		let who: AccountId = account("underwriter", pool, day);
		Pools::transfer(origin.clone(), pool, tranche, who.clone(), shares)
			.expect("the manager has the shares");
		Positions::<Runtime>::mutate((pool, tranche, who), |position| {
			let position = position.as_mut().expect("the shares were transferred");
			position.unlocking = shares;
			position.unlocks_on = day;
		});
		ReturnEnds::<Runtime>::insert((pool, tranche, day), shares);
		breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |pool| {
			pool.tranche_mut(tranche).unlocking += shares
		});
	}
}

/// Makes a pool underwrite `count` products, with `part` of cover on each that ends on each of the
/// next [`MAX_DAYS_BEHIND`] days. The products differ from its first only in their numbers.
fn add_products(pool: PoolId, first: ProductId, part: Balance, count: u32) {
	let group = breakwater_pools::Products::<Runtime>::get(first).expect("the product is listed").group;
	let others = (1..count).map(|n| ProductId::MAX - n);
	breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |pool| {
		let exposure = part * Balance::from(MAX_DAYS_BEHIND);
		for product in others.clone() {
			let line = Line { exposure, ..Line::new(product, group, WEIGHT) };
			pool.lines.try_push(line).expect("the pool has a place left");
		}
	});
	let today = today();
	for day in 1..=MAX_DAYS_BEHIND {
		CoverEnds::<Runtime>::mutate(pool, today + day, |bucket| {
			for product in others.clone() {
				bucket.try_push((product, part)).expect("the bucket has a place left");
			}
		});
	}
}

/// Returns the active day.
fn today() -> Day {
	breakwater_pools::day_of(<Clock as ActiveClock>::active()).expect("days are counted in 32 bits")
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::configs::oracle::MAX_OPERATORS;
	use breakwater_policies::benchmarking::benchmarks::*;
	use breakwater_pools::PremiumEnds;
	use frame_support::{assert_noop, assert_ok};

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_buy::<Runtime>,
			_buy_through_distributor::<Runtime>,
			_option::<Runtime>,
			_prune::<Runtime>,
			_increase::<Runtime>,
			_extend::<Runtime>,
			_decrease::<Runtime>,
			_cancel::<Runtime>,
			_transfer::<Runtime>,
			_set_renewal::<Runtime>,
			_renew::<Runtime>,
			_due_round::<Runtime>,
			_due_hour::<Runtime>,
		] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				benchmark(true).expect("the benchmark runs");
			});
		}
	}

	#[test]
	fn pools_should_be_as_far_behind_as_they_may() {
		const PRODUCT: ProductId = 7;
		const COVER: Balance = 1_000_000_000;
		sp_io::TestExternalities::default().execute_with(|| {
			assert_ok!(Pools::register_product(PRODUCT, stablecoin(), 0));
			full_market(PRODUCT, COVER);
			pass(Moment::from(MAX_DAYS_BEHIND) * DAY);
			let pools = Pools::pools_of(PRODUCT);
			assert_eq!(pools.len(), MAX_SELLING_POOLS as usize);
			for pool in pools {
				// Those of the days, and that of the cover for a year.
				assert_eq!(PremiumEnds::<Runtime>::iter_prefix(pool).count(), MAX_DAYS_BEHIND as usize + 1);
				let full = |bucket: &breakwater_pools::CoverBucket| bucket.is_full();
				let buckets = CoverEnds::<Runtime>::iter_prefix_values(pool).filter(full);
				assert_eq!(buckets.count(), MAX_DAYS_BEHIND as usize);
				assert_eq!(ReturnEnds::<Runtime>::iter_prefix((pool,)).count(), 2 * RETURN_DAYS as usize);
				assert!(breakwater_pools::Pools::<Runtime>::get(pool).unwrap().pledge.is_some());
				assert!(Pools::line(pool, PRODUCT, Sale::New).unwrap().room >= COVER);
			}
			pass(DAY);
			for pool in Pools::pools_of(PRODUCT) {
				assert_noop!(
					Pools::line(pool, PRODUCT, Sale::New),
					breakwater_pools::Error::<Runtime>::AccrualRequired
				);
			}
		});
	}

	#[test]
	fn feed_should_be_of_as_many_operators_as_there_can_be() {
		sp_io::TestExternalities::default().execute_with(|| {
			pass(DAY);
			feed_by(9, ONE, MAX_OPERATORS);
			let price = <Runtime as breakwater_policies::Config>::Feed::price(9, 0).unwrap();
			assert_eq!(price.oldest, DAY);
			// The mean of the middle two of 32, rounded down.
			assert_eq!(price.value, ONE + 15);
		});
	}
}
