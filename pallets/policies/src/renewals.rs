// SPDX-License-Identifier: Apache-2.0

//! Renewals: policies that go on by themselves, paid from a renewal balance, as long as the price
//! is within a cap.
//!
//! A renewal is made in the last day before the end of cover. It also goes on while an incident is
//! open. If that incident is upheld for an event before the renewal, the renewal is void: see
//! [`Pallet::void_renewal`].

use crate::{
	cost::{refused, Refused},
	pallet::*,
	types::{Hour, LastRenewal, PackedStream, Renewal, RenewalTerms},
	weights::WeightInfo,
};
use breakwater_math::{
	refund::{self, Unearned},
	stream,
};
use breakwater_primitives::*;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{Consideration, Footprint},
	weights::{Weight, WeightMeter},
};
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The time before the end of cover at which the first attempt is made.
pub(crate) const LEAD: Moment = DAY;
/// Hours between two attempts.
const RETRY: Hour = 6;
/// The most renewals that are looked at in one block.
pub(crate) const MAX_RENEWALS: u32 = 16;
/// The most hours without a renewal that are passed in one block.
pub(crate) const MAX_HOURS: u32 = 64;

/// The outcome of a renewal that was due.
pub(crate) enum Visit {
	/// The policy lasts longer.
	Renewed,
	/// The renewal is over: the cover has ended or all of it is claimed.
	Lapsed,
	/// The policy was extended by hand since it was scheduled. It is not due yet.
	Early,
}

/// Returns the first whole hour at or after a moment.
fn hour_from(moment: Moment) -> Result<Hour, ArithmeticError> {
	moment.div_ceil(HOUR).try_into().map_err(|_| ArithmeticError::Overflow)
}

/// Setting, ending and visiting renewals.
impl<T: Config> Pallet<T> {
	/// Returns the hour that has begun.
	fn this_hour() -> Result<Hour, ArithmeticError> {
		let hours = T::Clock::now().checked_div(HOUR).ok_or(ArithmeticError::DivisionByZero)?;
		hours.try_into().map_err(|_| ArithmeticError::Overflow)
	}

	/// Returns the hour from which a policy can be renewed.
	fn earliest(policy: &PolicyOf<T>) -> Result<Hour, ArithmeticError> {
		// Saturates only for a policy that ends on the first day of 1970.
		hour_from(policy.ends_at.saturating_sub(LEAD))
	}

	/// Returns the hour of a policy's next attempt. It is never the one that has begun, whose
	/// visits may be over.
	fn next_hour(policy: &PolicyOf<T>) -> Result<Hour, ArithmeticError> {
		let soonest = Self::this_hour()?.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Ok(Self::earliest(policy)?.max(soonest))
	}

	/// Returns the hour of the attempt after one that failed. The last attempt finds the cover
	/// ended.
	fn hour_after_failure(policy: &PolicyOf<T>) -> Result<Hour, ArithmeticError> {
		let this = Self::this_hour()?;
		let soonest = this.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let retry = this.checked_add(RETRY).ok_or(ArithmeticError::Overflow)?;
		Ok(retry.min(hour_from(policy.ends_at)?).max(soonest))
	}

	/// Write a renewal, and its place in the index of renewals that are due.
	fn put_renewal(id: PolicyId, renewal: RenewalOf<T>) {
		let old = Renewals::<T>::get(id).and_then(|old| old.due);
		if old != renewal.due {
			if let Some(hour) = old {
				RenewalsDue::<T>::remove(hour, id);
			}
			if let Some(hour) = renewal.due {
				RenewalsDue::<T>::insert(hour, id, ());
			}
		}
		Renewals::<T>::insert(id, renewal);
	}

	/// Set or end the renewal of a policy.
	pub(crate) fn do_set_renewal(
		who: T::AccountId,
		id: PolicyId,
		terms: Option<RenewalTerms>,
	) -> DispatchResult {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == who, Error::<T>::NotHolder);
		match terms {
			Some(terms) => Self::begin_renewal(id, &policy, terms),
			None => {
				ensure!(Renewals::<T>::contains_key(id), Error::<T>::NoRenewal);
				with_storage_layer(|| Self::stop_renewal(id, &policy))
			}
		}
	}

	fn begin_renewal(id: PolicyId, policy: &PolicyOf<T>, new: RenewalTerms) -> DispatchResult {
		let RenewalTerms { period, max_premium, prepaid } = new;
		let holder = &policy.holder;
		let asset = T::Listings::product(policy.product).ok_or(Error::<T>::UnknownProduct)?.asset;
		let terms = T::Listings::terms(policy.product, policy.version).ok_or(Error::<T>::TermsMissing)?;
		// A renewal goes on during an incident because it was ordered before. It cannot be ordered
		// by a holder who may know of the event.
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		ensure!(T::Clock::now() < policy.ends_at, Error::<T>::TooLate);
		ensure!(policy.cover_left() > Some(0), Error::<T>::NothingLeft);
		ensure!((terms.min_period..=terms.max_period).contains(&period), Error::<T>::PeriodOutOfRange);
		let old = Renewals::<T>::get(id);
		let old_renewal_balance = old.as_ref().map_or(0, |old| old.renewal_balance);
		let renewal_balance = old_renewal_balance.checked_add(prepaid).ok_or(ArithmeticError::Overflow)?;
		// No renewal costs less than a unit for each pool.
		let least = Balance::try_from(policy.allocations.len()).map_err(|_| ArithmeticError::Overflow)?;
		ensure!(renewal_balance >= max_premium && max_premium >= least, Error::<T>::RenewalBalanceTooSmall);
		let due = Self::next_hour(policy)?;
		let this_hour = Self::this_hour()?;

		with_storage_layer(|| {
			if prepaid > 0 {
				Self::open_account(holder, &asset)?;
				Self::take_in(Self::take_premium(holder, &asset, prepaid)?)?;
			}
			let ticket = match old.and_then(|old| old.ticket) {
				Some(ticket) => ticket,
				None => Self::hold_deposit(holder, Self::renewal_footprint())?,
			};
			let due = Some(due);
			Self::put_renewal(
				id,
				Renewal { renewal_balance, max_premium, period, due, ticket: Some(ticket) },
			);
			if !NextDueHour::<T>::exists() {
				NextDueHour::<T>::put(this_hour);
			}
			Ok::<_, DispatchError>(())
		})?;
		Self::deposit_event(Event::RenewalSet {
			policy: id,
			holder: policy.holder.clone(),
			period,
			max_premium,
			old_renewal_balance,
			renewal_balance,
			due,
		});
		Ok(())
	}

	/// Returns the size of a renewal in storage: its record, its place in the index, and the record
	/// of the last one made.
	pub(crate) fn renewal_footprint() -> Footprint {
		Footprint::from_mel::<(RenewalOf<T>, Hour, PolicyId, LastRenewal)>()
	}

	/// End the renewal of a policy, if it has one. The money in the renewal balance and the deposit
	/// go to the holder. To be run in a storage layer.
	pub(crate) fn stop_renewal(id: PolicyId, policy: &PolicyOf<T>) -> DispatchResult {
		if Renewals::<T>::contains_key(id) {
			let renewal_balance = Self::empty_renewal_balance(id, policy)?;
			let holder = policy.holder.clone();
			Self::deposit_event(Event::RenewalEnded { policy: id, holder, renewal_balance });
		}
		Ok(())
	}

	/// Remove a renewal's record and give the holder the money in the renewal balance, and the
	/// deposit. To be run in a storage layer.
	fn empty_renewal_balance(id: PolicyId, policy: &PolicyOf<T>) -> Result<Balance, DispatchError> {
		let Renewal { renewal_balance, due, ticket, .. } =
			Renewals::<T>::take(id).ok_or(Error::<T>::NoRenewal)?;
		if let Some(hour) = due {
			RenewalsDue::<T>::remove(hour, id);
		}
		if let Some(ticket) = ticket {
			ticket.drop(&policy.holder)?;
		}
		if renewal_balance > 0 {
			let asset = T::Listings::product(policy.product).ok_or(Error::<T>::UnknownProduct)?.asset;
			Self::pay_out(&policy.holder, asset, renewal_balance)?;
		}
		Ok(renewal_balance)
	}

	/// Visit the hours since the last idle visit in their order, and in each hour the renewals that
	/// are due. Ends with the meter, after [`MAX_RENEWALS`] renewals, or after [`MAX_HOURS`] hours
	/// without one.
	pub(crate) fn visit_renewals(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::due_round()).is_err() {
			return;
		}
		// The hour is `None` until the first renewal is set.
		let Some(first) = NextDueHour::<T>::get() else { return };
		let Ok(this_hour) = Self::this_hour() else { return };
		let (mut hour, mut hours, mut renewals) = (first, 0u32, 0u32);
		while hour <= this_hour {
			if meter.try_consume(T::WeightInfo::due_hour()).is_err() {
				break;
			}
			match RenewalsDue::<T>::iter_key_prefix(hour).next() {
				Some(id) => {
					if renewals >= MAX_RENEWALS || meter.try_consume(Self::sizes_weight()).is_err() {
						break;
					}
					if meter.try_consume(Self::renewal_weight(id)).is_err() {
						break;
					}
					// Saturation: both are bounded.
					renewals = renewals.saturating_add(1);
					Self::visit_in(hour, id);
				}
				None => {
					if hours >= MAX_HOURS {
						break;
					}
					hours = hours.saturating_add(1);
					// Saturation: an hour that has begun is below the largest number.
					hour = hour.saturating_add(1);
				}
			}
		}
		if hour != first {
			NextDueHour::<T>::put(hour);
		}
	}

	/// Visit a renewal that is due in an hour. Afterwards it is not due in that hour any more, in
	/// any case.
	fn visit_in(hour: Hour, id: PolicyId) {
		let known = Policies::<T>::get(id).zip(Renewals::<T>::get(id));
		let visited = match known {
			Some((policy, renewal)) => Self::visit(id, policy, renewal).map_err(|refusal| refusal.error),
			None => Err(Error::<T>::NoRenewal.into()),
		};
		let next = match visited {
			Ok(Visit::Renewed | Visit::Lapsed) => return,
			Ok(Visit::Early) => Policies::<T>::get(id).map(|policy| Self::next_hour(&policy)),
			Err(error) => {
				Self::deposit_event(Event::RenewalFailed { policy: id, error });
				Policies::<T>::get(id).map(|policy| Self::hour_after_failure(&policy))
			}
		};
		RenewalsDue::<T>::remove(hour, id);
		if let Some(renewal) = Renewals::<T>::get(id) {
			// Without an hour the renewal balance waits for the holder; there always is one.
			let due = next.and_then(Result::ok);
			Self::put_renewal(id, Renewal { due, ..renewal });
		}
	}

	/// Make the renewal of a policy that is due. Returns the weight used.
	pub(crate) fn do_renew(id: PolicyId) -> Result<Weight, Refused> {
		let (policy, renewal) = Self::renewable(id).map_err(Self::refused_at_look)?;
		let used = Self::extension_weight(T::WeightInfo::renew(), &policy);
		let visited = Self::visit(id, policy, renewal).map_err(|refusal| {
			let weight = refusal.post_info.actual_weight.unwrap_or(used);
			refused(refusal.error, weight)
		});
		match visited? {
			Visit::Renewed | Visit::Lapsed => Ok(used),
			Visit::Early => Err(refused(Error::<T>::NotDue, Self::sizes_weight())),
		}
	}

	/// Returns a policy with a planned renewal. Attempts are allowed between those of the chain: a
	/// price or a pool may be there again.
	fn renewable(id: PolicyId) -> Result<(PolicyOf<T>, RenewalOf<T>), Error<T>> {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		let renewal = Renewals::<T>::get(id).ok_or(Error::<T>::NoRenewal)?;
		ensure!(renewal.due.is_some(), Error::<T>::NotDue);
		Ok((policy, renewal))
	}

	/// Renew a policy that is due, or let its renewal lapse. An error leaves the state unchanged.
	fn visit(id: PolicyId, policy: PolicyOf<T>, renewal: RenewalOf<T>) -> Result<Visit, Refused> {
		if policy.ends_at <= T::Clock::now() || policy.cover_left() == Some(0) {
			Self::lapse(id, &policy, renewal);
			return Ok(Visit::Lapsed);
		}
		if Self::this_hour()? < Self::earliest(&policy)? {
			return Ok(Visit::Early);
		}
		with_storage_layer(|| Self::renew_now(id, policy, renewal))?;
		Ok(Visit::Renewed)
	}

	/// End a renewal that has no cover to renew any more. A renewal balance that cannot be paid out
	/// waits for the holder.
	fn lapse(id: PolicyId, policy: &PolicyOf<T>, renewal: RenewalOf<T>) {
		let holder = policy.holder.clone();
		match with_storage_layer(|| Self::empty_renewal_balance(id, policy)) {
			Ok(renewal_balance) => {
				Self::deposit_event(Event::RenewalLapsed { policy: id, holder, renewal_balance })
			}
			Err(error) => {
				let renewal_balance = renewal.renewal_balance;
				Self::put_renewal(id, Renewal { due: None, ..renewal });
				Self::deposit_event(Event::RenewalBalanceNotPaid {
					policy: id,
					holder,
					renewal_balance,
					error,
				});
			}
		}
	}

	/// Let a policy last longer, paid from its renewal balance, at the price of now. To be run in a
	/// storage layer.
	fn renew_now(id: PolicyId, mut policy: PolicyOf<T>, renewal: RenewalOf<T>) -> Result<(), Refused> {
		let product = policy.product;
		let sale = Sale::Renewal { incident: OpenIncidents::<T>::get(product) };
		let shelf = Self::shelf_of(&policy, sale).map_err(Self::refused_at_shelf(product))?;
		let Renewal { period, max_premium, .. } = renewal;
		let extension = Self::priced_extension(&policy, &shelf, period, sale, max_premium)
			.map_err(Self::refused_at_price(product, CoverWork::Extend))?;
		let premium = extension.premium;
		let renewal_balance =
			renewal.renewal_balance.checked_sub(premium).ok_or(Error::<T>::RenewalBalanceTooSmall)?;
		let (old_ends_at, old_expires) = (policy.ends_at, policy.expires);

		let money = Self::take_out(shelf.listed.asset.clone(), premium)?;
		Self::extend_by(id, &mut policy, extension, money, sale)?;
		let last = Self::renewed(id, &policy, premium, (old_ends_at, old_expires))?;
		let due = Some(Self::next_hour(&policy)?);
		let ends_at = policy.ends_at;
		Renewed::<T>::insert(id, last);
		Self::put_renewal(id, Renewal { renewal_balance, due, ..renewal });
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Renewed { policy: id, premium, old_ends_at, ends_at, renewal_balance });
		Ok(())
	}
}

/// The renewals of policies when an incident is upheld.
impl<T: Config> Pallet<T> {
	/// Returns the record of a renewal that was just made. Renewals that were made while one
	/// incident is open are void together, as one renewal. Its premium is the new premium and the
	/// unearned premium of the earlier ones.
	fn renewed(
		id: PolicyId,
		policy: &PolicyOf<T>,
		premium: Balance,
		(old_ends_at, old_expires): (Moment, Moment),
	) -> Result<LastRenewal, DispatchError> {
		// The pools are caught up now, and no premium of the renewal is earned yet.
		let all = policy.allocations.iter().try_fold(U256::zero(), |sum, part| {
			sum.checked_add(T::Underwriting::unearned(part.pool, &part.stream.into()))
		});
		let all = all.ok_or(ArithmeticError::Overflow)?;
		let without = |units: Option<Balance>| units?.checked_sub(premium);
		let before = without(stream::units_up(all)).ok_or(ArithmeticError::Overflow)?;
		let incident = OpenIncidents::<T>::get(policy.product);
		let earlier = Renewed::<T>::get(id).filter(|last| incident.is_some() && last.incident == incident);
		let Some(earlier) = earlier else {
			let at = T::Clock::now();
			return Ok(LastRenewal { at, old_ends_at, old_expires, premium, before, incident });
		};
		let whole = without(stream::units_down(all)).ok_or(ArithmeticError::Overflow)?;
		let was = Unearned { renewals: earlier.premium, before: earlier.before };
		let all = refund::renewed(premium, was, whole, before).ok_or(ArithmeticError::Overflow)?;
		Ok(LastRenewal { premium: all.renewals, before: all.before, ..earlier })
	}

	/// Void a renewal that was made after the event, before a claim is booked on a policy. The
	/// renewal stands if there would be no claim without it, as the right to claim would have ended
	/// before the incident was opened. Then it was needed, and its premium stays.
	///
	/// A claim never fails because of a renewal. A renewal that cannot be taken back stands.
	pub(crate) fn settle_renewal(
		id: PolicyId,
		policy: &mut PolicyOf<T>,
		incident: IncidentId,
		finding: &Finding,
	) {
		let is_void =
			|last: &LastRenewal| finding.occurred_at < last.at && finding.opened_active < last.old_expires;
		let Some(last) = Renewed::<T>::get(id).filter(is_void) else { return };
		let mut voided = policy.clone();
		match with_storage_layer(|| Self::void_renewal(id, &mut voided, incident, last)) {
			Ok(()) => *policy = voided,
			Err(error) => Self::deposit_event(Event::RenewalKept { policy: id, incident, error }),
		}
	}

	/// Take a renewal back. The policy ends when it would have ended, and the unearned part of the
	/// renewal's premium goes into the renewal balance, without a fee. The streams hold the rest of
	/// earlier premiums as well. The renewal's part of the rest is the part that it had when it was
	/// made, rounded down in each pool. To be run in a storage layer.
	fn void_renewal(
		id: PolicyId,
		policy: &mut PolicyOf<T>,
		incident: IncidentId,
		last: LastRenewal,
	) -> DispatchResult {
		let LastRenewal { old_ends_at: ends_at, old_expires: expires, premium, before, .. } = last;
		let asset = T::Listings::product(policy.product).ok_or(Error::<T>::UnknownProduct)?.asset;
		let of = premium.checked_add(before).ok_or(ArithmeticError::Overflow)?;
		let mut back = CreditOf::<T>::zero(asset);
		for part in policy.allocations.iter_mut() {
			let (stream, credit) = T::Underwriting::shorten_cover(
				&part.backing(policy.product, policy.expires),
				Ends { expires: Active(expires), until: Wall(ends_at) },
				Fraction { part: premium, of },
			)?;
			part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			back.subsume(credit).map_err(|_| Error::<T>::WrongAsset)?;
		}
		let old_ends_at = core::mem::replace(&mut policy.ends_at, ends_at);
		policy.expires = expires;
		let refund = back.peek();
		if refund > 0 {
			Self::take_in(back)?;
		}
		let renewal_balance = Self::put_back(id, policy, refund)?;
		Renewed::<T>::remove(id);
		Self::deposit_event(Event::RenewalVoided {
			policy: id,
			incident,
			refund,
			renewal_balance,
			old_ends_at,
			ends_at,
			expires,
		});
		Ok(())
	}

	/// Put money into a policy's renewal balance, and plan the next attempt for the end that the
	/// policy has now. Returns the amount in the renewal balance. If the holder has ended the
	/// renewal, a renewal balance without a deposit waits for them.
	fn put_back(id: PolicyId, policy: &PolicyOf<T>, refund: Balance) -> Result<Balance, DispatchError> {
		let renewal = match Renewals::<T>::get(id) {
			Some(renewal) => {
				let renewal_balance =
					renewal.renewal_balance.checked_add(refund).ok_or(ArithmeticError::Overflow)?;
				let next = renewal.due.map(|_| Self::next_hour(policy)).transpose()?;
				Renewal { renewal_balance, due: next, ..renewal }
			}
			None if refund > 0 => {
				Renewal { renewal_balance: refund, max_premium: 0, period: 0, due: None, ticket: None }
			}
			None => return Ok(0),
		};
		let renewal_balance = renewal.renewal_balance;
		Self::put_renewal(id, renewal);
		Ok(renewal_balance)
	}
}
