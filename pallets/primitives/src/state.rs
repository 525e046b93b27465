// SPDX-License-Identifier: Apache-2.0

//! States of the pallets in plain numbers. The runtime's `answers` give them their units for
//! people.

use crate::{interest::InsuredAccount, *};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Permill;
use sp_runtime::DispatchError;

/// The price of a policy, as `buy` would charge it in this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote {
	/// The premium, which goes to the pools, in the asset's units.
	pub premium: Balance,
	/// The distributor's commission on top of the premium, rounded up. The buyer pays both.
	pub commission: Balance,
	/// The split of the premium as it is earned, at the shares of today.
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
	/// The annual rate from which the price rises with utilisation, in 10^-18 of the cover. It is
	/// the highest of the least rate of the terms, `risk_rate`, and `option_rate` with the margin
	/// of the risk class.
	pub base_rate: u128,
	/// The annual rate that the product's risk class and facts give, in 10^-18 of the cover,
	/// rounded up.
	pub risk_rate: u128,
	/// The annual rate of the option that the policy is, in 10^-18 of the cover, rounded up. It is
	/// the worth of the chance that the feed's price touches the threshold before the end, moving
	/// as the terms say. With several feeds it is the sum of their options, at most certainty, if
	/// any of them can open a breach. If the trigger takes all feeds, it is the lowest of their
	/// options. Zero where people assess.
	pub option_rate: u128,
	/// The part of losses on the cover that sponsors bear before the underwriters, in 10^-18,
	/// rounded down. It is taken off the rates of risk and option.
	pub relief: u128,
	/// The part of the premium that is charged at the base rate, in the asset's units, rounded up.
	pub base_premium: Balance,
	/// The beginning of cover (end of waiting).
	pub starts_at: Moment,
	/// The end of cover.
	pub ends_at: Moment,
	/// The largest policy on this product that could be backed now.
	pub room: Balance,
}

/// The split of a premium, in the asset's units. The loan of a pool to the reserve is repaid out of
/// the underwriters' part.
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

/// The annual rates of cover on a product, in 10^-18 of the cover, as in a [`Quote`] for its
/// longest period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductRates {
	/// The rate from which the price rises with utilisation.
	pub base: u128,
	/// The rate that the risk class and the facts give.
	pub risk: u128,
	/// The rate of the option that cover is; zero where people assess.
	pub option: u128,
}

/// A product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductState {
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The correlation group.
	pub group: GroupId,
	/// The kind of failure that is covered.
	pub class: RiskClass,
	/// The name that people use, in UTF-8.
	pub name: Vec<u8>,
	/// The method of deciding that an event has happened.
	pub decision: Decision,
	/// Its status.
	pub status: ProductStatus,
	/// The version of the terms that is sold.
	pub version: TermsVersion,
	/// The terms of this version, with the hash of the wording.
	pub terms: Terms,
	/// The place where the wording of this version can be read, in UTF-8. Compare the wording with
	/// the hash.
	pub uri: Vec<u8>,
	/// The known facts of the thing that it covers.
	pub facts: RiskFacts,
	/// The rates now; `None` while it is not for sale.
	pub rates: Option<ProductRates>,
	/// `Ok` if the smallest cover can be bought now, otherwise the reason why it cannot.
	pub sale: Result<(), DispatchError>,
	/// The cover left of all its policies whose records are kept; at most `max_total` of the terms
	/// when they were sold.
	pub insured: Balance,
	/// The money of sponsors that pays claims before its pools.
	pub first_loss: FirstLossState,
	/// The cover in force in its pools, of each pool at most its capacity. Here and below a pool
	/// does not count that is frozen, not open or not accrued.
	pub exposure: Balance,
	/// The capacity of its pools.
	pub capacity: Balance,
	/// The largest policy that could be backed now.
	pub room: Balance,
}

/// A pool's part of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Placed {
	/// The pool.
	pub pool: PoolId,
	/// The cover it backs, in the asset's units.
	pub cover: Balance,
	/// Its part of the premium; in the state of a policy, the part of it that is not earned yet,
	/// rounded down.
	pub premium: Balance,
}

/// A product's place in a pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolLine {
	/// The product.
	pub product: ProductId,
	/// Its correlation group.
	pub group: GroupId,
	/// The part of the available capital that may be exposed to it.
	pub weight: Permill,
	/// Cover in force.
	pub exposure: Balance,
	/// The most that open incidents could cost.
	pub locked: Balance,
	/// The most that may be exposed to it: its weight of the available capital.
	pub capacity: Balance,
	/// The largest policy that could be backed now.
	pub room: Balance,
}

/// A tranche of a pool's underwriters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TrancheState {
	/// The tranche's book.
	pub assets: Balance,
	/// All shares, those in the withdrawal queue too.
	pub shares: Balance,
	/// The worth of 10^18 shares.
	pub share_price: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// Requests in the withdrawal queue.
	pub queue_length: u32,
	/// Shares whose withdrawal was cancelled and that do not back new cover yet.
	pub unlocking: Balance,
	/// The number of times that a new epoch of the tranche began. Shares of an earlier epoch have
	/// no worth.
	pub epoch: u32,
	/// True if losses took everything. The shares then have no worth, and the tranche takes no
	/// deposits until it is reopened.
	pub is_exhausted: bool,
	/// The change of the share price over the last 7, 30 and 90 days, as millionths a year. `None`
	/// where no record is so old, or where a new epoch of the tranche began since.
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
	/// The manager of the pool.
	pub manager: AccountId,
	/// The account that holds its money.
	pub account: AccountId,
	/// The tranche that bears losses first.
	pub junior: TrancheState,
	/// The tranche that bears losses when junior is used up.
	pub senior: TrancheState,
	/// The part of the underwriters' premium that the manager gets.
	pub fee: Permill,
	/// The rise of the fee that is announced.
	pub next_fee: Option<NextFee>,
	/// The part of its proportional premium that senior gets. The rest is junior's, for bearing
	/// losses first.
	pub senior_factor: Permill,
	/// True if only accounts that the manager allows may deposit.
	pub is_private: bool,
	/// The number of times that the available capital may be exposed. One: every policy is fully
	/// collateralised.
	pub leverage: u32,
	/// The amount that the pool still has to repay to the reserve.
	pub loan: Balance,
	/// Capital that can back new cover.
	pub available: Balance,
	/// Capital that must stay for the cover in force.
	pub required: Balance,
	/// Premium received and not earned yet.
	pub unearned: Balance,
	/// Open incidents that touch the pool.
	pub incidents: Vec<IncidentId>,
	/// Its products.
	pub lines: Vec<PoolLine>,
	/// True if the pool has to be accrued before it can price cover.
	pub behind: bool,
}

/// The holding of one account in one tranche of a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holding {
	/// Shares outside the withdrawal queue.
	pub shares: Balance,
	/// The worth of `shares`, rounded down.
	pub value: Balance,
	/// Shares in the withdrawal queue.
	pub queued: Balance,
	/// The worth of `queued`, rounded down. These shares are paid at the price of the day of
	/// payment.
	pub queued_value: Balance,
	/// The part of `shares` whose withdrawal was cancelled and that cannot be moved before
	/// `unlocks_on`.
	pub unlocking: Balance,
	/// The active day at whose beginning the unlocking shares return.
	pub unlocks_on: Day,
	/// Shares of an earlier epoch of the tranche, which have no worth since the tranche was
	/// reopened. If there are any, there are no others. `remove_position` removes their record and
	/// gives its deposit back, and so does the next deposit into the tranche.
	pub void_shares: Balance,
	/// The deposit held for the position's record, in the smallest units of the native token. It
	/// goes back to its depositor when the record is removed. Requests to leave have deposits of
	/// their own.
	pub deposit: Balance,
}

/// The holdings of one account in a pool as of this block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PositionState {
	/// In the junior tranche.
	pub junior: Holding,
	/// In the senior tranche.
	pub senior: Holding,
	/// Money of withdrawals that could not be paid out: `collect` takes it.
	pub claimable: Balance,
}

/// The share prices of a pool on one day: the worth of 10^18 shares at the first touch of the day.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DayPrices {
	/// The wall-clock day.
	pub day: Day,
	/// The price of junior; zero if no account bore risk in it.
	pub junior: Balance,
	/// The price of senior; zero if no account bore risk in it.
	pub senior: Balance,
	/// The epoch of junior.
	pub junior_epoch: u32,
	/// The epoch of senior.
	pub senior_epoch: u32,
}

/// The phase of a policy's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PolicyPhase {
	/// Bought; cover has not begun.
	Waiting,
	/// Covered.
	InForce,
	/// The period is over; incidents within it can still be claimed.
	Grace,
	/// No claim is possible any more.
	Expired,
	/// The whole cover was used up.
	Exhausted,
}

/// A policy as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PolicyState<AccountId> {
	/// The account that is paid.
	pub holder: AccountId,
	/// The product.
	pub product: ProductId,
	/// The terms under which the policy was bought.
	pub version: TermsVersion,
	/// The insured account whose loss it covers, for a product that people assess.
	pub insured_account: Option<InsuredAccount>,
	/// The pools that back it, each with the cover that is not claimed yet and the premium that is
	/// not earned yet.
	pub placement: Vec<Placed>,
	/// The asset of cover and payout.
	pub asset: AssetId,
	/// Cover bought and not given back.
	pub cover: Balance,
	/// Cover not claimed yet.
	pub cover_left: Balance,
	/// Cover that begins later, with the moment of its beginning in wall-clock time.
	pub increases: Vec<(Moment, Balance)>,
	/// Premium paid.
	pub premium: Balance,
	/// Premium not earned yet, rounded down.
	pub unearned: Balance,
	/// The distributor's commission that is not earned yet; it comes back whole.
	pub commission: Balance,
	/// The refund for cancelling now. It is the unearned premium, but at most the price of the rest
	/// of the cover now, less the fee; and the unearned commission. Zero while an incident is open
	/// on the product. Other incidents of its pools are not looked at, and neither is that an
	/// undercapitalised pool gives all of it back.
	pub refund: Balance,
	/// The beginning of cover.
	pub starts_at: Moment,
	/// The end of cover.
	pub ends_at: Moment,
	/// The phase of its life.
	pub phase: PolicyPhase,
	/// The renewal of the policy; `None` if it is not renewed.
	pub renewal: Option<RenewalState>,
}

/// The renewal of a policy.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct RenewalState {
	/// The amount paid in for it and not used yet, in the asset's units.
	pub renewal_balance: Balance,
	/// The most that one renewal may cost.
	pub max_premium: Balance,
	/// The period of each renewal, in milliseconds.
	pub period: Moment,
	/// The moment from which the next attempt is made, in wall-clock time. `None` if there will be
	/// none: the amount in the renewal balance waits for the holder.
	pub next_attempt: Option<Moment>,
}

/// The phase of an incident, and its next step. Deadlines are in active time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum IncidentPhase {
	/// The product's trigger observes it.
	Observation,
	/// People assess it.
	Assessment,
	/// Upheld; claims can be registered (`claims.claim`) until `until`. Then the pools that have
	/// not paid yet are charged.
	Claiming {
		/// The end of the registration.
		until: Moment,
	},
	/// Upheld by its data; the policies are walked when the incident that was opened on the product
	/// before has ended.
	Queued,
	/// Upheld; the policies are being walked.
	AssessingClaims,
	/// The pools are being charged.
	Settling,
	/// Claims are being paid.
	Paying,
	/// Everything payable is paid.
	Paid,
	/// Rejected.
	Rejected,
	/// Over; its records are being removed.
	Closing,
	/// Over.
	Closed,
}

/// The phase of the observation of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ObservationPhase {
	/// The breach has to last until `until`, in wall-clock time. Then the incident is upheld.
	Observing {
		/// The moment at which the observation is complete.
		until: Moment,
	},
	/// Data were missing: no decision is made. People assess it from active time `until` on, if
	/// they do not come back.
	Undecided {
		/// The moment at which people assess it.
		until: Moment,
	},
}

/// The observation of an incident as of this block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ObservationState {
	/// The phase of the observation.
	pub phase: ObservationPhase,
	/// The binding average so far, in 10^-18; `None` while data are missing.
	pub binding: Option<u128>,
}

/// The phase of an assessment, and its next step. Deadlines are in active time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum AssessmentPhase {
	/// It begins at the end of the incident that was opened on the product before.
	Waiting,
	/// An outcome has to be proposed (`assessment.proposeOutcome`). The incident is rejected at
	/// `until` if none is proposed.
	Open {
		/// The moment at which the incident is rejected.
		until: Moment,
	},
	/// The proposals can be challenged by another (`assessment.proposeOutcome`). At `until` one
	/// that is alone is accepted; otherwise a case begins.
	Challenge {
		/// The end of the challenge.
		until: Moment,
	},
	/// The adjudicator chooses between the proposals. If none is chosen, the one with the largest
	/// bond is accepted; of equal bonds the earlier one.
	Case {
		/// The adjudicator's number of the case.
		case: u32,
		/// The number of choices: the proposals, and "not covered" if no proposal says so.
		choices: u32,
	},
	/// It is decided.
	Decided,
}

/// The part of one pool in an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentPool {
	/// The pool.
	pub pool: PoolId,
	/// The most that the pool can be charged.
	pub lock: Balance,
	/// True if it pays claims as they are registered. Otherwise it is charged when all claims are
	/// known.
	pub pays_at_once: bool,
	/// The sum of the claims on it so far.
	pub loss: Balance,
	/// Its settlement as of now; all zero before it.
	pub settlement: Settlement,
	/// Paid so far.
	pub paid: Balance,
}

/// An outcome proposal for an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OutcomeState<AccountId> {
	/// The proposer.
	pub who: AccountId,
	/// The proposer's bond; zero once it was decided on.
	pub bond: Balance,
	/// The proposed verdict.
	pub verdict: Verdict,
	/// The place where the reasons and the table can be read, in UTF-8.
	pub uri: Vec<u8>,
}

/// One of the choices of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ChoiceState {
	/// The choice.
	pub choice: Choice,
	/// The verdict that is accepted if it is chosen.
	pub verdict: Verdict,
}

/// The assessment of an incident as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AssessmentState<AccountId> {
	/// The phase of the assessment.
	pub phase: AssessmentPhase,
	/// The account that reported it; `None` if a trigger or a referendum opened it.
	pub reporter: Option<AccountId>,
	/// The outcome proposals, by their numbers from zero.
	pub proposals: Vec<OutcomeState<AccountId>>,
	/// The choices, while a case is under way.
	pub choices: Vec<ChoiceState>,
	/// The bond of a further proposal, in the asset's units.
	pub next_bond: Balance,
	/// The asset of the bonds, once it is known.
	pub asset: Option<AssetId>,
}

/// An incident as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentState<AccountId> {
	/// The product.
	pub product: ProductId,
	/// The time of the event. It is the moment at which the average first reached the threshold, or
	/// the time that the reporter gave, or the time that an accepted outcome gave.
	pub occurred_at: Moment,
	/// The time at which the chain saw it, in wall-clock time.
	pub opened_at: Moment,
	/// The loss measure, once it is upheld.
	pub upheld: Option<Upheld>,
	/// The phase of the incident.
	pub phase: IncidentPhase,
	/// The asset of the claims, once it is known.
	pub asset: Option<AssetId>,
	/// The account that holds the money for its claims.
	pub escrow: AccountId,
	/// The amount that it holds for them.
	pub in_escrow: Balance,
	/// Claims registered.
	pub claims: u32,
	/// Their sum.
	pub claimed: Balance,
	/// The number of claims that were paid all the money there was for them.
	pub claims_paid: u32,
	/// The moment from which money that was not taken goes to the reserve, in active time.
	pub closes_at: Option<Moment>,
	/// The parts of the pools.
	pub pools: Vec<IncidentPool>,
}

/// A part of a claim: the amount that one pool is to pay of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimShare {
	/// The pool.
	pub pool: PoolId,
	/// The amount claimed of the pool.
	pub claimed: Balance,
	/// The amount paid.
	pub paid: Balance,
}

/// The phase of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ClaimPhase {
	/// Its pools are charged later, or its turn has not come.
	Registered,
	/// The holder could not receive the last payment. `claims.collect` pays when they can.
	Waiting,
	/// The money there was is paid. More can come as long as a pool owes some of it.
	Paid,
}

/// A claim as of this block. Amounts are in the product's asset's units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimState {
	/// The incident.
	pub incident: IncidentId,
	/// The policy.
	pub policy: PolicyId,
	/// The parts of the pools.
	pub parts: Vec<ClaimShare>,
	/// The sum claimed.
	pub claimed: Balance,
	/// The amount paid.
	pub paid: Balance,
	/// The amount that there is for it and that is not paid yet.
	pub due: Balance,
	/// The phase of the claim.
	pub phase: ClaimPhase,
}

/// The reserve in one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReserveState<AccountId> {
	/// The account that holds its money.
	pub account: AccountId,
	/// Its own funds.
	pub own: Balance,
	/// The part of its income that is kept for what it owes.
	pub set_aside: Balance,
	/// The amount that it owes to incidents.
	pub owed: Balance,
	/// The stake behind its own funds.
	pub stake: Balance,
	/// The rewards of the stakers that are not released yet.
	pub rewards: Balance,
	/// The number of open incidents that freeze the stake.
	pub freezing_incidents: u32,
	/// The part of every earned premium that goes to it now.
	pub premium_share: Permill,
	/// The same when its funds are at the target.
	pub base_share: Permill,
	/// The target for its own funds and the stake.
	pub target: Balance,
	/// The amount received since the beginning.
	pub received: Balance,
	/// The amounts received since the beginning, by line.
	pub income: IncomeSums,
	/// The amount paid out since the beginning.
	pub paid_out: Balance,
	/// The amount that pools still have to repay to it, out of premiums that were unearned when
	/// they drew.
	pub lent: Balance,
	/// The money of programmes of compensation that is not collected yet. It is not its own.
	pub programmes: Balance,
	/// The amount that programmes, advances and rewards of bugs took since the beginning.
	pub disbursed: Balance,
	/// The money that was recovered for underwriters, and is in no programme yet. It is not its
	/// own.
	pub salvage: Balance,
}

/// The stake of an account behind the reserve, in one asset. Times are active times.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct StakeState {
	/// The shares.
	pub shares: Balance,
	/// Their worth, rounded down.
	pub value: Balance,
	/// The request to take some of them out.
	pub request: Option<StakeRequest>,
	/// True if losses have used the stake up: the shares are worthless.
	pub is_exhausted: bool,
}

/// A request to take stake out. Times are active times.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct StakeRequest {
	/// The shares.
	pub shares: Balance,
	/// The end of the cooldown.
	pub ready_at: Moment,
	/// The end of the window; `None` while open incidents freeze the stake.
	pub ends_at: Option<Moment>,
}

/// The phase of a product's trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum TriggerPhase {
	/// No average has been seen yet.
	Starting,
	/// A breach opens an incident.
	Armed,
	/// A breach is lasting.
	Observing {
		/// The moment since which it lasts, without a gap.
		since: Moment,
	},
	/// Data went missing during a breach.
	Undecided,
	/// A breach has no effect until the average has been on the good side for the trigger's
	/// duration.
	Disarmed {
		/// The moment since which the average has been on the good side.
		recovered_since: Option<Moment>,
	},
}

/// The trigger of a product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TriggerStatus {
	/// The trigger.
	pub trigger: Trigger,
	/// The time-weighted average at `evaluated_to`, in 10^-18, rounded towards the good side of the
	/// threshold. With several feeds it is the average that decides: the worst if any can open a
	/// breach, the mildest if the trigger takes all. `None` without a full window of fresh data of
	/// every feed.
	pub average: Option<u128>,
	/// The last moment that was looked at. It is this block, or earlier if blocks are full or a
	/// third breach waits for the end of the first incident.
	pub evaluated_to: Moment,
	/// True if cover can be sold: armed, with a full window of fresh data, and no open incident.
	pub ready: bool,
	/// The phase of the trigger.
	pub phase: TriggerPhase,
	/// The product's open incident.
	pub incident: Option<IncidentId>,
	/// The incident of a later breach, which is observed beside the open one.
	pub behind: Option<IncidentId>,
}
