// SPDX-License-Identifier: Apache-2.0

//! Tests of the policies with the products: pools, feed and clock are small models in `mock`.

mod attacks;
pub(crate) mod bundle;
mod buy;
mod cancel;
mod catalogue;
mod commission;
mod cover_book;
mod delist;
mod extend;
mod incidents;
mod increase;
mod insured_account;
mod invariants;
pub(crate) mod mock;
mod origins;
mod products_view;
mod properties;
mod prune;
mod quote;
mod refusals;
mod renew;
mod several_feeds;
mod transfer;
mod views;
