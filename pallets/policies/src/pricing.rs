//! The quote: whether cover is for sale, which pool backs it and what it costs. Buying runs the same code.

use crate::{pallet::*, Product};
use breakwater_math::price::{base_part, premium, Curve, Purchase};
use breakwater_primitives::*;
use frame_support::ensure;
use sp_runtime::{traits::Zero, ArithmeticError, DispatchError, Permill};

/// A quote with the terms it rests on.
pub(crate) struct Offer {
	/// What the buyer is shown and charged.
	pub quote: Quote,
	/// The terms of the version in the quote.
	pub terms: Terms,
}

/// The place of new cover in one pool.
struct Placement {
	premium: Balance,
	pool: PoolId,
	purchase: Purchase,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
	) -> Result<Offer, DispatchError> {
		let listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		let terms = TermsOf::<T>::get(product, listed.version).ok_or(Error::<T>::TermsMissing)?;
		let now = T::Clock::now();
		Self::ensure_on_sale(product, &listed, now)?;
		ensure!((terms.min_cover..=terms.max_cover).contains(&cover), Error::<T>::CoverOutOfRange);
		ensure!((terms.min_period..=terms.max_period).contains(&period), Error::<T>::PeriodOutOfRange);

		// Capital is bound for the period and, on average, half the grace; rounded up, against the buyer.
		let bound = period.checked_add(terms.grace.div_ceil(2)).ok_or(ArithmeticError::Overflow)?;
		let curve = curve_of(&terms.price);
		let (best, room) = Self::place(product, &curve, cover, bound);
		let Placement { premium, pool, purchase } = best.ok_or(Error::<T>::NoCapacity)?;
		// Shown to people, rounded down. The capacity is not zero: there is a price.
		let utilisation = |exposure: Balance| Permill::from_rational(exposure, purchase.capacity);
		let quote = Quote {
			premium,
			asset: listed.asset,
			version: listed.version,
			pool,
			utilisation_before: utilisation(purchase.before),
			utilisation_after: utilisation(purchase.after),
			base_premium: base_part(&curve, &purchase).ok_or(ArithmeticError::Overflow)?,
			starts_at: now.checked_add(terms.waiting).ok_or(ArithmeticError::Overflow)?,
			ends_at: now.checked_add(period).ok_or(ArithmeticError::Overflow)?,
			room,
		};
		Ok(Offer { quote, terms })
	}

	/// Whether anything at all is sold on a product now.
	fn ensure_on_sale(product: ProductId, listed: &Product, now: Moment) -> Result<(), DispatchError> {
		ensure!(listed.status == ProductStatus::Active, Error::<T>::ProductNotForSale);
		ensure!(!OpenIncidents::<T>::contains_key(product), Error::<T>::IncidentOpen);
		ensure!(Ready::<T>::contains_key(product), Error::<T>::TriggerNotReady);
		// From values of any time: whether a halt has left too little data is what readiness says.
		let price = T::Feed::price(listed.trigger.feed, 0).ok_or(Error::<T>::FeedStale)?;
		ensure!(now < price.fresh_until, Error::<T>::FeedStale);
		let breached = match listed.trigger.direction {
			Direction::Below => price.value <= listed.trigger.threshold,
			Direction::Above => price.value >= listed.trigger.threshold,
		};
		ensure!(!breached, Error::<T>::FeedBreached);
		Ok(())
	}

	/// The cheapest pool for `cover` (of equally cheap ones the one with the lowest id), and the largest policy that any
	/// pool could back. A pool that is frozen, paused or not caught up takes no part, nor does one whose price does not
	/// fit 128 bits.
	fn place(
		product: ProductId,
		curve: &Curve,
		cover: Balance,
		time: Moment,
	) -> (Option<Placement>, Balance) {
		let mut best: Option<Placement> = None;
		let mut room = Balance::zero();
		for pool in T::Underwriting::pools_of(product) {
			let Ok(line) = T::Underwriting::line(pool, product) else { continue };
			room = room.max(line.room);
			if line.room < cover {
				continue;
			}
			let Some(after) = line.exposure.checked_add(cover) else { continue };
			let purchase = Purchase { before: line.exposure, after, capacity: line.capacity, time };
			let Some(premium) = premium(curve, &purchase) else { continue };
			if best.as_ref().is_none_or(|best| (premium, pool) < (best.premium, best.pool)) {
				best = Some(Placement { premium, pool, purchase });
			}
		}
		(best, room)
	}
}

/// The curve of a product's price.
fn curve_of(price: &PriceTerms) -> Curve {
	Curve { base: price.base, kink: price.kink, at_kink: price.at_kink, at_full: price.at_full }
}
