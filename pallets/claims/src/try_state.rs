//! Invariants, one function each.

use crate::{types::*, *};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants of the pallet.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_logs()?;
		Self::try_watches()?;
		Self::try_incidents()?;
		for (id, incident) in Incidents::<T>::iter() {
			Self::try_claims(id, &incident)?;
			Self::try_escrow(id, &incident)?;
		}
		Ok(())
	}

	/// The log of a feed has all its knots in the order of time, each summing up the one before it, and none is in the
	/// future; every feed kept is watched and polled, and no knots are left of others.
	fn try_logs() -> Result<(), TryRuntimeError> {
		let watched = WatchedFeeds::<T>::get();
		let kept: BTreeSet<_> = Feeds::<T>::iter_keys().collect();
		ensure!(watched.iter().copied().collect::<BTreeSet<_>>() == kept, "watched feeds are the feeds kept");
		ensure!(watched.len() == kept.len(), "a feed is watched once");
		for feed in Knots::<T>::iter_keys().map(|(feed, _)| feed).collect::<BTreeSet<_>>() {
			ensure!(kept.contains(&feed), "nothing is left of the log of a feed that is not kept");
		}
		for (feed, state) in Feeds::<T>::iter() {
			ensure!(state.last.saturating_sub(state.first) < MAX_KNOTS.into(), "the log is within its bound");
			ensure!(state.first <= state.last && state.run <= state.last, "the log's numbers are in order");
			let mut before: Option<Knot> = None;
			for number in state.first..=state.last {
				let knot = Self::knot(feed, number).ok_or("a knot is missing")?;
				if let Some(before) = before {
					ensure!(before.time < knot.time, "knots are in the order of time");
					let sum = before.known().map_or(Some(before.cumulative), |k| k.cumulative_at(knot.time));
					ensure!(sum == Some(knot.cumulative), "knots sum up");
				}
				ensure!(knot.time <= state.seen.now, "no knot is in the future");
				before = Some(knot);
			}
		}
		Ok(())
	}

	/// A watch belongs to all feeds of its trigger, is ready only while it is armed with data, and its phase fits the
	/// stage of its open incident.
	fn try_watches() -> Result<(), TryRuntimeError> {
		for (product, watch) in Watches::<T>::iter() {
			for (feed, reader) in watch.trigger.feeds.iter().zip(watch.readers) {
				let feed = Feeds::<T>::get(feed).ok_or("a watch has its feeds")?;
				ensure!(feed.products.contains(&product), "the feed knows who watches it");
				ensure!(reader.front <= feed.last && reader.tail <= feed.last, "a watch reads what is there");
			}
			let may_be_ready = watch.phase == Phase::Armed && watch.defined && watch.open.is_none();
			ensure!(!watch.ready || may_be_ready, "ready means armed, with data and without an incident");
			let stage = watch.open.and_then(Incidents::<T>::get).map(|i| i.stage);
			ensure!(watch.open.is_some() == stage.is_some(), "an open incident exists");
			let observing = matches!(watch.phase, Phase::Observing { .. });
			ensure!(
				observing == matches!(stage, Some(Stage::Observing { .. })),
				"a watch observes exactly while its incident does"
			);
			ensure!(
				(watch.phase == Phase::Undecided) == matches!(stage, Some(Stage::Undecided { .. })),
				"a watch is undecided exactly while its incident is"
			);
		}
		for (feed, state) in Feeds::<T>::iter() {
			for product in state.products.iter() {
				let watch = Watches::<T>::get(product).ok_or("every product of a feed has a watch")?;
				ensure!(watch.trigger.feeds.contains(feed), "a feed has only products that watch it");
			}
		}
		Ok(())
	}

	/// A product has at most one open incident, and its watch knows it; incidents with work to do are on the list.
	fn try_incidents() -> Result<(), TryRuntimeError> {
		let mut frozen = BTreeSet::new();
		for (id, incident) in Incidents::<T>::iter() {
			ensure!(id < NextIncident::<T>::get(), "incidents are numbered in order");
			let open = Watches::<T>::get(incident.product).is_some_and(|w| w.open == Some(id));
			ensure!(open == incident.stage.is_open(), "the watch knows the open incident");
			ensure!(!open || frozen.insert(incident.product), "one open incident per product");
			let working = Working::<T>::contains_key(id);
			ensure!(working == incident.stage.is_working(), "incidents with work to do are on the list");
			ensure!(incident.occurred_at <= incident.opened_at, "an incident opens after it occurred");
			let upheld = incident.stage.is_working() || incident.stage == Stage::Paid;
			ensure!(upheld == incident.worst.is_some(), "an upheld incident has its worst average");
		}
		for id in Working::<T>::iter_keys() {
			ensure!(Incidents::<T>::contains_key(id), "the list of work has only incidents");
		}
		Ok(())
	}

	/// The parts of an incident's claims add up to the losses of its pools, every part on a pool gets the same fraction, and
	/// no pool pays more than it has funded.
	fn try_claims(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		// What each pool's part should say of loss, claims and payments.
		let mut pools = BTreeMap::<PoolId, Part>::new();
		let (mut claims, mut claims_paid) = (0u32, 0u32);
		for (_, claim) in Claims::<T>::iter_prefix(id) {
			ensure!(!claim.parts.is_empty(), "a claim has a part");
			ensure!(claim.parts.iter().all(|(_, part)| *part > 0), "no part of a claim is nothing");
			let claimed = claim.amount().ok_or("a claim is a number")?;
			let mut payable = 0u128;
			for (pool, claimed) in claim.parts.iter() {
				let part = Parts::<T>::get(id, pool).ok_or("a claim is on pools that were pinned")?;
				let sums = pools.entry(*pool).or_default();
				sums.loss = sums.loss.saturating_add(*claimed);
				if matches!(claim.status, ClaimStatus::Paid { .. }) {
					let paid = Self::payable(*claimed, &part).ok_or("a part of a claim has a fraction")?;
					sums.paid = sums.paid.saturating_add(paid);
					payable = payable.saturating_add(paid);
				}
			}
			for pool in claim.parts.iter().map(|(pool, _)| pool).collect::<BTreeSet<_>>() {
				let sums = pools.entry(*pool).or_default();
				sums.claims = sums.claims.saturating_add(1);
			}
			claims = claims.saturating_add(1);
			if let ClaimStatus::Paid { amount } = claim.status {
				ensure!(amount <= claimed, "no claim is paid more than it is");
				ensure!(amount == payable, "every part of a claim on a pool gets the same fraction");
				claims_paid = claims_paid.saturating_add(1);
			}
		}
		ensure!(claims == incident.claims, "claims are counted");
		ensure!(claims_paid == incident.claims_paid, "payments are counted");
		for (pool, part) in Parts::<T>::iter_prefix(id) {
			ensure!(part.loss <= part.pin, "a pool loses at most its pin");
			ensure!(part.funded <= part.loss && part.paid <= part.funded, "paid within funded within loss");
			ensure!(part.settlement.is_some() || part.funded == 0, "only a charged pool funds");
			ensure!(
				part.settlement.is_some() || !incident.stage.is_payable(),
				"claims are paid after every pool was charged"
			);
			let sums = pools.remove(&pool).unwrap_or_default();
			ensure!(sums.loss == part.loss, "the loss of a pool is the sum of the parts on it");
			ensure!(sums.claims == part.claims, "the claims on a pool are counted");
			ensure!(sums.paid == part.paid, "paid is the sum of the payments");
		}
		Ok(())
	}

	/// The escrow's book is what came in less what went out, and the account has at least that.
	fn try_escrow(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		let (mut funded, mut paid) = (0u128, 0u128);
		for (_, part) in Parts::<T>::iter_prefix(id) {
			funded = funded.saturating_add(part.funded);
			paid = paid.saturating_add(part.paid);
		}
		let out = paid.saturating_add(incident.dust).saturating_add(incident.escrow);
		ensure!(funded == out, "escrow in = paid + dust + to pay");
		if incident.escrow > 0 {
			let asset = incident.asset.clone().ok_or("money has an asset")?;
			let account = Self::escrow_account(id).ok_or("an incident has an account")?;
			ensure!(T::Assets::balance(asset, &account) >= incident.escrow, "the book is within the account");
		}
		Ok(())
	}
}
