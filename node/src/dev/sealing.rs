// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Sealing blocks on a development chain.
//!
//! One task, the [`Sealer`], makes every block, one after the other. A block is started by the mode
//! ([`Sealing`]) or by a command from the RPC. It is dated by the [`DevClock`]. Each block is
//! finalised at once, so GRANDPA does not vote here.
//!
//! Before a block is proposed the sealer waits until the transaction pool has dealt with the block
//! before. So a transaction that was accepted just after a block is in the next one.

use super::{
	clock::{ClockError, DevClock, Step},
	slots::{BlockInherents, SlotClaimer},
};
use crate::service::{BabeImport, FullBackend, FullClient, FullSelectChain, Pool};
use breakwater_runtime::{opaque::Block, BlockNumber, Hash};
use clap::ValueEnum;
use futures::{
	channel::{mpsc, oneshot},
	future::{self, Either},
	stream::{self, BoxStream},
	FutureExt, SinkExt, StreamExt,
};
use futures_timer::Delay;
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Finalizer;
use sc_consensus_manual_seal::{seal_block, SealBlockParams};
use sc_transaction_pool_api::TransactionPool;
use serde::Serialize;
use sp_blockchain::HeaderBackend;
use sp_consensus_babe::SlotDuration;
use sp_timestamp::Timestamp;
use std::{fmt, sync::Arc, time::Duration};

/// The longest wait for the pool to deal with a block. After it the next block is proposed all the
/// same.
const POOL_PATIENCE: Duration = Duration::from_secs(30);

/// The number of commands that may wait.
const COMMANDS: usize = 64;

const LOG_TARGET: &str = "dev-sealing";

/// The mode that starts blocks, apart from the RPC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sealing {
	/// A block for each transaction that becomes ready.
	Instant,
	/// A block every so many milliseconds (`--block-time`), with or without transactions.
	Interval,
	/// A block only for `dev_newBlock` and `dev_advanceTime`.
	Manual,
}

/// A sealed block, as the RPC returns it.
#[derive(Debug, Clone, Serialize)]
pub struct SealedBlock {
	/// Hash of the block.
	pub hash: Hash,
	/// Number of the block.
	pub number: BlockNumber,
	/// Timestamp of the block in milliseconds since 1970.
	pub timestamp: u64,
}

/// The reasons for which a block was not sealed.
#[derive(Debug)]
pub enum SealError {
	/// There is no timestamp for it.
	Clock(ClockError),
	/// Making, importing or finalising it failed.
	Failed(String),
	/// The node is shutting down.
	Stopped,
}

impl fmt::Display for SealError {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self {
			Self::Clock(error) => error.fmt(f),
			Self::Failed(error) => write!(f, "the block could not be sealed: {error}"),
			Self::Stopped => write!(f, "the node is shutting down"),
		}
	}
}

impl std::error::Error for SealError {}

/// An order for one block.
struct Command {
	step: Step,
	reply: oneshot::Sender<Result<SealedBlock, SealError>>,
}

/// The other end of the [`Sealer`]: it orders blocks and gives the time.
#[derive(Clone)]
pub struct DevHandle {
	commands: mpsc::Sender<Command>,
	clock: Arc<DevClock>,
}

impl DevHandle {
	/// Has a block sealed `step` after the last one.
	pub async fn seal(&self, step: Step) -> Result<SealedBlock, SealError> {
		let (reply, result) = oneshot::channel();
		let mut commands = self.commands.clone();
		commands.send(Command { step, reply }).await.map_err(|_| SealError::Stopped)?;
		result.await.unwrap_or(Err(SealError::Stopped))
	}

	/// The clock of the chain.
	pub fn clock(&self) -> &DevClock {
		&self.clock
	}
}

/// The parts a [`Sealer`] works with.
pub struct SealerParts {
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<Pool>,
	/// The choice of the best chain.
	pub select_chain: FullSelectChain,
	/// The proposer that fills the blocks.
	pub proposer: ProposerFactory<Pool, FullClient>,
	/// The import of the finished blocks, through BABE.
	pub block_import: BabeImport,
	/// The claimer of the slots.
	pub claimer: SlotClaimer,
	/// Length of a slot.
	pub slot_duration: SlotDuration,
}

/// Makes the blocks of a development chain.
pub struct Sealer {
	parts: SealerParts,
	clock: Arc<DevClock>,
	commands: mpsc::Receiver<Command>,
}

impl Sealer {
	/// Returns a sealer and the handle to it.
	pub fn new(parts: SealerParts, clock: DevClock) -> (Self, DevHandle) {
		let (sender, commands) = mpsc::channel(COMMANDS);
		let clock = Arc::new(clock);
		let handle = DevHandle { commands: sender, clock: clock.clone() };
		(Self { parts, clock, commands }, handle)
	}

	/// Seals blocks for as long as the node runs.
	pub async fn run(mut self, sealing: Sealing, block_time: Duration) {
		let mut triggers = self.triggers(sealing, block_time).fuse();
		let step = match sealing {
			Sealing::Interval => Step::Interval(u64::try_from(block_time.as_millis()).unwrap_or(u64::MAX)),
			Sealing::Instant | Sealing::Manual => Step::Slot,
		};
		loop {
			futures::select! {
				command = self.commands.select_next_some() => {
					let result = self.seal(command.step).await;
					// The caller may have gone; the block stands all the same.
					let _ = command.reply.send(result);
				},
				() = triggers.select_next_some() => {
					if sealing == Sealing::Instant && !self.has_transactions().await {
						continue;
					}
					if let Err(error) = self.seal(step).await {
						log::error!(target: LOG_TARGET, "{error}");
					}
				},
			}
		}
	}

	/// Yields an item whenever the mode wants a block.
	fn triggers(&self, sealing: Sealing, block_time: Duration) -> BoxStream<'static, ()> {
		match sealing {
			Sealing::Instant => self.parts.pool.import_notification_stream().map(|_| ()).boxed(),
			Sealing::Interval => {
				stream::iter([()]).chain(stream::repeat(()).then(move |()| Delay::new(block_time))).boxed()
			}
			Sealing::Manual => stream::pending().boxed(),
		}
	}

	/// True if the pool holds transactions for the next block. One block may have answered several
	/// notifications.
	async fn has_transactions(&self) -> bool {
		self.wait_for_pool(self.parts.client.info().best_hash).await;
		self.parts.pool.status().ready > 0
	}

	/// Waits until the pool has dealt with the block `parent`.
	async fn wait_for_pool(&self, parent: Hash) {
		let ready = self.parts.pool.ready_at(parent).map(|_| ());
		if let Either::Right(_) = future::select(ready.boxed(), Delay::new(POOL_PATIENCE)).await {
			log::warn!(target: LOG_TARGET, "The transaction pool has not dealt with block {parent:?} yet");
		}
	}

	/// Seals and finalises one block.
	async fn seal(&mut self, step: Step) -> Result<SealedBlock, SealError> {
		let timestamp = self.clock.next(step).map_err(SealError::Clock)?;
		let parent = self.parts.client.info().best_hash;
		self.wait_for_pool(parent).await;
		let hash = self.import(parent, timestamp).await?;
		self.clock.sealed(timestamp);
		let SealerParts { client, .. } = &self.parts;
		Finalizer::<Block, FullBackend>::finalize_block(&**client, hash, None, true)
			.map_err(|error| SealError::Failed(format!("block {hash:?} cannot be finalised: {error}")))?;
		let number = client
			.number(hash)
			.ok()
			.flatten()
			.ok_or_else(|| SealError::Failed(format!("block {hash:?} is not in the database")))?;
		Ok(SealedBlock { hash, number, timestamp })
	}

	/// Proposes a block on `parent`, dated `timestamp`, and imports it.
	async fn import(&mut self, parent: Hash, timestamp: u64) -> Result<Hash, SealError> {
		let SealerParts { client, pool, select_chain, proposer, block_import, claimer, slot_duration } =
			&mut self.parts;
		let inherents =
			BlockInherents { timestamp: Timestamp::new(timestamp), slot_duration: *slot_duration };
		let (sender, result) = oneshot::channel();
		seal_block(SealBlockParams {
			create_empty: true,
			// Finalised afterwards: BABE's clean-up of old block weights needs the block in the
			// database.
			finalize: false,
			parent_hash: Some(parent),
			sender: Some(sender),
			pool: pool.clone(),
			client: client.clone(),
			env: proposer,
			select_chain,
			consensus_data_provider: Some(claimer),
			block_import,
			create_inherent_data_providers: &inherents,
		})
		.await;
		match result.await {
			Ok(Ok(block)) => Ok(block.hash),
			Ok(Err(error)) => Err(SealError::Failed(error.to_string())),
			Err(oneshot::Canceled) => Err(SealError::Stopped),
		}
	}
}
