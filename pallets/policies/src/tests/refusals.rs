// SPDX-License-Identifier: Apache-2.0

//! The weight charged for a call: that of the work done, until a refusal or to the end.

use super::mock::*;
use crate::weights::WeightInfo;
use breakwater_primitives::*;
use frame_support::{
	assert_ok,
	pallet_prelude::{DispatchResultWithPostInfo, Weight},
	traits::Get,
	weights::RuntimeDbWeight,
};
use sp_runtime::Permill;

type Weights = <Test as crate::Config>::WeightInfo;

fn alice() -> RuntimeOrigin {
	RuntimeOrigin::signed(ALICE)
}

/// The weight of a refused call; `None` for all of it.
fn charged(result: DispatchResultWithPostInfo) -> Option<Weight> {
	result.expect_err("it is refused").post_info.actual_weight
}

fn order_with(change: impl FnOnce(&mut Order<AccountId>)) -> Order<AccountId> {
	let mut order = order(1_000, 30 * DAY);
	change(&mut order);
	order
}

fn buy_with_change(change: impl FnOnce(&mut Order<AccountId>)) -> DispatchResultWithPostInfo {
	Policies::buy(alice(), order_with(change), None)
}

/// The weights with the price of one feed read: before the pools are asked, and for a product with
/// `pools` pools.
fn expected(pools: u64) -> [Weight; 2] {
	let shelf = Policies::shelf_weight(PRODUCT);
	assert_eq!(shelf, Policies::shelf_weight(9) + PRICE_WEIGHT + reads(6));
	[shelf, shelf + LINE_WEIGHT * LINES * pools + Weights::option()]
}

/// The weight of a purchase from `placed` of the product's `pools` pools, with the price of one
/// feed. It is measured with one pool of one product.
fn purchase(pools: u64, placed: u64) -> Weight {
	Weights::buy() - LINE_WEIGHT - WORK_WEIGHT + PRICE_WEIGHT - PRICE_WEIGHT / 4
		+ LINE_WEIGHT * LINES * pools
		+ WORK_WEIGHT * LINES * placed
}

fn reads(count: u64) -> Weight {
	<<Test as frame_system::Config>::DbWeight as Get<RuntimeDbWeight>>::get().reads(count)
}

#[test]
fn buy_should_be_charged_little_when_it_is_refused_before_it_is_priced() {
	ExtBuilder::default().build_and_execute(|| {
		add_pool(PRODUCT, 9, CAPACITY);
		let [shelf, price] = expected(2);
		assert_eq!(charged(buy_with_change(|order| order.product = 9)), Some(Policies::shelf_weight(9)));
		assert_eq!(charged(buy_with_change(|order| order.version = 2)), Some(shelf));
		assert_eq!(charged(buy_with_change(|order| order.cover = 1)), Some(shelf));
		assert_eq!(charged(buy_with_change(|order| order.period = DAY)), Some(shelf));
		assert_eq!(
			charged(buy_with_change(|order| order.insured_account = Some(INSURED_ACCOUNT))),
			Some(shelf)
		);
		let commission = Commission { distributor: BOB, part: Permill::from_percent(11) };
		assert_eq!(charged(buy_with_change(|order| order.commission = Some(commission))), Some(shelf));
		assert_eq!(charged(buy_with_change(|order| order.max_premium = 0)), Some(price));
		FeedPrice::set(&None);
		assert_eq!(charged(buy_with_change(|_| ())), Some(shelf));
		// Even the dearest refusal is a fraction of a purchase.
		assert!(price.ref_time() * 2 < Weights::buy().ref_time());
	});
}

#[test]
fn buy_should_be_charged_for_the_pools_that_it_used() {
	ExtBuilder::default().build_and_execute(|| {
		RefuseOpen::set(&true);
		assert_eq!(charged(buy_with_change(|_| ())), Some(purchase(1, 1)));
		RefuseOpen::set(&false);
		let poor = Policies::buy(RuntimeOrigin::signed(77), order(1_000, 30 * DAY), None);
		assert_eq!(charged(poor), Some(purchase(1, 1)));
		let bought = |order| Policies::buy(alice(), order, None).expect("it is bought").actual_weight;
		assert_eq!(bought(order_with(|_| ())), Some(purchase(1, 1)));
		// Three pools are asked, and two share the cover.
		change_line(PRODUCT, POOL, |line| line.capacity = 600_000);
		add_pool(PRODUCT, 8, 600_000);
		add_pool(PRODUCT, 9, 600_000);
		let both = order_with(|order| order.cover = 900_000);
		assert_eq!(bought(both), Some(purchase(3, 2)));
	});
}

/// A call declares beforehand at least the weight that it is charged afterwards, with the most
/// pools, as far behind as may be.
#[test]
fn calls_should_declare_at_least_what_they_use() {
	use frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		PoolSizes::set(&PoolSize::MOST);
		(0..MAX_SELLING_POOLS - 1).for_each(|pool| add_pool(PRODUCT, 100 + pool, 300_000));
		change_line(PRODUCT, POOL, |line| line.capacity = 300_000);
		let declared = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
		let used =
			|result: DispatchResultWithPostInfo| result.expect("it is made").actual_weight.expect("told");
		let commission = Some(Commission { distributor: BOB, part: Permill::from_percent(10) });
		let order = order_with(|order| (order.cover, order.commission) = (800_000, commission));
		let most = declared(crate::Call::buy { order: order.clone(), beneficiary: None });
		let bought = used(Policies::buy(alice(), order, None));
		assert_eq!(stored(0).allocations.len(), MAX_ALLOCATIONS as usize);
		assert!(bought.all_lte(most) && bought.ref_time() * 2 > most.ref_time(), "{bought:?} of {most:?}");
		let (policy, max) = (0, Balance::MAX);
		let most = declared(crate::Call::extend { policy, time: DAY, max_premium: max });
		assert!(used(Policies::extend(alice(), policy, DAY, max)).all_lte(most));
		let most = declared(crate::Call::decrease { policy, by: 10, min_refund: 0 });
		assert!(used(Policies::decrease(alice(), policy, 10, 0)).all_lte(most));
		let renewal =
			crate::types::RenewalTerms { period: 30 * DAY, max_premium: MONEY / 2, prepaid: MONEY / 2 };
		assert_ok!(Policies::set_renewal(alice(), policy, Some(renewal)));
		pass(30 * DAY);
		let most = declared(crate::Call::renew { policy });
		assert!(used(Policies::renew(alice(), policy)).all_lte(most));
		let most = declared(crate::Call::cancel { policy, min_refund: 0 });
		assert!(used(Policies::cancel(alice(), policy, 0)).all_lte(most));
	});
}

/// A refusal is never dearer than the purchase, with any number of pools.
#[test]
fn refusal_should_never_be_charged_more_than_the_purchase() {
	ExtBuilder::default().build_and_execute(|| {
		(0..MAX_POOLS_PER_PRODUCT).for_each(|pool| add_pool(PRODUCT, pool, CAPACITY));
		let weight = charged(buy_with_change(|order| order.max_premium = 0)).expect("it is less");
		assert!(weight.all_lte(Policies::most_buy_weight(&order(1_000, 30 * DAY))));
	});
}

#[test]
fn buy_with_should_be_charged_without_the_call_when_the_cover_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let call = || {
			let remark = vec![0; 10];
			Box::new(RuntimeCall::from(frame_system::Call::remark { remark }))
		};
		let inner = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&*call()).call_weight;
		let attempt = |order| Policies::buy_with(alice(), order, call());
		let [shelf, price] = expected(1);
		assert_eq!(charged(attempt(order_with(|order| order.version = 2))), Some(shelf));
		assert_eq!(charged(attempt(order_with(|order| order.max_premium = 0))), Some(price));
		RefuseOpen::set(&true);
		assert_eq!(charged(attempt(order_with(|_| ()))), Some(purchase(1, 1)));
		RefuseOpen::set(&false);
		// The call is refused after the cover.
		let root = Box::new(RuntimeCall::from(frame_system::Call::set_heap_pages { pages: 1 }));
		let refused = charged(Policies::buy_with(alice(), order_with(|_| ()), root));
		assert!(refused.is_some_and(|weight| weight.all_gte(purchase(1, 1))));
		let made = attempt(order_with(|_| ())).expect("both are made");
		assert_eq!(made.actual_weight, Some(purchase(1, 1) + inner));
	});
}

#[test]
fn changes_should_be_charged_what_they_did_when_they_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		let look = Some(Policies::look_weight());
		let bob = || RuntimeOrigin::signed(BOB);
		let max = Balance::MAX;
		for id in [policy, 9] {
			assert_eq!(charged(Policies::increase(bob(), id, 1, max)), look);
			assert_eq!(charged(Policies::extend(bob(), id, DAY, max)), look);
			assert_eq!(charged(Policies::decrease(bob(), id, 1, 0)), look);
			assert_eq!(charged(Policies::cancel(bob(), id, 0)), look);
			assert_eq!(charged(Policies::renew(bob(), id)), look);
		}
		let [shelf, price] = expected(1).map(Some);
		// The option is valued three times.
		let extension = price.map(|weight| weight + Weights::option() * 2);
		assert_eq!(charged(Policies::increase(alice(), policy, 0, max)), shelf);
		assert_eq!(charged(Policies::increase(alice(), policy, 1_000, 0)), price);
		assert_eq!(charged(Policies::extend(alice(), policy, 30 * DAY, 0)), extension);
		assert_eq!(charged(Policies::decrease(alice(), policy, 0, 0)), look);
		// The policy has no surcharge, so that no price is read.
		let returned = Weights::decrease() - PRICE_WEIGHT / 4 - WORK_WEIGHT + WORK_WEIGHT * LINES + reads(2);
		assert_eq!(charged(Policies::decrease(alice(), policy, 100, max)), Some(returned));
		opened(1);
		assert_eq!(charged(Policies::increase(alice(), policy, 1_000, max)), shelf);
		assert_eq!(charged(Policies::extend(alice(), policy, 30 * DAY, max)), shelf);
		assert_eq!(charged(Policies::cancel(alice(), policy, 0)), look);
		<Policies as OnIncident>::settled(1, PRODUCT);

		let renewal = crate::types::RenewalTerms { period: 30 * DAY, max_premium: 1, prepaid: 1 };
		assert_ok!(Policies::set_renewal(alice(), policy, Some(renewal)));
		assert_eq!(charged(Policies::renew(bob(), policy)), Some(Policies::sizes_weight()), "not due yet");
		pass(29 * DAY);
		assert_eq!(charged(Policies::renew(bob(), policy)), extension, "dearer than its renewal_balance");
		FeedPrice::set(&None);
		assert_eq!(charged(Policies::renew(bob(), policy)), shelf);
	});
}
