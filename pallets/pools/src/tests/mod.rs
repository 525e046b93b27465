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
// The SDK's default configurations ask for features that this crate does not have.
#[allow(unexpected_cfgs)]
mod mock;
mod settle;
mod sweep;
mod trading;
