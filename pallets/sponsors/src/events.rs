// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of first loss and fee routes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A sponsor put money before a product's underwriters.
		FirstLossAdded {
			/// The product.
			product: ProductId,
			/// The sponsor.
			who: T::AccountId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The product's first loss after it.
			all: Balance,
		},
		/// A sponsor pledged another share of all cover.
		ShareSet {
			/// The product.
			product: ProductId,
			/// The share before.
			old_share: Permill,
			/// The share that new prices count.
			new_share: Permill,
			/// The larger share that is held for earlier cover, and until when in active time.
			held: Option<Lowered>,
		},
		/// A sponsor asked for money back. Zero takes an earlier request back.
		WithdrawalRequested {
			/// The product.
			product: ProductId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The active time from which it can be withdrawn.
			ready_at: Moment,
			/// The active time from which it can not any more.
			ends_at: Moment,
		},
		/// A sponsor took money back.
		FirstLossWithdrawn {
			/// The product.
			product: ProductId,
			/// The sponsor.
			who: T::AccountId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The product's first loss after it.
			all: Balance,
		},
		/// First loss was used for claims.
		FirstLossPaid {
			/// The product.
			product: ProductId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The product's first loss after it.
			all: Balance,
		},
		/// A referendum named the sponsor of a product.
		SponsorNamed {
			/// The product.
			product: ProductId,
			/// The account.
			sponsor: T::AccountId,
		},
		/// The division of a product's fee route was set or ended.
		RouteSet {
			/// The product.
			product: ProductId,
			/// The account to which fees are sent.
			account: T::AccountId,
			/// The division; `None` ends it.
			route: Option<Route<T::AccountId>>,
		},
		/// The money on a fee route was divided.
		RoutePaid {
			/// The product.
			product: ProductId,
			/// The asset.
			asset: AssetId,
			/// The part that the reserve took, in the asset's units.
			reserve: Balance,
			/// The part that was added to the product's first loss.
			first_loss: Balance,
			/// The rest, for the receiver.
			rest: Balance,
		},
	}
}
