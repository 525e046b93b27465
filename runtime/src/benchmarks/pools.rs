// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the pools.

use super::*;
use crate::parameters::bounded;
use breakwater_pools::benchmarking::BenchmarkHelper;
use breakwater_primitives::{IncidentId, Income, Moment, PoolId, ProductId, RiskClass, Source};
use frame_support::traits::{fungibles::Balanced, Get};

impl BenchmarkHelper for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn set_clock(now: Moment, active: Moment) {
		breakwater_clock::Times::<Runtime>::mutate(|times| (times.now, times.active) = (now, active));
	}

	fn admit(pool: PoolId, product: ProductId, asset: AssetId) {
		breakwater_reserve::Admitted::<Runtime>::insert(pool, ());
		super::products::know_admissible(product, RiskClass::SmartContract, asset);
	}

	fn backstop(pool: PoolId, incident: IncidentId, asset: AssetId, wanted: Balance) {
		// As if the products of the benchmark, which the catalogue does not know, had been listed.
		breakwater_reserve::Admitted::<Runtime>::insert(pool, ());
		// The pool may get half of the amount that is wanted. One incident may draw less than that.
		let contributed = wanted / 2 / Balance::from(bounded::PoolMultiple::get());
		let share = NativeAndAssets::issue(asset.clone(), contributed);
		Reserve::receive(asset.clone(), Source::Premium(pool), share)
			.map_err(drop)
			.expect("the reserve takes its share");
		breakwater_reserve::benchmarking::open_incident::<Runtime>(incident, pool, asset, 0);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_pools::{benchmarking::benchmarks::*, MAX_PROCESSED};
	use breakwater_primitives::{MAX_POOLS_PER_PRODUCT, MAX_PRODUCTS_PER_POOL};
	use frame_benchmarking::BenchmarkError;

	/// Runs a benchmark with its checks.
	fn run(benchmark: impl FnOnce() -> Result<(), BenchmarkError>) {
		sp_io::TestExternalities::default().execute_with(|| {
			System::set_block_number(1);
			benchmark().expect("the benchmark runs");
		});
	}

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_create_pool::<Runtime>,
			_set_weight::<Runtime>,
			_day_round::<Runtime>,
			_set_status::<Runtime>,
			_list_asset::<Runtime>,
			_set_asset_group::<Runtime>,
			_collect::<Runtime>,
			_transfer::<Runtime>,
			_reopen_tranche::<Runtime>,
			_remove_position::<Runtime>,
			_set_fee::<Runtime>,
			_set_allowed::<Runtime>,
			_idle_round::<Runtime>,
			_idle_peek::<Runtime>,
			_idle_visit::<Runtime>,
			_idle_withdrawal::<Runtime>,
		] {
			run(|| benchmark(true));
		}
	}

	#[test]
	fn benchmarks_should_run_at_both_ends_of_their_range() {
		for (benchmark, most) in [
			(_process_withdrawals::<Runtime> as fn(u32, bool) -> _, MAX_PROCESSED),
			(_deposit::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_request_withdrawal::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_cancel_withdrawal::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_accrue::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_cross_day::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_line::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_open_cover::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_extend_cover::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_use_cover::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_reduce_cover::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_shorten_cover::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_charge::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_settle::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_top_up::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_ask_for_more::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_reserve_lock::<Runtime>, MAX_PRODUCTS_PER_POOL),
			(_lock::<Runtime>, MAX_POOLS_PER_PRODUCT),
			(_release::<Runtime>, MAX_POOLS_PER_PRODUCT),
		] {
			run(|| benchmark(1, true));
			run(|| benchmark(most, true));
		}
	}
}
