import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { systemClock } from '../../src/sandbox/clock'
import { Faults } from '../../src/sandbox/faults/faults'
import { serve } from '../../src/sandbox/http/server'
import { socketsOf, type SocketRoute } from '../../src/sandbox/http/sockets'
import { asUser, send } from './support/raw'
import { eachTestWithSandbox } from './support/session'

describe('The sandbox’s safety', () => {
  const session = eachTestWithSandbox()
  const path = '/api/v2/organizations/me'

  const withHost = async (host: string) => {
    const { sandbox } = session()
    return send(sandbox, { path, headers: { ...asUser(sandbox), host } })
  }

  it('answers to loopback names, with and without a port', async () => {
    for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST:8080', '[::1]:80']) assert.equal((await withHost(host)).status, 200, host)
  })

  it('refuses every other Host, so that no page in a browser can reach it under a name of its own', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '10.0.0.1', '0.0.0.0']) {
      const { status, json } = await withHost(host)
      assert.deepEqual([status, json['code']], [403, 'sandbox.host.refused'], host)
    }
  })

  const withOrigin = async (origin: string, method = 'GET') => {
    const { sandbox } = session()
    return send(sandbox, { method, path, headers: { ...asUser(sandbox), origin } })
  }

  it('answers pages of the editor and its own, and lets them read the answer', async () => {
    const { port } = new URL(session().sandbox.address.url)
    for (const origin of ['vscode-webview://1b2c3d', 'vscode-file://vscode-app', `http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      const { status, headers } = await withOrigin(origin)
      assert.deepEqual([status, headers['access-control-allow-origin'], headers['vary']], [200, origin, 'Origin'], origin)
      const preflight = await withOrigin(origin, 'OPTIONS')
      assert.deepEqual([preflight.status, preflight.headers['access-control-allow-origin']], [204, origin], origin)
    }
  })

  it('refuses web pages of anybody else, and gives them nothing to read the answer with', async () => {
    const { port } = new URL(session().sandbox.address.url)
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:1',
      'http://localhost',
      `https://localhost:${port}`,
      `http://localhost:${port}.evil.example`,
      'https://vscode-webview.evil.example'
    ]) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const { status, json, headers } = await withOrigin(origin, method)
        assert.deepEqual([status, json['code']], [403, 'sandbox.origin.refused'], origin)
        assert.equal(headers['access-control-allow-origin'], undefined)
      }
    }
  })

  it('opens no websocket for web pages of anybody else, unless the websocket judges that itself', async () => {
    const opened: string[] = []
    const route = (path: string, judgesOrigin: boolean): SocketRoute => ({
      name: 'guest',
      takes: ({ pathname }) => pathname === path,
      judgesOrigin,
      open: () => opened.push(path)
    })
    const server = await serve(
      () => new Response(),
      socketsOf(() => [route('/own', false), route('/open', true)], new Faults(1), systemClock),
      0
    )
    try {
      const connects = (path: string, origin?: string): Promise<boolean> =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { origin })
          socket.once('open', () => {
            socket.terminate()
            resolve(true)
          })
          socket.once('error', () => {
            resolve(false)
          })
        })
      assert.equal(await connects('/own'), true)
      assert.equal(await connects('/own', 'vscode-webview://1b2c3d'), true)
      assert.equal(await connects('/own', 'https://evil.example'), false)
      assert.equal(await connects('/open', 'https://shop.example'), true)
      assert.deepEqual(opened, ['/own', '/own', '/open'])
    } finally {
      await server.stop()
    }
  })

  it('gives a program that is no page no such headers', async () => {
    const { sandbox } = session()
    const { headers } = await send(sandbox, { path, headers: asUser(sandbox) })
    assert.equal(headers['access-control-allow-origin'], undefined)
  })

  it('listens on 127.0.0.1 and nowhere else', async () => {
    const port = Number(new URL(session().sandbox.address.url).port)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address)
    for (const host of [...others, '127.0.0.2']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port })
        socket.once('connect', () => {
          socket.destroy()
          resolve(true)
        })
        socket.once('error', () => {
          resolve(false)
        })
      })
      assert.equal(reached, false, host)
    }
  })

  it('takes a body of 512,000 bytes and refuses a larger one, announced or not', async () => {
    const { sandbox } = session()
    const post = (bytes: number, chunked: boolean) =>
      send(sandbox, {
        method: 'POST',
        path: '/api/v2/analytics/conversations/details/query',
        headers: asUser(sandbox),
        body: `{"interval":"${'x'.repeat(bytes - 15)}"}`,
        chunked
      })
    for (const chunked of [false, true]) {
      assert.equal((await post(512_000, chunked)).json['code'], 'bad.request')
      const { status, json } = await post(512_001, chunked)
      assert.deepEqual([status, json['code']], [413, 'request.entity.too.large'])
    }
  })
})
