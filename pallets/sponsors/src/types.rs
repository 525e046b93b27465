// SPDX-License-Identifier: Apache-2.0

//! Plain types: a pledge of first loss, and a fee route.

use breakwater_math::{first_loss, units::DAY};
use breakwater_primitives::{AssetId, Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The largest share of all cover that can be pledged.
pub const MOST_SHARE: Permill = Permill::from_percent(50);

/// The active time in which a request can be used once its cooldown is over, in milliseconds. A
/// request without an end would be kept ready, and its cooldown would be none.
pub const WINDOW: Moment = 7 * DAY;

/// A request to take first loss back.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Request {
	/// The amount, in the asset's units.
	pub amount: Balance,
	/// The active time from which it can be withdrawn.
	pub ready_at: Moment,
	/// The active time from which it can not any more.
	pub ends_at: Moment,
}

/// A pledged share that is lowered.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lowered {
	/// The share that is still held for earlier cover.
	pub held: Permill,
	/// The active time until which it is held.
	pub until: Moment,
}

/// The first loss of a product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pledge<AccountId> {
	/// The sponsor, who may take it back.
	pub sponsor: AccountId,
	/// The asset of the product.
	pub asset: AssetId,
	/// The money, in the asset's units.
	pub amount: Balance,
	/// The share of all cover that new prices count.
	pub share: Permill,
	/// The larger share before, as long as cover that was sold with it can be in force.
	pub lowered: Option<Lowered>,
	/// The request to take money back.
	pub request: Option<Request>,
}

impl<AccountId> Pledge<AccountId> {
	/// Returns a pledge without money.
	pub fn new(sponsor: AccountId, asset: AssetId) -> Self {
		Self { sponsor, asset, amount: 0, share: Permill::zero(), lowered: None, request: None }
	}

	/// Returns the share of all cover for which money is held at active time `now`.
	pub fn held_share(&self, now: Moment) -> Permill {
		let before = self.lowered.filter(|lowered| now < lowered.until);
		before.map_or(self.share, |lowered| lowered.held.max(self.share))
	}

	/// Returns the money that can be withdrawn at active time `now`, with so much cover in force.
	pub fn free(&self, insured: Balance, now: Moment) -> Balance {
		let needed = first_loss::needed(insured, self.held_share(now).deconstruct());
		// A need that does not fit is above all money.
		needed.map_or(0, |needed| self.amount.saturating_sub(needed))
	}

	/// Set the share at active time `now`. A smaller one leaves the larger held for `longest`, the
	/// longest time that cover lasts. Cover may have been sold with the largest share until now: so
	/// that one is held for all of it. Any other change leaves an earlier hold as it is.
	pub fn set_share(&mut self, share: Permill, now: Moment, longest: Moment) {
		let held = self.held_share(now);
		self.lowered = match share < self.share {
			true => Some(Lowered { held, until: now.saturating_add(longest) }),
			false => self.lowered.filter(|lowered| now < lowered.until && lowered.held > share),
		};
		self.share = share;
	}
}

/// The division of the money on a product's fee route.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Route<AccountId> {
	/// The part for the reserve.
	pub to_reserve: Permill,
	/// The part for the product's first loss.
	pub to_first_loss: Permill,
	/// The account that gets the rest.
	pub rest_to: AccountId,
}

impl<AccountId> Route<AccountId> {
	/// True if the two parts are together at most one.
	pub fn is_sound(&self) -> bool {
		self.to_reserve.deconstruct().saturating_add(self.to_first_loss.deconstruct())
			<= Permill::one().deconstruct()
	}
}
