// SPDX-License-Identifier: Apache-2.0

//! The reserve's invariants. Each returns an error and never panics.

use crate::*;
use alloc::collections::BTreeMap;
use breakwater_primitives::{AssetId, Balance};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

/// Sums by key.
type Sums<K> = BTreeMap<K, (Balance, Balance)>;

/// Add to the two sums of a key.
fn add<K: Ord>(sums: &mut Sums<K>, key: K, paid: Balance, owed: Balance) -> Result<(), TryRuntimeError> {
	let sum = sums.entry(key).or_default();
	sum.0 = sum.0.checked_add(paid).ok_or("reserve: a sum of payments overflows")?;
	sum.1 = sum.1.checked_add(owed).ok_or("reserve: a sum of debts overflows")?;
	Ok(())
}

/// True if two tables of sums agree, where a missing key counts as zero.
fn agree<K: Ord>(a: &Sums<K>, b: &Sums<K>) -> bool {
	let within =
		|a: &Sums<K>, b: &Sums<K>| a.iter().all(|(key, sum)| *sum == b.get(key).copied().unwrap_or_default());
	within(a, b) && within(b, a)
}

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_backing()?;
		Self::check_balance()?;
		Self::check_backings()?;
		Self::check_owed()?;
		Self::check_limits()?;
		Self::check_pools()?;
		Self::check_loans()
	}

	/// The own funds of each asset are on the account.
	fn check_backing() -> Result<(), TryRuntimeError> {
		let account = Self::account().ok_or("reserve: no account")?;
		for (asset, book) in Books::<T>::iter() {
			ensure!(
				book.own <= T::Assets::total_balance(asset, &account),
				"reserve: own funds exceed the balance"
			);
		}
		Ok(())
	}

	/// Own funds are the income of all lines less the payments. The lines of premiums and of
	/// repayments are the sums over all pools.
	fn check_balance() -> Result<(), TryRuntimeError> {
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.received.premiums, book.received.repayments)?;
			ensure!(
				book.received.total().and_then(|received| received.checked_sub(book.paid_out))
					== Some(book.own),
				"reserve: own funds are not income less payments"
			);
		}
		let mut pools = Sums::<AssetId>::new();
		for (_, asset, pool) in Pools::<T>::iter() {
			add(&mut pools, asset, pool.contributed, pool.repaid)?;
		}
		ensure!(agree(&books, &pools), "reserve: premiums or repayments are not the sums over all pools");
		Ok(())
	}

	/// A backing is kept only where an amount was paid or is owed: one of which all is
	/// reduce_obligation goes.
	fn check_backings() -> Result<(), TryRuntimeError> {
		for (_, _, backing) in Backings::<T>::iter() {
			ensure!(backing.paid > 0 || backing.owed > 0, "reserve: an empty backing is kept");
		}
		Ok(())
	}

	/// Paid and owed of each asset are the sums over all backings.
	fn check_owed() -> Result<(), TryRuntimeError> {
		let mut backings = Sums::<AssetId>::new();
		for (_, _, backing) in Backings::<T>::iter() {
			add(&mut backings, backing.asset, backing.paid, backing.owed)?;
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.paid_out, book.owed)?;
		}
		ensure!(agree(&backings, &books), "reserve: paid or owed is not the sum of all backings");
		Ok(())
	}

	/// An incident drew at most its limit, the limit is at most the funds, and the amount drawn is
	/// the sum of its backings.
	fn check_limits() -> Result<(), TryRuntimeError> {
		let mut drawn = Sums::new();
		for (incident, asset, account) in Incidents::<T>::iter() {
			ensure!(account.drawn <= account.limit, "reserve: an incident drew more than its limit");
			ensure!(account.limit <= account.funds, "reserve: an incident's limit exceeds the funds");
			add(&mut drawn, (incident, asset), account.drawn, 0)?;
		}
		let mut backings = Sums::new();
		for (incident, _, backing) in Backings::<T>::iter() {
			add(&mut backings, (incident, backing.asset), backing.paid, 0)?;
		}
		ensure!(agree(&drawn, &backings), "reserve: drawn is not the sum of an incident's backings");
		Ok(())
	}

	/// The amounts that a pool got and is owed are the sums over its incidents. (That they are
	/// within the multiple of its contributions is checked at each draw. A referendum that lowers
	/// the multiple does not reach back.)
	fn check_pools() -> Result<(), TryRuntimeError> {
		let mut pools = Sums::new();
		for (pool, asset, account) in Pools::<T>::iter() {
			add(&mut pools, (pool, asset), account.paid, account.owed)?;
		}
		let mut backings = Sums::new();
		for (_, pool, backing) in Backings::<T>::iter() {
			add(&mut backings, (pool, backing.asset), backing.paid, backing.owed)?;
		}
		ensure!(agree(&pools, &backings), "reserve: a pool's account is not the sum of its backings");
		Ok(())
	}

	/// No pool repaid and was forgiven more than it drew; lent of each asset is the sum over all
	/// pools. (That it equals the loans in the books of the pools is checked by the runtime's
	/// tests, which see both.)
	fn check_loans() -> Result<(), TryRuntimeError> {
		let mut pools = Sums::<AssetId>::new();
		for (_, asset, pool) in Pools::<T>::iter() {
			let lent = pool.lent().ok_or("reserve: a pool repaid more than it drew")?;
			add(&mut pools, asset, lent, 0)?;
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.lent, 0)?;
		}
		ensure!(agree(&pools, &books), "reserve: lent is not the sum of all loans");
		Ok(())
	}
}
