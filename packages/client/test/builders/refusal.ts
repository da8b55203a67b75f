import { AplombError } from '@aplomb/base';

/** What a builder says of a call: its code, and its words. */
export function refusal(build: () => void): { readonly code: string; readonly message: string } {
  try {
    build();
  } catch (error) {
    if (AplombError.is(error)) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'none', message: 'was taken' };
}
