/** The themes that VS Code brings: by our name, the label in VS Code's list of themes, and the class that the workbench wears with it. */
export const themes = {
  'Default Dark Modern': { label: 'Dark Modern', className: 'vscode-theme-defaults-themes-dark_modern-json' },
  'Default Light Modern': { label: 'Light Modern', className: 'vscode-theme-defaults-themes-light_modern-json' },
  'Default High Contrast': { label: 'Dark High Contrast', className: 'vscode-theme-defaults-themes-hc_black-json' },
  'Default High Contrast Light': { label: 'Light High Contrast', className: 'vscode-theme-defaults-themes-hc_light-json' }
} as const

export type Theme = keyof typeof themes
