// SPDX-License-Identifier: Apache-2.0

//! An incident on its way, the part of each pool in it, and its claims.

use super::{Limits, Seen};
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A step that an incident's stage does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongStage;

/// The stage of an incident on its way. Deadlines are in active time unless the text says
/// otherwise.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// The breach has to last until `until`, in wall-clock time.
	#[codec(index = 0)]
	Observing {
		/// The moment when the observation is complete.
		until: Moment,
	},
	/// Data are missing.
	#[codec(index = 1)]
	Undecided {
		/// The moment when it goes to judgement.
		until: Moment,
	},
	/// Waits for its first ruling.
	#[codec(index = 2)]
	Judgement {
		/// The moment when it is rejected without a ruling.
		until: Moment,
	},
	/// Upheld by an average; the policies are being walked.
	#[codec(index = 3)]
	Tallying {
		/// The last policy that was looked at.
		after: Option<PolicyId>,
	},
	/// The pools are being charged.
	#[codec(index = 4)]
	Settling {
		/// The last pool that was tried in this round.
		after: Option<PoolId>,
	},
	/// Claims are being paid.
	#[codec(index = 5)]
	Paying {
		/// The last claim that was tried.
		after: Option<PolicyId>,
	},
	/// Every claim was paid what there is for it, or tried and left for its holder to collect.
	#[codec(index = 6)]
	Paid,
	/// Rejected.
	#[codec(index = 7)]
	Rejected,
	/// People have to judge it, after the end of an incident that was opened on the product before.
	#[codec(index = 8)]
	Waiting,
	/// A ruling was proposed and can be challenged by another.
	#[codec(index = 9)]
	Challenge {
		/// The deadline of challenges.
		until: Moment,
	},
	/// The adjudicator chooses between the rulings.
	#[codec(index = 10)]
	Case(Case),
	/// Upheld by a table of losses; claims are being registered.
	#[codec(index = 11)]
	Claiming {
		/// The deadline of claims.
		until: Moment,
	},
	/// Long over: the records of its claims are being removed.
	#[codec(index = 12)]
	Closing,
	/// Long over. Only this record is left.
	#[codec(index = 13)]
	Closed,
	/// Upheld by an average. The policies are walked after the end of an incident that was opened
	/// on the product before.
	#[codec(index = 14)]
	Queued,
}

/// The choice between the rulings on an incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Case {
	/// The adjudicator's number of it.
	pub number: u32,
	/// The number of choices: the rulings by their numbers, and after them "not covered" if no
	/// ruling says so.
	pub choices: u32,
	/// True if it is the second case, after one that chose none.
	pub is_second: bool,
	/// The choices that had next to no support in the case before. Empty in a first one.
	pub unsupported: Choices,
}

impl Stage {
	/// The step when the incident before it has ended. People judge it until `until` at least.
	pub fn begin(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Waiting => Ok(Stage::Judgement { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when data cannot decide it. People can when the incident before it has ended.
	pub fn wait(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided { .. } => Ok(Stage::Waiting),
			_ => Err(WrongStage),
		}
	}

	/// The step when the breach lasted and the incident before it has not ended yet.
	pub fn queue(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Observing { .. } => Ok(Stage::Queued),
			_ => Err(WrongStage),
		}
	}

	/// The step when the incident before it has ended and data have upheld it.
	pub fn walk(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Queued => Ok(Stage::Tallying { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when data went missing.
	pub fn void(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Observing { .. } => Ok(Stage::Undecided { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when data are back and the breach is still there.
	pub fn resume(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided { .. } => Ok(Stage::Observing { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when data were missing for too long, or are back and cannot decide.
	pub fn judge(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided { .. } => Ok(Stage::Judgement { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when a ruling was proposed, the first or one against those before it.
	pub fn propose(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Judgement { .. } | Stage::Challenge { .. } => Ok(Stage::Challenge { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when no challenge is possible any more and there is more than one ruling, or when a
	/// first case has chosen none.
	pub fn refer(self, case: Case) -> Result<Self, WrongStage> {
		match self {
			Stage::Challenge { .. } if !case.is_second => Ok(Stage::Case(case)),
			Stage::Case(first) if !first.is_second && case.is_second => Ok(Stage::Case(case)),
			_ => Err(WrongStage),
		}
	}

	/// The step when the breach lasted, or a ruling with an average stands.
	pub fn uphold(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Observing { .. } | Stage::Challenge { .. } | Stage::Case(_) => {
				Ok(Stage::Tallying { after: None })
			}
			_ => Err(WrongStage),
		}
	}

	/// The step when a ruling with a table of losses stands.
	pub fn uphold_losses(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Challenge { .. } | Stage::Case(_) => Ok(Stage::Claiming { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when the breach did not last, no ruling was proposed, a ruling says so, or two
	/// cases chose none.
	pub fn reject(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Observing { .. } | Stage::Judgement { .. } | Stage::Challenge { .. } | Stage::Case(_) => {
				Ok(Stage::Rejected)
			}
			_ => Err(WrongStage),
		}
	}

	/// The step when every policy was looked at, or the window for claims is over.
	pub fn tallied(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Tallying { .. } | Stage::Claiming { .. } => Ok(Stage::Settling { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when every pool was charged.
	pub fn settled(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Settling { .. } => Ok(Stage::Paying { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when every claim was tried.
	pub fn paid(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Paying { .. } => Ok(Stage::Paid),
			_ => Err(WrongStage),
		}
	}

	/// The step when more money came for the claims.
	pub fn pay_more(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Paying { .. } | Stage::Paid => Ok(Stage::Paying { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when payouts that were not taken are given up.
	pub fn close(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Paid => Ok(Stage::Closing),
			_ => Err(WrongStage),
		}
	}

	/// The step when every record of a claim is gone.
	pub fn closed(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Closing => Ok(Stage::Closed),
			_ => Err(WrongStage),
		}
	}

	/// True if pools are pinned and the product is frozen.
	pub fn is_open(&self) -> bool {
		!matches!(self, Stage::Paying { .. } | Stage::Paid | Stage::Rejected | Stage::Closing | Stage::Closed)
	}

	/// True if people judge now.
	pub fn is_judged(&self) -> bool {
		matches!(
			self,
			Stage::Judgement { .. } | Stage::Challenge { .. } | Stage::Case(_) | Stage::Claiming { .. }
		)
	}

	/// True if the hooks have work to do on it. Pools that are still short do not count.
	pub fn is_working(&self) -> bool {
		self.is_judged()
			|| matches!(
				self,
				Stage::Tallying { .. } | Stage::Settling { .. } | Stage::Paying { .. } | Stage::Closing
			)
	}

	/// True if it can be behind another incident of its product: data are looked at, or have
	/// decided all they can.
	pub fn can_be_behind(&self) -> bool {
		matches!(self, Stage::Observing { .. } | Stage::Undecided { .. } | Stage::Waiting | Stage::Queued)
	}

	/// True if all claims can be paid.
	pub fn is_payable(&self) -> bool {
		matches!(self, Stage::Paying { .. } | Stage::Paid)
	}

	/// True if it was decided that it happened.
	pub fn is_upheld(&self) -> bool {
		matches!(
			self,
			Stage::Claiming { .. }
				| Stage::Queued
				| Stage::Tallying { .. }
				| Stage::Settling { .. }
				| Stage::Paying { .. }
				| Stage::Paid
				| Stage::Closing
				| Stage::Closed
		)
	}
}

/// The loss measure of an upheld incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Upheld {
	/// The worst average, in 10^-18.
	#[codec(index = 0)]
	Worst(u128),
	/// A table of losses by position.
	#[codec(index = 1)]
	Losses(LossTable),
}

/// One event on one product at one time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Incident {
	/// The product.
	pub product: ProductId,
	/// The moment of the event: when the average first reached the threshold, what the opener
	/// stated, or what a ruling says.
	pub occurred_at: Moment,
	/// The wall-clock time of the block that opened it.
	pub opened_at: Moment,
	/// The active time of the block that opened it.
	pub opened_active: Moment,
	/// The inconclusive incident that it opens again, by the number under which that was opened
	/// first.
	pub reopens: Option<IncidentId>,
	/// The worst average or the table of losses, once upheld.
	pub upheld: Option<Upheld>,
	/// The stage of the incident.
	pub stage: Stage,
	/// The active time at which it goes to judgement if data are missing then. It is set when data
	/// are missing for the first time.
	pub judge_at: Option<Moment>,
	/// Incidents from this number on were opened after this one was upheld. It is zero until then.
	pub horizon: IncidentId,
	/// The number of rulings proposed.
	pub rulings: u32,
	/// The bond of each of the first two rulings, in the asset's units.
	pub bond: Balance,
	/// The book of its bonds, which are on the account of all bonds.
	pub bonds: Balance,
	/// The asset of its bonds and claims, once it is known.
	pub asset: Option<AssetId>,
	/// The number of claims registered.
	pub claims: u32,
	/// The number of claims that were paid what there was for them when they were tried.
	pub claims_paid: u32,
	/// The sum of the claims.
	pub claimed: Balance,
	/// The book of its money for claims, which is on the escrow account.
	pub escrow: Balance,
	/// The active time at which the last pool was charged, or at which the incident was rejected.
	pub ended_active: Option<Moment>,
	/// The governed numbers of the block that opened it.
	pub limits: Limits,
}

impl Incident {
	/// A new incident, of which only the times of its event and its opening are known.
	pub fn new(product: ProductId, occurred_at: Moment, opened: Seen, stage: Stage, limits: Limits) -> Self {
		Self {
			product,
			occurred_at,
			opened_at: opened.now,
			opened_active: opened.active,
			reopens: None,
			upheld: None,
			stage,
			judge_at: None,
			horizon: 0,
			rulings: 0,
			bond: 0,
			bonds: 0,
			asset: None,
			claims: 0,
			claims_paid: 0,
			claimed: 0,
			escrow: 0,
			ended_active: None,
			limits,
		}
	}

	/// The active time from which payouts and bonds that were not taken are not kept any longer.
	/// `None` while it is not over.
	pub fn closes_at(&self) -> Option<Moment> {
		self.ended_active.map(|ended| ended.saturating_add(self.limits.unclaimed_after))
		// Beyond the end of time: never.
	}

	/// The deadline that is `time` after active time `now`.
	pub fn deadline(now: Moment, time: Moment) -> Moment {
		now.saturating_add(time) // Beyond the end of time: never.
	}
}

/// The part of one pool in an upheld incident. It is different from a part of a claim, which is
/// what one pool is to pay of the claim. The parts of all claims on a pool sum to its `loss`.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Part {
	/// The pin: the most that the pool can be charged.
	pub pin: Balance,
	/// True if the pin is reserved: claims are charged and paid one by one, as they are registered.
	pub is_reserved: bool,
	/// The sum of the claims on it.
	pub loss: Balance,
	/// The number of claims with a part on it. A claim whose parts name the pool twice counts once.
	pub claims: u32,
	/// The result of all charges by now.
	pub settlement: Settlement,
	/// True if the pool was charged for all claims, and is let go.
	pub is_charged: bool,
	/// The money that came into the escrow for its claims.
	pub funded: Balance,
	/// The money paid to its claims.
	pub paid: Balance,
	/// True if charging it failed at least once. It is tried again in every block.
	pub delayed: bool,
}

impl Part {
	/// True if no more money can come, except what is recovered.
	pub fn is_final(&self) -> bool {
		self.is_charged && self.settlement.is_final
	}

	/// True if its claims have everything that they can get.
	pub fn is_whole(&self) -> bool {
		self.is_final() && self.funded == self.loss
	}
}

/// The status of a claim.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ClaimStatus {
	/// No payment was made yet.
	#[codec(index = 0)]
	Registered,
	/// The holder could not receive the last payment. Any account can have it tried again.
	#[codec(index = 1)]
	Waiting,
	/// Paid what there was for it. If more comes, that is paid too.
	#[codec(index = 2)]
	Paid,
}

/// One policy's share in one upheld incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim {
	/// The amount that each pool is to pay of it, above zero, if it and the reserve can. A pool can
	/// be in it more than once.
	pub parts: ClaimParts,
	/// The amount paid of each of its parts.
	pub paid: [Balance; MAX_ALLOCATIONS as usize],
	/// The status of the claim.
	pub status: ClaimStatus,
}

impl Claim {
	/// The amount to be paid to the policy of all pools together. `None` if the sum overflows: such
	/// a claim is not registered.
	pub fn amount(&self) -> Option<Balance> {
		sum(&self.parts)
	}
}

/// The sum of the parts of a claim. `None` if it overflows.
pub fn sum(parts: &ClaimParts) -> Option<Balance> {
	parts.iter().try_fold(0, |sum: Balance, (_, part)| sum.checked_add(*part))
}

/// The reason for which an incident was rejected.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Reason {
	/// The average was back before the breach had lasted long enough.
	#[codec(index = 0)]
	Recovered,
	/// A ruling says so.
	#[codec(index = 1)]
	NotCovered,
	/// No ruling was proposed in time.
	#[codec(index = 2)]
	NoRuling,
	/// Two cases chose none of the rulings. Bonds are given back, except those of rulings with next
	/// to no votes. An incident that is opened soon keeps the time of this one.
	#[codec(index = 3)]
	NoChoice,
}

#[cfg(test)]
mod tests {
	use super::*;

	fn case(is_second: bool) -> Case {
		Case { number: 1, choices: 2, is_second, unsupported: Choices::default() }
	}

	fn all() -> [Stage; 16] {
		[
			Stage::Observing { until: 1 },
			Stage::Undecided { until: 5 },
			Stage::Judgement { until: 1 },
			Stage::Tallying { after: None },
			Stage::Settling { after: None },
			Stage::Paying { after: None },
			Stage::Paid,
			Stage::Rejected,
			Stage::Waiting,
			Stage::Challenge { until: 1 },
			Stage::Case(case(false)),
			Stage::Case(case(true)),
			Stage::Claiming { until: 1 },
			Stage::Closing,
			Stage::Closed,
			Stage::Queued,
		]
	}

	/// The numbers of the stages for which the step is legal, in order.
	fn legal(step: impl Fn(Stage) -> Result<Stage, WrongStage>) -> Vec<usize> {
		all().into_iter().enumerate().filter(|(_, s)| step(*s).is_ok()).map(|(i, _)| i).collect()
	}

	#[test]
	fn stages_should_only_take_legal_steps() {
		assert_eq!(legal(|s| s.begin(9)), vec![8]);
		assert_eq!(legal(|s| s.wait()), vec![1]);
		assert_eq!(legal(|s| s.queue()), vec![0]);
		assert_eq!(legal(|s| s.walk()), vec![15]);
		assert_eq!(legal(|s| s.void(9)), vec![0]);
		assert_eq!(legal(|s| s.resume(9)), vec![1]);
		assert_eq!(legal(|s| s.judge(9)), vec![1]);
		assert_eq!(legal(|s| s.propose(9)), vec![2, 9]);
		assert_eq!(legal(|s| s.refer(case(false))), vec![9]);
		assert_eq!(legal(|s| s.refer(case(true))), vec![10]);
		assert_eq!(legal(|s| s.uphold()), vec![0, 9, 10, 11]);
		assert_eq!(legal(|s| s.uphold_losses(9)), vec![9, 10, 11]);
		assert_eq!(legal(|s| s.reject()), vec![0, 2, 9, 10, 11]);
		assert_eq!(legal(|s| s.tallied()), vec![3, 12]);
		assert_eq!(legal(|s| s.settled()), vec![4]);
		assert_eq!(legal(|s| s.paid()), vec![5]);
		assert_eq!(legal(|s| s.pay_more()), vec![5, 6]);
		assert_eq!(legal(|s| s.close()), vec![6]);
		assert_eq!(legal(|s| s.closed()), vec![13]);
	}

	#[test]
	fn stages_should_be_open_until_all_pools_are_charged() {
		let closed: Vec<_> = all().iter().enumerate().filter(|(_, s)| !s.is_open()).map(|(i, _)| i).collect();
		assert_eq!(closed, vec![5, 6, 7, 13, 14]);
	}

	#[test]
	fn stages_should_be_upheld_from_the_verdict_on() {
		let upheld: Vec<_> =
			all().iter().enumerate().filter(|(_, s)| s.is_upheld()).map(|(i, _)| i).collect();
		assert_eq!(upheld, vec![3, 4, 5, 6, 12, 13, 14, 15]);
	}

	#[test]
	fn claim_should_be_the_sum_of_its_parts() {
		let amount = |parts: &[(PoolId, Balance)]| {
			let parts = ClaimParts::truncate_from(parts.to_vec());
			Claim { parts, paid: [0; 3], status: ClaimStatus::Registered }.amount()
		};
		assert_eq!(amount(&[]), Some(0));
		assert_eq!(amount(&[(1, 2), (3, 4), (1, 5)]), Some(11));
		assert_eq!(amount(&[(1, Balance::MAX - 1), (2, 1)]), Some(Balance::MAX));
		assert_eq!(amount(&[(1, Balance::MAX), (2, 1)]), None);
	}
}
