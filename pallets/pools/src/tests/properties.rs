// SPDX-License-Identifier: Apache-2.0

//! Properties of single calls and of short lives, over pools of any state.

use super::mock::*;
use crate::Error;
use proptest::prelude::*;
use sp_core::U256;

/// A pool with capital in both tranches. A loss may have taken a part, and premium may have been
/// earned.
#[derive(Clone, Debug)]
struct Setup {
	junior: Balance,
	senior: Balance,
	/// The loss in millionths of the pool's assets.
	loss: u32,
	premium: Balance,
	days: Moment,
}

fn setup() -> impl Strategy<Value = Setup> {
	(100u128..100_000, 0u128..=400, prop_oneof![Just(0), 0u32..=900_000], 1u128..10_000 * D, 0u64..30)
		.prop_map(|(junior, percent, loss, premium, days)| {
			let junior = junior * D + 7;
			let senior = junior * percent / 100;
			Setup { junior, senior: if senior < MIN_DEPOSIT { 0 } else { senior }, loss, premium, days }
		})
}

impl Setup {
	fn make(&self) {
		deposit(ALICE, 0, self.junior);
		if self.senior > 0 {
			deposit_to(BOB, 0, Senior, self.senior);
		}
		// The sale is before the loss: senior carries no new cover behind a junior tranche that is
		// too small for it.
		sell_premium_only(0, self.premium, 20);
		let loss = Permill::from_parts(self.loss).mul_floor(self.junior + self.senior);
		if loss > 0 {
			let mut policy = sell(0, 1, loss, 1, 1);
			strike(1, &mut policy, loss);
		}
		pass(self.days * DAY + 12_345_678);
		accrue(0);
	}
}

/// Returns the amount of the asset that an account has, in and out of the pool.
fn wealth(who: &AccountId) -> Balance {
	let position = Pools::position(0, who).expect("the pool exists");
	let held = |holding: breakwater_primitives::Holding| holding.value + holding.queued_value;
	balance(USD, who) + held(position.junior) + held(position.senior) + position.claimable
}

fn tranche() -> impl Strategy<Value = Tranche> {
	prop_oneof![Just(Junior), Just(Senior)]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(250)))]

	/// A depositor then has at most their payment, and at most a unit and a share's price less. No
	/// other account has less than before.
	#[test]
	fn deposit_should_move_nothing_from_others(setup in setup(), tranche in tranche(), amount in MIN_DEPOSIT..1_000_000 * D) {
		on_chain(100, || {
			setup.make();
			let before = [ALICE, BOB].map(|who| wealth(&who));
			if Pools::deposit(signed(DAVE), 0, tranche, amount, 0).is_err() {
				return;
			}
			let value = worth_in(&DAVE, 0, tranche);
			let book = *record(0).tranche(tranche);
			let share = book.assets / book.shares.max(1) + 2;
			assert!(value <= amount && value + share >= amount, "{value} of {amount}");
			for (before, who) in before.into_iter().zip([ALICE, BOB]) {
				assert!(wealth(&who) >= before);
			}
		});
	}

	/// No account gains by coming and leaving, or by leaving in parts, when there is no other
	/// change in between.
	#[test]
	fn deposit_and_withdrawal_should_never_gain(
		setup in setup(), amount in MIN_DEPOSIT..1_000_000 * D, parts in prop::collection::vec(1u32..100, 1..4),
	) {
		on_chain(100, || {
			setup.make();
			// All that is to be earned is earned first.
			pass(40 * DAY);
			accrue(0);
			if Pools::deposit(signed(DAVE), 0, Junior, amount, 0).is_err() {
				return;
			}
			let others = [ALICE, BOB].map(|who| wealth(&who));
			for percent in parts {
				let shares = Permill::from_percent(percent).mul_floor(shares_of(&DAVE, 0));
				let _ = Pools::request_withdrawal(signed(DAVE), 0, Junior, shares, 0);
			}
			if shares_of(&DAVE, 0) > 0 {
				let _ = Pools::request_withdrawal(signed(DAVE), 0, Junior, shares_of(&DAVE, 0), 0);
			}
			pass(14 * DAY);
			let _ = Pools::process_withdrawals(signed(BUYER), 0, 10);
			assert!(wealth(&DAVE) <= PURSE);
			for (before, who) in others.into_iter().zip([ALICE, BOB]) {
				assert!(wealth(&who) >= before);
			}
		});
	}

	/// A senior deposit is accepted exactly as long as junior stays at or above its least part, to
	/// the unit.
	#[test]
	fn senior_deposit_should_be_accepted_to_the_unit(junior in MIN_DEPOSIT..100_000 * D, least in 10_000u32..=900_000) {
		on_chain(100, || {
			set_limits(|limits| limits.min_junior = Permill::from_parts(least));
			deposit(ALICE, 0, junior);
			// junior >= least × (junior + senior), in whole numbers.
			let most = junior * 1_000_000 / u128::from(least) - junior;
			if !(MIN_DEPOSIT..PURSE).contains(&most) {
				return;
			}
			let try_senior = |amount| Pools::deposit(signed(BOB), 0, Senior, amount, 0).plain();
			assert_noop!(try_senior(most + 1), Error::<Test>::TooLittleJunior);
			assert_ok!(try_senior(most));
		});
	}

	/// A junior withdrawal under required capital leaves junior at or above its least part. One
	/// unit more would not.
	#[test]
	fn junior_withdrawal_should_leave_its_least_part(
		junior in 1_000 * D..100_000 * D, percent in 10u128..300, least in 10_000u32..=500_000,
	) {
		on_chain(100, || {
			set_limits(|limits| limits.min_junior = Permill::from_parts(least));
			deposit(ALICE, 0, junior);
			if Pools::deposit(signed(BOB), 0, Senior, junior * percent / 100, 0).is_err() {
				return;
			}
			sell(0, 1, 1, 1, 30);
			leave(ALICE, 0, 100);
			pass(14 * DAY);
			let _ = Pools::process_withdrawals(signed(BUYER), 0, 10);
			let pool = record(0);
			let is_enough = |junior: Balance| {
				U256::from(junior) * 1_000_000u32 >= U256::from(junior + pool.senior.assets) * U256::from(least)
			};
			assert!(is_enough(pool.junior.assets));
			let rest = pool.junior.assets.saturating_sub(MIN_WITHDRAWAL);
			assert!(pool.junior.queue.length == 0 || !is_enough(rest), "all that may leave has left");
		});
	}

	/// Junior pays first, then senior the rest. In each tranche every share bears the same part,
	/// queued or not.
	#[test]
	fn loss_should_be_borne_by_junior_then_senior(
		setup in setup(), queued in 0u32..=100, part in 0u32..=1_000_000,
	) {
		on_chain(100, || {
			setup.make();
			let Ok(line) = Pools::line(0, 1, Sale::New) else { return };
			let cover = line.room;
			if cover == 0 {
				return;
			}
			let mut policy = sell(0, 1, cover, 1, 30);
			let shares = Permill::from_percent(queued).mul_floor(shares_of(&ALICE, 0));
			let _ = Pools::request_withdrawal(signed(ALICE), 0, Junior, shares, 0);
			let loss = Permill::from_parts(part).mul_floor(cover);
			open(5, 1);
			if loss > 0 {
				claim(&mut policy, loss).unwrap();
			}
			let before = record(0);
			let settled = settle(5, 0, loss).unwrap();
			let after = record(0);
			assert_eq!(settled.from_pool, loss, "fully collateralised");
			let from_junior = loss.min(before.junior.assets);
			let left = before.junior.assets - from_junior;
			if after.junior.is_exhausted() && before.junior.is_live() {
				assert!((U256::from(left) + 1) * U256::from(V * V) < U256::from(before.junior.shares + V));
				assert_eq!(after.junior.assets, 0);
			} else {
				assert_eq!(after.junior.assets, left);
				assert_eq!(after.senior.assets, before.senior.assets - (loss - from_junior));
			}
			assert!(left == 0 || after.senior.assets >= before.senior.assets);
		});
	}

	/// The refund of a premium is exactly the policy's unearned part, rounded down. Every other
	/// policy's premium stays as it is, and so does all capital but for a unit.
	#[test]
	fn refund_should_be_the_exact_floor(
		premium in 1u128..1_000_000 * D, days in 0u64..60, cover in 1u128..1_000 * D, part in 0u32..=1_000_000, after in 0u64..59,
	) {
		on_chain(100, || {
			deposit(ALICE, 0, 2_000 * D);
			let mut policy = sell(0, 1, cover, premium, days);
			let other = sell(0, 3, D, 77 * D, 70);
			pass(after.min(days) * DAY + 54_321);
			accrue(0);
			let by = Permill::from_parts(part).mul_floor(cover).max(1);
			let (mine, others) = (Pools::unearned(0, &policy.stream), Pools::unearned(0, &other.stream));
			let capital = assets(0);
			let held = record(0).held().unwrap();
			let back = reduce(&mut policy, by).expect("in force");
			let exact = (mine.full_mul(by.into()) / cover) >> 64;
			assert_eq!(sp_core::U512::from(back), exact);
			assert_eq!(Pools::unearned(0, &other.stream), others);
			assert!(assets(0) >= capital && assets(0) <= capital + 1);
			assert_eq!(record(0).held(), Some(held - back));
		});
	}

	/// Room is sold to the unit, and one unit more is refused. Queued and unlocking shares of both
	/// tranches take their room away.
	#[test]
	fn room_should_be_exact_to_the_unit(
		setup in setup(), queued in 0u32..=100, cancelled in any::<bool>(), weight in 1u32..=100, product in 1u32..4,
	) {
		on_chain(150, || {
			setup.make();
			weigh(0, product, weight);
			for (who, tranche) in [(ALICE, Junior), (BOB, Senior)] {
				let shares = Permill::from_percent(queued).mul_floor(shares_in(&who, 0, tranche));
				if Pools::request_withdrawal(signed(who.clone()), 0, tranche, shares, 0).is_ok() && cancelled {
					assert_ok!(Pools::cancel_withdrawal(signed(who), 0, tranche, 0));
				}
			}
			let room = Pools::line(0, product, Sale::New).expect("sells").room;
			assert_eq!(try_sell(0, product, room + 1, 1, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
			if room > 0 {
				sell(0, product, room, 1, 30);
				assert_eq!(Pools::line(0, product, Sale::New).expect("sells").room, 0);
			}
		});
	}

	/// Cancelling a request gives exactly its shares back. In the meantime capacity is never above
	/// its start.
	#[test]
	fn request_and_cancel_should_change_nothing_in_the_end(setup in setup(), cuts in prop::collection::vec(1u32..100, 1..5)) {
		on_chain(100, || {
			setup.make();
			pass(40 * DAY);
			accrue(0);
			let (position, state) = (position_in(&ALICE, 0, Junior), Pools::state(0));
			let room = || Pools::line(0, 1, Sale::New).expect("sells").room;
			let most = room();
			let mut low = most;
			let mut count = 0;
			for percent in cuts {
				let shares = Permill::from_percent(percent).mul_floor(shares_of(&ALICE, 0));
				if Pools::request_withdrawal(signed(ALICE), 0, Junior, shares, 0).is_ok() {
					count += 1;
					assert!(room() <= low);
					low = room();
				}
			}
			// The last request is cancelled first.
			for index in (0..count).rev() {
				assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, index));
				assert!(room() <= low + 1, "one rounding less");
			}
			pass(2 * DAY);
			accrue(0);
			let after = position_in(&ALICE, 0, Junior);
			assert_eq!((after.shares, after.queued, room()), (position.shares, 0, most));
			let (before, after) = (state.unwrap(), Pools::state(0).unwrap());
			assert_eq!((before.junior.assets, before.junior.shares), (after.junior.assets, after.junior.shares));
			assert_eq!((after.junior.queued, after.junior.unlocking), (0, 0));
		});
	}

	/// Transfers back and forth change no account's sum, but for a unit of rounding each.
	#[test]
	fn transfers_should_create_nothing(setup in setup(), moves in prop::collection::vec((0u8..3, 0u8..3, 0u32..=1_000_000), 1..8)) {
		on_chain(100, || {
			setup.make();
			let people = [ALICE, BOB, DAVE];
			let total = record(0).junior.shares;
			let value = record(0).junior.assets;
			for (from, to, part) in moves {
				let (from, to) = (&people[usize::from(from)], &people[usize::from(to)]);
				let shares = Permill::from_parts(part).mul_floor(shares_of(from, 0));
				let before = (shares_of(from, 0), shares_of(to, 0));
				if Pools::transfer(signed(from.clone()), 0, Junior, to.clone(), shares).is_ok() {
					assert_eq!((shares_of(from, 0), shares_of(to, 0)), (before.0 - shares, before.1 + shares));
				}
			}
			assert_eq!(people.iter().map(|who| shares_of(who, 0)).sum::<Balance>(), total);
			assert!(people.iter().map(|who| worth_of(who, 0)).sum::<Balance>() <= value);
		});
	}

	/// Two incidents get the same parts of a short pool whichever is settled first, to the unit.
	#[test]
	fn racing_incidents_should_get_the_same_in_any_order(
		capital in MIN_DEPOSIT..10_000 * D, first in 1u32..=1_000_000, second in 1u32..=1_000_000,
	) {
		let run = |order: [IncidentId; 2]| on_chain(200, || {
			deposit(ALICE, 0, capital);
			let losses = [first, second].map(|part| Permill::from_parts(part).mul_ceil(capital));
			let mut parts = [0; 2];
			for (incident, product) in [(1, 1), (2, 3)] {
				sell(0, product, capital, 1, 30);
				open(incident, product);
				reject(incident, product);
			}
			open(1, 1);
			open(2, 3);
			total(1, 0, losses[0]).unwrap();
			total(2, 0, losses[1]).unwrap();
			for incident in order {
				let at = usize::try_from(incident).unwrap() - 1;
				parts[at] = settle(incident, 0, losses[at]).unwrap().from_pool;
			}
			assert_eq!(parts.iter().sum::<Balance>(), capital.min(losses.iter().sum()), "nothing is withheld");
			parts
		});
		let (one, other) = (run([1, 2]), run([2, 1]));
		for at in 0..2 {
			prop_assert!(one[at].abs_diff(other[at]) <= 1, "{one:?} {other:?}");
		}
	}

	/// A limit is kept: an amount that is paid is worth at least the limit, and one that is
	/// returned is worth less.
	#[test]
	fn limits_should_be_kept_at_payment(setup in setup(), limit in 500_000u32..=1_000_000, loss in 0u32..=600_000, bound in 0u32..=1_000_000) {
		on_chain(100, || {
			setup.make();
			let all = shares_of(&ALICE, 0);
			let value = record(0).junior.value(all).unwrap();
			let min_out = Permill::from_parts(limit).mul_floor(value);
			let Ok(line) = Pools::line(0, 1, Sale::New) else { return };
			let cover = Permill::from_parts(loss).mul_floor(line.room);
			let other = Permill::from_parts(bound).mul_floor(line.room - cover);
			let policy = (cover > 0).then(|| sell(0, 1, cover, 1, 40));
			if other > 0 {
				sell(0, 3, other, 1, 40);
			}
			if Pools::request_withdrawal(signed(ALICE), 0, Junior, all, min_out).is_err() {
				return;
			}
			if let Some(mut policy) = policy {
				strike(5, &mut policy, cover);
			}
			pass(14 * DAY);
			System::reset_events();
			let _ = Pools::process_withdrawals(signed(BUYER), 0, 10);
			for event in events() {
				match event {
					crate::Event::WithdrawalPaid { shares, amount, .. } => {
						// The price in the request: `min_out` for all shares.
						let (paid, asked) = (U256::from(amount + 1) * U256::from(all), U256::from(min_out) * U256::from(shares));
						assert!(paid >= asked, "{amount} for {shares} of {all}, limit {min_out}");
					}
					crate::Event::WithdrawalReturned { value, min_out, .. } => assert!(value < min_out),
					_ => (),
				}
			}
		});
	}
}
