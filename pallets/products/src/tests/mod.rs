// SPDX-License-Identifier: Apache-2.0

//! Tests of the products, alone: pools, policies, feed and clock are small models in `mock`.

mod admission;
mod delist;
mod glue;
mod invariants;
mod list_product;
pub(crate) mod mock;
mod origins;
mod proposals;
mod set_class_rules;
mod set_status;
mod several_feeds;
mod update_facts;
mod update_terms;
mod views;
