// SPDX-License-Identifier: Apache-2.0

//! The limits of incidents and of correlation groups.

use super::mock::*;
use crate::*;
use breakwater_primitives::IncidentId;
use sp_runtime::Permill;

/// An incident of group 7 is opened and drawn on at once, for as much as it gets. Returns the
/// amount paid and the amount held back.
fn loss(incident: IncidentId, wanted: u128) -> Option<(u128, u128)> {
	open(incident, &USD, 7);
	draw(incident, POOL, wanted)
}

#[test]
fn opened_should_fix_funds_and_limit_once() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		open(1, &USD, 7);
		let parts = (Permill::from_percent(20), Permill::from_percent(40));
		let pools = BackedPools::truncate_from(vec![POOL]);
		let account = IncidentAccount::open(USD, 7, pools, 0, 1_000, parts, 10);
		assert_eq!(Incidents::<Test>::get(1), Some(account.clone()));
		let event = Event::<Test>::IncidentLimitSet {
			incident: 1,
			asset: USD,
			group: 7,
			funds: 1_000,
			limit: 200,
			group_limit: 400,
		};
		assert_eq!(last_event(), event.into());
		contribute(POOL, &USD, 5_000);
		open(1, &USD, 7);
		assert_eq!(Incidents::<Test>::get(1), Some(account));
		assert_eq!(Freezes::<Test>::get(USD).incidents, 1);
	});
}

#[test]
fn finalised_should_end_the_draws_and_leave_no_record_without_an_amount() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		open(1, &USD, 7);
		open(2, &USD, 7);
		assert_eq!(draw(2, POOL, 100), Some((100, 0)));
		finalise(1);
		finalise(2);
		assert_eq!(Incidents::<Test>::get(1), None);
		assert!(Incidents::<Test>::get(2).is_some_and(|account| !account.is_open));
		assert!(!Freezes::<Test>::get(USD).is_on());
		let before = snapshot();
		assert_eq!(draw(2, POOL, 50), None);
		finalise(2);
		finalise(9);
		assert_eq!(snapshot(), before);
	});
}

/// Guard: the multiple of the opening. No referendum takes from an open incident what its pools can
/// get, nor adds to it.
#[test]
fn open_incident_should_keep_the_multiple_of_its_opening() {
	for multiple in [1, 100] {
		ExtBuilder::default().with_contribution(POOL, USD, 10).with_donation(USD, 990).build_and_execute(
			|| {
				PoolMultiple::set(10);
				open(1, &USD, 7);
				PoolMultiple::set(multiple);
				assert_eq!(draw(1, POOL, 500), Some((100, 0)), "multiple {multiple}");
				PoolMultiple::set(10);
			},
		);
	}
}

/// Guard: the limit of the group. Incidents of one group cannot take 20 % each.
#[test]
fn incidents_of_one_group_should_share_a_limit() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(loss(1, 500), Some((200, 300)));
		// 20 % of 800, and 40 % of 800 less 200.
		assert_eq!(loss(2, 500), Some((120, 380)));
		assert_eq!(loss(3, 500), Some((0, 500)));
		// Another group has its own.
		open(4, &USD, 8);
		assert_eq!(draw(4, POOL, 500), Some((136, 364)));
	});
}

/// Guard: a draw counts for 30 days and the day on which it was made.
#[test]
fn draws_of_a_group_should_count_for_thirty_days() {
	ExtBuilder::default().with_contribution(POOL, USD, 100_000).build_and_execute(|| {
		TestClock::pass(DAY - 1);
		assert_eq!(loss(1, 40_000), Some((20_000, 20_000)));
		assert_eq!(loss(2, 40_000), Some((12_000, 28_000)));
		// The last moment of the thirtieth day after it.
		TestClock::pass(30 * DAY);
		assert_eq!(loss(3, 40_000), Some((0, 40_000)));
		TestClock::pass(1);
		assert_eq!(loss(4, 40_000), Some((13_600, 26_400)));
	});
}

/// Guard: incidents of one cause are opened together and can be settled far apart. They do not get
/// the limit of their group twice.
#[test]
fn incidents_of_one_cause_should_share_the_limit_however_late_they_settle() {
	ExtBuilder::default().with_contribution(POOL, USD, 100_000).build_and_execute(|| {
		for incident in 1..=3 {
			open(incident, &USD, 7);
		}
		assert_eq!(draw(1, POOL, 40_000), Some((20_000, 20_000)));
		assert_eq!(draw(2, POOL, 40_000), Some((20_000, 20_000)));
		TestClock::pass(60 * DAY);
		assert_eq!(draw(3, POOL, 40_000), Some((0, 40_000)));
		// A later one has a limit of its own.
		open(4, &USD, 7);
		assert_eq!(draw(4, POOL, 40_000), Some((12_000, 28_000)));
	});
}

/// The largest sum of draws in any 30 days is never above 40 % of the largest funds.
#[test]
fn any_window_of_thirty_days_should_keep_to_the_limit_of_the_group() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000_000_000).build_and_execute(|| {
		PoolMultiple::set(u32::MAX);
		let mut paid = Vec::new();
		for day in 0..120u32 {
			let funds = book(&USD).own;
			let (amount, _) = loss(day, funds / 10).unwrap_or_default();
			paid.push((amount, funds));
			let window = &paid[paid.len().saturating_sub(31)..];
			let sum: u128 = window.iter().map(|(amount, _)| amount).sum();
			assert!(sum * 10 <= window[0].1 * 4, "day {day}: {sum} of {}", window[0].1);
			TestClock::pass(DAY);
			finalise(day);
		}
		assert!(Draws::<Test>::get(USD, 7).0.len() <= MAX_GROUP_DAYS as usize);
		assert!(paid.iter().filter(|(amount, _)| *amount > 0).count() > 12, "it goes on");
	});
}

/// Guard: only incidents that have locked capital of an admitted pool count. Without it a report
/// on an empty product, whose bond is small, would freeze the stake.
#[test]
fn incident_without_an_admitted_pool_should_not_count() {
	ExtBuilder::default().with_contribution(STRANGE, USD, 1_000).build_and_execute(|| {
		set_locks(1, &[(STRANGE, 500)]);
		set_locks(2, &[]);
		set_locks(3, &[(POOL, 0)]);
		let before = snapshot();
		for incident in 1..4 {
			open(incident, &USD, 7);
		}
		assert_eq!(snapshot(), before);
		// A pool that is admitted later draws for later incidents.
		Admitted::<Test>::insert(STRANGE, ());
		assert_eq!(draw(2, STRANGE, 10), None);
		set_locks(4, &[(STRANGE, 500)]);
		open(4, &USD, 7);
		assert_eq!(draw(4, STRANGE, 10), Some((10, 0)));
	});
}

/// Guard: a pool draws for incidents that were opened after its admission. Otherwise a referendum
/// could give it the limit that the others counted on.
#[test]
fn pool_admitted_after_an_incident_should_not_draw_for_it() {
	ExtBuilder::default().with_contribution(STRANGE, USD, 1_000).build_and_execute(|| {
		set_locks(1, &[(POOL, 1), (STRANGE, 500)]);
		open(1, &USD, 7);
		assert!(Reserve::admit_pool(RuntimeOrigin::root(), STRANGE).is_ok());
		assert_eq!(draw(1, STRANGE, 100), None);
		set_locks(2, &[(POOL, 1), (STRANGE, 500)]);
		assert_eq!(draw(2, STRANGE, 100), Some((100, 0)));
	});
}

/// Guard: what is governed does not reach back to an incident that is open.
#[test]
fn change_of_the_group_limit_should_not_reach_an_open_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		open(1, &USD, 7);
		PerGroup::set(Permill::from_percent(1));
		assert_eq!(draw(1, POOL, 150), Some((150, 0)));
		open(2, &USD, 7);
		assert_eq!(draw(2, POOL, 150), Some((0, 150)));
	});
}

#[test]
fn record_should_go_when_its_only_debt_is_recovered() {
	use breakwater_primitives::Backstop;
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		PerIncident::set(Permill::zero());
		assert_eq!(draw(1, POOL, 100), Some((0, 100)));
		Reserve::reduce_obligation(1, POOL, USD, 50);
		finalise(1);
		assert!(Incidents::<Test>::contains_key(1));
		Reserve::reduce_obligation(1, POOL, USD, 50);
		assert!(!Incidents::<Test>::contains_key(1));
	});
}
