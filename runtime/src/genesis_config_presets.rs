// SPDX-License-Identifier: Apache-2.0

//! The genesis states from which the node can start.
//!
//! `development` is rich and quick. It has one authority, a stablecoin, three oracle operators who
//! all have to feed, referenda of a minute, and a year as the longest gap that counts as active
//! time. It is marked as a development chain, which has wider bounds for its parameters.
//! `local_testnet` has three authorities, five oracle operators of whom three have to feed, and the
//! numbers and bounds of a public chain. `staging` is a public chain, with keys of its own.

use crate::{
	configs::consensus::BABE_GENESIS_EPOCH_CONFIG,
	constants::*,
	dynamic_params as params,
	staging::{staging, STAGING_RUNTIME_PRESET},
	*,
};
use alloc::{format, string::String, vec, vec::Vec};
use breakwater_primitives::{derived_account, YEAR};
use codec::Encode;
use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// The stablecoin of the presets.
pub const USDB: u32 = 1;
/// The decimals of the stablecoin.
pub const USDB_DECIMALS: u8 = 6;
/// The endowment of each well-known account in the native token: a million BRKW.
pub const NATIVE_ENDOWMENT: Balance = 1_000_000 * BRKW;
/// The endowment of each well-known account in the stablecoin: a thousand million USDB.
pub const USDB_ENDOWMENT: Balance = 1_000_000_000 * 1_000_000;

/// The bond of each operator of the presets: the bond that the chain asks by default.
pub const OPERATOR_BOND: Balance = 10_000 * BRKW;
/// The bond of each validator of the presets: the bond that the chain asks by default.
pub const VALIDATOR_BOND: Balance = 10_000 * BRKW;
/// The balance of the reward pool of the operators' rewards. It rewards no operator before a
/// referendum gives a feed a reward.
pub const REWARD_POOL: Balance = 1_000 * BRKW;

/// One authority: its account, and its session keys of the same seed.
pub type Authority = (AccountId, SessionKeys);

/// The public keys of secp256k1 of Alice, Bob and Charlie, which sign for other chains. The keyring
/// of the SDK has none of this kind.
const BEEFY_KEYS: [(Sr25519Keyring, [u8; 33]); 3] = [
	(
		Sr25519Keyring::Alice,
		sp_core::hex2array!("020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1"),
	),
	(
		Sr25519Keyring::Bob,
		sp_core::hex2array!("0390084fdbf27d2b79d26a4f13f0ccd982cb755a661969143c37cbc49ef5b91f27"),
	),
	(
		Sr25519Keyring::Charlie,
		sp_core::hex2array!("0389411795514af1627765eceffcbd002719f031604fadd7d188e2dc585b4e1afb"),
	),
];

fn authority(account: Sr25519Keyring, finality: Ed25519Keyring) -> Authority {
	let beefy = BEEFY_KEYS.iter().find(|(key, _)| *key == account).map_or([0; 33], |(_, public)| *public);
	let keys = SessionKeys {
		babe: account.public().into(),
		grandpa: finality.public().into(),
		authority_discovery: account.public().into(),
		beefy: sp_core::ecdsa::Public::from_raw(beefy).into(),
	};
	(account.to_account_id(), keys)
}

/// Returns the account that owns an asset with a keyless team: the assets of genesis, and all in
/// which pools may be opened. It is a hash, so there is no key for it.
pub fn asset_owner(asset: u32) -> Option<AccountId> {
	derived_account(b"asset", asset)
}

/// Returns Alice to Ferdie, and their stashes.
fn well_known() -> Vec<AccountId> {
	Sr25519Keyring::well_known().map(|key| key.to_account_id()).collect()
}

fn genesis(
	authorities: Vec<Authority>,
	operators: &[Sr25519Keyring],
	parameters: Vec<RuntimeParameters>,
	is_development: bool,
) -> Value {
	let owner = asset_owner(USDB).unwrap_or(AccountId::new([0; 32]));
	let operators: Vec<(AccountId, Balance)> =
		operators.iter().map(|key| (key.to_account_id(), OPERATOR_BOND)).collect();
	let candidates: Vec<(AccountId, Balance)> =
		authorities.iter().map(|(account, ..)| (account.clone(), VALIDATOR_BOND)).collect();
	// Operators and validators have their bonds on top.
	let endowment = |account: &AccountId| {
		let bonds = operators.iter().chain(&candidates).filter(|(bonded, _)| bonded == account);
		bonds.fold(NATIVE_ENDOWMENT, |sum, (_, bond)| sum.saturating_add(*bond))
	};
	let mut balances: Vec<(AccountId, Balance)> =
		well_known().into_iter().map(|account| (account.clone(), endowment(&account))).collect();
	balances.push((Treasury::account_id(), BRKW));
	let reward_pool = Feeds::account().map_or(0, |account| {
		balances.push((account, REWARD_POOL));
		REWARD_POOL
	});
	let parameters: Vec<String> = parameters
		.into_iter()
		.map(|parameter| format!("0x{}", sp_core::hexdisplay::HexDisplay::from(&parameter.encode())))
		.collect();
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances },
		assets: AssetsConfig {
			assets: vec![(USDB, owner, true, 1)],
			metadata: vec![(USDB, b"Breakwater USD".to_vec(), b"USDB".to_vec(), USDB_DECIMALS)],
			accounts: well_known().into_iter().map(|account| (USDB, account, USDB_ENDOWMENT)).collect(),
		},
		session: SessionConfig {
			keys: authorities.into_iter().map(|(account, keys)| (account.clone(), account, keys)).collect(),
		},
		validators: ValidatorsConfig { candidates },
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		pools: PoolsConfig {
			// A deposit and a withdrawal are worth at least one BRKW or one USDB.
			listed_assets: vec![
				(AssetId::Native, BRKW, BRKW),
				(AssetId::WithId(USDB), 10u128.pow(USDB_DECIMALS.into()), 10u128.pow(USDB_DECIMALS.into())),
			],
		},
		feeds: FeedsConfig { operators, reward_pool },
		genesis_parameters: GenesisParametersConfig { parameters, is_development },
	})
}

/// Returns the parameters of the development preset that differ from the defaults.
pub fn development_parameters() -> Vec<RuntimeParameters> {
	use params::{clock, democracy, pools};
	vec![
		// A pool sells as soon as any account has deposited.
		RuntimeParameters::Pools(pools::Parameters::MinManagerPart(
			pools::MinManagerPart,
			Some(sp_runtime::Permill::zero()),
		)),
		RuntimeParameters::Clock(clock::Parameters::MaxGap(clock::MaxGap, Some(YEAR))),
		RuntimeParameters::Democracy(democracy::Parameters::LaunchPeriod(democracy::LaunchPeriod, Some(10))),
		RuntimeParameters::Democracy(democracy::Parameters::VotingPeriod(democracy::VotingPeriod, Some(10))),
		RuntimeParameters::Democracy(democracy::Parameters::EnactmentPeriod(
			democracy::EnactmentPeriod,
			Some(5),
		)),
		RuntimeParameters::Democracy(democracy::Parameters::VoteLockingPeriod(
			democracy::VoteLockingPeriod,
			Some(5),
		)),
	]
}

/// Returns the development preset: one authority, three operators, quick referenda.
pub fn development() -> Value {
	use Sr25519Keyring::{Alice, Charlie, Dave, Eve};
	genesis(
		vec![authority(Alice, Ed25519Keyring::Alice)],
		&[Charlie, Dave, Eve],
		development_parameters(),
		true,
	)
}

/// Returns the test network's preset: three authorities, five operators, the numbers of a public
/// chain.
pub fn local_testnet() -> Value {
	use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie};
	genesis(
		vec![
			authority(Alice, Ed25519Keyring::Alice),
			authority(Bob, Ed25519Keyring::Bob),
			authority(Charlie, Ed25519Keyring::Charlie),
		],
		&[Bob, Charlie, Dave, Eve, Ferdie],
		Vec::new(),
		false,
	)
}

/// Returns the JSON patch of a preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => development(),
		LOCAL_TESTNET_RUNTIME_PRESET => local_testnet(),
		STAGING_RUNTIME_PRESET => staging()?,
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// Returns the presets' names.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, STAGING_RUNTIME_PRESET].map(PresetId::from).into()
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::Pair;

	#[test]
	fn keys_for_other_chains_should_be_those_of_the_names() {
		for (name, public) in BEEFY_KEYS {
			let pair = sp_core::ecdsa::Pair::from_string(&name.to_seed(), None).expect("a name is a seed");
			assert_eq!(pair.public().0, public, "{name}");
		}
	}
}
