// SPDX-License-Identifier: Apache-2.0

//! Plain types: an incident on its way, the part of each pool in it, and its claims.
//!
//! The life cycle of an incident is an enum with its transitions as methods: [`Stage`]. A step that
//! a stage does not have is [`WrongStage`].

use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// The number of steps that one call of `process` may ask for: as many as an extrinsic has room
/// for.
pub const MAX_STEPS: u32 = 16;
/// The most hashes of a proof: enough for as many insured accounts as a table can have.
pub const MAX_PROOF: u32 = 32;

/// The hashes beside the way from a leaf to the root, from below.
pub type Proof = BoundedVec<H256, ConstU32<MAX_PROOF>>;

/// Numbers that governance sets. Times are in milliseconds of active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The time in which claims under a table of losses are registered.
	pub claim_window: Moment,
	/// The time after the settlement in which a payout can be taken.
	pub unclaimed_after: Moment,
}

/// The result of one step of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
	/// The step did some work.
	Stepped,
	/// No work can be done in this block.
	Blocked,
	/// There is no more work.
	Finished,
}

/// A step that an incident's stage does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongStage;

/// The stage of an incident on its way. Deadlines are in active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// The product's trigger or people decide it.
	#[codec(index = 0)]
	Undecided(Decider),
	/// Upheld by an average. The policies are walked after the end of an incident that was opened
	/// on the product before.
	#[codec(index = 1)]
	Queued,
	/// Upheld by an average; the policies are being walked.
	#[codec(index = 2)]
	AssessingClaims {
		/// The last policy that was looked at.
		after: Option<PolicyId>,
	},
	/// Upheld by a table of losses; claims are being registered.
	#[codec(index = 3)]
	Claiming {
		/// The deadline of claims.
		until: Moment,
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
	/// Long over: the records of its claims are being removed.
	#[codec(index = 8)]
	Closing,
	/// Long over. Only this record is left.
	#[codec(index = 9)]
	Closed,
}

impl Stage {
	/// The step when data cannot decide it.
	pub fn refer(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided(Decider::Trigger) => Ok(Stage::Undecided(Decider::Assessment)),
			_ => Err(WrongStage),
		}
	}

	/// The step when the event is decided to have happened, and the incident before it has not
	/// ended yet.
	pub fn queue(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided(Decider::Trigger) => Ok(Stage::Queued),
			_ => Err(WrongStage),
		}
	}

	/// The step when the incident before it has ended and data have upheld it.
	pub fn walk(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Queued => Ok(Stage::AssessingClaims { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when the event is decided to have happened, with an average.
	pub fn uphold(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided(_) => Ok(Stage::AssessingClaims { after: None }),
			_ => Err(WrongStage),
		}
	}

	/// The step when the event is decided to have happened, with a table of losses.
	pub fn uphold_losses(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided(Decider::Assessment) => Ok(Stage::Claiming { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when it is decided that no covered event happened, or no decision was made.
	pub fn reject(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Undecided(_) => Ok(Stage::Rejected),
			_ => Err(WrongStage),
		}
	}

	/// The step when every policy was looked at, or the window for claims is over.
	pub fn totalled(self) -> Result<Self, WrongStage> {
		match self {
			Stage::AssessingClaims { .. } | Stage::Claiming { .. } => Ok(Stage::Settling { after: None }),
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

	/// True until the incident is rejected or every pool is charged. Until then pools are frozen
	/// and their exposure is locked, and sales of the product stop.
	pub fn is_open(&self) -> bool {
		!matches!(self, Stage::Paying { .. } | Stage::Paid | Stage::Rejected | Stage::Closing | Stage::Closed)
	}

	/// True if the hooks have work to do on it. Pools that are still short do not count.
	pub fn is_working(&self) -> bool {
		matches!(
			self,
			Stage::AssessingClaims { .. }
				| Stage::Claiming { .. }
				| Stage::Settling { .. }
				| Stage::Paying { .. }
				| Stage::Closing
		)
	}

	/// True if it can be behind another incident of its product: no money is dealt with yet.
	pub fn can_be_second(&self) -> bool {
		matches!(self, Stage::Undecided(_) | Stage::Queued)
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
				| Stage::AssessingClaims { .. }
				| Stage::Settling { .. }
				| Stage::Paying { .. }
				| Stage::Paid
				| Stage::Closing
				| Stage::Closed
		)
	}
}

/// One event on one product at one time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Incident {
	/// The product.
	pub product: ProductId,
	/// The moment of the event: when the average first reached the threshold, what the reporter
	/// stated, or what an accepted outcome says.
	pub occurred_at: Moment,
	/// The time of the block in which it counts as opened.
	pub opened: BlockTime,
	/// The binding average or the table of losses, once upheld.
	pub upheld: Option<Upheld>,
	/// The stage of the incident.
	pub stage: Stage,
	/// Incidents from this number on were opened after this one was upheld. It is zero until then.
	pub cutoff: IncidentId,
	/// The asset of its claims, once it is known.
	pub asset: Option<AssetId>,
	/// The number of claims registered.
	pub claims: u32,
	/// The number of claims that were paid what there was for them when they were tried.
	pub claims_paid: u32,
	/// The sum of the claims.
	pub claimed: Balance,
	/// The book of its money for claims, which is on the escrow account.
	pub escrow: Balance,
	/// The active time at which the last pool was charged, or at which money came for the claims
	/// after that.
	pub settled_at: Option<Moment>,
	/// The governed numbers of the block that opened it.
	pub limits: Limits,
}

impl Incident {
	/// A new incident, of which only the times of its event and its opening are known.
	pub fn new(
		product: ProductId,
		occurred_at: Moment,
		opened: BlockTime,
		decider: Decider,
		limits: Limits,
	) -> Self {
		Self {
			product,
			occurred_at,
			opened,
			upheld: None,
			stage: Stage::Undecided(decider),
			cutoff: 0,
			asset: None,
			claims: 0,
			claims_paid: 0,
			claimed: 0,
			escrow: 0,
			settled_at: None,
			limits,
		}
	}

	/// The active time from which payouts that were not taken are not kept any longer. `None` while
	/// it is not settled.
	pub fn closes_at(&self) -> Option<Moment> {
		self.settled_at.map(|settled| deadline(settled, self.limits.unclaimed_after))
	}
}

/// The part of one pool in an upheld incident. It is different from a part of a claim, which is
/// what one pool is to pay of the claim. The parts of all claims on a pool sum to its `loss`.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PoolSettlement {
	/// The lock: the most that the pool can be charged.
	pub lock: Balance,
	/// True if the lock is reserved: claims are charged and paid one by one, as they are
	/// registered.
	pub is_reserved: bool,
	/// The sum of the claims on it.
	pub loss: Balance,
	/// The number of claims with a part on it. A claim whose parts name the pool twice counts once.
	pub claims: u32,
	/// The rest of its part of the sponsors' first loss, which pays before the pool. Zero once the
	/// pool is charged.
	pub first_loss: Balance,
	/// The money that sponsors paid for its claims.
	pub from_sponsors: Balance,
	/// The result of all charges of the pool by now, which bears what sponsors did not pay.
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

impl PoolSettlement {
	/// True if no more money can come, except what is recovered.
	pub fn is_final(&self) -> bool {
		self.is_charged && self.settlement.is_final
	}

	/// True if its money is what the pool, the reserve and sponsors gave.
	pub fn adds_up(&self) -> bool {
		let given = self.settlement.funded().and_then(|funded| funded.checked_add(self.from_sponsors));
		given == Some(self.funded)
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
	pub parts: ClaimShares,
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
pub fn sum(parts: &ClaimShares) -> Option<Balance> {
	parts.iter().try_fold(0, |sum: Balance, (_, part)| sum.checked_add(*part))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn all() -> [Stage; 11] {
		[
			Stage::Undecided(Decider::Trigger),
			Stage::Undecided(Decider::Assessment),
			Stage::Queued,
			Stage::AssessingClaims { after: None },
			Stage::Claiming { until: 1 },
			Stage::Settling { after: None },
			Stage::Paying { after: None },
			Stage::Paid,
			Stage::Rejected,
			Stage::Closing,
			Stage::Closed,
		]
	}

	/// The numbers of the stages for which the step is legal, in order.
	fn legal(step: impl Fn(Stage) -> Result<Stage, WrongStage>) -> Vec<usize> {
		all().into_iter().enumerate().filter(|(_, s)| step(*s).is_ok()).map(|(i, _)| i).collect()
	}

	#[test]
	fn stages_should_only_take_legal_steps() {
		assert_eq!(legal(|s| s.refer()), vec![0]);
		assert_eq!(legal(|s| s.queue()), vec![0]);
		assert_eq!(legal(|s| s.walk()), vec![2]);
		assert_eq!(legal(|s| s.uphold()), vec![0, 1]);
		assert_eq!(legal(|s| s.uphold_losses(9)), vec![1]);
		assert_eq!(legal(|s| s.reject()), vec![0, 1]);
		assert_eq!(legal(|s| s.totalled()), vec![3, 4]);
		assert_eq!(legal(|s| s.settled()), vec![5]);
		assert_eq!(legal(|s| s.paid()), vec![6]);
		assert_eq!(legal(|s| s.pay_more()), vec![6, 7]);
		assert_eq!(legal(|s| s.close()), vec![7]);
		assert_eq!(legal(|s| s.closed()), vec![9]);
	}

	#[test]
	fn stages_should_be_open_until_all_pools_are_charged() {
		let closed: Vec<_> = all().iter().enumerate().filter(|(_, s)| !s.is_open()).map(|(i, _)| i).collect();
		assert_eq!(closed, vec![6, 7, 8, 9, 10]);
	}

	#[test]
	fn stages_should_be_upheld_from_the_verdict_on() {
		let upheld: Vec<_> =
			all().iter().enumerate().filter(|(_, s)| s.is_upheld()).map(|(i, _)| i).collect();
		assert_eq!(upheld, vec![2, 3, 4, 5, 6, 7, 9, 10]);
	}

	#[test]
	fn claim_should_be_the_sum_of_its_parts() {
		let amount = |parts: &[(PoolId, Balance)]| {
			let parts = ClaimShares::truncate_from(parts.to_vec());
			Claim { parts, paid: [0; 3], status: ClaimStatus::Registered }.amount()
		};
		assert_eq!(amount(&[]), Some(0));
		assert_eq!(amount(&[(1, 2), (3, 4), (1, 5)]), Some(11));
		assert_eq!(amount(&[(1, Balance::MAX - 1), (2, 1)]), Some(Balance::MAX));
		assert_eq!(amount(&[(1, Balance::MAX), (2, 1)]), None);
	}
}
