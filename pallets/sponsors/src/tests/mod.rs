// SPDX-License-Identifier: Apache-2.0

//! Tests.

mod attacks;
mod invariants;
pub(crate) mod mock;
mod pledges;
mod routes;
