// SPDX-License-Identifier: Apache-2.0

//! The way of a case: decisions, levels, failed panels, the last appeal, and its end.

use super::mock::*;

/// All panels of a level fail.
fn fail_level(id: CaseId) {
	for _ in 0..ATTEMPTS {
		fail(id);
	}
}

#[test]
fn decision_should_be_final_without_an_appeal() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = decide_all(id, B);
		let appeal_until = Some(TestClock::active() + 2 * DAY);
		let decided = Event::Decided { case: id, level: 0, panel, choice: B, votes: 31, appeal_until };
		assert!(events().contains(&decided));
		assert_eq!(Court::outcome(id), None);
		end_stage(id);
		assert_eq!(outcome(id), Some(B));
		assert!(events().contains(&Event::CaseEnded { case: id, choice: Some(B) }));
		assert_eq!(OpenCases::<Test>::get(), (0, 0));
		settle();
		Court::close(id);
		settle();
		assert!(!Cases::<Test>::contains_key(id));
		assert_eq!(Seats::<Test>::iter().count(), 0);
		// A case that is over has no choice.
		assert_eq!(Court::outcome(id), Some(Outcome::default()));
	});
}

#[test]
fn decision_should_go_to_the_second_panel_when_too_much_is_at_stake() {
	with_assessors(120, LEAST, || {
		let id = open_large();
		decide_all(id, B);
		assert_eq!((case(id).level, case(id).stage), (1, Stage::Draw { since: Epoch::get() }));
		// No other choice could be restored.
		decide_all(id, B);
		assert_eq!(outcome(id), Some(B));
	});
}

#[test]
fn decision_should_be_final_up_to_a_multiple_of_the_stakes() {
	with_assessors(120, LEAST, || {
		let most = 10 * 31 * SEAT;
		let exact = Court::begin(dispute(most)).unwrap();
		decide_all(exact, B);
		assert!(matches!(case(exact).stage, Stage::Appeal { .. }));
		let above = Court::begin(dispute(most + 1)).unwrap();
		decide_all(above, B);
		assert_eq!(case(above).level, 1);
		// An amount in an asset without a value is too large for each panel.
		let dollars = Court::begin(Dispute::new(Subject::Incident(5), BALLOT).over(USD, 1)).unwrap();
		decide_all(dollars, B);
		assert_eq!(case(dollars).level, 1);
		// A case keeps the value of its opening.
		let later = Court::begin(Dispute::new(Subject::Incident(5), BALLOT).over(USD, 1)).unwrap();
		assert_ok!(Court::set_asset_value(root(), USD, Some(sp_runtime::FixedU128::from_u32(1))));
		decide_all(later, B);
		assert_eq!(case(later).level, 1);
	});
}

#[test]
fn token_holders_should_vote_when_panels_differ_and_too_much_is_at_stake() {
	for is_granted in [false, true] {
		with_assessors(120, LEAST, || {
			let id = open_large();
			decide_all(id, A);
			decide_all(id, B);
			assert_eq!(case(id).stage, Stage::LastAppeal { vote: None });
			work();
			assert_eq!(case(id).stage, Stage::LastAppeal { vote: Some(0) });
			assert!(events().contains(&Event::LastAppealOpened { case: id, vote: 0, choice: A }));
			let restore = |choice| Court::restore_choice(root(), id, choice);
			assert_noop!(restore(A), Error::<Test>::NotGranted);
			end_appeal(0, is_granted);
			assert_noop!(restore(B), Error::<Test>::UnknownChoice);
			assert_noop!(Court::restore_choice(signed(PAYER), id, A), DispatchError::BadOrigin);
			let expected = if is_granted { Ok(()) } else { Err(Error::<Test>::NotGranted.into()) };
			assert_eq!(restore(A), expected);
			work();
			assert_eq!(outcome(id), Some(if is_granted { A } else { B }));
			assert_noop!(restore(A), Error::<Test>::NotInAppeal);
			assert!(Appeals::get()[0].is_closed);
			settle();
		});
	}
}

/// The cases in line.
fn line() -> Vec<CaseId> {
	AppealLine::<Test>::get().into_iter().map(|(id, _)| id).collect()
}

#[test]
fn last_appeals_should_wait_in_line() {
	with_assessors(400, LEAST, || {
		Room::set(&1);
		let ids: Vec<_> = (0..3).map(|_| open_large()).collect();
		for id in &ids {
			decide_all(*id, A);
		}
		for id in ids.iter().rev() {
			decide_all(*id, B);
		}
		// The idle hook opened the first in line.
		settle();
		let first = case(ids[2]).stage;
		assert_eq!(first, Stage::LastAppeal { vote: Some(0) });
		assert_eq!(line(), vec![ids[1], ids[0]]);
		assert_noop!(process(ids[0]), Error::<Test>::NothingToDo);
		assert_noop!(process(ids[1]), Error::<Test>::NothingToDo);
		end_appeal(0, false);
		settle();
		assert_eq!(case(ids[1]).stage, Stage::LastAppeal { vote: Some(1) });
		end_appeal(1, true);
		settle();
		end_appeal(2, true);
		settle();
		assert_eq!(ids.map_choices(), vec![Some(A), Some(A), Some(B)]);
		assert!(AppealLine::<Test>::get().is_empty());
	});
}

trait MapChoices {
	fn map_choices(&self) -> Vec<Option<Choice>>;
}

impl MapChoices for Vec<CaseId> {
	fn map_choices(&self) -> Vec<Option<Choice>> {
		self.iter().map(|id| outcome(*id)).collect()
	}
}

#[test]
fn panel_should_be_drawn_again_twice_and_then_the_next_level_decides() {
	with_assessors(120, LEAST, || {
		let id = open();
		for failures in 1..=2 {
			let panel = fail(id);
			let (votes, present) = (0, 0);
			assert!(events().contains(&Event::PanelFailed { case: id, panel, present, votes }));
			assert_eq!((case(id).level, case(id).failures), (0, failures));
		}
		fail(id);
		assert_eq!((case(id).level, case(id).failures), (1, 0));
		decide_all(id, C);
		// There is no earlier choice to restore.
		assert_eq!(outcome(id), Some(C));
	});
}

/// The first level was voided, and more is at stake than the second can decide on alone.
#[test]
fn voters_should_choose_when_one_panel_alone_has_decided_on_too_much() {
	for (chosen, outcome_of_it) in [(Some(A), A), (None, B)] {
		with_assessors(400, LEAST, || {
			let id = open_large();
			fail_level(id);
			decide_all(id, B);
			assert_eq!(case(id).stage, Stage::Voters { case: None });
			work();
			end_voters(0, chosen);
			settle();
			assert_eq!(outcome(id), Some(outcome_of_it));
			Court::close(id);
			settle();
			assert!(!Cases::<Test>::contains_key(id));
		});
	}
}

#[test]
fn voters_should_choose_when_all_panels_fail() {
	with_assessors(400, LEAST, || {
		let id = open();
		fail_level(id);
		fail_level(id);
		assert_eq!(case(id).stage, Stage::Voters { case: None });
		work();
		assert_eq!(case(id).stage, Stage::Voters { case: Some(0) });
		end_voters(0, Some(C));
		settle();
		assert_eq!(outcome(id), Some(C));
	});
}

#[test]
fn voters_should_choose_when_the_second_panels_fail() {
	for (chosen, outcome_of_it) in [(Some(C), C), (Some(B), B), (None, B)] {
		with_assessors(400, LEAST, || {
			let id = open_large();
			decide_all(id, B);
			fail_level(id);
			assert_eq!(case(id).stage, Stage::Voters { case: None });
			work();
			end_voters(0, chosen);
			// It is final before the court's own step. Without a choice the first panel's stands.
			assert_eq!(outcome(id), Some(outcome_of_it));
			Court::close(id);
			settle();
			assert!(!Cases::<Test>::contains_key(id));
			assert!(Assessors::<Test>::iter_values().all(|one| one.locked == 0));
		});
	}
}

/// The attacker takes stake out of the draw after a decision in its favour, so that less than the
/// least sum is left. The second panel is drawn all the same.
#[test]
fn second_panel_should_not_be_prevented_by_unstaking() {
	with_assessors(60, LEAST, || {
		TheLimits::set(&Limits { least_total: 45 * LEAST, ..limits() });
		let id = open_large();
		decide_all(id, A);
		for number in 0..20 {
			assert_ok!(Court::unstake(signed(person(number)), LEAST));
		}
		draw(id);
		assert_eq!((case(id).level, Court::outcome(id)), (1, None));
	});
}

/// Those who expect to lose abstain: they are present, and the others decide.
#[test]
fn abstentions_should_be_no_veto() {
	with_assessors(60, LEAST, || {
		let id = open();
		vote_by_seats(id, |_, seats| Some(if seats < 12 { Vote::For(A) } else { Vote::Abstain }));
		assert_eq!(case(id).rounds[0].map(|round| round.choice), Some(0));
	});
}

#[test]
fn votes_of_a_third_should_be_needed_beside_abstentions() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = vote_by_seats(id, |_, seats| Some(if seats < 8 { Vote::For(A) } else { Vote::Abstain }));
		let failed = |event: &Event<Test>| matches!(event, Event::PanelFailed { panel: of, present: 31, votes, .. } if *of == panel && *votes < 11);
		assert!(events().iter().any(failed));
		// None of them was absent.
		assert!(!events().iter().any(|event| matches!(event, Event::PanelSettled { lost, .. } if *lost > 0)));
	});
}

#[test]
fn cases_should_be_bounded_and_leave_room_for_incidents() {
	with_assessors(60, LEAST, || {
		let report = |number| Dispute::new(Subject::Report(number), BALLOT);
		for number in 0..MAX_REPORT_CASES {
			assert_ok!(Court::begin(report(number)));
		}
		assert_eq!(Court::begin(report(99)), Err(DispatchError::Exhausted));
		for _ in MAX_REPORT_CASES..MAX_CASES {
			open();
		}
		assert_eq!(Court::begin(dispute(1)), Err(DispatchError::Exhausted));
		assert_eq!(OpenCases::<Test>::get(), (MAX_CASES, MAX_REPORT_CASES));
	});
}

#[test]
fn case_should_be_refused_when_the_voters_have_no_room_for_it() {
	with_assessors(1, LEAST, || {
		Room::set(&0);
		assert_eq!(Court::begin(dispute(1)), Err(DispatchError::Exhausted));
		let many = Ballot { proposals: 9, has_not_covered: true };
		let refused = Court::begin(Dispute::new(Subject::Incident(1), many));
		assert_eq!(refused, Err(DispatchError::Exhausted));
		assert!(events().is_empty());
	});
}

#[test]
fn deadlines_should_be_those_of_the_opening() {
	with_assessors(60, LEAST, || {
		let id = open();
		TheLimits::set(&Limits { commit_period: 1, seat_stake: 1, ..limits() });
		draw(id);
		let until = TestClock::active() + 2 * DAY;
		assert!(matches!(case(id).stage, Stage::Commit { until: at, .. } if at == until));
		assert!(Assessors::<Test>::iter_values().all(|one| one.locked % SEAT == 0));
	});
}

#[test]
fn process_should_be_refused_for_an_unknown_case() {
	with_assessors(1, LEAST, || {
		assert_noop!(process(3), Error::<Test>::UnknownCase);
	});
}

#[test]
fn idle_hook_should_take_no_step_without_room() {
	with_assessors(60, LEAST, || {
		let id = open();
		pass(2 * EPOCH);
		let look = Court::round_weight() + Weight::from_parts(1_000_000, 1);
		assert!(Court::on_idle(1, look).all_lte(look));
		assert_eq!(Court::on_idle(1, Weight::zero()), Weight::zero());
		assert!(matches!(case(id).stage, Stage::Draw { .. }));
		assert_eq!(Delayed::<Test>::get(), Some(id));
		work();
		assert!(matches!(case(id).stage, Stage::Commit { .. }));
		assert_eq!(Delayed::<Test>::get(), None);
	});
}

/// Reports of bugs, of which there can be many, stand behind incidents in the line.
#[test]
fn incidents_should_stand_before_reports_in_line() {
	with_assessors(400, LEAST, || {
		Room::set(&0);
		let report = Dispute::new(Subject::Report(1), BALLOT).over(NATIVE, Balance::MAX);
		let ids = [Court::begin(report).unwrap(), open_large(), open_large()];
		for id in ids {
			decide_all(id, A);
		}
		for id in ids {
			decide_all(id, B);
		}
		assert_eq!(line(), vec![ids[1], ids[2], ids[0]]);
	});
}

/// A case that waited for room is removed before the next round, which does not wait for it.
#[test]
fn round_should_forget_a_case_that_is_gone() {
	with_assessors(60, LEAST, || {
		let id = open();
		Delayed::<Test>::put(id + 7);
		work();
		assert_eq!(Delayed::<Test>::get(), None);
	});
}
