/** An option of a cURL command, by its long name, with its value; or an argument, which is the URL. */
export type CurlArgument =
  | { readonly kind: 'option'; readonly name: string; readonly value: string }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'plain'; readonly text: string }

/** Letters that take a value, with the long names of those that say something of the request. */
const longNames: ReadonlyMap<string, string> = new Map([
  ['X', '--request'],
  ['H', '--header'],
  ['u', '--user'],
  ['d', '--data'],
  ['F', '--form'],
  ['T', '--upload-file'],
  ['G', '--get'],
  ['I', '--head']
])
const valueLetter = /[AbcCdDeEFHKmoPQrtTuUwxXYyz]/

/** Long options that take a value. */
const valueOptions = new Set(
  (
    '--request --header --user --oauth2-bearer --data --data-raw --data-binary --data-ascii --data-urlencode --json --url --url-query ' +
    '--output --user-agent --referer --cookie --cookie-jar --max-time --connect-timeout --proxy --proxy-user --form --form-string --cacert ' +
    '--capath --cert --key --pass --write-out --retry --retry-delay --retry-max-time --resolve --connect-to --config --dump-header --range ' +
    '--upload-file --interface --limit-rate --max-redirs --ciphers --tls-max --noproxy --trace --trace-ascii --stderr --aws-sigv4 ' +
    '--output-dir --proxy-header --cert-type --key-type --keepalive-time --speed-limit --speed-time --unix-socket --dns-servers'
  ).split(' ')
)

/** The options and arguments of a cURL command: `-XPOST`, `-sX POST`, `--request=POST` and `--request POST` are the same. */
export const curlArguments = (words: readonly string[]): readonly CurlArgument[] => {
  const found: CurlArgument[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const value = (attached: string): string => (attached === '' ? (words[++index] ?? '') : attached)
    const [, long, attached] = /^(--[a-z\d][a-z\d.-]*)(?:=(.*))?$/s.exec(word) ?? []
    if (long !== undefined) {
      if (attached !== undefined) found.push({ kind: 'option', name: long, value: attached })
      else found.push(valueOptions.has(long) ? { kind: 'option', name: long, value: value('') } : { kind: 'flag', name: long })
    } else if (/^-[a-z]/i.test(word)) {
      const at = word.slice(1).search(valueLetter) + 1
      const flags = at === 0 ? word.slice(1) : word.slice(1, at)
      for (const letter of new Set(flags)) found.push({ kind: 'flag', name: longNames.get(letter) ?? `-${letter}` })
      const letter = word.charAt(at)
      if (at > 0) found.push({ kind: 'option', name: longNames.get(letter) ?? `-${letter}`, value: value(word.slice(at + 1)) })
    } else found.push({ kind: 'plain', text: word })
  }
  return found
}
