// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! Flags and subcommands.

use crate::{
	dev::{clock::parse_date, sealing::Sealing, Settings},
	health::HealthCmd,
	machine::MachineCmd,
};
use clap::{Args, Parser, Subcommand as ClapSubcommand};
use sc_cli::RunCmd;
use std::{net::SocketAddr, time::Duration};

/// The time between blocks sealed at an interval, unless chosen, in milliseconds.
const BLOCK_TIME: u64 = 3_000;

/// The node's command line.
#[derive(Debug, Parser)]
pub struct Cli {
	/// The subcommand. Without one, the node runs.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// Flags of a running node.
	#[clap(flatten)]
	pub run: RunCmd,

	/// The address at which the node shows its health to machines, as 127.0.0.1:9616.
	///
	/// GET /health answers with 200 if the node has peers, is in step with the chain, and blocks
	/// become final. It answers with 503 otherwise. Without the flag nothing is shown.
	#[arg(long, value_name = "ADDRESS")]
	pub health_addr: Option<SocketAddr>,

	/// Flags of a development chain.
	#[clap(flatten)]
	pub dev: DevParams,
}

/// Flags of a development chain. On any other chain they are rejected.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Development chain (--dev)")]
pub struct DevParams {
	/// The moment when blocks are sealed: for each transaction, at an interval (the default), or
	/// only when the RPC asks for it.
	#[arg(long, value_enum, value_name = "MODE")]
	pub sealing: Option<Sealing>,

	/// Milliseconds between blocks sealed at an interval (default 3000).
	///
	/// The chain's own time moves by as much, but by no less than one slot.
	#[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(100..=86_400_000))]
	pub block_time: Option<u64>,

	/// The date of the first block, as 2023-03-10T00:00:00Z or in seconds since 1970.
	///
	/// Used while the chain is empty. Afterwards time goes on from the last block. Without it the
	/// first block has the machine's date.
	#[arg(long, value_name = "DATE", value_parser = parse_date)]
	pub first_block_date: Option<u64>,
}

impl DevParams {
	/// Returns the settings for sealing blocks, or `None` if this node doesn't seal them here.
	/// Returns an error if the flags don't fit.
	///
	/// `development` is true if the chain is a development chain. `authority` is true if the node
	/// is an authority.
	pub fn settings(&self, development: bool, authority: bool) -> Result<Option<Settings>, String> {
		let given = [
			("--sealing", self.sealing.is_some()),
			("--block-time", self.block_time.is_some()),
			("--first-block-date", self.first_block_date.is_some()),
		];
		if let Some((flag, _)) = given.iter().find(|(_, given)| *given && !(development && authority)) {
			return Err(if development {
				format!("{flag} needs an authority that seals the blocks: add --dev.")
			} else {
				format!(
					"{flag} works on a development chain only: use --chain dev (--dev alone does), or leave the flag \
					 out. The time and the blocks of any other chain are made by its validators."
				)
			});
		}
		if !(development && authority) {
			return Ok(None);
		}
		let sealing = self.sealing.unwrap_or(Sealing::Interval);
		if self.block_time.is_some() && sealing != Sealing::Interval {
			return Err("--block-time goes with --sealing interval only.".into());
		}
		Ok(Some(Settings {
			sealing,
			block_time: Duration::from_millis(self.block_time.unwrap_or(BLOCK_TIME)),
			first_block: self.first_block_date,
		}))
	}
}

/// The subcommands.
#[derive(Debug, ClapSubcommand)]
pub enum Subcommand {
	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write the specification of a chain.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Check a block by importing it once more.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state of a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Remove the whole chain.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back blocks that are not finalised.
	Revert(sc_cli::RevertCmd),

	/// Show what the database holds.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Ask a running node whether it is ready. The exit code is 0 if it is.
	Health(HealthCmd),

	/// Compare this machine with the one on which the weights were measured.
	Machine(MachineCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn parse(args: &[&str]) -> Result<DevParams, String> {
		Cli::try_parse_from([&["breakwater-node"], args].concat())
			.map(|cli| cli.dev)
			.map_err(|error| error.to_string())
	}

	#[test]
	fn command_line_should_be_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn development_chain_should_seal_every_three_seconds_by_default() {
		let settings = parse(&["--dev"]).unwrap().settings(true, true).unwrap().unwrap();
		assert_eq!(settings.sealing, Sealing::Interval);
		assert_eq!(settings.block_time, Duration::from_secs(3));
		assert_eq!(settings.first_block, None);
	}

	#[test]
	fn flags_should_be_taken_on_a_development_chain() {
		let args = ["--dev", "--sealing", "manual", "--first-block-date", "2023-03-10T00:00:00Z"];
		let settings = parse(&args).unwrap().settings(true, true).unwrap().unwrap();
		assert_eq!(settings.sealing, Sealing::Manual);
		assert_eq!(settings.first_block, Some(1_678_406_400_000));
		let settings = parse(&["--block-time", "500"]).unwrap().settings(true, true).unwrap().unwrap();
		assert_eq!(settings.block_time, Duration::from_millis(500));
	}

	#[test]
	fn flags_should_be_refused_on_any_other_chain() {
		for (args, flag) in [
			(["--sealing", "instant"], "--sealing"),
			(["--block-time", "500"], "--block-time"),
			(["--first-block-date", "1678406400"], "--first-block-date"),
		] {
			let params = parse(&args).unwrap();
			let error = params.settings(false, true).unwrap_err();
			assert!(error.starts_with(flag) && error.contains("development chain only"), "{error}");
			assert!(params.settings(true, false).unwrap_err().contains("add --dev"));
		}
		assert_eq!(parse(&[]).unwrap().settings(false, true), Ok(None));
		assert_eq!(parse(&[]).unwrap().settings(true, false), Ok(None));
	}

	#[test]
	fn block_time_should_be_refused_without_an_interval() {
		let params = parse(&["--sealing", "instant", "--block-time", "500"]).unwrap();
		assert!(params.settings(true, true).unwrap_err().contains("--sealing interval"));
	}

	#[test]
	fn malformed_flags_should_be_refused() {
		for args in [
			["--sealing", "never"],
			["--block-time", "0"],
			["--block-time", "x"],
			["--first-block-date", "yesterday"],
			["--database", "rocksdb"],
		] {
			assert!(parse(&args).is_err(), "{args:?}");
		}
	}
}
