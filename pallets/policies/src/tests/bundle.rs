// SPDX-License-Identifier: Apache-2.0

//! Cover that comes with something else: a call with cover, and a pallet that insures the deposits
//! of its users.

use super::mock::*;
use crate::Error;
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{DispatchError, Permill};

/// A lender that takes deposits, alone or with cover for them.
#[frame_support::pallet]
pub mod lender {
	use crate::tests::mock::{AccountId, AllAssets, USD};
	use breakwater_primitives::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles::Mutate, tokens::Preservation},
	};
	use frame_system::pallet_prelude::*;

	/// The account of the deposits.
	pub const LENDER: AccountId = 500;

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId> {
		type Cover: CoverProvider<AccountId>;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		#[pallet::call_index(0)]
		#[pallet::weight(Weight::from_parts(1_000, 0))]
		pub fn supply(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			AllAssets::transfer(USD, &who, &LENDER, amount, Preservation::Preserve).map(|_| ())
		}

		#[pallet::call_index(1)]
		#[pallet::weight(Weight::from_parts(1_000, 0))]
		pub fn supply_insured(
			origin: OriginFor<T>,
			amount: Balance,
			order: Order<AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin.clone())?;
			T::Cover::insure(&who, who, &order)?;
			Self::supply(origin, amount)
		}
	}
}

impl lender::Config for Test {
	type Cover = Policies;
}

fn order(cover: Balance) -> Order<AccountId> {
	super::mock::order(cover, 30 * DAY)
}

fn supply(amount: Balance) -> RuntimeCall {
	lender::Call::supply { amount }.into()
}

fn buy_with(cover: Balance, call: RuntimeCall) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Policies::buy_with(RuntimeOrigin::signed(ALICE), order(cover), Box::new(call))
}

#[test]
fn buy_with_should_insure_what_the_call_puts_into_a_protocol() {
	ExtBuilder::default().build_and_execute(|| {
		let quote = <Policies as CoverProvider<AccountId>>::quote(PRODUCT, 50_000, 30 * DAY, Permill::zero());
		let premium = quote.unwrap().premium;
		assert_ok!(buy_with(50_000, supply(50_000)));
		assert_eq!((usd(ALICE), usd(lender::LENDER)), (MONEY - premium - 50_000, 50_000));
		assert_eq!((stored(0).holder, stored(0).cover), (ALICE, 50_000));
	});
}

#[test]
fn buy_with_should_do_nothing_when_either_fails() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = |cover, call| buy_with(cover, call).map_err(|error| error.error).map(|_| ());
		// The call fails after the cover was bought.
		assert!(matches!(
			failed(50_000, supply(MONEY)),
			Err(DispatchError::Token(_) | DispatchError::Module(_))
		));
		assert_eq!((usd(ALICE), crate::NextPolicy::<Test>::get(), exposure(PRODUCT, POOL)), (MONEY, 0, 0));
		// The cover is refused: the call is not made.
		assert_noop!(failed(1, supply(50_000)), Error::<Test>::CoverOutOfRange);
		assert_eq!((usd(ALICE), usd(lender::LENDER)), (MONEY, 0));
	});
}

/// Guard: the call is made with the caller's own origin.
#[test]
fn buy_with_should_refuse_a_call_that_the_buyer_may_not_make() {
	ExtBuilder::default().build_and_execute(|| {
		let (product, status) = (PRODUCT, ProductStatus::Paused);
		let pause = breakwater_products::Call::set_status { product, status };
		let result = buy_with(1_000, pause.into()).map_err(|error| error.error).map(|_| ());
		assert_noop!(result, DispatchError::BadOrigin);
		let mut origin = RuntimeOrigin::signed(ALICE);
		frame_support::traits::OriginTrait::add_filter(&mut origin, |call: &RuntimeCall| {
			!matches!(call, RuntimeCall::Lender(_))
		});
		let result = Policies::buy_with(origin, order(1_000), Box::new(supply(1)));
		assert_noop!(
			result.map_err(|error| error.error).map(|_| ()),
			frame_system::Error::<Test>::CallFiltered
		);
	});
}

#[test]
fn buy_with_should_weigh_what_both_weigh() {
	ExtBuilder::default().build_and_execute(|| {
		let call = supply(1);
		let inner = call.get_dispatch_info().call_weight;
		let outer = crate::Call::<Test>::buy_with { order: order(1), call: Box::new(call) };
		assert_eq!(outer.get_dispatch_info().call_weight, Policies::most_buy_weight(&order(1)) + inner);
	});
}

#[test]
fn other_pallets_should_be_able_to_insure_their_users() {
	ExtBuilder::default().build_and_execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(lender::Pallet::<Test>::supply_insured(alice(), 50_000, order(50_000)));
		assert_eq!((usd(lender::LENDER), stored(0).holder), (50_000, ALICE));
		let refused = Order { max_premium: 1, ..order(50_000) };
		let result = lender::Pallet::<Test>::supply_insured(alice(), 50_000, refused);
		assert_noop!(result, Error::<Test>::PremiumAboveLimit);
	});
}
