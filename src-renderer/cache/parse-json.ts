/** Bytes of a hub that may be anything: null when they are no JSON. */
const decoder = new TextDecoder();

export const parseJson = (page: ArrayBuffer): unknown => {
  try {
    return JSON.parse(decoder.decode(page));
  } catch {
    return null;
  }
};
