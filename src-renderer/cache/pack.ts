/** What is kept is packed (deflate): a customer's history is a sixth of its size then. */
import { deflateSync, inflateSync } from 'fflate';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lastBlock = [3, 0];

/** Quick rather than small: it is done for what changed, not for what is loaded. */
export const packPart = (text: string): Uint8Array =>
  deflateSync(encoder.encode(text), { level: 1 });

/**
 * A part of a packed page, that of the hub without the end of its stream: at once, because a stream of
 * the browser's costs more than a part does. Throws when the bytes are not packed ones.
 */
export const unpackPart = (part: Uint8Array): string => {
  const whole = new Uint8Array(part.length + lastBlock.length);
  whole.set(part);
  whole.set(lastBlock, part.length);
  return decoder.decode(inflateSync(whole));
};

/** A page of the hub (gzip). Rejects when the bytes are not packed ones. */
export const unpackPage = async (packed: Uint8Array): Promise<string> => {
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
