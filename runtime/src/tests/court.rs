// SPDX-License-Identifier: Apache-2.0

//! The commitments of votes that scripts make are those of the chain.

use super::env::*;
use crate::*;
use breakwater_court::types::Ranks;
use sp_core::{crypto::Ss58Codec, H256};

/// Votes with their commitments, as `scripts/tests/assess.test.mjs` makes them.
const COMMITMENTS: &str = include_str!("../../../scripts/tests/vectors/court-commitments.json");

#[test]
fn commitment_should_be_that_of_the_scripts() {
	let vectors: Vec<serde_json::Value> = serde_json::from_str(COMMITMENTS).expect("the vectors are JSON");
	assert!(!vectors.is_empty());
	Env::development().run(|| {
		for vector in vectors {
			let text = |name: &str| vector[name].as_str().expect("a text").to_string();
			let bytes = |name: &str| sp_core::bytes::from_hex(&text(name)).expect("hexadecimal digits");
			frame_system::BlockHash::<Runtime>::insert(0, H256::from_slice(&bytes("genesis")));
			let ranks = vector["ranks"].as_array().expect("a list").iter();
			let ranks: Vec<u8> = ranks.map(|rank| rank.as_u64().expect("a rank") as u8).collect();
			let panel = vector["panel"].as_u64().expect("a number") as u32;
			let who = AccountId::from_ss58check(&text("account")).expect("an address");
			let salt: [u8; 32] = bytes("salt").try_into().expect("32 bytes");
			let commitment =
				Court::commitment(panel, &who, &Ranks::try_from(ranks).expect("at most nine ranks"), &salt);
			assert_eq!(commitment, H256::from_slice(&bytes("commitment")), "{vector}");
		}
	});
}
