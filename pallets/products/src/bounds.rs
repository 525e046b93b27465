// SPDX-License-Identifier: Apache-2.0

//! The hard bounds of a listing and of terms.

use crate::{pallet::*, types::Listing};
use breakwater_math::barrier::{MAX_VOLATILITY, MIN_VOLATILITY};
use breakwater_primitives::*;
use frame_support::ensure;
use sp_runtime::{PerThing, Permill};

/// Milliseconds in a minute.
const MINUTE: Moment = 60 * SECOND;
/// Milliseconds in an hour.
const HOUR: Moment = 60 * MINUTE;
/// The bounds of a sold period.
const PERIOD: core::ops::RangeInclusive<Moment> = DAY..=365 * DAY;
/// The bounds of the window of an average. The log of a feed's price spans the longest window, even
/// if the price changes in every block.
const WINDOW: core::ops::RangeInclusive<Moment> = MINUTE..=MAX_WINDOW;
/// The bounds of the duration of a breach.
const DURATION: core::ops::RangeInclusive<Moment> = HOUR..=30 * DAY;
/// The longest waiting time.
const MAX_WAITING: Moment = 30 * DAY;
/// The longest grace.
const MAX_GRACE: Moment = 60 * DAY;
/// The highest fee of cover that is given back.
const MAX_CANCEL_FEE: Permill = Permill::from_percent(10);
/// The highest commission of a distributor.
const MAX_COMMISSION: Permill = Permill::from_percent(10);
/// The highest annual rate at zero utilisation.
const MAX_BASE: u128 = ONE;
/// The highest multiple of the base rate. With it and `MAX_BASE` no price overflows but by the
/// premium itself.
const MAX_MULTIPLE: u128 = 1_000 * ONE;

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
		ensure!(!name.is_empty() && core::str::from_utf8(name).is_ok(), Error::<T>::BadName);
		Ok(())
	}

	/// Checks that the place of a wording is readable.
	pub(crate) fn check_uri(uri: &WordingUri) -> Result<(), Error<T>> {
		ensure!(!uri.is_empty() && core::str::from_utf8(uri).is_ok(), Error::<T>::BadUri);
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
		let good = (1..MAX_PRICE).contains(&trigger.threshold)
			&& WINDOW.contains(&trigger.window)
			&& DURATION.contains(&trigger.duration);
		ensure!(good, Error::<T>::BadTrigger);
		ensure!(trigger.feeds.are_distinct(), Error::<T>::FeedNamedTwice);
		Ok(())
	}

	/// Checks that every feed of a trigger can have prices on both sides of all that the terms
	/// name. A feed's largest price stays as it is from the listing on.
	pub(crate) fn check_reach(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		let Some(trigger) = decision.trigger() else { return Ok(()) };
		let furthest = match (trigger.direction, terms.payout) {
			(Direction::Above, Payout::Linear { exhaustion, .. }) => exhaustion.max(trigger.threshold),
			_ => trigger.threshold,
		};
		let is_reached = |feed: FeedId| furthest < T::Feed::largest(feed);
		ensure!(trigger.feeds.iter().all(is_reached), Error::<T>::OutOfReach);
		Ok(())
	}

	/// Checks that terms are within the hard bounds and fit the decision.
	pub(crate) fn check_terms(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		ensure!(terms.waiting <= MAX_WAITING, Error::<T>::BadWaiting);
		ensure!(terms.grace <= MAX_GRACE, Error::<T>::BadGrace);
		let periods = PERIOD.contains(&terms.min_period)
			&& PERIOD.contains(&terms.max_period)
			&& terms.min_period <= terms.max_period
			&& terms.waiting < terms.min_period;
		ensure!(periods, Error::<T>::BadPeriod);
		let limits =
			0 < terms.min_cover && terms.min_cover <= terms.max_cover && terms.min_cover <= terms.max_total;
		ensure!(limits, Error::<T>::BadCoverRange);
		ensure!(terms.coinsurance < Permill::one(), Error::<T>::BadCoinsurance);
		ensure!(terms.cancel_fee <= MAX_CANCEL_FEE, Error::<T>::BadCancelFee);
		ensure!(terms.max_commission <= MAX_COMMISSION, Error::<T>::BadCommission);
		// Rounded down, as the payout is.
		let payout = terms.coinsurance.left_from_one().mul_floor(terms.min_cover);
		ensure!(terms.deductible < payout, Error::<T>::BadDeductible);
		let price = &terms.price;
		let priced = 0 < price.base
			&& price.base <= MAX_BASE
			&& !price.kink.is_zero()
			&& ONE <= price.at_kink
			&& price.at_kink <= price.at_full
			&& price.at_full <= MAX_MULTIPLE
			&& match decision {
				Decision::Trigger(_) => (MIN_VOLATILITY..=MAX_VOLATILITY).contains(&price.volatility),
				// There is no option.
				Decision::Assessment { .. } => price.volatility == 0,
			};
		ensure!(priced, Error::<T>::BadPrice);
		let pays = match (terms.payout, decision) {
			(Payout::Full, _) => true,
			(Payout::Linear { attachment, exhaustion }, Decision::Trigger(trigger)) => {
				match trigger.direction {
					Direction::Below => exhaustion < attachment && attachment <= trigger.threshold,
					Direction::Above => exhaustion > attachment && attachment >= trigger.threshold,
				}
			}
			// A loss by ruling is an amount.
			(Payout::Linear { .. }, Decision::Assessment { .. }) => false,
		};
		ensure!(pays, Error::<T>::BadPayout);
		Ok(())
	}
}
