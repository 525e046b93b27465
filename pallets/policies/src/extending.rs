// SPDX-License-Identifier: Apache-2.0

//! The extension of a policy, by its holder or by a renewal.

use crate::{
	buying::mean,
	cost::refused,
	pallet::*,
	pricing::{Market, Shelf},
	renewals::LEAD,
	types::PackedStream,
	weights::WeightInfo,
};
use alloc::vec::Vec;
use breakwater_math::price::premium;
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResultWithPostInfo, storage::with_storage_layer};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The price and the ends of a policy that lasts longer.
pub(crate) struct Extension {
	/// The premium.
	pub premium: Balance,
	/// The base rate of the time that is added and its surcharge, in millionths a year.
	pub rates: (u32, u32),
	/// The part of the premium that each pool gets.
	pub placement: Vec<Placed>,
	/// The time when cover ends then, in wall-clock time.
	pub ends_at: Moment,
	/// The time when the right to claim ends then, in active time.
	pub expires: Moment,
}

impl<T: Config> Pallet<T> {
	/// Let a policy last longer by `time`.
	pub(crate) fn do_extend(
		who: T::AccountId,
		id: PolicyId,
		time: Moment,
		max_premium: Balance,
	) -> DispatchResultWithPostInfo {
		let mut policy = Self::own_policy(&who, id).map_err(Self::refused_at_look)?;
		let product = policy.product;
		let shelf = Self::shelf_of(&policy, Sale::New).map_err(Self::refused_at_shelf(product))?;
		let extension = Self::priced_extension(&policy, &shelf, time, Sale::New, max_premium)
			.map_err(Self::refused_at_price(product, CoverWork::Extend))?;

		let used = Self::extension_weight(T::WeightInfo::extend(), &policy);
		with_storage_layer(|| {
			let money = Self::take_premium(&who, &shelf.listed.asset, extension.premium)?;
			Self::extend_by(id, &mut policy, extension, money, Sale::New)
		})
		.map_err(|error| refused(error, used))?;
		// A holder who extends by hand keeps earlier renewals.
		Renewed::<T>::remove(id);
		Policies::<T>::insert(id, policy);
		Ok(Some(used).into())
	}

	/// Returns the price of letting a policy last longer by `time`, at most `max_premium`, and its
	/// new ends. Rejected for less than a day, and if the policy would last longer than a new one
	/// could. A renewal is made up to [`LEAD`] before the end, so that it may last that much
	/// longer.
	pub(crate) fn priced_extension(
		policy: &PolicyOf<T>,
		shelf: &Shelf,
		time: Moment,
		sale: Sale,
		max_premium: Balance,
	) -> Result<Extension, DispatchError> {
		let ends_at = policy.ends_at.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let expires = policy.expires.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let old_left = policy.ends_at.checked_sub(shelf.now).ok_or(ArithmeticError::Underflow)?;
		let left = old_left.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let ahead = if sale == Sale::New { 0 } else { LEAD };
		let longest = shelf.terms.max_period.checked_add(ahead).ok_or(ArithmeticError::Overflow)?;
		ensure!(time >= DAY && left <= longest, Error::<T>::PeriodOutOfRange);
		let cover = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(cover > 0, Error::<T>::NothingLeft);
		let rate = shelf.extension_rate(old_left, time).ok_or(Error::<T>::NotPriced)?;
		// The cover is among the insured already.
		let others =
			Insured::<T>::get(policy.product).checked_sub(cover).ok_or(ArithmeticError::Underflow)?;
		let relief = Self::relief(policy.product, others, cover);
		let curve = shelf.relieved_curve(rate, relief).ok_or(Error::<T>::NotPriced)?;
		// The cover is in the exposure already, so that its price is the last part of the area. It
		// stays where it is, so that the other pools' capacity must not make it cheaper.
		let area = |market: &Market| {
			let before = market.exposure.checked_sub(cover)?;
			premium(&curve, &market.purchase(before, market.exposure, time))
		};
		let market = Self::market_for(policy.product, sale);
		let prices = area(&market).zip(area(&market.of_pools(&policy.allocations)));
		let (of_all, of_own) = prices.ok_or(Error::<T>::NoCapacity)?;
		let placed: Vec<_> = policy.allocations.iter().map(|part| (part.pool, part.cover)).collect();
		let parts = Balance::try_from(placed.len()).map_err(|_| ArithmeticError::Overflow)?;
		let premium = of_all.max(of_own).max(parts);
		ensure!(premium <= max_premium, Error::<T>::PremiumAboveLimit);
		let placement = Self::share_premium(premium, &placed)?;
		let rates = shelf.rates(rate).ok_or(Error::<T>::NotPriced)?;
		Ok(Extension { premium, rates, placement, ends_at, expires })
	}

	/// Have the pools of a policy back it until its new end, for its premium. To be run in a
	/// storage layer.
	pub(crate) fn extend_by(
		id: PolicyId,
		policy: &mut PolicyOf<T>,
		extension: Extension,
		mut money: CreditOf<T>,
		sale: Sale,
	) -> DispatchResult {
		let Extension { premium, rates: (base, surcharge), placement, ends_at, expires } = extension;
		let old_ends_at = policy.ends_at;
		let left = policy.ends_at.checked_sub(T::Clock::now()).ok_or(ArithmeticError::Underflow)?;
		let time = ends_at.checked_sub(policy.ends_at).ok_or(ArithmeticError::Underflow)?;
		let with_time = |old: u32, new: u32| mean((old, left.into()), (new, time.into()));
		let (product, old_expires) = (policy.product, policy.expires);
		let ends = Ends { expires: Active(expires), until: Wall(ends_at) };
		for (part, placed) in policy.allocations.iter_mut().zip(&placement) {
			let credit = money.extract(placed.premium);
			let extended =
				T::Underwriting::extend_cover(&part.backing(product, old_expires), credit, ends, sale);
			let stream = extended.map_err(|(error, _undone)| error)?;
			part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			part.surcharge = with_time(part.surcharge, surcharge)?;
		}
		ensure!(money.peek() == 0, Error::<T>::PremiumLeft);
		policy.base = with_time(policy.base, base)?;
		policy.ends_at = ends_at;
		policy.expires = expires;
		policy.premium = policy.premium.checked_add(premium).ok_or(ArithmeticError::Overflow)?;
		Self::deposit_event(Event::Extended {
			policy: id,
			premium,
			placement,
			old_ends_at,
			ends_at,
			expires,
		});
		Ok(())
	}
}
