// Where the built page lies, for jest on the sources and for the CommonJS copy. The build puts this file beside that, since Node looks for `#page-folder` there.
const { basename, join } = require('node:path');

exports.pageFolder = basename(__dirname) === 'cjs' ? join(__dirname, '..', 'page') : join(__dirname, 'dist', 'page');
