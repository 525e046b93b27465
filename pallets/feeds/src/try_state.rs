// SPDX-License-Identifier: Apache-2.0

//! The invariants of operators and feeds. Each returns an error and never panics.

use crate::*;
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_members()?;
		Self::check_bonds()?;
		Self::check_rewards()?;
		Self::check_rules_in_force()?;
		Self::check_watched_feeds()?;
		Self::check_readings()
	}

	/// The members are exactly the active operators, each once and in order. The count of places is
	/// right and within its bound. Each record without a place has a bond.
	fn check_members() -> Result<(), TryRuntimeError> {
		let members = Members::<T>::get();
		let in_order = members.windows(2).all(|pair| matches!(pair, [a, b] if a.who < b.who));
		ensure!(in_order, "feeds: members are not in order");
		let (mut active, mut seats) = (0usize, 0u32);
		for (who, operator) in Operators::<T>::iter() {
			let is_active = operator.stage == OperatorStage::Active;
			ensure!(
				is_active == Self::is_member(&who),
				"feeds: a member is not active, or the other way round"
			);
			if is_active {
				active = active.checked_add(1).ok_or("feeds: too many operators")?;
			}
			if operator.is_seated() {
				seats = seats.checked_add(1).ok_or("feeds: too many operators")?;
			} else {
				ensure!(operator.bond > 0, "feeds: a record without a place and without a bond");
			}
		}
		ensure!(active == members.len(), "feeds: a member is no operator");
		ensure!(seats == Seats::<T>::get() && seats <= MAX_OPERATORS, "feeds: places are miscounted");
		Ok(())
	}

	/// The money held on each operator is the bond in the record.
	fn check_bonds() -> Result<(), TryRuntimeError> {
		for (who, operator) in Operators::<T>::iter() {
			ensure!(Self::held(&who) == operator.bond, "feeds: a bond is not what is held");
		}
		Ok(())
	}

	/// The rewards that wait sum to what is booked. What is booked is at most the reward pool's
	/// book, less the balance that its account must keep. The book is at most the balance.
	fn check_rewards() -> Result<(), TryRuntimeError> {
		let reward_pool = RewardPool::<T>::get();
		let account = Self::account().ok_or("feeds: no account")?;
		let mut sum: Balance = 0;
		for earned in Earned::<T>::iter_values() {
			sum = sum.checked_add(earned).ok_or("feeds: the sum of rewards overflows")?;
		}
		ensure!(sum == reward_pool.booked, "feeds: rewards are not what is booked");
		let kept = if reward_pool.booked > 0 { Self::least_balance() } else { 0 };
		let owed = reward_pool.booked.checked_add(kept).ok_or("feeds: the reward pool overflows")?;
		ensure!(owed <= reward_pool.book, "feeds: more is booked than is in the reward_pool");
		ensure!(
			reward_pool.book <= T::Assets::balance(AssetId::Native, &account),
			"feeds: the reward pool's book exceeds its balance"
		);
		Ok(())
	}

	/// Rules are within their hard bounds, and no operator had two useful values on a feed in an
	/// interval.
	fn check_rules_in_force() -> Result<(), TryRuntimeError> {
		for rules in Rules::<T>::iter_values() {
			ensure!(check_rules(&rules).is_ok(), "feeds: rules are out of bounds");
		}
		for served in Rewarded::<T>::iter_values() {
			for (place, who) in served.operators.iter().enumerate() {
				let first = served.operators.iter().position(|other| other == who);
				ensure!(first == Some(place), "feeds: two useful values in an interval");
			}
		}
		Ok(())
	}

	/// A watched feed has rules of its own, which no parameter changes, and no membership begins in
	/// the future.
	fn check_watched_feeds() -> Result<(), TryRuntimeError> {
		for feed in T::Raw::watched() {
			ensure!(Rules::<T>::contains_key(feed), "feeds: a watched feed has no rules");
		}
		let now = T::Clock::now();
		let members = Members::<T>::get();
		ensure!(members.iter().all(|member| member.since <= now), "feeds: a membership is yet to begin");
		Ok(())
	}

	/// A feed waits at most once to be read again.
	fn check_readings() -> Result<(), TryRuntimeError> {
		let waiting = ToRead::<T>::get();
		for (place, feed) in waiting.iter().enumerate() {
			let first = waiting.iter().position(|other| other == feed);
			ensure!(first == Some(place), "feeds: a feed waits twice");
		}
		Ok(())
	}
}
