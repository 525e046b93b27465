// SPDX-License-Identifier: Apache-2.0

//! A trial: the panels of a case, their votes, and the appeals.

use super::{case::Case, draw::Random};
use breakwater_math::{court, ranking::Count};
use sp_arithmetic::Permill;

/// The seats of a drawn court: of one assessor, and of the two rounds.
pub const SEATS: [u32; 3] = [1, 31, 63];
/// The panels of a round: the first, and two more if too few vote.
pub const PANELS: u32 = 3;
/// The most seats of an account, as a part of a panel.
pub const PART: Permill = Permill::from_percent(10);

/// The choice of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
	Wrong,
	Right,
}

/// A round's choice, or none because in each of its panels too few voted.
pub type Decision = Option<Choice>;

/// All decisions of a round, in the order of [`place`].
pub const DECISIONS: [Decision; 3] = [Some(Choice::Wrong), Some(Choice::Right), None];

/// The place of a decision in sums.
pub fn place(decision: Decision) -> usize {
	DECISIONS.iter().position(|one| *one == decision).unwrap_or_default()
}

/// The last appeal: a vote of all tokens, of which the attacker has the part that it has of the
/// stake, and votes with all of it.
#[derive(Clone, Copy, Debug)]
pub struct Referendum {
	/// The attacker's part of the tokens, in hundredths.
	pub malicious: u32,
	/// The part of the others' tokens that vote, in hundredths.
	pub turnout: u32,
}

impl Referendum {
	/// True if more tokens vote for a choice than against it.
	fn grants(self, choice: Choice) -> bool {
		let (wrong, right) = (self.malicious * 100, (100 - self.malicious) * self.turnout);
		match choice {
			Choice::Wrong => wrong > right,
			Choice::Right => right > wrong,
		}
	}

	/// The decision after an appeal against that of the second round. The vote can put the first
	/// round's choice in its place, and no other.
	pub fn last(self, first: Decision, second: Decision) -> Decision {
		match (first, second) {
			(Some(earlier), Some(later)) => Some(if self.grants(earlier) { earlier } else { later }),
			_ => second.or(first),
		}
	}
}

/// The settings of many trials.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
	pub case: &'a Case,
	/// The part of the others' seats that do not vote, in hundredths. The attacker's seats vote.
	pub absent: u32,
	/// True if the seats of an account are limited.
	pub is_capped: bool,
	/// True if the attacker does not vote in a panel that it expects to lose, so that too few vote
	/// and the next one is drawn.
	pub withholds: bool,
}

/// The decisions of many trials.
#[derive(Clone, Copy, Default)]
pub struct Decisions {
	/// Those of one assessor.
	pub single: [f64; 3],
	/// Those of both rounds: the first, then the second.
	pub rounds: [[f64; 3]; 3],
}

impl Decisions {
	/// The parts of trials with each decision after so many rounds, none of which is one assessor.
	pub fn after(&self, rounds: usize, referendum: Referendum) -> [f64; 3] {
		if rounds == 0 {
			return self.single;
		}
		let mut parts = [0.0; 3];
		for first in DECISIONS {
			for second in DECISIONS {
				let decision = match rounds {
					1 => first,
					2 => second.or(first),
					_ => referendum.last(first, second),
				};
				parts[place(decision)] += self.rounds[place(first)][place(second)];
			}
		}
		parts
	}
}

impl Setting<'_> {
	pub fn run(self, trials: u32, random: &mut Random) -> Decisions {
		let mut all = Decisions::default();
		let one = 1.0 / f64::from(trials);
		for _ in 0..trials {
			let [single, first, second] = SEATS.map(|seats| self.round(seats, random));
			all.single[place(single)] += one;
			all.rounds[place(first)][place(second)] += one;
		}
		all
	}

	/// The decision of a round. Its panel is drawn again if too few have voted.
	pub fn round(self, seats: u32, random: &mut Random) -> Decision {
		(1..=PANELS).find_map(|panel| self.panel(seats, panel == PANELS, random))
	}

	fn panel(self, seats: u32, is_last: bool, random: &mut Random) -> Decision {
		let [mut wrong, right, filled] = self.votes(seats, random);
		let others = f64::from((filled - wrong) * (100 - self.absent)) / 100.0;
		if self.withholds && !is_last && f64::from(wrong) < others {
			wrong = 0;
		}
		if wrong + right < court::quorum(seats) {
			return None;
		}
		// The wrong choice was proposed first: it is chosen at equal votes.
		let count = Count::new(2, court::least_lead(seats))?.add(&[0, 1], wrong)?.add(&[1, 0], right)?;
		count.choice().map(|choice| if choice == 0 { Choice::Wrong } else { Choice::Right })
	}

	/// The attacker's seats of a new panel, the others that vote, and all that are not empty.
	pub fn votes(self, seats: u32, random: &mut Random) -> [u32; 3] {
		let cap = if self.is_capped { court::seat_cap(seats, PART) } else { seats };
		let panel = self.case.stakes.panel(seats, cap, random);
		let absent = u64::MAX / 100 * u64::from(self.absent);
		panel.into_iter().flatten().fold([0; 3], |[wrong, right, filled], account| {
			if self.case.is_malicious[account] {
				[wrong + 1, right, filled + 1]
			} else {
				let votes = random.bits() >= absent;
				[wrong, right + u32::from(votes), filled + 1]
			}
		})
	}
}

/// The parts of trials in which a panel of 31 chooses wrong, if the true outcome was proposed in
/// three near copies: by the first ranks alone, and by the method of Schulze.
///
/// Each assessor of good will ranks another copy first, the other copies next, and the wrong choice
/// last. The attacker ranks the copies behind the wrong choice.
pub fn with_copies(setting: Setting, trials: u32, random: &mut Random) -> [f64; 2] {
	const ORDERS: [[u8; 4]; 3] = [[3, 0, 1, 2], [3, 1, 0, 2], [3, 2, 1, 0]];
	let mut wrong_choices = [0.0; 2];
	for _ in 0..trials {
		for panel in 1..=PANELS {
			let [wrong, right, _] = setting.votes(SEATS[1], random);
			if wrong + right < court::quorum(SEATS[1]) && panel < PANELS {
				continue;
			}
			if wrong + right >= court::quorum(SEATS[1]) {
				let mut first = [wrong, 0, 0, 0];
				let mut count = Count::new(4, court::least_lead(SEATS[1]))
					.and_then(|count| count.add(&[0, 1, 1, 1], wrong));
				for _ in 0..right {
					let copy = (random.bits() % 3) as usize;
					first[copy + 1] += 1;
					count = count.and_then(|count| count.add(&ORDERS[copy], 1));
				}
				let by_rank = count.and_then(|count| count.choice());
				let by_first = first[1..].iter().all(|votes| *votes <= wrong);
				wrong_choices[0] += f64::from(u8::from(by_first)) / f64::from(trials);
				wrong_choices[1] += f64::from(u8::from(by_rank == Some(0))) / f64::from(trials);
			}
			break;
		}
	}
	wrong_choices
}
