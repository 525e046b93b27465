// SPDX-License-Identifier: Apache-2.0

//! The settings that the property tests of all modules share.

/// Cases per property: `BREAKWATER_CASES`, or 10,000.
pub fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}
