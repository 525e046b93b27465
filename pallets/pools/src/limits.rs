// SPDX-License-Identifier: Apache-2.0

//! The governed numbers as they act.

use crate::{pallet::*, types::Limits};
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
	/// The governed numbers within their hard bounds.
	pub(crate) fn limits() -> Limits {
		T::Limits::get().bounded()
	}
}
