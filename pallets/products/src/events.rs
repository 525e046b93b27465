// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The changes that the pallet reports.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A product was listed.
		ProductListed {
			/// The product.
			product: ProductId,
			/// The version of the terms: always 1.
			version: TermsVersion,
			/// The product in full.
			listing: Listing,
		},
		/// New cover on a product is sold under new terms. Policies in force keep theirs.
		TermsUpdated {
			/// The product.
			product: ProductId,
			/// The version sold until now.
			old_version: TermsVersion,
			/// The version sold from now on.
			new_version: TermsVersion,
			/// The terms sold until now.
			old: Terms,
			/// The terms sold from now on.
			new: Terms,
			/// The place of the wording until now.
			old_uri: WordingUri,
			/// The place of the wording from now on.
			new_uri: WordingUri,
		},
		/// A product was opened for sale, paused or retired.
		StatusSet {
			/// The product.
			product: ProductId,
			/// The status until now.
			old: ProductStatus,
			/// The status from now on.
			new: ProductStatus,
		},
		/// The known facts about the risk of a product changed. Only new prices change.
		FactsUpdated {
			/// The product.
			product: ProductId,
			/// The facts until now.
			old: RiskFacts,
			/// The facts from now on.
			new: RiskFacts,
		},
		/// The rules of a risk class changed. Only new prices change.
		ClassRulesSet {
			/// The class.
			class: RiskClass,
			/// The rules until now.
			old: ClassRules,
			/// The rules from now on.
			new: ClassRules,
		},
		/// A referendum set the requirements for a risk class behind the reserve.
		AdmissionRulesSet {
			/// The class.
			class: RiskClass,
			/// The requirements until now.
			old: AdmissionRules,
			/// The requirements from now on.
			new: AdmissionRules,
		},
		/// A sponsor proposed a product and put up a deposit for it.
		ProductProposed {
			/// The proposal.
			proposal: ProposalId,
			/// The sponsor.
			sponsor: T::AccountId,
			/// The product.
			listing: Listing,
		},
		/// A referendum approved a proposal: its product is listed. The deposit stays until the
		/// product is delisted.
		ProposalApproved {
			/// The proposal.
			proposal: ProposalId,
			/// The product.
			product: ProductId,
			/// The sponsor.
			sponsor: T::AccountId,
		},
		/// A proposal was withdrawn or rejected. The deposit went back.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// The sponsor.
			sponsor: T::AccountId,
			/// True if a referendum rejected it; false if its sponsor withdrew it.
			is_rejected: bool,
		},
		/// A retired product without open matters left its feeds. It was retired, and is delisted.
		Delisted {
			/// The product.
			product: ProductId,
			/// The feeds that it no longer watches; `None` where people assessed.
			feeds: Option<FeedSet>,
			/// The sponsor, who got their deposit back, if the product had been proposed.
			sponsor: Option<T::AccountId>,
		},
	}
}
