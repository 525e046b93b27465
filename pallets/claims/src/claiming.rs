// SPDX-License-Identifier: Apache-2.0

//! Claims under a table of losses: a proof of the loss, and the signature of the insured account's
//! key.

use crate::{types::*, *};
use alloc::collections::BTreeMap;
use binary_merkle_tree::verify_proof;
use breakwater_primitives::interest::{self, AccountSignature, SignatureRefusal};
use codec::Encode;
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Zero};

impl<T: Config> Pallet<T> {
	/// Register a claim of `loss` for a policy's insured account. Pools whose locks are reserved
	/// are charged, and pay, at once.
	pub(crate) fn do_claim(
		id: IncidentId,
		policy: PolicyId,
		loss: Balance,
		index: u32,
		proof: Proof,
		signature: &AccountSignature,
	) -> DispatchResult {
		let mut incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let Stage::Claiming { until } = incident.stage else { return Err(Error::<T>::NoClaimWindow.into()) };
		ensure!(T::Clock::active() < until, Error::<T>::TooLate);
		let Some(Upheld::Losses(table)) = incident.upheld else {
			return Err(Error::<T>::NoClaimWindow.into());
		};
		ensure!(!Claims::<T>::contains_key(id, policy), Error::<T>::AlreadyClaimed);
		let insured_account = T::Book::insured_account(policy).ok_or(Error::<T>::NoInsuredAccount)?;
		ensure!(T::Book::product_of(policy) == Some(incident.product), Error::<T>::NotCovered);
		let leaf = (insured_account, loss).encode();
		let is_proven = verify_proof::<BlakeTwo256, _, _>(&table.root, proof, table.leaves, index, &leaf);
		ensure!(is_proven, Error::<T>::NotInTable);
		let statement = interest::statement(&Self::genesis(), policy, id, &insured_account);
		interest::verify(&insured_account, signature, &statement).map_err(Self::refused)?;

		let key = insured_account.hash();
		let claimed = ClaimedOn::<T>::get(id, key);
		let most = table.total.checked_sub(incident.claimed).ok_or(Error::<T>::NothingLeft)?;
		ensure!(claimed < loss && most > 0, Error::<T>::NothingLeft);
		let finding = Finding { measure: Measure::Loss { loss, claimed, most }, ..Self::finding(&incident) };
		let parts = T::Book::assess(policy, &finding).ok_or(Error::<T>::NotCovered)?;
		// A renewal gives back what is unearned as of the day of the pool.
		ensure!(!Self::is_far_behind(&parts), Error::<T>::PoolBehind);
		let (claims, parts, amount) = Self::register(id, incident.claims, &finding, policy, &parts)?;
		incident.claims = claims;
		incident.claimed.ensure_add_assign(amount)?;
		ClaimedOn::<T>::insert(id, key, claimed.ensure_add(amount)?);
		Self::deposit_event(Event::ClaimRegistered { incident: id, policy, parts: parts.clone(), amount });

		if Self::charge_reserved(id, &mut incident, &parts)? {
			Self::try_to_pay(id, &mut incident, policy);
		}
		Incidents::<T>::insert(id, incident);
		Ok(())
	}

	/// Charge a claim's parts on pools whose locks are reserved. Returns true if there are any.
	fn charge_reserved(
		id: IncidentId,
		incident: &mut Incident,
		parts: &ClaimShares,
	) -> Result<bool, DispatchError> {
		let mut by_pool = BTreeMap::<PoolId, Balance>::new();
		for (pool, amount) in parts {
			by_pool.entry(*pool).or_default().ensure_add_assign(*amount)?;
		}
		let mut any = false;
		for (pool, amount) in by_pool {
			let mut part = PoolSettlements::<T>::get(id, pool).ok_or(Error::<T>::PoolNotLocked)?;
			if !part.is_reserved {
				continue;
			}
			any = true;
			let amount = amount.ensure_sub(Self::take_first_loss(id, incident, pool, &mut part, amount)?)?;
			if amount > 0 {
				let (settlement, credit) = T::Settlement::charge(id, pool, amount)?;
				ensure!(credit.peek() == amount, Error::<T>::SettlementMismatch);
				Self::put_in_escrow(incident, &mut part, credit)?;
				part.settlement = part.settlement.plus(&settlement).ok_or(ArithmeticError::Overflow)?;
				Self::deposit_event(Event::PoolCharged { incident: id, pool, settlement });
			}
			PoolSettlements::<T>::insert(id, pool, part);
		}
		Ok(any)
	}

	/// Emit the statement of a policy's holder that an outcome proposal of an open incident is
	/// wrong about it. No storage is written.
	pub(crate) fn do_file_evidence(
		who: T::AccountId,
		id: IncidentId,
		policy: PolicyId,
		hash: H256,
		uri: Uri,
	) -> DispatchResult {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		ensure!(incident.stage.is_open(), Error::<T>::NotOpen);
		ensure!(T::Book::product_of(policy) == Some(incident.product), Error::<T>::NotCovered);
		ensure!(T::Book::holder(policy).as_ref() == Some(&who), Error::<T>::NotTheHolder);
		Self::deposit_event(Event::EvidenceFiled { incident: id, policy, who, hash, uri });
		Ok(())
	}

	/// The hash of this chain's first block, which is kept for ever.
	pub(crate) fn genesis() -> [u8; 32] {
		let hash = frame_system::Pallet::<T>::block_hash(BlockNumberOf::<T>::zero());
		let mut genesis = [0; 32];
		for (to, from) in genesis.iter_mut().zip(hash.as_ref()) {
			*to = *from;
		}
		genesis
	}

	fn refused(refusal: SignatureRefusal) -> Error<T> {
		match refusal {
			SignatureRefusal::WrongKind => Error::WrongSignatureKind,
			SignatureRefusal::NotCanonical => Error::SignatureNotCanonical,
			SignatureRefusal::Keyless => Error::InsuredAccountWithoutKey,
			SignatureRefusal::WrongSigner => Error::WrongSigner,
		}
	}
}
