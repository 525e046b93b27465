// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves the reserve.

use super::mock::*;
use crate::*;
use breakwater_primitives::{AssetId, Balance};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Donate(AssetId, Balance),
	Contribute(u32, Balance),
	Replenish(AssetId, Balance),
	Draw(u32, u32, Balance, Balance),
	Repay(u32, AssetId, Balance),
	WriteOff(u32, AssetId, Balance),
	Receive(AssetId, Balance),
	Reduce(u32, u32, AssetId, Balance),
	Gift(AssetId, Balance),
	Admit(u32),
	Remove(u32),
}

/// The asset of a pool.
fn asset_of(pool: u32) -> AssetId {
	if pool.is_multiple_of(2) {
		USD
	} else {
		NATIVE
	}
}

fn asset() -> impl Strategy<Value = AssetId> {
	prop_oneof![Just(USD), Just(NATIVE), Just(JUNK)]
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || (0..100_000u128, 0u32..17).prop_map(|(n, shift)| n >> shift);
	prop_oneof![
		(asset(), amount()).prop_map(|(a, n)| Step::Donate(a, n)),
		(0u32..4, amount()).prop_map(|(p, n)| Step::Contribute(p, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Replenish(a, n)),
		(0u32..5, 0u32..4, amount(), amount()).prop_map(|(i, p, c, w)| Step::Draw(i, p, c, w)),
		(0u32..5, 0u32..4, Just(u128::MAX), amount()).prop_map(|(i, p, c, w)| Step::Draw(i, p, c, w)),
		(0u32..4, asset(), amount()).prop_map(|(p, a, n)| Step::Repay(p, a, n)),
		(0u32..4, asset(), amount()).prop_map(|(p, a, n)| Step::WriteOff(p, a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Receive(a, n)),
		(0u32..5, 0u32..4, asset(), amount()).prop_map(|(i, p, a, n)| Step::Reduce(i, p, a, n)),
		(0u32..5, 0u32..4, asset(), Just(u128::MAX)).prop_map(|(i, p, a, n)| Step::Reduce(i, p, a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Gift(a, n)),
		(0u32..4).prop_map(Step::Admit),
		(0u32..4).prop_map(Step::Remove),
	]
}

fn cases() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn any_sequence_should_keep_the_invariants(steps in prop::collection::vec(step(), 1..40)) {
		use breakwater_primitives::{Backstop, Income, Source};
		use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
		ExtBuilder::default().build_and_execute(|| {
			for step in steps {
				match step {
					Step::Donate(asset, amount) => {
						let _ = Reserve::donate(RuntimeOrigin::signed(ALICE), asset, amount);
					},
					Step::Replenish(asset, amount) => {
						let treasury = balance(&asset, &TREASURY);
						let own = book(&asset).own;
						let is_done = Reserve::replenish(RuntimeOrigin::root(), asset.clone(), amount).is_ok();
						let given = if is_done { amount } else { 0 };
						assert_eq!((book(&asset).own, balance(&asset, &TREASURY)), (own + given, treasury - given));
					},
					Step::Contribute(pool, amount) => {
						let asset = asset_of(pool);
						let _ = Reserve::receive(asset.clone(), Source::Premium(pool), money(asset, amount));
					},
					Step::Draw(incident, pool, capital, wanted) => {
						let given = draw_with(incident, pool, &asset_of(pool), capital, wanted);
						let (paid, held_back) = given.unwrap_or_default();
						assert!(paid + held_back <= wanted.min(capital));
						let account = Pools::<Test>::get(pool, asset_of(pool));
						assert!(account.paid + account.owed <= account.contributed * 10);
					},
					Step::Repay(pool, asset, amount) => {
						let (before, own) = (Reserve::lent(pool, &asset), book(&asset).own);
						let is_taken = repay(pool, &asset, amount).is_ok();
						let taken = if is_taken { amount } else { 0 };
						// All of it, or none, and never more than is lent.
						assert_eq!(Reserve::lent(pool, &asset), before - taken);
						assert_eq!(book(&asset).own, own + taken);
						assert!(is_taken || amount > before || own == 0);
					},
					Step::WriteOff(pool, asset, amount) => {
						let (before, own) = (Reserve::lent(pool, &asset), book(&asset).own);
						Reserve::written_off(pool, asset.clone(), amount);
						assert_eq!(Reserve::lent(pool, &asset), before - amount.min(before));
						assert_eq!(book(&asset).own, own);
					},
					Step::Receive(asset, amount) => {
						let (own, pools) = (book(&asset).own, Pools::<Test>::iter().collect::<Vec<_>>());
						let taken = take_in(&asset, amount).map_or(0, |_| amount);
						assert_eq!(book(&asset).own, own + taken);
						assert_eq!(Pools::<Test>::iter().collect::<Vec<_>>(), pools, "no pool's contribution");
					},
					Step::Reduce(incident, pool, asset, amount) => {
						let backing = Backings::<Test>::get(incident, pool).filter(|backing| backing.asset == asset);
						let (before, owed) = (book(&asset), backing.map_or(0, |backing| backing.owed));
						Reserve::reduce_obligation(incident, pool, asset.clone(), amount);
						assert_eq!(book(&asset), Book { owed: before.owed - amount.min(owed), ..before });
					},
					Step::Gift(asset, amount) => {
						let _ = AllAssets::transfer(asset, &BOB, &account(), amount, Preservation::Preserve);
					},
					Step::Admit(pool) => {
						let _ = Reserve::admit_pool(RuntimeOrigin::root(), pool);
					},
					Step::Remove(pool) => {
						let _ = Reserve::remove_pool(RuntimeOrigin::root(), pool);
					},
				}
				Reserve::do_try_state().expect("the invariants hold");
			}
		});
	}
}
