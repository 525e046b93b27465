// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The reports of validators that make two blocks for one slot.
//!
//! BABE's own import takes the seal out of a header before it puts the header into its proof. The
//! runtime rejects such a proof, as a header without a seal proves nothing. So [`Reporting`] lies
//! above it, where the seal is still there. It remembers the headers of the last slots, and reports
//! with the seals. Its report gets into the pool before BABE's, which the pool then refuses as the
//! same.

use crate::service::{FullClient, FullSelectChain};
use breakwater_runtime::opaque::{Block, Header};
use log::{info, warn};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::find_pre_digest;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_consensus::{BlockOrigin, SelectChain};
use sp_consensus_babe::{AuthorityIndex, BabeApi, EquivocationProof, Slot};
use sp_runtime::traits::Header as _;
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The number of slots whose headers are remembered: an hour. A second header that comes later is
/// not reported.
const REMEMBERED_SLOTS: u64 = 1_200;

type Reason = Box<dyn std::error::Error + Send + Sync>;

/// The first header of each author in the last slots.
#[derive(Default)]
pub struct Headers {
	seen: BTreeMap<(Slot, AuthorityIndex), Seen>,
}

/// A header with its seal, and whether another one for its slot was reported.
struct Seen {
	header: Header,
	reported: bool,
}

impl Headers {
	/// Remembers a header with its seal. Returns the first header of the same author for the same
	/// slot, if it is another one and none was reported.
	fn first_other(&mut self, slot: Slot, author: AuthorityIndex, header: &Header) -> Option<Header> {
		let newest = self.seen.last_key_value().map_or(slot, |((newest, _), _)| slot.max(*newest));
		let oldest = newest.saturating_sub(REMEMBERED_SLOTS);
		self.seen = self.seen.split_off(&(oldest, 0));
		if slot < oldest {
			return None;
		}
		let seen = self
			.seen
			.entry((slot, author))
			.or_insert_with(|| Seen { header: header.clone(), reported: false });
		let is_news = !seen.reported && seen.header.hash() != header.hash();
		is_news.then(|| seen.header.clone())
	}

	/// Notes that the author of a slot is reported. One report is enough.
	fn note_report(&mut self, slot: Slot, author: AuthorityIndex) {
		if let Some(seen) = self.seen.get_mut(&(slot, author)) {
			seen.reported = true;
		}
	}
}

/// An import of blocks that reports equivocations of their authors, above BABE's.
#[derive(Clone)]
pub struct Reporting<Inner> {
	inner: Inner,
	client: Arc<FullClient>,
	select_chain: FullSelectChain,
	pool: OffchainTransactionPoolFactory<Block>,
	headers: Arc<Mutex<Headers>>,
}

impl<Inner> Reporting<Inner> {
	/// Lies above an import.
	pub fn new(
		inner: Inner,
		client: Arc<FullClient>,
		select_chain: FullSelectChain,
		pool: OffchainTransactionPoolFactory<Block>,
	) -> Self {
		Self { inner, client, select_chain, pool, headers: Default::default() }
	}

	fn headers(&self) -> MutexGuard<'_, Headers> {
		self.headers.lock().unwrap_or_else(PoisonError::into_inner)
	}

	/// Reports the author of a header with its seal if it has made another for the same slot.
	async fn report(&self, second_header: Header) -> Result<(), Reason> {
		let digest = find_pre_digest::<Block>(&second_header)?;
		let (slot, author) = (digest.slot(), digest.authority_index());
		let first_header = self.headers().first_other(slot, author, &second_header);
		let Some(first_header) = first_header else { return Ok(()) };

		let (parent, best) = (*second_header.parent_hash(), self.select_chain.best_chain().await?.hash());
		// The proof that the key is a validator's holds for the session of the state. The first
		// block of a session has its parent in the one before, but the author's other block is
		// best.
		let (mut at, mut found) = (parent, None);
		for state in [parent, best] {
			let epoch = self.client.runtime_api().current_epoch(state)?;
			let end = epoch.start_slot.saturating_add(epoch.duration);
			if (epoch.start_slot..end).contains(&slot) {
				(at, found) = (state, Some(epoch));
				break;
			}
		}
		let epoch = found.ok_or("neither its parent nor the best block is in the session of the slot")?;
		let authority = epoch.authorities.get(author as usize).ok_or("the author is no authority")?;
		let offender = authority.0.clone();
		let owner = self
			.client
			.runtime_api()
			.generate_key_ownership_proof(at, slot, offender.clone())?
			.ok_or("the author is in no session that is known")?;
		let proof = EquivocationProof { offender, slot, first_header, second_header };
		// One instance works on one state.
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		api.submit_report_equivocation_unsigned_extrinsic(best, proof, owner)?
			.ok_or("the pool refuses the report")?;
		self.headers().note_report(slot, author);
		info!("Reported authority {author}, which made two blocks for slot {slot}.");
		Ok(())
	}
}

#[async_trait::async_trait]
impl<Inner> BlockImport<Block> for Reporting<Inner>
where
	Inner: BlockImport<Block> + Send + Sync,
{
	type Error = Inner::Error;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Self::Error> {
		// An old block was reported when it was new, and not all old blocks are verified.
		if matches!(block.origin, BlockOrigin::NetworkBroadcast | BlockOrigin::ConsensusBroadcast) {
			if let Err(reason) = self.report(block.post_header()).await {
				warn!("A second block for one slot could not be reported: {reason}.");
			}
		}
		self.inner.import_block(block).await
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::{Digest, DigestItem};

	fn header(number: u32, mark: u8) -> Header {
		let digest = Digest { logs: vec![DigestItem::Other(vec![mark])] };
		Header::new(number, Default::default(), Default::default(), Default::default(), digest)
	}

	#[test]
	fn second_header_of_an_author_should_be_found_once() {
		let mut headers = Headers::default();
		let (slot, first, second) = (Slot::from(7), header(1, 1), header(1, 2));
		assert_eq!(headers.first_other(slot, 0, &first), None);
		assert_eq!(headers.first_other(slot, 0, &first), None, "the same block comes from two peers");
		assert_eq!(headers.first_other(slot, 1, &second), None, "another author has the slot too");
		assert_eq!(headers.first_other(Slot::from(8), 0, &second), None, "another slot");
		assert_eq!(headers.first_other(slot, 0, &second), Some(first.clone()));
		assert_eq!(headers.first_other(slot, 0, &header(1, 3)), Some(first), "no report has succeeded");
		headers.note_report(slot, 0);
		assert_eq!(headers.first_other(slot, 0, &header(1, 4)), None, "one report is enough");
	}

	#[test]
	fn headers_should_be_forgotten() {
		let mut headers = Headers::default();
		for slot in 0..10 * REMEMBERED_SLOTS {
			headers.first_other(Slot::from(slot), 0, &header(1, 1));
		}
		assert_eq!(headers.seen.len() as u64, REMEMBERED_SLOTS + 1);
		assert_eq!(headers.first_other(Slot::from(1), 0, &header(1, 2)), None, "too old");
		assert_eq!(headers.first_other(Slot::from(1), 0, &header(1, 3)), None);
	}
}
