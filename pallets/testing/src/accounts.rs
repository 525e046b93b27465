// SPDX-License-Identifier: Apache-2.0

//! Accounts, amounts and assets of the tests.

use breakwater_primitives::{AssetId, Balance};
use sp_core::crypto::AccountId32;

/// The existential deposit of the native token.
pub const ED: Balance = 10;

/// The native token.
pub const NATIVE: AssetId = AssetId::Native;
/// A sufficient asset, the dollar of the tests.
pub const USD: AssetId = AssetId::WithId(1);

/// An account for a test.
pub const ALICE: AccountId32 = account(1);
/// An account for a test.
pub const BOB: AccountId32 = account(2);
/// An account for a test.
pub const CHARLIE: AccountId32 = account(3);
/// An account without any balance.
pub const STRANGER: AccountId32 = account(9);

/// The account of a number.
pub const fn account(number: u8) -> AccountId32 {
	AccountId32::new([number; 32])
}
