// Where this package lies, for the CommonJS copy and for jest.
exports.packageFolder = __dirname;
