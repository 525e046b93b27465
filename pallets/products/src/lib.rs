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
mod bounds;
mod delisting;
mod errors;
mod events;
mod glue;
mod listing;
mod proposals;
pub mod risk;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use types::{Listing, Proposal, ProposalId};
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
		pallet_prelude::*,
		traits::{Consideration, EnsureOrigin, Footprint},
	};
	use frame_system::pallet_prelude::*;

	/// A proposed product as it is stored.
	pub type ProposalOf<T> = Proposal<<T as frame_system::Config>::AccountId, <T as Config>::ListingDeposit>;

	/// The items that the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The register of the products that pools can underwrite: the pools.
		type Registry: ProductRegistry;

		/// The use of products, which keeps them from being delisted: the policies.
		type Use: ProductUse;

		/// The price feeds. The rules of a listed product's feeds are bound.
		type Feed: PriceFeed;

		/// Wall-clock time.
		type Clock: ActiveClock;

		/// The origin that lists products and changes their terms and status: referenda.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The most products that may watch one feed.
		#[pallet::constant]
		type MaxProductsPerFeed: Get<u32>;

		/// The deposit of a sponsor for a product that they propose. It is given back when the
		/// proposal is withdrawn or the product delisted.
		type ListingDeposit: Consideration<Self::AccountId, Footprint>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;

		/// The state that the benchmarks cannot set up themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// The reasons for which native tokens are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposits for products that sponsors have proposed.
		#[codec(index = 0)]
		Listing,
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The catalogue of products.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The id of the next product.
	#[pallet::storage]
	pub type NextProduct<T> = StorageValue<_, ProductId, ValueQuery>;

	/// The products: things that can be covered. Each has its terms of today and the known facts
	/// about its risk.
	#[pallet::storage]
	pub type Products<T> = StorageMap<_, Twox64Concat, ProductId, Product>;

	/// The terms of every product in the versions before the current one, under which policies are
	/// in force. Versions count from one and never change.
	#[pallet::storage]
	pub type EarlierTerms<T> =
		StorageDoubleMap<_, Twox64Concat, ProductId, Twox64Concat, TermsVersion, Terms>;

	/// The place where the wording of every version can be read. Its hash is in the terms of the
	/// same version.
	#[pallet::storage]
	pub type Wordings<T> =
		StorageDoubleMap<_, Twox64Concat, ProductId, Twox64Concat, TermsVersion, WordingUri>;

	/// The rules of the risk classes for which a referendum has set some. For other classes see
	/// [`risk::default_rules`].
	#[pallet::storage]
	pub type Rules<T> = StorageMap<_, Twox64Concat, RiskClass, ClassRules>;

	/// The admission rules of the risk classes for which a referendum has set some. For other
	/// classes see [`risk::default_admission`].
	#[pallet::storage]
	pub type Admissions<T> = StorageMap<_, Twox64Concat, RiskClass, AdmissionRules>;

	/// The id of the next proposal. An id is never used again.
	#[pallet::storage]
	pub type NextProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// The products that sponsors propose. A proposal never changes.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>>;

	/// The sponsor of a product, with their deposit. A product that a referendum listed by itself
	/// has no sponsor.
	#[pallet::storage]
	pub type Sponsors<T: Config> = StorageMap<_, Twox64Concat, ProductId, (T::AccountId, T::ListingDeposit)>;

	/// The products whose trigger watches a feed, alone or with others. Delisted products are left
	/// out.
	#[pallet::storage]
	pub type OnFeed<T: Config> = StorageMap<
		_,
		Twox64Concat,
		FeedId,
		BoundedVec<ProductId, <T as Config>::MaxProductsPerFeed>,
		ValueQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxProductsPerFeed::get() > 0, "no product could be listed");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// List a product: one asset, decided by one trigger or by people.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// A product is for sale as soon as a pool gives it a weight. If it has a trigger, the
		/// trigger must also be ready. The decision, the risk class, the asset and the group never
		/// change. The terms and the facts can change, for new cover only.
		///
		/// ## Parameters
		/// - `listing`: the product in full:
		///   - `asset`: the asset of premium, cover and payout. The pools must accept it.
		///   - `group`: the correlation group. Products that are expected to fail together share
		///     one.
		///   - `class`: the kind of risk. Its rules make the price, see `set_class_rules`.
		///   - `name`: the displayed name, in UTF-8, 1 to 64 bytes.
		///   - `uri`: the place of the wording, in UTF-8, 1 to 256 bytes. Its hash is in the terms.
		///   - `decision`: `Trigger` or `Assessment`. `Trigger` names one to three feeds, the side,
		///     the threshold (in 10^-18), the window of the average (1 minute to 6 hours, in
		///     milliseconds) and the duration of a breach (1 hour to 30 days, in milliseconds). The
		///     feeds are `One`, or two or three as `All` or `Any`: with `All` a breach lasts only
		///     while all feeds are in one, with `Any` as long as one feed is. `Assessment` names
		///     the chain on which the insured accounts are. From now on heartbeat, count of
		///     operators and largest price of the feeds stay as they are. A feed without rules of
		///     its own gets those that are governed for all.
		///   - `facts`: the known facts: audits, the day of the deployment (since 1970, not in the
		///     future), the bounty and the amount at stake (in the asset's units), past incidents,
		///     and the day on which all of this was last reviewed (not in the future).
		///   - `terms`: the first version of the terms. Periods are 1 to 365 days and longer than
		///     waiting. Waiting is at most 30 days, grace at most 60 days. Coinsurance is below 100
		///     %. Cancel fee and highest commission are at most 10 %. The limit of all policies is
		///     not below the smallest cover. The deductible is below the payout of the smallest
		///     cover. Where people assess, the payout is `Full` and the volatility zero.
		///
		/// ## Errors
		/// - [`Error::NameUnreadable`]: If the name is empty or not UTF-8.
		/// - [`Error::UriUnreadable`]: If the place of the wording is empty or not UTF-8.
		/// - [`Error::TriggerOutOfRange`]: If threshold, window or duration of the trigger is out
		///   of bounds.
		/// - [`Error::FeedNamedTwice`]: If the trigger names a feed twice.
		/// - [`Error::WaitingOutOfRange`]: If the waiting time is above 30 days.
		/// - [`Error::GraceOutOfRange`]: If the grace is above 60 days.
		/// - [`Error::PeriodOutOfRange`]: If the periods are not from 1 to 365 days, in their
		///   order, and longer than waiting.
		/// - [`Error::CoverLimitsOutOfRange`]: If the smallest cover is zero, above the largest, or
		///   above the limit of all policies.
		/// - [`Error::CoinsuranceOutOfRange`]: If the coinsurance is 100 %.
		/// - [`Error::CancelFeeOutOfRange`]: If the cancel fee is above 10 %.
		/// - [`Error::CommissionOutOfRange`]: If the highest commission is above 10 %.
		/// - [`Error::DeductibleOutOfRange`]: If the deductible takes the whole payout of the
		///   smallest cover.
		/// - [`Error::PriceOutOfRange`]: If a number of the price is out of bounds.
		/// - [`Error::PayoutOutOfRange`]: If the payout is not on the trigger's side of the
		///   threshold, or is not `Full` where people assess.
		/// - [`Error::FactsOutOfRange`]: If the day of the deployment or of the review has not
		///   come.
		/// - [`Error::ThresholdOutOfReach`]: If the threshold, or for a breach above the
		///   exhaustion, is not below the largest price of each feed.
		/// - [`Error::TooManyProductsOnFeed`]: If one of the feeds is watched by the most products
		///   that are allowed.
		/// - The error of the pools, if they do not accept the asset.
		///
		/// ## Events
		/// - [`Event::ProductListed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::list_product().saturating_add(Pallet::<T>::binding_weight()))]
		pub fn list_product(origin: OriginFor<T>, listing: Box<Listing>) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_list_product(*listing).map(|_| ())
		}

		/// Sell new cover on a product under new terms.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// Policies in force keep the version they were bought under.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `terms`: the new terms, within the bounds named at `list_product`.
		/// - `uri`: the place of their wording, in UTF-8, 1 to 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::ProductRetired`]: If the product is retired or delisted.
		/// - [`Error::NothingToChange`]: If terms and wording are the current ones.
		/// - [`Error::UriUnreadable`]: If the place of the wording is empty or not UTF-8.
		/// - [`Error::WaitingOutOfRange`]: If the waiting time is above 30 days.
		/// - [`Error::GraceOutOfRange`]: If the grace is above 60 days.
		/// - [`Error::PeriodOutOfRange`]: If the periods are not from 1 to 365 days, in their
		///   order, and longer than waiting.
		/// - [`Error::CoverLimitsOutOfRange`]: If the smallest cover is zero, above the largest, or
		///   above the limit of all policies.
		/// - [`Error::CoinsuranceOutOfRange`]: If the coinsurance is 100 %.
		/// - [`Error::CancelFeeOutOfRange`]: If the cancel fee is above 10 %.
		/// - [`Error::CommissionOutOfRange`]: If the highest commission is above 10 %.
		/// - [`Error::DeductibleOutOfRange`]: If the deductible takes the whole payout of the
		///   smallest cover.
		/// - [`Error::PriceOutOfRange`]: If a number of the price is out of bounds.
		/// - [`Error::PayoutOutOfRange`]: If the payout is not on the trigger's side of the
		///   threshold, or is not `Full` where people assess.
		/// - [`Error::ThresholdOutOfReach`]: If the exhaustion of a breach above is not below the
		///   largest price of each feed.
		///
		/// ## Events
		/// - [`Event::TermsUpdated`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::update_terms().saturating_add(Pallet::<T>::reaching_weight()))]
		pub fn update_terms(
			origin: OriginFor<T>,
			product: ProductId,
			terms: Terms,
			uri: WordingUri,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_update_terms(product, terms, uri)
		}

		/// Open a product for sale, pause or retire it.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// Only sales change. Cover in force goes on to its end. Retiring is final.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `status`: `Active`, `Paused` or `Retired`.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::NothingToChange`]: If the product has this status.
		/// - [`Error::ProductRetired`]: If the product is retired or delisted, which is final.
		/// - [`Error::NotRetired`]: If `status` is `Delisted`. A retired product is delisted by
		///   `delist`.
		///
		/// ## Events
		/// - [`Event::StatusSet`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_status())]
		pub fn set_status(origin: OriginFor<T>, product: ProductId, status: ProductStatus) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_status(product, status)
		}

		/// Set the known facts about the risk that a product covers.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// Only new prices change. The product counts its own upheld incidents among the past ones
		/// when they are settled. The number of past incidents never falls: if the facts name
		/// fewer, that of now stays, as the event shows.
		///
		/// The day of the review is a fact too. A referendum that reviews facts and finds them
		/// unchanged sets it to the day of the review. Facts that are not reviewed for longer than
		/// their risk class allows raise the price, and keep the product from the reserve.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `facts`: audits, the day of the deployment (since 1970), the bug bounty and the amount
		///   at stake with which it is compared, past incidents, and the day of the review (since
		///   1970). The amount at stake is that which the covered protocol holds. Bounty and amount
		///   are in the units of the product's asset.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::ProductRetired`]: If the product is retired or delisted.
		/// - [`Error::NothingToChange`]: If the facts are the current ones, or name fewer incidents
		///   alone.
		/// - [`Error::OlderReview`]: If the day of the review is before the one of now.
		/// - [`Error::FactsOutOfRange`]: If the day of the deployment or of the review has not
		///   come.
		///
		/// ## Events
		/// - [`Event::FactsUpdated`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::update_facts())]
		pub fn update_facts(origin: OriginFor<T>, product: ProductId, facts: RiskFacts) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_update_facts(product, facts)
		}

		/// Set the rules that make the prices of a risk class, in 10^-18 (times in days).
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// Only new prices change. The annual rate is expected losses × audits × age × bounty ×
		/// incidents × review × the part that a loss takes × the margin. It is at least `floor`,
		/// and for a trigger at least the option × the margin. `review_days` also says how long a
		/// product can be admitted to the reserve after a review.
		///
		/// ## Parameters
		/// - `class`: the risk class.
		/// - `rules`: the numbers, in 10^-18 but for `age_span`, `review_days` and `stale_span`,
		///   which are in days.
		///   - `rate`: expected losses a year, at most ten.
		///   - `severity`: the part of the cover that one loss takes, at most one.
		///   - `margin`: the multiple asked for the expected loss and for the option, one to ten.
		///   - `floor`: the lowest annual rate, at most 1,000.
		///   - `audit_step`: the part that each audit takes off, at most one.
		///   - `least_audits`: the smallest factor of audits, above zero and at most one.
		///   - `age_new`: the factor of age on the first day, at least `age_old` and at most ten.
		///   - `age_old`: the factor of age in the end, above zero.
		///   - `age_span`: the **days** between the two, above zero.
		///   - `bounty_full`: the part of the amount at stake from which on a larger bounty counts
		///     no more, above zero and at most one.
		///   - `least_bounty`: the smallest factor of the bounty, above zero and at most one.
		///   - `incident_step`: the part that each past incident adds, at most ten.
		///   - `most_incidents`: the largest factor of past incidents, one to ten.
		///   - `review_days`: the **days** after a review in which facts are not stale, above zero.
		///   - `stale_most`: the largest factor of stale facts, one to ten.
		///   - `stale_span`: the **days** over which that factor rises from one, above zero.
		///
		/// ## Errors
		/// - [`Error::NothingToChange`]: If the rules are those that hold.
		/// - [`Error::RulesOutOfRange`]: If a number is out of its range.
		///
		/// ## Events
		/// - [`Event::ClassRulesSet`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_class_rules())]
		pub fn set_class_rules(origin: OriginFor<T>, class: RiskClass, rules: ClassRules) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_class_rules(class, rules)
		}

		/// Propose a product with a deposit in the native token, for a referendum to approve it.
		///
		/// ## Dispatch Origin
		/// Any signed account, which becomes the sponsor.
		///
		/// ## Details
		/// The listing is checked at once as if the product were listed now. A deposit in the
		/// native token is held until the proposal is withdrawn or rejected. If the proposal is
		/// approved, the deposit is held until the product is delisted. A proposal never changes,
		/// and its number is never used again.
		///
		/// ## Parameters
		/// - `listing`: the product, as for `list_product`.
		///
		/// ## Errors
		/// - Those of `list_product`.
		/// - [`Error::CannotHoldDeposit`]: If the native tokens for the deposit are missing.
		///
		/// ## Events
		/// - [`Event::ProductProposed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::propose_product().saturating_add(Pallet::<T>::binding_weight()))]
		pub fn propose_product(origin: OriginFor<T>, listing: Box<Listing>) -> DispatchResult {
			let sponsor = ensure_signed(origin)?;
			Self::do_propose_product(sponsor, *listing)
		}

		/// List a proposed product.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// The listing is checked again. The sponsor's deposit stays with the product.
		///
		/// ## Parameters
		/// - `proposal`: the proposal.
		///
		/// ## Errors
		/// - [`Error::UnknownProposal`]: If there is no such proposal.
		/// - Those of `list_product`.
		///
		/// ## Events
		/// - [`Event::ProductListed`] and [`Event::ProposalApproved`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::approve_product().saturating_add(Pallet::<T>::binding_weight()))]
		pub fn approve_product(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve_product(proposal)
		}

		/// Withdraw your proposal, or reject one by referendum.
		///
		/// ## Dispatch Origin
		/// The sponsor, or a referendum (`AdminOrigin`).
		///
		/// ## Details
		/// The deposit goes back to the sponsor.
		///
		/// ## Parameters
		/// - `proposal`: the proposal.
		///
		/// ## Errors
		/// - [`Error::UnknownProposal`]: If there is no such proposal.
		/// - [`Error::NotSponsor`]: If the caller is neither its sponsor nor a referendum.
		///
		/// ## Events
		/// - [`Event::ProposalWithdrawn`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let who = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_withdraw_proposal(who, proposal)
		}

		/// Take a retired product off its feeds, so that another has its places.
		///
		/// ## Dispatch Origin
		/// Any signed account. Free if the product is delisted.
		///
		/// ## Details
		/// The product must be retired, without an open incident, and the record of its last policy
		/// removed. Its own record and its terms stay for history. If it had a sponsor, their
		/// deposit goes back.
		///
		/// ## Parameters
		/// - `product`: the product.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product.
		/// - [`Error::NotRetired`]: If the product is not retired, or is delisted already.
		/// - `IncidentOpen` or `PoliciesLeft` of the policies, if the product is still used.
		///
		/// ## Events
		/// - [`Event::Delisted`], and later `ProductUnwatched` of the triggers if it had a trigger.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::delist())]
		pub fn delist(origin: OriginFor<T>, product: ProductId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_delist(product)?;
			Ok(Pays::No.into())
		}

		/// Set the least age, audits and bounty for a risk class behind the reserve.
		///
		/// ## Dispatch Origin
		/// A referendum (`AdminOrigin`).
		///
		/// ## Details
		/// The reserve admits no pool with a product that does not meet the rules of its class, or
		/// whose facts are stale. A pool that is admitted adds no such product, and raises no
		/// weight of one. Weights that were set before stay, and cover goes on being sold under
		/// them.
		///
		/// ## Parameters
		/// - `class`: the risk class.
		/// - `rules`: the requirements.
		///   - `min_age`: the least age in **days** since the deployment, at most 3,650.
		///   - `min_audits`: the least number of audits that count, at most 20.
		///   - `min_bounty`: the least bounty, as a part of the amount at stake in 10^-18, at most
		///     one. If it is above zero, the amount at stake must be known.
		///
		/// ## Errors
		/// - [`Error::NothingToChange`]: If the rules are those that hold.
		/// - [`Error::RulesOutOfRange`]: If a number is out of its range.
		///
		/// ## Events
		/// - [`Event::AdmissionRulesSet`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_admission_rules())]
		pub fn set_admission_rules(
			origin: OriginFor<T>,
			class: RiskClass,
			rules: AdmissionRules,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_admission_rules(class, rules)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Returns the products that sponsors propose, the newest first, with their sponsors. At
		/// most `limit` (and 16) of them; zero is 16. The next page comes after the last one of
		/// this.
		pub fn proposals(after: Option<ProposalId>, limit: u32) -> Vec<(ProposalId, T::AccountId, Listing)> {
			Self::do_proposals(after, limit)
		}
	}
}
