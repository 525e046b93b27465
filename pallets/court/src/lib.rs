// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod appeals;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod cost;
mod draw;
mod errors;
mod events;
mod glue;
mod money;
mod rounds;
mod settlement;
mod stakes;
#[cfg(test)]
mod tests;
pub mod tree;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
mod votes;
pub mod weights;
mod work;

use breakwater_primitives::*;
use frame_support::pallet_macros::import_section;
pub use pallet::*;
use types::*;
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::court";

/// The court's pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::tree::Node;
	use frame_support::{
		dispatch::DispatchResultWithPostInfo,
		pallet_prelude::*,
		traits::{fungible, fungibles},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::FixedU128;

	/// The settings that the runtime gives to the court.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token and the assets.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The native token, in which stakes are held.
		type Native: fungible::hold::Mutate<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// The reason for which stakes are held.
		type RuntimeHoldReason: From<HoldReason>;
		/// The reserve, which takes what no assessor gets.
		type Income: Income<CreditOf<Self>>;
		/// The randomness of draws.
		type Seed: DrawSeed;
		/// The parties of disputes, who have no seats.
		type Conflicts: Conflicts<Self::AccountId>;
		/// The token holders, who choose where no panel does.
		type Voters: Adjudicator;
		/// The token holders' vote on the last appeal.
		type FinalAppeal: FinalAppeal;
		/// The origin of the last appeal and of the values of assets: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// Numbers that governance sets. A case keeps those of the block that opened it.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The set-up that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;
	/// An assessor as it is stored.
	pub type AssessorOf<T> = Assessor<<T as frame_system::Config>::AccountId>;
	/// The seats of a voter as they are stored.
	pub type SeatOf<T> = Seat<<T as frame_system::Config>::AccountId>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Assessors with a stake, who are drawn to decide disputes.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The reasons for holds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The stake of an assessor.
		#[codec(index = 0)]
		Stake,
	}

	/// The assessors.
	#[pallet::storage]
	pub type Assessors<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AssessorOf<T>>;

	/// The assessor of each place in the tree.
	#[pallet::storage]
	pub type Places<T: Config> = StorageMap<_, Twox64Concat, u32, T::AccountId>;

	/// The number of places that were ever taken.
	#[pallet::storage]
	pub type PlaceCount<T> = StorageValue<_, u32, ValueQuery>;

	/// The places that were taken and are free again, by their order.
	#[pallet::storage]
	pub type FreePlaces<T> = StorageMap<_, Twox64Concat, u32, u32>;

	/// The number of free places.
	#[pallet::storage]
	pub type FreePlaceCount<T> = StorageValue<_, u32, ValueQuery>;

	/// The nodes of the tree of stakes, by level and number.
	#[pallet::storage]
	pub type Tree<T> = StorageDoubleMap<_, Twox64Concat, u32, Twox64Concat, u32, Node, ValueQuery>;

	/// The number of the next case.
	#[pallet::storage]
	pub type NextCase<T> = StorageValue<_, CaseId, ValueQuery>;

	/// The cases that are open, or whose money is not all taken.
	#[pallet::storage]
	pub type Cases<T> = StorageMap<_, Twox64Concat, CaseId, Case>;

	/// The open cases: all, and those on reports of bugs.
	#[pallet::storage]
	pub type OpenCases<T> = StorageValue<_, (u32, u32), ValueQuery>;

	/// The number of the next panel.
	#[pallet::storage]
	pub type NextPanel<T> = StorageValue<_, PanelId, ValueQuery>;

	/// The seats of panels by their voters.
	#[pallet::storage]
	pub type Seats<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PanelId, Blake2_128Concat, T::AccountId, SeatOf<T>>;

	/// The open panels in which an account votes, for its own reading.
	#[pallet::storage]
	pub type PanelsOf<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, PanelId, CaseId>;

	/// The money that an account has put up for a choice in an appeal: by case, level, account and
	/// place of the choice.
	#[pallet::storage]
	pub type Contributions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, CaseId>,
			NMapKey<Twox64Concat, u8>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Twox64Concat, u32>,
		),
		Balance,
	>;

	/// The cases that wait for their last appeal, the first in line at the beginning: those of
	/// incidents, and behind them those on reports of bugs, which are marked true.
	#[pallet::storage]
	pub type AppealLine<T> = StorageValue<_, BoundedVec<(CaseId, bool), ConstU32<MAX_CASES>>, ValueQuery>;

	/// The most time from the opening to the end of the last panel's votes, in milliseconds, of the
	/// cases since the last time at which none was open.
	#[pallet::storage]
	pub type LongestVoting<T> = StorageValue<_, Moment, ValueQuery>;

	/// The money for fees of seats that disputes have paid, in units of the native token.
	#[pallet::storage]
	pub type FeePool<T> = StorageValue<_, Balance, ValueQuery>;

	/// The value of one unit of an asset in units of the native token, by which the court knows how
	/// much is at stake.
	#[pallet::storage]
	pub type AssetValues<T> = StorageMap<_, Blake2_128Concat, AssetId, FixedU128>;

	/// The last case of the last round of work.
	#[pallet::storage]
	pub type LastServed<T> = StorageValue<_, CaseId>;

	/// The case for whose next step the last round of work had no room.
	#[pallet::storage]
	pub type Delayed<T> = StorageValue<_, CaseId>;

	/// The genesis of the pallet: its account.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// No settings.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on an impossible state: a chain specification is wrong or right as a whole.
		fn build(&self) {
			Pallet::<T>::endow_account();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::work_all(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(Self::account().is_some(), "the court has an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Stake native tokens to be drawn as an assessor, in units.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The stake is held on the account. It counts once it is old enough, `activate` has put it
		/// into the draw, and two epochs have begun after that. It is old enough after the time
		/// from the opening of a case to the end of its last panel's votes, so no stake is bought
		/// for a case. More stake makes all of what was not activated wait again. A seat locks a
		/// fixed part of the stake until its case has ended. A drawn account that does not vote
		/// loses that part, and one that votes against the outcome loses up to half of it.
		///
		/// ## Parameters
		/// - `amount`: the amount, in units. The stake is then at least the least stake.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::StakeTooSmall`]: If the stake would be below the least stake.
		/// - [`Error::CannotHold`]: If the account has less, or cannot be held more.
		/// - [`Error::TooManyAssessors`]: If each of the 65,536 places is taken.
		/// - [`Error::Overflow`]: If a sum would not fit.
		///
		/// ## Events
		/// - [`Event::Staked`].
		#[pallet::call_index(0)]
		// The longest time of open cases is read where there are some.
		#[pallet::weight(T::WeightInfo::stake().saturating_add(T::DbWeight::get().reads(1)))]
		pub fn stake(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stake(who, amount)
		}

		/// Put an assessor's new stake into the draw, once it is old enough.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// It counts in draws from the second epoch after this one.
		///
		/// ## Parameters
		/// - `who`: the assessor.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessor`]: If the account is no assessor.
		/// - [`Error::NothingToActivate`]: If it has no new stake.
		/// - [`Error::TooEarly`]: If the new stake is not old enough.
		///
		/// ## Events
		/// - [`Event::StakeActivated`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::activate())]
		pub fn activate(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_activate(who)
		}

		/// Take stake out of the draw, in units of the native token.
		///
		/// ## Dispatch Origin
		/// An assessor.
		///
		/// ## Details
		/// New stake that does not count yet comes back at once, as far as no seat locks it. The
		/// rest can be withdrawn after a cooldown that is longer than the longest case. Until then
		/// it answers for the seats. It leaves the draw with the second epoch after this one.
		///
		/// ## Parameters
		/// - `amount`: the amount, in units. What stays is at least the least stake, or zero.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessor`]: If the account is no assessor.
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::StakeTooLow`]: If the stake is less than `amount`.
		/// - [`Error::StakeTooSmall`]: If less than the least stake would stay, but not zero.
		///
		/// ## Events
		/// - [`Event::Unstaked`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::unstake())]
		pub fn unstake(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unstake(who, amount)
		}

		/// Give an assessor the stake back whose cooldown is over.
		///
		/// ## Dispatch Origin
		/// Any signed account. `who` gets it.
		///
		/// ## Details
		/// An assessor without any stake left is removed.
		///
		/// ## Parameters
		/// - `who`: the assessor.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessor`]: If the account is no assessor.
		/// - [`Error::NothingToWithdraw`]: If no stake is on its way out.
		/// - [`Error::TooEarly`]: If the cooldown is not over, or the draw still counts the stake.
		/// - [`Error::StakeLocked`]: If open seats lock it.
		///
		/// ## Events
		/// - [`Event::Withdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw(who)
		}

		/// Let another assessor vote in the seats of one's own stake, or end that.
		///
		/// ## Dispatch Origin
		/// An assessor.
		///
		/// ## Details
		/// The stake stays, and loses and gains by the votes of the other assessor, who gets the
		/// fees. The change acts on draws from the second epoch after this one. One who delegates
		/// cannot vote for others. Where the other is no assessor any more, or delegates, the
		/// caller votes.
		///
		/// ## Parameters
		/// - `to`: another assessor, or none.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessor`]: If the caller or `to` is no assessor.
		/// - [`Error::CannotDelegate`]: If `to` is the caller or delegates itself.
		/// - [`Error::NothingToChange`]: If that is so already.
		/// - [`Error::ChangePending`]: If the last change does not act yet.
		///
		/// ## Events
		/// - [`Event::Delegated`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::delegate())]
		pub fn delegate(origin: OriginFor<T>, to: Option<T::AccountId>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_delegate(who, to)
		}

		/// Say where one's way of assessing can be read.
		///
		/// ## Dispatch Origin
		/// An assessor.
		///
		/// ## Parameters
		/// - `uri`: the place, in UTF-8, at most 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownAssessor`]: If the account is no assessor.
		///
		/// ## Events
		/// - [`Event::ProfileSet`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_profile())]
		pub fn set_profile(origin: OriginFor<T>, uri: Uri) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_profile(who, uri)
		}

		/// Commit to a vote in a case, as a drawn assessor.
		///
		/// ## Dispatch Origin
		/// An account with seats in the panel. The call then costs no fee.
		///
		/// ## Details
		/// The commitment is the hash blake2-256 of: the hash of the chain's first block, the
		/// panel's number, the account, the ranks of the choices, and a salt of 32 secret bytes.
		/// There is one commitment for all seats of the account, and it cannot be changed.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `commitment`: the hash.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NotInCommit`]: If no panel commits, or the time is over.
		/// - [`Error::NoSeat`]: If the account has no seat in the panel.
		/// - [`Error::AlreadyCommitted`]: If it has committed, or was denounced.
		///
		/// ## Events
		/// - [`Event::VoteCommitted`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::commit_vote())]
		pub fn commit_vote(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			commitment: H256,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_commit(who, case, commitment)?;
			Ok(Pays::No.into())
		}

		/// Reveal one's vote in a case, as a drawn assessor.
		///
		/// ## Dispatch Origin
		/// An account that has committed. The call then costs no fee.
		///
		/// ## Details
		/// Only a vote with reasons is rewarded.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `vote`: abstain; one choice; or the rank of each choice, where ranking near copies of
		///   a proposal equal costs nothing.
		/// - `salt`: the 32 secret bytes.
		/// - `reasons`: the hash of the reasons, and the place where they can be read.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NotInReveal`]: If no panel reveals, or the time is over.
		/// - [`Error::NoSeat`]: If the account has no seat in the panel.
		/// - [`Error::NotCommitted`]: If it has not committed, has revealed, or was denounced.
		/// - [`Error::WrongVote`]: If the vote does not fit the choices.
		/// - [`Error::WrongCommitment`]: If vote and salt are not those of the commitment.
		///
		/// ## Events
		/// - [`Event::VoteRevealed`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reveal_vote())]
		pub fn reveal_vote(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			vote: Vote,
			salt: [u8; 32],
			reasons: Option<(H256, Uri)>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_reveal(who, case, vote, salt, reasons)?;
			Ok(Pays::No.into())
		}

		/// Denounce a vote that became known before the time to commit is over, for a part of its
		/// stake.
		///
		/// ## Dispatch Origin
		/// Any signed account. It gets a quarter of the stake that the voter loses of its own.
		///
		/// ## Details
		/// The vote does not count, and its seats lose their stake, those of delegators too. The
		/// rest is for fees.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `who`: the account that has committed.
		/// - `vote`: its vote.
		/// - `salt`: its 32 secret bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NotInCommit`]: If no panel commits, or the time is over.
		/// - [`Error::NoSeat`]: If `who` has no seat in the panel.
		/// - [`Error::NotCommitted`]: If it has not committed, or was denounced.
		/// - [`Error::WrongVote`]: If the vote does not fit the choices.
		/// - [`Error::WrongCommitment`]: If vote and salt are not those of the commitment.
		///
		/// ## Events
		/// - [`Event::VoteDenounced`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::denounce_vote())]
		pub fn denounce_vote(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			who: T::AccountId,
			vote: Vote,
			salt: [u8; 32],
		) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_denounce(by, case, who, vote, salt)
		}

		/// Name evidence for a case, which assessors read before they commit.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `hash`: the hash of the evidence.
		/// - `uri`: the place where it can be read, in UTF-8, at most 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::TooLate`]: If no panel is to be drawn, or to commit.
		///
		/// ## Events
		/// - [`Event::EvidenceSubmitted`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::submit_evidence())]
		pub fn submit_evidence(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			hash: H256,
			uri: Uri,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_submit_evidence(who, case, hash, uri)
		}

		/// Pay for an appeal against a decision, or for its defence, in units of the native token.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The first choice with a full bond against the decision takes the case to the next level.
		/// Then the decision's side has time to answer. Many accounts can pay for one side. Half of
		/// the money of a side that loses goes to those who paid for the winner, by their parts, as
		/// far as their own bond is full. The rest goes to the
		/// reserve. Money for a choice whose bond is not full comes back, and so does all money of
		/// an appeal that neither a panel nor the voters decide.
		///
		/// Against a decision of the second level only the first panel's choice can be restored.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `choice`: the decision, or another choice.
		/// - `amount`: the most that is taken, in units. It is at least a 64th of the bond, or what
		///   is left to a full one.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NotInAppeal`]: If no decision can be appealed, or the time is over.
		/// - [`Error::UnknownChoice`]: If there is no such choice in the case, or it is not the
		///   first panel's on the second level.
		/// - [`Error::AlreadyFunded`]: If the choice's bond is full, or another choice challenges
		///   the decision.
		/// - [`Error::ContributionTooSmall`]: If `amount` is too small.
		/// - [`Error::CannotPay`]: If the account has less.
		///
		/// ## Events
		/// - [`Event::AppealFunded`], and [`Event::Appealed`] with a full bond.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::fund_appeal())]
		pub fn fund_appeal(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			choice: Choice,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund_appeal(who, case, choice, amount)
		}

		/// Pay an account what is due to it of an appeal, in native tokens.
		///
		/// ## Dispatch Origin
		/// Any signed account. `who` is paid.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `level`: 0 for the appeal against the first decision, 1 for the last appeal.
		/// - `who`: the account that paid for the appeal.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NothingDue`]: If the account did not pay for it, or has got everything.
		/// - [`Error::NotEnded`]: If the case has not ended.
		/// - [`Error::CannotReceive`]: If the account cannot receive it.
		///
		/// ## Events
		/// - [`Event::AppealCollected`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			level: u8,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect(case, level, who)
		}

		/// Take the next step of a case now, instead of waiting for the blocks to do it.
		///
		/// ## Dispatch Origin
		/// Any signed account. The caller pays for the work done.
		///
		/// ## Parameters
		/// - `case`: the case.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NothingToDo`]: If no step of it is due.
		///
		/// ## Events
		/// - Those of the step: [`Event::PanelDrawn`], [`Event::Decided`] and others.
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::process_weight())]
		pub fn process(origin: OriginFor<T>, #[pallet::compact] case: CaseId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_process(case)
		}

		/// Vote aye to put the first panel's choice in place of the second panel's.
		///
		/// ## Dispatch Origin
		/// The last appeal: a referendum.
		///
		/// ## Details
		/// The chain opens the referendum with this call. The choice is restored if more tokens
		/// vote aye than nay, with their conviction, and enough tokens vote. Otherwise the second
		/// panel's choice stands. The chain acts on the votes by itself, also where this call is
		/// late.
		///
		/// ## Parameters
		/// - `case`: the case.
		/// - `choice`: the first panel's choice.
		///
		/// ## Errors
		/// - [`Error::UnknownCase`]: If there is no such case.
		/// - [`Error::NotInAppeal`]: If no last appeal of it is voted on.
		/// - [`Error::UnknownChoice`]: If it is not the first panel's choice.
		/// - [`Error::NotGranted`]: If the votes do not restore it.
		///
		/// ## Events
		/// - [`Event::ChoiceRestored`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::restore_choice())]
		pub fn restore_choice(
			origin: OriginFor<T>,
			#[pallet::compact] case: CaseId,
			choice: Choice,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_restore(case, choice)
		}

		/// Set the value of an asset's unit in units of the native token.
		///
		/// ## Dispatch Origin
		/// A referendum.
		///
		/// ## Details
		/// A panel decides for good only on what is worth at most a multiple of its stakes. In an
		/// asset without a value no amount is.
		///
		/// ## Parameters
		/// - `asset`: the asset.
		/// - `value`: units of the native token for one unit of the asset, in 10^-18; 10^-9 to
		///   10^12, or none. Cases keep the value of their opening.
		///
		/// ## Errors
		/// - [`Error::ValueOutOfRange`]: If the value is out of its bounds.
		/// - [`Error::NothingToChange`]: If that is its value already.
		///
		/// ## Events
		/// - [`Event::AssetValueSet`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_asset_value())]
		pub fn set_asset_value(
			origin: OriginFor<T>,
			asset: AssetId,
			value: Option<FixedU128>,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_asset_value(asset, value)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A case as of this block, with the votes that are known. `None` if there is no such case.
		pub fn case_state(case: CaseId) -> Option<CaseState<T::AccountId>> {
			Self::do_case_state(case)
		}

		/// The tasks of an account in cases, with their deadlines: its open seats.
		pub fn duties(who: T::AccountId) -> alloc::vec::Vec<Duty> {
			Self::do_duties(&who)
		}

		/// The charge for a dispute, in units of the native token: the fees of both panels' seats.
		pub fn dispute_fee() -> Balance {
			<Self as DisputeFee<T::AccountId>>::dispute_fee()
		}

		/// The time between `stake` and `activate`, in milliseconds of active time.
		pub fn stake_age() -> Moment {
			Self::stake_age_by(&T::Limits::get())
		}

		/// The time between `unstake` and `withdraw`, in milliseconds of active time.
		pub fn cooldown() -> Moment {
			Self::cooldown_by(&T::Limits::get())
		}
	}
}
