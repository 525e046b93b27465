// SPDX-License-Identifier: Apache-2.0

//! The view of proposals.

use crate::{
	pallet::*,
	types::{Listing, Proposal, ProposalId},
};
use alloc::vec::Vec;

/// The most proposals on one page.
const MAX_PROPOSALS: u32 = 16;

impl<T: Config> Pallet<T> {
	/// Returns a page of proposals. All numbers of proposals are read and sorted, as storage
	/// has them in no order.
	pub(crate) fn do_proposals(
		after: Option<ProposalId>,
		limit: u32,
	) -> Vec<(ProposalId, T::AccountId, Listing)> {
		let mut ids: Vec<_> = Proposals::<T>::iter_keys()
			.filter(|proposal| after.is_none_or(|last| *proposal < last))
			.collect();
		ids.sort_unstable_by(|one, other| other.cmp(one));
		let shown = ids.into_iter().take(page(limit));
		shown
			.filter_map(|id| {
				let Proposal { sponsor, listing, .. } = Proposals::<T>::get(id)?;
				Some((id, sponsor, listing))
			})
			.collect()
	}
}

/// Returns the length of a page: `limit`, at most [`MAX_PROPOSALS`]; zero is that.
fn page(limit: u32) -> usize {
	let count = if limit == 0 { MAX_PROPOSALS } else { limit.min(MAX_PROPOSALS) };
	count.try_into().unwrap_or(usize::MAX)
}
