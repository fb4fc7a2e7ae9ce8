/** Only what the tests read with; the package declares no types. */
declare module 'jsonld' {
  interface Options {
    /** Answers what a context's address stands for */
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>
  }
  const jsonld: { expand(document: object, options: Options): Promise<Record<string, unknown>[]> }
  export default jsonld
}
