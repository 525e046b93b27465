// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The chains the node knows by name.
//!
//! The genesis state comes from presets inside the runtime. This file only names them and adds the
//! needs of the node and its clients: a chain type and the properties of the token.

use breakwater_runtime::{opaque::Block, staging::STAGING_RUNTIME_PRESET, WASM_BINARY};
use sc_chain_spec::ChainSpecExtension;
use sc_service::{ChainType, Properties};
use serde::{Deserialize, Serialize};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};

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

/// Returns the development chain: one authority, Alice, and sealing by [`crate::dev`].
pub fn development() -> Result<ChainSpec, String> {
	build("Breakwater Development", "breakwater_dev", ChainType::Development, DEV_RUNTIME_PRESET)
}

/// Returns a public network. Who takes part is committed beside the runtime's sources.
pub fn staging() -> Result<ChainSpec, String> {
	build("Breakwater Staging", "breakwater_staging", ChainType::Live, STAGING_RUNTIME_PRESET)
}

/// Returns a network of several authorities on one machine, with BABE and GRANDPA at work.
pub fn local() -> Result<ChainSpec, String> {
	build("Breakwater Local", "breakwater_local", ChainType::Local, LOCAL_TESTNET_RUNTIME_PRESET)
}

fn build(name: &str, id: &str, chain_type: ChainType, preset: &str) -> Result<ChainSpec, String> {
	let wasm = WASM_BINARY.ok_or_else(|| {
		"This node was built without the runtime's wasm (SKIP_WASM_BUILD was set), so it cannot make the \
		 genesis of a chain. Build it again without SKIP_WASM_BUILD, or give a raw chain specification file."
			.to_string()
	})?;
	Ok(ChainSpec::builder(wasm, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
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
	fn extensions_should_be_read_when_a_file_has_none() {
		let extensions: Extensions = serde_json::from_str("{}").unwrap();
		assert!(extensions.light_sync_state.is_none());
	}
}
