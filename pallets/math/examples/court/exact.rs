// SPDX-License-Identifier: Apache-2.0

//! Exact probabilities: of the choices of panels whose seats are drawn independently of each other,
//! and of a draw that block authors make again.

use super::trial::{place, Choice, Decisions, PANELS, SEATS};
use breakwater_math::court;

/// The part of slots that have a primary author.
const PRIMARY: f64 = 0.25;
/// The most primary blocks in a row whose effect is counted. More of them have a probability below
/// that of any number printed.
const MOST_IN_A_ROW: i32 = 60;

/// The decisions of independent rounds, with parts in hundredths: of the seats that the attacker
/// has, and of the others that are absent.
pub fn decisions(malicious: u32, absent: u32) -> Decisions {
	let [single, first, second] = SEATS.map(|seats| round(seats, malicious, absent));
	Decisions { single, rounds: first.map(|one| second.map(|other| one * other)) }
}

/// The probability of each decision of a round, whose panel is drawn again if too few vote.
pub fn round(seats: u32, malicious: u32, absent: u32) -> [f64; 3] {
	let panel = panel(seats, malicious, absent);
	let undecided = panel[place(None)];
	let panels: f64 = (0..PANELS).map(|before| undecided.powi(before as i32)).sum();
	let none = undecided.powi(PANELS as i32);
	[panel[place(Some(Choice::Wrong))] * panels, panel[place(Some(Choice::Right))] * panels, none]
}

/// The probability of each decision of one panel: a sum over the trinomial distribution of the
/// seats that vote wrong, that vote right, and that are absent. Of zero, the power zero is one.
fn panel(seats: u32, malicious: u32, absent: u32) -> [f64; 3] {
	let (wrong, others) = (f64::from(malicious) / 100.0, 1.0 - f64::from(malicious) / 100.0);
	let missing = f64::from(absent) / 100.0;
	let mut parts = [0.0; 3];
	for against in 0..=seats {
		for votes in 0..=seats - against {
			let rest = seats - against - votes;
			let ways =
				log_factorial(seats) - log_factorial(against) - log_factorial(votes) - log_factorial(rest);
			let probability = ways.exp()
				* wrong.powi(against as i32)
				* (others * (1.0 - missing)).powi(votes as i32)
				* (others * missing).powi(rest as i32);
			let decision = match against + votes {
				voted if voted < court::quorum(seats) => None,
				_ if against >= votes => Some(Choice::Wrong),
				_ => Some(Choice::Right),
			};
			parts[place(decision)] += probability;
		}
	}
	parts
}

/// The natural logarithm of a factorial.
fn log_factorial(number: u32) -> f64 {
	(1..=number).map(|factor| f64::from(factor).ln()).sum()
}

/// The probability that a draw captures a panel, if `alternatives` of them can be looked at: one
/// of a probability of `once` is among them.
pub fn with_alternatives(once: f64, alternatives: f64) -> f64 {
	// Exact for small numbers too.
	-(alternatives * (-once).ln_1p()).exp_m1()
}

/// A block author that is many validators, with a part of them all.
pub struct Author {
	/// Its part of the validators.
	pub part: f64,
}

impl Author {
	/// The probability that one of the validators is a primary author of a slot that has one.
	///
	/// Another validator may be one too. Then the two blocks compete, and the attacker is taken to
	/// choose between them: the probability is an upper bound of that to decide about the slot.
	pub fn has_claim(&self) -> f64 {
		(1.0 - (1.0 - PRIMARY).powf(self.part)) / PRIMARY
	}

	/// The probability that the last `blocks` primary slots of an epoch are the attacker's, or
	/// more.
	pub fn tail(&self, blocks: i32) -> f64 {
		self.has_claim().powi(blocks)
	}

	/// The mean number of alternatives. `None` if it grows with the length of the epoch.
	pub fn mean_alternatives(&self) -> Option<f64> {
		let claim = self.has_claim();
		(claim < 0.5).then(|| (1.0 - claim) / (1.0 - 2.0 * claim))
	}

	/// The probability that a draw captures a panel, over all numbers of alternatives, if it does
	/// so with a probability of `once` without any.
	pub fn captures(&self, once: f64) -> f64 {
		let exactly = |blocks| self.tail(blocks) * (1.0 - self.has_claim());
		let parts = (0..MOST_IN_A_ROW).map(|k| exactly(k) * with_alternatives(once, 2f64.powi(k)));
		parts.sum::<f64>() + self.tail(MOST_IN_A_ROW)
	}
}
