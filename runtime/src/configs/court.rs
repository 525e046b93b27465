// SPDX-License-Identifier: Apache-2.0

//! The court: assessors who are drawn by stake.

use crate::{parameters::bounded, *};
use frame_support::{parameter_types, traits::Get};
use frame_system::EnsureRoot;

parameter_types! {
	/// The governed numbers of the court.
	pub CourtLimits: breakwater_court::types::Limits = breakwater_court::types::Limits {
		// A stake that is counted is enough for a seat.
		least_stake: bounded::AssessorStake::get().max(bounded::SeatStake::get()),
		least_total: bounded::CourtStake::get(),
		seat_stake: bounded::SeatStake::get(),
		seat_fee: bounded::SeatFee::get(),
		seat_cap: bounded::SeatCap::get(),
		commit_period: bounded::CommitPeriod::get(),
		reveal_period: bounded::RevealPeriod::get(),
		appeal_period: bounded::AppealPeriod::get(),
		response_period: bounded::ResponsePeriod::get(),
		appeal_bond: bounded::AppealBond::get(),
		finality: bounded::Finality::get(),
		unclaimed_after: bounded::UnclaimedAfter::get(),
	};
}

impl seeds::Config for Runtime {}

impl breakwater_court::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Clock = Clock;
	type Conflicts = (Assessment, Bounties, Pools, Policies);
	type FinalAppeal = Cases;
	type Income = Reserve;
	type Limits = CourtLimits;
	type Native = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Seed = Seeds;
	type Voters = Cases;
	type WeightInfo = breakwater_court::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}
