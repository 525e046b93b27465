//! Cover that a pool backs, and the premium that streams in.

use super::mock::*;
use crate::{types::*, CoverEnds, Error, Event, PremiumEnds};
use frame_support::traits::fungibles::Balanced;
use proptest::prelude::*;
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
		assert_eq!(record(0).assets, 1_000 * D, "nothing is earned yet");
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
				Pools::open_cover(pool, 1, D, AllAssets::issue(asset, D), expires, until).unwrap_err();
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
		poke(0);
		let pool = record(0);
		assert_eq!(pool.books, Default::default());
		let due = 7 * D + 1;
		let (reserve, treasury) = (due * 15 / 100, due * 5 / 100);
		assert_eq!(pool.assets, 1_000 * D + due - reserve - treasury);
		assert_eq!(balance(USD, &RESERVE_ACCOUNT), PURSE + reserve);
		assert_eq!(balance(USD, &TREASURY), PURSE + treasury);
		assert_eq!(PremiumEnds::<Test>::iter().count(), 0);
	});
}

#[test]
fn premium_should_go_to_the_reserve_when_nobody_bears_the_risk() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		// The exposure ends on the next active day, the premium streams on.
		let credit = AllAssets::issue(USD, 10 * D);
		Pools::open_cover(0, 1, D, credit, active() + 1, now() + 20 * DAY).map_err(|(e, _)| e).unwrap();
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).shares, 0);
		let (assets, dues) = (record(0).assets, record(0).dues);
		pass(10 * DAY);
		poke(0);
		assert_eq!(record(0).assets, assets, "an empty class earns nothing");
		let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
		let treasury = balance(USD, &TREASURY) - PURSE;
		assert!(reserve > dues.reserve && treasury >= dues.treasury);
		assert_eq!(reserve + treasury + assets + balance(USD, &ALICE) + 100 * D, PURSE + 100 * D + 10 * D);
	});
}

#[test]
fn use_cover_should_earn_the_used_part_of_the_premium() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		assert_eq!(claim(&mut policy.clone(), 100 * D + 1), Err(Error::<Test>::UsedAboveCover.into()));
		assert_eq!(claim(&mut policy.clone(), 0), Err(Error::<Test>::ZeroAmount.into()));
		let before = Pools::unearned(0, &policy.stream);
		claim(&mut policy, 25 * D).expect("used");
		let after = Pools::unearned(0, &policy.stream);
		assert_eq!(after, before * U256::from(3) / U256::from(4));
		let earned = record(0).assets - 1_000 * D;
		assert!((2_500_000..=2_500_001).contains(&earned), "{earned}");
		assert_eq!(line(0, 1).exposure, 75 * D);
		check();
		claim(&mut policy, 75 * D).expect("used");
		assert_eq!(record(0).assets, 1_010 * D);
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
		poke(0);
		assert_eq!(line(0, 1).exposure, 50 * D, "the policy's bucket is over");
		assert_eq!(line(0, 1).pinned, 150 * D, "its pin is not");
		let assets = record(0).assets;
		claim(&mut policy, 100 * D).expect("never refused");
		assert_eq!(line(0, 1).exposure, 50 * D);
		assert_eq!(record(0).assets, assets);
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
		poke(0);
		assert_eq!(Pools::unearned(0, &policy.stream), record(0).books.unearned);
	});
}

#[test]
fn unearned_should_be_nothing_when_the_pool_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		let stream = Stream { rate: 1.into(), remainder: 1.into(), boundary: u32::MAX };
		assert_eq!(Pools::unearned(3, &stream), U256::zero());
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is sold, whenever the pool is touched and by whatever: when everything has ended, each premium went out
	/// to the unit, and each share got what one split of everything would give, to the unit.
	#[test]
	fn premiums_should_be_exact_over_long_lives(
		sales in prop::collection::vec((1u128..1_000_000_000, 7u64..366, 0u64..40 * DAY), 1..12),
		touches in prop::collection::vec(1u64..20 * DAY, 1..40),
		fee in 0u32..100_000,
	) {
		ExtBuilder::default().build_and_execute(|| {
			let fee = Permill::from_parts(fee);
			Pools::create_pool(RuntimeOrigin::signed(MANAGER), USD, 100, fee).unwrap();
			Pools::register_product(1, USD, 1).unwrap();
			weigh(0, 1, 100);
			deposit(ALICE, 0, 1_000 * D);
			let mut total = 0;
			let mut touches = touches.iter().cycle();
			for (premium, days, wait) in &sales {
				sell(0, 1, D, *premium, *days);
				total += premium;
				pass(*wait);
				poke(0);
				for _ in 0..3 {
					pass(*touches.next().unwrap());
					poke(0);
					check();
				}
			}
			pass(400 * DAY);
			poke(0);
			assert_eq!(record(0).books, Default::default());
			let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
			let treasury = balance(USD, &TREASURY) - PURSE;
			let manager = balance(USD, &MANAGER) + 1 - PURSE;
			let underwriters = record(0).assets - 1_000 * D;
			assert_eq!(reserve + treasury + manager + underwriters, total);
			assert_eq!(reserve, total * 15 / 100);
			assert!((treasury + 1 >= total * 5 / 100) && treasury <= total * 5 / 100);
			let rest = total - reserve - treasury;
			let fair = fee.mul_floor(rest);
			assert!(manager <= fair + 1 && manager + 1 >= fair, "{manager} {fair}");
		});
	}
}
