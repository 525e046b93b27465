// SPDX-License-Identifier: Apache-2.0

//! The actions about bounties: of managers, of white hats and of referenda.

use super::*;
use crate::tests::bounties::{bounty_commitment, bounty_terms, bounty_terms_hash};
use breakwater_bounties::{BountyTerms, Claim, ReportDecision, Severity, Stage};

/// The claim of the report with a number.
fn claim_of(report: ReportId) -> Claim {
	match report % 4 {
		0 => Claim::Finding(Severity::Low),
		1 => Claim::Rescue { returned: USD * Balance::from(1 + report), occurred_at: START },
		_ => Claim::Finding(Severity::Critical),
	}
}

/// Returns a report with its record, mostly one at a stage.
fn some_report(
	dice: &mut Dice,
	fits: impl Fn(&Stage) -> bool,
) -> (ReportId, Option<breakwater_bounties::ReportOf<Runtime>>) {
	let known = breakwater_bounties::Reports::<Runtime>::iter();
	let is_any = dice.below(6) == 0;
	let found = any(dice, known.filter(|(_, report)| is_any || fits(&report.stage)));
	found.map_or((dice.id(), None), |(id, report)| (id, Some(report)))
}

/// Returns a call of a manager of a bounty programme, who can be the sponsor of a product. Now and
/// then another account tries it.
pub(super) fn run_programme(dice: &mut Dice) -> Act {
	use breakwater_bounties::Call as Bounty;
	let known = any(dice, breakwater_bounties::Programmes::<Runtime>::iter());
	let (product, manager) = known.map_or((0, None), |(id, one)| (id, actor(&one.manager)));
	let who = manager.filter(|_| dice.below(6) > 0).unwrap_or_else(|| dice.who());
	let to_act = |stage: &Stage| stage.managers_deadline().is_some();
	let (name, call): (_, Bounty<Runtime>) = match dice.below(12) {
		0 => {
			let product = proposed_product(dice);
			("open_programme", Bounty::open_programme { product, manager: None, terms: bounty_terms() })
		}
		1 => ("set_bounty_terms", {
			let vesting = (10 + dice.below(60)) * DAY;
			Bounty::set_terms { product, terms: BountyTerms { vesting, ..bounty_terms() } }
		}),
		2 | 3 => ("fund_bounties", Bounty::fund { product, amount: dice.amount() }),
		4 => ("request_bounty_withdrawal", {
			let amount = if dice.below(2) == 0 { Balance::MAX } else { dice.amount() };
			Bounty::request_withdrawal { product, amount }
		}),
		5 => ("withdraw_bounties", Bounty::withdraw { product }),
		6 => ("close_bounties", Bounty::close_programme { product }),
		7 => ("acknowledge", Bounty::acknowledge { report: some_report(dice, to_act).0 }),
		_ => return decide_report(dice, who),
	};
	(name, call.into(), who)
}

/// Returns a decision of the manager on a report. Without one, another account tries it.
fn decide_report(dice: &mut Dice, otherwise: Who) -> Act {
	// Now and then one on which the manager can only concede.
	let is_late = dice.below(4) == 0;
	let (report, record) = some_report(dice, |stage| {
		stage.managers_deadline().is_some() || is_late && matches!(stage, Stage::Decided { .. })
	});
	let decision = match record.as_ref().and_then(|record| record.claim) {
		_ if dice.below(3) == 0 => ReportDecision::Rejected,
		Some(Claim::Rescue { returned, .. }) => ReportDecision::Returned(returned / 2),
		Some(Claim::Finding(_)) if dice.below(2) == 0 => ReportDecision::Severity(Severity::Medium),
		_ => ReportDecision::Severity(Severity::Critical),
	};
	let programme = record.and_then(|record| breakwater_bounties::Programmes::<Runtime>::get(record.product));
	let who = programme.and_then(|programme| actor(&programme.manager)).unwrap_or(otherwise);
	("decide", breakwater_bounties::Call::decide { report, decision }.into(), who)
}

/// Returns a call of a white hat, or one that any account may make about a report.
pub(super) fn hunt(dice: &mut Dice) -> Act {
	use breakwater_bounties::Call as Bounty;
	let is_hidden = |stage: &Stage| matches!(stage, Stage::Committed { .. });
	let (name, call, who): (_, Bounty<Runtime>, _) = match dice.below(11) {
		0 | 1 => {
			let programmes = breakwater_bounties::Programmes::<Runtime>::iter_keys();
			let (product, who) = (any(dice, programmes).unwrap_or(0), dice.who());
			let claim = claim_of(breakwater_bounties::NextReport::<Runtime>::get());
			let commitment = bounty_commitment(product, who, claim);
			// Now and then with a limit above what is free.
			let min_reserved = if dice.below(8) == 0 { dice.amount() } else { 0 };
			let terms = bounty_terms_hash(product);
			("commit_report", Bounty::commit_report { product, commitment, min_reserved, terms }, who)
		}
		2..=4 => {
			let (report, record) = some_report(dice, is_hidden);
			let who = record.and_then(|record| actor(&record.reporter)).unwrap_or_else(|| dice.who());
			let (claim, report_hash, salt) = (claim_of(report), Default::default(), Default::default());
			("reveal_report", Bounty::reveal_report { report, claim, report_hash, salt }, who)
		}
		5 => {
			let (report, record) = some_report(dice, |stage| matches!(stage, Stage::Decided { .. }));
			let who = record.and_then(|record| actor(&record.reporter)).unwrap_or_else(|| dice.who());
			("dispute", Bounty::dispute { report, max_bond: Balance::MAX }, who)
		}
		6 | 7 => {
			let report = some_report(dice, Stage::is_open).0;
			("process_report", Bounty::process { report }, dice.who())
		}
		8 => {
			let report = some_report(dice, |stage| !stage.is_open()).0;
			("begin_match", Bounty::begin_match { report }, dice.who())
		}
		_ => {
			let report = some_report(dice, |stage| !stage.is_open()).0;
			("collect_reward", Bounty::collect { report }, dice.who())
		}
	};
	(name, call.into(), who)
}

/// Returns a call of a referendum about bounties.
pub(super) fn rule_bounties(dice: &mut Dice) -> (&'static str, RuntimeCall) {
	use breakwater_bounties::Call as Bounty;
	let is_ended = |stage: &Stage| !stage.is_open();
	let (name, call): (_, Bounty<Runtime>) = match dice.below(7) {
		0 | 1 => ("open_programme", {
			let manager = Some(dice.who().to_account_id());
			Bounty::open_programme { product: dice.id(), manager, terms: bounty_terms() }
		}),
		2 => ("revoke_unvested", Bounty::revoke_unvested { report: some_report(dice, is_ended).0 }),
		3 => ("adopt_decision", {
			let report = some_report(dice, |stage| matches!(stage, Stage::Disputed { .. })).0;
			Bounty::adopt_decision { report, choice: Choice::Proposal(0) }
		}),
		_ => ("match_reward", Bounty::match_reward { report: some_report(dice, is_ended).0 }),
	};
	(name, call.into())
}
