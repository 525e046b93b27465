// SPDX-License-Identifier: Apache-2.0

//! The interfaces for other pallets: the receiver of data and of incidents, and the readiness of
//! triggers.

use crate::{types::MAX_PRODUCTS_PER_FEED, *};

impl<T: Config> OnData for Pallet<T> {
	fn on_data(feed: FeedId) -> Weight {
		Self::logging_weight(Self::log_data(feed))
	}

	fn on_data_weight() -> Weight {
		Self::most_logging_weight(MAX_PRODUCTS_PER_FEED)
	}

	fn on_cleared(feed: FeedId) -> Weight {
		Self::log_again(feed);
		Self::logging_weight(0)
	}

	fn on_cleared_weight() -> Weight {
		Self::most_logging_weight(0)
	}
}

impl<T: Config> OnIncident for Pallet<T> {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		match T::Incidents::decider(incident) {
			Some(Decider::Assessment) => Self::disarm(product),
			_ => T::DbWeight::get().reads(1),
		}
	}

	fn ended(incident: IncidentId, product: ProductId) -> Weight {
		Self::go_on(incident, product)
	}

	fn most_ended() -> Weight {
		T::WeightInfo::resume_trigger()
			.saturating_add(Self::turn_weight().saturating_mul(2))
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

impl<T: Config> Readiness for Pallet<T> {
	fn is_ready(product: ProductId) -> bool {
		TriggerStates::<T>::get(product).is_some_and(|state| Self::is_ready_now(&state))
	}
}
