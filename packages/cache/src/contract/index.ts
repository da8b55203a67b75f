// The contracts of the cache's ports, for everyone who writes another implementation.
export { cacheSnapshotStoreContract, type CacheSnapshotStoreContractOptions } from './cacheSnapshotStore.contract.js';
export type { ContractExpect, ContractMatchers, ContractRunner } from '@aplomb/base';
