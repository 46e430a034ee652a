/** The sentences of the demo's role-plays, said ahead by a speech synthesiser (npm run make-speech). */

const files = import.meta.glob<string>('./*.mp3', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where the sentence of this name lies; null when the program has none. */
export const shippedSpeech = (name: string): string | null => files[`./${name}.mp3`] ?? null;
