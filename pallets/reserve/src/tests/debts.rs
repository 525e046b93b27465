// SPDX-License-Identifier: Apache-2.0

//! The debts of the reserve, and their payment.

use super::mock::*;
use crate::*;
use breakwater_primitives::Backstop;
use frame_support::{
	assert_noop,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};

/// A chain on which the reserve has 800 and owes 750 for incident 1 and 340 for incident 2.
fn indebted() -> ExtBuilder {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000)
}

fn borrow() {
	assert_eq!(draw(1, POOL, 950), Some((200, 750)));
	assert_eq!(draw(2, POOL, 500), Some((160, 340)));
}

fn owed(incident: u32) -> u128 {
	Backings::<Test>::get(incident, POOL).map_or(0, |backing| backing.owed)
}

/// Another payer pays a part of the debt for the first incident.
fn recover(amount: u128) {
	Reserve::reduce_obligation(1, POOL, USD, amount);
}

fn pay() -> frame_support::dispatch::DispatchResult {
	Reserve::pay_debt(RuntimeOrigin::signed(BOB), USD)
}

#[test]
fn income_should_be_set_aside_by_half_while_a_debt_is_owed() {
	indebted().build_and_execute(|| {
		assert_eq!(book(&USD).set_aside, 0);
		borrow();
		let own = book(&USD).own;
		contribute(POOL, &USD, 11);
		assert_eq!((book(&USD).set_aside, book(&USD).own), (5, own + 6), "rounded down");
		assert_eq!(take_in(&USD, 100), Ok(()));
		assert_eq!((book(&USD).set_aside, book(&USD).own), (55, own + 56));
		let event = Event::<Test>::IncomeTaken {
			asset: USD,
			line: IncomeLine::LostBonds,
			amount: 100,
			split: Split { own: 50, debts: 50, stakers: 0 },
			own: own + 56,
		};
		assert_eq!(last_event(), event.into());
		// Repayments are recoveries: all of them.
		assert_eq!(repay(POOL, &USD, 100), Ok(()));
		assert_eq!((book(&USD).set_aside, book(&USD).own), (155, own + 56));
		// No more than is owed.
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 10_000).is_ok());
		assert_eq!((book(&USD).set_aside, book(&USD).owed), (1_090, 1_090));
		assert_eq!(book(&USD).own, own + 56 + 10_000 - 935);
	});
}

#[test]
fn debts_should_be_paid_oldest_first() {
	indebted().build_and_execute(|| {
		borrow();
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 1_600).is_ok());
		let before = book(&USD);
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), owed(2), balance(&USD, &CLAIMS)), (0, 340, 750));
		let event = Event::<Test>::DebtPaid {
			incident: 1,
			pool: POOL,
			asset: USD,
			amount: 750,
			set_aside: 50,
			owed: 340,
		};
		assert_eq!(last_event(), event.into());
		let paid_out = before.paid_out + 750;
		assert_eq!(book(&USD), Book { set_aside: 50, owed: 340, paid_out, ..before });
		// A payment of a debt is no loan, and counts against the pool's limit.
		assert_eq!((Reserve::lent(POOL, &USD), Pools::<Test>::get(POOL, USD).paid_later), (360, 750));
		assert_eq!(Pools::<Test>::get(POOL, USD).left(10), 10_000 - 360 - 750 - 340);
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), owed(2), balance(&USD, &CLAIMS)), (0, 290, 800));
		let second = Backings::<Test>::get(2, POOL).expect("it is owed");
		assert_eq!((second.paid_later, second.place), (50, Some(1)));
		assert_noop!(pay(), Error::<Test>::TooLittleSetAside);
	});
}

/// Guard: dust is not paid, as the claims are walked for each payment.
#[test]
fn dust_should_not_be_paid() {
	indebted().build_and_execute(|| {
		assert_noop!(pay(), Error::<Test>::NoDebt);
		borrow();
		assert_noop!(pay(), Error::<Test>::TooLittleSetAside);
		// A hundredth of 750, rounded up, is 8.
		contribute(POOL, &USD, 15);
		assert_eq!(book(&USD).set_aside, 7);
		assert_noop!(pay(), Error::<Test>::TooLittleSetAside);
		contribute(POOL, &USD, 2);
		assert_eq!(pay(), Ok(()));
		assert_eq!(owed(1), 742);
		// The rest of a debt is paid, however small.
		recover(740);
		contribute(POOL, &USD, 4);
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), book(&USD).set_aside), (0, 0));
	});
}

#[test]
fn debt_whose_incident_takes_no_money_should_go_behind_the_others() {
	indebted().build_and_execute(|| {
		borrow();
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 600).is_ok());
		set_closing(1, true);
		let before = book(&USD);
		assert_eq!(pay(), Ok(()));
		assert_eq!((book(&USD), owed(1), owed(2)), (before, 750, 340));
		assert_eq!(Backings::<Test>::get(1, POOL).and_then(|backing| backing.place), Some(2));
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), owed(2)), (750, 40));
		set_closing(1, false);
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 2_000).is_ok());
		assert_eq!((pay(), pay()), (Ok(()), Ok(())));
		assert_eq!((owed(1), owed(2), book(&USD).owed), (0, 0, 0));
		assert_eq!(DebtQueues::<Test>::iter().count(), 0);
		assert_noop!(pay(), Error::<Test>::NoDebt);
	});
}

#[test]
fn money_set_aside_should_be_own_funds_again_when_the_debt_is_gone() {
	indebted().build_and_execute(|| {
		assert_eq!(draw(1, POOL, 950), Some((200, 750)));
		contribute(POOL, &USD, 1_000);
		assert_eq!((book(&USD).own, book(&USD).set_aside), (1_300, 500));
		recover(300);
		assert_eq!((book(&USD).own, book(&USD).set_aside, book(&USD).owed), (1_350, 450, 450));
		recover(450);
		assert_eq!((book(&USD).own, book(&USD).set_aside, book(&USD).owed), (1_800, 0, 0));
		assert_eq!(DebtQueues::<Test>::iter().count(), 0);
	});
}

/// Guard: places that were emptied are passed over a bounded number at a time, and the queue does
/// not stand still at them.
#[test]
fn many_empty_places_should_not_hold_up_the_queue() {
	indebted().build_and_execute(|| {
		PoolMultiple::set(1_000);
		for incident in 0..60 {
			assert!(draw(incident, POOL, 500).is_some_and(|(_, owed)| owed > 0));
		}
		// All but the first and the last are recovered elsewhere.
		for incident in 1..59 {
			Reserve::reduce_obligation(incident, POOL, USD, u128::MAX);
		}
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 100_000).is_ok());
		let mut calls = 0;
		while book(&USD).owed > 0 {
			assert_eq!(pay(), Ok(()));
			calls += 1;
		}
		assert!(calls <= 6, "{calls} calls");
	});
}

/// Guard: a step that only passes over empty places is kept. Otherwise each block would pay for it.
#[test]
fn empty_places_should_be_passed_over_once() {
	indebted().build_and_execute(|| {
		borrow();
		assert!(draw(3, POOL, 500).is_some_and(|(_, owed)| owed > 0));
		Reserve::reduce_obligation(2, POOL, USD, u128::MAX);
		assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 1_500).is_ok());
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), book(&USD).set_aside), (0, 0));
		Reserve::pay_debts(&mut WeightMeter::new());
		let mut meter = WeightMeter::new();
		Reserve::pay_debts(&mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
	});
}

/// Guard: the account's minimum balance. A debt is paid as far as it allows.
#[test]
fn debt_should_be_paid_when_all_other_funds_are_gone() {
	indebted().build_and_execute(|| {
		assert_eq!(draw(1, POOL, 950), Some((200, 750)));
		assert_eq!(repay(POOL, &USD, 100), Ok(()));
		PerIncident::set(sp_runtime::Permill::one());
		PerGroup::set(sp_runtime::Permill::one());
		PoolMultiple::set(100);
		assert_eq!(draw(2, POOL, 800), Some((800, 0)));
		assert_eq!(pay(), Ok(()));
		assert_eq!((owed(1), book(&USD).set_aside), (651, 1));
	});
}

#[test]
fn each_block_should_pay_a_debt_of_each_asset_as_far_as_its_weight_goes() {
	indebted().with_contribution(3, NATIVE, 1_000).build_and_execute(|| {
		Admitted::<Test>::insert(3, ());
		borrow();
		assert_eq!(draw_with(5, 3, &NATIVE, 1_000, 500), Some((200, 300)));
		let used = |limit| {
			let mut meter = WeightMeter::with_limit(limit);
			Reserve::pay_debts(&mut meter);
			meter.consumed()
		};
		assert_eq!(used(Weight::MAX), Weight::zero(), "too little is set aside");
		for asset in [USD, NATIVE] {
			assert!(Reserve::donate(RuntimeOrigin::signed(ALICE), asset, 10_000).is_ok());
		}
		let one = Pallet::<Test>::pay_debt_weight();
		assert_eq!(used(one - Weight::from_parts(1, 0)), Weight::zero());
		assert_eq!(used(Weight::MAX), one.saturating_mul(2));
		assert_eq!((owed(1), owed(2), book(&NATIVE).owed), (0, 340, 0));
		Reserve::on_idle(2, Weight::MAX);
		assert_eq!(book(&USD).owed, 0);
	});
}
