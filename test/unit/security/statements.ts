/** A test: its file in test/, and its title. */
export type NamedTest = readonly [file: string, title: string]

const canary: NamedTest = ['ui/canary.test.ts', 'finds one that is shown, kept or written, and says where']
const safety = 'sandbox/safety.test.ts'
const manners = 'sandbox/manners.test.ts'
const sources = 'unit/security/sources.test.ts'
const kept = 'host/authentication/kept.test.ts'
const session = 'host/authentication/session.test.ts'
const outbox = 'unit/store/outbox/outbox.test.ts'
const signIn = 'unit/genesys/userSignIn/signInUser.test.ts'

/** Every sentence of the README’s section on security, and the tests that hold it. */
export const statements: Readonly<Record<string, readonly NamedTest[]>> = {
  'Client secrets and access tokens are kept in VS Code’s SecretStorage and nowhere else.': [
    [kept, 'stand under their connection, and nowhere else'],
    ['host/authentication/import.test.ts', 'is kept with its secret in the SecretStorage, named after the organisation, and open'],
    canary
  ],
  'No log, document, label, notification, panel or file holds one: whatever an editor wrote or showed in a test run is searched for its secrets.':
    [
      canary,
      ['ui/canary.test.ts', 'knows the secrets that the sandbox makes in the editor'],
      ['host/canary.test.ts', 'are known, so that they can be searched for after it'],
      ['unit/canary/wire.test.ts', 'is searched for secrets, which are told with the call'],
      ['unit/genesys/failures.test.ts', 'has no token in it, though the platform repeats one']
    ],
  'Names, regions and client ids of connections are kept in VS Code’s global state, without secrets.': [
    [kept, 'are there again as they were saved, in their order']
  ],
  'Drafts are kept in the workspace’s storage until they are sent or emptied, and sends in the extension’s storage, with their texts and recipients.':
    [
      ['unit/store/drafts.test.ts', 'leaves nothing behind once it is empty or cleared'],
      [outbox, 'is recorded before it leaves, with all that it takes to find it again, and no token'],
      [outbox, 'to the sandbox is in no file']
    ],
  'Both are deleted after the days that you set, 30 unless you do, and at once by _Forget Drafts and Sends…_.': [
    ['unit/store/draftRetention.test.ts', 'are forgotten once they are older than that, and no others'],
    [outbox, 'is forgotten when it is older than it may be kept'],
    [outbox, 'is forgotten with all others, and followed no further']
  ],
  'Drafts are there again when the editor was closed.': [
    ['unit/store/drafts.test.ts', 'is there again after the editor was closed, for its conversation only'],
    ['unit/store/drafts.test.ts', 'is written at the first keystroke, and then once in a quarter of a second, to the last one']
  ],
  'Signing out revokes the user’s token and forgets it.': [
    [session, 'signs the user out: the token is revoked and forgotten, and the client goes on'],
    ['host/authentication/accounts.test.ts', 'sign out: the token is revoked and forgotten']
  ],
  'Removing a connection forgets everything of it.': [
    [session, 'forgets everything of a connection that is removed, also when the platform cannot be reached'],
    [kept, 'are all gone when the connection is forgotten, and no other’s'],
    ['unit/store/drafts.test.ts', 'is forgotten with its connection, and no other is']
  ],
  'Requests go to the API and login hosts of the region that you chose, to hosts that you added in your user settings, and to 127.0.0.1 for the sandbox.':
    [
      ['unit/genesys/endpoint.test.ts', 'is under its region’s domain'],
      ['unit/genesys/endpoint.test.ts', 'is no host that somebody made up'],
      ['unit/genesys/endpoint.test.ts', 'is nothing that could lead a token elsewhere'],
      ['unit/genesys/endpoint.test.ts', 'is this machine and no other, for the sandbox'],
      [kept, 'lead only to regions, and to hosts that the user’s settings have now'],
      [sources, 'open no connection themselves but for sign-ins, notifications and uploads: the SDK does, in one file']
    ],
  'A file that you choose to send is read when you have chosen it, and uploaded to the encrypted address that the platform gives for it, without a token.':
    [
      ['unit/genesys/media/putFile.test.ts', 'carries the headers that were given, and no token'],
      ['unit/genesys/media/putFile.test.ts', 'goes nowhere else: a redirection is not followed'],
      ['unit/genesys/media/putFile.test.ts', 'is an encrypted one, or on this machine for a sandbox'],
      [
        sources,
        'read no files but the extension’s own and one that a person chooses to send, and nothing of a workspace but the selection that they want explained'
      ]
    ],
  'A workspace cannot add a host, trusted or not.': [
    ['ui/restrictedMode.test.ts', 'adds no host that a connection could go to; the user’s own settings do'],
    ['unit/security/manifest.test.ts', 'can be set for the application only, and not by a workspace'],
    ['unit/security/manifest.test.ts', 'are taken from nobody else in Restricted Mode']
  ],
  'VS Code’s proxy settings decide how they get there.': [
    ['host/proxy.test.ts', 'decide by which proxy the platform is asked, before the environment does']
  ],
  'Each request carries a `Genesys-App` header with the extension’s name.': [
    [manners, 'every request says which app it is from, also those for a token']
  ],
  'You sign in with your browser (PKCE), and an answer that was not asked for is passed over.': [
    ['ui/signIn.test.ts', 'comes back to the editor, and connects the user'],
    [signIn, 'passes over an answer with another state, tells of it once, and goes on waiting'],
    [signIn, 'has a state of its own each time, which cannot be guessed'],
    ['unit/genesys/userSignIn/authorisation.test.ts', 'begins on the login page of the region, with the challenge and the state']
  ],
  'A send goes out after a confirmation, and on a production organisation after you have typed its name.': [
    ['ui/story.test.ts', 'sends it after a confirmation and follows it until it is delivered'],
    ['host/severalConnections.test.ts', 'counts when it is the organisation’s, letter by letter']
  ],
  'A send is never repeated, whatever came of it; only one whose token was refused, and that was not carried out, is made once more with a new token.':
    [
      [manners, 'a send is made exactly once'],
      [manners, 'is renewed on the refusal when this machine’s clock is behind'],
      ['unit/genesys/traffic.test.ts', 'sends once, whatever comes of it']
    ],
  'There is no telemetry.': [
    [sources, 'have no telemetry'],
    [sources, 'open no connection themselves but for sign-ins, notifications and uploads: the SDK does, in one file']
  ],
  'The SDK’s own configuration file is never read, and it writes no log.': [
    ['sandbox/sdkConfiguration.test.ts', 'is not read: requests go where the connection says, and no log is written']
  ],
  'The panel’s page never loads anything but the extension’s own files.': [
    ['host/panelPage.test.ts', 'may load and run the extension’s own files, and nothing else']
  ],
  'Nothing in a workspace is run, and nothing of it is read but the selection that you want explained.': [
    [sources, 'run no program, and no text as code'],
    [
      sources,
      'read no files but the extension’s own and one that a person chooses to send, and nothing of a workspace but the selection that they want explained'
    ],
    ['ui/restrictedMode.test.ts', 'keeps nobody from the sandbox, a diagnosis and an explanation']
  ],
  'What other tools have configured is not read before you ask for it, and never changed.': [
    ['host/authentication/import.test.ts', 'is noticed without being read'],
    [
      'host/authentication/import.test.ts',
      'is the CLI’s profiles and the environment, with the reason for what cannot be used; the file stays as it is'
    ]
  ],
  'What you paste is taken apart on your machine, and secrets are taken out as it is read.': [
    ['unit/exchange/secrets.test.ts', 'of the words around it, where it stands in'],
    ['unit/exchange/secrets.test.ts', 'of a body that was meant to be JSON and cannot be read, in the field'],
    [sources, 'open no connection themselves but for sign-ins, notifications and uploads: the SDK does, in one file']
  ],
  'The sandbox never listens on anything but 127.0.0.1, answers no web page of somebody else, and has new secrets at each start.': [
    [safety, 'listens on 127.0.0.1 and nowhere else'],
    [safety, 'refuses web pages of anybody else, and gives them nothing to read the answer with'],
    [safety, 'refuses every other Host, so that no page in a browser can reach it under a name of its own'],
    ['sandbox/start.test.ts', 'gives the same ids, texts and times for the same seed and time, and other secrets']
  ]
}
