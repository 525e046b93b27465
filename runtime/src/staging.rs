// SPDX-License-Identifier: Apache-2.0

//! The genesis of a public network. It has no well-known keys, no stablecoin, no pools and no
//! products: referenda list them. The people and the amounts come from `staging.json`, beside the
//! sources.

use crate::{configs::consensus::BABE_GENESIS_EPOCH_CONFIG, genesis_config_presets::*, *};
use alloc::{vec, vec::Vec};
use constants::BRKW;
use serde_json::{from_str, from_value, json, Value};

/// The name of the preset.
pub const STAGING_RUNTIME_PRESET: &str = "staging";

/// The largest amount in the input, in whole BRKW. Numbers of JSON have 64 bits here.
pub const MOST: u64 = 18_000_000;

/// The input as it is committed.
const INPUT: &str = include_str!("../staging.json");

/// The people of a public network, and their amounts in smallest units.
struct Input {
	validators: Vec<(AccountId, SessionKeys)>,
	operators: Vec<AccountId>,
	balances: Vec<(AccountId, Balance)>,
	reward_pool: Balance,
}

impl Input {
	/// Reads an input, or returns `None` if it has a fault.
	fn read(text: &str) -> Option<Self> {
		let input: Value = from_str(text).ok()?;
		let list = |name: &str| input.get(name)?.as_array().cloned();
		let account = |entry: &Value| from_value::<AccountId>(entry.get("account")?.clone()).ok();
		let amount = |entry: &Value, name: &str| {
			let whole = entry.get(name)?.as_u64().filter(|whole| *whole <= MOST)?;
			Balance::from(whole).checked_mul(BRKW)
		};
		let working = amount(&input, "working")?;
		let session = |entry: &Value| from_value::<SessionKeys>(entry.get("keys")?.clone()).ok();
		let validators = list("validators")?;
		let validators = validators.iter().map(|entry| Some((account(entry)?, session(entry)?)));
		let validators = validators.collect::<Option<Vec<_>>>()?;
		let operators: Vec<AccountId> = from_value(input.get("operators")?.clone()).ok()?;
		let allocations = list("allocations")?;
		let allocations = allocations.iter().map(|entry| Some((account(entry)?, amount(entry, "amount")?)));
		let mut balances = allocations.collect::<Option<Vec<_>>>()?;
		let with_work = |bond: Balance| working.checked_add(bond);
		for (who, _) in &validators {
			balances.push((who.clone(), with_work(VALIDATOR_BOND)?));
		}
		for who in &operators {
			balances.push((who.clone(), with_work(OPERATOR_BOND)?));
		}
		let reward_pool = amount(&input, "rewardPool")?;
		balances.push((Treasury::account_id(), amount(&input, "treasury")?));
		balances.push((Feeds::account()?, reward_pool));
		Some(Self { validators, operators, balances, reward_pool })
	}

	/// Returns the genesis.
	fn genesis(self) -> Value {
		let bonded = |accounts: Vec<AccountId>, bond| -> Vec<(AccountId, Balance)> {
			accounts.into_iter().map(|who| (who, bond)).collect()
		};
		let accounts = self.validators.iter().map(|(who, _)| who.clone()).collect();
		let keys: Vec<_> = self.validators.into_iter().map(|(who, keys)| (who.clone(), who, keys)).collect();
		json!({
			"balances": { "balances": self.balances },
			"session": { "keys": keys },
			"validators": { "candidates": bonded(accounts, VALIDATOR_BOND) },
			"babe": { "epochConfig": BABE_GENESIS_EPOCH_CONFIG },
			"pools": { "listedAssets": vec![(AssetId::Native, BRKW, BRKW)] },
			"feeds": { "operators": bonded(self.operators, OPERATOR_BOND), "rewardPool": self.reward_pool },
		})
	}
}

/// Returns the preset of a public network, or `None` if its input has a fault.
pub fn staging() -> Option<Value> {
	Input::read(INPUT).map(Input::genesis)
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::collections::BTreeSet;
	use codec::Encode;
	use sp_core::Pair;
	use sp_keyring::Sr25519Keyring;

	/// Returns the public keys of all names of the SDK, of all kinds.
	fn well_known() -> BTreeSet<Vec<u8>> {
		let seeds =
			Sr25519Keyring::iter().flat_map(|key| [key.to_seed(), format!("{}//stash", key.to_seed())]);
		let keys = |seed: alloc::string::String| {
			[
				sp_core::sr25519::Pair::from_string(&seed, None).expect("a seed").public().encode(),
				sp_core::ed25519::Pair::from_string(&seed, None).expect("a seed").public().encode(),
				sp_core::ecdsa::Pair::from_string(&seed, None).expect("a seed").public().encode(),
			]
		};
		seeds.flat_map(keys).collect()
	}

	#[test]
	fn input_should_have_no_well_known_keys_and_no_key_twice() {
		let input = Input::read(INPUT).expect("the input has no fault");
		let mut keys: Vec<_> = input.operators.iter().map(Encode::encode).collect();
		keys.extend(
			input
				.balances
				.iter()
				.map(|(who, _)| who.encode())
				.filter(|who| !keys.contains(who))
				.collect::<Vec<_>>(),
		);
		for (_, session) in &input.validators {
			let SessionKeys { babe, grandpa, authority_discovery, beefy } = session;
			keys.extend([babe.encode(), grandpa.encode(), authority_discovery.encode(), beefy.encode()]);
		}
		let known = well_known();
		assert!(known.contains(&Sr25519Keyring::Alice.public().encode()));
		assert!(keys.iter().all(|key| !known.contains(key)));
		assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each key is there once");
	}

	#[test]
	fn input_should_have_enough_people() {
		let input = Input::read(INPUT).expect("the input has no fault");
		// One validator of four can fail, and two operators of five.
		assert!(input.validators.len() >= 4 && input.operators.len() >= 5);
	}

	#[test]
	fn faults_of_the_input_should_be_found() {
		assert!(Input::read(INPUT).is_some());
		let faults = [
			("\"treasury\": 3000000", "\"treasury\": 18000001"),
			("\"working\"", "\"walking\""),
			("\"grandpa\": \"5", "\"grandpa\": \"6"),
			("\"operators\"", "\"operator\""),
		];
		for (sound, faulty) in faults {
			assert!(INPUT.contains(sound), "{sound}");
			assert!(Input::read(&INPUT.replacen(sound, faulty, 1)).is_none(), "{faulty}");
		}
	}
}
