// SPDX-License-Identifier: Apache-2.0

//! Products that people assess, on the real runtime: report, proposal, referenda, claims with proof
//! and signature, payment.

use super::env::*;
use crate::{constants::*, *};
use breakwater_claims::types::Proof;
use breakwater_primitives::{
	interest::{AccountSignature, InsuredAccount, InsuredChain},
	*,
};
use codec::Encode;
use frame_support::assert_ok;
use pallet_democracy::{AccountVote, Conviction, Vote};
use sp_core::{ed25519, Pair};
use sp_runtime::{traits::BlakeTwo256, Permill};

/// The chain on which the insured accounts are.
const CHAIN: [u8; 32] = [5; 32];

/// Returns a key of an insured account.
pub fn key(n: u8) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[n + 1; 32])
}

pub fn insured_account(n: u8) -> InsuredAccount {
	InsuredAccount::Substrate { genesis: CHAIN, account: key(n).public().0 }
}

/// The losses of the insured accounts of the keys from zero on.
pub struct Table(pub Vec<Balance>);

impl Table {
	fn leaves(&self) -> Vec<Vec<u8>> {
		(0..).zip(&self.0).map(|(n, loss)| (insured_account(n), *loss).encode()).collect()
	}
	pub fn verdict(&self, occurred_at: Moment) -> Verdict {
		let root = binary_merkle_tree::merkle_root::<BlakeTwo256, _>(self.leaves());
		let (leaves, total) = (self.0.len() as u32, self.0.iter().sum());
		Verdict::Losses { occurred_at, table: LossTable { root, leaves, total } }
	}
	/// Returns the claim of a policy on the insured account of key `n`. It has to be made in the
	/// state in which it is sent.
	pub fn claim_call(
		&self,
		incident: IncidentId,
		policy: PolicyId,
		n: u8,
	) -> breakwater_claims::Call<Runtime> {
		let proof = binary_merkle_tree::merkle_proof::<BlakeTwo256, _, _>(self.leaves(), n.into()).proof;
		let statement = Claims::claim_statement(incident, policy).unwrap_or_default();
		breakwater_claims::Call::claim {
			incident,
			policy,
			loss: self.0[usize::from(n)],
			index: n.into(),
			proof: Proof::truncate_from(proof),
			signature: AccountSignature::Ed25519(key(n).sign(&statement).0),
		}
	}
}

/// Returns the listing of a product that people assess. The cover is paid with a tenth borne by the
/// holder.
pub fn assessed_listing() -> Listing {
	let mut terms = terms(true);
	terms.coinsurance = Permill::from_percent(10);
	terms.price.volatility = 0;
	let decision = Decision::Assessment { chain: InsuredChain::Substrate { genesis: CHAIN } };
	// A bounty of a thousandth of the amount at stake, the least for the reserve.
	let facts = RiskFacts { bounty: 1_000 * USD, at_stake: 1_000_000 * USD, ..listing(true).facts };
	Listing { class: RiskClass::SmartContract, decision, terms, facts, ..listing(true) }
}

/// Returns an order on the insured account of key `n`.
pub fn assessed_buy(product: ProductId, cover: Balance, n: u8) -> breakwater_policies::Call<Runtime> {
	let order = Order { insured_account: Some(insured_account(n)), ..order(product, cover, 30 * DAY, cover) };
	breakwater_policies::Call::buy { order, beneficiary: None }
}

pub fn open_call(product: ProductId, occurred_at: Moment) -> breakwater_assessment::Call<Runtime> {
	breakwater_assessment::Call::report_incident {
		product,
		occurred_at,
		evidence: Default::default(),
		uri: Default::default(),
		max_bond: Balance::MAX,
	}
}

/// Starts a chain in which product 1 is assessed and pool 0 underwrites it. Dave and Eve have
/// policies 1 and 2 on the insured accounts of keys 0 and 1.
pub fn insured() -> Env {
	let mut env = Env::insured(true);
	assert_ok!(env.root(list_call(assessed_listing())));
	let weight = Permill::from_percent(90);
	assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product: 1, weight }, Who::Alice));
	assert_ok!(env.submit(assessed_buy(1, 10_000 * USD, 0), Who::Dave));
	assert_ok!(env.submit(assessed_buy(1, 20_000 * USD, 1), Who::Eve));
	env.pass_time_with_price(2 * DAY, 1_000);
	env
}

pub fn phase(env: &mut Env) -> Phase {
	env.run(|| incident_of(0)).expect("incident 0").phase
}

fn vote(env: &mut Env, ref_index: u32, who: Who, aye: bool) {
	let vote = Vote { aye, conviction: Conviction::Locked1x };
	let vote = AccountVote::Standard { vote, balance: 100_000 * BRKW };
	assert_ok!(env.submit(pallet_democracy::Call::vote { ref_index, vote }, who));
}

#[test]
fn losses_should_be_paid_as_they_are_claimed_when_the_proposal_is_not_challenged() {
	let mut env = insured();
	let (dave, eve, ferdie) = (env.usd(Who::Dave), env.usd(Who::Eve), env.usd(Who::Ferdie));
	let occurred_at = env.now() - HOUR;
	let bond = env.run(|| Assessment::report_bond(1)).expect("an incident can be opened");
	// 0.05 % of a million of capital is more than 0.5 % of 30,000, by what premiums have brought.
	assert!((500 * USD..501 * USD).contains(&bond), "{bond}");
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	assert_eq!(env.usd(Who::Ferdie), ferdie - bond);
	let frozen = breakwater_policies::Error::<Runtime>::IncidentOpen;
	assert_eq!(env.submit(assessed_buy(1, 100 * USD, 2), Who::Bob), Err(frozen.into()));
	let table = Table(vec![4_000 * USD, 30_000 * USD]);
	assert_ok!(env.submit(propose_call(0, table.verdict(occurred_at)), Who::Charlie));
	env.pass_time_with_price(2 * DAY + HOUR, 1_000);
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	assert_eq!(env.usd(Who::Ferdie), ferdie);

	let claim = env.run(|| table.claim_call(0, 1, 0));
	assert_ok!(env.submit(claim.clone(), Who::Ferdie));
	assert_eq!(env.usd(Who::Dave), dave + 3_600 * USD);
	assert!(env.submit(claim, Who::Ferdie).is_err());
	// The second is bounded by the cover.
	let claim = env.run(|| table.claim_call(0, 2, 1));
	assert_ok!(env.submit(claim, Who::Ferdie));
	assert_eq!(env.usd(Who::Eve), eve + 20_000 * USD);
	let (claims, last) = env.run(|| {
		let policies = Policies::policies_of(Who::Eve.to_account_id(), None, 9);
		(policies.iter().flat_map(|policy| Claims::claims_of(*policy)).collect::<Vec<_>>(), policies)
	});
	assert_eq!((claims.len(), claims[0].paid, claims[0].due, last), (1, 20_000 * USD, 0, vec![2]));
	env.pass_time_with_price(15 * DAY, 1_000);
	assert_eq!(phase(&mut env), Phase::Paid);
	assert!(env.run(|| Pools::state(0)).expect("pool 0").incidents.is_empty());
}

/// A tenth of the loss is borne by the holder, for any number of policies on the insured account.
#[test]
fn second_policy_on_an_insured_account_should_not_pay_the_part_that_its_holder_bears() {
	for (first, second) in [(1, 3), (3, 1)] {
		let mut env = insured();
		assert_ok!(env.submit(assessed_buy(1, 450 * USD, 0), Who::Bob));
		env.pass_time_with_price(2 * DAY, 1_000);
		let before = [Who::Dave, Who::Bob].map(|who| env.usd(who));
		let occurred_at = env.now() - HOUR;
		assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
		let table = Table(vec![4_000 * USD]);
		assert_ok!(env.submit(propose_call(0, table.verdict(occurred_at)), Who::Charlie));
		env.pass_time_with_price(2 * DAY + HOUR, 1_000);
		let claim = env.run(|| table.claim_call(0, first, 0));
		assert_ok!(env.submit(claim, Who::Ferdie));
		let claim = env.run(|| table.claim_call(0, second, 0));
		let result = env.submit(claim, Who::Ferdie);
		let nothing: sp_runtime::DispatchError = breakwater_claims::Error::<Runtime>::NotCovered.into();
		assert_eq!(result, if first == 1 { Err(nothing) } else { Ok(()) });
		let paid = [Who::Dave, Who::Bob].map(|who| env.usd(who));
		let [dave, bob] = [paid[0] - before[0], paid[1] - before[1]];
		assert_eq!(dave + bob, 3_600 * USD, "{dave} and {bob}");
		env.pass_time_with_price(15 * DAY, 1_000);
		assert_eq!(phase(&mut env), Phase::Paid);
	}
}

#[test]
fn referenda_should_choose_the_true_proposal_when_a_false_one_challenges_it() {
	let mut env = insured();
	let purses = [Who::Ferdie, Who::Bob, Who::Charlie].map(|who| env.usd(who));
	let eve = env.usd(Who::Eve);
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let (told, truth) = (Table(vec![10_000 * USD, 0]), Table(vec![4_000 * USD, 10_000 * USD]));
	assert_ok!(env.submit(propose_call(0, told.verdict(occurred_at)), Who::Bob));
	env.pass_time_with_price(DAY, 1_000);
	assert_ok!(env.submit(propose_call(0, truth.verdict(occurred_at)), Who::Charlie));
	env.pass_time_with_price(2 * DAY + HOUR, 1_000);
	let Phase::Case { case, choices } = phase(&mut env) else { panic!("no case") };
	assert_eq!((case, choices), (0, 3));
	for index in 0..3 {
		vote(&mut env, index, Who::Alice, index == 1);
		vote(&mut env, index, Who::Dave, index == 1);
	}
	env.pass_until(40, |event| {
		matches!(
			event,
			RuntimeEvent::Assessment(breakwater_assessment::Event::OutcomeAccepted {
				choice: Choice::Proposal(1),
				..
			})
		)
	});
	assert!(matches!(phase(&mut env), Phase::Claiming { .. }));
	let bond = purses[1] - env.usd(Who::Bob);
	assert!(bond > 0);
	assert_eq!([Who::Ferdie, Who::Charlie].map(|who| env.usd(who)), [purses[0], purses[2] + bond / 2]);
	let false_claim = env.run(|| told.claim_call(0, 1, 0));
	let not_in_table = breakwater_claims::Error::<Runtime>::NotInTable;
	assert_eq!(env.submit(false_claim, Who::Dave), Err(not_in_table.into()));
	let claim = env.run(|| truth.claim_call(0, 2, 1));
	assert_ok!(env.submit(claim, Who::Ferdie));
	assert_eq!(env.usd(Who::Eve), eve + 9_000 * USD);
}

#[test]
fn first_of_two_proposals_should_be_accepted_when_no_vote_is_cast() {
	for is_covered in [false, true] {
		let mut env = insured();
		let purses = [Who::Ferdie, Who::Bob, Who::Charlie].map(|who| env.usd(who));
		let occurred_at = env.now() - HOUR;
		assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
		let mut verdicts = [Verdict::NotCovered, Table(vec![1]).verdict(occurred_at)];
		if is_covered {
			verdicts.reverse();
		}
		assert_ok!(env.submit(propose_call(0, verdicts[0]), Who::Bob));
		assert_ok!(env.submit(propose_call(0, verdicts[1]), Who::Charlie));
		let bond = purses[1] - env.usd(Who::Bob);
		assert_eq!(purses[2] - env.usd(Who::Charlie), bond);
		env.pass_time_with_price(2 * DAY + HOUR, 1_000);
		assert!(matches!(phase(&mut env), Phase::Case { .. }));
		env.pass_until(40, |event| {
			matches!(event, RuntimeEvent::Assessment(breakwater_assessment::Event::NoneChosen { .. }))
		});
		env.pass_blocks(1);
		assert_eq!(matches!(phase(&mut env), Phase::Claiming { .. }), is_covered);
		assert_eq!(phase(&mut env) == Phase::Rejected, !is_covered);
		assert_eq!(
			[Who::Bob, Who::Charlie].map(|who| env.usd(who)),
			[purses[1] + bond / 2, purses[2] - bond]
		);
		assert_eq!(env.usd(Who::Ferdie) == purses[0], is_covered);
		let is_free = env.run(|| Pools::state(0)).expect("pool 0").incidents.is_empty();
		assert_eq!(is_free, !is_covered);
	}
}

#[test]
fn unfounded_report_should_pay_the_pool_and_the_reserve() {
	let mut env = insured();
	let ferdie = env.usd(Who::Ferdie);
	let at = env.now();
	let capital = |env: &mut Env| {
		let pool = env.run(|| Pools::state(0)).expect("pool 0");
		pool.junior.assets + pool.senior.assets
	};
	let reserve = |env: &mut Env| env.run(|| Reserve::state(USDB)).expect("the reserve has a book").own;
	assert_ok!(env.submit(open_call(1, at), Who::Ferdie));
	env.pass_time_with_price(6 * DAY, 1_000);
	let before = (capital(&mut env), reserve(&mut env));
	env.pass_time_with_price(DAY + HOUR, 1_000);
	assert_eq!(phase(&mut env), Phase::Rejected);
	let bond = ferdie - env.usd(Who::Ferdie);
	// Premiums come on top.
	assert!(capital(&mut env) >= before.0 + bond / 2);
	assert!(reserve(&mut env) >= before.1 + bond / 2);
	// The next one is twice as dear.
	assert!(env.run(|| Assessment::report_bond(1)).expect("an incident can be opened") >= 2 * bond);
}
