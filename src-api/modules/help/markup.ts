/**
 * HTML in which every value is text: what is put into a template is escaped, whatever it holds, unless
 * it was made by a template itself (KNOW-51).
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"'`]/g, (sign) => signs[sign] ?? '');

type Value = Markup | string | number | null | readonly Value[];

const shown = (value: Value): string => {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
};

export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(
    parts.map((part, at) => part + (at < values.length ? shown(values[at] ?? null) : '')).join(''),
  );
