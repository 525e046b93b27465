// SPDX-License-Identifier: Apache-2.0

//! Reads for people: the places of an account's requests in the withdrawal queues.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_primitives::{Balance, Moment, PoolId, Tranche};

/// The largest number of requests of a queue that are read for one answer.
pub const MAX_LOOKED_AT: u32 = 10_000;

/// A request in a withdrawal queue, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
	/// The index of the request, as `cancel_withdrawal` takes it.
	pub index: u32,
	/// The shares still to be paid.
	pub shares: Balance,
	/// The least value at which the shares are paid, in the asset's units. Below it they go back
	/// into the position.
	pub min_out: Balance,
	/// The active time from which the shares can be paid.
	pub ready_at: Moment,
	/// The number of requests before it.
	pub requests_ahead: u32,
	/// The shares of the requests before it.
	pub shares_ahead: Balance,
}

impl<T: Config> Pallet<T> {
	/// Returns the requests of `who` among the first [`MAX_LOOKED_AT`] of a tranche's queue, in
	/// their order. The walk ends once all shares that they have in the queue are found.
	pub fn withdrawal_places(pool: PoolId, tranche: Tranche, who: &T::AccountId) -> Vec<Place> {
		let mut places = Vec::new();
		let Some(record) = Pools::<T>::get(pool) else { return places };
		let record = record.tranche(tranche);
		let Some(position) = Self::position_in(pool, tranche, who, record.epoch) else { return places };
		let mut left = position.queued;
		let (mut next, mut shares_ahead) = (Some(record.queue.head), 0);
		for requests_ahead in 0..record.queue.length.min(MAX_LOOKED_AT) {
			if left == 0 {
				break;
			}
			let Some((index, withdrawal)) =
				next.and_then(|index| Some((index, Withdrawals::<T>::get((pool, tranche, index))?)))
			else {
				break;
			};
			let Withdrawal { who: owner, shares, min_out, ready_at, after, .. } = withdrawal;
			if owner == *who {
				places.push(Place { index, shares, min_out, ready_at, requests_ahead, shares_ahead });
				// The position's shares in the queue are those of its requests.
				left = left.saturating_sub(shares);
			}
			shares_ahead = shares_ahead.saturating_add(shares); // At most the tranche's shares.
			next = after;
		}
		places
	}
}
