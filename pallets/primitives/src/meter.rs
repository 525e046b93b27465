// SPDX-License-Identifier: Apache-2.0

//! Charges of work that was done under a meter.

use frame_support::weights::{Weight, WeightMeter};

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

#[cfg(test)]
mod tests {
	use super::*;

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
