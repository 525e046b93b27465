//! Premium that is earned by the millisecond, exact to the unit.
//!
//! A premium of `P` units over `m` milliseconds is the stream of `rate = floor(P × S / m)` scaled units a millisecond,
//! with `S` = [`SCALE`], and the rest of the division, its `remainder`, released at its end. The [`Books`] of a pool
//! sum all its streams. Every scaled unit that was ever put in is in `unearned`, in `carry`, or in the units that were
//! given out as earned, so
//!
//! ```text
//! Σ premiums = Σ earned units + owed_units(),   owed_units() = (unearned + carry) / S, a whole number
//! ```
//!
//! The proof: [`Books::add`] of a stream of [`open`] raises `unearned` by `P × S`. [`Books::pass`], [`Books::end`] and
//! [`Books::cut`] move scaled units from `unearned` to `carry` and take whole units, multiples of `S`, from `carry`. So
//! `unearned + carry` is always a multiple of `S`; and with `carry < S` it is `ceil(unearned / S)` units.

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

/// `scaled` evenly over `millis`, the rest of the division as the remainder.
fn spread(scaled: U256, millis: u64) -> Option<(U256, U256)> {
	let millis = U256::from(millis);
	Some((scaled.checked_div(millis)?, scaled.checked_rem(millis)?))
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
		let kept = before.full_mul(keep_num.into()).checked_div(U512::from(keep_den))?;
		let kept = U256::try_from(kept).ok()?;
		let (new_rate, new_remainder) =
			if millis_left == 0 { (U256::zero(), kept) } else { spread(kept, millis_left)? };
		let books = Books { rate: self.rate.checked_sub(rate)?.checked_add(new_rate)?, ..self };
		let (books, earned) = books.earn(before.checked_sub(kept)?)?;
		Some(Cut { books, rate: new_rate, remainder: new_remainder, earned })
	}

	/// Whole units that are held for premium not given out yet: `ceil(unearned / S)`, which is exactly
	/// `(unearned + carry) / S`.
	pub fn owed_units(&self) -> Option<u128> {
		units_up(self.unearned)
	}

	/// Whether the books are as the module promises: `carry` below one unit, and `unearned + carry` whole units.
	pub fn is_sound(&self) -> bool {
		self.carry < SCALE.into()
			&& self.unearned.checked_add(self.carry).and_then(split).is_some_and(|(_, rest)| rest.is_zero())
	}

	/// Move `scaled` from unearned to carry and take the whole units out of it.
	fn earn(self, scaled: U256) -> Option<(Books, u128)> {
		let unearned = self.unearned.checked_sub(scaled)?;
		let (units, carry) = split(self.carry.checked_add(scaled)?)?;
		Some((Books { rate: self.rate, unearned, carry }, units))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const YEAR: u64 = 365 * 86_400_000;

	fn big(n: U256) -> BigUint {
		BigUint::from_bytes_be(&n.to_big_endian())
	}

	/// A pool with some streams, brought to one common moment, and what was earned on the way.
	#[derive(Clone, Copy, Debug)]
	struct Open {
		rate: U256,
		remainder: U256,
		end: u64,
	}

	#[derive(Debug, Default)]
	struct Model {
		books: Books,
		streams: Vec<Open>,
		now: u64,
		premiums: u128,
		earned: u128,
	}

	impl Model {
		fn buy(&mut self, premium: u128, millis: u64) {
			let (rate, remainder) = open(premium, millis).unwrap();
			self.books = self.books.add(rate, remainder, millis).unwrap();
			self.streams.push(Open { rate, remainder, end: self.now + millis });
			self.premiums += premium;
		}

		/// Go to a moment, ending every stream on the way at its end.
		fn go(&mut self, to: u64) {
			self.streams.sort_by_key(|s| s.end);
			while let Some(first) = self.streams.first().copied().filter(|s| s.end <= to) {
				self.streams.remove(0);
				self.pass(first.end - self.now);
				let (books, earned) = self.books.end(first.rate, first.remainder).unwrap();
				self.books = books;
				self.earned += earned;
			}
			self.pass(to - self.now);
		}

		fn pass(&mut self, millis: u64) {
			let (books, earned) = self.books.pass(millis).unwrap();
			self.books = books;
			self.earned += earned;
			self.now += millis;
		}

		fn cut(&mut self, index: usize, num: u128, den: u128) {
			if self.streams.is_empty() {
				return;
			}
			let index = index % self.streams.len();
			let stream = &mut self.streams[index];
			let cut = self.books.cut(stream.rate, stream.remainder, stream.end - self.now, num, den).unwrap();
			(stream.rate, stream.remainder) = (cut.rate, cut.remainder);
			self.books = cut.books;
			self.earned += cut.earned;
			if num == 0 {
				assert_eq!(cut.rate, U256::zero());
				assert_eq!(cut.remainder, U256::zero());
			}
		}

		fn check(&self) {
			assert!(self.books.is_sound());
			assert_eq!(self.premiums, self.earned + self.books.owed_units().unwrap());
			let rates = self.streams.iter().fold(U256::zero(), |sum, s| sum + s.rate);
			assert_eq!(self.books.rate, rates);
			let unearned = self
				.streams
				.iter()
				.fold(U256::zero(), |sum, s| sum + unearned(s.rate, s.remainder, s.end - self.now).unwrap());
			assert_eq!(self.books.unearned, unearned);
		}
	}

	#[derive(Clone, Copy, Debug)]
	enum Step {
		Buy(u128, u64),
		Go(u64),
		Cut(usize, u128, u128),
	}

	fn step() -> impl Strategy<Value = Step> {
		prop_oneof![
			((0..1u128 << 100), 0u32..100, 1..2 * YEAR).prop_map(|(p, s, m)| Step::Buy(p >> s, m)),
			(0..YEAR, 0u32..40).prop_map(|(m, s)| Step::Go(m >> s)),
			(any::<usize>(), 0..1u128 << 80, 1..1u128 << 80).prop_map(|(i, a, b)| Step::Cut(
				i,
				a.min(b),
				a.max(b)
			)),
			any::<usize>().prop_map(|i| Step::Cut(i, 0, 1)),
		]
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn open_should_lose_nothing(premium in any::<u128>(), millis in 1u64..) {
			let (rate, remainder) = open(premium, millis).unwrap();
			prop_assert_eq!(big(rate) * millis + big(remainder), BigUint::from(premium) << 64);
			prop_assert!(remainder < millis.into());
			prop_assert_eq!(unearned(rate, remainder, millis).map(big), Some(BigUint::from(premium) << 64));
		}

		#[test]
		fn unearned_should_fall_with_time(premium in any::<u128>(), millis in 1u64.., left in any::<u64>()) {
			let left = left % millis;
			let (rate, remainder) = open(premium, millis).unwrap();
			let now = unearned(rate, remainder, left).unwrap();
			prop_assert!(now <= unearned(rate, remainder, left + 1).unwrap());
			prop_assert!(units_down(now).unwrap() <= premium);
		}

		#[test]
		fn one_stream_should_earn_its_premium_exactly(
			premium in 0..1u128 << 120, millis in 1..2 * YEAR, stops in prop::collection::vec(any::<u64>(), 0..8),
		) {
			let mut model = Model::default();
			model.buy(premium, millis);
			let mut stops: Vec<u64> = stops.into_iter().map(|s| s % millis).collect();
			stops.sort();
			for stop in stops {
				model.go(stop);
				model.check();
				// Linear: earned is the floor of the exact part, less than one unit below it.
				let exact = BigUint::from(premium) * stop / millis;
				prop_assert!(BigUint::from(model.earned) <= exact);
				prop_assert!(exact - BigUint::from(model.earned) <= BigUint::from(1u8));
			}
			model.go(millis);
			prop_assert_eq!(model.earned, premium);
			prop_assert_eq!(model.books, Books::default());
		}

		#[test]
		fn books_should_account_for_every_unit_in_any_sequence(steps in prop::collection::vec(step(), 1..12)) {
			let mut model = Model::default();
			for step in steps {
				match step {
					Step::Buy(premium, millis) => model.buy(premium, millis),
					Step::Go(millis) => model.go(model.now + millis),
					Step::Cut(index, num, den) => model.cut(index, num, den),
				}
				model.check();
			}
			model.go(model.now + 10 * YEAR);
			prop_assert_eq!(model.earned, model.premiums);
			prop_assert_eq!(model.books, Books::default());
		}

		#[test]
		fn pass_should_earn_the_same_in_one_step_or_two(
			premium in 0..1u128 << 100, millis in 1..2 * YEAR, a in any::<u64>(), b in any::<u64>(),
		) {
			let (rate, remainder) = open(premium, millis).unwrap();
			let books = Books::default().add(rate, remainder, millis).unwrap();
			let (a, b) = (a % millis, b % millis);
			let (first, second) = (a.min(b), a.max(b));
			let at_once = books.pass(second).unwrap();
			let (halfway, earned) = books.pass(first).unwrap();
			let (books, more) = halfway.pass(second - first).unwrap();
			prop_assert_eq!(at_once, (books, earned + more));
		}

		#[test]
		fn cut_should_keep_the_exact_floor(
			premium in 0..1u128 << 120, millis in 1..2 * YEAR, a in any::<u128>(), b in 1u128.., gone in any::<u64>(),
		) {
			let (num, den) = (a.min(b), a.max(b));
			let gone = gone % millis;
			let (rate, remainder) = open(premium, millis).unwrap();
			let (books, earned) = Books::default().add(rate, remainder, millis).unwrap().pass(gone).unwrap();
			let before = unearned(rate, remainder, millis - gone).unwrap();
			let cut = books.cut(rate, remainder, millis - gone, num, den).unwrap();
			let kept = unearned(cut.rate, cut.remainder, millis - gone).unwrap();
			prop_assert_eq!(big(kept), big(before) * num / den);
			prop_assert_eq!(cut.books.unearned, kept);
			prop_assert_eq!(cut.books.rate, cut.rate);
			prop_assert!(cut.books.is_sound());
			prop_assert_eq!(premium, earned + cut.earned + cut.books.owed_units().unwrap());
		}

		#[test]
		fn pass_should_refuse_to_earn_more_than_there_is(premium in 1..1u128 << 100, millis in 1..2 * YEAR) {
			let (rate, remainder) = open(premium, millis).unwrap();
			let books = Books::default().add(rate, remainder, millis).unwrap();
			prop_assert!(books.pass(millis).is_some());
			// One millisecond more than the remainder can hide.
			if rate > remainder {
				prop_assert_eq!(books.pass(millis + 1), None);
			}
			prop_assert_eq!(books.end(rate + 1, remainder), None);
			prop_assert_eq!(books.end(rate, books.unearned + 1), None);
		}

		#[test]
		fn units_should_round_as_they_say(scaled in any::<[u64; 3]>()) {
			let scaled = U256([scaled[0], scaled[1], scaled[2], 0]);
			let down = units_down(scaled).unwrap();
			prop_assert_eq!(BigUint::from(down), big(scaled) >> 64);
			match units_up(scaled) {
				Some(up) => prop_assert_eq!(BigUint::from(up), (big(scaled) + u64::MAX) >> 64),
				None => prop_assert_eq!(down, u128::MAX),
			}
		}
	}

	#[test]
	fn open_should_refuse_no_time() {
		assert_eq!(open(1, 0), None);
	}

	#[test]
	fn cut_should_refuse_to_keep_more_than_all_or_a_part_of_nothing() {
		let (rate, remainder) = open(10, 10).unwrap();
		let books = Books::default().add(rate, remainder, 10).unwrap();
		assert_eq!(books.cut(rate, remainder, 10, 2, 1), None);
		assert_eq!(books.cut(rate, remainder, 10, 0, 0), None);
	}

	#[test]
	fn cut_at_the_very_end_should_leave_a_remainder_only() {
		let (rate, remainder) = open(10, 7).unwrap();
		let (books, earned) = Books::default().add(rate, remainder, 7).unwrap().pass(7).unwrap();
		let cut = books.cut(rate, remainder, 0, 1, 2).unwrap();
		assert_eq!(cut.rate, U256::zero());
		assert_eq!(cut.remainder, remainder / 2);
		let (books, last) = cut.books.end(cut.rate, cut.remainder).unwrap();
		assert_eq!(earned + cut.earned + last, 10);
		assert_eq!(books, Books::default());
	}

	#[test]
	fn books_should_fit_their_longest_encoding() {
		let books = Books { rate: U256::MAX, unearned: U256::MAX, carry: U256::MAX };
		assert_eq!(books.encode().len(), Books::max_encoded_len());
		assert_eq!(Books::decode(&mut &books.encode()[..]), Ok(books));
	}

	#[test]
	fn extremes_should_be_none_and_never_panic() {
		let full = Books { rate: U256::MAX, unearned: U256::MAX, carry: U256::zero() };
		assert_eq!(full.pass(u64::MAX), None);
		assert_eq!(full.add(U256::MAX, U256::MAX, u64::MAX), None);
		assert_eq!(full.end(U256::zero(), U256::MAX), None);
		assert_eq!(full.cut(U256::MAX, U256::MAX, u64::MAX, 1, 1), None);
		assert_eq!(full.owed_units(), None);
	}
}
