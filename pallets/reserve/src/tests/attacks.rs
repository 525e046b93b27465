// SPDX-License-Identifier: Apache-2.0

//! Attacks on the reserve. Each test fails when the guard it names is taken out.

use super::mock::*;
use crate::*;
use breakwater_primitives::Backstop;
use frame_support::{
	assert_noop,
	traits::{fungibles::Mutate, tokens::Preservation},
};
use sp_runtime::Permill;

/// Guard: limits and funds are of the books, not of the balance.
#[test]
fn donation_straight_to_the_account_should_change_nothing() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		let sent = AllAssets::transfer(USD, &ALICE, &account(), 1_000_000, Preservation::Preserve);
		assert!(sent.is_ok());
		assert_eq!(
			book(&USD),
			Book { own: 1_000, received: income(&[(IncomeLine::Premiums, 1_000)]), ..Default::default() }
		);
		assert_eq!(Reserve::state(USD).expect("there is an account").own, 1_000);
		assert_eq!(Pools::<Test>::get(POOL, USD).contributed, 1_000);
		assert_eq!(draw(1, POOL, 1_000), Some((200, 800)));
		assert_eq!(balance(&USD, &account()), 1_000_800);
	});
}

/// Guard: the amount that can be paid is the lesser of the book and the balance.
#[test]
fn gifts_should_neither_be_paid_out_nor_block_a_draw_when_the_funds_run_out() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		let sent = AllAssets::transfer(USD, &ALICE, &account(), 1_000_000, Preservation::Preserve);
		assert!(sent.is_ok());
		PerIncident::set(Permill::from_percent(60));
		PerGroup::set(Permill::one());
		// The limits are 600 of 1,000 and 599 of 999: together more than there is.
		assert_eq!(draw(1, POOL, 1), Some((1, 0)));
		assert_eq!(draw(2, POOL, 1), Some((1, 0)));
		assert_eq!(draw(1, POOL, 599), Some((599, 0)));
		assert_eq!(draw(2, POOL, 598), Some((399, 0)));
		assert_eq!(book(&USD).own, 0);
		assert_eq!(balance(&USD, &account()), 1_000_000);
	});
}

/// Guard: admission.
#[test]
fn pool_that_is_not_admitted_should_draw_nothing() {
	ExtBuilder::default()
		.with_donation(USD, 1_000_000)
		.with_contribution(STRANGE, USD, 1_000)
		.build_and_execute(|| {
			open(1, &USD, 1);
			let before = snapshot();
			assert_eq!(draw(1, STRANGE, 100), None);
			assert_eq!(draw(1, STRANGE, u128::MAX), None);
			assert_eq!(snapshot(), before);
		});
}

/// Guard: the multiple of contributions, over the pool's whole life and owed amounts included.
#[test]
fn self_made_pool_should_not_draw_more_than_ten_times_its_contributions() {
	ExtBuilder::default().with_donation(USD, 1_000_000).with_contribution(POOL, USD, 70).build_and_execute(
		|| {
			let mut got = 0;
			for incident in 0..20 {
				let (paid, held_back) = draw(incident, POOL, 400).unwrap_or_default();
				got += paid + held_back;
			}
			assert_eq!(got, 700);
			assert_eq!(book(&USD).paid_out + book(&USD).owed, 700);
		},
	);
}

/// Guard: the amount owed counts as got.
#[test]
fn owed_money_should_count_against_the_pool_limit() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 900), Some((20, 880)));
		assert_eq!(draw(2, POOL, 900), Some((16, 84)));
		assert_eq!(draw(3, POOL, 900), None);
	});
}

/// Guard: the capital before the loss.
#[test]
fn self_made_pool_should_not_draw_more_than_its_capital() {
	ExtBuilder::default()
		.with_donation(USD, 1_000_000)
		.with_contribution(POOL, USD, 1_000)
		.build_and_execute(|| {
			assert_eq!(draw_with(1, POOL, &USD, 50, 5_000), Some((50, 0)));
			// A second request of the same incident does not start anew.
			assert_eq!(draw_with(1, POOL, &USD, 50, 5_000), None);
			assert_eq!(book(&USD).owed, 0);
		});
}

/// Guard: a donation is not a contribution.
#[test]
fn donating_should_not_buy_a_pool_limit() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 100), None);
	});
}

/// Guard: contributions are counted by asset.
#[test]
fn contributions_in_a_cheap_asset_should_not_open_a_dear_one() {
	ExtBuilder::default()
		.with_donation(USD, 1_000_000)
		.with_contribution(POOL, NATIVE, 1_000_000)
		.build_and_execute(|| {
			assert_eq!(draw_with(1, POOL, &USD, 1_000, 100), None);
		});
}

/// Guard: the limit per incident.
#[test]
fn one_incident_should_not_take_more_than_its_part_through_many_pools() {
	let mut builder = ExtBuilder::default();
	for pool in 10..20 {
		builder = builder.with_contribution(pool, USD, 1_000);
	}
	builder.build_and_execute(|| {
		let mut paid = 0;
		let pools: Vec<_> = (10..20).map(|pool| (pool, 1)).collect();
		set_locks(1, &pools);
		(10..20).for_each(|pool| Admitted::<Test>::insert(pool, ()));
		for pool in 10..20 {
			paid += draw(1, pool, 1_000).map_or(0, |(paid, _)| paid);
		}
		assert_eq!(paid, 2_000);
		assert_eq!(book(&USD).owed, 8_000);
	});
}

/// Guard: only listed assets, so that no account fills the books with assets of its own making.
#[test]
fn worthless_assets_should_not_enter_the_books() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_noop!(Reserve::donate(origin, JUNK, RICH / 2), Error::<Test>::AssetNotListed);
		assert_eq!(Books::<Test>::iter().count(), 0);
	});
}

/// Guard: `try_state` compares the books with the balance.
#[test]
fn try_state_should_see_money_missing_from_the_account() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		rob(&USD, 1);
		assert!(Reserve::do_try_state().is_err());
		contribute(POOL, &USD, 1);
		let robbed = book(&USD);
		Books::<Test>::insert(
			USD,
			Book { own: 1_000, received: income(&[(IncomeLine::Premiums, 1_000)]), ..robbed },
		);
		Pools::<Test>::mutate(POOL, USD, |pool| pool.contributed = 1_000);
	});
}

/// Guard: `try_state` sums the obligations.
#[test]
fn try_state_should_see_forgotten_debts() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 500);
		let right = book(&USD);
		Books::<Test>::insert(USD, Book { owed: 0, ..right });
		assert!(Reserve::do_try_state().is_err());
		Books::<Test>::insert(USD, right);
		let account = Incidents::<Test>::get(1).expect("drawn");
		Incidents::<Test>::insert(1, IncidentAccount { limit: 100, ..account.clone() });
		assert!(Reserve::do_try_state().is_err());
		Incidents::<Test>::insert(1, account);
		let pool = Pools::<Test>::get(POOL, USD);
		Pools::<Test>::insert(POOL, USD, PoolAccount { owed: 0, ..pool });
		assert!(Reserve::do_try_state().is_err());
		Pools::<Test>::insert(POOL, USD, pool);
	});
}

/// Guard: a payment counts against the multiple for good, repaid or not.
#[test]
fn drawing_and_repaying_in_turn_should_not_open_the_pool_limit_again() {
	ExtBuilder::default().with_donation(USD, 1_000_000).with_contribution(POOL, USD, 70).build_and_execute(
		|| {
			let mut got = 0;
			for incident in 0..20 {
				let paid = draw(incident, POOL, 400).map_or(0, |(paid, _)| paid);
				assert!(repay(POOL, &USD, paid).is_ok());
				got += paid;
			}
			assert_eq!(got, 700);
			assert_eq!(Pools::<Test>::get(POOL, USD).contributed, 70);
		},
	);
}

/// Guard: no more is taken back than is lent, in the asset that is lent, from the pool that drew.
/// Otherwise a pool could pass money through the reserve's books, or wipe out another's loan.
#[test]
fn repaying_what_is_not_lent_should_be_refused() {
	ExtBuilder::default()
		.with_contribution(POOL, USD, 1_000)
		.with_contribution(POOL, NATIVE, 1_000)
		.build_and_execute(|| {
			assert_eq!(draw(1, POOL, 150), Some((150, 0)));
			let books = || {
				let pools = [(POOL, USD), (POOL, NATIVE), (STRANGE, USD)];
				(book(&USD), book(&NATIVE), pools.map(|(pool, asset)| Pools::<Test>::get(pool, asset)))
			};
			let before = books();
			for (pool, asset, amount) in [(POOL, USD, 151), (POOL, NATIVE, 150), (STRANGE, USD, 1)] {
				assert_eq!(repay(pool, &asset, amount), Err(amount));
			}
			assert_eq!(books(), before);
		});
}

/// Guard: a write-off goes as far as the loan and no further.
#[test]
fn writing_off_more_than_is_lent_should_forgive_only_the_loan() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 950), Some((200, 750)));
		Reserve::written_off(POOL, USD, u128::MAX);
		assert_eq!(Reserve::lent(POOL, &USD), 0);
		assert_eq!(Pools::<Test>::get(POOL, USD).written_off, 200);
		// The obligation of the reserve is another matter.
		assert_eq!(book(&USD).owed, 750);
		assert_eq!(book(&USD).own, 800);
	});
}

/// Guard: `try_state` sums the loans.
#[test]
fn try_state_should_see_forgotten_loans() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 100);
		let right = book(&USD);
		Books::<Test>::insert(USD, Book { lent: 0, ..right });
		assert!(Reserve::do_try_state().is_err());
		Books::<Test>::insert(USD, right);
		let pool = Pools::<Test>::get(POOL, USD);
		Pools::<Test>::insert(POOL, USD, PoolAccount { written_off: 101, ..pool });
		assert!(Reserve::do_try_state().is_err());
		Pools::<Test>::insert(POOL, USD, pool);
	});
}

/// Guard: governance changes never reach back.
#[test]
fn lowering_the_multiple_should_not_take_back_nor_break_the_invariants() {
	ExtBuilder::default().with_contribution(POOL, USD, 100).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 900), Some((20, 880)));
		PoolMultiple::set(1);
		assert_eq!(draw(2, POOL, 900), None);
		PerIncident::set(Permill::zero());
		assert_eq!(book(&USD).owed, 880);
	});
}

/// Guard: no call is cheaper than what it touches.
#[test]
fn weights_should_not_be_below_the_databases_cost() {
	use frame_support::weights::constants::ParityDbWeight;
	// The least reads and writes of each, without the movement of money.
	for (weight, reads, writes) in [
		(<() as WeightInfo>::donate(), 1, 1),
		(<() as WeightInfo>::admit_pool(), 1 + 32, 1),
		(<() as WeightInfo>::remove_pool(), 1, 1),
	] {
		assert!(weight.all_gte(ParityDbWeight::get().reads_writes(reads, writes)));
	}
}
