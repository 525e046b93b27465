// SPDX-License-Identifier: Apache-2.0

//! The hard bounds of a listing and of terms.

use crate::{pallet::*, types::Listing};
use breakwater_math::claim;
use breakwater_primitives::*;
use frame_support::ensure;
use sp_runtime::Permill;

impl<T: Config> Pallet<T> {
	/// Checks that everything of a new product is within the hard bounds.
	pub(crate) fn check_listing(listing: &Listing) -> Result<(), Error<T>> {
		Self::check_name(&listing.name)?;
		Self::check_uri(&listing.uri)?;
		Self::check_decision(&listing.decision)?;
		Self::check_terms(&listing.decision, &listing.terms)?;
		Self::check_facts(&listing.facts)
	}

	/// Checks that a name is readable.
	fn check_name(name: &ProductName) -> Result<(), Error<T>> {
		ensure!(!name.is_empty() && core::str::from_utf8(name).is_ok(), Error::<T>::NameUnreadable);
		Ok(())
	}

	/// Checks that the place of a wording is readable.
	pub(crate) fn check_uri(uri: &WordingUri) -> Result<(), Error<T>> {
		ensure!(!uri.is_empty() && core::str::from_utf8(uri).is_ok(), Error::<T>::UriUnreadable);
		Ok(())
	}

	/// Checks that a decision is within the hard bounds.
	pub(crate) fn check_decision(decision: &Decision) -> Result<(), Error<T>> {
		match decision {
			Decision::Trigger(trigger) => Self::check_trigger(trigger),
			// Every chain is allowed.
			Decision::Assessment { .. } => Ok(()),
		}
	}

	/// Checks that a trigger is within the hard bounds.
	fn check_trigger(trigger: &Trigger) -> Result<(), Error<T>> {
		let good = Trigger::THRESHOLDS.contains(&trigger.threshold)
			&& Trigger::WINDOWS.contains(&trigger.window)
			&& Trigger::DURATIONS.contains(&trigger.duration);
		ensure!(good, Error::<T>::TriggerOutOfRange);
		ensure!(trigger.feeds.are_distinct(), Error::<T>::FeedNamedTwice);
		Ok(())
	}

	/// Checks that every feed of a trigger can have prices on both sides of all that the terms
	/// name. A feed's largest price stays as it is from the listing on.
	pub(crate) fn check_reach(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		let Some(trigger) = decision.trigger() else { return Ok(()) };
		let highest = trigger.highest(&terms.payout);
		let is_reached = |feed: FeedId| highest < T::Feed::largest(feed);
		ensure!(trigger.feeds.iter().all(is_reached), Error::<T>::ThresholdOutOfReach);
		Ok(())
	}

	/// Checks that terms are within the hard bounds and fit the decision.
	pub(crate) fn check_terms(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		ensure!(terms.waiting <= Terms::MAX_WAITING, Error::<T>::WaitingOutOfRange);
		ensure!(terms.grace <= Terms::MAX_GRACE, Error::<T>::GraceOutOfRange);
		let periods = Terms::PERIODS.contains(&terms.min_period)
			&& Terms::PERIODS.contains(&terms.max_period)
			&& terms.min_period <= terms.max_period
			&& terms.waiting < terms.min_period;
		ensure!(periods, Error::<T>::PeriodOutOfRange);
		let limits =
			0 < terms.min_cover && terms.min_cover <= terms.max_cover && terms.min_cover <= terms.max_total;
		ensure!(limits, Error::<T>::CoverLimitsOutOfRange);
		ensure!(terms.coinsurance < Permill::one(), Error::<T>::CoinsuranceOutOfRange);
		ensure!(terms.cancel_fee <= Terms::MAX_CANCEL_FEE, Error::<T>::CancelFeeOutOfRange);
		ensure!(terms.max_commission <= Terms::MAX_COMMISSION, Error::<T>::CommissionOutOfRange);
		// Rounded down, as the payout is.
		let payout = claim::insured(terms.min_cover, terms.coinsurance);
		ensure!(terms.deductible < payout, Error::<T>::DeductibleOutOfRange);
		let price = &terms.price;
		let priced = PriceTerms::BASES.contains(&price.base)
			&& !price.kink.is_zero()
			&& PriceTerms::MULTIPLES.contains(&price.at_kink)
			&& PriceTerms::MULTIPLES.contains(&price.at_full)
			&& price.at_kink <= price.at_full
			&& match decision {
				Decision::Trigger(_) => PriceTerms::VOLATILITIES.contains(&price.volatility),
				// There is no option.
				Decision::Assessment { .. } => price.volatility == 0,
			};
		ensure!(priced, Error::<T>::PriceOutOfRange);
		ensure!(terms.payout.fits(decision), Error::<T>::PayoutOutOfRange);
		Ok(())
	}
}
