// SPDX-License-Identifier: Apache-2.0

//! Configurations of the pallets, by area.

pub mod consensus;
pub mod cover;
pub mod governance;
pub mod judgement;
pub mod money;
pub mod oracle;
pub mod system;
pub mod utility;
