// SPDX-License-Identifier: Apache-2.0

//! Plain types of the reserve. The formulas of a draw are in [`breakwater_math::draw`].

use breakwater_math::draw;
use breakwater_primitives::{AssetId, Balance, IncomeLine, IncomeSums};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The reserve's book of one asset, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Book {
	/// Its own funds: all `received` less `paid_out`. Never above the balance of its account.
	pub own: Balance,
	/// The amount that it owes to incidents.
	pub owed: Balance,
	/// The amounts received since the beginning, by line.
	pub received: IncomeSums,
	/// The amount paid out since the beginning.
	pub paid_out: Balance,
	/// The amount that pools still have to repay to it.
	pub lent: Balance,
}

impl Book {
	/// Returns the book after income of `amount`. `None` if a sum does not fit.
	pub fn take(self, line: IncomeLine, amount: Balance) -> Option<Self> {
		Some(Self { own: self.own.checked_add(amount)?, received: self.received.add(line, amount)?, ..self })
	}

	/// Returns the book after lending `paid` and promising `held_back`. `None` if `paid` is more
	/// than there is or a sum does not fit.
	pub fn draw(self, paid: Balance, held_back: Balance) -> Option<Self> {
		Some(Self {
			own: self.own.checked_sub(paid)?,
			owed: self.owed.checked_add(held_back)?,
			paid_out: self.paid_out.checked_add(paid)?,
			lent: self.lent.checked_add(paid)?,
			..self
		})
	}

	/// Returns the book after `amount` of a loan was repaid. `None` if so much is not lent or a sum
	/// does not fit.
	pub fn repay(self, amount: Balance) -> Option<Self> {
		self.take(IncomeLine::Repayments, amount)?.write_off(amount)
	}

	/// Returns the book after `amount` of the obligations need not be paid any more. `None` if so
	/// much is not owed.
	pub fn reduce_obligation(self, amount: Balance) -> Option<Self> {
		Some(Self { owed: self.owed.checked_sub(amount)?, ..self })
	}

	/// Returns the book after `amount` of a loan was given up. `None` if so much is not lent.
	pub fn write_off(self, amount: Balance) -> Option<Self> {
		Some(Self { lent: self.lent.checked_sub(amount)?, ..self })
	}
}

/// The amounts that one pool gave to the reserve and got from it, over its whole life, in one
/// asset.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PoolAccount {
	/// The reserve shares that its premiums have paid.
	pub contributed: Balance,
	/// Paid for its losses: all of it was lent.
	pub paid: Balance,
	/// Owed for its losses.
	pub owed: Balance,
	/// The part of `paid` that was repaid.
	pub repaid: Balance,
	/// The part of `paid` that was given up.
	pub written_off: Balance,
}

impl PoolAccount {
	/// The amount that the reserve may still give for the pool: `multiple` times its contributions,
	/// less all that it got or is owed. A repayment does not open the limit again.
	pub fn left(&self, multiple: u32) -> Balance {
		draw::pool_left(self.contributed, multiple, self.paid, self.owed)
	}

	/// The amount that the pool still has to repay. `None` cannot happen: no more is repaid and
	/// given up than was paid.
	pub fn lent(&self) -> Option<Balance> {
		self.paid.checked_sub(self.repaid)?.checked_sub(self.written_off)
	}

	/// Returns the account after a draw of `paid` and a promise of `held_back`. `None` if a sum
	/// does not fit.
	pub fn draw(self, paid: Balance, held_back: Balance) -> Option<Self> {
		Some(Self { paid: self.paid.checked_add(paid)?, owed: self.owed.checked_add(held_back)?, ..self })
	}

	/// Returns the account after `amount` of the obligations need not be paid any more. `None` if
	/// so much is not owed.
	pub fn reduce_obligation(self, amount: Balance) -> Option<Self> {
		Some(Self { owed: self.owed.checked_sub(amount)?, ..self })
	}

	/// Returns the account after `amount` was repaid. `None` if so much is not lent.
	pub fn repay(self, amount: Balance) -> Option<Self> {
		let after = Self { repaid: self.repaid.checked_add(amount)?, ..self };
		after.lent().map(|_| after)
	}

	/// Returns the account after `amount` was given up. `None` if so much is not lent.
	pub fn write_off(self, amount: Balance) -> Option<Self> {
		let after = Self { written_off: self.written_off.checked_add(amount)?, ..self };
		after.lent().map(|_| after)
	}
}

/// The limit and the draws of one incident in one asset. The limit is fixed at its first draw:
/// later income or a later change of the limit's parameter does not move it.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct IncidentAccount {
	/// The reserve's own funds at the first draw.
	pub funds: Balance,
	/// The most that all pools together may draw.
	pub limit: Balance,
	/// Drawn by all pools.
	pub drawn: Balance,
}

impl IncidentAccount {
	/// Returns the account at the first draw. The limit is `part` of the `funds`, rounded down,
	/// against the incident.
	pub fn open(funds: Balance, part: Permill) -> Self {
		Self { funds, limit: draw::incident_limit(funds, part), drawn: 0 }
	}

	/// The amount that may still be drawn.
	pub fn left(&self) -> Balance {
		// `drawn` never exceeds `limit`: zero would be the safe answer if it did.
		self.limit.saturating_sub(self.drawn)
	}
}

/// The amounts that one pool got, and is owed, for its loss in one incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Backing {
	/// The asset.
	pub asset: AssetId,
	/// Paid.
	pub paid: Balance,
	/// Owed: the amount that the incident's limit held back.
	pub owed: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn amount() -> impl Strategy<Value = Balance> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	fn cases() -> u32 {
		std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn book_should_balance(incomes in prop::collection::vec(0..1u128 << 100, 1..8), part in any::<u128>()) {
			let mut book = Book::default();
			for income in incomes {
				book = book.take(IncomeLine::Donations, income).unwrap();
				let paid = part % (book.own + 1);
				book = book.draw(paid, 1).unwrap();
				prop_assert_eq!(book.own, book.received.total().unwrap() - book.paid_out);
				prop_assert_eq!(book.draw(book.own + 1, 0), None);
			}
		}

		#[test]
		fn loans_should_end_as_repaid_or_written_off(
			draws in prop::collection::vec(0..1u128 << 100, 1..8), cuts in any::<(u64, u64)>(),
		) {
			let mut book = Book::default().take(IncomeLine::Premiums, 1 << 110).unwrap();
			let mut pool = PoolAccount::default();
			for draw in draws {
				book = book.draw(draw, 1).unwrap();
				pool = pool.draw(draw, 1).unwrap();
				let repaid = u128::from(cuts.0) % (book.lent + 1);
				book = book.repay(repaid).unwrap();
				pool = pool.repay(repaid).unwrap();
				let lost = u128::from(cuts.1) % (book.lent + 1);
				book = book.write_off(lost).unwrap();
				pool = pool.write_off(lost).unwrap();
				prop_assert_eq!(pool.lent(), Some(book.lent));
				prop_assert_eq!(pool.paid, book.lent + pool.repaid + pool.written_off);
				prop_assert_eq!(book.own, book.received.total().unwrap() - book.paid_out);
				prop_assert_eq!((book.reduce_obligation(book.owed + 1), pool.reduce_obligation(pool.owed + 1)), (None, None));
				let reduce_obligation = (book.reduce_obligation(1).unwrap().owed, pool.reduce_obligation(1).unwrap().owed);
				prop_assert_eq!(reduce_obligation, (book.owed - 1, pool.owed - 1));
				let beyond = book.lent + 1;
				prop_assert_eq!((book.repay(beyond), book.write_off(beyond)), (None, None));
				prop_assert_eq!((pool.repay(beyond), pool.write_off(beyond)), (None, None));
			}
		}

		#[test]
		fn limit_should_be_the_floor_of_the_part(funds in amount(), part in 0u32..=1_000_000) {
			let account = IncidentAccount::open(funds, Permill::from_parts(part));
			let whole = funds / 1_000_000 * u128::from(part);
			let rest = funds % 1_000_000 * u128::from(part) / 1_000_000;
			prop_assert_eq!(account.limit, whole + rest);
		}
	}

	#[test]
	fn sums_should_be_none_when_they_do_not_fit() {
		let book = Book {
			own: u128::MAX,
			owed: u128::MAX,
			received: IncomeSums { premiums: u128::MAX, ..Default::default() },
			paid_out: u128::MAX,
			lent: u128::MAX,
		};
		assert_eq!(book.take(IncomeLine::Slashes, 1), None);
		assert_eq!(book.draw(0, 1), None);
		assert_eq!(book.draw(1, 0), None);
		assert_eq!(book.repay(1), None);
		let pool = PoolAccount { contributed: u128::MAX, paid: 1, owed: 1, ..Default::default() };
		assert_eq!(pool.left(10), u128::MAX - 2);
		assert_eq!(pool.draw(u128::MAX, 0), None);
		assert_eq!(pool.draw(0, u128::MAX), None);
		assert_eq!(pool.repay(u128::MAX), None);
		assert_eq!(pool.write_off(u128::MAX), None);
	}
}
