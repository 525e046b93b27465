// SPDX-License-Identifier: Apache-2.0

//! The settings that the property tests of all modules share.

/// Cases per property: `BREAKWATER_CASES`, or 10,000.
pub fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

mod readme {
	use std::{collections::BTreeSet, fs, path::Path};

	/// The names in backticks of a cell.
	fn names(cell: &str) -> impl Iterator<Item = &str> {
		cell.split('`').skip(1).step_by(2)
	}

	/// The sources of a module, with its tests.
	fn sources_of(module: &str) -> String {
		let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
		let mut text = fs::read_to_string(root.join(format!("{module}.rs"))).unwrap();
		if let Ok(tests) = fs::read_dir(root.join(module)) {
			tests.for_each(|file| text.push_str(&fs::read_to_string(file.unwrap().path()).unwrap()));
		}
		text
	}

	/// The functions `module::name` that a module has for others.
	fn functions_of(module: &str) -> Vec<String> {
		let text = sources_of(module);
		let name = |line: &str| {
			let rest = line.trim_start().strip_prefix("pub fn ")?;
			let end = rest.find(['(', '<'])?;
			Some(format!("{module}::{}", &rest[..end]))
		};
		text.lines().filter_map(name).collect()
	}

	/// Each formula has a row, and its properties are tests of its module.
	#[test]
	fn table_of_formulas_should_be_that_of_the_sources() {
		let mut listed = BTreeSet::new();
		let rows = include_str!("../README.md").lines().filter(|line| line.contains("::"));
		for row in rows {
			let cells: Vec<_> = row.split('|').collect();
			assert_eq!(cells.len(), 6, "{row}");
			let functions: Vec<_> = names(cells[2]).map(str::to_owned).collect();
			let module = functions[0].split("::").next().unwrap().to_owned();
			let text = sources_of(&module);
			let properties: Vec<_> = names(cells[4]).collect();
			assert!(!properties.is_empty() && !cells[3].trim().is_empty(), "{row}");
			for property in properties {
				assert!(text.contains(&format!("fn {property}(")), "{module} has no {property}");
			}
			listed.extend(functions);
		}
		let modules = include_str!("lib.rs").lines().filter_map(|line| line.strip_prefix("pub mod "));
		let functions: BTreeSet<_> =
			modules.flat_map(|line| functions_of(line.trim_end_matches(';'))).collect();
		let differing: Vec<_> = functions.symmetric_difference(&listed).collect();
		assert!(differing.is_empty(), "the table and the sources differ: {differing:?}");
	}
}
