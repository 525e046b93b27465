// SPDX-License-Identifier: Apache-2.0

//! Staking, and the way out.

use super::mock::*;

const WHO: AccountId = PAYER;

fn held(who: &AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Stake.into(), who)
}

fn counted() -> Balance {
	Court::totals().1
}

#[test]
fn stake_should_be_held_and_wait() {
	run(empty(), || {
		assert_ok!(Court::stake(signed(WHO), LEAST));
		let from = Court::stake_age();
		assert_eq!(events(), [Event::Staked { who: WHO, amount: LEAST, arriving: LEAST, from }]);
		assert_eq!((held(&WHO), assessor(&WHO).stake, Court::totals()), (LEAST, 0, (0, 0)));
		// Three panels on each of two levels, each drawn at the last moment, and the appeal
		// between.
		assert_eq!(from, 6 * (4 * DAY + 9 * EPOCH) + 3 * DAY);
	});
}

#[test]
fn stake_should_be_refused_when_too_small() {
	run(empty(), || {
		assert_noop!(Court::stake(signed(WHO), LEAST - 1), Error::<Test>::StakeTooSmall);
		assert_noop!(Court::stake(signed(WHO), RICH + 1), Error::<Test>::CannotHold);
		assert_ok!(Court::stake(signed(WHO), LEAST));
		assert_ok!(Court::stake(signed(WHO), 1));
		assert_eq!(held(&WHO), LEAST + 1);
		let most = Balance::MAX;
		assert_noop!(Court::stake(signed(WHO), most), Error::<Test>::Overflow);
	});
}

#[test]
fn stake_should_make_what_waits_wait_again() {
	run(empty(), || {
		assert_ok!(Court::stake(signed(WHO), LEAST));
		pass(Court::stake_age() - 1);
		assert_noop!(Court::activate(signed(OTHER), WHO), Error::<Test>::TooEarly);
		assert_ok!(Court::stake(signed(WHO), 5));
		pass(1);
		assert_noop!(Court::activate(signed(OTHER), WHO), Error::<Test>::TooEarly);
		pass(Court::stake_age() - 1);
		assert_ok!(Court::activate(signed(OTHER), WHO));
		let activated = Event::StakeActivated { who: WHO, old_stake: 0, new_stake: LEAST + 5 };
		assert_eq!(events().pop(), Some(activated));
		assert_noop!(Court::activate(signed(OTHER), WHO), Error::<Test>::NothingToActivate);
		assert_noop!(Court::activate(signed(OTHER), OTHER), Error::<Test>::UnknownAssessor);
	});
}

#[test]
fn stake_should_count_two_epochs_after_it_was_activated() {
	run(empty(), || {
		join(&person(1), LEAST);
		assert_eq!(Court::totals(), (LEAST, 0));
		next_epoch();
		assert_eq!(counted(), 0);
		join(&person(2), 2 * LEAST);
		next_epoch();
		assert_eq!(counted(), LEAST);
		next_epoch();
		assert_eq!(counted(), 3 * LEAST);
		assert_ok!(Court::unstake(signed(person(1)), LEAST));
		assert_eq!(Court::totals(), (2 * LEAST, 3 * LEAST));
		next_epoch();
		assert_eq!(counted(), 3 * LEAST);
		next_epoch();
		assert_eq!(counted(), 2 * LEAST);
	});
}

#[test]
fn unstake_should_wait_for_the_cooldown() {
	with_assessors(1, 3 * LEAST, || {
		let who = person(0);
		let from = TestClock::active() + Court::cooldown();
		assert_ok!(Court::unstake(signed(who.clone()), LEAST));
		let (leaving, new_stake) = (LEAST, 2 * LEAST);
		assert_eq!(events(), [Event::Unstaked { who: who.clone(), released: 0, leaving, new_stake, from }]);
		assert_eq!(held(&who), 3 * LEAST);
		pass(Court::cooldown() - 1);
		assert_noop!(Court::withdraw(signed(OTHER), who.clone()), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(Court::withdraw(signed(OTHER), who.clone()));
		assert_eq!(held(&who), 2 * LEAST);
		assert_eq!(
			events().pop(),
			Some(Event::Withdrawn { who: who.clone(), amount: LEAST, is_removed: false })
		);
		assert_noop!(Court::withdraw(signed(OTHER), who), Error::<Test>::NothingToWithdraw);
		assert_noop!(Court::withdraw(signed(OTHER), OTHER), Error::<Test>::UnknownAssessor);
	});
}

#[test]
fn unstake_should_wait_again_when_more_leaves() {
	with_assessors(1, 3 * LEAST, || {
		let who = person(0);
		assert_ok!(Court::unstake(signed(who.clone()), LEAST));
		pass(Court::cooldown() / 2);
		assert_ok!(Court::unstake(signed(who.clone()), 1));
		pass(Court::cooldown() - 1);
		assert_noop!(Court::withdraw(signed(OTHER), who.clone()), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(Court::withdraw(signed(OTHER), who.clone()));
		assert_eq!(held(&who), 2 * LEAST - 1);
	});
}

#[test]
fn unstake_should_be_refused_when_too_little_stays() {
	with_assessors(1, 3 * LEAST, || {
		let who = person(0);
		let unstake = |amount| Court::unstake(signed(who.clone()), amount);
		assert_noop!(unstake(0), Error::<Test>::ZeroAmount);
		assert_noop!(unstake(2 * LEAST + 1), Error::<Test>::StakeTooSmall);
		assert_noop!(unstake(3 * LEAST + 1), Error::<Test>::StakeTooLow);
		assert_noop!(Court::unstake(signed(OTHER), 1), Error::<Test>::UnknownAssessor);
		assert_ok!(unstake(3 * LEAST));
	});
}

#[test]
fn unstake_should_release_at_once_what_does_not_count() {
	with_assessors(1, LEAST, || {
		let who = person(0);
		assert_ok!(Court::stake(signed(who.clone()), 500));
		assert_ok!(Court::unstake(signed(who.clone()), 200));
		assert_eq!((held(&who), assessor(&who).arriving.amount), (LEAST + 300, 300));
		assert_ok!(Court::unstake(signed(who.clone()), LEAST + 300));
		assert_eq!((held(&who), assessor(&who).leaving.amount), (LEAST, LEAST));
		// One who was never in the draw is removed at once.
		assert_ok!(Court::stake(signed(OTHER), LEAST));
		assert_ok!(Court::unstake(signed(OTHER), LEAST));
		assert_eq!((held(&OTHER), Assessors::<Test>::contains_key(&OTHER)), (0, false));
	});
}

#[test]
fn place_should_be_free_again_when_its_assessor_has_left() {
	with_assessors(2, LEAST, || {
		let who = person(0);
		assert_ok!(Court::unstake(signed(who.clone()), LEAST));
		pass(Court::cooldown());
		assert_ok!(Court::withdraw(signed(OTHER), who.clone()));
		assert_eq!(
			events().pop(),
			Some(Event::Withdrawn { who: who.clone(), amount: LEAST, is_removed: true })
		);
		assert_eq!((FreePlaceCount::<Test>::get(), PlaceCount::<Test>::get()), (1, 2));
		assert_ok!(Court::stake(signed(OTHER), LEAST));
		assert_eq!((assessor(&OTHER).place, FreePlaceCount::<Test>::get()), (0, 0));
		assert_ok!(Court::stake(signed(who.clone()), LEAST));
		assert_eq!(assessor(&who).place, 2);
	});
}

#[test]
fn stake_should_be_refused_when_all_places_are_taken() {
	with_assessors(1, LEAST, || {
		let before = PlaceCount::<Test>::get();
		PlaceCount::<Test>::put(crate::tree::PLACES);
		assert_noop!(Court::stake(signed(OTHER), LEAST), Error::<Test>::TooManyAssessors);
		PlaceCount::<Test>::put(before);
	});
}

#[test]
fn delegation_should_act_two_epochs_later() {
	with_assessors(3, LEAST, || {
		let (who, to) = (person(0), person(1));
		let from = Epoch::get() + 2;
		assert_ok!(Court::delegate(signed(who.clone()), Some(to.clone())));
		let delegated =
			Event::Delegated { who: who.clone(), old_voter: None, new_voter: Some(to.clone()), from };
		assert_eq!(events(), [delegated]);
		let at = |epoch| assessor(&who).delegation.at(epoch).cloned();
		assert_eq!((at(from - 1), at(from)), (None, Some(to.clone())));
		let again = Court::delegate(signed(who.clone()), None);
		assert_noop!(again, Error::<Test>::ChangePending);
		next_epoch();
		next_epoch();
		let same = Court::delegate(signed(who.clone()), Some(to.clone()));
		assert_noop!(same, Error::<Test>::NothingToChange);
		assert_ok!(Court::delegate(signed(who.clone()), None));
		assert_eq!((at(from + 1), at(from + 2)), (Some(to), None));
	});
}

#[test]
fn delegation_should_be_refused_to_one_who_cannot_vote() {
	with_assessors(3, LEAST, || {
		let delegate = |who: u16, to: AccountId| Court::delegate(signed(person(who)), Some(to));
		assert_noop!(delegate(0, person(0)), Error::<Test>::CannotDelegate);
		assert_noop!(delegate(0, OTHER), Error::<Test>::UnknownAssessor);
		assert_noop!(Court::delegate(signed(OTHER), None), Error::<Test>::UnknownAssessor);
		assert_noop!(Court::delegate(signed(person(0)), None), Error::<Test>::NothingToChange);
		assert_ok!(delegate(0, person(1)));
		assert_noop!(delegate(2, person(0)), Error::<Test>::CannotDelegate);
	});
}

#[test]
fn profile_should_be_shown() {
	with_assessors(1, LEAST, || {
		let new_uri = Uri::try_from(b"https://assessor.example".to_vec()).unwrap();
		assert_ok!(Court::set_profile(signed(person(0)), new_uri.clone()));
		assert_eq!(assessor(&person(0)).uri, new_uri);
		assert_eq!(events(), [Event::ProfileSet { who: person(0), old_uri: Uri::default(), new_uri }]);
		let refused = Court::set_profile(signed(OTHER), Uri::default());
		assert_noop!(refused, Error::<Test>::UnknownAssessor);
	});
}

#[test]
fn fees_beyond_those_of_all_cases_should_be_the_reserves() {
	run(empty(), || {
		let (one, all) = (94 * FEE, 64 * 94 * FEE);
		(0..64).for_each(|_| assert_eq!(Court::charge(&PAYER), Ok(one)));
		assert_eq!(events().pop(), Some(Event::FeesCharged { who: PAYER, amount: one, pool: all }));
		let reserve = wealth(&RESERVE);
		assert_eq!(Court::charge(&OTHER), Ok(one));
		assert_eq!(events().pop(), Some(Event::FeesCharged { who: OTHER, amount: one, pool: all }));
		assert_eq!((FeePool::<Test>::get(), wealth(&RESERVE)), (all, reserve + one));
		// Money that the reserve does not take stays.
		Refuses::set(&true);
		assert_eq!(Court::charge(&OTHER), Ok(one));
		assert_eq!(FeePool::<Test>::get(), all + one);
		let account = Court::account().unwrap();
		assert_eq!(balance(NATIVE, &account), all + one + ED);
	});
}

/// Cases that are open have paid a higher charge, and pay their seats by it.
#[test]
fn lower_charge_should_leave_the_fees_of_open_cases() {
	run(empty(), || {
		(0..10).for_each(|_| assert_eq!(Court::charge(&PAYER), Ok(94 * FEE)));
		TheLimits::set(&Limits { seat_fee: 0, ..limits() });
		assert_eq!((Court::charge(&PAYER), FeePool::<Test>::get()), (Ok(0), 10 * 94 * FEE));
		TheLimits::set(&Limits { seat_fee: 1, ..limits() });
		let small = 94 * 64;
		assert!(small < 10 * 94 * FEE);
		let reserve = wealth(&RESERVE);
		assert_eq!(Court::charge(&PAYER), Ok(94));
		assert_eq!((FeePool::<Test>::get(), wealth(&RESERVE)), (10 * 94 * FEE, reserve + 94));
	});
}

#[test]
fn stake_of_nothing_should_be_refused() {
	with_assessors(1, LEAST, || {
		assert_noop!(Court::stake(signed(person(0)), 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn asset_should_have_the_value_that_a_referendum_sets() {
	use sp_runtime::FixedU128;
	run(empty(), || {
		let value = Some(FixedU128::from_rational(3, 2));
		assert_eq!((Court::value_of(&USD, 1), Court::value_of(&NATIVE, 5)), (Balance::MAX, 5));
		assert_noop!(Court::set_asset_value(signed(PAYER), USD, value), DispatchError::BadOrigin);
		assert_ok!(Court::set_asset_value(root(), USD, value));
		assert_eq!(Court::value_of(&USD, 5), 7);
		let set = Event::AssetValueSet { asset: USD, old_value: None, new_value: value };
		assert_eq!(events().pop(), Some(set));
		assert_noop!(Court::set_asset_value(root(), USD, value), Error::<Test>::NothingToChange);
		for inner in [0, 999_999_999, 10u128.pow(30) + 1] {
			let wrong = Some(FixedU128::from_inner(inner));
			assert_noop!(Court::set_asset_value(root(), USD, wrong), Error::<Test>::ValueOutOfRange);
		}
		assert_ok!(Court::set_asset_value(root(), USD, None));
		assert_eq!(Court::value_of(&USD, 5), Balance::MAX);
	});
}

#[test]
fn dispute_should_pay_the_fees_of_both_panels() {
	with_assessors(4, LEAST, || {
		let before = wealth(&PAYER);
		assert_eq!((Court::dispute_fee(), SEATS.iter().sum::<u32>()), (94 * FEE, ALL_SEATS));
		assert_eq!(Court::charge(&PAYER), Ok(94 * FEE));
		assert_eq!((wealth(&PAYER), FeePool::<Test>::get()), (before - 94 * FEE, 94 * FEE));
		// Also with less than the least sum: by the time of the case there can be more.
		TheLimits::set(&Limits { least_total: 4 * LEAST + 1, ..limits() });
		assert_eq!(Court::charge(&PAYER), Ok(94 * FEE));
		TheLimits::set(&Limits { seat_fee: 0, ..limits() });
		assert_eq!(Court::charge(&PAYER), Ok(0));
		assert_eq!(wealth(&PAYER), before - 2 * 94 * FEE);
		TheLimits::set(&limits());
		assert_noop!(Court::charge(&person(99)), Error::<Test>::CannotPay);
	});
}
