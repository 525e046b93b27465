// SPDX-License-Identifier: Apache-2.0

//! The course of incidents. Implemented by the pallets that react to it, and called by the claims.

use crate::{Balance, IncidentId, ProductId};
use frame_support::weights::Weight;

/// Hooks for incidents. Freezing and locking cannot be refused. The hooks therefore return only the
/// weight.
pub trait OnIncident {
	/// An incident was opened on a product: sales, changes and withdrawals stop in this block, and
	/// exposure is locked. It can be a second incident that waits behind the first. Both then share
	/// one lock, the larger.
	fn opened(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// An incident that people have to decide is the first of its product.
	fn referred(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// All claims of an upheld incident are known. Their sum is `claimed`, and `locked` is the most
	/// that they could have been.
	fn totalled(_incident: IncidentId, _claimed: Balance, _locked: Balance) -> Weight {
		Weight::zero()
	}
	/// An incident was rejected: its freeze and locks end.
	fn rejected(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// Every pool an incident had locked has been charged: the product's freeze ends.
	fn settled(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// Every pool that an incident had locked has its final settlement: none asks the reserve for
	/// it any more. Called after [`Self::settled`], in the same block unless a pool waits for older
	/// incidents.
	fn finalised(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// The most weight that [`Self::finalised`] uses.
	fn most_finalised() -> Weight {
		Weight::zero()
	}
	/// The incident that waited behind one that has ended is the product's first one now.
	fn next(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// An incident of a product, rejected or settled, is not open any more. It is called last,
	/// after [`Self::next`].
	fn ended(_incident: IncidentId, _product: ProductId) -> Weight {
		Weight::zero()
	}
	/// The most weight that [`Self::ended`] uses.
	fn most_ended() -> Weight {
		Weight::zero()
	}
	/// The records of an incident that ended long ago are gone.
	fn closed(_incident: IncidentId) -> Weight {
		Weight::zero()
	}
}

#[impl_trait_for_tuples::impl_for_tuples(6)]
impl OnIncident for Tuple {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::opened(incident, product)); )* );
		weight
	}
	fn referred(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::referred(incident, product)); )* );
		weight
	}
	fn totalled(incident: IncidentId, claimed: Balance, locked: Balance) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::totalled(incident, claimed, locked)); )* );
		weight
	}
	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::rejected(incident, product)); )* );
		weight
	}
	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::settled(incident, product)); )* );
		weight
	}
	fn finalised(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::finalised(incident, product)); )* );
		weight
	}
	fn most_finalised() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::most_finalised()); )* );
		weight
	}
	fn next(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::next(incident, product)); )* );
		weight
	}
	fn ended(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::ended(incident, product)); )* );
		weight
	}
	fn most_ended() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::most_ended()); )* );
		weight
	}
	fn closed(incident: IncidentId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::closed(incident)); )* );
		weight
	}
}
