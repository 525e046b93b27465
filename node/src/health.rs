// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The health of the node for machines: `GET /health` at an address of its own. Unlike the health
//! of the RPC it knows whether blocks become final. The subcommand `health` asks it.

use crate::{
	bridge,
	clock::Clock,
	service::{FullBackend, FullClient},
};
use breakwater_runtime::{constants::SLOT_DURATION, opaque::Block, BlockNumber};
use clap::Args;
use http_body_util::Full;
use hyper::{
	body::{Bytes, Incoming},
	header::{HeaderValue, CACHE_CONTROL, CONTENT_TYPE},
	server::conn::http1,
	service::service_fn,
	Method, Request, Response, StatusCode,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use log::{info, warn};
use sc_consensus_babe::find_pre_digest;
use sc_network_sync::SyncingService;
use sc_service::Error;
use serde::Serialize;
use sp_consensus::SyncOracle;
use std::{
	convert::Infallible,
	io::{Read, Write},
	net::{SocketAddr, TcpStream},
	sync::Arc,
	time::{Duration, SystemTime},
};
use tokio::{net::TcpListener, sync::Semaphore};

/// The largest number of blocks that wait for finality on a healthy chain: a minute of them.
const MOST_LAG: BlockNumber = 20;
/// The largest age of the best block on a healthy chain, in seconds: the longest gap that is no
/// halt.
const MOST_AGE: u64 = 60;
/// The longest time to an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The requests that are answered at a time.
const AT_A_TIME: usize = 16;

/// The default address of the health.
const DEFAULT_ADDRESS: &str = "127.0.0.1:9616";

/// The flags of the subcommand `health`.
#[derive(Debug, Args)]
pub struct HealthCmd {
	/// The address at which a node shows its health: what it was given as --health-addr.
	#[arg(long, value_name = "ADDRESS", default_value = DEFAULT_ADDRESS)]
	pub addr: SocketAddr,
}

impl HealthCmd {
	/// Asks a node, prints its answer, and fails if it is not ready.
	pub fn run(&self) -> Result<(), String> {
		let address = self.addr;
		let failed = |reason: std::io::Error| {
			format!(
				"no node shows its health at {address} ({reason}). Start it with --health-addr {address}, or name its address \
				 with --addr."
			)
		};
		let mut stream = TcpStream::connect_timeout(&address, PATIENCE).map_err(failed)?;
		stream.set_read_timeout(Some(PATIENCE)).map_err(failed)?;
		stream.write_all(b"GET /health HTTP/1.0\r\n\r\n").map_err(failed)?;
		let mut answer = String::new();
		stream.read_to_string(&mut answer).map_err(failed)?;
		let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
		println!("{body}");
		let is_ready = head.split_whitespace().nth(1) == Some("200");
		is_ready.then_some(()).ok_or_else(|| "the node is not ready; its answer names the reasons.".into())
	}
}

/// The health of a node.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Health {
	/// True if there is no reason against it.
	ready: bool,
	/// The reasons why the node is not ready, in sentences.
	reasons: Vec<&'static str>,
	/// The number of the best block.
	best: BlockNumber,
	/// The number of the last final block.
	#[serde(rename = "final")]
	last_final: BlockNumber,
	/// The blocks that wait for finality.
	finality_lag: BlockNumber,
	/// The time since the best block's slot, in seconds.
	best_age_seconds: u64,
	/// The peers.
	peers: usize,
	/// True if the node catches up with the chain.
	is_syncing: bool,
	/// True if the node takes part in the proofs for other chains. A node that was synced by warp
	/// is not restarted before: it would never.
	bridge: bool,
	/// The lead of the clock, with the usual second or two of a block's way.
	clock_offset_seconds: Option<f64>,
}

/// The facts that make the health.
#[derive(Clone, Copy)]
struct Observed {
	best: BlockNumber,
	last_final: BlockNumber,
	best_age_seconds: u64,
	peers: usize,
	is_syncing: bool,
	bridge: bool,
	offset: Option<i64>,
	is_ahead: bool,
	/// True if the chain is one node alone.
	is_alone: bool,
}

impl From<Observed> for Health {
	fn from(seen: Observed) -> Self {
		let finality_lag = seen.best.saturating_sub(seen.last_final);
		let checks = [
			(seen.peers == 0 && !seen.is_alone, "The node has no peers."),
			(seen.is_syncing, "The node catches up with the chain."),
			(finality_lag > MOST_LAG, "Finality stands still."),
			(seen.best_age_seconds > MOST_AGE, "The best block is old."),
			(seen.is_ahead, "The machine's clock is ahead."),
		];
		let reasons: Vec<_> =
			checks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, reason)| reason).collect();
		Self {
			ready: reasons.is_empty(),
			reasons,
			best: seen.best,
			last_final: seen.last_final,
			finality_lag,
			best_age_seconds: seen.best_age_seconds,
			peers: seen.peers,
			is_syncing: seen.is_syncing,
			bridge: seen.bridge,
			clock_offset_seconds: seen.offset.map(|offset| offset as f64 / 1_000.0),
		}
	}
}

/// The parts of the node that tell its health.
#[derive(Clone)]
pub struct Probe {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// The sync.
	pub sync: Arc<SyncingService<Block>>,
	/// The clock.
	pub clock: Clock,
	/// True if the chain is one node alone: a development chain.
	pub is_alone: bool,
}

impl Probe {
	/// Shows the health at an address for ever. An address that is in use is an error.
	pub fn serve(self, address: SocketAddr) -> Result<impl std::future::Future<Output = ()>, Error> {
		let failed = |reason: std::io::Error| {
			Error::Other(format!(
				"the health cannot be shown at {address} ({reason}). Choose another --health-addr."
			))
		};
		let listener = std::net::TcpListener::bind(address).map_err(failed)?;
		listener.set_nonblocking(true).map_err(failed)?;
		let listener = TcpListener::from_std(listener).map_err(failed)?;
		info!("Health at http://{address}/health");
		Ok(self.answer(listener))
	}

	async fn answer(self, listener: TcpListener) {
		let slots = Arc::new(Semaphore::new(AT_A_TIME));
		loop {
			let Ok(slot) = slots.clone().acquire_owned().await else { return };
			let stream = match listener.accept().await {
				Ok((stream, _)) => stream,
				Err(reason) => {
					warn!("A request for the health failed: {reason}");
					// No more files can be open, perhaps.
					tokio::time::sleep(Duration::from_secs(1)).await;
					continue;
				}
			};
			let probe = self.clone();
			tokio::spawn(async move {
				let service = service_fn(|request| std::future::ready(probe.reply(&request)));
				let connection = http1::Builder::new()
					.timer(TokioTimer::new())
					.keep_alive(false)
					.serve_connection(TokioIo::new(stream), service);
				// One that asks nothing, or does not read, is dropped.
				let _ = tokio::time::timeout(PATIENCE, connection).await;
				drop(slot);
			});
		}
	}

	fn reply(&self, request: &Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
		let mut response = if (request.method(), request.uri().path()) == (&Method::GET, "/health") {
			let health = Health::from(self.look());
			let status = if health.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
			let body = serde_json::to_vec(&health).unwrap_or_default();
			let mut response = Response::new(Full::new(body.into()));
			*response.status_mut() = status;
			response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
			response
		} else {
			let mut response = Response::new(Full::new("There is /health alone.\n".into()));
			*response.status_mut() = StatusCode::NOT_FOUND;
			response
		};
		response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
		Ok(response)
	}

	fn look(&self) -> Observed {
		let info = self.client.chain_info();
		let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
		let header = self.client.header(info.best_hash).ok().flatten();
		// The genesis block has no slot. It is as old as it can be.
		let slot = header
			.and_then(|header| find_pre_digest::<Block>(&header).ok())
			.map_or(0, |digest| digest.slot().into());
		Observed {
			best: info.best_number,
			last_final: info.finalized_number,
			best_age_seconds: now.as_secs().saturating_sub(slot.saturating_mul(SLOT_DURATION) / 1_000),
			peers: self.sync.num_connected_peers(),
			is_syncing: self.sync.is_major_syncing(),
			bridge: bridge::has_state(&self.backend),
			offset: self.clock.offset(),
			is_ahead: self.clock.is_ahead(),
			is_alone: self.is_alone,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const WELL: Observed = Observed {
		best: 100,
		last_final: 98,
		best_age_seconds: 2,
		peers: 3,
		is_syncing: false,
		bridge: true,
		offset: Some(900),
		is_ahead: false,
		is_alone: false,
	};

	#[test]
	fn node_should_be_ready_when_blocks_are_made_and_final() {
		let health = Health::from(WELL);
		assert!(health.ready);
		let shown = serde_json::to_value(health).unwrap();
		let expected = serde_json::json!({
			"ready": true, "reasons": [], "best": 100, "final": 98, "finalityLag": 2, "bestAgeSeconds": 2, "peers": 3,
			"isSyncing": false, "bridge": true, "clockOffsetSeconds": 0.9,
		});
		assert_eq!(shown, expected);
	}

	/// Guard: the readiness of the RPC stays while finality stands still.
	#[test]
	fn node_should_not_be_ready_when_something_is_wrong() {
		let cases = [
			(Observed { last_final: 79, ..WELL }, "Finality stands still."),
			(Observed { best_age_seconds: 61, ..WELL }, "The best block is old."),
			(Observed { peers: 0, ..WELL }, "The node has no peers."),
			(Observed { is_syncing: true, ..WELL }, "The node catches up with the chain."),
			(Observed { is_ahead: true, ..WELL }, "The machine's clock is ahead."),
		];
		for (seen, reason) in cases {
			let health = Health::from(seen);
			assert_eq!((health.ready, &health.reasons[..]), (false, &[reason][..]));
		}
	}

	#[test]
	fn node_alone_should_need_no_peers() {
		assert!(Health::from(Observed { peers: 0, is_alone: true, ..WELL }).ready);
	}
}
