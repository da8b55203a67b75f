import { describe, expect, it } from '@jest/globals';
import { sessionStoreContract } from '../../src/contract/index.js';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';

sessionStoreContract({ create: () => Promise.resolve({ store: new MemorySessionStore() }) }, { describe, it, expect });
