'use strict';

// Loaded before every script of the workspace (node -r), and written so that even Node 4 can read it: an old Node says one clear
// sentence here instead of a syntax error somewhere else.
var wanted = '20.19';
var found = process.versions.node;

/** 20.19 as 20019, so that versions compare as numbers. */
function rank(/** @type {string} */ version) {
  var parts = version.split('.');
  return Number(parts[0]) * 1000 + Number(parts[1]);
}

if (rank(found) < rank(wanted)) {
  console.error('aplomb needs Node ' + wanted + ' or newer, and this is Node ' + found + '. Install a newer one from https://nodejs.org.');
  process.exit(1);
}
