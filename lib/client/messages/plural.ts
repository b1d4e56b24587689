/** The English word for one of a thing, or for any other number of it. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
