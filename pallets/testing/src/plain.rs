// SPDX-License-Identifier: Apache-2.0

//! The results of calls without their weight.

use frame_support::dispatch::DispatchResultWithPostInfo;
use sp_runtime::DispatchResult;

/// A result that can be compared without its weight.
pub trait Plain {
	/// Returns the result alone.
	fn plain(self) -> DispatchResult;
}

impl Plain for DispatchResultWithPostInfo {
	fn plain(self) -> DispatchResult {
		self.map(|_| ()).map_err(|refused| refused.error)
	}
}
