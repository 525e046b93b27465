// SPDX-License-Identifier: Apache-2.0

//! Validators: BABE authors, GRANDPA finalises, sessions carry their keys, offences cost a part of
//! the bond.

use crate::{
	configs::{database::DatabaseWeight, money::TreasuryAccount, system::RuntimeBlockWeights},
	constants::*,
	parameters::bounded,
	*,
};
use alloc::vec::Vec;
use breakwater_validators::{types::MAX_VALIDATORS, WeightInfo as _};
use frame_support::{
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, Contains, Get, PreInherents},
	weights::{
		constants::{WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_MILLIS, WEIGHT_REF_TIME_PER_NANOS},
		Weight,
	},
};
use frame_system::EnsureRoot;
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_consensus_beefy::{ecdsa_crypto::AuthorityId as BeefyId, mmr::MmrLeafVersion};
use sp_runtime::traits::{ConvertInto, Keccak256, OpaqueKeys};
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
	pub ReportLongevity: u64 = u64::from(REMEMBERED_SESSIONS).saturating_mul(SessionSlots::get());
}

/// The slots of a session, which genesis sets for good.
pub struct SessionSlots;
impl Get<u64> for SessionSlots {
	fn get() -> u64 {
		genesis_parameters::SessionSlots::<Runtime>::get()
	}
}

impl pallet_babe::Config for Runtime {
	type DisabledValidators = Session;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type EpochDuration = SessionSlots;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type ExpectedBlockTime = ConstU64<MILLISECS_PER_BLOCK>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<0>;
	type WeightInfo = ReportWeight;
}

impl pallet_grandpa::Config for Runtime {
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ REMEMBERED_SESSIONS as u64 }>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ReportWeight;
}

impl pallet_session::Config for Runtime {
	type Currency = Balances;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	// The keys of an account, and the owner of each of the four.
	type KeyDeposit = ConstU128<{ deposit(5, 650) }>;
	type Keys = SessionKeys;
	type NextSessionRotation = Babe;
	type RuntimeEvent = RuntimeEvent;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, Validators>;
	type ShouldEndSession = Babe;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type WeightInfo = KeysWeight;
}

impl pallet_session::historical::Config for Runtime {
	type FullIdentification = ();
	type FullIdentificationOf = UnitIdentification;
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_offences::Config for Runtime {
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Validators;
	type RuntimeEvent = RuntimeEvent;
}

impl breakwater_validators::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Bonds = Balances;
	type Income = Reserve;
	type Limits = ValidatorLimits;
	type Registration = Session;
	type Remembered = ConstU32<REMEMBERED_SESSIONS>;
	type Reports = Offences;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Treasury = TreasuryAccount;
	type WeightInfo = breakwater_validators::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

/// The numbers of validators that governance sets.
pub struct ValidatorLimits;
impl Get<breakwater_validators::types::Limits> for ValidatorLimits {
	fn get() -> breakwater_validators::types::Limits {
		breakwater_validators::types::Limits {
			max_validators: bounded::MaxValidators::get(),
			open_seats: bounded::OpenSeats::get(),
			min_bond: bounded::ValidatorBond::get(),
			fee_share: bounded::FeeShare::get(),
			reserve_share: bounded::ReserveFeeShare::get(),
			session_budget: bounded::SessionBudget::get(),
		}
	}
}

/// All calls but signed reports of equivocations, and reports of votes on a fork.
///
/// Signed reports are free of charge if they are valid. A key that signs two votes in each of many
/// rounds would pay once, and fill blocks for weeks. So the nodes of validators report, without a
/// signature, in blocks of their own.
///
/// The proof that a vote of BEEFY was on a fork names the number of leaves by itself, and the
/// pallet does not compare it with the block's. The same root fits other numbers, so honest votes
/// can be made to look like votes on a fork.
pub struct ReportsByValidators;
impl Contains<RuntimeCall> for ReportsByValidators {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(
			call,
			RuntimeCall::Babe(pallet_babe::Call::report_equivocation { .. })
				| RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation { .. })
				| RuntimeCall::Beefy(
					pallet_beefy::Call::report_double_voting { .. }
						| pallet_beefy::Call::report_fork_voting { .. }
						| pallet_beefy::Call::report_fork_voting_unsigned { .. }
						| pallet_beefy::Call::report_future_block_voting { .. }
				)
		)
	}
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
}

impl pallet_beefy::Config for Runtime {
	type AncestryHelper = BeefyMmr;
	type BeefyId = BeefyId;
	type EquivocationReportSystem =
		pallet_beefy::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ REMEMBERED_SESSIONS as u64 }>;
	type OnNewValidatorSet = BeefyMmr;
	type WeightInfo = ReportWeight;
}

impl pallet_mmr::Config for Runtime {
	const INDEXING_PREFIX: &'static [u8] = sp_mmr_primitives::INDEXING_PREFIX;
	type BlockHashProvider = pallet_mmr::DefaultBlockHashProvider<Self>;
	// Cheap to verify for contracts on Ethereum.
	type Hashing = Keccak256;
	type LeafData = BeefyMmr;
	type OnNewRoot = pallet_beefy_mmr::DepositBeefyDigest<Self>;
	type WeightInfo = weights::pallet_mmr::WeightInfo<Self>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// A leaf of the Merkle mountain range: a block, and the validators after the next session.
pub type MmrLeaf = sp_consensus_beefy::mmr::MmrLeaf<BlockNumber, Hash, MmrHash, Vec<u8>>;
/// A hash of the Merkle mountain range.
pub type MmrHash = <Keccak256 as sp_runtime::traits::Hash>::Output;

parameter_types! {
	/// The version of the leaves. It rises when their form changes.
	pub LeafVersion: MmrLeafVersion = MmrLeafVersion::new(0, 0);
}

impl pallet_beefy_mmr::Config for Runtime {
	type BeefyAuthorityToMerkleLeaf = pallet_beefy_mmr::BeefyEcdsaToEthereum;
	// A leaf has nothing of the chain's own yet.
	type BeefyDataProvider = ();
	type LeafExtra = Vec<u8>;
	type LeafVersion = LeafVersion;
	type WeightInfo = weights::pallet_beefy_mmr::WeightInfo<Self>;
}

/// The weights of the calls for session keys: those of the SDK, which count enough records for four
/// keys, and the proofs of ownership, one signature for each key.
pub struct KeysWeight;

impl pallet_session::WeightInfo for KeysWeight {
	fn set_keys() -> Weight {
		let signatures = Weight::from_parts(SIGNATURE.saturating_mul(4), 0);
		pallet_session::weights::SubstrateWeight::<Runtime>::set_keys().saturating_add(signatures)
	}
	fn purge_keys() -> Weight {
		pallet_session::weights::SubstrateWeight::<Runtime>::purge_keys()
	}
}

/// The time that a signature takes: that of the slowest kind, secp256k1, rounded up.
const SIGNATURE: u64 = WEIGHT_REF_TIME_PER_MICROS.saturating_mul(100);

/// The weights of reports of equivocation, and of what a referendum plans for the consensus. The
/// SDK has no benchmark of a whole report, and its own figures count the prices of another
/// database. So the times are those that it gives for the steps of a report, and the records are
/// counted at this runtime's prices.
pub struct ReportWeight;

type Consequences = breakwater_validators::weights::SubstrateWeight<Runtime>;

impl ReportWeight {
	/// Returns the weight of a report: the proofs of the membership in a session and of the
	/// equivocation, the offence, which names no nominators, and its consequences for one offender.
	fn report(validators: u32) -> Weight {
		// The proof of a membership is a path through a trie of the validators; at least a hundred
		// are counted.
		let membership = 35_000u64.saturating_add(175u64.saturating_mul(validators.max(100).into()));
		let (equivocation, offence) = (110_000, 110_000);
		let nanos = membership.saturating_add(equivocation).saturating_add(offence);
		// Two of the reads find the session of a set of GRANDPA's.
		let records = DatabaseWeight::get().reads_writes(5 + 14 + 2, 10);
		Weight::from_parts(nanos.saturating_mul(WEIGHT_REF_TIME_PER_NANOS), 0)
			.saturating_add(records)
			.saturating_add(Consequences::on_offence(1))
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

impl pallet_beefy::WeightInfo for ReportWeight {
	fn report_voting_equivocation(votes: u32, validators: u32, _nominators: u32) -> Weight {
		// Each vote is a signature of secp256k1.
		let signatures = Weight::from_parts(SIGNATURE, 0);
		Self::report(validators).saturating_add(signatures.saturating_mul(votes.into()))
	}
	fn set_new_genesis() -> Weight {
		DatabaseWeight::get().writes(1)
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

/// The end of a session in weight, but for the work of [`Validators`]: ten milliseconds. With 100
/// validators, which is the most, it took five and a half, as `cargo bench -p breakwater-node
/// --bench import -- --honesty` showed.
pub const SESSION_END: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(10), 0);

/// Returns the weight of the end of a session: with all validators paid, and a third of them
/// reported as offline. It comes once an hour, so it is charged for the most.
pub fn session_end() -> Weight {
	SESSION_END
		.saturating_add(Consequences::end_session(MAX_VALIDATORS))
		.saturating_add(Consequences::on_offence(MAX_VALIDATORS.saturating_div(3)))
}

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
		let too_much = RuntimeBlockWeights::get().max_block.saturating_sub(session_end());
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
