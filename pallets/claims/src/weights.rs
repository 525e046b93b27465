//! Weights, counted by hand: the reads and writes of the worst case, and a generous processor time. They are replaced
//! by the output of the benchmark tool later. None is below cost; what the other pallets' hooks use beyond
//! [`WeightInfo::turn`] is charged as they report it.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of this pallet.
pub trait WeightInfo {
	/// The call `push` with `n` steps.
	fn push(n: u32) -> Weight;
	/// The call `collect`.
	fn collect() -> Weight;
	/// The call `decide`.
	fn decide() -> Weight;
	/// Logging one price: without the evaluation.
	fn log_data() -> Weight;
	/// The beginning of a poll.
	fn poll() -> Weight;
	/// Bringing one feed up to the block.
	fn sync_feed() -> Weight;
	/// Loading and storing one watch and telling its readiness.
	fn evaluate_watch() -> Weight;
	/// Looking at one piece of time.
	fn evaluate_piece() -> Weight;
	/// What a turn of a trigger means: opening or closing an incident, 16 pools told.
	fn turn() -> Weight;
	/// The beginning of a round of work.
	fn work_round() -> Weight;
	/// The most that one step of work may use.
	fn work_step() -> Weight;
	/// Looking at one policy.
	fn tally_step() -> Weight;
	/// Charging one pool.
	fn settle_step() -> Weight;
	/// Paying one claim.
	fn pay_step() -> Weight;
}

/// Reads and writes priced by `Db`, and processor time in microseconds.
fn weight<Db: Get<frame_support::weights::RuntimeDbWeight>>(reads: u64, writes: u64, micros: u64) -> Weight {
	// 200 bytes of proof an item, generously.
	let proof = reads.saturating_mul(200);
	Weight::from_parts(micros.saturating_mul(1_000_000), proof)
		.saturating_add(Db::get().reads_writes(reads, writes))
}

/// Weights priced by the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

struct Counted<Db>(PhantomData<Db>);

impl<Db: Get<frame_support::weights::RuntimeDbWeight>> WeightInfo for Counted<Db> {
	fn push(n: u32) -> Weight {
		weight::<Db>(1, 0, 20).saturating_add(Self::work_step().saturating_mul(n.into()))
	}
	fn collect() -> Weight {
		Self::pay_step()
	}
	fn decide() -> Weight {
		// Incident, watch, 16 pins and parts, the work list; or the turn and the watch's evaluation.
		weight::<Db>(36, 20, 150)
			.saturating_add(Self::turn())
			.saturating_add(Self::sync_feed())
			.saturating_add(Self::evaluate_watch())
			.saturating_add(Self::evaluate_piece().saturating_mul(crate::types::MAX_PIECES_ON_DATA.into()))
	}
	fn log_data() -> Weight {
		// Products (16 triggers), feed, list of feeds, knots; the price of up to 32 operators.
		weight::<Db>(64, 8, 150)
	}
	fn poll() -> Weight {
		weight::<Db>(4, 1, 20)
	}
	fn sync_feed() -> Weight {
		weight::<Db>(5, 3, 30)
	}
	fn evaluate_watch() -> Weight {
		// The watch, its incident for the deadlines, readiness in the policies.
		weight::<Db>(5, 4, 40)
	}
	fn evaluate_piece() -> Weight {
		weight::<Db>(5, 0, 20)
	}
	fn turn() -> Weight {
		// The incident and its number; 16 pools with their lines, pins and freezes; the product's lock.
		weight::<Db>(56, 56, 200)
	}
	fn work_round() -> Weight {
		weight::<Db>(66, 1, 60)
	}
	fn work_step() -> Weight {
		Self::tally_step().max(Self::settle_step()).max(Self::pay_step()).max(weight::<Db>(0, 0, 0))
	}
	fn tally_step() -> Weight {
		// Incident, part, claim; the policy, its terms and indices; the pool's exposure, stream and accrual: 32 days of
		// each kind of bucket.
		weight::<Db>(90, 80, 300)
	}
	fn settle_step() -> Weight {
		// 16 parts; the pool, its lines and pins, the reserve; three accounts. The last one tells the others and lets
		// the watch go on.
		weight::<Db>(120, 90, 300)
			.saturating_add(Self::turn())
			.saturating_add(Self::sync_feed())
			.saturating_add(Self::evaluate_watch())
			.saturating_add(Self::evaluate_piece().saturating_mul(crate::types::MAX_PIECES_ON_DATA.into()))
			.saturating_add(Self::turn())
	}
	fn pay_step() -> Weight {
		// Incident, part, claim, holder; two transfers with asset details and accounts; the policy's open claims.
		weight::<Db>(18, 16, 200)
	}
}

macro_rules! forward {
	($db:ty) => {
		fn push(n: u32) -> Weight {
			Counted::<$db>::push(n)
		}
		forward!($db; collect decide log_data poll sync_feed evaluate_watch evaluate_piece turn work_round
			work_step tally_step settle_step pay_step);
	};
	($db:ty; $($name:ident)*) => {
		$(fn $name() -> Weight {
			Counted::<$db>::$name()
		})*
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	forward!(T::DbWeight);
}

impl WeightInfo for () {
	forward!(frame_support::weights::constants::ParityDbWeight);
}
