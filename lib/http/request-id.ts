/** What a caller may name its request with `x-request-id`; anything else is replaced by a name of ours. */
export const requestIdPattern = /^[\w.:-]{8,64}$/
