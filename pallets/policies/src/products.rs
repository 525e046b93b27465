//! Listing products, changing their terms and status.

use crate::{pallet::*, Product, ProductName};
use breakwater_math::barrier::{MAX_PRICE, MAX_VOLATILITY, MIN_VOLATILITY};
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::{ArithmeticError, PerThing, Permill};

/// Milliseconds in a minute.
const MINUTE: Moment = 60 * SECOND;
/// Milliseconds in an hour.
const HOUR: Moment = 60 * MINUTE;
/// The bounds of a sold period.
const PERIOD: core::ops::RangeInclusive<Moment> = DAY..=365 * DAY;
/// The bounds of the window of an average. The log of a feed's price spans the longest window, also if the price changes in every block.
const WINDOW: core::ops::RangeInclusive<Moment> = MINUTE..=MAX_WINDOW;
/// The bounds of how long a breach has to last.
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
/// The highest multiple of the base rate. With it and `MAX_BASE` no price overflows but by the premium itself.
const MAX_MULTIPLE: u128 = 1_000 * ONE;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_list_product(
		asset: AssetId,
		group: GroupId,
		name: ProductName,
		trigger: Trigger,
		terms: Terms,
	) -> DispatchResult {
		ensure!(!name.is_empty() && core::str::from_utf8(&name).is_ok(), Error::<T>::BadName);
		Self::check_trigger(&trigger)?;
		Self::check_terms(&trigger, &terms)?;
		let product = NextProduct::<T>::get();
		let next = product.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let mut watching = OnFeed::<T>::get(trigger.feed);
		watching.try_push(product).map_err(|_| Error::<T>::TooManyProductsOnFeed)?;

		T::Underwriting::register_product(product, asset.clone(), group)?;
		let version: TermsVersion = 1;
		NextProduct::<T>::put(next);
		OnFeed::<T>::insert(trigger.feed, watching);
		TermsOf::<T>::insert(product, version, terms);
		Products::<T>::insert(
			product,
			Product {
				asset: asset.clone(),
				group,
				trigger,
				status: ProductStatus::Active,
				version,
				name: name.clone(),
			},
		);
		Self::deposit_event(Event::ProductListed { product, asset, group, name, trigger, version, terms });
		Ok(())
	}

	pub(crate) fn do_update_terms(product: ProductId, terms: Terms) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(listed.status != ProductStatus::Retired, Error::<T>::ProductRetired);
		let old = TermsOf::<T>::get(product, listed.version).ok_or(Error::<T>::TermsMissing)?;
		ensure!(old != terms, Error::<T>::NothingToChange);
		Self::check_terms(&listed.trigger, &terms)?;

		let old_version = listed.version;
		let new_version = old_version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		listed.version = new_version;
		TermsOf::<T>::insert(product, new_version, terms);
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::TermsUpdated { product, old_version, new_version, old, new: terms });
		Ok(())
	}

	pub(crate) fn do_set_status(product: ProductId, new: ProductStatus) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		let old = listed.status;
		ensure!(old != new, Error::<T>::NothingToChange);
		ensure!(old != ProductStatus::Retired, Error::<T>::ProductRetired);
		listed.status = new;
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::StatusSet { product, old, new });
		Ok(())
	}

	/// Whether a trigger is within the hard bounds.
	pub(crate) fn check_trigger(trigger: &Trigger) -> Result<(), Error<T>> {
		let good = (1..=MAX_PRICE).contains(&trigger.threshold)
			&& WINDOW.contains(&trigger.window)
			&& DURATION.contains(&trigger.duration);
		ensure!(good, Error::<T>::BadTrigger);
		Ok(())
	}

	/// Whether terms are within the hard bounds and fit the trigger.
	pub(crate) fn check_terms(trigger: &Trigger, terms: &Terms) -> Result<(), Error<T>> {
		ensure!(terms.waiting <= MAX_WAITING, Error::<T>::BadWaiting);
		ensure!(terms.grace <= MAX_GRACE, Error::<T>::BadGrace);
		let periods = PERIOD.contains(&terms.min_period)
			&& PERIOD.contains(&terms.max_period)
			&& terms.min_period <= terms.max_period
			&& terms.waiting < terms.min_period;
		ensure!(periods, Error::<T>::BadPeriod);
		ensure!(0 < terms.min_cover && terms.min_cover <= terms.max_cover, Error::<T>::BadCoverRange);
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
			&& (MIN_VOLATILITY..=MAX_VOLATILITY).contains(&price.volatility);
		ensure!(priced, Error::<T>::BadPrice);
		let pays = match (terms.payout, trigger.direction) {
			(Payout::Full, _) => true,
			(Payout::Linear { attachment, exhaustion }, Direction::Below) => {
				exhaustion < attachment && attachment <= trigger.threshold
			}
			(Payout::Linear { attachment, exhaustion }, Direction::Above) => {
				exhaustion > attachment && attachment >= trigger.threshold
			}
		};
		ensure!(pays, Error::<T>::BadPayout);
		Ok(())
	}
}
