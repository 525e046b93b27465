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
		Self::check_stakes()?;
		Self::check_programmes()?;
		Self::check_salvage()?;
		Self::check_backings()?;
		Self::check_owed()?;
		Self::check_queues()?;
		Self::check_limits()?;
		Self::check_open()?;
		Self::check_survey()?;
		Self::check_pools()?;
		Self::check_loans()
	}

	/// The money of the books of each asset is on the account: own funds, the money set aside, the
	/// stake and its rewards, that of programmes, and that for underwriters.
	fn check_backing() -> Result<(), TryRuntimeError> {
		let account = Self::account().ok_or("reserve: no account")?;
		for (asset, book) in Books::<T>::iter() {
			let total = book.total().ok_or("reserve: a book does not fit")?;
			ensure!(
				total <= T::Assets::total_balance(asset, &account),
				"reserve: the books exceed the balance"
			);
		}
		Ok(())
	}

	/// The money of the books is the income of all lines, all that was staked and all that was
	/// recovered for underwriters, less the payments, the parts of rewards for bugs, and all that
	/// stakers took out. The lines of
	/// premiums and of repayments are the sums over all pools. No more is set aside than is owed.
	fn check_balance() -> Result<(), TryRuntimeError> {
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.received.premiums, book.received.repayments)?;
			ensure!(
				book.total().is_some() && book.total() == book.expected_total(),
				"reserve: the money is not what came in less what went out"
			);
			ensure!(book.set_aside <= book.owed, "reserve: more is set aside than is owed");
		}
		let mut pools = Sums::<AssetId>::new();
		for (_, asset, pool) in Pools::<T>::iter() {
			add(&mut pools, asset, pool.contributed, pool.repaid)?;
		}
		ensure!(agree(&books, &pools), "reserve: premiums or repayments are not the sums over all pools");
		Ok(())
	}

	/// The shares of a stake are those of all positions of its epoch. A stake without shares has no
	/// money. A request has no more shares than its position.
	fn check_stakes() -> Result<(), TryRuntimeError> {
		let mut positions = Sums::<AssetId>::new();
		for (asset, _, position) in Positions::<T>::iter() {
			if let Some(request) = position.request {
				let is_sound = (1..=position.shares).contains(&request.shares);
				ensure!(is_sound, "reserve: a request has more shares than its position");
			}
			let epoch = Books::<T>::get(&asset).stake.epoch;
			ensure!(position.epoch <= epoch, "reserve: a position of an epoch to come");
			if position.epoch == epoch {
				add(&mut positions, asset, position.shares, 0)?;
			}
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, Book { stake, .. }) in Books::<T>::iter() {
			ensure!(
				stake.shares > 0 || (stake.assets == 0 && stake.rewards == 0),
				"reserve: a stake without shares has money"
			);
			add(&mut books, asset, stake.shares, 0)?;
		}
		ensure!(agree(&books, &positions), "reserve: shares are not the sum over all positions");
		Ok(())
	}

	/// The money of programmes is the sum over all of them, and each has no more than its total.
	/// The leaves that are collected are in its table, and it paid for each of them.
	fn check_programmes() -> Result<(), TryRuntimeError> {
		let mut programmes = Sums::<AssetId>::new();
		for (id, programme) in Programmes::<T>::iter() {
			ensure!(id < NextProgramme::<T>::get(), "reserve: a programme to come");
			ensure!(programme.left <= programme.total, "reserve: a programme has more than its total");
			add(&mut programmes, programme.asset, programme.left, 0)?;
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.programmes, 0)?;
		}
		ensure!(agree(&programmes, &books), "reserve: the money of programmes is not their sum");
		let mut collected = Sums::<ProgrammeId>::new();
		for (id, chunk, leaves) in CollectedLeaves::<T>::iter() {
			let programme =
				Programmes::<T>::get(id).ok_or("reserve: a record of a programme that is gone")?;
			for bit in leaves.bits() {
				let is_leaf = Collected::index(chunk, bit) < programme.leaves;
				ensure!(is_leaf, "reserve: a leaf beyond its table is collected");
				add(&mut collected, id, 1, 0)?;
			}
		}
		for (id, programme) in Programmes::<T>::iter() {
			if programme.waits.is_some() {
				let is_empty = programme.left == 0 && !collected.contains_key(&id);
				ensure!(is_empty, "reserve: a programme that waits has money");
				continue;
			}
			let leaves = collected.get(&id).map_or(0, |sum| sum.0);
			// Each leaf got at least one unit.
			let paid = programme.total.saturating_sub(programme.left);
			let agrees = leaves <= paid && (leaves > 0) == (paid > 0);
			ensure!(agrees, "reserve: a programme paid other leaves than it has marked");
		}
		Ok(())
	}

	/// The money for underwriters in the book of each asset is the sum over all incidents and
	/// pools, and so is the amount recovered since the beginning. No record has more than it
	/// received. The money that the programmes out of a record have left was received for it too.
	fn check_salvage() -> Result<(), TryRuntimeError> {
		let (mut salvages, mut in_programmes) = (Sums::<AssetId>::new(), Sums::new());
		for (_, programme) in Programmes::<T>::iter() {
			if let ProgrammeSource::Salvage { incident, pool } = programme.source {
				let salvage =
					Salvages::<T>::get(incident, pool).ok_or("reserve: a programme of no salvage")?;
				ensure!(salvage.asset == programme.asset, "reserve: a programme of salvage in another asset");
				add(&mut in_programmes, (incident, pool), programme.left, 0)?;
			}
		}
		for (incident, pool, salvage) in Salvages::<T>::iter() {
			let programmes = in_programmes.get(&(incident, pool)).map_or(0, |sum| sum.0);
			let all = salvage.left.checked_add(programmes).ok_or("reserve: a salvage overflows")?;
			ensure!(all <= salvage.received, "reserve: a salvage has more than it received");
			add(&mut salvages, salvage.asset, salvage.left, salvage.received)?;
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.salvage, book.salvaged)?;
		}
		ensure!(agree(&salvages, &books), "reserve: the money for underwriters is not their sum");
		Ok(())
	}

	/// A backing is kept only where an amount was paid or is owed.
	fn check_backings() -> Result<(), TryRuntimeError> {
		for (_, _, backing) in Backings::<T>::iter() {
			ensure!(backing.total().is_some_and(|total| total > 0), "reserve: an empty backing is kept");
			ensure!(backing.restored <= backing.paid, "reserve: recoveries made good more than was lent");
		}
		Ok(())
	}

	/// Paid and owed of each asset are the sums over all backings.
	fn check_owed() -> Result<(), TryRuntimeError> {
		let mut backings = Sums::<AssetId>::new();
		for (_, _, backing) in Backings::<T>::iter() {
			add(&mut backings, backing.asset.clone(), backing.paid, backing.owed)?;
			add(&mut backings, backing.asset, backing.paid_later, 0)?;
		}
		let mut books = Sums::<AssetId>::new();
		for (asset, book) in Books::<T>::iter() {
			add(&mut books, asset, book.paid_out, book.owed)?;
		}
		ensure!(agree(&backings, &books), "reserve: paid or owed is not the sum of all backings");
		Ok(())
	}

	/// Each debt has a place between the ends of its queue, and each place a debt.
	fn check_queues() -> Result<(), TryRuntimeError> {
		let mut debts = 0u32;
		for (asset, place, (incident, pool)) in Debts::<T>::iter() {
			let queue = DebtQueues::<T>::get(&asset);
			ensure!((queue.first..queue.next).contains(&place), "reserve: a debt outside its queue");
			let backing = Backings::<T>::get(incident, pool).ok_or("reserve: a place without a backing")?;
			let is_its = backing.place == Some(place) && backing.asset == asset && backing.owed > 0;
			ensure!(is_its, "reserve: a place of another debt");
			debts = debts.saturating_add(1);
		}
		for (_, queue) in DebtQueues::<T>::iter() {
			ensure!(queue.first < queue.next, "reserve: an empty queue is kept");
		}
		let owed = Backings::<T>::iter().filter(|(_, _, backing)| backing.owed > 0).count();
		ensure!(usize::try_from(debts) == Ok(owed), "reserve: a debt without a place");
		Ok(())
	}

	/// An incident drew at most its limit, the limit is at most the funds, and the amount drawn is
	/// the sum of its backings. The days of a group's draws are in order, and those that are kept
	/// are no more than its incidents drew.
	fn check_limits() -> Result<(), TryRuntimeError> {
		let (mut drawn, mut groups) = (Sums::new(), Sums::new());
		for (incident, account) in Incidents::<T>::iter() {
			ensure!(account.drawn <= account.limit, "reserve: an incident drew more than its limit");
			ensure!(account.limit <= account.funds, "reserve: an incident's limit exceeds the funds");
			add(&mut groups, (account.asset.clone(), account.group), account.drawn, 0)?;
			add(&mut drawn, (incident, account.asset), account.drawn, 0)?;
		}
		let mut backings = Sums::new();
		for (incident, _, backing) in Backings::<T>::iter() {
			add(&mut backings, (incident, backing.asset), backing.paid, 0)?;
		}
		ensure!(agree(&drawn, &backings), "reserve: drawn is not the sum of an incident's backings");
		for (asset, group, draws) in Draws::<T>::iter() {
			let is_ordered = draws.0.windows(2).all(|days| matches!(days, [a, b] if a.0 < b.0));
			ensure!(is_ordered, "reserve: the days of a group are not in order");
			let sum = draws.sum(0, Self::today()).ok_or("reserve: the draws of a group overflow")?;
			let all = groups.get(&(asset, group)).map_or(0, |sum| sum.0);
			ensure!(sum <= all, "reserve: a group drew more than its incidents");
		}
		Ok(())
	}

	/// As many incidents freeze the stake of an asset as are open in it.
	fn check_open() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<_, u32>::new();
		for (_, account) in Incidents::<T>::iter().filter(|(_, account)| account.is_open) {
			let count = open.entry(account.asset).or_default();
			*count = count.saturating_add(1);
		}
		for (asset, freeze) in Freezes::<T>::iter() {
			let incidents = open.remove(&asset).unwrap_or_default();
			ensure!(freeze.incidents == incidents, "reserve: a freeze of other incidents");
		}
		ensure!(open.is_empty(), "reserve: an open incident freezes no stake");
		Ok(())
	}

	/// No tally is kept after the survey of a day. No asset has more records than days are kept,
	/// and each is in the place of its day.
	fn check_survey() -> Result<(), TryRuntimeError> {
		let is_over = Survey::<T>::get().stage == SurveyStage::Done;
		ensure!(!is_over || Tallies::<T>::iter_keys().next().is_none(), "reserve: a tally without a survey");
		for (_, slot, record) in Records::<T>::iter() {
			ensure!(record.day.checked_rem(KEPT_DAYS) == Some(slot), "reserve: a record in another's place");
		}
		Ok(())
	}

	/// The amounts that a pool got and is owed are the sums over its incidents. (That they are
	/// within the multiple of its contributions is checked at each draw. A referendum that lowers
	/// the multiple does not reach back.)
	fn check_pools() -> Result<(), TryRuntimeError> {
		let mut pools = Sums::new();
		for (pool, asset, account) in Pools::<T>::iter() {
			add(&mut pools, (pool, asset.clone(), false), account.paid, account.owed)?;
			add(&mut pools, (pool, asset, true), account.paid_later, 0)?;
		}
		let mut backings = Sums::new();
		for (_, pool, backing) in Backings::<T>::iter() {
			add(&mut backings, (pool, backing.asset.clone(), false), backing.paid, backing.owed)?;
			add(&mut backings, (pool, backing.asset, true), backing.paid_later, 0)?;
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
