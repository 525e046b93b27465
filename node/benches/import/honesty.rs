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
use breakwater_primitives::Moment;
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
	let mut calls = Calls::new(market, chain.genesis());
	warm_up(&mut chain)?;
	println!("Honesty of weights, on a chain with {policies} policies");
	show_heads();
	let mixed = mixed(options, &mut chain, &mut calls)?;
	show("mixed", &mixed);
	// Each bound is held by the harder of the two measures.
	let mut all = ratios(&mixed, Measured::by_clock);
	for kind in Kind::ALL {
		let blocks = of_kind(&mut chain, &mut calls, kind)?;
		show(&format!("{kind:?}"), &blocks);
		all.extend(ratios(&blocks, Measured::by_clock));
	}
	drop(chain);
	for validators in VALIDATORS {
		sessions(options, wasm, validators)?;
	}
	let mean = mean(&ratios(&mixed, Measured::by_processor));
	let worst = worst(&all);
	println!("Worst block: {worst:.2} of its charge (at most {MOST}).");
	println!("Mean of the mixed blocks: {mean:.2} of their charge (at least {LEAST}).");
	Ok(worst <= MOST && mean >= LEAST)
}

fn ratios(blocks: &[Measured], of: fn(&Measured) -> f64) -> Vec<f64> {
	blocks.iter().map(of).collect()
}

fn warm_up(chain: &mut Chain) -> Result<(), Error> {
	(0..WARM_UP).try_for_each(|_| chain.make_empty(SLOT_DURATION))?;
	chain.measure().map(drop)
}

/// Fills blocks with calls of all kinds, as the dice fall. Of the withdrawals none is due, as idle
/// blocks have paid those that were.
fn mixed(options: &Options, chain: &mut Chain, calls: &mut Calls) -> Result<Vec<Measured>, Error> {
	let mut dice = Dice(options.seed);
	for _ in 0..options.blocks {
		let mut last = Kind::Buy;
		calls.begin_block();
		let left = chain.make(SLOT_DURATION, &mut || loop {
			last = Kind::ALL[dice.below(Kind::ALL.len() as u32) as usize];
			if let Some(call) = calls.next(last) {
				return Some(call);
			}
		})?;
		left.into_iter().for_each(|call| calls.take_back(last, call));
	}
	chain.measure()
}

/// Fills blocks with calls of one kind.
fn of_kind(chain: &mut Chain, calls: &mut Calls, kind: Kind) -> Result<Vec<Measured>, Error> {
	// The cooldown of withdrawals ends in the block with the calls: otherwise idle blocks pay them.
	let mut gap = if kind == Kind::ProcessWithdrawals { SESSION } else { SLOT_DURATION };
	for _ in 0..BLOCKS_OF_A_KIND {
		calls.begin_block();
		let left = chain.make(core::mem::replace(&mut gap, SLOT_DURATION), &mut || calls.next(kind))?;
		left.into_iter().for_each(|call| calls.take_back(kind, call));
	}
	chain.measure()
}

/// Measures the blocks that begin a session, and those after them.
fn sessions(options: &Options, wasm: &[u8], validators: u32) -> Result<(), Error> {
	let mut chain = Chain::start(State::development(validators)?, wasm, &options.path)?;
	warm_up(&mut chain)?;
	for _ in 0..SESSIONS {
		chain.make_empty(SESSION)?;
		chain.make_empty(SLOT_DURATION)?;
	}
	let (mut first, mut others) = (Vec::new(), Vec::new());
	for (n, block) in chain.measure()?.into_iter().enumerate() {
		if n % 2 == 0 { &mut first } else { &mut others }.push(block);
	}
	show(&format!("session, validators: {validators}"), &first);
	show(&format!("empty, validators: {validators}"), &others);
	Ok(())
}

fn show_heads() {
	heads(
		"kind",
		&[
			"blocks", "calls", "succeed", "written", "ms", "import", "threads", "charged", "mean", "worst",
			"by clock", "worst",
		],
	);
}

/// Prints the row of some blocks: their number, the sums of their calls, the averages of their
/// records and times, and the ratios.
fn show(name: &str, blocks: &[Measured]) {
	let of = |figure: fn(&Measured) -> f64| ratios(blocks, figure);
	let count = |figure| format!("{:.0}", of(figure).iter().sum::<f64>());
	let average = |figure| format!("{:.1}", mean(&of(figure)));
	let (processor, clock) = (of(Measured::by_processor), of(Measured::by_clock));
	row(
		name,
		&[
			blocks.len().to_string(),
			count(|block| block.calls.into()),
			count(|block| block.done.into()),
			average(|block| block.written.into()),
			average(|block| millis(block.time)),
			average(|block| millis(block.processor)),
			average(|block| millis(block.all_threads)),
			average(|block| millis(block.charged())),
			format!("{:.3}", mean(&processor)),
			format!("{:.3}", worst(&processor)),
			format!("{:.3}", mean(&clock)),
			format!("{:.3}", worst(&clock)),
		],
	);
	if let Some(failure) = blocks.iter().find_map(|block| block.failure.as_ref()) {
		eprintln!("    one call of {name} failed: {failure}");
	}
}
