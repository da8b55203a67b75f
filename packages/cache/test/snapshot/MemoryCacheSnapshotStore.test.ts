import { describe, expect, it } from '@jest/globals';
import { cacheSnapshotStoreContract } from '../../src/contract/index.js';
import { MemoryCacheSnapshotStore } from '../../src/snapshot/MemoryCacheSnapshotStore.js';

cacheSnapshotStoreContract({ create: () => Promise.resolve({ store: new MemoryCacheSnapshotStore() }) }, { describe, it, expect });
