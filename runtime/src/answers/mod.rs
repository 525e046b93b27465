// SPDX-License-Identifier: Apache-2.0

//! The answers of [the runtime API](crate::breakwater_api), as people read them in Polkadot.js
//! Apps.
//!
//! The pallets' own states are plain numbers. Here each quantity carries its unit ([`units`]), each
//! asset its symbol, each deadline the time left, and each refusal its name. Every answer is a
//! structure or a list of structures. Clients misread bytes, tuples and numbers that stand alone. A
//! check with the client library runs over all methods.

use alloc::string::String;
use breakwater_primitives::{ActiveClock, ProductId};

mod claims;
mod court;
mod feeds;
mod policies;
mod pools;
mod products;
mod reserve;
pub mod units;
mod vitals;

pub use claims::*;
pub use court::*;
pub use feeds::*;
pub use policies::*;
pub use pools::*;
pub use products::*;
pub use reserve::*;
pub use units::{Page, Refusal};
pub use vitals::*;

/// The most products or proposals of a page. Each product asks all its pools.
pub const MAX_PRODUCTS: u32 = 16;
/// The most pools or incidents of a page.
pub const MAX_PAGE: u32 = 64;
/// The most policies of a page.
pub const MAX_POLICIES: u32 = 128;
/// The most pools that one page of positions looks at, and the most pools and incidents that the
/// vitals look at.
pub const MAX_LOOKED_AT: u32 = 1_024;

/// Returns the clocks of this block.
fn clocks() -> units::Clocks {
	units::Clocks { now: crate::Clock::now(), active: crate::Clock::active() }
}

/// Returns the name of a product. It is empty for an unknown product.
fn name_of(product: ProductId) -> String {
	breakwater_products::Products::<crate::Runtime>::get(product)
		.map(|product| units::text(&product.name))
		.unwrap_or_default()
}
