import { docsBarStyle } from './bar-style'

/**
 * The look of the reference page: our fonts and the colours of app/globals.css, in the words of the program that draws
 * it. The page stands alone, without the application's own styles and scripts: the program changes the address at
 * every scroll, which the application's router would take for navigation.
 */
export const referenceStyle = `
@font-face {
  font-family: "Inter Variable";
  font-weight: 100 900;
  font-display: swap;
  src: url("%FONT%") format("woff2-variations");
}
:root {
  color-scheme: light;
  --od-font: "Inter Variable", system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif;
  --od-font-mono: ui-monospace, "SFMono-Regular", "Cascadia Mono", "Liberation Mono", Menlo, Consolas, monospace;
  --od-canvas: #f5f7f7;
  --od-surface: #ffffff;
  --od-sunken: #f0f3f3;
  --od-hover: #f2f5f5;
  --od-selected: #e9f3f4;
  --od-line: #e4e8e8;
  --od-text: #17201f;
  --od-dim: #536060;
  --od-faint: #5a6767;
  --od-accent: #0b6670;
  --od-accent-soft: #e3f0f1;
  --od-danger: #b93126;
  --od-warn: #854a05;
  --od-good: #1a6b3a;
  --od-accepted: #1a53b0;
  --od-processing: #6035b1;
}
:root[data-scheme="dark"] {
  color-scheme: dark;
  --od-canvas: #0e1213;
  --od-surface: #131819;
  --od-sunken: #191f20;
  --od-hover: #1a2122;
  --od-selected: #142527;
  --od-line: #242c2d;
  --od-text: #dfe6e6;
  --od-dim: #9eabab;
  --od-faint: #8b9898;
  --od-accent: #56c2cb;
  --od-accent-soft: #13292c;
  --od-danger: #f2877c;
  --od-warn: #efb75e;
  --od-good: #74d195;
  --od-accepted: #8ab6ff;
  --od-processing: #c0a5ff;
}
body {
  margin: 0;
  background: var(--od-surface);
  color: var(--od-text);
  font: 14px / 1.45 var(--od-font);
}
:focus-visible {
  outline: 2px solid var(--od-accent);
  outline-offset: 2px;
}
${docsBarStyle}.docs-bar button {
  width: 32px;
  height: 32px;
  border: 0;
  border-radius: 6px;
  background: none;
  color: inherit;
  font-size: 18px;
  line-height: 1;
  cursor: pointer;
}
.docs-bar button:hover {
  background: var(--od-hover);
}
.wait {
  padding: 48px 24px;
  color: var(--od-dim);
}
.wait a {
  color: var(--od-accent);
}
body.light-mode,
body.dark-mode {
  --scalar-custom-header-height: 52px;
  --scalar-font: var(--od-font);
  --scalar-font-code: var(--od-font-mono);
  --scalar-color-1: var(--od-text);
  --scalar-color-2: var(--od-dim);
  --scalar-color-3: var(--od-faint);
  --scalar-color-ghost: var(--od-faint);
  --scalar-color-accent: var(--od-accent);
  --scalar-background-1: var(--od-surface);
  --scalar-background-2: var(--od-canvas);
  --scalar-background-3: var(--od-sunken);
  --scalar-background-accent: var(--od-accent-soft);
  --scalar-border-color: var(--od-line);
  --scalar-color-green: var(--od-good);
  --scalar-color-red: var(--od-danger);
  --scalar-color-yellow: var(--od-warn);
  --scalar-color-orange: var(--od-warn);
  --scalar-color-blue: var(--od-accepted);
  --scalar-color-purple: var(--od-processing);
  --scalar-button-1: var(--od-accent);
  --scalar-button-1-hover: var(--od-accent);
  --scalar-button-1-color: var(--od-surface);
  --scalar-sidebar-background-1: var(--od-canvas);
  --scalar-sidebar-color-1: var(--od-text);
  --scalar-sidebar-color-2: var(--od-dim);
  --scalar-sidebar-border-color: var(--od-line);
  --scalar-sidebar-color-active: var(--od-text);
  --scalar-sidebar-item-hover-background: var(--od-hover);
  --scalar-sidebar-item-active-background: var(--od-selected);
  --scalar-radius: 5px;
  --scalar-radius-lg: 6px;
  --scalar-radius-xl: 8px;
}
`
