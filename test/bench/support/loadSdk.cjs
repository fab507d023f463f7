// Prints {loadMs}, what the whole SDK takes to load.
require('./builtins.cjs')
const begun = performance.now()
require('purecloud-platform-client-v2')
console.log(JSON.stringify({ loadMs: performance.now() - begun }))
process.exit()
