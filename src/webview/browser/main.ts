import { render } from 'lit'
import type { PanelView, ToPanel } from '../protocol'
import { fieldsTold, type Fields } from './fields'
import { localTime } from './time/localTime'
import type { Panel } from './panel'
import { actionHeadingId, withActionUnfolded } from './parts/actions'
import { panelView } from './panelView'
import { scrollMemory } from './scrollMemory'
import { headingId } from './pieces/section'
import { entered, told, type SharedValue } from './sharedValue'
import { adoptStyles, smallText } from './styles/styles'
import { textWidthIn } from './timeline/textWidth'
import { readVisualState, withConversation, type VisualState } from './visualState'
import { isToPanel, type VsCodeApi } from './vscodeApi'

type Reveal = Extract<ToPanel, { readonly type: 'reveal' }>

/** How long the page waits, once it is loaded, for what was said to it before. In milliseconds. */
const patience = 50

/** How long “Copied” stands. */
const copiedFor = 1500

/** Shows in `root` what the extension says, and tells it what the person does. */
const start = (root: HTMLElement, icons: HTMLLinkElement, api: VsCodeApi): void => {
  const time = localTime()
  const textWidth = textWidthIn(root, smallText)
  let visual = readVisualState(api.getState())
  let view: PanelView | undefined
  let fields: Fields = new Map()
  let route: SharedValue | undefined
  let toReveal: Reveal | undefined
  let pointed: number | undefined
  let copied = false
  let copiedAction: string | undefined
  /** What the panel was opened for is drawn first, and everything else a frame later. */
  let first: Reveal | undefined
  let isReady = false
  let drawing: ReturnType<typeof setTimeout> | undefined

  const remember = (changed: VisualState): void => {
    visual = changed
    api.setState(changed)
  }
  const scroll = scrollMemory(visual.scrollTop, (scrollTop) => {
    remember({ ...visual, scrollTop })
  })

  const draw = (): void => {
    if (view !== undefined) render(panelView(view, panel(), first?.part), root)
  }

  const panel = (): Panel => ({
    say: api.postMessage,
    visual,
    setVisual: (change) => {
      remember(change(visual))
      draw()
    },
    valueOf: (field, value) => fields.get(field)?.value ?? value,
    enter: (field, value) => {
      const before = fields.get(field)
      if (before !== undefined) fields = new Map([...fields, [field, entered(before, value)]])
      api.postMessage({ type: 'edit', field, value })
      draw()
    },
    chosenRoute: (value) => route?.value ?? value,
    chooseRoute: (chosen) => {
      if (route !== undefined) route = entered(route, chosen)
      remember({ ...visual, route: chosen })
      api.postMessage({ type: 'chooseRoute', route: chosen })
      draw()
    },
    pointed,
    point: (thing) => {
      if (thing === pointed) return
      pointed = thing
      draw()
    },
    copied,
    chooseFormat: (format) => {
      remember({ ...visual, format })
      api.postMessage({ type: 'chooseFormat', format })
    },
    copy: () => {
      api.postMessage({ type: 'copy' })
      copied = true
      draw()
      setTimeout(() => {
        copied = false
        draw()
      }, copiedFor)
    },
    copiedAction,
    copyAction: (action) => {
      api.postMessage({ type: 'copyAction', action })
      copiedAction = action
      draw()
      setTimeout(() => {
        copiedAction = undefined
        draw()
      }, copiedFor)
    },
    now: Date.now(),
    time,
    width: root.clientWidth,
    textWidth
  })

  const sayReady = (): void => {
    if (isReady) return
    isReady = true
    api.postMessage({ type: 'ready', told: view !== undefined })
    icons.disabled = false
  }

  /** What comes together, as all that is kept for a page that is being loaded, is drawn once. */
  const drawSoon = (): void => {
    drawing ??= setTimeout(() => {
      drawing = undefined
      if (!isReady && toReveal?.action === undefined) first ??= toReveal
      draw()
      scroll.restore()
      reveal()
      if (view !== undefined && !isReady) requestAnimationFrame(() => setTimeout(drawRest))
    })
  }

  const drawRest = (): void => {
    if (first !== undefined && document.activeElement === document.getElementById(headingId(first.part))) toReveal ??= first
    first = undefined
    drawSoon()
    sayReady()
  }

  const reveal = (): void => {
    if (toReveal === undefined) return
    const { part, action } = toReveal
    // Whether the conversation has a use for the action is known when it has been read.
    if (action !== undefined && view?.busy !== false) return
    if (action !== undefined && view?.actions !== undefined) {
      remember(withActionUnfolded(visual, view.actions, action))
      draw()
    }
    const heading = document.getElementById(headingId(part))
    if (heading === null) return
    toReveal = undefined
    scroll.forget()
    heading.scrollIntoView({ block: 'start' })
    const focused = (action === undefined ? null : document.getElementById(actionHeadingId(action))) ?? heading
    focused.focus({ preventScroll: true })
    focused.scrollIntoView({ block: 'nearest' })
  }

  const show = (shown: PanelView): void => {
    view = shown
    remember(withConversation(visual, view.conversation))
    fields = fieldsTold(fields, view)
    route = view.routes === undefined ? undefined : told(route, view.routes.chosen)
    drawSoon()
  }

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToPanel(data)) return
    switch (data.type) {
      case 'show':
        show(data.view)
        break
      case 'follow':
        if (view !== undefined) {
          const { message, request, routes = view.routes } = data
          show({ ...view, message, request, ...(routes && { routes }) })
        }
        break
      case 'reveal':
        toReveal = data
        drawSoon()
        break
    }
  })
  new ResizeObserver(draw).observe(root)
  if (visual.format !== undefined) api.postMessage({ type: 'chooseFormat', format: visual.format })
  window.addEventListener('load', () => setTimeout(sayReady, patience))
}

const root = document.getElementById('root')
if (root === null) throw new Error('The panel’s page has no element “root”.')
const icons = document.getElementById('vscode-codicon-stylesheet')
if (!(icons instanceof HTMLLinkElement)) throw new Error('The panel’s page has no style sheet of icons.')
adoptStyles()
start(root, icons, acquireVsCodeApi())
