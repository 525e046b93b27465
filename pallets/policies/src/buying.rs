// SPDX-License-Identifier: Apache-2.0

//! The purchase of cover, and of more cover.

use crate::{
	cost::{refused, Refused},
	pallet::*,
	pricing::{Offer, Shelf},
	types::{Allocation, Depositor, Increase, LastRenewal, PackedStream},
	weights::WeightInfo,
	Policy,
};
use breakwater_math::statistics::weighted_mean;
use breakwater_primitives::{interest::InsuredAccount, *};
use codec::MaxEncodedLen;
use frame_support::{
	dispatch::{extract_actual_weight, GetDispatchInfo},
	ensure,
	pallet_prelude::DispatchResultWithPostInfo,
	storage::with_storage_layer,
	traits::{Consideration, Footprint},
	weights::Weight,
};
use sp_runtime::{traits::Dispatchable, ArithmeticError, DispatchError, DispatchResult, Permill};

/// Returns the mean of two rates by their weights, rounded up.
pub(crate) fn mean(one: (u32, u128), other: (u32, u128)) -> Result<u32, ArithmeticError> {
	// It fits always: only two weights of zero have no mean.
	weighted_mean(one, other).ok_or(ArithmeticError::DivisionByZero)
}

/// A sale whose price is agreed and not paid.
struct Deal<AccountId> {
	/// The policy, not backed yet.
	policy: Policy<AccountId, ()>,
	/// The quote.
	quote: Quote,
	/// The surcharge for the price's nearness to the threshold, in millionths a year.
	surcharge: u32,
	/// The account that a commission goes to.
	distributor: Option<AccountId>,
}

impl<T: Config> Pallet<T> {
	/// Returns the product of an order, if it is sold now and its terms allow the order.
	fn shelf_for(order: &Order<T::AccountId>, commission: Permill) -> Result<Shelf, DispatchError> {
		let shelf = Self::on_sale(order.product, Sale::New)?;
		ensure!(shelf.listed.version == order.version, Error::<T>::TermsChanged);
		Self::check_order(&shelf.terms, order.cover, order.period, commission)?;
		Self::check_insured_account(&shelf.listed.decision, order.insured_account.as_ref())?;
		Ok(shelf)
	}

	/// Returns the sale of an order, if it can be had for at most the premium that it allows.
	fn agree(
		buyer: &T::AccountId,
		order: &Order<T::AccountId>,
		beneficiary: Option<T::AccountId>,
	) -> Result<Deal<T::AccountId>, Refused> {
		let Order { product, version, cover, period, max_premium, ref commission, .. } = *order;
		let part = commission.as_ref().map_or(Permill::zero(), |commission| commission.part);
		let shelf = Self::shelf_for(order, part).map_err(Self::refused_at_shelf(product))?;
		let offer = Self::offer(product, shelf, cover, period, part)
			.map_err(Self::refused_at_price(product, CoverWork::Open))?;
		let Offer { quote, shelf, rates: (base, surcharge) } = offer;
		let total = quote.premium.checked_add(quote.commission).ok_or(ArithmeticError::Overflow)?;
		if total > max_premium {
			return Err(Self::refused_at_price(product, CoverWork::Open)(
				Error::<T>::PremiumAboveLimit.into(),
			));
		}
		let distributor = commission.as_ref().map(|commission| commission.distributor.clone());
		let distributor = distributor.filter(|_| quote.commission > 0);
		// The right to claim runs on active time: period and grace from now.
		let expires = T::Clock::active()
			.checked_add(period)
			.and_then(|end| end.checked_add(shelf.terms.grace))
			.ok_or(ArithmeticError::Overflow)?;
		let holder = beneficiary.unwrap_or_else(|| buyer.clone());
		let depositor = if holder == *buyer { Depositor::Holder } else { Depositor::Other(buyer.clone()) };
		let policy = Policy {
			holder,
			product,
			version,
			cover,
			premium: quote.premium,
			base,
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
		Ok(Deal { policy, quote, surcharge, distributor })
	}

	/// Sell a policy to `buyer`. Returns its id and the weight used. All or nothing, even outside
	/// of a transaction.
	pub(crate) fn do_buy(
		buyer: T::AccountId,
		order: &Order<T::AccountId>,
		beneficiary: Option<T::AccountId>,
	) -> Result<(PolicyId, Weight), Refused> {
		let Order { product, version, cover, max_premium, insured_account, .. } = *order;
		let Deal { mut policy, quote, surcharge, distributor } = Self::agree(&buyer, order, beneficiary)?;
		let used = Self::buy_weight(order, &quote);
		let id = NextPolicy::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let (holder, expires) = (policy.holder.clone(), policy.expires);
		with_storage_layer(|| {
			Self::back(&buyer, &mut policy, &quote, surcharge)?;
			if let Some(distributor) = distributor.clone() {
				let opened = Self::open_account(&buyer, &quote.asset)?;
				let paid = quote.premium.checked_add(quote.commission);
				let all = paid.and_then(|paid| paid.checked_add(opened)).ok_or(ArithmeticError::Overflow)?;
				ensure!(all <= max_premium, Error::<T>::PremiumAboveLimit);
				let money = Self::take_premium(&buyer, &quote.asset, quote.commission)?;
				Self::open_commission(id, distributor, money, cover, quote.ends_at)?;
			}
			if let Some(insured_account) = insured_account {
				InsuredAccounts::<T>::insert(id, insured_account);
			}
			let footprint = Self::footprint(distributor.is_some(), insured_account.is_some());
			let ticket = Self::hold_deposit(&buyer, footprint)?;
			NextPolicy::<T>::put(next);
			ByProduct::<T>::insert(product, id, ());
			ByHolder::<T>::insert(&holder, id, ());
			Policies::<T>::insert(id, policy.with_ticket(ticket));
			Ok::<_, DispatchError>(())
		})
		.map_err(|error| refused(error, used))?;
		let Quote { premium, commission, placement, starts_at, ends_at, .. } = quote;
		Self::deposit_event(Event::Bought {
			policy: id,
			buyer,
			holder,
			product,
			version,
			placement,
			cover,
			premium,
			commission,
			distributor,
			insured_account,
			starts_at,
			ends_at,
			expires,
		});
		Ok((id, used))
	}

	/// Checks that an insured account is named where people assess, and only there, and that it has
	/// a key to sign for it.
	fn check_insured_account(
		decision: &Decision,
		insured_account: Option<&InsuredAccount>,
	) -> Result<(), Error<T>> {
		match (decision, insured_account) {
			(Decision::Trigger(_), None) => Ok(()),
			(Decision::Trigger(_), Some(_)) => Err(Error::<T>::InsuredAccountNotNeeded),
			(Decision::Assessment { .. }, None) => Err(Error::<T>::InsuredAccountMissing),
			(Decision::Assessment { chain }, Some(insured_account)) => {
				ensure!(insured_account.chain() == *chain, Error::<T>::WrongChain);
				ensure!(insured_account.has_key(), Error::<T>::InsuredAccountKeyless);
				Ok(())
			}
		}
	}

	/// Returns the size of a policy's records: its own, its entries in the indices, those of a
	/// commission and of an insured account.
	fn footprint(has_commission: bool, has_insured_account: bool) -> Footprint {
		let ids = PolicyId::max_encoded_len();
		let index = T::AccountId::max_encoded_len().saturating_add(ids);
		let commission = if has_commission { EarningOf::<T>::max_encoded_len() } else { 0 };
		let insured_account = if has_insured_account { InsuredAccount::max_encoded_len() } else { 0 };
		// Saturation: a few hundred bytes.
		let bytes = PolicyOf::<T>::max_encoded_len().saturating_add(index).saturating_add(ids);
		// The record that a renewal leaves behind when it has ended.
		let bytes = bytes.saturating_add(LastRenewal::max_encoded_len());
		Footprint::from_parts(1, bytes.saturating_add(commission).saturating_add(insured_account))
	}

	/// Buy cover and make a call, or neither. Returns the weight of both.
	///
	/// The call is made with the origin of this call, so that a proxy may not do more here than
	/// elsewhere.
	pub(crate) fn do_buy_with(
		origin: T::RuntimeOrigin,
		buyer: T::AccountId,
		order: &Order<T::AccountId>,
		call: <T as Config>::RuntimeCall,
	) -> DispatchResultWithPostInfo {
		let info = call.get_dispatch_info();
		let most = Self::most_buy_weight(order);
		with_storage_layer(|| {
			// If the cover is rejected, the call is not made.
			let (_, buying) = Self::do_buy(buyer, order, None)
				.map_err(|refusal| refused(refusal.error, refusal.post_info.actual_weight.unwrap_or(most)))?;
			let made = call.dispatch(origin);
			let both = buying.saturating_add(extract_actual_weight(&made, &info));
			made.map(|_| Some(both).into()).map_err(|failure| refused(failure.error, both))
		})
	}

	/// Add cover to a policy, for the rest of its time.
	pub(crate) fn do_increase(
		who: T::AccountId,
		id: PolicyId,
		by: Balance,
		max_premium: Balance,
	) -> DispatchResultWithPostInfo {
		let mut policy = Self::own_policy(&who, id).map_err(Self::refused_at_look)?;
		let product = policy.product;
		let (shelf, starts_at) =
			Self::shelf_for_more(&mut policy, by).map_err(Self::refused_at_shelf(product))?;
		let old_cover = policy.cover;
		let new_cover = old_cover.checked_add(by).ok_or(ArithmeticError::Overflow)?;
		let quote = Self::quote_on(product, &shelf, by, starts_at, policy.ends_at, &policy.allocations)
			.map_err(Self::refused_at_price(product, CoverWork::Open))?;
		let premium = quote.premium;
		if premium > max_premium {
			return Err(Self::refused_at_price(product, CoverWork::Open)(
				Error::<T>::PremiumAboveLimit.into(),
			));
		}
		let (base, surcharge) = shelf.rates(quote.option_rate).ok_or(Error::<T>::NotPriced)?;
		let left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		policy.base = mean((policy.base, left), (base, by))?;
		policy.cover = new_cover;
		policy.premium = policy.premium.checked_add(premium).ok_or(ArithmeticError::Overflow)?;

		let backing = quote.placement.iter().map(|placed| placed.pool);
		let used = Self::priced_weight(T::WeightInfo::increase(), CoverWork::Open, product, backing);
		with_storage_layer(|| Self::back(&who, &mut policy, &quote, surcharge))
			.map_err(|error| refused(error, used))?;
		// A holder who buys more until the new end keeps it: their premium is not kept apart from
		// the renewal's.
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
		Ok(Some(used).into())
	}

	/// Returns a policy of `who`.
	pub(crate) fn own_policy(who: &T::AccountId, id: PolicyId) -> Result<PolicyOf<T>, Error<T>> {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == *who, Error::<T>::NotHolder);
		Ok(policy)
	}

	/// Returns the product of a policy, if `by` more of it is sold for the policy's rest, and the
	/// time when that begins. The increase is written into the policy.
	fn shelf_for_more(policy: &mut PolicyOf<T>, by: Balance) -> Result<(Shelf, Moment), DispatchError> {
		let shelf = Self::shelf_of(policy, Sale::New)?;
		let new_cover = policy.cover.checked_add(by).ok_or(ArithmeticError::Overflow)?;
		ensure!(by > 0 && new_cover <= shelf.terms.max_cover, Error::<T>::CoverOutOfRange);
		let starts_at = shelf.now.checked_add(shelf.terms.waiting).ok_or(ArithmeticError::Overflow)?;
		ensure!(starts_at < policy.ends_at, Error::<T>::TooLate);
		// The bound is that of everything that is sold: for less than a day the option's rate could
		// be above its cap, and the cover sold below its value.
		ensure!(policy.ends_at.checked_sub(shelf.now) >= Some(DAY), Error::<T>::TooLate);
		let increase = Increase { starts_at, cover: by };
		policy.increases.try_push(increase).map_err(|_| Error::<T>::TooManyIncreases)?;
		Ok((shelf, starts_at))
	}

	/// Returns the product of a policy, if it is on sale under the policy's own terms and the
	/// policy's cover has not ended.
	pub(crate) fn shelf_of(policy: &PolicyOf<T>, sale: Sale) -> Result<Shelf, DispatchError> {
		let shelf = Self::on_sale(policy.product, sale)?;
		ensure!(shelf.listed.version == policy.version, Error::<T>::TermsChanged);
		ensure!(shelf.now < policy.ends_at, Error::<T>::TooLate);
		Ok(shelf)
	}

	/// Move the premium of a quote from `payer` to the pools, and have them back the cover with a
	/// policy's other cover. To be run in a storage layer.
	fn back<Ticket>(
		payer: &T::AccountId,
		policy: &mut Policy<T::AccountId, Ticket>,
		quote: &Quote,
		surcharge: u32,
	) -> DispatchResult {
		let mut rest = Self::take_premium(payer, &quote.asset, quote.premium)?;
		// The sum of the placed cover is never above the ordered cover.
		let placed = quote.placement.iter().fold(0, |sum: Balance, part| sum.saturating_add(part.cover));
		Self::change_insured(policy.product, 0, placed);
		for Placed { pool, cover, premium } in &quote.placement {
			let credit = rest.extract(*premium);
			// On an error the layer undoes the withdrawal, so the credit that comes back with it is
			// let go.
			let ends = Ends { expires: Active(policy.expires), until: Wall(quote.ends_at) };
			let stream = T::Underwriting::open_cover(*pool, policy.product, *cover, credit, ends)
				.map_err(|(error, _undone)| error)?;
			let stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			Self::allocate(policy, Allocation { pool: *pool, cover: *cover, stream, surcharge })?;
		}
		ensure!(rest.peek() == 0, Error::<T>::PremiumLeft);
		Ok(())
	}

	/// Record that a product's policies have `less` of their cover left, and `more`.
	pub(crate) fn change_insured(product: ProductId, less: Balance, more: Balance) {
		Insured::<T>::mutate_exists(product, |slot| {
			// Saturation: the sum is that of the policies, each of which is part of it, and no pool
			// covers more than it has.
			let sum = slot.unwrap_or_default().saturating_sub(less).saturating_add(more);
			*slot = Some(sum).filter(|sum| *sum > 0);
		});
	}

	/// Hold the deposit for a record of a policy.
	pub(crate) fn hold_deposit(
		who: &T::AccountId,
		footprint: Footprint,
	) -> Result<T::RecordDeposit, Error<T>> {
		T::RecordDeposit::new(who, footprint).map_err(|_| Error::<T>::CannotHoldDeposit)
	}

	/// Add a pool's part to a policy. It joins the last part, if that is the same pool's and its
	/// premium streams alike. It never joins an earlier one: the order is that in which the parts
	/// come into force.
	fn allocate<Ticket>(policy: &mut Policy<T::AccountId, Ticket>, new: Allocation) -> DispatchResult {
		let merged = policy.allocations.last_mut().and_then(|last| {
			let stream = (last.pool == new.pool).then(|| last.stream.merge(new.stream))??;
			Some((last, stream))
		});
		match merged {
			Some((last, stream)) => {
				last.surcharge = mean((last.surcharge, last.cover), (new.surcharge, new.cover))?;
				last.cover = last.cover.checked_add(new.cover).ok_or(ArithmeticError::Overflow)?;
				last.stream = stream;
			}
			None => policy.allocations.try_push(new).map_err(|_| Error::<T>::TooManyAllocations)?,
		}
		Ok(())
	}
}
