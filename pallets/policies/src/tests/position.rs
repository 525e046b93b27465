//! The insured interest: cover that people judge is for a position.

use super::mock::*;
use crate::{Error, Event, Positions};
use breakwater_primitives::{
	interest::{Position, PositionChain},
	*,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

const JUDGED: ProductId = 1;

/// With a product that people judge, on Ethereum, for sale.
fn judged(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(list(assessed()));
		add_pool(JUDGED, POOL, CAPACITY);
		test();
	});
}

fn buy_for(product: ProductId, position: Option<Position>) -> DispatchResult {
	let order = Order { product, position, ..order(1_000, 30 * DAY) };
	Policies::buy(RuntimeOrigin::signed(ALICE), order, None)
}

#[test]
fn buy_should_note_the_position_where_people_judge() {
	judged(|| {
		assert_ok!(buy_for(JUDGED, Some(POSITION)));
		assert_eq!(Positions::<Test>::get(0), Some(POSITION));
		assert_eq!(<Policies as CoverBook<AccountId>>::position(0), Some(POSITION));
		assert_eq!(Policies::policy_state(0).unwrap().position, Some(POSITION));
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::Bought { position: Some(told), .. } if *told == POSITION)));
	});
}

#[test]
fn buy_should_refuse_when_the_position_is_missing_or_of_no_use() {
	judged(|| {
		assert_noop!(buy_for(JUDGED, None), Error::<Test>::PositionMissing);
		assert_noop!(buy_for(PRODUCT, Some(POSITION)), Error::<Test>::PositionNotNeeded);
		let elsewhere = [
			Position::Ethereum { chain_id: 10, address: [7; 20] },
			Position::Substrate { genesis: [1; 32], account: [7; 32] },
		];
		for position in elsewhere {
			assert_noop!(buy_for(JUDGED, Some(position)), Error::<Test>::WrongChain);
		}
		let nobody = Position::Ethereum { chain_id: 1, address: [0; 20] };
		assert_noop!(buy_for(JUDGED, Some(nobody)), Error::<Test>::PositionKeyless);
	});
}

#[test]
fn buy_should_take_positions_on_a_substrate_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let genesis = [9; 32];
		let decision = Decision::Assessment { chain: PositionChain::Substrate { genesis } };
		assert_ok!(list(crate::types::Listing { decision, ..assessed() }));
		add_pool(JUDGED, POOL, CAPACITY);
		assert_noop!(buy_for(JUDGED, Some(POSITION)), Error::<Test>::WrongChain);
		assert_ok!(buy_for(JUDGED, Some(Position::Substrate { genesis, account: [7; 32] })));
	});
}

/// Guard: a position goes with its policy, to whoever holds it, and with its record.
#[test]
fn position_should_stay_with_the_policy() {
	judged(|| {
		assert_ok!(buy_for(JUDGED, Some(POSITION)));
		assert_ok!(Policies::transfer(RuntimeOrigin::signed(ALICE), 0, BOB));
		assert_ok!(Policies::increase(RuntimeOrigin::signed(BOB), 0, 1_000, Balance::MAX));
		assert_eq!(Positions::<Test>::get(0), Some(POSITION));
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(BOB), 0, 0));
		assert_eq!(Positions::<Test>::get(0), None);
	});
}
