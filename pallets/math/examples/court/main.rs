// SPDX-License-Identifier: Apache-2.0

//! A simulation of how a court of drawn assessors is captured: how often the wrong choice is made
//! after each round. Prints tables, and writes the points of the largest one as CSV.
//!
//! The model:
//!
//! - A part of the stake is the attacker's, whose seats all vote for one wrong choice. The others
//!   vote for the right one. A part of their seats is absent, each seat by chance. So the figures
//!   are those of an attacker that never misses a vote.
//! - Each seat is drawn by stake. With a cap, an account has a tenth of a panel's seats at most. A
//!   seat for which eight draws find no account with room stays empty.
//! - A panel decides if more than half of its seats vote, those that stay empty counted as absent.
//!   If not, it is drawn again, at most twice. Then the round has no choice, and the next one
//!   follows. At equal votes the wrong choice is made, as if it was proposed first.
//! - After *no round*, the decision is that of one drawn assessor, without a panel and an appeal.
//!   The first round has 31 seats, the second 63. Every decision is appealed: a wrong one by the
//!   others, a right one by the attacker. The last appeal is a referendum that can only put the
//!   first round's choice in place of the second one's.
//! - In the referendum the attacker has the part of the tokens that it has of the stake, and votes
//!   with all of it. Of the others' tokens a part votes, the turnout.
//!
//! Seats of equal stakes without a cap are independent, so their figures have an exact counterpart,
//! which is printed beside them with the difference in standard errors.

use breakwater_math::court;
use std::{env, error::Error, fs, process::ExitCode};

mod case;
mod draw;
mod exact;
mod tables;
#[cfg(test)]
mod tests;
mod trial;

use case::Case;
use draw::Random;
use trial::{Decisions, Referendum, Setting};

/// The attacker's parts of the stake, in hundredths.
const MALICIOUS: [u32; 8] = [10, 20, 25, 30, 33, 40, 45, 50];
/// The absent parts of the others' seats, in hundredths.
const ABSENT: [u32; 5] = [0, 10, 20, 30, 40];

const USAGE: &str = "Usage: cargo run --release -p breakwater-math --example court -- [options]

Simulates how often a court of drawn assessors makes the wrong choice, and prints tables.

  --csv FILE    write the points of the largest table
  --trials N    trials of each point, 1,000 to 10,000,000 (default 20,000)
  --turnout N   the part of honest tokens that vote in the last appeal, in hundredths (default 50)
  --seed N      the beginning of the random numbers (default 1)
  --help        this text";

/// The options of a run.
struct Options {
	csv: Option<String>,
	trials: u32,
	turnout: u32,
	seed: u64,
}

impl Options {
	fn read(mut words: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
		let mut options = Self { csv: None, trials: 20_000, turnout: 50, seed: 1 };
		while let Some(word) = words.next() {
			let value = words.next().ok_or_else(|| format!("{word} needs a value; see --help"))?;
			let bad = |_| format!("{word} needs a whole number, not \"{value}\"");
			match word.as_str() {
				"--csv" => options.csv = Some(value),
				"--trials" => options.trials = value.parse().map_err(bad)?,
				"--turnout" => options.turnout = value.parse().map_err(bad)?,
				"--seed" => options.seed = value.parse().map_err(bad)?,
				_ => return Err(format!("Unknown option {word}; see --help").into()),
			}
		}
		if !(1_000..=10_000_000).contains(&options.trials) {
			return Err("--trials needs a number from 1,000 to 10,000,000".into());
		}
		if options.turnout > 100 {
			return Err("--turnout needs a number from 0 to 100".into());
		}
		Ok(options)
	}
}

/// The decisions of one setting, simulated and exact.
struct Point {
	case: &'static str,
	malicious: u32,
	absent: u32,
	is_capped: bool,
	withholds: bool,
	simulated: Decisions,
	/// Of equal stakes without a cap.
	exact: Option<Decisions>,
}

impl Point {
	fn new(setting: Setting, trials: u32, random: &mut Random) -> Self {
		let Setting { case, absent, is_capped, withholds } = setting;
		let is_exact = case.is_binomial && !is_capped && !withholds;
		Self {
			case: case.name,
			malicious: case.malicious,
			absent,
			is_capped,
			withholds,
			// Each point has random numbers of its own.
			simulated: setting.run(trials, &mut Random::new(random.bits())),
			exact: is_exact.then(|| exact::decisions(case.malicious, absent)),
		}
	}

	fn referendum(&self, turnout: u32) -> Referendum {
		Referendum { malicious: self.malicious, turnout }
	}
}

/// The points of the largest table.
fn points(trials: u32, random: &mut Random) -> Vec<Point> {
	let many = [Case::equal, Case::pareto_large, Case::pareto_small];
	let cases = many.into_iter().flat_map(|case| MALICIOUS.map(case));
	let named = [Case::four_whales(), Case::sybils(), Case::one_whale()];
	let mut points = Vec::new();
	for case in cases.chain(named) {
		for is_capped in [false, true] {
			for absent in ABSENT {
				let setting = Setting { case: &case, absent, is_capped, withholds: false };
				points.push(Point::new(setting, trials, random));
			}
		}
	}
	points
}

/// The points of attackers that do not vote in panels which they expect to lose.
fn withheld(trials: u32, random: &mut Random) -> Vec<Point> {
	let cases = MALICIOUS.map(Case::equal).map(|case| (case, false));
	let named = [(Case::four_whales(), false), (Case::four_whales(), true), (Case::one_whale(), true)];
	let mut points = Vec::new();
	for (case, is_capped) in cases.into_iter().chain(named) {
		for absent in ABSENT {
			let setting = Setting { case: &case, absent, is_capped, withholds: true };
			points.push(Point::new(setting, trials, random));
		}
	}
	points
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
	let mut random = Random::new(options.seed);
	let points = points(options.trials, &mut random);
	tables::rounds(&points, options);
	tables::turnouts(&points);
	tables::withheld(&points, &withheld(options.trials, &mut random), options);
	tables::copies(options.trials, &mut random);
	tables::grinding(&points);
	if let Some(file) = &options.csv {
		fs::write(file, tables::csv(&points, options)).map_err(|error| format!("{file}: {error}"))?;
	}
	Ok(())
}

fn main() -> ExitCode {
	let words: Vec<_> = env::args().skip(1).collect();
	if words.iter().any(|word| word == "--help" || word == "-h") {
		println!("{USAGE}");
		return ExitCode::SUCCESS;
	}
	match Options::read(words.into_iter()).and_then(|options| run(&options)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}.");
			ExitCode::FAILURE
		}
	}
}
