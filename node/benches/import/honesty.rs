// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The time that blocks take, compared with the weight that is charged for them.

use crate::{
	calls::{Calls, Kind},
	chain::{Chain, Measured},
	common::{Dice, Error},
	market::market,
	state::State,
	table::*,
	Options,
};
use breakwater_primitives::{Moment, DAY};
use breakwater_runtime::constants::{EPOCH_DURATION_IN_SLOTS, SLOT_DURATION};

/// The most that a block may take, as a part of the time that is charged.
const MOST: f64 = 1.0;
/// The least that mixed blocks may take on average: charging much more is a fault as well.
const LEAST: f64 = 0.2;
/// The blocks of one kind alone.
const BLOCKS_OF_A_KIND: u32 = 2;
/// The blocks with which a chain warms up.
const WARM_UP: u32 = 3;
/// The sessions that begin in the measurement of them: the first notes the validators' keys, the
/// second tells the new set.
const SESSIONS: u32 = 4;
/// The validators of the chains whose sessions are measured: the preset's, and the most.
const VALIDATORS: [u32; 2] = [1, 100];
const SESSION: Moment = EPOCH_DURATION_IN_SLOTS * SLOT_DURATION;

/// Fills blocks, and compares. Returns whether the bounds hold.
pub fn run(options: &Options, wasm: &[u8]) -> Result<bool, Error> {
	let policies = options.policies.last().copied().unwrap_or_default();
	let (state, market) = market(policies)?;
	let mut chain = Chain::start(state, wasm, &options.path)?;
	let mut calls = Calls::new(market);
	for _ in 0..WARM_UP {
		chain.block(SLOT_DURATION, &mut || None)?;
	}
	println!("Honesty of weights, on a chain with {policies} policies");
	heads("kind", &["blocks", "calls", "succeed", "ms", "on proc.", "charged ms", "ratio", "worst"]);
	let mixed = mixed(options, &mut chain, &mut calls)?;
	show("mixed", &mixed);
	let mut all = ratios(&mixed);
	for kind in Kind::ALL {
		let blocks = of_kind(&mut chain, &mut calls, kind)?;
		show(&format!("{kind:?}"), &blocks);
		all.extend(ratios(&blocks));
	}
	drop(chain);
	for validators in VALIDATORS {
		sessions(options, wasm, validators)?;
	}
	let (worst, mean) = (worst(all.into_iter()), mean(ratios(&mixed).into_iter()));
	println!("Worst block: {worst:.2} of its charge (at most {MOST}).");
	println!("Mean of the mixed blocks: {mean:.2} of their charge (at least {LEAST}).");
	Ok(worst <= MOST && mean >= LEAST)
}

fn ratios(blocks: &[Measured]) -> Vec<f64> {
	blocks.iter().map(Measured::ratio).collect()
}

/// Fills blocks with calls of all kinds, as the dice fall. Policies that are cancelled are not
/// there for other calls, so that only a part of the calls succeeds.
fn mixed(options: &Options, chain: &mut Chain, calls: &mut Calls) -> Result<Vec<Measured>, Error> {
	let mut dice = Dice(options.seed);
	(0..options.blocks)
		.map(|_| {
			calls.begin_block();
			let mut last = Kind::Buy;
			let mut measured = chain.block(SLOT_DURATION, &mut || loop {
				last = Kind::ALL[dice.below(Kind::ALL.len() as u32) as usize];
				if let Some(call) = calls.next(last) {
					return Some(call);
				}
			})?;
			measured.left.take().into_iter().for_each(|call| calls.take_back(last, call));
			Ok(measured)
		})
		.collect()
}

/// Fills blocks with calls of one kind.
fn of_kind(chain: &mut Chain, calls: &mut Calls, kind: Kind) -> Result<Vec<Measured>, Error> {
	(0..BLOCKS_OF_A_KIND)
		.map(|_| {
			calls.begin_block();
			let mut measured = chain.block(SLOT_DURATION, &mut || calls.next(kind))?;
			measured.left.take().into_iter().for_each(|call| calls.take_back(kind, call));
			Ok(measured)
		})
		.collect()
}

/// Measures the blocks that begin a session, and those after them.
fn sessions(options: &Options, wasm: &[u8], validators: u32) -> Result<(), Error> {
	let mut chain = Chain::start(State::development(validators)?, wasm, &options.path)?;
	for _ in 0..WARM_UP {
		chain.block(SLOT_DURATION, &mut || None)?;
	}
	let (mut first, mut others) = (Vec::new(), Vec::new());
	for _ in 0..SESSIONS {
		first.push(chain.block(SESSION, &mut || None)?);
		others.push(chain.block(SLOT_DURATION, &mut || None)?);
	}
	let day = vec![chain.block(DAY, &mut || None)?];
	let of = if validators == 1 { "1 validator".into() } else { format!("{validators} validators") };
	show(&format!("session, {of}"), &first);
	show(&format!("empty, {of}"), &others);
	show(&format!("day later, {of}"), &day);
	Ok(())
}

fn show(name: &str, blocks: &[Measured]) {
	let count = |of: fn(&Measured) -> u32| blocks.iter().map(of).sum::<u32>().to_string();
	let average = |of: fn(&Measured) -> std::time::Duration| {
		millis(blocks.iter().map(of).sum::<std::time::Duration>() / blocks.len().max(1) as u32)
	};
	row(
		name,
		&[
			blocks.len().to_string(),
			count(|block| block.calls),
			count(|block| block.done),
			average(|block| block.time),
			average(|block| block.processor),
			average(Measured::charged),
			format!("{:.3}", mean(blocks.iter().map(Measured::ratio))),
			format!("{:.3}", worst(blocks.iter().map(Measured::ratio))),
		],
	);
	if let Some(failure) = blocks.iter().find_map(|block| block.failure.as_ref()) {
		eprintln!("    one call of {name} failed: {failure}");
	}
}
