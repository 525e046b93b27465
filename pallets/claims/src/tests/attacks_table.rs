// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 on claims under a table of losses. Each test fails when
//! its guard is taken out.

use super::mock::*;
use codec::Encode;

#[test]
fn two_policies_of_an_insured_account_should_not_be_paid_its_loss_twice() {
	// In different pools, for different holders.
	ExtBuilder::default().pool(2, USD, 1_000_000).assessed(&[600, 600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		for n in [1, 2] {
			change_policy(n, |p| {
				p.back_by(&[(2, 600)]);
				p.insured_account = Some(insured_account(0));
			});
		}
		let table = claiming(&[700]);
		assert_ok!(claim_with(&table, 0, 0, 0, signature(0, 0, 0)));
		assert_ok!(claim_with(&table, 0, 1, 0, signature(0, 0, 1)));
		assert_noop!(claim_with(&table, 0, 2, 0, signature(0, 0, 2)), ClaimsError::<Test>::NothingLeft);
		block_after(14 * DAY);
		assert_eq!([0, 1, 2].map(|n| usd(&holder(n))), [600, 100, 0]);
	});
}

/// Coinsurance and deductible are of the whole loss. A second policy does not pay the part that the
/// first leaves to the holder.
#[test]
fn second_policy_should_not_make_up_for_coinsurance_and_deductible() {
	for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
		ExtBuilder::default().assessed(&[10_000, 450, 10_000]).build_and_execute(|| {
			world(|w| {
				w.reserves = vec![1];
				w.borne = [0, 1, 2].map(|id| (id, (Permill::from_percent(10), 50))).into();
			});
			for n in [1, 2] {
				change_policy(n, |p| p.insured_account = Some(insured_account(0)));
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
			assert_eq!(breakwater_claims::ClaimedOn::<Test>::get(0, insured_account(0).hash()), 3_550);
		});
	}
}

/// Each policy pays under its own terms. The payments of other policies count against the amount
/// that those terms allow for the whole loss.
#[test]
fn policies_of_an_insured_account_should_each_pay_under_their_own_terms() {
	let paid = |order: [PolicyId; 2]| {
		ExtBuilder::default().assessed(&[10_000, 10_000]).build_and_execute(|| {
			world(|w| {
				w.reserves = vec![1];
				w.borne = [(0, (Permill::from_percent(50), 0)), (1, (Permill::zero(), 100))].into();
			});
			change_policy(1, |p| p.insured_account = Some(insured_account(0)));
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
fn two_leaves_of_an_insured_account_should_not_add_up() {
	ExtBuilder::default().assessed(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		change_policy(1, |p| p.insured_account = Some(insured_account(0)));
		let table = Table(vec![(insured_account(0), 300), (insured_account(0), 400)]);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
		block_after(2 * DAY);
		assert_ok!(claim_with(&table, 0, 0, 0, signature(0, 0, 0)));
		// The rest of the larger of both.
		assert_ok!(claim_with(&table, 0, 1, 1, signature(0, 0, 1)));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300, 100));
	});
}

#[test]
fn cover_used_up_should_not_be_paid_again_under_a_second_incident() {
	// Two reports of one event, and the same table for both.
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 300]);
		assert_ok!(report_now());
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		block_after(14 * DAY);
		assert_ok!(propose(PROPOSER, 1, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(table.claim(1, 0), ClaimsError::<Test>::NotCovered);
		// A challenger has to say that the loss itself was paid before. The cover binds in any
		// case.
		assert_ok!(table.claim(1, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (600, 400));
	});
}

#[test]
fn policy_on_another_product_should_not_claim_for_the_same_insured_account() {
	let builder = ExtBuilder::default().assessed(&[600]).policy_on(90, ALICE, ASSESSED + 1, 1, 700);
	builder.build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		world(|w| w.assessed.push(ASSESSED + 1));
		change_policy(90, |p| p.insured_account = Some(insured_account(0)));
		let table = claiming(&[500]);
		assert_noop!(claim_with(&table, 0, 90, 0, signature(0, 0, 90)), ClaimsError::<Test>::NotCovered);
	});
}

#[test]
fn claims_under_a_table_should_not_exceed_the_lock() {
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[5_000, 400]);
		// The book of policies is wrong: more cover than was locked.
		change_policy(0, |p| p.back_by(&[(1, 5_000)]));
		assert_ok!(table.claim(0, 0));
		assert_eq!((usd(&holder(0)), locks(0)), (1_000, vec![(1, 0)]));
		assert_noop!(table.claim(0, 1), ClaimsError::<Test>::PoolNotLocked);
		assert_eq!(usd(&pool_account(1)), 999_000);
	});
}

#[test]
fn claim_after_a_transfer_should_be_paid_to_the_new_holder() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
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
fn thief_should_not_claim_for_an_insured_account_of_another_owner() {
	// The thief insured the account of another owner, and signs with a key of their own.
	ExtBuilder::default().assessed(&[600, 400]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600, 400]);
		assert_noop!(claim_with(&table, 0, 0, 0, signature(1, 0, 0)), ClaimsError::<Test>::WrongSigner);
		assert_eq!(usd(&holder(0)), 0);
	});
}

#[test]
fn signature_should_not_be_replayed_for_another_policy_or_incident() {
	ExtBuilder::default().assessed(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		// Another holder has insured the same account, and waits for its owner to sign a
		// claim.
		change_policy(1, |p| p.insured_account = Some(insured_account(0)));
		let table = claiming(&[300]);
		let public = signature(0, 0, 0);
		assert_ok!(claim_with(&table, 0, 0, 0, public));
		assert_noop!(claim_with(&table, 0, 0, 0, public), ClaimsError::<Test>::AlreadyClaimed);
		block_after(14 * DAY);
		assert_ok!(report_now());
		assert_ok!(propose(PROPOSER, 1, table.verdict(START)));
		block_after(2 * DAY);
		assert_noop!(claim_with(&table, 1, 1, 0, public), ClaimsError::<Test>::WrongSigner);
		assert_noop!(claim_with(&table, 1, 0, 0, public), ClaimsError::<Test>::WrongSigner);
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (300, 0));
	});
}

#[test]
fn payout_should_not_be_above_the_loss_nor_the_sum_of_the_table() {
	ExtBuilder::default().assessed(&[600, 600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = Table::of(&[200, 300]);
		assert_ok!(report_now());
		// The sum that was assessed is less than the sum of the leaves.
		let losses = LossTable { total: 350, ..table.losses() };
		assert_ok!(propose(PROPOSER, 0, Verdict::Losses { occurred_at: START, table: losses }));
		block_after(2 * DAY);
		assert_ok!(table.claim(0, 0));
		assert_ok!(table.claim(0, 1));
		assert_eq!((usd(&holder(0)), usd(&holder(1))), (200, 150));
	});
}

#[test]
fn inner_hash_of_a_table_should_not_pass_as_a_leaf() {
	// An inner node is 64 bytes of which the hash is taken, and no leaf has that length.
	let ethereum = InsuredAccount::Ethereum { chain_id: 1, address: [1; 20] };
	for (insured_account, length) in [(ethereum, 45), (insured_account(0), 81)] {
		assert_eq!((insured_account, Balance::MAX).encode().len(), length);
	}
}

#[test]
fn claim_should_not_be_slipped_in_after_the_window() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		world(|w| w.reserves = vec![1]);
		let table = claiming(&[600]);
		pass_to(START + 16 * DAY);
		assert_noop!(table.claim(0, 0), ClaimsError::<Test>::TooLate);
	});
}

#[test]
fn halt_should_not_end_the_window_for_claims() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		halt();
		assert!(matches!(stage(0), Stage::Claiming { .. }));
		assert_ok!(table.claim(0, 0));
	});
}

#[test]
fn halt_should_not_take_payouts_away() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		block_after(YEAR - DAY);
		halt();
		assert_noop!(Claims::close(signed(ALICE), 0).plain(), ClaimsError::<Test>::TooEarly);
		pass_to(TestClock::now() + DAY);
		assert_ok!(Claims::close(signed(ALICE), 0));
	});
}

#[test]
fn recovered_money_should_not_wait_in_the_pool_for_a_late_underwriter() {
	ExtBuilder::default().pool(1, USD, 300).assessed(&[600]).build_and_execute(|| {
		let table = claiming(&[600]);
		assert_ok!(table.claim(0, 0));
		block_after(14 * DAY);
		assert_ok!(Claims::recover(signed(RIVAL), 0, 1, 1_000));
		block_after(MINUTE);
		// The money goes to the holder to whom it is owed, and no more is taken than that.
		assert_eq!((usd(&holder(0)), usd(&pool_account(1)), gain(&RIVAL)), (600, 0, -300));
	});
}
