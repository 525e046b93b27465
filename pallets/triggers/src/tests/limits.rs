// SPDX-License-Identifier: Apache-2.0

//! Governed numbers that change while an incident is open.

use super::mock::*;

#[test]
fn time_without_data_should_be_that_of_the_opening_when_it_is_changed_later() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach();
		block(at + MINUTE);
		shorten();
		pass_to(at + 2 * MINUTE);
		feed_nothing(FEED);
		block(at + 3 * MINUTE);
		assert_eq!(stage(0), Stage::Undecided { until: TestClock::active() + DAY });
		block(at + 3 * MINUTE + DAY);
		assert_eq!(stage(0), Stage::Open { until: TestClock::active() + 7 * DAY });
	});
}
