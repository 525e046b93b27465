// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The chains the node knows by name.
//!
//! The genesis state comes from presets inside the runtime. This file only names them and adds the
//! needs of the node and its clients: a chain type and the properties of the token.

use breakwater_runtime::{
	genesis_config_presets::get_preset, opaque::Block, staging::STAGING_RUNTIME_PRESET, RuntimeGenesisConfig,
	WASM_BINARY,
};
use sc_chain_spec::{json_merge, ChainSpecExtension};
use sc_service::{ChainType, Properties};
use serde::{Deserialize, Serialize};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_runtime::BuildStorage;

/// Symbol of the native token.
const TOKEN_SYMBOL: &str = "BRKW";
/// Decimals of the native token.
const TOKEN_DECIMALS: u32 = 12;
/// Prefix of addresses in their text form.
const SS58_FORMAT: u32 = 42;

/// The fields of a chain specification beyond the genesis state.
#[derive(Default, Clone, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks with a known hash. Of two chains, the one with these blocks is followed.
	pub fork_blocks: sc_client_api::ForkBlocks<Block>,
	/// Blocks that are never imported.
	pub bad_blocks: sc_client_api::BadBlocks<Block>,
	/// The state from which a light client starts. The RPC `sync_state_genSyncSpec` writes it.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
}

/// A chain specification of Breakwater.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions>;

/// The form of a chain's genesis.
#[derive(Clone, Copy, PartialEq)]
pub enum Genesis {
	/// A preset, which people can read and change. The runtime's wasm makes the state of it, and is
	/// compiled for that: many seconds of a processor.
	Preset,
	/// The state, made by the runtime that is a part of this program.
	State,
}

/// Returns the development chain: one authority, Alice, and sealing by [`crate::dev`].
pub fn development(genesis: Genesis) -> Result<ChainSpec, String> {
	build("Breakwater Development", "breakwater_dev", ChainType::Development, DEV_RUNTIME_PRESET, genesis)
}

/// Returns a public network. Who takes part is committed beside the runtime's sources. Its genesis
/// is always the one that the wasm makes, as a release writes it down.
pub fn staging() -> Result<ChainSpec, String> {
	let (kind, preset) = (ChainType::Live, STAGING_RUNTIME_PRESET);
	build("Breakwater Staging", "breakwater_staging", kind, preset, Genesis::Preset)
}

/// Returns a network of several authorities on one machine, with BABE and GRANDPA at work.
pub fn local(genesis: Genesis) -> Result<ChainSpec, String> {
	build("Breakwater Local", "breakwater_local", ChainType::Local, LOCAL_TESTNET_RUNTIME_PRESET, genesis)
}

fn build(
	name: &str,
	id: &str,
	chain_type: ChainType,
	preset: &str,
	genesis: Genesis,
) -> Result<ChainSpec, String> {
	let wasm = WASM_BINARY.ok_or_else(|| {
		"This node was built without the runtime's wasm (SKIP_WASM_BUILD was set), so it cannot make the \
		 genesis of a chain. Build it again without SKIP_WASM_BUILD, or give a raw chain specification file."
			.to_string()
	})?;
	let mut chain_spec = ChainSpec::builder(wasm, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build();
	if genesis == Genesis::State {
		let mut storage = state(preset)?;
		storage.top.insert(sp_core::storage::well_known_keys::CODE.to_vec(), wasm.to_vec());
		sc_service::ChainSpec::set_storage(&mut chain_spec, storage);
	}
	Ok(chain_spec)
}

/// Returns the state of a preset but for the runtime's code. A check compares it with the state
/// that the wasm makes.
fn state(preset: &str) -> Result<sp_core::storage::Storage, String> {
	let faulty = |reason: &dyn std::fmt::Display| format!("the preset `{preset}` makes no genesis: {reason}");
	let patch = get_preset(&PresetId::from(preset)).ok_or_else(|| faulty(&"it is unknown"))?;
	let patch = serde_json::from_slice(&patch).map_err(|reason| faulty(&reason))?;
	let mut config =
		serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|reason| faulty(&reason))?;
	json_merge(&mut config, patch);
	let config: RuntimeGenesisConfig = serde_json::from_value(config).map_err(|reason| faulty(&reason))?;
	config.build_storage()
}

/// Returns the properties with which wallets and explorers show amounts and addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), TOKEN_SYMBOL.into());
	properties.insert("tokenDecimals".into(), TOKEN_DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_FORMAT.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn properties_should_name_the_token() {
		let properties = properties();
		assert_eq!(properties["tokenSymbol"], "BRKW");
		assert_eq!(properties["tokenDecimals"], 12);
		assert_eq!(properties["ss58Format"], 42);
	}

	#[test]
	fn every_preset_should_make_a_state() {
		for preset in breakwater_runtime::genesis_config_presets::preset_names() {
			let storage = state(preset.as_ref()).expect("a state");
			assert!(storage.top.len() > 50);
		}
		assert!(state("mainnet").unwrap_err().contains("unknown"));
	}

	#[test]
	fn extensions_should_be_read_when_a_file_has_none() {
		let extensions: Extensions = serde_json::from_str("{}").unwrap();
		assert!(extensions.light_sync_state.is_none());
	}
}
