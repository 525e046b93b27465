// SPDX-License-Identifier: Apache-2.0

//! Statements and signatures made here by the SDK's own keys. Those of other implementations are in
//! `vectors`.

use super::{SignatureRefusal::*, *};
use proptest::prelude::*;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_io::hashing::blake2_256;

const GENESIS: [u8; 32] = [0x5b; 32];
const HOME: [u8; 32] = [0x91; 32];

/// Cases per property: `BREAKWATER_CASES`, or 10,000.
fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

/// Cases of a property that signs and verifies by several keys in each: `normal` of them in a
/// normal run, and in proportion more or less in a run of more or fewer cases.
fn signing_cases(normal: u32) -> u32 {
	let scaled = u64::from(normal) * u64::from(cases()) / 10_000;
	u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// A key of each kind.
#[derive(Clone)]
enum Key {
	Ethereum(ecdsa::Pair),
	Sr25519(sr25519::Pair),
	Ed25519(Box<ed25519::Pair>),
	Ecdsa(ecdsa::Pair),
}

/// The change that a wallet makes to the statement before it signs.
type Form = fn(&[u8]) -> Vec<u8>;

fn plain(bytes: &[u8]) -> Vec<u8> {
	bytes.to_vec()
}

fn wrapped(bytes: &[u8]) -> Vec<u8> {
	[b"<Bytes>", bytes, b"</Bytes>"].concat()
}

fn personal(bytes: &[u8]) -> Vec<u8> {
	[b"\x19Ethereum Signed Message:\n", bytes.len().to_string().as_bytes(), bytes].concat()
}

fn address_of(pair: &ecdsa::Pair) -> [u8; 20] {
	// the whole public key, as it is recovered from another signature
	let whole = secp256k1_ecdsa_recover(&pair.sign_prehashed(&[1; 32]).0, &[1; 32]).ok().unwrap();
	keccak_256(&whole)[12..].try_into().unwrap()
}

impl Key {
	/// A key of each kind, from one seed.
	fn all(seed: [u8; 32]) -> [Self; 4] {
		[
			Self::Ethereum(ecdsa::Pair::from_seed(&seed)),
			Self::Sr25519(sr25519::Pair::from_seed(&seed)),
			Self::Ed25519(Box::new(ed25519::Pair::from_seed(&seed))),
			Self::Ecdsa(ecdsa::Pair::from_seed(&seed)),
		]
	}

	fn insured_account(&self) -> InsuredAccount {
		let account = match self {
			Self::Ethereum(pair) => {
				return InsuredAccount::Ethereum { chain_id: 1, address: address_of(pair) }
			}
			Self::Sr25519(pair) => pair.public().0,
			Self::Ed25519(pair) => pair.public().0,
			Self::Ecdsa(pair) => blake2_256(&pair.public().0),
		};
		InsuredAccount::Substrate { genesis: HOME, account }
	}

	/// The forms in which a wallet may sign.
	fn forms(&self) -> &'static [Form] {
		match self {
			Self::Ethereum(_) => &[personal],
			_ => &[plain, wrapped],
		}
	}

	/// The raw signature of some bytes, hashed as the kind wants it.
	fn sign(&self, message: &[u8]) -> AccountSignature {
		match self {
			Self::Ethereum(pair) => {
				AccountSignature::Ethereum(pair.sign_prehashed(&keccak_256(message)).into())
			}
			Self::Sr25519(pair) => AccountSignature::Sr25519(pair.sign(message).into()),
			Self::Ed25519(pair) => AccountSignature::Ed25519(pair.sign(message).into()),
			Self::Ecdsa(pair) => AccountSignature::Ecdsa(pair.sign(message).into()),
		}
	}

	/// The signatures of a statement in all forms.
	fn signatures(&self, statement: &[u8]) -> Vec<AccountSignature> {
		self.forms().iter().map(|form| self.sign(&form(statement))).collect()
	}

	/// The results of `verify` for this key's signatures of `signed` when `statement` is asked for.
	fn claims(&self, signed: &[u8], statement: &[u8]) -> Vec<Result<(), SignatureRefusal>> {
		let insured_account = self.insured_account();
		self.signatures(signed)
			.iter()
			.map(|signature| verify(&insured_account, signature, statement))
			.collect()
	}
}

fn keys() -> [Key; 4] {
	Key::all([7; 32])
}

fn bytes_of(signature: &mut AccountSignature) -> &mut [u8] {
	match signature {
		AccountSignature::Ethereum(bytes) | AccountSignature::Ecdsa(bytes) => bytes,
		AccountSignature::Sr25519(bytes) | AccountSignature::Ed25519(bytes) => bytes,
	}
}

fn ethereum(chain_id: u64) -> InsuredAccount {
	InsuredAccount::Ethereum { chain_id, address: [0xab; 20] }
}

fn substrate(genesis: [u8; 32]) -> InsuredAccount {
	InsuredAccount::Substrate { genesis, account: [0xcd; 32] }
}

/// Checks that every key's signature is accepted for the statement that the key signed, and refused
/// for the statement that `asked` makes of its insured account.
fn only_for_its_own(asked: impl Fn(&InsuredAccount) -> Vec<u8>) {
	for key in keys() {
		let own = statement(&GENESIS, 7, 3, &key.insured_account());
		assert!(key.claims(&own, &own).iter().all(|checked| *checked == Ok(())));
		let refused = key.claims(&own, &asked(&key.insured_account()));
		assert!(refused.iter().all(|checked| *checked == Err(WrongSigner)));
	}
}

mod statements {
	use super::*;

	fn read(insured_account: InsuredAccount) -> String {
		String::from_utf8(statement(&GENESIS, 7, 3, &insured_account)).unwrap()
	}

	#[test]
	fn statement_should_read_as_documented_when_on_ethereum() {
		let expected = format!(
			"Breakwater claim: I agree that policy 7 pays its holder under incident 3 for the loss of my position \
			 0x{} on the Ethereum chain with ID 42161. Breakwater genesis: 0x{}",
			"ab".repeat(20),
			"5b".repeat(32),
		);
		assert_eq!(read(ethereum(42_161)), expected);
	}

	#[test]
	fn statement_should_read_as_documented_when_on_substrate() {
		let expected = format!(
			"Breakwater claim: I agree that policy 7 pays its holder under incident 3 for the loss of my position \
			 0x{} on the Substrate chain with genesis 0x{}. Breakwater genesis: 0x{}",
			"cd".repeat(32),
			"91".repeat(32),
			"5b".repeat(32),
		);
		assert_eq!(read(substrate(HOME)), expected);
	}

	#[test]
	fn statement_should_be_short_when_longest() {
		let longest = statement(&GENESIS, u32::MAX, u32::MAX, &substrate(HOME));
		assert_eq!(longest.len(), 376);
		assert!(statement(&GENESIS, u32::MAX, u32::MAX, &ethereum(u64::MAX)).len() < longest.len());
	}
}

mod types {
	use super::*;

	#[test]
	fn insured_account_should_keep_its_encoding_when_on_ethereum() {
		let expected = [&[0, 1, 0, 0, 0, 0, 0, 0, 0][..], &[0xab; 20]].concat();
		assert_eq!(ethereum(1).encode(), expected);
	}

	#[test]
	fn insured_account_should_keep_its_encoding_when_on_substrate() {
		assert_eq!(substrate(HOME).encode(), [&[1][..], &HOME, &[0xcd; 32]].concat());
	}

	#[test]
	fn insured_account_should_not_decode_when_its_kind_is_unknown() {
		assert!(InsuredAccount::decode(&mut &[2u8; 65][..]).is_err());
	}

	#[test]
	fn insured_account_should_fit_its_bound_when_longest() {
		assert_eq!(InsuredAccount::max_encoded_len(), substrate(HOME).encoded_size());
		assert_eq!(AccountSignature::max_encoded_len(), 66);
	}

	#[test]
	fn signature_should_keep_its_index_when_encoded() {
		let signatures = [
			AccountSignature::Ethereum([0; 65]),
			AccountSignature::Sr25519([0; 64]),
			AccountSignature::Ed25519([0; 64]),
			AccountSignature::Ecdsa([0; 65]),
		];
		assert_eq!(signatures.map(|signature| signature.encode()[0]), [0, 1, 2, 3]);
	}

	#[test]
	fn chain_should_be_that_of_the_insured_account_when_asked() {
		assert_eq!(ethereum(5).chain(), InsuredChain::Ethereum { chain_id: 5 });
		assert_eq!(substrate(HOME).chain(), InsuredChain::Substrate { genesis: HOME });
	}

	#[test]
	fn chain_should_keep_its_encoding_when_encoded() {
		assert_eq!(ethereum(5).chain().encode(), [0, 5, 0, 0, 0, 0, 0, 0, 0]);
		assert_eq!(substrate(HOME).chain().encode(), [&[1][..], &HOME].concat());
	}
}

mod replays {
	use super::*;

	#[test]
	fn verify_should_refuse_when_signed_for_another_policy() {
		only_for_its_own(|insured_account| statement(&GENESIS, 8, 3, insured_account));
	}

	#[test]
	fn verify_should_refuse_when_signed_for_another_incident() {
		only_for_its_own(|insured_account| statement(&GENESIS, 7, 4, insured_account));
	}

	#[test]
	fn verify_should_refuse_when_policy_and_incident_are_swapped() {
		only_for_its_own(|insured_account| statement(&GENESIS, 3, 7, insured_account));
	}

	#[test]
	fn verify_should_refuse_when_signed_for_another_genesis() {
		only_for_its_own(|insured_account| statement(&[0x5c; 32], 7, 3, insured_account));
	}

	#[test]
	fn verify_should_refuse_when_signed_for_another_chain_of_the_insured_account() {
		only_for_its_own(|insured_account| {
			let other = match *insured_account {
				InsuredAccount::Ethereum { chain_id, address } => {
					InsuredAccount::Ethereum { chain_id: chain_id + 1, address }
				}
				InsuredAccount::Substrate { account, .. } => {
					InsuredAccount::Substrate { genesis: [0x92; 32], account }
				}
			};
			statement(&GENESIS, 7, 3, &other)
		});
	}

	#[test]
	fn verify_should_refuse_when_signed_for_another_insured_account() {
		only_for_its_own(|insured_account| match insured_account {
			InsuredAccount::Ethereum { .. } => statement(&GENESIS, 7, 3, &ethereum(1)),
			InsuredAccount::Substrate { .. } => statement(&GENESIS, 7, 3, &substrate(HOME)),
		});
	}

	#[test]
	fn verify_should_refuse_when_another_key_signed_the_statement() {
		for (key, thief) in keys().iter().zip(Key::all([8; 32])) {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			for signature in thief.signatures(&own) {
				assert_eq!(verify(&key.insured_account(), &signature, &own), Err(WrongSigner));
			}
		}
	}
}

mod forms {
	use super::*;

	/// Checks that the statement signed in a form that no wallet makes is refused for every key of
	/// `keys`.
	fn refused(keys: &[Key], form: Form) {
		for key in keys {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			let checked = verify(&key.insured_account(), &key.sign(&form(&own)), &own);
			assert_eq!(checked, Err(WrongSigner));
		}
	}

	#[test]
	fn verify_should_refuse_when_the_statement_is_wrapped_twice() {
		refused(&keys()[1..], |bytes| wrapped(&wrapped(bytes)));
	}

	#[test]
	fn verify_should_refuse_when_the_wrapper_is_not_closed() {
		refused(&keys()[1..], |bytes| [b"<Bytes>", bytes].concat());
		refused(&keys()[1..], |bytes| [bytes, b"</Bytes>"].concat());
	}

	#[test]
	fn verify_should_refuse_when_substrate_signs_as_ethereum_does() {
		refused(&keys()[1..], personal);
	}

	#[test]
	fn verify_should_refuse_when_ethereum_signs_without_the_prefix() {
		refused(&keys()[..1], plain);
	}

	#[test]
	fn verify_should_refuse_when_ethereum_signs_the_wrapper() {
		refused(&keys()[..1], wrapped);
		refused(&keys()[..1], |bytes| personal(&wrapped(bytes)));
	}

	#[test]
	fn verify_should_refuse_when_the_prefix_has_another_length() {
		refused(&keys()[..1], |bytes| [b"\x19Ethereum Signed Message:\n0", bytes].concat());
	}

	#[test]
	fn verify_should_refuse_when_the_statement_is_truncated() {
		only_for_its_own(|insured_account| {
			let mut own = statement(&GENESIS, 7, 3, insured_account);
			own.pop();
			own
		});
		refused(&keys(), |bytes| bytes[..bytes.len() - 1].to_vec());
	}

	#[test]
	fn verify_should_refuse_when_the_statement_is_empty() {
		only_for_its_own(|_| Vec::new());
	}

	#[test]
	fn verify_should_refuse_when_the_statement_goes_on() {
		only_for_its_own(|insured_account| {
			[statement(&GENESIS, 7, 3, insured_account), b" ".to_vec()].concat()
		});
	}
}

mod kinds {
	use super::*;

	#[test]
	fn verify_should_refuse_when_the_kind_is_of_another_chain() {
		let [first, rest @ ..] = keys();
		for key in &rest {
			let own = statement(&GENESIS, 7, 3, &first.insured_account());
			assert_eq!(verify(&first.insured_account(), &key.sign(&own), &own), Err(WrongKind));
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			assert_eq!(verify(&key.insured_account(), &first.sign(&personal(&own)), &own), Err(WrongKind));
		}
	}

	#[test]
	fn verify_should_refuse_when_the_kind_is_of_another_curve() {
		let [_, sr25519, ed25519, _] = keys();
		for (key, change) in [
			(&sr25519, AccountSignature::Ed25519 as fn([u8; 64]) -> AccountSignature),
			(&ed25519, AccountSignature::Sr25519),
		] {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			for mut signature in key.signatures(&own) {
				let other = change(bytes_of(&mut signature).try_into().unwrap());
				assert_eq!(verify(&key.insured_account(), &other, &own), Err(WrongSigner));
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_one_secp256k1_key_signs_for_the_other_chain() {
		let [ethereum, .., ecdsa] = keys();
		let (own, theirs) = (ecdsa.insured_account(), ethereum.insured_account());
		let (statement_own, statement_theirs) =
			(statement(&GENESIS, 7, 3, &own), statement(&GENESIS, 7, 3, &theirs));
		for form in [plain, wrapped, personal] {
			let mut signature = ethereum.sign(&form(&statement_own));
			let bytes = bytes_of(&mut signature).try_into().unwrap();
			assert_eq!(verify(&own, &AccountSignature::Ecdsa(bytes), &statement_own), Err(WrongSigner));
			let mut signature = ecdsa.sign(&form(&statement_theirs));
			let bytes = bytes_of(&mut signature).try_into().unwrap();
			assert_eq!(
				verify(&theirs, &AccountSignature::Ethereum(bytes), &statement_theirs),
				Err(WrongSigner)
			);
		}
	}
}

mod canonical {
	use super::*;
	use sp_core::U256;

	const ORDER: [u8; 32] = hex2array!("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

	/// The two secp256k1 keys, each with its statement and its first signature.
	fn signed() -> Vec<(InsuredAccount, Vec<u8>, AccountSignature)> {
		let [ethereum, .., ecdsa] = keys();
		[ethereum, ecdsa]
			.map(|key| {
				let own = statement(&GENESIS, 7, 3, &key.insured_account());
				(key.insured_account(), own.clone(), key.signatures(&own)[0])
			})
			.to_vec()
	}

	/// Checks the result of `verify` with another `v`.
	fn with_v(change: impl Fn(u8) -> u8, expected: Result<(), SignatureRefusal>) {
		for (insured_account, own, mut signature) in signed() {
			let v = &mut bytes_of(&mut signature)[64];
			*v = change(*v);
			assert_eq!(verify(&insured_account, &signature, &own), expected);
		}
	}

	#[test]
	fn verify_should_accept_when_v_is_plain() {
		with_v(|v| v, Ok(()));
	}

	#[test]
	fn verify_should_accept_when_27_is_added_to_v() {
		with_v(|v| v + 27, Ok(()));
	}

	#[test]
	fn verify_should_refuse_when_v_is_of_the_other_key() {
		with_v(|v| 1 - v, Err(WrongSigner));
		with_v(|v| 28 - v, Err(WrongSigner));
	}

	#[test]
	fn verify_should_refuse_when_v_is_anything_else() {
		for v in (0..=255).filter(|v| ![0, 1, 27, 28].contains(v)) {
			with_v(|_| v, Err(NotCanonical));
		}
	}

	#[test]
	fn verify_should_refuse_when_s_is_in_the_upper_half() {
		for (insured_account, own, mut signature) in signed() {
			let bytes = bytes_of(&mut signature);
			let low = U256::from_big_endian(&bytes[32..64]);
			let high = (U256::from_big_endian(&ORDER) - low).to_big_endian();
			bytes[32..64].copy_from_slice(&high);
			bytes[64] = 1 - bytes[64];
			// without the guard the host would take it
			if let (InsuredAccount::Ethereum { address, .. }, AccountSignature::Ethereum(raw)) =
				(insured_account, signature)
			{
				assert_eq!(signer_on_ethereum(&raw, &own), Some(address));
			}
			if let (InsuredAccount::Substrate { account, .. }, AccountSignature::Ecdsa(raw)) =
				(insured_account, signature)
			{
				assert!(is_signed_on_substrate(&account, MultiSignature::Ecdsa(raw.into()), &own));
			}
			assert_eq!(verify(&insured_account, &signature, &own), Err(NotCanonical));
		}
	}

	#[test]
	fn half_order_should_be_the_largest_low_s_when_compared() {
		let half = U256::from_big_endian(&HALF_ORDER);
		assert_eq!(half, U256::from_big_endian(&ORDER) / 2);
		let mut signature = [0; 65];
		signature[32..64].copy_from_slice(&HALF_ORDER);
		assert_eq!(ensure_canonical(&signature), Ok(()));
		signature[32..64].copy_from_slice(&(half + 1).to_big_endian());
		assert_eq!(ensure_canonical(&signature), Err(NotCanonical));
	}

	#[test]
	fn verify_should_refuse_when_r_or_s_is_out_of_range() {
		for (insured_account, own, signature) in signed() {
			for (at, value) in [(0, [0; 32]), (32, [0; 32]), (0, ORDER), (0, [0xff; 32])] {
				let mut changed = signature;
				bytes_of(&mut changed)[at..at + 32].copy_from_slice(&value);
				assert_eq!(verify(&insured_account, &changed, &own), Err(WrongSigner));
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_the_signature_is_zero() {
		for key in keys() {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			let mut signature = key.signatures(&own)[0];
			bytes_of(&mut signature).fill(0);
			assert_eq!(verify(&key.insured_account(), &signature, &own), Err(WrongSigner));
		}
	}

	#[test]
	fn verify_should_refuse_when_the_order_is_added_to_s_of_ed25519() {
		// 2^252 + 27742317777372353535851937790883648493, little-endian
		let order = hex2array!("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
		let [_, _, key, _] = keys();
		let own = statement(&GENESIS, 7, 3, &key.insured_account());
		let mut signature = key.signatures(&own)[0];
		let s = &mut bytes_of(&mut signature)[32..];
		let sum = U256::from_little_endian(s) + U256::from_little_endian(&order);
		s.copy_from_slice(&sum.to_little_endian());
		assert_eq!(verify(&key.insured_account(), &signature, &own), Err(WrongSigner));
	}

	#[test]
	fn verify_should_refuse_when_sr25519_lacks_its_mark() {
		let [_, key, ..] = keys();
		let own = statement(&GENESIS, 7, 3, &key.insured_account());
		let mut signature = key.signatures(&own)[0];
		bytes_of(&mut signature)[63] &= 0x7f;
		assert_eq!(verify(&key.insured_account(), &signature, &own), Err(WrongSigner));
	}
}

mod keyless {
	use super::*;

	/// A signature that anyone can write for an ed25519 key of small order: R the neutral element,
	/// s zero.
	const FORGED_ED25519: [u8; 64] = {
		let mut bytes = [0; 64];
		bytes[0] = 1;
		bytes
	};
	/// A signature that anyone can write for the neutral element as an sr25519 key: the same, with
	/// the mark.
	const FORGED_SR25519: [u8; 64] = {
		let mut bytes = [0; 64];
		bytes[63] = 0x80;
		bytes
	};

	fn insured_account(account: [u8; 32]) -> (InsuredAccount, Vec<u8>) {
		let insured_account = InsuredAccount::Substrate { genesis: HOME, account };
		let own = statement(&GENESIS, 7, 3, &insured_account);
		(insured_account, own)
	}

	#[test]
	fn verify_should_refuse_when_an_ed25519_key_has_small_order() {
		for y in SMALL_ORDER {
			for sign in [0, 0x80] {
				let mut account = y;
				account[31] |= sign;
				let (insured_account, own) = insured_account(account);
				let forged = MultiSignature::Ed25519(FORGED_ED25519.into());
				// without the guard the host would take it
				assert!(is_signed_on_substrate(&account, forged, &own));
				let forged = AccountSignature::Ed25519(FORGED_ED25519);
				assert_eq!(verify(&insured_account, &forged, &own), Err(Keyless));
			}
		}
	}

	#[test]
	fn insured_account_should_have_a_key_when_an_owner_can_hold_one() {
		for key in keys() {
			assert!(key.insured_account().has_key());
		}
		for y in SMALL_ORDER {
			assert!(!insured_account(y).0.has_key());
		}
		assert!(!InsuredAccount::Ethereum { chain_id: 1, address: [0; 20] }.has_key());
	}

	#[test]
	fn verify_should_refuse_when_an_sr25519_key_is_the_neutral_element() {
		let (insured_account, own) = insured_account([0; 32]);
		let forged = MultiSignature::Sr25519(FORGED_SR25519.into());
		// without the guard the host would take it
		assert!(is_signed_on_substrate(&[0; 32], forged, &own));
		assert_eq!(verify(&insured_account, &AccountSignature::Sr25519(FORGED_SR25519), &own), Err(Keyless));
	}

	#[test]
	fn verify_should_refuse_when_the_forgery_is_tried_on_a_real_key() {
		let [_, sr25519, ed25519, _] = keys();
		for (key, forged) in [
			(sr25519, AccountSignature::Sr25519(FORGED_SR25519)),
			(ed25519, AccountSignature::Ed25519(FORGED_ED25519)),
		] {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			assert_eq!(verify(&key.insured_account(), &forged, &own), Err(WrongSigner));
		}
	}
}

prop_compose! {
	fn any_insured_account()(
		is_ethereum: bool,
		chain_id: u64,
		address: [u8; 20],
		genesis: [u8; 32],
		account: [u8; 32],
	) -> InsuredAccount {
		if is_ethereum {
			InsuredAccount::Ethereum { chain_id, address }
		} else {
			InsuredAccount::Substrate { genesis, account }
		}
	}
}

prop_compose! {
	/// Facts of which any two may well have a part in common.
	fn any_facts()(
		genesis in prop_oneof![Just(GENESIS), any::<[u8; 32]>()],
		policy in prop_oneof![0u32..20, any::<u32>()],
		incident in prop_oneof![0u32..20, any::<u32>()],
		insured_account in prop_oneof![(0u64..20).prop_map(ethereum), Just(substrate(HOME)), any_insured_account()],
	) -> ([u8; 32], PolicyId, IncidentId, InsuredAccount) {
		(genesis, policy, incident, insured_account)
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn statement_should_be_one_line_of_printable_ascii_when_made((genesis, policy, incident, insured_account) in any_facts()) {
		let made = statement(&genesis, policy, incident, &insured_account);
		prop_assert!(made.iter().all(|byte| (32..=126).contains(byte)));
		prop_assert!(!made.contains(&b'<'));
	}

	#[test]
	fn statements_should_be_the_same_only_when_all_facts_are(a in any_facts(), b in any_facts()) {
		let made = |(genesis, policy, incident, insured_account)| statement(&genesis, policy, incident, &insured_account);
		prop_assert_eq!(made(a) == made(b), a == b);
	}

	#[test]
	fn hashes_and_encodings_should_be_the_same_only_when_insured_accounts_are((_, _, _, a) in any_facts(), (_, _, _, b) in any_facts()) {
		prop_assert_eq!(a.encode() == b.encode(), a == b);
		prop_assert_eq!(a.hash() == b.hash(), a == b);
		prop_assert_eq!(InsuredAccount::decode(&mut &a.encode()[..]), Ok(a));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(signing_cases(50)))]

	/// A statement that a key signs in a wallet's form is accepted for its insured account and
	/// these facts, and for no others.
	#[test]
	fn verify_should_accept_only_the_own_insured_account_when_signed(
		seed: [u8; 32],
		(genesis, policy, incident, other) in any_facts(),
		(_, other_policy, other_incident, _) in any_facts(),
	) {
		for key in Key::all(seed) {
			let own = statement(&genesis, policy, incident, &key.insured_account());
			let elsewhere = statement(&genesis, other_policy, other_incident, &key.insured_account());
			for signature in key.signatures(&own) {
				prop_assert_eq!(verify(&key.insured_account(), &signature, &own), Ok(()));
				prop_assert!(verify(&other, &signature, &own).is_err());
				let is_same = (policy, incident) == (other_policy, other_incident);
				prop_assert_eq!(verify(&key.insured_account(), &signature, &elsewhere).is_ok(), is_same);
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_a_bit_of_the_signature_is_flipped(seed: [u8; 32], at: prop::sample::Index, bit in 0..8) {
		for key in Key::all(seed) {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			for mut signature in key.signatures(&own) {
				let bytes = bytes_of(&mut signature);
				let at = at.index(bytes.len());
				bytes[at] ^= 1u8 << bit;
				prop_assert!(verify(&key.insured_account(), &signature, &own).is_err());
			}
		}
	}

	#[test]
	fn verify_should_refuse_when_a_bit_of_the_statement_is_flipped(seed: [u8; 32], at: prop::sample::Index, bit in 0..8) {
		for key in Key::all(seed) {
			let own = statement(&GENESIS, 7, 3, &key.insured_account());
			let mut changed = own.clone();
			changed[at.index(own.len())] ^= 1u8 << bit;
			for checked in key.claims(&own, &changed) {
				prop_assert_eq!(checked, Err(WrongSigner));
			}
		}
	}

	/// Bytes that no key signed are accepted for no account, whatever they are.
	#[test]
	fn verify_should_refuse_bytes_that_no_key_signed(insured_account in any_insured_account(), r_and_s: [[u8; 32]; 2], v in 0..2u8) {
		let own = statement(&GENESIS, 7, 3, &insured_account);
		let short: [u8; 64] = r_and_s.concat().try_into().unwrap();
		let long: [u8; 65] = [&short[..], &[v]].concat().try_into().unwrap();
		for signature in [
			AccountSignature::Ethereum(long),
			AccountSignature::Sr25519(short),
			AccountSignature::Ed25519(short),
			AccountSignature::Ecdsa(long),
		] {
			prop_assert!(verify(&insured_account, &signature, &own).is_err());
		}
	}
}
