// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The parts that the benchmarks share: the node's database, and dice.

use breakwater_runtime::opaque::Block;
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use std::path::Path;

pub type Error = Box<dyn std::error::Error>;

/// The blocks whose state a node keeps.
const KEPT: u32 = 256;

/// Numbers that look random and are the same in each run.
pub struct Dice(pub u64);

impl Dice {
	/// A number below `bound`.
	pub fn below(&mut self, bound: u32) -> u32 {
		self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		((self.0 >> 33) % u64::from(bound)) as u32
	}
}

/// Opens a ParityDB as the node does, with a cache of so many bytes for the state.
pub fn open(path: &Path, cache: Option<usize>) -> Result<Backend<Block>, Error> {
	let settings = DatabaseSettings {
		trie_cache_maximum_size: cache,
		state_pruning: Some(PruningMode::blocks_pruning(KEPT)),
		source: DatabaseSource::ParityDb { path: path.to_path_buf() },
		blocks_pruning: BlocksPruning::KeepFinalized,
		pruning_filters: Vec::new(),
		metrics_registry: None,
	};
	Ok(Backend::new(settings, 4_096)?)
}
