// SPDX-License-Identifier: Apache-2.0

//! Each kind of broken state is reported by an invariant of its own, in its own words.

use super::mock::*;
use crate::{
	types::*, Allowed, BorneLosses, Claimable, CoverEnds, Deposits, History, Locks, PartialSettlements,
	Positions, PremiumEnds, Products, ReturnEnds, Underwriters, Withdrawals,
};
use breakwater_primitives::DayPrices;
use frame_support::traits::fungibles::Mutate;
use sp_core::U256;
use sp_runtime::{DispatchError, TransactionOutcome};

/// A pool with everything in it: two tranches, queues, unlocking shares, cover, premium, a loan, an
/// incident, money that waits for Bob. Pool 1 is private.
fn full(test: impl FnOnce()) {
	let builder =
		ExtBuilder::default().with_pool_of(USD, 200).with_pool_as(|options| options.is_private = true);
	builder.build_and_execute(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(DAVE, 0, 100 * D);
		let mut one = sell(0, 1, 90 * D, 1, 30);
		let mut three = sell(0, 3, 90 * D, 9 * D, 30);
		sell_premium_only(0, 80 * D, 30);
		strike(1, &mut one, 90 * D);
		strike(2, &mut three, 60 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		leave(BOB, 0, 100);
		deposit(ALICE, 0, 400 * D);
		deposit_to(ALICE, 0, Senior, 400 * D);
		sell(0, 1, 20 * D, 5 * D, 50);
		assert_ok!(Assets::block(signed(MANAGER), 1, BOB));
		pass(14 * DAY);
		accrue(0);
		serve(0);
		for _ in 0..3 {
			leave(ALICE, 0, 10);
		}
		leave(ALICE, 0, 10);
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 4));
		assert_ok!(Pools::set_allowed(signed(MANAGER), 1, ALICE, true));
		open(3, 1);
		check();
		assert!(record(0).pledge.is_some() && record(0).claimable > 0 && record(0).junior.unlocking > 0);
		test();
	});
}

/// The words of the invariants for a state that `corrupt` makes. The state is undone.
fn says(corrupt: impl FnOnce()) -> &'static str {
	let mut said = Ok(());
	let undone = frame_support::storage::with_transaction(|| {
		corrupt();
		said = Pools::do_try_state();
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	assert_ok!(undone);
	match said {
		Err(DispatchError::Other(words)) => words,
		other => panic!("{other:?}"),
	}
}

/// The same for a changed record.
fn of_record(change: impl FnOnce(&mut Pool<AccountId>)) -> &'static str {
	says(|| {
		crate::Pools::<Test>::mutate(0, |pool| change(pool.as_mut().expect("the pool exists")));
	})
}

fn of_position(change: impl FnOnce(&mut Position<AccountId, Ticket>)) -> &'static str {
	says(|| {
		Positions::<Test>::mutate((0, Junior, ALICE), |slot| change(slot.as_mut().expect("a position")));
	})
}

fn of_withdrawal(index: u32, change: impl FnOnce(&mut Withdrawal<AccountId, Ticket>)) -> &'static str {
	says(|| {
		Withdrawals::<Test>::mutate((0, Junior, index), |slot| change(slot.as_mut().expect("an entry")));
	})
}

fn of_bucket(change: impl FnOnce(&mut PremiumBucket)) -> &'static str {
	says(|| {
		let day = PremiumEnds::<Test>::iter_key_prefix(0).min().expect("a bucket");
		PremiumEnds::<Test>::mutate(0, day, |slot| change(slot.as_mut().expect("a bucket")));
	})
}

#[test]
fn books_above_the_balance_should_be_seen() {
	full(|| {
		let steal = || {
			AllAssets::burn_from(
				USD,
				&account(0),
				2,
				frame_support::traits::tokens::Preservation::Expendable,
				frame_support::traits::tokens::Precision::Exact,
				frame_support::traits::tokens::Fortitude::Force,
			)
		};
		assert_eq!(says(|| assert!(steal().is_ok())), "the books of a pool exceed its balance");
	});
}

#[test]
fn shares_that_differ_from_positions_should_be_seen() {
	full(|| {
		assert_eq!(of_record(|pool| pool.junior.shares += 1), "shares differ from the positions");
		assert_eq!(of_record(|pool| pool.junior.queued += 1), "queued shares differ from the positions");
		assert_eq!(of_position(|position| position.epoch = 7), "a position is of an epoch to come");
		assert_eq!(of_position(|position| position.epoch = 0), "worthless shares wait to leave");
		let empty = |position: &mut Position<_, _>| (position.shares, position.queued) = (0, 0);
		assert_eq!(of_position(empty), "an empty position is kept");
		let many = |position: &mut Position<_, _>| position.unlocking = position.shares + 1;
		assert_eq!(of_position(many), "more shares return than there are");
	});
}

#[test]
fn broken_queue_should_be_seen() {
	full(|| {
		let Queue { head, last, .. } = queue(0);
		let middle =
			withdrawal_at(0, Junior, head).and_then(|withdrawal| withdrawal.after).expect("three entries");
		assert_eq!(of_record(|pool| pool.junior.queue.length += 1), "the length of a queue is wrong");
		assert_eq!(of_record(|pool| pool.senior.queue.head += 1), "an empty queue has a head");
		assert_eq!(of_record(|pool| pool.junior.queue.last = middle), "the last of a queue is not the last");
		assert_eq!(of_record(|pool| pool.junior.queue.tail = last), "a queue is out of order");
		assert_eq!(of_withdrawal(middle, |withdrawal| withdrawal.after = None), "a queue ends early");
		assert_eq!(of_withdrawal(middle, |withdrawal| withdrawal.after = Some(77)), "a queue has a hole");
		assert_eq!(
			of_withdrawal(middle, |withdrawal| withdrawal.before = None),
			"a queue is not linked backwards"
		);
		assert_eq!(of_withdrawal(last, |withdrawal| withdrawal.after = Some(77)), "a queue does not end");
		assert_eq!(of_withdrawal(middle, |withdrawal| withdrawal.shares = 0), "an empty withdrawal is kept");
		assert_eq!(
			of_withdrawal(middle, |withdrawal| withdrawal.shares += 1),
			"a position misses its requests"
		);
	});
}

#[test]
fn unlocking_shares_that_do_not_add_up_should_be_seen() {
	full(|| {
		let day = position_in(&ALICE, 0, Junior).unlocks_on;
		assert_eq!(of_record(|pool| pool.junior.unlocking += 1), "unlocking shares differ from their days");
		let change = |day, shares| ReturnEnds::<Test>::insert((0, Junior, day), shares);
		assert_eq!(says(|| change(day, 5)), "unlocking shares differ on a day");
		assert_eq!(says(|| change(3, 5)), "a day of unlocking shares is over");
		assert_eq!(says(|| change(day, 0)), "an empty day of unlocking shares is kept");
		let gone = || ReturnEnds::<Test>::remove((0, Junior, day));
		assert_eq!(says(gone), "unlocking shares have no day");
	});
}

#[test]
fn odd_tranches_should_be_seen() {
	full(|| {
		let one = U256::one() << 64;
		assert_eq!(of_record(|pool| pool.senior.assets = 1), "an exhausted tranche has assets");
		let above = of_record(|pool| pool.senior_part = one.as_u128() + 1);
		assert_eq!(above, "senior's part is above everything");
		assert_eq!(of_record(|pool| pool.swept_on += 1), "fees_payable were handed over on a day to come");
	});
}

#[test]
fn uncovered_exposure_should_be_seen() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 50 * D, 1, 30);
		let nobody = || {
			Positions::<Test>::remove((0, Junior, ALICE));
			crate::Pools::<Test>::mutate(0, |pool| pool.as_mut().unwrap().junior.shares = 0);
		};
		assert_eq!(says(nobody), "nobody bears the cover in force");
		let lost = of_record(|pool| pool.junior.assets = 50 * D - 1);
		assert_eq!(lost, "a pool lacks required capital without a loss");
	});
}

#[test]
fn premium_that_does_not_add_up_should_be_seen() {
	full(|| {
		assert_eq!(of_record(|pool| pool.books.rate += U256::one()), "the rate differs from the buckets");
		let more = of_record(|pool| pool.books.unearned += U256::one());
		assert_eq!(more, "unearned premium differs from the buckets");
		assert_eq!(of_record(|pool| pool.books.carry += U256::one()), "premium is not exact to the unit");
		assert_eq!(of_record(|pool| pool.accrued_to += 400 * DAY), "a premium bucket is over");
		let empty = says(|| PremiumEnds::<Test>::insert(0, 77_777, PremiumBucket::default()));
		assert_eq!(empty, "an empty premium bucket is kept");
		let (day, bucket) = PremiumEnds::<Test>::iter_prefix(0).next().expect("premium streams in");
		let retained_rate = bucket.rate + U256::one();
		let more = says(|| PremiumEnds::<Test>::insert(0, day, PremiumBucket { retained_rate, ..bucket }));
		assert_eq!(more, "more premium is retained than there is");
	});
}

#[test]
fn pledge_that_does_not_add_up_should_be_seen() {
	full(|| {
		let of_pledge =
			|change: fn(&mut Pledge)| of_record(|pool| change(pool.pledge.as_mut().expect("a pledge")));
		assert_eq!(of_pledge(|pledge| pledge.owed = 0), "a pledge is kept for nothing");
		let spent = of_pledge(|pledge| pledge.books.unearned = U256::zero());
		assert_eq!(spent, "a loan is kept without premium to repay it");
		let more = of_pledge(|pledge| pledge.books.rate += U256::one());
		assert_eq!(more, "the pledged rate differs from the buckets");
		let more = of_pledge(|pledge| pledge.books.unearned += U256::one());
		assert_eq!(more, "pledged premium differs from the buckets");
		assert_eq!(of_record(|pool| pool.generation = 0), "a loan was never taken");
		assert_eq!(of_bucket(|bucket| bucket.generation = 9), "a bucket knows of a loan to come");
		let fresh = of_bucket(|bucket| {
			bucket.generation = 1;
			bucket.fresh_rate = bucket.rate + U256::one();
		});
		assert_eq!(fresh, "a bucket is fresher than it is");
	});
}

#[test]
fn exposure_that_differs_from_its_days_should_be_seen() {
	full(|| {
		let line = |change: fn(&mut Line)| {
			says(|| crate::Pools::<Test>::mutate_extant(0, |pool| change(&mut pool.lines[0])))
		};
		assert_eq!(line(|line| line.exposure += 1), "an exposure differs from its buckets");
		assert_eq!(line(|line| line.locked += 1), "a line differs from its locks");
		assert_eq!(line(|line| line.group += 1), "a line is odd");
		let bucket = |day, cover: Vec<(ProductId, Balance)>| {
			says(|| CoverEnds::<Test>::insert(0, day, CoverBucket::try_from(cover).expect("short")))
		};
		assert_eq!(bucket(1, vec![(1, 1)]), "a cover bucket is over");
		assert_eq!(bucket(99, vec![]), "an empty cover bucket is kept");
		assert_eq!(bucket(99, vec![(1, 0)]), "an empty entry of a cover bucket is kept");
		let foreign = bucket(99, vec![(9, 1)]);
		assert_eq!(foreign, "a bucket has cover of a product that the pool does not underwrite");
	});
}

#[test]
fn locks_and_freezes_that_differ_should_be_seen() {
	full(|| {
		let lock = |product, amount| Lock { product, amount, stage: LockStage::Open };
		// One lock of the product is 20 dollars.
		assert_eq!(says(|| Locks::<Test>::insert(9, 0, lock(1, 1))), "freezes differ from open incidents");
		assert_eq!(
			says(|| Locks::<Test>::insert(9, 0, lock(1, 20 * D + 1))),
			"a line differs from its locks"
		);
		let known = Lock { stage: LockStage::Totalled, ..lock(1, 20 * D + 1) };
		assert_eq!(says(|| Locks::<Test>::insert(9, 0, known)), "a line differs from its locks");
		let foreign = says(|| Locks::<Test>::insert(9, 0, lock(9, 1)));
		assert_eq!(foreign, "a lock is on a product that the pool does not underwrite");
		let none = says(|| crate::Pools::<Test>::mutate_extant(0, |pool| pool.freezes = Default::default()));
		assert_eq!(none, "freezes differ from open incidents");
		for entry in [(8, 1), (3, 2)] {
			let other = says(|| crate::Pools::<Test>::mutate_extant(0, |pool| pool.freezes[0] = entry));
			assert_eq!(other, "a freeze has no lock");
		}
	});
}

#[test]
fn reserved_locks_that_are_not_there_should_be_seen() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 50 * D, 1, 30);
		open(1, 1);
		assert!(reserve_lock(1, 0));
		let lost = || of_record(|pool| (pool.junior.assets, pool.is_undercapitalised) = (50 * D, true));
		assert_eq!(lost(), "what is reserved exceeds the assets", "dust could be lost");
		let two = || {
			let lock = Lock { product: 1, amount: 0, stage: LockStage::Reserved };
			Locks::<Test>::insert(2, 0, lock);
			crate::Pools::<Test>::mutate_extant(0, |pool| pool.freezes.try_push((2, 1)).expect("a place"));
		};
		assert_eq!(says(two), "a product has two reserved locks");
	});
}

#[test]
fn short_settlements_that_do_not_add_up_should_be_seen() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		settle(1, 0, 900 * D).unwrap();
		let change = |change: fn(&mut Short)| {
			says(|| PartialSettlements::<Test>::mutate(0, |partials| change(&mut partials[0])))
		};
		assert_eq!(change(|short| short.settlement.loss += 1), "a partial settlement does not add up");
		let moved = change(|short| {
			short.settlement.from_pool += 1;
			short.settlement.owed_by_pool -= 1;
		});
		assert_eq!(moved, "what a pool owes differs from its partial settlements");
		let full = change(|short| {
			short.settlement.from_pool = short.settlement.loss;
			short.settlement.owed_by_pool = 0;
		});
		assert_eq!(full, "a settlement that was paid in full is kept");
		let early = change(|short| {
			short.settlement.from_reserve = 1;
			short.settlement.owed_by_pool -= 1;
		});
		assert_eq!(early, "the reserve paid before its turn");
		let early = change(|short| {
			short.settlement.owed_by_reserve = 1;
			short.settlement.owed_by_pool -= 1;
		});
		assert_eq!(early, "the reserve owes before its turn");
		assert_eq!(change(|short| short.incident = 2), "a settled incident locks the pool");
		let twice = says(|| {
			PartialSettlements::<Test>::mutate(0, |partials| {
				partials.try_push(partials[0]).expect("a place")
			});
		});
		assert_eq!(twice, "an incident has two partial settlements");
		let empty = says(|| PartialSettlements::<Test>::insert(1, Partials::default()));
		assert_eq!(empty, "a partial settlement has no pool");
		let empty = says(|| PartialSettlements::<Test>::insert(0, Partials::default()));
		assert_eq!(empty, "an empty list of partial settlements is kept");
		assert_eq!(of_record(|pool| pool.owed += 1), "what a pool owes differs from its partial settlements");
	});
}

#[test]
fn odd_losses_of_tranches_should_be_seen() {
	full(|| {
		let change = |incident, change: fn(&mut BorneLoss)| {
			says(|| {
				BorneLosses::<Test>::mutate(incident, 0, |slot| {
					change(slot.get_or_insert_with(Default::default));
				})
			})
		};
		assert_eq!(change(1, |lost| *lost = Default::default()), "an empty loss is kept");
		assert_eq!(
			change(1, |lost| lost.recovered = lost.total().unwrap() + 1),
			"more is recovered for underwriters than they lost"
		);
		assert_eq!(change(2, |lost| lost.junior += 60 * D), "the tranches lost more than the pool paid");
		let early = change(3, |lost| (lost.senior, lost.recovered) = (2, 1));
		assert_eq!(early, "a loss is recovered before it is final");
	});
}

#[test]
fn claimable_money_that_differs_from_its_book_should_be_seen() {
	full(|| {
		let less = says(|| Claimable::<Test>::insert(0, BOB, 1));
		assert_eq!(less, "claimable money differs from its book");
	});
}

#[test]
fn odd_history_should_be_seen() {
	full(|| {
		let day = record(0).recorded_on;
		let insert = |slot, prices| says(|| History::<Test>::insert(0, slot, prices));
		let prices = DayPrices { day, ..Default::default() };
		assert_eq!(insert(slot_of(day + 1), prices), "prices are in the place of another day");
		let early = DayPrices { day: day + 1, ..prices };
		assert_eq!(insert(slot_of(day + 1), early), "prices of a day to come are recorded");
		let junior = DayPrices { junior_epoch: 9, ..prices };
		assert_eq!(insert(slot_of(day), junior), "prices of a junior epoch to come");
		let senior = DayPrices { senior_epoch: 9, ..prices };
		assert_eq!(insert(slot_of(day), senior), "prices of a senior epoch to come");
	});
}

#[test]
fn lists_of_underwriters_that_differ_should_be_seen() {
	full(|| {
		let list = |selling: Vec<PoolId>, running_off: Vec<PoolId>| {
			let selling = selling.try_into().expect("short");
			let running_off = running_off.try_into().expect("short");
			says(|| Underwriters::<Test>::insert(3, Places { selling, running_off }))
		};
		assert_eq!(list(vec![0, 0, 1], vec![]), "an underwriter is listed twice");
		assert_eq!(list(vec![0, 1], vec![1]), "an underwriter is listed twice");
		assert_eq!(list(vec![1], vec![0]), "a pool that runs off has a weight");
		assert_eq!(list(vec![1], vec![]), "a line is not listed");
		let missing = says(|| {
			crate::Pools::<Test>::mutate_extant(1, |pool| pool.lines.retain(|line| line.product != 3))
		});
		assert_eq!(missing, "an underwriter has no line");
		assert_eq!(says(|| Products::<Test>::remove(3)), "a line has no product");
	});
}

#[test]
fn deposits_that_differ_from_pools_should_be_seen() {
	full(|| {
		let ticket = Deposits::<Test>::get(0).expect("every pool has one");
		assert_eq!(says(|| Deposits::<Test>::remove(0)), "a pool has no deposit");
		assert_eq!(says(|| Deposits::<Test>::insert(7, ticket)), "a deposit has no pool");
	});
}

#[test]
fn list_of_an_open_pool_should_be_seen() {
	full(|| {
		let ticket = Allowed::<Test>::get(1, ALICE).expect("allowed");
		let open = says(|| Allowed::<Test>::insert(0, ALICE, &ticket));
		assert_eq!(open, "a pool that is open to all has a list");
		assert_eq!(says(|| Allowed::<Test>::insert(7, ALICE, &ticket)), "a list has no pool");
	});
}

#[test]
fn orphans_should_be_seen() {
	full(|| {
		let position = position_in(&ALICE, 0, Junior);
		let withdrawal = withdrawal_at(0, Junior, queue(0).head).expect("an entry");
		let lock = Lock { product: 1, amount: 1, stage: LockStage::Open };
		let orphan = |make: &dyn Fn()| says(make);
		assert_eq!(
			orphan(&|| Positions::<Test>::insert((7, Junior, ALICE), &position)),
			"a position has no pool"
		);
		assert_eq!(
			orphan(&|| Withdrawals::<Test>::insert((7, Junior, 0), &withdrawal)),
			"a withdrawal has no pool"
		);
		assert_eq!(
			orphan(&|| ReturnEnds::<Test>::insert((7, Junior, 0), 1)),
			"unlocking shares have no pool"
		);
		let bucket = PremiumBucket::default();
		assert_eq!(orphan(&|| PremiumEnds::<Test>::insert(7, 1, bucket)), "a premium bucket has no pool");
		let cover = CoverBucket::default();
		assert_eq!(orphan(&|| CoverEnds::<Test>::insert(7, 1, &cover)), "a cover bucket has no pool");
		assert_eq!(orphan(&|| Locks::<Test>::insert(1, 7, lock)), "a lock has no pool");
		let short = Partials::truncate_from(vec![Short::default()]);
		assert_eq!(
			orphan(&|| PartialSettlements::<Test>::insert(7, &short)),
			"a partial settlement has no pool"
		);
		let lost = BorneLoss { junior: 1, ..Default::default() };
		assert_eq!(orphan(&|| BorneLosses::<Test>::insert(1, 7, lost)), "a borne loss has no pool");
		assert_eq!(orphan(&|| Claimable::<Test>::insert(7, ALICE, 1)), "claimable money has no pool");
		let prices = DayPrices::default();
		assert_eq!(orphan(&|| History::<Test>::insert(7, 0, prices)), "a history has no pool");
		let ids = says(|| crate::Pools::<Test>::insert(7, record(0)));
		assert_eq!(ids, "a pool has an id that was not given out");
	});
}
