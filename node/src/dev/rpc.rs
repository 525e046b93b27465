// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The RPC methods of a development chain.
//!
//! | method | effect | result |
//! |---|---|---|
//! | `dev_advanceTime(seconds)` | moves time forward and seals a block | `{hash, number, timestamp}` |
//! | `dev_newBlock()` | seals a block one slot after the last | `{hash, number, timestamp}` |
//! | `dev_time()` | none | milliseconds since 1970 |
//!
//! All are unsafe: they are rejected where the RPC port serves safe methods only. On any other
//! chain they are not registered at all. A block holds every transaction that was accepted before
//! the call, as far as the block's weight and length allow.

use super::{
	clock::Step,
	sealing::{DevHandle, SealError, SealedBlock},
};
use jsonrpsee::{
	core::RegisterMethodError,
	types::{error::INVALID_PARAMS_CODE, ErrorObject, ErrorObjectOwned},
	RpcModule,
};
use sc_rpc_api::check_if_safe;
use serde_json::Value;

/// The longest move of time in one call: ten years of 365.25 days, in seconds.
pub const MAX_ADVANCE_SECONDS: u64 = 315_576_000;

/// The JSON-RPC error code for a block that could not be sealed.
const SEALING_FAILED: i32 = -32_000;

/// Returns the methods, to be merged into the node's RPC.
pub fn module(handle: DevHandle) -> Result<RpcModule<DevHandle>, RegisterMethodError> {
	let mut module = RpcModule::new(handle);
	module.register_async_method("dev_advanceTime", |params, handle, extensions| async move {
		check_if_safe(&extensions)?;
		let seconds = seconds(params.as_str()).map_err(invalid)?;
		seal(&handle, Step::Forward(seconds.saturating_mul(1_000))).await
	})?;
	module.register_async_method("dev_newBlock", |params, handle, extensions| async move {
		check_if_safe(&extensions)?;
		no_argument("dev_newBlock", params.as_str()).map_err(invalid)?;
		seal(&handle, Step::Slot).await
	})?;
	module.register_async_method("dev_time", |params, handle, extensions| async move {
		check_if_safe(&extensions)?;
		no_argument("dev_time", params.as_str()).map_err(invalid)?;
		Ok::<u64, ErrorObjectOwned>(handle.clock().now())
	})?;
	Ok(module)
}

async fn seal(handle: &DevHandle, step: Step) -> Result<SealedBlock, ErrorObjectOwned> {
	handle.seal(step).await.map_err(|error| match error {
		SealError::Clock(error) => invalid(error.to_string()),
		other => ErrorObject::owned(SEALING_FAILED, other.to_string(), None::<()>),
	})
}

fn invalid(why: String) -> ErrorObjectOwned {
	ErrorObject::owned(INVALID_PARAMS_CODE, why, None::<()>)
}

/// Returns the single argument of `dev_advanceTime`, given in a list or by its name.
fn seconds(params: Option<&str>) -> Result<u64, String> {
	const WANTED: &str = "dev_advanceTime takes one argument, the seconds to move forward by";
	let value = match parsed(params)? {
		Value::Array(list) => match <[Value; 1]>::try_from(list) {
			Ok([value]) => value,
			Err(list) => return Err(format!("{WANTED}; {} were given", list.len())),
		},
		Value::Object(mut named) => match (named.remove("seconds"), named.keys().next()) {
			(Some(value), None) => value,
			(_, Some(other)) => return Err(format!("{WANTED}; `{other}` is not known")),
			(None, None) => return Err(format!("{WANTED}; none was given")),
		},
		_ => return Err(format!("{WANTED}; none was given")),
	};
	whole_seconds(&value)
}

fn whole_seconds(value: &Value) -> Result<u64, String> {
	let Value::Number(number) = value else {
		return Err(format!("seconds must be a number, not {}", kind(value)));
	};
	let seconds = match (number.as_u64(), number.as_f64()) {
		(Some(seconds), _) => seconds,
		(None, Some(other)) if other < 0.0 => {
			return Err(format!("time only moves forward: seconds must be at least 1, not {number}"))
		}
		// Whole numbers too large for 64 bits come as floats.
		(None, Some(other)) if other >= 18_446_744_073_709_551_615.0 => u64::MAX,
		_ => return Err(format!("seconds must be a whole number, not {number}")),
	};
	match seconds {
		0 => Err("seconds must be at least 1; dev_newBlock seals a block one slot on".into()),
		1..=MAX_ADVANCE_SECONDS => Ok(seconds),
		_ => {
			Err(format!("one call moves time by at most ten years ({MAX_ADVANCE_SECONDS} s), not {number} s"))
		}
	}
}

fn no_argument(method: &str, params: Option<&str>) -> Result<(), String> {
	match parsed(params)? {
		Value::Null => Ok(()),
		Value::Array(list) if list.is_empty() => Ok(()),
		Value::Object(named) if named.is_empty() => Ok(()),
		_ => Err(format!("{method} takes no argument")),
	}
}

fn parsed(params: Option<&str>) -> Result<Value, String> {
	serde_json::from_str(params.unwrap_or("null"))
		.map_err(|error| format!("the arguments cannot be read: {error}"))
}

fn kind(value: &Value) -> &'static str {
	match value {
		Value::Null => "null",
		Value::Bool(_) => "a truth value",
		Value::Number(_) => "a number",
		Value::String(_) => "a string",
		Value::Array(_) => "a list",
		Value::Object(_) => "an object",
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn seconds_should_be_read_from_a_list_or_by_name() {
		assert_eq!(seconds(Some("[60]")), Ok(60));
		assert_eq!(seconds(Some("{\"seconds\": 60}")), Ok(60));
		assert_eq!(seconds(Some("[1]")), Ok(1));
		assert_eq!(seconds(Some("[315576000]")), Ok(MAX_ADVANCE_SECONDS));
	}

	#[test]
	fn seconds_should_be_refused_with_the_reason() {
		for (params, reason) in [
			("[0]", "at least 1"),
			("[-1]", "only moves forward"),
			("[-1.5]", "only moves forward"),
			("[-99999999999999999999]", "only moves forward"),
			("[1.5]", "whole number"),
			("[315576001]", "ten years"),
			("[18446744073709551615]", "ten years"),
			("[99999999999999999999999]", "ten years"),
			("[\"60\"]", "not a string"),
			("[true]", "not a truth value"),
			("[null]", "not null"),
			("[[60]]", "not a list"),
			("[{}]", "not an object"),
			("[]", "0 were given"),
			("[1, 2]", "2 were given"),
			("{}", "none was given"),
			("{\"minutes\": 1}", "`minutes` is not known"),
			("{\"seconds\": 1, \"minutes\": 1}", "`minutes` is not known"),
			("60", "none was given"),
			("[", "cannot be read"),
		] {
			let error = seconds(Some(params)).unwrap_err();
			assert!(error.contains(reason), "{params}: {error}");
		}
		assert!(seconds(None).unwrap_err().contains("none was given"));
	}

	#[test]
	fn arguments_should_be_refused_where_there_are_none() {
		for params in [None, Some("null"), Some("[]"), Some("{}")] {
			assert_eq!(no_argument("dev_time", params), Ok(()));
		}
		for params in ["[1]", "{\"a\": 1}", "1"] {
			assert_eq!(no_argument("dev_time", Some(params)), Err("dev_time takes no argument".into()));
		}
	}
}
