// SPDX-License-Identifier: Apache-2.0

//! Tests of the policies, alone: pools, feed and clock are small models in `mock`.

mod attacks;
pub(crate) mod bundle;
mod buy;
mod cancel;
mod commission;
mod cover_book;
mod delist;
mod extend;
mod incidents;
mod increase;
mod invariants;
mod list_product;
pub(crate) mod mock;
mod origins;
mod position;
mod products_view;
mod properties;
mod proposals;
mod prune;
mod quote;
mod refusals;
mod renew;
mod set_class_rules;
mod set_status;
mod several_feeds;
mod transfer;
mod update_facts;
mod update_terms;
mod views;
