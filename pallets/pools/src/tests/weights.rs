//! Weights: bounded, and never below the cost of the database.

use super::mock::*;

#[test]
fn weights_should_grow_with_what_is_asked_and_stay_bounded() {
	use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
	let weight = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
	let accrue = |days| weight(crate::Call::accrue { pool: 0, days });
	let serve = |max| weight(crate::Call::process_withdrawals { pool: 0, max });
	assert!(accrue(400).all_gt(accrue(1)) && serve(100).all_gt(serve(1)));
	assert_eq!((accrue(u32::MAX), serve(u32::MAX)), (accrue(400), serve(100)));
	// Each fits into a block of one second, of which three quarters are for transactions.
	let most = Weight::from_parts(750_000_000_000, u64::MAX);
	assert!(accrue(400).all_lt(most) && serve(100).all_lt(most));
}

#[test]
fn weights_should_not_be_below_the_databases_cost() {
	use crate::WeightInfo;
	use frame_support::weights::constants::ParityDbWeight;
	// The least that each call touches, without the movements of money.
	for (weight, reads, writes) in [
		(<() as WeightInfo>::create_pool(), 4, 4),
		(<() as WeightInfo>::set_weight(), 4 + 2 * 16, 3),
		(<() as WeightInfo>::deposit(1), 5, 3),
		(<() as WeightInfo>::request_withdrawal(1), 5, 4),
		(<() as WeightInfo>::process_withdrawals(100), 4 + 100, 2 + 100),
		(<() as WeightInfo>::accrue(1), 3, 2),
		(<() as WeightInfo>::cross_day(1), 4, 4),
		(<() as WeightInfo>::day_round(), 2, 1),
		(<() as WeightInfo>::line(1), 1, 0),
		(<() as WeightInfo>::open_cover(1), 5, 5),
		(<() as WeightInfo>::extend_cover(1), 6, 5),
		(<() as WeightInfo>::use_cover(1), 3, 3),
		(<() as WeightInfo>::reduce_cover(1), 5, 5),
		(<() as WeightInfo>::shorten_cover(1), 6, 5),
		(<() as WeightInfo>::set_status(), 1, 1),
		(<() as WeightInfo>::list_asset(), 2, 1),
		(<() as WeightInfo>::collect(), 2, 2),
		(<() as WeightInfo>::idle_round(), 2, 1),
		(<() as WeightInfo>::idle_peek(), 1, 0),
		(<() as WeightInfo>::idle_visit(), 4, 2),
		(<() as WeightInfo>::idle_withdrawal(), 2, 1),
		(<() as WeightInfo>::cancel_withdrawal(1), 6, 6),
		(<() as WeightInfo>::transfer(), 5, 2),
		(<() as WeightInfo>::reopen_tranche(), 1, 1),
		(<() as WeightInfo>::remove_position(), 2, 1),
		(<() as WeightInfo>::set_fee(), 1, 1),
		(<() as WeightInfo>::set_allowed(), 2, 1),
		(<() as WeightInfo>::lock(16), 1 + 3 * 16, 2 * 16),
		(<() as WeightInfo>::release(16), 3 * 16, 2 * 16),
		(<() as WeightInfo>::settle(1), 6 + 2, 7),
		(<() as WeightInfo>::settle(32), 6 + 64, 7),
		(<() as WeightInfo>::top_up(32), 5 + 62, 4),
		(<() as WeightInfo>::ask_for_more(32), 4 + 64, 0),
		(<() as WeightInfo>::reserve_lock(32), 4, 1),
		(<() as WeightInfo>::charge(1), 6, 5),
		(<() as WeightInfo>::finish(), 3, 2),
		(<() as WeightInfo>::compensate(), 3, 2),
		(<() as WeightInfo>::recover(), 7, 5),
		(<() as WeightInfo>::close(), 2, 2),
	] {
		let least = ParityDbWeight::get().reads_writes(reads, writes);
		assert!(weight.all_gte(least), "{weight:?} is below {least:?}: {reads} reads, {writes} writes");
	}
}
