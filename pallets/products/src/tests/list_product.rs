// SPDX-License-Identifier: Apache-2.0

use super::mock::{self, *};
use crate::{types::Listing, Error, Event, NextProduct, OnFeed, Products as Stored, Wordings};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult, Permill};

fn list(trigger: Trigger, terms: Terms) -> DispatchResult {
	mock::list(listing(trigger, terms))
}

fn with(change: impl FnOnce(&mut Terms)) -> Terms {
	let mut terms = terms();
	change(&mut terms);
	terms
}

#[test]
fn list_product_should_store_register_and_tell() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(list(trigger(), terms()));
		let product = Product {
			asset: USD,
			group: 3,
			class: RiskClass::Depeg,
			decision: Decision::Trigger(trigger()),
			status: ProductStatus::Active,
			version: 1,
			name: name(),
			terms: terms(),
			facts: facts(),
		};
		assert_eq!(Stored::<Test>::get(0), Some(product));
		assert_eq!(Wordings::<Test>::get(0, 1), Some(uri()));
		assert_eq!(OnFeed::<Test>::get(FEED), vec![0]);
		assert_eq!(NextProduct::<Test>::get(), 1);
		assert_eq!(Registered::get(), vec![(0, USD, 3)]);
		System::assert_last_event(
			Event::ProductListed { product: 0, version: 1, listing: listing(trigger(), terms()) }.into(),
		);
	});
}

#[test]
fn list_product_should_refuse_when_the_name_is_bad() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for bad in [vec![], vec![0xff, 0xfe]] {
			let bad = Listing { name: bad.try_into().unwrap(), ..listing(trigger(), terms()) };
			assert_noop!(mock::list(bad), Error::<Test>::NameUnreadable);
		}
	});
}

#[test]
fn list_product_should_refuse_when_the_wording_cannot_be_found() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for bad in [vec![], vec![0xff, 0xfe]] {
			let bad = Listing { uri: bad.try_into().unwrap(), ..listing(trigger(), terms()) };
			assert_noop!(mock::list(bad), Error::<Test>::UriUnreadable);
		}
		let longest = "ß".repeat(128).into_bytes().try_into().unwrap();
		assert_ok!(mock::list(Listing { uri: longest, ..listing(trigger(), terms()) }));
	});
}

#[test]
fn list_product_should_refuse_when_the_facts_are_from_the_future() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let today = Day::try_from(START / DAY).unwrap();
		let deployed =
			|day| Listing { facts: RiskFacts { deployed: day, ..facts() }, ..listing(trigger(), terms()) };
		assert_noop!(mock::list(deployed(today + 1)), Error::<Test>::FactsOutOfRange);
		assert_noop!(mock::list(deployed(Day::MAX)), Error::<Test>::FactsOutOfRange);
		assert_ok!(mock::list(deployed(today)));
		assert_ok!(mock::list(deployed(0)));
	});
}

#[test]
fn list_product_should_take_what_people_assess_without_a_feed() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(mock::list(assessed()));
		assert_eq!(OnFeed::<Test>::iter().count(), 0);
		assert_eq!(<Products as Catalogue>::trigger(0), None);
		let linear = Terms { payout: linear(), ..assessed().terms };
		assert_noop!(mock::list(Listing { terms: linear, ..assessed() }), Error::<Test>::PayoutOutOfRange);
		let moving = Listing { terms: terms(), ..assessed() };
		assert_noop!(mock::list(moving), Error::<Test>::PriceOutOfRange);
		let still = assessed().terms;
		assert_noop!(list(trigger(), still), Error::<Test>::PriceOutOfRange);
	});
}

#[test]
fn list_product_should_refuse_when_the_pools_do() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_noop!(
			mock::list(Listing { asset: AssetId::WithId(99), ..listing(trigger(), terms()) }),
			DispatchError::Other("asset not listed")
		);
	});
}

#[test]
fn list_product_should_refuse_when_the_feed_is_full() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(list(trigger(), terms()));
		}
		assert_noop!(list(trigger(), terms()), Error::<Test>::TooManyProductsOnFeed);
		assert_ok!(list(Trigger { feeds: FeedSet::One(FEED + 1), ..trigger() }, terms()));
		assert_eq!(OnFeed::<Test>::get(FEED + 1), vec![3]);
	});
}

#[test]
fn list_product_should_refuse_when_ids_are_used_up() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		NextProduct::<Test>::put(ProductId::MAX);
		assert_noop!(list(trigger(), terms()), sp_runtime::ArithmeticError::Overflow);
		NextProduct::<Test>::kill();
	});
}

#[test]
fn list_product_should_refuse_when_the_trigger_is_out_of_bounds() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let good = trigger();
		for bad in [
			Trigger { threshold: 0, ..good },
			Trigger { threshold: MAX_PRICE, ..good },
			Trigger { window: 60_000 - 1, ..good },
			Trigger { window: MAX_WINDOW + 1, ..good },
			Trigger { duration: 3_600_000 - 1, ..good },
			Trigger { duration: 30 * DAY + 1, ..good },
		] {
			assert_noop!(list(bad, terms()), Error::<Test>::TriggerOutOfRange);
		}
		assert_ok!(list(Trigger { threshold: 1, window: 60_000, duration: 3_600_000, ..good }, terms()));
		assert_ok!(list(
			Trigger { threshold: MAX_PRICE - 1, window: MAX_WINDOW, duration: 30 * DAY, ..good },
			terms()
		));
	});
}

#[test]
fn list_product_should_refuse_when_terms_are_out_of_bounds() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let price = terms().price;
		let bad: Vec<(Terms, Error<Test>)> = vec![
			(with(|t| t.waiting = 30 * DAY + 1), Error::WaitingOutOfRange),
			(with(|t| t.grace = 60 * DAY + 1), Error::GraceOutOfRange),
			(with(|t| (t.min_period, t.waiting) = (DAY - 1, 0)), Error::PeriodOutOfRange),
			(with(|t| t.max_period = 365 * DAY + 1), Error::PeriodOutOfRange),
			(with(|t| (t.min_period, t.max_period) = (8 * DAY, 8 * DAY - 1)), Error::PeriodOutOfRange),
			(with(|t| t.waiting = t.min_period), Error::PeriodOutOfRange),
			(with(|t| t.min_cover = 0), Error::CoverLimitsOutOfRange),
			(with(|t| t.min_cover = t.max_cover + 1), Error::CoverLimitsOutOfRange),
			(with(|t| t.max_total = t.min_cover - 1), Error::CoverLimitsOutOfRange),
			(with(|t| t.coinsurance = Permill::one()), Error::CoinsuranceOutOfRange),
			(with(|t| t.deductible = t.min_cover), Error::DeductibleOutOfRange),
			// Half of the smallest cover is borne. A deductible of half leaves no payout.
			(
				with(|t| (t.coinsurance, t.deductible) = (Permill::from_percent(50), 50)),
				Error::DeductibleOutOfRange,
			),
			(with(|t| t.price = PriceTerms { base: 0, ..price }), Error::PriceOutOfRange),
			(with(|t| t.price = PriceTerms { base: ONE + 1, ..price }), Error::PriceOutOfRange),
			(with(|t| t.price = PriceTerms { kink: Permill::zero(), ..price }), Error::PriceOutOfRange),
			(with(|t| t.price = PriceTerms { at_kink: ONE - 1, ..price }), Error::PriceOutOfRange),
			(with(|t| t.price = PriceTerms { at_full: price.at_kink - 1, ..price }), Error::PriceOutOfRange),
			(with(|t| t.price = PriceTerms { at_full: 1_000 * ONE + 1, ..price }), Error::PriceOutOfRange),
			(
				with(|t| t.price = PriceTerms { volatility: ONE / 10_000 - 1, ..price }),
				Error::PriceOutOfRange,
			),
			(with(|t| t.price = PriceTerms { volatility: 10 * ONE + 1, ..price }), Error::PriceOutOfRange),
		];
		for (terms, error) in bad {
			assert_noop!(list(trigger(), terms), error);
		}
	});
}

#[test]
fn list_product_should_take_terms_on_the_bounds() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let most = with(|t| {
			t.waiting = 30 * DAY;
			t.grace = 60 * DAY;
			t.min_period = 30 * DAY + 1;
			t.coinsurance = Permill::from_parts(999_999);
			t.min_cover = 2_000_000;
			t.max_cover = Balance::MAX;
			t.deductible = 1;
			t.price = PriceTerms {
				base: ONE,
				kink: Permill::one(),
				at_kink: 1_000 * ONE,
				at_full: 1_000 * ONE,
				volatility: 10 * ONE,
			};
		});
		let least = with(|t| {
			t.waiting = 0;
			t.grace = 0;
			t.min_period = DAY;
			t.max_period = DAY;
			t.min_cover = 1;
			t.max_cover = 1;
			t.price = PriceTerms {
				base: 1,
				kink: Permill::from_parts(1),
				at_kink: ONE,
				at_full: ONE,
				volatility: ONE / 10_000,
			};
		});
		assert_ok!(list(trigger(), most));
		assert_ok!(list(trigger(), least));
	});
}

#[test]
fn list_product_should_refuse_when_the_payout_is_off_the_triggers_side() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let at = trigger().threshold;
		let curve = |attachment, exhaustion| with(|t| t.payout = Payout::Linear { attachment, exhaustion });
		for (direction, attachment, exhaustion, good) in [
			(Direction::Below, at, at - 1, true),
			(Direction::Below, at, 0, true),
			(Direction::Below, at + 1, at - 1, false),
			(Direction::Below, at - 1, at - 1, false),
			(Direction::Below, at - 1, at, false),
			(Direction::Above, at, at + 1, true),
			(Direction::Above, at - 1, at + 1, false),
			(Direction::Above, at + 1, at + 1, false),
			(Direction::Above, at + 1, at, false),
		] {
			let trigger = Trigger { direction, ..trigger() };
			if good {
				assert_ok!(list(trigger, curve(attachment, exhaustion)));
			} else {
				assert_noop!(list(trigger, curve(attachment, exhaustion)), Error::<Test>::PayoutOutOfRange);
			}
		}
	});
}

#[test]
fn list_product_should_refuse_when_a_feed_never_reaches_the_threshold() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		let (second, third) = (FEED + 1, FEED + 2);
		let high = ONE / 100 * 110;
		TestPrices::set_largest(second, high);
		TestPrices::set_largest(third, high + 1);
		let on = |feeds, threshold| {
			list(Trigger { feeds, direction: Direction::Above, threshold, ..trigger() }, terms())
		};
		let any = FeedSet::Any { first: FEED, second: third, third: Some(second) };
		let all = FeedSet::All { first: FEED, second, third: None };
		for feeds in [FeedSet::One(second), any, all] {
			assert_noop!(on(feeds, high), Error::<Test>::ThresholdOutOfReach);
		}
		// A breach below needs a price that was above.
		let below = Trigger { feeds: FeedSet::One(second), threshold: high, ..trigger() };
		assert_noop!(list(below, terms()), Error::<Test>::ThresholdOutOfReach);
		assert!(TestPrices::bound().is_empty());
		for feeds in [FeedSet::One(third), FeedSet::All { first: third, second: FEED, third: None }] {
			assert_ok!(on(feeds, high));
		}
		assert_ok!(on(any, high - 1));
		// Each listing binds the rules of its feeds.
		assert_eq!(TestPrices::bound(), [third, third, FEED, FEED, third, second]);
	});
}

#[test]
fn list_product_should_refuse_when_a_feed_never_reaches_the_full_payout() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		TestPrices::set_largest(FEED, 2 * ONE);
		let up = Trigger { direction: Direction::Above, threshold: ONE, ..trigger() };
		let to = |exhaustion| with(|t| t.payout = Payout::Linear { attachment: ONE, exhaustion });
		assert_noop!(list(up, to(2 * ONE)), Error::<Test>::ThresholdOutOfReach);
		assert_ok!(list(up, to(2 * ONE - 1)));
		let update = |exhaustion| Products::update_terms(RuntimeOrigin::root(), 0, to(exhaustion), uri());
		assert_noop!(update(2 * ONE), Error::<Test>::ThresholdOutOfReach);
		assert_ok!(update(2 * ONE - 2));
	});
}
