// SPDX-License-Identifier: Apache-2.0

//! Signed transactions: fees, nonces, signatures.

use super::env::*;
use crate::{
	configs::{consensus::session_end, system::RuntimeBlockWeights},
	constants::*,
	*,
};
use breakwater_primitives::*;
use codec::Encode;
use frame_support::{assert_ok, dispatch::DispatchClass, traits::fungibles::Inspect};
use sp_runtime::{generic::Era, transaction_validity::InvalidTransaction};

fn signed(call: RuntimeCall, who: Who, nonce: Nonce) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call.clone(), extension.clone()).expect("the call can be signed");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![1; 100] }.into()
}

#[test]
fn fees_should_be_divided_when_the_session_ends() {
	let mut env = Env::development();
	let validator = Who::Alice.to_account_id();
	let fees = Validators::account().expect("the rewards have an account");
	let native = |who: &AccountId| NativeAndAssets::balance(AssetId::Native, who);
	let paid = env.run(|| {
		let (payer, before) = (Who::Bob.to_account_id(), native(&fees));
		let had = native(&payer);
		Executive::apply_extrinsic(signed(remark(), Who::Bob, 0)).expect("valid").expect("succeeds");
		let paid = had - native(&payer);
		assert_eq!(native(&fees), before + paid, "whole");
		paid
	});
	assert!(paid > 0 && paid < 10 * MILLI_BRKW, "{paid}");
	// The reserve has some of the token, so that it can take any amount.
	let donation = breakwater_reserve::Call::donate { asset: AssetId::Native, amount: BRKW };
	assert_ok!(env.submit(donation, Who::Eve));
	let reserve = Reserve::account().expect("the reserve has an account");
	let before = env.run(|| (native(&validator), native(&treasury())));
	env.next_block(EPOCH_DURATION_IN_SLOTS * SLOT_DURATION);
	env.run(|| {
		// Half of it, rounded down, is for the validators, of whom there is one. A fifth of the
		// rest is the reserve's.
		assert_eq!(native(&validator), before.0 + paid / 2);
		let (rest, shared) = (paid - paid / 2, (paid - paid / 2) / 5);
		assert_eq!((native(&reserve), native(&treasury())), (BRKW + shared, before.1 + rest - shared));
		assert_eq!(Reserve::state(AssetId::Native).map(|state| state.income.fees), Some(shared));
		assert_eq!(native(&fees), EXISTENTIAL_DEPOSIT);
		// Guard: the first block of a session counts in it. Before, its author was looked up among
		// the validators of the last session, and paid as one of them.
		let authored: Vec<_> = breakwater_validators::Authored::<Runtime>::iter().collect();
		assert_eq!(authored, [(validator.clone(), 1)]);
	});
}

#[test]
fn transaction_should_be_refused_when_its_nonce_was_used() {
	let mut env = Env::development();
	env.run(|| {
		Executive::apply_extrinsic(signed(remark(), Who::Alice, 0)).expect("valid").expect("succeeds");
		let again = Executive::apply_extrinsic(signed(remark(), Who::Alice, 0));
		assert_eq!(again, Err(InvalidTransaction::Stale.into()));
	});
}

#[test]
fn transaction_should_be_refused_when_another_signed_it() {
	let mut env = Env::development();
	env.run(|| {
		let mut forged = signed(remark(), Who::Bob, 0);
		if let generic::Preamble::Signed(address, ..) = &mut forged.preamble {
			*address = Who::Alice.to_account_id().into();
		}
		assert_eq!(Executive::apply_extrinsic(forged), Err(InvalidTransaction::BadProof.into()));
	});
}

/// Returns the amount that an account pays for a transaction, and whether its call succeeds.
fn apply(env: &mut Env, call: impl Into<RuntimeCall>, who: Who) -> (Balance, bool) {
	let call = call.into();
	env.run(|| {
		let account = who.to_account_id();
		let native = || NativeAndAssets::balance(AssetId::Native, &account);
		let (before, nonce) = (native(), System::account_nonce(&account));
		let is_done = Executive::apply_extrinsic(signed(call, who, nonce)).expect("valid").is_ok();
		(before - native(), is_done)
	})
}

#[test]
fn feeding_should_be_free_when_useful_and_cost_a_fee_otherwise() {
	let mut env = Env::development();
	frame_support::assert_ok!(env.root(list_product_call(true)));
	// The first two come before there is a price. The third is the median.
	let first = OPERATORS.map(|who| apply(&mut env, feed_call(FEED, 1_000), who));
	assert!(first[0].0 > 0 && first[1].0 > 0 && first.iter().all(|(_, is_done)| *is_done));
	assert_eq!(first[2].0, 0);
	// The fee is for the work done, not for the most that could have been done.
	assert!(first[1].0 < 30 * MILLI_BRKW, "{}", first[1].0);
	env.pass_blocks(1);
	assert_eq!(apply(&mut env, feed_call(FEED, 1_000), OPERATORS[0]), (0, true));
	// One value an interval is free.
	assert!(apply(&mut env, feed_call(FEED, 1_000), OPERATORS[2]).0 > 0);
	// A refused call costs its fee, also when another account makes it.
	for who in [OPERATORS[0], Who::Alice] {
		let (fee, is_done) = apply(&mut env, feed_call(FEED, 1_000), who);
		assert!(fee > 0 && fee < 2 * MILLI_BRKW && !is_done, "{fee}");
	}
	env.pass_blocks(1);
}

/// Five operators feed as much as they can, in every block, on eight feeds each. Fees do not rise,
/// no transaction is kept from a block, and each value that is not needed costs them more.
#[test]
fn feeding_for_nothing_should_not_make_everything_dearer() {
	use frame_support::dispatch::DispatchClass;
	let mut env = Env::from_preset("local_testnet");
	for feed in 0..8 {
		let decision = Decision::Trigger(Trigger { feeds: FeedSet::One(FEED + feed), ..trigger() });
		frame_support::assert_ok!(env.root(list_call(Listing { decision, ..listing(true) })));
	}
	let five = [Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];
	let mut paid = 0;
	for block in 0..20u128 {
		let values: Vec<_> = (0..8).map(|feed| (FEED + feed, ONE + block)).collect();
		for who in five {
			let (fee, is_done) = apply(&mut env, values_call(&values), who);
			assert!(is_done);
			paid += fee;
			// The same feed eight times, as in the review.
			let (fee, is_done) = apply(&mut env, values_call(&[(FEED, ONE); 8]), who);
			assert!(!is_done && fee > 0);
		}
		let (normal, all) = env.run(|| {
			let weight = System::block_weight();
			(weight.get(DispatchClass::Normal).ref_time(), weight.total().ref_time())
		});
		// Feeds fill no part of the block that is for ordinary transactions, and leave room for
		// them.
		assert_eq!(normal, 0);
		assert!(all < 100_000_000_000, "{all}");
		env.pass_blocks(1);
	}
	let multiplier = env.run(pallet_transaction_payment::NextFeeMultiplier::<Runtime>::get);
	assert_eq!(multiplier, 1.into());
	println!("five operators, eight feeds, 20 blocks: {} thousandths of a BRKW", paid / MILLI_BRKW);
	assert!(paid > BRKW, "{paid}");
}

#[test]
fn feeds_should_come_before_transfers() {
	use sp_runtime::transaction_validity::TransactionSource;
	let mut env = Env::development();
	frame_support::assert_ok!(env.root(list_product_call(true)));
	env.pass_blocks(1);
	let priority = |env: &mut Env, call: RuntimeCall, who: Who| {
		env.run(|| {
			let source = TransactionSource::External;
			let transaction = signed(call, who, 0);
			Executive::validate_transaction(source, transaction, Default::default()).expect("valid").priority
		})
	};
	let transfer =
		pallet_balances::Call::transfer_allow_death { dest: Who::Bob.to_account_id().into(), value: BRKW };
	let transfer = priority(&mut env, transfer.into(), Who::Alice);
	for values in [1, 8] {
		let values: Vec<_> = (0..values).map(|feed| (FEED + feed, ONE)).collect();
		let feeds = priority(&mut env, values_call(&values).into(), Who::Charlie);
		assert!(
			feeds > 1_000 * transfer,
			"priorities: {} values {feeds}, a transfer {transfer}",
			values.len()
		);
	}
}

/// Ordinary transactions have filled their part of each block. Each honest operator still feeds the
/// crash in each of them.
#[test]
fn crash_should_be_reported_in_every_block_when_blocks_are_full() {
	use crate::configs::system::RuntimeBlockWeights;
	use frame_support::dispatch::DispatchClass;
	let mut env = Env::insured(true);
	let full = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.expect("a limit");
	for thousandths in (500..1_000).rev().step_by(25) {
		env.run(|| {
			System::register_extra_weight_unchecked(full, DispatchClass::Normal);
			let nonce = System::account_nonce(Who::Alice.to_account_id());
			let refused = Executive::apply_extrinsic(signed(remark(), Who::Alice, nonce));
			assert_eq!(refused, Err(InvalidTransaction::ExhaustsResources.into()));
		});
		for who in OPERATORS {
			assert!(apply(&mut env, feed_call(FEED, thousandths), who).1);
		}
		let price = env.run(|| Feeds::price(FEED, 0)).expect("three of three");
		assert_eq!(price.value, thousandths * ONE / 1_000);
		env.pass_blocks(1);
	}
}

#[test]
fn bare_call_should_be_refused() {
	let mut env = Env::development();
	env.run(|| {
		let bare = UncheckedExtrinsic::new_bare(remark());
		assert!(Executive::apply_extrinsic(bare).is_err());
	});
}

/// The share of a successful purchase's charge that a refused one is charged, in weight and in
/// fees.
#[test]
fn refused_purchases_should_be_charged_a_fraction_of_a_purchase() {
	use crate::configs::system::RuntimeBlockWeights;
	use breakwater_primitives::{Order, DAY};
	use frame_support::dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo};
	let mut env = Env::insured(true);
	// The last block may have ended a session, and be full.
	env.pass_blocks(1);
	env.feed(1_000);
	let mine = || order(0, 1_000 * USD, 30 * DAY, 1_000 * USD);
	let changed = |change: fn(&mut Order<AccountId>)| {
		let mut order = mine();
		change(&mut order);
		order
	};
	let mut paid = |order: Order<AccountId>| {
		env.run(|| {
			let call = breakwater_policies::Call::buy { order, beneficiary: None };
			let nonce = System::account_nonce(Who::Dave.to_account_id());
			let dave = || {
				NativeAndAssets::reducible_balance(
					AssetId::Native,
					&Who::Dave.to_account_id(),
					frame_support::traits::tokens::Preservation::Expendable,
					frame_support::traits::tokens::Fortitude::Polite,
				)
			};
			let (before, held) = (dave(), Balances::reserved_balance(Who::Dave.to_account_id()));
			let extrinsic = signed(call.into(), Who::Dave, nonce);
			// The extensions, and being a transaction at all, cost alike.
			let base = RuntimeBlockWeights::get().get(DispatchClass::Normal).base_extrinsic;
			let alike = (extrinsic.get_dispatch_info().extension_weight + base).ref_time();
			let result = Executive::apply_extrinsic(extrinsic).expect("valid");
			let held = Balances::reserved_balance(Who::Dave.to_account_id()) - held;
			let last = System::read_events_no_consensus().filter_map(|record| match record.event {
				RuntimeEvent::System(
					frame_system::Event::ExtrinsicSuccess { dispatch_info }
					| frame_system::Event::ExtrinsicFailed { dispatch_info, .. },
				) => Some(DispatchInfo { call_weight: dispatch_info.weight, ..Default::default() }),
				_ => None,
			});
			let weight = last.last().expect("it was applied").call_weight;
			(result.is_ok(), weight.ref_time() - alike, before - dave() - held)
		})
	};
	let unknown = paid(changed(|order| order.product = 9));
	let terms = paid(changed(|order| order.version = 2));
	let limit = paid(changed(|order| order.max_premium = 1));
	let bought = paid(mine());
	let figures = [
		("unknown product", unknown),
		("terms changed", terms),
		("above the limit", limit),
		("bought", bought),
	];
	for (what, (_, weight, fee)) in figures {
		println!("{what}: {} µs, {} millionths of a BRKW", weight / 1_000_000, fee / MICRO_BRKW);
	}
	assert_eq!([unknown.0, terms.0, limit.0, bought.0], [false, false, false, true]);
	assert!(terms.1 * 5 < bought.1 && limit.1 * 2 < bought.1 && unknown.1 < terms.1);
	assert!(terms.2 * 2 < bought.2 && limit.2 * 3 < bought.2 * 2);
}

#[test]
fn transactions_should_find_room_when_a_session_begins() {
	let mut env = Env::development();
	let weights = RuntimeBlockWeights::get();
	let mut weigh = |gap| {
		env.next_block(gap);
		env.run(|| (Session::current_index(), System::block_weight()))
	};
	let (before, usual) = weigh(SLOT_DURATION);
	let (after, first) = weigh(EPOCH_DURATION_IN_SLOTS * SLOT_DURATION);
	assert_eq!(after, before + 1, "a session has begun");
	let mandatory = |weight: &frame_system::ConsumedWeight| weight.get(DispatchClass::Mandatory).ref_time();
	let end = session_end().ref_time();
	assert!(mandatory(&first) >= end, "its end is charged");
	// Idle work of a block is mandatory too.
	assert!(mandatory(&first) <= mandatory(&usual) + 2 * end, "and nothing else");
	assert!(first.total().all_lte(weights.max_block.saturating_div(10)), "the block is nearly empty");
}
