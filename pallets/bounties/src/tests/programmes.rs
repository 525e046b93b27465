// SPDX-License-Identifier: Apache-2.0

//! Programmes: opening, terms, money, withdrawals, the end.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Permill;

fn open(who: AccountId, product: ProductId, manager: Option<AccountId>) -> sp_runtime::DispatchResult {
	Bounties::open_programme(signed(who), product, manager, terms())
}

#[test]
fn programme_should_be_opened_by_the_sponsor_or_a_referendum() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(open(OTHER, SECOND, None), Error::<Test>::NotSponsor);
		assert_noop!(open(SPONSOR, 9, None), Error::<Test>::UnknownProduct);
		assert_noop!(open(SPONSOR, PRODUCT, None), Error::<Test>::ProgrammeExists);
		assert_noop!(open(SPONSOR, FREE_PRODUCT, None), Error::<Test>::NotSponsor);
		assert_ok!(open(SPONSOR, SECOND, Some(OTHER)));
		assert_eq!(Programmes::<Test>::get(SECOND).unwrap().manager, OTHER);
		let by_referendum = |product, manager| Bounties::open_programme(root(), product, manager, terms());
		assert_noop!(by_referendum(SECOND, Some(OTHER)), Error::<Test>::HasSponsor);
		assert_noop!(by_referendum(FREE_PRODUCT, None), Error::<Test>::NoManager);
		assert_ok!(by_referendum(FREE_PRODUCT, Some(OTHER)));
		let event = Event::<Test>::ProgrammeOpened {
			product: FREE_PRODUCT,
			manager: OTHER,
			asset: NATIVE,
			terms: terms(),
		};
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn terms_should_be_within_their_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let sound = terms();
		let changes: [&dyn Fn(&mut BountyTerms); 10] = [
			&|terms| terms.rewards.critical = 9_999,
			&|terms| terms.rewards = Rewards::default(),
			&|terms| terms.acknowledgement = DAY - 1,
			&|terms| terms.acknowledgement = 14 * DAY + 1,
			&|terms| terms.decision = DAY - 1,
			&|terms| terms.decision = 60 * DAY + 1,
			&|terms| terms.vesting = 14 * DAY - 1,
			&|terms| terms.vesting = 180 * DAY + 1,
			&|terms| terms.rescue_share = Permill::from_parts(100_001),
			&|terms| terms.rewards.low = 1_001,
		];
		for change in changes {
			let mut unsound = sound.clone();
			change(&mut unsound);
			let set = Bounties::set_terms(signed(SPONSOR), PRODUCT, unsound.clone());
			assert_noop!(set, Error::<Test>::TermsOutOfRange);
			let open = Bounties::open_programme(signed(SPONSOR), SECOND, None, unsound);
			assert_noop!(open, Error::<Test>::TermsOutOfRange);
		}
		let set = |who, terms| Bounties::set_terms(signed(who), PRODUCT, terms);
		assert_noop!(set(SPONSOR, sound.clone()), Error::<Test>::NothingToChange);
		let new_terms = BountyTerms { vesting: 14 * DAY, ..sound.clone() };
		assert_noop!(set(OTHER, new_terms.clone()), Error::<Test>::NotManager);
		assert_ok!(set(SPONSOR, new_terms.clone()));
		assert_noop!(set(SPONSOR, new_terms.clone()), Error::<Test>::NothingToChange);
		let from = NOTICE;
		let event = Event::<Test>::TermsChanged { product: PRODUCT, old_terms: sound, new_terms, from };
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn new_terms_should_come_in_force_after_the_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |vesting| {
			let terms = BountyTerms { vesting: vesting * DAY, ..terms() };
			assert_ok!(Bounties::set_terms(signed(SPONSOR), PRODUCT, terms));
		};
		let vesting = || report(commit(&HUNTER, PRODUCT, CRITICAL).unwrap()).terms.vesting / DAY;
		set(20);
		TestClock::pass(NOTICE - 1);
		// Replaced before they came in force.
		set(30);
		TestClock::pass(NOTICE - 1);
		assert_eq!(vesting(), 100);
		TestClock::pass(1);
		assert_eq!(vesting(), 30);
		assert_eq!(Programmes::<Test>::get(PRODUCT).unwrap().pending, None);
		// Those that came in force stay so while others are pending.
		set(40);
		TestClock::pass(NOTICE);
		set(50);
		assert_eq!(vesting(), 40);
	});
}

#[test]
fn money_should_be_given_by_anyone_and_leave_after_a_notice() {
	ExtBuilder::default().with_funds(0).build_and_execute(|| {
		let fund = |product, amount| Bounties::fund(signed(OTHER), product, amount);
		assert_noop!(fund(SECOND, 1), Error::<Test>::UnknownProgramme);
		assert_noop!(fund(PRODUCT, 0), Error::<Test>::ZeroAmount);
		assert_noop!(fund(PRODUCT, RICH + 1), Error::<Test>::CannotPay);
		assert_ok!(fund(PRODUCT, 1_000));
		assert_eq!((book().free, usd(&OTHER)), (1_000, RICH - 1_000));
		let withdraw = || Bounties::withdraw(signed(SPONSOR), PRODUCT);
		let request = |who, amount| Bounties::request_withdrawal(signed(who), PRODUCT, amount);
		assert_noop!(withdraw(), Error::<Test>::NoRequest);
		assert_noop!(request(OTHER, 400), Error::<Test>::NotManager);
		assert_noop!(request(SPONSOR, 0), Error::<Test>::ZeroAmount);
		assert_ok!(request(SPONSOR, 400));
		TestClock::pass(14 * DAY - 1);
		assert_noop!(withdraw(), Error::<Test>::NoticeRunning);
		TestClock::pass(1);
		assert_noop!(Bounties::withdraw(signed(OTHER), PRODUCT), Error::<Test>::NotManager);
		assert_ok!(withdraw());
		assert_eq!((book().free, usd(&SPONSOR)), (600, RICH + 400));
		assert_noop!(withdraw(), Error::<Test>::NoRequest);
		// A request that was not used lapses.
		assert_ok!(request(SPONSOR, Balance::MAX));
		TestClock::pass(21 * DAY);
		assert_noop!(withdraw(), Error::<Test>::NoRequest);
		assert_ok!(request(SPONSOR, Balance::MAX));
		TestClock::pass(21 * DAY - 1);
		assert_ok!(withdraw());
		assert_eq!((book().free, usd(&SPONSOR)), (0, RICH + 1_000));
		assert_ok!(request(SPONSOR, 1));
		TestClock::pass(14 * DAY);
		assert_noop!(withdraw(), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn notice_should_stand_still_while_the_chain_does() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, 1));
		TestClock::halt(14 * DAY);
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NoticeRunning);
	});
}

#[test]
fn programme_should_close_without_reports_and_with_the_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let close = || Bounties::close_programme(signed(SPONSOR), PRODUCT);
		let id = revealed(Claim::Finding(Severity::Low));
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, Balance::MAX));
		TestClock::pass(14 * DAY);
		assert_noop!(close(), Error::<Test>::ReportsLeft);
		// Silence, and no dispute.
		assert_ok!(process(id));
		assert_ok!(process(id));
		assert_noop!(Bounties::close_programme(signed(OTHER), PRODUCT), Error::<Test>::NotManager);
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, 249_999));
		assert_noop!(close(), Error::<Test>::FundsLeft);
		TestClock::pass(14 * DAY);
		assert_noop!(close(), Error::<Test>::FundsLeft);
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, 250_000));
		TestClock::pass(14 * DAY);
		assert_ok!(close());
		assert_eq!((usd(&SPONSOR), usd(&account())), (RICH, 0));
		assert!(!Programmes::<Test>::contains_key(PRODUCT));
		// Another one can be opened, and closed empty.
		assert_ok!(open(SPONSOR, PRODUCT, None));
		assert_ok!(close());
	});
}

#[test]
fn donation_should_change_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let before = book();
		give(USD, &account(), 1_000_000);
		assert_eq!(book(), before);
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, Balance::MAX));
		TestClock::pass(14 * DAY);
		assert_ok!(Bounties::withdraw(signed(SPONSOR), PRODUCT));
		assert_eq!((usd(&SPONSOR), usd(&account())), (RICH, 1_000_000));
	});
}
