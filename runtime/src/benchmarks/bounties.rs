// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the bounties.

use super::*;
use breakwater_bounties::benchmarking::BenchmarkHelper;
use breakwater_pools::types::{Line, Places};
use breakwater_primitives::{
	interest::InsuredChain, Decision, Payout, PriceTerms, ProductId, RiskClass, RiskFacts, Terms, DAY,
	MAX_POOLS_PER_PRODUCT, MAX_SELLING_POOLS, ONE,
};
use breakwater_products::{types::Listing, Products as Listed, Sponsors};
use breakwater_reserve::benchmarking::BenchmarkHelper as ReserveHelper;
use sp_runtime::Permill;

/// A product that people assess, in an asset.
fn listing(asset: AssetId) -> Listing {
	let (kink, at_kink, at_full) = (Permill::from_percent(80), 2 * ONE, 5 * ONE);
	let price = PriceTerms { base: ONE / 50, kink, at_kink, at_full, volatility: 0 };
	Listing {
		asset,
		group: 1,
		class: RiskClass::SmartContract,
		name: b"bugs".to_vec().try_into().expect("a short name"),
		uri: b"bugs.md".to_vec().try_into().expect("a short text"),
		decision: Decision::Assessment { chain: InsuredChain::Ethereum { chain_id: 1 } },
		facts: RiskFacts { audits: 0, deployed: 0, bounty: 0, at_stake: 0, incidents: 0, reviewed: 0 },
		terms: Terms {
			wording: [0; 32],
			min_period: 7 * DAY,
			max_period: 365 * DAY,
			waiting: DAY,
			grace: 14 * DAY,
			coinsurance: Permill::zero(),
			deductible: 0,
			cancel_fee: Permill::zero(),
			max_commission: Permill::zero(),
			min_cover: 1,
			max_cover: Balance::MAX,
			max_total: Balance::MAX,
			payout: Payout::Full,
			price,
		},
	}
}

impl BenchmarkHelper<AccountId> for Setup {
	fn product(sponsor: &AccountId) -> ProductId {
		fund(sponsor, AssetId::Native, 0);
		free_disputes();
		let listing = alloc::boxed::Box::new(listing(stablecoin()));
		Products::propose_product(RuntimeOrigin::signed(sponsor.clone()), listing)
			.expect("it can be proposed");
		Products::approve_product(RuntimeOrigin::root(), 0).expect("it is proposed");
		let product = Listed::<Runtime>::iter_keys().next().expect("it is listed");
		assert!(Sponsors::<Runtime>::contains_key(product));
		let mut places = Places::default();
		for place in 0..MAX_POOLS_PER_PRODUCT {
			// It has cover on as many products as it can have. The last becomes this one.
			let pool = <Setup as ReserveHelper>::exposed_pool();
			breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |record| {
				let line = record.lines.last_mut().expect("it has lines");
				*line = Line { product, ..*line };
			});
			let pushed = match place < MAX_SELLING_POOLS {
				true => places.selling.try_push(pool),
				false => places.running_off.try_push(pool),
			};
			pushed.expect("a place for each pool");
		}
		breakwater_pools::Underwriters::<Runtime>::insert(product, places);
		product
	}

	fn pass(millis: Moment) {
		pass(millis);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_bounties::benchmarking::benchmarks::*;

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_open_programme::<Runtime>,
			_set_terms::<Runtime>,
			_fund::<Runtime>,
			_request_withdrawal::<Runtime>,
			_withdraw::<Runtime>,
			_close_programme::<Runtime>,
			_commit_report::<Runtime>,
			_reveal_report::<Runtime>,
			_acknowledge::<Runtime>,
			_decide::<Runtime>,
			_dispute::<Runtime>,
			_adopt_decision::<Runtime>,
			_process_expired::<Runtime>,
			_process_decided::<Runtime>,
			_end_case::<Runtime>,
			_collect::<Runtime>,
			_match_reward::<Runtime>,
			_revoke_unvested::<Runtime>,
			_begin_match::<Runtime>,
		] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				benchmark(true).expect("the benchmark runs");
			});
		}
	}
}
