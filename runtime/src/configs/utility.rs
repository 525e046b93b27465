//! Batches, multisignatures and proxies.

use crate::{constants::*, *};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{ConstU128, ConstU32, InstanceFilter};
use scale_info::TypeInfo;

impl pallet_utility::Config for Runtime {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type BlockNumberProvider = System;
	type Currency = Balances;
	type DepositBase = ConstU128<{ deposit(1, 88) }>;
	type DepositFactor = ConstU128<{ deposit(0, 32) }>;
	type MaxSignatories = ConstU32<100>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

/// What a proxy may do in another's name. Batches are allowed to each; what is in them is filtered again.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// What moves none of the account's money to others or into pools.
	#[codec(index = 1)]
	NonTransfer,
	/// Proposing, voting and preimages.
	#[codec(index = 2)]
	Governance,
	/// Feeding prices.
	#[codec(index = 3)]
	Oracle,
	/// Pools, policies and claims, but no transfer of shares or policies: what the account has stays its own. Cover can be
	/// bought for anybody. No products are proposed: that would tie up a large deposit.
	#[codec(index = 4)]
	Cover,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		if matches!(call, RuntimeCall::Utility(..)) {
			return true;
		}
		match self {
			ProxyType::Any => true,
			ProxyType::NonTransfer => matches!(
				call,
				RuntimeCall::System(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::Democracy(..)
					| RuntimeCall::Preimage(..)
					| RuntimeCall::Feeds(breakwater_feeds::Call::feed { .. })
					| RuntimeCall::Claims(..)
			),
			ProxyType::Governance => matches!(call, RuntimeCall::Democracy(..) | RuntimeCall::Preimage(..)),
			ProxyType::Oracle => matches!(call, RuntimeCall::Feeds(breakwater_feeds::Call::feed { .. })),
			ProxyType::Cover => match call {
				RuntimeCall::Pools(breakwater_pools::Call::transfer { .. })
				| RuntimeCall::Policies(
					breakwater_policies::Call::transfer { .. }
					| breakwater_policies::Call::propose_product { .. },
				) => false,
				RuntimeCall::Pools(..) | RuntimeCall::Policies(..) | RuntimeCall::Claims(..) => true,
				_ => false,
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(a, b) if a == b => true,
			(ProxyType::Any, _) => true,
			(ProxyType::NonTransfer, ProxyType::Governance | ProxyType::Oracle) => true,
			_ => false,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type AnnouncementDepositBase = ConstU128<{ deposit(1, 48) }>;
	type AnnouncementDepositFactor = ConstU128<{ deposit(0, 68) }>;
	type BlockNumberProvider = System;
	type CallHasher = BlakeTwo256;
	type Currency = Balances;
	type MaxPending = ConstU32<32>;
	type MaxProxies = ConstU32<32>;
	type ProxyDepositBase = ConstU128<{ deposit(1, 40) }>;
	type ProxyDepositFactor = ConstU128<{ deposit(0, 33) }>;
	type ProxyType = ProxyType;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}
