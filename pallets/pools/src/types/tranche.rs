// SPDX-License-Identifier: Apache-2.0

//! A tranche of a pool, the positions in it, and its withdrawal queue.

use breakwater_math::shares;
use breakwater_primitives::{Balance, Day, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The withdrawal queue of a tranche: a list linked in both directions, so that a cancelled request
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

/// One tranche of a pool. All amounts are books in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TrancheBook {
	/// The assets that belong to the tranche's shares.
	pub assets: Balance,
	/// The number of all shares, those in the withdrawal queue included.
	pub shares: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// Shares of cancelled withdrawals that do not back new cover yet.
	pub unlocking: Balance,
	/// The withdrawal queue.
	pub queue: Queue,
	/// The number of times that a new epoch began: when the tranche was reopened after it was
	/// exhausted, or after its last share had left. Positions of an earlier epoch are worthless.
	/// Prices of different epochs cannot be compared.
	pub epoch: u32,
}

impl TrancheBook {
	/// True if the shares are worth less than a millionth of their first price, or zero.
	pub fn is_exhausted(&self) -> bool {
		self.shares > 0 && (self.assets == 0 || shares::is_exhausted(self.assets, self.shares))
	}

	/// True if the tranche has shares that bear risk and earn.
	pub fn is_live(&self) -> bool {
		self.shares > 0 && !self.is_exhausted()
	}

	/// An amount above the dust that would be left of a live tranche if it were exhausted. Zero for
	/// any other tranche.
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
	/// came back a short time ago. Zero for a tranche that is not live.
	pub fn at_work(&self) -> Option<Balance> {
		if !self.is_live() {
			return Some(0);
		}
		shares::at_work(self.queued.checked_add(self.unlocking)?, self.assets, self.shares)
	}

	/// The value of 10^18 shares, rounded down. `None` if it does not fit 128 bits.
	pub fn price(&self) -> Option<Balance> {
		shares::price(self.assets, self.shares)
	}

	/// The price that the history keeps: zero for a tranche that is not live.
	pub fn recorded_price(&self) -> Balance {
		if self.is_live() {
			self.price().unwrap_or(0)
		} else {
			0
		}
	}
}

/// An account's position in one tranche of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Position<AccountId, Ticket> {
	/// The shares outside the withdrawal queue, those that are unlocking included.
	pub shares: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// The part of `shares` that can neither leave nor be transferred before `unlocks_on`.
	pub unlocking: Balance,
	/// The active day at whose beginning they are free again.
	pub unlocks_on: Day,
	/// The epoch of the tranche that the shares belong to. Shares of an earlier one are worthless.
	pub epoch: u32,
	/// The account that put up the deposit for the record, and gets it back when the record goes.
	pub depositor: AccountId,
	/// The deposit.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Position<AccountId, Ticket> {
	/// An empty position.
	pub fn new(epoch: u32, depositor: AccountId, ticket: Ticket) -> Self {
		Self { shares: 0, queued: 0, unlocking: 0, unlocks_on: 0, epoch, depositor, ticket }
	}

	/// The same record in the epoch `epoch`: empty if its own is over.
	pub fn in_epoch(self, epoch: u32) -> Self {
		if self.epoch == epoch {
			self
		} else {
			Self::new(epoch, self.depositor, self.ticket)
		}
	}

	/// The shares that are still unlocking on the active day `today`.
	pub fn unlocking_on(&self, today: Day) -> Balance {
		if self.unlocks_on > today {
			self.unlocking
		} else {
			0
		}
	}

	/// The same without shares that have returned by the active day `today`.
	pub fn returned(self, today: Day) -> Self {
		let unlocking = self.unlocking_on(today);
		Self { unlocking, unlocks_on: if unlocking > 0 { self.unlocks_on } else { 0 }, ..self }
	}

	/// The shares that can leave or be transferred on the active day `today`.
	pub fn free(&self, today: Day) -> Balance {
		// Saturation: unlocking shares are some of the shares.
		self.shares.saturating_sub(self.unlocking_on(today))
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
	fn tranche_should_be_live_with_shares_of_some_worth_only() {
		let tranche = |assets, shares| TrancheBook { assets, shares, ..Default::default() };
		assert!(!tranche(0, 0).is_live() && !tranche(0, 0).is_exhausted());
		assert!(!tranche(5, 0).is_live() && !tranche(5, 0).is_exhausted(), "dust without shares");
		assert!(tranche(0, 1).is_exhausted() && !tranche(0, 1).is_live());
		assert!(tranche(1_000_000, 1_000_000_000_000).is_live());
		assert_eq!(tranche(0, 0).recorded_price(), 0);
		assert_eq!(tranche(7, 7_000_000).recorded_price(), 1_000_000_000_000);
	}

	#[test]
	fn assets_at_work_should_be_rounded_down_and_of_a_live_tranche() {
		let tranche = TrancheBook { assets: 10, shares: 10_000_000, queued: 1_500_000, ..Default::default() };
		assert_eq!(tranche.at_work(), Some(8));
		assert_eq!(TrancheBook { unlocking: 8_500_000, ..tranche }.at_work(), Some(0));
		assert_eq!(TrancheBook { queued: 0, ..tranche }.at_work(), Some(10));
		assert_eq!(TrancheBook { assets: 0, ..tranche }.at_work(), Some(0), "an exhausted tranche");
		assert_eq!(TrancheBook { shares: 0, queued: 0, ..tranche }.at_work(), Some(0), "dust of nobody");
	}

	#[test]
	fn position_should_free_its_shares_on_the_day_they_return() {
		let position = Position { shares: 10, unlocking: 4, unlocks_on: 7, ..Position::new(0, (), ()) };
		assert_eq!((position.free(6), position.unlocking_on(6)), (6, 4));
		assert_eq!((position.free(7), position.unlocking_on(7)), (10, 0));
		assert_eq!(position.clone().returned(6), position);
		assert_eq!(position.clone().returned(7), Position { shares: 10, ..Position::new(0, (), ()) });
		assert_eq!(position.clone().in_epoch(0), position);
		assert!(position.in_epoch(1).is_empty());
	}
}
