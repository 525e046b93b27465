// SPDX-License-Identifier: Apache-2.0

//! Attacks on the court. Each test fails without its guard.

use super::mock::*;
use sp_runtime::traits::Zero;

/// The seats that accounts have in the next panels of so many cases.
fn seats_of(who: &[AccountId], cases: u32) -> u32 {
	let mut sum = 0;
	for _ in 0..cases {
		let panel = draw(open());
		let count = |(voter, count): (AccountId, u32)| if who.contains(&voter) { count } else { 0 };
		sum += voters(panel).into_iter().map(count).sum::<u32>();
	}
	sum
}

/// The attacker buys stake when a case is opened, a hundred times that of all others. It cannot be
/// put into the draw before the last panel of the case is drawn, however many panels fail.
#[test]
fn stake_added_after_the_opening_should_have_no_seat() {
	with_assessors(120, LEAST, || {
		let id = open_large();
		give(NATIVE, &OTHER, 100 * RICH);
		assert_ok!(Court::stake(signed(OTHER), RICH));
		let mut panels = Vec::new();
		for _ in 0..2 {
			panels.push(fail(id));
			let early = Court::activate(signed(OTHER), OTHER);
			assert_noop!(early, Error::<Test>::TooEarly);
		}
		decide_all(id, A);
		for _ in 0..2 {
			panels.push(fail(id));
			assert_noop!(Court::activate(signed(OTHER), OTHER), Error::<Test>::TooEarly);
		}
		let last = draw(id);
		assert!(panels.len() == 4 && voters(last).iter().all(|(who, _)| *who != OTHER));
	});
}

/// A stake that was put into the draw after a case was opened counts only where the randomness of
/// the draw was not known then: two epochs later.
#[test]
fn stake_should_not_count_in_a_draw_whose_randomness_is_known() {
	with_assessors(60, LEAST, || {
		let id = open();
		next_epoch();
		// All blocks of this epoch make the randomness. An old stake is activated near its end.
		join(&OTHER, 30 * LEAST);
		next_epoch();
		assert_ok!(process(id));
		assert!(voters(panel_of(id)).iter().all(|(who, _)| *who != OTHER));
		assert!(seats_of(&[OTHER], 1) > 0);
	});
}

/// The attacker sees who will be drawn, and changes stakes and delegations before the draw is made.
#[test]
fn nothing_should_change_a_draw_once_its_randomness_is_known() {
	let drawn = |interfere: bool| {
		with_assessors(60, 3 * LEAST, || {
			let id = open();
			pass(2 * EPOCH);
			if interfere {
				for number in 0..20 {
					assert_ok!(Court::unstake(signed(person(number)), 3 * LEAST));
				}
				join(&OTHER, 50 * LEAST);
				assert_ok!(Court::delegate(signed(person(40)), Some(person(41))));
			}
			assert_ok!(process(id));
			voters(panel_of(id))
		})
	};
	assert_eq!(drawn(false), drawn(true));
}

/// A drawn assessor takes its stake out before the votes are counted.
#[test]
fn stake_should_answer_for_its_seats_on_its_way_out() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = draw(id);
		let (who, seats) = voters(panel)[0].clone();
		assert_ok!(Court::unstake(signed(who.clone()), LEAST));
		// Also if the cooldown were over.
		Assessors::<Test>::mutate(&who, |one| one.as_mut().unwrap().leaving.at = 0);
		let early = Court::withdraw(signed(who.clone()), who.clone());
		assert_noop!(early, Error::<Test>::StakeLocked);
		pass(2 * DAY);
		assert_ok!(process(id));
		pass(2 * DAY);
		assert_ok!(process(id));
		assert_eq!(assessor(&who).leaving.amount, LEAST - SEAT * Balance::from(seats));
		assert!(Court::cooldown() > Court::stake_age() + VOTE);
	});
}

/// A drawn assessor copies the commitment of another, to reveal the same vote after it.
#[test]
fn copied_commitment_should_open_nothing() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		let (first, copier) = (all[0].0.clone(), all[1].0.clone());
		commit(id, &first, &Vote::For(A));
		let Some(SeatVote::Committed(hash)) = Seats::<Test>::get(panel, &first).map(|seat| seat.vote) else {
			panic!("it has committed")
		};
		assert_ok!(Court::commit_vote(signed(copier.clone()), id, hash));
		end_stage(id);
		reveal(id, &first, &Vote::For(A));
		let copied = Court::reveal_vote(signed(copier), id, Vote::For(A), SALT, None);
		assert_noop!(copied, Error::<Test>::WrongCommitment);
	});
}

/// A commitment of an earlier panel, of another case or of another chain opens nothing.
#[test]
fn commitment_should_hold_for_one_panel_of_one_chain() {
	with_assessors(60, LEAST, || {
		let (who, ranks) = (person(0), Vote::For(A).ranks(BALLOT).unwrap());
		let hash = Court::commitment(1, &who, &ranks, &SALT);
		assert!(hash != Court::commitment(2, &who, &ranks, &SALT));
		assert!(hash != Court::commitment(1, &person(1), &ranks, &SALT));
		assert!(hash != Court::commitment(1, &who, &Vote::For(B).ranks(BALLOT).unwrap(), &SALT));
		frame_system::BlockHash::<Test>::insert(u64::zero(), H256([1; 32]));
		assert!(hash != Court::commitment(1, &who, &ranks, &SALT));
	});
}

/// An account reveals the vote of another, whose salt it knows.
#[test]
fn vote_should_be_revealed_by_its_account_alone() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		commit(id, &all[0].0, &Vote::For(A));
		end_stage(id);
		let other = Court::reveal_vote(signed(all[1].0.clone()), id, Vote::For(A), SALT, None);
		assert_noop!(other, Error::<Test>::NotCommitted);
		let stranger = Court::reveal_vote(signed(OTHER), id, Vote::For(A), SALT, None);
		assert_noop!(stranger, Error::<Test>::NoSeat);
	});
}

/// A voter shows a buyer its vote. One who denounces it gains; a voter that denounces itself loses
/// more than a wrong vote costs.
#[test]
fn leaked_vote_should_be_worth_more_to_denounce() {
	with_assessors(60, LEAST, || {
		let id = open();
		let panel = draw(id);
		let (who, seats) = voters(panel)[0].clone();
		commit(id, &who, &Vote::For(A));
		let before = wealth(&who);
		assert_ok!(Court::denounce_vote(signed(who.clone()), id, who.clone(), Vote::For(A), SALT));
		let stake = SEAT * Balance::from(seats);
		assert_eq!(wealth(&who), before - (stake - stake / 4));
		assert!(stake - stake / 4 > stake / 2);
	});
}

/// A delegate commits, and an accomplice denounces it: the stakes of those who delegate to it are
/// lost, and neither gains by it.
#[test]
fn delegate_should_not_take_the_stakes_of_others_by_denouncing_itself() {
	with_assessors(60, 10 * LEAST, || {
		for number in 1..30 {
			assert_ok!(Court::delegate(signed(person(number)), Some(person(0))));
		}
		pass(2 * EPOCH);
		let id = open();
		draw(id);
		let both = || wealth(&person(0)) + wealth(&OTHER);
		let before = both();
		commit(id, &person(0), &Vote::For(A));
		assert_ok!(Court::denounce_vote(signed(OTHER), id, person(0), Vote::For(A), SALT));
		assert!(both() <= before);
	});
}

/// Four holders of 10 % each, together 40 % of the stake: UMA in July 2025. With the cap of a tenth
/// they have at most 12 of 31 seats, and never 16.
#[test]
fn four_whales_should_not_decide_a_round() {
	let mut stakes = vec![LEAST; 60];
	stakes[..4].fill(10 * LEAST);
	with_stakes(&stakes, || {
		let whales: Vec<_> = (0..4).map(person).collect();
		for _ in 0..10 {
			assert!(seats_of(&whales, 1) <= 12);
		}
	});
	// Without the cap they have 12.4 on average, and sometimes more than 16.
	with_stakes(&stakes, || {
		TheLimits::set(&Limits { seat_cap: Permill::from_percent(100), ..limits() });
		let whales: Vec<_> = (0..4).map(person).collect();
		let most = (0..10).map(|_| seats_of(&whales, 1)).max().unwrap();
		assert!(most > 12, "{most}");
	});
}

/// Splitting a stake over many accounts gives no more seats than the stake has without the cap.
#[test]
fn sybils_of_one_stake_should_have_no_more_seats_than_it() {
	let mut stakes = vec![LEAST; 100];
	stakes[0] = 25 * LEAST;
	let cases = 12;
	let whole = with_stakes(&stakes, || {
		TheLimits::set(&Limits { seat_cap: Permill::from_percent(100), ..limits() });
		seats_of(&[person(0)], cases)
	});
	let mut split = vec![LEAST; 124];
	split[0] = LEAST;
	let sybils: Vec<_> = (0..25).map(person).collect();
	let parts = with_stakes(&split, || seats_of(&sybils, cases));
	// A fifth of 31 seats in each of twelve cases: 75 are expected, with a deviation of eight.
	let expected = f64::from(31 * cases) * 25.0 / 124.0;
	for seats in [whole, parts] {
		assert!((f64::from(seats) - expected).abs() < 4.0 * (expected * 0.8).sqrt(), "{seats}");
	}
	// An account below the least stake is none.
	run(empty(), || {
		assert_noop!(Court::stake(signed(OTHER), LEAST - 1), Error::<Test>::StakeTooSmall);
	});
}

/// Delegation does not pass the cap either.
#[test]
fn delegate_should_not_pass_the_cap() {
	with_assessors(100, LEAST, || {
		for number in 1..50 {
			assert_ok!(Court::delegate(signed(person(number)), Some(person(0))));
		}
		pass(2 * EPOCH);
		let panel = draw(open());
		assert!(voters(panel).iter().all(|(_, count)| *count <= 3));
	});
}

/// The attacker takes steps of cases at chosen moments within the epoch of the draw: the panel is
/// the same.
#[test]
fn moment_of_the_draw_should_not_change_the_panel() {
	let drawn = |wait: Moment| {
		with_assessors(60, LEAST, || {
			let id = open();
			pass(2 * EPOCH);
			TestClock::pass_active(wait);
			assert_ok!(process(id));
			voters(panel_of(id))
		})
	};
	assert_eq!(drawn(0), drawn(EPOCH / 2));
}

/// The attacker opens cases of its own, and has them drawn first: that changes no other panel.
#[test]
fn order_of_draws_should_not_change_the_panel() {
	let drawn = |others: u32| {
		with_assessors(60, 10 * LEAST, || {
			let id = open();
			let others: Vec<_> = (0..others).map(|_| open()).collect();
			pass(2 * EPOCH);
			others.into_iter().for_each(|other| assert_eq!(process(other), Ok(())));
			assert_ok!(process(id));
			voters(panel_of(id))
		})
	};
	assert_eq!(drawn(0), drawn(3));
}

/// The randomness of a draw is not known when the case is opened: that of the epoch of the opening
/// and that of the next draw nothing.
#[test]
fn opening_should_not_choose_its_panel() {
	let drawn = |seed: u8| {
		with_assessors(60, LEAST, || {
			let id = open();
			pass(2 * EPOCH);
			SeedBytes::set(&Some([seed; 32]));
			assert_ok!(process(id));
			voters(panel_of(id))
		})
	};
	assert!(drawn(1) != drawn(2));
	assert_eq!(drawn(1), drawn(1));
}

/// There is no money for fees: the case is decided, and those who agree get what others lose.
#[test]
fn empty_fee_pool_should_stop_nothing() {
	with_assessors(60, LEAST, || {
		assert_eq!(FeePool::<Test>::get(), 0);
		let id = open();
		vote_by_seats(id, |number, _| Some(Vote::For(if number == 0 { B } else { A })));
		end_stage(id);
		settle();
		let fee = |event: &Event<Test>| matches!(event, Event::PanelSettled { fee: 0, rewarded, each, .. } if *rewarded > 0 && *each > 0);
		assert!(events().iter().any(fee));
		assert_eq!(outcome(id), Some(A));
	});
	// Too little money is shared in equal parts, and is never more than there is.
	with_assessors(60, LEAST, || {
		fill_fees(40);
		let id = open();
		decide_all(id, A);
		end_stage(id);
		settle();
		assert_eq!(FeePool::<Test>::get(), 40 - 31);
	});
}

/// A referendum acts against the court: it can restore the first panel's choice where a last appeal
/// is voted on and granted, and nothing else.
#[test]
fn referendum_should_only_restore_the_first_choice() {
	with_assessors(120, LEAST, || {
		let id = open_large();
		let restore = |choice| Court::restore_choice(root(), id, choice);
		assert_noop!(restore(A), Error::<Test>::NotInAppeal);
		decide_all(id, A);
		assert_noop!(restore(A), Error::<Test>::NotInAppeal);
		decide_all(id, B);
		assert_noop!(restore(A), Error::<Test>::NotInAppeal);
		work();
		for choice in [A, B, C] {
			assert!(restore(choice).is_err());
		}
		end_appeal(0, false);
		assert_noop!(restore(A), Error::<Test>::NotGranted);
		work();
		assert_eq!(outcome(id), Some(B));
		assert_noop!(Court::restore_choice(root(), 77, A), Error::<Test>::UnknownCase);
	});
}

/// The chain halts while votes are committed and revealed: the deadlines are in active time, so
/// no voter loses a stake by it.
#[test]
fn halts_should_cost_no_stake() {
	with_assessors(60, LEAST, || {
		TestClock::set_max_gap(60_000);
		let id = open();
		let panel = draw(id);
		let all = voters(panel);
		TestClock::pass(10 * DAY);
		all.iter().for_each(|(who, _)| commit(id, who, &Vote::For(A)));
		TestClock::pass(10 * DAY);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		end_stage(id);
		TestClock::pass(10 * DAY);
		all.iter().for_each(|(who, _)| reveal(id, who, &Vote::For(A)));
		TestClock::set_max_gap(366 * DAY);
		end_stage(id);
		end_stage(id);
		settle();
		assert!(Assessors::<Test>::iter_values().all(|one| one.stake == LEAST));
	});
}

/// Copies of the true proposal split the votes of those who know the truth: some 18 seats put one
/// of two copies first, and 13 say "not covered". By first ranks alone that would be chosen.
#[test]
fn clones_of_the_true_proposal_should_not_help_the_false_one() {
	with_assessors(60, LEAST, || {
		let id = open();
		let ranked = |ranks: [u8; 3]| Some(Vote::Ranked(Ranks::try_from(ranks.to_vec()).unwrap()));
		let panel = vote_by_seats(id, |_, seats| match seats {
			0..8 => ranked([0, 1, 2]),
			8..17 => ranked([1, 0, 2]),
			_ => Some(Vote::For(C)),
		});
		let mut first = [0u32; 3];
		for seat in Seats::<Test>::iter_prefix_values(panel) {
			let SeatVote::Revealed { ranks, .. } = &seat.vote else { panic!("revealed") };
			first[ranks.iter().position(|rank| *rank == 0).unwrap()] += seat.count();
		}
		// The plurality is that of the false choice; the choice is a true one.
		assert!(first[2] > first[0].max(first[1]) && first[2] < 16, "{first:?}");
		end_stage(id);
		assert!([Some(A), Some(B)].contains(&outcome(id)));
		settle();
	});
}

/// One unit of token, or one seat, decides a quiet vote.
#[test]
fn one_unit_should_not_decide_a_quiet_vote() {
	with_assessors(60, LEAST, || {
		let id = open();
		for _ in 0..ATTEMPTS {
			vote_by_seats(id, |number, _| (number == 0).then_some(Vote::For(B)));
		}
		assert!(case(id).rounds.iter().all(Option::is_none));
	});
	// A court of one assessor with the least stake is none.
	with_assessors(1, LEAST, || {
		let id = open();
		assert!(matches!(case(id).stage, Stage::Voters { .. }));
	});
	// Nor does the last appeal: it is granted by the token holders' rule alone.
	with_assessors(120, LEAST, || {
		let id = open_large();
		decide_all(id, A);
		decide_all(id, B);
		settle();
		assert_eq!(Court::outcome(id), None);
		end_appeal(0, false);
		settle();
		assert_eq!(outcome(id), Some(B));
	});
}

/// A place that is free again gives its new assessor no part of what draws still count of the old.
#[test]
fn new_assessor_should_not_inherit_a_stake() {
	with_assessors(60, LEAST, || {
		let who = person(0);
		assert_ok!(Court::unstake(signed(who.clone()), LEAST));
		Assessors::<Test>::mutate(&who, |one| one.as_mut().unwrap().leaving.at = 0);
		let early = Court::withdraw(signed(OTHER), who.clone());
		assert_noop!(early, Error::<Test>::TooEarly);
		next_epoch();
		let early = Court::withdraw(signed(OTHER), who.clone());
		assert_noop!(early, Error::<Test>::TooEarly);
		next_epoch();
		assert_ok!(Court::withdraw(signed(OTHER), who));
	});
}

/// Seats lock more than the stake that counts, as new stake answers for them too. It does not come
/// back at once then.
#[test]
fn new_stake_should_not_leave_while_seats_lock_it() {
	with_assessors(40, LEAST, || {
		TheLimits::set(&Limits { seat_stake: LEAST / 2, ..limits() });
		for number in 0..40 {
			assert_ok!(Court::stake(signed(person(number)), LEAST));
		}
		let panel = draw(open());
		let (who, seats) = voters(panel).into_iter().max_by_key(|(_, seats)| *seats).unwrap();
		assert_eq!((seats, assessor(&who).locked), (3, LEAST / 2 * 3));
		assert_ok!(Court::unstake(signed(who.clone()), 2 * LEAST));
		let record = assessor(&who);
		assert_eq!((record.arriving.amount, record.stake, record.leaving.amount), (0, 0, LEAST * 3 / 2));
	});
}

/// Attack: most assessors tie the true proposal and a false one, or its copy, which costs nothing.
/// One voter decides between them, and the bond of the other goes with it.
#[test]
fn few_should_not_decide_between_proposals_that_others_tie() {
	let ranked = |ranks: [u8; 3]| Some(Vote::Ranked(Ranks::try_from(ranks.to_vec()).unwrap()));
	// The choice with `strict` seats or a few more for the second proposal, and the seats that
	// gain.
	let with = |strict: u32| {
		with_assessors(60, LEAST, || {
			fill_fees(1_000);
			let id = open();
			let tied = || ranked([0, 0, 1]);
			vote_by_seats(id, |_, seats| if seats < strict { Some(Vote::For(B)) } else { tied() });
			end_stage(id);
			settle();
			let gained = |event: &Event<Test>| match event {
				Event::PanelSettled { rewarded, .. } => Some(*rewarded),
				_ => None,
			};
			(outcome(id), events().iter().find_map(gained).unwrap())
		})
	};
	assert_eq!(with(1).0, Some(A));
	assert_eq!(with(3).0, Some(A));
	// More than a sixth tell them apart. Then the others gain nothing.
	let (choice, gained) = with(6);
	assert_eq!((choice, (6..9).contains(&gained)), (Some(B), true));
}

/// Attack: a dispute with oneself, for little or before a higher fee is enacted, so that the own
/// assessors are paid out of what others have brought.
#[test]
fn case_should_pay_no_more_than_its_dispute_has_brought() {
	let paid = |fees: Balance| {
		with_assessors(60, LEAST, || {
			fill_fees(10_000);
			let id = Court::begin(dispute(1).paid(fees)).unwrap();
			decide_all(id, A);
			end_stage(id);
			settle();
			10_000 - FeePool::<Test>::get()
		})
	};
	assert_eq!([0, 93, 94, 3 * 94 + 5].map(paid), [0, 0, 31, 3 * 31]);
	assert_eq!(paid(1_000 * 94), 31 * FEE);
}

/// Attack: an account pays for an appeal, and its own stake decides it.
#[test]
fn payer_of_an_appeal_should_have_no_seat_in_its_panel() {
	let seats = |pays: bool| {
		with_assessors(120, LEAST, || {
			give(NATIVE, &person(0), RICH);
			join(&person(0), 40 * LEAST);
			pass(2 * EPOCH);
			let id = open();
			decide_all(id, A);
			// The payment of another account excludes none.
			let who = if pays { person(0) } else { PAYER };
			assert_ok!(Court::fund_appeal(signed(who), id, B, BOND));
			end_stage(id);
			let all = voters(draw(id));
			all.into_iter().filter(|(who, _)| *who == person(0)).map(|(_, seats)| seats).sum::<u32>()
		})
	};
	assert_eq!((seats(true), seats(false) > 0), (0, true));
}

/// Attack: stake is bought for a case with long periods after governance has made them short.
#[test]
fn stake_should_not_be_bought_for_a_case_with_longer_periods() {
	with_assessors(400, LEAST, || {
		let with = |time| Limits {
			commit_period: time,
			reveal_period: time,
			appeal_period: time,
			response_period: time,
			..limits()
		};
		TheLimits::set(&with(7 * DAY));
		let (id, longest) = (open_large(), Court::stake_age());
		TheLimits::set(&with(DAY));
		assert_eq!(Court::stake_age(), longest);
		// A later case with shorter periods does not lower it.
		open();
		assert_eq!(Court::stake_age(), longest);
		assert_ok!(Court::stake(signed(OTHER), LEAST));
		fail(id);
		fail(id);
		assert_noop!(Court::activate(signed(OTHER), OTHER), Error::<Test>::TooEarly);
	});
	// Without an open case, only the periods of today count.
	with_assessors(60, LEAST, || {
		let usual = Court::stake_age();
		TheLimits::set(&Limits { commit_period: 7 * DAY, ..limits() });
		let id = open();
		decide_all(id, A);
		end_stage(id);
		TheLimits::set(&limits());
		assert_eq!(Court::stake_age(), usual);
		open();
		assert_eq!(Court::stake_age(), usual);
	});
}

/// The blocks make no randomness, as with too few validators or too short sessions: the case goes
/// on without a panel, and comes to an end.
#[test]
fn case_should_come_to_an_end_without_randomness() {
	with_assessors(60, LEAST, || {
		let id = open();
		Seedless::set(&true);
		pass(7 * EPOCH);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		pass(EPOCH);
		settle();
		assert_eq!((case(id).level, case(id).stage), (1, Stage::Draw { since: Epoch::get() }));
		pass(8 * EPOCH);
		settle();
		assert!(matches!(case(id).stage, Stage::Voters { case: Some(_) }));
		end_voters(0, Some(B));
		settle();
		assert_eq!(outcome(id), Some(B));
	});
}

/// A case that only waits takes no turn from one with a step to take.
#[test]
fn case_that_only_waits_should_need_no_room() {
	with_assessors(60, LEAST, || {
		let id = open();
		decide_all(id, A);
		assert_ok!(Court::fund_appeal(signed(PAYER), id, B, BOND / 2));
		end_stage(id);
		let room = |id| Court::room_for(&case(id), Court::assessors());
		assert_eq!(room(id), Court::decide_weight(MAX_SEATS));
		settle();
		assert_eq!(room(id), Weight::zero());
		Court::close(id);
		assert_eq!(room(id), Court::removal_weight());
		pass(366 * DAY);
		assert_eq!(room(id), Court::sweep_weight());
	});
}
