// SPDX-License-Identifier: Apache-2.0

//! A class of a pool, the positions in it, and its withdrawal queue.

use breakwater_math::shares;
use breakwater_primitives::{Balance, Day, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The withdrawal queue of a class: a list linked in both directions, so that a cancelled request
/// leaves no hole.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Queue {
	/// The index that is served next; `tail` if no request waits.
	pub head: u32,
	/// The index of the latest request that waits; without meaning if no request waits.
	pub last: u32,
	/// The index of the next request.
	pub tail: u32,
	/// The number of requests that wait.
	pub length: u32,
}

/// One class of a pool. All amounts are books in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClassBook {
	/// The assets that belong to the class's shares.
	pub assets: Balance,
	/// The number of all shares, those in the withdrawal queue included.
	pub shares: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// Shares of cancelled withdrawals that do not back new cover yet.
	pub returning: Balance,
	/// The withdrawal queue.
	pub queue: Queue,
	/// The number of times that the class began anew: after a wipe-out was reset, or after its last
	/// share had left. Positions of an earlier series are worthless. Prices of different series
	/// cannot be compared.
	pub series: u32,
}

impl ClassBook {
	/// True if the shares are worth less than a millionth of their first price, or zero.
	pub fn is_wiped(&self) -> bool {
		self.shares > 0 && (self.assets == 0 || shares::is_wiped(self.assets, self.shares))
	}

	/// True if the class has shares that bear risk and earn.
	pub fn is_live(&self) -> bool {
		self.shares > 0 && !self.is_wiped()
	}

	/// An amount above the dust that would be left of a live class if it were wiped. Zero for any
	/// other class.
	pub fn most_dust(&self) -> Balance {
		if self.is_live() {
			shares::least_alive(self.shares)
		} else {
			0
		}
	}

	/// The value of `part` of the shares, rounded down.
	pub fn value(&self, part: Balance) -> Option<Balance> {
		shares::value(part, self.assets, self.shares)
	}

	/// The assets that can back new cover, rounded down: not those of shares that wait to leave or
	/// came back a short time ago. Zero for a class that is not live.
	pub fn at_work(&self) -> Option<Balance> {
		if !self.is_live() {
			return Some(0);
		}
		shares::at_work(self.queued.checked_add(self.returning)?, self.assets, self.shares)
	}

	/// The value of 10^18 shares, rounded down. `None` if it does not fit 128 bits.
	pub fn price(&self) -> Option<Balance> {
		shares::price(self.assets, self.shares)
	}

	/// The price that the history keeps: zero for a class that is not live.
	pub fn recorded_price(&self) -> Balance {
		if self.is_live() {
			self.price().unwrap_or(0)
		} else {
			0
		}
	}
}

/// An account's position in one class of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Position<AccountId, Ticket> {
	/// The shares outside the withdrawal queue, those that are returning included.
	pub shares: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// The part of `shares` that can neither leave nor be transferred before `returns_on`.
	pub returning: Balance,
	/// The active day at whose beginning they are free again.
	pub returns_on: Day,
	/// The series of the class that the shares belong to. Shares of an earlier one are worthless.
	pub series: u32,
	/// The account that put up the deposit for the record, and gets it back when the record goes.
	pub depositor: AccountId,
	/// The deposit.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Position<AccountId, Ticket> {
	/// An empty position.
	pub fn new(series: u32, depositor: AccountId, ticket: Ticket) -> Self {
		Self { shares: 0, queued: 0, returning: 0, returns_on: 0, series, depositor, ticket }
	}

	/// The same record in the series `series`: empty if its own is over.
	pub fn in_series(self, series: u32) -> Self {
		if self.series == series {
			self
		} else {
			Self::new(series, self.depositor, self.ticket)
		}
	}

	/// The shares that are still returning on the active day `today`.
	pub fn returning_on(&self, today: Day) -> Balance {
		if self.returns_on > today {
			self.returning
		} else {
			0
		}
	}

	/// The same without shares that have returned by the active day `today`.
	pub fn returned(self, today: Day) -> Self {
		let returning = self.returning_on(today);
		Self { returning, returns_on: if returning > 0 { self.returns_on } else { 0 }, ..self }
	}

	/// The shares that can leave or be transferred on the active day `today`.
	pub fn free(&self, today: Day) -> Balance {
		// Saturation: returning shares are some of the shares.
		self.shares.saturating_sub(self.returning_on(today))
	}

	/// True if the position has no shares, so that the record need not be kept.
	pub fn is_empty(&self) -> bool {
		self.shares == 0 && self.queued == 0
	}
}

/// Shares that wait to leave.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Withdrawal<AccountId, Ticket> {
	/// The payee.
	pub who: AccountId,
	/// The shares still to be paid.
	pub shares: Balance,
	/// The least value of the shares when it is their turn, in the asset's units. Shares worth less
	/// go back into the position.
	pub min_out: Balance,
	/// The active time from which they can be paid.
	pub ready_at: Moment,
	/// The deposit for this record, put up by `who`.
	pub ticket: Ticket,
	/// The request before this one; without meaning for the head of the queue.
	pub before: Option<u32>,
	/// The request after this one.
	pub after: Option<u32>,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn class_should_be_live_with_shares_of_some_worth_only() {
		let class = |assets, shares| ClassBook { assets, shares, ..Default::default() };
		assert!(!class(0, 0).is_live() && !class(0, 0).is_wiped());
		assert!(!class(5, 0).is_live() && !class(5, 0).is_wiped(), "dust without shares");
		assert!(class(0, 1).is_wiped() && !class(0, 1).is_live());
		assert!(class(1_000_000, 1_000_000_000_000).is_live());
		assert_eq!(class(0, 0).recorded_price(), 0);
		assert_eq!(class(7, 7_000_000).recorded_price(), 1_000_000_000_000);
	}

	#[test]
	fn assets_at_work_should_be_rounded_down_and_of_a_live_class() {
		let class = ClassBook { assets: 10, shares: 10_000_000, queued: 1_500_000, ..Default::default() };
		assert_eq!(class.at_work(), Some(8));
		assert_eq!(ClassBook { returning: 8_500_000, ..class }.at_work(), Some(0));
		assert_eq!(ClassBook { queued: 0, ..class }.at_work(), Some(10));
		assert_eq!(ClassBook { assets: 0, ..class }.at_work(), Some(0), "a wiped class");
		assert_eq!(ClassBook { shares: 0, queued: 0, ..class }.at_work(), Some(0), "dust of nobody");
	}

	#[test]
	fn position_should_free_its_shares_on_the_day_they_return() {
		let position = Position { shares: 10, returning: 4, returns_on: 7, ..Position::new(0, (), ()) };
		assert_eq!((position.free(6), position.returning_on(6)), (6, 4));
		assert_eq!((position.free(7), position.returning_on(7)), (10, 0));
		assert_eq!(position.clone().returned(6), position);
		assert_eq!(position.clone().returned(7), Position { shares: 10, ..Position::new(0, (), ()) });
		assert_eq!(position.clone().in_series(0), position);
		assert!(position.in_series(1).is_empty());
	}
}
