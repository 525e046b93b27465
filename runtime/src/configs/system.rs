// SPDX-License-Identifier: Apache-2.0

//! System and time: the weight of a block, the calls that are allowed, and the receivers of its
//! time.

use crate::{
	configs::{
		consensus::{ReportsByValidators, SessionCharge},
		database::DatabaseWeight,
		governance::ProposalsThatRun,
		oracle::OracleCalls,
	},
	constants::*,
	parameters::bounded,
	*,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU64, InsideBoth},
	weights::{
		constants::{BlockExecutionWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::Perbill;

/// The part of a block that ordinary transactions may fill. The rest is for operational
/// transactions and hooks.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);
/// The computation in each block of three seconds: one second and a half. The other half of a slot
/// is for making a block, for its way through the network, and for machines that are slower than
/// the one on which weights are measured.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(3).saturating_div(2), u64::MAX);
/// The records that transactions share: the numbers that governance sets, the mark of a development
/// chain, the length of a session, the operators of feeds, and the beginning of BABE's epoch. The
/// first to need one reads it for all others in the block. So each is charged to the block, once,
/// and to no transaction.
const SHARED_READS: u64 = bounded::COUNT + 4;
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const BlockHashCount: BlockNumber = 4_096;
	pub const Version: RuntimeVersion = VERSION;
	pub const SS58Prefix: u8 = SS58_PREFIX;
	/// The cost of a block without transactions, the first reading of the records that all of its
	/// transactions share, and the clocks, which are read and written.
	pub BaseBlock: Weight = BlockExecutionWeight::get()
		.saturating_add(DatabaseWeight::get().reads_writes(SHARED_READS.saturating_add(1), 1));
	pub RuntimeBlockWeights: BlockWeights = {
		let normal = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT;
		BlockWeights::builder()
			.base_block(BaseBlock::get())
			.for_class(DispatchClass::Normal, |class| class.max_total = Some(normal))
			.for_class(DispatchClass::Operational, |class| {
				class.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
				class.reserved = Some(MAXIMUM_BLOCK_WEIGHT.saturating_sub(normal));
			})
			.avg_block_initialization(Perbill::from_percent(10))
			.build_or_panic()
	};
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_LENGTH
		})
		.build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	// All calls but those named there.
	type BaseCallFilter = InsideBoth<InsideBoth<OracleCalls, ProposalsThatRun>, ReportsByValidators>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = DatabaseWeight;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type Hash = Hash;
	type MaxConsumers = frame_support::traits::ConstU32<16>;
	type Nonce = Nonce;
	type PreInherents = SessionCharge;
	type SS58Prefix = SS58Prefix;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type Moment = breakwater_primitives::Moment;
	type OnTimestampSet = (Babe, Clock);
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl breakwater_clock::Config for Runtime {
	type MaxGap = bounded::MaxGap;
	type WeightInfo = breakwater_clock::weights::SubstrateWeight<Runtime>;
}

impl pallet_authorship::Config for Runtime {
	type EventHandler = Validators;
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
}

/// Returns the keys of the records that transactions share: see [`SHARED_READS`].
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) fn shared_keys() -> alloc::vec::Vec<alloc::vec::Vec<u8>> {
	let mut keys = bounded::keys();
	keys.push(genesis_parameters::IsDevelopment::<Runtime>::hashed_key().to_vec());
	keys.push(genesis_parameters::SessionSlots::<Runtime>::hashed_key().to_vec());
	keys.push(breakwater_feeds::Members::<Runtime>::hashed_key().to_vec());
	keys.push(pallet_babe::EpochStart::<Runtime>::hashed_key().to_vec());
	keys
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::collections::BTreeSet;

	#[test]
	fn shared_records_should_be_charged_to_the_block_once_each() {
		let keys: BTreeSet<_> = shared_keys().into_iter().collect();
		assert_eq!(keys.len() as u64, SHARED_READS);
		let beside = RuntimeBlockWeights::get().base_block.saturating_sub(BlockExecutionWeight::get());
		assert_eq!(beside, DatabaseWeight::get().reads_writes(SHARED_READS + 1, 1), "and the clocks");
	}
}
