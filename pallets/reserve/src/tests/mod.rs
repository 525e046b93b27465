//! Tests of the reserve.

mod accept;
mod admission;
mod attacks;
mod donate;
mod draw;
mod invariants;
mod mock;
mod origins;
