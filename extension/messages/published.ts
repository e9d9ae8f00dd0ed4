/** Where result pages find the search filter (`SearchFilter`) in storage.local: read there without waking the background. */
export const publishedKey = 'search'
