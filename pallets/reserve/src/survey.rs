// SPDX-License-Identifier: Apache-2.0

//! The daily survey: a walk over the admitted pools in blocks with spare weight. It sums up their
//! exposures, sets the target of each asset, moves its share of premium, and records its solvency.

use crate::*;
use breakwater_math::{solvency, units::DAY};
use breakwater_primitives::{ActiveClock, AssetId, Day, Exposures, Moment, PoolExposure, PoolId};
use frame_support::{
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::Permill;

/// The steps of the survey that one block takes at most.
pub const MAX_STEPS: u32 = 32;

impl<T: Config> Pallet<T> {
	/// The share of earned premium in an asset that goes to the reserve now.
	pub fn premium_share_of(asset: &AssetId) -> Permill {
		PremiumShares::<T>::get(asset).unwrap_or_else(Self::base_share)
	}

	/// The share of earned premium that goes to a reserve whose funds are at the target.
	pub(crate) fn base_share() -> Permill {
		solvency::wanted_share(T::PremiumShare::get(), 0, 0, Self::share_bounds())
	}

	/// The least and the greatest share of premium.
	fn share_bounds() -> (Permill, Permill) {
		(T::LeastPremiumShare::get(), T::MostPremiumShare::get())
	}

	/// Go on with the survey of the day, as far as the meter goes.
	pub(crate) fn survey(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::survey_look()).is_err() {
			return;
		}
		let mut survey = Survey::<T>::get();
		let before = survey.clone();
		let today = day_of(T::Clock::now());
		if survey.stage == SurveyStage::Done {
			if survey.day == today {
				return;
			}
			survey = SurveyState { day: today, stage: SurveyStage::Pools { after: None } };
		}
		for _ in 0..MAX_STEPS {
			survey.stage = match survey.stage {
				SurveyStage::Pools { after } if meter.try_consume(Self::survey_pool_weight()).is_ok() => {
					Self::survey_pool(after)
				}
				SurveyStage::Assets { after } if meter.try_consume(T::WeightInfo::survey_asset()).is_ok() => {
					Self::survey_asset(survey.day, after)
				}
				stage => {
					survey.stage = stage;
					break;
				}
			};
		}
		if survey != before {
			Survey::<T>::put(survey);
		}
	}

	/// The weight of a step to the next pool. It was measured in an asset that has a book.
	pub(crate) fn survey_pool_weight() -> Weight {
		T::WeightInfo::survey_pool().saturating_add(T::DbWeight::get().writes(1))
	}

	/// Add the exposure of the admitted pool behind `after` to the tally of its asset.
	pub(crate) fn survey_pool(after: Option<PoolId>) -> SurveyStage {
		let mut pools = match after {
			None => Admitted::<T>::iter_keys(),
			Some(pool) => Admitted::<T>::iter_keys_from(Admitted::<T>::hashed_key_for(pool)),
		};
		let Some(pool) = pools.next() else { return SurveyStage::Assets { after: None } };
		if let Some(exposure) = T::Exposures::exposure(pool) {
			Self::count_exposure(pool, exposure);
		}
		SurveyStage::Pools { after: Some(pool) }
	}

	/// Add the exposure of a pool to the tally of its asset. The stress is the loss of its two
	/// largest groups.
	fn count_exposure(pool: PoolId, exposure: PoolExposure) {
		let PoolExposure { asset, capital, groups } = exposure;
		if !Books::<T>::contains_key(&asset) {
			// So that the asset is found, and its stress is seen before its first income.
			Books::<T>::insert(&asset, Book::default());
		}
		let most = capital.min(Pools::<T>::get(pool, &asset).left(T::PoolMultiple::get()));
		let stress = solvency::shortfall(groups.iter().map(|(_, sum)| *sum), capital, most);
		Tallies::<T>::mutate(&asset, |tally| tally.add(&groups, stress));
	}

	/// Close the day of the asset behind `after`: its target, its share of premium, its record.
	pub(crate) fn survey_asset(day: Day, after: Option<AssetId>) -> SurveyStage {
		let mut assets = match &after {
			None => Books::<T>::iter_keys(),
			Some(asset) => Books::<T>::iter_keys_from(Books::<T>::hashed_key_for(asset)),
		};
		let Some(asset) = assets.next() else { return SurveyStage::Done };
		let tally = Tallies::<T>::take(&asset);
		let mut book = Books::<T>::get(&asset);
		if let Some(stake) = book.stake.release(T::Clock::active()) {
			book.stake = stake;
		}
		book.target = solvency::target(tally.stress, tally.exposure, T::LeastTarget::get());
		// A sum that does not fit cannot be: the book was checked when the money came.
		let funds = book.funds().unwrap_or_default();
		let bounds = Self::share_bounds();
		let wanted = solvency::wanted_share(T::PremiumShare::get(), funds, book.target, bounds);
		let share = solvency::next_share(Self::premium_share_of(&asset), wanted, T::PremiumShareStep::get());
		let groups = tally.largest();
		Books::<T>::insert(&asset, book);
		PremiumShares::<T>::insert(&asset, share);
		Self::record(asset.clone(), SolvencyRecord::new(day, &book, tally, groups, share));
		SurveyStage::Assets { after: Some(asset) }
	}

	/// Keep the record of a day for a year, and add it to that of its calendar year.
	fn record(asset: AssetId, record: SolvencyRecord) {
		let year = year_of(record.day);
		let begun = Years::<T>::get(&asset, year).unwrap_or_else(|| {
			// A year goes on where the one before has ended.
			let before = year.checked_sub(1).and_then(|year| Years::<T>::get(&asset, year));
			YearRecord::begin(&record, before.unwrap_or_default())
		});
		Years::<T>::insert(&asset, year, begun.with(&record));
		Self::deposit_event(Event::SolvencyRecorded {
			asset: asset.clone(),
			day: record.day,
			own: record.own,
			stake: record.stake,
			owed: record.owed,
			exposure: record.exposure,
			stress: record.stress,
			target: record.target,
			premium_share: record.premium_share,
		});
		// The divisor is a constant above zero.
		let slot = record.day.checked_rem(KEPT_DAYS).unwrap_or_default();
		Records::<T>::insert(&asset, slot, record);
	}

	/// The records of an asset over the last `days` days, the newest first. Zero is as many as are
	/// kept. A day on which no block had spare weight has none.
	pub fn solvency(asset: &AssetId, days: u32) -> alloc::vec::Vec<SolvencyRecord> {
		let days = if days == 0 { KEPT_DAYS } else { days.min(KEPT_DAYS) };
		let today = day_of(T::Clock::now());
		let first = today.saturating_add(1).saturating_sub(days);
		let at = |day: Day| {
			let slot = day.checked_rem(KEPT_DAYS)?;
			Records::<T>::get(asset, slot).filter(|record| record.day == day)
		};
		(first..=today).rev().filter_map(at).collect()
	}
}

/// The day of a moment of wall-clock time.
fn day_of(now: Moment) -> Day {
	// 2^32 days are eleven million years.
	now.checked_div(DAY).and_then(|day| day.try_into().ok()).unwrap_or(Day::MAX)
}
