/** The bar over every page of the documentation: the reference stands alone, without the application's own styles. */
export const docsBarStyle = `
.docs-bar {
  position: sticky;
  z-index: 20;
  top: 0;
  display: flex;
  align-items: center;
  gap: 20px;
  box-sizing: border-box;
  height: 52px;
  padding: 0 16px;
  border-bottom: 1px solid var(--od-line);
  background: var(--od-surface);
}
.docs-bar a {
  color: inherit;
  text-decoration: none;
}
.docs-bar .brand {
  display: flex;
  align-items: center;
  gap: 10px;
  font-size: 15px;
  font-weight: 650;
  letter-spacing: -0.01em;
}
.docs-bar nav {
  display: flex;
  flex: 1;
  align-self: stretch;
  gap: 4px;
}
.docs-bar nav a {
  display: flex;
  align-items: center;
  padding: 0 10px;
  border-bottom: 2px solid transparent;
  color: var(--od-dim);
  font-weight: 550;
}
.docs-bar nav a:hover,
.docs-bar nav a[aria-current] {
  color: var(--od-text);
}
.docs-bar nav a[aria-current] {
  border-color: var(--od-accent);
}
@media (max-width: 640px) {
  .docs-bar {
    gap: 8px;
    padding: 0 12px;
  }
  .docs-bar .brand span {
    display: none;
  }
}
`
