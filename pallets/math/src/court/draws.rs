// SPDX-License-Identifier: Apache-2.0

//! The draws of seats against their exact distribution, by Pearson's chi-square. The draw is that
//! of the simulation in `examples/court`, each point of which is [`super::point`].

use crate::court;
use sp_arithmetic::Permill;
use std::collections::BTreeMap;

#[path = "../../examples/court/draw.rs"]
mod draw;
use draw::{Random, Stakes};

/// The values that chi-square exceeds with a probability of 0.001, by its degrees of freedom from
/// one on. Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
const QUANTILES: [f64; 20] = [
	10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877, 29.588, 31.264, 32.909, 34.528,
	36.123, 37.697, 39.252, 40.790, 42.312, 43.820, 45.315,
];
/// The draws of one test.
const ALL: u32 = 100_000;
/// The seats of a small panel.
const SEATS: u32 = 5;
/// The draws for a seat.
const DRAWS: i32 = 8;

/// The stakes of 16 accounts, by name: equal ones; Pareto's with a shape of 1.16, where a fifth of
/// the accounts has about four fifths; four holders of a tenth each; and one of nine tenths, next
/// to whom seats stay empty.
fn distributions() -> [(&'static str, Vec<u128>); 4] {
	let pareto = |rank: u32| 1e9 * (16.0 / (f64::from(rank) + 0.5)).powf(1.0 / 1.16);
	[
		("equal", vec![1; 16]),
		("Pareto", (0..16).map(|rank| pareto(rank) as u128).collect()),
		("four whales", [[2; 4].as_slice(), &[1; 12]].concat()),
		("one of nine tenths", [[135].as_slice(), &[1; 15]].concat()),
	]
}

/// Chi-square of the observed numbers, and its degrees of freedom. Places that are expected less
/// than five times are put together.
fn chi_square(observed: &[u32], expected: &[f64]) -> (f64, usize) {
	let mut places: Vec<(f64, f64)> = Vec::new();
	let mut rest = (0.0, 0.0);
	for (seen, due) in observed.iter().zip(expected) {
		if *due < 5.0 {
			rest = (rest.0 + f64::from(*seen), rest.1 + due);
		} else {
			places.push((f64::from(*seen), *due));
		}
	}
	if rest.1 >= 5.0 {
		places.push(rest);
	} else {
		let last = places.last_mut().unwrap();
		*last = (last.0 + rest.0, last.1 + rest.1);
	}
	let sum = places.iter().map(|(seen, due)| (seen - due) * (seen - due) / due).sum();
	(sum, places.len() - 1)
}

fn is_likely(observed: &[u32], expected: &[f64]) -> bool {
	let (sum, freedom) = chi_square(observed, expected);
	sum < QUANTILES[freedom - 1]
}

/// The probability of each account to have a seat of a panel, by the place of the seat, and last
/// that of an empty seat. All states of the panel before each seat are gone through.
fn exact(stakes: &[u128], cap: u8) -> Vec<Vec<f64>> {
	let total: u128 = stakes.iter().sum();
	let part = |account: usize| stakes[account] as f64 / total as f64;
	let mut states = BTreeMap::from([(vec![0u8; stakes.len()], 1.0)]);
	let mut places = Vec::new();
	for _ in 0..SEATS {
		let mut next = BTreeMap::new();
		let mut place = vec![0.0; stakes.len() + 1];
		for (held, probability) in states {
			let full: f64 = (0..stakes.len()).filter(|account| held[*account] >= cap).map(part).sum();
			let empty = full.powi(DRAWS);
			// The sum of a geometric series: the draws before were all of full accounts.
			let tries = if full < 1.0 { (1.0 - empty) / (1.0 - full) } else { 0.0 };
			for account in (0..stakes.len()).filter(|account| held[*account] < cap) {
				let mut then = held.clone();
				then[account] += 1;
				place[account] += probability * part(account) * tries;
				*next.entry(then).or_insert(0.0) += probability * part(account) * tries;
			}
			place[stakes.len()] += probability * empty;
			*next.entry(held).or_insert(0.0) += probability * empty;
		}
		assert!((place.iter().sum::<f64>() - 1.0).abs() < 1e-9);
		places.push(place);
		states = next;
	}
	places
}

/// The seats of each account in many panels, by their place, and last those that stay empty.
fn drawn(stakes: &[u128], cap: u32, accounts: usize, seed: u64) -> Vec<Vec<u32>> {
	let (stakes, mut random) = (Stakes::new(stakes), Random::new(seed));
	let mut places = vec![vec![0; accounts + 1]; SEATS as usize];
	for _ in 0..ALL / SEATS {
		let panel = stakes.panel(SEATS, cap, &mut random);
		for (place, seat) in places.iter_mut().zip(panel) {
			place[seat.unwrap_or(accounts)] += 1;
		}
	}
	places
}

/// True if draws of single seats, by `stakes`, are as the expected stakes make them.
fn is_single_draw_likely(expected: &[u128], stakes: &[u128], seed: u64) -> bool {
	let (stakes, mut random) = (Stakes::new(stakes), Random::new(seed));
	let mut seen = vec![0; expected.len()];
	for _ in 0..ALL {
		seen[stakes.account(random.wide())] += 1;
	}
	let total: u128 = expected.iter().sum();
	let due: Vec<_> = expected.iter().map(|one| f64::from(ALL) * *one as f64 / total as f64).collect();
	is_likely(&seen, &due)
}

/// True if the accounts in each place of the panels are as expected. The panels are independent of
/// each other, and the seats of one panel are not: so each place has a chi-square of its own.
fn is_panel_likely(expected: &[Vec<f64>], drawn: &[Vec<u32>]) -> bool {
	let panels = f64::from(ALL / SEATS);
	expected.iter().zip(drawn).all(|(place, seen)| {
		let due: Vec<_> = place.iter().map(|part| part * panels).collect();
		is_likely(seen, &due)
	})
}

/// The first numbers of the published generator for the seed 1234567.
#[test]
fn generator_should_be_the_published_one() {
	let mut random = Random::new(1_234_567);
	let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
	assert_eq!(expected.map(|_| random.bits()), expected);
}

#[test]
fn draws_should_be_by_stake() {
	for (seed, (name, stakes)) in distributions().into_iter().enumerate() {
		assert!(is_single_draw_likely(&stakes, &stakes, seed as u64), "{name}");
	}
}

#[test]
fn draws_under_a_cap_should_have_the_exact_distribution() {
	for (seed, (name, stakes)) in distributions().into_iter().enumerate() {
		for part in [10, 40] {
			let cap = court::seat_cap(SEATS, Permill::from_percent(part));
			let seen = drawn(&stakes, cap, stakes.len(), seed as u64);
			assert!(is_panel_likely(&exact(&stakes, cap as u8), &seen), "{name}, a cap of {cap}");
		}
	}
}

/// The test sees a draw that never draws the last account, and one whose cap is another.
#[test]
fn biased_draws_should_be_seen() {
	for (seed, (name, stakes)) in distributions().into_iter().enumerate() {
		let without_last = &stakes[..stakes.len() - 1];
		assert!(!is_single_draw_likely(&stakes, without_last, seed as u64), "{name}");
		let seen = drawn(without_last, 1, stakes.len(), seed as u64);
		assert!(!is_panel_likely(&exact(&stakes, 1), &seen), "{name}, with a cap");
		// Equal stakes are drawn evenly under any cap.
		if name != "equal" {
			let seen = drawn(&stakes, SEATS, stakes.len(), seed as u64);
			assert!(!is_panel_likely(&exact(&stakes, 1), &seen), "{name}, without the cap");
		}
	}
}
