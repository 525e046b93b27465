// SPDX-License-Identifier: Apache-2.0

//! Money that is recovered after a final settlement.

use super::mock::*;
use crate::{BorneLoss, Error, Event};

/// A pool of 100 with a loss of 180 in two incidents. Of the second, 10 came from the pool and 30
/// from the reserve, which owes 20. The pool owes 30 less two units of premium that the claims have
/// earned. 50 of premium are pledged for the loan.
fn indebted(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| {
			reserve.share = Permill::zero();
			(reserve.gives, reserve.holds_back) = (Some(30 * D), 20 * D);
		});
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 60);
		let mut three = sell(0, 3, 90 * D, 1, 60);
		sell_premium_only(0, 50 * D, 60);
		strike(1, &mut one, 90 * D);
		strike(2, &mut three, 90 * D);
		System::reset_events();
		test();
	});
}

#[test]
fn recover_should_pay_the_pools_debt_then_the_reserves_then_the_loan() {
	indebted(|| {
		let old = short(2, 0).unwrap().settlement;
		let (first, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((claims, back), (25 * D, 0));
		let expected = Settlement { from_pool: 35 * D + 2, owed_by_pool: 5 * D - 2, ..old };
		assert_eq!((first, short(2, 0).unwrap().settlement), (expected, expected));
		System::assert_has_event(
			Event::Recovered {
				incident: 2,
				pool: 0,
				old: Some(old),
				new: Some(first),
				loan: 0,
				salvage: 0,
				back: 0,
			}
			.into(),
		);
		let (second, claims, _) = recover(2, 0, 10 * D - 2).unwrap();
		assert_eq!((claims + 2, second.owed_by_pool, second.owed_by_reserve), (10 * D, 0, 15 * D));
		assert_eq!(reserve().owes[&(2, 0)], 15 * D);
		let (third, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((claims, back, third.owed_by_reserve), (15 * D, 0, 0));
		assert_eq!((lent(0), reserve().repaid, record(0).pledge.unwrap().owed), (20 * D, 10 * D, 20 * D));
		assert_eq!(third.funded(), Some(90 * D));
		let (last, claims, back) = recover(2, 0, 25 * D).unwrap();
		assert_eq!((last, claims, back), (third, 0, 0));
		assert_eq!((lent(0), record(0).pledge, short(2, 0)), (0, None, None));
		// The tranches lost 10 and two units of premium in it; 5 came with the last of the loan.
		let lost = BorneLoss { junior: 10 * D + 2, recovered: 5 * D, ..borne(2, 0).unwrap() };
		assert_eq!((borne(2, 0), reserve().salvage[&(2, 0)]), (Some(lost), (5 * D, lost.held_at)));
		assert_eq!(recover(2, 0, 7 * D).unwrap(), (Settlement::default(), 0, 2 * D - 2));
		System::assert_has_event(
			Event::Recovered {
				incident: 2,
				pool: 0,
				old: None,
				new: None,
				loan: 0,
				salvage: 5 * D + 2,
				back: 2 * D - 2,
			}
			.into(),
		);
		assert_eq!(recover(2, 0, D).unwrap(), (Settlement::default(), 0, D), "no more than was lost");
		assert_ok!(close(2, 0));
		assert_eq!(recover(2, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
	});
}

#[test]
fn reserve_paid_should_lower_the_debt_of_the_reserve_alone() {
	indebted(|| {
		use breakwater_primitives::LossSettlement;
		let old = short(2, 0).unwrap().settlement;
		<Pools as LossSettlement<Money>>::reserve_paid(2, 0, 5 * D);
		let expected =
			Settlement { from_reserve: 35 * D, owed_by_reserve: old.owed_by_reserve - 5 * D, ..old };
		assert_eq!(short(2, 0).unwrap().settlement, expected);
		// One that the pool does not keep has no effect.
		let before = snapshot();
		<Pools as LossSettlement<Money>>::reserve_paid(9, 0, 5 * D);
		assert_eq!(snapshot(), before);
		// Without a debt of the pool and a loan it is forgotten.
		recover(2, 0, 30 * D - 2).unwrap();
		pass(61 * DAY);
		accrue(0);
		<Pools as LossSettlement<Money>>::reserve_paid(2, 0, 20 * D);
		assert_eq!(short(2, 0), None);
	});
}

#[test]
fn recover_should_give_the_rest_back_when_the_pledge_is_over() {
	indebted(|| {
		pass(61 * DAY);
		accrue(0);
		assert_eq!(record(0).pledge, None);
		let (_, claims, back) = recover(2, 0, 100 * D).unwrap();
		assert_eq!((claims, back), (50 * D - 2, 40 * D));
		assert_eq!((short(2, 0), borne(2, 0).unwrap().left()), (None, 0));
	});
}

/// Guard: debts first. A loan that the reserve does not take back keeps the underwriters waiting.
#[test]
fn recover_should_give_the_loans_part_back_when_the_reserve_refuses() {
	indebted(|| {
		set_reserve(|reserve| reserve.refuses = true);
		let before = record(0);
		let (_, claims, back) = recover(2, 0, 100 * D).unwrap();
		assert_eq!((claims, back, lent(0)), (50 * D - 2, 50 * D + 2, 30 * D));
		assert_eq!((record(0), borne(2, 0).unwrap().recovered), (before, 0));
		assert!(short(2, 0).is_some(), "the loan is still there");
	});
}

#[test]
fn recover_should_be_refused_when_not_final_unknown_or_nothing() {
	indebted(|| {
		assert_eq!(recover(2, 0, 0).unwrap_err(), Error::<Test>::ZeroAmount.into());
		assert_eq!(recover(9, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
		assert_eq!(recover(2, 7, D).unwrap_err(), Error::<Test>::NotPartial.into());
		let credit = <AllAssets as frame_support::traits::fungibles::Balanced<_>>::issue(NATIVE, D);
		let other = <Pools as LossSettlement<_>>::recover(2, 0, credit).map(|_| ());
		let (error, credit) = other.unwrap_err();
		assert_eq!((error, credit.peek()), (Error::<Test>::WrongAsset.into(), D));
		drop(credit);
		TestClock::pass(40 * DAY);
		assert_eq!(recover(2, 0, D).unwrap_err(), Error::<Test>::AccrualRequired.into());
		accrue(0);
	});
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		settle(1, 0, 900 * D).unwrap();
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotFinal.into());
	});
}

/// A pool of 300 junior and 700 senior dollars, with cover of 400 on product 1.
fn solvent(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		let policy = sell(0, 1, 400 * D, 1, 60);
		open(1, 1);
		test(policy);
	});
}

#[test]
fn recover_should_pay_the_holders_when_the_pool_paid_in_full() {
	solvent(|mut policy| {
		claim(&mut policy, 320 * D).unwrap();
		System::set_block_number(20);
		settle(1, 0, 320 * D).unwrap();
		let earned = record(0).junior.recorded_price();
		let lost = borne(1, 0).unwrap();
		assert_eq!((lost.total(), lost.recovered, lost.held_at), (Some(320 * D), 0, 19));
		assert!(lost.junior >= 300 * D && lost.senior > 0 && earned == 0, "junior was first");
		let before = (record(0), short(1, 0));
		// The reserve that refuses it leaves it to the giver.
		set_reserve(|reserve| reserve.refuses_salvage = true);
		assert_eq!(recover(1, 0, 100 * D).unwrap(), (Settlement::default(), 0, 100 * D));
		assert_eq!(borne(1, 0), Some(lost));
		set_reserve(|reserve| reserve.refuses_salvage = false);
		assert_eq!(recover(1, 0, 100 * D).unwrap(), (Settlement::default(), 0, 0));
		assert_eq!(recover(1, 0, 300 * D).unwrap(), (Settlement::default(), 0, 80 * D));
		assert_eq!(reserve().salvage[&(1, 0)], (320 * D, 19));
		assert_eq!((record(0), short(1, 0)), before, "the tranches have none of it");
		assert_eq!(recover(1, 0, D).unwrap(), (Settlement::default(), 0, D), "no more than was lost");
	});
}

/// Claims that are charged one by one lose capital in many blocks. No share changes hands between
/// them, so that the block before the last one has the holders of all.
#[test]
fn holders_should_stay_the_same_from_the_first_claim_to_the_last() {
	solvent(|mut policy| {
		assert!(reserve_lock(1, 0));
		claim(&mut policy, 320 * D).unwrap();
		System::set_block_number(20);
		charge(1, 0, 310 * D).unwrap();
		let first = borne(1, 0).unwrap();
		assert_eq!((first.total(), first.held_at), (Some(310 * D), 19));
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotFinal.into());
		for tranche in [Junior, Senior] {
			let (who, other) = if tranche == Junior { (ALICE, BOB) } else { (BOB, ALICE) };
			assert_noop!(
				Pools::deposit(signed(BOB), 0, tranche, 100 * D, 0).plain(),
				Error::<Test>::PoolFrozen
			);
			assert_noop!(Pools::transfer(signed(who), 0, tranche, other, 1), Error::<Test>::PoolFrozen);
		}
		assert_noop!(Pools::reopen_tranche(signed(MANAGER), 0, Junior).plain(), Error::<Test>::PoolFrozen);
		assert_noop!(Pools::process_withdrawals(signed(BOB), 0, 9).plain(), Error::<Test>::PoolFrozen);
		System::set_block_number(30);
		charge(1, 0, 10 * D).unwrap();
		finish(1, 0).unwrap();
		let all = borne(1, 0).unwrap();
		assert_eq!((all.total(), all.held_at, all.recovered), (Some(320 * D), 29, 0));
		assert_eq!(recover(1, 0, 400 * D).unwrap().2, 80 * D);
	});
}

/// Older incidents are undecided, and the pool pays in two parts. It is frozen until the second.
#[test]
fn loss_of_a_settlement_that_is_topped_up_should_be_the_sum() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		System::set_block_number(20);
		let part = settle(1, 0, 900 * D).unwrap();
		assert_eq!((borne(1, 0).unwrap().total(), part.is_final), (Some(part.from_pool), false));
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		System::set_block_number(30);
		reject(2, 3);
		let (all, _) = top_up(1, 0).unwrap();
		let lost = borne(1, 0).unwrap();
		assert!(all.from_pool > part.from_pool && all.is_final);
		assert_eq!((lost.total(), lost.held_at), (Some(all.from_pool), 29));
	});
}

#[test]
fn loss_of_zero_should_leave_no_record() {
	solvent(|_| {
		settle(1, 0, 0).unwrap();
		assert_eq!(borne(1, 0), None);
		assert_eq!(recover(1, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
	});
}

/// Guard: a loan for a loss of which the tranches bore none comes back too, though it was written
/// off.
#[test]
fn recovery_should_make_good_a_loss_that_was_all_the_reserves() {
	with_a_loan_written_off(|| {
		let written_off = reserve().written_off;
		assert!(written_off > 99 * D);
		let (_, claims, back) = recover(2, 0, 10 * D).unwrap();
		assert_eq!((claims, back), (0, 0));
		// No record of the settlement is left, and the rest comes back all the same.
		assert_eq!((short(2, 0), borne(2, 0)), (None, None));
		let rest = written_off - 10 * D;
		assert_eq!(recover(2, 0, 200 * D).unwrap(), (Settlement::default(), 0, 200 * D - rest));
		assert_eq!((reserve().written_off, reserve().repaid), (0, written_off));
		assert_eq!(recover(2, 0, D).unwrap_err(), Error::<Test>::NotPartial.into());
	});
}
