//! Buying cover, and more of it.

use crate::{
	pallet::*,
	pricing::{Offer, Sale, Shelf},
	types::{Allocation, Depositor, Increase, PackedStream},
	weights::WeightInfo,
	Policy,
};
use breakwater_primitives::*;
use frame_support::{
	dispatch::{extract_actual_weight, GetDispatchInfo},
	ensure,
	pallet_prelude::DispatchResultWithPostInfo,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		Consideration, Footprint,
	},
};
use sp_runtime::{
	traits::Dispatchable, ArithmeticError, DispatchError, DispatchErrorWithPostInfo, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Sell a policy to `buyer`; its id. All or nothing, also when it is not called from a transaction.
	pub(crate) fn do_buy(
		buyer: T::AccountId,
		order: &Order,
		beneficiary: Option<T::AccountId>,
	) -> Result<PolicyId, DispatchError> {
		let Order { product, version, cover, period, max_premium } = *order;
		let Offer { quote, terms } = Self::do_quote(product, cover, period)?;
		ensure!(quote.version == version, Error::<T>::TermsChanged);
		ensure!(quote.premium <= max_premium, Error::<T>::PremiumAboveLimit);
		let id = NextPolicy::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		// The right to claim runs on active time: period and grace from now.
		let expires = T::Clock::active()
			.checked_add(period)
			.and_then(|end| end.checked_add(terms.grace))
			.ok_or(ArithmeticError::Overflow)?;
		let holder = beneficiary.unwrap_or_else(|| buyer.clone());
		let depositor = if holder == buyer { Depositor::Holder } else { Depositor::Other(buyer.clone()) };
		let mut policy = Policy {
			holder: holder.clone(),
			product,
			version,
			cover,
			premium: quote.premium,
			allocations: Default::default(),
			increases: Default::default(),
			starts_at: quote.starts_at,
			ends_at: quote.ends_at,
			expires,
			last_claim: None,
			open_claims: 0,
			depositor,
			ticket: (),
		};

		with_storage_layer(|| {
			Self::back(&buyer, &mut policy, &quote)?;
			let ticket = T::RecordDeposit::new(&buyer, Footprint::from_mel::<PolicyOf<T>>())?;
			NextPolicy::<T>::put(next);
			ByProduct::<T>::insert(product, id, ());
			ByHolder::<T>::insert(&holder, id, ());
			Policies::<T>::insert(id, policy.with_ticket(ticket));
			Ok::<_, DispatchError>(())
		})?;
		let Quote { premium, placement, starts_at, ends_at, .. } = quote;
		Self::deposit_event(Event::Bought {
			policy: id,
			buyer,
			holder,
			product,
			version,
			placement,
			cover,
			premium,
			starts_at,
			ends_at,
			expires,
		});
		Ok(id)
	}

	/// Buy cover and make a call, or neither. Returns what both weigh.
	///
	/// The call is made with the origin that came, so that what a proxy may not do it may not do here.
	pub(crate) fn do_buy_with(
		origin: T::RuntimeOrigin,
		buyer: T::AccountId,
		order: &Order,
		call: <T as Config>::RuntimeCall,
	) -> DispatchResultWithPostInfo {
		let info = call.get_dispatch_info();
		let made = with_storage_layer(|| {
			Self::do_buy(buyer, order, None)?;
			call.dispatch(origin)
		});
		let weight = Some(T::WeightInfo::buy().saturating_add(extract_actual_weight(&made, &info)));
		match made {
			Ok(_) => Ok(weight.into()),
			Err(DispatchErrorWithPostInfo { error, .. }) => {
				Err(DispatchErrorWithPostInfo { post_info: weight.into(), error })
			}
		}
	}

	/// Add cover to a policy, for the rest of its time.
	pub(crate) fn do_increase(
		who: T::AccountId,
		id: PolicyId,
		by: Balance,
		max_premium: Balance,
	) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == who, Error::<T>::NotHolder);
		let shelf = Self::shelf_of(&policy, Sale::New)?;
		let old_cover = policy.cover;
		let new_cover = old_cover.checked_add(by).ok_or(ArithmeticError::Overflow)?;
		ensure!(by > 0 && new_cover <= shelf.terms.max_cover, Error::<T>::CoverOutOfRange);
		let starts_at = shelf.now.checked_add(shelf.terms.waiting).ok_or(ArithmeticError::Overflow)?;
		ensure!(starts_at < policy.ends_at, Error::<T>::TooLate);
		// As everything that is sold: for less than a day the option's rate could be above its cap, and sold below its value.
		ensure!(policy.ends_at.checked_sub(shelf.now) >= Some(DAY), Error::<T>::TooLate);
		let quote =
			Self::quote_on(policy.product, &shelf, by, starts_at, policy.ends_at, &policy.allocations)?;
		let premium = quote.premium;
		ensure!(premium <= max_premium, Error::<T>::PremiumAboveLimit);
		policy
			.increases
			.try_push(Increase { starts_at, cover: by })
			.map_err(|_| Error::<T>::TooManyIncreases)?;
		policy.cover = new_cover;
		policy.premium = policy.premium.checked_add(premium).ok_or(ArithmeticError::Overflow)?;

		with_storage_layer(|| Self::back(&who, &mut policy, &quote))?;
		// Who buys more until the new end keeps it: what he pays is not told apart from the renewal's premium.
		Renewed::<T>::remove(id);
		Policies::<T>::insert(id, policy);
		let placement = quote.placement;
		Self::deposit_event(Event::Increased {
			policy: id,
			old_cover,
			new_cover,
			premium,
			placement,
			starts_at,
		});
		Ok(())
	}

	/// The product of a policy, if it is on sale under the policy's own terms and the policy's cover has not ended.
	pub(crate) fn shelf_of(policy: &PolicyOf<T>, sale: Sale) -> Result<Shelf, DispatchError> {
		let shelf = Self::on_sale(policy.product, sale)?;
		ensure!(shelf.listed.version == policy.version, Error::<T>::TermsChanged);
		ensure!(shelf.now < policy.ends_at, Error::<T>::TooLate);
		Ok(shelf)
	}

	/// Move the premium of a quote from `payer` to the pools, and have them back the cover with a policy's other cover. To
	/// be run in a storage layer.
	fn back<Ticket>(
		payer: &T::AccountId,
		policy: &mut Policy<T::AccountId, Ticket>,
		quote: &Quote,
	) -> DispatchResult {
		let mut rest = Self::take_premium(payer, &quote.asset, quote.premium)?;
		for Placed { pool, cover, premium } in &quote.placement {
			let credit = rest.extract(*premium);
			// On an error the layer undoes the withdrawal, so the credit that comes back with it is let go.
			let stream = T::Underwriting::open_cover(
				*pool,
				policy.product,
				*cover,
				credit,
				policy.expires,
				quote.ends_at,
			)
			.map_err(|(error, _undone)| error)?;
			let stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			Self::allocate(policy, Allocation { pool: *pool, cover: *cover, stream })?;
		}
		ensure!(rest.peek() == 0, Error::<T>::PremiumLeft);
		Ok(())
	}

	/// Premium on its way from `payer` to the pools.
	pub(crate) fn take_premium(
		payer: &T::AccountId,
		asset: &AssetId,
		premium: Balance,
	) -> Result<CreditOf<T>, DispatchError> {
		T::Assets::withdraw(
			asset.clone(),
			payer,
			premium,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
	}

	/// Add a pool's part to a policy. It joins the last one, if that is the same pool's and its premium streams alike; never
	/// an earlier one, as the order is that in which the parts come into force.
	fn allocate<Ticket>(policy: &mut Policy<T::AccountId, Ticket>, new: Allocation) -> DispatchResult {
		let merged = policy.allocations.last_mut().and_then(|last| {
			let stream = (last.pool == new.pool).then(|| last.stream.merge(new.stream))??;
			Some((last, stream))
		});
		match merged {
			Some((last, stream)) => {
				last.cover = last.cover.checked_add(new.cover).ok_or(ArithmeticError::Overflow)?;
				last.stream = stream;
			}
			None => policy.allocations.try_push(new).map_err(|_| Error::<T>::TooManyAllocations)?,
		}
		Ok(())
	}
}
