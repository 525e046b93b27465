// SPDX-License-Identifier: Apache-2.0

//! Money for and against decisions.

use super::mock::*;

fn fund(who: AccountId, id: CaseId, choice: Choice, amount: Balance) -> Result<(), DispatchError> {
	Court::fund_appeal(signed(who), id, choice, amount)
}

/// A case whose first panel has chosen `A`.
fn decided() -> CaseId {
	let id = open();
	decide_all(id, A);
	System::reset_events();
	id
}

#[test]
fn appeal_should_take_the_case_to_the_second_panel() {
	with_assessors(120, LEAST, || {
		let id = decided();
		let until = TestClock::active() + 2 * DAY;
		// No more than the bond is taken.
		let before = wealth(&PAYER);
		assert_ok!(fund(PAYER, id, B, BOND + 500));
		assert_eq!(wealth(&PAYER), before - BOND);
		let (level, choice, who) = (0, B, PAYER);
		let funded =
			Event::AppealFunded { case: id, level, who, choice, amount: BOND, funds: BOND, bond: BOND };
		assert_eq!(events(), [funded, Event::Appealed { case: id, level, choice, until }]);
		end_stage(id);
		assert_eq!((case(id).level, case(id).failures), (1, 0));
		decide_all(id, B);
		assert!(matches!(case(id).stage, Stage::Appeal { .. }));
		end_stage(id);
		assert_eq!(outcome(id), Some(B));
	});
}

#[test]
fn appeal_should_be_paid_for_by_many() {
	with_assessors(120, LEAST, || {
		let id = decided();
		let least = BOND / 64;
		assert_noop!(fund(PAYER, id, B, least - 1), Error::<Test>::ContributionTooSmall);
		assert_ok!(fund(PAYER, id, B, least));
		assert_ok!(fund(OTHER, id, B, BOND - least - 1));
		// The rest can be less than the least part.
		assert_noop!(fund(PAYER, id, B, 0), Error::<Test>::ContributionTooSmall);
		assert_ok!(fund(PAYER, id, B, 1));
		assert_eq!(Contributions::<Test>::get((id, 0, PAYER, 1)), Some(least + 1));
		assert_noop!(fund(OTHER, id, B, 100), Error::<Test>::AlreadyFunded);
		assert_noop!(fund(OTHER, id, C, 100), Error::<Test>::AlreadyFunded);
		assert_ok!(fund(OTHER, id, A, 100));
	});
}

#[test]
fn appeal_should_be_refused_without_a_decision_or_money() {
	with_assessors(120, LEAST, || {
		assert_noop!(fund(PAYER, 0, B, BOND), Error::<Test>::UnknownCase);
		let id = open();
		assert_noop!(fund(PAYER, id, B, BOND), Error::<Test>::NotInAppeal);
		decide_all(id, A);
		assert_noop!(fund(PAYER, id, Choice::Proposal(2), BOND), Error::<Test>::UnknownChoice);
		assert_noop!(fund(AccountId::new([99; 32]), id, B, BOND), Error::<Test>::CannotPay);
		pass(2 * DAY);
		assert_noop!(fund(PAYER, id, B, BOND), Error::<Test>::NotInAppeal);
	});
}

#[test]
fn last_appeal_should_only_restore_the_first_choice() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND));
		end_stage(id);
		decide_all(id, B);
		// The bond has doubled.
		assert_noop!(fund(OTHER, id, C, 2 * BOND), Error::<Test>::UnknownChoice);
		assert_ok!(fund(OTHER, id, A, 2 * BOND - 1));
		assert!(case(id).appeals[1].unwrap().challenger.is_none());
		assert_ok!(fund(OTHER, id, A, 1));
		assert_ok!(fund(PAYER, id, B, 1_000));
		end_stage(id);
		work();
		assert_eq!(case(id).stage, Stage::LastAppeal { vote: Some(0) });
		end_appeal(0, true);
		work();
		assert_eq!(outcome(id), Some(A));
		// The first appeal is lost with the second panel's choice; no account has paid against it.
		let [first, last] = case(id).appeals.map(Option::unwrap);
		assert_eq!(first.result, Some(AppealResult { winner: Some(0), prize: 0 }));
		assert_eq!(last.result, Some(AppealResult { winner: Some(0), prize: 500 }));
		let before = wealth(&OTHER);
		assert_ok!(Court::collect(signed(PAYER), id, 1, OTHER));
		assert_eq!(wealth(&OTHER), before + 2 * BOND + 500);
		let collected = Event::AppealCollected { case: id, level: 1, who: OTHER, amount: 2 * BOND + 500 };
		assert_eq!(events().pop(), Some(collected));
		settle();
	});
}

#[test]
fn winners_should_share_by_their_parts_and_losers_get_nothing() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND / 4));
		assert_ok!(fund(OTHER, id, B, BOND));
		assert_ok!(fund(RESERVE, id, A, 1_000));
		assert_noop!(Court::collect(signed(PAYER), id, 0, PAYER), Error::<Test>::NotEnded);
		end_stage(id);
		decide_all(id, B);
		end_stage(id);
		assert_eq!(outcome(id), Some(B));
		let paid = |who: AccountId| {
			let before = wealth(&who);
			assert_ok!(Court::collect(signed(PAYER), id, 0, who.clone()));
			assert_noop!(Court::collect(signed(PAYER), id, 0, who.clone()), Error::<Test>::NothingDue);
			wealth(&who) - before
		};
		assert_eq!(paid(PAYER), BOND / 4 + 125);
		assert_eq!(paid(OTHER), BOND / 4 * 3 + 375);
		assert_eq!(paid(RESERVE), 0);
		assert_eq!(case(id).appeals[0].unwrap().left, 0);
	});
}

#[test]
fn money_should_come_back_when_no_bond_is_full() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND - 1));
		assert_ok!(fund(OTHER, id, C, BOND - 1));
		assert_ok!(fund(RESERVE, id, A, 200));
		end_stage(id);
		assert_eq!(outcome(id), Some(A));
		for (who, amount) in [(PAYER, BOND - 1), (OTHER, BOND - 1), (RESERVE, 200)] {
			let before = wealth(&who);
			assert_ok!(Court::collect(signed(PAYER), id, 0, who.clone()));
			assert_eq!(wealth(&who), before + amount);
		}
	});
}

#[test]
fn money_should_come_back_when_neither_panels_nor_voters_decide_the_appeal() {
	for (chosen, due) in [(None, BOND), (Some(B), BOND), (Some(A), 0)] {
		with_assessors(400, LEAST, || {
			let id = decided();
			assert_ok!(fund(PAYER, id, B, BOND));
			end_stage(id);
			for _ in 0..ATTEMPTS {
				fail(id);
			}
			work();
			end_voters(0, chosen);
			settle();
			assert_eq!(outcome(id), Some(chosen.unwrap_or(A)));
			let before = wealth(&PAYER);
			assert_ok!(Court::collect(signed(PAYER), id, 0, PAYER));
			assert_eq!(wealth(&PAYER), before + due);
			Court::close(id);
			settle();
			assert!(!Cases::<Test>::contains_key(id));
			// Attack: the money that is lost is for a panel that does not exist.
			let account = Court::account().unwrap();
			assert_eq!(balance(NATIVE, &account), ED + FeePool::<Test>::get());
		});
	}
}

/// All is taken of the first appeal but its dust, and an account has not taken its part of the
/// second. Attack: the dust was given away in each block.
#[test]
fn dust_of_an_appeal_should_be_given_away_once() {
	with_assessors(200, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, 2_133));
		assert_ok!(fund(OTHER, id, B, BOND));
		assert_ok!(fund(RESERVE, id, A, 1_001));
		end_stage(id);
		decide_all(id, B);
		assert_ok!(fund(OTHER, id, A, BOND / 32));
		end_stage(id);
		settle();
		for who in [PAYER, OTHER, RESERVE] {
			assert_ok!(Court::collect(signed(PAYER), id, 0, who));
		}
		let dust = case(id).appeals[0].unwrap().left;
		assert!(dust > 0);
		let before = wealth(&RESERVE);
		Court::close(id);
		settle();
		assert_eq!(wealth(&RESERVE), before);
		assert_ok!(Court::collect(signed(PAYER), id, 1, OTHER));
		let before = wealth(&RESERVE);
		settle();
		assert_eq!(wealth(&RESERVE), before + dust);
		assert!(!Cases::<Test>::contains_key(id));
	});
}

/// A payer for the defence in the last block, with the least amount, does not take the whole prize.
#[test]
fn prize_should_be_in_proportion_to_the_winners_bond() {
	with_assessors(200, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND));
		assert_ok!(fund(OTHER, id, A, BOND / 64));
		end_stage(id);
		decide_all(id, A);
		let before = wealth(&OTHER);
		assert_ok!(Court::collect(signed(PAYER), id, 0, OTHER));
		assert_eq!(wealth(&OTHER), before + BOND / 64 + BOND / 2 / 64);
	});
}

#[test]
fn other_side_should_have_its_time_after_an_appeal_in_the_last_block() {
	with_assessors(120, LEAST, || {
		let id = decided();
		pass(2 * DAY - 1);
		assert_ok!(fund(PAYER, id, B, BOND));
		let until = TestClock::active() + DAY;
		assert_eq!(case(id).stage, Stage::Appeal { until });
		pass(DAY - 1);
		assert_ok!(fund(OTHER, id, A, BOND));
		pass(1);
		assert_noop!(fund(OTHER, id, A, BOND), Error::<Test>::NotInAppeal);
	});
}

#[test]
fn money_that_is_not_taken_should_go_to_the_reserve() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND - 1));
		assert_ok!(fund(OTHER, id, C, BOND - 1));
		end_stage(id);
		settle();
		Court::close(id);
		settle();
		assert!(Cases::<Test>::contains_key(id));
		assert_ok!(Court::collect(signed(PAYER), id, 0, PAYER));
		pass(365 * DAY - 1);
		settle();
		assert!(Cases::<Test>::contains_key(id));
		let before = wealth(&RESERVE);
		pass(1);
		settle();
		assert_eq!(wealth(&RESERVE), before + BOND - 1);
		assert!(!Cases::<Test>::contains_key(id));
		let ended =
			[Event::AppealSwept { case: id, level: 0, amount: BOND - 1 }, Event::CaseRemoved { case: id }];
		assert!(events().ends_with(&ended));
		assert_noop!(Court::collect(signed(PAYER), id, 0, OTHER), Error::<Test>::UnknownCase);
	});
}

#[test]
fn collect_should_be_refused_without_an_appeal() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_noop!(Court::collect(signed(PAYER), id, 0, PAYER), Error::<Test>::NothingDue);
		assert_noop!(Court::collect(signed(PAYER), id, 1, PAYER), Error::<Test>::NothingDue);
		assert_noop!(Court::collect(signed(PAYER), id, 2, PAYER), Error::<Test>::NothingDue);
	});
}

/// Guard: an appeal's rest goes to the reserve with the record of its case, and not in each block
/// before that. Before, it was given away again and again while money of the other was not taken.
#[test]
fn rest_of_an_appeal_should_be_given_away_once() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND / 3));
		assert_ok!(fund(OTHER, id, B, BOND));
		assert_ok!(fund(PAYER, id, A, 1_000));
		end_stage(id);
		decide_all(id, B);
		assert_ok!(fund(OTHER, id, A, BOND));
		end_stage(id);
		assert_eq!(outcome(id), Some(B));
		settle();
		Court::close(id);
		for who in [PAYER, OTHER] {
			assert_ok!(Court::collect(signed(PAYER), id, 0, who));
		}
		let (before, appeals) = (wealth(&RESERVE), case(id).appeals);
		assert_eq!(appeals[0].map(|appeal| appeal.left), Some(1));
		System::reset_events();
		settle();
		assert_eq!((wealth(&RESERVE), events(), case(id).appeals), (before, vec![], appeals));
		assert_ok!(Court::collect(signed(PAYER), id, 1, OTHER));
		settle();
		assert_eq!(wealth(&RESERVE), before + 1);
		assert!(!Cases::<Test>::contains_key(id));
	});
}

/// Guard: what one step gives away is not there for the next, as the contributions to the other
/// appeal are too many for one step.
#[test]
fn money_of_many_should_go_to_the_reserve_once() {
	with_assessors(120, LEAST, || {
		let id = decided();
		assert_ok!(fund(PAYER, id, B, BOND));
		end_stage(id);
		decide_all(id, B);
		for number in 0..40 {
			assert_ok!(fund(person(number), id, A, 2 * BOND / 64));
			assert_ok!(fund(person(40 + number), id, B, 2 * BOND / 64));
		}
		end_stage(id);
		assert_eq!(outcome(id), Some(B));
		settle();
		Court::close(id);
		pass(365 * DAY);
		let before = wealth(&RESERVE);
		settle();
		assert_eq!(wealth(&RESERVE), before + BOND + 80 * 2 * BOND / 64);
		assert_eq!(Contributions::<Test>::iter().count(), 0);
		assert!(!Cases::<Test>::contains_key(id));
	});
}
