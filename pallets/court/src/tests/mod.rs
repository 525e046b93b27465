// SPDX-License-Identifier: Apache-2.0

mod appeals;
mod attacks;
mod cases;
mod draw;
mod invariants;
pub mod mock;
mod settlement;
mod stakes;
mod votes;
