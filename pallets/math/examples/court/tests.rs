// SPDX-License-Identifier: Apache-2.0

use super::*;
use exact::Author;
use num_bigint::BigUint;
use trial::{place, Choice, SEATS};

const TRIALS: u32 = 20_000;
const WRONG: Option<Choice> = Some(Choice::Wrong);
const RIGHT: Option<Choice> = Some(Choice::Right);

fn run(case: &Case, absent: u32, is_capped: bool, withholds: bool) -> Decisions {
	Setting { case, absent, is_capped, withholds }.run(TRIALS, &mut Random::new(7))
}

/// The part of wrong choices after so many rounds, with half of the honest tokens in a referendum.
fn wrong(decisions: &Decisions, malicious: u32, rounds: usize) -> f64 {
	decisions.after(rounds, Referendum { malicious, turnout: 50 })[place(WRONG)]
}

fn is_within_four_errors(frequency: f64, probability: f64) -> bool {
	(frequency - probability).abs() <= 4.0 * (probability * (1.0 - probability) / f64::from(TRIALS)).sqrt()
}

#[test]
fn frequency_should_be_within_four_standard_errors_of_the_binomial() {
	for (malicious, absent) in [(20, 0), (25, 40), (30, 20), (33, 0), (33, 30), (45, 0), (45, 30), (50, 10)] {
		let simulated = run(&Case::equal(malicious), absent, false, false);
		let exact = exact::decisions(malicious, absent);
		for rounds in 0..=3 {
			let [frequency, probability] = [&simulated, &exact].map(|one| wrong(one, malicious, rounds));
			assert!(is_within_four_errors(frequency, probability), "{malicious} {absent} {rounds}");
		}
	}
	// The comparison sees a part of the stake that is another.
	let simulated = run(&Case::equal(33), 0, false, false);
	assert!(!is_within_four_errors(wrong(&simulated, 33, 1), wrong(&exact::decisions(35, 0), 35, 1)));
}

/// The sum of logarithms is the quotient of whole numbers.
#[test]
fn exact_round_should_be_the_binomial_tail() {
	for seats in [31u32, 63] {
		for malicious in [10u32, 33, 50] {
			let mut ways = BigUint::from(1u32);
			let mut tail = BigUint::ZERO;
			for wrong in 0..=seats {
				if wrong > seats / 2 {
					let right = seats - wrong;
					tail += &ways
						* BigUint::from(malicious).pow(wrong)
						* BigUint::from(100 - malicious).pow(right);
				}
				ways = ways * (seats - wrong) / (wrong + 1);
			}
			let scaled = tail * BigUint::from(10u32).pow(30) / BigUint::from(100u32).pow(seats);
			let expected = u128::try_from(scaled).unwrap() as f64 / 1e30;
			let round = exact::round(seats, malicious, 0);
			assert!((round[place(WRONG)] / expected - 1.0).abs() < 1e-9, "{seats} {malicious}");
		}
	}
	for (malicious, absent) in [(10, 40), (45, 30), (50, 10)] {
		assert!((exact::round(31, malicious, absent).iter().sum::<f64>() - 1.0).abs() < 1e-9);
	}
}

#[test]
fn cap_should_keep_four_whales_from_a_full_panel() {
	let whales = Case::four_whales();
	assert!(wrong(&run(&whales, 0, false, false), 40, 1) > 0.1);
	assert_eq!(run(&whales, 0, true, false).rounds[place(WRONG)], [0.0; 3]);
}

#[test]
fn cap_should_do_nothing_against_sybils() {
	let exact = wrong(&exact::decisions(40, 0), 40, 1);
	assert!(is_within_four_errors(wrong(&run(&Case::sybils(), 0, true, false), 40, 1), exact));
}

#[test]
fn withheld_votes_should_help_where_the_others_are_no_quorum() {
	let case = Case::equal(40);
	let figures = [0, 30].map(|absent| [false, true].map(|is| wrong(&run(&case, absent, false, is), 40, 1)));
	assert!(figures[1][1] > 1.2 * figures[1][0], "{figures:?}");
}

#[test]
fn ranking_should_choose_as_if_the_true_outcome_had_no_copies() {
	let case = Case::equal(33);
	let setting = Setting { case: &case, absent: 0, is_capped: false, withholds: false };
	let [by_first, by_rank] = trial::with_copies(setting, TRIALS, &mut Random::new(7));
	assert!(is_within_four_errors(by_rank, exact::round(SEATS[1], 33, 0)[place(WRONG)]));
	assert!(by_first > 10.0 * by_rank);
}

#[test]
fn referendum_should_only_restore_the_earlier_choice() {
	let all = [WRONG, RIGHT].into_iter().flat_map(|one| [WRONG, RIGHT].map(|other| (one, other)));
	for (first, second) in all {
		// Forty of a hundred tokens, and thirty or sixty of the others.
		let [low, high] = [50, 100].map(|turnout| Referendum { malicious: 40, turnout }.last(first, second));
		let expected = |majority| if first == second { first } else { majority };
		assert_eq!((low, high), (expected(WRONG), expected(RIGHT)));
	}
	let even = Referendum { malicious: 50, turnout: 100 };
	assert_eq!((even.last(WRONG, RIGHT), even.last(RIGHT, WRONG)), (RIGHT, WRONG));
	assert_eq!((even.last(None, RIGHT), even.last(WRONG, None), even.last(None, None)), (RIGHT, WRONG, None));
}

#[test]
fn grinding_should_follow_the_formulas() {
	let author = Author { part: 0.3 };
	assert!(author.has_claim() > 0.3 && author.has_claim() < 0.34);
	assert!((author.tail(3) - author.has_claim().powi(3)).abs() < 1e-12);
	assert!((exact::with_alternatives(0.1, 4.0) - (1.0 - 0.9f64.powi(4))).abs() < 1e-12);
	assert!(author.captures(0.01) > 0.01 && author.captures(0.01) < 0.04);
	assert_eq!(Author { part: 0.49 }.mean_alternatives(), None);
}

#[test]
fn options_should_be_read_and_refused() {
	let read = |words: &[&str]| Options::read(words.iter().map(ToString::to_string));
	assert_eq!(read(&["--trials", "5000", "--csv", "a"]).unwrap().trials, 5_000);
	for words in
		[&["--trials"][..], &["--trials", "1"], &["--turnout", "101"], &["--seed", "x"], &["--what", "1"]]
	{
		assert!(read(words).is_err());
	}
}
