import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { CannedResponse, ResponseLibrary } from '../../organisation/cannedResponse'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { listing } from '../paging'
import { pathId } from '../path'
import { readExpand } from '../expand'
import { readBody } from '../requestBody'
import { libraryBody, responseBody, responseType } from '../shapes/cannedResponse'

/** `ResponseQueryRequest`. Source of the numbers: its field documentation. */
const query = z.strictObject({
  queryPhrase: z.optional(z.string()),
  pageSize: z.optional(z.int().check(z.positive(), z.maximum(500))),
  pageNumber: z.optional(z.int().check(z.positive())),
  filters: z.optional(
    z.array(
      z.strictObject({
        name: z.string(),
        operator: z.enum(['IN', 'EQUALS', 'NOTEQUALS', 'BEGINS_WITH', 'ENDS_WITH', 'CONTAINS']),
        values: z.array(z.string())
      })
    )
  )
})

type Filter = NonNullable<z.infer<typeof query>['filters']>[number]

/** What a response has for each name that a filter may have. Source: published OpenAPI, `ResponseFilter.name`. */
const filtered: Readonly<Record<string, (response: CannedResponse) => readonly string[]>> = {
  name: ({ name }) => [name],
  libraryId: ({ libraryIds }) => libraryIds,
  'text.contentType': () => ['text/plain'],
  messagingTemplate: ({ use }) => (use.kind === 'whatsAppTemplate' ? ['whatsApp'] : []),
  responseType: ({ use }) => {
    const type = responseType(use)
    return type === undefined ? [] : [type]
  }
}

const matches = (actual: string, { operator, values }: Filter): boolean => {
  const has = actual.toLowerCase()
  const wanted = values.map((value) => value.toLowerCase())
  switch (operator) {
    case 'IN':
    case 'EQUALS':
      return wanted.includes(has)
    case 'NOTEQUALS':
      return !wanted.includes(has)
    case 'BEGINS_WITH':
      return wanted.some((value) => has.startsWith(value))
    case 'ENDS_WITH':
      return wanted.some((value) => has.endsWith(value))
    case 'CONTAINS':
      return wanted.some((value) => has.includes(value))
  }
}

const fits = (response: CannedResponse, filter: Filter): boolean => {
  const valuesOf = filtered[filter.name]
  if (valuesOf === undefined) {
    throw new Refusal(documented.responseQueryValue, `Responses cannot be filtered by ${filter.name}.`, { field: 'filters' })
  }
  const actual = valuesOf(response)
  return filter.operator === 'NOTEQUALS' ? actual.every((value) => matches(value, filter)) : actual.some((value) => matches(value, filter))
}

/** Canned responses and their libraries. */
export const responseManagementRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const viewLibraries = needs({ token: 'any', permissions: { some: ['responses:library:view'] } })
  const viewResponses = needs({ token: 'any', permissions: { some: ['responses:response:view'] } })
  const routes = new Hono<Environment>()

  const libraryById = (id: string): ResponseLibrary => {
    const library = world.organisation.libraries.find((candidate) => candidate.id === id)
    if (library === undefined) throw new Refusal(documented.libraryNotFound, `This organisation has no library ${id}.`)
    return library
  }

  routes.get('/libraries', viewLibraries, (c) => {
    const { organisation } = world
    const { libraryPrefix = '', messagingTemplateFilter } = c.req.query()
    const hasTemplate = ({ id }: ResponseLibrary): boolean =>
      organisation.responses.some(({ libraryIds, use }) => use.kind === 'whatsAppTemplate' && libraryIds.includes(id))
    const libraries = organisation.libraries.filter(
      (library) =>
        library.name.toLowerCase().startsWith(libraryPrefix.toLowerCase()) &&
        (messagingTemplateFilter !== 'whatsapp' || hasTemplate(library))
    )
    const body: Answer<Models.LibraryEntityListing> = listing(c, libraries, (library) => libraryBody(organisation, library))
    return c.json(body)
  })

  routes.get('/libraries/:libraryId', viewLibraries, (c) => c.json(libraryBody(world.organisation, libraryById(pathId(c, 'libraryId')))))

  routes.get('/responses', viewResponses, (c) => {
    const libraryId = c.req.query('libraryId')
    if (libraryId === undefined) throw new Refusal(documented.badRequest, 'libraryId is missing.', { restsOn: ['query.missing'] })
    const { id } = libraryById(libraryId.toLowerCase())
    const responses = world.organisation.responses.filter(({ libraryIds }) => libraryIds.includes(id))
    const body: Answer<Models.ResponseEntityListing> = listing(c, responses, (response) => responseBody(world.organisation, response))
    return c.json(body)
  })

  routes.post('/responses/query', viewResponses, (c) => {
    const { queryPhrase = '', pageSize = 25, pageNumber = 1, filters = [] } = readBody(c, query, 'ResponseQueryRequest')
    const phrase = queryPhrase.toLowerCase()
    const found = world.organisation.responses.filter(
      (response) => `${response.name}\n${response.text}`.toLowerCase().includes(phrase) && filters.every((filter) => fits(response, filter))
    )
    const page = listing(c, found, (response) => responseBody(world.organisation, response), { pageSize, pageNumber })
    const body: Answer<Models.ResponseQueryResults> = { results: page }
    return c.json(body)
  })

  routes.get('/responses/:responseId', viewResponses, (c) => {
    readExpand(c, ['substitutionsSchema'])
    const id = pathId(c, 'responseId')
    const response = world.organisation.responses.find((candidate) => candidate.id === id)
    if (response === undefined) throw new Refusal(documented.responseNotFound, `This organisation has no response ${id}.`)
    return c.json(responseBody(world.organisation, response))
  })
  return routes
}
