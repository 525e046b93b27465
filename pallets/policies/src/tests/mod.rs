//! Tests of the policies, alone: pools, feed and clock are small models in `mock`.

mod attacks;
mod buy;
mod cover_book;
mod incidents;
mod invariants;
mod list_product;
pub(crate) mod mock;
mod origins;
mod prune;
mod quote;
mod set_status;
mod update_terms;
mod views;
