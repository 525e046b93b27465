// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that moves the reserve.

use super::{mock::*, programmes::Table};
use crate::*;
use breakwater_primitives::{ActiveClock, AssetId, Balance, BountyMatch, OnIncident};
use frame_support::{
	storage::with_storage_layer,
	traits::{fungibles::Balanced, Hooks},
	weights::Weight,
};
use proptest::prelude::*;
use sp_runtime::DispatchError;

#[derive(Clone, Debug)]
enum Step {
	Donate(AssetId, Balance),
	Contribute(u32, Balance),
	Replenish(AssetId, Balance),
	Draw(u32, u32, Balance, Balance),
	Repay(u32, AssetId, Balance),
	WriteOff(u32, AssetId, Balance),
	/// A part of a loan that was written off is recovered.
	Restore(u32, u32, AssetId, Balance),
	Receive(AssetId, Balance),
	Reduce(u32, u32, AssetId, Balance),
	Gift(AssetId, Balance),
	Admit(u32),
	/// A pool covers a product, which may be one that is not good enough for the reserve.
	Cover(u32, u32),
	Remove(u32),
	Open(u32, AssetId, u16),
	Finalise(u32),
	/// An incident is rejected.
	Reject(u32),
	PayDebt(AssetId),
	Idle,
	Closing(u32, bool),
	Stake(bool, AssetId, Balance),
	Cooldown(bool, AssetId, Balance),
	Unstake(bool, AssetId),
	Pass(u64),
	Approve(u32, Balance, u64, Option<u32>),
	/// Money is recovered for the underwriters of a pool after an incident.
	Salvage(u32, u32, AssetId, Balance),
	Collect(u32, u32, u32),
	Close(u32),
	/// A programme that waits is begun.
	Begin(u32),
	Grant(AssetId, Balance),
	Advance(AssetId, Balance),
	Expose(u32, Balance, Balance),
	MatchBounty(AssetId, Balance),
}

/// One of two stakers.
fn staker(is_bob: bool) -> AccountId {
	if is_bob {
		BOB
	} else {
		ALICE
	}
}

/// The asset of a pool.
fn asset_of(pool: u32) -> AssetId {
	if pool.is_multiple_of(2) {
		USD
	} else {
		NATIVE
	}
}

fn asset() -> impl Strategy<Value = AssetId> {
	prop_oneof![Just(USD), Just(NATIVE), Just(JUNK)]
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || (0..100_000u128, 0u32..17).prop_map(|(n, shift)| n >> shift);
	prop_oneof![
		(asset(), amount()).prop_map(|(a, n)| Step::Donate(a, n)),
		(0u32..4, amount()).prop_map(|(p, n)| Step::Contribute(p, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Replenish(a, n)),
		(0u32..5, 0u32..4, amount(), amount()).prop_map(|(i, p, c, w)| Step::Draw(i, p, c, w)),
		(0u32..5, 0u32..4, Just(u128::MAX), amount()).prop_map(|(i, p, c, w)| Step::Draw(i, p, c, w)),
		(0u32..4, asset(), amount()).prop_map(|(p, a, n)| Step::Repay(p, a, n)),
		(0u32..4, asset(), amount()).prop_map(|(p, a, n)| Step::WriteOff(p, a, n)),
		(0u32..5, 0u32..4, asset(), amount()).prop_map(|(i, p, a, n)| Step::Restore(i, p, a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Receive(a, n)),
		(0u32..5, 0u32..4, asset(), amount()).prop_map(|(i, p, a, n)| Step::Reduce(i, p, a, n)),
		(0u32..5, 0u32..4, asset(), Just(u128::MAX)).prop_map(|(i, p, a, n)| Step::Reduce(i, p, a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Gift(a, n)),
		(0u32..4).prop_map(Step::Admit),
		(0u32..4, UNFIT - 2..UNFIT + 2).prop_map(|(p, q)| Step::Cover(p, q)),
		(0u32..4).prop_map(Step::Remove),
		(0u32..5, asset(), 0u16..3).prop_map(|(i, a, g)| Step::Open(i, a, g)),
		(0u32..5).prop_map(Step::Finalise),
		(0u32..5).prop_map(Step::Reject),
		asset().prop_map(Step::PayDebt),
		Just(Step::Idle),
		(0u32..5, any::<bool>()).prop_map(|(i, is_closing)| Step::Closing(i, is_closing)),
		(any::<bool>(), asset(), amount()).prop_map(|(w, a, n)| Step::Stake(w, a, n)),
		(any::<bool>(), asset(), 1..=4u128).prop_map(|(w, a, n)| Step::Cooldown(w, a, n)),
		(any::<bool>(), asset()).prop_map(|(w, a)| Step::Unstake(w, a)),
		(1u32..5, 0..2_000u128, 1..40u64, prop::option::of(0u32..3))
			.prop_map(|(leaves, more, days, incident)| Step::Approve(leaves, more, days, incident)),
		(0u32..3, 0u32..2, asset(), amount()).prop_map(|(i, p, a, n)| Step::Salvage(i, 2 * p, a, n)),
		(0u32..6, 1u32..5, 0u32..5).prop_map(|(p, leaves, index)| Step::Collect(p, leaves, index)),
		(0u32..6).prop_map(Step::Close),
		(0u32..6).prop_map(Step::Begin),
		(0u32..4, amount(), amount()).prop_map(|(p, c, e)| Step::Expose(p, c, e)),
		(asset(), amount()).prop_map(|(a, n)| Step::Grant(a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::Advance(a, n)),
		(asset(), amount()).prop_map(|(a, n)| Step::MatchBounty(a, n)),
		(0..40u64, 0..DAY).prop_map(|(days, rest)| Step::Pass(days * DAY / 2 + rest)),
	]
}

fn cases() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

/// True if a pool covers a product that is not good enough for the reserve.
fn is_unfit(pool: u32) -> bool {
	use breakwater_primitives::Risks;
	<Products as Risks>::products_of(pool).into_iter().any(|product| product >= UNFIT)
}

/// The worth of a staker's shares now.
fn worth(asset: &AssetId, who: &AccountId) -> Balance {
	let stake = book(asset).stake.release(TestClock::active()).expect("it fits");
	let position = Positions::<Test>::get(asset, who).filter(|position| position.epoch == stake.epoch);
	position.map_or(0, |position| stake.worth(position.shares).expect("it fits"))
}

/// No group drew more than 40 % of the funds of its last incident within 30 days of any draw.
fn check_groups(draws: &[(u64, IncidentAccount, Balance)]) {
	for (at, last, _) in draws {
		let is_in = |(time, limits, _): &&(u64, IncidentAccount, Balance)| {
			time <= at && at - time <= 30 * DAY && (&limits.asset, limits.group) == (&last.asset, last.group)
		};
		let sum: Balance = draws.iter().filter(is_in).map(|(_, _, paid)| paid).sum();
		let most = draws.iter().filter(is_in).map(|(_, limits, _)| limits.funds).max().unwrap_or(0);
		assert!(sum * 10 <= most * 4, "{sum} of {most}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn any_sequence_should_keep_the_invariants(steps in prop::collection::vec(step(), 1..40)) {
		use breakwater_primitives::{Backstop, Income, Source};
		use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
		ExtBuilder::default().build_and_execute(|| {
			let mut draws = Vec::new();
			let mut collected = std::collections::BTreeSet::new();
			for step in steps {
				match step {
					Step::Donate(asset, amount) => {
						let _ = Reserve::donate(RuntimeOrigin::signed(ALICE), asset, amount);
					},
					Step::Replenish(asset, amount) => {
						let treasury = balance(&asset, &TREASURY);
						let own = book(&asset).own;
						let is_done = Reserve::replenish(RuntimeOrigin::root(), asset.clone(), amount).is_ok();
						let given = if is_done { amount } else { 0 };
						assert_eq!(balance(&asset, &TREASURY), treasury - given);
						assert!((own + given / 2..=own + given).contains(&book(&asset).own));
					},
					Step::Contribute(pool, amount) => {
						let asset = asset_of(pool);
						let _ = Reserve::receive(asset.clone(), Source::Premium(pool), money(asset, amount));
					},
					Step::Draw(incident, pool, capital, wanted) => {
						// An incident's product and a pool that underwrites it have one asset.
						let is_other = |limits: IncidentAccount| limits.asset != asset_of(pool);
						if Incidents::<Test>::get(incident).is_some_and(is_other) {
							continue;
						}
						let given = draw_with(incident, pool, &asset_of(pool), capital, wanted);
						let (paid, held_back) = given.unwrap_or_default();
						assert!(paid + held_back <= wanted.min(capital));
						let account = Pools::<Test>::get(pool, asset_of(pool));
						let got = account.paid + account.owed + account.paid_later;
						assert!(got <= account.contributed * 10);
						if let Some(limits) = Incidents::<Test>::get(incident) {
							draws.push((TestClock::active(), limits, paid));
						}
						check_groups(&draws);
					},
					Step::Repay(pool, asset, amount) => {
						let (before, own) = (Reserve::lent(pool, &asset), book(&asset).own);
						let is_taken = repay(pool, &asset, amount).is_ok();
						let taken = if is_taken { amount } else { 0 };
						// All of it, or none, and never more than is lent.
						assert_eq!(Reserve::lent(pool, &asset), before - taken);
						assert!(book(&asset).own <= own + taken);
						assert!(is_taken || amount > before || own == 0);
					},
					Step::Restore(incident, pool, asset, amount) => {
						let before = (Pools::<Test>::get(pool, &asset), Reserve::lent(pool, &asset));
						let most = Reserve::forgiven(incident, pool, &asset);
						assert!(most <= before.0.written_off, "no more than was written off");
						let amount = if amount % 2 == 0 { amount.min(most) } else { amount };
						let is_taken = Reserve::restore(incident, pool, asset.clone(), money(asset.clone(), amount)).is_ok();
						let taken = if is_taken { amount } else { 0 };
						let after = Pools::<Test>::get(pool, &asset);
						assert_eq!(after.written_off, before.0.written_off - taken);
						assert_eq!(Reserve::lent(pool, &asset), before.1);
					},
					Step::WriteOff(pool, asset, amount) => {
						let (before, own) = (Reserve::lent(pool, &asset), book(&asset).own);
						Reserve::written_off(pool, asset.clone(), amount);
						assert_eq!(Reserve::lent(pool, &asset), before - amount.min(before));
						assert_eq!(book(&asset).own, own);
					},
					Step::Receive(asset, amount) => {
						let (own, pools) = (book(&asset).own, Pools::<Test>::iter().collect::<Vec<_>>());
						let taken = take_in(&asset, amount).map_or(0, |_| amount);
						assert!((own + taken / 2..=own + taken).contains(&book(&asset).own));
						assert_eq!(Pools::<Test>::iter().collect::<Vec<_>>(), pools, "no pool's contribution");
					},
					Step::Reduce(incident, pool, asset, amount) => {
						let backing = Backings::<Test>::get(incident, pool).filter(|backing| backing.asset == asset);
						let (before, owed) = (book(&asset), backing.map_or(0, |backing| backing.owed));
						Reserve::reduce_obligation(incident, pool, asset.clone(), amount);
						let owed = before.owed - amount.min(owed);
						let set_aside = before.set_aside.min(owed);
						let own = before.own + before.set_aside - set_aside;
						assert_eq!(book(&asset), Book { own, set_aside, owed, ..before });
					},
					Step::Gift(asset, amount) => {
						let _ = AllAssets::transfer(asset, &BOB, &account(), amount, Preservation::Preserve);
					},
					Step::Admit(pool) => {
						let is_done = Reserve::admit_pool(RuntimeOrigin::root(), pool).is_ok();
						assert!(!(is_done && is_unfit(pool)), "a product is behind the reserve");
					},
					Step::Cover(pool, product) => cover(pool, &[product]),
					Step::Remove(pool) => {
						let _ = Reserve::remove_pool(RuntimeOrigin::root(), pool);
					},
					Step::Open(incident, asset, group) => open(incident, &asset, group),
					Step::Finalise(incident) => finalise(incident),
					Step::Reject(incident) => {
						<Reserve as OnIncident>::rejected(incident, 0);
					}
					Step::PayDebt(asset) => {
						let (before, claims) = (book(&asset), balance(&asset, &CLAIMS));
						let _ = with_storage_layer(|| {
							Reserve::pay_debt(RuntimeOrigin::signed(BOB), asset.clone())
						});
						let paid = balance(&asset, &CLAIMS) - claims;
						let (owed, set_aside) = (before.owed - paid, before.set_aside - paid);
						assert_eq!(book(&asset), Book { owed, set_aside, paid_out: before.paid_out + paid, ..before });
					},
					Step::Idle => {
						Reserve::on_idle(1, Weight::MAX);
					},
					Step::Closing(incident, is_closing) => set_closing(incident, is_closing),
					Step::Stake(who, asset, amount) => {
						let _ = Reserve::stake(RuntimeOrigin::signed(staker(who)), asset, amount, 0);
					},
					Step::Cooldown(who, asset, part) => {
						let shares = Positions::<Test>::get(&asset, staker(who)).map_or(0, |p| p.shares) / part;
						let _ = Reserve::cooldown(RuntimeOrigin::signed(staker(who)), asset, shares);
					},
					Step::Unstake(who, asset) => {
						let (own, worth) = (balance(&asset, &staker(who)), worth(&asset, &staker(who)));
						let _ = with_storage_layer(|| {
							Reserve::unstake(RuntimeOrigin::signed(staker(who)), asset.clone(), 0)
						});
						assert!(balance(&asset, &staker(who)) <= own + worth);
					},
					Step::Pass(time) => TestClock::pass(time),
					Step::Salvage(incident, pool, asset, amount) => {
						let before = book(&asset);
						let is_done = salvage(incident, pool, &asset, amount).is_ok();
						let taken = if is_done { amount } else { 0 };
						let (salvage, salvaged) = (before.salvage + taken, before.salvaged + taken);
						assert_eq!(book(&asset), Book { salvage, salvaged, ..before });
					},
					Step::Approve(leaves, more, days, incident) => {
						let (own, table) = (book(&USD).own, Table::of(leaves).table());
						let recovered = book(&USD).salvage;
						let source = match incident {
							None => ProgrammeSource::OwnFunds,
							Some(incident) => ProgrammeSource::Salvage { incident, pool: 0 },
						};
						// Some tables sum to less than their total, and some to more.
						let total = table.total.saturating_add(more).saturating_sub(1_000);
						let table = CompensationTable { total, ..table };
						let left = incident.map(|incident| Salvages::<Test>::get(incident, 0).map_or(0, |s| s.left));
						let (root, period) = (RuntimeOrigin::root(), days * DAY);
						let is_done = Reserve::approve_programme(root, USD, table, period, source).is_ok();
						let waits = Programmes::<Test>::iter_values().any(|it| it.waits.is_some() && it.total == total);
						let is_frozen = Freezes::<Test>::get(USD).is_on() && incident.is_none();
						assert!(!is_done || !is_frozen || waits, "a programme waits for incidents");
						let taken = if is_done && !is_frozen { total } else { 0 };
						let (from_own, from_salvage) = if incident.is_some() { (0, taken) } else { (taken, 0) };
						assert_eq!(book(&USD).own, own - from_own);
						assert_eq!(book(&USD).salvage, recovered - from_salvage);
						assert!(left.is_none_or(|left| taken <= left), "no more than was recovered for these");
					},
					Step::Begin(programme) => {
						let (own, waits) = (book(&USD).own, Programmes::<Test>::get(programme));
						let is_done = Reserve::begin_programme(RuntimeOrigin::signed(BOB), programme).is_ok();
						let taken = if is_done { waits.expect("it was there").total } else { 0 };
						assert_eq!(book(&USD).own, own - taken);
						assert!(!is_done || !Freezes::<Test>::get(USD).is_on(), "no incident is open");
					},
					Step::Collect(programme, leaves, index) => {
						let table = Table::of(leaves);
						let index = index % leaves;
						let (who, amount) = table.0[index as usize].clone();
						let before = balance(&USD, &who);
						let collect_at = |place| {
							let (caller, who, proof) = (RuntimeOrigin::signed(BOB), who.clone(), table.proof(index));
							let collected = with_storage_layer(|| {
								Reserve::collect_compensation(caller, programme, who, amount, place, proof)
							});
							collected.is_ok()
						};
						let elsewhere = (0..leaves).filter(|place| *place != index).find(|place| collect_at(*place));
						assert_eq!(elsewhere, None, "a leaf is paid at the place of another");
						let is_done = collect_at(index);
						assert_eq!(balance(&USD, &who) - before, if is_done { amount } else { 0 });
						if is_done {
							assert!(collected.insert((programme, index)), "no leaf is paid twice");
						}
					},
					Step::Close(programme) => {
						let _ = Reserve::close_programme(RuntimeOrigin::signed(BOB), programme);
					},
					Step::Expose(pool, capital, exposure) => {
						expose(pool, asset_of(pool), capital, &[(1, exposure), (2, exposure / 3)]);
					},
					Step::MatchBounty(asset, most) => {
						let before = book(&asset);
						let given = with_storage_layer(|| {
							let credit = Reserve::give(asset.clone(), most)?;
							let amount = credit.peek();
							AllAssets::resolve(&TREASURY, credit).map_err(|_| DispatchError::Unavailable)?;
							Ok::<_, DispatchError>(amount)
						});
						let given = given.unwrap_or(0);
						assert_eq!(before.own - book(&asset).own, given);
						assert!(given <= most && given <= before.own / 20);
					},
					Step::Grant(asset, amount) => {
						let _ = Reserve::grant_emergency(RuntimeOrigin::root(), asset, amount, 30 * DAY);
					},
					Step::Advance(asset, amount) => {
						let (own, got) = (book(&asset).own, balance(&asset, &TREASURY));
						let _ = with_storage_layer(|| {
							Reserve::advance(RuntimeOrigin::root(), asset.clone(), TREASURY, amount)
						});
						assert_eq!(own - book(&asset).own, balance(&asset, &TREASURY) - got);
					},
				}
				Reserve::do_try_state().expect("the invariants hold");
			}
		});
	}
}
