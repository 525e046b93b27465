// SPDX-License-Identifier: Apache-2.0

//! The setup for the benchmarks of `breakwater_validators`: session keys.

use super::*;
use pallet_session::SessionInterface;
use sp_core::{ed25519, sr25519, ByteArray};

impl breakwater_validators::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn set_keys(who: &AccountId) {
		// Any bytes are a key, and those of the account are no other's.
		let bytes: &[u8; 32] = who.as_ref();
		let babe = sr25519::Public::from_slice(bytes).expect("a key has 32 bytes").into();
		let grandpa = ed25519::Public::from_slice(bytes).expect("a key has 32 bytes").into();
		<Session as SessionInterface>::set_keys(who, SessionKeys { babe, grandpa })
			.expect("no other account has the keys");
	}
}
