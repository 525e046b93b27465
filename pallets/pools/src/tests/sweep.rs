use super::mock::*;
use crate::{types::*, Event};

/// A pool with a fee of 10 % that earned 100 dollars.
fn earned(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		let fee = Permill::from_percent(10);
		assert_ok!(Pools::create_pool(RuntimeOrigin::signed(MANAGER), USD, 100, fee));
		assert_ok!(Pools::register_product(1, USD, 1));
		weigh(0, 1, 100);
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 100 * D, 7);
		pass(20 * DAY);
		test();
	});
}

const DUES: Dues = Dues { reserve: 15 * D, treasury: 5 * D, manager: 8 * D };

#[test]
fn poke_should_hand_over_every_part() {
	earned(|| {
		poke(0);
		System::assert_has_event(
			Event::PremiumEarned {
				pool: 0,
				reserve: DUES.reserve,
				treasury: DUES.treasury,
				manager: DUES.manager,
				underwriters: 72 * D,
				assets: 1_072 * D,
			}
			.into(),
		);
		System::assert_last_event(
			Event::DuesPaid {
				pool: 0,
				reserve: DUES.reserve,
				treasury: DUES.treasury,
				manager: DUES.manager,
				left: Dues::default(),
			}
			.into(),
		);
		assert_eq!(balance(USD, &RESERVE_ACCOUNT), PURSE + DUES.reserve);
		assert_eq!(balance(USD, &TREASURY), PURSE + DUES.treasury);
		assert_eq!(balance(USD, &MANAGER), PURSE - 1 + DUES.manager);
		assert_eq!(record(0).dues, Dues::default());
	});
}

#[test]
fn dues_should_wait_when_nobody_can_receive_them() {
	earned(|| {
		set_reserve(|reserve| reserve.refuses = true);
		for who in [TREASURY, MANAGER] {
			assert_ok!(Assets::block(RuntimeOrigin::signed(MANAGER), 1, who));
		}
		poke(0);
		assert_eq!(record(0).dues, DUES);
		check();
		// One after the other they can.
		set_reserve(|reserve| reserve.refuses = false);
		poke(0);
		assert_eq!(record(0).dues, Dues { reserve: 0, ..DUES });
		for who in [TREASURY, MANAGER] {
			assert_ok!(Assets::thaw(RuntimeOrigin::signed(MANAGER), 1, who));
		}
		poke(0);
		assert_eq!(record(0).dues, Dues::default());
		assert_eq!(balance(USD, &account(0)), 1_072 * D + 1);
	});
}

#[test]
fn calls_should_leave_dues_in_the_pool() {
	earned(|| {
		deposit(BOB, 0, 100 * D);
		assert_eq!(record(0).dues, DUES);
		assert_eq!(record(0).held(), Some(1_172 * D + DUES.total().unwrap()));
	});
}
