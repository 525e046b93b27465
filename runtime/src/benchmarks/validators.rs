// SPDX-License-Identifier: Apache-2.0

//! The setup for the benchmarks of `breakwater_validators`: session keys.

use super::*;
use pallet_session::SessionInterface;
use sp_core::{ecdsa, ed25519, sr25519};

impl breakwater_validators::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn set_keys(who: &AccountId) {
		// Any bytes are a key, and those of the account are no other's.
		let bytes: &[u8; 32] = who.as_ref();
		let mut secp = [2; 33];
		secp[1..].copy_from_slice(bytes);
		let keys = SessionKeys {
			babe: sr25519::Public::from_raw(*bytes).into(),
			grandpa: ed25519::Public::from_raw(*bytes).into(),
			authority_discovery: sr25519::Public::from_raw(*bytes).into(),
			beefy: ecdsa::Public::from_raw(secp).into(),
		};
		<Session as SessionInterface>::set_keys(who, keys).expect("no other account has the keys");
	}
}
