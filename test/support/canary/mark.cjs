/**
 * What every secret of a test run begins with (knownSecrets.cjs), so that one search finds any of them. Letters only: it reads the same in a
 * URL, in a form and inside JSON.
 */
exports.mark = 'canaryCanary'
