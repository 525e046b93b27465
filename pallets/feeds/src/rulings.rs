// SPDX-License-Identifier: Apache-2.0

//! The rulings of referenda on bonds, and the rules of feeds.

use crate::*;
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	ensure,
	traits::Get,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_slash(
		who: T::AccountId,
		amount: Balance,
		ruling: [u8; 32],
	) -> DispatchResultWithPostInfo {
		ensure!(amount > 0, Self::refused_after(0)(Error::<T>::ZeroAmount));
		let before =
			Operators::<T>::get(&who).ok_or(Error::<T>::UnknownOperator).map_err(Self::refused_after(1))?;
		ensure!(before.bond > 0, Self::refused_after(1)(Error::<T>::NoBond));
		let is_suspended = Self::take_bond(&who, before, amount, ruling)
			.map_err(|error| Self::refused(error, T::WeightInfo::slash(0)))?;
		if !is_suspended {
			return Ok(Some(T::WeightInfo::slash(0)).into());
		}
		Self::leave(&who);
		let used = T::WeightInfo::slash(Self::count_watched());
		let read = Self::read_now(Self::clear_values(&who));
		Ok(Some(used.saturating_add(read)).into())
	}

	/// Take `amount` of a bond, or all of it. Returns true if an active operator is active no more.
	fn take_bond(
		who: &T::AccountId,
		before: Operator,
		amount: Balance,
		ruling: [u8; 32],
	) -> Result<bool, DispatchError> {
		let amount = amount.min(before.bond);
		let after = before.slashed(amount, T::Limits::get().bond).ok_or(Error::<T>::Overflow)?;
		Self::hand_over(who, amount)?;
		Operators::<T>::set(who, after);
		let stage = after.map(|operator| operator.stage);
		Self::deposit_event(Event::BondSlashed {
			who: who.clone(),
			amount,
			ruling,
			bond_before: before.bond,
			bond: after.map_or(0, |operator| operator.bond),
			stage_before: before.stage,
			stage,
		});
		Ok(before.stage == OperatorStage::Active && stage != Some(OperatorStage::Active))
	}

	/// Give held money to the reserve, all of it. It is never burnt. If the reserve gives it back,
	/// the call fails, and everything is undone.
	fn hand_over(who: &T::AccountId, amount: Balance) -> DispatchResult {
		let credit = withdraw_held::<_, T::Currency, T::Assets>(&Self::bond_reason(), who, amount)?;
		T::Income::receive(AssetId::Native, Source::LostBond, credit)
			.map_err(|_| Error::<T>::ReserveRefused.into())
	}

	pub(crate) fn do_set_feed(feed: FeedId, rules: Option<FeedRules>) -> DispatchResult {
		if let Some(rules) = &rules {
			check_rules(rules).map_err(|bad| match bad {
				RulesOutOfRange::Heartbeat => Error::<T>::HeartbeatOutOfRange,
				RulesOutOfRange::Operators => Error::<T>::OperatorsOutOfRange,
				RulesOutOfRange::Price => Error::<T>::PriceOutOfRange,
				RulesOutOfRange::RewardInterval => Error::<T>::RewardIntervalOutOfRange,
				RulesOutOfRange::Reward => Error::<T>::RewardOutOfRange,
			})?;
		}
		let old = Rules::<T>::get(feed);
		ensure!(old != rules, Error::<T>::RulesUnchanged);
		// A policy sold on a price is decided by that price. A feed that is bound has rules.
		let is_same_price = old.zip(rules).is_some_and(|(old, new)| old.prices_as(&new));
		ensure!(is_same_price || !Self::is_bound(feed), Error::<T>::FeedInUse);
		Rules::<T>::set(feed, rules);
		Self::deposit_event(Event::FeedRulesSet { feed, old, new: rules });
		Ok(())
	}
}
