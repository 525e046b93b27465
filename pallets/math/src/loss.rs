// SPDX-License-Identifier: Apache-2.0

//! The sharing of a loss: between the incidents that touch a pool, and between the claims of one
//! incident.

use primitive_types::{U256, U512};

/// `floor(a × b / c)` for numbers with a quotient of at most `a`.
fn down(a: u128, b: u128, c: U256) -> Option<u128> {
	// Below 2^256 as both are below 2^128.
	U256::from(a).checked_mul(b.into())?.checked_div(c)?.try_into().ok()
}

/// One of the incidents that share a pool without enough assets for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
	/// The sum of its claims.
	pub loss: u128,
	/// The amount that it has got of the pool so far; at most its loss.
	pub drawn: u128,
}

/// A fraction of every loss, at most one: the amount there is for all, of the amount that all want.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fraction {
	all: U256,
	wanted: U256,
}

impl Fraction {
	/// The fraction over the shares for which `counts` holds: `assets` and their drawn amounts, of
	/// their losses and `locks`.
	fn of(assets: u128, locks: u128, shares: &[Share], counts: impl Fn(&Share) -> bool) -> Self {
		let start = Self { all: assets.into(), wanted: locks.into() };
		// Saturation: it would take 2^128 shares.
		shares.iter().filter(|share| counts(share)).fold(start, |sum, share| Self {
			all: sum.all.saturating_add(share.drawn.into()),
			wanted: sum.wanted.saturating_add(share.loss.into()),
		})
	}

	/// True if a share has more than this part of its loss already.
	fn is_below(&self, share: &Share) -> bool {
		U256::from(share.drawn).full_mul(self.wanted) > U256::from(share.loss).full_mul(self.all)
	}

	/// This part of a loss, rounded down. `None` if no amount is wanted.
	fn part_of(&self, loss: u128) -> Option<u128> {
		let part = U256::from(loss).full_mul(self.all).checked_div(U512::from(self.wanted))?;
		U256::try_from(part).ok()?.try_into().ok()
	}
}

/// The amount that the incident at `index` has got in all after it was topped up, while other
/// incidents whose claims are not settled have locked `locks`:
///
/// ```text
/// floor(loss × min(1, (assets + Σ drawn) / (Σ losses + locks)))
/// ```
///
/// Both sums are over the `shares` that do not have more than this part of their losses already. A
/// share that has more keeps it and is left out. Otherwise the assets kept for the locks would make
/// up for it.
///
/// Rounded down, against the incident. The increase is never above `assets`. The assets that are
/// left are at least the same part of the locks. The incident never has less than before. As long
/// as no share is final, no assets come and no lock changes, it does not matter in which order, or
/// how often, incidents that see the same locks are topped up: each ends with the same, and all
/// with equal fractions, rounded down. `None` for an unknown index or a share that has more than
/// its loss.
pub fn topped_up(assets: u128, shares: &[Share], index: usize, locks: u128) -> Option<u128> {
	let share = shares.get(index)?;
	if shares.iter().any(|share| share.drawn > share.loss) {
		return None;
	}
	let mut fraction = Fraction::of(assets, locks, shares, |_| true);
	if fraction.all >= fraction.wanted {
		return Some(share.loss);
	}
	// A share that a fraction leaves out is above it. So the next fraction is lower, and leaves
	// that share out as well. There are at most as many rounds as there are shares.
	for _ in shares {
		let next = Fraction::of(assets, locks, shares, |share| !fraction.is_below(share));
		if next == fraction {
			break;
		}
		fraction = next;
	}
	if fraction.is_below(share) || share.drawn == share.loss {
		return Some(share.drawn);
	}
	// The share counts and its loss is above zero, so an amount is wanted.
	fraction.part_of(share.loss)
}

/// The part of one claim of `amount` when all claims, `total`, got `funded`:
/// `floor(amount × funded / total)`.
///
/// Rounded down, against the claimant: the sum of the parts is at most `funded`, and less than one
/// unit per claim is left. Full funding pays `amount` exactly. `None` if `total` is zero or below
/// `amount` or `funded`.
pub fn part(amount: u128, funded: u128, total: u128) -> Option<u128> {
	if amount > total || funded > total {
		return None;
	}
	down(amount, funded, total.into())
}

/// True if a pool with `assets` has enough for a loss, beside all that is `reserved` or locked for
/// other incidents (`locks`) and all that it still owes (`owed`). A loss of zero is always paid.
///
/// A sum that does not fit is above all assets.
pub fn pays_in_full(assets: u128, loss: u128, reserved: u128, locks: u128, owed: u128) -> bool {
	let others = [reserved, locks, owed];
	let wanted = others.into_iter().try_fold(loss, |sum: u128, other| sum.checked_add(other));
	loss == 0 || wanted.is_some_and(|wanted| assets >= wanted)
}

/// The divisor of a loss: further money of at most the quotient is not worth a step of its own.
pub const SLIGHT_FRACTION: u128 = 1_000;

/// True if `more` money for a `loss` is worth a step of its own: above a thousandth of the loss,
/// rounded down.
///
/// Premium comes in every block, and each step walks over the claims. So a step that brings almost
/// zero can wait.
pub fn is_worth_a_step(more: u128, loss: u128) -> bool {
	loss.checked_div(SLIGHT_FRACTION).is_some_and(|least| more > least)
}

/// Debts after a loss, or the money that pays them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Debts {
	/// The pool's to the claims.
	pub pool: u128,
	/// The reserve's to the claims.
	pub reserve: u128,
	/// The pool's to the reserve: its loan.
	pub loan: u128,
	/// The part of the loan that was written off. It is no debt any more, and is made good before
	/// the underwriters' loss: the reserve stood behind them.
	pub forgiven: u128,
	/// The loss that the underwriters bore. It is no debt, but is made good before any money goes
	/// back.
	pub underwriters: u128,
}

/// The parts of a recovered `amount` that pay `debts`: the pool's debt to the claims first, then
/// the reserve's, then the loan, what was written off of it, and the underwriters' loss. Exact:
/// together the smaller of the amount and all debts.
///
/// The order is the made-whole doctrine of insurance: the insured comes before those who stood in
/// for the loss.
pub fn recovered(amount: u128, debts: Debts) -> Debts {
	let mut rest = amount;
	let mut pay = |debt: u128| {
		let paid = rest.min(debt);
		// A difference to a minimum is never negative.
		rest = rest.saturating_sub(paid);
		paid
	};
	Debts {
		pool: pay(debts.pool),
		reserve: pay(debts.reserve),
		loan: pay(debts.loan),
		forgiven: pay(debts.forgiven),
		underwriters: pay(debts.underwriters),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	/// Numbers of all magnitudes.
	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	/// Shares that have got any part of their losses.
	fn shares(count: core::ops::Range<usize>) -> impl Strategy<Value = Vec<Share>> {
		let share = (amount(), any::<u128>(), any::<bool>()).prop_map(|(loss, drawn, is_new)| Share {
			loss,
			drawn: if is_new { 0 } else { drawn.min(loss) % loss.saturating_add(1).max(1) },
		});
		prop::collection::vec(share, count)
	}

	/// The amount there is for all, and the amount that all want.
	fn sums(assets: u128, shares: &[Share], locks: u128) -> (BigUint, BigUint) {
		let start = (BigUint::from(assets), BigUint::from(locks));
		shares.iter().fold(start, |(all, wanted), share| (all + share.drawn, wanted + share.loss))
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn topped_up_should_be_everything_or_the_exact_floor(a in amount(), shares in shares(1..6), locks in amount()) {
			let (all, wanted) = sums(a, &shares, locks);
			for (index, share) in shares.iter().enumerate() {
				let got = topped_up(a, &shares, index, locks).unwrap();
				if all >= wanted {
					prop_assert_eq!(got, share.loss, "enough for all");
					continue;
				}
				// The same by the definition, with whole numbers of any size: the largest set of
				// shares none of which has more than the set's fraction.
				let mut counted = shares.clone();
				let (all, wanted) = loop {
					let (all, wanted) = sums(a, &counted, locks);
					let fits = |share: &Share| BigUint::from(share.drawn) * &wanted <= BigUint::from(share.loss) * &all;
					if counted.iter().all(fits) {
						break (all, wanted);
					}
					counted.retain(fits);
				};
				let exact = if wanted == BigUint::ZERO { BigUint::ZERO } else { BigUint::from(share.loss) * all / wanted };
				prop_assert_eq!(BigUint::from(got), exact.max(share.drawn.into()));
			}
		}

		#[test]
		fn topped_up_should_never_lower_nor_pay_above_loss_or_assets_and_leave_the_locks_their_part(
			a in amount(), shares in shares(1..6), locks in amount(),
		) {
			for (index, share) in shares.iter().enumerate() {
				let got = topped_up(a, &shares, index, locks).unwrap();
				prop_assert!(share.drawn <= got && got <= share.loss);
				let more = got - share.drawn;
				prop_assert!(more <= a);
				// A share that gets more has at most the fraction that is kept for the locks.
				if more > 0 {
					let kept = BigUint::from(a - more).min(locks.into());
					prop_assert!(kept * share.loss >= BigUint::from(got) * locks);
				}
			}
		}

		#[test]
		fn topped_up_should_never_fall_with_assets_nor_rise_with_locks(
			a in amount(), shares in shares(1..6), locks in amount(), more in amount(),
		) {
			let got = |a, locks| topped_up(a, &shares, 0, locks).unwrap();
			prop_assert!(got(a.saturating_add(more), locks) >= got(a, locks));
			prop_assert!(got(a, locks.saturating_add(more)) <= got(a, locks));
		}

		#[test]
		fn topped_up_should_be_the_same_in_every_order_when_all_see_the_same_locks(
			a in amount(), losses in prop::collection::vec(0..1u128 << 120, 1..6), locks in amount(),
			orders in prop::collection::vec(0usize..6, 0..20),
		) {
			let start: Vec<_> = losses.iter().map(|loss| Share { loss: *loss, drawn: 0 }).collect();
			let in_order = |order: &[usize]| {
				let (mut shares, mut left) = (start.clone(), a);
				for index in order.iter().copied().chain(0..start.len()).filter(|index| *index < start.len()) {
					let got = topped_up(left, &shares, index, locks).unwrap();
					left -= got - shares[index].drawn;
					shares[index].drawn = got;
				}
				shares
			};
			let ours = in_order(&orders);
			prop_assert_eq!(&ours, &in_order(&[]));
			let (all, wanted) = sums(a, &start, locks);
			for share in ours {
				let exact = if all >= wanted { share.loss.into() } else { BigUint::from(share.loss) * &all / &wanted };
				prop_assert_eq!(BigUint::from(share.drawn), exact, "equal fractions");
			}
		}

		/// Final settlements take no more part: the others go on with the rest.
		#[test]
		fn finals_should_get_their_parts_in_every_order_up_to_a_unit_for_each_incident(
			a in amount(), losses in prop::collection::vec(0..1u128 << 120, 1..6), seed in any::<u64>(),
		) {
			let mut order: Vec<usize> = (0..losses.len()).collect();
			order.sort_by_key(|index| seed.rotate_left(*index as u32 * 7) % 101);
			let mut waiting: Vec<usize> = (0..losses.len()).collect();
			let (mut left, mut paid) = (a, 0u128);
			let wanted: u128 = losses.iter().sum();
			for index in order {
				let shares: Vec<_> = waiting.iter().map(|at| Share { loss: losses[*at], drawn: 0 }).collect();
				let place = waiting.iter().position(|at| *at == index).unwrap();
				let got = topped_up(left, &shares, place, 0).unwrap();
				let exact = if a >= wanted { losses[index].into() } else { BigUint::from(losses[index]) * a / wanted };
				let (ours, units) = (BigUint::from(got), BigUint::from(losses.len()));
				prop_assert!(ours <= &exact + &units && exact <= ours + &units);
				left -= got;
				paid += got;
				waiting.remove(place);
			}
			// The last one takes the rest: no assets are withheld from claims while they are there.
			prop_assert_eq!(paid, wanted.min(a));
		}

		/// Guard: a share that has more already is left out. Otherwise a later incident with large
		/// claims is paid out of the assets kept for an older one that is not decided.
		#[test]
		fn later_incident_should_neither_lower_an_earlier_one_nor_take_what_is_kept_for_an_older_lock(
			a in 0..1u128 << 100, first in 1..1u128 << 100, later in 1..1u128 << 100, lock in 0..1u128 << 100,
		) {
			let alone = topped_up(a, &[Share { loss: first, drawn: 0 }], 0, lock).unwrap();
			let left = a - alone;
			let shares = [Share { loss: first, drawn: alone }, Share { loss: later, drawn: 0 }];
			prop_assert!(topped_up(left, &shares, 0, lock).unwrap() >= alone);
			let second = topped_up(left, &shares, 1, lock).unwrap();
			let kept = BigUint::from(left - second).min(lock.into());
			prop_assert!(kept * later >= BigUint::from(second) * lock, "the lock keeps at least the same fraction");
		}

		#[test]
		fn pays_in_full_should_be_the_exact_comparison(
			a in amount(), l in amount(), reserved in amount(), locks in amount(), owed in amount(),
		) {
			let enough = BigUint::from(l) + reserved + locks + owed <= BigUint::from(a);
			prop_assert_eq!(pays_in_full(a, l, reserved, locks, owed), l == 0 || enough);
		}

		#[test]
		fn is_worth_a_step_should_be_the_exact_comparison(l in amount(), step in 0u128..3) {
			let more = l / 1_000 + step;
			prop_assert_eq!(is_worth_a_step(more, l), BigUint::from(more) * 1_000u32 > BigUint::from(l) - l % 1_000);
		}

		/// In their order, and no unit lost: a later debt is only paid when the earlier ones are.
		#[test]
		fn recovered_should_pay_debts_in_their_order(
			a in amount(), pool in amount(), reserve in amount(), loan in amount(), forgiven in amount(),
			underwriters in amount(),
		) {
			let paid = recovered(a, Debts { pool, reserve, loan, forgiven, underwriters });
			let sum = BigUint::from(paid.pool) + paid.reserve + paid.loan + paid.forgiven + paid.underwriters;
			prop_assert_eq!(sum, (BigUint::from(pool) + reserve + loan + forgiven + underwriters).min(a.into()));
			prop_assert!(paid.pool <= pool && paid.reserve <= reserve && paid.loan <= loan);
			prop_assert!(paid.underwriters <= underwriters);
			prop_assert!(paid.reserve == 0 || paid.pool == pool);
			prop_assert!(paid.loan == 0 || paid.reserve == reserve);
			prop_assert!(paid.forgiven == 0 || paid.loan == loan);
			prop_assert!(paid.underwriters == 0 || paid.forgiven == forgiven);
		}

		#[test]
		fn part_should_be_the_exact_floor(a in amount(), funded in amount(), total in amount()) {
			let expected = (total > 0 && a <= total && funded <= total)
				.then(|| BigUint::from(a) * funded / total);
			prop_assert_eq!(part(a, funded, total).map(BigUint::from), expected);
		}

		#[test]
		fn parts_should_sum_to_at_most_the_funds_and_leave_less_than_a_unit_each(
			mut claims in prop::collection::vec(0..1u128 << 120, 1..20), funded in any::<u128>(),
		) {
			// A total of zero has no parts.
			claims[0] = claims[0].max(1);
			let total: u128 = claims.iter().sum();
			let funded = funded % (total + 1);
			let paid: u128 = claims.iter().map(|claim| part(*claim, funded, total).unwrap()).sum();
			prop_assert!(paid <= funded);
			prop_assert!(funded - paid < claims.len() as u128);
		}

		#[test]
		fn full_funding_should_pay_every_claim_exactly(a in amount(), total in amount()) {
			let total = total.max(1);
			let a = a % total + 1;
			prop_assert_eq!(part(a, total, total), Some(a));
			prop_assert_eq!(part(a, 0, total), Some(0));
		}
	}

	#[test]
	fn step_should_be_worth_it_above_a_thousandth() {
		let worth_it = [(1, 1_000), (2, 1_000), (1, 999), (0, 0), (0, 999)];
		assert_eq!(
			worth_it.map(|(more, loss)| is_worth_a_step(more, loss)),
			[false, true, true, false, false]
		);
	}

	#[test]
	fn pool_should_pay_in_full_when_it_has_enough_for_everything() {
		assert!(pays_in_full(100, 40, 30, 20, 10) && !pays_in_full(99, 40, 30, 20, 10));
		assert!(pays_in_full(0, 0, 1, 1, 1) && !pays_in_full(u128::MAX, 1, u128::MAX, 0, 0));
	}

	#[test]
	fn recovered_money_should_go_to_the_claims_first() {
		let debts = Debts { pool: 50, reserve: 30, loan: 20, forgiven: 5, underwriters: 70 };
		let paid = |pool, reserve, loan, forgiven, underwriters| Debts {
			pool,
			reserve,
			loan,
			forgiven,
			underwriters,
		};
		assert_eq!(recovered(40, debts), paid(40, 0, 0, 0, 0));
		assert_eq!(recovered(60, debts), paid(50, 10, 0, 0, 0));
		assert_eq!(recovered(90, debts), paid(50, 30, 10, 0, 0));
		assert_eq!(recovered(103, debts), paid(50, 30, 20, 3, 0));
		assert_eq!(recovered(106, debts), paid(50, 30, 20, 5, 1));
		assert_eq!(recovered(1_000, debts), debts);
	}

	#[test]
	fn extremes_should_never_panic() {
		let whole = Share { loss: u128::MAX, drawn: u128::MAX };
		let none = Share { loss: u128::MAX, drawn: 0 };
		assert_eq!(topped_up(0, &[Share::default()], 0, 0), Some(0));
		assert_eq!(topped_up(0, &[Share::default()], 0, 1), Some(0));
		assert_eq!(topped_up(u128::MAX, &[none], 0, u128::MAX), Some(u128::MAX / 2));
		assert_eq!(topped_up(0, &[none], 0, u128::MAX), Some(0));
		assert_eq!(topped_up(u128::MAX, &[whole, none, whole], 1, u128::MAX), Some(u128::MAX / 2));
		assert_eq!(topped_up(1, &[whole, none], 0, 0), Some(u128::MAX));
		assert_eq!(topped_up(1, &[whole, none], 1, 0), Some(1));
		assert_eq!(topped_up(1, &[none], 1, 0), None);
		assert_eq!(topped_up(1, &[Share { loss: 1, drawn: 2 }], 0, 0), None);
		assert_eq!(part(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
		assert_eq!(part(0, 0, 0), None);
		assert_eq!(part(2, 1, 1), None);
		assert_eq!(part(1, 2, 1), None);
	}
}
