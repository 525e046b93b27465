// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! A market that takes the most work that is practical: as many pools for a product as can sell
//! cover, as many products in a pool as there can be, as many operators as there can be, policies
//! of three pools, and a table of losses under which claims are made.

use crate::{common::Error, cover::*, state::*};
use breakwater_primitives::{
	interest::{self, AccountSignature, InsuredAccount, InsuredChain},
	Decision, FeedId, FeedSet, IncidentId, LossTable, Moment, Order, PolicyId, PoolId, ProductId, Terms,
	Tranche, Trigger, Verdict, DAY, HOUR, MAX_PRODUCTS_PER_POOL, MAX_SELLING_POOLS,
};
use breakwater_runtime::{dynamic_params::pools as params, *};
use codec::Encode;
use sp_core::{sr25519, Pair};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::BlakeTwo256, Permill};
use std::ops::Range;

/// The accounts that make calls, each with a policy of three pools, an assessed policy, and shares.
pub const ACTORS: u32 = 2_000;
/// The most operators that the chain takes.
const OPERATORS: u32 = breakwater_feeds::types::MAX_OPERATORS;
/// The feeds that an operator feeds with one call.
pub const FEEDS: std::ops::RangeInclusive<FeedId> = 1..=breakwater_feeds::types::MAX_VALUES;
/// The least part of a pool's capital to which referenda can bound a policy, so that one of
/// [`PART`] needs three pools.
const MAX_SHARE: Permill = Permill::from_parts(1_000);
/// The capital of each pool.
const CAPITAL: Balance = 1_000_000 * USD;
/// The cover of a policy of three pools.
pub const PART: Balance = 2_100 * USD;
/// The shares for one unit of a tranche without gains and losses.
pub const SHARES: Balance = 1_000_000;
/// The requests of each actor to withdraw, which wait when the blocks begin.
const REQUESTS: u32 = 2;
const INCIDENT: IncidentId = 0;
/// The chain on which the insured accounts are.
const ORIGIN: [u8; 32] = [5; 32];

/// The things that calls are about.
pub struct Market {
	/// The product whose trigger watches three feeds.
	pub product: ProductId,
	/// Its pools.
	pub pools: Range<PoolId>,
	/// The policies on it, each with the number of the actor that holds it.
	pub policies: Vec<(PolicyId, u32)>,
	/// The claims that can be made.
	pub claims: Vec<Loss>,
	/// The keys of the operators.
	pub operators: Vec<sr25519::Pair>,
}

/// The loss of an insured account of an actor, and the policy on it.
pub struct Loss {
	/// The actor, which is also the place in the table of losses.
	actor: u32,
	policy: PolicyId,
	proof: breakwater_claims::types::Proof,
}

impl Loss {
	/// Returns the claim on the chain with this first block, signed by the insured account's key in
	/// the form that the chain verifies last.
	pub fn claim(&self, genesis: Hash) -> RuntimeCall {
		let (policy, index) = (self.policy, self.actor);
		let statement = interest::statement(&genesis.0, policy, INCIDENT, &insured(index));
		let signature = AccountSignature::Sr25519(key(index).sign(&statement).0);
		let (incident, loss, proof) = (INCIDENT, loss(index), self.proof.clone());
		breakwater_claims::Call::claim { incident, policy, loss, index, proof, signature }.into()
	}
}

fn insured(actor: u32) -> InsuredAccount {
	InsuredAccount::Substrate { genesis: ORIGIN, account: key(actor).public().0 }
}

fn loss(actor: u32) -> Balance {
	20 * USD + Balance::from(actor)
}

/// Returns the pool in which an actor has shares.
pub fn pool_of(pools: &Range<PoolId>, actor: u32) -> PoolId {
	pools.start + actor % (pools.end - pools.start)
}

/// Returns the state of the market, beside a plain one with so many policies.
pub fn market(policies: u32) -> Result<(State, Market), Error> {
	let mut state = State::development(1)?;
	let market = state.run(|| {
		govern();
		let operators = appoint();
		let accounts: Vec<_> = operators.iter().map(account).collect();
		(0..ACTORS).for_each(|n| fund(&account(&key(n)), 10_000, 100_000 * USD));
		eprintln!("{ACTORS} accounts insure, deposit, and claim …");
		let (product, pools) = full(|n| {
			let feed = |more: u32| 1 + (n + more) % FEEDS.end();
			let feeds = FeedSet::Any { first: feed(0), second: feed(1), third: Some(feed(2)) };
			(Decision::Trigger(Trigger { feeds, ..trigger() }), terms().price.volatility)
		});
		let (assessed, assessed_pools) =
			full(|_| (Decision::Assessment { chain: InsuredChain::Substrate { genesis: ORIGIN } }, 0));
		let plain = list_plain();
		(0..ACTORS).for_each(|n| underwrite(n, &pools));
		let claims = claims(assessed, pools.start..assessed_pools.end);
		pass_hours(3, &accounts, &feed_all(FEEDS));
		let policies_of_three = (0..ACTORS).map(|n| (insure(n, order_of(product, n)), n)).collect();
		sell_plain(plain, policies);
		Market { product, pools, policies: policies_of_three, claims, operators }
	});
	Ok((state, market))
}

/// Returns the order of a policy of three pools.
pub fn order_of(product: ProductId, n: u32) -> Order<AccountId> {
	order(product, PART, n)
}

/// Sets the parameters: policies of three pools, and withdrawals after an hour.
fn govern() {
	use params::{GroupCap, MaxPolicyShare, Parameters, WithdrawalCooldown};
	for value in [
		Parameters::MaxPolicyShare(MaxPolicyShare, Some(MAX_SHARE)),
		Parameters::GroupCap(GroupCap, Some(Permill::one())),
		Parameters::WithdrawalCooldown(WithdrawalCooldown, Some(HOUR)),
	] {
		let key_value = RuntimeParameters::Pools(value);
		decide(pallet_parameters::Call::set_parameter { key_value });
	}
}

/// Appoints operators until there are as many as there can be. Returns the keys of all.
fn appoint() -> Vec<sr25519::Pair> {
	let mut keys: Vec<_> = operators().into_iter().map(|operator| operator.pair()).collect();
	for n in keys.len() as u32..OPERATORS {
		let key = key(u32::MAX - n);
		let who = account(&key);
		fund(&who, 20_000, USD);
		decide(breakwater_feeds::Call::appoint { who: who.clone() });
		submit(breakwater_feeds::Call::accept {}, who);
		keys.push(key);
	}
	keys
}

/// Lists as many products as a pool can have, and opens as many pools for all of them as can sell
/// cover. Returns the first product, and the pools.
fn full(decision: impl Fn(u32) -> (Decision, u128)) -> (ProductId, Range<PoolId>) {
	let first = breakwater_products::NextProduct::<Runtime>::get();
	for n in 0..MAX_PRODUCTS_PER_POOL {
		let (decision, volatility) = decision(n);
		let mut terms = Terms { max_cover: 100_000 * USD, ..terms() };
		terms.price.volatility = volatility;
		list(decision, terms);
	}
	let from = breakwater_pools::NextPool::<Runtime>::get();
	for _ in 0..MAX_SELLING_POOLS {
		let pool = open_pool(first, CAPITAL);
		for product in first + 1..first + MAX_PRODUCTS_PER_POOL {
			let weight = Permill::from_percent(90);
			let call = breakwater_pools::Call::set_weight { pool, product, weight };
			submit(call, Sr25519Keyring::Alice.to_account_id());
		}
	}
	(first, from..from + MAX_SELLING_POOLS)
}

/// Has an actor deposit in both tranches of a pool, and ask for a part of the deposit.
fn underwrite(n: u32, pools: &Range<PoolId>) {
	let (pool, who) = (pool_of(pools, n), account(&key(n)));
	for (tranche, amount) in [(Tranche::Junior, 1_000 * USD), (Tranche::Senior, 10 * USD)] {
		let call = breakwater_pools::Call::deposit { pool, tranche, amount, min_shares: 1 };
		submit(call, who.clone());
	}
	for _ in 0..REQUESTS {
		submit(request(pool), who.clone());
	}
}

/// Returns the request to withdraw two units from junior.
pub fn request(pool: PoolId) -> breakwater_pools::Call<Runtime> {
	let (tranche, shares) = (Tranche::Junior, 2 * USD * SHARES);
	breakwater_pools::Call::request_withdrawal { pool, tranche, shares, min_out: 0 }
}

/// Has an actor buy. Returns the policy.
fn insure(n: u32, order: Order<AccountId>) -> PolicyId {
	let policy = breakwater_policies::NextPolicy::<Runtime>::get();
	submit(breakwater_policies::Call::buy { order, beneficiary: None }, account(&key(n)));
	policy
}

/// Passes time, and takes all pools over the days.
fn wait(millis: Moment, pools: Range<PoolId>) {
	pass(millis);
	for pool in pools {
		let days = breakwater_pools::MAX_ACCRUAL;
		submit(breakwater_pools::Call::accrue { pool, days }, Sr25519Keyring::Alice.to_account_id());
	}
}

/// Sells an assessed policy to each actor, and upholds an incident with a loss for each. Returns
/// the losses.
fn claims(product: ProductId, pools: Range<PoolId>) -> Vec<Loss> {
	let policies: Vec<_> = (0..ACTORS)
		.map(|n| insure(n, Order { insured_account: Some(insured(n)), ..order(product, PART, n) }))
		.collect();
	wait(2 * DAY, pools.clone());
	let leaves: Vec<_> = (0..ACTORS).map(|n| (insured(n), loss(n)).encode()).collect();
	let root = binary_merkle_tree::merkle_root::<BlakeTwo256, _>(leaves.clone());
	let table = LossTable { root, leaves: ACTORS, total: (0..ACTORS).map(loss).sum() };
	let occurred_at = pallet_timestamp::Now::<Runtime>::get();
	let (incident, max_bond) = (INCIDENT, Balance::MAX);
	let ferdie = Sr25519Keyring::Ferdie.to_account_id();
	let (evidence, uri) = (Default::default(), breakwater_primitives::Uri::default());
	let report = breakwater_assessment::Call::report_incident {
		product,
		occurred_at,
		evidence,
		uri: uri.clone(),
		max_bond,
	};
	submit(report, ferdie.clone());
	let verdict = Verdict::Losses { occurred_at, table };
	let propose = breakwater_assessment::Call::propose_outcome { incident, verdict, uri, max_bond };
	submit(propose, ferdie.clone());
	wait(2 * DAY + HOUR, pools);
	submit(breakwater_assessment::Call::process { incident }, ferdie);
	let proof = |n| binary_merkle_tree::merkle_proof::<BlakeTwo256, _, _>(leaves.clone(), n).proof;
	let proof = |n| breakwater_claims::types::Proof::truncate_from(proof(n));
	let losses = policies.into_iter().zip(0..);
	losses.map(|(policy, actor)| Loss { actor, policy, proof: proof(actor) }).collect()
}
