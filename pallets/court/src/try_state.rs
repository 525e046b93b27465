// SPDX-License-Identifier: Apache-2.0

//! The court's invariants. Each returns an error and never panics.

use crate::{tree::*, *};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, fungibles::Inspect},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_stakes()?;
		Self::check_places()?;
		Self::check_tree()?;
		Self::check_seats()?;
		Self::check_cases()?;
		Self::check_line()?;
		Self::check_books()
	}

	/// All that an assessor's record names is on hold, and at least what seats lock.
	fn check_stakes() -> Result<(), TryRuntimeError> {
		for (who, assessor) in Assessors::<T>::iter() {
			let held = assessor.held().ok_or("court: a stake does not fit")?;
			let on_hold = T::Native::balance_on_hold(&Self::stake_reason(), &who);
			ensure!(held == on_hold, "court: a stake is on hold");
			ensure!(assessor.locked <= held, "court: seats lock stake that is there");
			ensure!(
				assessor.delegation.after.as_ref() != Some(&who),
				"court: an assessor delegates to another"
			);
		}
		Ok(())
	}

	/// Each assessor has one place, and each place that was taken is an assessor's or free.
	fn check_places() -> Result<(), TryRuntimeError> {
		let mut taken = BTreeSet::new();
		for (place, who) in Places::<T>::iter() {
			let assessor = Assessors::<T>::get(&who).ok_or("court: a place is an assessor's")?;
			ensure!(assessor.place == place, "court: an assessor knows its place");
			taken.insert(place);
		}
		ensure!(Assessors::<T>::iter_keys().count() == taken.len(), "court: each assessor has a place");
		let count = FreePlaceCount::<T>::get();
		for number in 0..count {
			let place = FreePlaces::<T>::get(number).ok_or("court: free places are numbered")?;
			ensure!(taken.insert(place), "court: a free place is not taken");
		}
		ensure!(FreePlaces::<T>::iter_keys().all(|number| number < count), "court: all free places count");
		let all = usize::try_from(PlaceCount::<T>::get()).unwrap_or(usize::MAX);
		ensure!(taken.len() == all && all <= PLACES as usize, "court: each place is taken or free");
		ensure!(taken.iter().all(|place| *place < PLACES), "court: a place is one of the tree's");
		Ok(())
	}

	/// The tree holds the stakes of now at their places. Each node's sums are those of the nodes
	/// below, in each generation.
	fn check_tree() -> Result<(), TryRuntimeError> {
		let epoch = T::Seed::epoch();
		let stakes: BTreeMap<u32, Balance> =
			Assessors::<T>::iter_values().map(|one| (one.place, one.stake)).collect();
		for (level, number, node) in Tree::<T>::iter() {
			ensure!(node.epoch() <= epoch, "court: a node is of the past");
			let node = node.as_of(epoch);
			for child in 0..ARITY {
				let below = number.saturating_mul(ARITY).saturating_add(child);
				let sums = match level.saturating_add(1) < DEPTH {
					true => Tree::<T>::get(level.saturating_add(1), below).as_of(epoch).sums(),
					false => {
						let [counted, next, _] = node.at(child).unwrap_or_default();
						// The past stakes are in no record.
						Some([counted, next, stakes.get(&below).copied().unwrap_or(0)])
					}
				};
				ensure!(node.at(child) == sums, "court: a node holds the sums below it");
			}
		}
		let all = stakes.values().try_fold(0, |sum: Balance, stake| sum.checked_add(*stake));
		ensure!(Self::totals().0 == all.ok_or("court: stakes do not fit")?, "court: the root is the sum");
		Ok(())
	}

	/// The seats of a panel are those of an open round: at most as many as its level has, at most
	/// the cap for one voter, and together they lock what the assessors' records say.
	fn check_seats() -> Result<(), TryRuntimeError> {
		let panels = Self::open_panels();
		let mut locked = BTreeMap::<T::AccountId, Balance>::new();
		let mut counts = BTreeMap::<PanelId, u32>::new();
		for (panel, voter, seat) in Seats::<T>::iter() {
			let (id, case, seats) = panels.get(&panel).ok_or("court: seats are a panel's")?;
			ensure!(PanelsOf::<T>::get(&voter, panel) == Some(*id), "court: a voter knows its panels");
			let cap = breakwater_math::court::seat_cap(*seats, case.limits.seat_cap);
			ensure!((1..=cap).contains(&seat.count()), "court: a voter has seats, up to the cap");
			let count = counts.entry(panel).or_default();
			*count = count.saturating_add(seat.count());
			ensure!(*count <= *seats, "court: a panel has at most its seats");
			if seat.vote == SeatVote::Denounced {
				continue;
			}
			for (owner, seats) in seat.stakes {
				let sum = locked.entry(owner).or_default();
				*sum = sum.saturating_add(Self::stake_of(case, seats));
			}
		}
		for (panel, (_, _, seats)) in &panels {
			let count = counts.get(panel).copied().unwrap_or(0);
			ensure!(count >= breakwater_math::court::quorum(*seats), "court: a panel can decide");
		}
		let known = PanelsOf::<T>::iter().all(|(who, panel, _)| Seats::<T>::contains_key(panel, who));
		ensure!(known, "court: a voter's panels have its seats");
		for (who, assessor) in Assessors::<T>::iter() {
			let sum = locked.remove(&who).unwrap_or(0);
			ensure!(sum == assessor.locked, "court: an assessor's seats lock its stake");
		}
		ensure!(locked.is_empty(), "court: each seat is an assessor's");
		Ok(())
	}

	/// The panels whose seats are not settled, with their cases and their sizes.
	fn open_panels() -> BTreeMap<PanelId, (CaseId, Case, u32)> {
		let mut panels = BTreeMap::new();
		for (id, case) in Cases::<T>::iter() {
			if let Stage::Commit { panel, .. } | Stage::Reveal { panel, .. } = case.stage {
				panels.insert(panel, (id, case.clone(), case.seats()));
			}
			for (round, seats) in case.rounds.iter().zip(SEATS) {
				if let Some(round) = round.filter(|round| !round.is_settled) {
					panels.insert(round.panel, (id, case.clone(), seats));
				}
			}
		}
		panels
	}

	/// Cases are numbered, and as many are open as the counts say, within their bounds. A case that
	/// has ended with a panel's choice has the choice of one of its panels.
	fn check_cases() -> Result<(), TryRuntimeError> {
		let (mut all, mut reports) = (0u32, 0u32);
		for (id, case) in Cases::<T>::iter() {
			ensure!(id < NextCase::<T>::get(), "court: cases are numbered");
			let choices = case.dispute.ballot.count();
			ensure!((1..=MAX_CHOICES).contains(&choices), "court: a case has choices");
			let mut chosen = case.rounds.iter().flatten().map(|round| round.choice);
			ensure!(chosen.clone().all(|choice| choice < choices), "court: a panel chooses one of them");
			let most = case.limits.seat_fee.saturating_mul(ALL_SEATS.into());
			ensure!(most <= case.dispute.fees, "court: a case pays no more than it has brought");
			let voting = case.limits.longest_voting(T::Seed::length());
			ensure!(
				!case.is_open() || voting <= LongestVoting::<T>::get(),
				"court: stakes wait for as long as an open case takes"
			);
			match case.stage {
				Stage::Ended { choice, .. } => {
					let has_both = case.rounds.iter().all(Option::is_some);
					let is_one = choice.is_some_and(|choice| chosen.any(|one| one == choice));
					ensure!(!has_both || is_one, "court: a panel's choice is the outcome");
					ensure!(choice.is_some() || case.last_round().is_none(), "court: a choice stands");
				}
				stage => {
					// The voters' outcome can be acted on before the court's own step.
					let is_voted = matches!(stage, Stage::Voters { case: Some(_) });
					ensure!(!case.is_closed || is_voted, "court: a case is closed after its end");
					all = all.saturating_add(1);
					let is_report = matches!(case.dispute.subject, Subject::Report(_));
					reports = reports.saturating_add(u32::from(is_report));
					let is_last = matches!(stage, Stage::LastAppeal { .. });
					let differ = matches!(case.rounds, [Some(a), Some(b)] if a.choice != b.choice);
					ensure!(!is_last || differ, "court: a last appeal has two choices");
				}
			}
		}
		ensure!(OpenCases::<T>::get() == (all, reports), "court: open cases are counted");
		ensure!(all <= MAX_CASES && reports <= MAX_REPORT_CASES, "court: no more cases than there can be");
		Ok(())
	}

	/// The cases in line for their last appeal are those that wait for it, each once.
	fn check_line() -> Result<(), TryRuntimeError> {
		let line: BTreeSet<_> = AppealLine::<T>::get().into_iter().map(|(id, _)| id).collect();
		ensure!(line.len() == AppealLine::<T>::get().len(), "court: a case is in line once");
		let waits = |case: &Case| case.stage == Stage::LastAppeal { vote: None };
		let waiting: BTreeSet<_> =
			Cases::<T>::iter().filter(|(_, case)| waits(case)).map(|(id, _)| id).collect();
		ensure!(line == waiting, "court: those in line wait");
		Ok(())
	}

	/// The money for fees, of appeals and for panels is on the account. An appeal has the money of
	/// its contributions: all of it before the end, and enough for what is due after it.
	fn check_books() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::<(CaseId, u8), Balance>::new();
		for ((id, level, _, place), amount) in Contributions::<T>::iter() {
			let case = Cases::<T>::get(id).ok_or("court: a contribution is to a case")?;
			let appeal = case.appeals.get(usize::from(level)).copied().flatten();
			let appeal = appeal.ok_or("court: a contribution is to an appeal")?;
			let of_it = if appeal.result.is_some() { appeal.due(place, amount) } else { Some(amount) };
			let sum = due.entry((id, level)).or_default();
			*sum = sum.saturating_add(of_it.ok_or("court: what is due fits")?);
		}
		for (id, case) in Cases::<T>::iter() {
			for (level, appeal) in (0u8..).zip(case.appeals) {
				let Some(appeal) = appeal else { continue };
				let due = due.get(&(id, level)).copied().unwrap_or(0);
				let is_even = if appeal.result.is_some() { due <= appeal.left } else { due == appeal.left };
				ensure!(is_even, "court: an appeal has its contributions");
				let funds = appeal.funds.iter().try_fold(0, |sum: Balance, one| sum.checked_add(*one));
				let has_all = appeal.result.is_some() || funds == Some(appeal.left);
				ensure!(has_all, "court: an appeal's money is for its choices");
			}
		}
		let account = Self::account().ok_or("court: no account")?;
		let balance = T::Assets::total_balance(AssetId::Native, &account);
		let least = T::Assets::minimum_balance(AssetId::Native);
		let needed = Self::books().and_then(|books| books.checked_add(least));
		let needed = needed.ok_or("court: the books do not fit")?;
		ensure!(needed <= balance, "court: the books exceed the balance");
		Ok(())
	}

	/// The money of all books. `None` if it does not fit.
	pub(crate) fn books() -> Option<Balance> {
		let of_case = |case: Case| {
			let mut appeals = case.appeals.iter().flatten().map(|appeal| appeal.left);
			appeals.try_fold(0, Balance::checked_add)
		};
		Cases::<T>::iter_values().try_fold(FeePool::<T>::get(), |sum, case| sum.checked_add(of_case(case)?))
	}
}
