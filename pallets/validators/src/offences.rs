// SPDX-License-Identifier: Apache-2.0

//! The consequences of offences: slashes, suspensions and removals.

use crate::*;
use alloc::vec::Vec;
use breakwater_math::offence::slash;
use frame_support::{storage::with_storage_layer, weights::Weight};
use sp_runtime::Perbill;
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler, ReportOffence},
	SessionIndex,
};

impl<T: Config> OnOffenceHandler<T::AccountId, Offender<T>, Weight> for Pallet<T> {
	/// Names all offenders of the moment, the earlier ones too, whose fraction may have risen.
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, Offender<T>>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(fractions) {
			let (who, ()) = &details.offender;
			Self::slash(who, *fraction, session);
			Self::suspend(who, session);
			if !fraction.is_zero() {
				pallet_session::Pallet::<T>::report_offence(who.clone(), OffenceSeverity(*fraction));
			}
		}
		let offenders = u32::try_from(offenders.len()).unwrap_or(u32::MAX);
		<T as Config>::WeightInfo::on_offence(offenders.min(MAX_VALIDATORS))
	}
}

impl<T: Config> Pallet<T> {
	/// Returns the bond of a candidate, or of a former one.
	fn bond_of(who: &T::AccountId) -> Balance {
		Self::candidate(who)
			.map(|candidate| candidate.bond)
			.or_else(|| Leavers::<T>::get(who).map(|leaving| leaving.bond))
			.unwrap_or(0)
	}

	fn set_bond(who: &T::AccountId, bond: Balance) {
		Candidates::<T>::mutate(|candidates| {
			if let Some(candidate) = candidates.iter_mut().find(|candidate| candidate.who == *who) {
				candidate.bond = bond;
			}
		});
		Leavers::<T>::mutate_exists(who, |slot| {
			*slot = slot.map(|leaving| Leaving { bond, ..leaving });
		});
	}

	/// Slash a bond for an offence. The largest fraction of a session counts.
	fn slash(who: &T::AccountId, fraction: Perbill, session: SessionIndex) {
		let bond_before = Self::bond_of(who);
		let slashed = Slashes::<T>::get(session, who).unwrap_or(Slashed { of: bond_before, taken: 0 });
		let amount = slash(fraction, slashed.of, slashed.taken, bond_before);
		if amount == 0 {
			return;
		}
		let (who, bond) = (who.clone(), bond_before.saturating_sub(amount));
		// Not above the bond before.
		let slashed = Slashed { taken: slashed.taken.saturating_add(amount), ..slashed };
		if with_storage_layer(|| Self::forfeit(&who, amount)).is_err() {
			Self::deposit_event(Event::SlashRefused { who, session, amount });
			return;
		}
		Slashes::<T>::insert(session, &who, slashed);
		Self::set_bond(&who, bond);
		Self::deposit_event(Event::BondSlashed { who, session, fraction, amount, bond_before, bond });
	}

	/// Suspend a candidate, or end its candidacy if it is one offence too many.
	fn suspend(who: &T::AccountId, session: SessionIndex) {
		let is_too_many = Candidates::<T>::mutate(|candidates| {
			candidates.iter_mut().find(|candidate| candidate.who == *who)?.offend(session)
		});
		match is_too_many {
			Some(true) => {
				// The candidate is there.
				let _ = Self::take_out(who, Cause::Offences);
			}
			Some(false) => Self::deposit_event(Event::CandidateSuspended { who: who.clone(), session }),
			None => {}
		}
	}

	/// Report the validators that made no block in a session, but for those that were disabled.
	/// With few blocks chance may leave a validator without one. If more than a third are offline,
	/// the network or the chain has failed, and no one is reported.
	pub(crate) fn report_offline(session: SessionIndex, blocks: &[(T::AccountId, u32)]) {
		let disabled = pallet_session::DisabledValidators::<T>::get();
		let may_author = |place: usize| !disabled.iter().any(|(other, _)| *other as usize == place);
		let offline =
			blocks.iter().enumerate().filter(|(place, (_, blocks))| *blocks == 0 && may_author(*place));
		let offenders: Vec<_> = offline.map(|(_, (who, _))| (who.clone(), ())).collect();
		if offenders.is_empty() {
			return;
		}
		let validators = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
		let offline = u32::try_from(offenders.len()).unwrap_or(u32::MAX);
		let all = blocks.iter().fold(0u32, |all, (_, blocks)| all.saturating_add(*blocks));
		if all < validators.saturating_sub(offline).saturating_mul(ENOUGH_BLOCKS) {
			return;
		}
		if offline.saturating_mul(3) > validators {
			Self::deposit_event(Event::OutageNoted { session, offline, validators });
			return;
		}
		// It is the first report of the session.
		let _ = T::Reports::report_offence(Vec::new(), Offline { session, validators, offenders });
	}
}
