// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves first loss, and tests of `try_state`.

use super::mock::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Pledge(bool, Balance),
	SetShare(u32),
	Request(Balance),
	Withdraw(bool),
	Name(bool),
	SetRoute(bool, u32, u32),
	PayRoute(AssetId),
	Send(AssetId, Balance),
	Take(Balance),
	Insure(Balance),
	Incident(bool),
	Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || (0..100_000u128, 0u32..17).prop_map(|(n, shift)| n >> shift);
	let asset = || prop_oneof![Just(USD), Just(NATIVE)];
	prop_oneof![
		(any::<bool>(), amount()).prop_map(|(own, n)| Step::Pledge(own, n)),
		(0..55u32).prop_map(Step::SetShare),
		amount().prop_map(Step::Request),
		any::<bool>().prop_map(Step::Withdraw),
		any::<bool>().prop_map(Step::Name),
		(any::<bool>(), 0..80u32, 0..80u32).prop_map(|(on, one, other)| Step::SetRoute(on, one, other)),
		asset().prop_map(Step::PayRoute),
		(asset(), amount()).prop_map(|(a, n)| Step::Send(a, n)),
		amount().prop_map(Step::Take),
		amount().prop_map(Step::Insure),
		any::<bool>().prop_map(Step::Incident),
		(0..30u64).prop_map(|days| Step::Pass(days * DAY)),
	]
}

fn take(step: &Step) {
	let product = |own: bool| if own { PRODUCT } else { OWNERLESS };
	let who = |own: bool| signed(if own { BOB } else { CHARLIE });
	// Refusals change nothing: the sequences go on.
	let _ = match step.clone() {
		Step::Pledge(own, amount) => Sponsors::pledge(who(own), product(own), amount),
		Step::SetShare(percent) => Sponsors::set_share(signed(BOB), PRODUCT, Permill::from_percent(percent)),
		Step::Request(amount) => Sponsors::request_withdrawal(signed(BOB), PRODUCT, amount),
		Step::Withdraw(own) => Sponsors::withdraw(who(own), product(own)),
		Step::Name(charlie) => {
			Sponsors::name_sponsor(root(), OWNERLESS, if charlie { CHARLIE } else { ALICE })
		}
		Step::SetRoute(on, one, other) => {
			let [to_reserve, to_first_loss] = [one, other].map(Permill::from_percent);
			let route = Route { to_reserve, to_first_loss, rest_to: CHARLIE };
			Sponsors::set_route(signed(BOB), PRODUCT, Some(route).filter(|_| on))
		}
		Step::PayRoute(asset) => Sponsors::pay_route(signed(ALICE), PRODUCT, asset),
		Step::Send(asset, amount) => {
			use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
			let route = Sponsors::route_account(PRODUCT).unwrap();
			AllAssets::transfer(asset, &ALICE, &route, amount, Preservation::Preserve).map(|_| ())
		}
		Step::Take(amount) => {
			let paid = <Sponsors as FirstLoss<Money>>::take(PRODUCT, amount);
			paid.map(|credit| {
				use frame_support::traits::fungibles::Balanced;
				assert_eq!(credit.peek(), amount);
				AllAssets::resolve(&ALICE, credit).expect("Alice can receive");
			})
		}
		Step::Insure(cover) => {
			insure(PRODUCT, cover);
			Ok(())
		}
		Step::Incident(is_open) => {
			set_incident(PRODUCT, is_open);
			Ok(())
		}
		Step::Pass(time) => {
			TestClock::pass_active(time);
			Ok(())
		}
	};
}

fn cases() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn sequences_should_keep_the_invariants_and_the_money(steps in prop::collection::vec(step(), 1..60)) {
		use frame_support::traits::fungibles::Inspect;
		test(|| {
			let issuance = || [USD, NATIVE].map(AllAssets::total_issuance);
			let before = issuance();
			for step in &steps {
				let held = Pledges::<Test>::get(PRODUCT);
				take(step);
				check_invariants();
				assert_eq!(issuance(), before, "{step:?}");
				// No withdrawal leaves less than the pledged share, nor happens in an incident.
				if let (Step::Withdraw(true), Some(held)) = (step, held) {
					let left = Pledges::<Test>::get(PRODUCT).map_or(0, |pledge| pledge.amount);
					let insured = <World as breakwater_primitives::ProductUse>::insured(PRODUCT);
					let share = held.held_share(TestClock::active()).deconstruct();
					let needed = (insured * u128::from(share)).div_ceil(1_000_000);
					assert!(left == held.amount || left >= needed, "{left} of {needed}");
				}
			}
		});
	}
}

/// The error of the invariants after a change of a pledge.
fn broken(change: impl FnOnce(&mut Pledge<AccountId>)) -> bool {
	ext().execute_with(|| {
		pledged(500, 10);
		Pledges::<Test>::mutate_extant(PRODUCT, change);
		Sponsors::do_try_state().is_err()
	})
}

#[test]
fn try_state_should_find_what_is_wrong() {
	assert!(!broken(|_| ()));
	assert!(broken(|pledge| pledge.amount += 1));
	assert!(broken(|pledge| pledge.share = Permill::from_percent(51)));
	let lowered = |percent| Some(Lowered { held: Permill::from_percent(percent), until: 1 });
	assert!(broken(|pledge| pledge.lowered = lowered(10)));
	assert!(!broken(|pledge| pledge.lowered = lowered(11)));
	let route = Route { to_reserve: Permill::one(), to_first_loss: Permill::from_parts(1), rest_to: BOB };
	ext().execute_with(|| {
		Routes::<Test>::insert(PRODUCT, route);
		assert!(Sponsors::do_try_state().is_err());
	});
}
