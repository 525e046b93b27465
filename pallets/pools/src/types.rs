// SPDX-License-Identifier: Apache-2.0

//! Plain types of the pallet.

mod incident;
mod line;
mod premium;
mod tranche;

pub use incident::*;
pub use line::*;
pub use premium::*;
pub use tranche::*;

use breakwater_math::{stream::Books, tranches};
use breakwater_primitives::{AssetId, Balance, Day, Moment, PoolId, ProductId, Tranche, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Day boundaries of each kind that one `accrue` catches up at most.
pub const MAX_ACCRUAL: u32 = 400;
/// Withdrawals that one `process_withdrawals` works on at most.
pub const MAX_PROCESSED: u32 = 100;
/// The round over the day boundaries uses at most one part of so many of a block.
pub const ROUND_PART: u64 = 8;
/// Pools that the idle visits of one block look at, at most.
pub const MAX_IDLE_POOLS: u32 = 64;
/// Withdrawals that one idle visit works on at most.
pub const MAX_IDLE_WITHDRAWALS: u32 = 16;
/// The amount of a product that a pool must be able to back to take the place of a pool with cover
/// in force, as a multiple of what that pool can back. It is high enough that no pool loses a place
/// to a slightly larger rival. It is low enough that keeping all places takes three quarters of the
/// capital of each pool that is kept out.
pub const DISPLACES: u32 = 16;
/// Days of which a pool's prices are kept.
pub const HISTORY_DAYS: u32 = 366;
/// The spans of the yearly yields that are shown, in days.
pub const YIELD_SPANS: [u32; 3] = [7, 30, 90];
/// Days that the record for a yield may be older than its span.
pub const YIELD_SLACK: u32 = 7;
/// The days until cancelled shares return: they return at the beginning of the second day after
/// that of the cancelling, so that at least a whole day lies between.
pub const RETURN_DAYS: u32 = 2;

/// The minima of an asset that pools may be opened in.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetRules {
	/// The smallest deposit, in the asset's units.
	pub min_deposit: Balance,
	/// The smallest value of shares that may ask to leave, in the asset's units, unless they are
	/// the whole position. At most the smallest deposit.
	pub min_withdrawal: Balance,
}

/// The status of a pool: whether it takes deposits and new cover. Withdrawals, cover in force and
/// losses do not depend on it.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PoolStatus {
	/// Takes deposits and cover.
	#[codec(index = 0)]
	Open,
	/// Takes neither; its manager can open it again.
	#[codec(index = 1)]
	Paused,
	/// Takes neither; only a referendum can open it again.
	#[codec(index = 2)]
	Suspended,
}

/// The options that the manager of a new pool chooses.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PoolOptions {
	/// The total exposure that the pool may bear, in hundredths of its available capital: 100 is
	/// fully collateralised. For good.
	pub leverage: u32,
	/// The manager's part of what reserve and treasury leave of an earned premium. See `set_fee`.
	pub fee: Permill,
	/// The part of its proportional part of the premium that senior gets. For good.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may hold shares. For good.
	pub is_private: bool,
}

/// A rise of the manager's fee that was announced.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeeChange {
	/// The fee to come.
	pub fee: Permill,
	/// The active time from which the first touch of the pool applies the fee.
	pub ready_at: Moment,
}

/// A pool of underwriting capital. All amounts are books in the asset's units. The balance of the
/// pool's account is never used in a calculation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pool<AccountId> {
	/// The asset in which the pool holds its capital and covers.
	pub asset: AssetId,
	/// The account that sets the weights and earns the fee.
	pub manager: AccountId,
	/// The status: whether the pool takes deposits and cover.
	pub status: PoolStatus,
	/// The total exposure that the pool may bear, in hundredths of its available capital.
	pub leverage: u32,
	/// The manager's part of what is left of an earned premium after reserve and treasury.
	pub fee: Permill,
	/// A higher fee that is announced and does not apply yet.
	pub next_fee: Option<FeeChange>,
	/// The part of its proportional part of the premium that senior gets; at most one.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may hold shares.
	pub is_private: bool,
	/// The tranche that bears losses first.
	pub junior: TrancheBook,
	/// The tranche that bears losses when junior has no assets left.
	pub senior: TrancheBook,
	/// Senior's part of what underwriters earn while both tranches are live, in 2^-64. It is set
	/// only when capital moves, so that it makes no difference how often the pool is touched.
	pub senior_part: u128,
	/// The premium that streams in.
	pub books: Books,
	/// The debt to the reserve and the premium that is pledged for it.
	pub pledge: Option<Pledge>,
	/// The number of times that the reserve has lent to the pool.
	pub generation: u32,
	/// Earned premium not handed over yet.
	pub fees_payable: FeesPayable,
	/// The wall-clock day on which fees payable were handed over last. Idle blocks do it once a
	/// day.
	pub swept_on: Day,
	/// The roundings of earlier splits.
	pub rests: Rests,
	/// The sum of withdrawals that could not be paid out and wait for their payees.
	pub claimable: Balance,
	/// The wall-clock time up to which premium is earned.
	pub accrued_to: Moment,
	/// The active day whose bucket of ending cover, and of unlocking shares, was released last.
	pub released_to: Day,
	/// The wall-clock day whose prices were recorded last.
	pub recorded_on: Day,
	/// True if a settled loss left less capital than the cover in force requires.
	pub is_undercapitalised: bool,
	/// The amount that the pool still owes to incidents that were settled in part and are not
	/// final. While it is above zero, the pool is frozen.
	pub owed: Balance,
	/// The products that the pool underwrites.
	pub lines: Lines,
	/// The open incidents that touch the pool.
	pub freezes: Freezes,
}

impl<AccountId> Pool<AccountId> {
	/// An empty pool.
	pub fn new(
		asset: AssetId,
		manager: AccountId,
		options: PoolOptions,
		now: Moment,
		released_to: Day,
	) -> Self {
		Self {
			asset,
			manager,
			status: PoolStatus::Open,
			leverage: options.leverage,
			fee: options.fee,
			next_fee: None,
			senior_factor: options.senior_factor,
			is_private: options.is_private,
			junior: TrancheBook::default(),
			senior: TrancheBook::default(),
			senior_part: 0,
			books: Books::default(),
			pledge: None,
			generation: 0,
			fees_payable: FeesPayable::default(),
			// A pool has no fees payable to hand over on its first day.
			swept_on: day_of(now).unwrap_or(Day::MAX),
			rests: Rests::default(),
			claimable: 0,
			accrued_to: now,
			released_to,
			recorded_on: 0,
			is_undercapitalised: false,
			owed: 0,
			lines: Lines::default(),
			freezes: Freezes::default(),
		}
	}

	/// True if an open incident touches the pool, or one that was settled in part and can still be
	/// topped up.
	pub fn is_frozen(&self) -> bool {
		self.owed > 0 || !self.freezes.is_empty()
	}

	/// Returns the line of a product, to change it.
	pub fn line_mut(&mut self, product: ProductId) -> Option<&mut Line> {
		self.lines.iter_mut().find(|line| line.product == product)
	}

	/// Returns a tranche.
	pub fn tranche(&self, tranche: Tranche) -> &TrancheBook {
		match tranche {
			Tranche::Junior => &self.junior,
			Tranche::Senior => &self.senior,
		}
	}

	/// Returns a tranche, to change it.
	pub fn tranche_mut(&mut self, tranche: Tranche) -> &mut TrancheBook {
		match tranche {
			Tranche::Junior => &mut self.junior,
			Tranche::Senior => &mut self.senior,
		}
	}

	/// The underwriters' books: the sum of both tranches' assets. `None` if it does not fit.
	pub fn assets(&self) -> Option<Balance> {
		self.junior.assets.checked_add(self.senior.assets)
	}

	/// The most that can be lost of the assets when tranches are exhausted: see
	/// [`TrancheBook::most_dust`].
	pub fn most_dust(&self) -> Option<Balance> {
		self.junior.most_dust().checked_add(self.senior.most_dust())
	}

	/// The balance that the pool's account must hold: assets, premium not given out, fees payable
	/// and claimable money.
	pub fn held(&self) -> Option<Balance> {
		self.assets()?
			.checked_add(self.books.owed_units()?)?
			.checked_add(self.fees_payable.total()?)?
			.checked_add(self.claimable)
	}

	/// The amount still to be repaid to the reserve: what is owed, and what is earned for it and
	/// not handed over.
	pub fn loan(&self) -> Option<Balance> {
		self.pledge.map_or(0, |pledge| pledge.owed).checked_add(self.fees_payable.loan)
	}

	/// Set senior's part of what is earned anew, with `min_junior` as the least part of the assets
	/// that junior should be. Called whenever capital moves, and at no other time: a change of the
	/// least part acts at the next move.
	pub fn refresh_senior_part(&mut self, min_junior: Permill) {
		self.senior_part = if self.junior.is_live() && self.senior.is_live() {
			let (factor, least) = (self.senior_factor.deconstruct(), min_junior.deconstruct());
			// A factor above one is rejected when the pool is opened; it would give senior zero.
			tranches::senior_part(self.junior.assets, self.senior.assets, factor, least).unwrap_or(0)
		} else {
			0
		};
	}

	/// True if a stream of `generation` is pledged for what is owed to the reserve.
	pub fn is_pledged(&self, generation: u32) -> bool {
		self.pledge.is_some() && generation < self.generation
	}

	/// The generation whose streams are not pledged, while something is owed.
	pub fn fresh_generation(&self) -> Option<u32> {
		self.pledge.map(|_| self.generation)
	}

	/// Take a step of the pool's books on the pledge's books as well. Returns the units that it
	/// earned.
	///
	/// The pledged streams are some of the pool's, so the step cannot fail if it did not fail on
	/// the pool's books. If it failed all the same, the pledge would be over: a pool must never
	/// stand still because of what it owes.
	pub fn pledge_step(&mut self, step: impl FnOnce(Books) -> Option<(Books, Balance)>) -> Balance {
		let Some(pledge) = &mut self.pledge else {
			return 0;
		};
		let (books, units) = step(pledge.books).unwrap_or_default();
		pledge.books = books;
		units
	}

	/// Take the same step for one stream of `generation`, if that stream is pledged.
	pub fn step_if_pledged(
		&mut self,
		generation: u32,
		step: impl FnOnce(Books) -> Option<(Books, Balance)>,
	) -> Balance {
		if self.is_pledged(generation) {
			self.pledge_step(step)
		} else {
			0
		}
	}
}

/// The day in which a moment lies. `None` if it does not fit.
pub fn day_of(moment: Moment) -> Option<Day> {
	moment.checked_div(DAY)?.try_into().ok()
}

/// The beginning of a day.
pub fn start_of(day: Day) -> Moment {
	// Saturation: a day is below 2^32 and 86,400,000 below 2^27.
	Moment::from(day).saturating_mul(DAY)
}

/// The place of a day in a pool's history, 0 to 365.
pub fn slot_of(day: Day) -> u16 {
	// Below 366. The fallback is for a divisor of zero.
	day.checked_rem(HISTORY_DAYS).and_then(|slot| slot.try_into().ok()).unwrap_or(0)
}

/// The round that takes all pools over the day boundaries, one after the other.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DayRound {
	/// The wall-clock day at its beginning.
	pub day: Day,
	/// The active day at its beginning.
	pub active_day: Day,
	/// The pool that comes next. `None` if the round is over.
	pub next: Option<PoolId>,
}

/// The pool after `id` in a round of `count` pools.
pub fn next_in_round(id: PoolId, count: u32) -> PoolId {
	match id.checked_add(1) {
		Some(next) if next < count => next,
		_ => 0,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn days_should_begin_at_their_start() {
		assert_eq!(day_of(DAY - 1), Some(0));
		assert_eq!(day_of(start_of(5)), Some(5));
		assert_eq!(day_of(u64::MAX), None);
	}

	#[test]
	fn slots_should_repeat_after_a_year_and_a_day() {
		assert_eq!((slot_of(0), slot_of(365), slot_of(366), slot_of(u32::MAX)), (0, 365, 0, 117));
	}

	#[test]
	fn round_should_begin_anew_after_the_last_pool() {
		assert_eq!(next_in_round(0, 2), 1);
		assert_eq!(next_in_round(1, 2), 0);
		assert_eq!(next_in_round(u32::MAX, u32::MAX), 0);
	}
}
