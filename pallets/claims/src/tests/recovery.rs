// SPDX-License-Identifier: Apache-2.0

//! The time after the payments: more money, recovered money, and the end.

use super::mock::*;

/// Incident 0 on the assessed product: two claims, of 300 and of 400, on a pool that has 350.
fn short() -> Table {
	short_of(&[300, 400], [150, 200])
}

/// The same for these claims, which are paid so much of it.
fn short_of(claims: &[Balance], paid: [Balance; 2]) -> Table {
	let table = claiming(claims);
	assert_ok!(table.claim(0, 0));
	assert_ok!(table.claim(0, 1));
	block_after(14 * DAY);
	assert_eq!(([usd(&holder(0)), usd(&holder(1))], stage(0)), (paid, Stage::Paid));
	table
}

fn builder() -> ExtBuilder {
	ExtBuilder::default().pool(1, USD, 350).assessed(&[600, 400])
}

#[test]
fn claims_should_be_topped_up_when_the_pool_has_more() {
	builder().build_and_execute(|| {
		world(|w| w.not_final = vec![1]);
		short();
		assert_eq!(breakwater_claims::Working::<Test>::iter_keys().collect::<Vec<_>>(), vec![0]);
		assert_noop!(Claims::recover(signed(RIVAL), 0, 1, 100).plain(), ClaimsError::<Test>::NotFinal);
		burn(&RIVAL, PURSE - 1_000);
		give_pool(1, 175);
		world(|w| w.top_ups.insert(1, 175));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1)), stage(0)), (225, 300, Stage::Paid));
		assert_eq!((part(0, 1).funded, part(0, 1).paid, incident(0).claims_paid), (525, 525, 2));
		world(|w| w.not_final.clear());
		block_after(MINUTE);
		assert_eq!(breakwater_claims::Working::<Test>::iter().count(), 0);
	});
}

#[test]
fn recovered_money_should_pay_what_is_owed_and_no_more() {
	builder().build_and_execute(|| {
		short();
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 70));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (180, 240));
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 1_000));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1)), usd(&RIVAL)), (300, 400, PURSE - 350));
		assert_eq!(world(|w| w.closed.clone()).len(), 2);
		assert_noop!(Claims::recover(signed(RIVAL), 0, 1, 1).plain(), ClaimsError::<Test>::NothingOwed);
		assert_noop!(Claims::recover(signed(RIVAL), 0, 2, 1).plain(), ClaimsError::<Test>::PoolNotLocked);
		assert_noop!(Claims::recover(signed(RIVAL), 1, 1, 1).plain(), ClaimsError::<Test>::UnknownIncident);
	});
}

/// Nothing is owed to the claims: the underwriters have it, and no claim is visited.
#[test]
fn recovered_money_should_leave_the_claims_as_they_are_when_they_are_paid() {
	ExtBuilder::default().pool(1, USD, 1_000).assessed(&[600, 400]).build_and_execute(|| {
		short_of(&[300, 400], [300, 400]);
		world(|w| w.settled = vec![1]);
		let before = (incident(0), part(0, 1));
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 70));
		assert_eq!((incident(0), part(0, 1), usd(&RIVAL)), (before.0, before.1, PURSE - 70));
		let event =
			ClaimsEvent::<Test>::Recovered { incident: 0, pool: 1, who: RIVAL, taken: 70, for_claims: 0 };
		assert_eq!(events().pop(), Some(event));
	});
}

/// Guard: claims that are owed come first. A pool that has forgotten the debt takes no money.
#[test]
fn recovered_money_should_not_pass_claims_by() {
	builder().build_and_execute(|| {
		short();
		world(|w| w.settled = vec![1]);
		let refused = Claims::recover(signed(RIVAL), 0, 1, 70).plain();
		assert_eq!(refused, Err(ClaimsError::<Test>::SettlementMismatch.into()));
	});
}

/// Each claim is visited for it: a tiny amount would make all of them work.
#[test]
fn recovered_money_should_be_more_than_a_thousandth_of_the_loss_or_all_that_is_owed() {
	let builder = ExtBuilder::default().pool(1, USD, 690_000).assessed(&[600_000, 400_000]);
	builder.build_and_execute(|| {
		let table = claiming(&[300_000, 400_000]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		assert_eq!((stage(0), part(0, 1).settlement.owed()), (Stage::Paid, Some(10_000)));
		assert_noop!(Claims::recover(signed(RIVAL), 0, 1, PURSE + 1).plain(), ClaimsError::<Test>::CannotPay);
		assert_noop!(Claims::recover(signed(RIVAL), 0, 1, 700).plain(), ClaimsError::<Test>::TooLittle);
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 701));
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 9_000));
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 299));
		assert_eq!(part(0, 1).settlement.owed(), Some(0));
	});
}

#[test]
fn recovered_money_should_reach_those_who_were_paid_before_in_the_same_pass() {
	builder().build_and_execute(|| {
		let table = claiming(&[300, 400]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		pass_to(START + 16 * DAY);
		while !matches!(stage(0), Stage::Paying { after: Some(_) }) {
			assert_ok!(Claims::process(signed(ALICE), 0, 1));
		}
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 350));
		idle(Weight::MAX);
		assert_eq!((usd(&holder(0)), usd(&holder(1)), stage(0)), (300, 400, Stage::Paid));
	});
}

/// The reserve pays a part of its debt. Returns the part that is not taken.
fn pay(incident: IncidentId, amount: Balance) -> Result<(), Balance> {
	use frame_support::traits::fungibles::Balanced;
	let credit = AllAssets::issue(USD, amount);
	<Claims as Obligations<_>>::pay(incident, 1, credit).map_err(|credit| credit.peek())
}

#[test]
fn payments_of_the_reserve_should_reach_the_claims_in_proportion() {
	builder().build_and_execute(|| {
		world(|w| w.held_back.insert(1, 210));
		short();
		assert_eq!((part(0, 1).settlement.owed_by_reserve, part(0, 1).settlement.owed_by_pool), (210, 140));
		assert_eq!(pay(0, 70), Ok(()));
		let event = ClaimsEvent::<Test>::ReservePaid { incident: 0, pool: 1, amount: 70 };
		assert_eq!(events().pop(), Some(event));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1)), stage(0)), (180, 240, Stage::Paid));
		let settlement = part(0, 1).settlement;
		assert_eq!((settlement.owed_by_reserve, settlement.from_reserve), (140, 70));
		assert_eq!(pay(0, 140), Ok(()));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (240, 320));
	});
}

/// Guard: no more than the debt, and nothing for an incident that takes no money. The credit comes
/// back whole.
#[test]
fn payments_of_the_reserve_should_come_back_when_they_are_not_owed() {
	builder().build_and_execute(|| {
		world(|w| w.held_back.insert(1, 210));
		assert_eq!(pay(0, 10), Err(10), "unknown");
		claiming(&[300, 400]);
		assert_eq!(pay(0, 10), Err(10), "not settled");
	});
	builder().build_and_execute(|| {
		world(|w| w.held_back.insert(1, 210));
		short();
		let before = (incident(0), part(0, 1));
		assert_eq!((pay(0, 211), pay(0, 0)), (Err(211), Err(0)));
		assert_eq!((incident(0), part(0, 1)), before);
	});
}

/// Guard: an amount that the reserve owes is not given up with time, and those who get it late have
/// as long to take it.
#[test]
fn incident_should_not_close_while_the_reserve_owes() {
	builder().build_and_execute(|| {
		world(|w| w.held_back.insert(1, 210));
		short();
		block_after(YEAR);
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::ReserveOwes);
		assert_eq!(pay(0, 210), Ok(()));
		block_after(MINUTE);
		assert_eq!((usd(&holder(0)), usd(&holder(1)), stage(0)), (240, 320, Stage::Paid));
		block_after(YEAR - HOUR);
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::TooEarly);
		block_after(HOUR);
		block_after(MINUTE);
		assert_eq!((stage(0), pay(0, 10)), (Stage::Closed, Err(10)));
	});
}

/// The reserve hears once of an incident that no pool asks it for any more: with the settlement, or
/// with the last top-up.
#[test]
fn finalised_should_be_called_when_the_last_settlement_is_final() {
	builder().build_and_execute(|| {
		short();
		assert_eq!(world(|w| w.finalised.clone()), vec![0]);
	});
	builder().build_and_execute(|| {
		world(|w| w.not_final = vec![1]);
		short();
		assert_eq!(world(|w| w.finalised.len()), 0);
		give_pool(1, 175);
		world(|w| w.top_ups.insert(1, 175));
		block_after(MINUTE);
		assert_eq!(world(|w| w.finalised.len()), 0);
		world(|w| w.not_final.clear());
		block_after(MINUTE);
		block_after(MINUTE);
		assert_eq!(world(|w| w.finalised.clone()), vec![0]);
	});
}

#[test]
fn recover_should_be_refused_before_the_settlement() {
	builder().build_and_execute(|| {
		claiming(&[300, 400]);
		assert_noop!(Claims::recover(signed(RIVAL), 0, 1, 100).plain(), ClaimsError::<Test>::NotPayableYet);
	});
}

#[test]
fn incident_should_be_closed_a_year_after_its_settlement() {
	ExtBuilder::default().pool(1, FRAGILE, 1_000_000).assessed(&[600, 400]).build_and_execute(|| {
		use frame_support::traits::fungibles::{Inspect, Mutate};
		let mint = |who| AllAssets::mint_into(FRAGILE, &who, 1_000_000).unwrap();
		for who in [REPORTER, PROPOSER, holder(1)] {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, ED));
		}
		mint(REPORTER);
		mint(PROPOSER);
		let before = issuance();
		let table = claiming(&[300, 400]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		// The first cannot hold the asset.
		assert_eq!(claim(0, 0).unwrap().status, ClaimStatus::Waiting);
		assert_eq!((stage(0), incident(0).escrow), (Stage::Paid, 300));
		assert_eq!(world(|w| w.closed.clone()), vec![(1, 0)]);
		block_after(YEAR - 1);
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::TooEarly);
		// Blocks are full: an account makes the call.
		pass_to(TestClock::now() + 1);
		assert_ok!(Claims::close(signed(ALICE), 0));
		assert_noop!(Claims::collect(signed(ALICE), 0, 0).plain(), ClaimsError::<Test>::NotPayableYet);
		block_after(MINUTE);
		assert_eq!((stage(0), incident(0).escrow), (Stage::Closed, 0));
		assert_eq!(AllAssets::balance(FRAGILE, &RESERVE_ACCOUNT), 300);
		assert!(world(|w| w.closed.contains(&(0, 0))));
		let records = breakwater_claims::Claims::<Test>::iter().count()
			+ breakwater_claims::PoolSettlements::<Test>::iter().count()
			+ breakwater_claims::ByPolicy::<Test>::iter().count()
			+ breakwater_claims::ClaimedOn::<Test>::iter().count()
			+ breakwater_assessment::Proposals::<Test>::iter().count()
			+ breakwater_assessment::Reports::<Test>::iter().count()
			+ breakwater_claims::Working::<Test>::iter().count();
		assert_eq!((records, issuance()), (0, before));
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::NotOver);
	});
}

#[test]
fn close_should_wait_when_the_reserve_refuses() {
	builder().build_and_execute(|| {
		short();
		let left = incident(0).escrow;
		assert_eq!(left, 0);
		pass_to(TestClock::now() + YEAR);
		set_reserve(|reserve| reserve.refuses = true);
		assert_ok!(Claims::close(signed(ALICE), 0));
		block_after(MINUTE);
		// No money was left to give.
		assert_eq!(stage(0), Stage::Closed);
	});
}

#[test]
fn close_should_be_refused_when_the_incident_is_not_over() {
	builder().build_and_execute(|| {
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::UnknownIncident);
		claiming(&[300, 400]);
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::NotOver);
	});
}

#[test]
fn little_money_of_other_claims_should_not_be_lost_as_dust() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	// Two claims of the native token, each half paid.
	ExtBuilder::default().pool(1, NATIVE, 7 * ED).assessed(&[7 * ED, 7 * ED]).build_and_execute(|| {
		for who in [REPORTER, PROPOSER, RIVAL] {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, 100 * ED));
		}
		let table = claiming(&[7 * ED, 7 * ED]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		let has = |n| AllAssets::balance(NATIVE, &holder(n));
		assert_eq!((has(0), has(1), stage(0)), (7 * ED / 2, 7 * ED / 2, Stage::Paid));
		let (before, reserve) = (issuance(), AllAssets::balance(NATIVE, &RESERVE_ACCOUNT));
		// Each gets less than the existential deposit: the rest after the first payment is kept by
		// the endowment.
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 8 * ED / 5));
		block_after(MINUTE);
		assert_eq!(incident(0).escrow, 0);
		let each = 7 * ED / 2 + 4 * ED / 5;
		assert_eq!((has(0), has(1)), (each, each));
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, ED));
		block_after(MINUTE);
		assert_eq!((has(0), has(1)), (each + ED / 2, each + ED / 2));
		assert_eq!((issuance(), AllAssets::balance(NATIVE, &RESERVE_ACCOUNT)), (before, reserve));
	});
}

#[test]
fn small_claim_should_not_be_lost_as_dust_when_a_large_one_is_paid_first() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	// Whichever of both is the first to be paid.
	for losses in [[30 * ED, 7 * ED], [7 * ED, 30 * ED]] {
		ExtBuilder::default().pool(1, NATIVE, 37 * ED / 2).assessed(&losses).build_and_execute(|| {
			for who in [REPORTER, PROPOSER, RIVAL] {
				assert_ok!(AllAssets::mint_into(NATIVE, &who, 100 * ED));
			}
			let table = claiming(&losses);
			assert_ok!(table.claim(0, 0));
			assert_ok!(table.claim(0, 1));
			block_after(14 * DAY);
			let (before, reserve) = (issuance(), AllAssets::balance(NATIVE, &RESERVE_ACCOUNT));
			// A tenth of both: the small one's 700 could not be held by themselves.
			assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 37 * ED / 10));
			block_after(MINUTE);
			for n in [0, 1] {
				assert_eq!(AllAssets::balance(NATIVE, &holder(n)), losses[n as usize] / 10 * 6);
			}
			assert_eq!((issuance(), AllAssets::balance(NATIVE, &RESERVE_ACCOUNT)), (before, reserve));
		});
	}
}

#[test]
fn all_that_the_payer_has_should_be_recoverable() {
	use frame_support::traits::fungibles::{Inspect, Mutate};
	ExtBuilder::default().pool(1, NATIVE, 7 * ED).assessed(&[9 * ED]).build_and_execute(|| {
		for (who, money) in [(REPORTER, 100), (PROPOSER, 100), (STRANGER, 2)] {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, money * ED));
		}
		let table = claiming(&[9 * ED]);
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		assert_ok!(Claims::recover(signed(STRANGER), 0, 1, 2 * ED));
		block_after(MINUTE);
		assert_eq!(AllAssets::balance(NATIVE, &holder(0)), 9 * ED);
		assert_eq!(AllAssets::balance(NATIVE, &STRANGER), 0);
	});
}

#[test]
fn closing_should_wait_until_the_reserve_takes_what_is_left() {
	ExtBuilder::default().pool(1, USD, 450).assessed(&[600, 400]).build_and_execute(|| {
		let table = claiming(&[300, 400]);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		assert_eq!(incident(0).escrow, 1);
		set_reserve(|reserve| reserve.refuses = true);
		block_after(YEAR);
		block_after(MINUTE);
		assert_eq!((stage(0), usd(&RESERVE_ACCOUNT)), (Stage::Closing, 0));
		assert_noop!(Claims::process(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::NothingToDo);
		set_reserve(|reserve| reserve.refuses = false);
		block_after(MINUTE);
		assert_eq!((stage(0), usd(&RESERVE_ACCOUNT), incident(0).escrow), (Stage::Closed, 1, 0));
		assert_eq!(reserve().income.unclaimed, 1);
	});
}

#[test]
fn incident_should_be_closed_without_any_call() {
	builder().build_and_execute(|| {
		short();
		block_after(YEAR - MINUTE - 1);
		assert_eq!(stage(0), Stage::Paid);
		block_after(MINUTE + 1);
		assert_eq!(
			count_events(|e| matches!(e, RuntimeEvent::Claims(ClaimsEvent::ClosingBegun { incident: 0 }))),
			1
		);
		block_after(MINUTE);
		assert_eq!((stage(0), breakwater_claims::Claims::<Test>::iter().count()), (Stage::Closed, 0));
	});
}

#[test]
fn every_incident_should_have_its_turn_to_be_closed() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		for _ in 0..4 {
			assert_ok!(report_now());
			block_after(7 * DAY);
		}
		// An incident that pays is behind four of which no money is left.
		let table = Table::of(&[300]);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 4, table.verdict(START)));
		block_after(2 * DAY);
		assert_ok!(table.claim(4, 0));
		block_after(14 * DAY);
		assert_eq!(stage(4), Stage::Paid);
		pass_to(TestClock::now() + YEAR);
		for _ in 0..6 {
			block_after(3 * SECOND);
		}
		assert_eq!(stage(4), Stage::Closed);
	});
}

#[test]
fn year_to_take_a_payout_should_not_be_made_shorter_by_governance() {
	builder().build_and_execute(|| {
		short();
		TestLimits::set(Limits { unclaimed_after: 30 * DAY, ..TestLimits::get() });
		assert_eq!(Claims::incident_state(0).unwrap().closes_at, incident(0).settled_at.map(|at| at + YEAR));
		pass_to(TestClock::now() + 31 * DAY);
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::TooEarly);
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Paid);
	});
}
