// SPDX-License-Identifier: Apache-2.0

//! The actions that people, chosen by dice, take in the lives of [`super::lives`].

mod bounties;
mod court;

pub use self::court::{attend, ASSESSORS};
use self::{
	bounties::{hunt, rule_bounties, run_programme},
	court::{appeal, hold_seats, is_appealable, plead, rule_court},
};
use super::{
	assessed::{assessed_buy, open_call, Table},
	env::*,
};
use crate::{
	constants::*,
	dynamic_params::{pools, reserve},
	*,
};
use breakwater_policies::types::RenewalTerms;
use breakwater_pools::PoolStatus;
use breakwater_primitives::*;
use frame_support::assert_ok;
use sp_runtime::{traits::BlakeTwo256, Permill};

/// The accounts that act.
const ACTORS: [Who; 6] = [Who::Alice, Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];

/// The source of the choices of a life. The tests must not depend on a crate's choice of numbers.
pub enum Dice {
	/// A small generator, and its state, which is never zero.
	Seed(u64),
	/// The bytes that a fuzzer has written. After the last one all choices are zero.
	Tape(std::vec::IntoIter<u8>),
}

impl Dice {
	/// Returns a number below `end`. A tape gives as many bytes as the highest choice has.
	pub fn below(&mut self, end: u64) -> u64 {
		let choice = match self {
			Self::Seed(state) => {
				*state ^= *state << 13;
				*state ^= *state >> 7;
				*state ^= *state << 17;
				*state
			}
			Self::Tape(bytes) => {
				let count = (u64::BITS - (end - 1).leading_zeros()).div_ceil(8) as usize;
				bytes.take(count).fold(0, |choice, byte| choice << 8 | u64::from(byte))
			}
		};
		choice % end
	}
	/// True after a tape's last byte. A generator never ends.
	pub fn is_over(&self) -> bool {
		matches!(self, Self::Tape(bytes) if bytes.len() == 0)
	}
	/// Returns mostly one of the two pools of the stablecoin.
	fn pool(&mut self) -> PoolId {
		[0, 0, 0, 1, 1, 1, 2, 9][self.below(8) as usize]
	}
	fn id(&mut self) -> u32 {
		self.below(4) as u32
	}
	fn who(&mut self) -> Who {
		ACTORS[self.below(6) as usize]
	}

	/// Returns a risk class.
	fn class(&mut self) -> RiskClass {
		RiskClass::ALL[self.below(RiskClass::ALL.len() as u64) as usize]
	}
	/// Returns mostly between one and 100,000 of the stablecoin, sometimes any amount up to about
	/// 10^13 units.
	fn amount(&mut self) -> Balance {
		let power = if self.below(4) > 0 { 6 + self.below(5) } else { self.below(13) };
		let magnitude = 10u128.pow(power as u32);
		magnitude + u128::from(self.below(9)) * magnitude
	}
	/// Returns between 100 and 400,000 of the stablecoin, the magnitudes of a pool's capital.
	fn cover(&mut self) -> Balance {
		let magnitude = 10u128.pow(8 + self.below(4) as u32);
		magnitude * (1 + u128::from(self.below(4)))
	}
	fn tranche(&mut self) -> Tranche {
		Tranche::ALL[self.below(2) as usize]
	}
	fn share(&mut self) -> Permill {
		Permill::from_parts(self.below(1_000_001) as u32)
	}
}

/// Returns mostly the last incident.
fn incident(dice: &mut Dice) -> IncidentId {
	let next = breakwater_claims::NextIncident::<Runtime>::get();
	next.saturating_sub(1 + dice.below(2) as u32)
}

/// An action, by the name under which it is counted.
pub type Act = (&'static str, RuntimeCall, Who);

/// Returns the name of an account, if it is one of those that act.
fn actor(account: &AccountId) -> Option<Who> {
	ACTORS.into_iter().find(|who| who.to_account_id() == *account)
}

/// Returns any one of the entries of a map.
fn any<T>(dice: &mut Dice, entries: impl Iterator<Item = T>) -> Option<T> {
	let mut entries: Vec<T> = entries.collect();
	let place = dice.below(entries.len().max(1) as u64) as usize;
	(place < entries.len()).then(|| entries.swap_remove(place))
}

/// Returns a holder of shares, with pool and tranche, and the number of shares outside the queue.
fn holder(dice: &mut Dice) -> (PoolId, Tranche, Who, Balance) {
	let positions = breakwater_pools::Positions::<Runtime>::iter();
	let known = positions
		.filter_map(|((pool, tranche, who), position)| Some((pool, tranche, actor(&who)?, position.shares)));
	any(dice, known).unwrap_or((0, Tranche::Junior, Who::Bob, 0))
}

/// Returns a call of an underwriter: deposits, withdrawals, transfers, with arguments that are
/// mostly plausible.
fn underwrite(dice: &mut Dice) -> Act {
	use breakwater_pools::Call as Pool;
	let (pool, tranche, who, shares) = holder(dice);
	let part = shares / Balance::from(1 + dice.below(4));
	let (name, (call, who)): (_, (Pool<Runtime>, Who)) = match dice.below(8) {
		0 => ("request_withdrawal", {
			// Now and then a limit that a small loss breaks. A unit is a million shares at first.
			let min_out = if dice.below(3) == 0 { part / 1_000_000 } else { 0 };
			(Pool::request_withdrawal { pool, tranche, shares: part, min_out }, who)
		}),
		1 => ("cancel_withdrawal", {
			let withdrawals = breakwater_pools::Withdrawals::<Runtime>::iter();
			let waiting = withdrawals.filter_map(|(key, withdrawal)| Some((key, actor(&withdrawal.who)?)));
			let ((pool, tranche, index), who) = any(dice, waiting).unwrap_or(((pool, tranche, 0), who));
			(Pool::cancel_withdrawal { pool, tranche, index }, who)
		}),
		2 => ("transfer_shares", {
			let to = dice.who().to_account_id();
			(Pool::transfer { pool, tranche, to, shares: part }, who)
		}),
		3 => ("remove_position", {
			let call = Pool::remove_position { pool, tranche, who: who.to_account_id() };
			(call, dice.who())
		}),
		4 => ("collect_withdrawal", (Pool::collect { pool }, who)),
		_ => ("deposit", {
			let (pool, tranche) = (dice.pool(), dice.tranche());
			(Pool::deposit { pool, tranche, amount: dice.amount(), min_shares: 1 }, dice.who())
		}),
	};
	(name, call.into(), who)
}

/// Returns a call of a staker behind the reserve.
fn back(dice: &mut Dice) -> Act {
	use breakwater_reserve::Call as Reserve;
	let positions = breakwater_reserve::Positions::<Runtime>::iter();
	let known = positions.filter_map(|(asset, who, position)| Some((asset, actor(&who)?, position.shares)));
	let (asset, who, shares) = any(dice, known).unwrap_or((USDB, Who::Bob, 0));
	let (name, call, who) = match dice.below(6) {
		4 => return ("collect_compensation", collect_compensation(dice), dice.who()),
		5 => {
			let programmes = breakwater_reserve::Programmes::<Runtime>::iter_keys();
			let programme = any(dice, programmes).unwrap_or(0);
			match dice.below(2) {
				0 => ("begin_programme", Reserve::begin_programme { programme }, dice.who()),
				_ => ("close_programme", Reserve::close_programme { programme }, dice.who()),
			}
		}
		0 => {
			("cooldown", Reserve::cooldown { asset, shares: shares / Balance::from(1 + dice.below(4)) }, who)
		}
		1 => ("unstake", Reserve::unstake { asset, min_amount: 0 }, who),
		2 => ("pay_debt", Reserve::pay_debt { asset }, dice.who()),
		_ => (
			"stake",
			{
				let asset = if dice.below(4) > 0 { USDB } else { AssetId::Native };
				Reserve::stake { asset, amount: dice.amount(), min_shares: 1 }
			},
			dice.who(),
		),
	};
	(name, call.into(), who)
}

/// A table of compensation for as many of these accounts, each with an amount of its own.
fn compensated(count: u32) -> Vec<(AccountId, Balance)> {
	let accounts = OPERATORS.iter().zip(0..count);
	accounts.map(|(who, n)| (who.to_account_id(), USD * Balance::from(n + 1))).collect()
}

/// The leaves of a table.
fn leaves(table: &[(AccountId, Balance)]) -> Vec<Vec<u8>> {
	table.iter().map(codec::Encode::encode).collect()
}

/// Returns a referendum on a table of compensation.
fn compensate(dice: &mut Dice) -> RuntimeCall {
	let table = compensated(1 + dice.below(OPERATORS.len() as u64) as u32);
	let root = binary_merkle_tree::merkle_root::<BlakeTwo256, _>(leaves(&table));
	let total = table.iter().map(|(_, amount)| amount).sum();
	let table = breakwater_reserve::CompensationTable { root, leaves: table.len() as u32, total };
	let period = (1 + dice.below(30)) * DAY;
	// Often out of what was recovered for underwriters, if anything was.
	let salvages = breakwater_reserve::Salvages::<Runtime>::iter_keys();
	let source = any(dice, salvages).filter(|_| dice.below(3) > 0);
	let source = source.map_or(breakwater_reserve::ProgrammeSource::OwnFunds, |(incident, pool)| {
		breakwater_reserve::ProgrammeSource::Salvage { incident, pool }
	});
	breakwater_reserve::Call::approve_programme { asset: USDB, table, period, source }.into()
}

/// Returns the collection of a leaf of a programme, mostly one that was not collected.
fn collect_compensation(dice: &mut Dice) -> RuntimeCall {
	let programme = any(dice, breakwater_reserve::Programmes::<Runtime>::iter());
	let (programme, count) = programme.map_or((0, 1), |(id, programme)| (id, programme.leaves));
	let table = compensated(count);
	let index = dice.below(u64::from(count)) as u32;
	let (who, amount) = table[index as usize].clone();
	let proof = binary_merkle_tree::merkle_proof::<BlakeTwo256, _, _>(leaves(&table), index).proof;
	let proof = breakwater_reserve::Proof::truncate_from(proof);
	breakwater_reserve::Call::collect_compensation { programme, who, amount, index, proof }.into()
}

/// Returns a change that a pool's manager may make. Now and then another account tries it.
fn manage(dice: &mut Dice) -> Act {
	use breakwater_pools::Call as Pool;
	let (pool, tranche) = (dice.pool(), dice.tranche());
	let who = if dice.below(8) > 0 { Who::Alice } else { dice.who() };
	let (name, call) = match dice.below(6) {
		5 => ("create_pool", create_pool_call(USDB, pool_options(100 + 50 * dice.id(), 5))),
		0 => ("set_weight", Pool::set_weight { pool, product: dice.id(), weight: dice.share() }),
		1 => ("set_status", {
			let status = if dice.below(10) > 0 { PoolStatus::Open } else { PoolStatus::Paused };
			Pool::set_status { pool, status }
		}),
		2 => ("set_fee", Pool::set_fee { pool, fee: Permill::from_percent(dice.below(12) as u32) }),
		3 => ("set_allowed", {
			// Pool 2 is private.
			let (who, is_allowed) = (dice.who().to_account_id(), dice.below(3) > 0);
			Pool::set_allowed { pool: 2, who, is_allowed }
		}),
		_ => ("reopen_tranche", {
			let all = Tranche::ALL.into_iter().flat_map(|tranche| (0..3).map(move |pool| (pool, tranche)));
			let is_exhausted = |pool, tranche| {
				let record = breakwater_pools::Pools::<Runtime>::get(pool);
				record.is_some_and(|record| record.tranche(tranche).is_exhausted())
			};
			let exhausted = all.filter(|(pool, tranche)| is_exhausted(*pool, *tranche));
			let (pool, tranche) = any(dice, exhausted).unwrap_or((pool, tranche));
			Pool::reopen_tranche { pool, tranche }
		}),
	};
	(name, call.into(), who)
}

/// Returns a call that any account may make to push work on, or a gift.
fn push(dice: &mut Dice) -> Act {
	use breakwater_claims::Call as Claim;
	use breakwater_pools::Call as Pool;
	let pool = dice.pool();
	let (name, call): (_, RuntimeCall) = match dice.below(9) {
		8 => ("collect_commission", {
			let due = breakwater_policies::Commissions::<Runtime>::iter_keys();
			let policy = any(dice, due).unwrap_or(0);
			breakwater_policies::Call::collect_commission { policy }.into()
		}),
		7 => ("renew", {
			let due = breakwater_policies::Renewals::<Runtime>::iter_keys();
			let policy = any(dice, due).unwrap_or(0);
			breakwater_policies::Call::renew { policy }.into()
		}),
		0 => {
			("process_withdrawals", Pool::process_withdrawals { pool, max: 1 + dice.below(5) as u32 }.into())
		}
		1 => ("accrue", Pool::accrue { pool, days: 1 + dice.below(400) as u32 }.into()),
		2 => ("donate", {
			let asset = if dice.below(2) == 0 { USDB } else { AssetId::Native };
			breakwater_reserve::Call::donate { asset, amount: dice.amount() }.into()
		}),
		3 => ("prune", {
			let next = breakwater_policies::NextPolicy::<Runtime>::get();
			breakwater_policies::Call::prune { policy: dice.below(u64::from(next) + 1) as u32 }.into()
		}),
		4 => (
			"process_claims",
			Claim::process { incident: incident(dice), max: 1 + dice.below(9) as u32 }.into(),
		),
		5 => ("collect", {
			let incident = incident(dice);
			let claim = breakwater_claims::Claims::<Runtime>::iter_key_prefix(incident).next();
			Claim::collect { incident, policy: claim.unwrap_or(0) }.into()
		}),
		_ => ("gift", {
			// A donation to a pool's account must change nothing.
			let target = Pools::state(pool).map_or(treasury(), |state| state.account);
			pallet_assets::Call::transfer { id: 1.into(), target: target.into(), amount: dice.amount() }
				.into()
		}),
	};
	(name, call, dice.who())
}

fn buy(dice: &mut Dice) -> Act {
	let beneficiary = (dice.below(3) == 0).then(|| dice.who().to_account_id());
	let product = dice.below(2) as u32;
	let (cover, period) = (dice.cover(), (7 + dice.below(60)) * DAY);
	let part = Permill::from_parts(dice.below(110_000) as u32);
	let commission =
		(dice.below(3) == 0).then(|| Commission { distributor: dice.who().to_account_id(), part });
	let order = Order { commission, ..order(product, cover, period, Balance::MAX) };
	if dice.below(8) == 0 {
		// Together with another call, which can be refused.
		let action = deposit_call(dice.pool(), dice.tranche(), dice.amount());
		let call = breakwater_policies::Call::buy_with { order, call: Box::new(action.into()) };
		return ("buy_with", call.into(), dice.who());
	}
	let call = breakwater_policies::Call::buy { order, beneficiary };
	("buy", call.into(), dice.who())
}

/// Returns a change of a holder's policy, with arguments that are mostly plausible.
fn change(dice: &mut Dice) -> Act {
	use breakwater_policies::Call as Cover;
	// Mostly of a policy that has not expired.
	let (is_any, now) = (dice.below(6) == 0, Clock::active());
	let policies = breakwater_policies::Policies::<Runtime>::iter();
	let policies = policies.filter(|(_, policy)| is_any || policy.expires > now);
	let known = policies.filter_map(|(id, policy)| Some((id, actor(&policy.holder)?, policy.cover_left()?)));
	let (policy, mut who, left) = any(dice, known).unwrap_or((0, Who::Ferdie, 0));
	let part = left / Balance::from(1 + dice.below(4));
	let (name, call): (_, Cover<Runtime>) = match dice.below(12) {
		8..=10 => ("set_renewal", {
			let period = (7 + dice.below(20)) * DAY;
			let prepaid = dice.amount();
			let max_premium = prepaid / (1 + u128::from(dice.below(3)));
			Cover::set_renewal { policy, renewal: Some(RenewalTerms { period, max_premium, prepaid }) }
		}),
		11 => ("end_renewal", {
			let renewing = any(dice, breakwater_policies::Renewals::<Runtime>::iter_keys());
			let policy = renewing.unwrap_or(policy);
			let holder = breakwater_policies::Policies::<Runtime>::get(policy).map(|policy| policy.holder);
			who = holder.and_then(|holder| actor(&holder)).unwrap_or(who);
			Cover::set_renewal { policy, renewal: None }
		}),
		0 | 1 => ("increase", Cover::increase { policy, by: dice.amount(), max_premium: Balance::MAX }),
		2 | 3 => ("extend", {
			let time = (1 + dice.below(40)) * DAY;
			Cover::extend { policy, time, max_premium: Balance::MAX }
		}),
		4 | 5 => ("decrease", Cover::decrease { policy, by: part, min_refund: 0 }),
		6 => ("cancel", Cover::cancel { policy, min_refund: 0 }),
		_ => ("transfer_policy", Cover::transfer { policy, to: dice.who().to_account_id() }),
	};
	(name, call.into(), who)
}

/// Returns a proposal, mostly the last.
fn proposal(dice: &mut Dice) -> u32 {
	let next = breakwater_products::NextProposal::<Runtime>::get();
	next.saturating_sub(1 + dice.below(2) as u32)
}

/// Returns a product that was proposed. The first three never are.
fn proposed_product(dice: &mut Dice) -> ProductId {
	let next = breakwater_products::NextProduct::<Runtime>::get();
	let first = ASSESSED + 1;
	first + dice.below(u64::from(next.saturating_sub(first)) + 1) as u32
}

fn facts(dice: &mut Dice) -> RiskFacts {
	let today = Day::try_from(Clock::now() / DAY).expect("a day");
	RiskFacts {
		audits: dice.below(5) as u8,
		deployed: (17_000 + dice.below(2_500)) as u32,
		bounty: dice.amount(),
		at_stake: dice.amount(),
		incidents: dice.below(4) as u8,
		// Reviewed today, or up to four hundred days ago.
		reviewed: today.saturating_sub((dice.below(2) * dice.below(400)) as u32),
	}
}

/// Returns a call of a sponsor, who proposes products, withdraws proposals, and clears away retired
/// products.
fn sponsor(dice: &mut Dice) -> Act {
	use breakwater_products::Call as Catalogue;
	let (name, call): (_, Catalogue<Runtime>) = match dice.below(4) {
		0 | 1 => ("propose_product", {
			let class = dice.class();
			let some = Listing { class, facts: facts(dice), ..listing(dice.below(2) == 0) };
			Catalogue::propose_product { listing: Box::new(some) }
		}),
		2 => ("withdraw_proposal", Catalogue::withdraw_proposal { proposal: proposal(dice) }),
		_ => ("delist", Catalogue::delist { product: proposed_product(dice) }),
	};
	(name, call.into(), dice.who())
}

/// Returns a call of the sponsor of a product about its first loss and its fee route.
fn sponsor_money(dice: &mut Dice) -> Act {
	use breakwater_sponsors::Call as Sponsor;
	let pledges = breakwater_sponsors::Pledges::<Runtime>::iter();
	let known = pledges.filter_map(|(product, pledge)| Some((product, actor(&pledge.sponsor)?)));
	let (product, who) = any(dice, known).unwrap_or((dice.below(3) as u32, dice.who()));
	let (name, call, who): (_, Sponsor<Runtime>, _) = match dice.below(8) {
		0 => (
			"set_share",
			{ Sponsor::set_share { product, share: Permill::from_percent(dice.below(60) as u32) } },
			who,
		),
		1 => ("request_first_loss", Sponsor::request_withdrawal { product, amount: dice.amount() }, who),
		2 => ("withdraw_first_loss", Sponsor::withdraw { product }, who),
		3 => (
			"set_route",
			{
				let [to_reserve, to_first_loss] =
					[0; 2].map(|_| Permill::from_percent(dice.below(60) as u32));
				let route = breakwater_sponsors::Route {
					to_reserve,
					to_first_loss,
					rest_to: dice.who().to_account_id(),
				};
				Sponsor::set_route { product, route: Some(route).filter(|_| dice.below(4) > 0) }
			},
			who,
		),
		4 => {
			let routes = breakwater_sponsors::Routes::<Runtime>::iter_keys();
			let product = any(dice, routes).unwrap_or(product);
			("pay_route", Sponsor::pay_route { product, asset: USDB }, dice.who())
		}
		5 => {
			let routes = breakwater_sponsors::Routes::<Runtime>::iter_keys();
			let product = any(dice, routes).unwrap_or(product);
			let route = Sponsors::route_account(product).expect("an account");
			let (id, amount) = (1.into(), dice.amount() / 10);
			let fees = pallet_assets::Call::transfer { id, target: route.into(), amount };
			return ("send_fees", fees.into(), dice.who());
		}
		_ => {
			let named = breakwater_sponsors::Named::<Runtime>::iter();
			let named = any(dice, named.filter_map(|(product, who)| Some((product, actor(&who)?))));
			let (product, who) = named.unwrap_or((product, who));
			("pledge", Sponsor::pledge { product, amount: dice.amount() }, who)
		}
	};
	(name, call.into(), who)
}

/// Returns a call of an operator, or of an account that pays operators.
fn operate(dice: &mut Dice) -> Act {
	use breakwater_feeds::Call as Feed;
	let (name, call): (_, Feed<Runtime>) = match dice.below(12) {
		0 => ("resign", Feed::resign {}),
		1..=3 => ("fund_reward_pool", Feed::fund { amount: dice.amount() }),
		4..=7 => ("collect_rewards", Feed::collect {}),
		8 => ("accept", Feed::accept {}),
		9 => ("top_up", Feed::top_up {}),
		_ => ("withdraw_bond", Feed::withdraw_bond {}),
	};
	(name, call.into(), dice.who())
}

/// Returns a call of a referendum about operators and the feed.
fn rule_feeds(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use breakwater_feeds::Call as Feed;
	let who = OPERATORS[dice.below(3) as usize].to_account_id();
	let (name, call): (_, Feed<Runtime>) = match dice.below(6) {
		4 | 5 => ("swap_key", Feed::swap_key { old: who, new: dice.who().to_account_id() }),
		0 => ("dismiss", Feed::dismiss { who }),
		1 => ("slash", Feed::slash { who, amount: dice.amount(), ruling: [7; 32] }),
		_ => ("set_feed", {
			let reward = dice.amount().min(BRKW);
			let reward_interval = (1 + dice.below(300)) * MINUTE;
			let own = breakwater_feeds::Rules::<Runtime>::get(FEED).expect("a product is listed on the feed");
			// Now and then a referendum tries to change the price.
			let heartbeat = if dice.below(8) > 0 { own.heartbeat } else { 20 * HOUR };
			let rules = FeedRules { heartbeat, reward_interval, reward, ..own };
			Feed::set_feed { feed: FEED, rules: (dice.below(8) > 0).then_some(rules) }
		}),
	};
	(name, call.into())
}

/// Makes those of the three accounts operators again that are none.
pub fn heal(env: &mut Env) {
	use breakwater_feeds::Call as Feed;
	for who in OPERATORS {
		let account = who.to_account_id();
		let stage =
			env.run(|| breakwater_feeds::Operators::<Runtime>::get(&account)).map(|known| known.stage);
		match stage {
			Some(OperatorStage::Active) => {}
			Some(OperatorStage::Suspended) => {
				assert_ok!(env.submit(Feed::top_up {}, who));
			}
			Some(OperatorStage::Appointed) => {
				assert_ok!(env.submit(Feed::accept {}, who));
			}
			Some(OperatorStage::Leaving { .. }) | None => make_operator(env, who),
		}
	}
}

/// Returns a call of a candidate for the validators.
fn validate(dice: &mut Dice) -> Act {
	use breakwater_validators::Call as Validator;
	let amount = genesis_config_presets::VALIDATOR_BOND;
	let (name, call): (_, Validator<Runtime>) = match dice.below(8) {
		0..=2 => ("register", Validator::register { bond: amount + dice.amount() }),
		3 => ("add_bond", Validator::add_bond { amount: dice.amount() }),
		4 => ("retire_validator", Validator::retire {}),
		5 => ("resume", Validator::resume {}),
		6 => ("withdraw_validator_bond", Validator::withdraw_bond {}),
		_ => ("fund_validators", Validator::fund { amount: dice.amount() }),
	};
	(name, call.into(), dice.who())
}

/// Returns a call of a referendum about a candidate.
fn rule_validators(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use breakwater_validators::Call as Validator;
	let who = dice.who().to_account_id();
	let (name, call): (_, Validator<Runtime>) = match dice.below(3) {
		0 => ("remove_validator", Validator::remove { who }),
		_ => ("approve_validator", Validator::approve { who }),
	};
	(name, call.into())
}

/// Returns an action.
pub fn act(dice: &mut Dice) -> Act {
	// The times to propose and to claim are short. They come seldom, as cases of the court do.
	let phase = breakwater_claims::Open::<Runtime>::get(ASSESSED).first.and_then(incident_of);
	match phase.map(|incident| incident.phase) {
		Some(Phase::Claiming { .. }) if dice.below(2) == 0 => return assess(dice),
		Some(Phase::Assessment { .. } | Phase::Challenge { .. }) if dice.below(4) == 0 => {
			return assess(dice)
		}
		None if dice.below(24) == 0 => return report(dice),
		_ => {}
	}
	// The time to appeal is short too.
	if is_appealable() && dice.below(6) == 0 {
		return appeal(dice);
	}
	match dice.below(28) {
		26 | 27 => hold_seats(dice),
		25 => plead(dice),
		23 => run_programme(dice),
		21 | 22 => hunt(dice),
		20 => sponsor_money(dice),
		19 | 24 => back(dice),
		18 => validate(dice),
		12..=14 => assess(dice),
		15 => ("assessed_buy", assessed_buy(ASSESSED, dice.cover(), dice.below(3) as u8).into(), dice.who()),
		11 => operate(dice),
		10 => sponsor(dice),
		0..=2 => underwrite(dice),
		3 => manage(dice),
		4 | 5 => push(dice),
		6 | 7 => change(dice),
		_ => buy(dice),
	}
}

/// The product that people assess.
pub const ASSESSED: ProductId = 2;

/// The tables of losses that people propose. The first is the true one.
const TABLES: [u128; 4] = [1, 1, 10, 3];

/// Returns one of the tables.
fn table(dice: &mut Dice) -> Table {
	table_of(TABLES[dice.below(4) as usize])
}

pub fn table_of(factor: u128) -> Table {
	Table([3_000, 70_000, 500].map(|loss| loss * factor * USD).to_vec())
}

/// Returns mostly the table that was upheld.
fn upheld(dice: &mut Dice, measure: Upheld) -> Table {
	let is_it = |table: &Table| match (measure, table.verdict(0)) {
		(Upheld::Losses(upheld), Verdict::Losses { table, .. }) => upheld == table,
		_ => false,
	};
	let other = table(dice);
	TABLES.map(table_of).into_iter().find(|table| is_it(table) && dice.below(8) > 0).unwrap_or(other)
}

/// Returns the report of an event of the last days.
fn report(dice: &mut Dice) -> Act {
	let at = Timestamp::get().saturating_sub(dice.below(3 * DAY));
	("report_incident", open_call(ASSESSED, at).into(), dice.who())
}

/// Returns reports, outcome proposals, claims, and the calls after them. They are mostly those that
/// the assessed product's open incident waits for.
fn assess(dice: &mut Dice) -> Act {
	use breakwater_assessment::Call as Assess;
	use breakwater_claims::Call as Claim;
	let open = breakwater_claims::Open::<Runtime>::get(ASSESSED).first;
	let incident = open.filter(|_| dice.below(8) > 0).unwrap_or_else(|| incident(dice));
	let record = incident_of(incident);
	let who = dice.who();
	let phase = record.as_ref().map(|record| record.phase);
	let (name, call): (_, RuntimeCall) = match (dice.below(6), phase) {
		(0..=3, Some(Phase::Assessment { .. } | Phase::Challenge { .. })) => {
			("propose_outcome", propose_call(incident, verdict(dice, incident)).into())
		}
		(0..=4, Some(Phase::Claiming { .. })) => ("claim", {
			let insured_accounts = breakwater_policies::InsuredAccounts::<Runtime>::iter();
			let known = insured_accounts.filter_map(|(policy, insured_account)| {
				let n = (0..3).find(|n| super::assessed::insured_account(*n) == insured_account)?;
				Some((policy, n))
			});
			let (policy, n) = any(dice, known).unwrap_or((0, 0));
			let table = record.and_then(|record| record.upheld).map(|measure| upheld(dice, measure));
			table.unwrap_or_else(|| table_of(0)).claim_call(incident, policy, n).into()
		}),
		_ => match dice.below(8) {
			0 if phase.is_none() || dice.below(3) == 0 => return report(dice),
			1 => ("process_assessment", Assess::process { incident }.into()),
			2 => ("sweep_bonds", Assess::sweep_bonds { incident: dice.id() }.into()),
			3 => ("propose_outcome", propose_call(incident, verdict(dice, incident)).into()),
			4 => ("file_evidence", {
				let policy = any(dice, breakwater_policies::Policies::<Runtime>::iter_keys()).unwrap_or(0);
				Claim::file_evidence { incident, policy, hash: Default::default(), uri: Default::default() }
					.into()
			}),
			5 => ("recover", Claim::recover { incident, pool: dice.pool(), amount: dice.amount() }.into()),
			6 => ("close", Claim::close { incident: dice.id() }.into()),
			_ => ("collect_bond", Assess::collect_bond { incident, who: dice.who().to_account_id() }.into()),
		},
	};
	(name, call, who)
}

/// Returns a verdict on an incident.
fn verdict(dice: &mut Dice, incident: IncidentId) -> Verdict {
	let opened = breakwater_claims::Incidents::<Runtime>::get(incident).map_or(0, |i| i.opened.now);
	let at = opened.saturating_sub(dice.below(2 * DAY));
	match dice.below(6) {
		0 => Verdict::NotCovered,
		1 => Verdict::Average { occurred_at: at, average: 9 * ONE / 10 },
		_ => table(dice).verdict(at),
	}
}

/// Returns a call of a referendum about products and their risk.
fn rule(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use breakwater_products::Call as Catalogue;
	let (name, call): (_, Catalogue<Runtime>) = match dice.below(11) {
		5 | 6 | 8 => ("update_terms", {
			let listing = listing(dice.below(2) == 0);
			let known = breakwater_products::Products::<Runtime>::iter();
			let active = known.filter(|(id, one)| *id > ASSESSED && one.status == ProductStatus::Active);
			let product = any(dice, active).map(|(id, _)| id).filter(|_| dice.below(4) > 0);
			let product = product.unwrap_or_else(|| proposed_product(dice));
			Catalogue::update_terms { product, terms: listing.terms, uri: listing.uri }
		}),
		7 | 9 => ("list_product", {
			let class = dice.class();
			list_call(Listing { class, facts: facts(dice), ..listing(dice.below(2) == 0) })
		}),
		0 | 1 => ("approve_product", Catalogue::approve_product { proposal: proposal(dice) }),
		2 => ("retire", {
			Catalogue::set_status { product: proposed_product(dice), status: ProductStatus::Retired }
		}),
		3 => ("update_facts", Catalogue::update_facts { product: dice.id(), facts: facts(dice) }),
		10 => ("set_admission_rules", {
			let (min_age, min_audits) = (dice.below(600) as u32, dice.below(4) as u8);
			let min_bounty = u128::from(dice.below(3)) * ONE / 1_000;
			let rules = AdmissionRules { min_age, min_audits, min_bounty };
			Catalogue::set_admission_rules { class: dice.class(), rules }
		}),
		_ => ("set_class_rules", {
			let class = dice.class();
			let mut rules = breakwater_products::risk::default_rules(class);
			rules.rate = u128::from(dice.below(100)) * ONE / 1_000;
			rules.review_days = 1 + dice.below(400) as u32;
			Catalogue::set_class_rules { class, rules }
		}),
	};
	(name, call.into())
}

/// Returns a vote on a choice of a case, mostly aye, with enough tokens for it to count.
fn vote_on(ref_index: u32, dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use pallet_democracy::{AccountVote, Conviction, Vote};
	let vote = Vote { aye: dice.below(8) > 0, conviction: Conviction::Locked1x };
	let vote = AccountVote::Standard { vote, balance: 200_000 * BRKW };
	let call = Box::new(pallet_democracy::Call::vote { ref_index, vote }.into());
	let who = frame_system::RawOrigin::Signed(dice.who().to_account_id());
	("vote", pallet_utility::Call::dispatch_as { as_origin: Box::new(who.into()), call }.into())
}

/// Returns a referendum on the reserve's money, or on the group of its asset.
fn rule_money(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use breakwater_reserve::Call as Reserve;
	let asset = if dice.below(2) == 0 { USDB } else { AssetId::Native };
	match dice.below(7) {
		0 => ("set_asset_group", {
			// Groups of no product, and now and then that of all.
			let group = Some(1 + dice.below(9) as u16).filter(|group| *group > 1 || dice.below(4) == 0);
			breakwater_pools::Call::set_asset_group { asset: USDB, group }.into()
		}),
		1 | 2 => ("approve_programme", compensate(dice)),
		3 => ("grant_emergency", {
			Reserve::grant_emergency { asset: USDB, amount: dice.amount() / 40, period: 7 * DAY }.into()
		}),
		4 => ("advance", {
			let (to, amount) = (dice.who().to_account_id(), dice.amount() / 100);
			Reserve::advance { asset: USDB, to, amount }.into()
		}),
		6 => ("name_sponsor", {
			let (product, sponsor) = (dice.below(4) as u32, dice.who().to_account_id());
			breakwater_sponsors::Call::name_sponsor { product, sponsor }.into()
		}),
		_ => ("replenish", Reserve::replenish { asset, amount: dice.amount() }.into()),
	}
}

/// Returns a call that only a referendum can make.
pub fn decree(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	let open = breakwater_claims::Open::<Runtime>::get(ASSESSED).first;
	let phase = open.and_then(incident_of).map(|incident| incident.phase);
	// Most cases are decided, few with a contradiction.
	if let (Some(Phase::Case { case, choices }), Some(incident)) = (phase, open) {
		let choice = breakwater_court::Cases::<Runtime>::get(case)
			.and_then(|record| record.dispute.ballot.at(case % choices));
		let matter = cases::Matter::Proposals(Subject::Incident(incident));
		let referendum = choice.and_then(|choice| Cases::referendum_on(matter, choice));
		if let Some(referendum) = referendum.filter(|_| dice.below(6) > 0) {
			return vote_on(referendum, dice);
		}
	}
	// The disputes about reports of bugs, too.
	let disputed = cases::Open::<Runtime>::get();
	let disputed =
		disputed.iter().find(|case| matches!(case.matter, cases::Matter::Proposals(Subject::Report(_))));
	if let Some(number) = disputed.map(|case| case.number) {
		if dice.below(2) == 0 {
			return vote_on(number + dice.below(2) as u32, dice);
		}
	}
	// The last appeals of the court.
	let last = cases::Open::<Runtime>::get();
	let last = last
		.iter()
		.find(|case| matches!(case.matter, cases::Matter::LastAppeal { .. }) && case.outcome.is_none());
	if let Some(number) = last.map(|case| case.number) {
		if dice.below(3) > 0 {
			return vote_on(number, dice);
		}
	}
	let (kind, proposal) = (dice.below(20), dice.below(3) as u32);
	match kind {
		18 | 19 => rule_court(dice),
		14 | 15 => rule_bounties(dice),
		13 | 16 | 17 => rule_money(dice),
		12 => rule_validators(dice),
		11 => ("list_asset", {
			let (min_deposit, min_withdrawal) = (USD * u128::from(1 + dice.below(3)), USD);
			breakwater_pools::Call::list_asset { asset: USDB, min_deposit, min_withdrawal }.into()
		}),
		6..=8 => rule(dice),
		9 | 10 => rule_feeds(dice),
		0 => ("admit_pool", breakwater_reserve::Call::admit_pool { pool: dice.id() }.into()),
		1 => ("remove_pool", breakwater_reserve::Call::remove_pool { pool: dice.id() }.into()),
		2 => ("adopt_outcome", {
			let incident = open.unwrap_or_else(|| incident(dice));
			let choice = if proposal < 2 { Choice::Proposal(proposal) } else { Choice::NotCovered };
			breakwater_assessment::Call::adopt_outcome { incident, choice }.into()
		}),
		3 => ("premium_share", {
			let share = Some(dice.share());
			let value = reserve::Parameters::PremiumShare(reserve::PremiumShare, share);
			pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Reserve(value) }.into()
		}),
		4 => ("min_junior", {
			let part = Some(Permill::from_percent(dice.below(50) as u32));
			let value = pools::Parameters::MinJunior(pools::MinJunior, part);
			pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Pools(value) }.into()
		}),
		_ => ("product_status", {
			let is_paused = |product: &ProductId| {
				let listed = breakwater_products::Products::<Runtime>::get(product);
				listed.is_some_and(|listed| listed.status == ProductStatus::Paused)
			};
			let (product, status) = match (0..2).find(is_paused) {
				Some(paused) => (paused, ProductStatus::Active),
				None => (dice.below(2) as u32, ProductStatus::Paused),
			};
			breakwater_products::Call::set_status { product, status }.into()
		}),
	}
}
