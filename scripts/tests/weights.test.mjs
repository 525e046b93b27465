// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchmarksOf, inWeights, itemsOf, storageIn, unweighed, weightsOf } from '../sources/weights.mjs';

const BENCHMARKS = `
#[benchmarks]
pub mod benchmarks {
	/// A deposit: fn nothing(x: u32)
	#[benchmark]
	pub fn deposit(l: Linear<1, MAX_LINES>) -> Result<(), BenchmarkError> { Ok(()) }
	#[benchmark]
	pub fn resign(f: Linear<0, { T::MaxFeeds::get() }>) -> Result<(), BenchmarkError> { Ok(()) }
	#[benchmark]
	pub fn leave() -> Result<(), BenchmarkError> { Ok(()) }
	fn helper(a: u32) {}
}
`;

const WEIGHTS = `
pub trait WeightInfo {
	/// Measured by the benchmark \`deposit\`.
	fn deposit(l: u32, ) -> Weight;
	fn resign(f: u32) -> Weight;
	fn leave() -> Weight;
}
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: \`Pools::Pools\` (r:1 w:1)
	// Storage: \`Assets::Asset\` (r:1 w:1)
	fn deposit(l: u32) -> Weight { Weight::zero() }
}
`;

const LIB = `
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Twox64Concat, PoolId, Pool>;
	#[pallet::call_index(0)]
	#[pallet::weight(Pallet::<T>::weight_on(PoolSize::MOST, T::WeightInfo::deposit))]
	pub fn deposit(origin: OriginFor<T>) -> DispatchResult { Ok(()) }
	#[pallet::call_index(1)]
	#[pallet::weight(Pallet::<T>::leaving_weight())]
	pub fn leave(origin: OriginFor<T>) -> DispatchResult { Ok(()) }
`;

const KNOWN = new Map([['Pools', ['Pools']]]);
const found = (change = {}) => inWeights({ benchmarks: BENCHMARKS, weights: WEIGHTS, lib: LIB, ...change }, KNOWN);

test('benchmarks and weights should be read with their components', () => {
  assert.deepEqual(benchmarksOf(BENCHMARKS), ['deposit(l)', 'resign(f)', 'leave()']);
  assert.deepEqual(weightsOf(WEIGHTS), ['deposit(l)', 'resign(f)', 'leave()']);
  assert.deepEqual(itemsOf(LIB), ['Pools']);
  assert.deepEqual(storageIn(WEIGHTS), [
    ['Pools', 'Pools'],
    ['Assets', 'Asset'],
  ]);
  assert.deepEqual(found(), []);
});

test('a benchmark without a weight should be found, and a weight without a benchmark', () => {
  const benchmarks = BENCHMARKS.replace('fn leave(', 'fn exit(');
  assert.deepEqual(found({ benchmarks }), ['the benchmark exit() has no weight', 'the weight leave() has no benchmark']);
  const weights = WEIGHTS.replace('fn deposit(l: u32, )', 'fn deposit()');
  assert.deepEqual(found({ weights }), ['the benchmark deposit(l) has no weight', 'the weight deposit() has no benchmark']);
});

test('a call with a weight of its own making should be found', () => {
  const lib = LIB.replace('Pallet::<T>::leaving_weight()', '10_000');
  assert.deepEqual(unweighed(lib), ['leave']);
  assert.deepEqual(found({ lib }), ['the call leave is not charged a weight of the pallet']);
});

test('storage that is gone should be found once, and that of other pallets be left alone', () => {
  const weights = WEIGHTS.replace('`Pools::Pools` (r:1 w:1)', '`Pools::Pins` (r:1)\n\t// Storage: `Pools::Pins` (r:2)');
  assert.deepEqual(found({ weights }), ['Pools::Pins is named, and is no storage any more']);
});
