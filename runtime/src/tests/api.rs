// SPDX-License-Identifier: Apache-2.0

//! The runtime API that people read: shapes that clients read correctly, names, units and lists.

use super::{assessed::*, env::*};
use crate::{
	answers::{units::*, *},
	breakwater_api::runtime_decl_for_breakwater_api::BreakwaterApiV1,
	constants::MILLISECS_PER_BLOCK,
	*,
};
use breakwater_primitives::{
	interest::statement, AssetId, Moment, PolicyPhase, Tranche, Verdict as Said, DAY, ONE,
};
use codec::{Decode, Encode};
use frame_support::{assert_ok, traits::Get};
use scale_info::{MetaType, TypeDef};
use sp_runtime::Permill;
use std::collections::BTreeSet;

type Api = Runtime;
type Pool = breakwater_pools::Call<Runtime>;
type Catalogue = breakwater_products::Call<Runtime>;

const API: &str = "BreakwaterApi";

fn account(who: Who) -> AccountId {
	who.to_account_id()
}

fn withdrawal_call(percent: u128) -> Pool {
	// A share of the first deposit is a millionth of a unit.
	let shares = percent * 10_000 * USD * 1_000_000;
	Pool::request_withdrawal { pool: 0, tranche: Tranche::Junior, shares, min_out: 1 }
}

/// The state of [`insured`] with a proposal of Dave, three requests of Bob and Eve to leave, a
/// renewal, and incident 0 on product 1 with two proposals that challenge each other.
fn lively() -> Env {
	let mut env = insured();
	let listing = Box::new(listing(true));
	assert_ok!(env.submit(Catalogue::propose_product { listing }, Who::Dave));
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Eve));
	assert_ok!(env.submit(withdrawal_call(10), Who::Bob));
	assert_ok!(env.submit(withdrawal_call(1), Who::Eve));
	assert_ok!(env.submit(withdrawal_call(20), Who::Bob));
	let stake = breakwater_reserve::Call::stake { asset: USDB, amount: 1_000 * USD, min_shares: 0 };
	assert_ok!(env.submit(stake, Who::Bob));
	let shares = 400 * USD * breakwater_math::shares::VIRTUAL_SHARES;
	assert_ok!(env.submit(breakwater_reserve::Call::cooldown { asset: USDB, shares }, Who::Bob));
	env.pass_blocks(1);
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let (told, truth) = (Table(vec![10_000 * USD, 0]), Table(vec![4_000 * USD, 10_000 * USD]));
	assert_ok!(env.submit(propose_call(0, told.verdict(occurred_at)), Who::Bob));
	assert_ok!(env.submit(propose_call(0, truth.verdict(occurred_at)), Who::Charlie));
	env.pass_blocks(1);
	env
}

/// Returns every method with arguments for the state of [`lively`].
fn questions() -> Vec<(&'static str, Vec<u8>)> {
	let (bob, dave) = (account(Who::Bob), account(Who::Dave));
	let page = (None::<u32>, 0u32);
	vec![
		("quote", (0u32, 1_000 * USD, 30 * DAY, Permill::from_percent(5)).encode()),
		("quote", (9u32, 1_000 * USD, 30 * DAY, Permill::zero()).encode()),
		("products", page.encode()),
		("proposals", page.encode()),
		("pools", page.encode()),
		("pool_state", 0u32.encode()),
		("pool_state", 9u32.encode()),
		("position", (0u32, &bob).encode()),
		("positions_of", (&bob, page.0, page.1).encode()),
		("history", (0u32, 0u32).encode()),
		("policy_state", 1u32.encode()),
		("policies_of", (&dave, page.0, page.1).encode()),
		("incident_state", 0u32.encode()),
		("incidents", page.encode()),
		("claim_state", (0u32, 1u32).encode()),
		("claims_of", (&dave, page.0, page.1).encode()),
		("claim_statement", (0u32, 1u32).encode()),
		("claim_statement", (0u32, 99u32).encode()),
		("report_bond", 1u32.encode()),
		("report_bond", 9u32.encode()),
		("court_case", 0u32.encode()),
		("court_case", 9u32.encode()),
		("court_cases", page.encode()),
		("assessor_state", bob.encode()),
		("trigger_state", 0u32.encode()),
		("reserve_state", USDB.encode()),
		("stake_state", (USDB, &bob).encode()),
		("stake_state", (USDB, &dave).encode()),
		("solvency", (USDB, 0u32).encode()),
		("solvency_years", USDB.encode()),
		("operators", Vec::new()),
		("feed_state", FEED.encode()),
		("vitals", Vec::new()),
	]
}

/// Runs the questions as a node does. With `BREAKWATER_API_ANSWERS` they are written to that file
/// with the metadata, for `scripts/tests/api.test.mjs`.
#[test]
fn every_method_should_be_asked_and_answer() {
	let mut env = lively();
	let asked: BTreeSet<_> = questions().iter().map(|(method, _)| *method).collect();
	let methods: BTreeSet<_> = methods().iter().map(|method| method.name).collect();
	assert_eq!(asked, methods);
	let answers: Vec<_> = questions()
		.into_iter()
		.map(|(method, arguments)| {
			let answer = env.run(|| apis::api::dispatch(&format!("{API}_{method}"), &arguments));
			let answer = answer.unwrap_or_else(|| panic!("{method} is not served"));
			assert!(!answer.is_empty(), "{method}");
			serde_json::json!({ "method": method, "arguments": hex(&arguments), "answer": hex(&answer) })
		})
		.collect();
	let Ok(path) = std::env::var("BREAKWATER_API_ANSWERS") else { return };
	let metadata = env.run(|| Runtime::metadata_at_version(16)).expect("the client's version");
	let written = serde_json::json!({ "metadata": hex(&metadata), "answers": answers });
	std::fs::write(path, written.to_string()).expect("the file can be written");
}

fn hex(bytes: &[u8]) -> String {
	let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
	format!("0x{digits}")
}

/// A method's name, output and documentation.
struct Method {
	name: &'static str,
	output: MetaType,
	docs: Vec<&'static str>,
}

fn methods() -> Vec<Method> {
	// The constants in it are parameters, which are in storage.
	let all = sp_io::TestExternalities::default().execute_with(|| Runtime::metadata_ir().apis);
	let own = all.into_iter().find(|api| api.name == API).expect("the API");
	let methods = own.methods.into_iter();
	methods.map(|method| Method { name: method.name, output: method.output, docs: method.docs }).collect()
}

/// Returns true if a client reads an answer of a type correctly: a structure, one that can be
/// missing or refused, or a list.
fn is_read_rightly(answer: &MetaType) -> bool {
	let ty = answer.type_info();
	match &ty.type_def {
		TypeDef::Composite(composite) => {
			!composite.fields.is_empty() && composite.fields.iter().all(|field| field.name.is_some())
		}
		TypeDef::Variant(variants) if matches!(ty.path.ident(), Some("Option" | "Result")) => {
			let fields = variants.variants.iter().flat_map(|variant| &variant.fields);
			fields.map(|field| &field.ty).all(is_read_rightly)
		}
		TypeDef::Sequence(list) => {
			matches!(list.type_param.type_info().type_def, TypeDef::Composite(_))
				&& is_read_rightly(&list.type_param)
		}
		_ => false,
	}
}

/// Collects all types of the answers.
fn collect(ty: MetaType, seen: &mut BTreeSet<MetaType>) {
	if !seen.insert(ty) {
		return;
	}
	let fields: Vec<MetaType> = match ty.type_info().type_def {
		TypeDef::Composite(composite) => composite.fields.iter().map(|field| field.ty).collect(),
		TypeDef::Variant(variants) => {
			variants.variants.iter().flat_map(|variant| &variant.fields).map(|field| field.ty).collect()
		}
		TypeDef::Sequence(list) => vec![list.type_param],
		TypeDef::Array(array) => vec![array.type_param],
		TypeDef::Tuple(tuple) => tuple.fields,
		TypeDef::Compact(compact) => vec![compact.type_param],
		TypeDef::Primitive(_) | TypeDef::BitSequence(_) => Vec::new(),
	};
	fields.into_iter().for_each(|field| collect(field, seen));
}

#[test]
fn answers_should_be_structures_or_lists_of_them() {
	for Method { name, output, .. } in methods() {
		assert!(is_read_rightly(&output), "{name} gives {:?}", output.type_info());
	}
	// Guard: types that were misread before.
	assert!(!is_read_rightly(&MetaType::new::<Option<Vec<u8>>>()));
	assert!(!is_read_rightly(&MetaType::new::<Result<u128, Refusal>>()));
	assert!(!is_read_rightly(&MetaType::new::<(Vec<ClaimState>, Option<u32>)>()));
}

/// The client's structure has fields of its own. A field of such a name cannot be read by its name.
#[test]
fn fields_should_not_have_names_of_the_clients_own() {
	const OWN: [&str; 17] = [
		"values",
		"keys",
		"entries",
		"size",
		"get",
		"set",
		"has",
		"clear",
		"delete",
		"hash",
		"registry",
		"type",
		"inspect",
		"eq",
		"is_empty",
		"encoded_length",
		"defs",
	];
	let mut types = BTreeSet::new();
	methods().into_iter().for_each(|method| collect(method.output, &mut types));
	assert!(types.len() > 60, "{}", types.len());
	for ty in types {
		let ty = ty.type_info();
		let TypeDef::Composite(composite) = &ty.type_def else { continue };
		for name in composite.fields.iter().filter_map(|field| field.name) {
			assert!(!OWN.contains(&name), "{name} of {:?}", ty.path);
		}
	}
}

/// Apps joins the lines with commas, and shows about 70 characters.
#[test]
fn each_line_of_a_methods_documentation_should_be_a_sentence() {
	for Method { name, docs, .. } in methods() {
		assert!(!docs.is_empty(), "{name}");
		for line in &docs {
			assert!(line.ends_with('.'), "{name}: {line}");
			assert!(
				line.trim_start().starts_with(|first: char| first.is_uppercase() || first == '`'),
				"{name}: {line}"
			);
		}
		assert!(docs[0].chars().count() < 100, "{name}: {}", docs[0]);
	}
}

#[test]
fn quote_should_say_the_offer_in_words_and_name_its_refusal() {
	let mut env = lively();
	let quote = |env: &mut Env, product, cover, period: Moment| {
		env.run(|| <Api as BreakwaterApiV1<Block>>::quote(product, cover, period, Permill::from_percent(5)))
	};
	// The incident on product 1 freezes the pool of both.
	let refusal = |name: &str| Err(Refusal { name: name.into() });
	assert_eq!(quote(&mut env, 1, 1_000 * USD, 30 * DAY), refusal("policies.IncidentOpen"));
	assert_eq!(quote(&mut env, 9, 1_000 * USD, 30 * DAY), refusal("policies.UnknownProduct"));
	assert_eq!(quote(&mut env, 0, 1_000, 30 * DAY), refusal("policies.CoverOutOfRange"));
	let mut env = insured();
	let shown = quote(&mut env, 0, 1_000 * USD, 30 * DAY).expect("it is for sale");
	assert_eq!(shown.asset, Asset { id: USDB, symbol: "USDB".into(), decimals: 6 });
	assert_eq!(shown.to_pay.units, shown.premium.units + shown.commission.units);
	assert!(shown.commission.units > 0);
	assert_eq!(shown.base_rate.percent, "2 %");
	assert_eq!(shown.base_rate.e18, ONE / 50);
	let expected = format!(
		"1,000 USDB on USDC depeg from {} to {} (UTC) for {}",
		shown.starts_at.utc, shown.ends_at.utc, shown.to_pay.text
	);
	assert_eq!(shown.summary, expected);
	assert!(shown.starts_at.utc.starts_with("2023-03-1"), "{}", shown.starts_at.utc);
	let raw =
		env.run(|| Policies::quote(0, 1_000 * USD, 30 * DAY, Permill::from_percent(5))).expect("as above");
	assert_eq!((raw.premium, raw.commission), (shown.premium.units, shown.commission.units));
}

#[test]
fn products_should_say_in_words_why_nothing_is_sold() {
	let mut env = lively();
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::products(None, 0));
	assert_eq!((page.items.len(), page.next), (2, None));
	let [depeg, assessed] = &page.items[..] else { panic!("two products") };
	assert_eq!((depeg.product, depeg.name.as_str(), depeg.asset.decimals), (0, "USDC depeg", 6));
	assert!(!depeg.is_for_sale && !assessed.is_for_sale);
	// The product's pool is frozen.
	assert_eq!(depeg.refusal.as_ref().map(|why| why.name.as_str()), Some("policies.NoCapacity"));
	assert_eq!(assessed.refusal.as_ref().map(|why| why.name.as_str()), Some("policies.IncidentOpen"));
	assert_eq!(depeg.terms.max_total, None, "no limit");
	assert_eq!(depeg.terms.min_period.text, "7 d");
	assert_eq!(depeg.facts.deployed.utc, "2016-07-18");
	let Decision::Trigger(trigger) = &depeg.decision else { panic!("a trigger") };
	assert_eq!((trigger.threshold.text.as_str(), trigger.window.text.as_str()), ("0.995", "1 h"));
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::products(None, 1));
	assert_eq!((page.items.len(), page.next), (1, Some(0)));
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::products(Some(0), 1));
	assert_eq!((page.items[0].product, page.next), (1, None));
}

#[test]
fn proposals_should_show_a_sponsors_product() {
	let mut env = lively();
	let listing = Box::new(listing(false));
	assert_ok!(env.submit(Catalogue::propose_product { listing }, Who::Eve));
	let page = |env: &mut Env, after| env.run(|| <Api as BreakwaterApiV1<Block>>::proposals(after, 1));
	let first = page(&mut env, None);
	assert_eq!((first.items[0].proposal, &first.items[0].sponsor), (1, &account(Who::Eve)));
	assert!(matches!(first.items[0].terms.payout, Payout::Linear { .. }));
	assert_eq!(first.next, Some(1));
	let second = page(&mut env, Some(1));
	assert_eq!(
		(second.items[0].proposal, &second.items[0].sponsor, second.next),
		(0, &account(Who::Dave), None)
	);
}

#[test]
fn pools_should_be_listed_with_their_lines() {
	let mut env = lively();
	assert_ok!(env.submit(create_pool_call(AssetId::Native, pool_options(150, 5)), Who::Bob));
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::pools(None, 0));
	assert_eq!((page.items.len(), page.next), (2, None));
	let pool = &page.items[0];
	assert_eq!(env.run(|| <Api as BreakwaterApiV1<Block>>::pool_state(0)).as_ref(), Some(pool));
	assert_eq!(env.run(|| <Api as BreakwaterApiV1<Block>>::pool_state(2)), None);
	assert_eq!(
		(pool.asset.symbol.as_str(), pool.leverage_percent, pool.incidents.as_slice()),
		("USDB", 100, &[0][..])
	);
	let names: Vec<_> = pool.lines.iter().map(|line| line.name.as_str()).collect();
	assert_eq!(names, ["USDC depeg"; 2]);
	assert!(pool.lines[1].locked.text.ends_with(" USDB"));
	let native = &page.items[1];
	assert_eq!(
		(native.asset.symbol.as_str(), native.asset.decimals, native.leverage_percent),
		("BRKW", 12, 150)
	);
	assert_eq!(native.junior.yields, Yields { week: None, month: None, quarter: None });
	let history = env.run(|| <Api as BreakwaterApiV1<Block>>::history(0, 0));
	assert!(history.len() >= 3 && history[0].day.utc > history[1].day.utc);
}

#[test]
fn position_should_show_withdrawals_with_index_time_left_and_what_is_before() {
	let mut env = lively();
	let position =
		|env: &mut Env, who| env.run(|| <Api as BreakwaterApiV1<Block>>::position(0, account(who)));
	let bob = position(&mut env, Who::Bob).expect("pool 0");
	let [first, second] = &bob.junior.withdrawals[..] else { panic!("two withdrawals") };
	assert_eq!((first.index, first.requests_ahead, first.ahead.units), (0, 0, 0));
	assert_eq!((second.index, second.requests_ahead), (2, 2));
	assert_eq!(bob.junior.queued, first.shares + second.shares);
	let eve = position(&mut env, Who::Eve).expect("pool 0");
	let [between] = &eve.junior.withdrawals[..] else { panic!("one withdrawal") };
	assert_eq!((between.index, between.requests_ahead, &between.ahead), (1, 1, &first.value));
	// Each worth is rounded down.
	let sum = first.value.units + between.value.units;
	assert!((sum..sum + 2).contains(&second.ahead.units));
	let left = 14 * DAY - 2 * MILLISECS_PER_BLOCK;
	assert_eq!((first.ready.left.millis, first.ready.left.text.as_str()), (left, "13 d 23 h 59 min 54 s"));

	let page =
		|env: &mut Env, who| env.run(|| <Api as BreakwaterApiV1<Block>>::positions_of(account(who), None, 0));
	assert_eq!(page(&mut env, Who::Bob), Page { items: vec![bob], next: None });
	assert_eq!(page(&mut env, Who::Dave), Page { items: vec![], next: None });
}

#[test]
fn policies_should_be_listed_newest_first_with_their_state() {
	let mut env = insured();
	assert_ok!(env.submit(assessed_buy(1, 100 * USD, 0), Who::Dave));
	let page = |env: &mut Env, after, limit| {
		env.run(|| <Api as BreakwaterApiV1<Block>>::policies_of(account(Who::Dave), after, limit))
	};
	let all = page(&mut env, None, 0);
	assert_eq!(all.items.iter().map(|state| state.policy).collect::<Vec<_>>(), [3, 1]);
	assert_eq!(page(&mut env, None, 1).next, Some(3));
	assert_eq!(page(&mut env, Some(3), 1), Page { items: vec![all.items[1].clone()], next: None });
	let [new, old] = &all.items[..] else { panic!("two policies") };
	assert_eq!((old.phase, new.phase), (PolicyPhase::InForce, PolicyPhase::Waiting));
	assert_eq!((old.starts_at.left.millis, new.starts_at.left.text.as_str()), (0, "1 d"));
	assert_eq!(new.cover.text, "100 USDB");
	assert_eq!(env.run(|| <Api as BreakwaterApiV1<Block>>::policy_state(3)).as_ref(), Some(new));
}

#[test]
fn incident_should_name_the_referendum_of_each_choice_and_the_time_left() {
	let mut env = lively();
	let state =
		|env: &mut Env| env.run(|| <Api as BreakwaterApiV1<Block>>::incident_state(0)).expect("incident 0");
	let shown = state(&mut env);
	let IncidentPhase::Challenge { until } = &shown.phase else { panic!("{:?}", shown.phase) };
	assert_eq!(until.left.millis, 2 * DAY - MILLISECS_PER_BLOCK);
	assert_eq!((shown.binding, shown.proposals.len(), shown.product_name.as_str()), (None, 2, "USDC depeg"));
	env.pass_time_with_price(2 * DAY + HOUR, 1_000);
	let shown = state(&mut env);
	let IncidentPhase::Case { case: 0, stage: CaseStage::Voters, choices } = &shown.phase else {
		panic!("{:?}", shown.phase)
	};
	use breakwater_primitives::Choice::{NotCovered, Proposal};
	let told: Vec<_> = choices.iter().map(|choice| (choice.referendum, choice.choice)).collect();
	assert_eq!(told, [(Some(0), Proposal(0)), (Some(1), Proposal(1)), (Some(2), NotCovered)]);
	assert_eq!(choices[1].verdict, shown.proposals[1].verdict);
	assert_eq!(choices[2].verdict, Verdict::NotCovered);
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::incidents(None, 0));
	assert_eq!(page, Page { items: vec![shown], next: None });
	let bond = env.run(|| <Api as BreakwaterApiV1<Block>>::report_bond(9));
	assert_eq!(bond, Err(Refusal { name: "assessment.UnknownProduct".into() }));
}

#[test]
fn statement_should_be_the_text_that_the_key_signs() {
	let mut env = insured();
	let occurred_at = env.now() - HOUR;
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Ferdie));
	let table = Table(vec![4_000 * USD, 0]);
	assert_ok!(env.submit(propose_call(0, table.verdict(occurred_at)), Who::Charlie));
	env.pass_time_with_price(2 * DAY + HOUR, 1_000);
	let shown = env
		.run(|| <Api as BreakwaterApiV1<Block>>::claim_statement(0, 1))
		.expect("it has an insured account");
	let genesis = env.run(|| System::block_hash(0)).0;
	assert_eq!(shown.text.as_bytes(), statement(&genesis, 1, 0, &insured_account(0)));
	assert_eq!(shown.insured_account, insured_account(0));
	assert_eq!(env.run(|| <Api as BreakwaterApiV1<Block>>::claim_statement(0, 0)), None);
	// The key signs the text as it is shown.
	let claim = env.run(|| table.claim_call(0, 1, 0));
	let breakwater_claims::Call::claim { incident, policy, loss, index, proof, .. } = claim else {
		panic!("a claim");
	};
	let signature = sp_core::Pair::sign(&key(0), shown.text.as_bytes());
	let signature = breakwater_primitives::interest::AccountSignature::Ed25519(signature.0);
	let claim = breakwater_claims::Call::claim { incident, policy, loss, index, proof, signature };
	assert_ok!(env.submit(claim, Who::Dave));
	let page = env.run(|| <Api as BreakwaterApiV1<Block>>::claims_of(account(Who::Dave), None, 0));
	let state = env.run(|| <Api as BreakwaterApiV1<Block>>::claim_state(0, 1)).expect("it is claimed");
	assert_eq!((state.claimed.text.as_str(), state.paid.text.as_str()), ("3,600 USDB", "3,600 USDB"));
	assert_eq!(page, Page { items: vec![state], next: None });
}

#[test]
fn feeds_and_reserve_should_be_shown_with_their_units() {
	let mut env = insured();
	let feed = env.run(|| <Api as BreakwaterApiV1<Block>>::feed_state(FEED));
	assert!(feed.is_watched);
	assert_eq!(feed.price.map(|price| price.price.text), Some("1".into()));
	assert_eq!(feed.by_operator.len(), 3);
	let other = env.run(|| <Api as BreakwaterApiV1<Block>>::feed_state(9));
	assert!(!other.is_watched && other.has_default_rules);
	let operators = env.run(<Api as BreakwaterApiV1<Block>>::operators);
	assert_eq!((operators.len(), operators[0].bond.text.as_str()), (3, "10,000 BRKW"));
	let trigger = env.run(|| <Api as BreakwaterApiV1<Block>>::trigger_state(0)).expect("data have arrived");
	assert!(trigger.is_ready);
	assert_eq!(trigger.average.map(|average| average.text), Some("1".into()));
	let reserve =
		env.run(|| <Api as BreakwaterApiV1<Block>>::reserve_state(USDB)).expect("it has an account");
	assert_eq!((reserve.asset.symbol.as_str(), reserve.premium_share), ("USDB", Permill::from_percent(15)));
}

#[test]
fn vitals_should_sum_up_the_chain() {
	let mut env = insured();
	let shown = env.run(<Api as BreakwaterApiV1<Block>>::vitals);
	assert_eq!((shown.incidents_open, shown.claims_waiting, shown.suspended), (0, 0, 0));
	assert_eq!(shown.validators, 1);
	assert_eq!(shown.time.millis, env.now());
	let [feed] = &shown.feeds[..] else { panic!("one feed is watched") };
	assert_eq!(feed.feed, FEED);
	let price = feed.price.as_ref().expect("it has a price");
	assert_eq!(feed.age.as_ref().map(|age| age.millis), Some(env.now() - price.since.millis));
	let pool = env.run(|| <Api as BreakwaterApiV1<Block>>::pool_state(0)).expect("pool 0");
	let [vital] = &shown.pools[..] else { panic!("one pool") };
	assert_eq!(vital.capital.units, pool.junior.assets.units + pool.senior.assets.units);
	assert!(vital.required.units > 0);
	assert_eq!(vital.required, pool.required);
	let [reserve] = &shown.reserves[..] else { panic!("one asset") };
	assert_eq!(Some(&reserve.reserve), env.run(|| ReserveState::of(USDB)).as_ref());
	assert_eq!(reserve.required, pool.required);
	let open = lively().run(<Api as BreakwaterApiV1<Block>>::vitals);
	assert_eq!(open.incidents_open, 1);
}

/// The verdict of an outcome proposal is shown as it was proposed.
#[test]
fn verdicts_should_be_shown_as_they_were_proposed() {
	let mut env = lively();
	let shown = env.run(|| <Api as BreakwaterApiV1<Block>>::incident_state(0)).expect("incident 0");
	let raw = env.run(|| Assessment::assessment_state(0)).expect("assessment 0");
	for (shown, raw) in shown.proposals.iter().zip(&raw.proposals) {
		let (Verdict::Losses { occurred_at, table }, Said::Losses { occurred_at: at, table: of }) =
			(&shown.verdict, raw.verdict)
		else {
			panic!("losses");
		};
		assert_eq!(
			(occurred_at.millis, table.root, table.leaves, table.total.units),
			(at, of.root, of.leaves, of.total)
		);
		assert_eq!(shown.bond.units, raw.bond);
	}
	let decoded = IncidentState::decode(&mut shown.encode().as_slice());
	assert_eq!(decoded, Ok(shown));
}

#[test]
fn stake_should_be_shown_with_its_request() {
	let mut env = lively();
	let stake =
		|env: &mut Env, who| env.run(|| <Api as BreakwaterApiV1<Block>>::stake_state(USDB, account(who)));
	assert_eq!(stake(&mut env, Who::Dave), None);
	let state = stake(&mut env, Who::Bob).expect("Bob has a stake");
	assert_eq!((state.value.units, state.is_exhausted), (1_000 * USD, false));
	let request = state.request.expect("he has begun the cooldown");
	assert_eq!(request.shares, state.shares / 10 * 4);
	assert!(request.ready.left.millis > 19 * DAY && request.ready.left.millis <= 20 * DAY);
	assert_eq!(request.ends.expect("no incident meets it").left.millis - request.ready.left.millis, 2 * DAY);
	env.pass_time(20 * DAY);
	let request = stake(&mut env, Who::Bob).and_then(|state| state.request).expect("it waits");
	assert_eq!((request.shares, request.ready.left.millis), (state.shares / 10 * 4, 0));
}

/// The longest freeze is shown before an account stakes, and it is that of the parameters.
#[test]
fn longest_freeze_should_follow_from_the_parameters() {
	let mut env = Env::development();
	let shown = |env: &mut Env| {
		let state = env.run(|| <Api as BreakwaterApiV1<Block>>::reserve_state(USDB));
		state.expect("it has an account").longest_freeze.millis
	};
	use parameters::bounded;
	let (case, fixed) = env.run(|| {
		let blocks = bounded::VotingPeriod::get() + bounded::EnactmentPeriod::get();
		let draw = 9 * genesis_parameters::SessionSlots::<Runtime>::get() * crate::constants::SLOT_DURATION;
		let panel = draw + bounded::CommitPeriod::get() + bounded::RevealPeriod::get();
		let appeal = bounded::AppealPeriod::get() + bounded::ResponsePeriod::get();
		let people = bounded::ProposalPeriod::get() + 8 * bounded::ChallengePeriod::get();
		let case = 6 * panel + 2 * appeal + 3_000 * u64::from(blocks);
		(case, people + 2 * 30 * DAY + bounded::MaxUndecided::get())
	});
	assert_eq!(shown(&mut env), fixed + case);
	use dynamic_params::claims::{ClaimWindow, Parameters};
	let before = shown(&mut env);
	let value = RuntimeParameters::Claims(Parameters::ClaimWindow(ClaimWindow, Some(90 * DAY)));
	let trigger = 60 * DAY + env.run(bounded::MaxUndecided::get);
	assert_ok!(env.root(pallet_parameters::Call::<Runtime>::set_parameter { key_value: value }));
	assert_eq!(shown(&mut env), before - trigger + 90 * DAY);
}
