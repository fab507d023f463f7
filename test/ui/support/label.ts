const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * Matches an accessible name that is this label, alone or with what VS Code adds after it: a description, a key binding, a badge. Not another
 * label that only begins alike.
 */
export const startsWithLabel = (label: string): RegExp => new RegExp(String.raw`^\s*${escaped(label)}\s*($|[,:(\n])`, 'i')
