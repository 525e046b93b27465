// SPDX-License-Identifier: Apache-2.0

//! Blocks of the development chain, as `Executive` makes them, each with its weight and its time.

use super::{processor::on_processor, *};
use frame_support::{
	dispatch::{extract_actual_weight, DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use frame_system::limits::WeightsPerClass;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_runtime::{
	traits::{Dispatchable, Header as _},
	Digest, DigestItem,
};
use std::time::{Duration, Instant};

/// The measurements of a block.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
	/// The weight that the block consumed, by the chain's own account.
	pub weight: Weight,
	/// The time that the block took, with its state's root.
	pub time: Duration,
	/// The part of that time in which the thread had a processor.
	pub processor: Duration,
	/// True if the block ends a session.
	pub ends_session: bool,
	/// The claims that were registered, the pools that were charged, and the claims that were paid.
	pub registered: u32,
	pub charged: u32,
	pub paid: u32,
	/// The number of claims skipped, and of payments and settlements delayed.
	pub missed: u32,
}

/// A chain with its last block closed.
pub struct Chain {
	ext: sp_io::TestExternalities,
	now: Moment,
	number: BlockNumber,
	parent: Hash,
}

impl Chain {
	/// Starts a chain from the development preset.
	pub fn new() -> Self {
		let mut ext = sp_io::TestExternalities::default();
		ext.execute_with(|| {
			let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("it is JSON");
			merge(&mut config, genesis_config_presets::development());
			let config = serde_json::to_vec(&config).expect("JSON can be written");
			frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(config)
				.expect("the preset is a genesis state");
		});
		ext.commit_all().expect("no transaction is open");
		Self { ext, now: START, number: 0, parent: Default::default() }
	}

	/// Looks at the state.
	pub fn look<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	pub fn now(&self) -> Moment {
		self.now
	}

	/// Makes a block, `gap` after the last one, with some extrinsics.
	pub fn block(&mut self, gap: Moment, extrinsics: impl FnOnce()) -> Measured {
		self.now += gap;
		self.number += 1;
		let header = Header::new(
			self.number,
			Default::default(),
			Default::default(),
			self.parent,
			Digest { logs: vec![claim_slot(self.now)] },
		);
		let now = pallet_timestamp::Call::set { now: self.now };
		let (measured, parent) = self.ext.execute_with(|| {
			let session = Session::current_index();
			let start = (Instant::now(), on_processor());
			Executive::initialize_block(&header);
			Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(now.into()))
				.expect("the inherent is valid")
				.expect("the time can be set");
			Executive::inherents_applied();
			extrinsics();
			let closed = Executive::finalize_block();
			let time = start.0.elapsed();
			let processor = on_processor().zip(start.1).map_or(time, |(end, start)| end - start);
			(measure(time, processor, Session::current_index() != session), closed.hash())
		});
		self.parent = parent;
		self.ext.commit_all().expect("no transaction is open");
		measured
	}

	/// Passes time without extrinsics: a block that ends a session, and two others.
	pub fn pass(&mut self, millis: Moment) {
		self.block(millis - 2 * SLOT_DURATION, || ());
		self.block(SLOT_DURATION, || ());
		self.block(SLOT_DURATION, || ());
	}

	/// Passes an hour with a price. Each of the three operators feeds it in a separate block, until
	/// a block is `done`.
	pub fn hour(&mut self, price: u128, done: impl Fn(&Measured) -> bool) -> Option<Measured> {
		let operators = [Who::Charlie, Who::Dave, Who::Eve];
		let usual = 3 * SLOT_DURATION;
		let first = self.block(DAY / 24 - usual, || ());
		if done(&first) {
			return Some(first);
		}
		operators.into_iter().find_map(|operator| {
			let fed = self.block(SLOT_DURATION, || weighed(feed(price), operator.to_account_id()));
			done(&fed).then_some(fed)
		})
	}
}

/// Dispatches a call and books its weight, as the extension `CheckWeight` does.
pub fn weighed(call: impl Into<RuntimeCall>, who: AccountId) {
	let call = call.into();
	let info = call.get_dispatch_info();
	let result = call.dispatch(RuntimeOrigin::signed(who));
	let weight = extract_actual_weight(&result, &info)
		.saturating_add(info.extension_weight)
		.saturating_add(ordinary().base_extrinsic);
	result.expect("the call is sound");
	System::register_extra_weight_unchecked(weight, DispatchClass::Normal);
}

/// Returns true if the block has room for an ordinary call of a weight.
pub fn has_room(weight: Weight) -> bool {
	let used = System::block_weight().get(DispatchClass::Normal).saturating_add(ordinary().base_extrinsic);
	ordinary().max_total.is_none_or(|most| used.saturating_add(weight).all_lte(most))
}

fn ordinary() -> WeightsPerClass {
	RuntimeBlockWeights::get().get(DispatchClass::Normal).clone()
}

fn claim_slot(now: Moment) -> DigestItem {
	let slot = (now / SLOT_DURATION).into();
	let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot });
	<DigestItem as CompatibleDigestItem>::babe_pre_digest(claim)
}

fn measure(time: Duration, processor: Duration, ends_session: bool) -> Measured {
	use breakwater_claims::Event::*;
	let weight = System::block_weight().total();
	let mut block =
		Measured { weight, time, processor, ends_session, registered: 0, charged: 0, paid: 0, missed: 0 };
	for record in System::read_events_no_consensus() {
		let RuntimeEvent::Claims(event) = record.event else { continue };
		match event {
			ClaimRegistered { .. } => block.registered += 1,
			PoolCharged { .. } => block.charged += 1,
			ClaimPaid { .. } => block.paid += 1,
			ClaimSkipped { .. } | PaymentDelayed { .. } | SettlementDelayed { .. } => block.missed += 1,
			_ => {}
		}
	}
	block
}

fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}
