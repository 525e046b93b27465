//! Who chooses between the rulings on an incident: referenda, one for each choice.

use crate::{parameters::bounded, *};
use breakwater_primitives::{Adjudicator, IncidentId};
use frame_support::traits::{Get, StorePreimage};
use pallet_democracy::{ReferendumInfo, ReferendumInfoOf, VoteThreshold};
use sp_runtime::DispatchError;

/// Referenda that may be voted on at once for another case to begin: each block looks at all of them.
pub const MAX_OPEN_REFERENDA: u32 = 64;
/// Blocks that an approved choice may be late, because the blocks were full.
pub const SLACK: BlockNumber = 20;

/// Opens a referendum for each choice of a case, all in one block, decided by the majority of votes. What is approved comes
/// as `claims.adopt_ruling`, which a voter sees as the referendum's proposal.
///
/// A case is over when all its referenda are, and what was approved had the time to be enacted. If the enactment period is
/// made shorter meanwhile, a choice can come too late; then the case has chosen nothing, and is begun once more.
pub struct ByReferendum;

impl Adjudicator for ByReferendum {
	fn begin(incident: IncidentId, choices: u32) -> Result<u32, DispatchError> {
		let first = pallet_democracy::ReferendumCount::<Runtime>::get();
		let open = first.saturating_sub(pallet_democracy::LowestUnbaked::<Runtime>::get());
		if open.saturating_add(choices) > MAX_OPEN_REFERENDA {
			return Err(DispatchError::Exhausted);
		}
		for ruling in 0..choices {
			let call: RuntimeCall =
				breakwater_claims::Call::<Runtime>::adopt_ruling { incident, ruling }.into();
			let proposal = <Preimage as StorePreimage>::bound(call)?;
			Democracy::internal_start_referendum(
				proposal,
				VoteThreshold::SimpleMajority,
				bounded::EnactmentPeriod::get(),
			);
		}
		Ok(first)
	}

	fn is_over(case: u32, choices: u32) -> bool {
		let now = System::block_number();
		let late = bounded::EnactmentPeriod::get().saturating_add(SLACK);
		(case..case.saturating_add(choices)).all(|index| match ReferendumInfoOf::<Runtime>::get(index) {
			Some(ReferendumInfo::Ongoing(_)) => false,
			Some(ReferendumInfo::Finished { approved: true, end }) => now > end.saturating_add(late),
			// Not approved, or cancelled.
			Some(ReferendumInfo::Finished { approved: false, .. }) | None => true,
		})
	}
}
