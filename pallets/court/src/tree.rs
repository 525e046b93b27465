// SPDX-License-Identifier: Apache-2.0

//! The tree of assessors' stakes, from which seats are drawn.
//!
//! Each assessor has a place, which is a leaf. A node holds the sums below each of its children, in
//! three generations: as of now, as of the end of the epoch before, and as of the end of the epoch
//! before that. A draw counts the last of them. So a change of stake counts two epochs later, and
//! none that is made when a part of the draw's randomness is known changes who is drawn. The
//! generations move when a node is looked at: no block has to do it.

use crate::types::Epoch;
use breakwater_primitives::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The number of children of a node.
pub const ARITY: u32 = 16;
/// The number of levels of nodes.
pub const DEPTH: u32 = 4;
/// The number of places: 16^4.
pub const PLACES: u32 = 1 << (4 * DEPTH);

/// The sums below the children of a node.
pub type Sums = [Balance; ARITY as usize];

/// A node of the tree.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Node {
	/// The epoch of the last change.
	epoch: Epoch,
	/// The sums as of the end of the epoch two before it, which draws count.
	counted: Sums,
	/// The sums as of the end of the epoch before it.
	next: Sums,
	/// The sums as of now.
	latest: Sums,
}

impl Node {
	/// Returns the node as of an epoch, at least that of the last change.
	pub fn as_of(self, epoch: Epoch) -> Self {
		let Self { next, latest, .. } = self;
		match epoch.saturating_sub(self.epoch) {
			0 => self,
			1 => Self { epoch, counted: next, next: latest, latest },
			_ => Self { epoch, counted: latest, next: latest, latest },
		}
	}

	/// Returns the node after the sum below a child has changed. `None` if there is no such child.
	pub fn set(mut self, child: u32, sum: Balance) -> Option<Self> {
		*self.latest.get_mut(usize::try_from(child).ok()?)? = sum;
		Some(self)
	}

	/// The epoch of the last change.
	pub fn epoch(&self) -> Epoch {
		self.epoch
	}

	/// The sums below a child: counted, next and latest.
	pub fn at(&self, child: u32) -> Option<[Balance; 3]> {
		let place = usize::try_from(child).ok()?;
		Some([*self.counted.get(place)?, *self.next.get(place)?, *self.latest.get(place)?])
	}

	/// The sums of all children: counted, next and latest. `None` if one does not fit.
	pub fn sums(&self) -> Option<[Balance; 3]> {
		let next = self.next.iter().try_fold(0, |sum: Balance, part| sum.checked_add(*part));
		Some([self.counted()?, next?, self.latest()?])
	}

	/// True if the sum below a child is zero, now and as of each epoch that a draw can count.
	pub fn is_forgotten(&self, child: u32) -> bool {
		self.at(child) == Some([0; 3])
	}

	/// The sum of the latest sums. `None` if it does not fit.
	pub fn latest(&self) -> Option<Balance> {
		self.latest.iter().try_fold(0, |sum: Balance, part| sum.checked_add(*part))
	}

	/// The sum that draws count. `None` if it does not fit.
	pub fn counted(&self) -> Option<Balance> {
		self.counted.iter().try_fold(0, |sum: Balance, part| sum.checked_add(*part))
	}

	/// The child in whose part of the counted sum a point lies, and how far in it. `None` if the
	/// point is beyond the sum.
	pub fn pick(&self, point: Balance) -> Option<(u32, Balance)> {
		let mut left = point;
		for (child, sum) in (0..).zip(self.counted) {
			match left.checked_sub(sum) {
				None => return Some((child, left)),
				Some(rest) => left = rest,
			}
		}
		None
	}
}

/// The node and the child on each level on the way from the root to a place: level, number of the
/// node on it, number of the child. The root is level zero.
pub fn way_to(place: u32) -> impl DoubleEndedIterator<Item = (u32, u32, u32)> {
	// The bits below a level are those of the places under the child.
	(0..DEPTH).zip(SHIFTS).map(move |(level, shift)| {
		let child = place.checked_shr(shift).unwrap_or(0);
		(level, child / ARITY, child % ARITY)
	})
}

/// The bits of a place below each level.
const SHIFTS: [u32; DEPTH as usize] = [12, 8, 4, 0];

#[cfg(test)]
mod tests;
