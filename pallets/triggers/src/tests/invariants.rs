// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything, with `try_state` after every block.

use super::mock::*;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Act {
	Pass(Moment),
	Feed(FeedId, u128),
	Silence(FeedId),
	/// So many values are cleared that too few are left.
	Clear(FeedId),
	/// The product is delisted, if no incident is open on it, or listed again under another number.
	Relist(ProductId),
	Poll(u64),
	Idle(u64),
	ProcessClaims(u32, u32),
	Collect(u32, u32),
	Propose(u32, Option<(Moment, u128)>),
	Refuse(bool),
	Refill,
	/// A breach that lasts and its recovery, or one with a gap and the price that is back after it,
	/// so that the data cannot decide or decide anew. Blocks are full: none has room for the work
	/// that follows.
	Wave(FeedId, Option<u128>),
	/// Time passes to the first deadline of an assessment, which ends.
	Deadline,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		6 => prop_oneof![Just(3 * SECOND), 0..5 * MINUTE, 0..3 * HOUR, 0..2 * DAY].prop_map(Act::Pass),
		6 => (FEED..FEED + 3, prop_oneof![Just(GOOD), Just(BAD), 1..2 * ONE]).prop_map(|(f, v)| Act::Feed(f, v)),
		1 => (FEED..FEED + 3).prop_map(Act::Silence),
		1 => (FEED..FEED + 3).prop_map(Act::Clear),
		1 => (1..5u32).prop_map(Act::Relist),
		4 => (0..50_000u64).prop_map(Act::Poll),
		4 => (0..100_000u64).prop_map(Act::Idle),
		1 => (0..3u32, 0..20u32).prop_map(|(i, n)| Act::ProcessClaims(i, n)),
		1 => (0..3u32, 0..8u32).prop_map(|(i, p)| Act::Collect(i, p)),
		1 => (0..3u32, prop::option::of((START..START + 3 * DAY, 0..ONE))).prop_map(|(i, v)| Act::Propose(i, v)),
		1 => any::<bool>().prop_map(Act::Refuse),
		1 => Just(Act::Refill),
		5 => (FEED..FEED + 2, prop_oneof![5 => Just(None), 4 => Just(Some(GOOD)), 1 => Just(Some(BAD))])
			.prop_map(|(f, back)| Act::Wave(f, back)),
		1 => Just(Act::Deadline),
	]
}

/// Let time pass, then let the operators of `feed` agree on a value, or be too few.
fn later(time: Moment, id: FeedId, value: Option<u128>) {
	pass_to(TestClock::now() + time);
	poll(Weight::MAX);
	match value {
		Some(value) => feed(id, value),
		None => feed_nothing(id),
	}
}

fn wave(id: FeedId, back: Option<u128>) {
	later(MINUTE, id, Some(BAD));
	if back.is_some() {
		later(20 * MINUTE, id, None);
		later(MINUTE, id, back);
		later(20 * MINUTE, id, back);
	} else {
		later(71 * MINUTE, id, Some(BAD));
		later(MINUTE, id, Some(GOOD));
	}
	later(80 * MINUTE, id, Some(GOOD));
}

/// The first time at which an assessment has a deadline.
fn deadline() -> Option<Moment> {
	let of = |id: IncidentId| match stage(id) {
		Stage::Open { until } | Stage::Challenge { until } => Some(until),
		_ => None,
	};
	breakwater_claims::Incidents::<Test>::iter_keys().filter_map(of).min()
}

fn run(act: Act) {
	let limit = |micros: u64| Weight::from_parts(micros * 1_000_000, u64::MAX);
	match act {
		Act::Pass(time) => pass_to(TestClock::now() + time),
		Act::Feed(id, value) => feed(id, value),
		Act::Silence(id) => feed_nothing(id),
		Act::Clear(id) => clear(id),
		Act::Relist(product) => relist(product),
		Act::Poll(micros) => {
			poll(limit(micros));
		}
		Act::Idle(micros) => {
			idle(limit(micros));
		}
		Act::ProcessClaims(incident, max) => {
			dispatch(|| Claims::process(signed(ALICE), incident, max).map(|_| ()).map_err(|e| e.error))
		}
		Act::Collect(incident, id) => dispatch(|| Claims::collect(signed(BOB), incident, id).plain()),
		Act::Propose(incident, verdict) => {
			let verdict = match verdict {
				Some((occurred_at, binding)) => Verdict::Average { occurred_at, average: binding },
				None => Verdict::NotCovered,
			};
			let _ = propose(ALICE, incident, verdict);
		}
		Act::Wave(id, back) => wave(id, back),
		Act::Deadline => {
			if let Some(until) = deadline() {
				pass_active(until.saturating_sub(TestClock::active()));
				idle(Weight::MAX);
			}
		}
		Act::Refuse(refuse) => world(|w| w.refuse_settlement = if refuse { vec![2] } else { vec![] }),
		Act::Refill => {
			// New cover, sold only while no incident is open.
			if is_all_closed() {
				(0..6).for_each(|id| change_policy(id, MockPolicy::refill));
			}
		}
	}
}

/// Products 3 and 4 come back as 13 and 14, and as they were.
fn relist(product: ProductId) {
	let is_open = |product| open_on(product).first.is_some();
	let numbers = [product, product + 10];
	if product < 3 || numbers.into_iter().any(is_open) {
		return;
	}
	// A number is never used again before its watch is forgotten.
	let [old, new] = match world(|w| w.triggers.contains_key(&product)) {
		true => numbers,
		false => [product + 10, product],
	};
	if !breakwater_triggers::TriggerStates::<Test>::contains_key(new) {
		world(|w| w.triggers.remove(&old).map(|trigger| w.triggers.insert(new, trigger)));
	}
}

/// The amount that the accounts of the model's pools have lost because it was below the existential
/// deposit.
fn dust_lost() -> Balance {
	let lost = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Balances(pallet_balances::Event::DustLost { amount, .. }) => amount,
		_ => 0,
	};
	System::events().into_iter().map(lost).sum()
}

fn is_all_closed() -> bool {
	breakwater_claims::Open::<Test>::iter().next().is_none()
}

/// Make a call as the runtime does: it is undone if it fails.
fn dispatch(call: impl FnOnce() -> frame_support::dispatch::DispatchResult) {
	let _ = frame_support::storage::with_storage_layer(call);
}

/// The things that happened, by name, and their counts.
type Reached = BTreeMap<String, u32>;

fn acts() -> impl Strategy<Value = (Vec<Act>, Moment)> {
	let max_gap = prop_oneof![Just(MINUTE), Just(YEAR)];
	(prop::collection::vec(act(), 1..80), max_gap)
}

fn execute(acts: Vec<Act>, max_gap: Moment) -> Reached {
	let other = Trigger { threshold: 95 * ONE / 100, duration: 10 * MINUTE, ..trigger() };
	let (first, second) = (FEED, FEED + 1);
	let both = Trigger { feeds: FeedSet::All { first, second, third: None }, ..trigger() };
	let any =
		Trigger { feeds: FeedSet::Any { first: second, second: first, third: Some(FEED + 2) }, ..other };
	let mut builder = ExtBuilder::default()
		.product(2, other)
		.product(3, both)
		.product(4, any)
		.pool(1, NATIVE, 100 * ED)
		.pool(2, NATIVE, 3 * ED);
	for id in 0..6u32 {
		let who = if id == 3 { STRANGER } else { ALICE };
		let cover = ED / 2 + u128::from(id) * 777;
		let (pool, other) = (1 + id / 3, 2 - id / 3);
		// Some policies are backed by both pools, and some of these by one of them twice.
		let backing = [(pool, cover), (other, cover / 3), (pool, 7)];
		builder = builder.policy_in(id, who, 1 + id % 4, &backing[..1 + id as usize % 3]);
	}
	builder.max_gap(max_gap).build_and_execute(|| {
		let before = issuance();
		let mut reached = Reached::new();
		block_with(START, GOOD);
		feed(FEED + 1, GOOD);
		feed(FEED + 2, GOOD);
		for act in acts {
			run(act);
			check();
			let mut now = issuance();
			now[0] += dust_lost();
			assert_eq!(now, before);
			for (product, state) in breakwater_triggers::TriggerStates::<Test>::iter() {
				*reached.entry("a breach waits".into()).or_default() += u32::from(state.waits.is_some());
				let second = open_on(product).second;
				*reached.entry("one behind another".into()).or_default() += u32::from(second.is_some());
				let waits_for_people = second.and_then(decider) == Some(Decider::Assessment);
				*reached.entry("one waits for people".into()).or_default() += u32::from(waits_for_people);
			}
		}
		for (product, state) in breakwater_triggers::TriggerStates::<Test>::iter() {
			let changes = readiness(product);
			assert!(
				changes.windows(2).all(|two| two[0] != two[1]),
				"each change of {product} is reported once"
			);
			assert_eq!(changes.last().is_some_and(|ready| *ready), state.ready);
		}
		for record in System::events() {
			let text = match record.event {
				RuntimeEvent::Triggers(event) => format!("{event:?}"),
				RuntimeEvent::Assessment(event) => format!("{event:?}"),
				RuntimeEvent::Claims(event) => format!("{event:?}"),
				_ => continue,
			};
			let name = text.split([' ', '{']).next().unwrap_or_default();
			*reached.entry(name.to_owned()).or_default() += 1;
		}
		reached
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(chain_cases()))]

	#[test]
	fn books_should_balance_after_any_sequence((acts, max_gap) in acts()) {
		execute(acts, max_gap);
	}
}

/// The sequences above reach everything that can follow from a second and a third breach. The test
/// runs a sample of them that is always the same.
#[test]
fn random_sequences_should_reach_second_and_third_breaches() {
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Config::default(), rng);
	let mut reached = Reached::new();
	for _ in 0..100 {
		let (sequence, max_gap) = acts().new_tree(&mut runner).unwrap().current();
		for (name, count) in execute(sequence, max_gap) {
			*reached.entry(name).or_default() += count;
		}
	}
	let events = [
		"IncidentOpened",
		"IncidentRejected",
		"IncidentUpheld",
		"ObservationSuspended",
		"ObservationResumed",
		"IncidentQueued",
		"IncidentReferred",
		"AssessingClaimsBegun",
		"AssessmentBegun",
		"ClaimPaid",
		"IncidentPaid",
	];
	let wanted = events.map(|name| format!("Event::{name}"));
	let wanted = wanted.into_iter().chain([
		"a breach waits".into(),
		"one behind another".into(),
		"one waits for people".into(),
	]);
	let missing: Vec<_> = wanted.filter(|name| reached.get(name).is_none_or(|count| *count == 0)).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
}
