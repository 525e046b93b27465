//! The chain's clocks.

use crate::{pallet::*, types::Limits};
use breakwater_primitives::{ActiveClock, Moment};
use frame_support::traits::{Get, OnTimestampSet};

impl<T: Config> Pallet<T> {
	/// The governed numbers within their hard bounds.
	pub(crate) fn limits() -> Limits {
		T::Limits::get().bounded()
	}
}

impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
	fn on_timestamp_set(now: Moment) {
		Clock::<T>::mutate(|clock| *clock = clock.tick(now, Self::limits().max_gap));
	}
}

impl<T: Config> ActiveClock for Pallet<T> {
	fn now() -> Moment {
		Clock::<T>::get().now
	}

	fn resumed_at() -> Moment {
		Clock::<T>::get().resumed_at
	}

	fn active() -> Moment {
		Clock::<T>::get().active
	}
}
