// SPDX-License-Identifier: Apache-2.0

//! The court: assessors who are drawn by stake, and their fees.

use crate::{parameters::bounded, *};
use breakwater_primitives::{Income, Source};
use frame_support::{parameter_types, traits::Get};
use frame_system::EnsureRoot;
use sp_runtime::Permill;

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

/// The reserve's fees, of which the court has a share for the fees of its seats.
pub struct FeesWithCourt;

type Money = frame_support::traits::fungibles::Credit<AccountId, NativeAndAssets>;

impl Income<Money> for FeesWithCourt {
	fn premium_share(asset: &AssetId) -> Permill {
		<Reserve as Income<Money>>::premium_share(asset)
	}

	fn receive(asset: AssetId, source: Source, credit: Money) -> Result<(), Money> {
		if (&asset, source) != (&AssetId::Native, Source::Fees) {
			return <Reserve as Income<Money>>::receive(asset, source, credit);
		}
		let share = bounded::CourtFeeShare::get().mul_floor(credit.peek());
		let (share, rest) = credit.split(share);
		let rest = match Court::receive_fees(share) {
			Ok(()) => rest,
			// All of it is the reserve's.
			Err(share) => match rest.merge(share) {
				Ok(all) => all,
				Err((rest, _)) => rest,
			},
		};
		<Reserve as Income<Money>>::receive(asset, source, rest)
	}
}

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
