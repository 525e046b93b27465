// SPDX-License-Identifier: Apache-2.0

//! The commission of a distributor who brought a buyer, on top of the premium.

use super::mock::*;
use crate::{Commissions, Error, Event, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_runtime::Permill;

const COVER: Balance = 1_000_000;
const PERIOD: Moment = 100 * DAY;

fn commission(percent: u32) -> Option<Commission<AccountId>> {
	Some(Commission { distributor: BROKER, part: Permill::from_percent(percent) })
}

fn brokered(percent: u32) -> DispatchResult {
	let order = Order { commission: commission(percent), ..order(COVER, PERIOD) };
	plain(Policies::buy(RuntimeOrigin::signed(ALICE), order, None))
}

fn collect() -> DispatchResult {
	Policies::collect_commission(RuntimeOrigin::signed(BOB), 0)
}

fn own() -> Balance {
	usd(Policies::account().unwrap())
}

fn quote(percent: u32) -> Quote {
	Policies::quote(PRODUCT, COVER, PERIOD, Permill::from_percent(percent)).unwrap()
}

#[test]
fn quote_should_show_the_commission_and_who_gets_what_of_the_premium() {
	ExtBuilder::default().build_and_execute(|| {
		let (without, with) = (quote(0), quote(7));
		assert_eq!((without.premium, without.commission), (with.premium, 0));
		assert_eq!(with.commission, (with.premium * 7).div_ceil(100));
		let PremiumSplit { reserve, treasury, manager, underwriters } = with.split;
		assert_eq!(reserve, with.premium / 20 * 3);
		assert_eq!(reserve + treasury + manager + underwriters, with.premium);
	});
}

#[test]
fn buy_should_take_the_commission_on_top_of_the_premium() {
	ExtBuilder::default().build_and_execute(|| {
		let Quote { premium, commission, .. } = quote(10);
		let order = Order {
			commission: super::commission::commission(10),
			max_premium: premium + commission - 1,
			..order(COVER, PERIOD)
		};
		let buy = |order| plain(Policies::buy(RuntimeOrigin::signed(ALICE), order, None));
		assert_noop!(buy(order.clone()), Error::<Test>::PremiumAboveLimit);
		assert_ok!(buy(Order { max_premium: premium + commission, ..order }));
		assert_eq!(
			(usd(ALICE), usd(pool_account(POOL)), own()),
			(MONEY - premium - commission, premium, commission)
		);
		assert_eq!(stored(0).premium, premium);
		assert!(events().iter().any(|event| matches!(
			event,
			Event::Bought { commission: told, distributor: Some(BROKER), .. } if *told == commission
		)));
	});
}

/// Guard: the buyer's limit holds for all that they pay.
#[test]
fn first_commission_should_pay_the_smallest_balance_of_the_account_within_the_limit() {
	ExtBuilder::default().build_and_execute(|| {
		let status =
			Assets::force_asset_status(RuntimeOrigin::root(), 1, 100, 100, 100, 100, 50, true, false);
		assert_ok!(status);
		let Quote { premium, commission, .. } = quote(10);
		let total = premium + commission;
		let buy = |max_premium| {
			let order =
				Order { commission: super::commission::commission(10), max_premium, ..order(COVER, PERIOD) };
			plain(Policies::buy(RuntimeOrigin::signed(ALICE), order, None))
		};
		assert_noop!(buy(total + 49), Error::<Test>::PremiumAboveLimit);
		assert_ok!(buy(total + 50));
		assert_eq!((usd(ALICE), own()), (MONEY - total - 50, commission + 50));
		let total = quote(10).premium + quote(10).commission;
		assert_ok!(buy(total));
	});
}

#[test]
fn buy_should_refuse_when_the_commission_is_above_the_terms() {
	ExtBuilder::default()
		.with_terms(|terms| terms.max_commission = Permill::from_percent(5))
		.build_and_execute(|| {
			assert_noop!(brokered(6), Error::<Test>::CommissionTooHigh);
			assert_ok!(brokered(5));
		});
}

#[test]
fn collect_commission_should_pay_what_time_has_earned() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		assert_noop!(collect(), Error::<Test>::NothingEarned);
		pass(25 * DAY);
		assert_ok!(collect());
		assert_eq!((usd(BROKER), own()), (all / 4, all - all / 4));
		System::assert_last_event(Event::CommissionPaid { policy: 0, to: BROKER, amount: all / 4 }.into());
		pass(75 * DAY);
		assert_ok!(collect());
		assert_eq!((usd(BROKER), own()), (all, 0));
		assert_noop!(collect(), Error::<Test>::NoCommission);
	});
}

#[test]
fn collect_commission_should_be_refused_when_there_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(collect(), Error::<Test>::UnknownPolicy);
		buy(COVER, PERIOD);
		assert_noop!(collect(), Error::<Test>::NoCommission);
		assert_ok!(brokered(0));
		assert_eq!(Commissions::<Test>::iter().count(), 0);
	});
}

#[test]
fn cancel_should_pay_what_is_earned_and_give_the_rest_back() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		pass(25 * DAY);
		let (state, money) = (Policies::policy_state(0).unwrap(), usd(ALICE));
		assert_eq!(state.commission, all - all / 4);
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(ALICE), 0, state.refund));
		assert_eq!(usd(ALICE), money + state.refund);
		assert_eq!((usd(BROKER), own()), (all / 4, 0));
		assert_eq!(Commissions::<Test>::iter().count(), 0);
	});
}

#[test]
fn decrease_should_give_its_part_of_the_commission_back() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		pass(50 * DAY);
		let (earned, rest) = (all / 2, all - all / 2);
		let (money, premium) = (usd(ALICE), (unearned(0) / 4u32) >> 64u32);
		assert_ok!(Policies::decrease(RuntimeOrigin::signed(ALICE), 0, COVER / 4, 0));
		assert_eq!(usd(ALICE), money + premium.as_u128() + rest / 4);
		assert!(events().contains(&Event::CommissionCut {
			policy: 0,
			back: rest / 4,
			earned,
			unearned: rest - rest / 4
		}));
		assert_eq!(own(), all - rest / 4);
		pass(50 * DAY);
		assert_ok!(collect());
		assert_eq!((usd(BROKER), own()), (all - rest / 4, 0));
	});
}

#[test]
fn a_claim_should_earn_the_commission_of_the_cover_it_uses() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		pass(50 * DAY);
		opened(1);
		assert_ok!(register(0, 1, COVER / 2));
		let rest = all - all / 2;
		let earning = Commissions::<Test>::get(0).unwrap();
		assert_eq!((earning.earned, earning.unearned), (all / 2 + rest / 2, rest - rest / 2));
	});
}

#[test]
fn prune_should_pay_the_commission_out() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		pass(115 * DAY);
		assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), 0));
		assert_eq!((usd(BROKER), own()), (all, 0));
	});
}

/// Guard: a distributor who can receive no money does not keep the record, and its holder's
/// deposit, for ever.
#[test]
fn prune_should_pay_the_treasury_when_the_distributor_can_receive_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let all = quote(10).commission;
		assert_ok!(brokered(10));
		assert_ok!(Assets::touch_other(RuntimeOrigin::signed(ALICE), 1, BROKER));
		assert_ok!(Assets::block(RuntimeOrigin::signed(100), 1, BROKER));
		pass(115 * DAY);
		assert_noop!(collect(), Error::<Test>::NotReceived);
		assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), 0));
		assert_eq!((usd(BROKER), usd(TREASURY), own()), (0, all, 0));
		assert!(!Stored::<Test>::contains_key(0));
	});
}

/// Guard: the commission comes on top and is no rebate.
#[test]
fn a_buyer_should_gain_nothing_as_their_own_distributor() {
	ExtBuilder::default().build_and_execute(|| {
		for percent in [0, 10] {
			let (money, pool) = (usd(ALICE), usd(pool_account(POOL)));
			let id = crate::NextPolicy::<Test>::get();
			let own = Some(Commission { distributor: ALICE, part: Permill::from_percent(percent) });
			let order = Order { commission: own, ..order(COVER, PERIOD) };
			assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), order, None));
			assert_ok!(Policies::cancel(RuntimeOrigin::signed(ALICE), id, 0));
			assert!(usd(ALICE) <= money);
			assert_eq!(usd(pool_account(POOL)) - pool, money - usd(ALICE));
		}
	});
}

/// Guard: cover added later carries no commission, and takes none away when it is given back.
#[test]
fn increase_that_is_given_back_should_leave_the_distributor_the_commission() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(brokered(10));
		let before = Commissions::<Test>::get(0).unwrap();
		let alice = || RuntimeOrigin::signed(ALICE);
		add_pool(PRODUCT, 9, CAPACITY);
		assert_noop!(plain(Policies::increase(alice(), 0, 1, Balance::MAX)), Error::<Test>::CoverOutOfRange);
		assert_ok!(Policies::decrease(alice(), 0, 900_000, 0));
		let left = Commissions::<Test>::get(0).unwrap();
		assert_eq!((left.cover, left.unearned), (100_000, before.unearned - before.unearned * 9 / 10));
		assert_ok!(Policies::increase(alice(), 0, 900_000, Balance::MAX));
		assert_ok!(Policies::decrease(alice(), 0, 900_000, 0));
		assert_eq!(Commissions::<Test>::get(0), Some(left));
	});
}
