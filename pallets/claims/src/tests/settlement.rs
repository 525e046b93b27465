// SPDX-License-Identifier: Apache-2.0

//! Charging the pools and paying the claims.

use super::mock::*;
use frame_support::traits::fungibles::{Inspect, Mutate};

/// The settlement of a pool that is let go without a loss.
const NOTHING: Settlement = Settlement {
	loss: 0,
	from_pool: 0,
	from_reserve: 0,
	owed_by_reserve: 0,
	owed_by_pool: 0,
	is_final: true,
};

#[test]
fn claims_should_get_the_same_fraction_when_money_is_short() {
	let policies = [(1, ALICE, 1_000), (2, BOB, 500), (3, CHARLIE, 7)];
	let mut builder = ExtBuilder::default().pool(1, USD, 1_000);
	for (id, who, cover) in policies.clone() {
		builder = builder.policy(id, who, cover);
	}
	builder.build_and_execute(|| {
		let before = issuance();
		uphold();
		idle(Weight::MAX);
		for (_, who, cover) in policies {
			assert_eq!(usd(&who), cover * 1_000 / 1_507);
		}
		// 663 + 331 + 4: two units are left by rounding.
		assert_eq!((incident(0).escrow, usd(&escrow())), (2, 2));
		assert_eq!(issuance(), before);
	});
}

#[test]
fn each_pool_should_pay_its_own_fraction() {
	ExtBuilder::default()
		.pool(1, USD, 100)
		.pool(2, USD, 1_000)
		.pool(3, USD, 0)
		.policy_on(1, ALICE, PRODUCT, 1, 200)
		.policy_on(2, BOB, PRODUCT, 2, 300)
		.policy_on(3, CHARLIE, PRODUCT, 3, 50)
		.build_and_execute(|| {
			uphold();
			idle(Weight::MAX);
			assert_eq!((usd(&ALICE), usd(&BOB), usd(&CHARLIE)), (100, 300, 0));
			assert_eq!((claim(0, 3).unwrap().status, paid(0, 3)), (ClaimStatus::Paid, Some(0)));
			assert_eq!(Claims::incident_state(0).unwrap().pools[2].settlement.owed_by_pool, 50);
		});
}

#[test]
fn pool_should_be_settled_with_nothing_when_no_policy_is_covered() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		change_policy(1, |p| p.starts_at = u64::MAX);
		uphold();
		idle(Weight::MAX);
		assert_eq!(locks(0), vec![]);
		assert_eq!((stage(0), incident(0).claims, usd(&ALICE)), (Stage::Paid, 0, 0));
		assert!(has_event(ClaimsEvent::PoolCharged { incident: 0, pool: 1, settlement: NOTHING }));
		assert!(notices().contains(&Notice::Settled(0, PRODUCT)));
	});
}

#[test]
fn incident_without_pools_should_be_settled_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		assert_eq!(stage(0), Stage::Paid);
		assert!(notices().contains(&Notice::Settled(0, PRODUCT)));
	});
}

#[test]
fn refused_settlement_should_be_tried_again_and_reported_once() {
	ExtBuilder::default()
		.pool(2, USD, 1_000)
		.policy_on(1, ALICE, PRODUCT, 1, 200)
		.policy_on(2, BOB, PRODUCT, 2, 300)
		.build_and_execute(|| {
			world(|w| w.refuse_settlement.push(1));
			let at = uphold();
			idle(Weight::MAX);
			for minute in 1..5 {
				block(at + DURATION + minute * MINUTE);
			}
			assert_eq!(
				count_events(|e| matches!(
					e,
					RuntimeEvent::Claims(ClaimsEvent::SettlementDelayed { pool: 1, .. })
				)),
				1
			);
			// The other pool was charged. No holder is paid before all are.
			assert_eq!(locks(0), vec![(1, 200)]);
			assert_eq!((usd(&escrow()), usd(&BOB)), (300, 0));
			assert!(!notices().contains(&Notice::Settled(0, PRODUCT)));
			world(|w| w.refuse_settlement.clear());
			block(at + DURATION + HOUR);
			assert_eq!((usd(&ALICE), usd(&BOB), stage(0)), (200, 300, Stage::Paid));
		});
}

#[test]
fn no_unit_should_be_lost_when_the_escrow_cannot_take_the_money() {
	let builder = ExtBuilder::default().pool(1, FRAGILE, 1_000).policy(1, ALICE, 300);
	builder.build_and_execute(|| {
		// The team of the asset has blocked the account.
		assert_ok!(AllAssets::mint_into(FRAGILE, &escrow(), 1));
		assert_ok!(Assets::block(signed(ALICE), 2, escrow()));
		let before = issuance();
		let at = uphold();
		idle(Weight::MAX);
		check();
		assert_eq!(stage(0), Stage::Settling { after: None });
		assert_eq!(AllAssets::balance(FRAGILE, &pool_account(1)), 1_000);
		assert_eq!((locks(0), issuance()), (vec![(1, 300)], before));
		assert_ok!(Assets::thaw(signed(ALICE), 2, escrow()));
		block(at + DURATION + MINUTE);
		assert_eq!(AllAssets::balance(FRAGILE, &ALICE), 300);
	});
}

#[test]
fn native_claims_should_not_reap_one_anothers_money() {
	// After the large claim is paid, the rest for the small one is below the existential deposit.
	let builder = ExtBuilder::default().pool(1, NATIVE, 100 * ED);
	builder.policy(1, ALICE, 50 * ED).policy(2, BOB, ED / 2).build_and_execute(|| {
		let before = issuance();
		uphold();
		idle(Weight::MAX);
		check();
		assert_eq!(AllAssets::balance(NATIVE, &ALICE), 1_000_000 + 50 * ED);
		assert_eq!(AllAssets::balance(NATIVE, &BOB), 1_000_000 + ED / 2);
		assert_eq!(issuance(), before);
	});
}

#[test]
fn native_rounding_should_stay_in_the_escrow_until_the_incident_is_closed() {
	let builder = ExtBuilder::default().pool(1, NATIVE, 10 * ED);
	builder.policy(1, ALICE, 7 * ED).policy(2, BOB, 7 * ED).policy(3, ALICE, 7 * ED).build_and_execute(
		|| {
			let before = issuance();
			uphold();
			idle(Weight::MAX);
			assert_eq!((incident(0).escrow, AllAssets::balance(NATIVE, &escrow())), (1, ED + 1));
			block_after(YEAR);
			block_after(MINUTE);
			assert_eq!((stage(0), AllAssets::balance(NATIVE, &RESERVE_ACCOUNT)), (Stage::Closed, ED + 1));
			assert_eq!((AllAssets::balance(NATIVE, &escrow()), issuance()), (ED, before));
		},
	);
}

#[test]
fn claim_should_be_skipped_when_the_policies_refuse_it() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		world(|w| w.refuse_register.push(1));
		uphold();
		idle(Weight::MAX);
		assert_eq!(
			count_events(|e| matches!(e, RuntimeEvent::Claims(ClaimsEvent::ClaimSkipped { policy: 1, .. }))),
			1
		);
		assert_eq!((usd(&ALICE), usd(&BOB), incident(0).claims), (0, 100, 1));
	});
}

#[test]
fn holder_that_cannot_receive_should_not_hold_up_the_others() {
	let builder = ExtBuilder::default().pool(1, NATIVE, 100 * ED);
	builder.policy(1, STRANGER, ED / 2).policy(2, BOB, 5 * ED).build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		assert_eq!(claim(0, 1).unwrap().status, ClaimStatus::Waiting);
		assert_eq!(stage(0), Stage::Paid);
		// The amount that waits for the stranger is below the existential deposit. The escrow's own
		// is beneath it.
		assert_eq!((incident(0).escrow, AllAssets::balance(NATIVE, &escrow())), (ED / 2, ED + ED / 2));
	});
}

/// F7: the escrow takes an amount below the existential deposit, and lets the pool go.
#[test]
fn pool_should_be_let_go_when_its_loss_is_below_the_existential_deposit() {
	for loss in [1, ED / 2, ED - 1, ED] {
		ExtBuilder::default().pool(1, NATIVE, 100 * ED).policy(1, ALICE, loss).build_and_execute(|| {
			let before = issuance();
			uphold();
			idle(Weight::MAX);
			check();
			assert_eq!((stage(0), locks(0), issuance()), (Stage::Paid, vec![], before));
			assert_eq!(AllAssets::balance(NATIVE, &ALICE), 1_000_000 + loss);
			assert_eq!(AllAssets::balance(NATIVE, &escrow()), ED);
		});
	}
}

/// The money of one incident is not another's, though both are in the same account.
#[test]
fn money_of_other_incidents_should_not_be_paid_out() {
	let builder =
		ExtBuilder::default().pool(1, NATIVE, 3 * ED).pool(2, NATIVE, 100 * ED).product(2, trigger());
	let builder = builder.policy_on(1, ALICE, PRODUCT, 1, 7 * ED).policy_on(2, STRANGER, 2, 2, ED / 2);
	builder.build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		check();
		let [short, other] = [PRODUCT, 2].map(|of| (0..2).find(|id| incident(*id).product == of).unwrap());
		// The stranger cannot receive so little, and no other account gets it.
		assert_eq!((incident(short).escrow, incident(other).escrow), (0, ED / 2));
		assert_eq!(AllAssets::balance(NATIVE, &ALICE), 1_000_000 + 3 * ED);
		assert_eq!(AllAssets::balance(NATIVE, &escrow()), ED + ED / 2);
	});
}

/// Put first loss of sponsors before the pools of a product.
fn sponsored(product: ProductId, amount: Balance) {
	AllAssets::mint_into(USD, &FIRST_LOSS_ACCOUNT, amount).unwrap();
	TestFirstLoss::<AllAssets>::set(product, USD, amount, Permill::zero());
}

#[test]
fn first_loss_should_pay_before_the_pools_by_their_locks() {
	ExtBuilder::default()
		.pool(2, USD, 1_000)
		.policy_on(1, ALICE, PRODUCT, 1, 200)
		.policy_on(2, BOB, PRODUCT, 2, 300)
		.build_and_execute(|| {
			sponsored(PRODUCT, 251);
			let before = issuance();
			uphold();
			idle(Weight::MAX);
			assert_eq!((usd(&ALICE), usd(&BOB), stage(0)), (200, 300, Stage::Paid));
			// 100 of 200 and 151 of 300: the odd unit goes to the later piece.
			assert_eq!((part(0, 1).from_sponsors, part(0, 1).settlement.from_pool), (100, 100));
			assert_eq!((part(0, 2).from_sponsors, part(0, 2).settlement.from_pool), (151, 149));
			assert!(has_event(ClaimsEvent::FirstLossUsed { incident: 0, pool: 2, amount: 151 }));
			assert_eq!((TestFirstLoss::<AllAssets>::left(PRODUCT), issuance()), (0, before));
		});
}

#[test]
fn first_loss_beyond_the_claims_should_stay() {
	let builder = ExtBuilder::default().pool(1, USD, 0).policy(1, ALICE, 200);
	builder.build_and_execute(|| {
		sponsored(PRODUCT, 1_000);
		uphold();
		idle(Weight::MAX);
		// The pool has no money at all, and its claims are whole.
		assert_eq!((usd(&ALICE), part(0, 1).settlement.loss), (200, 0));
		assert_eq!(TestFirstLoss::<AllAssets>::left(PRODUCT), 800);
	});
}

#[test]
fn short_pool_should_pay_its_fraction_of_what_first_loss_leaves() {
	let builder = ExtBuilder::default().pool(1, USD, 50).policy(1, ALICE, 100).policy(2, BOB, 100);
	builder.build_and_execute(|| {
		sponsored(PRODUCT, 30);
		uphold();
		idle(Weight::MAX);
		// 30 of the sponsor and 50 of the pool for 200.
		assert_eq!((usd(&ALICE), usd(&BOB)), (40, 40));
		assert_eq!(part(0, 1).settlement.owed_by_pool, 120);
	});
}

#[test]
fn claims_should_go_on_when_first_loss_cannot_be_taken() {
	ExtBuilder::default().policy(1, ALICE, 200).build_and_execute(|| {
		// The book names money that is not there.
		TestFirstLoss::<AllAssets>::set(PRODUCT, USD, 100, Permill::zero());
		uphold();
		idle(Weight::MAX);
		assert_eq!((usd(&ALICE), part(0, 1).settlement.from_pool), (200, 200));
	});
}
