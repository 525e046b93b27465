// SPDX-License-Identifier: Apache-2.0

//! Obligations of the reserve that need not be paid any more.

use super::mock::*;
use crate::*;
use breakwater_primitives::Backstop;

#[test]
fn reduced_should_lower_what_is_owed() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 950), Some((200, 750)));
		Reserve::reduce_obligation(1, POOL, USD, 250);
		assert_eq!(
			book(&USD),
			Book {
				own: 800,
				owed: 500,
				received: income(&[(IncomeLine::Premiums, 1_000)]),
				paid_out: 200,
				lent: 200,
				..Default::default()
			}
		);
		assert_eq!(
			Backings::<Test>::get(1, POOL),
			Some(Backing { paid: 200, owed: 500, place: Some(0), ..Backing::new(USD) })
		);
		assert_eq!(Pools::<Test>::get(POOL, USD).owed, 500);
		let event = Event::<Test>::ObligationReduced {
			incident: 1,
			pool: POOL,
			asset: USD,
			amount: 250,
			owed_before: 750,
			owed: 500,
		};
		assert_eq!(last_event(), event.into());
	});
}

/// Guard: at most the obligation for this incident and pool, so that none for another pool is
/// forgotten.
#[test]
fn reduced_should_take_off_no_more_than_is_owed_for_the_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 300);
		draw(2, POOL, 900);
		let (first, second) = (Backings::<Test>::get(1, POOL), Backings::<Test>::get(2, POOL));
		let owed = |backing: &Option<Backing>| backing.as_ref().expect("it drew").owed;
		assert_eq!(book(&USD).owed, owed(&first) + owed(&second));
		Reserve::reduce_obligation(1, POOL, USD, u128::MAX);
		assert_eq!(book(&USD).owed, owed(&second));
		assert_eq!(Backings::<Test>::get(2, POOL), second);
	});
}

#[test]
fn reduced_should_do_nothing_when_nothing_is_owed() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 950);
		let before = snapshot();
		Reserve::reduce_obligation(2, POOL, USD, 1);
		Reserve::reduce_obligation(1, 77, USD, 1);
		Reserve::reduce_obligation(1, POOL, NATIVE, 1);
		Reserve::reduce_obligation(1, POOL, USD, 0);
		assert_eq!(snapshot(), before);
	});
}

#[test]
fn reduced_should_leave_no_empty_record() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		PerIncident::set(sp_runtime::Permill::zero());
		assert_eq!(draw(1, POOL, 300), Some((0, 300)));
		Reserve::reduce_obligation(1, POOL, USD, 300);
		assert_eq!(Backings::<Test>::get(1, POOL), None);
	});
}

/// Guard: a payment stays counted. Only an amount that was never paid opens the pool's limit again.
#[test]
fn reduced_should_not_let_a_pool_draw_more_than_its_multiple() {
	ExtBuilder::default().with_donation(USD, 1_000_000).with_contribution(POOL, USD, 10).build_and_execute(
		|| {
			PerIncident::set(sp_runtime::Permill::from_parts(50));
			let mut paid = 0;
			for incident in 1..9 {
				paid += draw(incident, POOL, 1_000).map_or(0, |(paid, _)| paid);
				Reserve::reduce_obligation(incident, POOL, USD, u128::MAX);
			}
			assert_eq!(paid, 100);
		},
	);
}
