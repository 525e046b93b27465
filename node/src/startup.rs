// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Faults of a node that starts, in sentences: addresses that are in use, and a network in which it
//! finds no peers.

use breakwater_runtime::{opaque::Block, Hash};
use futures_timer::Delay;
use log::warn;
use sc_network::{
	config::{MultiaddrWithPeerId, NodeKeyConfig},
	multiaddr::{Multiaddr, Protocol},
	PeerId,
};
use sc_network_sync::{SyncingService, WarpSyncPhase};
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
	sync::Arc,
	time::Duration,
};

/// The time after which a node without peers is spoken about, and between two warnings.
const PATIENCE: Duration = Duration::from_secs(30);

/// Returns an error if an address of the node is in use, or if a bootnode has the node's own key
/// for the network. The network's own code takes a port that another node listens at, and the RPC
/// takes any other port, both without a word.
pub fn check(config: &Configuration) -> Result<(), String> {
	for address in config.network.listen_addresses.iter().filter_map(socket) {
		if is_in_use(address) {
			return Err(format!(
				"port {} is in use at {}, perhaps by another node. Choose another with --port or --listen-addr.",
				address.port(),
				address.ip()
			));
		}
	}
	let rpc = config.rpc.addr.iter().flatten().filter(|endpoint| !endpoint.is_optional);
	for address in rpc.map(|endpoint| endpoint.listen_addr) {
		if is_in_use(address) {
			return Err(format!(
				"port {} for the RPC is in use at {}. Choose another with --rpc-port.",
				address.port(),
				address.ip()
			));
		}
	}
	check_bootnodes(&config.network.boot_nodes, own_peer(&config.network.node_key)?)
}

/// Returns an error if a bootnode is the node itself.
fn check_bootnodes(bootnodes: &[MultiaddrWithPeerId], own: PeerId) -> Result<(), String> {
	match bootnodes.iter().find(|bootnode| bootnode.peer_id == own) {
		Some(bootnode) => Err(format!(
			"the bootnode {bootnode} has this node's own key for the network. Two nodes with one key find no peers: give \
			 each its own, by key generate-node-key."
		)),
		None => Ok(()),
	}
}

/// Returns the peer that a key for the network belongs to.
fn own_peer(key: &NodeKeyConfig) -> Result<PeerId, String> {
	let pair = key
		.clone()
		.into_keypair()
		.map_err(|reason| format!("the node's key for the network cannot be read: {reason}"))?;
	Ok(pair.public().to_peer_id())
}

/// Returns the TCP address in an address of the network.
fn socket(address: &Multiaddr) -> Option<SocketAddr> {
	let mut ip = None;
	for part in address.iter() {
		match part {
			Protocol::Ip4(v4) => ip = Some(IpAddr::from(v4)),
			Protocol::Ip6(v6) => ip = Some(IpAddr::from(v6)),
			Protocol::Tcp(port) => return ip.map(|ip| SocketAddr::new(ip, port)),
			_ => (),
		}
	}
	None
}

/// True if another program listens at an address.
fn is_in_use(address: SocketAddr) -> bool {
	// Port zero is any that is free.
	address.port() != 0
		&& TcpListener::bind(address).is_err_and(|reason| reason.kind() == ErrorKind::AddrInUse)
}

/// Warns for ever of a network in which the node finds no peers, or too few for a warp sync.
pub async fn watch(bootnodes: Vec<MultiaddrWithPeerId>, genesis: Hash, sync: Arc<SyncingService<Block>>) {
	loop {
		Delay::new(PATIENCE).await;
		let Ok(status) = sync.status().await else { return };
		let peers = sync.num_connected_peers();
		let phase = status.warp_sync.map(|progress| progress.phase);
		if let Some(warning) = warning(&bootnodes, genesis, peers, phase.as_ref()) {
			warn!("{warning}");
		}
	}
}

fn warning(
	bootnodes: &[MultiaddrWithPeerId],
	genesis: Hash,
	peers: usize,
	phase: Option<&WarpSyncPhase<Block>>,
) -> Option<String> {
	if peers == 0 {
		let known: Vec<_> = bootnodes.iter().map(ToString::to_string).collect();
		let advice = if known.is_empty() {
			"It knows no bootnode: name one with --bootnodes.".to_string()
		} else {
			format!(
				"Its bootnodes are {}. Check that each can be reached, that the peer id is that of the node there, that it is \
				 of the chain with the genesis block {genesis:?}, and that no other node has this one's key for the network.",
				known.join(", ")
			)
		};
		return Some(format!("The node finds no peers. {advice}"));
	}
	match phase {
		Some(WarpSyncPhase::AwaitingPeers { required_peers }) if peers < *required_peers => Some(format!(
			"Warp sync waits for {required_peers} peers, and there are {peers}. Name more with --bootnodes, or sync with \
			 --sync full."
		)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn bootnode() -> MultiaddrWithPeerId {
		MultiaddrWithPeerId {
			multiaddr: "/ip4/10.0.0.1/tcp/30333".parse().unwrap(),
			peer_id: PeerId::random(),
		}
	}

	#[test]
	fn address_should_be_found_in_use_while_another_listens() {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let address = listener.local_addr().unwrap();
		assert!(is_in_use(address));
		drop(listener);
		assert!(!is_in_use(address));
		assert!(!is_in_use("127.0.0.1:0".parse().unwrap()));
	}

	#[test]
	fn bootnode_should_be_refused_when_it_has_the_nodes_own_key() {
		let bootnode = bootnode();
		let own = bootnode.peer_id;
		let other = PeerId::random();
		assert_eq!(check_bootnodes(std::slice::from_ref(&bootnode), other), Ok(()));
		let refusal = check_bootnodes(&[bootnode], own).unwrap_err();
		assert!(refusal.contains(&own.to_string()), "{refusal}");
	}

	#[test]
	fn tcp_addresses_should_be_read() {
		let read = |text: &str| socket(&text.parse().unwrap()).map(|address| address.to_string());
		assert_eq!(read("/ip4/0.0.0.0/tcp/30333"), Some("0.0.0.0:30333".into()));
		assert_eq!(read("/ip6/::1/tcp/30333/ws"), Some("[::1]:30333".into()));
		assert_eq!(read("/dns/node.example/tcp/30333"), None);
	}

	#[test]
	fn warning_should_name_what_to_check_when_there_are_no_peers() {
		let genesis = Hash::repeat_byte(7);
		let alone = warning(&[], genesis, 0, None).expect("a warning");
		assert!(alone.contains("--bootnodes"), "{alone}");
		let known = bootnode();
		let shown = warning(std::slice::from_ref(&known), genesis, 0, None).expect("a warning");
		assert!(shown.contains(&known.to_string()) && shown.contains("0x0707"), "{shown}");
		assert_eq!(warning(&[known], genesis, 1, None), None);
	}

	#[test]
	fn warning_should_come_when_a_warp_sync_has_few_peers() {
		let phase = WarpSyncPhase::AwaitingPeers { required_peers: 3 };
		let shown = warning(&[], Hash::zero(), 1, Some(&phase)).expect("a warning");
		assert!(shown.contains("waits for 3 peers, and there are 1"), "{shown}");
		assert_eq!(warning(&[], Hash::zero(), 3, Some(&phase)), None);
		assert_eq!(warning(&[], Hash::zero(), 1, Some(&WarpSyncPhase::Complete)), None);
	}
}
