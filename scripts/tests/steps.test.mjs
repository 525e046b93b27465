// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, callsOf, exemptionsOf, isStep, methodsOf, stepsOf, traitsOf } from '../sources/steps.mjs';

const LIB = `
#[pallet::call]
impl<T: Config> Pallet<T> {
	/// A call: fn nothing(
	#[pallet::call_index(0)]
	#[pallet::weight(T::WeightInfo::deposit())]
	pub fn deposit(origin: OriginFor<T>) -> DispatchResult { Self::do_deposit() }
	#[pallet::call_index(1)]
	pub fn leave(
		origin: OriginFor<T>,
	) -> DispatchResult { Ok(()) }
}
impl<T: Config> Pallet<T> { pub fn state() -> u32 { 0 } }
`;

const TRAITS = `
pub trait Book<AccountId> {
	type Credit;
	/// Whether fn is_odd( is: "{".
	fn take(&self, by: u32) -> Result<(), ()>;
	fn give() { let _ = '{'; }
}
impl Book<u32> for () { fn other() {} }
pub trait Clock { fn now() -> u64; }
`;

const SEQUENCE = `
enum Step { Deposit(u8), Take }
fn step() -> impl Strategy<Value = Step> { prop_oneof![Just(Step::Take), (0u8..4).prop_map(Step::Deposit)] }
fn run(step: Step, world: &World) {
	match step {
		// Pools::leave(origin) would be nice
		Step::Deposit(who) => drop(Pools::deposit(signed(who))),
		Step::Take => world.take_all(),
	}
}
fn set_up() { Pools::leave(root()); }
proptest! { #[test] fn all(steps in steps()) { ExtBuilder::default().with_pool().build_and_execute(|| set_up()) } }
`;

const MOCK = `
impl ExtBuilder { pub fn take_all(self) -> Self { Pools::leave(root()); self } }
impl World { pub fn take_all(&self) { give_all() } }
pub fn give_all() { <Pools as Book<AccountId>>::take(1) }
pub fn unused() { Pools::give() }
`;

test('calls should be found by their index, and methods in their traits', () => {
  assert.deepEqual(callsOf(LIB), ['deposit', 'leave']);
  assert.deepEqual(methodsOf(TRAITS), [['Book', 'take'], ['Book', 'give'], ['Clock', 'now']]);
  assert.deepEqual(traitsOf('impl<T: Config> Book<T::AccountId> for Pallet<T> {\nimpl<T: Config> Clock for Pallet<T> {'), ['Book', 'Clock']);
  assert.deepEqual(traitsOf('impl<T: Config> contracts::book::Book for Pallet<T> {'), ['Book']);
  assert.equal(bare(`a("{", '{', b"\\"{", 'x, r) // {\n`), `a("", "", "", 'x, r)  \n`);
});

test('a step should be what is called in an arm, and by what is called there', () => {
  const text = stepsOf([SEQUENCE], [MOCK]);
  assert.ok(isStep(text, 'Pools', 'deposit'));
  assert.ok(isStep(text, 'Pools', 'take', ['Book']));
  // a comment, a set-up, a builder, and a helper that nobody calls are none
  assert.ok(!isStep(text, 'Pools', 'leave'));
  assert.ok(!isStep(text, 'Pools', 'give', ['Book']));
  // a call of another pallet is none either
  assert.ok(!isStep(text, 'Claims', 'deposit'));
});

test('a step that is taken out should be missed', () => {
  const without = SEQUENCE.replace('Pools::deposit(signed(who))', 'who');
  assert.ok(!isStep(stepsOf([without], [MOCK]), 'Pools', 'deposit'));
  assert.ok(!isStep(stepsOf([SEQUENCE], [MOCK.replace('give_all() }', '}')]), 'Pools', 'take', ['Book']));
});

test('calls that lives make should be found under their names', () => {
  const lives = `
fn act(dice: &mut Dice) { use breakwater_pools::Call as Pool; let _ = (Pool::deposit { pool }, breakwater_reserve::Call::donate { asset }, table.claim_call(1)); }
fn world() { breakwater_pools::Call::leave { pool }; }`;
  const helper = 'impl Table { fn claim_call(&self, n: u32) -> Call { breakwater_claims::Call::<Runtime>::claim { n } } }';
  const text = stepsOf([lives], [helper], ['act']);
  const found = [['Pools', 'deposit'], ['Reserve', 'donate'], ['Claims', 'claim'], ['Pools', 'leave'], ['Feeds', 'deposit']];
  assert.deepEqual(found.map(([pallet, name]) => isStep(text, pallet, name)), [true, true, true, false, false]);
});

test('an exemption should have a reason', () => {
  assert.deepEqual(exemptionsOf('# why\n\nall  A.b   it reads\n'), [{ where: 'all', what: 'A.b', reason: 'it reads' }]);
  assert.throws(() => exemptionsOf('all  A.b'), /line 1: it is "where what reason"/);
});
