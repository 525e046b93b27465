// SPDX-License-Identifier: Apache-2.0

//! The catalogue of products. Implemented by the products, used by the policies, the claims and
//! the feeds.

use crate::{
	AssetId, ClassRules, Decision, FeedId, GroupId, ProductId, ProductStatus, RiskClass, RiskFacts, Terms,
	TermsVersion, Trigger, MAX_URI,
};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;

/// The name of a product: UTF-8, at most 64 bytes.
pub type ProductName = BoundedVec<u8, ConstU32<64>>;

/// The place where a wording can be read: UTF-8, 1 to 256 bytes.
pub type WordingUri = BoundedVec<u8, ConstU32<MAX_URI>>;

/// A product: something that can be covered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Product {
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The correlation group.
	pub group: GroupId,
	/// The kind of risk. Never changes.
	pub class: RiskClass,
	/// The decision whether an event has happened: by a trigger or by people. Never changes.
	pub decision: Decision,
	/// The status: whether the product is for sale.
	pub status: ProductStatus,
	/// The version of the terms that is sold.
	pub version: TermsVersion,
	/// The displayed name.
	pub name: ProductName,
	/// The terms of that version.
	pub terms: Terms,
	/// The known facts about the risk that the product covers.
	pub facts: RiskFacts,
}

/// The way in which the events of products are decided.
pub trait Catalogue {
	/// The trigger of a product; `None` if it has none, or the product is unknown or delisted.
	fn trigger(product: ProductId) -> Option<Trigger>;
	/// True if people assess a product's events. False if the product is unknown or delisted.
	fn is_assessed(product: ProductId) -> bool;
	/// The products whose trigger watches a feed, alone or with others. Delisted products are left
	/// out.
	fn products_on(feed: FeedId) -> Vec<ProductId>;
}

/// The records of products, for the sale of cover.
pub trait Listings {
	/// The id of the next product. Ids are given one by one, and no record is ever removed.
	fn next() -> ProductId;
	/// The record of a product; also that of a delisted one.
	fn product(product: ProductId) -> Option<Product>;
	/// The terms of a product in a version. They never change.
	fn terms(product: ProductId, version: TermsVersion) -> Option<Terms>;
	/// The place where the wording of a version can be read.
	fn wording(product: ProductId, version: TermsVersion) -> Option<WordingUri>;
	/// The rules that make the prices of a risk class.
	fn rules(class: RiskClass) -> ClassRules;
	/// The weight of a look at a product's record. It is for charging a call that was refused after
	/// it.
	fn look_weight() -> Weight;
}

impl Catalogue for () {
	fn trigger(_: ProductId) -> Option<Trigger> {
		None
	}
	fn is_assessed(_: ProductId) -> bool {
		false
	}
	fn products_on(_: FeedId) -> Vec<ProductId> {
		Vec::new()
	}
}

impl Listings for () {
	fn next() -> ProductId {
		0
	}
	fn product(_: ProductId) -> Option<Product> {
		None
	}
	fn terms(_: ProductId, _: TermsVersion) -> Option<Terms> {
		None
	}
	fn wording(_: ProductId, _: TermsVersion) -> Option<WordingUri> {
		None
	}
	fn rules(_: RiskClass) -> ClassRules {
		ClassRules::default()
	}
	fn look_weight() -> Weight {
		Weight::zero()
	}
}
