// SPDX-License-Identifier: Apache-2.0

//! Reports of incidents by accounts and referenda, and the beginning of their assessment.

use crate::{types::*, *};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Report an incident on the word of `who`, who puts up a bond of at most `max_bond`. A
	/// referendum reports one without a bond.
	pub(crate) fn do_report(
		who: Option<T::AccountId>,
		product: ProductId,
		occurred_at: Moment,
		evidence: H256,
		uri: Uri,
		max_bond: Balance,
	) -> DispatchResultWithPostInfo {
		let seen = T::Clock::block_time();
		Self::ensure_reportable_at(product, occurred_at, seen, who.is_none())
			.map_err(|error| error.with_weight(Self::refused_report_weight()))?;
		// Everything from here on is undone if it is rejected.
		let (id, locking) = T::Incidents::open(product, occurred_at, seen, Decider::Assessment)
			.ok_or_else(|| Error::<T>::CannotOpen.with_weight(Self::refused_report_weight()))?;
		// Pools without exposure are looked at too, and are not counted among those that are
		// locked.
		let measured = T::WeightInfo::report_incident(Self::pools_of(id));
		let used = measured.max(locking);
		charged(used, Self::write_report(id, who, (occurred_at, evidence, uri), max_bond))
	}

	/// Write the report of an incident that was opened, and take its bond.
	fn write_report(
		id: IncidentId,
		who: Option<T::AccountId>,
		(occurred_at, evidence, uri): (Moment, H256, Uri),
		max_bond: Balance,
	) -> DispatchResult {
		let mut assessment = Assessments::<T>::get(id).ok_or(Error::<T>::CannotOpen)?;
		let product = assessment.product;
		let terms = Self::bond_terms(id, &assessment.limits)?;
		(assessment.asset, assessment.bond) = (Some(terms.asset), terms.base);
		let mut bond = 0;
		if let Some(who) = who.clone() {
			bond = terms.report;
			Self::take_bond(&mut assessment, &who, bond, max_bond)?;
			Reports::<T>::insert(id, Report { who, bond, evidence, uri: uri.clone() });
		}
		let waits = assessment.stage == Stage::Waiting;
		Assessments::<T>::insert(id, assessment);
		Self::deposit_event(Event::IncidentReported {
			incident: id,
			product,
			occurred_at,
			who,
			bond,
			evidence,
			uri,
			waits,
		});
		Ok(())
	}

	/// Ensure that an incident of a moment can be reported on a product now.
	pub(crate) fn ensure_reportable_at(
		product: ProductId,
		occurred_at: Moment,
		seen: BlockTime,
		by_referendum: bool,
	) -> DispatchResult {
		ensure!(occurred_at <= seen.now, Error::<T>::NotYet);
		ensure!(seen.now.saturating_sub(occurred_at) <= MAX_AGE, Error::<T>::TooLongAgo);
		Self::ensure_reportable(product, by_referendum)
	}

	/// Ensure that an incident can be reported on a product.
	pub(crate) fn ensure_reportable(product: ProductId, by_referendum: bool) -> DispatchResult {
		let open = T::Incidents::open_on(product);
		if T::Catalogue::is_assessed(product) {
			ensure!(open.second.is_none(), Error::<T>::AlreadyWaiting);
			return Ok(());
		}
		ensure!(T::Catalogue::trigger(product).is_some(), Error::<T>::UnknownProduct);
		ensure!(by_referendum, Error::<T>::TriggerDecides);
		ensure!(open.first.is_none(), Error::<T>::AlreadyOpen);
		Ok(())
	}

	/// Prepare the assessment of an incident that is opened: it keeps the governed numbers of this
	/// block, whenever people have to decide.
	pub(crate) fn prepare(id: IncidentId, product: ProductId) {
		let opened = T::Incidents::opened(id).unwrap_or_default();
		Assessments::<T>::insert(id, Assessment::new(product, opened, T::Limits::get()));
	}

	/// Begin the assessment of an incident: no other of its product is before it.
	pub(crate) fn begin(id: IncidentId) -> Weight {
		Assessments::<T>::mutate_extant(id, |assessment| {
			let until = deadline(T::Clock::active(), assessment.limits.proposal_period);
			if let Ok(stage) = assessment.stage.begin(until) {
				assessment.stage = stage;
				Self::deposit_event(Event::AssessmentBegun { incident: id, until });
			}
		});
		T::DbWeight::get().reads_writes(1, 1)
	}

	/// End the assessment of an incident that is rejected or settled. If data have decided it, the
	/// record goes. Otherwise the time begins in which its bonds can be taken.
	pub(crate) fn end(id: IncidentId) {
		Assessments::<T>::mutate_exists(id, |slot| match slot.as_mut() {
			Some(assessment) if assessment.stage == Stage::Decided => {
				assessment.ended_at = Some(T::Clock::active());
			}
			_ => *slot = None,
		});
	}
}
