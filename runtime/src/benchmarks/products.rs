// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the products.

use super::*;
use breakwater_primitives::{
	interest::InsuredChain, ClassRules, Decision, Payout, PriceTerms, Product, ProductId, ProductStatus,
	RiskClass, Terms, DAY, ONE,
};
use breakwater_products::benchmarking::{listing_of, BenchmarkHelper};
use sp_runtime::Permill;

/// Makes a product of a class known whose facts are good enough for the reserve. The rules of its
/// class are stored, so that both are read.
pub(super) fn know_admissible(product: ProductId, class: RiskClass, asset: AssetId) {
	let terms = Terms {
		wording: [0; 32],
		min_period: DAY,
		max_period: DAY,
		waiting: 0,
		grace: 0,
		coinsurance: Permill::zero(),
		deductible: 0,
		cancel_fee: Permill::zero(),
		max_commission: Permill::zero(),
		min_cover: 1,
		max_cover: Balance::MAX,
		max_total: Balance::MAX,
		payout: Payout::Full,
		price: PriceTerms {
			base: ONE,
			kink: Permill::from_percent(80),
			at_kink: ONE,
			at_full: ONE,
			volatility: 0,
		},
	};
	let decision = Decision::Assessment { chain: InsuredChain::Ethereum { chain_id: 1 } };
	let listing = listing_of(asset, decision, terms);
	let (status, version) = (ProductStatus::Active, 1);
	let record = Product {
		asset: listing.asset,
		group: listing.group,
		class,
		decision: listing.decision,
		status,
		version,
		name: listing.name,
		terms: listing.terms,
		facts: listing.facts,
	};
	breakwater_products::Products::<Runtime>::insert(product, record);
	// The facts have no age, and were reviewed on the first day.
	let rules = ClassRules { review_days: u32::MAX, ..breakwater_products::risk::default_rules(class) };
	breakwater_products::Rules::<Runtime>::insert(class, rules);
	breakwater_products::Admissions::<Runtime>::insert(
		class,
		breakwater_primitives::AdmissionRules::default(),
	);
}

impl BenchmarkHelper<AccountId> for Setup {
	fn asset() -> AssetId {
		stablecoin()
	}

	fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
		fund(who, asset, amount);
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
			_set_admission_rules::<Runtime>,
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
