// SPDX-License-Identifier: Apache-2.0

//! The tables that are printed, and the CSV. All figures are in hundredths, unless they say so.

use super::{
	case::Case,
	draw::Random,
	exact::{self, Author},
	trial::{self, place, Choice, Decisions, Referendum, Setting, SEATS},
	Options, Point, ABSENT, MALICIOUS,
};

/// The turnouts of honest tokens, in hundredths.
const TURNOUTS: [u32; 7] = [5, 10, 20, 30, 50, 70, 100];
/// The parts of the validators that are the attacker's, in hundredths.
const VALIDATORS: [u32; 6] = [5, 10, 20, 25, 33, 40];
/// The most primary blocks in a row that the tables show.
const IN_A_ROW: i32 = 5;
/// The fewest trials that have to be expected, of either kind, for a difference in standard errors.
const FEWEST: f64 = 5.0;

/// The part of trials in which the wrong choice is made after so many rounds.
fn wrong(decisions: &Decisions, rounds: usize, referendum: Referendum) -> f64 {
	decisions.after(rounds, referendum)[place(Some(Choice::Wrong))]
}

/// The difference of a frequency from its probability, in standard errors. `None` if too few trials
/// are expected.
fn deviation(frequency: f64, probability: f64, trials: u32) -> Option<f64> {
	let trials = f64::from(trials);
	let is_enough = trials * probability.min(1.0 - probability) >= FEWEST;
	is_enough.then(|| (frequency - probability) / (probability * (1.0 - probability) / trials).sqrt())
}

fn cap(is_capped: bool) -> &'static str {
	if is_capped {
		"10 %"
	} else {
		"none"
	}
}

fn head(title: &str) {
	println!("\n## {title}\n");
}

/// The wrong choices after each number of rounds, beside their exact probabilities.
pub fn rounds(points: &[Point], options: &Options) {
	println!("All figures are per cent. Trials of each point: {}. Seed: {}.", options.trials, options.seed);
	println!("Honest turnout in the last appeal: {} %.", options.turnout);
	head("Wrong choices that survive, by rounds of appeal");
	println!("exact (difference in standard errors), where seats are independent of each other");
	println!(
		"{:<24}{:>5}{:>7}{:>6} |{:>8}{:>8}{:>8}{:>8}{:>8} | exact after 0 to 3 rounds",
		"stakes", "wrong", "absent", "cap", "0", "1", "2", "3", "none"
	);
	for point in points {
		let referendum = point.referendum(options.turnout);
		let figures = [0, 1, 2, 3].map(|rounds| wrong(&point.simulated, rounds, referendum));
		let undecided = point.simulated.after(1, referendum)[place(None)];
		let mut line = format!(
			"{:<24}{:>5}{:>7}{:>6} |",
			point.case,
			point.malicious,
			point.absent,
			cap(point.is_capped)
		);
		for figure in figures.iter().chain([&undecided]) {
			line += &format!("{:>8.3}", 100.0 * figure);
		}
		if let Some(known) = &point.exact {
			line += " |";
			for (rounds, figure) in figures.into_iter().enumerate() {
				let exact = wrong(known, rounds, referendum);
				let by = deviation(figure, exact, options.trials);
				let by = by.map_or("few".into(), |by| format!("{by:+.1}"));
				line += &format!("{:>8.3} ({by:>4})", 100.0 * exact);
			}
		}
		println!("{line}");
	}
	println!("\n\"none\": no choice after the first round, as too few voted in each of its panels.");
}

/// The wrong choices after the referendum, by the turnout of honest tokens.
pub fn turnouts(points: &[Point]) {
	head("Wrong choices after the last appeal, by the turnout of honest tokens");
	println!("The attacker has a majority of the votes below the turnout p / (100 - p).");
	print!("{:<24}{:>5}{:>7}{:>6} |{:>9} |", "stakes", "wrong", "absent", "cap", "majority");
	println!("{}", TURNOUTS.map(|turnout| format!("{turnout:>8}")).concat());
	let is_shown = |point: &&Point| {
		let is_named = point.case == "four whales" || point.case == "one of 25 %";
		[0, 30].contains(&point.absent) && (is_named || point.exact.is_some())
	};
	for point in points.iter().filter(is_shown) {
		let majority = 100.0 * f64::from(point.malicious) / f64::from(100 - point.malicious);
		let figures = TURNOUTS.map(|turnout| wrong(&point.simulated, 3, point.referendum(turnout)));
		println!(
			"{:<24}{:>5}{:>7}{:>6} |{majority:>9.1} |{}",
			point.case,
			point.malicious,
			point.absent,
			cap(point.is_capped),
			figures.map(|figure| format!("{:>8.3}", 100.0 * figure)).concat()
		);
	}
}

/// The wrong choices after one round if the attacker votes always, and if it withholds its votes.
pub fn withheld(points: &[Point], withheld: &[Point], options: &Options) {
	head("Wrong choices after the first round, if the attacker withholds votes");
	println!(
		"It does not vote in a panel that it expects to lose, so that another one is drawn; in the third it"
	);
	println!("votes. By absent seats: always votes / withholds votes.");
	print!("{:<24}{:>5}{:>6} |", "stakes", "wrong", "cap");
	println!("{}", ABSENT.map(|absent| format!("{:>18}", format!("{absent} absent"))).concat());
	for rows in withheld.chunks(ABSENT.len()) {
		let first = &rows[0];
		print!("{:<24}{:>5}{:>6} |", first.case, first.malicious, cap(first.is_capped));
		for point in rows {
			let is_same = |other: &&Point| {
				let setting = |one: &Point| (one.case, one.malicious, one.absent, one.is_capped);
				setting(other) == setting(point) && !other.withholds
			};
			let after = |one: &Point| 100.0 * wrong(&one.simulated, 1, one.referendum(options.turnout));
			let always = points.iter().find(is_same).map_or(f64::NAN, after);
			print!("{:>18}", format!("{always:.3} / {:.3}", after(point)));
		}
		println!();
	}
}

/// The wrong choices of a panel of 31 if the true outcome was proposed in three near copies.
pub fn copies(trials: u32, random: &mut Random) {
	head("Wrong choices of 31 seats, if the true outcome has three near copies");
	println!(
		"{:>5}{:>7} |{:>16}{:>10}{:>14}",
		"wrong", "absent", "by first ranks", "Schulze", "one proposal"
	);
	for malicious in MALICIOUS {
		for absent in [0, 30] {
			let case = Case::equal(malicious);
			let setting = Setting { case: &case, absent, is_capped: false, withholds: false };
			let [by_first, by_rank] = trial::with_copies(setting, trials, &mut Random::new(random.bits()));
			let one = exact::round(SEATS[1], malicious, absent)[place(Some(Choice::Wrong))];
			println!(
				"{malicious:>5}{absent:>7} |{:>16.3}{:>10.3}{:>14.3}",
				100.0 * by_first,
				100.0 * by_rank,
				100.0 * one
			);
		}
	}
	println!("\nThe last column is exact, for one proposal of the true outcome.");
}

/// The effect of block authors who withhold primary blocks at the end of an epoch.
pub fn grinding(points: &[Point]) {
	head("Grinding: the last primary slots of an epoch");
	println!("Probability that the last k primary slots are the attacker's: by its part of the validators, a^k, and");
	println!("by its part of the primary slots, in which it has a claim, also beside another's. Then the mean number");
	println!("of alternatives.");
	let counts: Vec<_> = (1..=IN_A_ROW).collect();
	print!("{:>10}{:>8} |", "validators", "claim");
	counts.iter().for_each(|k| print!("{:>18}", format!("k = {k}, {} draws", 1 << k)));
	println!("{:>8}", "mean");
	for hundredths in VALIDATORS {
		let author = Author { part: f64::from(hundredths) / 100.0 };
		print!("{hundredths:>10}{:>8.2} |", 100.0 * author.has_claim());
		for k in &counts {
			let (plain, claim) = (100.0 * author.part.powi(*k), 100.0 * author.tail(*k));
			print!("{:>18}", format!("{plain:.3} / {claim:.3}"));
		}
		println!("{:>8}", author.mean_alternatives().map_or("-".into(), |mean| format!("{mean:.2}")));
	}

	head("Grinding: the probability that 31 seats are captured");
	println!("Without grinding, with 2^k draws, and on average for parts of the validators that are the attacker's.");
	println!("Equal stakes: exact. Others: simulated.");
	print!("{:<24}{:>5}{:>7}{:>6} |{:>9}", "stakes", "wrong", "absent", "cap", "k = 0");
	counts.iter().for_each(|k| print!("{:>9}", format!("k = {k}")));
	println!(" |{}", VALIDATORS.map(|part| format!("{:>9}", format!("{part} %"))).concat());
	let is_shown = |point: &&Point| {
		[0, 30].contains(&point.absent)
			&& (point.exact.is_some() || ["four whales", "one of 25 %"].contains(&point.case))
	};
	for point in points.iter().filter(is_shown) {
		let decisions = point.exact.as_ref().unwrap_or(&point.simulated);
		let once = wrong(decisions, 1, point.referendum(0));
		print!("{:<24}{:>5}{:>7}{:>6} |", point.case, point.malicious, point.absent, cap(point.is_capped));
		for k in 0..=IN_A_ROW {
			print!("{:>9.3}", 100.0 * exact::with_alternatives(once, 2f64.powi(k)));
		}
		let over = |part: u32| Author { part: f64::from(part) / 100.0 }.captures(once);
		println!(" |{}", VALIDATORS.map(|part| format!("{:>9.3}", 100.0 * over(part))).concat());
	}
}

/// The points as CSV: a line for each number of rounds.
pub fn csv(points: &[Point], options: &Options) -> String {
	let mut text = format!("# {} trials of each point, seed {}\n", options.trials, options.seed);
	text += "stakes,malicious,absent,cap,rounds,turnout,wrong,undecided,exact,standard_errors\n";
	for point in points {
		let referendum = point.referendum(options.turnout);
		for rounds in 0..=3 {
			let figure = wrong(&point.simulated, rounds, referendum);
			let undecided = point.simulated.after(rounds, referendum)[place(None)];
			let exact = point.exact.as_ref().map(|known| wrong(known, rounds, referendum));
			let by = exact.and_then(|exact| deviation(figure, exact, options.trials));
			let fields = [
				point.case.into(),
				point.malicious.to_string(),
				point.absent.to_string(),
				if point.is_capped { "10".into() } else { String::new() },
				rounds.to_string(),
				options.turnout.to_string(),
				format!("{:.4}", 100.0 * figure),
				format!("{:.4}", 100.0 * undecided),
				exact.map_or(String::new(), |exact| format!("{:.6}", 100.0 * exact)),
				by.map_or(String::new(), |by| format!("{by:.2}")),
			];
			text += &(fields.join(",") + "\n");
		}
	}
	text
}
