// SPDX-License-Identifier: Apache-2.0

//! The split of earned premium.

use super::mock::*;
use crate::types::*;
use proptest::prelude::*;

/// Everything earned goes to the underwriters.
fn without_fees_payable() {
	set_reserve(|reserve| reserve.share = Permill::zero());
	set_limits(|limits| limits.treasury_share = Permill::zero());
}

/// A pool of 300 junior and 100 senior dollars with a senior factor of one half. 80 dollars were
/// earned in it.
fn earned(test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		test();
	});
}

#[test]
fn senior_should_earn_its_factor_of_its_proportional_part_and_junior_the_rest() {
	earned(|| {
		let pool = record(0);
		assert_eq!((pool.junior.assets, pool.senior.assets), (370 * D, 110 * D));
	});
}

#[test]
fn parts_should_not_change_with_what_is_earned() {
	earned(|| {
		// Now senior has 110 of 480; the part stays a quarter until capital moves.
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (440 * D, 120 * D));
		deposit_to(BOB, 0, Senior, 240 * D);
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		// 360 of 800, times one half: 18 of 80, but for the rounding of the part.
		let senior = record(0).senior.assets;
		assert!((378 * D - 1..=378 * D).contains(&senior), "{senior}");
	});
}

#[test]
fn senior_should_earn_its_whole_proportional_part_when_the_factor_is_one() {
	let whole = |options: &mut PoolOptions| options.senior_factor = Permill::one();
	ExtBuilder::default().with_pool_as(whole).build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (360 * D, 120 * D));
	});
}

#[test]
fn senior_should_earn_nothing_when_the_factor_is_zero() {
	let nothing = |options: &mut PoolOptions| options.senior_factor = Permill::zero();
	ExtBuilder::default().with_pool_as(nothing).build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		sell(0, 1, 100 * D, 80 * D, 7);
		pass(8 * DAY);
		accrue(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (380 * D, 100 * D));
	});
}

#[test]
fn senior_should_earn_everything_when_junior_has_left() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		sell_premium_only(0, 80 * D, 56);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		let before = record(0).senior.assets;
		let unearned = record(0).books.owed_units().unwrap();
		assert!(unearned > 59 * D);
		pass(43 * DAY);
		accrue(0);
		assert_eq!(record(0).senior.assets, before + unearned);
		assert_eq!(record(0).junior.shares, 0);
	});
}

#[test]
fn senior_should_earn_everything_when_junior_is_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		without_fees_payable();
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 30);
		sell(0, 3, 10 * D, 80 * D, 30);
		strike(1, &mut policy, 200 * D);
		assert!(record(0).junior.is_exhausted());
		let before = record(0).senior.assets;
		pass(31 * DAY);
		accrue(0);
		assert_eq!(record(0).senior.assets, before + 80 * D);
		assert_eq!(record(0).junior.assets, 0);
	});
}

#[test]
fn premium_should_go_to_the_reserve_when_no_tranche_bears_the_risk() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		// The exposure ends on the next active day, the premium streams on.
		sell_premium_only(0, 10 * D, 20);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).junior.shares, 0);
		let (before, fees_payable) = (assets(0), record(0).fees_payable);
		pass(10 * DAY);
		accrue(0);
		assert_eq!(assets(0), before, "an empty tranche earns nothing");
		let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
		let treasury = balance(USD, &TREASURY) - PURSE;
		assert!(reserve > fees_payable.reserve && treasury >= fees_payable.treasury);
		assert_eq!(reserve + treasury + before + balance(USD, &ALICE), PURSE + 10 * D);
	});
}

#[test]
fn premium_should_go_to_the_reserve_when_all_tranches_are_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D - 1, 1, 30);
		sell_premium_only(0, 10 * D, 20);
		strike(1, &mut policy, 100 * D - 1);
		pass(31 * DAY);
		accrue(0);
		assert_eq!(assets(0), 0);
		let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
		let treasury = balance(USD, &TREASURY) - PURSE;
		assert_eq!(reserve + treasury, 10 * D + 2, "and a unit of dust");
		assert!(treasury <= D / 2 + 1);
		// Guard: only the reserve's share is the pool's contribution. The pool's limit at the
		// reserve is a multiple of it.
		let share = 10 * D * 15 / 100;
		let income = super::mock::reserve().income;
		assert!((share..=share + 1).contains(&income.premiums), "{income:?}");
		assert_eq!(income.premiums + income.residuals, reserve);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(48)))]

	/// Random sales and touches of a pool. When everything has ended, each premium went out to the
	/// unit. Each share got the part that one split of everything would give, to the unit.
	#[test]
	fn premiums_should_be_exact_over_long_lives(
		sales in prop::collection::vec((1u128..1_000_000_000, 7u64..366, 0u64..40 * DAY), 1..12),
		touches in prop::collection::vec(1u64..20 * DAY, 1..40),
		fee in 0u32..100_000,
		senior in prop_oneof![Just(0), MIN_DEPOSIT..4_000 * D],
	) {
		let fee = Permill::from_parts(fee);
		ExtBuilder::default().with_pool_as(|options| options.fee = fee).build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			if senior > 0 {
				deposit_to(BOB, 0, Senior, senior);
			}
			let mut total = 0;
			let mut touches = touches.iter().cycle();
			for (premium, days, wait) in &sales {
				sell(0, 1, D, *premium, *days);
				total += premium;
				pass(*wait);
				accrue(0);
				for _ in 0..3 {
					pass(*touches.next().unwrap());
					accrue(0);
					check();
				}
			}
			pass(400 * DAY);
			accrue(0);
			assert_eq!(record(0).books, Default::default());
			let to_reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
			let to_treasury = balance(USD, &TREASURY) - PURSE;
			let to_manager = balance(USD, &MANAGER) + 1 - PURSE;
			let to_senior = record(0).senior.assets - senior;
			let to_junior = record(0).junior.assets - 1_000 * D;
			assert_eq!(to_reserve + to_treasury + to_manager + to_senior + to_junior, total);
			assert_eq!(to_reserve, total * 15 / 100);
			assert!((to_treasury + 1 >= total * 5 / 100) && to_treasury <= total * 5 / 100);
			let rest = total - to_reserve - to_treasury;
			let fair = fee.mul_floor(rest);
			assert!(to_manager <= fair + 1 && to_manager + 1 >= fair, "{to_manager} {fair}");
			let underwriters = rest - to_manager;
			let fair = underwriters * senior / (1_000 * D + senior) / 2;
			assert!(to_senior <= fair && to_senior + 1 >= fair, "{to_senior} {fair}");
		});
	}

	/// The number and the times of touches change no part by a single unit.
	#[test]
	fn touches_should_change_no_part(
		premiums in prop::collection::vec((1u128..1_000_000 * D, 1u64..60), 1..5),
		mut touches in prop::collection::vec(0u64..30 * DAY, 0..30),
		senior in MIN_DEPOSIT..4_000 * D,
		fee in 0u32..100_000,
	) {
		touches.sort_unstable();
		let run = |touches: &[Moment]| {
			let mut parts = Vec::new();
			let fee = Permill::from_parts(fee);
			ExtBuilder::default().with_pool_as(|options| options.fee = fee).build_and_execute(|| {
				deposit(ALICE, 0, 1_000 * D);
				deposit_to(BOB, 0, Senior, senior);
				for (premium, days) in &premiums {
					sell_premium_only(0, *premium, *days);
				}
				let mut last = 0;
				for touch in touches {
					pass(touch - last);
					last = *touch;
					accrue(0);
				}
				pass(30 * DAY - last);
				accrue(0);
				let pool = record(0);
				parts = vec![pool.junior.assets, pool.senior.assets];
				parts.extend([RESERVE_ACCOUNT, TREASURY, MANAGER].map(|who| balance(USD, &who)));
			});
			parts
		};
		prop_assert_eq!(run(&touches), run(&[]));
	}
}
