/** The open page's only style: light, for a telephone first, in the brand's colour. */
import type { Brand } from '@shared/domain/brand/brand.ts';

export const styleOf = ({ hue, chroma }: Pick<Brand, 'hue' | 'chroma'>): string => `
:root { color-scheme: light dark; --ink: #17191c; --soft: #565c66; --line: #d5d8dd; --page: #fbfbfc; --sheet: #fff;
  --brand: oklch(0.45 ${chroma} ${hue}); --on-brand: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef1; --soft: #a8aeb8; --line: #3a3f47; --page: #131518; --sheet: #1b1e22;
    --brand: oklch(0.78 ${Math.min(chroma, 0.11)} ${hue}); --on-brand: #131518; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 18px/1.55 system-ui, sans-serif; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1rem 1.1rem; }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
header a, footer a { color: var(--soft); }
header strong { color: var(--brand); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .6rem 0 .4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
a { color: var(--brand); text-underline-offset: 3px; }
form.search { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
form.search label { flex-basis: 100%; }
input[type=search] { flex: 1 1 14rem; min-height: 48px; padding: 0 .9rem; font: inherit; color: inherit;
  background: var(--sheet); border: 1px solid var(--soft); border-radius: 8px; }
button { min-height: 48px; padding: 0 1.2rem; font: inherit; font-weight: 600; border-radius: 8px;
  border: 1px solid var(--brand); background: transparent; color: var(--brand); cursor: pointer; }
button.main { background: var(--brand); color: var(--on-brand); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; }
ul.answers { list-style: none; margin: 0; padding: 0; }
ul.answers a { display: block; padding: .8rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
form.contact { margin: 1.4rem 0; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
.soft, footer { color: var(--soft); font-size: .9rem; }
.verdict { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: 2rem 0 1rem;
  padding-top: 1rem; border-top: 1px solid var(--line); }
.verdict p { flex-basis: 100%; margin: 0; font-weight: 600; }
`;
