// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! What each subcommand does.

use crate::{
	chain_spec::{self, ChainSpec},
	cli::{Cli, Subcommand},
	dev, service,
};
use breakwater_runtime::opaque::Block;
use sc_cli::{SubstrateCli, TransactionPoolType};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::{Configuration, PartialComponents, TaskManager};

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Breakwater Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the issues of the repository".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(match id {
			"dev" => chain_spec::development()?,
			"" | "local" => chain_spec::local()?,
			path => ChainSpec::from_json_file(path.into()).map_err(|error| {
				format!("`{path}` is neither `dev`, `local` nor a chain specification: {error}")
			})?,
		}))
	}
}

/// Reads the command line and does what it says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::ExportChainSpec(command)) => {
			let chain_spec = cli.load_spec(&command.chain)?;
			command.run(chain_spec)
		}
		Some(Subcommand::PurgeChain(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run(config.database))
		}
		Some(Subcommand::ChainInfo(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run::<Block>(&config))
		}
		Some(subcommand) => run_on_chain(&cli, subcommand),
	}
}

/// The subcommands that open the chain.
fn run_on_chain(cli: &Cli, subcommand: &Subcommand) -> sc_cli::Result<()> {
	match subcommand {
		Subcommand::CheckBlock(command) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } = service::new_partial(&config)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Subcommand::ExportBlocks(command) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
			Ok((command.run(client, config.database), task_manager))
		}),
		Subcommand::ImportBlocks(command) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } = service::new_partial(&config)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Subcommand::ExportState(command) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
			Ok((command.run(client, config.chain_spec), task_manager))
		}),
		Subcommand::Revert(command) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, backend, .. } = service::new_partial(&config)?;
			Ok((command.run(client, backend, Some(Box::new(service::revert_consensus))), task_manager))
		}),
		// The others don't come here.
		_ => Ok(()),
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let runner = cli.create_runner(&cli.run)?;
	runner.run_node_until_exit(|config| async move { start(cli, config) })
}

fn start(cli: &Cli, mut config: Configuration) -> sc_cli::Result<TaskManager> {
	let development = dev::is_development(&*config.chain_spec);
	let settings = cli.dev.settings(development, config.role.is_authority()).map_err(sc_cli::Error::Input)?;
	if settings.is_some() && !pool_type_is_chosen(std::env::args()) {
		// One chain without forks: this pool knows of each block before the next is proposed.
		let mut pool = cli.run.pool_config.clone();
		pool.pool_type = TransactionPoolType::SingleState;
		config.transaction_pool = pool.transaction_pool(true);
	}
	match config.network.network_backend {
		NetworkBackendType::Libp2p => service::new_full::<NetworkWorker<_, _>>(config, settings),
		NetworkBackendType::Litep2p => service::new_full::<Litep2pNetworkBackend>(config, settings),
	}
	.map_err(sc_cli::Error::Service)
}

/// Whether the command line chooses a transaction pool.
fn pool_type_is_chosen(mut args: impl Iterator<Item = String>) -> bool {
	args.any(|arg| arg == "--pool-type" || arg.starts_with("--pool-type="))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn pool_type_should_be_seen_in_both_forms() {
		let chosen = |args: &[&str]| pool_type_is_chosen(args.iter().map(ToString::to_string));
		assert!(chosen(&["--dev", "--pool-type", "fork-aware"]));
		assert!(chosen(&["--pool-type=single-state"]));
		assert!(!chosen(&["--dev", "--pool-limit", "10"]));
	}
}
