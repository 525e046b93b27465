//! Signed transactions: fees, nonces, signatures.

use super::env::*;
use crate::{constants::*, *};
use codec::Encode;
use frame_support::traits::fungibles::Inspect;
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
fn fee_should_go_to_the_treasury_whole() {
	let mut env = Env::development();
	let alice = Who::Alice.to_account_id();
	let (paid, taken) = env.run(|| {
		let native = |who: &AccountId| NativeAndAssets::balance(AssetId::Native, who);
		let (payer, treasury) = (native(&alice), native(&treasury()));
		Executive::apply_extrinsic(signed(remark(), Who::Alice, 0)).expect("valid").expect("succeeds");
		(payer - native(&alice), native(&super::env::treasury()) - treasury)
	});
	assert!(paid > 0 && paid < 10 * MILLI_BRKW, "{paid}");
	assert_eq!(paid, taken);
	env.pass_blocks(1);
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

#[test]
fn feeding_should_be_free_for_operators_and_not_for_others() {
	let mut env = Env::development();
	frame_support::assert_ok!(env.root(list_product_call(true)));
	let charlie = Who::Charlie.to_account_id();
	let alice = Who::Alice.to_account_id();
	let (operator, other) = env.run(|| {
		let native = |who: &AccountId| NativeAndAssets::balance(AssetId::Native, who);
		let before = (native(&charlie), native(&alice));
		Executive::apply_extrinsic(signed(feed_call(FEED, 1_000).into(), Who::Charlie, 0))
			.expect("valid")
			.expect("succeeds");
		let refused = Executive::apply_extrinsic(signed(feed_call(FEED, 1_000).into(), Who::Alice, 0));
		assert!(refused.expect("valid").is_err());
		(before.0 - native(&charlie), before.1 - native(&alice))
	});
	assert_eq!(operator, 0);
	assert!(other > 0);
}

#[test]
fn bare_call_should_be_refused() {
	let mut env = Env::development();
	env.run(|| {
		let bare = UncheckedExtrinsic::new_bare(remark());
		assert!(Executive::apply_extrinsic(bare).is_err());
	});
}

/// What a refused purchase is charged of what a successful one is, in weight and in fees.
#[test]
fn refused_purchases_should_be_charged_a_fraction_of_a_purchase() {
	use breakwater_primitives::{Order, DAY};
	use frame_support::dispatch::DispatchInfo;
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
			let result = Executive::apply_extrinsic(signed(call.into(), Who::Dave, nonce)).expect("valid");
			let held = Balances::reserved_balance(Who::Dave.to_account_id()) - held;
			let last = System::read_events_no_consensus().filter_map(|record| match record.event {
				RuntimeEvent::System(
					frame_system::Event::ExtrinsicSuccess { dispatch_info }
					| frame_system::Event::ExtrinsicFailed { dispatch_info, .. },
				) => Some(DispatchInfo { call_weight: dispatch_info.weight, ..Default::default() }),
				_ => None,
			});
			let weight = last.last().expect("it was applied").call_weight;
			(result.is_ok(), weight.ref_time(), before - dave() - held)
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
	assert!(terms.1 * 5 < bought.1 && limit.1 * 4 < bought.1 && unknown.1 < terms.1);
	assert!(terms.2 * 4 < bought.2 && limit.2 * 3 < bought.2);
}
