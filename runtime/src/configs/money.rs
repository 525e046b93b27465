// SPDX-License-Identifier: Apache-2.0

//! The native token, assets, fees and the treasury.
//!
//! Fees and tips come into the account of the validators' rewards. At the end of a session, the
//! validators get their share by the number of their blocks, and the treasury the rest. They are
//! not paid by the transaction, so they have no gain from choosing among them.

use crate::{configs::governance::NoAccount, constants::*, *};
use frame_support::{
	parameter_types,
	traits::{
		fungible::NativeOrWithId,
		tokens::{imbalance::ResolveTo, pay::PayAssetFromAccount, UnityAssetBalanceConversion},
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU8, VariantCountOf,
	},
	weights::ConstantMultiplier,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{traits::IdentityLookup, FixedPointNumber, Perquintill};

parameter_types! {
	/// The treasury's name, of which its account is made.
	pub const TreasuryPalletId: PalletId = PalletId(*b"brk/trsy");
	/// The treasury's account.
	pub TreasuryAccount: AccountId = Treasury::account_id();
	/// The account of fees, until the end of the session. Genesis gives it the minimum balance.
	pub FeeAccount: AccountId = Validators::account().unwrap_or_else(TreasuryAccount::get);
	/// The most that a referendum may spend: any amount.
	pub const MaxSpend: Balance = Balance::MAX;
	/// The fullness of blocks at which fees stay as they are.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// The speed at which fees follow the fullness of blocks.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(75, 1_000_000);
	/// The least multiple of fees: they never fall below their base.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_integer(1);
	/// The greatest multiple of fees.
	pub MaximumMultiplier: Multiplier = Multiplier::saturating_from_integer(10_000);
}

impl pallet_balances::Config for Runtime {
	type AccountStore = System;
	type Balance = Balance;
	type DoneSlashHandler = ();
	type DustRemoval = ResolveTo<TreasuryAccount, Balances>;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = weights::pallet_balances::WeightInfo<Runtime>;
}

impl pallet_transaction_payment::Config for Runtime {
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	/// A millionth of a BRKW for a byte.
	type LengthToFee = ConstantMultiplier<Balance, ConstU128<MICRO_BRKW>>;
	type OnChargeTransaction = FungibleAdapter<Balances, ResolveTo<FeeAccount, Balances>>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_transaction_payment::WeightInfo<Runtime>;
	/// Three BRKW for a second of computation. A transfer costs about a thousandth.
	type WeightToFee = ConstantMultiplier<Balance, ConstU128<3>>;
}

/// Assets are created by referendum only (`force_create`), with keyless team roles, so that no team
/// can freeze or burn the money of a pool.
impl pallet_assets::Config for Runtime {
	type ApprovalDeposit = ConstU128<{ deposit(1, 100) }>;
	type AssetAccountDeposit = ConstU128<{ deposit(1, 16) }>;
	type AssetDeposit = ConstU128<{ 100 * BRKW }>;
	type AssetId = u32;
	type AssetIdAllocator = ();
	type AssetIdParameter = codec::Compact<u32>;
	type Balance = Balance;
	type CallbackHandle = ();
	type CreateOrigin = AsEnsureOriginWithArg<NoAccount>;
	type Currency = Balances;
	type Extra = ();
	type ForceOrigin = EnsureRoot<AccountId>;
	type Freezer = ();
	type Holder = ();
	type MetadataDepositBase = ConstU128<{ deposit(1, 68) }>;
	type MetadataDepositPerByte = ConstU128<{ deposit(0, 1) }>;
	type RemoveItemsLimit = ConstU32<1_000>;
	type ReserveData = ();
	type RuntimeEvent = RuntimeEvent;
	type StringLimit = ConstU32<50>;
	type WeightInfo = weights::pallet_assets::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// The treasury pays any asset that it holds, by referendum only. `spend` approves, and anyone may
/// then ask for the `payout`. No funds are burnt.
impl pallet_treasury::Config for Runtime {
	type AssetKind = NativeOrWithId<u32>;
	type BalanceConverter = UnityAssetBalanceConversion;
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type BlockNumberProvider = System;
	type Burn = ();
	type BurnDestination = ();
	type Currency = Balances;
	type MaxApprovals = ConstU32<100>;
	type PalletId = TreasuryPalletId;
	type Paymaster = PayAssetFromAccount<NativeAndAssets, TreasuryAccount>;
	type PayoutPeriod = ConstU32<{ 30 * DAYS }>;
	type RejectOrigin = EnsureRoot<AccountId>;
	type RuntimeEvent = RuntimeEvent;
	type SpendFunds = ();
	type SpendOrigin = EnsureRootWithSuccess<AccountId, MaxSpend>;
	type SpendPeriod = ConstU32<DAYS>;
	type WeightInfo = weights::pallet_treasury::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TreasuryArguments;
}

/// The arguments for the treasury's benchmarks, which its configuration asks for.
#[cfg(feature = "runtime-benchmarks")]
pub struct TreasuryArguments;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_treasury::ArgumentsFactory<NativeOrWithId<u32>, AccountId> for TreasuryArguments {
	fn create_asset_kind(seed: u32) -> NativeOrWithId<u32> {
		NativeOrWithId::WithId(seed)
	}

	fn create_beneficiary(seed: [u8; 32]) -> AccountId {
		seed.into()
	}
}
