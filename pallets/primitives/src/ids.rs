// SPDX-License-Identifier: Apache-2.0

//! Ids, time, money, and the accounts derived from them.

pub use breakwater_math::units::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::traits::{BlakeTwo256, Hash, TrailingZeroInput};

/// The denomination of pools, policies and the reserve: the native token or a `pallet-assets`
/// asset.
pub type AssetId = frame_support::traits::fungible::NativeOrWithId<u32>;
/// An amount in an asset's smallest unit.
pub type Balance = u128;
/// Milliseconds: of the Unix epoch for wall-clock time, since genesis for active time.
pub type Moment = u64;
/// A whole day of wall-clock or active time, counted from the zero of its clock.
pub type Day = u32;

/// The longest reference to a text that people read, in bytes.
pub const MAX_URI: u32 = 256;
/// The place where a text can be read, in UTF-8.
pub type Uri = BoundedVec<u8, ConstU32<MAX_URI>>;

/// One pool of underwriting capital.
pub type PoolId = u32;
/// One product that can be covered.
pub type ProductId = u32;
/// One policy of one holder.
pub type PolicyId = u32;
/// One event on one product at one time.
pub type IncidentId = u32;
/// One report of a bug to a bounty programme.
pub type ReportId = u32;
/// One price feed: the key under which oracle operators feed values.
pub type FeedId = u32;
/// Products that are expected to fail together.
pub type GroupId = u16;
/// The number of a product's terms, counted from one.
pub type TermsVersion = u32;

/// A tranche of a pool's underwriters. Junior bears losses first. For that it has the larger part
/// of the premium.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Tranche {
	/// Bears losses first.
	#[codec(index = 0)]
	Junior,
	/// Bears losses when junior is used up.
	#[codec(index = 1)]
	Senior,
}

impl Tranche {
	/// Both tranches, in the order in which they bear losses.
	pub const ALL: [Self; 2] = [Self::Junior, Self::Senior];

	/// The tranche that this one is not.
	pub fn other(self) -> Self {
		match self {
			Self::Junior => Self::Senior,
			Self::Senior => Self::Junior,
		}
	}
}

/// Pools that may underwrite one product. Some sell cover on it. Others lost their place to a
/// larger pool and back the cover they have sold until it ends.
pub const MAX_POOLS_PER_PRODUCT: u32 = 16;
/// Pools that may sell cover on one product.
pub const MAX_SELLING_POOLS: u32 = 12;
/// Places in pools that may back one policy.
pub const MAX_ALLOCATIONS: u32 = 3;
/// Products that one pool may underwrite.
pub const MAX_PRODUCTS_PER_POOL: u32 = 32;
/// Day boundaries that one piece of work takes a pool over by itself, of wall-clock and of active
/// time each. Every block takes pools over the boundaries in turn, so that a pool is further behind
/// only after a halt.
pub const MAX_DAYS_BEHIND: u32 = 2;
/// Incidents of one product that can be open at a time: at most one waits behind the first.
pub const MAX_INCIDENTS_PER_PRODUCT: u32 = 2;

/// Returns the account that belongs to `id` in the name space `tag`: the full 256-bit hash of both.
/// No other identity with the same account can be found by a search.
pub fn derived_account<AccountId: Decode>(tag: &[u8], id: impl Encode) -> Option<AccountId> {
	let hash = BlakeTwo256::hash_of(&(b"breakwater", tag, id));
	AccountId::decode(&mut TrailingZeroInput::new(hash.as_ref())).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::crypto::AccountId32;

	#[test]
	fn accounts_of_different_identities_should_differ() {
		let a: AccountId32 = derived_account(b"pool", 1u32).expect("32 bytes are an account");
		let b: AccountId32 = derived_account(b"pool", 2u32).expect("32 bytes are an account");
		let c: AccountId32 = derived_account(b"escrow", 1u32).expect("32 bytes are an account");
		assert_ne!(a, b);
		assert_ne!(a, c);
	}

	#[test]
	fn tranches_should_keep_their_indices() {
		assert_eq!(Tranche::ALL.map(|tranche| tranche.encode()), [vec![0], vec![1]]);
		assert!(Tranche::ALL
			.iter()
			.all(|tranche| tranche.other() != *tranche && tranche.other().other() == *tranche));
	}

	#[test]
	fn accounts_should_keep_all_bits_of_the_hash() {
		let a: AccountId32 = derived_account(b"pool", 1u32).expect("32 bytes are an account");
		let bytes: &[u8] = a.as_ref();
		assert!(bytes[16..].iter().any(|b| *b != 0));
	}
}
