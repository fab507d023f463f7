import type { PlannedRequest, SendingRoute } from '../route'
import { printCSharp } from './cSharp'
import { printCurl } from './curl'
import { printGo } from './go'
import { printHttp } from './http'
import { printJava } from './java'
import { printJavaScript } from './javaScript'
import { printPowerShell } from './powerShell'
import { printPython } from './python'
import { sdkCall, type SdkCall } from './sdkCall'

/** A way to write down what a route sends, for the API at `origin`, for example `https://api.mypurecloud.ie`. Where the token goes it has a placeholder. */
type Print = (route: SendingRoute, origin: string) => string

export interface SnippetFormat {
  readonly id: string
  readonly label: string
  /** The language’s id in an editor. */
  readonly language: string
  readonly print: Print
}

const asRequest =
  (print: (request: PlannedRequest, origin: string) => string): Print =>
  ({ request }, origin) =>
    print(request, origin)

const asCall =
  (print: (call: SdkCall, origin: string) => string): Print =>
  (route, origin) =>
    print(sdkCall(route), origin)

export const snippetFormats: readonly SnippetFormat[] = [
  { id: 'http', label: 'HTTP', language: 'http', print: asRequest(printHttp) },
  { id: 'curl', label: 'cURL', language: 'shellscript', print: asRequest(printCurl) },
  { id: 'powershell', label: 'PowerShell', language: 'powershell', print: asRequest(printPowerShell) },
  { id: 'javascript', label: 'JavaScript', language: 'javascript', print: asCall(printJavaScript) },
  { id: 'python', label: 'Python', language: 'python', print: asCall(printPython) },
  { id: 'java', label: 'Java', language: 'java', print: asCall(printJava) },
  { id: 'csharp', label: 'C#', language: 'csharp', print: asCall(printCSharp) },
  { id: 'go', label: 'Go', language: 'go', print: asCall(printGo) }
]
