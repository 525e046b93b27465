// SPDX-License-Identifier: Apache-2.0

//! Fees and budget, paid by blocks.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Permill;

type Error = crate::Error<Test>;

/// The money of fees comes into the account, as the runtime sends it.
fn fees(amount: Balance) {
	give(AssetId::Native, &pot(), amount);
}

#[test]
fn fees_should_be_paid_by_blocks_and_the_rest_stay() {
	run(chain(3, 3), || {
		fees(1_000);
		author(&[1], 10);
		author(&[2], 20);
		author(&[3], 11);
		Session::rotate_session();
		let paid = [243, 487, 268];
		assert_eq!([1, 2, 3].map(free), paid.map(|amount| RICH - BOND + amount));
		assert_eq!(balance(AssetId::Native, &pot()), ED + 2, "the rest of the rounding");
		assert_eq!(events()[0], Event::FeesShared { session: 0, validators: 1_000, reserve: 0, treasury: 0 });
		assert_eq!(events()[1], Event::RewardPaid { who: person(1), session: 0, blocks: 10, amount: 243 });
		author(&[1], 1);
		Session::rotate_session();
		assert_eq!(free(1), RICH - BOND + 245, "the next session has it");
	});
}

#[test]
fn treasury_should_have_the_fees_that_are_not_the_validators() {
	run(chain(3, 2), || {
		Numbers::mutate(|limits| limits.fee_share = Permill::from_percent(25));
		fees(1_001);
		author(&[1, 2], 5);
		Session::rotate_session();
		assert_eq!([1, 2].map(free), [RICH - BOND + 125; 2]);
		assert_eq!(balance(AssetId::Native, &TreasuryAccount::get()), RICH + 751);
		assert_eq!(balance(AssetId::Native, &pot()), ED);
	});
}

#[test]
fn reserve_should_have_its_part_of_the_fees_that_are_not_the_validators() {
	use breakwater_testing::{reserve, set_reserve, RESERVE_ACCOUNT};
	run(chain(3, 2), || {
		Numbers::mutate(|limits| {
			(limits.fee_share, limits.reserve_share) = (Permill::from_percent(25), Permill::from_percent(20));
		});
		let before = balance(AssetId::Native, &RESERVE_ACCOUNT);
		fees(1_001);
		author(&[1, 2], 5);
		Session::rotate_session();
		// 250 of 1,001 are the validators', and a fifth of the rest, rounded down, the reserve's.
		assert_eq!(
			events()[0],
			Event::FeesShared { session: 0, validators: 250, reserve: 150, treasury: 601 }
		);
		assert_eq!(reserve().income.fees, 150);
		assert_eq!(balance(AssetId::Native, &RESERVE_ACCOUNT), before + 150);
		assert_eq!(balance(AssetId::Native, &TreasuryAccount::get()), RICH + 601);
		// The treasury has the part that the reserve does not take.
		set_reserve(|reserve| reserve.refuses = true);
		fees(1_001);
		author(&[1, 2], 5);
		Session::rotate_session();
		assert_eq!(balance(AssetId::Native, &TreasuryAccount::get()), RICH + 601 + 751);
		assert_eq!(balance(AssetId::Native, &pot()), ED);
	});
}

/// The reserve is paid before it. The event says what was given, and the rest stays.
#[test]
fn fees_should_stay_for_the_next_session_when_the_treasury_cannot_receive_them() {
	use breakwater_testing::reserve;
	run(chain(3, 2), || {
		Numbers::mutate(|limits| {
			(limits.fee_share, limits.reserve_share) = (Permill::from_percent(25), Permill::from_percent(20));
		});
		let treasury = TreasuryAccount::get();
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), treasury.clone(), 0));
		fees(8);
		author(&[1, 2], 5);
		Session::rotate_session();
		// The treasury's five units are below the minimum balance.
		let shared = Event::FeesShared { session: 0, validators: 2, reserve: 1, treasury: 0 };
		assert_eq!(
			(events().into_iter().find(|event| *event == shared), reserve().income.fees),
			(Some(shared), 1)
		);
		assert_eq!(balance(AssetId::Native, &pot()), ED + 5);
		assert_eq!(balance(AssetId::Native, &treasury), 0);
	});
}

#[test]
fn budget_should_be_paid_a_part_at_a_time() {
	run(chain(3, 2), || {
		assert_ok!(Validators::fund(signed(3), 2_500));
		assert_eq!(
			events(),
			[Event::BudgetFunded { who: person(3), amount: 2_500, budget_before: 0, budget: 2_500 }]
		);
		let before = free(1);
		for budget in [1_500, 500, 0, 0] {
			author(&[1], 1);
			Session::rotate_session();
			assert_eq!(Budget::<Test>::get(), budget);
		}
		assert_eq!(free(1), before + 2_500);
		assert_eq!(balance(AssetId::Native, &pot()), ED, "the account keeps the minimum balance");
	});
}

#[test]
fn fund_should_be_refused_with_the_reason() {
	run(chain(3, 2), || {
		assert_noop!(Validators::fund(signed(3), 0), Error::ZeroAmount);
		assert_noop!(Validators::fund(signed(3), RICH), Error::CannotPay);
		assert_ok!(Validators::fund(signed(3), 1));
		assert_noop!(Validators::fund(signed(3), Balance::MAX), Error::Overflow);
	});
}

#[test]
fn session_without_blocks_should_pay_nothing() {
	run(chain(3, 2), || {
		fees(1_000);
		Session::rotate_session();
		assert_eq!(balance(AssetId::Native, &pot()), ED + 1_000);
	});
}
