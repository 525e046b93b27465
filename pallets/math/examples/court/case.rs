// SPDX-License-Identifier: Apache-2.0

//! The distributions of stake, and the accounts among them that vote for the wrong choice.

use super::draw::Stakes;

/// All stake of a case.
const TOTAL: u128 = 1_000_000_000_000;
/// The accounts of the cases of many holders.
const ACCOUNTS: u32 = 1_000;
/// The shape of Pareto's distribution of which a fifth of the accounts has four fifths.
const SHAPE: f64 = 1.16;

/// A distribution of stake with an attacker.
pub struct Case {
	pub name: &'static str,
	/// The attacker's part of the stake, in hundredths.
	pub malicious: u32,
	pub stakes: Stakes,
	/// True for each account of the attacker.
	pub is_malicious: Vec<bool>,
	/// True for equal stakes, whose choices are those of the binomial distribution.
	pub is_binomial: bool,
}

impl Case {
	fn new(name: &'static str, malicious: u32, accounts: &[(u128, bool)]) -> Self {
		let stakes: Vec<_> = accounts.iter().map(|(stake, _)| *stake).collect();
		let is_malicious = accounts.iter().map(|(_, is_malicious)| *is_malicious).collect();
		Self { name, malicious, stakes: Stakes::new(&stakes), is_malicious, is_binomial: false }
	}

	/// A thousand equal stakes.
	pub fn equal(malicious: u32) -> Self {
		let accounts = even(ACCOUNTS / 100 * malicious, malicious, true);
		let others = even(ACCOUNTS / 100 * (100 - malicious), 100 - malicious, false);
		Self { is_binomial: true, ..Self::new("equal", malicious, &[accounts, others].concat()) }
	}

	/// A thousand stakes of Pareto's distribution, the largest of which are the attacker's.
	pub fn pareto_large(malicious: u32) -> Self {
		Self::new("Pareto (large ones)", malicious, &taken(pareto(), malicious))
	}

	/// The same, and the smallest are the attacker's.
	pub fn pareto_small(malicious: u32) -> Self {
		let mut stakes = pareto();
		stakes.reverse();
		Self::new("Pareto (small ones)", malicious, &taken(stakes, malicious))
	}

	/// Four holders with a tenth each vote together; UMA, July 2025. The rest are a thousand equal
	/// ones.
	pub fn four_whales() -> Self {
		Self::beside("four whales", even(4, 40, true), 40)
	}

	/// The four holders of [`Self::four_whales`], each with a hundred accounts.
	pub fn sybils() -> Self {
		Self::beside("four whales as sybils", even(400, 40, true), 40)
	}

	/// One holder has a quarter of the stake; UMA, March 2025.
	pub fn one_whale() -> Self {
		Self::beside("one of 25 %", even(1, 25, true), 25)
	}

	fn beside(name: &'static str, attacker: Vec<(u128, bool)>, malicious: u32) -> Self {
		let others = even(ACCOUNTS, 100 - malicious, false);
		Self::new(name, malicious, &[attacker, others].concat())
	}
}

/// So many equal accounts with so many hundredths of all stake together.
fn even(accounts: u32, hundredths: u32, is_malicious: bool) -> Vec<(u128, bool)> {
	let stake = TOTAL * u128::from(hundredths) / 100 / u128::from(accounts);
	vec![(stake, is_malicious); accounts as usize]
}

/// The stakes of Pareto's distribution, the largest first.
fn pareto() -> Vec<u128> {
	let stake = |rank: u32| (f64::from(ACCOUNTS) / (f64::from(rank) + 0.5)).powf(1.0 / SHAPE);
	let all: f64 = (0..ACCOUNTS).map(stake).sum();
	(0..ACCOUNTS).map(|rank| (stake(rank) / all * TOTAL as f64) as u128).collect()
}

/// The accounts of these stakes, the first of which are the attacker's up to so many hundredths.
/// The account at the limit is divided in two.
fn taken(stakes: Vec<u128>, malicious: u32) -> Vec<(u128, bool)> {
	let mut left = stakes.iter().sum::<u128>() * u128::from(malicious) / 100;
	let mut accounts = Vec::with_capacity(stakes.len() + 1);
	for stake in stakes {
		let part = stake.min(left);
		left -= part;
		accounts.extend([(part, true), (stake - part, false)].into_iter().filter(|(stake, _)| *stake > 0));
	}
	accounts
}
