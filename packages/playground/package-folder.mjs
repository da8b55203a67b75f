// Where this package lies, for the ESM copy. `import.meta` does not compile in the CommonJS copy, which has the other file of this pair.
export const packageFolder = import.meta.dirname;
