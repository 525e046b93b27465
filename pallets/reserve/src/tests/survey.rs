// SPDX-License-Identifier: Apache-2.0

//! The daily survey: target, share of premium, records.

use super::mock::*;
use crate::{survey::MAX_STEPS, *};
use breakwater_primitives::{ActiveClock, Balance, Day};
use frame_support::{
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use sp_runtime::Permill;

/// A day passes, and a block with spare weight.
fn next_day() {
	TestClock::pass(DAY);
	Reserve::on_idle(1, Weight::MAX);
}

fn today() -> Day {
	(TestClock::now() / DAY) as Day
}

fn last_record() -> SolvencyRecord {
	Reserve::solvency(&USD, 1).pop().expect("the day has a record")
}

fn share() -> Permill {
	Reserve::premium_share_of(&USD)
}

#[test]
fn survey_should_record_the_day_of_each_asset() {
	ExtBuilder::default()
		.with_contribution(POOL, USD, 1_000)
		.with_contribution(3, NATIVE, 500)
		.build_and_execute(|| {
			expose(POOL, USD, 2_000, &[(1, 700), (2, 900)]);
			expose(3, NATIVE, 50, &[(1, 40)]);
			Admitted::<Test>::insert(3, ());
			Reserve::on_idle(1, Weight::MAX);
			let record = last_record();
			assert_eq!(
				(record.day, record.own, record.exposure, record.received),
				(today(), 1_000, 1_600, 1_000)
			);
			assert_eq!(record.groups.to_vec(), [(2, 900), (1, 700)]);
			// Two per cent of the exposure: the pools' capital bears both groups.
			assert_eq!((record.stress, record.target), (0, 32));
			assert_eq!(Reserve::solvency(&NATIVE, 0).len(), 1);
			let event = Event::<Test>::SolvencyRecorded {
				asset: USD,
				day: today(),
				own: 1_000,
				stake: 0,
				owed: 0,
				exposure: 1_600,
				stress: 0,
				target: 32,
				premium_share: Permill::from_parts(145_000),
			};
			assert!(System::events().iter().any(|record| record.event == event.clone().into()));
			// Once a day.
			let before = snapshot();
			Reserve::on_idle(2, Weight::MAX);
			assert_eq!(snapshot(), before);
			assert_eq!(Tallies::<Test>::iter().count(), 0);
		});
}

/// The stress is the loss of the two largest groups of each pool, less its capital, and no more
/// than the reserve gives it.
#[test]
fn stress_should_be_the_loss_of_the_two_largest_groups() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).with_contribution(4, USD, 1).build_and_execute(
		|| {
			Admitted::<Test>::insert(4, ());
			expose(POOL, USD, 1_000, &[(1, 700), (2, 600), (3, 300)]);
			expose(4, USD, 500, &[(1, 500), (3, 500)]);
			expose(STRANGE, USD, 1, &[(9, 1_000_000)]);
			Reserve::on_idle(1, Weight::MAX);
			// 700 and 600 of the first pool, which has 1,000; 500 and 500 of the second, which has
			// 500 and for which the reserve gives 10.
			assert_eq!((last_record().stress, last_record().target), (310, 310));
			// Cover that is fully backed hides nothing.
			Admitted::<Test>::insert(6, ());
			expose(6, USD, 1_000_000, &[(4, 5_000), (5, 5_000)]);
			next_day();
			assert_eq!(last_record().stress, 310);
			Admitted::<Test>::remove(6);
			expose(POOL, USD, 600, &[(1, 700), (3, 300)]);
			next_day();
			assert_eq!((last_record().stress, book(&USD).target), (410, 410));
			// A pool that is not admitted is not the reserve's.
			Admitted::<Test>::remove(POOL);
			next_day();
			assert_eq!((last_record().stress, last_record().exposure), (10, 1_000));
		},
	);
}

#[test]
fn share_should_rise_while_the_reserve_is_thin_and_fall_while_it_is_full() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		expose(POOL, USD, 100_000, &[(1, 20_000)]);
		assert_eq!(share(), Permill::from_percent(15));
		// 100 of a target of 400: it rises by half a per cent a day to 25 %.
		for day in 1..=30u32 {
			next_day();
			assert_eq!(share(), Permill::from_parts((150_000 + 5_000 * day).min(250_000)));
		}
		// It takes effect for premium.
		use breakwater_primitives::Income;
		assert_eq!(<Reserve as Income<Money>>::premium_share(&USD), Permill::from_percent(25));
		assert_eq!(<Reserve as Income<Money>>::premium_share(&NATIVE), Permill::from_percent(15));
		// Own funds and stake count: 800 of 400.
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, 700, 0).is_ok());
		for day in 1..=40u32 {
			next_day();
			assert_eq!(share(), Permill::from_parts((250_000 - 5_000 * day.min(30)).max(100_000)));
		}
		// A referendum moves the share as slowly.
		PremiumShare::set(Permill::from_percent(50));
		next_day();
		assert_eq!(share(), Permill::from_parts(105_000));
	});
}

/// Guard: the bounds. A new asset begins within them.
#[test]
fn new_asset_should_begin_within_the_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for (base, share) in [(50, 25), (20, 20), (0, 10)] {
			PremiumShare::set(Permill::from_percent(base));
			assert_eq!(Reserve::premium_share_of(&NATIVE), Permill::from_percent(share));
			assert_eq!(
				Reserve::state(NATIVE).map(|state| state.base_share),
				Some(Permill::from_percent(share))
			);
		}
	});
}

/// Guard: money given for a day moves the share by one step.
#[test]
fn passing_money_through_should_move_the_share_by_one_step() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		expose(POOL, USD, 100_000, &[(1, 20_000)]);
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, 1_000_000, 0).is_ok());
		next_day();
		assert_eq!(share(), Permill::from_parts(145_000));
	});
}

/// Guard: the survey goes on in later blocks where the weight has ended, and takes each pool once.
#[test]
fn survey_should_go_on_where_the_weight_has_ended() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in 10..30 {
			Admitted::<Test>::insert(pool, ());
			expose(pool, USD, 100, &[(1, 10)]);
		}
		let one = <() as WeightInfo>::survey_look()
			+ Pallet::<Test>::survey_pool_weight().max(<() as WeightInfo>::survey_asset());
		let mut blocks = 0;
		while Reserve::solvency(&USD, 0).is_empty() {
			let mut meter = WeightMeter::with_limit(one);
			Reserve::survey(&mut meter);
			blocks += 1;
			assert!(blocks < 30);
		}
		assert!(blocks > 20, "one step in each block");
		assert_eq!(last_record().exposure, 200);
		Reserve::survey(&mut WeightMeter::with_limit(one));
		assert_eq!(Survey::<Test>::get(), SurveyState { day: today(), stage: SurveyStage::Done });
		// Without weight no survey begins.
		TestClock::pass(DAY);
		Reserve::survey(&mut WeightMeter::with_limit(Weight::zero()));
		assert_eq!(Survey::<Test>::get().stage, SurveyStage::Done);
	});
}

#[test]
fn survey_should_take_a_bounded_number_of_steps_in_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in 0..100 {
			Admitted::<Test>::insert(pool, ());
			expose(pool, USD, 100, &[(1, 10)]);
		}
		Reserve::on_idle(1, Weight::MAX);
		assert_eq!(Tallies::<Test>::get(USD).exposure, 10 * Balance::from(MAX_STEPS));
		for block in 2..6 {
			Reserve::on_idle(block, Weight::MAX);
		}
		assert_eq!(last_record().exposure, 1_000);
	});
}

#[test]
fn records_should_be_kept_for_a_year_and_years_for_good() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		expose(POOL, USD, 100_000, &[(1, 20_000)]);
		for _ in 0..800 {
			next_day();
			if today().is_multiple_of(7) {
				contribute(POOL, &USD, 1);
			}
		}
		let records = Reserve::solvency(&USD, 0);
		assert_eq!((records.len(), Records::<Test>::iter_prefix(USD).count()), (366, 366));
		assert_eq!(records.first().map(|record| record.day), Some(today()));
		assert!(records.windows(2).all(|days| matches!(days, [a, b] if a.day == b.day + 1)));
		assert_eq!(Reserve::solvency(&USD, 10).len(), 10);
		let mut years: Vec<_> = Years::<Test>::iter_prefix(USD).collect();
		years.sort_by_key(|(year, _)| *year);
		assert_eq!(years.iter().map(|(_, year)| year.days).sum::<u32>(), 800);
		assert!(years.len() >= 3);
		// Each year goes on where the one before has ended.
		for pair in years.windows(2) {
			let [(first, a), (second, b)] = pair else { unreachable!("two") };
			assert_eq!((*second, b.first), (first + 1, a.last + 1));
			assert_eq!((b.received_before, b.paid_before), (a.received, a.paid_out));
		}
		let received: Balance = years.iter().map(|(_, year)| year.received - year.received_before).sum();
		assert_eq!(received, last_record().received, "the years are the whole");
	});
}
