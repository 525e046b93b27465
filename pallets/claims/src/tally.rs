//! The walk over a product's policies: which of them the incident concerns, and how much each may claim.

use crate::{types::*, *};
use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Look at the next policy.
	pub(crate) fn tally_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PolicyId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let finding = Finding {
			occurred_at: incident.occurred_at,
			opened_active: incident.opened_active,
			worst: incident.worst.unwrap_or_default(),
		};
		let next = T::Book::walk(incident.product, after, 1);
		let Some(policy) = next.first().copied().filter(|_| incident.worst.is_some()) else {
			Self::charge(meter, T::WeightInfo::end_tally());
			if let Ok(stage) = incident.stage.tallied() {
				incident.stage = stage;
				Self::tell_tally(id);
				Self::deposit_event(Event::IncidentTallied { incident: id, claims: incident.claims });
			}
			return Progress::Stepped;
		};
		Self::charge(meter, T::WeightInfo::tally_step());
		if let Some(Assessment { pool, amount }) = T::Book::assess(policy, &finding).filter(|a| a.amount > 0)
		{
			match with_storage_layer(|| Self::register(id, incident.claims, policy, pool, amount)) {
				Ok((claims, amount)) => {
					incident.claims = claims;
					Self::deposit_event(Event::ClaimRegistered { incident: id, policy, pool, amount });
				}
				Err(error) => {
					log::error!(target: LOG_TARGET, "incident {id}: policy {policy} skipped: {error:?}");
					Self::deposit_event(Event::ClaimSkipped { incident: id, policy, pool, amount, error });
				}
			}
		}
		incident.stage = Stage::Tallying { after: Some(policy) };
		Progress::Stepped
	}

	/// Tell the pools what the claims on them come to.
	fn tell_tally(id: IncidentId) {
		// At most as many as pools may underwrite a product.
		for (pool, part) in Parts::<T>::iter_prefix(id) {
			if let Err(error) = T::Settlement::tallied(id, pool, part.loss) {
				log::error!(target: LOG_TARGET, "incident {id}: pool {pool} takes no tally: {error:?}");
			}
		}
	}

	/// Book a claim in the policies and here. A pool is never charged more than its pin, so what goes beyond it is cut:
	/// that is zero as long as the pin is the exposure to the product.
	fn register(
		id: IncidentId,
		claims: u32,
		policy: PolicyId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(u32, Balance), DispatchError> {
		ensure!(!Claims::<T>::contains_key(id, policy), Error::<T>::AlreadyClaimed);
		let mut part = Parts::<T>::get(id, pool).ok_or(Error::<T>::PoolNotPinned)?;
		let amount = amount.min(part.pin.ensure_sub(part.loss)?);
		ensure!(amount > 0, Error::<T>::PoolNotPinned);
		part.loss.ensure_add_assign(amount)?;
		part.claims.ensure_add_assign(1)?;
		let claims = claims.ensure_add(1)?;
		T::Book::register(policy, id, amount)?;
		Parts::<T>::insert(id, pool, part);
		Claims::<T>::insert(id, policy, Claim { pool, amount, status: ClaimStatus::Registered });
		Ok((claims, amount))
	}
}
