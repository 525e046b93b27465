// SPDX-License-Identifier: Apache-2.0

//! Plain types of the pallet.

mod class;
mod incident;
mod premium;

pub use class::*;
pub use incident::*;
pub use premium::*;

use breakwater_math::{capacity, classes, stream::Books};
use breakwater_primitives::{
	AssetId, Balance, Class, Day, GroupId, IncidentId, Moment, PoolId, ProductId, DAY, MAX_POOLS_PER_PRODUCT,
	MAX_PRODUCTS_PER_POOL, MAX_SELLING_POOLS, MILLION,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Day buckets of each kind that a call catches up by itself; `accrue` does more.
pub const MAX_BUCKETS: u32 = 32;
/// Day buckets of each kind that one `accrue` catches up at most.
pub const MAX_ACCRUAL: u32 = 400;
/// Withdrawals that one `process_withdrawals` works on at most.
pub const MAX_PROCESSED: u32 = 100;
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
/// The longest cooldown of a withdrawal that governance may set, in milliseconds.
pub const MAX_COOLDOWN: Moment = 90 * DAY;
/// The highest share of the treasury.
pub const MAX_TREASURY_SHARE: Permill = Permill::from_percent(20);
/// The lowest solvency: as much committed capital as is required, in millionths.
pub const MIN_SOLVENCY: u32 = MILLION;
/// The highest fee of a pool's manager.
pub const MAX_FEE: Permill = Permill::from_percent(10);
/// The lowest least part of junior.
pub const MIN_JUNIOR: Permill = Permill::from_percent(1);
/// The lowest leverage, in hundredths: fully collateralised.
pub const MIN_LEVERAGE: u32 = 100;
/// The hard bound of the leverage that governance may allow, in hundredths.
pub const MAX_LEVERAGE: u32 = 1_000;

/// The numbers that governance sets, each within a hard bound (see [`Limits::bounded`]).
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The active time between the request of a withdrawal and its payment, in milliseconds. At
	/// most 90 days; a request keeps the cooldown of its day.
	pub cooldown: Moment,
	/// The part of every earned premium that goes to the treasury. At most 20 %.
	pub treasury_share: Permill,
	/// The largest exposure to one correlation group, as a part of the committed capital.
	pub group_cap: Permill,
	/// The largest cover of one policy, as a part of the committed capital.
	pub max_policy_share: Permill,
	/// The committed capital that new cover must leave, in millionths of the required capital. At
	/// least 1,000,000 (100 %).
	pub min_solvency: u32,
	/// The highest fee of a pool manager. At most 10 % of what is left after reserve and treasury.
	pub max_fee: Permill,
	/// The highest leverage of a new pool, in hundredths (100 is fully collateralised). At most
	/// 1,000.
	pub max_leverage: u32,
	/// The part of a pool's assets that is junior's after a senior deposit, and after a junior
	/// withdrawal while cover is in force. 1 % to 100 %.
	pub min_junior: Permill,
}

impl Limits {
	/// The same numbers within their hard bounds.
	pub fn bounded(self) -> Self {
		let part = |value: Permill, most: Permill| value.min(most);
		Self {
			cooldown: self.cooldown.min(MAX_COOLDOWN),
			treasury_share: part(self.treasury_share, MAX_TREASURY_SHARE),
			group_cap: part(self.group_cap, Permill::one()),
			max_policy_share: part(self.max_policy_share, Permill::one()),
			min_solvency: self.min_solvency.max(MIN_SOLVENCY),
			max_fee: part(self.max_fee, MAX_FEE),
			max_leverage: self.max_leverage.clamp(MIN_LEVERAGE, MAX_LEVERAGE),
			min_junior: self.min_junior.clamp(MIN_JUNIOR, Permill::one()),
		}
	}
}

impl Default for Limits {
	/// The starting values of the design.
	fn default() -> Self {
		Self {
			cooldown: 14 * DAY,
			treasury_share: Permill::from_percent(5),
			group_cap: Permill::from_percent(50),
			max_policy_share: Permill::from_percent(20),
			min_solvency: MILLION,
			max_fee: Permill::from_percent(10),
			max_leverage: 200,
			min_junior: Permill::from_percent(20),
		}
	}
}

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
	/// The total exposure that the pool may bear, in hundredths of its committed capital: 100 is
	/// fully collateralised. For good.
	pub leverage: u32,
	/// The manager's part of what reserve and treasury leave of an earned premium. See `set_fee`.
	pub fee: Permill,
	/// The part of its proportional part of the premium that senior gets. For good.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may hold shares. For good.
	pub is_private: bool,
}

/// Earned premium that waits to be handed over, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Dues {
	/// For the reserve: its share of the premium, which counts as the pool's contribution.
	pub reserve: Balance,
	/// For the reserve besides: premium for which no class bears the risk, and the rest of a wiped
	/// class. It is no contribution of the pool.
	pub residual: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the pool's manager.
	pub manager: Balance,
	/// For the reserve, in repayment of what it lent.
	pub loan: Balance,
}

impl Dues {
	/// The sum of all dues. `None` if it does not fit.
	pub fn total(&self) -> Option<Balance> {
		self.reserve
			.checked_add(self.residual)?
			.checked_add(self.treasury)?
			.checked_add(self.manager)?
			.checked_add(self.loan)
	}

	/// True if all dues are zero.
	pub fn are_none(&self) -> bool {
		*self == Self::default()
	}
}

/// The amounts that the roundings of earlier splits still owe to each payee. With them, splitting a
/// premium in a thousand small parts gives each payee the same as splitting it once.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Rests {
	/// To the reserve, in millionths of a unit.
	pub reserve: u32,
	/// To the treasury, in millionths of a unit.
	pub treasury: u32,
	/// To the manager, in millionths of a unit.
	pub manager: u32,
	/// To the reserve in repayment of its loan, in 2^-64 of a unit.
	pub loan: u64,
	/// To the senior class, in 2^-64 of a unit.
	pub senior: u64,
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
	/// The total exposure that the pool may bear, in hundredths of its committed capital.
	pub leverage: u32,
	/// The manager's part of what is left of an earned premium after reserve and treasury.
	pub fee: Permill,
	/// A higher fee that is announced and does not apply yet.
	pub next_fee: Option<FeeChange>,
	/// The part of its proportional part of the premium that senior gets; at most one.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may hold shares.
	pub is_private: bool,
	/// The class that bears losses first.
	pub junior: ClassBook,
	/// The class that bears losses when junior has no assets left.
	pub senior: ClassBook,
	/// Senior's part of what underwriters earn while both classes are live, in 2^-64. It is set
	/// only when capital moves, so that it makes no difference how often the pool is touched.
	pub senior_part: u128,
	/// The premium that streams in.
	pub books: Books,
	/// The debt to the reserve and the premium that is pledged for it.
	pub pledge: Option<Pledge>,
	/// The number of times that the reserve has lent to the pool.
	pub generation: u32,
	/// Earned premium not handed over yet.
	pub dues: Dues,
	/// The wall-clock day on which dues were handed over last. Idle blocks do it once a day.
	pub swept_on: Day,
	/// The roundings of earlier splits.
	pub rests: Rests,
	/// The sum of withdrawals that could not be paid out and wait for their payees.
	pub claimable: Balance,
	/// The wall-clock time up to which premium is earned.
	pub accrued_to: Moment,
	/// The active day whose bucket of ending cover, and of returning shares, was released last.
	pub released_to: Day,
	/// The wall-clock day whose prices were recorded last.
	pub recorded_on: Day,
	/// True if a settled loss left less capital than the cover in force requires.
	pub is_short: bool,
	/// The amount that the pool still owes to incidents that were settled short and are not final.
	/// While it is above zero, the pool is frozen.
	pub owed: Balance,
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
			junior: ClassBook::default(),
			senior: ClassBook::default(),
			senior_part: 0,
			books: Books::default(),
			pledge: None,
			generation: 0,
			dues: Dues::default(),
			// A pool has no dues to hand over on its first day.
			swept_on: day_of(now).unwrap_or(Day::MAX),
			rests: Rests::default(),
			claimable: 0,
			accrued_to: now,
			released_to,
			recorded_on: 0,
			is_short: false,
			owed: 0,
		}
	}

	/// Returns a class.
	pub fn class(&self, class: Class) -> &ClassBook {
		match class {
			Class::Junior => &self.junior,
			Class::Senior => &self.senior,
		}
	}

	/// Returns a class, to change it.
	pub fn class_mut(&mut self, class: Class) -> &mut ClassBook {
		match class {
			Class::Junior => &mut self.junior,
			Class::Senior => &mut self.senior,
		}
	}

	/// The underwriters' books: the sum of both classes' assets. `None` if it does not fit.
	pub fn assets(&self) -> Option<Balance> {
		self.junior.assets.checked_add(self.senior.assets)
	}

	/// The most that can be lost of the assets when classes are wiped: see
	/// [`ClassBook::most_dust`].
	pub fn most_dust(&self) -> Option<Balance> {
		self.junior.most_dust().checked_add(self.senior.most_dust())
	}

	/// The balance that the pool's account must hold: assets, premium not given out, dues and
	/// claimable money.
	pub fn held(&self) -> Option<Balance> {
		self.assets()?
			.checked_add(self.books.owed_units()?)?
			.checked_add(self.dues.total()?)?
			.checked_add(self.claimable)
	}

	/// The amount still to be repaid to the reserve: what is owed, and what is earned for it and
	/// not handed over.
	pub fn loan(&self) -> Option<Balance> {
		self.pledge.map_or(0, |pledge| pledge.owed).checked_add(self.dues.loan)
	}

	/// Set senior's part of what is earned anew, with `min_junior` as the least part of the assets
	/// that junior should be. Called whenever capital moves, and at no other time: a change of the
	/// least part acts at the next move.
	pub fn refresh_senior_part(&mut self, min_junior: Permill) {
		self.senior_part = if self.junior.is_live() && self.senior.is_live() {
			let (factor, least) = (self.senior_factor.deconstruct(), min_junior.deconstruct());
			// A factor above one is rejected when the pool is opened; it would give senior zero.
			classes::senior_part(self.junior.assets, self.senior.assets, factor, least).unwrap_or(0)
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
	/// Cover in force, in the asset's units: the sum of the buckets in which it ends.
	pub exposure: Balance,
	/// The most that open incidents could cost, in the asset's units: see [`Shared`].
	pub pinned: Balance,
	/// The pin that stays of an inconclusive incident as long as it can be opened again.
	pub run_off: RunOff,
}

impl Line {
	/// A line without cover.
	pub fn new(product: ProductId, group: GroupId, weight: Permill) -> Self {
		Self { product, group, weight, exposure: 0, pinned: 0, run_off: RunOff::default() }
	}

	/// The cover that capital stands behind: the cover in force, and the cover that has run off
	/// since an inconclusive incident that can be opened again.
	pub fn backed(&self) -> Balance {
		// Saturation: the cover of one pool, which was sold against its capital.
		self.exposure.saturating_add(self.run_off.cover)
	}

	/// The most that inconclusive incidents could cost if they are opened again.
	pub fn reopening(&self) -> Balance {
		self.run_off.pin.min(self.backed())
	}

	/// End cover. As long as an inconclusive incident can be opened again, capital for it stays set
	/// aside, up to what the incident had pinned. Returns `None` if there is not so much cover.
	pub fn end(&mut self, cover: Balance) -> Option<()> {
		self.exposure = self.exposure.checked_sub(cover)?;
		let RunOff { pin, cover: before, .. } = self.run_off;
		// Saturates at the largest number, which is above any pin.
		self.run_off.cover = before.saturating_add(cover).min(pin);
		Some(())
	}

	/// Begin the run-off of an incident that pinned `pin` and is inconclusive. It counts as the
	/// incident of number `since`. Its pin stays with that of an earlier one, until
	/// [`Self::set_run_off_end`] sets an end.
	pub fn begin_run_off(&mut self, since: IncidentId, pin: Balance) {
		let old = self.run_off;
		// No cover was sold since the incident was opened: what the pin is above the exposure has
		// ended.
		self.run_off.cover = old.cover.max(pin.saturating_sub(self.exposure));
		if self.backed() == 0 {
			// All of its cover is used up: no incident can be opened again.
			self.run_off = RunOff::default();
			return;
		}
		self.run_off = RunOff {
			since: if old.pin > 0 { old.since.min(since) } else { since },
			pin: self.backed(),
			cover: self.run_off.cover,
			until: Moment::MAX,
		};
	}

	/// Set the active time `until` at which the pin that stays, if there is one, is let go.
	pub fn set_run_off_end(&mut self, until: Moment) {
		if self.run_off.pin > 0 {
			self.run_off.until = until;
		}
	}

	/// Lower the pin that stays to `most`. At most that can still be claimed under incidents that
	/// can be opened again: the rest is claimed under another incident. Returns the pin that stayed
	/// before, if it was more.
	pub fn limit_run_off(&mut self, most: Balance) -> Option<Balance> {
		let old = self.run_off;
		if old.pin <= most {
			return None;
		}
		self.run_off = match most {
			0 => RunOff::default(),
			_ => RunOff { pin: most, cover: old.cover.min(most), ..old },
		};
		Some(old.pin)
	}

	/// Let the pin that stayed go if no incident can be opened again at active time `now`. Returns
	/// that pin.
	pub fn end_run_off(&mut self, now: Moment) -> Option<Balance> {
		if self.run_off.pin == 0 || now < self.run_off.until {
			return None;
		}
		Some(core::mem::take(&mut self.run_off).pin)
	}

	/// True if no capital stands behind the line at active time `now`, so that it can be taken out.
	pub fn is_idle(&self, now: Moment) -> bool {
		let runs_off = self.run_off.pin > 0 && now < self.run_off.until;
		self.exposure == 0 && self.pinned == 0 && !runs_off
	}
}

/// The pin of an inconclusive incident: it has no chosen outcome, and can be opened again. Until
/// then the pin stays, and freezes no pool.
///
/// The pin stands for the cover that the incident could cost. Of that cover, the part in force is
/// in the exposure. Capital for the part that has run off is set aside beside it. Cover that was
/// sold since and runs off is not distinguished: the amount can be more than needed, and is never
/// above the pin.
///
/// A renewal that is void does not lower the pin. The claims of another incident do, once all are
/// known, to what they leave of that incident's pin. No cover is sold while that incident is open,
/// so its pin has all that can be opened again.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RunOff {
	/// The number of the first incident that the pin stands for.
	pub since: IncidentId,
	/// The pin, in the asset's units. Zero if no incident of the product can be opened again.
	pub pin: Balance,
	/// The cover that has run off, as far as the pin goes; no part of the exposure.
	pub cover: Balance,
	/// The active time at which the pin is let go, by the next touch of the pool. The largest
	/// number while an incident of the product is open.
	pub until: Moment,
}

impl From<&Line> for capacity::Line {
	fn from(line: &Line) -> Self {
		Self {
			group: line.group,
			weight_parts: line.weight.deconstruct(),
			exposure: line.backed(),
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

/// The pools that underwrite a product.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Places {
	/// The pools that may sell cover on the product.
	pub selling: BoundedVec<PoolId, ConstU32<MAX_SELLING_POOLS>>,
	/// The pools whose place a larger one took while they had cover in force. They sell and renew
	/// none, and back what they have until it ends.
	pub running_off: BoundedVec<PoolId, ConstU32<MAX_RUN_OFFS>>,
}

/// The largest number of pools that may run off on a product at a time.
pub const MAX_RUN_OFFS: u32 = MAX_POOLS_PER_PRODUCT.saturating_sub(MAX_SELLING_POOLS);

impl Places {
	/// Returns all of the pools: those that sell, then those that run off.
	pub fn iter(&self) -> impl Iterator<Item = PoolId> + '_ {
		self.selling.iter().chain(self.running_off.iter()).copied()
	}

	/// Take a pool out.
	pub fn remove(&mut self, id: PoolId) {
		self.selling.retain(|other| *other != id);
		self.running_off.retain(|other| *other != id);
	}
}

/// The parts of earned premium, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split {
	/// For the reserve, as its share.
	pub reserve: Balance,
	/// For the reserve, because no class bears the risk.
	pub residual: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the manager.
	pub manager: Balance,
	/// For the reserve, in repayment of what it lent.
	pub loan: Balance,
	/// For the senior class.
	pub senior: Balance,
	/// For the junior class.
	pub junior: Balance,
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

/// The tag of a pool's derived account.
pub(crate) const POOL_TAG: &[u8] = b"pool";
/// The tag of accounts without a key, which are asked what they could receive.
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
	fn limits_should_stay_within_their_hard_bounds() {
		let limits = Limits {
			cooldown: u64::MAX,
			treasury_share: Permill::one(),
			min_solvency: 0,
			max_fee: Permill::one(),
			max_leverage: u32::MAX,
			min_junior: Permill::zero(),
			..Default::default()
		}
		.bounded();
		assert_eq!(limits.cooldown, 90 * DAY);
		assert_eq!(limits.treasury_share, Permill::from_percent(20));
		assert_eq!(limits.min_solvency, 1_000_000);
		assert_eq!(limits.max_fee, Permill::from_percent(10));
		assert_eq!(limits.max_leverage, 1_000);
		assert_eq!(limits.min_junior, Permill::from_percent(1));
		assert_eq!(Limits::default().bounded(), Limits::default());
	}

	fn line(exposure: Balance) -> Line {
		Line { exposure, ..Line::new(1, 1, Permill::one()) }
	}

	#[test]
	fn run_off_should_stand_for_what_ended_and_for_no_more_than_its_pin() {
		let mut line = line(60);
		// 40 of 100 have ended while the incident was open.
		line.begin_run_off(3, 100);
		assert_eq!(line.run_off, RunOff { since: 3, pin: 100, cover: 40, until: Moment::MAX });
		line.set_run_off_end(50);
		assert_eq!((line.backed(), line.reopening()), (100, 100));
		line.end(10).unwrap();
		assert_eq!((line.exposure, line.run_off.cover, line.backed()), (50, 50, 100));
		// 300 are sold since, and run off.
		line.exposure += 300;
		line.end(300).unwrap();
		assert_eq!((line.exposure, line.run_off.cover), (50, 100));
		assert_eq!((line.end(51), line.run_off.cover, line.exposure), (None, 100, 50));
		// Claims in other incidents use cover in force up.
		line.exposure = 0;
		assert_eq!(line.reopening(), 100);
		assert_eq!((line.end_run_off(49), line.is_idle(49), line.is_idle(50)), (None, false, true));
		assert_eq!((line.end_run_off(50), line.end_run_off(50)), (Some(100), None));
		assert_eq!(line.run_off, RunOff::default());
	}

	#[test]
	fn run_off_should_go_on_when_a_later_incident_is_inconclusive_too() {
		let mut line = line(100);
		line.begin_run_off(3, 100);
		line.exposure += 30;
		line.end(20).unwrap();
		assert_eq!((line.backed(), line.run_off.cover), (130, 20));
		line.begin_run_off(7, 130);
		line.set_run_off_end(70);
		assert_eq!(line.run_off, RunOff { since: 3, pin: 130, cover: 20, until: 70 });
		// The pin of one that was lowered by claims does not lower what stays.
		line.begin_run_off(8, 10);
		assert_eq!(line.run_off, RunOff { since: 3, pin: 130, cover: 20, until: Moment::MAX });
	}

	#[test]
	fn run_off_should_be_limited_to_what_claims_leave() {
		let mut line = line(60);
		line.begin_run_off(3, 100);
		line.set_run_off_end(50);
		assert_eq!((line.limit_run_off(100), line.limit_run_off(70)), (None, Some(100)));
		assert_eq!(line.run_off, RunOff { since: 3, pin: 70, cover: 40, until: 50 });
		assert_eq!(line.limit_run_off(30), Some(70));
		assert_eq!((line.run_off.pin, line.run_off.cover, line.exposure), (30, 30, 60));
		assert_eq!((line.limit_run_off(0), line.run_off), (Some(30), RunOff::default()));
		assert_eq!(line.limit_run_off(0), None);
	}

	#[test]
	fn run_off_should_not_begin_when_all_cover_is_used_up() {
		let mut line = line(0);
		line.begin_run_off(3, 0);
		line.set_run_off_end(50);
		assert_eq!((line.run_off, line.is_idle(0)), (RunOff::default(), true));
	}

	#[test]
	fn cover_should_just_end_when_nothing_can_be_opened_again() {
		let mut line = line(60);
		line.end(60).unwrap();
		assert_eq!((line.backed(), line.is_idle(0), line.run_off), (0, true, RunOff::default()));
	}

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
