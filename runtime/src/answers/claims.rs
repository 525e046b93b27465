// SPDX-License-Identifier: Apache-2.0

//! Incidents, claims and triggers.

use super::court::CaseStage;
use super::{clocks, name_of, policies::held_by, units::*, Trigger, MAX_PAGE, MAX_POLICIES};
use crate::{cases::Matter, AccountId, Assessment, Balance, Cases, Claims, Policies, Runtime, Triggers};
use alloc::{string::String, vec::Vec};
use breakwater_primitives as raw;
use codec::{Decode, Encode};
use raw::{interest::InsuredAccount, ClaimPhase, IncidentId, PolicyId, PoolId, ProductId};
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
	/// The time at which the event happened: that of the first breach, or as its reporter or an
	/// accepted outcome says.
	pub occurred_at: Date,
	/// The time at which the incident was opened.
	pub opened_at: Date,
	/// The reporter. None for a trigger or a referendum.
	pub reporter: Option<AccountId>,
	/// The binding average so far. None where people assess, or before the first average.
	pub binding: Option<Number>,
	/// The table of losses, once a table is upheld.
	pub table: Option<LossTable>,
	/// The outcome proposals, by their numbers.
	pub proposals: Vec<OutcomeState>,
	/// The bond of a further outcome proposal.
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
		let assessment = Assessment::assessment_state(incident);
		let observation = Triggers::observation_state(state.product, incident);
		let asset = asset_of(state.product);
		let clocks = clocks();
		let amount = |units| match &asset {
			Some(asset) => asset.amount(units),
			// An incident has a product, and a product an asset.
			None => Amount { units, text: String::new() },
		};
		let (binding, table) = match state.upheld {
			Some(raw::Upheld::Average(binding)) => (Some(binding), None),
			Some(raw::Upheld::Losses(table)) => (None, Some(table)),
			None => (observation.and_then(|observed| observed.binding), None),
		};
		let phase = IncidentPhase::of(state.phase, observation, assessment.as_ref(), &amount, clocks);
		let (reporter, next_bond, proposals) = match assessment {
			Some(assessment) => (assessment.reporter, assessment.next_bond, assessment.proposals),
			None => Default::default(),
		};
		let proposals = proposals.into_iter().zip(0..).map(|(proposal, number)| OutcomeState {
			proposal: number,
			who: proposal.who,
			bond: amount(proposal.bond),
			verdict: Verdict::of(proposal.verdict, &amount),
			uri: text(&proposal.uri),
		});
		Some(Self {
			incident,
			product: state.product,
			product_name: name_of(state.product),
			phase,
			occurred_at: state.occurred_at.into(),
			opened_at: state.opened_at.into(),
			reporter,
			binding: binding.map(Number::from),
			table: table.map(|table| LossTable::of(table, &amount)),
			proposals: proposals.collect(),
			next_bond: amount(next_bond),
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
	/// Data are missing. People assess the incident if they do not come back.
	#[codec(index = 1)]
	Undecided {
		/// The beginning of the assessment.
		until: Deadline,
	},
	/// People have to assess it, after the end of the incident that was opened on the product
	/// before.
	#[codec(index = 2)]
	Waiting,
	/// An outcome has to be proposed (`assessment.proposeOutcome`). Otherwise the incident is
	/// rejected.
	#[codec(index = 3)]
	Assessment {
		/// The end of this stage.
		until: Deadline,
	},
	/// Another outcome can be proposed (`assessment.proposeOutcome`). A proposal without a
	/// challenge is accepted.
	#[codec(index = 4)]
	Challenge {
		/// The end of this stage.
		until: Deadline,
	},
	/// A panel of the court chooses between the outcome proposals, or the voters where no panel
	/// does. If none is chosen, the proposal with the largest bond is accepted; of equal bonds the
	/// earlier one.
	#[codec(index = 5)]
	Case {
		/// The number of the court's case.
		case: u32,
		/// The stage of the case, with its deadline.
		stage: CaseStage,
		/// The choices.
		choices: Vec<Choice>,
	},
	/// Upheld by its data. It waits for the end of the incident that was opened on the product
	/// before.
	#[codec(index = 6)]
	Queued,
	/// Upheld. The policies are being walked.
	#[codec(index = 7)]
	AssessingClaims,
	/// Upheld. Claims can be registered (`claims.claim`). Then pools that have not paid yet are
	/// charged.
	#[codec(index = 8)]
	Claiming {
		/// The end of this stage.
		until: Deadline,
	},
	/// The pools are being charged.
	#[codec(index = 9)]
	Settling,
	/// Claims are being paid.
	#[codec(index = 10)]
	Paying,
	/// Everything payable is paid.
	#[codec(index = 11)]
	Paid,
	/// Rejected.
	#[codec(index = 12)]
	Rejected,
	/// Over. Its records are being removed.
	#[codec(index = 13)]
	Closing,
	/// Over.
	#[codec(index = 14)]
	Closed,
}

impl IncidentPhase {
	/// Returns the stage, in the words of the pallet that deals with the incident.
	fn of(
		phase: raw::IncidentPhase,
		observation: Option<raw::ObservationState>,
		assessment: Option<&raw::AssessmentState<AccountId>>,
		amount: &impl Fn(Balance) -> Amount,
		clocks: Clocks,
	) -> Self {
		match phase {
			raw::IncidentPhase::Observation => match observation.map(|observed| observed.phase) {
				Some(raw::ObservationPhase::Observing { until }) => {
					Self::Observing { until: clocks.until(until) }
				}
				Some(raw::ObservationPhase::Undecided { until }) => {
					Self::Undecided { until: clocks.until_active(until) }
				}
				// A trigger observes each incident that it decides.
				None => Self::Waiting,
			},
			raw::IncidentPhase::Assessment => {
				assessment.map_or(Self::Waiting, |assessment| Self::of_assessment(assessment, amount, clocks))
			}
			raw::IncidentPhase::Claiming { until } => Self::Claiming { until: clocks.until_active(until) },
			raw::IncidentPhase::Queued => Self::Queued,
			raw::IncidentPhase::AssessingClaims => Self::AssessingClaims,
			raw::IncidentPhase::Settling => Self::Settling,
			raw::IncidentPhase::Paying => Self::Paying,
			raw::IncidentPhase::Paid => Self::Paid,
			raw::IncidentPhase::Rejected => Self::Rejected,
			raw::IncidentPhase::Closing => Self::Closing,
			raw::IncidentPhase::Closed => Self::Closed,
		}
	}

	fn of_assessment(
		assessment: &raw::AssessmentState<AccountId>,
		amount: &impl Fn(Balance) -> Amount,
		clocks: Clocks,
	) -> Self {
		let active = |moment| clocks.until_active(moment);
		match assessment.phase {
			raw::AssessmentPhase::Open { until } => Self::Assessment { until: active(until) },
			raw::AssessmentPhase::Challenge { until } => Self::Challenge { until: active(until) },
			raw::AssessmentPhase::Case { case, .. } => {
				let record = breakwater_court::Cases::<Runtime>::get(case);
				let matter = record.as_ref().map(|record| Matter::Proposals(record.dispute.subject));
				let shown = |choice: &raw::ChoiceState| Choice {
					referendum: matter.and_then(|matter| Cases::referendum_on(matter, choice.choice)),
					choice: choice.choice,
					verdict: Verdict::of(choice.verdict, amount),
				};
				let stage = record.map_or(CaseStage::Ended, |record| CaseStage::of(&record, clocks));
				Self::Case { case, stage, choices: assessment.choices.iter().map(shown).collect() }
			}
			// One that is decided is in another stage.
			raw::AssessmentPhase::Waiting | raw::AssessmentPhase::Decided => Self::Waiting,
		}
	}
}

/// A choice of a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Choice {
	/// The referendum on this choice, if the voters choose. A vote for the choice is aye.
	pub referendum: Option<u32>,
	/// The choice, as votes and appeals name it.
	pub choice: raw::Choice,
	/// The verdict that it adopts.
	pub verdict: Verdict,
}

/// A verdict on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Verdict {
	/// No covered event happened.
	#[codec(index = 0)]
	NotCovered,
	/// Insured accounts lost the amounts of a table.
	#[codec(index = 1)]
	Losses {
		/// The time at which it happened.
		occurred_at: Date,
		/// The table.
		table: LossTable,
	},
	/// The trigger's binding average was a price.
	#[codec(index = 2)]
	Average {
		/// The time at which it happened.
		occurred_at: Date,
		/// The binding average.
		average: Number,
	},
}

impl Verdict {
	fn of(verdict: raw::Verdict, amount: &impl Fn(Balance) -> Amount) -> Self {
		match verdict {
			raw::Verdict::NotCovered => Self::NotCovered,
			raw::Verdict::Losses { occurred_at, table } => {
				Self::Losses { occurred_at: occurred_at.into(), table: LossTable::of(table, amount) }
			}
			raw::Verdict::Average { occurred_at, average } => {
				Self::Average { occurred_at: occurred_at.into(), average: average.into() }
			}
		}
	}
}

/// A table of losses by insured account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct LossTable {
	/// The root of its merkle tree.
	pub root: H256,
	/// The number of insured accounts.
	pub leaves: u32,
	/// The sum of all losses.
	pub total: Amount,
}

impl LossTable {
	fn of(table: raw::LossTable, amount: &impl Fn(Balance) -> Amount) -> Self {
		Self { root: table.root, leaves: table.leaves, total: amount(table.total) }
	}
}

/// An outcome proposal on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OutcomeState {
	/// The proposal's number.
	pub proposal: u32,
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
	pub lock: Amount,
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
			lock: amount(pool.lock),
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
	pub parts: Vec<ClaimShare>,
}

impl ClaimState {
	/// Returns the claim of a policy in an incident, or `None` if there is none.
	pub fn of(incident: IncidentId, policy: PolicyId) -> Option<Self> {
		Self::shown(Claims::claim_state(incident, policy)?)
	}

	fn shown(state: raw::ClaimState) -> Option<Self> {
		let product = breakwater_claims::Incidents::<Runtime>::get(state.incident)?.product;
		let asset = asset_of(product)?;
		let part = |part: &raw::ClaimShare| ClaimShare {
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
pub struct ClaimShare {
	/// The pool.
	pub pool: PoolId,
	/// The amount claimed of the pool.
	pub claimed: Amount,
	/// The amount paid.
	pub paid: Amount,
}

/// The statement that an insured account's key signs for a claim.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Statement {
	/// The text to sign, without any change.
	pub text: String,
	/// The insured account whose key signs it.
	pub insured_account: InsuredAccount,
}

impl Statement {
	/// Returns the statement for a claim of a policy in an incident, or `None` if the policy names
	/// no insured account.
	pub fn of(incident: IncidentId, policy: PolicyId) -> Option<Self> {
		let insured_account = Policies::policy_state(policy)?.insured_account?;
		// The statement is printable ASCII, so no byte is replaced.
		Some(Self { text: text(&Claims::claim_statement(incident, policy)?), insured_account })
	}
}

/// The bond for the report of an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReportBond {
	/// The asset of the bond.
	pub asset: Asset,
	/// The bond: the least `max_bond` of `assessment.reportIncident`.
	pub bond: Amount,
}

impl ReportBond {
	/// Returns the bond on a product, or the reason why `assessment.reportIncident` would refuse.
	pub fn of(product: ProductId) -> Result<Self, Refusal> {
		let units = Assessment::report_bond(product)?;
		let unknown = breakwater_assessment::Error::<Runtime>::UnknownProduct;
		let asset = asset_of(product).ok_or(sp_runtime::DispatchError::from(unknown))?;
		Ok(Self { bond: asset.amount(units), asset })
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
	pub phase: TriggerPhase,
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
		let state = Triggers::trigger_state(product)?;
		Some(Self {
			product,
			name: name_of(product),
			is_ready: state.ready,
			phase: match state.phase {
				raw::TriggerPhase::Starting => TriggerPhase::Starting,
				raw::TriggerPhase::Armed => TriggerPhase::Armed,
				raw::TriggerPhase::Observing { since } => TriggerPhase::Observing { since: since.into() },
				raw::TriggerPhase::Undecided => TriggerPhase::Undecided,
				raw::TriggerPhase::Disarmed { recovered_since } => {
					TriggerPhase::Disarmed { recovered_since: recovered_since.map(Date::from) }
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
pub enum TriggerPhase {
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
