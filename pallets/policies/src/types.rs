//! Products and policies, and the times of a policy's life.

use breakwater_primitives::*;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// What people call a product: UTF-8, at most 64 bytes.
pub type ProductName = BoundedVec<u8, ConstU32<64>>;

/// What can be covered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Product {
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The correlation group.
	pub group: GroupId,
	/// What decides that an event has happened. Never changes.
	pub trigger: Trigger,
	/// Whether it is for sale.
	pub status: ProductStatus,
	/// The version of the terms that is sold.
	pub version: TermsVersion,
	/// What people see.
	pub name: ProductName,
}

/// Cover held by someone on one product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Policy<AccountId> {
	/// Who is paid.
	pub holder: AccountId,
	/// The product.
	pub product: ProductId,
	/// The terms it was bought under.
	pub version: TermsVersion,
	/// The pool that backs it.
	pub pool: PoolId,
	/// Cover bought, in the asset's units.
	pub cover: Balance,
	/// Cover not claimed yet.
	pub cover_left: Balance,
	/// Premium paid.
	pub premium: Balance,
	/// The premium as it streams to the pool.
	pub stream: Stream,
	/// When it was bought, in wall-clock time.
	pub bought_at: Moment,
	/// When cover begins, in wall-clock time.
	pub starts_at: Moment,
	/// When cover ends, in wall-clock time.
	pub ends_at: Moment,
	/// When the right to claim ends, in active time.
	pub expires: Moment,
	/// The last incident under which a claim was registered. A product has one open incident at a time and incidents are
	/// numbered in order, so a second claim under one shows by this alone.
	pub last_claim: Option<IncidentId>,
	/// Claims that are neither paid nor given up.
	pub open_claims: u32,
}

impl<AccountId> Policy<AccountId> {
	/// Whether cover is in force at wall-clock time `at`: from `starts_at` on, no longer at `ends_at`.
	pub fn in_force(&self, at: Moment) -> bool {
		self.starts_at <= at && at < self.ends_at
	}

	/// Whether the right to claim is over at active time `active`: from `expires` on.
	pub fn expired(&self, active: Moment) -> bool {
		self.expires <= active
	}

	/// Where the policy is in its life.
	pub fn phase(&self, now: Moment, active: Moment) -> PolicyPhase {
		if self.cover_left == 0 {
			PolicyPhase::Exhausted
		} else if self.expired(active) {
			PolicyPhase::Expired
		} else if now < self.starts_at {
			PolicyPhase::Waiting
		} else if now < self.ends_at {
			PolicyPhase::InForce
		} else {
			PolicyPhase::Grace
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn policy() -> Policy<u8> {
		Policy {
			holder: 0,
			product: 0,
			version: 1,
			pool: 0,
			cover: 10,
			cover_left: 10,
			premium: 1,
			stream: Stream::default(),
			bought_at: 50,
			starts_at: 100,
			ends_at: 200,
			expires: 170,
			last_claim: None,
			open_claims: 0,
		}
	}

	#[test]
	fn policy_should_be_in_force_when_begun_and_not_ended() {
		let policy = policy();
		let force: Vec<bool> = [99, 100, 199, 200].into_iter().map(|at| policy.in_force(at)).collect();
		assert_eq!(force, [false, true, true, false]);
	}

	#[test]
	fn policy_should_be_expired_when_active_time_reaches_the_end() {
		assert!(!policy().expired(169));
		assert!(policy().expired(170));
	}

	#[test]
	fn phase_should_follow_both_clocks() {
		let policy = policy();
		assert_eq!(policy.phase(99, 20), PolicyPhase::Waiting);
		assert_eq!(policy.phase(100, 21), PolicyPhase::InForce);
		assert_eq!(policy.phase(199, 120), PolicyPhase::InForce);
		assert_eq!(policy.phase(200, 121), PolicyPhase::Grace);
		assert_eq!(policy.phase(9_999, 169), PolicyPhase::Grace);
		assert_eq!(policy.phase(9_999, 170), PolicyPhase::Expired);
		assert_eq!(Policy { cover_left: 0, ..policy }.phase(100, 21), PolicyPhase::Exhausted);
	}
}
