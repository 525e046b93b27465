// SPDX-License-Identifier: Apache-2.0

//! Properties of prices, placement and a policy's life, over markets of any state. Each case runs
//! on the same small chain and is rolled back.

use super::mock::*;
use breakwater_primitives::*;
use frame_support::storage::{with_transaction, TransactionOutcome};
use proptest::{
	prelude::*,
	test_runner::{TestCaseError, TestRunner},
};
use sp_runtime::{DispatchError, PerThing, Permill};

/// Cases per property: `BREAKWATER_CASES`, or 10,000.
fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

/// Run a property on a chain with wide limits.
fn hold<S: Strategy>(strategy: S, property: impl Fn(S::Value)) {
	let wide = |terms: &mut Terms| {
		terms.min_cover = 1;
		terms.max_cover = Balance::MAX;
	};
	ExtBuilder::default().with_terms(wide).build_and_execute(|| {
		let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) };
		let mut runner = TestRunner::new(config);
		let case = |input| {
			// A failed assertion unwinds past the transaction, and the runner goes on with the same
			// chain. Its first report is the one that counts.
			with_transaction(|| {
				property(input);
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			})
			.map_err(|error| TestCaseError::fail(format!("{error:?}")))
		};
		runner.run(&strategy, case).unwrap_or_else(|error| panic!("{error}"));
	});
}

/// Pools: the capacity, the part of it that is used (it may be above all of it), and the largest
/// policy.
type Markets = Vec<(Balance, u32, Balance)>;

fn market() -> impl Strategy<Value = Markets> {
	let largest = prop_oneof![Just(Balance::MAX), 0..200_000u128];
	prop::collection::vec((0..1_000_000u128, 0..1_200_000u32, largest), 1..7)
}

fn set_up(pools: &Markets) {
	Lines::set(&Default::default());
	for ((capacity, used, largest), pool) in pools.iter().zip(1..) {
		add_pool(PRODUCT, pool, *capacity);
		change_line(PRODUCT, pool, |line| {
			line.exposure = capacity * Balance::from(*used) / 1_000_000;
			line.largest = *largest;
		});
	}
}

/// The premium of cover. `None` if it is not sold.
fn premium(cover: Balance, period: Moment) -> Option<Balance> {
	quoted(PRODUCT, cover, period).ok().map(|quote| quote.premium)
}

fn period() -> impl Strategy<Value = Moment> {
	7 * DAY..=365 * DAY
}

#[test]
fn pieces_should_never_be_cheaper_than_the_whole() {
	let pieces = prop::collection::vec(1u128..300_000, 2..6);
	hold((market(), pieces, period()), |(pools, pieces, period)| {
		set_up(&pools);
		let Some(whole) = premium(pieces.iter().sum(), period) else { return };
		let mut sum = 0;
		for piece in pieces {
			let Some(premium) = premium(piece, period) else { return };
			sum += premium;
			buy(piece, period);
		}
		assert!(sum >= whole, "{sum} in pieces, {whole} in one");
	});
}

#[test]
fn placement_should_add_up_and_fit() {
	hold((market(), 1u128..1_000_000, period()), |(pools, cover, period)| {
		set_up(&pools);
		let Ok(quote) = quoted(PRODUCT, cover, period) else { return };
		assert!(cover <= quote.room);
		assert!(quote.placement.len() <= MAX_ALLOCATIONS as usize);
		assert_eq!(quote.placement.iter().map(|part| part.cover).sum::<Balance>(), cover);
		assert_eq!(quote.placement.iter().map(|part| part.premium).sum::<Balance>(), quote.premium);
		for (n, Placed { pool, cover, premium }) in quote.placement.iter().enumerate() {
			assert!(*cover > 0 && *premium > 0);
			assert!(*cover <= Pools::line(*pool, PRODUCT, Sale::New).unwrap().room);
			assert!(quote.placement[..n].iter().all(|other| other.pool != *pool));
		}
		// The quoted premium is charged, and the pools have it.
		let before: Balance = Lines::get().values().map(|line| line.exposure).sum();
		let (money, id) = (usd(ALICE), buy(cover, period));
		assert_eq!(money - usd(ALICE), quote.premium);
		assert_eq!(Lines::get().values().map(|line| line.exposure).sum::<Balance>(), before + cover);
		assert_eq!(unearned(id), sp_core::U256::from(quote.premium) << 64);
	});
}

#[test]
fn room_should_be_sold_to_the_unit() {
	hold((market(), period()), |(pools, period)| {
		set_up(&pools);
		let room = quoted(PRODUCT, 1, period).map_or(0, |quote| quote.room);
		assert!(quoted(PRODUCT, room + 1, period).is_err());
		if room > 0 {
			assert!(quoted(PRODUCT, room, period).is_ok());
		}
	});
}

#[test]
fn premium_should_never_fall_when_amount_time_or_use_rise() {
	let more = (0u128..100_000, 0..100 * DAY, 0u128..100_000);
	hold((market(), 1u128..500_000, 7 * DAY..265 * DAY, more), |(pools, cover, period, more)| {
		set_up(&pools);
		let Some(least) = premium(cover, period) else { return };
		if let Some(premium) = premium(cover + more.0, period) {
			assert!(premium >= least, "for more cover");
		}
		assert!(premium(cover, period + more.1).expect("time takes no room") >= least, "for more time");
		let first = *Lines::get().keys().next().expect("a pool");
		change_line(first.0, first.1, |line| line.exposure += more.2);
		if let Some(premium) = premium(cover, period) {
			assert!(premium >= least, "for more use");
		}
	});
}

#[test]
fn premium_should_be_within_the_curves_bounds() {
	hold((market(), 1u128..1_000_000, period()), |(pools, cover, period)| {
		set_up(&pools);
		let Some(premium) = premium(cover, period) else { return };
		// At least 2 % a year and at most five times as much, for the period and seven days. Each
		// pool adds a unit.
		let time = Balance::from(period + 7 * DAY);
		let at = |percent: Balance| (cover * time * percent).div_ceil(Balance::from(YEAR) * 100);
		assert!((at(2)..=at(10).max(3)).contains(&premium), "{premium} is not in {}..={}", at(2), at(10));
	});
}

#[test]
fn buying_and_giving_back_at_once_should_profit_only_the_pools() {
	let steps = prop::collection::vec((0u8..3, 1u128..100_000), 0..4);
	hold(
		(market(), 1u128..300_000, period(), 0u32..=100_000, steps),
		|(pools, cover, period, fee, steps)| {
			set_up(&pools);
			set_cancel_fee(Permill::from_parts(fee));
			let all =
				|who: fn(AccountId) -> Balance| (1..7).map(|pool| who(pool_account(pool))).sum::<Balance>();
			let (money, held) = (usd(ALICE), all(usd));
			if premium(cover, period).is_none() {
				return;
			}
			let id = buy(cover, period);
			let alice = || RuntimeOrigin::signed(ALICE);
			for (kind, amount) in steps {
				let _ = match kind {
					0 => plain(Policies::increase(alice(), id, amount, Balance::MAX)),
					1 => plain(Policies::extend(
						alice(),
						id,
						DAY + Moment::from(amount as u32) * SECOND,
						Balance::MAX,
					)),
					_ => plain(Policies::decrease(alice(), id, amount, 0)),
				};
			}
			Policies::cancel(alice(), id, 0).expect("nothing has happened");
			assert!(usd(ALICE) <= money);
			assert_eq!(all(usd) - held, money - usd(ALICE));
			assert_eq!(crate::Policies::<Test>::iter().count(), 0);
		},
	);
}

#[test]
fn extending_should_never_be_cheaper_than_buying_for_longer() {
	hold((market(), 1u128..300_000, 7 * DAY..150 * DAY, DAY..200 * DAY), |(pools, cover, period, more)| {
		set_up(&pools);
		let Some(whole) = premium(cover, period + more) else { return };
		let money = usd(ALICE);
		let id = buy(cover, period);
		if Policies::extend(RuntimeOrigin::signed(ALICE), id, more, Balance::MAX).is_ok() {
			assert!(money - usd(ALICE) >= whole);
		}
	});
}

#[test]
fn claims_should_never_be_above_what_was_in_force() {
	let changes = prop::collection::vec((0u8..4, 1u128..50_000, 0..10 * DAY), 1..12);
	hold((market(), 1u128..300_000, changes), |(pools, cover, changes)| {
		set_up(&pools);
		if premium(cover, 200 * DAY).is_none() {
			return;
		}
		let id = buy(cover, 200 * DAY);
		let alice = || RuntimeOrigin::signed(ALICE);
		let mut paid = 0;
		for (incident, (kind, amount, gap)) in (1..).zip(changes) {
			pass(gap);
			match kind {
				0 => drop(plain(Policies::increase(alice(), id, amount, Balance::MAX))),
				1 => drop(plain(Policies::decrease(alice(), id, amount, 0))),
				2 => drop(plain(Policies::extend(alice(), id, DAY + gap, Balance::MAX))),
				_ => {
					let policy = stored(id);
					let in_force = policy.in_force(TestClock::now()).unwrap();
					let used = policy.cover - left(id);
					let parts = <Policies as CoverBook<AccountId>>::assess(id, &finding(0));
					let claim: Balance = parts.iter().flatten().map(|(_, amount)| amount).sum();
					assert_eq!(claim, in_force.saturating_sub(used).min(left(id)));
					for ((pool, amount), part) in parts.iter().flatten().zip(&policy.allocations) {
						assert!(*pool == part.pool && *amount <= part.cover);
					}
					opened(incident);
					if let Some(parts) = parts {
						<Policies as CoverBook<AccountId>>::register(id, incident, &finding(0), &parts)
							.expect("a claim");
						paid += claim;
					}
					<Policies as OnIncident>::settled(incident, PRODUCT);
				}
			}
			assert_eq!(stored(id).cover - left(id), paid, "what is given back is not claimed");
		}
		Policies::do_try_state().expect("the invariants hold");
	});
}

/// A part of one, and a bit of each edge.
fn part(least: u128) -> impl Strategy<Value = u128> {
	prop_oneof![least..=ONE, Just(least), Just(ONE)]
}

/// A multiple of at least `least`.
fn multiple(least: u128) -> impl Strategy<Value = u128> {
	prop_oneof![least..=2 * ONE, least..=10 * ONE, Just(10 * ONE)]
}

/// Any sound rules.
fn rules() -> impl Strategy<Value = ClassRules> {
	let rate = (prop_oneof![0..=ONE / 10, 0..=10 * ONE], part(0), multiple(ONE), 0..=ONE / 10);
	let age = (multiple(1), multiple(1), prop_oneof![1..=1_000u32, any::<u32>().prop_map(|n| n.max(1))]);
	let bounds = (part(0), part(1), part(1), part(1), multiple(0), multiple(ONE));
	let review = (1..=1_000u32, multiple(ONE), 1..=1_000u32);
	(rate, age, bounds, review).prop_map(|(rate, age, bounds, review)| ClassRules {
		rate: rate.0,
		severity: rate.1,
		margin: rate.2,
		floor: rate.3,
		audit_step: bounds.0,
		least_audits: bounds.1,
		age_new: age.0.max(age.1),
		age_old: age.0.min(age.1),
		age_span: age.2,
		bounty_full: bounds.2,
		least_bounty: bounds.3,
		incident_step: bounds.4,
		most_incidents: bounds.5,
		review_days: review.0,
		stale_most: review.1,
		stale_span: review.2,
	})
}

fn risk_facts() -> impl Strategy<Value = RiskFacts> {
	let amount = || prop_oneof![0..1_000u128, any::<u128>()];
	(0..10u8, 0..=19_427u32, amount(), amount(), 0..6u8, 17_000..=19_427u32).prop_map(
		|(audits, deployed, bounty, at_stake, incidents, reviewed)| RiskFacts {
			audits,
			deployed,
			bounty,
			at_stake,
			incidents,
			reviewed,
		},
	)
}

/// The quote of a year with these rules and facts, next to the threshold or far from it.
fn quote_with(rules: ClassRules, facts: RiskFacts, price: u128) -> Quote {
	breakwater_products::Rules::<Test>::insert(RiskClass::Depeg, rules);
	breakwater_products::Products::<Test>::mutate_extant(PRODUCT, |listed| listed.facts = facts);
	set_price(price);
	quoted(PRODUCT, 1_000_000, 365 * DAY).expect("there is always a price")
}

fn prices() -> impl Strategy<Value = u128> {
	prop_oneof![Just(ONE), ONE / 1_000 * 995 + 1..=ONE]
}

#[test]
fn quote_should_never_fall_when_less_is_known_for_the_product() {
	let less = (0..10u8, 0..19_427u32, any::<u128>());
	hold((rules(), risk_facts(), prices(), less), |(rules, facts, price, less)| {
		let before = quote_with(rules, facts, price);
		let worse = [
			RiskFacts { audits: facts.audits.min(less.0), ..facts },
			RiskFacts { deployed: facts.deployed.max(less.1), ..facts },
			RiskFacts { bounty: facts.bounty.min(less.2), ..facts },
		];
		for facts in worse {
			let after = quote_with(rules, facts, price);
			assert!(after.premium >= before.premium && after.base_rate >= before.base_rate, "{facts:?}");
		}
	});
}

#[test]
fn quote_should_never_fall_when_more_speaks_against_the_product() {
	let more = (0..6u8, multiple(0), part(0), multiple(ONE), 17_000..=19_427u32);
	hold((rules(), risk_facts(), prices(), more), |(rules, facts, price, more)| {
		let before = quote_with(rules, facts, price);
		let worse = [
			(rules, RiskFacts { incidents: facts.incidents.max(more.0), ..facts }),
			(rules, RiskFacts { reviewed: facts.reviewed.min(more.4), ..facts }),
			(ClassRules { stale_most: rules.stale_most.max(more.3), ..rules }, facts),
			(ClassRules { rate: rules.rate.max(more.1), ..rules }, facts),
			(ClassRules { severity: rules.severity.max(more.2), ..rules }, facts),
			(ClassRules { margin: rules.margin.max(more.3), ..rules }, facts),
		];
		for (rules, facts) in worse {
			let after = quote_with(rules, facts, price);
			assert!(after.premium >= before.premium && after.base_rate >= before.base_rate, "{rules:?}");
		}
	});
}

#[test]
fn price_should_be_within_its_bounds_for_all_sound_rules_and_facts() {
	hold((rules(), risk_facts(), prices()), |(rules, facts, price)| {
		assert!(rules.sound());
		let quote = quote_with(rules, facts, price);
		let least = rules.floor.max(terms().price.base).max(quote.option_rate).max(quote.risk_rate);
		assert!((least..=1_000 * ONE).contains(&quote.base_rate));
		// The area is that of the base rate at least and five times that at most.
		assert!((quote.base_premium..=5 * quote.base_premium + 1).contains(&quote.premium));
	});
}

/// Cover on an insured account is paid as one policy over all of it, in any split and any order of
/// claims.
#[test]
fn split_cover_on_an_insured_account_should_pay_what_one_policy_does() {
	const ASSESSED: ProductId = 1;
	let covers = prop::collection::vec(1u128..3_000, 1..5);
	hold((covers, 0u128..10_000, 0u32..900_000, 0u128..200), |(covers, loss, coinsurance, deductible)| {
		let coinsurance = Permill::from_parts(coinsurance);
		frame_support::assert_ok!(list(assessed()));
		// Without the bound that keeps the deductible below the payout of the smallest cover.
		change_terms(ASSESSED, |terms| {
			(terms.coinsurance, terms.deductible, terms.min_cover) = (coinsurance, deductible, 1);
		});
		add_pool(ASSESSED, POOL, CAPACITY);
		let insure = |cover: Balance| {
			let id = crate::NextPolicy::<Test>::get();
			let order =
				Order { product: ASSESSED, insured_account: Some(INSURED_ACCOUNT), ..order(cover, 30 * DAY) };
			frame_support::assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), order, None));
			id
		};
		let whole = insure(covers.iter().sum());
		let parts: Vec<_> = covers.into_iter().map(insure).collect();
		pass(2 * DAY);
		let claim = |policy, claimed| {
			let measure = Measure::Loss { loss, claimed, most: Balance::MAX };
			assess(policy, &Finding { measure, ..finding(0) }).unwrap_or(0)
		};
		let claimed = parts.into_iter().fold(0, |claimed, part| claimed + claim(part, claimed));
		assert_eq!(claimed, claim(whole, 0));
		// And with more cover on top, never the holder's own part.
		let allowed = coinsurance.left_from_one().mul_floor(loss).saturating_sub(deductible);
		assert!(claimed + claim(whole, claimed) <= allowed);
	});
}
