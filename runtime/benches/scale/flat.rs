// SPDX-License-Identifier: Apache-2.0

//! A state as a hash map. ParityDB, too, finds a value by the hash of its key, for any number of
//! keys. A trie in memory would add its own depth to the measurement.

use sp_core::storage::{ChildInfo, StateVersion};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{
	backend::{Backend, IterArgs, StorageIterator},
	BackendTransaction, Ext, OverlayedChanges, UsageInfo,
};
use sp_trie::MerkleValue;
use std::{
	cell::RefCell,
	collections::{BTreeSet, HashMap},
	time::{Duration, Instant},
};

type Key = Vec<u8>;
type Value = Vec<u8>;
type Root = sp_core::H256;

/// The different keys that a piece of work reads and writes.
#[derive(Clone, Debug)]
pub struct Touched {
	pub read: BTreeSet<Key>,
	pub written: BTreeSet<Key>,
}

impl Touched {
	/// Returns the numbers of keys read and written.
	pub fn counts(&self) -> (usize, usize) {
		(self.read.len(), self.written.len())
	}
}

/// All keys and values, and on top of them the changes of the preparation of a measurement.
#[derive(Clone, Default)]
pub struct Flat {
	values: HashMap<Key, Value>,
	prepared: HashMap<Key, Option<Value>>,
	/// The keys that were read, if they are counted.
	reads: RefCell<Option<BTreeSet<Key>>>,
}

impl Flat {
	pub fn new(values: impl IntoIterator<Item = (Key, Value)>) -> Self {
		Self { values: values.into_iter().collect(), ..Self::default() }
	}

	/// Returns the number of keys, and of bytes of keys and values.
	pub fn size(&self) -> (usize, usize) {
		(self.values.len(), self.values.iter().map(|(key, value)| key.len() + value.len()).sum())
	}

	/// Runs `work` and keeps its changes.
	pub fn change(&mut self, work: impl FnOnce()) {
		for (key, value) in self.changes(work) {
			match value {
				Some(value) => self.values.insert(key, value),
				None => self.values.remove(&key),
			};
		}
	}

	/// Returns the time that `work` takes after `prepare`. The changes of both are dropped.
	pub fn time<P>(&mut self, prepare: impl FnOnce() -> P, work: impl FnOnce(P)) -> Duration {
		let mut taken = Duration::ZERO;
		self.after(prepare, |flat, prepared| {
			flat.changes(|| {
				let start = Instant::now();
				work(prepared);
				taken = start.elapsed();
			});
		});
		taken
	}

	/// Returns the keys that `work` touches after `prepare`. The changes of both are dropped.
	pub fn count<P>(&mut self, prepare: impl FnOnce() -> P, work: impl FnOnce(P)) -> Touched {
		self.after(prepare, |flat, prepared| {
			flat.reads.replace(Some(BTreeSet::new()));
			let written = flat.changes(|| work(prepared)).into_iter().map(|(key, _)| key).collect();
			let read = flat.reads.take().unwrap_or_default();
			Touched { read, written }
		})
	}

	fn after<P, R>(&mut self, prepare: impl FnOnce() -> P, then: impl FnOnce(&Self, P) -> R) -> R {
		let mut prepared = None;
		self.prepared = self.changes(|| prepared = Some(prepare())).into_iter().collect();
		let result = then(self, prepared.expect("the preparation has run"));
		self.prepared.clear();
		result
	}

	/// Returns the changes of `work`, run as a node would run it: on an overlay over the state.
	fn changes(&self, work: impl FnOnce()) -> Vec<(Key, Option<Value>)> {
		let mut overlay = OverlayedChanges::<BlakeTwo256>::default();
		let mut ext = Ext::new(&mut overlay, self, None);
		sp_externalities::set_and_run_with_externalities(&mut ext, work);
		overlay.changes_mut().map(|(key, entry)| (key.clone(), entry.value().cloned())).collect()
	}
}

impl std::fmt::Debug for Flat {
	fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
		write!(f, "a state of {} keys", self.values.len())
	}
}

/// Stops the benchmark at a request that the measured calls do not make. Walking over keys is work
/// that grows with their number.
fn never<T>(what: &str) -> T {
	panic!("a call that must not depend on the number of keys asked for {what}")
}

impl Backend<BlakeTwo256> for Flat {
	type Error = String;
	type TrieBackendStorage = BackendTransaction<BlakeTwo256>;
	type RawIter = NoIterator;

	fn storage(&self, key: &[u8]) -> Result<Option<Value>, String> {
		if let Some(reads) = self.reads.borrow_mut().as_mut() {
			reads.insert(key.to_vec());
		}
		let prepared = if self.prepared.is_empty() { None } else { self.prepared.get(key) };
		Ok(prepared.cloned().unwrap_or_else(|| self.values.get(key).cloned()))
	}

	fn storage_hash(&self, key: &[u8]) -> Result<Option<Root>, String> {
		Ok(self.storage(key)?.map(|value| sp_io::hashing::blake2_256(&value).into()))
	}

	fn exists_storage(&self, key: &[u8]) -> Result<bool, String> {
		Ok(self.storage(key)?.is_some())
	}

	fn next_storage_key(&self, _: &[u8]) -> Result<Option<Key>, String> {
		never("the next key")
	}

	fn raw_iter(&self, _: IterArgs) -> Result<NoIterator, String> {
		never("all keys")
	}

	fn storage_root<'a>(
		&self,
		_: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		_: StateVersion,
	) -> (Root, BackendTransaction<BlakeTwo256>) {
		never("the state's root")
	}

	fn closest_merkle_value(&self, _: &[u8]) -> Result<Option<MerkleValue<Root>>, String> {
		never("a node of the trie")
	}

	fn child_closest_merkle_value(
		&self,
		_: &ChildInfo,
		_: &[u8],
	) -> Result<Option<MerkleValue<Root>>, String> {
		never("a node of a child trie")
	}

	fn child_storage(&self, _: &ChildInfo, _: &[u8]) -> Result<Option<Value>, String> {
		never("a child trie")
	}

	fn child_storage_hash(&self, _: &ChildInfo, _: &[u8]) -> Result<Option<Root>, String> {
		never("a child trie")
	}

	fn next_child_storage_key(&self, _: &ChildInfo, _: &[u8]) -> Result<Option<Key>, String> {
		never("a child trie")
	}

	fn child_storage_root<'a>(
		&self,
		_: &ChildInfo,
		_: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		_: StateVersion,
	) -> (Root, bool, BackendTransaction<BlakeTwo256>) {
		never("a child trie")
	}

	fn register_overlay_stats(&self, _: &sp_state_machine::StateMachineStats) {}

	fn usage_info(&self) -> UsageInfo {
		UsageInfo::empty()
	}
}

/// An iterator without keys: there is no walking over them.
pub struct NoIterator;

impl StorageIterator<BlakeTwo256> for NoIterator {
	type Backend = Flat;
	type Error = String;

	fn next_key(&mut self, _: &Flat) -> Option<Result<Key, String>> {
		never("the next key")
	}

	fn next_pair(&mut self, _: &Flat) -> Option<Result<(Key, Value), String>> {
		never("the next key")
	}

	fn was_complete(&self) -> bool {
		true
	}
}
