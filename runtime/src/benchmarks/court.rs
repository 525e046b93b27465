// SPDX-License-Identifier: Apache-2.0

//! The set-up of the court's benchmarks.

use super::Setup;
use crate::{Cases, Runtime};
use breakwater_primitives::{Choice, FinalAppeal, Moment, Outcome, Subject};
use sp_io::hashing::blake2_256;

impl breakwater_court::benchmarking::BenchmarkHelper for Setup {
	fn pass(millis: Moment) {
		<Self as breakwater_bounties::benchmarking::BenchmarkHelper<crate::AccountId>>::pass(millis);
	}

	fn next_epoch() {
		let index = crate::Session::current_index().saturating_add(1);
		pallet_session::CurrentIndex::<Runtime>::put(index);
		let seed = Some(blake2_256(&index.to_le_bytes()));
		crate::seeds::Outputs::<Runtime>::put(crate::seeds::State {
			epoch: index,
			seed,
			..Default::default()
		});
	}

	fn grant_appeal(case: u32, choice: Choice) -> u32 {
		let number = Cases::open_appeal(case, Subject::Incident(case), choice).expect("there is room");
		crate::cases::Open::<Runtime>::mutate(|open| {
			let vote = open.iter_mut().find(|vote| vote.number == number).expect("it has just begun");
			(vote.end, vote.final_at) = (0, 0);
			vote.outcome = Some(Outcome { choice: Some(choice) });
		});
		number
	}
}
