//! The whole of it against a reference that looks at every millisecond: what is found must be the same whatever blocks
//! there are and wherever the meter ends.

use super::{chain_cases, mock::*};
use breakwater_math::average;
use proptest::prelude::*;
use sp_core::U256;

const W: Moment = 10;
const HB: Moment = 20;

/// What became of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
	Observing,
	Undecided,
	Upheld(u128),
	Rejected,
	Judgement,
}

enum State {
	Starting,
	Armed,
	Observing(Moment, u128),
	Undecided,
	Disarmed(Option<Moment>),
}

/// The incidents by definition, a millisecond at a time, from the first data until `end`.
fn reference(data: &[(Moment, u128)], rule: &Trigger, end: Moment) -> Vec<(Moment, Outcome)> {
	let start = data[0].0;
	let price = |ms: Moment| {
		let (time, value) = data.iter().rfind(|(time, _)| *time <= ms)?;
		(ms < time + HB).then_some(*value)
	};
	let sum = |t: Moment| (t - W..t).map(price).sum::<Option<u128>>();
	let mut found: Vec<(Moment, Outcome)> = vec![];
	let mut state = State::Starting;
	let (bound, duration) = (rule.threshold * u128::from(W), rule.duration);
	for t in start..=end {
		let Some(n) = sum(t) else {
			state = match state {
				State::Observing(..) => {
					found.last_mut().unwrap().1 = Outcome::Undecided;
					State::Undecided
				}
				State::Disarmed(_) => State::Disarmed(None),
				other => other,
			};
			continue;
		};
		let (breached, worse): (bool, fn(u128, u128) -> u128) = match rule.direction {
			Direction::Below => (n <= bound, |a, b| a.min(b)),
			Direction::Above => (n >= bound, |a, b| a.max(b)),
		};
		loop {
			state = match state {
				State::Starting if breached => State::Disarmed(None),
				State::Starting => State::Armed,
				// A new breach waits for the verdict.
				State::Armed if breached && matches!(found.last(), Some((_, Outcome::Judgement))) => {
					return found
				}
				State::Armed if breached => {
					found.push((t, Outcome::Observing));
					State::Observing(t, n)
				}
				State::Observing(since, _) if !breached && t < since + duration => {
					found.last_mut().unwrap().1 = Outcome::Rejected;
					State::Disarmed(Some(t))
				}
				State::Observing(since, worst) if t >= since + duration => {
					let side = side(rule.direction);
					let worst = average::average(U256::from(worse(worst, n)), W, side).unwrap();
					found.last_mut().unwrap().1 = Outcome::Upheld(worst);
					State::Disarmed(None)
				}
				State::Undecided if breached => {
					found.last_mut().unwrap().1 = Outcome::Observing;
					State::Observing(t, n)
				}
				State::Undecided => {
					found.last_mut().unwrap().1 = Outcome::Judgement;
					State::Disarmed(Some(t))
				}
				State::Disarmed(None) if !breached => State::Disarmed(Some(t)),
				State::Disarmed(Some(since)) if breached && t < since + duration => State::Disarmed(None),
				State::Disarmed(Some(since)) if t >= since + duration => State::Armed,
				State::Observing(since, worst) => {
					state = State::Observing(since, worse(worst, n));
					break;
				}
				other => {
					state = other;
					break;
				}
			};
		}
	}
	found
}

/// The same found by the chain, with further blocks at `blocks`, each with some weight for its poll.
fn chain(
	data: &[(Moment, u128)],
	rule: Trigger,
	end: Moment,
	blocks: &[(Moment, u64)],
) -> Vec<(Moment, Outcome)> {
	ExtBuilder::default().product(PRODUCT, rule).heartbeat(HB).policy(1, ALICE, 100).build_and_execute(|| {
		let mut times: Vec<_> = data.iter().map(|d| d.0).chain(blocks.iter().map(|b| b.0)).collect();
		times.push(end);
		times.sort();
		times.dedup();
		for at in times.into_iter().filter(|t| *t <= end) {
			pass_to(at);
			let limited = blocks.iter().find(|b| b.0 == at).filter(|_| at < end);
			poll(limited.map_or(Weight::MAX, |b| tiny(b.1)));
			for (_, value) in data.iter().filter(|d| d.0 == at) {
				// Several operators, the last of whom settles it.
				feed_nothing(FEED);
				feed(FEED, value + 1);
				feed(FEED, *value);
			}
			idle(Weight::MAX);
			check();
		}
		// A further incident that had to wait for one before it is worked on in the next block.
		while crate::Working::<Test>::iter_keys().next().is_some() {
			idle(Weight::MAX);
		}
		(0..crate::NextIncident::<Test>::get())
			.map(incident)
			.map(|i| {
				let outcome = match i.stage {
					Stage::Observing { .. } => Outcome::Observing,
					Stage::Undecided { .. } => Outcome::Undecided,
					Stage::Judgement { .. } => Outcome::Judgement,
					Stage::Rejected => Outcome::Rejected,
					_ => Outcome::Upheld(i.worst.unwrap()),
				};
				(i.occurred_at, outcome)
			})
			.collect()
	})
}

/// The least weight with which a poll of one product gets on, times `n`; nothing for zero.
fn tiny(n: u64) -> Weight {
	type W = <Test as crate::Config>::WeightInfo;
	let step = W::poll() + W::sync_feed() + W::evaluate_watch() + Claims::piece_weight();
	step * n
}

fn data() -> impl Strategy<Value = Vec<(Moment, u128)>> {
	prop::collection::vec((prop_oneof![4 => 1..8u64, 1 => 8..60u64], 1..10u128), 1..25).prop_map(|steps| {
		let mut time = START;
		steps
			.into_iter()
			.map(|(gap, value)| {
				time += gap;
				(time, value)
			})
			.collect()
	})
}

fn blocks() -> impl Strategy<Value = Vec<(Moment, u64)>> {
	prop::collection::vec((0..150u64, 0..6u64), 0..20)
		.prop_map(|all| all.into_iter().map(|(t, n)| (START + t, n)).collect())
}

fn rule() -> impl Strategy<Value = Trigger> {
	let direction = prop_oneof![Just(Direction::Below), Just(Direction::Above)];
	(direction, 3..8u128, prop_oneof![Just(0u64), 1..30u64]).prop_map(|(direction, threshold, duration)| {
		Trigger { feeds: FeedSet::One(FEED), direction, threshold, window: W, duration }
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(chain_cases()))]

	#[test]
	fn incidents_should_be_those_of_the_reference_whatever_blocks_there_are(
		data in data(), rule in rule(), blocks in blocks(), more in 0..60u64,
	) {
		let end = data.last().unwrap().0 + more;
		let wanted = reference(&data, &rule, end);
		prop_assert_eq!(&chain(&data, rule, end, &[]), &wanted);
		let first = data[0].0;
		let blocks: Vec<_> = blocks.into_iter().filter(|b| b.0 > first).collect();
		prop_assert_eq!(&chain(&data, rule, end, &blocks), &wanted);
	}
}
