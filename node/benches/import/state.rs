// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The state in which a chain starts: the development preset, changed by the runtime's own calls.

use crate::{common::Error, cover::*};
use breakwater_primitives::{Decision, PoolId, Terms, Tranche, Trigger};
use breakwater_primitives::{FeedId, FeedSet, FeedValue, Moment, Order, ProductId, DAY, HOUR, ONE};
use breakwater_runtime::*;
use codec::Encode;
use frame_support::{
	traits::{OnPoll, OnTimestampSet},
	weights::WeightMeter,
};
use sp_core::{sr25519, storage::well_known_keys, Pair};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::Storage;
use sp_state_machine::BasicExternalities;

const START: Moment = 20_000 * DAY;
/// The cover of each policy of the plain market.
pub const COVER: Balance = 10 * USD;
/// The capital of the plain market's pool.
const CAPITAL: Balance = 100_000_000 * USD;

/// A state, and the time in it.
pub struct State {
	ext: BasicExternalities,
}

impl State {
	/// Returns the development preset, with so many validators instead of its one.
	pub fn development(validators: u32) -> Result<Self, Error> {
		let mut config = serde_json::to_value(RuntimeGenesisConfig::default())?;
		sc_chain_spec::json_merge(&mut config, genesis_config_presets::development());
		if validators > 1 {
			let validators: Vec<_> = (0..validators).map(validator).collect();
			let bonded = |amount| validators.iter().map(move |(account, ..)| (account.clone(), amount));
			let bond = genesis_config_presets::VALIDATOR_BOND;
			config["validators"]["candidates"] = serde_json::to_value(bonded(bond).collect::<Vec<_>>())?;
			let balances = config["balances"]["balances"].as_array_mut().ok_or("there are no balances")?;
			// Alice, the first, has the preset's.
			for balance in bonded(2 * bond).skip(1) {
				balances.push(serde_json::to_value(balance)?);
			}
			config["session"]["keys"] = serde_json::to_value(validators)?;
		}
		let config = serde_json::to_vec(&config)?;
		let mut ext = BasicExternalities::new_empty();
		ext.execute_with(|| {
			frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(config)?;
			pass(START);
			Ok::<_, String>(())
		})?;
		Ok(Self { ext })
	}

	/// Runs `f` in the state.
	pub fn run<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// Returns the state with the code of the runtime, and the time in it.
	pub fn finish(mut self, wasm: &[u8]) -> (Storage, Moment) {
		let now = self.run(pallet_timestamp::Now::<Runtime>::get);
		let mut storage = self.ext.into_storages();
		storage.top.insert(well_known_keys::CODE.to_vec(), wasm.to_vec());
		(storage, now)
	}
}

/// Returns a validator with its session keys, of which it has one of each kind.
fn validator(n: u32) -> (AccountId, AccountId, opaque::SessionKeys) {
	let seed = sp_io::hashing::blake2_256(&(b"validator", n).encode());
	let account = if n == 0 { Sr25519Keyring::Alice.to_account_id() } else { AccountId::new(seed) };
	let grandpa = if n == 0 {
		Ed25519Keyring::Alice.public().into()
	} else {
		sp_core::ed25519::Pair::from_seed(&seed).public().into()
	};
	let keys = opaque::SessionKeys {
		babe: sr25519::Pair::from_seed(&seed).public().into(),
		grandpa,
		authority_discovery: sr25519::Pair::from_seed(&seed).public().into(),
		beefy: sp_core::ecdsa::Pair::from_seed(&seed).public().into(),
	};
	(account.clone(), account, keys)
}

/// Returns the n-th of the keys that sign transactions.
pub fn key(n: u32) -> sr25519::Pair {
	sr25519::Pair::from_seed(&sp_io::hashing::blake2_256(&(b"signer", n).encode()))
}

/// Returns the account of a key.
pub fn account(key: &sr25519::Pair) -> AccountId {
	AccountId::new(key.public().0)
}

/// Moves both clocks on.
pub fn pass(millis: Moment) {
	let now = pallet_timestamp::Now::<Runtime>::get() + millis;
	pallet_timestamp::Now::<Runtime>::put(now);
	Clock::on_timestamp_set(now);
}

/// Returns the call that feeds a price of one on some feeds.
pub fn feed_all(feeds: impl Iterator<Item = FeedId>) -> breakwater_feeds::Call<Runtime> {
	let values: Vec<_> = feeds.map(|feed| FeedValue { feed, value: ONE }).collect();
	breakwater_feeds::Call::feed { values: values.try_into().expect("they fit") }
}

/// Passes so many hours. After each of them the triggers are polled, and the operators make a call.
pub fn pass_hours(hours: u32, operators: &[AccountId], call: &breakwater_feeds::Call<Runtime>) {
	for _ in 0..hours {
		pass(HOUR);
		Triggers::on_poll(System::block_number(), &mut WeightMeter::new());
		operators.iter().for_each(|operator| submit(call.clone(), operator.clone()));
	}
}

/// Returns the operators of the development preset.
pub fn operators() -> Vec<Sr25519Keyring> {
	vec![Sr25519Keyring::Charlie, Sr25519Keyring::Dave, Sr25519Keyring::Eve]
}

/// Lists the plain market's product, whose trigger watches one feed.
pub fn list_plain() -> ProductId {
	let product = breakwater_products::NextProduct::<Runtime>::get();
	let trigger = Trigger { feeds: FeedSet::One(FEED), ..trigger() };
	list(Decision::Trigger(trigger), Terms { max_cover: 1_000 * USD, ..terms() });
	product
}

/// Opens the plain market's pool, and sells so many policies of as many holders.
pub fn sell_plain(product: ProductId, policies: u32) {
	let pool = open_pool(product, CAPITAL);
	eprintln!("Pool {pool} sells {policies} policies …");
	for n in 0..policies {
		fund(&who(n), 1, 2 * COVER);
		buy(n, order(product, COVER, n));
	}
}

/// Opens a pool of Alice for a product, with capital of Bob in its junior tranche.
pub fn open_pool(product: ProductId, amount: Balance) -> PoolId {
	let pool = breakwater_pools::NextPool::<Runtime>::get();
	create_pool(pool, product, Sr25519Keyring::Alice.to_account_id());
	let deposit = breakwater_pools::Call::deposit { pool, tranche: Tranche::Junior, amount, min_shares: 1 };
	submit(deposit, Sr25519Keyring::Bob.to_account_id());
	pool
}

/// Returns the plain market, with so many policies, and so many accounts that can buy more.
pub fn plain(policies: u32, buyers: u32) -> Result<(State, ProductId), Error> {
	let mut state = State::development(1)?;
	let product = state.run(|| {
		let product = list_plain();
		let operators: Vec<_> = operators().into_iter().map(|key| key.to_account_id()).collect();
		pass_hours(3, &operators, &feed(ONE));
		sell_plain(product, policies);
		for n in 0..buyers {
			fund(&account(&key(n)), 10, 2 * COVER);
		}
		product
	});
	Ok((state, product))
}

/// Returns the purchase of the n-th key.
pub fn purchase(product: ProductId, n: u32) -> (sr25519::Pair, RuntimeCall) {
	let order: Order<AccountId> = order(product, COVER, n);
	(key(n), breakwater_policies::Call::buy { order, beneficiary: None }.into())
}
