// SPDX-License-Identifier: Apache-2.0

//! The Breakwater runtime: an app-chain for cover. It composes the pallets of the SDK with
//! Breakwater's own pools, reserve, products, policies, triggers, assessment, claims, bounties and
//! feeds.
//! Configurations are in [`configs`] by area, numbers that referenda set in [`parameters`], runtime
//! APIs in [`apis`], genesis states in [`genesis_config_presets`].

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod answers;
// The macros export the runtime's entry points.
#[allow(unsafe_code)]
pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod breakwater_api;
pub mod cases;
pub mod configs;
pub mod constants;
pub mod genesis_config_presets;
pub mod genesis_parameters;
pub mod parameters;
pub mod seeds;
pub mod staging;
pub mod weights;

// The fuzzer runs the lives of the tests.
#[cfg(any(test, feature = "fuzzing"))]
#[cfg_attr(not(test), allow(dead_code, unused_imports))]
mod tests;
#[cfg(feature = "fuzzing")]
pub use tests::live_by;

use alloc::{borrow::Cow, vec::Vec};
use frame_support::traits::fungible::{NativeFromLeft, UnionOf};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

#[cfg(feature = "std")]
pub use apis::RuntimeApi;
pub use breakwater_primitives::{AssetId, Balance};
pub use frame_system::Call as SystemCall;
pub use pallet_balances::Call as BalancesCall;
pub use pallet_timestamp::Call as TimestampCall;
pub use parameters::{dynamic_params, RuntimeParameters};

/// The signature of an account.
pub type Signature = MultiSignature;
/// An account.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// The form in which an account is written in transactions.
pub type Address = MultiAddress<AccountId, ()>;
/// The number of transactions that an account has sent.
pub type Nonce = u32;
/// A hash.
pub type Hash = sp_core::H256;
/// A block's number.
pub type BlockNumber = u32;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with its justification.
pub type SignedBlock = generic::SignedBlock<Block>;
/// A block's number or hash.
pub type BlockId = generic::BlockId<Block>;

/// The ten transaction extensions that wallets know.
pub type TxExtension = (
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);
/// A transaction or inherent.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// The payload that is signed.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// The native token and `pallet-assets` assets behind one interface.
pub type NativeAndAssets = UnionOf<Balances, Assets, NativeFromLeft, AssetId, AccountId>;

/// Types for the node, which does not look into transactions.
pub mod opaque {
	use super::*;

	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block's header.
	pub type Header = super::Header;
	/// A block of undecoded transactions.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// A block's number or hash.
	pub type BlockId = generic::BlockId<Block>;
	/// A hash.
	pub type Hash = super::Hash;
	pub use super::SessionKeys;
}

impl_opaque_keys! {
	/// The keys a validator works with.
	pub struct SessionKeys {
		/// The key that authors blocks.
		pub babe: Babe,
		/// The key that finalises blocks.
		pub grandpa: Grandpa,
		/// The key by which other validators find the node.
		pub authority_discovery: AuthorityDiscovery,
		/// The key that signs finalised blocks for other chains.
		pub beefy: Beefy,
	}
}

/// The version of this runtime.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("breakwater"),
	impl_name: Cow::Borrowed("breakwater"),
	authoring_version: 1,
	spec_version: 200,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 2,
	system_version: 1,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// Blocks, time and consensus.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(8)]
	pub type Clock = breakwater_clock;
	#[runtime::pallet_index(2)]
	pub type Babe = pallet_babe;
	// Behind BABE, which keeps the output of a block when the block ends.
	#[runtime::pallet_index(3)]
	pub type Seeds = seeds;
	#[runtime::pallet_index(4)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(5)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(6)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(7)]
	pub type Offences = pallet_offences;
	// After the sessions: the author of the first block of one is a validator of it.
	#[runtime::pallet_index(9)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(14)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	// Proofs of finality that other chains can verify. The leaf of a block names the next
	// validators, so sessions come before.
	#[runtime::pallet_index(15)]
	pub type Beefy = pallet_beefy;
	#[runtime::pallet_index(16)]
	pub type Mmr = pallet_mmr;
	#[runtime::pallet_index(17)]
	pub type BeefyMmr = pallet_beefy_mmr;

	// Money.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(12)]
	pub type Assets = pallet_assets;

	// Validators. Genesis holds their bonds, so balances come before.
	#[runtime::pallet_index(13)]
	pub type Validators = breakwater_validators;

	// Governance.
	#[runtime::pallet_index(20)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(21)]
	pub type Scheduler = pallet_scheduler;
	// Hooks run in the order of these numbers. This one reads the votes of referenda after the last
	// call that can change them, and before democracy forgets them.
	#[runtime::pallet_index(22)]
	pub type Cases = cases;
	#[runtime::pallet_index(23)]
	pub type Democracy = pallet_democracy;
	#[runtime::pallet_index(24)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(25)]
	pub type Parameters = pallet_parameters;
	#[runtime::pallet_index(26)]
	pub type GenesisParameters = genesis_parameters;

	// Convenience.
	#[runtime::pallet_index(30)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(31)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(32)]
	pub type Proxy = pallet_proxy;

	// Cover.
	#[runtime::pallet_index(40)]
	pub type Pools = breakwater_pools;
	#[runtime::pallet_index(41)]
	pub type Reserve = breakwater_reserve;
	#[runtime::pallet_index(42)]
	pub type Products = breakwater_products;
	#[runtime::pallet_index(43)]
	pub type Policies = breakwater_policies;
	#[runtime::pallet_index(44)]
	pub type Triggers = breakwater_triggers;
	#[runtime::pallet_index(45)]
	pub type Assessment = breakwater_assessment;
	#[runtime::pallet_index(46)]
	pub type Claims = breakwater_claims;
	#[runtime::pallet_index(47)]
	pub type Sponsors = breakwater_sponsors;
	#[runtime::pallet_index(48)]
	pub type Bounties = breakwater_bounties;
	#[runtime::pallet_index(49)]
	pub type Court = breakwater_court;

	// Facts from outside.
	#[runtime::pallet_index(50)]
	pub type Oracle = pallet_oracle;
	#[runtime::pallet_index(51)]
	pub type Feeds = breakwater_feeds;
}

/// Unsigned transactions of pallets, such as equivocation reports by validators.
impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<LocalCall> frame_system::offchain::CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
