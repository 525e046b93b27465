// SPDX-License-Identifier: Apache-2.0

//! Lives of the whole runtime: random calls, time and prices, with `try_state` after every block.
//!
//! `BREAKWATER_STEPS` is the number of steps of a life (600 by default), `BREAKWATER_LIVES` the
//! number of lives (1), and `BREAKWATER_SEED` the seed of the first one. The others follow it.

use super::{
	assessed::assessed_listing,
	env::*,
	episodes,
	random::{act, decree, heal, Dice, ASSESSED},
	short::set,
};
use crate::{constants::*, *};
use breakwater_pools::PoolOptions;
use breakwater_primitives::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError, Permill};
use std::{
	cell::RefCell,
	collections::BTreeMap,
	num::NonZero,
	sync::atomic::{AtomicU64, Ordering},
	thread,
};

/// The number of steps from which on a run has to reach everything worth reaching.
const ENOUGH: u64 = 1_400;

/// Starts a chain with two products and three pools of different leverage, the third one private.
fn world() -> Env {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let mut env = Env::insured(true);
	let all = Some(Permill::one());
	set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	// Assessments take days instead of weeks, so that many lives fit.
	use dynamic_params::assessment::{ChallengePeriod, Parameters as Assessing, ProposalPeriod};
	use dynamic_params::claims::{ClaimWindow, Parameters as Claiming};
	set(&mut env, RuntimeParameters::Assessment(Assessing::ProposalPeriod(ProposalPeriod, Some(12 * HOUR))));
	set(&mut env, RuntimeParameters::Assessment(Assessing::ChallengePeriod(ChallengePeriod, Some(3 * HOUR))));
	set(&mut env, RuntimeParameters::Claims(Claiming::ClaimWindow(ClaimWindow, Some(10 * HOUR))));
	assert_ok!(env.root(list_product_call(false)));
	for (asset, leverage, is_private) in [(USDB, 200, false), (AssetId::Native, 100, true)] {
		let options = PoolOptions { is_private, ..pool_options(leverage, 5) };
		assert_ok!(env.submit(create_pool_call(asset, options), Who::Alice));
	}
	assert_ok!(env.root(list_call(assessed_listing())));
	for (pool, product, percent) in
		[(0, 1, 80), (1, 0, 100), (1, 1, 100), (0, ASSESSED, 50), (1, ASSESSED, 100)]
	{
		let weight = Permill::from_percent(percent);
		let call = breakwater_pools::Call::set_weight { pool, product, weight };
		assert_ok!(env.submit(call, Who::Alice));
	}
	// Bob takes most of the million out of pool 0, so that cover can use up the rest.
	let shares = env.run(|| Pools::state(0)).expect("pool 0").junior.shares / 10 * 9;
	let withdrawal =
		breakwater_pools::Call::request_withdrawal { pool: 0, tranche: Tranche::Junior, shares, min_out: 0 };
	assert_ok!(env.submit(withdrawal, Who::Bob));
	// Pool 1 has a thin junior tranche, and the reserve behind it.
	assert_ok!(env.submit(deposit_call(1, Tranche::Junior, 30_000 * USD), Who::Dave));
	assert_ok!(env.submit(deposit_call(1, Tranche::Senior, 70_000 * USD), Who::Eve));
	assert_ok!(env.submit(breakwater_reserve::Call::donate { asset: USDB, amount: 100_000 * USD }, Who::Bob));
	assert_ok!(env.root(breakwater_reserve::Call::admit_pool { pool: 1 }));
	// Stake that was asked for can leave within a life.
	use dynamic_params::reserve::{Parameters as Times, StakeCooldown, StakeWindow};
	let times =
		[Times::StakeCooldown(StakeCooldown, Some(DAY)), Times::StakeWindow(StakeWindow, Some(14 * DAY))];
	for time in times.map(RuntimeParameters::Reserve) {
		assert_ok!(env.root(pallet_parameters::Call::<Runtime>::set_parameter { key_value: time }));
	}
	// Each product has a sponsor, and one of them first loss and a fee route.
	use breakwater_sponsors::Call as Sponsor;
	for (product, who) in [(0, Who::Eve), (1, Who::Dave), (ASSESSED, Who::Charlie)] {
		assert_ok!(env.root(Sponsor::name_sponsor { product, sponsor: who.to_account_id() }));
	}
	assert_ok!(env.submit(Sponsor::pledge { product: 0, amount: 5_000 * USD }, Who::Eve));
	let (fifth, rest_to) = (Permill::from_percent(20), Who::Bob.to_account_id());
	let route = breakwater_sponsors::Route { to_reserve: fifth, to_first_loss: fifth, rest_to };
	assert_ok!(env.submit(Sponsor::set_route { product: 0, route: Some(route) }, Who::Eve));
	// Others than Alice can be validators too.
	env.run(|| {
		for who in [Who::Bob, Who::Charlie, Who::Dave] {
			give_session_keys(who);
		}
	});
	env
}

/// A market: operators feed a price that mostly holds and sometimes breaks for days. Sometimes no
/// operator feeds.
struct Market {
	price: u128,
	left: u64,
	silent: bool,
}

impl Market {
	fn step(&mut self, dice: &mut Dice, env: &mut Env) {
		if self.left == 0 {
			self.left = 10 + dice.below(60);
			self.silent = dice.below(12) == 0;
			self.price = match dice.below(8) {
				0 => u128::from(850 + dice.below(150)),
				_ => u128::from(997 + dice.below(6)),
			};
		}
		self.left -= 1;
		if self.silent {
			return;
		}
		if dice.below(2) == 0 {
			heal(env);
		}
		for operator in OPERATORS {
			if !env.run(|| Feeds::is_member(&operator.to_account_id())) {
				continue;
			}
			// Each operator sees its own market, and sometimes a broken one.
			let seen = match dice.below(60) {
				0 => 0,
				1 => self.price * 10,
				_ => self.price + u128::from(dice.below(2)),
			};
			assert_ok!(env.submit(feed_call(FEED, seen), operator));
		}
	}
}

/// The outcomes of the calls of one name.
#[derive(Default)]
struct Tried {
	done: u64,
	refused: BTreeMap<String, u64>,
}

/// The outcomes of lives.
#[derive(Default)]
struct Tally {
	calls: BTreeMap<&'static str, Tried>,
	/// The number of each event of the project's pallets.
	events: BTreeMap<String, u64>,
}

impl Tally {
	fn count(&mut self, name: &'static str, result: DispatchResult) {
		let tried = self.calls.entry(name).or_default();
		let error = match result {
			Ok(()) => {
				tried.done += 1;
				return;
			}
			Err(DispatchError::Module(error)) => error.message.unwrap_or("?").to_string(),
			Err(DispatchError::Token(error)) => format!("{error:?}"),
			Err(error) => panic!("{name} was refused without a name: {error:?}"),
		};
		*tried.refused.entry(error).or_default() += 1;
	}

	fn see(&mut self, event: &RuntimeEvent) {
		let (pallet, words) = match event {
			RuntimeEvent::Pools(event) => ("pools", format!("{event:?}")),
			RuntimeEvent::Policies(event) => ("policies", format!("{event:?}")),
			RuntimeEvent::Products(event) => ("products", format!("{event:?}")),
			RuntimeEvent::Triggers(event) => ("triggers", format!("{event:?}")),
			RuntimeEvent::Assessment(event) => ("assessment", format!("{event:?}")),
			RuntimeEvent::Claims(event) => ("claims", format!("{event:?}")),
			RuntimeEvent::Reserve(event) => ("reserve", format!("{event:?}")),
			RuntimeEvent::Sponsors(event) => ("sponsors", format!("{event:?}")),
			RuntimeEvent::Bounties(event) => ("bounties", format!("{event:?}")),
			RuntimeEvent::Feeds(event) => ("feeds", format!("{event:?}")),
			RuntimeEvent::Validators(event) => ("validators", format!("{event:?}")),
			_ => return,
		};
		let name = words.trim_start_matches("Event::").split([' ', '{', '(']).next().unwrap_or_default();
		*self.events.entry(format!("{pallet}.{name}")).or_default() += 1;
	}

	fn plus(mut self, other: Self) -> Self {
		for (name, tried) in other.calls {
			let sum = self.calls.entry(name).or_default();
			sum.done += tried.done;
			for (error, count) in tried.refused {
				*sum.refused.entry(error).or_default() += count;
			}
		}
		for (name, count) in other.events {
			*self.events.entry(name).or_default() += count;
		}
		self
	}

	/// Returns the number of calls, done and refused.
	fn total(&self) -> u64 {
		self.calls.values().map(|tried| tried.done + tried.refused.values().sum::<u64>()).sum()
	}

	fn print(&self) {
		for (name, Tried { done, refused }) in &self.calls {
			println!("  {name}: {done} done, {} refused: {refused:?}", refused.values().sum::<u64>());
		}
		for (name, count) in &self.events {
			println!("  {name}: {count}");
		}
	}
}

/// Lives one life from a seed.
fn live(steps: u64, seed: u64) -> Tally {
	let mut env = grown_world();
	go_on(&mut env, steps, &mut Dice::Seed(seed.max(1)))
}

/// Returns the world after the episodes.
fn grown_world() -> Env {
	let mut env = world();
	env.take_events();
	episodes::stay_silent(&mut env);
	episodes::fall_short(&mut env);
	env
}

/// Takes so many steps, or as many as the dice have choices for.
fn go_on(env: &mut Env, steps: u64, dice: &mut Dice) -> Tally {
	let mut market = Market { price: 1_000, left: 20, silent: false };
	let mut tally = Tally::default();
	for _ in 0..steps {
		if dice.is_over() {
			break;
		}
		market.step(dice, env);
		for _ in 0..1 + dice.below(3) {
			if dice.below(12) == 0 {
				let (name, call) = env.run(|| decree(dice));
				tally.count(name, env.root(call));
			} else {
				let (name, call, who) = env.run(|| act(dice));
				tally.count(name, env.submit(call, who));
			}
		}
		// The participants in an incident mostly act before its time is over.
		let is_assessed = env.run(|| breakwater_claims::Open::<Runtime>::contains_key(ASSESSED));
		let gap = match dice.below(if is_assessed { 100 } else { 20 }) {
			0 => DAY + dice.below(20 * DAY),
			1..=4 => MILLISECS_PER_BLOCK,
			_ => dice.below(2 * HOUR) + MILLISECS_PER_BLOCK,
		};
		env.jump(gap);
		if dice.below(2) == 0 {
			env.pass_blocks(1);
		}
		env.take_events().iter().for_each(|event| tally.see(event));
	}
	tally
}

/// The most steps of a life that a fuzzer writes.
const MOST_FUZZED: u64 = 64;

/// Lives a life whose choices are bytes. The first one chooses the world: before the episodes, or
/// after them.
pub fn live_by(bytes: &[u8]) {
	// The worlds are made once, and each life gets its own copy.
	thread_local! {
		static WORLDS: RefCell<[Option<Env>; 2]> = const { RefCell::new([None, None]) };
	}
	let Some((first, rest)) = bytes.split_first() else { return };
	let mut env = WORLDS.with_borrow_mut(|[young, grown]| match first % 2 {
		0 => young.get_or_insert_with(world).fork(),
		_ => grown.get_or_insert_with(grown_world).fork(),
	});
	go_on(&mut env, MOST_FUZZED, &mut Dice::Tape(Vec::from(rest).into_iter()));
}

/// Lives so many lives, as many at a time as there are processors.
fn live_all(lives: u64, steps: u64, first: u64) -> Tally {
	let begun = AtomicU64::new(0);
	let one_after_another = || {
		let mut tally = Tally::default();
		loop {
			let number = begun.fetch_add(1, Ordering::Relaxed);
			if number >= lives {
				return tally;
			}
			let seed = first.wrapping_add(number);
			println!("life {number} begins: {steps} steps, seed {seed}");
			let life = live(steps, seed);
			println!("life {number} has ended: {} calls", life.total());
			tally = tally.plus(life);
		}
	};
	thread::scope(|scope| {
		let count = thread::available_parallelism().map_or(1, NonZero::get);
		let workers: Vec<_> = (0..count).map(|_| scope.spawn(one_after_another)).collect();
		let tallies = workers.into_iter().map(|worker| worker.join().expect("every life holds"));
		tallies.fold(Tally::default(), Tally::plus)
	})
}

fn number(name: &str, default: u64) -> u64 {
	std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// The lives that the fuzzer has kept, each reaching code that no other one reaches.
#[test]
fn books_should_hold_in_the_lives_of_the_fuzzer() {
	let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/lives");
	let mut lives = 0;
	for entry in std::fs::read_dir(folder).expect("the corpus is available") {
		let path = entry.expect("an entry of the folder").path();
		println!("{}", path.display());
		live_by(&std::fs::read(path).expect("a life can be read"));
		lives += 1;
	}
	assert!(lives > 0);
	println!("lives of the fuzzer: {lives}");
}

#[test]
fn books_should_hold_when_anything_happens() {
	let (lives, steps) = (number("BREAKWATER_LIVES", 2), number("BREAKWATER_STEPS", ENOUGH / 2));
	let tally = live_all(lives, steps, number("BREAKWATER_SEED", 1));
	println!("random calls: {}, in {lives} lives of {steps} steps", tally.total());
	tally.print();
	if lives * steps >= ENOUGH {
		let names = ["deposit", "request_withdrawal", "cancel_withdrawal", "transfer_shares", "buy"];
		let changes =
			["increase", "extend", "decrease", "cancel", "transfer_policy", "set_renewal", "end_renewal"];
		let assessed = ["assessed_buy", "report_incident", "propose_outcome", "claim"];
		let rare = [
			"create_pool",
			"list_asset",
			"list_product",
			"update_terms",
			"buy_with",
			"collect_commission",
			"swap_key",
			"register",
			"fund_validators",
			"stake",
			"cooldown",
			"unstake",
			"approve_programme",
			"pledge",
			"set_share",
			"open_programme",
			"commit_report",
		];
		for name in names.into_iter().chain(changes).chain(assessed).chain(rare) {
			assert!(tally.calls.get(name).is_some_and(|tried| tried.done > 0), "{name} must be done");
		}
		let unchosen = ["assessment.NoneChosen"];
		let losses = ["pools.SettlementToppedUp", "pools.LoanTaken", "pools.Recovered", "claims.Recovered"];
		for name in unchosen.into_iter().chain(losses) {
			assert!(tally.events.contains_key(name), "{name} must happen");
		}
	}
}
