use super::mock::*;
use crate::Error;
use breakwater_primitives::*;
use sp_runtime::{DispatchError, Permill};

fn premium(cover: Balance, period: Moment) -> Balance {
	Policies::quote(PRODUCT, cover, period).unwrap().premium
}

fn refused(error: Error<Test>) {
	assert_eq!(Policies::quote(PRODUCT, 1_000, 30 * DAY), Err(DispatchError::from(error)));
}

#[test]
fn quote_should_price_the_area_for_period_and_half_the_grace() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 4_000_000);
		// From 40 % to 50 % the multiple rises from 1.5 to 1.625; 2 % a year, for 358 + 7 days.
		let quote = Policies::quote(PRODUCT, 1_000_000, 358 * DAY).unwrap();
		assert_eq!(
			quote,
			Quote {
				premium: 31_250,
				asset: USD,
				version: 1,
				pool: POOL,
				utilisation_before: Permill::from_percent(40),
				utilisation_after: Permill::from_percent(50),
				base_premium: 20_000,
				starts_at: START + DAY,
				ends_at: START + 358 * DAY,
				room: 6_000_000,
			}
		);
	});
}

#[test]
fn quote_should_round_half_the_grace_up() {
	let flat = |grace| {
		let mut premium_at = 0;
		ExtBuilder::default()
			.with_terms(|terms| {
				terms.grace = grace;
				terms.max_cover = Balance::MAX;
				terms.price = PriceTerms { base: ONE, kink: Permill::one(), at_kink: ONE, at_full: ONE };
			})
			.build_and_execute(|| {
				let cover = Balance::from(YEAR);
				add_pool(PRODUCT, POOL, cover);
				premium_at = premium(cover, 7 * DAY);
			});
		premium_at
	};
	// With this cover and rate the premium counts the milliseconds.
	assert_eq!(flat(0), Balance::from(7 * DAY));
	assert_eq!(flat(1), Balance::from(7 * DAY + 1));
	assert_eq!(flat(2), Balance::from(7 * DAY + 1));
	assert_eq!(flat(3), Balance::from(7 * DAY + 2));
}

#[test]
fn quote_should_choose_the_cheapest_pool() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 5_000_000);
		add_pool(PRODUCT, 9, CAPACITY);
		assert_eq!(Policies::quote(PRODUCT, 100_000, 30 * DAY).unwrap().pool, 9);
		// A smaller pool of equal utilisation is used faster, so it asks more.
		add_pool(PRODUCT, 3, CAPACITY / 2);
		assert_eq!(Policies::quote(PRODUCT, 100_000, 30 * DAY).unwrap().pool, 9);
	});
}

#[test]
fn quote_should_choose_the_lowest_id_when_pools_ask_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		add_pool(PRODUCT, 9, CAPACITY);
		add_pool(PRODUCT, 2, CAPACITY);
		assert_eq!(Policies::quote(PRODUCT, 100_000, 30 * DAY).unwrap().pool, 2);
	});
}

#[test]
fn quote_should_pass_over_pools_without_room_or_answer() {
	ExtBuilder::default().build_and_execute(|| {
		add_pool(PRODUCT, 1, CAPACITY);
		add_pool(PRODUCT, 2, CAPACITY);
		change_line(PRODUCT, 1, |line| line.frozen = true);
		change_line(PRODUCT, 2, |line| line.largest = 999);
		change_line(PRODUCT, POOL, |line| line.exposure = CAPACITY / 2);
		let quote = Policies::quote(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!((quote.pool, quote.room), (POOL, CAPACITY / 2));
		assert_eq!(Policies::quote(PRODUCT, 999, 30 * DAY).unwrap().pool, 2);
	});
}

#[test]
fn quote_should_take_exactly_the_room_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = CAPACITY - 1_000);
		let quote = Policies::quote(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!(quote.utilisation_after, Permill::one());
		assert_eq!(
			Policies::quote(PRODUCT, 1_001, 30 * DAY),
			Err(DispatchError::from(Error::<Test>::NoCapacity))
		);
	});
}

#[test]
fn quote_should_refuse_when_no_pool_has_a_price() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.frozen = true);
		refused(Error::NoCapacity);
		change_line(PRODUCT, POOL, |line| *line = Line::default());
		refused(Error::NoCapacity);
		Lines::set(&Default::default());
		refused(Error::NoCapacity);
	});
}

#[test]
fn quote_should_refuse_when_the_premium_does_not_fit() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.max_cover = Balance::MAX;
			terms.price.base = ONE;
			terms.price.at_full = 1_000 * ONE;
		})
		.build_and_execute(|| {
			add_pool(PRODUCT, POOL, Balance::MAX);
			assert_eq!(
				Policies::quote(PRODUCT, Balance::MAX, 365 * DAY),
				Err(DispatchError::from(Error::<Test>::NoCapacity))
			);
		});
}

#[test]
fn quote_should_refuse_when_nothing_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(
			Policies::quote(9, 1_000, 30 * DAY),
			Err(DispatchError::from(Error::<Test>::UnknownProduct))
		);
		FeedPrice::set(&None);
		refused(Error::FeedStale);
		FeedPrice::set(&Some(Price { value: ONE, oldest: START, fresh_until: Now::get() }));
		refused(Error::FeedStale);
		set_price(ONE / 1_000 * 995);
		refused(Error::FeedBreached);
		set_price(0);
		refused(Error::FeedBreached);
		set_price(ONE / 1_000 * 995 + 1);
		assert!(Policies::quote(PRODUCT, 1_000, 30 * DAY).is_ok());
		<Policies as OnIncident>::readiness(PRODUCT, false);
		refused(Error::TriggerNotReady);
		opened(1);
		refused(Error::IncidentOpen);
	});
}

#[test]
fn quote_should_refuse_at_or_above_the_threshold_when_the_breach_is_above() {
	ExtBuilder::default().with_trigger(|trigger| trigger.direction = Direction::Above).build_and_execute(
		|| {
			let threshold = trigger().threshold;
			set_price(threshold);
			refused(Error::FeedBreached);
			set_price(threshold + 1);
			refused(Error::FeedBreached);
			set_price(threshold - 1);
			assert!(Policies::quote(PRODUCT, 1_000, 30 * DAY).is_ok());
		},
	);
}

#[test]
fn quote_should_refuse_when_cover_or_period_is_out_of_terms() {
	ExtBuilder::default().build_and_execute(|| {
		for (cover, period, error) in [
			(0, 30 * DAY, Error::<Test>::CoverOutOfRange),
			(99, 30 * DAY, Error::CoverOutOfRange),
			(1_000_001, 30 * DAY, Error::CoverOutOfRange),
			(Balance::MAX, 30 * DAY, Error::CoverOutOfRange),
			(1_000, 0, Error::PeriodOutOfRange),
			(1_000, 7 * DAY - 1, Error::PeriodOutOfRange),
			(1_000, 365 * DAY + 1, Error::PeriodOutOfRange),
			(1_000, Moment::MAX, Error::PeriodOutOfRange),
		] {
			assert_eq!(Policies::quote(PRODUCT, cover, period), Err(DispatchError::from(error)));
		}
		assert!(premium(100, 7 * DAY) >= 1);
		assert!(premium(1_000_000, 365 * DAY) > premium(100, 7 * DAY));
	});
}
