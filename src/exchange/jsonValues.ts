import { parseJson } from './json'
import { jsonSpansIn } from './jsonSpans'

/** The JSON objects that stand in a text, in order, whatever is around them. */
export const jsonValuesIn = (text: string): readonly unknown[] => {
  const values: unknown[] = []
  for (const { start, end } of jsonSpansIn(text).spans) {
    const parsed = parseJson(text.slice(start, end))
    if (parsed.ok) values.push(parsed.value)
  }
  return values
}
