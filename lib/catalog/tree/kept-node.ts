import { remembered } from '@/lib/catalog/save-row'

/** A node as its deletion keeps it: with its place among its siblings, which is nowhere else once it is gone. */
export const keptNode = (node: { rank: string }): Record<string, unknown> => ({ ...remembered(node), rank: node.rank })
