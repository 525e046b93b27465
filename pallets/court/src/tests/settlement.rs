// SPDX-License-Identifier: Apache-2.0

//! Gains and losses of seats.

use super::mock::*;

/// The settlements of panels: what was lost, the seats that gained, what each gained from others,
/// the fee of each, and the rest.
fn settled() -> Vec<(Balance, u32, Balance, Balance, Balance)> {
	let of = |event| match event {
		Event::PanelSettled { lost, rewarded, each, fee, rest, .. } => {
			Some((lost, rewarded, each, fee, rest))
		}
		_ => None,
	};
	events().into_iter().filter_map(of).collect()
}

/// The case ends without an appeal, and its panels are settled.
fn end(id: CaseId) {
	while !matches!(case(id).stage, Stage::Ended { .. }) {
		end_stage(id);
	}
	settle();
}

#[test]
fn agreement_should_cost_nothing_and_earn_the_fee() {
	with_assessors(60, LEAST, || {
		fill_fees(1_000);
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		for (who, _) in &all {
			commit(id, who, &Vote::For(A));
		}
		end_stage(id);
		for (who, _) in &all {
			reveal(id, who, &Vote::For(A));
		}
		let before: Vec<_> = all.iter().map(|(who, _)| wealth(who)).collect();
		end_stage(id);
		end(id);
		assert_eq!(settled(), [(0, 31, 0, FEE, 0)]);
		for ((who, seats), before) in all.iter().zip(before) {
			assert_eq!(wealth(who), before + FEE * Balance::from(*seats));
			let record = assessor(who);
			assert_eq!((record.locked, record.stake), (0, LEAST));
			let statistics = record.statistics;
			assert_eq!((statistics.drawn, statistics.coherent, statistics.absent), (*seats, *seats, 0));
		}
		assert_eq!(FeePool::<Test>::get(), 1_000 - 31 * FEE);
	});
}

/// 11 or so seats of 31 vote for another choice: each loses half of its stake, times the margin.
#[test]
fn wrong_vote_should_cost_a_part_of_half_the_stake() {
	with_assessors(60, LEAST, || {
		let id = open();
		let vote = |seats| Vote::For(if seats < 11 { B } else { A });
		let panel = draw(id);
		let (all, mut before) = (voters(panel), 0);
		let mut wrong = 0;
		let mut votes = Vec::new();
		for (who, seats) in &all {
			votes.push((who.clone(), *seats, vote(before)));
			wrong += if before < 11 { *seats } else { 0 };
			before += seats;
		}
		votes.iter().for_each(|(who, _, vote)| commit(id, who, vote));
		end_stage(id);
		votes.iter().for_each(|(who, _, vote)| reveal(id, who, vote));
		end_stage(id);
		end(id);
		let margin = 31 - 2 * wrong;
		let dissent = Balance::from(margin) * 1_000_000 / 31;
		let loss = SEAT / 2 * dissent / 1_000_000;
		let (lost, right) = (loss * Balance::from(wrong), 31 - wrong);
		let each = lost / Balance::from(right);
		assert_eq!(settled(), [(lost, right, each, 0, lost - each * Balance::from(right))]);
		for (who, seats, vote) in votes {
			let stake = assessor(&who).stake;
			let expected = if vote == Vote::For(B) { LEAST - loss * Balance::from(seats) } else { LEAST };
			assert_eq!(stake, expected);
		}
	});
}

#[test]
fn absence_should_cost_more_than_a_wrong_vote() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = vote_by_seats(id, |number, _| match number {
			0 => None,
			1 => Some(Vote::For(B)),
			_ => Some(Vote::For(A)),
		});
		let seats = |place: usize| {
			Seats::<Test>::iter_prefix(panel)
				.map(|(who, seat)| (who, seat.count()))
				.collect::<std::collections::BTreeMap<_, _>>()
				.into_iter()
				.nth(place)
				.unwrap()
		};
		let (absent, wrong) = (seats(0), seats(1));
		end(id);
		let loss = |(who, seats): &(AccountId, u32)| (LEAST - assessor(who).stake) / Balance::from(*seats);
		assert_eq!(loss(&absent), SEAT);
		assert!(loss(&wrong) > SEAT / 3 && loss(&wrong) <= SEAT / 2);
		assert_eq!(assessor(&absent.0).statistics.absent, absent.1);
	});
}

#[test]
fn abstention_should_neither_gain_nor_lose() {
	with_assessors(60, LEAST, || {
		fill_fees(1_000);
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		let vote = |number: usize| if number == 0 { Vote::Abstain } else { Vote::For(A) };
		for (number, (who, _)) in all.iter().enumerate() {
			commit(id, who, &vote(number));
		}
		end_stage(id);
		for (number, (who, _)) in all.iter().enumerate() {
			reveal(id, who, &vote(number));
		}
		let before = wealth(&all[0].0);
		end_stage(id);
		end(id);
		assert_eq!(wealth(&all[0].0), before);
		assert_eq!(settled()[0].1, 31 - all[0].1);
	});
}

#[test]
fn vote_without_reasons_should_not_be_rewarded() {
	with_assessors(60, LEAST, || {
		fill_fees(1_000);
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		all.iter().for_each(|(who, _)| commit(id, who, &Vote::For(A)));
		end_stage(id);
		for (number, (who, _)) in all.iter().enumerate() {
			let why = reasons().filter(|_| number > 0);
			assert_ok!(Court::reveal_vote(signed(who.clone()), id, Vote::For(A), SALT, why));
		}
		end_stage(id);
		end(id);
		assert_eq!(settled(), [(0, 31 - all[0].1, 0, FEE, 0)]);
		assert_eq!(assessor(&all[0].0).stake, LEAST);
	});
}

/// Near copies of the true proposal: half of the honest rank one first, half the other, and both
/// rank them equal or beside. None of them loses, and the true one beats the false one.
#[test]
fn copies_of_a_proposal_should_ruin_no_assessor() {
	with_assessors(60, LEAST, || {
		let id = open();
		let ranked = |ranks: [u8; 3]| Some(Vote::Ranked(Ranks::try_from(ranks.to_vec()).unwrap()));
		let panel = vote_by_seats(id, |_, seats| match seats {
			// Ten seats say "not covered", which is false.
			0..10 => Some(Vote::For(C)),
			// The others know that A and B are the same, but name them in different ways.
			10..16 => ranked([0, 1, 2]),
			16..22 => ranked([1, 0, 2]),
			_ => ranked([0, 0, 1]),
		});
		let honest: Vec<_> = Seats::<Test>::iter_prefix(panel)
			.filter(|(_, seat)| !matches!(&seat.vote, SeatVote::Revealed { ranks, .. } if ranks[2] == 0))
			.map(|(who, _)| who)
			.collect();
		assert!(honest.len() > 5);
		end(id);
		assert!(outcome(id) == Some(A) || outcome(id) == Some(B));
		let (lost, rewarded, ..) = settled()[0];
		assert!(lost > 0 && rewarded > 0);
		for who in honest {
			// At most the few votes by which one copy is ahead of the other.
			assert!(assessor(&who).stake >= LEAST - SEAT / 2 * 6 / 31 * 3);
		}
	});
}

#[test]
fn panel_that_was_overturned_should_lose_by_the_votes_of_the_next() {
	with_assessors(200, LEAST, || {
		let id = open_large();
		let first = draw(id);
		let wrong = voters(first);
		wrong.iter().for_each(|(who, _)| commit(id, who, &Vote::For(B)));
		end_stage(id);
		wrong.iter().for_each(|(who, _)| reveal(id, who, &Vote::For(B)));
		end_stage(id);
		let before: Vec<_> = wrong.iter().map(|(who, _)| wealth(who)).collect();
		decide_all(id, A);
		settle();
		end_appeal(0, false);
		let reserve = wealth(&RESERVE);
		settle();
		assert_eq!(outcome(id), Some(A));
		// The first panel loses half of its stakes, and no seat of it gains.
		let lost = SEAT / 2 * 31;
		assert!(settled().contains(&(lost, 0, 0, 0, lost)));
		assert_eq!(wealth(&RESERVE), reserve + lost);
		for ((who, seats), before) in wrong.iter().zip(before) {
			assert_eq!(wealth(who), before - SEAT / 2 * Balance::from(*seats));
		}
	});
}

#[test]
fn panel_without_a_choice_should_cost_only_the_absent() {
	with_assessors(60, LEAST, || {
		fill_fees(1_000);
		let id = open();
		vote_by_seats(id, |_, seats| (seats < 13).then_some(Vote::For(if seats < 5 { A } else { B })));
		let (lost, rewarded, each, fee, rest) = settled()[0];
		assert!(rewarded < 16 && lost == SEAT * Balance::from(31 - rewarded));
		// A seat gains no more than its own stake, and no fee.
		assert_eq!((each, fee, rest), (SEAT, 0, lost - SEAT * Balance::from(rewarded)));
	});
}

#[test]
fn money_that_no_payer_of_an_appeal_wins_should_be_the_reserves() {
	with_assessors(200, LEAST, || {
		let id = open();
		decide_all(id, A);
		assert_ok!(Court::fund_appeal(signed(PAYER), id, B, BOND));
		end_stage(id);
		let reserve = wealth(&RESERVE);
		decide_all(id, A);
		settle();
		assert_eq!(outcome(id), Some(A));
		assert!(settled().contains(&(0, 63, 0, 0, 0)));
		assert_eq!(wealth(&RESERVE), reserve + BOND);
		Court::close(id);
		assert_ok!(Court::collect(signed(PAYER), id, 0, PAYER));
		settle();
		assert!(!Cases::<Test>::contains_key(id));
	});
}

/// Attack: the money of an appeal is to be seen while its panel votes. If the panel had a part of
/// it, a choice by which more is lost would pay the panel more.
#[test]
fn second_panel_should_be_paid_alike_for_each_choice() {
	let gain = |defence: Option<Balance>, choice| {
		with_assessors(200, LEAST, || {
			fill_fees(1_000);
			let id = open();
			decide_all(id, A);
			assert_ok!(Court::fund_appeal(signed(PAYER), id, B, BOND));
			if let Some(amount) = defence {
				assert_ok!(Court::fund_appeal(signed(OTHER), id, A, amount));
			}
			end_stage(id);
			decide_all(id, choice);
			end(id);
			assert_eq!(outcome(id), Some(choice));
			let second = settled().into_iter().find(|one| one.1 == 63);
			second.map(|(_, _, each, fee, _)| (each, fee))
		})
	};
	for defence in [None, Some(BOND / 2), Some(BOND)] {
		assert_eq!([A, B, C].map(|choice| gain(defence, choice)), [Some((0, FEE)); 3]);
	}
}

#[test]
fn delegate_should_get_the_fee_and_the_stake_its_share() {
	with_assessors(60, 10 * LEAST, || {
		fill_fees(1_000);
		for number in 1..30 {
			assert_ok!(Court::delegate(signed(person(number)), Some(person(0))));
		}
		pass(2 * EPOCH);
		let id = open();
		let panel = draw(id);
		let seat = Seats::<Test>::get(panel, person(0)).unwrap();
		let before = wealth(&person(0));
		let own = seat.stakes.iter().find(|(owner, _)| *owner == person(0)).map_or(0, |(_, count)| *count);
		let all = voters(panel);
		all.iter().for_each(|(who, _)| commit(id, who, &Vote::For(A)));
		end_stage(id);
		// One voter is absent, so that there is something to share.
		let absent = all.iter().find(|(who, _)| *who != person(0)).unwrap().clone();
		for (who, _) in all.iter().filter(|(who, _)| *who != absent.0) {
			reveal(id, who, &Vote::For(A));
		}
		end_stage(id);
		end(id);
		let (lost, rewarded, each, fee, _) = settled()[0];
		assert_eq!((lost, each), (SEAT * Balance::from(absent.1), lost / Balance::from(rewarded)));
		let gain = fee * Balance::from(seat.count()) + each * Balance::from(own);
		assert_eq!(wealth(&person(0)), before + gain);
	});
}

#[test]
fn money_should_be_for_fees_when_the_reserve_takes_none() {
	with_assessors(200, LEAST, || {
		let id = open();
		Refuses::set(&true);
		let panel = fail(id);
		assert!(Seats::<Test>::iter_prefix(panel).next().is_none());
		assert_eq!(FeePool::<Test>::get(), 31 * SEAT);
	});
}

#[test]
fn nothing_should_be_made_or_lost() {
	with_assessors(200, LEAST, || {
		fill_fees(500);
		let before = issuance();
		let id = open();
		vote_by_seats(id, |number, _| {
			(number % 3 != 0).then_some(Vote::For(if number % 4 == 0 { B } else { A }))
		});
		while matches!(case(id).stage, Stage::Draw { .. }) {
			decide_all(id, A);
		}
		assert_ok!(Court::fund_appeal(signed(PAYER), id, B, BOND));
		assert_ok!(Court::fund_appeal(signed(OTHER), id, A, BOND / 3));
		end_stage(id);
		decide_all(id, B);
		end(id);
		Court::close(id);
		for who in [PAYER, OTHER] {
			assert_ok!(Court::collect(signed(PAYER), id, 0, who));
		}
		settle();
		assert!(!Cases::<Test>::contains_key(id));
		assert_eq!(issuance(), before);
		let account = Court::account().unwrap();
		assert_eq!(balance(NATIVE, &account), ED + FeePool::<Test>::get());
	});
}
