import assert from 'node:assert/strict'
import { filledPart, parameterKey, parametersOf, parameterValue, partsOf, unplacedOf } from '../../../src/model/templateParameters'
import { orderTemplate, parcelTemplate } from '../support/cannedResponse'

describe('the parameters of a template', () => {
  it('are those of its header, its body, its buttons and its cards, in the order of the template', () => {
    assert.deepEqual(parametersOf(parcelTemplate).map(parameterKey), [
      'headerParameters:1',
      'bodyParameters:1',
      'buttonUrlParameters:code',
      'card 0 bodyParameters:item',
      'card 1 bodyParameters:item',
      'card 1 buttonUrlParameters:slug'
    ])
  })

  it('of one id are one in each list, and share what is described of the id', () => {
    const [header, body] = parametersOf(parcelTemplate)
    assert.ok(header && body)
    assert.deepEqual([header.description, body.description], ['Parcel or name', 'Parcel or name'])
    const values = { [parameterKey(header)]: 'SB-1', [parameterKey(body)]: 'Grace' }
    assert.deepEqual([parameterValue(header, values), parameterValue(body, values)], ['SB-1', 'Grace'])
    assert.deepEqual(
      partsOf(parcelTemplate).map((part) => filledPart(parcelTemplate, part, values)),
      [
        'Parcel SB-1',
        'Hello Grace.',
        'The Shop',
        'https://shop.example/{{code}}',
        'Track it',
        '{{item}}',
        '{{item}}',
        'https://shop.example/{{slug}}'
      ]
    )
  })

  it('of two buttons with the same id are one, with both places', () => {
    const button = (at: number) => ({ place: { kind: 'buttonUrl', button: at }, text: 'https://shop.example/{{code}}' }) as const
    const parameters = parametersOf({ ...orderTemplate, parts: [button(0), button(2)] })
    assert.deepEqual(parameters.find(({ id }) => id === 'code')?.places, [button(0).place, button(2).place])
  })

  it('that are described and stand nowhere are the body’s', () => {
    const parameters = parametersOf({ ...orderTemplate, substitutions: [...orderTemplate.substitutions, { id: 'day' }] })
    assert.deepEqual(parameters.map(parameterKey), ['bodyParameters:1', 'bodyParameters:order', 'bodyParameters:day'])
  })

  it('in a footer, a payload, or the header of a card are such that no send fills in', () => {
    const unplaced = unplacedOf({
      ...orderTemplate,
      parts: [
        { place: { kind: 'footer' }, text: '{{order}}' },
        { place: { kind: 'buttonPayload', button: 1 }, text: 'yes-{{visit}}' },
        { place: { kind: 'headerMedia', card: 0 }, text: '{{picture}}' },
        { place: { kind: 'body', card: 0 }, text: '{{item}}' }
      ]
    })
    assert.deepEqual(unplaced, [
      { id: 'order', defaultValue: 'SB-1', place: { kind: 'footer' } },
      { id: 'visit', place: { kind: 'buttonPayload', button: 1 } },
      { id: 'picture', place: { kind: 'headerMedia', card: 0 } }
    ])
    assert.deepEqual(unplacedOf(parcelTemplate), [])
  })
})
