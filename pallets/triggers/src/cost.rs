// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.
//!
//! Everything that is done under a meter is charged where it is done. The functions here give the
//! room that has to be left before a piece of work is begun, and the weight that a call is charged
//! beforehand.

use crate::{types::*, *};

/// The number of turns that one piece of time can bring: a trigger that recovers, is armed,
/// breached and complete. A linear average crosses its threshold once at most.
const MAX_TURNS_A_PIECE: u64 = 4;

impl<T: Config> Pallet<T> {
	/// A turn of a trigger: at most an incident is opened, rejected or upheld. Other turns change
	/// at most the incident's record. Windows of inconclusive incidents stop or go on with it. If
	/// there are none, that is a look. If there are any, they are charged beside it.
	pub(crate) fn turn_weight() -> Weight {
		T::WeightInfo::open_incident()
			.max(T::WeightInfo::reject_incident())
			.max(T::WeightInfo::uphold_incident())
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

	/// A look at a trigger, and its feeds brought up to this block.
	pub(crate) fn look_weight() -> Weight {
		T::WeightInfo::evaluate_trigger()
			.saturating_add(T::WeightInfo::sync_feed().saturating_mul(MAX_FEEDS_PER_TRIGGER.into()))
	}

	/// The evaluation of some triggers outside of the poll: a look at each, and a budget for their
	/// pieces, which they share. The rest follows in the next block, before any extrinsic.
	pub(crate) fn evaluation_weight(triggers: u32) -> Weight {
		Self::look_weight()
			.saturating_mul(triggers.into())
			.saturating_add(Self::widest_reading_weight().saturating_mul(MAX_PIECES_ON_DATA.into()))
			.saturating_add(Self::turn_weight().saturating_mul(MAX_TURNS_ON_DATA.into()))
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

	/// A price that is logged, with so many triggers that are new. It was measured with as many as
	/// can be, each on the most feeds. Every trigger that is not new spares its own record, and the
	/// record and the first observation of each other feed.
	pub(crate) fn logging_weight(made: u32) -> Weight {
		let others = MAX_FEEDS_PER_TRIGGER.saturating_sub(1);
		let records = others.saturating_mul(2).saturating_add(1);
		let spared = MAX_PRODUCTS_PER_FEED.saturating_sub(made).saturating_mul(records);
		T::WeightInfo::log_data().saturating_sub(T::DbWeight::get().writes(spared.into()))
	}

	/// The most that [`Self::do_on_data`] can use, for the weight of the call that brings one
	/// value: the log, and the evaluation of every product that watches the feed.
	pub(crate) fn most_on_data_weight() -> Weight {
		T::WeightInfo::log_data().saturating_add(Self::evaluation_weight(MAX_PRODUCTS_PER_FEED))
	}
}
