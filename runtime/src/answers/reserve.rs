// SPDX-License-Identifier: Apache-2.0

//! The reserve, and the stake behind it.

use super::{clocks, units::*};
use crate::{parameters::bounded, AccountId, AssetId, Balance, Reserve, Runtime};
use alloc::vec::Vec;
use breakwater_assessment::types::MAX_PROPOSALS;
use breakwater_math::units::MILLION;
use breakwater_primitives as raw;
use breakwater_reserve::{SolvencyRecord, YearRecord, Years};
use codec::{Decode, Encode};
use core::cmp::Reverse;
use frame_support::traits::Get;
use raw::{GroupId, Moment, Trigger};
use scale_info::TypeInfo;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Permill, Rounding};

/// The most years that an answer has.
pub const MAX_YEARS: usize = 100;

/// Returns the longest active time, in milliseconds, from the opening of an incident until it
/// freezes no stake, if no other incident is open beside it. It is the sum of what can come one
/// after the other:
///
/// - a breach lasts for the longest duration of a trigger, data go missing at its end for as long
///   as a trigger waits, and it begins anew; or, where people assess, claims are made until the end
///   of their window;
/// - an outcome is proposed at the end of its period, and each further one at the end of its
///   challenge;
/// - the court's panels of both levels fail twice each, both decisions are appealed in their last
///   moments, and the last appeal is voted on, in blocks of a slot each.
///
/// The blocks that assess, settle and pay are not in it, nor the line for the last appeal.
/// Incidents that are open together, or wait for each other, add up. The parameters are those of
/// today; each incident keeps those of its own day.
pub fn longest_freeze() -> Moment {
	let trigger = Trigger::DURATIONS.end().saturating_mul(2).saturating_add(bounded::MaxUndecided::get());
	let challenges = bounded::ChallengePeriod::get().saturating_mul(MAX_PROPOSALS.into());
	let case = crate::Court::longest_case();
	let people = bounded::ProposalPeriod::get().saturating_add(challenges).saturating_add(case);
	people.saturating_add(trigger.max(bounded::ClaimWindow::get()))
}

/// The reserve in one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReserveState {
	/// The asset.
	pub asset: Asset,
	/// The account that holds the reserve's money.
	pub account: AccountId,
	/// The reserve's own funds.
	pub own: Amount,
	/// The part of its income that is kept for what it owes.
	pub set_aside: Amount,
	/// The amount that the reserve owes to incidents.
	pub owed: Amount,
	/// The stake behind its own funds.
	pub stake: Amount,
	/// The longest time for which one incident can freeze the stake, if no other incident is beside
	/// it: see [`longest_freeze`].
	pub longest_freeze: Span,
	/// The rewards of stakers that are not released yet.
	pub rewards: Amount,
	/// The number of open incidents that freeze the stake: none comes or leaves.
	pub freezing_incidents: u32,
	/// The part of every earned premium that goes to the reserve now.
	pub premium_share: Permill,
	/// The same when own funds and stake are at the target.
	pub base_share: Permill,
	/// The target for own funds and stake.
	pub target: Amount,
	/// The amount received since the beginning.
	pub received: Amount,
	/// The amounts received since the beginning, by line.
	pub income: IncomeState,
	/// The amount paid out since the beginning.
	pub paid_out: Amount,
	/// The amount that pools still have to repay to the reserve.
	pub lent: Amount,
	/// The money of programmes of compensation that is not collected yet. It is not the reserve's
	/// own.
	pub programmes: Amount,
	/// The amount that programmes, advances and rewards of bugs took since the beginning.
	pub disbursed: Amount,
	/// The money that was recovered for underwriters, and is in no programme yet. It is not the
	/// reserve's own.
	pub salvage: Amount,
}

impl ReserveState {
	/// Returns the reserve in an asset.
	pub fn of(asset: AssetId) -> Option<Self> {
		let state = Reserve::state(asset.clone())?;
		let asset = Asset::of(asset);
		Some(Self {
			account: state.account,
			own: asset.amount(state.own),
			set_aside: asset.amount(state.set_aside),
			owed: asset.amount(state.owed),
			stake: asset.amount(state.stake),
			longest_freeze: longest_freeze().into(),
			rewards: asset.amount(state.rewards),
			freezing_incidents: state.freezing_incidents,
			premium_share: state.premium_share,
			base_share: state.base_share,
			target: asset.amount(state.target),
			received: asset.amount(state.received),
			income: IncomeState::of(&state.income, &asset),
			paid_out: asset.amount(state.paid_out),
			lent: asset.amount(state.lent),
			programmes: asset.amount(state.programmes),
			disbursed: asset.amount(state.disbursed),
			salvage: asset.amount(state.salvage),
			asset,
		})
	}
}

/// The reserve's income in one asset since the beginning, by line.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncomeState {
	/// Shares of pools' earned premiums.
	pub premiums: Amount,
	/// Gifts.
	pub donations: Amount,
	/// Lost bonds.
	pub lost_bonds: Amount,
	/// Parts of validators' bonds.
	pub slashes: Amount,
	/// Payouts that were never taken.
	pub unclaimed: Amount,
	/// Premium that no tranche of a pool takes.
	pub residuals: Amount,
	/// Money of the treasury, by referendum.
	pub replenishments: Amount,
	/// Repayments of loans.
	pub repayments: Amount,
	/// Shares of the fees for transactions.
	pub fees: Amount,
	/// Shares of what protocols send to their products' fee routes.
	pub fee_routes: Amount,
}

impl IncomeState {
	fn of(sums: &raw::IncomeSums, asset: &Asset) -> Self {
		Self {
			premiums: asset.amount(sums.premiums),
			donations: asset.amount(sums.donations),
			lost_bonds: asset.amount(sums.lost_bonds),
			slashes: asset.amount(sums.slashes),
			unclaimed: asset.amount(sums.unclaimed),
			residuals: asset.amount(sums.residuals),
			replenishments: asset.amount(sums.replenishments),
			repayments: asset.amount(sums.repayments),
			fees: asset.amount(sums.fees),
			fee_routes: asset.amount(sums.fee_routes),
		}
	}
}

/// The stake of an account in one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct StakeState {
	/// The asset.
	pub asset: Asset,
	/// The shares.
	pub shares: Balance,
	/// Their worth, rounded down.
	pub value: Amount,
	/// The request to take some of them out. None if there is none.
	pub request: Option<RequestState>,
	/// True if losses have used the stake up. The shares are worthless then, and `reserve.unstake`
	/// gives the deposit back.
	pub is_exhausted: bool,
}

/// A request to take stake out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RequestState {
	/// The shares.
	pub shares: Balance,
	/// The end of the cooldown.
	pub ready: Deadline,
	/// The end of the window for taking them. None while open incidents freeze the stake.
	pub ends: Option<Deadline>,
}

impl StakeState {
	/// Returns the stake of an account in an asset.
	pub fn of(asset: AssetId, who: AccountId) -> Option<Self> {
		let state = Reserve::stake_of(&asset, &who)?;
		let (asset, clocks) = (Asset::of(asset), clocks());
		let request = state.request.map(|request| RequestState {
			shares: request.shares,
			ready: clocks.until_active(request.ready_at),
			ends: request.ends_at.map(|end| clocks.until_active(end)),
		});
		Some(Self {
			shares: state.shares,
			value: asset.amount(state.value),
			request,
			is_exhausted: state.is_exhausted,
			asset,
		})
	}
}

/// The solvency of the reserve in one asset on one day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SolvencyState {
	/// The day of wall-clock time.
	pub day: Calendar,
	/// Own funds.
	pub own: Amount,
	/// The part of the income that is kept for what the reserve owes.
	pub set_aside: Amount,
	/// The stake.
	pub stake: Amount,
	/// The amount owed to incidents.
	pub owed: Amount,
	/// The amount that pools still have to repay.
	pub lent: Amount,
	/// The exposure of the admitted pools.
	pub exposure: Amount,
	/// The largest exposures by correlation group that were seen, the largest first.
	pub groups: Vec<GroupExposure>,
	/// The loss that the reserve would be asked for if the two largest groups of each pool failed
	/// at once.
	pub stress: Amount,
	/// The target for own funds and stake.
	pub target: Amount,
	/// Own funds and stake as a part of the target, in parts of a million, rounded down. None
	/// without a target.
	pub ratio: Option<u64>,
	/// The share of earned premium from this day on.
	pub premium_share: Permill,
	/// The income since the beginning.
	pub received: Amount,
	/// The payments since the beginning.
	pub paid_out: Amount,
	/// The money of programmes of compensation that is not collected yet.
	pub programmes: Amount,
	/// The amount that programmes, advances and rewards of bugs took since the beginning.
	pub disbursed: Amount,
	/// The money that was recovered for underwriters, and is in no programme yet.
	pub salvage: Amount,
}

/// The exposure of the admitted pools to one correlation group.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct GroupExposure {
	/// The correlation group.
	pub group: GroupId,
	/// The cover that could be lost.
	pub exposure: Amount,
}

impl SolvencyState {
	/// Returns the records of an asset over the last `days` days, the newest first.
	pub fn all(asset: AssetId, days: u32) -> Vec<Self> {
		let records = Reserve::solvency(&asset, days);
		let asset = Asset::of(asset);
		records.into_iter().map(|record| Self::of(record, &asset)).collect()
	}

	fn of(record: SolvencyRecord, asset: &Asset) -> Self {
		let exposure = |(group, units): &(GroupId, Balance)| GroupExposure {
			group: *group,
			exposure: asset.amount(*units),
		};
		Self {
			ratio: ratio(record.funds(), record.target),
			groups: record.groups.iter().map(exposure).collect(),
			day: record.day.into(),
			own: asset.amount(record.own),
			set_aside: asset.amount(record.set_aside),
			stake: asset.amount(record.stake),
			owed: asset.amount(record.owed),
			lent: asset.amount(record.lent),
			exposure: asset.amount(record.exposure),
			stress: asset.amount(record.stress),
			target: asset.amount(record.target),
			premium_share: record.premium_share,
			received: asset.amount(record.received),
			paid_out: asset.amount(record.paid_out),
			programmes: asset.amount(record.programmes),
			disbursed: asset.amount(record.disbursed),
			salvage: asset.amount(record.salvage),
		}
	}
}

/// Funds as a part of a target, in parts of a million, rounded down. A ratio that does not fit is
/// the largest number.
fn ratio(funds: Balance, target: Balance) -> Option<u64> {
	let ratio = multiply_by_rational_with_rounding(funds, MILLION.into(), target, Rounding::Down);
	(target > 0).then(|| ratio.and_then(|ratio| ratio.try_into().ok()).unwrap_or(u64::MAX))
}

/// The solvency of the reserve in one asset over a calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SolvencyYear {
	/// The calendar year, in UTC.
	pub year: u32,
	/// The first day with a record.
	pub first: Calendar,
	/// The last day with a record.
	pub last: Calendar,
	/// The number of days with a record.
	pub days: u32,
	/// The income from the last record of the year before to the last one of this year.
	pub received: Amount,
	/// The payments in the same time.
	pub paid_out: Amount,
	/// The amount that programmes, advances and rewards of bugs took in the same time.
	pub disbursed: Amount,
	/// Own funds at the last record.
	pub own: Amount,
	/// The stake at the last record.
	pub stake: Amount,
	/// The amount owed at the last record.
	pub owed: Amount,
	/// The day on which own funds and stake covered the least part of the target.
	pub thinnest: Calendar,
	/// That part, in parts of a million, rounded down. None if no day had a target.
	pub thinnest_ratio: Option<u64>,
}

impl SolvencyYear {
	/// Returns the years of an asset, the newest first. At most [`MAX_YEARS`].
	pub fn all(asset: AssetId) -> Vec<Self> {
		let mut years: Vec<_> = Years::<Runtime>::iter_prefix(&asset).collect();
		years.sort_by_key(|(year, _)| Reverse(*year));
		let asset = Asset::of(asset);
		let shown = |(year, record): (u32, YearRecord)| Self {
			year,
			first: record.first.into(),
			last: record.last.into(),
			days: record.days,
			received: asset.amount(record.received.saturating_sub(record.received_before)),
			paid_out: asset.amount(record.paid_out.saturating_sub(record.paid_before)),
			disbursed: asset.amount(record.disbursed.saturating_sub(record.disbursed_before)),
			own: asset.amount(record.own),
			stake: asset.amount(record.stake),
			owed: asset.amount(record.owed),
			thinnest: record.thinnest.into(),
			thinnest_ratio: ratio(record.thinnest_funds, record.thinnest_target),
		};
		years.into_iter().take(MAX_YEARS).map(shown).collect()
	}
}
