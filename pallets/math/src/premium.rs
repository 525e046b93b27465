// SPDX-License-Identifier: Apache-2.0

//! The sharing of a premium: among the pools that back cover when it is bought, and among payees as
//! it is earned.
//!
//! ```text
//! reserve      = earned × reserve's share
//! treasury     = earned × treasury's share
//! manager      = (earned − reserve − treasury) × manager's share
//! underwriters = the rest; of it the loan's part, then the tranches
//! ```
//!
//! The order is this project's own. The loan's part is explained in
//! `docs/adr/0007-two-tranches-and-the-loan.md`. Each division keeps its rest for the next step, so
//! no payee gains by having premium earned in small steps.
//!
//! A commission is paid on top of the premium. It is earned in a straight line over the time that
//! was bought first, as insurers earn premium (pro rata temporis).

use crate::{
	payout,
	tranches::{senior_part, split_stream},
	units::MILLION,
};
use primitive_types::U256;
use sp_arithmetic::Permill;

/// The shares of an earned premium, by payee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
	/// The reserve's share of everything.
	pub reserve: Permill,
	/// The treasury's share of everything.
	pub treasury: Permill,
	/// The manager's share of the part that those two leave.
	pub manager: Permill,
}

/// The amounts that earlier divisions still owe to each payee, in millionths of a unit. Each is
/// below two units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rests {
	/// To the reserve.
	pub reserve: u32,
	/// To the treasury.
	pub treasury: u32,
	/// To the manager.
	pub manager: u32,
}

/// The parts of an earned premium, in the asset's units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split {
	/// The reserve's part.
	pub reserve: u128,
	/// The treasury's part.
	pub treasury: u128,
	/// The manager's part.
	pub manager: u128,
	/// The underwriters' part.
	pub underwriters: u128,
}

/// The parts of the underwriters' premium, in the asset's units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Underwriters {
	/// The junior tranche's part.
	pub junior: u128,
	/// The senior tranche's part.
	pub senior: u128,
	/// The part for which no tranche bears the risk.
	pub residual: u128,
}

/// The split of `earned` units, and the rests for the next split.
///
/// Reserve and treasury take their shares of all of it, the manager takes a share of the remainder,
/// and the underwriters get what is left. Each part is rounded down, against its payee. The parts
/// are together exactly `earned`. `None` if a number does not fit, which cannot occur.
pub fn split(earned: u128, shares: &Shares, rests: Rests) -> Option<(Split, Rests)> {
	let (reserve, reserve_rest) = share(earned, shares.reserve, rests.reserve, earned)?;
	let left = earned.checked_sub(reserve)?;
	let (treasury, treasury_rest) = share(earned, shares.treasury, rests.treasury, left)?;
	let left = left.checked_sub(treasury)?;
	let (manager, manager_rest) = share(left, shares.manager, rests.manager, left)?;
	let underwriters = left.checked_sub(manager)?;
	Some((
		Split { reserve, treasury, manager, underwriters },
		Rests { reserve: reserve_rest, treasury: treasury_rest, manager: manager_rest },
	))
}

/// One part of `of`, at most `left`: `floor((of × share + rest) / 10^6)`, and the rest of the
/// division. The amount that `left` cuts off stays in the rest, up to one unit more.
fn share(of: u128, share: Permill, rest: u32, left: u128) -> Option<(u128, u32)> {
	let parts = U256::from(of).checked_mul(share.deconstruct().min(MILLION).into())?;
	let parts = parts.checked_add(rest.into())?;
	let units = parts.checked_div(MILLION.into())?.min(left.into());
	// The amount that `left` cuts off is less than a unit as long as the shares sum to at most
	// everything. The cap only binds, and forgives, if they do not.
	let rest = parts
		.checked_sub(units.checked_mul(MILLION.into())?)?
		.min(MILLION.saturating_mul(2).saturating_sub(1).into());
	Some((units.try_into().ok()?, rest.try_into().ok()?))
}

/// The amount of the `underwriters'` part that repays a loan: `floor((underwriters × part + rest) /
/// 2^64)` at the part `pledged / (pledged + others)`, which is rounded down to 2^-64, and the rest
/// of the division.
///
/// Both are of the earned units: those of premium that is pledged for the loan, and the `others`.
/// `None` if a number does not fit, which cannot occur.
pub fn loan(underwriters: u128, pledged: u128, others: u128, rest: u64) -> Option<(u128, u64)> {
	// Shared like premium between tranches, with the pledged units in the place of senior's
	// capital.
	split_stream(underwriters, senior_part(others, pledged, MILLION, 0)?, rest)
}

/// The parts of the `units` that the tranches earn, and the rest of the division. With both
/// tranches alive, senior gets its `part`, in 2^-64 (see [`senior_part`]), rounded down. With one
/// alive, that one gets everything. With none, no tranche bears the risk. The rest is only changed
/// with both.
///
/// `None` for a part above one.
pub fn between_tranches(
	units: u128,
	is_junior_live: bool,
	is_senior_live: bool,
	part: u128,
	rest: u64,
) -> Option<(Underwriters, u64)> {
	let none = Underwriters::default();
	Some(match (is_junior_live, is_senior_live) {
		(true, true) => {
			let (senior, rest) = split_stream(units, part, rest)?;
			(Underwriters { junior: units.checked_sub(senior)?, senior, ..none }, rest)
		}
		(true, false) => (Underwriters { junior: units, ..none }, rest),
		(false, true) => (Underwriters { senior: units, ..none }, rest),
		(false, false) => (Underwriters { residual: units, ..none }, rest),
	})
}

/// The parts of a premium for pools that back the `covers`: one unit each, and of the rest exactly
/// the portion of its cover, to the unit. Together they are the `premium`.
///
/// A part is `None` if the premium is less than a unit for each, no cover is above zero, or the sum
/// of the covers does not fit.
pub fn among_pools<Covers>(premium: u128, covers: Covers) -> impl Iterator<Item = Option<u128>>
where
	Covers: IntoIterator<Item = u128> + Clone,
{
	let of_all = || {
		covers.clone().into_iter().try_fold((0u128, 0u128), |(sum, units), cover| {
			Some((sum.checked_add(cover)?, units.checked_add(1)?))
		})
	};
	let rest = of_all().and_then(|(all, units)| Some((all, premium.checked_sub(units)?)));
	let (all, rest) = rest.unwrap_or_default();
	// A sum of zero has no portions.
	payout::portions(rest, covers, all).map(|part| part?.checked_add(1))
}

/// The commission on a premium: `ceil(premium × part)`, rounded up, against the buyer.
pub fn commission(premium: u128, part: Permill) -> u128 {
	part.mul_ceil(premium)
}

/// The part of an `unearned` commission that is earned from the time `from` until `now`:
/// `floor(unearned × (now − from) / (until − from))`, in a straight line until `until`, when all of
/// it is earned.
///
/// Rounded down, in favour of the holder, to whom unearned commission comes back. Times are
/// milliseconds. With `now` before `from` it is zero. `None` cannot occur.
pub fn earned_commission(unearned: u128, from: u64, now: u64, until: u64) -> Option<u128> {
	// Saturation: with `from` later than `now`, or at the end, no time has passed.
	let (passed, left) = (now.min(until).saturating_sub(from), until.saturating_sub(from));
	match left {
		0 => Some(unearned),
		_ => payout::portion(unearned, 0, passed.into(), left.into()),
	}
}

/// The part of an `unearned` commission for `cover` that belongs to the cover above `left`:
/// `floor(unearned × (cover − left) / cover)`, rounded down; zero if no less is left.
pub fn commission_above(unearned: u128, cover: u128, left: u128) -> Option<u128> {
	match cover.checked_sub(left) {
		None | Some(0) => Some(0),
		Some(gone) => payout::portion(unearned, 0, gone, cover),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{stream::SCALE, testing::cases};
	use num_bigint::BigUint;
	use proptest::prelude::*;

	fn shares(reserve: u32, treasury: u32, manager: u32) -> Shares {
		let part = Permill::from_parts;
		Shares { reserve: part(reserve), treasury: part(treasury), manager: part(manager) }
	}

	/// The starting values: 15 % and 5 %, and a manager with a tenth of the rest.
	#[test]
	fn premium_should_be_split_as_the_design_says() {
		let (split, rests) = split(1_000, &shares(150_000, 50_000, 100_000), Rests::default()).unwrap();
		assert_eq!(split, Split { reserve: 150, treasury: 50, manager: 80, underwriters: 720 });
		assert_eq!(rests, Rests::default());
	}

	#[test]
	fn rests_should_count_at_the_next_split() {
		let (all, mut rests) = (shares(150_000, 50_000, 0), Rests::default());
		let mut sum = [0; 3];
		let mut steps = |count| {
			for _ in 0..count {
				let (part, next) = split(1, &all, rests).unwrap();
				sum = [sum[0] + part.reserve, sum[1] + part.treasury, sum[2] + part.underwriters];
				rests = next;
			}
			(sum, rests.treasury)
		};
		// The reserve takes the twentieth unit, and the treasury has to wait for the next one.
		assert_eq!(steps(20), ([3, 0, 17], MILLION));
		assert_eq!(steps(1), ([3, 1, 17], 50_000));
	}

	#[test]
	fn loan_should_be_the_pledged_part() {
		assert_eq!(loan(720, 250, 750, 0), Some((180, 0)));
		assert_eq!(loan(720, 0, 1_000, 9), Some((0, 9)));
		assert_eq!(loan(720, 1_000, 0, 9), Some((720, 9)));
	}

	#[test]
	fn tranche_that_is_not_live_should_get_nothing() {
		let half = SCALE / 2;
		let parts = |junior, senior| {
			let (parts, rest) = between_tranches(7, junior, senior, half, 1 << 62).unwrap();
			(parts.junior, parts.senior, parts.residual, rest)
		};
		assert_eq!(parts(true, true), (4, 3, 0, 3 << 62));
		assert_eq!(parts(true, false), (7, 0, 0, 1 << 62));
		assert_eq!(parts(false, true), (0, 7, 0, 1 << 62));
		assert_eq!(parts(false, false), (0, 0, 7, 1 << 62));
		assert_eq!(between_tranches(7, true, true, SCALE + 1, 0), None);
	}

	#[test]
	fn pools_should_get_a_unit_each_and_the_rest_by_cover() {
		let among = |premium, covers: &[u128]| among_pools(premium, covers.to_vec()).collect::<Vec<_>>();
		assert_eq!(among(103, &[500, 300, 200]), [Some(51), Some(31), Some(21)]);
		assert_eq!(among(3, &[1, 1_000, 1]), [Some(1), Some(1), Some(1)]);
		assert_eq!(among(2, &[1, 1, 1]), [None, None, None]);
		assert_eq!(among(10, &[0]), [None]);
		assert_eq!(among(10, &[u128::MAX, 1]), [None, None]);
	}

	#[test]
	fn commission_should_be_earned_in_a_straight_line() {
		assert_eq!(commission(1_001, Permill::from_percent(10)), 101);
		assert_eq!(earned_commission(100, 1_000, 1_250, 2_000), Some(25));
		assert_eq!(earned_commission(100, 1_000, 999, 2_000), Some(0));
		assert_eq!(earned_commission(100, 1_000, 3_000, 2_000), Some(100));
		assert_eq!(earned_commission(100, 2_000, 2_000, 2_000), Some(100));
		assert_eq!(commission_above(99, 10, 7), Some(29));
		assert_eq!((commission_above(99, 10, 10), commission_above(99, 10, 11)), (Some(0), Some(0)));
		assert_eq!((commission_above(99, 10, 0), commission_above(99, 0, 0)), (Some(99), Some(0)));
	}

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		/// Over any number of steps each payee has the exact floor of the sum, and the parts are
		/// the whole.
		#[test]
		fn split_should_give_each_payee_the_floor_of_the_sum(
			steps in prop::collection::vec(0..1u128 << 100, 1..12), reserve in 0u32..=500_000, treasury in 0u32..=200_000,
			manager in 0u32..=100_000,
		) {
			let shares = shares(reserve, treasury, manager);
			let (mut sum, mut rests) = ([BigUint::ZERO, BigUint::ZERO, BigUint::ZERO, BigUint::ZERO], Rests::default());
			let (mut all, mut of_manager) = (BigUint::ZERO, BigUint::ZERO);
			for earned in steps {
				let (part, next) = split(earned, &shares, rests).unwrap();
				prop_assert_eq!(part.reserve + part.treasury + part.manager + part.underwriters, earned);
				all += earned;
				of_manager += earned - part.reserve - part.treasury;
				for (sum, part) in sum.iter_mut().zip([part.reserve, part.treasury, part.manager, part.underwriters]) {
					*sum += part;
				}
				rests = next;
			}
			let floor = |of: &BigUint, ppm: u32| of * ppm / 1_000_000u32;
			prop_assert_eq!(&sum[0], &floor(&all, reserve));
			// A rest can have to wait while the reserve takes the last unit: less than one more.
			let treasury = floor(&all, treasury);
			prop_assert!(sum[1] == treasury || &sum[1] + 1u32 == treasury);
			let manager = floor(&of_manager, manager);
			prop_assert!(sum[2] == manager || &sum[2] + 1u32 == manager);
		}

		#[test]
		fn split_should_never_fail_nor_give_more_than_there_is(
			earned in any::<u128>(), parts in any::<[u32; 3]>(), rests in [0u32..2_000_000, 0..2_000_000, 0..2_000_000],
		) {
			let shares = shares(parts[0] % 1_000_001, parts[1] % 1_000_001, parts[2] % 1_000_001);
			let rests = Rests { reserve: rests[0], treasury: rests[1], manager: rests[2] };
			let (part, next) = split(earned, &shares, rests).unwrap();
			let others = part.reserve.checked_add(part.treasury).and_then(|sum| sum.checked_add(part.manager));
			prop_assert_eq!(others.and_then(|sum| sum.checked_add(part.underwriters)), Some(earned));
			prop_assert!(next.reserve.max(next.treasury).max(next.manager) < 2_000_000);
		}

		#[test]
		fn loan_should_be_the_pledged_part_of_the_sum_up_to_its_roundings(
			steps in prop::collection::vec((0..1u128 << 60, 0..1u128 << 60), 1..12), kept in 0u32..=1_000_000,
		) {
			let (mut sum, mut exact, mut rest) = (0, BigUint::ZERO, 0);
			for (pledged, others) in steps {
				let underwriters = (pledged + others) / 1_000_000 * u128::from(kept);
				let (repaid, next) = loan(underwriters, pledged, others, rest).unwrap();
				prop_assert!(repaid <= underwriters);
				// In 2^-100.
				exact += ((BigUint::from(underwriters) * pledged) << 100) / (pledged + others).max(1);
				sum += repaid;
				rest = next;
			}
			let repaid = BigUint::from(sum) << 100;
			prop_assert!(repaid <= &exact + 12u32 && exact <= repaid + (BigUint::from(3u32) << 100));
		}

		#[test]
		fn tranches_should_get_all_of_it_whichever_is_live(
			units in any::<u128>(), live in any::<(bool, bool)>(), part in 0..=SCALE, rest in any::<u64>(),
		) {
			let (parts, left) = between_tranches(units, live.0, live.1, part, rest).unwrap();
			let sum = parts.junior.checked_add(parts.senior).and_then(|sum| sum.checked_add(parts.residual));
			prop_assert_eq!(sum, Some(units));
			prop_assert!(live.0 || parts.junior == 0);
			prop_assert!(live.1 || parts.senior == 0);
			prop_assert!(left == rest || live == (true, true));
		}

		#[test]
		fn pools_should_get_the_premium_to_the_unit_by_their_covers(
			covers in prop::collection::vec(1..1u128 << 120, 1..5), premium in amount(),
		) {
			let count = covers.len() as u128;
			let premium = premium.max(count);
			let all: BigUint = covers.iter().map(|cover| BigUint::from(*cover)).sum();
			let parts: Vec<_> = among_pools(premium, covers.clone()).map(Option::unwrap).collect();
			prop_assert_eq!(parts.iter().sum::<u128>(), premium);
			for (part, cover) in parts.into_iter().zip(covers) {
				let exact = BigUint::from(premium - count) * cover;
				let got = BigUint::from(part - 1);
				prop_assert!(&got * &all < &exact + &all && exact < (got + 1u32) * &all);
			}
		}

		/// Earned in any steps, it is never more than earned at once, and in the end all of it.
		#[test]
		fn commission_should_be_all_earned_in_the_end_and_never_early(
			money in amount(), from in 0u64..1 << 60, span in 1u64..1 << 50, cuts in prop::collection::vec(any::<u64>(), 0..8),
		) {
			let until = from + span;
			let mut times: Vec<_> = cuts.into_iter().map(|cut| from + cut % span).collect();
			times.sort_unstable();
			let (mut unearned, mut at) = (money, from);
			for now in times {
				unearned -= earned_commission(unearned, at, now, until).unwrap();
				at = now;
				let exact = BigUint::from(money) * (now - from) / span;
				prop_assert!(BigUint::from(money - unearned) <= exact);
			}
			prop_assert_eq!(earned_commission(unearned, at, until, until), Some(unearned));
		}

		#[test]
		fn commission_above_should_be_the_exact_floor(unearned in amount(), cover in amount(), left in amount()) {
			let expected = if cover > left {
				BigUint::from(unearned) * (cover - left) / cover
			} else {
				BigUint::ZERO
			};
			prop_assert_eq!(commission_above(unearned, cover, left).map(BigUint::from), Some(expected));
		}

		#[test]
		fn commission_should_be_the_exact_ceiling(premium in any::<u128>(), part in 0u32..=1_000_000) {
			let expected = (BigUint::from(premium) * part + 999_999u32) / 1_000_000u32;
			prop_assert_eq!(BigUint::from(commission(premium, Permill::from_parts(part))), expected);
		}
	}
}
