// SPDX-License-Identifier: Apache-2.0

//! Policies, and the times of a policy's life.

use breakwater_math::premium;
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The most increases of one policy that are kept apart.
pub const MAX_INCREASES: u32 = 4;

/// A premium as it streams to a pool, in fewer bytes than [`Stream`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PackedStream {
	/// Scaled units per millisecond.
	#[codec(compact)]
	pub rate: u128,
	/// Scaled units released at the boundary.
	#[codec(compact)]
	pub remainder: u64,
	/// The wall-clock day at whose beginning the stream ends.
	pub boundary: Day,
	/// The count of loans of the reserve to the pool when the stream began.
	#[codec(compact)]
	pub generation: u32,
}

impl From<PackedStream> for Stream {
	fn from(packed: PackedStream) -> Self {
		let PackedStream { rate, remainder, boundary, generation } = packed;
		Self { rate: rate.into(), remainder: remainder.into(), boundary, generation }
	}
}

impl PackedStream {
	/// Returns the same stream, unless its rate is 2^128 or more: premium of more than 2^90 units
	/// on a day. A remainder is below the milliseconds of its stream.
	pub fn pack(stream: Stream) -> Option<Self> {
		let Stream { rate, remainder, boundary, generation } = stream;
		Some(Self {
			rate: rate.try_into().ok()?,
			remainder: remainder.try_into().ok()?,
			boundary,
			generation,
		})
	}

	/// Returns both streams as one. `None` unless they end on the same day and are pledged by the
	/// same loans.
	pub fn merge(self, other: Self) -> Option<Self> {
		let is_alike = self.boundary == other.boundary && self.generation == other.generation;
		is_alike.then_some(())?;
		let rate = self.rate.checked_add(other.rate)?;
		Some(Self { rate, remainder: self.remainder.checked_add(other.remainder)?, ..self })
	}
}

/// A pool that backs a policy, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Allocation {
	/// The pool.
	#[codec(compact)]
	pub pool: PoolId,
	/// The unclaimed cover that the pool backs, in the asset's units.
	#[codec(compact)]
	pub cover: Balance,
	/// The premium as it streams to the pool.
	pub stream: PackedStream,
	/// The surcharge on the base rate because the price was near the threshold, in millionths a
	/// year, rounded up: the mean over its cover and time. See `Policy::base`.
	#[codec(compact)]
	pub surcharge: u32,
}

impl Allocation {
	/// Returns the allocation as its pool knows it: for cover of a product until active time
	/// `expires`.
	pub fn backing(&self, product: ProductId, expires: Moment) -> Backing {
		let Self { pool, cover, stream, .. } = *self;
		Backing { pool, product, cover, expires: Active(expires), stream: stream.into() }
	}
}

/// The pools that back a policy, in the order in which the cover they back comes into force.
pub type Allocations = BoundedVec<Allocation, ConstU32<MAX_ALLOCATIONS>>;

/// Cover that was added to a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Increase {
	/// The time when it begins, in wall-clock time.
	#[codec(compact)]
	pub starts_at: Moment,
	/// The added cover, in the asset's units.
	#[codec(compact)]
	pub cover: Balance,
}

/// The depositor for a policy's record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Depositor<AccountId> {
	/// The holder.
	#[codec(index = 0)]
	Holder,
	/// Another account: a buyer for another holder, or an earlier holder.
	#[codec(index = 1)]
	Other(AccountId),
}

/// A commission as it is earned: in a straight line over the time that was bought first.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Earning<AccountId> {
	/// The account that earns it.
	pub distributor: AccountId,
	/// The part that is earned and not paid out, in the asset's units.
	#[codec(compact)]
	pub earned: Balance,
	/// The part that was not earned at `from`, in the asset's units.
	#[codec(compact)]
	pub unearned: Balance,
	/// The cover that the commission was paid for and that is left. Cover that was added to the
	/// policy later carries no commission.
	#[codec(compact)]
	pub cover: Balance,
	/// The wall-clock time up to which earnings are counted.
	#[codec(compact)]
	pub from: Moment,
	/// The time when all of it is earned, in wall-clock time.
	#[codec(compact)]
	pub until: Moment,
}

impl<AccountId> Earning<AccountId> {
	/// Earn the part for the time until `now`, rounded down, in favour of the holder.
	pub fn accrue(&mut self, now: Moment) -> Option<()> {
		let earned = premium::earned_commission(self.unearned, self.from, now, self.until)?;
		self.earned = self.earned.checked_add(earned)?;
		self.unearned = self.unearned.checked_sub(earned)?;
		self.from = self.from.max(now.min(self.until));
		Some(())
	}

	/// Reduce the commission to the `left` cover of the policy. If that is less than the commission
	/// was paid for, take the part of the unearned commission out that belongs to the difference,
	/// rounded down.
	pub fn cut(&mut self, left: Balance) -> Option<Balance> {
		let part = premium::commission_above(self.unearned, self.cover, left)?;
		self.unearned = self.unearned.checked_sub(part)?;
		self.cover = self.cover.min(left);
		Some(part)
	}
}

/// Cover that a holder has on one product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Policy<AccountId, Ticket> {
	/// The account that is paid.
	pub holder: AccountId,
	/// The product.
	pub product: ProductId,
	/// The version of the terms it was bought under.
	#[codec(compact)]
	pub version: TermsVersion,
	/// The cover that was bought and not given back, in the asset's units: the first and all
	/// increases.
	#[codec(compact)]
	pub cover: Balance,
	/// The premium paid, in the asset's units.
	#[codec(compact)]
	pub premium: Balance,
	/// The annual rate at which the price began, without the surcharge for its nearness to the
	/// threshold, in millionths, rounded up: the mean over cover and time. Premium with a surcharge
	/// comes back only as far as the option is worth it now, and never at less than this rate.
	#[codec(compact)]
	pub base: u32,
	/// The pools that back the cover left.
	pub allocations: Allocations,
	/// The increases of the first cover, in the order of time.
	pub increases: BoundedVec<Increase, ConstU32<MAX_INCREASES>>,
	/// The time when the first cover begins, in wall-clock time.
	#[codec(compact)]
	pub starts_at: Moment,
	/// The time when cover ends, in wall-clock time.
	#[codec(compact)]
	pub ends_at: Moment,
	/// The time when the right to claim ends, in active time.
	#[codec(compact)]
	pub expires: Moment,
	/// The last incident under which a claim was registered. A product has one open incident at a
	/// time, and incidents are numbered in order. So a second claim under one incident shows by
	/// this field alone.
	pub last_claim: Option<IncidentId>,
	/// The number of claims that are neither paid nor given up.
	#[codec(compact)]
	pub open_claims: u32,
	/// The depositor for this record.
	pub depositor: Depositor<AccountId>,
	/// The deposit.
	pub ticket: Ticket,
}

/// A whole hour of wall-clock time, counted from 1970.
pub type Hour = u32;

/// The terms on which a holder has their policy renewed.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RenewalTerms {
	/// The time of each renewal, in milliseconds.
	#[codec(compact)]
	pub period: Moment,
	/// The most that one renewal may cost, in the asset's units.
	#[codec(compact)]
	pub max_premium: Balance,
	/// The amount that is paid in now, in the asset's units.
	#[codec(compact)]
	pub prepaid: Balance,
}

/// A policy's renewals to come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Renewal<Ticket> {
	/// The amount that is paid in for them and not used yet, in the asset's units.
	#[codec(compact)]
	pub renewal_balance: Balance,
	/// The most that one may cost, in the asset's units.
	#[codec(compact)]
	pub max_premium: Balance,
	/// The time of each renewal, in milliseconds.
	#[codec(compact)]
	pub period: Moment,
	/// The hour from which the next attempt is made. `None` if there will be no attempt: then the
	/// renewal balance waits for the holder.
	pub due: Option<Hour>,
	/// The holder's deposit for this record. A renewal balance that is left by a void renewal has
	/// none.
	pub ticket: Option<Ticket>,
}

/// The last renewal of a policy, with the numbers to undo it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LastRenewal {
	/// The time when it was made, in wall-clock time.
	#[codec(compact)]
	pub at: Moment,
	/// The time when cover would have ended without it, in wall-clock time.
	#[codec(compact)]
	pub old_ends_at: Moment,
	/// The time when the right to claim would have ended without it, in active time.
	#[codec(compact)]
	pub old_expires: Moment,
	/// The renewal's part of the policy's unearned premium when it was made: its premium, in the
	/// asset's units.
	#[codec(compact)]
	pub premium: Balance,
	/// The rest of the policy's unearned premium then, rounded up.
	#[codec(compact)]
	pub before: Balance,
	/// The incident that was open on the product. Renewals under the same incident are undone
	/// together.
	pub incident: Option<IncidentId>,
}

impl<AccountId> Policy<AccountId, ()> {
	/// Returns the policy with the deposit for its record.
	pub fn with_ticket<Ticket>(self, ticket: Ticket) -> Policy<AccountId, Ticket> {
		Policy {
			holder: self.holder,
			product: self.product,
			version: self.version,
			cover: self.cover,
			premium: self.premium,
			base: self.base,
			allocations: self.allocations,
			increases: self.increases,
			starts_at: self.starts_at,
			ends_at: self.ends_at,
			expires: self.expires,
			last_claim: self.last_claim,
			open_claims: self.open_claims,
			depositor: self.depositor,
			ticket,
		}
	}
}

impl<AccountId: Clone, Ticket> Policy<AccountId, Ticket> {
	/// Returns the unclaimed cover, which the pools back. `None` cannot occur: it is never above
	/// the cover.
	pub fn cover_left(&self) -> Option<Balance> {
		self.allocations.iter().try_fold(0, |sum: Balance, part| sum.checked_add(part.cover))
	}

	/// Returns the cover in force at wall-clock time `at`: the cover that has begun by then, and
	/// zero from `ends_at` on.
	pub fn in_force(&self, at: Moment) -> Option<Balance> {
		if at < self.starts_at || self.ends_at <= at {
			return Some(0);
		}
		// Increases that begin later are not in force.
		self.increases
			.iter()
			.filter(|increase| at < increase.starts_at)
			.try_fold(self.cover, |cover, increase| cover.checked_sub(increase.cover))
	}

	/// Take `by` off the cover, the latest first. `None` if that is more than there is.
	pub fn give_back(&mut self, by: Balance) -> Option<()> {
		self.cover = self.cover.checked_sub(by)?;
		let mut rest = by;
		while let Some(last) = self.increases.last_mut() {
			let taken = rest.min(last.cover);
			last.cover = last.cover.checked_sub(taken)?;
			rest = rest.checked_sub(taken)?;
			if last.cover > 0 {
				break;
			}
			self.increases.pop();
		}
		Some(())
	}

	/// Returns true if the right to claim is over at active time `active`: from `expires` on.
	pub fn expired(&self, active: Moment) -> bool {
		self.expires <= active
	}

	/// Returns the phase of the policy's life.
	pub fn phase(&self, now: Moment, active: Moment) -> PolicyPhase {
		if self.allocations.is_empty() {
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

	/// Returns the account that gets the deposit back.
	pub fn depositor(&self) -> AccountId {
		match &self.depositor {
			Depositor::Holder => self.holder.clone(),
			Depositor::Other(who) => who.clone(),
		}
	}

	/// Give the policy to another account. The deposit stays that of its depositor.
	pub fn hand_over(&mut self, to: AccountId)
	where
		AccountId: PartialEq,
	{
		let depositor = self.depositor();
		self.depositor = if depositor == to { Depositor::Holder } else { Depositor::Other(depositor) };
		self.holder = to;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn policy() -> Policy<u8, ()> {
		let allocation = Allocation { pool: 0, cover: 10, stream: PackedStream::default(), surcharge: 0 };
		Policy {
			holder: 0,
			product: 0,
			version: 1,
			cover: 10,
			premium: 1,
			base: 20_000,
			allocations: BoundedVec::truncate_from(vec![allocation]),
			increases: BoundedVec::default(),
			starts_at: 100,
			ends_at: 200,
			expires: 170,
			last_claim: None,
			open_claims: 0,
			depositor: Depositor::Holder,
			ticket: (),
		}
	}

	fn increased() -> Policy<u8, ()> {
		let increases = vec![Increase { starts_at: 150, cover: 3 }, Increase { starts_at: 160, cover: 4 }];
		Policy { cover: 17, increases: BoundedVec::truncate_from(increases), ..policy() }
	}

	#[test]
	fn policy_should_be_in_force_when_begun_and_not_ended() {
		let in_force = |policy: Policy<u8, ()>| {
			[99, 100, 149, 150, 160, 199, 200]
				.into_iter()
				.map(|at| policy.in_force(at).unwrap())
				.collect::<Vec<_>>()
		};
		assert_eq!(in_force(policy()), [0, 10, 10, 10, 10, 10, 0]);
		assert_eq!(in_force(increased()), [0, 10, 10, 13, 17, 17, 0]);
	}

	#[test]
	fn what_is_given_back_should_be_the_latest_first() {
		let after = |by| {
			let mut policy = increased();
			let done = policy.give_back(by);
			done.map(|()| (policy.cover, policy.increases.iter().map(|i| i.cover).collect::<Vec<_>>()))
		};
		assert_eq!(after(0), Some((17, vec![3, 4])));
		assert_eq!(after(3), Some((14, vec![3, 1])));
		assert_eq!(after(4), Some((13, vec![3])));
		assert_eq!(after(7), Some((10, vec![])));
		assert_eq!(after(17), Some((0, vec![])));
		assert_eq!(after(18), None);
	}

	#[test]
	fn deposit_should_stay_with_its_depositor_when_the_policy_is_handed_over() {
		let mut policy = policy();
		policy.hand_over(7);
		assert_eq!((policy.holder, policy.depositor()), (7, 0));
		policy.hand_over(8);
		assert_eq!((policy.holder, policy.depositor()), (8, 0));
		policy.hand_over(0);
		assert_eq!((policy.holder, policy.depositor), (0, Depositor::Holder));
	}

	#[test]
	fn streams_should_merge_when_they_end_together_and_are_pledged_alike() {
		let stream = PackedStream { rate: 5, remainder: 2, boundary: 9, generation: 1 };
		assert_eq!(stream.merge(stream), Some(PackedStream { rate: 10, remainder: 4, ..stream }));
		assert_eq!(stream.merge(PackedStream { boundary: 8, ..stream }), None);
		assert_eq!(stream.merge(PackedStream { generation: 2, ..stream }), None);
		assert_eq!(stream.merge(PackedStream { rate: u128::MAX, ..stream }), None);
		assert_eq!(PackedStream::pack(stream.into()), Some(stream));
		let large = Stream { rate: sp_core::U256::from(u128::MAX) + 1, ..stream.into() };
		assert_eq!(PackedStream::pack(large), None);
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
		assert_eq!(
			Policy { allocations: Default::default(), ..policy }.phase(100, 21),
			PolicyPhase::Exhausted
		);
	}

	/// A policy with everything it can have, and a million dollars of six decimals in each place.
	#[test]
	fn policy_should_take_at_most_250_bytes() {
		const MILLION: Balance = 1_000_000_000_000;
		const NOW: Moment = 1_800_000_000_000;
		let stream = Stream {
			rate: (sp_core::U256::from(MILLION) << 64) / DAY,
			remainder: DAY.into(),
			..Default::default()
		};
		let stream = PackedStream { boundary: 20_000, ..PackedStream::pack(stream).unwrap() };
		let allocation = Allocation { pool: 1_000, cover: MILLION, stream, surcharge: 100_000_000 };
		let policy = Policy {
			holder: [0u8; 32],
			product: 1_000,
			version: 10,
			cover: 3 * MILLION,
			premium: MILLION,
			base: 20_000,
			allocations: BoundedVec::truncate_from(vec![allocation; 3]),
			increases: BoundedVec::truncate_from(vec![Increase { starts_at: NOW, cover: MILLION }; 4]),
			starts_at: NOW,
			ends_at: NOW,
			expires: NOW,
			last_claim: Some(1_000),
			open_claims: 3,
			depositor: Depositor::Holder,
			ticket: 1u128,
		};
		let one = Policy {
			allocations: BoundedVec::truncate_from(vec![allocation]),
			increases: BoundedVec::default(),
			..policy.clone()
		};
		assert_eq!((one.encoded_size(), policy.encoded_size()), (132, 248));
	}
}
