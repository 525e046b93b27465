// SPDX-License-Identifier: Apache-2.0

//! Settlements of pools without enough capital: raised, final, closed.

use super::mock::*;
use crate::{Error, Event, PartialSettlements, Partials, MAX_PARTIALS};

/// A leveraged pool of 1,000 with cover of 800, 600 and 200 on products 1, 3 and 2. Each has an
/// incident: 1, 2 and 3.
fn three(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 800 * D, 1, 60);
		sell(0, 3, 600 * D, 1, 60);
		sell(0, 2, 200 * D, 1, 60);
		open(1, 1);
		open(2, 3);
		open(3, 2);
		test();
	});
}

#[test]
fn settle_should_keep_a_short_settlement() {
	three(|| {
		let settlement = settle_before(1, 0, 800 * D, 4).unwrap();
		let kept = short(1, 0).unwrap();
		assert_eq!((kept.cutoff, kept.capital, kept.settlement), (4, 1_000 * D, settlement));
		assert_eq!(settlement.from_pool, 500 * D);
		assert_eq!((record(0).owed, line(0, 1).locked), (300 * D, 0));
		assert_eq!(Pools::state(0).unwrap().incidents, vec![2, 3, 1]);
		let told = |event: &Event<Test>| matches!(event, Event::LossSettled { is_final: false, owed_by_pool, .. } if *owed_by_pool == 300 * D);
		assert!(events().iter().any(told));
		assert_noop!(settle(1, 0, 800 * D), Error::<Test>::NotLocked);
	});
}

#[test]
fn what_is_owed_should_back_no_cover() {
	three(|| {
		let available = || Pools::state(0).unwrap().available;
		settle(1, 0, 800 * D).unwrap();
		reject(2, 3);
		// 500 less 300 that are owed and 200 that are locked.
		assert_eq!(available(), 0);
		reject(3, 2);
		assert_eq!(available(), 200 * D);
	});
}

#[test]
fn top_up_should_pay_more_as_older_incidents_are_decided() {
	three(|| {
		settle(1, 0, 800 * D).unwrap();
		// 300 of 600 are claimed: 1,000 for 800, 300 and 200.
		total(2, 0, 300 * D).unwrap();
		System::reset_events();
		let (settlement, more) = top_up(1, 0).unwrap();
		assert_eq!(settlement.from_pool, 800 * D * 1_000 / 1_300);
		assert_eq!(more, settlement.from_pool - 500 * D);
		assert!(!settlement.is_final);
		let old =
			Settlement { loss: 800 * D, from_pool: 500 * D, owed_by_pool: 300 * D, ..Default::default() };
		System::assert_has_event(
			Event::SettlementToppedUp {
				incident: 1,
				pool: 0,
				old,
				new: settlement,
				from_junior: more,
				from_senior: 0,
				old_assets: 500 * D,
				new_assets: 500 * D - more,
				is_undercapitalised: true,
			}
			.into(),
		);
		// The state is unchanged since.
		System::reset_events();
		assert_eq!(top_up(1, 0).unwrap(), (settlement, 0));
		assert!(events().is_empty());
		settle(2, 0, 300 * D).unwrap();
		reject(3, 2);
		assert_eq!(top_up(2, 0).unwrap().0.from_pool, 300 * D * 1_000 / 1_100);
		let (last, _) = top_up(1, 0).unwrap();
		assert!(last.is_final && last.from_pool + short(2, 0).unwrap().settlement.from_pool == 1_000 * D);
	});
}

#[test]
fn top_up_should_give_equal_fractions_to_all_that_see_the_same_locks() {
	three(|| {
		settle(1, 0, 800 * D).unwrap();
		settle(2, 0, 300 * D).unwrap();
		top_up(1, 0).unwrap();
		let got = |incident| short(incident, 0).unwrap().settlement.from_pool;
		assert_eq!((got(1), got(2)), (800 * D * 1_000 / 1_300, 300 * D * 1_000 / 1_300));
	});
}

#[test]
fn top_up_should_not_change_a_final_settlement() {
	three(|| {
		set_reserve(|reserve| reserve.gives = Some(100 * D));
		settle(1, 0, 800 * D).unwrap();
		settle(2, 0, 600 * D).unwrap();
		assert_eq!(reserve().capital, 0, "it is not asked before the last lock is decided");
		reject(3, 2);
		let (settlement, _) = top_up(1, 0).unwrap();
		assert_eq!((settlement.from_reserve, settlement.is_final), (100 * D, true));
		assert_eq!(top_up(1, 0).unwrap(), (settlement, 0));
		assert!(top_up(2, 0).unwrap().0.is_final);
		// New capital has no debt.
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 1_000 * D);
		assert_eq!(top_up(1, 0).unwrap(), (settlement, 0));
	});
}

#[test]
fn top_up_should_leave_no_record_when_all_is_paid() {
	three(|| {
		settle(1, 0, 800 * D).unwrap();
		reject(2, 3);
		let (settlement, more) = top_up(1, 0).unwrap();
		assert_eq!((settlement.from_pool, more, settlement.is_final), (800 * D, 300 * D, true));
		assert!(!PartialSettlements::<Test>::contains_key(0));
		assert_eq!(record(0).owed, 0);
		let again = <Pools as LossSettlement<_>>::top_up(1, 0).map(|_| ());
		assert_noop!(again, Error::<Test>::NotPartial);
	});
}

#[test]
fn top_up_should_be_refused_when_unknown_or_not_caught_up() {
	three(|| {
		let top_up_of = |incident, pool| <Pools as LossSettlement<_>>::top_up(incident, pool).map(|_| ());
		assert_noop!(top_up_of(1, 0), Error::<Test>::NotPartial);
		assert_noop!(top_up_of(1, 7), Error::<Test>::NotPartial);
		settle(1, 0, 800 * D).unwrap();
		TestClock::pass(40 * DAY);
		assert_noop!(top_up_of(1, 0), Error::<Test>::AccrualRequired);
		accrue(0);
		assert_ok!(top_up_of(1, 0));
	});
}

/// Guard: the reserve gives at most the pool's capital before the loss, whenever it is asked.
#[test]
fn reserve_should_be_asked_with_the_capital_before_the_loss() {
	three(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		settle(1, 0, 800 * D).unwrap();
		settle(2, 0, 600 * D).unwrap();
		assert_eq!(settle(3, 0, 200 * D).unwrap().from_pool, 125 * D);
		assert_eq!(reserve().capital, 1_000 * D - 500 * D - 375 * D);
		top_up(1, 0).unwrap();
		assert_eq!(reserve().capital, 1_000 * D);
		let (second, _) = top_up(2, 0).unwrap();
		assert_eq!(reserve().capital, 500 * D);
		assert_eq!((second.from_pool, second.from_reserve, second.owed_by_pool), (375 * D, 225 * D, 0));
	});
}

#[test]
fn premium_that_is_earned_meanwhile_should_top_up_a_partial_settlement() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 90 * D, 1, 60);
		sell(0, 3, 90 * D, 50 * D, 7);
		open(1, 1);
		open(2, 3);
		assert_eq!(settle(1, 0, 90 * D).unwrap().from_pool, 50 * D);
		pass(8 * DAY);
		assert_eq!(top_up(1, 0).unwrap().0.from_pool, 75 * D, "150 for 90 and 90");
		assert_eq!(settle(2, 0, 90 * D).unwrap().from_pool, 75 * D);
	});
}

/// Fills the places for partial settlements of pool 0.
fn fill(settlement: Settlement) {
	let kept = |incident| crate::Short { incident, cutoff: 0, capital: 1, settlement };
	let partials: Vec<_> = (1_000..1_000 + MAX_PARTIALS).map(kept).collect();
	PartialSettlements::<Test>::insert(0, Partials::truncate_from(partials));
}

#[test]
fn settlement_without_a_place_should_be_final_at_once() {
	three(|| {
		fill(Settlement { loss: 1, owed_by_pool: 1, is_final: true, ..Default::default() });
		set_reserve(|reserve| (reserve.gives, reserve.holds_back) = (Some(100 * D), 50 * D));
		let settlement = settle(1, 0, 800 * D).unwrap();
		let expected = Settlement {
			loss: 800 * D,
			from_pool: 500 * D,
			from_reserve: 100 * D,
			owed_by_reserve: 50 * D,
			owed_by_pool: 150 * D,
			is_final: true,
		};
		assert_eq!((settlement, short(1, 0), record(0).owed), (expected, None, 0));
		// The pool knows no debt to the claims, so that no money passes them by.
		assert_eq!((reserve().owes.len(), borne(1, 0)), (1, None));
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
		assert_ok!(close(1, 0));
	});
}

#[test]
fn settlement_that_is_kept_only_for_a_loan_should_make_room() {
	three(|| {
		fill(Settlement { loss: 1, from_reserve: 1, is_final: true, ..Default::default() });
		assert!(!settle(1, 0, 800 * D).unwrap().is_final);
		let partials = PartialSettlements::<Test>::get(0);
		assert_eq!((partials.len(), partials[0].incident, partials[63].incident), (64, 1_001, 1));
		let gone = |event: &Event<Test>| matches!(event, Event::SettlementClosed { incident: 1_000, .. });
		assert!(events().iter().any(gone));
	});
}

#[test]
fn close_should_forget_what_is_owed() {
	three(|| {
		set_reserve(|reserve| (reserve.gives, reserve.holds_back) = (Some(0), 50 * D));
		settle(1, 0, 800 * D).unwrap();
		settle(2, 0, 600 * D).unwrap();
		assert_noop!(close(1, 0), Error::<Test>::NotFinal);
		settle(3, 0, 200 * D).unwrap();
		let (settlement, _) = top_up(1, 0).unwrap();
		assert_eq!((settlement.owed_by_reserve, reserve().owes[&(1, 0)]), (50 * D, 50 * D));
		// The claims close no incident for which the reserve owes.
		assert_noop!(close(1, 0), Error::<Test>::ReserveOwes);
		<Pools as LossSettlement<_>>::reserve_paid(1, 0, 50 * D);
		set_reserve(|reserve| {
			let _ = reserve.owes.remove(&(1, 0));
		});
		let settlement = short(1, 0).unwrap().settlement;
		assert!(borne(1, 0).is_some());
		System::reset_events();
		assert_ok!(close(1, 0));
		System::assert_last_event(Event::SettlementClosed { incident: 1, pool: 0, settlement }.into());
		assert_eq!((short(1, 0), borne(1, 0)), (None, None));
		// No debt is left, here and where no debt ever was.
		for (incident, pool) in [(1, 0), (9, 0), (1, 9)] {
			assert_ok!(close(incident, pool));
		}
		assert!(short(3, 0).is_some());
		top_up(2, 0).unwrap();
	});
}
