// SPDX-License-Identifier: Apache-2.0

//! Inconclusive incidents. Implemented by the pools and the policies, and called by the assessment.

use crate::{IncidentId, Moment, ProductId};
use frame_support::weights::Weight;

/// Hooks for incidents that ended without a choice and can be reported again.
pub trait OnReopening {
	/// An incident is inconclusive. It counts as opened at active time `opened_active`. It is
	/// rejected too, after this. It can however be reported again, and then finds everything as it
	/// was when it was first opened. Its locks are kept without a freeze, as are the policies'
	/// records, as long as [`Self::reopenable`] says.
	fn inconclusive(incident: IncidentId, product: ProductId, opened_active: Moment) -> Weight;
	/// Inconclusive incidents of the product can be reported again until active time `until`. It is
	/// the largest number while an incident of the product is open, whose end is reported in the
	/// same way. `None`: all of them are decided.
	fn reopenable(product: ProductId, until: Option<Moment>) -> Weight;
	/// The most weight that one of the two can use.
	fn most_weight() -> Weight;
}

#[impl_trait_for_tuples::impl_for_tuples(2)]
impl OnReopening for Tuple {
	fn inconclusive(incident: IncidentId, product: ProductId, opened_active: Moment) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::inconclusive(incident, product, opened_active)); )* );
		weight
	}
	fn reopenable(product: ProductId, until: Option<Moment>) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::reopenable(product, until)); )* );
		weight
	}
	fn most_weight() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::most_weight()); )* );
		weight
	}
}
