//! How a loss is shared: between the incidents that touch a pool, and between the claims of one incident.

use primitive_types::U256;

/// `floor(a × b / c)` of numbers whose quotient is not above `a`.
fn down(a: u128, b: u128, c: U256) -> Option<u128> {
	// Below 2^256 as both are below 2^128.
	U256::from(a).checked_mul(b.into())?.checked_div(c)?.try_into().ok()
}

/// What of a pool's `assets` may be used for an incident's `loss` while other open incidents have pinned
/// `other_pins`: everything if the assets cover both; otherwise the loss's part of them,
/// `floor(assets × loss / (loss + other_pins))`, so that the first to be settled does not take what the others
/// need as much.
///
/// Rounded down, against the incident. Never above `assets`; in the second case below `loss`.
pub fn available(assets: u128, loss: u128, other_pins: u128) -> u128 {
	// Two numbers below 2^128: no overflow of 256 bits.
	let wanted = U256::from(loss).saturating_add(other_pins.into());
	if U256::from(assets) >= wanted {
		return assets;
	}
	// `wanted` is above `assets` here, so it is not zero and the quotient is below `loss`: never `None`.
	down(assets, loss, wanted).unwrap_or(0)
}

/// The part of one claim of `amount` when all claims, `total`, got `funded`: `floor(amount × funded / total)`.
///
/// Rounded down, against the claimant: the sum of the parts is at most `funded`, and less than one unit per claim is
/// left. Full funding pays `amount` exactly. `None` if `total` is zero or below `amount` or `funded`.
pub fn part(amount: u128, funded: u128, total: u128) -> Option<u128> {
	if amount > total || funded > total {
		return None;
	}
	down(amount, funded, total.into())
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

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn available_should_be_everything_or_the_exact_floor(a in amount(), loss in amount(), pins in amount()) {
			let wanted = BigUint::from(loss) + BigUint::from(pins);
			let got = available(a, loss, pins);
			if BigUint::from(a) >= wanted {
				prop_assert_eq!(got, a);
			} else {
				prop_assert_eq!(BigUint::from(got), BigUint::from(a) * loss / wanted);
				prop_assert!(got <= loss);
			}
			prop_assert!(got <= a);
		}

		#[test]
		fn available_should_never_fall_with_assets_nor_rise_with_pins(
			a in amount(), loss in amount(), pins in amount(), more in amount(),
		) {
			let paid = |a, pins| available(a, loss, pins).min(loss);
			prop_assert!(paid(a.saturating_add(more), pins) >= paid(a, pins));
			prop_assert!(paid(a, pins.saturating_add(more)) <= paid(a, pins));
		}

		#[test]
		fn incidents_settled_one_after_the_other_should_never_take_more_than_the_assets(
			mut assets in amount(), losses in prop::collection::vec(0..1u128 << 110, 1..6),
		) {
			let all = assets;
			let wanted: u128 = losses.iter().sum();
			let mut paid = 0u128;
			for (i, loss) in losses.iter().enumerate() {
				let others = losses[i + 1..].iter().sum();
				let part = available(assets, *loss, others).min(*loss);
				assets -= part;
				paid += part;
			}
			prop_assert!(paid <= all);
			// The last one takes what is left: nothing is withheld from claims while assets are there.
			prop_assert_eq!(paid, wanted.min(all));
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
			// Nothing of nothing has no parts.
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
	fn extremes_should_never_panic() {
		assert_eq!(available(0, 0, 0), 0);
		assert_eq!(available(u128::MAX, u128::MAX, u128::MAX), u128::MAX / 2);
		assert_eq!(available(0, u128::MAX, u128::MAX), 0);
		assert_eq!(part(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
		assert_eq!(part(0, 0, 0), None);
		assert_eq!(part(2, 1, 1), None);
		assert_eq!(part(1, 2, 1), None);
	}
}
