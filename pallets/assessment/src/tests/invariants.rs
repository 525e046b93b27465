// SPDX-License-Identifier: Apache-2.0

//! Random sequences of everything that people can do about an assessed product. `try_state` and the
//! issuance are checked after each act.

use super::mock::*;
use frame_support::traits::{fungibles::Mutate, tokens::Preservation};
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sp_runtime::DispatchResult;
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::LazyLock,
};

/// Policies on the assessed product.
const POLICIES: u32 = 6;
/// Incidents that acts are about.
const INCIDENTS: u32 = 4;
/// The balance of each account that puts up bonds.
const WEALTH: Balance = 1_000_000_000;

#[derive(Clone, Debug)]
enum Act {
	/// Time passes; if the chain makes a block a minute at least, it stands still for most of it.
	Pass(Moment),
	/// The next deadline of an incident comes, or is a millisecond away. The hooks see it in the
	/// next block that has room. The deadline for a first proposal comes only if the last flag is
	/// set: otherwise no other outcome would occur.
	Deadline(u32, bool, bool),
	Idle(u64),
	ProcessClaims(u32, u32),
	Feed(u128),
	/// The origin is one of three accounts, or a referendum. The product is the assessed one, or
	/// the one with a trigger.
	Open(usize, ProductId, Moment),
	Propose(usize, u32, usize, Moment),
	Adopt(u32, u32),
	/// A case is over: the choice, which is `None` beyond the choices.
	CaseOver(u32, u32),
	/// A claim: its policy and the fault in it.
	Claim(u32, u32, Fault),
	Evidence(u32, u32),
	Collect(u32, u32),
	CollectBond(u32, usize),
	/// Act on a deadline of an assessment.
	Process(u32),
	/// Give the reserve the bonds that were not taken.
	Sweep(u32),
	Recover(u32, PoolId, Balance),
	/// An account puts more money into a pool that is short.
	TopUp(PoolId, Balance),
	/// A sponsor puts money before the pools of the assessed product.
	Sponsor(Balance),
	NotFinal(bool),
	Close(u32),
	Refuse(Refusal, bool),
	/// A native deposit is sent to an account that could not hold the asset: a holder's, or the
	/// escrow.
	Enable(u32, bool),
	Transfer(u32),
	/// The team of the asset blocks an account that puts up bonds, which cannot receive the asset
	/// then, or lets it go.
	Block(usize, bool),
	Refill,
	/// The next step of an account that wants the oldest incident to go on. The number selects the
	/// step.
	GoOn(u32),
	/// The open incident is disputed, and none is chosen.
	Dispute(usize),
}

#[derive(Clone, Copy, Debug)]
enum Fault {
	None,
	Loss,
	Leaf,
	Proof,
	Signer,
	Incident,
}

#[derive(Clone, Copy, Debug)]
enum Refusal {
	Settlement,
	Income,
	Compensation,
	Cases,
}

fn incident_id() -> impl Strategy<Value = u32> {
	prop_oneof![6 => Just(u32::MAX), 3 => 0..INCIDENTS]
}

fn fault() -> impl Strategy<Value = Fault> {
	use Fault::*;
	prop_oneof![8 => Just(None), 1 => prop::sample::select(vec![Loss, Leaf, Proof, Signer, Incident])]
}

fn act() -> impl Strategy<Value = Act> {
	use Refusal::*;
	let time = prop_oneof![0..3 * HOUR, 0..4 * DAY, Just(30 * DAY)];
	let refusal = prop::sample::select(vec![Settlement, Income, Compensation, Cases]);
	let product = prop_oneof![4 => Just(ASSESSED), 1 => Just(PRODUCT)];
	let ago = prop_oneof![4 => Just(0), 1 => 0..10 * DAY];
	prop_oneof![
		60 => any::<u32>().prop_map(Act::GoOn),
		2 => (0..3usize).prop_map(Act::Dispute),
		3 => time.prop_map(Act::Pass),
		10 => (incident_id(), prop::bool::weighted(0.85), prop::bool::weighted(0.1))
			.prop_map(|(i, all, none)| Act::Deadline(i, all, none)),
		12 => (0..1_000_000u64).prop_map(Act::Idle),
		2 => (incident_id(), 1..20u32).prop_map(|(i, n)| Act::ProcessClaims(i, n)),
		1 => prop_oneof![Just(GOOD), Just(BAD)].prop_map(Act::Feed),
		3 => (0..4usize, product, ago).prop_map(|(w, p, a)| Act::Open(w, p, a)),
		12 => (0..3usize, incident_id(), 0..5usize, prop_oneof![Just(3 * DAY), 0..2 * DAY]).prop_map(|(w, i, f, a)| Act::Propose(w, i, f, a)),
		4 => (incident_id(), 0..4u32).prop_map(|(i, c)| Act::Adopt(i, c)),
		5 => (incident_id(), 0..5u32).prop_map(|(i, c)| Act::CaseOver(i, c)),
		30 => (incident_id(), 0..POLICIES, fault()).prop_map(|(i, p, f)| Act::Claim(i, p, f)),
		1 => (incident_id(), 0..POLICIES).prop_map(|(i, p)| Act::Evidence(i, p)),
		4 => (incident_id(), 0..POLICIES).prop_map(|(i, p)| Act::Collect(i, p)),
		2 => (incident_id(), 0..3usize).prop_map(|(i, w)| Act::CollectBond(i, w)),
		2 => incident_id().prop_map(Act::Process),
		2 => incident_id().prop_map(Act::Sweep),
		8 => (0..INCIDENTS, 2..4u32, 1..3_000u128).prop_map(|(i, p, n)| Act::Recover(i, p, n)),
		6 => (2..4u32, 1..3_000u128).prop_map(|(p, n)| Act::TopUp(p, n)),
		3 => (1..3_000u128).prop_map(Act::Sponsor),
		2 => any::<bool>().prop_map(Act::NotFinal),
		3 => incident_id().prop_map(Act::Close),
		2 => (refusal, prop::bool::weighted(0.4)).prop_map(|(r, on)| Act::Refuse(r, on)),
		2 => (0..POLICIES, any::<bool>()).prop_map(|(n, is_holder)| Act::Enable(n, is_holder)),
		1 => (0..POLICIES).prop_map(Act::Transfer),
		4 => (0..3usize, prop::bool::weighted(0.6)).prop_map(|(w, on)| Act::Block(w, on)),
		3 => Just(Act::Refill),
	]
}

fn people() -> [AccountId; 3] {
	[REPORTER, PROPOSER, RIVAL]
}

/// The tables that proposals name, and the leaves that they were made of.
static TABLES: LazyLock<[(LossTable, Table); 4]> = LazyLock::new(|| {
	// The true losses, more than those, a sum that is too low, and two leaves for one insured
	// account.
	let twice = vec![
		(insured_account(0), 900),
		(insured_account(0), 2_500),
		(insured_account(1), 5_000),
		(insured_account(3), 1),
	];
	let tables = [
		Table::of(&[3_001, 4_999, 700, 2_003]),
		Table::of(&[9_000, 9_001, 9_002, 9_003]),
		Table::of(&[3_001, 4_999, 700, 0]),
		Table(twice),
	];
	let mut tables = tables.map(|table| (table.losses(), table));
	tables[2].0.total = 5_000;
	tables
});

/// The insured accounts of the policies.
static INSURED_ACCOUNTS: LazyLock<[InsuredAccount; 4]> = LazyLock::new(|| [0, 1, 2, 3].map(insured_account));

/// The leaves of a table that was upheld.
fn table_of(upheld: LossTable) -> &'static Table {
	&TABLES.iter().find(|(losses, _)| *losses == upheld).expect("one of the tables").1
}

/// True if people decide an incident now.
fn is_assessed(id: IncidentId) -> bool {
	matches!(stage_of(id), Some(Stage::Open { .. } | Stage::Challenge { .. } | Stage::Case(_)))
}

/// The incident that an act is about: one by its number, or the newest that is not over yet.
fn named(id: u32) -> IncidentId {
	let is_busy = |id: &IncidentId| {
		let incident = breakwater_claims::Incidents::<Test>::get(id);
		incident.is_some_and(|i| i.stage.is_working() || is_assessed(*id))
	};
	match id {
		u32::MAX => (0..breakwater_claims::NextIncident::<Test>::get()).find(is_busy).unwrap_or(0),
		id => id,
	}
}

/// The moment, in active time, from which a new step about an incident is possible.
fn deadline(id: IncidentId) -> Option<Moment> {
	let found = breakwater_claims::Incidents::<Test>::get(id)?;
	match stage(id) {
		Stage::Open { until } | Stage::Challenge { until } | Stage::Claiming { until } => Some(until),
		Stage::Paid => found.closes_at(),
		Stage::Rejected if bonds_of(id) > 0 => assessment(id)?.closes_at(),
		_ => None,
	}
}

/// Make a call as the runtime does: it is undone if it fails.
fn dispatch(call: impl FnOnce() -> DispatchResult) -> DispatchResult {
	frame_support::storage::with_storage_layer(call)
}

fn run(act: Act, asset: &AssetId) {
	match act {
		Act::Pass(time) => pass_to(TestClock::now() + time),
		Act::Deadline(id, is_whole, without_proposal) => {
			let id = named(id);
			let Some(at) = deadline(id) else { return };
			if matches!(stage(id), Stage::Open { .. }) && !without_proposal {
				return;
			}
			let time = at.saturating_sub(TestClock::active()).saturating_sub(u64::from(!is_whole));
			pass_active(time);
		}
		Act::Idle(micros) => {
			poll(Weight::MAX);
			idle(Weight::from_parts(micros * 1_000_000, u64::MAX));
		}
		Act::Feed(value) => feed(FEED, value),
		Act::Open(who, product, ago) => {
			let origin = people().get(who).cloned().map_or(RuntimeOrigin::root(), signed);
			let at = TestClock::now() - ago;
			let uri = Uri::default;
			let _ = dispatch(|| {
				Assessment::report_incident(origin, product, at, Default::default(), uri(), WEALTH).plain()
			});
		}
		Act::Propose(who, id, finding, before) => {
			let id = named(id);
			let occurred_at = TestClock::now() - before;
			let on_trigger =
				breakwater_claims::Incidents::<Test>::get(id).is_some_and(|i| i.product == PRODUCT);
			let verdict = match finding {
				4 => Verdict::NotCovered,
				_ if on_trigger => Verdict::Average { occurred_at, average: BAD },
				number => Verdict::Losses { occurred_at, table: TABLES[number].0 },
			};
			let who = people()[who].clone();
			let _ = dispatch(|| {
				Assessment::propose_outcome(signed(who), id, verdict, Uri::default(), WEALTH).plain()
			});
		}
		Act::Adopt(id, choice) => {
			let id = named(id);
			let chosen = case_of(id).filter(|case| world(|w| w.over.contains(&case.number)));
			let chosen = chosen.and_then(|case| MockAdjudicator::outcome(case.number)?.choice);
			let named = case_of(id).and_then(|case| case.ballot.at(choice));
			let choice = named.unwrap_or(Choice::Proposal(choice));
			let adopted = dispatch(|| Assessment::adopt_outcome(RuntimeOrigin::root(), id, choice));
			assert_eq!(adopted.is_ok(), chosen == Some(choice));
		}
		Act::CaseOver(id, choice) => {
			let Some(case) = case_of(named(id)) else { return };
			if world(|w| !w.over.contains(&case.number)) {
				decide(case.number, Some(choice).filter(|choice| *choice < case.ballot.count()));
			}
		}
		Act::Refuse(refusal, on) => world(|w| match refusal {
			Refusal::Settlement => w.refuse_settlement = if on { vec![2] } else { vec![] },
			Refusal::Income => set_reserve(|reserve| reserve.refuses = on),
			Refusal::Compensation => w.refuse_compensation = if on { vec![1] } else { vec![] },
			Refusal::Cases => w.refuse_cases = on,
		}),
		Act::NotFinal(on) => world(|w| w.not_final = if on { vec![2, 3] } else { vec![] }),
		Act::TopUp(pool, amount) => {
			let give = || AllAssets::transfer(asset.clone(), &RIVAL, &pool_account(pool), amount, KEEP);
			if give().is_ok() {
				world(|w| w.top_ups.insert(pool, amount));
			}
		}
		Act::Sponsor(amount) => {
			let give = || AllAssets::transfer(asset.clone(), &RIVAL, &FIRST_LOSS_ACCOUNT, amount, KEEP);
			if give().is_ok() {
				let all = TestFirstLoss::<AllAssets>::left(ASSESSED) + amount;
				TestFirstLoss::<AllAssets>::set(ASSESSED, asset.clone(), all, Default::default());
			}
		}
		Act::Enable(n, is_holder) => {
			let who = if is_holder { holder(n) } else { escrow() };
			let _ = AllAssets::transfer(NATIVE, &ALICE, &who, ED, KEEP);
		}
		Act::Block(who, on) => {
			let AssetId::WithId(id) = *asset else { return };
			let who = people()[who].clone();
			let block = if on { Assets::block } else { Assets::thaw };
			let _ = block(signed(ALICE), id, who);
		}
		Act::Transfer(id) => change_policy(id, |p| p.holder = holder((id + 1) % POLICIES)),
		Act::Refill => {
			// New cover, sold only while no incident is open.
			if open_on(ASSESSED).first.is_none() {
				(0..POLICIES).for_each(|id| change_policy(id, MockPolicy::refill));
			}
		}
		Act::GoOn(n) => run(go_on(n), asset),
		Act::Dispute(who) => dispute(who, asset),
		act => {
			let _ = dispatch(|| call(act));
		}
	}
}

/// The case that is under way.
fn case_of(id: IncidentId) -> Option<Case> {
	match stage_of(id)? {
		Stage::Case(case) => Some(case),
		_ => None,
	}
}

/// Propose two proposals, and end their case without a choice.
fn dispute(who: usize, asset: &AssetId) {
	if open_on(ASSESSED).first.is_none() {
		run(Act::Open(who, ASSESSED, 0), asset);
	}
	let Some(id) = open_on(ASSESSED).first else { return };
	for _ in 0..8 {
		match stage(id) {
			Stage::Open { .. } => run(Act::Propose(who, id, 0, 3 * DAY), asset),
			Stage::Challenge { .. } if assessment(id).unwrap().proposals < 2 => {
				run(Act::Propose(who, id, 4, 0), asset)
			}
			Stage::Challenge { .. } => {
				run(Act::Deadline(id, true, false), asset);
				run(Act::Idle(1_000_000), asset);
			}
			Stage::Case(_) => {
				run(Act::CaseOver(id, u32::MAX), asset);
				run(Act::Idle(1_000_000), asset);
			}
			_ => break,
		}
	}
}

/// The next step of an account that wants the incident to go on.
fn go_on(n: u32) -> Act {
	let (id, third) = (named(u32::MAX), n as usize % 3);
	let is_closed = open_on(ASSESSED).first.is_none();
	let one_in = |m: u32| n.is_multiple_of(m);
	match stage_of(id) {
		Some(Stage::Open { .. }) => Act::Propose(third, id, n as usize % 4, 3 * DAY),
		Some(Stage::Challenge { .. }) if one_in(4) => Act::Propose(third, id, 4, 0),
		Some(Stage::Challenge { until }) if TestClock::active() >= until => Act::Process(id),
		Some(Stage::Case(case)) if world(|w| w.over.contains(&case.number)) => match one_in(2) {
			true => Act::Adopt(id, n / 2 % 4),
			false => Act::Idle(1_000_000),
		},
		Some(Stage::Case(_)) => Act::CaseOver(id, n / 4 % 5),
		Some(Stage::Claiming { .. }) if !one_in(16) => Act::Claim(id, n % POLICIES, Fault::None),
		Some(Stage::Challenge { .. } | Stage::Claiming { .. }) => Act::Deadline(id, true, false),
		Some(
			Stage::AssessingClaims { .. } | Stage::Settling { .. } | Stage::Paying { .. } | Stage::Closing,
		) => Act::Idle(1_000_000),
		// The last incident that is over: more money, or its end.
		_ if n % 8 < 2 => Act::Recover(n / 8 % INCIDENTS, 2 + n % 2, 3_000),
		_ if n % 8 == 2 => Act::TopUp(2, 500),
		_ if n % 8 == 3 => Act::Deadline(with_bonds().unwrap_or(last()), true, false),
		_ if n % 8 < 6 => Act::Close(with_bonds().unwrap_or(last())),
		_ if is_closed && n % 8 == 6 => Act::Refill,
		_ => Act::Open(third, ASSESSED, 0),
	}
}

/// An incident that is over, and of which bonds are left.
fn with_bonds() -> Option<IncidentId> {
	breakwater_claims::Incidents::<Test>::iter()
		.filter(|(id, _)| bonds_of(*id) > 0)
		.find(|(_, i)| matches!(i.stage, ClaimStage::Rejected | ClaimStage::Paid))
		.map(|(id, _)| id)
}

/// The last incident that was opened.
fn last() -> IncidentId {
	breakwater_claims::NextIncident::<Test>::get().saturating_sub(1)
}

const KEEP: Preservation = Preservation::Preserve;

/// The calls that any account can make.
fn call(act: Act) -> DispatchResult {
	match act {
		Act::ProcessClaims(id, max) => {
			Claims::process(signed(ALICE), named(id), max).map(|_| ()).map_err(|e| e.error)
		}
		Act::Claim(id, policy, fault) => claim_with(named(id), policy, fault),
		Act::Evidence(id, n) => {
			Claims::file_evidence(signed(holder(n)), named(id), n, Default::default(), Uri::default())
		}
		Act::Collect(id, policy) => Claims::collect(signed(BOB), named(id), policy).plain(),
		Act::CollectBond(id, who) => {
			Assessment::collect_bond(signed(BOB), named(id), people()[who].clone()).plain()
		}
		Act::Process(id) => Assessment::process(signed(BOB), named(id)).map(|_| ()).map_err(|e| e.error),
		Act::Sweep(id) => Assessment::sweep_bonds(signed(BOB), named(id)).plain(),
		Act::Recover(id, pool, amount) => Claims::recover(signed(RIVAL), named(id), pool, amount).plain(),
		Act::Close(id) => Claims::close(signed(BOB), named(id)).plain(),
		_ => Ok(()),
	}
}

/// Claim under the table that was upheld. With a fault it has to be refused.
fn claim_with(id: IncidentId, policy_id: PolicyId, fault: Fault) -> DispatchResult {
	let Some(Upheld::Losses(upheld)) = breakwater_claims::Incidents::<Test>::get(id).and_then(|i| i.upheld)
	else {
		return Ok(());
	};
	let table = table_of(upheld);
	let insured_account = policy(policy_id).insured_account.unwrap();
	let Some(leaf) = table.0.iter().position(|(of, _)| *of == insured_account) else { return Ok(()) };
	let mut index = leaf as u32;
	let mut loss = table.0[leaf].1;
	let mut proof = table.proof(index);
	let signer = (0..4).find(|n| INSURED_ACCOUNTS[*n as usize] == insured_account).unwrap();
	let mut signature = signature(signer, id, policy_id);
	match fault {
		Fault::None => {}
		Fault::Loss => loss += 1,
		Fault::Leaf => index ^= 1,
		Fault::Proof => proof = table.proof(index ^ 1),
		Fault::Signer => signature = super::mock::signature((signer + 1) % 4, id, policy_id),
		Fault::Incident => signature = super::mock::signature(signer, id + 1, policy_id),
	}
	let result = Claims::claim(signed(STRANGER), id, policy_id, loss, index, proof, signature).plain();
	assert!(matches!(fault, Fault::None) || result.is_err(), "{fault:?}");
	result
}

/// Check that no insured account is paid more than the terms of one of its policies allow for its
/// loss, and that all bonds are put up, due or paid.
fn check_assessed(reserve_takes: bool) {
	check();
	for (id, incident) in breakwater_claims::Incidents::<Test>::iter() {
		if let Some(Upheld::Losses(upheld)) = incident.upheld {
			for insured_account in INSURED_ACCOUNTS.iter() {
				let leaves = table_of(upheld).0.iter();
				let on = leaves.filter(|(of, _)| of == insured_account).map(|(_, loss)| *loss);
				let claimed = breakwater_claims::ClaimedOn::<Test>::get(id, insured_account.hash());
				let loss = on.max().unwrap_or(0);
				let of_insured_account =
					(0..POLICIES).filter(|id| policy(*id).insured_account.as_ref() == Some(insured_account));
				let most = of_insured_account.map(|id| allowed(id, loss)).max().unwrap_or(0);
				assert!(claimed <= most, "claimed within what the terms of one policy allow for the loss");
			}
		}
		if reserve_takes {
			let proposals: Balance =
				breakwater_assessment::Proposals::<Test>::iter_prefix_values(id).map(|r| r.bond).sum();
			let report = breakwater_assessment::Reports::<Test>::get(id).map_or(0, |report| report.bond);
			let due: Balance = breakwater_assessment::BondsDue::<Test>::iter_prefix_values(id).sum();
			assert_eq!(bonds_of(id), proposals + report + due, "no bond is left behind");
		}
	}
}

/// Check that the proposal with the largest bond is accepted where a case chose none: the first of
/// two, and the last of more.
fn check_accepted(events: &[RuntimeEvent]) {
	let (mut proposals, mut unchosen) = (BTreeMap::<IncidentId, u32>::new(), BTreeSet::new());
	for event in events {
		let RuntimeEvent::Assessment(event) = event else { continue };
		match event {
			AssessmentEvent::OutcomeProposed { incident, proposal, .. } => {
				proposals.insert(*incident, *proposal);
			}
			AssessmentEvent::NoneChosen { incident, .. } => {
				unchosen.insert(*incident);
			}
			AssessmentEvent::OutcomeAccepted { incident, choice, .. } if unchosen.contains(incident) => {
				let last = proposals[incident];
				let largest = if last > 1 { last } else { 0 };
				assert_eq!(*choice, Choice::Proposal(largest), "incident {incident}");
			}
			_ => {}
		}
	}
}

#[derive(Clone, Debug)]
struct Sequence {
	asset: AssetId,
	max_gap: Moment,
	acts: Vec<Act>,
}

fn sequence(length: usize) -> impl Strategy<Value = Sequence> {
	let asset = prop::sample::select(vec![USD, NATIVE, NATIVE, FRAGILE]);
	let max_gap = prop::sample::select(vec![MINUTE, YEAR]);
	(asset, max_gap, prop::collection::vec(act(), length / 4..length))
		.prop_map(|(asset, max_gap, acts)| Sequence { asset, max_gap, acts })
}

/// Pool 1 reserves locks and has plenty, pool 2 is short, pool 3 has no money. Insured accounts 0
/// and 1 are insured twice.
fn builder(sequence: &Sequence) -> ExtBuilder {
	let asset = || sequence.asset.clone();
	ExtBuilder::default()
		.pool(1, asset(), 1_000 * ED)
		.pool(2, asset(), 4 * ED)
		.pool(3, asset(), 0)
		.assessed(&[0; POLICIES as usize])
		.policy_on(90, ALICE, PRODUCT, 1, 3 * ED)
		.policy_on(91, BOB, PRODUCT, 2, 2 * ED)
		.max_gap(sequence.max_gap)
}

fn set_up(asset: &AssetId) {
	let backing: [&[(PoolId, Balance)]; POLICIES as usize] = [
		&[(1, 2_000)],
		&[(2, 3_000)],
		&[(1, 1_500), (2, 1_500)],
		&[(2, 500), (1, 700), (2, 600)],
		&[(3, 2_000)],
		&[(1, 1_000), (3, 1_500)],
	];
	for (id, backing) in (0..).zip(backing) {
		change_policy(id, |p| {
			p.back_by(backing);
			p.insured_account = Some(INSURED_ACCOUNTS[id as usize % 4]);
		});
	}
	world(|w| {
		w.reserves = vec![1];
		// The two policies of insured account 0 bear different parts of the loss. Of those of
		// insured account 1, one bears a part.
		w.borne = [(0, (10, 50)), (4, (30, 0)), (5, (0, 200))]
			.map(|(id, (percent, deductible))| (id, (Permill::from_percent(percent), deductible)))
			.into();
	});
	for who in people() {
		assert_ok!(AllAssets::mint_into(NATIVE, &who, WEALTH));
		if *asset != NATIVE {
			assert_ok!(AllAssets::mint_into(asset.clone(), &who, WEALTH));
		}
	}
	assert_ok!(AllAssets::mint_into(NATIVE, &FIRST_LOSS_ACCOUNT, ED));
	if *asset == NATIVE {
		(0..POLICIES).for_each(|n| assert!(AllAssets::mint_into(NATIVE, &holder(n), ED).is_ok()));
	}
	if *asset == FRAGILE {
		// Some of the holders cannot hold it.
		let holders = [0, 1, 2, 3].map(holder);
		for who in holders.into_iter().chain([ALICE, BOB]) {
			assert_ok!(AllAssets::mint_into(NATIVE, &who, ED));
		}
	}
}

/// The things that happened, by name, and their counts.
type Reached = BTreeMap<String, u32>;

fn name_of(event: &RuntimeEvent) -> Option<String> {
	let text = match event {
		RuntimeEvent::Assessment(event) => format!("{event:?}"),
		RuntimeEvent::Claims(event) => format!("{event:?}"),
		_ => return None,
	};
	let name = text.split([' ', '{']).next().unwrap_or_default().to_owned();
	Some(match event {
		RuntimeEvent::Claims(ClaimsEvent::IncidentRejected { reason, .. }) => format!("{name} {reason:?}"),
		RuntimeEvent::Claims(ClaimsEvent::ClaimRegistered { parts, .. }) => format!("{name} {}", parts.len()),
		RuntimeEvent::Assessment(event) => match event {
			AssessmentEvent::IncidentReported { who: None, product: PRODUCT, .. } => {
				format!("{name} beside a trigger")
			}
			AssessmentEvent::IncidentReported { waits: true, .. } => format!("{name} behind another"),
			_ => name,
		},
		_ => name,
	})
}

fn execute(sequence: Sequence) -> Reached {
	builder(&sequence).build_and_execute(|| {
		block_with(START, GOOD);
		set_up(&sequence.asset);
		let mut reached = Reached::new();
		let before = issuance();
		let mut reserve_takes = true;
		for act in sequence.acts {
			run(act, &sequence.asset);
			reserve_takes &= !reserve().refuses;
			check_assessed(reserve_takes);
			assert_eq!(issuance(), before);
			for id in breakwater_claims::Incidents::<Test>::iter_keys() {
				let text = format!("{:?}", stage(id));
				let name = text.split([' ', '{', '(']).next().unwrap_or_default().to_owned();
				*reached.entry(name).or_default() += 1;
			}
		}
		let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
		check_accepted(&events);
		for event in events {
			if let Some(name) = name_of(&event) {
				*reached.entry(name).or_default() += 1;
			}
		}
		reached
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(chain_cases()))]

	#[test]
	fn books_of_assessed_incidents_should_balance_after_any_sequence(sequence in sequence(120)) {
		execute(sequence);
	}
}

/// The sequences above reach everything. The test runs a sample of them that is always the same.
#[test]
fn random_sequences_should_reach_every_stage() {
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Config::default(), rng);
	let mut reached = Reached::new();
	for _ in 0..500 {
		let sequence = sequence(120).new_tree(&mut runner).unwrap().current();
		for (name, count) in execute(sequence) {
			*reached.entry(name).or_default() += count;
		}
	}
	let stages =
		"Waiting Open Challenge Case Claiming AssessingClaims Settling Paying Paid Rejected Closing Closed";
	let events = [
		"IncidentReported",
		"IncidentReported behind another",
		"IncidentReported beside a trigger",
		"IncidentRejected NoProposal",
		"IncidentRejected NotCovered",
		"IncidentUpheld",
		"CaseBegun",
		"NoneChosen",
		"OutcomeAdopted",
		"OutcomeAccepted",
		"BondPaid",
		"BondWaits",
		"BondLost",
		"EvidenceFiled",
		"FirstLossUsed",
		"ClaimRegistered 1",
		"ClaimRegistered 2",
		"ClaimRegistered 3",
		"ClaimPaid",
		"PaymentDelayed",
		"SettlementDelayed",
		"SettlementToppedUp",
		"Recovered",
		"IncidentPaid",
		"IncidentClosed",
		"BondsSwept",
	];
	let wanted = stages.split(' ').map(String::from).chain(events.map(|name| format!("Event::{name}")));
	let missing: Vec<_> = wanted.filter(|name| !reached.contains_key(name)).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
}
