// SPDX-License-Identifier: Apache-2.0

//! Attacks by accounts that may not do a thing, or that do it too often. Each test names its guard
//! and fails if the guard is taken out.

use super::*;
use crate::{types::*, Positions, WeightInfo, Withdrawals};
use frame_support::dispatch::GetDispatchInfo;
use sp_runtime::DispatchError;

/// The weight that a call is charged for beforehand.
fn weight_of(call: crate::Call<Test>) -> u64 {
	call.get_dispatch_info().call_weight.ref_time()
}

/// Guard: a transfer to the sender is refused.
#[test]
fn transfer_to_oneself_should_create_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		assert_noop!(Pools::transfer(signed(ALICE), 0, Junior, ALICE, all), Error::<Test>::SelfTransfer);
		assert_eq!(shares_of(&ALICE, 0), all);
	});
}

/// Guard: the receiver must be allowed, too.
#[test]
fn private_pool_should_not_be_entered_by_a_transfer() {
	ExtBuilder::default().with_pool_as(|options| options.is_private = true).build_and_execute(|| {
		assert_ok!(Pools::set_allowed(signed(MANAGER), 0, ALICE, true));
		deposit(ALICE, 0, 100 * D);
		let call = Pools::transfer(signed(ALICE), 0, Junior, BOB, D * V);
		assert_noop!(call, Error::<Test>::NotAllowed);
	});
}

/// Guard: a rise of the fee takes as long as leaving does.
#[test]
fn manager_should_not_raise_the_fee_before_underwriters_can_leave() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 300 * D, 13);
		assert_ok!(Pools::set_fee(signed(MANAGER), 0, Permill::from_percent(10)));
		leave(ALICE, 0, 100);
		pass(14 * DAY - 1);
		accrue(0);
		assert_eq!(balance(USD, &MANAGER), PURSE - 1, "all premium was earned without a fee");
	});
}

/// Guard: a product's places are given to the larger pool.
#[test]
fn empty_pools_should_not_squat_the_places_of_a_product() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_ok!(Pools::register_product(9, USD, 9));
		for squat in 1..=breakwater_primitives::MAX_SELLING_POOLS {
			assert_ok!(Pools::create_pool(signed(BUYER), USD, OPTIONS));
			assert_ok!(Pools::set_weight(signed(BUYER), squat, 9, Permill::one()));
		}
		deposit(ALICE, 0, 100 * D);
		weigh(0, 9, 100);
		assert!(<Pools as Underwriting<_>>::pools_of(9).contains(&0));
	});
}

/// Guard: an admitted pool adds no product whose facts are not good enough for the reserve. No
/// referendum has seen it in this pool.
#[test]
fn manager_should_not_smuggle_a_product_behind_the_reserve() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		assert_ok!(Pools::register_product(9, USD, 9));
		set_reserve(|reserve| {
			reserve.admitted.insert(0);
			reserve.inadmissible.insert(9);
		});
		let set = |percent| Pools::set_weight(signed(MANAGER), 0, 9, Permill::from_percent(percent));
		assert_noop!(set(100), Error::<Test>::NotAdmissible);
		assert_noop!(set(1), Error::<Test>::NotAdmissible);
		assert_eq!(try_sell(0, 9, 100 * D, D, 30).unwrap_err(), Error::<Test>::NotUnderwritten.into());
		// Once its facts are good enough, it may come.
		set_reserve(|reserve| reserve.inadmissible.clear());
		assert_ok!(set(50));
		set_reserve(|reserve| {
			reserve.inadmissible.insert(9);
		});
		assert_noop!(set(51), Error::<Test>::NotAdmissible);
		assert_eq!(line(0, 9).weight, Permill::from_percent(50));
	});
}

/// Guard: a deposit for every pool.
#[test]
fn pools_without_purpose_should_cost_their_manager() {
	ExtBuilder::default().build_and_execute(|| {
		let create = || Pools::create_pool(signed(BUYER), USD, OPTIONS);
		let before = balance(NATIVE, &BUYER);
		assert_ok!(create());
		let price = before - balance(NATIVE, &BUYER);
		assert!(price > DEPOSIT_BASE);
		for _ in 0..9 {
			assert_ok!(create());
		}
		assert_eq!(before - balance(NATIVE, &BUYER), 10 * price);
	});
}

/// Guard: a deposit for every record, paid by the account that lets it be created.
#[test]
fn records_should_not_be_had_for_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		for n in 0..50u8 {
			// Dust for every account ...
			assert_ok!(Pools::transfer(signed(ALICE), 0, Junior, AccountId::new([100 + n; 32]), 1));
			// ... and a long queue.
			assert_ok!(Pools::request_withdrawal(signed(ALICE), 0, Junior, MIN_WITHDRAWAL * V, 0));
		}
		let records = Positions::<Test>::iter().count() + Withdrawals::<Test>::iter().count();
		assert_eq!(records, 101);
		assert!(held(&ALICE) > 101 * RECORD_BASE);
	});
}

/// Guard: idle blocks look at pools in turn, and visit only those with something to do.
#[test]
fn pools_without_purpose_should_not_delay_the_withdrawals_of_others() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let spam = 200u32;
		for _ in 0..spam {
			assert_ok!(Pools::create_pool(signed(BUYER), USD, OPTIONS));
		}
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		// The worst case: the round has just passed the honest pool.
		crate::IdleCursor::<Test>::put(1);
		// Pools have half of a block's room, for looks at 64 pools and for one visit.
		let limit = <() as WeightInfo>::idle_round()
			+ <() as WeightInfo>::idle_peek() * u64::from(MAX_IDLE_POOLS)
			+ <() as WeightInfo>::idle_visit()
			+ <() as WeightInfo>::idle_withdrawal();
		for block in 0..(spam + 1).div_ceil(MAX_IDLE_POOLS) {
			assert_eq!(queue(0).head, 0, "served before block {block}: not the binding case");
			assert!(Pools::on_idle(2, limit * 2).all_lte(limit));
		}
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

/// Guard: a call catches up a bounded number of days. `accrue` catches up no more than it is asked
/// and paid for.
#[test]
fn time_should_not_make_a_call_longer() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		for days in 7..300 {
			sell(0, 1, D, D, days);
		}
		TestClock::pass(MAX_DAYS_BEHIND as u64 * DAY + DAY);
		let call = Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain();
		assert_noop!(call, Error::<Test>::AccrualRequired);
		TestClock::pass(250 * DAY);
		let before = day_of(record(0).accrued_to).unwrap();
		assert_ok!(Pools::accrue(signed(BOB), 0, 10));
		assert_eq!(day_of(record(0).accrued_to).unwrap(), before + 10);
		assert_eq!(record(0).released_to, 10);
		let weight = |days| weight_of(crate::Call::accrue { pool: 0, days });
		assert!(weight(400) > weight(1) && weight(u32::MAX) == weight(400));
	});
}

/// Guard: serving is bounded by the number that was asked and paid for.
#[test]
fn users_should_not_make_a_call_longer() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		(0..150).for_each(|_| {
			assert_ok!(Pools::request_withdrawal(signed(ALICE), 0, Junior, D * V, 0));
		});
		pass(14 * DAY);
		assert_ok!(Pools::process_withdrawals(signed(BOB), 0, MAX_PROCESSED));
		assert_eq!(queue(0).length, 150 - MAX_PROCESSED);
		let weight = |max| weight_of(crate::Call::process_withdrawals { pool: 0, max });
		assert!(weight(100) > weight(1) && weight(u32::MAX) == weight(100));
		Pools::on_idle(2, Weight::MAX);
		assert_eq!(queue(0).length, 150 - MAX_PROCESSED - MAX_IDLE_WITHDRAWALS);
	});
}

/// Guard: the origin of each call.
#[test]
fn wrong_origins_should_be_refused_on_every_call() {
	use crate::Call;
	use frame_support::traits::UnfilteredDispatchable;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let (pool, tranche, who) = (0, Junior, ALICE);
		let signed_only: [Call<Test>; 13] = [
			Call::create_pool { asset: USD, options: OPTIONS },
			Call::set_weight { pool, product: 1, weight: Permill::one() },
			Call::deposit { pool, tranche, amount: 1, min_shares: 0 },
			Call::request_withdrawal { pool, tranche, shares: 1, min_out: 0 },
			Call::process_withdrawals { pool, max: 1 },
			Call::accrue { pool, days: 1 },
			Call::collect { pool },
			Call::cancel_withdrawal { pool, tranche, index: 0 },
			Call::transfer { pool, tranche, to: who.clone(), shares: 1 },
			Call::reopen_tranche { pool, tranche },
			Call::remove_position { pool, tranche, who: who.clone() },
			Call::set_fee { pool, fee: Permill::zero() },
			Call::set_allowed { pool, who, is_allowed: true },
		];
		// True where the origin itself is refused: none, stranger, manager, root.
		let mut calls: Vec<_> =
			signed_only.into_iter().map(|call| (call, [true, false, false, true])).collect();
		calls.push((Call::set_status { pool, status: PoolStatus::Paused }, [true, false, false, false]));
		calls.push((
			Call::list_asset { asset: USD, min_deposit: 1, min_withdrawal: 1 },
			[true, true, true, false],
		));
		calls.push((Call::set_asset_group { asset: USD, group: Some(1) }, [true, true, true, false]));
		assert_eq!(calls.len(), <Call<Test> as frame_support::traits::GetCallName>::get_call_names().len());
		for (call, refused) in calls {
			let origins = [RuntimeOrigin::none(), signed(STRANGER), signed(MANAGER), RuntimeOrigin::root()];
			for (origin, refused) in origins.into_iter().zip(refused) {
				let result = call.clone().dispatch_bypass_filter(origin).map_err(|error| error.error);
				assert_eq!(result == Err(DispatchError::BadOrigin), refused, "{call:?}");
			}
		}
	});
}

/// Guard: the manager's origin of each call for the manager.
#[test]
fn strangers_should_not_manage_a_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let stranger = || signed(STRANGER);
		let error = || Error::<Test>::NotManager;
		assert_noop!(Pools::set_weight(stranger(), 0, 1, Permill::zero()), error());
		assert_noop!(Pools::set_status(stranger(), 0, PoolStatus::Suspended), error());
		assert_noop!(Pools::set_fee(stranger(), 0, Permill::from_percent(1)).plain(), error());
		assert_noop!(Pools::set_allowed(stranger(), 0, ALICE, true), error());
	});
}
