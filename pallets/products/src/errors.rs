// SPDX-License-Identifier: Apache-2.0

//! The errors of the calls.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reasons for which a call is rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no product with this id. See the event `ProductListed` or the storage
		/// `Products`.
		UnknownProduct,
		/// The product is retired or delisted, which is final. List a new one.
		ProductRetired,
		/// The new value is the one that holds already.
		NothingToChange,
		/// The name is empty or not UTF-8.
		NameUnreadable,
		/// The place of the wording is empty or not UTF-8.
		UriUnreadable,
		/// The covered thing was deployed, or its facts were reviewed, on a day that has not come.
		/// Days count from the beginning of 1970.
		FactsOutOfRange,
		/// The facts are of an earlier day than those of now. Facts do not go back to an older
		/// review.
		OlderReview,
		/// A number of the rules is out of its range. Each field names its own.
		RulesOutOfRange,
		/// The trigger is out of bounds: threshold above zero and below 2^80 (about 1.2 million),
		/// window from 1 minute to 6 hours, duration from 1 hour to 30 days.
		TriggerOutOfRange,
		/// The periods are out of bounds: from 1 to 365 days, the shortest not above the longest,
		/// and longer than the waiting time.
		PeriodOutOfRange,
		/// The waiting time is above 30 days.
		WaitingOutOfRange,
		/// The grace is above 60 days.
		GraceOutOfRange,
		/// The coinsurance is 100 %: no claim would ever be paid.
		CoinsuranceOutOfRange,
		/// The fee of cover that is given back is above 10 %.
		CancelFeeOutOfRange,
		/// The deductible takes the whole payout of the smallest cover.
		DeductibleOutOfRange,
		/// The smallest cover is zero, above the largest, or above the limit of all policies
		/// together.
		CoverLimitsOutOfRange,
		/// The price is out of bounds: base above 0 and at most 1, kink above 0, 1 <= at_kink <=
		/// at_full <= 1,000, and volatility from 0.0001 to 10, or zero where people assess (all in
		/// 10^-18).
		PriceOutOfRange,
		/// The payout curve is not on the trigger's side: for a breach below, exhaustion <
		/// attachment <= threshold; for a breach above, exhaustion > attachment >= threshold. Where
		/// people assess it must be `Full`.
		PayoutOutOfRange,
		/// A feed of the trigger never has a price as high as one that the terms name. The
		/// threshold, or for a breach above the exhaustion, is not below the feed's largest price
		/// (2^80, or the limit of its rules). No claim, or not all of it, would ever be paid.
		ThresholdOutOfReach,
		/// The trigger names a feed twice. Name different ones, or fewer.
		FeedNamedTwice,
		/// One of the feeds is watched by the most products that are allowed. Use another feed.
		TooManyProductsOnFeed,
		/// Your account has not enough free native tokens (BRKW) for the deposit, which comes back
		/// later. Get more of them.
		CannotHoldDeposit,
		/// The highest commission is above 10 %.
		CommissionOutOfRange,
		/// The wording of this version is not stored. This is a fault of the chain: report it.
		WordingMissing,
		/// There is no proposal with this id; it may have been approved or withdrawn.
		UnknownProposal,
		/// The proposal is another account's. Only its sponsor or a referendum may withdraw it.
		NotSponsor,
		/// The product is not retired, or is delisted already. Retire it by referendum first, then
		/// call `delist`.
		NotRetired,
	}
}
