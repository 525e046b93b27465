// SPDX-License-Identifier: Apache-2.0

//! Breakwater's own pallets: pools, reserve, products, policies, triggers, assessment, claims,
//! bounties.
//!
//! Policies ask the pools for capital, pools ask the reserve for backing, triggers and assessment
//! decide incidents, and claims report incidents to all of them. The numbers come from
//! [`crate::parameters`], each within its hard bounds.

use crate::{
	configs::money::TreasuryAccount, configs::oracle::OperatorPrices, constants::*, parameters::bounded, *,
};
use breakwater_primitives::{Moment, PoolId, Terms, DAY};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, fungibles::roles::Inspect as InspectRoles, ConstU128, ConstU32,
		Contains, Get, LinearStoragePrice,
	},
};
use frame_system::EnsureRoot;

parameter_types! {
	/// The governed numbers of the pools.
	pub PoolLimits: breakwater_pools::Limits = breakwater_pools::Limits {
		cooldown: bounded::WithdrawalCooldown::get(),
		treasury_share: bounded::TreasuryShare::get(),
		group_cap: bounded::GroupCap::get(),
		max_policy_share: bounded::MaxPolicyShare::get(),
		min_solvency: bounded::MinSolvency::get(),
		max_fee: bounded::MaxManagerFee::get(),
		max_leverage: bounded::MaxLeverage::get(),
		min_junior: bounded::MinJunior::get(),
		min_manager_part: bounded::MinManagerPart::get(),
	};
	/// The governed numbers of the assessment.
	pub AssessmentLimits: breakwater_assessment::types::Limits = breakwater_assessment::types::Limits {
		proposal_period: bounded::ProposalPeriod::get(),
		challenge_period: bounded::ChallengePeriod::get(),
		rejection_memory: bounded::RejectionMemory::get(),
		unclaimed_after: bounded::UnclaimedAfter::get(),
		locked_bond: bounded::LockedBond::get(),
		frozen_bond: bounded::FrozenBond::get(),
	};
	/// The governed numbers of the claims.
	pub ClaimLimits: breakwater_claims::types::Limits = breakwater_claims::types::Limits {
		claim_window: bounded::ClaimWindow::get(),
		unclaimed_after: bounded::UnclaimedAfter::get(),
	};
	/// The reason for which the deposit for a pool is held.
	pub const PoolDepositReason: RuntimeHoldReason =
		RuntimeHoldReason::Pools(breakwater_pools::HoldReason::PoolDeposit);
	/// The reason for which the deposits for positions, requests to withdraw and places on
	/// allow-lists are held.
	pub const RecordDepositReason: RuntimeHoldReason =
		RuntimeHoldReason::Pools(breakwater_pools::HoldReason::Record);
	/// The reason for which the deposits for stakes are held.
	pub const StakeDepositReason: RuntimeHoldReason =
		RuntimeHoldReason::Reserve(breakwater_reserve::HoldReason::Stake);
	/// The reason for which the deposits for policies are held.
	pub const PolicyDepositReason: RuntimeHoldReason =
		RuntimeHoldReason::Policies(breakwater_policies::HoldReason::Record);
	/// The reason for which the deposits for proposed products are held.
	pub const ListingDepositReason: RuntimeHoldReason =
		RuntimeHoldReason::Products(breakwater_products::HoldReason::Listing);
}

/// The pools that exist. Only they are admitted to the reserve.
pub struct PoolExists;
impl Contains<PoolId> for PoolExists {
	fn contains(pool: &PoolId) -> bool {
		breakwater_pools::Pools::<Runtime>::contains_key(pool)
	}
}

/// The assets in which pools may be opened, which are also those that the reserve takes.
pub struct ListedAssets;
impl Contains<AssetId> for ListedAssets {
	fn contains(asset: &AssetId) -> bool {
		breakwater_pools::ListedAssets::<Runtime>::contains_key(asset)
	}
}

/// The native token, and the assets whose team is the account without a key. See
/// [`crate::genesis_config_presets::asset_owner`].
pub struct KeylessAssets;
impl Contains<AssetId> for KeylessAssets {
	fn contains(asset: &AssetId) -> bool {
		let AssetId::WithId(id) = asset else { return true };
		let nobody = crate::genesis_config_presets::asset_owner(*id);
		let team = [Assets::owner(*id), Assets::issuer(*id), Assets::admin(*id), Assets::freezer(*id)];
		nobody.is_some() && team.into_iter().all(|member| member == nobody)
	}
}

/// The deposit for a record: 0.1 BRKW and 0.0001 BRKW for each byte. It is given back with the
/// record, so it only has to keep storage from being free.
type RecordPrice = LinearStoragePrice<ConstU128<{ deposit(1, 0) }>, ConstU128<{ deposit(0, 1) }>, Balance>;

impl breakwater_pools::Config for Runtime {
	type Admission = Products;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Backstop = Reserve;
	type Clock = Clock;
	type Income = Reserve;
	type KeylessAssets = KeylessAssets;
	type Limits = PoolLimits;
	// 10 BRKW and 0.0001 BRKW for each byte of the record.
	type PoolDeposit = HoldConsideration<
		AccountId,
		Balances,
		PoolDepositReason,
		LinearStoragePrice<ConstU128<{ 10 * BRKW }>, ConstU128<{ deposit(0, 1) }>, Balance>,
	>;
	type RecordDeposit = HoldConsideration<AccountId, Balances, RecordDepositReason, RecordPrice>;
	type Treasury = TreasuryAccount;
	type WeightInfo = breakwater_pools::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_reserve::Config for Runtime {
	type Admission = Products;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Clock = Clock;
	// Until there is a committee.
	type EmergencyOrigin = EnsureRoot<AccountId>;
	type Exposures = Pools;
	type LeastPremiumShare = bounded::LeastPremiumShare;
	type LeastTarget = bounded::LeastTarget;
	type ListedAssets = ListedAssets;
	type MostPremiumShare = bounded::MostPremiumShare;
	type Obligations = Claims;
	type PerGroup = bounded::PerGroup;
	type PerIncident = bounded::PerIncident;
	type PoolExists = PoolExists;
	type PoolMultiple = bounded::PoolMultiple;
	type PremiumShare = bounded::PremiumShare;
	type PremiumShareStep = bounded::PremiumShareStep;
	type RewardShare = bounded::RewardShare;
	type Risks = Pools;
	type StakeCooldown = bounded::StakeCooldown;
	type StakeDeposit = HoldConsideration<AccountId, Balances, StakeDepositReason, RecordPrice>;
	type StakeWindow = bounded::StakeWindow;
	type Treasury = TreasuryAccount;
	type WeightInfo = breakwater_reserve::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_products::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Clock = Clock;
	type Feed = OperatorPrices;
	// 100 BRKW and 0.0001 BRKW for each byte of the record. Voters have to read it, and a product
	// takes a place on its feed.
	type ListingDeposit = HoldConsideration<
		AccountId,
		Balances,
		ListingDepositReason,
		LinearStoragePrice<ConstU128<{ 100 * BRKW }>, ConstU128<{ deposit(0, 1) }>, Balance>,
	>;
	type MaxProductsPerFeed = ConstU32<{ breakwater_triggers::types::MAX_PRODUCTS_PER_FEED }>;
	type Registry = Pools;
	type Use = Policies;
	type WeightInfo = breakwater_products::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_policies::Config for Runtime {
	type Assets = NativeAndAssets;
	type Listings = Products;
	type Clock = Clock;
	type Feed = OperatorPrices;
	type RecordDeposit = HoldConsideration<AccountId, Balances, PolicyDepositReason, RecordPrice>;
	type RuntimeCall = RuntimeCall;
	type Treasury = TreasuryAccount;
	type Triggers = Triggers;
	type FirstLoss = Sponsors;
	type Underwriting = Pools;
	type WeightInfo = breakwater_policies::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_triggers::Config for Runtime {
	type Catalogue = Products;
	type Clock = Clock;
	type Feed = OperatorPrices;
	type Incidents = Claims;
	type MaxUndecided = bounded::MaxUndecided;
	type WeightInfo = breakwater_triggers::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_assessment::Config for Runtime {
	type Adjudicator = Court;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Catalogue = Products;
	type Clock = Clock;
	type Incidents = Claims;
	type Income = Reserve;
	type Limits = AssessmentLimits;
	type Settlement = Pools;
	type Stake = Reserve;
	type WeightInfo = breakwater_assessment::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_claims::Config for Runtime {
	type Assets = NativeAndAssets;
	type Book = Policies;
	type Clock = Clock;
	type FirstLoss = Sponsors;
	type Income = Reserve;
	type Limits = ClaimLimits;
	type OnIncident = (Pools, Policies, Triggers, Assessment, Reserve, Products);
	type Settlement = Pools;
	type WeightInfo = breakwater_claims::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

parameter_types! {
	/// The longest time that cover can last once it is sold, and be claimed on. A renewal is made
	/// up to a day before the end.
	pub const LongestCover: Moment = *Terms::PERIODS.end() + DAY + Terms::MAX_GRACE;
}

impl breakwater_sponsors::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Clock = Clock;
	type Incidents = Claims;
	type Income = Reserve;
	type LongestCover = LongestCover;
	type Sponsorship = Products;
	type Use = Policies;
	type WeightInfo = breakwater_sponsors::weights::SubstrateWeight<Runtime>;
	type WithdrawalCooldown = bounded::FirstLossCooldown;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

impl breakwater_bounties::Config for Runtime {
	type Adjudicator = Court;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Clock = Clock;
	type Cover = Pools;
	type Native = Balances;
	type Products = Products;
	// 10 BRKW: lost only if the court chooses the manager's decision.
	type DisputeBond = ConstU128<{ 10 * BRKW }>;
	// 1 BRKW, doubled by each of the first six open reports. It is lost by a report without a
	// reward.
	type ReportDeposit = ConstU128<BRKW>;
	type Reserve = Reserve;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = breakwater_bounties::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}
