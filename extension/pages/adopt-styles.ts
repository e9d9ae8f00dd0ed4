/** Puts styles on the page, in this order. They come with its script: a file of their own would come later. */
export function dress(...styles: string[]): void {
  document.adoptedStyleSheets = styles.map((style) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    return sheet
  })
}
