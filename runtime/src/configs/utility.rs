// SPDX-License-Identifier: Apache-2.0

//! Batches, multisignatures and proxies.

use crate::{constants::*, *};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{ConstU128, ConstU32, InstanceFilter};
use scale_info::TypeInfo;

impl pallet_utility::Config for Runtime {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type BlockNumberProvider = System;
	type Currency = Balances;
	type DepositBase = ConstU128<{ deposit(1, 88) }>;
	type DepositFactor = ConstU128<{ deposit(0, 32) }>;
	type MaxSignatories = ConstU32<100>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
}

/// The calls that a proxy may make for an account. Every kind but `Any` names its calls one by one:
/// a call that is added to a pallet is allowed to none of them. Fees are paid by the proxy.
///
/// Batches are allowed to every kind. Each call in a batch, in `buyWith`, and in a call as a
/// derivative account is filtered again. A call through a multisignature or another account's proxy
/// is not, so both are left to `Any`.
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
	/// All calls.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Calls that give none of the account's money away and put none of it at risk: no transfers,
	/// deposits, purchases or bonds, and no proposals. Votes lock tokens, and session keys hold a
	/// deposit that comes back with them.
	#[codec(index = 1)]
	NonTransfer,
	/// Proposals, votes and preimages. Deposits of any size for proposals can be reserved. They
	/// come back when the proposal is voted on, unless a referendum cancels it. Votes lock tokens,
	/// and deposits for preimages come back with them.
	#[codec(index = 2)]
	Governance,
	/// Feeding prices.
	#[codec(index = 3)]
	Oracle,
	/// Deposits in pools, stake behind the reserve, cover, and claims, all held by the account
	/// itself. Transfers of shares or policies, beneficiaries, commissions, bonds, recoveries, and
	/// deposits for new pools and proposed products are not allowed. The money can be spent on
	/// cover at any price and put into any pool or behind the reserve, so the account has to trust
	/// the proxy with both.
	#[codec(index = 4)]
	Cover,
	/// Votes of an assessor, evidence, and steps of cases. A wrong or missing vote costs the stake of
	/// its seats, and no other money of the account.
	#[codec(index = 5)]
	Court,
}

/// Returns true for batches, which make calls under the filter of the account's origin.
fn is_batch(call: &RuntimeCall) -> bool {
	use pallet_utility::Call;
	matches!(
		call,
		RuntimeCall::Utility(
			Call::batch { .. }
				| Call::batch_all { .. }
				| Call::force_batch { .. }
				| Call::if_else { .. }
				| Call::as_derivative { .. }
		)
	)
}

/// Returns true for votes, and for calls that take votes back.
fn is_vote(call: &RuntimeCall) -> bool {
	use pallet_democracy::Call;
	matches!(
		call,
		RuntimeCall::Democracy(
			Call::vote { .. }
				| Call::remove_vote { .. }
				| Call::remove_other_vote { .. }
				| Call::delegate { .. }
				| Call::undelegate { .. }
				| Call::unlock { .. }
		)
	)
}

/// Returns true for proposals and their preimages, for which deposits are held.
fn is_proposal(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Democracy(
			pallet_democracy::Call::propose { .. }
				| pallet_democracy::Call::second { .. }
				| pallet_democracy::Call::set_metadata { .. }
		) | RuntimeCall::Preimage(
			pallet_preimage::Call::note_preimage { .. } | pallet_preimage::Call::unnote_preimage { .. }
		)
	)
}

/// Returns true for prices.
fn is_feeding(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Feeds(breakwater_feeds::Call::feed { .. }))
}

/// Returns true for claims and payments that are due to the account. No such call takes money of
/// the caller.
fn is_claim(call: &RuntimeCall) -> bool {
	use breakwater_claims::Call;
	matches!(
		call,
		RuntimeCall::Reserve(
			breakwater_reserve::Call::pay_debt { .. }
				| breakwater_reserve::Call::collect_compensation { .. }
				| breakwater_reserve::Call::begin_programme { .. }
				| breakwater_reserve::Call::close_programme { .. }
		) | RuntimeCall::Sponsors(breakwater_sponsors::Call::pay_route { .. })
			| RuntimeCall::Claims(
				Call::process { .. }
					| Call::collect { .. }
					| Call::claim { .. }
					| Call::file_evidence { .. }
					| Call::close { .. }
			) | RuntimeCall::Assessment(
			breakwater_assessment::Call::process { .. }
				| breakwater_assessment::Call::collect_bond { .. }
				| breakwater_assessment::Call::sweep_bonds { .. }
		) | RuntimeCall::Bounties(
			breakwater_bounties::Call::process { .. }
				| breakwater_bounties::Call::collect { .. }
				| breakwater_bounties::Call::begin_match { .. }
		)
	) || is_case_step(call)
}

/// Returns true for steps of the court's cases, and for payments of it that are due to an account.
fn is_case_step(call: &RuntimeCall) -> bool {
	use breakwater_court::Call;
	matches!(
		call,
		RuntimeCall::Court(
			Call::activate { .. } | Call::withdraw { .. } | Call::collect { .. } | Call::process { .. }
		)
	)
}

/// Returns true for the votes of a drawn assessor, and what it publishes.
fn is_assessors(call: &RuntimeCall) -> bool {
	use breakwater_court::Call;
	matches!(
		call,
		RuntimeCall::Court(
			Call::commit_vote { .. }
				| Call::reveal_vote { .. }
				| Call::submit_evidence { .. }
				| Call::set_profile { .. }
		)
	)
}

/// Returns true for money into pools, or behind the reserve, and back, and for the changes that a
/// manager may make.
fn is_underwriting(call: &RuntimeCall) -> bool {
	use breakwater_pools::Call;
	matches!(
		call,
		RuntimeCall::Pools(
			Call::set_weight { .. }
				| Call::deposit { .. }
				| Call::request_withdrawal { .. }
				| Call::process_withdrawals { .. }
				| Call::accrue { .. }
				| Call::set_status { .. }
				| Call::collect { .. }
				| Call::cancel_withdrawal { .. }
				| Call::reopen_tranche { .. }
				| Call::remove_position { .. }
				| Call::set_fee { .. }
				| Call::set_allowed { .. }
		) | RuntimeCall::Reserve(
			breakwater_reserve::Call::stake { .. }
				| breakwater_reserve::Call::cooldown { .. }
				| breakwater_reserve::Call::unstake { .. }
		)
	)
}

/// Returns true for cover for the account itself, without a commission.
fn is_own_cover(call: &RuntimeCall) -> bool {
	use breakwater_policies::Call;
	match call {
		RuntimeCall::Policies(Call::buy { order, beneficiary }) => {
			order.commission.is_none() && beneficiary.is_none()
		}
		RuntimeCall::Policies(Call::buy_with { order, .. }) => order.commission.is_none(),
		RuntimeCall::Policies(
			Call::prune { .. }
			| Call::increase { .. }
			| Call::extend { .. }
			| Call::decrease { .. }
			| Call::cancel { .. }
			| Call::set_renewal { .. }
			| Call::renew { .. }
			| Call::collect_commission { .. },
		) => true,
		_ => false,
	}
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			ProxyType::Any => true,
			_ if is_batch(call) => true,
			ProxyType::NonTransfer => {
				is_vote(call)
					|| is_feeding(call)
					|| is_claim(call)
					|| matches!(
						call,
						RuntimeCall::System(
							frame_system::Call::remark { .. } | frame_system::Call::remark_with_event { .. }
						) | RuntimeCall::Validators(breakwater_validators::Call::resume {})
					)
			}
			ProxyType::Governance => is_vote(call) || is_proposal(call),
			ProxyType::Oracle => is_feeding(call),
			ProxyType::Cover => is_underwriting(call) || is_own_cover(call) || is_claim(call),
			ProxyType::Court => is_assessors(call) || is_case_step(call),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == other
			|| matches!((self, other), (ProxyType::Any, _) | (ProxyType::NonTransfer, ProxyType::Oracle))
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
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
}
