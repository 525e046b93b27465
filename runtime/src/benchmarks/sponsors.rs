// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the sponsors.

use super::*;
use breakwater_primitives::ProductId;
use breakwater_sponsors::benchmarking::BenchmarkHelper;

impl BenchmarkHelper<AccountId> for Setup {
	fn product(sponsor: &AccountId) -> (ProductId, AssetId) {
		let product = Self::ownerless();
		Sponsors::name_sponsor(RuntimeOrigin::root(), product, sponsor.clone()).expect("it has no sponsor");
		let asset = breakwater_products::Products::<Runtime>::get(product).expect("it is listed").asset;
		(product, asset)
	}

	fn ownerless() -> ProductId {
		<Self as breakwater_claims::benchmarking::BenchmarkHelper>::assessed()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_sponsors::benchmarking::benchmarks::*;

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_pledge::<Runtime>,
			_set_share::<Runtime>,
			_request_withdrawal::<Runtime>,
			_withdraw::<Runtime>,
			_name_sponsor::<Runtime>,
			_set_route::<Runtime>,
			_pay_route::<Runtime>,
		] {
			let mut storage = sp_core::storage::Storage::default();
			let config = breakwater_sponsors::GenesisConfig::<Runtime>::default();
			sp_runtime::BuildStorage::assimilate_storage(&config, &mut storage).expect("it has an account");
			sp_io::TestExternalities::from(storage).execute_with(|| {
				System::set_block_number(1);
				benchmark(true).expect("the benchmark runs");
			});
		}
	}
}
