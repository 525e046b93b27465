// SPDX-License-Identifier: Apache-2.0

//! Invariants, one function each.

use crate::{types::*, *};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
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
			Self::try_bonds(id, &incident)?;
		}
		Self::try_reopenings()?;
		Self::try_accounts()
	}

	/// Windows of inconclusive incidents stand still exactly while an incident of their product is
	/// open. Each incident has one, and none is kept of a product that has no such incident.
	fn try_reopenings() -> Result<(), TryRuntimeError> {
		for (product, ReopeningWindows { free_since, incidents }) in Reopenings::<T>::iter() {
			let watched = Watches::<T>::get(product).is_some_and(|watch| watch.open.is_some());
			let is_held = watched || Judged::<T>::contains_key(product);
			ensure!(free_since.is_none() == is_held, "windows stand still while an incident is open");
			let ids: BTreeSet<_> = incidents.iter().map(|inconclusive| inconclusive.incident).collect();
			ensure!(!ids.is_empty() && ids.len() == incidents.len(), "an incident has one window");
			ensure!(free_since <= Some(T::Clock::active()), "no window begins in the future");
		}
		Ok(())
	}

	/// The accounts of payouts and of bonds have at least the sum of the books of all incidents,
	/// and beneath it the endowment that keeps them alive.
	fn try_accounts() -> Result<(), TryRuntimeError> {
		let mut sums: Vec<(AssetId, Balance, Balance)> = Vec::new();
		for incident in Incidents::<T>::iter_values() {
			let Incident { escrow, bonds, asset, .. } = incident;
			let Some(asset) = asset else {
				ensure!(escrow == 0 && bonds == 0, "money has an asset");
				continue;
			};
			match sums.iter_mut().find(|(of, ..)| *of == asset) {
				Some(sum) => {
					sum.1 = sum.1.saturating_add(escrow);
					sum.2 = sum.2.saturating_add(bonds);
				}
				None => sums.push((asset, escrow, bonds)),
			}
		}
		let accounts = (Self::escrow_account(), Self::bond_account());
		let (Some(escrow), Some(bond)) = accounts else { return Err("the pallet has its accounts".into()) };
		for (asset, payouts, bonds) in sums {
			let endowment = match asset {
				AssetId::Native => T::Assets::minimum_balance(AssetId::Native),
				AssetId::WithId(_) => 0,
			};
			for (account, book) in [(&escrow, payouts), (&bond, bonds)] {
				let least = book.saturating_add(endowment);
				ensure!(
					T::Assets::balance(asset.clone(), account) >= least,
					"the books are within the accounts"
				);
			}
		}
		Ok(())
	}

	/// The log of a feed has all its observations in the order of time, each summing up the one
	/// before it, and none is in the future. Every feed kept is watched and polled, and no
	/// observations are left of others.
	fn try_logs() -> Result<(), TryRuntimeError> {
		let watched = WatchedFeeds::<T>::get();
		let kept: BTreeSet<_> = Feeds::<T>::iter_keys().collect();
		ensure!(watched.iter().copied().collect::<BTreeSet<_>>() == kept, "watched feeds are the feeds kept");
		ensure!(watched.len() == kept.len(), "a feed is watched once");
		for feed in Observations::<T>::iter_keys().map(|(feed, _)| feed).collect::<BTreeSet<_>>() {
			ensure!(kept.contains(&feed), "nothing is left of the log of a feed that is not kept");
		}
		for (feed, state) in Feeds::<T>::iter() {
			ensure!(
				state.last.saturating_sub(state.first) < MAX_OBSERVATIONS.into(),
				"the log is within its bound"
			);
			ensure!(state.first <= state.last && state.run <= state.last, "the log's numbers are in order");
			let mut before: Option<Observation> = None;
			for number in state.first..=state.last {
				let observation = Self::observation(feed, number).ok_or("an observation is missing")?;
				if let Some(before) = before {
					ensure!(before.time < observation.time, "observations are in the order of time");
					let sum =
						before.known().map_or(Some(before.cumulative), |k| k.cumulative_at(observation.time));
					ensure!(sum == Some(observation.cumulative), "observations sum up");
				}
				ensure!(observation.time <= state.seen.now, "no observation is in the future");
				before = Some(observation);
			}
		}
		Ok(())
	}

	/// A watch belongs to all feeds of its trigger and is ready only while it is armed with data.
	/// Its phase fits the stage of its newest incident. One is behind another only while that one
	/// is open and not observed any more. A breach waits only while both places are taken, at the
	/// first millisecond that was not looked at.
	fn try_watches() -> Result<(), TryRuntimeError> {
		for (product, watch) in Watches::<T>::iter() {
			for (feed, reader) in watch.trigger.feeds.iter().zip(watch.readers) {
				let feed = Feeds::<T>::get(feed).ok_or("a watch has its feeds")?;
				ensure!(feed.products.contains(&product), "the feed knows who watches it");
				ensure!(reader.front <= feed.last && reader.tail <= feed.last, "a watch reads what is there");
			}
			let may_be_ready = watch.phase == Phase::Armed && watch.defined && watch.open.is_none();
			ensure!(!watch.ready || may_be_ready, "ready means armed, with data and without an incident");
			let stage_of = |id: IncidentId| Incidents::<T>::get(id).map(|incident| incident.stage);
			let stage = watch.observed().and_then(stage_of);
			ensure!(watch.observed().is_some() == stage.is_some(), "an open incident exists");
			if let Some(behind) = watch.behind {
				let first = watch.open.and_then(stage_of).ok_or("an incident is behind an open one")?;
				let is_observed = matches!(first, Stage::Observing { .. } | Stage::Undecided { .. });
				ensure!(!is_observed && first.is_open(), "data have said of the first what they can");
				ensure!(watch.open.is_some_and(|open| open < behind), "the later incident is behind");
			}
			let may_wait = watch.behind.is_some() && watch.phase == Phase::Armed;
			ensure!(watch.waits.is_none() || may_wait, "a breach waits only while two incidents are open");
			let has_waited = watch.waits.is_some_and(|found| watch.next <= found.now);
			ensure!(watch.waits.is_none() || has_waited, "a breach is found after it began");
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

	/// A product has at most one open incident whose money is dealt with, and its watch, or the
	/// list of judged products, knows it. At most one is behind it. The hooks look at those with
	/// work to do.
	fn try_incidents() -> Result<(), TryRuntimeError> {
		let mut frozen = BTreeSet::new();
		for (id, incident) in Incidents::<T>::iter() {
			let product = incident.product;
			ensure!(id < NextIncident::<T>::get(), "incidents are numbered in order");
			let watch = Watches::<T>::get(product);
			let open = watch.is_some_and(|w| w.open == Some(id)) || Judged::<T>::get(product) == Some(id);
			let is_filed = Waiting::<T>::get(product) == Some(id);
			let behind = is_filed || watch.is_some_and(|w| w.behind == Some(id));
			ensure!(!is_filed || incident.stage == Stage::Waiting, "what was filed behind another waits");
			ensure!(
				!behind || incident.stage.can_be_behind(),
				"no money is dealt with behind another incident"
			);
			let waits = matches!(incident.stage, Stage::Waiting | Stage::Queued);
			ensure!(behind || !waits, "the product knows who waits");
			ensure!(open == (incident.stage.is_open() && !behind), "the product knows its open incident");
			ensure!(!open || frozen.insert(product), "one open incident per product");
			ensure!(!is_filed || Judged::<T>::contains_key(product), "nobody waits behind nothing");
			let short = Parts::<T>::iter_prefix_values(id).any(|part| !part.is_final());
			let working = incident.stage.is_working() || (incident.stage == Stage::Paid && short);
			ensure!(working == Working::<T>::contains_key(id), "incidents with work to do are on the list");
			ensure!(incident.occurred_at <= incident.opened_at, "an incident opens after it occurred");
			ensure!(
				incident.stage.is_upheld() == incident.upheld.is_some(),
				"an upheld incident says what it cost"
			);
			let case = matches!(incident.stage, Stage::Challenge { .. } | Stage::Case(_));
			ensure!(!case || incident.rulings > 0, "only rulings can be challenged");
		}
		for id in Working::<T>::iter_keys() {
			ensure!(Incidents::<T>::contains_key(id), "the list of work has only incidents");
		}
		let known = Judged::<T>::iter_values().chain(Waiting::<T>::iter_values());
		for id in known {
			ensure!(Incidents::<T>::contains_key(id), "products know only incidents");
		}
		Ok(())
	}

	/// The book of an incident's bonds is at least the sum of the bonds put up for it or due. Bonds
	/// are put up until the incident is decided, and decided on with it.
	fn try_bonds(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		let mut put_up = Filings::<T>::get(id).map_or(0, |filing| filing.bond);
		let mut rulings = 0u32;
		for (number, ruling) in Rulings::<T>::iter_prefix(id) {
			ensure!(number < incident.rulings, "rulings are numbered in order");
			rulings = rulings.saturating_add(1);
			put_up = put_up.saturating_add(ruling.bond);
		}
		let is_over = matches!(incident.stage, Stage::Closed | Stage::Rejected);
		ensure!(is_over || rulings == incident.rulings, "rulings are counted");
		let is_decided = !incident.stage.is_open() || incident.stage.is_upheld();
		ensure!(!is_decided || put_up == 0, "a decision decides on all bonds");
		let due = BondsDue::<T>::iter_prefix_values(id).fold(0u128, |sum, due| sum.saturating_add(due));
		ensure!(put_up.saturating_add(due) <= incident.bonds, "bonds are within their book");
		let is_closed = incident.stage == Stage::Closed;
		ensure!(!is_closed || incident.bonds == 0, "no bond is left of an incident that is closed");
		Ok(())
	}

	/// The parts of an incident's claims add up to the losses of its pools. No claim on a pool gets
	/// more than its fraction, and when all are paid each has it. No pool pays more than it has
	/// funded. Claims under a table are within its sum, and equal the sum of the claims for its
	/// positions.
	fn try_claims(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		if matches!(incident.stage, Stage::Closing | Stage::Closed) {
			return Ok(());
		}
		// The loss, claims and payments that each pool's part should have.
		let mut pools = BTreeMap::<PoolId, Part>::new();
		let (mut claims, mut claims_paid, mut all) = (0u32, 0u32, 0u128);
		for (policy, claim) in Claims::<T>::iter_prefix(id) {
			ensure!(ByPolicy::<T>::contains_key(policy, id), "a policy knows its claims");
			ensure!(!claim.parts.is_empty(), "a claim has a part");
			ensure!(claim.parts.iter().all(|(_, part)| *part > 0), "no part of a claim is nothing");
			all = all.saturating_add(claim.amount().ok_or("a claim is a number")?);
			let is_paid = claim.status == ClaimStatus::Paid;
			for ((pool, claimed), paid) in claim.parts.iter().zip(claim.paid) {
				let part = Parts::<T>::get(id, pool).ok_or("a claim is on pools that were pinned")?;
				let sums = pools.entry(*pool).or_default();
				sums.loss = sums.loss.saturating_add(*claimed);
				sums.paid = sums.paid.saturating_add(paid);
				let payable = Self::payable(*claimed, &part).ok_or("a part of a claim has a fraction")?;
				ensure!(paid <= payable, "no part of a claim gets more than its fraction");
				let is_done = incident.stage == Stage::Paid && is_paid;
				ensure!(
					!is_done || paid == payable,
					"every part of a claim on a pool gets the same fraction"
				);
			}
			for pool in claim.parts.iter().map(|(pool, _)| pool).collect::<BTreeSet<_>>() {
				let sums = pools.entry(*pool).or_default();
				sums.claims = sums.claims.saturating_add(1);
			}
			claims = claims.saturating_add(1);
			claims_paid = claims_paid.saturating_add(u32::from(is_paid));
		}
		ensure!(claims == incident.claims, "claims are counted");
		ensure!(claims_paid == incident.claims_paid, "payments are counted");
		ensure!(all == incident.claimed, "claimed is the sum of the claims");
		if let Some(Upheld::Losses(table)) = incident.upheld {
			ensure!(all <= table.total, "claims are within the sum of the table");
			let on = ClaimedOn::<T>::iter_prefix_values(id).fold(0u128, |sum, on| sum.saturating_add(on));
			ensure!(on == all, "what is claimed is claimed for positions");
		}
		for (pool, part) in Parts::<T>::iter_prefix(id) {
			ensure!(part.loss <= part.pin, "a pool loses at most its pin");
			ensure!(part.funded <= part.loss && part.paid <= part.funded, "paid within funded within loss");
			ensure!(part.settlement.funded() == Some(part.funded), "what a pool gave is what came");
			ensure!(
				part.is_charged || part.is_reserved || part.funded == 0,
				"only a charged pool funds, or one that pays at once"
			);
			ensure!(!part.is_reserved || part.funded == part.loss, "a pool that pays at once pays in full");
			ensure!(
				part.is_charged || !incident.stage.is_payable(),
				"claims are paid after every pool was charged"
			);
			let sums = pools.remove(&pool).unwrap_or_default();
			ensure!(sums.loss == part.loss, "the loss of a pool is the sum of the parts on it");
			ensure!(sums.claims == part.claims, "the claims on a pool are counted");
			ensure!(sums.paid == part.paid, "paid is the sum of the payments");
		}
		Ok(())
	}

	/// The escrow's book is its income less its payments.
	fn try_escrow(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		let (mut funded, mut paid) = (0u128, 0u128);
		for (_, part) in Parts::<T>::iter_prefix(id) {
			funded = funded.saturating_add(part.funded);
			paid = paid.saturating_add(part.paid);
		}
		let out = paid.saturating_add(incident.escrow);
		let is_closed = incident.stage == Stage::Closed;
		ensure!(!is_closed || incident.escrow == 0, "nothing is left of an incident that is closed");
		ensure!(is_closed || funded == out, "escrow in = paid + to pay");
		Ok(())
	}
}
