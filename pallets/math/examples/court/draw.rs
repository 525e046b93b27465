// SPDX-License-Identifier: Apache-2.0

//! Panels, each seat of which is drawn by stake. The tests of `court` hold these draws against the
//! exact distribution.

use super::court;

/// The draws for one seat, if those before were of accounts that have all the seats they can have.
const DRAWS: u32 = 8;

/// The binary logarithm of the most buckets of an index of points.
const BUCKETS: u32 = 12;

/// The generator splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (2014).
pub struct Random(u64);

impl Random {
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	/// Returns the next 64 bits.
	pub fn bits(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut bits = self.0;
		bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		bits ^ (bits >> 31)
	}

	/// Returns the next 128 bits.
	pub fn wide(&mut self) -> u128 {
		u128::from(self.bits()) << 64 | u128::from(self.bits())
	}
}

/// Stakes in a row: a point in their sum lies in the stake of one account.
pub struct Stakes {
	/// The sum of the stakes up to each account, itself included.
	ends: Vec<u128>,
	/// The first account whose stake reaches beyond the start of each bucket of points.
	index: Vec<usize>,
	/// The binary logarithm of the points in a bucket.
	shift: u32,
}

impl Stakes {
	pub fn new(stakes: &[u128]) -> Self {
		let ends: Vec<u128> = stakes
			.iter()
			.scan(0, |sum, stake| {
				*sum += stake;
				Some(*sum)
			})
			.collect();
		let total = ends.last().copied().unwrap_or(0);
		let shift = (u128::BITS - total.leading_zeros()).saturating_sub(BUCKETS);
		let buckets = 0..=(total >> shift);
		let index = buckets.map(|bucket| ends.partition_point(|end| *end <= bucket << shift)).collect();
		Self { ends, index, shift }
	}

	/// Returns the account that a random number draws. There has to be some stake.
	pub fn account(&self, random: u128) -> usize {
		let total = self.ends.last().copied().unwrap_or(0);
		let point = court::point(random, total).expect("there is stake");
		let mut account = self.index[(point >> self.shift) as usize];
		while self.ends[account] <= point {
			account += 1;
		}
		account
	}

	/// Draws a panel: the account of each seat, of which one account has `cap` at most. A seat
	/// stays empty if each of [`DRAWS`] draws is of an account that has as many.
	pub fn panel(&self, seats: u32, cap: u32, random: &mut Random) -> Vec<Option<usize>> {
		let mut panel = Vec::with_capacity(seats as usize);
		for _ in 0..seats {
			let has_room = |account: &usize| {
				// Without a cap there is always room.
				cap >= seats || panel.iter().filter(|one| **one == Some(*account)).count() < cap as usize
			};
			let seat = (0..DRAWS).map(|_| self.account(random.wide())).find(has_room);
			panel.push(seat);
		}
		panel
	}
}
