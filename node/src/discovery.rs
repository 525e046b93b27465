// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Validators find each other: each publishes its addresses under its key, and looks for those of
//! the others.

use crate::service::FullClient;
use breakwater_runtime::opaque::Block;
use futures::StreamExt;
use sc_authority_discovery::{new_worker_and_service_with_config, Role, WorkerConfig};
use sc_network::{service::traits::NetworkService, Event};
use sc_service::{Configuration, TaskManager};
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Starts the discovery of a validator. Other nodes need none: any peer is good for them.
pub fn start(
	config: &Configuration,
	client: Arc<FullClient>,
	network: Arc<dyn NetworkService>,
	keystore: KeystorePtr,
	tasks: &TaskManager,
) {
	if !config.role.is_authority() {
		return;
	}
	let events = network.event_stream("authority-discovery").filter_map(|event| async move {
		match event {
			Event::Dht(event) => Some(event),
			_ => None,
		}
	});
	let worker_config = WorkerConfig {
		publish_non_global_ips: config.network.allow_non_globals_in_dht,
		public_addresses: config.network.public_addresses.clone(),
		// A record that another node has signed is not the validator's.
		strict_record_validation: true,
		persisted_cache_directory: config.network.net_config_path.clone(),
		..Default::default()
	};
	let (worker, _) = new_worker_and_service_with_config::<_, Block, _>(
		worker_config,
		client,
		Arc::new(network),
		Box::pin(events),
		Role::PublishAndDiscover(keystore),
		config.prometheus_registry().cloned(),
		tasks.spawn_handle(),
	);
	tasks.spawn_handle().spawn("authority-discovery-worker", Some("authority-discovery"), worker.run());
}
