// SPDX-License-Identifier: Apache-2.0

//! The setup that the benchmarks of the feeds need of the runtime.

use super::*;
use breakwater_primitives::{FeedId, PriceFeed};
use frame_support::BoundedVec;
use sp_runtime::FixedU128;

impl breakwater_feeds::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn watch_feeds(count: u32) -> Vec<FeedId> {
		let feeds: Vec<FeedId> = (1..=count).collect();
		breakwater_triggers::WatchedFeeds::<Runtime>::put(BoundedVec::truncate_from(feeds.clone()));
		feeds.iter().for_each(|feed| <Feeds as PriceFeed>::bind(*feed));
		breakwater_pools::ListedAssets::<Runtime>::insert(
			AssetId::Native,
			breakwater_pools::AssetRules { min_deposit: 1, min_withdrawal: 1 },
		);
		feeds
	}

	fn give_value(operator: &AccountId, feed: FeedId, value: u128) {
		let value = FixedU128::from_inner(value);
		let timestamp = Timestamp::get();
		pallet_oracle::RawValues::<Runtime>::insert(
			operator,
			feed,
			pallet_oracle::TimestampedValue { value, timestamp },
		);
	}

	fn pass_time(millis: Moment) {
		pass(millis);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_feeds::benchmarking::benchmarks::*;
	use breakwater_triggers::types::MAX_FEEDS;

	#[test]
	fn benchmarks_should_run() {
		for (name, benchmark) in [
			("appoint", _appoint::<Runtime> as fn(bool) -> _),
			("accept", _accept::<Runtime>),
			("top_up", _top_up::<Runtime>),
			("withdraw_bond", _withdraw_bond::<Runtime>),
			("set_feed", _set_feed::<Runtime>),
			("fund", _fund::<Runtime>),
			("collect", _collect::<Runtime>),
			("idle", _idle::<Runtime>),
			("read_again", _read_again::<Runtime>),
		] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				assert!(benchmark(true).is_ok(), "{name}");
			});
		}
	}

	#[test]
	fn benchmarks_with_operators_should_run() {
		use breakwater_feeds::types::{LEAST_OPERATORS, MAX_OPERATORS};
		for (name, benchmark, least) in [
			("price", _price::<Runtime> as fn(u32, bool) -> _, 1),
			("reward", _reward::<Runtime>, LEAST_OPERATORS),
		] {
			for operators in [least, MAX_OPERATORS] {
				sp_io::TestExternalities::default().execute_with(|| {
					System::set_block_number(1);
					assert!(benchmark(operators, true).is_ok(), "{name} with {operators} operators");
				});
			}
		}
	}

	/// `slash` is left out: it runs as soon as the reserve takes the amount that it is given.
	#[test]
	fn benchmarks_with_feeds_should_run() {
		for (name, benchmark) in [
			("resign", _resign::<Runtime> as fn(u32, bool) -> _),
			("dismiss", _dismiss::<Runtime>),
			("swap_key", _swap_key::<Runtime>),
		] {
			for feeds in [0, MAX_FEEDS] {
				sp_io::TestExternalities::default().execute_with(|| {
					System::set_block_number(1);
					assert!(benchmark(feeds, true).is_ok(), "{name} with {feeds} feeds");
				});
			}
		}
	}
}
