// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each call at its worst, by the number of watched feeds or of operators
//! where it depends on them. The work of the price's listeners depends on the listeners, and is
//! added in `cost.rs`.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::unwrap_used)]

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::hold::Mutate as _, fungibles::Mutate, tokens::Precision, EnsureOrigin, Get},
	weights::WeightMeter,
};
use frame_system::RawOrigin;

/// The setup that the benchmarks need from the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper<AccountId> {
	/// Watches so many feeds, and makes the reserve take the native token.
	fn watch_feeds(count: u32) -> Vec<FeedId>;

	/// Feeds an operator's value, in 10^-18, in this block.
	fn give_value(operator: &AccountId, feed: FeedId, value: u128);

	/// Moves both clocks on.
	fn pass_time(millis: Moment);
}

/// Fails if an invariant does not hold: no benchmark ends in an impossible state.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// Returns an origin with the rights of referenda.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Returns an account with money for more than a bond.
fn rich<T: Config>(number: u32) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account("operator", number, 0);
	let money = T::Limits::get().bond.saturating_mul(10).saturating_add(2 * MAX_REWARD);
	T::Assets::mint_into(AssetId::Native, &who, money)?;
	Ok(who)
}

/// Fills all places but `less` with active operators. Those of the genesis are forgotten.
fn full<T: Config>(less: u32) -> Result<Vec<T::AccountId>, BenchmarkError> {
	let _ = Operators::<T>::clear(u32::MAX, None);
	Members::<T>::kill();
	Seats::<T>::kill();
	let mut operators = Vec::new();
	for number in less..MAX_OPERATORS {
		let who = rich::<T>(number)?;
		Pallet::<T>::do_appoint(who.clone())?;
		Pallet::<T>::do_accept(who.clone())?;
		operators.push(who);
	}
	Ok(operators)
}

/// Returns an operator of a full list who has fed all of `feeds` watched feeds.
fn fed<T: Config>(feeds: u32) -> Result<T::AccountId, BenchmarkError> {
	let who = full::<T>(0)?.pop().ok_or("there are operators")?;
	for feed in T::BenchmarkHelper::watch_feeds(feeds) {
		T::BenchmarkHelper::give_value(&who, feed, ONE);
	}
	Ok(who)
}

/// Fills the reward pool with plenty.
fn fill<T: Config>() -> Result<(), BenchmarkError> {
	let who = rich::<T>(1_000)?;
	Ok(Pallet::<T>::do_fund(who, MAX_REWARD)?)
}

fn some_rules(reward: Balance) -> FeedRules {
	FeedRules { heartbeat: DAY, min_operators: 3, max_price: Some(MAX_PRICE), reward_interval: DAY, reward }
}

/// Counts the list of operators among the records, for what changes it. The runtime charges its
/// first reading to the block, so that other benchmarks leave it out.
fn count_members<T: Config>() {
	frame_benchmarking::benchmarking::remove_from_whitelist(Members::<T>::hashed_key().to_vec());
}

/// One benchmark for each function of [`WeightInfo`](crate::WeightInfo).
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// The last place, for a former operator whose bond is still held.
	#[benchmark]
	pub fn appoint() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let who = full::<T>(0)?.pop().ok_or("there are operators")?;
		Pallet::<T>::do_dismiss(who.clone())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Operators::<T>::get(who).is_some_and(|operator| operator.is_seated()));
		check::<T>();
		Ok(())
	}

	/// The first bond of the last operator.
	#[benchmark]
	pub fn accept() -> Result<(), BenchmarkError> {
		count_members::<T>();
		full::<T>(1)?;
		let who = rich::<T>(0)?;
		Pallet::<T>::do_appoint(who.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Pallet::<T>::is_member(&who));
		check::<T>();
		Ok(())
	}

	/// An operator of a full list who has fed each of `f` watched feeds.
	#[benchmark]
	pub fn resign(f: Linear<0, { T::MaxFeeds::get() }>) -> Result<(), BenchmarkError> {
		count_members::<T>();
		let who = fed::<T>(f)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Pallet::<T>::is_member(&who));
		check::<T>();
		Ok(())
	}

	/// An operator of a full list who has fed each of `f` watched feeds. The work of the price's
	/// listeners is not a part.
	#[benchmark]
	pub fn dismiss(f: Linear<0, { T::MaxFeeds::get() }>) -> Result<(), BenchmarkError> {
		count_members::<T>();
		let origin = admin::<T>()?;
		let who = fed::<T>(f)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(!Pallet::<T>::is_member(&who));
		check::<T>();
		Ok(())
	}

	/// A part of the bond, so that an operator who has fed each of `f` watched feeds is suspended.
	/// The work of the price's listeners is not a part.
	#[benchmark]
	pub fn slash(f: Linear<0, { T::MaxFeeds::get() }>) -> Result<(), BenchmarkError> {
		count_members::<T>();
		let origin = admin::<T>()?;
		let who = fed::<T>(f)?;
		let amount = T::Limits::get().bond / 2;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), amount, [1; 32]);

		let operator = Operators::<T>::get(who).ok_or("the operator is known")?;
		assert_eq!(operator.stage, OperatorStage::Suspended);
		check::<T>();
		Ok(())
	}

	/// A suspended operator takes a place in a full list again.
	#[benchmark]
	pub fn top_up() -> Result<(), BenchmarkError> {
		count_members::<T>();
		let who = full::<T>(0)?.pop().ok_or("there are operators")?;
		// The state after a ruling. The money of a ruling is the reserve's matter.
		let operator = Operators::<T>::get(&who).ok_or("the operator is known")?;
		let left = operator.bond / 2;
		let taken = operator.bond.saturating_sub(left);
		T::Currency::release(&Pallet::<T>::bond_reason(), &who, taken, Precision::Exact)?;
		Operators::<T>::insert(&who, Operator { stage: OperatorStage::Suspended, bond: left });
		Pallet::<T>::leave(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Pallet::<T>::is_member(&who));
		check::<T>();
		Ok(())
	}

	/// No case is worse: a bond is released like any other.
	#[benchmark]
	pub fn withdraw_bond() -> Result<(), BenchmarkError> {
		let who = full::<T>(0)?.pop().ok_or("there are operators")?;
		Pallet::<T>::do_resign(who.clone())?;
		T::BenchmarkHelper::pass_time(T::Limits::get().notice);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Operators::<T>::contains_key(who));
		check::<T>();
		Ok(())
	}

	/// An operator of a full list with rewards who has fed each of `f` watched feeds. The work of
	/// the price's listeners is not a part.
	#[benchmark]
	pub fn swap_key(f: Linear<0, { T::MaxFeeds::get() }>) -> Result<(), BenchmarkError> {
		count_members::<T>();
		let origin = admin::<T>()?;
		let old = fed::<T>(f)?;
		let new = rich::<T>(1_001)?;
		fill::<T>()?;
		Earned::<T>::insert(&old, 1);
		RewardPool::<T>::mutate(|reward_pool| reward_pool.booked = 1);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, old, new.clone());

		assert!(Pallet::<T>::is_member(&new));
		assert_eq!(Earned::<T>::get(new), 1);
		check::<T>();
		Ok(())
	}

	/// Other rules for a feed with rules. The feed is not watched, so that no listener is called.
	#[benchmark]
	pub fn set_feed() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let feed = FeedId::MAX;
		Rules::<T>::insert(feed, some_rules(1));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed, Some(some_rules(2)));

		assert_eq!(Rules::<T>::get(feed), Some(some_rules(2)));
		check::<T>();
		Ok(())
	}

	/// The first payment: the reward pool's account begins.
	#[benchmark]
	pub fn fund() -> Result<(), BenchmarkError> {
		let who = rich::<T>(0)?;
		let before = RewardPool::<T>::get().book;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), MAX_REWARD);

		assert_eq!(RewardPool::<T>::get().book, before + MAX_REWARD);
		check::<T>();
		Ok(())
	}

	/// No case is worse: rewards are paid like any money.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let who = rich::<T>(0)?;
		fill::<T>()?;
		let amount = MAX_REWARD / 2;
		Earned::<T>::insert(&who, amount);
		RewardPool::<T>::mutate(|reward_pool| reward_pool.booked = amount);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(Earned::<T>::get(who), 0);
		check::<T>();
		Ok(())
	}

	/// The price of `m` operators, all of whose values are fresh.
	#[benchmark]
	pub fn price(m: Linear<1, MAX_OPERATORS>) -> Result<(), BenchmarkError> {
		let feed = T::BenchmarkHelper::watch_feeds(1).pop().ok_or("there are feeds")?;
		for operator in full::<T>(MAX_OPERATORS - m)? {
			T::BenchmarkHelper::give_value(&operator, feed, ONE);
		}
		Rules::<T>::insert(feed, some_rules(1_000));
		let read;

		#[block]
		{
			read = <Pallet<T> as PriceFeed>::price(feed, 0);
		}

		assert_eq!(read.is_some(), m >= 3);
		Ok(())
	}

	/// The last of `m` operators whose values are all fresh. The others have had the reward. Fewer
	/// than three make no price.
	#[benchmark]
	pub fn reward(m: Linear<LEAST_OPERATORS, MAX_OPERATORS>) -> Result<(), BenchmarkError> {
		let mut operators = full::<T>(MAX_OPERATORS - m)?;
		let who = operators.pop().ok_or("there are operators")?;
		let feed = T::BenchmarkHelper::watch_feeds(1).pop().ok_or("there are feeds")?;
		fill::<T>()?;
		Rules::<T>::insert(feed, some_rules(1_000));
		for operator in operators.iter().chain(core::iter::once(&who)) {
			T::BenchmarkHelper::give_value(operator, feed, ONE);
		}
		for other in &operators {
			Pallet::<T>::on_value(other, feed, ONE);
		}

		#[block]
		{
			Pallet::<T>::on_value(&who, feed, ONE);
		}

		assert_eq!(Earned::<T>::get(who), 1_000);
		check::<T>();
		Ok(())
	}

	/// Feeds wait, and the meter has no room for one.
	#[benchmark]
	pub fn idle() -> Result<(), BenchmarkError> {
		let feeds = T::BenchmarkHelper::watch_feeds(T::MaxFeeds::get());
		Pallet::<T>::queue_reading(feeds);
		let mut meter = WeightMeter::with_limit(<T::WeightInfo as crate::WeightInfo>::idle());

		#[block]
		{
			Pallet::<T>::read_again(&mut meter);
		}

		assert!(!ToRead::<T>::get().is_empty());
		check::<T>();
		Ok(())
	}

	/// One feed of as many as can wait. It is not watched, so that no listener is called.
	#[benchmark]
	pub fn read_again() -> Result<(), BenchmarkError> {
		let waiting: Vec<FeedId> = (0..T::MaxFeeds::get()).map(|n| FeedId::MAX - n).collect();
		Pallet::<T>::queue_reading(waiting);
		let one = <T::WeightInfo as crate::WeightInfo>::idle()
			.saturating_add(<T::WeightInfo as crate::WeightInfo>::read_again())
			.saturating_add(T::OnData::on_cleared_weight());
		let mut meter = WeightMeter::with_limit(one);

		#[block]
		{
			Pallet::<T>::read_again(&mut meter);
		}

		assert_eq!(ToRead::<T>::decode_len(), Some(T::MaxFeeds::get() as usize - 1));
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
