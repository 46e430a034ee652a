/** Mail addresses, several in one cell too. */
import { z } from 'zod';
import { type Read, refused, replaceBy, took } from '../problem.ts';

const schema = z.email().max(200);

const readOne = (raw: string): Read<string> => {
  const text = raw
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/[.,;\s]+$/, '');
  if (schema.safeParse(text).success) {
    const [box = '', domain = ''] = text.split('@');
    return took(`${box}@${domain.toLowerCase()}`, text === raw ? null : 'tidied');
  }
  if (!text.includes('@')) return refused('email-no-at', { kind: 'clear' });
  const domain = text.slice(text.lastIndexOf('@') + 1);
  if (!/[.,]/.test(domain)) return refused('email-no-domain', { kind: 'clear' });
  const tidy = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s/g, '')
    .replaceAll(',', '.')
    .replaceAll(/\.{2,}/g, '.');
  return refused(
    'email-malformed',
    schema.safeParse(tidy).success ? replaceBy(tidy) : { kind: 'clear' },
  );
};

export const readEmails = (raw: string): Read<readonly string[]> => {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return took([]);
  const parts = text.split(/\s*(?:[;|/\n]|,\s+|\s+ou\s+|\s+et\s+)\s*/).filter(Boolean);
  const reads = (parts.length > 1 ? parts : [text]).map(readOne);
  const wrong = reads.find((read) => !read.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const emails = reads.flatMap((read) => (read.ok ? [read.value] : []));
  const [first] = reads;
  const mended = reads.length > 1 ? 'several' : first?.ok ? first.mended : null;
  return took([...new Set(emails)], mended);
};
