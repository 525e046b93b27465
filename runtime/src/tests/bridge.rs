// SPDX-License-Identifier: Apache-2.0

//! Proofs of finality for other chains: the leaves of the Merkle mountain range, and votes of BEEFY
//! that contradict each other.

use super::env::*;
use crate::{configs::consensus::MmrHash, constants::MILLISECS_PER_BLOCK, *};
use alloc::boxed::Box;
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::InspectHold, KeyOwnerProofSystem},
};
use sp_consensus_beefy::{
	ecdsa_crypto::{AuthorityId, Signature},
	known_payloads::MMR_ROOT_ID,
	Commitment, DoubleVotingProof, Payload, VoteMessage, BEEFY_ENGINE_ID, KEY_TYPE,
};
use sp_core::Pair;
use sp_runtime::{traits::Dispatchable, DigestItem, Perbill};

/// Bob's vote for a root, in the first set of validators.
fn vote(root: MmrHash) -> VoteMessage<BlockNumber, AuthorityId, Signature> {
	let pair = sp_core::ecdsa::Pair::from_string("//Bob", None).expect("a name is a seed");
	let payload = Payload::from_single_entry(MMR_ROOT_ID, root.encode());
	let commitment = Commitment { payload, block_number: 1, validator_set_id: 0 };
	let hashed = sp_io::hashing::keccak_256(&commitment.encode());
	let signature = pair.sign_prehashed(&hashed).into();
	VoteMessage { commitment, id: pair.public().into(), signature }
}

fn report(first: MmrHash, second: MmrHash) -> RuntimeCall {
	let owner = Historical::prove((KEY_TYPE, vote(first).id)).expect("Bob is a validator");
	pallet_beefy::Call::report_double_voting_unsigned {
		equivocation_proof: Box::new(DoubleVotingProof { first: vote(first), second: vote(second) }),
		key_owner_proof: owner,
	}
	.into()
}

#[test]
fn validator_should_lose_a_part_of_its_bond_when_it_signs_two_roots_for_other_chains() {
	let mut env = Env::from_preset("local_testnet");
	let bob = Who::Bob.to_account_id();
	let bond = |env: &mut Env| {
		env.run(|| Balances::balance_on_hold(&breakwater_validators::HoldReason::Bond.into(), &bob))
	};
	let before = bond(&mut env);
	let [one, other] = [1, 2].map(MmrHash::repeat_byte);
	let same = env.run(|| report(one, one));
	let error = env.dispatch(same, RuntimeOrigin::none());
	assert_eq!(error, Err(pallet_beefy::Error::<Runtime>::InvalidDoubleVotingProof.into()));
	assert_eq!(bond(&mut env), before, "one vote is no offence");
	let slashes = |env: &mut Env| env.run(|| Reserve::state(AssetId::Native).expect("a book").income.slashes);
	assert_eq!(slashes(&mut env), 0);
	let two = env.run(|| report(one, other));
	assert_ok!(env.dispatch(two.clone(), RuntimeOrigin::none()));
	// One of three: (3 / 3)^2 of it.
	let fraction = Perbill::from_rational(3u32, 3).square();
	assert_eq!(bond(&mut env), before - fraction * before);
	assert_eq!(slashes(&mut env), fraction * before);
	env.run(|| {
		assert_noop!(
			two.dispatch(RuntimeOrigin::none()).map_err(|failed| failed.error),
			pallet_beefy::Error::<Runtime>::DuplicateOffenceReport
		);
	});
}

#[test]
fn each_block_should_add_a_leaf_that_names_the_next_validators() {
	let mut env = Env::from_preset("local_testnet");
	for _ in 0..3 {
		let (leaves, root) = env
			.run(|| (pallet_mmr::NumberOfLeaves::<Runtime>::get(), pallet_mmr::RootHash::<Runtime>::get()));
		env.next_block(MILLISECS_PER_BLOCK);
		env.run(|| {
			assert_eq!(pallet_mmr::NumberOfLeaves::<Runtime>::get(), leaves + 1);
			let after = pallet_mmr::RootHash::<Runtime>::get();
			assert_ne!(after, root);
			let is_root = |item: &DigestItem| match item {
				DigestItem::Consensus(engine, bytes) => {
					*engine == BEEFY_ENGINE_ID && bytes.ends_with(&after.encode())
				}
				_ => false,
			};
			assert!(System::digest().logs.iter().any(is_root), "the header carries the root");
		});
	}
	env.run(|| {
		let next = BeefyMmr::next_authority_set_proof();
		assert_eq!((next.id, next.len), (1, 3));
		let leaf = <BeefyMmr as sp_mmr_primitives::LeafDataProvider>::leaf_data();
		assert_eq!(leaf.beefy_next_authority_set, next);
		assert_eq!(leaf.parent_number_and_hash.0, System::block_number() - 1);
	});
}
