// SPDX-License-Identifier: Apache-2.0

//! The rights of a proxy: every call of the runtime, as the metadata describes it, against every
//! kind of proxy. No detour leads around a kind.

use super::{
	assessed::{insured, open_call},
	env::*,
	short,
};
use crate::{configs::utility::ProxyType, constants::*, *};
use breakwater_primitives::*;
use codec::{Compact, Decode, Encode};
use frame_support::{
	assert_ok,
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::{fungible::Inspect as _, fungibles::Inspect as _, Contains, GetCallMetadata, InstanceFilter},
};
use scale_info::{meta_type, PortableRegistry, Registry, TypeDef, TypeDefPrimitive};
use sp_runtime::Permill;
use std::collections::BTreeMap;

const KINDS: [(ProxyType, char); 6] = [
	(ProxyType::Any, 'A'),
	(ProxyType::NonTransfer, 'N'),
	(ProxyType::Governance, 'G'),
	(ProxyType::Oracle, 'O'),
	(ProxyType::Cover, 'C'),
	(ProxyType::Court, 'K'),
];

/// All calls: the pallet, the kinds that allow them besides `Any` by their first letters, and their
/// names. A small letter allows the call only without its optional parts, which give to others.
///
/// A call that is new fails the test until it stands here. Before adding it to a kind: what of the
/// account's money can it move, to whom, and what can be lost?
const CALLS: &[(&str, &str, &str)] = &[
	("System", "N", "remark remark_with_event"),
	(
		"System",
		"",
		"set_heap_pages set_code set_code_without_checks set_storage kill_storage kill_prefix authorize_upgrade \
		 authorize_upgrade_without_checks apply_authorized_upgrade",
	),
	("Timestamp", "", "set"),
	("Babe", "", "report_equivocation report_equivocation_unsigned plan_config_change"),
	("Session", "", "set_keys purge_keys"),
	("Grandpa", "", "report_equivocation report_equivocation_unsigned note_stalled"),
	(
		"Beefy",
		"",
		"report_double_voting report_double_voting_unsigned set_new_genesis report_fork_voting \
		 report_fork_voting_unsigned report_future_block_voting report_future_block_voting_unsigned",
	),
	(
		"Balances",
		"",
		"transfer_allow_death force_transfer transfer_keep_alive transfer_all force_unreserve upgrade_accounts \
		 force_set_balance force_adjust_total_issuance burn",
	),
	(
		"Assets",
		"",
		"create force_create start_destroy destroy_accounts destroy_approvals finish_destroy mint burn transfer \
		 transfer_keep_alive force_transfer freeze thaw freeze_asset thaw_asset transfer_ownership set_team set_metadata \
		 clear_metadata force_set_metadata force_clear_metadata force_asset_status approve_transfer cancel_approval \
		 force_cancel_approval transfer_approved touch refund set_min_balance touch_other refund_other block transfer_all \
		 set_reserves",
	),
	("Preimage", "G", "note_preimage unnote_preimage"),
	("Preimage", "", "request_preimage unrequest_preimage ensure_updated"),
	(
		"Scheduler",
		"",
		"schedule cancel schedule_named cancel_named schedule_after schedule_named_after set_retry set_retry_named \
		 cancel_retry cancel_retry_named",
	),
	("Validators", "N", "resume"),
	("Validators", "", "register approve remove retire withdraw_bond add_bond fund"),
	("Democracy", "NG", "vote remove_vote remove_other_vote delegate undelegate unlock"),
	("Democracy", "G", "propose second set_metadata"),
	(
		"Democracy",
		"",
		"emergency_cancel external_propose external_propose_majority external_propose_default fast_track veto_external \
		 cancel_referendum clear_public_proposals blacklist cancel_proposal",
	),
	("Treasury", "", "spend_local remove_approval spend payout check_status void_spend"),
	("Parameters", "", "set_parameter"),
	("Utility", "NGOCK", "batch batch_all force_batch if_else as_derivative"),
	("Utility", "", "dispatch_as dispatch_as_fallible with_weight"),
	("Multisig", "", "as_multi_threshold_1 as_multi approve_as_multi cancel_as_multi poke_deposit"),
	(
		"Proxy",
		"",
		"proxy add_proxy remove_proxy remove_proxies create_pure kill_pure announce remove_announcement \
		 reject_announcement proxy_announced poke_deposit",
	),
	(
		"Pools",
		"C",
		"set_weight deposit request_withdrawal process_withdrawals accrue set_status collect cancel_withdrawal reopen_tranche remove_position set_fee \
		 set_allowed",
	),
	("Pools", "", "create_pool transfer list_asset set_asset_group"),
	("Reserve", "NC", "pay_debt begin_programme collect_compensation close_programme"),
	("Reserve", "C", "stake cooldown unstake"),
	("Sponsors", "NC", "pay_route"),
	("Sponsors", "", "pledge set_share request_withdrawal withdraw name_sponsor set_route"),
	("Reserve", "", "donate admit_pool remove_pool replenish approve_programme grant_emergency advance"),
	("Policies", "C", "prune increase extend decrease cancel set_renewal renew collect_commission"),
	("Policies", "c", "buy buy_with"),
	("Policies", "", "transfer"),
	("Assessment", "NC", "process collect_bond sweep_bonds"),
	("Assessment", "", "report_incident propose_outcome adopt_outcome"),
	("Claims", "NC", "process collect claim file_evidence close"),
	("Claims", "", "recover"),
	("Bounties", "NC", "process collect begin_match"),
	(
		"Bounties",
		"",
		"open_programme set_terms fund request_withdrawal withdraw close_programme commit_report reveal_report \
		 acknowledge decide dispute adopt_decision match_reward revoke_unvested",
	),
	("Court", "NCK", "activate withdraw collect process"),
	("Court", "K", "commit_vote reveal_vote submit_evidence set_profile"),
	("Court", "", "stake unstake delegate denounce_vote fund_appeal restore_choice set_asset_value"),
	(
		"Products",
		"",
		"list_product update_terms set_status update_facts set_class_rules propose_product approve_product \
		 withdraw_proposal delist set_admission_rules",
	),
	("Oracle", "", "feed_values"),
	("Feeds", "NO", "feed"),
	("Feeds", "", "appoint accept resign dismiss slash top_up withdraw_bond swap_key set_feed fund collect"),
];

/// A call of the runtime, made from its description in the metadata.
struct Made {
	name: (String, String),
	/// The call with every option left out, and every list empty.
	sparse: RuntimeCall,
	/// The call with every option given, and an entry in every list.
	full: RuntimeCall,
}

/// Makes values of types by their descriptions: everything is zero, or the first of its kind.
struct Maker {
	types: PortableRegistry,
	call: u32,
}

impl Maker {
	fn new() -> Self {
		let mut registry = Registry::new();
		let call = registry.register_type(&meta_type::<RuntimeCall>()).id;
		Self { types: registry.into(), call }
	}

	fn value(&self, id: u32, is_full: bool, out: &mut Vec<u8>) {
		// A call within a call.
		if id == self.call {
			RuntimeCall::from(frame_system::Call::remark { remark: Vec::new() }).encode_to(out);
			return;
		}
		let of = self.types.resolve(id).expect("a type that is named is described");
		match &of.type_def {
			TypeDef::Composite(composite) => {
				composite.fields.iter().for_each(|field| self.value(field.ty.id, is_full, out));
			}
			TypeDef::Variant(variants) => {
				let is_option = of.path.segments == ["Option"];
				let mut sorted: Vec<_> = variants.variants.iter().collect();
				sorted.sort_by_key(|variant| variant.index);
				let variant = if is_option && is_full { sorted.last() } else { sorted.first() };
				let variant = variant.expect("there is a value of every type in a call");
				out.push(variant.index);
				variant.fields.iter().for_each(|field| self.value(field.ty.id, is_full, out));
			}
			TypeDef::Sequence(sequence) => {
				Compact(u32::from(is_full)).encode_to(out);
				if is_full {
					self.value(sequence.type_param.id, is_full, out);
				}
			}
			TypeDef::Array(array) => {
				(0..array.len).for_each(|_| self.value(array.type_param.id, is_full, out));
			}
			TypeDef::Tuple(tuple) => tuple.fields.iter().for_each(|field| self.value(field.id, is_full, out)),
			TypeDef::Primitive(primitive) => out.extend(vec![0; size(primitive)]),
			TypeDef::Compact(_) | TypeDef::BitSequence(_) => out.push(0),
		}
	}

	/// Returns all calls.
	fn calls(&self) -> Vec<Made> {
		let variants = |id| match &self.types.resolve(id).expect("described").type_def {
			TypeDef::Variant(variants) => variants.variants.clone(),
			_ => panic!("calls are variants"),
		};
		let mut made = Vec::new();
		for pallet in variants(self.call) {
			for call in variants(pallet.fields[0].ty.id) {
				let value = |is_full| {
					let mut bytes = vec![pallet.index, call.index];
					call.fields.iter().for_each(|field| self.value(field.ty.id, is_full, &mut bytes));
					let mut rest = &bytes[..];
					let decoded = RuntimeCall::decode(&mut rest);
					let decoded = decoded.unwrap_or_else(|e| panic!("{}.{}: {e}", pallet.name, call.name));
					assert!(rest.is_empty(), "{}.{}", pallet.name, call.name);
					decoded
				};
				let name = (pallet.name.clone(), call.name.clone());
				made.push(Made { name, sparse: value(false), full: value(true) });
			}
		}
		made
	}
}

fn size(primitive: &TypeDefPrimitive) -> usize {
	match primitive {
		TypeDefPrimitive::Bool | TypeDefPrimitive::U8 | TypeDefPrimitive::I8 | TypeDefPrimitive::Str => 1,
		TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
		TypeDefPrimitive::Char | TypeDefPrimitive::U32 | TypeDefPrimitive::I32 => 4,
		TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
		TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
		TypeDefPrimitive::U256 | TypeDefPrimitive::I256 => 32,
	}
}

fn calls() -> Vec<Made> {
	let made = Maker::new().calls();
	let named: usize =
		RuntimeCall::get_module_names().iter().map(|pallet| RuntimeCall::get_call_names(pallet).len()).sum();
	assert_eq!(made.len(), named, "every call is made");
	made
}

#[test]
fn every_call_should_be_allowed_to_exactly_the_kinds_of_the_table() {
	let mut table = BTreeMap::new();
	for (pallet, kinds, names) in CALLS {
		for name in names.split_whitespace() {
			let key = (pallet.to_string(), name.to_string());
			assert_eq!(table.insert(key, *kinds), None, "{pallet}.{name} stands twice in the table");
		}
	}
	for Made { name, sparse, full } in calls() {
		let (pallet, call) = &name;
		let Some(kinds) = table.remove(&name) else {
			panic!("{pallet}.{call} does not stand in the table: decide which kinds of proxy may make it");
		};
		for (kind, letter) in KINDS {
			let is_any = kind == ProxyType::Any;
			let expected = [
				is_any || kinds.contains(letter) || kinds.contains(letter.to_ascii_lowercase()),
				is_any || kinds.contains(letter),
			];
			let allowed = [&sparse, &full].map(|call| kind.filter(call));
			assert_eq!(allowed, expected, "{pallet}.{call} with a proxy of kind {kind:?}");
		}
	}
	assert!(table.is_empty(), "the runtime has no such calls: {table:?}");
}

#[test]
fn kind_should_be_a_superset_exactly_when_it_allows_all_that_the_other_does() {
	let calls = calls();
	for (one, _) in KINDS {
		for (other, _) in KINDS {
			let mut both = calls.iter().flat_map(|made| [&made.sparse, &made.full]);
			let holds = both.all(|call| one.filter(call) || !other.filter(call));
			assert_eq!(one.is_superset(&other), holds, "{one:?} and {other:?}");
		}
	}
}

/// The runtime's own filter refuses the oracle's own call, signed reports of equivocations, reports
/// of votes on a fork, and proposals whose preimage is not noted.
#[test]
fn base_filter_should_refuse_only_values_beside_the_feeds_signed_reports_and_proposals_that_cannot_run() {
	genesis("local_testnet").execute_with(|| {
		let is_refused =
			|call: &RuntimeCall| !<Runtime as frame_system::Config>::BaseCallFilter::contains(call);
		for Made { name: (pallet, call), sparse, full } in calls() {
			let reports = [
				("Babe", "report_equivocation"),
				("Grandpa", "report_equivocation"),
				("Beefy", "report_double_voting"),
				("Beefy", "report_fork_voting"),
				("Beefy", "report_fork_voting_unsigned"),
				("Beefy", "report_future_block_voting"),
			];
			let refused =
				[reports.as_slice(), &[("Oracle", "feed_values"), ("Democracy", "propose")]].concat();
			let expected = refused.contains(&(pallet.as_str(), call.as_str()));
			assert_eq!([&sparse, &full].map(is_refused), [expected; 2], "{pallet}.{call}");
		}
	});
}

fn as_proxy(real: &AccountId, call: RuntimeCall) -> RuntimeCall {
	let real = real.clone().into();
	pallet_proxy::Call::proxy { real, force_proxy_type: None, call: Box::new(call) }.into()
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: Vec::new() }.into()
}

/// Returns a call, and every way of hiding it in another.
fn wrapped(call: &RuntimeCall) -> Vec<(&'static str, RuntimeCall)> {
	use pallet_utility::Call as Utility;
	let boxed = || Box::new(call.clone());
	let fails = RuntimeCall::from(frame_system::Call::set_heap_pages { pages: 1 });
	let order = order(0, 100 * USD, 30 * DAY, 100 * USD);
	let twice = Utility::batch { calls: vec![Utility::batch_all { calls: vec![call.clone()] }.into()] };
	vec![
		("direct", call.clone()),
		("batch", Utility::batch { calls: vec![remark(), call.clone()] }.into()),
		("batch_all", Utility::batch_all { calls: vec![remark(), call.clone()] }.into()),
		("force_batch", Utility::force_batch { calls: vec![remark(), call.clone()] }.into()),
		("batch in batch", twice.into()),
		("if_else, first", Utility::if_else { main: boxed(), fallback: Box::new(remark()) }.into()),
		("if_else, second", Utility::if_else { main: Box::new(fails), fallback: boxed() }.into()),
		("as_derivative", Utility::as_derivative { index: 0, call: boxed() }.into()),
		("buy_with", breakwater_policies::Call::buy_with { order, call: boxed() }.into()),
		("proxy of another", as_proxy(&other(), call.clone())),
		(
			"multisig",
			pallet_multisig::Call::as_multi_threshold_1 { other_signatories: vec![other()], call: boxed() }
				.into(),
		),
	]
}

/// The account for which a proxy acts, the proxy, and an account that has made the first account
/// its own proxy.
const REAL: Who = Who::Bob;
const PROXY: Who = Who::Ferdie;

fn other() -> AccountId {
	Who::One.to_account_id()
}

/// Returns the accounts with money that the proxy could reach through `REAL`.
fn reachable() -> Vec<AccountId> {
	let real = REAL.to_account_id();
	let derivative = pallet_utility::derivative_account_id(real.clone(), 0);
	let mut signatories = vec![real.clone(), other()];
	signatories.sort();
	let multisig = Multisig::multi_account_id(&signatories, 1);
	vec![real, derivative, multisig, other()]
}

/// Returns everything that these accounts have, and the part of it that is free to use.
fn money() -> Vec<(Balance, Balance, Balance)> {
	let of = |who: AccountId| {
		let free = frame_system::Account::<Runtime>::get(&who).data.free;
		(Balances::total_balance(&who), free, NativeAndAssets::balance(USDB, &who))
	};
	reachable().into_iter().map(of).collect()
}

/// Tries each of the calls in each disguise, by a proxy of each kind. With `Any` it takes money,
/// with the others none moves.
fn try_all(env: &mut Env, calls: &[RuntimeCall], kinds: &[ProxyType]) {
	for who in reachable() {
		for call in [
			pallet_balances::Call::transfer_allow_death { dest: who.clone().into(), value: 10_000 * BRKW }
				.into(),
			RuntimeCall::from(pallet_assets::Call::transfer {
				id: 1.into(),
				target: who.into(),
				amount: 1_000_000 * USD,
			}),
		] {
			assert_ok!(env.submit(call, Who::Alice));
		}
	}
	env.run(|| {
		let signed = |who: AccountId| RuntimeOrigin::signed(who);
		let before = money();
		let attempt = |kind: ProxyType, call: RuntimeCall| {
			with_transaction_unchecked(|| {
				let [real, proxy] = [REAL, PROXY].map(|who| Address::from(who.to_account_id()));
				assert_ok!(Proxy::add_proxy(signed(other()), real, ProxyType::Any, 0));
				assert_ok!(Proxy::add_proxy(signed(REAL.to_account_id()), proxy, kind, 0));
				// The cost of the proxy itself.
				let set_up = money();
				let RuntimeCall::Proxy(pallet_proxy::Call::proxy { real, call, .. }) =
					as_proxy(&REAL.to_account_id(), call)
				else {
					panic!("a call by proxy")
				};
				assert_ok!(Proxy::proxy(signed(PROXY.to_account_id()), real, None, call));
				TransactionOutcome::Rollback(money() == set_up)
			})
		};
		for call in calls {
			assert!(!attempt(ProxyType::Any, call.clone()), "takes nothing: {call:?}");
			for (way, hidden) in wrapped(call) {
				for kind in kinds {
					assert!(attempt(*kind, hidden.clone()), "{kind:?}, {way}: {call:?}");
				}
			}
		}
		assert_eq!(money(), before);
	});
}

const LIMITED: [ProxyType; 5] =
	[ProxyType::NonTransfer, ProxyType::Governance, ProxyType::Oracle, ProxyType::Cover, ProxyType::Court];

#[test]
fn limited_proxies_should_not_spend_bond_or_give_the_account_s_money_by_any_detour() {
	let mut env = insured();
	let occurred_at = env.now() - HOUR;
	let stranger = || PROXY.to_account_id();
	let mine = order(0, 100 * USD, 30 * DAY, 100 * USD);
	let commission = Some(Commission { distributor: stranger(), part: Permill::from_percent(10) });
	let brought = Order { commission, ..mine.clone() };
	let listing = Box::new(listing(true));
	let calls: Vec<RuntimeCall> = vec![
		pallet_balances::Call::transfer_allow_death { dest: stranger().into(), value: BRKW }.into(),
		pallet_assets::Call::transfer { id: 1.into(), target: stranger().into(), amount: USD }.into(),
		open_call(1, occurred_at).into(),
		breakwater_policies::Call::buy { order: mine.clone(), beneficiary: Some(stranger()) }.into(),
		breakwater_policies::Call::buy { order: brought.clone(), beneficiary: None }.into(),
		breakwater_policies::Call::buy_with { order: brought, call: Box::new(remark()) }.into(),
		breakwater_products::Call::propose_product { listing }.into(),
		create_pool_call(USDB, pool_options(100, 10)).into(),
		breakwater_reserve::Call::donate { asset: USDB, amount: USD }.into(),
		breakwater_feeds::Call::fund { amount: BRKW }.into(),
		breakwater_court::Call::stake { amount: 1_000 * BRKW }.into(),
	];
	try_all(&mut env, &calls, &LIMITED);
	// The calls that a proxy of the kind is for.
	let propose = {
		let (bytes, hash) = preimage(&remark());
		let proposal = frame_support::traits::Bounded::Lookup { hash, len: bytes.len() as u32 };
		assert_ok!(env.submit(pallet_preimage::Call::note_preimage { bytes }, Who::Alice));
		pallet_democracy::Call::propose { proposal, value: 100 * BRKW }.into()
	};
	try_all(
		&mut env,
		&[propose],
		&[ProxyType::NonTransfer, ProxyType::Oracle, ProxyType::Cover, ProxyType::Court],
	);
	let buy: RuntimeCall = breakwater_policies::Call::buy { order: mine, beneficiary: None }.into();
	let deposit: RuntimeCall = deposit_call(0, Tranche::Junior, 100 * USD).into();
	let other_kinds = [ProxyType::NonTransfer, ProxyType::Governance, ProxyType::Oracle, ProxyType::Court];
	try_all(&mut env, &[buy], &other_kinds);
	assert!(ProxyType::Cover.filter(&deposit));
	// While an incident is open: an outcome proposal, and an incident behind it.
	assert_ok!(env.submit(open_call(1, occurred_at), Who::Alice));
	let calls = [propose_call(0, Verdict::NotCovered).into(), open_call(1, occurred_at).into()];
	try_all(&mut env, &calls, &LIMITED);
}

/// A pool that could not pay all. A proxy does not pay its own claim out of the account's money, as
/// a recovery.
#[test]
fn limited_proxies_should_bring_no_recoveries_from_the_account_s_money() {
	use dynamic_params::pools::{GroupCap, MaxPolicyShare, Parameters};
	let mut env = Env::development();
	let all = Some(Permill::one());
	short::set(&mut env, RuntimeParameters::Pools(Parameters::GroupCap(GroupCap, all)));
	short::set(&mut env, RuntimeParameters::Pools(Parameters::MaxPolicyShare(MaxPolicyShare, all)));
	short::list(&mut env, 1);
	short::list(&mut env, 2);
	assert_ok!(env.submit(create_pool_call(USDB, pool_options(200, 0)), Who::Eve));
	for product in 0..2 {
		let weight = Permill::one();
		assert_ok!(env.submit(breakwater_pools::Call::set_weight { pool: 0, product, weight }, Who::Eve));
	}
	assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 100_000 * USD), Who::Alice));
	env.pass_time_with_price(3 * HOUR, 1_000);
	assert_ok!(env.submit(short::buy(0, 95_000 * USD), PROXY));
	assert_ok!(env.submit(short::buy(1, 90_000 * USD), Who::Dave));
	env.pass_time_with_price(3 * DAY, 1_000);
	env.pass_time_with_price(27 * HOUR, 900);
	env.pass_blocks(3);
	let owed = short::incident(&mut env, 0).pools[0].settlement.owed_by_pool;
	assert!(owed > 0);
	let recover = breakwater_claims::Call::recover { incident: 0, pool: 0, amount: owed };
	try_all(&mut env, &[recover.into()], &LIMITED);
}
