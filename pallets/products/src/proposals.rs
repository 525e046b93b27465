// SPDX-License-Identifier: Apache-2.0

//! Products that sponsors propose: a deposit, a listing that never changes, and a referendum that
//! approves just that.

use crate::{
	pallet::*,
	types::{Listing, Proposal, ProposalId},
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	storage::{with_transaction, TransactionOutcome},
	traits::{Consideration, Footprint},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_product(sponsor: T::AccountId, listing: Listing) -> DispatchResult {
		Self::try_list(&listing)?;
		let proposal = NextProposal::<T>::get();
		let next = proposal.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		let ticket = T::ListingDeposit::new(&sponsor, Footprint::from_mel::<ProposalOf<T>>())
			.map_err(|_| Error::<T>::CannotHoldDeposit)?;
		NextProposal::<T>::put(next);
		let record = Proposal { sponsor: sponsor.clone(), ticket, listing: listing.clone() };
		Proposals::<T>::insert(proposal, record);
		Self::deposit_event(Event::ProductProposed { proposal, sponsor, listing });
		Ok(())
	}

	/// List a proposed product. A listing that was good at the proposal may not be any more:
	/// everything is checked again. The deposit stays with the product.
	pub(crate) fn do_approve_product(proposal: ProposalId) -> DispatchResult {
		let Proposal { sponsor, ticket, listing } =
			Proposals::<T>::get(proposal).ok_or(Error::<T>::UnknownProposal)?;
		let product = Self::do_list_product(listing)?;
		Proposals::<T>::remove(proposal);
		Sponsors::<T>::insert(product, (sponsor.clone(), ticket));
		Self::deposit_event(Event::ProposalApproved { proposal, product, sponsor });
		Ok(())
	}

	/// Remove a proposal. `who` is its sponsor; `None` is a referendum.
	pub(crate) fn do_withdraw_proposal(who: Option<T::AccountId>, proposal: ProposalId) -> DispatchResult {
		let Proposal { sponsor, ticket, .. } =
			Proposals::<T>::get(proposal).ok_or(Error::<T>::UnknownProposal)?;
		let is_rejected = who.is_none();
		ensure!(who.is_none_or(|who| who == sponsor), Error::<T>::NotSponsor);
		ticket.drop(&sponsor)?;
		Proposals::<T>::remove(proposal);
		Self::deposit_event(Event::ProposalWithdrawn { proposal, sponsor, is_rejected });
		Ok(())
	}

	/// Checks that a product could be listed now, in all that `list_product` checks: it is listed,
	/// and that is undone.
	fn try_list(listing: &Listing) -> DispatchResult {
		with_transaction(|| TransactionOutcome::Rollback(Self::do_list_product(listing.clone()).map(|_| ())))
	}
}
