import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { identifyLedgerContract } from '../../src/contract/index.js';
import { MemoryIdentifyLedger } from '../../src/identify/MemoryIdentifyLedger.js';

identifyLedgerContract(
  {
    create: () => {
      const clock = new ManualClock();
      const advance = (ms: number): Promise<void> => {
        clock.advance(ms);
        return Promise.resolve();
      };
      return Promise.resolve({ ledger: new MemoryIdentifyLedger({ clock }), wallMs: () => clock.wallMs(), advance });
    },
  },
  { describe, it, expect },
);
