import assert from 'node:assert/strict'
import { Log } from '../../src/editor/log'
import { act } from '../../src/editor/panel/acting'
import type { SendQuestion } from '../../src/editor/panel/confirmation'
import { PanelContents } from '../../src/editor/panel/contents'
import { actionsView } from '../../src/editor/panel/view/actions'
import type { ActionId } from '../../src/followUp/actions/action'
import { systemPace } from '../../src/genesys/traffic/pace'
import { Drafts } from '../../src/store/drafts'
import type { ActionsView, ActionView } from '../../src/webview/protocol'
import { sendsWith } from '../support/sends'
import { memento } from './support/kept'
import { openSandboxed, type Sandboxed } from './support/sandboxed'
import { showConversation } from './support/showConversation'

const participantOperation = 'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}'

describe('An action in a panel', () => {
  let at: Sandboxed
  let contents: PanelContents
  const log = new Log()
  const asked: SendQuestion[] = []

  beforeEach(async () => {
    at = await openSandboxed()
    const { connections } = at
    contents = new PanelContents(
      { connections, drafts: new Drafts(memento(), systemPace, assert.ifError), sends: sendsWith(systemPace), log },
      () => undefined
    )
    asked.length = 0
  })
  afterEach(async () => {
    contents.dispose()
    await at.sandbox.stop()
  })
  after(() => {
    log.dispose()
  })

  const view = (): ActionsView => {
    const { shown, connection, asked } = contents.state
    assert.ok(shown && connection)
    return actionsView(shown, connection, asked)
  }
  const offered = (id: ActionId): ActionView | undefined => view().list.find((action) => action.id === id && action.act !== undefined)
  const verdictOf = (route: string): string | undefined => contents.state.shown?.routes.find(({ id }) => id === route)?.verdict

  /** The person is asked, something happens meanwhile, and they answer. */
  const answering =
    (answer: boolean, meanwhile: () => Promise<void> = () => Promise.resolve()) =>
    async (question: SendQuestion): Promise<boolean> => {
      asked.push(question)
      await meanwhile()
      return answer
    }

  /** How often the sandbox was asked to change something. */
  const changes = (): number =>
    at.sandbox
      .ledger()
      .filter(({ request: { method, path } }) => method !== 'GET' && /participants|assign|messages\/[0-9a-f-]{36}$/.test(path)).length

  it('says beforehand what it sends, what it does and which route it opens', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    const accept = offered('accept')
    assert.ok(accept)
    assert.equal(accept.opens, 'Then: Agent message will work.')
    assert.match(accept.request.text, /^PATCH \/api\/v2\/conversations\/messages\/[0-9a-f-]+\/participants\/[0-9a-f-]+ HTTP\/1\.1/)
    assert.match(accept.request.text, /"state": "connected"/)
    assert.match(accept.request.text, /Bearer <user token>/)
    assert.equal(accept.request.sentAs, 'User credential: Nora Lind')
    await act(contents, 'accept', answering(false))
    const [question] = asked
    assert.match(question?.question ?? '', /^Accept the conversation with Hannah Weiss on Sandbox\?$/)
    for (const said of [/Nora Lind gets the conversation with Hannah Weiss/, /PATCH \/api\/v2\//, /\{"state":"connected"\}/, /Nora Lind$/])
      assert.match(question?.detail ?? '', said)
    assert.equal(changes(), 0)
  })

  it('is done after the confirmation, and the plan follows', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    assert.equal(verdictOf('agentMessage'), 'will-fail')
    await act(contents, 'accept', answering(true))
    assert.equal(view().outcome?.text, 'Done.')
    assert.equal(verdictOf('agentMessage'), 'will-work')
    assert.equal(offered('accept'), undefined)
  })

  it('is not done when the conversation has changed meanwhile, and says so', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    const elsewhere = contents.state.shown?.actions.actions.find(({ id }) => id === 'disconnect')
    assert.ok(elsewhere)
    await act(
      contents,
      'accept',
      answering(true, () => at.open.connection.change(elsewhere.request))
    )
    assert.match(
      contents.state.notice?.text ?? '',
      /^Nothing was done\. The conversation has changed: “Accept the conversation” is no longer possible\.$/
    )
    assert.equal(view().outcome, undefined)
    assert.equal(changes(), 1)
  })

  it('is done once when it is confirmed twice', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    await Promise.all([act(contents, 'accept', answering(true)), act(contents, 'accept', answering(true))])
    assert.equal(changes(), 1)
  })

  it('that is refused is explained in place', async () => {
    await showConversation(contents, at.refOf('queued-web'))
    await at.open.connection.change({
      method: 'PUT',
      path: `/api/v2/users/${at.open.connection.credentials[0]?.userId ?? ''}/routingstatus`,
      body: { status: 'OFF_QUEUE' },
      credential: 'user'
    })
    await act(contents, 'assign', answering(true))
    const { outcome } = view()
    assert.match(outcome?.text ?? '', /^Nothing was done\. .*invalid\.status/)
    assert.equal(outcome?.findings[0]?.rule, 'assign.user-status')
  })

  for (const [when, says] of [
    ['before', /does not show it\. It may still come/],
    ['after', /shows that it is done/]
  ] as const)
    it(`whose outcome is unknown is never repeated, and told by the conversation (${when} it took effect)`, async () => {
      await showConversation(contents, at.refOf('alerting-web'))
      at.sandbox.setFaults([{ kind: 'serverError', status: 504, when, operation: participantOperation }])
      await act(contents, 'accept', answering(true))
      assert.match(view().outcome?.text ?? '', /^It is not known what became of it/)
      assert.match(view().outcome?.text ?? '', says)
      assert.equal(changes(), 1)
      assert.equal(offered('accept') !== undefined, when === 'before')
    })

  it('that was asked for, and has no use, says why until something is done', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    contents.askFor('resume')
    assert.deepEqual(view().notApplicable, {
      title: 'Resume the conversation',
      why: 'No agent has parked the conversation, so there is nothing to resume.'
    })
    contents.askFor('accept')
    assert.equal(view().notApplicable, undefined)
    await act(contents, 'accept', answering(true))
    assert.equal(view().outcome?.text, 'Done.')
    assert.equal(view().notApplicable, undefined)
  })

  it('that was asked for, and that somebody else has done meanwhile, says so', async () => {
    await showConversation(contents, at.refOf('alerting-web'))
    contents.askFor('accept')
    const elsewhere = contents.state.shown?.actions.actions.find(({ id }) => id === 'accept')
    assert.ok(elsewhere)
    await at.open.connection.change(elsewhere.request)
    await contents.refresh()
    assert.match(view().notApplicable?.why ?? '', /^No agent is alerted/)
  })

  it('is not offered where it will fail, and neither done then', async () => {
    await showConversation(contents, at.refOf('ended-web'))
    assert.match(view().impossible ?? '', /No documented operation re-opens it/)
    await act(contents, 'accept', answering(true))
    assert.deepEqual([asked.length, changes()], [0, 0])
  })
})
