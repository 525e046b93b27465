// SPDX-License-Identifier: Apache-2.0

//! Cases in which no account votes, and claims that void a renewal, on a public chain with the
//! defaults of its parameters. Periods are 7 and 30 days, with 14 days of grace. Cases take 7 days,
//! and the window for claims is 14 days.

use super::{
	assessed::{assessed_buy, assessed_listing, insured_account, open_call, Table},
	env::*,
	short::set,
};
use crate::{constants::*, *};
use breakwater_policies::types::RenewalTerms;
use breakwater_primitives::*;
use frame_support::{assert_ok, traits::Get};
use pallet_democracy::ReferendumInfo;
use sp_runtime::Permill;

type Cover = breakwater_policies::Call<Runtime>;

/// Starts a public chain on which a leap in time equals the blocks of that time. The longest gap
/// that counts as active time is a year, which only a development chain can have. The choice of a
/// case is enacted a block after its votes are counted.
fn public() -> Env {
	use dynamic_params::democracy::{EnactmentPeriod, Parameters};
	let mut env = Env::from_preset("local_testnet");
	env.run(|| genesis_parameters::IsDevelopment::<Runtime>::put(true));
	set_max_gap(&mut env, YEAR);
	set(&mut env, RuntimeParameters::Democracy(Parameters::EnactmentPeriod(EnactmentPeriod, Some(1))));
	env
}

fn set_max_gap(env: &mut Env, gap: Moment) {
	use dynamic_params::clock::{MaxGap, Parameters};
	set(env, RuntimeParameters::Clock(Parameters::MaxGap(MaxGap, Some(gap))));
}

/// Passes blocks at their usual reward interval, in leaps of at most half a day. The last two of
/// each leap come one by one, so that their hooks have room. No block is missed in which a
/// referendum begins or ends or a call is scheduled.
fn pass(env: &mut Env, millis: Moment) {
	let mut left = u32::try_from(millis / MILLISECS_PER_BLOCK).expect("not so long");
	while left > 0 {
		let step = env.run(|| {
			let now = System::block_number();
			let referenda = pallet_democracy::ReferendumInfoOf::<Runtime>::iter_values();
			let ends = referenda.filter_map(|info| match info {
				ReferendumInfo::Ongoing(status) => Some(status.end),
				ReferendumInfo::Finished { .. } => None,
			});
			let period: BlockNumber = <Runtime as pallet_democracy::Config>::LaunchPeriod::get();
			let is_proposed = pallet_democracy::PublicProps::<Runtime>::decode_len().unwrap_or(0) > 0;
			let launch = is_proposed.then_some((now / period + 1) * period);
			let agenda = pallet_scheduler::Agenda::<Runtime>::iter_keys();
			let next = ends.chain(agenda).chain(launch).filter(|block| *block > now).min();
			let most = next.map_or(u32::MAX, |block| block - now);
			left.saturating_sub(2).clamp(1, DAYS / 2).min(most)
		});
		env.leap(step, Moment::from(step) * MILLISECS_PER_BLOCK);
		left -= step;
		for _ in 0..left.min(2) {
			env.leap(1, MILLISECS_PER_BLOCK);
			left -= 1;
		}
	}
}

/// Passes time in the same way, with a price that three operators feed every hour, or every twelve
/// if it is more than two days.
fn pass_with_price(env: &mut Env, millis: Moment, thousandths: u128) {
	let end = env.now() + millis;
	let step = if millis > 2 * DAY { 12 * HOUR } else { HOUR };
	while env.now() < end {
		env.feed(thousandths);
		let left = end - env.now();
		pass(env, step.min(left));
	}
}

/// Opens a pool of Alice with a million of Bob, which underwrites product 0.
fn open_pool(env: &mut Env) {
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
	let weight = Permill::from_percent(90);
	assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product: 0, weight }, Who::Alice));
	// A manager holds a part of junior.
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 20_000 * USD), Who::Alice));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000_000 * USD), Who::Bob));
}

/// Starts a chain in which product 0 is assessed. Dave and Eve have policies 0 and 1 of 10,000 and
/// 20,000 for 30 days, on the insured accounts of keys 0 and 1. A tenth of a loss is their own. Two
/// days have passed.
fn assessed() -> Env {
	let mut env = public();
	assert_ok!(env.root(list_call(assessed_listing())));
	open_pool(&mut env);
	assert_ok!(env.submit(assessed_buy(0, 10_000 * USD, 0), Who::Dave));
	assert_ok!(env.submit(assessed_buy(0, 20_000 * USD, 1), Who::Eve));
	pass(&mut env, 2 * DAY);
	env
}

fn phase(env: &mut Env, incident: IncidentId) -> Phase {
	env.run(|| incident_of(incident)).expect("the incident").phase
}

fn line(env: &mut Env) -> breakwater_pools::Line {
	let lines = env.run(|| breakwater_pools::Pools::<Runtime>::get(0).expect("a pool").lines);
	*lines.iter().find(|line| line.product == 0).expect("pool 0 underwrites product 0")
}

/// Guard: an incident that voters did not decide ended without a payment.
#[test]
fn holders_should_be_paid_by_the_largest_bond_when_no_account_votes() {
	let mut env = assessed();
	let before = [Who::Dave, Who::Eve, Who::Ferdie, Who::Bob, Who::Charlie].map(|who| env.usd(who));
	let occurred_at = env.now() - HOUR;
	let (told, truth) = (Table(vec![10_000 * USD, 0]), Table(vec![10_000 * USD, 20_000 * USD]));
	assert_ok!(env.submit(open_call(0, occurred_at), Who::Ferdie));
	assert_ok!(env.submit(propose_call(0, Verdict::NotCovered), Who::Bob));
	assert_ok!(env.submit(propose_call(0, told.verdict(occurred_at)), Who::Bob));
	let bonds = before[3] - env.usd(Who::Bob);
	assert_ok!(env.submit(propose_call(0, truth.verdict(occurred_at)), Who::Charlie));
	// The third bond is double each of the first two.
	assert_eq!(before[4] - env.usd(Who::Charlie), bonds);
	pass(&mut env, 2 * DAY + MINUTE);
	assert!(matches!(phase(&mut env, 0), Phase::Case { choices: 3, .. }));
	pass(&mut env, 7 * DAY + MINUTE);
	assert!(matches!(phase(&mut env, 0), Phase::Claiming { .. }), "{:?}", phase(&mut env, 0));
	for n in 0..2 {
		let claim = env.run(|| truth.claim_call(0, n, n as u8));
		assert_ok!(env.submit(claim, Who::Alice));
	}
	pass(&mut env, 15 * DAY);
	assert_eq!((phase(&mut env, 0), line(&mut env).locked), (Phase::Paid, 0));
	// A tenth of a loss is the holder's own. Half of the bonds of Bob are Charlie's.
	let after = [Who::Dave, Who::Eve, Who::Ferdie, Who::Bob, Who::Charlie].map(|who| env.usd(who));
	let half = bonds / 4 * 2;
	assert_eq!([after[0] - before[0], after[1] - before[1]], [9_000 * USD, 18_000 * USD]);
	assert_eq!((after[2], before[3] - after[3], after[4] - before[4]), (before[2], bonds, half));
}

/// Starts a chain on which Ferdie buys 90,000 for a week, and renews it once. The loss happens on
/// the third day of the cover. It is reported 20 days after the purchase, before the right to claim
/// without the renewal ends, and upheld two days later. 29 days after the purchase the day of the
/// renewed cover is over as well, and the window for claims is open for a week more. Returns the
/// time of the purchase, and the table.
fn story(loss: Balance) -> (Env, Moment, Table) {
	let mut env = assessed();
	let start = env.now();
	let order = order(0, 90_000 * USD, 7 * DAY, 90_000 * USD);
	let order = Order { insured_account: Some(insured_account(2)), ..order };
	assert_ok!(env.submit(Cover::buy { order, beneficiary: None }, Who::Ferdie));
	let bought = env.run(|| Policies::policy_state(2)).expect("policy 2");
	assert_eq!(bought.ends_at, start + 7 * DAY);
	// Enough for one renewal.
	let prepaid = bought.premium * 3 / 4;
	let renewal = RenewalTerms { period: 7 * DAY, max_premium: prepaid, prepaid };
	assert_ok!(env.submit(Cover::set_renewal { policy: 2, renewal: Some(renewal) }, Who::Ferdie));
	pass(&mut env, 20 * DAY);
	assert_eq!(env.run(|| Policies::policy_state(2)).expect("policy 2").ends_at, start + 14 * DAY);

	let occurred_at = start + 3 * DAY;
	let table = Table(vec![0, 0, loss]);
	assert_ok!(env.submit(open_call(0, occurred_at), Who::Ferdie));
	assert_ok!(env.submit(propose_call(0, table.verdict(occurred_at)), Who::Charlie));
	pass(&mut env, 2 * DAY + MINUTE);
	assert!(matches!(phase(&mut env, 0), Phase::Claiming { .. }), "{:?}", phase(&mut env, 0));
	let left = start + 29 * DAY + 6 * HOUR - env.now();
	pass(&mut env, left);
	assert!(matches!(phase(&mut env, 0), Phase::Claiming { .. }));
	(env, start, table)
}

#[test]
fn claim_should_be_paid_when_its_renewal_is_void() {
	let (mut env, _, table) = story(100_000 * USD);
	let ferdie = env.usd(Who::Ferdie);
	let before = line(&mut env);
	let claim = env.run(|| table.claim_call(0, 2, 2));
	assert_ok!(env.submit(claim, Who::Dave));
	assert_eq!(env.usd(Who::Ferdie) - ferdie, 90_000 * USD);
	assert_eq!(line(&mut env).exposure, before.exposure);
	env.pass_blocks(1);
}

/// Guard: a pool of a million was dead for good after a claim of 18,000.
#[test]
fn pool_should_go_on_when_a_claim_of_a_part_has_followed_a_void_renewal() {
	let (mut env, start, table) = story(20_000 * USD);
	let claim = env.run(|| table.claim_call(0, 2, 2));
	assert_ok!(env.submit(claim, Who::Dave));
	for days in [33, 100, 400] {
		let left = start + days * DAY - env.now();
		pass(&mut env, left);
		assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 400 }, Who::Alice));
		if days > 40 {
			assert_eq!(phase(&mut env, 0), Phase::Paid);
			assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000 * USD), Who::Eve));
			assert_ok!(env.submit(assessed_buy(0, 1_000 * USD, 0), Who::Dave));
		}
	}
}

/// Breaks the price for three hours, stops the chain for ten minutes, and restores the price. The
/// data do not show whether the breach lasted, and people assess.
fn unclear(env: &mut Env) {
	pass_with_price(env, 3 * HOUR, 900);
	set_max_gap(env, 60 * SECOND);
	env.jump(10 * MINUTE);
	set_max_gap(env, YEAR);
	env.pass_blocks(2);
	pass_with_price(env, 3 * HOUR, 1_000);
}

/// Proposes two proposals on an incident of a trigger. The case begins two days after the second.
/// Returns the time of the event.
fn disputed(env: &mut Env, id: IncidentId, wait: Moment) -> Moment {
	assert!(matches!(phase(env, id), Phase::Assessment { .. }), "{:?}", phase(env, id));
	let occurred_at = env.run(|| incident_of(id)).expect("the incident").occurred_at;
	pass_with_price(env, wait, 1_000);
	let breach = Verdict::Average { occurred_at, average: 9 * ONE / 10 };
	assert_ok!(env.submit(propose_call(id, breach), Who::Charlie));
	pass_with_price(env, DAY, 1_000);
	assert_ok!(env.submit(propose_call(id, Verdict::NotCovered), Who::Bob));
	pass_with_price(env, 2 * DAY + MINUTE, 1_000);
	assert!(matches!(phase(env, id), Phase::Case { .. }), "{:?}", phase(env, id));
	occurred_at
}

/// Guard: the walk over the policies of a trigger's incident skipped a holder of 90,000, for good.
/// After each block it is checked that no claim was skipped.
#[test]
fn walk_should_pay_every_holder_when_a_renewal_is_void_and_no_account_votes() {
	let mut env = public();
	assert_ok!(env.root(list_product_call(true)));
	open_pool(&mut env);
	pass_with_price(&mut env, 3 * HOUR, 1_000);
	// Dave buys 90,000 for a week, and renews it once. Five days later comes the incident.
	let start = env.now();
	let buy = Cover::buy { order: order(0, 90_000 * USD, 7 * DAY, 90_000 * USD), beneficiary: None };
	assert_ok!(env.submit(buy, Who::Dave));
	let bought = env.run(|| Policies::policy_state(0)).expect("policy 0");
	let prepaid = bought.premium * 3 / 4;
	let renewal = RenewalTerms { period: 7 * DAY, max_premium: prepaid, prepaid };
	assert_ok!(env.submit(Cover::set_renewal { policy: 0, renewal: Some(renewal) }, Who::Dave));
	pass_with_price(&mut env, 4 * DAY + 12 * HOUR, 1_000);
	unclear(&mut env);
	let left = start + 11 * DAY - env.now();
	let occurred_at = disputed(&mut env, 0, left);
	assert!(start < occurred_at && occurred_at < start + 6 * DAY);
	assert_eq!(env.run(|| Policies::policy_state(0)).expect("policy 0").ends_at, start + 14 * DAY);
	let before = env.usd(Who::Dave);
	let until = start + 24 * DAY;
	while env.now() < until && phase(&mut env, 0) != Phase::Paid {
		env.feed(1_000);
		let left = until - env.now();
		pass(&mut env, left.min(HOUR));
	}
	// Of two equal bonds the first counts: the breach.
	assert_eq!(phase(&mut env, 0), Phase::Paid);
	assert!(env.now() > start + 14 * DAY, "the renewed cover has ended");
	assert!(env.usd(Who::Dave) - before >= 90_000 * USD);
	pass(&mut env, 40 * DAY);
}
