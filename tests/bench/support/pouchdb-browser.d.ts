/** The little of PouchDB that the peer of the first load uses; its own types fight with Node's. */
declare module 'pouchdb-browser' {
  class PouchDB {
    constructor(name: string, options: { auto_compaction: boolean });
    readonly replicate: {
      from(
        source: string,
        options: { batch_size: number; batches_limit: number },
      ): Promise<{ docs_written: number }>;
    };
  }

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export { PouchDB as default };
}
