// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet. `mock` is a chain of this pallet alone, with a reserve that does as a test
//! says.

mod attacks;
mod cancel_withdrawal;
mod capacity;
mod charges;
mod checks;
mod collect;
mod compensate;
mod cover;
mod create_pool;
mod days;
mod deposit;
mod history;
mod idle;
mod incidents;
mod integrity;
mod invariants;
mod list_asset;
mod loan;
mod remove_position;
mod withdrawal_places;
// The SDK's default configurations ask for features that this crate does not have.
mod accrue;
mod extend;
mod manager_part;
#[allow(unexpected_cfgs)]
pub(crate) mod mock;
mod model;
mod partials;
mod peers;
mod places;
mod premium;
mod process_withdrawals;
mod properties;
mod recover;
mod renewals;
mod reopen_tranche;
mod request_withdrawal;
mod set_allowed;
mod set_fee;
mod set_status;
mod set_weight;
mod settle;
mod transfer;
mod views;
mod weights;

/// Returns the cases per property: `BREAKWATER_CASES`, or 10,000.
fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

/// Returns the cases of a property each of which runs a long life of its own. A normal run has
/// `normal` of them, and a run with more or fewer cases in proportion.
fn chain_cases(normal: u32) -> u32 {
	let scaled = u64::from(normal) * u64::from(cases()) / 10_000;
	u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}
