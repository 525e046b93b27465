#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
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

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token, as what is held of operators.
		type Currency: fungible::hold::Mutate<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// The same token among all assets, as what is paid.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// Why money is held.
		type RuntimeHoldReason: From<HoldReason>;
		/// The reserve's income: what rulings take.
		type Income: Income<CreditOf<Self>>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// Who appoints and dismisses operators, rules on their bonds, and sets the rules of feeds: referenda.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The operators' own values.
		type Raw: RawFeed<Self::AccountId>;
		/// Told when the price of a feed may be another one.
		type OnData: OnData;
		/// The numbers that governance sets.
		type Limits: Get<Limits>;
		/// The most feeds that can be watched.
		type MaxFeeds: Get<u32>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// What the benchmarks cannot set up themselves.
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

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of an operator.
		#[codec(index = 0)]
		Bond,
	}

	/// Everyone who is appointed, an operator, or was one and has a bond still.
	#[pallet::storage]
	pub type Operators<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Operator>;

	/// The operators whose values count, in the order of their accounts, and since when they do.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageValue<_, BoundedVec<Membership<T::AccountId>, ConstU32<MAX_OPERATORS>>, ValueQuery>;

	/// How many are appointed, active or suspended.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The rules of feeds that have their own: those that a referendum gave rules, and those on which a product was listed.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedRules>;

	/// The operators whose useful value is in, of the last interval of a feed in which there was one.
	#[pallet::storage]
	pub type Rewarded<T: Config> = StorageMap<_, Twox64Concat, FeedId, Served<T::AccountId>>;

	/// Rewards that are booked and not collected, by operator.
	#[pallet::storage]
	pub type Earned<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The pot that rewards are paid from.
	#[pallet::storage]
	pub type RewardPot<T: Config> = StorageValue<_, Pot, ValueQuery>;

	/// Feeds that lost a value when an operator resigned, and whose price has not been read again since.
	#[pallet::storage]
	pub type ToRead<T: Config> = StorageValue<_, BoundedVec<FeedId, T::MaxFeeds>, ValueQuery>;

	/// The operators of a new chain, and what is in the pot.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Active operators, each with his bond, which is held of what he has.
		pub operators: Vec<(T::AccountId, Balance)>,
		/// The pot's book. Its account has to have as much.
		pub pot: Balance,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on what cannot be: a chain specification is wrong or right as a whole.
		fn build(&self) {
			Pallet::<T>::begin(&self.operators, self.pot);
		}
	}

	/// What happened. Amounts are in units of the native token.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A referendum chose an operator. He is one when he accepts.
		OperatorAppointed {
			/// The operator.
			who: T::AccountId,
			/// What is held of him still, of an earlier membership.
			bond: Balance,
		},
		/// An appointed operator put up his bond: his values count from now on.
		OperatorAccepted {
			/// The operator.
			who: T::AccountId,
			/// What was held of him before.
			bond_before: Balance,
			/// What is held of him now.
			bond: Balance,
		},
		/// A membership, or an appointment, ended. His values do not count any more.
		OperatorLeft {
			/// The operator.
			who: T::AccountId,
			/// Where he was in his life.
			stage: OperatorStage,
			/// What is held of him.
			bond: Balance,
			/// The active time from which he can take it back; nothing if nothing is held.
			until: Option<Moment>,
		},
		/// What an operator had fed was cleared.
		ValueCleared {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
		},
		/// A feed whose operator had resigned was read without him.
		FeedReadAgain {
			/// The feed.
			feed: FeedId,
		},
		/// A ruling took of an operator's bond. The money went to the reserve.
		BondSlashed {
			/// The operator.
			who: T::AccountId,
			/// How much.
			amount: Balance,
			/// The hash of the ruling's text.
			ruling: [u8; 32],
			/// What was held of him before.
			bond_before: Balance,
			/// What is held of him now.
			bond: Balance,
			/// Where he was in his life.
			stage_before: OperatorStage,
			/// Where he is; nothing if there is no record of him any more.
			stage: Option<OperatorStage>,
		},
		/// An operator added to his bond. His values count.
		BondToppedUp {
			/// The operator.
			who: T::AccountId,
			/// What was held of him before.
			bond_before: Balance,
			/// What is held of him now.
			bond: Balance,
		},
		/// Somebody who was an operator took his bond back.
		BondWithdrawn {
			/// The operator.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// An operator has another account: his place, his bond and his rewards went with him.
		KeySwapped {
			/// The account until now.
			old: T::AccountId,
			/// The account from now on.
			new: T::AccountId,
			/// What is held of him.
			bond: Balance,
			/// His rewards that wait.
			earned: Balance,
		},
		/// The rules of a feed changed.
		FeedRulesSet {
			/// The feed.
			feed: FeedId,
			/// The rules before; nothing for those of all feeds.
			old: Option<FeedRules>,
			/// The rules from now on; nothing for those of all feeds.
			new: Option<FeedRules>,
		},
		/// Somebody paid into the pot.
		PotFunded {
			/// Who paid.
			who: T::AccountId,
			/// How much.
			amount: Balance,
			/// The pot's book before.
			book_before: Balance,
			/// The pot's book now.
			book: Balance,
		},
		/// An operator earned something for a useful value.
		RewardBooked {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
			/// The number of the interval: time divided by the feed's pace.
			interval: u64,
			/// How much.
			amount: Balance,
			/// His rewards that wait, with this one.
			earned: Balance,
			/// All rewards that wait, with this one.
			booked: Balance,
		},
		/// An operator fed a useful value, which is free of charge and earns nothing: the feed has no reward, or the reward pool
		/// is empty.
		UsefulValueFed {
			/// The operator.
			who: T::AccountId,
			/// The feed.
			feed: FeedId,
			/// The number of the interval: time divided by the feed's pace.
			interval: u64,
		},
		/// The last free unit of the reward pool is booked. Useful values earn nothing until somebody calls `fund`.
		RewardPoolEmpty {
			/// The pool's book.
			book: Balance,
			/// All rewards that wait to be collected.
			booked: Balance,
		},
		/// An operator took his rewards.
		RewardsCollected {
			/// The operator.
			who: T::AccountId,
			/// How much.
			amount: Balance,
			/// The pot's book before.
			book_before: Balance,
			/// The pot's book now.
			book: Balance,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is appointed or an operator already. Dismiss it first, or choose another.
		AlreadyOperator,
		/// All places of operators are taken. Dismiss one first.
		TooManyOperators,
		/// The account is not appointed. A referendum appoints operators.
		NotAppointed,
		/// The account is neither appointed nor an operator. Look at `operators` in the runtime API.
		NotOperator,
		/// The bond is as large as is asked, and the operator is active. There is nothing to add.
		NothingToAdd,
		/// The membership has not ended. Resign first; the bond comes back after the notice.
		NotLeaving,
		/// The notice is not over. Try again when its active time has come.
		NoticeNotOver,
		/// Nothing is known of the account. Look at `operators` in the runtime API.
		UnknownOperator,
		/// The amount is zero. Give at least one unit.
		ZeroAmount,
		/// Nothing is held of the account: there is nothing to take.
		NoBond,
		/// The reserve cannot take the money now. Nothing was taken: what is held stays held.
		ReserveRefused,
		/// The heartbeat is out of bounds: 60 s to 7 days.
		HeartbeatOutOfRange,
		/// The count of operators is out of bounds: 3 to 32.
		OperatorsOutOfRange,
		/// The largest price is out of bounds: above zero, at most 2^80.
		PriceOutOfRange,
		/// The interval of rewards is out of bounds: 60 s to 7 days.
		PaceOutOfRange,
		/// The reward is out of bounds: at most 100 tokens of twelve decimals.
		RewardOutOfRange,
		/// The feed has these rules already.
		RulesUnchanged,
		/// A product is listed on the feed, or the claims still read it: its heartbeat, its count of operators and its largest
		/// price stay. List a product on another feed instead. Reward and pace can change.
		FeedInUse,
		/// The account is no active operator: its values would not count. Accept the appointment, or add to the bond.
		NotActive,
		/// There is no value. Give one to eight.
		NoValues,
		/// The call names a feed twice. Give one value for each.
		FeedNamedTwice,
		/// No product is listed on the feed. Feed it once there is one.
		NotListed,
		/// The account has fed the feed in this block. Feed it again in the next one.
		AlreadyFed,
		/// The account has less free native tokens than the bond asks for beside its minimum balance. Get more of them.
		CannotHoldBond,
		/// The caller has less than the amount and the minimum balance in native tokens, or the pot is empty and the
		/// amount is below the minimum balance.
		CannotPay,
		/// The account does not exist, and the rewards are below the minimum balance. Give it some native tokens first.
		CannotReceive,
		/// No rewards wait for the account.
		NothingToCollect,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The pot's account cannot be derived. It cannot happen: the runtime tests it.
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
			assert!(Self::account().is_some(), "the pot has an account");
			assert!(T::MaxFeeds::get() > 0, "feeds can be watched");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Choose an operator.
		///
		/// ## Dispatch Origin
		///
		/// A referendum (Root).
		///
		/// ## Details
		///
		/// He is an operator when he accepts and puts up the bond. Until then he takes one of the 32 places. One whose
		/// membership has ended can be chosen again before he takes his bond back; what is held of him then counts.
		///
		/// ## Parameters
		///
		/// - `who`: the account that will feed.
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyOperator`]: he is appointed, active or suspended.
		/// - [`Error::TooManyOperators`]: all places are taken.
		///
		/// ## Events
		///
		/// - [`Event::OperatorAppointed`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::appoint())]
		pub fn appoint(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint(who)
		}

		/// Become an operator: put up the bond.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an appointed account.
		///
		/// ## Details
		///
		/// The bond that is asked today (a governed number) is held of the account, less what is held of it already. From
		/// now on it can feed, and its values count. A ruling can take of the bond, also in the notice after the
		/// membership.
		///
		/// ## Errors
		///
		/// - [`Error::NotAppointed`]: no referendum has chosen the account.
		/// - [`Error::CannotHoldBond`]: the account has less than the bond and its minimum balance.
		///
		/// ## Events
		///
		/// - [`Event::OperatorAccepted`]
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who)
		}

		/// End the own membership, or decline an appointment.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an appointed account, or by an active or suspended operator.
		///
		/// ## Details
		///
		/// From now on the account cannot feed, and what it fed is cleared. Its feeds are read again in the next idle
		/// blocks. The bond can be taken back after the notice; rewards can be collected at any time.
		///
		/// ## Errors
		///
		/// - [`Error::NotOperator`]: the account has no place to give up.
		///
		/// ## Events
		///
		/// - [`Event::OperatorLeft`]
		/// - [`Event::ValueCleared`]: for each watched feed that the account had fed.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::resign(T::MaxFeeds::get()))]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resign(who)
		}

		/// End somebody's membership, or take an appointment back.
		///
		/// ## Dispatch Origin
		///
		/// A referendum (Root).
		///
		/// ## Details
		///
		/// As if the operator had resigned, but the feeds are read again at once. The weight does not hold that: only
		/// referenda can do it, and weighed for the worst case no referendum could dismiss a hostile operator.
		///
		/// ## Parameters
		///
		/// - `who`: the operator.
		///
		/// ## Errors
		///
		/// - [`Error::NotOperator`]: he is neither appointed nor an operator.
		///
		/// ## Events
		///
		/// - [`Event::OperatorLeft`]
		/// - [`Event::ValueCleared`]: for each watched feed that he had fed.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::dismiss(T::MaxFeeds::get()))]
		pub fn dismiss(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_dismiss(who)
		}

		/// Take of an operator's bond, by ruling.
		///
		/// ## Dispatch Origin
		///
		/// A referendum (Root).
		///
		/// ## Details
		///
		/// The money goes to the reserve. At most the bond is taken, also of somebody whose membership has ended and
		/// whose notice runs. An active operator who is left with less than is asked today is suspended: his values are
		/// cleared and his feeds read again at once, as in `dismiss`. He adds to his bond with `top_up`.
		///
		/// ## Parameters
		///
		/// - `who`: the operator.
		/// - `amount`: in units of the native token, at least 1. More than the bond takes all of it.
		/// - `ruling`: the hash of the ruling's text.
		///
		/// ## Errors
		///
		/// - [`Error::ZeroAmount`]: `amount` is zero.
		/// - [`Error::UnknownOperator`]: nothing is known of `who`.
		/// - [`Error::NoBond`]: nothing is held of him.
		/// - [`Error::ReserveRefused`]: the reserve cannot take the money. Nothing is taken then.
		///
		/// ## Events
		///
		/// - [`Event::BondSlashed`]
		/// - [`Event::ValueCleared`]: if he is suspended, for each watched feed that he had fed.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::slash(T::MaxFeeds::get()))]
		pub fn slash(
			origin: OriginFor<T>,
			who: T::AccountId,
			#[pallet::compact] amount: Balance,
			ruling: [u8; 32],
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_slash(who, amount, ruling)
		}

		/// Add to the own bond what it lacks of what is asked today.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active or suspended operator.
		///
		/// ## Details
		///
		/// A suspended operator is active again: he can feed, and what he feeds counts.
		///
		/// ## Errors
		///
		/// - [`Error::NotOperator`]: the account is no operator.
		/// - [`Error::NothingToAdd`]: it is active with the bond that is asked.
		/// - [`Error::CannotHoldBond`]: the account has less than what is missing and its minimum balance.
		///
		/// ## Events
		///
		/// - [`Event::BondToppedUp`]
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::top_up())]
		pub fn top_up(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(who)
		}

		/// Take the bond back after the notice.
		///
		/// ## Dispatch Origin
		///
		/// Signed by somebody whose membership has ended.
		///
		/// ## Details
		///
		/// What is held is free again. Nothing is kept of the account but rewards that it has not collected.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownOperator`]: nothing is held of the account.
		/// - [`Error::NotLeaving`]: its membership has not ended.
		/// - [`Error::NoticeNotOver`]: the notice, in active time, is not over.
		///
		/// ## Events
		///
		/// - [`Event::BondWithdrawn`]
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_bond(who)
		}

		/// Give an operator's place to another account of his.
		///
		/// ## Dispatch Origin
		///
		/// A referendum (Root).
		///
		/// ## Details
		///
		/// For a key that is lost or known to others. The place, the bond and the rewards that wait go to the new account.
		/// What the old one fed is cleared, and its feeds are read again at once, as in `dismiss`. The new account can
		/// earn in an interval in which the old one has.
		///
		/// ## Parameters
		///
		/// - `old`: the operator's account, wherever he is in his life.
		/// - `new`: an account that exists and is not known here.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownOperator`]: nothing is known of `old`.
		/// - [`Error::AlreadyOperator`]: something is known of `new`.
		/// - [`Error::Overflow`]: the rewards of both would not fit.
		/// - Token errors: nothing can be held of `new`.
		///
		/// ## Events
		///
		/// - [`Event::KeySwapped`]
		/// - [`Event::ValueCleared`]: for each watched feed that the old account had fed.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::swap_key(T::MaxFeeds::get()))]
		pub fn swap_key(origin: OriginFor<T>, old: T::AccountId, new: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_swap_key(old, new)
		}

		/// Give a feed rules of its own, or take them away.
		///
		/// ## Dispatch Origin
		///
		/// A referendum (Root).
		///
		/// ## Details
		///
		/// The rules say how the feed's price is made, and what useful values earn. Set them before a product is listed on the
		/// feed: from then on heartbeat, count of operators and largest price stay as they are, because policies are sold on
		/// that price. They can change again when no product is listed and the log of the price is gone. Reward and pace
		/// can change at any time; if the pace does, a new interval begins. A feed without rules gets those that are governed
		/// for all when a product is listed on it: their heartbeat and count of operators, an hour's pace and no reward.
		///
		/// ## Parameters
		///
		/// - `feed`: the feed.
		/// - `rules`: its rules, or nothing for those of all feeds.
		///
		/// ## Errors
		///
		/// - [`Error::HeartbeatOutOfRange`], [`Error::OperatorsOutOfRange`], [`Error::PriceOutOfRange`],
		///   [`Error::PaceOutOfRange`], [`Error::RewardOutOfRange`]: a number is out of its hard bounds.
		/// - [`Error::RulesUnchanged`]: the feed has these rules.
		/// - [`Error::FeedInUse`]: the price would be made in another way, and a product is listed on the feed.
		///
		/// ## Events
		///
		/// - [`Event::FeedRulesSet`]
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::set_feed())]
		pub fn set_feed(origin: OriginFor<T>, feed: FeedId, rules: Option<FeedRules>) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_feed(feed, rules)
		}

		/// Pay into the pot from which rewards are paid.
		///
		/// ## Dispatch Origin
		///
		/// Anyone signed; by referendum also the treasury, with `utility.dispatchAs`.
		///
		/// ## Details
		///
		/// The money cannot be taken back and gives no right. What is sent to the pot's account in another way is in no book
		/// and rewards nobody. The payer's account is kept alive.
		///
		/// ## Parameters
		///
		/// - `amount`: in units of the native token, at least 1.
		///
		/// ## Errors
		///
		/// - [`Error::ZeroAmount`]: `amount` is zero.
		/// - [`Error::Overflow`]: the pot's book would not fit.
		/// - [`Error::CannotPay`]: the payer has less than `amount` and the minimum balance, or the pot is empty and
		///   `amount` is below the minimum balance of an account.
		///
		/// ## Events
		///
		/// - [`Event::PotFunded`]
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::fund())]
		pub fn fund(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, amount)
		}

		/// Take the own rewards.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an account with rewards, operator or not.
		///
		/// ## Details
		///
		/// All that is booked to the account is paid to it.
		///
		/// ## Errors
		///
		/// - [`Error::NothingToCollect`]: nothing is booked to it.
		/// - [`Error::CannotReceive`]: the account cannot receive so little.
		///
		/// ## Events
		///
		/// - [`Event::RewardsCollected`]
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_collect(who)
		}

		/// Feed prices.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active operator.
		///
		/// ## Details
		///
		/// Each value takes the place of the one before, and the triggers on its feed are evaluated at once. The call is
		/// free of charge if every value in it is useful, and each useful value earns the feed's reward. A value is useful if it
		/// is no farther from the median than the band (1 %, governed), with itself counted in, and if it is the first such
		/// value of the operator on the feed in an interval (the feed's pace). Any other is taken too, for the fee of the work
		/// that was done. The call is of the operational class: in full blocks it comes before transfers and purchases.
		///
		/// ## Parameters
		///
		/// - `values`: one to eight feeds, each with its value in 10^-18. A value of zero or above the feed's largest price is
		///   kept and does not count.
		///
		/// ## Errors
		///
		/// - [`Error::NotActive`]: the account is no active operator.
		/// - [`Error::NoValues`]: there is no value.
		/// - [`Error::FeedNamedTwice`]: a feed has two values.
		/// - [`Error::NotListed`]: no product is listed on a feed.
		/// - [`Error::AlreadyFed`]: the account has fed one of the feeds in this block.
		///
		/// ## Events
		///
		/// - [`Event::RewardBooked`] or [`Event::UsefulValueFed`]: for each useful value.
		/// - [`Event::RewardPoolEmpty`]: if a reward takes the last of the pool.
		/// - `oracle.NewFeedData`, and those of the triggers.
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
