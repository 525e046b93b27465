// SPDX-License-Identifier: Apache-2.0

//! The poll hook under a meter.

use super::mock::*;
use crate::WeightInfo as _;

type W = <Test as crate::Config>::WeightInfo;

#[test]
fn poll_should_go_on_where_it_ended() {
	let mut builder = ExtBuilder::default();
	for product in 1..=10 {
		builder = builder.product(product, Trigger { feeds: FeedSet::One(1 + product % 3), ..trigger() });
	}
	builder.build_and_execute(|| {
		for id in 1..=3 {
			feed(id, GOOD);
		}
		pass_to(START + WINDOW);
		// Enough for one product a block.
		let limit = W::poll() + W::sync_feed() + Triggers::look_weight() + Triggers::piece_weight();
		for _ in 0..80 {
			poll(limit);
		}
		for product in 1..=10 {
			assert!(Triggers::trigger_state(product).unwrap().ready, "product {product}");
		}
	});
}
