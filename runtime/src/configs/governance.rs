//! Referenda: anyone proposes, token holders vote, what is approved runs as Root.
//!
//! There is no council in this release: the origins that would be its are Root's, so that only a referendum can use
//! them, and vetoes and instant referenda do not exist.

use crate::{constants::*, parameters::bounded, *};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, ConstBool, ConstU128, ConstU32,
		EqualPrivilegeOnly, Get, LinearStoragePrice, NeverEnsureOrigin,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::Perbill;

parameter_types! {
	/// What scheduled calls may weigh in a block.
	pub MaximumSchedulerWeight: Weight =
		Perbill::from_percent(80) * configs::system::RuntimeBlockWeights::get().max_block;
	/// How long a vote's tokens stay locked: never less than until the enactment of what was voted for.
	pub VoteLocking: BlockNumber = bounded::VoteLockingPeriod::get().max(bounded::EnactmentPeriod::get());
	/// Why the deposit of a preimage is held.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<ConstU128<{ deposit(2, 64) }>, ConstU128<{ deposit(0, 1) }>, Balance>,
	>;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
}

impl pallet_scheduler::Config for Runtime {
	type BlockNumberProvider = System;
	type MaxScheduledPerBlock = ConstU32<50>;
	type MaximumWeight = MaximumSchedulerWeight;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
}

impl pallet_democracy::Config for Runtime {
	type BlacklistOrigin = EnsureRoot<AccountId>;
	type CancelProposalOrigin = EnsureRoot<AccountId>;
	type CancellationOrigin = EnsureRoot<AccountId>;
	type CooloffPeriod = ConstU32<{ 7 * DAYS }>;
	type Currency = Balances;
	type EnactmentPeriod = bounded::EnactmentPeriod;
	type ExternalDefaultOrigin = EnsureRoot<AccountId>;
	type ExternalMajorityOrigin = EnsureRoot<AccountId>;
	type ExternalOrigin = EnsureRoot<AccountId>;
	type FastTrackOrigin = EnsureRoot<AccountId>;
	type FastTrackVotingPeriod = ConstU32<{ 3 * HOURS }>;
	type InstantAllowed = ConstBool<false>;
	type InstantOrigin = NeverEnsureOrigin<()>;
	type LaunchPeriod = bounded::LaunchPeriod;
	type MaxBlacklisted = ConstU32<100>;
	type MaxDeposits = ConstU32<100>;
	type MaxProposals = ConstU32<100>;
	type MaxVotes = ConstU32<100>;
	type MinimumDeposit = bounded::MinimumDeposit;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Slash = Treasury;
	type SubmitOrigin = EnsureSigned<AccountId>;
	type VetoOrigin = NeverEnsureOrigin<AccountId>;
	type VoteLockingPeriod = VoteLocking;
	type VotingPeriod = bounded::VotingPeriod;
	type WeightInfo = pallet_democracy::weights::SubstrateWeight<Runtime>;
}

impl pallet_parameters::Config for Runtime {
	type AdminOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	type WeightInfo = ();
}

impl genesis_parameters::Config for Runtime {}
