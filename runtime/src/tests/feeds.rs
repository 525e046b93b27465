// SPDX-License-Identifier: Apache-2.0

//! Operators on the real runtime: their life, proposals, rewards, and feeds with rules of their
//! own.

use super::{env::*, short::set};
use crate::{constants::*, *};
use breakwater_feeds::{Call, Error, RewardPool};
use breakwater_primitives::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;

type FeedCall = Call<Runtime>;

const FIVE: [Who; 5] = [Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];
const BOND: Balance = 10_000 * BRKW;

fn rules() -> FeedRules {
	FeedRules {
		heartbeat: HOUR,
		min_operators: 3,
		max_price: Some(2 * ONE),
		reward_interval: 10 * MINUTE,
		reward: BRKW,
	}
}

/// Starts a public chain with a product on `FEED`, which has rules of its own.
fn ruled(rules: FeedRules) -> Env {
	let mut env = Env::from_preset("local_testnet");
	assert_ok!(env.root(FeedCall::set_feed { feed: FEED, rules: Some(rules) }));
	assert_ok!(env.root(list_product_call(true)));
	env
}

fn all_feed(env: &mut Env, thousandths: u128) {
	for operator in FIVE {
		assert_ok!(env.submit(feed_call(FEED, thousandths), operator));
	}
}

fn stage(env: &mut Env, who: Who) -> Option<OperatorStage> {
	let state = env.run(Feeds::operators).into_iter().find(|state| state.who == who.to_account_id());
	state.map(|state| state.stage)
}

fn price(env: &mut Env) -> Option<u128> {
	env.run(|| Feeds::price(FEED, 0)).map(|price| price.value)
}

/// Returns the price that the claims have logged last.
fn logged(env: &mut Env) -> Option<u128> {
	env.run(|| {
		let state = breakwater_triggers::Feeds::<Runtime>::get(FEED).expect("the feed is watched");
		let slot = u32::try_from(state.last).expect("a young log");
		breakwater_triggers::Observations::<Runtime>::get(FEED, slot).expect("the last price").price
	})
}

fn no(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

#[test]
fn operator_should_live_from_appointment_to_the_bond_back() {
	let mut env = ruled(rules());
	let who = Who::Alice;
	let before = env.balance(AssetId::Native, &who.to_account_id());
	assert_eq!(env.submit(FeedCall::accept {}, who), no(Error::NotAppointed));
	assert_ok!(env.root(FeedCall::appoint { who: who.to_account_id() }));
	let refused = env.submit(feed_call(FEED, 1_000), who);
	assert_eq!(refused, no(Error::NotActive));
	assert_ok!(env.submit(FeedCall::accept {}, who));
	assert_eq!(env.balance(AssetId::Native, &who.to_account_id()), before - BOND);
	all_feed(&mut env, 1_000);
	assert_ok!(env.submit(feed_call(FEED, 990), who));
	env.pass_blocks(1);
	assert_ok!(env.submit(FeedCall::resign {}, who));
	let refused = env.submit(feed_call(FEED, 1_000), who);
	assert_eq!(refused, no(Error::NotActive));
	assert!(matches!(stage(&mut env, who), Some(OperatorStage::Leaving { .. })));
	// On a chain that stands still the notice stands still too. A block counts for no more than a
	// minute.
	env.pass_time(29 * DAY);
	assert_eq!(env.submit(FeedCall::withdraw_bond {}, who), no(Error::NoticeNotOver));
	env.run(|| {
		breakwater_clock::Times::<Runtime>::mutate(|clock| clock.active += 28 * DAY);
	});
	assert_ok!(env.submit(FeedCall::withdraw_bond {}, who));
	assert_eq!(env.balance(AssetId::Native, &who.to_account_id()), before);
	assert_eq!(stage(&mut env, who), None);
	env.pass_blocks(1);
}

#[test]
fn price_should_be_read_again_in_the_next_block_when_an_operator_resigns() {
	let mut env = ruled(rules());
	for (operator, thousandths) in FIVE.into_iter().zip([1_000, 1_000, 900, 900, 900]) {
		assert_ok!(env.submit(feed_call(FEED, thousandths), operator));
	}
	env.pass_blocks(1);
	assert_eq!(logged(&mut env), Some(9 * ONE / 10));
	assert_ok!(env.submit(FeedCall::resign {}, Who::Ferdie));
	assert_eq!(price(&mut env), Some(95 * ONE / 100));
	assert_eq!(logged(&mut env), Some(9 * ONE / 10));
	env.pass_blocks(1);
	assert_eq!(logged(&mut env), Some(95 * ONE / 100));
}

#[test]
fn suspended_operator_should_not_count_until_the_bond_is_topped_up() {
	let mut env = ruled(rules());
	for (operator, thousandths) in FIVE.into_iter().zip([1_000, 1_000, 900, 900, 900]) {
		assert_ok!(env.submit(feed_call(FEED, thousandths), operator));
	}
	let own = |env: &mut Env| env.run(|| Reserve::state(AssetId::Native)).expect("the reserve").own;
	let (who, before) = (Who::Ferdie, own(&mut env));
	let slash = FeedCall::slash { who: who.to_account_id(), amount: 4_000 * BRKW, ruling: [7; 32] };
	assert_eq!(env.submit(slash.clone(), Who::Alice), Err(DispatchError::BadOrigin));
	if env.root(slash) == no(Error::ReserveRefused) {
		// A reserve that takes no gifts: the bond that is held stays held.
		assert_eq!(stage(&mut env, who), Some(OperatorStage::Active));
		assert_eq!(own(&mut env), before);
		env.pass_blocks(1);
		return;
	}
	assert_eq!(own(&mut env), before + 4_000 * BRKW);
	assert_eq!(stage(&mut env, who), Some(OperatorStage::Suspended));
	assert_eq!(logged(&mut env), Some(95 * ONE / 100));
	let refused = env.submit(feed_call(FEED, 900), who);
	assert_eq!(refused, no(Error::NotActive));
	assert_ok!(env.submit(FeedCall::top_up {}, who));
	env.pass_blocks(1);
	assert_ok!(env.submit(feed_call(FEED, 900), who));
	assert_eq!(logged(&mut env), Some(9 * ONE / 10));
	env.pass_blocks(1);
}

#[test]
fn operators_should_be_rewarded_once_an_interval_on_the_real_chain() {
	let mut env = ruled(rules());
	let earned = |env: &mut Env| {
		let state = env.run(|| Feeds::price_state(FEED));
		state.values.iter().map(|value| value.earned).sum::<Balance>()
	};
	// The first two come before there is a price, and the feed is watched only from the first value
	// on.
	all_feed(&mut env, 1_000);
	assert_eq!(earned(&mut env), 3 * BRKW);
	env.pass_blocks(1);
	all_feed(&mut env, 1_000);
	assert_eq!(earned(&mut env), 5 * BRKW);
	for _ in 0..5 {
		env.pass_blocks(1);
		all_feed(&mut env, 1_000);
	}
	assert_eq!(earned(&mut env), 5 * BRKW);
	for _ in 0..20 {
		env.jump(MINUTE / 2);
	}
	all_feed(&mut env, 1_001);
	assert_eq!(earned(&mut env), 10 * BRKW);
	let before = env.balance(AssetId::Native, &Who::Eve.to_account_id());
	assert_ok!(env.submit(FeedCall::collect {}, Who::Eve));
	assert_eq!(env.balance(AssetId::Native, &Who::Eve.to_account_id()), before + 2 * BRKW);
	assert_eq!(env.submit(FeedCall::collect {}, Who::Eve), no(Error::NothingToCollect));
	let state = env.run(|| Feeds::price_state(FEED));
	assert!(state.watched && !state.by_default && state.rules == rules());
	assert!(state.values.iter().all(|value| value.counts && value.rewarded && value.age == 0));
	env.pass_blocks(1);
}

#[test]
fn operator_should_earn_once_with_a_batch_of_the_same_feed() {
	let mut env = ruled(rules());
	all_feed(&mut env, 1_000);
	env.pass_blocks(1);
	let refused = env.submit(values_call(&[(FEED, ONE); 8]), Who::Bob);
	assert_eq!(refused, no(Error::FeedNamedTwice));
	let calls = vec![feed_call(FEED, 1_000).into(); 8];
	let refused = env.submit(pallet_utility::Call::<Runtime>::batch_all { calls: calls.clone() }, Who::Bob);
	assert_eq!(refused, no(Error::AlreadyFed));
	assert_ok!(env.submit(pallet_utility::Call::<Runtime>::batch { calls }, Who::Bob));
	let earned = env.run(|| breakwater_feeds::Earned::<Runtime>::get(Who::Bob.to_account_id()));
	assert_eq!(earned, BRKW);
	env.pass_blocks(1);
}

#[test]
fn feeds_should_have_rules_of_their_own() {
	let mut env = ruled(FeedRules { heartbeat: MINUTE, min_operators: 4, ..rules() });
	for operator in &FIVE[..3] {
		assert_ok!(env.submit(feed_call(FEED, 1_000), *operator));
	}
	assert_eq!(price(&mut env), None);
	// A value above the largest price does not count.
	assert_ok!(env.submit(feed_call(FEED, 2_001), Who::Eve));
	assert_eq!(price(&mut env), None);
	env.pass_blocks(1);
	assert_ok!(env.submit(feed_call(FEED, 2_000), Who::Eve));
	assert_eq!(price(&mut env), Some(ONE));
	assert_eq!(logged(&mut env), Some(ONE));
	env.pass_blocks(1);
}

/// Cover that was sold on a price is decided by that price, and sales see the same price as
/// triggers.
#[test]
fn rules_of_a_feed_should_not_reach_back_into_a_running_observation() {
	let mut env = Env::insured(true);
	let ferdie = env.usd(Who::Ferdie);
	env.pass_time_with_price(3 * HOUR, 900);
	let phase = |env: &mut Env| env.run(|| incident_of(0)).expect("the incident").phase;
	assert!(matches!(phase(&mut env), Phase::Observing { .. }));
	let own = env.run(|| breakwater_feeds::Rules::<Runtime>::get(FEED)).expect("the listing bound them");
	for other in [
		FeedRules { min_operators: 32, ..own },
		FeedRules { heartbeat: MINUTE, ..own },
		FeedRules { max_price: Some(ONE / 2), ..own },
	] {
		let set = FeedCall::set_feed { feed: FEED, rules: Some(other) };
		assert_eq!(env.root(set), no(Error::FeedInUse));
	}
	assert_eq!(env.root(FeedCall::set_feed { feed: FEED, rules: None }), no(Error::FeedInUse));
	// The pay of operators can change.
	let paid = FeedRules { reward_interval: MINUTE, reward: BRKW, ..own };
	assert_ok!(env.root(FeedCall::set_feed { feed: FEED, rules: Some(paid) }));
	env.pass_time_with_price(24 * HOUR, 900);
	env.pass_blocks(3);
	assert_eq!(phase(&mut env), Phase::Paid);
	assert_eq!(env.usd(Who::Ferdie) - ferdie, 10_000 * USD);
}

/// The governed numbers are those of feeds that get a product from now on. A running observation
/// goes on, and sales and triggers see one price.
#[test]
fn parameters_should_not_reach_back_into_a_running_observation() {
	use crate::dynamic_params::oracle::{Heartbeat, MinOperators, Parameters};
	let mut env = Env::insured(true);
	let ferdie = env.usd(Who::Ferdie);
	env.pass_time_with_price(3 * HOUR, 900);
	set(&mut env, RuntimeParameters::Oracle(Parameters::Heartbeat(Heartbeat, Some(MINUTE))));
	set(&mut env, RuntimeParameters::Oracle(Parameters::MinOperators(MinOperators, Some(32))));
	env.pass_blocks(10);
	assert_eq!((price(&mut env), logged(&mut env)), (Some(9 * ONE / 10), Some(9 * ONE / 10)));
	env.pass_time_with_price(24 * HOUR, 900);
	env.pass_blocks(3);
	assert_eq!(env.usd(Who::Ferdie) - ferdie, 10_000 * USD);
	// A product on another feed has the new numbers.
	let decision = Decision::Trigger(Trigger { feeds: FeedSet::One(FEED + 1), ..trigger() });
	assert_ok!(env.root(list_call(Listing { decision, ..listing(true) })));
	let own = env.run(|| breakwater_feeds::Rules::<Runtime>::get(FEED + 1)).expect("the listing bound them");
	assert_eq!((own.heartbeat, own.min_operators), (MINUTE, 32));
}

/// No buyer pays a premium for a trigger that cannot fire.
#[test]
fn thresholds_should_be_within_reach_of_their_feeds() {
	use breakwater_products::Error as ProductError;
	let mut env = Env::development();
	let above = |feeds, threshold| {
		let trigger = Trigger { feeds, direction: Direction::Above, threshold, ..trigger() };
		list_call(Listing { decision: Decision::Trigger(trigger), ..listing(true) })
	};
	let (one, other) = (FeedSet::One(FEED), FEED + 1);
	let bad = |error: ProductError<Runtime>| Err(DispatchError::from(error));
	for threshold in [ONE * ONE, 2_000_000 * ONE, MAX_PRICE] {
		assert_eq!(env.root(above(one, threshold)), bad(ProductError::TriggerOutOfRange));
	}
	let capped = FeedRules { max_price: Some(105 * ONE / 100), ..rules() };
	assert_ok!(env.root(FeedCall::set_feed { feed: other, rules: Some(capped) }));
	let threshold = 110 * ONE / 100;
	for feeds in [
		FeedSet::One(other),
		FeedSet::Any { first: FEED, second: other, third: None },
		FeedSet::All { first: FEED, second: other, third: None },
	] {
		assert_eq!(env.root(above(feeds, threshold)), bad(ProductError::ThresholdOutOfReach));
	}
	// A sponsor gets the error with the proposal.
	let trigger = Trigger { feeds: FeedSet::One(other), direction: Direction::Above, threshold, ..trigger() };
	let listing = Box::new(Listing { decision: Decision::Trigger(trigger), ..listing(true) });
	let propose = breakwater_products::Call::propose_product { listing };
	assert_eq!(env.submit(propose, Who::Alice), bad(ProductError::ThresholdOutOfReach));
	// The cover that is sold stays within reach.
	assert_ok!(env.root(above(one, threshold)));
	assert_eq!(env.root(FeedCall::set_feed { feed: FEED, rules: Some(capped) }), no(Error::FeedInUse));
}

#[test]
fn set_feed_should_fit_into_a_referendum_many_times() {
	use frame_support::dispatch::GetDispatchInfo;
	let set = FeedCall::set_feed { feed: FEED, rules: Some(rules()) };
	let all = set.get_dispatch_info().call_weight * 64;
	use frame_support::traits::Get;
	let most = <<Runtime as pallet_scheduler::Config>::MaximumWeight as Get<_>>::get();
	assert!(all.all_lte(most), "{all:?}");
}

#[test]
fn price_should_end_with_the_feeds_own_heartbeat() {
	let mut env = ruled(FeedRules { heartbeat: MINUTE, ..rules() });
	all_feed(&mut env, 1_000);
	env.pass_blocks(19);
	assert_eq!(price(&mut env), Some(ONE));
	env.pass_blocks(1);
	assert_eq!(price(&mut env), None);
	env.pass_blocks(1);
	assert_eq!(logged(&mut env), None);
}

#[test]
fn treasury_should_fill_the_pot_by_referendum() {
	let mut env = Env::development();
	let (treasury, gift) = (treasury(), 500 * BRKW);
	let give =
		pallet_balances::Call::<Runtime>::transfer_allow_death { dest: treasury.clone().into(), value: gift };
	assert_ok!(env.submit(give, Who::Bob));
	let before = env.run(RewardPool::<Runtime>::get).book;
	let origin = frame_system::RawOrigin::Signed(treasury);
	let as_origin = Box::new(OriginCaller::system(origin));
	let call = Box::new(FeedCall::fund { amount: gift }.into());
	assert_ok!(env.root(pallet_utility::Call::<Runtime>::dispatch_as { as_origin, call }));
	assert_eq!(env.run(RewardPool::<Runtime>::get).book, before + gift);
	env.pass_blocks(1);
}
