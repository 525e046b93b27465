// SPDX-License-Identifier: Apache-2.0

//! The errors of the calls.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reasons why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The amount is zero, or no money is there. Give at least one unit.
		ZeroAmount,
		/// No such product, or it is delisted.
		UnknownProduct,
		/// The caller is not the product's sponsor, or not the one who gave its first loss.
		NotSponsor,
		/// The product has a sponsor already: the account that proposed it.
		HasSponsor,
		/// The product has no first loss. Give some with `pledge`.
		NoFirstLoss,
		/// The share is above 50 %, or the parts of a route are together above one.
		ShareTooHigh,
		/// The money is needed for the pledged share of the cover in force.
		MoneyNeeded,
		/// There is no request to withdraw. Make one with `request_withdrawal`.
		NoRequest,
		/// The cooldown of the request is not over.
		CoolingDown,
		/// The time for withdrawing is over. Make the request again.
		WindowOver,
		/// The product has less first loss than that.
		AmountTooHigh,
		/// An incident is open on the product. It can cost all of the first loss.
		IncidentOpen,
		/// The product has no fee route. Its sponsor sets one with `set_route`.
		NoRoute,
		/// There is no route to end.
		NothingToChange,
		/// The caller has less of the asset than the amount and the minimum balance, or may not
		/// move it.
		CannotPay,
		/// The account cannot receive the amount.
		CannotReceive,
		/// A sum does not fit 128 bits. Give less.
		Overflow,
		/// The account cannot be derived. It cannot happen: the runtime tests it.
		NoAccount,
	}
}
