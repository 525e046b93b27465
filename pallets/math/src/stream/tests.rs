// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{testing::cases, units::YEAR};
use num_bigint::BigUint;
use proptest::prelude::*;

fn big(n: U256) -> BigUint {
	BigUint::from_bytes_be(&n.to_big_endian())
}

/// A pool with some streams, brought to one common moment, and the units earned on the way.
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
	refunded: u128,
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

	fn refund(&mut self, index: usize, num: u128, den: u128) {
		if self.streams.is_empty() {
			return;
		}
		let index = index % self.streams.len();
		let stream = &mut self.streams[index];
		let refund =
			self.books.refund(stream.rate, stream.remainder, stream.end - self.now, num, den).unwrap();
		(stream.rate, stream.remainder) = (refund.rate, refund.remainder);
		self.books = refund.books;
		self.earned += refund.earned;
		self.refunded += refund.refunded;
	}

	fn reduce(&mut self, index: usize, num: u128, den: u128, paid: u128) {
		if self.streams.is_empty() {
			return;
		}
		let index = index % self.streams.len();
		let stream = &mut self.streams[index];
		let end = stream.end;
		let Some(step) =
			self.books
				.reduce(stream.rate, stream.remainder, end - self.now, (num, den), |units| units.min(paid))
		else {
			assert_eq!(end, self.now, "only at a stream's very end");
			return;
		};
		(stream.rate, stream.remainder) = (step.rate, step.remainder);
		self.streams.push(Open { rate: step.retained_rate, remainder: step.retained_remainder, end });
		self.books = step.books;
		self.earned += step.earned;
		self.refunded += step.refunded;
		assert!(step.earned <= 1, "nothing but the roundings is earned by it");
	}

	fn extend(&mut self, index: usize, premium: u128, more: u64) {
		if self.streams.is_empty() {
			return;
		}
		let index = index % self.streams.len();
		let (left, stream) = (self.streams[index].end - self.now, &mut self.streams[index]);
		let before = self.books;
		let books = self.books.extend(stream.rate, stream.remainder, left, premium, left + more);
		let Prolonged { books, rate, remainder } = books.unwrap();
		*stream = Open { rate, remainder, end: stream.end + more };
		self.books = books;
		self.premiums += premium;
		assert_eq!(books.carry, before.carry, "nothing is earned by it");
	}

	fn check(&self) {
		assert!(self.books.is_sound());
		assert_eq!(self.premiums, self.earned + self.refunded + self.books.owed_units().unwrap());
		let rates = self.streams.iter().fold(U256::zero(), |sum, s| sum + s.rate);
		assert_eq!(self.books.rate, rates);
		let unearned = self
			.streams
			.iter()
			.fold(U256::zero(), |sum, s| sum + unearned(s.rate, s.remainder, s.end - self.now).unwrap());
		assert_eq!(self.books.unearned, unearned);
	}
}

/// One stream alone in its books, some of it earned.
#[derive(Clone, Copy, Debug)]
struct One {
	books: Books,
	rate: U256,
	remainder: U256,
	left: u64,
	premium: u128,
	earned: u128,
}

impl One {
	fn unearned(&self) -> U256 {
		unearned(self.rate, self.remainder, self.left).unwrap()
	}

	fn refund(&self, num: u128, den: u128) -> Option<Refund> {
		self.books.refund(self.rate, self.remainder, self.left, num, den)
	}
}

fn one_at(premium: u128, millis: u64, gone: u64) -> One {
	let (rate, remainder) = open(premium, millis).unwrap();
	let (books, earned) = Books::default().add(rate, remainder, millis).unwrap().pass(gone).unwrap();
	One { books, rate, remainder, left: millis - gone, premium, earned }
}

/// A stream at any moment of its life, its very end included.
fn one() -> impl Strategy<Value = One> {
	prop_oneof![
		19 => one_running(),
		1 => (0..1u128 << 120, 0u32..120, 1..2 * YEAR)
			.prop_map(|(premium, shift, millis)| one_at(premium >> shift, millis, millis)),
	]
}

/// A stream that is not over.
fn one_running() -> impl Strategy<Value = One> {
	(0..1u128 << 120, 0u32..120, 1..2 * YEAR, any::<u64>())
		.prop_map(|(premium, shift, millis, gone)| one_at(premium >> shift, millis, gone % millis))
}

#[derive(Clone, Copy, Debug)]
enum Step {
	Buy(u128, u64),
	Go(u64),
	Cut(usize, u128, u128),
	Refund(usize, u128, u128),
	/// The most that leaves the books of the units that leave the stream.
	Reduce(usize, u128, u128, u128),
	Prolong(usize, u128, u64),
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
		(any::<usize>(), 0..1u128 << 80, 1..1u128 << 80).prop_map(|(i, a, b)| Step::Refund(
			i,
			a.min(b),
			a.max(b)
		)),
		any::<usize>().prop_map(|i| Step::Refund(i, 1, 1)),
		(any::<usize>(), 0..1u128 << 80, 1..1u128 << 80, 0..1u128 << 100, 0u32..100)
			.prop_map(|(i, a, b, p, s)| Step::Reduce(i, a.min(b), a.max(b), p >> s)),
		(any::<usize>(), 0..1u128 << 100, 0u32..100, 0..YEAR).prop_map(|(i, p, s, m)| Step::Prolong(
			i,
			p >> s,
			m
		)),
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
				Step::Refund(index, num, den) => model.refund(index, num, den),
				Step::Reduce(index, num, den, paid) => model.reduce(index, num, den, paid),
				Step::Prolong(index, premium, more) => model.extend(index, premium, more),
			}
			model.check();
		}
		model.go(model.now + 10 * YEAR);
		prop_assert_eq!(model.earned + model.refunded, model.premiums);
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
	fn refund_should_return_the_exact_floor_when_a_part_is_cancelled(
		one in one(), a in any::<u128>(), b in 1u128..,
	) {
		let (num, den) = (a.min(b), a.max(b));
		let before = one.unearned();
		let refund = one.refund(num, den).unwrap();
		prop_assert_eq!(BigUint::from(refund.refunded), (big(before) * num / den) >> 64u32);
		let kept = unearned(refund.rate, refund.remainder, one.left).unwrap();
		prop_assert_eq!(big(kept), big(before) * (den - num) / den);
		prop_assert_eq!(refund.books.unearned, kept);
		prop_assert_eq!(refund.books.rate, refund.rate);
		prop_assert!(refund.books.is_sound());
		prop_assert!(refund.earned <= 1);
	}

	#[test]
	fn refund_should_leave_nothing_when_all_is_cancelled(one in one(), den in 1u128..) {
		let refund = one.refund(den, den).unwrap();
		prop_assert_eq!(refund.books, Books::default());
		prop_assert_eq!((refund.rate, refund.remainder), (U256::zero(), U256::zero()));
		prop_assert_eq!(one.earned + refund.earned + refund.refunded, one.premium);
		// No unit is left to be earned or to be refunded once more.
		prop_assert_eq!(refund.books.pass(one.left).unwrap(), (Books::default(), 0));
		let again = refund.books.refund(refund.rate, refund.remainder, one.left, den, den).unwrap();
		prop_assert_eq!((again.refunded, again.earned, again.books), (0, 0, Books::default()));
	}

	/// Guard: the retained units are all still to come, to the unit, and the rest of the stream is
	/// as after a refund.
	#[test]
	fn reduce_should_earn_nothing_of_what_is_retained_when_a_part_is_cancelled(
		one in one_running(), a in any::<u128>(), b in 1u128.., paid in any::<u128>(),
	) {
		let (num, den) = (a.min(b), a.max(b));
		let refund = one.refund(num, den).unwrap();
		let paid = paid.min(refund.refunded);
		let step = one.books.reduce(one.rate, one.remainder, one.left, (num, den), |_| paid).unwrap();
		prop_assert_eq!((step.rate, step.remainder, step.earned), (refund.rate, refund.remainder, refund.earned));
		prop_assert_eq!((step.refunded, step.retained), (paid, refund.refunded - paid));
		let retained = unearned(step.retained_rate, step.retained_remainder, one.left).unwrap();
		prop_assert_eq!(big(retained), BigUint::from(step.retained) << 64);
		prop_assert_eq!(step.books.unearned, refund.books.unearned + retained);
		prop_assert!(step.books.is_sound());
		let more = one.books.reduce(one.rate, one.remainder, one.left, (num, den), |units| units + 1);
		prop_assert_eq!(more, None, "no more than there is");
	}

	#[test]
	fn refund_earned_and_rest_should_be_the_premium_when_cover_is_cancelled_bit_by_bit(
		premium in 0..1u128 << 120, shift in 0u32..120, millis in 1..2 * YEAR,
		steps in prop::collection::vec((any::<u64>(), 0..1u128 << 80, 1..1u128 << 80), 0..6),
	) {
		let mut model = Model::default();
		model.buy(premium >> shift, millis);
		for (gone, a, b) in steps {
			model.go(model.now + gone % (millis - model.now));
			model.refund(0, a.min(b), a.max(b));
			model.check();
		}
		let owed = model.books.owed_units().unwrap();
		prop_assert_eq!(model.earned + model.refunded + owed, premium >> shift);
		let before = model.earned;
		model.go(millis);
		prop_assert_eq!(model.earned - before, owed);
		prop_assert_eq!(model.books, Books::default());
	}

	/// No unit is lost: all but the refund is earned, by the new end or at once.
	#[test]
	fn shorten_should_refund_its_part_and_earn_the_rest_by_the_new_end(
		one in one(), a in 0..1u128 << 80, b in 1..1u128 << 80, new in prop::option::of(1..YEAR),
	) {
		let back = (a.min(b), a.max(b));
		let step = one.books.shorten(one.rate, one.remainder, one.left, new, back).unwrap();
		prop_assert_eq!(step.refunded, one.refund(back.0, back.1).unwrap().refunded);
		let (books, later) = match new {
			Some(millis) => {
				let (books, units) = step.books.pass(millis).unwrap();
				let (books, more) = books.end(step.rate, step.remainder).unwrap();
				(books, units + more)
			}
			None => (step.books, 0),
		};
		prop_assert_eq!(books, Books::default());
		prop_assert_eq!(one.earned + step.earned + step.refunded + later, one.premium);
	}

	#[test]
	fn refund_should_return_at_most_the_premium_when_cover_is_bought_and_cancelled_at_once(
		premium in any::<u128>(), shift in 0u32..128, millis in 1u64.., a in any::<u128>(), b in 1u128..,
	) {
		let (premium, num, den) = (premium >> shift, a.min(b), a.max(b));
		let (rate, remainder) = open(premium, millis).unwrap();
		let books = Books::default().add(rate, remainder, millis).unwrap();
		let all = books.refund(rate, remainder, millis, den, den).unwrap();
		prop_assert_eq!((all.refunded, all.earned, all.books), (premium, 0, Books::default()));
		let part = books.refund(rate, remainder, millis, num, den).unwrap();
		prop_assert!(part.refunded <= premium);
		prop_assert_eq!(BigUint::from(part.refunded), BigUint::from(premium) * num / den);
	}

	#[test]
	fn refund_should_never_return_more_when_it_is_split(
		one in one(), cover in 3..1u128 << 100, a in any::<u128>(), b in any::<u128>(),
	) {
		let first = a % (cover - 1) + 1;
		let second = b % (cover - first + 1);
		let at_once = one.refund(first + second, cover).unwrap();
		let refund = one.refund(first, cover).unwrap();
		if cover > first {
			let left = One { books: refund.books, rate: refund.rate, remainder: refund.remainder, ..one };
			let more = left.refund(second, cover - first).unwrap();
			prop_assert!(refund.refunded + more.refunded <= at_once.refunded);
			prop_assert!(refund.refunded + more.refunded + 2 >= at_once.refunded);
			prop_assert!(more.books.unearned <= at_once.books.unearned);
		}
	}

	#[test]
	fn refund_should_never_rise_when_time_passes(
		premium in 0..1u128 << 120, shift in 0u32..120, millis in 1..2 * YEAR, gone in (any::<u64>(), any::<u64>()),
		a in any::<u128>(), b in 1u128..,
	) {
		let (num, den) = (a.min(b), a.max(b));
		let at = |gone| one_at(premium >> shift, millis, gone).refund(num, den).unwrap().refunded;
		let (early, late) = (gone.0.min(gone.1) % millis, gone.0.max(gone.1) % millis);
		let (early, late) = (early.min(late), early.max(late));
		prop_assert!(at(late) <= at(early));
	}

	#[test]
	fn refund_should_leave_other_streams_alone_when_one_is_cancelled(
		one in one(), premium in 0..1u128 << 100, millis in 1..2 * YEAR, a in any::<u128>(), b in 1u128..,
	) {
		let (num, den) = (a.min(b), a.max(b));
		let (rate, remainder) = open(premium, millis).unwrap();
		let books = one.books.add(rate, remainder, millis).unwrap();
		let alone = one.refund(num, den).unwrap();
		let beside = books.refund(one.rate, one.remainder, one.left, num, den).unwrap();
		// Exactly as if the other stream were not there, and that one is as it was.
		prop_assert_eq!(Some(beside.books), alone.books.add(rate, remainder, millis));
		prop_assert_eq!(
			(beside.rate, beside.remainder, beside.refunded, beside.earned),
			(alone.rate, alone.remainder, alone.refunded, alone.earned)
		);
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
fn refund_should_be_what_one_would_reckon() {
	// 1,000 units over 10 ms: after 3 ms 700 are unearned. Half of the cover is cancelled: 350 come
	// back, 50 a ms go on.
	let one = one_at(1_000, 10, 3);
	let refund = one.refund(1, 2).unwrap();
	assert_eq!((one.earned, refund.refunded, refund.earned), (300, 350, 0));
	assert_eq!(refund.rate, U256::from(50 * SCALE));
	assert_eq!(refund.books.owed_units(), Some(350));
	// A third: 233.33 come back as 233, and the third of a unit is earned; 466.67 stay, held as
	// 467.
	let refund = one.refund(1, 3).unwrap();
	assert_eq!((refund.refunded, refund.earned), (233, 0));
	assert_eq!(refund.books.owed_units(), Some(467));
	// Together with the two thirds of the last unit it is one.
	let (books, last) = refund.books.pass(7).unwrap();
	let (books, end) = books.end(refund.rate, refund.remainder).unwrap();
	assert_eq!((last + end, books), (467, Books::default()));
}

#[test]
fn refund_should_refuse_more_than_all_or_a_part_of_nothing() {
	let one = one_at(10, 10, 0);
	assert_eq!(one.refund(2, 1), None);
	assert_eq!(one.refund(0, 0), None);
	// Not a stream of these books.
	assert_eq!(Books::default().refund(one.rate, one.remainder, 10, 1, 2), None);
	assert_eq!(Books::default().refund(U256::zero(), U256::from(SCALE), 0, 1, 1), None);
}

#[test]
fn refund_at_the_very_end_should_leave_a_remainder_only() {
	let one = one_at(10, 7, 7);
	let refund = one.refund(1, 2).unwrap();
	assert_eq!((refund.rate, refund.remainder), (U256::zero(), one.remainder / 2));
	// The remainder is less than a unit, so zero comes back.
	assert_eq!(refund.refunded, 0);
	let (books, last) = refund.books.end(refund.rate, refund.remainder).unwrap();
	assert_eq!((one.earned + refund.earned + last, books), (10, Books::default()));
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
	assert_eq!(full.refund(U256::MAX, U256::MAX, u64::MAX, 1, 1), None);
	assert_eq!(full.refund(U256::zero(), U256::MAX, 1, 1, 1), None);
	assert_eq!(full.cap_pledged(u128::MAX, 0).map(|(_, given)| given), Some(0));
	assert_eq!(Books { carry: U256::MAX, ..full }.cap_pledged(1, 0), None);
	assert!(!Books { carry: U256::MAX, ..full }.is_pledge_of(&full));
	assert_eq!(full.owed_units(), None);
}
