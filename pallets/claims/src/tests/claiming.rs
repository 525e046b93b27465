// SPDX-License-Identifier: Apache-2.0

//! `claim` and `file_evidence`.

use super::mock::*;
use codec::Encode;
use sp_core::{hex2array, H256};

#[test]
fn claims_should_be_paid_at_once_when_the_pool_has_enough() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let before = issuance();
		let table = claiming(&[300, 500]);
		assert_ok!(table.claim(0, 0));
		// The loss is above the cover of the second.
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300, 400));
		assert_eq!(locks(0), vec![(1, 300)]);
		assert_eq!(world(|w| w.closed.clone()), vec![]);
		block_after(14 * DAY);
		assert_eq!((stage(0), locks(0), incident(0).escrow), (Stage::Paid, vec![], 0));
		assert_eq!(notices().last(), Some(&Notice::Settled(0, ASSESSED)));
		assert_eq!((issuance(), breakwater_claims::Working::<Test>::iter().count()), (before, 0));
	});
}

#[test]
fn claims_should_get_one_fraction_after_the_window_when_the_pool_is_short() {
	ExtBuilder::default().pool(1, USD, 450).assessed(&[600, 400]).build_and_execute(|| {
		let table = claiming(&[300, 400]);
		for n in [1, 0] {
			assert_ok!(table.claim(0, n));
			assert_eq!(usd(&holder(n)), 0);
			assert_noop!(Claims::collect(signed(BOB), 0, n).plain(), ClaimsError::<Test>::NotPayableYet);
		}
		block_after(14 * DAY - 1);
		assert_eq!(usd(&holder(0)), 0);
		block_after(1);
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300 * 450 / 700, 400 * 450 / 700));
		assert_eq!((stage(0), incident(0).escrow), (Stage::Paid, 1));
	});
}

#[test]
fn claim_should_be_refused_when_it_is_not_proven() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[300, 400, 50]);
		let claim = |policy, loss, index, proof: Proof, signature| {
			Claims::claim(signed(ALICE), 0, policy, loss, index, proof, signature).plain()
		};
		let own = || signature(0, 0, 0);
		assert_noop!(claim(0, 301, 0, table.proof(0), own()), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(0, 300, 1, table.proof(0), own()), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(0, 300, 0, table.proof(1), own()), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(0, 300, 3, table.proof(0), own()), ClaimsError::<Test>::NotInTable);
		// Another's loss for one's own policy.
		assert_noop!(claim(0, 400, 1, table.proof(1), own()), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(0, 300, 0, table.proof(0), signature(1, 0, 0)), ClaimsError::<Test>::WrongSigner);
		assert_noop!(claim(0, 300, 0, table.proof(0), signature(0, 0, 1)), ClaimsError::<Test>::WrongSigner);
		assert_noop!(claim(0, 300, 0, table.proof(0), signature(0, 1, 0)), ClaimsError::<Test>::WrongSigner);
		let other = AccountSignature::Ethereum([0; 65]);
		assert_noop!(claim(0, 300, 0, table.proof(0), other), ClaimsError::<Test>::WrongSignatureKind);
		assert_noop!(claim(9, 300, 0, table.proof(0), own()), ClaimsError::<Test>::NoInsuredAccount);
		assert_ok!(table.claim(0, 0));
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::AlreadyClaimed);
	});
}

#[test]
fn claim_should_be_refused_outside_of_its_window() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let table = Table::of(&[300, 400]);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::UnknownIncident);
		assert_ok!(report_now());
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::NoClaimWindow);
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		block_after(2 * DAY);
		// The hooks have not seen the end yet.
		pass_to(START + 16 * DAY);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::TooLate);
		block_after(0);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::NoClaimWindow);
	});
}

#[test]
fn insured_account_should_never_be_paid_more_than_its_loss() {
	// Two policies on one insured account.
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		change_policy(1, |p| p.insured_account = Some(insured_account(0)));
		let table = claiming(&[700]);
		assert_ok!(table.claim(0, 0));
		let second =
			|| Claims::claim(signed(ALICE), 0, 1, 700, 0, table.proof(0), signature(0, 0, 1)).plain();
		assert_ok!(second());
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (600, 100));
		assert_noop!(second(), ClaimsError::<Test>::AlreadyClaimed);
	});
}

#[test]
fn claims_should_never_be_more_than_the_tables_sum() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = Table::of(&[600, 400]);
		let losses = LossTable { total: 700, ..table.losses() };
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, Verdict::Losses { occurred_at: START, table: losses }));
		block_after(2 * DAY);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1)), incident(0).claimed), (600, 100, 700));
	});
}

#[test]
fn claim_should_be_refused_when_the_cover_had_not_begun() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let table = claiming(&[300, 400]);
		change_policy(0, |p| p.starts_at = START + 1);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::NotCovered);
	});
}

#[test]
fn evidence_should_be_filed_by_the_holder_only() {
	ExtBuilder::default().assessed(&[600, 400]).policy(9, ALICE, 5).build_and_execute(|| {
		let file_as = |who, incident, policy| {
			Claims::file_evidence(signed(who), incident, policy, Default::default(), Uri::default())
		};
		assert_noop!(file_as(holder(0), 0, 0), ClaimsError::<Test>::UnknownIncident);
		assert_ok!(report_now());
		assert_noop!(file_as(holder(0), 0, 1), ClaimsError::<Test>::NotTheHolder);
		assert_noop!(file_as(ALICE, 0, 9), ClaimsError::<Test>::NotCovered);
		assert_ok!(file_as(holder(0), 0, 0));
		assert_eq!(
			count_events(|e| matches!(e, RuntimeEvent::Claims(ClaimsEvent::EvidenceFiled { policy: 0, .. }))),
			1
		);
		block_after(7 * DAY);
		assert_noop!(file_as(holder(0), 0, 0), ClaimsError::<Test>::NotOpen);
	});
}

#[test]
fn claims_paid_at_once_should_be_closed_when_their_pools_are_let_go() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[300, 500]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		assert_eq!(world(|w| w.closed.clone()), vec![]);
		block_after(14 * DAY);
		let mut closed = world(|w| w.closed.clone());
		closed.sort();
		assert_eq!(closed, vec![(0, 0), (1, 0)]);
	});
}

#[test]
fn claim_on_two_pools_should_be_paid_by_one_at_once_and_by_the_other_later() {
	// Both places are of one policy: 600 in pool 1, which has enough, and 400 in pool 2, which has
	// not.
	ExtBuilder::default().pool(2, USD, 100).assessed(&[0, 0]).build_and_execute(|| {
		let before = issuance();
		change_policy(0, |p| p.back_by(&[(1, 600), (2, 400)]));
		change_policy(1, |p| p.back_by(&[(2, 100)]));
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[1_000, 100]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (600, 0));
		assert_eq!((part(0, 1).funded, part(0, 2).funded, incident(0).claims_paid), (600, 0, 1));
		// No money is there for it until pool 2 is charged.
		assert_noop!(Claims::collect(signed(BOB), 0, 0).plain(), ClaimsError::<Test>::NotPayableYet);
		block_after(14 * DAY);
		// A fifth of the amount claimed of pool 2.
		assert_eq!((usd(&holder(0)), usd(&holder(1)), incident(0).escrow), (680, 20, 0));
		assert_eq!((stage(0), incident(0).claims_paid, issuance()), (Stage::Paid, 2, before));
	});
}

#[test]
fn claim_should_be_undone_as_a_whole_when_a_pool_refuses() {
	ExtBuilder::default().pool(2, USD, 1_000).assessed(&[0]).build_and_execute(|| {
		change_policy(0, |p| p.back_by(&[(1, 600), (2, 400)]));
		world(|w| w.reserves = vec![1, 2]);
		let table = claiming(&[1_000]);
		world(|w| w.refuse_settlement = vec![2]);
		assert_eq!(table.claim(0, 0), Err("pool refuses".into()));
		assert_eq!((usd(&holder(0)), incident(0).claims, policy(0).places[0].left), (0, 0, 600));
		check();
		world(|w| w.refuse_settlement.clear());
		assert_ok!(table.claim(0, 0));
		assert_eq!(usd(&holder(0)), 1_000);
	});
}

#[test]
fn holder_should_collect_at_once_when_able_to_receive_again() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	ExtBuilder::default().pool(1, FRAGILE, 1_000_000).assessed(&[600, 400]).build_and_execute(|| {
		for who in [REPORTER, PROPOSER] {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, ED));
			assert_ok!(AllAssets::mint_into(FRAGILE, &who, 1_000));
		}
		assert_ok!(AllAssets::mint_into(NATIVE, &holder(1), ED));
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[300, 400]);
		// The first cannot receive, in the middle of it; the second can.
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		let has = |n| AllAssets::balance(FRAGILE, &holder(n));
		assert_eq!((has(0), has(1), incident(0).escrow), (0, 400, 300));
		assert_eq!(claim(0, 0).unwrap().status, ClaimStatus::Waiting);
		assert_ok!(AllAssets::mint_into(NATIVE, &holder(0), ED));
		assert_ok!(Claims::collect(signed(BOB), 0, 0));
		assert_eq!((has(0), incident(0).escrow, incident(0).claims_paid), (300, 0, 2));
	});
}

#[test]
fn holder_should_collect_what_was_tried_when_a_pool_delays_the_settlement() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	ExtBuilder::default().pool(1, FRAGILE, 1_000_000).pool(2, FRAGILE, 100).assessed(&[0]).build_and_execute(
		|| {
			change_policy(0, |p| p.back_by(&[(1, 600), (2, 400)]));
			for who in [REPORTER, PROPOSER] {
				assert_ok!(AllAssets::mint_into(NATIVE, &who, ED));
				assert_ok!(AllAssets::mint_into(FRAGILE, &who, 1_000));
			}
			world(|w| w.reserves = vec![1]);
			let table = claiming(&[1_000]);
			assert_ok!(table.claim(0, 0));
			assert_eq!(claim(0, 0).unwrap().status, ClaimStatus::Waiting);
			world(|w| w.refuse_settlement = vec![2]);
			block_after(14 * DAY);
			assert!(matches!(stage(0), Stage::Settling { .. }));
			assert_ok!(AllAssets::mint_into(NATIVE, &holder(0), ED));
			assert_ok!(Claims::collect(signed(BOB), 0, 0));
			assert_eq!(AllAssets::balance(FRAGILE, &holder(0)), 600);
			// No money is there for it until pool 2 is charged.
			assert_noop!(Claims::collect(signed(BOB), 0, 0).plain(), ClaimsError::<Test>::NotPayableYet);
			world(|w| w.refuse_settlement.clear());
			block_after(MINUTE);
			assert_eq!((AllAssets::balance(FRAGILE, &holder(0)), stage(0)), (700, Stage::Paid));
		},
	);
}

/// The table that `scripts` make of three insured accounts. Every other tool has to make the same.
#[test]
fn table_of_the_tool_should_be_accepted() {
	let losses = [1_000_000_000_000_000_000, 2_000_000_000_000_000_001, 3_000_000_000_000_000_002];
	let insured_account = |n: u8| InsuredAccount::Ethereum { chain_id: 1, address: [n + 1; 20] };
	let table = Table((0..).zip(losses).map(|(n, loss)| (insured_account(n), loss)).collect());
	let root = H256(hex2array!("a26474349de659d774c4138ca02999bdd2139e233dd16395c05bd7c9c63cf97e"));
	let beside = H256(hex2array!("cc6928cf13fe32dde53e03ba7e70afe2b7becb91310ff76f1f0a33c20b6a3223"));
	assert_eq!(table.losses(), LossTable { root, leaves: 3, total: losses.iter().sum() });
	assert_eq!(table.proof(2).into_inner(), vec![beside]);
	// The kind of the insured account, the chain ID, the address, the loss. Numbers have the lowest
	// byte first.
	let mut leaf = vec![0];
	leaf.extend(1u64.to_le_bytes());
	leaf.extend([3; 20]);
	leaf.extend(losses[2].to_le_bytes());
	assert_eq!((insured_account(2), losses[2]).encode(), leaf);

	ExtBuilder::default().assessed(&[0, 0, 600]).build_and_execute(|| {
		change_policy(2, |p| p.insured_account = Some(insured_account(2)));
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		block_after(2 * DAY);
		// The key to this address is unknown. The claim proves the loss, and the signature is
		// checked after that.
		let claim = |loss, proof: &[H256]| {
			let (proof, signature) =
				(proof.to_vec().try_into().unwrap(), AccountSignature::Ethereum([0; 65]));
			Claims::claim(signed(ALICE), 0, 2, loss, 2, proof, signature).plain()
		};
		assert_noop!(claim(losses[2], &[beside]), ClaimsError::<Test>::WrongSigner);
		assert_noop!(claim(losses[2], &[]), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(losses[2], &[root]), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(losses[2], &[beside, beside]), ClaimsError::<Test>::NotInTable);
		assert_noop!(claim(losses[2] + 1, &[beside]), ClaimsError::<Test>::NotInTable);
	});
}

#[test]
fn loss_on_ethereum_should_be_claimed_with_the_wallets_signature() {
	use sp_core::{ecdsa, Pair};
	use sp_io::hashing::keccak_256;
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let key = ecdsa::Pair::from_seed(&[7; 32]);
		// The address of this key.
		let probe = key.sign_prehashed(&[1; 32]);
		let public = sp_io::crypto::secp256k1_ecdsa_recover(&probe.0, &[1; 32]).ok().unwrap();
		let address = keccak_256(&public)[12..].try_into().unwrap();
		let insured_account = InsuredAccount::Ethereum { chain_id: 1, address };
		change_policy(0, |p| p.insured_account = Some(insured_account));
		let table = Table(vec![(insured_account, 500)]);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		block_after(2 * DAY);
		let statement = Claims::claim_statement(0, 0).unwrap();
		let mut message = format!("\x19Ethereum Signed Message:\n{}", statement.len()).into_bytes();
		message.extend(statement);
		let signature = AccountSignature::Ethereum(key.sign_prehashed(&keccak_256(&message)).0);
		assert_ok!(Claims::claim(signed(ALICE), 0, 0, 500, 0, table.proof(0), signature));
		assert_eq!(usd(&holder(0)), 500);
	});
}

/// A signature for another chain with the same numbers is invalid here.
#[test]
fn statement_should_name_the_chain_by_its_first_block() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		frame_system::BlockHash::<Test>::insert(0, H256::repeat_byte(0xab));
		let text = String::from_utf8(Claims::claim_statement(0, 0).unwrap()).unwrap();
		assert!(text.contains(&format!("Breakwater genesis: 0x{}", "ab".repeat(32))), "{text}");
	});
}

#[test]
fn collect_should_be_refused_while_claims_come_and_nothing_is_there_for_one() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		let table = claiming(&[300, 500]);
		assert_ok!(table.claim(0, 0));
		assert_noop!(Claims::collect(signed(ALICE), 0, 0).plain(), ClaimsError::<Test>::NotPayableYet);
	});
}

/// Guard: a claim waits for pools that are far behind, as what it gives back of a renewal is
/// counted to the day of the pool.
#[test]
fn claim_should_wait_when_a_pool_of_the_policy_is_far_behind() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let table = claiming(&[300]);
		world(|w| w.far_behind = vec![1]);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::PoolBehind);
		world(|w| w.far_behind = vec![]);
		assert_ok!(table.claim(0, 0));
	});
}

#[test]
fn first_loss_should_pay_the_first_claims_that_come_one_by_one() {
	use frame_support::traits::fungibles::Mutate;
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		AllAssets::mint_into(USD, &FIRST_LOSS_ACCOUNT, 350).unwrap();
		TestFirstLoss::<AllAssets>::set(ASSESSED, USD, 350, Permill::zero());
		let before = issuance();
		let table = claiming(&[300, 400]);
		assert_ok!(table.claim(0, 0));
		assert_eq!((usd(&holder(0)), part(0, 1).from_sponsors), (300, 300));
		// The pool is not charged.
		assert_eq!((part(0, 1).settlement.from_pool, locks(0)), (0, vec![(1, 1_000)]));
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(1)), part(0, 1).from_sponsors), (400, 350));
		assert_eq!((part(0, 1).settlement.from_pool, locks(0)), (350, vec![(1, 650)]));
		block_after(14 * DAY);
		assert_eq!((stage(0), locks(0), incident(0).escrow), (Stage::Paid, vec![], 0));
		assert_eq!((TestFirstLoss::<AllAssets>::left(ASSESSED), issuance()), (0, before));
	});
}
