// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime's WebAssembly when the runtime is built with `std`. `SKIP_WASM_BUILD=1`
//! leaves it out.

#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults().enable_metadata_hash("BRKW", 12).build();
}

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn main() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(not(feature = "std"))]
fn main() {}
