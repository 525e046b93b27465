// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! A development chain: sealed by this node alone, in a time of its own.
//!
//! | module | content |
//! |---|---|
//! | [`mod@clock`] | the timestamp of the next block |
//! | [`slots`] | claiming BABE slots, over skipped epochs too |
//! | [`sealing`] | making, importing and finalising blocks |
//! | [`rpc`] | `dev_advanceTime`, `dev_newBlock`, `dev_time` |
//!
//! Everything here is used only if the chain specification's type is `Development` and the node is
//! an authority (`--dev` makes it one). The runtime does not know the difference: it sees real
//! timestamp inherents and real BABE slots.

pub mod clock;
pub mod rpc;
pub mod sealing;
pub mod slots;

use crate::service::{FullBackend, FullClient};
use clock::DevClock;
use codec::Decode;
use sc_client_api::{StorageKey, StorageProvider};
use sc_consensus_babe::find_pre_digest;
use sc_service::{ChainSpec, ChainType, Error};
use sealing::Sealing;
use sp_blockchain::HeaderBackend;
use sp_consensus_babe::SlotDuration;
use sp_io::hashing::twox_128;
use std::time::Duration;

/// The settings for sealing a development chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
	/// The mode that starts blocks.
	pub sealing: Sealing,
	/// The time between blocks sealed at an interval.
	pub block_time: Duration,
	/// Timestamp of the first block in milliseconds since 1970. `None` stands for the machine's
	/// time.
	pub first_block: Option<u64>,
}

/// True if a chain is a development chain.
pub fn is_development(chain_spec: &dyn ChainSpec) -> bool {
	chain_spec.chain_type() == ChainType::Development
}

/// Returns the clock of the chain. It goes on from the last block, or starts at the date chosen.
pub fn clock(client: &FullClient, slot: SlotDuration, first_block: Option<u64>) -> Result<DevClock, Error> {
	let slot = slot.as_millis();
	if client.info().best_number > 0 {
		let last = last_timestamp(client, slot)?;
		if first_block.is_some() {
			log::warn!(
				"--first-block-date is ignored: the chain has blocks, the last of {}",
				clock::show(last)
			);
		}
		return Ok(DevClock::resuming_at(slot, last));
	}
	let first = first_block.unwrap_or_else(|| sp_timestamp::Timestamp::current().as_millis());
	DevClock::starting_at(slot, first).map_err(|error| Error::Application(Box::new(error)))
}

/// Returns the timestamp of the best block, from the state of the timestamp pallet. If a runtime
/// keeps it elsewhere, that is the start of the block's slot.
fn last_timestamp(client: &FullClient, slot: u64) -> Result<u64, Error> {
	let best = client.info().best_hash;
	let key = StorageKey([twox_128(b"Timestamp"), twox_128(b"Now")].concat());
	let stored = StorageProvider::<_, FullBackend>::storage(client, best, &key)?
		.and_then(|data| u64::decode(&mut &data.0[..]).ok());
	if let Some(timestamp) = stored {
		return Ok(timestamp);
	}
	let header = client.header(best)?.ok_or_else(|| Error::Other("the best block has no header".into()))?;
	let claim = find_pre_digest::<breakwater_runtime::opaque::Block>(&header)
		.map_err(|error| Error::Other(error.to_string()))?;
	Ok((*claim.slot()).saturating_mul(slot))
}
