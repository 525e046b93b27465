// SPDX-License-Identifier: Apache-2.0

//! The victims of the yDAI exploit of February 2021, who had no cover, are compensated by
//! referendum: 2,531 accounts collect with proofs.

use super::env::*;
use crate::*;
use binary_merkle_tree::{merkle_proof, merkle_root};
use breakwater_primitives::*;
use breakwater_reserve::{Call as ReserveCall, CompensationTable, ProgrammeSource, Proof};
use codec::Encode;
use frame_support::{assert_ok, traits::fungibles::Inspect};
use sp_runtime::traits::BlakeTwo256;

/// The accounts and balances before and after, in yDAI's own table. See its README for the source.
const TABLE: &str = include_str!("../../../scripts/replay/data/ydai-2021-02.csv");

/// The decimals of the compensation's asset.
const DECIMALS: u32 = 6;

/// An amount of the table in smallest units, rounded down.
fn units(text: &str) -> Balance {
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let part = format!("{part:0<6}");
	let digits = format!("{whole}{}", &part[..DECIMALS as usize]);
	digits.parse().expect("a number")
}

/// The account that stands for an Ethereum address here.
fn account(address: &str) -> AccountId {
	let address = sp_core::bytes::from_hex(address).expect("an address");
	let mut account = [0; 32];
	account[..20].copy_from_slice(&address);
	account.into()
}

/// Each account's loss in the thousandth part, so that the reserve of a development chain has it.
fn losses() -> Vec<(AccountId, Balance)> {
	let rows = TABLE.lines().filter(|line| line.starts_with("0x"));
	let loss = |row: &str| {
		let [address, before, after] = row.split(',').collect::<Vec<_>>()[..] else {
			panic!("three columns: {row}")
		};
		(account(address), (units(before).saturating_sub(units(after)) / 1_000).max(1))
	};
	rows.map(loss).collect()
}

#[test]
fn accounts_of_a_table_should_be_compensated_by_referendum_and_proofs() {
	let mut env = Env::development();
	let table = losses();
	let leaves: Vec<_> = table.iter().map(Encode::encode).collect();
	let total: Balance = table.iter().map(|(_, amount)| amount).sum();
	assert_eq!(table.len(), 2_531);
	assert!(total > 10_000 * USD && total < 100_000 * USD, "{total}");
	let amount = total + USD;
	assert_ok!(env.submit(ReserveCall::donate { asset: USDB, amount }, Who::Bob));
	let root = merkle_root::<BlakeTwo256, _>(&leaves);
	let approved = CompensationTable { root, leaves: 2_531, total };
	let source = ProgrammeSource::OwnFunds;
	let approve = ReserveCall::approve_programme { asset: USDB, table: approved, period: 90 * DAY, source };
	assert_ok!(env.root(approve));

	// The last ones never come.
	let missing = 31;
	let issuance = |env: &mut Env| env.run(|| NativeAndAssets::total_issuance(USDB));
	let before = issuance(&mut env);
	let collect = |index: usize| {
		let (who, amount) = table[index].clone();
		let proof = merkle_proof::<BlakeTwo256, _, _>(&leaves, index as u32).proof;
		let (index, proof) = (index as u32, Proof::truncate_from(proof));
		ReserveCall::collect_compensation { programme: 0, who, amount, index, proof }
	};
	let mut paid = 0;
	for (index, (_, amount)) in table.iter().enumerate().take(table.len() - missing) {
		assert_ok!(env.submit(collect(index), Who::Ferdie));
		paid += amount;
	}
	let again = env.submit(collect(7), Who::Ferdie);
	assert_eq!(again, Err(breakwater_reserve::Error::<Runtime>::AlreadyCollected.into()));
	env.run(|| {
		for (who, amount) in &table[..table.len() - missing] {
			assert_eq!(NativeAndAssets::balance(USDB, who), *amount);
		}
	});
	assert_eq!(issuance(&mut env), before, "money only moves");
	env.pass_time(91 * DAY);
	assert_ok!(env.submit(ReserveCall::close_programme { programme: 0 }, Who::Ferdie));
	let state = env.run(|| Reserve::state(USDB)).expect("the reserve has a book");
	assert_eq!(state.own, amount - paid, "the rest is own funds again");
}
