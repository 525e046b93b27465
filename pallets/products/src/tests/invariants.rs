// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, time, and of policies that use products. The invariants and a small
//! model are checked after every step. Every call is a step. `BREAKWATER_SEQUENCES` sets the number
//! of sequences (64), each of up to 120 steps. The sequences of the policies have the same calls
//! with policies in force.

use super::mock::*;
use crate::{
	risk::default_rules, types::Listing, NextProduct, NextProposal, OnFeed, ProposalId, Proposals, Sponsors,
};
use breakwater_primitives::*;
use frame_support::storage::with_storage_layer;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use sp_runtime::Permill;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	List(u32),
	Update(u32, u32),
	Status(u32, u8),
	Facts(u32, u32),
	/// An upheld incident of a product is settled.
	Upheld(u32),
	/// A critical bug in what a product covers was proved.
	Bug(u32),
	Rules(u8, u32),
	/// A referendum sets the requirements for a class behind the reserve.
	Admission(u8, u32),
	/// A sponsor proposes a product.
	Propose(u8, u32),
	/// A referendum approves a proposal.
	Approve(u32),
	/// A proposal is withdrawn by an account, or rejected.
	Withdraw(u32, Option<u8>),
	Delist(u32),
	/// Policies or incidents need a product, or no longer.
	Use(u32, bool),
	Pass(u32),
}

fn steps() -> impl Strategy<Value = Step> {
	prop_oneof![
		4 => any::<u32>().prop_map(Step::List),
		3 => any::<(u32, u32)>().prop_map(|(product, seed)| Step::Update(product, seed)),
		3 => any::<(u32, u8)>().prop_map(|(product, status)| Step::Status(product, status)),
		2 => any::<(u32, u32)>().prop_map(|(product, seed)| Step::Facts(product, seed)),
		1 => any::<u32>().prop_map(Step::Upheld),
		1 => any::<u32>().prop_map(Step::Bug),
		2 => any::<(u8, u32)>().prop_map(|(class, seed)| Step::Rules(class, seed)),
		2 => any::<(u8, u32)>().prop_map(|(class, seed)| Step::Admission(class, seed)),
		4 => any::<(u8, u32)>().prop_map(|(who, seed)| Step::Propose(who, seed)),
		3 => any::<u32>().prop_map(Step::Approve),
		2 => any::<(u32, Option<u8>)>().prop_map(|(proposal, who)| Step::Withdraw(proposal, who)),
		4 => any::<u32>().prop_map(Step::Delist),
		2 => (any::<u32>(), prop::bool::weighted(0.4)).prop_map(|(product, is_used)| Step::Use(product, is_used)),
		1 => (0..60 * 24u32).prop_map(Step::Pass),
	]
}

fn some_terms(seed: u32) -> Terms {
	let mut terms = terms();
	terms.waiting = Moment::from(seed % 5) * DAY / 2;
	// Now and then out of bounds.
	terms.grace = Moment::from(seed / 5 % 8) * 10 * DAY;
	terms.coinsurance = Permill::from_percent(seed / 20 % 40);
	terms.deductible = Balance::from(seed / 800 % 70);
	if (seed / 48_000).is_multiple_of(2) {
		terms.payout = linear();
	}
	terms
}

fn some_facts(seed: u32) -> RiskFacts {
	// Now and then from the future.
	let incidents = (seed / 18_200 % 4) as u8;
	RiskFacts {
		audits: (seed % 7) as u8,
		deployed: 17_000 + seed / 7 % 2_600,
		bounty: Balance::from(seed / 3 % 5),
		at_stake: Balance::from(seed / 5 % 3) * 100,
		incidents,
		reviewed: [19_000, 19_427, 19_428, 19_460][seed as usize / 11 % 4],
	}
}

/// One listing in four is assessed by people. The others watch one or two of three feeds.
fn some_listing(seed: u32) -> Listing {
	let class = RiskClass::ALL[seed as usize / 19 % RiskClass::ALL.len()];
	let terms = some_terms(seed);
	let (first, second) = (FEED + seed % 3, FEED + seed / 3 % 3);
	let feeds = match seed % 4 {
		1 => FeedSet::One(first),
		2 => FeedSet::All { first, second, third: None },
		_ => FeedSet::Any { first, second, third: None },
	};
	let some = Listing { class, facts: some_facts(seed), ..listing(Trigger { feeds, ..trigger() }, terms) };
	if !seed.is_multiple_of(4) {
		return some;
	}
	let price = PriceTerms { volatility: 0, ..terms.price };
	Listing { decision: assessed().decision, terms: Terms { payout: Payout::Full, price, ..terms }, ..some }
}

/// Rules of a class, in part out of bounds.
fn some_rules(seed: u32) -> ClassRules {
	let mut rules = default_rules(RiskClass::ALL[seed as usize % RiskClass::ALL.len()]);
	rules.rate = ONE / 100 * u128::from(seed / 10 % 40);
	rules.margin = ONE / 10 * u128::from(9 + seed / 400 % 30);
	rules.age_span = seed / 12_000 % 1_000;
	rules.review_days = seed / 7 % 90;
	rules.stale_most = ONE / 10 * u128::from(9 + seed / 70 % 30);
	rules
}

/// Requirements of a class, in part out of bounds.
fn some_admission(seed: u32) -> AdmissionRules {
	AdmissionRules {
		min_age: seed % 4_000,
		min_audits: (seed / 4_000 % 23) as u8,
		min_bounty: ONE / 100 * u128::from(seed / 92_000 % 105),
	}
}

/// Checks that a product meets what its class asks for exactly if it is said to.
fn check_admission(product: ProductId) {
	let is_admissible = <Products as Admission>::is_admissible(product);
	let Some(listed) = <Products as Listings>::product(product) else {
		return assert!(!is_admissible, "an unknown product is admissible");
	};
	let AdmissionRules { min_age, min_audits, min_bounty } = Products::admission_of(listed.class);
	let today = (TestClock::now() / DAY) as u32;
	let facts = listed.facts;
	let has_bounty = facts.at_stake > 0 && facts.bounty * ONE >= facts.at_stake * min_bounty;
	let expected = listed.status != ProductStatus::Delisted
		&& today - facts.deployed >= min_age
		&& facts.audits >= min_audits
		&& (min_bounty == 0 || has_bounty)
		&& today - facts.reviewed <= Products::rules_of(listed.class).review_days;
	assert_eq!(is_admissible, expected, "{listed:?}");
}

fn account(seed: u8) -> AccountId {
	[ALICE, BOB, POOR, 77][usize::from(seed % 4)]
}

/// Returns one of the products that are listed, or now and then one that is not.
fn product(seed: u32) -> ProductId {
	seed % (NextProduct::<Test>::get() + u32::from(seed.is_multiple_of(16))).max(1)
}

fn past_incidents(product: ProductId) -> Option<u8> {
	<Products as Listings>::product(product).map(|listed| listed.facts.incidents)
}

fn reviewed(product: ProductId) -> Option<Day> {
	<Products as Listings>::product(product).map(|listed| listed.facts.reviewed)
}

fn proposal(seed: u32) -> ProposalId {
	seed % (NextProposal::<Test>::get() + u32::from(seed.is_multiple_of(16))).max(1)
}

fn layer(call: impl FnOnce() -> sp_runtime::DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

/// Do a step. A refused call is rolled back as in the runtime. Returns true if the call was not
/// refused.
fn step(step: Step) -> bool {
	let root = RuntimeOrigin::root;
	match step {
		Step::List(seed) => {
			let next = NextProduct::<Test>::get();
			let listed = layer(|| Products::list_product(root(), Box::new(some_listing(seed))));
			assert_eq!(NextProduct::<Test>::get(), next + u32::from(listed));
			listed
		}
		Step::Update(seed, terms) => {
			layer(|| Products::update_terms(root(), product(seed), some_terms(terms), uri()))
		}
		Step::Status(seed, status) => {
			let status = match status {
				0..16 => ProductStatus::Retired,
				status if status % 3 == 0 => ProductStatus::Paused,
				_ => ProductStatus::Active,
			};
			layer(|| Products::set_status(root(), product(seed), status))
		}
		Step::Facts(seed, facts) => {
			let (before, review) = (past_incidents(product(seed)), reviewed(product(seed)));
			let updated = layer(|| Products::update_facts(root(), product(seed), some_facts(facts)));
			assert!(past_incidents(product(seed)) >= before, "an incident is forgotten");
			assert!(reviewed(product(seed)) >= review, "a review is undone");
			updated
		}
		Step::Upheld(seed) => {
			let wanted = past_incidents(product(seed)).map(|before| before.saturating_add(1));
			let review = reviewed(product(seed));
			<Products as OnIncident>::settled(0, product(seed));
			assert_eq!(past_incidents(product(seed)), wanted);
			assert_eq!(reviewed(product(seed)), review, "a count is no review");
			wanted.is_some()
		}
		Step::Bug(seed) => {
			let wanted = past_incidents(product(seed)).map(|before| before.saturating_add(1));
			<Products as PastIncidents>::count_incident(product(seed));
			assert_eq!(past_incidents(product(seed)), wanted);
			wanted.is_some()
		}
		Step::Rules(class, seed) => {
			let class = RiskClass::ALL[usize::from(class) % RiskClass::ALL.len()];
			layer(|| Products::set_class_rules(root(), class, some_rules(seed)))
		}
		Step::Admission(class, seed) => {
			let class = RiskClass::ALL[usize::from(class) % RiskClass::ALL.len()];
			layer(|| Products::set_admission_rules(root(), class, some_admission(seed)))
		}
		Step::Propose(who, seed) => {
			let (who, books) = (account(who), (Registered::get(), TestPrices::bound()));
			let held = listing_deposit(who);
			let listing = Box::new(some_listing(seed));
			let proposed = layer(|| Products::propose_product(RuntimeOrigin::signed(who), listing));
			assert_eq!(listing_deposit(who), held + if proposed { LISTING_DEPOSIT } else { 0 });
			assert_eq!((Registered::get(), TestPrices::bound()), books, "a proposal lists no product");
			proposed
		}
		Step::Approve(seed) => layer(|| Products::approve_product(root(), proposal(seed))),
		Step::Withdraw(seed, who) => {
			let origin = who.map_or(root(), |who| RuntimeOrigin::signed(account(who)));
			layer(|| Products::withdraw_proposal(origin, proposal(seed)))
		}
		Step::Delist(seed) => {
			let product = product(seed);
			// Retired at once more often than by chance alone.
			layer(|| Products::set_status(root(), product, ProductStatus::Retired));
			let is_used = Used::get().contains(&product);
			let delisted = layer(|| {
				let done = Products::delist(RuntimeOrigin::signed(BOB), product);
				done.map(|_| ()).map_err(|refused| refused.error)
			});
			assert!(!(delisted && is_used), "a used product keeps its feeds");
			delisted
		}
		Step::Use(seed, is_used) => {
			let product = product(seed);
			// No policy is sold on a delisted product, and no incident opened.
			let is_listed = <Products as Listings>::product(product)
				.is_some_and(|listed| listed.status != ProductStatus::Delisted);
			set_used(product, is_used && is_listed);
			true
		}
		Step::Pass(hours) => {
			TestClock::pass(Moment::from(hours) * HOUR);
			true
		}
	}
}

fn hold() {
	Products::do_try_state().unwrap();
	// One deposit is held for each product that is proposed, or was proposed and is not delisted.
	let held: Balance = [ALICE, BOB, POOR, 77].map(listing_deposit).iter().sum();
	let count = Proposals::<Test>::iter_keys().count() + Sponsors::<Test>::iter_keys().count();
	assert_eq!(held, LISTING_DEPOSIT * count as Balance);
	// The pools know each product once.
	let known: Vec<_> = Registered::get().into_iter().map(|(product, ..)| product).collect();
	assert_eq!(known, (0..NextProduct::<Test>::get()).collect::<Vec<_>>());
	for product in known {
		check_admission(product);
		if <Products as Listings>::product(product).unwrap().status == ProductStatus::Delisted {
			assert!(OnFeed::<Test>::iter_values().all(|products| !products.contains(&product)));
		}
	}
}

fn sequences() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(64)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(sequences()))]

	#[test]
	fn invariants_should_hold_after_every_step(sequence in prop::collection::vec(steps(), 1..120)) {
		ExtBuilder::default().build_and_execute(|| {
			for one in sequence {
				step(one);
				hold();
			}
		});
	}
}

/// The sequences above reach everything. The test runs a sample of them that is always the same, in
/// which every kind of step succeeds.
#[test]
fn random_sequences_should_reach_every_step() {
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
	let mut reached = BTreeMap::<String, u32>::new();
	for _ in 0..30 {
		let sequence = prop::collection::vec(steps(), 120).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			for one in sequence {
				let text = format!("{one:?}");
				let name = text.split(['(']).next().unwrap_or_default().to_owned();
				let done = step(one);
				hold();
				*reached.entry(name).or_default() += u32::from(done);
			}
		});
	}
	let missing: Vec<_> = reached.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
	assert_eq!(reached.len(), 14, "every kind of step was tried");
}
