// SPDX-License-Identifier: Apache-2.0

//! Plain types of the reserve. The formulas are in [`breakwater_math::draw`] and
//! [`breakwater_math::stake`].

use breakwater_math::{draw, shares, stake, units::DAY};
use breakwater_primitives::{
	deadline, AssetId, Balance, Day, GroupId, IncidentId, IncomeLine, IncomeSums, Moment, PoolId,
	MAX_POOLS_PER_PRODUCT,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

mod programme;
mod solvency;

pub use programme::*;
pub use solvency::*;

/// The active time over which stakers' rewards are released, in milliseconds.
pub const REWARD_PERIOD: Moment = 30 * DAY;
/// The days for which a draw counts against the limit of its correlation group.
pub const GROUP_DAYS: Day = 30;
/// The days for which a draw is kept for incidents that were open when it was made: longer than one
/// can stay open at the parameters' worst.
pub const DRAWS_KEPT: Day = 365;
/// The days that can hold draws of a group at once: those of the time kept, and the day that began
/// before it.
pub const MAX_GROUP_DAYS: u32 = DRAWS_KEPT + 1;
/// A debt is paid in parts of at least its hundredth: the claims are walked for each.
pub const LEAST_PAYMENT: Permill = Permill::from_percent(1);

/// The stake behind the reserve in one asset, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StakeBook {
	/// The stake: it bears losses behind the own funds.
	pub assets: Balance,
	/// The shares of all stakers.
	pub shares: Balance,
	/// The rewards that are not released yet.
	pub rewards: Balance,
	/// The active time until which they are released.
	pub released_at: Moment,
	/// The active time at which all of them are.
	pub ends_at: Moment,
	/// The number of times that the stake was exhausted. Shares of earlier epochs are worthless.
	pub epoch: u32,
	/// The amount staked since the beginning.
	pub deposited: Balance,
	/// The amount that stakers took out since the beginning.
	pub withdrawn: Balance,
}

impl StakeBook {
	/// Returns the stake after the release of the rewards that are due at active time `now`. `None`
	/// if a sum does not fit.
	pub fn release(self, now: Moment) -> Option<Self> {
		let elapsed = now.saturating_sub(self.released_at);
		let left = self.ends_at.saturating_sub(self.released_at);
		let due = stake::released(self.rewards, elapsed, left);
		if due == 0 {
			// The time goes on to count, until it makes a unit.
			return Some(self);
		}
		let (assets, rewards) = (self.assets.checked_add(due)?, self.rewards.checked_sub(due)?);
		Some(Self { assets, rewards, released_at: now, ..self })
	}

	/// Returns the stake with `more` rewards to release. `None` if a sum does not fit.
	fn reward(self, more: Balance, now: Moment) -> Option<Self> {
		let after = self.release(now)?;
		let left = after.ends_at.saturating_sub(now);
		let left = stake::left_after(after.rewards, left, more, REWARD_PERIOD);
		let rewards = after.rewards.checked_add(more)?;
		// The part of a unit that was due is delayed.
		Some(Self { rewards, released_at: now, ends_at: deadline(now, left), ..after })
	}

	/// The worth of some shares, rounded down, against their holder. `None` cannot happen for
	/// shares of this stake.
	pub fn worth(&self, shares: Balance) -> Option<Balance> {
		shares::value(shares, self.assets, self.shares)
	}
}

/// The numbers that divide an income, as of now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IncomeRules {
	/// The most of the income that stakers get: zero for all but premium shares of admitted pools.
	pub reward_share: Permill,
	/// Active time.
	pub now: Moment,
}

/// The parts of an income, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split {
	/// The part for own funds.
	pub own: Balance,
	/// The part that is set aside for debts.
	pub debts: Balance,
	/// The part for the stakers.
	pub stakers: Balance,
}

/// The reserve's book of one asset, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Book {
	/// Its own funds. With all the other money in the book they are never above the balance of its
	/// account.
	pub own: Balance,
	/// The part of its income that is kept for what it owes; at most that.
	pub set_aside: Balance,
	/// The amount that it owes to incidents.
	pub owed: Balance,
	/// The stake behind it.
	pub stake: StakeBook,
	/// The amounts received since the beginning, by line.
	pub received: IncomeSums,
	/// The amount paid out since the beginning, for losses and for debts.
	pub paid_out: Balance,
	/// The money of programmes of compensation that is not collected yet.
	pub programmes: Balance,
	/// The amount that programmes and advances paid out since the beginning.
	pub disbursed: Balance,
	/// The amount that pools still have to repay to it.
	pub lent: Balance,
	/// The target for own funds and stake, from the last survey.
	pub target: Balance,
	/// The money that was recovered for underwriters, and is in no programme.
	pub salvage: Balance,
	/// The amount that was recovered for underwriters since the beginning.
	pub salvaged: Balance,
	/// The amount given for the rewards of bugs since the beginning.
	pub bounties: Balance,
}

impl Book {
	/// The amount that went out by referendum since the beginning: programmes, advances, and parts
	/// of the rewards of bugs.
	pub fn by_referendum(&self) -> Balance {
		// The sums are of money that was in the book: they fit together.
		self.disbursed.saturating_add(self.bounties)
	}

	/// The money in the book: all that the account must hold. `None` if it does not fit, which
	/// cannot happen to a book that these functions have made.
	pub fn total(&self) -> Option<Balance> {
		let stake = self.stake.assets.checked_add(self.stake.rewards)?;
		let own = self.own.checked_add(self.set_aside)?;
		own.checked_add(stake)?.checked_add(self.programmes)?.checked_add(self.salvage)
	}

	/// The money that the book must have: received, staked and recovered for underwriters, less
	/// paid, disbursed, given for the rewards of bugs, and withdrawn. `None` if that is not a
	/// number, which cannot happen either.
	pub fn expected_total(&self) -> Option<Balance> {
		let came_in = self.received.total()?.checked_add(self.stake.deposited)?.checked_add(self.salvaged)?;
		let went_out = self.paid_out.checked_add(self.disbursed)?.checked_add(self.stake.withdrawn)?;
		came_in.checked_sub(went_out.checked_add(self.bounties)?)
	}

	/// The funds that stand behind the pools: its own and the stake. `None` cannot happen.
	pub fn funds(&self) -> Option<Balance> {
		self.own.checked_add(self.stake.assets)
	}

	/// The part of an income of `amount` that is set aside: repayments of loans in full, of other
	/// income at most half, rounded down, and no more than is owed.
	fn for_debts(&self, line: IncomeLine, amount: Balance) -> Balance {
		let most = match line {
			IncomeLine::Repayments => amount,
			_ => amount / 2,
		};
		// No more is set aside than is owed.
		most.min(self.owed.saturating_sub(self.set_aside))
	}

	/// Returns the book after income of `amount`, and the parts of it. Stakers have a part of
	/// premium shares only, and of those of the pools that they stand behind: other income comes at
	/// times that can be foreseen, or chosen. `None` if a sum does not fit.
	pub fn take(self, line: IncomeLine, amount: Balance, rules: &IncomeRules) -> Option<(Self, Split)> {
		let debts = self.for_debts(line, amount);
		let rest = amount.checked_sub(debts)?;
		let stakers = match self.stake.shares {
			0 => 0,
			_ => stake::reward(rest, rules.reward_share, self.stake.assets, self.target),
		};
		let own = rest.checked_sub(stakers)?;
		let stake = match stakers {
			0 => self.stake,
			_ => self.stake.reward(stakers, rules.now)?,
		};
		let after = Self {
			own: self.own.checked_add(own)?,
			set_aside: self.set_aside.checked_add(debts)?,
			received: self.received.add(line, amount)?,
			stake,
			..self
		};
		// All the money fits, so that no later sum of it fails.
		after.total()?;
		Some((after, Split { own, debts, stakers }))
	}

	/// Returns the book after lending `paid`, own funds first, and promising `held_back`, and the
	/// part of the stake. `None` if `paid` is more than there is or a sum does not fit. A stake
	/// whose shares are worth almost zero is exhausted: its dust and its rewards become own funds.
	pub fn draw(self, paid: Balance, held_back: Balance) -> Option<(Self, Balance)> {
		// Zero as long as the own funds suffice.
		let from_stake = paid.saturating_sub(self.own);
		let mut stake = self.stake;
		stake.assets = stake.assets.checked_sub(from_stake)?;
		let mut own = self.own.checked_sub(paid.checked_sub(from_stake)?)?;
		if shares::is_exhausted(stake.assets, stake.shares) {
			own = own.checked_add(stake.assets)?.checked_add(stake.rewards)?;
			let epoch = stake.epoch.checked_add(1)?;
			stake = StakeBook { assets: 0, shares: 0, rewards: 0, epoch, ..stake };
		}
		let after = Self {
			own,
			owed: self.owed.checked_add(held_back)?,
			paid_out: self.paid_out.checked_add(paid)?,
			lent: self.lent.checked_add(paid)?,
			stake,
			..self
		};
		Some((after, from_stake))
	}

	/// Returns the book after `amount` of a loan was repaid, and the parts of it. `None` if so much
	/// is not lent or a sum does not fit.
	pub fn repay(self, amount: Balance, rules: &IncomeRules) -> Option<(Self, Split)> {
		let (after, split) = self.take(IncomeLine::Repayments, amount, rules)?;
		Some((after.write_off(amount)?, split))
	}

	/// Returns the book after `amount` of the obligations need not be paid any more. Money that was
	/// set aside beyond what is still owed is own funds again. `None` if so much is not owed.
	pub fn reduce_obligation(self, amount: Balance) -> Option<Self> {
		let owed = self.owed.checked_sub(amount)?;
		let set_aside = self.set_aside.min(owed);
		let own = self.own.checked_add(self.set_aside.checked_sub(set_aside)?)?;
		Some(Self { own, owed, set_aside, ..self })
	}

	/// Returns the book after `amount` of the obligations was paid out of what is set aside. `None`
	/// if so much is not set aside.
	pub fn pay_debt(self, amount: Balance) -> Option<Self> {
		Some(Self {
			set_aside: self.set_aside.checked_sub(amount)?,
			owed: self.owed.checked_sub(amount)?,
			paid_out: self.paid_out.checked_add(amount)?,
			..self
		})
	}

	/// Returns the book after `amount` was recovered for underwriters. `None` if a sum does not
	/// fit.
	pub fn salvage(self, amount: Balance) -> Option<Self> {
		let (salvage, salvaged) = (self.salvage.checked_add(amount)?, self.salvaged.checked_add(amount)?);
		let after = Self { salvage, salvaged, ..self };
		// All the money fits, so that no later sum of it fails.
		after.total()?;
		after.expected_total()?;
		Some(after)
	}

	/// Returns the book after `total` was put aside for a programme, out of own funds or of the
	/// money for underwriters. `None` if there is not so much.
	pub fn begin_programme(self, total: Balance, source: ProgrammeSource) -> Option<Self> {
		let after = Self { programmes: self.programmes.checked_add(total)?, ..self };
		Some(match source {
			ProgrammeSource::OwnFunds => Self { own: self.own.checked_sub(total)?, ..after },
			ProgrammeSource::Salvage { .. } => Self { salvage: self.salvage.checked_sub(total)?, ..after },
		})
	}

	/// Returns the book after a programme paid `amount`. `None` if programmes have not so much.
	pub fn pay_from_programme(self, amount: Balance) -> Option<Self> {
		let programmes = self.programmes.checked_sub(amount)?;
		Some(Self { programmes, disbursed: self.disbursed.checked_add(amount)?, ..self })
	}

	/// Returns the book after the rest of a programme went back to its source. `None` if programmes
	/// have not so much.
	pub fn end_programme(self, left: Balance, source: ProgrammeSource) -> Option<Self> {
		let after = Self { programmes: self.programmes.checked_sub(left)?, ..self };
		Some(match source {
			ProgrammeSource::OwnFunds => Self { own: self.own.checked_add(left)?, ..after },
			ProgrammeSource::Salvage { .. } => Self { salvage: self.salvage.checked_add(left)?, ..after },
		})
	}

	/// Returns the book after an advance of `amount` out of own funds. `None` if there is not so
	/// much.
	pub fn disburse(self, amount: Balance) -> Option<Self> {
		let own = self.own.checked_sub(amount)?;
		Some(Self { own, disbursed: self.disbursed.checked_add(amount)?, ..self })
	}

	/// Returns the book after `amount` of own funds was given for the reward of a bug. `None` if
	/// there is not so much.
	pub fn match_bounty(self, amount: Balance) -> Option<Self> {
		let own = self.own.checked_sub(amount)?;
		Some(Self { own, bounties: self.bounties.checked_add(amount)?, ..self })
	}

	/// Returns the book after `amount` of a loan was given up. `None` if so much is not lent.
	pub fn write_off(self, amount: Balance) -> Option<Self> {
		Some(Self { lent: self.lent.checked_sub(amount)?, ..self })
	}

	/// Returns the book after `amount` was staked, and the shares for it, rounded down, against the
	/// staker. `None` if a number does not fit.
	pub fn stake(self, amount: Balance, now: Moment) -> Option<(Self, Balance)> {
		let stake = self.stake.release(now)?;
		let bought = shares::for_deposit(amount, stake.assets, stake.shares)?;
		let stake = StakeBook {
			assets: stake.assets.checked_add(amount)?,
			shares: stake.shares.checked_add(bought)?,
			deposited: stake.deposited.checked_add(amount)?,
			..stake
		};
		let after = Self { stake, ..self };
		after.total()?;
		Some((after, bought))
	}

	/// Returns the book after `shares` of the stake left, and the amount for them, rounded down,
	/// against the staker. The part of the unreleased rewards that is theirs becomes own funds, so
	/// that those who stay gain nothing by it. So does the dust that the last share leaves. `None`
	/// if there are not so many shares.
	pub fn unstake(self, shares: Balance, now: Moment) -> Option<(Self, Balance)> {
		let stake = self.stake.release(now)?;
		let amount = stake.worth(shares)?;
		let given_up = stake::given_up(stake.rewards, shares, stake.shares);
		let mut after = Self {
			own: self.own.checked_add(given_up)?,
			stake: StakeBook {
				assets: stake.assets.checked_sub(amount)?,
				shares: stake.shares.checked_sub(shares)?,
				rewards: stake.rewards.checked_sub(given_up)?,
				withdrawn: stake.withdrawn.checked_add(amount)?,
				..stake
			},
			..self
		};
		if after.stake.shares == 0 {
			let dust = core::mem::take(&mut after.stake.assets);
			after.own = after.own.checked_add(dust)?;
		}
		Some((after, amount))
	}
}

/// The shares of one account in the stake of one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Position<Ticket> {
	/// The epoch of the shares.
	pub epoch: u32,
	/// The shares.
	pub shares: Balance,
	/// The request to take some of them out.
	pub request: Option<Request>,
	/// The deposit for this record.
	pub ticket: Ticket,
}

/// A request to take shares out of the stake. Times are active times.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Request {
	/// The shares.
	pub shares: Balance,
	/// The end of the cooldown.
	pub ready_at: Moment,
	/// The end of the window for taking them. A freeze that begins before it moves it: see
	/// [`Freeze::window_end`].
	pub ends_at: Moment,
}

/// The freeze of the stake of one asset: no stake comes or leaves while an incident is open that
/// can cost the reserve an amount. Times are active times.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Freeze {
	/// The number of open incidents.
	pub incidents: u32,
	/// The beginning of the last freeze.
	pub since: Moment,
	/// Its end; not known while `incidents` is above zero.
	pub until: Moment,
	/// The time after it in which requests that it has met can be taken.
	pub window: Moment,
}

impl Freeze {
	/// True while stake is frozen.
	pub fn is_on(&self) -> bool {
		self.incidents > 0
	}

	/// Returns the freeze after one more incident was opened. One that begins before the windows
	/// that the last one left have ended goes on with it. `None` cannot happen: there are not so
	/// many incidents.
	pub fn begin(self, now: Moment, window: Moment) -> Option<Self> {
		let is_new = !self.is_on() && now > deadline(self.until, self.window);
		let since = if is_new { now } else { self.since };
		Some(Self { incidents: self.incidents.checked_add(1)?, since, until: self.until, window })
	}

	/// Returns the freeze after an incident has ended. `None` if none was open.
	pub fn end(self, now: Moment) -> Option<Self> {
		Some(Self { incidents: self.incidents.checked_sub(1)?, until: now, ..self })
	}

	/// The end of the window of a request while stake is not frozen. If the last freeze began
	/// before that, the window ends some time after the freeze.
	pub fn window_end(&self, request: &Request) -> Moment {
		match self.since <= request.ends_at {
			true => request.ends_at.max(deadline(self.until, self.window)),
			false => request.ends_at,
		}
	}
}

/// The days on which a correlation group drew on the reserve, in one asset, and the amounts.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct GroupDraws(pub BoundedVec<(Day, Balance), ConstU32<MAX_GROUP_DAYS>>);

impl GroupDraws {
	/// Forgets the days that count no more on the day `today`.
	fn forget(&mut self, today: Day) {
		self.0.retain(|(day, _)| day.saturating_add(DRAWS_KEPT) >= today);
	}

	/// The amount that counts on the day `today` against an incident that was opened on the day
	/// `opened`: drawn within the period, or since the opening. Incidents of one cause that are
	/// settled far apart share one limit. `None` if it does not fit.
	pub fn sum(&self, opened: Day, today: Day) -> Option<Balance> {
		let is_in = |day: Day| day.saturating_add(GROUP_DAYS) >= today || day >= opened;
		let counts = self.0.iter().filter(|(day, _)| is_in(*day));
		counts.map(|(_, amount)| *amount).try_fold(0, Balance::checked_add)
	}

	/// Adds a draw on the day `today`. `None`, which cannot happen, if there is no room.
	pub fn add(&mut self, today: Day, amount: Balance) -> Option<()> {
		self.forget(today);
		match self.0.last_mut().filter(|(day, _)| *day == today) {
			Some((_, drawn)) => *drawn = drawn.checked_add(amount)?,
			None => self.0.try_push((today, amount)).ok()?,
		}
		Some(())
	}
}

/// The debts in one asset, by their age: `first` is the place of the oldest.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DebtQueue {
	/// The place of the oldest debt, or one before it that is empty by now.
	pub first: u64,
	/// The place that the next debt gets.
	pub next: u64,
}

/// A debt: the loss of a pool in an incident, for which the reserve owes.
pub type Debt = (IncidentId, PoolId);

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
	/// Paid of what was owed. It is not lent.
	pub paid_later: Balance,
	/// The part of `paid` that was repaid.
	pub repaid: Balance,
	/// The part of `paid` that was given up.
	pub written_off: Balance,
}

impl PoolAccount {
	/// The amount that the reserve may still give for the pool: `multiple` times its contributions,
	/// less all that it got or is owed. A repayment does not open the limit again.
	pub fn left(&self, multiple: u32) -> Balance {
		// A sum beyond 128 bits is above all the money there is: then no more is given.
		draw::pool_left(self.contributed, multiple, self.paid, self.owed.saturating_add(self.paid_later))
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

	/// Returns the account after `amount` of the obligations was paid. `None` if so much is not
	/// owed.
	pub fn pay_debt(self, amount: Balance) -> Option<Self> {
		Some(Self { paid_later: self.paid_later.checked_add(amount)?, ..self.reduce_obligation(amount)? })
	}

	/// Returns the account after `amount` was repaid. `None` if so much is not lent.
	pub fn repay(self, amount: Balance) -> Option<Self> {
		let after = Self { repaid: self.repaid.checked_add(amount)?, ..self };
		after.lent().map(|_| after)
	}

	/// Returns the account after `amount` of what was given up was repaid all the same. `None` if
	/// so much was not given up.
	pub fn restore(self, amount: Balance) -> Option<Self> {
		let written_off = self.written_off.checked_sub(amount)?;
		Some(Self { repaid: self.repaid.checked_add(amount)?, written_off, ..self })
	}

	/// Returns the account after `amount` was given up. `None` if so much is not lent.
	pub fn write_off(self, amount: Balance) -> Option<Self> {
		let after = Self { written_off: self.written_off.checked_add(amount)?, ..self };
		after.lent().map(|_| after)
	}
}

/// The pools that may draw for an incident.
pub type BackedPools = BoundedVec<PoolId, ConstU32<MAX_POOLS_PER_PRODUCT>>;

/// The limits and the draws of one incident. Its pools, the funds and the limits are fixed when it
/// is opened: later income, admissions or changes of a parameter do not move them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct IncidentAccount {
	/// The asset of its product.
	pub asset: AssetId,
	/// The correlation group of its product.
	pub group: GroupId,
	/// The admitted pools of which it has locked capital.
	pub pools: BackedPools,
	/// The active day on which it was opened.
	pub opened: Day,
	/// The reserve's own funds and stake when it was opened.
	pub funds: Balance,
	/// The most that all pools together may draw.
	pub limit: Balance,
	/// The most that all incidents of its group may have drawn within 30 days, or since it was
	/// opened, when it draws.
	pub group_limit: Balance,
	/// The multiple of its contributions that a pool may get, over its whole life.
	pub pool_multiple: u32,
	/// Drawn by all pools.
	pub drawn: Balance,
	/// True until it is rejected, or every pool has its final settlement.
	pub is_open: bool,
}

impl IncidentAccount {
	/// Returns the account of an incident that is opened. The limits are parts of the `funds`,
	/// rounded down, against the incident.
	pub fn open(
		asset: AssetId,
		group: GroupId,
		pools: BackedPools,
		opened: Day,
		funds: Balance,
		(per_incident, per_group): (Permill, Permill),
		pool_multiple: u32,
	) -> Self {
		let (limit, group_limit) = (draw::limit(funds, per_incident), draw::limit(funds, per_group));
		Self {
			asset,
			group,
			pools,
			opened,
			funds,
			limit,
			group_limit,
			pool_multiple,
			drawn: 0,
			is_open: true,
		}
	}

	/// The amount that may still be drawn, after the group has drawn `by_group` within its period.
	pub fn left(&self, by_group: Balance) -> Balance {
		let of_group = draw::limit_left(self.group_limit, by_group);
		draw::limit_left(self.limit, self.drawn).min(of_group)
	}
}

/// The amounts that one pool got, and is owed, for its loss in one incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Backing {
	/// The asset.
	pub asset: AssetId,
	/// Paid at the settlement: lent to the pool.
	pub paid: Balance,
	/// Owed: the amount that the limits of incident and group held back, and that is not paid yet.
	pub owed: Balance,
	/// Paid of what was owed. It is not lent.
	pub paid_later: Balance,
	/// The amount of written-off loans that recoveries of the incident made good.
	pub restored: Balance,
	/// The place of the debt among those in the asset, while there is one.
	pub place: Option<u64>,
}

impl Backing {
	/// Returns a backing without any amount.
	pub fn new(asset: AssetId) -> Self {
		Self { asset, paid: 0, owed: 0, paid_later: 0, restored: 0, place: None }
	}

	/// All that the pool got or is owed. `None` if it does not fit.
	pub fn total(&self) -> Option<Balance> {
		self.paid_later.checked_add(self.paid)?.checked_add(self.owed)
	}

	/// The amount that was lent for the incident and that none of its recoveries made good.
	pub fn not_restored(&self) -> Balance {
		self.paid.saturating_sub(self.restored)
	}

	/// Returns the backing after a recovery made `amount` good. `None` if so much was not lent.
	pub fn restore(self, amount: Balance) -> Option<Self> {
		let restored = self.restored.checked_add(amount)?;
		(restored <= self.paid).then_some(Self { restored, ..self })
	}

	/// The least part of the debt that is paid: a hundredth of all that was promised, rounded up,
	/// or the rest.
	pub fn least_payment(&self) -> Balance {
		// Both are parts of one promise, which has fitted.
		LEAST_PAYMENT.mul_ceil(self.owed.saturating_add(self.paid_later)).min(self.owed)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const RULES: IncomeRules = IncomeRules { reward_share: Permill::from_percent(30), now: 0 };

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
				book = book.take(IncomeLine::Donations, income, &RULES).unwrap().0;
				let paid = part % (book.own + 1);
				book = book.draw(paid, 1).unwrap().0;
				prop_assert_eq!(book.total(), book.expected_total());
				prop_assert_eq!(book.draw(book.own + 1, 0), None);
			}
		}

		#[test]
		fn loans_should_end_as_repaid_or_written_off(
			draws in prop::collection::vec(0..1u128 << 100, 1..8), cuts in any::<(u64, u64)>(),
		) {
			let mut book = Book::default().take(IncomeLine::Premiums, 1 << 110, &RULES).unwrap().0;
			let mut pool = PoolAccount::default();
			for draw in draws {
				book = book.draw(draw, 1).unwrap().0;
				pool = pool.draw(draw, 1).unwrap();
				let repaid = u128::from(cuts.0) % (book.lent + 1);
				book = book.repay(repaid, &RULES).unwrap().0;
				pool = pool.repay(repaid).unwrap();
				let lost = u128::from(cuts.1) % (book.lent + 1);
				book = book.write_off(lost).unwrap();
				pool = pool.write_off(lost).unwrap();
				prop_assert_eq!(pool.lent(), Some(book.lent));
				prop_assert_eq!(pool.paid, book.lent + pool.repaid + pool.written_off);
				prop_assert_eq!(book.total(), book.expected_total());
				prop_assert_eq!((book.reduce_obligation(book.owed + 1), pool.reduce_obligation(pool.owed + 1)), (None, None));
				let reduce_obligation = (book.reduce_obligation(1).unwrap().owed, pool.reduce_obligation(1).unwrap().owed);
				prop_assert_eq!(reduce_obligation, (book.owed - 1, pool.owed - 1));
				let beyond = book.lent + 1;
				prop_assert_eq!((book.repay(beyond, &RULES), book.write_off(beyond)), (None, None));
				prop_assert_eq!((pool.repay(beyond), pool.write_off(beyond)), (None, None));
			}
		}

		#[test]
		fn limit_should_be_the_floor_of_the_part(funds in amount(), part in 0u32..=1_000_000) {
			let parts = (Permill::from_parts(part), Permill::one());
			let account = IncidentAccount::open(AssetId::Native, 1, Default::default(), 0, funds, parts, 10);
			let whole = funds / 1_000_000 * u128::from(part);
			let rest = funds % 1_000_000 * u128::from(part) / 1_000_000;
			prop_assert_eq!((account.limit, account.group_limit), (whole + rest, funds));
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
			..Default::default()
		};
		assert_eq!(book.take(IncomeLine::Slashes, 1, &RULES), None);
		assert_eq!(book.draw(0, 1), None);
		assert_eq!(book.draw(1, 0), None);
		assert_eq!(book.repay(1, &RULES), None);
		let pool = PoolAccount { contributed: u128::MAX, paid: 1, owed: 1, ..Default::default() };
		assert_eq!(pool.left(10), u128::MAX - 2);
		assert_eq!(pool.draw(u128::MAX, 0), None);
		assert_eq!(pool.draw(0, u128::MAX), None);
		assert_eq!(pool.repay(u128::MAX), None);
		assert_eq!(pool.write_off(u128::MAX), None);
	}
}
