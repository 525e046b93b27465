// SPDX-License-Identifier: Apache-2.0

//! The backstop.

use super::mock::*;
use crate::*;
use sp_runtime::Permill;

#[test]
fn draw_should_pay_all_within_limits() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 150), Some((150, 0)));
		assert_eq!(
			book(&USD),
			Book {
				own: 850,
				owed: 0,
				received: income(&[(IncomeLine::Premiums, 1_000)]),
				paid_out: 150,
				lent: 150,
				..Default::default()
			}
		);
		assert_eq!(balance(&USD, &account()), 850);
		assert_eq!(balance(&USD, &BOB), RICH + 150);
		assert_eq!(Backings::<Test>::get(1, POOL), Some(Backing { paid: 150, ..Backing::new(USD) }));
		let event = Event::<Test>::Drawn {
			incident: 1,
			pool: POOL,
			asset: USD,
			wanted: 150,
			paid: 150,
			held_back: 0,
			from_stake: 0,
			own: 850,
			stake: 0,
			owed: 0,
			lent: 150,
		};
		assert!(System::events().iter().any(|record| record.event == event.clone().into()));
		let limit = Event::<Test>::IncidentLimitSet {
			incident: 1,
			asset: USD,
			group: 1,
			funds: 1_000,
			limit: 200,
			group_limit: 400,
		};
		assert!(System::events().iter().any(|record| record.event == limit.clone().into()));
	});
}

#[test]
fn draw_should_hold_back_and_owe_what_the_incident_limit_denies() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 950), Some((200, 750)));
		assert_eq!(book(&USD).owed, 750);
		assert_eq!(
			Backings::<Test>::get(1, POOL),
			Some(Backing { paid: 200, owed: 750, place: Some(0), ..Backing::new(USD) })
		);
	});
}

#[test]
fn draw_should_share_one_limit_between_the_pools_of_an_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 500).with_contribution(3, USD, 500).build_and_execute(
		|| {
			Admitted::<Test>::insert(3, ());
			assert_eq!(draw(1, POOL, 150), Some((150, 0)));
			assert_eq!(draw(1, 3, 150), Some((50, 100)));
		},
	);
}

#[test]
fn draw_should_keep_to_the_limit_of_the_day_when_the_incident_was_opened() {
	ExtBuilder::default().with_contribution(POOL, USD, 500).with_contribution(3, USD, 500).build_and_execute(
		|| {
			Admitted::<Test>::insert(3, ());
			assert_eq!(draw(1, POOL, 150), Some((150, 0)));
			// Neither income nor a change of the parameter moves it.
			contribute(3, &USD, 1_000_000);
			PerIncident::set(Permill::from_percent(100));
			assert_eq!(draw(1, 3, 150), Some((50, 100)));
			// The next incident has the new one.
			assert_eq!(draw(2, 3, 150), Some((150, 0)));
		},
	);
}

#[test]
fn draw_should_count_the_limit_of_each_asset_apart() {
	ExtBuilder::default()
		.with_contribution(POOL, USD, 1_000)
		.with_contribution(3, NATIVE, 100)
		.build_and_execute(|| {
			Admitted::<Test>::insert(3, ());
			assert_eq!(draw(1, POOL, 300), Some((200, 100)));
			assert_eq!(draw_with(2, 3, &NATIVE, 1_000, 20), Some((20, 0)));
			assert_eq!(book(&NATIVE).owed, 0);
		});
}

#[test]
fn draw_should_round_the_limit_down() {
	ExtBuilder::default().with_contribution(POOL, USD, 999).build_and_execute(|| {
		// 20 % of 999 is 199.8.
		assert_eq!(draw(1, POOL, 1_000), Some((199, 801)));
	});
}

#[test]
fn draw_should_not_owe_what_exceeds_the_capital() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw_with(1, POOL, &USD, 120, 150), Some((120, 0)));
		// The same pool again in the same incident: its capital is used up.
		assert_eq!(draw_with(1, POOL, &USD, 120, 150), None);
		assert_eq!(draw_with(2, POOL, &USD, 0, 150), None);
	});
}

#[test]
fn draw_should_give_nothing_when_nothing_is_wanted() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		open(1, &USD, 1);
		let before = snapshot();
		assert_eq!(draw(1, POOL, 0), None);
		assert_eq!(snapshot(), before);
	});
}

#[test]
fn draw_should_keep_its_limits_when_everything_is_wanted() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(u32::MAX, POOL, u128::MAX), Some((200, 9_800)));
		assert_eq!(draw(u32::MAX, POOL, u128::MAX), None);
	});
}

#[test]
fn draw_should_owe_what_the_pool_limit_allows_when_the_reserve_is_empty() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		PerIncident::set(Permill::one());
		PerGroup::set(Permill::one());
		PoolMultiple::set(1_000);
		// All but the account's minimum balance of one; the funds' lack is not owed.
		assert_eq!(draw(1, POOL, 100), Some((99, 0)));
		PerIncident::set(Permill::zero());
		assert_eq!(draw(2, POOL, 500), Some((0, 500)));
		assert_eq!(book(&USD).owed, 500);
	});
}

#[test]
fn draw_should_not_owe_what_the_funds_lack_when_limits_sum_to_more_than_there_is() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		PerIncident::set(Permill::from_percent(60));
		PerGroup::set(Permill::one());
		// The limits are 600 of 1,000 and 599 of 999.
		assert_eq!(draw(1, POOL, 1), Some((1, 0)));
		assert_eq!(draw(2, POOL, 1), Some((1, 0)));
		assert_eq!(draw(1, POOL, 599), Some((599, 0)));
		assert_eq!(draw(2, POOL, 590), Some((398, 0)));
		assert_eq!(book(&USD).own, 1);
		assert_eq!(book(&USD).owed, 0);
	});
}

#[test]
fn draw_should_leave_the_minimum_balance_so_that_the_account_lives() {
	ExtBuilder::default().with_contribution(POOL, NATIVE, 100).build_and_execute(|| {
		PerIncident::set(Permill::one());
		PerGroup::set(Permill::one());
		assert_eq!(draw_with(1, POOL, &NATIVE, 1_000, 95), Some((100 - ED, 0)));
		assert_eq!(book(&NATIVE).own, ED);
		assert_eq!(balance(&NATIVE, &account()), ED);
	});
}

#[test]
fn draw_should_be_refused_when_the_asset_is_not_the_incidents() {
	use breakwater_primitives::Backstop;
	ExtBuilder::default()
		.with_contribution(POOL, USD, 1_000)
		.with_contribution(POOL, NATIVE, 1_000)
		.build_and_execute(|| {
			assert_eq!(draw(1, POOL, 10), Some((10, 0)));
			let before = snapshot();
			assert!(Reserve::draw(1, POOL, NATIVE, 1_000, 10).is_err());
			assert_eq!(snapshot(), before);
		});
}
