// SPDX-License-Identifier: Apache-2.0

//! A listener of incidents that keeps a record of the hooks that it was told.

use breakwater_primitives::{IncidentId, Moment, OnIncident, OnReopening, ProductId};
use codec::{Decode, Encode};
use frame_support::{pallet_prelude::ValueQuery, storage_alias, weights::Weight};

/// A hook that the listener was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Told {
	/// An incident was opened.
	Opened(IncidentId, ProductId),
	/// An incident was rejected.
	Rejected(IncidentId, ProductId),
	/// An incident is inconclusive.
	Inconclusive(IncidentId, ProductId),
	/// Inconclusive incidents can be reported again until a moment.
	Reopenable(ProductId, Option<Moment>),
	/// An incident was settled.
	Settled(IncidentId, ProductId),
	/// An incident that waited is the open one.
	Next(IncidentId, ProductId),
}

#[storage_alias]
type Record = StorageValue<Fakes, Vec<Told>, ValueQuery>;

/// Returns all hooks so far, in order.
pub fn told() -> Vec<Told> {
	Record::get()
}

/// The listener. Each hook weighs [`TestIncidents::WEIGHT`].
pub struct TestIncidents;

impl TestIncidents {
	/// The weight of a hook.
	pub const WEIGHT: Weight = Weight::from_parts(1, 1);

	fn note(told: Told) -> Weight {
		Record::append(told);
		Self::WEIGHT
	}
}

impl OnIncident for TestIncidents {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		Self::note(Told::Opened(incident, product))
	}

	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		Self::note(Told::Rejected(incident, product))
	}

	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		Self::note(Told::Settled(incident, product))
	}

	fn next(incident: IncidentId, product: ProductId) -> Weight {
		Self::note(Told::Next(incident, product))
	}
}

impl OnReopening for TestIncidents {
	fn inconclusive(incident: IncidentId, product: ProductId, _: Moment) -> Weight {
		Self::note(Told::Inconclusive(incident, product))
	}

	fn reopenable(product: ProductId, until: Option<Moment>) -> Weight {
		Self::note(Told::Reopenable(product, until))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn record_should_keep_the_order() {
		sp_io::TestExternalities::default().execute_with(|| {
			assert_eq!(TestIncidents::opened(1, 2), TestIncidents::WEIGHT);
			TestIncidents::reopenable(2, None);
			TestIncidents::rejected(1, 2);
			assert_eq!(told(), [Told::Opened(1, 2), Told::Reopenable(2, None), Told::Rejected(1, 2)]);
		});
	}
}
