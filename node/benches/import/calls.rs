// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The calls with which blocks are filled, by kind.

use crate::{chain::Signed, cover::*, market::*, state::*};
use breakwater_policies::types::RenewalTerms;
use breakwater_primitives::{Moment, Tranche, DAY};
use breakwater_runtime::{constants::MILLI_BRKW, *};
use sp_core::sr25519;
use std::collections::BTreeMap;

/// A kind of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
	Buy,
	Deposit,
	RequestWithdrawal,
	ProcessWithdrawals,
	Accrue,
	Increase,
	Extend,
	Decrease,
	SetRenewal,
	TransferPolicy,
	TransferShares,
	Claim,
	Feed,
	Transfer,
	Remark,
	Batch,
	Rejected,
	Cancel,
}

impl Kind {
	/// All kinds. The requests to withdraw are paid in the next blocks, and the last kind takes the
	/// policies of the others away.
	pub const ALL: [Self; 18] = [
		Self::Buy,
		Self::Deposit,
		Self::RequestWithdrawal,
		Self::ProcessWithdrawals,
		Self::Accrue,
		Self::Increase,
		Self::Extend,
		Self::Decrease,
		Self::SetRenewal,
		Self::TransferPolicy,
		Self::TransferShares,
		Self::Claim,
		Self::Feed,
		Self::Transfer,
		Self::Remark,
		Self::Batch,
		Self::Rejected,
		Self::Cancel,
	];
}

/// The source of calls: each is another one.
pub struct Calls {
	market: Market,
	genesis: Hash,
	/// The calls of each kind so far.
	made: BTreeMap<Kind, u32>,
	/// The operators that have fed in this block.
	fed: usize,
	/// The calls that did not fit into their block.
	left: Vec<(Kind, Signed)>,
}

impl Calls {
	/// Returns calls for the chain with this first block.
	pub fn new(market: Market, genesis: Hash) -> Self {
		Self { market, genesis, made: BTreeMap::new(), fed: 0, left: Vec::new() }
	}

	/// Begins a block, in which every operator can feed again.
	pub fn begin_block(&mut self) {
		self.fed = 0;
		self.left.retain(|(kind, _)| *kind != Kind::Feed);
	}

	/// Takes back the call that did not fit into a block.
	pub fn take_back(&mut self, kind: Kind, call: Signed) {
		self.left.push((kind, call));
	}

	/// Returns a call of a kind; `None` if there is none in this block.
	pub fn next(&mut self, kind: Kind) -> Option<Signed> {
		if let Some(place) = self.left.iter().position(|(of, _)| *of == kind) {
			return Some(self.left.swap_remove(place).1);
		}
		let made = self.made.entry(kind).or_default();
		let n = *made;
		*made += 1;
		let (actor, pool) = (n % ACTORS, pool_of(&self.market.pools, n % ACTORS));
		let junior = Tranche::Junior;
		let by_actor = |call: RuntimeCall| Some((key(actor), call));
		match kind {
			Kind::Buy => by_actor(self.buy(n)),
			Kind::Deposit => by_actor(deposit(pool, n)),
			Kind::RequestWithdrawal => by_actor(request(pool).into()),
			Kind::ProcessWithdrawals => {
				by_actor(breakwater_pools::Call::process_withdrawals { pool, max: 10 }.into())
			}
			Kind::Accrue => by_actor(breakwater_pools::Call::accrue { pool, days: 2 }.into()),
			Kind::TransferShares => {
				let (to, shares) = (who(n), 2 * USD * SHARES);
				by_actor(breakwater_pools::Call::transfer { pool, tranche: junior, to, shares }.into())
			}
			Kind::Transfer => by_actor(transfer(n)),
			Kind::Remark => by_actor(frame_system::Call::remark { remark: Vec::new() }.into()),
			Kind::Batch => {
				let calls = vec![deposit(pool, n), self.buy(n), transfer(u32::MAX - n), request(pool).into()];
				by_actor(pallet_utility::Call::batch { calls }.into())
			}
			Kind::Claim => self.market.claims.pop().and_then(|loss| by_actor(loss.claim(self.genesis))),
			Kind::Feed => self.feed(),
			Kind::Rejected => by_actor(self.rejected(n)),
			Kind::Cancel => self.market.policies.pop().map(|(policy, holder)| {
				(key(holder), breakwater_policies::Call::cancel { policy, min_refund: 0 }.into())
			}),
			_ => self.change(kind, n),
		}
	}

	fn buy(&self, n: u32) -> RuntimeCall {
		let order = order_of(self.market.product, n);
		breakwater_policies::Call::buy { order, beneficiary: None }.into()
	}

	/// Returns eight prices of the next operator; `None` if all have fed.
	fn feed(&mut self) -> Option<(sr25519::Pair, RuntimeCall)> {
		let operator = self.market.operators.get(self.fed)?;
		self.fed += 1;
		Some((operator.clone(), feed_all(FEEDS).into()))
	}

	/// Returns a change of a policy by its holder.
	fn change(&mut self, kind: Kind, n: u32) -> Option<Signed> {
		use breakwater_policies::Call;
		let place = (n as usize).checked_rem(self.market.policies.len())?;
		let (policy, holder) = self.market.policies.get_mut(place)?;
		let (policy, signer) = (*policy, key(*holder));
		let call = match kind {
			Kind::Increase => Call::increase { policy, by: USD, max_premium: Balance::MAX },
			Kind::Extend => Call::extend { policy, time: DAY, max_premium: Balance::MAX },
			Kind::Decrease => Call::decrease { policy, by: USD, min_refund: 0 },
			Kind::SetRenewal => {
				let (period, prepaid): (Moment, _) = (30 * DAY, 20 * USD);
				let renewal = RenewalTerms { period, max_premium: prepaid, prepaid };
				Call::set_renewal { policy, renewal: Some(renewal) }
			}
			_ => {
				*holder = (*holder + 1) % ACTORS;
				Call::transfer { policy, to: account(&key(*holder)) }
			}
		};
		Some((signer, call.into()))
	}

	/// Returns a call that is rejected as late as may be: a purchase at a price above its limit, a
	/// claim with a false signature, a withdrawal below its limit, a deposit below its limit, and a
	/// call that the filter does not let through.
	fn rejected(&self, n: u32) -> RuntimeCall {
		let pool = pool_of(&self.market.pools, n % ACTORS);
		let (tranche, claim) = (Tranche::Junior, self.market.claims.first());
		let claim = claim.map(|loss| loss.claim(self.genesis));
		match (n % 5, claim) {
			(0, _) => {
				let order =
					breakwater_primitives::Order { max_premium: 1, ..order_of(self.market.product, n) };
				breakwater_policies::Call::buy { order, beneficiary: None }.into()
			}
			(1, Some(RuntimeCall::Claims(mut claim))) => {
				if let breakwater_claims::Call::claim { signature, .. } = &mut claim {
					*signature = breakwater_primitives::interest::AccountSignature::Sr25519([7; 64]);
				}
				claim.into()
			}
			(2, _) => {
				let (shares, min_out) = (2 * USD * SHARES, Balance::MAX);
				breakwater_pools::Call::request_withdrawal { pool, tranche, shares, min_out }.into()
			}
			(3, _) => {
				let (amount, min_shares) = (2 * USD, Balance::MAX);
				breakwater_pools::Call::deposit { pool, tranche, amount, min_shares }.into()
			}
			_ => breakwater_policies::Call::transfer { policy: u32::MAX, to: who(n) }.into(),
		}
	}
}

/// Returns a deposit into one tranche and the other by turns.
fn deposit(pool: breakwater_primitives::PoolId, n: u32) -> RuntimeCall {
	let tranche = Tranche::ALL[(n / ACTORS % 2) as usize];
	breakwater_pools::Call::deposit { pool, tranche, amount: 2 * USD, min_shares: 1 }.into()
}

/// Returns a transfer to an account that the chain does not know yet.
fn transfer(n: u32) -> RuntimeCall {
	let dest = who(u32::MAX - n).into();
	pallet_balances::Call::transfer_keep_alive { dest, value: 10 * MILLI_BRKW }.into()
}
