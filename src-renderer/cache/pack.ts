/** What is kept is packed (gzip): a customer's history is a sixth of its size then. */
import { gzipSync } from 'fflate';

const encoder = new TextEncoder();

/** Quick rather than small: it is done for what changed, not for what is loaded. */
export const pack = (text: string): Uint8Array => gzipSync(encoder.encode(text), { level: 1 });

/** Rejects when the bytes are not packed ones. */
export const unpack = async (packed: Uint8Array): Promise<string> => {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What it rejects with, reading rejects with as well.
  const written = Promise.allSettled([
    writer.write(packed as Uint8Array<ArrayBuffer>),
    writer.close(),
  ]);
  const text = await new Response(readable).text();
  await written;
  return text;
};
