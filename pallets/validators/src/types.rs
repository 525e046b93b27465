// SPDX-License-Identifier: Apache-2.0

//! Candidates, former validators, slashes, and the rules that need no storage.

use alloc::vec::Vec;
use breakwater_math::offence::offline_fraction;
use breakwater_primitives::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Reverse;
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Permill};
use sp_staking::{
	offence::{Kind, Offence},
	SessionIndex,
};

/// The most validators in a session.
pub const MAX_VALIDATORS: u32 = 100;
/// The most candidates, with the validators among them.
pub const MAX_CANDIDATES: u32 = 200;
/// The number of sessions with an offence, within [`OFFENCE_WINDOW`], that ends a candidacy.
pub const MAX_OFFENCES: u32 = 3;
/// The number of sessions in which offences count together: a week of hours.
pub const OFFENCE_WINDOW: SessionIndex = 168;
/// The blocks that a session must have for each validator with a block before one without counts as
/// offline. With ten, a validator that is online has none by chance in less than one of 20,000
/// sessions (e^-10).
pub const ENOUGH_BLOCKS: u32 = 10;

/// The numbers that governance sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	/// The most validators in a session, 1 to [`MAX_VALIDATORS`].
	pub max_validators: u32,
	/// The seats among them for candidates whom no referendum has approved, by their bonds.
	pub open_seats: u32,
	/// The least bond with which a candidacy begins, or goes on after an offence, in units of the
	/// native token.
	pub min_bond: Balance,
	/// The part of the fees that validators get.
	pub fee_share: Permill,
	/// The part of the rest of the fees that goes to the reserve. The treasury has what is left.
	pub reserve_share: Permill,
	/// The part of the budget that validators get for a session, in units of the native token.
	pub session_budget: Balance,
}

/// A candidate: an account with a bond that is a validator, or can be one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Candidate<AccountId> {
	/// The account.
	pub who: AccountId,
	/// The bond held on it, in units of the native token.
	pub bond: Balance,
	/// True if a referendum has approved it. It comes before all that are not.
	pub approved: bool,
	/// True if it has committed an offence, and has not called `resume` since. It gets no seat.
	pub suspended: bool,
	/// The sessions of its last offences, in order.
	pub offences: BoundedVec<SessionIndex, ConstU32<MAX_OFFENCES>>,
}

impl<AccountId> Candidate<AccountId> {
	/// Returns a candidate without an approval and without an offence.
	pub fn new(who: AccountId, bond: Balance) -> Self {
		Self { who, bond, approved: false, suspended: false, offences: Default::default() }
	}

	/// Suspend the candidate for an offence in a session. Returns true if it is one too many.
	/// `None` if it is suspended already: it has a seat in the session that was planned before, and
	/// one outage is one offence. Also if it was suspended for that session before.
	pub fn offend(&mut self, session: SessionIndex) -> Option<bool> {
		if self.suspended || self.offences.contains(&session) {
			return None;
		}
		self.suspended = true;
		if self.offences.is_full() {
			self.offences.remove(0);
		}
		// There is room now. A report may come late, for a session before the last.
		let place = self.offences.partition_point(|other| *other < session);
		let _ = self.offences.try_insert(place, session);
		Some(self.is_repeat_offender())
	}

	/// True if the last offences are as many as may be, and within the window.
	pub fn is_repeat_offender(&self) -> bool {
		let window = self.offences.first().zip(self.offences.last());
		self.offences.is_full()
			&& window.is_some_and(|(first, last)| last.saturating_sub(*first) < OFFENCE_WINDOW)
	}
}

/// Returns the candidates that get a seat if they have session keys, in the order of their
/// accounts. None is suspended. Approved ones come first, larger bonds before smaller ones.
pub fn seated<AccountId: Clone + Ord>(
	candidates: &[Candidate<AccountId>],
	limits: &Limits,
	has_keys: impl Fn(&AccountId) -> bool,
) -> Vec<AccountId> {
	let mut ranked: Vec<_> = candidates.iter().filter(|candidate| !candidate.suspended).collect();
	ranked.sort_by_key(|candidate| (Reverse(candidate.approved), Reverse(candidate.bond), &candidate.who));
	let (mut seats, mut open) = (limits.max_validators.min(MAX_VALIDATORS), limits.open_seats);
	let mut seated = Vec::new();
	for candidate in ranked {
		let is_free = seats > 0 && (candidate.approved || open > 0);
		if !is_free || !has_keys(&candidate.who) {
			continue;
		}
		seats = seats.saturating_sub(1);
		if !candidate.approved {
			open = open.saturating_sub(1);
		}
		seated.push(candidate.who.clone());
	}
	seated.sort();
	seated
}

/// A former candidate, remembered for the cooldown.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Leaving {
	/// The bond held, in units of the native token. Zero if all of it was slashed.
	pub bond: Balance,
	/// The session from which it can be taken back.
	pub until: SessionIndex,
}

/// The end of a candidacy.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Cause {
	/// The candidate retired.
	#[codec(index = 0)]
	Retired,
	/// A referendum removed the candidate.
	#[codec(index = 1)]
	Removed,
	/// A candidate with a larger bond took the place.
	#[codec(index = 2)]
	Displaced,
	/// The candidate committed too many offences.
	#[codec(index = 3)]
	Offences,
}

/// The slashes of a validator for one session.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Slashed {
	/// The bond before the first of them, in units of the native token.
	pub of: Balance,
	/// The amount taken, in units of the native token.
	pub taken: Balance,
}

/// The offence of making no block in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offline<Offender> {
	/// The session.
	pub session: SessionIndex,
	/// The number of its validators.
	pub validators: u32,
	/// The validators without a block.
	pub offenders: Vec<Offender>,
}

impl<Offender: Clone> Offence<Offender> for Offline<Offender> {
	const ID: Kind = *b"breakwater:offln";
	type Slot = SessionIndex;

	fn offenders(&self) -> Vec<Offender> {
		self.offenders.clone()
	}
	fn session_index(&self) -> SessionIndex {
		self.session
	}
	fn validator_set_count(&self) -> u32 {
		self.validators
	}
	fn slot(&self) -> SessionIndex {
		self.session
	}
	fn slash_fraction(&self, offenders: u32) -> Perbill {
		offline_fraction(offenders, self.validators)
	}
}
