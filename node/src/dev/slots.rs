// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! BABE slots of a development chain.
//!
//! [`SlotClaimer`] claims the slot of each block with the node's own BABE key. It seals the header
//! with it, as a real author does. The blocks are therefore valid BABE blocks: exported, they can
//! be imported and checked by any node.
//!
//! # Jumps over epochs
//!
//! A jump of a year skips thousands of epochs. BABE is made for this, as a real chain may stand
//! still. The epoch announced last is used for the slot's epoch, with its index and start moved on
//! (`Epoch::clone_for_slot`). `claim_slot` does so for the VRF, `BabeBlockImport` for the tree of
//! epochs, and the pallet for its own books, all from the same slot. So the epochs are not faked
//! here. Each block is claimed under the epoch that its import will look up, and one jump may
//! follow another.
//!
//! Two things differ from a real chain, both in [`import_inherents`]:
//! - the check of the timestamp against the machine's clock always passes, as the time is not the
//!   machine's;
//! - equivocations are not recorded. The record is cleaned slot by slot, which would take minutes
//!   after a long jump, and there is no author to equivocate.

use super::clock::END_OF_TIME;
use crate::service::{FullClient, Inherents};
use breakwater_runtime::{opaque::Block, Hash};
use sc_consensus::BlockImportParams;
use sc_consensus_babe::{
	authorship::claim_slot, find_pre_digest, AuthorityId, BabeConfiguration, BabeIntermediate,
	CompatibleDigestItem, Epoch, INTERMEDIATE_KEY,
};
use sc_consensus_epochs::{descendent_query, SharedEpochChanges, ViableEpochDescriptor};
use sc_consensus_manual_seal::{ConsensusDataProvider, Error};
use sp_api::StorageProof;
use sp_consensus_babe::{
	inherents::{BabeInherentData, InherentDataProvider as BabeInherents},
	Slot, SlotDuration,
};
use sp_inherents::{CreateInherentDataProviders, InherentData};
use sp_keystore::KeystorePtr;
use sp_runtime::{app_crypto::AppCrypto, traits::Header as _, Digest, DigestItem};
use sp_timestamp::Timestamp;
use std::sync::Arc;

type Header = <Block as sp_runtime::traits::Block>::Header;
type Descriptor = ViableEpochDescriptor<Hash, breakwater_runtime::BlockNumber, Epoch>;

/// The inherent data of a block with a given date.
pub struct BlockInherents {
	/// Timestamp of the block.
	pub timestamp: Timestamp,
	/// Length of a slot.
	pub slot_duration: SlotDuration,
}

#[async_trait::async_trait]
impl CreateInherentDataProviders<Block, ()> for BlockInherents {
	type InherentDataProviders = (BabeInherents, sp_timestamp::InherentDataProvider);

	async fn create_inherent_data_providers(
		&self,
		_parent: Hash,
		(): (),
	) -> Result<Self::InherentDataProviders, Box<dyn std::error::Error + Send + Sync>> {
		let slot = BabeInherents::from_timestamp_and_slot_duration(self.timestamp, self.slot_duration);
		Ok((slot, sp_timestamp::InherentDataProvider::new(self.timestamp)))
	}
}

/// Returns the data against which blocks of a development chain are checked on import. The current
/// time is the end of time, and the current slot is its slot.
pub fn import_inherents(slot_duration: SlotDuration) -> Inherents {
	Arc::new(BlockInherents { timestamp: Timestamp::new(END_OF_TIME), slot_duration })
}

/// Claims slots and seals headers.
pub struct SlotClaimer {
	client: Arc<FullClient>,
	keystore: KeystorePtr,
	epochs: SharedEpochChanges<Block, Epoch>,
	genesis: BabeConfiguration,
}

impl SlotClaimer {
	/// Returns a claimer of slots with the keys in `keystore`. `genesis` holds the authorities of
	/// the first epoch.
	pub fn new(
		client: Arc<FullClient>,
		keystore: KeystorePtr,
		epochs: SharedEpochChanges<Block, Epoch>,
		genesis: BabeConfiguration,
	) -> Self {
		Self { client, keystore, epochs, genesis }
	}

	/// Returns the epoch of a child of `parent` in `slot`, as the import looks it up.
	fn epoch(&self, parent: &Header, slot: Slot) -> Result<(Descriptor, Epoch), Error> {
		let epochs = self.epochs.shared_data();
		let descriptor = epochs
			.epoch_descriptor_for_child_of(
				descendent_query(&*self.client),
				&parent.hash(),
				*parent.number(),
				slot,
			)
			.map_err(|error| {
				Error::StringError(format!("the epoch of slot {slot} cannot be found: {error}"))
			})?
			.ok_or_else(|| Error::StringError(format!("no epoch is known for slot {slot}")))?;
		let epoch = epochs
			.viable_epoch(&descriptor, |slot| Epoch::genesis(&self.genesis, slot))
			.ok_or_else(|| Error::StringError(format!("no epoch is known for slot {slot}")))?
			.as_ref()
			.clone();
		Ok((descriptor, epoch))
	}

	/// Returns the seal of `author` on a header with the given hash.
	fn seal(&self, author: &AuthorityId, hash: &Hash) -> Result<DigestItem, Error> {
		let signature = self
			.keystore
			.sr25519_sign(AuthorityId::ID, author.as_ref(), hash.as_ref())
			.map_err(|error| Error::StringError(format!("the header cannot be signed: {error}")))?
			.ok_or_else(|| Error::StringError("the author's BABE key is not in the keystore".into()))?;
		Ok(<DigestItem as CompatibleDigestItem>::babe_seal(signature.into()))
	}
}

fn slot(inherents: &InherentData) -> Result<Slot, Error> {
	inherents
		.babe_inherent_data()?
		.ok_or_else(|| Error::StringError("the inherent data holds no slot".into()))
}

impl ConsensusDataProvider<Block> for SlotClaimer {
	fn create_digest(&self, parent: &Header, inherents: &InherentData) -> Result<Digest, Error> {
		let slot = slot(inherents)?;
		let (_, epoch) = self.epoch(parent, slot)?;
		let (claim, _) = claim_slot(slot, &epoch, &self.keystore).ok_or_else(|| {
			Error::StringError(format!(
				"slot {slot} belongs to an authority whose BABE key is not in this node's keystore; a \
				 development chain is sealed by one authority"
			))
		})?;
		Ok(Digest { logs: vec![<DigestItem as CompatibleDigestItem>::babe_pre_digest(claim)] })
	}

	fn append_block_import(
		&self,
		parent: &Header,
		params: &mut BlockImportParams<Block>,
		inherents: &InherentData,
		_proof: StorageProof,
	) -> Result<(), Error> {
		let (epoch_descriptor, epoch) = self.epoch(parent, slot(inherents)?)?;
		let claim = find_pre_digest::<Block>(&params.header)
			.map_err(|error| Error::StringError(format!("the block has no claim of its slot: {error}")))?;
		let (author, _) = usize::try_from(claim.authority_index())
			.ok()
			.and_then(|index| epoch.authorities.get(index))
			.ok_or_else(|| Error::StringError("the block's author is not an authority".into()))?;
		let seal = self.seal(author, &params.header.hash())?;
		params.post_digests.push(seal);
		params.insert_intermediate(INTERMEDIATE_KEY, BabeIntermediate::<Block> { epoch_descriptor });
		Ok(())
	}
}
