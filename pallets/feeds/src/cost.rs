// SPDX-License-Identifier: Apache-2.0

//! The cost of calls: what was measured by the number of operators and of watched feeds, and the
//! weight that the oracle and the listeners of prices report.
//!
//! A call is charged beforehand for the most operators and feeds that there can be. Afterwards it
//! is charged for those that it found. A rejection costs the reads that led to it.

use crate::{pallet::*, types::*, weights::WeightInfo};
use breakwater_primitives::{OnData, RawFeed};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
	traits::Get,
	weights::Weight,
};
use sp_runtime::DispatchError;

/// The records that are read of a value that is not weighed: the rules, the last interval, and the
/// list of watched feeds.
const RECORDS_OF_A_VALUE: u64 = 3;

impl<T: Config> Pallet<T> {
	/// Returns the most weight that feeding `values` values can use. Reads no state.
	pub fn feeding_weight(values: u32) -> Weight {
		let each = T::Raw::put_weight(MAX_OPERATORS)
			.saturating_add(T::WeightInfo::reward(MAX_OPERATORS))
			.saturating_add(T::OnData::on_data_weight());
		Self::checking_weight(values).saturating_add(each.saturating_mul(values.into()))
	}

	/// Returns the weight of the checks of so many values, before any change. They read the
	/// members, and for each value its feed's products and the value before it.
	pub(crate) fn checking_weight(values: u32) -> Weight {
		Self::looking_weight(u64::from(values).saturating_mul(2).saturating_add(1))
	}

	/// Returns the weight of keeping one value and finding out its use, apart from the work of the
	/// listeners.
	pub(crate) fn value_weight(found: Usefulness) -> Weight {
		let operators = Self::count_members();
		let weighed = T::WeightInfo::reward(operators);
		let used = match found {
			Usefulness::NotWeighed => Self::looking_weight(RECORDS_OF_A_VALUE),
			// The pool and the rewards were not read, and with the list they were not written.
			Usefulness::Useless => weighed.saturating_sub(T::DbWeight::get().reads_writes(2, 3)),
			Usefulness::Useful => weighed,
		};
		T::Raw::put_weight(operators).saturating_add(used)
	}

	/// Returns the weight of so many reads.
	pub(crate) fn looking_weight(reads: u64) -> Weight {
		T::DbWeight::get().reads(reads)
	}

	/// Returns the most weight of reading again every feed that can be watched. Reads no state.
	pub(crate) fn most_reading_weight() -> Weight {
		T::OnData::on_cleared_weight().saturating_mul(T::MaxFeeds::get().into())
	}

	/// Returns the number of operators whose values count.
	pub(crate) fn count_members() -> u32 {
		u32::try_from(Members::<T>::decode_len().unwrap_or(0)).unwrap_or(MAX_OPERATORS)
	}

	/// Returns the number of watched feeds.
	pub(crate) fn count_watched() -> u32 {
		u32::try_from(T::Raw::watched().len()).unwrap_or(u32::MAX).min(T::MaxFeeds::get())
	}

	/// Returns a rejection that costs `used`.
	pub(crate) fn refused(error: impl Into<DispatchError>, used: Weight) -> DispatchErrorWithPostInfo {
		error.into().with_weight(used)
	}

	/// Returns a rejection that costs so many reads.
	pub(crate) fn refused_after(reads: u64) -> impl FnOnce(Error<T>) -> DispatchErrorWithPostInfo {
		move |error| Self::refused(error, Self::looking_weight(reads))
	}
}
