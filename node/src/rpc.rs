// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The JSON-RPC methods beyond the standard ones. They cover account nonces, fees, BABE, GRANDPA,
//! and the state to sync a light client from. On a development chain [`crate::dev::rpc`] comes with
//! them.

use crate::{
	bridge::{self, RpcLinks},
	dev::{self, sealing::DevHandle},
	service::{FullBackend, FullClient, FullSelectChain, Pool},
};
use breakwater_runtime::{opaque::Block, BlockNumber, Hash};
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::{ChainSpec, Error};
use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// The parts of the node that the methods use.
pub struct Deps {
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<Pool>,
	/// The choice of the best chain.
	pub select_chain: FullSelectChain,
	/// The chain's specification.
	pub chain_spec: Box<dyn ChainSpec>,
	/// The node's keys.
	pub keystore: KeystorePtr,
	/// Access to BABE's epochs.
	pub babe_worker: BabeWorkerHandle<Block>,
	/// The authorities that vote in GRANDPA.
	pub grandpa_authorities: SharedAuthoritySet<Hash, BlockNumber>,
	/// New proofs of finality.
	pub grandpa_justifications: GrandpaJustificationStream<Block>,
	/// The state of the voter.
	pub grandpa_voter: SharedVoterState,
	/// Old proofs of finality.
	pub grandpa_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// The links to BEEFY's voter.
	pub beefy: RpcLinks,
	/// The sealer of a development chain. Without it the `dev_*` methods don't exist.
	pub dev: Option<DevHandle>,
}

/// A function that makes the methods, called once for each server.
pub type Builder = Box<dyn Fn(SubscriptionTaskExecutor) -> Result<RpcModule<()>, Error>>;

/// Returns a builder of the methods.
pub fn builder(deps: Deps) -> Builder {
	Box::new(move |executor| methods(&deps, executor).map_err(Error::Application))
}

fn methods(
	deps: &Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>> {
	let client = || deps.client.clone();
	let mut io = RpcModule::new(());
	io.merge(System::new(client(), deps.pool.clone()).into_rpc())?;
	io.merge(TransactionPayment::new(client()).into_rpc())?;
	let babe =
		Babe::new(client(), deps.babe_worker.clone(), deps.keystore.clone(), deps.select_chain.clone());
	io.merge(babe.into_rpc())?;
	io.merge(bridge::methods(client(), &deps.backend, deps.beefy.clone(), executor.clone())?)?;
	let grandpa = Grandpa::new(
		executor,
		deps.grandpa_authorities.clone(),
		deps.grandpa_voter.clone(),
		deps.grandpa_justifications.clone(),
		deps.grandpa_proofs.clone(),
	);
	io.merge(grandpa.into_rpc())?;
	let sync_state = SyncState::new(
		deps.chain_spec.cloned_box(),
		client(),
		deps.grandpa_authorities.clone(),
		deps.babe_worker.clone(),
	)?;
	io.merge(sync_state.into_rpc())?;
	if let Some(handle) = &deps.dev {
		io.merge(dev::rpc::module(handle.clone())?)?;
	}
	Ok(io)
}
