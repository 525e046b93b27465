// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 on all that people judge: filings, rulings, bonds and
//! claims. Each test fails when its guard is taken out.

use super::mock::*;
use crate::Error;
use codec::Encode;
use frame_support::traits::fungibles::Mutate;

const NO: Verdict = Verdict::NotCovered;

/// The chain makes no block for a month. Only one block's gap of it is active time.
fn halt() {
	world(|w| w.max_gap = MINUTE);
	block_after(30 * DAY);
	world(|w| w.max_gap = YEAR);
}

fn gain(who: &AccountId) -> i128 {
	usd(who) as i128 - PURSE as i128
}

/// Claim for any policy with any leaf and signature.
fn claim_with(
	table: &Table,
	incident: IncidentId,
	policy: PolicyId,
	leaf: u32,
	signature: PositionSignature,
) -> sp_runtime::DispatchResult {
	let (_, loss) = table.0[leaf as usize];
	let proof = table.proof(leaf);
	let call = || Claims::claim(signed(STRANGER), incident, policy, loss, leaf, proof, signature);
	frame_support::storage::with_storage_layer(call)
}

#[test]
fn freezing_a_pool_again_and_again_should_get_dearer() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let mut lost = vec![];
		for n in 0..6 {
			let before = usd(&FILER);
			assert_ok!(file());
			block_after(7 * DAY);
			assert_eq!(stage(n), Stage::Rejected);
			lost.push(before - usd(&FILER));
			// The money that the pool got raises its capital, and the bond a little.
			let more = usd(&pool_account(1)) - 1_000_000;
			burn(&pool_account(1), more);
		}
		assert_eq!(lost, vec![500, 1_000, 2_000, 4_000, 8_000, 16_000]);
		// Six weeks of freeze cost 3 % of the capital. The rejections are forgotten after 90 days
		// without another.
		block_after(91 * DAY);
		assert_eq!(Claims::opening_bond(JUDGED), Ok(500));
	});
}

#[test]
fn freezing_by_another_product_of_the_same_pool_should_be_dearer_too() {
	ExtBuilder::default().judged(&[600]).policy_on(90, ALICE, JUDGED + 1, 1, 700).build_and_execute(|| {
		world(|w| w.judged.push(JUDGED + 1));
		let other = |at| {
			let call = Claims::open(signed(RIVAL), JUDGED + 1, at, Default::default(), Uri::default(), PURSE);
			assert_ok!(call);
		};
		assert_eq!(Claims::opening_bond(JUDGED + 1), Ok(500));
		assert_ok!(file());
		// One is open.
		other(START);
		assert_eq!(gain(&RIVAL), -1_000);
		block_after(7 * DAY);
		let more = usd(&pool_account(1)) - 1_000_000;
		burn(&pool_account(1), more);
		// Two were rejected.
		assert_eq!(Claims::opening_bond(JUDGED + 1), Ok(2_000));
	});
}

#[test]
fn small_pool_should_not_make_filings_on_others_dear() {
	// An attacker's own small pool has a part in the product, and is all that stands behind
	// another.
	let builder = ExtBuilder::default().pool(2, USD, 10_000).judged(&[600]);
	builder.policy_on(90, ALICE, JUDGED + 1, 2, 700).build_and_execute(|| {
		world(|w| w.judged.push(JUDGED + 1));
		change_policy(0, |p| p.back_by(&[(1, 500), (2, 100)]));
		assert_eq!(Claims::opening_bond(JUDGED), Ok(500 + 5));
		for n in 0..8 {
			let at = world(|w| w.now);
			let open = Claims::open(signed(RIVAL), JUDGED + 1, at, Default::default(), Uri::default(), PURSE);
			assert_ok!(open);
			block_after(7 * DAY);
			assert_eq!(stage(n), Stage::Rejected);
			let more = usd(&pool_account(2)) - 10_000;
			burn(&pool_account(2), more);
		}
		// Nearly all that the small pool has, but not 256 times the bond on the other.
		assert_eq!(Claims::opening_bond(JUDGED), Ok(500 + 5 * 256));
	});
}

#[test]
fn bond_should_not_be_small_because_little_is_insured() {
	// A cent of cover in a large pool would freeze all of it.
	ExtBuilder::default().pool(1, USD, 100_000_000).judged(&[1]).build_and_execute(|| {
		assert_eq!(Claims::opening_bond(JUDGED), Ok(50_000));
	});
}

#[test]
fn two_policies_of_a_position_should_not_be_paid_its_loss_twice() {
	// In different pools, for different holders.
	ExtBuilder::default().pool(2, USD, 1_000_000).judged(&[600, 600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		for n in [1, 2] {
			change_policy(n, |p| {
				p.back_by(&[(2, 600)]);
				p.position = Some(position(0));
			});
		}
		let table = claiming(&[700]);
		assert_ok!(claim_with(&table, 0, 0, 0, signature(0, 0, 0)));
		assert_ok!(claim_with(&table, 0, 1, 0, signature(0, 0, 1)));
		assert_noop!(claim_with(&table, 0, 2, 0, signature(0, 0, 2)), Error::<Test>::NothingLeft);
		block_after(14 * DAY);
		assert_eq!([0, 1, 2].map(|n| usd(&holder(n))), [600, 100, 0]);
	});
}

/// Coinsurance and deductible are of the whole loss. A second policy does not pay the part that the
/// first leaves to the holder.
#[test]
fn second_policy_should_not_make_up_for_coinsurance_and_deductible() {
	for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
		ExtBuilder::default().judged(&[10_000, 450, 10_000]).build_and_execute(|| {
			world(|w| {
				w.reserves = vec![1];
				w.borne = [0, 1, 2].map(|id| (id, (Permill::from_percent(10), 50))).into();
			});
			for n in [1, 2] {
				change_policy(n, |p| p.position = Some(position(0)));
			}
			let table = claiming(&[4_000]);
			let mut claimed = 0;
			for n in order {
				let result = claim_with(&table, 0, n, 0, signature(0, 0, n));
				// The policy with all the cover takes the amount that the terms allow. No amount is
				// left for the next one.
				assert_eq!(result.is_err(), claimed == 3_550);
				claimed = [0, 1, 2].map(|n| usd(&holder(n))).iter().sum();
			}
			assert_eq!(claimed, 3_550);
			assert_eq!(crate::ClaimedOn::<Test>::get(0, position(0).hash()), 3_550);
		});
	}
}

/// Each policy pays under its own terms. The payments of other policies count against the amount
/// that those terms allow for the whole loss.
#[test]
fn policies_of_a_position_should_each_pay_under_their_own_terms() {
	let paid = |order: [PolicyId; 2]| {
		ExtBuilder::default().judged(&[10_000, 10_000]).build_and_execute(|| {
			world(|w| {
				w.reserves = vec![1];
				w.borne = [(0, (Permill::from_percent(50), 0)), (1, (Permill::zero(), 100))].into();
			});
			change_policy(1, |p| p.position = Some(position(0)));
			let table = claiming(&[4_000]);
			for n in order {
				let _ = claim_with(&table, 0, n, 0, signature(0, 0, n));
			}
			[0, 1].map(|n| usd(&holder(n)))
		})
	};
	assert_eq!(paid([0, 1]), [2_000, 1_900]);
	assert_eq!(paid([1, 0]), [0, 3_900]);
}

#[test]
fn two_leaves_of_a_position_should_not_add_up() {
	ExtBuilder::default().judged(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		change_policy(1, |p| p.position = Some(position(0)));
		let table = Table(vec![(position(0), 300), (position(0), 400)]);
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, table.verdict(START)));
		block_after(2 * DAY);
		assert_ok!(claim_with(&table, 0, 0, 0, signature(0, 0, 0)));
		// The rest of the larger of both.
		assert_ok!(claim_with(&table, 0, 1, 1, signature(0, 0, 1)));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300, 100));
	});
}

#[test]
fn cover_used_up_should_not_be_paid_again_under_a_second_incident() {
	// Two filings of one event, and the same table for both.
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 300]);
		assert_ok!(file());
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		assert_ok!(propose(RULER, 1, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(table.claim(1, 0), Error::<Test>::NotCovered);
		// A challenger has to say that the loss itself was paid before. The cover binds in any
		// case.
		assert_ok!(table.claim(1, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (600, 400));
	});
}

#[test]
fn second_incident_should_not_be_ruled_or_claimed_before_the_first_has_ended() {
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 400]);
		assert_ok!(file());
		assert_noop!(file(), Error::<Test>::AlreadyWaiting);
		assert_noop!(propose(RIVAL, 1, table.verdict(START)), Error::<Test>::NotInJudgement);
		assert_noop!(table.claim(1, 0), Error::<Test>::NoClaimWindow);
		assert_ok!(table.claim(0, 0));
		block_after(13 * DAY);
		assert_eq!(stage(1), Stage::Waiting);
		assert_noop!(propose(RIVAL, 1, table.verdict(START)), Error::<Test>::NotInJudgement);
		block_after(DAY);
		assert_ok!(propose(RIVAL, 1, table.verdict(START)));
	});
}

#[test]
fn policy_on_another_product_should_not_claim_for_the_same_position() {
	let builder = ExtBuilder::default().judged(&[600]).policy_on(90, ALICE, JUDGED + 1, 1, 700);
	builder.build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		world(|w| w.judged.push(JUDGED + 1));
		change_policy(90, |p| p.position = Some(position(0)));
		let table = claiming(&[500]);
		assert_noop!(claim_with(&table, 0, 90, 0, signature(0, 0, 90)), Error::<Test>::NotCovered);
	});
}

#[test]
fn claims_under_a_table_should_not_exceed_the_pin() {
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[5_000, 400]);
		// The book of policies is wrong: more cover than was pinned.
		change_policy(0, |p| p.back_by(&[(1, 5_000)]));
		assert_ok!(table.claim(0, 0));
		assert_eq!((usd(&holder(0)), pins(0)), (1_000, vec![(1, 0)]));
		assert_noop!(table.claim(0, 1), Error::<Test>::PoolNotPinned);
		assert_eq!(usd(&pool_account(1)), 999_000);
	});
}

#[test]
fn claim_after_a_transfer_should_be_paid_to_the_new_holder() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600]);
		let given = signature(0, 0, 0);
		change_policy(0, |p| p.holder = CHARLIE);
		// The key signed that the holder is paid, without naming the holder.
		assert_ok!(claim_with(&table, 0, 0, 0, given));
		assert_eq!((usd(&holder(0)), usd(&CHARLIE)), (0, 600));
	});
}

#[test]
fn thief_should_not_claim_for_a_position_that_is_not_his() {
	// The thief insured the account of another owner, and signs with a key of their own.
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 400]);
		assert_noop!(claim_with(&table, 0, 0, 0, signature(1, 0, 0)), Error::<Test>::WrongSigner);
		assert_eq!(usd(&holder(0)), 0);
	});
}

#[test]
fn signature_should_not_be_replayed_for_another_policy_or_incident() {
	ExtBuilder::default().judged(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		// Another holder has insured the same position, and waits for its owner to sign a claim.
		change_policy(1, |p| p.position = Some(position(0)));
		let table = claiming(&[300]);
		let public = signature(0, 0, 0);
		assert_ok!(claim_with(&table, 0, 0, 0, public));
		assert_noop!(claim_with(&table, 0, 0, 0, public), Error::<Test>::AlreadyClaimed);
		block_after(14 * DAY);
		assert_ok!(file());
		assert_ok!(propose(RULER, 1, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(claim_with(&table, 1, 1, 0, public), Error::<Test>::WrongSigner);
		assert_noop!(claim_with(&table, 1, 0, 0, public), Error::<Test>::WrongSigner);
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300, 0));
	});
}

#[test]
fn payout_should_not_be_above_the_loss_nor_the_sum_of_the_table() {
	ExtBuilder::default().judged(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = Table::of(&[200, 300]);
		assert_ok!(file());
		// The sum that was judged is less than the sum of the leaves.
		let losses = LossTable { total: 350, ..table.losses() };
		assert_ok!(propose(RULER, 0, Verdict::Losses { occurred_at: START, table: losses }));
		block_after(2 * DAY);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (200, 150));
	});
}

#[test]
fn inner_hash_of_a_table_should_not_pass_as_a_leaf() {
	// An inner node is 64 bytes of which the hash is taken, and no leaf has that length.
	let ethereum = Position::Ethereum { chain_id: 1, address: [1; 20] };
	for (position, length) in [(ethereum, 45), (position(0), 81)] {
		assert_eq!((position, Balance::MAX).encode().len(), length);
	}
}

#[test]
fn ruling_should_not_be_slipped_in_after_its_time() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let table = Table::of(&[600]);
		assert_ok!(file());
		// Blocks are full: the hooks act on no deadline.
		pass_to(START + 7 * DAY);
		assert_noop!(propose(RULER, 0, table.verdict(START)), Error::<Test>::TooLate);
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Rejected);

		assert_ok!(file());
		assert_ok!(propose(RIVAL, 1, NO));
		pass_to(world(|w| w.now) + 2 * DAY);
		assert_noop!(propose(RULER, 1, table.verdict(START)), Error::<Test>::TooLate);
		idle(Weight::MAX);
		assert_eq!(stage(1), Stage::Rejected);
		assert_noop!(propose(RULER, 1, table.verdict(START)), Error::<Test>::NotInJudgement);
	});
}

#[test]
fn claim_should_not_be_slipped_in_after_the_window() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600]);
		pass_to(START + 16 * DAY);
		assert_noop!(table.claim(0, 0), Error::<Test>::TooLate);
	});
}

#[test]
fn ruling_should_not_be_dated_after_the_filing() {
	// Cover that was bought when the event was known.
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		change_policy(1, |p| p.starts_at = START + 1);
		assert_ok!(file());
		block_after(DAY);
		let table = Table::of(&[600, 400]);
		assert_noop!(propose(RULER, 0, table.verdict(START + 1)), Error::<Test>::OccurredAfterOpening);
		assert_ok!(propose(RULER, 0, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(table.claim(0, 1), Error::<Test>::NotCovered);
	});
}

#[test]
fn halt_should_not_end_the_time_for_a_ruling() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		halt();
		assert!(matches!(stage(0), Stage::Judgement { .. }));
		assert_ok!(propose(RULER, 0, NO));
	});
}

#[test]
fn halt_should_not_end_the_time_for_a_challenge() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, Table::of(&[600]).verdict(START)));
		halt();
		assert!(matches!(stage(0), Stage::Challenge { .. }));
		assert_ok!(propose(RIVAL, 0, NO));
	});
}

#[test]
fn halt_should_not_end_the_window_for_claims() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		halt();
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		assert_ok!(table.claim(0, 0));
	});
}

#[test]
fn halt_should_not_end_the_time_of_a_kept_date() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, Table::of(&[600]).verdict(START)));
		assert_ok!(propose(RIVAL, 0, NO));
		block_after(2 * DAY);
		for case in 0..2 {
			world(|w| w.over.push(case));
			block_after(MINUTE);
		}
		assert_eq!(stage(0), Stage::Rejected);
		halt();
		let open = Claims::open(signed(FILER), JUDGED, START, Default::default(), Uri::default(), PURSE);
		assert_ok!(open);
		assert_eq!(incident(1).opened_at, START);
	});
}

#[test]
fn halt_should_not_take_payouts_away() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		block_after(YEAR - DAY);
		halt();
		assert_noop!(Claims::close(signed(ALICE), 0), Error::<Test>::TooEarly);
		pass_to(world(|w| w.now) + DAY);
		assert_ok!(Claims::close(signed(ALICE), 0));
	});
}

#[test]
fn halt_should_not_make_freezing_cheap_again() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		block_after(7 * DAY);
		let more = usd(&pool_account(1)) - 1_000_000;
		burn(&pool_account(1), more);
		for _ in 0..4 {
			halt();
		}
		assert_eq!(Claims::opening_bond(JUDGED), Ok(1_000));
	});
}

#[test]
fn challenging_oneself_should_not_shut_others_out() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, Table::of(&[600]).verdict(START)));
		// The proposal comes in the last millisecond, so that it looks like another account's
		// challenge.
		block_after(2 * DAY - 1);
		assert_ok!(propose(RULER, 0, Table::of(&[599]).verdict(START)));
		block_after(2 * DAY - 1);
		assert_ok!(propose(RIVAL, 0, NO));
	});
}

#[test]
fn filling_all_rulings_should_cost_everything_and_leave_a_no() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let before = issuance();
		assert_ok!(file());
		for n in 1..=u128::from(MAX_RULINGS) {
			assert_ok!(propose(RULER, 0, Table::of(&[n]).verdict(START)));
		}
		// 128 bonds: 64 % of the pinned amount, or 6.4 % of the capital.
		assert_eq!(gain(&RULER), -128 * 500);
		assert_noop!(propose(RIVAL, 0, NO), Error::<Test>::TooManyRulings);
		block_after(2 * DAY);
		assert_eq!(world(|w| w.cases.clone()), vec![(0, MAX_RULINGS + 1)]);
		decide(0, Some(MAX_RULINGS), &[]);
		block_after(MINUTE);
		assert_eq!((stage(0), gain(&RULER)), (Stage::Rejected, -128 * 500));
		assert_eq!((incident(0).bonds, issuance()), (0, before));
	});
}

#[test]
fn ruling_should_not_be_adopted_by_a_referendum_that_is_not_of_its_case() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[600]).verdict(START)));
		block_after(2 * DAY);
		// An account has made a public proposal of the same call, and it has passed.
		assert_noop!(Claims::adopt_ruling(RuntimeOrigin::root(), 0, 1), Error::<Test>::NotChosen);
		decide(0, Some(0), &[]);
		assert_noop!(Claims::adopt_ruling(RuntimeOrigin::root(), 0, 1), Error::<Test>::NotChosen);
		block_after(MINUTE);
		assert_eq!((stage(0), gain(&RIVAL)), (Stage::Rejected, -500));
	});
}

#[test]
fn spoiling_a_choice_should_cost_the_bonds_of_what_was_put_up_for_it() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let before = issuance();
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, Table::of(&[600]).verdict(START)));
		// Near copies of the truth divide the votes. Hardly any votes are for them.
		for n in [599, 598, 597] {
			assert_ok!(propose(RIVAL, 0, Table::of(&[n]).verdict(START)));
		}
		block_after(2 * DAY);
		for case in 0..2 {
			decide(case, None, &[1, 2, 3]);
			block_after(MINUTE);
		}
		assert_eq!((stage(0), gain(&FILER), gain(&RULER)), (Stage::Rejected, 0, 0));
		assert_eq!(gain(&RIVAL), -(500 + 1_000 + 2_000));
		assert_eq!((incident(0).bonds, issuance()), (0, before));
	});
}

#[test]
fn donation_to_the_bonds_should_change_nothing() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		let account = bonds();
		assert_ok!(AllAssets::mint_into(USD, &account, 10_000));
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, NO));
		block_after(2 * DAY);
		assert_eq!((gain(&RULER), gain(&FILER), usd(&RESERVE)), (0, -500, 250));
		assert_eq!(usd(&account), 10_000);
	});
}

#[test]
fn bond_should_not_be_collected_twice() {
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, NO));
		assert_ok!(propose(RIVAL, 0, Table::of(&[600]).verdict(START)));
		// No bond is due before it is decided.
		assert_noop!(Claims::collect_bond(signed(RULER), 0, RULER), Error::<Test>::NoBondDue);
		block_after(2 * DAY);
		decide(0, Some(0), &[]);
		block_after(MINUTE);
		assert_eq!(gain(&RULER), 250);
		assert_noop!(Claims::collect_bond(signed(RULER), 0, RULER), Error::<Test>::NoBondDue);
	});
}

#[test]
fn bond_should_not_be_taken_beyond_what_was_allowed() {
	// Another account's filing doubles it in the same block.
	ExtBuilder::default().judged(&[600]).build_and_execute(|| {
		assert_ok!(file());
		let open = Claims::open(signed(RIVAL), JUDGED, START, Default::default(), Uri::default(), 500);
		assert_noop!(open, Error::<Test>::BondAboveLimit);
		assert_eq!(gain(&RIVAL), 0);
	});
}

#[test]
fn trigger_should_not_be_passed_by_with_a_bond() {
	ExtBuilder::default().policy(1, ALICE, 500).build_and_execute(|| {
		arm();
		let open = Claims::open(signed(FILER), PRODUCT, START, Default::default(), Uri::default(), PURSE);
		assert_noop!(open, Error::<Test>::TriggerDecides);
	});
}

#[test]
fn recovered_money_should_not_wait_in_the_pool_for_somebody_to_buy_in() {
	ExtBuilder::default().pool(1, USD, 300).judged(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 1_000));
		block_after(MINUTE);
		// The money goes to the holder to whom it is owed, and no more is taken than that.
		assert_eq!((usd(&holder(0)), usd(&pool_account(1)), gain(&RIVAL)), (600, 0, -300));
	});
}

/// Not a fault: a false ruling that is not challenged in two days stands, and pays. Against that
/// there are the bond, of which a challenger wins half, the days of the challenge, and the sum that
/// the table names. The cover and the loss bind every claim under it.
#[test]
fn false_ruling_should_stand_when_nobody_challenges() {
	ExtBuilder::default().judged(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		// No event has occurred. The liar has insured the second position.
		let lie = Table(vec![(position(1), 5_000)]);
		assert_ok!(file());
		assert_ok!(propose(RULER, 0, lie.verdict(START)));
		block_after(2 * DAY);
		assert_ok!(claim_with(&lie, 0, 1, 0, signature(1, 0, 1)));
		// The liar's own cover is paid, not the five thousand, and no other holder's cover.
		assert_eq!((usd(&holder(1)), usd(&holder(0))), (400, 0));
		assert_eq!((gain(&FILER), gain(&RULER)), (0, 0));
	});
}
