import fc from 'fast-check'

/** Texts that a language could take for something else, by what they hold. */
export const hardTexts: Readonly<Record<string, string>> = {
  'single quotes': "It's 'time', isn't it?''",
  'typographic quotes': '‘It’s’ ‚here‛ “now” „then‟',
  'double quotes': 'She said "no" and ""',
  'line ends': 'one\ntwo\r\n\nthree\n',
  'a dollar': '$HOME ${PATH} $(date) $$ $1',
  'a backtick': '`date` and ``',
  backslashes: 'C:\\new\\table \\\\ \\u0041 \\N{BULLET} \\',
  'an exclamation mark': 'Hi! !! !1 !$ "!" !date',
  'a per cent sign': '100 % %s %PATH% %20',
  'emoji and accents': '👋🏽 👨‍👩‍👧 Ada, é ß 漢字 ‏عربى',
  'signs that a shell knows': '; & | > < * ? ~ ^ @ # ( ) { } [ ] =',
  'signs of comments and templates': '// /* */ # -- {0} {{x}} #{x} <!-- </script>',
  'control characters': '\0 \x01 \b \t \f \v \x1b[31m \x7f \x85 \x9b',
  'characters that end or turn a line': 'a\u2028b\u2029c\u202ed\u2066e\ufeff',
  'spaces that look like others': 'a\u00a0b\u200bc',
  'half an emoji': 'a \ud83d b',
  nothing: ''
}

/** Any text, and texts of what is hard alone. `grapheme` and `binary` are units of fast-check. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '\\',
      '$',
      '`',
      '!',
      '\n',
      '\r',
      '\t',
      ' ',
      '%',
      '&',
      '^',
      '@',
      '{',
      '}',
      'u',
      '0',
      '‘',
      '’',
      '\u2028',
      '\x85',
      '\xa0',
      '👋'
    ),
    maxLength: 20
  })
)
