// SPDX-License-Identifier: Apache-2.0

//! Referenda: anyone proposes, token holders vote, and an approved proposal runs as Root.
//!
//! There is no council in this release. The origins that would be its are Root's, so that only a
//! referendum can use them, and vetoes and instant referenda do not exist. Two rules of this chain
//! take their place where they guard the list of public proposals: [`ProposalDeposit`] and
//! [`ProposalsThatRun`].

use crate::{configs::database::DatabaseWeight, constants::*, parameters::bounded, *};
use breakwater_math::ballot::proposal_deposit;
use codec::{DecodeLimit, MemTrackingInput};
use frame_support::{
	dispatch::GetDispatchInfo,
	parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, Bounded, ConstBool, ConstU128, ConstU32,
		Contains, EnsureOrigin, EqualPrivilegeOnly, Get, LinearStoragePrice, NeverEnsureOrigin,
		QueryPreimage,
	},
	weights::Weight,
	MAX_EXTRINSIC_DEPTH,
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_democracy::BoundedCallOf;
use pallet_scheduler::WeightInfo as _;
use sp_runtime::Perbill;

/// The most calls that can be scheduled for one block: room for all choices of cases that are
/// approved at once, and as much again. A full agenda loses a call that a referendum has approved.
pub const MAX_SCHEDULED: u32 = 128;
/// The most public proposals that can wait to be voted on.
pub const MAX_PROPOSALS: u32 = 100;
/// The number of waiting public proposals with which the deposit for one doubles.
pub const PROPOSALS_PER_DOUBLING: u32 = 10;
/// The most votes that an account can have at once. Votes on referenda that have ended count until
/// they are removed. It is room for the choices of 28 incidents, each with nine.
/// `delegate` and `undelegate` are charged for all of them beforehand, 16 ms, and get back what
/// they did not use.
pub const MAX_VOTES: u32 = 256;
/// The most memory that the call of a proposal can take, in bytes: as much as that of an extrinsic.
const MAX_CALL_SIZE: usize = 16 * 1024 * 1024;

parameter_types! {
	/// The most that scheduled calls may weigh in a block.
	pub MaximumSchedulerWeight: Weight =
		Perbill::from_percent(80) * configs::system::RuntimeBlockWeights::get().max_block;
	/// The time for which a vote's tokens stay locked. It is never less than the time until the
	/// enactment of the proposal voted for.
	pub VoteLocking: BlockNumber = bounded::VoteLockingPeriod::get().max(bounded::EnactmentPeriod::get());
	/// The reason for which the deposit of a preimage is held.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

/// The origin of the calls that no account may make. In a runtime with benchmarks one account
/// without a key passes, so that there is a measured weight for the call that is rejected.
pub struct NoAccount;
impl EnsureOrigin<RuntimeOrigin> for NoAccount {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		#[cfg(feature = "runtime-benchmarks")]
		if frame_support::traits::OriginTrait::as_signer(&origin) == Some(&Self::KEYLESS) {
			return Ok(Self::KEYLESS);
		}
		Err(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(Self::KEYLESS))
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl NoAccount {
	const KEYLESS: AccountId = AccountId::new(*b"origin of benchmarks without key");
}

/// The deposit for a public proposal: that of the parameters, doubled with every ten proposals that
/// wait.
///
/// Deposits come back when a proposal is voted on. So at one price, anyone could fill a list of a
/// hundred, and keep it full, for the use of 10,000 BRKW. With this rule it takes a million. A
/// proposer in a hurry gets in for less than a tenth of what the others have put up so far: filling
/// the first `n` tens costs `10 × (2^n − 1)` deposits, and the next place `2^n`. The proposal with
/// the largest deposits is voted on first.
pub struct ProposalDeposit;

impl Get<Balance> for ProposalDeposit {
	fn get() -> Balance {
		let waiting = pallet_democracy::PublicProps::<Runtime>::decode_len().unwrap_or_default();
		let waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
		// At most ten doublings, as a hundred can wait.
		proposal_deposit(bounded::MinimumDeposit::get(), waiting, PROPOSALS_PER_DOUBLING)
	}
}

/// The public proposals that could run if they were approved. It is a part of the runtime's call
/// filter, which also looks into batches, proxies and multisignatures. A call that is refused fails
/// with `system.CallFiltered` and costs its fee.
///
/// `democracy.propose` is refused if the preimage of the proposal is not noted, or not of the
/// length that is given; if it cannot be decoded; or if the call is heavier than the scheduler can
/// run in a block. Otherwise it would be voted on for weeks, approved, and dropped. So the preimage
/// is noted first (`preimage.notePreimage`). That also lets voters read it.
///
/// Referenda act as Root and are not filtered.
pub struct ProposalsThatRun;

impl Contains<RuntimeCall> for ProposalsThatRun {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			// Weighed by `VotingWeight`.
			RuntimeCall::Democracy(pallet_democracy::Call::propose { proposal, .. }) => {
				call_of(proposal).is_some_and(|(call, len)| can_run(&call, len))
			}
			_ => true,
		}
	}
}

/// Returns the call of a proposal, and the length of its preimage if it has one. It is read within
/// the limits of an extrinsic: the proposer need not be trusted.
fn call_of(proposal: &BoundedCallOf<Runtime>) -> Option<(RuntimeCall, Option<u32>)> {
	let noted = match proposal {
		Bounded::Inline(bytes) => return Some((decoded(bytes)?, None)),
		Bounded::Lookup { hash, len } => Preimage::fetch(hash, Some(*len)),
		Bounded::Legacy { hash, .. } => Preimage::fetch(hash, None),
	};
	let bytes = noted.ok()?;
	Some((decoded(&bytes)?, Some(u32::try_from(bytes.len()).ok()?)))
}

fn decoded(mut bytes: &[u8]) -> Option<RuntimeCall> {
	let mut input = MemTrackingInput::new(&mut bytes, MAX_CALL_SIZE);
	let call = RuntimeCall::decode_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut input).ok()?;
	bytes.is_empty().then_some(call)
}

/// Returns true if the scheduler can run a call in a block in which it runs no other call.
pub fn can_run(call: &RuntimeCall, len: Option<u32>) -> bool {
	type Cost = weights::pallet_scheduler::WeightInfo<Runtime>;
	let task = len.map_or_else(Cost::service_task_base, Cost::service_task_fetched);
	let overhead = Cost::service_agendas_base()
		.saturating_add(Cost::service_agenda_base(MAX_SCHEDULED))
		.saturating_add(task)
		.saturating_add(Cost::service_task_named())
		.saturating_add(Cost::execute_dispatch_unsigned());
	let weight = overhead.saturating_add(call.get_dispatch_info().call_weight);
	weight.all_lte(MaximumSchedulerWeight::get())
}

/// The weights of democracy, with the filter of this runtime, which reads what is proposed.
pub struct VotingWeight;

type Measured = weights::pallet_democracy::WeightInfo<Runtime>;

impl VotingWeight {
	/// Returns the most that the reading of a proposal costs: as much as the scheduler needs to
	/// fetch the longest preimage there is.
	fn reading() -> Weight {
		<weights::pallet_scheduler::WeightInfo<Runtime>>::service_task_fetched(pallet_preimage::MAX_SIZE)
	}
}

macro_rules! as_measured {
	($($name:ident($($votes:ident)?);)*) => {
		$(fn $name($($votes: u32)?) -> Weight {
			Measured::$name($($votes)?)
		})*
	};
}

impl pallet_democracy::WeightInfo for VotingWeight {
	fn propose() -> Weight {
		Measured::propose().saturating_add(Self::reading())
	}

	as_measured! {
		second();
		vote_new();
		vote_existing();
		emergency_cancel();
		blacklist();
		external_propose();
		external_propose_majority();
		external_propose_default();
		fast_track();
		veto_external();
		cancel_proposal();
		cancel_referendum();
		on_initialize_base(referenda);
		on_initialize_base_with_launch_period(referenda);
		delegate(votes);
		undelegate(votes);
		clear_public_proposals();
		unlock_remove(votes);
		unlock_set(votes);
		remove_vote(votes);
		remove_other_vote(votes);
		set_external_metadata();
		clear_external_metadata();
		set_proposal_metadata();
		clear_proposal_metadata();
		set_referendum_metadata();
		clear_referendum_metadata();
	}
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
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
}

impl pallet_scheduler::Config for Runtime {
	type BlockNumberProvider = System;
	type MaxScheduledPerBlock = ConstU32<MAX_SCHEDULED>;
	type MaximumWeight = MaximumSchedulerWeight;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
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
	type MaxProposals = ConstU32<MAX_PROPOSALS>;
	type MaxVotes = ConstU32<MAX_VOTES>;
	type MinimumDeposit = ProposalDeposit;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Slash = Treasury;
	type SubmitOrigin = EnsureSigned<AccountId>;
	type VetoOrigin = NoAccount;
	type VoteLockingPeriod = VoteLocking;
	type VotingPeriod = bounded::VotingPeriod;
	type WeightInfo = VotingWeight;
}

impl pallet_parameters::Config for Runtime {
	type AdminOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	type WeightInfo = ParameterWeight;
}

/// The weight of setting a parameter. The benchmark leaves the parameters out, as their reading is
/// charged to the block: so the one that is written is added.
pub struct ParameterWeight;
impl pallet_parameters::WeightInfo for ParameterWeight {
	fn set_parameter() -> Weight {
		<weights::pallet_parameters::WeightInfo<Runtime> as pallet_parameters::WeightInfo>::set_parameter()
			.saturating_add(DatabaseWeight::get().writes(1))
	}
}

impl genesis_parameters::Config for Runtime {}
