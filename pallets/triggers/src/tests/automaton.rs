// SPDX-License-Identifier: Apache-2.0

//! The whole automaton against a reference that looks at every millisecond. The result must be the
//! same for any blocks and any limit of the meter.

use super::mock::*;
use breakwater_math::average;
use proptest::prelude::*;
use sp_core::U256;

const W: Moment = 10;
const HB: Moment = 20;

/// The outcome of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
	Observing,
	Undecided,
	Upheld(u128),
	Rejected,
	Assessment,
}

enum State {
	Starting,
	Armed,
	Observing(Moment, u128),
	Undecided,
	Disarmed(Option<Moment>),
}

/// The prices of one feed's operators and their times.
type Data = Vec<(Moment, u128)>;

/// The incidents by definition, a millisecond at a time, from the first data until `end`. There are
/// data of each feed of the rule.
fn reference(data: &[Data], rule: &Trigger, end: Moment) -> Vec<(Moment, Outcome)> {
	let start = data.iter().map(|own| own[0].0).min().unwrap();
	let price = |own: &Data, ms: Moment| {
		let (time, value) = own.iter().rfind(|(time, _)| *time <= ms)?;
		(ms < time + HB).then_some(*value)
	};
	let sum_of = |own: &Data, t: Moment| (t - W..t).map(|ms| price(own, ms)).sum::<Option<u128>>();
	let sum = |t: Moment| {
		let sums = data.iter().map(|own| sum_of(own, t)).collect::<Option<Vec<_>>>()?;
		match (rule.feeds, rule.direction) {
			(FeedSet::One(_) | FeedSet::Any { .. }, Direction::Below) => sums.into_iter().min(),
			(FeedSet::One(_) | FeedSet::Any { .. }, Direction::Above) => sums.into_iter().max(),
			(FeedSet::All { .. }, Direction::Below) => sums.into_iter().max(),
			(FeedSet::All { .. }, Direction::Above) => sums.into_iter().min(),
		}
	};
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
				// A third one waits for the end of the first.
				State::Armed if breached && open(&found) > 1 => return found,
				State::Armed if breached => {
					found.push((t, Outcome::Observing));
					State::Observing(t, n)
				}
				State::Observing(since, _) if !breached && t < since + duration => {
					found.last_mut().unwrap().1 = Outcome::Rejected;
					State::Disarmed(Some(t))
				}
				State::Observing(since, binding) if t >= since + duration => {
					let side = rule.direction.side();
					let binding = average::average(U256::from(worse(binding, n)), W, side).unwrap();
					found.last_mut().unwrap().1 = Outcome::Upheld(binding);
					State::Disarmed(None)
				}
				State::Undecided if breached => {
					found.last_mut().unwrap().1 = Outcome::Observing;
					State::Observing(t, n)
				}
				State::Undecided => {
					found.last_mut().unwrap().1 = Outcome::Assessment;
					State::Disarmed(Some(t))
				}
				State::Disarmed(None) if !breached => State::Disarmed(Some(t)),
				State::Disarmed(Some(since)) if breached && t < since + duration => State::Disarmed(None),
				State::Disarmed(Some(since)) if t >= since + duration => State::Armed,
				State::Observing(since, binding) => {
					state = State::Observing(since, worse(binding, n));
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

/// The number of incidents that stay open. No proposal is made, so the first that waits for an
/// outcome proposal stays, and all behind it that were not rejected.
fn open(found: &[(Moment, Outcome)]) -> usize {
	let first = found.iter().position(|(_, outcome)| *outcome == Outcome::Assessment).unwrap_or(found.len());
	found.iter().skip(first).filter(|(_, outcome)| *outcome != Outcome::Rejected).count()
}

/// The incidents that the chain finds, with further blocks at `blocks`, each with some weight for
/// its poll.
fn chain(data: &[Data], rule: Trigger, end: Moment, blocks: &[(Moment, u64)]) -> Vec<(Moment, Outcome)> {
	ExtBuilder::default().product(PRODUCT, rule).heartbeat(HB).policy(1, ALICE, 100).build_and_execute(|| {
		let mut times: Vec<_> =
			data.iter().flatten().map(|d| d.0).chain(blocks.iter().map(|b| b.0)).collect();
		times.push(end);
		times.sort();
		times.dedup();
		for at in times.into_iter().filter(|t| *t <= end) {
			pass_to(at);
			let limited = blocks.iter().find(|b| b.0 == at).filter(|_| at < end);
			poll(limited.map_or(Weight::MAX, |b| tiny(b.1)));
			let now = data.iter().zip(rule.feeds.iter()).flat_map(|(own, feed)| {
				own.iter().filter(|d| d.0 == at).map(move |(_, value)| (feed, *value))
			});
			for (id, value) in now {
				// Several operators feed, the last of whom settles the price.
				feed_nothing(id);
				feed(id, value + 1);
				feed(id, value);
			}
			idle(Weight::MAX);
			check();
		}
		// A further incident that had to wait for one before it is worked on in the next block.
		while breakwater_claims::Working::<Test>::iter_keys().next().is_some() {
			idle(Weight::MAX);
		}
		(0..breakwater_claims::NextIncident::<Test>::get())
			.map(|id| {
				let i = incident(id);
				let outcome = match stage(id) {
					Stage::Observing { .. } => Outcome::Observing,
					Stage::Undecided { .. } => Outcome::Undecided,
					Stage::Open { .. } | Stage::Waiting => Outcome::Assessment,
					Stage::Rejected => Outcome::Rejected,
					_ => match i.upheld {
						Some(Upheld::Average(binding)) => Outcome::Upheld(binding),
						other => panic!("a trigger upholds by its average, not by {other:?}"),
					},
				};
				(i.occurred_at, outcome)
			})
			.collect()
	})
}

/// The least weight with which a poll of one product gets on, times `n`.
fn tiny(n: u64) -> Weight {
	super::one_trigger() * n
}

fn data() -> impl Strategy<Value = Data> {
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

/// One feed, or two or three of which all or any decide, with the data of each. The data of several
/// feeds have fewer gaps, so that there is a case to decide.
fn feeds() -> impl Strategy<Value = (FeedSet, Vec<Data>)> {
	let steady = || {
		prop::collection::vec((prop_oneof![30 => 1..10u64, 1 => 10..40u64], 1..10u128), 10..30).prop_map(
			|steps| {
				let mut time = START;
				let later = steps.into_iter().map(|(gap, value)| {
					time += gap;
					(time, value)
				});
				later.collect()
			},
		)
	};
	let several = (prop::collection::vec(steady(), 2..4), any::<bool>()).prop_map(|(data, all)| {
		let (first, second, third) = (FEED, FEED + 1, data.get(2).map(|_| FEED + 2));
		let feeds = match all {
			true => FeedSet::All { first, second, third },
			false => FeedSet::Any { first, second, third },
		};
		(feeds, data)
	});
	prop_oneof![
		1 => data().prop_map(|data| (FeedSet::One(FEED), vec![data])),
		2 => several,
	]
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
		(feeds, data) in feeds(), rule in rule(), blocks in blocks(), more in 0..60u64,
	) {
		let rule = Trigger { feeds, ..rule };
		let end = data.iter().map(|own| own.last().unwrap().0).max().unwrap() + more;
		let wanted = reference(&data, &rule, end);
		prop_assert_eq!(&chain(&data, rule, end, &[]), &wanted);
		let first = data.iter().map(|own| own[0].0).min().unwrap();
		let blocks: Vec<_> = blocks.into_iter().filter(|b| b.0 > first).collect();
		prop_assert_eq!(&chain(&data, rule, end, &blocks), &wanted);
	}
}
