import type { PlannedRequest } from '../route'
import { bodyText, tokenPlaceholder } from './requestParts'
import { unicodeEscape } from './printableJson'

/** A text as PowerShell reads it: between single quotes only they have a meaning, the typographic ones among them. A doubled one stands for itself. */
export const powerShellString = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`

/** JSON in ASCII. Windows PowerShell 5.1 takes a script without a byte order mark for Windows-1252, and sends a text body as ISO-8859-1. */
const inAscii = (json: string): string => json.replace(/[^\n\x20-\x7e]/g, unicodeEscape)

/**
 * The request for Windows PowerShell 5.1 and PowerShell 7. It calls Invoke-RestMethod and not cURL: `curl` is another command in 5.1, and before 7.3
 * PowerShell loses the double quotes inside an argument of a program, which a JSON body is full of, while later ones keep them. No cURL command with
 * such a body is right in both.
 */
export const printPowerShell = (request: PlannedRequest, origin: string): string =>
  [
    '$request = @{',
    `  Method      = ${powerShellString(request.method)}`,
    `  Uri         = ${powerShellString(origin + request.path)}`,
    `  Headers     = @{ Authorization = ${powerShellString(`Bearer ${tokenPlaceholder(request)}`)} }`,
    `  ContentType = ${powerShellString('application/json')}`,
    `  Body        = ${powerShellString(inAscii(bodyText(request)))}`,
    '}',
    'Invoke-RestMethod @request'
  ].join('\n')
