// Where the built page lies, for the ESM copy: `import.meta` does not compile in the CommonJS copy, which has the other file of this pair.
import { join } from 'node:path';

export const pageFolder = join(import.meta.dirname, 'dist', 'page');
