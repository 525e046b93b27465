// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Two nodes of one chain: one makes the blocks, and the other imports them against time.

use crate::{
	common::{open, Error},
	processor::on_processor,
	state::{account, State},
};
use breakwater_primitives::Moment;
use breakwater_runtime::{constants::SLOT_DURATION, opaque, Nonce, Runtime, RuntimeApi, RuntimeCall};
use breakwater_runtime::{AccountId, Hash, RuntimeEvent, SignedPayload, TxExtension, UncheckedExtrinsic};
use codec::{Decode, Encode};
use frame_support::{dispatch::PerDispatchClass, storage::storage_prefix, weights::Weight};
use sc_block_builder::BlockBuilderBuilder;
use sc_chain_spec::{construct_genesis_block, GenesisBlockBuilder};
use sc_client_api::{
	backend::Backend as _, execution_extensions::ExecutionExtensions, BlockImportOperation, NewBlockState,
	StorageProvider,
};
use sc_consensus::{BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult};
use sc_consensus::{StateAction, StorageChanges};
use sc_executor::{WasmExecutionMethod, WasmExecutor, WasmtimeInstantiationStrategy};
use sp_blockchain::{ApplyExtrinsicFailed, HeaderBackend};
use sp_consensus::BlockOrigin;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{sr25519, storage::StorageKey, testing::TaskExecutor, Pair};
use sp_runtime::{generic::Era, traits::Block as _, Digest, DigestItem, StateVersion, Storage};
use std::{
	collections::BTreeMap,
	path::{Path, PathBuf},
	sync::Arc,
	time::{Duration, Instant},
};

type Block = opaque::Block;
type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;
type Client = sc_service::TFullClient<Block, RuntimeApi, Executor>;

/// The bytes of the node's cache of the state.
const CACHE: usize = 1 << 30;

/// A signed call: its key and the call.
pub type Signed = (sr25519::Pair, RuntimeCall);

/// The measurements of a block.
pub struct Measured {
	/// The signed calls in it.
	pub calls: u32,
	/// The calls that succeeded.
	pub done: u32,
	/// The reason of a call that failed.
	pub failure: Option<String>,
	/// The time of its import.
	pub time: Duration,
	/// The part of that time in which the thread had a processor.
	pub processor: Duration,
	/// The time for which all threads had a processor, among them those of ParityDB.
	pub all_threads: Duration,
	/// The weight that the chain has charged for it.
	pub charged: Weight,
	/// The records that it changed.
	pub written: u32,
}

impl Measured {
	/// Returns the time that the weight stands for.
	pub fn charged(&self) -> Duration {
		Duration::from_nanos(self.charged.ref_time() / 1_000)
	}

	/// Returns the time of the import by the clock, divided by the time that is charged.
	pub fn by_clock(&self) -> f64 {
		self.time.as_secs_f64() / self.charged().as_secs_f64()
	}

	/// Returns the time for which the import had a processor, divided by the time that is charged.
	pub fn by_processor(&self) -> f64 {
		self.processor.as_secs_f64() / self.charged().as_secs_f64()
	}
}

/// A block that was made.
struct Made {
	block: Block,
	/// The signed calls in it.
	calls: u32,
	/// The records that it changed.
	written: u32,
}

/// A chain, and the nonces of its accounts.
pub struct Chain {
	maker: Client,
	importer: Client,
	genesis: Hash,
	now: Moment,
	nonces: BTreeMap<AccountId, Nonce>,
	/// The blocks that are not imported yet.
	made: Vec<Made>,
	path: PathBuf,
}

impl Drop for Chain {
	fn drop(&mut self) {
		// Nothing is left if there was nothing.
		let _ = std::fs::remove_dir_all(&self.path);
	}
}

impl Chain {
	/// Starts a chain in a state, with its databases in a new folder in `path`.
	pub fn start(state: State, wasm: &[u8], path: &Path) -> Result<Self, Error> {
		let path = path.join(format!("breakwater-import-{}", std::process::id()));
		let (storage, now) = state.finish(wasm);
		let (first, second) = (path.join("maker"), path.join("importer"));
		eprintln!("The state has {} records; they are written …", storage.top.len());
		let genesis = write(storage, &first)?;
		copy(&first, &second)?;
		let (maker, importer) = (client(&first)?, client(&second)?);
		Ok(Self { maker, importer, genesis, now, nonces: BTreeMap::new(), made: Vec::new(), path })
	}

	/// Returns the hash of the first block.
	pub fn genesis(&self) -> Hash {
		self.genesis
	}

	/// Makes a block, `gap` after the last one, of the calls that `next` returns, until it is full
	/// or there is none. Returns the call that did not fit.
	pub fn make(
		&mut self,
		gap: Moment,
		next: &mut dyn FnMut() -> Option<Signed>,
	) -> Result<Option<Signed>, Error> {
		self.now += gap / SLOT_DURATION * SLOT_DURATION;
		let mut builder = BlockBuilderBuilder::new(&self.maker)
			.on_parent_block(self.maker.info().best_hash)
			.fetch_parent_block_number(&self.maker)?
			.with_inherent_digests(Digest { logs: vec![claim_slot(self.now)] })
			.build()?;
		let time = pallet_timestamp::Call::set { now: self.now };
		builder.push(UncheckedExtrinsic::new_bare(time.into()).into())?;
		let (mut calls, mut left) = (0, None);
		while let Some((key, call)) = next() {
			let nonce = self.nonces.entry(account(&key)).or_default();
			match builder.push(sign(&key, call.clone(), *nonce, self.genesis).into()) {
				Ok(()) => (calls, *nonce) = (calls + 1, *nonce + 1),
				Err(sp_blockchain::Error::ApplyExtrinsicFailed(ApplyExtrinsicFailed::Validity(reason)))
					if reason.exhausted_resources() =>
				{
					left = Some((key, call));
					break;
				}
				Err(error) => return Err(format!("{call:?} is not valid: {error}").into()),
			}
		}
		let (block, changes) = builder.build()?.into_inner();
		let written = changes.main_storage_changes.len() as u32;
		let changes = StateAction::ApplyChanges(StorageChanges::Changes(changes));
		import(&self.maker, block.clone(), changes)?;
		self.made.push(Made { block, calls, written });
		Ok(left)
	}

	/// Makes an empty block, `gap` after the last one.
	pub fn make_empty(&mut self, gap: Moment) -> Result<(), Error> {
		self.make(gap, &mut || None).map(drop)
	}

	/// Imports the blocks that were made in the other node, and measures that.
	pub fn measure(&mut self) -> Result<Vec<Measured>, Error> {
		let made = std::mem::take(&mut self.made);
		made.into_iter().map(|made| self.measure_one(made)).collect()
	}

	fn measure_one(&self, Made { block, calls, written }: Made) -> Result<Measured, Error> {
		let hash = block.hash();
		let start = (Instant::now(), on_processor(), all_threads());
		import(&self.importer, block, StateAction::Execute)?;
		let time = start.0.elapsed();
		let since = |end: Option<Duration>, start| {
			end.zip(start).map_or(time, |(end, start)| end.saturating_sub(start))
		};
		let processor = since(on_processor(), start.1);
		let all_threads = since(all_threads(), start.2);
		let charged: PerDispatchClass<Weight> = self.read(hash, b"BlockWeight")?;
		let (done, failure) = self.outcomes(hash)?;
		let charged = charged.total();
		Ok(Measured { calls, done, failure, time, processor, all_threads, charged, written })
	}

	/// Returns an item of the system's pallet after a block.
	fn read<T: Decode>(&self, hash: Hash, item: &[u8]) -> Result<T, Error> {
		let key = StorageKey(storage_prefix(b"System", item).to_vec());
		let data = self.importer.storage(hash, &key)?.ok_or("the system has no such item")?;
		Ok(T::decode(&mut &data.0[..])?)
	}

	/// Returns the number of signed calls that succeeded in a block, and the reason of one that
	/// failed.
	fn outcomes(&self, hash: Hash) -> Result<(u32, Option<String>), Error> {
		use frame_system::Event::{ExtrinsicFailed, ExtrinsicSuccess};
		let events: Vec<Box<frame_system::EventRecord<RuntimeEvent, Hash>>> = self.read(hash, b"Events")?;
		let (mut done, mut failure) = (0_u32, None);
		for record in events {
			match record.event {
				RuntimeEvent::System(ExtrinsicSuccess { .. }) => done += 1,
				RuntimeEvent::System(ExtrinsicFailed { dispatch_error, .. }) => {
					failure = Some(format!("{dispatch_error:?}"));
				}
				RuntimeEvent::Utility(pallet_utility::Event::BatchInterrupted { index, error }) => {
					failure = Some(format!("{error:?} of call {index} of a batch"));
				}
				_ => {}
			}
		}
		// The first is the time.
		Ok((done.saturating_sub(1), failure))
	}
}

/// Writes the first block with its state into a new database. Returns its hash.
fn write(storage: Storage, path: &Path) -> Result<Hash, Error> {
	let backend = open(path, None)?;
	let mut operation = backend.begin_operation()?;
	let root = operation.set_genesis_state(storage, true, StateVersion::V1)?;
	let block: Block = construct_genesis_block(root, StateVersion::V1);
	let (hash, (header, body)) = (block.hash(), block.deconstruct());
	operation.set_block_data(header, Some(body), None, None, NewBlockState::Final, true)?;
	backend.commit_operation(operation)?;
	Ok(hash)
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
	std::fs::create_dir_all(to)?;
	for entry in std::fs::read_dir(from)? {
		let entry = entry?;
		let (path, target) = (entry.path(), to.join(entry.file_name()));
		if entry.file_type()?.is_dir() {
			copy(&path, &target)?;
		} else {
			std::fs::copy(&path, &target)?;
		}
	}
	Ok(())
}

/// Opens a database as the node's client does.
fn client(path: &Path) -> Result<Client, Error> {
	let backend = Arc::new(open(path, Some(CACHE))?);
	let executor: Executor = WasmExecutor::builder()
		.with_execution_method(WasmExecutionMethod::Compiled {
			instantiation_strategy: WasmtimeInstantiationStrategy::PoolingCopyOnWrite,
		})
		.build();
	// The database has its first block, so that this makes none.
	let genesis =
		GenesisBlockBuilder::new_with_storage(Storage::default(), false, backend.clone(), executor.clone())?;
	Ok(sc_service::new_client(
		backend,
		executor.clone(),
		genesis,
		None,
		None,
		ExecutionExtensions::new(None, Arc::new(executor)),
		Box::new(TaskExecutor::new()),
		None,
		None,
		Default::default(),
	)?)
}

/// Imports a block that is final. What a node does before that, the checks of the author's claim
/// and seal, is left out.
fn import(client: &Client, block: Block, action: StateAction<Block>) -> Result<(), Error> {
	let (header, body) = block.deconstruct();
	let mut params = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
	params.body = Some(body);
	params.state_action = action;
	params.fork_choice = Some(ForkChoiceStrategy::Custom(true));
	params.finalized = true;
	match futures::executor::block_on(client.import_block(params))? {
		ImportResult::Imported(_) => Ok(()),
		other => Err(format!("the block is not imported: {other:?}").into()),
	}
}

fn claim_slot(now: Moment) -> DigestItem {
	let slot = (now / SLOT_DURATION).into();
	let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot });
	<DigestItem as CompatibleDigestItem>::babe_pre_digest(claim)
}

/// Returns the time for which the threads that run now have had a processor so far. `None` where
/// Linux does not report it.
fn all_threads() -> Option<Duration> {
	let threads = std::fs::read_dir("/proc/self/task").ok()?;
	let nanos = threads.filter_map(|thread| {
		// A thread can end meanwhile.
		let text = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
		text.split_whitespace().next()?.parse::<u64>().ok()
	});
	Some(Duration::from_nanos(nanos.sum()))
}

/// Returns a transaction.
fn sign(key: &sr25519::Pair, call: RuntimeCall, nonce: Nonce, genesis: Hash) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::<Runtime>::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let version = breakwater_runtime::VERSION;
	let implicit =
		((), version.spec_version, version.transaction_version, genesis, genesis, (), (), (), None, ());
	let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
	let signature = payload.using_encoded(|bytes| key.sign(bytes));
	UncheckedExtrinsic::new_signed(call, account(key).into(), signature.into(), extension)
}
