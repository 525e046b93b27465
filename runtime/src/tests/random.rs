//! Random sequences of calls, time and prices on the whole runtime, with `try_state` after every block.
//!
//! `BREAKWATER_STEPS` is the number of steps (1,000 by default), `BREAKWATER_SEED` chooses the sequence.

use super::env::*;
use crate::{constants::*, dynamic_params::reserve, *};
use breakwater_claims::types::Verdict;
use breakwater_pools::PoolStatus;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::{DispatchError, Permill};
use std::collections::BTreeMap;

/// A small generator: the tests must not depend on a crate's choice of numbers.
struct Dice(u64);

impl Dice {
	fn next(&mut self) -> u64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		self.0
	}
	/// Mostly one of the two pools of the stablecoin.
	fn pool(&mut self) -> PoolId {
		[0, 0, 0, 1, 1, 1, 2, 9][self.below(8) as usize]
	}
	/// Below `end`.
	fn below(&mut self, end: u64) -> u64 {
		self.next() % end
	}
	fn id(&mut self) -> u32 {
		self.below(4) as u32
	}
	fn who(&mut self) -> Who {
		[Who::Alice, Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie][self.below(6) as usize]
	}
	/// From one to about 10^12 units, small and large alike.
	fn amount(&mut self) -> Balance {
		let magnitude = 10u128.pow(self.below(13) as u32);
		magnitude + u128::from(self.below(9)) * magnitude
	}
	fn share(&mut self) -> Permill {
		Permill::from_parts(self.below(1_000_001) as u32)
	}
}

fn number(name: &str, default: u64) -> u64 {
	std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Mostly the last incident.
fn incident(dice: &mut Dice) -> IncidentId {
	let next = breakwater_claims::NextIncident::<Runtime>::get();
	next.saturating_sub(1 + dice.below(2) as u32)
}

/// One of the calls, with arguments that are mostly plausible.
fn call(dice: &mut Dice, who: Who) -> (&'static str, RuntimeCall) {
	use breakwater_claims::Call as Claim;
	use breakwater_policies::Call as Policy;
	use breakwater_pools::Call as Pool;
	use breakwater_reserve::Call as Reserve;
	let pool = dice.pool();
	match dice.below(16) {
		0 => ("deposit", Pool::deposit { pool, amount: dice.amount(), min_shares: 1 }.into()),
		1 => ("request_exit", {
			let (shares, _) = Pools::position(pool, &who.to_account_id());
			let shares = shares / Balance::from(1 + dice.below(4));
			Pool::request_exit { pool, shares, min_out: 0 }.into()
		}),
		2 => ("serve_exits", Pool::serve_exits { pool, max: 1 + dice.below(5) as u32 }.into()),
		3 => ("poke", Pool::poke { pool, days: 1 + dice.below(400) as u32 }.into()),
		4 => ("set_weight", Pool::set_weight { pool, product: dice.id(), weight: dice.share() }.into()),
		5 => ("donate", {
			let asset = if dice.below(2) == 0 { USDB } else { AssetId::Native };
			Reserve::donate { asset, amount: dice.amount() }.into()
		}),
		6 => ("prune", {
			let next = breakwater_policies::NextPolicy::<Runtime>::get();
			Policy::prune { policy: dice.below(u64::from(next) + 1) as u32 }.into()
		}),
		7 => ("push", Claim::push { incident: incident(dice), max: 1 + dice.below(9) as u32 }.into()),
		8 => ("collect", {
			let incident = incident(dice);
			let claim = breakwater_claims::Claims::<Runtime>::iter_key_prefix(incident).next();
			Claim::collect { incident, policy: claim.unwrap_or(0) }.into()
		}),
		9 => ("set_status", {
			let status = [PoolStatus::Open, PoolStatus::Open, PoolStatus::Paused][dice.below(3) as usize];
			Pool::set_status { pool, status }.into()
		}),
		10 => ("collect_exit", Pool::collect { pool }.into()),
		11 => ("transfer", {
			// A donation to a pool's account must change nothing.
			let target = Pools::state(pool).map_or(treasury(), |state| state.account);
			pallet_assets::Call::transfer { id: 1.into(), target: target.into(), amount: dice.amount() }
				.into()
		}),
		_ => ("buy", {
			let beneficiary = (dice.below(3) == 0).then(|| dice.who().to_account_id());
			Policy::buy {
				product: dice.below(2) as u32,
				version: 1,
				cover: dice.amount() * 10,
				period: (7 + dice.below(60)) * DAY,
				max_premium: Balance::MAX,
				beneficiary,
			}
			.into()
		}),
	}
}

/// One of the things only a referendum can do.
fn decree(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	match dice.below(5) {
		0 => ("admit_pool", breakwater_reserve::Call::admit_pool { pool: dice.id() }.into()),
		1 => ("remove_pool", breakwater_reserve::Call::remove_pool { pool: dice.id() }.into()),
		2 => ("decide", {
			let worst = u128::from(800 + dice.below(195)) * ONE / 1_000;
			let occurred_at = START + dice.below(30) * DAY;
			let verdict = Verdict::Upheld { occurred_at, worst };
			breakwater_claims::Call::decide { incident: incident(dice), verdict }.into()
		}),
		3 => ("premium_share", {
			let share = Some(dice.share());
			let value = reserve::Parameters::PremiumShare(reserve::PremiumShare, share);
			pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Reserve(value) }.into()
		}),
		_ => ("product_status", {
			let status = [ProductStatus::Active, ProductStatus::Active, ProductStatus::Paused];
			let status = status[dice.below(3) as usize];
			breakwater_policies::Call::set_status { product: dice.below(2) as u32, status }.into()
		}),
	}
}

/// Two products, three pools of different leverage and fee.
fn world() -> Env {
	let mut env = Env::insured(true);
	assert_ok!(env.root(list_product_call(false)));
	for (asset, leverage) in [(USDB, 200), (AssetId::Native, 100)] {
		let fee = Permill::from_percent(5);
		assert_ok!(env.submit(breakwater_pools::Call::create_pool { asset, leverage, fee }, Who::Alice));
	}
	for pool in [0, 1] {
		let weight = Permill::from_percent(80);
		let call = breakwater_pools::Call::set_weight { pool, product: 1, weight };
		assert_ok!(env.submit(call, Who::Alice));
	}
	let call = breakwater_pools::Call::set_weight { pool: 1, product: 0, weight: Permill::from_percent(50) };
	assert_ok!(env.submit(call, Who::Alice));
	assert_ok!(env.submit(
		breakwater_pools::Call::deposit { pool: 1, amount: 100_000 * USD, min_shares: 1 },
		Who::Dave
	));
	env
}

/// Operators feed a price that mostly holds, sometimes breaks for days, and sometimes nobody feeds.
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
			self.price = match dice.below(5) {
				0 => u128::from(850 + dice.below(150)),
				_ => u128::from(997 + dice.below(6)),
			};
		}
		self.left -= 1;
		if self.silent {
			return;
		}
		for operator in OPERATORS {
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

#[test]
fn books_should_hold_when_anything_happens() {
	let steps = number("BREAKWATER_STEPS", 1_000);
	let seed = number("BREAKWATER_SEED", 0x6272_6561_6b77_6174);
	let mut dice = Dice(seed.max(1));
	let mut env = world();
	let mut market = Market { price: 1_000, left: 20, silent: false };
	let mut done = BTreeMap::<&'static str, (u32, u32)>::new();
	for _ in 0..steps {
		market.step(&mut dice, &mut env);
		for _ in 0..1 + dice.below(3) {
			let who = dice.who();
			let (name, result) = if dice.below(12) == 0 {
				let (name, call) = env.run(|| decree(&mut dice));
				(name, env.root(call))
			} else {
				let (name, call) = env.run(|| call(&mut dice, who));
				let manages = matches!(name, "set_weight" | "set_status") && dice.below(8) > 0;
				(name, env.submit(call, if manages { Who::Alice } else { who }))
			};
			let count = done.entry(name).or_default();
			match result {
				Ok(()) => count.0 += 1,
				Err(DispatchError::Module(_) | DispatchError::Token(_)) => count.1 += 1,
				Err(error) => panic!("{name} was refused without a name: {error:?}"),
			}
		}
		let gap = match dice.below(20) {
			0 => DAY + dice.below(20 * DAY),
			1..=4 => MILLISECS_PER_BLOCK,
			_ => dice.below(2 * HOUR) + MILLISECS_PER_BLOCK,
		};
		env.jump(gap);
		if dice.below(2) == 0 {
			env.pass_blocks(1);
		}
	}
	let incidents = env.run(breakwater_claims::NextIncident::<Runtime>::get);
	let policies = env.run(breakwater_policies::NextPolicy::<Runtime>::get);
	let claims = env.run(|| breakwater_claims::Claims::<Runtime>::iter_keys().count());
	println!(
		"random steps: {steps}, seed {seed}, {policies} policies, {incidents} incidents, {claims} claims"
	);
	for (name, (ok, refused)) in done {
		println!("  {name}: {ok} done, {refused} refused");
	}
	if steps >= 1_000 {
		assert!(policies > 10 && incidents > 1, "the sequence must reach the interesting states");
	}
}
