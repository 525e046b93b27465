// SPDX-License-Identifier: Apache-2.0

//! The insured interest: cover that people assess is for an insured account.

use super::mock::*;
use crate::{Error, Event, InsuredAccounts};
use breakwater_primitives::{
	interest::{InsuredAccount, InsuredChain},
	*,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_runtime::Permill;

const ASSESSED: ProductId = 1;

/// Run a test with a product on Ethereum that people assess and that is for sale.
fn with_assessed(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(list(assessed()));
		add_pool(ASSESSED, POOL, CAPACITY);
		test();
	});
}

fn buy_for(product: ProductId, insured_account: Option<InsuredAccount>) -> DispatchResult {
	let order = Order { product, insured_account, ..order(1_000, 30 * DAY) };
	plain(Policies::buy(RuntimeOrigin::signed(ALICE), order, None))
}

#[test]
fn buy_should_note_the_insured_account_where_people_assess() {
	with_assessed(|| {
		assert_ok!(buy_for(ASSESSED, Some(INSURED_ACCOUNT)));
		assert_eq!(InsuredAccounts::<Test>::get(0), Some(INSURED_ACCOUNT));
		assert_eq!(<Policies as CoverBook<AccountId>>::insured_account(0), Some(INSURED_ACCOUNT));
		assert_eq!(Policies::policy_state(0).unwrap().insured_account, Some(INSURED_ACCOUNT));
		assert!(events().iter().any(
			|event| matches!(event, Event::Bought { insured_account: Some(told), .. } if *told == INSURED_ACCOUNT)
		));
	});
}

#[test]
fn buy_should_refuse_when_the_insured_account_is_missing_or_of_no_use() {
	with_assessed(|| {
		assert_noop!(buy_for(ASSESSED, None), Error::<Test>::InsuredAccountMissing);
		assert_noop!(buy_for(PRODUCT, Some(INSURED_ACCOUNT)), Error::<Test>::InsuredAccountNotNeeded);
		let elsewhere = [
			InsuredAccount::Ethereum { chain_id: 10, address: [7; 20] },
			InsuredAccount::Substrate { genesis: [1; 32], account: [7; 32] },
		];
		for insured_account in elsewhere {
			assert_noop!(buy_for(ASSESSED, Some(insured_account)), Error::<Test>::WrongChain);
		}
		let nobody = InsuredAccount::Ethereum { chain_id: 1, address: [0; 20] };
		assert_noop!(buy_for(ASSESSED, Some(nobody)), Error::<Test>::InsuredAccountKeyless);
	});
}

#[test]
fn buy_should_take_insured_accounts_on_a_substrate_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let genesis = [9; 32];
		let decision = Decision::Assessment { chain: InsuredChain::Substrate { genesis } };
		assert_ok!(list(breakwater_products::Listing { decision, ..assessed() }));
		add_pool(ASSESSED, POOL, CAPACITY);
		assert_noop!(buy_for(ASSESSED, Some(INSURED_ACCOUNT)), Error::<Test>::WrongChain);
		assert_ok!(buy_for(ASSESSED, Some(InsuredAccount::Substrate { genesis, account: [7; 32] })));
	});
}

/// Guard: an insured account goes with its policy, to any holder, and with its record.
#[test]
fn insured_account_should_stay_with_the_policy() {
	with_assessed(|| {
		assert_ok!(buy_for(ASSESSED, Some(INSURED_ACCOUNT)));
		assert_ok!(Policies::transfer(RuntimeOrigin::signed(ALICE), 0, BOB));
		assert_ok!(Policies::increase(RuntimeOrigin::signed(BOB), 0, 1_000, Balance::MAX));
		assert_eq!(InsuredAccounts::<Test>::get(0), Some(INSURED_ACCOUNT));
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(BOB), 0, 0));
		assert_eq!(InsuredAccounts::<Test>::get(0), None);
	});
}

/// Run a test with a product that people assess. The holder bears a tenth of a loss and 50 units.
fn with_assessed_own_part(test: impl FnOnce()) {
	with_assessed(|| {
		change_terms(ASSESSED, |terms| {
			(terms.coinsurance, terms.deductible) = (Permill::from_percent(10), 50);
		});
		test();
	});
}

/// Buy a policy on the insured account over `cover`. Returns its id.
fn insure(cover: Balance) -> PolicyId {
	let id = crate::NextPolicy::<Test>::get();
	let order = Order { product: ASSESSED, insured_account: Some(INSURED_ACCOUNT), ..order(cover, 30 * DAY) };
	assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), order, None));
	id
}

fn loss(loss: Balance, claimed: Balance, most: Balance) -> Finding {
	Finding { measure: Measure::Loss { loss, claimed, most }, ..finding(0) }
}

#[test]
fn assess_should_count_claims_on_the_insured_account_against_the_terms() {
	with_assessed_own_part(|| {
		let (first, second) = (insure(10_000), insure(450));
		pass(2 * DAY);
		let most = Balance::MAX;
		assert_eq!(assess(first, &loss(4_000, 0, most)), Some(3_550));
		assert_eq!(assess(second, &loss(4_000, 0, most)), Some(450));
		// The rest is the holder's own part.
		assert_eq!(assess(second, &loss(4_000, 3_550, most)), None);
		assert_eq!(assess(second, &loss(4_000, 3_549, most)), Some(1));
		assert_eq!(assess(first, &loss(4_000, 450, most)), Some(3_100));
		// Other policies were paid more than these terms allow.
		assert_eq!(assess(first, &loss(4_000, 3_999, most)), None);
		assert_eq!(assess(first, &loss(4_000, Balance::MAX, most)), None);
		// A loss within the deductible, and the rest of the proposal's total.
		assert_eq!(assess(first, &loss(55, 0, most)), None);
		assert_eq!(assess(first, &loss(4_000, 450, 100)), Some(100));
	});
}

/// A trigger's claim counts only the policy itself and no other cover.
#[test]
fn assess_should_count_no_other_claims_with_a_trigger() {
	let own_part = |terms: &mut Terms| {
		(terms.coinsurance, terms.deductible) = (Permill::from_percent(10), 50);
		terms.payout = linear();
	};
	ExtBuilder::default().with_terms(own_part).build_and_execute(|| {
		let (first, second) = (buy(10_000, 30 * DAY), buy(10_000, 30 * DAY));
		pass(2 * DAY);
		opened(1);
		let half = finding(ONE / 1_000 * 935);
		assert_eq!(assess(first, &half), Some(4_450));
		assert_ok!(register(first, 1, 4_450));
		assert_eq!(assess(second, &half), Some(4_450));
	});
}
