// SPDX-License-Identifier: Apache-2.0

//! The seeds of draws, made by real blocks: primary ones with a VRF output, and secondary ones.

use super::env::*;
use crate::{constants::*, genesis_parameters::*, seeds::*, *};
use breakwater_primitives::DrawSeed;
use frame_support::assert_ok;
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, PrimaryPreDigest, SecondaryPlainPreDigest},
	make_vrf_sign_data,
};
use sp_core::crypto::{Pair, VrfSecret};
use sp_runtime::{traits::Header as _, Digest, DigestItem};

/// A chain that is not one for development, with usual sessions, before its first block.
fn chain() -> sp_io::TestExternalities {
	let mut ext = genesis("development");
	ext.execute_with(|| {
		IsDevelopment::<Runtime>::kill();
		SessionSlots::<Runtime>::put(EPOCH_DURATION_IN_SLOTS);
	});
	ext
}

/// Makes a block of the only author, with or without an output.
fn block(number: BlockNumber, is_primary: bool) {
	let now = START + u64::from(number) * SLOT_DURATION;
	let (authority_index, slot) = (0, (now / SLOT_DURATION).into());
	let claim = match is_primary {
		true => {
			let data = make_vrf_sign_data(&Babe::randomness(), slot, 0);
			let author = sp_core::sr25519::Pair::from_string("//Alice", None).expect("a known key");
			let vrf_signature = author.vrf_sign(&data);
			PreDigest::Primary(PrimaryPreDigest { authority_index, slot, vrf_signature })
		}
		false => PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index, slot }),
	};
	let digest = Digest { logs: vec![<DigestItem as CompatibleDigestItem>::babe_pre_digest(claim)] };
	let parent = System::block_hash(number.saturating_sub(1));
	let header = Header::new(number, Default::default(), Default::default(), parent, digest);
	Executive::initialize_block(&header);
	let inherent = UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into());
	assert_ok!(Executive::apply_extrinsic(inherent).expect("the inherent is valid"));
	Executive::inherents_applied();
	Executive::finalize_block();
}

/// The seed of the session after one with such blocks.
fn seed_after(blocks: &[bool]) -> Option<[u8; 32]> {
	chain().execute_with(|| {
		for (number, is_primary) in (1..).zip(blocks) {
			let before = Outputs::<Runtime>::get();
			block(number, *is_primary);
			// The block's own output is in, and no other.
			let after = Outputs::<Runtime>::get();
			assert_eq!(after.mixed != before.mixed, *is_primary);
			assert_eq!(after.outputs - before.outputs, u32::from(*is_primary));
		}
		let session = Session::current_index();
		pallet_session::CurrentIndex::<Runtime>::put(session + 1);
		Seeds::seed()
	})
}

#[test]
fn seed_should_be_made_of_primary_blocks_alone() {
	let primary = [true; LEAST_OUTPUTS as usize];
	let few = &primary[1..];
	assert_eq!(seed_after(few), None);
	// Secondary blocks count for nothing.
	assert_eq!(seed_after(&[few, &[false; 8]].concat()), None);
	let seed = seed_after(&primary);
	assert!(seed.is_some());
	assert_eq!(seed_after(&primary), seed);
	assert_ne!(seed_after(&[&primary[..], &[true]].concat()), seed, "the last output counts");
}

/// The sessions that genesis proposes are long enough for a seed: eight times the least outputs on
/// average.
#[test]
fn usual_session_should_have_many_times_the_outputs_of_a_seed() {
	let (part, of) = PRIMARY_PROBABILITY;
	assert!(EPOCH_DURATION_IN_SLOTS * part / of >= 8 * u64::from(LEAST_OUTPUTS));
}
