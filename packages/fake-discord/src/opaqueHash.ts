const FNV_PRIME = 0x01000193;

/** A hash that says nothing, as those of Discord do: 32 hex digits, the same for the same name in every run. */
export function opaqueHash(name: string): string {
  return [0x811c9dc5, 0x2f0b4c47, 0x9e3779b9, 0x5bd1e995].map((seed) => fnv1a(name, seed).toString(16).padStart(8, '0')).join('');
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return (hash ^ (hash >>> 13)) >>> 0;
}
