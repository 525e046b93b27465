// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the products.

use super::*;
use breakwater_primitives::{OnIncident, ProductId};
use breakwater_products::benchmarking::BenchmarkHelper;

impl BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
		fund(who, asset, amount);
	}

	fn make_ready(product: ProductId) {
		<Policies as OnIncident>::readiness(product, true);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_products::benchmarking::benchmarks::*;

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_list_product::<Runtime>,
			_update_terms::<Runtime>,
			_set_status::<Runtime>,
			_update_facts::<Runtime>,
			_set_class_rules::<Runtime>,
			_propose_product::<Runtime>,
			_approve_product::<Runtime>,
			_withdraw_proposal::<Runtime>,
			_delist::<Runtime>,
		] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				benchmark(true).expect("the benchmark runs");
			});
		}
	}
}
