// SPDX-License-Identifier: Apache-2.0

//! The setup that the benchmarks of Breakwater's pallets need of the runtime: worst cases, made
//! with the real pallets. Some pallets of the SDK are measured beside them. Compiled only with the
//! feature `runtime-benchmarks`. `scripts/weights` runs them.

// Benchmarks stop at the first unexpected result, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::unwrap_used)]

mod bounties;
mod claims;
mod court;
mod feeds;
mod policies;
mod pools;
mod products;
mod reserve;
mod sponsors;
mod validators;

use crate::{constants::*, *};
use breakwater_primitives::Moment;
use frame_support::traits::fungibles::Mutate;
use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};

frame_benchmarking::define_benchmarks!(
	[breakwater_assessment, Assessment]
	[breakwater_bounties, Bounties]
	[breakwater_claims, Claims]
	[breakwater_clock, Clock]
	[breakwater_court, Court]
	[breakwater_feeds, Feeds]
	[breakwater_policies, Policies]
	[breakwater_pools, Pools]
	[breakwater_products, Products]
	[breakwater_reserve, Reserve]
	[breakwater_sponsors, Sponsors]
	[breakwater_triggers, Triggers]
	[breakwater_validators, Validators]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_beefy_mmr, BeefyMmr]
	[pallet_democracy, Democracy]
	[pallet_mmr, Mmr]
	[pallet_multisig, Multisig]
	[pallet_parameters, Parameters]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_scheduler, Scheduler]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_treasury, Treasury]
	[pallet_utility, Utility]
);

impl frame_system_benchmarking::Config for Runtime {}
/// The parameter that the benchmark of `pallet_parameters` sets.
impl Default for RuntimeParameters {
	fn default() -> Self {
		use crate::parameters::dynamic_params::pools::{Parameters, TreasuryShare};
		Self::Pools(Parameters::TreasuryShare(TreasuryShare, Some(Default::default())))
	}
}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

/// The runtime as the benchmarks' helper.
pub struct Setup;

/// Creates a new asset with a minimum balance of one unit, in which pools may be opened with minima
/// of one unit.
pub(crate) fn stablecoin() -> AssetId {
	let id = (1..u32::MAX)
		.find(|id| !pallet_assets::Asset::<Runtime>::contains_key(id))
		.expect("there are fewer assets than numbers");
	let owner = genesis_config_presets::asset_owner(id).expect("a hash is an account");
	Assets::force_create(RuntimeOrigin::root(), id.into(), sp_runtime::MultiAddress::Id(owner), true, 1)
		.expect("the number is free");
	let asset = AssetId::WithId(id);
	breakwater_pools::ListedAssets::<Runtime>::insert(
		asset.clone(),
		breakwater_pools::AssetRules { min_deposit: 1, min_withdrawal: 1 },
	);
	asset
}

/// Gives an account units of an asset, and native tokens for deposits.
pub(crate) fn fund(who: &AccountId, asset: AssetId, amount: Balance) {
	NativeAndAssets::mint_into(AssetId::Native, who, 1_000_000 * BRKW).expect("the account can receive");
	NativeAndAssets::mint_into(asset, who, amount).expect("the account can receive");
}

/// Lets disputes cost no charge. Its weight is counted beside that of the calls that take it.
pub(crate) fn free_disputes() {
	use crate::dynamic_params::court::{Parameters, SeatFee};
	let none = crate::RuntimeParameters::Court(Parameters::SeatFee(SeatFee, Some(0)));
	pallet_parameters::Pallet::<Runtime>::set_parameter(RuntimeOrigin::root(), none)
		.expect("it is within its bounds");
}

/// Moves both clocks of the chain.
pub(crate) fn pass(millis: Moment) {
	breakwater_clock::Times::<Runtime>::mutate(|clock| {
		clock.now += millis;
		clock.active += millis;
		pallet_timestamp::Now::<Runtime>::put(clock.now);
	});
}

/// Returns the list of benchmarks, and the known storage items.
pub(crate) fn metadata(
	extra: bool,
) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
	use frame_support::traits::StorageInfoTrait;
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs the benchmarks that the tool asks for.
pub(crate) fn dispatch(
	config: frame_benchmarking::BenchmarkConfig,
) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
	use frame_support::traits::WhitelistedStorageKeys;
	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	whitelist.extend(crate::configs::system::shared_keys().into_iter().map(Into::into));
	let mut batches = Vec::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
