//! Plain types of the pallet.

use breakwater_math::{capacity, shares, stream::Books};
use breakwater_primitives::{
	AssetId, Balance, Day, GroupId, Moment, PoolId, ProductId, DAY, MAX_PRODUCTS_PER_POOL, YEAR,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Day buckets of each kind that a call catches up by itself; `poke` does more.
pub const MAX_BUCKETS: u32 = 32;
/// Day buckets of each kind that one `poke` catches up at most.
pub const MAX_POKE: u32 = 400;
/// Exits that one `serve_exits` works on at most.
pub const MAX_SERVE: u32 = 100;
/// Pools that the idle visits of one block look at, at most.
pub const MAX_IDLE_POOLS: u32 = 64;
/// Exits that one idle visit works on at most.
pub const MAX_IDLE_EXITS: u32 = 16;
/// The lowest leverage, in hundredths: fully collateralised.
pub const MIN_LEVERAGE: u32 = 100;
/// The hard bound of the leverage that governance may allow, in hundredths.
pub const MAX_LEVERAGE: u32 = 1_000;

const MILLION: u32 = capacity::MILLION;

/// The numbers that governance sets, each within a hard bound (see [`Limits::bounded`]).
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The longest gap between two blocks that counts as active time, in milliseconds. At most a year.
	pub max_gap: Moment,
	/// Active time between the request of an exit and its payment, in milliseconds. At most 90 days; a request keeps
	/// the cooldown of its day.
	pub cooldown: Moment,
	/// The part of every earned premium that goes to the treasury. At most 20 %.
	pub treasury_share: Permill,
	/// Exposure to one correlation group, as a part of the committed capital.
	pub group_cap: Permill,
	/// One policy, as a part of the committed capital.
	pub max_policy_share: Permill,
	/// Committed capital that new cover must leave, in millionths of the required capital. At least 1,000,000 (100 %).
	pub min_solvency: u32,
	/// The highest fee of a pool manager. At most 10 % of what is left after reserve and treasury.
	pub max_fee: Permill,
	/// The highest leverage of a new pool, in hundredths (100 is fully collateralised). At most 1,000.
	pub max_leverage: u32,
}

impl Limits {
	/// The same numbers within their hard bounds.
	pub fn bounded(self) -> Self {
		let part = |value: Permill, most: Permill| value.min(most);
		Self {
			max_gap: self.max_gap.min(YEAR),
			cooldown: self.cooldown.min(90 * DAY),
			treasury_share: part(self.treasury_share, Permill::from_percent(20)),
			group_cap: part(self.group_cap, Permill::one()),
			max_policy_share: part(self.max_policy_share, Permill::one()),
			min_solvency: self.min_solvency.max(MILLION),
			max_fee: part(self.max_fee, Permill::from_percent(10)),
			max_leverage: self.max_leverage.clamp(MIN_LEVERAGE, MAX_LEVERAGE),
		}
	}
}

impl Default for Limits {
	/// The starting values of the design.
	fn default() -> Self {
		Self {
			max_gap: 60_000,
			cooldown: 14 * DAY,
			treasury_share: Permill::from_percent(5),
			group_cap: Permill::from_percent(50),
			max_policy_share: Permill::from_percent(20),
			min_solvency: MILLION,
			max_fee: Permill::from_percent(10),
			max_leverage: 200,
		}
	}
}

/// The chain's two clocks as of this block.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClockState {
	/// Wall-clock time, in milliseconds of the Unix epoch; zero before the first block.
	pub now: Moment,
	/// Active time, in milliseconds since genesis.
	pub active: Moment,
}

impl ClockState {
	/// The clocks at the wall-clock time `now`: active time goes on by the gap, at most by `max_gap`; not at all at the
	/// first block, which has none before it.
	pub fn tick(self, now: Moment, max_gap: Moment) -> Self {
		let gap = if self.now == 0 { 0 } else { now.saturating_sub(self.now) };
		// Saturation: 2^64 milliseconds are half a billion years.
		Self { now: now.max(self.now), active: self.active.saturating_add(gap.min(max_gap)) }
	}
}

/// What an asset needs to be used in pools.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetRules {
	/// The smallest deposit, in the asset's units.
	pub min_deposit: Balance,
	/// The smallest value of shares that may ask to leave, in the asset's units, unless they are the whole position.
	pub min_exit: Balance,
}

/// Whether a pool takes deposits and new cover. Exits, cover in force and losses do not depend on it.
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

/// Earned premium that waits to be handed over, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Dues {
	/// For the reserve.
	pub reserve: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the pool's manager.
	pub manager: Balance,
}

impl Dues {
	/// All of them.
	pub fn total(&self) -> Option<Balance> {
		self.reserve.checked_add(self.treasury)?.checked_add(self.manager)
	}
}

/// What the roundings of earlier splits still owe to each share, in millionths of a unit, so that splitting a premium
/// in a thousand small parts gives each the same as splitting it once.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Rests {
	/// To the reserve.
	pub reserve: u32,
	/// To the treasury.
	pub treasury: u32,
	/// To the manager.
	pub manager: u32,
}

/// The indices of the exit queue: `head` is served next, `tail` is given to the next request.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Queue {
	/// The index that is served next.
	pub head: u32,
	/// The index after the last request.
	pub tail: u32,
}

/// A pool of underwriting capital. All amounts are books in the asset's units; the balance of the pool's account is
/// never reckoned with.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pool<AccountId> {
	/// What it holds and covers in.
	pub asset: AssetId,
	/// Who sets the weights and earns the fee.
	pub manager: AccountId,
	/// Whether it takes deposits and cover.
	pub status: PoolStatus,
	/// Total exposure it may bear, in hundredths of its committed capital.
	pub leverage: u32,
	/// The manager's part of what is left of an earned premium after reserve and treasury.
	pub fee: Permill,
	/// The underwriters' book.
	pub assets: Balance,
	/// All shares, those in the exit queue included.
	pub shares: Balance,
	/// Shares in the exit queue.
	pub queued_shares: Balance,
	/// The premium that streams in.
	pub books: Books,
	/// Earned premium not handed over yet.
	pub dues: Dues,
	/// The roundings of earlier splits.
	pub rests: Rests,
	/// Exits that could not be paid out and wait for their payees.
	pub claimable: Balance,
	/// Wall-clock time up to which premium is earned.
	pub accrued_to: Moment,
	/// The active day whose bucket of ending cover was released last.
	pub released_to: Day,
	/// The exit queue.
	pub queue: Queue,
	/// A settled loss left less capital than the cover in force requires.
	pub is_short: bool,
}

impl<AccountId> Pool<AccountId> {
	/// Everything the pool's account must hold: assets, premium not given out, dues and claimable money.
	pub fn held(&self) -> Option<Balance> {
		self.assets
			.checked_add(self.books.owed_units()?)?
			.checked_add(self.dues.total()?)?
			.checked_add(self.claimable)
	}

	/// Whether the shares are worth less than a millionth of their first price, or nothing at all.
	pub fn is_wiped(&self) -> bool {
		self.shares > 0 && (self.assets == 0 || shares::is_wiped(self.assets, self.shares))
	}

	/// What `part` of the shares is worth, rounded down.
	pub fn value(&self, part: Balance) -> Option<Balance> {
		shares::value(part, self.assets, self.shares)
	}
}

/// A product's place in a pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Line {
	/// The product.
	pub product: ProductId,
	/// Its correlation group.
	pub group: GroupId,
	/// The part of the committed capital that may be exposed to it.
	pub weight: Permill,
	/// Cover in force, in the asset's units.
	pub exposure: Balance,
	/// What open incidents could at most cost, in the asset's units.
	pub pinned: Balance,
}

impl From<&Line> for capacity::Line {
	fn from(line: &Line) -> Self {
		Self {
			group: line.group,
			weight_parts: line.weight.deconstruct(),
			exposure: line.exposure,
			pinned: line.pinned,
		}
	}
}

/// The products of a pool.
pub type Lines = BoundedVec<Line, ConstU32<MAX_PRODUCTS_PER_POOL>>;
/// Cover that ends with one active day, by product.
pub type CoverBucket = BoundedVec<(ProductId, Balance), ConstU32<MAX_PRODUCTS_PER_POOL>>;

/// A product as the pools know it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProductRef {
	/// The asset of its cover.
	pub asset: AssetId,
	/// Its correlation group.
	pub group: GroupId,
}

/// The streams that end at one day boundary.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PremiumBucket {
	/// The sum of their rates, in scaled units a millisecond.
	pub rate: sp_core::U256,
	/// The sum of their remainders, in scaled units.
	pub remainder: sp_core::U256,
}

/// Shares that wait to leave.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Exit<AccountId> {
	/// Who is paid.
	pub who: AccountId,
	/// The shares still to be paid.
	pub shares: Balance,
	/// Active time from which they can be paid.
	pub ready_at: Moment,
}

/// What an open incident could at most cost a pool.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pin {
	/// The product of the incident.
	pub product: ProductId,
	/// The exposure when the incident was opened, in the asset's units; once tallied, the sum of its claims.
	pub amount: Balance,
	/// Whether the incident was upheld and its claims are known.
	pub is_tallied: bool,
}

/// What became of premium that was earned, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split {
	/// For the reserve.
	pub reserve: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the manager.
	pub manager: Balance,
	/// For the underwriters.
	pub underwriters: Balance,
}

/// The whole day of a moment.
pub fn day_of(moment: Moment) -> Option<Day> {
	moment.checked_div(DAY)?.try_into().ok()
}

/// The beginning of a day.
pub fn start_of(day: Day) -> Moment {
	// Saturation: a day is below 2^32 and 86,400,000 below 2^27.
	Moment::from(day).saturating_mul(DAY)
}

/// Identifies a pool's derived account.
pub(crate) const POOL_TAG: &[u8] = b"pool";
/// Identifies accounts that nobody has, to ask what they could receive.
pub(crate) const PROBE_TAG: &[u8] = b"pool/probe";

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
	fn clock_should_not_count_anything_before_the_first_block() {
		let clock = ClockState::default().tick(1_700_000_000_000, 60_000);
		assert_eq!(clock, ClockState { now: 1_700_000_000_000, active: 0 });
	}

	#[test]
	fn clock_should_count_gaps_up_to_the_longest() {
		let clock = ClockState { now: 1_000, active: 7 };
		assert_eq!(clock.tick(4_000, 60_000).active, 3_007);
		assert_eq!(clock.tick(1_000_000, 60_000).active, 60_007);
	}

	#[test]
	fn limits_should_stay_within_their_hard_bounds() {
		let limits = Limits {
			max_gap: u64::MAX,
			cooldown: u64::MAX,
			treasury_share: Permill::one(),
			min_solvency: 0,
			max_fee: Permill::one(),
			max_leverage: u32::MAX,
			..Default::default()
		}
		.bounded();
		assert_eq!(limits.max_gap, YEAR);
		assert_eq!(limits.cooldown, 90 * DAY);
		assert_eq!(limits.treasury_share, Permill::from_percent(20));
		assert_eq!(limits.min_solvency, 1_000_000);
		assert_eq!(limits.max_fee, Permill::from_percent(10));
		assert_eq!(limits.max_leverage, 1_000);
		assert_eq!(Limits::default().bounded(), Limits::default());
	}

	#[test]
	fn days_should_begin_at_their_start() {
		assert_eq!(day_of(DAY - 1), Some(0));
		assert_eq!(day_of(start_of(5)), Some(5));
		assert_eq!(day_of(u64::MAX), None);
	}

	#[test]
	fn round_should_begin_anew_after_the_last_pool() {
		assert_eq!(next_in_round(0, 2), 1);
		assert_eq!(next_in_round(1, 2), 0);
		assert_eq!(next_in_round(u32::MAX, u32::MAX), 0);
	}
}
