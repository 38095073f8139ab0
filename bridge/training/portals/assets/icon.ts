/** An « F » on the colour of the mark: even a tab says that the page is fictitious. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#ffd54a"/><path d="M10 6h13v5h-7v4h6v5h-6v6h-6z" fill="#2b2100"/>
</svg>
`
