//! States of the pallets in plain numbers. The runtime's `answers` give them their units for people.

use crate::{interest::Position, *};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Permill;
use sp_runtime::DispatchError;

/// The price of a policy, as `buy` would charge it in this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote {
	/// What the pools get, in the asset's units.
	pub premium: Balance,
	/// What the distributor gets on top of it, rounded up. The buyer pays both.
	pub commission: Balance,
	/// Who gets what of the premium as it is earned, at the shares of today.
	pub split: PremiumSplit,
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The version of the terms that would apply.
	pub version: TermsVersion,
	/// The pools that would back the policy.
	pub placement: Vec<Placed>,
	/// The use of the product's capacity in all its pools together before the purchase.
	pub utilisation_before: Permill,
	/// The same after the purchase.
	pub utilisation_after: Permill,
	/// The annual rate from which the price rises with utilisation, in 10^-18 of the cover: the highest of the least rate of
	/// the terms, `risk_rate`, and `option_rate` with the margin of the risk class.
	pub base_rate: u128,
	/// The annual rate that the product's risk class and facts give, in 10^-18 of the cover, rounded up.
	pub risk_rate: u128,
	/// The annual rate of the option that the policy is: what the chance is worth that the feed's price, moving as the terms
	/// say, touches the threshold before the end; in 10^-18 of the cover, rounded up. With several feeds the sum of their
	/// options, at most certainty, if any of them can open a breach, and the lowest if it takes all. Zero where people judge.
	pub option_rate: u128,
	/// The part of the premium that is charged at the base rate, in the asset's units, rounded up.
	pub base_premium: Balance,
	/// When cover would begin (end of waiting).
	pub starts_at: Moment,
	/// When cover would end.
	pub ends_at: Moment,
	/// The largest policy on this product that could be backed now.
	pub room: Balance,
}

/// Who gets what of a premium, in the asset's units. The loan of a pool to the reserve is repaid out of the underwriters' part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PremiumSplit {
	/// The reserve.
	pub reserve: Balance,
	/// The treasury.
	pub treasury: Balance,
	/// The managers of the pools.
	pub manager: Balance,
	/// The underwriters of the pools.
	pub underwriters: Balance,
}

impl PremiumSplit {
	/// Both together.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		Some(Self {
			reserve: self.reserve.checked_add(other.reserve)?,
			treasury: self.treasury.checked_add(other.treasury)?,
			manager: self.manager.checked_add(other.manager)?,
			underwriters: self.underwriters.checked_add(other.underwriters)?,
		})
	}
}

/// The annual rates of cover on a product, in 10^-18 of the cover, as in a [`Quote`] for its longest period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductRates {
	/// The rate from which the price rises with utilisation.
	pub base: u128,
	/// The rate that the risk class and the facts give.
	pub risk: u128,
	/// The rate of the option that cover is; zero where people judge.
	pub option: u128,
}

/// A product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductState {
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The correlation group.
	pub group: GroupId,
	/// What kind of thing can go wrong.
	pub class: RiskClass,
	/// What people call it, in UTF-8.
	pub name: Vec<u8>,
	/// What decides that an event has happened.
	pub decision: Decision,
	/// Its status.
	pub status: ProductStatus,
	/// The version of the terms that is sold.
	pub version: TermsVersion,
	/// The terms of this version, with the hash of the wording.
	pub terms: Terms,
	/// Where the wording of this version can be read, in UTF-8. Hold it against the hash.
	pub uri: Vec<u8>,
	/// What is known of what it covers.
	pub facts: RiskFacts,
	/// What it costs now; nothing while it is not for sale.
	pub rates: Option<ProductRates>,
	/// Whether the smallest cover can be bought now, and if not, why.
	pub sale: Result<(), DispatchError>,
	/// What all its policies have left of their cover, as long as their records are kept; at most `max_total` of the terms when
	/// they were sold.
	pub insured: Balance,
	/// The cover in force in its pools, of each pool at most its capacity. Here and below a pool that is frozen, paused or
	/// has to be poked does not count.
	pub exposure: Balance,
	/// The capacity of its pools.
	pub capacity: Balance,
	/// The largest policy that could be backed now.
	pub room: Balance,
}

/// What a pool has of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Placed {
	/// The pool.
	pub pool: PoolId,
	/// The cover it backs, in the asset's units.
	pub cover: Balance,
	/// Its part of the premium; in the state of a policy, what of it is not earned yet, rounded down.
	pub premium: Balance,
}

/// A product's place in a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolLine {
	/// The product.
	pub product: ProductId,
	/// Its correlation group.
	pub group: GroupId,
	/// The part of the committed capital that may be exposed to it.
	pub weight: Permill,
	/// Cover in force.
	pub exposure: Balance,
	/// What open incidents could at most cost.
	pub pinned: Balance,
	/// Capital set aside for cover that has run off, while an inconclusive incident can be opened again.
	pub run_off: Balance,
	/// The most that may be exposed to it: its weight of the committed capital.
	pub capacity: Balance,
	/// The largest policy that could be backed now.
	pub room: Balance,
}

/// A class of a pool's underwriters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClassState {
	/// The class's book.
	pub assets: Balance,
	/// All shares, those in the exit queue too.
	pub shares: Balance,
	/// What 10^18 shares are worth.
	pub share_price: Balance,
	/// Shares in the exit queue.
	pub queued: Balance,
	/// Requests in the exit queue.
	pub queue_length: u32,
	/// Shares whose exit was cancelled and that do not back new cover yet.
	pub returning: Balance,
	/// How often the class began anew. Shares of an earlier series are worth nothing.
	pub series: u32,
	/// Whether losses took everything: its shares are worth nothing, and it takes no deposits until it is reset.
	pub is_wiped: bool,
	/// The change of the share price over the last 7, 30 and 90 days, as millionths a year; `None` where there is no
	/// record so old, or the class began anew since.
	pub yields: Vec<Option<i64>>,
}

/// A rise of a pool manager's fee that is announced and not in force yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct NextFee {
	/// The part of the underwriters' premium that the manager will get.
	pub fee: Permill,
	/// The active time from which it applies.
	pub ready_at: Moment,
}

/// A pool as of this block: everything earned until now is counted in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolState<AccountId> {
	/// The pool's asset.
	pub asset: AssetId,
	/// Who manages it.
	pub manager: AccountId,
	/// The account that holds its money.
	pub account: AccountId,
	/// The class that bears losses first.
	pub junior: ClassState,
	/// The class that bears losses when junior has nothing left.
	pub senior: ClassState,
	/// The part of the underwriters' premium that the manager gets.
	pub fee: Permill,
	/// The rise of the fee that is announced.
	pub next_fee: Option<NextFee>,
	/// The part of its proportional premium that senior gets. The rest is junior's, for bearing losses first.
	pub senior_factor: Permill,
	/// Whether only those whom the manager allows may deposit.
	pub is_private: bool,
	/// How many times the committed capital may be exposed. One: every policy is fully collateralised.
	pub leverage: u32,
	/// What the pool still has to repay to the reserve.
	pub loan: Balance,
	/// Capital that can back new cover.
	pub committed: Balance,
	/// Capital that must stay for the cover in force.
	pub required: Balance,
	/// Premium received and not earned yet.
	pub unearned: Balance,
	/// Open incidents that touch the pool.
	pub incidents: Vec<IncidentId>,
	/// Its products.
	pub lines: Vec<PoolLine>,
	/// Whether the pool has to be poked before it can price anything.
	pub behind: bool,
}

/// What one account holds in one class of a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holding {
	/// Shares outside the exit queue.
	pub shares: Balance,
	/// What they are worth, rounded down.
	pub value: Balance,
	/// Shares in the exit queue.
	pub queued: Balance,
	/// What they are worth, rounded down. They are paid at the price of the day of payment.
	pub queued_value: Balance,
	/// Those of `shares` whose exit was cancelled and that cannot be moved before `returns_on`.
	pub returning: Balance,
	/// The active day at whose beginning they return.
	pub returns_on: Day,
	/// Shares of an earlier series of the class, which are worth nothing since it was reset. If there are any, there are no
	/// others: `drop_position` removes their record and gives its deposit back, and so does the next deposit into the class.
	pub void_shares: Balance,
	/// What is held for the position's record, in the smallest units of the native token. It goes back to whoever put it up when
	/// the record goes. Requests to leave have deposits of their own.
	pub deposit: Balance,
}

/// What one account holds in a pool as of this block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PositionState {
	/// In the junior class.
	pub junior: Holding,
	/// In the senior class.
	pub senior: Holding,
	/// Money of exits that could not be paid out: `collect` takes it.
	pub claimable: Balance,
}

/// The share prices of a pool on one day: what 10^18 shares were worth at the first touch of the day.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DayPrices {
	/// The wall-clock day.
	pub day: Day,
	/// The price of junior; zero if nobody bore risk in it.
	pub junior: Balance,
	/// The price of senior; zero if nobody bore risk in it.
	pub senior: Balance,
	/// The series of junior.
	pub junior_series: u32,
	/// The series of senior.
	pub senior_series: u32,
}

/// Where a policy is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PolicyPhase {
	/// Bought; cover has not begun.
	Waiting,
	/// Covered.
	InForce,
	/// The period is over; incidents within it can still be claimed.
	Grace,
	/// Nothing can be claimed any more.
	Expired,
	/// The whole cover was used up.
	Exhausted,
}

/// A policy as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PolicyState<AccountId> {
	/// Who is paid.
	pub holder: AccountId,
	/// The product.
	pub product: ProductId,
	/// The terms it was bought under.
	pub version: TermsVersion,
	/// The position whose loss it covers, for a product that people judge.
	pub position: Option<Position>,
	/// The pools that back it, each with the cover that is not claimed yet and the premium that is not earned yet.
	pub placement: Vec<Placed>,
	/// The asset of cover and payout.
	pub asset: AssetId,
	/// Cover bought and not given back.
	pub cover: Balance,
	/// Cover not claimed yet.
	pub cover_left: Balance,
	/// Cover that begins later, and when, in wall-clock time.
	pub increases: Vec<(Moment, Balance)>,
	/// Premium paid.
	pub premium: Balance,
	/// Premium not earned yet, rounded down.
	pub unearned: Balance,
	/// The distributor's commission that is not earned yet; it comes back whole.
	pub commission: Balance,
	/// What cancelling would give back now: the unearned premium, but not more than the rest of the cover costs now, less the
	/// fee; and the unearned commission. Nothing while an incident is open on the product; other incidents of its pools, and
	/// that a short pool gives all of it back, are not looked at.
	pub refund: Balance,
	/// When cover begins.
	pub starts_at: Moment,
	/// When cover ends.
	pub ends_at: Moment,
	/// Where it is in its life.
	pub phase: PolicyPhase,
	/// How it is renewed; nothing if it is not.
	pub renewal: Option<RenewalState>,
}

/// How a policy is renewed.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct RenewalState {
	/// What is paid in for it and not used yet, in the asset's units.
	pub purse: Balance,
	/// The most that one renewal may cost.
	pub max_premium: Balance,
	/// For how long it is renewed each time, in milliseconds.
	pub period: Moment,
	/// From when the next attempt is made, in wall-clock time. Nothing if there will be none: what is in the purse waits
	/// for the holder.
	pub next_attempt: Option<Moment>,
}

/// Where an incident is on its way, and what happens next. Deadlines are in active time unless the text says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum IncidentPhase {
	/// The breach has to last until `until`, in wall-clock time. Then it is upheld.
	Observing {
		/// When the observation is complete.
		until: Moment,
	},
	/// Data were missing: nothing is decided. It waits for a ruling from `until` on, if they do not come back.
	Undecided {
		/// When the incident goes to judgement.
		until: Moment,
	},
	/// Somebody has to propose a ruling (`claims.proposeRuling`); rejected at `until` if nobody does.
	Judgement {
		/// When the incident is rejected.
		until: Moment,
	},
	/// Upheld; the policies are being walked.
	Tallying,
	/// The pools are being charged.
	Settling,
	/// Claims are being paid.
	Paying,
	/// Everything payable is paid.
	Paid,
	/// Came to nothing.
	Rejected,
	/// Waits for the end of the incident that was opened on the product before.
	Waiting,
	/// The rulings can be challenged by another (`claims.proposeRuling`). At `until` one that is alone stands; otherwise a case
	/// begins.
	Challenge {
		/// Until when.
		until: Moment,
	},
	/// Referenda choose between the rulings.
	Case {
		/// The index of the referendum on the first ruling; those on the others follow.
		first: u32,
		/// How many choices there are: the rulings, and "not covered" if none says so.
		choices: u32,
		/// Whether it is the second attempt; if nothing is chosen then, the incident ends.
		is_second: bool,
	},
	/// Upheld; claims can be registered (`claims.claim`) until `until`. Then pools that have not paid yet are charged.
	Claiming {
		/// Until when.
		until: Moment,
	},
	/// Over; its records are being removed.
	Closing,
	/// Over.
	Closed,
	/// Upheld by its data; the policies are walked when the incident that was opened on the product before has ended.
	Queued,
}

/// What one pool has to do with an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentPool {
	/// The pool.
	pub pool: PoolId,
	/// The most that it can be charged.
	pub pin: Balance,
	/// Whether it pays claims as they are registered. Otherwise it is charged when all are known.
	pub pays_at_once: bool,
	/// The sum of the claims on it so far.
	pub loss: Balance,
	/// What its settlement came to by now; all zero before it.
	pub settlement: Settlement,
	/// Paid so far.
	pub paid: Balance,
}

/// A ruling on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RulingState<AccountId> {
	/// Who proposed it.
	pub who: AccountId,
	/// His bond; nothing once it was decided on.
	pub bond: Balance,
	/// What it says.
	pub verdict: Verdict,
	/// Where the reasons, and the table, can be read, in UTF-8.
	pub uri: Vec<u8>,
}

/// One of the choices of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ChoiceState {
	/// The number of the ruling; the number after the last ruling is "not covered", if none of them
	/// says so.
	pub choice: u32,
	/// The verdict that stands if it is chosen.
	pub verdict: Verdict,
	/// The index of the referendum on it.
	pub referendum: u32,
}

/// An incident as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentState<AccountId> {
	/// The product.
	pub product: ProductId,
	/// When it happened: when the average first reached the threshold, what the one who opened it said, or what a ruling said.
	pub occurred_at: Moment,
	/// When the chain saw it, in wall-clock time.
	pub opened_at: Moment,
	/// Who opened it, if not a trigger or a referendum.
	pub opened_by: Option<AccountId>,
	/// The worst average so far, in 10^-18; zero where people judge.
	pub worst: u128,
	/// The table of losses, once one is upheld.
	pub table: Option<LossTable>,
	/// Where it is on its way.
	pub phase: IncidentPhase,
	/// The rulings, by their numbers from zero.
	pub rulings: Vec<RulingState<AccountId>>,
	/// The choices to vote on, each with its referendum, while a case is under way.
	pub choices: Vec<ChoiceState>,
	/// What a further ruling has to put up, in the asset's units.
	pub next_bond: Balance,
	/// The asset of bonds and claims, once it is known.
	pub asset: Option<AssetId>,
	/// The account that holds the money for its claims.
	pub escrow: AccountId,
	/// What it holds for them.
	pub in_escrow: Balance,
	/// Claims registered.
	pub claims: u32,
	/// Their sum.
	pub claimed: Balance,
	/// Claims paid what there was for them.
	pub claims_paid: u32,
	/// From when on what was not taken goes to the reserve, in active time.
	pub closes_at: Option<Moment>,
	/// By pool.
	pub pools: Vec<IncidentPool>,
}

/// A part of a claim: what one pool is to pay of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimPart {
	/// The pool.
	pub pool: PoolId,
	/// What is claimed of it.
	pub claimed: Balance,
	/// What was paid.
	pub paid: Balance,
}

/// Where a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ClaimPhase {
	/// Its pools are charged later, or its turn has not come.
	Registered,
	/// The holder could not receive the last payment. `claims.collect` pays when he can.
	Waiting,
	/// Paid what there was. More can come as long as a pool owes some of it.
	Paid,
}

/// A claim as of this block. Amounts are in the product's asset's units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimState {
	/// The incident.
	pub incident: IncidentId,
	/// The policy.
	pub policy: PolicyId,
	/// By pool.
	pub parts: Vec<ClaimPart>,
	/// The sum of it.
	pub claimed: Balance,
	/// What was paid.
	pub paid: Balance,
	/// What there is for it and not paid yet.
	pub due: Balance,
	/// Where it is.
	pub phase: ClaimPhase,
}

/// The reserve in one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReserveState<AccountId> {
	/// The account that holds its money.
	pub account: AccountId,
	/// Its own funds.
	pub own: Balance,
	/// What it owes to incidents.
	pub owed: Balance,
	/// The part of every earned premium that goes to it.
	pub premium_share: Permill,
	/// Taken in since the beginning.
	pub taken_in: Balance,
	/// Paid out since the beginning.
	pub paid_out: Balance,
	/// What pools still have to repay of it, out of premiums that were unearned when they drew.
	pub lent: Balance,
}

/// Where the watch of a product's trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum WatchPhase {
	/// No average has been seen yet.
	Starting,
	/// A breach opens an incident.
	Armed,
	/// A breach is lasting.
	Observing {
		/// Since when, without a gap.
		since: Moment,
	},
	/// Data went missing during a breach.
	Undecided,
	/// A breach changes nothing until the average has been on the good side for the trigger's duration.
	Disarmed {
		/// Since when it is.
		recovered_since: Option<Moment>,
	},
}

/// The trigger of a product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TriggerState {
	/// The trigger.
	pub trigger: Trigger,
	/// The time-weighted average at `evaluated_to`, in 10^-18, rounded towards the good side of the threshold; of several feeds
	/// the one that decides: the worst if any can open a breach, the mildest if it takes all. `None` without a full window of
	/// fresh data of every feed.
	pub average: Option<u128>,
	/// The last moment that was looked at: this block, or less if blocks are full or a third breach waits for the end of the
	/// first incident.
	pub evaluated_to: Moment,
	/// Whether cover can be sold: armed, with a full window of fresh data, and no open incident.
	pub ready: bool,
	/// Where the watch is.
	pub phase: WatchPhase,
	/// The product's open incident.
	pub incident: Option<IncidentId>,
	/// The incident of a later breach, which is observed beside it.
	pub behind: Option<IncidentId>,
}
