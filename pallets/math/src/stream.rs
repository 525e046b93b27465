//! Premium that is earned by the millisecond, exact to the unit.
//!
//! A premium of `P` units over `m` milliseconds is the stream of `rate = floor(P × S / m)` scaled units a millisecond,
//! with `S` = [`SCALE`], and the rest of the division, its `remainder`, released at its end. The [`Books`] of a pool
//! sum all its streams. Every scaled unit that was ever put in is in `unearned`, in `carry`, in the units that were
//! given out as earned, or in those that were refunded, so
//!
//! ```text
//! Σ premiums = Σ earned units + Σ refunded units + owed_units(),
//! owed_units() = (unearned + carry) / S, a whole number
//! ```
//!
//! The proof: [`Books::add`] of a stream of [`open`] raises `unearned` by `P × S`. [`Books::pass`], [`Books::end`] and
//! [`Books::cut`] move scaled units from `unearned` to `carry` and take whole units, multiples of `S`, from `carry`.
//! [`Books::refund`] does the same, and takes the refunded units, `refunded × S`, from `unearned`. [`Books::reduce`] puts a
//! part of these back as [`Books::add`]. [`Books::prolong`] raises `unearned` by its premium, as [`Books::add`]. So
//! `unearned + carry` is always a multiple of `S`; and with `carry < S` it is `ceil(unearned / S)` units.
//!
//! # A pledge
//!
//! The streams that a pool had at some moment may be pledged: to a loan, out of their underwriters' part. Their own
//! books start as a copy of the pool's and run beside them: what passes, ends, is cut or refunded of a pledged stream is
//! so in both, what concerns another stream in the pool's only. So the rate and the unearned of the pledge are sums over
//! some of the streams whose sums the pool's are, and never above them.
//!
//! In a step the pool's streams earn `units` and the pledged ones `p`, both rounded down with a carry of their own, so
//! that `p` can be above `units` now and then. [`Books::cap_pledged`] gives `min(p, units)` and holds back the rest, one
//! unit at most: since the copy, or since the last step that held nothing back, the pledged streams have earned no more
//! scaled units than all, and two such sums differ from their whole units by less than one each. So the pledged part of
//! a step is at most one, and what it gives to the loan at most the underwriters' units of the step.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::{U256, U512};
use scale_info::TypeInfo;

/// Scaled units in one unit of the asset.
pub const SCALE: u128 = 1 << 64;

/// The stream of `premium` over `millis`: its rate in scaled units a millisecond, rounded down, and the remainder, so
/// that `rate × millis + remainder = premium × S`. `None` for no time at all.
pub fn open(premium: u128, millis: u64) -> Option<(U256, U256)> {
	let scaled = U256::from(premium).checked_mul(SCALE.into())?;
	spread(scaled, millis)
}

/// What a stream has not earned yet, `millis_left` before its end: `rate × millis_left + remainder`, exact, scaled.
pub fn unearned(rate: U256, remainder: U256, millis_left: u64) -> Option<U256> {
	rate.checked_mul(millis_left.into())?.checked_add(remainder)
}

/// Whole units in scaled units, rounded up: what has to be kept for them.
pub fn units_up(scaled: U256) -> Option<u128> {
	let (units, rest) = split(scaled)?;
	if rest.is_zero() {
		Some(units)
	} else {
		units.checked_add(1)
	}
}

/// Whole units in scaled units, rounded down: what may be given out of them.
pub fn units_down(scaled: U256) -> Option<u128> {
	Some(split(scaled)?.0)
}

/// `floor(of × num / den)`. `None` for a `den` of zero.
fn fraction(of: U256, num: u128, den: u128) -> Option<U256> {
	of.full_mul(num.into()).checked_div(U512::from(den))?.try_into().ok()
}

/// `scaled` evenly over `millis`, the rest of the division as the remainder.
fn spread(scaled: U256, millis: u64) -> Option<(U256, U256)> {
	let millis = U256::from(millis);
	Some((scaled.checked_div(millis)?, scaled.checked_rem(millis)?))
}

/// What is left of a stream, `kept`, anew over the `millis_left` until its end; at its very end all is remainder.
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

/// The sum of all streams of a pool. All three are scaled by [`SCALE`].
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, Copy, Default, Debug, PartialEq, Eq,
)]
pub struct Books {
	/// Earned in a millisecond.
	pub rate: U256,
	/// Not earned yet.
	pub unearned: U256,
	/// Earned, but less than one unit: below [`SCALE`].
	pub carry: U256,
}

/// What [`Books::refund`] makes of one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
	/// The books after it.
	pub books: Books,
	/// The rate of what is left of the stream.
	pub rate: U256,
	/// The remainder of what is left of the stream.
	pub remainder: U256,
	/// Whole units that left the books unearned.
	pub refunded: u128,
	/// Whole units earned by the refund: one at most.
	pub earned: u128,
}

/// What [`Books::reduce`] makes of one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduced {
	/// The books after it.
	pub books: Books,
	/// The rate of what is left of the stream.
	pub rate: U256,
	/// The remainder of what is left of the stream.
	pub remainder: U256,
	/// Whole units that left the books unearned.
	pub refunded: u128,
	/// Whole units that left the stream and go on streaming until its end in one of their own.
	pub retained: u128,
	/// The rate of that stream.
	pub retained_rate: U256,
	/// The remainder of that stream.
	pub retained_remainder: U256,
	/// Whole units earned by it: one at most.
	pub earned: u128,
}

/// What [`Books::cut`] makes of one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
	/// The books after it.
	pub books: Books,
	/// The rate of what is left of the stream.
	pub rate: U256,
	/// The remainder of what is left of the stream.
	pub remainder: U256,
	/// Whole units earned by the cut.
	pub earned: u128,
}

/// What [`Books::prolong`] makes of one stream.
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

	/// Let `millis` pass in which no stream ends. Returns the whole units earned, rounded down; the fraction waits in
	/// `carry`. `None` if more would be earned than there is: a stream must have ended in between.
	pub fn pass(self, millis: u64) -> Option<(Books, u128)> {
		self.earn(self.rate.checked_mul(millis.into())?)
	}

	/// End the streams of one boundary, whose rates sum to `rate` and whose remainders sum to `remainder`: the rate
	/// falls, the remainder is earned. Returns the whole units earned, rounded down.
	pub fn end(self, rate: U256, remainder: U256) -> Option<(Books, u128)> {
		let rate = self.rate.checked_sub(rate)?;
		Books { rate, ..self }.earn(remainder)
	}

	/// Earn the part `(keep_den - keep_num) / keep_den` of what one stream has not earned yet at once, rounded up, and
	/// spread the kept part, rounded down, anew over the `millis_left` until its end. At its very end everything kept
	/// is the remainder. `keep_num` of zero ends the stream wholly. `None` for a keep above one.
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

	/// Take the part `by_num / by_den` of what one stream has not earned yet out of the books:
	/// `refunded = floor(unearned × by_num / (by_den × S))` whole units, rounded down, against the one who gets them. What
	/// is left of that part, at most a unit, is earned at once. The rest, rounded down as by [`Books::cut`], is spread anew
	/// over the `millis_left` until its end; at its very end it is all remainder. A part of one ends the stream wholly.
	///
	/// Two refunds one after the other never give more than one of both parts. `None` for a part above one or of nothing.
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

	/// Take the part `by_num / by_den` of what one stream has not earned yet out of it, as [`Books::refund`], but only what
	/// `terms` says of these units out of the books. The rest is retained: it streams on by itself until the stream's end, so
	/// that it is earned by who bears the risk in that time, and not by who comes in just before. `None` also for terms that
	/// give more than there is, and at the stream's very end.
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

	/// Add `premium` to what one stream has not earned yet, `millis_left` before its end, and spread both over the `millis`
	/// until its new end. Exact: nothing is earned by it. `None` for no time at all.
	pub fn prolong(
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

	/// Of the units that the pledged streams, whose books these are, earned in a step, at most the `units` that all
	/// streams earned in it: the smaller of both. What is held back, a unit at most, waits in the carry of these books and
	/// comes with the next units, so that the sum does not depend on the number of steps by more than that unit.
	pub fn cap_pledged(self, pledged_units: u128, units: u128) -> Option<(Books, u128)> {
		let given = pledged_units.min(units);
		let held = U256::from(pledged_units.checked_sub(given)?).checked_mul(SCALE.into())?;
		Some((Books { carry: self.carry.checked_add(held)?, ..self }, given))
	}

	/// Whole units that are held for premium not given out yet: `ceil(unearned / S)`, which is exactly
	/// `(unearned + carry) / S`.
	pub fn owed_units(&self) -> Option<u128> {
		units_up(self.unearned)
	}

	/// Whether the books are as the module promises: `carry` below one unit, and `unearned + carry` whole units.
	pub fn is_sound(&self) -> bool {
		self.carry < SCALE.into() && self.is_whole()
	}

	/// Whether these can be the books of pledged streams among those of `all`: neither rate nor unearned above theirs,
	/// `unearned + carry` whole units, and `carry` below two units, one of them held back by [`Books::cap_pledged`]. For
	/// these books it stands in for [`Books::is_sound`].
	pub fn is_pledge_of(&self, all: &Books) -> bool {
		self.rate <= all.rate
			&& self.unearned <= all.unearned
			&& self.carry.checked_div(SCALE.into()).is_some_and(|held| held <= U256::one())
			&& self.is_whole()
	}

	/// Whether `unearned + carry` is a whole number of units.
	fn is_whole(&self) -> bool {
		self.unearned.checked_add(self.carry).and_then(split).is_some_and(|(_, rest)| rest.is_zero())
	}

	/// Move `scaled` from unearned to carry and take the whole units out of it.
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
