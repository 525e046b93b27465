// SPDX-License-Identifier: Apache-2.0

//! Tests of the real runtime.

#[cfg(feature = "fuzzing")]
pub use lives::live_by;

// The parts of a life.
mod assessed;
mod bounties;
mod env;
mod episodes;
mod lives;
mod panels;
mod random;
mod short;

#[cfg(test)]
mod admission;
#[cfg(test)]
mod api;
#[cfg(test)]
mod bridge;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod checkout;
mod compensation;
#[cfg(test)]
mod court;
#[cfg(test)]
mod depeg;
#[cfg(test)]
mod feeds;
#[cfg(test)]
mod governance;
#[cfg(test)]
mod life;
#[cfg(test)]
mod listing;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod origins;
#[cfg(test)]
mod presets;
#[cfg(test)]
mod proxies;
#[cfg(test)]
mod renewals;
#[cfg(test)]
mod salvage;
#[cfg(test)]
mod second;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod several;
#[cfg(test)]
mod sponsors;
#[cfg(test)]
mod tranches;
#[cfg(test)]
mod transactions;
#[cfg(test)]
mod unchosen;
#[cfg(test)]
mod verdicts;
