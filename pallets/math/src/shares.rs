// SPDX-License-Identifier: Apache-2.0

//! Shares of a pool: the number that a deposit buys, and their value.
//!
//! The price of a share is `(assets + 1) / (shares + V)` with the virtual offset `V` =
//! [`VIRTUAL_SHARES`]. The pool counts as if it always had one more unit, and `V` more shares
//! without an owner. Moving the price by gifts before the first deposit therefore costs `V` times
//! the amount that it takes from that deposit.

use crate::units::ONE;
use primitive_types::U256;

/// Shares without an owner: the first unit deposited buys this many shares.
pub const VIRTUAL_SHARES: u128 = 1_000_000;

/// The divisor of the first price: a tranche whose price is below the quotient is exhausted.
pub const EXHAUSTED_FRACTION: u128 = 1_000_000;

/// The quotient and the rest of `a × b / c`, exact in between.
fn fraction(a: u128, b: U256, c: U256) -> Option<(U256, U256)> {
	let product = U256::from(a).checked_mul(b)?;
	Some((product.checked_div(c)?, product.checked_rem(c)?))
}

/// `shares + V`, which does not fit 128 bits for the largest numbers.
fn all_shares(shares: u128) -> U256 {
	// Two numbers below 2^128: the sum is below 2^129.
	U256::from(shares).saturating_add(VIRTUAL_SHARES.into())
}

/// `assets + 1`.
fn all_assets(assets: u128) -> U256 {
	// A number below 2^128 and one: the sum is at most 2^128.
	U256::from(assets).saturating_add(U256::one())
}

/// The shares that `amount` buys in a tranche that has `assets` and `shares` before the deposit:
/// `floor(amount × (shares + V) / (assets + 1))`.
///
/// Rounded down, against the depositor. Zero means that the deposit must be refused. `None` if the
/// number does not fit 128 bits.
pub fn for_deposit(amount: u128, assets: u128, shares: u128) -> Option<u128> {
	fraction(amount, all_shares(shares), all_assets(assets))?.0.try_into().ok()
}

/// The value of `part` of the `shares`: `floor(part × (assets + 1) / (shares + V))`.
///
/// Rounded down, against the account that is paid, and never above `assets`.
pub fn value(part: u128, assets: u128, shares: u128) -> Option<u128> {
	let value = fraction(part, all_assets(assets), all_shares(shares))?.0;
	// For at most all shares the value cannot be above the assets. The cap is for a `part` larger
	// than `shares`.
	value.min(assets.into()).try_into().ok()
}

/// The least number of shares that are worth `value`: `ceil(value × (shares + V) / (assets + 1))`.
/// These shares have to be burnt to pay `value` out.
///
/// Rounded up, against the account that is paid. It can exceed `shares` for the last dust, which
/// belongs to the virtual shares: the caller compares. `None` if `value` is above `assets` or the
/// number does not fit 128 bits.
pub fn cost(value: u128, assets: u128, shares: u128) -> Option<u128> {
	if value > assets {
		return None;
	}
	let (cost, rest) = fraction(value, all_shares(shares), all_assets(assets))?;
	let cost = if rest.is_zero() { cost } else { cost.checked_add(U256::one())? };
	cost.try_into().ok()
}

/// The value of 10^18 shares: `floor(10^18 × (assets + 1) / (shares + V))`. `None` if it does not
/// fit 128 bits.
pub fn price(assets: u128, shares: u128) -> Option<u128> {
	fraction(ONE, all_assets(assets), all_shares(shares))?.0.try_into().ok()
}

/// The assets that can back new cover: all but the value of the `idle` shares, those that wait to
/// leave or came back a short time ago. At least one unit more than their value rounded down stays
/// out, against the buyers of cover; zero if that is more than the assets. `None` if that value
/// does not fit 128 bits.
pub fn at_work(idle: u128, assets: u128, shares: u128) -> Option<u128> {
	let out = if idle == 0 { 0 } else { value(idle, assets, shares)?.checked_add(1)? };
	// Saturates where all shares are idle, and their value rounded up is above the assets.
	Some(assets.saturating_sub(out))
}

/// True if a tranche has shares and their price is below a millionth of the first price, which is
/// `1 / V`. New deposits would buy absurd numbers of shares, so the tranche is closed to them.
pub fn is_exhausted(assets: u128, shares: u128) -> bool {
	// (assets + 1) / (shares + V) < 1 / V / 10^6; the left side is below 2^170.
	let least = all_assets(assets).saturating_mul(VIRTUAL_SHARES.saturating_mul(EXHAUSTED_FRACTION).into());
	shares > 0 && least < all_shares(shares)
}

/// The least assets, at least one unit, with which a tranche of `shares` shares is not exhausted.
pub fn least_alive(shares: u128) -> u128 {
	let one = VIRTUAL_SHARES.saturating_mul(EXHAUSTED_FRACTION);
	// ceil((shares + V) / (V × 10^6)) − 1: below 2^128, and the divisor is a constant above zero.
	let below = all_shares(shares).saturating_sub(U256::one()).checked_div(one.into()).unwrap_or_default();
	below.low_u128().max(1)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const V: u128 = VIRTUAL_SHARES;
	const TOKEN: u128 = 1_000_000_000_000_000_000;

	fn big(n: u128) -> BigUint {
		BigUint::from(n)
	}

	/// Numbers of all magnitudes.
	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	/// A pool as deposits and losses make it: assets, shares, and a part of the shares.
	fn pool() -> impl Strategy<Value = (u128, u128, u128)> {
		(0..1u128 << 80, 0..1u128 << 100, any::<u128>())
			.prop_map(|(assets, shares, part)| (assets, shares, part % (shares + 1)))
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn for_deposit_should_be_the_exact_floor(a in amount(), assets in amount(), shares in amount()) {
			let expected = big(a) * (big(shares) + big(V)) / (big(assets) + 1u32);
			prop_assert_eq!(for_deposit(a, assets, shares).map(big), u128::try_from(expected).ok().map(big));
		}

		#[test]
		fn value_should_be_the_exact_floor_and_never_above_assets(
			part in amount(), assets in amount(), shares in amount(),
		) {
			let expected = big(part) * (big(assets) + 1u32) / (big(shares) + big(V));
			let got = value(part, assets, shares).unwrap();
			prop_assert!(got <= assets);
			prop_assert_eq!(big(got), expected.clone().min(big(assets)));
			if part <= shares {
				prop_assert_eq!(big(got), expected);
			}
		}

		#[test]
		fn cost_should_be_the_least_shares_worth_a_value((assets, shares, part) in pool(), v in any::<u128>()) {
			let _ = part;
			let wanted = v % (assets + 1);
			let burnt = cost(wanted, assets, shares).unwrap();
			// The uncapped formula, as the cap is on the wrong side of a cost above all shares.
			let worth = |n: u128| big(n) * (big(assets) + 1u32) / (big(shares) + big(V));
			prop_assert!(worth(burnt) >= big(wanted));
			if burnt > 0 {
				prop_assert!(worth(burnt - 1) < big(wanted));
			}
			prop_assert_eq!(cost(assets + 1, assets, shares), None);
		}

		#[test]
		fn deposit_and_withdrawal_should_never_pay_more_than_was_put_in(
			(assets, shares, _) in pool(), a in 0..1u128 << 60,
		) {
			if let Some(bought) = for_deposit(a, assets, shares) {
				prop_assert!(value(bought, assets + a, shares + bought).unwrap() <= a);
			}
		}

		#[test]
		fn deposit_should_never_lower_the_price_for_others((assets, shares, part) in pool(), a in 0..1u128 << 60) {
			if let Some(bought) = for_deposit(a, assets, shares) {
				prop_assert!(value(part, assets + a, shares + bought) >= value(part, assets, shares));
			}
		}

		#[test]
		fn withdrawal_should_never_lower_the_price_for_others((assets, shares, part) in pool(), other in any::<u128>()) {
			let other = other % (shares - part + 1);
			let paid = value(part, assets, shares).unwrap();
			prop_assert!(value(other, assets - paid, shares - part) >= value(other, assets, shares));
		}

		#[test]
		fn withdrawal_in_two_parts_should_never_pay_more_than_at_once((assets, shares, part) in pool(), cut in any::<u128>()) {
			let first = cut % (part + 1);
			let at_once = value(part, assets, shares).unwrap();
			let paid = value(first, assets, shares).unwrap();
			let rest = value(part - first, assets - paid, shares - first).unwrap();
			// The first part leaves its own dust behind, and of it at most one unit comes to the
			// second.
			prop_assert!(paid + rest <= at_once + 1);
		}

		#[test]
		fn a_gift_before_the_first_deposit_should_cost_far_more_than_it_takes(
			seed in 1..1u128 << 40, gift in 0..1u128 << 70, victim in 1..1u128 << 60,
		) {
			// The attacker deposits `seed`, gives `gift` (which the pool's books would not even
			// count), and waits for the victim.
			let own = for_deposit(seed, 0, 0).unwrap();
			let bought = for_deposit(victim, seed + gift, own).unwrap();
			let taken = victim - value(bought, seed + gift + victim, own + bought).unwrap();
			let back = value(own, seed + gift + victim, own + bought).unwrap();
			prop_assert!(back <= seed + gift, "the attacker gains");
			// The victim loses at most the price of one share, and dust.
			prop_assert!(taken <= (seed + gift) / V + 2);
		}

		#[test]
		fn price_should_be_the_exact_floor(assets in amount(), shares in amount()) {
			let expected = big(ONE) * (big(assets) + 1u32) / (big(shares) + big(V));
			prop_assert_eq!(price(assets, shares).map(big), u128::try_from(expected).ok().map(big));
		}

		/// The assets at work are those of the other shares, up to the dust of the virtual ones.
		#[test]
		fn at_work_should_be_no_more_than_the_other_shares_are_worth((assets, shares, idle) in pool()) {
			let found = at_work(idle, assets, shares).unwrap();
			prop_assert!(idle > 0 || found == assets);
			// The virtual shares' own part of the assets is at work too.
			let others = big(assets + 1) * (big(shares - idle) + big(V)) / (big(shares) + big(V));
			prop_assert!(big(found) <= others);
			prop_assert!(idle == 0 || big(found) + 2u32 >= others);
		}

		#[test]
		fn is_exhausted_should_be_the_exact_comparison(assets in amount(), shares in amount()) {
			let expected = shares > 0 && (big(assets) + 1u32) * big(V) * 1_000_000u32 < big(shares) + big(V);
			prop_assert_eq!(is_exhausted(assets, shares), expected);
		}

		#[test]
		fn least_alive_should_be_the_least_that_is_not_exhausted(shares in amount()) {
			let least = least_alive(shares);
			prop_assert!(least > 0 && !is_exhausted(least, shares));
			prop_assert!(shares == 0 || least == 1 || is_exhausted(least - 1, shares));
		}
	}

	#[test]
	fn the_first_price_should_be_one_unit_for_v_shares() {
		assert_eq!(for_deposit(1, 0, 0), Some(V));
		assert_eq!(for_deposit(7, 0, 0), Some(7 * V));
		assert_eq!(value(7 * V, 7, 7 * V), Some(7));
	}

	#[test]
	fn extremes_should_be_none_or_zero_and_never_panic() {
		assert_eq!(for_deposit(u128::MAX, 0, u128::MAX), None);
		assert_eq!(for_deposit(0, u128::MAX, u128::MAX), Some(0));
		assert_eq!(for_deposit(1, u128::MAX, 0), Some(0));
		assert_eq!(value(u128::MAX, u128::MAX, 0), Some(u128::MAX));
		assert_eq!(value(0, 0, 0), Some(0));
		assert_eq!(cost(0, 0, 0), Some(0));
		// One more share than there can be, and just as many as there are.
		assert_eq!(cost(u128::MAX, u128::MAX, u128::MAX), None);
		assert_eq!(cost(u128::MAX, u128::MAX, u128::MAX - V), Some(u128::MAX));
		assert!(!is_exhausted(0, 0));
		assert!(!is_exhausted(u128::MAX, u128::MAX));
	}

	#[test]
	fn a_tranche_should_be_exhausted_below_a_millionth_of_its_first_price_only() {
		// 10^12 units bought 10^18 shares; a millionth of it is 10^6.
		let shares = 1_000_000_000_000 * V;
		assert!(!is_exhausted(1_000_000, shares));
		assert!(is_exhausted(999_998, shares));
	}

	/// Peer numbers (`stktoken-exchange-rate`): after a slash of 20 of 100, redeeming 100 tokens
	/// pays 80. Exact here too.
	#[test]
	fn redeeming_all_after_a_slash_should_pay_what_the_peer_pays() {
		let shares = for_deposit(100 * TOKEN, 0, 0).unwrap();
		assert_eq!(value(shares, 80 * TOKEN, shares), Some(80 * TOKEN));
	}

	/// The peer's rates are 1.25 after the slash and 0.5 after funds were returned. The rates here
	/// differ by design: the virtual shares take part, one unit's worth in 10^20, and the floor is
	/// against the depositor where the peer rounds the rate up.
	#[test]
	fn exchange_rates_should_be_those_of_the_peer_up_to_the_virtual_shares() {
		let shares = for_deposit(100 * TOKEN, 0, 0).unwrap();
		for (assets, rate) in [(80 * TOKEN, 5 * TOKEN * V / 4), (200 * TOKEN, TOKEN * V / 2)] {
			let ours = for_deposit(TOKEN, assets, shares).unwrap();
			assert!(ours.abs_diff(rate) <= V, "{ours} for {rate}");
		}
	}

	/// Peer numbers (`stktoken-exchange-rate`): a top-up of 50 leaves the 100 in cooldown as they
	/// were. Exact here too: the queue counts shares, and a deposit changes neither their number
	/// nor their price.
	#[test]
	fn a_deposit_should_leave_what_is_queued_as_it_was_like_the_peer() {
		let queued = for_deposit(100 * TOKEN, 0, 0).unwrap();
		let more = for_deposit(50 * TOKEN, 100 * TOKEN, queued).unwrap();
		assert_eq!(more, 50 * TOKEN * V);
		assert_eq!(value(queued, 150 * TOKEN, queued + more), Some(100 * TOKEN));
	}

	/// Peer numbers (`stktoken-exchange-rate`): the peer refuses to take back half a token
	/// (`AMOUNT_LT_MINIMUM`), as tiny amounts would move the rate. The rule here differs by design:
	/// no account can give to a tranche, so only a deposit too small to buy a share is refused.
	/// Such a deposit buys zero shares, at any price above one unit a share.
	#[test]
	fn a_deposit_should_buy_nothing_when_it_is_below_the_price_of_a_share() {
		assert_eq!(for_deposit(TOKEN / 2, TOKEN * V, V), Some(0));
		assert_eq!(for_deposit(TOKEN / 2 + 1, TOKEN * V, V), Some(1));
	}

	/// Peer numbers (`cozy-redeem-queue`): two losses of half leave a quarter to shares that wait
	/// in the queue.
	#[test]
	fn queued_shares_should_bear_later_losses_like_the_peers() {
		let shares = for_deposit(100 * TOKEN, 0, 0).unwrap();
		assert_eq!(value(shares, 25 * TOKEN, shares), Some(25 * TOKEN));
	}
}
