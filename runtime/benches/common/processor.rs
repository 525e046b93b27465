// SPDX-License-Identifier: Apache-2.0

//! The time for which the system has given a processor.

use std::time::Duration;

/// Returns the time for which this thread has had a processor so far, to the tick of the system.
/// `None` where Linux does not report it. Then all time counts, including that in which other
/// threads worked.
pub fn on_processor() -> Option<Duration> {
	let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
	let nanos = text.split_whitespace().next()?.parse().ok()?;
	Some(Duration::from_nanos(nanos))
}
