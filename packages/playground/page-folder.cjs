// Where the built page lies. CommonJS, because the folder of a file has a name there that compiles for both copies of the package; the build puts this file
// into `dist` too, beside them.
const { basename, join } = require('node:path');

exports.pageFolder = basename(__dirname) === 'dist' ? join(__dirname, 'page') : join(__dirname, 'dist', 'page');
