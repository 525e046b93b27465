// SPDX-License-Identifier: Apache-2.0

//! Fee routes: standing shares of what a protocol sends.

use crate::*;
use breakwater_primitives::{derived_account, AssetId, Balance, Income, ProductId, Source};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
	},
};

impl<T: Config> Pallet<T> {
	/// The account of a product's fee route. `None` cannot happen: `integrity_test` asserts it.
	pub fn route_account(product: ProductId) -> Option<T::AccountId> {
		derived_account(b"route", product)
	}

	/// Set or end the division of a route's money.
	pub(crate) fn do_set_route(
		who: T::AccountId,
		product: ProductId,
		route: Option<Route<T::AccountId>>,
	) -> DispatchResult {
		Self::ensure_sponsor(&who, product)?;
		ensure!(route.as_ref().is_none_or(Route::is_sound), Error::<T>::ShareTooHigh);
		ensure!(route.is_some() || Routes::<T>::contains_key(product), Error::<T>::NothingToChange);
		let account = Self::route_account(product).ok_or(Error::<T>::NoAccount)?;
		Routes::<T>::set(product, route.clone());
		Self::deposit_event(Event::RouteSet { product, account, route });
		Ok(())
	}

	/// Divide all the money of an asset on a route.
	pub(crate) fn do_pay_route(product: ProductId, asset: AssetId) -> DispatchResult {
		let Route { to_reserve, to_first_loss, rest_to } =
			Routes::<T>::get(product).ok_or(Error::<T>::NoRoute)?;
		let account = Self::route_account(product).ok_or(Error::<T>::NoAccount)?;
		let (expendable, polite) = (Preservation::Expendable, Fortitude::Polite);
		let amount = T::Assets::reducible_balance(asset.clone(), &account, expendable, polite);
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let all = T::Assets::withdraw(asset.clone(), &account, amount, Precision::Exact, expendable, polite)?;
		// Together at most one of the whole, and each is rounded down.
		let (for_reserve, rest) = all.split(to_reserve.mul_floor(amount));
		let (for_first_loss, mut rest) = rest.split(to_first_loss.mul_floor(amount));
		let receive = |credit| T::Income::receive(asset.clone(), Source::FeeRoute, credit);
		let reserve = Self::give(for_reserve, &mut rest, receive);
		let add = |credit| Self::add_to_first_loss(product, &asset, credit);
		let first_loss = Self::give(for_first_loss, &mut rest, add);
		let to_receiver = rest.peek();
		if to_receiver > 0 {
			T::Assets::resolve(&rest_to, rest).map_err(|_| Error::<T>::CannotReceive)?;
		}
		Self::deposit_event(Event::RoutePaid { product, asset, reserve, first_loss, rest: to_receiver });
		Ok(())
	}

	/// Put money to the first loss of a product, if its sponsor of now has one in this asset.
	fn add_to_first_loss(
		product: ProductId,
		asset: &AssetId,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let (Some(mut pledge), Some(account)) = (Pledges::<T>::get(product), Self::account()) else {
			return Err(credit);
		};
		let is_own = pledge.asset == *asset && Self::sponsor_of(product).as_ref() == Some(&pledge.sponsor);
		let Some(all) = pledge.amount.checked_add(credit.peek()).filter(|_| is_own) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		pledge.amount = all;
		Pledges::<T>::insert(product, pledge);
		Ok(())
	}

	/// Give a part of a route's money. What is not taken is added to the rest. Returns the amount
	/// that was taken.
	fn give(
		part: CreditOf<T>,
		rest: &mut CreditOf<T>,
		give: impl FnOnce(CreditOf<T>) -> Result<(), CreditOf<T>>,
	) -> Balance {
		let amount = part.peek();
		if amount == 0 {
			return 0;
		}
		match give(part) {
			Ok(()) => amount,
			Err(refused) => {
				// Both are of the same asset.
				if let Err(lost) = rest.subsume(refused) {
					log::error!(target: "runtime::sponsors", "a credit is lost: {:?}", lost.peek());
				}
				0
			}
		}
	}
}
