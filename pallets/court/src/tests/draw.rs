// SPDX-License-Identifier: Apache-2.0

//! The draw of panels.

use super::mock::*;
use crate::tree::Node;
use std::collections::BTreeMap;

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
		// Nor does another vote for its stake.
		for number in 2..10 {
			assert_ok!(Court::delegate(signed(person(number)), Some(person(40))));
		}
		pass(2 * EPOCH);
		for _ in 0..5 {
			let panel = draw(open());
			let drawn = voters(panel);
			assert!(drawn.iter().all(|(who, _)| !parties.contains(who) && *who != person(30)));
			let mut stakes = Seats::<Test>::iter_prefix_values(panel).flat_map(|seat| seat.stakes);
			assert!(stakes.all(|(owner, _)| !parties.contains(&owner)));
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
fn quantile(degrees: usize) -> f64 {
	let degrees = degrees as f64;
	let part = 2.0 / (9.0 * degrees);
	degrees * (1.0 - part + 3.0902 * part.sqrt()).powi(3)
}

/// The statistic of chi-square, over cells that are expected to be seen.
fn chi_square(seen: &[f64], expected: &[f64]) -> f64 {
	seen.iter().zip(expected).map(|(seen, expected)| (seen - expected).powi(2) / expected).sum()
}

/// Stakes of so many assessors: equal, of Pareto's distribution, and four whales with 40 %.
fn distributions(count: u128) -> [(&'static str, Vec<Balance>); 3] {
	// Two fifths of all, in four parts.
	let whale = (count - 4) * LEAST / 2;
	[
		("equal", vec![LEAST; count as usize]),
		("pareto", (1..=count).map(|n| LEAST + 200 * LEAST / n).collect()),
		("four whales", (0..count).map(|n| if n < 4 { whale } else { 3 * LEAST }).collect()),
	]
}

/// 100,000 points follow the stakes, at three distributions.
#[test]
fn points_should_follow_the_stakes() {
	for (name, stakes) in distributions(100) {
		with_stakes(&stakes, || {
			let (total, points) = (stakes.iter().sum::<Balance>() as f64, 100_000);
			let mut seen = vec![0.0; stakes.len()];
			for place in Court::places_of([3; 32], 1, points) {
				seen[place as usize] += 1.0;
			}
			assert_eq!(seen.iter().sum::<f64>(), f64::from(points));
			let expected: Vec<_> = stakes.iter().map(|one| f64::from(points) * *one as f64 / total).collect();
			let chi = chi_square(&seen, &expected);
			assert!(chi < quantile(99), "{name}: {chi} above {}", quantile(99));
			// A draw that skips the last assessor is seen.
			let last = seen.len() - 1;
			seen[0] += seen[last];
			seen[last] = 0.0;
			assert!(chi_square(&seen, &expected) > quantile(99), "{name}");
		});
	}
}

/// The probability that each account has each number of seats in a panel of so many: point by
/// point, each in proportion to the stakes of the accounts below the cap. It is exact, by a walk
/// over all states.
fn exact(stakes: &[Balance], seats: usize, cap: usize) -> Vec<Vec<f64>> {
	let mut states = BTreeMap::from([(vec![0u8; stakes.len()], 1.0)]);
	for _ in 0..seats {
		let mut next = BTreeMap::<Vec<u8>, f64>::new();
		for (state, part) in states {
			let open: Vec<_> = (0..stakes.len()).filter(|one| usize::from(state[*one]) < cap).collect();
			let total: Balance = open.iter().map(|one| stakes[*one]).sum();
			for one in open {
				let mut more = state.clone();
				more[one] += 1;
				*next.entry(more).or_default() += part * stakes[one] as f64 / total as f64;
			}
		}
		states = next;
	}
	let mut parts = vec![vec![0.0; cap + 1]; stakes.len()];
	for (state, part) in states {
		state.iter().zip(&mut parts).for_each(|(seats, parts)| parts[usize::from(*seats)] += part);
	}
	parts
}

/// Panels of 31 seats under a cap of seven, at three distributions over six accounts. The numbers
/// of seats of each account follow the exact distribution. Each has 100,000 seats drawn.
#[test]
fn panels_under_a_cap_should_have_the_exact_distribution() {
	let (panels, cap) = (3_226, 7);
	for (name, stakes) in distributions(6) {
		with_stakes(&stakes, || {
			TheLimits::set(&Limits { seat_cap: Permill::from_percent(25), ..limits() });
			let case = Case::new(dispute(1), TheLimits::get(), Stage::Draw { since: 0 });
			let mut seen = vec![vec![0.0; cap + 1]; stakes.len()];
			let mut drawn = 0;
			for id in 0..panels {
				let one = Court::draw((id, &case), [5; 32], u32::MAX);
				drawn += one.count;
				for (number, seen) in (0..).zip(&mut seen) {
					let seats = one.seats.get(&person(number)).map_or(0, |seat| seat.count());
					seen[seats as usize] += 1.0;
				}
			}
			assert_eq!(drawn, 31 * panels);
			for (seen, parts) in seen.iter().zip(exact(&stakes, 31, cap)) {
				// Cells that are expected less than five times are one cell.
				let expected: Vec<_> = parts.iter().map(|part| part * f64::from(panels)).collect();
				let (mut cells, mut rest) = ((vec![], vec![]), (0.0, 0.0));
				for (seen, expected) in seen.iter().zip(&expected) {
					match *expected < 5.0 {
						true => rest = (rest.0 + seen, rest.1 + expected),
						false => (cells.0.push(*seen), cells.1.push(*expected)).0,
					}
				}
				if rest.1 > 1.0 {
					cells.0.push(rest.0);
					cells.1.push(rest.1);
				}
				let chi = chi_square(&cells.0, &cells.1);
				let limit = quantile(cells.0.len().max(2) - 1);
				assert!(chi < limit, "{name}: {chi} above {limit}, {seen:?} for {expected:?}");
			}
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
