// SPDX-License-Identifier: Apache-2.0

//! The tests that run are those of this checkout. A target directory that several checkouts share
//! can hold those of another.

#[test]
fn tests_should_be_of_this_checkout_when_they_run() {
	let built = env!("CARGO_MANIFEST_DIR");
	// `scripts/test` looks for this line.
	println!("tests built in: {built}");
	if let Ok(here) = std::env::var("CARGO_MANIFEST_DIR") {
		assert_eq!(built, here, "another checkout's tests run; see `in_target` in scripts/lib.sh");
	}
}
