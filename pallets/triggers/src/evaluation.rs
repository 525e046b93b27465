// SPDX-License-Identifier: Apache-2.0

//! The evaluation of a product's trigger up to this block.
//!
//! A trigger looks at each millisecond once, in order, however late. Its findings do not depend on
//! which blocks there are and where the meter ends. It looks at a millisecond in all its feeds at
//! once, so each of them is brought up to this block before it reads on.

use crate::{
	reading::{Log, Next},
	types::*,
	*,
};
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Evaluate a product up to this block, as far as the meter allows. Returns true if it got
	/// there or waits for something other than weight.
	pub(crate) fn evaluate(product: ProductId, seen: BlockTime, meter: &mut WeightMeter) -> bool {
		if !meter.can_consume(T::WeightInfo::evaluate_trigger()) {
			return false;
		}
		charge(meter, Self::evaluating_weight());
		let Some(mut state) = TriggerStates::<T>::get(product) else { return true };
		if !Self::sync_all(&state.trigger.feeds, seen, meter) {
			return false;
		}
		let Some(logs) = Self::logs_of(&state.trigger.feeds) else {
			log::error!(target: LOG_TARGET, "product {product}: a feed is missing");
			return true;
		};
		let done = Self::read_logs(product, &logs, &mut state, seen, meter);
		if meter.can_consume(Self::turn_weight()) && Self::check_deadline(&mut state, seen) {
			charge(meter, Self::referring_weight());
		}
		Self::update_readiness(product, &mut state, seen);
		TriggerStates::<T>::insert(product, state);
		done
	}

	/// Read on in the logs. Returns true if the trigger got to this block or waits for something
	/// other than weight.
	pub(crate) fn read_logs(
		product: ProductId,
		logs: &[Log],
		state: &mut TriggerState,
		seen: BlockTime,
		meter: &mut WeightMeter,
	) -> bool {
		let rule = Rule::of(&state.trigger);
		if state.waits.is_some() {
			// The incident is opened, and referred if the feeds have lost what it needs.
			if !meter.can_consume(Self::turn_weight().saturating_mul(2)) {
				return false;
			}
			if !Self::open_waiting(product, logs, state, seen, meter) {
				return true;
			}
		}
		while state.next <= seen.now {
			if !meter.can_consume(Self::piece_weight()) {
				return false;
			}
			charge(meter, Self::reading_weight(logs.len()));
			let piece = match Self::next_piece(logs, state, seen.now) {
				Next::Piece(piece) => piece,
				Next::Again => continue,
				Next::Missing => {
					log::error!(target: LOG_TARGET, "product {product}: an observation of its feeds is missing");
					return true;
				}
			};
			if !Self::look_at(product, state, piece, rule.as_ref(), seen, meter) {
				return true;
			}
		}
		true
	}

	/// Look at a piece. Returns true if the trigger can go on: a third breach waits while two
	/// incidents are open.
	fn look_at(
		product: ProductId,
		state: &mut TriggerState,
		piece: Piece,
		rule: Option<&Rule>,
		seen: BlockTime,
		meter: &mut WeightMeter,
	) -> bool {
		let end = piece.to().saturating_add(1); // The last millisecond of time is never reached.
		let Some(rule) = rule else {
			state.next = end;
			return true;
		};
		state.defined = matches!(piece, Piece::Defined(_));
		let mut rest = Some(piece);
		while let Some(piece) = rest {
			let step = state.phase.step(&piece, rule);
			if let Some(turn) = step.turn {
				if !Self::turn(product, state, turn, seen, meter) {
					return false;
				}
			}
			state.phase = step.phase;
			rest = step.rest;
		}
		state.next = end;
		true
	}
}
