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
mod cost;
mod feeding;
mod glue;
mod membership;
mod reading;
mod rewards;
mod rulings;
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

/// The feeds' pallet.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;

	/// The types and values that the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token, in which bonds are held.
		type Currency: fungible::hold::Mutate<
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
		/// The reserve's income, which receives the money that rulings take.
		type Income: Income<CreditOf<Self>>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// The origin of referenda, which appoints and dismisses operators, rules on their bonds
		/// and sets the rules of feeds.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The operators' own values.
		type Raw: RawFeed<Self::AccountId>;
		/// The listener for feeds whose price may have changed.
		type OnData: OnData;
		/// The numbers that governance sets.
		type Limits: Get<Limits>;
		/// The most feeds that can be watched.
		type MaxFeeds: Get<u32>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Operators and feeds.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The reasons for which money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of an operator.
		#[codec(index = 0)]
		Bond,
	}

	/// The operators by account: all who are appointed, active or suspended, and former operators
	/// whose bond is still held.
	#[pallet::storage]
	pub type Operators<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Operator>;

	/// The operators whose values count, in the order of their accounts, each with the time since
	/// which they count.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageValue<_, BoundedVec<Membership<T::AccountId>, ConstU32<MAX_OPERATORS>>, ValueQuery>;

	/// The number of accounts that are appointed, active or suspended.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The rules of feeds with rules of their own: those to which a referendum gave rules, and
	/// those on which a product was listed.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedRules>;

	/// The operators whose useful value is in, for the last interval of a feed with a useful value.
	#[pallet::storage]
	pub type Rewarded<T: Config> = StorageMap<_, Twox64Concat, FeedId, Served<T::AccountId>>;

	/// Rewards that are booked and not collected, by operator.
	#[pallet::storage]
	pub type Earned<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The reward pool that rewards are paid from.
	#[pallet::storage]
	pub type RewardPool<T: Config> = StorageValue<_, RewardBook, ValueQuery>;

	/// The feeds that lost a value when an operator resigned, and whose price has not been read
	/// again since.
	#[pallet::storage]
	pub type ToRead<T: Config> = StorageValue<_, BoundedVec<FeedId, T::MaxFeeds>, ValueQuery>;

	/// The operators of a new chain, and the amount in the reward pool.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The active operators, each with their bond, which is held from their balance.
		pub operators: Vec<(T::AccountId, Balance)>,
		/// The reward pool's book. The balance of the reward pool's account has to be at least as
		/// large.
		pub reward_pool: Balance,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics if a value is impossible: a chain specification is right or wrong as a whole.
		fn build(&self) {
			Pallet::<T>::begin(&self.operators, self.reward_pool);
		}
	}

	/// The events of the pallet. Amounts are in units of the native token.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A referendum appointed an operator. The account becomes an operator when it accepts.
		OperatorAppointed {
			/// The operator.
			who: T::AccountId,
			/// The bond that is still held from an earlier membership.
			bond: Balance,
		},
		/// An appointed operator put up the bond. Their values count from now on.
		OperatorAccepted {
			/// The operator.
			who: T::AccountId,
			/// The bond held before.
			bond_before: Balance,
			/// The bond held now.
			bond: Balance,
		},
		/// A membership or an appointment ended. The operator's values do not count any more.
		OperatorLeft {
			/// The operator.
			who: T::AccountId,
			/// The stage of the operator before.
			stage: OperatorStage,
			/// The bond held.
			bond: Balance,
			/// The active time from which the bond can be taken back. `None` if no bond is held.
			until: Option<Moment>,
		},
		/// A value of an operator was cleared.
		ValueCleared {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
		},
		/// A feed that lost the value of a resigned operator was read again.
		FeedReadAgain {
			/// The feed.
			feed: FeedId,
		},
		/// A ruling took a part of an operator's bond, or all of it. The money went to the reserve.
		BondSlashed {
			/// The operator.
			who: T::AccountId,
			/// The amount taken.
			amount: Balance,
			/// The hash of the ruling's text.
			ruling: [u8; 32],
			/// The bond held before.
			bond_before: Balance,
			/// The bond held now.
			bond: Balance,
			/// The stage of the operator before.
			stage_before: OperatorStage,
			/// The stage of the operator now. `None` if there is no record of the account any more.
			stage: Option<OperatorStage>,
		},
		/// An operator added to their bond. Their values count.
		BondToppedUp {
			/// The operator.
			who: T::AccountId,
			/// The bond held before.
			bond_before: Balance,
			/// The bond held now.
			bond: Balance,
		},
		/// A former operator took the bond back.
		BondWithdrawn {
			/// The former operator.
			who: T::AccountId,
			/// The amount released.
			amount: Balance,
		},
		/// An operator has another account. The place, the bond and the rewards moved with it.
		KeySwapped {
			/// The account until now.
			old: T::AccountId,
			/// The account from now on.
			new: T::AccountId,
			/// The bond held.
			bond: Balance,
			/// The rewards of the new account that wait to be collected.
			earned: Balance,
		},
		/// The rules of a feed changed.
		FeedRulesSet {
			/// The feed.
			feed: FeedId,
			/// The rules before. `None` for the rules of all feeds.
			old: Option<FeedRules>,
			/// The rules from now on. `None` for the rules of all feeds.
			new: Option<FeedRules>,
		},
		/// An account paid into the reward pool.
		RewardPoolFunded {
			/// The payer.
			who: T::AccountId,
			/// The amount paid.
			amount: Balance,
			/// The reward pool's book before.
			book_before: Balance,
			/// The reward pool's book now.
			book: Balance,
		},
		/// A reward for a useful value was booked to an operator.
		RewardBooked {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
			/// The number of the interval: time divided by the feed's reward interval.
			interval: u64,
			/// The amount booked.
			amount: Balance,
			/// The operator's rewards that wait to be collected, with this one.
			earned: Balance,
			/// All rewards that wait to be collected, with this one.
			booked: Balance,
		},
		/// An operator fed a useful value without a reward. The value is free of charge. Either the
		/// feed has no reward, or the reward pool is empty.
		UsefulValueFed {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
			/// The number of the interval: time divided by the feed's reward interval.
			interval: u64,
		},
		/// The last free unit of the reward pool is booked. Useful values earn no reward until an
		/// account calls `fund`.
		RewardPoolEmpty {
			/// The pool's book.
			book: Balance,
			/// All rewards that wait to be collected.
			booked: Balance,
		},
		/// An account collected its rewards.
		RewardsCollected {
			/// The account.
			who: T::AccountId,
			/// The amount paid.
			amount: Balance,
			/// The reward pool's book before.
			book_before: Balance,
			/// The reward pool's book now.
			book: Balance,
		},
	}

	/// The reasons for which a call is rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is already appointed or an operator. Dismiss it first, or choose another.
		AlreadyOperator,
		/// All places of operators are taken. Dismiss one first.
		TooManyOperators,
		/// The account is not appointed. A referendum appoints operators.
		NotAppointed,
		/// The account is neither appointed nor an operator. Look at `operators` in the runtime
		/// API.
		NotOperator,
		/// The operator is active, and the bond is as large as is asked. There is no bond to add.
		NothingToAdd,
		/// The membership has not ended. Resign first; the bond comes back after the notice.
		NotLeaving,
		/// The notice is not over. Try again when its active time has come.
		NoticeNotOver,
		/// There is no record of the account. Look at `operators` in the runtime API.
		UnknownOperator,
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// No bond is held on the account, so none can be taken.
		NoBond,
		/// The reserve cannot take the money now. No money is taken, and the bond stays held.
		ReserveRefused,
		/// The heartbeat is out of bounds: 60 s to 7 days.
		HeartbeatOutOfRange,
		/// The count of operators is out of bounds: 3 to 32.
		OperatorsOutOfRange,
		/// The largest price is out of bounds: above zero, at most 2^80.
		PriceOutOfRange,
		/// The interval of rewards is out of bounds: 60 s to 7 days.
		RewardIntervalOutOfRange,
		/// The reward is out of bounds: at most 100 tokens of twelve decimals.
		RewardOutOfRange,
		/// The feed has these rules already.
		RulesUnchanged,
		/// A product is listed on the feed, or the triggers still read it. Its heartbeat, its count
		/// of operators and its largest price stay. List a product on another feed instead. Reward
		/// and reward interval can change.
		FeedInUse,
		/// The account is no active operator, so its values would not count. Accept the
		/// appointment, or add to the bond.
		NotActive,
		/// The call has no value. Give one to eight.
		NoValues,
		/// The call names a feed twice. Give one value for each.
		FeedNamedTwice,
		/// No product is listed on the feed. Feed it once there is one.
		NotListed,
		/// The account has fed the feed in this block. Feed it again in the next one.
		AlreadyFed,
		/// The account has fewer free native tokens than the bond and its minimum balance need. Get
		/// more of them.
		CannotHoldBond,
		/// The caller has less than the amount and the minimum balance in native tokens, or the
		/// reward pool is empty and the amount is below the minimum balance.
		CannotPay,
		/// The account does not exist, and the rewards are below the minimum balance. Give it some
		/// native tokens first.
		CannotReceive,
		/// No rewards wait for the account.
		NothingToCollect,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The reward pool's account cannot be derived. This cannot happen: the runtime tests for
		/// it.
		NoAccount,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::read_again(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(Self::account().is_some(), "the reward pool has an account");
			assert!(T::MaxFeeds::get() > 0, "feeds can be watched");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Appoint an account as an operator.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The account becomes an operator when it accepts and puts up the bond. Until then it
		/// already takes one of the 32 places. A former operator can be appointed again before they
		/// take their bond back. The bond that is still held then counts.
		///
		/// ## Parameters
		/// - `who`: the account that will feed.
		///
		/// ## Errors
		/// - [`Error::AlreadyOperator`]: If the account is appointed, active or suspended.
		/// - [`Error::TooManyOperators`]: If all places are taken.
		///
		/// ## Events
		/// - [`Event::OperatorAppointed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::appoint())]
		pub fn appoint(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint(who)
		}

		/// Become an operator by putting up the bond, in the native token.
		///
		/// ## Dispatch Origin
		/// An appointed account.
		///
		/// ## Details
		/// The bond that is asked today is a governed number. It is held from the account's
		/// balance, less the bond that is held already. From now on the account can feed, and its
		/// values count. A ruling can take from the bond, also in the notice after the membership.
		///
		/// ## Errors
		/// - [`Error::NotAppointed`]: If no referendum has appointed the account.
		/// - [`Error::CannotHoldBond`]: If the account has less than the bond and its minimum
		///   balance.
		///
		/// ## Events
		/// - [`Event::OperatorAccepted`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who)
		}

		/// End the caller's membership, or decline an appointment.
		///
		/// ## Dispatch Origin
		/// An appointed account, or an active or suspended operator.
		///
		/// ## Details
		/// From now on the account cannot feed, and the values that it fed are cleared. Its feeds
		/// are read again in the next idle blocks. The bond can be taken back after the notice.
		/// Rewards can be collected at any time.
		///
		/// ## Errors
		/// - [`Error::NotOperator`]: If the account has no place to give up.
		///
		/// ## Events
		/// - [`Event::OperatorLeft`], and [`Event::ValueCleared`] for each watched feed that the
		///   account had fed.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::resign(T::MaxFeeds::get()))]
		pub fn resign(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_resign(who)
		}

		/// End an operator's membership, or take back an appointment.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The effects are those of `resign`, but the feeds are read again at once.
		///
		/// ## Parameters
		/// - `who`: the operator.
		///
		/// ## Errors
		/// - [`Error::NotOperator`]: If the account is neither appointed nor an operator.
		///
		/// ## Events
		/// - [`Event::OperatorLeft`], and [`Event::ValueCleared`] for each watched feed that the
		///   operator had fed.
		#[pallet::call_index(3)]
		#[pallet::weight(
			T::WeightInfo::dismiss(T::MaxFeeds::get()).saturating_add(Pallet::<T>::most_reading_weight())
		)]
		pub fn dismiss(origin: OriginFor<T>, who: T::AccountId) -> DispatchResultWithPostInfo {
			Self::ensure_admin(origin)?;
			Self::do_dismiss(who)
		}

		/// Take `amount` native token units from an operator's bond, by ruling.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The money goes to the reserve. At most the bond is taken, also from a former operator
		/// whose notice runs. An active operator who is left with less than the bond asked today is
		/// suspended. Then their values are cleared and their feeds are read again at once, as in
		/// `dismiss`. The operator adds to the bond with `top_up`.
		///
		/// ## Parameters
		/// - `who`: the operator.
		/// - `amount`: in units of the native token, at least 1. With more than the bond, all of it
		///   is taken.
		/// - `ruling`: the hash of the ruling's text.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::UnknownOperator`]: If there is no record of `who`.
		/// - [`Error::NoBond`]: If no bond is held on `who`.
		/// - [`Error::ReserveRefused`]: If the reserve cannot take the money. Then no money is
		///   taken.
		///
		/// ## Events
		/// - [`Event::BondSlashed`], and, if the operator is suspended, [`Event::ValueCleared`] for
		///   each watched feed that they had fed.
		#[pallet::call_index(4)]
		#[pallet::weight(
			T::WeightInfo::slash(T::MaxFeeds::get()).saturating_add(Pallet::<T>::most_reading_weight())
		)]
		pub fn slash(
			origin: OriginFor<T>,
			who: T::AccountId,
			#[pallet::compact] amount: Balance,
			ruling: [u8; 32],
		) -> DispatchResultWithPostInfo {
			Self::ensure_admin(origin)?;
			Self::do_slash(who, amount, ruling)
		}

		/// Add the native tokens that the caller's bond lacks today.
		///
		/// ## Dispatch Origin
		/// An active or suspended operator.
		///
		/// ## Details
		/// A suspended operator is active again. They can feed, and their values count.
		///
		/// ## Errors
		/// - [`Error::NotOperator`]: If the account is no active or suspended operator.
		/// - [`Error::NothingToAdd`]: If it is active with the bond that is asked.
		/// - [`Error::CannotHoldBond`]: If the account has less than the missing bond and its
		///   minimum balance.
		///
		/// ## Events
		/// - [`Event::BondToppedUp`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::top_up())]
		pub fn top_up(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(who)
		}

		/// Take back the caller's bond after the notice, in the native token.
		///
		/// ## Dispatch Origin
		/// A former operator.
		///
		/// ## Details
		/// The bond is released. Of the account only rewards that it has not collected are kept.
		///
		/// ## Errors
		/// - [`Error::UnknownOperator`]: If there is no record of the account.
		/// - [`Error::NotLeaving`]: If its membership has not ended.
		/// - [`Error::NoticeNotOver`]: If the notice, in active time, is not over.
		///
		/// ## Events
		/// - [`Event::BondWithdrawn`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_bond(who)
		}

		/// Move an operator's place, bond and rewards to another account.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// This is for a key that is lost or known to others. The place, the bond and the rewards
		/// that wait go to the new account. The values that the old account fed are cleared, and
		/// its feeds are read again at once, as in `dismiss`. The new account can earn in an
		/// interval in which the old one has earned.
		///
		/// ## Parameters
		/// - `old`: the operator's account, in any stage.
		/// - `new`: an account that exists and is not known here.
		///
		/// ## Errors
		/// - [`Error::UnknownOperator`]: If there is no record of `old`.
		/// - [`Error::AlreadyOperator`]: If there is a record of `new`.
		/// - [`Error::Overflow`]: If the rewards of both would not fit.
		/// - The error of the native token, if `new` cannot hold the bond.
		///
		/// ## Events
		/// - [`Event::KeySwapped`], and [`Event::ValueCleared`] for each watched feed that the old
		///   account had fed.
		#[pallet::call_index(7)]
		#[pallet::weight(
			T::WeightInfo::swap_key(T::MaxFeeds::get()).saturating_add(Pallet::<T>::most_reading_weight())
		)]
		pub fn swap_key(
			origin: OriginFor<T>,
			old: T::AccountId,
			new: T::AccountId,
		) -> DispatchResultWithPostInfo {
			Self::ensure_admin(origin)?;
			Self::do_swap_key(old, new)
		}

		/// Give a feed rules of its own, or take them away.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The rules determine how the feed's price is made and the reward of a useful value. Set
		/// them before a product is listed on the feed. From then on the heartbeat, the count of
		/// operators and the largest price stay as they are, because policies are sold on that
		/// price. They can change again when no product is listed and the log of the price is gone.
		/// Reward and reward interval can change at any time. If the reward interval changes, a new
		/// interval begins. A feed without rules gets rules when a product is listed on it: the
		/// governed heartbeat and count of operators, an hour's reward interval and no reward.
		///
		/// ## Parameters
		/// - `feed`: the feed.
		/// - `rules`: its rules, or `None` for the rules of all feeds.
		///
		/// ## Errors
		/// - [`Error::HeartbeatOutOfRange`]: If the heartbeat is below 60 s or above 7 days.
		/// - [`Error::OperatorsOutOfRange`]: If the count of operators is below 3 or above 32.
		/// - [`Error::PriceOutOfRange`]: If the largest price is zero or above 2^80.
		/// - [`Error::RewardIntervalOutOfRange`]: If the reward interval is below 60 s or above 7
		///   days.
		/// - [`Error::RewardOutOfRange`]: If the reward is above 100 tokens of twelve decimals.
		/// - [`Error::RulesUnchanged`]: If the feed has these rules already.
		/// - [`Error::FeedInUse`]: If the price would be made in another way, and a product is
		///   listed on the feed or the triggers still read it.
		///
		/// ## Events
		/// - [`Event::FeedRulesSet`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::set_feed())]
		pub fn set_feed(origin: OriginFor<T>, feed: FeedId, rules: Option<FeedRules>) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_feed(feed, rules)
		}

		/// Pay native token units into the reward pool that rewards are paid from.
		///
		/// ## Dispatch Origin
		/// Any signed account; by referendum also the treasury, with `utility.dispatchAs`.
		///
		/// ## Details
		/// The money cannot be taken back and gives no right. Money that is sent to the reward
		/// pool's account in another way is in no book and pays no reward. The payer's account is
		/// kept alive.
		///
		/// ## Parameters
		/// - `amount`: in units of the native token, at least 1.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::Overflow`]: If the reward pool's book would not fit.
		/// - [`Error::CannotPay`]: If the payer has less than `amount` and the minimum balance, or
		///   the reward pool is empty and `amount` is below the minimum balance of an account.
		///
		/// ## Events
		/// - [`Event::RewardPoolFunded`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::fund())]
		pub fn fund(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, amount)
		}

		/// Collect the caller's rewards, in the native token.
		///
		/// ## Dispatch Origin
		/// An account with rewards, operator or not.
		///
		/// ## Details
		/// All rewards that are booked to the account are paid to it.
		///
		/// ## Errors
		/// - [`Error::NothingToCollect`]: If no rewards are booked to the account.
		/// - [`Error::CannotReceive`]: If the account cannot receive so little.
		///
		/// ## Events
		/// - [`Event::RewardsCollected`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_collect(who)
		}

		/// Feed prices, in units of 10^-18.
		///
		/// ## Dispatch Origin
		/// An active operator.
		///
		/// ## Details
		/// Each value takes the place of the one before, and the price that follows is written into
		/// the feed's log, with which triggers that are new begin. No trigger fires in the call:
		/// the poll at the start of a later block finds the breach.
		///
		/// The call is free of charge if every value in it is useful. Each useful value earns the
		/// feed's reward. A value is useful if it is no farther from the median than the tolerance
		/// (1 %, governed). The median includes the value itself. The value must also be the first
		/// such value of the operator on the feed in an interval (the feed's reward interval). With
		/// the value the feed must have a price, from enough operators. The feed must already be
		/// watched: the first value on a new feed makes it so, and is not useful itself. Any other
		/// value is taken too, and then the call pays the fee for the work that was done: by the
		/// number of its values and of the operators. The call is of the operational class: in full
		/// blocks it comes before transfers and purchases.
		///
		/// ## Parameters
		/// - `values`: one to eight feeds, each with its value in 10^-18. A value of zero or above
		///   the feed's largest price is kept and does not count.
		///
		/// ## Errors
		/// - [`Error::NoValues`]: If the call has no value.
		/// - [`Error::NotActive`]: If the account is no active operator.
		/// - [`Error::FeedNamedTwice`]: If a feed has two values.
		/// - [`Error::NotListed`]: If no product is listed on a feed.
		/// - [`Error::AlreadyFed`]: If the account has fed one of the feeds in this block.
		///
		/// ## Events
		/// - [`Event::RewardBooked`] or [`Event::UsefulValueFed`] for each useful value.
		/// - [`Event::RewardPoolEmpty`] if a reward takes the last of the reward pool.
		/// - `oracle.NewFeedData`, and those of the triggers' log.
		#[pallet::call_index(11)]
		#[pallet::weight((
			Pallet::<T>::feeding_weight(u32::try_from(values.len()).unwrap_or(MAX_VALUES)),
			DispatchClass::Operational,
		))]
		pub fn feed(origin: OriginFor<T>, values: FeedValues) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_feed(who, values)
		}
	}
}
