// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The tables of figures.

use std::time::Duration;

/// Prints a row: a name, and columns of the same width.
pub fn row(name: &str, columns: &[String]) {
	let columns: String = columns.iter().map(|column| format!("{column:>10}")).collect();
	println!("{name:<25}{columns}");
}

/// Prints the heads of the columns.
pub fn heads(name: &str, columns: &[&str]) {
	let columns: Vec<_> = columns.iter().map(ToString::to_string).collect();
	row(name, &columns);
}

/// Returns a time in milliseconds.
pub fn millis(time: Duration) -> f64 {
	time.as_secs_f64() * 1e3
}

/// Returns the median of some figures; zero if there are none.
pub fn median(mut figures: Vec<f64>) -> f64 {
	figures.sort_by(f64::total_cmp);
	figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// Returns the mean of some figures; zero if there are none.
pub fn mean(figures: &[f64]) -> f64 {
	figures.iter().sum::<f64>() / figures.len().max(1) as f64
}

/// Returns the largest of some figures; zero if there are none.
pub fn worst(figures: &[f64]) -> f64 {
	figures.iter().copied().fold(0.0, f64::max)
}
