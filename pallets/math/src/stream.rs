// SPDX-License-Identifier: Apache-2.0

//! Premium that is earned by the millisecond, exact to the unit.
//!
//! A premium of `P` units over `m` milliseconds is the stream of `rate = floor(P × S / m)` scaled
//! units a millisecond, with `S` = [`SCALE`]. The rest of the division is its `remainder`, which is
//! released at its end. The [`Books`] of a pool sum all its streams. Every scaled unit that was
//! ever put in is in `unearned`, in `carry`, in the units that were given out as earned, or in
//! those that were refunded, so
//!
//! ```text
//! Σ premiums = Σ earned units + Σ refunded units + owed_units(),
//! owed_units() = (unearned + carry) / S, a whole number
//! ```
//!
//! The proof: [`Books::add`] of a stream of [`open`] raises `unearned` by `P × S`. [`Books::pass`],
//! [`Books::end`] and [`Books::cut`] move scaled units from `unearned` to `carry` and take whole
//! units, multiples of `S`, from `carry`. [`Books::refund`] does the same, and takes the refunded
//! units, `refunded × S`, from `unearned`. [`Books::reduce`] puts a part of these back, as
//! [`Books::add`] does. [`Books::extend`] raises `unearned` by its premium, as [`Books::add`]
//! does. So `unearned + carry` is always a multiple of `S`. With `carry < S` it is
//! `ceil(unearned / S)` units.
//!
//! # A pledge
//!
//! The streams that a pool had at some moment may be pledged to a loan, out of their underwriters'
//! part. The pledged streams have books of their own, which start as a copy of the pool's and run
//! beside them. A pass, end, cut or refund of a pledged stream is booked in both. One of another
//! stream is booked in the pool's only. So the rate and the unearned of the pledge are sums over
//! some of the streams of the pool, and never above the pool's.
//!
//! In a step the pool's streams earn `units` and the pledged ones `p`. Both are rounded down with a
//! carry of their own, so that `p` can be above `units` now and then. [`Books::cap_pledged`] gives
//! `min(p, units)` of them and of the rest that was held back before, and holds back what is left.
//! That is one unit at most: since the copy, or since the last step that held back zero, every step
//! has given all units that the pool's streams earned, also one in which no pledged stream earned.
//! In that time the pledged streams have earned no more scaled units than all. Two such sums differ
//! from their whole units by less than one each. So the pledged part of a step is at most one, and
//! the part of it given to the loan is at most the underwriters' units of the step.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::{U256, U512};
use scale_info::TypeInfo;

/// Scaled units in one unit of the asset.
pub const SCALE: u128 = 1 << 64;

/// The stream of `premium` over `millis`: its rate in scaled units a millisecond, rounded down, and
/// the remainder, so that `rate × millis + remainder = premium × S`. `None` for zero milliseconds.
pub fn open(premium: u128, millis: u64) -> Option<(U256, U256)> {
	let scaled = U256::from(premium).checked_mul(SCALE.into())?;
	spread(scaled, millis)
}

/// The unearned premium of a stream, `millis_left` before its end:
/// `rate × millis_left + remainder`, exact, scaled.
pub fn unearned(rate: U256, remainder: U256, millis_left: u64) -> Option<U256> {
	rate.checked_mul(millis_left.into())?.checked_add(remainder)
}

/// Whole units in scaled units, rounded up: the units that have to be kept for them.
pub fn units_up(scaled: U256) -> Option<u128> {
	let (units, rest) = split(scaled)?;
	if rest.is_zero() {
		Some(units)
	} else {
		units.checked_add(1)
	}
}

/// Whole units in scaled units, rounded down: the units that may be given out of them.
pub fn units_down(scaled: U256) -> Option<u128> {
	Some(split(scaled)?.0)
}

/// `floor(of × num / den)`. `None` for a `den` of zero.
fn fraction(of: U256, num: u128, den: u128) -> Option<U256> {
	of.full_mul(num.into()).checked_div(U512::from(den))?.try_into().ok()
}

/// The rate of `scaled` spread evenly over `millis`, and the rest of the division as the remainder.
fn spread(scaled: U256, millis: u64) -> Option<(U256, U256)> {
	let millis = U256::from(millis);
	Some((scaled.checked_div(millis)?, scaled.checked_rem(millis)?))
}

/// The rate and the remainder of `kept`, the rest of a stream, spread anew over the `millis_left`
/// until its end. At its very end all of it is the remainder.
fn respread(kept: U256, millis_left: u64) -> Option<(U256, U256)> {
	if millis_left == 0 {
		Some((U256::zero(), kept))
	} else {
		spread(kept, millis_left)
	}
}

/// Whole units and the scaled rest.
fn split(scaled: U256) -> Option<(u128, U256)> {
	let units = scaled.checked_div(SCALE.into())?.try_into().ok()?;
	Some((units, scaled.checked_rem(SCALE.into())?))
}

/// The sum of all streams of a pool. All three fields are scaled by [`SCALE`].
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, Copy, Default, Debug, PartialEq, Eq,
)]
pub struct Books {
	/// The amount earned in a millisecond.
	pub rate: U256,
	/// The amount not earned yet.
	pub unearned: U256,
	/// The amount earned that is less than one unit: below [`SCALE`].
	pub carry: U256,
}

/// The result of [`Books::refund`], or of [`Books::shorten`], for one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
	/// The books after it.
	pub books: Books,
	/// The rate of the rest of the stream.
	pub rate: U256,
	/// The remainder of the rest of the stream.
	pub remainder: U256,
	/// Whole units that left the books unearned.
	pub refunded: u128,
	/// Whole units earned by the step: one at most, or all if the stream is over.
	pub earned: u128,
}

/// The result of [`Books::reduce`] for one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduced {
	/// The books after it.
	pub books: Books,
	/// The rate of the rest of the stream.
	pub rate: U256,
	/// The remainder of the rest of the stream.
	pub remainder: U256,
	/// Whole units that left the books unearned.
	pub refunded: u128,
	/// Whole units that left the stream and go on until its end in a stream of their own.
	pub retained: u128,
	/// The rate of the retained stream.
	pub retained_rate: U256,
	/// The remainder of the retained stream.
	pub retained_remainder: U256,
	/// Whole units earned by the reduction: one at most.
	pub earned: u128,
}

/// The result of [`Books::cut`] for one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
	/// The books after it.
	pub books: Books,
	/// The rate of the rest of the stream.
	pub rate: U256,
	/// The remainder of the rest of the stream.
	pub remainder: U256,
	/// Whole units earned by the cut.
	pub earned: u128,
}

/// The result of [`Books::extend`] for one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prolonged {
	/// The books after it.
	pub books: Books,
	/// The rate of the stream.
	pub rate: U256,
	/// The remainder of the stream.
	pub remainder: U256,
}

impl Books {
	/// Add a stream that ends in `millis`.
	pub fn add(self, rate: U256, remainder: U256, millis: u64) -> Option<Books> {
		Some(Books {
			rate: self.rate.checked_add(rate)?,
			unearned: self.unearned.checked_add(unearned(rate, remainder, millis)?)?,
			carry: self.carry,
		})
	}

	/// Let `millis` pass in which no stream ends. Returns the whole units earned, rounded down; the
	/// fraction waits in `carry`. `None` if more would be earned than there is: a stream must have
	/// ended in between.
	pub fn pass(self, millis: u64) -> Option<(Books, u128)> {
		self.earn(self.rate.checked_mul(millis.into())?)
	}

	/// End the streams of one boundary, whose rates sum to `rate` and whose remainders sum to
	/// `remainder`: the rate falls, and the remainder is earned. Returns the whole units earned,
	/// rounded down.
	pub fn end(self, rate: U256, remainder: U256) -> Option<(Books, u128)> {
		let rate = self.rate.checked_sub(rate)?;
		Books { rate, ..self }.earn(remainder)
	}

	/// Earn the part `(keep_den - keep_num) / keep_den` of the unearned premium of one stream at
	/// once, rounded up. Spread the kept part, rounded down, anew over the `millis_left` until its
	/// end. At its very end everything kept is the remainder. `keep_num` of zero ends the stream
	/// wholly. `None` for a kept part above one.
	pub fn cut(
		self,
		rate: U256,
		remainder: U256,
		millis_left: u64,
		keep_num: u128,
		keep_den: u128,
	) -> Option<Cut> {
		if keep_num > keep_den {
			return None;
		}
		let before = unearned(rate, remainder, millis_left)?;
		let kept = fraction(before, keep_num, keep_den)?;
		let (new_rate, new_remainder) = respread(kept, millis_left)?;
		let books = Books { rate: self.rate.checked_sub(rate)?.checked_add(new_rate)?, ..self };
		let (books, earned) = books.earn(before.checked_sub(kept)?)?;
		Some(Cut { books, rate: new_rate, remainder: new_remainder, earned })
	}

	/// Take the part `by_num / by_den` of the unearned premium of one stream out of the books:
	/// `refunded = floor(unearned × by_num / (by_den × S))` whole units, rounded down, against the
	/// account that gets them. The rest of that part, at most a unit, is earned at once. The rest
	/// of the stream, rounded down as by [`Books::cut`], is spread anew over the `millis_left`
	/// until its end. At its very end it is all remainder. A part of one ends the stream wholly.
	///
	/// Two refunds one after the other never give more than one of both parts. `None` for a part
	/// above one or a `by_den` of zero.
	pub fn refund(
		self,
		rate: U256,
		remainder: U256,
		millis_left: u64,
		by_num: u128,
		by_den: u128,
	) -> Option<Refund> {
		let before = unearned(rate, remainder, millis_left)?;
		let kept = fraction(before, by_den.checked_sub(by_num)?, by_den)?;
		let refunded = units_down(fraction(before, by_num, by_den)?)?;
		let leaves = U256::from(refunded).checked_mul(SCALE.into())?;
		let (new_rate, new_remainder) = respread(kept, millis_left)?;
		let books = Books {
			rate: self.rate.checked_sub(rate)?.checked_add(new_rate)?,
			unearned: self.unearned.checked_sub(leaves)?,
			carry: self.carry,
		};
		let (books, earned) = books.earn(before.checked_sub(kept)?.checked_sub(leaves)?)?;
		Some(Refund { books, rate: new_rate, remainder: new_remainder, refunded, earned })
	}

	/// Take the part `by_num / by_den` of the unearned premium of one stream out of it, as
	/// [`Books::refund`]. Of these units, only the number that `terms` gives leaves the books. The
	/// rest is retained: it streams on by itself until the stream's end. So it is earned by the
	/// underwriters who bear the risk in that time, and not by those who come in just before.
	/// `None` also for terms that give more than there is, and at the stream's very end.
	pub fn reduce(
		self,
		rate: U256,
		remainder: U256,
		millis_left: u64,
		(by_num, by_den): (u128, u128),
		terms: impl FnOnce(u128) -> u128,
	) -> Option<Reduced> {
		let step = self.refund(rate, remainder, millis_left, by_num, by_den)?;
		let refunded = terms(step.refunded);
		let retained = step.refunded.checked_sub(refunded)?;
		let (retained_rate, retained_remainder) = open(retained, millis_left)?;
		let books = step.books.add(retained_rate, retained_remainder, millis_left)?;
		Some(Reduced {
			books,
			rate: step.rate,
			remainder: step.remainder,
			refunded,
			retained,
			retained_rate,
			retained_remainder,
			earned: step.earned,
		})
	}

	/// Take the part `by_num / by_den` of the unearned premium of one stream out of the books, as
	/// [`Books::refund`]. Spread the rest over the `new_millis` until the stream's new end. If they
	/// are `None`, the stream is over, and the rest is earned at once. `None` where `refund` is,
	/// and for a new end in zero milliseconds.
	pub fn shorten(
		self,
		rate: U256,
		remainder: U256,
		millis_left: u64,
		new_millis: Option<u64>,
		(by_num, by_den): (u128, u128),
	) -> Option<Refund> {
		let step = self.refund(rate, remainder, millis_left, by_num, by_den)?;
		let Refund { books, rate, remainder, refunded, earned } = step;
		Some(match new_millis {
			Some(new_millis) => {
				let moved = books.extend(rate, remainder, millis_left, 0, new_millis)?;
				Refund { books: moved.books, rate: moved.rate, remainder: moved.remainder, refunded, earned }
			}
			None => {
				let cut = books.cut(rate, remainder, millis_left, 0, 1)?;
				let earned = earned.checked_add(cut.earned)?;
				Refund { books: cut.books, rate: cut.rate, remainder: cut.remainder, refunded, earned }
			}
		})
	}

	/// Add `premium` to the unearned premium of one stream, `millis_left` before its end, and
	/// spread both over the `millis` until its new end. Exact: no unit is earned by it. `None` for
	/// zero milliseconds.
	pub fn extend(
		self,
		rate: U256,
		remainder: U256,
		millis_left: u64,
		premium: u128,
		millis: u64,
	) -> Option<Prolonged> {
		let more = U256::from(premium).checked_mul(SCALE.into())?;
		let all = unearned(rate, remainder, millis_left)?.checked_add(more)?;
		let (new_rate, new_remainder) = spread(all, millis)?;
		let books = Books {
			rate: self.rate.checked_sub(rate)?.checked_add(new_rate)?,
			unearned: self.unearned.checked_add(more)?,
			carry: self.carry,
		};
		Some(Prolonged { books, rate: new_rate, remainder: new_remainder })
	}

	/// Cap the units that the pledged streams, whose books these are, earned in a step, with those
	/// held back before it, at the `units` that all streams earned in it: the smaller of both is
	/// given. The rest, a unit at most, is held back in the carry of these books and comes with the
	/// next units. So the sum does not depend on the number of steps by more than that unit. To be
	/// called also for a step of other streams, with zero `pledged_units`.
	pub fn cap_pledged(self, pledged_units: u128, units: u128) -> Option<(Books, u128)> {
		let (held, carry) = split(self.carry)?;
		let all = pledged_units.checked_add(held)?;
		let given = all.min(units);
		let held = U256::from(all.checked_sub(given)?).checked_mul(SCALE.into())?;
		Some((Books { carry: carry.checked_add(held)?, ..self }, given))
	}

	/// Whole units that are held for premium not given out yet: `ceil(unearned / S)`, which is
	/// exactly `(unearned + carry) / S`.
	pub fn owed_units(&self) -> Option<u128> {
		units_up(self.unearned)
	}

	/// True if the books are as the module promises: `carry` below one unit, and `unearned + carry`
	/// whole units.
	pub fn is_sound(&self) -> bool {
		self.carry < SCALE.into() && self.is_whole()
	}

	/// True if these can be the books of pledged streams among those of `all`: neither rate nor
	/// unearned above theirs, `unearned + carry` whole units, and `carry` below two units, one of
	/// them held back by [`Books::cap_pledged`]. For these books it stands in for
	/// [`Books::is_sound`].
	pub fn is_pledge_of(&self, all: &Books) -> bool {
		self.rate <= all.rate
			&& self.unearned <= all.unearned
			&& self.carry.checked_div(SCALE.into()).is_some_and(|held| held <= U256::one())
			&& self.is_whole()
	}

	/// True if `unearned + carry` is a whole number of units.
	fn is_whole(&self) -> bool {
		self.unearned.checked_add(self.carry).and_then(split).is_some_and(|(_, rest)| rest.is_zero())
	}

	/// Move `scaled` from unearned to carry and take the whole units out of carry.
	fn earn(self, scaled: U256) -> Option<(Books, u128)> {
		let unearned = self.unearned.checked_sub(scaled)?;
		let (units, carry) = split(self.carry.checked_add(scaled)?)?;
		Some((Books { rate: self.rate, unearned, carry }, units))
	}
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod pledge_tests;
