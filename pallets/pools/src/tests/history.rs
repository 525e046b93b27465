// SPDX-License-Identifier: Apache-2.0

//! A year of daily prices, and the yields of underwriters.

use super::mock::*;
use crate::{types::*, Event, History};
use breakwater_primitives::{DayPrices, ONE};

/// The price of 10^18 shares of a tranche without losses and earnings, in units.
const PAR: Balance = ONE / V;

fn history(days: u32) -> Vec<DayPrices> {
	Pools::history(0, days)
}

fn wall_day() -> u32 {
	day_of(now()).unwrap()
}

/// The yields of the junior tranche over 7, 30 and 90 days.
fn yields() -> Vec<Option<i64>> {
	Pools::state(0).unwrap().junior.yields
}

/// A pool whose juniors earn a whole dollar on 1,000 every day. It is touched every day.
fn earning(days: Moment, test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 1_000 * D);
		// The day of the sale is over when its premium begins, and the last one is not reached.
		pass(DAY - now() % DAY);
		sell(0, 1, 100 * D, 401 * D, 400);
		for _ in 0..days {
			pass(DAY);
			accrue(0);
		}
		test();
	});
}

#[test]
fn first_touch_of_a_day_should_record_the_prices_of_both_tranches() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		let newest = history(1);
		let state = Pools::state(0).unwrap();
		let day = wall_day();
		let [prices] = newest[..] else { panic!("one day: {newest:?}") };
		assert_eq!((prices.day, prices.junior_epoch, prices.senior_epoch), (day, 0, 0));
		assert_eq!((prices.junior, prices.senior), (state.junior.share_price, state.senior.share_price));
		assert!(prices.junior > prices.senior && prices.senior > PAR);
		let told = Event::PricesRecorded { pool: 0, day, junior: prices.junior, senior: prices.senior };
		System::assert_has_event(told.into());
	});
}

#[test]
fn prices_should_be_those_before_the_first_call_of_the_day() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		pass(DAY);
		let mut policy = sell(0, 1, 50 * D, 1, 30);
		let before = history(1);
		strike(1, &mut policy, 50 * D);
		assert_eq!(history(1), before, "once a day");
		assert_eq!(before[0].junior, PAR);
		pass(DAY);
		accrue(0);
		let half = history(1)[0].junior;
		assert!((PAR / 2..PAR / 2 + 20_000).contains(&half), "{half}: half, and the premium of a unit");
	});
}

#[test]
fn tranche_without_anyone_at_risk_should_have_the_price_zero() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		pass(DAY);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		assert_eq!((history(1)[0].junior, history(1)[0].senior), (PAR, 0));
		strike(1, &mut policy, 100 * D);
		pass(DAY);
		accrue(0);
		assert_eq!(history(1)[0].junior, 0);
	});
}

#[test]
fn days_without_a_touch_should_be_left_out() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let first = wall_day();
		for gap in [3, 1, 10] {
			pass(gap * DAY);
			accrue(0);
		}
		let days: Vec<u32> = history(366).iter().map(|prices| prices.day - first).collect();
		assert_eq!(days, [14, 4, 3, 0], "the newest first");
		assert_eq!(history(5).len(), 1);
		assert_eq!(history(0), history(366), "zero is the most");
	});
}

#[test]
fn history_should_keep_366_days_and_no_more() {
	earning(400, || {
		let days: Vec<u32> = history(u32::MAX).iter().map(|prices| prices.day).collect();
		let today = wall_day();
		assert_eq!(days, (0..366).map(|back| today - back).collect::<Vec<_>>());
		assert_eq!(History::<Test>::iter().count(), 366);
	});
}

#[test]
fn prices_should_not_be_recorded_when_the_pool_is_not_caught_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 365);
		TestClock::pass(300 * DAY);
		assert_ok!(Pools::accrue(signed(BOB), 0, 100));
		assert_eq!(history(1), vec![], "it would be a price of 200 days ago");
		accrue(0);
		assert_eq!(history(1).len(), 1);
	});
}

#[test]
fn yields_should_be_those_of_7_30_and_90_days() {
	earning(100, || {
		// 1,100 dollars now; 93, 70 and 10 earned at the beginnings of the spans. No compounding.
		let expected = [(7, 1_093), (30, 1_070), (90, 1_010)].map(|(days, then)| {
			let gain = 1_100.0 / f64::from(then) - 1.0;
			gain * 365.0 / f64::from(days) * 1e6
		});
		for (shown, expected) in yields().into_iter().zip(expected) {
			let shown = shown.expect("there is a record");
			assert!((shown as f64 - expected).abs() <= 1.0, "{shown} {expected}");
		}
	});
}

#[test]
fn yields_should_be_missing_when_no_record_is_old_enough() {
	earning(20, || {
		let [week, month, quarter] = yields()[..] else { panic!("three spans") };
		assert!(week.is_some());
		assert_eq!((month, quarter), (None, None));
	});
}

#[test]
fn yields_should_use_a_record_up_to_a_week_older_than_the_span() {
	earning(1, || {
		let first = history(1)[0];
		pass(13 * DAY);
		let [week, ..] = yields()[..] else { panic!("three spans") };
		let now = Pools::state(0).unwrap().junior.share_price;
		let expected = (now as f64 / first.junior as f64 - 1.0) * 365.0 / 13.0 * 1e6;
		assert!((week.expect("13 days old") as f64 - expected).abs() <= 1.0);
		pass(2 * DAY);
		assert_eq!(yields()[0], None, "15 days old");
	});
}

#[test]
fn yields_should_tell_losses() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 50 * D, 1, 30);
		pass(DAY);
		accrue(0);
		strike(1, &mut policy, 50 * D);
		pass(7 * DAY);
		// Half of it in seven days.
		let week = yields()[0].expect("a record");
		assert!((-26_071_429..=-26_071_427).contains(&week), "{week}");
	});
}

#[test]
fn yields_should_not_reach_across_a_reset() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		pass(DAY);
		accrue(0);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		pass(7 * DAY);
		assert_eq!(yields()[0], None);
		accrue(0);
		pass(7 * DAY);
		assert_eq!(yields()[0], Some(0));
	});
}
