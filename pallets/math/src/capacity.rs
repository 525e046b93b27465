// SPDX-License-Identifier: Apache-2.0

//! Capital that backs cover: the available capital, the required capital, and the room for more
//! cover.

use crate::{tranches::senior_room, units::MILLION};
use core::cmp::Ordering;
use primitive_types::U256;

/// A product's place in a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
	/// Its correlation group.
	pub group: u16,
	/// The part of the available capital that may be exposed to it, in millionths; at most one.
	pub weight_parts: u32,
	/// Cover in force, in units.
	pub exposure: u128,
	/// The most that open incidents on it could cost, in units.
	pub locked: u128,
}

impl Line {
	/// The amount that counts in the required capital: the larger of its live and locked exposure.
	fn burden(&self) -> U256 {
		self.exposure.max(self.locked).into()
	}

	/// The amount that counts in the tests against available capital: zero while it is locked, as
	/// its lock is out of the available capital already.
	fn live(&self) -> U256 {
		if self.locked > 0 {
			U256::zero()
		} else {
			self.exposure.into()
		}
	}
}

/// The limits of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	/// Total exposure in hundredths of the available capital: 100 is fully collateralised.
	pub leverage_percent: u32,
	/// Exposure of one correlation group, in millionths of the available capital.
	pub group_cap_ppm: u32,
	/// One policy, in millionths of the available capital.
	pub max_policy_share_ppm: u32,
	/// Available capital, in millionths of the required capital; 1,000,000 is as much as required.
	/// Zero switches the test off.
	pub min_solvency_ppm: u32,
}

/// Capital that can back new cover: the part of `junior` and `senior` that is at work, less the
/// capital that open incidents have locked.
///
/// Senior counts only as far as it stands behind enough of junior, that is up to [`senior_room`] of
/// junior alone. Senior capital must not carry new cover as the first to lose.
///
/// Saturates at zero: locks are not lowered when a loss of another incident takes the assets under
/// them, and then zero is available. `None` if both tranches together do not fit 128 bits.
/// `min_junior_ppm` is in millionths.
pub fn available(junior: u128, senior: u128, min_junior_ppm: u32, locked_total: u128) -> Option<u128> {
	let behind = senior_room(junior, 0, min_junior_ppm);
	Some(junior.checked_add(senior.min(behind))?.saturating_sub(locked_total))
}

/// Capital that must stay for the cover in force: the largest of
///
/// - the largest product,
/// - the largest group,
/// - the total divided by the leverage, rounded up, against the underwriters who want to leave,
///
/// where a product counts with the larger of its live and locked exposure. `None` if it does not
/// fit 128 bits or the leverage is zero.
pub fn required(lines: &[Line], leverage_percent: u32) -> Option<u128> {
	required_of(lines, leverage_percent)?.try_into().ok()
}

fn required_of(lines: &[Line], leverage_percent: u32) -> Option<U256> {
	let product = lines.iter().map(Line::burden).max().unwrap_or_default();
	let group = lines.iter().map(|line| sum_group(lines, line.group, Line::burden)).max().unwrap_or_default();
	let total = sum(lines, Line::burden).checked_mul(HUNDRED.into())?;
	Some(product.max(group).max(div_up(total, leverage_percent.into())?))
}

/// True if `cover` more on the line at `index` keeps all limits:
///
/// 1. the product's exposure is at most its weight of the available capital,
/// 2. its group's exposure is at most the group cap of the available capital,
/// 3. the total exposure is at most the leverage of the available capital,
/// 4. the policy itself is at most its share of the available capital,
/// 5. available capital is at least the minimum solvency of the required capital.
///
/// Locked lines do not count in the first three. A locked line takes no cover. Every comparison is
/// exact. An unknown line, a weight above one and a leverage of zero are refused.
pub fn accepts(lines: &[Line], index: usize, cover: u128, available: u128, limits: &Limits) -> bool {
	accepts_of(lines, index, cover, available, limits).unwrap_or(false)
}

fn accepts_of(lines: &[Line], index: usize, cover: u128, available: u128, limits: &Limits) -> Option<bool> {
	let line = lines.get(index)?;
	if !is_sellable(line, limits) {
		return Some(false);
	}
	let more = U256::from(cover);
	let product = line.live().checked_add(more)?;
	let group = sum_group(lines, line.group, Line::live).checked_add(more)?;
	let total = sum(lines, Line::live).checked_add(more)?;
	let backs =
		|what: U256, parts: u32, one: u32| Some(what.checked_mul(one.into())? <= times(available, parts)?);
	let fits = backs(product, line.weight_parts, MILLION)?
		&& backs(group, limits.group_cap_ppm, MILLION)?
		&& backs(total, limits.leverage_percent, HUNDRED)?
		&& backs(more, limits.max_policy_share_ppm, MILLION)?;
	if !fits {
		return Some(false);
	}
	// The required capital after the sale. The line is not locked, so its burden is its exposure.
	let burden = line.burden().checked_add(more)?;
	let burden_of_group = sum_group(lines, line.group, Line::burden).checked_add(more)?;
	let burden_of_all = sum(lines, Line::burden).checked_add(more)?.checked_mul(HUNDRED.into())?;
	let required = required_of(lines, limits.leverage_percent)?
		.max(burden)
		.max(burden_of_group)
		.max(div_up(burden_of_all, limits.leverage_percent.into())?);
	Some(required.checked_mul(limits.min_solvency_ppm.into())? <= times(available, MILLION)?)
}

/// The largest additional cover on the line at `index` that [`accepts`] would accept; zero if it
/// accepts none. All quotients are rounded down, against the buyer, and the result is still the
/// largest: one unit more is refused.
///
/// `None` for an unknown line, a weight above one or a leverage of zero.
pub fn room(lines: &[Line], index: usize, available: u128, limits: &Limits) -> Option<u128> {
	let line = lines.get(index)?;
	if line.weight_parts > MILLION || limits.leverage_percent == 0 {
		return None;
	}
	if !is_sellable(line, limits) {
		return Some(0);
	}
	// The room that a limit leaves above the amount that is there already. Saturation: over the
	// limit there is no room.
	let left = |limit: U256, there: U256| limit.saturating_sub(there);
	let share = |parts: u32, one: u32| times(available, parts)?.checked_div(one.into());
	let mut room = left(share(line.weight_parts, MILLION)?, line.live())
		.min(left(share(limits.group_cap_ppm, MILLION)?, sum_group(lines, line.group, Line::live)))
		.min(left(share(limits.leverage_percent, HUNDRED)?, sum(lines, Line::live)))
		.min(share(limits.max_policy_share_ppm, MILLION)?);
	if limits.min_solvency_ppm > 0 {
		// The most that may be required with this capital.
		let most = times(available, MILLION)?.checked_div(limits.min_solvency_ppm.into())?;
		if required_of(lines, limits.leverage_percent)? > most {
			return Some(0);
		}
		let most_in_all = most.checked_mul(limits.leverage_percent.into())?.checked_div(HUNDRED.into())?;
		room = room
			.min(left(most, sum_group(lines, line.group, Line::burden)))
			.min(left(most_in_all, sum(lines, Line::burden)));
	}
	// At most the weight's part of the available capital, and the weight is at most one.
	room.try_into().ok()
}

/// A part of available capital in millionths, rounded down, against the buyer: `floor(available ×
/// parts / 10^6)`. It is a line's capacity by its weight, or the largest policy by its share. Parts
/// above one count as one.
pub fn part(available: u128, parts: u32) -> u128 {
	// At most the available capital.
	times(available, parts.min(MILLION))
		.and_then(|scaled| scaled.checked_div(MILLION.into()))
		.map_or(0, |units| units.low_u128())
}

/// The largest exposure of a line if all else stayed the same: its `weight` of the available
/// capital, or the `exposure` with the `room` that all other limits leave, if that is less.
///
/// Buying cover on the line does not change it, as exposure and room change by the same. `None` if
/// the sum does not fit.
pub fn usable(available: u128, weight_parts: u32, exposure: u128, room: u128) -> Option<u128> {
	Some(part(available, weight_parts).min(exposure.checked_add(room)?))
}

/// The order of two lines by the part of their capacity that is used. Exact. A line without a
/// capacity is as much used as any other, if its exposure is zero, and more otherwise.
pub fn by_use((exposure, capacity): (u128, u128), (other, other_capacity): (u128, u128)) -> Ordering {
	let cross = |exposure: u128, capacity: u128| U256::from(exposure).full_mul(capacity.into());
	cross(exposure, other_capacity).cmp(&cross(other, capacity))
}

/// True if a pool that can back `own` of a product takes the place of a pool with cover in force
/// that can back `size`: if it is at least `times` as large, and not zero.
pub fn displaces(own: u128, size: u128, times: u32) -> bool {
	own > 0 && size.checked_mul(times.into()).is_some_and(|least| least <= own)
}

/// One, in leverage.
const HUNDRED: u32 = 100;

/// True if the line can take cover at all.
fn is_sellable(line: &Line, limits: &Limits) -> bool {
	line.locked == 0 && line.weight_parts <= MILLION && limits.leverage_percent > 0
}

/// The sum of an amount of at most 128 bits over all lines.
fn sum(lines: &[Line], what: impl Fn(&Line) -> U256) -> U256 {
	// 2^128 lines would be needed to reach 256 bits: saturation never happens.
	lines.iter().fold(U256::zero(), |sum, line| sum.saturating_add(what(line)))
}

/// The same sum over the lines of one group.
fn sum_group(lines: &[Line], group: u16, what: impl Fn(&Line) -> U256) -> U256 {
	sum(lines, |line| if line.group == group { what(line) } else { U256::zero() })
}

fn times(amount: u128, parts: u32) -> Option<U256> {
	U256::from(amount).checked_mul(parts.into())
}

fn div_up(a: U256, b: U256) -> Option<U256> {
	let quotient = a.checked_div(b)?;
	if a.checked_rem(b)?.is_zero() {
		Some(quotient)
	} else {
		quotient.checked_add(U256::one())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const LIMITS: Limits = Limits {
		leverage_percent: 100,
		group_cap_ppm: MILLION,
		max_policy_share_ppm: MILLION,
		min_solvency_ppm: MILLION,
	};

	fn line(group: u16, weight_parts: u32, exposure: u128, locked: u128) -> Line {
		Line { group, weight_parts, exposure, locked }
	}

	fn lines(most: u128) -> impl Strategy<Value = Vec<Line>> {
		let lock = prop_oneof![4 => Just(0u128), 1 => 1..most];
		let line = (0u16..4, prop_oneof![Just(MILLION), 0..=MILLION], 0..most, lock)
			.prop_map(|(group, weight, exposure, locked)| line(group, weight, exposure, locked));
		prop::collection::vec(line, 1..9)
	}

	fn limits() -> impl Strategy<Value = Limits> {
		(
			prop_oneof![Just(100u32), 1u32..1_000],
			prop_oneof![Just(MILLION), 0..=MILLION],
			prop_oneof![Just(MILLION), 0..=MILLION],
			prop_oneof![Just(MILLION), 0..3 * MILLION],
		)
			.prop_map(|(leverage_percent, group_cap_ppm, max_policy_share_ppm, min_solvency_ppm)| Limits {
				leverage_percent,
				group_cap_ppm,
				max_policy_share_ppm,
				min_solvency_ppm,
			})
	}

	/// A pool in any state and one that is well inside its limits, so that both kinds of answers
	/// are met.
	fn pool() -> impl Strategy<Value = (Vec<Line>, u128)> {
		prop_oneof![
			(lines(1 << 60), 0..1u128 << 62),
			(lines(1 << 60), 0..1u128 << 70),
			(lines(1 << 20), 0..1u128 << 24),
			(lines(u128::MAX), any::<u128>()),
		]
	}

	/// A pool whose first line has room with any leverage of one and more.
	fn roomy() -> impl Strategy<Value = (Vec<Line>, u128)> {
		(lines(1 << 60), 1u32..=MILLION, 1u128 << 84..1 << 100).prop_map(|(mut lines, weight, available)| {
			lines[0].locked = 0;
			lines[0].weight_parts = weight;
			(lines, available)
		})
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn room_should_be_the_largest_cover_accepted(
			(lines, available) in pool(), limits in limits(), at in any::<prop::sample::Index>(),
		) {
			let index = at.index(lines.len());
			let room = room(&lines, index, available, &limits).unwrap();
			prop_assert!(room == 0 || accepts(&lines, index, room, available, &limits));
			if let Some(more) = room.checked_add(1) {
				prop_assert!(!accepts(&lines, index, more, available, &limits));
			}
		}

		#[test]
		fn accepts_should_accept_less_when_it_accepts_more(
			(lines, available) in pool(), limits in limits(), a in any::<u128>(), b in any::<u128>(),
		) {
			let most = room(&lines, 0, available, &limits).unwrap().saturating_add(1);
			let (less, more) = ((a % most).min(b % most), (a % most).max(b % most));
			if accepts(&lines, 0, more, available, &limits) {
				prop_assert!(accepts(&lines, 0, less, available, &limits));
			}
		}

		#[test]
		fn accepts_should_be_the_five_tests_of_the_design(
			(lines, available) in pool(), limits in limits(), cover in any::<u128>(), shift in 0u32..128,
		) {
			let cover = cover >> shift;
			let target = lines[0];
			let big = |n: u128| BigUint::from(n);
			let c = big(available);
			let live: Vec<_> = lines.iter().filter(|l| l.locked == 0).collect();
			let product = big(target.exposure) + cover;
			let group: BigUint =
				live.iter().filter(|l| l.group == target.group).map(|l| big(l.exposure)).sum::<BigUint>() + cover;
			let total: BigUint = live.iter().map(|l| big(l.exposure)).sum::<BigUint>() + cover;
			let mut after = lines.clone();
			let expected = target.locked == 0
				&& product * MILLION <= &c * target.weight_parts
				&& group * MILLION <= &c * limits.group_cap_ppm
				&& total * 100u32 <= &c * limits.leverage_percent
				&& big(cover) * MILLION <= &c * limits.max_policy_share_ppm
				&& {
					after[0].exposure += cover;
					let burden = |l: &Line| big(l.exposure.max(l.locked));
					let sum = |g: u16| after.iter().filter(|l| l.group == g).map(burden).sum::<BigUint>();
					let all: BigUint = after.iter().map(burden).sum();
					let required = (0u16..4).map(sum).max().unwrap()
						.max(after.iter().map(burden).max().unwrap())
						.max((all * 100u32 + (limits.leverage_percent - 1)) / limits.leverage_percent);
					&c * MILLION >= required * limits.min_solvency_ppm
				};
			prop_assert_eq!(accepts(&lines, 0, cover, available, &limits), expected);
		}

		#[test]
		fn required_should_be_met_by_available_after_every_sale_at_full_solvency(
			(mut lines, available) in roomy(), leverage in 100u32..1_000,
		) {
			let limits = Limits { leverage_percent: leverage, ..LIMITS };
			let room = room(&lines, 0, available, &limits).unwrap();
			prop_assert!(room > 0);
			lines[0].exposure += room;
			prop_assert!(required(&lines, leverage).unwrap() <= available);
		}

		#[test]
		fn required_should_be_at_least_every_product_and_never_fall_with_exposure(
			lines in lines(1 << 100), leverage in 1u32..1_000, more in 0..1u128 << 100, at in any::<prop::sample::Index>(),
		) {
			let before = required(&lines, leverage).unwrap();
			for line in &lines {
				prop_assert!(before >= line.exposure.max(line.locked));
			}
			let mut after = lines.clone();
			at.get_mut(&mut after).exposure += more;
			prop_assert!(required(&after, leverage).unwrap() >= before);
			let mut locked = lines;
			at.get_mut(&mut locked).locked += more;
			prop_assert!(required(&locked, leverage).unwrap() >= before);
		}

		#[test]
		fn required_should_fall_with_leverage_but_not_below_the_largest_group(lines in lines(1 << 100), leverage in 1u32..999) {
			let more = required(&lines, leverage).unwrap();
			let less = required(&lines, leverage + 1).unwrap();
			prop_assert!(less <= more);
			let group = |g: u16| lines.iter().filter(|l| l.group == g).map(|l| l.exposure.max(l.locked)).sum::<u128>();
			prop_assert!(less >= (0..4).map(group).max().unwrap());
		}

		#[test]
		fn room_should_grow_with_capital(
			(lines, available) in pool(), limits in limits(), more in any::<u128>(),
		) {
			let before = room(&lines, 0, available, &limits).unwrap();
			let after = room(&lines, 0, available.saturating_add(more), &limits).unwrap();
			prop_assert!(after >= before);
		}

		#[test]
		fn two_policies_should_never_find_more_room_than_one(
			(mut lines, available) in roomy(), leverage in 100u32..1_000, part in any::<u128>(),
		) {
			let limits = Limits { leverage_percent: leverage, ..LIMITS };
			let all = room(&lines, 0, available, &limits).unwrap();
			prop_assert!(all > 0);
			let first = part % all;
			lines[0].exposure += first;
			prop_assert_eq!(room(&lines, 0, available, &limits), Some(all - first));
		}

		#[test]
		fn part_should_be_the_exact_floor(available in any::<u128>(), parts in 0..=MILLION) {
			prop_assert_eq!(BigUint::from(part(available, parts)), BigUint::from(available) * parts / MILLION);
		}

		/// A purchase within the room takes as much of it as it adds to the exposure.
		#[test]
		fn usable_should_stay_when_cover_is_bought(
			(mut lines, available) in roomy(), leverage in 100u32..1_000, cut in any::<u128>(),
		) {
			let limits = Limits { leverage_percent: leverage, ..LIMITS };
			let of = |lines: &[Line]| {
				let room = room(lines, 0, available, &limits).unwrap();
				(room, usable(available, lines[0].weight_parts, lines[0].exposure, room).unwrap())
			};
			let (room, before) = of(&lines);
			lines[0].exposure += cut % (room + 1);
			prop_assert_eq!(of(&lines).1, before);
		}

		#[test]
		fn by_use_should_be_the_order_of_the_fractions(
			a in any::<u128>(), b in 1..=u128::MAX, c in any::<u128>(), d in 1..=u128::MAX, shift in 0u32..120,
		) {
			let (a, b, c, d) = (a >> shift, (b >> shift).max(1), c >> shift, (d >> shift).max(1));
			let expected = (BigUint::from(a) * d).cmp(&(BigUint::from(c) * b));
			prop_assert_eq!(by_use((a, b), (c, d)), expected);
			prop_assert_eq!(by_use((c, d), (a, b)), expected.reverse());
		}

		#[test]
		fn displaces_should_be_the_exact_comparison(
			own in any::<u128>(), size in any::<u128>(), shift in 0u32..128, times in 1u32..100,
		) {
			let size = size >> shift;
			let expected = own > 0 && BigUint::from(size) * times <= BigUint::from(own);
			prop_assert_eq!(displaces(own, size, times), expected);
		}

		#[test]
		fn available_should_be_no_more_than_junior_carries(
			junior in any::<u128>(), senior in any::<u128>(), least in 1..=MILLION, locked in any::<u128>(),
		) {
			let (junior, senior, locked) = (junior >> 1, senior >> 1, locked >> 1);
			// All of both, but junior is at least its least part of the capital that counts.
			let carried = U256::from(junior) * MILLION / least;
			let expected = carried.min((junior + senior).into()).saturating_sub(locked.into());
			prop_assert_eq!(available(junior, senior, least, locked).map(U256::from), Some(expected));
			prop_assert_eq!(available(junior, senior, 0, 0), Some(junior + senior));
		}
	}

	#[test]
	fn parts_and_orders_should_be_what_one_would_reckon() {
		assert_eq!((part(999, 500_000), part(999, 2 * MILLION)), (499, 999));
		assert_eq!(
			(usable(1_000, 500_000, 100, 300), usable(1_000, 500_000, 100, 900)),
			(Some(400), Some(500))
		);
		assert_eq!((usable(1, 1, u128::MAX, 0), usable(1, 1, u128::MAX, 1)), (Some(0), None));
		assert_eq!(by_use((1, 2), (2, 4)), Ordering::Equal);
		assert_eq!(by_use((1, 2), (2, 3)), Ordering::Less);
		assert_eq!(by_use((0, 0), (2, 3)), Ordering::Equal);
		assert!(displaces(160, 10, 16) && !displaces(159, 10, 16));
		assert!(displaces(1, 0, 16) && !displaces(0, 0, 16) && !displaces(u128::MAX, u128::MAX, 16));
	}

	#[test]
	fn each_limit_should_bind_alone() {
		let lines = [line(1, 500_000, 100, 0), line(1, MILLION, 200, 0), line(2, MILLION, 300, 0)];
		let wide = Limits { leverage_percent: 1_000, min_solvency_ppm: 0, ..LIMITS };
		// 50 % of 1000, less 100.
		assert_eq!(room(&lines, 0, 1_000, &wide), Some(400));
		// Group 1 has 300.
		assert_eq!(room(&lines, 0, 1_000, &Limits { group_cap_ppm: 400_000, ..wide }), Some(100));
		// All have 600.
		assert_eq!(room(&lines, 0, 1_000, &Limits { leverage_percent: 70, ..wide }), Some(100));
		assert_eq!(room(&lines, 0, 1_000, &Limits { max_policy_share_ppm: 50_000, ..wide }), Some(50));
		// At most 400 may be required: group 1 has 300.
		assert_eq!(room(&lines, 0, 1_000, &Limits { min_solvency_ppm: 2_500_000, ..wide }), Some(100));
		// At most 333 with leverage 2: all may have 666.
		let limits = Limits { min_solvency_ppm: 3_000_000, leverage_percent: 200, ..wide };
		assert_eq!(room(&lines, 1, 1_000, &limits), Some(33));
		assert_eq!(room(&lines, 2, 1_000, &limits), Some(33));
	}

	#[test]
	fn a_locked_line_should_take_no_cover_and_leave_the_others_their_room() {
		let lines = [line(1, MILLION, 400, 400), line(2, MILLION, 0, 0)];
		// The lock is out of the 600 available of 1,000 already.
		let wide = Limits { min_solvency_ppm: 0, ..LIMITS };
		assert_eq!(room(&lines, 0, 600, &wide), Some(0));
		assert!(!accepts(&lines, 0, 0, 600, &wide));
		assert_eq!(room(&lines, 1, 600, &wide), Some(600));
		// In the required capital it counts.
		assert_eq!(room(&lines, 1, 600, &LIMITS), Some(200));
	}

	#[test]
	fn a_product_should_count_with_the_larger_of_live_and_locked() {
		assert_eq!(required(&[line(1, 0, 5, 9)], 100), Some(9));
		assert_eq!(required(&[line(1, 0, 9, 5)], 100), Some(9));
		assert_eq!(required(&[line(1, 0, 9, 5), line(1, 0, 1, 2)], 200), Some(11));
		assert_eq!(required(&[line(1, 0, 9, 5), line(2, 0, 1, 6), line(3, 0, 8, 0)], 200), Some(12));
		assert_eq!(required(&[], 100), Some(0));
	}

	#[test]
	fn malformed_questions_should_be_refused() {
		let lines = [line(1, MILLION + 1, 0, 0), line(1, MILLION, u128::MAX, 0), line(1, MILLION, 1, 0)];
		assert_eq!(room(&lines, 0, 10, &LIMITS), None);
		assert_eq!(room(&lines, 3, 10, &LIMITS), None);
		assert_eq!(room(&lines, 1, 10, &Limits { leverage_percent: 0, ..LIMITS }), None);
		assert!(!accepts(&lines, 0, 0, 10, &LIMITS));
		assert!(!accepts(&lines, 3, 0, 10, &LIMITS));
		assert!(!accepts(&lines, 1, 0, 10, &Limits { leverage_percent: 0, ..LIMITS }));
		assert_eq!(required(&lines, 0), None);
		assert_eq!(required(&lines, 100), None);
	}
}
