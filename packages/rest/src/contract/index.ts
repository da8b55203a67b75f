// The contracts of the ports of REST, for everyone who writes another implementation.
export { rateLimitStoreContract, type RateLimitStoreContractOptions, type RateLimitStoreSubject } from './rateLimitStore.contract.js';
export type { ContractExpect, ContractMatchers, ContractRunner } from '@aplomb/base';
