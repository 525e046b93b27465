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

	/// A look at a watch, and its feeds brought up to this block.
	pub(crate) fn watch_weight() -> Weight {
		T::WeightInfo::evaluate_watch()
			.saturating_add(T::WeightInfo::sync_feed().saturating_mul(MAX_FEEDS_PER_TRIGGER.into()))
	}

	/// The evaluation of some watches outside of the poll: a look at each, and a budget for their
	/// pieces, which they share. The rest follows in the next block, before any extrinsic.
	pub(crate) fn evaluation_weight(watches: u32) -> Weight {
		Self::watch_weight()
			.saturating_mul(watches.into())
			.saturating_add(Self::widest_reading_weight().saturating_mul(MAX_PIECES_ON_DATA.into()))
			.saturating_add(Self::turn_weight().saturating_mul(MAX_TURNS_ON_DATA.into()))
	}

	/// Forgetting the watch of a delisted product, on this feed and the others that it has.
	pub(crate) fn forgetting_weight() -> Weight {
		let others = u64::from(MAX_FEEDS_PER_TRIGGER).saturating_sub(1);
		T::WeightInfo::evaluate_watch().saturating_add(T::DbWeight::get().reads_writes(others, others))
	}

	/// The end of a feed that no product watches: its last observation, its record and its place.
	pub(crate) fn letting_go_weight() -> Weight {
		T::DbWeight::get().reads_writes(1, 3)
	}

	/// A price that is logged, with so many watches that are made. It was measured with as many as
	/// can be, each on the most feeds. Every watch that is not made spares its own record, and the
	/// record and the first observation of each other feed.
	pub(crate) fn logging_weight(made: u32) -> Weight {
		let others = MAX_FEEDS_PER_TRIGGER.saturating_sub(1);
		let records = others.saturating_mul(2).saturating_add(1);
		let spared = MAX_PRODUCTS_PER_FEED.saturating_sub(made).saturating_mul(records);
		T::WeightInfo::log_data().saturating_sub(T::DbWeight::get().writes(spared.into()))
	}

	/// The most that [`Self::on_data`] can use, for the weight of the call that brings one value:
	/// the log, and the evaluation of every product that watches the feed.
	pub fn on_data_weight() -> Weight {
		T::WeightInfo::log_data().saturating_add(Self::evaluation_weight(MAX_PRODUCTS_PER_FEED))
	}

	/// Letting a watch go on after its incident was closed.
	pub(crate) fn reopening_weight() -> Weight {
		Self::reopening_room().saturating_add(Self::evaluation_weight(1))
	}

	/// The room that has to be left for a watch to go on: the incident behind it begins, and one
	/// more breach is opened. The watch reads on as far as there is more room, and in the next
	/// block.
	fn reopening_room() -> Weight {
		T::WeightInfo::reopen_watch()
			.saturating_add(Self::beginning_weight())
			.saturating_add(Self::turn_weight())
	}

	/// The incident that waited behind another one begins. The other pallets' work then is a part
	/// of their work when one is opened.
	fn beginning_weight() -> Weight {
		T::WeightInfo::uphold_incident()
			.saturating_add(T::WeightInfo::open_incident())
			.saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	/// A look at an incident, and at its place on the list of work: it may have none to do.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(2)
	}

	/// The most that one step of an incident's work can use.
	///
	/// It leaves out the end of a judgement, after which a call finds no more to judge, and letting
	/// the watch go on. Each comes once in a call at most. It also leaves out catching up the pools
	/// of a claim, which each has to do once in a block.
	pub(crate) fn step_weight() -> Weight {
		let step = Self::tallying_weight()
			.max(Self::closing_window_weight())
			.max(T::WeightInfo::settle_step())
			.max(T::WeightInfo::end_settlement())
			.max(T::WeightInfo::pay_step())
			.max(Self::raising_weight())
			.max(Self::closing_step_weight());
		step.saturating_add(Self::look_weight())
	}

	/// A look at a policy, and its claim. It was measured with pools that keep their loans. The
	/// rest of those can be written off with the last premium that is pledged for them, in the
	/// reserve's record of each pool and in its book.
	pub(crate) fn tallying_weight() -> Weight {
		let records = u64::from(MAX_ALLOCATIONS).saturating_add(1);
		T::WeightInfo::tally_step().saturating_add(T::DbWeight::get().reads_writes(records, records))
	}

	/// A look at the pools that are short, and the raise of one, which costs at most what settling
	/// it did.
	pub(crate) fn raising_weight() -> Weight {
		T::WeightInfo::raise_step().saturating_add(T::WeightInfo::settle_step())
	}

	/// The call `recover`. It was measured with a pool that has caught up. Catching up costs at
	/// most what settling does.
	pub(crate) fn recover_weight() -> Weight {
		T::WeightInfo::recover().saturating_add(T::WeightInfo::settle_step())
	}

	/// Bonds that were not taken go to the reserve. The amounts due are read and removed, and the
	/// money moves once.
	fn sweeping_weight() -> Weight {
		let dues = u64::from(MAX_RULINGS).saturating_add(1);
		let reserve = T::DbWeight::get().reads_writes(4, 4);
		let records = T::DbWeight::get().reads_writes(dues, dues);
		T::WeightInfo::collect_bond().saturating_add(reserve).saturating_add(records)
	}

	/// A record of an incident that is over goes. It was measured without bonds that were not
	/// taken.
	pub(crate) fn closing_step_weight() -> Weight {
		T::WeightInfo::close_step().saturating_add(Self::sweeping_weight())
	}

	/// The call `close`: of an incident that was upheld, or of one that was rejected, of which only
	/// bonds are left.
	pub(crate) fn close_weight() -> Weight {
		T::WeightInfo::close().max(Self::look_weight().saturating_add(Self::sweeping_weight()))
	}

	/// A look at one more incident, to see if it is over since long enough.
	pub(crate) fn looking_weight() -> Weight {
		T::DbWeight::get().reads_writes(3, 1)
	}

	/// The call `open`. It was measured without pins that stay and rights that are kept of
	/// inconclusive incidents. The pools' lines are read and written for the pins of this one
	/// already, the policies' records are not.
	pub(crate) fn opening_weight() -> Weight {
		T::WeightInfo::open().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The end of a judgement. It was measured without a time of the incident that is kept and pins
	/// that stay with it. It was also measured without the adjudicator, which begins a case, or
	/// closes one, or both.
	pub(crate) fn deciding_weight() -> Weight {
		T::WeightInfo::end_judgement()
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
			.saturating_add(T::Adjudicator::most_weight())
			.saturating_add(Self::letting_pins_go_weight())
			.saturating_add(Self::comparing_pins_weight())
	}

	/// The check if each pool covers all of its pins. Where a product has one, and can have an
	/// incident opened again, its pins are read.
	fn comparing_pins_weight() -> Weight {
		let pins = u64::from(MAX_PRODUCTS_PER_POOL).saturating_mul(MAX_INCIDENTS_PER_PRODUCT.into());
		T::DbWeight::get().reads(pins.saturating_mul(MAX_POOLS_PER_PRODUCT.into()))
	}

	/// Pins that stay of an inconclusive incident, or are let go: each pool's pin and its lines,
	/// and the policies' records.
	pub(crate) fn letting_pins_go_weight() -> Weight {
		let pools = u64::from(MAX_POOLS_PER_PRODUCT);
		let reads = pools.saturating_mul(2).saturating_add(2);
		T::DbWeight::get().reads_writes(reads, pools.saturating_add(1))
	}

	/// The end of the window for claims. It was measured without a filing that is remembered. For
	/// that the filing is read and the parts are summed, and of each pool the pin is read and the
	/// record written.
	pub(crate) fn closing_window_weight() -> Weight {
		let pools = u64::from(MAX_POOLS_PER_PRODUCT);
		let reads = pools.saturating_mul(3).saturating_add(1);
		let remembering = T::DbWeight::get().reads_writes(reads, pools);
		T::WeightInfo::end_tally().saturating_add(remembering)
	}

	/// A case that the adjudicator cannot take now: the rulings and the open cases are read.
	pub(crate) fn refused_case_weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_RULINGS).saturating_add(4))
	}

	/// The most that a judged incident can take: a look at its case, one that is begun, and the end
	/// of the judgement.
	fn judging_weight() -> Weight {
		Self::deciding_weight()
			.saturating_add(Self::refused_case_weight())
			.saturating_add(T::DbWeight::get().reads(u64::from(MAX_RULINGS).saturating_add(1)))
	}

	/// A round of idle work, before any step: the incidents in turn, and the one that comes first.
	pub(crate) fn round_weight() -> Weight {
		T::WeightInfo::work_round().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The room that has to be left before the idle hook takes the next step of an incident: the
	/// most that its stage can cost.
	pub(crate) fn room_for(incident: &Incident, active: Moment) -> Weight {
		let room = match incident.stage {
			Stage::Tallying { .. } => {
				let catching_up = T::Settlement::most_catching_up().saturating_mul(MAX_ALLOCATIONS.into());
				Self::tallying_weight().saturating_add(catching_up).max(T::WeightInfo::end_tally())
			}
			Stage::Settling { .. } => {
				let end = T::WeightInfo::end_settlement().saturating_add(Self::reopening_room());
				T::WeightInfo::settle_step().max(end)
			}
			Stage::Paying { .. } => T::WeightInfo::pay_step(),
			Stage::Paid => Self::raising_weight(),
			Stage::Closing => Self::closing_step_weight(),
			Stage::Claiming { until } if active >= until => Self::closing_window_weight(),
			Stage::Judgement { until } | Stage::Challenge { until } if active < until => Weight::zero(),
			Stage::Judgement { .. } | Stage::Challenge { .. } | Stage::Case(_) => {
				Self::judging_weight().saturating_add(Self::reopening_room())
			}
			_ => Weight::zero(),
		};
		room.saturating_add(Self::look_weight())
	}

	/// The call `push` with `steps` steps.
	pub(crate) fn push_weight(steps: u32) -> Weight {
		let pools = steps.saturating_mul(MAX_ALLOCATIONS).min(MAX_POOLS_PER_PRODUCT);
		Self::step_weight()
			.saturating_mul(steps.into())
			.saturating_add(T::Settlement::most_catching_up().saturating_mul(pools.into()))
			.saturating_add(Self::judging_weight())
			.saturating_add(Self::reopening_weight())
	}
}
