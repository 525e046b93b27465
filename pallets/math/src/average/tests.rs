// SPDX-License-Identifier: Apache-2.0

//! Tests of the average price, against exact sums of milliseconds.

use super::*;
use crate::testing::cases;
use num_bigint::BigUint;
use proptest::prelude::*;

fn observations(changes: &[(u64, u128)]) -> Vec<Observation> {
	let mut observations: Vec<Observation> = Vec::new();
	for (time, price) in changes {
		let cumulative = observations.last().map_or(U256::zero(), |k| k.cumulative_at(*time).unwrap());
		observations.push(Observation { time: *time, price: *price, cumulative });
	}
	observations
}

/// The segments between `from` and `to`, with further cuts after the milliseconds `cuts`.
fn segments(observations: &[Observation], window: u64, from: u64, to: u64, cuts: &[u64]) -> Vec<Segment> {
	let mut found = Vec::new();
	let mut t = from;
	while t <= to {
		let front = observations.iter().rposition(|k| k.time < t).unwrap();
		let tail = observations.iter().rposition(|k| k.time + window <= t).unwrap();
		let end = cuts.iter().copied().filter(|c| *c >= t).min().unwrap_or(to).min(to);
		let next = |i: usize| observations.get(i + 1).map(|k| k.time);
		let piece =
			segment(&observations[front], next(front), &observations[tail], next(tail), window, t, end)
				.unwrap();
		assert!(piece.from == t && piece.to >= t);
		t = piece.to + 1;
		found.push(piece);
	}
	found
}

/// `N(t)`, a millisecond at a time.
fn reference(changes: &[(u64, u128)], window: u64, t: u64) -> BigUint {
	(t - window..t).map(|ms| BigUint::from(changes.iter().rfind(|(time, _)| *time <= ms).unwrap().1)).sum()
}

fn big(n: U256) -> BigUint {
	BigUint::from_bytes_le(&n.to_little_endian())
}

fn side() -> impl Strategy<Value = Side> {
	prop_oneof![Just(Side::Below), Just(Side::Above)]
}

/// Price changes from time zero on, at most 12, few milliseconds apart.
fn changes(price: impl Strategy<Value = u128>) -> impl Strategy<Value = Vec<(u64, u128)>> {
	prop::collection::vec((1..12u64, price), 1..12).prop_map(|steps| {
		let mut time = 0;
		steps
			.into_iter()
			.map(|(gap, price)| {
				let at = time;
				time += gap;
				(at, price)
			})
			.collect()
	})
}

fn price() -> impl Strategy<Value = u128> {
	prop_oneof![3 => 0..20u128, 1 => any::<u128>()]
}

fn check(changes: &[(u64, u128)], window: u64, threshold: u128, side: Side, length: u64, cuts: &[u64]) {
	let from = window.max(1);
	let to = from + length;
	let observations = observations(changes);
	let bound = bound(threshold, window).unwrap();
	let exact_bound = BigUint::from(threshold) * window;
	for piece in segments(&observations, window, from, to, cuts) {
		let values: Vec<_> = (piece.from..=piece.to).map(|t| (t, reference(changes, window, t))).collect();
		let breached = |n: &BigUint| match side {
			Side::Below => *n <= exact_bound,
			Side::Above => *n >= exact_bound,
		};
		for (t, n) in &values {
			assert_eq!(big(piece.at(*t).unwrap()), *n);
			assert_eq!(piece.starting_at(*t).unwrap().at_from, piece.at(*t).unwrap());
		}
		let first = values.iter().find(|(_, n)| breached(n)).map(|(t, _)| *t);
		assert_eq!(piece.first_breached(side, bound), first);
		let first = values.iter().find(|(_, n)| !breached(n)).map(|(t, _)| *t);
		assert_eq!(piece.first_recovered(side, bound), first);
		let all = values.iter().map(|(_, n)| n.clone());
		let binding = match side {
			Side::Below => all.min(),
			Side::Above => all.max(),
		};
		assert_eq!(piece.binding(side, u64::MAX).map(big), binding);
	}
}

#[test]
fn crossing_should_be_rounded_up_to_the_millisecond() {
	// The price falls from 10 to 7 at 100; over 10 ms the average reaches 9 after 3 1/3 ms.
	let observations = observations(&[(0, 10), (100, 7)]);
	let all = segments(&observations, 10, 10, 200, &[]);
	let bound = bound(9, 10).unwrap();
	assert_eq!(all.iter().find_map(|s| s.first_breached(Side::Below, bound)), Some(104));
	assert_eq!(all.iter().find_map(|s| s.first_recovered(Side::Above, bound)), Some(104));
}

#[test]
fn bound_itself_should_be_a_breach_on_both_sides() {
	let bound = bound(7, 3).unwrap();
	assert!(Side::Below.breached(bound, bound) && Side::Above.breached(bound, bound));
}

#[test]
fn average_should_be_rounded_against_the_receiver() {
	assert_eq!(average(U256::from(10), 3, Side::Below), Some(4));
	assert_eq!(average(U256::from(10), 3, Side::Above), Some(3));
	assert_eq!(average(U256::from(9), 3, Side::Below), Some(3));
	assert_eq!(average(U256::from(9), 0, Side::Below), None);
	assert_eq!(average(U256::MAX, 1, Side::Above), None);
}

#[test]
fn segment_should_be_none_when_the_observations_do_not_fit() {
	let k = observations(&[(0, 1), (10, 2)]);
	assert_eq!(segment(&k[0], Some(10), &k[0], Some(10), 0, 5, 9), None);
	assert_eq!(segment(&k[0], Some(10), &k[0], Some(10), 5, 4, 9), None);
	assert_eq!(segment(&k[1], None, &k[0], Some(10), 5, 10, 20), None);
	assert_eq!(segment(&k[0], Some(10), &k[0], Some(10), 5, 11, 20), None);
	assert_eq!(segment(&k[1], None, &k[0], Some(10), 5, 15, 20), None);
	assert_eq!(segment(&k[0], None, &k[0], None, 5, 10, 9), None);
}

#[test]
fn sums_should_be_exact_at_the_largest_numbers() {
	let first = Observation { time: 0, price: u128::MAX, cumulative: U256::zero() };
	let all = segment(&first, None, &first, None, u64::MAX, u64::MAX, u64::MAX).unwrap();
	assert_eq!(all.at_from, U256::from(u128::MAX) * U256::from(u64::MAX));
	assert_eq!(average(all.at_from, u64::MAX, Side::Below), Some(u128::MAX));
	assert_eq!(all.first_breached(Side::Above, bound(u128::MAX, u64::MAX).unwrap()), Some(u64::MAX));
}

#[test]
fn extreme_should_change_with_the_first_millisecond_at_which_another_one_is_ahead() {
	let line = |at_from: u128, entering, leaving| Segment {
		from: 10,
		to: 20,
		at_from: at_from.into(),
		entering,
		leaving,
	};
	// From 0 by 2, against 5: 0 2 4 6. The lower one is the first for three milliseconds.
	let (rising, flat) = (line(0, 2, 0), line(5, 1, 1));
	assert_eq!(extreme(Side::Below, &[flat, rising]), Some(Segment { to: 12, ..rising }));
	// Level at 4 after two: the first stays until it is passed.
	assert_eq!(extreme(Side::Above, &[rising, line(4, 1, 1)]).unwrap().to, 12);
	// Of two that begin level it is the one that gets ahead.
	let steep = line(0, 3, 0);
	for both in [[rising, steep], [steep, rising]] {
		assert_eq!(extreme(Side::Above, &both), Some(steep));
		assert_eq!(extreme(Side::Below, &both), Some(rising));
	}
	// The shortest ends it.
	assert_eq!(extreme(Side::Above, &[flat, Segment { to: 11, ..flat }]).unwrap().to, 11);
}

#[test]
fn extreme_should_be_none_when_segments_do_not_begin_together() {
	let one = Segment { from: 10, to: 20, at_from: 5.into(), entering: 1, leaving: 1 };
	assert_eq!(extreme(Side::Below, &[]), None);
	assert_eq!(extreme(Side::Below, &[one]), Some(one));
	assert_eq!(extreme(Side::Below, &[one, Segment { from: 11, ..one }]), None);
}

/// The segments of the outermost of several, between `from` and `to`. A stretch on which all
/// are linear is cut into at most as many segments as there are averages.
fn combined(side: Side, all: &[Vec<Segment>], from: u64, to: u64) -> Vec<Segment> {
	let mut found: Vec<Segment> = Vec::new();
	let (mut t, mut common, mut cuts) = (from, from, 0);
	while t <= to {
		let here: Vec<Segment> =
			all.iter().map(|own| own.iter().find_map(|s| s.starting_at(t)).unwrap()).collect();
		let end = here.iter().map(|s| s.to).min().unwrap();
		cuts = if end == common { cuts + 1 } else { 1 };
		common = end;
		assert!(cuts <= all.len());
		let piece = extreme(side, &here).unwrap();
		assert!(piece.from == t && piece.to >= t && piece.to <= end);
		t = piece.to + 1;
		found.push(piece);
	}
	found
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn extreme_should_equal_the_reference_of_each_millisecond(
		feeds in prop::collection::vec(changes(price()), 1..4), window in 1..40u64, threshold in price(),
		outer in side(), side in side(), length in 0..60u64, cuts in prop::collection::vec(0..100u64, 0..5),
	) {
		let (from, to) = (window, window + length);
		let own: Vec<_> = feeds.iter().map(|f| segments(&observations(f), window, from, to, &cuts)).collect();
		let bound = bound(threshold, window).unwrap();
		let exact_bound = BigUint::from(threshold) * window;
		let wanted = |t: u64| {
			let all = feeds.iter().map(|f| reference(f, window, t));
			match outer { Side::Below => all.min(), Side::Above => all.max() }.unwrap()
		};
		let breached = |n: &BigUint| match side {
			Side::Below => *n <= exact_bound,
			Side::Above => *n >= exact_bound,
		};
		let mut next = from;
		for piece in combined(outer, &own, from, to) {
			prop_assert_eq!(piece.from, next);
			next = piece.to + 1;
			let values: Vec<_> = (piece.from..=piece.to).map(|t| (t, wanted(t))).collect();
			for (t, n) in &values {
				prop_assert_eq!(big(piece.at(*t).unwrap()), n.clone());
			}
			let first = values.iter().find(|(_, n)| breached(n)).map(|(t, _)| *t);
			prop_assert_eq!(piece.first_breached(side, bound), first);
			let first = values.iter().find(|(_, n)| !breached(n)).map(|(t, _)| *t);
			prop_assert_eq!(piece.first_recovered(side, bound), first);
		}
		prop_assert_eq!(next, to + 1);
	}

	#[test]
	fn extreme_should_be_exact_on_large_numbers(
		lines in prop::collection::vec((any::<[u64; 3]>(), any::<u128>(), any::<u128>()), 1..4),
		near in any::<bool>(), from in any::<u64>(), length in any::<u64>(), outer in side(),
	) {
		let least = U256::from(u128::MAX) * U256::from(u64::MAX);
		let all: Vec<Segment> = lines
			.iter()
			.map(|(w, entering, leaving)| {
				// Starts that are near together cross; others hardly do.
				let above = if near { U256::from(w[0]) << 64 } else { U256([w[0], w[1], w[2], 0]) };
				let to = from.saturating_add(length);
				Segment { from, to, at_from: least + above, entering: *entering, leaving: *leaving }
			})
			.collect();
		let piece = extreme(outer, &all).unwrap();
		let best = |t: u64| {
			all.iter().map(|s| s.at(t).unwrap()).reduce(|a, b| outer.worse(a, b)).unwrap()
		};
		// Linear, so it is enough to look at both ends, and that nothing longer would do.
		for t in [piece.from, piece.to] {
			prop_assert_eq!(piece.at(t).unwrap(), best(t));
		}
		if piece.to < all[0].to {
			let on = Segment { to: all[0].to, ..piece };
			prop_assert!(on.at(piece.to + 1).unwrap() != best(piece.to + 1));
		}
	}

	#[test]
	fn segments_should_equal_the_reference_of_each_millisecond(
		changes in changes(price()), window in 1..40u64, threshold in price(), side in side(),
		length in 0..60u64, cuts in prop::collection::vec(0..100u64, 0..5),
	) {
		check(&changes, window, threshold, side, length, &cuts);
	}

	#[test]
	fn moments_and_extremes_should_not_depend_on_the_cuts(
		changes in changes(price()), window in 1..40u64, threshold in price(), side in side(),
		length in 0..200u64, cuts in prop::collection::vec(0..240u64, 0..20),
	) {
		let observations = observations(&changes);
		let bound = bound(threshold, window).unwrap();
		let summary = |all: Vec<Segment>| (
			all.iter().find_map(|s| s.first_breached(side, bound)),
			all.iter().find_map(|s| s.first_recovered(side, bound)),
			all.iter().filter_map(|s| s.binding(side, u64::MAX)).reduce(|a, b| side.worse(a, b)),
			all.last().and_then(|s| s.at(s.to)),
		);
		let whole = summary(segments(&observations, window, window, window + length, &[]));
		let cut = summary(segments(&observations, window, window, window + length, &cuts));
		prop_assert_eq!(whole, cut);
	}

	#[test]
	fn crossings_should_be_exact_on_large_numbers(
		at_from in any::<[u64; 3]>(), entering in any::<u128>(), leaving in any::<u128>(), from in any::<u64>(),
		length in any::<u64>(), offset in any::<[u64; 3]>(), side in side(),
	) {
		let wide = |w: [u64; 3]| U256([w[0], w[1], w[2], 0]);
		// A start from which the segment cannot fall below zero.
		let at_from = wide(at_from) + U256::from(u128::MAX) * U256::from(u64::MAX);
		let piece = Segment { from, to: from.saturating_add(length), at_from, entering, leaving };
		let bound = wide(offset) + U256::from(u128::MAX) * U256::from(u64::MAX);
		let value = |t: u64| {
			let slope = BigUint::from(entering.abs_diff(leaving)) * BigUint::from(t - from);
			if entering >= leaving { big(at_from) + slope } else { big(at_from) - slope }
		};
		let breached = |t: u64| match side {
			Side::Below => value(t) <= big(bound),
			Side::Above => value(t) >= big(bound),
		};
		for (found, wanted) in
			[(piece.first_breached(side, bound), true), (piece.first_recovered(side, bound), false)]
		{
			match found {
				Some(t) => prop_assert!(breached(t) == wanted && (t == from || breached(t - 1) != wanted)),
				// Linear: if it holds at neither end, it holds nowhere.
				None => prop_assert!(breached(from) != wanted && breached(piece.to) != wanted),
			}
		}
	}

	#[test]
	fn average_should_be_the_exact_quotient_rounded_to_the_good_side(
		price in any::<u128>(), window in 1..u64::MAX, less in any::<u64>(),
	) {
		let n = U256::from(price) * U256::from(window);
		let n = n.checked_sub(U256::from(less)).unwrap_or(n);
		let floor = big(n) / BigUint::from(window);
		let ceil = (big(n) + BigUint::from(window) - 1u8) / BigUint::from(window);
		prop_assert_eq!(average(n, window, Side::Above).map(BigUint::from), Some(floor));
		prop_assert_eq!(average(n, window, Side::Below).map(BigUint::from), Some(ceil));
	}
}
