// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

pub use pallet::*;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod buying;
mod changing;
mod claims;
mod commission;
mod cost;
mod errors;
mod events;
mod extending;
mod glue;
mod nonfungible;
mod pricing;
mod pruning;
mod renewal_balance;
mod renewals;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use types::{Allocation, Earning, Policy};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

// The macro's own code repeats the paths of its attributes.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use breakwater_primitives::*;
	use frame_support::{
		dispatch::{GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			fungibles::{Balanced, Credit},
			Consideration, Footprint,
		},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Dispatchable, Permill};

	/// Money on its way from a buyer to a pool.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;
	pub use crate::types::{Hour, LastRenewal, Renewal, RenewalTerms};

	/// A policy as it is stored.
	pub type PolicyOf<T> = Policy<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;
	/// A planned renewal as it is stored.
	pub type RenewalOf<T> = Renewal<<T as Config>::RecordDeposit>;
	/// A commission as it is stored.
	pub type EarningOf<T> = Earning<<T as frame_system::Config>::AccountId>;

	/// The items that the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The assets in which premium is paid.
		type Assets: Balanced<Self::AccountId, AssetId = AssetId, Balance = Balance>;

		/// The pools, which back the policies.
		type Underwriting: Underwriting<CreditOf<Self>>;

		/// The first loss of sponsors, which lowers prices.
		type FirstLoss: FirstLoss<CreditOf<Self>>;

		/// The price feeds. No cover is sold while a feed of the trigger is stale or the price is
		/// breached.
		type Feed: PriceFeed;

		/// The triggers. No cover is sold while a product's trigger is not ready.
		type Triggers: Readiness;

		/// Wall-clock and active time.
		type Clock: ActiveClock;

		/// The products on which cover is sold.
		type Listings: Listings;

		/// The deposit for the record of a policy. It is given back when the record goes.
		type RecordDeposit: Consideration<Self::AccountId, Footprint>;

		/// The payee of a commission that its distributor's account cannot receive when the
		/// policy's record goes.
		type Treasury: Get<Self::AccountId>;

		/// The calls that can be made together with a purchase.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;

		/// The state that the benchmarks cannot set up themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// The reasons for which native tokens are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposits for the records of policies.
		#[codec(index = 0)]
		Record,
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The price and the life of cover.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The incident that is open on a product. Meanwhile no cover is sold and no record is pruned.
	#[pallet::storage]
	pub type OpenIncidents<T> = StorageMap<_, Twox64Concat, ProductId, IncidentId>;

	/// The id of the next policy.
	#[pallet::storage]
	pub type NextPolicy<T> = StorageValue<_, PolicyId, ValueQuery>;

	/// All policies that can still be claimed on or have not been pruned.
	#[pallet::storage]
	pub type Policies<T: Config> = StorageMap<_, Twox64Concat, PolicyId, PolicyOf<T>>;

	/// The cover that all policies of a product together have left, as long as their records are
	/// kept.
	#[pallet::storage]
	pub type Insured<T> = StorageMap<_, Twox64Concat, ProductId, Balance, ValueQuery>;

	/// The policies of a product. The claims walk this map.
	#[pallet::storage]
	pub type ByProduct<T> = StorageDoubleMap<_, Twox64Concat, ProductId, Twox64Concat, PolicyId, ()>;

	/// The policies of a holder.
	#[pallet::storage]
	pub type ByHolder<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, PolicyId, ()>;

	/// The insured accounts whose losses policies cover, for products that people assess. An
	/// insured account is named at the purchase and never changes.
	#[pallet::storage]
	pub type InsuredAccounts<T> = StorageMap<_, Twox64Concat, PolicyId, interest::InsuredAccount>;

	/// The commissions of distributors that are not paid out. The pallet's account holds their
	/// money.
	#[pallet::storage]
	pub type Commissions<T: Config> = StorageMap<_, Twox64Concat, PolicyId, EarningOf<T>>;

	/// The claims that are registered and neither paid nor given up, with their amounts. They keep
	/// the policy's record.
	#[pallet::storage]
	pub type OpenClaims<T> = StorageDoubleMap<_, Twox64Concat, PolicyId, Twox64Concat, IncidentId, Balance>;

	/// The renewals to come, and the money that is paid in for them.
	#[pallet::storage]
	pub type Renewals<T: Config> = StorageMap<_, Twox64Concat, PolicyId, RenewalOf<T>>;

	/// The renewals to come, by the hour from which the next attempt is made.
	#[pallet::storage]
	pub type RenewalsDue<T> = StorageDoubleMap<_, Twox64Concat, Hour, Twox64Concat, PolicyId, ()>;

	/// The hour that the idle visits look at next. No renewal is due before it.
	#[pallet::storage]
	pub type NextDueHour<T> = StorageValue<_, Hour>;

	/// The last renewal of each policy, by which it can be undone.
	#[pallet::storage]
	pub type Renewed<T> = StorageMap<_, Twox64Concat, PolicyId, LastRenewal>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			// Half of the weight is left for the other pallets: very many renewals can be due at a
			// time.
			let mut meter = WeightMeter::with_limit(remaining.saturating_div(2));
			Self::visit_renewals(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(Self::account().is_some(), "a hash must be decodable as an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Buy cover for yourself or for a beneficiary, in the asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account, which pays the premium.
		///
		/// ## Details
		/// The premium is the area under the product's price curve, over the use of all its pools
		/// together, for the period and half the grace, rounded up. The curve begins at the highest
		/// of three rates: the least rate of the terms, the rate of the product's risk, and the
		/// rate of the option that the policy is, times the margin of the risk class. `quote`
		/// returns the premium beforehand.
		///
		/// The pools that are used least back the policy, each up to its room, three at most. If
		/// those have not room enough, the three with the most room back it. Cover begins after the
		/// waiting time and ends at the end of the period, which counts from now. The terms of
		/// today stay with the policy.
		///
		/// A distributor may have a commission on top of the premium. It is earned with time. The
		/// part that is not earned comes back if you cancel. The first commission in an asset also
		/// pays its smallest balance, if that is above one unit. A small deposit in the native
		/// token is held until the policy's record goes.
		///
		/// ## Parameters
		/// - `order.product`: the product to buy.
		/// - `order.version`: the version of the terms that you agree to, as the quote names it.
		/// - `order.cover`: the most that can be paid, in the asset's units; between `min_cover`
		///   and `max_cover` of the terms.
		/// - `order.period`: the time from now, waiting included, in milliseconds; between
		///   `min_period` and `max_period` of the terms.
		/// - `order.max_premium`: the most you pay, commission included, in the asset's units.
		/// - `order.insured_account`: the account on the product's chain whose loss is covered, for
		///   a product that people assess. Its key has to sign a claim. `None` for a product with a
		///   trigger, which needs no interest. An account without a key of its own cannot claim: a
		///   contract wallet such as a Safe, a multisignature, a pure proxy, a pallet's account. Do
		///   not cover such an account; cover the accounts that have keys.
		/// - `order.commission`: the distributor and their part of the premium, on top of it, in
		///   millionths; at most `max_commission` of the terms. Leave it out if there is no
		///   distributor.
		/// - `beneficiary`: the account that holds the policy and is paid; yours if left out.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::ProductNotForSale`]: If the product is paused or retired.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::TriggerNotReady`]: If its trigger has no full window of data, or has not
		///   re-armed.
		/// - [`Error::FeedStale`]: If the price of a feed is not known now.
		/// - [`Error::FeedBreached`]: If the price is at or beyond the trigger's threshold.
		/// - [`Error::TermsChanged`]: If the current terms are not those of `version`.
		/// - [`Error::CommissionTooHigh`]: If the commission is above `max_commission` of the
		///   terms.
		/// - [`Error::CoverOutOfRange`]: If the cover is below `min_cover` or above `max_cover` of
		///   the terms.
		/// - [`Error::PeriodOutOfRange`]: If the period is below `min_period` or above `max_period`
		///   of the terms.
		/// - [`Error::InsuredAccountNotNeeded`]: If an insured account is named for a product with
		///   a trigger.
		/// - [`Error::InsuredAccountMissing`]: If no insured account is named for a product that
		///   people assess.
		/// - [`Error::WrongChain`]: If the insured account is not on the product's chain.
		/// - [`Error::InsuredAccountKeyless`]: If no key to the insured account exists.
		/// - [`Error::TotalReached`]: If the product's policies together would cover more than its
		///   terms allow.
		/// - [`Error::NoCapacity`]: If no pool can back this cover.
		/// - [`Error::NotPriced`]: If the price of a feed is out of all bounds.
		/// - [`Error::PremiumAboveLimit`]: If premium and commission together are above
		///   `max_premium`.
		/// - [`Error::CannotPay`]: If premium and commission cannot be paid in the product's asset.
		///   Your account in that asset is not closed for them.
		/// - [`Error::PremiumTooLarge`]: If a pool's premium is above 2^90 units on a day.
		/// - [`Error::NotReceived`]: If the pallet's account cannot take the commission.
		/// - [`Error::CannotHoldDeposit`]: If the native tokens for the deposit are missing.
		/// - The error of a pool that cannot take the cover or its premium.
		///
		/// ## Events
		/// - [`Event::Bought`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::most_buy_weight(order))]
		pub fn buy(
			origin: OriginFor<T>,
			order: Order<T::AccountId>,
			beneficiary: Option<T::AccountId>,
		) -> DispatchResultWithPostInfo {
			let buyer = ensure_signed(origin)?;
			Self::do_buy(buyer, &order, beneficiary).map(|(_, used)| Some(used).into())
		}

		/// Remove the record of an expired policy.
		///
		/// ## Dispatch Origin
		/// Any signed account. Free if a record is removed.
		///
		/// ## Details
		/// The deposit for the record goes back to its depositor. A policy expires when active time
		/// reaches purchase + period + grace. Its record stays while an incident is open on its
		/// product, while a claim on it is not paid, and while its pool has not earned its premium.
		///
		/// ## Parameters
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotExpired`]: If the policy can still be claimed on.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::ClaimOpen`]: If a claim on the policy is not paid.
		/// - [`Error::PremiumUnearned`]: If a pool has not earned the premium of the policy.
		/// - [`Error::NotReceived`]: If the holder cannot receive the money in the renewal balance,
		///   or if neither the distributor nor the treasury can receive the commission.
		///
		/// ## Events
		/// - [`Event::Pruned`].
		#[pallet::call_index(1)]
		// The second term is the cost of a commission that goes to the treasury instead.
		#[pallet::weight(T::WeightInfo::prune().saturating_add(T::DbWeight::get().reads_writes(6, 6)))]
		pub fn prune(origin: OriginFor<T>, policy: PolicyId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_prune(policy)?;
			Ok(Pays::No.into())
		}

		/// Add cover to your policy, in the asset's units.
		///
		/// ## Dispatch Origin
		/// The holder of the policy, who pays the premium.
		///
		/// ## Details
		/// The added cover begins after the waiting time and ends with the policy. It costs the
		/// price of new cover now, for the time that is left. The call is rejected if the product
		/// is sold under other terms by now: buy a new policy then.
		///
		/// ## Parameters
		/// - `policy`: your policy.
		/// - `by`: the cover to add, in the asset's units. Together with the cover until now it is
		///   at most `max_cover` of the terms.
		/// - `max_premium`: the most you pay, in the asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::ProductNotForSale`]: If the product is paused or retired.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::TriggerNotReady`]: If its trigger has no full window of data, or has not
		///   re-armed.
		/// - [`Error::FeedStale`]: If the price of a feed is not known now.
		/// - [`Error::FeedBreached`]: If the price is at or beyond the trigger's threshold.
		/// - [`Error::TermsChanged`]: If the product's terms are not those of the policy any more.
		/// - [`Error::CoverOutOfRange`]: If `by` is zero, or the cover would be above `max_cover`
		///   of the terms.
		/// - [`Error::TooLate`]: If the added cover would begin when the policy has ended, or less
		///   than a day is left.
		/// - [`Error::TooManyIncreases`]: If the policy has the most increases that are allowed.
		/// - [`Error::TotalReached`]: If the product's policies together would cover more than its
		///   terms allow.
		/// - [`Error::NoCapacity`]: If no pool can back the added cover.
		/// - [`Error::NotPriced`]: If the price of a feed is out of all bounds.
		/// - [`Error::PremiumAboveLimit`]: If the premium is above `max_premium`.
		/// - [`Error::CannotPay`]: If the premium cannot be paid in the product's asset.
		/// - [`Error::PremiumTooLarge`]: If a pool's premium is above 2^90 units on a day.
		/// - [`Error::TooManyAllocations`]: If more pools would back the policy than are allowed.
		/// - The error of a pool that cannot take the cover or its premium.
		///
		/// ## Events
		/// - [`Event::Increased`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::most_priced_weight(T::WeightInfo::increase(), CoverWork::Open))]
		pub fn increase(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			#[pallet::compact] by: Balance,
			#[pallet::compact] max_premium: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_increase(who, policy, by, max_premium)
		}

		/// Let your policy last longer, by a time in milliseconds.
		///
		/// ## Dispatch Origin
		/// The holder of the policy, who pays the premium.
		///
		/// ## Details
		/// Cover goes on without a new waiting time. The pools that back the policy must be open
		/// and have the room, as for new cover. The premium is the last part of the area under the
		/// price curve, which is the policy's own, for the time that is added. It is taken over all
		/// pools of the product, or over the policy's own pools if that is more. The call is
		/// rejected if the product is sold under other terms by now, and while the policy's premium
		/// is pledged for a loan of the reserve to a pool. Buy a new policy then.
		///
		/// ## Parameters
		/// - `policy`: your policy, whose cover has not ended.
		/// - `time`: the time to add, in milliseconds, at least a day. From now the policy may last
		///   as long as a new one, `max_period`.
		/// - `max_premium`: the most you pay, in the asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::ProductNotForSale`]: If the product is paused or retired.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::TriggerNotReady`]: If its trigger has no full window of data, or has not
		///   re-armed.
		/// - [`Error::FeedStale`]: If the price of a feed is not known now.
		/// - [`Error::FeedBreached`]: If the price is at or beyond the trigger's threshold.
		/// - [`Error::TermsChanged`]: If the product's terms are not those of the policy any more.
		/// - [`Error::TooLate`]: If the policy's cover has ended.
		/// - [`Error::PeriodOutOfRange`]: If `time` is below a day, or the policy would last longer
		///   than a new one may.
		/// - [`Error::NothingLeft`]: If all of the cover is claimed.
		/// - [`Error::NotPriced`]: If the price of a feed is out of all bounds.
		/// - [`Error::NoCapacity`]: If the pools cannot back the cover for longer.
		/// - [`Error::PremiumAboveLimit`]: If the premium is above `max_premium`.
		/// - [`Error::CannotPay`]: If the premium cannot be paid in the product's asset.
		/// - [`Error::PremiumTooLarge`]: If a pool's premium is above 2^90 units on a day.
		/// - The error of a pool that is not open, is frozen, has not the room, cannot take the
		///   premium, or has pledged the policy's premium.
		///
		/// ## Events
		/// - [`Event::Extended`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::most_extension_weight(T::WeightInfo::extend()))]
		pub fn extend(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			#[pallet::compact] time: Moment,
			#[pallet::compact] max_premium: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_extend(who, policy, time, max_premium)
		}

		/// Give back a part of your policy's cover, in the asset's units.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// The cover that was added last goes first. The part of the policy's premium that is not
		/// earned comes back, less a fee. The fee is waived where a loss left a pool with less than
		/// it needs. Returned cover cannot be claimed on under incidents that are opened later,
		/// even if they happened before.
		///
		/// ## Parameters
		/// - `policy`: your policy.
		/// - `by`: the cover to give back, in the asset's units; less than the cover left. The
		///   remaining cover is at least `min_cover` of the terms.
		/// - `min_refund`: the smallest refund that you accept, in the asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::NothingToChange`]: If `by` is zero.
		/// - [`Error::AboveCoverLeft`]: If `by` is all of the cover left, or more.
		/// - [`Error::CoverOutOfRange`]: If the remaining cover would be below `min_cover` of the
		///   terms.
		/// - [`Error::RefundBelowLimit`]: If the refund is below `min_refund`.
		/// - [`Error::NotReceived`]: If the holder cannot receive the refund.
		/// - The error of a pool that is frozen by another incident, has to be accrued, or has let
		///   go of the cover of an expired policy.
		///
		/// ## Events
		/// - [`Event::Decreased`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::most_return_weight(T::WeightInfo::decrease()))]
		pub fn decrease(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			#[pallet::compact] by: Balance,
			#[pallet::compact] min_refund: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_decrease(who, policy, by, min_refund)
		}

		/// Cancel your policy for a refund, in the asset's units.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// The part of the premium that is not earned comes back to the holder, less a fee. The fee
		/// is waived where a loss left a pool with less than it needs. The deposit goes back to its
		/// depositor. The policy cannot be claimed on under incidents that are opened later, even
		/// if they happened before.
		///
		/// ## Parameters
		/// - `policy`: your policy.
		/// - `min_refund`: the smallest refund of premium and commission that you accept, in the
		///   asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::ClaimOpen`]: If a claim on the policy is not paid.
		/// - [`Error::NothingLeft`]: If all of the cover is claimed.
		/// - [`Error::RefundBelowLimit`]: If the refund is below `min_refund`.
		/// - [`Error::NotReceived`]: If the holder cannot receive the refund or the money in the
		///   renewal balance, or if neither the distributor nor the treasury can receive the
		///   commission.
		/// - The error of a pool that is frozen by another incident, has to be accrued, or has let
		///   go of the cover of an expired policy.
		///
		/// ## Events
		/// - [`Event::Cancelled`].
		#[pallet::call_index(5)]
		// The second term is the cost of a commission that goes to the treasury instead.
		#[pallet::weight(Pallet::<T>::most_return_weight(T::WeightInfo::cancel()))]
		pub fn cancel(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			#[pallet::compact] min_refund: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_cancel(who, policy, min_refund)
		}

		/// Transfer your policy, with all later claims on it.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// The deposit for the record stays that of its depositor.
		///
		/// ## Parameters
		/// - `policy`: your policy.
		/// - `to`: the new holder.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::NothingToChange`]: If you are the holder already.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::ClaimOpen`]: If a claim on the policy is not paid.
		/// - [`Error::NotReceived`]: If the holder cannot receive the money in the renewal balance.
		///
		/// ## Events
		/// - [`Event::Transferred`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::transfer())]
		pub fn transfer(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			to: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer(who, policy, to)
		}

		/// Buy cover for yourself and make another call; both succeed or neither.
		///
		/// ## Dispatch Origin
		/// Any signed account, which pays the premium and makes the call.
		///
		/// ## Details
		/// The cover comes first, then the call, such as a deposit with the protocol that is
		/// covered. The call is made from your account, with your rights and no more. Cover begins
		/// after its waiting time as always.
		///
		/// ## Parameters
		/// - `order`: as for `buy`.
		/// - `call`: the other call.
		///
		/// ## Errors
		/// - Those of `buy`, and those of the call.
		///
		/// ## Events
		/// - [`Event::Bought`], and those of the call.
		#[pallet::call_index(7)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(Pallet::<T>::most_buy_weight(order).saturating_add(info.call_weight), info.class)
		})]
		pub fn buy_with(
			origin: OriginFor<T>,
			order: Order<T::AccountId>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResultWithPostInfo {
			let buyer = ensure_signed(origin.clone())?;
			Self::do_buy_with(origin, buyer, &order, *call)
		}

		/// Set or end the automatic renewal of your policy, paid from its renewal balance.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// You pay money into the renewal balance beforehand. In the last day of cover the chain
		/// lets the policy last longer by `period`. The price is that of `extend` at that moment.
		/// It is paid from the renewal balance if it is not above `max_premium`. If that is not
		/// possible, the chain tries again every six hours until cover ends. Then you get the
		/// renewal balance back.
		///
		/// A renewal is not made in these cases:
		///
		/// - The product is not for sale, or is sold under other terms.
		/// - Its price is not known, or is at or beyond the trigger's threshold.
		/// - The policy's pools are paused or have not the room.
		/// - The policy's premium is pledged.
		///
		/// A renewal is made while an incident is open. If you are paid for an event that happened
		/// before a renewal, that renewal is void. Then the policy ends as without it, and the part
		/// of the renewal's premium that is not earned goes into the renewal balance, without a
		/// fee. Extending or increasing the policy by hand confirms earlier renewals.
		///
		/// A small deposit in the native token is held as long as the renewal is set. The first
		/// payment in an asset also pays its smallest balance, once and for good. A renewal balance
		/// ends when the policy is given away, cancelled or removed. It goes to the holder.
		///
		/// ## Parameters
		/// - `policy`: your policy.
		/// - `renewal`: `None` to end it and get the renewal balance back. Otherwise
		///   - `period`: the time of each renewal, in milliseconds; between `min_period` and
		///     `max_period` of the policy's terms.
		///   - `max_premium`: the most that one renewal may cost, in the asset's units. The limit
		///     is public. An account that can move the use of the pools for a block can move the
		///     price up to it. Name little more than the premium of today.
		///   - `prepaid`: the amount that you pay in now, in the asset's units; with the amount in
		///     the renewal balance at least `max_premium`.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NotHolder`]: If the caller is not the holder of the policy.
		/// - [`Error::NoRenewal`]: If there is no renewal to end.
		/// - [`Error::IncidentOpen`]: If a renewal is set while an incident is open on the product.
		///   It can be ended then.
		/// - [`Error::TooLate`]: If the policy's cover has ended.
		/// - [`Error::NothingLeft`]: If all of the cover is claimed.
		/// - [`Error::PeriodOutOfRange`]: If the period is below `min_period` or above `max_period`
		///   of the terms.
		/// - [`Error::RenewalBalanceTooSmall`]: If the renewal balance would hold less than
		///   `max_premium`, or that is below a unit for each pool.
		/// - [`Error::CannotPay`]: If your account cannot pay in that amount of the product's
		///   asset.
		/// - [`Error::NotReceived`]: If your account cannot receive the money in the renewal
		///   balance, or the pallet's account cannot take the payment.
		/// - [`Error::CannotHoldDeposit`]: If the native tokens for the deposit are missing.
		///
		/// ## Events
		/// - [`Event::RenewalSet`] or [`Event::RenewalEnded`].
		#[pallet::call_index(8)]
		#[pallet::weight(Pallet::<T>::with_terms(T::WeightInfo::set_renewal()))]
		pub fn set_renewal(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
			renewal: Option<RenewalTerms>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_renewal(who, policy, renewal)
		}

		/// Make a renewal that is due, paid from the renewal balance of the policy.
		///
		/// ## Dispatch Origin
		/// Any signed account. Free if the policy is renewed, or its renewal lapses.
		///
		/// ## Details
		/// The chain makes renewals by itself when its blocks have time left, every six hours. This
		/// call is for blocks that have no time left, and for the time between attempts.
		///
		/// ## Parameters
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NoRenewal`]: If the policy has no renewal.
		/// - [`Error::NotDue`]: If the renewal is not due yet, or is not planned.
		/// - [`Error::ProductNotForSale`]: If the product is paused or retired.
		/// - [`Error::TriggerNotReady`]: If its trigger has no full window of data, or has not
		///   re-armed.
		/// - [`Error::FeedStale`]: If the price of a feed is not known now.
		/// - [`Error::FeedBreached`]: If the price is at or beyond the trigger's threshold.
		/// - [`Error::TermsChanged`]: If the product's terms are not those of the policy any more.
		/// - [`Error::NotPriced`]: If the price of a feed is out of all bounds.
		/// - [`Error::NoCapacity`]: If the pools cannot back the cover for longer.
		/// - [`Error::PremiumAboveLimit`]: If the premium is above `max_premium` of the renewal.
		/// - [`Error::RenewalBalanceTooSmall`]: If the renewal balance holds less than the premium.
		/// - [`Error::PremiumTooLarge`]: If a pool's premium is above 2^90 units on a day.
		/// - The error of a pool that is not open, has not the room, cannot take the premium, or
		///   has pledged the policy's premium.
		///
		/// ## Events
		/// - [`Event::Extended`] and [`Event::Renewed`], or [`Event::RenewalLapsed`] or
		///   [`Event::RenewalBalanceNotPaid`].
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::most_extension_weight(T::WeightInfo::renew()))]
		pub fn renew(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::do_renew(policy)?;
			Ok((Some(used), Pays::No).into())
		}

		/// Pay a policy's distributor the commission earned so far, in the asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account. The distributor is paid, not the caller.
		///
		/// ## Details
		/// A commission is earned in a straight line over the period that was bought first. The
		/// rest is paid out when the policy's record goes.
		///
		/// ## Parameters
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownPolicy`]: If there is no such policy.
		/// - [`Error::NoCommission`]: If the policy has no commission.
		/// - [`Error::NothingEarned`]: If all that is earned of it is paid out.
		/// - [`Error::NotReceived`]: If the distributor's account cannot receive it.
		///
		/// ## Events
		/// - [`Event::CommissionPaid`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::collect_commission())]
		pub fn collect_commission(
			origin: OriginFor<T>,
			#[pallet::compact] policy: PolicyId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect_commission(policy)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Returns the price that `buy` would charge in this block, or the error that it would
		/// return. `cover` is in the asset's units, `period` in milliseconds. `commission` is the
		/// distributor's part of the premium, zero for none.
		pub fn quote(
			product: ProductId,
			cover: Balance,
			period: Moment,
			commission: Permill,
		) -> Result<Quote, DispatchError> {
			Self::shown_quote(product, cover, period, commission)
		}

		/// Returns the products after `after`, by number: terms, price, and whether they can be
		/// bought now. At most `limit` (and 16) of them; zero is 16.
		pub fn products(after: Option<ProductId>, limit: u32) -> Vec<(ProductId, ProductState)> {
			Self::do_products(after, limit)
		}

		/// Returns a product as of this block; `None` for an unknown one.
		pub fn product_state(product: ProductId) -> Option<ProductState> {
			Self::do_product_state(product)
		}

		/// Returns a policy as of this block; `None` for an unknown or pruned one.
		pub fn policy_state(policy: PolicyId) -> Option<PolicyState<T::AccountId>> {
			Self::do_policy_state(policy)
		}

		/// Returns the policies of a holder, the newest first, at most `limit` (and 256) of them;
		/// zero is 256. The next page comes after the last one of this.
		pub fn policies_of(who: T::AccountId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId> {
			Self::do_policies_of(&who, after, limit)
		}
	}
}
