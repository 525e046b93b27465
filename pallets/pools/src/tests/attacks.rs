//! Attacks. Each test fails if the guard it is about is taken out.

use super::mock::*;
use crate::{Error, Event};
use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
use sp_runtime::DispatchError;

fn donate(amount: Balance) {
	AllAssets::transfer(USD, &BOB, &account(0), amount, Preservation::Preserve).expect("anyone may");
}

#[test]
fn first_depositor_should_not_take_the_next_deposit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, MIN_DEPOSIT);
		// Leaves a single share, then donates.
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_exit(RuntimeOrigin::signed(BOB), 0, all - 1, 0));
		pass(14 * DAY);
		serve(0);
		assert_eq!(record(0).shares, 1);
		donate(1_000_000 * D);
		deposit(ALICE, 0, 1_000 * D);
		let (_, value) = Pools::position(0, &ALICE);
		assert!(value >= 1_000 * D - 3, "{value}");
	});
}

#[test]
fn single_share_should_not_take_a_premium_from_the_next_deposit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		// The same by a premium instead of a donation: what is in the books does move the price.
		deposit(BOB, 0, MIN_DEPOSIT);
		sell(0, 1, D, 1_000 * D, 7);
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_exit(RuntimeOrigin::signed(BOB), 0, all - 1, 0));
		pass(30 * DAY);
		serve(0);
		deposit(ALICE, 0, 1_000 * D);
		let (_, value) = Pools::position(0, &ALICE);
		assert!(value >= 1_000 * D - 1_000, "{value}");
		assert!(Pools::position(0, &BOB).1 <= 1_000);
	});
}

#[test]
fn donation_should_change_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let (state, pool) = (Pools::state(0), record(0));
		donate(1_000_000 * D);
		assert_eq!((Pools::state(0), record(0)), (state, pool));
	});
}

#[test]
fn sandwiching_accrual_should_earn_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 300 * D, 30);
		pass(29 * DAY);
		// Nobody has touched the pool for 29 days. In now, and out as soon as possible.
		let large = 1_000_000 * D;
		deposit(BOB, 0, large);
		let (_, value) = Pools::position(0, &BOB);
		assert!(value <= large, "{value}: the past is priced in");
		poke(0);
		assert!(Pools::position(0, &BOB).1 <= large);
	});
}

#[test]
fn leaving_just_before_a_loss_should_not_avoid_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(BOB, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 1, 30);
		leave(BOB, 0, 100);
		pass(14 * DAY);
		// His cooldown is over, but the incident came first.
		open(1, 1);
		let serve_exits = || Pools::serve_exits(RuntimeOrigin::signed(BOB), 0, 1);
		assert_noop!(serve_exits(), Error::<Test>::PoolFrozen);
		claim(&mut policy, 1_000 * D).unwrap();
		settle(1, 0, 1_000 * D).unwrap();
		assert_ok!(serve_exits());
		let lost = PURSE - balance(USD, &BOB);
		assert!((500 * D..=500 * D + 1).contains(&lost), "{lost}: queued shares bear the loss");
	});
}

#[test]
fn idle_visits_should_not_pay_exits_of_a_frozen_pool() {
	use frame_support::{traits::Hooks, weights::Weight};
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		leave(ALICE, 0, 10);
		pass(14 * DAY);
		open(1, 1);
		Pools::on_idle(2, Weight::MAX);
		assert_eq!(record(0).queue.head, 0);
	});
}

#[test]
fn pools_without_purpose_should_not_delay_the_exits_of_others() {
	use crate::WeightInfo;
	use frame_support::traits::Hooks;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let spam = 200u32;
		for _ in 0..spam {
			assert_ok!(Pools::create_pool(RuntimeOrigin::signed(BUYER), USD, 100, Permill::zero()));
		}
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		// The worst case: the round has just passed the honest pool.
		crate::IdleCursor::<Test>::put(1);
		// A block has room for looks at 64 pools and for one visit.
		let limit = <() as WeightInfo>::idle_round()
			+ <() as WeightInfo>::idle_peek() * u64::from(crate::MAX_IDLE_POOLS)
			+ <() as WeightInfo>::idle_visit()
			+ <() as WeightInfo>::idle_exit();
		let blocks = (spam + 1).div_ceil(crate::MAX_IDLE_POOLS);
		for block in 0..blocks {
			assert_eq!(record(0).queue.head, 0, "served before block {block}: not the worst case");
			assert!(Pools::on_idle(2, limit).all_lte(limit));
		}
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

#[test]
fn pools_without_purpose_should_cost_their_manager() {
	ExtBuilder::default().build_and_execute(|| {
		let create = || Pools::create_pool(RuntimeOrigin::signed(BUYER), USD, 100, Permill::zero());
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

#[test]
fn try_state_should_see_a_pool_without_deposit_and_a_deposit_without_pool() {
	use crate::Deposits;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let deposit = Deposits::<Test>::take(0).expect("every pool has one");
		assert_eq!(Pools::do_try_state(), Err(DispatchError::Other("a pool has no deposit")));
		Deposits::<Test>::insert(0, &deposit);
		Deposits::<Test>::insert(7, &deposit);
		assert_eq!(Pools::do_try_state(), Err(DispatchError::Other("a deposit has no pool")));
		Deposits::<Test>::remove(7);
	});
}

#[test]
fn deposit_while_frozen_should_be_refused() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		assert_noop!(Pools::deposit(RuntimeOrigin::signed(BOB), 0, 1_000 * D, 0), Error::<Test>::PoolFrozen);
	});
}

#[test]
fn dust_exits_should_neither_fill_nor_block_the_queue() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, 1_000 * D);
		for shares in [1, 999_999, 1_000_000, (MIN_EXIT - 1) * 1_000_000] {
			assert!(Pools::request_exit(RuntimeOrigin::signed(BOB), 0, shares, 0).is_err());
		}
		assert_eq!(record(0).queue.tail, 0);
		// The whole position as dust is one entry, and does not stand in the way.
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_exit(RuntimeOrigin::signed(BOB), 0, all - 1_000_000, 0));
		assert_ok!(Pools::request_exit(RuntimeOrigin::signed(BOB), 0, 1_000_000, 0));
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

#[test]
fn pin_should_survive_the_expiry_of_its_bucket() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 800 * D, 1, 7);
		open(1, 1);
		pass(30 * DAY);
		poke(0);
		assert_eq!(line(0, 1).exposure, 0);
		let state = Pools::state(0).unwrap();
		assert_eq!((state.required, state.committed), (800 * D, state.assets - 800 * D));
		// And the loss can be charged in full.
		assert_eq!(settle(1, 0, 800 * D).unwrap().from_pool, 800 * D);
	});
}

#[test]
fn asking_to_leave_should_not_free_the_capital_of_old_cover() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 60);
		leave(ALICE, 0, 100);
		// No new cover ...
		assert_eq!(try_sell(0, 3, 1, 1, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
		assert_eq!(Pools::state(0).unwrap().committed, 0);
		// ... and no payment while the old one is in force.
		pass(14 * DAY);
		poke(0);
		let free = record(0).assets - 1_000 * D;
		let _ = Pools::serve_exits(RuntimeOrigin::signed(BOB), 0, 10);
		assert!(balance(USD, &ALICE) <= PURSE - 1_000 * D + free);
		assert!(record(0).assets >= 1_000 * D);
	});
}

#[test]
fn frequent_pokes_should_not_take_the_share_of_the_reserve() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		// About one unit in three seconds: each accrual alone would give the reserve nothing.
		sell(0, 1, D, 201_600, 7);
		for _ in 0..1_000 {
			pass(3_000);
			poke(0);
		}
		let pool = record(0);
		let earned = 201_600 - pool.books.owed_units().unwrap();
		assert!(earned > 800);
		let reserve = balance(USD, &RESERVE_ACCOUNT) - PURSE;
		assert_eq!(reserve, earned * 15 / 100);
		let treasury = balance(USD, &TREASURY) - PURSE;
		assert!(treasury + 1 >= earned * 5 / 100);
	});
}

#[test]
fn suspended_asset_team_should_not_stop_the_queue_or_lose_money() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		// If the team of an asset does freeze the pool, exits are booked and wait.
		assert_ok!(Assets::freeze(RuntimeOrigin::signed(MANAGER), 1, account(0)));
		serve(0);
		System::assert_has_event(
			Event::PaymentBooked { pool: 0, who: ALICE, amount: 100 * D, total: 100 * D }.into(),
		);
		check();
		assert_ok!(Assets::thaw(RuntimeOrigin::signed(MANAGER), 1, account(0)));
		assert_ok!(Pools::collect(RuntimeOrigin::signed(ALICE), 0));
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

#[test]
fn wrong_origins_should_be_refused_on_every_call() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		use crate::Call;
		use frame_support::traits::UnfilteredDispatchable;
		let calls: [(Call<Test>, [bool; 4]); 9] = [
			// Whether the origin itself is refused: none, stranger, manager, root.
			(
				Call::create_pool { asset: USD, leverage: 100, fee: Permill::zero() },
				[true, false, false, true],
			),
			(Call::set_weight { pool: 0, product: 1, weight: Permill::one() }, [true, false, false, true]),
			(Call::deposit { pool: 0, amount: 1, min_shares: 0 }, [true, false, false, true]),
			(Call::request_exit { pool: 0, shares: 1, min_out: 0 }, [true, false, false, true]),
			(Call::serve_exits { pool: 0, max: 1 }, [true, false, false, true]),
			(Call::poke { pool: 0, days: 1 }, [true, false, false, true]),
			(Call::set_status { pool: 0, status: crate::PoolStatus::Paused }, [true, false, false, false]),
			(Call::list_asset { asset: USD, min_deposit: 1, min_exit: 1 }, [true, true, true, false]),
			(Call::collect { pool: 0 }, [true, false, false, true]),
		];
		for (call, refused) in calls {
			let origins = [
				RuntimeOrigin::none(),
				RuntimeOrigin::signed(STRANGER),
				RuntimeOrigin::signed(MANAGER),
				RuntimeOrigin::root(),
			];
			for (origin, refused) in origins.into_iter().zip(refused) {
				let result = call.clone().dispatch_bypass_filter(origin).map_err(|error| error.error);
				assert_eq!(result == Err(DispatchError::BadOrigin), refused, "{call:?}");
			}
		}
		let stranger = RuntimeOrigin::signed(STRANGER);
		assert_noop!(Pools::set_weight(stranger.clone(), 0, 1, Permill::zero()), Error::<Test>::NotManager);
		assert_noop!(Pools::set_status(stranger, 0, crate::PoolStatus::Suspended), Error::<Test>::NotManager);
	});
}

#[test]
fn weights_should_grow_with_what_is_asked_and_stay_bounded() {
	use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
	let weight = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
	let poke = |days| weight(crate::Call::poke { pool: 0, days });
	let serve = |max| weight(crate::Call::serve_exits { pool: 0, max });
	assert!(poke(400).all_gt(poke(1)) && serve(100).all_gt(serve(1)));
	assert_eq!((poke(u32::MAX), serve(u32::MAX)), (poke(400), serve(100)));
	// Each fits into a block of one second, of which three quarters are for transactions.
	let most = Weight::from_parts(750_000_000_000, u64::MAX);
	assert!(poke(400).all_lt(most) && serve(100).all_lt(most));
}

#[test]
fn weights_should_not_be_below_the_databases_cost() {
	use crate::WeightInfo;
	use frame_support::weights::constants::ParityDbWeight;
	let days = u64::from(crate::MAX_BUCKETS);
	// What each touches at least, without the movements of money.
	for (weight, reads, writes) in [
		(<() as WeightInfo>::tick(), 1, 1),
		(<() as WeightInfo>::create_pool(), 4, 4),
		(<() as WeightInfo>::set_weight(), 4 + 2 * 16, 3),
		(<() as WeightInfo>::deposit(), 5 + 2 * days, 3 + 2 * days),
		(<() as WeightInfo>::request_exit(), 5 + 2 * days, 4 + 2 * days),
		(<() as WeightInfo>::serve_exits(100), 4 + 2 * days + 100, 2 + 2 * days + 100),
		(<() as WeightInfo>::poke(400), 3 + 800, 2 + 800),
		(<() as WeightInfo>::set_status(), 1, 1),
		(<() as WeightInfo>::list_asset(), 2, 1),
		(<() as WeightInfo>::collect(), 2, 2),
		(<() as WeightInfo>::idle_round(), 2, 1),
		(<() as WeightInfo>::idle_peek(), 3, 0),
		(<() as WeightInfo>::idle_visit(), 4 + 2 * days, 2 + 2 * days),
		(<() as WeightInfo>::idle_exit(), 2, 1),
		(<() as WeightInfo>::pin(16), 1 + 3 * 16, 3 * 16),
		(<() as WeightInfo>::release(16), 3 * 16, 3 * 16),
		(<() as WeightInfo>::line(), 4 + 2 * days, 0),
		(<() as WeightInfo>::open_cover(), 6 + 2 * days, 4 + 2 * days),
		(<() as WeightInfo>::use_cover(), 5 + 2 * days, 4 + 2 * days),
		(<() as WeightInfo>::settle(), 5 + 2 * days + 32, 5 + 2 * days),
	] {
		let least = ParityDbWeight::get().reads_writes(reads, writes);
		assert!(weight.all_gte(least), "{weight:?} is below {least:?}: {reads} reads, {writes} writes");
	}
}
