// SPDX-License-Identifier: Apache-2.0

//! Policies.

use super::{clocks, name_of, products::placed, units::*, Placed, MAX_POLICIES};
use crate::{AccountId, Policies, Runtime};
use alloc::{format, string::String, vec::Vec};
use breakwater_primitives::{
	interest::InsuredAccount, PolicyId, PolicyPhase, ProductId, RenewalState, TermsVersion,
};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// A policy as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PolicyState {
	/// The policy's number.
	pub policy: PolicyId,
	/// The policy in one line.
	pub summary: String,
	/// The holder, to whom the policy pays.
	pub holder: AccountId,
	/// The product.
	pub product: ProductId,
	/// The product's name.
	pub product_name: String,
	/// The stage of its life.
	pub phase: PolicyPhase,
	/// The beginning of cover.
	pub starts_at: Due,
	/// The end of cover.
	pub ends_at: Due,
	/// The asset of premium, cover and payout.
	pub asset: Asset,
	/// The cover bought, less the cover given back.
	pub cover: Amount,
	/// The cover not claimed yet.
	pub cover_left: Amount,
	/// The added cover that has not begun.
	pub increases: Vec<Increase>,
	/// The premium paid.
	pub premium: Amount,
	/// The premium not earned yet, rounded down.
	pub unearned: Amount,
	/// The distributor's commission that is not earned yet. It comes back whole.
	pub commission: Amount,
	/// The amount that cancelling gives back now. It is zero while an incident is open on the
	/// product.
	pub refund: Amount,
	/// The version of the terms under which the policy was bought.
	pub version: TermsVersion,
	/// The insured account whose loss the policy covers, for a product that people assess.
	pub insured_account: Option<InsuredAccount>,
	/// The pools that back the policy.
	pub placement: Vec<Placed>,
	/// The renewals; none if it is not renewed.
	pub renewal: Option<Renewal>,
}

impl PolicyState {
	/// Returns a policy, or `None` for an unknown or pruned one.
	pub fn of(policy: PolicyId) -> Option<Self> {
		let state = Policies::policy_state(policy)?;
		let asset = Asset::of(state.asset);
		let (clocks, product_name) = (clocks(), name_of(state.product));
		let (starts_at, ends_at) = (clocks.until(state.starts_at), clocks.until(state.ends_at));
		let summary = format!(
			"{} on {product_name} from {} to {} (UTC), {:?}",
			asset.amount(state.cover_left).text,
			starts_at.at.utc,
			ends_at.at.utc,
			state.phase
		);
		let increase =
			|(starts_at, cover)| Increase { starts_at: clocks.until(starts_at), cover: asset.amount(cover) };
		Some(Self {
			policy,
			summary,
			holder: state.holder,
			product: state.product,
			product_name,
			phase: state.phase,
			starts_at,
			ends_at,
			cover: asset.amount(state.cover),
			cover_left: asset.amount(state.cover_left),
			increases: state.increases.into_iter().map(increase).collect(),
			premium: asset.amount(state.premium),
			unearned: asset.amount(state.unearned),
			commission: asset.amount(state.commission),
			refund: asset.amount(state.refund),
			version: state.version,
			insured_account: state.insured_account,
			placement: placed(&state.placement, &asset),
			renewal: state.renewal.map(|renewal| Renewal::of(renewal, &asset, clocks)),
			asset,
		})
	}

	/// Returns a page of a holder's policies, the newest first.
	pub fn page(who: &AccountId, after: Option<PolicyId>, limit: u32) -> Page<Self> {
		Page::of(held_by(who, after), limit, MAX_POLICIES, Self::of)
	}
}

/// Returns the numbers of a holder's policies before `after`, the newest first. All of them are
/// read: storage has them in no order.
pub(super) fn held_by(who: &AccountId, after: Option<PolicyId>) -> Vec<PolicyId> {
	let mut ids: Vec<_> = breakwater_policies::ByHolder::<Runtime>::iter_key_prefix(who)
		.filter(|policy| after.is_none_or(|last| *policy < last))
		.collect();
	ids.sort_unstable_by(|one, other| other.cmp(one));
	ids
}

/// An addition of cover to a policy.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Increase {
	/// The beginning of the added cover.
	pub starts_at: Due,
	/// The added cover.
	pub cover: Amount,
}

/// The renewals of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Renewal {
	/// The money paid in for renewals and not used yet.
	pub renewal_balance: Amount,
	/// The most that one renewal may cost.
	pub max_premium: Amount,
	/// The time by which the policy is renewed each time.
	pub period: Span,
	/// The next attempt. None if there is no further attempt, and the renewal balance waits for the
	/// holder.
	pub next_attempt: Option<Due>,
}

impl Renewal {
	fn of(renewal: RenewalState, asset: &Asset, clocks: Clocks) -> Self {
		Self {
			renewal_balance: asset.amount(renewal.renewal_balance),
			max_premium: asset.amount(renewal.max_premium),
			period: renewal.period.into(),
			next_attempt: renewal.next_attempt.map(|at| clocks.until(at)),
		}
	}
}
