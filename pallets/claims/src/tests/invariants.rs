//! Random sequences of everything, with `try_state` after every block.

use super::{chain_cases, mock::*};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Act {
	Pass(Moment),
	Feed(FeedId, u128),
	Silence(FeedId),
	/// The product is delisted, if nothing is open on it, or listed again under another number.
	Relist(ProductId),
	Poll(u64),
	Idle(u64),
	Push(u32, u32),
	Collect(u32, u32),
	Propose(u32, Option<(Moment, u128)>),
	Refuse(bool),
	Refill,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		6 => prop_oneof![Just(3 * SECOND), 0..5 * MINUTE, 0..3 * HOUR, 0..2 * DAY].prop_map(Act::Pass),
		6 => (FEED..FEED + 3, prop_oneof![Just(GOOD), Just(BAD), 1..2 * ONE]).prop_map(|(f, v)| Act::Feed(f, v)),
		1 => (FEED..FEED + 3).prop_map(Act::Silence),
		1 => (1..5u32).prop_map(Act::Relist),
		4 => (0..50_000u64).prop_map(Act::Poll),
		4 => (0..100_000u64).prop_map(Act::Idle),
		1 => (0..3u32, 0..20u32).prop_map(|(i, n)| Act::Push(i, n)),
		1 => (0..3u32, 0..8u32).prop_map(|(i, p)| Act::Collect(i, p)),
		1 => (0..3u32, prop::option::of((START..START + 3 * DAY, 0..ONE))).prop_map(|(i, v)| Act::Propose(i, v)),
		1 => any::<bool>().prop_map(Act::Refuse),
		1 => Just(Act::Refill),
	]
}

fn run(act: Act) {
	let limit = |micros: u64| Weight::from_parts(micros * 1_000_000, u64::MAX);
	match act {
		Act::Pass(time) => pass_to(world(|w| w.now) + time),
		Act::Feed(id, value) => feed(id, value),
		Act::Silence(id) => feed_nothing(id),
		Act::Relist(product) => relist(product),
		Act::Poll(micros) => {
			poll(limit(micros));
		}
		Act::Idle(micros) => {
			idle(limit(micros));
		}
		Act::Push(incident, max) => {
			dispatch(|| Claims::push(signed(ALICE), incident, max).map(|_| ()).map_err(|e| e.error))
		}
		Act::Collect(incident, id) => dispatch(|| Claims::collect(signed(BOB), incident, id)),
		Act::Propose(incident, verdict) => {
			let verdict = match verdict {
				Some((occurred_at, worst)) => Verdict::Worst { occurred_at, worst },
				None => Verdict::NotCovered,
			};
			let _ = propose(ALICE, incident, verdict);
		}
		Act::Refuse(refuse) => world(|w| w.refuse_settlement = if refuse { vec![2] } else { vec![] }),
		Act::Refill => {
			// New cover, sold only while no incident is open.
			if watch_is_closed() {
				(0..6).for_each(|id| change_policy(id, MockPolicy::refill));
			}
		}
	}
}

/// Products 3 and 4 come back as 13 and 14, and as they were.
fn relist(product: ProductId) {
	let is_open = |product| crate::Watches::<Test>::get(product).is_some_and(|w: Watch| w.open.is_some());
	let numbers = [product, product + 10];
	if product < 3 || numbers.into_iter().any(is_open) {
		return;
	}
	// A number is never used again before its watch is forgotten.
	let [old, new] = match world(|w| w.triggers.contains_key(&product)) {
		true => numbers,
		false => [product + 10, product],
	};
	if !crate::Watches::<Test>::contains_key(new) {
		world(|w| w.triggers.remove(&old).map(|trigger| w.triggers.insert(new, trigger)));
	}
}

/// What the accounts of the model's pools have lost because it was below the existential deposit.
fn dust_lost() -> Balance {
	let lost = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Balances(pallet_balances::Event::DustLost { amount, .. }) => amount,
		_ => 0,
	};
	System::events().into_iter().map(lost).sum()
}

fn watch_is_closed() -> bool {
	crate::Watches::<Test>::iter().all(|(_, w)| w.open.is_none())
}

/// As a call is: undone if it fails.
fn dispatch(call: impl FnOnce() -> frame_support::dispatch::DispatchResult) {
	let _ = frame_support::storage::with_storage_layer(call);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(chain_cases()))]

	#[test]
	fn books_should_balance_after_any_sequence(
		acts in prop::collection::vec(act(), 1..80), max_gap in prop_oneof![Just(MINUTE), Just(YEAR)],
	) {
		let other = Trigger { threshold: 95 * ONE / 100, duration: 10 * MINUTE, ..trigger() };
		let (first, second) = (FEED, FEED + 1);
		let both = Trigger { feeds: FeedSet::All { first, second, third: None }, ..trigger() };
		let any = Trigger { feeds: FeedSet::Any { first: second, second: first, third: Some(FEED + 2) }, ..other };
		let mut builder = ExtBuilder::default().product(2, other).product(3, both).product(4, any).pool(1, NATIVE, 100 * ED).pool(2, NATIVE, 3 * ED);
		for id in 0..6u32 {
			let who = if id == 3 { STRANGER } else { ALICE };
			let cover = ED / 2 + u128::from(id) * 777;
			let (pool, other) = (1 + id / 3, 2 - id / 3);
			// Some are backed by both pools, and some of these by one of them twice.
			let backing = [(pool, cover), (other, cover / 3), (pool, 7)];
			builder = builder.policy_in(id, who, 1 + id % 4, &backing[..1 + id as usize % 3]);
		}
		builder.max_gap(max_gap).build_and_execute(|| {
			let before = issuance();
			block_with(START, GOOD);
			feed(FEED + 1, GOOD);
			feed(FEED + 2, GOOD);
			for act in acts {
				run(act);
				check();
				let mut now = issuance();
				now[0] += dust_lost();
				prop_assert_eq!(now, before.clone());
			}
			Ok(())
		})?;
	}
}
