//! Lives of the whole runtime whose choices a coverage-guided fuzzer makes: scripts/fuzz builds and runs it.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| breakwater_runtime::live_by(bytes));
