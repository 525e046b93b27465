// SPDX-License-Identifier: Apache-2.0

//! Questions to the voters, counted in the block in which their referenda end: the choice between
//! proposals, with a referendum on each, and the last appeal in a case of the court, with one.
//!
//! `pallet-democracy` forgets the votes on a referendum when it ends. So this pallet reads them in
//! the same block, right before democracy does. Its index in the runtime is between that of the
//! scheduler and that of democracy, as hooks run in this order. The calls of the scheduler can
//! still change a vote. The approval by democracy does not decide: it approves every choice with
//! more ayes than nays, of which there can be several. The choice is the one with the largest
//! margin, see [`breakwater_math::ballot`].

use breakwater_math::ballot;
use breakwater_primitives::{
	Adjudicator, Balance, Choice, Dispute, FinalAppeal, Moment, Outcome, Subject, MAX_CHOICES,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

pub use pallet::*;

/// The most referenda of cases that may be under way at once, from their beginning to the end of
/// their case. Each block looks at all of them, and all that they approve can come to be enacted in
/// one block.
pub const MAX_REFERENDA: u32 = 64;
/// The most referenda on reports of bugs in the list of cases, also of cases that have ended.
/// Incidents, whose pools are frozen, never wait for such disputes, nor for accounts that end them.
pub const MAX_REPORT_REFERENDA: u32 = MAX_REFERENDA / 4;
/// The most last appeals that are voted on at once. Further ones wait in line before the court.
pub const MAX_APPEALS: u32 = 8;
/// The most of them in cases on reports of bugs. Six places are left for those on incidents.
pub const MAX_REPORT_APPEALS: u32 = MAX_APPEALS / 4;
/// The most questions that can be in the list at once. Each choice between proposals has at least
/// two referenda. Beside them there can be those whose outcome is final and was not acted on yet.
pub const MAX_CASES: u32 = MAX_REFERENDA + MAX_REPORT_REFERENDA / 2 + MAX_APPEALS;

/// The matter of a question.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Matter {
	/// The choice between the proposals on a subject.
	#[codec(index = 0)]
	Proposals(Subject),
	/// The last appeal in a case of the court.
	#[codec(index = 1)]
	LastAppeal {
		/// The case's number.
		case: u32,
		/// The subject of the case.
		subject: Subject,
	},
}

/// The choices of a question, by their places.
pub type Choices = BoundedVec<Choice, ConstU32<MAX_CHOICES>>;

/// The votes on one choice.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Votes {
	/// The votes for it, with their conviction, in units of the native token.
	pub ayes: Balance,
	/// The votes against it, with their conviction, in units of the native token.
	pub nays: Balance,
	/// The tokens that voted on it.
	pub turnout: Balance,
}

impl From<Votes> for ballot::Votes {
	fn from(votes: Votes) -> Self {
		Self { ayes: votes.ayes, nays: votes.nays, turnout: votes.turnout }
	}
}

/// A question that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct OpenCase<BlockNumber> {
	/// The matter.
	pub matter: Matter,
	/// The index of the referendum on the first choice, which is the question's number. The indices
	/// of the referenda on the other choices follow.
	pub number: u32,
	/// The choices, each with a referendum.
	pub choices: Choices,
	/// The block in which the referenda end.
	pub end: BlockNumber,
	/// The block from which the outcome is final: that of the enactment.
	pub final_at: BlockNumber,
	/// The least turnout on a choice, in units of the native token.
	pub least_turnout: Balance,
	/// The outcome, once the votes are counted.
	pub outcome: Option<Outcome>,
}

impl<BlockNumber> OpenCase<BlockNumber> {
	/// The number of choices.
	fn count(&self) -> u32 {
		u32::try_from(self.choices.len()).unwrap_or(u32::MAX)
	}

	/// The choices, each with the index of its referendum.
	fn referenda(&self) -> impl Iterator<Item = (u32, Choice)> + '_ {
		(self.number..).zip(self.choices.iter().copied())
	}
}

/// Returns the outcome of the votes on choices, each at the place of its choice. `None` is a choice
/// whose referendum was cancelled.
pub fn outcome_of(choices: &[Choice], votes: &[Option<Votes>], least_turnout: Balance) -> Outcome {
	let votes: alloc::vec::Vec<_> = votes.iter().map(|votes| votes.map(ballot::Votes::from)).collect();
	let place = ballot::choice(&votes, least_turnout);
	Outcome { choice: place.and_then(|place| choices.get(place).copied()) }
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{borrow::Cow, vec::Vec};
	use frame_support::{
		ensure,
		pallet_prelude::*,
		storage::with_storage_layer,
		traits::{Bounded, Currency, QueryPreimage, ReservableCurrency, StorePreimage},
	};
	use frame_system::pallet_prelude::*;
	use pallet_democracy::{
		CallOf, LowestUnbaked, ReferendumCount, ReferendumInfo, ReferendumInfoOf, VoteThreshold,
	};
	use sp_runtime::{
		traits::{Convert, Hash, Saturating, UniqueSaturatedInto},
		Permill,
	};

	type CurrencyOf<T> = <T as pallet_democracy::Config>::Currency;
	type PreimagesOf<T> = <T as pallet_democracy::Config>::Preimages;
	type HashOf<T> = <T as frame_system::Config>::Hash;
	type OpenCaseOf<T> = OpenCase<BlockNumberFor<T>>;

	/// The configuration of the pallet.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_democracy::Config<Currency: ReservableCurrency<Self::AccountId, Balance = Balance>>
	{
		/// The call that a referendum is on, made from the matter and the choice.
		type Proposal: Convert<(Matter, Choice), CallOf<Self>>;
		/// The part of the issuance that has to vote on a choice for the choice to be made.
		type LeastTurnout: Get<Permill>;
		/// The most that the beginning and the closing of a case cost, for each choice.
		type ChoiceWeight: Get<Weight>;
	}

	/// Questions to the voters: referenda that choose between proposals, and last appeals.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// The questions that are under way, in the order in which they began.
	#[pallet::storage]
	pub type Open<T: Config> = StorageValue<_, BoundedVec<OpenCaseOf<T>, ConstU32<MAX_CASES>>, ValueQuery>;

	/// The events of the pallet.
	#[pallet::event]
	#[pallet::generate_deposit(fn deposit_event)]
	pub enum Event<T: Config> {
		/// The votes on the choices of a question are counted. The outcome is final with the
		/// enactment.
		VotesCounted {
			/// The matter: the choice between proposals, or a last appeal.
			matter: Matter,
			/// The question's number: the index of the referendum on the first choice.
			case: u32,
			/// The choice with the largest margin among those on which enough tokens voted. `None`
			/// if there is none, or two have it.
			choice: Option<Choice>,
			/// The votes on each choice. `None` where the referendum was cancelled.
			votes: Vec<Option<Votes>>,
			/// The least turnout that a choice needs, in units of the native token.
			least_turnout: Balance,
		},
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Counts the votes of the cases that end with this block, before democracy forgets them.
		fn on_initialize(now: BlockNumberFor<T>) -> Weight {
			let mut open = Open::<T>::get();
			let mut counted = 0u64;
			for case in open.iter_mut().filter(|case| case.outcome.is_none() && case.end <= now) {
				let votes: Vec<_> = case.referenda().map(|(index, _)| Self::votes(index)).collect();
				let outcome = outcome_of(&case.choices, &votes, case.least_turnout);
				case.outcome = Some(outcome);
				counted = counted.saturating_add(case.count().into());
				Self::deposit_event(Event::VotesCounted {
					matter: case.matter,
					case: case.number,
					choice: outcome.choice,
					votes,
					least_turnout: case.least_turnout,
				});
			}
			if counted == 0 {
				return T::DbWeight::get().reads(1);
			}
			Open::<T>::put(open);
			T::DbWeight::get().reads_writes(counted.saturating_add(1), 1)
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state(now)
		}
	}

	impl<T: Config> Adjudicator for Pallet<T> {
		fn begin(Dispute { subject, ballot, .. }: Dispute) -> Result<u32, DispatchError> {
			with_storage_layer(|| {
				let choices: Vec<_> = ballot.iter().map(|(_, choice)| choice).collect();
				let choices = Choices::try_from(choices).map_err(|_| DispatchError::Exhausted)?;
				ensure!(!choices.is_empty(), DispatchError::Exhausted);
				Self::do_begin(Matter::Proposals(subject), choices)
			})
		}

		fn outcome(case: u32) -> Option<Outcome> {
			let now = frame_system::Pallet::<T>::block_number();
			match Open::<T>::get().iter().find(|open| open.number == case) {
				Some(open) => open.outcome.filter(|_| now >= open.final_at),
				None => Some(Outcome::default()),
			}
		}

		fn close(case: u32) {
			let Some(closed) = Open::<T>::mutate(|open| {
				let place = open.iter().position(|open| open.number == case)?;
				Some(open.remove(place))
			}) else {
				return;
			};
			for (_, choice) in closed.referenda() {
				let (_, hash) = Self::proposal(closed.matter, choice);
				<PreimagesOf<T> as QueryPreimage>::unrequest(&hash);
			}
		}

		fn weight(choices: u32) -> Weight {
			// The list of cases, both counts of referenda, both periods, the least turnout and the
			// issuance.
			T::ChoiceWeight::get()
				.saturating_mul(choices.into())
				.saturating_add(T::DbWeight::get().reads_writes(7, 2))
		}

		fn closing_weight(choices: u32) -> Weight {
			Self::weight(choices)
		}
	}

	impl<T: Config> FinalAppeal for Pallet<T> {
		fn open_appeal(case: u32, subject: Subject, choice: Choice) -> Result<u32, DispatchError> {
			with_storage_layer(|| {
				let choices = Choices::try_from(alloc::vec![choice]).map_err(|_| DispatchError::Exhausted)?;
				Self::do_begin(Matter::LastAppeal { case, subject }, choices)
			})
		}

		fn is_granted(number: u32) -> Option<bool> {
			<Self as Adjudicator>::outcome(number).map(|outcome| outcome.choice.is_some())
		}

		fn close_appeal(number: u32) {
			<Self as Adjudicator>::close(number);
		}

		fn appeal_period() -> Moment {
			let blocks = T::VotingPeriod::get().saturating_add(Self::delay());
			let blocks: u64 = blocks.unique_saturated_into();
			blocks.saturating_mul(crate::constants::MILLISECS_PER_BLOCK)
		}

		fn appeal_weight() -> Weight {
			<Self as Adjudicator>::weight(1)
		}
	}

	impl<T: Config> Pallet<T> {
		/// The index of the referendum on a choice that is under way.
		pub fn referendum_on(matter: Matter, choice: Choice) -> Option<u32> {
			let open = Open::<T>::get();
			// The last one, if an earlier one was not closed yet.
			let case = open.iter().rev().find(|case| case.matter == matter)?;
			let place = case.choices.iter().position(|one| *one == choice)?;
			Some(case.number.saturating_add(u32::try_from(place).ok()?))
		}

		/// The blocks between the end of a referendum and its enactment.
		fn delay() -> BlockNumberFor<T> {
			T::EnactmentPeriod::get().max(1u32.into())
		}

		/// Opens a referendum on each choice, with the call as a noted preimage, so that wallets
		/// can show the call that is voted on.
		///
		/// A preimage is asked for once for each referendum, even if other accounts have noted it
		/// or ask for it. It is given back once when the case is closed. Once it is asked for,
		/// noting it does not change the count.
		fn do_begin(matter: Matter, choices: Choices) -> Result<u32, DispatchError> {
			let now = frame_system::Pallet::<T>::block_number();
			let end = now.saturating_add(T::VotingPeriod::get());
			let case = OpenCase {
				matter,
				number: ReferendumCount::<T>::get(),
				choices,
				end,
				final_at: end.saturating_add(Self::delay()),
				least_turnout: ballot::least_turnout(
					<CurrencyOf<T> as Currency<T::AccountId>>::total_issuance(),
					T::LeastTurnout::get(),
				),
				outcome: None,
			};
			ensure!(Self::has_room(matter, case.count()), DispatchError::Exhausted);
			for (_, choice) in case.referenda() {
				let (bytes, hash) = Self::proposal(matter, choice);
				let len = u32::try_from(bytes.len()).map_err(|_| DispatchError::Exhausted)?;
				<PreimagesOf<T> as QueryPreimage>::request(&hash);
				<PreimagesOf<T> as StorePreimage>::note(Cow::Owned(bytes))?;
				pallet_democracy::Pallet::<T>::internal_start_referendum(
					Bounded::Lookup { hash, len },
					VoteThreshold::SimpleMajority,
					Self::delay(),
				);
			}
			let number = case.number;
			Open::<T>::try_mutate(|open| open.try_push(case)).map_err(|_| DispatchError::Exhausted)?;
			Ok(number)
		}

		/// Returns true if there is room for a case of so many choices. The room is bounded by what
		/// democracy looks at in each block, and by the agenda of the block in which all cases
		/// could be enacted.
		fn has_room(matter: Matter, choices: u32) -> bool {
			let voted = ReferendumCount::<T>::get().saturating_sub(LowestUnbaked::<T>::get());
			let is_free = |taken: u32| taken.saturating_add(choices) <= MAX_REFERENDA;
			let is_apart = match matter {
				Matter::Proposals(Subject::Incident(_)) => true,
				Matter::Proposals(Subject::Report(_)) => {
					Self::of_reports().saturating_add(choices) <= MAX_REPORT_REFERENDA
				}
				Matter::LastAppeal { subject: Subject::Incident(_), .. } => Self::appeals().0 < MAX_APPEALS,
				Matter::LastAppeal { subject: Subject::Report(_), .. } => {
					let (all, on_reports) = Self::appeals();
					all < MAX_APPEALS && on_reports < MAX_REPORT_APPEALS
				}
			};
			is_free(voted) && is_free(Self::referenda()) && is_apart
		}

		/// Returns the number of referenda of all questions that are under way. Those whose outcome
		/// is final take no more room in democracy and in the agenda, also while it waits to be
		/// acted on.
		fn referenda() -> u32 {
			let now = frame_system::Pallet::<T>::block_number();
			let open = Open::<T>::get();
			let under_way = open.iter().filter(|case| now < case.final_at);
			under_way.fold(0u32, |sum, case| sum.saturating_add(case.count()))
		}

		/// Returns the number of referenda in the list on reports of bugs.
		fn of_reports() -> u32 {
			let open = Open::<T>::get();
			let is_of_report =
				|case: &&OpenCaseOf<T>| matches!(case.matter, Matter::Proposals(Subject::Report(_)));
			open.iter().filter(is_of_report).fold(0u32, |sum, case| sum.saturating_add(case.count()))
		}

		/// Returns the number of last appeals in the list, and that of those on reports of bugs.
		fn appeals() -> (u32, u32) {
			Open::<T>::get().iter().fold((0u32, 0u32), |(all, on_reports), case| match case.matter {
				Matter::LastAppeal { subject: Subject::Incident(_), .. } => {
					(all.saturating_add(1), on_reports)
				}
				Matter::LastAppeal { .. } => (all.saturating_add(1), on_reports.saturating_add(1)),
				Matter::Proposals(_) => (all, on_reports),
			})
		}

		/// Returns the call that the referendum on a choice is on, and its hash.
		fn proposal(matter: Matter, choice: Choice) -> (Vec<u8>, HashOf<T>) {
			let bytes = T::Proposal::convert((matter, choice)).encode();
			let hash = <T as frame_system::Config>::Hashing::hash(&bytes);
			(bytes, hash)
		}

		/// Returns the votes on a referendum that has not ended, or `None` if it was cancelled.
		fn votes(referendum: u32) -> Option<Votes> {
			match ReferendumInfoOf::<T>::get(referendum)? {
				ReferendumInfo::Ongoing(status) => {
					let tally = status.tally;
					Some(Votes { ayes: tally.ayes, nays: tally.nays, turnout: tally.turnout })
				}
				ReferendumInfo::Finished { .. } => None,
			}
		}

		/// Checks that the cases are numbered in order and have different referenda, no more than
		/// there can be. Their votes are counted when the referenda end, not before and not later.
		/// The call that is voted on can be read until the case is closed.
		#[cfg(feature = "try-runtime")]
		fn do_try_state(now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			ensure!(Self::referenda() <= MAX_REFERENDA, "more referenda than there can be");
			ensure!(
				Self::of_reports() <= MAX_REPORT_REFERENDA,
				"more referenda on reports than there can be"
			);
			let (appeals, on_reports) = Self::appeals();
			ensure!(
				appeals <= MAX_APPEALS && on_reports <= MAX_REPORT_APPEALS,
				"more last appeals than there can be"
			);
			let mut free = 0u32;
			for case in Open::<T>::get() {
				let is_appeal = matches!(case.matter, Matter::LastAppeal { .. });
				ensure!(case.count() > 0 && (case.count() == 1) == is_appeal, "a question has its choices");
				ensure!(case.number >= free, "cases have referenda of their own");
				free = case.number.saturating_add(case.count());
				ensure!(case.end < case.final_at, "what is approved is enacted later");
				ensure!(
					case.outcome.is_some() == (case.end <= now),
					"votes are counted when the referenda end"
				);
				if let Some(choice) = case.outcome.and_then(|outcome| outcome.choice) {
					ensure!(case.choices.contains(&choice), "one of the choices was made");
				}
				for (_, choice) in case.referenda() {
					let (bytes, hash) = Self::proposal(case.matter, choice);
					ensure!(
						<PreimagesOf<T> as QueryPreimage>::is_requested(&hash),
						"a proposal is asked for"
					);
					let noted = <PreimagesOf<T> as QueryPreimage>::fetch(&hash, None);
					ensure!(noted.is_ok_and(|noted| noted.as_ref() == bytes), "a proposal can be read");
				}
			}
			ensure!(free <= ReferendumCount::<T>::get(), "every referendum of a case was opened");
			Ok(())
		}
	}
}
