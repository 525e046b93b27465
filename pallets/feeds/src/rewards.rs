// SPDX-License-Identifier: Apache-2.0

//! The operators' rewards, and the reward pool that they are paid from.

use crate::*;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{fungibles::Mutate, tokens::Preservation, Get},
};

impl<T: Config> Pallet<T> {
	/// Returns the use of a fed value, and books its reward if it is useful. The oracle has the
	/// value already. Call this for every value, before its price is read. So the first value on a
	/// feed that is not watched yet is not useful.
	pub(crate) fn on_value(who: &T::AccountId, feed: FeedId, value: u128) -> Usefulness {
		let (rules, _) = Self::rules_of(feed);
		let Some(served) = Self::open_interval(who, feed, value, &rules) else {
			return Usefulness::NotWeighed;
		};
		match Self::serve(who, feed, value, &rules, served) {
			Some(()) => Usefulness::Useful,
			None => Usefulness::Useless,
		}
	}

	/// Returns the operators whose useful value is in for this interval, if the value can be one
	/// more. These checks cost little.
	fn open_interval(
		who: &T::AccountId,
		feed: FeedId,
		value: u128,
		rules: &FeedRules,
	) -> Option<Served<T::AccountId>> {
		if !is_sound(value, rules) {
			return None;
		}
		let interval = T::Clock::now().checked_div(rules.reward_interval)?;
		let served = Served::of(Rewarded::<T>::get(feed), interval);
		let is_out = served.operators.contains(who) || !Self::is_member(who);
		(!is_out && T::Raw::watched().contains(&feed)).then_some(served)
	}

	/// Take a value as the useful one of its operator in this interval. Returns `None` if it is not
	/// useful.
	fn serve(
		who: &T::AccountId,
		feed: FeedId,
		value: u128,
		rules: &FeedRules,
		mut served: Served<T::AccountId>,
	) -> Option<()> {
		// With the value counted in, and none from before a halt.
		let price = Self::price_by(rules, feed, T::Clock::resumed_at())?;
		if !is_within(value, price.value, T::Limits::get().tolerance) {
			return None;
		}
		let interval = served.number;
		served.operators.try_push(who.clone()).ok()?;
		Rewarded::<T>::insert(feed, served);
		if Self::book_reward(who, feed, interval, rules.reward).is_none() {
			Self::deposit_event(Event::UsefulValueFed { who: who.clone(), feed, interval });
		}
		Some(())
	}

	/// Book the reward of a useful value, as far as the reward pool reaches. Returns `None` if
	/// there is no reward.
	fn book_reward(who: &T::AccountId, feed: FeedId, interval: u64, reward: Balance) -> Option<()> {
		if reward == 0 {
			return None;
		}
		let (reward_pool, least) = (RewardPool::<T>::get(), Self::least_balance());
		let amount = reward.min(reward_pool.free(least));
		if amount == 0 {
			return None;
		}
		let reward_pool = reward_pool.book(amount, least)?;
		let earned = Earned::<T>::get(who).checked_add(amount)?;
		RewardPool::<T>::put(reward_pool);
		Earned::<T>::insert(who, earned);
		let (who, booked) = (who.clone(), reward_pool.booked);
		Self::deposit_event(Event::RewardBooked { who, feed, interval, amount, earned, booked });
		if reward_pool.free(least) == 0 {
			Self::deposit_event(Event::RewardPoolEmpty { book: reward_pool.book, booked });
		}
		Some(())
	}

	pub(crate) fn do_fund(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let before = RewardPool::<T>::get();
		let after = before.pay_in(amount).ok_or(Error::<T>::Overflow)?;
		// Exact, or an error.
		T::Assets::transfer(AssetId::Native, &who, &account, amount, Preservation::Preserve)
			.map_err(|_| Error::<T>::CannotPay)?;
		RewardPool::<T>::put(after);
		Self::deposit_event(Event::RewardPoolFunded {
			who,
			amount,
			book_before: before.book,
			book: after.book,
		});
		Ok(())
	}

	pub(crate) fn do_collect(who: T::AccountId) -> DispatchResult {
		let amount = Earned::<T>::get(&who);
		ensure!(amount > 0, Error::<T>::NothingToCollect);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let before = RewardPool::<T>::get();
		let after = before.pay_out(amount).ok_or(Error::<T>::Overflow)?;
		T::Assets::transfer(AssetId::Native, &account, &who, amount, Preservation::Preserve)
			.map_err(|_| Error::<T>::CannotReceive)?;
		Earned::<T>::remove(&who);
		RewardPool::<T>::put(after);
		Self::deposit_event(Event::RewardsCollected {
			who,
			amount,
			book_before: before.book,
			book: after.book,
		});
		Ok(())
	}
}
