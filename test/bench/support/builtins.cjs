// Modules of Node.js that an extension host has loaded before the first extension: their price is not the extension's.
for (const name of [
  'crypto',
  'fs',
  'fs/promises',
  'http',
  'https',
  'net',
  'path',
  'stream',
  'timers/promises',
  'tls',
  'url',
  'util',
  'zlib'
]) {
  require(`node:${name}`)
}
