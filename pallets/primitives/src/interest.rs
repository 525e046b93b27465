// SPDX-License-Identifier: Apache-2.0

//! Insured interest: a claim that people assess must be signed by the key of the insured account
//! that had the loss.
//!
//! A [`InsuredAccount`] is an account on a chain, named at the purchase and never salted. All who
//! insure the same account therefore name the same insured account. The key of that account signs
//! the [`statement`]. The statement says in words for which policy, incident, insured account and
//! chain it is, so that it can be used for no other. [`verify`] checks the signature.
//!
//! # The statement
//!
//! One line of printable ASCII (bytes 32 to 126): wallets show that as text, while a line break
//! makes some of them show hexadecimal digits. Ids are decimal, accounts and hashes are `0x` and
//! lower-case hexadecimal digits. The lines are wrapped here. For an Ethereum account
//!
//! ```text
//! Breakwater claim: I agree that policy 7 pays its holder under incident 3 for the loss
//! of my position 0x<40 digits> on the Ethereum chain with ID 1. Breakwater genesis: 0x<64 digits>
//! ```
//!
//! and for a Substrate account
//!
//! ```text
//! Breakwater claim: I agree that policy 7 pays its holder under incident 3 for the loss
//! of my position 0x<64 digits> on the Substrate chain with genesis 0x<64 digits>. Breakwater
//! genesis: 0x<64 digits>
//! ```
//!
//! The statement says to the signer that the policy's holder is paid, and names no holder. A thief
//! who insured the account of another would have to ask for just this.
//!
//! # What the key signs
//!
//! | insured account | signature | over |
//! |---|---|---|
//! | Ethereum | secp256k1, r ‖ s ‖ v | keccak-256 of `"\x19Ethereum Signed Message:\n"` ‖ length in decimal ‖ statement (EIP-191, `personal_sign`) |
//! | Substrate | sr25519, context `substrate` | the statement, or `<Bytes>` ‖ statement ‖ `</Bytes>` |
//! | Substrate | ed25519 | the same |
//! | Substrate | secp256k1, r ‖ s ‖ v | blake2-256 of the same; the account is the blake2-256 hash of the compressed public key |
//!
//! The wrapped form is what browser extensions sign when they are asked for raw bytes.
//!
//! Only keys sign. An account without a key of its own (a contract, a multisig, a proxied or
//! derived account) cannot prove its interest here.
//!
//! # What the libraries leave to us
//!
//! - **secp256k1**: the host's recovery takes both `s` and `n − s`, and recovery ids 2 and 3. Here
//!   `s` must be in the lower half (EIP-2) and `v` one of 0, 1, 27 and 28, on both kinds of chain.
//!   `sp_runtime::MultiSignature::Eth` would not do for Ethereum: it hashes the compressed public
//!   key, so its account is not the Ethereum address.
//! - **ed25519**: the host follows ZIP 215. `s` must be below the order of the group, so no
//!   signature can be turned into another. But points of small order are taken as keys, and with
//!   those anyone can sign anything. The account of zeros is one. They are refused here.
//! - **sr25519**: `s` and both points have one encoding each. The neutral element, again the
//!   account of zeros, is taken as a key with which anyone can sign anything. It is refused here.
//!
//! Still, a signer can make many signatures for one statement, and `v` has two spellings. A
//! signature is never an identity: key the payments by policy, incident and insured account.
//!
//! # Cost
//!
//! One host call that verifies or recovers, roughly 50 to 100 µs each; two for a Substrate account
//! if the statement was signed as it is, as the wrapped form is tried first, or if the signature is
//! refused. The rest is hashing of less than 500 bytes. This is a rule of thumb: a pallet that
//! verifies has a benchmark, with a Substrate signature over the plain statement as the worst case.

use crate::{IncidentId, PolicyId};
use alloc::{format, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{hex2array, hexdisplay::HexDisplay, H256};
use sp_io::{crypto::secp256k1_ecdsa_recover, hashing::keccak_256};
use sp_runtime::{
	traits::{BlakeTwo256, Hash, Verify},
	AccountId32, MultiSignature,
};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

/// The chain on which an insured account is.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum InsuredChain {
	/// A chain with Ethereum's accounts.
	#[codec(index = 0)]
	Ethereum {
		/// Its chain ID (EIP-155).
		chain_id: u64,
	},
	/// A chain with Substrate's accounts.
	#[codec(index = 1)]
	Substrate {
		/// The hash of its first block.
		genesis: [u8; 32],
	},
}

/// An insured account: an account on a chain. Its encoding is unique: two insured accounts are the
/// same if and only if their encodings are.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum InsuredAccount {
	/// An account on a chain with Ethereum's accounts.
	#[codec(index = 0)]
	Ethereum {
		/// The chain ID (EIP-155).
		chain_id: u64,
		/// The address: the last 20 bytes of the keccak-256 hash of the public key.
		address: [u8; 20],
	},
	/// An account on a chain with Substrate's accounts.
	#[codec(index = 1)]
	Substrate {
		/// The hash of the chain's first block.
		genesis: [u8; 32],
		/// The account id: an sr25519 or ed25519 public key, or the blake2-256 hash of a compressed
		/// secp256k1 one.
		account: [u8; 32],
	},
}

impl InsuredAccount {
	/// The chain on which it is.
	pub fn chain(&self) -> InsuredChain {
		match *self {
			Self::Ethereum { chain_id, .. } => InsuredChain::Ethereum { chain_id },
			Self::Substrate { genesis, .. } => InsuredChain::Substrate { genesis },
		}
	}

	/// True if a key to it can exist. Cover for an insured account without one could never be
	/// claimed.
	pub fn has_key(&self) -> bool {
		match self {
			Self::Ethereum { address, .. } => *address != [0; 20],
			Self::Substrate { account, .. } => ensure_key(account).is_ok(),
		}
	}

	/// The key under which sums per insured account are kept: blake2-256 of `position` and the
	/// encoding. No other data goes into it. One insured account therefore has one sum, for all
	/// policies on it and all their holders.
	pub fn hash(&self) -> H256 {
		BlakeTwo256::hash_of(&(b"position", self))
	}
}

/// A signature by an insured account's key.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum AccountSignature {
	/// By an Ethereum account, as `personal_sign` gives it: r ‖ s ‖ v.
	#[codec(index = 0)]
	Ethereum([u8; 65]),
	/// By a Substrate account with an sr25519 key.
	#[codec(index = 1)]
	Sr25519([u8; 64]),
	/// By a Substrate account with an ed25519 key.
	#[codec(index = 2)]
	Ed25519([u8; 64]),
	/// By a Substrate account with a secp256k1 key: r ‖ s ‖ v.
	#[codec(index = 3)]
	Ecdsa([u8; 65]),
}

/// The reason why a signature proves no interest.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum SignatureRefusal {
	/// The kind of signature is not of the insured account's chain.
	#[codec(index = 0)]
	WrongKind,
	/// `v` is not one of 0, 1, 27 and 28, or `s` is in the upper half.
	#[codec(index = 1)]
	NotCanonical,
	/// Anyone can sign for this account: it has no key of its own.
	#[codec(index = 2)]
	Keyless,
	/// The insured account's key did not sign this statement.
	#[codec(index = 3)]
	WrongSigner,
}

/// Returns the statement that the key of `insured_account` signs so that `policy` is paid under
/// `incident`. `genesis` is the hash of the first block of the chain on which they are. The form is
/// in the [module's documentation](self); statements of different facts differ.
pub fn statement(
	genesis: &[u8; 32],
	policy: PolicyId,
	incident: IncidentId,
	insured_account: &InsuredAccount,
) -> Vec<u8> {
	let place = match insured_account {
		InsuredAccount::Ethereum { chain_id, address } => {
			format!("0x{} on the Ethereum chain with ID {chain_id}", HexDisplay::from(address))
		}
		InsuredAccount::Substrate { genesis, account } => format!(
			"0x{} on the Substrate chain with genesis 0x{}",
			HexDisplay::from(account),
			HexDisplay::from(genesis),
		),
	};
	format!(
		"Breakwater claim: I agree that policy {policy} pays its holder under incident {incident} for the loss of my \
		 position {place}. Breakwater genesis: 0x{}",
		HexDisplay::from(genesis),
	)
	.into_bytes()
}

/// Checks that the key of `insured_account` signed `statement`. The statement must be one that
/// [`statement`] made: take no bytes from a caller.
pub fn verify(
	insured_account: &InsuredAccount,
	signature: &AccountSignature,
	statement: &[u8],
) -> Result<(), SignatureRefusal> {
	let is_signed = match (insured_account, *signature) {
		(InsuredAccount::Ethereum { address, .. }, AccountSignature::Ethereum(signature)) => {
			ensure_canonical(&signature)?;
			signer_on_ethereum(&signature, statement).is_some_and(|signer| signer == *address)
		}
		(InsuredAccount::Substrate { account, .. }, AccountSignature::Sr25519(signature)) => {
			ensure_key(account)?;
			is_signed_on_substrate(account, MultiSignature::Sr25519(signature.into()), statement)
		}
		(InsuredAccount::Substrate { account, .. }, AccountSignature::Ed25519(signature)) => {
			ensure_key(account)?;
			is_signed_on_substrate(account, MultiSignature::Ed25519(signature.into()), statement)
		}
		(InsuredAccount::Substrate { account, .. }, AccountSignature::Ecdsa(signature)) => {
			ensure_canonical(&signature)?;
			is_signed_on_substrate(account, MultiSignature::Ecdsa(signature.into()), statement)
		}
		(InsuredAccount::Ethereum { .. }, _)
		| (InsuredAccount::Substrate { .. }, AccountSignature::Ethereum(_)) => {
			return Err(SignatureRefusal::WrongKind)
		}
	};
	is_signed.then_some(()).ok_or(SignatureRefusal::WrongSigner)
}

/// Half of the order of secp256k1's group, rounded down: the largest `s` of the lower half,
/// big-endian.
const HALF_ORDER: [u8; 32] = hex2array!("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

/// Checks that a secp256k1 signature r ‖ s ‖ v has the one form that wallets make: low `s`, and a
/// recovery id of 0 or 1, plain or with 27 added.
fn ensure_canonical(signature: &[u8; 65]) -> Result<(), SignatureRefusal> {
	let [r_and_s @ .., v] = signature;
	let is_low = r_and_s.last_chunk().is_some_and(|s| *s <= HALF_ORDER);
	(is_low && matches!(v, 0 | 1 | 27 | 28)).then_some(()).ok_or(SignatureRefusal::NotCanonical)
}

/// The address whose key made a signature of a statement by `personal_sign`.
fn signer_on_ethereum(signature: &[u8; 65], statement: &[u8]) -> Option<[u8; 20]> {
	let mut message = format!("\x19Ethereum Signed Message:\n{}", statement.len()).into_bytes();
	message.extend_from_slice(statement);
	let public = secp256k1_ecdsa_recover(signature, &keccak_256(&message)).ok()?;
	keccak_256(&public).last_chunk().copied()
}

/// True if the key of a Substrate account signed a statement, wrapped as extensions do it or as it
/// is.
fn is_signed_on_substrate(account: &[u8; 32], signature: MultiSignature, statement: &[u8]) -> bool {
	let account = AccountId32::new(*account);
	let wrapped = [b"<Bytes>", statement, b"</Bytes>"].concat();
	signature.verify(&wrapped[..], &account) || signature.verify(statement, &account)
}

/// The encodings of the points of small order on Curve25519's twisted Edwards form, with the sign
/// bit taken out: y = 0, 1, the two of order 8, −1, and 0 and 1 again in the form that is not
/// reduced.
const SMALL_ORDER: [[u8; 32]; 7] = [
	hex2array!("0000000000000000000000000000000000000000000000000000000000000000"),
	hex2array!("0100000000000000000000000000000000000000000000000000000000000000"),
	hex2array!("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
	hex2array!("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
	hex2array!("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
	hex2array!("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
	hex2array!("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
];

/// Checks that an account which is itself a public key is not one with which anyone can sign. Such
/// keys are those of small order under ed25519, and the neutral element under sr25519, which is the
/// first of the same list.
fn ensure_key(account: &[u8; 32]) -> Result<(), SignatureRefusal> {
	let mut y = *account;
	let [.., sign] = &mut y;
	*sign &= 0x7f;
	(!SMALL_ORDER.contains(&y)).then_some(()).ok_or(SignatureRefusal::Keyless)
}
