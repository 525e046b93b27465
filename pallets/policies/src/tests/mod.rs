//! Tests of the policies, alone: pools, feed and clock are small models in `mock`.

mod attacks;
pub(crate) mod bundle;
mod buy;
mod cancel;
mod cover_book;
mod extend;
mod incidents;
mod increase;
mod invariants;
mod list_product;
pub(crate) mod mock;
mod origins;
mod properties;
mod prune;
mod quote;
mod renew;
mod set_status;
mod transfer;
mod update_terms;
mod views;
