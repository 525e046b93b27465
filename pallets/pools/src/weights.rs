//! Weights, counted by hand until the benchmark tool writes this file: the reads and writes of the worst case, with a
//! generous time for the computation. A key counts once a call, however often it is read. A pool is read and written with
//! its record and its lines; a transfer of an asset that is not native is at most 6 reads and 6 writes; a deposit held or
//! given back is an account, its holds and its locks.

use crate::types::{MAX_BUCKETS, MAX_POKE, MAX_SERVE};
use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls and hooks.
pub trait WeightInfo {
	/// Setting the clock.
	fn tick() -> Weight;
	/// `create_pool`
	fn create_pool() -> Weight;
	/// `set_weight`, with a displacement.
	fn set_weight() -> Weight;
	/// `deposit`, after as many days as a call catches up.
	fn deposit() -> Weight;
	/// `request_exit`, after as many days as a call catches up.
	fn request_exit() -> Weight;
	/// `serve_exits` of `max` exits.
	fn serve_exits(max: u32) -> Weight;
	/// `poke` over `days` days.
	fn poke(days: u32) -> Weight;
	/// `set_status`
	fn set_status() -> Weight;
	/// `list_asset`
	fn list_asset() -> Weight;
	/// `collect`
	fn collect() -> Weight;
	/// `cancel_exit`, after as many days as a call catches up.
	fn cancel_exit() -> Weight;
	/// `transfer` of a whole position to somebody who has none.
	fn transfer() -> Weight;
	/// `reset_class`, after as many days as a call catches up.
	fn reset_class() -> Weight;
	/// `drop_position`
	fn drop_position() -> Weight;
	/// `set_fee`, after as many days as a call catches up.
	fn set_fee() -> Weight;
	/// `set_allowed`
	fn set_allowed() -> Weight;
	/// The beginning and end of a block's idle visits.
	fn idle_round() -> Weight;
	/// A look at whether a pool needs an idle visit.
	fn idle_peek() -> Weight;
	/// An idle visit without exits.
	fn idle_visit() -> Weight;
	/// One exit in an idle visit.
	fn idle_exit() -> Weight;
	/// An incident is opened that touches `pools` pools.
	fn pin(pools: u32) -> Weight;
	/// An incident lets `pools` pools go.
	fn release(pools: u32) -> Weight;
}

const TRANSFER: (u64, u64) = (6, 6);
/// A deposit held or given back.
const TICKET: (u64, u64) = (3, 3);
/// The reads of all governed numbers: nine limits and the reserve's premium share.
const PARAMETERS: u64 = 10;

fn cost<D: Get<frame_support::weights::RuntimeDbWeight>>(micros: u64, reads: u64, writes: u64) -> Weight {
	// Saturation: a weight too large is refused by the block's limit. Proof size: a generous kilobyte an item.
	let items = reads.saturating_add(writes);
	Weight::from_parts(micros.saturating_mul(1_000_000), items.saturating_mul(1_024))
		.saturating_add(D::get().reads_writes(reads, writes))
}

/// A pool loaded over `days` days and saved: clock, record, lines, freeze, rules, governed numbers; both buckets of each
/// day; returning shares of two classes on two days; the prices of the day; a loan written off by the reserve.
fn book<D: Get<frame_support::weights::RuntimeDbWeight>>(days: u32) -> Weight {
	let days = u64::from(days);
	cost::<D>(
		days.saturating_mul(10).saturating_add(100),
		days.saturating_mul(2).saturating_add(16).saturating_add(PARAMETERS),
		days.saturating_mul(2).saturating_add(12),
	)
}

/// One exit: the heads of both queues, the position, the payment, the claimable book or the days of returning shares, and
/// the deposits of request and position.
fn exit<D: Get<frame_support::weights::RuntimeDbWeight>>() -> Weight {
	const READS: u64 = TRANSFER.0 + TICKET.0 * 2 + 7;
	const WRITES: u64 = TRANSFER.1 + TICKET.1 * 2 + 5;
	cost::<D>(150, READS, WRITES)
}

macro_rules! weights {
	($db:ty) => {
		fn tick() -> Weight {
			cost::<$db>(10, 3 + PARAMETERS, 1)
		}
		fn create_pool() -> Weight {
			// The deposit: the manager's account, his holds, the ticket.
			cost::<$db>(150, TRANSFER.0 + 9 + PARAMETERS, TRANSFER.1 + 7)
		}
		fn set_weight() -> Weight {
			cost::<$db>(200, 38, 5)
		}
		fn deposit() -> Weight {
			book::<$db>(MAX_BUCKETS).saturating_add(cost::<$db>(
				150,
				TRANSFER.0 + TICKET.0 + 3,
				TRANSFER.1 + TICKET.1 + 1,
			))
		}
		fn request_exit() -> Weight {
			// The position, the request, the one before it.
			book::<$db>(MAX_BUCKETS).saturating_add(cost::<$db>(80, TICKET.0 + 4, TICKET.1 + 3))
		}
		fn serve_exits(max: u32) -> Weight {
			let max = u64::from(max.clamp(1, MAX_SERVE));
			book::<$db>(MAX_BUCKETS).saturating_add(exit::<$db>().saturating_mul(max))
		}
		fn poke(days: u32) -> Weight {
			// Four payments, and the reserve's own books.
			book::<$db>(days.clamp(1, MAX_POKE)).saturating_add(cost::<$db>(400, 36, 34))
		}
		fn set_status() -> Weight {
			cost::<$db>(20, 1, 1)
		}
		fn list_asset() -> Weight {
			// The asset, the block before, an account and its entry of the asset, the rules.
			cost::<$db>(40, 6, 1)
		}
		fn collect() -> Weight {
			cost::<$db>(100, TRANSFER.0 + 2, TRANSFER.1 + 2)
		}
		fn cancel_exit() -> Weight {
			// The request, its neighbours, the position, three days of returning shares.
			book::<$db>(MAX_BUCKETS).saturating_add(cost::<$db>(80, TICKET.0 + 7, TICKET.1 + 7))
		}
		fn transfer() -> Weight {
			// Clock, pool, freeze, list, two positions.
			cost::<$db>(80, TICKET.0 * 2 + 6, TICKET.1 * 2 + 2)
		}
		fn reset_class() -> Weight {
			book::<$db>(MAX_BUCKETS)
		}
		fn drop_position() -> Weight {
			cost::<$db>(50, TICKET.0 + 2, TICKET.1 + 1)
		}
		fn set_fee() -> Weight {
			book::<$db>(MAX_BUCKETS)
		}
		fn set_allowed() -> Weight {
			cost::<$db>(50, TICKET.0 + 2, TICKET.1 + 1)
		}
		fn idle_round() -> Weight {
			cost::<$db>(10, 2, 1)
		}
		fn idle_peek() -> Weight {
			// The record, the clock, the lines.
			cost::<$db>(10, 3, 0)
		}
		fn idle_visit() -> Weight {
			Self::poke(MAX_BUCKETS)
		}
		fn idle_exit() -> Weight {
			exit::<$db>()
		}
		fn pin(pools: u32) -> Weight {
			let pools = u64::from(pools);
			cost::<$db>(
				pools.saturating_mul(50).saturating_add(10),
				pools.saturating_mul(4).saturating_add(2),
				pools.saturating_mul(3),
			)
		}
		fn release(pools: u32) -> Weight {
			Self::pin(pools)
		}
	};
}

/// Weights with the runtime's database weights.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	weights!(T::DbWeight);
}

/// Weights with ParityDB's default database weights.
impl WeightInfo for () {
	weights!(frame_support::weights::constants::ParityDbWeight);
}
