// SPDX-License-Identifier: Apache-2.0

//! The cost of a call when there are a hundred, ten thousand, or a million underwriters and
//! policies: the same.
//!
//! `cargo bench -p breakwater-runtime --bench scale` fills one pool of the real runtime by real
//! calls. Each underwriter has a deposit and a policy, and every second one has shares in a
//! withdrawal queue. Then it runs each piece of work on the three states by turns and prints a
//! table. It fails if the number of keys that a piece of work reads or writes depends on the number
//! of underwriters and policies. The times are medians for a reader: no check depends on them. With
//! `-- --keys` it names the storage items too.
//!
//! `SKIP_WASM_BUILD=1` saves the build of the runtime's WebAssembly, which is not needed. Takes a
//! few minutes and 4 GB.

#[path = "../common/mod.rs"]
mod common;
mod flat;

use breakwater_pools::{AssetRules, MAX_ACCRUAL};
use breakwater_primitives::*;
use breakwater_runtime::{constants::*, *};
use codec::Encode;
use common::*;
use flat::{Flat, Touched};
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::fungibles::Balanced,
};
use sp_io::hashing::blake2_256;
use sp_runtime::BuildStorage;
use std::{process::ExitCode, time::Duration};

/// The numbers of underwriters and policies.
const SIZES: [u32; 3] = [100, 10_000, 1_000_000];
/// The number of times that each piece of work is timed on each state.
const ROUNDS: u32 = 301;
/// The number of underwriters between two commits of the state.
const BATCH: u32 = 1_000;

const START: Moment = 20_000 * DAY;
const POOL: PoolId = 0;
const PRODUCT: ProductId = 0;
const INCIDENT: IncidentId = 1_000;
/// The deposit of each underwriter.
const DEPOSIT: Balance = 1_000 * USD;
/// The cover of each policy.
const COVER: Balance = 10 * USD;

fn fund(who: &AccountId) {
	common::fund(who, 1_000, 2 * DEPOSIT);
}

/// Removes the events of a block, which do not grow with the state and are not kept.
fn forget_events() {
	for item in [b"Events".as_slice(), b"EventCount"] {
		unhashed::kill(&storage_prefix(b"System", item));
	}
}

/// Returns the tranches in turn: four fifths of the underwriters are junior.
fn tranche_of(n: u32) -> Tranche {
	if n % 5 == 4 {
		Tranche::Senior
	} else {
		Tranche::Junior
	}
}

fn deposit(n: u32) {
	submit(
		breakwater_pools::Call::deposit {
			pool: POOL,
			tranche: tranche_of(n),
			amount: DEPOSIT,
			min_shares: 1,
		},
		who(n),
	);
}

fn buy(n: u32) {
	common::buy(n, order(PRODUCT, COVER, n));
}

/// Requests the withdrawal of a tenth of an underwriter's deposit.
fn leave(n: u32) {
	let (pool, tranche) = (POOL, tranche_of(n));
	let state = Pools::position(pool, &who(n)).expect("the pool exists");
	let holding = if tranche == Tranche::Junior { state.junior } else { state.senior };
	let shares = holding.shares / 10;
	submit(breakwater_pools::Call::request_withdrawal { pool, tranche, shares, min_out: 1 }, who(n));
}

/// Moves both clocks on by whole days.
fn pass(days: u32) {
	let millis = Moment::from(days) * DAY;
	breakwater_clock::Times::<Runtime>::mutate(|clock| {
		clock.now += millis;
		clock.active += millis;
		pallet_timestamp::Now::<Runtime>::put(clock.now);
	});
}

/// Books everything that ended until now.
fn accrue() {
	submit(breakwater_pools::Call::accrue { pool: POOL, days: MAX_ACCRUAL }, who(0));
}

/// Starts a chain with one product and one pool without underwriters.
fn begin() -> Flat {
	let operators: Vec<AccountId> = (0..3).map(|n| who(u32::MAX - n)).collect();
	// Without bonds: no measured call looks at them.
	let bonds = operators.iter().map(|operator| (operator.clone(), 0)).collect();
	// Even a bond of zero is held of an account that exists.
	let balances = operators.iter().map(|operator| (operator.clone(), BRKW)).collect();
	let config = RuntimeGenesisConfig {
		balances: BalancesConfig { balances, ..Default::default() },
		assets: AssetsConfig { assets: vec![(USDB, who(u32::MAX), true, 1)], ..Default::default() },
		feeds: FeedsConfig { operators: bonds, reward_pool: 0 },
		..Default::default()
	};
	let mut flat = Flat::new(config.build_storage().expect("the genesis is sound").top);
	flat.change(|| {
		System::set_block_number(1);
		pallet_timestamp::Now::<Runtime>::put(START);
		breakwater_clock::Times::<Runtime>::mutate(|clock| clock.now = START);
		breakwater_pools::ListedAssets::<Runtime>::insert(
			ASSET,
			AssetRules { min_deposit: USD, min_withdrawal: USD },
		);
		list(Decision::Trigger(trigger()), terms());
		for operator in operators {
			submit(feed(ONE), operator);
		}
		breakwater_triggers::TriggerStates::<Runtime>::mutate(PRODUCT, |slot| {
			let state = slot.as_mut().expect("a price was fed");
			(state.ready, state.defined, state.phase) =
				(true, true, breakwater_triggers::types::Phase::Armed);
		});
		let manager = who(u32::MAX);
		fund(&manager);
		create_pool(POOL, PRODUCT, manager);
		forget_events();
	});
	flat
}

/// Adds underwriters until there are `to`, each with a policy.
fn fill(flat: &mut Flat, from: u32, to: u32) {
	let mut next = from;
	while next < to {
		let end = to.min(next + BATCH);
		flat.change(|| {
			for n in next..end {
				fund(&who(n));
				deposit(n);
				buy(n);
				if n % 2 == 1 {
					leave(n);
				}
				forget_events();
			}
		});
		next = end;
	}
}

/// A piece of work: its name, its preparation, and the work itself, for the n-th of the accounts
/// that are there or that come.
struct Work {
	name: &'static str,
	prepare: fn(u32),
	run: fn(u32),
	/// True if a new account does the work.
	by_new: bool,
}

const WORKS: [Work; 6] = [
	Work { name: "deposit", prepare: |n| fund(&who(n)), run: deposit, by_new: true },
	Work { name: "request of a withdrawal", prepare: |_| (), run: leave, by_new: false },
	Work {
		name: "payment of a withdrawal",
		prepare: |_| {
			pass(15);
			accrue();
		},
		run: |_| submit(breakwater_pools::Call::process_withdrawals { pool: POOL, max: 1 }, who(0)),
		by_new: false,
	},
	Work { name: "accrual of a year", prepare: |_| pass(365), run: |_| accrue(), by_new: false },
	Work { name: "cover allocation", prepare: |n| fund(&who(n)), run: buy, by_new: true },
	Work {
		name: "loss settlement",
		prepare: |_| {
			<Pools as OnIncident>::opened(INCIDENT, PRODUCT);
			<Pools as LossSettlement<_>>::totalled(INCIDENT, POOL, COVER).expect("the pool is locked");
		},
		run: |n| {
			let settled = <Pools as LossSettlement<_>>::settle(INCIDENT, POOL, INCIDENT + 1);
			let (_, credit) = settled.expect("the loss is known");
			NativeAndAssets::resolve(&who(n), credit).map_err(drop).expect("the account can receive");
		},
		by_new: false,
	},
];

/// Returns the number of an account of `size`, another one in every round. It is odd, so that the
/// accounts that leave have left before.
fn account_of_round(work: &Work, size: u32, round: u32) -> u32 {
	if work.by_new {
		return size + round;
	}
	let n = u32::from_le_bytes(blake2_256(&round.encode())[..4].try_into().expect("four bytes")) % size;
	n | 1
}

fn touched(flat: &mut Flat, work: &Work, size: u32) -> Touched {
	let n = account_of_round(work, size, 0);
	flat.count(|| prepare(work, n), |()| (work.run)(n))
}

fn prepare(work: &Work, n: u32) {
	(work.prepare)(n);
	forget_events();
}

/// Returns the median times of a piece of work on each state. The rounds go by turns, so that all
/// states see the machine alike.
fn medians(states: &mut [Flat], work: &Work) -> Vec<Duration> {
	let mut times = vec![Vec::new(); states.len()];
	for round in 0..ROUNDS {
		for ((flat, size), times) in states.iter_mut().zip(SIZES).zip(&mut times) {
			let n = account_of_round(work, size, round);
			times.push(flat.time(|| prepare(work, n), |()| (work.run)(n)));
		}
	}
	times
		.into_iter()
		.map(|mut times| {
			times.sort_unstable();
			times[times.len() / 2]
		})
		.collect()
}

/// Prints the storage items of the keys that a piece of work touches, with how many of each are
/// read and written.
fn list_keys(touched: &Touched) {
	use frame_support::traits::StorageInfoTrait;
	let items = AllPalletsWithSystem::storage_info();
	let name = |key: &Vec<u8>| {
		let item = items.iter().find(|item| key.starts_with(&item.prefix));
		let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
		item.map_or("other".into(), |item| {
			format!("{}.{}", text(&item.pallet_name), text(&item.storage_name))
		})
	};
	let mut counts = std::collections::BTreeMap::<String, (usize, usize)>::new();
	touched.read.iter().for_each(|key| counts.entry(name(key)).or_default().0 += 1);
	touched.written.iter().for_each(|key| counts.entry(name(key)).or_default().1 += 1);
	for (name, (read, written)) in counts {
		println!("    {name:<40}{read:>4}{written:>4}");
	}
}

fn main() -> ExitCode {
	let (mut states, mut there) = (Vec::<Flat>::new(), 0);
	for size in SIZES {
		eprintln!("Filling up to {size} underwriters and policies …");
		let mut flat = states.last().cloned().unwrap_or_else(begin);
		fill(&mut flat, there, size);
		there = size;
		states.push(flat);
	}

	println!("{:<20}{:>12}{:>7}{:>9}{:>13}{:>8}", "work", "of each", "reads", "writes", "median", "ratio");
	let mut grows = false;
	for work in &WORKS {
		let counts: Vec<Touched> =
			states.iter_mut().zip(SIZES).map(|(flat, size)| touched(flat, work, size)).collect();
		let times = medians(&mut states, work);
		for ((size, count), time) in SIZES.into_iter().zip(&counts).zip(&times) {
			let ratio = time.as_secs_f64() / times[0].as_secs_f64();
			let micros = time.as_secs_f64() * 1e6;
			println!(
				"{:<20}{size:>12}{:>7}{:>9}{micros:>10.1} µs{ratio:>8.2}",
				work.name,
				count.counts().0,
				count.counts().1
			);
		}
		grows |= counts.iter().any(|count| count.counts() != counts[0].counts());
		if std::env::args().any(|arg| arg == "--keys") {
			list_keys(&counts[0]);
		}
	}
	for (flat, size) in states.iter().zip(SIZES) {
		let (keys, bytes) = flat.size();
		println!("State with {size} of each: {keys} keys, {bytes} bytes.");
	}
	if grows {
		eprintln!("The number of keys touched depends on the number of underwriters and policies.");
		return ExitCode::FAILURE;
	}
	ExitCode::SUCCESS
}
