// SPDX-License-Identifier: Apache-2.0

//! Cover that another pallet bundles with what it does. Implemented by the policies.

use crate::{interest::InsuredAccount, Balance, Moment, PolicyId, ProductId, Quote, TermsVersion};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, Permill};

/// The commission of the distributor who brought a buyer, on top of the premium.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commission<AccountId> {
	/// The payee, who gets it as cover is given.
	pub distributor: AccountId,
	/// The commission as a part of the premium; at most the part that the terms of the product
	/// allow.
	pub part: Permill,
}

/// The conditions that a buyer of cover agrees to.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Order<AccountId> {
	/// The product to cover.
	pub product: ProductId,
	/// The version of the terms, as the quote gives it.
	#[codec(compact)]
	pub version: TermsVersion,
	/// The most that can be paid, in the asset's units.
	#[codec(compact)]
	pub cover: Balance,
	/// The period from now, waiting included, in milliseconds.
	#[codec(compact)]
	pub period: Moment,
	/// The most that the premium and the commission together may be, in the asset's units.
	#[codec(compact)]
	pub max_premium: Balance,
	/// The account on another chain whose loss is covered, for a product that people assess. Its
	/// key has to sign a claim. `None` for a product with a trigger.
	pub insured_account: Option<InsuredAccount>,
	/// The commission of the distributor; `None` if no distributor brought the buyer.
	pub commission: Option<Commission<AccountId>>,
}

/// Cover that another pallet bundles with what it does.
pub trait CoverProvider<AccountId> {
	/// Returns the price of an order as of now, or the error with which it would be refused.
	/// `commission` is the distributor's part.
	fn quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Quote, DispatchError>;
	/// Buy cover for `holder` with the money of `payer`. All or nothing: an error leaves everything
	/// unchanged.
	fn insure(
		payer: &AccountId,
		holder: AccountId,
		order: &Order<AccountId>,
	) -> Result<PolicyId, DispatchError>;
}

impl<AccountId> CoverProvider<AccountId> for () {
	fn quote(_: ProductId, _: Balance, _: Moment, _: Permill) -> Result<Quote, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn insure(_: &AccountId, _: AccountId, _: &Order<AccountId>) -> Result<PolicyId, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}
