// SPDX-License-Identifier: Apache-2.0

//! Renewals of cover while incidents freeze the pool, and renewals that are taken back.

use super::mock::*;
use crate::{CoverEnds, Error, Event, PoolStatus, PremiumEnds};
use breakwater_primitives::{Day, LineState};
use frame_support::traits::fungibles::Balanced;
use proptest::prelude::*;
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult};

/// Renews a policy for `days`, for a premium, while `incident` is open on its product.
fn renew(
	policy: &mut Policy,
	premium: Balance,
	until: Moment,
	days: Moment,
	incident: Option<IncidentId>,
) -> DispatchResult {
	let (credit, new) = (AllAssets::issue(record(policy.pool).asset, premium), policy.expires + days * DAY);
	let sale = Sale::Renewal { incident };
	let renewed = Pools::extend_cover(&policy.backing(), credit, ends(new, until), sale);
	policy.stream = renewed.map_err(|(error, _)| error)?;
	policy.expires = new;
	Ok(())
}

/// Takes a renewal back: the policy ends as `old` did, whose premium lasted until `until`. The
/// refund goes to the buyer.
fn shorten(
	policy: &mut Policy,
	old: &Policy,
	until: Moment,
	back: (Balance, Balance),
) -> Result<Balance, DispatchError> {
	let back = Fraction { part: back.0, of: back.1 };
	let (stream, credit) = Pools::shorten_cover(&policy.backing(), ends(old.expires, until), back)?;
	policy.stream = stream;
	policy.expires = old.expires;
	let money = credit.peek();
	if money > 0 {
		AllAssets::resolve(&BUYER, credit).expect("the buyer takes it");
	}
	Ok(money)
}

fn renewal_line(incident: Option<IncidentId>) -> LineState {
	Pools::line(0, 1, Sale::Renewal { incident }).expect("it is renewed")
}

/// Returns the active day on which the cover of a policy ends.
fn expiry(policy: &Policy) -> Day {
	Day::try_from(policy.expires / DAY + 1).expect("a day")
}

/// Returns the days on which cover of pool 0 ends, and the amounts of product 1.
fn cover_ends() -> Vec<(Day, Balance)> {
	let of_one = |(day, bucket): (Day, crate::CoverBucket)| {
		Some((day, bucket.iter().find(|(product, _)| *product == 1)?.1))
	};
	let mut ends: Vec<_> = CoverEnds::<Test>::iter_prefix(0).filter_map(of_one).collect();
	ends.sort_unstable();
	ends
}

/// Checks that all paid-in money is earned or has gone back: the pool holds exactly the sum of its
/// books.
fn is_exact(pool: PoolId) {
	assert_eq!(record(pool).held(), Some(balance(USD, &account(pool)) - 1), "to the unit");
}

mod renew_cover {
	use super::*;

	#[test]
	fn renew_cover_should_be_done_when_another_products_incident_freezes_the_pool() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			sell(0, 3, 100 * D, D, 30);
			open(1, 3);
			let until = now() + 60 * DAY;
			assert_eq!(extend(&mut policy, 7 * D, until, 30), Err(Error::<Test>::PoolFrozen.into()));
			assert_ok!(renew(&mut policy, 7 * D, until, 30, None));
			assert_eq!(record(0).books.unearned, U256::from(18 * D) << 64);
			assert_eq!((line(0, 1).exposure, line(0, 1).locked), (100 * D, 0));
			assert_eq!(cover_ends(), [(expiry(&policy), 100 * D)]);
			is_exact(0);
		});
	}

	#[test]
	fn renew_cover_should_be_done_when_its_own_incident_locks_all_of_the_cover() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			sell(0, 1, 900 * D, 10 * D, 30);
			let before = Pools::line(0, 1, Sale::New).unwrap();
			open(1, 1);
			assert_eq!(renewal_line(Some(1)), before, "the lock is for the cover itself");
			assert_ok!(renew(&mut policy, 7 * D, now() + 60 * DAY, 30, Some(1)));
			assert_eq!((line(0, 1).exposure, line(0, 1).locked), (1_000 * D, 1_000 * D));
			reject(1, 1);
			assert_eq!(line(0, 1).locked, 0);
		});
	}

	/// Guard: capital for claims that exist already backs no cover.
	#[test]
	fn renew_cover_should_not_count_on_capital_for_claims() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 500 * D, 1, 30);
			let mut struck = sell(0, 1, 400 * D, 1, 30);
			weigh(0, 1, 60);
			let until = now() + 60 * DAY;
			open(1, 1);
			// 900 of cover at a weight of 60 %.
			assert_eq!(renew(&mut policy, D, until, 30, Some(1)), Err(Error::<Test>::NoCapacity.into()));
			claim(&mut struck, 400 * D).unwrap();
			// 500 left, of 60 % of the 600 that are not claimed: before the claims are known, and
			// after.
			assert_eq!(renewal_line(Some(1)).capacity, 360 * D);
			assert_eq!(renew(&mut policy, D, until, 30, Some(1)), Err(Error::<Test>::NoCapacity.into()));
			total(1, 0, 400 * D).unwrap();
			assert_eq!(renewal_line(Some(1)).capacity, 360 * D);
			assert_eq!(renew(&mut policy, D, until, 30, Some(1)), Err(Error::<Test>::NoCapacity.into()));
			weigh(0, 1, 84);
			assert_ok!(renew(&mut policy, D, until, 30, Some(1)));
			settle(1, 0, 400 * D).unwrap();
			assert_eq!((line(0, 1).exposure, line(0, 1).locked), (500 * D, 0));
		});
	}

	/// Guard: a renewal does not bind a pool for longer than it chose.
	#[test]
	fn renew_cover_should_be_refused_when_the_pool_has_lowered_its_weight() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			let mut other = sell(0, 1, 100 * D, 10 * D, 30);
			let until = now() + 60 * DAY;
			weigh(0, 1, 19);
			for incident in [None, Some(1)] {
				if incident.is_some() {
					open(1, 1);
				}
				for policy in [&mut policy, &mut other] {
					let refused = renew(policy, D, until, 30, incident);
					assert_eq!(refused, Err(Error::<Test>::NoCapacity.into()));
				}
			}
			weigh(0, 1, 20);
			assert_ok!(renew(&mut policy, D, until, 30, Some(1)));
		});
	}

	#[test]
	fn renew_cover_should_be_refused_when_the_pool_is_paused_or_not_caught_up() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 90);
			let until = now() + 120 * DAY;
			open(1, 1);
			assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Paused));
			assert_eq!(renew(&mut policy, D, until, 30, Some(1)), Err(Error::<Test>::PoolPaused.into()));
			assert_eq!(
				Pools::line(0, 1, Sale::Renewal { incident: Some(1) }),
				Err(Error::<Test>::PoolPaused.into())
			);
			assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Open));
			TestClock::pass(40 * DAY);
			assert_eq!(renew(&mut policy, D, until, 30, Some(1)), Err(Error::<Test>::AccrualRequired.into()));
			accrue(0);
			assert_ok!(renew(&mut policy, D, until, 30, Some(1)));
		});
	}

	/// Guard: a renewal is refused for every lock but that of the incident that is open on the
	/// product.
	#[test]
	fn renew_cover_should_be_refused_when_another_incident_locks_the_line() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			open(1, 1);
			let until = now() + 60 * DAY;
			for incident in [None, Some(2)] {
				let refused = renew(&mut policy, D, until, 30, incident);
				assert_eq!(refused, Err(Error::<Test>::NoCapacity.into()));
			}
		});
	}
}

mod shorten_cover {
	use super::*;

	#[test]
	fn shorten_cover_should_undo_a_renewal_when_it_was_just_made() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			let (old, until, books) = (policy.clone(), now() + 30 * DAY, record(0).books);
			assert_ok!(renew(&mut policy, 20 * D, now() + 60 * DAY, 30, None));
			open(1, 1);
			let renewed = policy.clone();
			assert_eq!(shorten(&mut policy, &old, until, (20 * D, 30 * D)), Ok(20 * D));
			assert_eq!((record(0).books, policy.stream), (books, old.stream));
			assert_eq!(cover_ends(), [(expiry(&old), 100 * D)]);
			assert_eq!((line(0, 1).exposure, line(0, 1).locked), (100 * D, 100 * D));
			let told = Event::CoverShortened {
				pool: 0,
				product: 1,
				cover: 100 * D,
				refund: 20 * D,
				earned: 0,
				old_expiry: expiry(&renewed),
				new_expiry: expiry(&old),
				boundary: old.stream.boundary,
				old_exposure: 100 * D,
				new_exposure: 100 * D,
			};
			System::assert_has_event(told.into());
			is_exact(0);
		});
	}

	#[test]
	fn shorten_cover_should_end_the_cover_when_its_old_day_is_over() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
			let (old, until) = (policy.clone(), now() + 30 * DAY);
			assert_ok!(renew(&mut policy, 20 * D, now() + 90 * DAY, 60, None));
			open(1, 1);
			pass(25 * DAY);
			accrue(0);
			pass(25 * DAY);
			accrue(0);
			let unearned = Pools::unearned(0, &policy.stream);
			let back = shorten(&mut policy, &old, until, (20 * D, 30 * D)).unwrap();
			assert_eq!(U256::from(back), (unearned * U256::from(2) / U256::from(3)) >> 64);
			// The rest is earned at once.
			assert_eq!((record(0).books, PremiumEnds::<Test>::iter_prefix(0).count()), Default::default());
			assert_eq!((line(0, 1).exposure, line(0, 1).locked, cover_ends()), (0, 100 * D, vec![]));
			is_exact(0);
			// Its claim leaves the exposure as it is.
			claim(&mut policy, 100 * D).unwrap();
			settle(1, 0, 100 * D).unwrap();
			assert_eq!(line(0, 1).exposure, 0);
		});
	}

	#[test]
	fn shorten_cover_should_leave_the_exposure_when_the_new_day_is_over_too() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 10);
			sell(0, 1, 50 * D, 10 * D, 90);
			let (old, until) = (policy.clone(), now() + 10 * DAY);
			assert_ok!(renew(&mut policy, 20 * D, now() + 20 * DAY, 10, None));
			open(1, 1);
			for _ in 0..2 {
				pass(25 * DAY);
				accrue(0);
			}
			assert_eq!(shorten(&mut policy, &old, until, (2, 3)), Ok(0));
			assert_eq!(line(0, 1).exposure, 50 * D);
		});
	}

	/// A claim is never held up. The renewal is taken back in every state of the pool.
	#[test]
	fn shorten_cover_should_be_done_when_the_pool_is_paused_and_not_caught_up() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 90);
			let (old, until) = (policy.clone(), now() + 90 * DAY);
			assert_ok!(renew(&mut policy, 20 * D, now() + 120 * DAY, 30, None));
			open(1, 1);
			assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Paused));
			pass(80 * DAY);
			assert!(shorten(&mut policy, &old, until, (20 * D, 30 * D)).unwrap() > 0);
			assert_eq!(cover_ends(), [(expiry(&old), 100 * D)]);
			is_exact(0);
			accrue(0);
		});
	}

	#[test]
	fn shorten_cover_should_be_refused_when_it_would_not_be_shorter_or_more_would_come_back() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let policy = sell(0, 1, 100 * D, 10 * D, 30);
			let until = now() + 30 * DAY;
			let later = Policy { expires: policy.expires + 1, ..policy.clone() };
			let refused = |old: &Policy, back| shorten(&mut policy.clone(), old, until, back);
			assert_eq!(refused(&policy, (1, 2)), Err(Error::<Test>::EndInThePast.into()));
			assert_eq!(refused(&later, (1, 2)), Err(Error::<Test>::EndInThePast.into()));
			let sooner = Policy { expires: policy.expires - DAY, ..policy.clone() };
			assert_eq!(refused(&sooner, (2, 1)), Err(Error::<Test>::BooksBroken.into()));
			assert_eq!(refused(&sooner, (1, 0)), Err(Error::<Test>::BooksBroken.into()));
		});
	}

	/// Sets up 100 D of long cover. 300 D are sold for a day, and renewed for seven. Then comes
	/// incident 1, whose event is before the renewal. On day 23 also the renewed day of the 300 D
	/// is over. Gives the policy, its state before its renewal, and the end of its premium then.
	fn on_day_23(test: impl FnOnce(Policy, Policy, Moment)) {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			sell(0, 1, 100 * D, 1, 130);
			let mut policy = sell(0, 1, 300 * D, 10 * D, 1);
			let (old, until) = (policy.clone(), now() + DAY);
			assert_ok!(renew(&mut policy, D, now() + 8 * DAY, 7, None));
			open(1, 1);
			pass(23 * DAY);
			accrue(0);
			check();
			assert_eq!(line(0, 1).exposure, 100 * D);
			test(policy, old, until);
		});
	}

	/// Guard: the pool was bricked when a void renewal put back cover that had ended.
	#[test]
	fn shorten_cover_should_change_nothing_when_the_renewed_day_is_over() {
		for used in [150, 300] {
			on_day_23(|mut policy, old, until| {
				let before = line(0, 1);
				shorten(&mut policy, &old, until, (1, 2)).unwrap();
				assert_eq!(line(0, 1), before);
				check();
				claim(&mut policy, used * D).unwrap();
				assert_eq!(settle(1, 0, used * D).unwrap().from_pool, used * D);
				assert_eq!(line(0, 1).exposure, before.exposure);
				check();
				pass(10 * DAY);
				accrue(0);
				deposit(BOB, 0, 100 * D);
				assert_eq!((line(0, 1).exposure, line(0, 1).locked), (100 * D, 0));
				pass(400 * DAY);
				accrue(0);
				assert_eq!(line(0, 1).exposure, 0);
			});
		}
	}

	/// Guard: on no day is the claim after a void renewal refused.
	#[test]
	fn claim_should_be_booked_after_a_void_renewal_on_each_day() {
		on_day_23(|policy, old, until| {
			for day in 23..40 {
				accrue(0);
				let mut policy = policy.clone();
				let booked = frame_support::storage::with_transaction(|| {
					let booked =
						shorten(&mut policy, &old, until, (1, 2)).and_then(|_| claim(&mut policy, 300 * D));
					check();
					sp_runtime::TransactionOutcome::Rollback(booked)
				});
				assert_eq!(booked, Ok(()), "day {day}");
				pass(DAY);
			}
		});
	}

	/// The renewed day is to come and the old one is over: the cover ends now.
	#[test]
	fn shorten_cover_should_end_cover_when_the_old_day_is_over() {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, 10 * D, 1);
			let (old, until) = (policy.clone(), now() + DAY);
			assert_ok!(renew(&mut policy, D, now() + 60 * DAY, 60, None));
			open(1, 1);
			pass(20 * DAY);
			shorten(&mut policy, &old, until, (1, 2)).unwrap();
			assert_eq!((line(0, 1).exposure, line(0, 1).locked), (0, 100 * D));
			assert_eq!(cover_ends(), []);
			claim(&mut policy, 60 * D).unwrap();
			assert_eq!(settle(1, 0, 60 * D).unwrap().from_pool, 60 * D);
		});
	}

	/// Guard: an amount that leaves a pledged stream leaves the pledge.
	#[test]
	fn shorten_cover_should_keep_the_pledge_in_step() {
		ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
			set_reserve(|reserve| reserve.gives = Some(PURSE));
			deposit(ALICE, 0, 100 * D);
			let mut first = sell(0, 1, 100 * D, 1, 30);
			let mut policy = sell(0, 3, 40 * D, 10 * D, 30);
			let (old, until) = (policy.clone(), now() + 30 * DAY);
			assert_ok!(renew(&mut policy, 20 * D, now() + 60 * DAY, 30, None));
			let mut second = sell(0, 3, 10 * D, 1, 30);
			strike(1, &mut first, 100 * D);
			strike(2, &mut second, 10 * D);
			assert!(record(0).is_pledged(policy.stream.generation));
			let pledged = |policy: &Policy| {
				let pledge = record(0).pledge.expect("a loan").books;
				let rest = pledge.unearned - Pools::unearned(0, &policy.stream);
				assert!(rest < U256::from(2u128 << 64), "only the policy's premium is worth naming");
				pledge.unearned
			};
			let before = pledged(&policy);
			check();
			pass(10 * DAY);
			accrue(0);
			open(3, 3);
			let unearned = Pools::unearned(0, &policy.stream);
			let back = shorten(&mut policy, &old, until, (20 * D, 30 * D)).unwrap();
			assert_eq!(U256::from(back), (unearned * U256::from(2) / U256::from(3)) >> 64);
			assert!(pledged(&policy) < before);
			check();
			is_exact(0);
		});
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(250)))]

	/// Renewed, taken back at any time, claimed in part, and run to the end. Every unit is earned
	/// or given back, and the pool holds exactly the sum of its books.
	#[test]
	fn taken_back_renewals_should_be_exact_to_the_unit(
		first in 1u128..100_000 * D, more in 1u128..100_000 * D, gap in 0u64..29 * DAY, later in 0u64..80 * DAY,
		part in (0u128..1_000_000, 1u128..1_000_000), used in 1u128..100 * D, caught_up in any::<bool>(),
	) {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			set_reserve(|reserve| reserve.share = Permill::zero());
			set_limits(|limits| limits.treasury_share = Permill::zero());
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, first, 30);
			let (old, until) = (policy.clone(), now() + 30 * DAY);
			pass(gap);
			accrue(0);
			let before = Pools::unearned(0, &policy.stream);
			renew(&mut policy, more, until + 60 * DAY, 60, None).expect("renewed");
			open(1, 1);
			pass(later);
			if caught_up {
				accrue(0);
			}
			let at_most = Pools::unearned(0, &policy.stream);
			let (back, rest) = (part.0.min(part.1), part.1);
			let refund = shorten(&mut policy, &old, until, (back, rest)).expect("never refused");
			assert!(U256::from(refund) << 64 <= at_most && at_most <= before + (U256::from(more) << 64));
			assert_eq!(record(0).books.unearned, Pools::unearned(0, &policy.stream));
			is_exact(0);
			claim(&mut policy, used).expect("never refused");
			settle(1, 0, used).expect("settled");
			pass(300 * DAY);
			accrue(0);
			assert_eq!(assets(0), 1_000 * D + first + more - refund - used);
			assert_eq!((record(0).books, line(0, 1).exposure), (Default::default(), 0));
		});
	}
}
