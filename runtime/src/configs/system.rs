// SPDX-License-Identifier: Apache-2.0

//! System and time: the weight of a block, the calls that are allowed, and the receivers of its
//! time.

use crate::{
	configs::{database::DatabaseWeight, governance::ProposalsThatRun, oracle::OracleCalls},
	constants::*,
	parameters::bounded,
	*,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, InsideBoth},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
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
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const BlockHashCount: BlockNumber = 4_096;
	pub const Version: RuntimeVersion = VERSION;
	pub const SS58Prefix: u8 = SS58_PREFIX;
	pub RuntimeBlockWeights: BlockWeights =
		BlockWeights::with_sensible_defaults(MAXIMUM_BLOCK_WEIGHT, NORMAL_DISPATCH_RATIO);
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(frame_support::dispatch::DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_LENGTH
		})
		.build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	// All calls but those named there.
	type BaseCallFilter = InsideBoth<OracleCalls, ProposalsThatRun>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = DatabaseWeight;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type Hash = Hash;
	type MaxConsumers = frame_support::traits::ConstU32<16>;
	type Nonce = Nonce;
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
	type EventHandler = ();
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
}
