// SPDX-License-Identifier: Apache-2.0

//! Cover that a pool backs, and the premium that streams in.

use super::mock::*;
use crate::{types::*, CoverEnds, Error, Event, PremiumEnds};
use frame_support::traits::fungibles::Balanced;
use sp_core::U256;

#[test]
fn open_cover_should_book_exposure_and_premium_until_their_day_ends() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let policy = sell(0, 1, 100 * D, 7 * D, 30);
		let boundary = day_of(START + 30 * DAY).unwrap() + 1;
		assert_eq!(policy.stream.boundary, boundary);
		System::assert_has_event(
			Event::CoverOpened {
				pool: 0,
				product: 1,
				cover: 100 * D,
				premium: 7 * D,
				expiry: 45,
				boundary,
				old_exposure: 0,
				new_exposure: 100 * D,
			}
			.into(),
		);
		assert_eq!(line(0, 1).exposure, 100 * D);
		assert_eq!(CoverEnds::<Test>::get(0, 45).into_inner(), vec![(1, 100 * D)]);
		let bucket = PremiumEnds::<Test>::get(0, boundary).unwrap();
		assert_eq!((bucket.rate, bucket.remainder), (policy.stream.rate, policy.stream.remainder));
		assert_eq!(record(0).books.owed_units(), Some(7 * D));
		assert_eq!(assets(0), 1_000 * D, "nothing is earned yet");
		assert_eq!(balance(USD, &account(0)), 1_007 * D + 1);
	});
}

#[test]
fn open_cover_should_be_refused_and_give_the_premium_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let refused =
			|pool, product, cover, premium, days| try_sell(pool, product, cover, premium, days).unwrap_err();
		assert_eq!(refused(0, 9, D, D, 30), Error::<Test>::NotUnderwritten.into());
		assert_eq!(refused(0, 1, 0, D, 30), Error::<Test>::ZeroAmount.into());
		assert_eq!(refused(0, 1, D, 0, 30), Error::<Test>::ZeroAmount.into());
		assert_eq!(refused(0, 1, 1_000 * D + 1, D, 30), Error::<Test>::NoCapacity.into());
		assert_eq!(refused(0, 1, u128::MAX, D, 30), Error::<Test>::NoCapacity.into());
		assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, PoolStatus::Paused));
		assert_eq!(refused(0, 1, D, D, 30), Error::<Test>::PoolPaused.into());
		assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, PoolStatus::Open));

		let open_cover = |pool, asset, expires, until| {
			let (error, credit) =
				Pools::open_cover(pool, 1, D, AllAssets::issue(asset, D), ends(expires, until)).unwrap_err();
			assert_eq!(credit.peek(), D);
			error
		};
		assert_eq!(open_cover(7, USD, DAY, now()), Error::<Test>::UnknownPool.into());
		assert_eq!(open_cover(0, NATIVE, DAY, now()), Error::<Test>::WrongAsset.into());
		assert_eq!(open_cover(0, USD, 0, now()), Error::<Test>::EndInThePast.into());
		assert_eq!(open_cover(0, USD, DAY, now() - 1), Error::<Test>::EndInThePast.into());
		assert_eq!(record(0).books, Default::default());
		assert_eq!(line(0, 1).exposure, 0);
	});
}

#[test]
fn premium_should_be_earned_to_the_unit_when_its_day_ends() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 7 * D + 1, 30);
		pass(31 * DAY);
		accrue(0);
		let pool = record(0);
		assert_eq!(pool.books, Default::default());
		let due = 7 * D + 1;
		let (reserve, treasury) = (due * 15 / 100, due * 5 / 100);
		assert_eq!(assets(0), 1_000 * D + due - reserve - treasury);
		assert_eq!(balance(USD, &RESERVE_ACCOUNT), PURSE + reserve);
		assert_eq!(balance(USD, &TREASURY), PURSE + treasury);
		assert_eq!(PremiumEnds::<Test>::iter().count(), 0);
	});
}

#[test]
fn use_cover_should_earn_the_used_part_of_the_premium() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		let before = Pools::unearned(0, &policy.stream);
		claim(&mut policy, 25 * D).expect("used");
		let after = Pools::unearned(0, &policy.stream);
		assert_eq!(after, before * U256::from(3) / U256::from(4));
		let earned = assets(0) - 1_000 * D;
		assert!((2_500_000..=2_500_001).contains(&earned), "{earned}");
		assert_eq!(line(0, 1).exposure, 75 * D);
		check();
		claim(&mut policy, 75 * D).expect("used");
		assert_eq!(assets(0), 1_010 * D);
		assert_eq!(record(0).books, Default::default());
		assert_eq!(CoverEnds::<Test>::iter().count(), 0);
		assert_eq!(Pools::unearned(0, &policy.stream), U256::zero());
	});
}

#[test]
fn use_cover_should_only_touch_what_is_left_when_day_and_stream_are_over() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 7);
		sell(0, 1, 50 * D, D, 60);
		open(1, 1);
		pass(30 * DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 50 * D, "the policy's bucket is over");
		assert_eq!(line(0, 1).locked, 150 * D, "its lock is not");
		let before = assets(0);
		claim(&mut policy, 100 * D).expect("never refused");
		assert_eq!(line(0, 1).exposure, 50 * D);
		assert_eq!(assets(0), before);
		assert_eq!(policy.stream.rate, U256::zero());
	});
}

#[test]
fn use_cover_should_not_be_refused_when_the_pool_is_behind() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 365);
		pass(300 * DAY);
		let before = Pools::unearned(0, &policy.stream);
		claim(&mut policy, 50 * D).expect("never refused");
		assert!(Pools::unearned(0, &policy.stream) < before);
		check();
		accrue(0);
		assert_eq!(Pools::unearned(0, &policy.stream), record(0).books.unearned);
	});
}

#[test]
fn unearned_should_be_nothing_when_the_pool_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		let stream = Stream { rate: 1.into(), remainder: 1.into(), boundary: u32::MAX, generation: 0 };
		assert_eq!(Pools::unearned(3, &stream), U256::zero());
	});
}

#[test]
fn use_cover_should_be_refused_when_more_or_nothing_is_used() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let policy = sell(0, 1, 100 * D, 10 * D, 30);
		assert_eq!(claim(&mut policy.clone(), 100 * D + 1), Err(Error::<Test>::UsedAboveCover.into()));
		assert_eq!(claim(&mut policy.clone(), 0), Err(Error::<Test>::ZeroAmount.into()));
	});
}

#[test]
fn reduce_cover_should_give_back_exactly_the_unearned_part_rounded_down() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		pass(7 * DAY + 1_234_567);
		accrue(0);
		let unearned = Pools::unearned(0, &policy.stream);
		let exact = unearned * U256::from(30) / U256::from(100) / (U256::one() << 64);
		assert_eq!(U256::from(reduce(&mut policy, 30 * D).expect("reduced")), exact);
		assert_eq!(balance(USD, &BUYER), PURSE + exact.as_u128());
		assert_eq!(line(0, 1).exposure, 70 * D);
		let left = Pools::unearned(0, &policy.stream);
		assert_eq!(left, unearned * U256::from(70) / U256::from(100));
		assert_eq!(left, record(0).books.unearned);
	});
}

#[test]
fn reduce_cover_should_close_the_stream_when_all_is_given_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		assert_eq!(reduce(&mut policy, 100 * D), Ok(10 * D), "nothing is earned yet");
		assert_eq!((policy.stream.rate, policy.stream.remainder), (U256::zero(), U256::zero()));
		assert_eq!((record(0).books, line(0, 1).exposure), (Default::default(), 0));
		assert_eq!((PremiumEnds::<Test>::iter().count(), CoverEnds::<Test>::iter().count()), (0, 0));
		assert_eq!(record(0).held(), Some(1_000 * D));
	});
}

#[test]
fn reduce_cover_should_leave_other_policies_their_premium() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		let other = sell(0, 1, 100 * D, 50 * D, 30);
		pass(3 * DAY);
		accrue(0);
		let unearned = Pools::unearned(0, &other.stream);
		reduce(&mut policy, 100 * D).expect("reduced");
		assert_eq!(Pools::unearned(0, &other.stream), unearned);
		assert_eq!(record(0).books.unearned, unearned);
	});
}

#[test]
fn reduce_cover_should_give_nothing_back_when_the_premium_is_earned() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 7);
		pass(10 * DAY);
		accrue(0);
		assert_eq!(reduce(&mut policy, 40 * D), Ok(0));
		assert_eq!(line(0, 1).exposure, 60 * D, "in its grace it is still backed");
	});
}

/// A refund of a tenth of the unearned premium.
const TENTH: Refund = Refund { worth: breakwater_primitives::ONE / 10, fee: Permill::zero() };

/// Guard: the part that the pool keeps is not earned at once. It streams on until the policy's
/// boundary, without a policy.
#[test]
fn reduce_cover_should_stream_on_what_the_pool_keeps() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		let boundary = policy.stream.boundary;
		assert_eq!(reduce_for(&mut policy, 100 * D, TENTH), Ok(D));
		assert_eq!((assets(0), record(0).books.owed_units()), (1_000 * D, Some(9 * D)));
		assert_eq!((policy.stream.rate, policy.stream.remainder), (U256::zero(), U256::zero()));
		assert_eq!(Pools::retained(0), Some(record(0).books.unearned), "all of it is without a policy");
		assert_eq!(PremiumEnds::<Test>::iter_prefix(0).map(|(day, _)| day).collect::<Vec<_>>(), [boundary]);
		let told = events().into_iter().find(|event| matches!(event, Event::CoverReduced { .. }));
		let Some(Event::CoverReduced { refund, retained, earned, .. }) = told else { panic!("{told:?}") };
		assert_eq!((refund, retained, earned), (D, 9 * D, 0));
		pass(16 * DAY);
		accrue(0);
		let earned = assets(0) - 1_000 * D;
		// Reserve and treasury have their fifth of it.
		let fair = 9 * D * 16 / 31 * 8 / 10;
		assert!((fair * 9 / 10..fair * 11 / 10).contains(&earned), "{earned} of {fair}");
		pass(15 * DAY);
		accrue(0);
		assert_eq!((record(0).books, Pools::retained(0)), (Default::default(), Some(U256::zero())));
		assert_eq!(PremiumEnds::<Test>::iter().count(), 0);
	});
}

/// Guard: the part that the pool has kept belongs to no policy any more. Cancelling the rest gives
/// none of it back.
#[test]
fn reduce_cover_should_give_nothing_back_of_what_was_kept_before() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		assert_eq!(reduce_for(&mut policy, 40 * D, TENTH), Ok(4 * D / 10));
		let (own, kept) = (Pools::unearned(0, &policy.stream), Pools::retained(0).unwrap());
		assert_eq!((own, kept), (U256::from(6 * D) << 64, U256::from(36 * D / 10) << 64));
		assert_eq!(own + kept, record(0).books.unearned);
		assert_eq!(reduce(&mut policy, 60 * D), Ok(6 * D));
		assert_eq!(record(0).books.unearned, kept);
	});
}

#[test]
fn reduce_cover_should_tell_what_it_did() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		reduce(&mut policy, 40 * D).expect("reduced");
		let told = Event::CoverReduced {
			pool: 0,
			product: 1,
			by: 40 * D,
			refund: 4 * D,
			retained: 0,
			earned: 0,
			old_exposure: 100 * D,
			new_exposure: 60 * D,
		};
		System::assert_has_event(told.into());
	});
}

#[test]
fn reduce_cover_should_be_refused_when_more_or_nothing_is_given_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let policy = sell(0, 1, 100 * D, 10 * D, 30);
		assert_eq!(reduce(&mut policy.clone(), 100 * D + 1), Err(Error::<Test>::ReducedAboveCover.into()));
		assert_eq!(reduce(&mut policy.clone(), 0), Err(Error::<Test>::ZeroAmount.into()));
	});
}

#[test]
fn reduce_cover_should_be_refused_when_an_incident_touches_the_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		sell(0, 3, 100 * D, 10 * D, 30);
		open(1, 3);
		assert_eq!(reduce(&mut policy, D), Err(Error::<Test>::PoolFrozen.into()));
		reject(1, 3);
		reduce(&mut policy, D).expect("reduced");
	});
}

#[test]
fn reduce_cover_should_be_refused_when_the_cover_has_ended() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 7);
		sell(0, 1, 100 * D, 10 * D, 60);
		pass(30 * DAY);
		accrue(0);
		assert_eq!(reduce(&mut policy, D), Err(Error::<Test>::EndInThePast.into()));
		assert_eq!(line(0, 1).exposure, 100 * D, "the other policy's cover is not touched");
	});
}

#[test]
fn reduced_cover_should_make_room_for_new_cover() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 10 * D, 30);
		assert_eq!(Pools::line(0, 1, Sale::New).unwrap().room, 0);
		reduce(&mut policy, 300 * D).expect("reduced");
		assert_eq!(Pools::line(0, 1, Sale::New).unwrap().room, 300 * D);
	});
}
