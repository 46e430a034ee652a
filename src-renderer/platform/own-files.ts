/** Files that lie in the program itself. */

/** @param url as the build gave it, of our own origin */
export const loadBytes = async (url: string): Promise<ArrayBuffer> =>
  (await fetch(url)).arrayBuffer();
