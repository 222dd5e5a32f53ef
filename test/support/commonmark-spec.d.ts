declare module 'commonmark-spec' {
  const specification: {
    /** The specification in CommonMark. */
    readonly text: string;
    readonly tests: readonly { readonly number: number; readonly section: string; readonly markdown: string; readonly html: string }[];
  };
  export default specification;
}
