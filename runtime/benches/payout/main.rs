// SPDX-License-Identifier: Apache-2.0

//! The time it takes to pay a hundred thousand policies on one triggered product, and a check that
//! no block is too heavy.
//!
//! `cargo bench -p breakwater-runtime --bench payout` starts the development chain in this process.
//! Twelve pools back policies that are bought by real calls, of which every hundredth takes three
//! pools. Then it breaks the price, and makes blocks every three seconds, with only the hooks in
//! them, until the incident is paid. `-- 1000 10000 100000` does it for other numbers, and prints
//! the cost of a policy in each. Then as many policies expire on one day, and their records are
//! removed. Then it times a thousand claims with proof and signature under a table of losses.
//!
//! It fails if a block weighs more than a block may. It fails if a block has a processor for longer
//! than the limit gives it (by the clock where the system does not report it). It fails if an
//! account gets another amount than is due to it. The times are of native code with a trie in
//! memory: a node runs WebAssembly, which takes longer, on a database. Setting up is not weighed.
//!
//! `SKIP_WASM_BUILD=1` saves the build of the runtime's WebAssembly, which is not needed. Takes
//! about ten minutes, most of them for the purchases, and 2 GB.

mod assessed;
mod chain;
#[path = "../common/mod.rs"]
mod common;
mod expiry;
#[path = "../common/processor.rs"]
mod processor;

use breakwater_claims::types::Stage;
use breakwater_primitives::*;
use breakwater_runtime::{
	configs::system::RuntimeBlockWeights, constants::*, dynamic_params::pools as params, *,
};
use chain::{Chain, Measured};
use common::*;
use frame_support::traits::fungibles::Inspect;
use sp_keyring::Sr25519Keyring as Who;
use sp_runtime::Permill;
use std::{collections::BTreeMap, time::Duration};

/// The number of policies, unless arguments set it.
const SIZE: u32 = 100_000;
/// The number of policies that are bought in one block.
const BATCH: u32 = 1_000;
/// The number of pools: as many as can sell cover on a product.
const POOLS: PoolId = MAX_SELLING_POOLS;

const START: Moment = 20_000 * DAY;
const PRODUCT: ProductId = 0;
const INCIDENT: IncidentId = 0;
/// The capital of each pool.
const CAPITAL: Balance = 10_000_000 * USD;
/// The least part of a pool's capital to which referenda can bound a policy: 10,000 USD, and the
/// part of the premiums.
const MAX_SHARE: Permill = Permill::from_parts(1_000);
/// The price while the breach lasts: 0.4 of the way from attachment to exhaustion.
const BROKEN: u128 = ONE / 1_000 * 942;

/// Returns the cover of a policy. Few covers divide by five, so that payouts are rounded.
fn cover(n: u32) -> Balance {
	let base = if n % 100 == 99 { 25_000 * USD } else { 100 * USD };
	base + Balance::from(n) * 7 + 1
}

/// Returns the payout of a policy.
fn payout(n: u32) -> Balance {
	cover(n) * 2 / 5
}

/// Starts a chain with twelve pools for a product that is listed in `list`, with a price.
fn begin(list: impl Fn()) -> Chain {
	let mut chain = Chain::new();
	chain.block(SLOT_DURATION, || {
		let share = params::Parameters::MaxPolicyShare(params::MaxPolicyShare, Some(MAX_SHARE));
		decide(pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Pools(share) });
		list();
		for pool in 0..POOLS {
			create_pool(pool, PRODUCT, Who::Alice.to_account_id());
			let deposit = breakwater_pools::Call::deposit {
				pool,
				tranche: Tranche::Junior,
				amount: CAPITAL,
				min_shares: 1,
			};
			submit(deposit, Who::Bob.to_account_id());
		}
	});
	chain
}

/// Starts a chain with the product, and policies in force on it.
fn insured(size: u32) -> Chain {
	let payout = Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 };
	let terms = Terms { payout, max_cover: 100_000 * USD, ..terms() };
	let mut chain = begin(|| list(Decision::Trigger(trigger()), terms));
	hours(&mut chain, 3, ONE);
	for from in (0..size).step_by(BATCH as usize) {
		chain.block(SLOT_DURATION, || {
			for n in from..size.min(from + BATCH) {
				fund(&who(n), 1, 2 * cover(n));
				buy(n, order(PRODUCT, cover(n), n));
			}
		});
	}
	hours(&mut chain, 25, ONE);
	chain
}

fn hours(chain: &mut Chain, hours: u32, price: u128) {
	for _ in 0..hours {
		chain.hour(price, |_| false);
	}
}

fn stage() -> Option<Stage> {
	breakwater_claims::Incidents::<Runtime>::get(INCIDENT).map(|incident| incident.stage)
}

/// Makes the blocks from the one in which the breach has lasted long enough to the one in which
/// every policy is paid.
fn settle(chain: &mut Chain) -> Vec<Measured> {
	let mut blocks = Vec::new();
	for _ in 0..30 {
		blocks.extend(chain.hour(BROKEN, |block| block.registered > 0));
		if !blocks.is_empty() {
			break;
		}
	}
	assert!(!blocks.is_empty(), "the incident is upheld");
	while chain.look(stage) != Some(Stage::Paid) {
		blocks.push(chain.block(SLOT_DURATION, || ()));
	}
	blocks
}

/// Checks that every block keeps its limits.
fn check_blocks(blocks: &[Measured]) {
	let limit = RuntimeBlockWeights::get().max_block;
	for (n, block) in blocks.iter().enumerate() {
		assert!(block.processor <= budget(limit.ref_time()), "block {n} takes too long: {block:?}");
		assert_eq!(block.missed, 0, "block {n}: a claim or a pool was not served");
		assert!(block.weight.all_lte(limit), "block {n} is too heavy: {block:?}");
	}
}

/// Returns a weight, in picoseconds, as time.
fn budget(ref_time: u64) -> Duration {
	Duration::from_nanos(ref_time / 1_000)
}

fn balances(size: u32) -> Vec<Balance> {
	(0..size).map(|n| NativeAndAssets::balance(ASSET, &who(n))).collect()
}

/// Checks that every account has the amount that is due to it, and that the sum is what the pools
/// have lost.
fn check_payment(size: u32, before: &[Balance], pools_before: Balance) {
	for ((n, before), after) in (0..size).zip(before).zip(balances(size)) {
		assert_eq!(after, before + payout(n), "the payout of policy {n}");
	}
	let sum: Balance = (0..size).map(payout).sum();
	let incident = Claims::incident_state(INCIDENT).expect("the incident is there");
	assert_eq!((incident.claims, incident.claims_paid, incident.claimed), (size, size, sum));
	assert_eq!(incident.upheld, Some(Upheld::Average(BROKEN)));
	assert_eq!((incident.in_escrow, NativeAndAssets::balance(ASSET, &incident.escrow)), (0, 0));
	let mut parts = BTreeMap::<PoolId, Balance>::new();
	let mut shared = 0;
	for claim in breakwater_claims::Claims::<Runtime>::iter_prefix_values(INCIDENT) {
		shared += u32::from(claim.parts.len() == MAX_ALLOCATIONS as usize);
		claim.parts.iter().for_each(|(pool, part)| *parts.entry(*pool).or_default() += part);
	}
	assert_eq!(shared, size / 100, "claims of three pools");
	assert_eq!(incident.pools.len(), POOLS as usize);
	for pool in &incident.pools {
		let loss = parts.remove(&pool.pool).expect("every pool has claims");
		let settled = pool.settlement;
		assert_eq!((pool.loss, settled.loss, settled.from_pool, pool.paid), (loss, loss, loss, loss));
	}
	let state = |pool| Pools::state(pool).expect("the pool exists");
	assert!((0..POOLS).all(|pool| state(pool).incidents.is_empty()), "the pools are let go");
	// The only other payment out of the pools meanwhile is their fees payable, which the accounts
	// of reserve, treasury and manager got.
	let fees_payable = |after: Balance| pools_before - after;
	assert_eq!(
		fees_payable(in_pools()),
		sum,
		"what the pools, and who has a part of their premiums, have lost"
	);
	let held: Balance = pallet_assets::Account::<Runtime>::iter()
		.filter(|(asset, ..)| *asset == USDB)
		.map(|(.., account)| account.balance)
		.sum();
	assert_eq!(held, NativeAndAssets::total_issuance(ASSET), "value only moves");
}

/// Returns the sum of the accounts of pools, reserve, treasury and manager.
fn in_pools() -> Balance {
	let reserve = Reserve::state(ASSET).map(|state| state.account);
	let others = [configs::money::TreasuryAccount::get(), Who::Alice.to_account_id()];
	let pools = (0..POOLS).filter_map(Pools::state).map(|pool| pool.account);
	pools.chain(others).chain(reserve).map(|who| NativeAndAssets::balance(ASSET, &who)).sum()
}

/// The report on a number of policies.
struct Report {
	size: u32,
	blocks: usize,
	time: Duration,
}

fn run(size: u32) -> Report {
	eprintln!("Insuring {size} policies …");
	let mut chain = insured(size);
	let (before, pools) = chain.look(|| (balances(size), in_pools()));
	eprintln!("The price breaks …");
	let blocks = settle(&mut chain);
	check_blocks(&blocks);
	chain.look(|| check_payment(size, &before, pools));

	let count = |is: fn(&Measured) -> bool| blocks.iter().filter(|block| is(block)).count();
	let (walk, charge, pay) = (count(|b| b.registered > 0), count(|b| b.charged > 0), count(|b| b.paid > 0));
	let time: Duration = blocks.iter().map(|block| block.processor).sum();
	let clock: Duration = blocks.iter().map(|block| block.time).sum();
	let weight: u64 = blocks.iter().map(|b| b.weight.ref_time()).sum();
	let limit = RuntimeBlockWeights::get().max_block.ref_time();
	let heaviest = blocks.iter().map(|b| b.weight.ref_time()).max();
	let slowest =
		|of: fn(&Measured) -> Duration| blocks.iter().map(of).max().unwrap_or_default().as_secs_f64() * 1e3;
	let each = |blocks: usize| f64::from(size) / blocks as f64;
	println!("{size} policies of {POOLS} pools, all paid exactly what is due");
	println!(
		"    blocks        {}: walk {walk}, charge {charge}, payment {pay}, end of a session {}; {:.1} minutes of the chain",
		blocks.len(),
		count(|b| b.ends_session),
		blocks.len() as f64 * SLOT_DURATION as f64 / 60_000.0
	);
	println!("    in a block    {:.1} policies walked, {:.1} claims paid", each(walk), each(pay));
	println!(
		"    machine time  {:.2} s of a processor ({:.2} s by the clock), {:.1} % of what is weighed",
		time.as_secs_f64(),
		clock.as_secs_f64(),
		100.0 * time.as_secs_f64() / budget(weight).as_secs_f64()
	);
	println!(
		"    binding block   {:.2} % of the weight; {:.1} ms of a processor ({:.1} ms by the clock), of {} ms",
		100.0 * heaviest.unwrap_or_default() as f64 / limit as f64,
		slowest(|block| block.processor),
		slowest(|block| block.time),
		budget(limit).as_millis()
	);
	Report { size, blocks: blocks.len(), time }
}

fn main() {
	let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
	let sizes = if sizes.is_empty() { vec![SIZE] } else { sizes };
	let most = sizes.iter().copied().max().unwrap_or(SIZE);
	let reports: Vec<Report> = sizes.into_iter().map(run).collect();
	let of_each = |report: &Report| {
		let size = f64::from(report.size);
		(report.blocks as f64 / size, report.time.as_secs_f64() / size)
	};
	if let Some((first, others)) = reports.split_first().filter(|(_, others)| !others.is_empty()) {
		let (blocks, time) = of_each(first);
		for report in others {
			let (b, t) = of_each(report);
			println!(
				"{} policies to {}: {:.2} times the blocks a policy, {:.2} times the seconds",
				report.size,
				first.size,
				b / blocks,
				t / time
			);
		}
	}
	expiry::run(most);
	assessed::run();
}
