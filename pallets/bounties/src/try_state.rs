// SPDX-License-Identifier: Apache-2.0

//! The bounties' invariants. Each returns an error and never panics.

use crate::*;
use alloc::collections::BTreeMap;
use breakwater_primitives::{ActiveClock, AssetId, Balance};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

/// The sums over the reports of a programme.
#[derive(Default, PartialEq, Eq)]
struct Sums {
	open: u32,
	reports: u32,
	reserved: Balance,
	vesting: Balance,
	bonds: Balance,
}

impl Sums {
	fn add<AccountId>(&mut self, report: &Report<AccountId>) -> Option<()> {
		self.open = self.open.checked_add(u32::from(report.stage.is_open()))?;
		self.reports = self.reports.checked_add(1)?;
		self.reserved = self.reserved.checked_add(report.reserved)?;
		let left = report.vesting.map_or(Some(0), |vesting| vesting.left())?;
		self.vesting = self.vesting.checked_add(left)?;
		self.bonds = self.bonds.checked_add(report.bond)?.checked_add(report.due)?;
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_backing()?;
		Self::check_books()?;
		Self::check_terms()?;
		Self::check_reports()?;
		Self::check_rewards()?;
		Self::check_deposits()
	}

	/// The money of the books of each asset is on the account.
	fn check_backing() -> Result<(), TryRuntimeError> {
		let account = Self::account().ok_or("bounties: no account")?;
		let mut totals = BTreeMap::<AssetId, Balance>::new();
		for programme in Programmes::<T>::iter_values() {
			let total = programme.book.total().ok_or("bounties: a book does not fit")?;
			let sum = totals.entry(programme.asset).or_default();
			*sum = sum.checked_add(total).ok_or("bounties: the books do not fit")?;
		}
		for (asset, total) in totals {
			let balance = T::Assets::total_balance(asset, &account);
			ensure!(total <= balance, "bounties: the books exceed the balance");
		}
		Ok(())
	}

	/// The money of a book is what came in less what went out. What is reserved, vests, or is put
	/// up as a bond is the sum over the programme's reports, which are counted, and no more are
	/// open than can be.
	fn check_books() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<ProductId, Sums>::new();
		for report in Reports::<T>::iter_values() {
			let sum = sums.entry(report.product).or_default();
			sum.add(&report).ok_or("bounties: a sum of reports overflows")?;
		}
		for (product, Programme { open, reports, book, .. }) in Programmes::<T>::iter() {
			ensure!(book.is_balanced(), "bounties: the money is not what came in less what went out");
			let Book { reserved, vesting, bonds, .. } = book;
			let booked = Sums { open, reports, reserved, vesting, bonds };
			ensure!(
				sums.remove(&product).unwrap_or_default() == booked,
				"bounties: a book is not the sum of its reports"
			);
			ensure!(open <= MAX_OPEN, "bounties: more reports are open than can be");
		}
		ensure!(sums.is_empty(), "bounties: a report has no programme");
		Ok(())
	}

	/// The terms of programmes and of reports are within their bounds.
	fn check_terms() -> Result<(), TryRuntimeError> {
		let of_programmes = Programmes::<T>::iter_values().map(|programme| programme.terms);
		let mut terms = of_programmes.chain(Reports::<T>::iter_values().map(|report| report.terms));
		ensure!(terms.all(|terms| terms.is_sound()), "bounties: terms are out of their bounds");
		Ok(())
	}

	/// A report has a past number, and what its stage says: money is reserved while it is open, a
	/// claim once it is revealed, a decision that answers the claim once it is decided, a bond only
	/// in a dispute.
	fn check_reports() -> Result<(), TryRuntimeError> {
		for (id, report) in Reports::<T>::iter() {
			ensure!(id < NextReport::<T>::get(), "bounties: a number was never given");
			let Report { stage, claim, decided, .. } = &report;
			ensure!(
				stage.is_open() == (report.reserved > 0),
				"bounties: money is reserved for a decided report"
			);
			let is_hidden = matches!(stage, Stage::Committed { .. });
			ensure!(claim.is_none() == is_hidden, "bounties: a claim is there too early or too late");
			let is_undecided = is_hidden || stage.managers_deadline().is_some();
			ensure!(decided.is_none() == is_undecided, "bounties: a decision is there too early or too late");
			ensure!(
				(report.deposit == 0) != is_undecided,
				"bounties: a deposit is kept, or was given back early"
			);
			if let (Some(claim), Some(decided)) = (claim, decided) {
				ensure!(decided.decision.fits(claim), "bounties: a decision does not answer its claim");
			}
			let is_disputed = matches!(stage, Stage::Disputed { .. });
			ensure!(report.bond == 0 || is_disputed, "bounties: a bond without a dispute");
			ensure!(report.due == 0 || !stage.is_open(), "bounties: a bond is due too early");
			let is_kept = stage.is_open() || !report.is_over(report.committed.active);
			ensure!(is_kept, "bounties: a record without a use is kept");
		}
		Ok(())
	}

	/// A reward exists only of a report that is decided for good. No more is collected than has
	/// vested. The reserve's part is at most half of the programme's and at most the cover in
	/// force, and of a critical bug alone.
	fn check_rewards() -> Result<(), TryRuntimeError> {
		let now = T::Clock::active();
		for report in Reports::<T>::iter_values() {
			let Some(vesting) = report.vesting else { continue };
			ensure!(!report.stage.is_open(), "bounties: a reward before its decision");
			ensure!(vesting.collectable(now).is_some(), "bounties: more is collected than has vested");
			if vesting.matched > 0 {
				ensure!(
					report.is_critical(),
					"bounties: the reserve's part of another bug than a critical one"
				);
				let decided = report.decided.map_or(0, |decided| decided.reward);
				let is_small = vesting.matched <= decided / 2 && vesting.matched <= report.cover;
				ensure!(is_small, "bounties: the reserve's part is too large");
			}
		}
		Ok(())
	}

	/// The native tokens held of an account are the deposits of its reports.
	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		for report in Reports::<T>::iter_values() {
			let sum = deposits.entry(report.reporter).or_default();
			*sum = sum.checked_add(report.deposit).ok_or("bounties: the deposits do not fit")?;
		}
		for (who, deposit) in deposits {
			ensure!(Self::held_of(&who) == deposit, "bounties: a deposit is not that of the reports");
		}
		Ok(())
	}
}
