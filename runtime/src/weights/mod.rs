// SPDX-License-Identifier: Apache-2.0

//! The weights of pallets of the SDK in this runtime. `scripts/weights` writes them.

pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_assets;
pub mod pallet_balances;
pub mod pallet_beefy_mmr;
pub mod pallet_democracy;
pub mod pallet_mmr;
pub mod pallet_multisig;
pub mod pallet_parameters;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_scheduler;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_treasury;
pub mod pallet_utility;
