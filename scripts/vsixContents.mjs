/** What a .vsix may take on disk. */
export const vsixBudgetBytes = 2_000_000

/** What is shipped, and nothing else. */
const shipped = [
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^dist\/[\w-]+\.js$/,
  /^dist\/codicon\.(css|ttf)$/,
  /^media\//,
  /^docs\/rules\.md$/,
  /^l10n\//,
  /^README\.md$/,
  /^CHANGELOG\.md$/,
  /^LICENSE(\.txt)?$/
]

/**
 * @param {readonly string[]} files the paths in a package
 * @returns {readonly string[]} those that are not meant to be shipped
 */
export const unexpectedFiles = (files) => files.filter((file) => !shipped.some((pattern) => pattern.test(file)))
