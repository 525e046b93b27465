// SPDX-License-Identifier: Apache-2.0

//! Plain types: the terms and the book of a programme, and a report on its way.
//!
//! Moments are active times where no other clock is named. All amounts of a programme are in its
//! asset's units.

use breakwater_math::{
	payout, stake,
	units::{DAY, HOUR},
};
use breakwater_primitives::{deadline, AssetId, Balance, BlockTime, Moment, ProductId, ReportId, Uri};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::RangeInclusive;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, ConstU32, Hash},
	BoundedVec, Permill,
};

/// The most reports of a programme that are not decided for good.
pub const MAX_OPEN: u32 = 16;
/// The most open reports that double the deposit for the next. An honest reporter can hold it
/// behind any number of others.
pub const MAX_DOUBLINGS: u32 = 6;
/// The most records of reports of a programme.
pub const MAX_RECORDS: u32 = 64;
/// The most cases of a programme that are under way at once. Others wait, so that one sponsor does
/// not fill the room of all.
pub const MAX_CASES: u32 = 2;
/// The active time in which a report is revealed, in milliseconds.
pub const REVEAL_PERIOD: Moment = 7 * DAY;
/// The active time in which a decision can be disputed, in milliseconds.
pub const DISPUTE_PERIOD: Moment = 7 * DAY;
/// The wall-clock time after a rescue, or after a later halt, in which its report is committed, in
/// milliseconds.
pub const RESCUE_WINDOW: Moment = 72 * HOUR;
/// The active time between a request to withdraw and the withdrawal, and between new terms and the
/// first report that has them, in milliseconds.
pub const NOTICE: Moment = 14 * DAY;
/// The active time after the notice in which a request can be used, in milliseconds. Without it a
/// request of long ago would be a withdrawal without notice.
pub const WITHDRAWAL_WINDOW: Moment = 7 * DAY;
/// The active time after the end of a report in which its reward can be matched, in milliseconds.
pub const MATCH_PERIOD: Moment = 90 * DAY;
/// The least active time between two critical bugs that count as past incidents of a product, in
/// milliseconds.
pub const INCIDENT_INTERVAL: Moment = 90 * DAY;
/// The least reward of a bug that counts as a past incident, as a part of the cover in force.
pub const LEAST_PROOF: Permill = Permill::from_parts(1_000);
/// The bond of a dispute, as a part of the difference that is disputed.
pub const DISPUTE_BOND: Permill = Permill::from_percent(10);
/// The largest share of returned money for a rescue.
pub const MOST_RESCUE_SHARE: Permill = Permill::from_percent(10);
/// The bounds of the time in which a manager acknowledges a report, in milliseconds.
pub const ACKNOWLEDGEMENT: RangeInclusive<Moment> = DAY..=14 * DAY;
/// The bounds of the time in which a manager decides on a report, in milliseconds.
pub const DECISION: RangeInclusive<Moment> = DAY..=60 * DAY;
/// The bounds of the time in which a reward vests, in milliseconds. The least is the notice of a
/// withdrawal: a manager who rewards an accomplice has the money no sooner.
pub const VESTING: RangeInclusive<Moment> = NOTICE..=180 * DAY;

/// The severity of a bug.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Severity {
	/// Low.
	#[codec(index = 0)]
	Low,
	/// Medium.
	#[codec(index = 1)]
	Medium,
	/// High.
	#[codec(index = 2)]
	High,
	/// Critical: covered money could be lost.
	#[codec(index = 3)]
	Critical,
}

/// The rewards by severity, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Rewards {
	/// For a bug of low severity; can be zero.
	pub low: Balance,
	/// For one of medium severity; at least the one before.
	pub medium: Balance,
	/// For one of high severity; at least the one before.
	pub high: Balance,
	/// For a critical one; at least the one before, and above zero.
	pub critical: Balance,
}

impl Rewards {
	/// The reward for a severity.
	pub fn of(&self, severity: Severity) -> Balance {
		match severity {
			Severity::Low => self.low,
			Severity::Medium => self.medium,
			Severity::High => self.high,
			Severity::Critical => self.critical,
		}
	}

	/// True if no reward is below that of a lower severity, and the last is above zero.
	pub fn is_sound(&self) -> bool {
		let Self { low, medium, high, critical } = *self;
		low <= medium && medium <= high && high <= critical && critical > 0
	}
}

/// The terms of a programme. A report keeps those of the block in which it was committed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct BountyTerms {
	/// The rewards by severity.
	pub rewards: Rewards,
	/// The active time in which the manager acknowledges a report, in milliseconds; 1 to 14 days.
	pub acknowledgement: Moment,
	/// The active time in which the manager then decides on it, in milliseconds; 1 to 60 days.
	pub decision: Moment,
	/// The active time in which a reward vests, in milliseconds; 14 to 180 days.
	pub vesting: Moment,
	/// The share of returned money for a rescue; at most 10 %, and zero if rescues have no reward.
	pub rescue_share: Permill,
	/// The place where the rules can be read, in UTF-8, at most 256 bytes.
	pub uri: Uri,
}

impl BountyTerms {
	/// True if all numbers are within their bounds.
	pub fn is_sound(&self) -> bool {
		self.rewards.is_sound()
			&& ACKNOWLEDGEMENT.contains(&self.acknowledgement)
			&& DECISION.contains(&self.decision)
			&& VESTING.contains(&self.vesting)
			&& self.rescue_share <= MOST_RESCUE_SHARE
	}

	/// The reward of a decision by these terms. A rescue gets its share of the returned money,
	/// rounded down, against the reporter.
	pub fn reward_of(&self, decision: ReportDecision) -> Balance {
		match decision {
			ReportDecision::Rejected => 0,
			ReportDecision::Severity(severity) => self.rewards.of(severity),
			ReportDecision::Returned(returned) => self.rescue_share.mul_floor(returned),
		}
	}

	/// The hash that a reporter gives, so that the report has the terms that were read.
	pub fn hash(&self) -> H256 {
		BlakeTwo256::hash_of(self)
	}
}

/// The claim of a report.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Claim {
	/// A bug of a severity was found.
	#[codec(index = 0)]
	Finding(Severity),
	/// Money was taken out of a contract under attack, and returned.
	#[codec(index = 1)]
	Rescue {
		/// The returned money, in the asset's units.
		returned: Balance,
		/// Wall-clock time of the rescue, in milliseconds.
		occurred_at: Moment,
	},
}

/// A decision on a report.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ReportDecision {
	/// No reward.
	#[codec(index = 0)]
	Rejected,
	/// A bug of a severity, for a finding.
	#[codec(index = 1)]
	Severity(Severity),
	/// The money that was returned, in the asset's units, for a rescue.
	#[codec(index = 2)]
	Returned(Balance),
}

impl From<Claim> for ReportDecision {
	fn from(claim: Claim) -> Self {
		match claim {
			Claim::Finding(severity) => Self::Severity(severity),
			Claim::Rescue { returned, .. } => Self::Returned(returned),
		}
	}
}

impl ReportDecision {
	/// True if it answers a claim: a severity a finding, returned money a rescue.
	pub fn fits(&self, claim: &Claim) -> bool {
		matches!(
			(self, claim),
			(Self::Rejected, _)
				| (Self::Severity(_), Claim::Finding(_))
				| (Self::Returned(_), Claim::Rescue { .. })
		)
	}

	/// True if it is all that is claimed, or more. Rewards do not say: those of two severities can
	/// be equal, and a lower one is still another finding.
	pub fn covers(&self, claim: &Claim) -> bool {
		match (self, claim) {
			(Self::Severity(severity), Claim::Finding(claimed)) => severity >= claimed,
			(Self::Returned(returned), Claim::Rescue { returned: claimed, .. }) => returned >= claimed,
			_ => false,
		}
	}
}

/// Returns the commitment to a claim. It binds the chain, the product, the reporter, the claim and
/// the report. An account that copies it cannot reveal it.
pub fn commitment_of(
	genesis: impl Encode,
	product: ProductId,
	reporter: impl Encode,
	claim: &Claim,
	(report_hash, salt): (H256, H256),
) -> H256 {
	BlakeTwo256::hash_of(&(b"breakwater bounty", genesis, product, reporter, claim, report_hash, salt))
}

/// The book of a programme, in its asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Book {
	/// The money for reports to come. The manager can withdraw it after a notice.
	pub free: Balance,
	/// The money for open reports.
	pub reserved: Balance,
	/// The rewards that are decided and not collected.
	pub vesting: Balance,
	/// The bonds of disputes that are not taken back.
	pub bonds: Balance,
	/// All that came in: funds, parts of the reserve, bonds.
	pub came_in: Balance,
	/// All that went out: withdrawals, rewards, bonds, parts of the reserve that it got back.
	pub went_out: Balance,
}

impl Book {
	/// The money in the book. `None` cannot happen to a book that these functions have made.
	pub fn total(&self) -> Option<Balance> {
		self.free.checked_add(self.reserved)?.checked_add(self.vesting)?.checked_add(self.bonds)
	}

	/// True if the money is what came in less what went out.
	pub fn is_balanced(&self) -> bool {
		self.total().is_some() && self.total() == self.came_in.checked_sub(self.went_out)
	}

	fn take_in(self, amount: Balance) -> Option<Self> {
		Some(Self { came_in: self.came_in.checked_add(amount)?, ..self })
	}

	fn let_out(self, amount: Balance) -> Option<Self> {
		Some(Self { went_out: self.went_out.checked_add(amount)?, ..self })
	}

	/// Returns the book after `amount` came in for reports. `None` if a sum does not fit.
	pub fn fund(self, amount: Balance) -> Option<Self> {
		Self { free: self.free.checked_add(amount)?, ..self }.take_in(amount)
	}

	/// Returns the book after the manager withdrew `amount`. `None` if so much is not free.
	pub fn withdraw(self, amount: Balance) -> Option<Self> {
		Self { free: self.free.checked_sub(amount)?, ..self }.let_out(amount)
	}

	/// Returns the book after `amount` was reserved for a report. `None` if so much is not free.
	pub fn reserve(self, amount: Balance) -> Option<Self> {
		let reserved = self.reserved.checked_add(amount)?;
		Some(Self { free: self.free.checked_sub(amount)?, reserved, ..self })
	}

	/// Returns the book after a report for which `reserved` was kept got a `reward` of it. `None`
	/// if it is above that, or so much is not reserved.
	pub fn reward(self, reserved: Balance, reward: Balance) -> Option<Self> {
		Some(Self {
			free: self.free.checked_add(reserved.checked_sub(reward)?)?,
			reserved: self.reserved.checked_sub(reserved)?,
			vesting: self.vesting.checked_add(reward)?,
			..self
		})
	}

	/// Returns the book after the reserve added `amount` to a reward. `None` if a sum does not fit.
	pub fn add_match(self, amount: Balance) -> Option<Self> {
		Self { vesting: self.vesting.checked_add(amount)?, ..self }.take_in(amount)
	}

	/// Returns the book after `amount` of a reward was paid. `None` if so much does not vest.
	pub fn pay(self, amount: Balance) -> Option<Self> {
		Self { vesting: self.vesting.checked_sub(amount)?, ..self }.let_out(amount)
	}

	/// Returns the book after a part of a reward was revoked: `freed` of the programme's money, and
	/// `returned` of the reserve's. `None` if so much does not vest.
	pub fn revoke(self, freed: Balance, returned: Balance) -> Option<Self> {
		let vesting = self.vesting.checked_sub(freed)?.checked_sub(returned)?;
		Self { free: self.free.checked_add(freed)?, vesting, ..self }.let_out(returned)
	}

	/// Returns the book after a bond was put up. `None` if a sum does not fit.
	pub fn put_up(self, bond: Balance) -> Option<Self> {
		Self { bonds: self.bonds.checked_add(bond)?, ..self }.take_in(bond)
	}

	/// Returns the book after a bond was returned or lost. `None` if there is no such bond.
	pub fn let_go(self, bond: Balance) -> Option<Self> {
		Self { bonds: self.bonds.checked_sub(bond)?, ..self }.let_out(bond)
	}
}

/// A request to withdraw free money.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Withdrawal {
	/// The amount; what is free at the end of the notice, if that is less.
	pub amount: Balance,
	/// The end of the notice.
	pub ready_at: Moment,
	/// The end of the time in which it can be used.
	pub ends_at: Moment,
}

impl Withdrawal {
	/// A request at active time `now`.
	pub fn new(amount: Balance, now: Moment) -> Self {
		let ready_at = deadline(now, NOTICE);
		Self { amount, ready_at, ends_at: deadline(ready_at, WITHDRAWAL_WINDOW) }
	}

	/// True if it can be used at active time `now`.
	pub fn is_ready(&self, now: Moment) -> bool {
		(self.ready_at..self.ends_at).contains(&now)
	}
}

/// Terms whose notice is not over.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PendingTerms {
	/// The terms.
	pub terms: BountyTerms,
	/// The active time from which reports have them.
	pub from: Moment,
}

/// The place of an open report in the order of its programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Place {
	/// The report.
	pub report: ReportId,
	/// The money that is reserved as soon as it is free: the reward for a critical bug.
	pub wanted: Balance,
	/// The money that is reserved.
	pub reserved: Balance,
}

/// The bounty programme of a product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Programme<AccountId> {
	/// The account that decides on reports, and to which free money belongs.
	pub manager: AccountId,
	/// The asset, which is the product's.
	pub asset: AssetId,
	/// The terms for later reports.
	pub terms: BountyTerms,
	/// The terms that take their place after a notice.
	pub pending: Option<PendingTerms>,
	/// The reports that are not decided for good, in the order of their commitments, and the money
	/// that is reserved for each. No money is free as long as one of them lacks some.
	pub open: BoundedVec<Place, ConstU32<MAX_OPEN>>,
	/// The number of reports with a record.
	pub reports: u32,
	/// The number of cases that are under way.
	pub cases: u32,
	/// The book.
	pub book: Book,
	/// The manager's request to withdraw.
	pub withdrawal: Option<Withdrawal>,
}

impl<AccountId> Programme<AccountId> {
	/// Put the pending terms in force, if their notice is over at active time `now`.
	pub fn renew_terms(&mut self, now: Moment) {
		if let Some(pending) = self.pending.take_if(|pending| now >= pending.from) {
			self.terms = pending.terms;
		}
	}

	/// The place of an open report.
	pub fn place_of(&self, report: ReportId) -> Option<&Place> {
		self.open.iter().find(|place| place.report == report)
	}

	/// The money that a report can get at most; zero once it is decided for good.
	pub fn wanted_by(&self, report: ReportId) -> Balance {
		self.place_of(report).map_or(0, |place| place.wanted)
	}

	/// The money that is reserved for a report; zero once it is decided for good.
	pub fn reserved_for(&self, report: ReportId) -> Balance {
		self.place_of(report).map_or(0, |place| place.reserved)
	}

	/// Reserve free money for the open reports, in their order. `None` cannot happen to a programme
	/// that these functions have made.
	pub fn distribute(&mut self) -> Option<()> {
		for place in self.open.iter_mut() {
			let amount = place.wanted.checked_sub(place.reserved)?.min(self.book.free);
			self.book = self.book.reserve(amount)?;
			place.reserved = place.reserved.checked_add(amount)?;
		}
		Some(())
	}

	/// Give a report the last place. Returns the money that is reserved for it. `None` if as many
	/// are open as can be.
	pub fn enter(&mut self, report: ReportId) -> Option<Balance> {
		let wanted = self.terms.rewards.critical;
		self.open.try_push(Place { report, wanted, reserved: 0 }).ok()?;
		self.distribute()?;
		Some(self.reserved_for(report))
	}

	/// True if a report to which the terms give `reward` can end: that is reserved, or no older
	/// report is open whose money could become free.
	pub fn can_end(&self, report: ReportId, reward: Balance) -> bool {
		let is_first = self.open.first().is_some_and(|place| place.report == report);
		let is_whole = |place: &Place| place.reserved >= reward.min(place.wanted);
		is_first || self.place_of(report).is_some_and(is_whole)
	}

	/// End a report with a `reward`, and reserve the rest of its money for the others. Returns that
	/// rest. `None` if so much is not reserved for it.
	pub fn end(&mut self, report: ReportId, reward: Balance) -> Option<Balance> {
		let at = self.open.iter().position(|place| place.report == report)?;
		let Place { reserved, .. } = self.open.remove(at);
		self.book = self.book.reward(reserved, reward)?;
		self.distribute()?;
		reserved.checked_sub(reward)
	}
}

/// The stage of a report.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// The claim is not revealed.
	#[codec(index = 0)]
	Committed {
		/// The end of the time to reveal it.
		until: Moment,
	},
	/// The manager has not acknowledged it.
	#[codec(index = 1)]
	Revealed {
		/// The end of the time to acknowledge it.
		until: Moment,
	},
	/// The manager has not decided on it.
	#[codec(index = 2)]
	Acknowledged {
		/// The end of the time to decide.
		until: Moment,
	},
	/// The reporter can dispute the decision. Then it ends, once its money is reserved or no older
	/// report is open.
	#[codec(index = 3)]
	Decided {
		/// The end of the time to dispute it.
		until: Moment,
	},
	/// The adjudicator chooses between the claim and the decision.
	#[codec(index = 4)]
	Disputed {
		/// The adjudicator's number of the case. `None` as long as the adjudicator had no room for
		/// it, or two cases of the programme are under way.
		case: Option<u32>,
	},
	/// Decided for good.
	#[codec(index = 5)]
	Ended,
}

impl Stage {
	/// True if the report is not decided for good.
	pub fn is_open(&self) -> bool {
		*self != Self::Ended
	}

	/// The deadline of the manager, if the manager has to act.
	pub fn managers_deadline(&self) -> Option<Moment> {
		match self {
			Self::Revealed { until } | Self::Acknowledged { until } => Some(*until),
			_ => None,
		}
	}
}

/// The decision on a report as it stands.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Decided {
	/// The decision.
	pub decision: ReportDecision,
	/// Its reward of the money that was reserved then, in the asset's units; final once the report
	/// has ended.
	pub reward: Balance,
	/// The moment of the manager's first decision, or at which the manager's time was over.
	pub at: Moment,
	/// True if the manager let a deadline pass. A dispute then takes no bond in the asset.
	pub is_by_silence: bool,
}

/// A reward that vests.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Vesting {
	/// The programme's part, in the asset's units.
	pub reward: Balance,
	/// The reserve's part, in the asset's units.
	pub matched: Balance,
	/// The collected part of both, in the asset's units.
	pub collected: Balance,
	/// The beginning.
	pub since: Moment,
	/// The moment at which the report ended.
	pub ended_at: Moment,
	/// True if a referendum has approved the reserve's part.
	pub is_match_approved: bool,
	/// The time in which all of it vests; zero after a revocation.
	pub period: Moment,
	/// True if a referendum has revoked what had not vested.
	pub is_revoked: bool,
}

/// The parts of a reward that were revoked, in the asset's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revoked {
	/// The programme's part.
	pub freed: Balance,
	/// The reserve's part.
	pub returned: Balance,
}

impl Vesting {
	/// Both parts. `None` cannot happen: the book has checked the sum.
	pub fn total(&self) -> Option<Balance> {
		self.reward.checked_add(self.matched)
	}

	/// The part that has vested at active time `now`: linear, rounded down, against the reporter,
	/// and all of it at the end.
	pub fn vested(&self, now: Moment) -> Option<Balance> {
		Some(stake::released(self.total()?, now.saturating_sub(self.since), self.period))
	}

	/// The part that has vested and is not collected.
	pub fn collectable(&self, now: Moment) -> Option<Balance> {
		self.vested(now)?.checked_sub(self.collected)
	}

	/// The part that is not collected.
	pub fn left(&self) -> Option<Balance> {
		self.total()?.checked_sub(self.collected)
	}

	/// Returns the reward after the part that has not vested was revoked, and that part. The
	/// reserve's is in proportion, rounded up: the programme gets no unit of it.
	pub fn revoke(self, now: Moment) -> Option<(Self, Revoked)> {
		let total = self.total()?;
		let back = total.checked_sub(self.vested(now)?)?;
		// Rounded down. Each part is at most that of the total.
		let freed = payout::portion(back, 0, self.reward, total)?;
		let returned = back.checked_sub(freed)?;
		let after = Self {
			reward: self.reward.checked_sub(freed)?,
			matched: self.matched.checked_sub(returned)?,
			period: 0,
			is_revoked: true,
			..self
		};
		Some((after, Revoked { freed, returned }))
	}
}

/// A report of a bug.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Report<AccountId> {
	/// The product of the programme.
	pub product: ProductId,
	/// The reporter.
	pub reporter: AccountId,
	/// The commitment to the claim.
	pub commitment: H256,
	/// The time of the block in which it was committed.
	pub committed: BlockTime,
	/// Wall-clock time of the end of the last halt before it; zero if there was none.
	pub resumed_at: Moment,
	/// The terms of that block.
	pub terms: BountyTerms,
	/// The cover in force on the product in that block, in the asset's units.
	pub cover: Balance,
	/// The native tokens that are held for it; zero once it is decided for good.
	pub deposit: Balance,
	/// The claim, once it is revealed.
	pub claim: Option<Claim>,
	/// The stage.
	pub stage: Stage,
	/// The decision.
	pub decided: Option<Decided>,
	/// The reward, if there is one.
	pub vesting: Option<Vesting>,
	/// The bond of a dispute that is under way, in the asset's units.
	pub bond: Balance,
	/// The native tokens that are held for that dispute.
	pub native_bond: Balance,
	/// The charge that was paid for the seats of the dispute's case, in units of the native token.
	pub fees: Balance,
	/// The bond that the reporter gets back, in the asset's units.
	pub due: Balance,
}

impl<AccountId> Report<AccountId> {
	/// The reward that the terms give for the claim; zero before the claim is revealed.
	pub fn claimed(&self) -> Balance {
		self.claim.map_or(0, |claim| self.terms.reward_of(claim.into()))
	}

	/// The part of the claimed reward, as far as it is `reserved`, that the decision does not give.
	pub fn difference(&self, reserved: Balance) -> Balance {
		let given = self.decided.map_or(0, |decided| self.terms.reward_of(decided.decision));
		self.claimed().min(reserved).saturating_sub(given)
	}

	/// True if the decision is less than what is claimed.
	pub fn is_disputable(&self) -> bool {
		let decided = self.claim.zip(self.decided);
		decided.is_some_and(|(claim, decided)| !decided.decision.covers(&claim))
	}

	/// The bond of a dispute in the asset: a part of the difference, rounded up, and at least
	/// `least`, the asset's minimum balance. Zero if the manager was silent, and at another stage.
	pub fn dispute_bond(&self, reserved: Balance, least: Balance) -> Balance {
		let is_decided = matches!(self.stage, Stage::Decided { .. }) && self.is_disputable();
		match self.decided {
			Some(decided) if is_decided && !decided.is_by_silence => {
				DISPUTE_BOND.mul_ceil(self.difference(reserved)).max(least)
			}
			_ => 0,
		}
	}

	/// True if it was decided for good that the bug is critical, and it has a reward.
	pub fn is_critical(&self) -> bool {
		let is_critical = |decided: Decided| decided.decision == ReportDecision::Severity(Severity::Critical);
		self.decided.is_some_and(is_critical) && self.vesting.is_some()
	}

	/// True if its reward proves a risk of the cover in force: it is critical, and the reward is
	/// not tiny beside that cover.
	pub fn is_proof(&self) -> bool {
		let reward = self.vesting.map_or(0, |vesting| vesting.reward);
		self.is_critical() && self.cover > 0 && reward >= LEAST_PROOF.mul_ceil(self.cover)
	}

	/// True if the reserve can match the reward at active time `now`, once a referendum has
	/// approved it.
	pub fn is_matchable(&self, now: Moment) -> bool {
		let is_whole = |vesting: Vesting| {
			vesting.matched == 0 && !vesting.is_revoked && now < deadline(vesting.ended_at, MATCH_PERIOD)
		};
		self.is_critical() && self.cover > 0 && self.vesting.is_some_and(is_whole)
	}

	/// True if nothing is left to do with it at active time `now`.
	pub fn is_over(&self, now: Moment) -> bool {
		let is_collected = self.vesting.is_none_or(|vesting| vesting.left() == Some(0));
		!self.stage.is_open() && self.due == 0 && is_collected && !self.is_matchable(now)
	}
}

/// A report as people ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReportState {
	/// The reward that the terms give for the claim, in the asset's units.
	pub claimed: Balance,
	/// The money that is reserved for it, in the asset's units; zero once it is decided for good.
	pub reserved: Balance,
	/// The reward of the decision, in the asset's units; zero before it.
	pub reward: Balance,
	/// The bond of a dispute in the asset's units; zero if it costs none, or can not be disputed.
	pub dispute_bond: Balance,
	/// The amount that `collect` would pay now, in the asset's units.
	pub collectable: Balance,
	/// True if the reserve can match the reward, once a referendum has approved it.
	pub is_matchable: bool,
}

#[cfg(test)]
mod tests;
