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
		/// `Products` of the products.
		UnknownProduct,
		/// There is no policy with this id; it may have been pruned.
		UnknownPolicy,
		/// The product is paused or retired. Wait for a referendum to open it, or choose another.
		ProductNotForSale,
		/// The new value is the one that holds already.
		NothingToChange,
		/// An incident is open on the product. Try again when it is rejected or settled.
		IncidentOpen,
		/// The trigger has no full window of data, or has not re-armed after the last breach. Try
		/// again later.
		TriggerNotReady,
		/// Too few oracle operators are fresh on a feed of the trigger. Try again when all its
		/// feeds are.
		FeedStale,
		/// The price is at or beyond the trigger's threshold: one of several feeds, or all, as the
		/// trigger says. Try again when it recovers.
		FeedBreached,
		/// The cover is below `min_cover` or above `max_cover` of the terms.
		CoverOutOfRange,
		/// The period is below `min_period` or above `max_period` of the terms.
		PeriodOutOfRange,
		/// No pool of the product can back this cover now: its capital is used up, or it is frozen,
		/// not open or not accrued. Buy less, or accrue the product's pools.
		NoCapacity,
		/// The price of a feed is out of all bounds, so that the policy's option has no value.
		NotPriced,
		/// The premium is above the limit of the caller. Ask for a new quote.
		PremiumAboveLimit,
		/// Your account cannot pay in the product's asset: it holds too little, would be left below
		/// the asset's smallest balance, or is frozen. Get more of the asset, or buy less.
		CannotPay,
		/// Your account has not enough free native tokens (BRKW) for the deposit, which comes back
		/// later. Get more of them.
		CannotHoldDeposit,
		/// All policies of the product together would cover more than its terms allow. Buy less, or
		/// have the records of expired policies removed.
		TotalReached,
		/// The commission is above what the terms of the product allow.
		CommissionTooHigh,
		/// A product with a trigger covers no insured account: leave it out.
		InsuredAccountNotNeeded,
		/// Cover that people assess is for an insured account: name the account whose loss it
		/// covers.
		InsuredAccountMissing,
		/// The insured account is not on the product's chain.
		WrongChain,
		/// No key to the insured account exists, so that no claim could be signed.
		InsuredAccountKeyless,
		/// The policy has no commission.
		NoCommission,
		/// The commission has no earned part that is not paid out. Come back later.
		NothingEarned,
		/// The terms were changed since the quote. Ask for a new quote, and read its terms.
		TermsChanged,
		/// The policy can still be claimed on: its expiry, in active time, is not reached.
		NotExpired,
		/// A claim on the policy is neither paid nor given up. Have it paid first.
		ClaimOpen,
		/// Premium of the policy is not earned yet. Accrue its pool first.
		PremiumUnearned,
		/// The incident is not the one that is open on the policy's product.
		WrongIncident,
		/// The policy has a claim under this incident or a later one.
		AlreadyRegistered,
		/// The claim is zero.
		ZeroClaim,
		/// The claim is above the cover left.
		AboveCoverLeft,
		/// The policy is held by another account. Only its holder may change it.
		NotHolder,
		/// The policy's cover has ended or ends within a day, or the added cover would begin when
		/// it has ended. Buy a new policy.
		TooLate,
		/// The policy has the most increases that are allowed. Buy a new policy.
		TooManyIncreases,
		/// More pools would back the policy than are allowed. Buy a new policy, or less.
		TooManyAllocations,
		/// All of the policy's cover is claimed.
		NothingLeft,
		/// The refund is below the limit of the caller.
		RefundBelowLimit,
		/// The holder's account cannot receive the refund or the money in the renewal balance, or
		/// the pallet's account cannot receive the payment. Unblock the account, or have it exist
		/// in the asset.
		NotReceived,
		/// The premium is above what can be booked: 2^90 units on a day.
		PremiumTooLarge,
		/// The renewal balance would hold less than one renewal may cost, or holds less than it
		/// costs. Pay in more.
		RenewalBalanceTooSmall,
		/// The policy is not renewed and has no renewal balance. See the storage `Renewals`.
		NoRenewal,
		/// The next renewal of the policy is not due yet, or is not planned. See `policyState`.
		NotDue,
		/// A part of the premium was not placed. This is a fault of the chain: report it.
		PremiumLeft,
		/// A pool paid in another asset. This is a fault of the chain: report it.
		WrongAsset,
		/// The parts of a claim are not those of the policy's pools. This is a fault of the chain:
		/// report it.
		WrongShares,
		/// The terms of this version are not stored. This is a fault of the chain: report it.
		TermsMissing,
		/// The product has policies whose records are not removed. Prune them when they have
		/// expired.
		PoliciesLeft,
	}
}
