//! Operators on the real runtime: their life, rulings, rewards, and feeds with rules of their own.

use super::env::*;
use crate::{constants::*, *};
use breakwater_feeds::{Call, Error, RewardPot};
use breakwater_primitives::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;

type FeedCall = Call<Runtime>;

const FIVE: [Who; 5] = [Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];
const BOND: Balance = 10_000 * BRKW;

fn rules() -> FeedRules {
	FeedRules { heartbeat: HOUR, min_operators: 3, max_price: Some(2 * ONE), pace: 10 * MINUTE, reward: BRKW }
}

/// A public chain with a product on `FEED`, which has rules of its own.
fn ruled(rules: FeedRules) -> Env {
	let mut env = Env::from_preset("local_testnet");
	assert_ok!(env.root(list_product_call(true)));
	assert_ok!(env.root(FeedCall::set_feed { feed: FEED, rules: Some(rules) }));
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

/// The price that the claims have logged last.
fn logged(env: &mut Env) -> Option<u128> {
	env.run(|| {
		let state = breakwater_claims::Feeds::<Runtime>::get(FEED).expect("the feed is watched");
		let slot = u32::try_from(state.last).expect("a young log");
		breakwater_claims::Knots::<Runtime>::get(FEED, slot).expect("the last price").price
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
	assert_eq!(refused, Err(pallet_oracle::Error::<Runtime>::NoPermission.into()));
	assert_ok!(env.submit(FeedCall::accept {}, who));
	assert_eq!(env.balance(AssetId::Native, &who.to_account_id()), before - BOND);
	all_feed(&mut env, 1_000);
	assert_ok!(env.submit(feed_call(FEED, 990), who));
	env.pass_blocks(1);
	assert_ok!(env.submit(FeedCall::resign {}, who));
	let refused = env.submit(feed_call(FEED, 1_000), who);
	assert_eq!(refused, Err(pallet_oracle::Error::<Runtime>::NoPermission.into()));
	assert!(matches!(stage(&mut env, who), Some(OperatorStage::Leaving { .. })));
	// On a chain that stands still the notice stands still too: a block counts for no more than a minute.
	env.pass_time(29 * DAY);
	assert_eq!(env.submit(FeedCall::withdraw_bond {}, who), no(Error::NoticeNotOver));
	env.run(|| {
		breakwater_pools::Clock::<Runtime>::mutate(|clock| clock.active += 28 * DAY);
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
fn suspended_operator_should_not_count_until_he_adds_to_his_bond() {
	let mut env = ruled(rules());
	for (operator, thousandths) in FIVE.into_iter().zip([1_000, 1_000, 900, 900, 900]) {
		assert_ok!(env.submit(feed_call(FEED, thousandths), operator));
	}
	let own = |env: &mut Env| env.run(|| Reserve::state(AssetId::Native)).expect("the reserve").own;
	let (who, before) = (Who::Ferdie, own(&mut env));
	let slash = FeedCall::slash { who: who.to_account_id(), amount: 4_000 * BRKW, ruling: [7; 32] };
	assert_eq!(env.submit(slash.clone(), Who::Alice), Err(DispatchError::BadOrigin));
	if env.root(slash) == no(Error::ReserveRefused) {
		// A reserve that takes no gifts: what is held stays held.
		assert_eq!(stage(&mut env, who), Some(OperatorStage::Active));
		assert_eq!(own(&mut env), before);
		env.pass_blocks(1);
		return;
	}
	assert_eq!(own(&mut env), before + 4_000 * BRKW);
	assert_eq!(stage(&mut env, who), Some(OperatorStage::Suspended));
	assert_eq!(logged(&mut env), Some(95 * ONE / 100));
	let refused = env.submit(feed_call(FEED, 900), who);
	assert_eq!(refused, Err(pallet_oracle::Error::<Runtime>::NoPermission.into()));
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
	// The first two come before there is a price, and the feed is watched only from the first value on.
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
fn operator_should_earn_nothing_with_a_batch_of_the_same_feed() {
	let mut env = ruled(rules());
	all_feed(&mut env, 1_000);
	env.pass_blocks(1);
	let one = (FEED, sp_runtime::FixedU128::from_u32(1));
	let values = vec![one; 8].try_into().expect("eight values fit");
	assert_ok!(env.submit(pallet_oracle::Call::<Runtime>::feed_values { values }, Who::Bob));
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
	// Looser rules count at once, and the triggers hear of it.
	assert_ok!(
		env.root(FeedCall::set_feed { feed: FEED, rules: Some(FeedRules { min_operators: 5, ..rules() }) })
	);
	assert_eq!(logged(&mut env), None);
	assert_ok!(env.root(FeedCall::set_feed { feed: FEED, rules: None }));
	assert_eq!(logged(&mut env), Some(ONE));
	env.pass_blocks(1);
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
	let before = env.run(RewardPot::<Runtime>::get).book;
	let origin = frame_system::RawOrigin::Signed(treasury);
	let as_origin = Box::new(OriginCaller::system(origin));
	let call = Box::new(FeedCall::fund { amount: gift }.into());
	assert_ok!(env.root(pallet_utility::Call::<Runtime>::dispatch_as { as_origin, call }));
	assert_eq!(env.run(RewardPot::<Runtime>::get).book, before + gift);
	env.pass_blocks(1);
}
