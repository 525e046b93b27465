// SPDX-License-Identifier: Apache-2.0

//! The receiver of incidents.

use crate::*;
use breakwater_math::bond;

impl<T: Config> OnIncident for Pallet<T> {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		Self::prepare(incident, product);
		T::DbWeight::get().reads_writes(2, 1)
	}

	fn referred(incident: IncidentId, _: ProductId) -> Weight {
		Self::begin(incident)
	}

	/// A report without a loss to speak of has failed: the freeze for it makes the next one dearer.
	fn totalled(incident: IncidentId, claimed: Balance, locked: Balance) -> Weight {
		if let Some(assessment) = Assessments::<T>::get(incident) {
			let bond = assessment.limits.locked_bond.deconstruct();
			if bond::is_slight(claimed, locked, bond.into()) {
				Self::remember_rejection(incident, &assessment);
			}
		}
		T::DbWeight::get().reads(1)
	}

	fn rejected(incident: IncidentId, _: ProductId) -> Weight {
		Self::end(incident);
		T::DbWeight::get().reads_writes(1, 1)
	}

	fn settled(incident: IncidentId, _: ProductId) -> Weight {
		Self::end(incident);
		T::DbWeight::get().reads_writes(1, 1)
	}

	fn closed(incident: IncidentId) -> Weight {
		if let Some(assessment) = Assessments::<T>::get(incident) {
			Self::remove_records(incident, assessment);
		}
		T::DbWeight::get().reads(1)
	}
}

/// The accounts with a bond on an incident are parties of its dispute.
impl<T: Config> Conflicts<T::AccountId> for Pallet<T> {
	fn is_party(subject: Subject, who: &T::AccountId) -> bool {
		let Subject::Incident(id) = subject else { return false };
		let is_reporter = Reports::<T>::get(id).is_some_and(|report| report.who == *who);
		is_reporter || Proposals::<T>::iter_prefix_values(id).any(|proposal| proposal.who == *who)
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_PROPOSALS).saturating_add(2))
	}
}
