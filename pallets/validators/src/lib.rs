// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod accounts;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod candidates;
mod offences;
mod rewards;
mod sessions;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

use breakwater_primitives::*;
pub use pallet::*;
use types::*;
pub use weights::WeightInfo;

/// The validators' pallet.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles, ValidatorRegistration},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;
	use sp_staking::{offence::ReportOffence, SessionIndex};

	/// A validator, as offences name it: its account.
	pub type Offender<T> = (<T as frame_system::Config>::AccountId, ());

	/// The types and values that the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
		+ pallet_session::historical::Config<FullIdentification = ()>
	{
		/// The native token, in which bonds are held.
		type Bonds: fungible::hold::Mutate<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// The native token among all assets, in which payments are made.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The reason for which money is held.
		type RuntimeHoldReason: From<HoldReason>;
		/// The treasury's account, which has the fees that are not the validators'.
		type Treasury: Get<Self::AccountId>;
		/// The reserve's income, which receives what is slashed.
		type Income: Income<CreditOf<Self>>;
		/// The origin of referenda, which approves and removes candidates.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The accounts that have session keys.
		type Registration: ValidatorRegistration<Self::AccountId>;
		/// The reports of validators that are offline.
		type Reports: ReportOffence<Self::AccountId, Offender<Self>, Offline<Offender<Self>>>;
		/// The number of sessions in which an offence can be reported.
		type Remembered: Get<SessionIndex>;
		/// The numbers that governance sets.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Candidates and their bonds.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The reasons for which money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a validator.
		#[codec(index = 0)]
		Bond,
	}

	/// The candidates in the order of their accounts, with the validators among them.
	#[pallet::storage]
	pub type Candidates<T: Config> =
		StorageValue<_, BoundedVec<Candidate<T::AccountId>, ConstU32<MAX_CANDIDATES>>, ValueQuery>;

	/// The former candidates, by account, until they take their bonds back.
	#[pallet::storage]
	pub type Leavers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Leaving>;

	/// The slashes of the sessions in which an offence can still be reported, by session and
	/// account.
	#[pallet::storage]
	pub type Slashes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SessionIndex, Blake2_128Concat, T::AccountId, Slashed>;

	/// The blocks of this session, by author.
	#[pallet::storage]
	pub type Authored<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The money that was granted for rewards and is not paid out, in units of the native token.
	/// The rest of the account's balance, but for the minimum, is fees.
	#[pallet::storage]
	pub type Budget<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// The candidates of a new chain.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The approved candidates, each with the bond, which is held from its balance. Session
		/// keys are the session pallet's.
		pub candidates: Vec<(T::AccountId, Balance)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics if a value is impossible: a chain specification is right or wrong as a whole.
		fn build(&self) {
			Pallet::<T>::begin(&self.candidates);
		}
	}

	/// The events of the pallet. Amounts are in units of the native token.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account became a candidate.
		CandidateRegistered {
			/// The candidate.
			who: T::AccountId,
			/// The bond held.
			bond: Balance,
		},
		/// A referendum approved a candidate. It comes before all that are not approved.
		CandidateApproved {
			/// The candidate.
			who: T::AccountId,
		},
		/// A candidate added to its bond.
		BondAdded {
			/// The candidate.
			who: T::AccountId,
			/// The bond held before.
			bond_before: Balance,
			/// The bond held now.
			bond: Balance,
		},
		/// A candidacy ended. A validator keeps its seat until the sessions that are planned are
		/// over.
		CandidateLeft {
			/// The former candidate.
			who: T::AccountId,
			/// The cause.
			cause: Cause,
			/// The bond held.
			bond: Balance,
			/// The session from which the bond can be taken back, and the account can register
			/// again.
			until: SessionIndex,
		},
		/// A former candidate took the bond back.
		BondWithdrawn {
			/// The former candidate.
			who: T::AccountId,
			/// The amount released.
			amount: Balance,
		},
		/// A candidate was suspended for an offence. It gets no seat until it calls `resume`.
		CandidateSuspended {
			/// The candidate.
			who: T::AccountId,
			/// The session of the offence.
			session: SessionIndex,
		},
		/// A suspended candidate can get a seat again.
		CandidateResumed {
			/// The candidate.
			who: T::AccountId,
		},
		/// An offence took a part of a bond. The money went to the reserve.
		BondSlashed {
			/// The validator.
			who: T::AccountId,
			/// The session of the offence.
			session: SessionIndex,
			/// The fraction of the bond that such an offence takes.
			fraction: Perbill,
			/// The amount taken now. An earlier offence in the session may have taken a part.
			amount: Balance,
			/// The bond held before.
			bond_before: Balance,
			/// The bond held now.
			bond: Balance,
		},
		/// The reserve could not take a slash. The bond stays held.
		SlashRefused {
			/// The validator.
			who: T::AccountId,
			/// The session of the offence.
			session: SessionIndex,
			/// The amount that stays.
			amount: Balance,
		},
		/// More than a third of the validators made no block in a session. The network failed, and
		/// no offence is reported.
		OutageNoted {
			/// The session.
			session: SessionIndex,
			/// The validators without a block.
			offline: u32,
			/// The validators of the session.
			validators: u32,
		},
		/// The fees of a session were divided.
		FeesShared {
			/// The session.
			session: SessionIndex,
			/// The amount for the validators. What rounding leaves of it stays for the next
			/// session.
			validators: Balance,
			/// The amount that the reserve got, with the share that it leaves to the court.
			reserve: Balance,
			/// The amount that the treasury got: the rest, or zero if it cannot receive it. Then it
			/// stays for the next session.
			treasury: Balance,
		},
		/// A validator was paid for the blocks of a session.
		RewardPaid {
			/// The validator.
			who: T::AccountId,
			/// The session.
			session: SessionIndex,
			/// Its blocks in the session.
			blocks: u32,
			/// The amount paid.
			amount: Balance,
		},
		/// An account paid into the budget of rewards.
		BudgetFunded {
			/// The payer.
			who: T::AccountId,
			/// The amount paid.
			amount: Balance,
			/// The budget before.
			budget_before: Balance,
			/// The budget now.
			budget: Balance,
		},
	}

	/// The reasons for which a call is rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is a candidate already. Add to its bond with `add_bond`.
		AlreadyCandidate,
		/// The account is no candidate. Look at `candidates`.
		NotCandidate,
		/// A referendum has approved the candidate already.
		AlreadyApproved,
		/// The account has no session keys. Set them with `session.setKeys`.
		NoSessionKeys,
		/// The bond is below the least one, which is a governed number. Give more.
		BondTooSmall,
		/// All places of candidates are taken, and no smaller bond is among those without approval.
		/// Give more than the smallest.
		TooManyCandidates,
		/// An earlier candidacy is still remembered, with its bond. Take the bond back first, or
		/// use another account.
		BondStillHeld,
		/// The account has fewer free native tokens than the bond and its minimum balance need. Get
		/// more of them.
		CannotHoldBond,
		/// No other candidate could be a validator. Wait for one.
		LastCandidate,
		/// The candidate is not suspended. There is nothing to resume.
		NotSuspended,
		/// No bond of a former candidate is held on the account.
		NotLeaving,
		/// Offences of the former validator can still be reported. Try again in the session of the
		/// event `CandidateLeft`.
		CooldownNotOver,
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The caller has less than the amount and the minimum balance in native tokens. Get more
		/// of them.
		CannotPay,
		/// The rewards' account cannot be derived. This cannot happen: the runtime tests for it.
		NoAccount,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// The authorship pallet names the author.
			<T as Config>::WeightInfo::note_author()
		}

		fn integrity_test() {
			assert!(Self::account().is_some(), "the rewards have an account");
			assert!(T::Remembered::get() > OFFENCE_WINDOW, "offences are remembered for their window");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Become a candidate with a `bond` in native token units.
		///
		/// ## Dispatch Origin
		/// A signed account with session keys.
		///
		/// ## Details
		/// Set the session keys first, with `session.setKeys`, which asks for a proof that they are
		/// the account's. The bond is held from the balance. Candidates whom a referendum has
		/// approved get the seats of validators first. Some seats are for others, by their bonds. A
		/// candidate that gets a seat is a validator two sessions later. There are 200 places of
		/// candidates. When all are taken, a larger bond displaces the smallest one without
		/// approval.
		///
		/// ## Parameters
		/// - `bond`: in units of the native token, at least the governed least bond.
		///
		/// ## Errors
		/// - [`Error::AlreadyCandidate`]: If the account is a candidate.
		/// - [`Error::BondStillHeld`]: If the cooldown of an earlier candidacy is not over, or its
		///   bond was not taken back.
		/// - [`Error::NoSessionKeys`]: If the account has no session keys.
		/// - [`Error::BondTooSmall`]: If `bond` is below the least one.
		/// - [`Error::TooManyCandidates`]: If all places are taken by approved candidates and by
		///   bonds that are not smaller.
		/// - [`Error::CannotHoldBond`]: If the account has less than the bond and its minimum
		///   balance.
		///
		/// ## Events
		/// - [`Event::CandidateRegistered`], and [`Event::CandidateLeft`] of a candidate that is
		///   displaced.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::register())]
		pub fn register(origin: OriginFor<T>, #[pallet::compact] bond: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, bond)
		}

		/// Approve a candidate, so that it gets a seat before others.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// If there are more approved candidates than seats, larger bonds come first. An approval
		/// ends with the candidacy.
		///
		/// ## Parameters
		/// - `who`: the candidate.
		///
		/// ## Errors
		/// - [`Error::NotCandidate`]: If the account is no candidate.
		/// - [`Error::AlreadyApproved`]: If it is approved.
		///
		/// ## Events
		/// - [`Event::CandidateApproved`].
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::approve())]
		pub fn approve(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve(who)
		}

		/// End a candidacy by referendum. The bond stays held for the cooldown.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// A validator keeps its seat for the sessions that are planned, at most two. The bond
		/// comes back after the cooldown, as with `retire`.
		///
		/// ## Parameters
		/// - `who`: the candidate.
		///
		/// ## Errors
		/// - [`Error::NotCandidate`]: If the account is no candidate.
		/// - [`Error::LastCandidate`]: If no other candidate could be a validator.
		///
		/// ## Events
		/// - [`Event::CandidateLeft`].
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::retire())]
		pub fn remove(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_leave(&who, Cause::Removed)
		}

		/// End the caller's candidacy. The bond stays held for the cooldown.
		///
		/// ## Dispatch Origin
		/// A candidate.
		///
		/// ## Details
		/// A validator keeps its seat for the sessions that are planned, at most two, and has to
		/// make blocks until then. The bond can be taken back when no offence of these sessions can
		/// be reported any more (42 days). Until then it can be slashed.
		///
		/// ## Errors
		/// - [`Error::NotCandidate`]: If the account is no candidate.
		/// - [`Error::LastCandidate`]: If no other candidate could be a validator.
		///
		/// ## Events
		/// - [`Event::CandidateLeft`].
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(&who, Cause::Retired)
		}

		/// Take back the caller's bond after the cooldown, in the native token.
		///
		/// ## Dispatch Origin
		/// A former candidate.
		///
		/// ## Details
		/// With this the account is forgotten, and can register again.
		///
		/// ## Errors
		/// - [`Error::NotLeaving`]: If no bond of a former candidate is held on the account.
		/// - [`Error::CooldownNotOver`]: If an offence can still be reported.
		///
		/// ## Events
		/// - [`Event::BondWithdrawn`].
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_bond(who)
		}

		/// Add native token units to the caller's bond.
		///
		/// ## Dispatch Origin
		/// A candidate.
		///
		/// ## Details
		/// A larger bond gets an open seat before a smaller one. After a slash, `resume` asks for
		/// the least bond. A least bond that rises asks nothing of candidates that are there.
		///
		/// ## Parameters
		/// - `amount`: in units of the native token, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::NotCandidate`]: If the account is no candidate.
		/// - [`Error::Overflow`]: If the bond would not fit.
		/// - [`Error::CannotHoldBond`]: If the account has less than `amount` and its minimum
		///   balance.
		///
		/// ## Events
		/// - [`Event::BondAdded`].
		#[pallet::call_index(5)]
		#[pallet::weight(<T as Config>::WeightInfo::add_bond())]
		pub fn add_bond(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_bond(who, amount)
		}

		/// Be considered for a seat again after an offence.
		///
		/// ## Dispatch Origin
		/// A suspended candidate.
		///
		/// ## Details
		/// First mend what led to the offence: start the node that was offline, or stop the second
		/// node with the same keys. The third suspension within a week ends the candidacy.
		///
		/// ## Errors
		/// - [`Error::NotCandidate`]: If the account is no candidate.
		/// - [`Error::NotSuspended`]: If it is not suspended.
		/// - [`Error::BondTooSmall`]: If its bond is below the least one. Add to it first.
		///
		/// ## Events
		/// - [`Event::CandidateResumed`].
		#[pallet::call_index(6)]
		#[pallet::weight(<T as Config>::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume(who)
		}

		/// Pay native token units into the budget of validators' rewards.
		///
		/// ## Dispatch Origin
		/// Any signed account; by referendum also the treasury, with `utility.dispatchAs`.
		///
		/// ## Details
		/// Each session pays out a governed amount of the budget, beside the share of the fees. The
		/// money cannot be taken back and gives no right. The payer's account is kept alive.
		///
		/// ## Parameters
		/// - `amount`: in units of the native token, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::Overflow`]: If the budget would not fit.
		/// - [`Error::CannotPay`]: If the payer has less than `amount` and the minimum balance.
		///
		/// ## Events
		/// - [`Event::BudgetFunded`].
		#[pallet::call_index(7)]
		#[pallet::weight(<T as Config>::WeightInfo::fund())]
		pub fn fund(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, amount)
		}
	}
}
