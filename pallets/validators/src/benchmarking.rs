// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each piece of work at its worst, with as many candidates and validators
//! as there can be.

// Benchmarks stop at the first unexpected result, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::hold::Mutate as _, fungibles::Mutate as _, EnsureOrigin, Get};
use frame_system::RawOrigin;
use pallet_authorship::EventHandler;
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// The setup that the benchmarks need of the runtime: session keys are its own.
pub trait BenchmarkHelper<AccountId> {
	/// Give an account session keys.
	fn set_keys(who: &AccountId);
}

/// An account with native tokens for `bond` and more.
fn funded<T: Config>(n: u32, bond: Balance) -> T::AccountId {
	let who: T::AccountId = account("candidate", n, 0);
	give::<T>(&who, bond);
	who
}

fn give<T: Config>(who: &T::AccountId, bond: Balance) {
	T::Assets::mint_into(AssetId::Native, who, 2 * bond + 10 * Pallet::<T>::least_balance()).unwrap();
}

fn bond<T: Config>() -> Balance {
	<T as Config>::Limits::get().min_bond.max(Pallet::<T>::least_balance())
}

/// Fill the list of candidates, and let the first hundred be the validators. The bonds of all but
/// one are larger than the least.
fn fill<T: Config>() -> Vec<T::AccountId> {
	Candidates::<T>::kill();
	let bond = 2 * bond::<T>();
	let mut candidates: Vec<_> = (0..MAX_CANDIDATES)
		.map(|n| {
			let who = funded::<T>(n, bond);
			T::BenchmarkHelper::set_keys(&who);
			T::Bonds::hold(&Pallet::<T>::bond_reason(), &who, bond).unwrap();
			Candidate { approved: n > 0, ..Candidate::new(who, bond) }
		})
		.collect();
	candidates.sort_by(|a, b| a.who.cmp(&b.who));
	let accounts: Vec<_> = candidates.iter().map(|candidate| candidate.who.clone()).collect();
	Candidates::<T>::put(frame_support::BoundedVec::truncate_from(candidates));
	pallet_session::Validators::<T>::put(accounts[..MAX_VALIDATORS as usize].to_vec());
	accounts
}

/// One benchmark for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// A bond that displaces another.
	#[benchmark]
	pub fn register() -> Result<(), BenchmarkError> {
		fill::<T>();
		let caller: T::AccountId = whitelisted_caller();
		let bond = 3 * bond::<T>();
		give::<T>(&caller, bond);
		T::BenchmarkHelper::set_keys(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), bond);

		assert!(Pallet::<T>::candidate(&caller).is_some());
		assert_eq!(Leavers::<T>::iter().count(), 1);
		Ok(())
	}

	/// The last one of a full list.
	#[benchmark]
	pub fn approve() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		fill::<T>();
		let who: T::AccountId = account("candidate", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Pallet::<T>::candidate(&who).unwrap().approved);
		Ok(())
	}

	/// A full list, of which only the last has session keys.
	#[benchmark]
	pub fn retire() -> Result<(), BenchmarkError> {
		let accounts = fill::<T>();
		let who = accounts[0].clone();
		for other in &accounts[1..MAX_CANDIDATES as usize - 1] {
			pallet_session::NextKeys::<T>::remove(other);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Leavers::<T>::contains_key(&who));
		Ok(())
	}

	/// A bond whose cooldown is over.
	#[benchmark]
	pub fn withdraw_bond() -> Result<(), BenchmarkError> {
		let (caller, bond): (T::AccountId, _) = (whitelisted_caller(), bond::<T>());
		give::<T>(&caller, bond);
		T::Bonds::hold(&Pallet::<T>::bond_reason(), &caller, bond).unwrap();
		Leavers::<T>::insert(&caller, Leaving { bond, until: 0 });

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!Leavers::<T>::contains_key(&caller));
		Ok(())
	}

	/// More for a bond in a full list.
	#[benchmark]
	pub fn add_bond() -> Result<(), BenchmarkError> {
		let who = fill::<T>().remove(0);
		let before = Pallet::<T>::candidate(&who).unwrap().bond;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 1);

		assert_eq!(Pallet::<T>::candidate(&who).unwrap().bond, before + 1);
		Ok(())
	}

	/// A suspended candidate of a full list.
	#[benchmark]
	pub fn resume() -> Result<(), BenchmarkError> {
		let who = fill::<T>().remove(0);
		Candidates::<T>::mutate(|candidates| candidates.iter_mut().for_each(|one| one.suspended = true));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Pallet::<T>::candidate(&who).unwrap().suspended);
		Ok(())
	}

	/// The first money of the rewards' account.
	#[benchmark]
	pub fn fund() -> Result<(), BenchmarkError> {
		let caller: T::AccountId = whitelisted_caller();
		super::give::<T>(&caller, bond::<T>());
		let amount = Pallet::<T>::least_balance();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), amount);

		assert_eq!(Budget::<T>::get(), amount);
		Ok(())
	}

	/// The author of a block.
	#[benchmark]
	pub fn note_author() -> Result<(), BenchmarkError> {
		let author: T::AccountId = account("candidate", 0, 0);
		Authored::<T>::insert(&author, 1);

		#[block]
		{
			<Pallet<T> as EventHandler<_, _>>::note_author(author.clone());
		}

		assert_eq!(Authored::<T>::get(author), 2);
		Ok(())
	}

	/// An offence of `o` validators of a hundred, which takes a part of their bonds, and ends their
	/// candidacies.
	#[benchmark]
	pub fn on_offence(o: Linear<1, MAX_VALIDATORS>) -> Result<(), BenchmarkError> {
		let accounts = fill::<T>();
		Candidates::<T>::mutate(|candidates| {
			candidates.iter_mut().for_each(|one| one.offences = vec![1, 2].try_into().unwrap())
		});
		let details =
			|who: &T::AccountId| OffenceDetails { offender: (who.clone(), ()), reporters: Vec::new() };
		let offenders: Vec<_> = accounts[..o as usize].iter().map(details).collect();
		let fractions = vec![Perbill::from_percent(10); o as usize];

		#[block]
		{
			<Pallet<T> as OnOffenceHandler<_, _, _>>::on_offence(&offenders, &fractions, 3);
		}

		assert_eq!(Slashes::<T>::iter().count(), o as usize);
		assert_eq!(Leavers::<T>::iter().count(), o as usize);
		Ok(())
	}

	/// The end of a session with `v` validators, each of which is paid, and the choice of the next
	/// ones among all candidates.
	#[benchmark]
	pub fn end_session(v: Linear<1, MAX_VALIDATORS>) -> Result<(), BenchmarkError> {
		let accounts = fill::<T>();
		let validators = accounts[..v as usize].to_vec();
		validators.iter().for_each(|who| Authored::<T>::insert(who, 12));
		pallet_session::Validators::<T>::put(validators);
		let account = Pallet::<T>::account().unwrap();
		T::Assets::mint_into(AssetId::Native, &account, bond::<T>().max(1_000_000)).unwrap();
		let next;

		#[block]
		{
			Pallet::<T>::close(0);
			next = <Pallet<T> as pallet_session::SessionManager<_>>::new_session(2);
		}

		assert_eq!(Authored::<T>::iter().count(), 0);
		assert!(next.is_some());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
