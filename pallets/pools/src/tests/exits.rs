use super::mock::*;
use crate::{Claimable, Error, Event, Exits, IdleCursor};
use frame_support::traits::Hooks;
use frame_support::weights::Weight;
use sp_runtime::DispatchError;

fn request(who: AccountId, shares: Balance, min_out: Balance) -> sp_runtime::DispatchResult {
	Pools::request_exit(RuntimeOrigin::signed(who), 0, shares, min_out)
}

fn try_serve() -> sp_runtime::DispatchResult {
	Pools::serve_exits(RuntimeOrigin::signed(CHARLIE), 0, 100)
}

#[test]
fn request_exit_should_move_shares_into_the_queue() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let shares = 40 * D * 1_000_000;
		assert_ok!(request(ALICE, shares, 40 * D));
		System::assert_last_event(
			Event::ExitRequested { pool: 0, who: ALICE, index: 0, shares, value: 40 * D, ready_at: 14 * DAY }
				.into(),
		);
		assert_eq!(record(0).queued_shares, shares);
		assert_eq!(shares_of(&ALICE, 0), 60 * D * 1_000_000);
	});
}

#[test]
fn request_exit_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		let call = Pools::request_exit;
		assert_noop!(call(RuntimeOrigin::root(), 0, all, 0), DispatchError::BadOrigin);
		assert_noop!(call(RuntimeOrigin::none(), 0, all, 0), DispatchError::BadOrigin);
		assert_noop!(call(RuntimeOrigin::signed(ALICE), 1, all, 0), Error::<Test>::UnknownPool);
		assert_noop!(request(ALICE, 0, 0), Error::<Test>::ZeroShares);
		assert_noop!(request(ALICE, all + 1, 0), Error::<Test>::NotEnoughShares);
		assert_noop!(request(ALICE, u128::MAX, 0), Error::<Test>::NotEnoughShares);
		assert_noop!(request(STRANGER, 1, 0), Error::<Test>::NotEnoughShares);
		assert_noop!(request(ALICE, all, 100 * D + 1), Error::<Test>::ValueBelowLimit);
		assert_noop!(request(ALICE, 999_999, 0), Error::<Test>::ValueBelowLimit);
		assert_noop!(request(ALICE, (MIN_EXIT - 1) * 1_000_000, 0), Error::<Test>::ExitTooSmall);
	});
}

#[test]
fn request_exit_should_take_a_whole_position_however_small() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		assert_ok!(request(ALICE, all - 5_000_000, 0));
		assert_ok!(request(ALICE, 5_000_000, 5));
		assert_eq!(shares_of(&ALICE, 0), 0);
	});
}

#[test]
fn serve_exits_should_pay_at_the_price_of_the_day_when_the_cooldown_is_over() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		sell(0, 1, 50 * D, 20 * D, 7);
		pass(14 * DAY - 1);
		assert_noop!(try_serve(), Error::<Test>::NothingToServe);
		pass(1);
		let before = balance(USD, &ALICE);
		assert_ok!(try_serve());
		let paid = balance(USD, &ALICE) - before;
		// Half of the premium is earned for her: queued shares earn.
		assert!((110 * D - 2..=110 * D).contains(&paid), "{paid}");
		assert_noop!(try_serve(), Error::<Test>::NothingToServe);
	});
}

#[test]
fn serve_exits_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let call = Pools::serve_exits;
		assert_noop!(call(RuntimeOrigin::root(), 0, 1), DispatchError::BadOrigin);
		assert_noop!(call(RuntimeOrigin::none(), 0, 1), DispatchError::BadOrigin);
		assert_noop!(call(RuntimeOrigin::signed(BOB), 1, 1), Error::<Test>::UnknownPool);
		assert_noop!(call(RuntimeOrigin::signed(BOB), 0, 0), Error::<Test>::CountOutOfRange);
		assert_noop!(call(RuntimeOrigin::signed(BOB), 0, 101), Error::<Test>::CountOutOfRange);
		assert_noop!(call(RuntimeOrigin::signed(BOB), 0, 1), Error::<Test>::NothingToServe);
	});
}

#[test]
fn serve_exits_should_pay_the_head_in_part_when_capital_is_bound() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		sell(0, 1, 150 * D, 1, 30);
		leave(ALICE, 0, 100);
		leave(BOB, 0, 100);
		pass(14 * DAY);
		let before = balance(USD, &ALICE);
		assert_ok!(try_serve());
		let free = balance(USD, &ALICE) - before;
		assert!((50 * D..=50 * D + 1).contains(&free), "{free}");
		assert_eq!(record(0).assets, 150 * D);
		assert_eq!(record(0).queue.head, 0);
		assert_noop!(try_serve(), Error::<Test>::NothingToServe);
		// The cover ends: both are paid.
		pass(31 * DAY);
		assert_ok!(try_serve());
		assert_eq!(record(0).shares, 0);
		assert!(record(0).assets <= 4, "dust at most");
		let paid = balance(USD, &ALICE) + balance(USD, &BOB) - 2 * (PURSE - 100 * D);
		assert!(paid >= 200 * D - 4);
	});
}

#[test]
fn serve_exits_should_be_refused_when_an_incident_is_open() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		sell(0, 1, 50 * D, D, 30);
		leave(ALICE, 0, 10);
		pass(14 * DAY);
		open(1, 1);
		assert_noop!(try_serve(), Error::<Test>::PoolFrozen);
		// A request is still possible, it only waits.
		leave(ALICE, 0, 10);
		reject(1, 1);
		assert_ok!(try_serve());
	});
}

#[test]
fn serve_exits_should_drop_shares_of_a_wiped_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		leave(ALICE, 0, 100);
		open(1, 1);
		claim(&mut policy, 100 * D).expect("used");
		settle(1, 0, 100 * D).expect("settled");
		let shares = record(0).shares;
		pass(14 * DAY);
		assert_ok!(try_serve());
		System::assert_has_event(Event::ExitDropped { pool: 0, who: ALICE, index: 0, shares }.into());
		assert_eq!((record(0).shares, record(0).queued_shares), (0, 0));
		assert_eq!(Exits::<Test>::iter().count(), 0);
		// Nobody's shares are left: the pool starts anew.
		deposit(BOB, 0, 100 * D);
	});
}

#[test]
fn serve_exits_should_drop_an_entry_worth_nothing_and_move_on() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let all = shares_of(&ALICE, 0);
		assert_ok!(request(ALICE, all - 1_200_000, 0));
		assert_ok!(request(ALICE, 1_200_000, 1));
		deposit(BOB, 0, 10 * D);
		leave(BOB, 0, 100);
		// A loss of half of the assets makes the middle entry worthless.
		let mut policy = sell_for_loss();
		claim(&mut policy, 505 * D).expect_err("more than the cover");
		let cover = policy.cover;
		open(1, 1);
		claim(&mut policy, cover).expect("used");
		settle(1, 0, cover).expect("settled");
		pass(14 * DAY);
		assert_ok!(try_serve());
		let dropped = System::events()
			.iter()
			.any(|record| matches!(&record.event, RuntimeEvent::Pools(Event::ExitDropped { index: 1, .. })));
		assert!(dropped);
		assert_eq!(record(0).queue.head, 3);
	});
}

/// Sells cover backed by fresh capital, as queued shares back no new cover.
fn sell_for_loss() -> Policy {
	deposit(CHARLIE, 0, 501 * D);
	sell(0, 1, 500 * D, 1, 30)
}

#[test]
fn serve_exits_should_book_the_money_when_the_payee_cannot_receive_it() {
	ExtBuilder::default().with_pool_of(FRAGILE, 100).build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		leave(BOB, 0, 100);
		pass(14 * DAY);
		// Her account of the asset is blocked.
		assert_ok!(Assets::block(RuntimeOrigin::signed(MANAGER), 2, ALICE));
		let bob = balance(FRAGILE, &BOB);
		assert_ok!(try_serve());
		System::assert_has_event(
			Event::PaymentBooked { pool: 0, who: ALICE, amount: 100 * D, total: 100 * D }.into(),
		);
		assert_eq!(balance(FRAGILE, &BOB), bob + 100 * D, "the queue moves on");
		assert_eq!((record(0).claimable, Claimable::<Test>::get(0, &ALICE)), (100 * D, 100 * D));
		check();
		let collect = |who| Pools::collect(RuntimeOrigin::signed(who), 0);
		assert!(collect(ALICE).is_err(), "still blocked");
		assert_noop!(collect(BOB), Error::<Test>::NothingToCollect);
		assert_ok!(Assets::thaw(RuntimeOrigin::signed(MANAGER), 2, ALICE));
		assert_ok!(collect(ALICE));
		System::assert_last_event(Event::Collected { pool: 0, who: ALICE, amount: 100 * D }.into());
		assert_noop!(collect(ALICE), Error::<Test>::NothingToCollect);
		assert_eq!(balance(FRAGILE, &ALICE), PURSE);
	});
}

#[test]
fn collect_should_be_refused_when_origin_or_pool_is_wrong() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(Pools::collect(RuntimeOrigin::root(), 0), DispatchError::BadOrigin);
		assert_noop!(Pools::collect(RuntimeOrigin::none(), 0), DispatchError::BadOrigin);
		assert_noop!(Pools::collect(RuntimeOrigin::signed(ALICE), 1), Error::<Test>::UnknownPool);
		assert_noop!(Pools::collect(RuntimeOrigin::signed(ALICE), 0), Error::<Test>::NothingToCollect);
	});
}

#[test]
fn idle_visits_should_serve_every_pool_in_turn_within_the_meter() {
	ExtBuilder::default().with_pool().with_pool().build_and_execute(|| {
		for pool in [0, 1] {
			deposit(ALICE, pool, 100 * D);
			leave(ALICE, pool, 100);
		}
		pass(14 * DAY);
		assert_eq!(Pools::on_idle(2, Weight::zero()), Weight::zero());
		assert_eq!(record(0).queue.head, 0, "no weight, no visit");
		// Room for one visit with one exit, and a look at the next pool.
		let limit = visits(1);
		assert!(Pools::on_idle(2, limit).all_lte(limit));
		assert_eq!((record(0).queue.head, record(1).queue.head), (1, 0));
		assert_eq!(IdleCursor::<Test>::get(), 1, "the pool without room is the next");
		Pools::on_idle(3, limit);
		assert_eq!(record(1).queue.head, 1);
		assert_eq!(IdleCursor::<Test>::get(), 1, "a whole round");
	});
}

/// What a block needs for `count` visits with one exit each, and to look at one more pool.
fn visits(count: u64) -> Weight {
	use crate::WeightInfo;
	let round = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
	let visit = <() as WeightInfo>::idle_visit() + <() as WeightInfo>::idle_exit();
	round + (visit + <() as WeightInfo>::idle_peek()) * count
}

#[test]
fn idle_visits_should_serve_all_pools_in_one_block_when_there_is_room() {
	ExtBuilder::default().with_pool().with_pool().with_pool().build_and_execute(|| {
		for pool in 0..3 {
			deposit(ALICE, pool, 100 * D);
			leave(ALICE, pool, 100);
		}
		pass(14 * DAY);
		Pools::on_idle(2, visits(5));
		assert_eq!([0, 1, 2].map(|pool| record(pool).queue.head), [1, 1, 1]);
	});
}

#[test]
fn idle_visits_should_only_look_at_pools_with_nothing_to_do() {
	use crate::WeightInfo;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let look = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
		let is_visited = || Pools::on_idle(2, Weight::MAX) != look;
		deposit(ALICE, 0, 1_000 * D);
		pass(DAY);
		assert!(!is_visited(), "nothing but capital");
		sell(0, 1, 100 * D, D, 7);
		assert!(is_visited(), "premium to earn");
		pass(9 * DAY);
		assert!(is_visited(), "the last premium, and dues");
		assert_eq!((record(0).books.unearned.is_zero(), record(0).dues), (true, Default::default()));
		assert!(!is_visited(), "cover that does not end today");
		pass(DAY);
		assert!(is_visited(), "a day of cover to look for");
		pass(14 * DAY);
		assert!(is_visited(), "cover that has ended");
		assert_eq!(line(0, 1).exposure, 0);
		pass(40 * DAY);
		assert!(!is_visited(), "nothing again");
		leave(ALICE, 0, 100);
		assert!(is_visited(), "a queue");
	});
}

#[test]
fn serve_exits_should_pay_in_full_when_there_are_many_other_underwriters() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		for n in 0..200u8 {
			let who = AccountId::new([n.saturating_add(20); 32]);
			give(USD, &who, 100 * D);
			deposit(who, 0, 10 * D);
		}
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		assert_ok!(try_serve());
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}
