// SPDX-License-Identifier: Apache-2.0

//! The draw of panels.

use super::mock::*;
use crate::tree::Node;

#[test]
fn panel_should_be_drawn_two_epochs_after_the_opening() {
	with_assessors(40, LEAST, || {
		let id = open();
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		next_epoch();
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		next_epoch();
		assert_ok!(process(id));
		let panel = panel_of(id);
		let seats = voters(panel);
		assert_eq!(seats.iter().map(|(_, count)| count).sum::<u32>(), 31);
		let until = TestClock::active() + 2 * DAY;
		assert_eq!(case(id).stage, Stage::Commit { panel, until });
		let drawn = events().into_iter().find(|event| matches!(event, Event::PanelDrawn { .. }));
		let Some(Event::PanelDrawn { seats: named, .. }) = drawn else { panic!("no panel") };
		assert_eq!(named, seats);
		for (who, count) in seats {
			assert_eq!(assessor(&who).locked, SEAT * Balance::from(count));
			assert_eq!(assessor(&who).statistics.drawn, count);
			assert_eq!(PanelsOf::<Test>::get(&who, panel), Some(id));
		}
	});
}

#[test]
fn panel_should_wait_for_randomness() {
	with_assessors(40, LEAST, || {
		let id = open();
		pass(2 * EPOCH);
		SeedBytes::set(&None);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		reseed();
		assert_ok!(process(id));
	});
}

#[test]
fn blocks_should_draw_by_themselves() {
	with_assessors(40, LEAST, || {
		let id = open();
		pass(2 * EPOCH);
		work();
		assert!(matches!(case(id).stage, Stage::Commit { .. }));
	});
}

#[test]
fn voters_should_choose_when_there_is_too_little_stake() {
	with_assessors(3, LEAST, || {
		let id = open();
		assert_eq!(case(id).stage, Stage::Voters { case: Some(0) });
		let opened = Event::CaseOpened { case: id, dispute: dispute(1), has_panel: false };
		assert_eq!(events(), [opened, Event::VotersAsked { case: id, number: 0 }]);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		end_voters(0, Some(B));
		// It is final before the court's own step.
		assert_eq!(outcome(id), Some(B));
		settle();
		assert_eq!((outcome(id), VoterCases::get()[0].is_closed), (Some(B), true));
		Court::close(id);
		settle();
		assert!(!Cases::<Test>::contains_key(id));
	});
}

#[test]
fn voters_should_choose_when_no_panel_can_be_filled() {
	// Five accounts fill 15 seats at most, with a cap of three.
	with_assessors(5, 5 * LEAST, || {
		let id = open();
		next_epoch();
		next_epoch();
		assert_ok!(process(id));
		assert_eq!(events().pop(), Some(Event::PanelNotDrawn { case: id, level: 0, seats: 15 }));
		assert_eq!((case(id).level, assessor(&person(0)).locked), (1, 0));
		next_epoch();
		next_epoch();
		assert_ok!(process(id));
		assert_eq!(events().pop(), Some(Event::PanelNotDrawn { case: id, level: 1, seats: 30 }));
		Room::set(&0);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		Room::set(&8);
		assert_ok!(process(id));
		end_voters(0, None);
		settle();
		assert_eq!(outcome(id), None);
	});
}

/// Stake that has left since the opening is not enough for a panel.
#[test]
fn voters_should_choose_when_the_stake_has_left() {
	with_assessors(40, LEAST, || {
		TheLimits::set(&Limits { least_total: 40 * LEAST, ..limits() });
		let id = open();
		assert_ok!(Court::unstake(signed(person(0)), LEAST));
		pass(2 * EPOCH);
		assert_ok!(process(id));
		assert_eq!(events().pop(), Some(Event::PanelNotDrawn { case: id, level: 0, seats: 0 }));
	});
}

#[test]
fn no_account_should_have_more_seats_than_the_cap() {
	// A tenth of 31 seats is three. One account has nearly all of the stake.
	let mut stakes = vec![LEAST; 40];
	stakes[0] = 1_000 * LEAST;
	with_stakes(&stakes, || {
		TheLimits::set(&Limits { seat_cap: Permill::from_percent(50), ..limits() });
		let id = open();
		let panel = draw(id);
		assert!(voters(panel).contains(&(person(0), 15)));
	});
}

#[test]
fn seats_should_be_given_only_for_free_stake() {
	with_assessors(40, LEAST, || {
		// Each can have ten seats.
		TheLimits::set(&Limits { seat_stake: LEAST, least_total: 1, ..limits() });
		let id = open();
		let panel = draw(id);
		assert!(voters(panel).iter().all(|(_, count)| *count == 1));
		assert!(voters(panel).len() == 31);
		// Nine are left, too few for a second panel.
		let other = open();
		pass(2 * EPOCH);
		assert_ok!(process(other));
		assert_eq!(case(other).level, 1);
	});
}

#[test]
fn parties_should_have_no_seat() {
	with_assessors(60, LEAST, || {
		let parties: std::collections::BTreeSet<_> = (0..20).map(person).collect();
		Parties::set(&parties);
		// A party votes for no other either.
		assert_ok!(Court::delegate(signed(person(30)), Some(person(1))));
		pass(2 * EPOCH);
		for _ in 0..5 {
			let panel = draw(open());
			let drawn = voters(panel);
			assert!(drawn.iter().all(|(who, _)| !parties.contains(who) && *who != person(30)));
		}
	});
}

#[test]
fn delegate_should_vote_for_the_stakes_of_others() {
	with_assessors(40, 10 * LEAST, || {
		for number in 1..40 {
			let to = person(if number < 20 { 0 } else { 39 });
			if number != 39 {
				assert_ok!(Court::delegate(signed(person(number)), Some(to)));
			}
		}
		TheLimits::set(&Limits { seat_cap: Permill::from_percent(50), ..limits() });
		pass(2 * EPOCH);
		let id = open();
		let panel = draw(id);
		// Two voters have all seats, up to the cap of each; the stakes are those of the others.
		assert_eq!(voters(panel), vec![(person(0), 15), (person(39), 15)]);
		let seat = Seats::<Test>::get(panel, person(0)).unwrap();
		assert!(seat.stakes.len() > 5);
		for (owner, count) in &seat.stakes {
			assert_eq!(assessor(owner).locked, SEAT * Balance::from(*count));
			assert!(*owner == person(0) || assessor(owner).delegation.after == Some(person(0)));
		}
	});
}

#[test]
fn assessor_should_vote_when_the_delegate_has_left_or_delegates() {
	with_assessors(40, LEAST, || {
		for number in 0..20 {
			assert_ok!(Court::delegate(signed(person(number)), Some(person(39))));
		}
		pass(2 * EPOCH);
		assert_ok!(Court::delegate(signed(person(39)), Some(person(38))));
		pass(2 * EPOCH);
		let panel = draw(open());
		let drawn = voters(panel);
		assert!(drawn.iter().any(|(who, _)| (0..20).any(|number| *who == person(number))));
		assert!(drawn.iter().all(|(who, _)| *who != person(39)));
	});
}

/// The quantile of the chi-square distribution that is exceeded once in a thousand, by Wilson and
/// Hilferty.
fn quantile(degrees: f64) -> f64 {
	let part = 2.0 / (9.0 * degrees);
	degrees * (1.0 - part + 3.0902 * part.sqrt()).powi(3)
}

/// 100,000 draws of the tree follow the stakes.
#[test]
fn draws_should_follow_the_stakes() {
	let distributions: [(&str, Vec<Balance>); 3] = [
		("equal", vec![LEAST; 100]),
		("pareto", (1..=100).map(|n| LEAST + 200_000 / n).collect()),
		("four whales", (0..100).map(|n| if n < 4 { 16 * LEAST } else { LEAST }).collect()),
	];
	for (name, stakes) in distributions {
		with_stakes(&stakes, || {
			let total: Balance = stakes.iter().sum();
			let mut seen = vec![0u32; stakes.len()];
			let draws = 100_000u32;
			for number in 0..draws {
				let place = Court::drawn_place([3; 32], 1, number).unwrap();
				seen[place as usize] += 1;
			}
			let chi: f64 = stakes
				.iter()
				.zip(&seen)
				.map(|(stake, seen)| {
					let expected = f64::from(draws) * *stake as f64 / total as f64;
					(f64::from(*seen) - expected).powi(2) / expected
				})
				.sum();
			assert!(chi < quantile(99.0), "{name}: {chi} above {}", quantile(99.0));
			// The test sees a draw that favours one assessor by a tenth.
			let more = seen[0] / 10;
			let expected = f64::from(draws) * stakes[0] as f64 / total as f64;
			let biased = chi + (f64::from(seen[0] + more) - expected).powi(2) / expected;
			assert!(more < 50 || biased > chi);
		});
	}
}

#[test]
fn tree_should_hold_many_stakes_in_few_nodes() {
	with_assessors(300, LEAST, || {
		assert_eq!(Court::totals(), (300 * LEAST, 300 * LEAST));
		// 19 nodes of leaves, two above them, and one on each of the other levels.
		assert_eq!(Tree::<Test>::iter().count(), 19 + 2 + 1 + 1);
		assert_eq!(Node::default().as_of(7).pick(0), None);
	});
}
