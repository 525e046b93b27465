// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The parts of the node, and their assembly.
//!
//! [`new_partial`] makes the parts that need no network: client, import queue, pool. The
//! subcommands use it. [`new_full`] adds the network, the RPC and the making of blocks. The making
//! is BABE with GRANDPA, or on a development chain the sealing of [`crate::dev`].
//!
//! Blocks are imported through BABE in either case. Above it lies [`Reporting`], which reports
//! equivocations of their authors. Beneath it lies [`FinalityImport`]. That is
//! GRANDPA's import, or on a development chain the client itself, as no votes are cast there.

use crate::{
	bridge::{self, BeefyImport, Protocols, RpcLinks, VoterLinks},
	clock::{Clock, Guarded},
	dev::{
		self,
		sealing::{DevHandle, Sealer, SealerParts},
		slots::SlotClaimer,
	},
	discovery,
	equivocations::Reporting,
	health::Probe,
	metrics::Metrics,
	rpc, startup,
};
use breakwater_runtime::{opaque::Block, BlockNumber, Hash, RuntimeApi};
use futures::FutureExt;
use sc_basic_authorship::ProposerFactory;
use sc_client_api::{Backend, BlockBackend};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle, SlotProportion};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaBlockImport, GrandpaParams, LinkHalf, SharedVoterState, VotingRulesBuilder,
};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_executor::WasmExecutor;
use sc_network::{
	config::FullNetworkConfiguration, service::traits::NetworkService, NetworkBackend, NotificationService,
	ProtocolName,
};
use sc_network_sync::SyncingService;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	error::Error, BuildNetworkParams, Configuration, PartialComponents, SpawnTasksParams, TaskManager,
	WarpSyncConfig,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sc_utils::mpsc::TracingUnboundedSender;
use sp_consensus::Error as ConsensusError;
use sp_consensus_babe::{inherents::BabeCreateInherentDataProviders, SlotDuration};
use sp_keystore::KeystorePtr;
use std::{net::SocketAddr, sync::Arc, time::Duration};

/// The largest number of blocks between two of GRANDPA's proofs of finality.
const JUSTIFICATION_PERIOD: u32 = 512;

/// The time that GRANDPA waits between rounds of gossip.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// Executes the runtime's wasm.
pub type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;
/// The client.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, Executor>;
/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// The choice of the best chain.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// The transaction pool.
pub type Pool = TransactionPoolHandle<Block, FullClient>;
/// The data against which the inherents of imported blocks are checked.
pub type Inherents = BabeCreateInherentDataProviders<Block>;
/// The import of blocks through BABE.
pub type BabeImport = BabeBlockImport<Block, FullClient, FinalityImport, Inherents, FullSelectChain>;

type GrandpaImport = GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
type GrandpaLink = LinkHalf<Block, FullClient, FullSelectChain>;

/// The parts that need no network.
pub type Partial = PartialComponents<
	FullClient,
	FullBackend,
	FullSelectChain,
	sc_consensus::DefaultImportQueue<Block>,
	Pool,
	Consensus,
>;

/// The parts of consensus.
pub struct Consensus {
	block_import: BabeImport,
	babe: BabeLink<Block>,
	babe_worker: BabeWorkerHandle<Block>,
	grandpa: GrandpaLink,
	voter_links: VoterLinks,
	rpc_links: RpcLinks,
	inherents: Inherents,
	telemetry: Option<Telemetry>,
}

/// The import beneath BABE's.
#[derive(Clone)]
pub enum FinalityImport {
	/// Blocks become final when GRANDPA's voters say so. BEEFY's proofs follow.
	Voted(Box<BeefyImport<GrandpaImport>>),
	/// The author of the blocks finalises them. GRANDPA's import would wait for votes before each
	/// change of authorities.
	Immediate(Arc<FullClient>),
}

#[async_trait::async_trait]
impl BlockImport<Block> for FinalityImport {
	type Error = ConsensusError;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, Self::Error> {
		match self {
			Self::Voted(import) => import.check_block(block).await,
			Self::Immediate(client) => client.check_block(block).await,
		}
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Self::Error> {
		match self {
			Self::Voted(import) => import.import_block(block).await,
			Self::Immediate(client) => client.import_block(block).await,
		}
	}
}

/// Returns the time of the machine, and its slot.
fn machine_inherents(slot_duration: SlotDuration) -> Inherents {
	Arc::new(move |_, ()| async move {
		let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
		let slot = sp_consensus_babe::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
			*timestamp,
			slot_duration,
		);
		Ok((slot, timestamp))
	})
}

fn new_telemetry(config: &Configuration) -> Result<Option<(TelemetryWorker, Telemetry)>, Error> {
	let endpoints = config.telemetry_endpoints.clone().filter(|endpoints| !endpoints.is_empty());
	Ok(endpoints
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?)
}

/// Makes the parts that need no network.
pub fn new_partial(config: &Configuration) -> Result<Partial, Error> {
	let telemetry = new_telemetry(config)?;
	let telemetry_handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
	let executor = sc_service::new_wasm_executor(&config.executor);
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts::<Block, RuntimeApi, _>(config, telemetry_handle, executor, vec![])?;
	let client = Arc::new(client);
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let transaction_pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);
	let (consensus, import_queue) = new_consensus(
		config,
		client.clone(),
		backend.clone(),
		select_chain.clone(),
		&transaction_pool,
		&task_manager,
		telemetry,
	)?;
	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		keystore_container,
		select_chain,
		import_queue,
		transaction_pool,
		other: consensus,
	})
}

/// Makes the import of blocks and its queue.
fn new_consensus(
	config: &Configuration,
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	select_chain: FullSelectChain,
	pool: &Arc<Pool>,
	task_manager: &TaskManager,
	telemetry: Option<Telemetry>,
) -> Result<(Consensus, sc_consensus::DefaultImportQueue<Block>), Error> {
	let handle = telemetry.as_ref().map(Telemetry::handle);
	let (grandpa_import, grandpa) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		handle.clone(),
	)?;
	let (beefy_import, voter_links, rpc_links) = sc_consensus_beefy::beefy_block_import_and_links(
		grandpa_import.clone(),
		backend,
		client.clone(),
		config.prometheus_registry().cloned(),
	);
	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = babe_config.slot_duration();
	let (finality, justification_import, inherents) = if dev::is_development(&*config.chain_spec) {
		(FinalityImport::Immediate(client.clone()), None, dev::slots::import_inherents(slot_duration))
	} else {
		let justifications: sc_consensus::import_queue::BoxJustificationImport<Block> =
			Box::new(grandpa_import.clone());
		(
			FinalityImport::Voted(Box::new(beefy_import)),
			Some(justifications),
			machine_inherents(slot_duration),
		)
	};
	let (block_import, babe) = sc_consensus_babe::block_import(
		babe_config,
		finality,
		client.clone(),
		inherents.clone(),
		select_chain.clone(),
		OffchainTransactionPoolFactory::new(pool.clone()),
	)?;
	let reporting = Reporting::new(
		block_import.clone(),
		client.clone(),
		select_chain,
		OffchainTransactionPoolFactory::new(pool.clone()),
	);
	let (import_queue, babe_worker) =
		sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
			link: babe.clone(),
			block_import: reporting,
			justification_import,
			client,
			slot_duration,
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			telemetry: handle,
		})?;
	let consensus =
		Consensus { block_import, babe, babe_worker, grandpa, voter_links, rpc_links, inherents, telemetry };
	Ok((consensus, import_queue))
}

/// Reverts the records of BABE and GRANDPA for the last blocks.
pub fn revert_consensus(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: BlockNumber,
) -> sc_cli::Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

/// The node's parts of the network.
struct Network {
	service: Arc<dyn NetworkService>,
	system_rpc: TracingUnboundedSender<sc_rpc::system::Request<Block>>,
	transactions: sc_network_transactions::TransactionsHandlerController<Hash>,
	sync: Arc<SyncingService<Block>>,
	grandpa_protocol: ProtocolName,
	grandpa_notifications: Box<dyn NotificationService>,
	beefy: Protocols,
}

/// Makes the network, with the protocol of GRANDPA and warp sync.
fn connect<N: NetworkBackend<Block, Hash>>(
	config: &Configuration,
	client: &Arc<FullClient>,
	backend: &Arc<FullBackend>,
	pool: &Arc<Pool>,
	import_queue: sc_consensus::DefaultImportQueue<Block>,
	grandpa: &GrandpaLink,
	task_manager: &TaskManager,
) -> Result<Network, Error> {
	let registry = config.prometheus_registry();
	let mut net_config = FullNetworkConfiguration::<Block, Hash, N>::new(&config.network, registry.cloned());
	let metrics = N::register_notification_metrics(registry);
	let genesis =
		client.block_hash(0)?.ok_or_else(|| Error::Other("the chain has no genesis block".into()))?;
	let grandpa_protocol = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
	let (grandpa_config, grandpa_notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
		grandpa_protocol.clone(),
		metrics.clone(),
		net_config.peer_store_handle(),
	);
	net_config.add_notification_protocol(grandpa_config);
	let beefy = Protocols::add(config, genesis, client.clone(), &mut net_config, metrics.clone());
	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa.shared_authority_set().clone(),
		Vec::new(),
	));
	let (service, system_rpc, transactions, sync, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;
	Ok(Network { service, system_rpc, transactions, sync, grandpa_protocol, grandpa_notifications, beefy })
}

/// Starts the runtime's offchain workers, if they are on.
fn start_offchain_workers(
	config: &Configuration,
	client: &Arc<FullClient>,
	backend: &Arc<FullBackend>,
	pool: &Arc<Pool>,
	keystore: KeystorePtr,
	network: Arc<dyn NetworkService>,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	if !config.offchain_worker.enabled {
		return Ok(());
	}
	let workers = OffchainWorkers::new(OffchainWorkerOptions {
		runtime_api_provider: client.clone(),
		keystore: Some(keystore),
		offchain_db: backend.offchain_storage(),
		transaction_pool: Some(OffchainTransactionPoolFactory::new(pool.clone())),
		network_provider: Arc::new(network),
		is_validator: config.role.is_authority(),
		enable_http_requests: true,
		custom_extensions: |_| vec![],
	})?;
	task_manager.spawn_handle().spawn(
		"offchain-workers-runner",
		"offchain-worker",
		workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
	);
	Ok(())
}

/// The needs of block making on every chain.
struct Authoring {
	client: Arc<FullClient>,
	pool: Arc<Pool>,
	select_chain: FullSelectChain,
	keystore: KeystorePtr,
	proposer: ProposerFactory<Pool, FullClient>,
	block_import: BabeImport,
	babe: BabeLink<Block>,
}

impl Authoring {
	/// Returns the sealer of a development chain. It starts later, when the keys are in the
	/// keystore and the pool hears of blocks.
	fn sealer(self, settings: &dev::Settings) -> Result<(Sealer, DevHandle), Error> {
		let slot_duration = self.babe.config().slot_duration();
		let clock = dev::clock(&self.client, slot_duration, settings.first_block)?;
		log::info!(
			"Development chain: {:?} sealing, time {}",
			settings.sealing,
			dev::clock::show(clock.now())
		);
		let claimer = SlotClaimer::new(
			self.client.clone(),
			self.keystore,
			self.babe.epoch_changes().clone(),
			self.babe.config().clone(),
		);
		let parts = SealerParts {
			client: self.client,
			pool: self.pool,
			select_chain: self.select_chain,
			proposer: self.proposer,
			block_import: self.block_import,
			claimer,
			slot_duration,
		};
		Ok(Sealer::new(parts, clock))
	}

	/// Returns BABE's author.
	fn babe(
		self,
		inherents: Inherents,
		sync: Guarded,
		force_authoring: bool,
		telemetry: Option<TelemetryHandle>,
	) -> Result<sc_consensus_babe::BabeWorker<Block>, Error> {
		Ok(sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
			keystore: self.keystore,
			client: self.client,
			select_chain: self.select_chain,
			env: self.proposer,
			block_import: self.block_import,
			justification_sync_link: sync.sync.clone(),
			sync_oracle: sync,
			create_inherent_data_providers: inherents,
			force_authoring,
			backoff_authoring_blocks: Some(backoff()),
			babe_link: self.babe,
			block_proposal_slot_portion: SlotProportion::new(0.5),
			max_block_proposal_slot_portion: None,
			telemetry,
		})?)
	}
}

/// The most slots that a validator leaves empty while finality lags.
///
/// The SDK's default is a hundred, five minutes: a gap that the chain takes for a halt, after which
/// no price from before it counts and no active time passes. With four, blocks come every 15
/// seconds at the slowest, half of the longest gap that governance can set as the least that is no
/// halt. The other half is for slots whose validators are away.
const MAX_BACKOFF: BlockNumber = 4;

/// Returns the rule by which authoring slows down while finality lags. It keeps the blocks that are
/// not final few.
fn backoff() -> BackoffAuthoringOnFinalizedHeadLagging<BlockNumber> {
	BackoffAuthoringOnFinalizedHeadLagging { max_interval: MAX_BACKOFF, ..Default::default() }
}

/// The author of the blocks on this node.
enum Author {
	/// The sealer of a development chain.
	Sealer(Sealer, dev::Settings),
	/// BABE, as one validator of several.
	Babe(Authoring),
	/// No author: this node makes no blocks.
	Nobody,
}

/// Starts what looks after the node: its clock, its peers, and the numbers and the health that it
/// shows.
fn start_watch(
	config: &Configuration,
	client: &Arc<FullClient>,
	backend: &Arc<FullBackend>,
	guarded: &Guarded,
	health: Option<SocketAddr>,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	let (spawner, group) = (task_manager.spawn_handle(), Some("watch"));
	let Guarded { sync, clock } = guarded.clone();
	let is_alone = dev::is_development(&*config.chain_spec);
	spawner.spawn("clock", group, clock.clone().listen(client.clone()));
	if !is_alone {
		let bootnodes = config.network.boot_nodes.clone();
		let genesis = client.chain_info().genesis_hash;
		spawner.spawn("peers-watch", group, startup::watch(bootnodes, genesis, sync.clone()));
	}
	if let Some(registry) = config.prometheus_registry() {
		let metrics = Metrics::new(registry)?;
		spawner.spawn_blocking("chain-metrics", group, metrics.run(client.clone(), clock.clone()));
	}
	if let Some(address) = health {
		let (client, backend) = (client.clone(), backend.clone());
		let probe = Probe { client, backend, sync, clock, is_alone };
		spawner.spawn("health", group, probe.serve(address)?);
	}
	Ok(())
}

/// Makes and starts the node, and returns its pool with the tasks. `settings` determine the sealing
/// of a development chain. `health` is the address at which the node shows its health.
pub fn new_full<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	settings: Option<dev::Settings>,
	health: Option<SocketAddr>,
) -> Result<(TaskManager, Arc<Pool>), Error> {
	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool: pool,
		other: consensus,
	} = new_partial(&config)?;
	let Consensus {
		block_import,
		babe,
		babe_worker,
		grandpa,
		voter_links,
		rpc_links,
		inherents,
		mut telemetry,
	} = consensus;
	let keystore = keystore_container.keystore();
	let network = connect::<N>(&config, &client, &backend, &pool, import_queue, &grandpa, &task_manager)?;
	start_offchain_workers(
		&config,
		&client,
		&backend,
		&pool,
		keystore.clone(),
		network.service.clone(),
		&task_manager,
	)?;

	discovery::start(&config, client.clone(), network.service.clone(), keystore.clone(), &task_manager);
	let guarded = Guarded { sync: network.sync.clone(), clock: Clock::new(&client) };
	start_watch(&config, &client, &backend, &guarded, health, &task_manager)?;

	let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);
	let authoring = Authoring {
		client: client.clone(),
		pool: pool.clone(),
		select_chain: select_chain.clone(),
		keystore: keystore.clone(),
		proposer: ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			config.prometheus_registry(),
			telemetry_handle.clone(),
		),
		block_import,
		babe,
	};
	let development = dev::is_development(&*config.chain_spec);
	let (author, dev_handle) = match settings {
		Some(settings) => {
			let (sealer, handle) = authoring.sealer(&settings)?;
			(Author::Sealer(sealer, settings), Some(handle))
		}
		None if config.role.is_authority() && !development => (Author::Babe(authoring), None),
		None => (Author::Nobody, None),
	};
	let voter_state = SharedVoterState::empty();
	let authorities = grandpa.shared_authority_set().clone();
	let rpc_builder = rpc::builder(rpc::Deps {
		client: client.clone(),
		pool: pool.clone(),
		select_chain,
		chain_spec: config.chain_spec.cloned_box(),
		keystore: keystore.clone(),
		babe_worker,
		grandpa_authorities: authorities.clone(),
		grandpa_justifications: grandpa.justification_stream(),
		grandpa_voter: voter_state.clone(),
		grandpa_proofs: FinalityProofProvider::new_for_service(backend.clone(), Some(authorities)),
		backend: backend.clone(),
		beefy: rpc_links,
		dev: dev_handle,
	});
	let Network {
		service,
		system_rpc,
		transactions,
		sync,
		grandpa_protocol,
		grandpa_notifications,
		beefy: beefy_protocols,
	} = network;
	let indexing = config.offchain_worker.indexing_enabled;
	let voters = if config.disable_grandpa || development {
		// The protocols stay: a node that has dropped one finds no peers.
		task_manager.keep_alive((grandpa_notifications, beefy_protocols));
		None
	} else {
		let finality = GrandpaParams {
			config: grandpa_config(&config, keystore.clone(), grandpa_protocol, telemetry_handle.clone()),
			link: grandpa,
			network: service.clone(),
			sync: sync.clone(),
			notification_service: grandpa_notifications,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: config.prometheus_registry().cloned(),
			shared_voter_state: voter_state,
			telemetry: telemetry_handle.clone(),
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool.clone()),
		};
		// It votes on the blocks that are final.
		let bridge = bridge::Voter {
			client: client.clone(),
			backend: backend.clone(),
			keystore: config.role.is_authority().then(|| keystore.clone()),
			network: service.clone(),
			sync: sync.clone(),
			protocols: beefy_protocols,
			links: voter_links,
			registry: config.prometheus_registry().cloned(),
		};
		Some((finality, bridge))
	};
	let force_authoring = config.force_authoring;

	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client,
		backend,
		task_manager: &mut task_manager,
		keystore,
		transaction_pool: pool.clone(),
		rpc_builder,
		network: service,
		system_rpc_tx: system_rpc,
		tx_handler_controller: transactions,
		sync_service: sync,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	start_author(author, inherents, guarded, force_authoring, telemetry_handle, &task_manager)?;
	if let Some((finality, bridge)) = voters {
		let voter = sc_consensus_grandpa::run_grandpa_voter(finality)?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
		bridge.start(indexing, &mut task_manager);
	}
	Ok((task_manager, pool))
}

/// Returns the node's part in GRANDPA: an authority votes, any other node follows.
fn grandpa_config(
	config: &Configuration,
	keystore: KeystorePtr,
	protocol_name: ProtocolName,
	telemetry: Option<TelemetryHandle>,
) -> sc_consensus_grandpa::Config {
	sc_consensus_grandpa::Config {
		gossip_duration: GOSSIP_DURATION,
		justification_generation_period: JUSTIFICATION_PERIOD,
		observer_enabled: false,
		local_role: config.role,
		name: Some(config.network.node_name.clone()),
		keystore: config.role.is_authority().then_some(keystore),
		telemetry,
		protocol_name,
	}
}

/// Starts the author of the blocks, if there is one.
fn start_author(
	author: Author,
	inherents: Inherents,
	sync: Guarded,
	force_authoring: bool,
	telemetry: Option<TelemetryHandle>,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	let spawner = task_manager.spawn_essential_handle();
	let group = Some("block-authoring");
	match author {
		Author::Sealer(sealer, settings) => {
			let sealing = sealer.run(settings.sealing, settings.block_time);
			spawner.spawn_blocking("dev-sealing", group, sealing);
		}
		Author::Babe(authoring) => {
			let babe = authoring.babe(inherents, sync, force_authoring, telemetry)?;
			spawner.spawn_blocking("babe-proposer", group, babe);
		}
		Author::Nobody => (),
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_runtime::{constants::SLOT_DURATION, parameters::bounded::MaxGap};
	use sc_consensus_slots::BackoffAuthoringBlocksStrategy;

	/// Returns the slots from one block to the next on a chain with this many blocks that are not
	/// final.
	fn distance(unfinalized: BlockNumber) -> u64 {
		let is_left = |slot: &u64| {
			backoff().should_backoff(unfinalized, 1_000u64.into(), 0, (1_000u64 + slot).into(), "test")
		};
		(1..1_000).find(|slot| !is_left(slot)).expect("a slot is used")
	}

	#[test]
	fn blocks_should_come_within_half_of_the_least_gap_that_is_a_halt_when_finality_lags() {
		for unfinalized in [0, 50, 52, 60, 500, 1_000_000, BlockNumber::MAX] {
			let slots = distance(unfinalized);
			assert!(slots * SLOT_DURATION <= MaxGap::LEAST / 2, "{slots} slots with {unfinalized}");
		}
		assert_eq!((distance(50), distance(BlockNumber::MAX)), (1, 5));
	}
}
