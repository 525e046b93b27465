// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.
//!
//! Everything that is done under a meter is charged where it is done. The functions here give the
//! room that has to be left before a piece of work is begun, and the weight that a call of the
//! feeds is charged for the log.

use crate::*;

/// The number of turns that one piece of time can bring: a trigger that recovers, is armed,
/// breached and complete. A linear average crosses its threshold once at most.
const MAX_TURNS_A_PIECE: u64 = 4;

impl<T: Config> Pallet<T> {
	/// A turn of a trigger: at most an incident is opened, rejected or upheld. Other turns change
	/// at most the incident's record.
	pub(crate) fn turn_weight() -> Weight {
		let pools = MAX_POOLS_PER_PRODUCT;
		T::WeightInfo::open_incident(pools)
			.max(T::WeightInfo::reject_incident(pools))
			.max(T::WeightInfo::uphold_incident(pools))
			.saturating_add(T::DbWeight::get().reads(1))
	}

	/// Reading a piece of time in the logs of so many feeds. It was measured with one. The
	/// trigger's work on the piece, which is part of it, is counted for each.
	pub(crate) fn reading_weight(feeds: usize) -> Weight {
		T::WeightInfo::evaluate_piece().saturating_mul(u64::try_from(feeds).unwrap_or(u64::MAX))
	}

	/// A piece of time of the most feeds that a trigger can have.
	fn widest_reading_weight() -> Weight {
		T::WeightInfo::evaluate_piece().saturating_mul(MAX_FEEDS_PER_TRIGGER.into())
	}

	/// A piece of time with all turns that it can bring.
	pub(crate) fn piece_weight() -> Weight {
		Self::widest_reading_weight().saturating_add(Self::turn_weight().saturating_mul(MAX_TURNS_A_PIECE))
	}

	/// Referring an incident to people at its deadline: the incident, and its assessment.
	pub(crate) fn referring_weight() -> Weight {
		T::DbWeight::get().reads_writes(2, 2)
	}

	/// A look at a trigger that refers no incident to people.
	pub(crate) fn evaluating_weight() -> Weight {
		T::WeightInfo::evaluate_trigger().saturating_sub(Self::referring_weight())
	}

	/// A feed that is brought up to this block. If no price has ended, its log is not touched.
	pub(crate) fn syncing_weight(is_changed: bool) -> Weight {
		let log = T::DbWeight::get().reads_writes(2, 1);
		match is_changed {
			true => T::WeightInfo::sync_feed(),
			false => T::WeightInfo::sync_feed().saturating_sub(log),
		}
	}

	/// Forgetting the trigger of a delisted product, on this feed and the others that it has, and a
	/// look at the open incidents of its product.
	pub(crate) fn forgetting_weight() -> Weight {
		let others = u64::from(MAX_FEEDS_PER_TRIGGER).saturating_sub(1);
		T::WeightInfo::evaluate_trigger()
			.saturating_add(T::DbWeight::get().reads_writes(others.saturating_add(1), others))
	}

	/// The end of a feed that no product watches: its last observation, its record and its place.
	pub(crate) fn letting_go_weight() -> Weight {
		T::DbWeight::get().reads_writes(1, 3)
	}

	/// A price that is logged, with so many triggers that are new. It was measured with the price
	/// of the fewest operators.
	pub(crate) fn logging_weight(begun: u32) -> Weight {
		Self::logging_beside_price(begun).saturating_add(T::Feed::price_weight())
	}

	/// The same, with the price of the most operators. Reads no state.
	pub(crate) fn most_logging_weight(begun: u32) -> Weight {
		Self::logging_beside_price(begun).saturating_add(T::Feed::most_price_weight())
	}

	/// The part of it that is not the price.
	fn logging_beside_price(begun: u32) -> Weight {
		T::WeightInfo::log_data(begun).saturating_sub(T::Feed::least_price_weight())
	}
}
