//! Tests of the pallet.

mod attacks;
mod capacity;
mod catch_up;
mod clock;
mod cover;
mod exits;
mod incidents;
mod invariants;
mod manage;
pub(crate) mod mock;
mod settle;
mod sweep;
mod trading;
