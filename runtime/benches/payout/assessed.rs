// SPDX-License-Identifier: Apache-2.0

//! Claims under a table of losses: the cost of one, with the proof and the signature verified.

use super::*;
use breakwater_claims::types::Proof;
use breakwater_primitives::interest::{AccountSignature, InsuredAccount, InsuredChain};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use sp_core::{sr25519, Pair};
use sp_runtime::traits::BlakeTwo256;
use std::time::Instant;

/// The number of claims.
const CLAIMS: u32 = 1_000;
/// The cover of each policy.
const COVER: Balance = 100 * USD;
/// The chain on which the insured accounts are.
const ORIGIN: [u8; 32] = [5; 32];

fn key(n: u32) -> sr25519::Pair {
	sr25519::Pair::from_seed(&sp_io::hashing::blake2_256(&n.encode()))
}

fn insured_account(n: u32) -> InsuredAccount {
	InsuredAccount::Substrate { genesis: ORIGIN, account: key(n).public().0 }
}

/// Returns the loss of the insured account.
fn loss(n: u32) -> Balance {
	20 * USD + Balance::from(n) * 7 + 1
}

/// Returns the payout. The holder bears a tenth, rounded up to the unit.
fn payout(n: u32) -> Balance {
	loss(n) * 9 / 10
}

fn leaves() -> Vec<Vec<u8>> {
	(0..CLAIMS).map(|n| (insured_account(n), loss(n)).encode()).collect()
}

/// Returns a claim whose key has signed the plain statement, which is verified after the wrapped
/// one.
fn claim(n: u32, leaves: &[Vec<u8>]) -> RuntimeCall {
	let proof = binary_merkle_tree::merkle_proof::<BlakeTwo256, _, _>(leaves.to_vec(), n).proof;
	let policy = PolicyId::from(n);
	let statement = Claims::claim_statement(INCIDENT, policy).expect("the policy has an insured account");
	breakwater_claims::Call::claim {
		incident: INCIDENT,
		policy,
		loss: loss(n),
		index: n,
		proof: Proof::truncate_from(proof),
		signature: AccountSignature::Sr25519(key(n).sign(&statement).0),
	}
	.into()
}

/// Starts a chain with policies on insured accounts, and a table of losses without a challenge.
fn claiming() -> Chain {
	let mut terms = Terms { coinsurance: Permill::from_percent(10), ..terms() };
	terms.price.volatility = 0;
	let decision = Decision::Assessment { chain: InsuredChain::Substrate { genesis: ORIGIN } };
	let mut chain = begin(|| list(decision, terms));
	chain.block(SLOT_DURATION, || {
		for n in 0..CLAIMS {
			fund(&who(n), 1, 2 * COVER);
			buy(n, Order { insured_account: Some(insured_account(n)), ..order(PRODUCT, COVER, n) });
		}
	});
	chain.pass(2 * DAY);
	let occurred_at = chain.now();
	let (uri, max_bond) = (Default::default(), Balance::MAX);
	let root = binary_merkle_tree::merkle_root::<BlakeTwo256, _>(leaves());
	let table = LossTable { root, leaves: CLAIMS, total: (0..CLAIMS).map(loss).sum() };
	let verdict = Verdict::Losses { occurred_at, table };
	chain.block(SLOT_DURATION, || {
		let ferdie = Who::Ferdie.to_account_id();
		let evidence = Default::default();
		let open = breakwater_assessment::Call::report_incident {
			product: PRODUCT,
			occurred_at,
			evidence,
			uri: Default::default(),
			max_bond,
		};
		submit(open, ferdie.clone());
		submit(
			breakwater_assessment::Call::propose_outcome { incident: INCIDENT, verdict, uri, max_bond },
			ferdie,
		);
	});
	chain.pass(2 * DAY + DAY / 24);
	assert!(matches!(chain.look(stage), Some(Stage::Claiming { .. })), "the outcome is accepted");
	chain
}

pub fn run() {
	eprintln!("Claims under a table of losses …");
	let mut chain = claiming();
	let leaves = leaves();
	let calls: Vec<RuntimeCall> = chain.look(|| (0..CLAIMS).map(|n| claim(n, &leaves)).collect());
	let weighed = calls.first().map(|call| call.get_dispatch_info().call_weight.ref_time());
	let before = chain.look(|| balances(CLAIMS));
	let mut times = Vec::new();
	// More than a block has room for: only the calls are timed.
	chain.block(SLOT_DURATION, || {
		for call in calls {
			let start = Instant::now();
			submit(call, Who::Ferdie.to_account_id());
			times.push(start.elapsed());
		}
	});
	chain.look(|| {
		for ((n, before), after) in (0..CLAIMS).zip(before).zip(balances(CLAIMS)) {
			assert_eq!(after, before + payout(n), "the payout of policy {n}");
		}
	});
	times.sort_unstable();
	let micros = |time: Duration| time.as_secs_f64() * 1e6;
	println!(
		"{CLAIMS} claims with proof and signature: {:.0} µs each, median {:.0} µs, binding {:.0} µs; {:.0} µs are weighed",
		micros(times.iter().sum()) / f64::from(CLAIMS),
		micros(times[times.len() / 2]),
		micros(times[times.len() - 1]),
		micros(budget(weighed.unwrap_or_default()))
	);
}
