// SPDX-License-Identifier: Apache-2.0

//! Validators: BABE authors, GRANDPA finalises, sessions carry their keys, offences are recorded.
//!
//! The genesis set of validators stays until the bonded, governed set comes. Offences have no
//! consequence yet.

use crate::{
	configs::{database::DatabaseWeight, system::RuntimeBlockWeights},
	constants::*,
	*,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, PreInherents},
	weights::{
		constants::{WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_MILLIS, WEIGHT_REF_TIME_PER_NANOS},
		Weight,
	},
};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::traits::{ConvertInto, OpaqueKeys};
use sp_staking::SessionIndex;

/// BABE's configuration in the first epoch.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

/// The number of sessions of which the validator set is remembered, so that an equivocation in them
/// can be reported: 42 days of hourly sessions.
pub const REMEMBERED_SESSIONS: SessionIndex = 1_008;

parameter_types! {
	/// The number of blocks for which an equivocation can be reported.
	pub const ReportLongevity: u64 = REMEMBERED_SESSIONS as u64 * EPOCH_DURATION_IN_SLOTS;
}

impl pallet_babe::Config for Runtime {
	type DisabledValidators = Session;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type EpochDuration = ConstU64<EPOCH_DURATION_IN_SLOTS>;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type ExpectedBlockTime = ConstU64<MILLISECS_PER_BLOCK>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type MaxAuthorities = ConstU32<100>;
	type MaxNominators = ConstU32<0>;
	type WeightInfo = ReportWeight;
}

impl pallet_grandpa::Config for Runtime {
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type MaxAuthorities = ConstU32<100>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ REMEMBERED_SESSIONS as u64 }>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ReportWeight;
}

impl pallet_session::Config for Runtime {
	type Currency = Balances;
	type DisablingStrategy = ();
	type KeyDeposit = ConstU128<{ deposit(3, 500) }>;
	type Keys = SessionKeys;
	type NextSessionRotation = Babe;
	type RuntimeEvent = RuntimeEvent;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, GenesisSet>;
	type ShouldEndSession = Babe;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

impl pallet_session::historical::Config for Runtime {
	type FullIdentification = ();
	type FullIdentificationOf = UnitIdentification;
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_offences::Config for Runtime {
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = ();
	type RuntimeEvent = RuntimeEvent;
}

/// The weights of reports of equivocation, and of what a referendum plans for the consensus. The
/// SDK has no benchmark of a whole report, and its own figures count the prices of another
/// database. So the times are those that it gives for the steps of a report, and the records are
/// counted at this runtime's prices.
pub struct ReportWeight;

impl ReportWeight {
	/// Returns the weight of a report: the proofs of the membership in a session and of the
	/// equivocation, and the offence, which names no nominators.
	fn report(validators: u32) -> Weight {
		// The proof of a membership is a path through a trie of the validators; at least a hundred
		// are counted.
		let membership = 35_000u64.saturating_add(175u64.saturating_mul(validators.max(100).into()));
		let (equivocation, offence) = (110_000, 110_000);
		let nanos = membership.saturating_add(equivocation).saturating_add(offence);
		// Two of the reads find the session of a set of GRANDPA's.
		let records = DatabaseWeight::get().reads_writes(5 + 14 + 2, 10);
		Weight::from_parts(nanos.saturating_mul(WEIGHT_REF_TIME_PER_NANOS), 0).saturating_add(records)
	}
}

impl pallet_babe::WeightInfo for ReportWeight {
	fn plan_config_change() -> Weight {
		DatabaseWeight::get().writes(1)
	}
	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		Self::report(validators)
	}
}

impl pallet_grandpa::WeightInfo for ReportWeight {
	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		Self::report(validators)
	}
	fn note_stalled() -> Weight {
		Weight::from_parts(3u64.saturating_mul(WEIGHT_REF_TIME_PER_MICROS), 0)
			.saturating_add(DatabaseWeight::get().writes(1))
	}
}

/// The end of a session in weight: ten milliseconds. With 100 validators, which is the most, it
/// takes two and a half, as `cargo bench -p breakwater-node --bench import -- --honesty` shows.
pub const SESSION_END: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(10), 0);

/// Charges the first block of a session for the end of the last one. The session pallet charges a
/// whole block, whatever it does, so that no transaction would find room.
pub struct SessionCharge;
impl PreInherents for SessionCharge {
	fn pre_inherents() {
		// BABE begins an epoch exactly when the session pallet has ended a session.
		let (_, began_at) = pallet_babe::EpochStart::<Runtime>::get();
		if began_at != System::block_number() {
			return;
		}
		let too_much = RuntimeBlockWeights::get().max_block.saturating_sub(SESSION_END);
		frame_system::BlockWeight::<Runtime>::mutate(|used| {
			used.reduce(too_much, DispatchClass::Mandatory);
		});
	}
}

/// The full identification of a validator, which is empty: the account alone identifies it.
pub struct UnitIdentification;
impl sp_runtime::traits::Convert<AccountId, Option<()>> for UnitIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// The validators of genesis. It names them again whenever the root that proves their keys has to
/// be noted anew: once after genesis, and after a validator has changed its keys.
pub struct GenesisSet;

impl GenesisSet {
	fn next(index: SessionIndex) -> Option<Vec<AccountId>> {
		let validators = pallet_session::Validators::<Runtime>::get();
		if validators.is_empty() {
			return None;
		}
		let noted = index.checked_sub(1).is_some_and(|previous| {
			pallet_session::historical::HistoricalSessions::<Runtime>::contains_key(previous)
		});
		let unchanged = pallet_session::QueuedKeys::<Runtime>::get()
			.iter()
			.all(|(validator, keys)| Session::load_keys(validator).as_ref() == Some(keys));
		(!noted || !unchanged).then_some(validators)
	}

	fn forget_before(index: SessionIndex) {
		if let Some(oldest) = index.checked_sub(REMEMBERED_SESSIONS) {
			Historical::prune_up_to(oldest);
		}
	}
}

impl pallet_session::SessionManager<AccountId> for GenesisSet {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		Self::next(index)
	}
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
		None
	}
	fn start_session(index: SessionIndex) {
		Self::forget_before(index)
	}
	fn end_session(_: SessionIndex) {}
}

impl pallet_session::historical::SessionManager<AccountId, ()> for GenesisSet {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		Self::next(index).map(|validators| validators.into_iter().map(|validator| (validator, ())).collect())
	}
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		None
	}
	fn start_session(index: SessionIndex) {
		Self::forget_before(index)
	}
	fn end_session(_: SessionIndex) {}
}
