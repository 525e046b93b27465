// SPDX-License-Identifier: Apache-2.0

//! The bounties' invariants. Each returns an error and never panics.

use crate::*;
use alloc::collections::BTreeMap;
use breakwater_primitives::{ActiveClock, AssetId, Balance, ReportId};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

/// The sums over the reports of a programme.
#[derive(Default, PartialEq, Eq)]
struct Sums {
	/// The open reports, and the rewards for a critical bug by their terms.
	open: BTreeMap<ReportId, Balance>,
	reports: u32,
	cases: u32,
	vesting: Balance,
	bonds: Balance,
}

/// Add a report to the sums of its programme. `None` if a sum does not fit.
fn add<AccountId>(sums: &mut Sums, id: ReportId, report: &Report<AccountId>) -> Option<()> {
	if report.stage.is_open() {
		sums.open.insert(id, report.terms.rewards.critical);
	}
	sums.reports = sums.reports.checked_add(1)?;
	let is_in_case = matches!(report.stage, Stage::Disputed { case: Some(_) });
	sums.cases = sums.cases.checked_add(u32::from(is_in_case))?;
	let left = report.vesting.map_or(Some(0), |vesting| vesting.left())?;
	sums.vesting = sums.vesting.checked_add(left)?;
	sums.bonds = sums.bonds.checked_add(report.bond)?.checked_add(report.due)?;
	Some(())
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

	/// The money of a book is what came in less what went out. What vests, or is put up as a bond,
	/// is the sum over the programme's reports, which are counted, as are their cases, and no more
	/// than there can be. Each open report has a place, in the order of numbers. What is reserved
	/// is the sum over the places, and no money is free as long as one of them lacks some.
	fn check_books() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<ProductId, Sums>::new();
		for (id, report) in Reports::<T>::iter() {
			let sum = sums.entry(report.product).or_default();
			add(sum, id, &report).ok_or("bounties: a sum of reports overflows")?;
		}
		for (product, Programme { open, reports, cases, book, .. }) in Programmes::<T>::iter() {
			ensure!(book.is_balanced(), "bounties: the money is not what came in less what went out");
			let is_whole = |place: &Place| place.reserved == place.wanted;
			ensure!(
				book.free == 0 || open.iter().all(is_whole),
				"bounties: money is free that a report lacks"
			);
			ensure!(
				open.iter().all(|place| place.reserved <= place.wanted),
				"bounties: too much is reserved"
			);
			let reserved = open.iter().try_fold(0, |sum: Balance, place| sum.checked_add(place.reserved));
			ensure!(reserved == Some(book.reserved), "bounties: a book is not the sum of its places");
			ensure!(open.is_sorted_by(|a, b| a.report < b.report), "bounties: the places are not in order");
			let Book { vesting, bonds, .. } = book;
			let open = open.iter().map(|place| (place.report, place.wanted)).collect();
			let booked = Sums { open, reports, cases, vesting, bonds };
			ensure!(
				sums.remove(&product).unwrap_or_default() == booked,
				"bounties: a book is not the sum of its reports"
			);
			ensure!(reports <= MAX_RECORDS && cases <= MAX_CASES, "bounties: more than there can be");
		}
		ensure!(sums.is_empty(), "bounties: a report has no programme");
		Ok(())
	}

	/// The terms of programmes and of reports are within their bounds.
	fn check_terms() -> Result<(), TryRuntimeError> {
		let of_programmes = Programmes::<T>::iter_values().flat_map(|programme| {
			let pending = programme.pending.map(|pending| pending.terms);
			core::iter::once(programme.terms).chain(pending)
		});
		let mut terms = of_programmes.chain(Reports::<T>::iter_values().map(|report| report.terms));
		ensure!(terms.all(|terms| terms.is_sound()), "bounties: terms are out of their bounds");
		Ok(())
	}

	/// A report has a past number, and what its stage says: a deposit while it is open, a claim
	/// once it is revealed, a decision that answers the claim once it is decided, bonds only in a
	/// dispute.
	fn check_reports() -> Result<(), TryRuntimeError> {
		for (id, report) in Reports::<T>::iter() {
			ensure!(id < NextReport::<T>::get(), "bounties: a number was never given");
			let Report { stage, claim, decided, .. } = &report;
			let is_hidden = matches!(stage, Stage::Committed { .. });
			ensure!(claim.is_none() == is_hidden, "bounties: a claim is there too early or too late");
			let is_undecided = is_hidden || stage.managers_deadline().is_some();
			ensure!(decided.is_none() == is_undecided, "bounties: a decision is there too early or too late");
			let is_settled = matches!(stage, Stage::Decided { .. } | Stage::Ended);
			ensure!(report.deposit == 0 || stage.is_open(), "bounties: a deposit is kept");
			// That of a decided report is back if its case had no choice.
			ensure!(report.deposit > 0 || is_settled, "bounties: a deposit went early");
			if let (Some(claim), Some(decided)) = (claim, decided) {
				ensure!(decided.decision.fits(claim), "bounties: a decision does not answer its claim");
			}
			let is_disputed = matches!(stage, Stage::Disputed { .. });
			let has_bond = report.bond > 0 || report.native_bond > 0;
			ensure!(!has_bond || is_disputed, "bounties: a bond without a dispute");
			ensure!(report.due == 0 || is_settled, "bounties: a bond is due too early");
			let is_kept = stage.is_open() || !report.is_over(report.committed.active);
			ensure!(is_kept, "bounties: a record without a use is kept");
		}
		Ok(())
	}

	/// A reward exists only of a report that is decided for good. It vests over the notice of a
	/// withdrawal at least, and no more is collected than has vested. The reserve's part is at most
	/// half of the programme's and at most the cover in force, and of a critical bug alone.
	fn check_rewards() -> Result<(), TryRuntimeError> {
		let now = T::Clock::active();
		for report in Reports::<T>::iter_values() {
			let Some(vesting) = report.vesting else { continue };
			ensure!(!report.stage.is_open(), "bounties: a reward before its decision");
			let is_slow = vesting.is_revoked || VESTING.contains(&vesting.period);
			ensure!(is_slow, "bounties: a reward vests faster than a withdrawal");
			ensure!(vesting.collectable(now).is_some(), "bounties: more is collected than has vested");
			if vesting.matched > 0 || vesting.is_match_approved {
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

	/// The native tokens held of an account are the deposits of its reports, and the bonds of its
	/// disputes.
	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		for report in Reports::<T>::iter_values() {
			let sum = deposits.entry(report.reporter).or_default();
			let held = sum.checked_add(report.deposit).and_then(|sum| sum.checked_add(report.native_bond));
			*sum = held.ok_or("bounties: the deposits do not fit")?;
		}
		for (who, deposit) in deposits {
			ensure!(Self::held_of(&who) == deposit, "bounties: a deposit is not that of the reports");
		}
		Ok(())
	}
}
