// SPDX-License-Identifier: Apache-2.0

//! Questions to the voters: the choice between the outcome proposals on an incident, or between the
//! claim and the decision on a report of a bug, where no panel of the court has chosen, and the
//! last appeals of the court. See [`crate::cases`].

use crate::{
	cases::{Matter, MAX_CASES, MAX_REFERENDA},
	configs::governance::MAX_SCHEDULED,
	parameters::bounded,
	*,
};
use breakwater_primitives::{Choice, Subject, MAX_CHOICES};
use codec::MaxEncodedLen;
use frame_support::{parameter_types, weights::Weight};
use pallet_democracy::WeightInfo as _;
use pallet_preimage::WeightInfo as _;
use sp_runtime::traits::Convert;

/// The places in a block's agenda that cases leave to public proposals and to calls that referenda
/// schedule. A block launches at most one public proposal.
pub const ROOM_FOR_OTHERS: u32 = 64;

const _: () =
	assert!(MAX_REFERENDA + ROOM_FOR_OTHERS <= MAX_SCHEDULED, "an agenda holds what can be approved");
const _: () = assert!(MAX_CASES * MAX_CHOICES >= MAX_REFERENDA, "referenda run out before cases do");

/// The call that a referendum on a choice is on, for voters to read.
pub struct AdoptOutcome;

impl Convert<(Matter, Choice), RuntimeCall> for AdoptOutcome {
	fn convert((matter, choice): (Matter, Choice)) -> RuntimeCall {
		match matter {
			Matter::Proposals(Subject::Incident(incident)) => {
				breakwater_assessment::Call::<Runtime>::adopt_outcome { incident, choice }.into()
			}
			Matter::Proposals(Subject::Report(report)) => {
				breakwater_bounties::Call::<Runtime>::adopt_decision { report, choice }.into()
			}
			Matter::LastAppeal { case, .. } => {
				breakwater_court::Call::<Runtime>::restore_choice { case, choice }.into()
			}
		}
	}
}

parameter_types! {
	/// The weight of a referendum that is opened, and of its preimage, which is asked for, noted,
	/// and given back. `fast_track` opens one as a call.
	pub ChoiceWeight: Weight = {
		type Preimages = weights::pallet_preimage::WeightInfo<Runtime>;
		type Referenda = weights::pallet_democracy::WeightInfo<Runtime>;
		// Two indices of pallet and call, a number, which is shorter than the matter, and a choice.
		let len = 2u32.saturating_add(<(Matter, Choice)>::max_encoded_len() as u32);
		Referenda::fast_track()
			.saturating_add(Preimages::request_preimage())
			.saturating_add(Preimages::note_requested_preimage(len))
			.saturating_add(Preimages::unrequest_preimage())
	};
}

impl cases::Config for Runtime {
	type ChoiceWeight = ChoiceWeight;
	type LeastTurnout = bounded::LeastTurnout;
	type Proposal = AdoptOutcome;
}
