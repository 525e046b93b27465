// SPDX-License-Identifier: Apache-2.0

//! The course of incidents. Implemented by the pools and the policies, and called by the claims.

use crate::{IncidentId, Moment, ProductId};
use frame_support::weights::Weight;

/// Hooks for incidents and for the readiness of a trigger. Freezing and pinning cannot be refused.
/// The hooks therefore return only the weight.
pub trait OnIncident {
	/// An incident was opened on a product: sales, changes and withdrawals stop in this block, and
	/// exposure is pinned. It can be a second incident that waits behind the first. Both then share
	/// one pin, the larger.
	fn opened(incident: IncidentId, product: ProductId) -> Weight;
	/// An incident was rejected: its freeze and pins end.
	fn rejected(incident: IncidentId, product: ProductId) -> Weight;
	/// An incident ended without a choice. It counts as opened at active time `opened_active`. It
	/// is rejected too, and [`Self::rejected`] is called after this. It can however be opened
	/// again, and then finds everything as it was when it was first opened. Its pins stay without a
	/// freeze, and so do the policies' records, as long as [`Self::reopenable`] says.
	fn unchosen(_incident: IncidentId, _product: ProductId, _opened_active: Moment) -> Weight {
		Weight::zero()
	}
	/// Inconclusive incidents of the product can be opened again until active time `until`. It is
	/// the largest number while an incident of the product is open, whose end is reported in the
	/// same way. `None`: all of them are decided.
	fn reopenable(_product: ProductId, _until: Option<Moment>) -> Weight {
		Weight::zero()
	}
	/// Every pool an incident had pinned has been charged: the product's freeze ends.
	fn settled(incident: IncidentId, product: ProductId) -> Weight;
	/// The incident that waited behind one that has ended is the product's open one now.
	fn next(incident: IncidentId, product: ProductId) -> Weight;
	/// A product's trigger is armed with a full window of data, or no longer is.
	fn readiness(product: ProductId, ready: bool) -> Weight;
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl OnIncident for Tuple {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::opened(incident, product)); )* );
		weight
	}
	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::rejected(incident, product)); )* );
		weight
	}
	fn unchosen(incident: IncidentId, product: ProductId, opened_active: Moment) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::unchosen(incident, product, opened_active)); )* );
		weight
	}
	fn reopenable(product: ProductId, until: Option<Moment>) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::reopenable(product, until)); )* );
		weight
	}
	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::settled(incident, product)); )* );
		weight
	}
	fn next(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::next(incident, product)); )* );
		weight
	}
	fn readiness(product: ProductId, ready: bool) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::readiness(product, ready)); )* );
		weight
	}
}
