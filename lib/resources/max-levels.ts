/** How deep a tree may grow: 1 is a root. Far beyond what anybody reads, but every level is a look at the store. */
export const maxLevels = 64
