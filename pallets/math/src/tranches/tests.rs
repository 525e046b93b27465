// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{
	shares::{for_deposit, value},
	stream::{open, Books},
	testing::cases,
	units::YEAR,
};
use num_bigint::{BigInt, BigUint};
use proptest::prelude::*;

const TOKEN: u128 = 1_000_000_000_000_000_000;

fn big(n: u128) -> BigUint {
	BigUint::from(n)
}

/// Numbers of all magnitudes.
fn amount() -> impl Strategy<Value = u128> {
	(any::<u128>(), 0u32..=128).prop_map(|(n, shift)| n.checked_shr(shift).unwrap_or(0))
}

/// Millionths of at most one.
fn ppm() -> impl Strategy<Value = u32> {
	prop_oneof![Just(0), Just(200_000), Just(MILLION), 0..=MILLION, MILLION - 9..=MILLION, 0..10u32]
}

/// A part of at most one, in 2^-64.
fn part() -> impl Strategy<Value = u128> {
	prop_oneof![Just(0), Just(SCALE), 0..=SCALE, (0..=SCALE, 0u32..64).prop_map(|(p, s)| p >> s)]
}

/// The least that junior has to be beside senior: `ceil(min × (junior + senior))`.
fn least(junior: &BigUint, senior: &BigUint, min_ppm: u32) -> BigUint {
	((junior + senior) * min_ppm + (MILLION - 1)) / MILLION
}

/// The least junior that is enough beside senior: `ceil(senior × min / (1 − min))`.
fn least_beside(senior: &BigUint, min_ppm: u32) -> BigUint {
	let others = MILLION - min_ppm;
	(senior * min_ppm + (others - 1)) / others
}

fn is_enough(junior: BigUint, senior: BigUint, min_ppm: u32) -> bool {
	junior >= least(&junior, &senior, min_ppm)
}

/// Capital of both tranches around the minimum, or anything.
fn capital() -> impl Strategy<Value = (u128, u128, u32)> {
	let near = (0..1u128 << 100, 0u32..100, ppm(), 0..2_000u128).prop_map(|(senior, shift, min, off)| {
		let senior = senior >> shift;
		let junior = senior * u128::from(min) / u128::from((MILLION - min).max(1));
		((junior + off).saturating_sub(1_000), senior, min)
	});
	prop_oneof![(amount(), amount(), ppm()), near]
}

/// The units that senior and junior get of streams of (premium, milliseconds) that begin together,
/// if the pool is touched at `touches` and once more when all have ended.
fn earn(streams: &[(u128, u64)], mut touches: Vec<u64>, part: u128) -> (u128, u128) {
	let mut books = Books::default();
	let mut ends = Vec::new();
	for (premium, millis) in streams {
		let (rate, remainder) = open(*premium, *millis).unwrap();
		books = books.add(rate, remainder, *millis).unwrap();
		ends.push((*millis, rate, remainder));
	}
	ends.sort_by_key(|(end, ..)| *end);
	let last = ends.last().map_or(0, |(end, ..)| *end);
	touches.retain(|touch| *touch < last);
	touches.push(last);
	touches.sort();
	let (mut now, mut rest) = (0, 0);
	let (mut senior, mut junior) = (0, 0);
	for touch in touches {
		let mut units = 0;
		while let Some((end, rate, remainder)) = ends.first().copied().filter(|(end, ..)| *end <= touch) {
			ends.remove(0);
			let (passed, earned) = books.pass(end - now).unwrap();
			let (ended, more) = passed.end(rate, remainder).unwrap();
			(books, now) = (ended, end);
			units += earned + more;
		}
		let (passed, earned) = books.pass(touch - now).unwrap();
		(books, now) = (passed, touch);
		units += earned;
		let (to_senior, left) = split_stream(units, part, rest).unwrap();
		rest = left;
		senior += to_senior;
		junior += units - to_senior;
	}
	assert_eq!(books, Books::default());
	(senior, junior)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn senior_part_should_be_the_exact_floor_when_both_tranches_have_capital(
		(junior, senior, min) in capital(), factor in ppm(),
	) {
		let (junior, senior) = (junior.max(1), senior.max(1));
		let (all, least) = (big(junior) + senior, (big(junior) + senior) * min);
		let expected = if big(junior) * MILLION >= least {
			((big(senior) * factor) << 64) / (all * MILLION)
		} else {
			((big(senior) * (&least - big(junior) * (MILLION - factor))) << 64) / (all * least)
		};
		prop_assert_eq!(senior_part(junior, senior, factor, min).map(big), Some(expected));
		prop_assert_eq!(senior_part(junior, senior, MILLION + 1 + factor, min), None);
	}

	#[test]
	fn senior_part_should_be_its_factor_of_the_proportion_when_junior_is_large_enough(
		senior in 1..1u128 << 100, shift in 0u32..100, more in 0..1u128 << 100, factor in ppm(), min in 0..=990_000u32,
	) {
		let (senior, more) = ((senior >> shift).max(1), more >> shift);
		let junior = (u128::try_from(least_beside(&big(senior), min)).unwrap() + more).max(1);
		let expected = ((big(senior) * factor) << 64) / ((big(junior) + senior) * MILLION);
		prop_assert_eq!(senior_part(junior, senior, factor, min).map(big), Some(expected));
	}

	#[test]
	fn senior_part_should_never_exceed_the_capitals_proportion_when_its_factor_is_at_most_one(
		(junior, senior, min) in capital(), factor in ppm(), more in amount(),
	) {
		let junior = junior.max(1);
		let part = senior_part(junior, senior, factor, min).unwrap();
		// A tiny deposit gets a tiny part.
		prop_assert!(big(part) * (big(junior) + senior) <= big(senior) << 64);
		// More senior capital never lowers its part, more junior capital never raises it.
		prop_assert!(senior_part(junior, senior.saturating_add(more), factor, min).unwrap() >= part);
		prop_assert!(senior_part(junior.saturating_add(more), senior, factor, min).unwrap() <= part);
	}

	/// Junior's part per unit of its capital is at most its part at the least:
	/// `1 + (1 − factor) / min` of its proportion. So a tiny junior takes about its proportion, and
	/// not everything that senior's factor leaves.
	#[test]
	fn junior_should_get_about_its_proportion_when_it_is_tiny(
		junior in 1..1u128 << 100, shift in 0u32..100, senior in amount(), factor in ppm(), min in 1..=MILLION,
	) {
		let (junior, senior) = ((junior >> shift).max(1), senior.max(1));
		let of_junior = big(SCALE) - senior_part(junior, senior, factor, min).unwrap();
		let all = big(junior) + senior;
		// A unit of rounding, which is in junior's favour.
		let most = (big(junior) << 64) * (u64::from(min) + u64::from(MILLION - factor)) / (&all * min) + 2u32;
		prop_assert!(of_junior <= most);
		prop_assert!(of_junior * all >= big(junior) << 64, "and never less than its proportion");
	}

	/// At the least part both formulas are the same: a unit of capital more or less does not
	/// matter.
	#[test]
	fn senior_part_should_be_continuous_when_junior_crosses_its_least_part(
		senior in 1u128 << 40..1 << 100, factor in ppm(), min in 10_000..=500_000u32,
	) {
		let junior = u128::try_from(least_beside(&big(senior), min)).unwrap();
		let [below, at, above] =
			[junior - 1, junior, junior + 1].map(|junior| senior_part(junior, senior, factor, min).unwrap());
		prop_assert!(below >= at && at >= above);
		// Each unit of junior is at most a 2^-40th of all, and takes at most (1 + 1 / min) times
		// its proportion.
		prop_assert!(below - above <= 2 * 102 * (1 << 24) + 2);
	}

	#[test]
	fn senior_part_should_not_depend_on_the_minimum_when_the_factor_is_one(
		junior in amount(), senior in amount(), min in ppm(),
	) {
		prop_assert_eq!(senior_part(junior, senior, MILLION, min), senior_part(junior, senior, MILLION, 0));
	}

	#[test]
	fn split_stream_should_be_the_exact_floor_and_keep_the_rest_when_the_part_is_at_most_one(
		units in amount(), part in part(), rest in any::<u64>(),
	) {
		let (senior, left) = split_stream(units, part, rest).unwrap();
		prop_assert_eq!((big(senior) << 64) + left, big(units) * part + rest);
		prop_assert_eq!(split_stream(units, SCALE + 1 + part, rest), None);
	}

	#[test]
	fn split_stream_should_never_give_more_than_the_units_when_a_rest_is_added(
		units in prop_oneof![0..4u128, amount(), Just(u128::MAX)],
		part in prop_oneof![part(), SCALE - 3..=SCALE],
		rest in prop_oneof![Just(u64::MAX), any::<u64>()],
	) {
		prop_assert!(split_stream(units, part, rest).unwrap().0 <= units);
	}

	#[test]
	fn senior_and_junior_should_get_exactly_the_same_when_a_stream_is_touched_more_often(
		streams in prop::collection::vec(((0..1u128 << 100), 0u32..100, 1..2 * YEAR), 1..5),
		touches in prop::collection::vec((0..2 * YEAR, 0u32..40), 0..12),
		part in part(),
	) {
		let streams: Vec<_> = streams.into_iter().map(|(premium, shift, millis)| (premium >> shift, millis)).collect();
		let touches: Vec<_> = touches.into_iter().map(|(at, shift)| at >> shift).collect();
		let at_once = earn(&streams, Vec::new(), part);
		prop_assert_eq!(earn(&streams, touches, part), at_once);
		let premiums: u128 = streams.iter().map(|(premium, _)| premium).sum();
		prop_assert_eq!(at_once.0 + at_once.1, premiums);
		prop_assert_eq!(big(at_once.0), (big(premiums) * part) >> 64);
	}

	#[test]
	fn senior_and_junior_should_get_exactly_the_same_when_every_millisecond_is_a_touch(
		premium in 0..1_000u128, millis in 1..60u64, part in part(),
	) {
		let streams = [(premium, millis)];
		prop_assert_eq!(earn(&streams, (0..millis).collect(), part), earn(&streams, Vec::new(), part));
	}

	#[test]
	fn two_tranches_should_never_gain_jointly_when_a_stream_is_split(
		steps in prop::collection::vec((0..1u128 << 110, 0u32..110, part()), 1..20),
	) {
		// The part changes on the way, as capital moves.
		let (mut senior, mut junior, mut units, mut exact, mut rest) = (0, 0, 0, BigUint::default(), 0);
		for (step, shift, part) in steps {
			let step = step >> shift;
			let (to_senior, left) = split_stream(step, part, rest).unwrap();
			rest = left;
			senior += to_senior;
			junior += step - to_senior;
			units += step;
			exact += big(step) * part;
		}
		prop_assert_eq!(senior + junior, units);
		prop_assert_eq!(big(senior), exact >> 64);
	}

	#[test]
	fn two_tranches_should_never_gain_jointly_when_a_deposit_is_split_between_them(
		junior in (0..1u128 << 80, 0..1u128 << 100), senior in (0..1u128 << 80, 0..1u128 << 100),
		a in 0..1u128 << 60, b in 0..1u128 << 60,
	) {
		let back = |(assets, shares): (u128, u128), amount| {
			let bought = for_deposit(amount, assets, shares)?;
			value(bought, assets + amount, shares.checked_add(bought)?)
		};
		if let (Some(from_junior), Some(from_senior)) = (back(junior, a), back(senior, b)) {
			prop_assert!(from_junior + from_senior <= a + b);
		}
	}

	#[test]
	fn waterfall_should_take_exactly_the_loss_when_both_tranches_cover_it(
		junior in amount(), senior in amount(), loss in amount(),
	) {
		match waterfall(loss, junior, senior) {
			Some(taken) => {
				prop_assert_eq!(taken.junior.checked_add(taken.senior), Some(loss));
				prop_assert!(taken.junior <= junior && taken.senior <= senior);
			}
			None => prop_assert!(big(loss) > big(junior) + senior),
		}
	}

	#[test]
	fn by_capital_should_give_all_and_senior_the_exact_floor(
		junior in amount(), senior in amount(), given in amount(),
	) {
		let both = big(junior) + senior;
		match by_capital(given, junior, senior) {
			Some(got) => {
				prop_assert_eq!(got.junior.checked_add(got.senior), Some(given));
				prop_assert_eq!(big(got.senior), big(given) * senior / both);
				prop_assert!(junior > 0 || got.junior == 0, "nothing for an empty tranche");
			}
			None => prop_assert_eq!(both, big(0)),
		}
	}

	#[test]
	fn waterfall_should_be_none_when_the_loss_is_above_both_tranches(
		junior in 0..u128::MAX >> 1, senior in 0..u128::MAX >> 1, more in 1..u128::MAX,
	) {
		let both = junior + senior;
		prop_assert!(waterfall(both, junior, senior).is_some());
		prop_assert_eq!(waterfall(both.saturating_add(more), junior, senior), None);
	}

	#[test]
	fn senior_should_bear_nothing_when_junior_is_above_zero_after_the_loss(
		junior in amount(), senior in amount(), loss in amount(),
	) {
		if let Some(taken) = waterfall(loss, junior, senior) {
			prop_assert!(taken.senior == 0 || taken.junior == junior);
		}
	}

	#[test]
	fn waterfall_should_take_the_same_when_a_loss_comes_in_parts(
		junior in amount(), senior in amount(), losses in prop::collection::vec(0..1u128 << 120, 1..8), shift in 0u32..120,
	) {
		let losses: Vec<_> = losses.into_iter().map(|loss| loss >> shift).collect();
		let at_once = waterfall(losses.iter().sum(), junior, senior);
		let mut left = Some(Taken { junior, senior });
		for loss in losses {
			left = left.and_then(|left| {
				let taken = waterfall(loss, left.junior, left.senior)?;
				Some(Taken { junior: left.junior - taken.junior, senior: left.senior - taken.senior })
			});
		}
		let taken = left.map(|left| Taken { junior: junior - left.junior, senior: senior - left.senior });
		prop_assert_eq!(taken, at_once);
	}

	#[test]
	fn junior_free_should_be_the_largest_withdrawal_that_fits_when_the_minimum_is_at_most_one(
		(junior, senior, min) in capital(),
	) {
		let free = junior_free(junior, senior, min);
		prop_assert!(free <= junior);
		let fits = |withdrawal: BigUint| withdrawal <= big(junior) && is_enough(big(junior) - withdrawal, big(senior), min);
		prop_assert!(free == 0 || fits(big(free)));
		prop_assert!(!fits(big(free) + 1u32));
		// Below the minimum not even a withdrawal of zero fits.
		prop_assert!(free == 0 || fits(big(0)));
	}

	#[test]
	fn junior_free_should_leave_exactly_the_rest_when_an_withdrawal_is_split(
		(junior, senior, min) in capital(), cut in any::<u128>(),
	) {
		let free = junior_free(junior, senior, min);
		let first = free.checked_add(1).map_or(cut, |most| cut % most);
		prop_assert_eq!(junior_free(junior - first, senior, min), free - first);
	}

	#[test]
	fn senior_room_should_be_the_largest_deposit_that_fits_when_the_minimum_is_at_most_one(
		(junior, senior, min) in capital(),
	) {
		let room = senior_room(junior, senior, min);
		let fits = |deposit: BigUint| is_enough(big(junior), big(senior) + deposit, min);
		prop_assert!(room == 0 || fits(big(room)));
		prop_assert!(room == u128::MAX || !fits(big(room) + 1u32));
	}

	#[test]
	fn senior_room_should_never_let_more_in_when_a_deposit_is_split(
		(junior, mut senior, min) in capital(), deposits in prop::collection::vec(amount(), 1..8),
	) {
		// With this minimum at least the room fits.
		let (junior, min) = (junior >> 20, min.max(1));
		let room = senior_room(junior, senior, min);
		let mut entered = 0u128;
		for deposit in deposits {
			// An amount that does not fit is refused.
			if deposit <= senior_room(junior, senior, min) && senior.checked_add(deposit).is_some() {
				senior += deposit;
				entered = entered.checked_add(deposit).unwrap();
			}
		}
		prop_assert!(entered <= room);
		prop_assert_eq!(senior_room(junior, senior, min), room - entered);
	}

	#[test]
	fn junior_and_senior_should_keep_the_minimum_when_they_come_and_go_in_any_order(
		start in 1..1u128 << 100, min in ppm(), steps in prop::collection::vec((any::<bool>(), any::<u128>()), 1..16),
	) {
		let (mut junior, mut senior) = (start, 0u128);
		for (is_withdrawal, n) in steps {
			if is_withdrawal {
				junior -= n % (junior_free(junior, senior, min) + 1);
			} else {
				senior += n % (senior_room(junior, senior, min).min(1 << 110) + 1);
			}
			prop_assert!(is_enough(big(junior), big(senior), min));
		}
	}

	#[test]
	fn min_out_left_should_be_the_exact_floor_when_some_shares_are_left(
		min_out in amount(), a in amount(), b in amount(),
	) {
		let (left, shares) = (a.min(b), a.max(b).max(1));
		let limit = min_out_left(min_out, left, shares).unwrap();
		prop_assert_eq!(big(limit), big(min_out) * left / shares);
		prop_assert!(limit <= min_out);
		prop_assert_eq!(min_out_left(min_out, shares, shares), Some(min_out));
		prop_assert_eq!(min_out_left(min_out, 0, shares), Some(0));
		if left < shares {
			prop_assert_eq!(min_out_left(min_out, shares, left), None);
		}
	}

	#[test]
	fn min_out_left_should_never_raise_the_price_when_an_withdrawal_is_paid_in_many_parts(
		min_out in amount(), shares in 1u128.., parts in prop::collection::vec(any::<u128>(), 1..8),
	) {
		let (mut limit, mut left) = (min_out, shares);
		for (count, part) in (1u32..).zip(parts) {
			if left == 0 {
				break;
			}
			let paid = part % left;
			limit = min_out_left(limit, left - paid, left).unwrap();
			left -= paid;
			let exact = big(min_out) * left;
			prop_assert!(big(limit) * shares <= exact);
			prop_assert!(big(limit) * shares + big(shares) * count > exact);
		}
	}

	#[test]
	fn yearly_yield_should_be_the_exact_floor_when_there_is_an_old_price(
		new in amount(), old in amount(), days in prop_oneof![1..400u32, 1u32..],
	) {
		let old = old.max(1);
		// Floor division of signed numbers, by hand.
		let parts = (BigInt::from(new) - BigInt::from(old)) * 365_000_000;
		let base = BigInt::from(old) * days;
		let mut expected: BigInt = &parts / &base;
		if parts < BigInt::from(0) && &expected * &base != parts {
			expected -= 1;
		}
		prop_assert_eq!(yearly_yield(new, old, days), i64::try_from(expected).ok());
	}

	#[test]
	fn yearly_yield_should_have_the_sign_of_the_change_when_a_price_moves(
		old in 1..1u128 << 100, more in 0..1u128 << 100, shift in 0u32..100, days in 1..400u32,
	) {
		let more = more >> shift;
		if let Some(gain) = yearly_yield(old + more, old, days) {
			prop_assert!(gain >= 0);
		}
		let loss = yearly_yield(old.saturating_sub(more), old, days).unwrap();
		prop_assert_eq!(loss < 0, more > 0);
		prop_assert!(i64::from(days) * loss >= -365_000_000 - i64::from(days));
		prop_assert_eq!(yearly_yield(old, old, days), Some(0));
	}
}

#[test]
fn senior_part_should_be_its_capitals_part_times_the_factor() {
	// 300 of 400, at 80 %: 60 %. 0.6 × 2^64 = 11,068,046,444,225,730,969.6.
	assert_eq!(senior_part(100, 300, 800_000, 250_000), Some(11_068_046_444_225_730_969));
	// A half, at a factor of one: exactly 2^63.
	assert_eq!(senior_part(7, 7, MILLION, MILLION), Some(1 << 63));
	assert_eq!(senior_part(7, 7, 0, 500_000), Some(0));
	// Half of its least part stands before senior: half of the discount counts.
	// 9/10 × (1 − 20 % / 2).
	assert_eq!(senior_part(100, 900, 800_000, 200_000), Some(14_941_862_699_704_736_808));
}

#[test]
fn senior_part_should_be_all_or_nothing_when_a_tranche_is_empty() {
	assert_eq!(senior_part(5, 0, 800_000, 200_000), Some(0));
	assert_eq!(senior_part(0, 5, 800_000, 200_000), Some(SCALE));
	assert_eq!(senior_part(0, 5, 0, 200_000), Some(SCALE));
	assert_eq!(senior_part(0, 0, 800_000, 200_000), Some(0));
	assert_eq!(senior_part(0, 0, MILLION + 1, 200_000), None);
}

#[test]
fn split_stream_should_make_up_for_its_roundings() {
	// Three quarters of three times one unit: 0.75, 1.5, 2.25.
	let part = SCALE / 4 * 3;
	let (first, rest) = split_stream(1, part, 0).unwrap();
	assert_eq!((first, u128::from(rest)), (0, part));
	let (second, rest) = split_stream(1, part, rest).unwrap();
	assert_eq!((second, u128::from(rest)), (1, SCALE / 2));
	let (third, rest) = split_stream(1, part, rest).unwrap();
	assert_eq!((third, u128::from(rest)), (1, SCALE / 4));
	assert_eq!(split_stream(3, part, 0), Some((2, rest)));
	// At a part of one the rest waits.
	assert_eq!(split_stream(9, SCALE, u64::MAX), Some((9, u64::MAX)));
}

#[test]
fn waterfall_should_empty_junior_before_senior_pays() {
	assert_eq!(waterfall(0, 100, 300), Some(Taken { junior: 0, senior: 0 }));
	assert_eq!(waterfall(100, 100, 300), Some(Taken { junior: 100, senior: 0 }));
	assert_eq!(waterfall(101, 100, 300), Some(Taken { junior: 100, senior: 1 }));
	assert_eq!(waterfall(400, 100, 300), Some(Taken { junior: 100, senior: 300 }));
	assert_eq!(waterfall(401, 100, 300), None);
}

#[test]
fn junior_should_stay_a_fifth_of_both_tranches() {
	// 300 of senior need 75 of junior: a fifth of 375. One unit of senior more needs 75.25, so 76.
	assert_eq!(junior_free(100, 300, 200_000), 25);
	assert_eq!(junior_free(100, 301, 200_000), 24);
	assert_eq!(junior_free(75, 300, 200_000), 0);
	assert_eq!(junior_free(74, 300, 200_000), 0);
	assert_eq!(junior_free(100, 0, 200_000), 100);
	assert_eq!(junior_free(100, 300, 0), 100);
	assert_eq!(junior_free(100, 300, MILLION), 0);
	// 100 of junior carry 400 of senior, 101 carry 404.
	assert_eq!(senior_room(100, 300, 200_000), 100);
	assert_eq!(senior_room(101, 300, 200_000), 104);
	assert_eq!(senior_room(75, 300, 200_000), 0);
	assert_eq!(senior_room(74, 300, 200_000), 0);
	assert_eq!(senior_room(0, 0, 200_000), 0);
	assert_eq!(senior_room(100, 300, MILLION), 0);
	assert_eq!(senior_room(0, 0, 0), u128::MAX);
	// A third: 100 of junior carry 300.0003 in all at 333,333 millionths.
	assert_eq!(senior_room(100, 0, 333_333), 200);
}

#[test]
fn min_out_left_should_keep_the_price_of_the_limit() {
	// 100 for 30 shares; 20 shares left: 66.67, rounded down.
	assert_eq!(min_out_left(100, 20, 30), Some(66));
	assert_eq!(min_out_left(90, 20, 30), Some(60));
	assert_eq!(min_out_left(0, 20, 30), Some(0));
}

#[test]
fn yearly_yield_should_be_what_one_would_reckon() {
	// 1 % in 73 days, a fifth of a year: 5 %.
	assert_eq!(yearly_yield(101, 100, 73), Some(50_000));
	assert_eq!(yearly_yield(99, 100, 73), Some(-50_000));
	// 1 % in 30 days: 121,666.67 millionths, rounded down on either side.
	assert_eq!(yearly_yield(101, 100, 30), Some(121_666));
	assert_eq!(yearly_yield(99, 100, 30), Some(-121_667));
	// All lost in a week: 365 / 7 times all of it.
	assert_eq!(yearly_yield(0, 100, 7), Some(-52_142_858));
	assert_eq!(yearly_yield(100, 0, 7), None);
	assert_eq!(yearly_yield(101, 100, 0), None);
	assert_eq!(yearly_yield(99, 100, 0), None);
}

#[test]
fn extremes_should_be_none_or_bounded_and_never_panic() {
	const MAX: u128 = u128::MAX;
	assert_eq!(senior_part(MAX, MAX, MILLION, MILLION), Some(1 << 63));
	assert_eq!(senior_part(1, MAX, MILLION, MILLION), Some(SCALE - 1));
	assert_eq!(senior_part(1, 1, u32::MAX, 200_000), None);
	assert_eq!(split_stream(MAX, SCALE, u64::MAX), Some((MAX, u64::MAX)));
	assert_eq!(split_stream(MAX, MAX, u64::MAX), None);
	assert_eq!(waterfall(MAX, MAX, MAX), Some(Taken { junior: MAX, senior: 0 }));
	assert_eq!(waterfall(MAX, 0, MAX - 1), None);
	assert_eq!(junior_free(MAX, MAX, u32::MAX), 0);
	assert_eq!(junior_free(MAX, 0, u32::MAX), MAX);
	assert_eq!(junior_free(MAX, 1, MILLION - 1), MAX - 999_999);
	assert_eq!(junior_free(MAX, MAX, MILLION - 1), 0);
	assert_eq!(senior_room(MAX, MAX, u32::MAX), 0);
	assert_eq!(senior_room(MAX, MAX, 1), MAX);
	assert_eq!(min_out_left(MAX, MAX, MAX), Some(MAX));
	assert_eq!(min_out_left(MAX, MAX - 1, MAX), Some(MAX - 1));
	assert_eq!(min_out_left(1, 0, 0), None);
	assert_eq!(yearly_yield(MAX, 1, 1), None);
	assert_eq!(yearly_yield(0, MAX, u32::MAX), Some(-1));
}

/// Peer numbers (`umbrella-slash`), junior as the peer's stake. Cases 1 and 2: 1,000 of 10,000
/// leave 9,000. A deficit of all leaves one unit there, while here all is taken: the virtual shares
/// keep the price defined, and the tranche is exhausted. Case 3: the peer sets an offset against a
/// deficit that is not slashed. There is none here, as a payment by a sponsor's first loss does not
/// reach the waterfall. Case 4: the peer slashes half more than the 500 that are new, as a bonus to
/// a liquidator. Here the waterfall takes the amount that the claims got and no more, which is the
/// amount that the peer books as pending.
#[test]
fn waterfall_should_take_what_umbrella_slashes_but_for_bonus_and_last_unit() {
	let (stake, deficit) = (10_000, 1_000);
	let taken = waterfall(deficit, stake, 0).unwrap();
	assert_eq!((stake - taken.junior, taken.junior), (9_000, 1_000));
	let taken = waterfall(stake, stake, 0).unwrap();
	assert_eq!(taken.junior, 9_999 + 1);
	assert!(crate::shares::is_exhausted(0, stake * crate::shares::VIRTUAL_SHARES * 1_000_000));
	let (offset, paid) = (1_000, 500);
	assert_eq!(waterfall(1_000 - offset, stake, 0), Some(Taken::default()));
	assert_eq!(waterfall(1_000 - paid, stake, 0).unwrap().junior, 500);
	let taken = waterfall(600 - 100, stake, 0).unwrap();
	assert_eq!(taken, Taken { junior: 500, senior: 0 });
	assert_eq!(taken.junior * 3 / 2, 750);
}

/// Peer numbers (`cozy-redeem-queue`): shares that wait in the queue bear a half twice, or a tenth
/// and a quarter. No factor that grows with each loss is needed here: the shares in the queue bear
/// it in the tranche's book. Cozy rounds its factor of the second case up,
/// `ceil(1111111111111111112 × 4 / 3)`, against the account that leaves. The result here is exact.
#[test]
fn queued_shares_should_bear_two_losses_like_the_peer() {
	let shares = for_deposit(100 * TOKEN, 0, 0).unwrap();
	let after = |parts: [u128; 2]| {
		parts
			.iter()
			.fold(100 * TOKEN, |assets, part| assets - waterfall(assets / part, assets, 0).unwrap().junior)
	};
	assert_eq!(value(shares, after([2, 2]), shares), Some(25 * TOKEN));
	let ours = value(shares, after([10, 4]), shares).unwrap();
	assert_eq!(ours, 67 * TOKEN + TOKEN / 2);
	let factor: u128 = 1_481_481_481_481_481_483;
	assert_eq!(factor, (1_111_111_111_111_111_112u128 * 4).div_ceil(3));
	assert_eq!(ours - 100 * TOKEN * TOKEN / factor, 70);
}
