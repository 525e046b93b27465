// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::Error;
use breakwater_primitives::*;
use sp_runtime::{DispatchError, Permill};

fn premium(cover: Balance, period: Moment) -> Balance {
	quoted(PRODUCT, cover, period).unwrap().premium
}

fn refused(error: Error<Test>) {
	assert_eq!(quoted(PRODUCT, 1_000, 30 * DAY), Err(DispatchError::from(error)));
}

#[test]
fn quote_should_price_the_area_for_period_and_half_the_grace() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 4_000_000);
		// From 40 % to 50 % the multiple rises from 1.5 to 1.625; 2 % a year, for 358 + 7 days.
		let quote = quoted(PRODUCT, 1_000_000, 358 * DAY).unwrap();
		assert_eq!(
			quote,
			Quote {
				premium: 31_250,
				commission: 0,
				split: quote.split,
				asset: USD,
				version: 1,
				placement: vec![Placed { pool: POOL, cover: 1_000_000, premium: 31_250 }],
				utilisation_before: Permill::from_percent(40),
				utilisation_after: Permill::from_percent(50),
				base_rate: ONE / 50,
				// 2 % a year, less for two audits and for its age.
				risk_rate: ONE * 128 / 10_000,
				option_rate: 1,
				relief: 0,
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
				terms.price = PriceTerms {
					base: ONE,
					kink: Permill::one(),
					at_kink: ONE,
					at_full: ONE,
					volatility: ONE / 10_000,
				};
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

/// The pools that would back `cover`, and the amount of each.
fn placed(cover: Balance) -> Vec<(PoolId, Balance)> {
	let quote = quoted(PRODUCT, cover, 30 * DAY).unwrap();
	assert_eq!(quote.placement.iter().map(|part| part.premium).sum::<Balance>(), quote.premium);
	quote.placement.iter().map(|part| (part.pool, part.cover)).collect()
}

#[test]
fn quote_should_choose_the_pool_that_is_used_least() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 5_000_000);
		add_pool(PRODUCT, 9, CAPACITY);
		change_line(PRODUCT, 9, |line| line.exposure = 4_000_000);
		add_pool(PRODUCT, 3, CAPACITY / 2);
		change_line(PRODUCT, 3, |line| line.exposure = 1_999_999);
		assert_eq!(placed(100_000), [(3, 100_000)]);
		// Equally used: the one with the lowest id.
		change_line(PRODUCT, 3, |line| line.exposure = 2_000_000);
		assert_eq!(placed(100_000), [(3, 100_000)]);
		change_line(PRODUCT, 3, |line| line.exposure = 2_000_001);
		assert_eq!(placed(100_000), [(9, 100_000)]);
	});
}

#[test]
fn quote_should_ask_the_same_whatever_pool_it_is_placed_in() {
	ExtBuilder::default().build_and_execute(|| {
		// Twice the capacity, twice the exposure after it.
		assert_eq!(premium(1_000_000, 358 * DAY), 21_250);
		add_pool(PRODUCT, 9, CAPACITY);
		assert_eq!(premium(1_000_000, 358 * DAY), 20_625);
		let before = premium(100_000, 30 * DAY);
		change_line(PRODUCT, 9, |line| line.largest = 0);
		assert_eq!((premium(100_000, 30 * DAY), placed(100_000)), (before, vec![(POOL, 100_000)]));
	});
}

#[test]
fn quote_should_share_what_one_pool_has_no_room_for() {
	ExtBuilder::default().build_and_execute(|| {
		for (pool, room) in [(1, 300), (2, 500), (3, 400), (4, 200), (POOL, 500)] {
			add_pool(PRODUCT, pool, CAPACITY);
			change_line(PRODUCT, pool, |line| line.largest = room);
		}
		// As many pools as can, by use, which is the same; then by room.
		assert_eq!(placed(501), [(1, 300), (2, 201)]);
		assert_eq!(placed(1_400), [(2, 500), (POOL, 500), (3, 400)]);
		assert_eq!(quoted(PRODUCT, 100, 30 * DAY).unwrap().room, 1_400);
		assert_eq!(quoted(PRODUCT, 1_401, 30 * DAY), Err(Error::<Test>::NoCapacity.into()));
	});
}

#[test]
fn quote_should_give_each_pool_its_part_of_the_premium_and_a_unit_at_least() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in [1, 2] {
			add_pool(PRODUCT, pool, CAPACITY);
			change_line(PRODUCT, pool, |line| line.largest = 300_000);
		}
		change_line(PRODUCT, POOL, |line| line.largest = 600_000);
		let quote = quoted(PRODUCT, 1_000_000, 358 * DAY).unwrap();
		let parts: Vec<_> = quote.placement.iter().map(|part| (part.pool, part.premium)).collect();
		// 30, 30 and 40 % of it.
		assert_eq!(parts.iter().map(|(_, premium)| premium).sum::<Balance>(), quote.premium);
		for ((pool, part), (expected, percent)) in parts.into_iter().zip([(1, 30), (2, 30), (POOL, 40)]) {
			assert_eq!(pool, expected);
			assert!(part.abs_diff(quote.premium * percent / 100) <= 2, "{part}");
		}
		for pool in [1, 2, POOL] {
			change_line(PRODUCT, pool, |line| line.largest = 40);
		}
		let quote = quoted(PRODUCT, 100, 7 * DAY).unwrap();
		assert_eq!(quote.placement.iter().map(|part| part.premium).collect::<Vec<_>>(), [1, 1, 1]);
	});
}

#[test]
fn quote_should_not_count_what_is_above_a_pools_capacity() {
	ExtBuilder::default().build_and_execute(|| {
		let alone = quoted(PRODUCT, 1_000_000, 30 * DAY).unwrap().utilisation_after;
		// A pool that has lowered its weight to zero has no part in the market any more.
		add_pool(PRODUCT, 9, 0);
		change_line(PRODUCT, 9, |line| line.exposure = 3_000_000);
		let quote = quoted(PRODUCT, 1_000_000, 30 * DAY).unwrap();
		assert_eq!((quote.utilisation_before, quote.utilisation_after), (Permill::zero(), alone));
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
		let quote = quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!((placed(1_000), quote.room), (vec![(2, 999), (POOL, 1)], CAPACITY / 2 + 999));
		assert_eq!(placed(999), [(2, 999)]);
	});
}

#[test]
fn quote_should_take_exactly_the_room_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = CAPACITY - 1_000);
		let quote = quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!(quote.utilisation_after, Permill::one());
		assert_eq!(quoted(PRODUCT, 1_001, 30 * DAY), Err(DispatchError::from(Error::<Test>::NoCapacity)));
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
				quoted(PRODUCT, Balance::MAX, 365 * DAY),
				Err(DispatchError::from(Error::<Test>::NoCapacity))
			);
		});
}

#[test]
fn quote_should_refuse_when_nothing_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(quoted(9, 1_000, 30 * DAY), Err(DispatchError::from(Error::<Test>::UnknownProduct)));
		FeedPrice::set(&None);
		refused(Error::FeedStale);
		FeedPrice::set(&Some(Price { value: ONE, oldest: START, fresh_until: TestClock::now() }));
		refused(Error::FeedStale);
		set_price(ONE / 1_000 * 995);
		refused(Error::FeedBreached);
		set_price(0);
		refused(Error::FeedBreached);
		set_price(ONE / 1_000 * 995 + 1);
		assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_ok());
		set_ready(PRODUCT, false);
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
			assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_ok());
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
			assert_eq!(quoted(PRODUCT, cover, period), Err(DispatchError::from(error)));
		}
		assert!(premium(100, 7 * DAY) >= 1);
		assert!(premium(1_000_000, 365 * DAY) > premium(100, 7 * DAY));
	});
}

/// A product whose feed's price moves by 10 % a year.
fn moving(test: impl FnOnce()) {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.price.volatility = ONE / 10;
			terms.grace = 0;
		})
		.with_trigger(|trigger| trigger.threshold = ONE / 10 * 9)
		.build_and_execute(test);
}

#[test]
fn quote_should_not_be_below_the_option_that_the_policy_is() {
	moving(|| {
		let quote = quoted(PRODUCT, 1_000_000, 365 * DAY).unwrap();
		// N(-1.0036) + (1/0.9) N(-1.1036) = 0.3076.
		assert_eq!(quote.option_rate / (ONE / 10_000), 3_076);
		assert_eq!((quote.base_rate, quote.base_premium), (quote.option_rate, 307_654));
		// Nearer to the threshold the option is worth more. Farther from it, it is worth less, and
		// then the terms' own rate counts.
		set_price(ONE / 100 * 95);
		let near = quoted(PRODUCT, 1_000_000, 365 * DAY).unwrap();
		assert!(near.option_rate > quote.option_rate && near.premium > quote.premium);
		set_price(10 * ONE);
		let far = quoted(PRODUCT, 1_000_000, 365 * DAY).unwrap();
		assert_eq!((far.base_rate, far.option_rate), (ONE / 50, 1));
	});
}

/// Guard: the option's value is for the time that is sold. Short cover next to the threshold costs
/// nearly all of it.
#[test]
fn quote_should_price_short_cover_next_to_the_threshold() {
	moving(|| {
		set_price(ONE / 10_000 * 9_001);
		let quote = quoted(PRODUCT, 1_000_000, 7 * DAY).unwrap();
		assert!((950_000..1_010_000).contains(&quote.base_premium), "{}", quote.base_premium);
	});
}

/// Guard: the option is paid once. It is not paid again for half of the grace, in which capital is
/// bound without cover.
#[test]
fn quote_should_charge_the_option_once() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.price = PriceTerms {
				kink: Permill::one(),
				at_kink: ONE,
				at_full: ONE,
				volatility: ONE / 10,
				..terms.price
			};
		})
		.with_trigger(|trigger| trigger.threshold = ONE / 10 * 9)
		.build_and_execute(|| {
			set_price(ONE / 10_000 * 9_001);
			let quote = quoted(PRODUCT, 1_000_000, 7 * DAY).unwrap();
			assert!((950_000..=1_000_000).contains(&quote.premium), "{}", quote.premium);
		});
}

/// Guard: a touch before the old end need not end the policy. More time next to the threshold costs
/// as much as new cover of that time.
#[test]
fn extend_should_not_be_cheap_next_to_the_threshold() {
	moving(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(29 * DAY);
		set_price(ONE / 10_000 * 9_001);
		let money = usd(ALICE);
		let longer = plain(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 7 * DAY, Balance::MAX));
		frame_support::assert_ok!(longer);
		assert!(money - usd(ALICE) >= 95_000, "nearly all of it: {}", money - usd(ALICE));
	});
}

#[test]
fn quote_should_price_the_option_on_the_other_side() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.price.volatility = ONE / 10;
			terms.grace = 0;
		})
		.with_trigger(|trigger| {
			trigger.direction = Direction::Above;
			trigger.threshold = ONE / 10 * 11;
		})
		.build_and_execute(|| {
			let quote = quoted(PRODUCT, 1_000_000, 365 * DAY).unwrap();
			// (1/1.1) (N(-0.9031) + 1.1 N(-1.0031)) = 0.3245.
			assert_eq!(quote.option_rate / (ONE / 10_000), 3_244);
		});
}

#[test]
fn extend_should_cost_the_option_of_the_time_that_is_added() {
	moving(|| {
		// The price is near enough that the option counts.
		set_price(ONE / 100 * 92);
		let long = quoted(PRODUCT, 100_000, 90 * DAY).unwrap();
		let short = quoted(PRODUCT, 100_000, 30 * DAY).unwrap();
		let money = usd(ALICE);
		let policy = buy(100_000, 30 * DAY);
		frame_support::assert_ok!(Policies::extend(
			RuntimeOrigin::signed(ALICE),
			policy,
			60 * DAY,
			Balance::MAX
		));
		let paid = money - usd(ALICE);
		assert!(short.premium < long.premium && paid >= long.premium, "{paid}");
	});
}

/// Cover that people assess is priced by its class and facts alone: no feed is asked.
#[test]
fn quote_should_need_no_feed_when_people_assess() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		frame_support::assert_ok!(list(assessed()));
		add_pool(0, POOL, CAPACITY);
		FeedPrice::set(&None);
		let quote = quoted(0, 1_000, 30 * DAY).unwrap();
		// 4 % × 0.8 for two audits × 0.8 for its age × 70 % × 1.3.
		assert_eq!((quote.option_rate, quote.risk_rate), (0, ONE * 23_296 / 1_000_000));
		assert_eq!(quote.base_rate, quote.risk_rate);
		let alice = || RuntimeOrigin::signed(ALICE);
		let order = Order { insured_account: Some(INSURED_ACCOUNT), ..order(100_000, 30 * DAY) };
		frame_support::assert_ok!(Policies::buy(alice(), order, None));
		let longer = plain(Policies::extend(alice(), 0, 30 * DAY, Balance::MAX));
		frame_support::assert_ok!(longer);
		let more = plain(Policies::increase(alice(), 0, 1_000, Balance::MAX));
		frame_support::assert_ok!(more);
	});
}

/// Guard: a price fed before a halt is no evidence of the price now.
#[test]
fn quote_should_refuse_what_was_fed_before_a_halt() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_ok());
		TestClock::halt(10 * HOUR);
		refused(Error::FeedStale);
		set_price(ONE);
		assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_ok());
	});
}

/// Sets the first loss, pledged for so many per cent of all cover.
fn set_first_loss(amount: Balance, percent: u32) {
	let share = Permill::from_percent(percent);
	FirstLossOfAll::set(FirstLossState { amount, share, held: share });
}

/// First loss of sponsors lowers the price by the pledged share, as far as it covers the sale, and
/// never below the least rate of the terms.
#[test]
fn quote_should_be_lower_by_the_pledged_share() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		frame_support::assert_ok!(list(assessed()));
		add_pool(0, POOL, CAPACITY);
		let quote = |cover| quoted(0, cover, 30 * DAY).unwrap();
		let first_loss = |amount, percent| set_first_loss(amount, percent);
		let before = quote(1_000);
		first_loss(100, 10);
		let after = quote(1_000);
		assert_eq!((after.relief, after.base_rate), (ONE / 10, before.risk_rate / 10 * 9));
		// The rate of the risk is shown as it is.
		assert_eq!(after.risk_rate, before.risk_rate);
		// The money covers half of twice the cover.
		assert_eq!(quote(2_000).relief, ONE / 20);
		// 2 % a year is the least.
		first_loss(1_000_000, 50);
		assert_eq!((quote(1_000).relief, quote(1_000).base_rate), (ONE / 2, ONE / 50));
	});
}

/// Guard: a sale has a discount only for what the first loss covers beside all earlier cover.
/// Otherwise a large sale would thin what earlier buyers and underwriters have counted on.
#[test]
fn quote_should_not_count_first_loss_that_stands_for_earlier_cover() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		frame_support::assert_ok!(list(assessed()));
		add_pool(0, POOL, CAPACITY);
		let first_loss = |amount| set_first_loss(amount, 10);
		let alice = || RuntimeOrigin::signed(ALICE);
		let order = Order { insured_account: Some(INSURED_ACCOUNT), ..order(100_000, 30 * DAY) };
		frame_support::assert_ok!(Policies::buy(alice(), order, None));
		first_loss(10_000);
		assert_eq!(quoted(0, 1_000, 30 * DAY).unwrap().relief, 0);
		first_loss(10_050);
		assert_eq!(quoted(0, 1_000, 30 * DAY).unwrap().relief, ONE / 20);
		// More time for the same cover has the discount: the cover is counted once.
		let (base, rates) = (Policies::product_state(0).unwrap().first_loss, crate::Policies::<Test>::get(0));
		assert_eq!((base.amount, rates.unwrap().cover), (10_050, 100_000));
		let money = usd(ALICE);
		let longer = plain(Policies::extend(alice(), 0, 30 * DAY, Balance::MAX));
		frame_support::assert_ok!(longer);
		let relieved = money - usd(ALICE);
		first_loss(0);
		let money = usd(ALICE);
		let longer = plain(Policies::extend(alice(), 0, 30 * DAY, Balance::MAX));
		frame_support::assert_ok!(longer);
		assert!(relieved * 100 <= (money - usd(ALICE)) * 91, "{relieved} of {}", money - usd(ALICE));
	});
}

/// Guard: an incident can take all of the first loss, so that what goes on during it has no
/// discount. New sales stop, renewals do not.
#[test]
fn renewal_should_have_no_discount_while_an_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		set_first_loss(1_000_000, 50);
		assert_eq!(Policies::relief(PRODUCT, 0, 1_000), ONE / 2);
		crate::OpenIncidents::<Test>::insert(PRODUCT, 7);
		assert_eq!(Policies::relief(PRODUCT, 0, 1_000), 0);
	});
}
