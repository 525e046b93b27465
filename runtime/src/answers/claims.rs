// SPDX-License-Identifier: Apache-2.0

//! Incidents, claims and triggers.

use super::{clocks, name_of, policies::held_by, units::*, Trigger, MAX_PAGE, MAX_POLICIES};
use crate::{AccountId, Balance, Claims, Policies, Runtime};
use alloc::{string::String, vec::Vec};
use breakwater_primitives as raw;
use codec::{Decode, Encode};
use raw::{interest::Position, ClaimPhase, IncidentId, PolicyId, PoolId, ProductId};
use scale_info::TypeInfo;
use sp_core::H256;

/// An incident as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentState {
	/// The incident's number.
	pub incident: IncidentId,
	/// The product.
	pub product: ProductId,
	/// The product's name.
	pub product_name: String,
	/// The stage, with its deadline.
	pub phase: IncidentPhase,
	/// The time at which the event happened: that of the first breach, or as its opener or a ruling
	/// says.
	pub occurred_at: Date,
	/// The time at which the incident was opened.
	pub opened_at: Date,
	/// The opener. None for a trigger or a referendum.
	pub opened_by: Option<AccountId>,
	/// The worst average so far. None where people judge, or before the first average.
	pub worst: Option<Number>,
	/// The table of losses, once a table is upheld.
	pub table: Option<LossTable>,
	/// The rulings, by their numbers.
	pub rulings: Vec<RulingState>,
	/// The bond that a further ruling has to put up.
	pub next_bond: Amount,
	/// The asset of bonds and claims. None while it is not known.
	pub asset: Option<Asset>,
	/// The account that holds the money for the incident's claims.
	pub escrow: AccountId,
	/// The money in the escrow.
	pub in_escrow: Amount,
	/// The number of claims registered.
	pub claims: u32,
	/// The sum of the claims registered.
	pub claimed: Amount,
	/// The number of claims that were paid everything available for them.
	pub claims_paid: u32,
	/// The time at which payouts that were not taken go to the reserve.
	pub closes: Option<Deadline>,
	/// The pools of the incident.
	pub pools: Vec<IncidentPool>,
}

impl IncidentState {
	/// Returns an incident, or `None` for an unknown one.
	pub fn of(incident: IncidentId) -> Option<Self> {
		let state = Claims::incident_state(incident)?;
		let asset = state.asset.map(Asset::of).or_else(|| asset_of(state.product));
		let clocks = clocks();
		let amount = |units| match &asset {
			Some(asset) => asset.amount(units),
			// An incident has a product, and a product an asset.
			None => Amount { units, text: String::new() },
		};
		let rulings: Vec<_> = state
			.rulings
			.into_iter()
			.zip(0..)
			.map(|(ruling, number)| RulingState {
				ruling: number,
				who: ruling.who,
				bond: amount(ruling.bond),
				verdict: Verdict::of(ruling.verdict, &amount),
				uri: text(&ruling.uri),
			})
			.collect();
		Some(Self {
			incident,
			product: state.product,
			product_name: name_of(state.product),
			phase: IncidentPhase::of(state.phase, &state.choices, &amount, clocks),
			occurred_at: state.occurred_at.into(),
			opened_at: state.opened_at.into(),
			opened_by: state.opened_by,
			worst: (state.worst > 0).then(|| state.worst.into()),
			table: state.table.map(|table| LossTable::of(table, &amount)),
			rulings,
			next_bond: amount(state.next_bond),
			escrow: state.escrow,
			in_escrow: amount(state.in_escrow),
			claims: state.claims,
			claimed: amount(state.claimed),
			claims_paid: state.claims_paid,
			closes: state.closes_at.map(|at| clocks.until_active(at)),
			pools: state.pools.iter().map(|pool| IncidentPool::of(pool, &amount)).collect(),
			asset,
		})
	}

	/// Returns a page of all incidents, the newest first.
	pub fn page(after: Option<IncidentId>, limit: u32) -> Page<Self> {
		let end = breakwater_claims::NextIncident::<Runtime>::get();
		Page::of(falling(after, end), limit, MAX_PAGE, Self::of)
	}
}

/// Returns the asset of a product.
fn asset_of(product: ProductId) -> Option<Asset> {
	Some(Asset::of(breakwater_products::Products::<Runtime>::get(product)?.asset))
}

/// The stage of an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum IncidentPhase {
	/// The breach has to last. Then the incident is upheld.
	#[codec(index = 0)]
	Observing {
		/// The end of the observation.
		until: Due,
	},
	/// Data are missing. The incident goes to judgement if they do not come back.
	#[codec(index = 1)]
	Undecided {
		/// The beginning of judgement.
		until: Deadline,
	},
	/// A ruling has to be proposed (`claims.proposeRuling`). Otherwise the incident is rejected.
	#[codec(index = 2)]
	Judgement {
		/// The end of this stage.
		until: Deadline,
	},
	/// Upheld. The policies are being walked.
	#[codec(index = 3)]
	Tallying,
	/// The pools are being charged.
	#[codec(index = 4)]
	Settling,
	/// Claims are being paid.
	#[codec(index = 5)]
	Paying,
	/// Everything payable is paid.
	#[codec(index = 6)]
	Paid,
	/// Rejected.
	#[codec(index = 7)]
	Rejected,
	/// The incident waits for the end of the one that was opened on the product before.
	#[codec(index = 8)]
	Waiting,
	/// Another ruling can be proposed (`claims.proposeRuling`). A ruling without a challenge
	/// stands.
	#[codec(index = 9)]
	Challenge {
		/// The end of this stage.
		until: Deadline,
	},
	/// Referenda choose between the rulings.
	#[codec(index = 10)]
	Case {
		/// The choices, each with its referendum.
		choices: Vec<Choice>,
		/// True if it is the second attempt, after which the incident ends.
		is_second: bool,
	},
	/// Upheld. Claims can be registered (`claims.claim`). Then pools that have not paid yet are
	/// charged.
	#[codec(index = 11)]
	Claiming {
		/// The end of this stage.
		until: Deadline,
	},
	/// Over. Its records are being removed.
	#[codec(index = 12)]
	Closing,
	/// Over.
	#[codec(index = 13)]
	Closed,
	/// Upheld by its data. It waits for the end of the incident that was opened on the product
	/// before.
	#[codec(index = 14)]
	Queued,
}

impl IncidentPhase {
	fn of(
		phase: raw::IncidentPhase,
		choices: &[raw::ChoiceState],
		amount: &impl Fn(Balance) -> Amount,
		clocks: Clocks,
	) -> Self {
		let active = |moment| clocks.until_active(moment);
		match phase {
			raw::IncidentPhase::Observing { until } => Self::Observing { until: clocks.until(until) },
			raw::IncidentPhase::Undecided { until } => Self::Undecided { until: active(until) },
			raw::IncidentPhase::Judgement { until } => Self::Judgement { until: active(until) },
			raw::IncidentPhase::Tallying => Self::Tallying,
			raw::IncidentPhase::Settling => Self::Settling,
			raw::IncidentPhase::Paying => Self::Paying,
			raw::IncidentPhase::Paid => Self::Paid,
			raw::IncidentPhase::Rejected => Self::Rejected,
			raw::IncidentPhase::Waiting => Self::Waiting,
			raw::IncidentPhase::Challenge { until } => Self::Challenge { until: active(until) },
			raw::IncidentPhase::Case { is_second, .. } => {
				let shown = |choice: &raw::ChoiceState| Choice {
					referendum: choice.referendum,
					choice: choice.choice,
					verdict: Verdict::of(choice.verdict, amount),
				};
				Self::Case { choices: choices.iter().map(shown).collect(), is_second }
			}
			raw::IncidentPhase::Claiming { until } => Self::Claiming { until: active(until) },
			raw::IncidentPhase::Closing => Self::Closing,
			raw::IncidentPhase::Closed => Self::Closed,
			raw::IncidentPhase::Queued => Self::Queued,
		}
	}
}

/// A choice of a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Choice {
	/// The referendum on this choice. A vote for the choice is aye.
	pub referendum: u32,
	/// The number of the choice, as `claims.adoptRuling` names it.
	pub choice: u32,
	/// The verdict that it adopts.
	pub verdict: Verdict,
}

/// A verdict on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Verdict {
	/// No covered event happened.
	#[codec(index = 0)]
	NotCovered,
	/// Positions lost the amounts of a table.
	#[codec(index = 1)]
	Losses {
		/// The time at which it happened.
		occurred_at: Date,
		/// The table.
		table: LossTable,
	},
	/// The trigger's average was at its worst at a price.
	#[codec(index = 2)]
	Worst {
		/// The time at which it happened.
		occurred_at: Date,
		/// The worst average.
		worst: Number,
	},
}

impl Verdict {
	fn of(verdict: raw::Verdict, amount: &impl Fn(Balance) -> Amount) -> Self {
		match verdict {
			raw::Verdict::NotCovered => Self::NotCovered,
			raw::Verdict::Losses { occurred_at, table } => {
				Self::Losses { occurred_at: occurred_at.into(), table: LossTable::of(table, amount) }
			}
			raw::Verdict::Worst { occurred_at, worst } => {
				Self::Worst { occurred_at: occurred_at.into(), worst: worst.into() }
			}
		}
	}
}

/// A table of losses by position.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct LossTable {
	/// The root of its merkle tree.
	pub root: H256,
	/// The number of positions.
	pub leaves: u32,
	/// The sum of all losses.
	pub total: Amount,
}

impl LossTable {
	fn of(table: raw::LossTable, amount: &impl Fn(Balance) -> Amount) -> Self {
		Self { root: table.root, leaves: table.leaves, total: amount(table.total) }
	}
}

/// A ruling on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RulingState {
	/// The ruling's number.
	pub ruling: u32,
	/// The proposer.
	pub who: AccountId,
	/// The bond. Zero once it was decided on.
	pub bond: Amount,
	/// The verdict.
	pub verdict: Verdict,
	/// The place where the reasons and the table can be read.
	pub uri: String,
}

/// An incident's part in one pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentPool {
	/// The pool.
	pub pool: PoolId,
	/// The most that the pool can be charged.
	pub pin: Amount,
	/// True if the pool pays claims as they are registered. Otherwise it is charged when all are
	/// known.
	pub pays_at_once: bool,
	/// The sum of the claims on the pool so far.
	pub loss: Amount,
	/// The amount that the pool gave.
	pub from_pool: Amount,
	/// The amount that the reserve gave.
	pub from_reserve: Amount,
	/// The amount that the reserve owes.
	pub owed_by_reserve: Amount,
	/// The amount that the pool owes.
	pub owed_by_pool: Amount,
	/// True if only recoveries can lessen the amounts that are owed.
	pub is_final: bool,
	/// The amount paid to claims so far.
	pub paid: Amount,
}

impl IncidentPool {
	fn of(pool: &raw::IncidentPool, amount: &impl Fn(Balance) -> Amount) -> Self {
		let settlement = &pool.settlement;
		Self {
			pool: pool.pool,
			pin: amount(pool.pin),
			pays_at_once: pool.pays_at_once,
			loss: amount(pool.loss),
			from_pool: amount(settlement.from_pool),
			from_reserve: amount(settlement.from_reserve),
			owed_by_reserve: amount(settlement.owed_by_reserve),
			owed_by_pool: amount(settlement.owed_by_pool),
			is_final: settlement.is_final,
			paid: amount(pool.paid),
		}
	}
}

/// A claim as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimState {
	/// The incident.
	pub incident: IncidentId,
	/// The policy.
	pub policy: PolicyId,
	/// The stage of the claim.
	pub phase: ClaimPhase,
	/// The asset.
	pub asset: Asset,
	/// The sum of the claim.
	pub claimed: Amount,
	/// The amount paid.
	pub paid: Amount,
	/// The amount available for the claim and not paid yet. `claims.collect` takes it.
	pub due: Amount,
	/// The parts of the claim, one for each of its pools.
	pub parts: Vec<ClaimPart>,
}

impl ClaimState {
	/// Returns the claim of a policy in an incident, or `None` if there is none.
	pub fn of(incident: IncidentId, policy: PolicyId) -> Option<Self> {
		Self::shown(Claims::claim_state(incident, policy)?)
	}

	fn shown(state: raw::ClaimState) -> Option<Self> {
		let product = breakwater_claims::Incidents::<Runtime>::get(state.incident)?.product;
		let asset = asset_of(product)?;
		let part = |part: &raw::ClaimPart| ClaimPart {
			pool: part.pool,
			claimed: asset.amount(part.claimed),
			paid: asset.amount(part.paid),
		};
		Some(Self {
			incident: state.incident,
			policy: state.policy,
			phase: state.phase,
			claimed: asset.amount(state.claimed),
			paid: asset.amount(state.paid),
			due: asset.amount(state.due),
			parts: state.parts.iter().map(part).collect(),
			asset,
		})
	}

	/// Returns the claims of a page of a holder's policies, those of the newest policy first. It
	/// can be empty although there is a next one.
	pub fn page(who: &AccountId, after: Option<PolicyId>, limit: u32) -> Page<Self> {
		let claims = |policy| Some(Claims::claims_of(policy).into_iter().filter_map(Self::shown));
		let Page { items, next } = Page::of(held_by(who, after), limit, MAX_POLICIES, claims);
		Page { items: items.into_iter().flatten().collect(), next }
	}
}

/// One pool's part of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimPart {
	/// The pool.
	pub pool: PoolId,
	/// The amount claimed of the pool.
	pub claimed: Amount,
	/// The amount paid.
	pub paid: Amount,
}

/// The statement that a position's key signs for a claim.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Statement {
	/// The text to sign, without any change.
	pub text: String,
	/// The position whose key signs it.
	pub position: Position,
}

impl Statement {
	/// Returns the statement for a claim of a policy in an incident, or `None` if the policy names
	/// no position.
	pub fn of(incident: IncidentId, policy: PolicyId) -> Option<Self> {
		let position = Policies::policy_state(policy)?.position?;
		// The statement is printable ASCII, so no byte is replaced.
		Some(Self { text: text(&Claims::claim_statement(incident, policy)?), position })
	}
}

/// The bond for opening an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OpeningBond {
	/// The asset of the bond.
	pub asset: Asset,
	/// The bond: the least `max_bond` of `claims.open`.
	pub bond: Amount,
	/// The inconclusive incidents that can be opened again. An opening for an event before the
	/// `opened_at` of one is an opening of that incident.
	pub reopenings: Vec<Reopening>,
}

/// An inconclusive incident that can be opened again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Reopening {
	/// The incident's number.
	pub incident: IncidentId,
	/// The time at which the incident was opened first.
	pub opened_at: Date,
	/// The end of its window. None while an incident of the product is open, as the window stands
	/// still then.
	pub until: Option<Deadline>,
	/// The bond for opening the incident again.
	pub bond: Amount,
}

impl OpeningBond {
	/// Returns the bond on a product, or the reason why `claims.open` would refuse.
	pub fn of(product: ProductId) -> Result<Self, Refusal> {
		let units = Claims::opening_bond(product)?;
		let unknown = breakwater_claims::Error::<Runtime>::UnknownProduct;
		let asset = asset_of(product).ok_or(sp_runtime::DispatchError::from(unknown))?;
		let again = Claims::reopening_bond(product)?;
		let reopenings = Claims::reopenings(product).into_iter().map(|(known, until)| Reopening {
			incident: known.incident,
			opened_at: known.opened_at.into(),
			until: until.map(|until| clocks().until_active(until)),
			bond: asset.amount(again),
		});
		Ok(Self { bond: asset.amount(units), reopenings: reopenings.collect(), asset })
	}
}

/// The trigger of a product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TriggerState {
	/// The product.
	pub product: ProductId,
	/// The product's name.
	pub name: String,
	/// True if cover can be sold: the trigger is armed, with a full window of fresh data, and no
	/// incident is open.
	pub is_ready: bool,
	/// The stage of the trigger.
	pub phase: WatchPhase,
	/// The deciding time-weighted average. None without a full window of fresh data of every feed.
	pub average: Option<Number>,
	/// The last moment that was evaluated.
	pub evaluated_to: Date,
	/// The product's open incident.
	pub incident: Option<IncidentId>,
	/// The incident of a later breach, which is observed beside the open one.
	pub behind: Option<IncidentId>,
	/// The trigger.
	pub trigger: Trigger,
}

impl TriggerState {
	/// Returns the trigger of a product, or `None` before the first data and for a delisted
	/// product.
	pub fn of(product: ProductId) -> Option<Self> {
		let state = Claims::trigger_state(product)?;
		Some(Self {
			product,
			name: name_of(product),
			is_ready: state.ready,
			phase: match state.phase {
				raw::WatchPhase::Starting => WatchPhase::Starting,
				raw::WatchPhase::Armed => WatchPhase::Armed,
				raw::WatchPhase::Observing { since } => WatchPhase::Observing { since: since.into() },
				raw::WatchPhase::Undecided => WatchPhase::Undecided,
				raw::WatchPhase::Disarmed { recovered_since } => {
					WatchPhase::Disarmed { recovered_since: recovered_since.map(Date::from) }
				}
			},
			average: state.average.map(Number::from),
			evaluated_to: state.evaluated_to.into(),
			incident: state.incident,
			behind: state.behind,
			trigger: Trigger::of(&state.trigger),
		})
	}
}

/// The stage of a trigger.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum WatchPhase {
	/// No average has been seen yet.
	#[codec(index = 0)]
	Starting,
	/// A breach opens an incident.
	#[codec(index = 1)]
	Armed,
	/// A breach is lasting.
	#[codec(index = 2)]
	Observing {
		/// The beginning of the breach.
		since: Date,
	},
	/// Data went missing during a breach.
	#[codec(index = 3)]
	Undecided,
	/// A breach has no effect until the average has been on the good side for the trigger's
	/// duration.
	#[codec(index = 4)]
	Disarmed {
		/// The beginning of the recovery. None while the trigger is breached.
		recovered_since: Option<Date>,
	},
}
