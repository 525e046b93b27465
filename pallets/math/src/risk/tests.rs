// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{
	barrier::{touch, Side, Touch},
	price::{premium, Curve, Purchase},
	testing::cases,
	units::DAY,
};
use num_bigint::BigUint;
use proptest::prelude::*;
use sp_arithmetic::Permill;

fn usual() -> RiskRules {
	RiskRules {
		class_rate: ONE / 50,
		severity: ONE / 2,
		margin: ONE * 2,
		floor: ONE / 1_000,
		audits: Audits { step: ONE / 10, least: ONE / 2 },
		age: Age { new: ONE * 2, old: ONE / 2, span: 300 },
		bounty: Bounty { full: ONE / 10, least: ONE * 3 / 4 },
		incidents: Incidents { step: ONE, most: ONE * 5 / 2 },
		review: Review { days: 100, most: ONE * 3, span: 200 },
	}
}

/// With these inputs every factor of [`usual`] is one, and the rate 2 % × 1/2 × 2.
fn plain() -> RiskInputs {
	RiskInputs {
		audits: 0,
		age_days: 200,
		bounty: 0,
		insured: 1_000,
		incidents: 0,
		review_days: 0,
		relief: 0,
	}
}

fn rate(inputs: RiskInputs) -> u128 {
	base_rate(&usual(), &inputs, None).unwrap()
}

#[test]
fn rate_should_be_class_times_severity_times_margin_when_all_factors_are_one() {
	assert_eq!(rate(plain()), ONE / 50);
}

#[test]
fn rate_should_fall_by_steps_with_audits() {
	assert_eq!(rate(RiskInputs { audits: 3, ..plain() }), ONE / 50 * 7 / 10);
	assert_eq!(rate(RiskInputs { audits: 5, ..plain() }), ONE / 100);
	assert_eq!(rate(RiskInputs { audits: 255, ..plain() }), ONE / 100);
}

#[test]
fn rate_should_fall_in_a_line_with_age() {
	assert_eq!(rate(RiskInputs { age_days: 0, ..plain() }), ONE / 25);
	assert_eq!(rate(RiskInputs { age_days: 100, ..plain() }), ONE / 50 * 3 / 2);
	assert_eq!(rate(RiskInputs { age_days: 300, ..plain() }), ONE / 100);
	assert_eq!(rate(RiskInputs { age_days: u32::MAX, ..plain() }), ONE / 100);
}

#[test]
fn rate_should_fall_in_a_line_with_the_bounty() {
	let with = |bounty, insured| rate(RiskInputs { bounty, insured, ..plain() });
	assert_eq!(with(50, 1_000), ONE / 50 * 7 / 8);
	assert_eq!(with(100, 1_000), ONE / 50 * 3 / 4);
	assert_eq!(with(u128::MAX, 1_000), ONE / 50 * 3 / 4);
	assert_eq!(with(0, 0), ONE / 50);
	assert_eq!(with(1, 0), ONE / 50 * 3 / 4);
	// 1 - 1/4 × 1/(2^128 - 1) × 10, rounded up.
	assert_eq!(with(1, u128::MAX), ONE / 50);
}

#[test]
fn rate_should_rise_by_steps_with_incidents() {
	assert_eq!(rate(RiskInputs { incidents: 1, ..plain() }), ONE / 25);
	assert_eq!(rate(RiskInputs { incidents: 2, ..plain() }), ONE / 20);
	assert_eq!(rate(RiskInputs { incidents: 255, ..plain() }), ONE / 20);
}

#[test]
fn rate_should_rise_in_a_line_when_the_review_is_too_old() {
	for (days, hundredths) in
		[(0, 100), (99, 100), (100, 100), (101, 101), (102, 102), (200, 200), (299, 299), (300, 300)]
	{
		let expected = ONE / 50 * hundredths / 100;
		assert_eq!(rate(RiskInputs { review_days: days, ..plain() }), expected, "{days}");
	}
	assert_eq!(rate(RiskInputs { review_days: 301, ..plain() }), ONE / 50 * 3);
	assert_eq!(rate(RiskInputs { review_days: u32::MAX, ..plain() }), ONE / 50 * 3);
}

#[test]
fn review_should_be_stale_from_the_day_after_its_time() {
	let review = Review { days: 100, most: ONE + 1, span: 7 };
	assert_eq!([0, 100, 101, u32::MAX].map(|days| review.is_stale(days)), [false, false, true, true]);
	// A seventh of 10^-18 is rounded up.
	assert_eq!([100, 101, 107].map(|days| review.factor(days)), [Some(ONE), Some(ONE + 1), Some(ONE + 1)]);
	// With a most of one, old facts cost nothing.
	assert_eq!(Review { most: ONE, ..review }.factor(u32::MAX), Some(ONE));
	let late = Review { days: u32::MAX, most: MAX_FACTOR, span: u32::MAX };
	assert_eq!((late.is_stale(u32::MAX), late.factor(u32::MAX)), (false, Some(ONE)));
	assert_eq!(Review { days: 1, ..late }.factor(u32::MAX).map(|factor| factor < MAX_FACTOR), Some(true));
}

/// A product that just meets the requirements below, and a review of a hundred days.
fn admitted() -> (Admission, RiskInputs, Review) {
	let rules = Admission { min_age: 90, min_audits: 2, min_bounty: ONE / 100 };
	let inputs = RiskInputs {
		audits: 2,
		age_days: 90,
		bounty: 11,
		insured: 1_099,
		incidents: 0,
		review_days: 100,
		relief: 0,
	};
	(rules, inputs, usual().review)
}

#[test]
fn admission_should_ask_for_age_audits_bounty_and_a_review() {
	let (rules, good, review) = admitted();
	assert!(rules.admits(&good, &review));
	for bad in [
		RiskInputs { age_days: 89, ..good },
		RiskInputs { audits: 1, ..good },
		RiskInputs { bounty: 10, ..good },
		RiskInputs { insured: 1_101, ..good },
		RiskInputs { insured: 0, ..good },
		RiskInputs { bounty: u128::MAX, insured: 0, ..good },
		RiskInputs { review_days: 101, ..good },
	] {
		assert!(!rules.admits(&bad, &review), "{bad:?}");
	}
	let most = RiskInputs { bounty: u128::MAX, insured: u128::MAX, ..good };
	assert!(Admission { min_bounty: ONE, ..rules }.admits(&most, &review));
	// Of a class that asks for nothing, only the review counts.
	let none = RiskInputs { review_days: 100, ..RiskInputs::default() };
	assert!(Admission::default().admits(&none, &review));
	assert!(!Admission::default().admits(&RiskInputs { review_days: 101, ..none }, &review));
}

#[test]
fn admission_should_be_unsound_when_a_number_is_out_of_its_range() {
	let (good, ..) = admitted();
	assert!(good.sound() && Admission::default().sound());
	let most = Admission { min_age: MAX_MIN_AGE, min_audits: MAX_MIN_AUDITS, min_bounty: ONE };
	assert!(most.sound());
	assert!(!Admission { min_age: MAX_MIN_AGE + 1, ..good }.sound());
	assert!(!Admission { min_audits: MAX_MIN_AUDITS + 1, ..good }.sound());
	assert!(!Admission { min_bounty: ONE + 1, ..good }.sound());
}

#[test]
fn rate_should_round_up_once() {
	// 10^-18 × 1/2 × 2 is exact; with three audits and a day it is a fraction of 10^-18.
	let rules = RiskRules { class_rate: 1, floor: 0, ..usual() };
	assert_eq!(base_rate(&rules, &plain(), None), Some(1));
	assert_eq!(base_rate(&rules, &RiskInputs { audits: 3, ..plain() }, None), Some(1));
	assert_eq!(base_rate(&rules, &RiskInputs { incidents: 2, audits: 1, ..plain() }, None), Some(3));
	assert_eq!(base_rate(&RiskRules { class_rate: 0, ..rules }, &plain(), None), Some(0));
}

#[test]
fn rate_should_be_the_option_with_margin_when_that_is_more() {
	assert_eq!(base_rate(&usual(), &plain(), Some(ONE / 100)), Some(ONE / 50));
	assert_eq!(base_rate(&usual(), &plain(), Some(ONE / 100 + 1)), Some(ONE / 50 + 2));
	assert_eq!(base_rate(&usual(), &plain(), Some(u128::MAX)), Some(CAP));
}

/// 30 days on a coin at one with a barrier at 0.95 and 20 % volatility: the touch is worth about
/// 0.38, which is 4.6 a year.
#[test]
fn rate_should_follow_the_one_touch_when_a_price_triggers() {
	let coin = Touch { spot: ONE, barrier: ONE * 95 / 100, volatility: ONE / 5, time: 30 * DAY };
	let option = annual(touch(Side::Below, &coin).unwrap(), coin.time).unwrap();
	let rate = base_rate(&usual(), &plain(), Some(option)).unwrap();
	assert_eq!(rate, option * 2);
	assert_eq!(option / (ONE / 100), 463);
}

#[test]
fn rate_should_be_at_least_the_floor() {
	let rules = RiskRules { class_rate: 0, ..usual() };
	assert_eq!(base_rate(&rules, &plain(), None), Some(ONE / 1_000));
	assert_eq!(base_rate(&RiskRules { floor: CAP, ..rules }, &plain(), None), Some(CAP));
}

#[test]
fn annual_should_be_above_one_when_time_is_short() {
	assert_eq!(annual(ONE, DAY), Some(365 * ONE));
	assert_eq!(annual(1, YEAR * 2), Some(1));
	assert_eq!(annual(0, 1), Some(0));
	assert_eq!(annual(1, 0), None);
	assert_eq!(annual(u128::MAX, 1), None);
}

/// An option over four days at the highest margin stays below the cap, as the cap's documentation
/// says.
#[test]
fn cap_should_not_bind_when_the_time_is_four_days() {
	let rules = RiskRules { margin: MAX_FACTOR, ..usual() };
	let dearest = annual(ONE, 4 * DAY);
	assert_eq!(base_rate(&rules, &plain(), dearest), Some(ONE * 3_650 / 4));
}

/// As the cap's documentation says: the number that does not fit is the premium itself.
#[test]
fn premium_should_be_computed_when_the_base_is_the_cap() {
	let curve =
		Curve { base: CAP, kink: Permill::from_parts(999_999), at_kink: ONE * 1_000, at_full: ONE * 1_000 };
	let bought = |capacity: u128, after| Purchase { before: after - 1, after, capacity, time: 400 * DAY };
	// 1,000 × 1,000 × 400/365, at full utilisation of a capacity of 2^128 - 1.
	assert_eq!(premium(&curve, &bought(u128::MAX, u128::MAX)), Some(1_095_891));
}

#[test]
fn rules_should_be_unsound_when_a_number_is_out_of_its_range() {
	let good = usual();
	let Age { new, old, span } = good.age;
	let bad = [
		RiskRules { class_rate: MAX_FACTOR + 1, ..good },
		RiskRules { severity: ONE + 1, ..good },
		RiskRules { margin: ONE - 1, ..good },
		RiskRules { margin: MAX_FACTOR + 1, ..good },
		RiskRules { floor: CAP + 1, ..good },
		RiskRules { audits: Audits { step: ONE + 1, ..good.audits }, ..good },
		RiskRules { audits: Audits { least: 0, ..good.audits }, ..good },
		RiskRules { audits: Audits { least: ONE + 1, ..good.audits }, ..good },
		RiskRules { age: Age { new: old - 1, old, span }, ..good },
		RiskRules { age: Age { new: MAX_FACTOR + 1, old, span }, ..good },
		RiskRules { age: Age { new, old: 0, span }, ..good },
		RiskRules { age: Age { new, old, span: 0 }, ..good },
		RiskRules { bounty: Bounty { full: 0, ..good.bounty }, ..good },
		RiskRules { bounty: Bounty { full: ONE + 1, ..good.bounty }, ..good },
		RiskRules { bounty: Bounty { least: 0, ..good.bounty }, ..good },
		RiskRules { bounty: Bounty { least: ONE + 1, ..good.bounty }, ..good },
		RiskRules { incidents: Incidents { step: MAX_FACTOR + 1, ..good.incidents }, ..good },
		RiskRules { incidents: Incidents { most: ONE - 1, ..good.incidents }, ..good },
		RiskRules { incidents: Incidents { most: MAX_FACTOR + 1, ..good.incidents }, ..good },
		RiskRules { review: Review { days: 0, ..good.review }, ..good },
		RiskRules { review: Review { most: ONE - 1, ..good.review }, ..good },
		RiskRules { review: Review { most: MAX_FACTOR + 1, ..good.review }, ..good },
		RiskRules { review: Review { span: 0, ..good.review }, ..good },
	];
	assert!(good.sound());
	for rules in bad {
		assert!(!rules.sound(), "{rules:?}");
		assert_eq!(base_rate(&rules, &plain(), None), None);
	}
}

fn part() -> impl Strategy<Value = u128> {
	prop_oneof![4 => 1..=ONE, 1 => 1..=1_000u128, 1 => Just(ONE)]
}

fn multiple() -> impl Strategy<Value = u128> {
	prop_oneof![4 => ONE..=MAX_FACTOR, 1 => Just(ONE), 1 => Just(MAX_FACTOR)]
}

fn days() -> impl Strategy<Value = u32> {
	prop_oneof![0..=1_000u32, (any::<u32>(), 0u32..32).prop_map(|(n, by)| n >> by)]
}

prop_compose! {
	fn rules()(
		class_rate in prop_oneof![0..=ONE / 10, 0..=MAX_FACTOR],
		severity in prop_oneof![0..=ONE, Just(ONE)],
		margin in multiple(),
		floor in prop_oneof![0..=ONE / 10, 0..=CAP],
		audits in (0..=ONE, part()).prop_map(|(step, least)| Audits { step, least }),
		age in (1..=MAX_FACTOR, 1..=MAX_FACTOR, 1u32..).prop_map(|(a, b, span)| {
			Age { new: a.max(b), old: a.min(b), span: span >> (span % 32) | 1 }
		}),
		bounty in (part(), part()).prop_map(|(full, least)| Bounty { full, least }),
		incidents in (0..=MAX_FACTOR, multiple()).prop_map(|(step, most)| Incidents { step, most }),
		review in (days(), multiple(), days()).prop_map(|(days, most, span)| {
			Review { days: days.max(1), most, span: span.max(1) }
		}),
	) -> RiskRules {
		RiskRules { class_rate, severity, margin, floor, audits, age, bounty, incidents, review }
	}
}

fn money() -> impl Strategy<Value = u128> {
	(any::<u128>(), 0u32..128).prop_map(|(n, by)| n >> by)
}

prop_compose! {
	fn inputs()(
		audits in prop_oneof![0u8..10, any::<u8>()],
		age_days in (any::<u32>(), 0u32..32).prop_map(|(n, by)| n >> by),
		bounty in prop_oneof![Just(0), money()],
		insured in prop_oneof![1 => Just(0), 9 => money()],
		incidents in prop_oneof![0u8..5, any::<u8>()],
		review_days in days(),
	) -> RiskInputs {
		RiskInputs { audits, age_days, bounty, insured, incidents, review_days, relief: 0 }
	}
}

fn option() -> impl Strategy<Value = Option<u128>> {
	prop_oneof![Just(None), (0..=10 * ONE).prop_map(Some), any::<u128>().prop_map(Some)]
}

/// The rate computed another way: whole numbers without a limit, and one fraction for each factor.
fn reference(rules: &RiskRules, inputs: &RiskInputs, option: Option<u128>) -> BigUint {
	let big = |n: u128| BigUint::from(n);
	let up = |top: BigUint, bottom: BigUint| (top + &bottom - 1u8) / bottom;
	let off = big(rules.audits.step) * inputs.audits;
	let audits = if off >= big(ONE) { big(0) } else { big(ONE) - off }.max(big(rules.audits.least));
	let left = rules.age.span.saturating_sub(inputs.age_days);
	let (new, old, span) = (rules.age.new, rules.age.old, rules.age.span);
	let age = big(old) + up(big(new - old) * left, big(span.into()));
	let (full, least) = (rules.bounty.full, rules.bounty.least);
	let (offered, enough) = (big(inputs.bounty) * ONE, big(inputs.insured) * full);
	let bounty = match inputs.bounty {
		0 => big(ONE),
		_ if offered >= enough => big(least),
		_ => big(least) + up(big(ONE - least) * (&enough - offered), enough),
	};
	let incidents = (big(ONE) + big(rules.incidents.step) * inputs.incidents).min(big(rules.incidents.most));
	let late = inputs.review_days.max(rules.review.days) - rules.review.days;
	let review = big(ONE)
		+ if late >= rules.review.span {
			big(rules.review.most - ONE)
		} else {
			up(big(rules.review.most - ONE) * late, big(rules.review.span.into()))
		};
	let lambda = big(rules.class_rate) * audits * age * bounty * incidents * review;
	let loss = up(lambda * rules.severity * rules.margin, big(ONE).pow(7));
	let option = up(big(option.unwrap_or(0)) * rules.margin, big(ONE));
	loss.max(option).max(big(rules.floor)).min(big(CAP))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn rate_should_equal_the_unbounded_reference(rules in rules(), inputs in inputs(), option in option()) {
		let found = base_rate(&rules, &inputs, option);
		prop_assert_eq!(found.map(BigUint::from), Some(reference(&rules, &inputs, option)));
	}

	#[test]
	fn rate_should_be_between_floor_and_cap(rules in rules(), inputs in inputs(), option in option()) {
		prop_assert!(rules.sound());
		prop_assert!(base_rate(&rules, &inputs, option).is_some_and(|rate| (rules.floor..=CAP).contains(&rate)));
	}

	#[test]
	fn rate_should_not_rise_with_what_is_good(
		rules in rules(), inputs in inputs(), option in option(), other in inputs(), which in 0..3,
	) {
		let mut better = inputs;
		match which {
			0 => better.audits = inputs.audits.max(other.audits),
			1 => better.age_days = inputs.age_days.max(other.age_days),
			_ => better.bounty = inputs.bounty.max(other.bounty),
		}
		prop_assert!(base_rate(&rules, &better, option) <= base_rate(&rules, &inputs, option));
	}

	#[test]
	fn rate_should_not_fall_with_what_is_bad(
		rules in rules(), inputs in inputs(), option in option(), other in inputs(), more in rules(),
		dearer in any::<u128>(), which in 0..11,
	) {
		let (mut worse, mut strict, mut dear) = (inputs, rules, option);
		match which {
			0 => worse.incidents = inputs.incidents.max(other.incidents),
			1 => worse.insured = inputs.insured.max(other.insured),
			2 => strict.class_rate = rules.class_rate.max(more.class_rate),
			3 => strict.severity = rules.severity.max(more.severity),
			4 => strict.margin = rules.margin.max(more.margin),
			5 => strict.floor = rules.floor.max(more.floor),
			6 => worse.review_days = inputs.review_days.max(other.review_days),
			7 => strict.review.days = rules.review.days.min(more.review.days),
			8 => strict.review.most = rules.review.most.max(more.review.most),
			9 => strict.review.span = rules.review.span.min(more.review.span),
			_ => dear = Some(dearer.max(option.unwrap_or(0))),
		}
		prop_assert!(base_rate(&strict, &worse, dear) >= base_rate(&rules, &inputs, option));
	}

	#[test]
	fn anything_should_give_a_rate_when_the_rules_are_sound(
		numbers: [u128; 4], pairs: [u128; 8], span: u32, review: (u32, u128, u32), inputs in inputs(),
		option in option(),
	) {
		let [class_rate, severity, margin, floor] = numbers.map(|n| n >> (n % 128));
		let pairs = pairs.map(|n| n >> (n % 128));
		let rules = RiskRules {
			class_rate,
			severity,
			margin,
			floor,
			audits: Audits { step: pairs[0], least: pairs[1] },
			age: Age { new: pairs[2], old: pairs[3], span },
			bounty: Bounty { full: pairs[4], least: pairs[5] },
			incidents: Incidents { step: pairs[6], most: pairs[7] },
			review: Review { days: review.0, most: review.1 >> (review.1 % 128), span: review.2 },
		};
		prop_assert_eq!(base_rate(&rules, &inputs, option).is_some(), rules.sound());
	}

	#[test]
	fn review_should_be_a_factor_within_its_bounds_that_never_falls_with_time(
		rules in rules(), days in days(), later in days(),
	) {
		let review = rules.review;
		let factor = review.factor(days).unwrap();
		prop_assert!((ONE..=review.most).contains(&factor));
		prop_assert_eq!(factor > ONE, review.is_stale(days) && review.most > ONE);
		prop_assert!(review.factor(days.max(later)).unwrap() >= factor);
		// A day costs at most its part of the whole rise, and a unit for the rounding.
		if let Some(next) = days.checked_add(1) {
			let day = (review.most - ONE) / u128::from(review.span) + 1;
			prop_assert!(review.factor(next).unwrap() - factor <= day);
		}
	}

	#[test]
	fn admission_should_never_be_lost_when_facts_get_better(
		inputs in inputs(), other in inputs(), rules in rules(), asked in (0..=3_650u32, 0..=20u8, 0..=ONE),
		which in 0..6,
	) {
		let (min_age, min_audits, min_bounty) = asked;
		let admission = Admission { min_age, min_audits, min_bounty };
		prop_assert!(admission.sound());
		let mut better = inputs;
		let mut mild = admission;
		match which {
			0 => better.audits = inputs.audits.max(other.audits),
			1 => better.age_days = inputs.age_days.max(other.age_days),
			2 => better.bounty = inputs.bounty.max(other.bounty),
			3 => better.review_days = inputs.review_days.min(other.review_days),
			4 => mild.min_audits = min_audits / 2,
			_ => mild.min_bounty = min_bounty / 2,
		}
		prop_assert!(!admission.admits(&inputs, &rules.review) || mild.admits(&better, &rules.review));
	}

	#[test]
	fn bounty_should_be_enough_as_the_unbounded_reference_says(
		bounty in money(), at_stake in money(), part in part(),
	) {
		let admission = Admission { min_bounty: part, ..Admission::default() };
		let inputs = RiskInputs { bounty, insured: at_stake, ..RiskInputs::default() };
		let expected = at_stake > 0 && BigUint::from(bounty) * ONE >= BigUint::from(at_stake) * part;
		prop_assert_eq!(admission.admits(&inputs, &usual().review), expected);
	}

	#[test]
	fn sold_rate_should_be_the_highest_of_all_up_to_the_cap(
		rules in rules(), inputs in inputs(), option in 0..=ONE * 400, least in 0..=ONE,
	) {
		let sold = sold_rate(&rules, &inputs, option, least).unwrap();
		let base = base_rate(&rules, &inputs, Some(option)).unwrap();
		prop_assert!(sold >= base && sold >= least && sold <= CAP);
		prop_assert!(sold == base || sold == least);
	}

	#[test]
	fn millionths_should_be_the_exact_ceiling(rate in 0..=CAP) {
		let expected = (BigUint::from(rate) * 1_000_000u32 + (ONE - 1)) / ONE;
		prop_assert_eq!(BigUint::from(millionths(rate)), expected);
	}

	#[test]
	fn annual_should_be_undone_by_time(value in 0..=ONE, time in 1..=800 * DAY) {
		let rate = annual(value, time).unwrap();
		// As a rate over the time it costs the value, and less than a unit of the rate more.
		let back = BigUint::from(rate) * time;
		let exact = BigUint::from(value) * YEAR;
		prop_assert!(back >= exact && back < exact + time);
	}
}
