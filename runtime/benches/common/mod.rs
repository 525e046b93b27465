// SPDX-License-Identifier: Apache-2.0

//! The parts that the benchmarks share: accounts, calls, a product that a trigger decides, and a
//! pool for it.

use breakwater_pools::PoolOptions;
use breakwater_primitives::*;
use breakwater_products::Listing;
use breakwater_runtime::{constants::*, *};
use codec::Encode;
use frame_support::traits::{fungibles::Mutate, UnfilteredDispatchable};
use sp_io::hashing::blake2_256;
use sp_runtime::Permill;

pub const USD: Balance = 1_000_000;
pub const USDB: u32 = 1;
pub const ASSET: AssetId = AssetId::WithId(USDB);
pub const FEED: FeedId = 1;

/// Returns the n-th account.
pub fn who(n: u32) -> AccountId {
	AccountId::new(blake2_256(&n.encode()))
}

pub fn submit(call: impl Into<RuntimeCall>, who: AccountId) {
	call.into().dispatch_bypass_filter(RuntimeOrigin::signed(who)).expect("the call is sound");
}

/// Dispatches a call as a referendum does.
pub fn decide(call: impl Into<RuntimeCall>) {
	call.into().dispatch_bypass_filter(RuntimeOrigin::root()).expect("the call is sound");
}

/// Gives an account so many BRKW, and units of the stablecoin.
pub fn fund(who: &AccountId, brkw: Balance, units: Balance) {
	NativeAndAssets::mint_into(AssetId::Native, who, brkw * BRKW).expect("the account can receive");
	NativeAndAssets::mint_into(ASSET, who, units).expect("the account can receive");
}

/// Returns an order of the n-th account under the first terms. The policies end on a hundred
/// different days.
pub fn order(product: ProductId, cover: Balance, n: u32) -> Order<AccountId> {
	let period = (7 + Moment::from(n % 100) * 3) * DAY;
	Order { product, version: 1, cover, period, max_premium: cover, insured_account: None, commission: None }
}

pub fn buy(n: u32, order: Order<AccountId>) {
	submit(breakwater_policies::Call::buy { order, beneficiary: None }, who(n));
}

/// Returns the call by which an operator feeds a price.
pub fn feed(price: u128) -> breakwater_feeds::Call<Runtime> {
	let values = vec![FeedValue { feed: FEED, value: price }].try_into().expect("one value fits");
	breakwater_feeds::Call::feed { values }
}

/// Opens a pool that puts nine tenths of its capital behind a product.
pub fn create_pool(pool: PoolId, product: ProductId, manager: AccountId) {
	let options = PoolOptions {
		leverage: 100,
		fee: Permill::from_percent(10),
		senior_factor: Permill::from_percent(80),
		is_private: false,
	};
	submit(breakwater_pools::Call::create_pool { asset: ASSET, options }, manager.clone());
	let weight = Permill::from_percent(90);
	submit(breakwater_pools::Call::set_weight { pool, product, weight }, manager);
}

/// Lists a product.
pub fn list(decision: Decision, terms: Terms) {
	let class = match decision {
		Decision::Trigger(_) => RiskClass::Depeg,
		Decision::Assessment { .. } => RiskClass::SmartContract,
	};
	let listing = Listing {
		asset: ASSET,
		group: 1,
		class,
		name: b"Product".to_vec().try_into().expect("a short name"),
		uri: b"wording/product.md".to_vec().try_into().expect("a short text"),
		decision,
		facts: RiskFacts { audits: 2, deployed: 0, bounty: 0, at_stake: 0, incidents: 0, reviewed: 0 },
		terms,
	};
	decide(breakwater_products::Call::list_product { listing: Box::new(listing) });
}

pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: DAY / 24,
		duration: DAY,
	}
}

pub fn terms() -> Terms {
	Terms {
		wording: [0; 32],
		min_period: 7 * DAY,
		max_period: YEAR,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::zero(),
		deductible: 0,
		cancel_fee: Permill::from_percent(2),
		max_commission: Permill::from_percent(10),
		min_cover: USD,
		max_cover: 1_000 * USD,
		max_total: Balance::MAX,
		payout: Payout::Full,
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility: ONE / 10_000,
		},
	}
}
