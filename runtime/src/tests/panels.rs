// SPDX-License-Identifier: Apache-2.0

//! Panels of the court on the real runtime: assessors with a stake, their draw by the sessions'
//! randomness, and their votes. For tests and episodes that play cases.

use super::{assessed::*, env::*};
use crate::{constants::*, *};
use breakwater_court::{types::*, Call};
use breakwater_primitives::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::FixedU128;

/// The number of assessors who are parties of no case. With three seats at most for each, they fill
/// a panel of 31 also if some of them are left out.
pub const ASSESSORS: u8 = 24;
/// The stake of each. Together they have a fifth more than the court needs.
pub const STAKE: Balance = 5_000 * BRKW;
/// The length of a session.
pub const SESSION: Moment = EPOCH_DURATION_IN_SLOTS * SLOT_DURATION;

/// An assessor who is a party of no case.
pub fn assessor(n: u8) -> AccountId {
	AccountId::new([0x60 + n; 32])
}

/// Dispatches a call of an account that has no name.
pub fn submit_as(env: &mut Env, call: impl Into<RuntimeCall>, who: &AccountId) -> DispatchResult {
	env.dispatch(call, RuntimeOrigin::signed(who.clone()))
}

/// Passes the ends of so many sessions, and the blocks after the last, in which hooks have room.
pub fn pass_sessions(env: &mut Env, count: u32) {
	(0..count).for_each(|_| env.jump(SESSION));
	env.pass_blocks(2);
}

/// Passes the time up to a deadline, and the blocks in which the chain acts on it.
pub fn pass_to(env: &mut Env, until: Moment) {
	let left = until.saturating_sub(env.run(Clock::active));
	env.jump(left.max(MILLISECS_PER_BLOCK));
	env.pass_blocks(2);
}

/// Has accounts stake, and waits until draws count it.
pub fn stake_all(env: &mut Env, stakes: &[(AccountId, Balance)]) {
	for (who, amount) in stakes {
		assert_ok!(submit_as(env, Call::stake { amount: *amount }, who));
	}
	let age = env.run(Court::stake_age);
	env.jump(age);
	for (who, _) in stakes {
		assert_ok!(submit_as(env, Call::activate { who: who.clone() }, who));
	}
	pass_sessions(env, DRAW_DELAY);
}

/// Gives the assessors tokens of their own. Returns their stakes, which they have not put up yet.
pub fn assessors(env: &mut Env) -> Vec<(AccountId, Balance)> {
	let stake = |n| {
		let (dest, value) = (assessor(n).into(), STAKE + 1_000 * BRKW);
		assert_ok!(env.submit(pallet_balances::Call::transfer_keep_alive { dest, value }, Who::AliceStash));
		(assessor(n), STAKE)
	};
	(0..ASSESSORS).map(stake).collect()
}

/// A chain on which the court has assessors, and the stablecoin a value of a hundredth of a BRKW.
/// Pool 0 underwrites product 1, which people assess.
pub fn chain(listing: Listing) -> Env {
	let mut env = Env::insured(true);
	let stakes = assessors(&mut env);
	stake_all(&mut env, &stakes);
	let value = Some(FixedU128::from_u32((BRKW / USD / 100) as u32));
	assert_ok!(env.root(Call::set_asset_value { asset: USDB, value }));
	insure(&mut env, listing);
	env
}

pub fn case(env: &mut Env, id: CaseId) -> Case {
	env.run(|| breakwater_court::Cases::<Runtime>::get(id)).expect("the court has the case")
}

/// The voters of a panel with their seats.
pub fn seats(env: &mut Env, panel: PanelId) -> Vec<(AccountId, breakwater_court::SeatOf<Runtime>)> {
	env.run(|| breakwater_court::Seats::<Runtime>::iter_prefix(panel).collect())
}

/// The salt of an account, which keeps it secret.
pub fn salt_of(who: &AccountId) -> [u8; 32] {
	sp_io::hashing::blake2_256(who.as_ref())
}

pub fn reasons() -> Option<(H256, Uri)> {
	Some((H256::repeat_byte(3), Uri::truncate_from(b"reasons.md".to_vec())))
}

/// The call that commits an account to a vote.
pub fn commit_call(id: CaseId, who: &AccountId, vote: &Vote) -> Option<Call<Runtime>> {
	let case = breakwater_court::Cases::<Runtime>::get(id)?;
	let Stage::Commit { panel, .. } = case.stage else { return None };
	let ranks = vote.ranks(case.dispute.ballot)?;
	let commitment = Court::commitment(panel, who, &ranks, &salt_of(who));
	Some(breakwater_court::Call::commit_vote { case: id, commitment })
}

/// Draws the panel of a case, two sessions after the opening of its round.
pub fn draw(env: &mut Env, id: CaseId) -> PanelId {
	pass_sessions(env, DRAW_DELAY);
	match case(env, id).stage {
		Stage::Commit { panel, .. } => panel,
		other => panic!("no panel was drawn: {other:?}"),
	}
}

/// Has the panel that was drawn commit, every account to the choice that is given for it. Returns
/// the deadline.
pub fn commit_all(env: &mut Env, id: CaseId, choose: impl Fn(&AccountId) -> Choice) -> Moment {
	let Stage::Commit { panel, until } = case(env, id).stage else { panic!("no panel commits") };
	for (who, _) in seats(env, panel) {
		let call = env.run(|| commit_call(id, &who, &Vote::For(choose(&who)))).expect("a vote that fits");
		assert_ok!(submit_as(env, call, &who));
	}
	until
}

/// Has the panel that has committed reveal its votes. Returns the deadline.
pub fn reveal_all(env: &mut Env, id: CaseId, choose: impl Fn(&AccountId) -> Choice) -> Moment {
	let Stage::Reveal { panel, until } = case(env, id).stage else { panic!("no panel reveals") };
	for (who, _) in seats(env, panel) {
		let (vote, salt) = (Vote::For(choose(&who)), salt_of(&who));
		let reveal = Call::reveal_vote { case: id, vote, salt, reasons: reasons() };
		assert_ok!(submit_as(env, reveal, &who));
	}
	until
}

/// Has the next panel of a case make a choice, and counts its votes.
pub fn decide(env: &mut Env, id: CaseId, choice: Choice) -> PanelId {
	let panel = draw(env, id);
	let until = commit_all(env, id, |_| choice);
	pass_to(env, until);
	let until = reveal_all(env, id, |_| choice);
	pass_to(env, until);
	panel
}

/// Pays the whole bond for a choice in the appeal that is open.
pub fn fund(env: &mut Env, id: CaseId, choice: Choice, who: Who) {
	assert_ok!(env.submit(Call::fund_appeal { case: id, choice, amount: Balance::MAX }, who));
}

/// Passes the time to appeal.
pub fn end_appeal(env: &mut Env, id: CaseId) {
	let Stage::Appeal { until } = case(env, id).stage else { panic!("no time to appeal") };
	pass_to(env, until);
}
