// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::testing::cases;
use proptest::prelude::*;

/// The largest distance of a result from the reference table, in units.
fn bound(function: &str, exact: u128) -> u128 {
	match function {
		"sqrt" => 1,
		"ln" => 1 << 8,
		"exp" => (exact >> BITS << 5) + (1 << 5),
		"exp_minus" | "density" => 1 << 3,
		"tail" | "mills" => 1 << 28,
		_ => panic!("no function {function}"),
	}
}

#[test]
fn functions_should_keep_their_bounds_at_the_reference_points() {
	let table = include_str!("../../reference/fixed.csv");
	let mut worst = std::collections::BTreeMap::new();
	for line in table.lines().skip(1) {
		let cells: Vec<&str> = line.split(',').collect();
		let number = |at: usize| cells[at].parse::<u128>().expect("a whole number");
		let (first, second, exact) = (number(1), number(2), number(3));
		let found = match cells[0] {
			"sqrt" => sqrt(first.try_into().unwrap(), second.try_into().unwrap()),
			"ln" => ln(first, second),
			"exp" => exp(first),
			"exp_minus" => exp_minus(first),
			"density" => normal(first).map(|at| at.density),
			"tail" => normal(first).map(|at| at.tail),
			"mills" => mills(first),
			other => panic!("no function {other}"),
		};
		let off = found.expect(line).abs_diff(exact);
		assert!(off <= bound(cells[0], exact), "{line}: off by {off}");
		if cells[0] == "mills" && first < SERIES_END {
			assert!(off <= 1 << 19, "{line}: off by {off}");
		}
		let (most, rows) = worst.entry(cells[0]).or_insert((0, 0));
		*most = off.max(*most);
		*rows += 1;
	}
	println!("largest error in units of 2^-112, and rows: {worst:?}");
	assert!(worst.len() == 7 && worst.values().all(|(_, rows)| *rows >= 300));
}

#[test]
fn constants_should_be_what_they_are_called() {
	assert_eq!(ln(2, 1), Some(LN_2));
	assert_eq!(mills(0), Some(MILLS_0));
	assert_eq!(normal(0).map(|at| at.density), Some(DENSITY_0));
	// √(π/2) / √(2π) = 1/2.
	assert!(normal(0).unwrap().tail.abs_diff(UNIT / 2) <= 2);
}

#[test]
fn round_arguments_should_give_the_known_numbers() {
	assert_eq!(mul(UNIT * 3, UNIT / 2), Some(UNIT / 2 * 3));
	assert_eq!(div(UNIT * 3, UNIT * 2), Some(UNIT / 2 * 3));
	assert_eq!(sqrt(9, 4), Some(UNIT / 2 * 3));
	assert_eq!(sqrt(0, 1), Some(0));
	assert_eq!(ln(7, 7), Some(0));
	assert_eq!(exp(0), Some(UNIT));
	assert_eq!(exp_minus(0), Some(UNIT));
	assert_eq!(exp_minus(UNIT * 60_000), Some(0));
	// In 10^-15.
	let short = |number: Option<u128>| number.and_then(|n| mul(n, 1_000_000_000_000_000));
	// ln 10 = 2.302 585 092 994 045 68
	assert_eq!(short(ln(10, 1)), Some(2_302_585_092_994_045));
	// e = 2.718 281 828 459 045 24
	assert_eq!(short(exp(UNIT)), Some(2_718_281_828_459_045));
	// 1/e = 0.367 879 441 171 442 32
	assert_eq!(short(exp_minus(UNIT)), Some(367_879_441_171_442));
	// N(-1) = 0.158 655 253 931 457 05, φ(1) = 0.241 970 724 519 143 35
	let one = normal(UNIT).unwrap();
	assert_eq!(short(Some(one.tail)), Some(158_655_253_931_457));
	assert_eq!(short(Some(one.density)), Some(241_970_724_519_143));
	// N(-6) = 9.865 876 450 376 98·10^-10
	assert_eq!(short(normal(UNIT * 6).map(|at| at.tail)), Some(986_587));
}

#[test]
fn what_does_not_fit_should_be_none() {
	assert_eq!(mul(UNIT << 8, UNIT << 8), None);
	assert_eq!(mul(u128::MAX, u128::MAX), None);
	assert_eq!(div(UNIT, 0), None);
	assert_eq!(div(UNIT << 8, UNIT >> 8), None);
	assert_eq!(sqrt(1, 0), None);
	assert_eq!(sqrt(1 << 32, 1), None);
	assert!(sqrt((1 << 32) - 1, 1).is_some());
	assert_eq!(ln(1, 0), None);
	assert_eq!(ln(0, 0), None);
	assert_eq!(ln(1, 2), None);
	assert_eq!(exp(UNIT * 12), None);
	assert_eq!(normal(UNIT << 8), None);
	assert_eq!(mills(u128::MAX), None);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn anything_should_give_a_number_or_nothing(a: u128, b: u128, c: u64, d: u64) {
		let _ = (mul(a, b), div(a, b), sqrt(c, d), exp(a), exp_minus(a), mills(a), normal(a));
		prop_assert_eq!(ln(a, b).is_some(), b > 0 && a >= b);
	}

	#[test]
	fn sqrt_should_be_the_largest_number_whose_square_fits(top: u64, bottom in 1u64 << 32..=u64::MAX) {
		let root = sqrt(top, bottom).unwrap();
		// Units squared are 2^-224; the quotient there loses 2^32 of them at most.
		let exact = U256::from(top) * (U256::one() << 160) / U256::from(bottom);
		let square = |n: u128| (U256::from(n) * U256::from(n)) >> 64;
		prop_assert!(square(root) <= exact && square(root + 1) >= exact);
	}

	#[test]
	fn ln_should_add_up(numbers in prop::array::uniform3(1u128..)) {
		let mut numbers = numbers;
		numbers.sort();
		let [low, middle, high] = numbers;
		let sum = ln(high, middle).unwrap() + ln(middle, low).unwrap();
		prop_assert!(sum.abs_diff(ln(high, low).unwrap()) <= 3 << 8);
	}

	#[test]
	fn exp_should_undo_ln(top in 1u128 << 100.., bottom in 1u128 << 118..) {
		// A ratio of at most 2^10; errors of an argument count relatively.
		let (top, bottom) = (top.max(bottom), top.min(bottom));
		let bottom = bottom.max((top >> 10) + 1);
		let ratio = U256::from(top) * U256::from(UNIT) / U256::from(bottom);
		let found = exp(ln(top, bottom).unwrap()).unwrap();
		prop_assert!(found.abs_diff(ratio.as_u128()) <= ((1 << 8) + (1 << 5) + 1) * (1 << 10));
	}

	#[test]
	fn exp_minus_should_be_one_over_exp(x in 0..11 * UNIT) {
		let product = mul(exp(x).unwrap(), exp_minus(x).unwrap()).unwrap();
		// Relative 2^5 units and absolute 2^3 units times e^11 < 2^16.
		prop_assert!(product.abs_diff(UNIT) <= (1 << 5) + (1 << 19) + 1);
	}

	#[test]
	fn exponentials_should_be_monotone(x in 0..11 * UNIT, y in 0..11 * UNIT) {
		let (x, y) = (x.min(y), x.max(y));
		let (at_x, at_y) = (exp(x).unwrap(), exp(y).unwrap());
		prop_assert!(at_x <= at_y + (2 * bound("exp", at_x)));
		prop_assert!(exp_minus(x).unwrap() + 16 >= exp_minus(y).unwrap());
	}

	#[test]
	fn mills_should_fall_between_its_bounds(y in 0..100 * UNIT, less in 0..100 * UNIT) {
		// y/(y² + 1) < M(y) < 1/y (Gordon 1941).
		let found = mills(y).unwrap();
		if y > UNIT >> 8 {
			prop_assert!(found <= div(UNIT, y).unwrap() + (1 << 28));
			prop_assert!(found + (1 << 28) >= div(y, mul(y, y).unwrap() + UNIT).unwrap());
		}
		prop_assert!(mills(less.min(y)).unwrap() + (2 << 28) >= found);
	}
}
