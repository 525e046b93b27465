// SPDX-License-Identifier: Apache-2.0

//! The setup that the benchmarks of the feeds need of the runtime.

use super::*;
use breakwater_primitives::{FeedId, PriceFeed};
use breakwater_triggers::types::MAX_FEEDS;
use frame_support::BoundedVec;
use sp_runtime::FixedU128;

impl breakwater_feeds::benchmarking::BenchmarkHelper<AccountId> for Setup {
	fn watch_feeds() -> Vec<FeedId> {
		let feeds: Vec<FeedId> = (1..=MAX_FEEDS).collect();
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
			("reward", _reward::<Runtime>),
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
	fn price_should_be_read_of_one_operator_and_of_all() {
		for operators in [1, breakwater_feeds::types::MAX_OPERATORS] {
			sp_io::TestExternalities::default().execute_with(|| {
				System::set_block_number(1);
				assert!(_price::<Runtime>(operators, true).is_ok());
			});
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
