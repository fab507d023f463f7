import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf } from './support/legs'
import { answerOf, assertRefused, bodyOf, sdkAsClient } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
const day = 24 * 60 * 60 * 1000

describe('External contacts', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.externalContacts

  const search = async (q: string): Promise<readonly Models.ExternalContact[]> =>
    (await bodyOf(api().getExternalcontactsContacts({ q }))).entities ?? []

  const named = async (q: string): Promise<Models.ExternalContact> => {
    const [found, ...others] = await search(q)
    assert.ok(found && others.length === 0, `one contact is ${q}`)
    return found
  }

  /** The client’s token does not outlive the days that pass. */
  const later = async (days: number) => {
    const { clock, sandbox } = session()
    clock.advance(days * day)
    const { url, clientId, clientSecret } = sandbox.address
    return (await sdkAsClient(url, clientId, clientSecret)).externalContacts
  }

  it('are found by name, address and number, in pages of 20', async () => {
    const jamie = await fitting(api().getExternalcontactsContact(idOf(await named('jamie rivera'))), 'ExternalContact')
    assert.deepEqual([jamie.firstName, jamie.lastName, jamie.type], ['Jamie', 'Rivera', 'Identified'])
    assert.equal((await named('elin.sandberg@mail.example')).type, 'Curated')
    assert.deepEqual(await search('nobody at all'), [])

    const all = await bodyOf(api().getExternalcontactsContacts({ pageSize: 5, pageNumber: 2, sortOrder: 'lastName:desc' }))
    assert.deepEqual([all.total, all.pageCount, all.entities?.length], [14, 3, 5])
    await assertRefused(
      api().getExternalcontactsContacts({ pageSize: 100, pageNumber: 11 }),
      400,
      'invalid.query.param.value',
      'contacts.search'
    )
  })

  it('can be made, replaced, changed and taken away', async () => {
    const made = await fitting(
      api().postExternalcontactsContacts({ firstName: 'Ana', lastName: 'Reis', cellPhone: { display: '+1 317-555-0122' } }),
      'ExternalContact'
    )
    assert.deepEqual([made.type, made.cellPhone?.e164, made.cellPhone?.userInput], ['Curated', '+13175550122', '+1 317-555-0122'])
    const id = idOf(made)
    const replaced = await bodyOf(api().putExternalcontactsContact(id, { firstName: 'Ana', workEmail: 'ana@work.example' }))
    assert.deepEqual([replaced.lastName, replaced.cellPhone, replaced.workEmail], [undefined, undefined, 'ana@work.example'])

    const changed = await fitting(
      api().patchExternalcontactsContact(id, {
        changes: [
          { field: '$.lastName', action: 'UpdateIfEmpty', value: 'Silva' as never },
          { field: '$.workEmail', action: 'UpdateIfEmpty', value: 'other@work.example' as never },
          { field: '$.address.city', action: 'Update', value: 'Porto' as never }
        ]
      }),
      'ExternalContact'
    )
    assert.deepEqual([changed.lastName, changed.workEmail, changed.address?.city], ['Silva', 'ana@work.example', 'Porto'])
    await assertRefused(
      api().patchExternalcontactsContact(id, {
        changes: [
          { field: '$.address', action: 'Remove' },
          { field: '$.address.city', action: 'Remove' }
        ]
      }),
      409,
      'request.conflict',
      'contact.patch'
    )
    await assertRefused(
      api().patchExternalcontactsContact(id, { changes: [{ field: '$.shoeSize', action: 'Update', value: 42 as never }] }),
      400,
      'invalid.property',
      'body.unknown-field'
    )

    await bodyOf(api().deleteExternalcontactsContact(id))
    await assertRefused(api().getExternalcontactsContact(id), 404, 'entity.not.found')
    await assertRefused(api().putExternalcontactsContact(unknownId, {}), 404, 'entity.not.found')
    await assertRefused(session().reader.externalContacts.postExternalcontactsContacts({}), 403, 'missing.any.permissions')
    await assertRefused(api().postExternalcontactsContacts({ customFields: {} }), 501, 'sandbox.not.implemented')
  })

  it('name the one that stands for them since they were merged', async () => {
    const [first, second] = [await named('Hannah Weiss'), await named('Daniel Kim')]
    const merged = await fitting(
      api().postExternalcontactsContactsMerge({ contactIds: [idOf(first), idOf(second)], valueOverride: { title: 'Dr' } }),
      'ExternalContact'
    )
    assert.equal(merged.title, 'Dr')
    assert.equal(merged.canonicalContact?.id, merged.id)
    assert.deepEqual(new Set(merged.mergedFrom?.map(({ id }) => id)), new Set([idOf(first), idOf(second)]))

    const source = await answerOf(api().getExternalcontactsContact(idOf(first)))
    assert.deepEqual([source.body.mergedTo?.id, source.body.canonicalContact?.id, source.body.mergeSet?.length], [merged.id, merged.id, 3])
    assert.equal(source.headers['x-sandbox-assumption'], 'contact.merged-read')
    assert.deepEqual(await search('Hannah'), [])
    await assertRefused(
      api().postExternalcontactsContactsMerge({ contactIds: [idOf(first), idOf(merged)] }),
      400,
      'invalid.value',
      'body.unknown-reference'
    )
  })

  it('are merged in twos by the older operation, unless both are curated', async () => {
    const [observed, other] = [await named('Grace Obi'), await named('Sam Okafor')]
    const merge = (source: Models.ExternalContact, target: Models.ExternalContact) =>
      api().postExternalcontactsMergeContacts({ sourceContactId: idOf(source), targetContactId: idOf(target) })
    await bodyOf(api().postExternalcontactsContactPromotion(idOf(observed)))
    const merged = await bodyOf(merge(observed, other))
    await assertRefused(merge(merged, await named('Elin Sandberg')), 400, 'bad.request', 'contact.merge, permissions.not-listed')
  })

  it('that nobody wrote down are gone 60 days after the last interaction; a promoted one stays', async () => {
    const soon = idOf(await named('Aino Laine'))
    const jamie = idOf(await named('Jamie Rivera'))
    const priya = idOf(await named('Priya Raman'))
    const promoted = await fitting(api().postExternalcontactsContactPromotion(priya), 'ExternalContact')
    assert.equal(promoted.type, 'Curated')
    await assertRefused(api().postExternalcontactsContactPromotion(priya), 400, 'promotion.of.curated.contact.failed')

    const nextDay = await later(1)
    await assertRefused(nextDay.getExternalcontactsContact(soon), 404, 'entity.not.found')
    await bodyOf(nextDay.getExternalcontactsContact(jamie))
    const afterJamie = await later(58)
    await assertRefused(afterJamie.getExternalcontactsContact(jamie), 404, 'entity.not.found')
    await bodyOf(afterJamie.getExternalcontactsContact(priya))
  })

  it('stay 60 days more when somebody writes to them', async () => {
    const jamie = idOf(await named('Jamie Rivera'))
    session().clock.advance(12 * 60 * 60 * 1000)
    await bodyOf(
      session().client.conversations.postConversationsMessagesAgentless({
        fromAddress: session().sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: jamie,
        textBody: 'Hello'
      })
    )
    await bodyOf((await later(59)).getExternalcontactsContact(jamie))
    await assertRefused((await later(2)).getExternalcontactsContact(jamie), 404, 'entity.not.found')
  })

  it('are recognised by what they have claimed', async () => {
    const elin = await named('Elin Sandberg')
    const lookup = (type: string, value: string) => api().postExternalcontactsIdentifierlookupContacts({ type, value })
    assert.equal((await fitting(lookup('Phone', '+13175550171'), 'ExternalContact')).id, elin.id)
    await assertRefused(lookup('Phone', '+13175550172'), 404, 'not.found', 'identifier.unknown, permissions.not-listed')

    const jamie = idOf(await named('Jamie Rivera'))
    const change = (operation: string, value: string) =>
      api().patchExternalcontactsContactIdentifiers(jamie, { operation, identifier: { type: 'Email', value } })
    await fitting(change('Claim', 'jamie@mail.example'), 'ContactIdentifier')
    assert.equal((await bodyOf(lookup('Email', 'JAMIE@mail.example'))).id, jamie)
    await assertRefused(change('Claim', 'elin.sandberg@mail.example'), 409, 'identifier.claim.conflict')
    const listed = await fitting(api().getExternalcontactsContactIdentifiers(jamie), 'ContactIdentifierListing')
    assert.deepEqual(
      listed.entities?.map(({ value }) => value),
      ['jamie@mail.example']
    )
    await bodyOf(change('Release', 'jamie@mail.example'))
    await assertRefused(change('Release', 'jamie@mail.example'), 404, 'identifier.cannot.be.released')
  })
})
