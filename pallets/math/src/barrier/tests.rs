// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{testing::cases, units::DAY};
use num_bigint::BigUint;
use proptest::prelude::*;

/// Parts of the reference table in 10^-18.
const PARTS: u128 = 1_000_000;

fn at(spot: u128, barrier: u128, volatility: u128, time: u64) -> Touch {
	Touch { spot, barrier, volatility, time }
}

#[test]
fn value_should_keep_its_bound_at_the_reference_points() {
	let table = include_str!("../../reference/touch.csv");
	let (mut rows, mut most, mut between) = (0, 0, 0);
	let mut worst = 0;
	for line in table.lines().skip(1) {
		let cells: Vec<&str> = line.split(',').collect();
		let number = |at: usize| cells[at].parse::<u128>().expect("a whole number");
		let side = match cells[0] {
			"below" => Side::Below,
			"above" => Side::Above,
			other => panic!("no side {other}"),
		};
		let point = at(number(1), number(2), number(3), number(4).try_into().unwrap());
		let exact = number(5);
		let found = touch(side, &point).expect(line) * PARTS;
		// The table is rounded up to 10^-24, and the result is a whole number of those. If it is
		// not below the table, it is not below the exact value.
		assert!(found >= exact, "{line}: {found} is below");
		// 1.002 of 10^-18, and the table's own rounding.
		assert!(found - exact <= 1_002_000, "{line}: {found} is {} above", found - exact);
		most = most.max(found - exact);
		// Before guard and rounding: within 2·10^-22, on both sides.
		let (high, low) = (point.spot.max(point.barrier), point.spot.min(point.barrier));
		let (distance, deviation) =
			(fixed::ln(high, low).unwrap(), deviation(point.volatility, point.time).unwrap());
		if exact < ONE * PARTS && distance < deviation * FAR {
			let value = U256::from(unrounded(side, &point, distance, deviation).unwrap());
			let off = (value * U256::from(ONE * PARTS) / U256::from(UNIT)).as_u128().abs_diff(exact);
			assert!(off <= 200, "{line}: off by {off}");
			worst = worst.max(off);
		}
		between += u32::from(found > PARTS && found < ONE * PARTS);
		rows += 1;
	}
	println!("{rows} rows, {between} strictly between 10^-18 and one, at most {most}·10^-24 above, {worst} off before rounding");
	assert!(rows >= 12_000 && between >= 8_000);
}

#[test]
fn rounding_should_go_up_after_the_guard() {
	assert_eq!(up(0), Some(1));
	assert_eq!(up(UNIT / 2), Some(ONE / 2 + 1));
	// The guard is below a thousandth of 10^-18: it adds no unit to a number that leaves room for
	// it.
	assert_eq!(up(UNIT / ONE * 10 - 2 * GUARD), Some(10));
	assert_eq!(up(UNIT), Some(ONE));
	assert_eq!(up(UNIT + 100), Some(ONE));
}

/// `σ√t = 1`, and `ln(S/B)` half of it or whole.
#[test]
fn value_should_be_the_known_one_when_the_deviation_is_one() {
	// √e and e, in 10^-18.
	let (root, e) = (1_648_721_270_700_128_147, 2_718_281_828_459_045_235);
	let value = |side, spot, barrier| touch(side, &at(spot, barrier, ONE, YEAR)).unwrap() / 1_000_000;
	// N(0) + √e·N(-1) = 0.5 + 1.648721270700·0.158655253931 = 0.761578291865
	assert_eq!(value(Side::Below, root, ONE), 761_578_291_865);
	// The same over √e: 0.461920583787
	assert_eq!(value(Side::Above, ONE, root), 461_920_583_787);
	// N(-1/2) + e·N(-3/2) = 0.308537538726 + 2.718281828459·0.066807201269 = 0.490138339945
	assert_eq!(value(Side::Below, e, ONE), 490_138_339_945);
	// N(-3/2) + N(-1/2)/e = 0.066807201269 + 0.113504617327 = 0.180311818595 (cut)
	assert_eq!(value(Side::Above, ONE, e), 180_311_818_595);
}

/// A stable coin at one and a barrier at 0.95, 30 days: with 5 % volatility three and a half
/// deviations away.
#[test]
fn value_should_be_plausible_for_a_stable_coin() {
	let coin = at(ONE, ONE * 95 / 100, ONE / 20, 30 * DAY);
	assert_eq!(touch(Side::Below, &coin).unwrap() / 1_000_000_000_000, 354);
	let calm = touch(Side::Below, &Touch { volatility: ONE / 100, ..coin });
	assert_eq!(calm, Some(1));
	assert_eq!(touch(Side::Above, &at(ONE, ONE * 2, ONE / 20, 30 * DAY)), Some(1));
}

#[test]
fn value_should_be_one_when_the_barrier_is_touched() {
	for price in [1, ONE, MAX_PRICE] {
		for side in [Side::Below, Side::Above] {
			assert_eq!(touch(side, &at(price, price, MIN_VOLATILITY, 1)), Some(ONE));
		}
	}
	assert_eq!(touch(Side::Below, &at(ONE, MAX_PRICE, MIN_VOLATILITY, 1)), Some(ONE));
	assert_eq!(touch(Side::Above, &at(MAX_PRICE, ONE, MIN_VOLATILITY, 1)), Some(ONE));
}

/// A price without drift that moves wildly falls in the end, and reaches a high barrier with a
/// chance of `S/B`.
#[test]
fn value_should_near_its_limit_when_the_time_is_long() {
	let wild = at(ONE, ONE / 2, MAX_VOLATILITY, MAX_TIME);
	assert!(ONE - touch(Side::Below, &wild).unwrap() < 1_000_000_000_000);
	let high = touch(Side::Above, &Touch { barrier: ONE * 2, ..wild }).unwrap();
	assert!(high.abs_diff(ONE / 2) < 1_000_000_000_000);
}

#[test]
fn value_should_be_none_when_a_number_is_out_of_its_range() {
	let good = at(ONE, ONE / 2, ONE, YEAR);
	let bad = [
		Touch { spot: 0, ..good },
		Touch { spot: MAX_PRICE + 1, ..good },
		Touch { barrier: 0, ..good },
		Touch { barrier: MAX_PRICE + 1, ..good },
		Touch { volatility: MIN_VOLATILITY - 1, ..good },
		Touch { volatility: MAX_VOLATILITY + 1, ..good },
		Touch { time: 0, ..good },
		Touch { time: MAX_TIME + 1, ..good },
		// Even when the barrier is touched already.
		Touch { time: 0, barrier: ONE * 2, ..good },
	];
	for side in [Side::Below, Side::Above] {
		assert!(touch(side, &good).is_some());
		for point in bad {
			assert_eq!(touch(side, &point), None);
		}
	}
}

#[test]
fn several_should_be_the_sum_for_any_and_the_lowest_for_all() {
	assert_eq!((any_of([3, 4]), all_of([3, 4])), (7, 3));
	assert_eq!((any_of([ONE, u128::MAX]), all_of([ONE, 0])), (ONE, 0));
	assert_eq!((any_of([]), all_of([])), (0, 0));
}

#[test]
fn value_after_a_time_should_be_zero_for_no_time() {
	let coin = at(ONE, ONE * 9 / 10, ONE / 10, YEAR);
	assert_eq!(touch_after(Side::Below, &Touch { time: 0, ..coin }, 0), Some(0));
	assert_eq!(touch_after(Side::Below, &coin, 0), touch(Side::Below, &coin));
	assert_eq!(touch_after(Side::Below, &coin, YEAR), Some(0));
	assert_eq!(touch_after(Side::Below, &coin, MAX_TIME + 1), None);
}

fn side() -> impl Strategy<Value = Side> {
	prop_oneof![Just(Side::Below), Just(Side::Above)]
}

/// From `low` to `high`, small as often as large, and both ends.
fn log_uniform(low: u128, high: u128) -> impl Strategy<Value = u128> {
	let bits = |n: u128| 128 - n.leading_zeros();
	let any = (bits(low)..=bits(high), any::<u128>()).prop_map(move |(bits, n)| {
		let top = 1u128 << (bits - 1);
		(top + n % top).clamp(low, high)
	});
	prop_oneof![20 => any, 1 => Just(low), 1 => Just(high)]
}

fn price() -> impl Strategy<Value = u128> {
	log_uniform(1, MAX_PRICE)
}

fn volatility() -> impl Strategy<Value = u128> {
	log_uniform(MIN_VOLATILITY, MAX_VOLATILITY)
}

fn time() -> impl Strategy<Value = u64> {
	log_uniform(1, MAX_TIME.into()).prop_map(|time| time as u64)
}

/// A spot and a barrier: anywhere, or near one another, where the value is neither zero nor one.
fn prices() -> impl Strategy<Value = (u128, u128)> {
	let near = (log_uniform(ONE, MAX_PRICE / 2), 0u32..40, any::<u64>(), any::<bool>()).prop_map(
		|(spot, halvings, part, up)| {
			let step = (spot >> halvings) / u128::from(u32::MAX) * u128::from(part >> 32);
			(spot, if up { spot + step } else { (spot - step).max(1) })
		},
	);
	prop_oneof![1 => (price(), price()), 3 => near]
}

prop_compose! {
	fn points()((spot, barrier) in prices(), volatility in volatility(), time in time()) -> Touch {
		at(spot, barrier, volatility, time)
	}
}

/// The side on which the barrier is not touched yet.
fn open_side(point: &Touch) -> Side {
	if point.barrier < point.spot {
		Side::Below
	} else {
		Side::Above
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn value_should_be_between_nothing_and_one(side in side(), point in points()) {
		let value = touch(side, &point);
		prop_assert!(value.is_some_and(|value| (1..=ONE).contains(&value)));
	}

	#[test]
	fn anything_should_give_a_value_or_nothing(
		side in side(), spot: u128, barrier: u128, volatility: u128, time: u64,
	) {
		let inside = (1..=MAX_PRICE).contains(&spot)
			&& (1..=MAX_PRICE).contains(&barrier)
			&& (MIN_VOLATILITY..=MAX_VOLATILITY).contains(&volatility)
			&& (1..=MAX_TIME).contains(&time);
		prop_assert_eq!(touch(side, &at(spot, barrier, volatility, time)).is_some(), inside);
	}

	// Results whose exact values are in order are in order but for one unit, by rounding.

	#[test]
	fn value_should_rise_with_volatility(point in points(), other in volatility()) {
		let side = open_side(&point);
		let less = Touch { volatility: other.min(point.volatility), ..point };
		let more = Touch { volatility: other.max(point.volatility), ..point };
		prop_assert!(touch(side, &less).unwrap() <= touch(side, &more).unwrap() + 1);
	}

	/// The values of adjacent times are the value of the whole.
	#[test]
	fn value_after_a_time_should_be_the_rest_of_the_value(point in points(), cut in time()) {
		let from = cut % point.time;
		let side = open_side(&point);
		let early = touch_after(side, &Touch { time: from, ..point }, 0).unwrap();
		let late = touch_after(side, &point, from).unwrap();
		prop_assert!((early + late).abs_diff(touch(side, &point).unwrap()) <= 1);
	}

	/// Between the most likely one and all together, and never above one.
	#[test]
	fn several_should_be_within_the_bounds_of_probability(values in prop::collection::vec(0..=ONE, 1..4)) {
		let (least, most) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
		let sum: u128 = values.iter().sum();
		let (any, all) = (any_of(values.clone()), all_of(values));
		prop_assert!(most <= any && any <= sum.min(ONE));
		prop_assert!(all <= least);
	}

	#[test]
	fn value_should_rise_with_time(point in points(), other in time()) {
		let side = open_side(&point);
		let less = Touch { time: other.min(point.time), ..point };
		let more = Touch { time: other.max(point.time), ..point };
		prop_assert!(touch(side, &less).unwrap() <= touch(side, &more).unwrap() + 1);
	}

	#[test]
	fn value_should_rise_when_the_barrier_comes_nearer(point in points(), part in 0u32..=1_000) {
		let side = open_side(&point);
		let way = point.spot.abs_diff(point.barrier) / 1_000 * u128::from(part);
		let barrier = if side == Side::Below { point.barrier + way } else { point.barrier - way };
		let nearer = touch(side, &Touch { barrier, ..point }).unwrap();
		prop_assert!(touch(side, &point).unwrap() <= nearer + 1);
	}

	#[test]
	fn value_should_not_depend_on_the_unit_of_prices(point in points(), by in log_uniform(1, MAX_PRICE)) {
		let by = by.min(MAX_PRICE / point.spot.max(point.barrier));
		let scaled = Touch { spot: point.spot * by, barrier: point.barrier * by, ..point };
		for side in [Side::Below, Side::Above] {
			prop_assert!(touch(side, &scaled).unwrap().abs_diff(touch(side, &point).unwrap()) <= 1);
		}
	}

	/// Counted in the other money, the two sides are exchanged: a fair game, so the payment is
	/// worth `S/B` of it.
	#[test]
	fn value_above_should_be_the_value_below_in_the_other_money(point in points()) {
		let low = point.spot.min(point.barrier).min(MAX_PRICE - 1);
		let high = point.spot.max(point.barrier).max(low + 1);
		let below = touch(Side::Below, &Touch { spot: high, barrier: low, ..point }).unwrap();
		let above = touch(Side::Above, &Touch { spot: low, barrier: high, ..point }).unwrap();
		let expected: BigUint = BigUint::from(below) * low / high;
		prop_assert!(BigUint::from(above) <= &expected + 2u8 && BigUint::from(above) + 1u8 >= expected);
	}

	/// A fair game reaches `B` from `S` with a chance of at most `S/B`.
	#[test]
	fn value_above_should_not_exceed_the_ratio_of_prices(point in points()) {
		let (low, high) = (point.spot.min(point.barrier), point.spot.max(point.barrier));
		let limit: BigUint = BigUint::from(ONE) * low / high;
		let value = touch(Side::Above, &Touch { spot: low, barrier: high, ..point }).unwrap();
		prop_assert!(BigUint::from(value) <= limit + 2u8);
	}
}
