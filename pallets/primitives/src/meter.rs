// SPDX-License-Identifier: Apache-2.0

//! The charges of calls and of work under a meter, and the order of such work.

use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

/// Returns the result of a call that used a weight, whether it succeeded or not.
pub fn charged(used: Weight, result: DispatchResult) -> DispatchResultWithPostInfo {
	match result {
		Ok(()) => Ok(Some(used).into()),
		Err(error) => Err(error.with_weight(used)),
	}
}

/// Charges the weight used, also if it is more than is left.
pub fn charge(meter: &mut WeightMeter, weight: Weight) {
	if meter.try_consume(weight).is_err() {
		let remaining = meter.remaining();
		meter.consume(remaining);
	}
}

/// Charges the weight that other pallets report, beyond what was measured with them and is charged
/// already.
pub fn charge_beyond(meter: &mut WeightMeter, used: Weight, measured: Weight) {
	charge(meter, used.saturating_sub(measured));
}

/// Returns the ids of a round of an idle hook, each once and at most `most`: the one that the last
/// round had no room for, then those after the one served last, then those from the first on.
pub fn round<Id: PartialEq>(
	delayed: Option<Id>,
	after: impl Iterator<Item = Id>,
	all: impl Iterator<Item = Id>,
	most: usize,
) -> Vec<Id> {
	let mut ids: Vec<_> = delayed.into_iter().take(most).collect();
	for id in after.take(most).chain(all.take(most)) {
		if ids.len() < most && !ids.contains(&id) {
			ids.push(id);
		}
	}
	ids
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn round_should_begin_with_the_delayed_and_name_each_once() {
		let of = |delayed, last: u32| round(delayed, last + 1..5, 0..5, 4);
		assert_eq!(of(None, 4), [0, 1, 2, 3]);
		assert_eq!(of(None, 2), [3, 4, 0, 1]);
		assert_eq!(of(Some(4), 2), [4, 3, 0, 1]);
		assert_eq!(of(Some(0), 4), [0, 1, 2, 3]);
		assert_eq!(round(None, 0..0, 0..2, 4), [0, 1]);
		assert_eq!(round(Some(7), 0..3, 0..3, 0), Vec::<u32>::new());
	}

	#[test]
	fn charge_should_take_the_rest_when_it_is_above_it() {
		let mut meter = WeightMeter::with_limit(Weight::from_parts(10, 10));
		charge(&mut meter, Weight::from_parts(7, 2));
		assert_eq!(meter.consumed(), Weight::from_parts(7, 2));
		charge_beyond(&mut meter, Weight::from_parts(5, 1), Weight::from_parts(4, 3));
		assert_eq!(meter.consumed(), Weight::from_parts(8, 2));
		charge(&mut meter, Weight::from_parts(3, 1));
		assert_eq!(meter.remaining(), Weight::zero());
	}
}
