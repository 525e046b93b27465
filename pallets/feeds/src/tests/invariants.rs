// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves operators, bonds and rewards.

use super::mock::*;
use crate::*;
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo, GetDispatchInfo, Pays},
	traits::{fungibles::Mutate, tokens::Preservation},
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Appoint(u8),
	Accept(u8),
	Resign(u8),
	Dismiss(u8),
	Slash(u8, Balance),
	TopUp(u8),
	Withdraw(u8),
	Swap(u8, u8),
	SetFeed(FeedId, u32, Balance, bool),
	Fund(u8, Balance),
	Collect(u8),
	Feed(u8, FeedId, u128),
	Call(u8, Vec<FeedValue>),
	Bind(FeedId),
	Delist(FeedId),
	LetGo(FeedId),
	Default(Moment, u32),
	All(FeedId, u128),
	Gift(Balance),
	Bond(Balance),
	Refuse(bool),
	Halt(Moment),
	Pass(Moment),
	Idle(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1u8..8;
	let feed = || 1u32..4;
	let value = || prop_oneof![4 => 990u128..1_012, 1 => 0u128..3_000];
	prop_oneof![
		1 => who().prop_map(Step::Appoint),
		1 => who().prop_map(Step::Accept),
		1 => who().prop_map(Step::Resign),
		1 => who().prop_map(Step::Dismiss),
		1 => (who(), 0..2 * BOND).prop_map(|(w, n)| Step::Slash(w, n)),
		1 => who().prop_map(Step::TopUp),
		1 => who().prop_map(Step::Withdraw),
		1 => (who(), who()).prop_map(|(a, b)| Step::Swap(a, b)),
		1 => (feed(), 2u32..6, 0u128..300, any::<bool>()).prop_map(|(f, n, r, b)| Step::SetFeed(f, n, r, b)),
		1 => (who(), 0u128..2_000).prop_map(|(w, n)| Step::Fund(w, n)),
		1 => who().prop_map(Step::Collect),
		3 => (who(), feed(), value()).prop_map(|(w, f, v)| Step::Feed(w, f, v)),
		3 => (feed(), value()).prop_map(|(f, v)| Step::All(f, v)),
		6 => (who(), prop::collection::vec((1u32..5, value()), 0..4)).prop_map(|(w, values)| {
			Step::Call(w, values.into_iter().map(|(feed, value)| FeedValue { feed, value }).collect())
		}),
		1 => (1u32..5).prop_map(Step::Bind),
		1 => (1u32..5).prop_map(Step::Delist),
		1 => (1u32..5).prop_map(Step::LetGo),
		1 => (60_000u64..2 * BEAT, 3u32..6).prop_map(|(b, n)| Step::Default(b, n)),
		1 => (0u128..500).prop_map(Step::Gift),
		1 => (1u128..2 * BOND).prop_map(Step::Bond),
		1 => any::<bool>().prop_map(Step::Refuse),
		1 => (0u64..100).prop_map(Step::Halt),
		1 => prop_oneof![Just(60_000), Just(PACE), Just(NOTICE)].prop_map(Step::Pass),
		1 => (0u64..3).prop_map(Step::Idle),
	]
}

/// Only members feed, which the oracle ensures. An account that feeds without being a member must
/// not earn.
fn fed(number: u8, of: FeedId, value: u128) {
	let before = earned(number);
	feed(number, of, value);
	if !members().contains(&person(number)) {
		assert_eq!(earned(number), before);
	}
}

/// The call `feed`. It takes all values or none, and is free only if each of them is the useful one
/// of its interval.
fn called(number: u8, values: Vec<FeedValue>) {
	let who = person(number);
	let served = |feed| {
		let known =
			Rewarded::<Test>::get(feed).unwrap_or(Served { number: 0, operators: Default::default() });
		(known.number, known.operators.contains(&who))
	};
	let before: Vec<_> =
		values.iter().map(|one| (served(one.feed), RawValues::get(&who, one.feed))).collect();
	let result = call(number, &values);
	let _ = made(Call::feed { values: values.clone().try_into().expect("they fit") }, result);
	for (one, (had, raw)) in values.iter().zip(before) {
		match &result {
			Ok(info) => {
				assert!(members().contains(&who) && Listed::get().contains(&one.feed));
				assert_eq!(RawValues::get(&who, one.feed), Some((one.value, TestClock::now())));
				let (now, is_in) = served(one.feed);
				let is_useful = is_in && had != (now, true);
				assert!(info.pays_fee == Pays::Yes || is_useful);
			}
			Err(_) => assert_eq!((served(one.feed), RawValues::get(&who, one.feed)), (had, raw)),
		}
	}
}

/// The result of a call. It uses no more than it has declared, whether it succeeds or not.
fn made(call: Call<Test>, result: DispatchResultWithPostInfo) -> DispatchResult {
	let declared = call.get_dispatch_info().call_weight;
	let info = result.unwrap_or_else(|refused| refused.post_info);
	assert!(info.actual_weight.is_some_and(|used| used.all_lte(declared)), "{info:?} of {declared}");
	done(result)
}

/// The rules that make the price of a feed do not change while the price is relied on.
fn take(step: Step) {
	let bound = |feed: &FeedId| Listed::get().contains(feed) || Watched::get().contains(feed);
	let price_of = |feed| Rules::<Test>::get(feed).map(|r| (r.heartbeat, r.min_operators, r.max_price));
	let before: Vec<_> = (1..5).filter(bound).map(|feed| (feed, price_of(feed))).collect();
	do_take(step);
	for (feed, price) in before {
		assert!(price.is_some() && (price_of(feed) == price || !bound(&feed)));
	}
}

fn do_take(step: Step) {
	let _ = match step {
		Step::Appoint(who) => Feeds::appoint(root(), person(who)),
		Step::Accept(who) => Feeds::accept(signed(who)),
		Step::Resign(who) => made(Call::resign {}, Feeds::resign(signed(who))),
		Step::Dismiss(who) => made(Call::dismiss { who: person(who) }, Feeds::dismiss(root(), person(who))),
		Step::Slash(who, amount) => {
			let (before, reserves) = (held(&person(who)), free(&RESERVE_ACCOUNT));
			let result = made(
				Call::slash { who: person(who), amount, ruling: [0; 32] },
				Feeds::slash(root(), person(who), amount, [0; 32]),
			);
			let taken = before - held(&person(who));
			assert_eq!(free(&RESERVE_ACCOUNT) - reserves, taken);
			assert_eq!(taken, if result.is_ok() { amount.min(before) } else { 0 });
			result
		}
		Step::TopUp(who) => Feeds::top_up(signed(who)),
		Step::Withdraw(who) => Feeds::withdraw_bond(signed(who)),
		Step::Swap(old, new) => {
			let (old, new) = (person(old), person(new));
			made(Call::swap_key { old: old.clone(), new: new.clone() }, Feeds::swap_key(root(), old, new))
		}
		Step::SetFeed(feed, min_operators, reward, is_set) => {
			// Half of them leave the price as it is.
			let known = Rules::<Test>::get(feed).filter(|_| reward % 2 == 0);
			let other = FeedRules { min_operators, reward, ..rules() };
			let rules = known.map_or(other, |known| FeedRules { reward, ..known });
			Feeds::set_feed(root(), feed, is_set.then_some(rules))
		}
		Step::Fund(who, amount) => Feeds::fund(signed(who), amount),
		Step::Collect(who) => {
			let (before, due) = (free(&person(who)), earned(who));
			let result = Feeds::collect(signed(who));
			assert_eq!(result.is_ok(), due > 0);
			assert_eq!(free(&person(who)), before + due);
			result
		}
		Step::Feed(who, feed, value) => {
			fed(who, feed, value);
			Ok(())
		}
		Step::All(feed, value) => {
			(1..8).for_each(|who| fed(who, feed, value));
			Ok(())
		}
		Step::Call(who, values) => {
			called(who, values);
			Ok(())
		}
		// A product is listed on a feed, and watches it.
		Step::Bind(feed) => {
			Feeds::bind(feed);
			let add = |feeds: &mut Vec<FeedId>| {
				if !feeds.contains(&feed) {
					feeds.push(feed);
				}
			};
			Listed::mutate(add);
			Watched::mutate(add);
			Ok(())
		}
		Step::Delist(feed) => {
			Listed::mutate(|feeds| feeds.retain(|other| *other != feed));
			Ok(())
		}
		Step::LetGo(feed) => {
			if !Listed::get().contains(&feed) {
				Watched::mutate(|feeds| feeds.retain(|other| *other != feed));
			}
			Ok(())
		}
		Step::Default(heartbeat, min_operators) => {
			Numbers::mutate(|limits| (limits.heartbeat, limits.min_operators) = (heartbeat, min_operators));
			Ok(())
		}
		Step::Gift(amount) => {
			let to = reward_pool_account();
			AllAssets::transfer(AssetId::Native, &person(30), &to, amount, Preservation::Preserve).map(|_| ())
		}
		Step::Bond(bond) => {
			Numbers::mutate(|limits| limits.bond = bond);
			Ok(())
		}
		Step::Refuse(refuses) => {
			set_reserve(|reserve| reserve.refuses = refuses);
			Ok(())
		}
		Step::Halt(millis) => {
			TestClock::halt(millis);
			Ok(())
		}
		Step::Pass(millis) => {
			pass(millis);
			Ok(())
		}
		Step::Idle(readings) => {
			idle(readings);
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
	fn any_sequence_should_keep_the_invariants(
		operators in 0u8..6,
		reward_pool in 0u128..3_000,
		steps in prop::collection::vec(step(), 1..80),
	) {
		let builder = ExtBuilder::default().with_operators(operators);
		let builder = if reward_pool >= ED { builder.with_rewards(reward_pool) } else { builder };
		builder.build_and_execute(|| {
			for step in steps {
				take(step);
				Feeds::do_try_state().expect("the invariants hold");
			}
		});
	}
}
