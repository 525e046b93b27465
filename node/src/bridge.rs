// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Proofs of finality that other chains can verify: BEEFY's votes on final blocks, and the Merkle
//! mountain range of all blocks, on whose root they vote.

use crate::service::{FullBackend, FullClient};
use breakwater_runtime::{opaque::Block, Hash};
use jsonrpsee::RpcModule;
use log::warn;
use mmr_gadget::MmrGadget;
use mmr_rpc::{Mmr, MmrApiServer};
use sc_client_api::{AuxStore, Backend};
use sc_consensus_beefy::{
	communication::{beefy_peers_set_config, request_response::BeefyJustifsRequestHandler},
	BeefyNetworkParams, BeefyParams, BeefyRPCLinks, BeefyVoterLinks,
};
use sc_consensus_beefy_rpc::{Beefy, BeefyApiServer};
use sc_network::{
	config::FullNetworkConfiguration,
	service::{traits::NetworkService, NotificationMetrics},
	NetworkBackend, NotificationService, ProtocolName,
};
use sc_network_sync::SyncingService;
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::{Configuration, TaskManager};
use sp_api::ProvideRuntimeApi;
use sp_consensus_beefy::{ecdsa_crypto::AuthorityId, mmr::MmrRootProvider, BeefyApi};
use sp_keystore::KeystorePtr;
use std::{marker::PhantomData, sync::Arc};

/// The least number of blocks between two on which BEEFY votes: about the time of a few rounds.
const LEAST_DISTANCE: u32 = 8;

/// The key at which BEEFY's voter keeps its state, beside the blocks. It is private there.
const VOTER_STATE: &[u8] = b"beefy_voter_state";

/// An import of blocks that takes in BEEFY's proofs, above GRANDPA's.
pub type BeefyImport<Inner> =
	sc_consensus_beefy::import::BeefyBlockImport<Block, FullBackend, FullClient, Inner, AuthorityId>;
/// The links of BEEFY's import to its voter.
pub type VoterLinks = BeefyVoterLinks<Block, AuthorityId>;
/// The links of BEEFY's voter to the RPC.
pub type RpcLinks = BeefyRPCLinks<Block, AuthorityId>;

/// BEEFY's parts of the network.
pub struct Protocols {
	gossip: ProtocolName,
	notifications: Box<dyn NotificationService>,
	requests: BeefyJustifsRequestHandler<Block, FullClient>,
}

impl Protocols {
	/// Adds BEEFY's protocols to those of the network.
	pub fn add<N: NetworkBackend<Block, Hash>>(
		config: &Configuration,
		genesis: Hash,
		client: Arc<FullClient>,
		network: &mut FullNetworkConfiguration<Block, Hash, N>,
		metrics: NotificationMetrics,
	) -> Self {
		let fork = config.chain_spec.fork_id();
		let gossip = sc_consensus_beefy::gossip_protocol_name(genesis, fork);
		let (gossip_config, notifications) =
			beefy_peers_set_config::<_, N>(gossip.clone(), metrics, network.peer_store_handle());
		network.add_notification_protocol(gossip_config);
		let (requests, requests_config) = BeefyJustifsRequestHandler::new::<_, N>(
			genesis,
			fork,
			client,
			config.prometheus_registry().cloned(),
		);
		network.add_request_response_protocol(requests_config);
		Self { gossip, notifications, requests }
	}
}

/// True if BEEFY's voter has its state, so that the node can be restarted.
pub fn has_state(backend: &FullBackend) -> bool {
	// A database that fails ends the node elsewhere.
	AuxStore::get_aux(backend, VOTER_STATE).is_ok_and(|state| state.is_some())
}

/// True if BEEFY's voter can make its state, or has it. It needs the validators of the first block.
/// After a warp sync the genesis state is known until the node ends, and the voter reads it when
/// all old headers are there. A node that ends before that can never vote.
fn can_have_state(client: &FullClient, backend: &FullBackend) -> bool {
	let genesis = client.chain_info().genesis_hash;
	let knows_validators =
		|| BeefyApi::<_, AuthorityId>::validator_set(&*client.runtime_api(), genesis).is_ok();
	has_state(backend) || knows_validators()
}

/// The needs of BEEFY's voter.
pub struct Voter {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// The node's keys, if it is a validator.
	pub keystore: Option<KeystorePtr>,
	/// The network.
	pub network: Arc<dyn NetworkService>,
	/// The sync.
	pub sync: Arc<SyncingService<Block>>,
	/// BEEFY's parts of the network.
	pub protocols: Protocols,
	/// The links to import and RPC.
	pub links: VoterLinks,
	/// The registry of metrics.
	pub registry: Option<substrate_prometheus_endpoint::Registry>,
}

impl Voter {
	/// Starts BEEFY's voter, and with `indexing` the task that keeps the nodes of the mountain
	/// range.
	pub fn start(self, indexing: bool, tasks: &mut TaskManager) {
		let is_authority = self.keystore.is_some();
		if indexing {
			let prefix = sp_mmr_primitives::INDEXING_PREFIX.to_vec();
			let gadget = MmrGadget::start(self.client.clone(), self.backend.clone(), prefix);
			tasks.spawn_essential_handle().spawn_blocking("mmr-gadget", None, gadget);
		}
		if !can_have_state(&self.client, &self.backend) {
			warn!(
				"The node takes no part in the proofs for other chains: it was stopped after its warp sync before it \
				 knew the first validators. To mend that, remove its chain with purge-chain, sync again, and wait \
				 until the health says \"bridge\":true before it is restarted."
			);
			// The protocol stays: a node that has dropped it finds no peers.
			tasks.keep_alive(self.protocols);
			return;
		}
		let network_params = BeefyNetworkParams {
			network: Arc::new(self.network),
			sync: self.sync,
			gossip_protocol_name: self.protocols.gossip,
			justifications_protocol_name: self.protocols.requests.protocol_name(),
			notification_service: self.protocols.notifications,
			_phantom: PhantomData,
		};
		let params = BeefyParams {
			client: self.client.clone(),
			backend: self.backend,
			payload_provider: MmrRootProvider::new(self.client.clone()),
			runtime: self.client,
			key_store: self.keystore,
			network_params,
			min_block_delta: LEAST_DISTANCE,
			prometheus_registry: self.registry,
			links: self.links,
			on_demand_justifications_handler: self.protocols.requests,
			is_authority,
		};
		let voter = sc_consensus_beefy::start_beefy_gadget::<_, _, _, _, _, _, _, AuthorityId>(params);
		// It holds a protocol of the network, so no node goes on without it.
		tasks.spawn_essential_handle().spawn_blocking("beefy-voter", None, voter);
	}
}

/// Returns the RPC methods for bridges.
pub fn methods(
	client: Arc<FullClient>,
	backend: &FullBackend,
	links: RpcLinks,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>> {
	let mut io = RpcModule::new(());
	let beefy = Beefy::<Block, AuthorityId>::new(
		links.from_voter_justif_stream,
		links.from_voter_best_beefy_stream,
		executor,
	)?;
	io.merge(beefy.into_rpc())?;
	let storage = backend.offchain_storage().ok_or("the database has no place for offchain data")?;
	io.merge(Mmr::new(client, storage).into_rpc())?;
	Ok(io)
}
