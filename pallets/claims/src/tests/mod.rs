// SPDX-License-Identifier: Apache-2.0

//! Tests. `mock` is a chain of this pallet alone. Its policies, pools, prices and clocks are set by
//! the tests.

mod attacks;
mod attacks_judged;
mod automaton;
mod claiming;
mod collect;
mod feeds;
mod filing;
mod hooks;
mod invariants;
mod invariants_judged;
mod life;
mod limits;
pub(crate) mod mock;
mod origins;
mod parts;
mod push;
mod recovery;
mod rulings;
mod second;
mod settlement;
mod several;

/// The cases of a property that runs a chain of its own in each: a twentieth of `BREAKWATER_CASES`
/// (10,000), at least one.
pub(crate) fn chain_cases() -> u32 {
	let cases = std::env::var("BREAKWATER_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000u32);
	(cases / 20).max(1)
}
