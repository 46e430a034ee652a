/** A sequence of keys as people write it down: spaces and dots are nothing, a comma or p waits. */

const longest = 64;

/** Null when the text is no sequence of keys, or longer than anybody keys. */
export const pastedTones = (text: string): string | null => {
  const tones = text
    .trim()
    .replaceAll(/[\s.\-()/_\u00a0\u202f]/g, '')
    .replaceAll(/[;pw]/gi, ',')
    .toUpperCase();
  return tones.length <= longest && /^[0-9A-D*#,]*[0-9A-D*#][0-9A-D*#,]*$/.test(tones)
    ? tones
    : null;
};
