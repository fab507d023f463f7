import type { Finding } from '../../../diagnosis/finding'
import type { RequestField } from '../../../followUp/fieldFindings'
import type { Remarks } from '../../../webview/protocol'

/** What there is to say of each field of a request. */
export type FieldFindings = ReadonlyMap<RequestField, Finding>

/** What is said at a field: with an error the send fails. */
export const remarksOf = (findings: FieldFindings, field: RequestField): Remarks => {
  const finding = findings.get(field)
  if (finding === undefined) return {}
  const said = `${finding.cause} ${finding.remedy}`
  switch (finding.severity) {
    case 'error':
      return { problem: said }
    case 'unknown':
    case 'warning':
      return { caution: said }
    case 'info':
      return { hint: said }
  }
}
