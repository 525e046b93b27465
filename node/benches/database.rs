// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The database's cost of reading and writing one record of the state: the prices in the weights.
//!
//! `cargo bench -p breakwater-node --bench database` fills a ParityDB, as the node uses it, with
//! the state of a million policies: their records and indices, and as many accounts. Then it reads
//! records at random, and imports blocks that change records at random, each block with its new
//! state root. Every record is looked up from the root, without a cache, as in the node's first
//! block after a start. `-- --policies N` fills another number; `-- --path DIR` names the folder of
//! the database, in the system's folder for temporary files otherwise.
//!
//! Prints the nanoseconds of a record: average, median, and the 75th, 95th and 99th of a hundred.
//! The averages are the prices in `runtime/src/configs/database.rs`. Takes some minutes, 8 GB of
//! memory and 4 GB of disk.

mod common;

use breakwater_runtime::{opaque::Block, Header};
use common::{open, Dice, Error};
use sc_client_api::{Backend as _, BlockImportOperation, NewBlockState, TrieCacheContext};
use sc_client_db::Backend;
use sp_runtime::traits::{Hash as _, Header as _};
use sp_runtime::{traits::BlakeTwo256, StateVersion, Storage};
use sp_state_machine::Backend as _;
use std::{
	path::{Path, PathBuf},
	process::ExitCode,
	time::{Duration, Instant},
};

type Hash = <BlakeTwo256 as sp_runtime::traits::Hash>::Output;

/// The number of policies, unless another is named.
const POLICIES: u32 = 1_000_000;
/// The records that are read, and are timed one by one.
const READS: u32 = 50_000;
/// The blocks that are imported, after some to warm up.
const BLOCKS: u32 = 150;
const WARM_UP: u32 = 10;
/// The records that change in a block: those of some dozens of purchases.
const CHANGES: u32 = 1_000;

/// The kinds of records: pallet, item, and the bytes of a value.
const KINDS: [(&[u8], &[u8], usize); 4] = [
	(b"Policies", b"Policies", 132),
	(b"Policies", b"ByProduct", 0),
	(b"Policies", b"ByHolder", 0),
	(b"System", b"Account", 80),
];

/// The key of a record.
fn key((pallet, item, _): (&[u8], &[u8], usize), number: u32) -> Vec<u8> {
	let id = BlakeTwo256::hash(&number.to_le_bytes());
	let prefix = [sp_io::hashing::twox_128(pallet), sp_io::hashing::twox_128(item)].concat();
	[prefix.as_slice(), id.as_bytes()].concat()
}

/// A value of a record; `age` tells those of different blocks apart.
fn value((.., length): (&[u8], &[u8], usize), number: u32, age: u32) -> Vec<u8> {
	let seed = BlakeTwo256::hash(&[number.to_le_bytes(), age.to_le_bytes()].concat());
	seed.as_bytes().iter().copied().cycle().take(length).collect()
}

fn header(number: u32, root: Hash, parent: Hash) -> Header {
	Header::new(number, Default::default(), root, parent, Default::default())
}

/// Writes the first block with its state. Returns its hash.
fn fill(backend: &Backend<Block>, policies: u32) -> Result<Hash, Error> {
	let mut storage = Storage::default();
	for kind in KINDS {
		storage.top.extend((0..policies).map(|number| (key(kind, number), value(kind, number, 0))));
	}
	let mut operation = backend.begin_operation()?;
	let root = operation.set_genesis_state(storage, true, StateVersion::V1)?;
	let first = header(0, root, Default::default());
	let hash = first.hash();
	operation.set_block_data(first, Some(Vec::new()), None, None, NewBlockState::Final, true)?;
	backend.commit_operation(operation)?;
	Ok(hash)
}

/// Times the reading of records at random.
fn read(backend: &Backend<Block>, at: Hash, policies: u32) -> Result<Vec<Duration>, Error> {
	let mut dice = Dice(1);
	let mut times = Vec::new();
	for _ in 0..READS {
		let kind = KINDS[dice.below(KINDS.len() as u32) as usize];
		let key = key(kind, dice.below(policies));
		let state = backend.state_at(at, TrieCacheContext::Untrusted)?;
		let start = Instant::now();
		let found = state.storage(&key)?;
		times.push(start.elapsed());
		assert!(found.is_some(), "the record is there");
	}
	Ok(times)
}

/// Times the import of blocks that change records at random: the time of a block by its records.
fn write(backend: &Backend<Block>, mut parent: Hash, policies: u32) -> Result<Vec<Duration>, Error> {
	let mut dice = Dice(2);
	let mut times = Vec::new();
	for number in 1..=BLOCKS + WARM_UP {
		let changes: Vec<_> = (0..CHANGES)
			.map(|_| {
				let kind = KINDS[dice.below(KINDS.len() as u32) as usize];
				let id = dice.below(policies);
				(key(kind, id), value((kind.0, kind.1, kind.2.max(1)), id, number))
			})
			.collect();
		let start = Instant::now();
		let state = backend.state_at(parent, TrieCacheContext::Untrusted)?;
		let delta = changes.iter().map(|(key, value)| (key.as_slice(), Some(value.as_slice())));
		let (root, update) = state.storage_root(delta, StateVersion::V1);
		let mut operation = backend.begin_operation()?;
		backend.begin_state_operation(&mut operation, parent)?;
		operation.update_db_storage(update)?;
		let block = header(number, root, parent);
		parent = block.hash();
		operation.set_block_data(block, Some(Vec::new()), None, None, NewBlockState::Final, true)?;
		backend.commit_operation(operation)?;
		if number > WARM_UP {
			times.push(start.elapsed() / CHANGES);
		}
	}
	Ok(times)
}

/// Prints a row of the table.
fn show(name: &str, mut times: Vec<Duration>) {
	let average = times.iter().sum::<Duration>() / times.len() as u32;
	times.sort();
	let part = |hundredths: usize| times[(times.len() - 1) * hundredths / 100].as_nanos();
	let columns = [average.as_nanos(), part(50), part(75), part(95), part(99)];
	let columns: Vec<_> = columns.iter().map(|nanos| format!("{nanos:>9}")).collect();
	println!("{name:<28}{}", columns.concat());
}

fn measure(path: &Path, policies: u32) -> Result<(), Error> {
	println!("Filling ParityDB with the state of {policies} policies, {} records.", 4 * u64::from(policies));
	let first = {
		let backend = open(path, None)?;
		fill(&backend, policies)?
	};
	// Opened anew, so that nothing of the state is kept in memory.
	let backend = open(path, None)?;
	let header: String =
		["average", "median", "75 %", "95 %", "99 %"].map(|name| format!("{name:>9}")).concat();
	println!("{:<28}{header}", "nanoseconds of a record");
	// Once for the system's own cache of the disk.
	read(&backend, first, policies)?;
	show("read", read(&backend, first, policies)?);
	show("write, in blocks of 1,000", write(&backend, first, policies)?);
	Ok(())
}

fn main() -> ExitCode {
	let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
	let (mut policies, mut path) = (POLICIES, std::env::temp_dir());
	while let Some(argument) = arguments.next() {
		let value = arguments.next();
		match (argument.as_str(), value) {
			("--policies", Some(value)) if value.parse().is_ok_and(|count: u32| count > 0) => {
				policies = value.parse().unwrap_or(POLICIES);
			}
			("--path", Some(value)) => path = PathBuf::from(value),
			_ => {
				eprintln!(
					"Options: --policies N, with N above zero, and --path DIR. There is no {argument}."
				);
				return ExitCode::FAILURE;
			}
		}
	}
	let path = path.join(format!("breakwater-database-{}", std::process::id()));
	let result = measure(&path, policies);
	// Nothing is left if there was nothing.
	let _ = std::fs::remove_dir_all(&path);
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("The database cannot be measured: {error}");
			ExitCode::FAILURE
		}
	}
}
