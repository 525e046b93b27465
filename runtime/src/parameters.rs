// SPDX-License-Identifier: Apache-2.0

//! The numbers that referenda set, with `parameters.setParameter`.
//!
//! Each has a default, and hard bounds that no referendum can pass. `pallet-parameters` stores any
//! value that Root gives, and Root bypasses call filters, so the bounds are applied where a value
//! is read. The types in [`bounded`] are what the pallets are configured with. No other code reads
//! a parameter. A value out of bounds acts as the nearest bound.
//!
//! A chain for the public and a development chain have different bounds. A development chain plays
//! a story of months in a minute. On a chain for the public, the same must not be within reach of
//! one careless referendum. Genesis sets which of the two a chain is, see
//! [`crate::genesis_parameters`]. No call changes it.

use crate::{constants::*, genesis_parameters, Balance, BlockNumber, Runtime};
use breakwater_feeds::types::{HEARTBEATS, LEAST_OPERATORS, MAX_OPERATORS};
use breakwater_pools::{
	MAX_COOLDOWN, MAX_FEE, MAX_LEVERAGE, MAX_MANAGER_PART, MAX_TREASURY_SHARE, MIN_JUNIOR, MIN_LEVERAGE,
	MIN_SOLVENCY,
};
use breakwater_primitives::{Moment, DAY, HOUR, MILLION, SECOND, YEAR};
use breakwater_validators::types::MAX_VALIDATORS;
use frame_support::dynamic_params::{dynamic_pallet_params, dynamic_params};
use sp_runtime::Permill;

/// The parameters by area. The documentation of each names its unit and its bounds.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
	use super::*;

	/// The chain's clocks.
	#[dynamic_pallet_params]
	#[codec(index = 5)]
	pub mod clock {
		/// The longest gap between two blocks that counts as active time, in milliseconds. 30 s to
		/// 1 h; on a development chain 6 s to a year of 365 days. A longer gap is a halt. Below ten
		/// slots, a validator that is away would make a halt. Above an hour, a halt would use up
		/// the time in which people have to act.
		#[codec(index = 0)]
		pub static MaxGap: Moment = 60 * SECOND;
	}

	/// Pools of underwriting capital.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod pools {
		/// The active time between a request to withdraw and the first possible payment, in
		/// milliseconds. 1 day to 90 days; on a development chain from 1 h.
		#[codec(index = 1)]
		pub static WithdrawalCooldown: Moment = 14 * DAY;

		/// The part of every earned premium that goes to the treasury, in parts of a million. 0 to
		/// 20 %.
		#[codec(index = 2)]
		pub static TreasuryShare: Permill = Permill::from_percent(5);

		/// The part of a pool's available capital that may be exposed to one correlation group, in
		/// parts of a million. 1 % to 100 %.
		#[codec(index = 3)]
		pub static GroupCap: Permill = Permill::from_percent(50);

		/// The part of a pool's available capital that one policy may cover, in parts of a million.
		/// 0.1 % to 100 %.
		#[codec(index = 4)]
		pub static MaxPolicyShare: Permill = Permill::from_percent(20);

		/// The available capital that new cover must leave, in millionths of the capital required.
		/// 1,000,000 (100 %) to 5,000,000 (500 %).
		#[codec(index = 5)]
		pub static MinSolvency: u32 = 1_000_000;

		/// The largest fee of a pool's manager, in parts of a million. It is a part of the earned
		/// premium that remains after the parts of the reserve and the treasury. 0 to 10 %.
		#[codec(index = 6)]
		pub static MaxManagerFee: Permill = Permill::from_percent(10);

		/// The largest leverage that a pool may choose, in hundredths: 200 is twice the capital.
		/// 100 to 1000.
		#[codec(index = 7)]
		pub static MaxLeverage: u32 = 200;

		/// The part of a pool's assets that has to be junior's after a senior deposit, in parts of
		/// a million. While cover is in force, it also holds after a junior withdrawal. 1 % to 50
		/// %: with more, senior capital would back hardly any cover.
		#[codec(index = 8)]
		pub static MinJunior: Permill = Permill::from_percent(20);

		/// The part of the junior capital behind new cover that a pool's manager has to hold, in
		/// parts of a million. 0 to 20 %.
		#[codec(index = 9)]
		pub static MinManagerPart: Permill = Permill::from_percent(1);
	}

	/// The shared reserve.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod reserve {
		/// The part of every earned premium that goes to the reserve when its funds are at the
		/// target, in parts of a million. 0 to 50 %. The share of each asset moves with the funds.
		#[codec(index = 0)]
		pub static PremiumShare: Permill = Permill::from_percent(15);

		/// The part of its own funds and stake that the reserve may pay for one incident, in parts
		/// of a million. 0 to 50 %.
		#[codec(index = 1)]
		pub static PerIncident: Permill = Permill::from_percent(20);

		/// The most that the reserve may pay for a pool, as a multiple of the premium share that
		/// the pool has contributed. 1 to 100.
		#[codec(index = 2)]
		pub static PoolMultiple: u32 = 10;

		/// The part of its own funds and stake that the reserve may pay for the incidents of one
		/// correlation group within 30 days of active time, in parts of a million. While a group
		/// has an open incident, as much of each withdrawal of stake is held back. 1 to 100 %.
		#[codec(index = 3)]
		pub static PerGroup: Permill = Permill::from_percent(40);

		/// The most of each premium share that stakers get, in parts of a million. 0 to 50 %.
		#[codec(index = 4)]
		pub static RewardShare: Permill = Permill::from_percent(30);

		/// The active time from the request to take stake out until it can leave, in milliseconds.
		/// 7 days to 90 days; on a development chain from 1 h.
		#[codec(index = 5)]
		pub static StakeCooldown: Moment = 20 * DAY;

		/// The active time after that in which it can leave, in milliseconds. 1 day to 14 days; on
		/// a development chain from 1 h.
		#[codec(index = 6)]
		pub static StakeWindow: Moment = 2 * DAY;

		/// The least part of every earned premium that goes to the reserve, however full it is, in
		/// parts of a million. 0 to 50 %.
		#[codec(index = 7)]
		pub static LeastPremiumShare: Permill = Permill::from_percent(10);

		/// The greatest part of every earned premium that goes to the reserve, however thin it is,
		/// in parts of a million. 0 to 50 %.
		#[codec(index = 8)]
		pub static MostPremiumShare: Permill = Permill::from_percent(25);

		/// The most by which a share of premium moves in a day, in parts of a million of the
		/// premium. 0.01 to 5 %.
		#[codec(index = 9)]
		pub static PremiumShareStep: Permill = Permill::from_parts(5_000);

		/// The least target for the reserve's own funds and stake, in parts of a million of the
		/// exposure of the admitted pools. 0.01 to 100 %.
		#[codec(index = 10)]
		pub static LeastTarget: Permill = Permill::from_percent(2);

		/// The active time from a sponsor's request to take first loss back until it can be taken,
		/// in milliseconds. 7 days to 90 days; on a development chain from 1 h.
		#[codec(index = 11)]
		pub static FirstLossCooldown: Moment = 14 * DAY;
	}

	/// Claims.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod claims {
		/// The active time in which claims under a table of losses are registered, in milliseconds.
		/// 3 days to 90 days; on a development chain from 1 h.
		#[codec(index = 0)]
		pub static ClaimWindow: Moment = 14 * DAY;

		/// The active time after the end of an incident in which payouts and bonds can be taken, in
		/// milliseconds. 30 days to ten years.
		#[codec(index = 1)]
		pub static UnclaimedAfter: Moment = 365 * DAY;
	}

	/// Triggers.
	#[dynamic_pallet_params]
	#[codec(index = 6)]
	pub mod triggers {
		/// The active time that an incident may wait for missing data before people assess it, in
		/// milliseconds. 1 h to 30 days.
		#[codec(index = 0)]
		pub static MaxUndecided: Moment = 3 * DAY;
	}

	/// Reports of incidents and their assessment.
	#[dynamic_pallet_params]
	#[codec(index = 7)]
	pub mod assessment {
		/// The active time in which an outcome has to be proposed before an incident is rejected,
		/// in milliseconds. 1 day to 90 days; on a development chain from 1 h.
		#[codec(index = 0)]
		pub static ProposalPeriod: Moment = 7 * DAY;

		/// The active time in which an outcome proposal can be challenged, in milliseconds. 1 day
		/// to 30 days; on a development chain from 1 h.
		#[codec(index = 1)]
		pub static ChallengePeriod: Moment = 2 * DAY;

		/// The active time for which a failed report doubles the bond of the next reports on its
		/// pools, in milliseconds. 1 day to 365 days; on a development chain from 1 h.
		#[codec(index = 2)]
		pub static RejectionMemory: Moment = 90 * DAY;

		/// The bond for a report or an outcome proposal, as a part of the amount locked, in parts
		/// of a million. 0.01 % to 10 %.
		#[codec(index = 3)]
		pub static LockedBond: Permill = Permill::from_parts(5_000);

		/// The least bond, as a part of the capital of the frozen pools, in parts of a million.
		/// 0.001 % to 1 %.
		#[codec(index = 4)]
		pub static FrozenBond: Permill = Permill::from_parts(500);
	}

	/// The court.
	#[dynamic_pallet_params]
	#[codec(index = 9)]
	pub mod court {
		/// The least stake of an assessor, in units of 10^-12 BRKW. 10 to 10^6 BRKW.
		#[codec(index = 0)]
		pub static AssessorStake: Balance = 500 * BRKW;

		/// The least sum of all stakes with which assessors decide, in units of 10^-12 BRKW. Below
		/// it the voters do. 1,000 to 10^9 BRKW.
		#[codec(index = 1)]
		pub static CourtStake: Balance = 100_000 * BRKW;

		/// The stake of a seat, in units of 10^-12 BRKW: the most that it can lose, and gain from
		/// others. 1 to 10^5 BRKW.
		#[codec(index = 2)]
		pub static SeatStake: Balance = 50 * BRKW;

		/// The fee of a seat that votes with the outcome, in units of 10^-12 BRKW. 0 to 100 BRKW.
		/// A challenge or dispute pays the fees of all 94 seats.
		#[codec(index = 3)]
		pub static SeatFee: Balance = 300 * MILLI_BRKW;

		/// The part of a panel's seats that one account can have, in parts of a million. 2 % to 25
		/// %.
		#[codec(index = 4)]
		pub static SeatCap: Permill = Permill::from_percent(10);

		/// The active time in which a panel commits to its votes, in milliseconds. 1 day to 7 days;
		/// on a development chain from 1 minute.
		#[codec(index = 5)]
		pub static CommitPeriod: Moment = 2 * DAY;

		/// The active time in which a panel reveals its votes, in milliseconds. 1 day to 7 days; on
		/// a development chain from 1 minute.
		#[codec(index = 6)]
		pub static RevealPeriod: Moment = 2 * DAY;

		/// The active time in which a decision can be appealed, in milliseconds. 1 day to 7 days;
		/// on a development chain from 1 minute.
		#[codec(index = 7)]
		pub static AppealPeriod: Moment = 2 * DAY;

		/// The active time for the other side after an appeal, in milliseconds. 12 h to 7 days; on
		/// a development chain from 1 minute.
		#[codec(index = 8)]
		pub static ResponsePeriod: Moment = DAY;

		/// The bond of an appeal against a first panel, in units of 10^-12 BRKW. It doubles for the
		/// last appeal. 10 to 10^6 BRKW.
		#[codec(index = 9)]
		pub static AppealBond: Balance = 500 * BRKW;

		/// A panel decides for good on a value of up to this multiple of the stakes of its seats. 1
		/// to 1,000.
		#[codec(index = 10)]
		pub static Finality: u32 = 10;
	}

	/// Price feeds.
	#[dynamic_pallet_params]
	#[codec(index = 3)]
	pub mod oracle {
		/// The age at which an operator's value is no longer used, in milliseconds. It applies to
		/// feeds that get a product before they have rules of their own. On a feed with a product
		/// it never changes. 60 s to 7 days.
		#[codec(index = 0)]
		pub static Heartbeat: Moment = 90_000 * SECOND;

		/// The number of operators whose fresh values are needed for a price. It applies to feeds
		/// that get a product before they have rules of their own. On a feed with a product it
		/// never changes. 3 to 32: the median of three or more values is never one operator's alone
		/// to choose. Operators who control half of the fresh values can move it, so that two of
		/// three or four can. Appoint five or more, and see that they feed.
		#[codec(index = 1)]
		pub static MinOperators: u32 = 3;

		/// The bond that an operator puts up on acceptance, or adds to after an outcome proposal,
		/// in units of 10^-12 BRKW. 100 to 10^6 BRKW.
		#[codec(index = 2)]
		pub static OperatorBond: Balance = 10_000 * BRKW;

		/// The active time from the end of a membership until the bond can be taken back, in
		/// milliseconds. 1 day to 365 days.
		#[codec(index = 3)]
		pub static OperatorNotice: Moment = 28 * DAY;

		/// The largest distance from the median at which a value is still useful, in parts of a
		/// million of the median. 0.01 % to 10 %.
		#[codec(index = 4)]
		pub static RewardTolerance: Permill = Permill::from_percent(1);
	}

	/// Validators.
	#[dynamic_pallet_params]
	#[codec(index = 8)]
	pub mod validators {
		/// The most validators in a session. 1 to 100.
		#[codec(index = 0)]
		pub static MaxValidators: u32 = 50;

		/// The seats among them for candidates that no referendum has approved, by their bonds. 0
		/// to 100.
		#[codec(index = 1)]
		pub static OpenSeats: u32 = 0;

		/// The least bond of a validator, in units of 10^-12 BRKW. 100 to 10^6 BRKW.
		#[codec(index = 2)]
		pub static ValidatorBond: Balance = 10_000 * BRKW;

		/// The part of the fees that validators get, in parts of a million. 0 to 100 %. The
		/// reserve and the treasury have the rest.
		#[codec(index = 3)]
		pub static FeeShare: Permill = Permill::from_percent(50);

		/// The part of the budget that validators get for a session, in units of 10^-12 BRKW. 0 to
		/// 10^5 BRKW. Without money in the budget it has no effect.
		#[codec(index = 4)]
		pub static SessionBudget: Balance = 0;

		/// The part of the fees that validators leave that goes to the reserve, in parts of a
		/// million. 0 to 100 %. The treasury has the rest.
		#[codec(index = 5)]
		pub static ReserveFeeShare: Permill = Permill::from_percent(20);
	}

	/// Referenda.
	#[dynamic_pallet_params]
	#[codec(index = 4)]
	pub mod democracy {
		/// The interval at which a public proposal becomes a referendum, in blocks. 1 day to 28
		/// days; on a development chain from 5 blocks.
		#[codec(index = 0)]
		pub static LaunchPeriod: BlockNumber = 7 * DAYS;

		/// The voting period of a referendum, in blocks. 1 day to 28 days, so that it includes a
		/// day's waking hours of every voter; on a development chain from 5 blocks.
		#[codec(index = 1)]
		pub static VotingPeriod: BlockNumber = 7 * DAYS;

		/// The number of blocks between an approved referendum and its enactment. 6 hours to 28
		/// days, so that validators can see an upgrade come; on a development chain from 1 block.
		#[codec(index = 2)]
		pub static EnactmentPeriod: BlockNumber = 2 * DAYS;

		/// The time for which the tokens of a vote with conviction 1 stay locked, in blocks. 1 day
		/// to 28 days; on a development chain from 1 block. It is never less than
		/// `EnactmentPeriod`, so that the voters for a change are still there when it happens.
		#[codec(index = 3)]
		pub static VoteLockingPeriod: BlockNumber = 7 * DAYS;

		/// The deposit for a public proposal, in units of 10^-12 BRKW. 1 to 10^6 BRKW. It doubles
		/// with every ten proposals that wait.
		#[codec(index = 4)]
		pub static MinimumDeposit: Balance = 100 * BRKW;

		/// The part of the issuance that has to vote on a choice of a case for the choice to be
		/// made, in parts of a million. 0.01 % to 20 %.
		#[codec(index = 5)]
		pub static LeastTurnout: Permill = Permill::from_percent(1);
	}
}

/// The parameters as the pallets read them, held within their hard bounds.
pub mod bounded {
	use super::*;
	use frame_support::traits::Get;

	// `on_development` names the bounds of a development chain where they differ from those of a
	// chain for the public.
	macro_rules! bounded {
		(@development $least:expr, $most:expr) => { ($least, $most) };
		(@development $least:expr, $most:expr, $own_least:expr, $own_most:expr) => { ($own_least, $own_most) };
		($(
			$name:ident: $value:ty = $area:ident, $least:expr, $most:expr
				$(, on_development $own_least:expr, $own_most:expr)?;
		)*) => {
			$(
				#[doc = concat!("`", stringify!($area), "::", stringify!($name), "` within its hard bounds.")]
				pub struct $name;
				impl $name {
					/// The least value that has an effect on a chain for the public.
					pub const LEAST: $value = $least;
					/// The greatest value that has an effect on a chain for the public.
					pub const MOST: $value = $most;
					/// The least and the greatest value that have an effect on a development chain.
					pub const DEVELOPMENT: ($value, $value) =
						bounded!(@development $least, $most $(, $own_least, $own_most)?);
				}
				impl Get<$value> for $name {
					fn get() -> $value {
						let value: $value = <dynamic_params::$area::$name as Get<$value>>::get();
						if (Self::LEAST..=Self::MOST).contains(&value) {
							return value;
						}
						// Read only here: on a chain for the public, a value within its bounds
						// needs no further read.
						let (least, most) = match genesis_parameters::IsDevelopment::<Runtime>::get() {
							true => Self::DEVELOPMENT,
							false => (Self::LEAST, Self::MOST),
						};
						value.clamp(least, most)
					}
				}
			)*
			/// The number of parameters.
			pub const COUNT: u64 = [$(stringify!($name)),*].len() as u64;
			/// Returns the key in storage of each parameter.
			#[cfg(any(test, feature = "runtime-benchmarks"))]
			pub fn keys() -> alloc::vec::Vec<alloc::vec::Vec<u8>> {
				use frame_support::traits::dynamic_params::AggregatedKeyValue;
				alloc::vec![$({
					let key: <dynamic_params::$area::Parameters as AggregatedKeyValue>::Key =
						dynamic_params::$area::$name.into();
					let key: <RuntimeParameters as AggregatedKeyValue>::Key = key.into();
					pallet_parameters::Parameters::<Runtime>::hashed_key_for(key)
				}),*]
			}
			/// Returns the name of each parameter, and whether its bounds hold. They hold if the
			/// value is within the bounds of a chain for the public, and these are within those of
			/// a development chain.
			#[cfg(test)]
			pub fn all() -> alloc::vec::Vec<(&'static str, bool)> {
				alloc::vec![$((stringify!($name), {
					let value: $value = <dynamic_params::$area::$name as Get<$value>>::get();
					let (least, most) = $name::DEVELOPMENT;
					($name::LEAST..=$name::MOST).contains(&value) && least <= $name::LEAST && $name::MOST <= most
				})),*]
			}
		};
	}

	bounded! {
		MaxGap: Moment = clock, 30 * SECOND, HOUR, on_development 6 * SECOND, YEAR;
		WithdrawalCooldown: Moment = pools, DAY, MAX_COOLDOWN, on_development HOUR, MAX_COOLDOWN;
		TreasuryShare: Permill = pools, Permill::zero(), MAX_TREASURY_SHARE;
		GroupCap: Permill = pools, Permill::from_percent(1), Permill::one();
		MaxPolicyShare: Permill = pools, Permill::from_parts(1_000), Permill::one();
		MinSolvency: u32 = pools, MIN_SOLVENCY, 5 * MILLION;
		MaxManagerFee: Permill = pools, Permill::zero(), MAX_FEE;
		MaxLeverage: u32 = pools, MIN_LEVERAGE, MAX_LEVERAGE;
		// Less than the pools' own bound: with more, senior capital would back hardly any cover.
		MinManagerPart: Permill = pools, Permill::zero(), MAX_MANAGER_PART;
		MinJunior: Permill = pools, MIN_JUNIOR, Permill::from_percent(50);
		PremiumShare: Permill = reserve, Permill::zero(), Permill::from_percent(50);
		PerIncident: Permill = reserve, Permill::zero(), Permill::from_percent(50);
		PoolMultiple: u32 = reserve, 1, 100;
		PerGroup: Permill = reserve, Permill::from_percent(1), Permill::one();
		RewardShare: Permill = reserve, Permill::zero(), Permill::from_percent(50);
		StakeCooldown: Moment = reserve, 7 * DAY, 90 * DAY, on_development HOUR, 90 * DAY;
		FirstLossCooldown: Moment = reserve, 7 * DAY, 90 * DAY, on_development HOUR, 90 * DAY;
		StakeWindow: Moment = reserve, DAY, 14 * DAY, on_development HOUR, 14 * DAY;
		LeastPremiumShare: Permill = reserve, Permill::zero(), Permill::from_percent(50);
		MostPremiumShare: Permill = reserve, Permill::zero(), Permill::from_percent(50);
		PremiumShareStep: Permill = reserve, Permill::from_parts(100), Permill::from_percent(5);
		LeastTarget: Permill = reserve, Permill::from_parts(100), Permill::one();
		ClaimWindow: Moment = claims, 3 * DAY, 90 * DAY, on_development HOUR, 90 * DAY;
		UnclaimedAfter: Moment = claims, 30 * DAY, 10 * YEAR;
		MaxUndecided: Moment = triggers, HOUR, 30 * DAY;
		ProposalPeriod: Moment = assessment, DAY, 90 * DAY, on_development HOUR, 90 * DAY;
		ChallengePeriod: Moment = assessment, DAY, 30 * DAY, on_development HOUR, 30 * DAY;
		RejectionMemory: Moment = assessment, DAY, 365 * DAY, on_development HOUR, 365 * DAY;
		LockedBond: Permill = assessment, Permill::from_parts(100), Permill::from_percent(10);
		FrozenBond: Permill = assessment, Permill::from_parts(10), Permill::from_percent(1);
		AssessorStake: Balance = court, 10 * BRKW, 1_000_000 * BRKW;
		CourtStake: Balance = court, 1_000 * BRKW, 1_000_000_000 * BRKW;
		SeatStake: Balance = court, BRKW, 100_000 * BRKW;
		SeatFee: Balance = court, 0, 100 * BRKW;
		SeatCap: Permill = court, Permill::from_percent(2), Permill::from_percent(25);
		CommitPeriod: Moment = court, DAY, 7 * DAY, on_development 60 * SECOND, 7 * DAY;
		RevealPeriod: Moment = court, DAY, 7 * DAY, on_development 60 * SECOND, 7 * DAY;
		AppealPeriod: Moment = court, DAY, 7 * DAY, on_development 60 * SECOND, 7 * DAY;
		ResponsePeriod: Moment = court, 12 * HOUR, 7 * DAY, on_development 60 * SECOND, 7 * DAY;
		AppealBond: Balance = court, 10 * BRKW, 1_000_000 * BRKW;
		Finality: u32 = court, 1, 1_000;
		Heartbeat: Moment = oracle, HEARTBEATS.0, HEARTBEATS.1;
		MinOperators: u32 = oracle, LEAST_OPERATORS, MAX_OPERATORS;
		OperatorBond: Balance = oracle, 100 * BRKW, 1_000_000 * BRKW;
		OperatorNotice: Moment = oracle, DAY, YEAR;
		RewardTolerance: Permill = oracle, Permill::from_parts(100), Permill::from_percent(10);
		MaxValidators: u32 = validators, 1, MAX_VALIDATORS;
		OpenSeats: u32 = validators, 0, MAX_VALIDATORS;
		ValidatorBond: Balance = validators, 100 * BRKW, 1_000_000 * BRKW;
		FeeShare: Permill = validators, Permill::zero(), Permill::one();
		SessionBudget: Balance = validators, 0, 100_000 * BRKW;
		ReserveFeeShare: Permill = validators, Permill::zero(), Permill::one();
		LaunchPeriod: BlockNumber = democracy, DAYS, 28 * DAYS, on_development 5, 28 * DAYS;
		VotingPeriod: BlockNumber = democracy, DAYS, 28 * DAYS, on_development 5, 28 * DAYS;
		EnactmentPeriod: BlockNumber = democracy, 6 * HOURS, 28 * DAYS, on_development 1, 28 * DAYS;
		VoteLockingPeriod: BlockNumber = democracy, DAYS, 28 * DAYS, on_development 1, 28 * DAYS;
		MinimumDeposit: Balance = democracy, BRKW, 1_000_000 * BRKW;
		LeastTurnout: Permill = democracy, Permill::from_parts(100), Permill::from_percent(20);
	}
}
