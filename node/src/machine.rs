// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The speed of this machine, against that of the machine on which the weights were measured. On a
//! slower one a block takes longer than it is charged for.

use clap::Args;
use sc_sysinfo::{
	benchmark_cpu, benchmark_disk_random_writes, benchmark_disk_sequential_writes, benchmark_memory,
	benchmark_sr25519_verify, ExecutionLimit, Throughput,
};
use std::{path::PathBuf, time::Duration};

/// The flags of the subcommand `machine`.
#[derive(Debug, Args)]
pub struct MachineCmd {
	/// A folder on the disk of the database, for a file of 64 MiB that is removed again.
	#[arg(long, value_name = "PATH", default_value = ".")]
	pub base_path: PathBuf,
}

/// The time for each figure.
const LIMIT: ExecutionLimit = ExecutionLimit::MaxDuration(Duration::from_secs(3));
/// The part of the reference, in percent, that a machine has to reach. The rest is the noise of a
/// measurement.
const ENOUGH: f64 = 90.0;

/// A figure: its name, the figure of the machine on which the weights were measured in MiB a
/// second, and the figure of this one.
struct Figure {
	name: &'static str,
	reference: f64,
	measured: f64,
}

impl Figure {
	fn percent(&self) -> f64 {
		100.0 * self.measured / self.reference
	}

	fn is_enough(&self) -> bool {
		self.percent() >= ENOUGH
	}

	fn line(&self) -> String {
		let Self { name, reference, measured } = self;
		let verdict = if self.is_enough() { "ok" } else { "SLOW" };
		format!("{name:<28} {measured:>10.2} {reference:>10.2} {:>8.0} %  {verdict}", self.percent())
	}
}

impl MachineCmd {
	/// Measures this machine, prints its figures, and fails if one of them is too low.
	pub fn run(&self) -> Result<(), String> {
		let on_disk = |measured: Result<Throughput, String>| {
			measured.map_err(|reason| {
				format!(
					"the disk at {} cannot be measured: {reason}. Name a folder of the database with --base-path.",
					self.base_path.display()
				)
			})
		};
		let figure =
			|name, reference, measured: Throughput| Figure { name, reference, measured: measured.as_mibs() };
		// Measured on 2026-11-29 on two cores of an AMD EPYC, the lowest of three runs. Its disk
		// wrote 3,200 MiB a second in sequence, which no chain needs: there it is the reference of
		// the SDK.
		let figures = [
			figure("hashes (BLAKE2b-256)", 760.0, benchmark_cpu(LIMIT)),
			figure("signatures (sr25519)", 0.84, benchmark_sr25519_verify(LIMIT)),
			figure("memory, copy", 14_000.0, benchmark_memory(LIMIT)),
			figure(
				"disk, writes in sequence",
				950.0,
				on_disk(benchmark_disk_sequential_writes(LIMIT, &self.base_path))?,
			),
			figure(
				"disk, random writes",
				280.0,
				on_disk(benchmark_disk_random_writes(LIMIT, &self.base_path))?,
			),
		];
		println!("{:<28} {:>10} {:>10} {:>10}", "MiB a second", "here", "reference", "part");
		figures.iter().for_each(|figure| println!("{}", figure.line()));
		if figures.iter().all(Figure::is_enough) {
			return Ok(());
		}
		Err(format!(
			"this machine is slower than {ENOUGH} % of the one on which the weights were measured. Stop other programs and \
			 measure again, or take a faster one for a validator."
		))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn figure_should_be_enough_from_nine_tenths_of_the_reference_on() {
		let figure = |measured| Figure { name: "memory, copy", reference: 1_000.0, measured };
		assert!(figure(900.0).is_enough() && !figure(899.0).is_enough());
		assert!(figure(899.0).line().ends_with("899.00    1000.00       90 %  SLOW"));
	}
}
