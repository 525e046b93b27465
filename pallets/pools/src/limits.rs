// SPDX-License-Identifier: Apache-2.0

//! The numbers that governance sets, their hard bounds, and the numbers as they act.

use crate::pallet::*;
use breakwater_primitives::{Moment, DAY, MILLION};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::Get;
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The longest cooldown of a withdrawal that governance may set, in milliseconds.
pub const MAX_COOLDOWN: Moment = 90 * DAY;
/// The highest share of the treasury.
pub const MAX_TREASURY_SHARE: Permill = Permill::from_percent(20);
/// The lowest solvency: as much available capital as is required, in millionths.
pub const MIN_SOLVENCY: u32 = MILLION;
/// The highest fee of a pool's manager.
pub const MAX_FEE: Permill = Permill::from_percent(10);
/// The lowest least part of junior.
pub const MIN_JUNIOR: Permill = Permill::from_percent(1);
/// The highest part of junior that a manager can have to hold.
pub const MAX_MANAGER_PART: Permill = Permill::from_percent(20);
/// The lowest leverage, in hundredths: fully collateralised.
pub const MIN_LEVERAGE: u32 = 100;
/// The hard bound of the leverage that governance may allow, in hundredths.
pub const MAX_LEVERAGE: u32 = 1_000;

/// The numbers that governance sets, each within a hard bound (see [`Limits::bounded`]).
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The active time between the request of a withdrawal and its payment, in milliseconds. At
	/// most 90 days; a request keeps the cooldown of its day.
	pub cooldown: Moment,
	/// The part of every earned premium that goes to the treasury. At most 20 %.
	pub treasury_share: Permill,
	/// The largest exposure to one correlation group, as a part of the available capital.
	pub group_cap: Permill,
	/// The largest cover of one policy, as a part of the available capital.
	pub max_policy_share: Permill,
	/// The available capital that new cover must leave, in millionths of the required capital. At
	/// least 1,000,000 (100 %).
	pub min_solvency: u32,
	/// The highest fee of a pool manager. At most 10 % of what is left after reserve and treasury.
	pub max_fee: Permill,
	/// The highest leverage of a new pool, in hundredths (100 is fully collateralised). At most
	/// 1,000.
	pub max_leverage: u32,
	/// The part of a pool's assets that is junior's after a senior deposit, and after a junior
	/// withdrawal while cover is in force. 1 % to 100 %.
	pub min_junior: Permill,
	/// The part of the junior shares that the manager has to hold while the pool sells cover. At
	/// most 20 %.
	pub min_manager_part: Permill,
}

impl Limits {
	/// The same numbers within their hard bounds.
	pub fn bounded(self) -> Self {
		let part = |value: Permill, most: Permill| value.min(most);
		Self {
			cooldown: self.cooldown.min(MAX_COOLDOWN),
			treasury_share: part(self.treasury_share, MAX_TREASURY_SHARE),
			group_cap: part(self.group_cap, Permill::one()),
			max_policy_share: part(self.max_policy_share, Permill::one()),
			min_solvency: self.min_solvency.max(MIN_SOLVENCY),
			max_fee: part(self.max_fee, MAX_FEE),
			max_leverage: self.max_leverage.clamp(MIN_LEVERAGE, MAX_LEVERAGE),
			min_junior: self.min_junior.clamp(MIN_JUNIOR, Permill::one()),
			min_manager_part: part(self.min_manager_part, MAX_MANAGER_PART),
		}
	}
}

impl Default for Limits {
	/// The starting values of docs/design.md section 14.
	fn default() -> Self {
		Self {
			cooldown: 14 * DAY,
			treasury_share: Permill::from_percent(5),
			group_cap: Permill::from_percent(50),
			max_policy_share: Permill::from_percent(20),
			min_solvency: MILLION,
			max_fee: Permill::from_percent(10),
			max_leverage: 200,
			min_junior: Permill::from_percent(20),
			min_manager_part: Permill::from_percent(1),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The governed numbers within their hard bounds.
	pub(crate) fn limits() -> Limits {
		T::Limits::get().bounded()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn limits_should_stay_within_their_hard_bounds() {
		let limits = Limits {
			cooldown: u64::MAX,
			treasury_share: Permill::one(),
			min_solvency: 0,
			max_fee: Permill::one(),
			max_leverage: u32::MAX,
			min_junior: Permill::zero(),
			min_manager_part: Permill::one(),
			..Default::default()
		}
		.bounded();
		assert_eq!(limits.cooldown, 90 * DAY);
		assert_eq!(limits.treasury_share, Permill::from_percent(20));
		assert_eq!(limits.min_solvency, 1_000_000);
		assert_eq!(limits.max_fee, Permill::from_percent(10));
		assert_eq!(limits.max_leverage, 1_000);
		assert_eq!(limits.min_junior, Permill::from_percent(1));
		assert_eq!(limits.min_manager_part, Permill::from_percent(20));
		assert_eq!(Limits::default().bounded(), Limits::default());
	}
}
