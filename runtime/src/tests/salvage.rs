// SPDX-License-Identifier: Apache-2.0

//! Money that comes back long after a loss: the claims, the reserve's loan, and then those who held
//! the shares have it. A programme out of it is collected with proofs.

use super::{env::*, short::set};
use crate::*;
use binary_merkle_tree::{merkle_proof, merkle_root};
use breakwater_pools::BorneLoss;
use breakwater_primitives::*;
use breakwater_reserve::{Call as ReserveCall, CompensationTable, ProgrammeSource, Proof};
use codec::Encode;
use frame_support::assert_ok;
use sp_runtime::{traits::BlakeTwo256, Permill};

type Table = Vec<(AccountId, Balance)>;

fn borne(env: &mut Env, incident: IncidentId) -> Option<BorneLoss> {
	env.run(|| breakwater_pools::BorneLosses::<Runtime>::get(incident, 0))
}

fn recover(env: &mut Env, incident: IncidentId, amount: Balance) -> Balance {
	let before = env.usd(Who::Charlie);
	assert_ok!(env.submit(breakwater_claims::Call::recover { incident, pool: 0, amount }, Who::Charlie));
	before - env.usd(Who::Charlie)
}

fn reserve(env: &mut Env) -> ReserveState<AccountId> {
	env.run(|| Reserve::state(USDB)).expect("the reserve has a book")
}

/// The shares of a tranche, queued ones included, in the order of the accounts.
fn holders(env: &mut Env, tranche: Tranche) -> Table {
	let mut holders: Table = env.run(|| {
		let epoch = breakwater_pools::Pools::<Runtime>::get(0).expect("pool 0").tranche(tranche).epoch;
		breakwater_pools::Positions::<Runtime>::iter_prefix((0, tranche))
			.filter(|(_, position)| position.epoch == epoch)
			.map(|(who, position)| (who, position.shares + position.queued))
			.collect()
	});
	holders.sort();
	holders
}

/// Parts of an amount by shares, each rounded down, as `scripts/compensation` makes them.
fn parts(amount: Balance, holders: &Table) -> Table {
	let all: Balance = holders.iter().map(|(_, shares)| shares).sum();
	let part = |shares: Balance| {
		let part = sp_core::U256::from(amount) * sp_core::U256::from(shares) / sp_core::U256::from(all);
		Balance::try_from(part).expect("it is a part")
	};
	holders.iter().map(|(who, shares)| (who.clone(), part(*shares))).collect()
}

fn total(table: &Table) -> Balance {
	table.iter().map(|(_, amount)| amount).sum()
}

fn leaves(table: &Table) -> Vec<Vec<u8>> {
	table.iter().map(Encode::encode).collect()
}

fn approve(table: &Table, more: Balance, incident: IncidentId) -> ReserveCall<Runtime> {
	let root = merkle_root::<BlakeTwo256, _>(leaves(table));
	let total = total(table) + more;
	let table = CompensationTable { root, leaves: table.len() as u32, total };
	let source = ProgrammeSource::Salvage { incident, pool: 0 };
	ReserveCall::approve_programme { asset: USDB, table, period: 90 * DAY, source }
}

fn collect(table: &Table, index: usize) -> ReserveCall<Runtime> {
	let (who, amount) = table[index].clone();
	let proof = merkle_proof::<BlakeTwo256, _, _>(leaves(table), index as u32).proof;
	let (index, proof) = (index as u32, Proof::truncate_from(proof));
	ReserveCall::collect_compensation { programme: 0, who, amount, index, proof }
}

/// A pool at twice its capital, of Bob and Dave in the junior and Eve in the senior tranche, whose
/// two struck products fail together. Premium of a third one streams on, and is pledged for the
/// reserve's loan.
fn struck() -> (Env, [Table; 2]) {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let mut env = Env::development();
	let all = Some(Permill::one());
	set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	super::short::list(&mut env, 1);
	super::short::list(&mut env, 2);
	let decision = Decision::Trigger(Trigger { threshold: 8 * ONE / 10, ..trigger() });
	assert_ok!(env.root(list_call(Listing { group: 3, decision, ..listing(true) })));
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Alice));
	for product in 0..3 {
		let weight = Permill::one();
		assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product, weight }, Who::Alice));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 10_001 * USD + 7), Who::Bob));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 12_000 * USD), Who::Dave));
	assert_ok!(env.submit(deposit_call(0, Tranche::Senior, 77_999 * USD), Who::Eve));
	assert_ok!(env.submit(ReserveCall::donate { asset: USDB, amount: 50_000 * USD }, Who::Bob));
	assert_ok!(env.root(ReserveCall::admit_pool { pool: 0 }));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(super::short::buy(2, 10_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(super::short::buy(0, 95_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(super::short::buy(1, 90_000 * USD), Who::Ferdie));
	env.pass_time_with_price(3 * DAY, 1_000);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 10 }, Who::Alice));
	let holders = Tranche::ALL.map(|tranche| holders(&mut env, tranche));
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	(env, holders)
}

fn settlement(env: &mut Env, incident: IncidentId) -> Settlement {
	env.run(|| incident_of(incident)).expect("settled").pools.first().expect("one pool").settlement
}

#[test]
fn recovery_should_pay_claims_then_the_loan_then_the_holders_of_the_day_to_the_unit() {
	let (mut env, [junior, senior]) = struck();
	// The one that was settled first took junior and a part of senior.
	let both = |env: &mut Env, id| borne(env, id).is_some_and(|lost| lost.junior > 0 && lost.senior > 0);
	let id = (0..2).find(|id| both(&mut env, *id)).expect("both tranches lost");
	let (old, lost) = (settlement(&mut env, id), borne(&mut env, id).expect("the tranches lost"));
	assert!(old.is_final && old.owed_by_pool > 0);
	assert_eq!(lost.total(), Some(old.from_pool));

	// Guard: an account that buys in before the recovery has no part of it.
	assert_ok!(
		env.submit(breakwater_pools::Call::reopen_tranche { pool: 0, tranche: Tranche::Junior }, Who::Alice)
	);
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 500_000 * USD), Who::Ferdie));
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 10 }, Who::Alice));
	let book = |env: &mut Env| env.run(|| breakwater_pools::Pools::<Runtime>::get(0)).expect("pool 0");
	let loan = book(&mut env).pledge.expect("premium is pledged").owed;
	let (tranches, before) = ((book(&mut env).junior, book(&mut env).senior), reserve(&mut env));
	assert_eq!(before.lent, loan + book(&mut env).fees_payable.loan);

	let owed = old.owed_by_pool + old.owed_by_reserve;
	assert_eq!(recover(&mut env, id, owed), owed);
	assert_eq!(reserve(&mut env).salvage, 0, "the claims are first");
	let owed_by_reserve = before.owed - old.owed_by_reserve;
	assert_eq!((reserve(&mut env).owed, reserve(&mut env).lent), (owed_by_reserve, before.lent));
	assert_eq!(recover(&mut env, id, loan / 2), loan / 2);
	assert_eq!(reserve(&mut env).lent, before.lent - loan / 2, "the loan is second");
	assert_eq!(reserve(&mut env).salvage, 0);
	let paid = reserve(&mut env);
	let rest = loan - loan / 2;
	assert_eq!(recover(&mut env, id, rest + old.from_pool + 1_000 * USD), rest + old.from_pool);
	let after = reserve(&mut env);
	assert_eq!((after.salvage, after.lent), (old.from_pool, before.lent - loan));
	assert_eq!(
		after.own + after.set_aside,
		paid.own + paid.set_aside + rest,
		"no more than the repayment is the reserve's own"
	);
	assert_eq!((book(&mut env).junior, book(&mut env).senior), tranches, "no tranche has any of it");
	env.pass_blocks(2);

	// Each holder of the day of the loss has a part, and no other account.
	let table: Table = [parts(lost.senior, &senior), parts(lost.junior, &junior)].concat();
	assert_eq!(table.len(), 3);
	let refused = env.root(approve(&table, old.from_pool - total(&table) + 1, id));
	assert_eq!(refused, Err(breakwater_reserve::Error::<Runtime>::SalvageTooLow.into()));
	let refused = env.root(approve(&table, 0, 1 - id));
	assert_eq!(refused, Err(breakwater_reserve::Error::<Runtime>::NoSalvage.into()));
	assert_ok!(env.root(approve(&table, 0, id)));
	let dust = old.from_pool - total(&table);
	assert!(dust < 3);
	assert_eq!(reserve(&mut env).salvage, dust);
	assert_eq!(reserve(&mut env).programmes, total(&table));
	for (index, (who, amount)) in table.iter().enumerate().take(2) {
		let had = env.balance(USDB, who);
		assert_ok!(env.submit(collect(&table, index), Who::Ferdie));
		assert_eq!(env.balance(USDB, who), had + amount);
	}
	// The third does not come: the money stays for these holders.
	env.pass_time(91 * DAY);
	assert_ok!(env.submit(ReserveCall::close_programme { programme: 0 }, Who::Ferdie));
	let end = reserve(&mut env);
	assert_eq!((end.salvage, end.programmes), (dust + table[2].1, 0));
	assert_eq!(end.disbursed, table[0].1 + table[1].1);
}

/// The pool has enough: each claim is charged as it is registered. The block that the record names
/// has the holders, and no share moves until the pool is let go.
#[test]
fn loss_that_the_pool_paid_in_full_should_be_recovered_for_its_holders() {
	let mut env = Env::insured(true);
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 250_000 * USD), Who::Dave));
	let held = holders(&mut env, Tranche::Junior);
	let until = env.now() + 27 * HOUR;
	let (mut frozen, mut blocks) = (Vec::new(), 0);
	while borne(&mut env, 0).is_none() {
		assert!(env.now() < until, "the claim is charged");
		let (number, pool) = env.run(|| (System::block_number(), Pools::state(0).expect("pool 0")));
		if !pool.incidents.is_empty() {
			frozen.push(number);
		}
		// A block that ends a session leaves its hooks no room, but not two in a row.
		if blocks % 3 == 0 {
			env.feed(900);
			env.jump(HOUR);
		} else {
			env.pass_blocks(1);
		}
		blocks += 1;
	}
	env.pass_blocks(3);
	let lost = borne(&mut env, 0).expect("charged");
	assert_eq!((lost.junior, lost.senior, lost.recovered), (10_000 * USD, 0, 0));
	assert!(frozen.contains(&lost.held_at), "{} of {frozen:?}", lost.held_at);
	assert!(env.run(|| Pools::state(0)).expect("pool 0").incidents.is_empty());
	assert_eq!(holders(&mut env, Tranche::Junior), held);

	// Guard: a deposit just before has no part in it.
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 5_000_000 * USD), Who::Ferdie));
	let value = |env: &mut Env| env.run(|| Pools::state(0)).expect("pool 0").junior.assets;
	let before = value(&mut env);
	assert_eq!(recover(&mut env, 0, 4_000 * USD), 4_000 * USD);
	assert_eq!(recover(&mut env, 0, 9_000 * USD), 6_000 * USD, "no more than was lost");
	let again = breakwater_claims::Call::<Runtime>::recover { incident: 0, pool: 0, amount: USD };
	let nothing = breakwater_claims::Error::<Runtime>::NothingOwed;
	assert_eq!(env.submit(again.clone(), Who::Charlie), Err(nothing.into()));
	assert_eq!(value(&mut env), before);
	let salvage = env.run(|| breakwater_reserve::Salvages::<Runtime>::get(0, 0)).expect("kept");
	assert_eq!((salvage.left, salvage.held_at), (10_000 * USD, lost.held_at));

	// After a year nothing is taken any more, and what was taken stays.
	env.pass_time(366 * DAY);
	env.pass_blocks(10);
	assert_eq!(borne(&mut env, 0), None);
	let over = env.submit(again, Who::Charlie);
	assert!(over.is_err());
	assert_ok!(env.root(approve(&parts(salvage.left, &held), 0, 0)));
}
