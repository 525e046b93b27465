// SPDX-License-Identifier: Apache-2.0

//! Feeding: the values that are taken, and their effects.

use crate::*;
use frame_support::{
	dispatch::{
		DispatchErrorWithPostInfo, DispatchResultWithPostInfo, Pays, PostDispatchInfo, WithPostDispatchInfo,
	},
	ensure,
	weights::Weight,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_feed(who: T::AccountId, values: FeedValues) -> DispatchResultWithPostInfo {
		let mut used = Self::check_values(&who, &values)?;
		let mut all_useful = true;
		for FeedValue { feed, value } in values {
			T::Raw::put(&who, feed, value).map_err(|error| error.with_weight(used))?;
			let found = Self::on_value(&who, feed, value);
			all_useful &= found == Usefulness::Useful;
			let logged = T::OnData::on_data(feed);
			used = used.saturating_add(Self::value_weight(found)).saturating_add(logged);
		}
		let pays_fee = if all_useful { Pays::No } else { Pays::Yes };
		Ok(PostDispatchInfo { actual_weight: Some(used), pays_fee })
	}

	/// Checks that values can be fed now: by an active operator, on feeds with products, one value
	/// a block for each feed. Returns the weight used.
	fn check_values(who: &T::AccountId, values: &FeedValues) -> Result<Weight, DispatchErrorWithPostInfo> {
		ensure!(!values.is_empty(), Self::refused(Error::<T>::NoValues, Weight::zero()));
		let mut used = Self::checking_weight(0);
		ensure!(Self::is_member(who), Self::refused(Error::<T>::NotActive, used));
		let now = T::Clock::now();
		for (count, FeedValue { feed, .. }) in (1u32..).zip(values) {
			let rest = values.iter().skip(usize::try_from(count).unwrap_or(usize::MAX));
			let is_twice = rest.into_iter().any(|other| other.feed == *feed);
			ensure!(!is_twice, Self::refused(Error::<T>::FeedNamedTwice, used));
			used = Self::checking_weight(count);
			ensure!(T::Raw::is_listed(*feed), Self::refused(Error::<T>::NotListed, used));
			let is_fed = T::Raw::value(who, *feed).is_some_and(|(_, at)| at >= now);
			ensure!(!is_fed, Self::refused(Error::<T>::AlreadyFed, used));
		}
		Ok(used)
	}
}
