// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the reserve.

use super::*;
use breakwater_pools::types::Line;
use breakwater_pools::{NextPool, PoolOptions, MIN_LEVERAGE};
use breakwater_primitives::{PoolId, RiskClass, MAX_PRODUCTS_PER_POOL};
use breakwater_reserve::benchmarking::BenchmarkHelper;
use frame_benchmarking::account;
use sp_runtime::Permill;

impl BenchmarkHelper for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn pool() -> PoolId {
		let pool = NextPool::<Runtime>::get();
		let manager: AccountId = account("manager", pool, 0);
		let asset = stablecoin();
		// One unit for the pool's account, and one to keep.
		fund(&manager, asset.clone(), 2);
		let options = PoolOptions {
			leverage: MIN_LEVERAGE,
			fee: Permill::zero(),
			senior_factor: Permill::one(),
			is_private: false,
		};
		Pools::create_pool(RuntimeOrigin::signed(manager), asset, options).expect("the asset is listed");
		pool
	}

	fn exposed_pool() -> PoolId {
		let pool = Self::pool();
		breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |record| {
			let asset = record.asset.clone();
			for (product, class) in (0..MAX_PRODUCTS_PER_POOL).zip(RiskClass::ALL.into_iter().cycle()) {
				super::products::know_admissible(product, class, asset.clone());
				let group = product.try_into().expect("a group's number");
				let line = Line { exposure: 1, ..Line::new(product, group, Permill::zero()) };
				record.lines.try_push(line).expect("a place for each product");
			}
		});
		pool
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_reserve::benchmarking::benchmarks::*;

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_donate::<Runtime>,
			_admit_pool::<Runtime>,
			_remove_pool::<Runtime>,
			_replenish::<Runtime>,
			_pay_debt::<Runtime>,
			_stake::<Runtime>,
			_cooldown::<Runtime>,
			_unstake::<Runtime>,
			_survey_look::<Runtime>,
			_survey_pool::<Runtime>,
			_survey_asset::<Runtime>,
			_approve_programme::<Runtime>,
			_begin_programme::<Runtime>,
			_collect_compensation::<Runtime>,
			|is_checked| _close_programme::<Runtime>(2, is_checked),
			_grant_emergency::<Runtime>,
			_advance::<Runtime>,
		] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				benchmark(true).expect("the benchmark runs");
			});
		}
	}
}
