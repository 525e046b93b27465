// SPDX-License-Identifier: Apache-2.0

//! Units of money and time.

use crate::{Balance, BlockNumber};
use breakwater_primitives::Moment;

/// The native token's symbol.
pub const TOKEN_SYMBOL: &str = "BRKW";
/// The native token's decimals.
pub const TOKEN_DECIMALS: u8 = 12;
/// The address format of generic Substrate chains.
pub const SS58_PREFIX: u8 = 42;

/// One BRKW.
pub const BRKW: Balance = 1_000_000_000_000;
/// A thousandth of a BRKW.
pub const MILLI_BRKW: Balance = BRKW / 1_000;
/// A millionth of a BRKW.
pub const MICRO_BRKW: Balance = BRKW / 1_000_000;
/// The least balance of an account: 0.005 BRKW.
pub const EXISTENTIAL_DEPOSIT: Balance = 5 * MILLI_BRKW;

/// Returns the deposit for `items` entries and `bytes` bytes of storage.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * 100 * MILLI_BRKW + bytes as Balance * 100 * MICRO_BRKW
}

/// Milliseconds between two blocks.
pub const MILLISECS_PER_BLOCK: Moment = 3_000;
/// Milliseconds of a BABE slot.
pub const SLOT_DURATION: Moment = MILLISECS_PER_BLOCK;
/// Blocks in a minute.
pub const MINUTES: BlockNumber = 20;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;
/// The number of slots in an epoch, which is also a session: an hour. The session pallet charges
/// the block that ends a session the weight of a whole block. That block has no room for extrinsics
/// and idle work.
pub const EPOCH_DURATION_IN_SLOTS: u64 = 1_200;
/// The part of slots with a primary author by VRF: one in four. Secondary slots fill the rest.
pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
