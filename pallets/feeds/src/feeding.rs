// SPDX-License-Identifier: Apache-2.0

//! Feeding: the values that are taken, their cost, and their effects.

use crate::*;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, Pays, PostDispatchInfo, WithPostDispatchInfo},
	ensure,
	traits::Get,
	weights::Weight,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Returns the most weight that feeding `values` values can use.
	pub fn feeding_weight(values: u32) -> Weight {
		let each = Self::value_weight().saturating_add(T::OnData::on_data_weight());
		Self::checking_weight(values).saturating_add(each.saturating_mul(values.into()))
	}

	/// Returns the weight of the checks before any change. They read the members, and for each
	/// value its feed's products and the value before it.
	fn checking_weight(values: u32) -> Weight {
		T::DbWeight::get().reads(u64::from(values).saturating_mul(2).saturating_add(1))
	}

	/// Returns the weight of keeping and rewarding one value, apart from the work of the triggers.
	fn value_weight() -> Weight {
		T::Raw::put_weight().saturating_add(T::WeightInfo::reward())
	}

	pub(crate) fn do_feed(who: T::AccountId, values: FeedValues) -> DispatchResultWithPostInfo {
		let mut used = Self::checking_weight(u32::try_from(values.len()).unwrap_or(MAX_VALUES));
		Self::check_values(&who, &values).map_err(|error| error.with_weight(used))?;
		let mut all_useful = true;
		for FeedValue { feed, value } in values {
			T::Raw::put(&who, feed, value)?;
			all_useful &= Self::on_value(&who, feed, value);
			let read = T::OnData::on_data(feed);
			used = used.saturating_add(Self::value_weight()).saturating_add(read);
		}
		let pays_fee = if all_useful { Pays::No } else { Pays::Yes };
		Ok(PostDispatchInfo { actual_weight: Some(used), pays_fee })
	}

	/// Checks that values can be fed now: by an active operator, on feeds with products, one value
	/// a block for each feed.
	fn check_values(who: &T::AccountId, values: &FeedValues) -> Result<(), DispatchError> {
		ensure!(!values.is_empty(), Error::<T>::NoValues);
		ensure!(Self::is_member(who), Error::<T>::NotActive);
		let now = T::Clock::now();
		for (place, FeedValue { feed, .. }) in values.iter().enumerate() {
			let is_twice = values.iter().skip(place.saturating_add(1)).any(|other| other.feed == *feed);
			ensure!(!is_twice, Error::<T>::FeedNamedTwice);
			ensure!(T::Raw::is_listed(*feed), Error::<T>::NotListed);
			let is_fed = T::Raw::value(who, *feed).is_some_and(|(_, at)| at >= now);
			ensure!(!is_fed, Error::<T>::AlreadyFed);
		}
		Ok(())
	}
}
