// SPDX-License-Identifier: Apache-2.0

//! Lives of the whole runtime, with choices made by a coverage-guided fuzzer. `scripts/fuzz` builds
//! and runs it.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| breakwater_runtime::live_by(bytes));
