// SPDX-License-Identifier: Apache-2.0

//! The base annual rate of a product, from its risk class and the known facts about it.
//!
//! ```text
//! λ    = class rate × audits × age × bounty × incidents × review
//! base = max( floor, max(λ × severity, option) × margin × (1 − relief) ),   at most CAP
//! ```
//!
//! `λ` is the expected number of losses a year, and `severity` is the part of the cover that one
//! loss takes. `relief` is the part of each loss that sponsors bear first. The five factors are
//! simple and bounded, so that no single fact about a product
//! makes it free or priceless:
//!
//! | factor | at the start | then | bound |
//! |---|---|---|---|
//! | audits | 1 | each audit takes a step off | [`Audits::least`] |
//! | age | [`Age::new`] | falls in a straight line over [`Age::span`] days | [`Age::old`] |
//! | bounty | 1 without one | falls in a straight line with bounty / insured, up to [`Bounty::full`] | [`Bounty::least`] |
//! | incidents | 1 | each past incident adds a step | [`Incidents::most`] |
//! | review | 1 until [`Review::days`] after the last review | rises in a straight line over [`Review::span`] days | [`Review::most`] |
//!
//! `option` is for price triggers: the value of the policy as a one-touch
//! ([`barrier`](crate::barrier)), as a rate ([`annual`]). The product of all is one fraction of 512
//! bits. It is rounded once: up, against the buyer. The age, bounty and review factors are
//! quotients themselves, and are rounded up to 10^-18 before.
//!
//! The same facts decide whether a product can stand behind a shared reserve: see [`Admission`].

use crate::units::{MILLION, ONE, YEAR};
use primitive_types::{U256, U512};

/// The highest base rate, in 10^-18: 1,000 times the cover in a year.
///
/// Short cover against a likely event has a high rate, as a year holds many such covers. An option
/// is worth at most one, and the shortest cover that is sold is of a day. The rate of an option is
/// therefore at most 365. Times the highest margin it can be above this cap. The cap then takes off
/// margin, and never part of the option's own rate. A [`premium`] at this base rate, under the
/// other limits named there, still overflows only if it is above 2^128.
///
/// [`premium`]: crate::price::premium
pub const CAP: u128 = ONE * 1_000;
/// A millionth, in 10^-18.
const MILLIONTH: u128 = ONE / MILLION as u128;
/// The largest factor and margin, in 10^-18.
pub const MAX_FACTOR: u128 = ONE * 10;

/// The known facts about a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskInputs {
	/// The number of audits that count.
	pub audits: u8,
	/// Whole days since the product was deployed.
	pub age_days: u32,
	/// Its bug bounty, in the asset's units.
	pub bounty: u128,
	/// The amount with which the bounty is compared, in the asset's units; for example the largest
	/// cover in force on the product.
	pub insured: u128,
	/// The number of past incidents.
	pub incidents: u8,
	/// Whole days since these facts were last reviewed.
	pub review_days: u32,
	/// The part of each loss that sponsors bear before the underwriters, in 10^-18; at most one.
	/// See [`relief`](crate::first_loss::relief).
	pub relief: u128,
}

/// The factor of audits: `max(least, 1 - step × audits)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audits {
	/// The decrease per audit, in 10^-18; at most one.
	pub step: u128,
	/// The smallest factor, in 10^-18; above zero and at most one.
	pub least: u128,
}

/// The factor of age: from `new` at zero days in a straight line to `old` at `span` days, and `old`
/// after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
	/// The factor on the first day, in 10^-18; at least `old` and at most [`MAX_FACTOR`].
	pub new: u128,
	/// The factor from `span` days on, in 10^-18; above zero.
	pub old: u128,
	/// The days between `new` and `old`; above zero.
	pub span: u32,
}

/// The factor of the bug bounty: from one without a bounty in a straight line to `least` where
/// bounty / insured is `full`, and `least` after.
///
/// If the insured amount is zero, any bounty is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounty {
	/// The part of the insured amount from which on a larger bounty counts no more, in 10^-18;
	/// above zero and at most one.
	pub full: u128,
	/// The smallest factor, in 10^-18; above zero and at most one.
	pub least: u128,
}

/// The factor of past incidents: `min(most, 1 + step × incidents)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incidents {
	/// The increase per incident, in 10^-18; at most [`MAX_FACTOR`].
	pub step: u128,
	/// The largest factor, in 10^-18; at least one and at most [`MAX_FACTOR`].
	pub most: u128,
}

/// The factor of the last review: one until `days` after it, then in a straight line to `most` over
/// `span` days, and `most` after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
	/// The days after a review in which the facts are not stale; above zero.
	pub days: u32,
	/// The largest factor, in 10^-18; at least one and at most [`MAX_FACTOR`].
	pub most: u128,
	/// The days between a factor of one and `most`; above zero.
	pub span: u32,
}

/// The rules that make a rate of the known facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskRules {
	/// Expected losses a year of the risk class, in 10^-18; at most [`MAX_FACTOR`].
	pub class_rate: u128,
	/// The part of the cover that a loss takes, in 10^-18; at most one.
	pub severity: u128,
	/// The multiple of the expected loss that is charged, in 10^-18; at least one and at most
	/// [`MAX_FACTOR`].
	pub margin: u128,
	/// The lowest base rate, in 10^-18 a year; at most [`CAP`].
	pub floor: u128,
	/// The factor of audits.
	pub audits: Audits,
	/// The factor of age.
	pub age: Age,
	/// The factor of the bug bounty.
	pub bounty: Bounty,
	/// The factor of past incidents.
	pub incidents: Incidents,
	/// The factor of the last review.
	pub review: Review,
}

impl RiskRules {
	/// True if every number is in the range that its field names. Only sound rules give a rate.
	pub fn sound(&self) -> bool {
		let part = |n: u128| (1..=ONE).contains(&n);
		let multiple = |n: u128| (ONE..=MAX_FACTOR).contains(&n);
		let rate = self.class_rate <= MAX_FACTOR
			&& self.severity <= ONE
			&& multiple(self.margin)
			&& self.floor <= CAP;
		let age = self.age.old > 0
			&& self.age.old <= self.age.new
			&& self.age.new <= MAX_FACTOR
			&& self.age.span > 0;
		let factors = self.audits.step <= ONE
			&& part(self.audits.least)
			&& part(self.bounty.full)
			&& part(self.bounty.least)
			&& self.incidents.step <= MAX_FACTOR
			&& multiple(self.incidents.most);
		rate && age && factors && self.review.sound()
	}
}

impl Audits {
	/// The factor, in 10^-18; exact.
	fn factor(&self, audits: u8) -> u128 {
		// Saturation: the decrease is more than one, and the factor is the smallest.
		ONE.saturating_sub(self.step.saturating_mul(audits.into())).max(self.least)
	}
}

impl Age {
	/// The factor, in 10^-18; rounded up.
	fn factor(&self, days: u32) -> Option<u128> {
		let fall = U256::from(self.new.checked_sub(self.old)?);
		let fallen = fall.checked_mul(days.min(self.span).into())?.checked_div(self.span.into())?;
		// The decrease is rounded down, so the factor is rounded up.
		self.new.checked_sub(fallen.try_into().ok()?)
	}
}

impl Bounty {
	/// The factor, in 10^-18; rounded up.
	fn factor(&self, bounty: u128, insured: u128) -> Option<u128> {
		if bounty == 0 {
			return Some(ONE);
		}
		let enough = U256::from(insured).checked_mul(self.full.into())?;
		let offered = U256::from(bounty).checked_mul(ONE.into())?;
		if offered >= enough {
			return Some(self.least);
		}
		let fall = U256::from(ONE.checked_sub(self.least)?);
		// The decrease is rounded down, so the factor is rounded up.
		ONE.checked_sub(fall.checked_mul(offered)?.checked_div(enough)?.try_into().ok()?)
	}
}

impl Incidents {
	/// The factor, in 10^-18; exact.
	fn factor(&self, incidents: u8) -> u128 {
		// Saturation: the factor is the largest long before.
		ONE.saturating_add(self.step.saturating_mul(incidents.into())).min(self.most)
	}
}

impl Review {
	/// True if every number is in the range that its field names.
	pub fn sound(&self) -> bool {
		self.days > 0 && (ONE..=MAX_FACTOR).contains(&self.most) && self.span > 0
	}

	/// True if facts that were reviewed `days` ago are stale.
	pub fn is_stale(&self, days: u32) -> bool {
		days > self.days
	}

	/// The factor of facts that were reviewed `days` ago, in 10^-18; rounded up. `None` only if the
	/// review is not [`sound`](Self::sound).
	pub fn factor(&self, days: u32) -> Option<u128> {
		// Saturation: facts within their time are not stale at all.
		let late = days.saturating_sub(self.days).min(self.span);
		let rise = U256::from(self.most.checked_sub(ONE)?);
		let (top, span) = (rise.checked_mul(late.into())?, U256::from(self.span));
		let rest = top.checked_rem(span)?;
		let risen: u128 = top.checked_div(span)?.try_into().ok()?;
		ONE.checked_add(risen)?.checked_add(u128::from(!rest.is_zero()))
	}
}

/// The least that the facts of a product must show so that a shared reserve stands behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Admission {
	/// The least age, in whole days; at most [`MAX_MIN_AGE`].
	pub min_age: u32,
	/// The least number of audits that count; at most [`MAX_MIN_AUDITS`].
	pub min_audits: u8,
	/// The least bug bounty, as a part of the amount at stake in 10^-18; at most one.
	pub min_bounty: u128,
}

/// The highest least age, in days: ten years. A higher one would admit hardly any product.
pub const MAX_MIN_AGE: u32 = 3_650;
/// The highest least number of audits.
pub const MAX_MIN_AUDITS: u8 = 20;

impl Admission {
	/// True if every number is in the range that its field names.
	pub fn sound(&self) -> bool {
		self.min_age <= MAX_MIN_AGE && self.min_audits <= MAX_MIN_AUDITS && self.min_bounty <= ONE
	}

	/// True if a product of these facts is admitted: they meet all three requirements, and are not
	/// stale by the rules of `review`.
	///
	/// If a bounty is asked for, the amount at stake must be known. A product of which the facts
	/// name none is not admitted, however large its bounty is.
	///
	/// ```
	/// use breakwater_math::{risk::*, units::ONE};
	///
	/// let rules = Admission { min_age: 90, min_audits: 1, min_bounty: ONE / 1_000 };
	/// let review = Review { days: 365, most: ONE * 2, span: 365 };
	/// let good = RiskInputs {
	///     audits: 1,
	///     age_days: 90,
	///     bounty: 5,
	///     insured: 5_000,
	///     review_days: 365,
	///     incidents: 0,
	///     relief: 0,
	/// };
	/// assert!(rules.admits(&good, &review));
	/// assert!(!rules.admits(&RiskInputs { bounty: 4, ..good }, &review));
	/// assert!(!rules.admits(&RiskInputs { review_days: 366, ..good }, &review));
	/// ```
	pub fn admits(&self, inputs: &RiskInputs, review: &Review) -> bool {
		inputs.age_days >= self.min_age
			&& inputs.audits >= self.min_audits
			&& self.is_bounty_enough(inputs.bounty, inputs.insured)
			&& !review.is_stale(inputs.review_days)
	}

	/// True if a bounty is at least the part of the amount at stake that is asked for. The part is
	/// compared as it is, and so rounded against the product.
	fn is_bounty_enough(&self, bounty: u128, at_stake: u128) -> bool {
		// Products of 128-bit numbers always fit 256 bits.
		let offered = U256::from(bounty).checked_mul(ONE.into());
		let asked = U256::from(at_stake).checked_mul(self.min_bounty.into());
		self.min_bounty == 0 || (at_stake > 0 && asked <= offered)
	}
}

/// The base annual rate of a product, in 10^-18 of the cover, rounded up: from `rules.floor` to
/// [`CAP`].
///
/// `option` is the rate of the one-touch for a price trigger, in 10^-18 a year (see [`annual`]),
/// and `None` for any other product. More audits, age and bounty never raise the rate. More
/// incidents, an older review, more class rate, severity, margin, option and insured value never
/// lower it. `None` only if the rules are not [`sound`](RiskRules::sound).
///
/// ```
/// use breakwater_math::{risk::*, units::ONE};
///
/// let rules = RiskRules {
///     class_rate: ONE * 4 / 100,
///     severity: ONE / 2,
///     margin: ONE * 3 / 2,
///     floor: ONE / 100,
///     audits: Audits { step: ONE / 10, least: ONE / 2 },
///     age: Age { new: ONE * 2, old: ONE / 2, span: 730 },
///     bounty: Bounty { full: ONE / 10, least: ONE * 8 / 10 },
///     incidents: Incidents { step: ONE / 2, most: ONE * 3 },
///     review: Review { days: 180, most: ONE * 2, span: 100 },
/// };
/// // Two audits 0.8, one year 1.25, a bounty of half the full size 0.9, one incident 1.5, a review
/// // of half a year ago 1: together 1.35.
/// let inputs = RiskInputs {
///     audits: 2,
///     age_days: 365,
///     bounty: 5,
///     insured: 100,
///     incidents: 1,
///     review_days: 180,
///     relief: 0,
/// };
/// // 4 % × 1.35 × 1/2 × 1.5
/// assert_eq!(base_rate(&rules, &inputs, None), Some(ONE * 405 / 10_000));
/// // Fifty days later the facts are half way to twice the rate.
/// let stale = RiskInputs { review_days: 230, ..inputs };
/// assert_eq!(base_rate(&rules, &stale, None), Some(ONE * 6_075 / 100_000));
/// ```
pub fn base_rate(rules: &RiskRules, inputs: &RiskInputs, option: Option<u128>) -> Option<u128> {
	if !rules.sound() {
		return None;
	}
	let borne = ONE.checked_sub(inputs.relief)?;
	// Rounded up, against the buyer. Both are at most one.
	let severity = product(&[rules.severity, borne])?;
	// Each is at most 10^19, below 2^64, and three of the eight are at most 10^18: the product is
	// below 2^496.
	let factors = [
		rules.class_rate,
		rules.audits.factor(inputs.audits),
		rules.age.factor(inputs.age_days)?,
		rules.bounty.factor(inputs.bounty, inputs.insured)?,
		rules.incidents.factor(inputs.incidents),
		rules.review.factor(inputs.review_days)?,
		severity,
		rules.margin,
	];
	let expected = product(&factors)?;
	let option = product(&[option.unwrap_or(0), rules.margin, borne])?;
	Some(expected.max(option).max(rules.floor).min(CAP))
}

/// The annual rate at which the price of cover begins, in 10^-18: the [`base_rate`] of its risk and
/// its option, or the `least` that its terms ask for if that is higher; at most [`CAP`].
///
/// A higher rate would overflow the area under the curve. No cover is sold for less than a day, so
/// that no option's rate is above 365. The cap can take off margin alone. `None` only if the rules
/// are not [`sound`](RiskRules::sound).
pub fn sold_rate(rules: &RiskRules, inputs: &RiskInputs, option: u128, least: u128) -> Option<u128> {
	Some(base_rate(rules, inputs, Some(option))?.max(least).min(CAP))
}

/// A rate of 10^-18 in millionths, rounded up. A rate is at most [`CAP`]; a number that does not
/// fit 32 bits is the largest.
pub fn millionths(rate: u128) -> u32 {
	u32::try_from(rate.div_ceil(MILLIONTH)).unwrap_or(u32::MAX)
}

/// The product of numbers in 10^-18, rounded up to 10^-18 once; at most [`CAP`].
fn product(numbers: &[u128]) -> Option<u128> {
	let (first, others) = numbers.split_first()?;
	let (mut top, mut bottom) = (U512::from(*first), U512::one());
	for number in others {
		top = top.checked_mul((*number).into())?;
		bottom = bottom.checked_mul(ONE.into())?;
	}
	Some(ceil(top, bottom)?.min(CAP.into()).low_u128())
}

/// The value of an option as an annual rate: `value × YEAR / time`, rounded up.
///
/// `value` is in 10^-18, `time` in milliseconds. For less than a year the rate can be above one.
/// `None` if the time is zero or the rate does not fit.
///
/// ```
/// use breakwater_math::{risk::annual, units::{ONE, YEAR}};
///
/// assert_eq!(annual(ONE / 100, YEAR / 4), Some(ONE / 25));
/// ```
pub fn annual(value: u128, time: u64) -> Option<u128> {
	ceil(U512::from(value).checked_mul(YEAR.into())?, time.into())?.try_into().ok()
}

/// `top / bottom` rounded up; `None` for a zero `bottom`.
fn ceil(top: U512, bottom: U512) -> Option<U512> {
	let quotient = top.checked_div(bottom)?;
	let rest = top.checked_rem(bottom)?;
	if rest.is_zero() {
		Some(quotient)
	} else {
		quotient.checked_add(U512::one())
	}
}

#[cfg(test)]
mod tests;
