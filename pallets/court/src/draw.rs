// SPDX-License-Identifier: Apache-2.0

//! The draw of panels.
//!
//! A point in the sum of all stakes is drawn for each seat, and the tree leads to the assessor in
//! whose stake it lies. A point is drawn again where the assessor is a party, has no free stake, or
//! votes in as many seats as one account can. All that decides the draw was fixed before the
//! randomness was known: the stakes, the delegations, and the parties, payers of appeals among
//! them. Only a stake that open seats lock wholly can change after that.

use crate::{tree::Node, *};
use alloc::collections::BTreeMap;
use breakwater_math::court;
use codec::Encode;
use frame_support::dispatch::DispatchResult;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::EnsureAdd;

/// The seats of a panel by their voters, and the work that the draw took.
pub(crate) struct Drawn<T: Config> {
	/// The seats.
	pub seats: BTreeMap<T::AccountId, SeatOf<T>>,
	/// The number of seats.
	pub count: u32,
	/// The points that were drawn.
	pub points: u32,
	/// The accounts that were looked at: whether they are parties.
	pub accounts: u32,
}

/// The records that a draw has read.
struct Reader<T: Config> {
	epoch: Epoch,
	/// The case, and the levels with appeals before the draw.
	of: (CaseId, u8),
	subject: Subject,
	nodes: BTreeMap<(u32, u32), Node>,
	assessors: BTreeMap<T::AccountId, Option<AssessorOf<T>>>,
	parties: BTreeMap<T::AccountId, bool>,
}

impl<T: Config> Reader<T> {
	fn new(epoch: Epoch, of: (CaseId, u8), subject: Subject) -> Self {
		let (nodes, assessors, parties) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
		Self { epoch, of, subject, nodes, assessors, parties }
	}

	fn node(&mut self, level: u32, number: u32) -> &Node {
		let epoch = self.epoch;
		self.nodes.entry((level, number)).or_insert_with(|| Tree::<T>::get(level, number).as_of(epoch))
	}

	/// The place in whose counted stake a point lies.
	fn place_of(&mut self, point: Balance) -> Option<u32> {
		let (mut place, mut point) = (0u32, point);
		for level in 0..tree::DEPTH {
			let (child, rest) = self.node(level, place).pick(point)?;
			place = place.checked_mul(tree::ARITY)?.checked_add(child)?;
			point = rest;
		}
		Some(place)
	}

	fn assessor(&mut self, who: &T::AccountId) -> Option<&mut AssessorOf<T>> {
		let read = || Assessors::<T>::get(who);
		self.assessors.entry(who.clone()).or_insert_with(read).as_mut()
	}

	/// The account that votes for an assessor's stake.
	fn voter_of(&mut self, owner: &T::AccountId) -> Option<T::AccountId> {
		let epoch = self.epoch;
		let delegate = self.assessor(owner)?.delegation.at(epoch).cloned();
		let Some(delegate) = delegate else { return Some(owner.clone()) };
		let votes = self.assessor(&delegate).is_some_and(|other| other.delegation.at(epoch).is_none());
		Some(if votes { delegate } else { owner.clone() })
	}

	/// True if an account is a party of the dispute, or has paid for a side in an appeal.
	fn is_party(&mut self, who: &T::AccountId) -> bool {
		let (subject, (id, level)) = (self.subject, self.of);
		let has_paid = |level| Contributions::<T>::iter_key_prefix((id, level, who)).next().is_some();
		let is_party = || T::Conflicts::is_party(subject, who) || (0..level).any(has_paid);
		*self.parties.entry(who.clone()).or_insert_with(is_party)
	}

	/// The assessor and the voter of a point, if they can have a seat with a stake.
	fn candidate(&mut self, point: Balance, stake: Balance) -> Option<(T::AccountId, T::AccountId)> {
		let place = self.place_of(point)?;
		let owner = Places::<T>::get(place)?;
		let voter = self.voter_of(&owner)?;
		let is_free = self.assessor(&owner)?.free() >= stake;
		(is_free && !self.is_party(&owner) && !self.is_party(&voter)).then_some((owner, voter))
	}
}

impl<T: Config> Pallet<T> {
	/// Draw the seats of a panel for a case, with `most` points at most.
	///
	/// The points depend on the seed and on the case alone, its level and its failures included.
	/// The order in which cases are drawn is for any account to choose.
	pub(crate) fn draw((id, case): (CaseId, &Case), seed: [u8; 32], most: u32) -> Drawn<T> {
		let (_, total) = Self::totals();
		let mut drawn = Drawn::<T> { seats: BTreeMap::new(), count: 0, points: 0, accounts: 0 };
		let mut reader = Reader::<T>::new(T::Seed::epoch(), (id, case.level), case.dispute.subject);
		let (seats, cap, stake) = (case.seats(), case.seat_cap(), case.limits.seat_stake);
		let round = (id, case.level, case.failures);
		while drawn.count < seats && drawn.points < most {
			let Some(point) = court::point(random(&seed, round, drawn.points), total) else { break };
			drawn.points = drawn.points.saturating_add(1);
			let Some((owner, voter)) = reader.candidate(point, stake) else { continue };
			let seat = drawn.seats.entry(voter);
			let seat = seat.or_insert_with(|| Seat { stakes: Default::default(), vote: SeatVote::Drawn });
			if seat.count() >= cap || !add_seat(seat, &owner) {
				continue;
			}
			if let Some(assessor) = reader.assessor(&owner) {
				// Below what is free.
				assessor.locked = assessor.locked.saturating_add(stake);
			}
			drawn.count = drawn.count.saturating_add(1);
		}
		drawn.seats.retain(|_, seat| seat.count() > 0);
		drawn.accounts = u32::try_from(reader.parties.len()).unwrap_or(u32::MAX);
		drawn
	}

	/// The places that so many points of a case lead to.
	#[cfg(test)]
	pub(crate) fn places_of(seed: [u8; 32], id: CaseId, points: u32) -> alloc::vec::Vec<u32> {
		let mut reader = Reader::<T>::new(T::Seed::epoch(), (id, 0), Subject::Incident(0));
		let (_, total) = Self::totals();
		let place = |point| reader.place_of(court::point(random(&seed, (id, 0, 0), point), total)?);
		(0..points).filter_map(place).collect()
	}

	/// Write a panel that was drawn: its seats lock their stakes.
	pub(crate) fn seat_panel(
		id: CaseId,
		case: &Case,
		panel: PanelId,
		seats: BTreeMap<T::AccountId, SeatOf<T>>,
	) -> DispatchResult {
		for (voter, seat) in seats {
			for (owner, count) in &seat.stakes {
				let mut assessor = Self::assessor(owner)?;
				let stake = Self::stake_of(case, *count);
				assessor.locked = assessor.locked.ensure_add(stake)?;
				let statistics = &mut assessor.statistics;
				statistics.drawn = statistics.drawn.saturating_add(*count);
				Assessors::<T>::insert(owner, assessor);
			}
			PanelsOf::<T>::insert(&voter, panel, id);
			Seats::<T>::insert(panel, voter, seat);
		}
		Ok(())
	}

	/// The stake of so many seats of a case. The parameters bound a seat's stake far below the
	/// largest number.
	pub(crate) fn stake_of(case: &Case, seats: u32) -> Balance {
		case.limits.seat_stake.saturating_mul(seats.into())
	}
}

/// Give a voter one more seat with an assessor's stake. False if there is no room.
fn add_seat<AccountId: Clone + PartialEq>(seat: &mut Seat<AccountId>, owner: &AccountId) -> bool {
	match seat.stakes.iter_mut().find(|(other, _)| other == owner) {
		Some((_, count)) => {
			*count = count.saturating_add(1);
			true
		}
		None => seat.stakes.try_push((owner.clone(), 1)).is_ok(),
	}
}

/// A random number for a point of a round, by case, level and failures: the first half of a hash.
fn random(seed: &[u8; 32], round: (CaseId, u8, u8), point: u32) -> u128 {
	let hash = (b"breakwater court", seed, round, point).using_encoded(blake2_256);
	let half = hash.first_chunk::<16>().copied().unwrap_or_default();
	u128::from_le_bytes(half)
}
