// SPDX-License-Identifier: Apache-2.0

//! The tables of fixed signatures in `vectors/`. Its README gives their sources.

use super::{statement, verify, AccountSignature, InsuredAccount};
use sp_core::bytes::from_hex;

const STATEMENTS: &str = include_str!("../../vectors/statements.csv");
const PUBLISHED: &str = include_str!("../../vectors/published.csv");

/// A row, by the names of the columns.
struct Row {
	names: Vec<&'static str>,
	cells: Vec<&'static str>,
}

impl Row {
	fn text(&self, name: &str) -> &'static str {
		let at = self.names.iter().position(|other| *other == name).expect("the table has the column");
		self.cells[at]
	}

	fn number<N: std::str::FromStr>(&self, name: &str) -> N {
		self.text(name).parse().ok().expect("the cell is a number")
	}

	fn bytes<const N: usize>(&self, name: &str) -> [u8; N] {
		let bytes = from_hex(self.text(name)).expect("the cell is hexadecimal");
		bytes.try_into().expect("the cell has the right length")
	}

	/// The insured account, on a chain of zeros if the table has none.
	fn insured_account(&self) -> InsuredAccount {
		let has_chain = self.names.contains(&"chain");
		match self.text("kind") {
			"ethereum" => InsuredAccount::Ethereum {
				chain_id: if has_chain { self.number("chain") } else { 0 },
				address: self.bytes("account"),
			},
			_ => InsuredAccount::Substrate {
				genesis: if has_chain { self.bytes("chain") } else { [0; 32] },
				account: self.bytes("account"),
			},
		}
	}

	fn signature(&self) -> AccountSignature {
		match self.text("kind") {
			"ethereum" => AccountSignature::Ethereum(self.bytes("signature")),
			"sr25519" => AccountSignature::Sr25519(self.bytes("signature")),
			"ed25519" => AccountSignature::Ed25519(self.bytes("signature")),
			"ecdsa" => AccountSignature::Ecdsa(self.bytes("signature")),
			other => panic!("there is no kind {other}"),
		}
	}

	fn is(&self, kind: &str, form: &str) -> bool {
		self.text("kind") == kind && self.text("form") == form
	}

	fn statement(&self) -> Vec<u8> {
		statement(
			&self.bytes("genesis"),
			self.number("policy"),
			self.number("incident"),
			&self.insured_account(),
		)
	}
}

fn rows(table: &'static str) -> Vec<Row> {
	let mut lines = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').collect());
	let names: Vec<_> = lines.next().expect("the table has a head");
	lines
		.map(|cells: Vec<_>| {
			assert_eq!(cells.len(), names.len());
			Row { names: names.clone(), cells }
		})
		.collect()
}

const FORMS: [(&str, &str); 8] = [
	("ethereum", "v27"),
	("ethereum", "v0"),
	("sr25519", "wrapped"),
	("sr25519", "plain"),
	("ed25519", "wrapped"),
	("ed25519", "plain"),
	("ecdsa", "wrapped"),
	("ecdsa", "plain"),
];

#[test]
fn table_should_have_every_kind_when_read() {
	let rows = rows(STATEMENTS);
	for (kind, form) in FORMS {
		assert_eq!(rows.iter().filter(|row| row.is(kind, form)).count(), 3, "{kind} {form}");
	}
	assert_eq!(rows.len(), 24);
}

#[test]
fn statement_should_be_that_of_another_implementation_when_facts_are_the_same() {
	for row in rows(STATEMENTS) {
		assert_eq!(String::from_utf8(row.statement()).unwrap(), row.text("statement"));
	}
}

#[test]
fn hash_should_be_that_of_another_implementation_when_insured_account_is_the_same() {
	for row in rows(STATEMENTS) {
		assert_eq!(row.insured_account().hash().0, row.bytes::<32>("hash"));
	}
}

#[test]
fn verify_should_accept_when_another_implementation_signed_the_statement() {
	for row in rows(STATEMENTS) {
		let checked = verify(&row.insured_account(), &row.signature(), &row.statement());
		assert_eq!(checked, Ok(()), "{} {}", row.text("kind"), row.text("form"));
	}
}

#[test]
fn verify_should_refuse_when_the_signature_is_of_another_row() {
	let rows = rows(STATEMENTS);
	for (a, row) in rows.iter().enumerate() {
		for (b, other) in rows.iter().enumerate().filter(|(b, _)| a != *b) {
			assert!(verify(&row.insured_account(), &other.signature(), &row.statement()).is_err(), "{a} {b}");
			assert!(
				verify(&other.insured_account(), &other.signature(), &row.statement()).is_err(),
				"{a} {b}"
			);
		}
	}
}

#[test]
fn verify_should_accept_when_the_signature_is_published() {
	let rows = rows(PUBLISHED);
	assert_eq!(rows.len(), 9);
	for row in rows {
		let checked = verify(&row.insured_account(), &row.signature(), row.text("message").as_bytes());
		assert_eq!(checked, Ok(()), "{} {}", row.text("source"), row.text("kind"));
	}
}

#[test]
fn verify_should_refuse_when_the_published_message_is_changed() {
	for row in rows(PUBLISHED) {
		let message = format!("{}.", row.text("message"));
		assert!(verify(&row.insured_account(), &row.signature(), message.as_bytes()).is_err());
	}
}
