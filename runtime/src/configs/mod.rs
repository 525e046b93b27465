// SPDX-License-Identifier: Apache-2.0

//! Configurations of the pallets, by area.

pub mod cases;
pub mod consensus;
pub mod court;
pub mod cover;
pub mod database;
pub mod governance;
pub mod money;
pub mod oracle;
pub mod system;
pub mod utility;
