const units = [
  ['days', 24 * 60 * 60 * 1000],
  ['hours', 60 * 60 * 1000],
  ['minutes', 60 * 1000],
  ['seconds', 1000]
] as const

const duration =
  /^P(?=.)(?:(?<days>\d+(?:\.\d+)?)D)?(?:T(?=.)(?:(?<hours>\d+(?:\.\d+)?)H)?(?:(?<minutes>\d+(?:\.\d+)?)M)?(?:(?<seconds>\d+(?:\.\d+)?)S)?)?$/

/** The milliseconds of an ISO 8601 duration in days, hours, minutes and seconds, such as `PT72H`; `undefined` when the text is none. */
export const parseDuration = (text: string): number | undefined => {
  const groups = duration.exec(text)?.groups
  return groups && units.reduce((sum, [name, length]) => sum + Number(groups[name] ?? 0) * length, 0)
}
