// The contracts of the gateway's ports, for everyone who writes another implementation.
export { identifyLedgerContract, type IdentifyLedgerContractOptions, type IdentifyLedgerSubject } from './identifyLedger.contract.js';
export { identifyQueueContract, type IdentifyQueueContractOptions, type IdentifyQueueSubject } from './identifyQueue.contract.js';
export { sessionStoreContract, type SessionStoreContractOptions } from './sessionStore.contract.js';
export type { ContractExpect, ContractMatchers, ContractRunner } from '@aplomb/base';
