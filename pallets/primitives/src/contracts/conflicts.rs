// SPDX-License-Identifier: Apache-2.0

//! Conflicts of interest in a dispute. Implemented by the pallets that know the parties, used by
//! the court.

use crate::Subject;
use frame_support::weights::Weight;

/// The parties of disputes.
pub trait Conflicts<AccountId> {
	/// True if an account is a party of a dispute: it opened it or put up a bond in it, or holds
	/// by its own signed call a policy or a deposit that the dispute is about. A gift makes no
	/// party.
	fn is_party(subject: Subject, who: &AccountId) -> bool;
	/// The most weight that one answer can use.
	fn weight() -> Weight;
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl<AccountId> Conflicts<AccountId> for Tuple {
	fn is_party(subject: Subject, who: &AccountId) -> bool {
		for_tuples!( #( if Tuple::is_party(subject, who) { return true; } )* );
		false
	}
	fn weight() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight()); )* );
		weight
	}
}
