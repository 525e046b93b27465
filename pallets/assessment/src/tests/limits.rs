// SPDX-License-Identifier: Apache-2.0

//! The limits that governance sets bind the incidents that are opened from then on.

use super::mock::*;

#[test]
fn deadlines_should_be_those_of_the_opening_when_they_are_changed_later() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		assert_ok!(report_now());
		block_after(DAY);
		assert_ok!(report_now());
		shorten();
		assert_eq!(stage(0), Stage::Open { until: 7 * DAY });
		let table = Table::of(&[300]);
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		assert_eq!(stage(0), Stage::Challenge { until: 3 * DAY });
		block_after(2 * DAY);
		assert_eq!(stage(0), Stage::Claiming { until: 17 * DAY });
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		// The one that waited begins with the time under which it was reported.
		assert_eq!((stage(0), stage(1)), (Stage::Paid, Stage::Open { until: 24 * DAY }));
		assert_eq!(incident(0).closes_at(), Some(17 * DAY + YEAR));
		block_after(7 * DAY);
		assert_eq!(stage(1), Stage::Rejected);
		// And makes the next one dearer as it was said then.
		block_after(89 * DAY);
		let bond = Assessment::report_bond(ASSESSED).unwrap();
		assert!(bond >= 999, "{bond}");
		block_after(2 * DAY);
		assert!(Assessment::report_bond(ASSESSED).unwrap() < 600);
		// A new one has the new times.
		assert_ok!(report_now());
		assert_eq!(stage(2), Stage::Open { until: TestClock::active() + MINUTE });
	});
}

#[test]
fn bond_for_a_proposal_should_be_that_of_the_opening_when_it_is_changed_later() {
	ExtBuilder::default().policy(1, ALICE, 1_000).build_and_execute(|| {
		let at = breach();
		block(at);
		TestLimits::set(Limits { frozen_bond: sp_runtime::Permill::from_percent(50), ..LIMITS });
		pass_to(at + 2 * MINUTE);
		feed_nothing(FEED);
		block(at + 3 * MINUTE);
		block(at + 3 * MINUTE + DAY);
		assert_ok!(propose(PROPOSER, 0, Verdict::NotCovered));
		assert_eq!(usd(&PROPOSER), PURSE - 500);
	});
}
