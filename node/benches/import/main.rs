// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The import of blocks: the runtime's WebAssembly, signatures, ParityDB and the state's root.
//!
//! `cargo bench -p breakwater-node --bench import` makes chains with 1,000, 100,000 and 1,000,000
//! policies. Their state is the development preset and a market that the runtime's own calls have
//! made. One node fills blocks with signed `policies.buy`, each of another account. A second node
//! on a database of its own imports them, as the client of a node does after the checks of the
//! author's claim and seal. Only that import is timed. It runs on one thread, and ParityDB writes
//! its log on others. Prints a row for each block, and the medians. It fails if a purchase takes
//! more than 1.25 times as long with the most policies as with the fewest.
//!
//! With `-- --honesty` it fills blocks with random mixes of calls, in a market that takes the most
//! work that is practical, and with calls of one kind, and compares the import with the weight
//! charged. It fails if a block takes longer by the clock than it is charged for, or if the import
//! of mixed blocks has a processor for less than a fifth of that on average. Blocks that begin a
//! session have rows of their own, and no part in that.
//!
//! The columns `ms`, `import` and `threads` are milliseconds of the import: by the clock, and those
//! in which its own thread, and all threads, had a processor. ParityDB works in bursts, so that the
//! last one says little of one block. Purchases are compared by `import`, which other programs
//! disturb least.
//!
//! Options: `--policies N`, once for each number; `--blocks N`, the blocks that are measured;
//! `--seed N` for the dice; `--path DIR`, the folder of the databases, in the system's folder for
//! temporary files otherwise. A million policies take about ten minutes, 10 GB of memory and 8 GB
//! of disk. Nothing else should run meanwhile.

mod calls;
mod chain;
#[path = "../common/mod.rs"]
mod common;
#[path = "../../../runtime/benches/common/mod.rs"]
mod cover;
mod honesty;
mod market;
#[path = "../../../runtime/benches/common/processor.rs"]
mod processor;
mod state;
mod table;

use breakwater_runtime::{constants::SLOT_DURATION, WASM_BINARY};
use chain::{Chain, Measured};
use common::Error;
use std::{path::PathBuf, process::ExitCode, time::Duration};
use table::*;

/// The numbers of policies, unless others are named.
const POLICIES: [u32; 3] = [1_000, 100_000, 1_000_000];
/// The blocks that are measured, after some to warm up.
const BLOCKS: u32 = 9;
const WARM_UP: u32 = 2;
/// More purchases than a block has room for.
const MOST_BUYS: u32 = 1_000;
/// The most that the largest chain may take, as a multiple of the smallest one's time.
const MOST: f64 = 1.25;

/// The choices of the command line.
pub struct Options {
	policies: Vec<u32>,
	blocks: u32,
	seed: u64,
	honesty: bool,
	path: PathBuf,
}

impl Options {
	fn parse() -> Result<Self, String> {
		let mut options = Self {
			policies: Vec::new(),
			blocks: BLOCKS,
			seed: 1,
			honesty: false,
			path: std::env::temp_dir(),
		};
		let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
		while let Some(argument) = arguments.next() {
			if argument == "--honesty" {
				options.honesty = true;
				continue;
			}
			let value = arguments.next().unwrap_or_default();
			let number = value.parse::<u32>().ok().filter(|number| *number > 0);
			match (argument.as_str(), number) {
				("--policies", Some(number)) => options.policies.push(number),
				("--blocks", Some(number)) => options.blocks = number,
				("--seed", Some(number)) => options.seed = number.into(),
				("--path", _) if !value.is_empty() => options.path = PathBuf::from(value),
				_ => {
					return Err(format!(
						"Options: --honesty, --policies N, --blocks N, --seed N, each N above zero, and \
						 --path DIR. There is no {argument} {value}."
					))
				}
			}
		}
		if options.policies.is_empty() {
			options.policies = POLICIES.to_vec();
		}
		options.policies.sort_unstable();
		Ok(options)
	}
}

/// Imports blocks full of purchases on chains of all sizes. Returns whether the bound holds.
fn imports(options: &Options, wasm: &[u8]) -> Result<bool, Error> {
	let mut each = Vec::new();
	for policies in &options.policies {
		each.push(import(*policies, options, wasm)?);
	}
	let (Some(first), Some(last)) = (each.first(), each.last()) else { return Ok(true) };
	let (clock, processor) = (last.0 / first.0, last.1 / first.1);
	if each.len() > 1 {
		println!(
			"Most policies to fewest: {processor:.2} times the time of a purchase (at most {MOST}), {clock:.2} \
			 times by the clock."
		);
	}
	Ok(processor <= MOST)
}

/// Imports blocks full of purchases. Returns the median times of a purchase in microseconds, by the
/// clock and on processors.
fn import(policies: u32, options: &Options, wasm: &[u8]) -> Result<(f64, f64), Error> {
	let blocks = WARM_UP + options.blocks;
	let (state, product) = state::plain(policies, blocks * MOST_BUYS)?;
	let mut chain = Chain::start(state, wasm, &options.path)?;
	let mut n = 0;
	for _ in 0..blocks {
		let mut next = || {
			n += 1;
			Some(state::purchase(product, n - 1))
		};
		// The last one did not fit.
		n -= u32::from(chain.make(SLOT_DURATION, &mut next)?.is_some());
	}
	println!("Import of purchases, on a chain with {policies} policies");
	let columns =
		["buys", "written", "ms", "import", "threads", "us a buy", "buys a s", "charged", "charged/ms"];
	heads("block", &columns);
	let mut measured = chain.measure()?;
	if let Some(failure) = measured.iter().find_map(|block| block.failure.as_ref()) {
		return Err(format!("a purchase failed: {failure}").into());
	}
	measured.drain(..WARM_UP as usize);
	for (n, block) in measured.iter().enumerate() {
		row(&(n + 1).to_string(), &figures(std::slice::from_ref(block)));
	}
	row("median", &figures(&measured));
	let each = |of: fn(&Measured) -> f64| median(measured.iter().map(of).collect());
	Ok((each(|block| a_call(block, block.time)), each(|block| a_call(block, block.processor))))
}

/// Returns the microseconds of a call.
fn a_call(block: &Measured, time: Duration) -> f64 {
	1e3 * millis(time) / f64::from(block.calls.max(1))
}

/// Returns the medians of some blocks.
fn figures(blocks: &[Measured]) -> Vec<String> {
	let of = |figure: fn(&Measured) -> f64| median(blocks.iter().map(figure).collect());
	let each = of(|block| a_call(block, block.time));
	vec![
		of(|block| block.calls.into()).to_string(),
		of(|block| block.written.into()).to_string(),
		format!("{:.1}", of(|block| millis(block.time))),
		format!("{:.1}", of(|block| millis(block.processor))),
		format!("{:.1}", of(|block| millis(block.all_threads))),
		format!("{each:.1}"),
		format!("{:.0}", 1e6 / each),
		format!("{:.1}", of(|block| millis(block.charged()))),
		format!("{:.2}", of(|block| 1.0 / block.by_clock())),
	]
}

fn main() -> ExitCode {
	let options = match Options::parse() {
		Ok(options) => options,
		Err(message) => {
			eprintln!("{message}");
			return ExitCode::FAILURE;
		}
	};
	let Some(wasm) = WASM_BINARY else {
		eprintln!(
			"This was built without the runtime's wasm. Run it again without SKIP_WASM_BUILD in the environment."
		);
		return ExitCode::FAILURE;
	};
	let result = if options.honesty { honesty::run(&options, wasm) } else { imports(&options, wasm) };
	match result {
		Ok(true) => ExitCode::SUCCESS,
		Ok(false) => {
			eprintln!("A bound does not hold.");
			ExitCode::FAILURE
		}
		Err(error) => {
			eprintln!("The import cannot be measured: {error}");
			ExitCode::FAILURE
		}
	}
}
