// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The machine's clock against those of the other validators. A validator whose clock is ahead
//! makes blocks of the future. Other nodes take them in only when their slots have come, and until
//! then its votes count for nothing. So such a node makes no blocks: each block of another tells by
//! how much the clock is ahead.

use crate::service::FullClient;
use breakwater_runtime::{constants::SLOT_DURATION, opaque::Block};
use futures::StreamExt;
use log::{info, warn};
use sc_client_api::{BlockImportNotification, BlockchainEvents};
use sc_consensus_babe::find_pre_digest;
use sc_network_sync::SyncingService;
use sp_consensus::{BlockOrigin, SyncOracle};
use std::{
	collections::VecDeque,
	sync::{Arc, Mutex, MutexGuard, PoisonError},
	time::{Duration, Instant, SystemTime},
};

/// The time for which the arrival of a block counts. It is below the longest gap that is no halt:
/// if the arrivals mislead all validators at once, as after a split of the network, they go on. And
/// it is long enough to hear two blocks when finality lags, and a block comes in 15 seconds.
const COUNTED: Duration = Duration::from_secs(45);
/// The least number of arrivals that say something.
const FEWEST: usize = 2;
/// The largest lead of a clock with which blocks are made, in milliseconds: five slots.
const LIMIT: i64 = 5 * SLOT_DURATION as i64;
/// The longest time after the start in which a node listens for blocks of others before it makes
/// its own. It ends with the second block, which is after a few seconds on a healthy network.
const LISTENING: Duration = Duration::from_secs(30);

/// The arrivals of blocks of others, each with the time since its slot began, in milliseconds.
#[derive(Default)]
struct Arrivals {
	seen: VecDeque<(Instant, i64)>,
	newest_slot: u64,
}

impl Arrivals {
	/// Notes a block. Only news counts: blocks that come late as a whole chain, when the network
	/// was split, say nothing about the clock.
	fn note(&mut self, now: Instant, slot: u64, late: i64) {
		if slot > self.newest_slot {
			self.newest_slot = slot;
			self.seen.push_back((now, late));
		}
	}

	/// Returns the median of the times of the last blocks, the smaller one of two, or `None` if
	/// there are too few.
	fn median(&mut self, now: Instant) -> Option<i64> {
		while self.seen.front().is_some_and(|(at, _)| now.duration_since(*at) > COUNTED) {
			self.seen.pop_front();
		}
		let mut times: Vec<_> = self.seen.iter().map(|(_, late)| *late).collect();
		times.sort_unstable();
		times.get(times.len().saturating_sub(1) / 2).copied().filter(|_| times.len() >= FEWEST)
	}
}

/// The knowledge of a node about its machine's clock.
#[derive(Clone)]
pub struct Clock {
	arrivals: Arc<Mutex<Arrivals>>,
	started: Instant,
	/// True if the chain had blocks at the start. The first blocks of a chain come before all
	/// others.
	listens: bool,
}

impl Clock {
	/// A clock of which nothing is known.
	pub fn new(client: &FullClient) -> Self {
		let listens = client.chain_info().best_number > 0;
		Self { arrivals: Default::default(), started: Instant::now(), listens }
	}

	fn arrivals(&self) -> MutexGuard<'_, Arrivals> {
		self.arrivals.lock().unwrap_or_else(PoisonError::into_inner)
	}

	/// Returns the milliseconds by which the last blocks of others came after their slots began. A
	/// second or two is the time of making and sending a block. `None` if too few have come.
	pub fn offset(&self) -> Option<i64> {
		self.arrivals().median(Instant::now())
	}

	/// True if the clock is so far ahead that no blocks are made.
	pub fn is_ahead(&self) -> bool {
		self.offset().is_some_and(|offset| offset > LIMIT)
	}

	/// True if the node has just started and has not heard enough.
	fn is_listening(&self) -> bool {
		self.listens && self.started.elapsed() < LISTENING && self.offset().is_none()
	}

	fn note(&self, notification: &BlockImportNotification<Block>) {
		if notification.origin != BlockOrigin::NetworkBroadcast {
			return;
		}
		let Ok(digest) = find_pre_digest::<Block>(&notification.header) else { return };
		let slot = u64::from(digest.slot());
		let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
		let began = i64::try_from(slot.saturating_mul(SLOT_DURATION)).unwrap_or(i64::MAX);
		let late = i64::try_from(now.as_millis()).unwrap_or(i64::MAX).saturating_sub(began);
		self.arrivals().note(Instant::now(), slot, late);
	}

	/// Listens for blocks for ever, and says when the clock goes wrong and right.
	pub async fn listen(self, client: Arc<FullClient>) {
		let mut blocks = client.import_notification_stream();
		let mut was_ahead = false;
		while let Some(notification) = blocks.next().await {
			self.note(&notification);
			let is_ahead = self.is_ahead();
			if is_ahead && !was_ahead {
				let seconds = self.offset().unwrap_or_default() / 1_000;
				warn!(
					"The machine's clock is ahead: blocks of others come {seconds} s after their slots. This \
					 node makes no blocks until the clock is right. Check the time synchronisation of the machine."
				);
			} else if was_ahead && !is_ahead {
				info!("The machine's clock is no longer ahead.");
			}
			was_ahead = is_ahead;
		}
	}
}

/// The sync, as block making sees it: nothing is made while the clock is ahead.
#[derive(Clone)]
pub struct Guarded {
	/// The sync.
	pub sync: Arc<SyncingService<Block>>,
	/// The clock.
	pub clock: Clock,
}

impl SyncOracle for Guarded {
	fn is_major_syncing(&self) -> bool {
		self.sync.is_major_syncing() || self.clock.is_listening() || self.clock.is_ahead()
	}

	fn is_offline(&self) -> bool {
		self.sync.is_offline()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn heard(times: &[i64]) -> Arrivals {
		let mut arrivals = Arrivals::default();
		for (slot, late) in (1..).zip(times) {
			arrivals.note(Instant::now(), slot, *late);
		}
		arrivals
	}

	#[test]
	fn offset_should_be_the_median_of_enough_blocks() {
		let median = |times: &[i64]| heard(times).median(Instant::now());
		assert_eq!(median(&[]), None);
		assert_eq!(median(&[300_000]), None, "too few");
		assert_eq!(median(&[300_000, 1_000]), Some(1_000), "one of two");
		assert_eq!(median(&[300_000, 300_000]), Some(300_000));
		assert_eq!(median(&[300_000, 1_000, 300_000]), Some(300_000));
		assert_eq!(median(&[300_000, 1_000, 900, 800]), Some(900), "one late block says nothing");
		assert_eq!(median(&[-200_000, -200_000, 0]), Some(-200_000));
	}

	#[test]
	fn offset_should_be_unknown_again_when_nothing_is_heard() {
		let mut arrivals = heard(&[300_000; 5]);
		assert_eq!(arrivals.median(Instant::now() + COUNTED / 2), Some(300_000));
		assert_eq!(arrivals.median(Instant::now() + COUNTED * 2), None);
	}

	/// Guard: when finality lags, a block comes in 15 seconds. A clock that is ahead is noticed
	/// still.
	#[test]
	fn offset_should_be_known_when_blocks_are_sparse() {
		let (mut arrivals, began) = (Arrivals::default(), Instant::now());
		for block in 0..3u32 {
			arrivals.note(began + Duration::from_secs(15) * block, block.into(), 300_000);
		}
		assert_eq!(arrivals.median(began + Duration::from_secs(44)), Some(300_000));
	}

	/// Guard: after a split of the network whole chains come late. Then no validator would make
	/// blocks.
	#[test]
	fn blocks_of_another_branch_should_not_count_when_newer_ones_are_known() {
		let mut arrivals = Arrivals::default();
		for slot in 101..104 {
			arrivals.note(Instant::now(), slot, 500);
		}
		for slot in 80..103 {
			arrivals.note(Instant::now(), slot, 60_000);
		}
		assert_eq!(arrivals.median(Instant::now()), Some(500));
	}
}
