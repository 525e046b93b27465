// SPDX-License-Identifier: Apache-2.0

//! The end of a hundred thousand policies on one day: the work that it gives the chain, and the
//! blocks that it takes to remove their records.

use super::*;
use chain::{has_room, weighed};
use frame_support::dispatch::GetDispatchInfo;

/// The period of each policy.
const PERIOD: Moment = 7 * DAY;
/// The most hours from the last purchase until every pool has let its capital go.
const MOST_HOURS: u32 = 24 * 40;

/// Buys the policies of one day.
fn insured(size: u32) -> Chain {
	let terms = Terms { max_cover: 100_000 * USD, ..terms() };
	let mut chain = begin(|| list(Decision::Trigger(trigger()), terms));
	hours(&mut chain, 3, ONE);
	for from in (0..size).step_by(BATCH as usize) {
		chain.block(SLOT_DURATION, || {
			for n in from..size.min(from + BATCH) {
				fund(&who(n), 1, 2 * cover(n));
				buy(n, Order { period: PERIOD, ..order(PRODUCT, cover(n), n) });
			}
		});
	}
	chain
}

/// Returns true if no pool is bound by a policy.
fn are_free() -> bool {
	let state = |pool| Pools::state(pool).expect("the pool exists");
	(0..POOLS).map(state).all(|pool| (pool.required, pool.unearned) == (0, 0))
}

/// Makes the blocks from the last purchase to the one in which the last capital is free.
fn expire(chain: &mut Chain) -> Vec<Measured> {
	let mut blocks = Vec::new();
	for _ in 0..MOST_HOURS {
		// Every block is kept, and none ends the hour.
		let kept = std::cell::RefCell::new(&mut blocks);
		chain.hour(ONE, |block| {
			kept.borrow_mut().push(*block);
			false
		});
		if chain.look(are_free) {
			return blocks;
		}
	}
	panic!("the capital is free when the last policy has expired");
}

/// Removes all records by calls that fill the blocks.
fn prune(chain: &mut Chain, size: u32) -> Vec<Measured> {
	let (mut next, mut blocks) = (0, Vec::new());
	while next < size {
		blocks.push(chain.block(SLOT_DURATION, || {
			while next < size {
				let call = RuntimeCall::from(breakwater_policies::Call::prune { policy: next });
				if !has_room(call.get_dispatch_info().total_weight()) {
					break;
				}
				weighed(call, Who::Ferdie.to_account_id());
				next += 1;
			}
		}));
	}
	blocks
}

pub fn run(size: u32) {
	eprintln!("Insuring {size} policies for the same week …");
	let mut chain = insured(size);
	chain.look(|| assert!(!are_free(), "the policies bind capital"));
	eprintln!("They expire …");
	let blocks = expire(&mut chain);
	check_blocks(&blocks);
	let pruned = prune(&mut chain, size);
	check_blocks(&pruned);
	chain.look(|| {
		assert_eq!(breakwater_policies::Policies::<Runtime>::iter_keys().count(), 0, "no record is left");
		assert!(are_free());
	});
	println!("{size} policies of {POOLS} pools expire on one day, and are removed");
	let days = blocks.len() / (4 * 24);
	println!("    until the capital is free  {days} days; {}", longest(&blocks));
	println!(
		"    removal       {} blocks full of calls, {:.1} minutes of the chain; {}",
		pruned.len(),
		pruned.len() as f64 * SLOT_DURATION as f64 / 60_000.0,
		longest(&pruned)
	);
}

/// Returns a sentence on the longest and on the heaviest of some blocks.
fn longest(blocks: &[Measured]) -> String {
	let time = blocks.iter().map(|block| block.time).max().unwrap_or_default();
	let weight = blocks.iter().map(|block| block.weight.ref_time()).max().unwrap_or_default();
	let limit = RuntimeBlockWeights::get().max_block.ref_time();
	format!(
		"longest block {:.1} ms by the clock, heaviest {:.2} % of the weight",
		time.as_secs_f64() * 1e3,
		100.0 * weight as f64 / limit as f64
	)
}
