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
